"""Training at the centre without an employer (L6222-12-1).

A case that does not say when the contract is signed is asked for two days
of signature: they may not change the answer.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from apprentissage.age.pre_contract_training import PRE_CONTRACT_TRAINING, trainee_until_on
from apprentissage.facts import PriorSituation, Training
from apprentissage.judging import Outcome
from apprentissage.law.choices import TraineeMonths
from apprentissage.law.readings import Readings
from tests.cases.fillers import Required, one_answer
from tests.cases.given import Facts, a_day, day


def _last_days(cycle_starts_on: date, readings: Readings) -> set[date]:
    return {
        trainee_until_on(cycle_starts_on, readings=readings.choose(trainee_months=choice))
        for choice in TraineeMonths
    }


def evaluate(facts: Facts, readings: Readings) -> Mapping[str, Any]:
    """Give the outcome, the last day, the months and the start."""
    cycle_starts_on = a_day(facts, "cycle_starts_on")
    concluded_on = day(facts, "concluded_on")

    def answer(required: Required) -> Mapping[str, Any]:
        found = PRE_CONTRACT_TRAINING.find(
            required.contract(
                apprentice={
                    "lower_secondary_completed": facts.get("lower_secondary_completed"),
                    "rqth": facts.get("disabled_worker"),
                    "prior_situation": (PriorSituation.TRAINEE_BEFORE_SIGNATURE),
                },
                training=Training(cycle_starts_on=cycle_starts_on),
            ),
            readings,
        )
        answered = {
            "outcome": found.outcome.value,
            "contested": found.contested != ()
            or (
                found.outcome is Outcome.COMPLIANT
                and len(_last_days(cycle_starts_on, readings)) > 1
            ),
            "trainee_until_on": found.get("trainee_until_on"),
        }
        if concluded_on is not None:
            answered["reduced_by_months"] = found.get("reduced_by_months")
            answered["starts_on"] = found.get("starts_on")
        return answered

    signed_on = (
        [cycle_starts_on + timedelta(days=n) for n in (1, 45)]
        if concluded_on is None
        else [concluded_on]
    )
    first, *others = (
        one_answer({"born_on": day(facts, "born_on"), "concluded_on": signed}, answer)
        for signed in signed_on
    )
    assert all(other == first for other in others), (first, others)
    return first
