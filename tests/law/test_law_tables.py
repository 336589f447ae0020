"""Dated tables, sources, readings and the SMIC."""

import pickle
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from apprentissage.errors import InvalidValue, NotCovered, WrongType
from apprentissage.facts import Territory
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.law.dated import ByConclusion, ByEvent, ByWork, Version
from apprentissage.law.readings import DOCTRINE, LETTER, POINTS
from apprentissage.law.smic import BUNDLED_SMIC, SmicSeries
from apprentissage.law.sources import (
    LAW_CHECKED_ON,
    SMIC_CHECKED_ON,
    UNREAD_VERSION,
    article,
    legiarti_of,
)
from apprentissage.months import eve_of, morrow_of

TURN = date(2019, 1, 1)
TABLE = (Version(date(2008, 5, 1), "old", ()), Version(TURN, "new", ()))


def test_each_table_has_the_look_up_of_its_own_clock_only() -> None:
    for kind, clock in ((ByConclusion, "concluded"), (ByWork, "worked"), (ByEvent, "event")):
        table = kind("essai", TABLE)
        look_up = getattr(table, clock)
        assert look_up(eve_of(TURN)).value == "old"
        assert look_up(TURN).value == "new"
        assert look_up(morrow_of(TURN)).value == "new"
        assert look_up(date(2008, 5, 1)).value == "old"
        with pytest.raises(NotCovered) as caught:
            look_up(date(2008, 4, 30))
        assert caught.value.what == "essai"
        assert caught.value.covered_from == date(2008, 5, 1)
        others = {"concluded", "worked", "event"} - {clock}
        assert not any(hasattr(table, other) for other in others)


def test_a_datetime_is_no_day_of_a_table() -> None:
    with pytest.raises(WrongType) as caught:
        ByConclusion("essai", TABLE).concluded(datetime(2026, 1, 1))
    assert caught.value.path == "concluded_on"


def test_a_day_of_a_subclass_has_the_version_of_that_day() -> None:
    class Frozen(date):
        """As a library that stops the clock gives it."""

    table = ByConclusion("essai", TABLE)
    assert table.concluded(Frozen(2018, 12, 31)).value == "old"
    assert table.concluded(Frozen(2019, 1, 1)).value == "new"
    with pytest.raises(NotCovered):
        table.concluded(Frozen(2008, 4, 30))


@pytest.mark.parametrize("versions", [(), TABLE[::-1], (TABLE[0], TABLE[0])])
def test_versions_stand_in_order(versions: tuple[Version[str], ...]) -> None:
    with pytest.raises(InvalidValue) as caught:
        ByConclusion("essai", versions)
    assert caught.value.path == "versions"


@pytest.mark.parametrize(
    ("name", "kind", "reference"),
    [
        ("L6222-1", SourceKind.LAW, "art. L. 6222-1 du code du travail"),
        ("D6222-31 al. 2", SourceKind.DECREE, "art. D. 6222-31 al. 2 du code du travail"),
        ("D6222-28-1", SourceKind.DECREE, "art. D. 6222-28-1 du code du travail"),
        ("L6222-2 3°", SourceKind.LAW, "art. L. 6222-2 3° du code du travail"),
        ("R6223-22", SourceKind.DECREE, "art. R. 6223-22 du code du travail"),
    ],
)
def test_articles(name: str, kind: SourceKind, reference: str) -> None:
    source = article(name)
    assert (source.kind, source.reference) == (kind, reference)
    assert source.url is None


def test_an_article_with_its_version_has_an_address() -> None:
    address = "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI0000"
    for day, digits in (
        (date(2009, 5, 29), "20673177"),
        (date(2020, 3, 31), "20673177"),
        (date(2020, 4, 1), "41770341"),
    ):
        assert article("D6222-1", day).url == address + digits


def test_a_version_whose_identifier_is_not_known_has_no_address() -> None:
    assert article("R6223-24", date(2011, 10, 28)).url is None


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("D6222-1", date(2008, 4, 30)),
        ("L6223-1", date(2026, 5, 28)),
        ("D6224-3", date(2026, 1, 1)),
    ],
)
def test_an_article_out_of_force_is_not_covered(name: str, day: date) -> None:
    with pytest.raises(NotCovered):
        article(name, day)


