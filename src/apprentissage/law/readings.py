"""Contested points of the law, each as a choice with those who hold it.

Where authorities read a text differently, the library follows a `Readings`
and says so in the finding. `LETTER` follows the text. `DOCTRINE` follows
the administration where its reading is known, and the letter elsewhere.
"""

from enum import Enum
from typing import TYPE_CHECKING, Any, Self

from attrs import evolve, field, fields, frozen

from apprentissage.errors import InvalidValue
from apprentissage.guards import is_a, member
from apprentissage.law.smic import BUNDLED_SMIC, SmicSeries
from apprentissage.text import table

__all__ = [
    "DOCTRINE",
    "LETTER",
    "POINTS",
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
    "Readings",
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
            choice.holders = holders
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

    FORMULA = "FORMULA", "formule des OPCO : 1 607 h par an, soit 803,50 h"
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


@frozen(kw_only=True, repr=False)
class Readings:
    """The choice made on every contested point, and the SMIC series taken.

    >>> LETTER.choose(upper_age_day="CONCLUSION").upper_age_day
    <UpperAgeDay.CONCLUSION: 'CONCLUSION'>
    >>> LETTER.choose(upper_age_day="CONCLUSION")
    LETTER.choose(upper_age_day='CONCLUSION')
    """

    upper_age_day: UpperAgeDay = field(
        default=UpperAgeDay.START, validator=member(UpperAgeDay)
    )
    bare_age_limit: BareAgeLimit = field(
        default=BareAgeLimit.COMPLETED, validator=member(BareAgeLimit)
    )
    fifteenth_birthday: FifteenthBirthday = field(
        default=FifteenthBirthday.INCLUDED,
        validator=member(FifteenthBirthday),
    )
    involuntary_causes: InvoluntaryCauses = field(
        default=InvoluntaryCauses.CLOSED_LIST,
        validator=member(InvoluntaryCauses),
    )
    birthday_on_the_first: BirthdayOnTheFirst = field(
        default=BirthdayOnTheFirst.NEXT_MONTH,
        validator=member(BirthdayOnTheFirst),
    )
    leap_birthday: LeapBirthday = field(
        default=LeapBirthday.FEBRUARY_28, validator=member(LeapBirthday)
    )
    threshold_in_start_month: ThresholdInStartMonth = field(
        default=ThresholdInStartMonth.AGE_AT_START,
        validator=member(ThresholdInStartMonth),
    )
    leap_start: LeapStart = field(
        default=LeapStart.MARCH_1, validator=member(LeapStart)
    )
    year_elsewhere: YearElsewhere = field(
        default=YearElsewhere.CREDITED, validator=member(YearElsewhere)
    )
    fifteen_points_base: FifteenPointsBase = field(
        default=FifteenPointsBase.STATUTORY_RATE,
        validator=member(FifteenPointsBase),
    )
    fifteen_points_bracket: FifteenPointsBracket = field(
        default=FifteenPointsBracket.FOLLOWS,
        validator=member(FifteenPointsBracket),
    )
    fifteen_points_cap: FifteenPointsCap = field(
        default=FifteenPointsCap.CAPPED, validator=member(FifteenPointsCap)
    )
    end_of_contract: EndOfContract = field(
        default=EndOfContract.LATER_OF_EXAM_AND_CYCLE,
        validator=member(EndOfContract),
    )
    months_counted: MonthsCounted = field(
        default=MonthsCounted.BOTH_DAYS, validator=member(MonthsCounted)
    )
    trainee_months: TraineeMonths = field(
        default=TraineeMonths.SAME_NUMBER, validator=member(TraineeMonths)
    )
    two_year_share: TwoYearShare = field(
        default=TwoYearShare.FORMULA, validator=member(TwoYearShare)
    )
    cfa_before_signature: CfaBeforeSignature = field(
        default=CfaBeforeSignature.LAWFUL,
        validator=member(CfaBeforeSignature),
    )
    maitre_majority_day: MaitreMajorityDay = field(
        default=MaitreMajorityDay.START, validator=member(MaitreMajorityDay)
    )
    resignation_delays: ResignationDelays = field(
        default=ResignationDelays.LAST_DAY_FREE,
        validator=member(ResignationDelays),
    )
    filing_saturday: FilingSaturday = field(
        default=FilingSaturday.COUNTS, validator=member(FilingSaturday)
    )
    saint_martin_holiday: SaintMartinHoliday = field(
        default=SaintMartinHoliday.MAY_27,
        validator=member(SaintMartinHoliday),
    )
    monthly_base: MonthlyBase = field(
        default=MonthlyBase.OFFICIAL_MONTH, validator=member(MonthlyBase)
    )
    mayotte_2021_month: Mayotte2021Month = field(
        default=Mayotte2021Month.FORMULA, validator=member(Mayotte2021Month)
    )
    rounding: Rounding = field(
        default=Rounding.HALF_UP, validator=member(Rounding)
    )
    smic: SmicSeries = field(default=BUNDLED_SMIC, validator=is_a(SmicSeries))

    def __repr__(self) -> str:
        """What departs from the letter of the texts."""
        chosen = [
            f"{point}={getattr(self, point).name!r}"
            for point in POINTS
            if getattr(self, point) is not getattr(LETTER, point)
        ]
        letter = f"LETTER.choose({', '.join(chosen)})" if chosen else "LETTER"
        if self.smic == BUNDLED_SMIC:
            return letter
        return f"evolve({letter}, smic=...)"

    def _repr_pretty_(self, printer: Any, _: bool) -> None:
        """The same for a notebook and for Hypothesis."""
        printer.text(repr(self))

    def _repr_html_(self) -> str:
        """The choice on each point, for a notebook."""
        return table(
            ("point", "choix", "tenu par"),
            (
                (point, choice.name, choice.holders)
                for point in POINTS
                for choice in (getattr(self, point),)
            ),
            caption="Lectures des points controversés",
        )

    def choose(self, **choices: "Choice | str") -> "Readings":
        """The same readings with other choices, as members or their names.

        Args:
            **choices: Point and choice, such as `upper_age_day="START"`.

        Returns:
            New readings.

        Raises:
            InvalidValue: For an unknown point or choice.

        >>> LETTER.choose(rounding="TRUNCATION")
        Traceback (most recent call last):
          ...
        apprentissage.errors.InvalidValue: rounding: got 'TRUNCATION' (str); \
write one of HALF_UP, CEILING
        """
        members: dict[str, Any] = {}
        for point, choice in choices.items():
            if point not in POINTS:
                raise InvalidValue(
                    "readings", point, f"write one of {', '.join(POINTS)}"
                )
            known = POINTS[point].__members__
            if isinstance(choice, str) and choice not in known:
                raise InvalidValue(
                    point, choice, f"write one of {', '.join(known)}"
                )
            members[point] = (
                known[choice] if isinstance(choice, str) else choice
            )
        return evolve(self, **members)


POINTS: dict[str, type[Choice]] = {
    a.name: a.type
    for a in fields(Readings)
    if isinstance(a.type, type) and issubclass(a.type, Choice)
}
"""Every contested point and the enum of its choices."""

LETTER = Readings()
"""The letter of the texts."""

DOCTRINE = LETTER.choose(
    **{
        point: choice
        for point, choices in POINTS.items()
        for choice in choices
        if choice.by_doctrine
    }
)
"""The administration's reading where it is known, the letter elsewhere."""
