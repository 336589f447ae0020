"""Transmission of the contract to the OPCO (art. D6224-1)."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

from attrs import evolve

from apprentissage.arguments import check_arguments
from apprentissage.facts import Contract
from apprentissage.facts.holidays import PublicHolidays
from apprentissage.facts.territories import Territory
from apprentissage.guards import check_date
from apprentissage.law.calendars import Workplace
from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.readings import LETTER, FilingSaturday, Readings
from apprentissage.law.sources import Caveat, Source, article
from apprentissage.months import morrow_of
from apprentissage.rules.calendar_entries import (
    AgendaEntry,
    Consequence,
    Undated,
)
from apprentissage.rules.deadlines import Deadline
from apprentissage.rules.finding import (
    UNKNOWN,
    Finding,
    all_of,
    not_applicable,
    reminder,
    undetermined,
    whether,
)
from apprentissage.rules.rule import Rule

__all__ = [
    "AVENANT_FILING",
    "FILING",
    "FILING_DAYS",
    "filing_deadline",
    "filing_deadlines",
]
__dir__ = __all__.copy

NOT_SENT = "La transmission est à faire au plus tard le {due_on}."
NOT_SENT_SOMEWHERE = (
    "La transmission est à faire au plus tard le {prudent_due_on}, ou "
    "quelques jours après selon les jours fériés du lieu d'exécution."
)
SENT = (
    "La transmission du {filed_on} est faite dans les cinq jours ouvrables "
    "(jusqu'au {due_on})."
)
SENT_LATE = (
    "La transmission du {filed_on} devait être faite au plus tard le "
    "{due_on}, cinq jours ouvrables après le début."
)
NO_AVENANT = "Aucun avenant n'est déclaré."

_SATURDAY = 5
_NO_HOLIDAY: frozenset[date] = frozenset()
_AVENANT_SOURCES = (article("D6224-6"), article("D6224-1"))
_BY_ANALOGY = Caveat(
    "AVENANT_BY_ANALOGY",
    "Un avenant se transmet « dans les mêmes conditions » que le contrat ; "
    "que les cinq jours courent de sa date d'effet n'est pas écrit, et le "
    "numéro de l'article est déduit.",
)
_NO_SANCTION = Caveat(
    "NO_SANCTION",
    "Aucun texte ne sanctionne le retard, et l'art. D. 6224-2 n'en fait pas "
    "un motif de refus.",
)

FILING_DAYS = ByConclusion(
    "délai de transmission à l'OPCO",
    (version(date(2020, 1, 1), 5, "D6224-1"),),
)
"""Jours ouvrables to file; before 2020 the chambers registered contracts."""


def filing_deadline(
    starts_on: date,
    *,
    worked_holidays: frozenset[date],
    territory: Territory | None = None,
    holidays: PublicHolidays | None = None,
    concluded_on: date | None = None,
    readings: Readings = LETTER,
) -> Deadline:
    """The last day to send the contract: five jours ouvrables after its start.

    The start day does not count, Saturdays do, and so do public holidays
    usually worked in the firm: they bring the day forward, which is why they
    must be stated.

    Args:
        starts_on: First day of execution.
        worked_holidays: Public holidays usually worked in the firm,
            frozenset() for none.
        territory: Place of execution; needed unless `holidays` is given.
        holidays: The firm's own calendar, instead of the territory's.
        concluded_on: Day of conclusion, which chooses the law; where None,
            the start.
        readings: `filing_saturday` and `saint_martin_holiday` are read.

    Returns:
        The deadline, with the days counted and skipped.

    Raises:
        NotCovered: For contracts concluded before 2020-01-01.
        WrongType: Without territory and calendar; for a datetime or a text.
        InvalidValue: For a calendar that leaves no day open.

    Source: art. D6224-1, contracts from 2020-01-01.

    >>> deadline = filing_deadline(
    ...     date(2026, 4, 30),
    ...     territory=Territory.METROPOLE,
    ...     worked_holidays=frozenset(),
    ... )
    >>> deadline.due_on
    datetime.date(2026, 5, 7)
    >>> [day.reason for day in deadline.skipped]
    ['fête du Travail', 'dimanche']
    """
    check_date("starts_on", starts_on)
    law = FILING_DAYS.concluded(
        starts_on if concluded_on is None else concluded_on
    )
    place = Workplace(
        territory=territory,
        worked_holidays=worked_holidays,
        holidays=holidays,
        readings=readings,
    )
    # « Au plus tard dans les cinq jours ouvrables qui suivent le début de
    # l'exécution du contrat »: the start itself is not counted.
    counted = [place.next_ouvrable(starts_on)]
    while len(counted) < law.value:
        counted.append(place.next_ouvrable(counted[-1]))
    due_on = counted[-1]
    # Code de procédure civile, art. 642 al. 2, by analogy: the délai that
    # would end on a Saturday runs « jusqu'au premier jour ouvrable suivant ».
    if (
        readings.filing_saturday is FilingSaturday.NEXT_OPEN_DAY
        and due_on.weekday() == _SATURDAY
    ):
        due_on = place.next_ouvrable(due_on)
    return Deadline(
        due_on=due_on,
        counted=tuple(counted),
        skipped=tuple(
            off
            for _, off in place.between(morrow_of(starts_on), due_on)
            if off is not None
        ),
        sources=law.sources,
    )


def filing_deadlines(
    contract: Contract,
    starts_on: date | None = None,
    readings: Readings = LETTER,
) -> tuple[Deadline, ...]:
    """The deadlines that the known facts of a contract allow.

    Where the territory is unknown each one is tried, and where the worked
    holidays are unknown, none and all of them.

    Args:
        contract: Its employer and its conclusion are read.
        starts_on: The day counted from; where None, the contract's start.
        readings: `filing_saturday` and `saint_martin_holiday` are read.

    Returns:
        One for each last day possible, the earliest first.

    Raises:
        NotCovered: For contracts concluded before 2020-01-01.

    Source: art. D6224-1.

    >>> from apprentissage.facts import Apprentice
    >>> contract = Contract(
    ...     concluded_on=date(2026, 4, 27),
    ...     starts_on=date(2026, 4, 30),
    ...     ends_on=date(2027, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2006, 2, 10)),
    ... )
    >>> [str(each.due_on) for each in filing_deadlines(contract)]
    ['2026-05-06', '2026-05-07']
    """
    check_arguments(filing_deadlines, locals())
    employer = contract.employer
    first = contract.starts_on if starts_on is None else starts_on
    elsewhere = employer.territory is None and employer.holidays is None
    worked = employer.worked_holidays
    possible = {
        deadline.due_on: deadline
        for territory, holidays in product(
            Territory if elsewhere else (employer.territory,),
            (_every_day_after(first), _NO_HOLIDAY)
            if worked is None
            else (worked,),
        )
        for deadline in (
            filing_deadline(
                first,
                territory=territory,
                worked_holidays=holidays,
                holidays=employer.holidays,
                concluded_on=contract.concluded_on,
                readings=readings,
            ),
        )
    }
    return tuple(possible[due_on] for due_on in sorted(possible))


def _every_day_after(day: date) -> frozenset[date]:
    """The days that follow, as if each were a holiday that is worked."""
    return frozenset(day + timedelta(days=n) for n in range(1, 31))


def _waits_for(contract: Contract) -> tuple[str, ...]:
    employer = contract.employer
    unknown = {
        "employer.territory": employer.territory is None
        and employer.holidays is None,
        "employer.worked_holidays": employer.worked_holidays is None,
    }
    return tuple(path for path, is_unknown in unknown.items() if is_unknown)


def _sending(
    contract: Contract, since: date, filed_on: date | None, readings: Readings
) -> Finding:
    deadlines = filing_deadlines(contract, since, readings)
    earliest, latest = deadlines[0], deadlines[-1]
    if filed_on is None:
        settled = earliest is latest
        due = reminder(
            NOT_SENT if settled else NOT_SENT_SOMEWHERE,
            sources=latest.sources,
            caveats=latest.caveats,
            prudent_due_on=earliest.due_on,
        )
        return due.with_values(due_on=latest.due_on) if settled else due
    if earliest.due_on < filed_on <= latest.due_on:
        return undetermined(
            *_waits_for(contract),
            sources=latest.sources,
            prudent_due_on=earliest.due_on,
        )
    # « Au plus tard dans les cinq jours ouvrables »: the fifth included
    held = filed_on <= earliest.due_on
    deciding = earliest if held else latest
    return whether(
        held,
        holds=SENT,
        fails=SENT_LATE,
        sources=deciding.sources,
        caveats=deciding.caveats
        if held
        else (*deciding.caveats, _NO_SANCTION),
        filed_on=filed_on,
        due_on=deciding.due_on,
    )


def _judge(contract: Contract, readings: Readings) -> Finding:
    """The contract is sent within five jours ouvrables after its start.

    D6224-1, contracts concluded from 2020-01-01. Sending is an event: as
    long as nobody declares it, the rule tells the day and judges nothing.

    Args:
        contract: The facts; `file.filed_on` is judged.
        readings: `filing_saturday`, `saint_martin_holiday`.

    Returns:
        Value `due_on`, where the facts settle it, and `prudent_due_on`.
    """
    return _sending(
        contract, contract.starts_on, contract.file.filed_on, readings
    )


def _judge_avenants(contract: Contract, readings: Readings) -> Finding:
    """An avenant is sent « dans les mêmes conditions » as the contract.

    D6224-6, number inferred. From which day the five run is not written: the
    day of effect, by analogy.

    Args:
        contract: The facts; `file.avenants` are judged.
        readings: `filing_saturday`, `saint_martin_holiday`.

    Returns:
        A part for each avenant.
    """
    avenants = contract.file.avenants
    if not avenants:
        return not_applicable(NO_AVENANT, sources=_AVENANT_SOURCES)
    return all_of(
        evolve(
            undetermined(f"file.avenants[{rank}].effective_on")
            if avenant.effective_on is None
            else _sending(
                contract, avenant.effective_on, avenant.filed_on, readings
            ),
            subject=f"avenant {rank + 1}",
            sources=_AVENANT_SOURCES,
            caveats=(_BY_ANALOGY,),
        )
        for rank, avenant in enumerate(avenants)
    )


def _entry(
    contract: Contract,
    since: date | None,
    what: str,
    sources: tuple[Source, ...],
    readings: Readings,
) -> AgendaEntry | Undated:
    label = f"Dernier jour pour transmettre {what}"
    deadline, *others = filing_deadlines(contract, since, readings)
    if others:
        return Undated(
            label=label, waits_for=_waits_for(contract), sources=sources
        )
    return AgendaEntry(
        on=deadline.due_on,
        label=f"{label} {_ADDRESSEES[contract.employer.public]}",
        sources=sources,
        consequence=Consequence.NONE_KNOWN,
    )


def _dates(
    contract: Contract, readings: Readings
) -> Iterator[AgendaEntry | Undated]:
    sources = FILING_DAYS.concluded(contract.concluded_on).sources
    yield _entry(contract, None, "le contrat", sources, readings)


def _avenant_dates(
    contract: Contract, readings: Readings
) -> Iterator[AgendaEntry | Undated]:
    for rank, avenant in enumerate(contract.file.avenants or ()):
        what = f"l'avenant {rank + 1}"
        if avenant.effective_on is None:
            yield Undated(
                label=f"Dernier jour pour transmettre {what}",
                waits_for=(f"file.avenants[{rank}].effective_on",),
                sources=_AVENANT_SOURCES,
            )
        else:
            yield _entry(
                contract,
                avenant.effective_on,
                what,
                _AVENANT_SOURCES,
                readings,
            )


_ADDRESSEES = {
    False: "à l'opérateur de compétences",
    True: "au service de l'État chargé du dépôt",
    None: "à l'opérateur de compétences, ou au service de l'État pour un "
    "employeur public",
}
"""To whom the contract goes, by whether the employer is public."""

_READS = ("filing_saturday", "saint_martin_holiday")

FILING = Rule(
    name="filing",
    title="Transmission du contrat",
    judge=_judge,
    articles=("D6224-1",),
    boxes=(21,),
    reads=_READS,
    sentences=(NOT_SENT, NOT_SENT_SOMEWHERE, SENT, SENT_LATE, UNKNOWN),
    dates=_dates,
    outlives_rupture=True,
)

AVENANT_FILING = Rule(
    name="avenant_filing",
    title="Transmission des avenants",
    judge=_judge_avenants,
    articles=("D6224-6", "D6224-1"),
    boxes=(23,),
    reads=_READS,
    sentences=(
        NO_AVENANT,
        NOT_SENT,
        NOT_SENT_SOMEWHERE,
        SENT,
        SENT_LATE,
        UNKNOWN,
    ),
    dates=_avenant_dates,
    outlives_rupture=True,
)
