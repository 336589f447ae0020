"""Working time of minors: by age, by sector, by date."""

from datetime import date, time
from decimal import Decimal

from attrs import frozen

from apprentissage.arguments import check_arguments
from apprentissage.facts.kinds import WorkSector
from apprentissage.law.dated import ByConclusion, ByEvent, version
from apprentissage.law.sources import UNREAD_VERSION, Caveat

__all__ = [
    "BREAK_AFTER_HOURS",
    "BREAK_MINUTES",
    "DAILY_HOURS",
    "INSPECTOR_WEEKLY_HOURS",
    "MAJORITY",
    "NIGHT_CAVEATS",
    "NIGHT_PROCEDURE",
    "NIGHT_WITH_AUTHORISATION",
    "SHOWS_UNDER_16",
    "SITE_HOURS",
    "SIXTEEN",
    "SUNDAY_SECTORS",
    "WEEKLY_HOURS",
    "Night",
    "SiteHours",
    "night_of",
    "rest_hours",
]
__dir__ = __all__.copy

MAJORITY, SIXTEEN = 18, 16

DAILY_HOURS, WEEKLY_HOURS = Decimal(8), Decimal(35)
"""Most hours of a minor a day and a week (L3162-1)."""

INSPECTOR_WEEKLY_HOURS = Decimal(40)
"""35 and the five that the inspector may add; no daily figure is printed."""


@frozen(kw_only=True)
class SiteHours:
    """Longer hours by right, where the collective organisation needs them.

    Args:
        sectors: The sites.
        daily: Most hours a day.
        weekly: Most hours a week.
    """

    sectors: frozenset[WorkSector]
    daily: Decimal
    weekly: Decimal


SITE_HOURS = ByConclusion(
    "durée du travail sur les chantiers (art. R. 3162-1)",
    (
        version(
            date(2008, 5, 1),
            SiteHours(
                sectors=frozenset(), daily=DAILY_HOURS, weekly=WEEKLY_HOURS
            ),
            "L3162-1",
            "L6222-25",
        ),
        version(
            date(2019, 1, 1),
            SiteHours(
                sectors=frozenset(
                    {
                        WorkSector.CONSTRUCTION_SITE,
                        WorkSector.LANDSCAPING_SITE,
                    }
                ),
                daily=Decimal(10),
                weekly=Decimal(40),
            ),
            "L3162-1",
            "L6222-25",
            "R3162-1",
        ),
    ),
)
"""Building, public works and landscaping sites, contracts from 2019."""

BREAK_AFTER_HOURS, BREAK_MINUTES = Decimal("4.5"), 30
"""« trente minutes consécutives » beyond four and a half hours (L3162-3)."""


@frozen(kw_only=True)
class Night:
    """The day between two nights; midnight at its end is `time(0)`.

    Args:
        earliest_start_at: Earliest lawful start of work.
        latest_end_at: Latest lawful end of work.
    """

    earliest_start_at: time
    latest_end_at: time


def night_of(age: int) -> Night:
    """The night of L3163-1 by age, without any authorisation.

    >>> night_of(15).latest_end_at
    datetime.time(20, 0)
    """
    check_arguments(night_of, locals())
    return Night(
        earliest_start_at=time(6),
        latest_end_at=time(20 if age < SIXTEEN else 22),
    )


NIGHT_WITH_AUTHORISATION = {
    WorkSector.HOSPITALITY: Night(
        earliest_start_at=time(6), latest_end_at=time(23, 30)
    ),
    WorkSector.BAKERY: Night(
        earliest_start_at=time(4), latest_end_at=time(22)
    ),
    WorkSector.SHOWS: Night(earliest_start_at=time(6), latest_end_at=time(0)),
    WorkSector.HORSE_RACING: Night(
        earliest_start_at=time(6), latest_end_at=time(0)
    ),
}
"""Sectors of R3163-1 to -4; never between midnight and four."""

NIGHT_CAVEATS = {
    WorkSector.BAKERY: Caveat(
        "BAKERY_FROM_FOUR",
        "Dès 4 heures seulement si les phases de fabrication ne tiennent pas "
        "toutes entre 6 heures et 22 heures.",
    ),
    WorkSector.HORSE_RACING: Caveat(
        "RACES_TWICE_A_WEEK",
        "Courses hippiques : deux fois par semaine et trente nuits par an au "
        "plus, ce que la bibliothèque ne compte pas.",
    ),
}

SHOWS_UNDER_16 = frozenset({WorkSector.SHOWS})
"""The sectors where a child under 16 may be authorised."""

_SILENCE_MONTHS = 1
_SINCE = date(2026, 8, 18)

NIGHT_PROCEDURE = ByEvent(
    "autorisation de travail de nuit (art. R. 3163-5)",
    (
        version(date(2008, 5, 1), _SILENCE_MONTHS, "R3163-5", "R6222-24"),
        version(
            _SINCE,
            _SILENCE_MONTHS,
            "R3163-5",
            "R6222-24",
            caveats=(
                UNREAD_VERSION("R3163-5", _SINCE),
                UNREAD_VERSION("R6222-24", _SINCE),
            ),
        ),
    ),
)
"""Months of silence that grant the authorisation, by the day worked."""


def rest_hours(age: int) -> int:
    """Hours of rest between two days (L3164-1).

    >>> rest_hours(15), rest_hours(16)
    (14, 12)
    """
    check_arguments(rest_hours, locals())
    return 14 if age < SIXTEEN else 12


SUNDAY_SECTORS = {
    WorkSector.HOSPITALITY: True,
    WorkSector.BAKERY: True,
    WorkSector.BUTCHERY: True,
    WorkSector.FLORIST: True,
    WorkSector.RETAIL: False,
    WorkSector.CONSTRUCTION_SITE: False,
    WorkSector.LANDSCAPING_SITE: False,
    WorkSector.OFFICE: False,
    WorkSector.SHOWS: False,
    WorkSector.HORSE_RACING: False,
    WorkSector.OTHER_FOOD: True,
    WorkSector.OTHER: False,
}
"""Whether the sector is among the twelve of R3164-1.

Retail is not, but for food, which is `OTHER_FOOD`.
"""
