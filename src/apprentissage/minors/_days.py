"""Who is a minor, until when, and on which days of work (L3161-1)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time

from apprentissage._text import short_date
from apprentissage.age.ages import age_on, birthday
from apprentissage.facts import Contract, WorkDay, WorkingTime
from apprentissage.facts.authorities import Source
from apprentissage.judging import Finding, Outcome, all_of, not_applicable
from apprentissage.law.readings import Readings
from apprentissage.minors.texts import MAJORITY, SIXTEEN
from apprentissage.months import eve_of

ADULT = "L'apprenti est majeur au début du contrat."
Days = Sequence[tuple[int, WorkDay, int]]
"""Days of work, each with its rank and the age on it."""

MIDNIGHT, _SIX = 24 * 60, 6 * 60


_NOTHING_TOLD = WorkingTime()


def working_time_of(contract: Contract) -> WorkingTime:
    """The working time, each fact of it unknown where nobody tells it."""
    return contract.working_time or _NOTHING_TOLD


def starts_as_minor(contract: Contract, readings: Readings) -> bool:
    """Whether the apprentice is under 18 when the contract starts."""
    born_on = contract.apprentice.born_on
    # « Les salariés âgés de moins de dix-huit ans »
    return age_on(born_on, contract.starts_on, readings) < MAJORITY


def minor_until(contract: Contract, readings: Readings, *, under_16: bool = False) -> date:
    """The last day of a limit of minors: the eve of the 18th birthday.

    Args:
        contract: The facts.
        readings: `leap_birthday`.
        under_16: A limit of those under sixteen: the eve of the 16th.
    """
    age = SIXTEEN if under_16 else MAJORITY
    return eve_of(birthday(contract.apprentice.born_on, age, readings))


def minor_days(contract: Contract, readings: Readings) -> Iterator[tuple[int, WorkDay, int]]:
    """The days of work before the majority, in order.

    A day before the birth is a slip of the pen and no day of a minor.

    Returns:
        Rank in `working_time.days`, the day, and the age on it.
    """
    days = working_time_of(contract).days
    if not days:
        return
    born_on = contract.apprentice.born_on
    for rank, day in sorted(enumerate(days), key=lambda item: item[1].on):
        age = age_on(born_on, day.on, readings)
        if born_on <= day.on and age < MAJORITY:
            yield rank, day, age


def judged_days(
    parts: Iterable[Finding],
    contract: Contract,
    readings: Readings,
    sources: tuple[Source, ...],
    *,
    reminds: Finding | None = None,
) -> Finding:
    """All parts together; not applicable to an adult, or without a day.

    Args:
        parts: A finding on each day.
        contract: The facts.
        readings: `leap_birthday`.
        sources: What the rule rests on.
        reminds: What is told of a minor without any day declared.
    """
    days = list(parts)
    if days:
        if len(days) == 1:
            return all_of(days)
        found = all_of(
            days,
            holds="Tous les jours de travail déclarés avant la majorité respectent la "
            "règle, qui vaut jusqu'au {until_on}.",
        )
        if found.outcome is not Outcome.COMPLIANT:
            return found
        return found.but(until_on=minor_until(contract, readings))
    if not starts_as_minor(contract, readings):
        return not_applicable(ADULT, sources=sources)
    if reminds is not None:
        return reminds
    return not_applicable(
        "Aucun jour de travail n'est déclaré avant la majorité : la règle "
        "vaut jusqu'au {until_on}.",
        sources=sources,
        until_on=minor_until(contract, readings),
    )


def replanned(
    contract: Contract, mended: Mapping[int, WorkDay | None]
) -> dict[str, tuple[WorkDay, ...]]:
    """The days of work with some changed, as one change of the facts.

    Args:
        contract: The facts.
        mended: The days to write, by rank; None for a day off.

    >>> from apprentissage.facts import Apprentice
    >>> replanned(Contract(
    ...     concluded_on=date(2026, 9, 1),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2009, 2, 10)),
    ... ), {})
    {'working_time.days': ()}
    """
    days = working_time_of(contract).days or ()
    planned = (mended.get(rank, day) for rank, day in enumerate(days))
    return {"working_time.days": tuple(day for day in planned if day is not None)}


def on_days(days: Iterable[WorkDay]) -> tuple[str, ...]:
    """Days as the sentence of a remedy tells them.

    >>> on_days([WorkDay(on=date(2027, 2, 9))])
    ('09/02/2027',)
    """
    return tuple(short_date(day.on) for day in days)


def minutes(at: time) -> int:
    """Minutes from midnight to a time of the day.

    >>> from datetime import time
    >>> minutes(time(6, 30))
    390
    """
    return 60 * at.hour + at.minute


def end_minutes(day: WorkDay) -> int | None:
    """Minutes from midnight to the end of work, which may follow it.

    None where it is unknown: without a start, an end between midnight and
    six may be that of the day or of the morrow.

    >>> from datetime import date, time
    >>> night = WorkDay(
    ...     on=date(2027, 2, 9), starts_at=time(18), ends_at=time(1)
    ... )
    >>> end_minutes(night) == MIDNIGHT + 60
    True
    """
    if day.ends_at is None:
        return None
    end = minutes(day.ends_at)
    if day.starts_at is None:
        if 0 < end < _SIX:
            return None
        return end or MIDNIGHT
    return end + (MIDNIGHT if day.ends_at <= day.starts_at else 0)
