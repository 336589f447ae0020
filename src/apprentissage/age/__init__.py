"""Who may be an apprentice: ages, exemptions, successions, work permit."""

from typing import TYPE_CHECKING

from apprentissage._doors import open_door

if TYPE_CHECKING:
    from apprentissage.age.ages import age_on, birthday
    from apprentissage.age.contract_after_failure import CONTRACT_AFTER_FAILURE
    from apprentissage.age.lower_age import (
        LOWER_AGE,
        earliest_start_on,
        lower_age_eligibility,
        school_status_possible,
    )
    from apprentissage.age.pre_contract_training import (
        PRE_CONTRACT_TRAINING,
        TraineeCycle,
        reduced_by_months,
        trainee_until_on,
    )
    from apprentissage.age.successive_contracts import SUCCESSIVE_CONTRACTS
    from apprentissage.age.texts import LowerAge, SuccessionCap, YouthTitles
    from apprentissage.age.third_contract import THIRD_CONTRACT
    from apprentissage.age.upper_age import UPPER_AGE, upper_age_eligibility
    from apprentissage.age.work_authorisation import WORK_AUTHORISATION

open_door(
    __name__,
    {
        "ages": ("age_on", "birthday"),
        "contract_after_failure": ("CONTRACT_AFTER_FAILURE",),
        "lower_age": (
            "LOWER_AGE",
            "earliest_start_on",
            "lower_age_eligibility",
            "school_status_possible",
        ),
        "pre_contract_training": (
            "PRE_CONTRACT_TRAINING",
            "TraineeCycle",
            "reduced_by_months",
            "trainee_until_on",
        ),
        "successive_contracts": ("SUCCESSIVE_CONTRACTS",),
        "texts": ("LowerAge", "SuccessionCap", "YouthTitles"),
        "third_contract": ("THIRD_CONTRACT",),
        "upper_age": ("UPPER_AGE", "upper_age_eligibility"),
        "work_authorisation": ("WORK_AUTHORISATION",),
    },
)

__all__ = [
    "CONTRACT_AFTER_FAILURE",
    "LOWER_AGE",
    "PRE_CONTRACT_TRAINING",
    "SUCCESSIVE_CONTRACTS",
    "THIRD_CONTRACT",
    "UPPER_AGE",
    "WORK_AUTHORISATION",
    "LowerAge",
    "SuccessionCap",
    "TraineeCycle",
    "YouthTitles",
    "age_on",
    "birthday",
    "earliest_start_on",
    "lower_age_eligibility",
    "reduced_by_months",
    "school_status_possible",
    "trainee_until_on",
    "upper_age_eligibility",
]
__dir__ = __all__.copy
