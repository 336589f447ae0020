"""How long a contract may be executed abroad, dated by conclusion."""

from datetime import date

from attrs import frozen

from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.sources import Caveat

__all__ = ["MOBILITY", "MobilityLimit"]
__dir__ = __all__.copy

_BRANCH_TEXTS = Caveat(
    "BRANCH_TEXTS_OUTDATED",
    "Des textes de branche portent encore les six mois en France, supprimés "
    "par la loi n° 2023-1267.",
)
_WORDS_OF_AUGUST_2019 = Caveat(
    "WORDS_OF_AUGUST_2019",
    "Pour les contrats conclus avant le 23 août 2019, le résultat repose sur "
    "la rédaction de l'art. L. 6222-42 en vigueur à cette date : les "
    "précédentes n'ont pas pu être lues.",
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


_SIX_IN_FRANCE = MobilityLimit(most_months=12, months_in_france=6)

MOBILITY = ByConclusion(
    "durée de la mobilité (art. L. 6222-42)",
    (
        # « La durée d'exécution du contrat en France doit être au minimum de
        # six mois. »
        version(
            date(2018, 4, 1),
            _SIX_IN_FRANCE,
            "L6222-42",
            caveats=(_WORDS_OF_AUGUST_2019,),
        ),
        version(
            date(2019, 1, 1),
            _SIX_IN_FRANCE,
            "L6222-42",
            caveats=(_WORDS_OF_AUGUST_2019,),
        ),
        version(date(2019, 8, 23), _SIX_IN_FRANCE, "L6222-42"),
        # « ne peut excéder un an ni la moitié de la durée totale du contrat »
        version(
            date(2023, 12, 29),
            MobilityLimit(most_months=12, half_at_most=True),
            "L6222-42",
            caveats=(_BRANCH_TEXTS,),
        ),
    ),
)
"""A year; six months in France, then half of the contract instead."""
