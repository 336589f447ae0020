"""Who may be maître d'apprentissage, competence and ceiling, dated."""

from datetime import date

from attrs import frozen

from apprentissage.facts.kinds import MaitreStatus
from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.sources import (
    UNREAD_VERSION,
    Caveat,
    Source,
    SourceKind,
)

__all__ = [
    "AGENCY_CEILING",
    "AGENCY_YEARS",
    "BREVET_DE_MAITRISE",
    "CEILING",
    "COMPETENCE",
    "HAIRDRESSING",
    "INDIVIDUAL_CEILING",
    "PUBLIC_COMPETENCE",
    "STATUSES",
    "CompetenceYears",
]
__dir__ = __all__.copy

_UNREAD_2026 = UNREAD_VERSION("L6223-8-1", date(2026, 5, 28))
_OWN_PEOPLE = frozenset({MaitreStatus.EMPLOYEE, MaitreStatus.EMPLOYER})

STATUSES = ByConclusion(
    "qualité du maître d'apprentissage (art. L. 6223-8-1)",
    (
        version(date(2019, 1, 1), _OWN_PEOPLE, "L6223-8-1"),
        version(
            date(2019, 8, 23),
            _OWN_PEOPLE | {MaitreStatus.COLLABORATING_SPOUSE},
            "L6223-8-1",
            Source(SourceKind.LAW, "ordonnance n° 2019-861 du 21/08/2019"),
        ),
        version(
            date(2026, 5, 28),
            _OWN_PEOPLE | {MaitreStatus.COLLABORATING_SPOUSE},
            "L6223-8-1",
            caveats=(_UNREAD_2026,),
        ),
    ),
)
"""Ties with the firm that allow the function."""


@frozen
class CompetenceYears:
    """Years of activity asked of a maître, with and without the diploma."""

    with_diploma: int
    without_diploma: int


COMPETENCE = ByConclusion(
    "compétence du maître d'apprentissage (art. R. 6223-22)",
    (
        version(
            date(2011, 10, 28),
            CompetenceYears(2, 3),
            "R6223-24",
            caveats=(
                Caveat(
                    "SECONDARY_SOURCES",
                    "Pour les contrats conclus avant 2019, la rédaction de "
                    "l'art. R. 6223-24 n'a pas été retrouvée : la règle "
                    "repose sur des sources secondaires.",
                ),
                Caveat(
                    "OPINION_BEFORE_2019",
                    "Sans le diplôme, les trois années supposaient un niveau "
                    "minimal de qualification ou l'avis de l'autorité "
                    "compétente, favorable après un mois de silence.",
                ),
            ),
        ),
        version(
            date(2019, 1, 1), CompetenceYears(1, 2), "R6223-22", "L6223-8-1"
        ),
    ),
)
"""Default years, where no branch agreement sets others (since 2019)."""

PUBLIC_COMPETENCE = ByConclusion(
    "compétence du maître d'apprentissage public (art. D. 6273-1)",
    (version(date(2019, 1, 1), CompetenceYears(1, 2), "D6273-1"),),
)
"""Years with a public employer; branch agreements do not matter."""

AGENCY_YEARS = ByConclusion(
    "compétence du maître d'une entreprise de travail temporaire",
    (
        version(
            date(2019, 1, 1),
            2,
            "R6226-5",
            caveats=(
                Caveat(
                    "AGENCY_EXPERIENCE",
                    "L'expérience du maître de l'agence est celle de ce type "
                    "d'entreprise ; l'entreprise utilisatrice nomme aussi le "
                    "sien (art. R. 6226-6).",
                ),
            ),
        ),
    ),
)
"""Years in that type of firm, for the maître of the agency itself."""

BREVET_DE_MAITRISE = ByConclusion(
    "brevet de maîtrise en Alsace-Moselle (art. R. 6261-9)",
    (version(date(2011, 1, 1), True, "R6261-9", "R6261-10"),),
)
"""It is asked in craft firms there. The version read is of 2010."""

CEILING = ByConclusion(
    "plafond d'apprentis par maître (art. R. 6223-6)",
    (version(date(2019, 1, 1), 2, "R6223-6"),),
)
"""Apprentices of one maître, besides a prolonged one."""

AGENCY_CEILING = ByConclusion(
    "plafond d'apprentis par maître d'une entreprise de travail temporaire",
    (version(date(2019, 1, 1), 5, "R6226-5"),),
)
"""The same in a temporary-work agency."""

INDIVIDUAL_CEILING = ByConclusion(
    "dérogation individuelle au plafond (art. R. 6223-7)",
    (
        version(date(2019, 1, 1), True, "R6223-7"),
        version(
            date(2024, 7, 1),
            True,
            "R6223-7",
            caveats=(UNREAD_VERSION("R6223-7", date(2024, 7, 1)),),
        ),
    ),
)
"""Whether a commission may raise the ceiling of one firm, for 5 years."""

HAIRDRESSING = ByConclusion[tuple[tuple[int, int], ...]](
    "plafond de la coiffure (arrêté du 10 mars 1992)",
    (
        version(
            date(2008, 5, 1),
            ((1, 1), (4, 2), (7, 3), (10, 4), (13, 5), (16, 6)),
            "R6223-8",
            Source(SourceKind.DECREE, "arrêté du 10 mars 1992"),
        ),
        version(
            date(2021, 8, 27),
            (),
            Source(SourceKind.DECREE, "arrêté du 16 août 2021"),
        ),
    ),
)
"""From how many qualified people on, how many apprentices of level V."""
