"""Contracts one after another (L6222-11, 2°, and L6222-15)."""

from collections.abc import Callable, Mapping
from typing import Any

from apprentissage.age.contract_after_failure import CONTRACT_AFTER_FAILURE
from apprentissage.age.successive_contracts import SUCCESSIVE_CONTRACTS
from apprentissage.age.third_contract import THIRD_CONTRACT
from apprentissage.facts import PreviousCycle, Route, Training
from apprentissage.judging import Rule
from apprentissage.law.readings import Readings
from tests.cases.fillers import Required, one_answer
from tests.cases.given import Facts, day, kept


def _earlier(facts: Facts) -> tuple[PreviousCycle, ...] | None:
    levels = facts.get("previous_levels")
    if levels is None:
        return None
    return tuple(PreviousCycle(route=Route.APPRENTICESHIP, target_level=n) for n in levels)


def _previous(facts: Facts) -> tuple[PreviousCycle, ...] | None:
    cycle = facts.get("previous")
    if cycle is None:
        return None
    obtained = cycle.get("diploma_obtained")
    return (
        PreviousCycle(
            route=Route.APPRENTICESHIP,
            ended_on=day(cycle, "ended_on"),
            same_employer=cycle.get("same_employer"),
            same_diploma=cycle.get("same_diploma"),
            diploma_obtained=obtained,
            # the cases know no examination that was not sat, and tell no
            # earlier prolongation
            exam_failed=None if obtained is None else not obtained,
            already_prolonged=False,
        ),
    )


ASKED: dict[str, tuple[Rule, Callable[[Facts], tuple[PreviousCycle, ...] | None]]] = {
    "third_of_level": (THIRD_CONTRACT, _earlier),
    "after_failure": (CONTRACT_AFTER_FAILURE, _previous),
    "overlap": (SUCCESSIVE_CONTRACTS, _previous),
}


def evaluate(facts: Facts, readings: Readings) -> Mapping[str, Any]:
    """Give the outcome and whether it is contested."""
    rule, previous = ASKED[facts["asked"]]

    def answer(required: Required) -> Mapping[str, Any]:
        found = rule.find(
            required.contract(
                apprentice={},
                training=Training(level=facts.get("target_level")),
                director_authorisation=facts.get("director_authorisation"),
                previous=previous(facts),
            ),
            readings,
        )
        return {"outcome": kept(found).value, "contested": found.contested != ()}

    required = ("concluded_on", "starts_on", "ends_on")
    return one_answer({name: day(facts, name) for name in required}, answer)
