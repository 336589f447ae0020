"""L3163-1: no work of a minor from 22 to 6 h, under 16 from 20 to 6 h.

By an authorisation until 23:30 in hotels and restaurants, from 4 h in
bakeries, until midnight in shows and horse racing (R3163-1 to -4), races
« deux fois par semaine et trente nuits par an au maximum »; in shops as an
exception (L3163-2); under 16 in shows only. L3164-1: twelve hours of rest,
fourteen under 16; L3164-2: « deux jours de repos consécutifs par semaine ».
"""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest

from apprentissage import remedies, review
from apprentissage.facts import Contract, Weekday, WorkDay, WorkingTime, WorkSector
from apprentissage.judging import Outcome
from apprentissage.minors.minors_night import MINORS_NIGHT, night_limits
from apprentissage.minors.minors_rest import MINORS_REST, restart_at
from apprentissage.minors.minors_sundays import MINORS_SUNDAYS
from tests.sample import NO, NONE, OPEN, YES, check_speaks, contract, entries

MONDAY = date(2026, 1, 5)
HOTEL, BAKERY = WorkSector.HOSPITALITY, WorkSector.BAKERY
SHOWS, RACES = WorkSector.SHOWS, WorkSector.HORSE_RACING


def aged(age: int, *days: WorkDay, **working_time: Any) -> Contract:
    return contract(
        apprentice={"born_on": date(2025 - age, 3, 1)},
        working_time=WorkingTime(days=days, **working_time),
    )


def worked(start: str | None, end: str | None, on: date = MONDAY) -> WorkDay:
    return WorkDay(
        on=on,
        starts_at=None if start is None else time.fromisoformat(start),
        ends_at=None if end is None else time.fromisoformat(end),
    )


def night(age: int, start: str | None, end: str | None, **facts: Any) -> Outcome:
    known = {"sector": WorkSector.OFFICE, "night_authorisation": False}
    found = MINORS_NIGHT.find(aged(age, worked(start, end), **{**known, **facts}))
    return found.outcome


@pytest.mark.parametrize(
    ("age", "start", "end", "outcome"),
    [
        (16, "14:00", "21:59", YES),
        (16, "14:00", "22:00", YES),
        (16, "14:00", "22:01", NO),
        (15, "12:00", "20:00", YES),
        (15, "12:00", "20:01", NO),
        (17, "06:00", "14:00", YES),
        (17, "05:59", "14:00", NO),
        (15, "05:59", "14:00", NO),
        (17, "16:00", "00:00", NO),
        (17, "16:00", "00:30", NO),
        (17, "23:00", "06:30", NO),
    ],
)
def test_the_night_without_authorisation(age: int, start: str, end: str, outcome: Outcome) -> None:
    assert night(age, start, end) is outcome


@pytest.mark.parametrize(
    ("sector", "start", "end", "outcome"),
    [
        (HOTEL, "15:30", "23:29", YES),
        (HOTEL, "15:30", "23:30", YES),
        (HOTEL, "15:30", "23:31", NO),
        (HOTEL, "05:30", "12:00", NO),
        (BAKERY, "03:59", "11:00", NO),
        (BAKERY, "04:00", "11:00", YES),
        (BAKERY, "15:00", "22:01", NO),
        (SHOWS, "17:00", "00:00", YES),
        (SHOWS, "17:00", "00:01", NO),
        (RACES, "17:00", "00:00", YES),
        (RACES, "17:00", "00:01", NO),
        # « à titre exceptionnel », never between midnight and four
        (WorkSector.RETAIL, "17:00", "00:00", YES),
        (WorkSector.RETAIL, "17:00", "00:01", NO),
        (WorkSector.RETAIL, "04:00", "11:00", YES),
        (WorkSector.RETAIL, "03:59", "11:00", NO),
        # R3164-1: « Les magasins de vente de fleurs naturelles », shops too
        (WorkSector.FLORIST, "17:00", "00:00", YES),
        (WorkSector.FLORIST, "17:00", "00:01", NO),
        (WorkSector.FLORIST, "04:00", "11:00", YES),
        (WorkSector.FLORIST, "03:59", "11:00", NO),
        (WorkSector.OFFICE, "17:00", "22:01", NO),
    ],
)
def test_the_night_with_an_authorisation(
    sector: WorkSector, start: str, end: str, outcome: Outcome
) -> None:
    granted = {
        "sector": sector,
        "night_authorisation": True,
        "nights_in_week": 1,
        "nights_in_year": 1,
    }
    assert night(17, start, end, **granted) is outcome


