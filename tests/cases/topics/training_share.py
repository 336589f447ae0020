"""A quarter of the duration, on 1607 hours a year."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from apprentissage.dates.training_share import TRAINING_SHARE
from apprentissage.facts import Training
from apprentissage.law.readings import Readings
from apprentissage.months import last_day_of
from tests.cases.fillers import Required, one_answer
from tests.cases.given import Facts


def evaluate(facts: Facts, readings: Readings) -> Mapping[str, Any]:
    """Judge the hours of a contract of so many months.

    No hours before, no rule of the certifier, no time abroad, no rupture
    before: the ordinary situation.
    """

    def answer(required: Required) -> dict[str, Any]:
        last = last_day_of(required.starts_on, facts["duration_months"])
        found = TRAINING_SHARE.find(
            evolve(required, ends_on=last).contract(
                apprentice={},
                training=Training(
                    hours=facts.get("training_hours"),
                    hours_before_contract=facts.get("hours_before_signature", 0),
                    certifier_minimum_hours=0,
                ),
                mobilities=(),
                resumes_after_rupture=facts.get("resumed_after_termination", False),
            ),
            readings,
        )
        return {
            "outcome": found.outcome.value,
            "contested": bool(found.contested),
            "minimum_hours": found["minimum_hours"],
            "counted_hours": found["counted_hours"],
        }

    return one_answer({}, answer)
