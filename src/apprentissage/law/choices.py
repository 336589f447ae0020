"""The choices on each contested point, with those who hold them."""

from enum import Enum
from typing import TYPE_CHECKING, Self

from apprentissage.text import typeset

__all__ = [
    "BareAgeLimit",
    "BirthdayOnTheFirst",
    "CfaBeforeSignature",
    "Choice",
    "EndOfContract",
    "FifteenPointsBase",
    "FifteenPointsBracket",
    "FifteenPointsCap",
    "FifteenthBirthday",
    "FilingSaturday",
    "InvoluntaryCauses",
    "LeapBirthday",
    "LeapStart",
    "MaitreMajorityDay",
    "Mayotte2021Month",
    "MonthlyBase",
    "MonthsCounted",
    "ResignationDelays",
    "Rounding",
    "SaintMartinHoliday",
    "ThresholdInStartMonth",
    "TraineeMonths",
    "TwoYearShare",
    "UpperAgeDay",
    "YearElsewhere",
]
__dir__ = __all__.copy


class Choice(Enum):
    """A choice on one contested point.

    Attributes:
        holders: Who reads the text so, in French.
        by_doctrine: The administration is known to hold it.
    """

    holders: str
    by_doctrine: bool

    if TYPE_CHECKING:

        def __new__(
            cls, value: object, holders: str = "", by_doctrine: bool = False
        ) -> Self:
            """The member of a value."""
            raise NotImplementedError
    else:

        def __new__(
            cls, value: str, holders: str, by_doctrine: bool = False
        ) -> Self:
            """A member of its value, with those who hold it."""
            choice = object.__new__(cls)
            choice._value_ = value
            choice.holders = typeset(holders)
            choice.by_doctrine = by_doctrine
            return choice


_D = True


class UpperAgeDay(Choice):
    """The day on which the upper age limit is judged."""

    START = (
        "START",
        "lettre de l'art. L. 6222-1 (« au début de l'apprentissage »)",
    )
    CONCLUSION = (
        "CONCLUSION",
        "DGEFP, Précis de l'apprentissage 2021 (veille du 30e anniversaire, "
        "début d'exécution dans un délai raisonnable) ; service-public ; "
        "un OPCO",
        _D,
    )


class BareAgeLimit(Choice):
    """«Trente-cinq ans au plus» (before 2020 «trente») without «révolus»."""

    COMPLETED = (
        "COMPLETED",
        "35 ans révolus, veille du 36e anniversaire : téléservice de l'État, "
        "service-public 2024",
    )
    EVE = (
        "EVE",
        "34 ans révolus, veille du 35e anniversaire : service-public 2022, "
        "plusieurs CFA",
    )
    BIRTHDAY = (
        "BIRTHDAY",
        "jusqu'au jour du 35e anniversaire : lettre prise au jour, "
        "sans source qui l'énonce",
    )


class FifteenthBirthday(Choice):
    """Whether the fifteenth birthday itself is enough."""

    INCLUDED = (
        "INCLUDED",
        "lettre de l'art. L. 6222-1 (« au moins quinze ans »)",
    )
    DAY_AFTER = (
        "DAY_AFTER",
        "« 15 ans et un jour » : DGEFP, Précis de l'apprentissage 2021 ; "
        "OCAPIAT",
        _D,
    )


class InvoluntaryCauses(Choice):
    """Causes of a rupture that the apprentice did not want."""

    CLOSED_LIST = "CLOSED_LIST", "lettre de l'art. D. 6222-1, 3°"
    OPEN_LIST = (
        "OPEN_LIST",
        "fiche Cerfa d'OPCO EP (2023), qui ouvre la liste : force majeure, "
        "inaptitude définitive",
    )


class BirthdayOnTheFirst(Choice):
    """The new bracket of a birthday on the first of a month."""

    NEXT_MONTH = (
        "NEXT_MONTH",
        "lettre de l'art. D. 6222-31 (« le mois suivant le jour »)",
    )
    SAME_DAY = "SAME_DAY", "un éditeur de paie (âge au premier jour du mois)"


class LeapBirthday(Choice):
    """The birthday, in a common year, of someone born on 29 February."""

    FEBRUARY_28 = (
        "FEBRUARY_28",
        "circulaire du 25 juillet 2013, telle que citée dans la presse",
    )
    MARCH_1 = "MARCH_1", "articles de presse ; téléservice de l'État"


class ThresholdInStartMonth(Choice):
    """The bracket of who reaches 18, 21 or 26 on or before the start."""

    AGE_AT_START = (
        "AGE_AT_START",
        "lettre de l'art. D. 6222-26 ; téléservice de l'État",
    )
    NEXT_MONTH = (
        "NEXT_MONTH",
        "lecture stricte de l'art. D. 6222-31 : premier jour du mois suivant",
    )


class LeapStart(Choice):
    """The years of a contract that opens on 29 February."""

    MARCH_1 = (
        "MARCH_1",
        "douze mois entiers : les années suivantes dès le 1er mars",
    )
    FEBRUARY_28 = "FEBRUARY_28", "usage des bibliothèques de dates"


