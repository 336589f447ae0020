"""What the transmission of a contract shares with that of an avenant.

The five jours ouvrables of D6224-1, by what is known of the place of work.
"""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Mapping
from datetime import date
from typing import NamedTuple, TypeAlias

from apprentissage.dossier.deadlines import Deadline
from apprentissage.facts import Contract, Employer
from apprentissage.facts.authorities import Source
from apprentissage.facts.territories import Territory
from apprentissage.judging import (
    AgendaEntry,
    Consequence,
    Finding,
    Undated,
    possible_answers,
    reminder,
    undetermined,
    whether,
)
from apprentissage.judging.calendar_entries import entered
from apprentissage.judging.conditions import each_once
from apprentissage.law.calendars import DayOff, Workplace
from apprentissage.law.choices import FilingSaturday
from apprentissage.law.readings import Readings
from apprentissage.law.refusals import REFUSED_FOR_ANY_BREACH
from apprentissage.law.sources import Caveat

_SATURDAY, _SUNDAY = 5, 6
_TERRITORY, _WORKED = "employer.territory", "employer.worked_holidays"
_NO_HOLIDAY: frozenset[date] = frozenset()
_NO_SANCTION = Caveat(
    "NO_SANCTION",
    "Aucun texte ne sanctionne le retard, et l'art. D. 6224-2 n'en fait pas un motif de refus.",
)
_ADDRESSEES = {
    False: "à l'opérateur de compétences",
    True: "au service de l'État chargé du dépôt",
    None: "à l'opérateur de compétences, ou au service de l'État pour un employeur public",
}
"""To whom the contract goes, by whether the employer is public."""


class Counted(NamedTuple):
    """A délai as it is counted; see `Deadline`, which it makes."""

    prudent_latest_on: date
    counted: tuple[date, ...]
    skipped: tuple[DayOff, ...]
    sources: tuple[Source, ...]

    @property
    def caveats(self) -> tuple[Caveat, ...]:
        """The reserves of the days skipped, each once."""
        return each_once(c for day in self.skipped for c in day.caveats)

    def deadline(self, *missing: str) -> Deadline:
        """It as a deadline, with the facts that would move it."""
        return Deadline(**self._asdict(), missing=missing)


def counted_from(
    event_on: date,
    days: int,
    place: Workplace,
    readings: Readings,
    sources: tuple[Source, ...],
    *,
    holidays_worked: bool = False,
) -> Counted:
    """The last of so many jours ouvrables after an event.

    Where `holidays_worked`, the firm works on every holiday.

    D6224-1, and D6275-1 in the same words.
    """
    # « Au plus tard dans les cinq jours ouvrables qui suivent le début de
    # l'exécution du contrat »: the start itself is not counted.
    counted: list[date] = []
    skipped: list[DayOff] = []
    following = place.after(event_on)
    while True:
        day, off = next(following)
        if off is not None and (day.weekday() == _SUNDAY or not holidays_worked):
            skipped.append(off)
            continue
        if len(counted) == days:
            break
        counted.append(day)
        # Code de procédure civile, art. 642 al. 2, by analogy: the délai that
        # would end on a Saturday runs « jusqu'au premier jour ouvrable
        # suivant ».
        if len(counted) == days and not (
            day.weekday() == _SATURDAY and readings.filing_saturday is FilingSaturday.NEXT_OPEN_DAY
        ):
            break
    return Counted(day, tuple(counted), tuple(skipped), sources)


Possible: TypeAlias = Mapping[tuple[Territory | None, bool], Counted]
"""A délai by what the place of work and its worked holidays may be."""


def possible_deadlines(
    employer: Employer, first: date, days: int, sources: tuple[Source, ...], readings: Readings
) -> Possible:
    """Those that the known facts of the place of work allow.

    Where the territory is unknown each one is tried, and where the worked
    holidays are unknown, none and all of them.
    """
    elsewhere = employer.territory is None and employer.holidays is None
    worked = employer.worked_holidays
    possible: dict[tuple[Territory | None, bool], Counted] = {}
    for territory in Territory if elsewhere else (employer.territory,):
        place = Workplace(
            territory=territory,
            worked_holidays=worked or _NO_HOLIDAY,
            holidays=employer.holidays,
            readings=readings,
        )
        shut = counted_from(first, days, place, readings, sources)
        if worked is None:
            # a firm that works on holidays counts alike where none is skipped
            possible[territory, True] = (
                shut
                if all(off.on.weekday() == _SUNDAY for off in shut.skipped)
                else counted_from(first, days, place, readings, sources, holidays_worked=True)
            )
        possible[territory, False] = shut
    return possible


