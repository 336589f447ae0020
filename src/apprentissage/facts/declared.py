"""A fact, declared once: type, French name, key in a file, box of the form.

The guard of a constructor comes from the type, the names that a case officer
reads, the keys and the schema of a file and the boxes of the Cerfa from the
declaration: none of them is written a second time anywhere.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, time
from decimal import Decimal
from functools import cache, reduce
from operator import or_
from re import findall, sub
from types import NoneType
from typing import Any, NamedTuple, TypeAlias, cast, get_args, get_origin

from attrs import Attribute, AttrsInstance, field, fields, has

from apprentissage._arguments import guard_of, kinds_in
from apprentissage._guards import (
    MOST_COUNTED,
    Guard,
    few,
    is_date,
    is_decimal,
    is_int,
    is_text,
    is_time,
    optional,
    texts,
)

Place: TypeAlias = int | tuple[int, int]
"""The number of a box, and the rank in it where it holds several facts."""


class Told(NamedTuple):
    """What the declaration of a fact tells besides its type.

    Args:
        french: The name, without its article; `{of}` in it stands for `of`,
            its own or that of the fact that holds it.
        key: In a file; None for what is no data.
        box: On the Cerfa, as OPCO EP's sheet numbers them.
        of: What `{of}` stands for in its name and in those of its facts.
        remedy: What to write, in French, where it contradicts other facts,
            whose keys stand for their names in braces.
        names: Names of its facts that `of` does not make.
        boxes: Boxes of its facts, where their class stands elsewhere too.
    """

    french: str
    key: str | None = None
    box: Place | None = None
    of: str | None = None
    remedy: str | None = None
    names: Mapping[str, str] = {}
    boxes: Mapping[str, Place] = {}


def told(french: str, **about: Any) -> dict[str, Told]:
    """The metadata of a required fact; see `Told`.

    Type checkers know by `field` alone that a constructor needs a value.
    """
    return {"told": Told(french, **about)}


def fact(
    french: str,
    *,
    guard: Guard | None = None,
    default: object = None,
    factory: Callable[[], object] | None = None,
    **about: Any,
) -> Any:
    """An optional fact: None, unknown, until somebody states it.

    Args:
        french: Its name; see `Told`.
        guard: What a value has to be, where the type says too little.
        default: Its value until then, where it is not None.
        factory: What makes that value.
        **about: What else `Told` holds.
    """
    start: dict[str, Any] = {"default": default} if factory is None else {"factory": factory}
    return field(validator=guard and optional(guard), metadata=told(french, **about), **start)


def not_before(first: str) -> str:
    """The remedy of a last day that comes before the first."""
    return f"écrivez un jour qui ne précède pas « {{{first}}} »"


_OF_FACTS: dict[object, Guard] = {
    date: is_date,
    str: is_text,
    time: is_time,
    int: is_int(0, MOST_COUNTED),
    Decimal | int: is_decimal(),
}
"""Guards of facts, where an argument of that type may be more."""


def guarded(_: type, declared: list["Attribute[Any]"]) -> list["Attribute[Any]"]:
    """The fields of a class, each with the guard that its type asks for."""
    for each in declared:
        if each.validator is None:
            # attrs has made it for this class alone: `evolve` would copy all of it
            object.__setattr__(each, "validator", _guard(cast("Any", each.type)))
    return declared


@cache
def _guard(hint: Any) -> Guard:
    kinds = kinds_in(hint)
    known = [kind for kind in kinds if kind is not NoneType]
    guard = _OF_FACTS.get(reduce(or_, known)) or guard_of(reduce(or_, known))
    if get_origin(known[0]) in {tuple, frozenset}:
        guard = few(guard)
        if get_args(known[0])[0] is str:
            guard = texts(guard)
    return guard if known == kinds else optional(guard)


class Fact(NamedTuple):
    """A fact of a class or of one of its parts.

    Args:
        path: From the class, `[]` behind what is a tuple.
        french: Its whole name.
        place: Box and rank on the Cerfa; None where it is on none.
    """

    path: str
    french: str
    place: tuple[int, int] | None


@cache
def facts_of(of: type[AttrsInstance]) -> tuple[Fact, ...]:
    """Every fact of a class and of its parts, in the order declared.

    Args:
        of: A class of the facts.
    """
    return tuple(_walk(of, "", Told("")))


def _walk(kind: type[AttrsInstance], under: str, holder: Told) -> Iterator[Fact]:
    for each in fields(kind):
        own = told_of(each)
        french = holder.names.get(each.name) or own.french
        box = holder.boxes.get(each.name, own.box)
        path, of = f"{under}{each.name}", own.of or holder.of
        yield Fact(path, french.format(of=of), (box, 0) if isinstance(box, int) else box)
        inner, several = part(each.type)
        if inner is not None:
            below = f"{path}[]." if several else f"{path}."
            yield from _walk(inner, below, own._replace(of=of))


def told_of(declared: "Attribute[Any]") -> Told:
    """What the declaration of a field tells."""
    return declared.metadata["told"]  # type: ignore[no-any-return]


@cache
def part(hint: Any) -> tuple[type[AttrsInstance] | None, bool]:
    """The class of the facts in a type, and whether it holds several."""
    for kind in kinds_in(hint):
        for inner in (kind, *get_args(kind)):
            if has(inner):
                return inner, inner is not kind
    return None, False


@cache
def names_of(of: type[AttrsInstance]) -> dict[str, str]:
    """French name of each fact of a class, by its path without ranks."""
    return {each.path.replace("[]", ""): each.french for each in facts_of(of)}


def name_in(names: Mapping[str, str], path: str) -> str:
    """The name of a path, ranks aside; the path itself where it has none."""
    return names.get(path) or names.get(sub(r"\[\d+\]", "", path), path)


def numbered_in(names: Mapping[str, str], path: str) -> str:
    """The same, with the ranks in the path, from 1."""
    return with_ranks(name_in(names, path), ranks_in(path))


def ranks_in(path: str) -> tuple[int, ...]:
    """The ranks in a path, from 1."""
    return tuple(int(rank) + 1 for rank in findall(r"\[(\d+)\]", path))


def with_ranks(name: str, ranks: Iterable[int]) -> str:
    """A name followed by ranks."""
    return ", ".join((name, *(f"n° {rank}" for rank in ranks)))
