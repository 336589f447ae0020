"""Who is a minor, and on which days of work."""

from collections.abc import Iterable, Iterator

from apprentissage.arguments import check_arguments
from apprentissage.facts import Contract, WorkDay
from apprentissage.law.minors_hours import MAJORITY
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Source
from apprentissage.rules.ages import age_on
from apprentissage.rules.finding import Finding, all_of, not_applicable

__all__ = [
    "ADULT",
    "ALL_DAYS",
    "NO_DAY",
    "is_minor",
    "judged_days",
    "minor_days",
]
__dir__ = __all__.copy

ADULT = "L'apprenti est majeur au début du contrat."
ALL_DAYS = (
    "Tous les jours de travail déclarés avant la majorité respectent la règle."
)
NO_DAY = "Aucun jour de travail n'est déclaré avant la majorité."


def is_minor(contract: Contract, readings: Readings) -> bool:
    """Whether the apprentice is under 18 when the contract starts.

    >>> from datetime import date
    >>> from apprentissage.facts import Apprentice
    >>> from apprentissage.law.readings import LETTER
    >>> contract = Contract(
    ...     concluded_on=date(2026, 9, 1),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2009, 2, 10)),
    ... )
    >>> is_minor(contract, LETTER)
    True
    """
    check_arguments(is_minor, locals())
    born_on = contract.apprentice.born_on
    return age_on(born_on, contract.starts_on, readings) < MAJORITY


def minor_days(
    contract: Contract, readings: Readings
) -> Iterator[tuple[int, WorkDay, int]]:
    """The days of work before the majority, in order.

    Returns:
        Rank in `working_time.days`, the day, and the age on it.

    >>> from datetime import date
    >>> from apprentissage.facts import Apprentice, WorkingTime
    >>> from apprentissage.law.readings import LETTER
    >>> contract = Contract(
    ...     concluded_on=date(2026, 9, 1),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2009, 2, 10)),
    ...     working_time=WorkingTime(days=tuple(
    ...         WorkDay(on=date(2027, 2, day)) for day in (9, 10)
    ...     )),
    ... )
    >>> [(rank, age) for rank, _, age in minor_days(contract, LETTER)]
    [(0, 17)]
    """
    check_arguments(minor_days, locals())
    working_time = contract.working_time
    days = () if working_time is None else working_time.days or ()
    for rank, day in sorted(enumerate(days), key=lambda item: item[1].on):
        age = age_on(contract.apprentice.born_on, day.on, readings)
        if age < MAJORITY:
            yield rank, day, age


def judged_days(
    parts: Iterable[Finding],
    contract: Contract,
    readings: Readings,
    sources: tuple[Source, ...],
) -> Finding:
    """All parts together; not applicable to an adult, or without a day.

    >>> from datetime import date
    >>> from apprentissage.facts import Apprentice
    >>> from apprentissage.law.readings import LETTER
    >>> adult = Contract(
    ...     concluded_on=date(2026, 9, 1),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2000, 2, 10)),
    ... )
    >>> judged_days([], adult, LETTER, ()).template == ADULT
    True
    """
    check_arguments(judged_days, locals())
    days = list(parts)
    if not days:
        minor = is_minor(contract, readings)
        return not_applicable(NO_DAY if minor else ADULT, sources=sources)
    return all_of(days, holds=ALL_DAYS if len(days) > 1 else None)
