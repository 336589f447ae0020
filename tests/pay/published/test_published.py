"""Each printed figure of the tables, computed and compared.

The engine answers through its public functions; the oracle of
`tests/oracles/pay_by_day.py` has to give the same rates.
"""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any, NamedTuple

import pytest

from apprentissage.facts import (
    NO_EXTENSION,
    NO_GRID,
    Apprentice,
    Contract,
    Diploma,
    DurationGround,
    Employer,
    EmployerType,
    Extension,
    ExtensionReason,
    Grid,
    PayBase,
    PreviousCycle,
    RateKind,
    Route,
    Territory,
    Training,
)
from apprentissage.law.readings import LETTER, Readings
from apprentissage.law.smic import BUNDLED_SMIC
from apprentissage.months import last_day_of, same_day
from apprentissage.pay import monthly_pay, overtime, pay_schedule
from apprentissage.pay.grids import branch_grid
from tests.oracles.pay_by_day import pay_on
from tests.pay.published.tables import PRINTED_OTHERWISE, TABLES, Table

CENT = Decimal("0.01")
EURO = Decimal(1)

LAWS = (
    date(2008, 5, 1),
    date(2016, 7, 1),
    date(2017, 2, 19),
    date(2019, 1, 1),
    date(2020, 4, 1),
    date(2020, 4, 27),
)
"""Days of conclusion on which another text on pay begins."""

MONTHS_OLD = {
    "under_18": 17 * 12 + 6,
    "18_20": 19 * 12 + 6,
    "21_25": 23 * 12 + 6,
    "26_plus": 28 * 12 + 6,
}
"""An age of each bracket on the day asked."""


def grid(*rows: str, base: PayBase = PayBase.STATUTORY) -> Grid:
    """A grid of rates written by bracket; `-` follows the law."""
    rates = [None if row == "-" else tuple(map(Decimal, row.split())) for row in rows]
    names = ("under_18", "from_18", "from_21", "from_26")
    facts: dict[str, Any] = dict(zip(names, rates, strict=True))
    return Grid(base=base, **facts)


GRIDS = {
    "metal, before 2024": grid("35 45 55", "55 65 80", "55 65 80", "-", base=PayBase.SMIC),
    "hairdressing, before 2019": grid("27 39 55", "43 51 67", "55 63 80", "-"),
    "hairdressing, BP": grid("57 67 67", "67 77 77", "80 80 80", "-"),
    "agriculture": grid("-", "50 57 67", "-", "-", base=PayBase.SMIC),
    "hotels, August 2025": grid(
        "35 45 59", "45 55 71", "55 70 82", "100 100 100", base=PayBase.SMC
    ),
}
"""Branch grids that the library does not bundle."""


class Cell(NamedTuple):
    """One printed figure."""

    table: Table
    bracket: str
    rank: int
    rate: Decimal
    euros: Decimal | None

    @property
    def column(self) -> str:
        """The situation."""
        return self.table.columns[self.rank]

    @property
    def readings(self) -> Readings:
        """The readings of the source."""
        point, _, choice = self.table.readings.partition("=")
        return LETTER.choose(**{point: choice}) if point else LETTER

    def __str__(self) -> str:
        return f"{self.table.source} {self.bracket} {self.column}"


def cells() -> Iterator[Cell]:
    for table in TABLES:
        for row in table.rows.strip().splitlines():
            bracket, _, written = row.strip().partition(": ")
            printed = written.split()
            assert len(printed) == len(table.columns), table.source
            for rank, figure in enumerate(printed):
                if figure == "-":
                    continue
                rate, _, euros = figure.partition("=")
                yield Cell(table, bracket, rank, Decimal(rate), Decimal(euros) if euros else None)


# --- situations -------------------------------------------------------------


class Situation(NamedTuple):
    """How the contract of a column stands: its length and the day asked.

    Both in months from the start.
    """

    length: int
    asked: int
    cycle: int
    facts: Callable[[date], dict[str, Any]] = lambda _: {}


def later(entry: int) -> Callable[[date], dict[str, Any]]:
    return lambda _: {"entry_year": entry}


def extended(reason: ExtensionReason, months: int) -> Callable[[date], dict[str, Any]]:
    return lambda start: {
        "extension": Extension(reason=reason, starts_on=same_day(start, months)),
        "duration_ground": DurationGround(reason.value),
    }


def shortened(_: date) -> dict[str, Any]:
    return {"tripartite_agreement": True, "duration_ground": DurationGround.PRIOR_SKILLS}


def resumed(start: date) -> dict[str, Any]:
    broken = PreviousCycle(
        route=Route.APPRENTICESHIP,
        ruptured_on=same_day(start, -2),
        same_employer=False,
        same_branch=False,
        diploma_obtained=False,
        level=0,
        directly_related=False,
        cycle_years=2,
    )
    return {
        "entry_year": 2,
        "cycle_starts_on": same_day(start, -12),
        "resumes_after_rupture": True,
        "duration_ground": DurationGround.RESUMED_AFTER_RUPTURE,
        "previous": (broken,),
    }


