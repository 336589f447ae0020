"""Contested points of the law, each as a choice with those who hold it.

Where authorities read a text differently, the library follows a `Readings`
and says so in the finding. `LETTER` follows the text. `DOCTRINE` follows
the administration where its reading is known, and the letter elsewhere.
"""

from typing import Any

from attrs import evolve, field, fields, frozen

from apprentissage._guards import is_a, member
from apprentissage._plain import PlainValue
from apprentissage._text import table
from apprentissage.errors import InvalidValue
from apprentissage.law.choices import (
    BareAgeLimit,
    BirthdayOnTheFirst,
    CfaBeforeSignature,
    Choice,
    CreditOf2019,
    CycleCredit,
    DisabilityPointsBase,
    EndOfContract,
    FifteenPointsBase,
    FifteenPointsBefore2019,
    FifteenPointsBracket,
    FifteenPointsLicence,
    FifteenthBirthday,
    FilingSaturday,
    FourYears,
    InvoluntaryCauses,
    LeapBirthday,
    LeapStart,
    LicenceProBeforeApril2020,
    LicenceProLength,
    MaitreCompetenceDay,
    MaitreMajorityDay,
    Mayotte2021Month,
    MonthlyBase,
    MonthsCounted,
    ReinforcedVisit,
    ResignationDelays,
    Rounding,
    SaintMartinHoliday,
    SmcBeforeJuly2016,
    TeamCeiling,
    ThresholdInStartMonth,
    TraineeMonths,
    TwoYearShare,
    UpperAgeDay,
    YearElsewhere,
)
from apprentissage.law.smic import BUNDLED_SMIC, SmicSeries


class _Alternatives:
    """Room for the alternatives of readings, each made once.

    A review asks for the same at every rule, and a bulk of reviews at every
    contract. No field: it belongs to no equality, hash or pickle.
    """

    __slots__ = ("_kept",)

    _kept: "dict[str, tuple[tuple[Choice, Readings], ...]]"


