"""The year of the grid that applies, and a public employer's points."""

from datetime import date
from typing import NamedTuple

from apprentissage.arguments import check_arguments
from apprentissage.facts import (
    Contract,
    Diploma,
    DurationGround,
    Grid,
    Training,
)
from apprentissage.facts.pay import Rates
from apprentissage.law.pay_grids import PAY_GRIDS, PUBLIC_POINTS
from apprentissage.law.readings import Readings
from apprentissage.money import decimal_points
from apprentissage.months import months_begun
from apprentissage.rules.pay.assumptions import Assumption, Least, Notes
from apprentissage.rules.pay.reasons import PayReason
from apprentissage.rules.pay.succession import credit_refused

__all__ = ["statutory_grid"]
__dir__ = __all__.copy

LAST_YEAR = 3
"""The grid has three years."""

LICENCE_LEVEL = 6

_FIRST_YEAR = Assumption(
    "training.entry_year",
    "le contrat est réputé commencer la première année du cycle",
)
_NO_LICENCE = Assumption(
    "training.diploma",
    "le diplôme n'est pas pris pour une licence professionnelle",
    Least.SECOND_YEAR,
)
_ONE_YEAR = Assumption(
    "training.cycle_years",
    "la licence professionnelle est réputée préparée en un an",
    Least.FIRST_YEAR,
)
_LEVEL_6 = Assumption(
    "training.level",
    "la licence professionnelle est prise pour un diplôme de niveau 6",
    Least.FIRST_YEAR,
)
_REPEATED_YEAR = Assumption(
    "training.entry_year",
    "l'année redoublée est la dernière du cycle ou, faute de la connaître, "
    "la première",
    Least.FIRST_YEAR,
)
_NO_FAILURE = Assumption(
    "duration_ground",
    "le contrat n'est pas tenu pour une année de plus après un échec",
    Least.FIRST_YEAR,
)
_PRIVATE = Assumption("employer.type", "l'employeur est réputé privé")
_PRIVATE_WITH_SMC = Assumption(
    "employer.type", "l'employeur est réputé privé", Least.SMIC_ALONE
)
_PUBLIC = Assumption(
    "employer.type",
    "l'employeur est réputé public, puisque des points sont déclarés",
    Least.NO_POINTS,
)
_NO_POINTS = Assumption(
    "public_points", "l'employeur public n'est pas réputé ajouter de points"
)
_NO_LEVEL = Assumption(
    "training.level", "aucun point n'est retenu au titre du niveau du diplôme"
)


class Progression(NamedTuple):
    """How the years of execution follow the years of the grid.

    Attributes:
        credit: Years of the cycle already covered.
        fixed: The year of the grid for the whole contract; 0 for none.
        reason: Why, where it departs from the year of execution.
    """

    credit: int
    fixed: int
    reason: PayReason | None


_ORDINARY = Progression(0, 0, None)


def progression(
    contract: Contract, readings: Readings, notes: Notes
) -> Progression:
    """Where in the cycle the contract stands.

    Args:
        contract: The facts.
        readings: The point read is `year_elsewhere`.
        notes: Takes the facts assumed.
    """
    training = contract.training
    entry = training.entry_year
    # D6222-32: « correspond à celle fixée pour la deuxième année »
    if _licence_professionnelle_in_one_year(training, notes):
        return Progression(0, 2, PayReason.LICENCE_PROFESSIONNELLE)
    if contract.extension is None or contract.extension.starts_on is None:
        if contract.duration_ground is None:
            notes.append(_NO_FAILURE)
        elif contract.duration_ground is DurationGround.FAILED_EXAM:
            # L6222-11, another employer: the whole contract prolongs.
            if entry is None:
                notes.append(_REPEATED_YEAR)
            year = entry or training.cycle_years or 1
            return Progression(0, min(year, LAST_YEAR), PayReason.FAILED_EXAM)
    if entry is None:
        notes.append(_FIRST_YEAR)
        return _ORDINARY
    # D6222-28-1: « comme ayant accompli une durée d'apprentissage égale à ce
    # cycle de formation »
    if entry == 1 or credit_refused(contract, readings, notes):
        return _ORDINARY
    return Progression(entry - 1, 0, PayReason.CYCLE_CREDIT)


def _licence_professionnelle_in_one_year(
    training: Training, notes: Notes
) -> bool:
    years = cycle_length(training)
    if (
        training.entry_year not in {None, 1}
        or years not in {None, 1}
        or training.level not in {None, LICENCE_LEVEL}
    ):
        return False
    if training.diploma is None:
        notes.append(_NO_LICENCE)
        return False
    if training.diploma is not Diploma.LICENCE_PROFESSIONNELLE:
        return False
    if training.entry_year is None:
        notes.append(_FIRST_YEAR)
    if training.cycle_years is None:
        notes.append(_ONE_YEAR)
    if training.level is None:
        notes.append(_LEVEL_6)
    return True


def cycle_length(training: Training) -> int | None:
    """The years of the whole cycle, a year begun counted; None if unknown."""
    if training.cycle_years is not None:
        return training.cycle_years
    first, last = training.cycle_starts_on, training.cycle_ends_on
    if first is None or last is None:
        return None
    return -(-months_begun(first, last) // 12)


def public_points(contract: Contract, notes: Notes) -> int | None:
    """The points of a public employer; None for a private one.

    Args:
        contract: The facts.
        notes: Takes the facts assumed.
    """
    declared = contract.public_points
    public = contract.employer.public
    if public is None:
        public = bool(declared)
        if public:
            notes.append(_PUBLIC)
        else:
            lone = contract.smc_monthly is None
            notes.append(_PRIVATE if lone else _PRIVATE_WITH_SMC)
    if not public:
        return None
    rule = PUBLIC_POINTS.concluded(contract.concluded_on).value
    level = contract.training.level
    if rule.uniform and level is None:
        notes.append(_NO_LEVEL)
    if declared is None:
        notes.append(_NO_POINTS)
    return max(rule.due(level), declared or 0)


def statutory_grid(concluded_on: date) -> Grid:
    """The statutory grid of contracts concluded on a day.

    Args:
        concluded_on: Day of conclusion.

    Returns:
        The rates by bracket. Before 2019, `from_21` stands for 21 and over
        and `from_26` is None.

    Raises:
        NotCovered: Before 2008-05-01.

    Source: art. D. 6222-26 et D. 6222-27 du code du travail.

    >>> from apprentissage.facts import AgeBracket
    >>> [str(r) for r in statutory_grid(date(2026, 9, 1)).under_18]
    ['27', '39', '55']
    """
    check_arguments(statutory_grid, locals())
    version = PAY_GRIDS.concluded(concluded_on)
    rows: list[Rates | None] = [
        (decimal_points(a), decimal_points(b), decimal_points(c))
        for a, b, c in version.value.points
    ]
    under_18, from_18, from_21, from_26, *_ = [*rows, None]
    return Grid(
        under_18=under_18,
        from_18=from_18,
        from_21=from_21,
        from_26=from_26,
        from_on=version.since,
        sources=version.sources,
    )
