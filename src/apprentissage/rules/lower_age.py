"""The lower age limit (L6222-1) and school status before it (R6222-1-1)."""

from collections.abc import Iterator
from datetime import date

from attrs import evolve

from apprentissage.arguments import check_arguments
from apprentissage.facts import Contract, DerogationType
from apprentissage.law.ages import LOWER_AGE, SCHOOL_STATUS_AGE
from apprentissage.law.readings import LETTER, FifteenthBirthday, Readings
from apprentissage.law.sources import Caveat
from apprentissage.months import morrow_of
from apprentissage.rules.ages import age_on, birthday
from apprentissage.rules.calendar_entries import AgendaEntry, Consequence
from apprentissage.rules.finding import (
    UNKNOWN,
    Finding,
    Outcome,
    compliant,
    non_compliant,
    undetermined,
    whether,
)
from apprentissage.rules.rule import Rule

__all__ = [
    "LOWER_AGE_LIMIT",
    "earliest_start_on",
    "school_status_possible",
]
__dir__ = __all__.copy

OLD_ENOUGH = "L'apprenti a {age:an} au début de l'exécution, le {on}."
FIFTEEN = (
    "L'apprenti a {age:an} au début de l'exécution, le {on}, et il a accompli "
    "la scolarité du collège."
)
NO_LOWER_SECONDARY = (
    "L'apprenti a {age:an} au {on} sans avoir accompli la scolarité du "
    "collège : le contrat peut débuter à partir du {earliest_start_on}."
)
TOO_YOUNG = (
    "L'apprenti a {age:an} au {on} : le contrat peut débuter à partir du "
    "{fifteen_on} si la scolarité du collège est accomplie, du {sixteen_on} "
    "sinon."
)
SCHOOL_STATUS = (
    "L'apprenti a {age:an} au {on} : le contrat peut débuter à partir du "
    "{earliest_start_on} ; d'ici là, la formation peut commencer sous statut "
    "scolaire."
)
NOT_READ = (
    "L'apprenti a {age:an} au {on} et atteint 15 ans dans l'année civile : "
    "la rédaction de l'art. L. 6222-1 d'avant le 10 juillet 2013 n'a pas été "
    "retrouvée."
)

_NOT_READ = Caveat(
    "NOT_COVERED",
    "Avant le 10 juillet 2013, les jeunes qui atteignaient 15 ans avant la "
    "fin de l'année civile pouvaient débuter sous des conditions que la "
    "bibliothèque ne connaît pas.",
)


def earliest_start_on(
    *,
    born_on: date,
    lower_secondary_completed: bool,
    concluded_on: date,
    readings: Readings = LETTER,
) -> date:
    """The first day on which a contract may start, by the age.

    Args:
        born_on: Birth date.
        lower_secondary_completed: The collège has been completed.
        concluded_on: Day of conclusion, which chooses the text.
        readings: `fifteenth_birthday` and `leap_birthday` are read.

    Returns:
        The 16th birthday; the 15th once the collège is completed.

    Raises:
        NotCovered: Before 2008-05-01.

    Source: art. L. 6222-1 du code du travail.

    >>> earliest_start_on(
    ...     born_on=date(2011, 2, 14),
    ...     lower_secondary_completed=True,
    ...     concluded_on=date(2026, 2, 2),
    ... )
    datetime.date(2026, 2, 14)
    """
    check_arguments(earliest_start_on, locals())
    law = LOWER_AGE.concluded(concluded_on).value
    if not lower_secondary_completed:
        # « seize ans au moins »
        return birthday(born_on, law.ordinary, readings)
    # « au moins quinze ans »
    fifteen_on = birthday(born_on, law.after_lower_secondary, readings)
    if readings.fifteenth_birthday is FifteenthBirthday.DAY_AFTER:
        return morrow_of(fifteen_on)
    return fifteen_on


def school_status_possible(
    *,
    born_on: date,
    enters_on: date,
    lower_secondary_completed: bool | None,
) -> bool | None:
    """Whether training may begin under school status, before a contract.

    Args:
        born_on: Birth date.
        enters_on: First day of training, in a lycée professionnel or a CFA.
        lower_secondary_completed: The collège has been completed.

    Returns:
        Whether it may; None where that is unknown, or the text was not read
        (before 2014-09-13).

    Raises:
        NotCovered: Before 2008-05-01.

    Source: art. L. 6222-1 et R. 6222-1-1 du code du travail.

    >>> school_status_possible(
    ...     born_on=date(2010, 12, 31),
    ...     enters_on=date(2025, 9, 1),
    ...     lower_secondary_completed=True,
    ... )
    True
    """
    check_arguments(school_status_possible, locals())
    age = SCHOOL_STATUS_AGE.event(enters_on).value
    if age is None:
        return None
    # « qui atteignent l'âge de quinze ans avant le terme de l'année civile »
    if enters_on.year < born_on.year + age:
        return False
    # « 1° L'élève a accompli la scolarité du premier cycle »
    return lower_secondary_completed


