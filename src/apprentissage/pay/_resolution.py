"""From a contract to the terms that decide its pay."""

from bisect import bisect_right
from datetime import date

from apprentissage.errors import NotCovered
from apprentissage.facts import NO_GRID, NO_SMC, Contract, Territory
from apprentissage.law.choices import (
    DisabilityPointsBase,
    FifteenPointsBase,
    FifteenPointsBracket,
    FifteenPointsLicence,
    LeapBirthday,
    SmcBeforeJuly2016,
)
from apprentissage.law.readings import Readings
from apprentissage.months import completed_years, reaches_age_on
from apprentissage.pay._cycle import is_athlete, progression
from apprentissage.pay._spans import is_leap_day
from apprentissage.pay._terms import FifteenPoints, PayTerms
from apprentissage.pay.assumptions import Assumption, Least, Notes
from apprentissage.pay.grids import (
    ATHLETE_YEAR,
    DISABILITY_POINTS,
    FIFTEEN_POINTS,
    MINORS_REST,
    PAY_GRIDS,
    THRESHOLDS,
    PayTable,
)
from apprentissage.pay.rates import public_points
from apprentissage.pay.reasons import PayReason
from apprentissage.pay.succession import fifteen_points_year, floors_of

MAYOTTE_FROM = date(2018, 1, 1)
"""The code du travail applies in Mayotte since that day."""
NATIONAL_SMIC = Assumption(
    "employer.territory", "le SMIC national est retenu", Least.SMIC_ALONE
)
GRID_UNKNOWN = Assumption(
    "grid", "aucune grille conventionnelle n'est retenue"
)
NO_AGREEMENT = "9999"
"""IDCC of a firm without collective agreement: neither grid nor SMC."""


def terms_of(
    contract: Contract,
    readings: Readings,
    years: list[date],
    notes: Notes,
) -> PayTerms:
    """Resolve the facts of a contract.

    Args:
        contract: The facts.
        readings: The choice on each contested point.
        years: First day of each year of execution.
        notes: Takes the facts assumed.

    Raises:
        NotCovered: Before 2008-05-01, in Mayotte before 2018-01-01.
    """
    concluded_on = contract.concluded_on
    table = PAY_GRIDS.concluded(concluded_on).value
    territory = _territory(contract, notes)
    public = public_points(contract, notes)
    no_agreement = contract.employer.idcc == NO_AGREEMENT
    if contract.grid is None and not no_agreement:
        notes.append(GRID_UNKNOWN)
    found, refused = progression(contract, years, readings, notes)
    smc = contract.smc_monthly
    no_smc = public is not None or smc == NO_SMC
    on_binding = DISABILITY_POINTS.concluded(concluded_on).value
    return PayTerms(
        concluded_on=concluded_on,
        table=table,
        progression=found,
        athlete=ATHLETE_YEAR.concluded(concluded_on).value
        and is_athlete(contract),
        fifteen=_fifteen(contract, found.reason, readings, table, notes),
        disability_on_binding=on_binding
        and found.prolongation is not None
        and readings.disability_points_base
        is DisabilityPointsBase.BINDING_RATE,
        public=public,
        floors=floors_of(contract, refused, notes),
        grid=None if contract.grid == NO_GRID else contract.grid,
        smc_from_21=table.smc_from_21
        or readings.smc_before_july_2016 is SmcBeforeJuly2016.SMC_KEPT,
        smc_monthly=None if no_smc else smc,
        smc_known=no_smc or smc is not None or no_agreement,
        territory=territory,
        born_on=contract.apprentice.born_on,
        rest_until=_rest_until(contract, readings),
        readings=readings,
    )


def _territory(contract: Contract, notes: Notes) -> Territory:
    concluded_on = contract.concluded_on
    territory = contract.employer.territory
    if territory is None:
        notes.append(NATIONAL_SMIC)
        return Territory.METROPOLE
    if territory is Territory.MAYOTTE and concluded_on < MAYOTTE_FROM:
        raise NotCovered("rémunération à Mayotte", concluded_on, MAYOTTE_FROM)
    return territory


def _late(born_on: date, readings: Readings) -> bool:
    """Whether an age is reached on 1 March in common years."""
    return is_leap_day(born_on) and (
        readings.leap_birthday is LeapBirthday.MARCH_1
    )


def _rest_until(contract: Contract, readings: Readings) -> date:
    """The first day on which overtime is paid, and not rested.

    L3162-1: « donnent lieu à un repos compensateur équivalent », of a minor.
    """
    if not MINORS_REST.concluded(contract.concluded_on).value:
        return contract.starts_on
    born_on = contract.apprentice.born_on
    return reaches_age_on(
        born_on, 18, leap_day_on_march_1=_late(born_on, readings)
    )


def _fifteen(
    contract: Contract,
    reason: PayReason | None,
    readings: Readings,
    table: PayTable,
    notes: Notes,
) -> FifteenPoints | None:
    year = fifteen_points_year(contract, readings, notes)
    if year == 0:
        return None
    # D6222-32 fixes the pay of a licence professionnelle, by some.
    by_its_year = FifteenPointsLicence.SECOND_YEAR
    if (
        reason is PayReason.LICENCE_PROFESSIONNELLE
        and readings.fifteen_points_licence is by_its_year
    ):
        year = 0
    grade = None
    if readings.fifteen_points_bracket is FifteenPointsBracket.FROZEN:
        born_on = contract.apprentice.born_on
        age = completed_years(
            born_on,
            contract.concluded_on,
            leap_day_on_march_1=_late(born_on, readings),
        )
        grade = bisect_right(THRESHOLDS[: len(table.rows) - 1], age)
    rule = FIFTEEN_POINTS.concluded(contract.concluded_on).value
    return FifteenPoints(
        year,
        grade,
        readings.fifteen_points_base is FifteenPointsBase.CONVENTIONAL_RATE,
        rule.capped,
    )
