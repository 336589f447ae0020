"""What the rules on a maître ask, of a contract or of a question."""

from datetime import date
from typing import NamedTuple, TypeAlias

from apprentissage.facts import Contract, ContractMode, Employer, Training


class MaitreAsked(NamedTuple):
    """The facts of a question on a maître, named as in a contract."""

    concluded_on: date
    starts_on: date
    training: Training
    employer: Employer
    mode: ContractMode | None


MaitreFacts: TypeAlias = Contract | MaitreAsked
"""A contract, or as much of one as the question tells."""
