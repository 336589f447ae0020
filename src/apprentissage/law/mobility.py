"""How long a contract may be executed abroad, dated by conclusion."""

from datetime import date

from attrs import frozen

from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.sources import Caveat, Source, SourceKind

__all__ = ["MOBILITY", "MobilityLimit"]
__dir__ = __all__.copy

_BRANCH_TEXTS = Caveat(
    "BRANCH_TEXTS_OUTDATED",
    "Des textes de branche portent encore les six mois en France, supprimés "
    "par la loi n° 2023-1267.",
)


@frozen(kw_only=True)
class MobilityLimit:
    """The limits of the time abroad.

    Args:
        most_months: Most months in all.
        months_in_france: Least months in France, or None.
        half_at_most: Half of the contract at most.
    """

    most_months: int
    months_in_france: int | None = None
    half_at_most: bool = False


MOBILITY = ByConclusion(
    "durée de la mobilité (art. L. 6222-42)",
    (
        version(
            date(2019, 1, 1),
            MobilityLimit(most_months=12, months_in_france=6),
            "L6222-42",
        ),
        version(
            date(2023, 12, 29),
            MobilityLimit(most_months=12, half_at_most=True),
            "L6222-42",
            Source(SourceKind.LAW, "loi n° 2023-1267"),
            caveats=(_BRANCH_TEXTS,),
        ),
    ),
)
"""A year; six months in France, then half of the contract instead."""
