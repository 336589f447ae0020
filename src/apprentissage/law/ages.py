"""The age limits of apprenticeship, dated by conclusion."""

from datetime import date

from attrs import frozen

from apprentissage.facts.kinds import DisabilityTitle, RuptureCause
from apprentissage.facts.territories import Region
from apprentissage.law.dated import ByConclusion, ByEvent, version
from apprentissage.law.sources import Caveat, Source, SourceKind

__all__ = [
    "ATHLETES_EXEMPT",
    "CLOSED_LIST",
    "DISABILITY_TITLES",
    "EXPERIMENT_AGE",
    "EXPERIMENT_REGIONS",
    "LOWER_AGE",
    "OPEN_LIST",
    "SCHOOL_STATUS_AGE",
    "SUCCESSION_CAP",
    "UPPER_AGE",
    "LowerAge",
    "SuccessionCap",
]
__dir__ = __all__.copy

_SECONDARY = Caveat(
    "SECONDARY_SOURCES",
    "Pour les contrats conclus avant 2019, la rédaction officielle n'a pas "
    "été retrouvée : la règle repose sur des sources secondaires.",
)


@frozen(kw_only=True)
class LowerAge:
    """The lower limits of L6222-1, in completed years at the start.

    Args:
        ordinary: «seize ans au moins».
        after_lower_secondary: «au moins quinze ans», once the first cycle
            of secondary school is completed.
        younger_read: What the text said of those who turn fifteen later in
            the civil year could be read.
    """

    ordinary: int = 16
    after_lower_secondary: int = 15
    younger_read: bool = True


LOWER_AGE = ByConclusion(
    "âge minimal de l'art. L. 6222-1",
    (
        version(
            date(2008, 5, 1),
            LowerAge(younger_read=False),
            "L6222-1",
            caveats=(_SECONDARY,),
        ),
        version(
            date(2013, 7, 10), LowerAge(), "L6222-1", caveats=(_SECONDARY,)
        ),
        version(date(2019, 1, 1), LowerAge(), "L6222-1"),
    ),
)
"""Lowest ages at the start of the apprenticeship."""

SCHOOL_STATUS_AGE = ByEvent[int | None](
    "statut scolaire de l'art. R. 6222-1-1",
    (
        version(date(2008, 5, 1), None, "L6222-1"),
        version(date(2014, 9, 13), 15, "L6222-1", "R6222-1-1"),
    ),
)
"""Age reached in the civil year of an entry under school status.

It goes by the entry into training. None where the text was not read.
"""

UPPER_AGE = ByConclusion(
    "limite d'âge de l'art. L. 6222-1",
    (
        version(date(2008, 5, 1), 25, "L6222-1", caveats=(_SECONDARY,)),
        version(date(2019, 1, 1), 29, "L6222-1"),
    ),
)
"""Highest age in completed years at the start of the apprenticeship."""

_EXPERIMENT = Source(SourceKind.LAW, "loi n° 2016-1088 du 08/08/2016, art. 77")
_SEVEN_REGIONS = Source(SourceKind.DECREE, "décret n° 2016-1998 du 30/12/2016")
_NINE_REGIONS = Source(SourceKind.DECREE, "décret n° 2017-355 du 20/03/2017")
_FIRST_REGIONS = frozenset(
    {
        Region.BRETAGNE,
        Region.BOURGOGNE_FRANCHE_COMTE,
        Region.CENTRE_VAL_DE_LOIRE,
        Region.GRAND_EST,
        Region.HAUTS_DE_FRANCE,
        Region.NOUVELLE_AQUITAINE,
        Region.PAYS_DE_LA_LOIRE,
    }
)

EXPERIMENT_AGE = 30
"""Highest age in completed years under the regional experiment."""

