"""Notices and delays of a rupture."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from apprentissage.facts import Dossier, Rupture, RuptureCause
from apprentissage.law.readings import Readings
from apprentissage.law.rupture import FREE_DAYS, FREE_PERIOD
from apprentissage.rules.after_rupture import (
    diploma_notice_due_on,
    training_kept_until,
)
from apprentissage.rules.finding import Outcome
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
            return {
                "outcome": _free(facts, concluded_on),
                "contested": False,
            }
        case _:
            return one_answer(
                {"concluded_on": concluded_on},
                lambda required: _resigned(required, facts, readings),
            )


def _free(facts: Facts, concluded_on: date) -> str:
    rank = facts.get("company_days")
    # two months of the contract before August 2015: no rank tells them
    if rank is None or FREE_PERIOD.concluded(concluded_on).value.months:
        return "undetermined"
    return "compliant" if in_free_period(rank) else "non_compliant"


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
    events = (
        rupture.mediator_referred_on,
        rupture.employer_informed_on,
        rupture.ruptured_on,
    )
    first = min((day for day in events if day), default=required.starts_on)
    past = [first - timedelta(days=n) for n in range(1, FREE_DAYS + 1)]
    found = RUPTURE.find(
        required.contract(
            apprentice={},
            file=Dossier(rupture=rupture, practical_days=frozenset(past)),
        ),
        readings,
    )
    # an event that is not declared is unknown in the cases
    waiting = found.outcome is Outcome.NOT_APPLICABLE
    outcome = Outcome.UNDETERMINED if waiting else found.outcome
    return {
        "outcome": outcome.value,
        "contested": bool(found.contested),
    }
