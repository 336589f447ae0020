"""Contracts of any kind, lawful or not, known in full or in part."""

from datetime import date
from decimal import Decimal
from typing import Any

from attrs import evolve
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from apprentissage._arguments import check_arguments
from apprentissage.facts import (
    NO_EXTENSION,
    NO_GRID,
    AgeBracket,
    Apprentice,
    Avenant,
    ByDay,
    Contract,
    ContractType,
    DeclaredPayLine,
    Extension,
    ExtensionReason,
    Grid,
    Mobility,
    PayBase,
    Period,
    PreviousCycle,
    Signature,
    Territory,
    Training,
)
from apprentissage.facts.pay import Rates
from apprentissage.law.readings import LETTER, Readings
from apprentissage.months import first_of_next_month, last_day_of, morrow_of, same_day
from apprentissage.parties.employer import MAYOTTE
from apprentissage.pay.schedule import PaySchedule, pay_schedule
from apprentissage.testing._drawing import Facts, by_hand, given, plus, stated
from apprentissage.testing._values import RATES
from apprentissage.testing.days import anniversaries, birth, days
from apprentissage.testing.lawful import compliant_contracts
from apprentissage.testing.people import directly_related

_CONCLUDED = days()
_SIGNED_BEFORE = (0, 1, 3, 31, 92, 366, -1)
_MONTHS = (24, 12, 36, 6, 48, 18, 5, 11, 60)
_SMC = tuple(map(Decimal, ("1850", "1801.80", "2250", "1400.01")))


def contracts(
    *,
    concluded_on: date | SearchStrategy[date] | None = None,
    starts_on: date | SearchStrategy[date] | None = None,
    ends_on: date | SearchStrategy[date] | None = None,
    born_on: date | SearchStrategy[date] | None = None,
    compliant: bool = False,
    unknowns: bool = True,
    **facts: Any,
) -> SearchStrategy[Contract]:
    """Contracts near the limits of the texts, lawful or not.

    Birthdays fall on the first and at the ends of months, on 29 February, on
    and about the start and its anniversaries; contracts are concluded on and
    about the days on which the law changes; dates lie on and about the last
    lawful day.

    Args:
        concluded_on: Day of conclusion, or a strategy of such days; by
            default from 2008-05-01 to 2027-12-31.
        starts_on: First day of execution, or a strategy of such days.
        ends_on: Last day, or a strategy of such days.
        born_on: Birth date, or a strategy of such dates.
        compliant: All facts are known and every rule of `review` finds the
            contract compliant, or does not apply. It is built so, none is
            thrown away; see `compliant_contracts`.
        unknowns: Facts may be unknown; those of a compliant contract never
            are.
        **facts: Other fields of the contract, each a value or a strategy.

    Returns:
        Contracts that shrink to few known facts, about 2025-09-01.

    >>> isinstance(contracts(concluded_on=date(2026, 8, 31)), SearchStrategy)
    True
    >>> isinstance(contracts(compliant=True), SearchStrategy)
    True
    """
    check_arguments(contracts, locals())
    days_stated = {
        "concluded_on": concluded_on,
        "starts_on": starts_on,
        "ends_on": ends_on,
        "born_on": born_on,
    }
    if compliant:
        return compliant_contracts(**days_stated, **facts)
    return _contracts(unknowns, **days_stated, **facts)


@composite
def _contracts(
    draw: DrawFn,
    /,
    unknowns: bool,
    *,
    concluded_on: date | SearchStrategy[date] | None,
    starts_on: date | SearchStrategy[date] | None,
    ends_on: date | SearchStrategy[date] | None,
    born_on: date | SearchStrategy[date] | None,
    **facts: Any,
) -> Contract:
    known = stated(draw, Contract, facts)
    fact = Facts(draw, unknowns=unknowns)
    first = given(draw, starts_on)
    concluded = given(draw, concluded_on) or (
        draw(_CONCLUDED) if first is None else plus(first, -fact.pick(_SIGNED_BEFORE))
    )
    first = first or _start(fact, concluded)
    last = given(draw, ends_on) or _end(fact, first)
    born = given(draw, born_on)
    fact.signed_on, fact.starts_on, fact.ends_on = concluded, first, last
    ages = (*anniversaries(first, last), concluded, first)
    tied: dict[str, Any] = {
        "concluded_on": concluded,
        "starts_on": first,
        "ends_on": last,
        "training": known.get("training") or fact.part(Training),
        "kind": known.get("kind") or fact.among(*ContractType),
    }
    if "apprentice" not in known:
        tied["apprentice"] = fact.part(Apprentice, born_on=born or birth(fact, ages))
    level, kind = tied["training"].level, tied["kind"]
    return fact.whole(
        Contract,
        known,
        **tied,
        avenant=fact.maybe(lambda: fact.part(Avenant))
        if kind is not None and kind.avenant
        else None,
        employer_training_starts_on=fact.near(first, same_day(first, 3)),
        smc_monthly=fact.maybe(lambda: _conventional_minimum(fact)),
        declared_pay=fact.maybe(lambda: declared_lines(fact)),
        **_benefits(fact),
        previous=fact.several(lambda: fact.part(PreviousCycle, **directly_related(fact, level))),
        mobilities=fact.several(lambda: fact.part(Mobility), 1),
    )