def licence(_: date) -> dict[str, Any]:
    return {"diploma": Diploma.LICENCE_PROFESSIONNELLE, "level": 6}


def after(years: int) -> Callable[[date], dict[str, Any]]:
    """A related diploma of the same level, prepared in so many years."""

    def facts(start: date) -> dict[str, Any]:
        earlier = PreviousCycle(
            route=Route.SCHOOL,
            ended_on=same_day(start, -3),
            same_employer=False,
            same_branch=False,
            diploma_obtained=True,
            level=3,
            directly_related=True,
            cycle_years=years,
            last_rate_kind=RateKind.CLAIMABLE,
        )
        return {"previous": (earlier,)}

    return facts


COLUMNS = {
    "year 1": Situation(36, 0, 3),
    "year 2": Situation(36, 12, 3),
    "year 3": Situation(36, 24, 3),
    "fourth, disability": Situation(48, 36, 3, extended(ExtensionReason.DISABILITY, 36)),
    "repeat of year 2": Situation(36, 24, 2, extended(ExtensionReason.FAILED_EXAM, 24)),
    "shortened 1": Situation(24, 0, 3, shortened),
    "shortened 2": Situation(24, 12, 3, shortened),
    "second year, resumed": Situation(12, 0, 2, resumed),
    "BUT 1": Situation(12, 0, 3, later(1)),
    "BUT 2": Situation(12, 0, 3, later(2)),
    "BUT 3": Situation(12, 0, 3, later(3)),
    "BUT 2, then 3: year 1": Situation(24, 0, 3, later(2)),
    "BUT 2, then 3: year 2": Situation(24, 12, 3, later(2)),
    "master 2": Situation(12, 0, 2, later(2)),
    "licence 3": Situation(12, 0, 3, later(3)),
    "licence professionnelle": Situation(12, 0, 1, licence),
    "after 1": Situation(12, 0, 1, after(1)),
    "after 2": Situation(12, 0, 1, after(2)),
    "after 3": Situation(12, 0, 1, after(3)),
}


def asked(cell: Cell) -> tuple[Contract, date]:
    """A contract of the cell, and the day of the printed rate.

    It runs on the day of the printed SMIC where the text of that day of
    conclusion is the one printed; else it is concluded on the day of the law.
    """
    situation = COLUMNS[cell.column]
    start = same_day(cell.table.smic_on, -situation.asked)
    if law_of(start) != law_of(cell.table.law):
        start = cell.table.law
    return contract(cell, start), same_day(start, situation.asked)


def law_of(day: date) -> int:
    return sum(first <= day for first in LAWS)


OF_TRAINING: tuple[str, ...] = ("entry_year", "cycle_starts_on", "diploma", "level")


def contract(cell: Cell, start: date) -> Contract:
    situation = COLUMNS[cell.column]
    facts = situation.facts(start)
    day = same_day(start, situation.asked)
    of_training: dict[str, Any] = {name: facts.pop(name) for name in OF_TRAINING if name in facts}
    kind, *told = cell.table.facts.split() or [""]
    public = kind == "public"
    training: dict[str, Any] = {
        "diploma": Diploma.CAP,
        "level": int(told[1]) if public else 3,
        "entry_year": 1,
        "cycle_years": situation.cycle,
        **of_training,
    }
    smc = told[cell.rank % len(told)] if kind == "smc" else None
    whole: dict[str, Any] = {
        "extension": NO_EXTENSION,
        "duration_ground": DurationGround.NONE,
        "tripartite_agreement": False,
        "resumes_after_rupture": False,
        "previous": (),
        **facts,
    }
    extra = whole["extension"].reason
    return Contract(
        concluded_on=start,
        starts_on=start,
        ends_on=last_day_of(start, situation.length),
        apprentice=Apprentice(
            born_on=same_day(day, -MONTHS_OLD[cell.bracket]),
            rqth=extra is ExtensionReason.DISABILITY,
            high_level_athlete=False,
        ),
        training=Training(**training),
        employer=Employer(
            type=EmployerType.COMMUNE if public else EmployerType.OTHER_PRIVATE,
            territory=Territory.MAYOTTE if kind == "mayotte" else Territory.METROPOLE,
        ),
        weekly_hours=Decimal(35),
        smc_monthly=Decimal(smc or "1000"),
        grid=grid_of(cell.table),
        public_points=0,
        **whole,
    )


def grid_of(table: Table) -> Grid:
    if not table.grid:
        return NO_GRID
    if table.grid in GRIDS:
        return GRIDS[table.grid]
    bundled = branch_grid(table.grid, table.smic_on)
    assert bundled is not None
    return bundled.grid


# --- roundings --------------------------------------------------------------


