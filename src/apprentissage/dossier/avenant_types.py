"""What an avenant is for, and the code that a notice gives it."""

from apprentissage._arguments import check_arguments
from apprentissage._labelled import Labelled
from apprentissage.facts.codes import ContractType
from apprentissage.law.notices import Notice


class AvenantReason(Labelled):
    """What an avenant changes."""

    EMPLOYER_LEGAL_CHANGE = ("employer_legal_change", "situation juridique de l'employeur")
    SEASONAL_EMPLOYER_CHANGE = (
        "seasonal_employer_change",
        "changement d'employeur d'un contrat saisonnier",
    )
    FAILED_EXAM = "failed_exam", "prolongation après un échec à l'examen"
    DISABILITY_RECOGNITION = (
        "disability_recognition",
        "prolongation après la reconnaissance de travailleur handicapé",
    )
    DIPLOMA_CHANGE = "diploma_change", "changement du diplôme préparé"
    ADDITIONAL_DIPLOMA = ("additional_diploma", "diplôme supplémentaire (art. L. 6222-22-1)")
    MAITRE_CHANGE = "maitre_change", "changement de maître d'apprentissage"
    WEEKLY_HOURS_CHANGE = ("weekly_hours_change", "changement de la durée hebdomadaire du travail")
    DURATION_REDUCTION = "duration_reduction", "réduction de la durée"
    WORKPLACE_CHANGE = "workplace_change", "changement du lieu d'exécution"
    TRAINING_SITE_CHANGE = (
        "training_site_change",
        "changement du lieu principal de la formation théorique",
    )


_SINCE_06: dict[AvenantReason, ContractType] = {
    AvenantReason.EMPLOYER_LEGAL_CHANGE: ContractType.EMPLOYER_LEGAL_CHANGE,
    AvenantReason.SEASONAL_EMPLOYER_CHANGE: (ContractType.SEASONAL_EMPLOYER_CHANGE),
    AvenantReason.FAILED_EXAM: ContractType.FAILED_EXAM,
    AvenantReason.DISABILITY_RECOGNITION: ContractType.DISABILITY,
    AvenantReason.DIPLOMA_CHANGE: ContractType.DIPLOMA,
    AvenantReason.WORKPLACE_CHANGE: ContractType.PLACE_OF_EXECUTION,
}
# 38 is found from #08 on; #09 keeps 35 for an additional diploma.
_SINCE_08 = {**_SINCE_06, AvenantReason.TRAINING_SITE_CHANGE: ContractType.TRAINING_SITE}
_SINCE_09 = {**_SINCE_08, AvenantReason.ADDITIONAL_DIPLOMA: ContractType.DIPLOMA}
del _SINCE_09[AvenantReason.DIPLOMA_CHANGE]

AVENANTS: dict[Notice, dict[AvenantReason, ContractType]] = {
    Notice.N06: _SINCE_06,
    Notice.N07: _SINCE_06,
    Notice.N08: _SINCE_08,
    Notice.N09: _SINCE_09,
}
"""The reasons that have a code of their own, by notice."""


def avenant_type(reason: AvenantReason, notice: Notice) -> ContractType:
    """The code of box 18 for an avenant.

    Args:
        reason: What it changes.
        notice: The notice of the form used.

    Returns:
        The code of that change where it has one, else 36, "other changes".

    Source: notices 51649#07 to #09.

    >>> avenant_type(AvenantReason.MAITRE_CHANGE, Notice.N09).value
    '36'
    >>> avenant_type(AvenantReason.ADDITIONAL_DIPLOMA, Notice.N09).value
    '35'
    """
    check_arguments(avenant_type, locals())
    # OPCO EP's sheet: « Autres changements : changement de maître
    # d'apprentissage, de durée de travail hebdomadaire, réduction de durée,
    # etc. »
    return AVENANTS[notice].get(reason, ContractType.OTHER_CHANGE)
