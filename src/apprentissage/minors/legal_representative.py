"""Who represents a minor when the contract is signed (R6222-2)."""

from collections.abc import Iterator
from datetime import date

from apprentissage._arguments import check_arguments
from apprentissage.age.ages import age_on, birthday
from apprentissage.facts import Contract
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.judging import (
    AgendaEntry,
    Finding,
    Result,
    Rule,
    compliant,
    not_applicable,
    undetermined,
)
from apprentissage.judging.calendar_entries import entered
from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.notices import opco_ep_sheet
from apprentissage.law.readings import LETTER, Readings
from apprentissage.law.sources import Caveat
from apprentissage.minors.texts import MAJORITY
from apprentissage.months import eve_of

_ON_THE_FORM = (Source(SourceKind.FORM, "notice 51649, représentant légal"), opco_ep_sheet(7))

CONTRACT_IN_WRITING = ByConclusion(
    "signature du contrat (art. R. 6222-2)",
    (
        # « Chaque exemplaire est signé par l'employeur, l'apprenti et, le cas
        # échéant, son représentant légal. »
        version(date(2008, 5, 1), None, "R6222-2"),
        version(date(2020, 4, 1), None, "R6222-2"),
    ),
)
"""Who signs the contract; three originals until March 2020."""

DECLARATION_SIGNED = ByConclusion(
    "signature de la déclaration de l'ascendant (art. R. 6224-8)",
    (
        # R6224-12: « Elle est revêtue de la signature de l'apprenti. »
        version(date(2008, 5, 1), None, "R6224-12", "R6224-11"),
        version(
            date(2019, 1, 1),
            None,
            "L6222-5",
            caveats=(
                Caveat(
                    "DECLARATION_WITHOUT_DECREE",
                    "Du 1er janvier 2019 au 31 mars 2020, aucun décret ne règle la signature de "
                    "la déclaration : elle est jugée comme avant et après.",
                ),
            ),
        ),
        # R6224-8: « est revêtue de la signature de l'apprenti et est visée par
        # le directeur du centre de formation d'apprentis »
        version(date(2020, 4, 1), None, "R6224-8"),
    ),
)
"""Who signs the declaration: the ascendant, the apprentice; the CFA's visa."""


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
    return minor_on(born_on, day, readings=readings)


def minor_on(born_on: date, day: date, *, readings: Readings = LETTER) -> bool:
    """The same as `is_minor`, for the library itself: nothing is checked."""
    return age_on(born_on, day, readings) < MAJORITY


