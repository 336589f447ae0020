"""Reserves on a whole pay schedule, where no text settles a point."""

from apprentissage.facts import Contract, PayBase, Territory
from apprentissage.law.sources import Caveat
from apprentissage.pay._terms import PayTerms
from apprentissage.pay.grids import PAY_GRIDS, PUBLIC_POINTS, SUCCESSION
from apprentissage.pay.gross import LEGAL_WEEK
from apprentissage.pay.reasons import PayReason
from apprentissage.pay.succession import previous_contract

ABOVE_100 = {
    PayReason.PUBLIC_POINTS: Caveat(
        "PUBLIC_POINTS_ABOVE_100",
        "Les points de l'employeur public mènent au-delà de 100 % du SMIC : "
        "le plafond de l'art. D. 6222-31 vise une autre sous-section.",
    ),
    PayReason.DISABILITY_YEAR: Caveat(
        "DISABILITY_POINTS_ABOVE_100",
        "Les 15 points de l'année de plus du travailleur handicapé mènent "
        "au-delà de 100 % du SMIC : ils sont hors de la sous-section que "
        "l'art. D. 6222-31 plafonne, mais aucune source n'énonce ce taux.",
    ),
}
"""Reserves on a rate above 100 %, by what leads to it."""

_FLOOR_ON_SMC = Caveat(
    "FLOOR_ON_SMC",
    "Le dernier salaire du contrat précédent, écrit en pourcentage du SMC, "
    "est rapporté au SMC de l'emploi actuel.",
)
_SMC_FROM_JULY_2016 = Caveat(
    "SMC_FROM_JULY_2016",
    "Depuis le 1er juillet 2016 l'art. D. 6222-26 prend le SMC pour base à "
    "partir de 21 ans ; qu'il atteigne les contrats alors en cours n'est pas "
    "établi.",
)
_MINOR_OVERTIME = Caveat(
    "MINOR_OVERTIME",
    "Avant 18 ans les heures au-delà de 35 et leurs majorations donnent lieu "
    "à un repos compensateur équivalent (art. L. 3162-1) : aucun montant "
    "n'est ajouté.",
)
_PART_TIME = Caveat(
    "PART_TIME",
    "Moins de 35 heures par semaine : pour l'administration l'apprenti "
    "travaille à temps plein, hors travailleur handicapé, sportif de haut "
    "niveau ou durée collective plus courte ; les montants sont réduits en "
    "proportion.",
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


def contract_caveats(
    contract: Contract, terms: PayTerms
) -> tuple[Caveat, ...]:
    """The reserves that hold for all lines of a contract.

    Args:
        contract: The facts.
        terms: The same, resolved.
    """
    hours = contract.weekly_hours
    raised = (
        (
            _FLOOR_ON_SMC,
            any(floor.base is not PayBase.SMIC for floor in terms.floors),
        ),
        (_SMC_FROM_JULY_2016, _runs_into_july_2016(contract, terms)),
        (_UNUSUAL_POINTS, _points_of_no_text(contract, terms)),
        (_CONVENTIONAL_FLOOR, _conventional_floor(contract, terms)),
        (_MAYOTTE_2018, _in_mayotte_in_2018(contract)),
        (
            _MINOR_OVERTIME,
            hours is not None
            and hours > LEGAL_WEEK
            and contract.starts_on < terms.rest_until,
        ),
        (_PART_TIME, _part_time(contract)),
    )
    return tuple(caveat for caveat, holds in raised if holds)


def part_time(contract: Contract) -> tuple[Caveat, ...]:
    """What the doctrine holds of a part time, where it is one."""
    return (_PART_TIME,) if _part_time(contract) else ()


def _part_time(contract: Contract) -> bool:
    hours, apprentice = contract.weekly_hours, contract.apprentice
    return (
        hours is not None
        and hours < LEGAL_WEEK
        and not apprentice.rqth
        and not apprentice.high_level_athlete
    )


def _runs_into_july_2016(contract: Contract, terms: PayTerms) -> bool:
    base_of_2016 = PAY_GRIDS.concluded(contract.concluded_on)
    last = PAY_GRIDS.concluded(contract.ends_on)
    return (
        not base_of_2016.value.smc_from_21
        and last.value.smc_from_21
        and not terms.smc_from_21
        and terms.smc_monthly is not None
    )


def _points_of_no_text(contract: Contract, terms: PayTerms) -> bool:
    points = contract.public_points
    if not points or terms.public is None:
        return False
    rule = PUBLIC_POINTS.concluded(contract.concluded_on).value
    return not rule.foresees(points, contract.training.level)


def _conventional_floor(contract: Contract, terms: PayTerms) -> bool:
    found = previous_contract(contract.previous or (), [])
    rule = SUCCESSION.concluded(contract.concluded_on).value
    if not terms.floors or found is None or not rule.diploma_needed:
        return False
    cycle = found[1]
    return not cycle.same_employer and cycle.last_statutory_rate not in {
        None,
        cycle.last_rate,
    }


def _in_mayotte_in_2018(contract: Contract) -> bool:
    mayotte = contract.employer.territory is Territory.MAYOTTE
    return mayotte and contract.starts_on.year == 2018
