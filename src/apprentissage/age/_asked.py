"""What the rules on the age ask, of a contract or of a question."""

from datetime import date
from typing import TypeAlias

from attrs import field, frozen

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
    apprentice: Apprentice
    ends_on: date | None = None
    training: Training = field(factory=Training)
    employer: Employer = field(factory=Employer)
    previous: tuple[PreviousCycle, ...] | None = None
    age_exemption: AgeExemption | None = None


AgeFacts: TypeAlias = Contract | AgeAsked
"""A contract, or as much of one as the question tells."""
