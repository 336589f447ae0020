"""How long the contract and its cycle last, and where their years open."""

from datetime import date

from apprentissage.facts import Contract, Training
from apprentissage.law.choices import LeapStart
from apprentissage.law.readings import Readings
from apprentissage.months import eve_of, last_day_of, months_begun, morrow_of, reaches_age_on


def years_opened(
    starts_on: date, ends_on: date, readings: Readings, credit: int = 0
) -> list[date]:
    """The first day of each year, some months of which are credited.

    Args:
        starts_on: First day of execution.
        ends_on: Last day of the contract.
        readings: The point read is `leap_start`.
        credit: Months of the cycle already done.

    >>> from apprentissage.law.readings import LETTER
    >>> [str(day) for day in years_opened(
    ...     date(2024, 2, 29), date(2026, 2, 28), LETTER)]
    ['2024-02-29', '2025-03-01']
    >>> [str(day) for day in years_opened(
    ...     date(2025, 12, 1), date(2027, 8, 31), LETTER, 3)]
    ['2025-12-01', '2026-09-01']
    """
    leap_late = opens_leap_years_late(starts_on, readings)
    days, opening, months = [], starts_on, -credit
    while opening <= ends_on:
        days.append(opening)
        months += 12
        opening = first_day_after(starts_on, months, leap_late=leap_late)
    return days


def opens_leap_years_late(starts_on: date, readings: Readings) -> bool:
    """Whether a year that opens on 29 February opens next on 1 March.

    Full months from the start, never the school year.
    """
    return is_leap_day(starts_on) and (readings.leap_start is LeapStart.MARCH_1)


def first_day_after(starts_on: date, months: int, *, leap_late: bool) -> date:
    """The first day after so many months, at the soonest the start."""
    if months <= 0:
        return starts_on
    if months % 12:
        return morrow_of(last_day_of(starts_on, months))
    return reaches_age_on(starts_on, months // 12, leap_day_on_march_1=leap_late)


def is_leap_day(day: date) -> bool:
    """Whether a day is a 29 February: only then do two contested points matter."""
    return day.day == 29 and day.month == 2


def concluded_until(contract: Contract) -> date:
    """The last day of the duration concluded: a prolongation comes later."""
    extra = contract.extension
    if extra is None or extra.starts_on is None or extra.starts_on == contract.starts_on:
        return contract.ends_on
    return eve_of(extra.starts_on)


def months_concluded(contract: Contract) -> int:
    """The months of the duration concluded, one begun counted."""
    return months_begun(contract.starts_on, concluded_until(contract))


_SUMMER_MONTHS = 3
"""What the teaching of whole school years may lack of as many years."""


def cycle_length(training: Training) -> int:
    """The years of the whole cycle, a year begun counted; 0 if unknown."""
    return -(-cycle_months(training) // 12)


def cycle_months(training: Training) -> int:
    """The months of the whole cycle, 0 if unknown.

    Its days tell them where its years are not told: a training of eighteen
    months is one of eighteen, school years that end in June are whole, and
    the grid has no year shorter than twelve months.
    """
    years = training.cycle_years
    return months_by_dates(training) if years is None else 12 * years


def months_by_dates(training: Training) -> int:
    first, last = training.cycle_starts_on, training.cycle_ends_on
    if first is None or last is None:
        return 0
    months = months_begun(first, last)
    lacking = -months % 12
    whole = months < 12 or lacking <= _SUMMER_MONTHS
    return months + lacking if whole else months


def months_since(began: date, starts_on: date) -> int:
    """The whole months from the first day of the cycle, none before it."""
    # A month opened on the 31st fills February: its last day is not gone by
    # on that day itself.
    return months_begun(began, starts_on) - 1 if began < starts_on else 0
