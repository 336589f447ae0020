"""Payslips held against the minimum, month by month; what may be claimed (L3245-1)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import overload

from attrs import field, frozen

from apprentissage._arguments import check_arguments
from apprentissage._guards import check_items, exact, exact_or_none
from apprentissage._money import cents, decimal_cents
from apprentissage._plain import PlainValue
from apprentissage._text import enumeration, euros, month_of, sentence, table
from apprentissage.dates.rupture import broken_on
from apprentissage.errors import InvalidValue, NotCovered
from apprentissage.facts import Contract
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.facts.declared import guarded
from apprentissage.facts.names import french_names
from apprentissage.judging import Outcome
from apprentissage.law.dated import ByEvent, version
from apprentissage.law.readings import LETTER, Readings
from apprentissage.law.sources import Caveat
from apprentissage.months import same_day
from apprentissage.pay._completions import Completions
from apprentissage.pay._verdict import verdict
from apprentissage.pay.amounts import (
    PaySlice,
    ProRata,
    SlicedMonth,
    Week,
    bounds_of,
    counts_of,
    hours_of_week,
    months_between,
    slices_of,
    total_of,
    weight_of,
    weights_of,
)
from apprentissage.pay.arrears import ArrearsCause, Work, split
from apprentissage.pay.gross import LEGAL_WEEK, NO_HOURS, Share, hours_paid, overtime_share
from apprentissage.pay.minimum_pay import Minima, completed_minima, minima_of
from apprentissage.pay.schedule import PaySchedule, pay_schedule

_ZERO = Decimal(0)
_WORST_FIRST = tuple(Outcome)

PRESCRIPTION: ByEvent[int] = ByEvent(
    "prescription du salaire",
    (
        # « se prescrit par trois ans à compter du jour où celui qui l'exerce
        # a connu ou aurait dû connaître les faits lui permettant de
        # l'exercer »
        version(
            date(2013, 6, 17),
            36,
            "L3245-1",
            # As relayed by several publishers: the pay of a month is due on
            # the usual day of payment in the firm; after a rupture the claim
            # goes back three years from it.
            Source(SourceKind.CASE_LAW, "Cass. soc., 14 décembre 2022, n° 21-16.623"),
            caveats=(
                Caveat(
                    "PRESCRIPTION_RUNS",
                    "Le délai est compté depuis le jour de paie : rien n'est "
                    "retenu de ce qui l'interrompt ou le suspend (saisine du "
                    "conseil de prud'hommes, reconnaissance de la dette).",
                ),
            ),
        ),
    ),
)
"""Months for which pay may be claimed (L3245-1), by the day of payment."""


@frozen(kw_only=True, eq=False, repr=False, field_transformer=guarded)
class Payslip(PlainValue):
    """What was paid for a calendar month.

    Args:
        year: Civil year.
        month: From 1 to 12.
        gross: Gross paid in euros that counts towards the minimum: basic pay
            and overtime, before benefits in kind are deducted.
        weekly_hours: Hours a week of that month; those of the contract where
            None.
        overtime_hours: Hours beyond 35 a week to be paid for that month;
            None where they are those of the weekly hours. Those done before
            18 give rest (L3162-1) and do not belong here.
        overtime_hours_beyond_43: How many of them come from the 44th hour of
            a week on.
        absence_hours: Hours of absence not paid.
        absence: Euros to deduct from the minimum for absences.
        paid_on: Day of payment, from which the claim for the rest lapses.

    Raises:
        InvalidValue: For a month out of range, an amount under zero or finer
            than a cent, hours beyond the 43rd that are not among those told.

    >>> Payslip(year=2026, month=13, gross=Decimal("802.82"))
    Traceback (most recent call last):
      ...
    apprentissage.errors.InvalidValue: month: got 13 (int); write a month \
