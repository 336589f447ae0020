"""What all rules on the maîtres d'apprentissage share."""

from collections.abc import Callable

from apprentissage.facts import (
    Contract,
    ContractMode,
    MaitreApprentissage,
    MaitreFirm,
    MaitreStatus,
)
from apprentissage.judging import Finding, all_of, non_compliant, undetermined
from apprentissage.maitre.texts import EACH_FIRM, MAITRE

OnMaitre = Callable[[MaitreApprentissage, str], Finding]
"""A condition on one maître, whose absolute path comes last."""


def each_maitre(contract: Contract, on_maitre: OnMaitre) -> Finding:
    """The condition on every maître named; at least one has to be.

    The same conditions hold for each member of an équipe tutorale.
    """
    sources = MAITRE.concluded(contract.concluded_on).sources
    if contract.maitres is None:
        return undetermined("maitres", sources=sources)
    if not contract.maitres:
        return non_compliant("Aucun maître d'apprentissage n'est désigné.", sources=sources)
    return all_of(
        on_maitre(maitre, f"maitres[{rank}]").but(subject=f"maître d'apprentissage n° {rank + 1}")
        for rank, maitre in enumerate(contract.maitres)
    )


def firm_of(maitre: MaitreApprentissage) -> MaitreFirm | None:
    """The firm of a maître among the two of the contract, where known."""
    if maitre.status is MaitreStatus.USER_FIRM_EMPLOYEE:
        return MaitreFirm.OTHER
    return maitre.firm


def in_two_firms(contract: Contract) -> bool | None:
    """Whether the apprentice has a maître in each of two firms.

    « La fonction tutorale mentionnée à l'article L. 6223-6 est assurée par un
    maître d'apprentissage dans l'entreprise de travail temporaire et par un
    maître d'apprentissage dans l'entreprise utilisatrice. » (L6226-1); with
    two seasonal employers « dans chacune des entreprises » (L6222-5-1).
    """
    if not EACH_FIRM.concluded(contract.concluded_on).value:
        return False
    agency = contract.employer.temporary_work_agency
    seasonal = contract.mode is ContractMode.TWO_SEASONAL_EMPLOYERS
    if agency or seasonal:
        return True
    if agency is None or contract.mode is None:
        return None
    return False


def unknown_firms(contract: Contract) -> tuple[str, ...]:
    """The paths of the maîtres whose firm is unknown."""
    return tuple(
        f"maitres[{rank}].firm"
        for rank, maitre in enumerate(contract.maitres or ())
        if firm_of(maitre) is None
    )


def unknown_kind_of_employer(contract: Contract) -> tuple[str, ...]:
    """The unknown facts that tell whether there are two firms."""
    return tuple(
        path
        for path, known in (
            ("employer.specific", contract.employer.specific),
            ("mode", contract.mode),
        )
        if known is None
    )
