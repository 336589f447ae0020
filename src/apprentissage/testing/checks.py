"""The invariants run against a payroll on contracts drawn by Hypothesis."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any, cast

from hypothesis import given, settings
from hypothesis.strategies import SearchStrategy, sampled_from

from apprentissage._arguments import check_arguments
from apprentissage._guards import Guard, check_items, is_a, is_int
from apprentissage.dossier.filing import filing_deadline
from apprentissage.facts import Apprentice, Contract, Employer, Territory
from apprentissage.law.readings import LETTER, Readings
from apprentissage.months import last_day_of, same_day
from apprentissage.pay.schedule import pay_schedule
from apprentissage.testing.days import days
from apprentissage.testing.lines import (
    PAY_INVARIANTS,
    Invariant,
    InvariantBroken,
    Payroll,
    line_of,
    lines_of,
)
from apprentissage.testing.ordinary import ordinary_contracts

CENT = Decimal("0.01")
_FIRST_FILED, _LAST_FILED = date(2020, 1, 1), date(2027, 12, 31)


TIMES = is_int(1)


def a_function(asked: str) -> Guard:
    """The guard of a payroll: it has to be callable."""
    return is_a(Callable, remedy=f"write a function that answers {asked}")


def check_on_many(test: Callable[..., None], *, max_examples: int) -> None:
    """Run a test on many contracts; report the simplest that fails."""
    quiet = settings(
        max_examples=max_examples, deadline=None, database=None, report_multiple_bugs=False
    )
    try:
        quiet(test)()
    except InvariantBroken as broken:
        raise InvariantBroken(*broken.args) from broken.__cause__


def check_pay(
    payroll: Payroll,
    *,
    drawn: SearchStrategy[Contract] | None = None,
    readings: Readings = LETTER,
    invariants: Iterable[Invariant] = PAY_INVARIANTS,
    max_examples: int = 500,
) -> None:
    """Run the invariants of pay lines against a payroll.

    Args:
        payroll: Gives the lines of a contract: tuples of first day, last day
            and percent of the SMIC, or objects with these attributes.
        drawn: The contracts; by default `ordinary_contracts()`, paid by the
            statutory grid alone.
        readings: The choice that the payroll follows on contested points.
        invariants: The invariants, in the order in which they are asked.
        max_examples: How many contracts are tried.

    Raises:
        WrongType: If it is not a function.
        InvariantBroken: With the simplest contract found.

    >>> check_pay("my payroll")
    Traceback (most recent call last):
      ...
    apprentissage.errors.WrongType: payroll: got 'my payroll' (str); write \
a function that answers a Contract
    """
    check_arguments(check_pay, locals(), payroll=a_function("a Contract"), max_examples=TIMES)
    asked = check_items("invariants", invariants, cast("type[Any]", Callable))

    @given(ordinary_contracts() if drawn is None else drawn)
    def test(contract: Contract) -> None:
        _answered(payroll, contract)
        for invariant in asked:
            invariant(payroll, contract, readings)

    check_on_many(test, max_examples=max_examples)


def _answered(payroll: Payroll, contract: Contract) -> None:
    try:
        lines_of(payroll, contract)
    except Exception as error:
        raise InvariantBroken("gives_lines", contract, f"raised {error!r}") from error


def check_monthly_pay(
    monthly_pay: Callable[[Contract, date], Decimal],
    *,
    drawn: SearchStrategy[Contract] | None = None,
    readings: Readings = LETTER,
    max_examples: int = 500,
) -> None:
    """Compare the gross of a month with the minimum, on each day it changes.

    The minimum changes with the year of execution, the age bracket and the
    SMIC of the day worked, not that of the start. A cent is tolerated.

    Args:
        monthly_pay: Gives the gross of a month in euros for a contract and a
            day, overtime included.
        drawn: The contracts; by default `ordinary_contracts()`. Their own
            weekly hours, SMC and grid count.
        readings: The choice that the payroll follows on contested points.
        max_examples: How many contracts are tried.

    Raises:
        WrongType: If it is not a function.
        InvariantBroken: With the simplest contract found.

    >>> check_monthly_pay(1867)
    Traceback (most recent call last):
      ...
    apprentissage.errors.WrongType: monthly_pay: got 1867 (int); write a \
function that answers a Contract and a day
    """
    check_arguments(
        check_monthly_pay,
        locals(),
        monthly_pay=a_function("a Contract and a day"),
        max_examples=TIMES,
    )

    @given(ordinary_contracts() if drawn is None else drawn)
    def test(contract: Contract) -> None:
        schedule = pay_schedule(contract, readings)
        lines = tuple(map(line_of, schedule))
        for due in schedule.amounts():
            for day in (due.starts_on, due.ends_on):
                paid = monthly_pay(contract, day)
                if paid < due.total_monthly - CENT:
                    raise InvariantBroken(
                        "monthly_pay_reaches_the_minimum",
                        contract,
                        f"{paid} € on {day}, the minimum is "
                        f"{due.total_monthly} €: {due.rate} % of the "
                        f"{due.base.value} of that day",
                        lines,
                    )

    check_on_many(test, max_examples=max_examples)


def check_filing_deadline(
    deadline: Callable[[date, Territory], date],
    *,
    readings: Readings = LETTER,
    max_examples: int = 500,
) -> None:
    """Compare the last day to file a contract with that of D6224-1.

    Five jours ouvrables after the start: Saturdays count, the public
    holidays of the place of work do not.

    Args:
        deadline: Gives the last day for a start and a territory, no holiday
            being worked.
        readings: The choice followed on contested points.
        max_examples: How many starts are tried.

    Raises:
        WrongType: If it is not a function.
        InvariantBroken: With the simplest start found.

    >>> check_filing_deadline(date(2026, 9, 7))
    Traceback (most recent call last):
      ...
    apprentissage.errors.WrongType: deadline: got datetime.date(2026, 9, 7) \
(date); write a function that answers a day and a Territory
    """
    check_arguments(
        check_filing_deadline,
        locals(),
        deadline=a_function("a day and a Territory"),
        max_examples=TIMES,
    )

    @given(days(_FIRST_FILED, _LAST_FILED), sampled_from(Territory))
    def test(starts_on: date, territory: Territory) -> None:
        due = filing_deadline(
            starts_on=starts_on,
            concluded_on=starts_on,
            territory=territory,
            worked_holidays=frozenset(),
            readings=readings,
        )
        found = deadline(starts_on, territory)
        if found != due.latest_on:
            off = ", ".join(f"{day.on} {day.reason}" for day in due.skipped)
            raise InvariantBroken(
                "filing_deadline",
                _started(starts_on, territory),
                f"{found} in {territory.label}, the last day is "
                f"{due.latest_on}; not counted: {off or 'no day'}",
            )

    check_on_many(test, max_examples=max_examples)


def _started(starts_on: date, territory: Territory) -> Contract:
    return Contract(
        concluded_on=starts_on,
        starts_on=starts_on,
        ends_on=last_day_of(starts_on, 24),
        apprentice=Apprentice(born_on=same_day(starts_on, -12 * 18)),
        employer=Employer(territory=territory),
    )
