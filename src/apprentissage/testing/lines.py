"""What pay lines satisfy in every payroll."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from attrs import evolve

from apprentissage.facts import NO_EXTENSION, NO_GRID, Contract, PayBase
from apprentissage.law.readings import LETTER, Readings
from apprentissage.months import eve_of, last_day_of, morrow_of, same_day
from apprentissage.pay.schedule import pay_schedule


class Line(NamedTuple):
    """A pay line as a payroll gives it.

    Attributes:
        starts_on: First day.
        ends_on: Last day, counted.
        rate: Percent of the SMIC.
    """

    starts_on: date
    ends_on: date
    rate: Decimal

    def __str__(self) -> str:
        return f"{self.starts_on} to {self.ends_on}: {self.rate} %"


Payroll: TypeAlias = Callable[[Contract], Iterable[Any]]
"""Gives the lines of a contract: tuples of first day, last day and percent
of the SMIC, or objects with `starts_on`, `ends_on` and `rate`."""

Invariant: TypeAlias = Callable[[Payroll, Contract, Readings], None]


class InvariantBroken(AssertionError):
    """A payroll breaks an invariant.

    Attributes:
        invariant: Its name.
        contract: The contract for which it does.
        told: What is wrong.
        lines: What the payroll gave.
    """

    def __init__(
        self, invariant: str, contract: Contract, told: str, lines: tuple[Line, ...] = ()
    ) -> None:
        super().__init__(invariant, contract, told, lines)
        self.invariant = invariant
        self.contract = contract
        self.told = told
        self.lines = lines

    def __str__(self) -> str:
        contract = self.contract
        told = [
            f"{self.invariant}: {self.told}",
            f"  born {contract.apprentice.born_on}, concluded "
            f"{contract.concluded_on}, from {contract.starts_on} to "
            f"{contract.ends_on}",
        ]
        return "\n".join((*told, *(f"  line {line}" for line in self.lines)))


def line_of(given_line: Any) -> Line:
    """A line of the payroll asked, as ours."""
    if hasattr(given_line, "starts_on"):
        found = (given_line.starts_on, given_line.ends_on, given_line.rate)
    else:
        found = tuple(given_line)[:3]
    first, last, rate = found
    return Line(first, last, Decimal(str(rate)))


def lines_of(payroll: Payroll, contract: Contract) -> tuple[Line, ...]:
    """The lines that a payroll gives for a contract."""
    return tuple(line_of(each) for each in payroll(contract))


def lines_cover_the_contract(payroll: Payroll, contract: Contract, _: Readings = LETTER) -> None:
    """Its lines run from the first day to the last, without gap or overlap.

    Raises:
        InvariantBroken: Where they do not.

    >>> from apprentissage.facts import Apprentice
    >>> specimen = Contract(
    ...     concluded_on=date(2025, 9, 1),
    ...     starts_on=date(2025, 9, 1),
    ...     ends_on=date(2026, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 3, 15)),
    ... )
    >>> lines_cover_the_contract(pay_schedule, specimen)
    """

    def fail(told: str) -> None:
        raise InvariantBroken("lines_cover_the_contract", contract, told, lines)

    lines = lines_of(payroll, contract)
    expected = contract.starts_on
    for line in lines:
        if line.ends_on < line.starts_on:
            fail(f"the line of {line.starts_on} ends before it starts")
        if line.starts_on != expected:
            fail(f"a line opens on {line.starts_on}, not on {expected}")
        expected = morrow_of(line.ends_on)
    if expected != morrow_of(contract.ends_on):
        fail(f"the lines end on {eve_of(expected)}, not on the last day")


def no_line_crosses_a_year_of_execution(
    payroll: Payroll, contract: Contract, _: Readings = LETTER
) -> None:
    """A line stays within twelve months counted from the start.

    Raises:
        InvariantBroken: Where one runs over an anniversary of the start.

    >>> from apprentissage.facts import Apprentice
    >>> specimen = Contract(
    ...     concluded_on=date(2025, 9, 1),
    ...     starts_on=date(2025, 9, 15),
    ...     ends_on=date(2027, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 3, 15)),
    ... )
    >>> by_school_year = lambda contract: [
    ...     (date(2025, 9, 15), date(2026, 8, 31), 27),
    ...     (date(2026, 9, 1), date(2027, 8, 31), 51),
    ... ]
    >>> no_line_crosses_a_year_of_execution(by_school_year, specimen)
    Traceback (most recent call last):
      ...
    apprentissage.testing.lines.InvariantBroken: \
