"""The break of a minor, and his longest stretch of work (L3162-3)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Self

from attrs import evolve

from apprentissage._arguments import check_arguments
from apprentissage._text import short_date
from apprentissage.facts import Contract, WorkDay
from apprentissage.judging import (
    Finding,
    Outcome,
    Proposed,
    Result,
    Rule,
    all_of,
    compliant,
    proposal,
    whether,
)
from apprentissage.law.dated import Version
from apprentissage.law.readings import Readings
from apprentissage.minors._days import judged_days, minor_days, minor_until, on_days, replanned
from apprentissage.minors.texts import BREAKS, Breaks


def break_required(hours: Decimal | int, *, worked_on: date) -> bool:
    """Whether a day of work asks for a break of thirty minutes.

    Args:
        hours: Hours of work of the day.
        worked_on: The day, which chooses the law.

    Raises:
        NotCovered: Before 2008-05-01.

    Source: art. L. 3162-3 du code du travail.

    >>> break_required(Decimal("4.5"), worked_on=date(2026, 1, 5))
    False
    >>> break_required(5, worked_on=date(2026, 1, 5))
    True
    """
    check_arguments(break_required, locals())
    # « Lorsque le temps de travail quotidien est supérieur à quatre heures et
    # demie, les jeunes travailleurs bénéficient d'un temps de pause »
    return hours > BREAKS.worked(worked_on).value.due_after


def _stretch(law: Version[Breaks], day: WorkDay, path: str, until: date) -> Finding:
    """No stretch of work is too long.

    L3162-3: « Aucune période de travail effectif ininterrompue ne peut
    excéder, pour les jeunes travailleurs, une durée maximale de quatre heures
    et demie. »
    """
    longest = law.value.longest_stretch
    stretch, hours, breaks = day.longest_stretch_hours, day.hours, day.breaks
    if stretch is None and hours is not None and hours <= longest:
        stretch = hours
    # the least that the hours and the breaks allow
    too_few = (
        stretch is None
        and hours is not None
        and breaks is not None
        and Fraction(hours) > Fraction(longest) * (breaks + 1)
    )
    known = None if stretch is None else stretch <= longest
    return whether(
        False if too_few else known,
        f"{path}.longest_stretch_hours",
        holds="Aucune période de travail ininterrompue ne dépasse {longest} h.",
        fails=(
            "{hours} h de travail interrompues {breaks} fois laissent une période de plus de "
            "{longest} h, limite qui vaut jusqu'au {until_on}."
        )
        if too_few
        else (
            "{stretch} h de travail sans interruption : la limite, jusqu'au "
            "{until_on}, est de {longest} h."
        ),
        sources=law.sources,
        subject=short_date(day.on),
        stretch=stretch,
        hours=hours,
        breaks=breaks,
        longest=longest,
        until_on=until,
    )


def _pause(law: Version[Breaks], day: WorkDay, path: str, until: date) -> Finding:
    """A break of thirty minutes.

    L3162-3: « Lorsque le temps de travail quotidien est supérieur à quatre
    heures et demie, les jeunes travailleurs bénéficient d'un temps de pause
    d'au moins trente minutes consécutives. »
    """
    due = None
    if day.hours is not None:
        due = break_required(day.hours, worked_on=day.on)
    if due is False:
        return compliant(
            "La journée ne dépasse pas {due_after} h : aucune pause n'est due.",
            sources=law.sources,
            subject=short_date(day.on),
            due_after=law.value.due_after,
            until_on=until,
        )
    taken = 0 if day.breaks == 0 else day.break_minutes
    enough = None if taken is None else taken >= law.value.minutes
    return whether(
        enough if due or enough else None,
        *(() if due else (f"{path}.hours",)),
        *((f"{path}.break_minutes",) if taken is None else ()),
        holds="La pause de {minutes} minutes suffit.",
        fails=(
            "La journée dépasse {due_after} h : il faut, jusqu'au {until_on}, "
            "{due} minutes de pause consécutives, et non {minutes}."
        ),
        sources=law.sources,
        subject=short_date(day.on),
        minutes=taken,
        due=law.value.minutes,
        due_after=law.value.due_after,
        until_on=until,
    )


def _break(rank: int, day: WorkDay, until: date) -> Finding:
    law = BREAKS.worked(day.on)
    path = f"working_time.days[{rank}]"
    return all_of(
        (_pause(law, day, path, until), _stretch(law, day, path, until)),
        subject=short_date(day.on),
    )


class MinorsBreaksFinding(Finding):
    """What `MINORS_BREAKS` finds."""

    parts: tuple[Self, ...]
    hours = Result[Decimal | int]("hours of work of the day")
    stretch = Result[Decimal | int]("longest stretch of work, in hours")
    longest = Result[Decimal]("longest lawful stretch, in hours")
    breaks = Result[int]("breaks of the day")
    minutes = Result[int]("minutes of the longest break")
    due = Result[int]("minutes of break that are due")
    due_after = Result[Decimal]("hours of work after which a break is due")
    until_on = Result[date]("last day of the limit")


def judge(contract: Contract, readings: Readings) -> Finding:
    """No stretch of a minor's work exceeds four and a half hours.

    L3162-3; and thirty consecutive minutes of break in a longer day: one
    break does not cover more than nine hours.

    Args:
        contract: The facts; `working_time.days` before the majority.
        readings: `leap_birthday`.

    Returns:
        A part for each day.
    """
    parts = [
        _break(rank, day, minor_until(contract, readings))
        for rank, day, _ in minor_days(contract, readings)
    ]
    sources = BREAKS.worked(contract.concluded_on).sources
    return judged_days(parts, contract, readings, sources)


def _interrupted(day: WorkDay) -> WorkDay:
    """A day with the break that it lacks, and as many as its hours ask."""
    law = BREAKS.worked(day.on).value
    longest = law.longest_stretch
    hours, stretch, breaks = day.hours, day.longest_stretch_hours, day.breaks
    needed = breaks
    if hours is not None and hours > longest:
        needed = max(breaks or 0, ceil(Fraction(hours) / Fraction(longest)) - 1)
        stretch = longest if stretch is None else min(stretch, longest)
    else:  # what fails without the hours is the stretch
        needed, stretch = (breaks or 0) + 1, longest
    return evolve(
        day,
        breaks=needed,
        break_minutes=max(day.break_minutes or 0, law.minutes),
        longest_stretch_hours=stretch,
    )


def remedies(contract: Contract, _found: Finding, readings: Readings) -> Iterator[Proposed]:
    """The breaks that the days lack."""
    short = {
        rank: day
        for rank, day, _ in minor_days(contract, readings)
        if _break(rank, day, day.on).outcome is Outcome.NON_COMPLIANT
    }
    law = BREAKS.worked(contract.concluded_on).value
    yield proposal(
        "Interrompre le travail du mineur par une pause de {due} minutes consécutives au moins, "
        "sans jamais plus de {longest} h d'affilée : {days}.",
        replanned(contract, {rank: _interrupted(day) for rank, day in short.items()}),
        due=law.minutes,
        longest=law.longest_stretch,
        days=on_days(short.values()),
    )


MINORS_BREAKS = Rule(
    name="minors_breaks",
    title="Pause des mineurs",
    judge=judge,
    articles=("L3162-3",),
    finding=MinorsBreaksFinding,
    remedies=remedies,
)
