"""Transmission of the contract (art. D6224-1, D6275-1)."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import cast

from apprentissage._arguments import check_arguments
from apprentissage.dossier._filing import (
    Possible,
    by_day,
    entry,
    first_in_time,
    possible_deadlines,
    sending,
    still_to_send,
    waits_for,
)
from apprentissage.dossier.deadlines import Deadline
from apprentissage.dossier.funding_texts import sector_articles
from apprentissage.facts import Contract, Employer
from apprentissage.facts.authorities import Source
from apprentissage.facts.holidays import PublicHolidays
from apprentissage.facts.names import argument_of
from apprentissage.facts.territories import Territory
from apprentissage.judging import (
    AgendaEntry,
    Finding,
    Proposed,
    Result,
    Rule,
    Undated,
    hopeless,
    not_applicable,
    proposal,
)
from apprentissage.judging.watching import at_face
from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.readings import LETTER, Readings

FILING_DAYS = ByConclusion(
    "délai de transmission à l'OPCO", (version(date(2020, 1, 1), 5, "D6224-1", "D6275-1"),)
)
"""Jours ouvrables to file; before 2020 the chambers registered contracts.

D6224-1, and D6275-1 for a public employer, in the same words.
"""


def filing_deadline(
    *,
    starts_on: date,
    concluded_on: date,
    territory: Territory | None = None,
    worked_holidays: frozenset[date] | None = None,
    holidays: PublicHolidays | None = None,
    public: bool | None = None,
    readings: Readings = LETTER,
) -> Deadline:
    """The last day to send the contract: five jours ouvrables after its start.

    The start day does not count, Saturdays do, and so do public holidays
    usually worked in the firm: they bring the day forward. Each argument but
    the days is `None` where it is unknown, and named in `missing` where it
    moves the last day.

    Args:
        starts_on: First day of execution.
        concluded_on: Day of conclusion, which chooses the law.
        territory: Place of execution, which has its own public holidays.
        worked_holidays: Public holidays usually worked in the firm,
            frozenset() for none.
        holidays: The firm's own calendar, instead of the territory's.
        public: The employer is a public body, which sends it to the State.
        readings: `filing_saturday` and `saint_martin_holiday` are read.

    Returns:
        The deadline, with the days counted and skipped. Where arguments are
        missing, `latest_on` is None and `prudent_latest_on` the earliest
        that it may be.

    Raises:
        NotCovered: For contracts concluded before 2020-01-01.
        WrongType: For a datetime or a text.
        InvalidValue: For a calendar that leaves no day open.

    Source: art. D6224-1, of a public employer D6275-1, contracts from
    2020-01-01.

    >>> started = {
    ...     "starts_on": date(2026, 4, 30),
    ...     "concluded_on": date(2026, 4, 27),
    ...     "territory": Territory.METROPOLE,
    ... }
    >>> deadline = filing_deadline(**started, worked_holidays=frozenset())
    >>> deadline.latest_on
    datetime.date(2026, 5, 7)
    >>> [day.reason for day in deadline.skipped]
    ['fête du Travail', 'dimanche']
    >>> of_any_firm = filing_deadline(**started)
    >>> of_any_firm.missing, of_any_firm.prudent_latest_on
    (('worked_holidays',), datetime.date(2026, 5, 6))
    """
    check_arguments(filing_deadline, locals())
    law = FILING_DAYS.concluded(concluded_on)
    employer = Employer(territory=territory, worked_holidays=worked_holidays, holidays=holidays)
    possible = possible_deadlines(
        employer,
        starts_on,
        law.value,
        sector_articles(public, "D6224-1", "D6275-1", concluded_on),
        readings,
    )
    missing = tuple(map(argument_of, waits_for(possible)))
    return by_day(possible)[0].deadline(*missing)


def filing_deadlines(
    contract: Contract, starts_on: date | None = None, readings: Readings = LETTER
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
    >>> [str(each.latest_on) for each in filing_deadlines(contract)]
    ['2026-05-06', '2026-05-07']
    """
    check_arguments(filing_deadlines, locals())
    start = contract.starts_on if starts_on is None else starts_on
    possible = _possible(contract, start, readings)
    return tuple(each.deadline() for each in by_day(possible))


