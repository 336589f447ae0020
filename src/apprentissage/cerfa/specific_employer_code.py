"""The kind of employer (box 4) and the mode of the contract (box 1)."""

from apprentissage._arguments import check_arguments
from apprentissage.cerfa._suggestion import Suggestion, check_code, codes_to_write
from apprentissage.facts import Contract, ContractMode, SpecificEmployer
from apprentissage.judging import Finding, Outcome, Result, Rule
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat

_FOR_ITSELF = Caveat(
    "AGENCY_FOR_ITSELF",
    "Une entreprise de travail temporaire peut employer un apprenti pour "
    "elle-même : si l'apprenti part en mission, le mode contractuel est 3.",
)

_CALLED_FOR = {
    ContractMode.TEMPORARY_WORK: SpecificEmployer.TEMPORARY_WORK_AGENCY,
    ContractMode.TWO_SEASONAL_EMPLOYERS: SpecificEmployer.SEASONAL_EMPLOYER,
}
"""The specific employer that a mode of contract supposes."""


def suggest_specific_employer(mode: ContractMode | None) -> Suggestion:
    """The codes of the specific employer that a mode of contract allows.

    Args:
        mode: Code of box 1.

    Returns:
        1 for a contract of temporary work, 3 for one with two seasonal
        employers; for the other modes the facts tell nothing more.

    Source: notice 51649.

    >>> suggest_specific_employer(ContractMode.TEMPORARY_WORK).code.value
    '1'
    """
    check_arguments(suggest_specific_employer, locals())
    return _SUGGESTED[mode]


_SUGGESTED: dict[ContractMode | None, Suggestion] = {
    mode: Suggestion(
        path="employer.specific",
        possible=(_CALLED_FOR[mode],) if mode in _CALLED_FOR else tuple(SpecificEmployer),
        missing=("mode",) if mode is None else (),
    )
    for mode in (None, *ContractMode)
}


class SpecificEmployerCodeFinding(Finding):
    """What `SPECIFIC_EMPLOYER_CODE` finds."""

    code = Result[str]("code to write, where the facts leave one")
    written = Result[str]("code written and its label")
    expected = Result[tuple[str, ...]]("codes that the facts allow, and their labels")


def judge(contract: Contract, _: Readings) -> Finding:
    """The specific employer agrees with the mode of the contract.

    Notice 51649: mode 3 is that of a temporary-work agency (specific
    employer 1), mode 4 that of two seasonal employers (3).

    Args:
        contract: The facts.

    Returns:
        Value `code`: what to write, where the mode leaves one code.
    """
    written = contract.employer.specific
    found = check_code(written, _SUGGESTED[contract.mode])
    if (
        written is SpecificEmployer.TEMPORARY_WORK_AGENCY
        and contract.mode not in {None, ContractMode.TEMPORARY_WORK}
        and found.outcome is Outcome.COMPLIANT
    ):
        return found.but(caveats=(_FOR_ITSELF,))
    return found


SPECIFIC_EMPLOYER_CODE = Rule(
    name="specific_employer_code",
    title="Code de l'employeur spécifique",
    judge=judge,
    boxes=(1, 4),
    finding=SpecificEmployerCodeFinding,
    remedies=codes_to_write(
        "employer.specific",
        SpecificEmployer,
        lambda contract, _: _SUGGESTED[contract.mode].possible,
    ),
)
