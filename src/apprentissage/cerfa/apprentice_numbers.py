"""The NIR, and what of the form agrees with it (boxes 8 and 9)."""

from collections.abc import Iterator
from typing import Self

from apprentissage.cerfa._numbers import NumberFinding, formed, opening, read, told_otherwise
from apprentissage.cerfa._suggestion import FORM
from apprentissage.facts import Contract, Sex
from apprentissage.facts.identifiers import (
    InvalidIdentifier,
    Nir,
    parse_birth_department,
    parse_nir,
)
from apprentissage.facts.names import french_name
from apprentissage.judging import (
    Finding,
    Proposed,
    Result,
    Rule,
    all_of,
    hopeless,
    not_applicable,
    proposal,
    whether,
)
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat

NIR_WITH_KEY = Caveat(
    "NIR_WITH_KEY",
    "Le NIR est écrit en quinze caractères, avec sa clé ; le formulaire le "
    "demande en treize, sans la clé.",
)


def _nir(written: str | None) -> tuple[Finding, Nir | None]:
    found, nir = read("apprentice.nir", written, parse_nir)
    if written is None or nir is None or len("".join(written.split())) == len(nir.number):
        return found, nir
    with_key = told_otherwise(
        found,
        "{number} : bien formé, avec sa clé ({written}) ; le formulaire n'en "
        "prend que treize caractères : {expected}.",
        nir.number,
        NIR_WITH_KEY,
    )
    return with_key, nir


def _agrees(subject: str, path: str, told: str | None, expected: tuple[str, ...]) -> Finding:
    return whether(
        None if told is None else told in expected,
        path,
        holds="{what} : le NIR et le formulaire s'accordent ({form_tells}).",
        fails="{what} : le NIR indique {expected:ou}, le formulaire {form_tells}.",
        sources=(FORM,),
        subject=f"NIR et {subject}",
        what=opening(subject),
        form_tells=told,
        expected=expected,
    )


def _nir_parts(contract: Contract, nir: Nir) -> Iterator[Finding]:
    apprentice = contract.apprentice
    born_on = apprentice.born_on
    yield _agrees(
        "sexe", "apprentice.sex", apprentice.sex and apprentice.sex.label, (nir.sex.label,)
    )
    yield _agrees(
        "année de naissance", "apprentice.born_on", f"{born_on.year % 100:02d}", (nir.year,)
    )
    if nir.birth_month is None:
        yield not_applicable(
            "Le mois de naissance n'est pas établi dans ce NIR : il n'y a rien à comparer.",
            sources=(FORM,),
            subject="NIR et mois de naissance",
        )
    else:
        yield _agrees(
            "mois de naissance", "apprentice.born_on", f"{born_on.month:02d}", (nir.month,)
        )
    department = apprentice.birth_department
    if nir.birth_departments:
        yield _agrees(
            "département de naissance",
            "apprentice.birth_department",
            department and _canonical(department),
            nir.birth_departments,
        )


def _canonical(department: str) -> str:
    try:
        return parse_birth_department(department)
    except InvalidIdentifier:
        return department


class ApprenticeNumbersFinding(NumberFinding):
    """What `APPRENTICE_NUMBERS` finds."""

    parts: tuple[Self, ...]
    what = Result[str]("fact that the NIR and the form both tell, in French")
    form_tells = Result[str]("what the form tells of it")


def judge(contract: Contract, _: Readings) -> Finding:
    """The NIR is well formed and agrees with sex, birth and département.

    OPCO EP's sheet: « sous son format en 13 chiffres (sans la clé) »; 099 for
    a birth abroad. A number with its key is read, and told.

    Args:
        contract: The facts.

    Returns:
        A part for each number and each agreement.
    """
    apprentice = contract.apprentice
    found, nir = _nir(apprentice.nir)
    parts = [
        found,
        formed("apprentice.birth_department", apprentice.birth_department, parse_birth_department),
    ]
    if nir is not None:
        parts += _nir_parts(contract, nir)
    return all_of(
        parts,
        holds=(
            "Le NIR et le département de naissance sont bien formés et "
            "s'accordent avec le formulaire."
        ),
    )


def remedies(contract: Contract, _found: Finding, _: Readings) -> Iterator[Proposed]:
    """What the NIR tells, once read on a paper; a number is not guessed."""
    apprentice = contract.apprentice
    changes: dict[str, Sex | str] = {}
    nir = _nir(apprentice.nir)[1]
    if nir is not None:
        department = apprentice.birth_department
        if apprentice.sex is not None and apprentice.sex is not nir.sex:
            changes["apprentice.sex"] = nir.sex
        if (
            department is not None
            and len(nir.birth_departments) == 1
            and _canonical(department) not in nir.birth_departments
        ):
            changes["apprentice.birth_department"] = nir.birth_departments[0]
    if changes:
        yield proposal(
            "Écrire ce que dit le NIR, une fois vérifié sur une pièce d'identité : {told}.",
            changes,
            told=tuple(
                f"{french_name(path)}, {value if isinstance(value, str) else value.label}"
                for path, value in changes.items()
            ),
        )
    yield hopeless(
        "Un numéro ne se devine pas : recopier le NIR de la carte Vitale ou de l'attestation de "
        "droits, la date et le département de naissance de la pièce d'identité."
    )


APPRENTICE_NUMBERS = Rule(
    name="apprentice_numbers",
    title="NIR et département de naissance",
    judge=judge,
    boxes=(8, 9),
    finding=ApprenticeNumbersFinding,
    remedies=remedies,
)
