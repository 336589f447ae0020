"""The minimum pay found by walking a contract day by day.

Nothing of the engine is used: months, tables and comparisons are written
again from the texts, on fractions, and each day is judged for itself. Slow
and plain, it is what the engine is compared with. Every fact that pay reads
is taken as known; `tests/pay/drawn.py` draws only such contracts.
"""

from calendar import isleap, monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from itertools import groupby
from math import ceil, floor
from typing import NamedTuple, TypeVar

from apprentissage.facts import (
    NO_GRID,
    ByDay,
    Contract,
    Diploma,
    ExtensionReason,
    PreviousCycle,
    RateKind,
    Route,
    Territory,
)
from apprentissage.law.readings import Readings

__all__ = ["Pay", "Written", "monthly_on", "pay_on", "too_low_from", "walk"]

DAY = timedelta(days=1)
T = TypeVar("T")

# D6222-26 by day of conclusion: percents of years 1, 2, 3 of the brackets
# 16-17, 18-20, 21-25 (21 and over before 2019), 26 and over; then whether the
# base from 21 on may be the SMC.
OLD = ((25, 37, 53), (41, 49, 65), (53, 61, 78))
NEW = ((27, 39, 55), (43, 51, 67), (53, 61, 78), (100, 100, 100))
VERSIONS = (
    (date(2008, 5, 1), OLD, False),
    (date(2016, 7, 1), OLD, True),
    (date(2019, 1, 1), NEW, True),
)

# Days of conclusion on which another text begins.
YEAR_2019 = date(2019, 1, 1)
APRIL_2020 = date(2020, 4, 1)
PUBLIC_2020 = date(2020, 4, 27)

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
    """What is due on a day: percent, base and euros of a month of 35 hours.

    `of` names the claim that gave it: statutory, fifteen, grid or floor.
    """

    rate: Fraction
    base: str
    euros: Fraction
    of: str


class Claim(NamedTuple):
    """A percent, its base and the points that come with it.

    `fifteen` are those of D6222-30, under the cap of D6222-31 where there is
    one; `more` those of no cap: public employer, disability extra year.
    """

    of: str
    percent: Fraction
    base: str
    fifteen: bool = False
    more: int = 0


def once(find: Callable[[Contract, Readings], T]) -> Callable[[Contract, Readings], T]:
    """Keep the last answer, for the very same contract and readings.

    A contract is walked day by day; what no day changes is found once.
    """
    last: list[tuple[Contract, Readings, T]] = []

    def found(contract: Contract, readings: Readings) -> T:
        if not last or last[0][0] is not contract or last[0][1] is not readings:
            last[:] = [(contract, readings, find(contract, readings))]
        return last[0][2]

    return found


# --- months -----------------------------------------------------------------


def opening(start: date, months: int, readings: Readings) -> date:
    """First day after so many full months opened on a day.

    Where the month lacks the number, the full months end on its last day and
    the next one opens on the first of the month after; `leap_start` may keep
    28 February for a contract opened on the 29th.
    """
    return after(start, months, readings.leap_start.name == "FEBRUARY_28")


@cache
def after(start: date, months: int, early: bool) -> date:
    """The same, by the choice of `leap_start`."""
    number = start.year * 12 + start.month - 1 + months
    year, month = number // 12, number % 12 + 1
    length = monthrange(year, month)[1]
    if start.day <= length:
        return date(year, month, start.day)
    if (start.month, start.day, month) == (2, 29, 2) and early:
        return date(year, 2, 28)
    return date(year, month, length) + DAY


def months_gone(start: date, day: date, *, early: bool = False) -> int:
    """How many full months opened on a day have gone by before another.

    `leap_start` speaks of the years of a contract, so of no duration.
    """
    gone = (day.year - start.year) * 12 + day.month - start.month - 1
    while after(start, gone + 1, early) <= day:
        gone += 1
    return gone


def months_begun(start: date, last: date) -> int:
    """How many months opened on a day have begun by another."""
    return months_gone(start, last) + 1


def months_executed(contract: Contract, readings: Readings, day: date) -> int:
    """How many months of the contract have gone by before a day."""
    early = readings.leap_start.name == "FEBRUARY_28"
    return months_gone(contract.starts_on, day, early=early)


# --- lines ------------------------------------------------------------------


