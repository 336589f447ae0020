"""All failures of a review at once: the fewest changes that clear them.

A list of remedies that agree is tried as one contract first; where none does,
remedies are taken one after another, each on the contract that others left.
"""

from collections.abc import Collection, Iterator
from itertools import combinations
from typing import Any

from attrs import evolve

from apprentissage._text import enumeration
from apprentissage.errors import InvalidValue
from apprentissage.facts.changing import value_at
from apprentissage.facts.names import french_names
from apprentissage.judging import Hopeless, hopeless
from apprentissage.judging.watching import Session
from apprentissage.reviewing._bench import WAITS, Bench, Trial, overlap
from apprentissage.reviewing.changes import Remedy, Together

_MOST_COMBINED = 16
"""Remedies of which lists are made: every subset of them is looked at."""

_MOST_TRIED = 12
"""Lists tried as one, each a review, before remedies are taken in turn."""

_MOST_LISTS = 2
"""Lists taken in turn: what the first one leaves is asked first in the second.
"""


def shortest(bench: Bench, found: list[Remedy]) -> Together:
    """The fewest changes that clear all that some remedy clears."""
    wanted = {remedy.rule for remedy in found}
    for chosen in _covers(found, wanted):
        merged = {change.path: change.after for remedy in chosen for change in remedy.changes}
        contract = bench.changed(merged)
        if contract is None:
            continue
        trial = bench.trial(contract)
        if trial.proved and wanted <= trial.cleared:
            return _all_of(bench, chosen, [*merged], trial)
    return _one_after_another(bench, found)


def _all_of(bench: Bench, chosen: tuple[Remedy, ...], paths: list[str], trial: Trial) -> Together:
    """The remedies chosen, as one contract."""
    return Together(
        remedies=chosen,
        changes=bench.between(paths, trial.contract),
        clears=bench.clears(trial),
        leaves=(),
        contract=trial.contract,
    )


def _one_after_another(bench: Bench, found: list[Remedy]) -> Together:
    """Remedies each of which starts from the contract that others left.

    What one list leaves is asked for first in the next.
    """
    wanted = {remedy.rule for remedy in found}
    lists: list[Together] = []
    left: set[str] = set()
    for _ in range(_MOST_LISTS):
        lists.append(_in_turn(bench, left))
        left = wanted.difference(lists[-1].clears)
        if not left:
            break
    best = min(
        lists,
        key=lambda each: (
            len(wanted.difference(each.clears)),
            -len(each.clears),
            len(each.changes),
        ),
    )
    return evolve(best, leaves=tuple(_left_by(bench, best, found)))


def _left_by(bench: Bench, together: Together, found: list[Remedy]) -> Iterator[Hopeless]:
    """Why the rules of these remedies are left."""
    session = bench.trial(together.contract).session
    for rule in bench.rules:
        own = [each for each in found if each.rule == rule.name]
        if not own or rule.name in together.clears:
            continue
        then = rule.told_in(session)
        why = (
            hopeless(
                "Cette liste ne règle pas « {title} » : une fois les autres changements "
                "faits, il manque pour en juger : {facts}.",
                title=rule.title,
                facts=french_names(then.missing),
            )
            if then.outcome is WAITS
            else hopeless(
                "Cette liste ne règle pas « {title} » : ce qui le ferait seul ({facts}) ne suffit "
                "plus après les autres changements. Il faut choisir l'un ou l'autre, ou revoir "
                "le contrat entier.",
                title=rule.title,
                facts=enumeration(c.name for c in own[0].changes),
            )
        )
        yield evolve(why, rule=rule.name)


def _in_turn(bench: Bench, first: Collection[str]) -> Together:
    """The remedy that clears most, then another, until there is none.

    Where two of them change one fact, the later one has the last word.

    Args:
        bench: The contract of the review.
        first: The rules that are asked before the others.
    """
    chosen: list[Remedy] = []
    here = bench
    while ways := [*_ways(here)]:
        remedy = min(
            ways,
            key=lambda each: (each.rule not in first, -len(each.clears), len(each.changes)),
        )
        chosen.append(remedy)
        here = _after(here, remedy)
    # what is told is what changes between the contract of the review and the
    # last one, and neither a step that another one overwrites nor a fact
    # inside a list that is written whole
    paths = [_standing(bench, change.path) for remedy in chosen for change in remedy.changes]
    whole = [
        path
        for path in dict.fromkeys(paths)
        if not any(overlap((path, other)) and path > other for other in paths)
    ]
    return _all_of(bench, tuple(chosen), whole, bench.trial(here.contract).judged())


def _standing(bench: Bench, path: str) -> str:
    """A path; that of its list where one is added before it."""
    try:
        value_at(bench.contract, path)
    except InvalidValue:
        return path.rpartition("[")[0]
    return path


def _ways(bench: Bench) -> Iterator[Remedy]:
    """The remedies of every rule that fails."""
    for rule in bench.rules:
        told = bench.told(rule, bench.contract, bench.before[rule.name])
        yield from bench.proved(rule, told)


def _after(bench: Bench, remedy: Remedy) -> Bench:
    """Where proposals are tried on the contract that a remedy leaves."""
    session = Session(remedy.contract, bench.readings)
    return Bench(
        remedy.contract,
        bench.readings,
        bench.rules,
        {each.name: each.told_in(session) for each in bench.rules},
    )


def _covers(found: list[Remedy], wanted: set[str]) -> Iterator[tuple[Remedy, ...]]:
    """Lists of remedies that agree and clear all, the fewest changes first."""
    lists = [
        chosen
        for size in range(1, len(wanted) + 1)
        for chosen in combinations(found[:_MOST_COMBINED], size)
        if wanted <= {name for remedy in chosen for name in remedy.clears} and _agree(chosen)
    ]
    lists.sort(key=_length)
    yield from lists[:_MOST_TRIED]


def _length(chosen: tuple[Remedy, ...]) -> tuple[int, int]:
    paths = {each.path for remedy in chosen for each in remedy.changes}
    return len(paths), len(chosen)


def _agree(chosen: tuple[Remedy, ...]) -> bool:
    """Whether no two of them write another value of one fact."""
    values: dict[str, Any] = {}
    for remedy in chosen:
        for change in remedy.changes:
            if values.setdefault(change.path, change.after) != change.after:
                return False
    return not overlap(values)
