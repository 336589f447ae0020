"""Drawing facts: one cheap draw each, known or unknown."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any, TypeVar

from attrs import fields
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from apprentissage.errors import InvalidValue

T = TypeVar("T")

_SHIFTS = (0, 0, 0, 1, 1, -1, -1, 2, -2, 7, -7, 15, -15, 31, -31)
_RATES = (3, 1, 0)
_QUARTERS = 4


@cache
def _below(count: int) -> SearchStrategy[int]:
    return st.integers(0, count - 1)


class Facts:
    """Draws the facts of one contract, each known or not.

    The rate of unknown facts is drawn once: three quarters, one, or none.
    An unknown fact is the simplest, so that a counterexample shrinks to the
    facts that matter.
    """

    __slots__ = ("draw", "quarters", "unknowns")

    def __init__(self, draw: DrawFn, *, unknowns: bool) -> None:
        self.draw = draw
        self.unknowns = unknowns
        self.quarters = self.pick(_RATES) if unknowns else 0

    def apart(self) -> "Facts":
        """Facts of another part, unknown at a rate of their own."""
        return Facts(self.draw, unknowns=self.unknowns)

    def pick(self, values: Sequence[T]) -> T:
        """A value, the first being the simplest."""
        return values[self.draw(_below(len(values)))]

    def among(self, *values: T) -> T | None:
        """A value, or None for unknown."""
        known = _QUARTERS - self.quarters
        rank = self.draw(_below(len(values) * _QUARTERS))
        rank -= len(values) * self.quarters
        return None if rank < 0 else values[rank // known]

    def flag(self) -> bool | None:
        """True, False or None for unknown."""
        return self.among(False, True)

    def maybe(self, make: Callable[[], T]) -> T | None:
        """What a function makes, or None for unknown."""
        return None if self.among(True) is None else make()

    def several(
        self, make: Callable[[], T], most: int
    ) -> tuple[T, ...] | None:
        """Up to so many of what a function makes, or None for unknown."""
        count = self.among(*range(most + 1))
        return None if count is None else tuple(make() for _ in range(count))

    def near(self, *anchors: date) -> date | None:
        """A day on or about some others, or None for unknown."""
        return self.maybe(lambda: self.day_near(*anchors))

    def day_near(self, *anchors: date) -> date:
        """A day on or about some others, the first being the simplest."""
        rank = self.draw(_below(len(anchors) * len(_SHIFTS)))
        anchor, shift = divmod(rank, len(_SHIFTS))
        return plus(anchors[anchor], _SHIFTS[shift])


def given(draw: DrawFn, value: Any) -> Any:
    """A value that the caller states, or draws by a strategy of his own."""
    return draw(value) if isinstance(value, SearchStrategy) else value


def stated(
    draw: DrawFn, kind: type[Any], facts: dict[str, Any]
) -> dict[str, Any]:
    """The fields that the caller states, each a value or a strategy.

    Raises:
        InvalidValue: For the name of no field.
    """
    names = [attribute.name for attribute in fields(kind)]
    for name in facts:
        if name not in names:
            raise InvalidValue(
                kind.__name__, name, f"write one of {', '.join(names)}"
            )
    return {name: given(draw, value) for name, value in facts.items()}


def plus(day: date, days: int) -> date:
    """A day some days later, or earlier."""
    return day + timedelta(days=days)