def rounded(cell: Cell, name: str, base: Decimal, hour: Decimal) -> Decimal:
    """The euros of a cell by one of the printed roundings."""
    exact = cell.rate * base / 100
    match name:
        case "half-up":
            return exact.quantize(CENT, ROUND_HALF_UP)
        case "truncated":
            return exact.quantize(CENT, ROUND_FLOOR)
        case "ceiling":
            return exact.quantize(CENT, ROUND_CEILING)
        case "euro":
            return exact.quantize(EURO, ROUND_HALF_UP)
        case "euro, month of 1540":
            return (cell.rate * 1540 / 100).quantize(EURO, ROUND_HALF_UP)
        case "151.67 hours":
            month = (hour * Decimal("151.67")).quantize(CENT, ROUND_HALF_UP)
            return (cell.rate * month / 100).quantize(CENT, ROUND_HALF_UP)
        case "hour":
            return (cell.rate * hour / 100).quantize(CENT, ROUND_HALF_UP)
    raise ValueError(name)


def followed_by(cell: Cell) -> list[str]:
    """The roundings of its table that give the printed figure."""
    known, _ = asked(cell)
    territory = known.employer.territory or Territory.METROPOLE
    smic = BUNDLED_SMIC.on(cell.table.smic_on, territory)
    base = smic.monthly
    if cell.table.facts.startswith("smc"):
        assert isinstance(known.smc_monthly, Decimal)
        base = known.smc_monthly
    return [
        name
        for name in cell.table.rounding
        if rounded(cell, name, base, smic.hourly) == cell.euros
    ]


WITHIN = {
    "half-up": Decimal(0),
    "truncated": CENT,
    "ceiling": CENT,
    "euro": Decimal("0.5"),
    "euro, month of 1540": Decimal(1),
    "151.67 hours": Decimal("0.04"),
}
"""How far a printed figure may be from the month rounded half up."""


# --- tests ------------------------------------------------------------------

CELLS = tuple(cells())


def of(table: Table) -> list[Cell]:
    return [cell for cell in CELLS if cell.table is table]


def computed(cell: Cell) -> Decimal:
    """The euros of a cell, by the schedule where its day is that printed."""
    known, day = asked(cell)
    on = cell.table.smic_on
    if day == on:
        return pay_schedule(known, cell.readings).amounts().on(day).monthly
    territory = known.employer.territory or Territory.METROPOLE
    return monthly_pay(cell.rate, on=on, territory=territory)


def by_the_hour(cell: Cell) -> Decimal:
    found = overtime(
        cell.rate, on=cell.table.smic_on, territory=Territory.METROPOLE, weekly_hours=Decimal(35)
    )
    return found.hourly.quantize(CENT, ROUND_HALF_UP)


each_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.source)


@each_table
def test_the_rates_are_the_printed_ones(table: Table) -> None:
    wrong = []
    for cell in of(table):
        known, day = asked(cell)
        line = pay_schedule(known, cell.readings).on(day)
        if line.rate != cell.rate:
            wrong.append((cell.bracket, cell.column, cell.rate, line.rate))
    assert wrong == []


@each_table
def test_the_oracle_has_the_printed_rates(table: Table) -> None:
    wrong = []
    for cell in of(table):
        known, day = asked(cell)
        rate = pay_on(known, cell.readings, day).rate
        if rate != Fraction(cell.rate):
            wrong.append((cell.bracket, cell.column, cell.rate, rate))
    assert wrong == []


@each_table
def test_the_euros_are_the_printed_ones(table: Table) -> None:
    wrong = []
    for cell in of(table):
        if cell.euros is None:
            continue
        followed = followed_by(cell)
        assert followed, f"{cell.bracket} {cell.column}: {cell.euros}"
        hourly = followed == ["hour"]
        found = by_the_hour(cell) if hourly else computed(cell)
        within = Decimal(0) if hourly else WITHIN[followed[0]]
        if abs(found - cell.euros) > within:
            wrong.append((cell.bracket, cell.column, cell.euros, found))
    assert wrong == []


@each_table
def test_each_rounding_named_is_needed(table: Table) -> None:
    printed = [followed_by(cell) for cell in of(table) if cell.euros is not None]
    if not printed:
        assert table.rounding == ("half-up",)
        return
    for name in table.rounding:
        assert [name] in printed or len(table.rounding) == 1


def test_at_least_sixty_tables() -> None:
    assert len({table.source for table in TABLES}) == len(TABLES)
    assert len(TABLES) >= 60
    in_euros = {cell.table.source for cell in CELLS if cell.euros is not None}
    assert len(in_euros) >= 60


def test_what_is_printed_otherwise_names_its_article() -> None:
    for other in PRINTED_OTHERWISE:
        assert other.article.startswith(("D6222-", "L6222-", "R6222-"))
        assert other.printed != other.due
        assert other.url.startswith("http")
