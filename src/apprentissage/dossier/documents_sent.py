"""The documents to send with a contract, or with an avenant (L6224-1, D6224-1)."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from apprentissage._arguments import check_arguments
from apprentissage.age.upper_age import limit_latest_on
from apprentissage.dossier._documents import (
    INSTEAD,
    Listed,
    Requirement,
    in_internal_cfa,
    listed,
    listed_as,
    needs_tripartite,
    negated,
)
from apprentissage.dossier.avenant_types import AvenantReason
from apprentissage.dossier.document_texts import (
    AGREEMENT,
    ANNEX,
    AVENANT_AGREEMENTS,
    AVENANT_DERIVED,
    AVENANTS_SENT,
    FAMILY_SIGNATURES,
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
from apprentissage.facts import Contract, ContractMode
from apprentissage.facts.authorities import Source
from apprentissage.judging import Finding, Result, Rule
from apprentissage.judging.conditions import each_once
from apprentissage.law.choices import UpperAgeDay
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat
from apprentissage.law.sources import cited as article
from apprentissage.minors.ascendant_employer import FAMILY_DECLARATION
from apprentissage.minors.legal_representative import ascendant_declares, untold_of_declaration


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
        public: The employer is a public body: sent to the State's service.

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
    asked = _asked_for(concluded_on, bool(public))
    needed = (
        negated(by_declaration),
        by_declaration,
        negated(internal_cfa),
        internal_cfa,
        tripartite_needed,
        mobility_planned,
        project_above_limit,
    )
    return tuple(
        Requirement(
            document=each.document,
            needed=is_needed,
            missing=_WAITS_FOR[each.document] if is_needed is None else (),
            sources=each.sources,
            caveats=each.caveats if is_needed else (),
            contents=each.contents,
            signed=each.signed,
            signatories=each.signed_by(internal_cfa),
        )
        for each, is_needed in zip(asked, needed, strict=True)
    )


class _Asked(NamedTuple):
    """What a text asks of a document.

    Attributes:
        document: The document.
        sources: What asks for it.
        caveats: Reserves where it is needed.
        contents: What the document states, in French.
        signed: The apprentice signs it and the CFA stamps it.
        signatories: Who signs it, in French.
        of_an_internal_cfa: The same where the CFA is the firm's.
    """

    document: Document
    sources: tuple[Source, ...]
    caveats: tuple[Caveat, ...] = ()
    contents: tuple[str, ...] = ()
    signed: bool = False
    signatories: str = ""
    of_an_internal_cfa: str = ""

    def signed_by(self, internal_cfa: bool | None) -> str:
        """Who signs it."""
        return self.of_an_internal_cfa if internal_cfa else self.signatories


def _asked_for(concluded_on: date, public: bool) -> tuple[_Asked, ...]:
    table = SENT_BY_PUBLIC_EMPLOYERS if public else SENT
    law = table.concluded(concluded_on).sources
    # « le contrat d'apprentissage est remplacé par une déclaration souscrite
    # par l'employeur » (L6222-5)
    signed = FAMILY_SIGNATURES.concluded(concluded_on)
    annex = ANNEX.concluded(concluded_on)
    agreement = AGREEMENT.concluded(concluded_on)
    abroad = PARTNERSHIP_KEPT.concluded(concluded_on)
    signing = TRIPARTITE_SIGNATORIES.concluded(concluded_on)
    of_the_three, of_an_internal_cfa = signing.value

    def and_law(*sources: Source) -> tuple[Source, ...]:
        return each_once((*law, *sources))

    return (
        _Asked(Document.CERFA, law),
        _Asked(
            Document.FAMILY_DECLARATION,
            and_law(article("L6222-5", concluded_on), *signed.sources),
            signed=signed.value,
        ),
        _Asked(Document.TRAINING_AGREEMENT, and_law(*agreement.sources), contents=agreement.value),
        # « confiée à un centre de formation d'apprentis, service interne
        # de l'entreprise » (D6224-1)
        _Asked(
            Document.TEACHING_AND_FINANCIAL_ANNEX,
            and_law(*annex.sources),
            (PUBLIC_ANNEX,) if public else (),
            annex.value,
        ),
        # « le cas échéant, de la convention tripartite » (D6224-1,
        # D6275-1)
        _Asked(
            Document.TRIPARTITE_AGREEMENT,
            and_law(*signing.sources),
            signatories=of_the_three,
            of_an_internal_cfa=of_an_internal_cfa,
        ),
        # OPCO EP's sheet: « la convention de mobilité européenne ou
        # internationale, si une mobilité est prévue »
        _Asked(
            Document.MOBILITY_AGREEMENT,
            and_law(article("L6222-42", concluded_on), *abroad.sources),
            abroad.caveats,
        ),
        _Asked(Document.PROJECT_ATTESTATION, and_law(*PROJECT_ATTESTATION)),
    )


_WAITS_FOR: dict[Document, tuple[str, ...]] = {
    Document.CERFA: ("employer.specific",),
    Document.FAMILY_DECLARATION: ("employer.specific",),
    Document.TRAINING_AGREEMENT: ("training.company_cfa",),
    Document.TEACHING_AND_FINANCIAL_ANNEX: ("training.company_cfa",),
    Document.TRIPARTITE_AGREEMENT: ("duration_ground",),
    Document.MOBILITY_AGREEMENT: ("mobilities",),
    Document.PROJECT_ATTESTATION: ("apprentice.business_project",),
}
"""The facts that tell whether a document is needed."""


def avenant_documents(
    reason: AvenantReason, *, concluded_on: date, public: bool = False
) -> tuple[Requirement, ...]:
    """The documents to send with an avenant.

    Args:
        reason: What it changes.
        concluded_on: Day on which the avenant is concluded.
        public: The employer is a public body.

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


