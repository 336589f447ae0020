"""Five days of leave in the month before the first exam."""

from collections.abc import Mapping
from typing import Any

from apprentissage.dates.exam_leave import EXAM_LEAVE
from apprentissage.facts import Training
from apprentissage.law.readings import Readings
from apprentissage.months import same_day
from tests.cases.fillers import Required, one_answer
from tests.cases.given import Facts, day


def evaluate(facts: Facts, readings: Readings) -> Mapping[str, Any]:
    """Tell the days of the leave, in a contract that ends with the exams."""
    first, last = day(facts, "first_exam_on"), day(facts, "last_exam_on")
    ends_on = last or first

    def answer(required: Required) -> dict[str, Any]:
        found = EXAM_LEAVE.find(
            required.contract(
                apprentice={}, training=Training(first_exam_on=first, last_exam_on=last)
            ),
            readings,
        )
        return {"window_from_on": found.get("opens_on"), "window_until_on": found.get("closes_on")}

    known = {"starts_on": same_day(first, -6) if first else None, "ends_on": ends_on}
    return one_answer(known, answer)
