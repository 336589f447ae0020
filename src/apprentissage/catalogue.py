"""All rules, in the order of the Code."""

from apprentissage.age.contract_after_failure import CONTRACT_AFTER_FAILURE
from apprentissage.age.lower_age import LOWER_AGE
from apprentissage.age.pre_contract_training import PRE_CONTRACT_TRAINING
from apprentissage.age.successive_contracts import (
    SUCCESSIVE_CONTRACTS,
    THIRD_CONTRACT,
)
from apprentissage.age.upper_age import UPPER_AGE
from apprentissage.age.work_authorisation import WORK_AUTHORISATION
from apprentissage.cerfa.apprentice_numbers import APPRENTICE_NUMBERS
from apprentissage.cerfa.codes_listed import CODES_LISTED
from apprentissage.cerfa.contract_type_code import CONTRACT_TYPE_CODE
from apprentissage.cerfa.deposit_number import DEPOSIT_NUMBER
from apprentissage.cerfa.derogation_code import DEROGATION_CODE
from apprentissage.cerfa.diploma_level import DIPLOMA_LEVEL
from apprentissage.cerfa.employer_numbers import EMPLOYER_NUMBERS
from apprentissage.cerfa.previous_number import PREVIOUS_NUMBER
from apprentissage.cerfa.prior_situation_code import PRIOR_SITUATION_CODE
from apprentissage.cerfa.specific_employer_code import SPECIFIC_EMPLOYER_CODE
from apprentissage.cerfa.training_numbers import TRAINING_NUMBERS
from apprentissage.dates.agency_missions import AGENCY_MISSIONS
from apprentissage.dates.avenant_dates import AVENANT_DATES
from apprentissage.dates.conclusion import CONCLUSION
from apprentissage.dates.contract_end import CONTRACT_END
from apprentissage.dates.diploma_notice import (
    DIPLOMA_NOTICE,
    TRAINING_AFTER_RUPTURE,
)
from apprentissage.dates.duration import DURATION
from apprentissage.dates.duration_and_cycle import DURATION_AND_CYCLE
from apprentissage.dates.exam_leave import EXAM_LEAVE
from apprentissage.dates.extra_year import EXTRA_YEAR
from apprentissage.dates.mobility import MOBILITY
from apprentissage.dates.rupture import RUPTURE
from apprentissage.dates.start_gaps import START_GAPS
from apprentissage.dates.training_share import (
    REMOTE_HOURS,
    TRAINING_SHARE,
)
from apprentissage.dates.weekly_hours import WEEKLY_HOURS
from apprentissage.dossier.avenant_filing import AVENANT_FILING
from apprentissage.dossier.cerfa_retention import CERFA_RETENTION
from apprentissage.dossier.certification import CERTIFICATION
from apprentissage.dossier.cfa_accreditation import CFA_ACCREDITATION
from apprentissage.dossier.cfa_quality import CFA_QUALITY
from apprentissage.dossier.contract_numbers import CONTRACT_NUMBERS
from apprentissage.dossier.documents_kept import DOCUMENTS_KEPT
from apprentissage.dossier.documents_sent import DOCUMENTS_SENT
from apprentissage.dossier.employer_aid import EMPLOYER_AID
from apprentissage.dossier.employer_engagement import EMPLOYER_ENGAGEMENT
from apprentissage.dossier.filing import FILING
from apprentissage.dossier.funding_decision import FUNDING_DECISION
from apprentissage.dossier.opco_payments import OPCO_PAYMENTS
from apprentissage.dossier.participation import PARTICIPATION
from apprentissage.judging import Rule
from apprentissage.maitre.maitre_ceiling import MAITRE_CEILING
from apprentissage.maitre.maitre_change import MAITRE_CHANGE
from apprentissage.maitre.maitre_competence import MAITRE_COMPETENCE
from apprentissage.maitre.maitre_designation import MAITRE_DESIGNATION
from apprentissage.minors.dangerous_work import DANGEROUS_WORK
from apprentissage.minors.legal_representative import (
    ASCENDANT_EMPLOYER,
    LEGAL_REPRESENTATIVE,
)
from apprentissage.minors.medical_visit import MEDICAL_VISIT
from apprentissage.minors.minors_hours import MINORS_BREAKS, MINORS_HOURS
from apprentissage.minors.minors_rest import MINORS_NIGHT, MINORS_REST
from apprentissage.minors.minors_sundays import MINORS_SUNDAYS
from apprentissage.parties.company_cfa import COMPANY_CFA
from apprentissage.parties.employer import EMPLOYER
from apprentissage.parties.signatures import SIGNATURES
from apprentissage.parties.two_employers import TWO_EMPLOYERS
from apprentissage.pay.benefits_in_kind import BENEFITS_IN_KIND
from apprentissage.pay.minimum_pay import MINIMUM_PAY

__all__ = ["RULES"]
__dir__ = __all__.copy

RULES: tuple[Rule, ...] = (
    MINORS_HOURS,
    MINORS_BREAKS,
    MINORS_NIGHT,
    MINORS_REST,
    MINORS_SUNDAYS,
    WEEKLY_HOURS,
    MEDICAL_VISIT,
    DANGEROUS_WORK,
    CERTIFICATION,
    TRAINING_SHARE,
    REMOTE_HOURS,
    EMPLOYER,
    LOWER_AGE,
    UPPER_AGE,
    WORK_AUTHORISATION,
    ASCENDANT_EMPLOYER,
    LEGAL_REPRESENTATIVE,
    TWO_EMPLOYERS,
    CONCLUSION,
    DURATION,
    DURATION_AND_CYCLE,
    EXTRA_YEAR,
    CONTRACT_AFTER_FAILURE,
    CONTRACT_END,
    SIGNATURES,
    START_GAPS,
    SUCCESSIVE_CONTRACTS,
    THIRD_CONTRACT,
    RUPTURE,
    DIPLOMA_NOTICE,
    TRAINING_AFTER_RUPTURE,
    EXAM_LEAVE,
    MOBILITY,
    AGENCY_MISSIONS,
    PRE_CONTRACT_TRAINING,
    MAITRE_DESIGNATION,
    MAITRE_COMPETENCE,
    MINIMUM_PAY,
    BENEFITS_IN_KIND,
    MAITRE_CEILING,
    MAITRE_CHANGE,
    EMPLOYER_ENGAGEMENT,
    CFA_QUALITY,
    CFA_ACCREDITATION,
    FILING,
    AVENANT_DATES,
    AVENANT_FILING,
    FUNDING_DECISION,
    PARTICIPATION,
    OPCO_PAYMENTS,
    EMPLOYER_AID,
    COMPANY_CFA,
    DOCUMENTS_SENT,
    DOCUMENTS_KEPT,
    SPECIFIC_EMPLOYER_CODE,
    PRIOR_SITUATION_CODE,
    CONTRACT_TYPE_CODE,
    DEROGATION_CODE,
    DIPLOMA_LEVEL,
    CODES_LISTED,
    PREVIOUS_NUMBER,
    EMPLOYER_NUMBERS,
    APPRENTICE_NUMBERS,
    TRAINING_NUMBERS,
    DEPOSIT_NUMBER,
    CONTRACT_NUMBERS,
    CERFA_RETENTION,
)
"""The rules that `review` applies; a caller adds his own to them."""
