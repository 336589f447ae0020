"""The choices on each contested point, with those who hold them."""

from enum import Enum
from typing import TYPE_CHECKING, Self

from apprentissage._text import typeset


class Choice(Enum):
    """A choice on one contested point.

    Attributes:
        holders: Who reads the text so, in French.
        by_doctrine: The administration is known to hold it.
    """

    holders: str
    by_doctrine: bool

    if TYPE_CHECKING:

        def __new__(cls, value: object, holders: str = "", by_doctrine: bool = False) -> Self:
            """The member of a value."""
            raise NotImplementedError
    else:

        def __new__(cls, value: str, holders: str, by_doctrine: bool = False) -> Self:
            """A member of its value, with those who hold it."""
            choice = object.__new__(cls)
            choice._value_ = value
            choice.holders = typeset(holders)
            choice.by_doctrine = by_doctrine
            return choice

        __hash__ = object.__hash__  # members are one each, as in `Labelled`


_D = True


class UpperAgeDay(Choice):
    """The day on which the upper age limit is judged."""

    START = ("START", "lettre de l'art. L. 6222-1 (« au début de l'apprentissage »)")
    CONCLUSION = (
        "CONCLUSION",
        "fiche du ministère du Travail, 12 février 2026 (« moins de 30 ans à la date de "
        "conclusion du contrat ») ; DGEFP, Précis de l'apprentissage 2021 (début d'exécution dans "
        "un délai raisonnable) ; service-public",
        _D,
    )


class BareAgeLimit(Choice):
    """D6222-1: « trente-cinq ans au plus », before 2020-04-01 thirty."""

    COMPLETED = (
        "COMPLETED",
        "âge révolu, veille de l'anniversaire suivant (pour 35 ans le 36e) : "
        "téléservice de l'État, service-public 2024",
    )
    EVE = (
        "EVE",
        "veille de l'anniversaire de cet âge (pour 35 ans le 35e) : "
        "service-public 2022, plusieurs CFA",
    )
    BIRTHDAY = (
        "BIRTHDAY",
        "jusqu'au jour de l'anniversaire de cet âge (pour 35 ans le 35e) : "
        "lettre prise au jour, sans source qui l'énonce",
    )


class FifteenthBirthday(Choice):
    """Whether the fifteenth birthday itself is enough."""

    INCLUDED = ("INCLUDED", "lettre de l'art. L. 6222-1 (« au moins quinze ans »)")
    DAY_AFTER = (
        "DAY_AFTER",
        "« 15 ans et un jour » : fiche du ministère du Travail, 12 février 2026 ; OCAPIAT",
        _D,
    )


class InvoluntaryCauses(Choice):
    """Causes of a rupture that the apprentice did not want."""

    CLOSED_LIST = (
        "CLOSED_LIST",
        "lettre de l'art. D. 6222-1, 3° ; fiche du ministère du Travail, 12 février 2026",
    )
    OPEN_LIST = (
        "OPEN_LIST",
        "fiche Cerfa FA13 d'OPCO EP (mai 2023), qui ouvre la liste : force majeure, inaptitude "
        "définitive",
    )


class BirthdayOnTheFirst(Choice):
    """The new bracket of a birthday on the first of a month."""

    NEXT_MONTH = ("NEXT_MONTH", "lettre de l'art. D. 6222-31 (« le mois suivant le jour »)")
    SAME_DAY = "SAME_DAY", "un éditeur de paie (âge au premier jour du mois)"


class LeapBirthday(Choice):
    """The birthday, in a common year, of someone born on 29 February."""

    FEBRUARY_28 = ("FEBRUARY_28", "circulaire du 25 juillet 2013, telle que citée dans la presse")
    MARCH_1 = "MARCH_1", "articles de presse ; téléservice de l'État"


class ThresholdInStartMonth(Choice):
    """The bracket of who reaches 18, 21 or 26 on or before the start."""

    AGE_AT_START = ("AGE_AT_START", "lettre de l'art. D. 6222-26 ; téléservice de l'État")
    NEXT_MONTH = (
        "NEXT_MONTH",
        "lecture stricte de l'art. D. 6222-31 : premier jour du mois suivant",
    )


