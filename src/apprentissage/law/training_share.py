"""The least share of training, dated by conclusion."""

from datetime import date
from fractions import Fraction

from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.sources import Caveat, Source, SourceKind

__all__ = [
    "LEGAL_YEAR_HOURS",
    "SHARE_AND_FUNDING",
    "TRAINING_SHARE",
    "TWO_YEARS_PRINTED",
]
__dir__ = __all__.copy

LEGAL_YEAR_HOURS = 1607
"""The legal working year by which OPCO EP counts."""

TWO_YEARS_PRINTED = Fraction("811.23")
"""What OPCO EP prints for two years, 105 weeks out of 52 by its looks."""

_OPCO_EP = Source(
    SourceKind.DOCTRINE, "OPCO EP, Q/R sur la durée de la formation"
)

TRAINING_SHARE = ByConclusion(
    "part minimale de formation (art. L. 6211-2)",
    (
        # « ne peut être inférieure à 25 % de la durée totale du contrat »
        version(date(2019, 1, 1), Fraction(1, 4), "L6211-2", _OPCO_EP),
    ),
)
"""A quarter, one version since 2019; no article fixed a share before."""

SHARE_AND_FUNDING = ByConclusion[Caveat | None](
    "part de formation et prise en charge (art. D. 6224-2)",
    (
        version(
            date(2019, 1, 1),
            Caveat(
                "NOT_A_FUNDING_CONDITION",
                "Selon AKTO, le non-respect de cette règle ne conditionne pas "
                "la prise en charge.",
            ),
            "L6211-2",
            Source(SourceKind.DOCTRINE, "AKTO"),
        ),
        # « toute autre disposition légale, réglementaire ou conventionnelle »
        version(date(2024, 8, 1), None, "D6224-2"),
    ),
)
"""A ground of refusal of its own since August 2024 only."""
