"""The file: filing, decision, money, documents, number, keeping."""

from typing import TYPE_CHECKING

from apprentissage._doors import open_door

if TYPE_CHECKING:
    from apprentissage.dossier._documents import Requirement
    from apprentissage.dossier.aid_texts import AidScheme
    from apprentissage.dossier.archive import ArchivedDocument, ArchivePlan, archive_plan
    from apprentissage.dossier.archive_texts import Anchor, Confidence, KeepingTerm
    from apprentissage.dossier.avenant_filing import AVENANT_FILING
    from apprentissage.dossier.avenant_types import AvenantReason, avenant_type
    from apprentissage.dossier.cerfa_retention import (
        CERFA_RETENTION,
        Retention,
        cerfa_retention,
        contract_over_on,
        retention_of,
    )
    from apprentissage.dossier.certification import CERTIFICATION
    from apprentissage.dossier.cfa_accreditation import CFA_ACCREDITATION
    from apprentissage.dossier.cfa_quality import CFA_QUALITY
    from apprentissage.dossier.contract_number_texts import (
        Cause,
        NumberKind,
        Payee,
        Place,
        Stage,
        StagePayment,
    )
    from apprentissage.dossier.contract_numbers import (
        CONTRACT_NUMBERS,
        MissingNumber,
        Recovery,
        kind_of_number,
        missing_number,
        payments_at,
        recovery,
        stage_of,
        where_to_look,
    )
    from apprentissage.dossier.deadlines import Deadline
    from apprentissage.dossier.document_texts import Document
    from apprentissage.dossier.documents_kept import DOCUMENTS_KEPT
    from apprentissage.dossier.documents_sent import (
        DOCUMENTS_SENT,
        avenant_documents,
        documents_to_send,
    )
    from apprentissage.dossier.employer_aid import EMPLOYER_AID, first_year_aid
    from apprentissage.dossier.employer_engagement import EMPLOYER_ENGAGEMENT
    from apprentissage.dossier.fate import (
        Fate,
        decision_due_on,
        fate_of,
        file_outcome,
        refused_funding,
        silence_means,
    )
    from apprentissage.dossier.file_names import file_name
    from apprentissage.dossier.filing import FILING, filing_deadline, filing_deadlines
    from apprentissage.dossier.funding_decision import FUNDING_DECISION, refusal_grounds
    from apprentissage.dossier.funding_texts import (
        ParticipationTerms,
        PaymentTerms,
        RemoteTerms,
        Silence,
        of_sector,
    )
    from apprentissage.dossier.opco_payments import (
        OPCO_PAYMENTS,
        Payment,
        PaymentKind,
        balance_due_on,
        opco_payments,
        reduced_funding,
    )
    from apprentissage.dossier.participation import PARTICIPATION, employer_participation
    from apprentissage.dossier.retention_texts import Holder, RetentionEvent

open_door(
    __name__,
    {
        "_documents": ("Requirement",),
        "aid_texts": ("AidScheme",),
        "archive": ("ArchivedDocument", "ArchivePlan", "archive_plan"),
        "archive_texts": ("Anchor", "Confidence", "KeepingTerm"),
        "avenant_filing": ("AVENANT_FILING",),
        "avenant_types": ("AvenantReason", "avenant_type"),
        "cerfa_retention": (
            "CERFA_RETENTION",
            "Retention",
            "cerfa_retention",
            "contract_over_on",
            "retention_of",
        ),
        "certification": ("CERTIFICATION",),
        "cfa_accreditation": ("CFA_ACCREDITATION",),
        "cfa_quality": ("CFA_QUALITY",),
        "contract_number_texts": (
            "Cause",
            "NumberKind",
            "Payee",
            "Place",
            "Stage",
            "StagePayment",
        ),
        "contract_numbers": (
            "CONTRACT_NUMBERS",
            "MissingNumber",
            "Recovery",
            "kind_of_number",
            "missing_number",
            "payments_at",
            "recovery",
            "stage_of",
            "where_to_look",
        ),
        "deadlines": ("Deadline",),
        "document_texts": ("Document",),
        "documents_kept": ("DOCUMENTS_KEPT",),
        "documents_sent": ("DOCUMENTS_SENT", "avenant_documents", "documents_to_send"),
        "employer_aid": ("EMPLOYER_AID", "first_year_aid"),
        "employer_engagement": ("EMPLOYER_ENGAGEMENT",),
        "fate": (
            "Fate",
            "decision_due_on",
            "fate_of",
            "file_outcome",
            "refused_funding",
            "silence_means",
        ),
        "file_names": ("file_name",),
        "filing": ("FILING", "filing_deadline", "filing_deadlines"),
        "funding_decision": ("FUNDING_DECISION", "refusal_grounds"),
        "funding_texts": (
            "ParticipationTerms",
            "PaymentTerms",
            "RemoteTerms",
            "Silence",
            "of_sector",
        ),
        "opco_payments": (
            "OPCO_PAYMENTS",
            "Payment",
            "PaymentKind",
            "balance_due_on",
            "opco_payments",
            "reduced_funding",
        ),
        "participation": ("PARTICIPATION", "employer_participation"),
        "retention_texts": ("Holder", "RetentionEvent"),
    },
)

__all__ = [
    "AVENANT_FILING",
    "CERFA_RETENTION",
    "CERTIFICATION",
    "CFA_ACCREDITATION",
    "CFA_QUALITY",
    "CONTRACT_NUMBERS",
    "DOCUMENTS_KEPT",
    "DOCUMENTS_SENT",
    "EMPLOYER_AID",
    "EMPLOYER_ENGAGEMENT",
    "FILING",
    "FUNDING_DECISION",
    "OPCO_PAYMENTS",
    "PARTICIPATION",
    "AidScheme",
    "Anchor",
    "ArchivePlan",
    "ArchivedDocument",
    "AvenantReason",
    "Cause",
    "Confidence",
    "Deadline",
    "Document",
    "Fate",
    "Holder",
    "KeepingTerm",
    "MissingNumber",
    "NumberKind",
    "ParticipationTerms",
    "Payee",
    "Payment",
    "PaymentKind",
    "PaymentTerms",
    "Place",
    "Recovery",
    "RemoteTerms",
    "Requirement",
    "Retention",
    "RetentionEvent",
    "Silence",
    "Stage",
    "StagePayment",
    "archive_plan",
    "avenant_documents",
    "avenant_type",
    "balance_due_on",
    "cerfa_retention",
    "contract_over_on",
    "decision_due_on",
    "documents_to_send",
    "employer_participation",
    "fate_of",
    "file_name",
    "file_outcome",
    "filing_deadline",
    "filing_deadlines",
    "first_year_aid",
    "kind_of_number",
    "missing_number",
    "of_sector",
    "opco_payments",
    "payments_at",
    "recovery",
    "reduced_funding",
    "refusal_grounds",
    "refused_funding",
    "retention_of",
    "silence_means",
    "stage_of",
    "where_to_look",
]
__dir__ = __all__.copy
