"""The documents to send with a contract, and those to keep at disposal."""

from collections.abc import Iterable

from attrs import evolve, frozen

from apprentissage.arguments import check_arguments
from apprentissage.facts import (
    Apprentice,
    Contract,
    ContractMode,
    DisabilityTitle,
    Nationality,
)
from apprentissage.law.avenants import AvenantReason
from apprentissage.law.documents import (
    AVENANT_AGREEMENTS,
    AVENANT_DERIVED,
    KEPT,
    PUBLIC_UNREAD,
    SENT,
    Document,
)
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat, Source, SourceKind, article
from apprentissage.rules.ages import age_on
from apprentissage.rules.duration_and_cycle import agreement_needed
from apprentissage.rules.finding import (
    UNKNOWN,
    Finding,
    Outcome,
    all_of,
    compliant,
    not_applicable,
    undetermined,
)
from apprentissage.rules.minors import FAMILY_DECLARATION, is_minor
from apprentissage.rules.rule import Rule

__all__ = [
    "DOCUMENTS_KEPT",
    "DOCUMENTS_SENT",
    "Requirement",
    "avenant_documents",
    "documents_to_send",
]
__dir__ = __all__.copy

TO_SEND = "Pièce à transmettre : {document}."
NOT_TO_SEND = "Pièce à ne pas transmettre pour ce contrat : {document}."
ALL_TO_SEND = "Pièces à transmettre avec le contrat : {documents}."
TO_KEEP = "Pièce à tenir à disposition : {document}."
NOT_TO_KEEP = "Pièce sans objet pour ce contrat : {document}."
ALL_TO_KEEP = "Pièces à tenir à disposition pendant le contrat : {documents}."


@frozen(kw_only=True)
class Requirement:
    """Whether a contract needs a document.

    Args:
        document: The document.
        needed: Needed or not; None where facts are missing.
        missing: Absolute paths of those facts.
        sources: What asks for it.
        caveats: Reserves.
    """

    document: Document
    needed: bool | None
    missing: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    caveats: tuple[Caveat, ...] = ()


def documents_to_send(
    *,
    internal_cfa: bool | None,
    tripartite_needed: bool | None,
    mobility_planned: bool | None,
    by_declaration: bool | None,
) -> tuple[Requirement, ...]:
    """The documents to send to the OPCO with a contract.

    Args:
        internal_cfa: The CFA belongs to the firm.
        tripartite_needed: The duration departs from the cycle by
            convention tripartite, or two seasonal employers are bound.
        mobility_planned: A stay abroad is planned from the start.
        by_declaration: A minor is employed by an ascendant.

    Returns:
        Each document with whether it is needed; None where that fact is
        unknown.

    Source: art. L6224-1, L6353-1, L6222-5; notice 51649.

    >>> [
    ...     each.document.value
    ...     for each in documents_to_send(
    ...         internal_cfa=True,
    ...         tripartite_needed=False,
    ...         mobility_planned=True,
    ...         by_declaration=False,
    ...     )
    ...     if each.needed
    ... ]
    ['cerfa', 'teaching_and_financial_annex', 'mobility_agreement']
    """
    check_arguments(documents_to_send, locals())
    # « remplacé par une déclaration souscrite par l'employeur »
    family = (article("L6222-5"),)
    annex = (Source(SourceKind.DECREE, "art. D. 6241-30 du code du travail"),)
    ascendant, internal = ("employer.specific",), ("training.internal_cfa",)
    return tuple(
        Requirement(
            document=document,
            needed=needed,
            missing=paths if needed is None else (),
            sources=sources,
        )
        for document, needed, paths, sources in (
            (Document.CERFA, _not(by_declaration), ascendant, ()),
            (Document.FAMILY_DECLARATION, by_declaration, ascendant, family),
            # « la convention de formation, ou l'annexe pédagogique et
            # financière si la formation […] est assurée par un CFA interne »
            (Document.TRAINING_AGREEMENT, _not(internal_cfa), internal, ()),
            (
                Document.TEACHING_AND_FINANCIAL_ANNEX,
                internal_cfa,
                internal,
                annex,
            ),
            # « en cas de réduction ou d'allongement de la durée […] la
            # convention tripartite »
            (
                Document.TRIPARTITE_AGREEMENT,
                tripartite_needed,
                ("duration_ground",),
                (article("L6222-7-1 al. 3"),),
            ),
            # « la convention de mobilité […] si une mobilité est prévue »
            (
                Document.MOBILITY_AGREEMENT,
                mobility_planned,
                ("mobilities",),
                (article("L6222-42"),),
            ),
        )
    )


