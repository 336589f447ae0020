"""Overtime on the apprentice's own wage, and hours fewer than 35 (L6222-28).

« Les modalités de rémunération des heures supplémentaires sont celles
applicables aux salariés de l'entreprise. » Where no agreement says otherwise
the premium is 25 % for the first eight hours of a week, then 50 %.
"""

from datetime import date
from decimal import ROUND_FLOOR, Decimal, Inexact, localcontext
from typing import Any

import pytest
from attrs import evolve

from apprentissage.errors import InvalidValue
from apprentissage.facts import Territory
from apprentissage.judging import Outcome
from apprentissage.law.readings import LETTER
from apprentissage.pay import check_declared_pay, overtime, pay_schedule
from tests.pay.sample import aged, caveats, known, written

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
def test_week(hours: str, premium: int | None, monthly: str, beyond: str) -> None:
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
        Decimal("27.5"), on=JUNE, territory=Territory.METROPOLE, weekly_hours=Decimal(35)
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


@pytest.mark.parametrize(
    ("born_on", "concluded_on", "expected"),
    [
        # 18 on 10 January, the new bracket on 1 February: from the birthday
        # on overtime is money, on the old rate
        (
            date(2008, 1, 10),
            date(2025, 9, 1),
            [
                ("2025-09-01", "486.49", "0.00"),
                ("2026-01-01", "492.22", "0.00"),
                ("2026-01-10", "492.22", "70.32"),
                ("2026-02-01", "783.90", "111.99"),
                ("2026-06-01", "802.82", "114.69"),
            ],
        ),
        (
            date(2007, 9, 1),
            date(2025, 9, 1),
            [
                ("2025-09-01", "774.77", "110.68"),
                ("2026-01-01", "783.90", "111.99"),
                ("2026-06-01", "802.82", "114.69"),
            ],
        ),
        # before 2019 L3162-1 knows no rest in their place
        (
            date(2008, 1, 10),
            date(2018, 12, 31),
            [
                ("2025-09-01", "450.45", "64.35"),
                ("2026-01-01", "455.76", "65.11"),
                ("2026-02-01", "747.44", "106.78"),
                ("2026-06-01", "765.48", "109.35"),
            ],
        ),
    ],
)
def test_the_overtime_of_a_minor_is_rest(
    born_on: date, concluded_on: date, expected: list[tuple[str, str, str]]
) -> None:
    contract = aged(
        born_on,
        date(2025, 9, 1),
        date(2026, 8, 31),
        concluded_on=concluded_on,
        weekly_hours=Decimal(39),
    )
    schedule = pay_schedule(contract)
    got = [
        (str(each.starts_on), str(each.monthly), str(each.overtime_monthly))
        for each in schedule.amounts()
    ]
    assert got == expected
    rested = expected[0][2] == "0.00"
    assert ("MINOR_OVERTIME" in caveats(contract)) is rested


def test_the_premium_agreed_is_a_fact() -> None:
    contract = known(weekly_hours=Decimal(39), overtime_premium=Decimal(10))
    first = pay_schedule(contract).amounts()[0]
    assert (str(first.monthly), str(first.overtime_monthly)) == ("774.77", "97.40")
    legal = pay_schedule(contract).amounts(overtime_premium=Decimal(25))
    assert str(legal[0].total_monthly) == "885.45"


def test_the_context_of_the_host_changes_nothing() -> None:
    contract = known(weekly_hours=Decimal(39))
    told = [each.total_monthly for each in pay_schedule(contract).amounts()]
    with localcontext() as host:
        host.prec, host.rounding = 3, ROUND_FLOOR
        assert told == [each.total_monthly for each in pay_schedule(contract).amounts()]
        host.traps[Inexact] = True
        assert str(week("39").total_monthly) == "2133.74"
        found = check_declared_pay(
            evolve(
                contract,
                declared_pay=(
                    evolve(written(contract)[0], monthly=Decimal("885.45")),
                    written(contract)[1],
                ),
            )
        )
    assert found.outcome is Outcome.COMPLIANT
