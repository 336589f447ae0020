"""The codes written stand in the lists of the form in use."""

from collections.abc import Iterator

from apprentissage._labelled import Labelled
from apprentissage.cerfa._suggestion import named
from apprentissage.cerfa.code_lists import (
    OLDER_FORM,
    doubt_about,
    equivalents,
    is_listed,
)
from apprentissage.facts import (
    Contract,
    ContractType,
    Diploma,
    EmployerType,
)
from apprentissage.facts.names import french_name
from apprentissage.judging import (
    Finding,
    Rule,
    all_of,
    compliant,
    non_compliant,
    undetermined,
)
from apprentissage.law.notices import NOTICES, Notice
from apprentissage.law.readings import Readings

LISTED = "La notice connaît ce code : {written}."
NOT_LISTED = (
    "La notice ne connaît pas ce code : {written} ; à porter : {expected:ou}."
)
NOT_LISTED_AT_ALL = "La notice ne connaît pas ce code : {written}."
ALL_LISTED = "La notice connaît tous les codes écrits."

_Box = tuple[str, type[Labelled], Labelled | None]


def _boxes(contract: Contract) -> tuple[_Box, ...]:
    """Path, list and code of the boxes whose lists have changed."""
    apprentice, training = contract.apprentice, contract.training
    return (
        ("employer.type", EmployerType, contract.employer.type),
        ("kind", ContractType, contract.kind),
        (
            "apprentice.last_diploma_prepared",
            Diploma,
            apprentice.last_diploma_prepared,
        ),
        ("apprentice.highest_diploma", Diploma, apprentice.highest_diploma),
        ("training.diploma", Diploma, training.diploma),
    )


def _found(path: str, code: Labelled, notice: Notice) -> Finding:
    if is_listed(code, notice) is False:
        expected = tuple(named(new) for new in equivalents(code, notice))
        return non_compliant(
            NOT_LISTED if expected else NOT_LISTED_AT_ALL,
            sources=(notice.source,),
            caveats=(OLDER_FORM,),
            subject=french_name(path),
            written=named(code),
            expected=expected,
        )
    doubt = doubt_about(code, notice)
    return compliant(
        LISTED,
        sources=(notice.source,),
        caveats=() if doubt is None else (doubt,),
        subject=french_name(path),
        written=named(code),
    )


def _parts(contract: Contract, notice: Notice) -> Iterator[Finding]:
    for path, kind, code in _boxes(contract):
        if code is not None:
            yield _found(path, code, notice)
        elif any(is_listed(one, notice) is False for one in kind):
            yield undetermined(
                path, sources=(notice.source,), subject=french_name(path)
            )


def _judge(contract: Contract, _: Readings) -> Finding:
    """The newest notice on the day of signature lists each code written.

    Notices 51649#07, #08, #09: only the lists that have changed are looked
    up, those of employers, types of contract and diplomas.

    Args:
        contract: The facts.

    Returns:
        A part for each code written, and for each box still empty where
        the notice refuses codes of other notices; a code withdrawn names
        what replaces it.

    Raises:
        NotCovered: Before 20 April 2023.
    """
    notice = NOTICES.concluded(contract.form_signed_on).value
    parts = tuple(_parts(contract, notice))
    whole = compliant(ALL_LISTED, sources=(notice.source,))
    return all_of((whole, *parts)).but(parts=parts)


CODES_LISTED = Rule(
    name="codes_listed",
    title="Codes connus de la notice",
    judge=_judge,
    boxes=(4, 13, 18, 31),
)
