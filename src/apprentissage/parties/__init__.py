"""The employer, the second one, the company CFA, the signatures."""

from typing import TYPE_CHECKING

from apprentissage._doors import open_door

if TYPE_CHECKING:
    from apprentissage.parties.company_cfa import COMPANY_CFA, company_cfa
    from apprentissage.parties.employer import EMPLOYER
    from apprentissage.parties.signatures import SIGNATURES
    from apprentissage.parties.two_employers import TWO_EMPLOYERS

open_door(
    __name__,
    {
        "company_cfa": ("COMPANY_CFA", "company_cfa"),
        "employer": ("EMPLOYER",),
        "signatures": ("SIGNATURES",),
        "two_employers": ("TWO_EMPLOYERS",),
    },
)

__all__ = ["COMPANY_CFA", "EMPLOYER", "SIGNATURES", "TWO_EMPLOYERS", "company_cfa"]
__dir__ = __all__.copy
