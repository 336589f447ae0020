"""The rate goes by the age and by the year of execution (D6222-26, -27).

The version is that of the day of conclusion. 25/37/53, 41/49/65, 53/61/78
before 2019; 27/39/55, 43/51/67, 53/61/78 and 100 since. Under 16: as 16-17.
From 21 the base is the SMIC « ou, s'il est supérieur, [le] salaire minimum
conventionnel », which the text had lost from 2008 to April 2016.
"""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from apprentissage.errors import NotCovered, WrongType
from apprentissage.facts import AgeBracket, ByDay, EmployerType
from apprentissage.law.readings import LETTER
from apprentissage.pay import pay_schedule, statutory_grid
from tests.pay.sample import aged, caveats, cited, known, lines, rates


def three_years(concluded_on: date, age: int) -> list[str]:
    """Rates of an apprentice who stays in one bracket."""
    start = date(concluded_on.year + 1, 1, 5)
    return rates(
        aged(
            date(start.year - age, 1, 2),
            start,
            date(start.year + 3, 1, 4) if age > 16 else start,
            concluded_on=concluded_on,
        )
    )


@pytest.mark.parametrize(
    ("concluded_on", "age", "expected"),
    [
        (date(2008, 5, 1), 18, "41 49 65"),
        (date(2018, 12, 31), 18, "41 49 65"),
        (date(2019, 1, 1), 18, "43 51 67"),
        (date(2019, 1, 2), 18, "43 51 67"),
        (date(2018, 12, 31), 22, "53 61 78"),
        (date(2019, 1, 1), 22, "53 61 78"),
        (date(2018, 12, 31), 30, "53 61 78"),
        (date(2019, 1, 1), 30, "100 100 100"),
        (date(2018, 12, 31), 16, "25"),
        (date(2019, 1, 1), 16, "27"),
        (date(2019, 1, 1), 15, "27"),
    ],
)
def test_version_of_the_day_of_conclusion(concluded_on: date, age: int, expected: str) -> None:
    assert three_years(concluded_on, age) == expected.split()


def test_first_bracket_over_three_years() -> None:
    contract = aged(date(2010, 9, 2), date(2025, 9, 1), date(2028, 8, 31))
    assert rates(contract) == ["27", "39", "55"]
    assert {line.age_bracket for line in pay_schedule(contract)} == {AgeBracket.UNDER_18}


def test_before_2008_is_not_covered() -> None:
    with pytest.raises(NotCovered, match="2008-05-01"):
        pay_schedule(aged(date(1990, 1, 1), date(2008, 4, 30), date(2010, 4, 29)))


def test_a_mapping_is_no_contract() -> None:
    with pytest.raises(WrongType, match="write a Contract"):
        pay_schedule({})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("concluded_on", "base"),
    [(date(2016, 6, 30), "SMIC"), (date(2016, 7, 1), "SMC"), (date(2016, 7, 2), "SMC")],
)
def test_smc_lost_from_2008_to_june_2016(concluded_on: date, base: str) -> None:
    contract = aged(
        date(1993, 1, 1),
        date(2016, 9, 1),
        date(2017, 8, 31),
        concluded_on=concluded_on,
        smc_monthly=Decimal("1900.00"),
    )
    assert [line.base.value for line in pay_schedule(contract)] == [base]
    kept = LETTER.choose(smc_before_july_2016="SMC_KEPT")
    others = pay_schedule(contract, kept)
    assert [line.base.value for line in others] == ["SMC"]
    reserved = "SMC_FROM_JULY_2016" in caveats(contract)
    assert reserved is (base == "SMIC")


@pytest.mark.parametrize(
    ("smc", "base"), [("1801.79", "SMIC"), ("1801.80", "SMIC"), ("1801.81", "SMC")]
)
def test_smc_strictly_higher_than_the_smic(smc: str, base: str) -> None:
    contract = aged(
        date(2002, 1, 1), date(2025, 9, 1), date(2026, 8, 31), smc_monthly=Decimal(smc)
    )
    assert [line.base.value for line in pay_schedule(contract)] == [base]


@pytest.mark.parametrize(
    ("born_on", "base"),
    [
        (date(2004, 9, 2), "SMIC"),  # 20
        (date(2004, 9, 1), "SMC"),  # 21 on the first day
        (date(1999, 8, 1), "SMC"),  # 26
    ],
)
def test_smc_from_21_on(born_on: date, base: str) -> None:
    contract = aged(born_on, date(2025, 9, 1), date(2025, 9, 30), smc_monthly=Decimal("2200.00"))
    assert [line.base.value for line in pay_schedule(contract)] == [base]


def test_smc_revised_in_the_course() -> None:
    # The base is that of the first day of each line.
    contract = aged(
        date(2002, 1, 1),
        date(2025, 9, 1),
        date(2027, 8, 31),
        smc_monthly=ByDay(
            ((date(2025, 1, 1), Decimal("1700.00")), (date(2026, 2, 1), Decimal("1900.00")))
        ),
    )
    assert lines(contract) == ["1.1 2025-09-01 53", "2.1 2026-09-01 61 SMC"]
    amounts = pay_schedule(contract).amounts()
    assert [(str(a.starts_on), a.base.value, str(a.monthly)) for a in amounts] == [
        ("2025-09-01", "SMIC", "954.95"),
        ("2026-01-01", "SMIC", "966.21"),
        ("2026-02-01", "SMC", "1007.00"),
        ("2026-06-01", "SMC", "1007.00"),
        ("2026-09-01", "SMC", "1159.00"),
    ]


