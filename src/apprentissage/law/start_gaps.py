"""What the starts of training are compared with, dated by conclusion."""

from datetime import date
from enum import Enum

from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.sources import Caveat

__all__ = ["GAP_MONTHS", "START_GAP", "CountedFrom"]
__dir__ = __all__.copy

GAP_MONTHS = 3
"""« plus de trois mois », in every version."""


class CountedFrom(Enum):
    """What the three months are counted from."""

    CYCLE = "cycle"
    EXECUTION = "execution"


START_GAP = ByConclusion(
    "écart entre les débuts (art. L. 6222-12)",
    (
        version(
            date(2008, 5, 1),
            CountedFrom.CYCLE,
            "L6222-12",
            caveats=(
                Caveat(
                    "SECONDARY_SOURCES",
                    "Pour les contrats conclus avant 2019, la rédaction "
                    "officielle n'a pas été retrouvée : la règle repose sur "
                    "des sources secondaires.",
                ),
                Caveat(
                    "DEROGATION_BEFORE_2019",
                    "Avant 2019, le recteur ou le DRAAF pouvait autoriser un "
                    "autre écart ; son silence pendant deux semaines valait "
                    "accord.",
                ),
            ),
        ),
        version(date(2019, 1, 1), CountedFrom.EXECUTION, "L6222-12"),
    ),
)
"""Before 2019 start and cycle are compared, since then start and training."""
