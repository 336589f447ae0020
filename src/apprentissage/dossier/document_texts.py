"""The documents of a file, and what the texts ask for."""

from datetime import date

from apprentissage._labelled import Labelled
from apprentissage.dossier.avenant_types import AvenantReason
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.law.dated import ByConclusion, ByEvent, version
from apprentissage.law.notices import OPCO_EP_SHEET
from apprentissage.law.sources import Caveat


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
    FAMILY_DECLARATION = ("family_declaration", "déclaration de l'ascendant employeur")
    PROJECT_ATTESTATION = (
        "project_attestation",
        "attestation du projet de création ou de reprise d'entreprise",
    )
    AVENANT = "avenant", "avenant"
    PROOF_OF_AGE = "proof_of_age", "justificatif de l'âge de l'apprenti"
    MAITRE_PROOFS = (
        "maitre_proofs",
        "diplômes et justificatifs d'expérience du maître d'apprentissage",
    )
    WORK_AUTHORISATION = ("work_authorisation", "titre de séjour ou autorisation de travail")
    LOWER_SECONDARY_PROOF = ("lower_secondary_proof", "justificatif de la scolarité du collège")
    DISABILITY_PROOF = (
        "disability_proof",
        "reconnaissance de travailleur handicapé ou titre équivalent",
    )
    ATHLETE_PROOF = ("athlete_proof", "inscription sur la liste des sportifs de haut niveau")
    BUSINESS_PROJECT = (
        "business_project",
        "déclaration du projet de création ou de reprise d'entreprise",
    )
    MINOR_ACCOUNT = ("minor_account", "compte ouvert au nom de l'apprenti mineur")
    DANGEROUS_WORK = ("dangerous_work", "déclaration de dérogation pour travaux dangereux")
    FUNDING_NOTICE = ("funding_notice", "notification de prise en charge, avec le numéro de dépôt")
    PAYSLIP = "payslip", "bulletin de paie"
    STAFF_REGISTER = "staff_register", "registre unique du personnel"
    WORKING_TIME = "working_time", "décompte de la durée du travail"
    CONTRIBUTIONS = "contributions", "déclarations de cotisations sociales"
    ACCIDENT = ("accident", "déclaration d'accident, observation de l'inspection du travail")
    ACCOUNTING = "accounting", "pièce comptable"
    AID = "aid", "dossier de l'aide à l'employeur"
    FINAL_SETTLEMENT = "final_settlement", "solde de tout compte"
    WORK_CERTIFICATE = "work_certificate", "certificat de travail"
    RUPTURE = "rupture", "acte de rupture"
    COMPLETION_CERTIFICATE = ("completion_certificate", "certificat de réalisation")
    TRAINING_EVIDENCE = ("training_evidence", "pièces justificatives de la formation")


_NOTICE = Source(SourceKind.FORM, "notice 51649")

SENT = ByConclusion(
    "pièces à transmettre avec le contrat",
    (
        # « l'employeur transmet ce contrat, accompagné de la convention
        # mentionnée à l'article L. 6353-1 et, le cas échéant, de la convention
        # tripartite prévue au troisième alinéa de l'article L. 6222-7-1, à
        # l'opérateur de compétences »
        version(date(2020, 1, 1), True, "D6224-1", "L6224-1", "L6353-1", _NOTICE, OPCO_EP_SHEET),
    ),
)
"""Since the OPCO receives the contracts; the chambers did before."""

SENT_BY_PUBLIC_EMPLOYERS = ByConclusion(
    "pièces à transmettre avec le contrat d'un employeur public",
    (
        # « l'employeur public mentionné à l'article L. 6227-1 transmet ce
        # contrat, accompagné de la convention mentionnée à l'article
        # L. 6227-6 »
        version(date(2020, 1, 1), True, "D6275-1", "L6227-6", "L6227-11", _NOTICE, OPCO_EP_SHEET),
    ),
)
"""Since the State's service receives them without a chamber."""

ANNEX = ByConclusion(
    "contenu de l'annexe pédagogique et financière",
    (
        # « une annexe pédagogique et financière précisant l'intitulé,
        # l'objectif et le contenu de l'action de formation, les moyens prévus,
        # la durée et la période de réalisation, les modalités de déroulement,
        # de suivi et de sanction de l'action et le prix »
        version(
            date(2020, 1, 1),
            (
                "l'intitulé, l'objectif et le contenu de l'action",
                "les moyens prévus",
                "la durée et la période de réalisation",
                "les modalités de déroulement, de suivi et de sanction",
                "le prix",
            ),
            "D6224-1 al. 2",
        ),
    ),
)
"""What the annex of a CFA that is a service of the firm states."""

AGREEMENT = ByConclusion[tuple[str, ...]](
    "contenu de la convention de formation",
    (
        # « L'intitulé, l'objectif et le contenu de l'action, les moyens
        # prévus, la durée et la période de réalisation, […] ainsi que les
        # modalités de déroulement, de suivi et de sanction de l'action »,
        # « Le prix de l'action et les modalités de règlement »
        version(
            date(2019, 1, 1),
            (
                "l'intitulé, l'objectif et le contenu de l'action",
                "les moyens prévus",
                "la durée et la période de réalisation",
                "les modalités de déroulement, de suivi et de sanction",
                "le prix et les modalités de règlement",
            ),
            "D6353-1",
        ),
        # « le taux des enseignements dispensés à distance sur la durée totale
        # de ces enseignements »
        version(
            date(2025, 7, 1),
            (
                "l'intitulé, l'objectif et le contenu de l'action",
                "les moyens prévus",
                "la durée et la période de réalisation",
                "la part des enseignements à distance",
                "les modalités de déroulement, de suivi et de sanction",
                "le prix et les modalités de règlement",
            ),
            "D6353-1",
        ),
    ),
)
"""What the convention de formation states."""

