"""The pay lines of four days, and a rate of the grid (D6222-26).

« 43 % », « 51 % » from 18 to 20 years; « 41 % », « 49 % » before 2019.
"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from apprentissage.errors import InvalidValue, NotCovered, WrongType
from apprentissage.facts import (
    AgeBracket,
    EmployerType,
    Grid,
    PayBase,
    PreviousCycle,
    RateKind,
    Route,
)
from apprentissage.law.readings import LETTER
from apprentissage.pay import PaySchedule, pay_lines, statutory_grid, statutory_rate

SIGNED = date(2026, 6, 22)
DAYS: dict[str, Any] = {
    "born_on": date(2008, 9, 15),
    "starts_on": date(2026, 9, 1),
    "ends_on": date(2028, 8, 31),
    "concluded_on": SIGNED,
}


def written(schedule: PaySchedule) -> list[str]:
    return [f"{line.order} {line.starts_on} {line.rate}" for line in schedule]


def test_four_days_suffice() -> None:
    # 18 on 15 September 2026: from the first day of the month that follows
    assert written(pay_lines(**DAYS)) == [
        "1.1 2026-09-01 27",
        "1.2 2026-10-01 43",
        "2.1 2027-09-01 51",
    ]


@pytest.mark.parametrize(
    ("concluded_on", "first"),
    [
        (date(2018, 12, 30), "41"),
        (date(2018, 12, 31), "41"),
        (date(2019, 1, 1), "43"),
        (date(2019, 1, 2), "43"),
    ],
)
def test_the_conclusion_chooses_the_grid(concluded_on: date, first: str) -> None:
    line, *_ = pay_lines(
        born_on=date(2000, 2, 1),
        starts_on=date(2019, 1, 7),
        ends_on=date(2020, 1, 6),
        concluded_on=concluded_on,
    )
    assert str(line.rate) == first
    rate = statutory_rate(
        age_bracket=AgeBracket.FROM_18, execution_year=1, concluded_on=concluded_on
    )
    assert rate.rate == line.rate
    assert rate.sources == statutory_grid(concluded_on).sources


def test_what_is_known_changes_the_lines() -> None:
    grid = Grid(from_18=(50, 60, 70))
    known = pay_lines(**{**DAYS, "born_on": date(2007, 10, 1)}, grid=grid)
    assert [line.rate for line in known] == [50, 60]
    before = PreviousCycle(
        route=Route.APPRENTICESHIP,
        ended_on=date(2026, 8, 31),
        diploma_obtained=True,
        level=4,
        last_rate=67,
        last_rate_kind=RateKind.PAID,
        last_statutory_rate=67,
    )
    floored = pay_lines(**DAYS, previous=(before,))
    assert {line.rate for line in floored} == {Decimal(67)}


def test_what_is_assumed_is_named_as_an_argument() -> None:
    paths = {each.path for each in pay_lines(**DAYS).assumed}
    assert {"employer_type", "previous", "territory"} <= paths
    told = pay_lines(**DAYS, employer_type=EmployerType.ASSOCIATION, previous=())
    assert not {"employer_type", "previous"} & {each.path for each in told.assumed}


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        ("born_on", {"born_on": date(2026, 9, 1)}),
        ("ends_on", {"ends_on": date(2026, 8, 31)}),
        ("entry_year", {"entry_year": 3, "cycle_years": 2}),
    ],
)
def test_what_cannot_be_is_refused_by_its_name(path: str, wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidValue) as caught:
        pay_lines(**{**DAYS, **wrong})
    assert caught.value.path == path


ROWS = [
    # the texts print them: D6222-26, and the table of before 2019
    (date(2018, 12, 31), AgeBracket.UNDER_18, "25 37 53", "16-17 ans"),
    (date(2018, 12, 31), AgeBracket.FROM_18, "41 49 65", "18-20 ans"),
    (date(2018, 12, 31), AgeBracket.FROM_21, "53 61 78", "21 ans et plus"),
    (date(2018, 12, 31), AgeBracket.FROM_26, "53 61 78", "21 ans et plus"),
    (date(2019, 1, 1), AgeBracket.UNDER_18, "27 39 55", "16-17 ans"),
    (date(2019, 1, 1), AgeBracket.FROM_18, "43 51 67", "18-20 ans"),
    (date(2019, 1, 1), AgeBracket.FROM_21, "53 61 78", "21-25 ans"),
    (date(2019, 1, 1), AgeBracket.FROM_26, "100 100 100", "26 ans et plus"),
]


@pytest.mark.parametrize(("signed", "bracket", "rates", "ages"), ROWS)
def test_every_cell(signed: date, bracket: AgeBracket, rates: str, ages: str) -> None:
    for year, rate in enumerate(rates.split(), 1):
        found = statutory_rate(age_bracket=bracket, execution_year=year, concluded_on=signed)
        assert (str(found.rate), found.ages) == (rate, ages)


@pytest.mark.parametrize(
    ("signed", "reading", "base"),
    [
        (date(2016, 6, 30), "SMIC_ALONE", PayBase.SMIC),
        (date(2016, 6, 30), "SMC_KEPT", PayBase.STATUTORY),
        (date(2016, 7, 1), "SMIC_ALONE", PayBase.STATUTORY),
    ],
)
def test_the_base_from_21(signed: date, reading: str, base: PayBase) -> None:
    readings = LETTER.choose(smc_before_july_2016=reading)
    for bracket, expected in (
        (AgeBracket.UNDER_18, PayBase.SMIC),
        (AgeBracket.FROM_18, PayBase.SMIC),
        (AgeBracket.FROM_21, base),
        (AgeBracket.FROM_26, base),
    ):
        found = statutory_rate(
            age_bracket=bracket, execution_year=1, concluded_on=signed, readings=readings
        )
        assert found.base is expected


@pytest.mark.parametrize("year", [0, 4])
def test_the_grid_has_three_years(year: int) -> None:
    with pytest.raises(InvalidValue, match="write 1-3"):
        statutory_rate(age_bracket=AgeBracket.FROM_18, execution_year=year, concluded_on=SIGNED)


def test_no_grid_before_may_2008() -> None:
    with pytest.raises(NotCovered):
        statutory_rate(
            age_bracket=AgeBracket.FROM_18, execution_year=1, concluded_on=date(2008, 4, 30)
        )
    text: Any = "18"
    with pytest.raises(WrongType):
        statutory_rate(age_bracket=text, execution_year=1, concluded_on=SIGNED)
