"""One fact forgotten, and every value that it may take.

`removable(contract)` gives the facts of a contract whose values can be told
one after the other: enums, booleans, small whole numbers, days. `values(…)`
gives those values; `verdict(…)` what they say of the facts that a rule
misses without that one.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum
from functools import cache
from random import Random
from types import NoneType
from typing import Any, NamedTuple, get_args, get_type_hints

from attrs import fields, has

from apprentissage.errors import ApprentissageError, NotCovered
from apprentissage.facts import Contract, Dossier
from apprentissage.judging import Finding, Outcome, Rule
from apprentissage.law.readings import LETTER
from apprentissage.months import same_day
from tests.properties.paths import NEVER_ASKED, fact, told

_COUNTS = (*range(14), 23, 24, 25, 35, 36, 37, 48, 49, 50, 51, 249, 250, 251)
_MONTHS = (-60, -36, -24, -12, -6, -3, -2, -1, 0, 1, 2, 3, 6, 12, 24, 36, 48)
CONTRADICTIONS = {
    "CYCLE_TOLD_TWICE",
    "ENTRY_TOLD_TWICE",
    "HOURS_TOLD_TWICE",
    "NOTHING_TO_RESUME",
}
"""Reserves of facts that contradict each other, and which one is taken."""
_DAYS = 12
"""As many days are tried, of the hundreds about those of the contract."""


@cache
def _kinds(owner: type[Any]) -> dict[str, Any]:
    """The type of each fact of a class that may be unknown."""
    hints = get_type_hints(owner)
    found: dict[str, Any] = {}
    for field in fields(owner):
        among = set(get_args(hints[field.name]))
        if NoneType in among and field.default is None:
            rest = among - {NoneType}
            if len(rest) == 1:
                found[field.name] = rest.pop()
    return found


def _listed(kind: Any) -> bool:
    return kind in {bool, int, date} or (
        isinstance(kind, type) and issubclass(kind, Enum)
    )


def removable(part: Any, path: str = "") -> Iterator[str]:
    """The paths of the facts told whose values can be listed."""
    owner: Any = type(part)
    kinds = _kinds(owner)
    for field in fields(owner):
        here = f"{path}.{field.name}" if path else field.name
        value = getattr(part, field.name)
        if value is None or here in NEVER_ASKED:
            continue
        if _listed(kinds.get(field.name)) and not isinstance(part, Dossier):
            yield here
        elif has(type(value)):
            yield from removable(value, here)
        elif isinstance(value, tuple):
            for rank, item in enumerate(value):
                if has(type(item)):
                    yield from removable(item, f"{here}[{rank}]")


def _days(contract: Contract) -> Iterator[date]:
    """Days about those that the contract tells."""
    yield from _told_days(contract)
    for day in {contract.concluded_on, contract.starts_on, contract.ends_on}:
        for months in _MONTHS:
            for shift in (-1, 0, 1):
                yield same_day(day, months) + timedelta(shift)


def _told_days(part: Any) -> Iterator[date]:
    for field in fields(type(part)):
        value = getattr(part, field.name)
        if isinstance(value, date):
            yield from (value + timedelta(n) for n in (-1, 0, 1))
        elif has(type(value)):
            yield from _told_days(value)


def values(
    contract: Contract, path: str, random: Random
) -> tuple[list[Any], bool]:
    """Values that a fact may take, and whether these are all."""
    name = path.rpartition(".")[2]
    above = path.rpartition(".")[0]
    owner: Any = type(fact(contract, above) if above else contract)
    kind = _kinds(owner)[name]
    if kind is bool:
        return [True, False], True
    if kind is int:
        return [fact(contract, path), *_COUNTS], False
    if kind is date:
        days = sorted(set(_days(contract)))
        return random.sample(days, min(_DAYS, len(days))), False
    return list(kind), True


MORE = "asks for what turns nothing"
Answer = tuple[Outcome, bool, str, object]
"""The outcome, whether it reminds, the sentence, the named results."""


class Verdict(NamedTuple):
    """What the completions say of a rule that does without a fact.

    Attributes:
        answers: Those of the completions.
        outcome: That without the fact.
        missing: What is then missing.
        all_tried: The values were all that there are.
    """

    answers: frozenset[Answer]
    outcome: Outcome
    missing: tuple[str, ...]
    all_tried: bool

    @property
    def outcomes(self) -> frozenset[Outcome]:
        """Those of the completions."""
        return frozenset(answer[0] for answer in self.answers)

    def fault(self, path: str) -> str | None:
        """How `missing` differs from the facts that turn the answer."""
        if Outcome.UNDETERMINED in self.outcomes:
            return None  # it waits for more than the fact
        if len(self.outcomes) > 1:
            if self.outcome is not Outcome.UNDETERMINED:
                return "decided, though the fact turns it"
            return None if self.missing == (path,) else "misses another fact"
        if self.outcome is Outcome.UNDETERMINED:
            # of days and numbers, one that turns it may not have been tried
            asked = self.all_tried and len(self.answers) == 1
            return MORE if asked else None
        return None if {self.outcome} == self.outcomes else "another outcome"


def _answer(rule: Rule, contract: Contract) -> Finding | None:
    try:
        return rule.judge(contract, LETTER)
    except NotCovered:
        return None


def verdicts(
    contract: Contract, path: str, rules: tuple[Rule, ...], random: Random
) -> Iterator[tuple[str, Verdict]]:
    """The verdict on each rule of a contract that forgets a fact.

    A value that contradicts what else is told is no completion: the finding
    says so.
    """
    try:
        without = told(contract, path, None)
    except ApprentissageError:
        return
    listed, all_tried = values(contract, path, random)
    completed: list[Contract] = []
    for value in listed:
        try:
            completed.append(told(contract, path, value))
        except ApprentissageError:
            continue
    for rule in rules:
        found = _answer(rule, without)
        others = [_answer(rule, each) for each in completed]
        if found is None or None in others:
            continue
        answers = frozenset(
            (each.outcome, each.reminds, each.template, each.values)
            for each in others
            if each is not None
            and not CONTRADICTIONS & {c.name for c in each.caveats}
        )
        if answers:
            yield (
                rule.name,
                Verdict(answers, found.outcome, found.missing, all_tried),
            )
