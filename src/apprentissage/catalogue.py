"""All rules, by chapter of the Code and of the form, with their articles."""

from typing import Self

from apprentissage.age.contract_after_failure import CONTRACT_AFTER_FAILURE
from apprentissage.age.lower_age import LOWER_AGE
from apprentissage.age.pre_contract_training import PRE_CONTRACT_TRAINING
from apprentissage.age.successive_contracts import SUCCESSIVE_CONTRACTS
from apprentissage.age.third_contract import THIRD_CONTRACT
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
from apprentissage.dates.diploma_notice import DIPLOMA_NOTICE
from apprentissage.dates.duration import DURATION
from apprentissage.dates.duration_and_cycle import DURATION_AND_CYCLE
from apprentissage.dates.exam_leave import EXAM_LEAVE
from apprentissage.dates.extra_year import EXTRA_YEAR
from apprentissage.dates.mobility import MOBILITY
from apprentissage.dates.remote_hours import REMOTE_HOURS
from apprentissage.dates.rupture import RUPTURE
from apprentissage.dates.start_gaps import START_GAPS
from apprentissage.dates.training_after_rupture import TRAINING_AFTER_RUPTURE
from apprentissage.dates.training_share import TRAINING_SHARE
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
from apprentissage.minors.ascendant_employer import ASCENDANT_EMPLOYER
from apprentissage.minors.dangerous_work import DANGEROUS_WORK
from apprentissage.minors.legal_representative import LEGAL_REPRESENTATIVE
from apprentissage.minors.medical_visit import MEDICAL_VISIT
from apprentissage.minors.minors_breaks import MINORS_BREAKS
from apprentissage.minors.minors_hours import MINORS_HOURS
from apprentissage.minors.minors_night import MINORS_NIGHT
from apprentissage.minors.minors_rest import MINORS_REST
from apprentissage.minors.minors_sundays import MINORS_SUNDAYS
from apprentissage.parties.company_cfa import COMPANY_CFA
from apprentissage.parties.employer import EMPLOYER
from apprentissage.parties.signatures import SIGNATURES
from apprentissage.parties.two_employers import TWO_EMPLOYERS
from apprentissage.pay.benefits_in_kind import BENEFITS_IN_KIND
from apprentissage.pay.minimum_pay import MINIMUM_PAY


class Rules(tuple[Rule, ...]):
    """A tuple of rules, with a `repr` of one line.

    >>> Rules(UPPER_AGE, LOWER_AGE)
    Rules(2 rules)
    """

    __slots__ = ()

    def __new__(cls, *rules: Rule) -> Self:
        """The rules, in their order."""
        return super().__new__(cls, rules)

    def __getnewargs__(self) -> tuple[Rule, ...]:
        """The rules again, for `pickle` and `copy`."""
        return tuple(self)

    def __repr__(self) -> str:
        return f"Rules({len(self)} rules)"