_OF_THE_THREE = "le centre de formation, l'employeur et l'apprenti, ou son représentant légal"
TRIPARTITE_SIGNATORIES = ByConclusion[tuple[str, str]](
    "signataires de la convention tripartite sur la durée",
    (
        # « une convention tripartite signée par le centre de formation,
        # l'employeur et l'apprenti ou son représentant légal, annexée au
        # contrat d'apprentissage » (L6222-7-1)
        version(date(2019, 1, 1), (_OF_THE_THREE, _OF_THE_THREE), "L6222-7-1 al. 3"),
        # « Dans le cadre d'un centre de formation d'apprentis interne à
        # l'entreprise, la convention est signée par l'employeur et l'apprenti
        # ou son représentant légal. » (R6222-6)
        version(
            date(2020, 4, 1),
            (_OF_THE_THREE, "l'employeur et l'apprenti, ou son représentant légal"),
            "L6222-7-1 al. 3",
            "R6222-6",
        ),
    ),
)
"""Who signs it, and who does where the CFA is internal to the firm."""

SEASONAL_SIGNATORIES = "les deux employeurs et l'apprenti"
"""« Une convention tripartite signée par les deux employeurs et l'apprenti est
annexée au contrat d'apprentissage » (L6222-5-1)."""

FAMILY_SIGNATURES = ByConclusion(
    "signatures de la déclaration de l'ascendant",
    (
        version(date(2008, 5, 1), False, "L6222-5"),
        # « souscrite par l'ascendant employeur, est revêtue de la signature de
        # l'apprenti et est visée par le directeur du centre de formation
        # d'apprentis »
        version(date(2020, 4, 1), True, "R6224-8"),
    ),
)
"""Whether the apprentice signs the declaration and the CFA stamps it."""

PROJECT_ATTESTATION = (
    Source(SourceKind.DOCTRINE, "vade-mecum de dépôt des OPCO (version 2, février 2024)"),
)
"""Of a project of a business, above the age limit; no article asks for it."""

PARTNERSHIP = Caveat(
    "PARTNERSHIP",
    "Si la mobilité se déroule dans un organisme de formation d'accueil, la convention de "
    "partenariat du CFA est tenue à disposition de l'opérateur de compétences (art. R. 6222-68).",
)
PARTNERSHIP_KEPT = ByConclusion[bool](
    "convention de partenariat d'une mobilité en organisme de formation",
    (
        version(date(2020, 1, 1), False),
        # « La convention de partenariat est tenue à disposition de l'opérateur
        # de compétences. »
        version(date(2024, 12, 6), True, "R6222-68", caveats=(PARTNERSHIP,)),
    ),
)
"""Whether the agreement with a training body abroad is held for the OPCO."""

KEPT = ByEvent(
    "pièces tenues à disposition",
    (
        version(
            date(2008, 5, 1),
            True,
            Source(
                SourceKind.FORM,
                "notice 51649 : pièces tenues à disposition de l'inspection du travail",
            ),
        ),
        # « Pendant la durée du contrat d'apprentissage, l'employeur fournit, à
        # la demande de l'inspection du travail, […] ou des organismes en
        # charge du dépôt du contrat d'apprentissage, les pièces permettant
        # d'attester du respect des déclarations figurant dans le contrat »
        version(date(2020, 4, 1), True, "R6223-1"),
    ),
)
"""By the last day of the contract: the decree took running contracts too."""

PUBLIC_ANNEX = Caveat(
    "PUBLIC_ANNEX",
    "L'art. D. 6275-1 ne prévoit pas d'annexe pédagogique et financière : "
    "celle d'un CFA interne à un employeur public est demandée par analogie.",
)

AVENANTS_SENT = ByEvent(
    "transmission d'un avenant",
    (
        # « un avenant transmis à l'opérateur de compétences pour dépôt dans
        # les conditions fixées au présent chapitre »
        version(date(2020, 1, 1), True, "D6224-5"),
    ),
)
PUBLIC_AVENANTS_SENT = ByEvent(
    "transmission d'un avenant d'un employeur public",
    (
        # « pour dépôt dans les conditions fixées au présent chapitre »
        version(date(2020, 1, 1), True, "D6275-4"),
    ),
)
"""By the day on which the avenant is concluded."""

AVENANT_AGREEMENTS: dict[AvenantReason, tuple[Document, ...]] = {
    AvenantReason.FAILED_EXAM: (Document.TRAINING_AGREEMENT,),
    AvenantReason.DISABILITY_RECOGNITION: (Document.TRAINING_AGREEMENT,),
    AvenantReason.DIPLOMA_CHANGE: (Document.TRAINING_AGREEMENT,),
    AvenantReason.ADDITIONAL_DIPLOMA: (Document.TRAINING_AGREEMENT,),
    AvenantReason.TRAINING_SITE_CHANGE: (Document.TRAINING_AGREEMENT,),
    AvenantReason.DURATION_REDUCTION: (Document.TRAINING_AGREEMENT, Document.TRIPARTITE_AGREEMENT),
}
"""Agreements that an avenant changes; the others change none."""

AVENANT_DERIVED = Caveat(
    "AVENANT_DERIVED",
    "La convention de formation accompagne l'avenant qui la modifie : quels "
    "avenants la modifient est déduit de leur objet.",
)
