"""Payslips drawn about the minimum, and payrolls asked for their months."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import find, given, settings
from hypothesis import strategies as st

from apprentissage.errors import WrongType
from apprentissage.facts import Contract
from apprentissage.judging import Outcome
from apprentissage.pay import ArrearsCause, PayAudit, Payslip, ProRata, audit_pay, pay_schedule
from apprentissage.testing import (
    InvariantBroken,
    arrears_sum_up,
    check_pay_months,
    ordinary_contracts,
    payslips,
)
from tests.pay.sample import aged

MID = aged(date(2007, 1, 10), date(2025, 9, 15), date(2027, 9, 14))
DAYS = ProRata.CALENDAR_DAYS
WEEK = (Decimal(7),) * 5 + (Decimal(0),) * 2


def outcomes(slips: tuple[Payslip, ...]) -> set[Outcome]:
    return {each.outcome for each in audit_pay(MID, slips, method=DAYS)}


@pytest.mark.parametrize("outcome", [Outcome.COMPLIANT, Outcome.NON_COMPLIANT])
def test_slips_reach_both_sides_of_the_minimum(outcome: Outcome) -> None:
    slips = find(payslips(MID), lambda s: outcomes(s) == {outcome})
    assert len(slips) == 1


def test_slips_reach_the_pay_of_a_payroll_that_missed_a_step() -> None:
    def missed(slips: tuple[Payslip, ...]) -> bool:
        found = audit_pay(MID, slips, method=DAYS)
        return ArrearsCause.YEAR in dict(found.by_cause)

    slips = find(payslips(MID), missed)
    assert max((slip.year, slip.month) for slip in slips) >= (2026, 9)


def test_a_slip_of_a_month_of_one_day_is_not_below_zero() -> None:
    # a thirty-first of a month is due: less a hundred euros, nothing
    short = aged(date(2007, 1, 10), date(2025, 9, 1), date(2025, 10, 1))
    slips = find(payslips(short), lambda each: min(slip.gross for slip in each) < 1)
    assert min(slip.gross for slip in slips) == 0


def test_slips_shrink_to_a_month_paid_as_it_should_be() -> None:
    (slip,) = find(payslips(MID), lambda _: True)
    assert (slip.year, slip.month) == (2025, 9)
    due = pay_schedule(MID).month(2025, 9, method=DAYS).due
    assert slip.gross == due


@given(st.data(), ordinary_contracts())
@settings(max_examples=20)
def test_the_parts_of_an_audit_sum_up(data: st.DataObject, contract: Contract) -> None:
    slips = data.draw(payslips(contract, method=ProRata.HOURS, week=WEEK))
    assert 1 <= len(slips) <= 6
    arrears_sum_up(audit_pay(contract, slips, method=ProRata.HOURS, week=WEEK))


def audited() -> PayAudit:
    return audit_pay(
        MID,
        [
            Payslip(year=2026, month=7, gross=Decimal("700.00")),
            Payslip(year=2026, month=8, gross=Decimal("802.82")),
        ],
    )


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"by_cause": ()}, "0 € by cause of 102.82 €"),
        ({"due": Decimal(900)}, "102.82 € told, 200.00 € lack"),
        ({"waiting": Decimal(1)}, "103.82 € told, 102.82 € lack"),
    ],
)
def test_a_part_that_is_lost_is_found(change: dict[str, Any], told: str) -> None:
    found = audited()
    arrears_sum_up(found)
    first, second = found
    broken = evolve(found, months=(evolve(first, **change), second))
    with pytest.raises(InvariantBroken, match=told):
        arrears_sum_up(broken)


def test_a_sum_that_is_not_that_of_the_months_is_found() -> None:
    class Wrong(PayAudit):
        @property
        def arrears(self) -> Decimal:
            return Decimal(1)

    found = audited()
    wrong = Wrong(schedule=found.schedule, method=None, months=found.months)
    with pytest.raises(InvariantBroken, match="by month"):
        arrears_sum_up(wrong)


def by_first_days(contract: Contract, year: int, month: int) -> Decimal:
    """The fault of a loop over the first days of the months."""
    day = max(contract.starts_on, date(year, month, 1))
    return pay_schedule(contract).amounts().on(day).total_monthly


def prorated(contract: Contract, year: int, month: int) -> Decimal:
    return pay_schedule(contract).month(year, month, method=DAYS).due


def test_a_loop_over_the_first_days_is_found_out() -> None:
    check_pay_months(prorated, method=DAYS, max_examples=50)
    with pytest.raises(InvariantBroken) as broken:
        check_pay_months(by_first_days, method=DAYS)
    assert broken.value.invariant == "pay_month_reaches_the_minimum"
    assert "are due from" in broken.value.told
    with pytest.raises(InvariantBroken):
        check_pay_months(
            lambda c, y, m: prorated(c, y, m) - Decimal("0.02"), method=DAYS, drawn=st.just(MID)
        )
    check_pay_months(
        lambda c, y, m: prorated(c, y, m) - Decimal("0.01"), method=DAYS, drawn=st.just(MID)
    )


def test_a_method_is_named() -> None:
    wrong: Any = "days"
    with pytest.raises(WrongType, match="method"):
        check_pay_months(prorated, method=wrong)
