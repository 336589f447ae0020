"""Employers and trainings."""

from datetime import date
from typing import Any

from hypothesis.strategies import DrawFn, composite

from apprentissage.facts import Employer, Training
from apprentissage.months import eve_of, same_day
from apprentissage.testing._drawing import SIMPLE_DAY, Facts, by_hand, stated


@by_hand(Employer)
def _employer(fact: Facts, **known: Any) -> Employer:
    """An employer, who may work holidays of the year of the start."""
    first, last = (date(fact.starts_on.year, month, 1) for month in (5, 11))
    return fact.whole(
        Employer,
        known,
        worked_holidays=fact.among(
            frozenset[date](), frozenset({first, last}), frozenset({first})
        ),
        holidays=None,
    )


@composite
def employers(
    draw: DrawFn, /, *, on: date = SIMPLE_DAY, unknowns: bool = True, **facts: Any
) -> Employer:
    """Employers, private and public, of every territory.

    Args:
        draw: Supplied by Hypothesis.
        on: Day of the year whose holidays may be worked.
        unknowns: Facts may be unknown.
        **facts: Fields stated, each a value or a strategy.

    >>> from hypothesis.strategies import SearchStrategy
    >>> from apprentissage.facts import Territory
    >>> isinstance(employers(territory=Territory.MAYOTTE), SearchStrategy)
    True
    """
    known = stated(draw, Employer, facts)
    return _employer(Facts(draw, unknowns=unknowns, starts_on=on), **known)


@by_hand(Training)
def _training(fact: Facts, **known: Any) -> Training:
    """A training about a contract, to the day of the limits between them."""
    first, last = fact.starts_on, fact.ends_on
    least = known.get("entry_year") or 1
    cycle_years = known.get("cycle_years") or fact.among(
        *(years for years in (2, 1, 3, 4, least) if years >= least)
    )
    last_exam_on = known.get("last_exam_on") or fact.near(same_day(last, -2), last, eve_of(last))
    return fact.whole(
        Training,
        known,
        **_in_order(
            known,
            cycle_starts_on=fact.near(*(same_day(first, months) for months in (0, -3, 3, -12))),
            cycle_ends_on=fact.near(*(same_day(last, months) for months in (0, -2, -1, 12))),
        ),
        cycle_years=cycle_years,
        entry_year=fact.among(*range(1, (cycle_years or 3) + 1)),
        cfa_training_starts_on=fact.near(*(same_day(first, months) for months in (0, 3, -3))),
        **_in_order(
            known,
            first_exam_on=fact.near(
                *(same_day(last_exam_on or last, months) for months in (-2, 0))
            ),
            last_exam_on=last_exam_on,
        ),
    )


def _in_order(known: dict[str, Any], **drawn: date | None) -> dict[str, date | None]:
    """Two days; out of order, that which is stated counts for both."""
    days = {name: known.get(name) or day for name, day in drawn.items()}
    (_, first), (ending, last) = days.items()
    if first and last and last < first:
        return dict.fromkeys(days, last if ending in known else first)
    return days


@composite
def trainings(
    draw: DrawFn,
    /,
    *,
    starts_on: date = SIMPLE_DAY,
    ends_on: date | None = None,
    unknowns: bool = True,
    **facts: Any,
) -> Training:
    """Trainings that fit a contract, or miss its limits by a day.

    Args:
        draw: Supplied by Hypothesis.
        starts_on: First day of the contract.
        ends_on: Its last day; where None, two years after the start.
        unknowns: Facts may be unknown.
        **facts: Fields stated, each a value or a strategy.

    >>> from hypothesis.strategies import SearchStrategy
    >>> isinstance(trainings(level=5, cycle_years=2), SearchStrategy)
    True
    """
    known = stated(draw, Training, facts)
    fact = Facts(draw, unknowns=unknowns, starts_on=starts_on, ends_on=ends_on)
    return _training(fact, **known)
