"""The night of a minor (L3163-1, L3163-2, L6222-26)."""

from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from typing import Self

from attrs import evolve

from apprentissage._arguments import check_arguments
from apprentissage._text import clock, short_date
from apprentissage.age.ages import age_on, birthday
from apprentissage.facts import Contract, Weekday, WorkDay, WorkingTime, WorkSector
from apprentissage.judging import (
    AgendaEntry,
    Finding,
    Outcome,
    Proposed,
    Result,
    Rule,
    all_of,
    proposal,
    reminder,
    whether,
)
from apprentissage.judging.calendar_entries import entered
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat
from apprentissage.law.sources import cited as article
from apprentissage.minors._days import (
    MIDNIGHT,
    Days,
    end_minutes,
    judged_days,
    minor_days,
    minor_until,
    minutes,
    on_days,
    replanned,
    starts_as_minor,
    working_time_of,
)
from apprentissage.minors.texts import (
    NIGHT_CAVEATS,
    NIGHT_PROCEDURE,
    NIGHTS,
    SIXTEEN,
    Night,
    NightLaw,
)

_COMMERCE = Caveat(
    "COMMERCIAL_ESTABLISHMENTS",
    "Dans un établissement commercial, l'inspecteur du travail peut accorder une dérogation à "
    "titre exceptionnel (art. L. 3163-2) : il se déclare comme commerce de détail.",
)


def night_limits(
    *, age: int, sector: WorkSector | None, authorised: bool, worked_on: date
) -> Night:
    """Between which times a minor may work.

    Args:
        age: In completed years on the day.
        sector: Kind of work place; None where it has no derogation.
        authorised: Night work has been authorised.
        worked_on: The day, which chooses the law.

    Returns:
        Earliest start and latest end; `time(0)` is midnight.

    Raises:
        NotCovered: Before 2008-05-01.

    Source: art. L. 3163-1, L. 3163-2, R. 3163-1 à -4 du code du travail.

    >>> night_limits(
    ...     age=17,
    ...     sector=WorkSector.HOSPITALITY,
    ...     authorised=True,
    ...     worked_on=date(2026, 1, 5),
    ... ).latest_end_at
    datetime.time(23, 30)
    """
    check_arguments(night_limits, locals())
    return NIGHTS.worked(worked_on).value.of(age, sector, granted=authorised)


def _within(day: WorkDay, night: Night) -> bool | None:
    """Whether a day keeps out of the night, None where a time is unknown."""
    earliest = night.earliest_start_at
    latest = minutes(night.latest_end_at) or MIDNIGHT
    starts_at, ends_at = day.starts_at, day.ends_at
    if starts_at is not None and not (earliest <= starts_at and minutes(starts_at) < latest):
        return False
    if ends_at is None:
        return None
    if starts_at is None:
        # it ends by night, on the day or on the morrow
        by_night = 0 < minutes(ends_at) <= minutes(earliest)
        late = (minutes(ends_at) or MIDNIGHT) > latest
        return False if by_night or late else None
    return (end_minutes(day) or 0) <= latest


def _sectors(sector: WorkSector | None) -> Sequence[WorkSector]:
    return tuple(WorkSector) if sector is None else (sector,)


def _capped(contract: Contract, days: Days, day: WorkDay, law: NightLaw) -> Finding:
    """How many nights a derogation serves.

    R3163-4: « cette dérogation ne peut être utilisée que deux fois par
    semaine et trente nuits par an au maximum »
    """
    working_time = working_time_of(contract)
    source = article("R3163-4", day.on)
    nights = [each.on for _, each, _ in days if _within(each, law.from_16) is False]
    monday = day.on - timedelta(day.on.weekday())
    declared = {
        "nights_in_week": sum(0 <= (night - monday).days < len(Weekday) for night in nights),
        "nights_in_year": sum(night.year == day.on.year for night in nights),
    }
    parts = []
    for name, count in declared.items():
        most, told = getattr(law, name), getattr(working_time, name)
        if count > most:
            told = count
        parts.append(
            whether(
                None if told is None else told <= most,
                f"working_time.{name}",
                holds=(
                    "La dérogation ne sert que {nights_in_week} nuits par "
                    "semaine et {nights_in_year} nuits par an au plus."
                ),
                fails=(
                    "La dérogation ne peut servir que {nights_in_week} fois "
                    "par semaine et {nights_in_year} nuits par an au maximum."
                ),
                sources=(source,),
                subject=short_date(day.on),
                nights_in_week=law.nights_in_week,
                nights_in_year=law.nights_in_year,
            )
        )
    return all_of(parts)