EXPERIMENT_REGIONS = ByConclusion(
    "expérimentation régionale de 2017-2019",
    (
        version(date(2008, 5, 1), frozenset[Region](), _EXPERIMENT),
        version(date(2017, 1, 1), _FIRST_REGIONS, _EXPERIMENT, _SEVEN_REGIONS),
        # JO of 22 March 2017, in force the day after.
        version(
            date(2017, 3, 23),
            _FIRST_REGIONS | {Region.ILE_DE_FRANCE, Region.OCCITANIE},
            _EXPERIMENT,
            _SEVEN_REGIONS,
            _NINE_REGIONS,
        ),
        version(
            date(2019, 1, 1),
            frozenset[Region](),
            _EXPERIMENT,
            _SEVEN_REGIONS,
            _NINE_REGIONS,
            caveats=(
                Caveat(
                    "REGIONAL_EXPERIMENT_2019",
                    "L'expérimentation régionale (30 ans) courait jusqu'au "
                    "31 décembre 2019 : son sort pour un contrat conclu en "
                    "2019 n'est pas tranché.",
                ),
            ),
        ),
        version(date(2020, 1, 1), frozenset[Region](), _EXPERIMENT),
    ),
)
"""Regions where the limit was 30 completed years."""


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
        version(
            date(2008, 5, 1),
            SuccessionCap(age=30, disabled_too=True),
            "D6222-1",
        ),
        version(
            date(2008, 12, 29),
            SuccessionCap(age=30),
            Source(SourceKind.LAW, "loi n° 2008-1425 du 27/12/2008"),
            "D6222-1",
            caveats=(
                Caveat(
                    "DECREE_NOT_YET_AMENDED",
                    "Jusqu'au 28 mai 2009, l'art. D. 6222-1 plafonnait encore "
                    "l'âge des travailleurs handicapés : la loi du 27 "
                    "décembre 2008, qui le libère, est suivie ici.",
                ),
            ),
        ),
        version(
            date(2009, 5, 29),
            SuccessionCap(age=30),
            "D6222-1",
            Source(SourceKind.DECREE, "décret n° 2009-596 du 26/05/2009"),
        ),
        version(
            date(2020, 4, 1),
            SuccessionCap(age=35),
            "D6222-1",
            Source(SourceKind.DECREE, "décret n° 2020-373 du 30/03/2020"),
        ),
    ),
)
"""Age «au moment de la conclusion» for 1° and 2° of L6222-2."""

ATHLETES_EXEMPT = ByConclusion(
    "sportifs de haut niveau (art. L. 6222-2, 5°)",
    (
        version(date(2008, 5, 1), False, "L6222-2"),
        version(
            date(2015, 11, 29),
            True,
            "L6222-2 5°",
            Source(SourceKind.LAW, "loi n° 2015-1541 du 27/11/2015"),
            caveats=(
                Caveat(
                    "INFERRED_DATE",
                    "L'entrée en vigueur au 29 novembre 2015 est déduite de "
                    "celle du code du sport modifié par la même loi.",
                ),
            ),
        ),
        version(date(2019, 1, 1), True, "L6222-2 5°"),
    ),
)
"""Whether 5° of L6222-2 exists."""

DISABILITY_TITLES = ByConclusion(
    "titres équivalents à la RQTH (art. L. 5212-13-1)",
    (
        version(date(2008, 5, 1), frozenset[DisabilityTitle](), "L6222-2 3°"),
        version(
            date(2024, 1, 1),
            frozenset(
                {
                    DisabilityTitle.INVALIDITY_PENSION,
                    DisabilityTitle.ADULT_DISABILITY_ALLOWANCE,
                    DisabilityTitle.OTHER_L5212_13,
                    DisabilityTitle.PUBLIC_L351_5,
                }
            ),
            "L6222-2 3°",
            "L5212-13-1",
        ),
    ),
)
"""Titles that count as a recognition, those of L5212-13, 5° excepted.

AEEH, PCH and PPS (L5213-2) hold from 15 to 20 only, far from the limit.
"""

CLOSED_LIST = frozenset(
    {
        RuptureCause.EMPLOYER_CLOSURE,
        RuptureCause.LIQUIDATION,
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
