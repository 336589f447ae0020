"""Reserves on a whole pay schedule, where no text settles a point."""

from apprentissage.facts import (
    NO_GRID,
    Contract,
    ExtensionReason,
    Territory,
)
from apprentissage.law.pay_grids import PUBLIC_POINTS, SUCCESSION
from apprentissage.law.sources import Caveat
from apprentissage.months import same_day
from apprentissage.rules.pay.succession import previous_contract

__all__ = ["ABOVE_100", "contract_caveats"]

ABOVE_100 = Caveat(
    "PUBLIC_POINTS_ABOVE_100",
    "Les points de l'employeur public mènent au-delà de 100 % du SMIC : le "
    "plafond de l'art. D. 6222-31 vise une autre sous-section.",
)
_MONTHS_OF_CREDIT = Caveat(
    "MONTHS_OF_CREDIT",
    "Le contrat commence après le cycle : à la lettre de l'art. D. 6222-28-1 "
    "les mois écoulés comptent ; l'usage, suivi ici, compte les années "
    "d'exécution depuis le début du contrat.",
)
_DISABILITY_GRID = Caveat(
    "DISABILITY_CONVENTIONAL",
    "Les 15 points de la prolongation (art. R. 6222-48) sont ajoutés au taux "
    "réglementaire ; qu'ils s'ajoutent au taux conventionnel n'est pas "
    "tranché.",
)
_UNUSUAL_POINTS = Caveat(
    "PUBLIC_POINTS_UNUSUAL",
    "L'employeur public ne peut ajouter que 10 ou 20 points (20 à partir du "
    "niveau 6 avant le 27 avril 2020) : les points déclarés sont retenus tels "
    "quels.",
)
_CONVENTIONAL_FLOOR = Caveat(
    "CONVENTIONAL_FLOOR",
    "Qu'un taux conventionnel suive l'apprenti chez un autre employeur "
    "seulement dans la même branche vient d'une circulaire de 2007, retirée "
    "depuis.",
)
_MAYOTTE_2018 = Caveat(
    "MAYOTTE_2018",
    "À Mayotte la durée légale du travail était encore de 39 heures en 2018 : "
    "les montants sont ceux de 35 heures.",
)


def contract_caveats(contract: Contract) -> tuple[Caveat, ...]:
    """The reserves that hold for all lines of a contract."""
    raised = (
        (_MONTHS_OF_CREDIT, _starts_months_after_its_cycle(contract)),
        (_DISABILITY_GRID, _disability_year_on_a_grid(contract)),
        (_UNUSUAL_POINTS, _points_of_no_text(contract)),
        (_CONVENTIONAL_FLOOR, _conventional_floor(contract)),
        (_MAYOTTE_2018, _in_mayotte_in_2018(contract)),
    )
    return tuple(caveat for caveat, holds in raised if holds)


def _starts_months_after_its_cycle(contract: Contract) -> bool:
    training = contract.training
    if training.cycle_starts_on is None:
        return False
    years = (training.entry_year or 1) - 1
    a_month_on = same_day(training.cycle_starts_on, 12 * years + 1)
    return a_month_on <= contract.starts_on


def _disability_year_on_a_grid(contract: Contract) -> bool:
    extension = contract.extension
    return (
        contract.grid not in {None, NO_GRID}
        and extension is not None
        and extension.reason is ExtensionReason.DISABILITY
    )


def _points_of_no_text(contract: Contract) -> bool:
    points = contract.public_points
    if not points or contract.employer.public is False:
        return False
    rule = PUBLIC_POINTS.concluded(contract.concluded_on).value
    return not rule.foresees(points, contract.training.level)


def _conventional_floor(contract: Contract) -> bool:
    found = previous_contract(contract.previous or (), [])
    rule = SUCCESSION.concluded(contract.concluded_on).value
    if found is None or not rule.diploma_needed:
        return False
    cycle = found[1]
    return (
        bool(cycle.diploma_obtained)
        and not cycle.same_employer
        and cycle.last_statutory_rate not in {None, cycle.last_rate}
    )


def _in_mayotte_in_2018(contract: Contract) -> bool:
    mayotte = contract.employer.territory is Territory.MAYOTTE
    return mayotte and contract.starts_on.year == 2018