class LeapStart(Choice):
    """The years of a contract that opens on 29 February."""

    MARCH_1 = ("MARCH_1", "douze mois entiers : les années suivantes dès le 1er mars")
    FEBRUARY_28 = "FEBRUARY_28", "usage des bibliothèques de dates"


class CycleCredit(Choice):
    """What a contract shorter than its cycle counts of the cycle.

    Concluded before 2019, or from 1 April 2020.
    """

    MONTHS = (
        "MONTHS",
        "lettre des art. D. 6222-28-1 et L. 6222-12-1 (« nombre de mois écoulés ») ; OPCO EP ; "
        "guide de l'État (La bonne alternance) ; ensuplr.fr",
    )
    WHOLE_YEARS = (
        "WHOLE_YEARS",
        "usage : les années d'exécution du formulaire, années entières seules",
    )


class CreditOf2019(Choice):
    """The same, concluded from 1 January 2019 to 31 March 2020."""

    ONE_YEAR = ("ONE_YEAR", "lettre de l'art. R. 6222-18 (« une première année »)")
    DIFFERENCE = (
        "DIFFERENCE",
        "questions-réponses du ministère du Travail, 21 août 2019, telles que relayées",
        _D,
    )


class YearElsewhere(Choice):
    """A later year of a cycle, with another employer and no diploma."""

    CREDITED = ("CREDITED", "lettre de l'art. D. 6222-28-1 ; DREETS Centre-Val de Loire 2022")
    FIRST_YEAR_RATE = (
        "FIRST_YEAR_RATE",
        "Centre Inffo, FAQ du 29 novembre 2022 : pas d'année créditée, mais "
        "jamais moins que le taux de la dernière année du contrat précédent",
    )


class SmcBeforeJuly2016(Choice):
    """The base from 21 on, in contracts concluded before 1 July 2016."""

    SMIC_ALONE = ("SMIC_ALONE", "lettre de l'art. D. 6222-26 de 2008 et de 2014")
    SMC_KEPT = (
        "SMC_KEPT",
        "éditeurs de paie (e-paye, legisocial, gereso) : recodification « à droit constant »",
    )


class LicenceProLength(Choice):
    """A licence professionnelle in two or three years."""

    ANY_LENGTH = ("ANY_LENGTH", "lettre de l'art. D. 6222-32, sans condition de durée")
    ONE_YEAR = (
        "ONE_YEAR",
        "service-public, tel que relayé (« en 1 an ») ; Centre Inffo, 2026",
        _D,
    )


