"""Contracts of the tests on eligibility, ordinary unless told otherwise."""

from datetime import date
from typing import Any

from apprentissage.facts import Apprentice, Contract
from apprentissage.months import last_day_of

__all__ = ["a_contract"]


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
    return Contract(
        concluded_on=concluded_on or starts_on,
        starts_on=starts_on,
        ends_on=ends_on or last_day_of(starts_on, 24),
        apprentice=Apprentice(born_on=born_on, **(apprentice or {})),
        **facts,
    )
