"""Contracts whose pay goes by age and year of execution alone."""

from datetime import date
from decimal import Decimal

from hypothesis.strategies import DrawFn, SearchStrategy, composite, sampled_from

from apprentissage.facts import (
    NO_EXTENSION,
    Apprentice,
    Contract,
    DisabilityTitle,
    Employer,
    EmployerType,
    Territory,
    Training,
)
from apprentissage.months import first_of_next_month, last_day_of
from apprentissage.testing._drawing import Facts, given, plus
from apprentissage.testing.days import anniversaries, birth, days

_CONCLUDED = days(date(2019, 1, 1), date(2026, 6, 1))
_AGES = (17, 18, 20, 21, 16, 25, 26, 18, 21)
_MONTHS = (24, 12, 36, 6, 13, 25)


@composite
def ordinary_contracts(
    draw: DrawFn, /, *, concluded_on: date | SearchStrategy[date] = _CONCLUDED
) -> Contract:
    """Contracts that a payroll pays by the statutory grid.

    A private employer in metropolitan France, a first contract from the
    first year of its cycle, 35 hours a week; no branch grid, SMC or extra
    period. Birthdays fall on and about the start, its anniversaries and the
    end, on the first and the last days of months, on 29 February.

    Args:
        draw: Supplied by Hypothesis.
        concluded_on: Day of conclusion, or a strategy of such days; by
            default since 2019-01-01, when the grid of today begins.

    >>> isinstance(ordinary_contracts(), SearchStrategy)
    True
    """
    fact = Facts(draw, unknowns=False)
    signed_on = given(draw, concluded_on)
    near = plus(signed_on, draw(sampled_from((0, 1, 14))))
    starts_on = fact.pick((near, first_of_next_month(near)))
    ends_on = plus(last_day_of(starts_on, fact.pick(_MONTHS)), fact.pick((0, 1, 15)))
    return Contract(
        concluded_on=signed_on,
        starts_on=starts_on,
        ends_on=ends_on,
        apprentice=Apprentice(
            born_on=birth(fact, anniversaries(starts_on, ends_on), _AGES),
            rqth=False,
            disability_title=DisabilityTitle.NONE,
            high_level_athlete=False,
        ),
        training=Training(entry_year=1),
        employer=Employer(
            type=EmployerType.COMMERCIAL_REGISTER_ONLY, territory=Territory.METROPOLE
        ),
        extension=NO_EXTENSION,
        weekly_hours=Decimal(35),
        previous=(),
    )
