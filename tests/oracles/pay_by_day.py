"""The minimum pay found by walking a contract day by day.

Nothing of the engine is used: months, tables and comparisons are written
again from the texts, on fractions, and each day is judged for itself. Slow
and plain, it is what the engine is compared with.
"""

from calendar import isleap
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby
from math import ceil, floor
from typing import NamedTuple

from apprentissage.facts import (
    NO_GRID,
    ByDay,
    Contract,
    Diploma,
    DurationGround,
    ExtensionReason,
    PreviousCycle,
    RateKind,
    Route,
    Territory,
)
from apprentissage.law.readings import Readings

__all__ = ["Pay", "Written", "monthly_on", "walk"]

DAY = timedelta(days=1)

# Percents of years 1, 2, 3; brackets 16-17, 18-20, 21-25, 26 and over.
OLD = ((25, 37, 53), (41, 49, 65), (53, 61, 78))
NEW = ((27, 39, 55), (43, 51, 67), (53, 61, 78), (100, 100, 100))

# Hourly SMIC in euros, from a day on.
SMIC = """
2008-05-01 8.63  2008-07-01 8.71  2009-07-01 8.82  2010-01-01 8.86
2011-01-01 9.00  2011-12-01 9.19  2012-01-01 9.22  2012-07-01 9.40
2013-01-01 9.43  2014-01-01 9.53  2015-01-01 9.61  2016-01-01 9.67
2017-01-01 9.76  2018-01-01 9.88  2019-01-01 10.03 2020-01-01 10.15
2021-01-01 10.25 2021-10-01 10.48 2022-01-01 10.57 2022-05-01 10.85
2022-08-01 11.07 2023-01-01 11.27 2023-05-01 11.52 2024-01-01 11.65
2024-11-01 11.88 2026-01-01 12.02 2026-06-01 12.31
"""
SMIC_OF_MAYOTTE = """
2018-01-01 7.46 2019-01-01 7.57 2020-01-01 7.66 2021-01-01 7.74
2021-10-01 7.91 2022-01-01 7.98 2022-05-01 8.19 2022-08-01 8.35
2023-01-01 8.51 2023-05-01 8.70 2024-01-01 8.80 2024-11-01 8.98
2026-01-01 9.33 2026-06-01 9.56
"""
PRINTED_IN_MAYOTTE = {"7.74": "1173.27", "7.91": "1199.08"}

BRACKETS = ("under_18", "18_20", "21_25", "26_plus")


class Written(NamedTuple):
    """A line as the form shows it."""

    order: str
    starts_on: date
    ends_on: date
    bracket: str
    rate: Fraction
    base: str


class Pay(NamedTuple):
    """A claim of a day: percent, base and euros of 35 hours a month."""

    rate: Fraction
    base: str
    euros: Fraction


class Claim(NamedTuple):
    """A percent, its base and the points that come with it."""

    percent: Fraction
    base: str
    fifteen: bool = False
    more: int = 0
    branch: bool = False


def walk(contract: Contract, readings: Readings) -> list[Written]:
    """The lines, out of what holds on each day."""

    def key(day: date) -> tuple[int, int, bool, bool]:
        return (
            year_of(contract, readings, day),
            bracket_of(contract, readings, day),
            in_disability_year(contract, day),
            grid_on(contract, day),
        )

    lines: list[Written] = []
    places: dict[int, int] = {}
    for (year, bracket, *_), group in groupby(days(contract), key):
        listed = list(group)
        pay = best_on(contract, readings, listed[0], listed[0])
        places[year] = places.get(year, 0) + 1
        lines.append(
            Written(
                f"{year}.{places[year]}",
                listed[0],
                listed[-1],
                BRACKETS[bracket],
                pay.rate,
                pay.base,
            )
        )
    return lines


def days(contract: Contract) -> Iterator[date]:
    """Every day of the contract."""
    day = contract.starts_on
    while day <= contract.ends_on:
        yield day
        day += DAY


