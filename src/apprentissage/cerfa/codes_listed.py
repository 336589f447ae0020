"""The codes written stand in the lists of the form in use."""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import product
from operator import attrgetter
from typing import Self

from apprentissage._labelled import Labelled
from apprentissage.cerfa._suggestion import named
from apprentissage.cerfa.code_lists import OLDER_FORM, doubt_of, equivalents, listed_in
from apprentissage.facts import Contract, ContractType, Diploma, EmployerType
from apprentissage.facts.names import french_name
from apprentissage.judging import (
    Finding,
    Proposed,
    Result,
    Rule,
    all_of,
    compliant,
    hopeless,
    non_compliant,
    proposal,
    undetermined,
)
from apprentissage.judging.finding import typed
from apprentissage.law.notices import NOTICES, Notice
from apprentissage.law.readings import Readings

_BOXES: dict[str, type[Labelled]] = {
    "employer.type": EmployerType,
    "kind": ContractType,
    "apprentice.last_diploma_prepared": Diploma,
    "apprentice.highest_diploma": Diploma,
    "training.diploma": Diploma,
}
"""Path and list of the boxes whose lists have changed."""

_READ: dict[str, Callable[[Contract], Labelled | None]] = {
    path: attrgetter(path) for path in _BOXES
}

_SUBJECTS = {path: french_name(path) for path in _BOXES}

_REFUSED = {
    notice: {
        kind for kind in _BOXES.values() if any(listed_in(code, notice) is False for code in kind)
    }
    for notice in Notice
}
"""The lists of which a notice refuses some code."""


def _written(contract: Contract) -> dict[str, Labelled | None]:
    """The codes of these boxes."""
    return {path: read(contract) for path, read in _READ.items()}


def _found(path: str, code: Labelled, notice: Notice) -> Finding:
    """What a notice says of a code written in a box."""
    if listed_in(code, notice) is False:
        expected = tuple(named(new) for new in equivalents(code, notice))
        return non_compliant(
            "La notice ne connaît pas ce code : {written} ; à porter : {expected:ou}."
            if expected
            else "La notice ne connaît pas ce code : {written}.",
            sources=(notice.source,),
            caveats=(OLDER_FORM,),
            subject=_SUBJECTS[path],
            written=named(code),
            expected=expected,
        )
    doubt = doubt_of(code, notice)
    return compliant(
        "La notice connaît ce code : {written}.",
        sources=(notice.source,),
        caveats=() if doubt is None else (doubt,),
        subject=_SUBJECTS[path],
        written=named(code),
    )


class CodesListedFinding(Finding):
    """What `CODES_LISTED` finds."""

    parts: tuple[Self, ...]
    written = Result[str]("code written and its label")
    expected = Result[tuple[str, ...]]("codes of the notice in force, and their labels")


@cache  # as many as the form has codes, of which a file writes a few
def _parts(path: str, code: Labelled | None, notice: Notice) -> tuple[CodesListedFinding, ...]:
    """What a notice says of a box; nothing where it is empty, as it may."""
    if code is not None:
        return typed((_found(path, code, notice),), CodesListedFinding)
    if _BOXES[path] not in _REFUSED[notice]:
        return ()
    unknown = undetermined(path, sources=(notice.source,), subject=_SUBJECTS[path])
    return typed((unknown,), CodesListedFinding)


_WHOLE = {
    notice: compliant("La notice connaît tous les codes écrits.", sources=(notice.source,))
    for notice in Notice
}


def judge(contract: Contract, _: Readings) -> Finding:
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
    parts = tuple(
        [part for path, code in _written(contract).items() for part in _parts(path, code, notice)]
    )
    return all_of((_WHOLE[notice], *parts)).but(parts=parts)


def remedies(contract: Contract, _found: Finding, _: Readings) -> Iterator[Proposed]:
    """The codes of the notice in force, for those that it does not list."""
    notice = NOTICES.concluded(contract.form_signed_on).value
    refused = {
        path: equivalents(code, notice)
        for path, code in _written(contract).items()
        if code is not None and listed_in(code, notice) is False
    }
    for codes in product(*refused.values()):
        yield proposal(
            "Écrire le code de la notice en vigueur : {codes}.",
            dict(zip(refused, codes, strict=True)),
            codes=tuple(
                f"{_SUBJECTS[path]}, {named(code)}"
                for path, code in zip(refused, codes, strict=True)
            ),
        )
    yield hopeless(
        "La notice en vigueur ne donne pas d'équivalent de ce code : choisir "
        "dans sa liste celui qui convient ({subjects}).",
        subjects=tuple(_SUBJECTS[path] for path in refused),
    )


CODES_LISTED = Rule(
    name="codes_listed",
    title="Codes connus de la notice",
    judge=judge,
    boxes=(4, 13, 18, 31),
    finding=CodesListedFinding,
    remedies=remedies,
)
