"""From a contract to the terms that decide its pay."""

from bisect import bisect_right
from datetime import date

from apprentissage.errors import NotCovered
from apprentissage.facts import (
    NO_GRID,
    Contract,
    ExtensionReason,
    Territory,
)
from apprentissage.law.pay_grids import (
    PAY_GRIDS,
    SUCCESSION,
    THRESHOLDS,
    PayTable,
)
from apprentissage.law.readings import (
    FifteenPointsBase,
    FifteenPointsBracket,
    LeapBirthday,
    Readings,
)
from apprentissage.months import completed_years, eve_of
from apprentissage.rules.pay._terms import (
    FifteenPoints,
    PayTerms,
    Prolongation,
)
from apprentissage.rules.pay.assumptions import Assumption, Least, Notes
from apprentissage.rules.pay.rates import (
    cycle_length,
    progression,
    public_points,
)
from apprentissage.rules.pay.reasons import PayReason
from apprentissage.rules.pay.succession import fifteen_points_year, floor_of

__all__ = ["MAYOTTE_FROM", "terms_of"]

MAYOTTE_FROM = date(2018, 1, 1)
"""The code du travail applies in Mayotte since that day."""
NATIONAL_SMIC = Assumption(
    "employer.territory", "le SMIC national est retenu", Least.SMIC_ALONE
)
GRID_UNKNOWN = Assumption(
    "grid", "aucune grille conventionnelle n'est retenue"
)
NO_EXTENSION = Assumption(
    "extension", "aucune prolongation n'est retenue", Least.FIRST_YEAR
)
NO_AGREEMENT = "9999"
"""IDCC of a firm without collective agreement: neither grid nor SMC."""

_EXTENSIONS = {
    ExtensionReason.FAILED_EXAM: PayReason.FAILED_EXAM,
    ExtensionReason.DISABILITY: PayReason.DISABILITY_YEAR,
    ExtensionReason.ATHLETE: PayReason.ATHLETE_YEAR,
}


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
    territory = contract.employer.territory
    if territory is None:
        notes.append(NATIONAL_SMIC)
        territory = Territory.METROPOLE
    elif territory is Territory.MAYOTTE and concluded_on < MAYOTTE_FROM:
        raise NotCovered("rémunération à Mayotte", concluded_on, MAYOTTE_FROM)
    public = public_points(contract, notes)
    no_agreement = contract.employer.idcc == NO_AGREEMENT
    if contract.grid is None and not no_agreement:
        notes.append(GRID_UNKNOWN)
    return PayTerms(
        concluded_on=concluded_on,
        table=table,
        progression=progression(contract, readings, notes),
        cycle_years=cycle_length(contract.training),
        prolongation=_prolongation(contract, years, notes),
        athlete=bool(contract.apprentice.high_level_athlete),
        fifteen=_fifteen(contract, readings, table, notes),
        public=public,
        floor=floor_of(contract, notes),
        grid=None if contract.grid == NO_GRID else contract.grid,
        smc_monthly=contract.smc_monthly if public is None else None,
        smc_known=(
            contract.smc_monthly is not None
            or public is not None
            or no_agreement
        ),
        territory=territory,
        readings=readings,
    )


def _prolongation(
    contract: Contract, years: list[date], notes: Notes
) -> Prolongation | None:
    extension = contract.extension
    if extension is None:
        notes.append(NO_EXTENSION)
        return None
    first = extension.starts_on
    if first is None:
        return None
    last_year = bisect_right(years, eve_of(first))
    return Prolongation(_EXTENSIONS[extension.reason], first, last_year)


def _fifteen(
    contract: Contract, readings: Readings, table: PayTable, notes: Notes
) -> FifteenPoints | None:
    year = fifteen_points_year(contract, notes)
    if year == 0:
        return None
    grade = None
    if readings.fifteen_points_bracket is FifteenPointsBracket.FROZEN:
        late = readings.leap_birthday is LeapBirthday.MARCH_1
        age = completed_years(
            contract.apprentice.born_on,
            contract.concluded_on,
            leap_day_on_march_1=late,
        )
        grade = bisect_right(THRESHOLDS[: len(table.rows) - 1], age)
    # Before 2019 the points were added to the earlier pay too.
    rule = SUCCESSION.concluded(contract.concluded_on).value
    return FifteenPoints(
        year,
        grade,
        readings.fifteen_points_base is FifteenPointsBase.CONVENTIONAL_RATE,
        rule.carries_fifteen,
    )