RULES = Rules(
    # Working time and rest: L3121, L3161 to L3164
    MINORS_HOURS,  # L3162-1, L3162-2, L6222-24, L6222-25, R3162-1, L3161-1
    MINORS_BREAKS,  # L3162-3
    MINORS_NIGHT,  # L3163-1, L3163-2, L6222-26, R3163-1, R3163-2, R3163-3,
    # R3163-4, R3163-5, R6222-24
    MINORS_REST,  # L3164-1, L3164-2
    MINORS_SUNDAYS,  # L3164-5, L3164-6, L3164-7, L3164-8, R3164-1, R3164-2
    WEEKLY_HOURS,  # L3121-20, L6222-24
    # Health and safety at work: D4153, R4624
    MEDICAL_VISIT,  # R6222-36, R6222-40-1, R4624-18, R4624-24
    DANGEROUS_WORK,  # D4153-15, R4153-40, R4153-41, D4154-1, D4154-3
    # What apprenticeship prepares for, and how: L6211
    CERTIFICATION,  # L6211-1, D6224-2, D6275-2
    TRAINING_SHARE,  # L6211-2, R6222-23-1, L6222-42
    REMOTE_HOURS,  # no article
    # The parties: L6221, L6222, L6227
    EMPLOYER,  # L6227-1, L6227-12
    LOWER_AGE,  # L6222-1, R6222-1-1
    UPPER_AGE,  # L6222-1, L6222-2, D6222-1, D6222-1-2, L6222-11
    WORK_AUTHORISATION,  # L5221-5, R5221-6
    ASCENDANT_EMPLOYER,  # L6222-5, L6227-12, R6224-8, R6224-11, R6224-12
    LEGAL_REPRESENTATIVE,  # R6222-2, R6224-8, R6224-12
    TWO_EMPLOYERS,  # L6222-5-1, L6221-1
    # Conclusion, duration, start and succession: L6222
    CONCLUSION,  # L6222-4
    DURATION,  # L6222-7, L6222-7-1, L6222-9, L6222-11, R6222-23-1, R6222-46,
    # R6222-60
    DURATION_AND_CYCLE,  # L6222-7-1, R6222-6, R6222-9
    EXTRA_YEAR,  # L6222-11
    CONTRACT_AFTER_FAILURE,  # L6222-11, L6222-15
    CONTRACT_END,  # L6222-34
    SIGNATURES,  # R6222-2, L6222-4, L6222-5, R6224-8, R6224-12
    START_GAPS,  # L6222-12
    SUCCESSIVE_CONTRACTS,  # L6222-15
    THIRD_CONTRACT,  # L6222-15
    # The rupture: L6222
    RUPTURE,  # L6222-18, L6222-18-1, D6222-21-1, R6222-21, D6224-6, D6275-5
    DIPLOMA_NOTICE,  # L6222-19, R6222-23
    TRAINING_AFTER_RUPTURE,  # L6222-18-1, L6222-18-2, L6231-2
    # Exams, mobility, missions, before the contract: L6222, L6226
    EXAM_LEAVE,  # L6222-35
    MOBILITY,  # L6222-42
    AGENCY_MISSIONS,  # L6226-1
    PRE_CONTRACT_TRAINING,  # L6222-12-1
    # The maître d'apprentissage: L6223
    MAITRE_DESIGNATION,  # L6223-8-1, L6223-5, R6223-22, L6226-1, R6226-6,
    # L6222-5-1
    MAITRE_COMPETENCE,  # L6223-8-1, R6223-22, R6223-24, D6273-1, R6261-9,
    # R6226-5, R6226-6, R6222-3
    MAITRE_CEILING,  # R6223-6, R6223-7, R6223-8, R6223-23, R6226-5, R6226-6,
    # L6223-5
    MAITRE_CHANGE,  # L6223-6, R6223-23
    # Pay: L6222, D6222
    MINIMUM_PAY,  # L6222-27, D6222-26, D6222-27, D6222-28, D6222-28-1,
    # D6222-28-2, D6222-29, D6222-30, D6222-31, D6222-32, R6222-48, R6222-60,
    # D6272-2
    BENEFITS_IN_KIND,  # D6222-33, D6222-32, D6222-35
    # What is decided of the employer and of the CFA: L6225, L6316, R6113
    EMPLOYER_ENGAGEMENT,  # L6225-1, L6225-4, L6225-6, L6227-12, D6224-2
    CFA_QUALITY,  # L6316-1, D6224-2, D6275-2
    CFA_ACCREDITATION,  # R6113-16, D6224-2, D6275-2
    # Transmission and deposit: D6224, D6275
    FILING,  # D6224-1, D6275-1
    AVENANT_DATES,  # no article
    AVENANT_FILING,  # D6224-5, D6275-4, D6224-1, D6275-1
    FUNDING_DECISION,  # D6224-2, R6224-3, D6224-4, D6275-2, R6275-3
    # Money: R6332, L6243
    PARTICIPATION,  # R6332-25-1, R6332-25-2, L6332-14
    OPCO_PAYMENTS,  # R6332-25, D6332-82-1, L6332-14
    EMPLOYER_AID,  # L6243-1, D6243-1, D6243-2, L6227-12
    # The CFA of the firm: D6241
    COMPANY_CFA,  # D6241-30
    # Documents: D6224, R6223
    DOCUMENTS_SENT,  # D6224-1, D6275-1, L6222-5, L6222-5-1, L6222-7-1,
    # R6222-6, L6224-1, L6227-6, L6353-1, R6224-8, D6241-30
    DOCUMENTS_KEPT,  # R6223-1
    # The codes of the form
    SPECIFIC_EMPLOYER_CODE,  # no article
    PRIOR_SITUATION_CODE,  # L6222-12-1, L6231-2
    CONTRACT_TYPE_CODE,  # no article
    DEROGATION_CODE,  # no article
    DIPLOMA_LEVEL,  # L6211-1
    CODES_LISTED,  # no article
    # The numbers of the form
    PREVIOUS_NUMBER,  # no article
    EMPLOYER_NUMBERS,  # no article
    APPRENTICE_NUMBERS,  # no article
    TRAINING_NUMBERS,  # no article
    DEPOSIT_NUMBER,  # no article
    CONTRACT_NUMBERS,  # no article
    # Keeping the form
    CERFA_RETENTION,  # no article
)
"""The rules that `review` applies; a caller adds his own to them."""
