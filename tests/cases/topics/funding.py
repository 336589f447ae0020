"""Participation of the employer, and the papers of the balance."""

from collections.abc import Callable
from typing import Any

from apprentissage.dossier.opco_payments import balance_due_on
from apprentissage.dossier.participation import employer_participation
from apprentissage.law.readings import Readings
from tests.cases.given import Facts, a_day, decimal


def evaluate(facts: Facts, _: Readings) -> dict[str, Any]:
    """Give what the case asks for."""
    return ASKED[facts["asked"]](facts)


def participation(facts: Facts) -> dict[str, Any]:
    return {
        "amount": employer_participation(
            concluded_on=a_day(facts, "concluded_on"),
            public=public(facts),
            level=facts["target_level"],
            resumed_after_rupture=facts.get("resumed_after_termination", False),
            ruptured_in_free_period=facts.get("terminated_in_free_period", False),
            annual_funding=decimal(facts, "annual_funding"),
            days_executed=facts.get("days_executed"),
        )
    }


def balance(facts: Facts) -> dict[str, Any]:
    return {
        "due_on": balance_due_on(
            a_day(facts, "ends_on"),
            concluded_on=a_day(facts, "concluded_on"),
            public=public(facts),
        )
    }


def public(facts: Facts) -> bool:
    return facts.get("employer_sector") == "public"


ASKED: dict[str, Callable[[Facts], dict[str, Any]]] = {
    "participation": participation,
    "balance_deadline": balance,
}
