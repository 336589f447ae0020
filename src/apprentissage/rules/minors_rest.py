"""Night, daily and weekly rest of a minor (L3163-1 to L3164-2)."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from apprentissage.arguments import check_arguments
from apprentissage.facts import Contract, WorkDay, WorkingTime, WorkSector
from apprentissage.law.minors_hours import (
    NIGHT_CAVEATS,
    NIGHT_PROCEDURE,
    NIGHT_WITH_AUTHORISATION,
    SHOWS_UNDER_16,
    SIXTEEN,
    Night,
    night_of,
    rest_hours,
)
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat, article
from apprentissage.rules.ages import birthday
from apprentissage.rules.calendar_entries import AgendaEntry
from apprentissage.rules.finding import UNKNOWN, Finding, whether
from apprentissage.rules.minors_days import (
    ADULT,
    ALL_DAYS,
    NO_DAY,
    judged_days,
    minor_days,
)
from apprentissage.rules.rule import Rule
from apprentissage.text import short_date

__all__ = ["MINORS_NIGHT", "MINORS_REST", "night_limits", "restart_at"]
__dir__ = __all__.copy

BY_DAY = (
    "Le travail se tient dans la journée permise, de {earliest_start_at:h} à "
    "{latest_end_at:h}."
)
BY_NIGHT = (
    "Le travail déborde la journée permise, de {earliest_start_at:h} à "
    "{latest_end_at:h}."
)
RESTED = (
    "Le repos de {minimum_rest_hours} heures est respecté : reprise à partir "
    "de {earliest_restart_at:h}."
)
NOT_RESTED = (
    "Le repos de {minimum_rest_hours} heures n'est pas respecté : la reprise "
    "devait attendre {earliest_restart_at:h}."
)
TWO_DAYS_OFF = "La semaine du {monday:short} laisse deux jours consécutifs."
NO_TWO_DAYS_OFF = (
    "La semaine du {monday:short} ne laisse pas deux jours de repos "
    "consécutifs."
)

_ONE_DAY = timedelta(days=1)
_NIGHT_SOURCES = (article("L3163-1"), article("L3163-2"))
_REST_SOURCES = (article("L3164-1"),)
_WEEKLY_SOURCES = (article("L3164-2"),)
_WEEKLY_DEROGATIONS = Caveat(
    "WEEKLY_REST_DEROGATIONS",
    "Des accords collectifs ou l'inspecteur du travail peuvent déroger aux "
    "deux jours consécutifs à certaines conditions.",
)


def night_limits(
    *, age: int, sector: WorkSector | None, authorised: bool
) -> Night:
    """Between which times a minor may work.

    Args:
        age: In completed years on the day.
        sector: Kind of work place; None where it has no derogation.
        authorised: Night work has been authorised.

    Returns:
        Earliest start and latest end; `time(0)` is midnight.

    Source: art. L. 3163-1, R. 3163-1 à -4 du code du travail.

    >>> night_limits(
    ...     age=17, sector=WorkSector.HOSPITALITY, authorised=True
    ... ).latest_end_at
    datetime.time(23, 30)
    """
    check_arguments(night_limits, locals())
    derogation = NIGHT_WITH_AUTHORISATION.get(sector) if sector else None
    too_young = age < SIXTEEN and sector not in SHOWS_UNDER_16
    if derogation is None or too_young or not authorised:
        return night_of(age)
    return derogation


def restart_at(*, age: int, ended_at: datetime) -> datetime:
    """The earliest start of the next day of work.

    Args:
        age: In completed years on the day that ends.
        ended_at: End of work.

    Source: art. L. 3164-1 du code du travail.

    >>> restart_at(age=16, ended_at=datetime(2026, 1, 5, 23, 30))
    datetime.datetime(2026, 1, 6, 11, 30)
    """
    check_arguments(restart_at, locals())
    return ended_at + timedelta(hours=rest_hours(age))


def _minutes(at: time) -> int:
    return 60 * at.hour + at.minute


def _end_minutes(at: time, opened: time) -> int:
    """Minutes from midnight to the end of work, which may follow it."""
    return _minutes(at) + (24 * 60 if at <= opened else 0)


def _within(day: WorkDay, night: Night) -> bool | None:
    """Whether a day keeps out of the night, None where a time is unknown."""
    earliest = night.earliest_start_at
    latest = _minutes(night.latest_end_at) or 24 * 60
    starts_at, ends_at = day.starts_at, day.ends_at
    if starts_at is not None and not (
        earliest <= starts_at and _minutes(starts_at) < latest
    ):
        return False
    if ends_at is not None and (
        _end_minutes(ends_at, starts_at or earliest) > latest
    ):
        return False
    return None if starts_at is None or ends_at is None else True


def _night(contract: Contract, rank: int, day: WorkDay, age: int) -> Finding:
    working_time = contract.working_time or WorkingTime()
    sector = working_time.sector
    authorised = working_time.night_authorisation
    known = night_limits(age=age, sector=sector, authorised=authorised is True)
    may_be_granted = authorised is not False and any(
        _within(day, night_limits(age=age, sector=each, authorised=True))
        is not False
        for each in (WorkSector if sector is None else (sector,))
    )
    path = f"working_time.days[{rank}]"
    within = _within(day, known)
    missing = [
        f"{path}.{name}"
        for name in ("starts_at", "ends_at")
        if getattr(day, name) is None
    ]
    if within is False and may_be_granted:
        within = None
        missing += [
            f"working_time.{name}"
            for name in ("sector", "night_authorisation")
            if getattr(working_time, name) is None
        ]
    by_leave = known != night_of(age)
    procedure = NIGHT_PROCEDURE.event(day.on)
    return whether(
        within,
        *missing,
        holds=BY_DAY,
        fails=BY_NIGHT,
        sources=(*_NIGHT_SOURCES, *(procedure.sources if by_leave else ())),
        caveats=(
            *((NIGHT_CAVEATS[sector],) if sector in NIGHT_CAVEATS else ()),
            *procedure.caveats,
        )
        if by_leave and sector is not None
        else (),
        subject=short_date(day.on),
        earliest_start_at=known.earliest_start_at.isoformat("minutes"),
        latest_end_at=known.latest_end_at.isoformat("minutes"),
    )


def _judge_night(contract: Contract, readings: Readings) -> Finding:
    """A minor does not work by night.

    L3163-1: from 22 to 6 h, from 20 to 6 h under 16. By an authorisation of
    the inspector until 23:30 in hotels and restaurants, from 4 h in
    bakeries, until midnight in shows and horse racing (R3163-1 to -4); under
    16 in shows only; never between midnight and four.

    Args:
        contract: The facts; `working_time.days` before the majority.
        readings: `leap_birthday`.

    Returns:
        A part for each day, values `earliest_start_at`, `latest_end_at`.
    """
    parts = [
        _night(contract, rank, day, age)
        for rank, day, age in minor_days(contract, readings)
    ]
    return judged_days(parts, contract, readings, _NIGHT_SOURCES)


def _at(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minutes)


def _rest(
    rank: int, day: WorkDay, age: int, next_rank: int, following: WorkDay
) -> Finding | None:
    """The rest after a day; None where the next one is far away."""
    missing = [
        path
        for path, known in (
            (f"working_time.days[{rank}].ends_at", day.ends_at),
            (f"working_time.days[{next_rank}].starts_at", following.starts_at),
        )
        if known is None
    ]
    if following.on - day.on > _ONE_DAY:
        return None
    hours = rest_hours(age)
    rested: bool | None = None
    earliest: str | None = None
    if day.ends_at is not None:
        opened = day.starts_at or time(6)
        ended_at = _at(day.on, _end_minutes(day.ends_at, opened))
        restart = restart_at(age=age, ended_at=ended_at)
        earliest = restart.time().isoformat("minutes")
        if following.starts_at is not None:
            rested = (
                _at(following.on, _minutes(following.starts_at)) >= restart
            )
    return whether(
        rested,
        *missing,
        holds=RESTED,
        fails=NOT_RESTED,
        sources=_REST_SOURCES,
        subject=short_date(day.on),
        minimum_rest_hours=hours,
        earliest_restart_at=earliest,
    )


def _weeks(days: list[date]) -> Iterator[Finding]:
    worked = frozenset(days)
    for monday in sorted({day - timedelta(day.weekday()) for day in days}):
        week = [monday + timedelta(n) for n in range(7)]
        free = any(
            day not in worked and day + _ONE_DAY not in worked for day in week
        )
        yield whether(
            free,
            holds=TWO_DAYS_OFF,
            fails=NO_TWO_DAYS_OFF,
            sources=_WEEKLY_SOURCES,
            caveats=() if free else (_WEEKLY_DEROGATIONS,),
            subject=f"semaine du {short_date(monday)}",
            monday=monday,
        )


def _judge_rest(contract: Contract, readings: Readings) -> Finding:
    """A minor rests twelve hours a day and two consecutive days a week.

    L3164-1: fourteen hours under 16; L3164-2. Days that are not declared are
    days off.

    Args:
        contract: The facts; `working_time.days` before the majority.
        readings: `leap_birthday`.

    Returns:
        A part for each pair of days that follow, values
        `minimum_rest_hours`, `earliest_restart_at`, and one for each week.
    """
    days = list(minor_days(contract, readings))
    parts = [
        found
        for (rank, day, age), (next_rank, following, _) in pairwise(days)
        if (found := _rest(rank, day, age, next_rank, following)) is not None
    ]
    parts += _weeks([day.on for _, day, _ in days])
    return judged_days(
        parts, contract, readings, (*_REST_SOURCES, *_WEEKLY_SOURCES)
    )


def _dates(contract: Contract, readings: Readings) -> Iterator[AgendaEntry]:
    sixteen = birthday(contract.apprentice.born_on, SIXTEEN, readings)
    if contract.starts_on < sixteen <= contract.ends_on:
        yield AgendaEntry(
            on=sixteen,
            label="16 ans : la nuit commence à 22 heures, le repos quotidien "
            "est de 12 heures",
            sources=(article("L3163-1"), *_REST_SOURCES),
        )


MINORS_NIGHT = Rule(
    name="minors_night",
    title="Travail de nuit des mineurs",
    judge=_judge_night,
    articles=("L3163-1", "L3163-2", "R3163-1", "R3163-2", "R3163-5"),
    reads=("leap_birthday",),
    sentences=(ADULT, ALL_DAYS, NO_DAY, BY_DAY, BY_NIGHT, UNKNOWN),
    dates=_dates,
)

MINORS_REST = Rule(
    name="minors_rest",
    title="Repos des mineurs",
    judge=_judge_rest,
    articles=("L3164-1", "L3164-2"),
    reads=("leap_birthday",),
    sentences=(
        ADULT,
        ALL_DAYS,
        NO_DAY,
        RESTED,
        NOT_RESTED,
        TWO_DAYS_OFF,
        NO_TWO_DAYS_OFF,
        UNKNOWN,
    ),
)
