"""How long each document of a file is kept, by whom, on what authority."""

from datetime import date

from attrs import frozen

from apprentissage._labelled import Labelled
from apprentissage._plain import PlainValue
from apprentissage.dossier.document_texts import KEPT, Document
from apprentissage.dossier.retention_texts import Holder
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.law.dated import ByEvent, Version, version


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


@frozen(kw_only=True, eq=False, repr=False)
class KeepingTerm(PlainValue):
    """How long a holder keeps a document.

    Args:
        document: The document.
        holder: Who keeps it.
        law: Months from the anchor, by the last day of the contract; 0 for
            until the anchor itself, None for no term: the holder keeps it
            always.
        anchor: What the duration runs from.
        confidence: How far it was verified.
    """

    document: Document
    holder: Holder
    law: ByEvent[int | None]
    anchor: Anchor
    confidence: Confidence


_FIRST = date(2008, 5, 1)


def _law(what: str, months: int | None, *texts: Source | tuple[date, str]) -> ByEvent[int | None]:
    """A duration that the versions of an article have left as it was."""
    versions: list[Version[int | None]] = [
        version(text[0], months, text[1]) for text in texts if isinstance(text, tuple)
    ]
    plain = [text for text in texts if isinstance(text, Source)]
    if plain or not texts:
        versions.append(version(_FIRST, months, *plain))
    return ByEvent(what, tuple(versions))


# « pendant cinq ans » from their establishment: the last one decides
_PAYSLIPS = _law(
    "double des bulletins de paie", 60, (_FIRST, "L3243-4"), (date(2009, 5, 14), "L3243-4")
)
# « pendant cinq ans à compter de la date à laquelle le salarié […] a quitté
# l'établissement » (R1221-26)
_REGISTER = _law(
    "registre unique du personnel", 60, (_FIRST, "R1221-26"), (date(2015, 10, 29), "R1221-26")
)
# Code civil, art. 2224: « Les actions personnelles ou mobilières se
# prescrivent par cinq ans »
_CLAIMS = _law(
    "prescription des actions nées du contrat",
    60,
    Source(SourceKind.LAW, "art. 2224 du code civil"),
)
# « Pendant une durée d'un an » (D3171-16)
_HOURS = _law(
    "décompte de la durée du travail", 12, (_FIRST, "D3171-16"), (date(2017, 1, 1), "D3171-16")
)
_CONTRIBUTIONS = _law(
    "déclarations de cotisations sociales",
    72,
    Source(SourceKind.LAW, "art. L. 244-3 du code de la sécurité sociale"),
)
# « des cinq dernières années », « pendant la même durée » (D4711-3)
_ACCIDENTS = _law(
    "observations de l'inspection et déclarations d'accident",
    60,
    (_FIRST, "D4711-3"),
    (date(2009, 3, 16), "D4711-3"),
)
_ACCOUNTS = _law(
    "pièces comptables", 120, Source(SourceKind.LAW, "art. L. 123-22 du code de commerce")
)
# OPCO Cohésion sociale, aids of the recovery plan: five to ten years; the
# longer
_AIDS = _law(
    "dossier de l'aide",
    120,
    Source(
        SourceKind.DOCTRINE, "OPCO Cohésion sociale : aides du plan de relance, de cinq à dix ans"
    ),
)
_DANGEROUS_WORK = ByEvent[int | None](
    "déclaration de travaux dangereux",
    (
        version(_FIRST, None),
        # « pour une durée de trois ans à compter de l'envoi de la
        # déclaration » (R4153-40): how long it serves
        version(date(2013, 10, 14), 36, "R4153-40"),
        version(date(2015, 5, 2), 36, "R4153-40"),
        version(date(2017, 1, 1), 36, "R4153-40"),
    ),
)
_AT_DISPOSAL = ByEvent[int | None](
    "pièces tenues à disposition",
    tuple(version(each.since, 0, *each.sources) for each in KEPT.versions),
)
_OPCO_DOCTRINE = Source(SourceKind.DOCTRINE, "OCAPIAT : preuves de la formation")
_CERTIFICATE = _law("certificat de réalisation", 36, _OPCO_DOCTRINE)
# six years, ten where the training is co-financed: the longer
_EVIDENCE = _law("pièces justificatives de la formation", 120, _OPCO_DOCTRINE)
_ALWAYS = _law("documents de l'apprenti", None)

_READ, _SECONDARY, _DERIVED, _UNVERIFIED = (
    Confidence.READ,
    Confidence.SECONDARY,
    Confidence.DERIVED,
    Confidence.UNVERIFIED,
)

