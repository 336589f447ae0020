"""SIRET, NAF and IDCC of the establishment (boxes 3 and 6)."""

from collections.abc import Iterator
from typing import Self

from apprentissage.cerfa._numbers import ALL_WELL_FORMED, NumberFinding, formed, told_otherwise
from apprentissage.facts import Contract
from apprentissage.facts.identifiers import parse_idcc, parse_naf, parse_siret
from apprentissage.judging import Finding, Outcome, Proposed, Rule, all_of, hopeless
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat

IDCC_PADDED = Caveat(
    "IDCC_PADDED",
    "Le formulaire demande un code IDCC de quatre chiffres : celui qui est écrit en a moins.",
)


def _idcc(written: str | None) -> Finding:
    found = formed("employer.idcc", written, parse_idcc)
    if written is None or found.outcome is not Outcome.COMPLIANT:
        return found
    expected = parse_idcc(written)
    if expected == written.strip():
        return found
    return told_otherwise(
        found,
        "{number} : à porter sur quatre chiffres, {expected} ({written} est lu ainsi).",
        expected,
        IDCC_PADDED,
    )


class EmployerNumbersFinding(NumberFinding):
    """What `EMPLOYER_NUMBERS` finds."""

    parts: tuple[Self, ...]


def judge(contract: Contract, _: Readings) -> Finding:
    """SIRET, NAF and IDCC of the establishment are well formed.

    Notice 51649: the establishment of execution, not the head office; IDCC
    9999 without a collective agreement, 9998 while it is negotiated.

    Args:
        contract: The facts.

    Returns:
        A part for each number.
    """
    employer = contract.employer
    return all_of(
        (
            formed("employer.siret", employer.siret, parse_siret),
            formed("employer.naf", employer.naf, parse_naf),
            _idcc(employer.idcc),
        ),
        holds=ALL_WELL_FORMED,
    )


def remedies(_contract: Contract, _found: Finding, _: Readings) -> Iterator[Proposed]:
    """Nothing: a number is read, not guessed."""
    yield hopeless(
        "Un numéro ne se devine pas : le recopier de l'avis de situation "
        "Sirene de l'employeur, ou de la convention collective (IDCC)."
    )


EMPLOYER_NUMBERS = Rule(
    name="employer_numbers",
    title="Numéros de l'employeur",
    judge=judge,
    boxes=(3, 6),
    finding=EmployerNumbersFinding,
    remedies=remedies,
)