def _possible(contract: Contract, start: date, readings: Readings) -> Possible:
    return possible_deadlines(
        contract.employer,
        start,
        FILING_DAYS.concluded(contract.concluded_on).value,
        _sources(contract),
        readings,
    )


def _sources(contract: Contract) -> tuple[Source, ...]:
    FILING_DAYS.concluded(contract.concluded_on)  # none before 2020
    return sector_articles(contract.employer.public, "D6224-1", "D6275-1", contract.concluded_on)


def _surely_in_time(contract: Contract) -> date:
    """The last day to send it where no day after the start is skipped."""
    days = FILING_DAYS.concluded(contract.concluded_on).value
    return contract.starts_on + timedelta(days=days)


class FilingFinding(Finding):
    """What `FILING` finds."""

    latest_on = Result[date]("last day to file")
    prudent_latest_on = Result[date]("last day to file, where a fact that moves it is unknown")
    filed_on = Result[date]("day of filing")


def judge(contract: Contract, readings: Readings) -> Finding:
    """The contract is sent within five jours ouvrables after its start.

    D6224-1, of a public employer D6275-1, contracts concluded from
    2020-01-01: « Au plus tard dans les cinq jours ouvrables qui suivent le
    début de l'exécution du contrat d'apprentissage ». Sending is an event: as
    long as nobody declares it, the rule tells the day and judges nothing.

    Args:
        contract: The facts; `file.filed_on` is judged.
        readings: `filing_saturday`, `saint_martin_holiday`.

    Returns:
        Value `latest_on`, where the facts settle it, and `prudent_latest_on`.
    """
    if contract.writes_avenant and contract.file.filed_on is None:
        return not_applicable(
            "Le formulaire porte un avenant : c'est lui qui est à transmettre.",
            sources=_sources(contract),
        )
    filed_on = contract.file.filed_on
    if filed_on is None or filed_on <= _surely_in_time(contract):
        # nothing is judged, or it is in time, however the days are counted
        readings = at_face(readings)
    possible = _possible(contract, contract.starts_on, readings)
    if filed_on is None:
        return still_to_send(
            possible,
            settled="Le contrat est à transmettre au plus tard le {latest_on}.",
            somewhere="Le contrat est à transmettre au plus tard le {prudent_latest_on}, ou "
            "quelques jours après selon les jours fériés du lieu d'exécution.",
        )
    return sending(
        contract,
        possible,
        filed_on,
        holds="Le contrat, transmis le {filed_on}, l'est dans les cinq jours ouvrables qui "
        "suivent le début de son exécution (jusqu'au {latest_on}).",
        fails="Le contrat, transmis le {filed_on}, devait l'être au plus tard le {latest_on}, "
        "cinq jours ouvrables après le début de son exécution.",
    )


def dates(contract: Contract, readings: Readings) -> Iterator[AgendaEntry | Undated]:
    if not contract.writes_avenant:
        possible = _possible(contract, contract.starts_on, readings)
        yield entry(contract, possible, "le contrat")


def remedies(contract: Contract, found: Finding, readings: Readings) -> Iterator[Proposed]:
    """A start that has not come yet, put off; a sending is past, and late."""
    filed_on = cast("date", contract.file.filed_on)
    day = first_in_time(
        contract.starts_on,
        filed_on,
        lambda start: by_day(_possible(contract, start, readings))[0].prudent_latest_on,
    )
    yield proposal(
        "Si l'apprenti n'a pas encore commencé, reporter le début de l'exécution au {day} au plus "
        "tôt : le contrat transmis le {filed_on} l'est alors dans les cinq jours ouvrables.",
        {"starts_on": day},
        day=day,
        filed_on=filed_on,
    )
    yield hopeless(
        "Le contrat devait être transmis le {latest_on} au plus tard, et l'a "
        "été le {filed_on} : un envoi tardif ne se rattrape pas.",
        latest_on=found["latest_on"],
        filed_on=filed_on,
    )


FILING = Rule(
    name="filing",
    title="Transmission du contrat",
    judge=judge,
    articles=("D6224-1", "D6275-1"),
    boxes=(21,),
    dates=dates,
    outlives_rupture=True,
    finding=FilingFinding,
    remedies=remedies,
)
