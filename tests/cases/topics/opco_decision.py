"""Twenty days, the effect of silence, the grounds, what becomes of a file."""

from typing import Any

from apprentissage.dossier.fate import decision_due_on, file_outcome, silence_means
from apprentissage.dossier.funding_decision import refusal_grounds
from apprentissage.facts import Decision
from apprentissage.law.readings import Readings
from tests.cases.given import Facts, choice, day


def evaluate(facts: Facts, _: Readings) -> dict[str, Any]:
    """Answer what the facts given allow."""
    public = facts["employer_sector"] == "public"
    complete_on = day(facts, "complete_file_received_on")
    concluded_on = day(facts, "concluded_on")
    answer: dict[str, Any] = {"silence": silence_means(public=public).value}
    if complete_on is not None:
        answer["decision_due_on"] = decision_due_on(complete_on, concluded_on=concluded_on)
    if concluded_on is not None:
        grounds = refusal_grounds(concluded_on, public=public)
        answer["refusal_grounds"] = [ground.value for ground in grounds]
        outcome = file_outcome(
            concluded_on=concluded_on,
            public=public,
            complete_on=complete_on,
            decision=choice(facts, "decision", Decision),
            on=day(facts, "on"),
        )
        answer["funded"] = outcome.funded
        answer["deposited"] = outcome.deposited
    return answer
