"""When the maître d'apprentissage leaves: with or without an avenant (L6223-6, R6223-23)."""

from collections.abc import Iterator

from attrs import frozen

from apprentissage._arguments import check_arguments
from apprentissage._plain import PlainValue
from apprentissage.facts import Avenant, Contract, ContractType
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.facts.avenants import told_avenants
from apprentissage.judging import (
    Finding,
    Outcome,
    Proposed,
    Result,
    Rule,
    all_of,
    any_of,
    non_compliant,
    not_applicable,
    proposal,
    undetermined,
    whether,
)
from apprentissage.law.notices import opco_ep_sheet
from apprentissage.law.readings import Readings
from apprentissage.maitre.maitre_designation import may_be_named
from apprentissage.maitre.texts import TUTORS

_DOCTRINE = (opco_ep_sheet(15), Source(SourceKind.DOCTRINE, "Précis de l'apprentissage (2021)"))


@frozen(kw_only=True, eq=False, repr=False)
class MaitreChange(PlainValue):
    """What the departure of a maître asks for.

    Args:
        amendment_required: An avenant is; None for unknown.
        code: Code of that avenant, None where none is needed.
    """

    amendment_required: bool | None
    code: ContractType | None


def maitre_change(
    *, second_declared: bool | None = None, second_available: bool | None = None
) -> MaitreChange:
    """Whether an avenant is needed when the maître leaves.

    Args:
        second_declared: A second maître was named in the contract.
        second_available: He or she may be a maître, stays and takes over.

    Returns:
        An avenant of code 36, unless a second maître takes over.

    Source: fiche Cerfa d'OPCO EP (2023); Précis de l'apprentissage (2021).

    >>> maitre_change(second_declared=True, second_available=True)
    MaitreChange(amendment_required=False, code=None)
    >>> maitre_change(second_declared=False).code.value
    '36'
    """
    check_arguments(maitre_change, locals())
    # by OPCO EP, without any particular formality
    if second_declared is False or second_available is False:
        return MaitreChange(amendment_required=True, code=ContractType.OTHER_CHANGE)
    if second_declared and second_available:
        return MaitreChange(amendment_required=False, code=None)
    return MaitreChange(amendment_required=None, code=None)


AVENANT_NEEDED = "Le changement de maître d'apprentissage demande un avenant (code 36)."


class MaitreChangeFinding(Finding):
    """What `MAITRE_CHANGE` finds."""

    code = Result[str]("type of the avenant needed")


def judge(contract: Contract, readings: Readings) -> Finding:
    """A second maître takes over without formality, else an avenant is made.

    L6223-6: « La fonction tutorale peut être partagée entre plusieurs
    salariés. » R6223-23: « un maître d'apprentissage référent est désigné. »
    By OPCO EP's sheet the second maître declared becomes the referent without
    formality, if he or she may be a maître (`maitre_designation`); otherwise
    the change is an avenant of code 36: of the file, or the one that the form
    itself writes. The rule applies once the avenants of the contract are
    told, () for none, or the form writes one while the maître leaves.

    Args:
        contract: The facts.
        readings: As for `maitre_designation`.

    Returns:
        Value `code`: of the avenant needed, None where there is none.
    """
    texts = TUTORS.concluded(contract.concluded_on).sources
    sources = (*_DOCTRINE, *texts)
    maitres = contract.maitres
    if contract.file.avenants is None and not _form_tells(contract):
        return not_applicable(
            "Aucun avenant n'est déclaré : rien ne dit que le maître d'apprentissage a changé.",
            sources=sources,
        )
    if maitres is None:
        return undetermined("maitres", sources=sources)
    if not maitres or maitres[0].available:
        return not_applicable(
            "Le maître d'apprentissage référent reste en place.", sources=sources
        )
    if maitres[0].available is None:
        return undetermined("maitres[0].available", sources=sources)
    taken_over = [
        _takes_over(contract, rank, readings, sources) for rank in range(1, len(maitres))
    ]
    made = _made(contract, sources)
    needed = non_compliant(AVENANT_NEEDED, sources=sources)
    found = any_of((*taken_over, *made, needed))
    seconds = any(part.outcome is Outcome.COMPLIANT for part in taken_over)
    code = None if seconds else ContractType.OTHER_CHANGE.value
    return found.but(code=code)


def _form_tells(contract: Contract) -> bool:
    """Whether the avenant of the form may be for a maître known to leave."""
    maitres, kind = contract.maitres, contract.kind
    leaves = any(m.available is False for m in (maitres or ())[:1])
    may_change = kind in {None, ContractType.OTHER_CHANGE}
    return leaves and may_change and bool(contract.writes_avenant)


def _made(contract: Contract, sources: tuple[Source, ...]) -> Iterator[Finding]:
    """Whether each avenant, that of the form included, is of code 36."""
    for told in told_avenants(contract):
        yield whether(
            None if told.type is None else told.type is ContractType.OTHER_CHANGE,
            told.type_path,
            holds="Le changement de maître d'apprentissage a fait l'objet d'un avenant.",
            fails=AVENANT_NEEDED,
            sources=sources,
        )


TAKES_OVER = "Le second maître déclaré devient le référent de l'apprenti, sans avenant."


def _takes_over(
    contract: Contract, rank: int, readings: Readings, sources: tuple[Source, ...]
) -> Finding:
    """Whether a second maître stays, and may be one."""
    other, path = (contract.maitres or ())[rank], f"maitres[{rank}]"
    able = may_be_named(contract, other, path, readings)
    return all_of(
        (
            whether(
                other.available,
                f"{path}.available",
                holds=TAKES_OVER,
                fails=AVENANT_NEEDED,
                sources=sources,
            ),
            whether(
                _THREE_VALUED[able.outcome],
                *able.missing,
                holds=TAKES_OVER,
                fails=(
                    "Le second maître déclaré ne remplit pas les conditions de la désignation : "
                    "le changement de maître demande un avenant (code 36)."
                ),
                sources=able.sources,
            ).but(caveats=able.caveats),
        )
    )


_THREE_VALUED = {Outcome.COMPLIANT: True, Outcome.UNDETERMINED: None, Outcome.NON_COMPLIANT: False}


def remedies(contract: Contract, _found: Finding, _: Readings) -> Iterator[Proposed]:
    """An avenant of code 36."""
    if contract.writes_avenant:
        yield proposal(
            "Écrire le code 36 pour l'avenant du formulaire : il change le "
            "maître d'apprentissage.",
            {"kind": ContractType.OTHER_CHANGE},
        )
    told = contract.file.avenants or ()
    yield proposal(
        "Conclure un avenant de code 36 qui désigne le nouveau maître d'apprentissage.",
        {f"file.avenants[{len(told)}]": Avenant(type=ContractType.OTHER_CHANGE)},
    )


MAITRE_CHANGE = Rule(
    name="maitre_change",
    title="Changement de maître d'apprentissage",
    judge=judge,
    articles=("L6223-6", "R6223-23"),
    boxes=(15, 18),
    finding=MaitreChangeFinding,
    remedies=remedies,
)