def _not(known: bool | None) -> bool | None:
    return None if known is None else not known


def avenant_documents(reason: AvenantReason) -> tuple[Requirement, ...]:
    """The documents to send with an avenant.

    Args:
        reason: What it changes.

    Returns:
        The Cerfa filled in as an avenant, with the number of the contract,
        and the agreements that it changes.

    Source: notice 51649.

    >>> [d.document.value for d in avenant_documents(
    ...     AvenantReason.DURATION_REDUCTION)]
    ['cerfa', 'training_agreement', 'tripartite_agreement']
    """
    check_arguments(avenant_documents, locals())
    changed = AVENANT_AGREEMENTS.get(reason, ())
    return tuple(
        Requirement(
            document=document,
            needed=True,
            sources=SENT.versions[-1].sources,
            caveats=() if document is Document.CERFA else (AVENANT_DERIVED,),
        )
        for document in (Document.CERFA, *changed)
    )


def _tripartite(contract: Contract) -> tuple[bool | None, tuple[str, ...]]:
    """Whether a convention tripartite is needed, or what would tell."""
    needed, missing = agreement_needed(contract)
    if needed or contract.mode is ContractMode.TWO_SEASONAL_EMPLOYERS:
        return True, ()
    if contract.mode is None:
        return None, ("mode", *missing)
    return needed, missing


def _by_declaration(contract: Contract, readings: Readings) -> bool | None:
    if not is_minor(
        contract.apprentice.born_on, contract.concluded_on, readings=readings
    ):
        return False
    return contract.employer.ascendant


def _listed(
    requirements: Iterable[Requirement],
    yes: str,
    no: str,
    whole: str,
    sources: tuple[Source, ...],
) -> Finding:
    needed: list[Requirement] = []
    parts: list[Finding] = []
    for each in requirements:
        both = (*sources, *each.sources)
        name = each.document.label
        if each.needed is None:
            parts.append(
                undetermined(*each.missing, sources=both, subject=name)
            )
            continue
        if each.needed:
            needed.append(each)
        parts.append(
            (compliant if each.needed else not_applicable)(
                yes if each.needed else no,
                sources=both,
                caveats=each.caveats,
                subject=name,
                document=each.document,
            )
        )
    documents = tuple(each.document for each in needed)
    found = all_of(parts)
    return evolve(
        found,
        template=found.template
        if found.outcome is Outcome.UNDETERMINED
        else whole,
        values=(*found.values, ("documents", documents)),
    )