class YearElsewhere(Choice):
    """A later year of a cycle, with another employer and no diploma."""

    CREDITED = (
        "CREDITED",
        "lettre de l'art. D. 6222-28-1 ; DREETS Centre-Val de Loire 2022",
    )
    FIRST_YEAR_RATE = (
        "FIRST_YEAR_RATE",
        "Centre Inffo, FAQ du 29 novembre 2022",
    )


class FifteenPointsBase(Choice):
    """The rate to which the fifteen points are added."""

    STATUTORY_RATE = (
        "STATUTORY_RATE",
        "lettre de l'art. D. 6222-30 (rémunération de l'art. D. 6222-26)",
    )
    CONVENTIONAL_RATE = "CONVENTIONAL_RATE", "usage de la branche du bâtiment"


class FifteenPointsBracket(Choice):
    """Whether the fifteen points ride on a later age bracket."""

    FOLLOWS = "FOLLOWS", "lettre des art. D. 6222-30 et D. 6222-31"
    FROZEN = (
        "FROZEN",
        "guide d'un réseau d'universités : taux du jour de la conclusion",
    )


class FifteenPointsCap(Choice):
    """The cap of the fifteen points at 100 % of the SMIC."""

    CAPPED = "CAPPED", "lettre de l'art. D. 6222-31 al. 2"
    NO_CAP_WHERE_MORE = (
        "NO_CAP_WHERE_MORE",
        "réserve du même alinéa : un accord de branche ou le contrat "
        "donne davantage",
    )


class EndOfContract(Choice):
    """What opens the two months in which a contract must end."""

    LATER_OF_EXAM_AND_CYCLE = (
        "LATER_OF_EXAM_AND_CYCLE",
        "fiche Cerfa d'OPCO EP ; Centre Inffo, FAQ du 6 janvier 2023",
    )
    LAST_EXAM = "LAST_EXAM", "téléservice de l'État"


class MonthsCounted(Choice):
    """Whether the last day of six months or three years is counted."""

    BOTH_DAYS = "BOTH_DAYS", "méthode civile, confirmée par ensuplr.fr"
    END_DAY_EXCLUDED = "END_DAY_EXCLUDED", "téléservice de l'État"


class TraineeMonths(Choice):
    """The last of the three months as a trainee before a contract."""

    SAME_NUMBER = "SAME_NUMBER", "de quantième à quantième"
    FULL_MONTHS = "FULL_MONTHS", "trois mois pleins"


class TwoYearShare(Choice):
    """The least training hours of a contract of two years."""

    FORMULA = "FORMULA", "formule des OPCO : 803,50 h (1\u202f607 h par an)"
    PRINTED = "PRINTED", "OPCO EP imprime 811,23 h"


class CfaBeforeSignature(Choice):
    """Training at the CFA begun before the contract is signed."""

    LAWFUL = "LAWFUL", "art. L. 6222-12 ; DGEFP, 29 mars 2021"
    REFUSED = "REFUSED", "téléservice de l'État"


class MaitreMajorityDay(Choice):
    """The day on which the maître must be of age."""

    START = "START", "téléservice de l'État (début d'exécution)"
    CONCLUSION = (
        "CONCLUSION",
        "jour de la signature, à défaut de date au texte",
    )


class ResignationDelays(Choice):
    """Whether the last day of a resignation's delays is free."""

    LAST_DAY_FREE = "LAST_DAY_FREE", "« au moins » cinq et sept jours"
    FULL_DAYS = "FULL_DAYS", "jours francs"


class FilingSaturday(Choice):
    """A filing deadline that falls on a Saturday."""

    COUNTS = "COUNTS", "art. D. 6224-1 : le samedi est un jour ouvrable"
    NEXT_OPEN_DAY = (
        "NEXT_OPEN_DAY",
        "art. 642 al. 2 du code de procédure civile, par analogie",
    )


class SaintMartinHoliday(Choice):
    """The abolition day of Saint-Martin."""

    MAY_27 = "MAY_27", "lettre de l'art. L. 3422-2"
    MAY_28 = "MAY_28", "préfecture, pratique depuis 2018", _D


class MonthlyBase(Choice):
    """The monthly SMIC to which a rate applies."""

    OFFICIAL_MONTH = (
        "OFFICIAL_MONTH",
        "SMIC mensuel publié, arrondi au centime",
    )
    HOURLY = "HOURLY", "SMIC horaire × 35 × 52 / 12, sans arrondi"


class Mayotte2021Month(Choice):
    """The monthly SMIC of Mayotte in 2021."""

    FORMULA = "FORMULA", "SMIC horaire × 35 × 52 / 12"
    PRINTED = "PRINTED", "montants publiés en 2021, inférieurs à la formule"


class Rounding(Choice):
    """The cent to which an amount is rounded."""

    HALF_UP = "HALF_UP", "usage des éditeurs : au plus proche"
    CEILING = "CEILING", "téléservice de l'État : au centime supérieur"
