"""The longest stay abroad."""

from typing import Any

from apprentissage.facts import Apprentice, Contract, Mobility
from apprentissage.law.readings import Readings
from apprentissage.months import last_day_of, same_day
from apprentissage.rules.mobility import TIME_ABROAD
from tests.cases.given import Facts, a_day


def evaluate(facts: Facts, readings: Readings) -> dict[str, Any]:
    """Judge a stay from the first day of a contract of so many months."""
    first = a_day(facts, "mobility_starts_on")
    found = TIME_ABROAD.find(
        Contract(
            concluded_on=first,
            starts_on=first,
            ends_on=last_day_of(first, facts["duration_months"]),
            apprentice=Apprentice(born_on=same_day(first, -240)),
            mobilities=(
                Mobility(
                    starts_on=first,
                    ends_on=last_day_of(first, facts["months_abroad"]),
                ),
            )
            if "months_abroad" in facts
            else None,
        ),
        readings,
    )
    return {
        "outcome": found.outcome.value,
        "contested": bool(found.contested),
        "max_months_abroad": found.get("max_months_abroad"),
    }
