"""Benefits in kind (D6222-33).

« dans la limite de 75 % de la déduction autorisée, pour les autres
travailleurs ». « Ces déductions ne peuvent excéder, chaque mois, un montant
égal aux trois quarts du salaire. »
"""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apprentissage.errors import InvalidValue, NotCovered
from apprentissage.pay import BenefitsInKind, benefits_deducted

CONCLUSIONS = ("2008-05-01", "2018-12-31", "2019-01-01", "2026-09-01")
"""Days of each of the three numbers of the article."""

MONEY = st.integers(0, 500_000).map(lambda n: Decimal(n) / 100)


def _deducted(
    gross: str | Decimal,
    value: str | Decimal,
    on: str = "2026-09-01",
    share: Decimal | None = None,
) -> BenefitsInKind:
    return benefits_deducted(
        Decimal(gross), Decimal(value), concluded_on=date.fromisoformat(on), share=share
    )


@pytest.mark.parametrize(
    ("gross", "value", "deduction", "paid", "base"),
    [
        ("420.00", "100.00", "75.00", "345.00", "445.00"),  # BOSS
        ("400.00", "399.99", "299.99", "100.01", "500.00"),
        ("400.00", "400.00", "300.00", "100.00", "500.00"),
        ("400.00", "400.01", "300.00", "100.00", "500.01"),
        ("504.10", "504.10", "378.07", "126.03", "630.13"),
        ("0.00", "100.00", "0.00", "0.00", "100.00"),
        ("500.00", "0.00", "0.00", "500.00", "500.00"),
    ],
)
def test_both_limits(gross: str, value: str, deduction: str, paid: str, base: str) -> None:
    for on in CONCLUSIONS:
        got = _deducted(gross, value, on)
        assert str(got.deduction) == deduction
        assert str(got.paid_gross) == paid
        assert str(got.contribution_base) == base


@pytest.mark.parametrize(("share", "deduction"), [("75", "75.00"), ("50", "50.00"), ("0", "0.00")])
def test_a_lower_share(share: str, deduction: str) -> None:
    got = _deducted("420", "100", share=Decimal(share))
    assert str(got.deduction) == deduction


@pytest.mark.parametrize("share", ["75.01", "-1"])
def test_share_out_of_bounds(share: str) -> None:
    with pytest.raises(InvalidValue, match="from 0 to 75"):
        _deducted("420", "100", share=Decimal(share))


@given(MONEY, MONEY)
def test_never_above_a_limit(gross: Decimal, value: Decimal) -> None:
    got = _deducted(gross, value)
    assert 4 * got.deduction <= 3 * min(gross, value)
    assert 4 * (got.deduction + Decimal("0.01")) > 3 * min(gross, value)
    assert got.paid_gross + got.deduction == gross


def test_no_text_before_2008() -> None:
    with pytest.raises(NotCovered, match="avantages en nature"):
        _deducted("420", "100", "2008-04-30")
