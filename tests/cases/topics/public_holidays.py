"""Legal public holidays of a year."""

from typing import Any

from apprentissage.law.calendars import public_holidays
from apprentissage.law.readings import Readings
from tests.cases.given import Facts, a_territory


def evaluate(facts: Facts, readings: Readings) -> dict[str, Any]:
    """List the days, sorted."""
    found = public_holidays(a_territory(facts), facts["year"], readings)
    return {"holidays": sorted(found)}
