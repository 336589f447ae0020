"""The extra year after a failed examination (L6222-11)."""

from collections.abc import Iterator
from datetime import date
from typing import cast

from apprentissage._arguments import check_arguments
from apprentissage.age.contract_after_failure import FAILED, after_some_cycle, prolongs
from apprentissage.facts import Contract, DurationGround, Extension, ExtensionReason
from apprentissage.judging import (
    AgendaEntry,
    Consequence,
    Finding,
    Outcome,
    Proposed,
    Result,
    Rule,
    any_of,
    hopeless,
    not_applicable,
    proposal,
    undetermined,
    whether,
)
from apprentissage.judging.calendar_entries import entered
from apprentissage.law.durations import EXTENSION_MONTHS, FAILURE
from apprentissage.law.readings import LETTER, Readings
from apprentissage.months import last_day_of


def extra_year_latest_on(repeated_from: date) -> date:
    """The last day of the extra year after a failure.

    Args:
        repeated_from: First day of the extension, or of the new contract
            with another employer.

    Returns:
        The last lawful day.

    Raises:
        WrongType: For a datetime or a text.

    Source: art. L. 6222-11 du code du travail.

    >>> extra_year_latest_on(date(2026, 9, 1))
    datetime.date(2027, 8, 31)
    """
    check_arguments(extra_year_latest_on, locals())
    return one_year_from(repeated_from)


def one_year_from(repeated_from: date) -> date:
    """The same as `extra_year_latest_on`, unchecked."""
    # « pour une durée d'un an au plus »
    return last_day_of(repeated_from, EXTENSION_MONTHS)


def extended_after_failure(contract: Contract) -> date | None:
    """First day of the extension after a failure, None without a known one.

    >>> from apprentissage.facts import Apprentice, Extension
    >>> extended_after_failure(Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2029, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ...     extension=Extension(
    ...         reason=ExtensionReason.FAILED_EXAM,
    ...         starts_on=date(2028, 9, 1),
    ...     ),
    ... ))
    datetime.date(2028, 9, 1)
    """
    check_arguments(extended_after_failure, locals())
    return failed_from(contract)


def failed_from(contract: Contract) -> date | None:
    """The same as `extended_after_failure`, unchecked."""
    extension = contract.extension
    if extension is None or extension.reason is not ExtensionReason.FAILED_EXAM:
        return None
    return extension.starts_on


def repeated_from(contract: Contract) -> date | None:
    """First day of the extra year, None without a known one.

    L6222-11: « 1° Soit par prorogation du contrat initial […] ; 2° Soit par
    conclusion d'un nouveau contrat avec un autre employeur »: that of the
    extension, or of the whole contract, where its duration or the earlier
    cycles say so.

    >>> from apprentissage.facts import NO_EXTENSION, Apprentice
    >>> repeated_from(Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2027, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ...     duration_ground=DurationGround.FAILED_EXAM,
    ...     extension=NO_EXTENSION,
    ... ))
    datetime.date(2026, 9, 1)
    """
    check_arguments(repeated_from, locals())
    return first_repeated(contract)


def first_repeated(contract: Contract) -> date | None:
    """The same as `repeated_from`, unchecked."""
    if _untold(contract.extension):
        return failed_from(contract)
    whole = _whole_contract(contract).outcome is Outcome.COMPLIANT
    return contract.starts_on if whole else None


NO_FAILURE = "Le contrat ne prolonge pas un apprentissage après un échec."


def _whole_contract(contract: Contract) -> Finding:
    """Whether the whole contract is the year more, elsewhere."""
    ground = contract.duration_ground
    declared = whether(
        None if ground is None else ground is DurationGround.FAILED_EXAM,
        "duration_ground",
        holds=FAILED,
        fails=NO_FAILURE,
    )
    return any_of((declared, after_some_cycle(contract, LETTER, prolongs)))


class ExtraYearFinding(Finding):
    """What `EXTRA_YEAR` finds."""

    latest_on = Result[date]("last lawful day of the extra year")


def judge(contract: Contract, _: Readings) -> Finding:
    """After a failure the apprenticeship lasts one year more at most.

    L6222-11: « En cas d'échec à l'obtention du diplôme ou du titre
    professionnel visé, l'apprentissage peut être prolongé pour une durée
    d'un an au plus », by an extension or a new contract elsewhere.

    Args:
        contract: The facts; `extension`, `duration_ground`, and the earlier
            cycle whose examination failed.

    Returns:
        Value `latest_on`.
    """
    version = FAILURE.concluded(contract.concluded_on)
    first = first_repeated(contract)
    whole = _whole_contract(contract)
    whole_by = one_year_from(contract.starts_on)
    if whole.outcome is Outcome.COMPLIANT and contract.ends_on <= whole_by:
        # an unknown extension would only begin later
        first = first or contract.starts_on
    if first is None:
        missing = (*_untold(contract.extension), *whole.missing)
        if missing:
            return undetermined(*missing, sources=version.sources)
        return not_applicable(NO_FAILURE, sources=version.sources)
    latest_on = one_year_from(first)
    return whether(
        # « un an au plus »: a year sharp is lawful
        contract.ends_on <= latest_on,
        holds="La prolongation après un échec finit au plus tard le {latest_on}.",
        fails=(
            "La prolongation après un échec dure plus d'un an : elle devait "
            "finir au plus tard le {latest_on}."
        ),
        sources=version.sources,
        latest_on=latest_on,
    )


def failure_undated(contract: Contract) -> tuple[str, ...]:
    """What would tell when a year after a failure begins; none where that is told."""
    return () if failed_from(contract) else _untold(contract.extension)


def _untold(extension: Extension | None) -> tuple[str, ...]:
    """What would tell whether an extension follows a failure, and when."""
    if extension is None:
        return ("extension",)
    failed = extension.reason is ExtensionReason.FAILED_EXAM
    return ("extension.starts_on",) if failed else ()


def dates(contract: Contract, _: Readings) -> Iterator[AgendaEntry]:
    first = first_repeated(contract)
    if first is not None:
        yield entered(
            on=one_year_from(first),
            label="Fin de la prolongation au plus tard, un an après l'échec",
            sources=FAILURE.concluded(contract.concluded_on).sources,
            consequence=Consequence.UNLAWFUL,
        )


def remedies(_contract: Contract, found: Finding, _: Readings) -> Iterator[Proposed]:
    """An end within the year more."""
    latest_on = cast("date", found["latest_on"])
    yield proposal(
        "Avancer la fin du contrat au {day} au plus tard, un an après le "
        "début de la prolongation.",
        {"ends_on": latest_on},
        day=latest_on,
    )
    yield hopeless(
        "Après un échec, l'apprentissage ne se prolonge que d'un an, et ce contrat ne peut finir "
        "le {day} sans manquer à une autre règle : c'est sa durée entière qui est à revoir.",
        day=latest_on,
    )


EXTRA_YEAR = Rule(
    name="extra_year",
    title="Prolongation après un échec",
    judge=judge,
    articles=("L6222-11",),
    boxes=(18, 24),
    dates=dates,
    finding=ExtraYearFinding,
    remedies=remedies,
)
