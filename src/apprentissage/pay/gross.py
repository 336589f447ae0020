"""Gross pay: claims compared in euros, hours beyond 35.

Rates are basis points, monthly bases twelfths of a cent: hourly SMIC x 35 x
52 / 12 is then a whole number, and every comparison exact.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from operator import attrgetter
from typing import NamedTuple, TypeVar

from attrs import frozen

from apprentissage._arguments import check_arguments
from apprentissage._money import (
    EXACT,
    basis_points,
    cents,
    decimal_cents,
    rounded_half_up,
    rounded_up,
)
from apprentissage._plain import PlainValue
from apprentissage.errors import InvalidValue
from apprentissage.facts import ByDay, Contract, PayBase, Territory
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.law.choices import Mayotte2021Month, MonthlyBase, Rounding
from apprentissage.law.dated import ByConclusion, ByWork, version
from apprentissage.law.readings import LETTER, Readings
from apprentissage.law.smic import Smic
from apprentissage.law.sources import Caveat
from apprentissage.pay.grids import PayReason

FULL_BP = 10_000
"""100 %, in basis points."""

_WEEK = 35
MONTH = _WEEK * 52
"""Hours of a month of 35 hours a week, in twelfths."""


class Bases(NamedTuple):
    """The monthly bases of a day for 35 hours, in twelfths of a cent.

    Attributes:
        smic: SMIC of the territory.
        smc: Conventional minimum of the post; 0 where unknown.
    """

    smic: int
    smc: int


class Due(NamedTuple):
    """What a claim gives on a day.

    Attributes:
        rate_bp: Basis points of the base.
        base: SMIC or SMC.
        value: Rate times base, in twelfths of a cent times basis points.
        reasons: Why.
        year: Year of the grid; 0 where the rate_bp is not the grid's.
    """

    rate_bp: int
    base: PayBase
    value: int
    reasons: tuple[PayReason, ...]
    year: int


class Claim(NamedTuple):
    """A rate in basis points that a text grants, and its base.

    Attributes:
        rate_bp: Basis points.
        base: SMIC, SMC, or STATUTORY for the higher of both.
        reasons: Why.
        year: Year of the grid; 0 where the rate_bp is not the grid's.
        capped_bp: Points of D6222-30 that may not lead above the SMIC.
        uncapped_bp: Other points.
    """

    rate_bp: int
    base: PayBase
    reasons: tuple[PayReason, ...]
    year: int = 0
    capped_bp: int = 0
    uncapped_bp: int = 0

    def due(self, bases: Bases) -> Due:
        """What it gives on a day."""
        base, month, reasons = self._base(bases)
        rate_bp = self.rate_bp
        if self.capped_bp:
            rate_bp += self.capped_bp
            # D6222-31 al. 2: « ne peuvent conduire l'apprenti à percevoir un
            # salaire supérieur à 100 % du salaire minimum de croissance »
            if rate_bp * month > FULL_BP * bases.smic:
                reasons += (PayReason.FIFTEEN_POINTS_CAP,)
                rate_bp = self.rate_bp
                if rate_bp * month < FULL_BP * bases.smic:
                    rate_bp, base, month = FULL_BP, PayBase.SMIC, bases.smic
        rate_bp += self.uncapped_bp
        return Due(rate_bp, base, rate_bp * month, reasons, self.year)

    def _base(self, bases: Bases) -> tuple[PayBase, int, tuple[PayReason, ...]]:
        smic, smc = bases
        # D6222-26: « ou, s'il est supérieur, du salaire minimum
        # conventionnel correspondant à l'emploi occupé »
        if self.base is not PayBase.SMIC and smc > smic:
            return PayBase.SMC, smc, (*self.reasons, PayReason.SMC)
        if self.base is PayBase.SMC and 0 < smc < smic:
            return PayBase.SMIC, smic, (*self.reasons, PayReason.SMC_BELOW)
        return PayBase.SMIC, smic, self.reasons


class Floor(NamedTuple):
    """What an earlier contract guarantees.

    Attributes:
        rate_bp: Basis points of the base.
        base: SMIC or SMC.
        reason: Why.
    """

    rate_bp: int
    base: PayBase
    reason: PayReason


def best_of(claims: Iterable[Claim], bases: Bases) -> Due:
    """The best claim in euros of a day; the first of equal ones.

    Args:
        claims: The statutory one first.
        bases: Monthly bases of the day.

    >>> both = (Claim(6100, PayBase.STATUTORY, ()),
    ...         Claim(6700, PayBase.SMIC, ()))
    >>> best_of(both, Bases(180180 * 12, 225000 * 12)).base
    <PayBase.SMC: 'SMC'>
    >>> best_of(both, Bases(180180 * 12, 195000 * 12)).rate_bp
    6700
    """
    return max([claim.due(bases) for claim in claims], key=_VALUE)


_VALUE = attrgetter("value")


def smic_twelfths(smic: Smic, readings: Readings) -> int:
    """The monthly SMIC in twelfths of a cent, as a reading takes it."""
    if readings.monthly_base is MonthlyBase.HOURLY:
        return smic.hourly_cents * MONTH
    printed = smic.printed_month_cents
    if printed and readings.mayotte_2021_month is Mayotte2021Month.PRINTED:
        return printed * 12
    return smic.monthly_cents * 12


def bases_on(
    day: date, territory: Territory, smc_monthly: Decimal | int | ByDay | None, readings: Readings
) -> Bases:
    """The monthly bases of a day.

    Raises:
        NotCovered: Where the SMIC or the SMC of that day is not known.
    """
    return Bases(
        smic_twelfths(readings.smic.on(day, territory), readings), smc_twelfths(smc_monthly, day)
    )


def smc_twelfths(smc_monthly: Decimal | int | ByDay | None, day: date) -> int:
    """The monthly SMC of a day in twelfths of a cent; 0 where unknown.

    Raises:
        NotCovered: Where that of the day is not known.
    """
    if smc_monthly is None:
        return 0
    if isinstance(smc_monthly, ByDay):
        smc_monthly = smc_monthly.on(day)
    return cents("smc_monthly", smc_monthly) * 12


def months_counted_twelfths(smic: Smic) -> tuple[int, ...]:
    """The monthly SMIC in twelfths of a cent, as each reading takes it."""
    counted = smic.hourly_cents * MONTH, smic.monthly_cents * 12
    printed = smic.printed_month_cents
    return (*counted, printed * 12) if printed else counted


def cents_of(value: int, readings: Readings, share: tuple[int, int] = (1, 1)) -> int:
    """A value of basis points times twelfths of a cent, in cents.

    Args:
        value: Rate times base.
        readings: The point read is `rounding`.
        share: The part of it that is due, numerator and denominator.
    """
    numerator, denominator = value * share[0], 12 * FULL_BP * share[1]
    if readings.rounding is Rounding.CEILING:
        return rounded_up(numerator, denominator)
    return rounded_half_up(numerator, denominator)


def monthly_pay(
    rate: Decimal | int, *, on: date, territory: Territory, readings: Readings = LETTER
) -> Decimal:
    """A rate of the SMIC of a day, for a month of 35 hours.

    Args:
        rate: Percent of the SMIC, public points included.
        on: Day worked.
        territory: Place of execution.
        readings: The points read are `monthly_base`, `mayotte_2021_month`
            and `rounding`.

    Returns:
        Gross in euros.

    Raises:
        NotCovered: Where the SMIC of that day is not known.

    Source: art. L. 6222-27 du code du travail.

    >>> monthly_pay(
    ...     Decimal("43"), on=date(2026, 6, 1), territory=Territory.METROPOLE
    ... )
    Decimal('802.82')
    """
    check_arguments(monthly_pay, locals())
    smic = smic_twelfths(readings.smic.on(on, territory), readings)
    value = basis_points("rate", rate) * smic
    return decimal_cents(cents_of(value, readings))


LEGAL_WEEK = Decimal(_WEEK)
"""The hours of a week for which the monthly bases are."""

_MAYOTTE = Source(SourceKind.LAW, "ordonnance n° 2017-1491")

WEEK_IN_MAYOTTE = ByWork(
    "durée légale du travail à Mayotte",
    (
        version(date(2018, 1, 1), 39, _MAYOTTE),
        version(date(2019, 1, 1), 35, _MAYOTTE),
    ),
)
"""The legal hours of a week in Mayotte on a day of work."""


class OvertimeLaw(NamedTuple):
    """What an hour beyond 35 a week pays where no agreement says otherwise.

    Attributes:
        first_hours: How many hours of a week have the first premium.
        first_premium: Premium of these, in percent.
        later_premium: Premium of the following ones.
    """

    first_hours: int
    first_premium: int
    later_premium: int


_QUARTER_THEN_HALF = OvertimeLaw(first_hours=8, first_premium=25, later_premium=50)

OVERTIME = ByWork(
    "heures supplémentaires",
    (
        version(
            date(2008, 5, 1),
            _QUARTER_THEN_HALF,
            "L3121-22",
            caveats=(
                Caveat(
                    "OVERTIME_UNREAD",
                    "La rédaction de l'art. L. 3121-22 en vigueur avant le "
                    "10 août 2016 n'a pas été lue : les majorations de 25 et "
                    "de 50 % sont celles du texte suivant.",
                ),
            ),
        ),
        # « une majoration de salaire de 25 % pour chacune des huit premières
        # heures supplémentaires. Les heures suivantes donnent lieu à une
        # majoration de 50 % »
        version(date(2016, 8, 10), _QUARTER_THEN_HALF, "L3121-36"),
    ),
)
"""The premium of overtime without an agreement (L3121-36, before L3121-22)."""

Share = tuple[int, int]
"""A part of something, as numerator and denominator."""

NO_HOURS: Share = (0, 1)
Hours = TypeVar("Hours", int, Fraction)


def hours_paid(
    weekly_hours: Decimal | int, premium: Decimal | int | None, *, on: date
) -> tuple[Share, Share]:
    """The pay of a week, in fractions of 35 hours: up to the 35th, and beyond.

    Args:
        weekly_hours: Hours a week.
        premium: Premium in percent of each hour beyond 35. None: 25 % for
            the first eight and 50 % for the others, the rates that hold
            where no agreement says otherwise (L3121-36).
        on: Day worked.

    Returns:
        Both parts; the second one weighted by the premium.

    Raises:
        NotCovered: Before 2008-05-01, for an unknown premium.

    >>> june = date(2026, 6, 1)
    >>> hours_paid(Decimal(28), None, on=june)
    ((28, 35), (0, 3500))
    >>> hours_paid(Decimal(39), Decimal(10), on=june)
    ((35, 35), (440, 3500))
    """
    check_arguments(hours_paid, locals())
    return week_paid(weekly_hours, premium, on)


def week_paid(
    weekly_hours: Decimal | int, premium: Decimal | int | None, on: date
) -> tuple[Share, Share]:
    """The same as `hours_paid`, unchecked."""
    hours, unit = weekly_hours.as_integer_ratio()
    week = _WEEK * unit
    paid = min(hours, week)
    beyond = hours - paid
    if premium is None:
        law = OVERTIME.worked(on).value
        first = min(beyond, law.first_hours * unit)
        weighted = _weighted(law, first, beyond - first)
        return (paid, week), (weighted, week * 100)
    raised, hundred = _raised(premium)
    return (paid, week), (beyond * raised, week * hundred)


def overtime_share(
    hours: Decimal | int, beyond_43: Decimal | int, premium: Decimal | int | None, *, on: date
) -> Share:
    """The pay of a month's overtime, as a fraction of a month of 35 hours.

    Args:
        hours: Hours of the month beyond 35 a week.
        beyond_43: How many of them come after the eighth of a week.
        premium: Premium in percent of each; the legal ones where None.
        on: Day worked.

    >>> overtime_share(
    ...     Decimal("17.5"), Decimal(0), Decimal(0), on=date(2026, 6, 1)
    ... )
    (3, 26)
    """
    check_arguments(overtime_share, locals())
    done = Fraction(hours)
    if premium is not None:
        weighted = done * Fraction(*_raised(premium))
    else:
        late = Fraction(beyond_43)
        law = OVERTIME.worked(on).value
        weighted = _weighted(law, done - late, late) / 100
    return (12 * weighted / MONTH).as_integer_ratio()


def _weighted(law: OvertimeLaw, first: Hours, later: Hours) -> Hours:
    """Hours weighted by their premium, in hundredths."""
    return (100 + law.first_premium) * first + (100 + law.later_premium) * later


def _raised(premium: Decimal | int) -> Share:
    points, unit = premium.as_integer_ratio()
    return 100 * unit + points, 100 * unit


@frozen(kw_only=True, eq=False, repr=False)
class Overtime(PlainValue):
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
    rate: Decimal | int,
    *,
    on: date,
    territory: Territory,
    weekly_hours: Decimal | int,
    monthly_overtime_hours: Decimal | int | None = None,
    premium: Decimal | int | None = None,
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
    rate_bp = basis_points("rate", rate)
    paid, beyond = week_paid(weekly_hours, premium, on)
    if monthly_overtime_hours is not None:
        if premium is None:
            raise InvalidValue("premium", premium, "write the percent of those hours")
        raised, hundred = _raised(premium)
        hours, unit = monthly_overtime_hours.as_integer_ratio()
        beyond = 12 * hours * raised, MONTH * unit * hundred
    # L6222-28: « celles applicables aux salariés de l'entreprise »
    hourly = rate_bp * smic.hourly_cents
    month = rate_bp * smic_twelfths(smic, readings)
    return Overtime(
        hourly=_plain(hourly),
        monthly=decimal_cents(cents_of(month, readings, paid)),
        overtime_monthly=decimal_cents(cents_of(hourly * MONTH, readings, beyond)),
    )


def _plain(hourly: int) -> Decimal:
    return Decimal(hourly).scaleb(-6, EXACT).normalize(EXACT)


RESTS_UNTIL_AGE: ByConclusion[int | None] = ByConclusion(
    "heures supplémentaires du mineur",
    (
        version(date(2008, 5, 1), None, "L3162-1"),
        # « Les heures supplémentaires éventuelles, ainsi que leurs
        # majorations, donnent lieu à un repos compensateur équivalent. »
        version(date(2019, 1, 1), 18, "L3162-1", "L3161-1"),
    ),
)
"""The age from which overtime gives money and no rest; None for any age."""

_PART_TIME = Caveat(
    "PART_TIME",
    "Moins de 35 heures par semaine : pour l'administration l'apprenti "
    "travaille à temps plein, hors travailleur handicapé, sportif de haut "
    "niveau ou durée collective plus courte ; les montants sont réduits en "
    "proportion.",
)

_MAYOTTE_2018 = Caveat(
    "MAYOTTE_2018",
    "À Mayotte la durée légale du travail était encore de 39 heures en 2018 : "
    "les montants sont ceux de 35 heures.",
)

_MINOR_OVERTIME = Caveat(
    "MINOR_OVERTIME",
    "Avant 18 ans les heures au-delà de 35 et leurs majorations donnent lieu "
    "à un repos compensateur équivalent (art. L. 3162-1) : aucun montant "
    "n'est ajouté.",
)


def of_the_week(contract: Contract) -> tuple[Caveat, ...]:
    """The caveats on a week: part time by doctrine alone, overtime by a text not read."""
    hours, apprentice = contract.weekly_hours, contract.apprentice
    if hours is None or hours == LEGAL_WEEK:
        return ()
    if hours < LEGAL_WEEK:
        excepted = apprentice.rqth or apprentice.high_level_athlete
        return () if excepted else (_PART_TIME,)
    if contract.overtime_premium is not None:
        return ()
    on = max(contract.starts_on, OVERTIME.since)
    return OVERTIME.worked(on).caveats


def of_the_hours(contract: Contract, rest_until: date) -> tuple[Caveat, ...]:
    """The reserves on the hours of a contract, those of its week included.

    Args:
        contract: The facts.
        rest_until: First day on which overtime is paid, and not rested.
    """
    hours = contract.weekly_hours
    raised = (
        (_MAYOTTE_2018, _more_than_35_hours_in_mayotte(contract)),
        (
            _MINOR_OVERTIME,
            hours is not None and hours > LEGAL_WEEK and contract.starts_on < rest_until,
        ),
    )
    held = tuple(caveat for caveat, holds in raised if holds)
    return held + of_the_week(contract)


def _more_than_35_hours_in_mayotte(contract: Contract) -> bool:
    starts_on = contract.starts_on
    return (
        contract.employer.territory is Territory.MAYOTTE
        and starts_on >= WEEK_IN_MAYOTTE.since
        and WEEK_IN_MAYOTTE.worked(starts_on).value > LEGAL_WEEK
    )
