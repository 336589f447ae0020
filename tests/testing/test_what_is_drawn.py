"""What the strategies draw about a limit, from the simplest to the rarest.

A draw is driven by its bytes here: all 0 give the simplest, and one of them
that grows gives the others in turn. Counterexamples shrink in that order.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from functools import cache
from inspect import signature
from itertools import groupby
from random import Random
from typing import Any, cast

import pytest
from attrs import fields_dict, has
from hypothesis import find, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from apprentissage import facts
from apprentissage.facts import (
    NO_BRANCH_AGREEMENT,
    Accreditation,
    Avenant,
    BranchAgreement,
    ByDay,
    Cfa,
    Contract,
    ContractType,
    Diploma,
    Employer,
    EmployerType,
    ExperiencePeriod,
    Extension,
    FundingDecision,
    LastClass,
    MaitreApprentissage,
    MaitreFirm,
    MaitreStatus,
    Mobility,
    Nationality,
    PayBase,
    Period,
    PreviousCycle,
    PriorSituation,
    QualityCertification,
    Rupture,
    RuptureCause,
    Sex,
    Signatory,
    Signature,
    Supervised,
    Territory,
    Training,
    Weekday,
    WorkAuthorisation,
    WorkDay,
    WorkingTime,
    WorkSector,
)
from apprentissage.law.sources import LAW_CHECKED_ON
from apprentissage.months import completed_years, last_day_of, same_day
from apprentissage.pay import Payslip, pay_schedule
from apprentissage.testing import (
    LAW_CHANGES,
    Fault,
    check_filing_deadline,
    check_monthly_pay,
    check_pay,
    check_pay_months,
    ordinary_contracts,
    payslips,
)
from apprentissage.testing._drawing import Facts
from apprentissage.testing._lawful_parts import (
    apprentice_of,
    employer_of,
    file_of,
    maitre_of,
    previous_of,
    training_of,
)
from apprentissage.testing._values import _BY_NAME, values_of
from apprentissage.testing.contracts import _conventional_minimum, _end, _start, declared_lines
from apprentissage.testing.days import AGES, birth
from apprentissage.testing.files import _dossier
from apprentissage.testing.illegal import _CHANGES, _beyond, _lawful
from apprentissage.testing.lawful import born_within, build, gap
from apprentissage.testing.people import directly_related
from tests.law.the_code import editions

SIGNED_ON, STARTS_ON, ENDS_ON = date(2024, 8, 26), date(2024, 9, 2), date(2026, 9, 1)
BORN_ON = date(2004, 3, 1)
BYTES = 24
STEP = 4
"""So that each of 64 values has its byte."""

Make = Callable[[Facts], Any]


def drawn_by(chunk: bytes, make: Make, *, unknowns: bool = False) -> Any:
    """What is made of some bytes, over and over."""
    return make(
        Facts(
            cast("DrawFn", lambda _: chunk),
            unknowns=unknowns,
            starts_on=STARTS_ON,
            ends_on=ENDS_ON,
            signed_on=SIGNED_ON,
        )
    )


def in_turn(make: Make, *, unknowns: bool = False, places: int = BYTES) -> list[Any]:
    """What is drawn as each byte grows, the others being 0."""
    found: list[Any] = []
    for place in range(places):
        for value in range(0, 256, STEP):
            chunk = bytes(value if rank == place else 0 for rank in range(BYTES))
            drawn = drawn_by(chunk, make, unknowns=unknowns)
            if drawn not in found:
                found.append(drawn)
    return found


def at_random(make: Make, times: int = 400, *, unknowns: bool = False) -> list[Any]:
    """What is drawn of any bytes, the same at every run."""
    return [
        drawn_by(Random(n).randbytes(64), make, unknowns=unknowns)  # noqa: S311
        for n in range(times)
    ]


def of_field(found: Iterable[Any], name: str) -> list[Any]:
    """The values of a fact, without repeating."""
    values: list[Any] = []
    for each in found:
        value = getattr(each, name)
        if value not in values:
            values.append(value)
    return values


def part_of(kind: type[Any], **known: Any) -> Make:
    """A part of the contract, some of its facts stated."""
    return lambda fact: fact.part(kind, **known)


def numbers(*texts: str) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, texts))


RATES = numbers("51", "39", "43", "67", "55", "61", "78", "100", "27")
DEPOSITS = ("075202509000001", "02B202212000000", "075202513NC0001")
FIVE, SIX, TUESDAY_TO_SATURDAY, SEVEN = (
    frozenset(tuple(Weekday)[first:last]) for first, last in ((0, 5), (0, 6), (1, 6), (0, 7))
)
PARTIES = frozenset({Signatory.EMPLOYER, Signatory.APPRENTICE})

VALUES: Mapping[str, tuple[Any, ...]] = {
    "annual_funding": numbers("8000", "3999.99", "14600", "5000"),
    # Corsica, overseas, abroad, and one that is too short
    "birth_department": ("075", "02A", "974", "099", "75"),
    "branch_conditions": (("permis de former",), ()),
    # L3162-3: « au moins trente minutes consécutives »
    "break_minutes": (30, 29, 60),
    "certifier_minimum_hours": (0, 400, 800),
    "cycle_years": (2, 1, 3, 4),
    # L3162-1: eight hours, ten by derogation
    "daily_hours": (8, 7, 9, 10, 11),
    "deposit_number": DEPOSITS,
    "diploma_code": ("32033423", "50022143", "A1"),
    "email": ("camille@exemple.fr", "é@exemple.fr"),
    # L6243-1: « moins de deux cent cinquante salariés »; fifty
    "headcount": (10, 0, 49, 50, 249, 250),
    # L6211-2: a quarter of 1,607 hours, of two and of three years
    "hours": (
        *(804, 402, 201, 400, 1205, 1, 0),
        *numbers("401.75", "401.74", "803.50", "811.23", "200.88"),
    ),
    "hours_before_contract": (0, 50, 400),
    # 9999 and 9998 of the notice, and one of two digits
    "idcc": ("1979", "9999", "9998", "1486", "86"),
    "individual_ceiling": (0, 3, 5),
    "last_rate": RATES,
    "last_rate_base": (PayBase.SMIC, PayBase.SMC),
    "last_statutory_rate": RATES,
    # levels 3 to 8 of the notice
    "level": (5, 3, 4, 6, 7, 8),
    "meal": numbers("4.22", "0", "5.50"),
    "meals": (20, 0, 44),
    "months_without_pay": (0, 1),
    "naf": ("5610A", "62.01Z"),
    # R3163-3: « deux fois par semaine et trente nuits par an au maximum »
    "nights_in_week": (0, 2, 3),
    "nights_in_year": (0, 30, 31),
    "nir": ("1070975114001", "2080263113002", "107092A004003", "9999999999999"),
    # L3121-36 and what an agreement may set, L3121-33
    "overtime_premium": numbers("25", "10"),
    "phone": ("0102030405", "+33 1 02 03 04 05"),
    "postal_code": ("75011", "97150", "67000"),
    "previous_number": DEPOSITS,
    # D6272-2: « de 10 points ou 20 points », and the fifteen of D6222-30
    "public_points": (0, 10, 20, 15),
    "remote_hours": (0, 400, 1000),
    "rncp": ("RNCP38376", "37910", "RNCP"),
    "signed_by": (
        PARTIES | {Signatory.CFA},
        frozenset(Signatory),
        PARTIES,
        frozenset({Signatory.EMPLOYER}),
        frozenset(),
    ),
    # a key by Luhn, that of La Poste by the sum of its digits, and a wrong one
    "siret": ("73282932000074", "35600000000048", "73282932000075"),
    "target_level": (4, 3, 5, 6, 7, 8),
    "title": ("BTS Tourisme", "CAP Cuisine"),
    "uai": ("0754622S", "0561910X", "0561910A"),
    # L3162-1: « trente-cinq heures par semaine »
    "weekly_hours": numbers("35", "39", "28", "40", "35.5", "45"),
    # L3164-2: « trente-six heures consécutives »
    "weekly_rest_hours": (36, 35, 48),
    "worked_weekdays": (FIVE, SIX, TUESDAY_TO_SATURDAY, SEVEN),
}
CLASSES = [
    kind
    for kind in (getattr(facts, name) for name in facts.__all__)
    if isinstance(kind, type) and has(kind)
]


def test_the_values_of_a_fact_are_those_of_its_limits() -> None:
    assert dict(_BY_NAME) == VALUES


@pytest.mark.parametrize("name", VALUES)
def test_each_of_them_may_stand_in_some_class(name: str) -> None:
    assert [kind for kind in CLASSES if name in fields_dict(kind)]


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (bool, (False, True)),
        (int, (1, 0, 2)),
        # a month, and both sides of an hour's and of a month's pay
        (Decimal, numbers("150", "0", "802.82", "5000")),
        # an accent, an apostrophe, and what a page must escape
        (str, ("Martin", "Lefèvre", "N’Guyen", "D'Ânes <& Fils>")),
        # L3163-1, R3163-1 and -2: 4 h, 6 h, 22 h, 23:30
        (time, (time(8), time(6), time(4), time(22), time(23, 30))),
        (
            BranchAgreement,
            (
                NO_BRANCH_AGREEMENT,
                BranchAgreement(years_with_diploma=2, years_without_diploma=3, conditions=()),
                BranchAgreement(years_with_diploma=1, conditions=("permis de former",)),
                BranchAgreement(years_with_diploma=1),
                BranchAgreement(years_without_diploma=2),
            ),
        ),
    ],
)
def test_the_values_of_a_type(kind: type[Any], values: tuple[Any, ...]) -> None:
    assert values_of("", (kind,)) == values


def test_the_simplest_of_a_kind_is_the_ordinary_one() -> None:
    for each in (
        Accreditation.ACCREDITED,
        Diploma.BTS,
        EmployerType.COMMERCIAL_REGISTER_ONLY,
        QualityCertification.CERTIFIED,
        WorkAuthorisation.GRANTED,
        WorkSector.OFFICE,
        # of another kind the first
        Nationality.FRENCH,
        Sex.MALE,
        Territory.METROPOLE,
    ):
        simplest, *others = values_of("", (type(each),))
        assert simplest is each
        assert others == [other for other in type(each) if other is not each]


def test_an_example_is_known_in_full_in_part_or_of_the_rarest() -> None:
    full, in_part, rarest = values_of("", (Cfa,))
    assert None not in (full.uai, full.siret, full.name, full.address, full.quality)
    # every second fact, by another value
    assert (in_part.siret, in_part.address, in_part.accreditation) == (None, None, None)
    assert (in_part.uai, in_part.name) == ("0561910X", "Lefèvre")
    assert (rarest.uai, rarest.siret) == ("0561910A", "73282932000075")


# Days about another: that day first, then one to both its sides, two, a week,
# half a month and a month.
SHIFTS = (0, 1, -1, 2, -2, 7, -7, 15, -15, 31, -31)


def about(*anchors: date) -> set[date]:
    return {anchor + timedelta(shift) for anchor in anchors for shift in SHIFTS}


def test_days_lie_on_a_limit_and_about_it() -> None:
    found = in_turn(lambda fact: fact.day_near(STARTS_ON))
    assert [(day - STARTS_ON).days for day in found] == list(SHIFTS)
    found = in_turn(lambda fact: fact.day_near(STARTS_ON, ENDS_ON))
    assert found[0] == STARTS_ON
    assert set(found) == about(STARTS_ON, ENDS_ON)
    # on the limit, and a day beside it, more often than anywhere
    often = [(fact - STARTS_ON).days for fact in at_random(lambda f: f.day_near(STARTS_ON), 2000)]
    assert often.count(0) > often.count(1) > 1.4 * often.count(2)
    assert often.count(-1) > 1.4 * often.count(-2)


def test_numbers_about_zero_the_nearest_first() -> None:
    assert in_turn(lambda fact: fact.about(2, 3)) == [0, 1, 2, 3, -1, -2]


def test_facts_are_unknown_three_times_in_four_once_or_never() -> None:
    def unknown(chunk: int) -> int:
        flags: list[bool | None] = drawn_by(
            bytes([chunk]) + bytes(range(256)),
            lambda fact: [fact.flag() for _ in range(256)],
            unknowns=True,
        )
        return round(4 * flags.count(None) / 256)

    assert [unknown(rate) for rate in (0, 100, 200)] == [3, 1, 0]
    assert in_turn(lambda fact: fact.flag()) == [False, True]
    assert in_turn(lambda fact: fact.flag(), unknowns=True)[0] is None
    assert in_turn(lambda fact: fact.maybe(lambda: 1)) == [1]
    several = in_turn(lambda fact: fact.several(lambda: 7))
    assert several == [(), (7,), (7, 7)]
    assert in_turn(lambda fact: fact.several(lambda: 7, 1)) == [(), (7,)]


def months_before(day: date, *months: int) -> list[date]:
    return [same_day(day, -each) for each in months]


@pytest.mark.parametrize(
    ("kind", "name", "anchors"),
    [
        # a contract without mission lasts from six to twelve months
        (Period, "ends_on", [date(2025, 3, 1), date(2025, 9, 1)]),
        (Mobility, "starts_on", [STARTS_ON, date(2025, 9, 1), date(2026, 3, 1)]),
        (Signature, "on", [SIGNED_ON]),
        # a decision some days after the filing
        (FundingDecision, "decided_on", [date(2024, 10, 2)]),
        (Avenant, "effective_on", [date(2025, 3, 2)]),
        (Avenant, "concluded_on", [date(2025, 3, 2)]),
        # after two months, or a month before the end
        (Rupture, "ruptured_on", [date(2024, 11, 2), date(2026, 8, 2)]),
        # L6222-18: five days of the mediator, seven of the employer
        (Rupture, "mediator_referred_on", [date(2024, 10, 21), date(2026, 7, 21)]),
        (Rupture, "employer_informed_on", [date(2024, 10, 26), date(2026, 7, 26)]),
        (WorkDay, "on", [STARTS_ON]),
        # L6222-12: three months before and after the start
        (Training, "cycle_starts_on", months_before(STARTS_ON, 0, 3, -3, 12)),
        (Training, "cfa_training_starts_on", months_before(STARTS_ON, 0, -3, 3)),
        # two months from the examination to the end
        (Training, "cycle_ends_on", months_before(ENDS_ON, 0, 2, 1, -12)),
        (Training, "last_exam_on", [*months_before(ENDS_ON, 2, 0), date(2026, 8, 31)]),
        # R6223-22: one or two years of activity, three, five
        (ExperiencePeriod, "starts_on", months_before(STARTS_ON, 24, 12, 36, 60)),
        (Supervised, "starts_on", months_before(STARTS_ON, 12, 0, -6)),
        (Supervised, "ends_on", months_before(STARTS_ON, -12, 0, -24)),
    ],
    ids=lambda each: each.__name__ if isinstance(each, type) else None,
)
def test_days_of_a_class_lie_about_its_limits(
    kind: type[Any], name: str, anchors: list[date]
) -> None:
    found = of_field(in_turn(lambda fact: fact.part(kind)), name)
    assert found[0] == anchors[0]
    assert set(found) == about(*anchors)


def test_a_second_day_is_never_before_the_first() -> None:
    mobilities = at_random(lambda fact: fact.part(Mobility), 6000)
    assert all(each.starts_on <= each.ends_on for each in mobilities)
    # to the last day, to the middle, or to a year after the start
    ends = {each.ends_on for each in mobilities if each.starts_on == STARTS_ON}
    assert about(ENDS_ON) <= ends <= about(ENDS_ON, date(2025, 9, 1), date(2025, 9, 2))
    assert {date(2025, 8, 31), date(2025, 9, 1), date(2025, 9, 2), date(2025, 9, 3)} <= ends
    for kind in (ExperiencePeriod, Supervised):
        for each in at_random(part_of(kind), unknowns=True):
            assert None in (each.starts_on, each.ends_on) or each.starts_on <= each.ends_on
    ends = {
        each.ends_on
        for each in at_random(lambda fact: fact.part(ExperiencePeriod), 3000)
        if each.starts_on < same_day(STARTS_ON, -18)
    } - {None}
    assert ends == about(STARTS_ON, same_day(STARTS_ON, -12), same_day(STARTS_ON, 12))


def test_an_experience_that_goes_on_has_no_end() -> None:
    for each in at_random(lambda fact: fact.part(ExperiencePeriod)):
        assert (each.ends_on is None) is each.ongoing


def test_an_extension_begins_by_avenant_or_with_the_contract() -> None:
    found = at_random(lambda fact: fact.part(Extension), 2000)
    days = {each.starts_on for each in found if each.reason.value != "none"}
    # by avenant about a year before the end
    assert days == about(date(2025, 9, 1)) | {None, STARTS_ON}


def test_a_file_whose_events_lie_about_their_deadlines() -> None:
    found = at_random(_dossier, 3000)
    anchors = {
        # D6224-1: five jours ouvrables after the start
        "filed_on": [date(2024, 9, 7), date(2024, 9, 8)],
        "complete_on": [date(2024, 9, 12)],
        "later_acceptance_on": [date(2024, 10, 12)],
        "excluded_on": [date(2025, 3, 2)],
        # L6222-18: « quarante-cinq premiers jours »
        "practical_days_until": [date(2024, 10, 31), date(2026, 8, 1)],
        "wanted_end_on": [date(2026, 8, 1)],
    }
    for name, days in anchors.items():
        assert set(of_field(found, name)) == {None, *about(*days)}, name
    practised = {len(each.practical_days) for each in found if each.practical_days is not None}
    assert practised == {0, 44, 45, 46, 60}
    first = [min(each.practical_days) for each in found if each.practical_days]
    assert set(first) == {STARTS_ON}


def test_an_avenant_is_filed_six_days_after_its_effect() -> None:
    found = at_random(lambda fact: fact.part(Avenant), 2000)
    apart = {(each.filed_on - each.effective_on).days - 6 for each in found}
    assert apart == set(SHIFTS)
    assert {(each.concluded_on - each.effective_on).days for each in found} == set(SHIFTS)


def test_a_day_of_work_leaves_a_stretch_of_its_hours() -> None:
    found = at_random(lambda fact: fact.part(WorkDay), unknowns=True)
    # L3162-3: « quatre heures et demie »
    assert set(of_field(found, "longest_stretch_hours")) == {None, *numbers("4.5", "4", "5")}
    assert set(of_field(found, "hours")) == {None, 7, 8, 9, 10, 11}
    assert set(of_field(found, "breaks")) == {None, 0, 1, 2}
    for each in found:
        if None not in (each.breaks, each.hours, each.longest_stretch_hours):
            assert each.breaks == 2
    whole = in_turn(lambda fact: fact.part(WorkDay))
    assert of_field(whole, "longest_stretch_hours") == list(numbers("4.5", "4", "5"))
    assert of_field(whole, "hours") == [8, 7, 9, 10, 11]
    days = at_random(lambda fact: fact.part(WorkingTime, days=None))
    assert {each.days for each in days} == {None}
    days = at_random(lambda fact: fact.part(WorkingTime))
    assert {len(each.days) for each in days} == {0, 1, 2}


def test_holidays_worked_are_those_of_may_and_november() -> None:
    # « 1er Mai » (L3133-4) and All Saints, of the year of the start
    may, november = date(2024, 5, 1), date(2024, 11, 1)
    found = of_field(in_turn(lambda fact: fact.part(Employer)), "worked_holidays")
    assert found == [frozenset(), frozenset({may, november}), frozenset({may})]


def test_years_of_a_cycle_agree_with_the_year_of_entry() -> None:
    found = at_random(lambda fact: fact.part(Training), 2000)
    years = {(each.cycle_years, each.entry_year) for each in found}
    assert years == {(cycle, entry) for cycle in (1, 2, 3, 4) for entry in range(1, cycle + 1)}
    late = at_random(lambda fact: fact.part(Training, entry_year=3))
    assert set(of_field(late, "cycle_years")) == {3, 4}
    late = at_random(lambda fact: fact.part(Training, entry_year=5))
    assert set(of_field(late, "cycle_years")) == {5}
    exams = at_random(lambda fact: fact.part(Training, last_exam_on=ENDS_ON), 2000)
    # the first two months before the last, or with it; never after it
    days = about(*months_before(ENDS_ON, 2, 0))
    assert set(of_field(exams, "first_exam_on")) == {day for day in days if day <= ENDS_ON}
    for each in at_random(lambda fact: fact.part(Training), unknowns=True):
        for first, last in (
            (each.cycle_starts_on, each.cycle_ends_on),
            (each.first_exam_on, each.last_exam_on),
        ):
            assert None in (first, last) or first <= last


def test_minimum_and_lines_of_pay() -> None:
    minimum = at_random(_conventional_minimum)
    fixed = {each for each in minimum if not isinstance(each, ByDay)}
    assert fixed == set(numbers("1850", "1801.80", "2250", "1400.01"))
    risen = [each.steps for each in minimum if isinstance(each, ByDay)]
    # two years before the start, then after a year or half a year
    assert {first for (first, _), _ in risen} == {same_day(STARTS_ON, -24)}
    assert {amount for (_, amount), _ in risen} == fixed
    assert {later - amount for (_, amount), (_, later) in risen} == {50}
    assert {on for _, (on, _) in risen} == about(*months_before(STARTS_ON, -12, -6))
    lines = at_random(declared_lines)
    assert {each.rate for each, _ in lines} == set(RATES)
    assert {each.base for _, each in lines} == {PayBase.SMIC, PayBase.SMC}
    for first, second in lines:
        assert (first.order, second.order) == ("1.1", "2.1")
        assert (first.starts_on, first.ends_on) == (STARTS_ON, date(2025, 9, 1))
        assert (second.starts_on, second.ends_on) == (date(2025, 9, 2), ENDS_ON)


def test_at_most_four_lines_of_pay() -> None:
    def of_five_years(fact: Facts) -> int:
        fact.ends_on = date(2029, 9, 1)
        return len(declared_lines(fact))

    assert drawn_by(bytes(BYTES), of_five_years) == 4


def test_starts_and_ends_of_contracts() -> None:
    days = [0, 1, 3, 31, 92, 366, -1]
    starts = in_turn(lambda fact: _start(fact, SIGNED_ON))
    assert [(day - SIGNED_ON).days for day in starts[: len(days)]] == days
    assert set(starts[len(days) :]) == {date(2024, 9, 1)}
    later = {day for day in at_random(lambda fact: _start(fact, SIGNED_ON)) if day.day == 1}
    # the first of the month after each of them
    assert later == {
        date(year, month, 1) for year, month in ((2024, 9), (2024, 10), (2024, 12), (2025, 9))
    }
    # L6222-7-1: from six months to three years; four; and beyond both
    months = (24, 12, 36, 6, 48, 18, 5, 11, 60)
    ends = in_turn(lambda fact: _end(fact, STARTS_ON))
    last = [same_day(date(2024, 9, 1), each) for each in months]
    assert ends[: len(last)] == last
    lengths = {(day - STARTS_ON).days for day in at_random(lambda f: _end(f, STARTS_ON), 3000)}
    lengths -= {(day - STARTS_ON).days for day in about(*last, ENDS_ON)}
    assert 1 <= min(lengths) < 30
    assert 1450 < max(lengths) < 1500


MONTHS_OF_MAITRES = {0, 11, 12, 13, 23, 24, 25, 35, 36}


def test_a_maitre_about_his_majority_and_his_years() -> None:
    found = at_random(lambda fact: fact.part(MaitreApprentissage), 3000)
    # R6223-22: « une année » with the diploma, « deux années » without
    assert set(of_field(found, "experience_months")) == {None, *MONTHS_OF_MAITRES}
    assert set(of_field(found, "excluded_months")) == {None, 0, 12, 24}
    for each in found:
        months, excluded = each.experience_months, each.excluded_months
        assert None in (months, excluded) or excluded <= months
        assert each.experience is None or (months, excluded) == (None, None)
        no_employee = each.status is MaitreStatus.USER_FIRM_EMPLOYEE
        assert not (each.firm is MaitreFirm.EMPLOYER and no_employee)
        assert each.field_diploma_level <= each.diploma_level
        assert each.diploma_in_field is (each.field_diploma_level > 0)
    assert set(of_field(found, "firm")) == set(MaitreFirm)
    assert set(of_field(found, "status")) == set(MaitreStatus)
    levels = {(each.diploma_level, each.field_diploma_level) for each in found}
    of_notice = (0, 3, 4, 5, 6, 7, 8)
    assert levels == {(high, field) for high in of_notice for field in of_notice if field <= high}
    ages = {completed_years(each.born_on, STARTS_ON) for each in found}
    assert {16, 17, 18, 24, 25, 39, 40} <= ages
    # a 29 February may lie three years before
    assert ages <= {*range(16, 22), *range(24, 29), *range(39, 44)}
    told = at_random(lambda fact: fact.part(MaitreApprentissage, excluded_months=0), 20)
    assert {each.experience for each in told} == {None}
    told = at_random(lambda fact: fact.part(MaitreApprentissage, diploma_in_field=True))
    assert 0 not in {*of_field(told, "diploma_level"), *of_field(told, "field_diploma_level")}
    told = at_random(lambda fact: fact.part(MaitreApprentissage, diploma_in_field=False))
    assert of_field(told, "field_diploma_level") == [0]
    told = at_random(lambda fact: fact.part(MaitreApprentissage, field_diploma_level=5))
    assert set(of_field(told, "diploma_level")) == {5, 6, 7, 8}
    status = MaitreStatus.USER_FIRM_EMPLOYEE
    told = at_random(lambda fact: fact.part(MaitreApprentissage, status=status), 40)
    assert of_field(told, "firm") == [MaitreFirm.OTHER]


def test_an_earlier_cycle_ends_about_a_delay() -> None:
    found = at_random(lambda fact: fact.part(PreviousCycle), 3000)
    ends = {each.ended_on or each.ruptured_on for each in found}
    month = date(2024, 7, 26)
    assert ends == about(month, *months_before(SIGNED_ON, 12, 6, 24))
    assert {each.rupture_cause for each in found if each.ruptured_on} == {*RuptureCause}
    for each in found:
        assert (each.ended_on is None) is (each.ruptured_on is not None)
        assert each.diploma_obtained is (each.level > 0)
        assert not (each.exam_failed and each.diploma_obtained)
    assert set(of_field(found, "level")) == {0, 3, 4, 5, 6, 7, 8}
    assert set(of_field(found, "exam_failed")) == {False, True}
    failed = at_random(lambda fact: fact.part(PreviousCycle, exam_failed=True), 40)
    assert {(each.level, each.diploma_obtained) for each in failed} == {(0, False)}
    told = at_random(lambda fact: fact.part(PreviousCycle, level=4), 40)
    assert of_field(told, "diploma_obtained") == [True]
    told = at_random(lambda fact: fact.part(PreviousCycle, level=0), 40)
    assert of_field(told, "diploma_obtained") == [False]
    stated: list[dict[str, Any]] = [
        {"ruptured_on": SIGNED_ON},
        {"rupture_cause": RuptureCause.RESIGNATION},
    ]
    for broken in stated:
        told = at_random(part_of(PreviousCycle, **broken), 40)
        assert of_field(told, "ended_on") == [None]
    told = at_random(lambda fact: fact.part(PreviousCycle, ended_on=SIGNED_ON), 40)
    assert of_field(told, "ruptured_on") == [None]
    # one in three in direct relation with the diploma prepared
    related = at_random(lambda fact: bool(directly_related(fact, 5)), 900)
    assert 240 < sum(related) < 360
    assert drawn_by(bytes([255]), lambda fact: directly_related(fact, 5)) == {
        "diploma_obtained": True,
        "level": 5,
        "directly_related": True,
    }
    assert drawn_by(bytes([255]), lambda fact: directly_related(fact, None)) == {}


def test_the_last_class_agrees_with_the_college() -> None:
    left = {LastClass.STOPPED_IN_TROISIEME, LastClass.STOPPED_IN_QUATRIEME}
    found = at_random(lambda fact: fact.part(facts.Apprentice, born_on=BORN_ON), 2000)
    classes: dict[object, set[object]] = {}
    for each in found:
        classes.setdefault(each.lower_secondary_completed, set()).add(each.last_class)
    assert classes[True] == {*LastClass} - left
    assert classes[False] == {*LastClass} - {LastClass.COLLEGE_COMPLETED}


DAY = date(2007, 9, 12)


def test_a_birthday_falls_on_the_day_and_about_it() -> None:
    found = in_turn(lambda fact: birth(fact, (date(2025, 9, 12),), (18,)))
    assert found[:11] == [
        date(2007, 3, 15),  # an ordinary day, half a year before
        DAY,
        date(2007, 9, 11),
        date(2007, 9, 13),
        date(2007, 9, 1),
        date(2007, 10, 1),
        date(2007, 8, 31),
        date(2007, 9, 30),
        date(2007, 9, 7),
        date(2007, 9, 17),
        date(2004, 2, 29),
    ]


def test_a_birthday_falls_anywhere_in_the_year_about_it() -> None:
    found = [
        drawn_by(bytes([0, 0, 255, *two]), lambda fact: birth(fact, (date(2025, 9, 12),), (18,)))
        for two in ((0, 0), (255, 255))
    ]
    assert [(day - DAY).days for day in found] == [-183, 183]
    anchors = (date(2025, 9, 12), date(2026, 9, 12))
    found = in_turn(lambda fact: birth(fact, anchors, (18, 21)).year)
    assert found == [2007, 2008, 2004]


def test_ages_the_most_ordinary_first() -> None:
    # L6222-1 and -2, D6222-1 and D6222-26, and beyond every limit
    ordinary = (17, 18, 16, 15, 20, 21, 25, 26, 29, 30, 34, 35, 36, 14, 45)
    assert tuple(dict.fromkeys(AGES)) == ordinary
    # those of which the brackets go more often
    twice = {age for age, group in groupby(sorted(AGES)) if len(list(group)) > 1}
    assert twice == {18, 21, 26}
    assert len(AGES) == len(ordinary) + 3


def test_signed_on_the_eve_a_week_or_a_month_before() -> None:
    assert in_turn(gap) == [0, 1, 7, 31]
    assert in_turn(_beyond) == [1, 2, 31]


LAWFUL_PARTS: Mapping[str, Make] = {
    "apprentice": lambda fact: apprentice_of(fact, "ordinary", SIGNED_ON, BORN_ON),
    "employer": employer_of,
    "training": lambda fact: training_of(fact, SIGNED_ON, STARTS_ON, ENDS_ON),
    "maitre": lambda fact: maitre_of(fact, SIGNED_ON, STARTS_ON),
    "previous": lambda fact: previous_of(fact, SIGNED_ON),
    "file": lambda fact: file_of(
        fact, Employer(territory=Territory.METROPOLE), SIGNED_ON, STARTS_ON
    ),
}
"""The parts of a lawful contract, of an adult and of a first one."""


@cache
def parts_in_turn(part: str) -> list[Any]:
    return in_turn(LAWFUL_PARTS[part], places=8)


LAWFUL: Mapping[str, tuple[Any, ...]] = {
    "apprentice.sex": (Sex.FEMALE, Sex.MALE),
    "apprentice.nationality": (Nationality.FRENCH, Nationality.EUROPEAN_UNION),
    # the key of the sex, year and month of the birth
    "apprentice.nir": ("2040375114001", "1040375114001"),
    "apprentice.birth_department": ("075",),
    # L6243-1: « moins de deux cent cinquante salariés »
    "employer.headcount": (10, 0, 249, 250),
    "employer.territory": tuple(Territory),
    # with the last day, on its eve, or a month before; two months are lawful
    "training.last_exam_on": (ENDS_ON, date(2026, 8, 31), date(2026, 8, 1)),
    # L6222-12: « trois mois »
    "training.cfa_training_starts_on": (STARTS_ON, date(2024, 12, 2)),
    # L6211-2: a quarter of two years, and all their hours
    "training.hours": numbers("803.5", "1607"),
    "training.cycle_starts_on": (STARTS_ON,),
    "training.cycle_ends_on": (ENDS_ON,),
    "training.cycle_years": (2,),
    # R6223-22: « une année » with the diploma, « deux années » without
    "maitre.experience_months": (24, 12, None),
    "maitre.excluded_months": (0, None),
    "maitre.diploma_in_field": (False, True),
    "maitre.diploma_level": (0, 5),
    "maitre.field_diploma_level": (0, 5),
    "maitre.status": (MaitreStatus.EMPLOYEE, MaitreStatus.EMPLOYER),
    # R6223-22: of age on the first of both days, to the day
    "maitre.born_on": (date(1980, 3, 15), date(2006, 8, 26)),
    # L6222-2: « dans un délai d'un an » after the end
    "previous.ended_on": (date(2024, 8, 25), date(2023, 8, 26)),
    # D6224-1: « cinq jours ouvrables » after Monday 2 September
    "file.filed_on": (None, date(2024, 9, 7)),
    "file.complete_on": (None, date(2024, 9, 7)),
}


@pytest.mark.parametrize("path", LAWFUL)
def test_lawful_facts_go_to_their_last_value(path: str) -> None:
    part, name = path.split(".")
    assert tuple(of_field(parts_in_turn(part), name)) == LAWFUL[path]


def test_the_first_exam_is_none_one_or_two_months_before_the_last() -> None:
    found = at_random(LAWFUL_PARTS["training"])
    pairs = {(each.first_exam_on, each.last_exam_on) for each in found}
    assert pairs == {
        (same_day(last, -months), last)
        for last in LAWFUL["training.last_exam_on"]
        for months in (0, 1, 2)
    }
    simplest = drawn_by(bytes(BYTES), LAWFUL_PARTS["training"])
    assert simplest.first_exam_on == date(2026, 8, 1)


def test_a_lawful_maitre_in_full() -> None:
    found = at_random(LAWFUL_PARTS["maitre"])
    worked = {each.experience for each in found} - {None}
    assert {(p.starts_on, p.ends_on, p.kind) for (p,) in worked} == {
        (same_day(SIGNED_ON, -months), date(2024, 8, 25), facts.ExperienceKind.EMPLOYMENT)
        for months in (12, 24)
    }
    for each in found:
        # a year with the diploma, two without
        months = 12 if each.diploma_in_field else 24
        assert each.experience_months in {None, months}
        if each.experience:
            assert each.experience[0].starts_on == same_day(SIGNED_ON, -months)
            assert (each.experience_months, each.excluded_months) == (None, None)
        assert (each.volunteer, each.moral_guarantees, each.available) == (True, True, True)
        assert (each.minimum_qualification, each.favourable_opinion) == (True, True)
        assert (each.brevet_de_maitrise, each.branch_conditions) == (True, ())
    followed = {each.supervised for each in found} - {()}
    assert {(s.starts_on, s.ends_on, s.kind) for (s,) in followed} == {
        (date(2023, 9, 2), date(2025, 9, 2), facts.SupervisedKind.REGULAR)
    }


def test_the_schooling_of_a_lawful_apprentice() -> None:
    def of(path: str, born_on: date = BORN_ON) -> facts.Apprentice:
        return cast(
            "facts.Apprentice",
            drawn_by(bytes(BYTES), lambda fact: apprentice_of(fact, path, SIGNED_ON, born_on)),
        )

    def schooling(each: facts.Apprentice) -> tuple[object, ...]:
        return (
            each.prior_situation,
            each.last_class,
            each.last_diploma_prepared,
            each.highest_diploma,
        )

    first, second = of("ordinary"), of("second contract")
    assert schooling(first) == (
        PriorSituation.SCHOOL_PUPIL,
        LastClass.COLLEGE_COMPLETED,
        Diploma.DNB,
        Diploma.DNB,
    )
    assert schooling(second) == (
        PriorSituation.APPRENTICESHIP,
        LastClass.DIPLOMA_OBTAINED,
        Diploma.CAP,
        Diploma.CAP,
    )
    assert [of(path).rqth for path in ("ordinary", "disabled worker")] == [False, True]
    assert first.lower_secondary_completed is second.lower_secondary_completed is True
    assert first.social_scheme is facts.SocialScheme.URSSAF
    # L6222-4: a minor has a representative, on the eve of 18 too
    for born_on, minor in ((date(2006, 8, 26), False), (date(2006, 8, 27), True)):
        assert (of("ordinary", born_on).legal_representative is not None) is minor


def test_an_earlier_contract_of_a_lawful_one() -> None:
    found = drawn_by(bytes(BYTES), lambda fact: previous_of(fact, SIGNED_ON))
    assert (found.ruptured_on, found.rupture_cause) == (None, None)
    assert (found.target_level, found.level, found.diploma_obtained) == (3, 3, True)
    assert found.directly_related is True
    assert found.last_rate_kind is facts.RateKind.CLAIMABLE


def test_a_lawful_file_is_accepted_in_twenty_days() -> None:
    found = at_random(LAWFUL_PARTS["file"], 40)
    decided = {each.decision for each in found} - {None}
    assert {(d.decision, d.decided_on) for d in decided} == {
        (facts.Decision.ACCEPTED, date(2024, 9, 27))
    }

    def before(signed_on: date) -> set[object]:
        employer = Employer(territory=Territory.METROPOLE)
        return {
            each.filed_on is None
            for each in at_random(lambda f: file_of(f, employer, signed_on, signed_on), 40)
        }

    # filed with the OPCO since 2020
    assert before(date(2019, 12, 31)) == {True}
    assert before(date(2020, 1, 1)) == {True, False}


def built_lawfully(fact: Facts, path: str = "ordinary", born: date = BORN_ON) -> Contract:
    return build(fact, path, signed_on=SIGNED_ON, start=STARTS_ON, end=ENDS_ON, born=born)


def test_what_else_a_lawful_contract_tells() -> None:
    found = at_random(built_lawfully)
    told: Mapping[str, set[Any]] = {
        # L6222-12: « trois mois »
        "employer_training_starts_on": {STARTS_ON, date(2024, 12, 2)},
        "smc_monthly": {1900, 2250},
        "annual_funding": {8000, 3999, 14600},
        "gross_at_hiring": {1850, 2250},
        "benefits_in_kind": {0},
        "signed_by": {PARTIES | {Signatory.CFA}},
        "kind": {ContractType.FIRST},
        "previous_number": {None},
        "deposit_number": {None},
        "opco_number": {None},
        "second_employer": {None},
        "signatures": {None},
        "maitre_attested": {True},
        "proofs_attested": {True},
        "cfa_stamped": {True},
        "extension": {facts.NO_EXTENSION},
        "grid": {facts.NO_GRID},
    }
    for name, values in told.items():
        assert {getattr(each, name) for each in found} == values, name
        simplest = getattr(drawn_by(bytes(BYTES), built_lawfully), name)
        assert len(values) == 1 or simplest in {STARTS_ON, 1900, 8000, 1850}
    assert {len(each.maitres or ()) for each in found} == {1, 2}
    # L3162-1: « huit heures par jour »; L3164-2: « deux jours »
    assert {each.working_time.daily_hours for each in found if each.working_time} == {7, 8}
    assert {each.working_time.weekly_rest_hours for each in found if each.working_time} == {48}


def test_the_codes_of_a_lawful_contract_say_what_it_is() -> None:
    def of(path: str, born: date = BORN_ON) -> tuple[object, ...]:
        each = drawn_by(bytes(BYTES), lambda fact: built_lawfully(fact, path, born))
        return (each.kind, each.derogation, each.age_exemption, each.previous_number)

    first = ContractType.FIRST
    plain = (first, facts.DerogationType.NONE, facts.AgeExemption.NONE, None)
    assert of("ordinary") == plain
    under_16 = of("fifteen", date(2009, 3, 1))
    assert under_16[:2] == (first, facts.DerogationType.UNDER_16)
    older = of("disabled worker", date(1984, 3, 1))
    assert older[1:3] == (
        facts.DerogationType.OVER_29,
        facts.AgeExemption.DISABLED_WORKER,
    )
    second = of("second contract")
    assert (second[0], second[3]) == (ContractType.OTHER_EMPLOYER, "075202209000001")
    minor = drawn_by(bytes(BYTES), lambda fact: built_lawfully(fact, born=date(2007, 3, 1)))
    assert minor.signed_by == frozenset(Signatory)


@pytest.mark.parametrize(
    ("path", "youngest", "oldest"),
    [
        ("fifteen", 15, 15),
        # L6222-1: « seize ans au moins à vingt-neuf ans révolus »
        ("ordinary", 16, 29),
        ("second contract", 16, 29),
        # L6222-2, 3°: no limit
        ("disabled worker", 30, None),
    ],
)
def test_lawful_ages_go_to_the_limit(path: str, youngest: int, oldest: int | None) -> None:
    born = at_random(lambda fact: born_within(fact, path, STARTS_ON, ENDS_ON), 1000)
    ages = {completed_years(day, STARTS_ON) for day in born}
    assert min(ages) == youngest
    assert oldest is None or max(ages) == oldest
    # on the eve of the birthday that would be too late, one time in eight
    last = same_day(STARTS_ON, -12 * (30 if oldest == 29 else (oldest or 60) + 1))
    assert 75 < born.count(last + timedelta(days=1)) < 200


def changes(fault: Fault) -> list[dict[str, Any]]:
    """What a fault changes, as it is drawn in turn."""
    contract = drawn_by(bytes(BYTES), built_lawfully)
    return in_turn(lambda fact: _CHANGES[fault](fact, contract))


def beyond(day: date, *days: int) -> list[date]:
    return [day + timedelta(each) for each in days or (1, 2, 31)]


FAULTS: Mapping[Fault, list[dict[str, Any]]] = {
    Fault.TOO_YOUNG: [
        {
            "apprentice": {
                "lower_secondary_completed": False,
                "last_class": LastClass.STOPPED_IN_TROISIEME,
            }
        }
    ],
    Fault.NO_WORK_AUTHORISATION: [
        {
            "apprentice": {
                "nationality": Nationality.OTHER,
                "work_authorisation": WorkAuthorisation.NONE,
            }
        }
    ],
    Fault.PRIVATE_INDIVIDUAL: [{"employer": {"private_individual": True}}],
    Fault.SIGNED_TOO_LATE: [{"concluded_on": day} for day in beyond(STARTS_ON)],
    # a cycle of four years, of five
    Fault.NOT_THE_CYCLE: [
        {"training": {"cycle_ends_on": same_day(date(2024, 9, 1), months), "cycle_years": 5}}
        for months in (48, 60)
    ],
    # two months after the examination, and a day
    Fault.ENDS_TOO_LATE: [
        {"training": dict.fromkeys(("first_exam_on", "last_exam_on", "cycle_ends_on"), day)}
        for day in beyond(date(2026, 7, 1), -1, -2, -31)
    ],
    Fault.NOT_SIGNED: [
        {"signed_by": frozenset({Signatory.CFA, left})}
        for left in (Signatory.EMPLOYER, Signatory.APPRENTICE)
    ],
    # L6222-12: « trois mois », at the CFA or with the employer
    Fault.TRAINING_TOO_LATE: [
        *({"training": {"cfa_training_starts_on": day}} for day in beyond(date(2024, 12, 2))),
        {"employer_training_starts_on": date(2024, 12, 3)},
    ],
    # 803.5 hours are due
    Fault.TOO_FEW_HOURS: [{"training": {"hours": hours}} for hours in (803, 401)],
    Fault.TOO_LONG_ABROAD: [{"mobilities": (Mobility(starts_on=STARTS_ON, ends_on=ENDS_ON),)}],
    # five days after the start, whatever the Sundays and holidays
    Fault.FILED_TOO_LATE: [{"file": {"filed_on": day}} for day in beyond(STARTS_ON, 11, 12, 41)],
    Fault.WRONG_CODE: [
        {"kind": kind, "previous_number": "075202209000001"}
        for kind in (ContractType.SAME_EMPLOYER, ContractType.OTHER_EMPLOYER)
    ],
    # a wrong key, thirteen digits, a letter
    Fault.WRONG_NUMBER: [
        {"employer": {"siret": siret}}
        for siret in ("73282932000075", "7328293200007", "X3282932000074")
    ],
}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_lies_on_the_first_unlawful_value_or_beyond(fault: Fault) -> None:
    assert changes(fault) == FAULTS[fault]


def test_the_faults_of_maitres_and_of_pay() -> None:
    contract: Any = drawn_by(bytes(BYTES), built_lawfully)
    (maitre,) = contract.maitres
    unfit = at_random(lambda fact: _CHANGES[Fault.UNFIT_MAITRE](fact, contract)["maitres"])
    assert {each[0].born_on for each in unfit if each} == {
        maitre.born_on,
        *beyond(date(2006, 9, 2)),
    }
    assert {each[0].volunteer for each in unfit if each} == {True, False}
    assert () in unfit
    new = of_field(changes_of_maitre(Fault.INEXPERIENCED_MAITRE, contract), "experience_months")
    # R6223-22: « deux années » without a diploma
    assert new == [23, 12, 0]
    for each in changes_of_maitre(Fault.INEXPERIENCED_MAITRE, contract):
        assert (each.diploma_in_field, each.field_diploma_level) == (False, 0)
        assert (each.brevet_de_maitrise, each.experience, each.excluded_months) == (False, None, 0)
    loaded = changes_of_maitre(Fault.OVERLOADED_MAITRE, contract)
    # R6223-6: « deux apprentis », this one counted
    assert [len(each.supervised) for each in loaded] == [2, 3]
    assert {(s.starts_on, s.ends_on) for each in loaded for s in each.supervised} == {
        (date(2024, 9, 1), date(2024, 9, 3))
    }
    lines = [each["declared_pay"] for each in changes(Fault.UNDERPAID)]
    due = contract.declared_pay or ()
    less = [[a.rate - b.rate for a, b in zip(due, line, strict=True)] for line in lines]
    half, ten, none = Decimal("0.5"), Decimal(10), Decimal(0)
    assert less[0] == [half, *[none] * (len(due) - 1)]
    assert {tuple(each) for each in less} >= {(ten, *[none] * (len(due) - 1))}
    assert {each[-1] for each in less} == {none, half}


def changes_of_maitre(fault: Fault, contract: Contract) -> list[Any]:
    return [each["maitres"][0] for each in in_turn(lambda f: _CHANGES[fault](f, contract))]


def test_ages_and_lengths_that_are_the_fault() -> None:
    def of(fault: Fault) -> list[Contract]:
        return at_random(lambda fact: _lawful(fact, fault, SIGNED_ON), 150)

    # L6222-7-1: « six mois », « trois ans »; the last days before and after
    ends = {
        ((each.ends_on - same_day(each.starts_on, 6)).days + 1)
        for each in of(Fault.TOO_SHORT_OR_LONG)
        if each.ends_on < same_day(each.starts_on, 7)
    }
    assert ends == {-1, -2, -31}
    ends = {
        ((each.ends_on - same_day(each.starts_on, 36)).days + 1)
        for each in of(Fault.TOO_SHORT_OR_LONG)
        if each.ends_on > same_day(each.starts_on, 7)
    }
    assert ends == {1, 2, 31}
    lengths = {(each.ends_on.year - each.starts_on.year) for each in of(Fault.PRIVATE_INDIVIDUAL)}
    assert lengths == {1, 2, 3}
    young = {
        (each.apprentice.born_on - same_day(each.starts_on, -12 * years)).days
        for each in of(Fault.TOO_YOUNG)
        for years in (15, 16)
    }
    assert {1, 2, 31} <= {day for day in young if 0 < day < 300}
    # the younger ones by a year, before their 15th birthday
    assert max(young) == 31 + 365
    old = {
        (each.apprentice.born_on - same_day(each.starts_on, -12 * years)).days
        for each in of(Fault.TOO_OLD)
        for years in (30, 36)
    }
    # on the 30th birthday, or the 36th, and later
    assert {day for day in old if -300 < day < 300} == {0, -1, -30}
    assert {completed_years(e.apprentice.born_on, e.starts_on) for e in of(Fault.TOO_OLD)} == {
        30,
        36,
    }


CHANGES: Mapping[date, str] = {
    # the first day of the Code of today, and the succession before April 2020
    date(2008, 5, 1): "D6222-26",
    date(2008, 12, 29): "L6222-2",
    date(2009, 5, 29): "D6222-1",
    # athletes of high level
    date(2015, 11, 29): "L6222-40",
    # the SMC for those of 21 and more: decree of 10 May 2016
    date(2016, 7, 1): "",
    # the visit to the doctor
    date(2017, 1, 1): "R4624-18",
    # thirty years in some regions: decree of 22 March 2017
    date(2017, 3, 23): "",
    # the reform
    date(2019, 1, 1): "D6222-26",
    date(2019, 8, 23): "L6222-7-1",
    # the file goes to the OPCO
    date(2020, 1, 1): "D6224-1",
    date(2020, 4, 1): "D6222-1",
    date(2020, 4, 27): "D6272-2",
    # the aid of 2020 and of 2023
    date(2020, 7, 1): "",
    date(2023, 1, 1): "",
    # mobility
    date(2023, 12, 29): "L6222-42",
    date(2024, 1, 1): "L5213-2",
    date(2024, 8, 1): "D6224-2",
    # the agreement for part of the cost: decree of 27 June 2025
    date(2025, 7, 1): "",
    # the maître: L6223-8-1, of which the words were not read
    date(2026, 5, 28): "",
    # night work of minors: R3163-5, of which the words were not read
    date(2026, 8, 18): "",
    # the morrow of the last day on which the Code was read
    LAW_CHECKED_ON + timedelta(days=1): "",
}
"""Days on which a text of pay, of age or of the file changes, by its article."""


def test_days_lie_about_the_changes_of_the_law() -> None:
    assert tuple(CHANGES) == LAW_CHANGES
    known = editions()
    for day, article in CHANGES.items():
        assert not article or day in {each.since for each in known[article]}, article


def test_ordinary_contracts_are_about_whole_years() -> None:
    found: list[Contract] = []

    @settings(max_examples=600, database=None, derandomize=True)
    @given(ordinary_contracts(concluded_on=st.just(SIGNED_ON)))
    def draw(contract: Contract) -> None:
        found.append(contract)

    draw()
    starts = [SIGNED_ON, date(2024, 8, 27), date(2024, 9, 9)]
    first_days = [date(2024, 9, 1), date(2024, 10, 1)]
    assert {each.starts_on for each in found} == {*starts, *first_days}
    # the last day, a day or half a month more, of six months to three years
    lengths = {
        (months, over)
        for each in found
        for months in range(60)
        for over in (0, 1, 15)
        if each.ends_on == last_day_of(each.starts_on, months) + timedelta(over)
    }
    assert lengths == {(months, over) for months in (6, 12, 13, 24, 25, 36) for over in (0, 1, 15)}
    for each in found:
        assert each.weekly_hours == 35
        assert (each.previous, each.extension) == ((), facts.NO_EXTENSION)
        assert each.training.entry_year == 1
        assert (each.apprentice.rqth, each.apprentice.high_level_athlete) == (False, False)
        assert each.apprentice.disability_title is facts.DisabilityTitle.NONE
        assert each.employer.type is EmployerType.COMMERCIAL_REGISTER_ONLY
        assert each.employer.territory is Territory.METROPOLE
    assert {each.concluded_on for each in found} == {SIGNED_ON}
    ages = {completed_years(each.apprentice.born_on, each.starts_on) for each in found}
    # D6222-26: under 18, from 18, from 21, from 26; reached by the third year
    assert {14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26} <= ages


def test_ordinary_contracts_are_of_the_grid_of_today() -> None:
    # D6222-26 since 2019-01-01
    simplest = find(ordinary_contracts(), lambda _: True)
    assert simplest.starts_on == date(2025, 9, 1)
    early = find(ordinary_contracts(), lambda c: c.concluded_on == date(2019, 1, 1))
    late = find(ordinary_contracts(), lambda c: c.concluded_on == date(2026, 6, 1))
    assert (early.concluded_on, late.concluded_on) == (date(2019, 1, 1), date(2026, 6, 1))


def test_payslips_are_about_what_is_due() -> None:
    contract = Contract(
        concluded_on=date(2025, 9, 1),
        starts_on=date(2025, 9, 1),
        ends_on=date(2025, 12, 31),
        apprentice=facts.Apprentice(born_on=date(2003, 3, 15)),
    )
    (due,) = {each.due for each in pay_schedule(contract).months()}
    found: list[tuple[Payslip, ...]] = []

    @settings(max_examples=400, database=None, derandomize=True)
    @given(payslips(contract))
    def draw(slips: tuple[Payslip, ...]) -> None:
        found.append(slips)

    draw()
    off = {slip.gross - due for slips in found for slip in slips}
    # as it should be, a cent or two off, and much
    assert off == set(numbers("0", "-0.01", "-0.02", "0.01", "-5", "-20", "-100", "300"))
    assert {len(slips) for slips in found} == {1, 2, 3, 4}
    months = [(slip.year, slip.month) for slips in found for slip in slips[:1]]
    assert set(months) == {(2025, 9), (2025, 10), (2025, 11), (2025, 12)}


@pytest.mark.parametrize(
    "check", [check_pay, check_monthly_pay, check_pay_months, check_filing_deadline]
)
def test_five_hundred_contracts_are_tried_unless_told(check: Callable[..., None]) -> None:
    assert signature(check).parameters["max_examples"].default == 500
