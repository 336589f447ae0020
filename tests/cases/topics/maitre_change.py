"""Is an amendment needed when the maître leaves?"""

from typing import Any

from apprentissage.law.readings import Readings
from apprentissage.maitre.maitre_change import maitre_change
from tests.cases.given import Facts


def evaluate(facts: Facts, _: Readings) -> dict[str, Any]:
    """Say whether it is, and its code."""
    change = maitre_change(
        second_declared=facts.get("second_maitre_declared"),
        second_available=facts.get("second_maitre_available"),
    )
    return {
        "amendment_required": change.amendment_required,
        "amendment_code": change.code and change.code.value,
    }
