"""Last day to send the contract to the OPCO (D6224-1)."""

from typing import Any

from apprentissage.dossier.filing import filing_deadline
from apprentissage.law.readings import Readings
from tests.cases.given import Facts, a_day, days, territory


def evaluate(facts: Facts, readings: Readings) -> dict[str, Any]:
    """Give the last day."""
    deadline = filing_deadline(
        starts_on=a_day(facts, "starts_on"),
        concluded_on=a_day(facts, "starts_on"),
        territory=territory(facts),
        worked_holidays=days(facts, "worked_holidays"),
        readings=readings,
    )
    return {"due_on": deadline.latest_on}
