"""Transmission of the contract and of its avenants (art. D6224-1, D6224-5)."""

from collections.abc import Iterator
from datetime import date
from itertools import product

from attrs import frozen

from apprentissage._arguments import check_arguments
from apprentissage._guards import check_bool, check_date
from apprentissage.dossier.deadlines import Deadline
from apprentissage.dossier.funding_texts import of_sector
from apprentissage.facts import Contract
from apprentissage.facts.authorities import Source
from apprentissage.facts.avenants import ToldAvenant, told_avenants
from apprentissage.facts.holidays import PublicHolidays
from apprentissage.facts.territories import Territory
from apprentissage.judging import (
    AgendaEntry,
    Consequence,
    Finding,
    Rule,
    Undated,
    all_of,
    not_applicable,
    reminder,
    undetermined,
    whether,
)
from apprentissage.law.calendars import DayOff, Workplace
from apprentissage.law.choices import FilingSaturday
from apprentissage.law.dated import ByConclusion, ByEvent, version
from apprentissage.law.readings import LETTER, Readings
from apprentissage.law.refusals import REFUSED_FOR_ANY_BREACH
from apprentissage.law.sources import Caveat

NOT_SENT = "Le contrat est à transmettre au plus tard le {due_on}."
NOT_SENT_SOMEWHERE = (
    "Le contrat est à transmettre au plus tard le {prudent_due_on}, ou "
    "quelques jours après selon les jours fériés du lieu d'exécution."
)
SENT = (
    "Le contrat, transmis le {filed_on}, l'est dans les cinq jours ouvrables "
    "qui suivent le début de son exécution (jusqu'au {due_on})."
)
SENT_LATE = (
    "Le contrat, transmis le {filed_on}, devait l'être au plus tard le "
    "{due_on}, cinq jours ouvrables après le début de son exécution."
)
AVENANT_NOT_SENT = "L'avenant est à transmettre au plus tard le {due_on}."
AVENANT_NOT_SENT_SOMEWHERE = (
    "L'avenant est à transmettre au plus tard le {prudent_due_on}, ou "
    "quelques jours après selon les jours fériés du lieu d'exécution."
)
AVENANT_SENT = (
    "L'avenant, transmis le {filed_on}, l'est dans les cinq jours ouvrables "
    "qui suivent sa prise d'effet (jusqu'au {due_on})."
)
AVENANT_SENT_LATE = (
    "L'avenant, transmis le {filed_on}, devait l'être au plus tard le "
    "{due_on}, cinq jours ouvrables après sa prise d'effet."
)

_SATURDAY, _SUNDAY = 5, 6
_NO_HOLIDAY: frozenset[date] = frozenset()
_BY_ANALOGY = Caveat(
    "AVENANT_BY_ANALOGY",
    "L'avenant est transmis « dans les conditions fixées au présent "
    "chapitre » (art. D. 6224-5 et D. 6275-4) : que les cinq jours ouvrables "
    "courent de sa date d'effet n'est pas écrit, mais suit de celles du "
    "contrat.",
)
_NO_SANCTION = Caveat(
    "NO_SANCTION",
    "Aucun texte ne sanctionne le retard, et l'art. D. 6224-2 n'en fait pas "
    "un motif de refus.",
)


@frozen(kw_only=True)
class _Sayings:
    """The sentences on a transmission."""

    due: str
    due_somewhere: str
    done: str
    late: str


_OF_THE_CONTRACT = _Sayings(
    due=NOT_SENT, due_somewhere=NOT_SENT_SOMEWHERE, done=SENT, late=SENT_LATE
)
_OF_AN_AVENANT = _Sayings(
    due=AVENANT_NOT_SENT,
    due_somewhere=AVENANT_NOT_SENT_SOMEWHERE,
    done=AVENANT_SENT,
    late=AVENANT_SENT_LATE,
)

FILING_DAYS = ByConclusion(
    "délai de transmission à l'OPCO",
    (version(date(2020, 1, 1), 5, "D6224-1", "D6275-1"),),
)
"""Jours ouvrables to file; before 2020 the chambers registered contracts.

D6224-1, and D6275-1 for a public employer, in the same words.
"""

AVENANT_FILING_DAYS = ByEvent(
    "délai de transmission d'un avenant",
    (version(date(2020, 1, 1), 5, "D6224-5", "D6275-4"),),
)
"""The same for an avenant, by the day of its effect.

« Toute modification d'un élément essentiel du contrat fait l'objet d'un
avenant transmis […] pour dépôt dans les conditions fixées au présent
chapitre. »
"""


