"""Six months to three years, the exceptions, the cycle, the missions."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from apprentissage.age.pre_contract_training import trainee_until_on
from apprentissage.dates.agency_missions import AGENCY_MISSIONS
from apprentissage.dates.duration import DURATION
from apprentissage.dates.duration_and_cycle import DURATION_AND_CYCLE
from apprentissage.dates.extra_year import EXTRA_YEAR
from apprentissage.facts import (
    NO_EXTENSION,
    Contract,
    DisabilityTitle,
    DurationGround,
    Employer,
    Extension,
    ExtensionReason,
    Period,
    SpecificEmployer,
    Training,
)
from apprentissage.judging import Finding, Outcome, Rule, all_of
from apprentissage.law.readings import Readings
from tests.cases.fillers import Required, one_answer
from tests.cases.given import Facts, a_day, day

REASONS = {
    "failed_exam": ExtensionReason.FAILED_EXAM,
    "disability": ExtensionReason.DISABILITY,
    "athlete": ExtensionReason.ATHLETE,
}

L6222_12_1_SINCE = date(2019, 1, 1)


def _began_as_trainee(facts: Facts) -> bool:
    """Whether the cycle began without an employer (L6222-12-1).

    The dates alone tell it: signed within three months of a cycle that the
    contract then follows to its end.
    """
    first, last = day(facts, "cycle_starts_on"), day(facts, "cycle_ends_on")
    if first is None or last is None or first < L6222_12_1_SINCE:
        return False
    signed = a_day(facts, "concluded_on")
    return first < signed <= trainee_until_on(first) and a_day(facts, "ends_on") >= last


def _missions(facts: Facts) -> tuple[Period, ...] | None:
    starts_on = day(facts, "mission_starts_on")
    ends_on = day(facts, "mission_ends_on")
    if starts_on is None or ends_on is None:
        return None
    return (Period(starts_on=starts_on, ends_on=ends_on),)


def _extension(facts: Facts) -> Extension:
    """The extra year, none where the whole contract is one."""
    if not facts.get("extra_year") or _repeats_a_year(facts):
        return NO_EXTENSION
    return Extension(
        reason=REASONS[facts["extra_year"]], starts_on=day(facts, "extra_year_starts_on")
    )


def _title(facts: Facts) -> DisabilityTitle:
    if not facts.get("disability_title"):
        return DisabilityTitle.NONE
    return DisabilityTitle(facts["disability_title"])


def _repeats_a_year(facts: Facts) -> bool:
    """The whole contract prolongs another one, after a failed exam."""
    return facts.get("extra_year") == "failed_exam" and day(facts, "extra_year_starts_on") == day(
        facts, "starts_on"
    )


def _ground(facts: Facts) -> DurationGround:
    if _repeats_a_year(facts):
        return DurationGround.FAILED_EXAM
    if _began_as_trainee(facts):
        return DurationGround.PRE_CONTRACT_TRAINING
    return DurationGround.NONE


def _judge(contract: Contract, readings: Readings) -> Finding:
    bounds = DURATION.judge(contract, readings)
    extra_year = EXTRA_YEAR.judge(contract, readings)
    parts = [bounds, extra_year, AGENCY_MISSIONS.judge(contract, readings)]
    code = None
    # A case that gives no cycle asks for the bounds alone.
    if contract.training.cycle_starts_on is not None:
        cycle = DURATION_AND_CYCLE.judge(contract, readings)
        parts.append(cycle)
        code = cycle["code"]
    found = all_of(parts)
    return found.but(
        earliest_on=bounds["earliest_on"],
        latest_on=extra_year.get("latest_on") or bounds["latest_on"],
        months_started=bounds["months_started"],
        code=code if found.outcome is Outcome.COMPLIANT else None,
    )


ALL = Rule(name="all", title="", judge=_judge)


def evaluate(facts: Facts, readings: Readings) -> Mapping[str, Any]:
    """Judge bounds, cycle and missions together.

    An absent ground, extension, title or agency is the ordinary situation.
    """

    def answer(required: Required) -> dict[str, Any]:
        found = ALL.find(
            required.contract(
                apprentice={
                    "rqth": facts.get("disabled_worker", False),
                    "disability_title": _title(facts),
                    "high_level_athlete": facts.get("high_level_athlete", False),
                },
                training=Training(
                    cycle_starts_on=day(facts, "cycle_starts_on"),
                    cycle_ends_on=day(facts, "cycle_ends_on"),
                ),
                employer=Employer(
                    specific=SpecificEmployer.TEMPORARY_WORK_AGENCY
                    if facts.get("temporary_work_agency")
                    else SpecificEmployer.NONE
                ),
                extension=_extension(facts),
                duration_ground=_ground(facts),
                tripartite_agreement=facts.get("tripartite_agreement"),
                resumes_after_rupture=facts.get("resumed_after_termination", False),
                missions=_missions(facts),
                previous=(),
            ),
            readings,
        )
        return {
            "outcome": found.outcome.value,
            "contested": bool(found.contested),
            "code": found.get("code"),
            "months_started": found.get("months_started"),
            "earliest_end_on": found.get("earliest_on"),
            "latest_end_on": found.get("latest_on"),
        }

    known = {
        "born_on": day(facts, "born_on"),
        "concluded_on": a_day(facts, "concluded_on"),
        "starts_on": a_day(facts, "starts_on"),
        "ends_on": a_day(facts, "ends_on"),
    }
    return one_answer(known, answer)
