"""The arguments of a public function, held against its signature."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache, reduce
from operator import or_
from types import FunctionType, NoneType, UnionType
from typing import Any, NamedTuple, Union, cast, get_args, get_origin

from attrs import Attribute

from apprentissage._guards import (
    Guard,
    check_number,
    is_a,
    is_bool,
    is_computed,
    is_decimal,
    is_int,
    items_of,
    member,
    optional,
    set_of,
    subclass_of,
    tuple_of,
)
from apprentissage.errors import WrongType


def check_arguments(
    function: Callable[..., object], given: Mapping[str, object], **narrower: Guard
) -> None:
    """Refuse arguments that are not what a function announces.

    The first line of a public function. Each annotation is a guard: an enum
    takes no text, a date no datetime, and numbers are not under zero. Where
    every microsecond counts, a test of the exact types stands before it.

    Args:
        function: The function itself, whose signature is read once.
        given: Its `locals()`.
        **narrower: Other guards, by name, where an annotation says too
            little or too much.

    Raises:
        WrongType: With the name of the parameter as path.
        InvalidValue: For a number under zero, a year out of range.

    >>> def hours(*, weeks: int) -> int:
    ...     check_arguments(hours, locals())
    ...     return 35 * weeks
    >>> hours(weeks=True)
    Traceback (most recent call last):
      ...
    apprentissage.errors.WrongType: weeks: got True (bool); write an int
    """
    for name, narrow in narrower.items():
        narrow(None, _named(name), given[name])
    for name, kind, attribute, guard in _announced(function):
        value = given[name]
        if type(value) is not kind and name not in narrower:
            guard(None, attribute, value)


class _Announced(NamedTuple):
    """A parameter; an instance of `kind` itself needs no further look."""

    name: str
    kind: type | None
    attribute: "Attribute[Any]"
    guard: Guard


class _Named(NamedTuple):
    """As much of an attribute as a guard reads."""

    name: str


def _named(name: str) -> "Attribute[Any]":
    return cast("Attribute[Any]", _Named(name))


@cache
def _announced(function: Callable[..., object]) -> tuple[_Announced, ...]:
    code = cast("FunctionType", function).__code__
    hints: dict[str, Any] = function.__annotations__
    count = code.co_argcount + code.co_kwonlyargcount
    guards = {
        name: guard_of(hints[name])
        for name in code.co_varnames[:count]
        if name in hints  # self has none
    }
    if code.co_flags & _TAKES_MORE:
        more = code.co_varnames[count]
        guards[more] = tuple_of(hints[more])
    return tuple(
        _Announced(name, _sufficient(hints[name]), _named(name), guard)
        for name, guard in guards.items()
    )


_TAKES_MORE = 4
"""Flag of a code with a parameter such as `*missing`."""

_MOST = 10**15
"""More than any door counts, cents among them."""

_BOUNDED: dict[Any, Guard] = {date: is_computed, Decimal: is_decimal(), int: is_int(0, _MOST)}
_BY_ORIGIN: dict[Any, Callable[[Any], Guard]] = {
    frozenset: set_of,
    tuple: tuple_of,
    type: subclass_of,
}


def _class(hint: Any) -> Any:
    """The class itself, the bound of a type variable, or the origin."""
    return getattr(hint, "__bound__", None) or get_origin(hint) or hint


def kinds_in(hint: Any) -> list[Any]:
    """What a union joins; else the annotation alone."""
    union = get_origin(hint) in {Union, UnionType}
    return [*get_args(hint)] if union else [hint]


def _sufficient(hint: Any) -> type | None:
    """The class whose own instances are all good, where there is one."""
    kind, *others = (kind for kind in kinds_in(hint) if kind is not NoneType)
    if others or get_args(kind) or kind in _BOUNDED:
        return None
    return cast("type", _class(kind))


def guard_of(hint: Any) -> Guard:
    """The guard of an annotation."""
    joined = kinds_in(hint)
    kinds = [kind for kind in joined if kind is not NoneType]
    if {*kinds} == {Decimal, int}:
        kinds.remove(int)  # the guard of the one takes the other
    guard = _of_kind(kinds[0]) if len(kinds) == 1 else _one_of(kinds)
    return optional(guard) if NoneType in joined else guard


def _one_of(kinds: list[Any]) -> Guard:
    known = is_a(reduce(or_, map(_class, kinds)))
    guards = [(_class(kind), _of_kind(kind)) for kind in kinds]

    def guard(_: object, attribute: "Attribute[Any]", value: object) -> None:
        if isinstance(value, float) and Decimal in kinds:
            check_number(attribute.name, value)
        known(_, attribute, value)
        for kind, narrow in guards:
            if isinstance(value, kind):
                narrow(_, attribute, value)

    return guard


def _of_kind(hint: Any) -> Guard:
    kind, items = _class(hint), get_args(hint)
    if kind is tuple and get_origin(items[0]) is tuple:
        return _rows_of(get_args(items[0]))
    if kind in _BY_ORIGIN:
        joined = get_origin(items[0]) is UnionType
        return _BY_ORIGIN[kind](items[0] if joined else _class(items[0]))
    if len(items) == 1 and issubclass(kind, Iterable):
        return items_of(_class(items[0]))
    if issubclass(kind, Enum):
        return member(kind)
    return _BOUNDED.get(kind) or (is_bool if kind is bool else is_a(kind))


def _rows_of(hints: tuple[Any, ...]) -> Guard:
    """Tuples, each place of which has an annotation of its own."""
    guards = [guard_of(hint) for hint in hints]

    def guard(_: object, attribute: "Attribute[Any]", value: object) -> None:
        tuple_of(tuple)(_, attribute, value)
        for rank, row in enumerate(cast("tuple[tuple[Any, ...], ...]", value)):
            path = f"{attribute.name}[{rank}]"
            if len(row) != len(guards):
                raise WrongType(path, row, f"write a tuple of {len(guards)}")
            for place, (narrow, item) in enumerate(zip(guards, row, strict=True)):
                narrow(_, _named(f"{path}[{place}]"), item)

    return guard
