"""The documents to send with a contract, and those to keep at disposal."""

from collections.abc import Callable, Iterable
from datetime import date

from attrs import evolve, frozen

from apprentissage._arguments import check_arguments
from apprentissage.age.ages import age_on
from apprentissage.age.texts import LEAST_AGE
from apprentissage.age.upper_age import upper_age_latest_on, within_limit
from apprentissage.dates.duration_and_cycle import agreement_needed
from apprentissage.dates.rupture import broken_on
from apprentissage.dossier.avenant_types import AvenantReason
from apprentissage.dossier.document_texts import (
    AGREEMENT,
    ANNEX,
    AVENANT_AGREEMENTS,
    AVENANT_DERIVED,
    AVENANTS_SENT,
    FAMILY_SIGNATURES,
    KEPT,
    PARTNERSHIP_KEPT,
    PROJECT_ATTESTATION,
    PUBLIC_ANNEX,
    PUBLIC_AVENANTS_SENT,
    SEASONAL_SIGNATORIES,
    SENT,
    SENT_BY_PUBLIC_EMPLOYERS,
    TRIPARTITE_SIGNATORIES,
    Document,
)
from apprentissage.facts import (
    Apprentice,
    CompanyCfa,
    Contract,
    ContractMode,
    Nationality,
    Training,
)
from apprentissage.facts.authorities import Source
from apprentissage.judging import (
    Finding,
    Outcome,
    Rule,
    all_of,
    compliant,
    not_applicable,
    undetermined,
)
from apprentissage.law.choices import UpperAgeDay
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat, article
from apprentissage.minors.legal_representative import (
    FAMILY_DECLARATION,
    by_declaration,
    is_minor,
    unknown_of_declaration,
)

_INSTEAD = {
    Document.CERFA: Document.FAMILY_DECLARATION,
    Document.TRAINING_AGREEMENT: Document.TEACHING_AND_FINANCIAL_ANNEX,
}
"""What stands for a document where it is not sent."""


@frozen(kw_only=True)
class Requirement:
    """Whether a contract needs a document.

    Args:
        document: The document.
        needed: Needed or not; None where facts are missing.
        missing: Absolute paths of those facts.
        sources: What asks for it.
        caveats: Reserves.
        contents: What the document states, in French.
        signed: The apprentice signs it and the director of the CFA stamps it.
        signatories: Who signs a convention tripartite, in French.
    """

    document: Document
    needed: bool | None
    missing: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    contents: tuple[str, ...] = ()
    signed: bool = False
    signatories: str = ""


