"""Which contested points a rule consults, and which sentences it says."""

from collections.abc import Iterable, Iterator
from contextlib import suppress

from apprentissage.errors import NotCovered
from apprentissage.facts import Contract
from apprentissage.judging import Finding, Rule
from apprentissage.judging._watched import Watched
from apprentissage.law.readings import LETTER, POINTS, Readings

__all__ = ["consulted", "points_read", "single_choices", "templates_used"]


def single_choices() -> Iterator[Readings]:
    """The letter, then every other choice of every point, one at a time."""
    yield LETTER
    for point in POINTS:
        for _, other in LETTER.others(point):
            yield other


def consulted(rule: Rule, contract: Contract, readings: Readings) -> set[str]:
    """The points that a rule consults on one contract."""
    watched = Watched(readings)
    with suppress(NotCovered):
        rule.judge(contract, watched)
    return watched.consulted


def points_read(rule: Rule, contracts: Iterable[Contract]) -> set[str]:
    """The points that a rule consults on some of the contracts.

    Args:
        rule: The rule.
        contracts: Enough of them to reach every branch of the rule.

    Returns:
        The names of the points, whichever the choices of the others.
    """
    return {
        point
        for contract in contracts
        for readings in single_choices()
        for point in consulted(rule, contract, readings)
    }


def templates_used(rule: Rule, contracts: Iterable[Contract]) -> set[str]:
    """The templates of all findings and parts of a rule on some contracts.

    Each sentence is rendered on the way.
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
