"""Overtime on the apprentice's own wage, and hours fewer than 35 (L6222-28).

« Les modalités de rémunération des heures supplémentaires sont celles
applicables aux salariés de l'entreprise. » Where no agreement says otherwise
the premium is 25 % for the first eight hours of a week, then 50 %.
"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from apprentissage.errors import InvalidValue
from apprentissage.facts import Territory
from apprentissage.law.readings import LETTER
from apprentissage.rules.pay import overtime, pay_schedule
from tests.rules.pay.sample import aged, known

JUNE = date(2026, 6, 1)


def week(hours: str, premium: int | None = None, **more: Any) -> Any:
    return overtime(
        Decimal(100),
        on=JUNE,
        territory=Territory.METROPOLE,
        weekly_hours=Decimal(hours),
        premium=None if premium is None else Decimal(premium),
        **more,
    )


@pytest.mark.parametrize(
    ("hours", "premium", "monthly", "beyond"),
    [
        ("28", None, "1493.62", "0.00"),  # 1867.02 x 28 / 35 = 1493.616
        ("35", None, "1867.02", "0.00"),
        ("36", None, "1867.02", "66.68"),  # 12.31 x 52 / 12 x 1.25
        ("43", None, "1867.02", "533.43"),  # eight hours at 25 %
        ("44", None, "1867.02", "613.45"),  # and one at 50 %
        ("39", 10, "1867.02", "234.71"),
        ("39", 0, "1867.02", "213.37"),
    ],
)
def test_week(
    hours: str, premium: int | None, monthly: str, beyond: str
) -> None:
    got = week(hours, premium)
    assert (str(got.monthly), str(got.overtime_monthly)) == (monthly, beyond)
    assert got.total_monthly == got.monthly + got.overtime_monthly
    assert got.hourly == Decimal("12.31")


def test_hours_of_a_month() -> None:
    got = week("35", 25, monthly_overtime_hours=Decimal(10))
    assert str(got.overtime_monthly) == "153.88"  # 153.875
    with pytest.raises(InvalidValue, match="premium"):
        week("35", None, monthly_overtime_hours=Decimal(10))


def test_hourly_is_not_rounded() -> None:
    got = overtime(
        Decimal("27.5"),
        on=JUNE,
        territory=Territory.METROPOLE,
        weekly_hours=Decimal(35),
    )
    assert got.hourly == Decimal("3.38525")


def test_amounts_of_a_contract() -> None:
    def first(hours: str | None, **premium: Any) -> tuple[str, str]:
        contract = known(weekly_hours=hours and Decimal(hours))
        amount = pay_schedule(contract).amounts(**premium)[0]
        return str(amount.monthly), str(amount.overtime_monthly)

    # 43 % of 11.88 is 5.1084 an hour
    assert first("35") == first(None) == ("774.77", "0.00")
    assert first("39") == ("774.77", "110.68")
    assert first("39", overtime_premium=Decimal(10)) == ("774.77", "97.40")
    assert first("24.5") == ("542.34", "0.00")  # 774.774 x 0.7 = 542.3418
    assert pay_schedule(known()).amounts().weekly_hours == Decimal(35)


def test_overtime_on_the_smc() -> None:
    contract = aged(
        date(2003, 1, 1),
        date(2025, 9, 1),
        date(2025, 12, 31),
        smc_monthly=Decimal("2000.00"),
        weekly_hours=Decimal(39),
    )
    (amount,) = pay_schedule(contract).amounts()
    # 1060 x 4 / 35 x 1.25
    assert str(amount.overtime_monthly) == "151.43"
    assert amount.total_monthly == Decimal("1211.43")


def test_ceiling_of_each_part() -> None:
    readings = LETTER.choose(rounding="CEILING")
    contract = known(weekly_hours=Decimal(39))
    amount = pay_schedule(contract, readings).amounts()[0]
    assert str(amount.monthly) == "774.78"
    assert str(amount.overtime_monthly) == "110.69"
