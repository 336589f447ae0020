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

from apprentissage.facts import AgeBracket, Diploma, ExtensionReason, Grid, Route, Territory
from apprentissage.law.readings import LETTER
from apprentissage.pay import PayReason, pay_schedule, with_fifteen_points
from tests.pay.sample import LAST, aged, caveats, cited, extended, known, lines, rates

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
    [(date(2026, 8, 30), ["66"]), (date(2026, 8, 31), ["66"]), (date(2026, 9, 1), ["43", "51"])],
)
def test_up_to_one_year(ends_on: date, expected: list[str]) -> None:
    assert rates(second(ends_on=ends_on)) == expected


@pytest.mark.parametrize(
    ("ends_on", "risen"), [(date(2025, 2, 28), True), (date(2025, 3, 1), False)]
)
def test_one_year_from_29_february(ends_on: date, risen: bool) -> None:
    contract = aged(date(2005, 5, 5), date(2024, 2, 29), ends_on, previous=(CAP,))
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
        ({"diploma_obtained": False, "level": 0}, "43"),
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
        (
            {"diploma_obtained": None, "level": None},
            3,
            {"previous[0].diploma_obtained", "previous[0].level"},
            43,
        ),
        # a level obtained tells the diploma
        ({"diploma_obtained": None}, 3, set(), 66),
        ({"diploma_obtained": None, "level": 0}, 3, set(), 43),
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
    contract = second(previous=(evolve(CAP, **facts),), training={"level": training})
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
    contract = aged(date(2008, 2, 8), date(2025, 9, 1), ONE_YEAR, previous=(CAP,))
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
    contract = aged(date(2000, 1, 10), date(2025, 9, 1), ONE_YEAR, previous=(CAP,))
    assert rates(contract, FROZEN) == ["76", "100"]
    before_2019 = aged(date(1992, 9, 2), date(2018, 9, 3), date(2019, 8, 31), previous=(CAP,))
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
    contract = aged(date(1990, 1, 1), date(2025, 9, 1), ONE_YEAR, previous=(CAP,))
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
    for concluded_on, expected in ((date(2018, 12, 31), "70"), (date(2019, 1, 1), "70")):
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
    [(AgeBracket.FROM_18, "SMIC"), (AgeBracket.FROM_21, "SMC"), (AgeBracket.FROM_26, "SMC")],
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


OLD = date(2017, 9, 4)
ONE_YEAR_TOO = LETTER.choose(fifteen_points_before_2019="ONE_YEAR_TOO")


@pytest.mark.parametrize(
    ("born_on", "ends_on", "cycles", "expected", "one_year_too"),
    [
        # two years reduced to one: 37, 49, 61 + 15, whatever came before
        (date(2000, 10, 1), date(2018, 9, 3), (2, 1), ["52"], ["52"]),
        (date(1998, 6, 6), date(2018, 9, 3), (2, 3), ["64"], ["64"]),
        (date(1995, 6, 6), date(2018, 7, 5), (2, 2), ["76"], ["76"]),
        # three years reduced to two: 78 + 15 in both
        (date(1994, 10, 10), date(2019, 9, 3), (3, 2), ["93"] * 2, ["93"] * 2),
        # not reduced: a day beyond one year, or beyond two
        (date(1998, 6, 6), date(2018, 9, 4), (2, 2), ["41", "49"],
         ["41", "49"]),
        (date(1994, 10, 10), date(2019, 9, 4), (3, 2), ["53", "61", "78"],
         ["53", "61", "78"]),
        # no reduction of a training of one year (R6222-16); the circulaire
        # adds the points to the last year of the earlier cycle
        (date(1998, 6, 6), date(2018, 7, 2), (1, 1), ["41"], ["56"]),
        (date(1998, 6, 6), date(2018, 7, 2), (1, 2), ["41"], ["64"]),
        (date(1998, 6, 6), date(2018, 7, 2), (1, 3), ["41"], ["80"]),
        (date(1998, 6, 6), date(2018, 9, 4), (1, 2), ["41", "49"],
         ["41", "49"]),
    ],
)  # fmt: skip
def test_before_2019(
    born_on: date,
    ends_on: date,
    cycles: tuple[int, int],
    expected: list[str],
    one_year_too: list[str],
) -> None:
    contract = aged(
        born_on,
        OLD,
        ends_on,
        training={"cycle_years": cycles[0]},
        previous=(evolve(CAP, cycle_years=cycles[1]),),
    )
    assert rates(contract) == expected
    assert rates(contract, ONE_YEAR_TOO) == one_year_too
    raised = PayReason.FIFTEEN_POINTS in pay_schedule(contract)[0].reasons
    assert ("PROFESSIONAL_DIPLOMA" in caveats(contract)) is raised