class TestRaces:
    """R3163-4: two nights a week and thirty a year at most."""

    LATE = ("15:00", "23:00")

    def races(self, *days: WorkDay, **facts: Any) -> Any:
        known = {
            "sector": RACES,
            "night_authorisation": True,
            "nights_in_week": 2,
            "nights_in_year": 30,
        }
        return MINORS_NIGHT.find(aged(16, *days, **{**known, **facts}))

    @pytest.mark.parametrize(
        ("name", "count", "outcome"),
        [
            ("nights_in_week", 2, YES),
            ("nights_in_week", 3, NO),
            ("nights_in_year", 30, YES),
            ("nights_in_year", 31, NO),
            ("nights_in_week", None, OPEN),
            ("nights_in_year", None, OPEN),
        ],
    )
    def test_how_many(self, name: str, count: int | None, outcome: Outcome) -> None:
        found = self.races(worked(*self.LATE), **{name: count})
        assert found.outcome is outcome
        if outcome is OPEN:
            assert found.missing == (f"working_time.{name}",)

    def test_nights_declared_count(self) -> None:
        nights = [worked(*self.LATE, MONDAY + timedelta(days=n)) for n in (0, 2, 4)]
        assert self.races(*nights[:2]).outcome is YES
        assert self.races(*nights).outcome is NO
        unknown = self.races(*nights, nights_in_week=None)
        assert unknown.outcome is NO
        next_week = worked(*self.LATE, MONDAY + timedelta(days=7))
        assert self.races(*nights[:2], next_week).outcome is YES

    def test_thirty_nights_declared_in_a_year(self) -> None:
        monday = date(2026, 1, 5)
        nights = [
            worked(*self.LATE, monday + timedelta(days=7 * week + day))
            for week in range(16)
            for day in (0, 3)
        ]
        assert self.races(*nights[:30]).outcome is YES
        assert self.races(*nights[:31]).outcome is NO

    def test_a_day_is_no_night(self) -> None:
        plain = self.races(worked("08:00", "16:00"), nights_in_week=None)
        assert plain.outcome is YES
        other = aged(17, worked(*self.LATE), sector=SHOWS, night_authorisation=True)
        assert MINORS_NIGHT.find(other).outcome is YES


@pytest.mark.parametrize(
    ("sector", "outcome"),
    [(HOTEL, NO), (RACES, NO), (BAKERY, NO), (WorkSector.FLORIST, NO), (SHOWS, YES)],
)
def test_under_16_in_shows_only(sector: WorkSector, outcome: Outcome) -> None:
    granted = {"sector": sector, "night_authorisation": True}
    assert night(15, "15:00", "21:00", **granted) is outcome


def missing(age: int, start: str | None, end: str | None, **facts: Any) -> Any:
    return MINORS_NIGHT.find(aged(age, worked(start, end), **facts)).missing


