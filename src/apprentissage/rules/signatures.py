"""Who signs the contract (R6222-2; notice 51649)."""

from datetime import date

from attrs import evolve

from apprentissage.facts import Contract, Signatory
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Source, SourceKind, article
from apprentissage.rules.finding import (
    UNKNOWN,
    Finding,
    Outcome,
    all_of,
    not_applicable,
    undetermined,
    whether,
)
from apprentissage.rules.minors import (
    is_minor,
    legal_representative_signs,
    majority_on,
)
from apprentissage.rules.rule import Rule

__all__ = ["SIGNATURES"]
__dir__ = __all__.copy

SIGNED = "Signature apposée : {signatory}."
NOT_SIGNED = "Signature manquante : {signatory}."
SOME_NOT_SIGNED = "{signatories:Signature manquante} : {signatories}."
NEED_NOT_SIGN = "Signature non requise : {signatory}."
ALL_SIGNED = "Le contrat porte toutes les signatures requises."

_PARTIES = (article("R6222-2"),)
_DECLARATION = (article("L6222-5"),)
_VISA = (Source(SourceKind.FORM, "notice 51649, visa du CFA"),)


def _signs(contract: Contract, who: Signatory, *sources: Source) -> Finding:
    signed = contract.signed_by
    return whether(
        None if signed is None else who in signed,
        "signed_by",
        holds=SIGNED,
        fails=NOT_SIGNED,
        sources=sources,
        subject=who.label,
        signatory=who,
    )


def _representative(contract: Contract, readings: Readings) -> Finding:
    who = Signatory.LEGAL_REPRESENTATIVE
    needed = legal_representative_signs(
        born_on=contract.apprentice.born_on,
        concluded_on=contract.concluded_on,
        emancipated=contract.apprentice.emancipated,
        readings=readings,
    )
    signs = _signs(contract, who, *_PARTIES)
    if needed is False:
        return not_applicable(
            NEED_NOT_SIGN, sources=_PARTIES, subject=who.label, signatory=who
        )
    if needed is None and signs.outcome is not Outcome.COMPLIANT:
        return undetermined(
            "apprentice.emancipated",
            *signs.missing,
            sources=_PARTIES,
            subject=who.label,
        )
    return signs


def _by_declaration(contract: Contract, readings: Readings) -> bool:
    return contract.employer.ascendant is True and is_minor(
        contract.apprentice.born_on, contract.concluded_on, readings=readings
    )


def judge_signatures(contract: Contract, readings: Readings) -> Finding:
    """Employer, apprentice and, for a minor, the representative sign.

    R6222-2: the contract is signed by the employer, the apprentice and,
    where there is one, the legal representative; the notice adds the visa of
    the CFA. The minority is that of the day of conclusion. The declaration
    of an ascendant (L6222-5) is signed by the employer alone.

    Args:
        contract: The facts.
        readings: Point `leap_birthday`.

    Returns:
        Value `required`, the signatories, and `signatories`, those who did
        not sign; a part for each of them.
    """
    if _by_declaration(contract, readings):
        # « remplacé par une déclaration souscrite par l'employeur »
        parties = [_signs(contract, Signatory.EMPLOYER, *_DECLARATION)]
    else:
        parties = [
            _signs(contract, Signatory.EMPLOYER, *_PARTIES),
            _signs(contract, Signatory.APPRENTICE, *_PARTIES),
            _representative(contract, readings),
        ]
    found = all_of(
        (*parties, _signs(contract, Signatory.CFA, *_VISA)), holds=ALL_SIGNED
    )
    required = tuple(
        part["signatory"]
        for part in found.parts
        if part.get("signatory") is not None
        and part.outcome is not Outcome.NOT_APPLICABLE
    )
    found = found.with_values(required=required)
    if found.outcome is Outcome.NON_COMPLIANT:
        missing = tuple(part["signatory"] for part in found.deciding)
        return evolve(
            found.with_values(signatories=missing), template=SOME_NOT_SIGNED
        )
    return found


def _turning_days(contract: Contract, readings: Readings) -> tuple[date]:
    return (majority_on(contract.apprentice.born_on, readings=readings),)


SIGNATURES = Rule(
    name="signatures",
    title="Signatures",
    judge=judge_signatures,
    articles=("R6222-2", "L6222-5"),
    boxes=(35,),
    reads=("leap_birthday",),
    sentences=(
        SIGNED,
        NOT_SIGNED,
        SOME_NOT_SIGNED,
        NEED_NOT_SIGN,
        ALL_SIGNED,
        UNKNOWN,
    ),
    turning_days=_turning_days,
)
