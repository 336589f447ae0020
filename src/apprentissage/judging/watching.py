"""Readings that note which contested points a judge consults."""

from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar

from attrs import fields

from apprentissage.errors import NotCovered
from apprentissage.facts import Contract
from apprentissage.judging.finding import Finding
from apprentissage.law.choices import Choice
from apprentissage.law.readings import POINTS, Readings

Judge = Callable[[Contract, Readings], Finding]
"""`judge(contract, readings)` judges one rule and raises nothing but
`NotCovered`."""


T = TypeVar("T")
F = TypeVar("F")
"""The facts: a contract, or what a plain question tells of one."""


class Watched(Readings):
    """The same choices as other readings, and the points consulted so far.

    A judge is a plain function: where it has not asked for a point, it finds
    the same under each of its choices. So the points need not be declared,
    and only those consulted are judged again.
    """

    __slots__ = ("notes", "readings")

    notes: list[str]
    readings: Readings

    # it notes what frozen readings cannot; their points are properties here.
    # One of both alone would leave each note to a lookup by name.
    __setattr__ = object.__setattr__
    __delattr__ = object.__delattr__

    def __init__(self, readings: Readings, notes: list[str] | None = None) -> None:
        """Watch readings, noting beside other watched ones where told."""
        self.readings = readings
        self.notes = [] if notes is None else notes

    @property
    def consulted(self) -> set[str]:
        """The points consulted so far."""
        return {*self.notes}

    # What derives from watched readings is watched too: a judge that tries a
    # choice of its own still depends on the other points that it asks for.

    def choose(self, **choices: Choice | str) -> Readings:
        """Other choices, watched together with these."""
        return Watched(self.readings.choose(**choices), self.notes)

    def others(self, point: str) -> tuple[tuple[Choice, Readings], ...]:
        """Every other choice of a point, watched together with these."""
        return tuple(
            (choice, Watched(other, self.notes)) for choice, other in self.readings.others(point)
        )


_Told: TypeAlias = dict[Callable[..., Any], tuple[Any, list[str]]]
"""What each judge finds, and the points that it consulted."""


class Session(Watched):
    """One contract under some readings, and what judges found of it so far.

    It lives as long as one review, and is itself the readings that its judges
    are given: a rule that needs the finding of another takes it from there
    (`Rule.judged`), and no judge is asked twice under the same choices.
    """

    __slots__ = ("_aside", "_point", "_sessions", "_told", "contract")

    def __init__(
        self,
        contract: Contract,
        readings: Readings,
        aside: "_Told | None" = None,
        point: str = "",
    ) -> None:
        """Open it, with nothing judged.

        Args:
            contract: The facts.
            readings: The choice on each contested point.
            aside: What judges find under another choice of one point.
            point: That point.
        """
        super().__init__(readings)
        self.contract = contract
        self._aside: _Told = {} if aside is None else aside
        self._point = point
        self._told: _Told = {}
        self._sessions: dict[str, tuple[tuple[Choice, Session], ...]] = {}

    def told(self, judge: Callable[[Any, Readings], T]) -> tuple[T | NotCovered, list[str]]:
        """What a judge finds, and the points that it consulted."""
        told = self._told.get(judge)
        if told is None:
            told = self._aside.get(judge)
            # what did not ask for the point is found under each choice of it
            if told is None or self._point in told[1]:
                notes = self.notes
                before = len(notes)
                found: T | NotCovered
                try:
                    found = judge(self.contract, self)
                except NotCovered as gap:
                    found = gap.with_traceback(None)
                told = self._told[judge] = found, notes[before:]
        return told

    def under_others(self, point: str) -> "tuple[tuple[Choice, Session], ...]":
        """A session under every other choice of a point."""
        kept = self._sessions.get(point)
        if kept is None:
            kept = self._sessions[point] = tuple(
                (choice, Session(self.contract, other, self._told, point))
                for choice, other in self.readings.others(point)
            )
        return kept


def once(judge: Callable[[F, Readings], T], contract: F, readings: Readings) -> T:
    """What a judge finds; within a review, what it found already.

    For what several rules ask of one contract, be it a finding or less.

    Raises:
        NotCovered: As the judge.
    """
    if not isinstance(readings, Session) or (readings.contract is not contract):
        return judge(contract, readings)
    found, consulted = readings.told(judge)
    readings.notes += consulted
    if isinstance(found, NotCovered):
        raise found
    return found


def at_face(readings: Readings) -> Readings:
    """The same readings, watched no more.

    For a judge that has seen that its outcome and its code are the same under
    every choice: what it still reads, the days that it tells, needs no other
    judgement. See the property of all rules that holds it to that.
    """
    return readings.readings if isinstance(readings, Watched) else readings


def _noting(point: str) -> Callable[[Watched], Any]:
    def read(self: Watched) -> Any:
        self.notes.append(point)
        return getattr(self.readings, point)

    return read


def _reading(name: str) -> Callable[[Watched], Any]:
    return lambda self: getattr(self.readings, name)


for _name in (each.name for each in fields(Readings)):
    # the SMIC is no point of choice: it is read without a note
    _get = _noting(_name) if _name in POINTS else _reading(_name)
    setattr(Watched, _name, property(_get))
