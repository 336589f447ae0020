"""Month arithmetic: every day of an exhaustive range, against an oracle."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import example, given
from hypothesis import strategies as st

from apprentissage._text.durations import duration
from apprentissage.errors import InvalidValue
from apprentissage.months import (
    completed_months,
    completed_years,
    eve_of,
    first_of_next_month,
    last_day_of,
    months_and_days,
    months_begun,
    morrow_of,
    reaches_age_on,
    same_day,
)

FIRST, LAST = date(2019, 1, 1), date(2024, 12, 31)
EVERY_DAY = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))


def test_same_day_is_relativedelta_on_every_day_and_0_to_60_months() -> None:
    for months in range(61):
        step = relativedelta(months=months)
        for day in EVERY_DAY:
            assert same_day(day, months) == day + step


@given(DAYS, st.integers(0, 2_000))
@example(date(2025, 8, 31), 181)  # six months to the day: until 28 February
@example(date(2025, 5, 31), 1241)
def test_a_length_is_told_as_the_months_of_the_law_count_it(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    # the most whole months that the period holds, each filling its last month
    months = max(n for n in range(70) if n == 0 or last_day_of(first, n) <= last)
    more = (last - (last_day_of(first, months) if months else eve_of(first))).days
    parts = ((months // 12, "an"), (months % 12, "mois"), (more, "jour"))
    told = [
        f"{count} {noun}{'s' if count > 1 and noun != 'mois' else ''}"
        for count, noun in parts
        if count
    ]
    said = duration(first, last).replace("\N{NO-BREAK SPACE}", " ")
    assert said == " et ".join([", ".join(told[:-1]), told[-1]] if told[1:] else told)


def test_last_day_of_on_every_day_and_1_to_60_months() -> None:
    """The eve of the same number, or the last day of a shorter month."""
    for months in range(1, 61):
        for day in EVERY_DAY:
            year, month = divmod(12 * day.year + day.month - 1 + months, 12)
            month += 1
            length = monthrange(year, month)[1]
            expected = (
                date(year, month, length)
                if day.day > length
                else date(year, month, day.day) - timedelta(days=1)
            )
            assert last_day_of(day, months) == expected


@pytest.mark.parametrize(
    ("day", "months", "same", "last"),
    [
        (date(2025, 11, 30), 3, date(2026, 2, 28), date(2026, 2, 28)),
        (date(2023, 11, 30), 3, date(2024, 2, 29), date(2024, 2, 29)),
        (date(2025, 11, 28), 3, date(2026, 2, 28), date(2026, 2, 27)),
        (date(2026, 1, 31), 3, date(2026, 4, 30), date(2026, 4, 30)),
        (date(2024, 2, 29), 12, date(2025, 2, 28), date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29), date(2028, 2, 28)),
        (date(2025, 9, 1), 36, date(2028, 9, 1), date(2028, 8, 31)),
        (date(2026, 8, 31), -6, date(2026, 2, 28), date(2026, 2, 28)),
    ],
)
def test_month_ends(day: date, months: int, same: date, last: date) -> None:
    assert same_day(day, months) == same
    assert last_day_of(day, months) == last


class OwnDay(date):
    """A day of another library, whose arguments are checked one by one."""


@pytest.mark.parametrize("kind", [date, OwnDay])
def test_months_go_as_far_as_the_calendar(kind: type[date]) -> None:
    assert same_day(kind(1900, 1, 31), 12 * 8_099) == date(9999, 1, 31)
    assert last_day_of(kind(2199, 1, 31), -12 * 2_198) == date(1, 1, 30)


@given(DAYS, st.integers(-600, 600))
def test_same_day_keeps_the_number_or_takes_the_last(day: date, months: int) -> None:
    found = same_day(day, months)
    assert found.day == min(day.day, monthrange(found.year, found.month)[1])
    gap = 12 * (found.year - day.year) + found.month - day.month
    assert gap == months


@pytest.mark.parametrize("months", [12 * 8000, -12 * 2100])
def test_out_of_the_calendar_is_a_clear_error(months: int) -> None:
    with pytest.raises(InvalidValue, match="years 1 to 9999") as caught:
        same_day(date(2026, 9, 1), months)
    assert caught.value.path == "months"
    assert caught.value.value == months


def test_the_first_and_the_last_year_are_in_the_calendar() -> None:
    assert same_day(date(9998, 12, 31), 12) == date.max
    assert same_day(date(2, 1, 1), -12) == date.min
    for day, months in ((date(9999, 12, 1), 1), (date(1, 1, 31), -1)):
        with pytest.raises(InvalidValue, match="years 1 to 9999"):
            same_day(day, months)


@given(DAYS, DAYS)
def test_completed_years_against_tuples(born_on: date, day: date) -> None:
    if born_on > day or (born_on.month, born_on.day) == (2, 29):
        return
    expected = day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))
    assert completed_years(born_on, day) == expected


@pytest.mark.parametrize(
    ("day", "in_february", "in_march"),
    [
        (date(2026, 2, 27), 17, 17),
        (date(2026, 2, 28), 18, 17),
        (date(2026, 3, 1), 18, 18),
        (date(2028, 2, 28), 19, 19),
        (date(2028, 2, 29), 20, 20),
    ],
)
def test_born_on_29_february(day: date, in_february: int, in_march: int) -> None:
    born_on = date(2008, 2, 29)
    assert completed_years(born_on, day) == in_february
    assert completed_years(born_on, day, leap_day_on_march_1=True) == in_march


@given(DAYS, st.integers(0, 60))
def test_the_birthday_is_the_first_day_of_the_age(born_on: date, age: int) -> None:
    for late in (False, True):
        birthday = reaches_age_on(born_on, age, leap_day_on_march_1=late)
        assert completed_years(born_on, birthday, leap_day_on_march_1=late) == age
        assert completed_years(born_on, eve_of(birthday), leap_day_on_march_1=late) == age - 1


@given(DAYS, st.integers(1, 60))
def test_months_begun_counts_full_periods(day: date, months: int) -> None:
    last = last_day_of(day, months)
    assert months_begun(day, last) == months
    assert months_begun(day, morrow_of(last)) == months + 1


def test_months_begun_within_the_first_month() -> None:
    assert months_begun(date(2025, 9, 15), date(2025, 9, 15)) == 1
    assert months_begun(date(2025, 9, 15), date(2025, 10, 14)) == 1
    assert months_begun(date(2025, 9, 15), date(2025, 10, 15)) == 2


@given(DAYS, st.integers(0, 1500))
def test_months_and_days_make_the_period(day: date, more: int) -> None:
    last = day + timedelta(days=more)
    months, days = months_and_days(day, last)
    assert last_day_of(day, months) + timedelta(days=days) == last
    assert days >= 0
    assert last < last_day_of(day, months + 1)


def test_months_and_days_of_a_full_period() -> None:
    assert months_and_days(date(2025, 1, 31), date(2025, 2, 27)) == (0, 28)
    assert months_and_days(date(2025, 1, 31), date(2025, 2, 28)) == (1, 0)
    assert months_and_days(date(2025, 1, 31), date(2025, 3, 1)) == (1, 1)


@given(DAYS)
def test_first_of_next_month(day: date) -> None:
    found = first_of_next_month(day)
    assert found.day == 1
    assert eve_of(found).month == day.month
    assert eve_of(found).year == day.year


@given(DAYS, st.integers(0, 3000))
def test_completed_months_are_those_whose_number_has_come(anchor: date, days: int) -> None:
    day = anchor + timedelta(days=days)
    months = completed_months(anchor, day)
    assert same_day(anchor, months) <= day < same_day(anchor, months + 1)
