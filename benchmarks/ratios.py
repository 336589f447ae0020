"""What the library costs, as ratios within one run.

Usage: python -m benchmarks.ratios [--write]

The unit is the usual loop of payroll programs, month by month with
`relativedelta`, for one contract of three years and the statutory grid alone.
Everything is taken in turn, several times, and the least counts, in time of
the processor. `--write` puts the table into both pages on speed.
"""

import json
import os
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from attrs import evolve
from dateutil.relativedelta import relativedelta

from apprentissage import (
    Apprentice,
    Contract,
    Employer,
    Review,
    Training,
    agenda,
    pay_schedule,
    read_contract,
    remedies,
    review,
)
from apprentissage.facts import (
    NO_EXTENSION,
    DeclaredPayLine,
    EmployerType,
    ExperienceKind,
    ExperiencePeriod,
    MaitreApprentissage,
    PayBase,
    PreviousCycle,
    Supervised,
    SupervisedKind,
    Territory,
    WorkDay,
    WorkingTime,
)
from apprentissage.views import page
from examples.bulk import contract_row

ROOT = Path(__file__).resolve().parent.parent
PAGES = {"fr": ROOT / "docs" / "speed.md", "en": ROOT / "docs" / "en" / "speed.md"}
MARK = "<!-- ratios -->\n"
ROUNDS = 9

THREE_YEARS = Contract(
    concluded_on=date(2023, 9, 4),
    starts_on=date(2023, 9, 4),
    ends_on=date(2026, 9, 3),
    apprentice=Apprentice(born_on=date(2006, 3, 20)),
    training=Training(entry_year=1, cycle_years=3),
    employer=Employer(type=EmployerType.OTHER_PRIVATE, territory=Territory.METROPOLE),
    extension=NO_EXTENSION,
    previous=(),
)

# The usual loop --------------------------------------------------------

GRID = ((27, 39, 55), (43, 51, 67), (53, 61, 78), (100, 100, 100))
ONE_DAY = timedelta(days=1)

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
    """The row of the grid for an age."""
    return (age >= 18) + (age >= 21) + (age >= 26)


def note(lines: list[Line], year: int, day: date, bracket: int) -> None:
    """Open a line where year or rate change."""
    rate = GRID[bracket][min(year, 2)]
    if not lines or (lines[-1][0], lines[-1][2]) != (year + 1, rate):
        lines.append((year + 1, day, rate))


def usual() -> list[Line]:
    """The loop over one contract."""
    return month_by_month(
        THREE_YEARS.apprentice.born_on, THREE_YEARS.starts_on, THREE_YEARS.ends_on
    )


# What is measured ------------------------------------------------------


Calls = dict[str, tuple[Callable[[], object], int]]


def tasks() -> Calls:
    """Of each row its call, and how often it runs in one measure."""
    rows = [json.loads(contract_row(n)["contrat"]) for n in range(40)]
    ordinary = [read_contract(row) for row in rows]
    written = json.loads((ROOT / "examples" / "bts-21-ans.json").read_text())
    documented = read_contract(written)
    found = review(documented)
    failing = json.loads((ROOT / "examples" / "quatre-erreurs.json").read_text())
    mistaken = review(read_contract(failing))

    def each(of: Callable[[Contract], object]) -> Callable[[], object]:
        queue = iter(ordinary * 100_000)
        return lambda: of(next(queue))

    return {
        "the usual loop, month by month": (usual, 40),
        "pay schedule": (lambda: pay_schedule(THREE_YEARS), 1000),
        "review, ordinary contract": (each(review), 40),
        "review, documented contract": (lambda: review(documented), 20),
        "agenda": (lambda: agenda(documented), 20),
        "JSON to contract": (lambda: read_contract(written), 40),
        "page": (lambda: page(found), 4),
        "review, four mistakes": (lambda: review(mistaken.contract), 10),
        "remedies, four mistakes": (lambda: remedies(mistaken), 4),
    }


