"""Contracts for property tests, and what holds of every payroll.

Hypothesis strategies draw contracts at the limits of the texts. Each
invariant is a plain function of a payroll and a contract: `check_pay` and its
like run them on contracts drawn, and tell the simplest contract for which one
is broken. (extra: hypothesis)
"""

from apprentissage.testing.checks import check_filing_deadline, check_monthly_pay, check_pay
from apprentissage.testing.contracts import contracts, scheduled_contracts, schedules
from apprentissage.testing.days import LAW_CHANGES, births, days
from apprentissage.testing.files import dossiers, working_times
from apprentissage.testing.illegal import Fault, illegal_contracts
from apprentissage.testing.lawful import COMPLIANT_FROM, COMPLIANT_UNTIL, compliant_contracts
from apprentissage.testing.lines import (
    PAY_INVARIANTS,
    InvariantBroken,
    Line,
    an_earlier_birthday_never_lowers_a_rate,
    lines_cover_the_contract,
    no_line_crosses_a_year_of_execution,
    rates_never_fall,
    rates_reach_the_minimum,
)
from apprentissage.testing.ordinary import ordinary_contracts
from apprentissage.testing.parties import employers, trainings
from apprentissage.testing.payslips import arrears_sum_up, check_pay_months, payslips
from apprentissage.testing.people import apprentices, maitres, previous_cycles
from apprentissage.testing.registered import readings

__all__ = [
    "COMPLIANT_FROM",
    "COMPLIANT_UNTIL",
    "LAW_CHANGES",
    "PAY_INVARIANTS",
    "Fault",
    "InvariantBroken",
    "Line",
    "an_earlier_birthday_never_lowers_a_rate",
    "apprentices",
    "arrears_sum_up",
    "births",
    "check_filing_deadline",
    "check_monthly_pay",
    "check_pay",
    "check_pay_months",
    "compliant_contracts",
    "contracts",
    "days",
    "dossiers",
    "employers",
    "illegal_contracts",
    "lines_cover_the_contract",
    "maitres",
    "no_line_crosses_a_year_of_execution",
    "ordinary_contracts",
    "payslips",
    "previous_cycles",
    "rates_never_fall",
    "rates_reach_the_minimum",
    "readings",
    "scheduled_contracts",
    "schedules",
    "trainings",
    "working_times",
]
__dir__ = __all__.copy
