"""The statutory pay grids and points, by date of conclusion.

Rates are whole percents of years 1, 2 and 3, by age bracket. The version is
that of the day on which the contract is concluded, whatever its start.
"""

from datetime import date

from attrs import Factory, field, frozen

from apprentissage.facts.kinds import AgeBracket
from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.sources import Caveat, Source, SourceKind, article

__all__ = [
    "GRADES",
    "PAY_GRIDS",
    "PUBLIC_POINTS",
    "SUCCESSION",
    "THRESHOLDS",
    "PayTable",
    "PublicPoints",
    "SuccessionRule",
]
__dir__ = __all__.copy

THRESHOLDS = (18, 21, 26)
"""Ages at which a bracket opens (D6222-31); 26 since 2019 only."""

GRADES = tuple(AgeBracket)
"""The brackets from the youngest on; their rank indexes the tables."""

_Row = tuple[int, int, int]


def _basis_points(table: "PayTable") -> tuple[_Row, ...]:
    return tuple((100 * a, 100 * b, 100 * c) for a, b, c in table.rows)


@frozen
class PayTable:
    """A statutory grid: one row a bracket, from the youngest on.

    Args:
        rows: Percents of years 1, 2 and 3; three or four brackets.
        labels: What each bracket covers, in French.
        smc_from_21: From 21 the SMC is the base where it is higher.
    """

    rows: tuple[_Row, ...]
    labels: tuple[str, ...]
    smc_from_21: bool
    points: tuple[_Row, ...] = field(
        init=False, repr=False, default=Factory(_basis_points, takes_self=True)
    )


_UP_TO_2018 = (
    (25, 37, 53),  # 16-17
    (41, 49, 65),  # 18-20
    (53, 61, 78),  # 21 and over
)
_FROM_2019 = (
    (27, 39, 55),  # 16-17
    (43, 51, 67),  # 18-20
    (53, 61, 78),  # 21-25
    (100, 100, 100),  # 26 and over
)
_THREE = ("16-17 ans", "18-20 ans", "21 ans et plus")
_FOUR = ("16-17 ans", "18-20 ans", "21-25 ans", "26 ans et plus")

PAY_GRIDS: ByConclusion[PayTable] = ByConclusion(
    "grille de rémunération",
    (
        # « du salaire minimum de croissance correspondant à l'emploi
        # occupé »: the recodification of 2008 had lost the SMC.
        version(
            date(2008, 5, 1),
            PayTable(_UP_TO_2018, _THREE, smc_from_21=False),
            "D6222-26",
            "D6222-27",
        ),
        # « du salaire minimum de croissance ou, s'il est supérieur, du
        # salaire minimum conventionnel correspondant à l'emploi occupé »
        # (décret of 25 April 2016, published on the 27th).
        version(
            date(2016, 4, 28),
            PayTable(_UP_TO_2018, _THREE, smc_from_21=True),
            "D6222-26",
            Source(SourceKind.DECREE, "décret n° 2016-510 du 25/04/2016"),
        ),
        version(
            date(2019, 1, 1),
            PayTable(_FROM_2019, _FOUR, smc_from_21=True),
            "D6222-26",
            Source(SourceKind.DECREE, "décret n° 2018-1347 du 28/12/2018"),
        ),
    ),
)
"""Articles D6222-26 and D6222-27."""


@frozen
class PublicPoints:
    """The points of a public employer.

    Args:
        uniform: Level of the diploma aimed at, and the points then due.
        optional: Points that the employer may add.
        optional_from_level: First level for which it may.
    """

    uniform: tuple[tuple[int, int], ...]
    optional: tuple[int, ...]
    optional_from_level: int

    def due(self, level: int | None) -> int:
        """The points that a level makes due; none for an unknown one."""
        return dict(self.uniform).get(level or 0, 0)

    def foresees(self, points: int, level: int | None) -> bool:
        """Whether points are due, or may be added, for a level."""
        if points == self.due(level):
            return True
        first = self.optional_from_level
        return points in self.optional and (level is None or level >= first)


PUBLIC_POINTS: ByConclusion[PublicPoints] = ByConclusion(
    "majoration du secteur public",
    (
        # Uniformly 10 points for a diploma of level 4, 20 for level 5; 20
        # "may also" be added for levels 6 and 7.
        version(
            date(2008, 5, 1),
            PublicPoints(((4, 10), (5, 20)), (20,), 6),
            article("D6272-2"),
            Source(SourceKind.DECREE, "décret n° 2017-199, JO du 18/02/2017"),
            caveats=(
                Caveat(
                    "PUBLIC_POINTS_BEFORE_2020",
                    "La majoration du secteur public d'avant le 27 avril 2020 "
                    "est connue par des sources secondaires.",
                ),
            ),
        ),
        # « uniquement aux contrats conclus à compter de l'entrée en vigueur
        # du décret », published on 26 April 2020.
        version(
            date(2020, 4, 27),
            PublicPoints((), (10, 20), 3),
            "D6272-2",
            Source(
                SourceKind.DECREE,
                "décret n° 2020-478 du 24/04/2020",
                "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000041821973/",
            ),
        ),
    ),
)
"""Article D6272-2, and the rules of 1993 that it took over."""


@frozen
class SuccessionRule:
    """What the floor of an earlier contract asks and carries.

    Args:
        diploma_needed: Only where that contract led to its diploma.
        carries_fifteen: The 15 points of a second diploma are added to it.
    """

    diploma_needed: bool
    carries_fifteen: bool


SUCCESSION: ByConclusion[SuccessionRule] = ByConclusion(
    "succession de contrats",
    (
        version(
            date(2008, 5, 1),
            SuccessionRule(diploma_needed=False, carries_fifteen=True),
            "D6222-31",
            "D6222-32",
            Source(SourceKind.DOCTRINE, "circulaire DGEFP-DGT n° 2007-04"),
        ),
        # « lorsque ce dernier a conduit à l'obtention du titre ou du diplôme
        # ainsi préparé »
        version(
            date(2019, 1, 1),
            SuccessionRule(diploma_needed=True, carries_fifteen=False),
            "D6222-29",
        ),
    ),
)
"""Article D6222-29, D6222-31 and D6222-32 before April 2020."""
