"""Upper age limit and its exemptions (L6222-1, L6222-2, D6222-1).

A case that does not say when the contract ends is asked for an end within a
year and one beyond it: where the answer depends on it, it is undetermined.
"""

from collections.abc import Mapping
from typing import Any

from apprentissage.facts import (
    AgeExemption,
    DisabilityTitle,
    Employer,
    PreviousCycle,
    Region,
    Route,
    RuptureCause,
    Training,
)
from apprentissage.law.readings import Readings
from apprentissage.months import last_day_of
from apprentissage.rules.finding import Outcome
from apprentissage.rules.upper_age import UPPER_AGE_LIMIT
from tests.cases.fillers import Required, one_answer
from tests.cases.given import Facts, a_day, choice, day


def _previous(facts: Facts) -> tuple[PreviousCycle, ...] | None:
    if "previous" not in facts:
        return None
    cycle = facts["previous"]
    if cycle is None:
        return ()
    return (
        PreviousCycle(
            route=choice(cycle, "route", Route),
            ended_on=day(cycle, "ended_on"),
            ruptured_on=day(cycle, "terminated_on"),
            rupture_cause=choice(cycle, "termination_cause", RuptureCause),
            same_employer=cycle.get("same_employer"),
            diploma_obtained=cycle.get("diploma_obtained"),
            level=cycle.get("level"),
        ),
    )


def evaluate(facts: Facts, readings: Readings) -> Mapping[str, Any]:
    """Give the outcome, whether it is contested, and the code."""

    def answer(required: Required) -> Mapping[str, Any]:
        found = UPPER_AGE_LIMIT.find(
            required.contract(
                apprentice={
                    "rqth": facts.get("disabled_worker"),
                    "disability_title": choice(
                        facts, "disability_title", DisabilityTitle
                    ),
                    "high_level_athlete": facts.get("high_level_athlete"),
                    "business_project": facts.get("business_project"),
                    "project_requires_diploma": facts.get(
                        "project_requires_diploma"
                    ),
                },
                training=Training(level=facts.get("target_level")),
                employer=Employer(region=choice(facts, "region", Region)),
                age_exemption=choice(facts, "exemption", AgeExemption),
                previous=_previous(facts),
            ),
            readings,
        )
        return {
            "outcome": found.outcome.value,
            "contested": found.contested != (),
            "code": found.get("code"),
        }

    known = {
        name: day(facts, name)
        for name in ("born_on", "concluded_on", "starts_on")
    }
    starts_on = a_day(facts, "starts_on")
    ends = (
        [a_day(facts, "ends_on")]
        if "ends_on" in facts
        else [last_day_of(starts_on, months) for months in (12, 24)]
    )
    answers = [one_answer({**known, "ends_on": end}, answer) for end in ends]
    if all(other == answers[0] for other in answers):
        return answers[0]
    return {
        "outcome": Outcome.UNDETERMINED.value,
        "contested": all(other["contested"] for other in answers),
        "code": None,
    }
