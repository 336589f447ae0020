"""D6224-1: the employer sends the contract within five jours ouvrables.

« Au plus tard dans les cinq jours ouvrables qui suivent le début de
l'exécution du contrat d'apprentissage, l'employeur transmet ce contrat […] à
l'opérateur de compétences. » Contracts from 2020-01-01. The start day does
not count, Saturday does, a public holiday does where it is worked.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apprentissage.dossier.deadlines import Deadline
from apprentissage.dossier.filing import FILING_DAYS, filing_deadline
from apprentissage.errors import NotCovered, WrongType
from apprentissage.facts.territories import Territory
from apprentissage.judging import Outcome
from apprentissage.law.calendars import public_holidays
from apprentissage.law.readings import LETTER, Readings

METROPOLE = Territory.METROPOLE
NONE: frozenset[date] = frozenset()
NEXT_OPEN_DAY = LETTER.choose(filing_saturday="NEXT_OPEN_DAY")
MAY_28 = LETTER.choose(saint_martin_holiday="MAY_28")
SATURDAY, SUNDAY = 5, 6
DAY = timedelta(days=1)

# A few years around every year's end and the spring, where holidays crowd.
YEARS = st.integers(2020, 2060)
CROWDED = st.builds(date, YEARS, st.sampled_from([3, 4, 5, 6, 12]), st.integers(1, 30))
STARTS = CROWDED | st.dates(date(2020, 1, 1), date(2060, 12, 31))
TERRITORIES = st.sampled_from(Territory)
READINGS = st.sampled_from(
    [LETTER, NEXT_OPEN_DAY, MAY_28, MAY_28.choose(filing_saturday="NEXT_OPEN_DAY")]
)


def due(
    starts_on: date,
    territory: Territory = METROPOLE,
    worked: Iterable[date] = (),
    readings: Readings = LETTER,
) -> date:
    latest_on = filing_deadline(
        starts_on=starts_on,
        concluded_on=starts_on,
        territory=territory,
        worked_holidays=frozenset(worked),
        readings=readings,
    ).latest_on
    assert latest_on is not None
    return latest_on


@pytest.mark.parametrize(
    ("starts_on", "latest_on"),
    [
        # A week without a holiday, from Monday 7 to Sunday 13 September.
        (date(2026, 9, 7), date(2026, 9, 12)),
        (date(2026, 9, 8), date(2026, 9, 14)),
        (date(2026, 9, 9), date(2026, 9, 15)),
        (date(2026, 9, 10), date(2026, 9, 16)),
        (date(2026, 9, 11), date(2026, 9, 17)),
        (date(2026, 9, 12), date(2026, 9, 18)),
        (date(2026, 9, 13), date(2026, 9, 18)),
        # Eve, day and morrow of 14 July 2026, a Tuesday.
        (date(2026, 7, 13), date(2026, 7, 20)),
        (date(2026, 7, 14), date(2026, 7, 20)),
        (date(2026, 7, 15), date(2026, 7, 21)),
        # The fifth day on the eve, the day, the morrow of 15 August 2023, a
        # Tuesday: a holiday is never the last day.
        (date(2023, 8, 8), date(2023, 8, 14)),
        (date(2023, 8, 9), date(2023, 8, 16)),
        (date(2023, 8, 10), date(2023, 8, 17)),
        # Two holidays a week apart and the turn of the year.
        (date(2025, 12, 24), date(2025, 12, 31)),
        (date(2025, 12, 26), date(2026, 1, 2)),
        # Leap day.
        (date(2028, 2, 28), date(2028, 3, 4)),
    ],
)
def test_five_jours_ouvrables_follow_the_start(starts_on: date, latest_on: date) -> None:
    assert due(starts_on) == latest_on


@pytest.mark.parametrize(
    ("territory", "starts_on", "latest_on"),
    [
        # Good Friday 3 April, Easter Monday 6 April 2026.
        (Territory.ALSACE_MOSELLE, date(2026, 4, 2), date(2026, 4, 10)),
        (METROPOLE, date(2026, 4, 2), date(2026, 4, 9)),
        # 22 May is a Friday, Whit Monday 25 May.
        (Territory.MARTINIQUE, date(2026, 5, 21), date(2026, 5, 29)),
        (Territory.GUADELOUPE, date(2026, 5, 21), date(2026, 5, 29)),
        (METROPOLE, date(2026, 5, 21), date(2026, 5, 28)),
    ],
)
def test_the_place_of_work_decides(territory: Territory, starts_on: date, latest_on: date) -> None:
    assert due(starts_on, territory) == latest_on


def test_each_day_is_counted_or_skipped_with_its_reason() -> None:
    deadline = filing_deadline(
        starts_on=date(2026, 4, 2),
        concluded_on=date(2026, 4, 2),
        territory=Territory.ALSACE_MOSELLE,
        worked_holidays=NONE,
        public=False,
    )
    assert deadline.counted == (
        date(2026, 4, 4),
        date(2026, 4, 7),
        date(2026, 4, 8),
        date(2026, 4, 9),
        date(2026, 4, 10),
    )
    assert [(off.on, off.reason) for off in deadline.skipped] == [
        (date(2026, 4, 3), "Vendredi saint"),
        (date(2026, 4, 5), "dimanche"),
        (date(2026, 4, 6), "lundi de Pâques"),
    ]
    [source] = deadline.sources
    assert source.reference == "art. D. 6224-1 du code du travail"
    [caveat] = deadline.caveats
    assert caveat.name == "GOOD_FRIDAY_IN_SOME_COMMUNES"


def test_a_holiday_worked_carries_no_caveat() -> None:
    deadline = filing_deadline(
        starts_on=date(2026, 4, 2),
        concluded_on=date(2026, 4, 2),
        territory=Territory.ALSACE_MOSELLE,
        worked_holidays=frozenset({date(2026, 4, 3)}),
    )
    assert deadline.latest_on == date(2026, 4, 9)
    assert deadline.caveats == ()


def test_worked_holidays_are_jours_ouvrables() -> None:
    eve = date(2026, 4, 30)
    assert due(eve) == date(2026, 5, 7)
    assert due(eve, worked={date(2026, 5, 1)}) == date(2026, 5, 6)
    # A holiday out of the délai changes nothing.
    assert due(eve, worked={date(2026, 5, 8)}) == date(2026, 5, 7)
    assert due(eve, worked={date(2026, 4, 30)}) == date(2026, 5, 7)


@pytest.mark.parametrize(
    ("starts_on", "letter", "next_open_day"),
    [
        # The fifth day on a Friday, a Saturday, a Monday.
        (date(2026, 9, 6), date(2026, 9, 11), date(2026, 9, 11)),
        (date(2026, 9, 7), date(2026, 9, 12), date(2026, 9, 14)),
        (date(2026, 9, 8), date(2026, 9, 14), date(2026, 9, 14)),
        # The Monday after is Whit Monday.
        (date(2026, 5, 18), date(2026, 5, 23), date(2026, 5, 26)),
    ],
)
def test_a_last_saturday_by_the_other_reading(
    starts_on: date, letter: date, next_open_day: date
) -> None:
    assert due(starts_on) == letter
    assert due(starts_on, readings=NEXT_OPEN_DAY) == next_open_day


def test_a_deadline_put_off_still_counts_five_days() -> None:
    deadline = filing_deadline(
        starts_on=date(2026, 5, 18),
        concluded_on=date(2026, 5, 18),
        territory=METROPOLE,
        worked_holidays=NONE,
        readings=NEXT_OPEN_DAY,
    )
    assert deadline.counted[-1] == date(2026, 5, 23)
    assert [off.reason for off in deadline.skipped] == ["dimanche", "lundi de Pentecôte"]


def test_a_worked_whit_monday_is_open() -> None:
    monday = {date(2026, 5, 25)}
    start = date(2026, 5, 18)
    assert due(start, worked=monday, readings=NEXT_OPEN_DAY) in monday


@pytest.mark.parametrize(
    ("starts_on", "letter", "practice"),
    [
        (date(2026, 5, 20), date(2026, 5, 28), date(2026, 5, 27)),
        (date(2026, 5, 26), date(2026, 6, 2), date(2026, 6, 2)),
        (date(2026, 5, 27), date(2026, 6, 2), date(2026, 6, 3)),
    ],
)
def test_saint_martin_by_both_readings(starts_on: date, letter: date, practice: date) -> None:
    place = Territory.SAINT_MARTIN
    assert due(starts_on, place) == letter
    assert due(starts_on, place, readings=MAY_28) == practice


# The text is in force for contracts concluded from 2020-01-01


def concluded(day: date, starts_on: date) -> Deadline:
    return filing_deadline(
        starts_on=starts_on, territory=METROPOLE, worked_holidays=NONE, concluded_on=day
    )


@pytest.mark.parametrize("day", [date(2020, 1, 1), date(2020, 1, 2)])
def test_contracts_from_2020(day: date) -> None:
    assert concluded(day, date(2020, 1, 6)).latest_on == date(2020, 1, 11)


def test_before_2020_the_chambers_registered() -> None:
    eve = date(2019, 12, 31)
    for conclusion, start in ((eve, date(2020, 1, 6)), (eve, eve)):
        with pytest.raises(NotCovered) as caught:
            concluded(conclusion, start)
        assert caught.value.covered_from == date(2020, 1, 1)
    assert FILING_DAYS.concluded(date(2020, 1, 1)).value == 5


# Properties


@given(STARTS, TERRITORIES, READINGS, st.data())
def test_each_day_after_the_start_is_accounted_for(
    starts_on: date, territory: Territory, readings: Readings, data: st.DataObject
) -> None:
    holidays = public_holidays(territory, starts_on.year, readings)
    worked = data.draw(st.frozensets(st.sampled_from(sorted(holidays))))
    deadline = filing_deadline(
        starts_on=starts_on,
        concluded_on=starts_on,
        territory=territory,
        worked_holidays=worked,
        readings=readings,
    )
    legal = holidays | public_holidays(territory, starts_on.year + 1, readings)
    assert len(deadline.counted) == 5
    skipped = {off.on for off in deadline.skipped}
    counted = set(deadline.counted)
    assert not skipped & counted
    for day in counted:
        assert day.weekday() != SUNDAY
        assert day not in legal - worked
    for day in skipped:
        assert day.weekday() == SUNDAY or day in legal - worked
    length = (deadline.prudent_latest_on - starts_on).days
    following = {starts_on + n * DAY for n in range(1, length + 1)}
    assert following == skipped | counted | {deadline.latest_on}
    saturday = deadline.counted[-1].weekday() == SATURDAY
    moved = readings.filing_saturday.name == "NEXT_OPEN_DAY" and saturday
    assert (deadline.latest_on != deadline.counted[-1]) is moved
    # Five days of which none is a Sunday: five at least, and a Sunday falls
    # in any six days that do not open a week.
    assert length >= (5 if starts_on.weekday() in {0, SUNDAY} else 6)


@given(STARTS, st.integers(0, 15), TERRITORIES, READINGS)
def test_a_later_start_is_never_due_earlier(
    starts_on: date, later: int, territory: Territory, readings: Readings
) -> None:
    earlier = due(starts_on, territory, readings=readings)
    assert earlier <= due(starts_on + later * DAY, territory, readings=readings)


@given(STARTS, TERRITORIES, READINGS, st.data())
def test_a_worked_holiday_never_makes_it_later(
    starts_on: date, territory: Territory, readings: Readings, data: st.DataObject
) -> None:
    near = sorted(
        day
        for year in (starts_on.year, starts_on.year + 1)
        for day in public_holidays(territory, year, readings)
        if starts_on <= day <= starts_on + 20 * DAY
    )
    if not near:
        near = [starts_on]
    few = data.draw(st.frozensets(st.sampled_from(near)))
    more = few | data.draw(st.frozensets(st.sampled_from(near)))
    assert due(starts_on, territory, more, readings) <= due(starts_on, territory, few, readings)


@given(STARTS, TERRITORIES)
def test_the_letter_never_gives_more_time_than_the_next_open_day(
    starts_on: date, territory: Territory
) -> None:
    letter = due(starts_on, territory)
    other = due(starts_on, territory, readings=NEXT_OPEN_DAY)
    assert letter <= other
    assert (letter < other) is (letter.weekday() == SATURDAY)


# What is no fact


class Christmas:
    """Twelve days of it."""

    def holidays(self, year: int) -> list[tuple[date, str]]:
        return [(date(year, 12, n), "Noël") for n in range(20, 32)]


def test_ones_own_calendar_needs_no_territory() -> None:
    deadline = filing_deadline(
        starts_on=date(2026, 12, 18),
        concluded_on=date(2026, 12, 18),
        holidays=Christmas(),
        worked_holidays=NONE,
    )
    # Saturday 19 December; 1, 2, 4 and 5 January.
    assert deadline.latest_on == date(2027, 1, 5)


class NaT(datetime):
    """As pandas has it: a date by its class, and no day."""


@pytest.mark.parametrize("day", [datetime(2026, 9, 1), NaT(2026, 9, 1), "2026-09-01", None])
def test_the_start_is_a_date(day: Any) -> None:
    with pytest.raises(WrongType, match=r"write a datetime\.date") as caught:
        filing_deadline(
            starts_on=day, concluded_on=date(2026, 9, 1), territory=METROPOLE, worked_holidays=NONE
        )
    assert caught.value.path == "starts_on"
    assert caught.value.value is day


@pytest.mark.parametrize("day", [NaT(2026, 9, 1), "2026-09-01"])
def test_the_conclusion_is_a_date(day: Any) -> None:
    with pytest.raises(WrongType, match=r"write a datetime\.date") as caught:
        concluded(day, date(2026, 9, 1))
    assert caught.value.path == "concluded_on"


UNKNOWN_PLACE = {
    # no holiday follows: the day is that of any place and any firm
    date(2026, 9, 1): ((), date(2026, 9, 7)),
    # Good Friday 3 April 2026 is a holiday in Alsace-Moselle alone, and
    # nobody says whether Easter Monday is worked
    date(2026, 4, 1): (("territory", "worked_holidays"), date(2026, 4, 7)),
}


@pytest.mark.parametrize("starts_on", UNKNOWN_PLACE)
def test_no_territory_is_guessed(starts_on: date) -> None:
    missing, prudent_latest_on = UNKNOWN_PLACE[starts_on]
    deadline = filing_deadline(starts_on=starts_on, concluded_on=starts_on)
    assert deadline.missing == missing
    assert deadline.prudent_latest_on == prudent_latest_on
    assert deadline.latest_on == (None if missing else prudent_latest_on)
    outcome = Outcome.UNDETERMINED if missing else Outcome.NOT_APPLICABLE
    assert deadline.outcome is outcome


def test_a_territory_is_a_member() -> None:
    territory: Any = "metropole"
    with pytest.raises(WrongType, match="METROPOLE") as caught:
        filing_deadline(
            starts_on=date(2026, 9, 1),
            concluded_on=date(2026, 9, 1),
            territory=territory,
            worked_holidays=NONE,
        )
    assert caught.value.path == "territory"
    assert caught.value.value == "metropole"


def test_worked_holidays_are_asked_for_where_they_count() -> None:
    """1 May, a Friday, brings the day forward where the firm works on it."""
    told: dict[str, Any] = {
        "starts_on": date(2026, 4, 30),
        "concluded_on": date(2026, 4, 30),
        "territory": METROPOLE,
    }
    unknown = filing_deadline(**told)
    assert unknown.missing == ("worked_holidays",)
    assert unknown.prudent_latest_on == date(2026, 5, 6)
    assert filing_deadline(**told, worked_holidays=NONE).latest_on == date(2026, 5, 7)
