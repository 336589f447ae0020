"""Contracts of the tests on eligibility, ordinary unless told otherwise."""

from datetime import date
from typing import Any

from apprentissage.facts import AgeExemption, Apprentice, Contract, DisabilityTitle
from apprentissage.months import last_day_of
from tests.sample import signed

__all__ = ["NOT_IN_PERSON", "UNEXEMPTED", "a_contract"]

NOT_IN_PERSON: dict[str, Any] = {
    "rqth": False,
    "disability_title": DisabilityTitle.NONE,
    "high_level_athlete": False,
    "business_project": False,
    "project_requires_diploma": False,
}
"""Nothing in the person lifts the upper age limit."""

UNEXEMPTED: dict[str, Any] = {
    "apprentice": NOT_IN_PERSON,
    "previous": (),
    "age_exemption": AgeExemption.NONE,
}
"""Known: nothing at all lifts it."""


def a_contract(
    *,
    born_on: date,
    starts_on: date,
    concluded_on: date | None = None,
    ends_on: date | None = None,
    apprentice: dict[str, Any] | None = None,
    **facts: Any,
) -> Contract:
    """A contract of two years, signed on its first day."""
    return signed(
        concluded_on or starts_on,
        born_on=born_on,
        starts_on=starts_on,
        ends_on=ends_on or last_day_of(starts_on, 24),
        apprentice=Apprentice(born_on=born_on, **(apprentice or {})),
        **facts,
    )
