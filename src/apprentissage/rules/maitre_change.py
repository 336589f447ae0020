"""When the maître d'apprentissage leaves: with or without an avenant."""

from attrs import evolve, frozen

from apprentissage.arguments import check_arguments
from apprentissage.facts import Contract, ContractType
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Source, SourceKind, article
from apprentissage.rules.finding import (
    UNKNOWN,
    Finding,
    Outcome,
    any_of,
    non_compliant,
    not_applicable,
    undetermined,
    whether,
)
from apprentissage.rules.rule import Rule

__all__ = ["MAITRE_CHANGE", "MaitreChange", "maitre_change"]
__dir__ = __all__.copy

NOT_TOLD = (
    "Aucun avenant n'est déclaré : rien ne dit que le maître d'apprentissage "
    "a changé."
)
STAYS = "Le maître d'apprentissage référent reste en place."
TAKES_OVER = (
    "Le second maître déclaré devient le référent de l'apprenti, sans avenant."
)
AVENANT_MADE = (
    "Le changement de maître d'apprentissage a fait l'objet d'un avenant."
)
AVENANT_NEEDED = (
    "Le changement de maître d'apprentissage demande un avenant (code 36)."
)

_SOURCES = (
    Source(
        SourceKind.DOCTRINE,
        "fiche Cerfa d'OPCO EP (2023), n° 15 ; Précis de l'apprentissage "
        "(2021)",
    ),
    article("L6223-6"),
)


@frozen(kw_only=True)
class MaitreChange:
    """What the departure of a maître asks for.

    Args:
        amendment_required: An avenant is; None for unknown.
        code: Code of that avenant, None where none is needed.
    """

    amendment_required: bool | None
    code: ContractType | None


def maitre_change(
    *,
    second_declared: bool | None = None,
    second_available: bool | None = None,
) -> MaitreChange:
    """Whether an avenant is needed when the maître leaves.

    Args:
        second_declared: A second maître was named in the contract.
        second_available: He or she stays and takes over.

    Returns:
        An avenant of code 36, unless a second maître takes over.

    Source: fiche Cerfa d'OPCO EP (2023); Précis de l'apprentissage (2021).

    >>> maitre_change(second_declared=True, second_available=True)
    MaitreChange(amendment_required=False, code=None)
    >>> maitre_change(second_declared=False).code.value
    '36'
    """
    check_arguments(maitre_change, locals())
    # « devient automatiquement le référent […], sans formalité particulière »
    if second_declared is False or second_available is False:
        return MaitreChange(
            amendment_required=True, code=ContractType.OTHER_CHANGE
        )
    if second_declared and second_available:
        return MaitreChange(amendment_required=False, code=None)
    return MaitreChange(amendment_required=None, code=None)


def judge_maitre_change(contract: Contract, _: Readings) -> Finding:
    """A second maître takes over without formality, else an avenant is made.

    Doctrine: the second maître declared « devient automatiquement le référent
    […], sans formalité particulière »; otherwise the change is an avenant of
    code 36. It applies once the avenants of the contract are told, () for
    none.

    Args:
        contract: The facts.

    Returns:
        Value `code`: of the avenant needed, None where there is none.
    """
    avenants, maitres = contract.file.avenants, contract.maitres
    if avenants is None:
        return not_applicable(NOT_TOLD, sources=_SOURCES)
    if maitres is None:
        return undetermined("maitres", sources=_SOURCES)
    if not maitres or maitres[0].available:
        return not_applicable(STAYS, sources=_SOURCES)
    if maitres[0].available is None:
        return undetermined("maitres[0].available", sources=_SOURCES)
    taken_over = [
        whether(
            other.available,
            f"maitres[{rank}].available",
            holds=TAKES_OVER,
            fails=AVENANT_NEEDED,
            sources=_SOURCES,
        )
        for rank, other in enumerate(maitres[1:], start=1)
    ]
    made = [
        whether(
            None
            if avenant.type is None
            else avenant.type is ContractType.OTHER_CHANGE,
            f"file.avenants[{rank}].type",
            holds=AVENANT_MADE,
            fails=AVENANT_NEEDED,
            sources=_SOURCES,
        )
        for rank, avenant in enumerate(avenants)
    ]
    needed = non_compliant(AVENANT_NEEDED, sources=_SOURCES)
    found = any_of((*taken_over, *made, needed))
    seconds = any(part.outcome is Outcome.COMPLIANT for part in taken_over)
    return evolve(
        found,
        values=(
            *found.values,
            ("code", None if seconds else ContractType.OTHER_CHANGE.value),
        ),
    )


MAITRE_CHANGE = Rule(
    name="maitre_change",
    title="Changement de maître d'apprentissage",
    judge=judge_maitre_change,
    articles=("L6223-6", "R6223-23"),
    boxes=(15, 18),
    sentences=(
        NOT_TOLD,
        STAYS,
        TAKES_OVER,
        AVENANT_MADE,
        AVENANT_NEEDED,
        UNKNOWN,
    ),
)
