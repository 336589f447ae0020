"""Daily and weekly rest of a minor (L3164-1, L3164-2)."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Self

from attrs import evolve

from apprentissage._arguments import check_arguments
from apprentissage._text import clock, short_date
from apprentissage.age.ages import age_on
from apprentissage.facts import Contract, Weekday, WorkDay, WorkSector
from apprentissage.facts.authorities import Source
from apprentissage.judging import (
    Finding,
    Outcome,
    Proposed,
    Result,
    Rule,
    all_of,
    any_of,
    proposal,
    whether,
)
from apprentissage.law.dated import Version
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat
from apprentissage.minors._days import (
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
from apprentissage.minors.texts import DAILY_REST, SIXTEEN, WEEKLY_REST, WeeklyRest

_ONE_DAY = timedelta(days=1)
_REST_OF_SHOWS = Caveat(
    "WEEKLY_REST_OF_SHOWS",
    "Un entrepreneur du spectacle peut, par accord, laisser aux moins de "
    "seize ans un repos de trente-six heures dont vingt-quatre consécutives "
    "(art. L. 3164-2), ce qui n'est pas examiné ici.",
)

_REST_AFTER_A_SHOW = Caveat(
    "REST_AFTER_A_SHOW",
    "Dans le cas d'une dérogation de nuit, l'art. L. 3164-1 n'écrit que douze "
    "heures de repos, sans distinguer l'âge : les quatorze heures des moins "
    "de seize ans, plus protectrices, sont retenues ici.",
)


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
    end = end_minutes(day)
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
    twelve_by_leave = False
    earliest: str | None = None
    time = working_time_of(contract)
    law = DAILY_REST.worked(day.on)
    if end is not None:
        restart = restart_at(age=age, ended_at=_at(day.on, end))
        earliest = restart.time().isoformat("minutes")
        if following.starts_at is not None:
            restarted = _at(following.on, minutes(following.starts_at))
            # « inférieure à douze heures consécutives »
            # « quatorze heures consécutives s'ils ont moins de seize ans »
            rested = restarted >= restart
            twelve = timedelta(hours=law.value.from_16)
            # « La durée minimale de repos continu quotidien des jeunes
            # salariés ne peut être inférieure à douze heures dans le cas des
            # dérogations prévues à l'article L. 3163-2. »
            twelve_by_leave = (
                time.sector is WorkSector.SHOWS
                and time.night_authorisation is True
                and not rested
                and restarted >= _at(day.on, end) + twelve
            )
    return whether(
        rested,
        *missing,
        holds=(
            "Le repos de {minimum_rest_hours} heures, dû jusqu'au {until_on}, "
            "est respecté : reprise à partir de {earliest_restart_at:h}."
        ),
        fails=(
            "Le repos de {minimum_rest_hours} heures, dû jusqu'au {until_on}, "
            "n'est pas respecté : la reprise devait attendre "
            "{earliest_restart_at:h}."
        ),
        sources=law.sources,
        caveats=(_REST_AFTER_A_SHOW,) if twelve_by_leave else (),
        subject=short_date(day.on),
        minimum_rest_hours=law.value.of(age),
        earliest_restart_at=earliest,
        until_on=minor_until(contract, readings, under_16=age < SIXTEEN),
    )


def _reduced(
    contract: Contract, readings: Readings, law: Version[WeeklyRest], age: int
) -> Finding:
    """A weekly rest of less than two days, by agreement."""
    time = working_time_of(contract)
    hours, least = time.weekly_rest_hours, law.value.agreed_hours
    in_shows = time.sector in (None, WorkSector.SHOWS)
    return all_of(
        (
            # « pour les jeunes libérés de l'obligation scolaire »
            whether(
                age >= SIXTEEN,
                holds="L'apprenti est libéré de l'obligation scolaire.",
                fails=(
                    "L'apprenti n'est pas libéré de l'obligation scolaire : deux jours de repos "
                    "consécutifs sont dus jusqu'au {until_on}."
                ),
                sources=law.sources,
                caveats=(_REST_OF_SHOWS,) if age < SIXTEEN and in_shows else (),
                until_on=minor_until(contract, readings, under_16=True),
            ),
            # « une convention ou un accord », « A défaut d'accord […] cette
            # dérogation peut être accordée par l'inspecteur du travail »
            whether(
                time.weekly_rest_agreement,
                "working_time.weekly_rest_agreement",
                holds="Un accord ou l'inspecteur du travail réduit le repos.",
                fails="Ni accord ni inspecteur du travail ne réduit le repos hebdomadaire.",
                sources=law.sources,
            ),
            # « une période minimale de repos de trente-six heures
            # consécutives »
            whether(
                None if hours is None else hours >= least,
                "working_time.weekly_rest_hours",
                holds="Le repos hebdomadaire est de {hours} heures au moins.",
                fails=(
                    "Le repos hebdomadaire réduit doit être de {agreed_hours} "
                    "heures consécutives, et non {hours}."
                ),
                sources=law.sources,
                hours=hours,
                agreed_hours=least,
            ),
        )
    )


def _week_off(
    contract: Contract, readings: Readings, law: Version[WeeklyRest], age: int, two_days: Finding
) -> Finding:
    """Two days in a row, or less by agreement."""
    if two_days.outcome is Outcome.COMPLIANT:
        return two_days
    return any_of((two_days, _reduced(contract, readings, law, age)), subject=two_days.subject)


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


def _weeks(contract: Contract, readings: Readings, days: Days) -> Iterator[Finding]:
    worked = frozenset(day.on for _, day, _ in days)
    youngest = {
        day.on - timedelta(day.on.weekday()): (day.on, age) for _, day, age in reversed(days)
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
            holds=(
                "La semaine du {week_starts_on:short} laisse deux jours de "
                "repos consécutifs, dus jusqu'au {until_on}."
            ),
            fails=(
                "La semaine du {week_starts_on:short} ne laisse pas deux "
                "jours de repos consécutifs, dus jusqu'au {until_on}."
            ),
            sources=law.sources,
            caveats=law.caveats,
            subject=f"semaine du {short_date(monday)}",
            week_starts_on=monday,
            until_on=minor_until(contract, readings),
        )
        yield _week_off(contract, readings, law, age, two_days)


def _weekdays(contract: Contract, readings: Readings) -> Iterator[Finding]:
    """The days worked every week."""
    worked = working_time_of(contract).worked_weekdays
    if worked is None or not starts_as_minor(contract, readings):
        return
    free = [n for n, day in enumerate(Weekday) if day not in worked]
    law = WEEKLY_REST.worked(contract.starts_on)
    age = age_on(contract.apprentice.born_on, contract.starts_on, readings)
    # « deux jours de repos consécutifs par semaine »
    two_days = whether(
        _two_in_a_row(free, before=True, after=True),
        holds=(
            "Les jours travaillés laissent chaque semaine deux jours de repos "
            "consécutifs, dus jusqu'au {until_on}."
        ),
        fails=(
            "Les jours travaillés ne laissent pas chaque semaine deux jours "
            "de repos consécutifs, dus jusqu'au {until_on}."
        ),
        sources=law.sources,
        caveats=law.caveats,
        subject="jours travaillés",
        until_on=minor_until(contract, readings),
    )
    yield _week_off(contract, readings, law, age, two_days)


class MinorsRestFinding(Finding):
    """What `MINORS_REST` finds."""

    parts: tuple[Self, ...]
    minimum_rest_hours = Result[int]("least hours of rest between two days")
    earliest_restart_at = Result[str]("first lawful hour of the next day, HH:MM")
    week_starts_on = Result[date]("Monday of the week")
    hours = Result[Decimal | int]("hours of rest, as declared")
    agreed_hours = Result[int]("least hours of rest that an agreement may set")
    until_on = Result[date]("last day of the limits")


def judge(contract: Contract, readings: Readings) -> Finding:
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
    sources: tuple[Source, ...] = (*DAILY_REST.worked(on).sources, *WEEKLY_REST.worked(on).sources)
    return judged_days(parts, contract, readings, sources)


def _restarted(contract: Contract, readings: Readings) -> dict[int, WorkDay | None]:
    """The days that follow too little rest, begun as late as it asks."""
    mended: dict[int, WorkDay | None] = {}
    for ended, begun in pairwise(list(minor_days(contract, readings))):
        found = _rest(contract, readings, ended, begun)
        if found is None or found.outcome is not Outcome.NON_COMPLIANT:
            continue
        (_, day, age), (rank, following, _) = ended, begun
        restart = restart_at(age=age, ended_at=_at(day.on, end_minutes(day) or 0))
        later = evolve(following, starts_at=restart.time())
        end = end_minutes(following)
        # a day that would be over before it starts is a day off
        left = restart.date() == following.on and (end is None or minutes(restart.time()) < end)
        mended[rank] = later if left else None
    return mended


def _least(worked: Sequence[int], before: bool, after: bool) -> tuple[int, ...]:
    """The fewest days of a week to leave off, the last ones first."""
    week = range(len(Weekday))
    left = (
        off
        for count in week
        for off in sorted(combinations(worked, count), reverse=True)
        if _two_in_a_row([day for day in week if day not in {*worked} - {*off}], before, after)
    )
    return next(left)


def _days_off(contract: Contract, readings: Readings) -> Iterator[int]:
    """The ranks of the days of work that leave no two days of rest."""
    days = list(minor_days(contract, readings))
    ranks = {day.on: rank for rank, day, _ in days}
    mondays = sorted({day - timedelta(day.weekday()) for day in ranks})
    for monday, found in zip(mondays, _weeks(contract, readings, days), strict=True):
        if found.outcome is not Outcome.NON_COMPLIANT:
            continue
        week = [monday + timedelta(n) for n in range(len(Weekday))]
        for off in _least(
            [n for n, day in enumerate(week) if day in ranks],
            before=monday - _ONE_DAY not in ranks,
            after=week[-1] + _ONE_DAY not in ranks,
        ):
            yield ranks[week[off]]


def _weekdays_off(contract: Contract, readings: Readings) -> tuple[Weekday, ...]:
    """The days worked every week that leave no two days of rest."""
    working_time = working_time_of(contract)
    worked = working_time.worked_weekdays or frozenset()
    if all(found.outcome is not Outcome.NON_COMPLIANT for found in _weekdays(contract, readings)):
        return ()
    order = list(Weekday)
    ranks = [n for n, day in enumerate(order) if day in worked]
    return tuple(order[n] for n in _least(ranks, before=True, after=True))


def remedies(contract: Contract, _found: Finding, readings: Readings) -> Iterator[Proposed]:
    """A later start after too little rest, and days off in the week."""
    working_time = working_time_of(contract)
    days = working_time.days or ()
    later = _restarted(contract, readings)
    off = sorted({*_days_off(contract, readings)})
    weekdays = _weekdays_off(contract, readings)
    mended = {**later, **dict.fromkeys(off)}
    changes: dict[str, object] = {}
    told = [
        f"repos le {on}"
        if day is None or day.starts_at is None
        else f"reprise le {on} à {clock(day.starts_at.isoformat('minutes'))}"
        for on, day in zip(on_days(days[rank] for rank in mended), mended.values(), strict=True)
    ]
    if mended:
        changes |= replanned(contract, mended)
    if weekdays:
        worked = working_time.worked_weekdays or frozenset()
        changes["working_time.worked_weekdays"] = worked - {*weekdays}
        told += [f"repos chaque {day.label}" for day in weekdays]
    yield proposal("Respecter le repos de l'apprenti mineur : {told}.", changes, told=tuple(told))
    # « A défaut d'accord, un décret en Conseil d'Etat définit les conditions
    # dans lesquelles cette dérogation peut être accordée par l'inspecteur du
    # travail » (L3164-2)
    law = WEEKLY_REST.worked(contract.concluded_on).value
    hours = working_time.weekly_rest_hours
    if (off or weekdays) and not later:
        enough = hours is not None and hours >= law.agreed_hours
        yield proposal(
            "Obtenir l'accord collectif, ou à défaut l'autorisation de l'inspecteur du travail, "
            "de réduire le repos hebdomadaire, et laisser {hours} heures consécutives de repos.",
            {
                "working_time.weekly_rest_agreement": True,
                **({} if enough else {"working_time.weekly_rest_hours": law.agreed_hours}),
            },
            hours=law.agreed_hours,
        )


MINORS_REST = Rule(
    name="minors_rest",
    title="Repos des mineurs",
    judge=judge,
    articles=("L3164-1", "L3164-2"),
    finding=MinorsRestFinding,
    remedies=remedies,
)
