"""What the timeline of a contract tells: facts, dates, pay lines."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from apprentissage._text import euros, percent, short_date
from apprentissage.dates.rupture import broken_on
from apprentissage.dates.start_gaps import (
    START_GAP,
    CountedFrom,
    start_window_around_cycle,
    training_starts_by,
)
from apprentissage.facts import Avenant, Contract
from apprentissage.judging import AgendaEntry, Consequence
from apprentissage.law.choices import LeapBirthday
from apprentissage.law.readings import Readings
from apprentissage.months import reaches_age_on
from apprentissage.pay.amounts import ordinal
from apprentissage.views._drawing import Bar, Event, Story
from apprentissage.views._pay import Pay

_AGES = (18, 21, 26)


def story_of(
    contract: Contract,
    readings: Readings,
    entries: Iterable[AgendaEntry],
    pay: Pay,
) -> Story:
    """What the timeline of a contract tells.

    Changes of pay are told by the pay lines, not by the agenda.

    Args:
        contract: The facts.
        readings: The choice on each contested point.
        entries: Dates of the agenda.
        pay: Pay lines and euros.
    """
    return Story(
        starts_on=contract.starts_on,
        ends_on=contract.ends_on,
        years=tuple(_years(pay)) or ((contract.starts_on, "contrat"),),
        events=(
            *_declared(contract),
            *_birthdays(contract, readings),
            *(
                Event(on=entry.on, kind="limit", text=entry.label)
                for entry in entries
                if entry.consequence is not Consequence.UNDERPAID
            ),
        ),
        bars=tuple(_bars(pay)),
        gap=_gap(contract),
    )


def _years(pay: Pay) -> Iterator[tuple[date, str]]:
    for year, lines in groupby(pay.lines, lambda line: line.execution_year):
        yield next(lines).starts_on, f"{ordinal(year)} année"


def _gap(contract: Contract) -> tuple[date, date] | None:
    counted_from = START_GAP.concluded(
        contract.concluded_on
    ).value.counted_from
    if counted_from is CountedFrom.CYCLE:
        cycle_starts_on = contract.training.cycle_starts_on
        if cycle_starts_on is None:
            return None
        return start_window_around_cycle(
            cycle_starts_on, contract.concluded_on
        )
    return contract.starts_on, training_starts_by(
        contract.starts_on, contract.concluded_on
    )


def _declared(contract: Contract) -> Iterator[Event]:
    training, file = contract.training, contract.file
    extension, broken = contract.extension, broken_on(contract)
    avenant = contract.avenant or Avenant()  # that the form writes
    told: tuple[tuple[date | None, str], ...] = (
        (contract.concluded_on, "signature"),
        (contract.starts_on, "début d'exécution"),
        (contract.employer_training_starts_on, "début chez l'employeur"),
        (training.cfa_training_starts_on, "début en CFA"),
        (training.first_exam_on, "première épreuve"),
        (training.last_exam_on, "dernière épreuve"),
        (training.cycle_ends_on, "fin du cycle de formation"),
        (file.filed_on, "transmission du contrat"),
        (avenant.concluded_on, "signature de l'avenant"),
        (avenant.filed_on, "transmission de l'avenant"),
        (
            None if extension is None else extension.starts_on,
            "début de la prolongation",
        ),
        (broken, "rupture"),
        (contract.ends_on, "fin du contrat"),
    )
    for day, text in told:
        # what ends with a rupture is not to come
        if day is not None and day <= (broken or day):
            yield Event(on=day, kind="fact", text=text)


def _birthdays(contract: Contract, readings: Readings) -> Iterator[Event]:
    late = readings.leap_birthday is LeapBirthday.MARCH_1
    last = broken_on(contract) or contract.ends_on
    for age in _AGES:
        day = reaches_age_on(
            contract.apprentice.born_on, age, leap_day_on_march_1=late
        )
        if contract.starts_on <= day <= last:
            yield Event(on=day, kind="birthday", text=f"{age} ans")


def _bars(pay: Pay) -> Iterator[Bar]:
    schedule = pay.schedule
    if schedule is None:
        return
    for line in pay.lines:
        paid = [euros(p.total_monthly) for p in pay.periods(line)[:1]]
        yield Bar(
            starts_on=line.starts_on,
            ends_on=line.ends_on,
            rate=line.rate,
            heading=f"{percent(line.rate)} du {line.base.value}",
            texts=(
                f"{line.order} · {schedule.ages(line)}",
                f"dès le {short_date(line.starts_on)}",
                *(f"{amount} par mois" for amount in paid),
            ),
        )
