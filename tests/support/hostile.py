"""Contracts that no file holds, and that the constructors accept.

Every fact is drawn by its type alone, from the ends of what the guards let
in: a year mistyped, hours in the place of euros, a maître not yet born. The
same seed draws the same contract.
"""

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import cache
from random import Random
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from attrs import NOTHING, fields, has

from apprentissage.errors import ApprentissageError
from apprentissage.facts import Contract

FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)

_DAYS = (
    *(FIRST, date(1999, 12, 31), date(2000, 2, 29), date(2006, 9, 1)),
    *(date(2008, 4, 30), date(2008, 5, 1), date(2016, 4, 28)),
    *(date(2019, 1, 1), date(2020, 4, 1), date(2024, 2, 29)),
    *(date(2026, 9, 1), date(2028, 8, 31), date(2199, 1, 1), LAST),
)
_SHIFTS = (0, 1, -1, 30, 365, -365, -7305, 7305)
_NUMBERS = tuple(
    map(
        Decimal,
        (
            *("-0", "0", "1E-40", "0.001", "0.01", "1", "24", "43", "168"),
            *("1900.50", "1E+3", "43.123456789", "999999999"),
        ),
    )
)
_COUNTS = (0, 1, 2, 3, 5, 8, 12, 99, 100, 1_200, 1_000_000)
_TEXTS = ("x", " ", "é\u202f", "0", "075202509000001", "<b>", "{x}", "\n", "'")
_LENGTHS = (0, 1, 1, 2, 3, 5)


class _Refused(Exception):
    """No facts were found that a class accepts."""


class _Draw:
    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - to be drawn again
        self.near = self.random.choice((date(2026, 9, 1), *_DAYS))
        self.unknown = self.random.choice((0, 0.3, 0.6, 0.9))

    def day(self) -> date:
        """About the contract, at an end of the texts, or anywhere."""
        way = self.random.random()
        if way < 0.25:
            return self.random.choice(_DAYS)
        first, last = FIRST.toordinal(), LAST.toordinal()
        if way < 0.4:
            return date.fromordinal(self.random.randint(first, last))
        shift = self.random.choice((*_SHIFTS, self.random.randint(-999, 999)))
        day = self.near.toordinal() + shift
        return date.fromordinal(min(max(day, first), last))

    def value(self, hint: Any) -> Any:
        """Any value of a type; None for a type of no fact."""
        args, origin = get_args(hint), get_origin(hint)
        if NoneType in args:
            if self.random.random() < self.unknown:
                return None
            args = tuple(each for each in args if each is not NoneType)
            return self.value(self.random.choice(args))
        if origin in {tuple, frozenset}:
            many = 3 if args[-1] is Decimal else None
            count = many or self.random.choice(_LENGTHS)
            return origin(self.value(args[0]) for _ in range(count))
        if args:
            return self.value(self.random.choice(args))
        if hint in _PLAIN:
            return _PLAIN[hint](self)
        if isinstance(hint, type) and issubclass(hint, Enum):
            return self.random.choice(list(hint))
        return self.made(hint) if has(hint) else None

    def made(self, kind: Any) -> Any:
        """A class of facts, without those that it refuses."""
        told = {
            name: value
            for name, hint, required in _fields(kind)
            if required or self.random.random() >= self.unknown
            if (value := self.value(hint)) is not None
        }
        left = [name for name, _, required in _fields(kind) if not required]
        while True:
            try:
                return kind(**told)
            except ApprentissageError as error:
                name = str(getattr(error, "path", "")).partition(".")[0]
                name = name.partition("[")[0]
                if name not in left or name not in told:
                    among = [each for each in left if each in told]
                    if not among:
                        raise _Refused from error
                    name = self.random.choice(among)
                del told[name]


_PLAIN: dict[Any, Callable[[_Draw], Any]] = {
    date: _Draw.day,
    bool: lambda draw: draw.random.random() < 0.5,
    int: lambda draw: draw.random.choice(_COUNTS),
    str: lambda draw: draw.random.choice(_TEXTS),
    Decimal: lambda draw: draw.random.choice(_NUMBERS),
    time: lambda draw: time(draw.random.randrange(24), draw.random.choice((0, 59))),
}


@cache
def _fields(kind: type[Any]) -> tuple[tuple[str, Any, bool], ...]:
    hints = get_type_hints(kind)
    return tuple((each.name, hints[each.name], each.default is NOTHING) for each in fields(kind))


def hostile_contract(seed: int) -> Contract:
    """The contract of a seed."""
    draw = _Draw(seed)
    while True:
        try:
            made: Contract = draw.made(Contract)
        except _Refused:
            continue
        return made