KEEPING_TERMS: tuple[KeepingTerm, ...] = tuple(
    KeepingTerm(document=document, holder=holder, law=law, anchor=anchor, confidence=confidence)
    for holder, anchor, terms in (
        (
            Holder.EMPLOYER,
            Anchor.CONTRACT_OVER,
            (
                (Document.PAYSLIP, _PAYSLIPS, _READ),
                (Document.STAFF_REGISTER, _REGISTER, _READ),
                (Document.FINAL_SETTLEMENT, _CLAIMS, _DERIVED),
                (Document.RUPTURE, _CLAIMS, _DERIVED),
                (Document.WORKING_TIME, _HOURS, _READ),
                (Document.CONTRIBUTIONS, _CONTRIBUTIONS, _SECONDARY),
                (Document.AID, _AIDS, _SECONDARY),
                (Document.PROOF_OF_AGE, _AT_DISPOSAL, _READ),
                (Document.MAITRE_PROOFS, _AT_DISPOSAL, _READ),
                (Document.WORK_AUTHORISATION, _AT_DISPOSAL, _READ),
                (Document.LOWER_SECONDARY_PROOF, _AT_DISPOSAL, _DERIVED),
                (Document.DISABILITY_PROOF, _AT_DISPOSAL, _DERIVED),
                (Document.ATHLETE_PROOF, _AT_DISPOSAL, _DERIVED),
                (Document.BUSINESS_PROJECT, _AT_DISPOSAL, _DERIVED),
                (Document.MINOR_ACCOUNT, _AT_DISPOSAL, _DERIVED),
            ),
        ),
        (
            Holder.EMPLOYER,
            Anchor.EVENT,
            (
                (Document.ACCIDENT, _ACCIDENTS, _READ),
                (Document.DANGEROUS_WORK, _DANGEROUS_WORK, _DERIVED),
            ),
        ),
        (Holder.EMPLOYER, Anchor.FINANCIAL_YEAR, ((Document.ACCOUNTING, _ACCOUNTS, _UNVERIFIED),)),
        (
            Holder.CFA,
            Anchor.TRAINING_OVER,
            (
                (Document.COMPLETION_CERTIFICATE, _CERTIFICATE, _SECONDARY),
                (Document.TRAINING_EVIDENCE, _EVIDENCE, _SECONDARY),
            ),
        ),
        (
            Holder.APPRENTICE,
            Anchor.CONTRACT_OVER,
            (
                (Document.PAYSLIP, _ALWAYS, _UNVERIFIED),
                (Document.WORK_CERTIFICATE, _ALWAYS, _UNVERIFIED),
                (Document.FINAL_SETTLEMENT, _ALWAYS, _UNVERIFIED),
            ),
        ),
    )
    for document, law, confidence in terms
)
"""All documents but the Cerfa and what goes with it."""

SUPPORTS: dict[tuple[Document, Holder], tuple[str, ...]] = {
    (Document.CERFA, Holder.EMPLOYER): (
        "original signé",
        "copie numérisée, sur deux supports distincts",
    ),
    (Document.FAMILY_DECLARATION, Holder.EMPLOYER): (
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

_ALL_PARTIES = (Holder.EMPLOYER, Holder.APPRENTICE, Holder.CFA)
_BOTH = (Holder.EMPLOYER, Holder.APPRENTICE)
_EMPLOYER_AND_CFA = (Holder.EMPLOYER, Holder.CFA)

SHARED_WITH: dict[Document, tuple[Holder, ...]] = {
    **dict.fromkeys(
        (
            Document.CERFA,
            Document.FAMILY_DECLARATION,
            Document.TRIPARTITE_AGREEMENT,
            Document.MOBILITY_AGREEMENT,
            Document.AVENANT,
            Document.FUNDING_NOTICE,
            Document.RUPTURE,
        ),
        _ALL_PARTIES,
    ),
    **dict.fromkeys(
        (
            Document.TRAINING_AGREEMENT,
            Document.TEACHING_AND_FINANCIAL_ANNEX,
            Document.COMPLETION_CERTIFICATE,
        ),
        _EMPLOYER_AND_CFA,
    ),
    **dict.fromkeys(
        (
            Document.PAYSLIP,
            Document.FINAL_SETTLEMENT,
            Document.WORK_CERTIFICATE,
            Document.WORKING_TIME,
            Document.WORK_AUTHORISATION,
            Document.PROOF_OF_AGE,
            Document.MINOR_ACCOUNT,
        ),
        _BOTH,
    ),
}
"""« un espace de stockage partagé, accessible à l'alternant, au service RH ou
au CFA selon les cas » (the founding article): who may open what. The rest
stays with its holder: health, pay of others, accounts. Advice, no text."""

ASKED_FOR: dict[Document | tuple[Document, Holder], tuple[str, ...]] = {
    Document.CERFA: ("contrôle ou audit du financement", "reprise ou transfert du contrat"),
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
    Document.TRAINING_EVIDENCE: ("contrôle du service fait par l'OPCO", "audit Qualiopi"),
}
"""When a document will be asked for; of a holder, where it differs."""
