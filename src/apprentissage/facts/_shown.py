"""The facts that are known, as a notebook shows them.

Who declares facts alone needs no French: `_text` loads a name when it is used.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TypeGuard

from attrs import AttrsInstance, fields, has

from apprentissage import _text
from apprentissage._labelled import Labelled
from apprentissage.facts.declared import names_of, numbered_in
from apprentissage.facts.pay import DeclaredPayLine


def known_facts(whole: AttrsInstance) -> Iterator[tuple[str, str]]:
    """French name and value of every fact known, in the order of the fields.

    Args:
        whole: A contract.
    """
    names = names_of(type(whole))
    for path, value in _known(whole, ""):
        yield numbered_in(names, path), written(value)


def _known(item: object, path: str) -> Iterator[tuple[str, object]]:
    if _is_record(item):
        for each in fields(type(item)):
            inner = f"{path}.{each.name}" if path else each.name
            yield from _known(getattr(item, each.name), inner)
    elif isinstance(item, tuple) and any(map(_is_record, item)):
        for rank, part in enumerate(item):
            yield from _known(part, f"{path}[{rank}]")
    elif item is not None:
        yield path, item


def _is_record(item: object) -> TypeGuard[AttrsInstance]:
    return has(type(item))


def written(value: object) -> str:
    """A value of a fact in French, as a person reads it.

    Args:
        value: What a field of a contract may hold.
    """
    if value is None:
        return "non renseigné"
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, date):
        return _text.french_date(value)
    if isinstance(value, Labelled):
        return value.label
    if isinstance(value, Decimal | int):
        return _text.number(value)
    if isinstance(value, frozenset):
        return _text.enumeration(sorted(map(written, value))) or "néant"
    if isinstance(value, tuple):
        return _listed(value) or "néant"
    if isinstance(value, DeclaredPayLine):
        return _pay_line(value)
    if _is_record(value):
        names = names_of(type(value))
        return ", ".join(
            f"{numbered_in(names, path)} : {written(each)}" for path, each in _known(value, "")
        )
    return str(value)


def _listed(values: tuple[object, ...]) -> str:
    if any(map(_is_record, values)):
        return " ; ".join(map(written, values))
    return _text.enumeration(map(written, values))


def _pay_line(line: DeclaredPayLine) -> str:
    """A pay line in one phrase, as box 27 lays it out."""
    order = f"{line.order} " if line.order else ""
    gross = f" ({_text.euros(line.monthly)})" if line.monthly is not None else ""
    return (
        f"{order}du {_text.short_date(line.starts_on)} au "
        f"{_text.short_date(line.ends_on)} : {_text.percent(line.rate)} du "
        f"{line.base.label}{gross}"
    )
