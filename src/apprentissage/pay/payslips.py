"""Payslips held against the minimum, month by month."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from apprentissage._arguments import check_arguments
from apprentissage._guards import check_items
from apprentissage._money import cents, decimal_cents
from apprentissage.errors import InvalidValue
from apprentissage.facts import Contract
from apprentissage.judging import Outcome
from apprentissage.law.readings import LETTER, Readings
from apprentissage.pay.arrears import ArrearsCause, Work, split
from apprentissage.pay.audits import AuditedMonth, PayAudit, Payslip
from apprentissage.pay.gross import (
    LEGAL_WEEK,
    Share,
    hours_paid,
    overtime_share,
)
from apprentissage.pay.minimum_pay import Minimum, minima_of
from apprentissage.pay.pay_months import (
    ProRata,
    Week,
    bounds_of,
    counts_of,
    hours_of_week,
    months_between,
    slices_of,
    weight_of,
    weights_of,
)
from apprentissage.pay.schedule import PaySchedule, pay_schedule

_ZERO = Decimal(0)


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
    months = [
        _audited(
            slip, _work(f"payslips[{rank}]", slip, minima, weights, hours)
        )
        for rank, slip in enumerate(slips)
    ]
    return PayAudit(
        schedule=schedule,
        method=method,
        months=tuple(sorted(months, key=lambda each: each.starts_on)),
    )


def _check_months(schedule: PaySchedule, slips: tuple[Payslip, ...]) -> None:
    months = [
        *months_between(schedule.contract.starts_on, schedule.paid_until)
    ]
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
    path: str,
    slip: Payslip,
    minima: list[Minimum],
    weights: Week | None,
    hours: Week | None,
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
        kept=_kept(
            path,
            slip,
            hours,
            (max(first, contract.starts_on), min(last, until)),
        ),
        paid=paid,
        beyond=((0, 1), plain, with_premium),
        told=slip.overtime_hours is not None,
        less=cents("absence", slip.absence),
    )


def _kept(
    path: str,
    slip: Payslip,
    hours: Week | None,
    worked: tuple[date, date],
) -> Fraction:
    """The part of the hours of a month that no absence takes away."""
    absent = Fraction(slip.absence_hours)
    if not absent:
        return Fraction(1)
    if hours is None:
        raise InvalidValue(
            "week",
            None,
            f"write the hours of each day of a week, for {path}.absence_hours",
        )
    planned = weight_of(*worked, hours)
    if absent > planned:
        raise InvalidValue(
            f"{path}.absence_hours",
            slip.absence_hours,
            f"write at most the {float(planned):g} hours of the month",
        )
    return 1 - absent / planned


def _hours(
    slip: Payslip, contract: Contract, premium: Decimal | None
) -> tuple[Share, Share]:
    """What the hours of a slip pay, as parts of 35 hours a week."""
    week = slip.weekly_hours
    if week is None:
        week = contract.weekly_hours
    on, _ = bounds_of(slip.year, slip.month)
    paid, beyond = hours_paid(
        LEGAL_WEEK if week is None else week, premium, on=on
    )
    if slip.overtime_hours is None:
        return paid, beyond
    return paid, overtime_share(
        slip.overtime_hours, slip.overtime_hours_beyond_43, premium, on=on
    )


class _Verdict(NamedTuple):
    """Cents due as the facts are taken, and in any case; what decides."""

    due: int
    sure: int
    outcome: Outcome
    missing: tuple[str, ...]


def _verdict(paid: int, slip: Payslip, work: Work) -> _Verdict:
    """Three-valued, as `check_declared_pay` judges an amount."""
    contract = work.minima[0].contract
    unagreed = contract.overtime_premium is None
    known = slip.weekly_hours is not None or contract.weekly_hours is not None
    due, least_work = work.due(), work
    if unagreed:
        # Without a premium at least, where none is known to be agreed.
        _, plain, _ = work.beyond
        least_work = work._replace(beyond=((0, 1), plain, plain))
    plain_due = least_work.due()
    sure = 0
    if known and all(least.territory_known for least in work.minima):
        sure = least_work.due(sure=True)
    low, surely = paid < due - 1, paid < sure - 1
    missing: list[str] = []
    if not surely or sure < due:
        for least in work.minima:
            missing += least.at_stake(low=low, in_euros=True)
        if not known:
            missing.append("weekly_hours")
        decides = surely or paid >= plain_due - 1
        if low and unagreed and plain_due < due and decides:
            missing.append("overtime_premium")
    named = tuple(dict.fromkeys(missing))
    outcome = Outcome.UNDETERMINED if named else Outcome.COMPLIANT
    if surely or (low and not named):
        outcome = Outcome.NON_COMPLIANT
    return _Verdict(due, sure if named else due, outcome, named)


def _audited(slip: Payslip, work: Work) -> AuditedMonth:
    paid = cents("gross", slip.gross)
    found = _verdict(paid, slip, work)
    arrears = 0
    parts: tuple[tuple[ArrearsCause, int], ...] = ()
    if found.outcome is Outcome.NON_COMPLIANT:
        arrears = found.sure - paid
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
