"""How long each document of a file is kept, by whom, on what authority."""

from attrs import frozen

from apprentissage.labelled import Labelled
from apprentissage.law.documents import Document
from apprentissage.law.retention import Holder
from apprentissage.law.sources import Source, SourceKind, article

__all__ = [
    "ASKED_FOR",
    "KEEPING_RULES",
    "SUPPORTS",
    "Anchor",
    "Confidence",
    "KeepingRule",
]
__dir__ = __all__.copy


class Confidence(Labelled):
    """How far a duration was verified."""

    READ = "read", "texte lu"
    SECONDARY = "secondary", "source secondaire"
    DERIVED = "derived", "déduit, aucun texte ne le dit"
    UNVERIFIED = "unverified", "non vérifié"


class Anchor(Labelled):
    """The event from which a duration runs."""

    CONTRACT_OVER = "contract_over", "fin ou rupture du contrat"
    TRAINING_OVER = "training_over", "fin de la formation"
    FINANCIAL_YEAR = "financial_year", "clôture de l'exercice"
    EVENT = "event", "date du document"


@frozen(kw_only=True)
class KeepingRule:
    """How long a holder keeps a document.

    Args:
        document: The document.
        holder: Who keeps it.
        months: From the anchor; 0 for until the anchor itself, None for no
            term: the holder keeps it always.
        anchor: What the duration runs from.
        confidence: How far it was verified.
        sources: What it rests on.
    """

    document: Document
    holder: Holder
    months: int | None
    anchor: Anchor
    confidence: Confidence
    sources: tuple[Source, ...]


def _code(reference: str) -> tuple[Source, ...]:
    return (Source(SourceKind.LAW, reference),)


_AT_DISPOSAL = (
    Source(
        SourceKind.FORM,
        "notice 51649 : « pendant toute la durée du contrat »",
    ),
)
_OPCO_DOCTRINE = (
    Source(SourceKind.DOCTRINE, "OCAPIAT : preuves de la formation"),
)
_CLAIMS = _code("art. 2224 du code civil")

KEEPING_RULES: tuple[KeepingRule, ...] = tuple(
    KeepingRule(
        document=document,
        holder=holder,
        months=months,
        anchor=anchor,
        confidence=confidence,
        sources=sources,
    )
    for document, holder, months, anchor, confidence, sources in (
        # « pendant cinq ans » from their establishment: the last one decides
        (
            Document.PAYSLIP,
            Holder.EMPLOYER,
            60,
            Anchor.CONTRACT_OVER,
            Confidence.READ,
            (article("L3243-4"),),
        ),
        # « pendant cinq ans à compter de la date » of the departure
        (
            Document.STAFF_REGISTER,
            Holder.EMPLOYER,
            60,
            Anchor.CONTRACT_OVER,
            Confidence.READ,
            (article("R1221-26"),),
        ),
        (
            Document.FINAL_SETTLEMENT,
            Holder.EMPLOYER,
            60,
            Anchor.CONTRACT_OVER,
            Confidence.READ,
            _CLAIMS,
        ),
        (
            Document.RUPTURE,
            Holder.EMPLOYER,
            60,
            Anchor.CONTRACT_OVER,
            Confidence.READ,
            _CLAIMS,
        ),
        (
            Document.WORKING_TIME,
            Holder.EMPLOYER,
            12,
            Anchor.CONTRACT_OVER,
            Confidence.SECONDARY,
            (article("D3171-16"),),
        ),
        (
            Document.CONTRIBUTIONS,
            Holder.EMPLOYER,
            72,
            Anchor.CONTRACT_OVER,
            Confidence.SECONDARY,
            _code("art. L. 244-3 du code de la sécurité sociale"),
        ),
        (
            Document.ACCIDENT,
            Holder.EMPLOYER,
            60,
            Anchor.EVENT,
            Confidence.SECONDARY,
            (article("D4711-3"),),
        ),
        (
            Document.ACCOUNTING,
            Holder.EMPLOYER,
            120,
            Anchor.FINANCIAL_YEAR,
            Confidence.UNVERIFIED,
            _code("art. L. 123-22 du code de commerce"),
        ),
        # « 5 à 10 ans » for the aids of the recovery plan: the longer
        (
            Document.AID,
            Holder.EMPLOYER,
            120,
            Anchor.CONTRACT_OVER,
            Confidence.SECONDARY,
            (
                Source(
                    SourceKind.DOCTRINE,
                    "OPCO Cohésion sociale : aides du plan de relance, de "
                    "cinq à dix ans",
                ),
            ),
        ),
        (
            Document.DANGEROUS_WORK,
            Holder.EMPLOYER,
            36,
            Anchor.EVENT,
            Confidence.SECONDARY,
            (article("R4153-40"),),
        ),
        *(
            (
                document,
                Holder.EMPLOYER,
                0,
                Anchor.CONTRACT_OVER,
                confidence,
                _AT_DISPOSAL,
            )
            for document, confidence in (
                (Document.PROOF_OF_AGE, Confidence.READ),
                (Document.MAITRE_PROOFS, Confidence.READ),
                (Document.WORK_AUTHORISATION, Confidence.READ),
                (Document.LOWER_SECONDARY_PROOF, Confidence.DERIVED),
                (Document.DISABILITY_PROOF, Confidence.DERIVED),
                (Document.ATHLETE_PROOF, Confidence.DERIVED),
                (Document.BUSINESS_PROJECT, Confidence.DERIVED),
                (Document.MINOR_ACCOUNT, Confidence.DERIVED),
            )
        ),
        (
            Document.COMPLETION_CERTIFICATE,
            Holder.CFA,
            36,
            Anchor.TRAINING_OVER,
            Confidence.SECONDARY,
            _OPCO_DOCTRINE,
        ),
        # six years, ten where the training is co-financed: the longer
        (
            Document.TRAINING_EVIDENCE,
            Holder.CFA,
            120,
            Anchor.TRAINING_OVER,
            Confidence.SECONDARY,
            _OPCO_DOCTRINE,
        ),
        *(
            (
                document,
                Holder.APPRENTICE,
                None,
                Anchor.CONTRACT_OVER,
                Confidence.UNVERIFIED,
                (),
            )
            for document in (
                Document.PAYSLIP,
                Document.WORK_CERTIFICATE,
                Document.FINAL_SETTLEMENT,
            )
        ),
    )
)
"""All documents but the Cerfa and what goes with it."""

