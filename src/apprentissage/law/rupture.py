"""The rupture of the contract: its delays, dated by conclusion."""

from datetime import date

from attrs import frozen

from apprentissage.law.dated import ByConclusion, Version, version
from apprentissage.law.sources import Caveat, Source, SourceKind, article

__all__ = [
    "DIPLOMA_NOTICE",
    "FREE_DAYS",
    "FREE_PERIOD",
    "RESIGNATION",
    "TRAINING_KEPT",
    "FreePeriod",
    "ResignationDelays",
]
__dir__ = __all__.copy

_SECONDARY = Caveat(
    "SECONDARY_SOURCES",
    "La rédaction ancienne n'a pas été retrouvée : la règle repose sur des "
    "sources secondaires.",
)


FREE_DAYS = 45
"""Days of practical training in the firm, since August 2015."""


@frozen(kw_only=True)
class FreePeriod:
    """How long either party may break the contract freely.

    Args:
        practical_days: Days of practical training in the firm, or None.
        months: Months of the contract, or None.
    """

    practical_days: int | None = None
    months: int | None = None


_LAW_OF_2015 = (
    article("L6222-18 al. 1"),
    Source(SourceKind.LAW, "loi n° 2015-994 du 17/08/2015"),
)
_DAY_OF_2015 = Caveat(
    "DAY_OF_2015_UNVERIFIED",
    "La règle des 45 jours date d'août 2015 ; le jour exact de son entrée en "
    "vigueur n'a pas été vérifié.",
)

FREE_PERIOD = ByConclusion(
    "période de rupture libre (art. L. 6222-18 al. 1)",
    (
        version(
            date(2008, 5, 1),
            FreePeriod(months=2),
            "L6222-18 al. 1",
            caveats=(_SECONDARY,),
        ),
        Version(
            date(2015, 8, 19),
            FreePeriod(practical_days=FREE_DAYS),
            _LAW_OF_2015,
            (_DAY_OF_2015,),
        ),
        Version(
            date(2015, 9, 1),
            FreePeriod(practical_days=FREE_DAYS),
            _LAW_OF_2015,
        ),
    ),
)
"""Two months of the contract, then 45 days of practical training."""


@frozen(kw_only=True)
class ResignationDelays:
    """Calendar days of a resignation after the free period.

    Args:
        before_informing: From the mediator to informing the employer.
        before_rupture: From informing the employer to the rupture.
    """

    before_informing: int
    before_rupture: int


RESIGNATION = ByConclusion(
    "délais de la démission (art. D. 6222-21-1)",
    (
        version(
            date(2019, 1, 1),
            ResignationDelays(before_informing=5, before_rupture=7),
            "L6222-18",
            "D6222-21-1",
        ),
    ),
)
"""At least five days, then at least seven; no such way out before 2019."""

DIPLOMA_NOTICE = ByConclusion(
    "préavis après le diplôme (art. R. 6222-23)",
    (
        version(date(2008, 5, 1), 2, "L6222-19", "R6222-23"),
        version(
            date(2020, 4, 1),
            1,
            "L6222-19",
            "R6222-23",
            caveats=(
                Caveat(
                    "TWO_MONTHS_STILL_PRINTED",
                    "Plusieurs sites impriment encore deux mois, la règle "
                    "d'avant le 1er avril 2020.",
                ),
            ),
        ),
    ),
)
"""Months before the end, « au moins un mois » from 2020-04-01."""

TRAINING_KEPT = ByConclusion(
    "maintien en CFA après une rupture",
    (
        version(
            date(2008, 5, 1), 3, article("L6222-18-2"), caveats=(_SECONDARY,)
        ),
        version(date(2019, 1, 1), 6, "L6222-18-2", "L6231-2 5°"),
    ),
)
"""Months during which the CFA keeps the apprentice."""