from 1 to 12
    """

    year: int
    month: int
    gross: Decimal = field(converter=exact)
    weekly_hours: Decimal | None = field(default=None, converter=exact_or_none)
    overtime_hours: Decimal | None = field(default=None, converter=exact_or_none)
    overtime_hours_beyond_43: Decimal = field(default=_ZERO, converter=exact)
    absence_hours: Decimal = field(default=_ZERO, converter=exact)
    absence: Decimal = field(default=_ZERO, converter=exact)
    paid_on: date | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a month that is none, and amounts finer than a cent."""
        bounds_of(self.year, self.month)
        cents("gross", self.gross)
        cents("absence", self.absence)
        late = self.overtime_hours_beyond_43
        if late > (self.overtime_hours or _ZERO):
            raise InvalidValue(
                "overtime_hours_beyond_43", late, "write how many of overtime_hours"
            )

    @property
    def period(self) -> str:
        """The month in figures, `2026-09`."""
        return f"{self.year:04d}-{self.month:02d}"


@frozen(kw_only=True, eq=False, repr=False)
class AuditedMonth(SlicedMonth):
    """A month audited: what was due, slice by slice, and what was paid.

    Args:
        payslip: What was paid.
        slices: What was due, in the order of the days; hours of absence are
            deducted in them, euros are not.
        due: Gross due in euros, absences deducted.
        outcome: `NON_COMPLIANT` where more was due whatever is unknown,
            `UNDETERMINED` where an unknown fact decides.
        arrears: What lacks to the month in any case.
        waiting: What lacks besides if the unknown facts are as they were
            taken.
        by_cause: Parts of `arrears`, each with the step that was missed.
        missing: Paths of the unknown facts that decide, of the outcome or of
            what lacks.
    """

    payslip: Payslip
    slices: tuple[PaySlice, ...]
    due: Decimal
    outcome: Outcome
    arrears: Decimal
    waiting: Decimal
    by_cause: tuple[tuple[ArrearsCause, Decimal], ...]
    missing: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """What was found of the month, in French."""
        template = "{month} : {paid:€} payés, au moins le minimum de {due:€}."
        if self.outcome is Outcome.NON_COMPLIANT:
            template = (
                "{month} : {paid:€} payés pour {due:€} dus ; il manque {arrears:€} ({causes})."
            )
            if self.missing:
                template = (
                    "{month} : {paid:€} payés pour un minimum de {due:€} ; il manque en tout "
                    "cas {arrears:€} ({causes}) ; à compléter : {missing}."
                )
        if self.outcome is Outcome.UNDETERMINED:
            template = (
                "{month} : {paid:€} payés pour un minimum de {due:€} ; à compléter : {missing}."
            )
        return sentence(
            template,
            {
                "month": month_of(self.starts_on),
                "paid": self.payslip.gross,
                "due": self.due,
                "arrears": self.arrears,
                "causes": " ; ".join(
                    f"{cause.label} : {euros(part)}" for cause, part in self.by_cause
                ),
                "missing": enumeration(french_names(self.missing)),
            },
        )


@frozen(kw_only=True, eq=False, repr=False)
class ArrearsClaim(PlainValue):
    """What may still be claimed on a day (L3245-1).

    Args:
        on: The day.
        claimable: Arrears that may be claimed, in euros.
        barred: Arrears that no longer may.
        undetermined: Arrears whose day of payment is unknown and decides.
        waiting: What lacks besides, if the unknown facts of the contract are
            as they were taken, to months that are not barred.
        months_claimable: The months of `claimable`, as `2026-09`.
        months_barred: Those of `barred`.
        months_undetermined: Those of `undetermined`.
        sources: What it rests on.
        caveats: Reserves.
    """

    on: date
    claimable: Decimal
    barred: Decimal
    undetermined: Decimal
    waiting: Decimal
    months_claimable: tuple[str, ...]
    months_barred: tuple[str, ...]
    months_undetermined: tuple[str, ...]
    sources: tuple[Source, ...]
    caveats: tuple[Caveat, ...]

    @property
    def sentence(self) -> str:
        """What is open, what is not and what is unknown, in French."""
        told = [
            part
            for part, there in (
                ("{claimable:€} peuvent être réclamés le {on:short}", self.months_claimable),
                ("{barred:€} sont prescrits", self.months_barred),
                (
                    "{undetermined:€} dépendent du jour de paie, à compléter",
                    self.months_undetermined,
                ),
                ("{waiting:€} dépendent d'informations à compléter", self.waiting),
            )
            if there
        ]
        if not (self.months_claimable or self.months_undetermined or self.waiting):
            told.insert(0, "Rien ne peut être réclamé le {on:short}")
        lead = "" if "{on:short}" in told[0] else "Au {on:short}, "
        return sentence(
            f"{lead}{' ; '.join(told)} ({{sources}}).",
            {
                "claimable": self.claimable,
                "barred": self.barred,
                "undetermined": self.undetermined,
                "waiting": self.waiting,
                "on": self.on,
                "sources": enumeration(s.reference for s in self.sources),
            },
        )