def filing_deadline(
    starts_on: date,
    *,
    worked_holidays: frozenset[date],
    territory: Territory | None = None,
    holidays: PublicHolidays | None = None,
    concluded_on: date | None = None,
    public: bool = False,
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
        public: The employer is a public one, who sends it to the State.
        readings: `filing_saturday` and `saint_martin_holiday` are read.

    Returns:
        The deadline, with the days counted and skipped.

    Raises:
        NotCovered: For contracts concluded before 2020-01-01.
        WrongType: Without territory and calendar; for a datetime or a text.
        InvalidValue: For a calendar that leaves no day open.

    Source: art. D6224-1, of a public employer D6275-1, contracts from
    2020-01-01.

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
    check_bool("public", public)
    signed_on = starts_on if concluded_on is None else concluded_on
    law = FILING_DAYS.concluded(signed_on)
    return _counted(
        starts_on,
        law.value,
        Workplace(
            territory=territory,
            worked_holidays=worked_holidays,
            holidays=holidays,
            readings=readings,
        ),
        readings,
        of_sector(public, "D6224-1", "D6275-1", signed_on),
    )


def _counted(
    event_on: date,
    days: int,
    place: Workplace,
    readings: Readings,
    sources: tuple[Source, ...],
    *,
    holidays_worked: bool = False,
) -> Deadline:
    """The deadline; or that of a firm where every holiday is worked."""
    # « Au plus tard dans les cinq jours ouvrables qui suivent le début de
    # l'exécution du contrat »: the start itself is not counted.
    counted: list[date] = []
    skipped: list[DayOff] = []
    due_on = event_on
    for day, off in place.after(event_on):
        due_on = day
        if off is not None and (
            day.weekday() == _SUNDAY or not holidays_worked
        ):
            skipped.append(off)
            continue
        if len(counted) == days:
            break
        counted.append(day)
        # Code de procédure civile, art. 642 al. 2, by analogy: the délai that
        # would end on a Saturday runs « jusqu'au premier jour ouvrable
        # suivant ».
        if len(counted) == days and not (
            day.weekday() == _SATURDAY
            and readings.filing_saturday is FilingSaturday.NEXT_OPEN_DAY
        ):
            break
    return Deadline(
        due_on=due_on,
        counted=tuple(counted),
        skipped=tuple(skipped),
        sources=sources,
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
    law = FILING_DAYS.concluded(contract.concluded_on)
    return _deadlines(
        contract,
        contract.starts_on if starts_on is None else starts_on,
        law.value,
        _filing_sources(contract),
        readings,
    )


def _filing_sources(contract: Contract) -> tuple[Source, ...]:
    FILING_DAYS.concluded(contract.concluded_on)  # none before 2020
    return of_sector(
        contract.employer.public, "D6224-1", "D6275-1", contract.concluded_on
    )


def _avenant_sources(contract: Contract, on: date) -> tuple[Source, ...]:
    public = contract.employer.public
    return (
        *of_sector(public, "D6224-5", "D6275-4", on),
        *of_sector(public, "D6224-1", "D6275-1", on),
    )


def _deadlines(
    contract: Contract,
    first: date,
    days: int,
    sources: tuple[Source, ...],
    readings: Readings,
) -> tuple[Deadline, ...]:
    """Those that the known facts of the place of work allow."""
    employer = contract.employer
    elsewhere = employer.territory is None and employer.holidays is None
    worked = employer.worked_holidays
    possible = {
        deadline.due_on: deadline
        for territory, holidays_worked in product(
            Territory if elsewhere else (employer.territory,),
            (True, False) if worked is None else (False,),
        )
        for deadline in (
            _counted(
                first,
                days,
                Workplace(
                    territory=territory,
                    worked_holidays=worked or _NO_HOLIDAY,
                    holidays=employer.holidays,
                    readings=readings,
                ),
                readings,
                sources,
                holidays_worked=holidays_worked,
            ),
        )
    }
    return tuple(possible[due_on] for due_on in sorted(possible))


def _waits_for(contract: Contract) -> tuple[str, ...]:
    employer = contract.employer
    unknown = {
        "employer.territory": employer.territory is None
        and employer.holidays is None,
        "employer.worked_holidays": employer.worked_holidays is None,
    }
    return tuple(path for path, is_unknown in unknown.items() if is_unknown)


def _sending(
    contract: Contract,
    deadlines: tuple[Deadline, ...],
    filed_on: date | None,
    say: _Sayings,
) -> Finding:
    earliest, latest = deadlines[0], deadlines[-1]
    if filed_on is None:
        settled = earliest is latest
        due = reminder(
            say.due if settled else say.due_somewhere,
            sources=latest.sources,
            caveats=latest.caveats,
            prudent_due_on=earliest.due_on,
        )
        return due.but(due_on=latest.due_on) if settled else due
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
        holds=say.done,
        fails=say.late,
        sources=deciding.sources,
        caveats=deciding.caveats
        if held
        else (*deciding.caveats, *_of_being_late(contract)),
        filed_on=filed_on,
        due_on=deciding.due_on,
    )


def _of_being_late(contract: Contract) -> tuple[Caveat, ...]:
    """Until the grounds of refusal reach any other provision of the law."""
    law = REFUSED_FOR_ANY_BREACH.concluded(contract.concluded_on)
    return () if law.value else (_NO_SANCTION,)


def _judge(contract: Contract, readings: Readings) -> Finding:
    """The contract is sent within five jours ouvrables after its start.

    D6224-1, of a public employer D6275-1, contracts concluded from
    2020-01-01: « Au plus tard dans les cinq jours ouvrables qui suivent le
    début de l'exécution du contrat d'apprentissage ». Sending is an event: as
    long as nobody declares it, the rule tells the day and judges nothing.

    Args:
        contract: The facts; `file.filed_on` is judged.
        readings: `filing_saturday`, `saint_martin_holiday`.

    Returns:
        Value `due_on`, where the facts settle it, and `prudent_due_on`.
    """
    if contract.writes_avenant and contract.file.filed_on is None:
        return not_applicable(
            "Le formulaire porte un avenant : c'est lui qui est à "
            "transmettre.",
            sources=_filing_sources(contract),
        )
    return _sending(
        contract,
        filing_deadlines(contract, None, readings),
        contract.file.filed_on,
        _OF_THE_CONTRACT,
    )


def _judge_avenants(contract: Contract, readings: Readings) -> Finding:
    """An avenant is sent within five jours ouvrables after its effect.

    D6224-5, of a public employer D6275-4: an avenant is sent « pour dépôt
    dans les conditions fixées au présent chapitre ». From which day the five
    run is not written: the day of effect, by analogy.

    Args:
        contract: The facts; the avenant that the form writes and those of
            `file.avenants` are judged.
        readings: `filing_saturday`, `saint_martin_holiday`.

    Returns:
        A part for each avenant.
    """
    told = told_avenants(contract)
    if not told:
        return not_applicable("Aucun avenant n'est déclaré.")
    return all_of(_sent(contract, each, readings) for each in told)


def _sent(
    contract: Contract, told: ToldAvenant, readings: Readings
) -> Finding:
    effective_on = told.avenant.effective_on
    if effective_on is None:
        found = undetermined(f"{told.path}.effective_on")
        return found.but(subject=told.name)
    found = _sending(
        contract,
        _avenant_deadlines(contract, effective_on, readings),
        told.avenant.filed_on,
        _OF_AN_AVENANT,
    )
    return found.but(subject=told.name, caveats=(*found.caveats, _BY_ANALOGY))


def _avenant_deadlines(
    contract: Contract, effective_on: date, readings: Readings
) -> tuple[Deadline, ...]:
    return _deadlines(
        contract,
        effective_on,
        AVENANT_FILING_DAYS.event(effective_on).value,
        _avenant_sources(contract, effective_on),
        readings,
    )


def _entry(
    contract: Contract, deadlines: tuple[Deadline, ...], what: str
) -> AgendaEntry | Undated:
    label = f"Dernier jour pour transmettre {what}"
    deadline, *others = deadlines
    if others:
        return Undated(
            label=label,
            waits_for=_waits_for(contract),
            sources=deadline.sources,
        )
    return AgendaEntry(
        on=deadline.due_on,
        label=f"{label} {_ADDRESSEES[contract.employer.public]}",
        sources=deadline.sources,
        consequence=Consequence.NONE_KNOWN,
    )


def _dates(
    contract: Contract, readings: Readings
) -> Iterator[AgendaEntry | Undated]:
    if not contract.writes_avenant:
        deadlines = filing_deadlines(contract, None, readings)
        yield _entry(contract, deadlines, "le contrat")


def _avenant_dates(
    contract: Contract, readings: Readings
) -> Iterator[AgendaEntry | Undated]:
    for told in told_avenants(contract):
        effective_on = told.avenant.effective_on
        if effective_on is None:
            yield Undated(
                label=f"Dernier jour pour transmettre {told.name}",
                waits_for=(f"{told.path}.effective_on",),
            )
        else:
            yield _entry(
                contract,
                _avenant_deadlines(contract, effective_on, readings),
                told.name,
            )


_ADDRESSEES = {
    False: "à l'opérateur de compétences",
    True: "au service de l'État chargé du dépôt",
    None: "à l'opérateur de compétences, ou au service de l'État pour un "
    "employeur public",
}
"""To whom the contract goes, by whether the employer is public."""


FILING = Rule(
    name="filing",
    title="Transmission du contrat",
    judge=_judge,
    articles=("D6224-1", "D6275-1"),
    boxes=(21,),
    dates=_dates,
    outlives_rupture=True,
)

AVENANT_FILING = Rule(
    name="avenant_filing",
    title="Transmission des avenants",
    judge=_judge_avenants,
    articles=("D6224-5", "D6275-4", "D6224-1", "D6275-1"),
    boxes=(23,),
    dates=_avenant_dates,
    outlives_rupture=True,
)
