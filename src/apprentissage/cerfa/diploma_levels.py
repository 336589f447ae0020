"""The level that the diploma of the form has, and the code of a diploma.

On the national framework, from 3 to 8. The codification of the ministry of
education has eight positions: its first digit is the level of the nomenclature
of 1969, V the lowest of those that apprenticeship prepares, I the highest.
"""

from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.facts.codes import Diploma
from apprentissage.facts.levels import LOWEST_LEVEL
from apprentissage.law.sources import Caveat


def _first_digit(diploma: Diploma) -> tuple[int, ...]:
    level = int(diploma.value[0])
    return (level,) if level >= LOWEST_LEVEL else ()


DIPLOMA_LEVELS: dict[Diploma, tuple[int, ...]] = {
    **{diploma: _first_digit(diploma) for diploma in Diploma},
    # Notice 51649: « bac + 5 et plus ».
    Diploma.OTHER_BAC_5: (7, 8),
}
"""Levels that a code may have; () for 13, 25 and 26, which lead to none."""

CODIFICATION = Source(
    SourceKind.DOCTRINE,
    "ministère de l'éducation nationale : codification des formations et des diplômes",
    "https://www.education.gouv.fr/cid59013/codification-des-formations-et-des-diplomes.html",
)

CODE_LEVELS: dict[str, tuple[int, ...]] = {"1": (7, 8), "2": (6,), "3": (5,), "4": (4,), "5": (3,)}
"""Levels of the national framework by the first digit. The codes of the
mentions complémentaires begin with 0 whatever their level."""

LEVELS_OF_1969 = Caveat(
    "LEVELS_OF_1969",
    "Le premier chiffre du code est un niveau de la nomenclature de 1969 : sa "
    "correspondance avec le cadre national de 2019 est celle de l'usage.",
)
