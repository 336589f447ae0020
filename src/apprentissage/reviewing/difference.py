"""What a change changes: two reviews, two agendas or two pay schedules."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise, zip_longest
from typing import TypeAlias, TypeVar

from attrs import evolve, frozen

from apprentissage._arguments import check_arguments
from apprentissage._plain import PlainValue
from apprentissage._text import euros, percent, sentence, short_date, table
from apprentissage.catalogue import RULES
from apprentissage.errors import ApprentissageError, WrongType
from apprentissage.facts import PayBase
from apprentissage.facts.names import numbered_name
from apprentissage.judging import AgendaEntry, Contested, Finding, Value
from apprentissage.months import eve_of, first_of_next_month
from apprentissage.pay import PayAmount, PaySchedule, pay_schedule
from apprentissage.reviewing.review import Agenda, Review, agenda

Compared: TypeAlias = Review | Agenda | PaySchedule


@frozen(kw_only=True, eq=False, repr=False)
class FindingChange(PlainValue):
    """A rule that finds something else.

    Args:
        rule: Name of the rule.
        before: Its finding; None where it was not applied.
        after: The other one.
    """

    rule: str
    before: Finding | None
    after: Finding | None

    @property
    def results(self) -> tuple[tuple[str, Value, Value], ...]:
        """The named results that differ: a day, a code, an amount."""
        first, second = _named(self.before), _named(self.after)
        return tuple(
            (name, first.get(name), second.get(name))
            for name in sorted({*first, *second})
            if first.get(name) != second.get(name)
        )

    @property
    def sentence(self) -> str:
        """The rule in French, both outcomes, and what it finds now."""
        if self.before is None:
            template = "{rule} : règle non appliquée → {after}. {told}"
        elif self.after is None:
            template = "{rule} : {before} → règle non appliquée."
        elif (self.before.outcome, self.before.reminds) == (
            self.after.outcome,
            self.after.reminds,
        ):
            template = "{rule} : toujours {after}. {told}"
        else:
            template = "{rule} : {before} → {after}. {told}"
        after, before = self.after, self.before
        return sentence(
            template,
            {
                "rule": _subject(after, before),
                "before": None if before is None else before.label,
                "after": None if after is None else after.label,
                "told": None if after is None else after.sentence,
            },
        )


def _named(finding: Finding | None) -> dict[str, Value]:
    return {} if finding is None else dict(finding.values)


def _subject(*findings: Finding | None) -> str:
    """The name of a rule in French, by the first finding that there is."""
    return next(each.subject for each in findings if each is not None)


@frozen(kw_only=True, eq=False, repr=False)
class PayDue(PlainValue):
    """The minimum of some days.

    Args:
        rate: Percent of the base.
        base: SMIC or SMC.
        monthly: Gross of a month in euros, overtime included; None where
            the SMIC of these days is not known.
    """

    rate: Decimal
    base: PayBase
    monthly: Decimal | None

    @property
    def sentence(self) -> str:
        """The rate and the euros, in French."""
        told = f"{percent(self.rate)} du {self.base.value}"
        if self.monthly is None:
            return told
        return f"{told}, {euros(self.monthly)}"


@frozen(kw_only=True, eq=False, repr=False)
class PayChange(PlainValue):
    """Days of one month of which the minimum differs.

    Args:
        starts_on: First day.
        ends_on: Last day, of the same month.
        before: What was due; None outside the contract.
        after: What is due.
    """

    starts_on: date
    ends_on: date
    before: PayDue | None
    after: PayDue | None

    @property
    def sentence(self) -> str:
        """The days, then both minima, in French."""
        return sentence(
            "Du {first:short} au {last:short} : {before} → {after}.",
            {
                "first": self.starts_on,
                "last": self.ends_on,
                "before": _due(self.before),
                "after": _due(self.after),
            },
        )


def _due(due: PayDue | None) -> str:
    return "hors contrat" if due is None else due.sentence


@frozen(kw_only=True, eq=False, repr=False)
class DayChange(PlainValue):
    """A date of the agenda that moves, comes or goes.

    Args:
        rule: Name of the rule that sets it.
        label: What happens or is due, in French.
        before: The day; None where there was none.
        after: The other one.
    """

    rule: str
    label: str
    before: date | None
    after: date | None

    @property
    def sentence(self) -> str:
        """What happens, then both days, in French."""
        return sentence(
            "{label} : {before} → {after}.",
            {"label": self.label, "before": _day(self.before), "after": _day(self.after)},
        )


def _day(day: date | None) -> str:
    return "pas de date" if day is None else short_date(day)


@frozen(kw_only=True, eq=False, repr=False)
class ContestedChange(PlainValue):
    """A rule that starts or stops depending on a contested point.

    Args:
        rule: Name of the rule.
        subject: Its name in French.
        other: The other reading, and what it would find.
        contested: Whether it would find otherwise now.
    """

    rule: str
    subject: str
    other: Contested
    contested: bool

    @property
    def sentence(self) -> str:
        """The rule and the point, in French."""
        return sentence(
            "{rule} : devient controversé. {told}"
            if self.contested
            else "{rule} : n'est plus controversé.",
            {"rule": self.subject, "told": self.other.sentence},
        )


@frozen(kw_only=True, eq=False, repr=False)
class MissingChange(PlainValue):
    """A fact that some rule starts or stops waiting for.

    Args:
        path: Absolute path of the fact.
        missing: Whether it is waited for now.
    """

    path: str
    missing: bool

    @property
    def sentence(self) -> str:
        """The fact, in French."""
        return sentence(
            "{fact} : {way} nécessaire.",
            {"fact": numbered_name(self.path), "way": "devient" if self.missing else "n'est plus"},
        )


AnyChange: TypeAlias = FindingChange | PayChange | DayChange | ContestedChange | MissingChange
C = TypeVar("C", FindingChange, PayChange, DayChange)


@frozen(kw_only=True, eq=False, repr=False)
class Difference(PlainValue):
    """What differs between two results; `-difference` is the way back.

    Args:
        findings: Rules that find something else.
        pay: The minimum, month by month.
        days: Dates that move, come or go.
        contested: What becomes contested, or no longer is.
        missing: Facts that become needed, or no longer are.
    """

    findings: tuple[FindingChange, ...] = ()
    pay: tuple[PayChange, ...] = ()
    days: tuple[DayChange, ...] = ()
    contested: tuple[ContestedChange, ...] = ()
    missing: tuple[MissingChange, ...] = ()

    def __iter__(self) -> Iterator[AnyChange]:
        """Every change."""
        yield from self.findings
        yield from self.pay
        yield from self.days
        yield from self.contested
        yield from self.missing

    def __len__(self) -> int:
        """How many changes there are; 0 between equals."""
        return sum(1 for _ in self)

    def __neg__(self) -> "Difference":
        """The difference the other way round."""
        return Difference(
            findings=_back(self.findings),
            pay=_back(self.pay),
            days=_back(self.days),
            contested=tuple(evolve(each, contested=not each.contested) for each in self.contested),
            missing=tuple(evolve(each, missing=not each.missing) for each in self.missing),
        )

    def __repr__(self) -> str:
        return (
            f"Difference({len(self.findings)} findings, {len(self.pay)} pay, "
            f"{len(self.days)} days, {len(self.contested)} contested, "
            f"{len(self.missing)} missing)"
        )

    @property
    def sentences(self) -> tuple[str, ...]:
        """Every change, as a French sentence."""
        return tuple(change.sentence for change in self)

    def to_rows(self) -> list[dict[str, str]]:
        """Flat rows of texts, as pandas and polars take them."""
        return [
            {"nature": nature, "changement": change.sentence}
            for nature, changes in self._kinds
            for change in changes
        ]

    @property
    def _kinds(self) -> tuple[tuple[str, tuple[AnyChange, ...]], ...]:
        return (
            ("constat", self.findings),
            ("salaire minimum", self.pay),
            ("date", self.days),
            ("point controversé", self.contested),
            ("information", self.missing),
        )

    def _repr_html_(self) -> str:
        """The changes as a table, for a notebook."""
        return table(
            ("nature", "changement"),
            ((nature, change.sentence) for nature, changes in self._kinds for change in changes),
            caption="Ce qui change" if len(self) else "Ce qui change : rien",
        )


def _back(changes: tuple[C, ...]) -> tuple[C, ...]:
    return tuple(evolve(each, before=each.after, after=each.before) for each in changes)


def difference(before: Compared, after: Compared) -> Difference:
    """What differs between two reviews, two agendas or two schedules.

    Of two reviews, the pay schedules and the agendas of their contracts are
    compared too, under the readings of each.

    Args:
        before: The first.
        after: The second, of the same kind.

    Returns:
        The changes; none between equals. The difference the other way round
        is its minus.

    Raises:
        WrongType: For two of different kinds.

    >>> from apprentissage.facts import Apprentice, Contract
    >>> from attrs import evolve
    >>> contract = Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ... )
    >>> shorter = evolve(contract, ends_on=date(2028, 8, 30))
    >>> [told.starts_on.isoformat() for told in difference(
    ...     pay_schedule(contract), pay_schedule(shorter)
    ... ).pay]
    ['2028-08-31']
    """
    check_arguments(difference, locals())
    match before, after:
        case Review(), Review():
            return _between_reviews(before, after)
        case Agenda(), Agenda():
            return _between_agendas(before, after)
        case PaySchedule(), PaySchedule():
            return Difference(pay=_pay(before, after))
        case _:
            kind = type(before).__name__
            raise WrongType("after", after, f"write a {kind} too")


def _between_reviews(before: Review, after: Review) -> Difference:
    first = {finding.rule: finding for finding in before}
    second = {finding.rule: finding for finding in after}
    names = _merged([*first], [*second])
    dates = _between_agendas(_agenda_of(before), _agenda_of(after))
    return Difference(
        findings=tuple(
            FindingChange(rule=name, before=first.get(name), after=second.get(name))
            for name in names
            if _differ(first.get(name), second.get(name))
        ),
        pay=_pay(_schedule_of(before), _schedule_of(after)),
        days=dates.days,
        contested=tuple(
            change for name in names for change in _contested(first.get(name), second.get(name))
        ),
        missing=_missing({*before.missing}, {*after.missing}),
    )


def _merged(first: list[str], second: list[str]) -> list[str]:
    """Names in an order that does not hang on which list comes first."""
    ranks = {name: rank for rank, name in enumerate(rule.name for rule in RULES)}
    return sorted({*first, *second}, key=lambda name: (ranks.get(name, len(ranks)), name))


def _differ(before: Finding | None, after: Finding | None) -> bool:
    """Whether the outcome or a named result differs."""
    if before is None or after is None:
        return True
    return (before.outcome, before.reminds, {*before.values}) != (
        after.outcome,
        after.reminds,
        {*after.values},
    )


def _contested(before: Finding | None, after: Finding | None) -> Iterator[ContestedChange]:
    first = () if before is None else before.contested
    second = () if after is None else after.contested
    both = dict.fromkeys((*first, *second))
    for other in sorted(both, key=_of_point):
        if (other in first) is not (other in second):
            yield ContestedChange(
                rule=_rule(after, before),
                subject=_subject(after, before),
                other=other,
                contested=other in second,
            )


def _rule(*findings: Finding | None) -> str:
    return next(each.rule for each in findings if each is not None)


def _of_point(other: Contested) -> tuple[str, str, str]:
    return other.point, other.choice.name, other.outcome.name


def _missing(before: set[str], after: set[str]) -> tuple[MissingChange, ...]:
    return tuple(
        MissingChange(path=path, missing=path in after) for path in sorted(before ^ after)
    )


def _agenda_of(review: Review) -> Agenda:
    """The dates of the rules of a review that are those of the library."""
    applied = {finding.rule for finding in review}
    rules = tuple(rule for rule in RULES if rule.name in applied)
    return agenda(review.contract, review.readings, rules)


def _between_agendas(before: Agenda, after: Agenda) -> Difference:
    return Difference(
        days=tuple(_days(before.entries, after.entries)),
        missing=_missing(
            {path for each in before.undated for path in each.waits_for},
            {path for each in after.undated for path in each.waits_for},
        ),
    )


def _days(before: Iterable[AgendaEntry], after: Iterable[AgendaEntry]) -> list[DayChange]:
    """Dates of one rule and label side by side, in their order."""
    told: dict[tuple[str, str], tuple[list[date], list[date]]] = defaultdict(lambda: ([], []))
    for rank, entries in enumerate((before, after)):
        for entry in entries:
            told[entry.rule, entry.label][rank].append(entry.on)
    changes = [
        DayChange(rule=rule, label=label, before=first, after=second)
        for (rule, label), (here, there) in told.items()
        for first, second in zip_longest(*_but_shared(sorted(here), sorted(there)))
    ]
    return sorted(changes, key=_when)


def _but_shared(here: list[date], there: list[date]) -> tuple[list[date], list[date]]:
    """Both lists without the days that stand in both."""
    return ([day for day in here if day not in there], [day for day in there if day not in here])


def _when(change: DayChange) -> tuple[date, date, str, str]:
    days = [day for day in (change.before, change.after) if day is not None]
    return min(days), max(days), change.rule, change.label


def _schedule_of(review: Review) -> PaySchedule | None:
    """The schedule of a contract; None where its law is not covered."""
    try:
        return pay_schedule(review.contract, review.readings)
    except ApprentissageError:
        return None


def _pay(before: PaySchedule | None, after: PaySchedule | None) -> tuple[PayChange, ...]:
    first, second = _minima(before), _minima(after)
    cuts = sorted({*first, *second})
    changes: list[PayChange] = []
    for day, following in pairwise(cuts):
        one, other = _in_force(first, day), _in_force(second, day)
        if one != other:
            changes += _by_month(day, following - _ONE_DAY, one, other)
    return tuple(changes)


_ONE_DAY = timedelta(days=1)


def _minima(schedule: PaySchedule | None) -> dict[date, PayDue | None]:
    """The minimum from each day on which it changes; None after the end."""
    if schedule is None:
        return {}
    try:
        periods: Iterable[PayAmount] = schedule.amounts()
    except ApprentissageError:
        found: dict[date, PayDue | None] = {
            line.starts_on: PayDue(rate=line.rate, base=line.base, monthly=None)
            for line in schedule
        }
    else:
        found = {
            each.starts_on: PayDue(rate=each.rate, base=each.base, monthly=each.total_monthly)
            for each in periods
        }
    found[schedule[-1].ends_on + _ONE_DAY] = None
    return found


def _in_force(minima: dict[date, PayDue | None], day: date) -> PayDue | None:
    begun = [start for start in minima if start <= day]
    return minima[max(begun)] if begun else None


def _by_month(
    first: date, last: date, before: PayDue | None, after: PayDue | None
) -> Iterator[PayChange]:
    """Days of which the minimum differs alike, cut where a month ends."""
    while first <= last:
        until = min(last, eve_of(first_of_next_month(first)))
        yield PayChange(starts_on=first, ends_on=until, before=before, after=after)
        first = until + _ONE_DAY
