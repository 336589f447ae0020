"""The years of the cycle already covered count (D6222-28-1, D6222-32).

« comme ayant accompli une durée d'apprentissage égale à ce cycle de
formation ». A licence professionnelle in one year: « celle fixée pour la
deuxième année d'exécution du contrat ».
"""

from datetime import date

import pytest
from attrs import evolve

from apprentissage.facts import Diploma
from apprentissage.law.readings import LETTER
from apprentissage.rules.pay import pay_schedule
from apprentissage.rules.pay.assumptions import Least
from tests.rules.pay.sample import LAST, aged, caveats, cited, known, rates

FIRST_YEAR_RATE = LETTER.choose(year_elsewhere="FIRST_YEAR_RATE")
LICENCE = {
    "diploma": Diploma.LICENCE_PROFESSIONNELLE,
    "level": 6,
    "cycle_years": 1,
}
PAST = evolve(LAST, last_rate=None, last_statutory_rate=None)
ELSEWHERE = evolve(LAST, same_employer=False, diploma_obtained=False)


@pytest.mark.parametrize(
    ("entry_year", "expected"),
    [(1, ["43", "51"]), (2, ["51", "67"]), (3, ["67", "67"])],
)
def test_credit(entry_year: int, expected: list[str]) -> None:
    contract = known(
        training={"entry_year": entry_year, "cycle_years": 4},
    )
    assert rates(contract) == expected
    assert ("BEYOND_GRID" in caveats(contract)) is (entry_year == 3)


@pytest.mark.parametrize(
    ("concluded_on", "article", "reserved"),
    [
        (date(2020, 3, 31), "D. 6222-30", True),
        (date(2020, 4, 1), "D. 6222-28-1", False),
    ],
)
def test_number_of_the_article(
    concluded_on: date, article: str, reserved: bool
) -> None:
    contract = aged(
        date(2000, 1, 1),
        date(2020, 9, 1),
        date(2021, 8, 31),
        concluded_on=concluded_on,
        training={"entry_year": 2},
    )
    assert article in cited(pay_schedule(contract))
    assert ("SECONDARY_SOURCES" in caveats(contract)) is reserved


@pytest.mark.parametrize(
    ("previous", "refused"),
    [
        ((ELSEWHERE,), True),
        ((), False),
        ((evolve(ELSEWHERE, same_employer=True),), False),
        ((evolve(ELSEWHERE, diploma_obtained=True, last_rate=None,
                 last_statutory_rate=None),), False),
    ],
)  # fmt: skip
def test_a_year_elsewhere(previous: tuple[object, ...], refused: bool) -> None:
    contract = known(training={"entry_year": 2}, previous=previous)
    assert rates(contract) == ["51", "67"]
    other = rates(contract, FIRST_YEAR_RATE)
    assert other == (["43", "51"] if refused else ["51", "67"])


@pytest.mark.parametrize(
    ("previous", "path"),
    [
        (None, "previous"),
        (
            (evolve(ELSEWHERE, same_employer=None),),
            "previous[0].same_employer",
        ),
        (
            (evolve(ELSEWHERE, diploma_obtained=None),),
            "previous[0].diploma_obtained",
        ),
        # which of both came last is unknown
        ((evolve(PAST, ended_on=None), PAST), "previous[0].ended_on"),
    ],
)  # fmt: skip
def test_a_year_perhaps_elsewhere(
    previous: tuple[object, ...] | None, path: str
) -> None:
    contract = known(training={"entry_year": 2}, previous=previous)
    assert rates(contract, FIRST_YEAR_RATE) == ["51", "67"]
    assumed = pay_schedule(contract, FIRST_YEAR_RATE).assumed
    leasts = {a.least for a in assumed if a.path == path}
    assert Least.EXECUTION_YEAR in leasts


def test_entry_year_unknown() -> None:
    contract = known(training={"entry_year": None})
    assert rates(contract) == ["43", "51"]
    paths = {a.path for a in pay_schedule(contract).assumed}
    assert paths == {"training.entry_year"}


@pytest.mark.parametrize(
    ("days_late", "reserved"), [(29, False), (30, True), (31, True)]
)
def test_months_elapsed_before_the_contract(
    days_late: int, reserved: bool
) -> None:
    # 2 August + a month = 2 September: thirty days before 1 September.
    cycle = date.fromordinal(date(2025, 9, 1).toordinal() - days_late - 1)
    contract = known(training={"cycle_starts_on": cycle})
    assert ("MONTHS_OF_CREDIT" in caveats(contract)) is reserved


@pytest.mark.parametrize(
    ("training", "expected"),
    [
        (LICENCE, ["51", "51"]),
        ({**LICENCE, "level": None}, ["51", "51"]),
        ({**LICENCE, "cycle_years": None}, ["51", "51"]),
        ({**LICENCE, "entry_year": None}, ["51", "51"]),
        ({**LICENCE, "cycle_years": 2}, ["43", "51"]),
        ({**LICENCE, "cycle_years": 3, "entry_year": 3}, ["67", "67"]),
        ({**LICENCE, "diploma": Diploma.LICENCE_GENERALE}, ["43", "51"]),
        ({**LICENCE, "diploma": None}, ["43", "51"]),
        ({**LICENCE, "level": 5}, ["43", "51"]),
    ],
)
def test_licence_professionnelle(
    training: dict[str, object], expected: list[str]
) -> None:
    contract = known(training=training)
    assert rates(contract) == expected
    unknown = {f"training.{n}" for n, v in training.items() if v is None}
    paths = {a.path for a in pay_schedule(contract).assumed}
    assert paths == unknown


def test_licence_professionnelle_cites_its_article() -> None:
    assert "D. 6222-32" in cited(pay_schedule(known(training=LICENCE)))
    bracket = aged(
        date(2005, 1, 10),
        date(2025, 9, 1),
        date(2026, 8, 31),
        training=LICENCE,
    )
    assert rates(bracket) == ["51", "61"]