def year_of(contract: Contract, readings: Readings, day: date) -> int:
    """Year of execution: anniversaries of the start already come."""
    start = contract.starts_on
    year = day.year - start.year
    anniversary = (start.month, start.day)
    if anniversary == (2, 29) and not isleap(day.year):
        late = readings.leap_start.name == "MARCH_1"
        anniversary = (3, 1) if late else (2, 28)
    return year + ((day.month, day.day) >= anniversary)


def bracket_of(contract: Contract, readings: Readings, day: date) -> int:
    """How many of the ages 18, 21 and 26 count on a day."""
    ages = (18, 21, 26)[: len(table_of_rates(contract)) - 1]
    return sum(counts(contract, readings, age, day) for age in ages)


def table_of_rates(contract: Contract) -> tuple[tuple[int, int, int], ...]:
    """The grid of the day of conclusion."""
    return OLD if contract.concluded_on < date(2019, 1, 1) else NEW


def counts(
    contract: Contract, readings: Readings, age: int, day: date
) -> bool:
    """Whether an age reached counts on a day."""
    birthday = birthday_at(contract.apprentice.born_on, age, readings)
    at_start = readings.threshold_in_start_month.name == "AGE_AT_START"
    if birthday <= contract.starts_on and at_start:
        return True
    if birthday.day == 1 and readings.birthday_on_the_first.name == "SAME_DAY":
        return day >= birthday
    return (day.year, day.month) > (birthday.year, birthday.month)


def birthday_at(born_on: date, age: int, readings: Readings) -> date:
    """The day an age is reached."""
    year = born_on.year + age
    if (born_on.month, born_on.day) != (2, 29) or isleap(year):
        return date(year, born_on.month, born_on.day)
    late = readings.leap_birthday.name == "MARCH_1"
    return date(year, 3, 1) if late else date(year, 2, 28)


def best_on(
    contract: Contract, readings: Readings, opening: date, day: date
) -> Pay:
    """The best pay of a day, on the claims of the line it belongs to."""
    claims = list(claims_on(contract, readings, opening))
    smic = smic_month(contract, readings, day)
    smc = smc_month(contract, day)

    def month(claim: Claim) -> tuple[str, Fraction]:
        if claim.base == "statutory":
            higher = smc is not None and smc > smic
            return ("SMC", smc) if higher and smc else ("SMIC", smic)
        if claim.base == "SMC" and smc is not None and smc > smic:
            return "SMC", smc
        return "SMIC", smic

    best: Pay | None = None
    for claim in claims:
        base, euros = month(claim)
        rate = claim.percent
        if claim.fifteen:
            if (rate + 15) * euros <= 100 * smic:
                rate += 15
            elif rate * euros < 100 * smic:
                rate, base, euros = Fraction(100), "SMIC", smic
        rate += claim.more
        pay = Pay(rate, base, rate * euros / 100)
        if best is None or pay.euros > best.euros:
            best = pay
    assert best is not None
    return best


def claims_on(
    contract: Contract, readings: Readings, day: date
) -> Iterator[Claim]:
    """The statutory claims of a line's first day, then the others."""
    table = table_of_rates(contract)
    bracket = bracket_of(contract, readings, day)
    column = min(3, column_of(contract, readings, day)) - 1
    more = public_points(contract) + 15 * in_disability_year(contract, day)
    cycle = fifteen_years(contract)
    kept = bracket
    if cycle and readings.fifteen_points_bracket.name == "FROZEN":
        kept = bracket_at_conclusion(contract, readings)
    raised = max(column, min(3, cycle) - 1)
    if cycle:
        percent = Fraction(table[kept][raised])
        yield Claim(
            percent, statutory_base(contract, kept), fifteen=True, more=more
        )
    if not cycle or kept != bracket:
        percent = Fraction(table[bracket][column])
        yield Claim(percent, statutory_base(contract, bracket), more=more)
    if grid_on(contract, day):
        if cycle and readings.fifteen_points_base.name == "CONVENTIONAL_RATE":
            yield from conventional(contract, kept, raised, fifteen=True)
        yield from conventional(contract, bracket, column, fifteen=False)
    rate = floor_rate(contract)
    if rate:
        old = contract.concluded_on < date(2019, 1, 1)
        yield Claim(rate, "SMIC", fifteen=bool(cycle) and old)


