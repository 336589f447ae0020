"""The documents of a file, and what the texts ask for."""

from datetime import date

from apprentissage.labelled import Labelled
from apprentissage.law.avenants import AvenantReason
from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.sources import Caveat, Source, SourceKind

__all__ = [
    "AVENANT_AGREEMENTS",
    "AVENANT_DERIVED",
    "KEPT",
    "PUBLIC_UNREAD",
    "SENT",
    "Document",
]
__dir__ = __all__.copy


class Document(Labelled):
    """A document of the file of a contract; its value names files too."""

    CERFA = "cerfa", "Cerfa signé"
    TRAINING_AGREEMENT = "training_agreement", "convention de formation"
    TEACHING_AND_FINANCIAL_ANNEX = (
        "teaching_and_financial_annex",
        "annexe pédagogique et financière",
    )
    TRIPARTITE_AGREEMENT = "tripartite_agreement", "convention tripartite"
    MOBILITY_AGREEMENT = "mobility_agreement", "convention de mobilité"
    FAMILY_DECLARATION = (
        "family_declaration",
        "déclaration de l'ascendant employeur",
    )
    AVENANT = "avenant", "avenant"
    PROOF_OF_AGE = "proof_of_age", "justificatif de l'âge de l'apprenti"
    MAITRE_PROOFS = (
        "maitre_proofs",
        "diplômes et justificatifs d'expérience du maître d'apprentissage",
    )
    WORK_AUTHORISATION = (
        "work_authorisation",
        "titre de séjour ou autorisation de travail",
    )
    LOWER_SECONDARY_PROOF = (
        "lower_secondary_proof",
        "justificatif de la scolarité du collège",
    )
    DISABILITY_PROOF = (
        "disability_proof",
        "reconnaissance de travailleur handicapé ou titre équivalent",
    )
    ATHLETE_PROOF = (
        "athlete_proof",
        "inscription sur la liste des sportifs de haut niveau",
    )
    BUSINESS_PROJECT = (
        "business_project",
        "déclaration du projet de création ou de reprise d'entreprise",
    )
    MINOR_ACCOUNT = (
        "minor_account",
        "compte ouvert au nom de l'apprenti mineur",
    )
    DANGEROUS_WORK = (
        "dangerous_work",
        "déclaration de dérogation pour travaux dangereux",
    )
    FUNDING_NOTICE = (
        "funding_notice",
        "notification de prise en charge, avec le numéro de dépôt",
    )
    PAYSLIP = "payslip", "bulletin de paie"
    STAFF_REGISTER = "staff_register", "registre unique du personnel"
    WORKING_TIME = "working_time", "décompte de la durée du travail"
    CONTRIBUTIONS = "contributions", "déclarations de cotisations sociales"
    ACCIDENT = (
        "accident",
        "déclaration d'accident, observation de l'inspection du travail",
    )
    ACCOUNTING = "accounting", "pièce comptable"
    AID = "aid", "dossier de l'aide à l'employeur"
    FINAL_SETTLEMENT = "final_settlement", "solde de tout compte"
    WORK_CERTIFICATE = "work_certificate", "certificat de travail"
    RUPTURE = "rupture", "acte de rupture"
    COMPLETION_CERTIFICATE = (
        "completion_certificate",
        "certificat de réalisation",
    )
    TRAINING_EVIDENCE = (
        "training_evidence",
        "pièces justificatives de la formation",
    )


_SHEET = Source(SourceKind.FORM, "notice 51649 ; fiche Cerfa d'OPCO EP (2023)")

SENT = ByConclusion(
    "pièces à transmettre avec le contrat",
    (version(date(2020, 1, 1), True, "L6224-1", "L6353-1", _SHEET),),
)
"""Since the OPCO receives the contracts; the chambers did before."""

KEPT = (
    Source(
        SourceKind.FORM,
        "notice 51649 : pièces tenues à disposition pendant toute la durée "
        "du contrat",
    ),
)

PUBLIC_UNREAD = Caveat(
    "PUBLIC_DOCUMENTS_UNREAD",
    "Pour un employeur public, le contrat est déposé par CELIA : la liste des "
    "pièces n'a été vérifiée que pour le dépôt auprès d'un OPCO.",
)

AVENANT_AGREEMENTS: dict[AvenantReason, tuple[Document, ...]] = {
    AvenantReason.FAILED_EXAM: (Document.TRAINING_AGREEMENT,),
    AvenantReason.DISABILITY_RECOGNITION: (Document.TRAINING_AGREEMENT,),
    AvenantReason.DIPLOMA_CHANGE: (Document.TRAINING_AGREEMENT,),
    AvenantReason.ADDITIONAL_DIPLOMA: (Document.TRAINING_AGREEMENT,),
    AvenantReason.TRAINING_SITE_CHANGE: (Document.TRAINING_AGREEMENT,),
    AvenantReason.DURATION_REDUCTION: (
        Document.TRAINING_AGREEMENT,
        Document.TRIPARTITE_AGREEMENT,
    ),
}
"""Agreements that an avenant changes; the others change none."""

AVENANT_DERIVED = Caveat(
    "AVENANT_DERIVED",
    "La convention de formation accompagne l'avenant qui la modifie : quels "
    "avenants la modifient est déduit de leur objet.",
)
