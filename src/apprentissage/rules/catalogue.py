"""All rules, in the order of the Code."""

from apprentissage.rules.after_rupture import (
    DIPLOMA_NOTICE_RULE,
    TRAINING_AFTER_RUPTURE,
)
from apprentissage.rules.codes.contract_type import CONTRACT_TYPE_CODE
from apprentissage.rules.codes.derogation import DEROGATION_CODE
from apprentissage.rules.codes.diploma import DIPLOMA_LEVEL
from apprentissage.rules.codes.employer import SPECIFIC_EMPLOYER_CODE
from apprentissage.rules.codes.listed import CODES_LISTED
from apprentissage.rules.codes.prior_situation import PRIOR_SITUATION_CODE
from apprentissage.rules.conclusion import CONCLUSION
from apprentissage.rules.contract_end import CONTRACT_END
from apprentissage.rules.contract_number import CONTRACT_NUMBERS
from apprentissage.rules.dangerous_work import DANGEROUS_WORK
from apprentissage.rules.documents import DOCUMENTS_KEPT, DOCUMENTS_SENT
from apprentissage.rules.duration import CONTRACT_DURATION
from apprentissage.rules.duration_and_cycle import DURATION_AND_CYCLE
from apprentissage.rules.employer_aid import FIRST_YEAR_AID
from apprentissage.rules.employers import EMPLOYER
from apprentissage.rules.exam_leave import EXAM_LEAVE
from apprentissage.rules.extra_year import EXTRA_YEAR
from apprentissage.rules.filing import AVENANT_FILING, FILING
from apprentissage.rules.funding_decision import FUNDING_DECISION
from apprentissage.rules.identifiers import (
    APPRENTICE_NUMBERS,
    DEPOSIT_NUMBER,
    EMPLOYER_NUMBERS,
    PREVIOUS_NUMBER,
    TRAINING_NUMBERS,
)
from apprentissage.rules.lower_age import LOWER_AGE_LIMIT
from apprentissage.rules.maitre_ceiling import MAITRE_CEILING
from apprentissage.rules.maitre_change import MAITRE_CHANGE
from apprentissage.rules.maitre_competence import MAITRE_COMPETENCE
from apprentissage.rules.maitre_designation import MAITRE_DESIGNATION
from apprentissage.rules.medical_visit import MEDICAL_VISIT
from apprentissage.rules.minors import (
    ASCENDANT_EMPLOYER,
    LEGAL_REPRESENTATIVE,
)
from apprentissage.rules.minors_hours import MINORS_BREAKS, MINORS_HOURS
from apprentissage.rules.minors_rest import MINORS_NIGHT, MINORS_REST
from apprentissage.rules.minors_sundays import MINORS_SUNDAYS
from apprentissage.rules.missions import AGENCY_MISSIONS
from apprentissage.rules.mobility import TIME_ABROAD
from apprentissage.rules.pay.minimum import MINIMUM_PAY
from apprentissage.rules.pre_contract_training import PRE_CONTRACT_TRAINING
from apprentissage.rules.retention import CERFA_RETENTION
from apprentissage.rules.rule import Rule
from apprentissage.rules.rupture import RUPTURE
from apprentissage.rules.signatures import SIGNATURES
from apprentissage.rules.start_gaps import START_GAPS
from apprentissage.rules.training_share import (
    MINIMUM_TRAINING,
    REMOTE_TRAINING,
)
from apprentissage.rules.two_employers import TWO_EMPLOYERS
from apprentissage.rules.upper_age import UPPER_AGE_LIMIT
from apprentissage.rules.weekly_hours import WEEKLY_HOURS
from apprentissage.rules.work_authorisation import WORK_AUTHORISATION

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
    MINIMUM_TRAINING,
    REMOTE_TRAINING,
    EMPLOYER,
    LOWER_AGE_LIMIT,
    UPPER_AGE_LIMIT,
    WORK_AUTHORISATION,
    ASCENDANT_EMPLOYER,
    LEGAL_REPRESENTATIVE,
    TWO_EMPLOYERS,
    CONCLUSION,
    CONTRACT_DURATION,
    DURATION_AND_CYCLE,
    EXTRA_YEAR,
    CONTRACT_END,
    SIGNATURES,
    START_GAPS,
    RUPTURE,
    DIPLOMA_NOTICE_RULE,
    TRAINING_AFTER_RUPTURE,
    EXAM_LEAVE,
    TIME_ABROAD,
    AGENCY_MISSIONS,
    PRE_CONTRACT_TRAINING,
    MAITRE_DESIGNATION,
    MAITRE_COMPETENCE,
    MINIMUM_PAY,
    MAITRE_CEILING,
    MAITRE_CHANGE,
    FILING,
    AVENANT_FILING,
    FUNDING_DECISION,
    FIRST_YEAR_AID,
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