@frozen(kw_only=True, eq=False, repr=False)
class Readings(PlainValue, _Alternatives):
    """The choice made on every contested point, and the SMIC series taken.

    >>> LETTER.choose(upper_age_day="CONCLUSION").upper_age_day
    <UpperAgeDay.CONCLUSION: 'CONCLUSION'>
    >>> LETTER.choose(upper_age_day="CONCLUSION")
    LETTER.choose(upper_age_day='CONCLUSION')
    """

    upper_age_day: UpperAgeDay = field(default=UpperAgeDay.START, validator=member(UpperAgeDay))
    bare_age_limit: BareAgeLimit = field(
        default=BareAgeLimit.COMPLETED, validator=member(BareAgeLimit)
    )
    fifteenth_birthday: FifteenthBirthday = field(
        default=FifteenthBirthday.INCLUDED, validator=member(FifteenthBirthday)
    )
    involuntary_causes: InvoluntaryCauses = field(
        default=InvoluntaryCauses.CLOSED_LIST, validator=member(InvoluntaryCauses)
    )
    birthday_on_the_first: BirthdayOnTheFirst = field(
        default=BirthdayOnTheFirst.NEXT_MONTH, validator=member(BirthdayOnTheFirst)
    )
    leap_birthday: LeapBirthday = field(
        default=LeapBirthday.FEBRUARY_28, validator=member(LeapBirthday)
    )
    threshold_in_start_month: ThresholdInStartMonth = field(
        default=ThresholdInStartMonth.AGE_AT_START, validator=member(ThresholdInStartMonth)
    )
    leap_start: LeapStart = field(default=LeapStart.MARCH_1, validator=member(LeapStart))
    cycle_credit: CycleCredit = field(default=CycleCredit.MONTHS, validator=member(CycleCredit))
    credit_2019: CreditOf2019 = field(
        default=CreditOf2019.ONE_YEAR, validator=member(CreditOf2019)
    )
    year_elsewhere: YearElsewhere = field(
        default=YearElsewhere.CREDITED, validator=member(YearElsewhere)
    )
    smc_before_july_2016: SmcBeforeJuly2016 = field(
        default=SmcBeforeJuly2016.SMIC_ALONE, validator=member(SmcBeforeJuly2016)
    )
    licence_pro_length: LicenceProLength = field(
        default=LicenceProLength.ANY_LENGTH, validator=member(LicenceProLength)
    )
    licence_pro_before_april_2020: LicenceProBeforeApril2020 = field(
        default=LicenceProBeforeApril2020.FIRST_YEAR, validator=member(LicenceProBeforeApril2020)
    )
    fifteen_points_base: FifteenPointsBase = field(
        default=FifteenPointsBase.STATUTORY_RATE, validator=member(FifteenPointsBase)
    )
    fifteen_points_bracket: FifteenPointsBracket = field(
        default=FifteenPointsBracket.FOLLOWS, validator=member(FifteenPointsBracket)
    )
    fifteen_points_licence: FifteenPointsLicence = field(
        default=FifteenPointsLicence.EARLIER_CYCLE, validator=member(FifteenPointsLicence)
    )
    fifteen_points_before_2019: FifteenPointsBefore2019 = field(
        default=FifteenPointsBefore2019.REDUCED_CONTRACT, validator=member(FifteenPointsBefore2019)
    )
    disability_points_base: DisabilityPointsBase = field(
        default=DisabilityPointsBase.BINDING_RATE, validator=member(DisabilityPointsBase)
    )
    end_of_contract: EndOfContract = field(
        default=EndOfContract.LATER_OF_EXAM_AND_CYCLE, validator=member(EndOfContract)
    )
    four_years: FourYears = field(
        default=FourYears.FORTY_EIGHT_MONTHS, validator=member(FourYears)
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
        default=CfaBeforeSignature.LAWFUL, validator=member(CfaBeforeSignature)
    )
    maitre_majority_day: MaitreMajorityDay = field(
        default=MaitreMajorityDay.START, validator=member(MaitreMajorityDay)
    )
    maitre_competence_day: MaitreCompetenceDay = field(
        default=MaitreCompetenceDay.CONCLUSION, validator=member(MaitreCompetenceDay)
    )
    team_ceiling: TeamCeiling = field(default=TeamCeiling.TEAM, validator=member(TeamCeiling))
    reinforced_visit: ReinforcedVisit = field(
        default=ReinforcedVisit.TWO_MONTHS, validator=member(ReinforcedVisit)
    )
    resignation_delays: ResignationDelays = field(
        default=ResignationDelays.LAST_DAY_FREE, validator=member(ResignationDelays)
    )
    filing_saturday: FilingSaturday = field(
        default=FilingSaturday.COUNTS, validator=member(FilingSaturday)
    )
    saint_martin_holiday: SaintMartinHoliday = field(
        default=SaintMartinHoliday.MAY_27, validator=member(SaintMartinHoliday)
    )
    monthly_base: MonthlyBase = field(
        default=MonthlyBase.OFFICIAL_MONTH, validator=member(MonthlyBase)
    )
    mayotte_2021_month: Mayotte2021Month = field(
        default=Mayotte2021Month.FORMULA, validator=member(Mayotte2021Month)
    )
    rounding: Rounding = field(default=Rounding.HALF_UP, validator=member(Rounding))
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
            _check_point(point)
            known = POINTS[point].__members__
            if isinstance(choice, str) and choice not in known:
                raise InvalidValue(point, choice, f"write one of {', '.join(known)}")
            members[point] = known[choice] if isinstance(choice, str) else choice
        return evolve(self, **members)

    def others(self, point: str) -> "tuple[tuple[Choice, Readings], ...]":
        """Every other choice of a point, with the readings that make it.

        Args:
            point: Name of the point.

        Returns:
            The choices left aside, each with the same readings but for it.

        Raises:
            InvalidValue: For an unknown point.

        >>> LETTER.others("rounding")[0][1]
        LETTER.choose(rounding='CEILING')
        """
        kept: dict[str, tuple[tuple[Choice, Readings], ...]] = getattr(self, "_kept", {})
        if point not in kept:
            _check_point(point)
            kept[point] = tuple(
                (choice, self.choose(**{point: choice}))
                for choice in POINTS[point]
                if choice is not getattr(self, point)
            )
            object.__setattr__(self, "_kept", kept)
        return kept[point]


POINTS: dict[str, type[Choice]] = {
    a.name: a.type
    for a in fields(Readings)
    if isinstance(a.type, type) and issubclass(a.type, Choice)
}
"""Every contested point and the enum of its choices."""


def _check_point(point: str) -> None:
    if point not in POINTS:
        raise InvalidValue("readings", point, f"write one of {', '.join(POINTS)}")


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
