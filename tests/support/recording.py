"""Which contested points a rule consults, and which sentences it says."""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from apprentissage.errors import NotCovered
from apprentissage.facts import Contract
from apprentissage.judging import Finding, Rule
from apprentissage.judging._watched import Watched
from apprentissage.law.readings import LETTER, POINTS, Readings
from tests.support.results import declared, faults, given
from tests.support.sentences import SAID

POINTS_OF: dict[str, set[str]] = {
    rule: set(points)
    for rule, points in json.loads(
        Path("docs/_ext/points.json").read_text(encoding="utf-8")
    ).items()
}
"""The contested points of each rule, as the docs list them."""


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


def check_said(rule: Rule, contracts: Iterable[Contract]) -> None:
    """A rule says its sentences and consults its points, all and no other.

    Args:
        rule: The rule.
        contracts: Enough of them to reach its every branch.
    """
    known = tuple(contracts)
    differing = templates_used(rule, known) ^ SAID[rule.name]
    assert not differing, differing
    listed, read = POINTS_OF.get(rule.name, set()), points_read(rule, known)
    assert read <= listed
    # asked of those who are born on a 29 February: see the properties
    assert listed - read <= {"leap_birthday"}, listed - read
    check_results(rule, known)


def check_results(rule: Rule, contracts: Iterable[Contract]) -> None:
    """A rule gives the results that it declares, all, typed, and no other."""
    found = [
        rule.find(contract, readings) for contract in contracts for readings in single_choices()
    ]
    undeclared = {fault for each in found for fault in faults(each)}
    assert not undeclared, undeclared
    named = {named for each in found for named in given(each)}
    never = declared(rule) - named
    assert not never, never


def _within(finding: Finding) -> Iterator[Finding]:
    yield finding
    for part in finding.parts:
        yield from _within(part)