def assigned_on(contract: Contract) -> date:
    """The first day in the post: that of the practical training.

    It is never before the contract, even where the file says so by mistake.

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
    return in_post_from(contract)


def in_post_from(contract: Contract) -> date:
    """The same as `assigned_on`, unchecked."""
    told = contract.employer_training_starts_on or contract.starts_on
    return max(told, contract.starts_on)


def by_declaration(contract: Contract, readings: Readings) -> bool | None:
    """Whether a declaration of an ascendant stands for the contract.

    Args:
        contract: The facts; `employer.specific`, `employer.type`.
        readings: The point read is `leap_birthday`.

    Returns:
        None where it depends on an unknown fact.

    >>> from apprentissage.facts import (
    ...     Apprentice, Employer, EmployerType, SpecificEmployer,
    ... )
    >>> contract = Contract(
    ...     concluded_on=date(2025, 9, 1),
    ...     starts_on=date(2025, 9, 1),
    ...     ends_on=date(2027, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2009, 2, 10)),
    ...     employer=Employer(
    ...         type=EmployerType.CRAFT_REGISTER,
    ...         specific=SpecificEmployer.ASCENDANT,
    ...     ),
    ... )
    >>> by_declaration(contract, LETTER)
    True
    """
    check_arguments(by_declaration, locals())
    return ascendant_declares(contract, readings)


def ascendant_declares(contract: Contract, readings: Readings) -> bool | None:
    """The same as `by_declaration`, unchecked."""
    # « Lorsque l'apprenti mineur est employé par un ascendant »
    if not minor_on(contract.apprentice.born_on, contract.concluded_on, readings=readings):
        return False
    ascendant, public = contract.employer.ascendant, contract.employer.public
    if public or ascendant is False:
        return False
    return None if public is None else ascendant


def unknown_of_declaration(contract: Contract) -> tuple[str, ...]:
    """The facts on which a declaration instead of a contract depends.

    >>> from apprentissage.facts import Apprentice
    >>> contract = Contract(
    ...     concluded_on=date(2025, 9, 1),
    ...     starts_on=date(2025, 9, 1),
    ...     ends_on=date(2027, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2009, 2, 10)),
    ... )
    >>> unknown_of_declaration(contract)
    ('employer.specific', 'employer.type')
    """
    check_arguments(unknown_of_declaration, locals())
    return untold_of_declaration(contract)


def untold_of_declaration(contract: Contract) -> tuple[str, ...]:
    """The same as `unknown_of_declaration`, unchecked."""
    known = {
        "employer.specific": contract.employer.ascendant,
        "employer.type": contract.employer.public,
    }
    return tuple(path for path, value in known.items() if value is None)


def legal_representative_signs(
    *,
    born_on: date,
    concluded_on: date,
    emancipated: bool | None,
    employed_by_ascendant: bool | None = None,
    readings: Readings = LETTER,
) -> bool | None:
    """Whether the legal representative signs the contract.

    Args:
        born_on: Birth date of the apprentice.
        concluded_on: Day of conclusion; the start does not matter.
        emancipated: An emancipated minor; None for unknown.
        employed_by_ascendant: A private employer who is an ascendant: his
            declaration stands for the contract and nobody represents the
            minor; None for unknown.
        readings: The point read is `leap_birthday`.

    Returns:
        True for a minor who is not emancipated on the day of conclusion and
        whom no ascendant employs; None where one of both is unknown and
        decides.

    Source: art. R. 6222-2, L. 6222-5 et R. 6224-8 du code du travail;
    notice 51649.

    >>> legal_representative_signs(
    ...     born_on=date(2008, 9, 2),
    ...     concluded_on=date(2026, 9, 1),
    ...     emancipated=False,
    ...     employed_by_ascendant=False,
    ... )
    True
    """
    check_arguments(legal_representative_signs, locals())
    return representative_signs(
        minor_on(born_on, concluded_on, readings=readings), emancipated, employed_by_ascendant
    )


def representative_signs(
    minor: bool, emancipated: bool | None, employed_by_ascendant: bool | None
) -> bool | None:
    """The same as `legal_representative_signs`, unchecked."""
    # « et, le cas échéant, son représentant légal »
    if not minor or emancipated or employed_by_ascendant:
        return False
    unknown = emancipated is None or employed_by_ascendant is None
    return None if unknown else True


ADULT = "L'apprenti est majeur à la signature, le {on}."


class LegalRepresentativeFinding(Finding):
    """What `LEGAL_REPRESENTATIVE` finds."""

    majority_on = Result[date]("18th birthday")
    minor_until_on = Result[date]("last day as a minor")
    on = Result[date]("day of conclusion, on which the apprentice is of age")


def judge(contract: Contract, readings: Readings) -> Finding:
    """A minor who is not emancipated is represented, by name and e-mail.

    R6222-2: « le cas échéant, son représentant légal »; notice 51649 (box 7):
    the representative of a minor who is not emancipated on the day of
    conclusion. The declaration of an ascendant (R6224-8) has none.

    Args:
        contract: The facts.
        readings: Point `leap_birthday`.

    Returns:
        Values `majority_on` and, its eve, `minor_until_on` where the
        apprentice is represented.
    """
    apprentice = contract.apprentice
    sources = _represented(contract)
    if not minor_on(apprentice.born_on, contract.concluded_on, readings=readings):
        return not_applicable(ADULT, on=contract.concluded_on)
    if apprentice.emancipated:
        return not_applicable("L'apprenti est un mineur émancipé.", sources=sources)
    ascendant = ascendant_declares(contract, readings)
    if ascendant:
        return not_applicable(
            "La déclaration de l'ascendant qui emploie son enfant mineur ne "
            "demande pas de représentant légal.",
            sources=DECLARATION_SIGNED.concluded(contract.concluded_on).sources,
        )
    person = apprentice.legal_representative
    unknown = {
        "apprentice.emancipated": apprentice.emancipated,
        "apprentice.legal_representative.name": person and person.name,
        "apprentice.legal_representative.email": person and person.email,
    }
    missing = [path for path, known in unknown.items() if known is None]
    if ascendant is None:
        missing += untold_of_declaration(contract)
    if missing:
        return undetermined(*missing, sources=sources)
    adult_on = majority_on(apprentice.born_on, readings=readings)
    return compliant(
        "L'apprenti est mineur à la signature, et jusqu'au {minor_until_on} : "
        "son représentant légal est désigné.",
        sources=sources,
        majority_on=adult_on,
        minor_until_on=eve_of(adult_on),
    )


def _represented(contract: Contract) -> tuple[Source, ...]:
    law = CONTRACT_IN_WRITING.concluded(contract.concluded_on)
    return (*law.sources, *_ON_THE_FORM)


def dates(contract: Contract, readings: Readings) -> Iterator[AgendaEntry]:
    """The majority, where it comes during the contract."""
    on = majority_on(contract.apprentice.born_on, readings=readings)
    if contract.concluded_on < on <= contract.ends_on:
        yield entered(
            on=on, label="Majorité de l'apprenti : il signe seul", sources=_represented(contract)
        )


LEGAL_REPRESENTATIVE = Rule(
    name="legal_representative",
    title="Représentant légal",
    judge=judge,
    articles=("R6222-2", "R6224-8", "R6224-12"),
    boxes=(7,),
    dates=dates,
    finding=LegalRepresentativeFinding,
)