def least(calls: Calls) -> dict[str, float]:
    """The least seconds of one call, all taken in turn."""
    best = dict.fromkeys(calls, float("inf"))
    for rank in range(ROUNDS):
        for name, (call, number) in calls.items():
            start = time.process_time()
            for _ in range(number):
                call()
            spent = (time.process_time() - start) / number
            best[name] = min(best[name], spent)
        print(f"round {rank + 1} of {ROUNDS}", file=sys.stderr)
    return best


# Import ----------------------------------------------------------------

IMPORTS = {
    "import attrs": "import attrs",
    "import apprentissage": "import apprentissage",
    "a first contract": "from apprentissage import Contract",
    "a first review": (
        "from datetime import date as d\n"
        "from apprentissage import Apprentice, Contract, review\n"
        "review(Contract(concluded_on=d(2026, 6, 1), starts_on=d(2026, 9, 1),"
        " ends_on=d(2028, 8, 31),"
        " apprentice=Apprentice(born_on=d(2008, 9, 1))))"
    ),
}


def start_of(code: str) -> float:
    """Seconds of the processor that an interpreter takes for a code."""
    compiled = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    # `os.times` counts in hundredths of a second, too coarse for an import
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True, env=compiled)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def imports() -> dict[str, float]:
    """Least seconds of each import beyond those of a bare interpreter."""
    codes = {"": "pass", **IMPORTS}
    best = dict.fromkeys(codes, float("inf"))
    for _ in range(ROUNDS):
        for name, code in codes.items():
            best[name] = min(best[name], start_of(code))
    return {name: best[name] - best[""] for name in IMPORTS}


# Growth ----------------------------------------------------------------


def grown() -> dict[str, Callable[[int], Contract]]:
    """Of each list that a file can hold, a contract with so many of it."""
    day = THREE_YEARS.starts_on
    minor = evolve(THREE_YEARS, apprentice=Apprentice(born_on=date(2007, 3, 20)))

    def lines(count: int) -> Contract:
        return evolve(
            THREE_YEARS,
            declared_pay=tuple(
                DeclaredPayLine(
                    starts_on=day + timedelta(days=n % 1000),
                    ends_on=day + timedelta(days=n % 1000),
                    rate=Decimal(80),
                    base=PayBase.SMIC,
                )
                for n in range(count)
            ),
        )

    def cycles(count: int) -> Contract:
        return evolve(THREE_YEARS, previous=(PreviousCycle(),) * count)

    def maitre(**facts: object) -> Contract:
        named = MaitreApprentissage(**facts)  # type: ignore[arg-type]
        return evolve(THREE_YEARS, training=Training(level=5), maitres=(named,))

    def experience(count: int) -> Contract:
        return maitre(
            experience=tuple(
                ExperiencePeriod(
                    kind=ExperienceKind.EMPLOYMENT,
                    starts_on=date(1990, 1, 1) + timedelta(days=3 * n),
                    ends_on=date(1990, 1, 2) + timedelta(days=3 * n),
                )
                for n in range(count)
            )
        )

    def supervised(count: int) -> Contract:
        return maitre(
            supervised=tuple(
                Supervised(
                    kind=SupervisedKind.REGULAR,
                    starts_on=date(2020, 1, 1) + timedelta(days=n),
                    ends_on=date(2020, 6, 1) + timedelta(days=n),
                )
                for n in range(count)
            )
        )

    def maitres(count: int) -> Contract:
        return evolve(THREE_YEARS, maitres=(MaitreApprentissage(),) * count)

    def days(count: int) -> Contract:
        return evolve(
            minor,
            working_time=WorkingTime(
                days=tuple(
                    WorkDay(on=day + timedelta(days=n), hours=Decimal(7)) for n in range(count)
                )
            ),
        )

    return {
        "declared pay lines": lines,
        "previous cycles": cycles,
        "periods of experience": experience,
        "apprentices supervised": supervised,
        "maîtres": maitres,
        "working days of a minor": days,
    }


SIZES = (100, 200, 400)


