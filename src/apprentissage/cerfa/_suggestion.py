"""The code that the facts call for, and the code written beside it."""

from collections.abc import Callable, Collection, Iterator
from functools import cache
from typing import Any, NamedTuple

from apprentissage._labelled import Labelled
from apprentissage.facts import Contract
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.judging import (
    Finding,
    Proposed,
    Proposes,
    compliant,
    non_compliant,
    proposal,
    undetermined,
)
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat

FORM = Source(SourceKind.FORM, "notice 51649 du Cerfa")
SOURCES = (FORM,)

FITS = "Le code écrit correspond aux faits déclarés : {written}."
CONTRADICTED = (
    "Le code écrit contredit les faits déclarés : {written} ; "
    "{expected:code attendu} : {expected:ou}."
)
TO_WRITE = "Code à porter d'après les faits déclarés : {expected}."
TO_CHOOSE = "Codes possibles d'après les faits déclarés : {expected:ou}."


class Suggestion(NamedTuple):
    """The codes of a box that the facts allow.

    An unknown fact leaves several codes possible; knowing it only ever
    removes some.

    Attributes:
        path: The field of the contract that holds the code.
        possible: The codes that the facts allow, in the order of the list.
        missing: Absolute paths of the facts that would tell more.
        sources: What it rests on.
        caveats: Reserves.
    """

    path: str
    possible: tuple[Labelled, ...]
    missing: tuple[str, ...] = ()
    sources: tuple[Source, ...] = SOURCES
    caveats: tuple[Caveat, ...] = ()

    @property
    def code(self) -> Labelled | None:
        """The code to write, where the facts leave only one."""
        if self.missing or len(self.possible) != 1:
            return None
        return self.possible[0]


@cache  # as many as the form has codes
def named(code: Labelled) -> str:
    """A code and its name, as the form is read."""
    return f"{code.value} ({code.label})"


def check_code(written: Labelled | None, suggestion: Suggestion) -> Finding:
    """Compare the code written with those that the facts allow.

    Args:
        written: The code of the form, None where unknown.
        suggestion: What the facts call for.

    Returns:
        NON_COMPLIANT when the code is none of those possible; COMPLIANT
        when no fact missing could still contradict it. The value `code` is
        the code to write, where the facts leave only one.

    >>> from apprentissage.facts import SpecificEmployer
    >>> found = check_code(
    ...     SpecificEmployer.NONE,
    ...     Suggestion(
    ...         path="employer.specific",
    ...         possible=(SpecificEmployer.TEMPORARY_WORK_AGENCY,),
    ...     ),
    ... )
    >>> found.outcome, found["code"]
    (<Outcome.NON_COMPLIANT: 'non_compliant'>, '1')
    """
    expected = tuple(map(named, suggestion.possible))
    code = suggestion.code and suggestion.code.value
    if written is None:
        return undetermined(
            suggestion.path,
            *suggestion.missing,
            template=TO_CHOOSE if code is None else TO_WRITE,
            sources=suggestion.sources,
            caveats=suggestion.caveats,
            expected=expected,
            code=code,
        )
    if written in suggestion.possible and suggestion.missing:
        return undetermined(
            *suggestion.missing, sources=suggestion.sources, caveats=suggestion.caveats, code=code
        )
    if written in suggestion.possible:
        return compliant(
            "Aucun fait déclaré ne contredit le code écrit : {written}." if code is None else FITS,
            sources=suggestion.sources,
            caveats=suggestion.caveats,
            written=named(written),
            code=code,
        )
    return non_compliant(
        CONTRADICTED,
        sources=suggestion.sources,
        caveats=suggestion.caveats,
        written=named(written),
        expected=expected,
        code=code,
    )


def codes_to_write(
    path: str,
    codes: type[Labelled],
    allowed: Callable[[Contract, Readings], Collection[Any]],
    shown: Callable[[Any], str] = named,
) -> Proposes:
    """What a rule on a code proposes: each code that the facts allow.

    Args:
        path: The field of the contract that holds the code.
        codes: All codes.
        allowed: Those that the facts of a contract allow.
        shown: How the rule tells a code.

    Returns:
        The `remedies` of the rule.
    """

    def remedies(contract: Contract, _: Finding, readings: Readings) -> Iterator[Proposed]:
        possible = allowed(contract, readings)
        for code in codes:
            if code in possible:
                yield proposal(
                    "Écrire le code qui suit des faits déclarés : {code}."
                    if len(possible) == 1
                    else "Écrire le code, s'il est celui qui convient : {code}.",
                    {path: code},
                    code=shown(code),
                )

    return remedies
