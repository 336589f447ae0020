"""Training at the CFA before a contract (L6222-12-1), dated by its start."""

from datetime import date

from attrs import frozen

from apprentissage.law.dated import ByEvent, version
from apprentissage.law.sources import Caveat, Source, SourceKind, article

__all__ = ["TRAINEE_CYCLE", "TraineeCycle"]
__dir__ = __all__.copy


@frozen(kw_only=True)
class TraineeCycle:
    """Who may begin a cycle without an employer, and for how long.

    Args:
        months: «dans la limite d'une durée de trois mois».
        lowest: «seize».
        after_lower_secondary: «au moins quinze ans».
        highest: «vingt-neuf ans révolus»; no exemption lifts it.
    """

    months: int = 3
    lowest: int = 16
    after_lower_secondary: int = 15
    highest: int = 29


_ARTICLE = article("L6222-12-1")

TRAINEE_CYCLE = ByEvent(
    "formation en CFA sans employeur (art. L. 6222-12-1)",
    (
        version(date(2019, 1, 1), TraineeCycle(), _ARTICLE),
        version(
            date(2020, 8, 1),
            TraineeCycle(months=6),
            _ARTICLE,
            Source(SourceKind.LAW, "loi n° 2020-935 du 30/07/2020"),
            caveats=(
                Caveat(
                    "SIX_MONTHS_OF_2020",
                    "Les six mois des cycles commencés du 1er août au 31 "
                    "décembre 2020 reposent sur une source secondaire.",
                ),
            ),
        ),
        version(date(2021, 1, 1), TraineeCycle(), _ARTICLE),
    ),
)
"""It goes by the first day of the cycle. Before 2019 the text was not read."""
