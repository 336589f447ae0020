"""The values that stand for all that an unknown fact of pay may be.

Pay asks little of most facts: whether an employer is public, which SMIC a
place has, at most how many years of the grid, which months of a cycle are
gone. One value stands for all those of which it asks the same. What may be any
rate, amount or other day has no such list.
"""

from collections.abc import Callable, Hashable, Iterable
from math import prod
from re import compile as regex
from typing import Any, Generic, TypeVar

from apprentissage.errors import InvalidValue, NotCovered
from apprentissage.facts import (
    Contract,
    Diploma,
    DurationGround,
    EmployerType,
    RateKind,
    Route,
    Territory,
)
from apprentissage.facts.changing import changed
from apprentissage.facts.levels import HIGHEST_LEVEL, LOWEST_LEVEL
from apprentissage.judging import possible_answers
from apprentissage.judging.completions import Told
from apprentissage.months import months_begun, same_day
from apprentissage.pay.cycle import LAST_YEAR, cycle_told_twice, ground_excluded

T = TypeVar("T")
R = TypeVar("R", bound=Hashable)

_EITHER = (True, False)
_MOST = 25
"""Completions tried, each of which is a whole schedule."""
CYCLE_YEARS, CYCLE_STARTS_ON = "training.cycle_years", "training.cycle_starts_on"
ENTRY_YEAR = "training.entry_year"
_ITEM = regex(r"previous\[\d+\]")


VALUES: dict[str, Iterable[Any]] = {
    "duration_ground": DurationGround,
    "employer.type": (EmployerType.OTHER_PRIVATE, EmployerType.OTHER_PUBLIC),
    "employer.territory": (Territory.METROPOLE, Territory.MAYOTTE),
    "training.diploma": (Diploma.BTS, Diploma.LICENCE_PROFESSIONNELLE),
    "training.level": range(LOWEST_LEVEL, HIGHEST_LEVEL + 1),
    ENTRY_YEAR: range(1, LAST_YEAR + 1),
    "previous.route": Route,
    "previous.same_employer": _EITHER,
    "previous.same_branch": _EITHER,
    "previous.diploma_obtained": _EITHER,
    "previous.directly_related": _EITHER,
    "previous.level": (0, *range(LOWEST_LEVEL, HIGHEST_LEVEL + 1)),
    "previous.cycle_years": range(1, LAST_YEAR + 1),
    "previous.last_rate_kind": RateKind,
}
"""The values of each fact, by its path without ranks."""


def values_of(path: str, contract: Contract) -> Iterable[Any]:
    """The values of an unknown fact, one for all that leave the same pay due.

    Args:
        path: Its absolute path.
        contract: The facts, of which the days bound the years of a cycle.

    Returns:
        None of them where they cannot be listed.
    """
    if path == CYCLE_YEARS:
        # a longer cycle leaves no year of the grid but the last
        months = months_begun(contract.starts_on, contract.ends_on)
        return range(1, -(-months // 12) + LAST_YEAR)
    if path == CYCLE_STARTS_ON:
        training = contract.training
        if training.cycle_ends_on is not None and training.cycle_years is None:
            return ()  # it tells the length of the cycle, too
        # a month gone of the cycle each, up to those of the last year of the grid
        gone = range(12 * (LAST_YEAR - 1) + 1)
        return [same_day(contract.starts_on, -each) for each in gone]
    return VALUES.get(_ITEM.sub("previous", path), ())


class Completions(Generic[T]):
    """A contract with its unknown facts told, each way worked out once.

    Args:
        contract: The facts.
        work_out: What is worked out of a contract that tells them.
    """

    def __init__(self, contract: Contract, work_out: Callable[[Contract], T]) -> None:
        self._contract = contract
        self._work_out = work_out
        self._values: dict[str, tuple[Any, ...]] = {}
        self._completed: dict[tuple[tuple[str, Any], ...], tuple[T, Completions[T]] | None] = {}

    def answers(
        self, missing: tuple[str, ...], ask: Callable[[T, "Completions[T]"], R]
    ) -> tuple[tuple[R | None, ...], tuple[str, ...]] | None:
        """The answers that a question has as some unknown facts are told.

        Args:
            missing: Their absolute paths.
            ask: The question, of one completion: of what is worked out of it,
                and of its own completions where it waits for other facts.

        Returns:
            As `possible_answers`, None among them where the facts or the law
            allow no answer; None alone where the values cannot be listed, or
            make more completions than are tried.
        """
        told_by_another = {ENTRY_YEAR} if CYCLE_STARTS_ON in missing else set()
        asked = [path for path in missing if path not in told_by_another]
        candidates = {path: self._values_of(path) for path in asked}
        if not 0 < prod(map(len, candidates.values())) <= _MOST:
            return None

        def answer(facts: Told) -> R | None:
            completed = self._complete(facts)
            return None if completed is None else ask(*completed)

        answers, turning = possible_answers(answer, candidates)
        if CYCLE_STARTS_ON in turning:
            # of the first day, which tells the year in which one enters too
            turning = tuple([path for path in missing if path in {*turning, ENTRY_YEAR}])
        return answers, turning

    def _complete(self, facts: Told) -> "tuple[T, Completions[T]] | None":
        """A completion; None where the facts or the law allow nothing."""
        key = tuple(facts.items())
        if key not in self._completed:
            try:
                told = changed(self._contract, facts)
                self._completed[key] = self._work_out(told), Completions(told, self._work_out)
            except (InvalidValue, NotCovered):
                self._completed[key] = None
        return self._completed[key]

    def _values_of(self, path: str) -> tuple[Any, ...]:
        """The values of a fact that contradict nothing else that is told."""
        if path not in self._values:
            listed = values_of(path, self._contract)
            self._values[path] = tuple([each for each in listed if self._told(path, each)])
        return self._values[path]

    def _told(self, path: str, value: object) -> bool:
        """Whether a fact may have a value."""
        try:
            told = changed(self._contract, {path: value})
        except InvalidValue:
            return False
        if path == "duration_ground":
            return not ground_excluded(told)
        return path != CYCLE_STARTS_ON or not cycle_told_twice(told)
