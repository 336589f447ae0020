"""The dates of a contract, from its conclusion to its end or rupture."""

from typing import TYPE_CHECKING

from apprentissage._doors import open_door

if TYPE_CHECKING:
    from apprentissage.dates.agency_missions import AGENCY_MISSIONS
    from apprentissage.dates.avenant_dates import AVENANT_DATES
    from apprentissage.dates.conclusion import CONCLUSION
    from apprentissage.dates.contract_end import CONTRACT_END, contract_end_limit
    from apprentissage.dates.diploma_notice import DIPLOMA_NOTICE, diploma_notice_due_on
    from apprentissage.dates.duration import DURATION, period_ends_on
    from apprentissage.dates.duration_and_cycle import (
        DURATION_AND_CYCLE,
        Departure,
        agreement_needed,
        departure_from_cycle,
    )
    from apprentissage.dates.exam_leave import EXAM_LEAVE, ExamLeave, exam_leave_window
    from apprentissage.dates.extra_year import (
        EXTRA_YEAR,
        extended_after_failure,
        extra_year_latest_on,
        repeated_from,
    )
    from apprentissage.dates.mobility import (
        MOBILITY,
        MobilityLimit,
        max_months_abroad,
        stays_abroad,
    )
    from apprentissage.dates.remote_hours import REMOTE_HOURS
    from apprentissage.dates.resignation import employer_informed_from, ruptured_from
    from apprentissage.dates.rupture import RUPTURE, broken_on, free_until, in_free_period
    from apprentissage.dates.rupture_texts import FreePeriod, Grounds, ResignationDays
    from apprentissage.dates.start_gaps import START_GAPS, CountedFrom, StartGap, training_starts
    from apprentissage.dates.training_after_rupture import (
        TRAINING_AFTER_RUPTURE,
        new_cfa_by,
        training_kept_until,
    )
    from apprentissage.dates.training_share import TRAINING_SHARE, minimum_training_hours
    from apprentissage.dates.weekly_hours import WEEKLY_HOURS

open_door(
    __name__,
    {
        "agency_missions": ("AGENCY_MISSIONS",),
        "avenant_dates": ("AVENANT_DATES",),
        "conclusion": ("CONCLUSION",),
        "contract_end": ("CONTRACT_END", "contract_end_limit"),
        "diploma_notice": ("DIPLOMA_NOTICE", "diploma_notice_due_on"),
        "duration": ("DURATION", "period_ends_on"),
        "duration_and_cycle": (
            "DURATION_AND_CYCLE",
            "Departure",
            "agreement_needed",
            "departure_from_cycle",
        ),
        "exam_leave": ("EXAM_LEAVE", "ExamLeave", "exam_leave_window"),
        "extra_year": (
            "EXTRA_YEAR",
            "extended_after_failure",
            "extra_year_latest_on",
            "repeated_from",
        ),
        "mobility": ("MOBILITY", "MobilityLimit", "max_months_abroad", "stays_abroad"),
        "remote_hours": ("REMOTE_HOURS",),
        "resignation": ("employer_informed_from", "ruptured_from"),
        "rupture": ("RUPTURE", "broken_on", "free_until", "in_free_period"),
        "rupture_texts": ("FreePeriod", "Grounds", "ResignationDays"),
        "start_gaps": ("START_GAPS", "CountedFrom", "StartGap", "training_starts"),
        "training_after_rupture": ("TRAINING_AFTER_RUPTURE", "new_cfa_by", "training_kept_until"),
        "training_share": ("TRAINING_SHARE", "minimum_training_hours"),
        "weekly_hours": ("WEEKLY_HOURS",),
    },
)

__all__ = [
    "AGENCY_MISSIONS",
    "AVENANT_DATES",
    "CONCLUSION",
    "CONTRACT_END",
    "DIPLOMA_NOTICE",
    "DURATION",
    "DURATION_AND_CYCLE",
    "EXAM_LEAVE",
    "EXTRA_YEAR",
    "MOBILITY",
    "REMOTE_HOURS",
    "RUPTURE",
    "START_GAPS",
    "TRAINING_AFTER_RUPTURE",
    "TRAINING_SHARE",
    "WEEKLY_HOURS",
    "CountedFrom",
    "Departure",
    "ExamLeave",
    "FreePeriod",
    "Grounds",
    "MobilityLimit",
    "ResignationDays",
    "StartGap",
    "agreement_needed",
    "broken_on",
    "contract_end_limit",
    "departure_from_cycle",
    "diploma_notice_due_on",
    "employer_informed_from",
    "exam_leave_window",
    "extended_after_failure",
    "extra_year_latest_on",
    "free_until",
    "in_free_period",
    "max_months_abroad",
    "minimum_training_hours",
    "new_cfa_by",
    "period_ends_on",
    "repeated_from",
    "ruptured_from",
    "stays_abroad",
    "training_kept_until",
    "training_starts",
]
__dir__ = __all__.copy
