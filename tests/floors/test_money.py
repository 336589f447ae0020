"""Amounts and rates as whole numbers, whatever the host has set."""

from decimal import Decimal, getcontext, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apprentissage._money import (
    basis_points,
    cents,
    decimal_cents,
    decimal_points,
    rounded_half_up,
    rounded_up,
)
from apprentissage.errors import InvalidValue


@given(st.integers(0, 10**9), st.integers(1, 10**5))
def test_roundings_against_fractions(numerator: int, denominator: int) -> None:
    near = rounded_half_up(numerator, denominator)
    assert abs(2 * (near * denominator - numerator)) <= denominator
    assert 2 * (near * denominator - numerator) != -denominator
    above = rounded_up(numerator, denominator)
    assert 0 <= above * denominator - numerator < denominator


@given(st.integers(0, 10**10))
def test_cents_and_points_round_trip(amount: int) -> None:
    assert cents("x", decimal_cents(amount)) == amount
    assert decimal_cents(amount).as_tuple().exponent == -2
    assert basis_points("x", decimal_points(amount)) == amount


def test_the_ambient_context_changes_nothing() -> None:
    with localcontext() as context:
        context.prec = 2
        assert decimal_cents(186702) == Decimal("1867.02")
        assert cents("x", Decimal("1867.02")) == 186702
        assert decimal_points(12345) == Decimal("123.45")
    assert getcontext().prec > 2


@pytest.mark.parametrize("scaled", [cents, basis_points])
def test_finer_than_two_decimals_is_refused(scaled: object) -> None:
    with pytest.raises(InvalidValue) as caught:
        scaled("rate", Decimal("43.125"))  # type: ignore[operator]
    assert caught.value.path == "rate"
