"""The age limits of apprenticeship, dated by conclusion."""

from datetime import date
from typing import NamedTuple

from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.facts.codes import DerogationType
from apprentissage.facts.kinds import DisabilityTitle, RuptureCause
from apprentissage.facts.territories import Region
from apprentissage.law.dated import ByConclusion, ByEvent, version
from apprentissage.law.sources import Caveat


class LowerAge(NamedTuple):
    """The lower limits of L6222-1, in completed years.

    Attributes:
        ordinary: « seize ans au moins ».
        at_fifteen: « au moins quinze ans », once the first cycle of
            secondary school is completed.
        civil_year: It is enough to turn fifteen in the civil year, until
            2013-07-09: « âgés d'au moins quinze ans au cours de l'année
            civile ».
        other_way: The code de l'éducation opens another way than the first
            cycle completed: the conditions of its L337-3, then the training
            of its L337-3-1.
        to_sign: Until 2018 the young « peuvent souscrire », not « débuter »,
            at that age.
    """

    ordinary: int = 16
    at_fifteen: int = 15
    civil_year: bool = False
    other_way: bool = False
    to_sign: bool = False


LEAST_AGE = ByConclusion(
    "âge minimal de l'art. L. 6222-1",
    (
        version(date(2008, 5, 1), LowerAge(other_way=True, to_sign=True), "L6222-1"),
        version(
            date(2011, 7, 30), LowerAge(other_way=True, civil_year=True, to_sign=True), "L6222-1"
        ),
        version(date(2013, 7, 10), LowerAge(to_sign=True), "L6222-1"),
        version(date(2014, 3, 7), LowerAge(to_sign=True), "L6222-1"),
        version(date(2019, 1, 1), LowerAge(), "L6222-1"),
    ),
)
"""Lowest ages of an apprentice."""

SCHOOL_STATUS_AGE = ByEvent[int | None](
    "statut scolaire de l'art. R. 6222-1-1",
    (
        version(date(2008, 5, 1), None, "L6222-1"),
        version(date(2014, 9, 13), 15, "L6222-1", "R6222-1-1"),
    ),
)
"""Age reached in the civil year of an entry under school status.

It goes by the entry into training. None before the decree that sets the
conditions of L6222-1 al. 3.
"""

MOST_AGE = ByConclusion(
    "limite d'âge de l'art. L. 6222-1",
    (
        version(date(2008, 5, 1), 25, "L6222-1"),
        version(date(2019, 1, 1), 29, "L6222-1"),
    ),
)
"""Highest age in completed years at the start of the apprenticeship.

« vingt-cinq ans » stands bare until 2018: everybody read it as completed.
"""

OVER_LIMIT_CODE = ByConclusion(
    "code de dérogation au-delà de la limite d'âge",
    (
        version(
            date(2008, 5, 1),
            DerogationType.OVER_29.value,
            "L6222-2",
            caveats=(
                Caveat(
                    "CODE_BEFORE_2019",
                    "Le code de dérogation est celui des notices depuis 2023 ; celui de la notice "
                    "en usage avant 2019 n'a pas été retrouvé.",
                ),
            ),
        ),
        version(date(2019, 1, 1), DerogationType.OVER_29.value, "L6222-2"),
    ),
)
"""The code of box 19 where L6222-2 lifts the limit."""

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
                    "L'expérimentation régionale (30 ans) courait jusqu'au 31 décembre 2019 : son "
                    "sort pour un contrat conclu en 2019 n'est pas tranché.",
                ),
            ),
        ),
        version(date(2020, 1, 1), frozenset[Region](), _EXPERIMENT),
    ),
)
"""Regions where the limit was 30 completed years."""


class SuccessionCap(NamedTuple):
    """What D6222-1 asks of a contract that follows an earlier one.

    Attributes:
        age: The bare age of the text, « trente-cinq ans au plus ».
        disabled_too: It caps recognised disabled workers as well.
        months: « dans un délai maximum d'un an ».
    """

    age: int
    disabled_too: bool = False
    months: int = 12


