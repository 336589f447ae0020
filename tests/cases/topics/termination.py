"""Notices and delays of a rupture, its grounds."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from apprentissage.dates.diploma_notice import diploma_notice_due_on
from apprentissage.dates.rupture import RUPTURE, in_free_period
from apprentissage.dates.rupture_texts import FREE_PERIOD
from apprentissage.dates.training_after_rupture import TRAINING_AFTER_RUPTURE
from apprentissage.facts import Dossier, Rupture, RuptureCause
from apprentissage.judging import Outcome
from apprentissage.law.readings import Readings
from tests.cases.fillers import Required, one_answer
from tests.cases.given import Facts, a_day, choice, day


def evaluate(facts: Facts, readings: Readings) -> Mapping[str, Any]:
    """Answer the question that the case asks."""
    concluded_on = a_day(facts, "concluded_on")
    known = {"concluded_on": concluded_on}
    match facts["asked"]:
        case "notice_after_diploma":
            wanted = a_day(facts, "wanted_end_on")
            return {"notice_due_on": diploma_notice_due_on(wanted)}
        case "training_after_termination":
            return one_answer(
                {**known, "ends_on": date(2199, 12, 31)},
                lambda required: _kept(required, facts, readings),
            )
        case "free_period":
            return {"outcome": _free(facts, concluded_on), "contested": False}
        case "ground":
            return one_answer(known, lambda required: _ground(required, facts, readings))
        case _:
            return one_answer(known, lambda required: _resigned(required, facts, readings))


def _kept(required: Required, facts: Facts, readings: Readings) -> dict[str, Any]:
    found = TRAINING_AFTER_RUPTURE.find(
        required.contract(
            apprentice={},
            file=Dossier(
                rupture=Rupture(
                    cause=choice(facts, "termination_cause", RuptureCause),
                    ruptured_on=day(facts, "terminated_on"),
                ),
                excluded_on=day(facts, "excluded_on"),
            ),
        ),
        readings,
    )
    return {
        "training_until_on": found.get("training_until_on"),
        "new_cfa_by_on": found.get("new_cfa_by_on"),
    }


def _free(facts: Facts, concluded_on: date) -> str:
    rank = facts.get("company_days")
    # two months of the contract before August 2015: no rank tells them
    if rank is None or FREE_PERIOD.concluded(concluded_on).value.months:
        return "undetermined"
    free = in_free_period(rank, concluded_on)
    return "compliant" if free else "non_compliant"


def _after_the_free_period(
    required: Required, rupture: Rupture, readings: Readings
) -> dict[str, Any]:
    """A rupture after sixty days in the firm and two months."""
    events = (rupture.mediator_referred_on, rupture.employer_informed_on, rupture.ruptured_on)
    first = min((day for day in events if day), default=required.starts_on)
    starts_on = min(required.starts_on, first - timedelta(days=100))
    found = RUPTURE.find(
        Required(
            born_on=required.born_on,
            concluded_on=required.concluded_on,
            starts_on=starts_on,
            ends_on=max(required.ends_on, first + timedelta(days=300)),
        ).contract(
            apprentice={},
            file=Dossier(
                rupture=rupture,
                practical_days=frozenset(starts_on + timedelta(days=n) for n in range(60)),
            ),
        ),
        readings,
    )
    # an event that is not declared is unknown in the cases
    waiting = found.outcome is Outcome.NOT_APPLICABLE
    outcome = Outcome.UNDETERMINED if waiting else found.outcome
    return {"outcome": outcome.value, "contested": bool(found.contested)}


def _ground(required: Required, facts: Facts, readings: Readings) -> dict[str, Any]:
    return _after_the_free_period(
        required,
        Rupture(
            cause=choice(facts, "termination_cause", RuptureCause),
            court_decision=facts.get("court_decision"),
            ruptured_on=day(facts, "terminated_on") or required.starts_on + timedelta(days=200),
        ),
        readings,
    )


def _resigned(required: Required, facts: Facts, readings: Readings) -> dict[str, Any]:
    return _after_the_free_period(
        required,
        Rupture(
            cause=RuptureCause.RESIGNATION,
            mediator_referred_on=day(facts, "mediator_referred_on"),
            employer_informed_on=day(facts, "employer_informed_on"),
            ruptured_on=day(facts, "terminated_on"),
        ),
        readings,
    )
