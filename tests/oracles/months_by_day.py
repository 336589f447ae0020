"""The least pay of a calendar month, found by walking its days.

On top of the pay found day by day: the days of a month are weighed one by
one, those of the same euros put together, and the share of each rounded.
Nothing of the engine is used.
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from itertools import groupby

from apprentissage.facts import Contract
from apprentissage.law.readings import Readings
from tests.oracles.pay_by_day import cents, days, monthly_on, walk

__all__ = ["due_by_month"]

Weight = Callable[[date], Fraction]


def due_by_month(
    contract: Contract, readings: Readings, weight: Weight
) -> dict[tuple[int, int], Fraction]:
    """What is due for each month, by the weight of its days."""
    euros: dict[date, tuple[Fraction, Fraction]] = {}
    lines = walk(contract, readings)
    for day in days(contract):
        line = next(x for x in lines if x.starts_on <= day <= x.ends_on)
        euros[day] = monthly_on(contract, readings, line, day)
    found: dict[tuple[int, int], Fraction] = {}
    for month, group in groupby(euros, lambda day: (day.year, day.month)):
        worked = list(group)
        length = monthrange(*month)[1]
        whole = sum(weight(date(*month, n)) for n in range(1, length + 1))
        pays = [(pay, list(same)) for pay, same in groupby(worked, euros.__getitem__)]
        if len(pays) == 1 and len(worked) == length:
            found[month] = sum(pays[0][0], Fraction())
            continue
        found[month] = sum(
            (
                cents(part * sum(map(weight, same)) / whole, readings)
                for pay, same in pays
                for part in pay
            ),
            Fraction(),
        )
    return found
