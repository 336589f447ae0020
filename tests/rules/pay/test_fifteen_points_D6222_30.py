"""Fifteen points for a second diploma of the same level (D6222-30).

« conclu pour une durée inférieure ou égale à un an pour préparer un diplôme
ou un titre de même niveau que celui précédemment obtenu, lorsque la nouvelle
qualification recherchée est en rapport direct »: the rate of the last year of
the earlier cycle, plus 15, up to 100 % of the SMIC (D6222-31 al. 2).
"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from apprentissage.facts import (
    AgeBracket,
    ExtensionReason,
    Grid,
    Route,
    Territory,
)
from apprentissage.law.readings import LETTER
from apprentissage.rules.pay import (
    PayReason,
    pay_schedule,
    with_fifteen_points,
)
from tests.rules.pay.sample import (
    LAST,
    aged,
    cited,
    extended,
    known,
    lines,
    rates,
)

CAP = evolve(
    LAST,
    route=Route.SCHOOL,
    directly_related=True,
    last_rate=None,
    last_rate_kind=None,
    last_statutory_rate=None,
)
FROZEN = LETTER.choose(fifteen_points_bracket="FROZEN")
ON_GRID = LETTER.choose(fifteen_points_base="CONVENTIONAL_RATE")
ONE_YEAR = date(2026, 8, 31)


def second(**facts: Any) -> Any:
    return known(**{"ends_on": ONE_YEAR, "previous": (CAP,), **facts})


@pytest.mark.parametrize(
    ("ends_on", "expected"),
    [
        (date(2026, 8, 30), ["66"]),
        (date(2026, 8, 31), ["66"]),
        (date(2026, 9, 1), ["43", "51"]),
    ],
)
def test_up_to_one_year(ends_on: date, expected: list[str]) -> None:
    assert rates(second(ends_on=ends_on)) == expected


@pytest.mark.parametrize(
    ("ends_on", "risen"),
    [(date(2025, 2, 28), True), (date(2025, 3, 1), False)],
)
def test_one_year_from_29_february(ends_on: date, risen: bool) -> None:
    contract = aged(
        date(2005, 5, 5), date(2024, 2, 29), ends_on, previous=(CAP,)
    )
    assert (rates(contract)[0] == "66") is risen


def test_a_prolongation_comes_after_the_conclusion() -> None:
    contract = second(
        ends_on=date(2027, 8, 31),
        extension=extended(ExtensionReason.FAILED_EXAM, date(2026, 9, 1)),
    )
    assert rates(contract) == ["66", "66"]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"diploma_obtained": False}, "43"),
        ({"level": 4}, "43"),
        ({"directly_related": False}, "43"),
        ({"route": Route.APPRENTICESHIP}, "66"),
        ({"cycle_years": 1}, "58"),
        ({"cycle_years": 3}, "82"),
        ({"cycle_years": 5}, "82"),
    ],
)
def test_conditions(facts: Any, expected: str) -> None:
    assert rates(second(previous=(evolve(CAP, **facts),))) == [expected]


@pytest.mark.parametrize(
    ("facts", "training", "paths", "expected"),
    [
        ({"diploma_obtained": None}, 3, {"previous[0].diploma_obtained"}, 43),
        ({"level": None}, 3, {"previous[0].level"}, 43),
        ({}, None, {"training.level"}, 43),
        ({"directly_related": None}, 3, {"previous[0].directly_related"}, 43),
        ({"cycle_years": None}, 3, {"previous[0].cycle_years"}, 58),
        ({"level": None, "directly_related": False}, 3, set(), 43),
    ],
)
def test_unknown_conditions(
    facts: Any, training: int | None, paths: set[str], expected: int
) -> None:
    contract = second(
        previous=(evolve(CAP, **facts),), training={"level": training}
    )
    assert rates(contract) == [str(expected)]
    assert {a.path for a in pay_schedule(contract).assumed} == paths


def test_the_best_of_several_cycles() -> None:
    three = evolve(CAP, cycle_years=3)
    assert rates(second(previous=(CAP, three))) == ["82"]


def test_credit_of_the_cycle_where_it_is_more() -> None:
    one = evolve(CAP, cycle_years=1)
    contract = second(previous=(one,), training={"entry_year": 2})
    assert rates(contract) == ["66"]


def test_bracket_follows_or_stays() -> None:
    contract = aged(
        date(2008, 2, 8), date(2025, 9, 1), ONE_YEAR, previous=(CAP,)
    )
    assert rates(contract) == ["54", "66"]
    assert rates(contract, FROZEN) == ["54", "54"]
    # 17 at the conclusion, 18 at the start
    signed = aged(
        date(2007, 8, 20),
        date(2025, 9, 1),
        ONE_YEAR,
        concluded_on=date(2025, 8, 19),
        previous=(CAP,),
    )
    assert (rates(signed), rates(signed, FROZEN)) == (["66"], ["54"])
    on_the_day = evolve(signed, concluded_on=date(2025, 8, 20))
    assert rates(on_the_day, FROZEN) == ["66"]


def test_kept_bracket_gives_way_to_a_better_plain_rate() -> None:
    contract = aged(
        date(2000, 1, 10), date(2025, 9, 1), ONE_YEAR, previous=(CAP,)
    )
    assert rates(contract, FROZEN) == ["76", "100"]
    before_2019 = aged(
        date(1992, 9, 2), date(2018, 9, 3), date(2019, 8, 31), previous=(CAP,)
    )
    assert rates(before_2019, FROZEN) == ["76"]


def test_kept_bracket_of_someone_born_on_29_february() -> None:
    contract = aged(
        date(2008, 2, 29),
        date(2026, 3, 2),
        date(2026, 12, 31),
        concluded_on=date(2026, 2, 28),
        previous=(CAP,),
    )
    assert rates(contract, FROZEN) == ["66"]
    later = FROZEN.choose(leap_birthday="MARCH_1")
    assert rates(contract, later) == ["54"]


@pytest.mark.parametrize(
    ("smc", "expected"),
    [
        # 78 + 15 = 93 % of the SMC, against 1801.80
        ("1937.41", "93 SMC"),
        ("1937.42", "100"),
        ("2309.99", "100"),
        ("2310.00", "78 SMC"),
        ("2400.00", "78 SMC"),
    ],
)
def test_cap(smc: str, expected: str) -> None:
    contract = aged(
        date(2003, 6, 6),
        date(2025, 9, 1),
        ONE_YEAR,
        smc_monthly=Decimal(smc),
        previous=(evolve(CAP, cycle_years=3),),
    )
    assert lines(contract) == [f"1.1 2025-09-01 {expected}"]
    capped = PayReason.FIFTEEN_POINTS_CAP in pay_schedule(contract)[0].reasons
    assert capped is (expected != "93 SMC")


def test_cap_at_26() -> None:
    contract = aged(
        date(1990, 1, 1), date(2025, 9, 1), ONE_YEAR, previous=(CAP,)
    )
    assert rates(contract) == ["100"]
    more = evolve(contract, grid=Grid(from_26=(Decimal(102),) * 3))
    assert rates(more) == ["102"]


BUILDING = Grid(
    from_18=(Decimal(50), Decimal(60), Decimal(70)),
    from_21=(Decimal(55), Decimal(65), Decimal(80)),
)


def test_on_the_conventional_rate() -> None:
    contract = second(grid=BUILDING)
    assert rates(contract) == ["66"]
    assert rates(contract, ON_GRID) == ["75"]
    both = ON_GRID.choose(fifteen_points_bracket="FROZEN")
    assert rates(contract, both) == ["75"]
    without = second(grid=BUILDING, previous=())
    assert rates(without, ON_GRID) == ["50"]


def test_never_on_the_floor() -> None:
    last = evolve(LAST, directly_related=True, last_rate=Decimal(70))
    for concluded_on, expected in (
        (date(2018, 12, 31), "70"),
        (date(2019, 1, 1), "70"),
    ):
        contract = aged(
            date(2000, 5, 5),
            date(2019, 1, 2),
            date(2019, 12, 31),
            concluded_on=concluded_on,
            previous=(last,),
        )
        assert rates(contract) == [expected]


@pytest.mark.parametrize(
    ("concluded_on", "article"),
    [
        (date(2018, 12, 31), "D. 6222-33"),
        (date(2018, 12, 31), "R. 6222-16 3°"),
        (date(2019, 1, 1), "D. 6222-30"),
        (date(2020, 4, 1), "D. 6222-30"),
    ],
)
def test_number_of_the_article(concluded_on: date, article: str) -> None:
    contract = aged(
        date(2001, 1, 1),
        date(2020, 9, 1),
        date(2021, 8, 31),
        concluded_on=concluded_on,
        previous=(CAP,),
    )
    assert article in cited(pay_schedule(contract))


@pytest.mark.parametrize(
    ("bracket", "base"),
    [
        (AgeBracket.FROM_18, "SMIC"),
        (AgeBracket.FROM_21, "SMC"),
        (AgeBracket.FROM_26, "SMC"),
    ],
)
def test_without_a_contract(bracket: AgeBracket, base: str) -> None:
    risen = with_fifteen_points(
        Decimal(61),
        concluded_on=date(2025, 9, 1),
        on=date(2025, 9, 1),
        territory=Territory.METROPOLE,
        age_bracket=bracket,
        smc_monthly=Decimal("2200.00"),
    )
    assert (risen.rate, risen.base.value) == (Decimal(76), base)
