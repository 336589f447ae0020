"""Readings that remember which contested points a rule has consulted.

assert points_read(UPPER_AGE, contracts) == set(
    UPPER_AGE.reads
)
"""

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import fields

from apprentissage.facts import Contract
from apprentissage.judging import Finding, Rule
from apprentissage.law.readings import LETTER, POINTS, Readings

__all__ = [
    "RecordingReadings",
    "points_read",
    "single_choices",
    "templates_used",
]


class RecordingReadings(Readings):
    """The same choices as other readings, and the points asked so far."""

    seen: set[str]

    def __init__(self, readings: Readings) -> None:
        object.__setattr__(self, "seen", set())
        super().__init__(
            **{a.name: getattr(readings, a.name) for a in fields(Readings)}
        )
        self.seen.clear()  # the validators have asked for every point

    def __getattribute__(self, name: str) -> Any:
        if name in POINTS:
            object.__getattribute__(self, "seen").add(name)
        return object.__getattribute__(self, name)


def single_choices() -> Iterator[Readings]:
    """The letter, then every other choice of every point, one at a time."""
    yield LETTER
    for point, choices in POINTS.items():
        for choice in choices:
            if choice is not getattr(LETTER, point):
                yield LETTER.choose(**{point: choice})


def points_read(rule: Rule, contracts: Iterable[Contract]) -> set[str]:
    """The points that a rule consults on some of the contracts.

    Args:
        rule: The rule, whose `reads` should equal the answer.
        contracts: Enough of them to reach every branch of the rule.

    Returns:
        The names of the points, whichever the choices of the others.
    """
    seen: set[str] = set()
    for contract in contracts:
        for readings in single_choices():
            recording = RecordingReadings(readings)
            rule.judge(contract, recording)
            seen |= recording.seen
    return seen


def templates_used(rule: Rule, contracts: Iterable[Contract]) -> set[str]:
    """The templates of all findings and parts of a rule on some contracts.

    Each sentence is rendered on the way. The answer should equal
    `set(rule.sentences)` where the contracts reach every branch.
    """
    return {
        finding.template
        for contract in contracts
        for readings in single_choices()
        for finding in _within(rule.judge(contract, readings))
        if finding.sentence
    }


def _within(finding: Finding) -> Iterator[Finding]:
    yield finding
    for part in finding.parts:
        yield from _within(part)
