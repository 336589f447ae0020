"""Ages and birthdays, and the facts that a question on the age tells."""

from datetime import date
from typing import TypeAlias

from attrs import field, frozen

from apprentissage._arguments import check_arguments
from apprentissage._plain import PlainValue
from apprentissage.facts import (
    AgeExemption,
    Apprentice,
    Contract,
    Employer,
    PreviousCycle,
    Training,
)
from apprentissage.law.choices import LeapBirthday
from apprentissage.law.readings import Readings
from apprentissage.months import completed_years, reaches_age_on

_LEAP_MONTH, _LEAP_DAY = 2, 29


def birthday(born_on: date, age: int, readings: Readings) -> date:
    """The day on which a person reaches an age.

    >>> from apprentissage.law.readings import LETTER
    >>> birthday(date(2008, 2, 29), 18, LETTER)
    datetime.date(2026, 2, 28)
    """
    if not isinstance(readings, Readings):
        check_arguments(birthday, locals())
    if type(born_on) is date and born_on.day == _LEAP_DAY:
        return reaches_age_on(born_on, age, leap_day_on_march_1=_on_march_1(born_on, readings))
    return reaches_age_on(born_on, age)


def age_on(born_on: date, day: date, readings: Readings) -> int:
    """The age in completed years on a day; the birthday itself counts.

    It is 0 on a day before the birth, which a file may hold by mistake.

    >>> from apprentissage.law.readings import LETTER
    >>> age_on(date(2008, 2, 29), date(2026, 2, 27), LETTER)
    17
    """
    if not isinstance(readings, Readings):
        check_arguments(age_on, locals())
    if type(born_on) is date and born_on.day == _LEAP_DAY:
        march_1 = _on_march_1(born_on, readings)
        years = completed_years(born_on, day, leap_day_on_march_1=march_1)
    else:
        years = completed_years(born_on, day)
    return max(0, years)


def _on_march_1(born_on: date, readings: Readings) -> bool:
    # asked for nobody else, so that nobody else is judged again for it
    return born_on.month == _LEAP_MONTH and readings.leap_birthday is LeapBirthday.MARCH_1


@frozen(kw_only=True, eq=False, repr=False)
class AgeAsked(PlainValue):
    """The facts of a question on the age, named as in a contract."""

    concluded_on: date
    starts_on: date
    apprentice: Apprentice
    ends_on: date | None = None
    training: Training = field(factory=Training)
    employer: Employer = field(factory=Employer)
    previous: tuple[PreviousCycle, ...] | None = None
    age_exemption: AgeExemption | None = None


AgeFacts: TypeAlias = Contract | AgeAsked
"""A contract, or as much of one as the question tells."""
