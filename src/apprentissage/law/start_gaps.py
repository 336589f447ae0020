"""What the starts of training are compared with, dated by conclusion."""

from datetime import date
from enum import Enum

from attrs import frozen

from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.sources import Caveat

__all__ = ["START_GAP", "CountedFrom", "StartGap"]
__dir__ = __all__.copy


class CountedFrom(Enum):
    """What the months are counted from."""

    CYCLE = "cycle"
    EXECUTION = "execution"


@frozen(kw_only=True)
class StartGap:
    """How far a start may lie from another.

    Args:
        counted_from: Whose start is compared.
        months: « trois mois ».
    """

    counted_from: CountedFrom
    months: int


_DEROGATION = Caveat(
    "DEROGATION_BEFORE_2019",
    "Avant 2019, l'art. D. 6222-19 permettait un autre écart, sur demande au "
    "recteur ou au directeur régional compétent.",
)
_AROUND_CYCLE = StartGap(counted_from=CountedFrom.CYCLE, months=3)

START_GAP = ByConclusion(
    "écart entre les débuts (art. L. 6222-12)",
    (
        # before 2019: « cette date ne peut être antérieure de plus de trois
        # mois, ni postérieure de plus de trois mois au début du cycle »
        version(
            date(2008, 5, 1),
            _AROUND_CYCLE,
            "L6222-12",
            caveats=(_DEROGATION,),
        ),
        version(
            date(2014, 3, 7),
            _AROUND_CYCLE,
            "L6222-12",
            caveats=(_DEROGATION,),
        ),
        version(
            date(2019, 1, 1),
            StartGap(counted_from=CountedFrom.EXECUTION, months=3),
            "L6222-12",
        ),
    ),
)
"""Before 2019 start and cycle are compared, since then start and training."""
