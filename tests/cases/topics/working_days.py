"""Jours ouvrables of a period."""

from typing import Any

from apprentissage.law.calendars import jours_ouvrables
from apprentissage.law.readings import Readings
from tests.cases.given import Facts, a_day, territory, the_days


def evaluate(facts: Facts, readings: Readings) -> dict[str, Any]:
    """Count and list the days."""
    found = jours_ouvrables(
        a_day(facts, "period_starts_on"),
        a_day(facts, "period_ends_on"),
        territory=territory(facts),
        worked_holidays=the_days(facts, "worked_holidays"),
        readings=readings,
    )
    return {"count": len(found), "days": found}
