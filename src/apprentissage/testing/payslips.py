"""Payslips at the minimum, above and below, and what holds of their audit."""

from collections.abc import Callable
from decimal import Decimal

from hypothesis import given
from hypothesis.strategies import DrawFn, SearchStrategy, composite, integers, sampled_from

from apprentissage._arguments import check_arguments
from apprentissage.facts import Contract
from apprentissage.law.readings import LETTER, Readings
from apprentissage.pay.amounts import ProRata
from apprentissage.pay.payslips import PayAudit, Payslip
from apprentissage.pay.schedule import pay_schedule
from apprentissage.testing.checks import CENT, TIMES, a_function, check_on_many
from apprentissage.testing.lines import InvariantBroken, line_of
from apprentissage.testing.ordinary import ordinary_contracts

_OFF = (0, -1, -2, 1, -500, -2_000, -10_000, 30_000)
"""Cents about the minimum, one of them a rounding."""

_MOST = 6


@composite
def payslips(
    draw: DrawFn,
    /,
    contract: Contract,
    *,
    method: ProRata = ProRata.CALENDAR_DAYS,
    week: tuple[Decimal | int, ...] | None = None,
    readings: Readings = LETTER,
) -> tuple[Payslip, ...]:
    """Payslips of consecutive months of a contract, around the minimum.

    Each month is paid what is due, a cent more or less, much more, or less
    by the amount of a step missed or by any. It shrinks to one month paid as
    it should be.

    Args:
        draw: Supplied by Hypothesis.
        contract: The contract, whose pay can be computed.
        method: How months begun, ended or cut are shared out.
        week: The hours of each day of a week, for `ProRata.HOURS`.
        readings: The choice on each contested point.

    >>> from datetime import date
    >>> from apprentissage.facts import Apprentice
    >>> isinstance(payslips(Contract(
    ...     concluded_on=date(2025, 9, 1),
    ...     starts_on=date(2025, 9, 1),
    ...     ends_on=date(2026, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 3, 15)),
    ... )), SearchStrategy)
    True
    """
    schedule = pay_schedule(contract, readings)
    months = schedule.months(method=method, week=week)
    first = draw(integers(0, len(months) - 1))
    count = draw(integers(1, _MOST))
    earlier = [each.due for each in months]
    slips: list[Payslip] = []
    for each in months[first : first + count]:
        # What was due for another month is what a missed step would pay.
        base = draw(sampled_from((each.due, *earlier)))
        gross = base + draw(sampled_from(_OFF)) * CENT
        slips.append(Payslip(year=each.year, month=each.month, gross=max(gross, Decimal(0))))
    return tuple(slips)


def arrears_sum_up(audit: PayAudit) -> None:
    """The shortfall adds up to the cent: by month, by cause, by state.

    Args:
        audit: The payslips of a contract against the minimum.

    Raises:
        InvariantBroken: Where a part is lost, or counted twice.

    >>> from datetime import date
    >>> from apprentissage.facts import Apprentice
    >>> from apprentissage.pay import audit_pay
    >>> arrears_sum_up(audit_pay(
    ...     Contract(
    ...         concluded_on=date(2025, 9, 1),
    ...         starts_on=date(2025, 9, 1),
    ...         ends_on=date(2026, 8, 31),
    ...         apprentice=Apprentice(born_on=date(2008, 3, 15)),
    ...     ),
    ...     [Payslip(year=2025, month=10, gross=Decimal("400.00"))],
    ... ))
    """
    check_arguments(arrears_sum_up, locals())

    def fail(told: str) -> None:
        contract = audit.schedule.contract
        raise InvariantBroken("arrears_sum_up", contract, told)

    for each in audit:
        period = each.payslip.period
        by_cause = sum(part for _, part in each.by_cause)
        if by_cause != each.arrears:
            fail(f"{period}: {by_cause} € by cause of {each.arrears} €")
        lacks = each.due - each.payslip.gross
        told = each.arrears + each.waiting
        if told != (lacks if lacks > CENT else 0):
            fail(f"{period}: {told} € told, {lacks} € lack")
    whole = sum(each.arrears for each in audit)
    causes = sum(part for _, part in audit.by_cause)
    if not whole == causes == audit.arrears:
        fail(f"{whole} € by month, {causes} € by cause, {audit.arrears} €")


def check_pay_months(
    pay_month: Callable[[Contract, int, int], Decimal],
    *,
    method: ProRata,
    week: tuple[Decimal | int, ...] | None = None,
    drawn: SearchStrategy[Contract] | None = None,
    readings: Readings = LETTER,
    max_examples: int = 500,
) -> None:
    """Compare the gross of each calendar month with what is due for it.

    A loop over the first days of the months is found out at the first month
    in which the pay changes. A cent is tolerated.

    Args:
        pay_month: Gives the gross of a month in euros for a contract, a year
            and a month, overtime included.
        method: How the payroll shares out months begun, ended or cut.
        week: The hours of each day of a week, for `ProRata.HOURS`.
        drawn: The contracts; by default `ordinary_contracts()`.
        readings: The choice that the payroll follows on contested points.
        max_examples: How many contracts are tried.

    Raises:
        WrongType: If it is not a function.
        InvariantBroken: With the simplest contract found.

    >>> check_pay_months(1867, method=ProRata.CALENDAR_DAYS)
    Traceback (most recent call last):
      ...
    apprentissage.errors.WrongType: pay_month: got 1867 (int); write a \
function that answers a Contract, a year and a month
    """
    check_arguments(
        check_pay_months,
        locals(),
        pay_month=a_function("a Contract, a year and a month"),
        max_examples=TIMES,
    )

    @given(ordinary_contracts() if drawn is None else drawn)
    def test(contract: Contract) -> None:
        schedule = pay_schedule(contract, readings)
        lines = tuple(map(line_of, schedule))
        for due in schedule.months(method=method, week=week):
            paid = pay_month(contract, due.year, due.month)
            if paid < due.due - CENT:
                raise InvariantBroken(
                    "pay_month_reaches_the_minimum",
                    contract,
                    f"{paid} € for {due.year}-{due.month:02d}, {due.due} € "
                    f"are due from {due.starts_on} to {due.ends_on}",
                    lines,
                )

    check_on_many(test, max_examples=max_examples)