def _night(contract: Contract, readings: Readings, days: Days, place: int) -> Finding:
    rank, day, age = days[place]
    working_time = working_time_of(contract)
    sector = working_time.sector
    authorised = working_time.night_authorisation
    version = NIGHTS.worked(day.on)
    law = version.value
    plain = law.of(age, granted=False)
    known = law.of(age, sector, granted=authorised is True)
    may_be_granted = authorised is not False and any(
        _within(day, law.of(age, each, granted=True)) is not False for each in _sectors(sector)
    )
    path = f"working_time.days[{rank}]"
    within = _within(day, known)
    missing = [f"{path}.{name}" for name in ("starts_at", "ends_at") if getattr(day, name) is None]
    if within is False and may_be_granted:
        within = None
        missing += [
            f"working_time.{name}"
            for name in ("sector", "night_authorisation")
            if getattr(working_time, name) is None
        ]
    by_leave = known != plain
    procedure = NIGHT_PROCEDURE.event(day.on)
    by_exception = sector in law.exceptional and by_leave
    commerce = within is False and authorised is True and not by_leave
    caveats = [
        *((NIGHT_CAVEATS[sector],) if sector in NIGHT_CAVEATS else ()),
        *(() if by_exception else procedure.caveats),
    ]
    found = whether(
        within,
        *missing,
        # « Le travail de nuit est interdit pour les jeunes travailleurs. »
        holds=(
            "Le travail se tient dans la journée permise jusqu'au "
            "{until_on}, de {earliest_start_at:h} à {latest_end_at:h}."
        ),
        fails=(
            "Le travail déborde la journée permise jusqu'au {until_on}, de "
            "{earliest_start_at:h} à {latest_end_at:h}."
        ),
        sources=(*version.sources, *(procedure.sources if by_leave else ())),
        caveats=(
            *(caveats if by_leave else ()),
            *((_COMMERCE,) if commerce and age >= SIXTEEN else ()),
        ),
        subject=short_date(day.on),
        earliest_start_at=known.earliest_start_at.isoformat("minutes"),
        latest_end_at=known.latest_end_at.isoformat("minutes"),
        until_on=minor_until(contract, readings, under_16=age < SIXTEEN),
    )
    if sector in law.capped and by_leave and within is True and _within(day, plain) is False:
        return all_of((found, _capped(contract, days, day, law)), subject=found.subject)
    return found


def _night_reminder(contract: Contract, readings: Readings) -> Finding | None:
    """What is open by derogation to a minor of such a trade."""
    sector = working_time_of(contract).sector
    version = NIGHTS.worked(contract.concluded_on)
    law = version.value
    age = age_on(contract.apprentice.born_on, contract.starts_on, readings)
    plain = law.of(age, granted=False)
    granted = law.of(age, sector, granted=True)
    if granted == plain:
        return None
    caveat = () if sector not in NIGHT_CAVEATS else (NIGHT_CAVEATS[sector],)
    return reminder(
        "Jusqu'au {until_on}, l'apprenti mineur travaille de {earliest_start_at:h} à "
        "{latest_end_at:h} ; ce secteur permet, par dérogation de l'inspecteur du travail, "
        "d'aller de {granted_start_at:h} à {granted_end_at:h}.",
        sources=version.sources,
        caveats=caveat,
        earliest_start_at=plain.earliest_start_at.isoformat("minutes"),
        latest_end_at=plain.latest_end_at.isoformat("minutes"),
        granted_start_at=granted.earliest_start_at.isoformat("minutes"),
        granted_end_at=granted.latest_end_at.isoformat("minutes"),
        until_on=minor_until(contract, readings, under_16=age < SIXTEEN),
    )


class MinorsNightFinding(Finding):
    """What `MINORS_NIGHT` finds."""

    parts: tuple[Self, ...]
    earliest_start_at = Result[str]("first lawful hour, HH:MM")
    latest_end_at = Result[str]("last lawful hour, HH:MM")
    granted_start_at = Result[str]("first hour that the inspector may grant")
    granted_end_at = Result[str]("last hour that the inspector may grant")
    nights_in_week = Result[int]("nights worked in that week")
    nights_in_year = Result[int]("nights worked in that year")
    until_on = Result[date]("last day of the limits")


