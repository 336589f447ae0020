"""Night, daily and weekly rest of a minor (L3163-1 to L3164-2)."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from apprentissage._arguments import check_arguments
from apprentissage._text import short_date
from apprentissage.age.ages import age_on, birthday
from apprentissage.facts import (
    Contract,
    Weekday,
    WorkDay,
    WorkingTime,
    WorkSector,
)
from apprentissage.facts.authorities import Source
from apprentissage.judging import (
    AgendaEntry,
    Finding,
    Outcome,
    Rule,
    all_of,
    any_of,
    reminder,
    whether,
)
from apprentissage.law.dated import Version
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat, article
from apprentissage.minors._days import (
    is_minor,
    judged_days,
    minor_days,
    minor_until,
)
from apprentissage.minors.texts import (
    DAILY_REST,
    NIGHT_CAVEATS,
    NIGHT_PROCEDURE,
    NIGHTS,
    SIXTEEN,
    WEEKLY_REST,
    Night,
    NightLaw,
    WeeklyRest,
)

BY_DAY = (
    "Le travail se tient dans la journée permise jusqu'au {until}, de "
    "{earliest_start_at:h} à {latest_end_at:h}."
)
BY_NIGHT = (
    "Le travail déborde la journée permise jusqu'au {until}, de "
    "{earliest_start_at:h} à {latest_end_at:h}."
)
NIGHTS_WITHIN = (
    "La dérogation ne sert que {nights_in_week} nuits par semaine et "
    "{nights_in_year} nuits par an au plus."
)
NIGHTS_BEYOND = (
    "La dérogation ne peut servir que {nights_in_week} fois par semaine et "
    "{nights_in_year} nuits par an au maximum."
)
NIGHT_OPEN = (
    "Jusqu'au {until}, l'apprenti mineur travaille de {earliest_start_at:h} à "
    "{latest_end_at:h} ; ce secteur permet, par dérogation de l'inspecteur du "
    "travail, d'aller de {granted_start_at:h} à {granted_end_at:h}."
)
RESTED = (
    "Le repos de {minimum_rest_hours} heures, dû jusqu'au {until}, est "
    "respecté : reprise à partir de {earliest_restart_at:h}."
)
NOT_RESTED = (
    "Le repos de {minimum_rest_hours} heures, dû jusqu'au {until}, n'est pas "
    "respecté : la reprise devait attendre {earliest_restart_at:h}."
)
TWO_DAYS_OFF = (
    "La semaine du {monday:short} laisse deux jours de repos consécutifs, dus "
    "jusqu'au {until}."
)
NO_TWO_DAYS_OFF = (
    "La semaine du {monday:short} ne laisse pas deux jours de repos "
    "consécutifs, dus jusqu'au {until}."
)
TWO_WEEKDAYS_OFF = (
    "Les jours travaillés laissent chaque semaine deux jours de repos "
    "consécutifs, dus jusqu'au {until}."
)
NO_TWO_WEEKDAYS_OFF = (
    "Les jours travaillés ne laissent pas chaque semaine deux jours de repos "
    "consécutifs, dus jusqu'au {until}."
)
RELEASED = "L'apprenti est libéré de l'obligation scolaire."
NOT_RELEASED = (
    "L'apprenti n'est pas libéré de l'obligation scolaire : deux jours de "
    "repos consécutifs sont dus jusqu'au {until}."
)
REST_AGREED = "Un accord ou l'inspecteur du travail réduit le repos."
REST_NOT_AGREED = (
    "Ni accord ni inspecteur du travail ne réduit le repos hebdomadaire."
)
HOURS_OFF = "Le repos hebdomadaire est de {hours} heures au moins."
NOT_HOURS_OFF = (
    "Le repos hebdomadaire réduit doit être de {agreed_hours} heures "
    "consécutives, et non {hours}."
)

Days = Sequence[tuple[int, WorkDay, int]]
"""Days of work, each with its rank and the age on it."""

_ONE_DAY = timedelta(days=1)
_MIDNIGHT, _SIX = 24 * 60, 6 * 60
_COMMERCE = Caveat(
    "COMMERCIAL_ESTABLISHMENTS",
    "Dans un établissement commercial, l'inspecteur du travail peut accorder "
    "une dérogation à titre exceptionnel (art. L. 3163-2) : il se déclare "
    "comme commerce de détail.",
)
_REST_OF_SHOWS = Caveat(
    "WEEKLY_REST_OF_SHOWS",
    "Un entrepreneur du spectacle peut, par accord, laisser aux moins de "
    "seize ans un repos de trente-six heures dont vingt-quatre consécutives "
    "(art. L. 3164-2), ce qui n'est pas examiné ici.",
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


def restart_at(*, age: int, ended_at: datetime) -> datetime:
    """The earliest start of the next day of work.

    Args:
        age: In completed years on the day that ends.
        ended_at: End of work.

    Raises:
        NotCovered: Before 2008-05-01.

    Source: art. L. 3164-1 du code du travail.

    >>> restart_at(age=16, ended_at=datetime(2026, 1, 5, 23, 30))
    datetime.datetime(2026, 1, 6, 11, 30)
    """
    check_arguments(restart_at, locals())
    hours = DAILY_REST.worked(ended_at.date()).value.of(age)
    return ended_at + timedelta(hours=hours)


def _minutes(at: time) -> int:
    return 60 * at.hour + at.minute


def _end_minutes(day: WorkDay) -> int | None:
    """Minutes from midnight to the end of work, which may follow it.

    None where it is unknown: without a start, an end between midnight and
    six may be that of the day or of the morrow.
    """
    if day.ends_at is None:
        return None
    end = _minutes(day.ends_at)
    if day.starts_at is None:
        if 0 < end < _SIX:
            return None
        return end or _MIDNIGHT
    return end + (_MIDNIGHT if day.ends_at <= day.starts_at else 0)


def _within(day: WorkDay, night: Night) -> bool | None:
    """Whether a day keeps out of the night, None where a time is unknown."""
    earliest = night.earliest_start_at
    latest = _minutes(night.latest_end_at) or _MIDNIGHT
    starts_at, ends_at = day.starts_at, day.ends_at
    if starts_at is not None and not (
        earliest <= starts_at and _minutes(starts_at) < latest
    ):
        return False
    if ends_at is None:
        return None
    if starts_at is None:
        # it ends by night, on the day or on the morrow
        by_night = 0 < _minutes(ends_at) <= _minutes(earliest)
        late = (_minutes(ends_at) or _MIDNIGHT) > latest
        return False if by_night or late else None
    return (_end_minutes(day) or 0) <= latest


def _sectors(sector: WorkSector | None) -> Sequence[WorkSector]:
    return tuple(WorkSector) if sector is None else (sector,)


def _capped(
    contract: Contract, days: Days, day: WorkDay, law: NightLaw
) -> Finding:
    """How many nights a derogation serves.

    R3163-4: « cette dérogation ne peut être utilisée que deux fois par
    semaine et trente nuits par an au maximum »
    """
    time = contract.working_time or WorkingTime()
    source = article("R3163-4", day.on)
    nights = [
        each.on for _, each, _ in days if _within(each, law.from_16) is False
    ]
    monday = day.on - timedelta(day.on.weekday())
    declared = {
        "nights_in_week": sum(
            0 <= (night - monday).days < len(Weekday) for night in nights
        ),
        "nights_in_year": sum(night.year == day.on.year for night in nights),
    }
    parts = []
    for name, count in declared.items():
        most, told = getattr(law, name), getattr(time, name)
        if count > most:
            told = count
        parts.append(
            whether(
                None if told is None else told <= most,
                f"working_time.{name}",
                holds=NIGHTS_WITHIN,
                fails=NIGHTS_BEYOND,
                sources=(source,),
                subject=short_date(day.on),
                nights_in_week=law.nights_in_week,
                nights_in_year=law.nights_in_year,
            )
        )
    return all_of(parts)


def _night(
    contract: Contract, readings: Readings, days: Days, place: int
) -> Finding:
    rank, day, age = days[place]
    working_time = contract.working_time or WorkingTime()
    sector = working_time.sector
    authorised = working_time.night_authorisation
    version = NIGHTS.worked(day.on)
    law = version.value
    plain = law.of(age, granted=False)
    known = law.of(age, sector, granted=authorised is True)
    may_be_granted = authorised is not False and any(
        _within(day, law.of(age, each, granted=True)) is not False
        for each in _sectors(sector)
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
        holds=BY_DAY,
        fails=BY_NIGHT,
        sources=(*version.sources, *(procedure.sources if by_leave else ())),
        caveats=(
            *(caveats if by_leave else ()),
            *((_COMMERCE,) if commerce and age >= SIXTEEN else ()),
        ),
        subject=short_date(day.on),
        earliest_start_at=known.earliest_start_at.isoformat("minutes"),
        latest_end_at=known.latest_end_at.isoformat("minutes"),
        until=minor_until(contract, readings, under_16=age < SIXTEEN),
    )
    if (
        sector in law.capped
        and by_leave
        and within is True
        and _within(day, plain) is False
    ):
        return all_of(
            (found, _capped(contract, days, day, law)), subject=found.subject
        )
    return found


def _night_reminder(contract: Contract, readings: Readings) -> Finding | None:
    """What is open by derogation to a minor of such a trade."""
    sector = (contract.working_time or WorkingTime()).sector
    version = NIGHTS.worked(contract.concluded_on)
    law = version.value
    age = age_on(contract.apprentice.born_on, contract.starts_on, readings)
    plain = law.of(age, granted=False)
    granted = law.of(age, sector, granted=True)
    if granted == plain:
        return None
    caveat = () if sector not in NIGHT_CAVEATS else (NIGHT_CAVEATS[sector],)
    return reminder(
        NIGHT_OPEN,
        sources=version.sources,
        caveats=caveat,
        earliest_start_at=plain.earliest_start_at.isoformat("minutes"),
        latest_end_at=plain.latest_end_at.isoformat("minutes"),
        granted_start_at=granted.earliest_start_at.isoformat("minutes"),
        granted_end_at=granted.latest_end_at.isoformat("minutes"),
        until=minor_until(contract, readings, under_16=age < SIXTEEN),
    )


def _judge_night(contract: Contract, readings: Readings) -> Finding:
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
    parts = [
        _night(contract, readings, days, place) for place in range(len(days))
    ]
    sources = NIGHTS.worked(contract.concluded_on).sources
    return judged_days(
        parts,
        contract,
        readings,
        sources,
        reminds=_night_reminder(contract, readings)
        if is_minor(contract, readings)
        else None,
    )


def _at(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minutes)


def _rest(
    contract: Contract,
    readings: Readings,
    ended: tuple[int, WorkDay, int],
    begun: tuple[int, WorkDay, int],
) -> Finding | None:
    """The rest after a day; None where the next one is far away."""
    rank, day, age = ended
    next_rank, following, _ = begun
    if following.on - day.on > _ONE_DAY:
        return None
    path = f"working_time.days[{rank}]"
    end = _end_minutes(day)
    missing = [
        name
        for name, known in (
            (f"{path}.ends_at", day.ends_at),
            (f"{path}.starts_at", day.starts_at if end is None else end),
            (f"working_time.days[{next_rank}].starts_at", following.starts_at),
        )
        if known is None
    ]
    rested: bool | None = None
    earliest: str | None = None
    law = DAILY_REST.worked(day.on)
    if end is not None:
        restart = restart_at(age=age, ended_at=_at(day.on, end))
        earliest = restart.time().isoformat("minutes")
        if following.starts_at is not None:
            restarted = _at(following.on, _minutes(following.starts_at))
            # « inférieure à douze heures consécutives »
            # « quatorze heures consécutives s'ils ont moins de seize ans »
            rested = restarted >= restart
    return whether(
        rested,
        *missing,
        holds=RESTED,
        fails=NOT_RESTED,
        sources=law.sources,
        subject=short_date(day.on),
        minimum_rest_hours=law.value.of(age),
        earliest_restart_at=earliest,
        until=minor_until(contract, readings, under_16=age < SIXTEEN),
    )


def _reduced(
    contract: Contract,
    readings: Readings,
    law: Version[WeeklyRest],
    age: int,
) -> Finding:
    """A weekly rest of less than two days, by agreement."""
    time = contract.working_time or WorkingTime()
    hours, least = time.weekly_rest_hours, law.value.agreed_hours
    in_shows = time.sector in (None, WorkSector.SHOWS)
    return all_of(
        (
            # « pour les jeunes libérés de l'obligation scolaire »
            whether(
                age >= SIXTEEN,
                holds=RELEASED,
                fails=NOT_RELEASED,
                sources=law.sources,
                caveats=(_REST_OF_SHOWS,)
                if age < SIXTEEN and in_shows
                else (),
                until=minor_until(contract, readings, under_16=True),
            ),
            # « une convention ou un accord », « A défaut d'accord […] cette
            # dérogation peut être accordée par l'inspecteur du travail »
            whether(
                time.weekly_rest_agreement,
                "working_time.weekly_rest_agreement",
                holds=REST_AGREED,
                fails=REST_NOT_AGREED,
                sources=law.sources,
            ),
            # « une période minimale de repos de trente-six heures
            # consécutives »
            whether(
                None if hours is None else hours >= least,
                "working_time.weekly_rest_hours",
                holds=HOURS_OFF,
                fails=NOT_HOURS_OFF,
                sources=law.sources,
                hours=hours,
                agreed_hours=least,
            ),
        )
    )


def _week_off(
    contract: Contract,
    readings: Readings,
    law: Version[WeeklyRest],
    age: int,
    two_days: Finding,
) -> Finding:
    """Two days in a row, or less by agreement."""
    if two_days.outcome is Outcome.COMPLIANT:
        return two_days
    return any_of(
        (two_days, _reduced(contract, readings, law, age)),
        subject=two_days.subject,
    )


def _two_in_a_row(free: Sequence[int], before: bool, after: bool) -> bool:
    """Whether a week leaves two consecutive days, its Sunday beside a Monday.

    Args:
        free: The days off of the week, Monday being 0.
        before: The Sunday before is off.
        after: The Monday after is off.
    """
    days = set(free)
    if any(day + 1 in days for day in days):
        return True
    # the rest that joins two weeks is that of a week with two days off
    monday, sunday = 0, len(Weekday) - 1
    return {monday, sunday} <= days and (before or after)


def _weeks(
    contract: Contract,
    readings: Readings,
    days: Days,
) -> Iterator[Finding]:
    worked = frozenset(day.on for _, day, _ in days)
    youngest = {
        day.on - timedelta(day.on.weekday()): (day.on, age)
        for _, day, age in reversed(days)
    }
    for monday, (first, age) in sorted(youngest.items()):
        week = [monday + timedelta(n) for n in range(len(Weekday))]
        law = WEEKLY_REST.worked(first)
        # « deux jours de repos consécutifs par semaine »
        two_days = whether(
            _two_in_a_row(
                [n for n, day in enumerate(week) if day not in worked],
                before=monday - _ONE_DAY not in worked,
                after=week[-1] + _ONE_DAY not in worked,
            ),
            holds=TWO_DAYS_OFF,
            fails=NO_TWO_DAYS_OFF,
            sources=law.sources,
            caveats=law.caveats,
            subject=f"semaine du {short_date(monday)}",
            monday=monday,
            until=minor_until(contract, readings),
        )
        yield _week_off(contract, readings, law, age, two_days)


def _weekdays(contract: Contract, readings: Readings) -> Iterator[Finding]:
    """The days worked every week."""
    worked = (contract.working_time or WorkingTime()).worked_weekdays
    if worked is None or not is_minor(contract, readings):
        return
    free = [n for n, day in enumerate(Weekday) if day not in worked]
    law = WEEKLY_REST.worked(contract.starts_on)
    age = age_on(contract.apprentice.born_on, contract.starts_on, readings)
    # « deux jours de repos consécutifs par semaine »
    two_days = whether(
        _two_in_a_row(free, before=True, after=True),
        holds=TWO_WEEKDAYS_OFF,
        fails=NO_TWO_WEEKDAYS_OFF,
        sources=law.sources,
        caveats=law.caveats,
        subject="jours travaillés",
        until=minor_until(contract, readings),
    )
    yield _week_off(contract, readings, law, age, two_days)


def _judge_rest(contract: Contract, readings: Readings) -> Finding:
    """A minor rests twelve hours a day and two consecutive days a week.

    L3164-1: fourteen hours under 16; L3164-2: by agreement 36 hours a week
    once compulsory schooling is over, at sixteen. Days that are not declared
    are days off; a week has its two days itself, whatever the Monday after.

    Args:
        contract: The facts; `working_time.days` before the majority,
            `worked_weekdays`.
        readings: `leap_birthday`.

    Returns:
        A part for each pair of days that follow, values
        `minimum_rest_hours`, `earliest_restart_at`, one for each week and
        one for the days worked every week.
    """
    days = list(minor_days(contract, readings))
    parts = [
        found
        for ended, begun in pairwise(days)
        if (found := _rest(contract, readings, ended, begun)) is not None
    ]
    parts += _weeks(contract, readings, days)
    parts += _weekdays(contract, readings)
    on = contract.concluded_on
    sources: tuple[Source, ...] = (
        *DAILY_REST.worked(on).sources,
        *WEEKLY_REST.worked(on).sources,
    )
    return judged_days(parts, contract, readings, sources)


def _dates(contract: Contract, readings: Readings) -> Iterator[AgendaEntry]:
    sixteen = birthday(contract.apprentice.born_on, SIXTEEN, readings)
    if contract.starts_on < sixteen <= contract.ends_on:
        on = contract.concluded_on
        yield AgendaEntry(
            on=sixteen,
            label="16 ans : la nuit commence à 22 heures, le repos quotidien "
            "est de 12 heures",
            sources=(article("L3163-1", on), article("L3164-1", on)),
        )


MINORS_NIGHT = Rule(
    name="minors_night",
    title="Travail de nuit des mineurs",
    judge=_judge_night,
    articles=(
        *("L3163-1", "L3163-2", "L6222-26"),
        *("R3163-1", "R3163-2", "R3163-3", "R3163-4", "R3163-5", "R6222-24"),
    ),
    dates=_dates,
)

MINORS_REST = Rule(
    name="minors_rest",
    title="Repos des mineurs",
    judge=_judge_rest,
    articles=("L3164-1", "L3164-2"),
)
