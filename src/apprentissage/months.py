"""Month arithmetic, in one place and on integers.

Every period of the law that is counted in months or years goes through the
two functions of this module, always from its anchor: adding one month three
times is not adding three months.
"""

from calendar import isleap
from datetime import date, timedelta

from apprentissage._arguments import check_arguments
from apprentissage._guards import is_int, plain_day
from apprentissage.errors import InvalidValue

__all__ = [
    "completed_months",
    "completed_years",
    "eve_of",
    "first_of_next_month",
    "last_day_of",
    "months_and_days",
    "months_begun",
    "morrow_of",
    "reaches_age_on",
    "same_day",
]
__dir__ = __all__.copy

_ONE_DAY = timedelta(days=1)
_YEARS = "stay within the years 1 to 9999"
_SPAN = 12 * 9_999
_EITHER_WAY = is_int(-_SPAN, _SPAN)
"""Months forward or back."""


def same_day(day: date, months: int) -> date:
    """The day of the same number n months later, or the month's last day.

    The rule of the code de procédure civile for a delay in months (art.
    641, al. 2): it ends on the day that bears the same number, or, where
    the month has no such day, on its last day.

    Args:
        day: The anchor.
        months: Number of months, negative to go back.

    Returns:
        The day reached.

    Raises:
        InvalidValue: When it lies outside the years 1 to 9999.

    >>> same_day(date(2025, 11, 30), 3)
    datetime.date(2026, 2, 28)
    >>> same_day(date(2024, 2, 29), 60)
    datetime.date(2029, 2, 28)
    """
    if type(day) is not date or type(months) is not int:
        check_arguments(same_day, locals(), months=_EITHER_WAY)
        day = plain_day(day)
    year, month, number = _shifted(day, months)
    if number > 28:  # every month has the days up to that one
        number = min(number, _length(year, month))
    return date(year, month, number)


def last_day_of(day: date, months: int) -> date:
    """The last day of a period of n months that opens on a day.

    It is the eve of the same day number, or the last day of the month where
    that number does not exist: such a period fills its last month.

    Args:
        day: First day of the period, counted.
        months: Length of the period.

    Returns:
        The last day of the period, counted.

    Raises:
        InvalidValue: When it lies outside the years 1 to 9999.

    >>> last_day_of(date(2025, 9, 1), 6)
    datetime.date(2026, 2, 28)
    >>> last_day_of(date(2025, 8, 31), 6)
    datetime.date(2026, 2, 28)
    >>> last_day_of(date(2024, 2, 29), 12)
    datetime.date(2025, 2, 28)
    """
    if type(day) is not date or type(months) is not int:
        check_arguments(last_day_of, locals(), months=_EITHER_WAY)
        day = plain_day(day)
    year, month, number = _shifted(day, months)
    if number > 28:
        length = _length(year, month)
        if number > length:
            return date(year, month, length)
    if number > 1:
        return date(year, month, number - 1)
    return eve_of(date(year, month, 1))


def reaches_age_on(born_on: date, age: int, *, leap_day_on_march_1: bool = False) -> date:
    """The day on which a person reaches an age.

    Args:
        born_on: Birth date.
        age: Age in completed years.
        leap_day_on_march_1: Someone born on 29 February gains a year on
            1 March of a common year, instead of 28 February.

    Returns:
        The birthday.

    >>> reaches_age_on(date(2008, 2, 29), 18)
    datetime.date(2026, 2, 28)
    >>> reaches_age_on(date(2008, 2, 29), 18, leap_day_on_march_1=True)
    datetime.date(2026, 3, 1)
    """
    if type(born_on) is not date or type(age) is not int or type(leap_day_on_march_1) is not bool:
        check_arguments(reaches_age_on, locals())
        born_on = plain_day(born_on)
    year = born_on.year + age
    if born_on.day < 29 and 1 <= year <= 9999:  # that day is in every year
        return date(year, born_on.month, born_on.day)
    birthday = same_day(born_on, 12 * age)
    if leap_day_on_march_1 and birthday.day != born_on.day:
        return birthday + _ONE_DAY
    return birthday


