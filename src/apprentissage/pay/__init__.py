"""The least pay of an apprentice: schedule, amounts, checks."""

from apprentissage.pay.amounts import (
    PayAmount,
    PayAmounts,
    monthly_pay,
)
from apprentissage.pay.assumptions import Assumption
from apprentissage.pay.declared import check_declared_pay
from apprentissage.pay.fifteen import RisenPay, with_fifteen_points
from apprentissage.pay.gross import (
    BenefitsInKind,
    Overtime,
    benefits_deducted,
    overtime,
)
from apprentissage.pay.line import PayLine
from apprentissage.pay.rates import statutory_grid
from apprentissage.pay.reasons import PayReason
from apprentissage.pay.schedule import (
    ContestedLines,
    PaySchedule,
    pay_schedule,
)
from apprentissage.pay.succession import succession_floor

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
    "benefits_deducted",
    "check_declared_pay",
    "monthly_pay",
    "overtime",
    "pay_schedule",
    "statutory_grid",
    "succession_floor",
    "with_fifteen_points",
]
__dir__ = __all__.copy