@pytest.mark.parametrize("name", ["6222-1", "L. 6222-1", "A6222-1", ""])
def test_what_is_no_article(name: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        article(name)
    assert caught.value.path == "name"


def test_an_unread_version_says_so_in_french() -> None:
    caveat = UNREAD_VERSION("R6222-24", date(2026, 8, 18))
    assert caveat.name == "UNREAD_VERSION"
    assert "art.\xa0R.\xa06222-24" in caveat.sentence
    assert "18\xa0août 2026" in caveat.sentence


def test_the_days_of_verification() -> None:
    assert date(2026, 8, 20) == LAW_CHECKED_ON
    assert date(2026, 9, 2) == SMIC_CHECKED_ON == BUNDLED_SMIC.checked_on


DESIGN_TABLE = {
    "upper_age_day": "START CONCLUSION*",
    "bare_age_limit": "COMPLETED EVE BIRTHDAY",
    "fifteenth_birthday": "INCLUDED DAY_AFTER*",
    "involuntary_causes": "CLOSED_LIST OPEN_LIST",
    "birthday_on_the_first": "NEXT_MONTH SAME_DAY",
    "leap_birthday": "FEBRUARY_28 MARCH_1",
    "threshold_in_start_month": "AGE_AT_START NEXT_MONTH",
    "leap_start": "MARCH_1 FEBRUARY_28",
    "cycle_credit": "MONTHS WHOLE_YEARS",
    "credit_2019": "ONE_YEAR DIFFERENCE*",
    "year_elsewhere": "CREDITED FIRST_YEAR_RATE",
    "smc_before_july_2016": "SMIC_ALONE SMC_KEPT",
    "licence_pro_length": "ANY_LENGTH ONE_YEAR*",
    "licence_pro_before_april_2020": "FIRST_YEAR SECOND_YEAR*",
    "fifteen_points_base": "STATUTORY_RATE CONVENTIONAL_RATE",
    "fifteen_points_bracket": "FOLLOWS FROZEN",
    "fifteen_points_licence": "EARLIER_CYCLE SECOND_YEAR",
    "fifteen_points_before_2019": "REDUCED_CONTRACT ONE_YEAR_TOO*",
    "disability_points_base": "BINDING_RATE STATUTORY_RATE",
    "end_of_contract": "LATER_OF_EXAM_AND_CYCLE LAST_EXAM THREE_MONTHS",
    "four_years": "FORTY_EIGHT_MONTHS CYCLE_AND_ONE*",
    "months_counted": "BOTH_DAYS END_DAY_EXCLUDED",
    "trainee_months": "SAME_NUMBER FULL_MONTHS",
    "two_year_share": "FORMULA PRINTED",
    "cfa_before_signature": "LAWFUL REFUSED",
    "maitre_majority_day": "START CONCLUSION",
    "maitre_competence_day": "CONCLUSION START",
    "team_ceiling": "TEAM EACH",
    "reinforced_visit": "TWO_MONTHS BEFORE_POST",
    "resignation_delays": "LAST_DAY_FREE FULL_DAYS",
    "filing_saturday": "COUNTS NEXT_OPEN_DAY",
    "saint_martin_holiday": "MAY_27 MAY_28*",
    "monthly_base": "OFFICIAL_MONTH HOURLY",
    "mayotte_2021_month": "FORMULA PRINTED",
    "rounding": "HALF_UP CEILING",
}
"""The contested points agreed, the default first, * held by doctrine."""


def test_the_readings_are_those_agreed() -> None:
    written = {
        point: " ".join(choice.name + "*" * choice.by_doctrine for choice in choices)
        for point, choices in POINTS.items()
    }
    assert written == DESIGN_TABLE


def test_every_choice_names_its_holders() -> None:
    for choices in POINTS.values():
        for choice in choices:
            assert len(choice.holders) > 8
            assert choice.value == choice.name


def test_letter_takes_the_first_choice_and_doctrine_the_marked_one() -> None:
    for point, names in DESIGN_TABLE.items():
        first, *_ = names.split()
        marked = [n[:-1] for n in names.split() if n.endswith("*")]
        assert getattr(LETTER, point).name == first
        assert getattr(DOCTRINE, point).name == (marked or [first])[0]


def test_a_repealed_article_has_no_version() -> None:
    # L6222-9 was repealed on 1 January 2019
    assert legiarti_of("L6222-9", eve_of(TURN)) is None  # LEGI gives none
    with pytest.raises(NotCovered) as caught:
        legiarti_of("L6222-9", TURN)
    assert caught.value.covered_from == date(2008, 5, 1)
    with pytest.raises(NotCovered) as caught:
        legiarti_of("L6222-999", TURN)
    assert caught.value.covered_from is None


def test_choosing() -> None:
    for point, choices in POINTS.items():
        for choice in choices:
            by_name = LETTER.choose(**{point: choice.name})
            assert getattr(by_name, point) is choice
            assert by_name == LETTER.choose(**{point: choice})
    assert hash(LETTER) == hash(LETTER.choose())
    assert pickle.loads(pickle.dumps(DOCTRINE)) == DOCTRINE  # noqa: S301


@pytest.mark.parametrize(
    ("choices", "path"), [({"upper_age": "START"}, "readings"), ({"rounding": "X"}, "rounding")]
)
def test_unknown_choices(choices: dict[str, str], path: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        LETTER.choose(**choices)
    assert caught.value.path == path


@pytest.mark.parametrize("point", POINTS)
def test_a_member_of_another_point_is_refused(point: str) -> None:
    stranger = "leap_start" if point == "rounding" else "rounding"
    other: Any = {point: next(iter(POINTS[stranger]))}
    with pytest.raises(WrongType) as caught:
        LETTER.choose(**other)
    assert caught.value.path == point
    with pytest.raises(WrongType):
        evolve(LETTER, **other)


@pytest.mark.parametrize(
    ("day", "hourly", "monthly"),
    [
        (date(2024, 10, 31), "11.65", "1766.92"),
        (date(2024, 11, 1), "11.88", "1801.80"),
        (date(2025, 12, 31), "11.88", "1801.80"),
        (date(2026, 1, 1), "12.02", "1823.03"),
        (date(2026, 5, 31), "12.02", "1823.03"),
        (date(2026, 6, 1), "12.31", "1867.02"),
        (date(2030, 1, 1), "12.31", "1867.02"),
        (date(2004, 7, 1), "7.61", "1154.18"),
    ],
)
def test_the_smic(day: date, hourly: str, monthly: str) -> None:
    smic = BUNDLED_SMIC.on(day)
    assert smic.hourly == Decimal(hourly)
    assert str(smic.monthly) == monthly
    assert smic.printed_monthly == smic.monthly
    for territory in Territory:
        if territory is not Territory.MAYOTTE:
            assert BUNDLED_SMIC.on(day, territory) is smic


def test_mayotte_printed_other_months_in_2021() -> None:
    smic = BUNDLED_SMIC.on(date(2021, 12, 31), Territory.MAYOTTE)
    assert str(smic.monthly) == "1199.68"
    assert str(smic.printed_monthly) == "1199.08"
    with pytest.raises(NotCovered):
        BUNDLED_SMIC.on(date(2017, 12, 31), Territory.MAYOTTE)
    with pytest.raises(NotCovered):
        BUNDLED_SMIC.on(date(2004, 6, 30))


@pytest.mark.parametrize("territory", [Territory.METROPOLE, Territory.MAYOTTE])
@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2026, 1, 1), SourceKind.DECREE),
        (date(2026, 5, 31), SourceKind.DECREE),
        # « Arrêté du 22/05/2026 »
        (date(2026, 6, 1), SourceKind.ORDER),
        (date(2026, 6, 2), SourceKind.ORDER),
        (date(2021, 9, 30), SourceKind.DECREE),
        (date(2021, 10, 1), SourceKind.ORDER),
    ],
)
def test_an_order_is_no_decree(territory: Territory, day: date, kind: SourceKind) -> None:
    (source,) = BUNDLED_SMIC.of(territory).worked(day).sources
    assert source.kind is kind
    assert (kind.label in source.reference.lower()) is True


