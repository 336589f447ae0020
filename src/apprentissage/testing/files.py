"""What happens after the signature, and the working time of minors."""

from datetime import date, time
from decimal import Decimal
from typing import Any

from attrs import evolve
from hypothesis.strategies import DrawFn, composite

from apprentissage.facts import (
    Avenant,
    ContractType,
    Decision,
    Dossier,
    FundingDecision,
    RefusalGround,
    Rupture,
    RuptureCause,
    Weekday,
    WorkDay,
    WorkingTime,
    WorkSector,
)
from apprentissage.months import last_day_of, same_day
from apprentissage.testing._drawing import Facts, plus, stated
from apprentissage.testing.days import SIMPLE_DAY

_SECTORS = (
    WorkSector.OFFICE,
    *(sector for sector in WorkSector if sector is not WorkSector.OFFICE),
)
_WORKED_WEEKDAYS = tuple(
    frozenset(tuple(Weekday)[first:last])
    for first, last in ((0, 5), (0, 6), (1, 6), (0, 7))
)
_DAILY_HOURS = (8, 7, 9, 10, 11)
_TIMES = (time(8), time(6), time(4), time(22), time(23, 30))


def dossier(
    fact: Facts, starts_on: date, ends_on: date, **known: Any
) -> Dossier:
    """A file whose events, those that happened, lie about their deadlines."""
    happened = Facts(fact.draw, unknowns=True)
    drawn = Dossier(
        filed_on=happened.near(plus(starts_on, 5), plus(starts_on, 6)),
        complete_on=happened.near(plus(starts_on, 10)),
        decision=happened.maybe(
            lambda: FundingDecision(
                decision=fact.pick(tuple(Decision)),
                decided_on=fact.near(plus(starts_on, 30)),
                grounds=refusal_grounds(fact),
            )
        ),
        later_acceptance_on=happened.near(plus(starts_on, 40)),
        deposited=happened.flag(),
        avenants=happened.several(lambda: avenant(fact, starts_on), 2),
        rupture=happened.maybe(lambda: rupture(fact, starts_on, ends_on)),
        excluded_on=happened.near(same_day(starts_on, 6)),
        practical_days=happened.maybe(
            lambda: frozenset(
                plus(starts_on, n)
                for n in range(fact.pick((0, 44, 45, 46, 60)))
            )
        ),
        practical_days_until=happened.near(
            plus(starts_on, 59), same_day(ends_on, -1)
        ),
        wanted_end_on=happened.near(same_day(ends_on, -1)),
        months_without_pay=happened.among(0, 1),
    )
    return evolve(drawn, **known)


@composite
def dossiers(
    draw: DrawFn,
    /,
    *,
    starts_on: date = SIMPLE_DAY,
    ends_on: date | None = None,
    unknowns: bool = True,
    **facts: Any,
) -> Dossier:
    """Files: filing, decision, avenants, rupture, about their deadlines.

    An event that has not happened is None, whatever `unknowns` says.

    Args:
        draw: Supplied by Hypothesis.
        starts_on: First day of the contract.
        ends_on: Its last day; where None, two years after the start.
        unknowns: Facts of an event may be unknown.
        **facts: Fields stated, each a value or a strategy.

    >>> from hypothesis.strategies import SearchStrategy
    >>> isinstance(dossiers(filed_on=date(2025, 9, 5)), SearchStrategy)
    True
    """
    known = stated(draw, Dossier, facts)
    return dossier(
        Facts(draw, unknowns=unknowns),
        starts_on,
        ends_on or last_day_of(starts_on, 24),
        **known,
    )


def refusal_grounds(fact: Facts) -> frozenset[RefusalGround] | None:
    """Some of them, none included."""
    drawn = fact.several(lambda: fact.pick(tuple(RefusalGround)), 2)
    return None if drawn is None else frozenset(drawn)


def avenant(fact: Facts, starts_on: date) -> Avenant:
    """An avenant that takes effect some months after the start."""
    effective_on = fact.near(same_day(starts_on, 6))
    anchor = effective_on or starts_on
    return Avenant(
        type=fact.among(*ContractType),
        concluded_on=fact.near(anchor),
        effective_on=effective_on,
        filed_on=fact.near(plus(anchor, 6)),
    )


def rupture(fact: Facts, starts_on: date, ends_on: date) -> Rupture:
    """A rupture about its delays."""
    broken_on = fact.day_near(same_day(starts_on, 2), plus(ends_on, -30))
    return Rupture(
        ruptured_on=fact.among(broken_on),
        cause=fact.among(*RuptureCause),
        court_decision=fact.flag(),
        mediator_referred_on=fact.near(plus(broken_on, -12)),
        employer_informed_on=fact.near(plus(broken_on, -7)),
    )


def working_time(fact: Facts, on: date, **known: Any) -> WorkingTime:
    """A working time about the limits of minors, from a day on."""
    drawn = WorkingTime(
        sector=fact.among(*_SECTORS),
        daily_hours=fact.among(*_DAILY_HOURS),
        collective_organisation=fact.flag(),
        inspector_authorisation=fact.flag(),
        night_authorisation=fact.flag(),
        nights_in_week=fact.among(0, 2, 3),
        nights_in_year=fact.among(0, 30, 31),
        worked_weekdays=fact.among(*_WORKED_WEEKDAYS),
        weekly_rest_agreement=fact.flag(),
        weekly_rest_hours=fact.among(36, 35, 48),
        holiday_agreement=fact.flag(),
        days=fact.maybe(
            lambda: tuple(
                work_day(fact, plus(on, n))
                for n in range(fact.pick((0, 1, 2)))
            )
        ),
    )
    return evolve(drawn, **known)


def work_day(fact: Facts, on: date) -> WorkDay:
    """A day of work, with its stretch and breaks."""
    stretch = fact.among(Decimal("4.5"), Decimal(4), Decimal(5))
    breaks = fact.among(1, 2, 0)
    hours = fact.among(*_DAILY_HOURS)
    if None not in (stretch, breaks, hours):
        # the breaks leave a stretch of the hours shared equally, at least
        breaks = max(breaks or 0, 2)
    return WorkDay(
        on=on,
        starts_at=fact.among(*_TIMES),
        ends_at=fact.among(*_TIMES),
        breaks=breaks,
        break_minutes=fact.among(30, 29, 60),
        hours=hours,
        longest_stretch_hours=stretch,
    )


@composite
def working_times(
    draw: DrawFn,
    /,
    *,
    on: date = SIMPLE_DAY,
    unknowns: bool = True,
    **facts: Any,
) -> WorkingTime:
    """Working times about the limits of minors.

    Args:
        draw: Supplied by Hypothesis.
        on: First day of work.
        unknowns: Facts may be unknown.
        **facts: Fields stated, each a value or a strategy.

    >>> from hypothesis.strategies import SearchStrategy
    >>> isinstance(working_times(daily_hours=8), SearchStrategy)
    True
    """
    known = stated(draw, WorkingTime, facts)
    return working_time(Facts(draw, unknowns=unknowns), on, **known)
