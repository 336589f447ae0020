"""Upper age limit and its exemptions (L6222-1, L6222-2, D6222-1)."""

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
from apprentissage.rules.upper_age import UPPER_AGE_LIMIT
from tests.cases.fillers import Required, one_answer
from tests.cases.given import Facts, choice, day


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

    required = ("born_on", "concluded_on", "starts_on", "ends_on")
    return one_answer({name: day(facts, name) for name in required}, answer)
