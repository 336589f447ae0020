"""The least share of training, dated by conclusion."""

from datetime import date
from fractions import Fraction

from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.sources import Caveat, Source, SourceKind

__all__ = [
    "LEGAL_YEAR_HOURS",
    "QUARTER",
    "TRAINING_SHARE",
    "TWO_YEARS_PRINTED",
]
__dir__ = __all__.copy

QUARTER = Fraction(1, 4)
"""« 25 % »."""

LEGAL_YEAR_HOURS = 1607
"""« la durée annuelle légale de travail, soit 1 607 heures »."""

TWO_YEARS_PRINTED = Fraction("811.23")
"""What OPCO EP prints for two years, 105 weeks out of 52 by its looks."""

_OPCO_EP = Source(
    SourceKind.DOCTRINE, "OPCO EP, Q/R sur la durée de la formation"
)

TRAINING_SHARE = ByConclusion(
    "part minimale de formation (art. L. 6211-2)",
    (
        version(date(2019, 1, 1), QUARTER, "L6211-2", _OPCO_EP),
        version(
            date(2023, 12, 1),
            QUARTER,
            "L6211-2",
            _OPCO_EP,
            caveats=(
                Caveat(
                    "UNREAD_VERSION",
                    "La version de l'art. L. 6211-2 de décembre 2023 n'a pas "
                    "été lue ; OPCO et téléservice de l'État énoncent "
                    "toujours 25 %.",
                ),
            ),
        ),
    ),
)
"""« au moins 25 % de la durée totale du contrat »; before 2019, 400 hours a
year by sources that were not verified: not covered."""
