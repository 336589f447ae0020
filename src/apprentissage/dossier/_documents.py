"""The documents of a contract, one by one: what each list of them shares."""

from collections.abc import Callable, Iterable

from attrs import frozen

from apprentissage.dates.duration_and_cycle import needs_agreement
from apprentissage.dossier.document_texts import Document
from apprentissage.facts import CompanyCfa, Contract, ContractMode, Training
from apprentissage.facts.authorities import Source
from apprentissage.judging import (
    Finding,
    Outcome,
    all_of,
    compliant,
    not_applicable,
    undetermined,
)
from apprentissage.law.sources import Caveat

INSTEAD = {
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


def each_once(sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """Without those that stand twice."""
    return tuple(dict.fromkeys(sources))


def negated(known: bool | None) -> bool | None:
    """The contrary of what is known."""
    return None if known is None else not known


def needs_tripartite(
    contract: Contract,
) -> tuple[bool | None, tuple[str, ...]]:
    """Whether a convention tripartite is needed, or what would tell."""
    needed, missing = needs_agreement(contract)
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
        for path, known in (
            ("training.internal_cfa", ticked),
            ("training.company_cfa", condition),
        )
        if known is None
    )
    return (None, missing) if missing else (True, ())


def listed(
    requirements: Iterable[Requirement],
    sentence: Callable[[Requirement], str],
    whole: str,
) -> Finding:
    """A part for each document, those surely needed as a value."""
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
        other = INSTEAD.get(each.document)
        parts.append(
            (compliant if each.needed else not_applicable)(
                sentence(each),
                sources=each.sources,
                caveats=each.caveats,
                subject=name,
                document=each.document,
                other=other,
                contents=each.contents,
                signatories=each.signatories,
            )
        )
    found = all_of(parts)
    return found.but(
        found.template if found.outcome is Outcome.UNDETERMINED else whole,
        values=(("documents", tuple(needed)),),
        sources=each_once(tuple(told)),
    )