def _project_above_limit(contract: Contract, readings: Readings) -> bool | None:
    """Whether a project of a business lifts the age limit of L6222-1."""
    latest_on = limit_latest_on(contract, readings)
    starts_on, concluded_on = contract.starts_on, contract.concluded_on
    if max(starts_on, concluded_on) <= latest_on:
        return False
    # the day that the limit goes by is asked where it falls between both
    if min(starts_on, concluded_on) <= latest_on:
        by_start = readings.upper_age_day is UpperAgeDay.START
        if (starts_on if by_start else concluded_on) <= latest_on:
            return False
    return contract.apprentice.business_project


def _sentence(asked: _Asked, signatories: str) -> str:
    if asked.signed:
        return (
            "Pièce à transmettre : {document}, revêtue de la signature de "
            "l'apprenti et visée par le directeur du CFA."
        )
    if signatories:
        return "Pièce à transmettre : {document}, signée par {signatories}."
    return (
        "Pièce à transmettre : {document}, qui précise {contents}."
        if asked.contents
        else "Pièce à transmettre : {document}."
    )


class DocumentSent(Finding):
    """A document, sent or not."""

    document = Result[Document]("document that the part is about")
    other = Result[Document]("what may stand in its stead")
    contents = Result[tuple[str, ...]]("what it must tell, in French")
    signatories = Result[str]("who signs it, in French")


class DocumentsSentFinding(Finding):
    """What `DOCUMENTS_SENT` finds."""

    parts: tuple[DocumentSent, ...]
    documents = Result[tuple[Document, ...]]("documents surely needed")


@lru_cache(maxsize=1024)  # days of one version ask for the same
def _listed(asked: _Asked, signatories: str) -> Listed:
    document = asked.document
    return listed_as(
        document,
        DocumentSent,
        due=_sentence(asked, signatories),
        spared=(
            "Pièce remplacée pour ce contrat : {document} ; voir {other}."
            if document in INSTEAD
            else "Pièce à ne pas transmettre pour ce contrat : {document}."
        ),
        sources=asked.sources,
        caveats=asked.caveats,
        contents=asked.contents,
        signatories=signatories,
    )


# The texts hang on the day and these three facts alone: the same for all
# contracts of a day, they are put together once (half of the rule's time).
@lru_cache(maxsize=1024)
def _listed_on(
    concluded_on: date, public: bool, internal_cfa: bool | None, seasonal: bool
) -> tuple[Listed, ...]:
    """What is told of each document, in the order of `_asked_for`."""

    def told(asked: _Asked) -> Listed:
        if seasonal and asked.document is Document.TRIPARTITE_AGREEMENT:
            by_two_employers = (*asked.sources, article("L6222-5-1", concluded_on))
            return _listed(asked._replace(sources=by_two_employers), SEASONAL_SIGNATORIES)
        return _listed(asked, asked.signed_by(internal_cfa))

    return tuple(map(told, _asked_for(concluded_on, public)))


def judge(contract: Contract, readings: Readings) -> Finding:
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
    needed, missing = needs_tripartite(contract, readings)
    declared = ascendant_declares(contract, readings)
    untold = untold_of_declaration(contract) if declared is None else ()
    internal, of_the_cfa = in_internal_cfa(contract.training)
    documents = _listed_on(
        contract.concluded_on,
        bool(contract.employer.public),
        internal,
        contract.mode is ContractMode.TWO_SEASONAL_EMPLOYERS,
    )
    # in the order of `_asked_for`
    known: tuple[tuple[bool | None, tuple[str, ...]], ...] = (
        (negated(declared), untold),
        (declared, untold),
        (negated(internal), of_the_cfa),
        (internal, of_the_cfa),
        (needed, missing),
        (None if mobilities is None else bool(mobilities), ("mobilities",)),
        (_project_above_limit(contract, readings), ("apprentice.business_project",)),
    )
    found = listed(
        [
            (each, is_needed, waits_for)
            for each, (is_needed, waits_for) in zip(documents, known, strict=True)
        ],
        "Pièces à transmettre avec le contrat : {documents}.",
    )
    if not declared:
        return found
    family = FAMILY_DECLARATION.concluded(contract.concluded_on)
    return found.but(caveats=(*found.caveats, *family.caveats))


DOCUMENTS_SENT = Rule(
    name="documents_sent",
    title="Pièces à transmettre",
    judge=judge,
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
    finding=DocumentsSentFinding,
)
