"""The points of a public employer (D6272-2).

Until 26 April 2020 uniformly 10 points for a diploma of level 4 and 20 for
level 5. Since 27 April 2020 (décret n° 2020-478, « uniquement aux contrats
conclus à compter de l'entrée en vigueur du décret ») 10 or 20 if the employer
adds them.
"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from apprentissage.facts import EmployerType
from apprentissage.pay import PayReason, pay_schedule
from apprentissage.pay.grids import Least
from tests.pay.sample import LAST, aged, caveats, known, rates

PUBLIC = {"type": EmployerType.COMMUNE}


def public(concluded_on: date, level: int | None, points: int | None) -> Any:
    return aged(
        date(2001, 1, 1),
        date(2020, 5, 4),
        date(2021, 5, 3),
        concluded_on=concluded_on,
        employer=PUBLIC,
        training={"level": level},
        public_points=points,
    )


@pytest.mark.parametrize(
    ("concluded_on", "level", "points", "expected"),
    [
        (date(2020, 4, 26), 3, None, "43"),
        (date(2020, 4, 26), 4, None, "53"),
        (date(2020, 4, 26), 4, 0, "53"),
        (date(2020, 4, 26), 5, None, "63"),
        (date(2020, 4, 26), 5, 10, "63"),
        (date(2020, 4, 26), 6, None, "43"),
        (date(2020, 4, 26), 7, 20, "63"),
        (date(2020, 4, 27), 4, None, "43"),
        (date(2020, 4, 27), 5, None, "43"),
        (date(2020, 4, 27), 5, 20, "63"),
        (date(2020, 4, 27), 3, 10, "53"),
        (date(2020, 4, 28), 3, 20, "63"),
    ],
)
def test_points(concluded_on: date, level: int, points: int | None, expected: str) -> None:
    contract = public(concluded_on, level, points)
    assert rates(contract) == [expected]
    assert caveats(contract) <= {"PUBLIC_POINTS_UNUSUAL"}


@pytest.mark.parametrize(
    ("concluded_on", "reserved"),
    [(date(2017, 2, 18), True), (date(2017, 2, 19), False), (date(2017, 2, 20), False)],
)
def test_the_rules_of_1993_are_unread(concluded_on: date, reserved: bool) -> None:
    contract = public(concluded_on, 4, 0)
    assert rates(contract) == ["51"]
    assert ("PUBLIC_POINTS_BEFORE_2017" in caveats(contract)) is reserved


@pytest.mark.parametrize(
    ("concluded_on", "expected"),
    [
        (date(2017, 2, 18), "65"),
        (date(2017, 2, 19), "51"),
        (date(2018, 12, 31), "51"),
        (date(2019, 1, 1), "65"),
    ],
)
def test_no_floor_in_2017_and_2018(concluded_on: date, expected: str) -> None:
    # D6272-1 lists neither D6222-31 nor D6222-32 up to 2018.
    last = evolve(LAST, last_rate=Decimal(65))
    contract = evolve(public(concluded_on, 4, 0), previous=(last,))
    assert rates(contract) == [expected]
    assumed = evolve(contract, employer=evolve(contract.employer, type=None))
    at_stake = {a.least for a in pay_schedule(assumed).assumed if a.path == "employer.type"}
    assert (Least.NO_FLOOR in at_stake) is (expected == "51")


def test_points_beyond_those_of_the_level() -> None:
    def told(level: int) -> set[str]:
        taken = pay_schedule(public(date(2020, 4, 26), level, None)).assumed
        return {a.sentence for a in taken}

    assert told(5) == {"aucun point n'est retenu au-delà de ceux du niveau"}
    assert told(6) == {"l'employeur public n'est pas réputé ajouter de points"}


@pytest.mark.parametrize(
    ("code", "expected"), [("16", "43"), ("21", "53"), ("29", "53"), ("30", "43")]
)
def test_types_21_to_29(code: str, expected: str) -> None:
    contract = known(employer={"type": EmployerType(code)}, public_points=10)
    assert rates(contract)[0] == expected


@pytest.mark.parametrize(
    ("points", "expected", "least"),
    [(None, "43", Least.SMIC_ALONE), (0, "43", Least.SMIC_ALONE), (10, "53", Least.NO_POINTS)],
)
def test_type_unknown(points: int | None, expected: str, least: Least) -> None:
    contract = known(employer={"type": None}, public_points=points)
    assert rates(contract)[0] == expected
    (assumed,) = pay_schedule(contract).assumed
    assert (assumed.path, assumed.least) == ("employer.type", least)


def test_type_unknown_without_smc_can_only_raise() -> None:
    contract = known(employer={"type": None}, smc_monthly=None)
    (assumed,) = pay_schedule(contract).assumed
    assert (assumed.path, assumed.least) == ("employer.type", Least.AS_TAKEN)


def test_points_or_level_unknown() -> None:
    def paths(contract: Any) -> set[str]:
        return {a.path for a in pay_schedule(contract).assumed}

    assert paths(public(date(2020, 4, 26), None, None)) == {"training.level", "public_points"}
    assert paths(public(date(2020, 4, 27), None, None)) == {"public_points"}
    assert paths(public(date(2020, 4, 27), None, 0)) == set()


@pytest.mark.parametrize(
    ("concluded_on", "level", "points", "unusual"),
    [
        (date(2020, 4, 27), 3, 15, True),
        (date(2020, 4, 27), 3, 10, False),
        (date(2020, 4, 27), 3, 0, False),
        (date(2020, 4, 26), 4, 10, False),
        (date(2020, 4, 26), 6, 10, True),
        (date(2020, 4, 26), 6, 20, False),
        # 20 points are due at level 5, possible at 6 and 7, not at 3 or 4
        (date(2020, 4, 26), 3, 20, True),
        (date(2020, 4, 26), 4, 20, True),
        (date(2020, 4, 26), 5, 20, False),
        (date(2020, 4, 26), None, 20, False),
        (date(2020, 4, 27), 3, 20, False),
    ],
)
def test_points_that_no_text_knows(
    concluded_on: date, level: int | None, points: int, unusual: bool
) -> None:
    got = caveats(public(concluded_on, level, points))
    assert ("PUBLIC_POINTS_UNUSUAL" in got) is unusual


def test_points_of_a_private_employer_are_none() -> None:
    contract = known(public_points=20)
    assert rates(contract) == ["43", "51"]
    assert caveats(contract) == set()


def test_above_100_with_a_reserve() -> None:
    contract = aged(
        date(1990, 1, 1), date(2025, 9, 1), date(2026, 8, 31), employer=PUBLIC, public_points=20
    )
    assert rates(contract) == ["120"]
    assert "PUBLIC_POINTS_ABOVE_100" in caveats(contract)
    assert PayReason.PUBLIC_POINTS in pay_schedule(contract)[0].reasons
