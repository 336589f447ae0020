"""The facts that are known, as a notebook shows them."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TypeGuard

from attrs import AttrsInstance, fields, has

from apprentissage._labelled import Labelled
from apprentissage._text import enumeration, french_date, number
from apprentissage.facts.declared import names_of, numbered_in


def known_facts(whole: AttrsInstance) -> Iterator[tuple[str, str]]:
    """French name and value of every fact known, in the order of the fields.

    Args:
        whole: A contract.
    """
    names = names_of(type(whole))
    for path, value in _known(whole, ""):
        yield numbered_in(names, path), _written(value)


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


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, date):
        return french_date(value)
    if isinstance(value, Labelled):
        return value.label
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, frozenset):
        return enumeration(sorted(map(_written, value))) or "néant"
    if isinstance(value, tuple):
        return enumeration(map(_written, value)) or "néant"
    return str(value)
