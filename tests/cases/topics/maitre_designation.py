"""Who may be named maître d'apprentissage (L6223-8-1)."""

from collections.abc import Mapping
from typing import Any

from apprentissage.facts import MaitreApprentissage, MaitreStatus
from apprentissage.law.readings import Readings
from apprentissage.rules.maitre_designation import MAITRE_DESIGNATION
from tests.cases.fillers import Required, one_answer
from tests.cases.given import Facts, choice, day


def evaluate(facts: Facts, readings: Readings) -> Mapping[str, Any]:
    """Give the outcome and whether it is contested."""
    maitre = MaitreApprentissage(
        status=choice(facts["maitre"], "status", MaitreStatus),
        born_on=day(facts["maitre"], "born_on"),
        volunteer=facts["maitre"].get("volunteer"),
    )

    def answer(required: Required) -> Mapping[str, Any]:
        found = MAITRE_DESIGNATION.find(
            required.contract(apprentice={}, maitres=(maitre,)), readings
        )
        return {
            "outcome": found.outcome.value,
            "contested": found.contested != (),
        }

    required = ("concluded_on", "starts_on")
    return one_answer({name: day(facts, name) for name in required}, answer)
