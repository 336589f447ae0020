"""Twenty days, the effect of silence, the grounds of refusal."""

from typing import Any

from apprentissage.law.readings import Readings
from apprentissage.rules.funding_decision import (
    decision_due_on,
    refusal_grounds,
    silence_means,
)
from tests.cases.given import Facts, day


def evaluate(facts: Facts, _: Readings) -> dict[str, Any]:
    """Answer what the facts given allow."""
    public = facts["employer_sector"] == "public"
    complete_on = day(facts, "complete_file_received_on")
    concluded_on = day(facts, "concluded_on")
    answer: dict[str, Any] = {"silence": silence_means(public=public).value}
    if complete_on is not None:
        answer["decision_due_on"] = decision_due_on(complete_on)
    if concluded_on is not None:
        grounds = refusal_grounds(concluded_on, public=public)
        answer["refusal_grounds"] = [ground.value for ground in grounds]
    return answer