@frozen(kw_only=True, eq=False, repr=False)
class PayAudit(PlainValue, Sequence[AuditedMonth]):
    """The payslips of a contract against the minimum, month by month.

    Each month stands for itself: what was paid beyond the minimum of one
    makes up for no other.

    Args:
        schedule: The least pay of the contract.
        method: How months begun, ended or cut were shared out.
        months: In the order of the calendar.
    """

    schedule: PaySchedule
    method: ProRata | None
    months: tuple[AuditedMonth, ...]

    def __repr__(self) -> str:
        return f"PayAudit({len(self)} payslips, {self.outcome.value}, arrears {self.arrears} €)"

    def __len__(self) -> int:
        return len(self.months)

    @overload
    def __getitem__(self, index: int) -> AuditedMonth: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[AuditedMonth, ...]: ...
    def __getitem__(self, index: int | slice) -> AuditedMonth | tuple[AuditedMonth, ...]:
        return self.months[index]

    def __iter__(self) -> Iterator[AuditedMonth]:
        return iter(self.months)

    @property
    def outcome(self) -> Outcome:
        """The worst of the months."""
        return min((each.outcome for each in self.months), key=_WORST_FIRST.index)

    @property
    def arrears(self) -> Decimal:
        """What lacks to all months in any case, in euros."""
        return total_of(each.arrears for each in self.months)

    @property
    def waiting(self) -> Decimal:
        """What lacks besides if the unknown facts are as they were taken."""
        return total_of(each.waiting for each in self.months)

    @property
    def by_cause(self) -> tuple[tuple[ArrearsCause, Decimal], ...]:
        """The arrears by the step that was missed; they sum to `arrears`."""
        parts = [part for each in self.months for part in each.by_cause]
        return tuple(
            (cause, total_of(part for of, part in parts if of is cause))
            for cause in ArrearsCause
            if any(of is cause for of, _ in parts)
        )

    @property
    def missing(self) -> tuple[str, ...]:
        """Paths of the unknown facts that decide of a month."""
        found = (path for each in self.months for path in each.missing)
        return tuple(dict.fromkeys(found))

    @property
    def months_without_payslip(self) -> tuple[str, ...]:
        """Months of the contract up to the last slip of which none was told.

        What was paid for them is unknown, and nothing is counted.
        """
        told = {each.payslip.period for each in self.months}
        first = self.schedule.contract.starts_on
        asked = months_between(first, self.months[-1].ends_on)
        return tuple(
            period
            for year, month in asked
            for period in (f"{year:04d}-{month:02d}",)
            if period not in told
        )

    @property
    def caveats(self) -> tuple[Caveat, ...]:
        """The reserves of the schedule, and of the method."""
        method = () if self.method is None else self.method.caveats
        return (*self.schedule.caveats, *method)

    def claim_on(self, day: date) -> ArrearsClaim:
        """What the prescription leaves open of the arrears on a day.

        Three years from the day of payment; after a rupture told in the
        file, the three years before it, until three years after it. Without
        the day of payment a month is open as long as it would be if it had
        been paid on its first day; then it depends on that day.

        Args:
            day: The day of the claim.

        Raises:
            NotCovered: Before 2013-06-17, and until 2016-06-17 for pay due
                before it.
        """
        check_arguments(PayAudit.claim_on, locals())
        law = PRESCRIPTION.event(day)
        broken = broken_on(self.schedule.contract)
        by_state: dict[bool | None, list[AuditedMonth]] = {
            state: [] for state in (True, False, None)
        }
        waits: list[Decimal] = []
        for each in self.months:
            if each.arrears or each.waiting:
                state = _open(each.payslip, day, law.value, broken)
                if each.arrears:
                    by_state[state].append(each)
                # what is barred is lost, whatever the unknown facts are
                if state is not False:
                    waits.append(each.waiting)
        sums = {
            state: total_of(each.arrears for each in months) for state, months in by_state.items()
        }
        named = {
            state: tuple(each.payslip.period for each in months)
            for state, months in by_state.items()
        }
        return ArrearsClaim(
            on=day,
            claimable=sums[True],
            barred=sums[False],
            undetermined=sums[None],
            waiting=total_of(waits),
            months_claimable=named[True],
            months_barred=named[False],
            months_undetermined=named[None],
            sources=law.sources,
            caveats=law.caveats,
        )

    def to_rows(self, *, exact: bool = False) -> list[dict[str, object]]:
        """Plain rows, one a month, for a data frame or a plot.

        Args:
            exact: Amounts are Decimals, not floats.
        """
        check_arguments(PayAudit.to_rows, locals())
        amount = Decimal if exact else float
        return [
            {
                "mois": each.payslip.period,
                "du": each.starts_on,
                "au": each.ends_on,
                "resultat": each.outcome.code,
                "brut_du": amount(each.due),
                "brut_paye": amount(each.payslip.gross),
                "rappel": amount(each.arrears),
                "en_attente": amount(each.waiting),
                **{
                    f"rappel_{cause.code}": amount(
                        total_of(part for of, part in each.by_cause if of is cause)
                    )
                    for cause in ArrearsCause
                },
                "manque": " ".join(each.missing),
                "constat": each.sentence,
            }
            for each in self.months
        ]

    def _repr_html_(self) -> str:
        """A month a row, for a notebook."""
        causes = "".join(f" ; {cause.label} : {euros(part)}" for cause, part in self.by_cause)
        return table(
            ("mois", "payé", "dû", "rappel", "cause", "résultat"),
            (
                (
                    month_of(each.starts_on),
                    euros(each.payslip.gross),
                    euros(each.due),
                    euros(each.arrears) if each.arrears else "",
                    enumeration(cause.label for cause, _ in each.by_cause),
                    each.outcome.label,
                )
                for each in self.months
            ),
            caption=f"Rappel de salaire : {euros(self.arrears)}{causes}",
            notes=self.notes,
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """What the months leave open, and the reserves, in French."""
        told: list[str] = []
        if self.missing:
            names = enumeration(french_names(self.missing))
            told.append(f"À compléter : {names}.")
        if without := self.months_without_payslip:
            told.append(f"Sans bulletin, donc non comptés : {enumeration(without)}.")
        return (*told, *(each.sentence for each in self.caveats))


def _open(slip: Payslip, day: date, months: int, broken: date | None) -> bool | None:
    """Whether the rest of a month may be claimed; None where unknown."""
    first, _ = bounds_of(slip.year, slip.month)
    earliest, since = slip.paid_on or first, PRESCRIPTION.since
    if earliest < since:
        if day <= same_day(since, months):
            raise NotCovered(PRESCRIPTION.what, earliest, since)
        return False
    open_ = day <= same_day(earliest, months)
    # « les sommes dues au titre des trois années précédant la rupture du
    # contrat »
    if broken is not None and day <= same_day(broken, months):
        open_ = open_ or same_day(broken, -months) <= earliest
    return open_ or (None if slip.paid_on is None else False)


def audit_pay(
    contract: Contract,
    payslips: Iterable[Payslip],
    *,
    method: ProRata | None = None,
    week: tuple[Decimal | int, ...] | None = None,
    readings: Readings = LETTER,
) -> PayAudit:
    """Hold what was paid against what was due, month by month.

    A month too low by more than one cent is short of all that lacks to it;
    paying more is lawful, and makes up for no other month. What lacks is
    attributed to the steps that a payroll must have missed to pay what was
    paid (`ArrearsCause`): the fewest that give that amount, within five
    cents for one step and one cent for several; nothing else is guessed.

    Args:
        contract: The facts.
        payslips: What was paid, one for each month, in any order.
        method: How months begun, ended or cut are shared out; needed as soon
            as there is one.
        week: The hours of each day of a week, from Monday on, for
            `ProRata.HOURS` and for absences told in hours.
        readings: The choice on each contested point.

    Returns:
        A result for each payslip, and the sums. Without unknown fact that
        decides, what is due is that of `PaySchedule.month`.

    Raises:
        NotCovered: As `pay_schedule`; where the SMIC of a day is unknown.
        InvalidValue: For a month outside the contract, two slips for one
            month, more hours of absence than of work; without a method or a
            week where one is needed.

    Source: art. L. 6222-27, L. 6222-28 et L. 3245-1 du code du travail.

    >>> from apprentissage.facts import (
    ...     NO_EXTENSION, NO_GRID, Apprentice, DurationGround, Employer,
    ...     EmployerType, Territory, Training,
    ... )
    >>> contract = Contract(
    ...     concluded_on=date(2025, 9, 1),
    ...     starts_on=date(2025, 9, 15),
    ...     ends_on=date(2027, 9, 14),
    ...     apprentice=Apprentice(born_on=date(2007, 1, 10)),
    ...     employer=Employer(
    ...         type=EmployerType.OTHER_PRIVATE,
    ...         territory=Territory.METROPOLE,
    ...     ),
    ...     training=Training(level=3, cycle_years=2, entry_year=1),
    ...     duration_ground=DurationGround.NONE,
    ...     extension=NO_EXTENSION,
    ...     grid=NO_GRID,
    ...     previous=(),
    ...     weekly_hours=Decimal(35),
    ... )
    >>> audit = audit_pay(
    ...     contract,
    ...     (Payslip(year=2026, month=9, gross=Decimal("802.82")),),
    ...     method=ProRata.CALENDAR_DAYS,
    ... )
    >>> audit.arrears, [cause.label for cause, _ in audit.by_cause]
    (Decimal('79.66'), ["année d'exécution"])
    """
    check_arguments(audit_pay, locals())
    slips = check_items("payslips", payslips, Payslip)
    if not slips:
        raise InvalidValue("payslips", slips, "write at least one Payslip")
    schedule = pay_schedule(contract, readings)
    weights = weights_of(method, week)
    hours = None if week is None else hours_of_week(week)
    _check_months(schedule, slips)
    minima = minima_of(schedule)
    completions = completed_minima(contract, readings)
    months = [
        _audited(
            slip,
            partial(_work, f"payslips[{rank}]", slip, weights=weights, hours=hours),
            minima,
            completions,
        )
        for rank, slip in enumerate(slips)
    ]
    return PayAudit(
        schedule=schedule,
        method=method,
        months=tuple(sorted(months, key=lambda each: each.starts_on)),
    )


def _check_months(schedule: PaySchedule, slips: tuple[Payslip, ...]) -> None:
    months = [*months_between(schedule.contract.starts_on, schedule.paid_until)]
    seen: set[tuple[int, int]] = set()
    for rank, slip in enumerate(slips):
        month = slip.year, slip.month
        path = f"payslips[{rank}].month"
        if month not in months:
            raise InvalidValue(
                path,
                slip.period,
                f"write a month from {schedule.contract.starts_on:%Y-%m} to "
                f"{schedule.paid_until:%Y-%m}",
            )
        if month in seen:
            raise InvalidValue(path, slip.period, "write one slip a month")
        seen.add(month)


def _work(
    path: str, slip: Payslip, minima: Minima, *, weights: Week | None, hours: Week | None
) -> Work:
    schedule = minima[0].schedule
    first, last = bounds_of(slip.year, slip.month)
    contract, until = schedule.contract, schedule.paid_until
    paid, plain = _hours(slip, contract, _ZERO)
    _, with_premium = _hours(slip, contract, contract.overtime_premium)
    return Work(
        first=first,
        last=last,
        until=until,
        minima=tuple(
            least
            for least in minima
            if least.line.starts_on <= last and first <= least.line.ends_on
        ),
        weights=weights,
        kept=_kept(path, slip, hours, (max(first, contract.starts_on), min(last, until))),
        paid=paid,
        beyond=(NO_HOURS, plain, with_premium),
        hours_known=slip.weekly_hours is not None or contract.weekly_hours is not None,
        told=slip.overtime_hours is not None,
        less=cents("absence", slip.absence),
    )


def _kept(path: str, slip: Payslip, hours: Week | None, worked: tuple[date, date]) -> Fraction:
    """The part of the hours of a month that no absence takes away."""
    absent = Fraction(slip.absence_hours)
    if not absent:
        return Fraction(1)
    if hours is None:
        raise InvalidValue(
            "week", None, f"write the hours of each day of a week, for {path}.absence_hours"
        )
    planned = weight_of(*worked, hours)
    if absent > planned:
        raise InvalidValue(
            f"{path}.absence_hours",
            slip.absence_hours,
            f"write at most the {float(planned):g} hours of the month",
        )
    return 1 - absent / planned


def _hours(slip: Payslip, contract: Contract, premium: Decimal | None) -> tuple[Share, Share]:
    """What the hours of a slip pay, as parts of 35 hours a week."""
    week = slip.weekly_hours
    if week is None:
        week = contract.weekly_hours
    on, _ = bounds_of(slip.year, slip.month)
    paid, beyond = hours_paid(LEGAL_WEEK if week is None else week, premium, on=on)
    if slip.overtime_hours is None:
        return paid, beyond
    return paid, overtime_share(slip.overtime_hours, slip.overtime_hours_beyond_43, premium, on=on)


def _audited(
    slip: Payslip,
    work_of: Callable[[Minima], Work],
    minima: Minima,
    completions: Completions[Minima],
) -> AuditedMonth:
    paid, work = cents("gross", slip.gross), work_of(minima)
    found = verdict(paid, work, work_of, completions)
    arrears = 0
    parts: tuple[tuple[ArrearsCause, int], ...] = ()
    if found.outcome is Outcome.NON_COMPLIANT:
        arrears = found.sure - paid
        # the steps explain all that lacks; what lacks in any case is the last of it
        parts = _clipped(split(work, found.due, paid), arrears)
    # One cent short is no fault: a rounding.
    short = found.due - paid if paid < found.due - 1 else arrears
    pieces = work.pieces()
    counted, of = counts_of(pieces, work.first, work.last, work.weights)
    return AuditedMonth(
        payslip=slip,
        slices=slices_of(pieces, counted, of, work.dues(pieces)),
        due=decimal_cents(found.due),
        outcome=found.outcome,
        arrears=decimal_cents(arrears),
        waiting=decimal_cents(short - arrears),
        by_cause=tuple((cause, decimal_cents(part)) for cause, part in parts),
        missing=found.missing,
    )


def _clipped(
    parts: list[tuple[ArrearsCause, int]], arrears: int
) -> tuple[tuple[ArrearsCause, int], ...]:
    """The parts of what lacks in any case: the last of what lacks."""
    kept: list[tuple[ArrearsCause, int]] = []
    for cause, part in reversed(parts):
        borne = min(part, arrears)
        arrears -= borne
        if borne:
            kept.append((cause, borne))
    return tuple(reversed(kept))
