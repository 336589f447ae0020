"""Signature of the legal representative (R6222-2)."""

from typing import Any

from apprentissage.law.readings import Readings
from apprentissage.rules.minors import legal_representative_signs
from tests.cases.given import Facts, a_day


def evaluate(facts: Facts, readings: Readings) -> dict[str, Any]:
    """Say whether the representative signs."""
    return {
        "legal_representative_signs": legal_representative_signs(
            born_on=a_day(facts, "born_on"),
            concluded_on=a_day(facts, "concluded_on"),
            emancipated=facts.get("emancipated"),
            readings=readings,
        )
    }
