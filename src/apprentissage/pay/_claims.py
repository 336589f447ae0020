"""What the apprentice may claim in euros, and the best of several claims.

Rates are basis points, monthly bases twelfths of a cent: hourly SMIC x 35 x
52 / 12 is then a whole number, and every comparison exact.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from apprentissage._money import cents, rounded_half_up, rounded_up
from apprentissage.facts import ByDay, PayBase, Territory
from apprentissage.law.choices import Mayotte2021Month, MonthlyBase, Rounding
from apprentissage.law.readings import Readings
from apprentissage.law.smic import Smic
from apprentissage.pay.reasons import PayReason

FULL = 10_000
"""100 %, in basis points."""

MONTH = 35 * 52
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
        rate: Basis points of the base.
        base: SMIC or SMC.
        value: Rate times base, in twelfths of a cent times basis points.
        reasons: Why.
        year: Year of the grid; 0 where the rate is not the grid's.
    """

    rate: int
    base: PayBase
    value: int
    reasons: tuple[PayReason, ...]
    year: int


class Claim(NamedTuple):
    """A rate that a text gives, and to what it applies.

    Attributes:
        rate: Basis points.
        base: SMIC, SMC, or STATUTORY for the higher of both.
        reasons: Why.
        year: Year of the grid; 0 where the rate is not the grid's.
        capped: Points of D6222-30 that may not lead above the SMIC.
        uncapped: Other points.
    """

    rate: int
    base: PayBase
    reasons: tuple[PayReason, ...]
    year: int = 0
    capped: int = 0
    uncapped: int = 0

    def due(self, bases: Bases) -> Due:
        """What it gives on a day."""
        base, month, reasons = self._base(bases)
        rate = self.rate
        if self.capped:
            rate += self.capped
            # D6222-31 al. 2: « ne peuvent conduire l'apprenti à percevoir un
            # salaire supérieur à 100 % du salaire minimum de croissance »
            if rate * month > FULL * bases.smic:
                reasons += (PayReason.FIFTEEN_POINTS_CAP,)
                rate = self.rate
                if rate * month < FULL * bases.smic:
                    rate, base, month = FULL, PayBase.SMIC, bases.smic
        rate += self.uncapped
        return Due(rate, base, rate * month, reasons, self.year)

    def _base(
        self, bases: Bases
    ) -> tuple[PayBase, int, tuple[PayReason, ...]]:
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
        rate: Basis points of the base.
        base: SMIC or SMC.
        reason: Why.
    """

    rate: int
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
    >>> best_of(both, Bases(180180 * 12, 195000 * 12)).rate
    6700
    """
    return max(
        (claim.due(bases) for claim in claims), key=lambda due: due.value
    )


def smic_twelfths(smic: Smic, readings: Readings) -> int:
    """The monthly SMIC in twelfths of a cent, as a reading takes it."""
    if readings.monthly_base is MonthlyBase.HOURLY:
        return smic.hourly_cents * MONTH
    printed = smic.printed_month_cents
    if printed and readings.mayotte_2021_month is Mayotte2021Month.PRINTED:
        return printed * 12
    return smic.monthly_cents * 12


def bases_on(
    day: date,
    territory: Territory,
    smc_monthly: Decimal | ByDay | None,
    readings: Readings,
) -> Bases:
    """The monthly bases of a day.

    Raises:
        NotCovered: Where the SMIC or the SMC of that day is not known.
    """
    smic = smic_twelfths(readings.smic.on(day, territory), readings)
    if smc_monthly is None:
        return Bases(smic, 0)
    if isinstance(smc_monthly, ByDay):
        smc_monthly = smc_monthly.on(day)
    return Bases(smic, cents("smc_monthly", smc_monthly) * 12)


def cents_of(
    value: int, readings: Readings, share: tuple[int, int] = (1, 1)
) -> int:
    """A value of basis points times twelfths of a cent, in cents.

    Args:
        value: Rate times base.
        readings: The point read is `rounding`.
        share: The part of it that is due, numerator and denominator.
    """
    numerator, denominator = value * share[0], 12 * FULL * share[1]
    if readings.rounding is Rounding.CEILING:
        return rounded_up(numerator, denominator)
    return rounded_half_up(numerator, denominator)
