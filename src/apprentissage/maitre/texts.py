"""Who may be maître d'apprentissage, competence and ceiling, dated."""

from datetime import date
from typing import NamedTuple

from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.facts.kinds import ExperienceKind, MaitreStatus
from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.sources import UNREAD_VERSION, Caveat

_UNREAD_2026 = UNREAD_VERSION("L6223-8-1", date(2026, 5, 28))
_OWN_PEOPLE = frozenset({MaitreStatus.EMPLOYEE, MaitreStatus.EMPLOYER})
_WITH_SPOUSE = _OWN_PEOPLE | {MaitreStatus.COLLABORATING_SPOUSE}

MAITRE = ByConclusion(
    "maître d'apprentissage (art. L. 6223-5)",
    (
        version(date(2008, 5, 1), None, "L6223-5"),
        version(date(2016, 8, 10), None, "L6223-5"),
    ),
)
"""« La personne directement responsable de la formation de l'apprenti et
assumant la fonction de tuteur est dénommée maître d'apprentissage. »"""

TUTORS = ByConclusion(
    "équipe tutorale (art. L. 6223-6)", (version(date(2008, 5, 1), None, "L6223-6", "R6223-23"),)
)
"""« La fonction tutorale peut être partagée entre plusieurs salariés. »"""

EMPLOYER_GROUP = ByConclusion(
    "maître d'apprentissage d'un groupement d'employeurs (art. L. 6223-5)",
    (version(date(2016, 8, 10), None, "L6223-5 al. 3"),),
)
"""« Lorsque l'apprenti est recruté par un groupement d'employeurs […], les
dispositions relatives au maître d'apprentissage sont appréciées au niveau de
l'entreprise utilisatrice membre de ce groupement. »"""

EACH_FIRM = ByConclusion(
    "maître d'apprentissage dans chaque entreprise",
    (
        version(date(2008, 5, 1), False, "L6223-5"),
        version(date(2011, 7, 30), True, "L6226-1", "L6222-5-1"),
        version(date(2012, 4, 14), True, "L6226-1", "R6226-6", "L6222-5-1"),
        version(date(2015, 8, 19), True, "L6226-1", "R6226-6", "L6222-5-1"),
        version(date(2020, 4, 1), True, "L6226-1", "R6226-6", "L6222-5-1"),
    ),
)
"""Whether an agency and its user firm, or two seasonal employers, have a
maître each (L6226-1 and L6222-5-1, both since 2011-07-30)."""

STATUSES = ByConclusion[frozenset[MaitreStatus] | None](
    "qualité du maître d'apprentissage (art. L. 6223-8-1)",
    (
        version(date(2008, 5, 1), None, "R6223-22"),
        version(date(2019, 1, 1), _OWN_PEOPLE, "L6223-8-1"),
        version(
            date(2019, 8, 23),
            _WITH_SPOUSE,
            "L6223-8-1",
            Source(SourceKind.LAW, "ordonnance n° 2019-861 du 21/08/2019"),
        ),
        version(date(2026, 5, 28), _WITH_SPOUSE, "L6223-8-1", caveats=(_UNREAD_2026,)),
    ),
)
"""Ties with the firm that allow the function; None where the text asks for
none, nor for a volunteer: before 2019 the maître « doit être majeur et offrir
toutes garanties de moralité » (R6223-22), no more."""


class CompetenceYears(NamedTuple):
    """Years of activity asked of a maître, with and without the diploma.

    Attributes:
        with_diploma: Years with a diploma of the field and of the level.
        without_diploma: Years without it.
        alone: Those years suffice; before 2019 a least qualification or an
            opinion had to be added.
    """

    with_diploma: int
    without_diploma: int
    alone: bool = True


COMPETENCE = ByConclusion(
    "compétence du maître d'apprentissage (art. R. 6223-22)",
    (
        version(date(2008, 5, 1), CompetenceYears(3, 5, False), "R6223-24"),
        version(date(2009, 12, 13), CompetenceYears(3, 5, False), "R6223-24"),
        version(date(2010, 5, 1), CompetenceYears(3, 5, False), "R6223-24"),
        version(
            date(2011, 10, 28),
            CompetenceYears(2, 3, False),
            "R6223-24",
            Source(SourceKind.DECREE, "décret n° 2011-1358 du 25/10/2011"),
        ),
        version(date(2019, 1, 1), CompetenceYears(1, 2), "R6223-22", "L6223-8-1"),
        version(date(2019, 8, 23), CompetenceYears(1, 2), "R6223-22", "L6223-8-1"),
        version(
            date(2026, 5, 28),
            CompetenceYears(1, 2),
            "R6223-22",
            "L6223-8-1",
            caveats=(_UNREAD_2026,),
        ),
    ),
)
"""Default years, where no branch agreement sets others (since 2019)."""

PUBLIC_COMPETENCE = ByConclusion(
    "compétence du maître d'apprentissage public (art. D. 6273-1)",
    (version(date(2019, 1, 1), CompetenceYears(1, 2), "D6273-1"),),
)
"""Years with a public employer; branch agreements do not matter."""

