"""Upper age limit and its exemptions (L6222-1, L6222-2, D6222-1).

An exemption that the case does not rely on, and whose facts it does not give,
is not fulfilled. A case that does not say when the contract ends is asked for
an end within a year and one beyond it: where the answer depends on it, it is
undetermined.
"""

from collections.abc import Mapping
from typing import Any

from apprentissage.age.upper_age import UPPER_AGE
from apprentissage.facts import (
    AgeExemption,
    Contract,
    DisabilityTitle,
    Employer,
    PreviousCycle,
    Region,
    Route,
    RuptureCause,
    Training,
)
from apprentissage.judging import Finding, Outcome
from apprentissage.law.readings import POINTS, Readings
from apprentissage.months import last_day_of
from tests.cases.fillers import Required, one_answer
from tests.cases.given import Facts, a_day, choice, day
from tests.support.recording import POINTS_OF

PERSONAL: dict[AgeExemption, dict[str, Any]] = {
    AgeExemption.DISABLED_WORKER: {"rqth": False, "disability_title": DisabilityTitle.NONE},
    AgeExemption.HIGH_LEVEL_ATHLETE: {"high_level_athlete": False},
    AgeExemption.BUSINESS_PROJECT: {"business_project": False, "project_requires_diploma": False},
}
"""The facts of the exemptions of a person, where they are not fulfilled."""


def _previous(facts: Facts, relied_on: AgeExemption | None) -> tuple[PreviousCycle, ...] | None:
    if "previous" not in facts:
        after_a_cycle = relied_on not in {AgeExemption.NONE, *PERSONAL}
        return None if after_a_cycle else ()
    cycle = facts["previous"]
    if cycle is None:
        return ()
    obtained, level = cycle.get("diploma_obtained"), cycle.get("level")
    same = cycle.get("same_diploma")
    if same is None and relied_on is not AgeExemption.FAILED_EXAM:
        same = False
    return (
        PreviousCycle(
            route=choice(cycle, "route", Route),
            ended_on=day(cycle, "ended_on"),
            ruptured_on=day(cycle, "terminated_on"),
            rupture_cause=choice(cycle, "termination_cause", RuptureCause),
            same_employer=cycle.get("same_employer"),
            same_diploma=same,
            already_prolonged=cycle.get("already_prolonged"),
            # the cases know no examination that was not sat
            exam_failed=None if obtained is None else not obtained,
            diploma_obtained=obtained,
            level=level,
        ),
    )


def _contract(required: Required, facts: Facts) -> Contract:
    relied_on = choice(facts, "exemption", AgeExemption)
    told = {
        "rqth": facts.get("disabled_worker"),
        "disability_title": choice(facts, "disability_title", DisabilityTitle),
        "high_level_athlete": facts.get("high_level_athlete"),
        "business_project": facts.get("business_project"),
        "project_requires_diploma": facts.get("project_requires_diploma"),
    }
    unfulfilled = {
        name: value
        for exemption, without in PERSONAL.items()
        if exemption is not relied_on
        for name, value in without.items()
        if told[name] is None
    }
    return required.contract(
        apprentice=told | unfulfilled,
        training=Training(level=facts.get("target_level")),
        employer=Employer(region=choice(facts, "region", Region)),
        age_exemption=relied_on,
        previous=_previous(facts, relied_on),
    )


def _told(found: Finding, relied_on: AgeExemption | None) -> Mapping[str, Any]:
    """Outcome, code and exemption, what else waits being unfulfilled."""
    outcome, exemption = found.outcome, found.get("exemption")
    if outcome is Outcome.UNDETERMINED:
        others = {other.label for other in AgeExemption if relied_on not in {None, other}}
        waits = {part.subject for part in found.deciding} - others
        outcome = outcome if waits else Outcome.NON_COMPLIANT
    return {
        "outcome": outcome.value,
        "code": found.get("code"),
        "exemption": (exemption.value if isinstance(exemption, AgeExemption) else None),
    }


def evaluate(facts: Facts, readings: Readings) -> Mapping[str, Any]:
    """Give the outcome, whether contested, the code and the exemption."""
    relied_on = choice(facts, "exemption", AgeExemption)

    def answer(required: Required) -> Mapping[str, Any]:
        contract = _contract(required, facts)

        def told(under: Readings) -> Mapping[str, Any]:
            return _told(UPPER_AGE.find(contract, under), relied_on)

        mine = told(readings)
        contested = any(
            (other["outcome"], other["code"]) != (mine["outcome"], mine["code"])
            for point in POINTS_OF["upper_age"]
            for other in (told(readings.choose(**{point: choice_})) for choice_ in POINTS[point])
        )
        return {**mine, "contested": contested}

    known = {name: day(facts, name) for name in ("born_on", "concluded_on", "starts_on")}
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
        "exemption": None,
    }
