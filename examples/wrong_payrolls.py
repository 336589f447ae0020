"""Payrolls with the known faults of public engines, and a sound one.

Each takes a contract and gives lines (first day, last day, percent of the
SMIC), as `apprentissage.testing.check_pay` asks. They pay ordinary
contracts concluded since 2019 by the statutory grid.

    python examples/wrong_payrolls.py
"""

from collections.abc import Callable
from datetime import date, timedelta

from apprentissage.facts import Contract
from apprentissage.testing import InvariantBroken, check_pay

Lines = list[tuple[date, date, int]]

GRID = {  # age at least: percents of years 1, 2 and 3
    0: (27, 39, 55),
    18: (43, 51, 67),
    21: (53, 61, 78),
    26: (100, 100, 100),
}
TRANSPOSED = {0: (27, 43, 53), 18: (39, 51, 61), 21: (55, 67, 78)}
THRESHOLDS = (18, 21, 26)
DAY = timedelta(days=1)


def birthday(contract: Contract, age: int) -> date:
    """The day of an age; 28 February for 29 February in common years."""
    born = contract.apprentice.born_on
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 2, 28)


def next_month(day: date) -> date:
    """First day of the month after."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def year_starts(contract: Contract) -> list[date]:
    """First days of the years of execution; a 29 February goes to March."""
    start = contract.starts_on
    found = [start]
    while True:
        year = start.year + len(found)
        try:
            day = start.replace(year=year)
        except ValueError:
            day = date(year, 3, 1)
        if day > contract.ends_on:
            return found
        found.append(day)


def bracket(contract: Contract, day: date) -> int:
    """Age bracket of a day: that of the start, or after a month's turn."""
    held = 0
    for age in THRESHOLDS:
        on = birthday(contract, age)
        if on <= contract.starts_on or next_month(on) <= day:
            held = age
    return held


def cut(
    contract: Contract, days: set[date], rate: Callable[[date, int], int], years: list[date]
) -> Lines:
    """Lines between the days, each at the rate of its first day."""
    inside = sorted(d for d in days if contract.starts_on <= d <= contract.ends_on)
    ends = [*(d - DAY for d in inside[1:]), contract.ends_on]
    return [
        (first, last, rate(first, sum(y <= first for y in years)))
        for first, last in zip(inside, ends, strict=True)
    ]


def sound(contract: Contract) -> Lines:
    """By year of execution and age bracket, as D6222-26 and D6222-31 say."""
    years = year_starts(contract)
    changes = {next_month(birthday(contract, age)) for age in THRESHOLDS}
    return cut(
        contract,
        {*years, *changes},
        lambda day, year: GRID[bracket(contract, day)][min(year, 3) - 1],
        years,
    )


def transposed(contract: Contract) -> Lines:
    """The grid read by columns: years for brackets, brackets for years."""
    years = year_starts(contract)
    changes = {next_month(birthday(contract, age)) for age in THRESHOLDS}
    grid = {**TRANSPOSED, 26: (100, 100, 100)}
    return cut(
        contract,
        {*years, *changes},
        lambda day, year: grid[bracket(contract, day)][min(year, 3) - 1],
        years,
    )


def by_school_year(contract: Contract) -> Lines:
    """The second year from each 1 September on, whatever the start."""
    september = [
        date(year, 9, 1)
        for year in range(contract.starts_on.year, contract.ends_on.year + 1)
        if contract.starts_on < date(year, 9, 1)
    ]
    years = [contract.starts_on, *september]
    changes = {next_month(birthday(contract, age)) for age in THRESHOLDS}
    return cut(
        contract,
        {*years, *changes},
        lambda day, year: GRID[bracket(contract, day)][min(year, 3) - 1],
        years,
    )


def inverted(contract: Contract) -> Lines:
    """The new bracket cut in the year of the birthday, beyond its end too.

    Where its day of effect comes after that year, the line ends before it
    starts.
    """
    lines: Lines = []
    years = year_starts(contract)
    closes = [*(day - DAY for day in years[1:]), contract.ends_on]
    for rank, (first, last) in enumerate(zip(years, closes, strict=True)):
        column = min(rank, 2)
        opens, held = first, bracket(contract, first)
        for age in THRESHOLDS:
            on = birthday(contract, age)
            if first <= on <= last and held < age:
                effect = next_month(on)
                lines.append((opens, effect - DAY, GRID[held][column]))
                opens, held = effect, age
        lines.append((opens, last, GRID[held][column]))
    return lines


def dropped_in_the_last_month(contract: Contract) -> Lines:
    """No change of bracket where the contract ends in the birth month."""
    if contract.ends_on.month != contract.apprentice.born_on.month:
        return sound(contract)
    years = year_starts(contract)
    held = bracket(contract, contract.starts_on)
    return cut(contract, set(years), lambda _, year: GRID[held][min(year, 3) - 1], years)


def from_the_birthday(contract: Contract) -> Lines:
    """The new bracket from the birthday: a month's turn is overlooked."""
    years = year_starts(contract)
    days = {birthday(contract, age) for age in THRESHOLDS}

    def rate(day: date, year: int) -> int:
        held = max(a for a in (0, *THRESHOLDS) if birthday(contract, a) <= day)
        return GRID[held][min(year, 3) - 1]

    return cut(contract, {*years, *days}, rate, years)


def restarted(contract: Contract) -> Lines:
    """A new bracket starts again from its first year."""
    years = year_starts(contract)
    changes = {next_month(birthday(contract, age)) for age in THRESHOLDS}

    def rate(day: date, year: int) -> int:
        held = bracket(contract, day)
        if held != bracket(contract, contract.starts_on):
            year = 1
        return GRID[held][min(year, 3) - 1]

    return cut(contract, {*years, *changes}, rate, years)


WRONG = (transposed, by_school_year, inverted, dropped_in_the_last_month, restarted)
"""Each pays too little, or gives lines that make no calendar."""


if __name__ == "__main__":
    for payroll in (sound, from_the_birthday, *WRONG):
        try:
            check_pay(payroll)
        except InvariantBroken as broken:
            print(f"{payroll.__name__} -> {broken}\n")
        else:
            print(f"{payroll.__name__} -> nothing found\n")
