"""The least pay of an apprentice: schedule, amounts, checks."""

from typing import TYPE_CHECKING

from apprentissage._doors import open_door

if TYPE_CHECKING:
    from apprentissage.pay.amounts import PayAmount, PayAmounts, PayMonth, PaySlice, ProRata
    from apprentissage.pay.arrears import ArrearsCause
    from apprentissage.pay.benefits_in_kind import (
        BENEFITS_IN_KIND,
        BenefitsInKind,
        BenefitTerms,
        InKindMonth,
        benefits_deducted,
        value_in_kind,
    )
    from apprentissage.pay.claims import PayLine, ordinal
    from apprentissage.pay.cycle import CycleTerms
    from apprentissage.pay.grids import (
        Assumption,
        BranchGrid,
        Least,
        PayReason,
        PayTable,
        PublicPoints,
        StatutoryRate,
        branch_grid,
        statutory_grid,
        statutory_rate,
    )
    from apprentissage.pay.gross import Overtime, hours_paid, monthly_pay, overtime
    from apprentissage.pay.minimum_pay import MINIMUM_PAY, check_declared_pay
    from apprentissage.pay.payslips import ArrearsClaim, AuditedMonth, PayAudit, Payslip, audit_pay
    from apprentissage.pay.points import (
        FifteenTerms,
        RisenPay,
        succession_floor,
        with_fifteen_points,
    )
    from apprentissage.pay.schedule import ContestedLines, PaySchedule, pay_lines, pay_schedule

open_door(
    __name__,
    {
        "amounts": ("PayAmount", "PayAmounts", "PayMonth", "PaySlice", "ProRata"),
        "arrears": ("ArrearsCause",),
        "benefits_in_kind": (
            "BENEFITS_IN_KIND",
            "BenefitsInKind",
            "BenefitTerms",
            "InKindMonth",
            "benefits_deducted",
            "value_in_kind",
        ),
        "claims": ("PayLine", "ordinal"),
        "cycle": ("CycleTerms",),
        "grids": (
            "Assumption",
            "BranchGrid",
            "Least",
            "PayReason",
            "PayTable",
            "PublicPoints",
            "StatutoryRate",
            "branch_grid",
            "statutory_grid",
            "statutory_rate",
        ),
        "gross": ("Overtime", "hours_paid", "monthly_pay", "overtime"),
        "minimum_pay": ("MINIMUM_PAY", "check_declared_pay"),
        "payslips": ("ArrearsClaim", "AuditedMonth", "PayAudit", "Payslip", "audit_pay"),
        "points": ("FifteenTerms", "RisenPay", "succession_floor", "with_fifteen_points"),
        "schedule": ("ContestedLines", "PaySchedule", "pay_lines", "pay_schedule"),
    },
)

__all__ = [
    "BENEFITS_IN_KIND",
    "MINIMUM_PAY",
    "ArrearsCause",
    "ArrearsClaim",
    "Assumption",
    "AuditedMonth",
    "BenefitTerms",
    "BenefitsInKind",
    "BranchGrid",
    "ContestedLines",
    "CycleTerms",
    "FifteenTerms",
    "InKindMonth",
    "Least",
    "Overtime",
    "PayAmount",
    "PayAmounts",
    "PayAudit",
    "PayLine",
    "PayMonth",
    "PayReason",
    "PaySchedule",
    "PaySlice",
    "PayTable",
    "Payslip",
    "ProRata",
    "PublicPoints",
    "RisenPay",
    "StatutoryRate",
    "audit_pay",
    "benefits_deducted",
    "branch_grid",
    "check_declared_pay",
    "hours_paid",
    "monthly_pay",
    "ordinal",
    "overtime",
    "pay_lines",
    "pay_schedule",
    "statutory_grid",
    "statutory_rate",
    "succession_floor",
    "value_in_kind",
    "with_fifteen_points",
]
__dir__ = __all__.copy
