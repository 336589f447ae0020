"""From a rate to the gross: hours beyond 35, benefits in kind."""

from datetime import date
from decimal import Decimal

from attrs import frozen

from apprentissage._arguments import check_arguments
from apprentissage._guards import is_decimal
from apprentissage._money import EXACT, basis_points, cents, decimal_cents
from apprentissage.errors import InvalidValue
from apprentissage.facts import Territory
from apprentissage.law.readings import LETTER, Readings
from apprentissage.pay._claims import (
    FULL,
    MONTH,
    cents_of,
    smic_twelfths,
)

LEGAL_WEEK = Decimal(35)

Share = tuple[int, int]
"""A part of something, as numerator and denominator."""

_QUARTERS = 7_500
"""Three quarters, in basis points."""


def hours_paid(
    weekly_hours: Decimal, premium: Decimal | None
) -> tuple[Share, Share]:
    """What a week pays, as parts of 35 hours: up to the 35th, and beyond.

    Args:
        weekly_hours: Hours a week.
        premium: Premium in percent of each hour beyond 35. None: 25 % for
            the first eight and 50 % for the others, the rates that hold
            where no agreement says otherwise (L3121-36).

    Returns:
        Both parts; the second one weighted by the premium.

    >>> hours_paid(Decimal(28), None)
    ((28, 35), (0, 140))
    >>> hours_paid(Decimal(39), Decimal(10))
    ((35, 35), (440, 3500))
    """
    check_arguments(hours_paid, locals())
    hours, unit = weekly_hours.as_integer_ratio()
    week = 35 * unit
    paid = min(hours, week)
    beyond = hours - paid
    if premium is None:
        first = min(beyond, 8 * unit)
        quarters = 5 * first + 6 * (beyond - first)
        return (paid, week), (quarters, 4 * week)
    raised, hundred = _raised(premium)
    return (paid, week), (beyond * raised, week * hundred)


def _raised(premium: Decimal) -> Share:
    points, unit = premium.as_integer_ratio()
    return 100 * unit + points, 100 * unit


@frozen(kw_only=True)
class Overtime:
    """The pay of a month with overtime.

    Args:
        hourly: Hourly wage of the apprentice in euros, not rounded.
        monthly: Gross of 35 hours a week.
        overtime_monthly: Gross of the hours beyond.
    """

    hourly: Decimal
    monthly: Decimal
    overtime_monthly: Decimal

    @property
    def total_monthly(self) -> Decimal:
        """Sum of both, each rounded to the cent."""
        return EXACT.add(self.monthly, self.overtime_monthly)


def overtime(
    rate: Decimal,
    *,
    on: date,
    territory: Territory,
    weekly_hours: Decimal,
    monthly_overtime_hours: Decimal | None = None,
    premium: Decimal | None = None,
    readings: Readings = LETTER,
) -> Overtime:
    """Overtime at the firm's premium on the apprentice's own hourly wage.

    Args:
        rate: Percent of the SMIC.
        on: Day worked.
        territory: Place of execution.
        weekly_hours: Hours a week.
        monthly_overtime_hours: Overtime hours of the month; the weekly hours
            beyond 35 x 52 / 12 where None.
        premium: Percent; 25 % for eight hours a week, then 50 %, where
            None.
        readings: The points read are `monthly_base`, `mayotte_2021_month`
            and `rounding`.

    Raises:
        NotCovered: Where the SMIC of that day is not known.
        InvalidValue: For overtime hours of a month without their premium:
            the legal ones go by the week.

    Source: art. L. 6222-28 et L. 3121-36 du code du travail; Cass. soc.
    30 mars 1993, n° 89-41.621.

    >>> paid = overtime(
    ...     Decimal(27), on=date(2026, 6, 1), territory=Territory.METROPOLE,
    ...     weekly_hours=Decimal(39),
    ... )
    >>> paid.hourly, paid.total_monthly
    (Decimal('3.3237'), Decimal('576.11'))
    """
    check_arguments(overtime, locals())
    smic = readings.smic.on(on, territory)
    points = basis_points("rate", rate)
    paid, beyond = hours_paid(weekly_hours, premium)
    if monthly_overtime_hours is not None:
        if premium is None:
            raise InvalidValue(
                "premium", premium, "write the percent of those hours"
            )
        raised, hundred = _raised(premium)
        hours, unit = monthly_overtime_hours.as_integer_ratio()
        beyond = 12 * hours * raised, MONTH * unit * hundred
    # L6222-28: « celles applicables aux salariés de l'entreprise »
    hourly = points * smic.hourly_cents
    month = points * smic_twelfths(smic, readings)
    return Overtime(
        hourly=_plain(hourly),
        monthly=decimal_cents(cents_of(month, readings, paid)),
        overtime_monthly=decimal_cents(
            cents_of(hourly * MONTH, readings, beyond)
        ),
    )


def _plain(hourly: int) -> Decimal:
    return Decimal(hourly).scaleb(-6, EXACT).normalize(EXACT)


@frozen(kw_only=True)
class BenefitsInKind:
    """What benefits in kind take from the pay of a month, in euros.

    Args:
        deduction: Most that may be deducted.
        paid_gross: Gross left to pay.
        contribution_base: Base of contributions: paid, plus the benefits at
            their full value.
    """

    deduction: Decimal
    paid_gross: Decimal
    contribution_base: Decimal


def benefits_deducted(
    monthly_gross: Decimal,
    benefits_value: Decimal,
    *,
    share: Decimal = Decimal(75),
) -> BenefitsInKind:
    """The most that may be deducted for benefits in kind.

    Args:
        monthly_gross: Gross of the month before them, in euros.
        benefits_value: Their value by the rules of social security.
        share: Percent of the value that is deducted; a convention or the
            contract may fix less than 75.

    Returns:
        The deduction, rounded down to the cent since it is a limit.

    Raises:
        InvalidValue: For a share above 75.

    Source: art. D. 6222-33 du code du travail; BOSS, avantages en nature,
    § 95.

    >>> benefits_deducted(Decimal("420.00"), Decimal("100.00")).paid_gross
    Decimal('345.00')
    """
    check_arguments(benefits_deducted, locals(), share=is_decimal(None))
    part = basis_points("share", share)
    if not 0 <= part <= _QUARTERS:
        raise InvalidValue("share", share, "write a percent from 0 to 75")
    gross = cents("monthly_gross", monthly_gross)
    value = cents("benefits_value", benefits_value)
    # D6222-33: « dans la limite de 75 % de la déduction autorisée, pour les
    # autres travailleurs », « ne peuvent excéder, chaque mois, un montant
    # égal aux trois quarts du salaire »
    deduction = min(part * value, _QUARTERS * gross) // FULL
    return BenefitsInKind(
        deduction=decimal_cents(deduction),
        paid_gross=decimal_cents(gross - deduction),
        contribution_base=decimal_cents(gross - deduction + value),
    )