def judge(contract: Contract, readings: Readings) -> Finding:
    """A minor does not work by night.

    L3163-1, L3163-2, L6222-26: from 22 to 6 h, from 20 to 6 h under 16. By
    an authorisation of the inspector until 23:30 in hotels and restaurants,
    from 4 h in bakeries, until midnight in shows and horse racing, there two
    nights a week and thirty a year (R3163-1 to -4), in shops as an exception
    (L3163-2, al. 2); under 16 in shows only; never between midnight and four.

    Args:
        contract: The facts; `working_time.days` before the majority.
        readings: `leap_birthday`.

    Returns:
        A part for each day, values `earliest_start_at`, `latest_end_at`.
    """
    days = list(minor_days(contract, readings))
    parts = [_night(contract, readings, days, place) for place in range(len(days))]
    sources = NIGHTS.worked(contract.concluded_on).sources
    return judged_days(
        parts,
        contract,
        readings,
        sources,
        reminds=_night_reminder(contract, readings)
        if starts_as_minor(contract, readings)
        else None,
    )


def dates(contract: Contract, readings: Readings) -> Iterator[AgendaEntry]:
    sixteen = birthday(contract.apprentice.born_on, SIXTEEN, readings)
    if contract.starts_on < sixteen <= contract.ends_on:
        on = contract.concluded_on
        yield entered(
            on=sixteen,
            label="16 ans : la nuit commence à 22 heures, le repos quotidien est de 12 heures",
            sources=(article("L3163-1", on), article("L3164-1", on)),
        )


def _moved(day: WorkDay, night: Night) -> WorkDay:
    """A day of work moved out of the night, as long as before if it fits."""
    first = minutes(night.earliest_start_at)
    last = minutes(night.latest_end_at) or MIDNIGHT
    starts_at, end = day.starts_at, end_minutes(day)
    if starts_at is None:
        return evolve(day, ends_at=_time(last))
    start = minutes(starts_at)
    if end is None:
        return evolve(day, starts_at=_time(first))
    length = min(end - start, last - first)
    begins = first if start < first else last - length
    return evolve(day, starts_at=_time(begins), ends_at=_time(begins + length))


def _time(minute: int) -> time:
    """The hour of the day, midnight being its first one."""
    return time(minute % MIDNIGHT // 60, minute % 60)


def remedies(contract: Contract, _found: Finding, readings: Readings) -> Iterator[Proposed]:
    """Days moved out of the night, fewer nights, or the authorisation."""
    working_time = working_time_of(contract)
    authorised = working_time.night_authorisation is True
    days = list(minor_days(contract, readings))
    mended: dict[int, WorkDay] = {}
    fewer: dict[str, int] = {}
    for place, (rank, day, age) in enumerate(days):
        found = _night(contract, readings, days, place)
        if found.outcome is not Outcome.NON_COMPLIANT:
            continue
        law = NIGHTS.worked(day.on).value
        night = law.of(age, working_time.sector, granted=authorised)
        if _within(day, night):
            # past the nights that the authorisation serves
            night = law.of(age, granted=False)
            fewer |= _fewer(working_time, law)
        mended[rank] = _moved(day, night)
    yield proposal(
        "Ne faire travailler l'apprenti mineur que de jour : {days}.",
        replanned(contract, mended),
        days=tuple(
            f"{on} {_hours(day)}"
            for on, day in zip(on_days(mended.values()), mended.values(), strict=True)
        ),
    )
    if fewer:
        yield proposal(
            "Ne pas dépasser, sous l'autorisation : {nights}.",
            fewer,
            nights=tuple(
                f"{most} nuits par {'semaine' if 'week' in path else 'an'}"
                for path, most in fewer.items()
            ),
        )
    if not authorised:
        yield proposal(
            "Obtenir de l'inspecteur du travail l'autorisation du travail de "
            "nuit que ce secteur permet, avant le {first}.",
            {"working_time.night_authorisation": True},
            first=min(day.on for day in mended.values()),
        )


def _fewer(working_time: WorkingTime, law: NightLaw) -> dict[str, int]:
    """The most nights that an authorisation serves, where more are told."""
    return {
        f"working_time.{name}": getattr(law, name)
        for name in ("nights_in_week", "nights_in_year")
        if (getattr(working_time, name) or 0) > getattr(law, name)
    }


def _hours(day: WorkDay) -> str:
    """From when to when a day of work goes, in French."""
    return " ".join(
        f"{word} {clock(at.isoformat('minutes'))}"
        for word, at in (("de", day.starts_at), ("à", day.ends_at))
        if at is not None
    )


MINORS_NIGHT = Rule(
    name="minors_night",
    title="Travail de nuit des mineurs",
    judge=judge,
    articles=(
        "L3163-1",
        "L3163-2",
        "L6222-26",
        "R3163-1",
        "R3163-2",
        "R3163-3",
        "R3163-4",
        "R3163-5",
        "R6222-24",
    ),
    dates=dates,
    finding=MinorsNightFinding,
    remedies=remedies,
)
