"""The rupture of the contract: free period and resignation (L6222-18)."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from attrs import evolve

from apprentissage.arguments import check_arguments
from apprentissage.facts import Contract, Rupture, RuptureCause
from apprentissage.guards import check_items
from apprentissage.law.readings import LETTER, Readings, ResignationDelays
from apprentissage.law.rupture import FREE_DAYS, FREE_PERIOD, RESIGNATION
from apprentissage.law.sources import Caveat, article
from apprentissage.months import last_day_of, morrow_of
from apprentissage.rules.calendar_entries import (
    AgendaEntry,
    Consequence,
    Undated,
)
from apprentissage.rules.finding import (
    UNKNOWN,
    Finding,
    Outcome,
    all_of,
    any_of,
    compliant,
    not_applicable,
    reminder,
    undetermined,
    whether,
)
from apprentissage.rules.rule import Rule

__all__ = [
    "RUPTURE",
    "employer_informed_from",
    "free_until",
    "in_free_period",
    "ruptured_from",
]
__dir__ = __all__.copy

NO_RUPTURE = "Aucune rupture n'est déclarée."
FREE = (
    "La rupture intervient dans la période libre : elle n'est soumise ni à "
    "un motif ni à un délai."
)
NOT_FREE = "La période de rupture libre a pris fin le {free_until}."
GROUNDED = "La rupture repose sur une cause prévue par le code : {cause}."
INFORMED_IN_TIME = (
    "L'employeur est informé le {day}, au moins cinq jours après la saisine "
    "du médiateur."
)
INFORMED_EARLY = (
    "L'employeur est informé le {day} : il ne pouvait l'être qu'à partir du "
    "{informed_from}, cinq jours après la saisine du médiateur."
)
RUPTURED_IN_TIME = (
    "La rupture du {day} intervient au moins sept jours après l'information "
    "de l'employeur."
)
RUPTURED_EARLY = (
    "La rupture du {day} ne pouvait intervenir qu'à partir du "
    "{ruptured_from}, sept jours après l'information de l'employeur."
)
RUPTURED_TOO_EARLY = (
    "La rupture du {day} ne pouvait intervenir qu'à partir du "
    "{ruptured_from} : cinq jours de la saisine du médiateur à l'information "
    "de l'employeur, puis sept."
)
NOT_YET_INFORMED = "L'information de l'employeur n'est pas encore déclarée."
NOT_YET_RUPTURED = "Le jour de la rupture n'est pas encore déclaré."

_DELAYS = RESIGNATION.versions[-1].value
_FREE, _CAUSE = "période de rupture libre", "cause de la rupture"
_INFORMING, _RUPTURING = "information de l'employeur", "rupture"
_FORM = (article("R6222-21"), article("D6224-7"))
_CAUSE_NOT_JUDGED = Caveat(
    "CAUSE_NOT_JUDGED",
    "Les conditions propres à cette cause (accord écrit, procédure, "
    "constat) ne sont pas examinées ici.",
)


def in_free_period(company_day: int) -> bool:
    """Whether a day in the firm is one of free rupture, since August 2015.

    Args:
        company_day: Its rank among the days of practical training in the
            firm, 0 before the first of them; days at the CFA are not
            counted.

    Raises:
        WrongType: For what is no int.
        InvalidValue: Under 0.

    Source: art. L. 6222-18 al. 1 du code du travail.

    >>> in_free_period(45), in_free_period(46)
    (True, False)
    """
    check_arguments(in_free_period, locals())
    # « quarante-cinq premiers jours, consécutifs ou non »: the 45th is free
    return company_day <= FREE_DAYS


def free_until(
    practical_days: Collection[date],
    *,
    starts_on: date,
    concluded_on: date,
) -> date | None:
    """The last day on which either party may break the contract freely.

    Args:
        practical_days: Days of practical training in the firm so far.
        starts_on: First day of execution.
        concluded_on: Day of conclusion, which chooses the law.

    Returns:
        The 45th of these days, None while there are fewer; before August
        2015, the last day of the second month of the contract.

    Raises:
        NotCovered: Before 2008-05-01.
        WrongType: For a datetime or a text.

    Source: art. L. 6222-18 al. 1 du code du travail.

    >>> firm = [date(2025, 9, 1) + timedelta(days=n) for n in range(60)]
    >>> free_until(
    ...     firm, starts_on=date(2025, 9, 1), concluded_on=date(2025, 9, 1)
    ... )
    datetime.date(2025, 10, 15)
    """
    check_arguments(free_until, locals())
    law = FREE_PERIOD.concluded(concluded_on).value
    if law.months is not None:
        return last_day_of(starts_on, law.months)
    days = set(check_items("practical_days", practical_days, date))
    return dict(enumerate(sorted(days), 1)).get(FREE_DAYS)


def employer_informed_from(
    mediator_referred_on: date, readings: Readings = LETTER
) -> date:
    """The first day on which a resigning apprentice informs the employer.

    Args:
        mediator_referred_on: Day on which the mediator was seized; not
            counted.
        readings: `resignation_delays` is read.

    Returns:
        The fifth calendar day after, or the sixth where days are full.

    Raises:
        WrongType: For a datetime or a text.

    Source: art. D. 6222-21-1, contracts concluded from 2019-01-01.

    >>> employer_informed_from(date(2026, 1, 5))
    datetime.date(2026, 1, 10)
    """
    check_arguments(employer_informed_from, locals())
    return _after(mediator_referred_on, _DELAYS.before_informing, readings)


def ruptured_from(
    employer_informed_on: date, readings: Readings = LETTER
) -> date:
    """The first day on which a resigning apprentice breaks the contract.

    Args:
        employer_informed_on: Day on which the employer was informed; not
            counted.
        readings: `resignation_delays` is read.

    Returns:
        The seventh calendar day after, or the eighth where days are full.

    Raises:
        WrongType: For a datetime or a text.

    Source: art. D. 6222-21-1, contracts concluded from 2019-01-01.

    >>> ruptured_from(date(2026, 1, 14))
    datetime.date(2026, 1, 21)
    """
    check_arguments(ruptured_from, locals())
    return _after(employer_informed_on, _DELAYS.before_rupture, readings)


def _after(day: date, days: int, readings: Readings) -> date:
    # « au moins »: whether the last day is free is not settled
    last = day + timedelta(days=days)
    if readings.resignation_delays is ResignationDelays.FULL_DAYS:
        return morrow_of(last)
    return last


def _limit(contract: Contract) -> date | None:
    return free_until(
        contract.file.practical_days or (),
        starts_on=contract.starts_on,
        concluded_on=contract.concluded_on,
    )


def _free(contract: Contract, rupture: Rupture) -> Finding:
    law = FREE_PERIOD.concluded(contract.concluded_on)
    on = (
        rupture.ruptured_on
        or rupture.employer_informed_on
        or rupture.mediator_referred_on
    )
    limit = _limit(contract)
    free: bool | None = None
    if on is not None:
        first_days = timedelta(days=FREE_DAYS - 1)
        if limit is not None:
            free = on <= limit
        elif contract.file.practical_days is not None:
            free = True  # the 45th day has not come
        elif on <= contract.starts_on + first_days:
            free = True  # nor can it have
    if free and rupture.ruptured_on is None:
        free = None
    missing = {
        "file.rupture.ruptured_on": rupture.ruptured_on is None,
        "file.practical_days": law.value.months is None
        and contract.file.practical_days is None,
    }
    return whether(
        free,
        *(path for path, is_unknown in missing.items() if is_unknown),
        holds=FREE,
        fails=NOT_FREE,
        sources=law.sources,
        caveats=law.caveats,
        subject=_FREE,
        free_until=limit,
    )


def _informed(rupture: Rupture, readings: Readings) -> Finding:
    sources = RESIGNATION.versions[-1].sources
    day = rupture.employer_informed_on
    if day is None:
        return reminder(NOT_YET_INFORMED, sources=sources, subject=_INFORMING)
    if rupture.mediator_referred_on is None:
        return undetermined(
            "file.rupture.mediator_referred_on",
            sources=sources,
            subject=_INFORMING,
        )
    informed_from = employer_informed_from(
        rupture.mediator_referred_on, readings
    )
    return whether(
        day >= informed_from,
        holds=INFORMED_IN_TIME,
        fails=INFORMED_EARLY,
        sources=sources,
        subject=_INFORMING,
        day=day,
        informed_from=informed_from,
    )


def _broken(rupture: Rupture, readings: Readings) -> Finding:
    sources = RESIGNATION.versions[-1].sources
    day = rupture.ruptured_on
    if day is None:
        return reminder(NOT_YET_RUPTURED, sources=sources, subject=_RUPTURING)
    informed_on = rupture.employer_informed_on
    since = informed_on
    if since is None and rupture.mediator_referred_on is not None:
        since = employer_informed_from(rupture.mediator_referred_on, readings)
    first = None if since is None else ruptured_from(since, readings)
    # the day of information may not matter: both delays take twelve days
    if first is None or (informed_on is None and day >= first):
        return undetermined(
            "file.rupture.employer_informed_on",
            sources=sources,
            subject=_RUPTURING,
        )
    return whether(
        day >= first,
        holds=RUPTURED_IN_TIME,
        fails=RUPTURED_TOO_EARLY if informed_on is None else RUPTURED_EARLY,
        sources=sources,
        subject=_RUPTURING,
        day=day,
        ruptured_from=first,
    )


def _by_cause(
    contract: Contract, rupture: Rupture, readings: Readings
) -> Finding:
    if rupture.cause is None:
        return undetermined("file.rupture.cause", subject=_CAUSE)
    if rupture.cause is not RuptureCause.RESIGNATION:
        return compliant(
            GROUNDED,
            sources=(article("L6222-18"), *_FORM),
            caveats=(_CAUSE_NOT_JUDGED,),
            subject=_CAUSE,
            cause=rupture.cause,
        )
    RESIGNATION.concluded(contract.concluded_on)  # none before 2019
    return all_of(
        (_informed(rupture, readings), _broken(rupture, readings)),
        subject=_CAUSE,
    )


def _judge(contract: Contract, readings: Readings) -> Finding:
    """The contract is broken in the free period, or for a cause of the Code.

    L6222-18 al. 1: either party, until the end of the first 45 days,
    « consécutifs ou non », of practical training in the firm (two months of
    the contract before August 2015). After it, an apprentice who resigns
    seizes the mediator, then waits five calendar days to inform the employer
    and seven more to break (D6222-21-1, contracts from 2019). A rupture that
    nobody declares is judged in nothing.

    Args:
        contract: The facts; `file.rupture` and `file.practical_days`.
        readings: `resignation_delays`.

    Returns:
        Value `free_until`; a part for the free period and one for the cause.
    """
    rupture = contract.file.rupture
    law = FREE_PERIOD.concluded(contract.concluded_on)
    if rupture is None:
        return not_applicable(
            NO_RUPTURE,
            sources=law.sources,
            caveats=law.caveats,
            free_until=_limit(contract),
        )
    free = _free(contract, rupture)
    if free.outcome is Outcome.COMPLIANT:
        return evolve(free, subject="")
    by_cause = _by_cause(contract, rupture, readings)
    if by_cause.outcome is Outcome.NOT_APPLICABLE:
        return evolve(by_cause, subject="")  # nothing has happened yet
    found = any_of((free, by_cause))
    return found.with_values(free_until=_limit(contract))


def _dates(
    contract: Contract, readings: Readings
) -> Iterator[AgendaEntry | Undated]:
    law = FREE_PERIOD.concluded(contract.concluded_on)
    limit = _limit(contract)
    label = "Dernier jour de rupture libre par l'une ou l'autre des parties"
    if limit is None:
        yield Undated(
            label=label,
            waits_for=("file.practical_days",),
            sources=law.sources,
        )
    else:
        yield AgendaEntry(
            on=limit,
            label=label,
            sources=law.sources,
            consequence=Consequence.RIGHT_LOST,
        )
    rupture = contract.file.rupture
    if rupture is not None and rupture.ruptured_on is not None:
        yield AgendaEntry(
            on=rupture.ruptured_on,
            label="Rupture, à notifier sans délai au CFA et à l'organisme "
            "chargé du dépôt",
            sources=_FORM,
        )
    if rupture is not None and rupture.cause is RuptureCause.RESIGNATION:
        yield from _resignation_dates(contract, rupture, readings)


def _resignation_dates(
    contract: Contract, rupture: Rupture, readings: Readings
) -> Iterator[AgendaEntry]:
    # the days are the decree's
    sources = RESIGNATION.concluded(contract.concluded_on).sources[::-1]
    if rupture.mediator_referred_on is not None:
        yield AgendaEntry(
            on=employer_informed_from(rupture.mediator_referred_on, readings),
            label="Démission : premier jour pour informer l'employeur",
            sources=sources,
            consequence=Consequence.UNLAWFUL,
        )
    if rupture.employer_informed_on is not None:
        yield AgendaEntry(
            on=ruptured_from(rupture.employer_informed_on, readings),
            label="Démission : premier jour de la rupture",
            sources=sources,
            consequence=Consequence.UNLAWFUL,
        )


RUPTURE = Rule(
    name="rupture",
    title="Rupture du contrat",
    judge=_judge,
    articles=("L6222-18", "D6222-21-1", "R6222-21"),
    reads=("resignation_delays",),
    sentences=(
        NO_RUPTURE,
        FREE,
        NOT_FREE,
        GROUNDED,
        INFORMED_IN_TIME,
        INFORMED_EARLY,
        RUPTURED_IN_TIME,
        RUPTURED_EARLY,
        RUPTURED_TOO_EARLY,
        NOT_YET_INFORMED,
        NOT_YET_RUPTURED,
        UNKNOWN,
    ),
    dates=_dates,
)