SUCCESSION_CAP = ByConclusion(
    "âge de l'art. D. 6222-1",
    (
        version(date(2008, 5, 1), SuccessionCap(age=30, disabled_too=True), "D6222-1"),
        version(
            date(2008, 12, 29),
            SuccessionCap(age=30),
            Source(SourceKind.LAW, "loi n° 2008-1425 du 27/12/2008"),
            "L6222-2 3°",
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
"""Age « au moment de la conclusion » for 1° and 2° of L6222-2, until
2009-05-28 for its 3° as well, and the delay to conclude."""

FAILURE_EXEMPTS = ByConclusion(
    "âge après un échec à l'examen (art. D. 6222-1-2)",
    (
        version(date(2008, 5, 1), False, "L6222-2", "D6222-1"),
        version(date(2020, 4, 1), True, "D6222-1-2"),
    ),
)
"""Whether age does not stand in the way of a contract after a failure."""

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
                    "WORDING_OF_2015_UNREAD",
                    "Le 5° de l'art. L. 6222-2 est lu dans sa rédaction de "
                    "2019 : celle de 2015 n'a pas été retrouvée.",
                ),
            ),
        ),
        version(date(2019, 1, 1), True, "L6222-2 5°"),
    ),
)
"""Whether 5° of L6222-2 exists."""

_TITLES = frozenset(
    {
        DisabilityTitle.INVALIDITY_PENSION,
        DisabilityTitle.ADULT_DISABILITY_ALLOWANCE,
        DisabilityTitle.OTHER_L5212_13,
        DisabilityTitle.PUBLIC_L351_5,
    }
)

DISABILITY_TITLES = ByConclusion(
    "titres équivalents à la RQTH (art. L. 5212-13-1)",
    (
        version(date(2008, 5, 1), frozenset[DisabilityTitle](), "L6222-2 3°"),
        version(
            date(2023, 12, 20),
            _TITLES,
            "L6222-2 3°",
            "L5212-13-1",
            caveats=(
                Caveat(
                    "TITLES_BEFORE_2024",
                    "Légifrance ouvre l'art. L. 5212-13-1 au 20 décembre "
                    "2023 ; le ministère et la presse en datent l'effet des "
                    "contrats conclus à partir du 1er janvier 2024.",
                ),
            ),
        ),
        version(
            date(2024, 1, 1),
            _TITLES,
            "L6222-2 3°",
            "L5212-13-1",
            Source(SourceKind.LAW, "loi n° 2023-1196 du 18/12/2023, art. 10"),
        ),
    ),
)
"""Titles that count as a recognition, those of L5212-13, 5° excepted."""


class YouthTitles(NamedTuple):
    """The ages at which AEEH, PCH or PPS count as a recognition.

    Attributes:
        lowest: First completed age.
        highest: Last completed age.
    """

    lowest: int
    highest: int


YOUTH_TITLES = ByConclusion[YouthTitles | None](
    "équivalence des jeunes (art. L. 5213-2)",
    (
        version(date(2008, 5, 1), None, "L5213-2"),
        version(date(2008, 12, 29), None, "L5213-2"),
        version(date(2020, 1, 1), None, "L5213-2"),
        # until 2023 « Pour les mineurs âgés d'au moins seize ans »
        version(date(2022, 2, 23), YouthTitles(lowest=16, highest=17), "L5213-2"),
        # « Pour les personnes âgées de quinze à vingt ans »
        version(date(2024, 1, 1), YouthTitles(lowest=15, highest=20), "L5213-2"),
    ),
)
"""Ages, both counted, at which AEEH, PCH and PPS count as a recognition."""

CLOSED_LIST = frozenset(
    {
        RuptureCause.EMPLOYER_CLOSURE,
        RuptureCause.LIQUIDATION,
        RuptureCause.EMPLOYER_BREACH,
        RuptureCause.SUSPENSION_PROCEDURE,
    }
)
"""Causes of D6222-1, 3°, a) to c)."""

OPEN_LIST = CLOSED_LIST | {RuptureCause.FORCE_MAJEURE, RuptureCause.PERMANENT_UNFITNESS}
"""The same with what OPCO EP's sheet adds."""