def test_what_the_night_misses() -> None:
    path = "working_time.days[0]"
    assert missing(17, None, None) == (f"{path}.ends_at", f"{path}.starts_at")
    assert missing(17, "14:00", "23:00") == (
        "working_time.night_authorisation",
        "working_time.sector",
    )
    assert missing(17, "14:00", "23:00", sector=HOTEL) == ("working_time.night_authorisation",)
    assert missing(17, "14:00", "23:00", night_authorisation=True) == ("working_time.sector",)
    unknown = dict.fromkeys(("sector", "night_authorisation"))
    # no sector works after midnight, nor a child from 5 h
    assert night(17, "14:00", "00:30", **unknown) is NO
    assert night(15, "05:00", "12:00", **unknown) is NO
    assert night(17, "14:00", "23:00", night_authorisation=False) is NO
    assert night(17, None, "23:00") is NO
    assert night(17, "05:00", None) is NO
    assert night(17, None, "01:00", **unknown) is NO
    assert night(17, None, "07:00") is OPEN


@pytest.mark.parametrize(("start", "outcome"), [("21:59", OPEN), ("22:00", NO), ("22:01", NO)])
def test_a_day_that_opens_by_night(start: str, outcome: Outcome) -> None:
    assert night(17, start, None) is outcome
    granted = {"sector": HOTEL, "night_authorisation": True}
    assert night(17, start, None, **granted) is OPEN
    assert missing(17, "22:00", None, sector=HOTEL) == (
        "working_time.days[0].ends_at",
        "working_time.night_authorisation",
    )


@pytest.mark.parametrize(("end", "outcome"), [("04:00", NO), ("04:01", OPEN), ("05:00", OPEN)])
def test_an_early_end_of_an_authorised_bakery(end: str, outcome: Outcome) -> None:
    granted = {"sector": BAKERY, "night_authorisation": True}
    assert night(17, None, end, **granted) is outcome
    assert night(17, None, end, sector=BAKERY) is NO


@pytest.mark.parametrize(
    ("on", "warned"),
    [(date(2026, 8, 17), False), (date(2026, 8, 18), True), (date(2026, 8, 19), True)],
)
def test_the_texts_of_august_2026_were_not_read(on: date, warned: bool) -> None:
    day = worked("15:30", "23:30", on)
    granted = {"sector": HOTEL, "night_authorisation": True}
    found = MINORS_NIGHT.find(aged(16, day, **granted))
    assert found.outcome is YES
    names = [caveat.name for caveat in found.caveats]
    assert names == ["UNREAD_VERSION"] * 2 * warned
    plain = MINORS_NIGHT.find(aged(16, worked("08:00", "16:00", on)))
    assert plain.caveats == ()


@pytest.mark.parametrize(
    ("sector", "name"),
    [
        (BAKERY, "BAKERY_FROM_FOUR"),
        (WorkSector.RETAIL, "EXCEPTIONAL_IN_SHOPS"),
        (WorkSector.FLORIST, "EXCEPTIONAL_IN_SHOPS"),
    ],
)
def test_reserves_of_two_sectors(sector: WorkSector, name: str) -> None:
    found = MINORS_NIGHT.find(
        aged(17, worked("08:00", "16:00"), sector=sector, night_authorisation=True)
    )
    assert [caveat.name for caveat in found.caveats] == [name]


def test_a_florist_works_by_night_and_on_sundays() -> None:
    # L3163-2, al. 2, and R3164-1 11°: one sector tells both
    sunday = worked("14:00", "22:30", date(2026, 1, 11))
    facts = aged(17, sunday, sector=WorkSector.FLORIST, night_authorisation=True)
    assert MINORS_NIGHT.find(facts).outcome is YES
    assert MINORS_SUNDAYS.find(facts).outcome is YES
    refused = aged(17, sunday, sector=WorkSector.FLORIST, night_authorisation=False)
    assert MINORS_NIGHT.find(refused).outcome is NO


def test_a_shop_that_is_declared_otherwise() -> None:
    def names(age: int) -> list[str]:
        found = MINORS_NIGHT.find(
            aged(
                age, worked("14:00", "22:30"), sector=WorkSector.BUTCHERY, night_authorisation=True
            )
        )
        assert found.outcome is NO
        return [caveat.name for caveat in found.caveats]

    assert names(17) == ["COMMERCIAL_ESTABLISHMENTS"]
    assert names(15) == []


