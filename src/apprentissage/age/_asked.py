"""What the rules on the upper age ask, of a contract or of a question."""

from datetime import date
from typing import TypeAlias

from attrs import frozen

from apprentissage.facts import (
    AgeExemption,
    Apprentice,
    Contract,
    Employer,
    PreviousCycle,
    Training,
)


@frozen(kw_only=True)
class AgeAsked:
    """The facts of a question on the age, named as in a contract."""

    concluded_on: date
    starts_on: date
    ends_on: date | None
    apprentice: Apprentice
    training: Training
    employer: Employer
    previous: tuple[PreviousCycle, ...] | None
    age_exemption: AgeExemption | None


AgeFacts: TypeAlias = Contract | AgeAsked
"""A contract, or as much of one as the question tells."""
