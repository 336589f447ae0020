"""SMIC of a day and a territory."""

from typing import Any

from apprentissage.law.choices import Mayotte2021Month
from apprentissage.law.readings import Readings
from tests.cases.given import Facts, a_day, a_territory


def evaluate(facts: Facts, readings: Readings) -> dict[str, Any]:
    """Give the hour and the month of 35 hours."""
    smic = readings.smic.on(a_day(facts, "on"), a_territory(facts))
    printed = readings.mayotte_2021_month is Mayotte2021Month.PRINTED
    return {"hourly": smic.hourly, "monthly": smic.printed_monthly if printed else smic.monthly}