def by_day(possible: Possible) -> tuple[Counted, ...]:
    """One for each last day possible, the earliest first."""
    days = {each.prudent_latest_on: each for each in possible.values()}
    return tuple([days[day] for day in sorted(days)])


def waits_for(
    possible: Possible, says: Callable[[date], Hashable] = date.toordinal
) -> tuple[str, ...]:
    """The facts of which another value alone gives another answer.

    Args:
        possible: The deadlines by what the two facts may be.
        says: What is asked of a last day; the day itself by default.
    """
    territories, worked = map(dict.fromkeys, zip(*possible, strict=True))
    _, turning = possible_answers(
        lambda told: says(possible[told[_TERRITORY], told[_WORKED]].prudent_latest_on),
        {_TERRITORY: territories, _WORKED: worked},
    )
    return turning


def still_to_send(possible: Possible, *missing: str, settled: str, somewhere: str) -> Finding:
    """Until when it is to be sent, as long as nobody declares that it was.

    Args:
        possible: The deadlines.
        missing: The facts that would tell whether it was; a reminder where
            there are none.
        settled: What is told where the place of work leaves one last day.
        somewhere: What is told where it leaves several.
    """
    earliest, *_, latest = (*by_day(possible),) * 2
    template = settled if earliest is latest else somewhere
    due = undetermined(*missing, template=template) if missing else reminder(template)
    days = {"prudent_latest_on": earliest.prudent_latest_on}
    if earliest is latest:
        days["latest_on"] = latest.prudent_latest_on
    return due.but(values=tuple(days.items()), sources=latest.sources, caveats=latest.caveats)


def sending(
    contract: Contract, possible: Possible, filed_on: date, *, holds: str, fails: str
) -> Finding:
    """Whether it was sent in time, by each deadline possible."""
    earliest, *_, latest = (*by_day(possible),) * 2
    if earliest.prudent_latest_on < filed_on <= latest.prudent_latest_on:
        return undetermined(
            *waits_for(possible, filed_on.__le__),
            sources=latest.sources,
            prudent_latest_on=earliest.prudent_latest_on,
        )
    # « Au plus tard dans les cinq jours ouvrables »: the fifth included
    held = filed_on <= earliest.prudent_latest_on
    deciding = earliest if held else latest
    return whether(
        held,
        holds=holds,
        fails=fails,
        sources=deciding.sources,
        caveats=deciding.caveats if held else (*deciding.caveats, *_of_being_late(contract)),
        filed_on=filed_on,
        latest_on=deciding.prudent_latest_on,
    )


def _of_being_late(contract: Contract) -> tuple[Caveat, ...]:
    """Until the grounds of refusal reach any other provision of the law."""
    law = REFUSED_FOR_ANY_BREACH.concluded(contract.concluded_on)
    return () if law.value else (_NO_SANCTION,)


def first_in_time(event_on: date, filed_on: date, last_day: Callable[[date], date]) -> date:
    """The first day of an event of which a sending is in time.

    Args:
        event_on: Its day as declared, of which the sending is late.
        filed_on: Day of the sending.
        last_day: The last day to send, by the day of the event.
    """
    # a later event never has an earlier last day, and files years late are
    # no reason to try each day
    days = range(event_on.toordinal(), filed_on.toordinal())
    place = bisect_left(days, filed_on, key=lambda day: last_day(date.fromordinal(day)))
    return date.fromordinal(days[0] + place)


def entry(contract: Contract, possible: Possible, what: str) -> AgendaEntry | Undated:
    """The deadline in the agenda, or what it waits for."""
    label = f"Dernier jour pour transmettre {what}"
    deadline, *others = by_day(possible)
    if others:
        return Undated(label=label, waits_for=waits_for(possible), sources=deadline.sources)
    return entered(
        on=deadline.prudent_latest_on,
        label=f"{label} {_ADDRESSEES[contract.employer.public]}",
        sources=deadline.sources,
        consequence=Consequence.NONE_KNOWN,
    )
