"""The least pay of an apprentice: schedule, amounts, checks."""

from apprentissage.rules.pay.amounts import (
    PayAmount,
    PayAmounts,
    monthly_pay,
)
from apprentissage.rules.pay.assumptions import Assumption
from apprentissage.rules.pay.declared import check_declared_pay
from apprentissage.rules.pay.fifteen import RisenPay, with_fifteen_points
from apprentissage.rules.pay.gross import (
    BenefitsInKind,
    Overtime,
    benefits_in_kind,
    overtime,
)
from apprentissage.rules.pay.line import PayLine
from apprentissage.rules.pay.rates import statutory_grid
from apprentissage.rules.pay.reasons import PayReason
from apprentissage.rules.pay.schedule import (
    ContestedLines,
    PaySchedule,
    pay_schedule,
)
from apprentissage.rules.pay.succession import succession_floor

__all__ = [
    "Assumption",
    "BenefitsInKind",
    "ContestedLines",
    "Overtime",
    "PayAmount",
    "PayAmounts",
    "PayLine",
    "PayReason",
    "PaySchedule",
    "RisenPay",
    "benefits_in_kind",
    "check_declared_pay",
    "monthly_pay",
    "overtime",
    "pay_schedule",
    "statutory_grid",
    "succession_floor",
    "with_fifteen_points",
]
__dir__ = __all__.copy