no_line_crosses_a_year_of_execution: the line of 2026-09-01 runs over \
2026-09-15, first day of a year of execution
      born 2008-03-15, concluded 2025-09-01, from 2025-09-15 to 2027-08-31
      line 2025-09-15 to 2026-08-31: 27 %
      line 2026-09-01 to 2027-08-31: 51 %
    """
    lines = lines_of(payroll, contract)
    count = 1
    while (year := morrow_of(last_day_of(contract.starts_on, 12 * count))) <= contract.ends_on:
        count += 1
        for line in lines:
            if line.starts_on < year <= line.ends_on:
                raise InvariantBroken(
                    "no_line_crosses_a_year_of_execution",
                    contract,
                    f"the line of {line.starts_on} runs over {year}, first "
                    "day of a year of execution",
                    lines,
                )


def _ordinary(contract: Contract) -> bool:
    """One base, no floor of an earlier contract, no extra period."""
    return (
        contract.grid in {None, NO_GRID}
        and contract.smc_monthly is None
        and not contract.previous
        and contract.extension in {None, NO_EXTENSION}
    )


def rates_never_fall(payroll: Payroll, contract: Contract, _: Readings = LETTER) -> None:
    """As an apprentice grows older and moves on, the rate only rises.

    It is asked of contracts without branch grid, SMC, earlier contract or
    extra period.

    Raises:
        InvariantBroken: Where a line pays less than an earlier one.

    >>> from apprentissage.facts import Apprentice
    >>> specimen = Contract(
    ...     concluded_on=date(2025, 9, 1),
    ...     starts_on=date(2025, 9, 1),
    ...     ends_on=date(2026, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 3, 15)),
    ... )
    >>> rates_never_fall(pay_schedule, specimen)
    """
    if not _ordinary(contract):
        return
    lines = lines_of(payroll, contract)
    highest = Decimal(0)
    for line in sorted(lines):
        if line.rate < highest:
            raise InvariantBroken(
                "rates_never_fall",
                contract,
                f"the rate falls from {highest} % on {line.starts_on}",
                lines,
            )
        highest = line.rate


def an_earlier_birthday_never_lowers_a_rate(
    payroll: Payroll, contract: Contract, _: Readings = LETTER
) -> None:
    """Whoever is a month or a year older is paid no less on any day.

    Raises:
        InvariantBroken: Where he or she is.

    >>> from apprentissage.facts import Apprentice
    >>> specimen = Contract(
    ...     concluded_on=date(2025, 9, 1),
    ...     starts_on=date(2025, 9, 1),
    ...     ends_on=date(2026, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 3, 15)),
    ... )
    >>> an_earlier_birthday_never_lowers_a_rate(pay_schedule, specimen)
    """
    if not _ordinary(contract):
        return
    younger = lines_of(payroll, contract)
    for months in (1, 12, 36):
        born_on = same_day(contract.apprentice.born_on, -months)
        older = evolve(contract, apprentice=evolve(contract.apprentice, born_on=born_on))
        lines = lines_of(payroll, older)
        for day in sorted({line.starts_on for line in (*lines, *younger)}):
            less, more = _rate_on(day, lines), _rate_on(day, younger)
            if less is not None and more is not None and less < more:
                raise InvariantBroken(
                    "an_earlier_birthday_never_lowers_a_rate",
                    older,
                    f"{less} % on {day}, and {more} % if born {months} month(s) later",
                    lines,
                )


def _rate_on(day: date, lines: tuple[Line, ...]) -> Decimal | None:
    rates = [line.rate for line in lines if line.starts_on <= day <= line.ends_on]
    return min(rates, default=None)


def rates_reach_the_minimum(
    payroll: Payroll, contract: Contract, readings: Readings = LETTER
) -> None:
    """On no day is the rate under the minimum; more is always lawful.

    Days on which the minimum is a rate of the SMC are left to euros.

    Raises:
        InvariantBroken: Where it is under it.

    >>> from apprentissage.facts import Apprentice
    >>> specimen = Contract(
    ...     concluded_on=date(2025, 9, 1),
    ...     starts_on=date(2025, 9, 1),
    ...     ends_on=date(2026, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 3, 15)),
    ... )
    >>> rates_reach_the_minimum(pay_schedule, specimen)
    """
    lines = lines_of(payroll, contract)
    schedule = pay_schedule(contract, readings)
    starts = {each.starts_on for each in schedule}
    for day in sorted(starts | {line.starts_on for line in lines}):
        paid = _rate_on(day, lines)
        if paid is None or not contract.starts_on <= day <= contract.ends_on:
            continue
        due = schedule.on(day)
        if due.base is PayBase.SMIC and paid < due.rate:
            raise InvariantBroken(
                "rates_reach_the_minimum",
                contract,
                f"{paid} % on {day}, the minimum is {due.rate} %\n  {schedule.sentence(due)}",
                lines,
            )


PAY_INVARIANTS: tuple[Invariant, ...] = (
    lines_cover_the_contract,
    no_line_crosses_a_year_of_execution,
    rates_never_fall,
    rates_reach_the_minimum,
    an_earlier_birthday_never_lowers_a_rate,
)
"""What `check_pay` asks of the lines of a payroll."""
