"""Training at the CFA before a contract (L6222-12-1), dated by its start."""

from datetime import date

from attrs import frozen

from apprentissage.law.dated import ByEvent, version
from apprentissage.law.sources import Caveat, Source, SourceKind

__all__ = ["TRAINEE_CYCLE", "TraineeCycle"]
__dir__ = __all__.copy


@frozen(kw_only=True)
class TraineeCycle:
    """Who may begin a cycle without an employer, and for how long.

    Args:
        months: « dans la limite d'une durée de trois mois », until 2018
            « dans la limite d'un an ».
        lowest: « seize ».
        at_fifteen: « au moins quinze ans ».
        highest: « vingt-neuf ans révolus », until 2018 « vingt-cinq ans »;
            no exemption lifts it.
    """

    months: int = 3
    lowest: int = 16
    at_fifteen: int = 15
    highest: int = 29


TRAINEE_CYCLE = ByEvent(
    "formation en CFA sans employeur (art. L. 6222-12-1)",
    (
        version(
            date(2011, 7, 30),
            TraineeCycle(months=12, highest=25),
            "L6222-12-1",
        ),
        version(
            date(2014, 3, 7),
            TraineeCycle(months=12, highest=25),
            "L6222-12-1",
        ),
        version(date(2019, 1, 1), TraineeCycle(), "L6222-12-1"),
        version(
            date(2020, 8, 1),
            TraineeCycle(months=6),
            "L6222-12-1",
            Source(SourceKind.LAW, "loi n° 2020-935 du 30/07/2020"),
            caveats=(
                Caveat(
                    "SIX_MONTHS_OF_2020",
                    "Les six mois des cycles commencés du 1er août au 31 "
                    "décembre 2020 reposent sur une source secondaire.",
                ),
            ),
        ),
        version(
            date(2021, 1, 1),
            TraineeCycle(),
            "L6222-12-1",
            Source(SourceKind.LAW, "loi n° 2020-935 du 30/07/2020"),
        ),
    ),
)
"""It goes by the first day of the cycle."""
