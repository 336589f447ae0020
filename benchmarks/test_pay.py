"""What pay costs: a schedule, its amounts, many schedules, the usual loop."""

from datetime import date, timedelta
from timeit import repeat

from dateutil.relativedelta import relativedelta
from pytest_benchmark.fixture import BenchmarkFixture

from apprentissage.facts import (
    NO_EXTENSION,
    Apprentice,
    Contract,
    Employer,
    EmployerType,
    Territory,
    Training,
)
from apprentissage.pay import PaySchedule, pay_schedule

THREE_YEARS = Contract(
    concluded_on=date(2023, 9, 4),
    starts_on=date(2023, 9, 4),
    ends_on=date(2026, 9, 3),
    apprentice=Apprentice(born_on=date(2006, 3, 20)),
    training=Training(entry_year=1, cycle_years=3),
    employer=Employer(
        type=EmployerType.OTHER_PRIVATE, territory=Territory.METROPOLE
    ),
    extension=NO_EXTENSION,
    previous=(),
)
GRID = ((27, 39, 55), (43, 51, 67), (53, 61, 78), (100, 100, 100))
ONE_DAY = timedelta(days=1)
TARGET = 30
"""How many times the usual loop must last."""

Line = tuple[int, date, int]


def month_by_month(born_on: date, start: date, end: date) -> list[Line]:
    """The usual loop: year, first day and rate of each line.

    Each month has its anniversary, where the year may turn, and is followed
    by the first of another one, where a new bracket may open.
    """
    lines: list[Line] = []
    bracket = bracket_at(relativedelta(start, born_on).years)
    months, day = 0, start
    while day <= end:
        year = relativedelta(day, start).years
        note(lines, year, day, bracket)
        first = day + relativedelta(months=1, day=1)
        bracket = bracket_at(relativedelta(first - ONE_DAY, born_on).years)
        months += 1
        day = start + relativedelta(months=months)
        if first < day and first <= end:
            note(lines, year, first, bracket)
    return lines


def bracket_at(age: int) -> int:
    return (age >= 18) + (age >= 21) + (age >= 26)


def note(lines: list[Line], year: int, day: date, bracket: int) -> None:
    rate = GRID[bracket][min(year, 2)]
    if not lines or (lines[-1][0], lines[-1][2]) != (year + 1, rate):
        lines.append((year + 1, day, rate))


def usual() -> list[Line]:
    return month_by_month(
        THREE_YEARS.apprentice.born_on,
        THREE_YEARS.starts_on,
        THREE_YEARS.ends_on,
    )


def test_schedule(benchmark: BenchmarkFixture) -> None:
    schedule = benchmark(pay_schedule, THREE_YEARS)
    assert len(schedule) == 4


def test_amounts(benchmark: BenchmarkFixture) -> None:
    schedule = pay_schedule(THREE_YEARS)
    amounts = benchmark(schedule.amounts)
    assert len(amounts) == 8


def test_usual_loop(benchmark: BenchmarkFixture) -> None:
    lines = benchmark(usual)
    assert lines == [
        (line.execution_year, line.starts_on, int(line.rate))
        for line in pay_schedule(THREE_YEARS)
    ]


def test_100_000_schedules(benchmark: BenchmarkFixture) -> None:
    contracts = [
        Contract(
            concluded_on=date(2023, 9, 4),
            starts_on=date(2023, 9, 4),
            ends_on=date(2026, 9, 3),
            apprentice=Apprentice(
                born_on=date(1996, 1, 1) + timedelta(days=days)
            ),
        )
        for days in range(4_000)
    ]

    def compute() -> list[PaySchedule]:
        found: list[PaySchedule] = []
        for _ in range(25):
            found = [pay_schedule(contract) for contract in contracts]
        return found

    found = benchmark.pedantic(compute)  # type: ignore[no-untyped-call]
    assert len(found) == 4_000


def test_at_most_a_thirtieth_of_the_usual_loop() -> None:
    # Taken in turn, so that both meet the same machine; the best of each.
    ours, theirs = [], []
    for _ in range(15):
        ours += repeat(lambda: pay_schedule(THREE_YEARS), number=300, repeat=1)
        theirs += repeat(usual, number=10, repeat=1)
    ratio = (min(theirs) / 10) / (min(ours) / 300)
    assert ratio >= TARGET, f"{ratio:.1f} times faster than the usual loop"