class LicenceProBeforeApril2020(Choice):
    """A licence professionnelle concluded before 1 April 2020."""

    FIRST_YEAR = ("FIRST_YEAR", "lettre du code : aucun article avant le 1er avril 2020")
    SECOND_YEAR = (
        "SECOND_YEAR",
        "questions-réponses du ministère du Travail, 21 août 2019, telles que relayées",
        _D,
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
    FROZEN = ("FROZEN", "guide d'un réseau d'universités : taux du jour de la conclusion")


class FifteenPointsLicence(Choice):
    """The fifteen points of a licence professionnelle after a longer cycle."""

    EARLIER_CYCLE = (
        "EARLIER_CYCLE",
        "lettre de l'art. D. 6222-30 al. 2 : dernière année du cycle précédent",
    )
    SECOND_YEAR = (
        "SECOND_YEAR",
        "ensuplr.fr ; CMA d'Ille-et-Vilaine : 2e année de l'art. D. 6222-32",
    )


class FifteenPointsBefore2019(Choice):
    """The fifteen points of a training of one year, before 2019."""

    REDUCED_CONTRACT = (
        "REDUCED_CONTRACT",
        "lettre des art. D. 6222-33 et R. 6222-16, 3° : un contrat de deux "
        "ans et plus, réduit d'un an",
    )
    ONE_YEAR_TOO = ("ONE_YEAR_TOO", "circulaire DGEFP-DGT n° 2007-04, § 2.2.2", _D)


class DisabilityPointsBase(Choice):
    """The rate to which the points of a disability extra year are added."""

    BINDING_RATE = (
        "BINDING_RATE",
        "lettre de l'art. R. 6222-48 (« qui s'impose au contrat ») ; fiche "
        "du ministère du Travail, 25 juillet 2023",
    )
    STATUTORY_RATE = (
        "STATUTORY_RATE",
        "guides qui n'impriment que les taux légaux, par analogie avec l'art. D. 6222-30",
    )


class EndOfContract(Choice):
    """The delay in which a contract must end, and what opens it."""

    LATER_OF_EXAM_AND_CYCLE = (
        "LATER_OF_EXAM_AND_CYCLE",
        "fiche Cerfa FA13 d'OPCO EP (mai 2023) ; Centre Inffo, FAQ du 6 janvier 2023",
    )
    LAST_EXAM = "LAST_EXAM", "téléservice de l'État, texte d'aide"
    THREE_MONTHS = (
        "THREE_MONTHS",
        "téléservice de l'État, contrôle : trois mois après le plus tardif",
    )


class FourYears(Choice):
    """The longest contract of a disabled worker or an athlete."""

    FORTY_EIGHT_MONTHS = ("FORTY_EIGHT_MONTHS", "lettre des art. R. 6222-46 et R. 6222-60")
    CYCLE_AND_ONE = (
        "CYCLE_AND_ONE",
        "fiche du ministère du Travail, 12 février 2026, par les art. "
        "R. 6222-47 et R. 6222-61 : le cycle et un an, quatre ans au plus",
        _D,
    )


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
    CONCLUSION = ("CONCLUSION", "jour de la signature, à défaut de date au texte")


class MaitreCompetenceDay(Choice):
    """The day on which the maître's experience is counted."""

    CONCLUSION = (
        "CONCLUSION",
        "lettre de l'art. R. 6222-3, 5° : l'employeur l'atteste dans le contrat",
    )
    START = "START", "début d'exécution, à défaut de date à l'art. R. 6223-22"


class TeamCeiling(Choice):
    """An apprentice followed by two maîtres in the ceiling of each."""

    TEAM = (
        "TEAM",
        "lettre de l'art. R. 6223-6, plafond de l'entreprise : compté une "
        "fois, deux places par maître",
    )
    EACH = ("EACH", "fiche Cerfa FA13 d'OPCO EP (mai 2023) : compté pour chaque maître")


class ReinforcedVisit(Choice):
    """The medical visit of an adult on a post of reinforced follow-up."""

    TWO_MONTHS = (
        "TWO_MONTHS",
        "lettre de l'art. R. 6222-36, propre aux apprentis ; fiche du "
        "ministère du Travail, 12 février 2026",
    )
    BEFORE_POST = (
        "BEFORE_POST",
        "art. R. 4624-24 : services de santé au travail (ACMS, Prévlink)",
    )


class ResignationDelays(Choice):
    """Whether the last day of a resignation's delays is free."""

    LAST_DAY_FREE = "LAST_DAY_FREE", "« au moins » cinq et sept jours"
    FULL_DAYS = "FULL_DAYS", "jours francs"


class FilingSaturday(Choice):
    """A filing deadline that falls on a Saturday."""

    COUNTS = "COUNTS", "art. D. 6224-1 : le samedi est un jour ouvrable"
    NEXT_OPEN_DAY = ("NEXT_OPEN_DAY", "art. 642 al. 2 du code de procédure civile, par analogie")


class SaintMartinHoliday(Choice):
    """The abolition day of Saint-Martin."""

    MAY_27 = "MAY_27", "lettre de l'art. L. 3422-2"
    MAY_28 = "MAY_28", "préfecture, pratique depuis 2018", _D


class MonthlyBase(Choice):
    """The monthly SMIC to which a rate applies."""

    OFFICIAL_MONTH = ("OFFICIAL_MONTH", "SMIC mensuel publié, arrondi au centime")
    HOURLY = "HOURLY", "SMIC horaire × 35 × 52 / 12, sans arrondi"


class Mayotte2021Month(Choice):
    """The monthly SMIC of Mayotte in 2021."""

    FORMULA = "FORMULA", "SMIC horaire × 35 × 52 / 12"
    PRINTED = "PRINTED", "montants publiés en 2021, inférieurs à la formule"


class Rounding(Choice):
    """The cent to which an amount is rounded."""

    HALF_UP = "HALF_UP", "usage des éditeurs : au plus proche"
    CEILING = "CEILING", "téléservice de l'État : au centime supérieur"
