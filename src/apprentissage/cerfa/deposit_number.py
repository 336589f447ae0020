"""The deposit number (box 36)."""

from collections.abc import Iterator
from datetime import date

from apprentissage.cerfa._numbers import NUMBERED, DepositedFinding, malformed, numbered
from apprentissage.cerfa._suggestion import FORM
from apprentissage.facts import Contract
from apprentissage.facts.identifiers import InvalidIdentifier, parse_deposit_number
from apprentissage.judging import (
    Finding,
    Proposed,
    Result,
    Rule,
    compliant,
    hopeless,
    non_compliant,
    not_applicable,
)
from apprentissage.law.readings import Readings


class DepositNumberFinding(DepositedFinding):
    """What `DEPOSIT_NUMBER` finds."""

    concluded_on = Result[date]("day of conclusion")


def judge(contract: Contract, _: Readings) -> Finding:
    """The deposit number, once there is one, is that of a deposit of this one.

    Notice 51649, box 36: fifteen characters, département, year, month,
    indicator, sequence. A contract is deposited once it is concluded; NC
    marks one that does not comply.

    Args:
        contract: The facts.

    Returns:
        Values `department`, `year`, `month`, `indicator`, `sequence`.
    """
    written = contract.deposit_number
    if written is None:
        return not_applicable(
            "Aucun numéro de dépôt n'est inscrit : il vient après le dépôt.", sources=(FORM,)
        )
    number, concluded_on = "Numéro de dépôt", contract.concluded_on
    try:
        found = parse_deposit_number(written, "deposit_number")
    except InvalidIdentifier as error:
        return malformed("deposit_number", error)
    if (found.year, found.month) < (concluded_on.year, concluded_on.month):
        return non_compliant(
            "{number} : impossible, il date de {period}, avant la conclusion "
            "du contrat, le {concluded_on}.",
            concluded_on=concluded_on,
            **numbered(found, number),
        )
    if found.non_compliant:
        return non_compliant(
            "{number} : marqué NC ({period}), le contrat est déposé comme non conforme.",
            **numbered(found, number),
        )
    return compliant(NUMBERED, **numbered(found, number))


def remedies(_contract: Contract, found: Finding, _: Readings) -> Iterator[Proposed]:
    """Nothing: the number is that of the deposit, as it was notified."""
    if found.get("indicator") is None:
        yield hopeless(
            "Un numéro ne se devine pas : recopier les quinze caractères du numéro notifié avec "
            "le dépôt, ou laisser la case 36 vide jusque-là."
        )
    elif found.get("concluded_on") is not None:
        yield hopeless(
            "Ce numéro est celui d'un autre contrat, ou la date de "
            "conclusion est fausse : les relire, car rien ne dit lequel."
        )
    else:
        yield hopeless(
            "Le contrat est déposé comme non conforme : c'est ce qui lui est "
            "reproché qui est à corriger, et le dépôt à refaire."
        )


DEPOSIT_NUMBER = Rule(
    name="deposit_number",
    title="Numéro de dépôt",
    judge=judge,
    boxes=(36,),
    finding=DepositNumberFinding,
    remedies=remedies,
)
