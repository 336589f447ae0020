"""The longest stay abroad."""

from datetime import date
from typing import Any

from apprentissage.dates.mobility import MOBILITY
from apprentissage.facts import Apprentice, Contract, Mobility
from apprentissage.law.readings import Readings
from apprentissage.months import last_day_of, same_day
from tests.cases.given import Facts, a_day, kept


def _stays(facts: Facts, first: date) -> tuple[Mobility, ...] | None:
    if "months_abroad" not in facts:
        return None
    months = facts["months_abroad"]
    if not months:
        return ()
    return (Mobility(starts_on=first, ends_on=last_day_of(first, months)),)


def evaluate(facts: Facts, readings: Readings) -> dict[str, Any]:
    """Judge a stay from the first day of a contract of so many months."""
    first = a_day(facts, "mobility_starts_on")
    found = MOBILITY.find(
        Contract(
            concluded_on=first,
            starts_on=first,
            ends_on=last_day_of(first, facts["duration_months"]),
            apprentice=Apprentice(born_on=same_day(first, -240)),
            mobilities=_stays(facts, first),
        ),
        readings,
    )
    return {
        "outcome": kept(found).value,
        "contested": bool(found.contested),
        "max_months_abroad": found.get("max_months_abroad"),
    }