AGENCY_YEARS = ByConclusion[int | None](
    "compétence du maître d'une entreprise de travail temporaire",
    (
        version(date(2008, 5, 1), None, "R6223-24"),
        version(
            date(2012, 4, 14),
            2,
            "R6226-5",
            caveats=(
                Caveat(
                    "AGENCY_EXPERIENCE",
                    "L'expérience du maître de l'agence est celle de ce type d'entreprise ; celui "
                    "de l'entreprise utilisatrice relève de la règle commune (art. R. 6226-6).",
                ),
            ),
        ),
    ),
)
"""Years in that type of firm, for the maître of the agency itself; None
where the agency has no text of its own."""

_TRAINING = frozenset(ExperienceKind) - {ExperienceKind.EMPLOYMENT}

EXCLUDED_KINDS = ByConclusion[frozenset[ExperienceKind]](
    "activités non comptées (art. R. 6223-22, dernier alinéa)",
    (
        version(date(2008, 5, 1), frozenset(), "R6223-24"),
        version(
            date(2011, 10, 28),
            _TRAINING,
            "R6223-24",
            caveats=(
                Caveat(
                    "APPRENTICESHIP_BEFORE_2019",
                    "L'apprentissage du maître n'est pas compté, comme toute formation initiale ; "
                    "le texte ne le nomme que depuis le 1er janvier 2019.",
                ),
            ),
        ),
        version(date(2019, 1, 1), _TRAINING, "R6223-22"),
    ),
)
"""What does not count in the years of activity."""

BREVET_DE_MAITRISE = ByConclusion(
    "brevet de maîtrise en Alsace-Moselle (art. R. 6261-9)",
    (
        version(date(2008, 5, 1), None, "R6261-9", "R6261-10"),
        version(date(2010, 11, 14), None, "R6261-9", "R6261-10"),
        version(date(2020, 4, 1), None, "R6261-9", "R6261-10"),
    ),
)
"""It is asked in craft firms there."""

CRAFT_DEROGATION = ByConclusion[Caveat](
    "dérogation au brevet de maîtrise (art. R. 6261-10)",
    (
        version(
            date(2008, 5, 1),
            Caveat(
                "CRAFT_DEROGATION_BEFORE_2020",
                "L'art. R. 6261-10 permet de déroger au brevet de maîtrise, sur avis de la "
                "chambre de métiers demandé avant l'enregistrement du contrat.",
            ),
            "R6261-10",
        ),
        version(
            date(2020, 4, 1),
            Caveat(
                "CRAFT_DEROGATION",
                "L'art. R. 6261-10 permet de déroger au brevet de maîtrise, sur avis des "
                "chambres de métiers demandé avant le dépôt du contrat.",
            ),
            "R6261-10",
        ),
    ),
)
"""How one may do without it."""


class Ceiling(NamedTuple):
    """Apprentices of one maître at once.

    Attributes:
        regular: Apprentices of any kind.
        prolonged: More, whose training is prolonged after a failed exam.
    """

    regular: int
    prolonged: int


CEILING = ByConclusion(
    "plafond d'apprentis par maître (art. R. 6223-6)",
    (
        version(date(2008, 5, 1), Ceiling(2, 1), "R6223-6"),
        version(date(2019, 1, 1), Ceiling(2, 1), "R6223-6"),
    ),
)
"""« deux par maître d'apprentissage », and a prolonged one (R6223-6)."""

AGENCY_CEILING = ByConclusion(
    "plafond d'apprentis par maître d'une entreprise de travail temporaire",
    (
        version(date(2008, 5, 1), Ceiling(2, 1), "R6223-6"),
        version(date(2012, 4, 14), Ceiling(5, 0), "R6226-5"),
    ),
)
"""The same in a temporary-work agency, of which R6226-5 says: « Par
dérogation aux dispositions de l'article R. 6223-6 », all of it, the prolonged
apprentice too."""

INDIVIDUAL_CEILING = ByConclusion(
    "dérogation individuelle au plafond (art. R. 6223-7)",
    (
        version(date(2008, 5, 1), None, "R6223-7"),
        version(date(2024, 7, 1), None, "R6223-7"),
    ),
)
"""« Ces dérogations sont valables pour cinq ans au plus, renouvelables. »"""

HAIRDRESSING = ByConclusion[tuple[tuple[int, int], ...]](
    "plafond de la coiffure (arrêté du 10 mars 1992)",
    (
        version(
            date(2008, 5, 1),
            ((1, 1), (4, 2), (7, 3), (10, 4), (13, 5), (16, 6)),
            "R6223-8",
            Source(SourceKind.ORDER, "arrêté du 10 mars 1992"),
        ),
        version(
            date(2020, 4, 1),
            ((1, 1), (4, 2), (7, 3), (10, 4), (13, 5), (16, 6)),
            "R6223-8",
            Source(SourceKind.ORDER, "arrêté du 10 mars 1992"),
        ),
        version(date(2021, 8, 27), (), Source(SourceKind.ORDER, "arrêté du 16 août 2021")),
    ),
)
"""From how many qualified people on, how many apprentices of level V."""
