"""Two months after the exams, by doctrine."""

from collections.abc import Mapping
from typing import Any

from apprentissage.dates.contract_end import CONTRACT_END
from apprentissage.facts import Training
from apprentissage.law.readings import Readings
from tests.cases.fillers import Required, one_answer
from tests.cases.given import Facts, a_day, day


def evaluate(facts: Facts, readings: Readings) -> Mapping[str, Any]:
    """Judge the end of the contract.

    Where the case gives no cycle, the exam alone counts.
    """

    def answer(required: Required) -> dict[str, Any]:
        last_exam_on = day(facts, "last_exam_on")
        found = CONTRACT_END.find(
            required.contract(
                apprentice={},
                training=Training(
                    last_exam_on=last_exam_on,
                    cycle_ends_on=day(facts, "cycle_ends_on") or last_exam_on,
                ),
            ),
            readings,
        )
        return {
            "outcome": found.outcome.value,
            "contested": bool(found.contested),
            "latest_end_on": found["latest_on"],
        }

    known = {"starts_on": day(facts, "starts_on"), "ends_on": a_day(facts, "ends_on")}
    return one_answer(known, answer)
