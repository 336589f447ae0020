"""Working time of minors, question by question."""

from datetime import date, time, timedelta
from typing import Any

from apprentissage.facts import (
    Apprentice,
    Contract,
    Employer,
    Territory,
    Weekday,
    WorkDay,
    WorkingTime,
    WorkSector,
)
from apprentissage.judging import Finding
from apprentissage.law.readings import Readings
from apprentissage.minors.medical_visit import medical_visit
from apprentissage.minors.minors_breaks import MINORS_BREAKS, break_required
from apprentissage.minors.minors_hours import MINORS_HOURS
from apprentissage.minors.minors_night import MINORS_NIGHT
from apprentissage.minors.minors_rest import MINORS_REST
from apprentissage.minors.minors_sundays import MINORS_SUNDAYS
from apprentissage.minors.texts import MAJORITY
from apprentissage.months import same_day
from tests.cases.given import Facts, a_day, choice, day, decimal, hour, kept

MONDAY, SUNDAY = date(2026, 1, 5), date(2026, 1, 11)
HOLIDAY = date(2026, 4, 6)
WEEKDAYS = {day.value: day for day in Weekday}
RULES = {
    "hours": MINORS_HOURS,
    "night": MINORS_NIGHT,
    "daily_rest": MINORS_REST,
    "weekly_rest": MINORS_REST,
    "sunday": MINORS_SUNDAYS,
    "holiday": MINORS_SUNDAYS,
    "break": MINORS_BREAKS,
}


def _days(facts: Facts) -> tuple[WorkDay, ...]:
    if facts["asked"] == "sunday":
        return (WorkDay(on=SUNDAY),)
    if facts["asked"] == "holiday":
        return (WorkDay(on=HOLIDAY),)
    if facts["asked"] == "weekly_rest":
        return ()
    hours, stretch = decimal(facts, "daily_hours"), None
    minutes = facts.get("break_minutes")
    if facts["asked"] == "break":
        stretch = decimal(facts, "longest_stretch_hours")
        if stretch is None and hours is not None and minutes is not None:
            # the least that the hours and the break allow
            stretch = hours / 2 if minutes else hours
    first = WorkDay(
        on=MONDAY,
        starts_at=hour(facts, "work_starts_at"),
        ends_at=hour(facts, "work_ends_at"),
        break_minutes=minutes,
        hours=hours,
        longest_stretch_hours=stretch,
    )
    if facts["asked"] != "daily_rest":
        return (first,)
    restarts_at = hour(facts, "next_work_starts_at")
    return (first, WorkDay(on=MONDAY + timedelta(days=1), starts_at=restarts_at))


def _weekdays(facts: Facts) -> frozenset[Weekday] | None:
    named = facts.get("worked_weekdays")
    return None if named is None else frozenset(WEEKDAYS[n] for n in named)


def _contract(facts: Facts) -> Contract:
    """A contract around the days worked, at the age that the case gives.

    The conclusion chooses the law of the hours; the other questions are of
    the days of January 2026.
    """
    concluded_on = day(facts, "concluded_on")
    if concluded_on is None or facts["asked"] != "hours":
        concluded_on = MONDAY
    starts_on = concluded_on
    return Contract(
        concluded_on=concluded_on,
        starts_on=starts_on,
        ends_on=same_day(starts_on, 24),
        apprentice=Apprentice(born_on=same_day(starts_on, -12 * facts["age"]) - timedelta(30)),
        employer=Employer(territory=Territory.METROPOLE),
        weekly_hours=decimal(facts, "weekly_hours"),
        working_time=WorkingTime(
            sector=choice(facts, "sector", WorkSector),
            daily_hours=decimal(facts, "daily_hours"),
            # an absent authorisation is not granted
            collective_organisation=facts.get("collective_organisation", False),
            inspector_authorisation=facts.get("inspector_authorisation", False),
            night_authorisation=facts.get("night_authorisation", False),
            nights_in_week=facts.get("nights_in_week"),
            # the cases count the nights of a week only
            nights_in_year=facts.get("nights_in_week"),
            worked_weekdays=_weekdays(facts),
            weekly_rest_agreement=False,
            holiday_agreement=facts.get("holiday_agreement"),
            days=_days(facts),
        ),
    )


def _at(found: Finding, name: str) -> time | None:
    written = found.get(name)
    return time.fromisoformat(written) if isinstance(written, str) else None


def evaluate(facts: Facts, readings: Readings) -> dict[str, Any]:
    """Answer the question that the case asks."""
    if facts["asked"] == "medical_visit":
        visit = medical_visit(
            age=facts["age"],
            starts_on=a_day(facts, "starts_on"),
            reinforced_follow_up=facts.get("reinforced_follow_up"),
            readings=readings,
        )
        return {"visit_before_start": visit.before_start, "visit_due_on": visit.due_on}
    found = RULES[facts["asked"]].find(_contract(facts), readings)
    answer = {
        "outcome": kept(found).value,
        "contested": bool(found.contested),
        "max_daily_hours": found.get("max_daily_hours"),
        "max_weekly_hours": found.get("max_weekly_hours"),
        "minimum_rest_hours": found.get("minimum_rest_hours"),
    }
    for name in ("earliest_start_at", "latest_end_at", "earliest_restart_at"):
        at = found.parts[0] if found.parts else found
        answer[name] = _at(at, name)
    hours = decimal(facts, "daily_hours")
    if facts["asked"] == "break" and hours is not None:
        minor = facts["age"] < MAJORITY
        answer["break_required"] = minor and break_required(hours, worked_on=MONDAY)
    return answer