@pytest.mark.parametrize(
    ("age", "sector", "until", "granted", "reserves"),
    [
        (16, HOTEL, date(2027, 2, 28), ("06:00", "23:30"), []),
        # R3163-3: « Seuls les établissements où toutes les phases […] ne sont
        # pas assurées entre six heures et vingt-deux heures »
        (16, BAKERY, date(2027, 2, 28), ("04:00", "22:00"), ["BAKERY_FROM_FOUR"]),
        # L3163-2, al. 2: « à titre exceptionnel »
        (
            16,
            WorkSector.RETAIL,
            date(2027, 2, 28),
            ("04:00", "00:00"),
            ["EXCEPTIONAL_IN_SHOPS"],
        ),
        (15, SHOWS, date(2026, 2, 28), ("06:00", "00:00"), []),
        (15, HOTEL, None, None, []),
        (15, BAKERY, None, None, []),
        (16, WorkSector.OFFICE, None, None, []),
        (16, None, None, None, []),
    ],
)
def test_a_minor_of_a_trade_of_the_night_gets_a_reminder(
    age: int,
    sector: WorkSector | None,
    until: date | None,
    granted: tuple[str, str] | None,
    reserves: list[str],
) -> None:
    found = MINORS_NIGHT.find(aged(age, sector=sector))
    assert found.outcome is NONE
    assert [caveat.name for caveat in found.caveats] == reserves
    assert found.reminds is (until is not None)
    if granted is not None:
        assert found["until_on"] == until
        told = (found["granted_start_at"], found["granted_end_at"])
        assert told == granted


def test_until_which_day() -> None:
    known = {"sector": WorkSector.OFFICE, "night_authorisation": False}
    for age, until in ((15, date(2026, 2, 28)), (16, date(2027, 2, 28))):
        found = MINORS_NIGHT.find(aged(age, worked("14:00", "23:00"), **known))
        assert found["until_on"] == until


def test_a_day_before_the_birth() -> None:
    slip = aged(16, worked("14:00", "23:00", date(2006, 9, 15)))
    assert MINORS_NIGHT.find(slip).outcome is NONE
    assert MINORS_REST.find(slip).outcome is NONE


@pytest.mark.parametrize(
    ("age", "start", "facts", "outcome", "told"),
    [
        # L3164-1, al. 1: « quatorze heures »; al. 2 writes twelve « dans le cas
        # des dérogations prévues à l'article L. 3163-2 »
        (15, "13:00", {"sector": SHOWS, "night_authorisation": True}, YES, False),
        (15, "12:59", {"sector": SHOWS, "night_authorisation": True}, NO, True),
        (15, "11:00", {"sector": SHOWS, "night_authorisation": True}, NO, True),
        (15, "10:59", {"sector": SHOWS, "night_authorisation": True}, NO, False),
        (15, "12:59", {"sector": SHOWS, "night_authorisation": False}, NO, False),
        (15, "12:59", {"sector": HOTEL, "night_authorisation": True}, NO, False),
        (16, "11:00", {"sector": SHOWS, "night_authorisation": True}, YES, False),
        (16, "10:59", {"sector": SHOWS, "night_authorisation": True}, NO, False),
    ],
)
def test_the_rest_of_a_child_after_a_show(
    age: int, start: str, facts: dict[str, Any], outcome: Outcome, told: bool
) -> None:
    days = worked("18:00", "23:00"), worked(start, "19:00", MONDAY + timedelta(days=1))
    found = MINORS_REST.find(aged(age, *days, **facts))
    assert found.outcome is outcome
    assert ("REST_AFTER_A_SHOW" in [each.name for each in found.caveats]) is told