def judge_lower_age(contract: Contract, readings: Readings) -> Finding:
    """At least 16 at the start, or 15 with the collège completed.

    L6222-1: « Nul ne peut être engagé en qualité d'apprenti s'il n'est âgé
    de seize ans au moins […]. Toutefois, les jeunes âgés d'au moins quinze
    ans peuvent débuter un contrat d'apprentissage s'ils justifient avoir
    accompli la scolarité du premier cycle de l'enseignement secondaire. »
    Contracts concluded since 2008-05-01.

    Args:
        contract: The facts.
        readings: Points `fifteenth_birthday`, `leap_birthday`.

    Returns:
        Values `age`, `on`, `fifteen_on`, `sixteen_on`, `earliest_start_on`
        (None while the school record is unknown),
        `school_status_possible`, `code` (11 under 16).
    """
    version = LOWER_AGE.concluded(contract.concluded_on)
    born_on = contract.apprentice.born_on
    completed = contract.apprentice.lower_secondary_completed
    # « au début de l'apprentissage »
    on = contract.starts_on
    fifteen_on, sixteen_on = (
        earliest_start_on(
            born_on=born_on,
            lower_secondary_completed=known,
            concluded_on=contract.concluded_on,
            readings=readings,
        )
        for known in (True, False)
    )
    school_status = school_status_possible(
        born_on=born_on, enters_on=on, lower_secondary_completed=completed
    )
    if on >= sixteen_on:
        finding = compliant(OLD_ENOUGH)
    elif on >= fifteen_on:
        # « s'ils justifient avoir accompli la scolarité du premier cycle de
        # l'enseignement secondaire »
        finding = whether(
            completed,
            "apprentice.lower_secondary_completed",
            holds=FIFTEEN,
            fails=NO_LOWER_SECONDARY,
        )
    elif version.value.younger_read or fifteen_on.year > on.year:
        finding = non_compliant(SCHOOL_STATUS if school_status else TOO_YOUNG)
    else:
        finding = undetermined(template=NOT_READ, caveats=(_NOT_READ,))
    school = SCHOOL_STATUS_AGE.event(on).sources[1:]
    derogated = finding.outcome is Outcome.COMPLIANT and on < sixteen_on
    return evolve(
        finding,
        values=(
            ("age", age_on(born_on, on, readings)),
            ("on", on),
            ("fifteen_on", fifteen_on),
            ("sixteen_on", sixteen_on),
            (
                "earliest_start_on",
                {True: fifteen_on, False: sixteen_on, None: None}[completed],
            ),
            ("school_status_possible", school_status),
            ("code", DerogationType.UNDER_16.value if derogated else None),
            *finding.values,
        ),
        sources=(*version.sources, *(school if on < fifteen_on else ())),
        caveats=(*version.caveats, *finding.caveats),
    )


def _turning_days(contract: Contract, readings: Readings) -> Iterator[date]:
    for completed in (True, False):
        yield earliest_start_on(
            born_on=contract.apprentice.born_on,
            lower_secondary_completed=completed,
            concluded_on=contract.concluded_on,
            readings=readings,
        )


def lower_age_dates(
    contract: Contract, readings: Readings
) -> Iterator[AgendaEntry]:
    """The first day on which too young an apprentice may start."""
    on = LOWER_AGE_LIMIT.holds_from(contract, readings)
    if on is not None:
        yield AgendaEntry(
            on=on,
            label="Premier jour où l'âge permet de débuter le contrat",
            sources=judge_lower_age(contract, readings).sources,
            consequence=Consequence.UNLAWFUL,
        )


LOWER_AGE_LIMIT = Rule(
    name="lower_age",
    title="Âge minimal",
    judge=judge_lower_age,
    articles=("L6222-1", "R6222-1-1"),
    boxes=(19,),
    reads=("fifteenth_birthday", "leap_birthday"),
    sentences=(
        OLD_ENOUGH,
        FIFTEEN,
        NO_LOWER_SECONDARY,
        TOO_YOUNG,
        SCHOOL_STATUS,
        NOT_READ,
        UNKNOWN,
    ),
    dates=lower_age_dates,
    turning_days=_turning_days,
)
