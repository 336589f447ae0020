"""The numbers of the form, read to the character.

Each `parse_…` takes what is written, spaces allowed, and gives the canonical
value; `InvalidIdentifier` says which character is wrong, and why. The check
digits are counted here: a result never depends on an extra installed.
"""

from typing import TYPE_CHECKING

from apprentissage._doors import open_door

if TYPE_CHECKING:
    from apprentissage.facts.identifiers.characters import InvalidIdentifier
    from apprentissage.facts.identifiers.company import (
        IDCC_BEING_NEGOTIATED,
        IDCC_NONE,
        parse_idcc,
        parse_naf,
        parse_siren,
        parse_siret,
    )
    from apprentissage.facts.identifiers.departments import BORN_ABROAD, parse_birth_department
    from apprentissage.facts.identifiers.deposit import DepositNumber, parse_deposit_number
    from apprentissage.facts.identifiers.nir import Nir, parse_nir
    from apprentissage.facts.identifiers.training import parse_diploma_code, parse_rncp, parse_uai

open_door(
    __name__,
    {
        "characters": ("InvalidIdentifier",),
        "company": (
            "IDCC_BEING_NEGOTIATED",
            "IDCC_NONE",
            "parse_idcc",
            "parse_naf",
            "parse_siren",
            "parse_siret",
        ),
        "departments": ("BORN_ABROAD", "parse_birth_department"),
        "deposit": ("DepositNumber", "parse_deposit_number"),
        "nir": ("Nir", "parse_nir"),
        "training": ("parse_diploma_code", "parse_rncp", "parse_uai"),
    },
)

__all__ = [
    "BORN_ABROAD",
    "IDCC_BEING_NEGOTIATED",
    "IDCC_NONE",
    "DepositNumber",
    "InvalidIdentifier",
    "Nir",
    "parse_birth_department",
    "parse_deposit_number",
    "parse_diploma_code",
    "parse_idcc",
    "parse_naf",
    "parse_nir",
    "parse_rncp",
    "parse_siren",
    "parse_siret",
    "parse_uai",
]
__dir__ = __all__.copy