def walk(contract: Contract, readings: Readings) -> list[Written]:
    """The lines, out of what holds on each day."""

    def key(day: date) -> tuple[int, int, int, bool, bool]:
        return (
            year_of(contract, readings, day),
            bracket_of(contract, readings, day),
            column_of(contract, readings, day),
            in_disability_year(contract, readings, day),
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
    """Year of execution: twelve months each from the start."""
    return months_executed(contract, readings, day) // 12 + 1


# --- ages (D6222-31, before 2019 D6222-34) ----------------------------------


def bracket_of(contract: Contract, readings: Readings, day: date) -> int:
    """How many of the ages 18, 21 and 26 count on a day."""
    return sum(day >= first for first in ages_count_from(contract, readings))


@once
def ages_count_from(contract: Contract, readings: Readings) -> list[date]:
    """The day from which each age of the grid counts."""
    return [counts_from(contract, readings, age) for age in ages_of(contract)]


def ages_of(contract: Contract) -> tuple[int, ...]:
    """The ages that the grid of the day of conclusion knows."""
    return (18, 21, 26)[: len(table_of_rates(contract)) - 1]


def table_of_rates(contract: Contract) -> tuple[tuple[int, int, int], ...]:
    """The grid of the day of conclusion."""
    return [t for since, t, _ in VERSIONS if since <= contract.concluded_on][-1]


def counts_from(contract: Contract, readings: Readings, age: int) -> date:
    """The first day on which an age counts."""
    birthday = birthday_at(contract.apprentice.born_on, age, readings)
    at_start = readings.threshold_in_start_month.name == "AGE_AT_START"
    if birthday <= contract.starts_on and at_start:
        return contract.starts_on
    if birthday.day == 1 and readings.birthday_on_the_first.name == "SAME_DAY":
        return birthday
    return after(birthday.replace(day=1), 1, early=False)


def birthday_at(born_on: date, age: int, readings: Readings) -> date:
    """The day an age is reached."""
    year = born_on.year + age
    if (born_on.month, born_on.day) != (2, 29) or isleap(year):
        return date(year, born_on.month, born_on.day)
    late = readings.leap_birthday.name == "MARCH_1"
    return date(year, 3, 1) if late else date(year, 2, 28)


# --- year of the grid -------------------------------------------------------


def column_of(contract: Contract, readings: Readings, day: date) -> int:
    """The year of the grid on a day, 1 to 3."""
    if is_licence_pro(contract, readings):
        return 2
    cycle = contract.training.cycle_years
    if fills_a_contract(contract):
        return min(3, max(contract.training.entry_year or 1, cycle or 1))
    stops = stands_still_from(contract, readings)
    if stops is not None and day >= stops:
        day = stops - DAY
    gone = months_executed(contract, readings, day)
    plain = gone // 12 + 1
    credited = (gone + credit_of(contract, readings)) // 12 + 1
    if cycle is not None:
        credited = min(credited, cycle)
    return min(3, max(plain, credited))


@once
def stands_still_from(contract: Contract, readings: Readings) -> date | None:
    """The first day of what keeps the year of its eve."""
    firsts = (extra_year_opens(contract, readings), beyond_the_cycle(contract, readings))
    return min((day for day in firsts if day is not None), default=None)


def is_licence_pro(contract: Contract, readings: Readings) -> bool:
    """Whether the second year is paid throughout (D6222-32)."""
    if contract.training.diploma is not Diploma.LICENCE_PROFESSIONNELLE:
        return False
    early = contract.concluded_on < APRIL_2020
    second = readings.licence_pro_before_april_2020.name == "SECOND_YEAR"
    if early and not second:
        return False
    any_length = readings.licence_pro_length.name == "ANY_LENGTH"
    return any_length or contract.training.cycle_years in {None, 1}


def extension_of(contract: Contract) -> ExtensionReason:
    """Why there is an extra period."""
    extra = contract.extension
    return ExtensionReason.NONE if extra is None else extra.reason


def fills_a_contract(contract: Contract) -> bool:
    """Whether the whole contract is the extra year of a cycle elsewhere."""
    extra = contract.extension
    return (
        extra is not None
        and extra.reason is not ExtensionReason.ATHLETE
        and extra.starts_on == contract.starts_on
    )


def extra_year_opens(contract: Contract, readings: Readings) -> date | None:
    """First day of an extra period that keeps the year of its eve.

    D6222-28 and R6222-48. One of a disabled apprentice without a day was
    agreed at the signature: it is what exceeds the cycle. The fourth year of
    an athlete is the third anyway (R6222-60).
    """
    extra = contract.extension
    if extra is None or extra.reason in {ExtensionReason.NONE, ExtensionReason.ATHLETE}:
        return None
    if extra.starts_on is not None:
        return extra.starts_on
    cycle = contract.training.cycle_years or 1
    return opening(contract.starts_on, 12 * cycle, readings)


def beyond_the_cycle(contract: Contract, readings: Readings) -> date | None:
    """First day beyond the cycle, by agreement (D6222-28-2)."""
    cycle = contract.training.cycle_years
    if contract.concluded_on < APRIL_2020 or not contract.tripartite_agreement or cycle is None:
        return None
    return opening(contract.starts_on, 12 * cycle, readings)


def in_disability_year(contract: Contract, readings: Readings, day: date) -> bool:
    """Whether the extra period of a disabled worker has begun."""
    first = extra_year_opens(contract, readings)
    disability = extension_of(contract) is ExtensionReason.DISABILITY
    return disability and first is not None and day >= first


class Done(NamedTuple):
    """Months of the cycle that the contract does not cover.

    By the years before its own, by those gone since the cycle began, and by
    what it is shorter than the cycle.
    """

    entered: int
    gone: int
    short: int


def done_before(contract: Contract) -> Done:
    """What the contract does not cover of its cycle."""
    training = contract.training
    start, began = contract.starts_on, training.cycle_starts_on
    short = 0
    if training.cycle_years is not None:
        begun = months_begun(start, last_ordinary_day(contract))
        short = max(0, 12 * training.cycle_years - begun)
    return Done(
        12 * ((training.entry_year or 1) - 1),
        months_gone(began, start) if began and began < start else 0,
        short,
    )


def is_later_year(contract: Contract) -> bool:
    """Whether a first year of the cycle has gone by before the contract."""
    entered, gone, short = done_before(contract)
    resumed = bool(contract.resumes_after_rupture)
    return max(entered, gone, short if resumed else 0) >= 12


@once
def credit_of(contract: Contract, readings: Readings) -> int:
    """Months of the cycle counted as done."""
    if is_elsewhere_without_credit(contract, readings):
        return 0
    entered, gone, short = done_before(contract)
    agreed = bool(contract.tripartite_agreement)
    resumed = bool(contract.resumes_after_rupture)
    later = is_later_year(contract)
    if contract.concluded_on < YEAR_2019:
        # D6222-30 of then (duration adapted by L6222-8); R6222-18.
        credit = max(short if agreed else 0, 12 if later else 0)
        whole = readings.cycle_credit.name == "WHOLE_YEARS"
    elif contract.concluded_on < APRIL_2020 and readings.credit_2019.name == "ONE_YEAR":
        return 12 if later else 0
    else:
        credit = max(gone, short if agreed or resumed else 0, entered)
        whole = contract.concluded_on >= APRIL_2020 and readings.cycle_credit.name == "WHOLE_YEARS"
    return credit // 12 * 12 if whole else credit


def is_elsewhere_without_credit(contract: Contract, readings: Readings) -> bool:
    """A later year elsewhere without the diploma, by Centre Inffo."""
    last = last_contract(contract)
    return bool(
        readings.year_elsewhere.name == "FIRST_YEAR_RATE"
        and is_later_year(contract)
        and last is not None
        and last.same_employer is False
        and last.diploma_obtained is False
        and not fills_a_contract(contract)
    )


def last_ordinary_day(contract: Contract) -> date:
    """The end agreed at first: the eve of an extra period added since."""
    extra = contract.extension
    if extra is None or extra.starts_on is None or extra.starts_on == contract.starts_on:
        return contract.ends_on
    return extra.starts_on - DAY


# --- fifteen points ---------------------------------------------------------


class Fifteen(NamedTuple):
    """The year of the grid that the fifteen points are added to."""

    column: int
    fixed: bool


@once
def fifteen_of(contract: Contract, readings: Readings) -> Fifteen | None:
    """Whether fifteen points are due, and on which year's rate."""
    earlier = max(
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
    if not earlier:
        return None
    begun = months_begun(contract.starts_on, last_ordinary_day(contract))
    if contract.concluded_on < YEAR_2019:
        return fifteen_before_2019(contract, readings, earlier, begun)
    if begun > 12:
        return None
    second = readings.fifteen_points_licence.name == "SECOND_YEAR"
    if is_licence_pro(contract, readings) and second:
        return Fifteen(2, fixed=True)
    return Fifteen(min(3, earlier), fixed=False)


def fifteen_before_2019(
    contract: Contract, readings: Readings, earlier: int, begun: int
) -> Fifteen | None:
    """D6222-33 of then: two years and more reduced by one (R6222-16, 3)."""
    cycle = contract.training.cycle_years or 1
    if cycle >= 2 and begun <= 12 * (cycle - 1):
        return Fifteen(min(3, cycle), fixed=True)
    too = readings.fifteen_points_before_2019.name == "ONE_YEAR_TOO"
    if cycle == 1 and begun <= 12 and too:
        return Fifteen(min(3, earlier), fixed=True)
    return None


def bracket_at_conclusion(contract: Contract, readings: Readings) -> int:
    """How many of the ages are reached on the day of conclusion."""
    born_on = contract.apprentice.born_on
    return sum(
        birthday_at(born_on, age, readings) <= contract.concluded_on for age in ages_of(contract)
    )


# --- claims -----------------------------------------------------------------


def pay_on(contract: Contract, readings: Readings, day: date) -> Pay:
    """What is due on a day, judged for itself."""
    return best_on(contract, readings, day, day)


def best_on(contract: Contract, readings: Readings, first: date, day: date) -> Pay:
    """The best pay of a day, on the claims of the line it belongs to."""
    smic = smic_month(contract, readings, day)
    smc = smc_month(contract, day)
    capped = contract.concluded_on >= APRIL_2020
    best: Pay | None = None
    for claim in claims_on(contract, readings, first):
        base, euros = "SMIC", smic
        if claim.base != "SMIC" and smc is not None and smc > smic:
            base, euros = "SMC", smc
        rate = claim.percent
        if claim.fifteen:
            if not capped or (rate + 15) * euros <= 100 * smic:
                rate += 15
            elif rate * euros < 100 * smic:
                rate, base, euros = Fraction(100), "SMIC", smic
        rate += claim.more
        pay = Pay(rate, base, rate * euros / 100, claim.of)
        if best is None or pay.euros > best.euros:
            best = pay
    assert best is not None
    return best


def claims_on(contract: Contract, readings: Readings, day: date) -> Iterator[Claim]:
    """The statutory claims of a line's first day, then the others."""
    table = table_of_rates(contract)
    bracket = bracket_of(contract, readings, day)
    column = column_of(contract, readings, day) - 1
    disability = 15 * in_disability_year(contract, readings, day)
    binding = disability if binds(contract, readings) else 0
    more = public_points(contract) + disability
    fifteen = fifteen_of(contract, readings)
    kept, raised = bracket, column
    if fifteen:
        raised = fifteen.column - 1
        if not fifteen.fixed:
            raised = max(raised, column)
        if readings.fifteen_points_bracket.name == "FROZEN":
            kept = bracket_at_conclusion(contract, readings)
        yield Claim(
            "fifteen",
            Fraction(table[kept][raised]),
            statutory_base(contract, readings, kept),
            fifteen=True,
            more=more,
        )
    if not fifteen or kept != bracket:
        yield Claim(
            "statutory",
            Fraction(table[bracket][column]),
            statutory_base(contract, readings, bracket),
            more=more,
        )
    if grid_on(contract, day):
        if fifteen and readings.fifteen_points_base.name == ("CONVENTIONAL_RATE"):
            yield from conventional(contract, kept, raised, fifteen=True, more=binding)
        yield from conventional(contract, bracket, column, fifteen=False, more=binding)
    floor_ = floor_rate(contract, readings)
    if floor_:
        yield Claim("floor", floor_, "SMIC", more=binding)


def binds(contract: Contract, readings: Readings) -> bool:
    """Whether the disability points ride on whatever minimum binds.

    R6222-48 since 2019; R6222-54 before raised the percents of the grid.
    """
    binding = readings.disability_points_base.name == "BINDING_RATE"
    return binding and contract.concluded_on >= YEAR_2019


def grid_on(contract: Contract, day: date) -> bool:
    """Whether a conventional grid holds on a day."""
    grid = contract.grid
    return grid not in (None, NO_GRID) and (grid.from_on is None or day >= grid.from_on)


def conventional(
    contract: Contract, row: int, year: int, *, fifteen: bool, more: int
) -> Iterator[Claim]:
    """The claim of the conventional grid, where it has the bracket."""
    grid = contract.grid or NO_GRID
    rates = (grid.under_18, grid.from_18, grid.from_21, grid.from_26)[row]
    if rates is not None:
        lower = row < 2 and grid.base.value == "statutory"
        base = "SMIC" if lower else grid.base.value
        percent = Fraction(rates[year])
        yield Claim("grid", percent, base, fifteen=fifteen, more=more)


def statutory_base(contract: Contract, readings: Readings, bracket: int) -> str:
    """SMIC up to 20 and for public employers; from 21 maybe the SMC."""
    if bracket < 2 or is_public(contract):
        return "SMIC"
    written = [s for d, _, s in VERSIONS if d <= contract.concluded_on][-1]
    kept = readings.smc_before_july_2016.name == "SMC_KEPT"
    return "statutory" if written or kept else "SMIC"


# --- public employers (D6272-1, D6272-2) ------------------------------------


def is_public(contract: Contract) -> bool:
    """A public employer: types 21 to 29."""
    kind = contract.employer.type
    return kind is not None and 21 <= int(kind.value) <= 29


def public_points(contract: Contract) -> int:
    """10 or 20 points by level until 2020-04-26, those declared since."""
    if not is_public(contract):
        return 0
    due = 0
    if contract.concluded_on < PUBLIC_2020:
        due = {4: 10, 5: 20}.get(contract.training.level or 0, 0)
    return max(due, contract.public_points or 0)


# --- previous contract (D6222-29, before 2019 D6222-31 and -32) -------------


def last_contract(contract: Contract) -> PreviousCycle | None:
    """The contract of apprenticeship before this one."""
    return max(
        (cycle for cycle in contract.previous or () if cycle.route is Route.APPRENTICESHIP),
        key=lambda cycle: cycle.ended_on or cycle.ruptured_on or date.min,
        default=None,
    )


def floor_rate(contract: Contract, readings: Readings) -> Fraction:
    """Percent of the SMIC that the previous contract guarantees, or 0."""
    last = last_contract(contract)
    if last is None:
        return Fraction(0)
    rate = rate_kept(last)
    if is_elsewhere_without_credit(contract, readings):
        return rate
    if contract.concluded_on >= YEAR_2019:
        return rate if last.diploma_obtained else Fraction(0)
    return Fraction(0) if is_public(contract) else rate


def rate_kept(last: PreviousCycle) -> Fraction:
    """What the last year of the earlier contract gave, as it follows."""
    follows = last.same_employer or last.same_branch or last.last_rate_kind is RateKind.CLAIMABLE
    rate = last.last_rate
    if rate is None or not follows:
        rate = last.last_statutory_rate or rate
    return Fraction(rate or 0)


# --- euros ------------------------------------------------------------------


def table_of(written: str) -> list[tuple[date, str]]:
    """Days and amounts of one of the tables above."""
    words = written.split()
    return [
        (date.fromisoformat(day), amount)
        for day, amount in zip(words[::2], words[1::2], strict=True)
    ]


KNOWN = {False: table_of(SMIC), True: table_of(SMIC_OF_MAYOTTE)}


def hourly_smic(contract: Contract, day: date) -> str:
    """The hourly SMIC of a day, as printed."""
    known = KNOWN[contract.employer.territory is Territory.MAYOTTE]
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
        return Fraction([euros for since, euros in smc.steps if since <= day][-1])
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


def too_low_from(contract: Contract, readings: Readings, known_until: date) -> date | None:
    """First day on which a line written on the form is below the minimum.

    A rate one cent short passes; the gross of a line is compared on its
    first day, at the hours of the contract.
    """
    short = []
    for written in contract.declared_pay or ():
        day = written.starts_on
        while day <= min(written.ends_on, known_until):
            due = pay_on(contract, readings, day)
            base = smic_month(contract, readings, day)
            if written.base.value == "SMC":
                base = smc_month(contract, day) or Fraction(0)
            paid = Fraction(written.rate) * base / 100
            if cents(paid, readings) + Fraction(1, 100) < cents(due.euros, readings):
                short.append(day)
                break
            day += DAY
        first = written.starts_on
        line = Written("", first, first, "", Fraction(0), "")
        gross = sum(monthly_on(contract, readings, line, first))
        if written.monthly is not None and (Fraction(written.monthly) + Fraction(1, 100) < gross):
            short.append(first)
    return min(short, default=None)
