"""The codes that a contract should carry, where the facts decide them."""

from apprentissage._arguments import check_arguments
from apprentissage.cerfa.contract_type_code import CONTRACT_TYPE_CODE
from apprentissage.cerfa.derogation_code import DEROGATION_CODE
from apprentissage.cerfa.prior_situation_code import PRIOR_SITUATION_CODE
from apprentissage.cerfa.specific_employer_code import SPECIFIC_EMPLOYER_CODE
from apprentissage.facts import Contract
from apprentissage.facts.identifiers import InvalidIdentifier, parse_nir
from apprentissage.judging import Rule
from apprentissage.law.readings import LETTER, Readings

_RULES: dict[str, Rule] = {
    "employer.specific": SPECIFIC_EMPLOYER_CODE,
    "apprentice.prior_situation": PRIOR_SITUATION_CODE,
    "kind": CONTRACT_TYPE_CODE,
    "derogation": DEROGATION_CODE,
}


def suggest(contract: Contract, readings: Readings = LETTER) -> dict[str, str]:
    """The codes to write, each where the facts leave only one.

    Args:
        contract: The facts. A code written already is looked at only to
            know an avenant.
        readings: The choice on each contested point.

    Returns:
        Codes by path, of `kind`, `derogation`, `employer.specific`,
        `apprentice.prior_situation`, and `apprentice.birth_department` by the
        NIR. A path is absent where the facts do not decide, or call for no
        code.

    Source: notice 51649.

    >>> from datetime import date
    >>> from apprentissage.facts import Apprentice, ContractMode
    >>> suggest(Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(
    ...         born_on=date(2008, 2, 10), nir="1080297411001"
    ...     ),
    ...     mode=ContractMode.TEMPORARY_WORK,
    ...     previous=(),
    ... ))
    {'employer.specific': '1', 'kind': '11', \
'apprentice.birth_department': '974'}
    """
    check_arguments(suggest, locals())
    codes = {path: rule.find(contract, readings).get("code") for path, rule in _RULES.items()}
    found = {path: str(code) for path, code in codes.items() if code}
    departments = _birth_departments(contract.apprentice.nir)
    if len(departments) == 1:
        found["apprentice.birth_department"] = departments[0]
    return found


def _birth_departments(nir: str | None) -> tuple[str, ...]:
    if nir is None:
        return ()
    try:
        return parse_nir(nir).birth_departments
    except InvalidIdentifier:
        return ()
