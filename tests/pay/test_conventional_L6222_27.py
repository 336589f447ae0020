"""A conventional grid counts where it gives more (L6222-27).

« Sous réserve de dispositions contractuelles ou conventionnelles plus
favorables »: compared in euros, line by line.
"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from apprentissage.errors import InvalidValue, NotCovered, WrongType
from apprentissage.facts import NO_GRID, AgeBracket, Grid, PayBase
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.pay import PayReason, pay_schedule
from apprentissage.pay.grids import BRANCH_GRIDS, Least, branch_grid
from tests.pay.sample import aged, known, lines, rates


def row(*rates: object) -> Any:
    return tuple(Decimal(str(rate)) for rate in rates)


TAKEN = Least.AS_TAKEN
TEXT = Source(SourceKind.BRANCH, "accord")
START, END = date(2025, 9, 1), date(2026, 8, 31)


def test_better_cell_by_cell() -> None:
    grid = Grid(from_18=row(50, 50, 50), sources=(TEXT,))
    contract = known(grid=grid)
    assert rates(contract) == ["50", "51"]
    first, second = pay_schedule(contract)
    assert PayReason.CONVENTIONAL_RATE in first.reasons
    assert TEXT in first.sources
    assert TEXT not in second.sources


def test_equal_rates_are_the_statute() -> None:
    (first, _) = pay_schedule(known(grid=Grid(from_18=row(43, 51, 67))))
    assert PayReason.CONVENTIONAL_RATE not in first.reasons


@pytest.mark.parametrize(
    ("base", "born_on", "smc", "expected"),
    [
        (PayBase.STATUTORY, date(2007, 1, 1), "2000.00", "60"),
        (PayBase.STATUTORY, date(2003, 1, 1), "2000.00", "60 SMC"),
        (PayBase.STATUTORY, date(2003, 1, 1), "1801.80", "60"),
        (PayBase.SMIC, date(2003, 1, 1), "1900.00", "60"),
        # 53 % of the SMC against 60 % of the SMIC, 1081.08
        (PayBase.SMIC, date(2003, 1, 1), "2039.77", "60"),
        (PayBase.SMIC, date(2003, 1, 1), "2039.78", "53 SMC"),
        (PayBase.SMC, date(2007, 1, 1), "2000.00", "60 SMC"),
        # the SMIC of that day is 1801.80: nobody is paid on less
        (PayBase.SMC, date(2007, 1, 1), "1801.79", "60"),
        (PayBase.SMC, date(2007, 1, 1), "1801.80", "60"),
        (PayBase.SMC, date(2007, 1, 1), "1801.81", "60 SMC"),
    ],
)
def test_base(base: PayBase, born_on: date, smc: str, expected: str) -> None:
    sixty = row(60, 60, 60)
    grid = Grid(from_18=sixty, from_21=sixty, base=base)
    contract = aged(born_on, START, END, grid=grid, smc_monthly=Decimal(smc))
    assert lines(contract) == [f"1.1 2025-09-01 {expected}"]


@pytest.mark.parametrize(
    ("smc", "higher"), [("1801.79", False), ("1801.80", False), ("1801.81", True)]
)
def test_an_smc_below_the_smic_is_not_said_higher(smc: str, higher: bool) -> None:
    grid = Grid(from_18=row(60, 60, 60), base=PayBase.SMC)
    schedule = pay_schedule(
        aged(date(2007, 1, 1), START, END, grid=grid, smc_monthly=Decimal(smc))
    )
    (line,) = schedule
    assert (PayReason.SMC in line.reasons) is higher
    assert ("SMC supérieur au SMIC" in schedule.sentence(line)) is higher
    below = Decimal(smc) < Decimal("1801.80")
    assert (PayReason.SMC_BELOW in line.reasons) is below
    assert ("SMC_BELOW_SMIC" in {c.name for c in schedule.caveats}) is below


def test_grid_in_force_during_the_contract() -> None:
    grid = Grid(from_18=row(50, 60, 70), from_on=date(2026, 1, 1))
    assert lines(known(grid=grid)) == [
        "1.1 2025-09-01 43",
        "1.2 2026-01-01 50",
        "2.1 2026-09-01 60",
    ]
    for day, expected in (
        (date(2025, 8, 31), ["50", "60"]),
        (date(2025, 9, 1), ["50", "60"]),
        (date(2025, 9, 2), ["43", "50", "60"]),
        (date(2027, 8, 31), ["43", "51", "60"]),
        (date(2027, 9, 1), ["43", "51"]),
    ):
        dated = Grid(from_18=row(50, 60, 70), from_on=day)
        assert rates(known(grid=dated)) == expected


def test_rates_finer_than_a_hundredth_are_refused() -> None:
    with pytest.raises(InvalidValue, match=r"from_18\[0\].*two decimals"):
        Grid(from_18=row("50.001", 60, 70))


def unknown(contract: Any) -> dict[str, Least]:
    return {a.path: a.least for a in pay_schedule(contract).assumed}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"grid": None}, {"grid": TAKEN}),
        ({"grid": None, "employer": {"idcc": "9999"}}, {}),
        ({"grid": None, "employer": {"idcc": "1979"}}, {"grid": TAKEN}),
        ({"smc_monthly": None}, {}),
        ({"smc_monthly": None, "grid": Grid(from_26=row(90, 95, 100), base=PayBase.SMC)}, {}),
        (
            {"smc_monthly": None, "grid": Grid(from_18=row(50, 60, 70), base=PayBase.SMC)},
            {"smc_monthly": Least.AS_TAKEN},
        ),
    ],
)
def test_grid_or_smc_unknown(facts: Any, expected: dict[str, Least]) -> None:
    assert unknown(known(**facts)) == expected


@pytest.mark.parametrize(
    ("concluded_on", "facts", "expected"),
    [
        (START, {}, {"smc_monthly": TAKEN}),
        (START, {"employer": {"idcc": "9999"}}, {}),
        (date(2016, 4, 27), {}, {}),
        (date(2016, 4, 27), {"grid": Grid(from_21=row(60, 60, 60))}, {"smc_monthly": TAKEN}),
    ],
)
def test_smc_unknown_from_21(concluded_on: date, facts: Any, expected: dict[str, Least]) -> None:
    contract = aged(
        date(concluded_on.year - 23, 1, 1), concluded_on, concluded_on, smc_monthly=None, **facts
    )
    assert unknown(contract) == expected


def test_or_better() -> None:
    one = Grid(
        under_18=row(40, 50, 60),
        from_18=row(50, 60, 70),
        idcc=("1597",),
        from_on=date(2024, 1, 1),
        sources=(TEXT,),
    )
    other = Grid(
        from_18=row(55, 55, 70),
        from_21=row(60, 60, 80),
        idcc=("1597", "1596"),
        from_on=date(2025, 1, 1),
        sources=(TEXT,),
    )
    for better in (one.or_better(other), other.or_better(one)):
        assert better.under_18 == row(40, 50, 60)
        assert better.from_18 == row(55, 60, 70)
        assert better.from_21 == row(60, 60, 80)
        assert better.from_26 is None
        assert set(better.idcc) == {"1596", "1597"}
        assert better.from_on == date(2025, 1, 1)
        assert better.sources == (TEXT,)
    assert one.or_better(one) == one
    assert one.or_better(NO_GRID) == NO_GRID.or_better(one) == one
    assert NO_GRID.or_better(NO_GRID) == NO_GRID


@pytest.mark.parametrize("keeps", [(True, False), (False, True), (True, True)])
def test_or_better_keeps_the_last_pay_where_one_does(keeps: tuple[bool, bool]) -> None:
    one, other = (Grid(from_18=row(50, 60, 70), keeps_last_pay=each) for each in keeps)
    assert one.or_better(other).keeps_last_pay
    assert not Grid(from_18=row(1, 2, 3)).or_better(Grid(from_21=row(1, 2, 3))).keeps_last_pay


def test_or_better_refuses_another_base_and_another_thing() -> None:
    smc = Grid(from_18=row(50, 60, 70), base=PayBase.SMC)
    with pytest.raises(InvalidValue, match="compare in euros"):
        Grid(from_18=row(50, 60, 70)).or_better(smc)
    with pytest.raises(WrongType, match="write a Grid"):
        smc.or_better(row(50, 60, 70))


@pytest.mark.parametrize(
    ("rates", "error", "path"),
    [
        (row(50, 60), WrongType, "from_18"),
        ([Decimal(50)] * 3, WrongType, "from_18"),
        ((Decimal(50), 60.5, Decimal(70)), WrongType, r"from_18\[1\]"),
        (row(50, -1, 70), InvalidValue, r"from_18\[1\]"),
        (row(50, 60, "NaN"), InvalidValue, r"from_18\[2\]"),
    ],
)
def test_rates_of_a_grid_are_three_decimals(rates: Any, error: type[Exception], path: str) -> None:
    with pytest.raises(error, match=path):
        Grid(from_18=rates)


@pytest.mark.parametrize(
    ("idcc", "since"),
    [
        ("1597", date(2005, 2, 8)),
        ("1702", date(2005, 2, 8)),
        ("3248", date(2024, 1, 1)),
        ("0016", date(2023, 9, 1)),
        ("1090", date(2019, 1, 1)),
    ],
)
def test_bundled_grids_since_their_first_day(idcc: str, since: date) -> None:
    bundled = branch_grid(idcc, since)
    assert bundled is not None
    assert bundled.grid.sources
    assert branch_grid(idcc, date(2026, 9, 1)) is bundled
    eve = date.fromordinal(since.toordinal() - 1)
    with pytest.raises(NotCovered, match=str(since)):
        branch_grid(idcc, eve)


@pytest.mark.parametrize("idcc", ["1979", "1486", "0953", "2596", "0843"])
def test_no_grid_bundled(idcc: str) -> None:
    assert branch_grid(idcc, date(2026, 9, 1)) is None


def test_rates_bundled() -> None:
    def of(idcc: str) -> dict[str, str]:
        bundled = branch_grid(idcc, date(2026, 9, 1))
        assert bundled is not None
        rows = {b.value: bundled.grid.rates(b) for b in AgeBracket}
        return {name: "/".join(map(str, found)) for name, found in rows.items() if found}

    building = {"under_18": "40/50/60", "18_20": "50/60/70", "21_25": "55/65/80"}
    assert of("1596") == of("2614") == building
    assert of("3248") == {
        "under_18": "35/45/55",
        "18_20": "55/65/80",
        "21_25": "55/65/80",
        "26_plus": "100/100/100",
    }
    assert of("0016") == {
        "under_18": "35/47/63",
        "18_20": "51/59/75",
        "21_25": "55/65/85",
        "26_plus": "100/100/100",
    }
    assert of("1090") == {"under_18": "27/39/55", "18_20": "43/51/67", "21_25": "53/61/78"}


def test_each_idcc_once() -> None:
    listed = [idcc for b in BRANCH_GRIDS for idcc in b.grid.idcc]
    assert len(set(listed)) == len(listed)


def test_or_better_of_another_base_names_the_base_of_the_other() -> None:
    one = Grid(from_18=row(50, 60, 70))
    with pytest.raises(InvalidValue, match="two bases") as caught:
        one.or_better(Grid(from_18=row(50, 60, 70), base=PayBase.SMC))
    assert (caught.value.path, caught.value.value) == ("other.base", PayBase.SMC)
