"""The lower age limit (L6222-1) and school status before it (R6222-1-1)."""

from collections.abc import Iterator
from datetime import date
from typing import cast

from apprentissage._arguments import check_arguments
from apprentissage._guards import check_birth
from apprentissage.age.ages import AgeAsked, AgeFacts, age_on, birthday
from apprentissage.age.texts import LEAST_AGE, SCHOOL_STATUS_AGE
from apprentissage.facts import Apprentice, Contract, DerogationType
from apprentissage.judging import (
    AgendaEntry,
    Consequence,
    Finding,
    Outcome,
    Proposed,
    Question,
    Result,
    Rule,
    any_of,
    compliant,
    hopeless,
    non_compliant,
    proposal,
    question,
    whether,
)
from apprentissage.judging.asking import answer
from apprentissage.judging.calendar_entries import entered
from apprentissage.judging.watching import at_face
from apprentissage.law.choices import FifteenthBirthday
from apprentissage.law.readings import LETTER, Readings
from apprentissage.law.sources import Caveat
from apprentissage.months import morrow_of

_TO_SIGN = Caveat(
    "FIFTEEN_TO_SIGN",
    "Jusqu'en 2018, les jeunes d'au moins quinze ans « peuvent souscrire » un contrat : à la "
    "lettre, l'âge de 15 ans se compte alors à la signature, antérieure ici.",
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
        The 16th birthday; the 15th once the collège is completed, for
        contracts of 2011-07-30 to 2013-07-09 the first day of its year.

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
    return allowed_from(
        born_on=born_on,
        lower_secondary_completed=lower_secondary_completed,
        concluded_on=concluded_on,
        readings=readings,
    )


def allowed_from(
    *,
    born_on: date,
    lower_secondary_completed: bool,
    concluded_on: date,
    readings: Readings = LETTER,
) -> date:
    """The same as `earliest_start_on`, unchecked."""
    law = LEAST_AGE.concluded(concluded_on).value
    if not lower_secondary_completed:
        # « seize ans au moins » (L6222-1)
        return birthday(born_on, law.ordinary, readings)
    # « au moins quinze ans » (L6222-1)
    fifteen_on = birthday(born_on, law.at_fifteen, readings)
    if law.civil_year:
        # « âgés d'au moins quinze ans au cours de l'année civile » (L6222-1
        # of 2011)
        return fifteen_on.replace(month=1, day=1)
    if readings.fifteenth_birthday is FifteenthBirthday.DAY_AFTER:
        return morrow_of(fifteen_on)
    return fifteen_on


def school_status_possible(
    *, born_on: date, enters_on: date, lower_secondary_completed: bool | None
) -> bool | None:
    """Whether training may begin under school status, before a contract.

    Args:
        born_on: Birth date.
        enters_on: First day of training, in a lycée professionnel or a CFA.
        lower_secondary_completed: The collège has been completed.

    Returns:
        Whether it may; None where that is unknown, or no decree had set
        the conditions yet (before 2014-09-13).

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
    return _school_status(born_on, enters_on, lower_secondary_completed)


def _school_status(
    born_on: date, enters_on: date, lower_secondary_completed: bool | None
) -> bool | None:
    """The same as `school_status_possible`, unchecked."""
    age = SCHOOL_STATUS_AGE.event(enters_on).value
    if age is None:
        return None
    # « Les jeunes qui atteignent l'âge de quinze ans avant le terme de
    # l'année civile » (L6222-1)
    if enters_on.year < born_on.year + age:
        return False
    # « 1° L'élève a accompli la scolarité du premier cycle » (R6222-1-1)
    return lower_secondary_completed


NO_LOWER_SECONDARY = (
    "L'apprenti a {age:an} au {on} sans avoir accompli la scolarité du "
    "collège : le contrat peut débuter à partir du {earliest_on}."
)


def _at_fifteen(contract: AgeFacts) -> Finding:
    """Whether an apprentice of fifteen may start."""
    law = LEAST_AGE.concluded(contract.concluded_on).value
    # « s'ils justifient avoir accompli la scolarité du premier cycle de
    # l'enseignement secondaire » (L6222-1)
    college = whether(
        contract.apprentice.college_completed,
        "apprentice.lower_secondary_completed",
        holds=(
            "L'apprenti a {age:an} au début de l'exécution, le {on}, et il a "
            "accompli la scolarité du collège."
        ),
        fails=NO_LOWER_SECONDARY,
    )
    if not law.other_way:
        return college
    # « ou s'ils remplissent les conditions prévues au sixième alinéa de
    # l'article L. 337-3 du code de l'éducation » (L6222-1 of 2008), « ou
    # avoir suivi une formation prévue à l'article L. 337-3-1 du code de
    # l'éducation » (of 2011)
    other = whether(
        contract.apprentice.pre_apprenticeship_training,
        "apprentice.pre_apprenticeship_training",
        holds=(
            "L'apprenti a {age:an} au début de l'exécution, le {on}, et il remplit la condition "
            "que le code de l'éducation ouvrait alors à côté du collège."
        ),
        fails=NO_LOWER_SECONDARY,
    )
    return any_of((college, other))


class LowerAgeFinding(Finding):
    """What `LOWER_AGE` finds."""

    age = Result[int]("age at the start")
    on = Result[date]("first day of the contract")
    earliest_on = Result[date]("first lawful day of start, where the school record is known")
    fifteen_on = Result[date]("first lawful day with the collège completed")
    sixteen_on = Result[date]("first lawful day without it")
    school_status_possible = Result[bool]("whether training may begin under school status")
    code = Result[str]("derogation code of box 19")


def judge(contract: AgeFacts, readings: Readings) -> Finding:
    """At least 16 at the start, or 15 with the collège completed.

    L6222-1: « Nul ne peut être engagé en qualité d'apprenti s'il n'est âgé
    de seize ans au moins […] au début de l'apprentissage. Toutefois, les
    jeunes âgés d'au moins quinze ans peuvent débuter un contrat
    d'apprentissage s'ils justifient avoir accompli la scolarité du premier
    cycle de l'enseignement secondaire. » Until 2013-07-09 the code de
    l'éducation opened another way at that age; from 2011-07-30 it was enough
    to reach it in the civil year. Contracts concluded since 2008-05-01.

    Args:
        contract: The facts; the box of the last class tells the end of the
            collège too (40 to 42).
        readings: Points `fifteenth_birthday`, `leap_birthday`.

    Returns:
        Values `age`, `on`, `fifteen_on`, `sixteen_on`, `earliest_on`
        (None while the school record is unknown),
        `school_status_possible`, `code` (11 under 16).
    """
    version = LEAST_AGE.concluded(contract.concluded_on)
    born_on = contract.apprentice.born_on
    # « au début de l'apprentissage » (L6222-1)
    on = contract.starts_on
    sixteen_on = allowed_from(
        born_on=born_on,
        lower_secondary_completed=False,
        concluded_on=contract.concluded_on,
        readings=readings,
    )
    fifteen_on = allowed_from(
        born_on=born_on,
        lower_secondary_completed=True,
        concluded_on=contract.concluded_on,
        # from the 16th birthday on nothing hangs on the 15th
        readings=at_face(readings) if on >= sixteen_on else readings,
    )
    record = _at_fifteen(contract)
    school_status = _school_status(born_on, on, contract.apprentice.college_completed)
    if on >= sixteen_on:
        finding = compliant("L'apprenti a {age:an} au début de l'exécution, le {on}.")
    elif on >= fifteen_on:
        finding = record
    else:
        finding = non_compliant(
            "L'apprenti a {age:an} au {on} : le contrat peut débuter à partir du {earliest_on} ; "
            "d'ici là, la formation peut commencer sous statut scolaire."
            if school_status
            else (
                "L'apprenti a {age:an} au {on} : le contrat peut débuter à partir du {fifteen_on} "
                "si la scolarité du collège est accomplie, du {sixteen_on} sinon."
            )
        )
    school = SCHOOL_STATUS_AGE.event(on).sources[1:]
    derogated = finding.outcome is Outcome.COMPLIANT and on < sixteen_on
    to_sign = derogated and version.value.to_sign and contract.concluded_on < fifteen_on
    return finding.but(
        values=(
            ("age", age_on(born_on, on, readings)),
            ("on", on),
            ("fifteen_on", fifteen_on),
            ("sixteen_on", sixteen_on),
            (
                "earliest_on",
                {Outcome.COMPLIANT: fifteen_on, Outcome.NON_COMPLIANT: sixteen_on}.get(
                    record.outcome
                ),
            ),
            ("school_status_possible", school_status),
            ("code", DerogationType.UNDER_16.value if derogated else None),
            *finding.values,
        ),
        sources=(*version.sources, *(school if on < fifteen_on else ())),
        caveats=(*version.caveats, *((_TO_SIGN,) if to_sign else ())),
        parts=(),
    )


def lower_age_eligibility(
    *,
    born_on: date,
    starts_on: date,
    concluded_on: date,
    lower_secondary_completed: bool | None = None,
    pre_apprenticeship_training: bool | None = None,
    readings: Readings = LETTER,
) -> LowerAgeFinding:
    """Whether a person is old enough to start an apprenticeship.

    The upper limit is another question, as are the agreements and the work
    that a minor needs or may not do.

    Args:
        born_on: Birth date.
        starts_on: First day of execution, by which the age goes.
        concluded_on: Day of conclusion, which chooses the text.
        lower_secondary_completed: The collège has been completed; None where
            that is unknown.
        pre_apprenticeship_training: The other way into a contract at 15, of
            contracts concluded until 2013-07-09; None where it is unknown.
        readings: `fifteenth_birthday` and `leap_birthday` are read.

    Returns:
        Compliant, not, or UNDETERMINED with the arguments that are missing.
        Values `age` on the first day, `fifteen_on` and `sixteen_on`, the
        first lawful days with and without the collège, and `earliest_on`,
        the one that counts, None where that is unknown.

    Raises:
        NotCovered: Concluded before 2008-05-01.

    Source: art. L. 6222-1 et R. 6222-1-1 du code du travail.

    >>> of_fifteen = {
    ...     "born_on": date(2011, 2, 14),
    ...     "starts_on": date(2026, 9, 1),
    ...     "concluded_on": date(2026, 8, 31),
    ... }
    >>> found = lower_age_eligibility(**of_fifteen)
    >>> found.outcome.label, found.missing
    ('à compléter', ('lower_secondary_completed',))
    >>> lower_age_eligibility(
    ...     **of_fifteen, lower_secondary_completed=False
    ... ).earliest_on
    datetime.date(2027, 2, 14)
    """
    check_arguments(lower_age_eligibility, locals())
    check_birth("born_on", born_on, starts_on)
    asked = AgeAsked(
        concluded_on=concluded_on,
        starts_on=starts_on,
        apprentice=Apprentice(
            born_on=born_on,
            lower_secondary_completed=lower_secondary_completed,
            pre_apprenticeship_training=pre_apprenticeship_training,
        ),
    )
    return answer(lambda read: judge(asked, read), readings, LOWER_AGE)


def turning_days(contract: Contract, readings: Readings) -> Iterator[date]:
    """The ages reached under each version, and the versions themselves."""
    for since in LEAST_AGE.days:
        yield since
        for completed in (True, False):
            yield allowed_from(
                born_on=contract.apprentice.born_on,
                lower_secondary_completed=completed,
                concluded_on=since,
                readings=readings,
            )


def dates(contract: Contract, readings: Readings) -> Iterator[AgendaEntry]:
    """The first day on which too young an apprentice may start."""
    on = LOWER_AGE.holds_from(contract, readings)
    if on is not None:
        yield entered(
            on=on,
            label="Premier jour où l'âge permet de débuter le contrat",
            sources=judge(contract, readings).sources,
            consequence=Consequence.UNLAWFUL,
        )


def remedies(_contract: Contract, found: Finding, _: Readings) -> Iterator[Proposed]:
    """The first day on which the apprentice is old enough."""
    earliest_on = cast("date", found["earliest_on"] or found["sixteen_on"])
    yield proposal(
        "Reporter le début de l'exécution au {day} au plus tôt, quand l'apprenti en a l'âge.",
        {"starts_on": earliest_on},
        day=earliest_on,
    )
    yield hopeless(
        "L'apprenti n'a l'âge requis que le {day} : c'est le contrat entier (début, fin, "
        "formation, rémunération) qui est à reporter, au plus tôt à ce jour.",
        day=earliest_on,
    )


def questions(_contract: Contract, _found: Finding, _: Readings) -> Iterator[Question]:
    """The school record that opens the fifteenth year."""
    yield question(
        "L'apprenti a-t-il accompli la scolarité du collège (fin de troisième) ?",
        {"apprentice.lower_secondary_completed": True},
    )


LOWER_AGE = Rule(
    name="lower_age",
    title="Âge minimal",
    judge=judge,
    articles=("L6222-1", "R6222-1-1"),
    boxes=(13, 19),
    dates=dates,
    turning_days=turning_days,
    finding=LowerAgeFinding,
    remedies=remedies,
    questions=questions,
)