def in_disability_year(contract: Contract, day: date) -> bool:
    """Whether the extra period of a disabled worker has begun."""
    extra = contract.extension
    return (
        extra is not None
        and extra.reason is ExtensionReason.DISABILITY
        and extra.starts_on is not None
        and day >= extra.starts_on
    )


def bracket_at_conclusion(contract: Contract, readings: Readings) -> int:
    """How many of the ages are reached on the day of conclusion."""
    ages = (18, 21, 26)[: len(table_of_rates(contract)) - 1]
    born_on = contract.apprentice.born_on
    return sum(
        birthday_at(born_on, age, readings) <= contract.concluded_on
        for age in ages
    )


def grid_on(contract: Contract, day: date) -> bool:
    """Whether a conventional grid holds on a day."""
    grid = contract.grid
    return grid not in (None, NO_GRID) and (
        grid.from_on is None or day >= grid.from_on
    )


def conventional(
    contract: Contract, row: int, year: int, *, fifteen: bool
) -> Iterator[Claim]:
    """The claim of the conventional grid, where it has the bracket."""
    grid = contract.grid or NO_GRID
    rates = (grid.under_18, grid.from_18, grid.from_21, grid.from_26)[row]
    if rates is not None:
        lower = row < 2 and grid.base.value == "statutory"
        base = "SMIC" if lower else grid.base.value
        percent = Fraction(rates[year])
        yield Claim(percent, base, fifteen=fifteen, branch=True)


def statutory_base(contract: Contract, bracket: int) -> str:
    """SMIC up to 20 and for public employers; lost for 21 until 2016."""
    found = contract.concluded_on >= date(2016, 4, 28)
    private = not is_public(contract)
    return "statutory" if bracket >= 2 and found and private else "SMIC"


def column_of(contract: Contract, readings: Readings, day: date) -> int:
    """The year of the grid, before its third and last one is kept."""
    training, extra = contract.training, contract.extension
    entry = training.entry_year or 1
    if (
        training.diploma is Diploma.LICENCE_PROFESSIONNELLE
        and training.level in {None, 6}
        and entry == 1
        and training.cycle_years in {None, 1}
    ):
        return 2
    extended = extra is not None and extra.starts_on is not None
    if contract.duration_ground is DurationGround.FAILED_EXAM and not extended:
        return training.entry_year or training.cycle_years or 1
    credit = entry - 1
    if readings.year_elsewhere.name == "FIRST_YEAR_RATE":
        last = last_contract(contract)
        if (
            last is not None
            and last.same_employer is False
            and last.diploma_obtained is False
        ):
            credit = 0
    if (
        extra is not None
        and extra.starts_on is not None
        and day >= extra.starts_on
        and extra.reason is not ExtensionReason.ATHLETE
    ):
        day = extra.starts_on - DAY
    return year_of(contract, readings, day) + credit


def is_public(contract: Contract) -> bool:
    """A public employer, or one unknown that declares points."""
    kind = contract.employer.type
    if kind is None:
        return bool(contract.public_points)
    return 21 <= int(kind.value) <= 29


def public_points(contract: Contract) -> int:
    """10 or 20 points by level until 2020-04-26, those declared since."""
    if not is_public(contract):
        return 0
    due = 0
    if contract.concluded_on <= date(2020, 4, 26):
        due = {4: 10, 5: 20}.get(contract.training.level or 0, 0)
    return max(due, contract.public_points or 0)


def fifteen_years(contract: Contract) -> int:
    """Years of the earlier cycle where 15 points are due, else 0."""
    last = contract.ends_on
    extra = contract.extension
    if extra is not None and extra.starts_on is not None:
        last = extra.starts_on - DAY
    start = contract.starts_on
    if (start.month, start.day) == (2, 29):
        limit = date(start.year + 1, 2, 28)
    else:
        limit = date(start.year + 1, start.month, start.day) - DAY
    if last > limit:
        return 0
    return max(
        (
            cycle.cycle_years or 1
            for cycle in contract.previous or ()
            if cycle.diploma_obtained
            and cycle.directly_related
            and cycle.level is not None
            and cycle.level == contract.training.level
        ),
        default=0,
    )


