"""Notices and delays of a rupture."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from apprentissage.facts import Dossier, Rupture, RuptureCause
from apprentissage.law.readings import Readings
from apprentissage.rules.after_rupture import (
    diploma_notice_due_on,
    training_kept_until,
)
from apprentissage.rules.rupture import RUPTURE, in_free_period
from tests.cases.fillers import Required, one_answer
from tests.cases.given import Facts, a_day, day


def evaluate(facts: Facts, readings: Readings) -> Mapping[str, Any]:
    """Answer the question that the case asks."""
    concluded_on = a_day(facts, "concluded_on")
    match facts["asked"]:
        case "notice_after_diploma":
            wanted = a_day(facts, "wanted_end_on")
            return {
                "notice_due_on": diploma_notice_due_on(wanted, concluded_on)
            }
        case "training_after_termination":
            ruptured_on = a_day(facts, "terminated_on")
            return {
                "training_until_on": training_kept_until(
                    ruptured_on, concluded_on
                )
            }
        case "free_period":
            free = in_free_period(facts["company_days"])
            return {
                "outcome": "compliant" if free else "non_compliant",
                "contested": False,
            }
        case _:
            return one_answer(
                {"concluded_on": concluded_on},
                lambda required: _resigned(required, facts, readings),
            )


def _resigned(
    required: Required, facts: Facts, readings: Readings
) -> dict[str, Any]:
    """A resignation after the free period, as the topic has it."""
    rupture = Rupture(
        cause=RuptureCause.RESIGNATION,
        mediator_referred_on=day(facts, "mediator_referred_on"),
        employer_informed_on=day(facts, "employer_informed_on"),
        ruptured_on=day(facts, "terminated_on"),
    )
    past = [required.starts_on + timedelta(days=n) for n in range(45)]
    found = RUPTURE.find(
        required.contract(
            apprentice={},
            file=Dossier(rupture=rupture, practical_days=frozenset(past)),
        ),
        readings,
    )
    return {
        "outcome": found.outcome.value,
        "contested": bool(found.contested),
    }
