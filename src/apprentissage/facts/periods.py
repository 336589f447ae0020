"""Spans of days and values that change from a day on."""

from bisect import bisect_right
from datetime import date
from decimal import Decimal
from typing import Any

from attrs import field, frozen

from apprentissage._guards import (
    MOST_STEPS,
    check_date,
    check_few,
    check_number,
    check_order,
    exact,
)
from apprentissage._money import cents
from apprentissage._plain import PlainValue
from apprentissage.errors import InvalidValue, NotCovered, WrongType
from apprentissage.facts.declared import guarded, not_before, told


@frozen(kw_only=True, eq=False, repr=False, field_transformer=guarded)
class Period(PlainValue):
    """A span of days, both ends counted.

    >>> Period(starts_on=date(2026, 1, 1), ends_on=date(2026, 1, 31)).ends_on
    datetime.date(2026, 1, 31)
    """

    starts_on: date = field(metadata=told("début {of}", key="date_debut"))
    ends_on: date = field(
        metadata=told("fin {of}", key="date_fin", remedy=not_before("starts_on"))
    )

    def __attrs_post_init__(self) -> None:
        """Refuse an end before the start."""
        check_order("starts_on", self.starts_on, "ends_on", self.ends_on)


def _exact_steps(
    steps: tuple[tuple[date, Decimal | int], ...],
) -> tuple[tuple[date, Decimal], ...]:
    given: Any = steps  # as yet unchecked
    if not isinstance(given, tuple):
        return given  # type: ignore[no-any-return]
    return tuple(
        (step[0], exact(step[1])) if isinstance(step, tuple) and len(step) == 2 else step
        for step in given
    )


def _ordered(_: object, __: object, steps: object) -> None:
    if not isinstance(steps, tuple) or not steps:
        raise WrongType("steps", steps, "write a tuple of (first day, Decimal)")
    check_few("steps", steps, MOST_STEPS)
    for rank, step in enumerate(steps):
        if not isinstance(step, tuple) or len(step) != 2:
            raise WrongType(f"steps[{rank}]", step, "write (first day, Decimal)")
        check_date(f"steps[{rank}][0]", step[0])
        check_number(f"steps[{rank}][1]", step[1])
        cents(f"steps[{rank}][1]", step[1])
        if rank and step[0] <= steps[rank - 1][0]:
            raise InvalidValue(
                f"steps[{rank}][0]", step[0], f"write a day after {steps[rank - 1][0]}"
            )


@frozen(eq=False, repr=False, field_transformer=guarded)
class ByDay(PlainValue):
    """An amount that changes from given days on, such as a revised SMC.

    Args:
        steps: First day and amount in euros, in the order of the days.

    >>> smc = ByDay(((date(2025, 1, 1), Decimal("1850")),
    ...              (date(2026, 1, 1), Decimal("1900"))))
    >>> smc.on(date(2025, 12, 31))
    Decimal('1850')
    """

    steps: tuple[tuple[date, Decimal], ...] = field(
        converter=_exact_steps, validator=_ordered, metadata=told("montants {of}")
    )

    def on(self, day: date) -> Decimal:
        """The amount of a day.

        Raises:
            NotCovered: Before the first day.
        """
        check_date("day", day)
        rank = bisect_right(self.steps, day, key=lambda step: step[0])
        if rank == 0:
            raise NotCovered("ByDay", day, self.steps[0][0])
        return self.steps[rank - 1][1]
