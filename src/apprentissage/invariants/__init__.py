"""What holds of every payroll, to run against one's own (extra: hypothesis).

Each invariant is a plain function of a payroll and a contract. `check_pay`
and its like run them on contracts drawn at the limits of the texts, and tell
the simplest contract for which one is broken.
"""

from apprentissage.invariants.checks import (
    check_filing_deadline,
    check_monthly_pay,
    check_pay,
)
from apprentissage.invariants.lines import (
    PAY_INVARIANTS,
    InvariantBroken,
    Line,
    an_earlier_birthday_never_lowers_a_rate,
    lines_cover_the_contract,
    no_line_crosses_a_year_of_execution,
    rates_never_fall,
    rates_reach_the_minimum,
)

__all__ = [
    "PAY_INVARIANTS",
    "InvariantBroken",
    "Line",
    "an_earlier_birthday_never_lowers_a_rate",
    "check_filing_deadline",
    "check_monthly_pay",
    "check_pay",
    "lines_cover_the_contract",
    "no_line_crosses_a_year_of_execution",
    "rates_never_fall",
    "rates_reach_the_minimum",
]

__dir__ = __all__.copy
