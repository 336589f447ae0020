"""Drawing facts from their fields and types, each known or unknown."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import Any, Final, TypeVar, get_args, get_origin, get_type_hints

from attrs import NOTHING, fields, has
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from apprentissage.errors import InvalidValue
from apprentissage.months import last_day_of
from apprentissage.testing._values import kinds_of, values_of

T = TypeVar("T")

SIMPLE_DAY = date(2025, 9, 1)
"""The day to which the others shrink."""

_SHIFTS = (0, 0, 0, 1, 1, -1, -1, 2, -2, 7, -7, 15, -15, 31, -31)
_RATES = (3, 1, 0)
_QUARTERS = 4
_BYTE = 256
_MOST = 2
_NONE: Final[Mapping[str, Any]] = MappingProxyType({})

_CHUNK = st.binary(min_size=32, max_size=32)
"""Drawn at once: Hypothesis takes as long for a byte as for 32."""

BY_HAND: Final[dict[type[Any], Callable[..., Any]]] = {}
"""What draws the classes whose facts are tied, or lie about the limits."""


def by_hand(kind: type[Any]) -> Callable[[T], T]:
    """Let a function of `Facts` and the facts stated draw a class."""

    def keep(make: T) -> T:
        BY_HAND[kind] = make  # type: ignore[assignment]
        return make

    return keep


class Facts:
    """Draws the facts of one contract, each known or not.

    The rate of unknown facts is drawn once: three quarters, one, or none.
    An unknown fact is the simplest, so that a counterexample shrinks to the
    facts that matter.

    Attributes:
        quarters: How many facts of four are unknown.
        unknowns: Facts may be unknown.
        starts_on: First day of the contract, about which days are drawn.
        ends_on: Last day of the contract.
        signed_on: Day of its conclusion.
    """

    def __init__(
        self,
        draw: DrawFn,
        *,
        unknowns: bool,
        starts_on: date = SIMPLE_DAY,
        ends_on: date | None = None,
        signed_on: date | None = None,
    ) -> None:
        self.draw = draw
        self.unknowns = unknowns
        self.starts_on = starts_on
        self.ends_on = ends_on or last_day_of(starts_on, 24)
        self.signed_on = signed_on or starts_on
        self._bytes = iter(b"")
        self.quarters = self.pick(_RATES) if unknowns else 0

    def apart(self) -> "Facts":
        """Facts of another part, unknown at a rate of their own."""
        return Facts(
            self.draw,
            unknowns=self.unknowns,
            starts_on=self.starts_on,
            ends_on=self.ends_on,
            signed_on=self.signed_on,
        )

    def of_events(self) -> "Facts":
        """Facts of which one unknown has not happened; their parts as ours."""
        fact = self.apart()
        fact.quarters = fact.pick(_RATES)
        return fact

    def _byte(self) -> int:
        byte = next(self._bytes, None)
        if byte is None:
            self._bytes = iter(self.draw(_CHUNK))
            byte = next(self._bytes)
        return byte

    def _below(self, count: int) -> int:
        if count > _BYTE:
            return (self._byte() * _BYTE + self._byte()) * count // _BYTE**2
        return self._byte() * count // _BYTE

    def pick(self, values: Sequence[T]) -> T:
        """A value, the first being the simplest."""
        return values[self._below(len(values))]

    def about(self, before: int, after: int) -> int:
        """A number from minus one to plus the other; 0 is the simplest."""
        rank = self._below(before + after + 1)
        return rank if rank <= after else after - rank

    def among(self, *values: T) -> T | None:
        """A value, or None for unknown."""
        known = _QUARTERS - self.quarters
        rank = self._below(len(values) * _QUARTERS)
        rank -= len(values) * self.quarters
        return None if rank < 0 else values[rank // known]

    def maybe(self, make: Callable[[], T]) -> T | None:
        """What a function makes, or None for unknown."""
        return None if self.among(True) is None else make()

    def flag(self) -> bool | None:
        """True, False or None for unknown."""
        return self.among(False, True)

    def several(self, make: Callable[[], T], most: int = _MOST) -> tuple[T, ...] | None:
        """Up to so many of what a function makes, or None for unknown."""
        count = self.among(*range(most + 1))
        return None if count is None else tuple(make() for _ in range(count))

    def near(self, *anchors: date) -> date | None:
        """A day on or about some others, or None for unknown."""
        return self.maybe(lambda: self.day_near(*anchors))

    def day_near(self, *anchors: date) -> date:
        """A day on or about some others, the first being the simplest."""
        rank = self._below(len(anchors) * len(_SHIFTS))
        anchor, shift = divmod(rank, len(_SHIFTS))
        return plus(anchors[anchor], _SHIFTS[shift])

    def part(self, kind: type[T], /, **known: Any) -> T:
        """A part of the contract, some of its facts stated."""
        fact = self.apart()
        make = BY_HAND.get(kind)
        return make(fact, **known) if make else fact.whole(kind, known)

    def whole(self, kind: type[T], known: Mapping[str, Any] = _NONE, /, **tied: Any) -> T:
        """A class of facts: those stated or tied, the others by their type."""
        told = {**tied, **known}
        plan: Any = _plan  # a class is hashable, which mypy does not see
        for name, make in plan(kind):
            if name not in told:
                told[name] = make(self)
        return kind(**told)

    def simple(self, kind: type[T], /, **known: Any) -> T:
        """A class of facts, all known, the simplest but those stated."""
        for name, asked, optional in _typed(kind):
            if name in known:
                continue
            if values := values_of(name, asked):
                known[name] = values[0]
            elif get_origin(asked[0]) in {tuple, frozenset}:
                known[name] = get_origin(asked[0])()
            elif optional and asked[0] is date:
                known[name] = self.starts_on
        return kind(**known)


def _typed(kind: type[Any]) -> tuple[tuple[str, tuple[Any, ...], bool], ...]:
    """Each field with its kinds, and whether it may be unknown."""
    types = get_type_hints(kind)
    return tuple((each.name, *kinds_of(types[each.name])) for each in fields(kind))


@cache
def _plan(kind: type[Any]) -> tuple[tuple[str, Callable[[Facts], Any]], ...]:
    """What draws each field, those of no known type left to their default."""
    defaults = {each.name: each.default for each in fields(kind)}
    plans = (
        (name, _maker(name, asked, optional, defaults[name]))
        for name, asked, optional in _typed(kind)
    )
    return tuple((name, make) for name, make in plans if make is not None)


def _maker(
    name: str, asked: tuple[Any, ...], optional: bool, default: Any
) -> Callable[[Facts], Any] | None:
    if values := values_of(name, asked):
        if optional:
            return lambda fact: fact.among(*values)
        return lambda fact: fact.pick(values)
    make = _one(asked[0])
    if not optional:
        return make if default is NOTHING or has(asked[0]) else None
    if get_origin(asked[0]) is tuple:
        item = _one(get_args(asked[0])[0])
        return item and (lambda fact: fact.several(lambda: item(fact)))
    return make and (lambda fact: fact.maybe(lambda: make(fact)))


def _one(kind: Any) -> Callable[[Facts], Any] | None:
    if kind is date:
        return lambda fact: fact.day_near(fact.starts_on)
    if isinstance(kind, type) and has(kind):
        return lambda fact: fact.part(kind)
    return None


def given(draw: DrawFn, value: Any) -> Any:
    """A value that the caller states, or draws by a strategy of his own."""
    return draw(value) if isinstance(value, SearchStrategy) else value


def stated(draw: DrawFn, kind: type[Any], facts: dict[str, Any]) -> dict[str, Any]:
    """The fields that the caller states, each a value or a strategy.

    Raises:
        InvalidValue: For the name of no field.
    """
    names = [attribute.name for attribute in fields(kind)]
    for name in facts:
        if name not in names:
            raise InvalidValue(kind.__name__, name, f"write one of {', '.join(names)}")
    return {name: given(draw, value) for name, value in facts.items()}


def plus(day: date, days: int) -> date:
    """A day some days later, or earlier."""
    return day + timedelta(days=days)
