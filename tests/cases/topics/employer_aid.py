"""Aid to the employer, first year."""

from collections.abc import Mapping
from typing import Any

from apprentissage.facts import Employer, Training
from apprentissage.law.readings import Readings
from apprentissage.rules.employer_aid import FIRST_YEAR_AID
from tests.cases.fillers import Required, one_answer
from tests.cases.given import Facts, day, territory


def evaluate(facts: Facts, readings: Readings) -> Mapping[str, Any]:
    """Give the amount."""

    def answer(required: Required) -> dict[str, Any]:
        found = FIRST_YEAR_AID.find(
            required.contract(
                apprentice={"rqth": facts.get("disabled_worker")},
                training=Training(level=facts.get("target_level")),
                employer=Employer(
                    territory=territory(facts),
                    headcount=facts.get("headcount"),
                    quota_met=facts.get("quota_met"),
                ),
            ),
            readings,
        )
        return {"first_year_amount": found.get("first_year_amount")}

    known = {
        name: day(facts, name)
        for name in ("born_on", "concluded_on", "starts_on")
    }
    return one_answer(known, answer)
