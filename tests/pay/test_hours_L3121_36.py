"""Hours beyond 35 without an agreement (L3121-36, before 2016 L3121-22).

« une majoration de salaire de 25 % pour chacune des huit premières heures
supplémentaires. Les heures suivantes donnent lieu à une majoration de 50 % »
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from apprentissage.errors import NotCovered
from apprentissage.facts import DeclaredPayLine
from apprentissage.months import last_day_of
from apprentissage.pay import MINIMUM_PAY, hours_paid, pay_schedule
from apprentissage.pay.gross import OVERTIME, overtime_share
from tests.sample import given

DAYS = (date(2008, 5, 1), date(2016, 8, 9), date(2016, 8, 10), date(2026, 9, 1))


@pytest.mark.parametrize("on", DAYS)
@pytest.mark.parametrize(
    ("hours", "beyond"),
    [("35", "0"), ("36", "1.25"), ("43", "10"), ("44", "11.5"), ("48", "17.5")],
)
def test_a_quarter_for_eight_hours_then_a_half(hours: str, beyond: str, on: date) -> None:
    paid, extra = hours_paid(Decimal(hours), None, on=on)
    assert Fraction(*paid) == 1
    assert Fraction(*extra) == Fraction(beyond) / 35


@pytest.mark.parametrize("on", DAYS)
def test_those_of_a_month(on: date) -> None:
    share = overtime_share(Decimal(10), Decimal(4), None, on=on)
    # six hours at 1.25 and four at 1.5, of 35 x 52 / 12 hours
    assert Fraction(*share) == Fraction("13.5") * 12 / (35 * 52)


def test_no_text_before_2008() -> None:
    with pytest.raises(NotCovered, match="heures supplémentaires"):
        hours_paid(Decimal(39), None, on=date(2008, 4, 30))
    assert hours_paid(Decimal(39), 0, on=date(2008, 4, 30))[0] == (35, 35)


@pytest.mark.parametrize(
    ("on", "facts", "told"),
    [
        (date(2016, 8, 9), {"weekly_hours": 39}, True),
        (date(2016, 8, 10), {"weekly_hours": 39}, False),
        (date(2016, 8, 9), {"weekly_hours": 35}, False),
        (date(2016, 8, 9), {"weekly_hours": 30}, False),
        (date(2016, 8, 9), {"weekly_hours": 39, "overtime_premium": 25}, False),
        (date(2016, 8, 9), {}, False),
    ],
)
def test_the_text_before_august_2016_is_said_to_be_unread(
    on: date, facts: dict[str, Any], told: bool
) -> None:
    of = given(on, ends_on=last_day_of(on, 12), **facts)
    line = DeclaredPayLine(
        starts_on=of.starts_on, ends_on=of.ends_on, rate=Decimal(100), monthly=Decimal(900)
    )
    found = MINIMUM_PAY.find(evolve(of, declared_pay=(line,)))
    for caveats in (pay_schedule(of).caveats, found.caveats):
        assert ("OVERTIME_UNREAD" in {c.name for c in caveats}) is told


def test_the_premiums_never_changed() -> None:
    """So the amounts of a contract take those of its first day."""
    assert len({version.value for version in OVERTIME.versions}) == 1