def _start(fact: Facts, concluded_on: date) -> date:
    starts_on = plus(concluded_on, fact.pick(_SIGNED_BEFORE))
    return fact.pick((starts_on, first_of_next_month(starts_on)))


def _end(fact: Facts, starts_on: date) -> date:
    ends_on = last_day_of(starts_on, fact.pick(_MONTHS))
    wild = plus(starts_on, fact.pick(range(1, 1500)))
    return fact.pick((ends_on, fact.day_near(ends_on), wild))


@by_hand(Signature)
def _signature(fact: Facts, **known: Any) -> Signature:
    return fact.whole(Signature, known, on=fact.near(fact.signed_on))


@by_hand(Extension)
def _extension(fact: Facts, **known: Any) -> Extension:
    """An extension by avenant, or none."""
    start, end = fact.starts_on, fact.ends_on
    reason = fact.pick(tuple(ExtensionReason))
    if reason is ExtensionReason.NONE or start == end:
        return NO_EXTENSION
    # By avenant, agreed at the signature, or a contract of its own.
    first = fact.day_near(morrow_of(last_day_of(end, -12)))
    by_avenant = min(max(first, morrow_of(start)), end)
    return fact.whole(
        Extension, known, reason=reason, starts_on=fact.pick((by_avenant, by_avenant, None, start))
    )


@by_hand(Period)
def _mission(fact: Facts, **known: Any) -> Period:
    """A mission of the agency, about six or twelve months long."""
    start = fact.starts_on
    ends_on = fact.day_near(last_day_of(start, 6), last_day_of(start, 12))
    return fact.whole(Period, known, starts_on=start, ends_on=ends_on)


@by_hand(Mobility)
def _mobility(fact: Facts, **known: Any) -> Mobility:
    """A time abroad, within or about the contract."""
    start, end = fact.starts_on, fact.ends_on
    middle = plus(start, (end - start).days // 2)
    first = fact.day_near(start, middle, same_day(end, -6))
    last = fact.day_near(end, middle, same_day(start, 12))
    return fact.whole(Mobility, known, starts_on=first, ends_on=max(first, last))


def declared_lines(fact: Facts) -> tuple[DeclaredPayLine, ...]:
    """One line for each year of execution, at rates that may fall short."""
    lines: list[DeclaredPayLine] = []
    opens = fact.starts_on
    while opens <= fact.ends_on and len(lines) < 4:
        closes = min(last_day_of(opens, 12), fact.ends_on)
        lines.append(
            fact.whole(
                DeclaredPayLine,
                order=f"{len(lines) + 1}.1",
                starts_on=opens,
                ends_on=closes,
                rate=fact.pick(RATES),
                base=fact.pick((PayBase.SMIC, PayBase.SMC)),
            )
        )
        opens = morrow_of(closes)
    return tuple(lines)


def _benefits(fact: Facts) -> dict[str, Any]:
    """The benefits in kind, in total or kind by kind."""
    untold = fact.pick(("in_kind", "benefits_in_kind"))
    return {untold: None}


def _conventional_minimum(fact: Facts) -> Decimal | ByDay:
    """A conventional minimum, fixed or risen by day."""
    amount = fact.pick(_SMC)
    if fact.pick((True, False)):
        return amount
    return fact.part(ByDay, amount=amount)


@by_hand(ByDay)
def _by_day(fact: Facts, amount: Decimal = _SMC[0]) -> ByDay:
    start = fact.starts_on
    risen_on = fact.day_near(same_day(start, 12), same_day(start, 6))
    return ByDay(((same_day(start, -24), amount), (risen_on, amount + 50)))


@by_hand(Grid)
def _grid(fact: Facts, **known: Any) -> Grid:
    """A grid of a branch, of known and unknown rows."""

    def row() -> Rates | None:
        return fact.maybe(lambda: (fact.pick(RATES), fact.pick(RATES), fact.pick(RATES)))

    rows = [row() for _ in AgeBracket]
    if not any(rows):
        return NO_GRID
    return fact.whole(
        Grid,
        known,
        under_18=rows[0],
        from_18=rows[1],
        from_21=rows[2],
        from_26=rows[3],
        from_on=fact.pick((None, date(2024, 1, 1))),
    )


@composite
def scheduled_contracts(draw: DrawFn, /, **facts: Any) -> Contract:
    """Contracts whose pay schedule can be computed.

    As `contracts`, but none of Mayotte before 2018, where the Code did not
    apply.

    Args:
        draw: Supplied by Hypothesis.
        **facts: As `contracts` takes them.

    >>> isinstance(scheduled_contracts(smc_monthly=None), SearchStrategy)
    True
    """
    contract = draw(contracts(**facts))
    employer = contract.employer
    if employer.territory is Territory.MAYOTTE and contract.concluded_on < MAYOTTE.since:
        employer = evolve(employer, territory=Territory.LA_REUNION)
    return evolve(contract, employer=employer)


def schedules(*, readings: Readings = LETTER, **facts: Any) -> SearchStrategy[PaySchedule]:
    """Pay schedules of `scheduled_contracts`.

    Args:
        readings: The choice on each contested point.
        **facts: As `contracts` takes them.

    >>> isinstance(schedules(unknowns=False), SearchStrategy)
    True
    """
    check_arguments(schedules, locals())
    return scheduled_contracts(**facts).map(lambda contract: pay_schedule(contract, readings))
