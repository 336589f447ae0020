"""The spans of a contract over which one rate holds."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from apprentissage.facts import Contract, Training
from apprentissage.law.choices import (
    BirthdayOnTheFirst,
    LeapBirthday,
    ThresholdInStartMonth,
)
from apprentissage.law.readings import Readings
from apprentissage.months import (
    eve_of,
    first_of_next_month,
    months_begun,
    reaches_age_on,
)
from apprentissage.pay.grids import THRESHOLDS

LAST_YEAR = 3
"""The grid has three years."""


_MARCH_1 = LeapBirthday.MARCH_1
_NEXT_MONTH = ThresholdInStartMonth.NEXT_MONTH
_SAME_DAY = BirthdayOnTheFirst.SAME_DAY
_NO_MORE = (date.max, 0)
_ONE_DAY = timedelta(days=1)


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


def is_leap_day(day: date) -> bool:
    """A 29 February: only then can two points matter."""
    return (day.month, day.day) == (2, 29)


def concluded_until(contract: Contract) -> date:
    """The last day of the duration concluded: a prolongation comes later."""
    extra = contract.extension
    if (
        extra is None
        or extra.starts_on is None
        or extra.starts_on == contract.starts_on
    ):
        return contract.ends_on
    return eve_of(extra.starts_on)


def cycle_length(training: Training) -> int:
    """The years of the whole cycle, a year begun counted; 0 if unknown."""
    if training.cycle_years is not None:
        return training.cycle_years
    first, last = training.cycle_starts_on, training.cycle_ends_on
    if first is None or last is None:
        return 0
    return -(-months_begun(first, last) // 12)


def bracket_changes(
    born_on: date,
    starts_on: date,
    ends_on: date,
    readings: Readings,
    brackets: int,
) -> tuple[int, list[tuple[date, int]]]:
    """The bracket at the start, and the days on which another one opens.

    Args:
        born_on: Birth date.
        starts_on: First day of execution.
        ends_on: Last day of the contract.
        readings: The points read are `birthday_on_the_first`,
            `leap_birthday` and `threshold_in_start_month`.
        brackets: How many brackets the grid has.

    Returns:
        The rank of the first bracket, and the first day and rank of each
        later one, in order.
    """
    leap_late = is_leap_day(born_on) and readings.leap_birthday is _MARCH_1
    grade = 0
    changes: list[tuple[date, int]] = []
    for rank, age in enumerate(THRESHOLDS[: brackets - 1], start=1):
        year = born_on.year + age
        if year > ends_on.year:
            break
        if year < starts_on.year:
            grade = rank
            continue
        birthday = reaches_age_on(born_on, age, leap_day_on_march_1=leap_late)
        if birthday <= starts_on and (
            readings.threshold_in_start_month is not _NEXT_MONTH
        ):
            grade = rank
            continue
        # D6222-31: « à compter du premier jour du mois suivant le jour où
        # l'apprenti atteint dix-huit ans ou vingt et un ans ou vingt-six ans »
        day = (
            birthday
            if birthday.day == 1
            and readings.birthday_on_the_first is _SAME_DAY
            else first_of_next_month(birthday)
        )
        if day <= starts_on:
            grade = rank
        elif day <= ends_on:
            changes.append((day, rank))
    return grade, changes


def spans(
    years: list[date],
    ends_on: date,
    grade: int,
    changes: list[tuple[date, int]],
    others: Iterable[date] = (),
) -> list[Span]:
    """Cut a contract at its years, its brackets and other days.

    Args:
        years: First day of each year of execution.
        ends_on: Last day of the contract.
        grade: Rank of the first bracket.
        changes: First day and rank of each later bracket, in order.
        others: Other days on which a rate changes.

    Returns:
        Spans that follow each other without gap or overlap.
    """
    days = sorted([*years, *[day for day, _ in changes], *others])
    brackets, openings = iter(changes), iter(years)
    rises_on, rank = next(brackets, _NO_MORE)
    opens_on = next(openings)
    year = place = 0
    cut: list[Span] = []
    following = [*days[1:], None]
    for first, after in zip(days, following, strict=True):
        if first == after:
            continue
        place += 1
        if first == opens_on:
            year, place = year + 1, 1
            opens_on = next(openings, date.max)
        risen = first == rises_on
        if risen:
            grade = rank
            rises_on, rank = next(brackets, _NO_MORE)
        last = ends_on if after is None else after - _ONE_DAY
        cut.append(Span(first, last, year, place, grade, risen))
    return cut
