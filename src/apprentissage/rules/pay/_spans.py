"""The spans of a contract over which one rate holds."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from apprentissage.law.pay_grids import THRESHOLDS
from apprentissage.law.readings import (
    BirthdayOnTheFirst,
    LeapBirthday,
    LeapStart,
    Readings,
    ThresholdInStartMonth,
)
from apprentissage.months import (
    eve_of,
    first_of_next_month,
    reaches_age_on,
)

__all__ = ["Span", "bracket_changes", "execution_years", "spans"]

_MARCH_1 = LeapBirthday.MARCH_1
_NEXT_MONTH = ThresholdInStartMonth.NEXT_MONTH
_SAME_DAY = BirthdayOnTheFirst.SAME_DAY


class Span(NamedTuple):
    """Consecutive days of one year of execution and one age bracket.

    Attributes:
        starts_on: First day.
        ends_on: Last day, counted.
        year: Year of execution, from 1.
        place: Place in that year, from 1.
        grade: Rank of the age bracket.
        risen: It opens a new age bracket.
    """

    starts_on: date
    ends_on: date
    year: int
    place: int
    grade: int
    risen: bool


def execution_years(
    starts_on: date, ends_on: date, readings: Readings
) -> list[date]:
    """The first day of each year of execution.

    Args:
        starts_on: First day of execution.
        ends_on: Last day of the contract.
        readings: The point read is `leap_start`.

    >>> from apprentissage.law.readings import LETTER
    >>> [str(day) for day in execution_years(
    ...     date(2024, 2, 29), date(2026, 2, 28), LETTER)]
    ['2024-02-29', '2025-03-01']
    """
    # Twelve months from the start, never the school year: after one that
    # opens on 29 February, the next opens on 1 March.
    full = readings.leap_start is LeapStart.MARCH_1
    opening, days = starts_on, []
    while opening <= ends_on:
        days.append(opening)
        opening = reaches_age_on(
            starts_on, len(days), leap_day_on_march_1=full
        )
    return days


def bracket_changes(
    born_on: date,
    starts_on: date,
    ends_on: date,
    readings: Readings,
    brackets: int,
) -> tuple[int, dict[date, int]]:
    """The bracket at the start, and the days on which another one opens.

    Args:
        born_on: Birth date.
        starts_on: First day of execution.
        ends_on: Last day of the contract.
        readings: The points read are `birthday_on_the_first`,
            `leap_birthday` and `threshold_in_start_month`.
        brackets: How many brackets the grid has.

    Returns:
        The rank of the first bracket, and the rank of each later one by
        its first day.
    """
    leap_late = readings.leap_birthday is _MARCH_1
    strict = readings.threshold_in_start_month is _NEXT_MONTH
    on_the_first = readings.birthday_on_the_first is _SAME_DAY
    grade, changes = 0, {}
    for rank, age in enumerate(THRESHOLDS[: brackets - 1], start=1):
        year = born_on.year + age
        if year > ends_on.year:
            break
        if year < starts_on.year:
            grade = rank
            continue
        birthday = reaches_age_on(born_on, age, leap_day_on_march_1=leap_late)
        if birthday <= starts_on and not strict:
            grade = rank
            continue
        # « à compter du premier jour du mois suivant le jour où l'apprenti
        # atteint dix-huit ans ou vingt et un ans ou vingt-six ans »
        day = (
            birthday
            if on_the_first and birthday.day == 1
            else first_of_next_month(birthday)
        )
        if day <= starts_on:
            grade = rank
        elif day <= ends_on:
            changes[day] = rank
    return grade, changes


def spans(
    years: list[date],
    ends_on: date,
    grade: int,
    changes: dict[date, int],
    others: Iterable[date] = (),
) -> list[Span]:
    """Cut a contract at its years, its brackets and other days.

    Args:
        years: First day of each year of execution.
        ends_on: Last day of the contract.
        grade: Rank of the first bracket.
        changes: Rank of each later bracket by its first day.
        others: Other days on which a rate changes.

    Returns:
        Spans that follow each other without gap or overlap.
    """
    days = sorted({*years, *changes, *others})
    lasts = [*map(eve_of, days[1:]), ends_on]
    year = place = 0
    cut = []
    for first, last in zip(days, lasts, strict=True):
        place += 1
        if year < len(years) and first == years[year]:
            year, place = year + 1, 1
        risen = first in changes
        if risen:
            grade = changes[first]
        cut.append(Span(first, last, year, place, grade, risen))
    return cut