@pytest.mark.parametrize(
    ("cycle_ends_on", "ends_on", "expected"),
    [
        # R6222-16: « fixée à deux ans et plus », two school years included
        (date(2019, 6, 28), date(2018, 9, 3), ["64"]),
        # not of a training of twenty months, nor of fourteen
        (date(2019, 5, 3), date(2018, 9, 3), ["41"]),
        (date(2018, 11, 3), date(2018, 9, 3), ["41"]),
        # the whole of which a year less would leave eight months
        (date(2019, 5, 3), date(2018, 5, 3), ["41"]),
        # « d'un an »: two years are no reduction of two and some days by one
        (date(2019, 9, 10), date(2019, 9, 3), ["41", "49"]),
        # reduced by one, it is raised by its « dernière année », begun: 65 + 15
        (date(2019, 9, 10), date(2018, 10, 3), ["80", "80"]),
    ],
)
def test_before_2019_by_the_days_of_the_training(
    cycle_ends_on: date, ends_on: date, expected: list[str]
) -> None:
    contract = aged(
        date(1999, 6, 6),
        OLD,
        ends_on,
        training={"cycle_years": None, "cycle_starts_on": OLD, "cycle_ends_on": cycle_ends_on},
        previous=(CAP,),
    )
    assert rates(contract) == expected


def test_before_2019_without_the_length_of_the_training() -> None:
    contract = aged(
        date(1998, 6, 6), OLD, date(2018, 9, 3), training={"cycle_years": None}, previous=(CAP,)
    )
    assert rates(contract) == ["41"]
    assert {a.path for a in pay_schedule(contract).assumed} == {"training.cycle_years"}
    unrelated = evolve(CAP, directly_related=False)
    other = evolve(contract, previous=(unrelated,))
    assert pay_schedule(other).assumed == ()


@pytest.mark.parametrize(
    ("concluded_on", "young", "adult"),
    [
        (date(2018, 12, 31), "76 SMC", "76 SMC"),
        (date(2019, 1, 1), "76 SMC", "115 SMC"),
        (date(2020, 3, 31), "76 SMC", "115 SMC"),
        # 76 % of 2600 is above the SMIC, 61 % of it is not below
        (date(2020, 4, 1), "61 SMC", "100 SMC"),
    ],
)
def test_the_cap_by_period(concluded_on: date, young: str, adult: str) -> None:
    def raised(born_on: date) -> str:
        contract = aged(
            born_on,
            date(2020, 9, 1),
            date(2021, 8, 31),
            concluded_on=concluded_on,
            smc_monthly=Decimal(2600),
            previous=(CAP,),
        )
        (line,) = lines(contract)
        return line.removeprefix("1.1 2020-09-01 ")

    assert raised(date(1997, 3, 3)) == young
    assert raised(date(1990, 5, 5)) == adult


@pytest.mark.parametrize(("cycle_years", "by_its_year"), [(1, "76"), (2, "76"), (3, "76")])
def test_a_licence_professionnelle(cycle_years: int, by_its_year: str) -> None:
    contract = aged(
        date(2004, 1, 20),
        date(2025, 9, 1),
        date(2026, 8, 31),
        training={"diploma": Diploma.LICENCE_PROFESSIONNELLE, "level": 6, "cycle_years": 1},
        previous=(evolve(CAP, level=6, cycle_years=cycle_years),),
    )
    earlier = {1: "76", 2: "76", 3: "93"}[cycle_years]
    assert rates(contract) == [earlier]
    second = LETTER.choose(fifteen_points_licence="SECOND_YEAR")
    assert rates(contract, second) == [by_its_year]


def test_the_year_credited_is_told() -> None:
    contract = aged(date(2006, 6, 11), date(2025, 9, 1), ONE_YEAR, previous=(CAP,))
    schedule = pay_schedule(contract)
    assert schedule.told(schedule[0]) == (
        "1re année d'exécution",
        "taux de la 2e année",
        "18-20 ans",
        "majoration de 15 points : diplôme de même niveau, en rapport direct",
    )


def test_the_year_credited_is_told_where_it_is_the_first() -> None:
    # a cycle of one year: its last year is the first, to which 15 are added
    earlier = evolve(CAP, cycle_years=1)
    contract = aged(date(2006, 6, 11), date(2025, 9, 1), ONE_YEAR, previous=(earlier,))
    schedule = pay_schedule(contract)
    assert PayReason.FIFTEEN_POINTS in schedule[0].reasons
    assert "taux de la 1re année" in schedule.told(schedule[0])


@pytest.mark.parametrize(
    ("concluded_on", "monthly"), [(date(2020, 3, 31), "2046.00"), (date(2020, 4, 1), "1716.00")]
)
def test_the_cap_without_a_contract(concluded_on: date, monthly: str) -> None:
    risen = with_fifteen_points(
        Decimal(78),
        concluded_on=concluded_on,
        on=date(2020, 6, 1),
        territory=Territory.METROPOLE,
        age_bracket=AgeBracket.FROM_21,
        smc_monthly=Decimal("2200.00"),
    )
    assert risen.monthly == Decimal(monthly)


def test_no_conventional_rate_to_raise_in_the_bracket() -> None:
    contract = second(grid=Grid(from_21=(Decimal(90),) * 3))
    assert rates(contract, ON_GRID) == rates(contract) == ["66"]
