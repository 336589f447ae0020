"""What happens after the signature, and the working time of minors."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis.strategies import DrawFn, composite

from apprentissage.facts import Avenant, Dossier, FundingDecision, Rupture, WorkDay, WorkingTime
from apprentissage.months import same_day
from apprentissage.testing._drawing import SIMPLE_DAY, Facts, by_hand, plus, stated
from apprentissage.testing._values import DAILY_HOURS


@by_hand(Dossier)
def _dossier(fact: Facts, **known: Any) -> Dossier:
    """A file whose events, those that happened, lie about their deadlines."""
    happened = fact.of_events()
    start, end = fact.starts_on, fact.ends_on
    return happened.whole(
        Dossier,
        known,
        filed_on=happened.near(plus(start, 5), plus(start, 6)),
        complete_on=happened.near(plus(start, 10)),
        later_acceptance_on=happened.near(plus(start, 40)),
        excluded_on=happened.near(same_day(start, 6)),
        practical_days=happened.maybe(
            lambda: frozenset(plus(start, n) for n in range(fact.pick((0, 44, 45, 46, 60))))
        ),
        practical_days_until=happened.near(plus(start, 59), same_day(end, -1)),
        wanted_end_on=happened.near(same_day(end, -1)),
    )


@by_hand(FundingDecision)
def _decision(fact: Facts, **known: Any) -> FundingDecision:
    decided_on = fact.near(plus(fact.starts_on, 30))
    return fact.whole(FundingDecision, known, decided_on=decided_on)


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
    """Files: filing, decision, avenants, rupture, near their deadlines.

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
    fact = Facts(draw, unknowns=unknowns, starts_on=starts_on, ends_on=ends_on)
    return _dossier(fact, **known)


@by_hand(Avenant)
def _avenant(fact: Facts, **known: Any) -> Avenant:
    """An avenant that takes effect some months after the start."""
    effective_on = fact.near(same_day(fact.starts_on, 6))
    anchor = effective_on or fact.starts_on
    return fact.whole(
        Avenant,
        known,
        concluded_on=fact.near(anchor),
        effective_on=effective_on,
        filed_on=fact.near(plus(anchor, 6)),
    )


@by_hand(Rupture)
def _rupture(fact: Facts, **known: Any) -> Rupture:
    """A rupture about its delays."""
    broken_on = fact.day_near(same_day(fact.starts_on, 2), plus(fact.ends_on, -30))
    return fact.whole(
        Rupture,
        known,
        ruptured_on=fact.among(broken_on),
        mediator_referred_on=fact.near(plus(broken_on, -12)),
        employer_informed_on=fact.near(plus(broken_on, -7)),
    )


@by_hand(WorkingTime)
def _working_time(fact: Facts, **known: Any) -> WorkingTime:
    """A working time about the limits of minors, of days that follow."""
    return fact.whole(
        WorkingTime,
        known,
        days=fact.maybe(
            lambda: tuple(
                fact.part(WorkDay, on=plus(fact.starts_on, n)) for n in range(fact.pick((0, 1, 2)))
            )
        ),
    )


@by_hand(WorkDay)
def _work_day(fact: Facts, **known: Any) -> WorkDay:
    """A day of work, with its stretch and breaks."""
    stretch = fact.among(Decimal("4.5"), Decimal(4), Decimal(5))
    breaks = fact.among(1, 2, 0)
    hours = fact.among(*DAILY_HOURS)
    if None not in (stretch, breaks, hours):
        # the breaks leave a stretch of the hours shared equally, at least
        breaks = max(breaks or 0, 2)
    return fact.whole(WorkDay, known, breaks=breaks, hours=hours, longest_stretch_hours=stretch)


@composite
def working_times(
    draw: DrawFn, /, *, on: date = SIMPLE_DAY, unknowns: bool = True, **facts: Any
) -> WorkingTime:
    """Working times near the limits of minors.

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
    return _working_time(Facts(draw, unknowns=unknowns, starts_on=on), **known)
