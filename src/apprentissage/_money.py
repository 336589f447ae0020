"""Cents and basis points: exact integers inside, Decimal at the door.

The ambient `decimal` context of a host program can change precision,
rounding and traps; nothing here depends on it.
"""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Context, Decimal, DivisionByZero, InvalidOperation, Overflow
from functools import lru_cache
from typing import Any

from attrs import Attribute

from apprentissage._guards import Guard, exact, is_decimal
from apprentissage.errors import InvalidValue

EXACT = Context(
    prec=50,
    rounding=ROUND_HALF_UP,
    Emin=-999_999,
    Emax=999_999,
    capitals=1,
    clamp=0,
    flags=[],
    traps=[DivisionByZero, InvalidOperation, Overflow],
)
"""The library's own context, whatever the host has set, before the import
too: nothing is left to `decimal.DefaultContext`."""


FEWER_EURO_PLACES = "write euros with at most two decimals"
FEWER_RATE_PLACES = "write percents with at most two decimals"


def cents(path: str, amount: Decimal | int) -> int:
    """An amount in euros as cents.

    Raises:
        InvalidValue: For a fraction of a cent.

    >>> cents("smc_monthly", Decimal("1900.50"))
    190050
    """
    return _scaled(path, amount, FEWER_EURO_PLACES)


def basis_points(path: str, rate: Decimal | int) -> int:
    """A rate in percent as hundredths of a percent.

    Raises:
        InvalidValue: For a finer fraction.

    >>> basis_points("rate", Decimal("43.5"))
    4350
    """
    return _scaled(path, rate, FEWER_RATE_PLACES)


def decimal_cents(amount: int) -> Decimal:
    """Cents as euros with two decimals.

    >>> decimal_cents(77477)
    Decimal('774.77')
    """
    return Decimal(amount).scaleb(-2, EXACT)


@lru_cache(maxsize=256)  # a schedule shows the same few rates again and again
def decimal_points(rate: int) -> Decimal:
    """Hundredths of a percent as a percent without useless zeros.

    >>> decimal_points(4300), decimal_points(4350)
    (Decimal('43'), Decimal('43.5'))
    """
    if rate % 100 == 0:
        return Decimal(rate // 100)
    return Decimal(rate).scaleb(-2, EXACT).normalize(EXACT)


def hours_and_minutes(hours: Decimal, minutes: Decimal) -> Decimal:
    """Hours and minutes as hours with four decimals at most.

    >>> hours_and_minutes(Decimal(37), Decimal(30))
    Decimal('37.5')
    """
    part = EXACT.divide(minutes, Decimal(60))
    part = part.quantize(Decimal("0.0001"), context=EXACT)
    return EXACT.add(hours, part).normalize(EXACT)


def rounded_half_up(numerator: int, denominator: int) -> int:
    """A quotient of natural numbers, a half rounded up.

    >>> rounded_half_up(5, 2), rounded_half_up(7, 3)
    (3, 2)
    """
    return (2 * numerator + denominator) // (2 * denominator)


def rounded_up(numerator: int, denominator: int) -> int:
    """A quotient of natural numbers, any fraction rounded up.

    >>> rounded_up(7, 3), rounded_up(6, 3)
    (3, 2)
    """
    return -(-numerator // denominator)


def _scaled(path: str, value: Decimal | int, remedy: str) -> int:
    scaled = exact(value).scaleb(2, EXACT)
    if scaled != scaled.to_integral_value(context=EXACT):
        raise InvalidValue(path, value, remedy)
    return int(scaled)


def _hundredths(scaled: Callable[[str, Decimal], int]) -> Guard:
    plain = is_decimal()

    def guard(_: object, attribute: "Attribute[Any]", value: Any) -> None:
        plain(_, attribute, value)
        scaled(attribute.name, value)

    return guard


is_percent: Guard = _hundredths(basis_points)
"""Percents with at most two decimals, as the pay kernel counts them."""

is_euros: Guard = _hundredths(cents)
"""Euros with at most two decimals."""
