"""The upper age limits of apprenticeship, dated by conclusion."""

from datetime import date

from attrs import frozen

from apprentissage.facts.kinds import DisabilityTitle, RuptureCause
from apprentissage.facts.territories import Region
from apprentissage.law.dated import ByConclusion, Version
from apprentissage.law.sources import Caveat, Source, SourceKind, article

__all__ = [
    "ATHLETES_EXEMPT",
    "CLOSED_LIST",
    "DISABILITY_TITLES",
    "OPEN_LIST",
    "REGIONAL_EXPERIMENT",
    "SUCCESSION_CAP",
    "UPPER_AGE",
    "SuccessionCap",
]

_SECONDARY = Caveat(
    "SECONDARY_SOURCES",
    "Pour les contrats conclus avant 2019, la rédaction officielle n'a pas "
    "été retrouvée : la règle repose sur des sources secondaires.",
)

UPPER_AGE = ByConclusion(
    "limite d'âge de l'art. L. 6222-1",
    (
        Version(date(2008, 5, 1), 25, (article("L6222-1"),), (_SECONDARY,)),
        Version(date(2019, 1, 1), 29, (article("L6222-1"),)),
    ),
)
"""Highest age in completed years at the start of the apprenticeship."""

_JOINED_2017_01 = date(2017, 1, 1)
_JOINED_2017_03 = date(2017, 3, 23)

REGIONAL_EXPERIMENT: dict[Region, date] = {
    Region.BRETAGNE: _JOINED_2017_01,
    Region.BOURGOGNE_FRANCHE_COMTE: _JOINED_2017_01,
    Region.CENTRE_VAL_DE_LOIRE: _JOINED_2017_01,
    Region.GRAND_EST: _JOINED_2017_01,
    Region.HAUTS_DE_FRANCE: _JOINED_2017_01,
    Region.NOUVELLE_AQUITAINE: _JOINED_2017_01,
    Region.PAYS_DE_LA_LOIRE: _JOINED_2017_01,
    Region.ILE_DE_FRANCE: _JOINED_2017_03,
    Region.OCCITANIE: _JOINED_2017_03,
}
"""First day of conclusion under the experiment of loi 2016-1088, art. 77.

Décret 2016-1998 (JO of 31 December 2016, from 1 January 2017) and décret
2017-355 (JO of 22 March 2017, in force the day after).
"""


@frozen(kw_only=True)
class SuccessionCap:
    """The age that D6222-1 allows at conclusion, and to whom it applies.

    Args:
        age: The bare age of the text, «trente-cinq ans au plus».
        disabled_too: It caps recognised disabled workers as well.
    """

    age: int
    disabled_too: bool = False


SUCCESSION_CAP = ByConclusion(
    "âge de l'art. D. 6222-1",
    (
        Version(
            date(2008, 5, 1),
            SuccessionCap(age=30, disabled_too=True),
            (article("D6222-1"),),
        ),
        # Loi 2008-1425 lifts the cap of disabled workers before the decree
        # of 2009 says so: the law prevails.
        Version(
            date(2008, 12, 29),
            SuccessionCap(age=30),
            (
                Source(SourceKind.LAW, "loi n° 2008-1425 du 27/12/2008"),
                article("D6222-1"),
            ),
        ),
        Version(
            date(2020, 4, 1),
            SuccessionCap(age=35),
            (article("D6222-1", "LEGIARTI000041770341"),),
        ),
    ),
)
"""Age «au moment de la conclusion» for 1° and 2° of L6222-2."""

ATHLETES_EXEMPT = ByConclusion(
    "sportifs de haut niveau (art. L. 6222-2, 5°)",
    (
        Version(date(2008, 5, 1), False, (article("L6222-2"),)),
        Version(
            date(2015, 11, 29),
            True,
            (
                article("L6222-2 5°"),
                Source(SourceKind.LAW, "loi n° 2015-1541 du 27/11/2015"),
            ),
        ),
    ),
)
"""Whether 5° of L6222-2 exists."""

DISABILITY_TITLES = ByConclusion(
    "titres équivalents à la RQTH (art. L. 5212-13-1)",
    (
        Version(
            date(2008, 5, 1),
            frozenset[DisabilityTitle](),
            (article("L6222-2 3°"),),
        ),
        Version(
            date(2024, 1, 1),
            frozenset(
                {
                    DisabilityTitle.INVALIDITY_PENSION,
                    DisabilityTitle.ADULT_DISABILITY_ALLOWANCE,
                    DisabilityTitle.OTHER_L5212_13,
                    DisabilityTitle.PUBLIC_L351_5,
                }
            ),
            (article("L6222-2 3°"), article("L5212-13-1")),
        ),
    ),
)
"""Titles that count as a recognition, those of L5212-13, 5° excepted.

AEEH, PCH and PPS (L5213-2) hold from 15 to 20 only, far from the limit.
"""

CLOSED_LIST = frozenset(
    {
        RuptureCause.EMPLOYER_CLOSURE,
        RuptureCause.EMPLOYER_BREACH,
        RuptureCause.SUSPENSION_PROCEDURE,
    }
)
"""Causes of D6222-1, 3°, a) to c)."""

OPEN_LIST = CLOSED_LIST | {
    RuptureCause.FORCE_MAJEURE,
    RuptureCause.PERMANENT_UNFITNESS,
}
"""The same with what OPCO EP's sheet adds."""
