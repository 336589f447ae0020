"""Signature, execution, practical training, training at the CFA."""

from collections.abc import Mapping
from typing import Any

from apprentissage.dates.conclusion import CONCLUSION
from apprentissage.dates.start_gaps import START_GAPS
from apprentissage.facts import Contract, Training
from apprentissage.judging import Finding, Rule, all_of
from apprentissage.law.readings import Readings
from tests.cases.fillers import Required, one_answer
from tests.cases.given import Facts, a_day, day


def _both(contract: Contract, readings: Readings) -> Finding:
    parts = [r.judge(contract, readings) for r in (CONCLUSION, START_GAPS)]
    return all_of(parts).but(latest_on=parts[1].get("latest_on"))


BOTH = Rule(name="starts", title="", judge=_both)


def evaluate(facts: Facts, readings: Readings) -> Mapping[str, Any]:
    """Judge the order of the dates and the gaps together."""

    def answer(required: Required) -> dict[str, Any]:
        found = BOTH.find(
            required.contract(
                apprentice={},
                training=Training(
                    cfa_training_starts_on=day(facts, "cfa_training_starts_on"),
                    cycle_starts_on=day(facts, "cycle_starts_on"),
                ),
                employer_training_starts_on=day(facts, "employer_training_starts_on"),
            ),
            readings,
        )
        return {
            "outcome": found.outcome.value,
            "contested": bool(found.contested),
            "last_lawful_on": found.get("latest_on"),
        }

    known = {"concluded_on": a_day(facts, "concluded_on"), "starts_on": a_day(facts, "starts_on")}
    return one_answer(known, answer)