def completed_years(born_on: date, day: date, *, leap_day_on_march_1: bool = False) -> int:
    """The age in completed years on a day; the birthday itself counts.

    >>> completed_years(date(1996, 9, 15), date(2026, 9, 14))
    29
    >>> completed_years(date(1996, 9, 15), date(2026, 9, 15))
    30
    """
    if type(born_on) is not date or type(day) is not date or type(leap_day_on_march_1) is not bool:
        check_arguments(completed_years, locals())
        born_on = plain_day(born_on)
        day = plain_day(day)
    years = day.year - born_on.year
    if born_on.day < 29:  # that day is in every year
        month, born_in = day.month, born_on.month
        reached = month > born_in or (month == born_in and day.day >= born_on.day)
    else:
        reached = day >= reaches_age_on(born_on, years, leap_day_on_march_1=leap_day_on_march_1)
    return years if reached else years - 1


def completed_months(anchor: date, day: date) -> int:
    """How many months have gone by since an anchor, from day to day number.

    Args:
        anchor: The day from which one counts.
        day: A day not before it.

    >>> completed_months(date(2026, 9, 7), date(2026, 10, 6))
    0
    >>> completed_months(date(2026, 9, 7), date(2026, 10, 7))
    1
    >>> completed_months(date(2025, 11, 30), date(2026, 2, 28))
    3
    """
    if type(anchor) is not date or type(day) is not date:
        check_arguments(completed_months, locals())
        anchor = plain_day(anchor)
        day = plain_day(day)
    months = 12 * (day.year - anchor.year) + day.month - anchor.month
    return months - (same_day(anchor, months) > day)


def months_begun(first: date, last: date) -> int:
    """How many months, from day number to day number, a period has begun.

    Args:
        first: First day of the period, counted.
        last: Last day of the period, counted.

    >>> months_begun(date(2025, 9, 1), date(2026, 2, 28))
    6
    >>> months_begun(date(2025, 9, 1), date(2026, 3, 1))
    7
    """
    if type(first) is not date or type(last) is not date:
        check_arguments(months_begun, locals())
        first = plain_day(first)
        last = plain_day(last)
    months = 12 * (last.year - first.year) + last.month - first.month
    return months + (last_day_of(first, months) < last)


def months_and_days(first: date, last: date) -> tuple[int, int]:
    """The whole months of a period, and the days that are left.

    Args:
        first: First day of the period, counted.
        last: Last day of the period, counted.

    >>> months_and_days(date(2025, 9, 1), date(2026, 2, 28))
    (6, 0)
    >>> months_and_days(date(2025, 9, 1), date(2026, 3, 1))
    (6, 1)
    """
    if type(first) is not date or type(last) is not date:
        check_arguments(months_and_days, locals())
        first = plain_day(first)
        last = plain_day(last)
    months = 12 * (last.year - first.year) + last.month - first.month
    end = last_day_of(first, months)
    if end > last:
        months -= 1
        end = last_day_of(first, months)
    elif last_day_of(first, months + 1) == last:
        return months + 1, 0
    return months, (last - end).days


def first_of_next_month(day: date) -> date:
    """The first day of the month that follows a day.

    >>> first_of_next_month(date(2025, 12, 31))
    datetime.date(2026, 1, 1)
    """
    if type(day) is not date:
        check_arguments(first_of_next_month, locals())
        day = plain_day(day)
    if day.month < 12:
        return date(day.year, day.month + 1, 1)
    year, month, _ = _shifted(day, 1)
    return date(year, month, 1)


def eve_of(day: date) -> date:
    """The day before.

    Raises:
        InvalidValue: For the first day of all.

    >>> eve_of(date(2026, 3, 1))
    datetime.date(2026, 2, 28)
    """
    if type(day) is not date:
        check_arguments(eve_of, locals())
        day = plain_day(day)
    try:
        return day - _ONE_DAY
    except OverflowError as error:
        raise InvalidValue("day", day, _YEARS) from error


def morrow_of(day: date) -> date:
    """The day after.

    Raises:
        InvalidValue: For the last day of all.

    >>> morrow_of(date(2026, 2, 28))
    datetime.date(2026, 3, 1)
    """
    if type(day) is not date:
        check_arguments(morrow_of, locals())
        day = plain_day(day)
    try:
        return day + _ONE_DAY
    except OverflowError as error:
        raise InvalidValue("day", day, _YEARS) from error


_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _length(year: int, month: int) -> int:
    # `calendar.monthrange` works out a weekday too, which takes far longer
    return 29 if month == 2 and isleap(year) else _LENGTHS[month - 1]


def _shifted(day: date, months: int) -> tuple[int, int, int]:
    count = 12 * day.year + day.month - 1 + months
    year, month = divmod(count, 12)
    if not 1 <= year <= 9999:
        raise InvalidValue("months", months, f"{_YEARS} from {day}")
    return year, month + 1, day.day