def test_plain_functions() -> None:
    limits = night_limits(age=17, sector=None, authorised=True, worked_on=MONDAY)
    assert limits.latest_end_at == time(22)
    evening = datetime(2026, 1, 5, 22, 0)
    assert restart_at(age=15, ended_at=evening) == datetime(2026, 1, 6, 12, 0)


TUESDAY = MONDAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("age", "end", "start", "outcome", "restart"),
    [
        (16, "22:00", "09:59", NO, "10:00"),
        (16, "22:00", "10:00", YES, "10:00"),
        (16, "22:00", "10:01", YES, "10:00"),
        (15, "20:00", "09:59", NO, "10:00"),
        (15, "20:00", "10:00", YES, "10:00"),
        (16, "00:00", "11:59", NO, "12:00"),
        (16, "00:00", "12:00", YES, "12:00"),
        (16, None, "10:00", OPEN, None),
        (16, "22:00", None, OPEN, "10:00"),
        # the end of the day, or of the night that follows it
        (16, "05:59", "18:00", OPEN, None),
        (16, "06:00", "18:00", YES, "18:00"),
    ],
)
def test_the_daily_rest(
    age: int, end: str | None, start: str | None, outcome: Outcome, restart: str | None
) -> None:
    found = MINORS_REST.find(aged(age, worked(None, end), worked(start, None, TUESDAY)))
    assert found.outcome is outcome
    pair = found.parts[0]
    assert pair["minimum_rest_hours"] == (14 if age == 15 else 12)
    assert pair["earliest_restart_at"] == restart
    # « douze heures », « quatorze heures consécutives s'ils ont moins de seize ans »
    eve_of_16, eve_of_18 = date(2026, 2, 28), date(2027, 2, 28)
    assert pair["until_on"] == (eve_of_16 if age == 15 else eve_of_18)


@pytest.mark.parametrize(
    ("end", "start", "missing"),
    [
        (None, "10:00", ("days[0].ends_at", "days[0].starts_at")),
        ("22:00", None, ("days[1].starts_at",)),
        # which day 5:59 is of, the start of the work tells
        ("05:59", "18:00", ("days[0].starts_at",)),
    ],
)
def test_the_daily_rest_waits_for_the_hours_that_lack_alone(
    end: str | None, start: str | None, missing: tuple[str, ...]
) -> None:
    found = MINORS_REST.find(aged(16, worked(None, end), worked(start, None, TUESDAY)))
    assert found.parts[0].missing == tuple(f"working_time.{path}" for path in missing)


def test_a_day_off_is_rest_enough() -> None:
    apart = aged(16, worked(None, None), worked(None, None, date(2026, 1, 7)))
    found = MINORS_REST.find(apart)
    assert found.outcome is YES
    assert [part.subject for part in found.parts] == ["semaine du 05/01/2026"]


def week(*weekdays: int) -> Contract:
    """Days of 8 to 16 h, counted from a Monday."""
    return aged(
        16,
        *(worked("08:00", "16:00", MONDAY + timedelta(days=n)) for n in weekdays),
        weekly_rest_agreement=False,
    )


@pytest.mark.parametrize(
    ("weekdays", "outcome"),
    [
        ((0, 1, 2, 3, 4), YES),
        ((1, 2, 3, 4, 5), YES),
        # whatever the Monday after
        ((0, 1, 2, 3, 4, 5), NO),
        ((0, 1, 2, 3, 4, 5, 7), NO),
        # trial F7: at the CFA Mon, Tue, Thu, Fri, at work on Sat
        ((0, 1, 3, 4, 5), NO),
        ((0, 1, 3, 4, 5, 7), NO),
        ((0, 1, 2, 3, 4, 7), YES),
        # Sunday and Monday, every week
        ((1, 2, 3, 4, 5, 8, 9, 10, 11, 12), YES),
        # the Monday off stands alone between two Sundays worked
        ((-1, 1, 2, 3, 4, 5, 7), NO),
        ((-1, 1, 2, 3, 4, 5), YES),
        ((1, 2, 3, 4, 5, 7), YES),
    ],
)
def test_two_consecutive_days_a_week(weekdays: tuple[int, ...], outcome: Outcome) -> None:
    assert MINORS_REST.find(week(*weekdays)).outcome is outcome