def last_contract(contract: Contract) -> PreviousCycle | None:
    """The contract of apprenticeship before this one."""
    found = [
        cycle
        for cycle in contract.previous or ()
        if cycle.route is not Route.SCHOOL
    ]
    if not found:
        return None
    ends = [cycle.ended_on or cycle.ruptured_on for cycle in found]
    if None in ends:
        return found[-1]
    return found[ends.index(max(end for end in ends if end is not None))]


def floor_rate(contract: Contract) -> Fraction:
    """Percent of the SMIC that the previous contract guarantees, or 0."""
    last = last_contract(contract)
    if last is None:
        return Fraction(0)
    since_2019 = contract.concluded_on >= date(2019, 1, 1)
    if since_2019 and last.diploma_obtained is not True:
        return Fraction(0)
    follows = (
        last.same_employer
        or last.same_branch
        or last.last_rate_kind is RateKind.CLAIMABLE
    )
    statutory, rate = last.last_statutory_rate, last.last_rate
    if rate is None or (not follows and statutory is not None):
        rate = statutory
    return Fraction(rate or 0)


def table_of(written: str) -> list[tuple[date, str]]:
    """Days and amounts of one of the tables above."""
    words = written.split()
    return [
        (date.fromisoformat(day), amount)
        for day, amount in zip(words[::2], words[1::2], strict=True)
    ]


def hourly_smic(contract: Contract, day: date) -> str:
    """The hourly SMIC of a day, as printed."""
    mayotte = contract.employer.territory is Territory.MAYOTTE
    known = table_of(SMIC_OF_MAYOTTE if mayotte else SMIC)
    return [amount for since, amount in known if since <= day][-1]


def smic_month(contract: Contract, readings: Readings, day: date) -> Fraction:
    """The SMIC of a month of 35 hours."""
    hourly = hourly_smic(contract, day)
    month = Fraction(hourly) * 35 * 52 / 12
    if readings.monthly_base.name == "HOURLY":
        return month
    if (
        contract.employer.territory is Territory.MAYOTTE
        and readings.mayotte_2021_month.name == "PRINTED"
        and hourly in PRINTED_IN_MAYOTTE
    ):
        return Fraction(PRINTED_IN_MAYOTTE[hourly])
    return Fraction(floor(month * 100 + Fraction(1, 2)), 100)


def smc_month(contract: Contract, day: date) -> Fraction | None:
    """The SMC of a day; a public employer has none."""
    smc = contract.smc_monthly
    if smc is None or is_public(contract):
        return None
    if isinstance(smc, ByDay):
        return Fraction(
            [euros for since, euros in smc.steps if since <= day][-1]
        )
    return Fraction(smc)


def monthly_on(
    contract: Contract, readings: Readings, line: Written, day: date
) -> tuple[Fraction, Fraction]:
    """Euros of a month on a day of a line: up to 35 hours, and beyond."""
    pay = best_on(contract, readings, line.starts_on, day)
    hours = Fraction(contract.weekly_hours or 35)
    hourly = pay.euros
    if pay.base == "SMIC":
        wage = Fraction(hourly_smic(contract, day))
        hourly = pay.rate / 100 * wage * 35 * 52 / 12
    beyond = max(Fraction(0), hours - 35)
    weighted = min(beyond, Fraction(8)) * Fraction(5, 4)
    weighted += max(Fraction(0), beyond - 8) * Fraction(3, 2)
    return (
        cents(pay.euros * min(hours, Fraction(35)) / 35, readings),
        cents(hourly * weighted / 35, readings),
    )


def cents(euros: Fraction, readings: Readings) -> Fraction:
    """Euros rounded to the cent, half up or up."""
    if readings.rounding.name == "CEILING":
        return Fraction(ceil(euros * 100), 100)
    return Fraction(floor(euros * 100 + Fraction(1, 2)), 100)
