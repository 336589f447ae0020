"""The form: its boxes, its codes, what follows of them from the facts."""

from apprentissage.cerfa.apprentice_numbers import APPRENTICE_NUMBERS
from apprentissage.cerfa.boxes import (
    Box,
    box_names,
)
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
from apprentissage.cerfa.code_parsing import (
    bare,
    parse_code,
)
from apprentissage.cerfa.codes_listed import (
    CODES_LISTED,
)
from apprentissage.cerfa.contract_type_code import (
    CONTRACT_TYPE_CODE,
    suggest_contract_type,
)
from apprentissage.cerfa.deposit_number import DEPOSIT_NUMBER
from apprentissage.cerfa.derogation_code import (
    DEROGATION_CODE,
    derogation_code,
    derogations_possible,
)
from apprentissage.cerfa.diploma_level import (
    DIPLOMA_LEVEL,
)
from apprentissage.cerfa.employer_numbers import EMPLOYER_NUMBERS
from apprentissage.cerfa.previous_number import PREVIOUS_NUMBER
from apprentissage.cerfa.prior_situation_code import (
    PRIOR_SITUATION_CODE,
    suggest_prior_situation,
)
from apprentissage.cerfa.specific_employer_code import (
    SPECIFIC_EMPLOYER_CODE,
    suggest_specific_employer,
)
from apprentissage.cerfa.suggest import (
    suggest,
)
from apprentissage.cerfa.training_numbers import TRAINING_NUMBERS

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
    "parse_code",
    "replacements",
    "suggest",
    "suggest_contract_type",
    "suggest_prior_situation",
    "suggest_specific_employer",
]
__dir__ = __all__.copy
