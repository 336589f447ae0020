"""Sundays and public holidays of a minor (L3164-5, L3164-6)."""

from datetime import date

from apprentissage.facts import Contract, Territory, WorkSector
from apprentissage.law.calendars import Workplace
from apprentissage.law.minors_hours import SUNDAY_SECTORS
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat, article
from apprentissage.rules.finding import UNKNOWN, Finding, compliant, whether
from apprentissage.rules.minors_days import (
    ADULT,
    ALL_DAYS,
    NO_DAY,
    judged_days,
    minor_days,
)
from apprentissage.rules.rule import Rule
from apprentissage.text import short_date

__all__ = ["MINORS_SUNDAYS"]
__dir__ = __all__.copy

NO_SUCH_DAY = "Ce jour n'est ni un dimanche ni un jour férié."
SECTOR_LISTED = (
    "Ce secteur est de ceux où un apprenti mineur peut travailler le "
    "dimanche et les jours fériés."
)
SECTOR_NOT_LISTED = (
    "Ce secteur n'est pas de ceux où un apprenti mineur peut travailler le "
    "dimanche et les jours fériés."
)

_SUNDAY = 6
_SUNDAY_SOURCES = (article("L3164-5"), article("R3164-1"))
_HOLIDAY_SOURCES = (article("L3164-6"), article("R3164-2"))
_CONDITIONS = Caveat(
    "HOLIDAY_CONDITIONS",
    "Le travail d'un jour férié est soumis à d'autres conditions (art. "
    "R. 3164-2), qui ne sont pas examinées ici.",
)
_FOOD_RETAIL = Caveat(
    "FOOD_RETAIL",
    "Un commerce de détail alimentaire est dans la liste : il se déclare "
    "comme tel, et non comme commerce de détail.",
)


def _holiday(contract: Contract, day: date, readings: Readings) -> bool | None:
    """Whether a day is a public holiday; None where the place decides."""
    employer = contract.employer
    elsewhere = employer.territory is None and employer.holidays is None
    found = {
        day
        in Workplace(
            territory=territory,
            holidays=employer.holidays,
            readings=readings,
        ).holidays_of(day.year)
        for territory in (Territory if elsewhere else (employer.territory,))
    }
    return found.pop() if len(found) == 1 else None


def _day(contract: Contract, day: date, readings: Readings) -> Finding:
    working_time = contract.working_time
    sector = None if working_time is None else working_time.sector
    sunday = day.weekday() == _SUNDAY
    rest = True if sunday else _holiday(contract, day, readings)
    allowed = None if sector is None else SUNDAY_SECTORS[sector]
    if rest is False:
        return compliant(
            NO_SUCH_DAY, sources=_SUNDAY_SOURCES, subject=short_date(day)
        )
    missing = {
        "working_time.sector": allowed is None,
        "employer.territory": rest is None,
    }
    known = allowed if rest or allowed else None
    return whether(
        known,
        *(path for path, is_unknown in missing.items() if is_unknown),
        holds=SECTOR_LISTED,
        fails=SECTOR_NOT_LISTED,
        sources=_SUNDAY_SOURCES if sunday else _HOLIDAY_SOURCES,
        caveats=(
            *((_CONDITIONS,) if known and not sunday else ()),
            *((_FOOD_RETAIL,) if sector is WorkSector.RETAIL else ()),
        ),
        subject=short_date(day),
    )


def _judge(contract: Contract, readings: Readings) -> Finding:
    """A minor works neither on Sundays nor on public holidays.

    L3164-5, L3164-6; but apprentices in the trades of R3164-1.

    Args:
        contract: The facts; `working_time.days` before the majority.
        readings: `leap_birthday`, `saint_martin_holiday`.

    Returns:
        A part for each day of work.
    """
    parts = [
        _day(contract, day.on, readings)
        for _, day, _ in minor_days(contract, readings)
    ]
    return judged_days(
        parts, contract, readings, (*_SUNDAY_SOURCES, *_HOLIDAY_SOURCES)
    )


MINORS_SUNDAYS = Rule(
    name="minors_sundays",
    title="Dimanches et jours fériés des mineurs",
    judge=_judge,
    articles=("L3164-5", "L3164-6", "R3164-1", "R3164-2"),
    reads=("leap_birthday", "saint_martin_holiday"),
    sentences=(
        ADULT,
        ALL_DAYS,
        NO_DAY,
        NO_SUCH_DAY,
        SECTOR_LISTED,
        SECTOR_NOT_LISTED,
        UNKNOWN,
    ),
)
