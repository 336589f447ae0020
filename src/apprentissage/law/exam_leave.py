"""The leave before the exams, dated by the first of them."""

from datetime import date

from attrs import frozen

from apprentissage.law.dated import ByEvent, version

__all__ = ["EXAM_LEAVE_LAW", "ExamLeave"]
__dir__ = __all__.copy


@frozen(kw_only=True)
class ExamLeave:
    """The leave of L6222-35.

    Args:
        days: « cinq jours ouvrables ».
        months: « le mois qui précède les épreuves ».
    """

    days: int
    months: int


_FIVE_DAYS = ExamLeave(days=5, months=1)

EXAM_LEAVE_LAW = ByEvent(
    "congé avant les épreuves (art. L. 6222-35)",
    (
        version(date(2008, 5, 1), _FIVE_DAYS, "L6222-35"),
        version(date(2009, 11, 26), _FIVE_DAYS, "L6222-35"),
    ),
)
"""« cinq jours ouvrables », beside paid leave, in both wordings."""