def test_smc_revised_on_the_last_day() -> None:
    steps = ((date(2025, 1, 1), Decimal("1900.00")), (date(2025, 12, 31), Decimal("2000.00")))
    contract = aged(
        date(2002, 1, 1), date(2025, 9, 1), date(2025, 12, 31), smc_monthly=ByDay(steps)
    )
    amounts = pay_schedule(contract).amounts()
    assert [str(a.monthly) for a in amounts] == ["1007.00", "1060.00"]


def test_no_smc_is_asked_for_below_21() -> None:
    # D6222-26 2°: « A 43 % du salaire minimum de croissance », and only from
    # 3° on « ou, s'il est supérieur, du salaire minimum conventionnel »
    contract = aged(
        date(2004, 11, 15),
        date(2025, 9, 1),
        date(2026, 8, 31),
        smc_monthly=ByDay(((date(2025, 12, 1), Decimal("2200.00")),)),
    )
    assert lines(contract) == ["1.1 2025-09-01 43", "1.2 2025-12-01 53 SMC"]
    amounts = pay_schedule(contract).amounts()
    assert [str(a.monthly) for a in amounts][:2] == ["774.77", "1166.00"]


def test_smc_unknown_on_a_day() -> None:
    contract = aged(
        date(2002, 1, 1),
        date(2025, 9, 1),
        date(2026, 8, 31),
        smc_monthly=ByDay(((date(2026, 1, 1), Decimal("1900.00")),)),
    )
    with pytest.raises(NotCovered, match="2025-09-01"):
        pay_schedule(contract)


def test_public_employers_have_no_smc() -> None:
    contract = aged(
        date(2002, 1, 1),
        date(2025, 9, 1),
        date(2026, 8, 31),
        smc_monthly=Decimal("2200.00"),
        public_points=0,
        employer={"type": EmployerType.STATE_SERVICE},
    )
    assert lines(contract) == ["1.1 2025-09-01 53"]


@pytest.mark.parametrize(
    ("concluded_on", "brackets"), [(date(2018, 12, 31), 3), (date(2019, 1, 1), 4)]
)
def test_statutory_grid(concluded_on: date, brackets: int) -> None:
    grid = statutory_grid(concluded_on)
    rows = [grid.rates(bracket) for bracket in AgeBracket]
    assert sum(row is not None for row in rows) == brackets
    assert grid.from_21 == (Decimal(53), Decimal(61), Decimal(78))


def test_articles() -> None:
    schedule = pay_schedule(known())
    assert cited(schedule) == {"D. 6222-26"}


@pytest.mark.parametrize(
    ("born_on", "expected"),
    [
        (date(2009, 9, 1), [False, False]),
        (date(2009, 9, 2), [True, False]),
        (date(2010, 9, 2), [True, True]),
    ],
)
def test_under_16_has_its_article(born_on: date, expected: list[bool]) -> None:
    contract = aged(born_on, date(2025, 9, 1), date(2027, 8, 31))
    assert rates(contract) == ["27", "39"]
    told = [
        any("6222-27" in source.reference for source in line.sources)
        for line in pay_schedule(contract)
    ]
    assert told == expected


def test_a_year_beyond_the_grid() -> None:
    # No text: the third-year rate, and the reserve says so.
    contract = aged(date(2003, 1, 1), date(2022, 9, 1), date(2026, 8, 31))
    assert rates(contract) == ["43", "51", "61", "78", "78"]
    schedule = pay_schedule(contract)
    assert schedule[-1].rate == Decimal(78)
    assert "BEYOND_GRID" in caveats(contract)
    fourth = [line for line in schedule if line.execution_year == 4]
    third = [line for line in schedule if line.execution_year == 3]
    assert {c.name for c in schedule.reserves(fourth[0])} >= {"BEYOND_GRID"}
    assert "BEYOND_GRID" not in {c.name for c in schedule.reserves(third[0])}


def test_longer_than_the_cycle() -> None:
    # The grid goes on, with a reserve from the first year too many.
    contract = known(ends_on=date(2028, 8, 31))
    schedule = pay_schedule(contract)
    reserved = [
        line.execution_year
        for line in schedule
        if "LONGER_THAN_CYCLE" in {c.name for c in schedule.reserves(line)}
    ]
    assert set(reserved) == {3}
    assert schedule[-1].rate == Decimal(78)
    dated = known(
        ends_on=date(2028, 8, 31),
        training={
            "cycle_years": None,
            "cycle_starts_on": date(2025, 9, 1),
            "cycle_ends_on": date(2027, 7, 4),
        },
    )
    assert "LONGER_THAN_CYCLE" in caveats(dated)
    assert "LONGER_THAN_CYCLE" not in caveats(known())


@pytest.mark.parametrize("day", [0, 1])
def test_cycle_length_of_a_year_and_a_day(day: int) -> None:
    # A year begun counts: one day more makes a cycle of two years.
    contract = known(
        training={
            "cycle_years": None,
            "cycle_starts_on": date(2025, 9, 1),
            "cycle_ends_on": date(2026, 8, 31) + timedelta(days=day),
        }
    )
    assert ("LONGER_THAN_CYCLE" in caveats(contract)) is (day == 0)
