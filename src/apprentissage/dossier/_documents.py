"""The documents of a contract, one by one: what each list of them shares."""

from collections.abc import Iterable
from typing import NamedTuple

from apprentissage.dates.duration_and_cycle import needs_agreement
from apprentissage.dossier.document_texts import Document
from apprentissage.facts import CompanyCfa, Contract, ContractMode, Training
from apprentissage.facts.authorities import Source
from apprentissage.judging import (
    UNKNOWN,
    Finding,
    Outcome,
    Value,
    compliant,
    not_applicable,
)
from apprentissage.judging.conditions import each_once_of
from apprentissage.judging.finding import built, typed
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat

INSTEAD = {
    Document.CERFA: Document.FAMILY_DECLARATION,
    Document.TRAINING_AGREEMENT: Document.TEACHING_AND_FINANCIAL_ANNEX,
}
"""What stands for a document where it is not sent."""


class Requirement(NamedTuple):
    """Whether a contract needs a document.

    Attributes:
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


def negated(known: bool | None) -> bool | None:
    """The contrary of what is known."""
    return None if known is None else not known


def needs_tripartite(
    contract: Contract, readings: Readings
) -> tuple[bool | None, tuple[str, ...]]:
    """Whether a convention tripartite is needed, or what would tell."""
    needed, missing = needs_agreement(contract, readings)
    if needed or contract.mode is ContractMode.TWO_SEASONAL_EMPLOYERS:
        return True, ()
    if contract.mode is None:
        return None, ("mode", *missing)
    return needed, missing


def in_internal_cfa(training: Training) -> tuple[bool | None, tuple[str, ...]]:
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
        for path, known in (("training.internal_cfa", ticked), ("training.company_cfa", condition))
        if known is None
    )
    return (None, missing) if missing else (True, ())


class Listed(NamedTuple):
    """A document of a list, and what is told of it.

    Attributes:
        document: The document.
        sources: What asks for it.
        due: The part where it is due.
        spared: The part where it is not.
    """

    document: Document
    sources: tuple[Source, ...]
    due: Finding
    spared: Finding


def listed_as(
    document: Document,
    kind: type[Finding],
    *,
    due: str,
    spared: str,
    sources: tuple[Source, ...],
    caveats: tuple[Caveat, ...] = (),
    contents: tuple[str, ...] = (),
    signatories: str = "",
) -> Listed:
    """A document as a list tells it.

    Args:
        document: The document.
        kind: The class of the parts of that list.
        due: Sentence where it is due.
        spared: Sentence where it is not.
        sources: What asks for it.
        caveats: Reserves where it is due.
        contents: What it states, in French.
        signatories: Who signs it, in French.
    """
    values: dict[str, Value] = {
        "document": document,
        "other": INSTEAD.get(document),
        "contents": contents,
        "signatories": signatories,
    }
    parts = (
        compliant(due, sources=sources, caveats=caveats),
        not_applicable(spared, sources=sources),
    )
    told = tuple(part.but(subject=document.label, values=tuple(values.items())) for part in parts)
    return Listed(document, sources, *typed(told, kind))


def listed(
    documents: Iterable[tuple[Listed, bool | None, tuple[str, ...]]], whole: str
) -> Finding:
    """A part for each document, those surely needed as a value.

    Args:
        documents: Each with whether it is needed and, where that is unknown,
            what would tell.
        whole: Sentence where it is known of all.
    """
    needed: list[Document] = []
    parts: list[Finding] = []
    told: list[tuple[Source, ...]] = []
    unknown: list[str] = []
    caveats: list[Caveat] = []
    for each, is_needed, missing in documents:
        if is_needed is False:  # no text of a document that is not due
            parts.append(each.spared)
            continue
        told.append(each.sources)
        if is_needed:
            needed.append(each.document)
            caveats += each.due.caveats
            parts.append(each.due)
            continue
        unknown += missing
        parts.append(
            built(
                outcome=Outcome.UNDETERMINED,
                template=UNKNOWN,
                values=(("document", each.document),),
                missing=tuple(sorted({*missing})),
                sources=each.sources,
                subject=each.document.label,
                kind=type(each.due),
            )
        )
    # some document is due with every contract
    return built(
        outcome=Outcome.UNDETERMINED if unknown else Outcome.COMPLIANT,
        template=UNKNOWN if unknown else whole,
        values=(("documents", tuple(needed)),),
        missing=tuple(sorted(set(unknown))),
        sources=each_once_of(told),
        caveats=() if unknown else tuple(dict.fromkeys(caveats)),
        parts=tuple(parts),
    )