def test_the_kind_of_a_rise_is_that_of_its_name() -> None:
    for series in (BUNDLED_SMIC.national, BUNDLED_SMIC.mayotte):
        for version in series.versions:
            (source,) = version.sources
            assert source.kind.label in source.reference.lower()


def test_an_extended_series() -> None:
    source = Source(SourceKind.ORDER, "arrêté d'essai")
    day = date(2027, 1, 1)
    series = BUNDLED_SMIC.extended(day, hourly=Decimal("12.50"), source=source)
    assert series.on(eve_of(day)) == BUNDLED_SMIC.on(day)
    assert str(series.on(day).hourly) == "12.50"
    assert series.on(day, Territory.MAYOTTE).hourly == Decimal("9.56")
    assert series.checked_on == day
    assert series.rises(Territory.METROPOLE, date(2026, 6, 1), day) == (day,)
    for wrong in ((datetime(2026, 6, 1), day), (day, datetime(2026, 6, 1))):
        with pytest.raises(WrongType):
            series.rises(Territory.METROPOLE, *wrong)
    both = BUNDLED_SMIC.extended(
        day,
        hourly=Decimal("12.50"),
        mayotte=Decimal("9.90"),
        source=source,
        checked_on=date(2027, 3, 1),
    )
    assert both.on(day, Territory.MAYOTTE).hourly == Decimal("9.90")
    assert both.checked_on == date(2027, 3, 1)
    assert isinstance(both, SmicSeries)
    with pytest.raises(InvalidValue) as caught:
        series.extended(day, hourly=Decimal(13), source=source)
    assert caught.value.path == "since"
    rises = {"hourly": Decimal("12.50"), "mayotte": Decimal("9.90")}
    for name in rises:
        fine: Any = {**rises, name: Decimal("12.505")}
        with pytest.raises(InvalidValue, match="two decimals") as caught:
            BUNDLED_SMIC.extended(day, source=source, **fine)
        assert caught.value.path == name