def _judge_sent(contract: Contract, readings: Readings) -> Finding:
    """The documents that the employer sends with this very contract.

    L6224-1, L6353-1 and notice 51649: the Cerfa, or the declaration of an
    ascendant; the convention de formation, or the annex of an internal CFA;
    the conventions tripartite and of mobility where they are due.

    Args:
        contract: The facts.
        readings: Point `leap_birthday`.

    Returns:
        Value `documents`, those surely needed; a part for each document.

    Raises:
        NotCovered: Before 2020.
    """
    version = SENT.concluded(contract.concluded_on)
    mobilities = contract.mobilities
    needed, missing = _tripartite(contract)
    by_declaration = _by_declaration(contract, readings)
    requirements = [
        evolve(each, missing=missing)
        if each.document is Document.TRIPARTITE_AGREEMENT
        else each
        for each in documents_to_send(
            internal_cfa=contract.training.internal_cfa,
            tripartite_needed=needed,
            mobility_planned=None if mobilities is None else bool(mobilities),
            by_declaration=by_declaration,
        )
    ]
    found = _listed(
        requirements, TO_SEND, NOT_TO_SEND, ALL_TO_SEND, version.sources
    )
    caveats = list(found.caveats)
    if by_declaration:
        family = FAMILY_DECLARATION.concluded(contract.concluded_on)
        caveats += family.caveats
    if contract.employer.public:
        caveats.append(PUBLIC_UNREAD)
    return evolve(found, caveats=tuple(caveats))


def _disabled(apprentice: Apprentice) -> bool | None:
    title = apprentice.disability_title
    titled = None if title is None else title is not DisabilityTitle.NONE
    if apprentice.rqth or titled:
        return True
    return None if None in {apprentice.rqth, titled} else False


def _documents_to_keep(
    contract: Contract, readings: Readings
) -> Iterable[Requirement]:
    apprentice = contract.apprentice
    born_on = apprentice.born_on
    minor = is_minor(born_on, contract.starts_on, readings=readings)
    foreign = (
        None
        if apprentice.nationality is None
        else apprentice.nationality is Nationality.OTHER
    )
    for document, needed, path in (
        (Document.PROOF_OF_AGE, True, ""),
        (Document.MAITRE_PROOFS, True, ""),
        (Document.WORK_AUTHORISATION, foreign, "apprentice.nationality"),
        (
            Document.LOWER_SECONDARY_PROOF,
            age_on(born_on, contract.starts_on, readings) < 16,
            "",
        ),
        (
            Document.DISABILITY_PROOF,
            _disabled(apprentice),
            "apprentice.rqth"
            if apprentice.rqth is None
            else "apprentice.disability_title",
        ),
        (
            Document.ATHLETE_PROOF,
            apprentice.high_level_athlete,
            "apprentice.high_level_athlete",
        ),
        (
            Document.BUSINESS_PROJECT,
            apprentice.business_project,
            "apprentice.business_project",
        ),
        (
            Document.MINOR_ACCOUNT,
            _by_declaration(contract, readings),
            "employer.specific",
        ),
        (
            Document.DANGEROUS_WORK,
            contract.dangerous_work if minor else False,
            "dangerous_work",
        ),
    ):
        yield Requirement(
            document=document,
            needed=needed,
            missing=(path,) if needed is None else (),
        )


def _judge_kept(contract: Contract, readings: Readings) -> Finding:
    """The proofs that the employer keeps at disposal during the contract.

    Notice 51649: the employer attests that he holds them «pendant toute la
    durée du contrat»: age, competence of the maître, right to work, and what
    each box ticked supposes.

    Args:
        contract: The facts.
        readings: Point `leap_birthday`.

    Returns:
        Value `documents`, those surely needed; a part for each document.
    """
    return _listed(
        _documents_to_keep(contract, readings),
        TO_KEEP,
        NOT_TO_KEEP,
        ALL_TO_KEEP,
        KEPT,
    )


DOCUMENTS_SENT = Rule(
    name="documents_sent",
    title="Pièces à transmettre",
    judge=_judge_sent,
    articles=("L6224-1", "L6353-1", "L6222-5"),
    reads=("leap_birthday",),
    sentences=(TO_SEND, NOT_TO_SEND, ALL_TO_SEND, UNKNOWN),
)

DOCUMENTS_KEPT = Rule(
    name="documents_kept",
    title="Pièces à tenir à disposition",
    judge=_judge_kept,
    reads=("leap_birthday",),
    sentences=(TO_KEEP, NOT_TO_KEEP, ALL_TO_KEEP, UNKNOWN),
)
