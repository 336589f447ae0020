"""What the timeline of a contract tells: facts, dates, pay lines."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from itertools import groupby

from attrs import frozen

from apprentissage._plain import PlainValue
from apprentissage._text import euros, french_date, percent, short_date, typeset
from apprentissage.dates.rupture import rupture_on
from apprentissage.dates.start_gaps import lawful_starts
from apprentissage.facts import Avenant, Contract
from apprentissage.judging import AgendaEntry, Consequence, Finding, Outcome
from apprentissage.law.choices import LeapBirthday
from apprentissage.law.readings import Readings
from apprentissage.months import morrow_of, reaches_age_on
from apprentissage.pay.claims import ordinal
from apprentissage.reviewing import Review
from apprentissage.views._pay import Pay

MARKS = {
    "failure": ("✕", "non conforme"),
    "fact": ("●", "fait déclaré"),
    "birthday": ("▲", "anniversaire"),
    "pay": ("■", "minimum de rémunération"),
    "limit": ("◆", "échéance ou effet de la loi"),
}
"""The sign of each kind of event, and what it says; the gravest first."""

_RANKS = list(MARKS)
_NO_BREAK = "\u00a0"
_AGES = (18, 21, 26)


@frozen(kw_only=True, eq=False, repr=False)
class Event(PlainValue):
    """Something that happens or is due on a day.

    Args:
        on: The day.
        kind: A key of `MARKS`.
        text: What it is, in French.
    """

    on: date
    kind: str
    text: str

    @cached_property
    def marked(self) -> str:
        """Its text after its sign."""
        failed = " (non conforme)" if self.kind == "failure" else ""
        sign, _ = MARKS[self.kind]
        return f"{sign}{_NO_BREAK}{typeset(self.text)}{failed}"


@frozen(kw_only=True, eq=False, repr=False)
class Day(PlainValue):
    """A day with all that it holds.

    Args:
        number: Its rank among the days, from 1.
        on: The day.
        events: What happens, the gravest first.
        arrow: Before or after the scale; empty on it.
    """

    number: int
    on: date
    events: tuple[Event, ...]
    arrow: str = ""

    @property
    def kind(self) -> str:
        """The gravest kind of its events."""
        return self.events[0].kind

    @cached_property
    def short(self) -> str:
        """The day as it is listed, with the arrow where it has one."""
        return f"{short_date(self.on)} {self.arrow}".strip()

    @cached_property
    def sentence(self) -> str:
        """All that it holds, in words."""
        told = "\u202f; ".join(event.marked for event in self.events)
        return f"{self.short} {told}"


@frozen(kw_only=True, eq=False, repr=False)
class Bar(PlainValue):
    """A span with a rate of pay.

    Args:
        starts_on: First day.
        ends_on: Last day, counted.
        rate: Percent.
        heading: What it gives.
        ages: The ages of its line.
    """

    starts_on: date
    ends_on: date
    rate: Decimal
    heading: str
    ages: str


@frozen(kw_only=True, eq=False, repr=False)
class Story(PlainValue):
    """What a timeline tells.

    Args:
        starts_on: First day of the contract.
        ends_on: Last day, counted.
        years: First day of each year of execution, and its name.
        events: In any order.
        bars: The pay lines, each of whose first days has an event.
        gap: First and last day of the months in which training, or before
            2019 the contract, is to begin.
    """

    starts_on: date
    ends_on: date
    years: tuple[tuple[date, str], ...]
    events: tuple[Event, ...]
    bars: tuple[Bar, ...] = ()
    gap: tuple[date, date] | None = None

    @property
    def title(self) -> str:
        """The span in words."""
        return f"Contrat du {french_date(self.starts_on)} au {french_date(self.ends_on)}"

    @property
    def description(self) -> str:
        """All that is drawn, in words."""
        told = [f"{day.short}, {event.text}" for day in self.days for event in day.events]
        return "; ".join(told).replace(";", "\u202f;")

    @cached_property
    def reach(self) -> tuple[date, date]:
        """The days that the scale may hold: the contract and its edges."""
        edge = max((self.ends_on - self.starts_on) // 6, timedelta(days=100))
        return self.starts_on - edge, self.ends_on + edge

    @cached_property
    def shown(self) -> tuple[date, date]:
        """First and last day of the scale."""
        first, last = self.reach
        near = [
            self.starts_on,
            morrow_of(self.ends_on),
            *(e.on for e in self.events if first <= e.on <= last),
        ]
        return min(near), max(near)

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """Each day once, in order, numbered."""
        first, last = self.reach
        events = sorted(
            dict.fromkeys(self.events), key=lambda event: (event.on, _RANKS.index(event.kind))
        )
        grouped = groupby(events, lambda event: event.on)
        return tuple(
            Day(
                number=number,
                on=on,
                events=tuple(same),
                arrow="←" if on < first else "→" if on > last else "",
            )
            for number, (on, same) in enumerate(grouped, start=1)
        )

    @property
    def legend(self) -> str:
        """What the signs mean."""
        kinds = {event.kind for event in self.events}
        signs = [MARKS[kind] for kind in MARKS if kind in kinds]
        if self.gap is not None:
            signs.append(("▬", "trois mois au plus entre les débuts"))
        if any(day.arrow for day in self.days):
            signs.append(("← →", "hors de l'échelle"))
        return "\u2003 ".join(
            f"{sign} {meaning}".replace(" ", _NO_BREAK) for sign, meaning in signs
        )


def missed_days(review: Review) -> frozenset[tuple[str, date]]:
    """The days that the failures of a review name, each with its rule.

    A limit in the agenda is missed if the failure names its day: a rule may
    set others, which the contract respects.

    Args:
        review: What all rules found.
    """
    return frozenset((finding.rule, day) for finding in review for day in _named(finding))


def _named(finding: Finding) -> Iterator[date]:
    if finding.outcome is Outcome.NON_COMPLIANT:
        for _, value in finding.values:
            if isinstance(value, date):
                yield value
        for part in finding.parts:
            yield from _named(part)


def story_of(
    contract: Contract,
    readings: Readings,
    entries: Iterable[AgendaEntry],
    pay: Pay,
    missed: Collection[tuple[str, date]] = (),
) -> Story:
    """What the timeline of a contract tells.

    Changes of pay are told by the pay lines, not by the agenda.

    Args:
        contract: The facts.
        readings: The choice on each contested point.
        entries: Dates of the agenda.
        pay: Pay lines and euros.
        missed: Days of the failures, by the names of their rules.
    """
    return Story(
        starts_on=contract.starts_on,
        ends_on=contract.ends_on,
        years=tuple(_years(pay)) or ((contract.starts_on, "contrat"),),
        events=(
            *_declared(contract),
            *_birthdays(contract, readings),
            *_limits(entries, missed),
            *_paid(pay),
        ),
        bars=tuple(_bars(pay)),
        gap=lawful_starts(contract),
    )


def _limits(
    entries: Iterable[AgendaEntry], missed: Collection[tuple[str, date]]
) -> Iterator[Event]:
    for entry in entries:
        if entry.consequence is not Consequence.UNDERPAID:
            failed = (entry.rule, entry.on) in missed
            kind = "failure" if failed else "limit"
            yield Event(on=entry.on, kind=kind, text=entry.label)


def _years(pay: Pay) -> Iterator[tuple[date, str]]:
    for year, lines in groupby(pay.lines, lambda line: line.execution_year):
        yield next(lines).starts_on, f"{ordinal(year)} année"


def _declared(contract: Contract) -> Iterator[Event]:
    training, file = contract.training, contract.file
    extension, broken = contract.extension, rupture_on(contract)
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
        (None if extension is None else extension.starts_on, "début de la prolongation"),
        (broken, "rupture"),
        (contract.ends_on, "fin du contrat"),
    )
    for day, text in told:
        # what ends with a rupture is not to come
        if day is not None and day <= (broken or day):
            yield Event(on=day, kind="fact", text=text)


def _birthdays(contract: Contract, readings: Readings) -> Iterator[Event]:
    late = readings.leap_birthday is LeapBirthday.MARCH_1
    last = rupture_on(contract) or contract.ends_on
    for age in _AGES:
        day = reaches_age_on(contract.apprentice.born_on, age, leap_day_on_march_1=late)
        if contract.starts_on <= day <= last:
            yield Event(on=day, kind="birthday", text=f"{age} ans")


def _paid(pay: Pay) -> Iterator[Event]:
    for line in pay.lines:
        told = [
            f"{percent(line.rate)} du {line.base.value}",
            f"{ordinal(line.execution_year)} année, {pay.ages(line)}",
            *(f"{euros(period.total_monthly)} par mois" for period in pay.periods(line)[:1]),
        ]
        yield Event(on=line.starts_on, kind="pay", text=" · ".join(told))


def _bars(pay: Pay) -> Iterator[Bar]:
    for line in pay.lines:
        ages = pay.ages(line)
        yield Bar(
            starts_on=line.starts_on,
            ends_on=line.ends_on,
            rate=line.rate,
            heading=f"{percent(line.rate)} du {line.base.value}, {ages}",
            ages=ages,
        )
