"""What protects apprentices under eighteen, and the families who sign."""

from typing import TYPE_CHECKING

from apprentissage._doors import open_door

if TYPE_CHECKING:
    from apprentissage.minors.ascendant_employer import ASCENDANT_EMPLOYER
    from apprentissage.minors.dangerous_work import DANGEROUS_WORK
    from apprentissage.minors.legal_representative import (
        LEGAL_REPRESENTATIVE,
        assigned_on,
        by_declaration,
        is_minor,
        legal_representative_signs,
        majority_on,
        unknown_of_declaration,
    )
    from apprentissage.minors.medical_visit import MEDICAL_VISIT, MedicalVisit, medical_visit
    from apprentissage.minors.minors_breaks import MINORS_BREAKS, break_required
    from apprentissage.minors.minors_hours import MINORS_HOURS, MinorLimits, minor_limits
    from apprentissage.minors.minors_night import MINORS_NIGHT, night_limits
    from apprentissage.minors.minors_rest import MINORS_REST, restart_at
    from apprentissage.minors.minors_sundays import MINORS_SUNDAYS
    from apprentissage.minors.texts import Breaks, DailyRest, HoursLaw, Night, NightLaw, WeeklyRest

open_door(
    __name__,
    {
        "ascendant_employer": ("ASCENDANT_EMPLOYER",),
        "dangerous_work": ("DANGEROUS_WORK",),
        "legal_representative": (
            "LEGAL_REPRESENTATIVE",
            "assigned_on",
            "by_declaration",
            "is_minor",
            "legal_representative_signs",
            "majority_on",
            "unknown_of_declaration",
        ),
        "medical_visit": ("MEDICAL_VISIT", "MedicalVisit", "medical_visit"),
        "minors_breaks": ("MINORS_BREAKS", "break_required"),
        "minors_hours": ("MINORS_HOURS", "MinorLimits", "minor_limits"),
        "minors_night": ("MINORS_NIGHT", "night_limits"),
        "minors_rest": ("MINORS_REST", "restart_at"),
        "minors_sundays": ("MINORS_SUNDAYS",),
        "texts": ("Breaks", "DailyRest", "HoursLaw", "Night", "NightLaw", "WeeklyRest"),
    },
)

__all__ = [
    "ASCENDANT_EMPLOYER",
    "DANGEROUS_WORK",
    "LEGAL_REPRESENTATIVE",
    "MEDICAL_VISIT",
    "MINORS_BREAKS",
    "MINORS_HOURS",
    "MINORS_NIGHT",
    "MINORS_REST",
    "MINORS_SUNDAYS",
    "Breaks",
    "DailyRest",
    "HoursLaw",
    "MedicalVisit",
    "MinorLimits",
    "Night",
    "NightLaw",
    "WeeklyRest",
    "assigned_on",
    "break_required",
    "by_declaration",
    "is_minor",
    "legal_representative_signs",
    "majority_on",
    "medical_visit",
    "minor_limits",
    "night_limits",
    "restart_at",
    "unknown_of_declaration",
]
__dir__ = __all__.copy