def growth() -> dict[str, list[float]]:
    """Least seconds at each size of a review, then of its page."""
    found: dict[str, list[float]] = {}
    asked: tuple[tuple[str, Callable[[Contract], Callable[[], object]]], ...]
    asked = (
        ("review with", lambda contract: lambda: review(contract)),
        ("page with", lambda contract: _page(review(contract))),
    )
    for name, make in grown().items():
        contracts = [make(size) for size in SIZES]
        for what, prepared in asked:
            calls = [prepared(contract) for contract in contracts]
            spent = [float("inf")] * len(SIZES)
            for _ in range(3):
                for rank, call in enumerate(calls):
                    start = time.process_time()
                    call()
                    passed = time.process_time() - start
                    spent[rank] = min(spent[rank], passed)
            found[f"{what} {name}"] = spent
    return found


def _page(found: Review) -> Callable[[], object]:
    return lambda: page(found)


# The table -------------------------------------------------------------


def processor() -> str:
    """The name of the processor, as the system tells it."""
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor() or platform.machine()
    names = [line for line in told.splitlines() if "model name" in line]
    return names[0].partition(":")[2].strip() if names else platform.machine()


def table() -> Iterator[str]:
    """The page's table, line by line."""
    yield (f"{time.strftime('%Y-%m-%d')}, Python {platform.python_version()}, {processor()}:")
    yield ""
    yield "| | ratio to the usual loop | microseconds |"
    yield "| --- | ---: | ---: |"
    measured = least(tasks())
    unit = next(iter(measured.values()))
    for name, seconds in measured.items():
        yield f"| {name} | {seconds / unit:.3g} | {seconds * 1e6:,.0f} |"
    yield ""
    yield "| | ratio to `import attrs` | milliseconds |"
    yield "| --- | ---: | ---: |"
    started = imports()
    for name, seconds in started.items():
        ratio = seconds / started["import attrs"]
        yield f"| {name} | {ratio:.2g} | {seconds * 1e3:.0f} |"
    yield ""
    sizes = " | ".join(map(str, SIZES))
    yield f"| | {sizes} | last doubling |"
    yield "| --- |" + " ---: |" * (len(SIZES) + 1)
    for name, spent in growth().items():
        shown = " | ".join(f"{seconds * 1e3:.1f} ms" for seconds in spent)
        yield f"| {name} | {shown} | x {spent[-1] / spent[-2]:.1f} |"


FRENCH = {
    "ratio to the usual loop": "rapport à la boucle habituelle",
    "microseconds": "microsecondes",
    "ratio to `import attrs`": "rapport à `import attrs`",
    "milliseconds": "millisecondes",
    "last doubling": "dernier doublement",
    "the usual loop, month by month": "la boucle habituelle, mois par mois",
    "pay schedule": "lignes de rémunération",
    "review, ordinary contract": "revue, contrat ordinaire",
    "review, documented contract": "revue, contrat documenté",
    "review, four mistakes": "revue, quatre erreurs",
    "remedies, four mistakes": "remèdes, quatre erreurs",
    "JSON to contract": "JSON vers contrat",
    "a first contract": "un premier contrat",
    "a first review": "une première revue",
    "review": "revue",
    "declared pay lines": "lignes déclarées",
    "previous cycles": "cycles précédents",
    "periods of experience": "périodes d'expérience",
    "apprentices supervised": "apprentis suivis",
    "working days of a minor": "jours de travail d'un mineur",
}
"""The words of the table in French; the longest are put first."""


def in_french(made: str) -> str:
    """The table with its words in French."""
    for english in sorted(FRENCH, key=len, reverse=True):
        made = made.replace(f"| {english}", f"| {FRENCH[english]}")
        made = made.replace(f"with {english} |", f"with {FRENCH[english]} |")
    return made.replace(" with ", " avec ")


def main() -> None:
    """Measure, print, and write the pages where asked."""
    made = "\n".join(table()) + "\n"
    print(made)
    if "--write" in sys.argv[1:]:
        for language, path in PAGES.items():
            head, _, _ = path.read_text("utf-8").partition(MARK)
            told = made if language == "en" else in_french(made)
            path.write_text(head + MARK + told, "utf-8")


if __name__ == "__main__":
    main()
