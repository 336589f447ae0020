"""Bounds of the duration of a contract, dated by conclusion."""

from datetime import date
from typing import NamedTuple

from apprentissage.facts.kinds import DurationGround
from apprentissage.law.dated import ByConclusion, version


class Bounds(NamedTuple):
    """The months between which the duration lies.

    Attributes:
        ordinary_least: Least months but in the cases that the text lists.
        least: Least months in those cases too.
        most: Most months.
    """

    ordinary_least: int
    least: int
    most: int


_UNTIL_2018 = Bounds(ordinary_least=12, least=6, most=36)
_SINCE_2019 = Bounds(ordinary_least=6, least=6, most=36)

BOUNDS = ByConclusion(
    "durée du contrat (art. L. 6222-7, L. 6222-7-1)",
    (
        # before 2019: « Elle peut varier entre un et trois ans, sous réserve
        # des cas de prolongation prévus à l'article L. 6222-11. »
        version(date(2008, 5, 1), _UNTIL_2018, "L6222-7", "L6222-9"),
        version(date(2014, 3, 7), _UNTIL_2018, "L6222-7-1", "L6222-9"),
        # « varie entre six mois et trois ans »
        version(date(2019, 1, 1), _SINCE_2019, "L6222-7-1"),
        version(date(2019, 8, 23), _SINCE_2019, "L6222-7-1"),
    ),
)
"""Six months to three years, one year at least before 2019."""

_LISTED = frozenset({DurationGround.LISTED_BEFORE_2019, DurationGround.PRE_CONTRACT_TRAINING})

SHORTER_CASES = ByConclusion(
    "contrat de six mois à un an (art. L. 6222-9)",
    (
        # « 4° Dont la préparation a été commencée sous un autre statut »
        version(date(2008, 5, 1), _LISTED, "L6222-9"),
        version(date(2014, 3, 7), _LISTED, "L6222-9"),
        version(date(2019, 1, 1), frozenset[DurationGround](), "L6222-7-1"),
        version(date(2019, 8, 23), frozenset[DurationGround](), "L6222-7-1"),
    ),
)
"""Grounds of a contract under one year before 2019, the four of L6222-9.

Adapted to the skills of the apprentice (L6222-8), it lasted from one to
three years (R6222-9); disability and sport are none of the four.
"""


class FourYearsLaw(NamedTuple):
    """How long the contract of a disabled worker or an athlete may last.

    Attributes:
        most: Most months; None where no text allows four years.
        beyond_cycle: Months beyond the ordinary duration of the training,
            over which the teaching may be spread.
    """

    most: int | None
    beyond_cycle: int = 12


_QUATRE_ANS = FourYearsLaw(most=48)

DISABLED_FOUR_YEARS = ByConclusion(
    "quatre ans du travailleur handicapé (art. R. 6222-46)",
    (
        # « La durée du contrat d'apprentissage du travailleur handicapé peut
        # être portée à quatre ans. »
        version(date(2008, 5, 1), _QUATRE_ANS, "R6222-46", "R6222-47"),
        # and, recognised « au cours de leur apprentissage », by R6222-49,
        # which names R6222-46 from that day
        version(date(2020, 4, 1), _QUATRE_ANS, "R6222-46", "R6222-47", "R6222-49"),
    ),
)
"""« quatre ans », since 2008."""

ATHLETE_FOUR_YEARS = ByConclusion(
    "quatre ans du sportif de haut niveau (art. R. 6222-60)",
    (
        version(date(2008, 5, 1), FourYearsLaw(most=None), "L6222-7"),
        version(date(2014, 3, 7), FourYearsLaw(most=None), "L6222-7-1"),
        # « La durée du contrat d'apprentissage du sportif de haut niveau peut
        # être portée à quatre ans. »
        version(date(2016, 12, 15), _QUATRE_ANS, "R6222-60", "R6222-61"),
        version(date(2020, 4, 1), _QUATRE_ANS, "R6222-60", "R6222-61"),
    ),
)
"""« quatre ans », since 2016-12-15; no text before."""

EXTENSION_MONTHS = 12
"""« pour une durée d'un an au plus » (L6222-11)."""

_EXAM = "échec à l'examen"

FAILURE = ByConclusion(
    "prolongation après un échec (art. L. 6222-11)",
    (
        version(date(2008, 5, 1), _EXAM, "L6222-11"),
        version(date(2014, 3, 7), _EXAM, "L6222-11"),
        version(
            date(2019, 1, 1),
            "échec à l'obtention du diplôme ou du titre professionnel visé",
            "L6222-11",
        ),
    ),
)
"""What failure opens the extra year."""

FLOOR_WAIVED = ByConclusion(
    "durée minimale levée après une rupture (art. R. 6222-23-1)",
    (
        version(date(2008, 5, 1), False, "L6222-7"),
        version(date(2014, 3, 7), False, "L6222-7-1"),
        version(date(2019, 1, 1), False, "L6222-7-1"),
        version(date(2019, 8, 23), False, "L6222-7-1"),
        version(date(2020, 4, 1), True, "R6222-23-1"),
    ),
)
"""Whether a contract that finishes a cycle after a rupture has no floor."""

MISSION_MONTHS = 6
"""« six mois », each mission of a temporary-work agency (L6226-1)."""


class Departures(NamedTuple):
    """How the duration may depart from that of the cycle by agreement.

    Attributes:
        by_agreement: A convention tripartite may fix it; otherwise it took
            an authorisation, which no fact tells.
        longer_too: Longer as well as shorter.
    """

    by_agreement: bool
    longer_too: bool


_BY_AUTHORISATION = Departures(by_agreement=False, longer_too=True)
_EITHER_WAY = Departures(by_agreement=True, longer_too=True)

DEPARTURES = ByConclusion(
    "durée différente de celle du cycle (art. L. 6222-7-1 al. 3)",
    (
        # « après autorisation du service de l'inspection de l'apprentissage
        # compétent »
        version(date(2008, 5, 1), _BY_AUTHORISATION, "L6222-7", "L6222-8"),
        version(date(2014, 3, 7), _BY_AUTHORISATION, "L6222-7-1", "L6222-8"),
        version(
            date(2019, 1, 1), Departures(by_agreement=True, longer_too=False), "L6222-7-1 al. 3"
        ),
        # « peut être inférieure ou supérieure »
        version(date(2019, 8, 23), _EITHER_WAY, "L6222-7-1 al. 3"),
        version(date(2020, 4, 1), _EITHER_WAY, "L6222-7-1 al. 3", "R6222-6", "R6222-9"),
    ),
)
"""« inférieure » from 2019, « inférieure ou supérieure » from 23 August."""

DISPENSED = ByConclusion(
    "durée sans convention tripartite (art. R. 6222-9)",
    (
        version(date(2008, 5, 1), None, "L6222-7"),
        version(date(2014, 3, 7), None, "L6222-7-1"),
        version(date(2019, 1, 1), None, "L6222-7-1"),
        version(date(2019, 8, 23), None, "L6222-7-1"),
        # « n'est pas requise dans les cas prévus aux articles L. 6222-11 et
        # L. 6222-12-1, au 2° de l'article L. 6222-37 et au 1° de l'article
        # L. 6222-40 »
        version(date(2020, 4, 1), None, "R6222-9"),
    ),
)
"""The text that dispenses with the convention tripartite."""
