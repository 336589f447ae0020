"""What the minority of the apprentice changes: representative, ascendant."""

from collections.abc import Iterator
from datetime import date

from apprentissage.arguments import check_arguments
from apprentissage.facts import Contract
from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.readings import LETTER, Readings
from apprentissage.law.sources import (
    UNREAD_VERSION,
    Source,
    SourceKind,
    article,
)
from apprentissage.rules.ages import age_on, birthday
from apprentissage.rules.calendar_entries import AgendaEntry
from apprentissage.rules.finding import (
    UNKNOWN,
    Finding,
    compliant,
    not_applicable,
    undetermined,
)
from apprentissage.rules.rule import Rule

__all__ = [
    "ASCENDANT_EMPLOYER",
    "LEGAL_REPRESENTATIVE",
    "MAJORITY",
    "assigned_on",
    "is_minor",
    "legal_representative_signs",
    "majority_on",
]
__dir__ = __all__.copy

MAJORITY = 18

ADULT = "L'apprenti est majeur à la signature, le {on}."
EMANCIPATED = "L'apprenti est un mineur émancipé."
REPRESENTED = (
    "L'apprenti est mineur à la signature, jusqu'au {majority_on} exclu : son "
    "représentant légal est désigné."
)
BY_DECLARATION = (
    "L'apprenti mineur est employé par un ascendant : une déclaration de "
    "l'employeur remplace le contrat et produit tous ses effets. Une part du "
    "salaire est versée à un compte ouvert au nom de l'apprenti."
)
NO_ASCENDANT = "L'employeur n'est pas un ascendant de l'apprenti."

_REPRESENTED = (
    article("R6222-2"),
    Source(SourceKind.FORM, "notice 51649, représentant légal"),
    Source(SourceKind.DOCTRINE, "fiche Cerfa d'OPCO EP (2023), n° 7"),
)

FAMILY_DECLARATION = ByConclusion(
    "apprentissage familial (art. L. 6222-5)",
    (
        version(date(2008, 5, 1), True, "L6222-5"),
        version(
            date(2026, 5, 28),
            True,
            "L6222-5",
            caveats=(UNREAD_VERSION("L6222-5", date(2026, 5, 28)),),
        ),
    ),
)
"""Whether a declaration replaces the contract of an ascendant's child."""


def majority_on(born_on: date, *, readings: Readings = LETTER) -> date:
    """The 18th birthday.

    Args:
        born_on: Birth date.
        readings: The point read is `leap_birthday`.

    >>> majority_on(date(2008, 10, 1))
    datetime.date(2026, 10, 1)
    """
    check_arguments(majority_on, locals())
    return birthday(born_on, MAJORITY, readings)


def is_minor(born_on: date, day: date, *, readings: Readings = LETTER) -> bool:
    """Whether a person is a minor on a day.

    >>> is_minor(date(2008, 9, 2), date(2026, 9, 1))
    True
    """
    check_arguments(is_minor, locals())
    return age_on(born_on, day, readings) < MAJORITY


def assigned_on(contract: Contract) -> date:
    """The first day in the post: that of the practical training.

    Args:
        contract: The facts; the start of execution where
            `employer_training_starts_on` is unknown.

    >>> from apprentissage.facts import Apprentice
    >>> contract = Contract(
    ...     concluded_on=date(2026, 9, 1),
    ...     starts_on=date(2026, 9, 1),
    ...     employer_training_starts_on=date(2026, 9, 14),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2009, 2, 10)),
    ... )
    >>> assigned_on(contract)
    datetime.date(2026, 9, 14)
    """
    check_arguments(assigned_on, locals())
    return contract.employer_training_starts_on or contract.starts_on


