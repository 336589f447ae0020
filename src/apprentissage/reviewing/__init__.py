"""What is asked of a whole contract: review, agenda, form, difference, remedies."""

from typing import TYPE_CHECKING

from apprentissage._doors import open_door

if TYPE_CHECKING:
    from apprentissage.reviewing.changes import Change, Remedies, Remedy, Together
    from apprentissage.reviewing.difference import (
        ContestedChange,
        DayChange,
        Difference,
        FindingChange,
        MissingChange,
        PayChange,
        PayDue,
        difference,
    )
    from apprentissage.reviewing.form import BoxReview, FormReview, review_form
    from apprentissage.reviewing.remedies import remedies
    from apprentissage.reviewing.review import COVERED_FROM, Agenda, Review, agenda, review

open_door(
    __name__,
    {
        "changes": ("Change", "Remedies", "Remedy", "Together"),
        "difference": (
            "ContestedChange",
            "DayChange",
            "Difference",
            "FindingChange",
            "MissingChange",
            "PayChange",
            "PayDue",
            "difference",
        ),
        "form": ("BoxReview", "FormReview", "review_form"),
        "remedies": ("remedies",),
        "review": ("COVERED_FROM", "Agenda", "Review", "agenda", "review"),
    },
)

__all__ = [
    "COVERED_FROM",
    "Agenda",
    "BoxReview",
    "Change",
    "ContestedChange",
    "DayChange",
    "Difference",
    "FindingChange",
    "FormReview",
    "MissingChange",
    "PayChange",
    "PayDue",
    "Remedies",
    "Remedy",
    "Review",
    "Together",
    "agenda",
    "difference",
    "remedies",
    "review",
    "review_form",
]
__dir__ = __all__.copy
