"""Who signs the contract, or the declaration (R6222-2, R6224-8)."""

from collections.abc import Iterator
from datetime import date
from typing import Self

from apprentissage._text import french_date
from apprentissage.facts import Contract, Signatory
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.judging import (
    Finding,
    Outcome,
    Proposed,
    Result,
    Rule,
    all_of,
    not_applicable,
    proposal,
    undetermined,
    whether,
)
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat
from apprentissage.minors.ascendant_employer import FAMILY_DECLARATION
from apprentissage.minors.legal_representative import (
    CONTRACT_IN_WRITING,
    DECLARATION_SIGNED,
    ascendant_declares,
    majority_on,
    minor_on,
    representative_signs,
    untold_of_declaration,
)

_TWO_PARTIES = frozenset({Signatory.EMPLOYER, Signatory.APPRENTICE})
_VISA = (Source(SourceKind.FORM, "notice 51649, visa du CFA"),)


def signed_on_another_day(contract: Contract) -> tuple[Caveat, ...]:
    """The reserve on a form whose two parties signed on another day.

    OPCO EP's sheet, of the date of conclusion: « Date à laquelle le contrat
    (ou l'avenant au contrat) est signé par les deux parties. »

    Args:
        contract: The facts; `signatures`, and the conclusion of the contract
            or of the avenant that the form writes.

    Returns:
        A caveat where the last signature of the two parties is of another
        day than the conclusion written; nothing where that cannot be told.

    >>> from apprentissage.facts import Apprentice, Signature
    >>> (said,) = signed_on_another_day(Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ...     signatures=(
    ...         Signature(by=Signatory.EMPLOYER, on=date(2026, 9, 2)),
    ...     ),
    ... ))
    >>> said.name
    'SIGNED_ON_ANOTHER_DAY'
    """
    avenant = contract.avenant
    written = avenant.concluded_on if avenant else contract.concluded_on
    if written is None or (contract.writes_avenant and avenant is None):
        return ()
    # OPCO EP's sheet: « signé par les deux parties », by the last of them
    days = {
        each.by: each.on
        for each in contract.signatures or ()
        if each.by in _TWO_PARTIES and each.on is not None
    }
    last = max(days.values(), default=written)
    # a signature that is not told may be the last one
    if last == written or (last < written and len(days) < len(_TWO_PARTIES)):
        return ()
    return (_other_day(contract, last, written),)


def _other_day(contract: Contract, last: date, written: date) -> Caveat:
    told = (
        f"La dernière signature des deux parties est du {french_date(last)}, "
        f"la date de conclusion écrite du {french_date(written)} : selon la "
        "fiche Cerfa FA13 d'OPCO EP (mai 2023), la conclusion est le jour où "
        "le contrat, ou l'avenant, est signé par les deux parties."
    )
    # L6222-4: « Il est signé par les deux parties contractantes préalablement
    # à l'emploi de l'apprenti. »
    if not contract.writes_avenant and last > contract.starts_on:
        told += (
            " Elle est postérieure au début de l'exécution, alors que "
            "l'art. L. 6222-4 veut la signature avant l'emploi de l'apprenti."
        )
    return Caveat("SIGNED_ON_ANOTHER_DAY", told)


def _signs(
    contract: Contract,
    who: Signatory,
    sources: tuple[Source, ...],
    caveats: tuple[Caveat, ...] = (),
) -> Finding:
    signed = contract.signed_by
    return whether(
        None if signed is None else who in signed,
        "signed_by",
        holds="Signature apposée : {signatory}.",
        fails="Signature manquante : {signatory}.",
        sources=sources,
        caveats=caveats,
        subject=who.label,
        signatory=who,
    )


def _representative(
    contract: Contract, readings: Readings, sources: tuple[Source, ...], ascendant: bool | None
) -> Finding:
    """The signature of a representative, where there is one.

    R6222-2: « le cas échéant, son représentant légal »
    """
    who = Signatory.LEGAL_REPRESENTATIVE
    emancipated = contract.apprentice.emancipated
    minor = minor_on(contract.apprentice.born_on, contract.concluded_on, readings=readings)
    needed = representative_signs(minor, emancipated, ascendant)
    if needed is False:
        return not_applicable(
            "Signature non requise : {signatory}.",
            sources=sources,
            subject=who.label,
            signatory=who,
        )
    signs = _signs(contract, who, sources)
    if needed is None and signs.outcome is not Outcome.COMPLIANT:
        return undetermined(
            *(("apprentice.emancipated",) if emancipated is None else ()),
            *(untold_of_declaration(contract) if ascendant is None else ()),
            *signs.missing,
            sources=sources,
            subject=who.label,
        )
    return signs


