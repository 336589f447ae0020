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
from apprentissage.judging import Outcome, Rule
from apprentissage.law.readings import LETTER
from apprentissage.months import same_day
from tests.properties.paths import NEVER_ASKED, fact, told

_COUNTS = (*range(14), 23, 24, 25, 35, 36, 37, 48, 49, 50, 51, 249, 250, 251)
_MONTHS = (-60, -36, -24, -12, -6, -3, -2, -1, 0, 1, 2, 3, 6, 12, 24, 36, 48)
_DAYS = 20
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
    kinds = _kinds(type(part))
    for field in fields(type(part)):
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
    owner = fact(contract, above) if above else contract
    kind = _kinds(type(owner))[name]
    if kind is bool:
        return [True, False], True
    if kind is int:
        return [fact(contract, path), *_COUNTS], False
    if kind is date:
        days = sorted(set(_days(contract)))
        return random.sample(days, min(_DAYS, len(days))), False
    return list(kind), True


class Verdict(NamedTuple):
    """What the completions say of a rule that does without a fact.

    Attributes:
        outcomes: Those of the completions.
        outcome: That without the fact.
        missing: What is then missing.
        all_tried: The values were all that there are.
    """

    outcomes: frozenset[Outcome]
    outcome: Outcome
    missing: tuple[str, ...]
    all_tried: bool

    def fault(self, path: str) -> str | None:
        """How `missing` differs from the facts that turn the outcome."""
        if Outcome.UNDETERMINED in self.outcomes:
            return None  # it waits for more than the fact
        if len(self.outcomes) > 1:
            if self.outcome is not Outcome.UNDETERMINED:
                return "decided, though the fact turns it"
            return None if self.missing == (path,) else "misses another fact"
        if self.outcome is Outcome.UNDETERMINED:
            # of days and numbers, one that turns it may not have been tried
            return "asks for what turns nothing" if self.all_tried else None
        return None if {self.outcome} == self.outcomes else "another outcome"


def _outcome(rule: Rule, contract: Contract) -> tuple[Outcome, Any]:
    try:
        found = rule.judge(contract, LETTER)
    except NotCovered:
        return Outcome.UNDETERMINED, None
    return found.outcome, found.missing


def verdicts(
    contract: Contract, path: str, rules: tuple[Rule, ...], random: Random
) -> Iterator[tuple[str, Verdict]]:
    """The verdict on each rule of a contract that forgets a fact."""
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
        outcome, missing = _outcome(rule, without)
        if missing is None:
            continue
        yield (
            rule.name,
            Verdict(
                frozenset(_outcome(rule, each)[0] for each in completed),
                outcome,
                missing,
                all_tried,
            ),
        )