SUPPORTS: dict[tuple[Document, Holder], tuple[str, ...]] = {
    (Document.CERFA, Holder.EMPLOYER): (
        "original signé",
        "copie numérisée, sur deux supports distincts",
    ),
    (Document.CERFA, Holder.OPCO): ("version dématérialisée",),
    (Document.CERFA, Holder.APPRENTICE): (
        "original signé",
        "copie numérisée, sur deux supports distincts",
    ),
}
"""In which supports; the others: a copy on two separate supports."""

ASKED_FOR: dict[Document | tuple[Document, Holder], tuple[str, ...]] = {
    Document.CERFA: (
        "contrôle ou audit du financement",
        "reprise ou transfert du contrat",
    ),
    (Document.CERFA, Holder.APPRENTICE): (
        "changement d'employeur ou de CFA",
        "liquidation de la retraite",
    ),
    Document.TRAINING_AGREEMENT: ("contrôle du service fait par l'OPCO",),
    Document.FUNDING_NOTICE: (
        "paie et gestion des absences",
        "reprise ou transfert du contrat",
        "nouveau contrat : numéro du contrat précédent",
    ),
    Document.PAYSLIP: ("réclamation de salaire", "retraite"),
    Document.STAFF_REGISTER: ("contrôle de l'inspection du travail",),
    Document.WORKING_TIME: ("contrôle de l'inspection du travail",),
    Document.CONTRIBUTIONS: ("contrôle de l'URSSAF ou de la MSA",),
    Document.ACCOUNTING: ("contrôle fiscal",),
    Document.AID: ("contrôle de l'aide à l'employeur",),
    Document.MAITRE_PROOFS: ("contrôle de l'OPCO",),
    Document.WORK_AUTHORISATION: ("contrôle de l'inspection du travail",),
    Document.RUPTURE: ("litige sur la rupture",),
    Document.FINAL_SETTLEMENT: ("litige sur la rupture",),
    Document.COMPLETION_CERTIFICATE: ("contrôle du service fait par l'OPCO",),
    Document.TRAINING_EVIDENCE: (
        "contrôle du service fait par l'OPCO",
        "audit Qualiopi",
    ),
}
"""When a document will be asked for; of a holder, where it differs."""
