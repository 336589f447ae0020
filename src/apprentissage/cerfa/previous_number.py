"""The number of the contract before, or changed (box 18)."""

from collections.abc import Iterator

from apprentissage.cerfa._numbers import NUMBERED, DepositedFinding, malformed, numbered
from apprentissage.cerfa._suggestion import FORM
from apprentissage.facts import Contract, ContractType
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.facts.identifiers import InvalidIdentifier, parse_deposit_number
from apprentissage.judging import (
    Finding,
    Proposed,
    Rule,
    compliant,
    hopeless,
    not_applicable,
    reminder,
    undetermined,
)
from apprentissage.law.readings import Readings

_TOOL = Source(SourceKind.DOCTRINE, "téléservice de l'État : numéro du contrat précédent")


def _deposited(path: str, written: str, number: str) -> Finding:
    try:
        found = parse_deposit_number(written, path)
    except InvalidIdentifier as error:
        return malformed(path, error)
    if found.non_compliant:
        # the box is right, the other contract is not: nothing holds
        return reminder(
            "{number} : marqué NC ({period}), ce contrat-là a été déposé comme non conforme.",
            **numbered(found, number),
        )
    return compliant(NUMBERED, **numbered(found, number))


class PreviousNumberFinding(DepositedFinding):
    """What `PREVIOUS_NUMBER` finds."""


def judge(contract: Contract, _: Readings) -> Finding:
    """The number in box 18 is that of a deposit: fifteen characters.

    Box 18 of the Cerfa: « Numéro du contrat précédent ou du contrat sur
    lequel porte l'avenant », asked for types 21 to 23 and 31 to 38. It is
    the deposit number of that other contract.

    Args:
        contract: The facts.

    Returns:
        Values `department`, `year`, `month`, `indicator`, `sequence`.
    """
    kind, written = contract.kind, contract.previous_number
    if kind is None:
        return undetermined("kind", sources=(FORM, _TOOL))
    if kind is ContractType.FIRST and written is None:
        return not_applicable(
            "Un premier contrat d'apprentissage n'appelle pas de numéro de contrat précédent.",
            sources=(FORM, _TOOL),
        )
    if kind is ContractType.FIRST:
        return not_applicable(
            "Un numéro de contrat précédent est inscrit ({written}), qu'un "
            "premier contrat d'apprentissage n'appelle pas.",
            sources=(FORM, _TOOL),
            written=written,
        )
    if written is None:
        return undetermined("previous_number", sources=(FORM, _TOOL))
    return _deposited(
        "previous_number",
        written,
        "Numéro du contrat sur lequel porte l'avenant"
        if kind.avenant
        else "Numéro du contrat précédent",
    )


def remedies(_: Contract, __: Finding, ___: Readings) -> Iterator[Proposed]:
    """Nothing: a number is read, not guessed."""
    yield hopeless(
        "Un numéro ne se devine pas : recopier les quinze caractères du "
        "numéro de dépôt, case 36 du contrat précédent ou du contrat modifié."
    )


PREVIOUS_NUMBER = Rule(
    name="previous_number",
    title="Numéro du contrat précédent ou modifié",
    judge=judge,
    boxes=(18,),
    finding=PreviousNumberFinding,
    remedies=remedies,
)
