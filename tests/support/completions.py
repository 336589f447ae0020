"""One fact forgotten, and every value that it may take.

`removable(contract)` gives the facts of a contract whose values can be told
one after the other: enums, booleans, small whole numbers, days. `values(…)`
gives those values; `verdict(…)` what they say of the facts that a rule
misses without that one.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
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
    "AID_WITHOUT_CONTRACT",
    "CFA_CONDITION_DENIED",
    "CYCLE_TOLD_TWICE",
    "DEPOSIT_TOLD_TWICE",
    "ENTRY_TOLD_TWICE",
    "GROUND_TOLD_TWICE",
    "HOURS_TOLD_TWICE",
    "INDIVIDUAL_AND_FIRM",
    "KIND_DENIES_PROROGATION",
    "LISTED_WORK_DENIED",
    "MISSIONS_OF_NO_AGENCY",
    "NOTHING_TO_RESUME",
    "ORDER_TOLD_TWICE",
    "PAY_FALLS",
    "PAY_TOLD_TWICE",
    "PUBLIC_ASCENDANT",
    "RUPTURE_OUT_OF_CONTRACT",
    "SECOND_EMPLOYER_OF_NO_PAIR",
    "SIGNERS_TOLD_TWICE",
    "TITLE_TOLD_TWICE",
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
    return kind in {bool, int, date} or (isinstance(kind, type) and issubclass(kind, Enum))


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


def values(contract: Contract, path: str, random: Random) -> tuple[list[Any], bool]:
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


def _every(contract: Contract, path: str) -> Iterator[Any]:
    """As good as all the days, or all the numbers, of a fact.

    A rule that waits for it is turned by one of these, if by any: the days of
    ten years before the start and after it, the anniversaries of a lifetime,
    the numbers up to a hundred years of months.
    """
    start = contract.starts_on
    if isinstance(fact(contract, path), int):
        yield from range(1_201)
        return
    for years in range(-70, 11):
        for shift in (-1, 0, 1):
            yield same_day(start, 12 * years) + timedelta(shift)
    for shift in range(-3_660, 3_661):
        yield start + timedelta(shift)


MORE = "asks for what turns nothing"
Answer = tuple[Outcome, bool, str, object]
"""The outcome, whether it reminds, the sentence, the named results."""


class Verdict(NamedTuple):
    """What the completions say of a rule that does without a fact.

    Attributes:
        answers: Those of the completions.
        outcome: That without the fact.
        missing: What is then missing.
        turned: Some value gives another answer, be it one that contradicts
            what else is told; of days and numbers, as good as all were tried.
    """

    answers: frozenset[Answer]
    outcome: Outcome
    missing: tuple[str, ...]
    turned: bool

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
            # a contract that has no end was broken, perhaps: another is asked
            asks = path in self.missing
            return MORE if asks and not self.turned else None
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
    completed = [*_completed(contract, path, listed)]
    for rule in rules:
        found = _answer(rule, without)
        answers = _answers(rule, completed)
        if found is None or not answers:
            continue
        turned = len(answers) > 1
        if found.outcome is Outcome.UNDETERMINED and not turned:
            others = _completed(contract, path, listed if all_tried else _every(contract, path))
            turned = any(_answers(rule, [each], agreeing=False) - answers for each in others)
        yield (rule.name, Verdict(answers, found.outcome, found.missing, turned))


def _completed(contract: Contract, path: str, listed: Iterable[Any]) -> Iterator[Contract]:
    """The contract with each of these values that it can have.

    A cycle that did not go to its end was broken: that is told in its place.
    """
    above, _, name = path.rpartition(".")
    without = told(contract, path, None)
    names = ("ended_on", "ruptured_on") if name == "ended_on" else (name,)
    for value in listed:
        for each in names:
            with suppress(ApprentissageError):
                yield told(without, f"{above}.{each}" if above else each, value)


def _answers(
    rule: Rule, completed: Sequence[Contract], *, agreeing: bool = True
) -> frozenset[Answer]:
    """What a rule answers to these; nothing where the law is not covered.

    Args:
        rule: The rule.
        completed: The contracts.
        agreeing: Those alone whose facts do not contradict each other.
    """
    found = [_answer(rule, each) for each in completed]
    if None in found:
        return frozenset()
    return frozenset(
        (each.outcome, each.reminds, each.template, each.values)
        for each in found
        if each is not None and not (agreeing and CONTRADICTIONS & {c.name for c in each.caveats})
    )
