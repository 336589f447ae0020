"""Lower age limit and school status (L6222-1, R6222-1-1)."""

from collections.abc import Mapping
from typing import Any

from apprentissage.age.lower_age import LOWER_AGE
from apprentissage.law.readings import Readings
from tests.cases.fillers import Required, one_answer
from tests.cases.given import Facts, day


def evaluate(facts: Facts, readings: Readings) -> Mapping[str, Any]:
    """Give the outcome, the code, school status and the first day."""

    def answer(required: Required) -> Mapping[str, Any]:
        found = LOWER_AGE.find(
            required.contract(
                apprentice={"lower_secondary_completed": facts.get("lower_secondary_completed")}
            ),
            readings,
        )
        return {
            "outcome": found.outcome.value,
            "contested": found.contested != (),
            "code": found["code"],
            "school_status_possible": found["school_status_possible"],
            "earliest_start_on": found["earliest_on"],
        }

    required = ("born_on", "concluded_on", "starts_on")
    return one_answer({name: day(facts, name) for name in required}, answer)
