"""A prolongation is paid by its reason; the age bracket still moves.

D6222-28, after a failure: « celui correspondant à la dernière année précédant
cette prolongation ». R6222-48, disability: « une majoration uniforme de
quinze points aux pourcentages correspondant à la dernière année de la durée
du contrat ». R6222-60, athlete: the fourth year is « identique à celle prévue
[...] pour la troisième année ».
"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from apprentissage.facts import (
    NO_EXTENSION,
    Diploma,
    DurationGround,
    Extension,
    ExtensionReason,
    Grid,
)
from apprentissage.law.readings import LETTER
from apprentissage.pay import pay_schedule
from apprentissage.pay.grids import Least
from tests.pay.sample import LAST, aged, caveats, cited, extended, known, lines, rates

FAILED = ExtensionReason.FAILED_EXAM
DISABLED = ExtensionReason.DISABILITY
ATHLETE = ExtensionReason.ATHLETE
START = date(2022, 9, 1)


def prolonged(reason: ExtensionReason, first: date, born_on: date, **facts: object) -> list[str]:
    return lines(
        aged(
            born_on, START, date(first.year + 1, 8, 31), extension=extended(reason, first), **facts
        )
    )


def test_failed_after_two_years() -> None:
    assert prolonged(FAILED, date(2024, 9, 1), date(2004, 1, 1))[2:] == [
        "3.1 2024-09-01 51",
        "3.2 2025-02-01 61",
    ]


def test_failed_after_one_and_three_years() -> None:
    born_on = date(2004, 6, 1)
    assert prolonged(FAILED, date(2023, 9, 1), born_on)[1] == ("2.1 2023-09-01 43")
    three = prolonged(FAILED, date(2025, 9, 1), date(2004, 9, 1))
    assert three[-2:] == ["4.1 2025-09-01 67", "4.2 2025-10-01 78"]


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        # the eve of the prolongation is still in year 1, or already in 2
        (date(2023, 8, 31), ["43", "43"]),
        (date(2023, 9, 1), ["43", "43"]),
        (date(2023, 9, 2), ["43", "51"]),
    ],
)
def test_last_year_before_the_prolongation(first: date, expected: list[str]) -> None:
    contract = aged(date(2003, 12, 1), START, date(2024, 8, 31), extension=extended(FAILED, first))
    assert rates(contract) == expected


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        # of a cycle of three years fifteen months are gone: the third opens on 1
        # June, unless the prolongation keeps the second from that day or before
        (date(2026, 5, 1), ["1.1 2025-09-01 51", "2.1 2026-09-01 51"]),
        (date(2026, 6, 1), ["1.1 2025-09-01 51", "2.1 2026-09-01 51"]),
        (date(2026, 6, 2), ["1.1 2025-09-01 51", "1.2 2026-06-01 67", "2.1 2026-09-01 67"]),
    ],
)
def test_no_year_of_the_cycle_opens_within_the_prolongation(
    first: date, expected: list[str]
) -> None:
    contract = known(
        starts_on=date(2025, 9, 1),
        ends_on=date(2026, 12, 31),
        training={
            "cycle_years": 3,
            "entry_year": None,
            "cycle_starts_on": date(2024, 6, 1),
        },
        extension=extended(FAILED, first),
    )
    assert lines(contract) == expected


def test_failed_with_another_employer() -> None:
    # L6222-11: the whole contract is the prolongation.
    failed = {"duration_ground": DurationGround.FAILED_EXAM}
    second = known(training={"entry_year": 2}, **failed)
    assert rates(second) == ["51", "51"]
    by_cycle = known(training={"entry_year": None}, **failed)
    assert rates(by_cycle) == ["51", "51"]
    unknown = known(training={"entry_year": None, "cycle_years": None}, **failed)
    assert rates(unknown) == ["43", "43"]
    assert {a.path for a in pay_schedule(unknown).assumed} == {"training.entry_year"}
    fourth = known(training={"entry_year": 4, "cycle_years": 4}, **failed)
    assert rates(fourth) == ["67", "67"]
    with_extension = known(extension=extended(FAILED, date(2026, 9, 1)), **failed)
    assert rates(with_extension) == ["43", "43"]


def test_ground_unknown() -> None:
    # an extra year after a failure needs a contract before
    assert pay_schedule(known(duration_ground=None)).assumed == ()
    contract = known(duration_ground=None, previous=None)
    assumed = {a.path: a.least for a in pay_schedule(contract).assumed}
    # the year after a failure has no points of a disabled worker either
    assert assumed["duration_ground"] is Least.NO_EXTRA_YEAR


def test_disability_after_two_and_three_years() -> None:
    # 51 + 15 = 66, below the 67 of an ordinary third year
    two = prolonged(DISABLED, date(2024, 9, 1), date(2004, 9, 1))
    assert two[2:] == ["3.1 2024-09-01 66"]
    three = prolonged(DISABLED, date(2025, 9, 1), date(2004, 10, 1))
    assert three[4:] == ["4.1 2025-09-01 82", "4.2 2025-11-01 93"]


def test_disability_is_not_capped() -> None:
    adult = prolonged(DISABLED, date(2024, 9, 1), date(1990, 1, 1))
    assert adult[2:] == ["3.1 2024-09-01 115"]


def test_disability_from_the_middle_of_a_year() -> None:
    contract = aged(
        date(2004, 6, 1), START, date(2023, 12, 31), extension=extended(DISABLED, date(2023, 7, 1))
    )
    assert lines(contract) == ["1.1 2022-09-01 43", "1.2 2023-07-01 58", "2.1 2023-09-01 58"]


@pytest.mark.parametrize(
    ("concluded_on", "article"),
    [
        (date(2018, 12, 31), "R. 6222-54"),
        (date(2019, 1, 1), "R. 6222-48"),
        (date(2020, 4, 1), "R. 6222-48"),
    ],
)
def test_article_of_the_disability_year(concluded_on: date, article: str) -> None:
    contract = aged(
        date(2000, 1, 1),
        date(2020, 9, 1),
        date(2023, 8, 31),
        concluded_on=concluded_on,
        extension=extended(DISABLED, date(2022, 9, 1)),
    )
    assert article in cited(pay_schedule(contract))


def test_disability_on_a_conventional_grid() -> None:
    grid = Grid(from_18=(Decimal(50), Decimal(60), Decimal(70)))
    contract = aged(
        date(2004, 9, 1),
        START,
        date(2025, 8, 31),
        extension=extended(DISABLED, date(2024, 9, 1)),
        grid=grid,
    )
    assert rates(contract) == ["50", "60", "75"]
    statutory = LETTER.choose(disability_points_base="STATUTORY_RATE")
    assert rates(contract, statutory) == ["50", "60", "66"]


@pytest.mark.parametrize(
    ("concluded_on", "expected"), [(date(2018, 12, 31), "64"), (date(2019, 1, 1), "75")]
)
def test_the_points_bind_a_conventional_rate_since_2019(concluded_on: date, expected: str) -> None:
    # R6222-54 has no « salaire minimum qui s'impose au contrat ».
    contract = aged(
        date(2000, 6, 1),
        date(2019, 1, 2),
        date(2021, 5, 1),
        concluded_on=concluded_on,
        grid=Grid(from_18=(Decimal(50), Decimal(60), Decimal(70))),
        extension=extended(DISABLED, date(2021, 1, 2)),
    )
    assert rates(contract)[-1] == expected


@pytest.mark.parametrize("declared", [True, False])
def test_fourth_year_of_an_athlete(declared: bool) -> None:
    extension = extended(ATHLETE, date(2025, 9, 1))
    contract = known(
        apprentice={"born_on": date(2004, 10, 1), "high_level_athlete": not declared},
        concluded_on=START,
        starts_on=START,
        ends_on=date(2026, 8, 31),
        training={"cycle_years": None},
        extension=extension if declared else NO_EXTENSION,
    )
    assert rates(contract) == ["27", "43", "51", "67", "67", "78"]
    assert "R. 6222-60" in cited(pay_schedule(contract))
    assert "BEYOND_GRID" not in caveats(contract)


def test_fifth_year_of_an_athlete_is_beyond_the_grid() -> None:
    contract = known(
        apprentice={"high_level_athlete": True},
        ends_on=date(2030, 8, 31),
        training={"cycle_years": None},
    )
    assert "BEYOND_GRID" in caveats(contract)


def test_athlete_prolonged_before_the_fourth_year() -> None:
    two = prolonged(ATHLETE, date(2024, 9, 1), date(2004, 9, 1))
    assert two[2:] == ["3.1 2024-09-01 67"]


def test_licence_prolonged_keeps_the_second_year() -> None:
    licence = {"diploma": Diploma.LICENCE_PROFESSIONNELLE, "level": 6, "cycle_years": 1}
    for reason, last in ((ATHLETE, "51"), (FAILED, "51"), (DISABLED, "66")):
        got = prolonged(reason, date(2023, 9, 1), date(2003, 12, 1), training=licence)
        assert got[1] == f"2.1 2023-09-01 {last}"


def test_extension_unknown() -> None:
    (assumed,) = pay_schedule(known(extension=None)).assumed
    assert (assumed.path, assumed.least) == ("extension", Least.FIRST_YEAR)


def disabled(ends_on: date, **facts: Any) -> Any:
    """A contract of September 2025 at 18, of a disabled apprentice."""
    return aged(date(2007, 8, 31), date(2025, 9, 1), ends_on, **facts)


@pytest.mark.parametrize(
    ("ends_on", "cycle_years", "expected"),
    [
        # a CAP of one year spread over two; of two over three; four years
        (date(2027, 8, 31), 1, ["43", "58"]),
        (date(2028, 8, 31), 2, ["43", "51", "66"]),
        (date(2029, 8, 31), 3, ["43", "51", "67", "93"]),
        # up to a year more: six months
        (date(2028, 2, 29), 2, ["43", "51", "66"]),
        # nothing exceeds the cycle
        (date(2027, 8, 31), 2, ["43", "51"]),
        (date(2027, 8, 31), 3, ["43", "51"]),
    ],
)
@pytest.mark.parametrize(
    "told",
    [
        {"extension": Extension(reason=DISABLED)},
        {"duration_ground": DurationGround.DISABILITY},
        {"extension": Extension(reason=DISABLED), "duration_ground": DurationGround.DISABILITY},
    ],
)
def test_disability_agreed_at_the_signature(
    ends_on: date, cycle_years: int, expected: list[str], told: Any
) -> None:
    contract = disabled(ends_on, training={"cycle_years": cycle_years}, **told)
    assert rates(contract) == expected
    assert pay_schedule(contract).assumed == ()
    by_avenant = disabled(
        ends_on,
        training={"cycle_years": cycle_years},
        extension=extended(DISABLED, date(2025 + cycle_years, 9, 1)),
    ) if date(2025 + cycle_years, 9, 1) <= ends_on else contract  # fmt: skip
    assert lines(by_avenant) == lines(contract)


@pytest.mark.parametrize(
    ("ends_on", "expected"),
    [
        (date(2027, 8, 31), ["43", "58"]),
        (date(2028, 8, 31), ["43", "51", "66"]),
        (date(2029, 8, 31), ["43", "51", "67", "93"]),
    ],
)
def test_disability_whose_cycle_is_unknown(ends_on: date, expected: list[str]) -> None:
    # a year more at most: the last one
    contract = disabled(
        ends_on, training={"cycle_years": None}, duration_ground=DurationGround.DISABILITY
    )
    assert rates(contract) == expected
    assert [a.path for a in pay_schedule(contract).assumed] == ["training.cycle_years"]


def test_disability_with_a_year_credited() -> None:
    # the second year of a CAP, then the year more
    contract = disabled(
        date(2027, 8, 31), training={"entry_year": 2}, extension=Extension(reason=DISABLED)
    )
    assert lines(contract) == ["1.1 2025-09-01 51", "2.1 2026-09-01 66"]


@pytest.mark.parametrize(
    ("reason", "training", "expected"),
    [
        (DISABLED, {"entry_year": 2}, "66"),
        (DISABLED, {"entry_year": 1, "cycle_years": 1}, "58"),
        (DISABLED, {"entry_year": 3, "cycle_years": 3}, "82"),
        (FAILED, {"entry_year": 2}, "51"),
        (FAILED, {"entry_year": 3, "cycle_years": 3}, "67"),
        # R6222-60 pays the fourth year alone
        (ATHLETE, {"entry_year": 3, "cycle_years": 3}, "67"),
        (ATHLETE, {"entry_year": 2}, "67"),
        (ATHLETE, {"entry_year": 1, "cycle_years": 1}, "51"),
    ],
)
def test_the_whole_contract_is_the_year_elsewhere(
    reason: ExtensionReason, training: Any, expected: str
) -> None:
    contract = disabled(
        date(2026, 8, 31), training=training, extension=extended(reason, date(2025, 9, 1))
    )
    assert lines(contract) == [f"1.1 2025-09-01 {expected}"]
    fourth = reason is ATHLETE and training["entry_year"] == 3
    assert ("R. 6222-60" in cited(pay_schedule(contract))) is fourth
    by_cycle = evolve(contract, training=evolve(contract.training, entry_year=None))
    assert [a.path for a in pay_schedule(by_cycle).assumed] == ["training.entry_year"]
    assert lines(by_cycle) == lines(contract)


def test_one_fact_one_rate_after_a_failure() -> None:
    by_extension = known(extension=extended(FAILED, date(2025, 9, 1)))
    by_ground = known(duration_ground=DurationGround.FAILED_EXAM)
    assert lines(by_extension) == lines(by_ground)


@pytest.mark.parametrize(
    ("cycle_years", "expected", "missing"),
    [(2, ["43", "51", "51"], []), (None, ["43", "51", "67"], ["extension.starts_on"])],
)
def test_a_failure_without_its_day(
    cycle_years: int | None, expected: list[str], missing: list[str]
) -> None:
    contract = disabled(
        date(2028, 8, 31),
        training={"cycle_years": cycle_years},
        extension=Extension(reason=FAILED),
    )
    assert rates(contract) == expected
    assert [a.path for a in pay_schedule(contract).assumed] == missing


def test_an_athlete_without_a_day() -> None:
    by_ground = {"duration_ground": DurationGround.ATHLETE}
    by_extension = {"extension": Extension(reason=ATHLETE)}
    for told in (by_ground, by_extension):
        contract = disabled(date(2029, 8, 31), training={"cycle_years": 3}, **told)
        # 21 on the eve of the fourth year
        assert rates(contract) == ["43", "51", "67", "78"]
        schedule = pay_schedule(contract)
        articles = [{s.reference for s in line.sources} for line in schedule]
        sixty = "art. R. 6222-60 du code du travail"
        assert [sixty in each for each in articles] == [False] * 3 + [True]
        assert "LONGER_THAN_CYCLE" not in caveats(contract)


@pytest.mark.parametrize(
    ("concluded_on", "beyond"),
    [(date(2016, 12, 14), True), (date(2016, 12, 15), False), (date(2016, 12, 16), False)],
)
def test_the_athlete_has_a_text_since_2016_12_15(concluded_on: date, beyond: bool) -> None:
    contract = aged(
        date(1999, 1, 1),
        date(2017, 1, 2),
        date(2021, 1, 1),
        concluded_on=concluded_on,
        training={"cycle_years": 3},
        extension=Extension(reason=ATHLETE),
    )
    assert ("BEYOND_GRID" in caveats(contract)) is beyond
    assert ("R. 6222-60" in cited(pay_schedule(contract))) is not beyond


def test_reserves_of_the_disability_year() -> None:
    adult = aged(
        date(1990, 1, 1), START, date(2025, 8, 31), extension=extended(DISABLED, date(2024, 9, 1))
    )
    assert caveats(adult) == {"DISABILITY_POINTS_ABOVE_100"}


@pytest.mark.parametrize(
    ("concluded_on", "reading", "expected"),
    [
        # R6222-54: « majoration uniforme de quinze points aux pourcentages »,
        # 49 + 15 against a floor of 61.
        (date(2018, 12, 31), "BINDING_RATE", "64"),
        (date(2018, 12, 31), "STATUTORY_RATE", "64"),
        # R6222-48: « au salaire minimum qui s'impose au contrat », 61 + 15.
        (date(2019, 1, 1), "BINDING_RATE", "76"),
        # 51 + 15 against a floor of 61
        (date(2019, 1, 1), "STATUTORY_RATE", "66"),
        (date(2024, 9, 1), "BINDING_RATE", "76"),
        (date(2024, 9, 1), "STATUTORY_RATE", "66"),
    ],
)
def test_the_points_bind_a_floor_of_succession_since_2019(
    concluded_on: date, reading: str, expected: str
) -> None:
    starts_on = date(max(2019, concluded_on.year), 9, 2)
    contract = aged(
        starts_on.replace(year=starts_on.year - 18),
        starts_on,
        starts_on.replace(year=starts_on.year + 2, month=12),
        concluded_on=concluded_on,
        extension=extended(DISABLED, starts_on.replace(year=starts_on.year + 2)),
        previous=(LAST,),
    )
    readings = LETTER.choose(disability_points_base=reading)
    assert rates(contract, readings) == ["61", "61", expected]


def test_a_floor_raised_above_the_smic_is_told() -> None:
    contract = aged(
        date(2004, 8, 31),
        START,
        date(2025, 8, 31),
        extension=extended(DISABLED, date(2024, 9, 1)),
        previous=(evolve(LAST, last_rate=Decimal(90)),),
    )
    assert rates(contract) == ["90", "90", "105"]
    assert caveats(contract) == {"DISABILITY_POINTS_ABOVE_100"}
    articles = {s.reference for s in pay_schedule(contract)[-1].sources}
    assert articles == {
        "art. D. 6222-29 du code du travail",
        "art. R. 6222-47 du code du travail",
        "art. R. 6222-48 du code du travail",
    }