def legal_representative_signs(
    *,
    born_on: date,
    concluded_on: date,
    emancipated: bool | None,
    readings: Readings = LETTER,
) -> bool | None:
    """Whether the legal representative signs the contract.

    Args:
        born_on: Birth date of the apprentice.
        concluded_on: Day of conclusion; the start does not matter.
        emancipated: An emancipated minor; None for unknown.
        readings: The point read is `leap_birthday`.

    Returns:
        True for a minor who is not emancipated on the day of conclusion;
        None for a minor whose emancipation is unknown.

    Source: art. R. 6222-2 du code du travail; notice 51649.

    >>> legal_representative_signs(
    ...     born_on=date(2008, 9, 2),
    ...     concluded_on=date(2026, 9, 1),
    ...     emancipated=False,
    ... )
    True
    """
    check_arguments(legal_representative_signs, locals())
    # « mineur au moment de la conclusion du contrat »
    if not is_minor(born_on, concluded_on, readings=readings):
        return False
    return None if emancipated is None else not emancipated


def judge_legal_representative(
    contract: Contract, readings: Readings
) -> Finding:
    """A minor who is not emancipated is represented, by name and e-mail.

    Notice 51649 (box 7): the representative of an apprentice «mineur non
    émancipé» on the day of conclusion.

    Args:
        contract: The facts.
        readings: Point `leap_birthday`.

    Returns:
        Value `majority_on` where the apprentice is represented.
    """
    apprentice = contract.apprentice
    if not is_minor(
        apprentice.born_on, contract.concluded_on, readings=readings
    ):
        return not_applicable(ADULT, on=contract.concluded_on)
    if apprentice.emancipated is None:
        return undetermined("apprentice.emancipated", sources=_REPRESENTED)
    if apprentice.emancipated:
        return not_applicable(EMANCIPATED, sources=_REPRESENTED)
    person = apprentice.legal_representative
    unknown = {
        "apprentice.legal_representative.name": person and person.name,
        "apprentice.legal_representative.email": person and person.email,
    }
    missing = [path for path, known in unknown.items() if known is None]
    if missing:
        return undetermined(*missing, sources=_REPRESENTED)
    return compliant(
        REPRESENTED,
        sources=_REPRESENTED,
        majority_on=majority_on(apprentice.born_on, readings=readings),
    )


def majority_dates(
    contract: Contract, readings: Readings
) -> Iterator[AgendaEntry]:
    """The majority, where it comes during the contract."""
    on = majority_on(contract.apprentice.born_on, readings=readings)
    if contract.concluded_on < on <= contract.ends_on:
        yield AgendaEntry(
            on=on,
            label="Majorité de l'apprenti : il signe seul",
            sources=_REPRESENTED,
        )


LEGAL_REPRESENTATIVE = Rule(
    name="legal_representative",
    title="Représentant légal",
    judge=judge_legal_representative,
    articles=("R6222-2",),
    boxes=(7,),
    reads=("leap_birthday",),
    sentences=(ADULT, EMANCIPATED, REPRESENTED, UNKNOWN),
    dates=majority_dates,
)


def judge_ascendant_employer(
    contract: Contract, readings: Readings
) -> Finding:
    """An ascendant employs a minor by a declaration, not by a contract.

    L6222-5: « Lorsque l'apprenti mineur est employé par un ascendant, le
    contrat […] est remplacé par une déclaration souscrite par l'employeur ».
    An adult child falls under the ordinary rules. The version of 2026-05-28
    could not be read.

    Args:
        contract: The facts.
        readings: Point `leap_birthday`.
    """
    version = FAMILY_DECLARATION.concluded(contract.concluded_on)
    if not is_minor(
        contract.apprentice.born_on, contract.concluded_on, readings=readings
    ):
        return not_applicable(ADULT, on=contract.concluded_on)
    ascendant = contract.employer.ascendant
    if ascendant is None:
        return undetermined("employer.specific", sources=version.sources)
    if not ascendant:
        return not_applicable(NO_ASCENDANT)
    return compliant(
        BY_DECLARATION, sources=version.sources, caveats=version.caveats
    )


ASCENDANT_EMPLOYER = Rule(
    name="ascendant_employer",
    title="Apprentissage familial",
    judge=judge_ascendant_employer,
    articles=("L6222-5",),
    boxes=(4,),
    reads=("leap_birthday",),
    sentences=(ADULT, NO_ASCENDANT, BY_DECLARATION, UNKNOWN),
)
