"""Hypothesis strategies of contracts, edge-biased (extra: hypothesis)."""

from apprentissage.strategies.contracts import (
    contracts,
    scheduled_contracts,
    schedules,
)
from apprentissage.strategies.days import LAW_CHANGES, births, days
from apprentissage.strategies.files import dossiers, working_times
from apprentissage.strategies.illegal import Fault, illegal_contracts
from apprentissage.strategies.lawful import (
    COMPLIANT_FROM,
    COMPLIANT_UNTIL,
    compliant_contracts,
)
from apprentissage.strategies.ordinary import ordinary_contracts
from apprentissage.strategies.parties import employers, trainings
from apprentissage.strategies.people import (
    apprentices,
    maitres,
    previous_cycles,
)
from apprentissage.strategies.registered import readings

__all__ = [
    "COMPLIANT_FROM",
    "COMPLIANT_UNTIL",
    "LAW_CHANGES",
    "Fault",
    "apprentices",
    "births",
    "compliant_contracts",
    "contracts",
    "days",
    "dossiers",
    "employers",
    "illegal_contracts",
    "maitres",
    "ordinary_contracts",
    "previous_cycles",
    "readings",
    "scheduled_contracts",
    "schedules",
    "trainings",
    "working_times",
]
__dir__ = __all__.copy

__dir__ = __all__.copy