@pytest.mark.parametrize(
    ("weekdays", "off"),
    [
        # Monday off, Sunday worked: with the Sunday off, the rest joins that
        # of the week before or of the week after, where there is one
        ((1, 2, 3, 4, 5, 6, 7), 6),
        ((-1, 1, 2, 3, 4, 5, 6), 6),
        ((-1, 1, 2, 3, 4, 5, 6, 7), 1),
    ],
)
def test_one_day_off_mends_a_week(weekdays: tuple[int, ...], off: int) -> None:
    contract = week(*weekdays)
    found = MINORS_REST.find(contract)
    assert found.outcome is NO
    first = remedies(review(contract, rules=(MINORS_REST,)))["minors_rest"][0]
    ((path, mended),) = ((each.path, each.after) for each in first.changes)
    assert path == "working_time.days"
    left = [day for day in weekdays if day != off]
    assert MINORS_REST.find(week(*left)).outcome is YES
    assert [day.on for day in mended] == [MONDAY + timedelta(n) for n in left]


def pattern(age: int, *weekdays: int, **facts: Any) -> Contract:
    """The same days every week."""
    return aged(
        age,
        worked_weekdays=frozenset(tuple(Weekday)[n] for n in weekdays),
        **{"weekly_rest_agreement": False, **facts},
    )


@pytest.mark.parametrize(
    ("weekdays", "outcome"),
    [
        ((0, 1, 2, 3, 4), YES),
        ((1, 2, 3, 4, 5), YES),
        ((0, 1, 2, 3, 4, 5), NO),
        ((0, 1, 3, 4, 5), NO),
        ((0, 1, 2, 5, 6), YES),
        ((0, 1, 2, 3, 4, 5, 6), NO),
        ((), YES),
    ],
)
def test_the_same_days_every_week(weekdays: tuple[int, ...], outcome: Outcome) -> None:
    assert MINORS_REST.find(pattern(16, *weekdays)).outcome is outcome


@pytest.mark.parametrize(
    ("weekdays", "off"),
    [
        # Wednesday and Sunday off: a Saturday beside the Sunday, or a Tuesday
        ((0, 1, 3, 4, 5), (5,)),
        ((0, 1, 2, 3, 4, 5), (5,)),
        ((0, 1, 2, 3, 4, 5, 6), (5, 6)),
    ],
)
def test_days_of_every_week_that_are_left_off(
    weekdays: tuple[int, ...], off: tuple[int, ...]
) -> None:
    first = remedies(review(pattern(16, *weekdays), rules=(MINORS_REST,)))["minors_rest"][0]
    ((path, mended),) = ((each.path, each.after) for each in first.changes)
    assert path == "working_time.worked_weekdays"
    order = list(Weekday)
    assert mended == frozenset(order[day] for day in weekdays if day not in off)
    told = [day.label for day in order if f"repos chaque {day.label}" in first.sentence]
    assert told == [order[day].label for day in off]


SIX_DAYS = (0, 1, 2, 3, 4, 5)


@pytest.mark.parametrize(
    ("age", "agreed", "hours", "outcome", "missing"),
    [
        (16, True, "36", YES, ()),
        (16, True, "35.9", NO, ()),
        (16, False, "36", NO, ()),
        (15, True, "36", NO, ()),
        (16, None, "36", OPEN, ("working_time.weekly_rest_agreement",)),
        (16, True, None, OPEN, ("working_time.weekly_rest_hours",)),
        (16, None, "35", NO, ()),
    ],
)
def test_36_hours_by_agreement_after_compulsory_schooling(
    age: int, agreed: bool | None, hours: str | None, outcome: Outcome, missing: tuple[str, ...]
) -> None:
    facts = {
        "weekly_rest_agreement": agreed,
        "weekly_rest_hours": None if hours is None else Decimal(hours),
    }
    by_week = pattern(age, *SIX_DAYS, **facts)
    days = [worked("09:00", "17:00", MONDAY + timedelta(days=n)) for n in SIX_DAYS]
    for each in (by_week, aged(age, *days, **facts)):
        found = MINORS_REST.find(each)
        assert found.outcome is outcome
        assert found.missing == missing