def documents_to_send(
    *,
    concluded_on: date,
    internal_cfa: bool | None,
    tripartite_needed: bool | None,
    mobility_planned: bool | None,
    by_declaration: bool | None,
    project_above_limit: bool | None = False,
    public: bool | None = False,
) -> tuple[Requirement, ...]:
    """The documents to send to the OPCO with a contract.

    Args:
        concluded_on: Day of conclusion, which chooses the texts.
        internal_cfa: The CFA is a service of the firm.
        tripartite_needed: The duration departs from the cycle by
            convention tripartite, or two seasonal employers are bound.
        mobility_planned: A stay abroad is planned from the start.
        by_declaration: A minor is employed by an ascendant.
        project_above_limit: A project of a business lifts the age limit.
        public: The employer is a public one: sent to the State's service.

    Returns:
        Each document with whether it is needed; None where that fact is
        unknown.

    Raises:
        NotCovered: Before 2020-01-01.

    Source: art. D6224-1, L6222-5, R6224-8; D6275-1 of a public employer;
    notice 51649.

    >>> [
    ...     each.document.value
    ...     for each in documents_to_send(
    ...         concluded_on=date(2026, 8, 31),
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
    table = SENT_BY_PUBLIC_EMPLOYERS if public else SENT
    law = table.concluded(concluded_on).sources
    # « le contrat d'apprentissage est remplacé par une déclaration souscrite
    # par l'employeur » (L6222-5)
    signed = FAMILY_SIGNATURES.concluded(concluded_on)
    family = (article("L6222-5", concluded_on), *signed.sources)
    annex = ANNEX.concluded(concluded_on)
    agreement = AGREEMENT.concluded(concluded_on)
    abroad = PARTNERSHIP_KEPT.concluded(concluded_on)
    signing = TRIPARTITE_SIGNATORIES.concluded(concluded_on)
    of_the_three, of_an_internal_cfa = signing.value
    ascendant, internal = ("employer.specific",), ("training.company_cfa",)
    return tuple(
        Requirement(
            document=document,
            needed=needed,
            missing=paths if needed is None else (),
            sources=_each_once((*law, *sources)) if sources else law,
            caveats=caveats if needed else (),
            contents=contents,
            signed=document is Document.FAMILY_DECLARATION and signed.value,
            signatories=(of_an_internal_cfa if internal_cfa else of_the_three)
            if document is Document.TRIPARTITE_AGREEMENT
            else "",
        )
        for document, needed, paths, sources, caveats, contents in (
            (Document.CERFA, _not(by_declaration), ascendant, (), (), ()),
            (
                Document.FAMILY_DECLARATION,
                by_declaration,
                ascendant,
                family,
                (),
                (),
            ),
            (
                Document.TRAINING_AGREEMENT,
                _not(internal_cfa),
                internal,
                agreement.sources,
                (),
                agreement.value,
            ),
            # « confiée à un centre de formation d'apprentis, service interne
            # de l'entreprise » (D6224-1)
            (
                Document.TEACHING_AND_FINANCIAL_ANNEX,
                internal_cfa,
                internal,
                annex.sources,
                (PUBLIC_ANNEX,) if public else (),
                annex.value,
            ),
            # « le cas échéant, de la convention tripartite » (D6224-1,
            # D6275-1)
            (
                Document.TRIPARTITE_AGREEMENT,
                tripartite_needed,
                ("duration_ground",),
                signing.sources,
                (),
                (),
            ),
            # OPCO EP's sheet: « la convention de mobilité européenne ou
            # internationale, si une mobilité est prévue »
            (
                Document.MOBILITY_AGREEMENT,
                mobility_planned,
                ("mobilities",),
                (article("L6222-42", concluded_on), *abroad.sources),
                abroad.caveats,
                (),
            ),
            (
                Document.PROJECT_ATTESTATION,
                project_above_limit,
                ("apprentice.business_project",),
                PROJECT_ATTESTATION,
                (),
                (),
            ),
        )
    )


def _each_once(sources: tuple[Source, ...]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(sources))


def _not(known: bool | None) -> bool | None:
    return None if known is None else not known


def avenant_documents(
    reason: AvenantReason, *, concluded_on: date, public: bool = False
) -> tuple[Requirement, ...]:
    """The documents to send with an avenant.

    Args:
        reason: What it changes.
        concluded_on: Day on which the avenant is concluded.
        public: The employer is a public one.

    Returns:
        The Cerfa filled in as an avenant, with the number of the contract,
        and the agreements that it changes.

    Raises:
        NotCovered: Before 2020-01-01.

    Source: art. D6224-5, D6275-4 of a public employer; notice 51649.

    >>> [d.document.value for d in avenant_documents(
    ...     AvenantReason.DURATION_REDUCTION, concluded_on=date(2026, 9, 1))]
    ['cerfa', 'training_agreement', 'tripartite_agreement']
    """
    check_arguments(avenant_documents, locals())
    changed = AVENANT_AGREEMENTS.get(reason, ())
    table = PUBLIC_AVENANTS_SENT if public else AVENANTS_SENT
    sources = table.event(concluded_on).sources
    return tuple(
        Requirement(
            document=document,
            needed=True,
            sources=sources,
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


def _internal(training: Training) -> tuple[bool | None, tuple[str, ...]]:
    """Whether the CFA is a service of the firm, or what would tell.

    Of the four conditions of a CFA d'entreprise (D6241-30) the first alone
    makes it one: « un centre de formation d'apprentis, service interne de
    l'entreprise, mentionné à l'article D. 6241-30 » (D6224-1).
    """
    ticked, condition = training.internal_cfa, training.company_cfa
    # « 1° Etre interne à l'entreprise » (D6241-30)
    other = condition not in {None, CompanyCfa.INTERNAL}
    if ticked is False or other:
        return False, ()
    missing = tuple(
        path
        for path, known in (
            ("training.internal_cfa", ticked),
            ("training.company_cfa", condition),
        )
        if known is None
    )
    return (None, missing) if missing else (True, ())


def _project_above_limit(
    contract: Contract, readings: Readings
) -> bool | None:
    """Whether a project of a business lifts the age limit of L6222-1."""
    if within_limit(contract, readings):
        return False
    apprentice = contract.apprentice
    latest_on = upper_age_latest_on(
        born_on=apprentice.born_on,
        concluded_on=contract.concluded_on,
        readings=readings,
    )
    by_start = readings.upper_age_day is UpperAgeDay.START
    on = contract.starts_on if by_start else contract.concluded_on
    return False if on <= latest_on else apprentice.business_project


def _sentence(each: Requirement, no: str) -> str:
    if not each.needed:
        return (
            "Pièce remplacée pour ce contrat : {document} ; voir {other}."
            if each.document in _INSTEAD
            else no
        )
    if each.signed:
        return (
            "Pièce à transmettre : {document}, revêtue de la signature de "
            "l'apprenti et visée par le directeur du CFA."
        )
    if each.signatories:
        return "Pièce à transmettre : {document}, signée par {signatories}."
    return (
        "Pièce à transmettre : {document}, qui précise {contents}."
        if each.contents
        else "Pièce à transmettre : {document}."
    )


def _listed(
    requirements: Iterable[Requirement],
    sentence: Callable[[Requirement], str],
    whole: str,
) -> Finding:
    needed: list[Document] = []
    parts: list[Finding] = []
    told: list[Source] = []
    for each in requirements:
        name = each.document.label
        if each.needed is not False:  # no text of a document that is not due
            told += each.sources
        if each.needed is None:
            parts.append(
                undetermined(
                    *each.missing,
                    sources=each.sources,
                    subject=name,
                    document=each.document,
                )
            )
            continue
        if each.needed:
            needed.append(each.document)
        other = _INSTEAD.get(each.document)
        parts.append(
            (compliant if each.needed else not_applicable)(
                sentence(each),
                sources=each.sources,
                caveats=each.caveats,
                subject=name,
                document=each.document,
                other=other and other.label,
                contents=each.contents,
                signatories=each.signatories,
            )
        )
    found = all_of(parts)
    return found.but(
        found.template if found.outcome is Outcome.UNDETERMINED else whole,
        values=(("documents", tuple(needed)),),
        sources=_each_once(tuple(told)),
    )


def _judge_sent(contract: Contract, readings: Readings) -> Finding:
    """The documents that the employer sends with this very contract.

    D6224-1 (D6275-1 and L6227-6 of a public employer), L6222-5, R6224-8 and
    notice 51649: the Cerfa, or the declaration of an ascendant, signed by the
    apprentice; the convention de formation, or the annex of an internal CFA;
    the conventions tripartite and of mobility where they are due; the
    attestation of a project that lifts the age limit.

    Args:
        contract: The facts.
        readings: Points `leap_birthday` and `upper_age_day`.

    Returns:
        Value `documents`, those surely needed; a part for each document.

    Raises:
        NotCovered: Before 2020.
    """
    mobilities = contract.mobilities
    needed, missing = _tripartite(contract)
    declared = by_declaration(contract, readings)
    untold = unknown_of_declaration(contract) if declared is None else ()
    internal, of_the_cfa = _internal(contract.training)
    waits_for = {
        Document.TRAINING_AGREEMENT: of_the_cfa,
        Document.TEACHING_AND_FINANCIAL_ANNEX: of_the_cfa,
        Document.TRIPARTITE_AGREEMENT: missing,
        Document.CERFA: untold,
        Document.FAMILY_DECLARATION: untold,
    }
    requirements = [
        evolve(each, missing=waits_for[each.document])
        if each.needed is None and each.document in waits_for
        else each
        for each in documents_to_send(
            concluded_on=contract.concluded_on,
            internal_cfa=internal,
            tripartite_needed=needed,
            mobility_planned=None if mobilities is None else bool(mobilities),
            by_declaration=declared,
            project_above_limit=_project_above_limit(contract, readings),
            public=contract.employer.public,
        )
    ]
    if contract.mode is ContractMode.TWO_SEASONAL_EMPLOYERS:
        requirements = [
            evolve(
                each,
                sources=(
                    *each.sources,
                    article("L6222-5-1", contract.concluded_on),
                ),
                signatories=SEASONAL_SIGNATORIES,
            )
            if each.document is Document.TRIPARTITE_AGREEMENT
            else each
            for each in requirements
        ]
    found = _listed(
        requirements,
        lambda each: _sentence(
            each, "Pièce à ne pas transmettre pour ce contrat : {document}."
        ),
        "Pièces à transmettre avec le contrat : {documents}.",
    )
    if not declared:
        return found
    family = FAMILY_DECLARATION.concluded(contract.concluded_on)
    return found.but(caveats=(*found.caveats, *family.caveats))


def _disabled(apprentice: Apprentice) -> bool | None:
    titled = apprentice.titled
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
    tripartite, untold = _tripartite(contract)
    internal, of_the_cfa = _internal(contract.training)
    ordinary = LEAST_AGE.concluded(contract.concluded_on).value.ordinary
    # « Pendant la durée du contrat d'apprentissage » (R6223-1): until the
    # rupture, where it is broken
    over_on = broken_on(contract) or contract.ends_on
    law = KEPT.event(max(over_on, contract.concluded_on))
    kept: tuple[tuple[Document, bool | None, tuple[str, ...]], ...] = (
        (Document.PROOF_OF_AGE, True, ()),
        (Document.MAITRE_PROOFS, True, ()),
        # « la convention de formation prévue à l'article L. 6353-1 et, le cas
        # échéant, la convention d'aménagement de la durée » (R6223-1)
        (
            Document.TRAINING_AGREEMENT,
            _not(internal),
            of_the_cfa,
        ),
        (Document.TRIPARTITE_AGREEMENT, tripartite, untold),
        (Document.WORK_AUTHORISATION, foreign, ("apprentice.nationality",)),
        (
            Document.LOWER_SECONDARY_PROOF,
            age_on(born_on, contract.starts_on, readings) < ordinary,
            (),
        ),
        (
            Document.DISABILITY_PROOF,
            _disabled(apprentice),
            (
                "apprentice.rqth"
                if apprentice.rqth is None
                else "apprentice.disability_title",
            ),
        ),
        (
            Document.ATHLETE_PROOF,
            apprentice.high_level_athlete,
            ("apprentice.high_level_athlete",),
        ),
        (
            Document.BUSINESS_PROJECT,
            apprentice.business_project,
            ("apprentice.business_project",),
        ),
        (
            Document.MINOR_ACCOUNT,
            by_declaration(contract, readings),
            unknown_of_declaration(contract),
        ),
        (
            Document.DANGEROUS_WORK,
            contract.dangerous_work if minor else False,
            ("dangerous_work",),
        ),
    )
    for document, needed, paths in kept:
        yield Requirement(
            document=document,
            needed=needed,
            missing=paths if needed is None else (),
            sources=law.sources,
            caveats=law.caveats,
        )


def _judge_kept(contract: Contract, readings: Readings) -> Finding:
    """The proofs that the employer keeps at disposal during the contract.

    R6223-1, and the notice 51649 before it: while the contract lasts, what
    attests the declarations that it makes: age, competence of the maître,
    right to work, and what each box ticked supposes; the convention de
    formation, and the convention tripartite where there is one.

    Args:
        contract: The facts.
        readings: Point `leap_birthday`.

    Returns:
        Value `documents`, those surely needed; a part for each document.
    """
    return _listed(
        _documents_to_keep(contract, readings),
        lambda each: (
            "Pièce à tenir à disposition : {document}."
            if each.needed
            else "Pièce sans objet pour ce contrat : {document}."
        ),
        "Pièces à tenir à disposition pendant le contrat : {documents}.",
    )


DOCUMENTS_SENT = Rule(
    name="documents_sent",
    title="Pièces à transmettre",
    judge=_judge_sent,
    articles=(
        "D6224-1",
        "D6275-1",
        "L6222-5",
        "L6222-5-1",
        "L6222-7-1",
        "R6222-6",
        "L6224-1",
        "L6227-6",
        "L6353-1",
        "R6224-8",
        "D6241-30",
    ),
)

DOCUMENTS_KEPT = Rule(
    name="documents_kept",
    title="Pièces à tenir à disposition",
    judge=_judge_kept,
    articles=("R6223-1",),
)