def _declared(contract: Contract) -> list[Finding]:
    """Who signs the declaration of an ascendant.

    R6224-8: « souscrite par l'ascendant employeur, est revêtue de la
    signature de l'apprenti et est visée par le directeur du centre de
    formation d'apprentis »
    """
    family = FAMILY_DECLARATION.concluded(contract.concluded_on)
    law = DECLARATION_SIGNED.concluded(contract.concluded_on)
    caveats = (*family.caveats, *law.caveats)
    return [
        _signs(contract, Signatory.EMPLOYER, (*family.sources, *law.sources), caveats),
        _signs(contract, Signatory.APPRENTICE, law.sources, caveats),
        _signs(contract, Signatory.CFA, law.sources, caveats),
    ]


_SIGNERS_TOLD_TWICE = Caveat(
    "SIGNERS_TOLD_TWICE",
    "Les faits se contredisent : une signature est déclarée d'une personne qui n'est pas parmi "
    "les signataires ; ceux-ci sont retenus. Vérifiez-les.",
)


def _told_twice(contract: Contract) -> tuple[Caveat, ...]:
    signed = contract.signed_by
    named = {each.by for each in contract.signatures or ()}
    denied = signed is not None and bool(named - signed)
    return (_SIGNERS_TOLD_TWICE,) if denied else ()


class SignaturesFinding(Finding):
    """What `SIGNATURES` finds."""

    parts: tuple[Self, ...]
    required = Result[tuple[Signatory, ...]]("who signs")
    signatories = Result[tuple[Signatory, ...]]("who did not sign")
    signatory = Result[Signatory]("who the part is about")


def judge(contract: Contract, readings: Readings) -> Finding:
    """Employer, apprentice and, for a minor, the representative sign.

    R6222-2: « Chaque exemplaire est signé par l'employeur, l'apprenti et, le
    cas échéant, son représentant légal »; the notice adds the visa of the
    CFA. L6222-4: « Il est signé par les deux parties contractantes
    préalablement à l'emploi de l'apprenti. » The minority is that of the day
    of conclusion. The declaration of an ascendant (L6222-5) bears the
    signatures of the employer and of the apprentice, and the visa (R6224-8;
    R6224-12 before 2019).

    Args:
        contract: The facts.
        readings: Point `leap_birthday`.

    Returns:
        Value `required`, the signatories, and `signatories`, those who did
        not sign; a part for each of them.
    """
    ascendant = ascendant_declares(contract, readings)
    if ascendant:
        parties = _declared(contract)
    else:
        law = CONTRACT_IN_WRITING.concluded(contract.concluded_on)
        parties = [
            _signs(contract, Signatory.EMPLOYER, law.sources),
            _signs(contract, Signatory.APPRENTICE, law.sources),
            _representative(contract, readings, law.sources, ascendant),
            _signs(contract, Signatory.CFA, _VISA),
        ]
    found = all_of(parties, holds="Le contrat porte toutes les signatures requises.")
    required = tuple(
        [
            who
            for part in parties
            if part.outcome is not Outcome.NOT_APPLICABLE
            and (who := part.get("signatory")) is not None
        ]
    )
    caveats = (*found.caveats, *_told_twice(contract))
    if found.outcome is Outcome.NON_COMPLIANT:
        missing = tuple(part["signatory"] for part in found.deciding)
        return found.but(
            "{signatories:Signature manquante} : {signatories}.",
            caveats=caveats,
            required=required,
            signatories=missing,
        )
    return found.but(caveats=caveats, required=required)


def turning_days(contract: Contract, readings: Readings) -> tuple[date]:
    return (majority_on(contract.apprentice.born_on, readings=readings),)


def remedies(contract: Contract, found: Finding, _: Readings) -> Iterator[Proposed]:
    """The signatures that are missing."""
    missing = tuple(
        who
        for who in Signatory
        if who in (found["signatories"] or ())  # type: ignore[operator]
    )
    signed = (contract.signed_by or frozenset()) | {*missing}
    # L6222-4: « préalablement à l'emploi de l'apprenti »
    before_work = not contract.writes_avenant and _TWO_PARTIES & {*missing}
    yield proposal(
        "Recueillir la signature qui manque : {signatories}."
        if len(missing) == 1
        else "Recueillir les signatures qui manquent : {signatories}.",
        {"signed_by": signed},
        until=contract.starts_on if before_work else None,
        signatories=missing,
    )


SIGNATURES = Rule(
    name="signatures",
    title="Signatures",
    judge=judge,
    articles=("R6222-2", "L6222-4", "L6222-5", "R6224-8", "R6224-12"),
    boxes=(35,),
    turning_days=turning_days,
    finding=SignaturesFinding,
    remedies=remedies,
)
