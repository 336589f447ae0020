"""Bounds of the duration of a contract, dated by conclusion."""

from datetime import date

from attrs import frozen

from apprentissage.facts.kinds import DisabilityTitle
from apprentissage.law.ages import DISABILITY_TITLES
from apprentissage.law.dated import ByConclusion, Version, version
from apprentissage.law.sources import Caveat, Source, SourceKind, article

__all__ = [
    "DEPARTURES",
    "DURATION",
    "EXTENSION_MONTHS",
    "FAILURE",
    "FLOOR_WAIVED",
    "FOUR_YEARS",
    "FOUR_YEARS_TITLES",
    "MISSION_MONTHS",
    "Bounds",
    "Departures",
]
__dir__ = __all__.copy

_SECONDARY = Caveat(
    "SECONDARY_SOURCES",
    "Pour les contrats conclus avant 2019, la rédaction officielle n'a pas "
    "été retrouvée : la règle repose sur des sources secondaires.",
)


@frozen(kw_only=True)
class Bounds:
    """The months between which the duration lies.

    Args:
        ordinary_least: Least months but in the cases that the text lists.
        least: Least months in those cases too.
        most: Most months.
    """

    ordinary_least: int
    least: int
    most: int


DURATION = ByConclusion(
    "durée du contrat (art. L. 6222-7-1)",
    (
        version(
            date(2008, 5, 1),
            Bounds(ordinary_least=12, least=6, most=36),
            article("L6222-7-1"),
            caveats=(_SECONDARY,),
        ),
        version(
            date(2019, 1, 1),
            Bounds(ordinary_least=6, least=6, most=36),
            "L6222-7-1",
            Source(SourceKind.LAW, "loi n° 2018-771, art. 13"),
        ),
        version(
            date(2019, 8, 23),
            Bounds(ordinary_least=6, least=6, most=36),
            "L6222-7-1",
        ),
    ),
)
"""Six months to three years, one year at least before 2019."""

FOUR_YEARS = 48
"""« quatre ans », for a disabled worker or a high-level athlete."""

FOUR_YEARS_TITLES = ByConclusion(
    "titres ouvrant les droits de la RQTH",
    tuple(
        Version(
            version.since,
            version.value | {DisabilityTitle.YOUTH_EQUIVALENT}
            if version.value
            else version.value,
            version.sources,
        )
        for version in DISABILITY_TITLES.versions
    ),
)
"""Titles that count as a recognition; from 15 to 20, AEEH, PCH and PPS too."""

EXTENSION_MONTHS = 12
"""« pour une durée d'un an au plus » (L6222-11)."""

FAILURE = ByConclusion(
    "prolongation après un échec (art. L. 6222-11)",
    (
        version(
            date(2008, 5, 1),
            "échec à l'examen",
            "L6222-11",
            caveats=(_SECONDARY,),
        ),
        version(
            date(2019, 1, 1),
            "échec à l'obtention du diplôme ou du titre visé",
            "L6222-11",
        ),
    ),
)
"""What failure opens the extra year."""

FLOOR_WAIVED = ByConclusion(
    "durée minimale levée après une rupture (art. R. 6222-23-1)",
    (
        version(date(2008, 5, 1), False, article("L6222-7-1")),
        version(date(2020, 4, 1), True, "R6222-23-1"),
    ),
)
"""Whether a contract that finishes a cycle after a rupture has no floor."""

MISSION_MONTHS = 6
"""« six mois », each mission of a temporary-work agency (L6226-1)."""


@frozen(kw_only=True)
class Departures:
    """How the duration may depart from that of the cycle by agreement.

    Args:
        by_agreement: A convention tripartite may fix it; otherwise it took
            an authorisation of the recteur, which no fact tells.
        longer_too: Longer as well as shorter.
    """

    by_agreement: bool
    longer_too: bool


DEPARTURES = ByConclusion(
    "durée différente de celle du cycle (art. L. 6222-7-1 al. 3)",
    (
        version(
            date(2008, 5, 1),
            Departures(by_agreement=False, longer_too=True),
            article("L6222-7-1"),
            caveats=(_SECONDARY,),
        ),
        version(
            date(2019, 1, 1),
            Departures(by_agreement=True, longer_too=False),
            "L6222-7-1 al. 3",
            Source(SourceKind.LAW, "loi n° 2018-771, art. 13"),
            caveats=(
                Caveat(
                    "LONGER_SINCE_2019_08_23",
                    "Le premier jour de la rédaction « inférieure ou "
                    "supérieure » (ordonnance n° 2019-861) est tiré des "
                    "identifiants de l'article.",
                ),
            ),
        ),
        version(
            date(2019, 8, 23),
            Departures(by_agreement=True, longer_too=True),
            "L6222-7-1 al. 3",
            Source(SourceKind.LAW, "ordonnance n° 2019-861"),
        ),
        version(
            date(2020, 4, 1),
            Departures(by_agreement=True, longer_too=True),
            "L6222-7-1 al. 3",
            "R6222-6",
            "R6222-9",
        ),
    ),
)
"""« inférieure » from 2019, « inférieure ou supérieure » from 23 August."""
