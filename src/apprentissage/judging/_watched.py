"""Readings that note which contested points a judge consults."""

from collections.abc import Callable
from typing import Any

from apprentissage.law.choices import Choice
from apprentissage.law.readings import POINTS, Readings


class Watched(Readings):
    """The same choices as other readings, and the points consulted so far.

    A judge is a plain function: where it has not asked for a point, it finds
    the same under each of its choices. So the points need not be declared,
    and only those consulted are judged again.
    """

    __slots__ = ("consulted", "readings")

    consulted: set[str]
    readings: Readings

    def __init__(
        self, readings: Readings, consulted: set[str] | None = None
    ) -> None:
        """Watch readings, noting beside other watched ones where told."""
        # frozen like all readings: filled in behind its own back
        object.__setattr__(self, "readings", readings)
        object.__setattr__(
            self, "consulted", set() if consulted is None else consulted
        )

    # What derives from watched readings is watched too: a judge that tries a
    # choice of its own still depends on the other points that it asks for.

    def choose(self, **choices: Choice | str) -> Readings:
        """Other choices, watched together with these."""
        return Watched(self.readings.choose(**choices), self.consulted)

    def others(self, point: str) -> tuple[tuple[Choice, Readings], ...]:
        """Every other choice of a point, watched together with these."""
        return tuple(
            (choice, Watched(other, self.consulted))
            for choice, other in self.readings.others(point)
        )


def _noting(point: str) -> Callable[[Watched], Any]:
    def read(self: Watched) -> Any:
        self.consulted.add(point)
        return getattr(self.readings, point)

    return read


for _point in POINTS:
    setattr(Watched, _point, property(_noting(_point)))

# no choice, but read through all the same
setattr(Watched, "smic", property(lambda self: self.readings.smic))  # noqa: B010
