"""The archive of a contract: what, whose, until when, in which supports."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from attrs import frozen

from apprentissage._arguments import check_arguments
from apprentissage._plain import PlainValue
from apprentissage._text import enumeration, french_date, plural, table
from apprentissage.dates.rupture import rupture_on
from apprentissage.dossier.archive_texts import (
    ASKED_FOR,
    KEEPING_TERMS,
    SHARED_WITH,
    SUPPORTS,
    Anchor,
    Confidence,
)
from apprentissage.dossier.cerfa_retention import over_on, retention_of
from apprentissage.dossier.document_texts import Document
from apprentissage.dossier.documents_kept import DOCUMENTS_KEPT
from apprentissage.dossier.documents_sent import DOCUMENTS_SENT
from apprentissage.dossier.file_names import file_name
from apprentissage.dossier.retention_texts import Holder, RetentionEvent
from apprentissage.facts import Contract
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.judging import Outcome, Rule
from apprentissage.law.readings import LETTER, Readings
from apprentissage.law.sources import Caveat
from apprentissage.months import same_day

_TWO_COPIES = ("copie numérisée, sur deux supports distincts",)

_WITH_THE_CERFA = (
    Document.TRAINING_AGREEMENT,
    Document.TEACHING_AND_FINANCIAL_ANNEX,
    Document.TRIPARTITE_AGREEMENT,
    Document.MOBILITY_AGREEMENT,
    Document.FAMILY_DECLARATION,
)
"""Sent with the Cerfa, where this contract needs them."""

_NO_RULE = Caveat(
    "NO_RULE_FOUND", "Aucun texte trouvé n'en fixe la durée : il est conservé avec le Cerfa."
)
_ADVICE = (
    Source(
        SourceKind.DOCTRINE, "conseil de gestion : archiver le numéro de contrat dès réception"
    ),
)


@frozen(kw_only=True, eq=False, repr=False)
class ArchivedDocument(PlainValue):
    """A document in the archive of a contract.

    Args:
        document: What.
        holder: Whose.
        until_on: Last day, counted; None where an event ends it, where it
            is kept always, or where facts are missing.
        until_event: The event, where one ends it.
        months: The duration, where one is fixed.
        runs_from: The event from which it runs.
        sure: This contract surely has the document; False where a missing
            fact decides, or where it exists only if something happens.
        missing: Absolute paths of the facts that would give the day.
        confidence: How far the duration was verified.
        sources: What it rests on.
        caveats: Reserves.
    """

    document: Document
    holder: Holder
    until_on: date | None
    until_event: RetentionEvent | None = None
    months: int | None = None
    runs_from: Anchor | None = None
    sure: bool = True
    missing: tuple[str, ...] = ()
    confidence: Confidence = Confidence.READ
    sources: tuple[Source, ...] = ()
    caveats: tuple[Caveat, ...] = ()

    @property
    def supports(self) -> tuple[str, ...]:
        """In which supports."""
        return SUPPORTS.get((self.document, self.holder), _TWO_COPIES)

    @property
    def asked_for(self) -> tuple[str, ...]:
        """When it will be asked for."""
        of_all = ASKED_FOR.get(self.document, ())
        return ASKED_FOR.get((self.document, self.holder), of_all)

    @property
    def shared_with(self) -> tuple[Holder, ...]:
        """Who may open it in a shared storage space, its holder among them."""
        others = SHARED_WITH.get(self.document, ())
        return others if self.holder in others else (self.holder,)

    @property
    def until(self) -> str:
        """Until when, in French."""
        if self.until_on is not None:
            return f"jusqu'au {french_date(self.until_on)}"
        if self.until_event is not None:
            return f"jusqu'à l'événement : {self.until_event.label}"
        if self.months is not None and self.runs_from is not None:
            years = plural(self.months // 12, "an")
            return f"{years} après l'événement : {self.runs_from.label}"
        return "sans terme fixé"


@frozen(kw_only=True, eq=False, repr=False)
class ArchivePlan(PlainValue):
    """The archive of a contract.

    Args:
        documents: Employer, OPCO, apprentice, CFA; each in the order in
            which documents may go.
    """

    documents: tuple[ArchivedDocument, ...]

    def __iter__(self) -> Iterator[ArchivedDocument]:
        """The documents."""
        return iter(self.documents)

    def of(self, holder: Holder) -> tuple[ArchivedDocument, ...]:
        """The documents of a holder."""
        check_arguments(ArchivePlan.of, locals())
        return tuple(d for d in self.documents if d.holder is holder)

    def to_rows(self) -> list[dict[str, Any]]:
        """Plain rows, one a document of a holder, for a data frame."""
        return [
            {
                "detenteur": each.holder.label,
                "objet": each.document.label,
                "au": each.until_on,
                "jusqu_a": each.until,
                "certain": each.sure,
                "confiance": each.confidence.label,
                "textes": enumeration(s.reference for s in each.sources),
                "supports": " ; ".join(each.supports),
                "demande": " ; ".join(each.asked_for),
                "partage": enumeration(h.label for h in each.shared_with),
            }
            for each in self.documents
        ]

    def _repr_html_(self) -> str:
        """The plan as a table, for a notebook."""
        return table(
            ("qui", "quoi", "jusqu'à", "certain", "confiance", "sources"),
            (
                (
                    each.holder.label,
                    each.document.label,
                    each.until,
                    "oui" if each.sure else "selon le contrat",
                    each.confidence.label,
                    enumeration(s.reference for s in each.sources),
                )
                for each in self.documents
            ),
            caption="Plan d'archivage du contrat",
        )

    def shared_space(self, person: str, day: date) -> dict[str, tuple[Holder, ...]]:
        """A storage space for the parties: each file, and who may open it.

        Args:
            person: The apprentice, family name first.
            day: Date of the documents.

        Returns:
            The files that two parties at least may open; the others stay
            with their holders.

        Raises:
            InvalidValue: For a name that no file name can hold.
        """
        check_arguments(ArchivePlan.shared_space, locals())
        return {
            file_name(person, day, each.document): each.shared_with
            for each in self.documents
            if len(each.shared_with) > 1
        }

    def names(self, person: str, day: date) -> dict[str, Document]:
        """A file name for each document, with the day of the contract.

        Args:
            person: The apprentice, family name first.
            day: Date of the documents.

        Raises:
            InvalidValue: For a name that no file name can hold.
        """
        return {file_name(person, day, each.document): each.document for each in self.documents}


def archive_plan(contract: Contract, readings: Readings = LETTER) -> ArchivePlan:
    """What to archive for a contract: whose, and until when.

    Args:
        contract: The facts.
        readings: The choice on each contested point.

    Returns:
        The documents of the employer, the OPCO, the apprentice and the CFA.
        Documents that this contract does not need are left out; those that
        depend on an unknown fact or on an event are marked not sure.

    Raises:
        NotCovered: For a contract concluded before 2008-05-01.

    >>> from apprentissage.facts import Apprentice
    >>> plan = archive_plan(Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ... ))
    >>> for each in plan.of(Holder.OPCO):
    ...     print(each.document.label, each.until_on)
    Cerfa signé 2031-08-31
    """
    check_arguments(archive_plan, locals())
    found = [
        *_cerfa(contract, readings),
        *_beside_the_cerfa(contract, readings),
        *_others(contract, readings),
    ]
    order = tuple(Holder)
    return ArchivePlan(
        documents=tuple(
            sorted(found, key=lambda each: (order.index(each.holder), each.until_on or date.max))
        )
    )


def _cerfa(contract: Contract, readings: Readings) -> Iterator[ArchivedDocument]:
    # « le contrat d'apprentissage est remplacé par une déclaration » (L6222-5)
    sent = _needed(DOCUMENTS_SENT, contract, readings)
    declared = sent.get(Document.FAMILY_DECLARATION) is True
    # where a fact is missing, the declaration may stand in its place
    sure = declared or sent.get(Document.CERFA, True) is not None
    for holder in Holder:
        kept = retention_of(contract, holder)
        yield ArchivedDocument(
            document=Document.FAMILY_DECLARATION if declared else Document.CERFA,
            holder=holder,
            until_on=kept.keep_until_on,
            until_event=kept.until_event,
            sure=sure,
            confidence=Confidence.SECONDARY if holder is Holder.CFA else Confidence.READ,
            sources=kept.sources,
            caveats=kept.caveats,
        )


def _beside_the_cerfa(contract: Contract, readings: Readings) -> Iterator[ArchivedDocument]:
    # before 2020 nothing tells what was sent, but what is kept is told
    sent = _needed(DOCUMENTS_KEPT, contract, readings)
    sent |= _needed(DOCUMENTS_SENT, contract, readings)
    avenants = contract.file.avenants
    cases = [
        (document, sent.get(document))
        for document in _WITH_THE_CERFA
        if document is not Document.FAMILY_DECLARATION or sent.get(document) is not True
    ]
    cases.append((Document.AVENANT, bool(avenants) or None))
    cases.append((Document.FUNDING_NOTICE, True))
    for document, wanted in cases:
        if wanted is not False:
            yield ArchivedDocument(
                document=document,
                holder=Holder.EMPLOYER,
                until_on=retention_of(contract, Holder.EMPLOYER).keep_until_on,
                sure=wanted is True,
                confidence=Confidence.DERIVED,
                sources=_ADVICE if document is Document.FUNDING_NOTICE else (),
                caveats=(_NO_RULE,),
            )


def _needed(rule: Rule, contract: Contract, readings: Readings) -> dict[Document, bool | None]:
    """The documents of a rule: needed, not needed, or unknown."""
    known = {Outcome.COMPLIANT: True, Outcome.NOT_APPLICABLE: False}
    return {
        document: known.get(part.outcome)
        for part in rule.find(contract, readings).parts
        if isinstance(document := part["document"], Document)
    }


def _others(contract: Contract, readings: Readings) -> Iterator[ArchivedDocument]:
    kept = _needed(DOCUMENTS_KEPT, contract, readings)
    for term in KEEPING_TERMS:
        wanted = kept.get(term.document, True)
        if wanted is False:
            continue
        law = term.law.event(max(over_on(contract), contract.concluded_on))
        start, missing = _start(term.anchor, contract)
        until_on = None
        if law.value is not None and start is not None:
            until_on = same_day(start, law.value)
        yield ArchivedDocument(
            document=term.document,
            holder=term.holder,
            until_on=until_on,
            months=law.value,
            runs_from=term.anchor,
            sure=wanted is True and _happens(term.document, contract),
            missing=missing if law.value is not None else (),
            confidence=term.confidence,
            sources=law.sources,
        )


_EVENTS = frozenset({Document.RUPTURE, Document.ACCIDENT, Document.AID})
"""Documents of events that may never come."""


def _happens(document: Document, contract: Contract) -> bool:
    """Whether what a document is about surely comes, or has come."""
    broken = rupture_on(contract) is not None
    return document not in _EVENTS or (document is Document.RUPTURE and broken)


def _start(anchor: Anchor, contract: Contract) -> tuple[date | None, tuple[str, ...]]:
    """The day from which a duration runs, or what would tell."""
    match anchor:
        case Anchor.CONTRACT_OVER:
            return over_on(contract), ()
        case Anchor.TRAINING_OVER:
            ends_on = contract.training.cycle_ends_on
            path = "training.cycle_ends_on"
            return ends_on, (path,) if ends_on is None else ()
        case _:  # events that are no facts of the contract
            return None, ()
