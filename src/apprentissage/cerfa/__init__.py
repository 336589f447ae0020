"""The form: its boxes, its codes, what follows of them from the facts."""

from typing import TYPE_CHECKING

from apprentissage._doors import open_door

if TYPE_CHECKING:
    from apprentissage.cerfa.apprentice_numbers import APPRENTICE_NUMBERS
    from apprentissage.cerfa.boxes import Box, box_names
    from apprentissage.cerfa.code_lists import (
        Changes,
        changes_of,
        codes_of,
        doubt_about,
        equivalents,
        is_listed,
        label_in,
        labels_of,
        replacements,
    )
    from apprentissage.cerfa.code_parsing import bare, parse_code
    from apprentissage.cerfa.codes_listed import CODES_LISTED
    from apprentissage.cerfa.contract_type_code import CONTRACT_TYPE_CODE, suggest_contract_type
    from apprentissage.cerfa.deposit_number import DEPOSIT_NUMBER
    from apprentissage.cerfa.derogation_code import (
        DEROGATION_CODE,
        derogation_code,
        derogations_possible,
    )
    from apprentissage.cerfa.diploma_level import DIPLOMA_LEVEL
    from apprentissage.cerfa.employer_numbers import EMPLOYER_NUMBERS
    from apprentissage.cerfa.last_class import last_class
    from apprentissage.cerfa.previous_number import PREVIOUS_NUMBER
    from apprentissage.cerfa.prior_situation_code import (
        PRIOR_SITUATION_CODE,
        suggest_prior_situation,
    )
    from apprentissage.cerfa.specific_employer_code import (
        SPECIFIC_EMPLOYER_CODE,
        suggest_specific_employer,
    )
    from apprentissage.cerfa.suggest import suggest
    from apprentissage.cerfa.training_numbers import TRAINING_NUMBERS

open_door(
    __name__,
    {
        "apprentice_numbers": ("APPRENTICE_NUMBERS",),
        "boxes": ("Box", "box_names"),
        "code_lists": (
            "Changes",
            "changes_of",
            "codes_of",
            "doubt_about",
            "equivalents",
            "is_listed",
            "label_in",
            "labels_of",
            "replacements",
        ),
        "code_parsing": ("bare", "parse_code"),
        "codes_listed": ("CODES_LISTED",),
        "contract_type_code": ("CONTRACT_TYPE_CODE", "suggest_contract_type"),
        "deposit_number": ("DEPOSIT_NUMBER",),
        "derogation_code": ("DEROGATION_CODE", "derogation_code", "derogations_possible"),
        "diploma_level": ("DIPLOMA_LEVEL",),
        "employer_numbers": ("EMPLOYER_NUMBERS",),
        "last_class": ("last_class",),
        "previous_number": ("PREVIOUS_NUMBER",),
        "prior_situation_code": ("PRIOR_SITUATION_CODE", "suggest_prior_situation"),
        "specific_employer_code": ("SPECIFIC_EMPLOYER_CODE", "suggest_specific_employer"),
        "suggest": ("suggest",),
        "training_numbers": ("TRAINING_NUMBERS",),
    },
)

__all__ = [
    "APPRENTICE_NUMBERS",
    "CODES_LISTED",
    "CONTRACT_TYPE_CODE",
    "DEPOSIT_NUMBER",
    "DEROGATION_CODE",
    "DIPLOMA_LEVEL",
    "EMPLOYER_NUMBERS",
    "PREVIOUS_NUMBER",
    "PRIOR_SITUATION_CODE",
    "SPECIFIC_EMPLOYER_CODE",
    "TRAINING_NUMBERS",
    "Box",
    "Changes",
    "bare",
    "box_names",
    "changes_of",
    "codes_of",
    "derogation_code",
    "derogations_possible",
    "doubt_about",
    "equivalents",
    "is_listed",
    "label_in",
    "labels_of",
    "last_class",
    "parse_code",
    "replacements",
    "suggest",
    "suggest_contract_type",
    "suggest_prior_situation",
    "suggest_specific_employer",
]
__dir__ = __all__.copy
