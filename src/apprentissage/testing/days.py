"""Days at which the law changes its answer, more often than others.

Uniform days meet a birthday on the first of a month once in thirty times,
a start on the birthday once in a year, 29 February once in four: these
strategies draw them all the time.
"""

from datetime import date

from hypothesis.strategies import DrawFn, SearchStrategy, composite, sampled_from

from apprentissage._arguments import check_arguments
from apprentissage.months import eve_of, first_of_next_month, morrow_of, same_day
from apprentissage.testing._drawing import SIMPLE_DAY, Facts, plus

FIRST_DAY = date(2008, 5, 1)
LAST_DAY = date(2027, 12, 31)

LAW_CHANGES = (
    date(2008, 5, 1),
    date(2008, 12, 29),
    date(2009, 5, 29),
    date(2015, 11, 29),
    date(2016, 7, 1),
    date(2017, 1, 1),
    date(2017, 3, 23),
    date(2019, 1, 1),
    date(2019, 8, 23),
    date(2020, 1, 1),
    date(2020, 4, 1),
    date(2020, 4, 27),
    date(2020, 7, 1),
    date(2023, 1, 1),
    date(2023, 12, 29),
    date(2024, 1, 1),
    date(2024, 8, 1),
    date(2025, 7, 1),
    date(2026, 5, 28),
    date(2026, 8, 18),
    date(2026, 8, 21),
)
"""First days of the versions of the texts, and the morrow of the last day read."""

AGES = (17, 18, 16, 15, 20, 21, 25, 26, 29, 30, 34, 35, 36, 14, 45, 18, 21, 26)
"""Ages reached about a contract, the most ordinary first."""


def days(first: date = FIRST_DAY, last: date = LAST_DAY) -> SearchStrategy[date]:
    """Days of a span, with the changes of the law and the ends of months.

    Args:
        first: First day of the span.
        last: Last day of the span, counted.

    Returns:
        Days that shrink to 2025-09-01, or to the day of the span that is
        nearest to it.

    >>> from hypothesis.strategies import SearchStrategy
    >>> isinstance(days(date(2024, 1, 1)), SearchStrategy)
    True
    """
    check_arguments(days, locals())
    simple = min(max(SIMPLE_DAY, first), last)
    turns = {day for change in LAW_CHANGES for day in (eve_of(change), change, morrow_of(change))}
    edges = [first, last, *sorted(d for d in turns if first <= d <= last)]
    return _days(first, last, simple, edges)


@composite
def _days(draw: DrawFn, /, first: date, last: date, simple: date, edges: list[date]) -> date:
    fact = Facts(draw, unknowns=False)
    # Numbers of their own, not bytes of a chunk: Hypothesis can then lower the
    # one and raise the next, and come back to the simple day.
    way = draw(sampled_from(("simple", "edge", "any", "month")))
    if way == "simple":
        return simple
    if way == "edge":
        return draw(sampled_from(edges))
    if way == "any":
        before, after = (simple - first).days, (last - simple).days
        return plus(simple, fact.about(before, after))
    months = 12 * (last.year - first.year) + last.month - first.month
    back = 12 * (simple.year - first.year) + simple.month - first.month
    month = same_day(simple.replace(day=1), fact.about(back, months - back))
    end = eve_of(first_of_next_month(month))
    day = fact.pick((month, end, morrow_of(month), eve_of(end)))
    return min(max(day, first), last)


def anniversaries(starts_on: date, ends_on: date) -> tuple[date, ...]:
    """The first day of a contract, its anniversaries, and its last day."""
    later = (same_day(starts_on, 12 * year) for year in range(1, 5))
    return starts_on, *(day for day in later if day <= ends_on), ends_on


def birth(fact: Facts, anchors: tuple[date, ...], ages: tuple[int, ...] = AGES) -> date:
    """A birth date that reaches an age on or near some days."""
    day = same_day(fact.pick(anchors), -12 * fact.pick(ages))
    month = day.replace(day=1)
    following = first_of_next_month(day)
    leap = day.year - day.year % 4
    edges = (
        same_day(day.replace(day=15), -6),
        day,
        eve_of(day),
        morrow_of(day),
        month,
        following,
        eve_of(month),
        eve_of(following),
        plus(day, -5),
        plus(day, 5),
        date(leap, 2, 29),
        day,
    )
    rank = fact.pick(range(len(edges) + 2))
    if rank < len(edges):
        return edges[rank]
    return plus(day, fact.pick(range(-183, 184)))


@composite
def births(draw: DrawFn, /, *anchors: date, ages: tuple[int, ...] = AGES) -> date:
    """Birth dates that reach an age on or near some days.

    The birthday falls on the day itself, its eve, its morrow, on the first
    or the last of a month, on 29 February, or anywhere.

    Args:
        draw: Supplied by Hypothesis.
        *anchors: The days: start, anniversaries, end.
        ages: The ages reached, the simplest first.

    >>> from hypothesis.strategies import SearchStrategy
    >>> isinstance(births(date(2025, 9, 1)), SearchStrategy)
    True
    """
    return birth(Facts(draw, unknowns=False), anchors, ages)