@pytest.mark.parametrize(("sector", "reserve"), [(SHOWS, True), (None, True), (HOTEL, False)])
def test_the_weekly_rest_of_shows_under_16(sector: WorkSector | None, reserve: bool) -> None:
    found = MINORS_REST.find(pattern(15, *SIX_DAYS, sector=sector))
    names = [caveat.name for caveat in found.caveats]
    assert names == ["WEEKLY_REST_OF_SHOWS"] * reserve


@pytest.mark.parametrize(
    ("day", "unread"),
    [
        (date(2015, 8, 18), False),
        (date(2015, 8, 19), True),
        (date(2017, 12, 21), True),
        (date(2017, 12, 22), False),
    ],
)
def test_the_version_of_2015_is_unread(day: date, unread: bool) -> None:
    facts = contract(
        concluded_on=date(2015, 7, 1),
        starts_on=date(2015, 7, 1),
        ends_on=date(2018, 6, 30),
        apprentice={"born_on": date(2000, 1, 1)},
        working_time=WorkingTime(days=(WorkDay(on=day),)),
    )
    found = MINORS_REST.find(facts)
    names = [caveat.name for caveat in found.caveats]
    assert names == ["UNREAD_VERSION"] * unread


def test_an_adult_s_days_are_free() -> None:
    adult = contract(working_time=WorkingTime(worked_weekdays=frozenset(Weekday)))
    assert MINORS_REST.find(adult).outcome is NONE


def test_who_is_concerned() -> None:
    for rule in (MINORS_NIGHT, MINORS_REST):
        assert rule.find(contract()).outcome is NONE
        assert rule.find(aged(16)).outcome is NONE


def test_agenda() -> None:
    young = contract(apprentice={"born_on": date(2010, 1, 10)})
    (entry,) = entries(MINORS_NIGHT, young)
    assert entry.on == date(2026, 1, 10)
    assert entries(MINORS_NIGHT, contract()) == []


def test_sentences() -> None:
    for rule in (MINORS_NIGHT, MINORS_REST):
        check_speaks(
            rule,
            contract(),
            aged(16),
            week(0, 1, 2, 3, 4),
            week(0, 1, 2, 3, 4, 5, 7),
            aged(
                16,
                worked("08:00", "23:00"),
                worked("06:00", None, TUESDAY),
                night_authorisation=False,
            ),
            aged(16, worked(None, None), worked(None, None, TUESDAY)),
            aged(16, sector=HOTEL),
            *(
                aged(
                    17,
                    worked("15:00", "23:00"),
                    sector=RACES,
                    night_authorisation=True,
                    nights_in_week=nights,
                    nights_in_year=nights,
                )
                for nights in (1, 3)
            ),
            pattern(16, 0, 1),
            pattern(15, *SIX_DAYS),
            pattern(15, *SIX_DAYS, weekly_rest_agreement=True, weekly_rest_hours=36),
            pattern(16, *SIX_DAYS, weekly_rest_agreement=True, weekly_rest_hours=35),
        )
    late = MINORS_NIGHT.find(aged(16, worked("08:00", "23:00"), night_authorisation=False))
    assert late.sentence == (
        "Le travail déborde la journée permise jusqu'au 28\xa0février 2027, de 6\xa0h à 22\xa0h."
    )
    assert late["latest_end_at"] == "22:00"
