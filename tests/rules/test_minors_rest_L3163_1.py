"""L3163-1: no work of a minor from 22 to 6 h, under 16 from 20 to 6 h.

By an authorisation until 23:30 in hotels and restaurants, from 4 h in
bakeries, until midnight in shows and horse racing (R3163-1 to -4), under 16
in shows only. L3164-1: twelve hours of rest, fourteen under 16; L3164-2: two
consecutive days a week.
"""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from apprentissage.facts import Contract, WorkDay, WorkingTime, WorkSector
from apprentissage.rules.finding import Outcome
from apprentissage.rules.minors_rest import (
    MINORS_NIGHT,
    MINORS_REST,
    night_limits,
    restart_at,
)
from tests.rules.sample import (
    NO,
    NONE,
    OPEN,
    YES,
    check_speaks,
    contract,
    entries,
)

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


def night(
    age: int, start: str | None, end: str | None, **facts: Any
) -> Outcome:
    known = {"sector": WorkSector.RETAIL, "night_authorisation": False}
    found = MINORS_NIGHT.find(
        aged(age, worked(start, end), **{**known, **facts})
    )
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
def test_the_night_without_authorisation(
    age: int, start: str, end: str, outcome: Outcome
) -> None:
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
        (WorkSector.RETAIL, "17:00", "22:01", NO),
    ],
)
def test_the_night_with_an_authorisation(
    sector: WorkSector, start: str, end: str, outcome: Outcome
) -> None:
    granted = {"sector": sector, "night_authorisation": True}
    assert night(17, start, end, **granted) is outcome


@pytest.mark.parametrize(
    ("sector", "outcome"),
    [(HOTEL, NO), (RACES, NO), (BAKERY, NO), (SHOWS, YES)],
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
    assert missing(17, "14:00", "23:00", sector=HOTEL) == (
        "working_time.night_authorisation",
    )
    assert missing(17, "14:00", "23:00", night_authorisation=True) == (
        "working_time.sector",
    )
    unknown = dict.fromkeys(("sector", "night_authorisation"))
    # no sector works after midnight, nor a child from 5 h
    assert night(17, "14:00", "00:30", **unknown) is NO
    assert night(15, "05:00", "12:00", **unknown) is NO
    assert night(17, "14:00", "23:00", night_authorisation=False) is NO
    assert night(17, None, "23:00") is NO
    assert night(17, "05:00", None) is NO
    assert night(17, None, "01:00", **unknown) is NO
    assert night(17, None, "07:00") is OPEN


@pytest.mark.parametrize(
    ("start", "outcome"), [("21:59", OPEN), ("22:00", NO), ("22:01", NO)]
)
def test_a_day_that_opens_by_night(start: str, outcome: Outcome) -> None:
    assert night(17, start, None) is outcome
    granted = {"sector": HOTEL, "night_authorisation": True}
    assert night(17, start, None, **granted) is OPEN
    assert missing(17, "22:00", None, sector=HOTEL) == (
        "working_time.days[0].ends_at",
        "working_time.night_authorisation",
    )


@pytest.mark.parametrize(
    ("end", "outcome"), [("04:00", NO), ("04:01", OPEN), ("05:00", OPEN)]
)
def test_an_early_end_of_an_authorised_bakery(
    end: str, outcome: Outcome
) -> None:
    granted = {"sector": BAKERY, "night_authorisation": True}
    assert night(17, None, end, **granted) is outcome
    assert night(17, None, end, sector=BAKERY) is NO


@pytest.mark.parametrize(
    ("on", "warned"),
    [
        (date(2026, 8, 17), False),
        (date(2026, 8, 18), True),
        (date(2026, 8, 19), True),
    ],
)
def test_the_texts_of_august_2026_were_not_read(
    on: date, warned: bool
) -> None:
    day = worked("15:30", "23:30", on)
    granted = {"sector": HOTEL, "night_authorisation": True}
    found = MINORS_NIGHT.find(aged(16, day, **granted))
    assert found.outcome is YES
    names = [caveat.name for caveat in found.caveats]
    assert names == ["UNREAD_VERSION"] * 2 * warned
    plain = MINORS_NIGHT.find(aged(16, worked("08:00", "16:00", on)))
    assert plain.caveats == ()


def test_reserves_of_two_sectors() -> None:
    for sector, name in (
        (BAKERY, "BAKERY_FROM_FOUR"),
        (RACES, "RACES_TWICE_A_WEEK"),
    ):
        found = MINORS_NIGHT.find(
            aged(
                17,
                worked("08:00", "16:00"),
                sector=sector,
                night_authorisation=True,
            )
        )
        assert [caveat.name for caveat in found.caveats] == [name]


def test_plain_functions() -> None:
    limits = night_limits(age=17, sector=None, authorised=True)
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
    ],
)
def test_the_daily_rest(
    age: int,
    end: str | None,
    start: str | None,
    outcome: Outcome,
    restart: str | None,
) -> None:
    found = MINORS_REST.find(
        aged(age, worked(None, end), worked(start, None, TUESDAY))
    )
    assert found.outcome is outcome
    pair = found.parts[0]
    assert pair["minimum_rest_hours"] == (14 if age == 15 else 12)
    assert pair["earliest_restart_at"] == restart


def test_a_day_off_is_rest_enough() -> None:
    apart = aged(16, worked(None, None), worked(None, None, date(2026, 1, 7)))
    found = MINORS_REST.find(apart)
    assert found.outcome is YES
    assert [part.subject for part in found.parts] == ["semaine du 05/01/2026"]


def week(*weekdays: int) -> Contract:
    """Days of 8 to 16 h, counted from a Monday."""
    return aged(
        16,
        *(
            worked("08:00", "16:00", MONDAY + timedelta(days=n))
            for n in weekdays
        ),
    )


@pytest.mark.parametrize(
    ("weekdays", "outcome"),
    [
        ((0, 1, 2, 3, 4), YES),
        ((1, 2, 3, 4, 5), YES),
        ((0, 1, 2, 3, 4, 5), YES),
        ((0, 1, 2, 3, 4, 5, 7), NO),
        ((0, 1, 3, 4, 5, 7), NO),
        ((0, 1, 2, 3, 4, 7), YES),
    ],
)
def test_two_consecutive_days_a_week(
    weekdays: tuple[int, ...], outcome: Outcome
) -> None:
    assert MINORS_REST.find(week(*weekdays)).outcome is outcome


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
        )
    late = MINORS_NIGHT.find(
        aged(16, worked("08:00", "23:00"), night_authorisation=False)
    )
    assert late.sentence == (
        "Le travail déborde la journée permise, de 6\xa0h à 22\xa0h."
    )
    assert late["latest_end_at"] == "22:00"
