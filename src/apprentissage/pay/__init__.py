"""The least pay of an apprentice: schedule, amounts, checks."""

from apprentissage.pay.amounts import (
    PayAmount,
    PayAmounts,
    monthly_pay,
)
from apprentissage.pay.assumptions import (
    Assumption,
    Least,
)
from apprentissage.pay.benefits_in_kind import (
    BENEFITS_IN_KIND,
    BenefitTerms,
    InKindMonth,
    value_in_kind,
)
from apprentissage.pay.branch_grids import (
    BranchGrid,
    branch_grid,
)
from apprentissage.pay.declared import (
    check_declared_pay,
)
from apprentissage.pay.fifteen import (
    RisenPay,
    with_fifteen_points,
)
from apprentissage.pay.grids import (
    CycleRule,
    FifteenRule,
    PayTable,
    PublicPoints,
    SuccessionRule,
)
from apprentissage.pay.gross import (
    BenefitsInKind,
    Overtime,
    benefits_deducted,
    hours_paid,
    overtime,
)
from apprentissage.pay.line import (
    PayLine,
    ordinal,
)
from apprentissage.pay.minimum_pay import (
    MINIMUM_PAY,
)
from apprentissage.pay.rates import (
    statutory_grid,
)
from apprentissage.pay.reasons import (
    PayReason,
)
from apprentissage.pay.schedule import (
    ContestedLines,
    PaySchedule,
    pay_schedule,
)
from apprentissage.pay.succession import (
    succession_floor,
)

__all__ = [
    "BENEFITS_IN_KIND",
    "MINIMUM_PAY",
    "Assumption",
    "BenefitTerms",
    "BenefitsInKind",
    "BranchGrid",
    "ContestedLines",
    "CycleRule",
    "FifteenRule",
    "InKindMonth",
    "Least",
    "Overtime",
    "PayAmount",
    "PayAmounts",
    "PayLine",
    "PayReason",
    "PaySchedule",
    "PayTable",
    "PublicPoints",
    "RisenPay",
    "SuccessionRule",
    "benefits_deducted",
    "branch_grid",
    "check_declared_pay",
    "hours_paid",
    "monthly_pay",
    "ordinal",
    "overtime",
    "pay_schedule",
    "statutory_grid",
    "succession_floor",
    "value_in_kind",
    "with_fifteen_points",
]
__dir__ = __all__.copy
