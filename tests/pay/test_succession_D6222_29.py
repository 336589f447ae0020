"""A previous contract guarantees a pay (D6222-29).

Same employer: « au moins égale à celle qu'il percevait lors de la dernière
année d'exécution du contrat précédent lorsque ce dernier a conduit à
l'obtention du titre ou du diplôme ainsi préparé ». Another one: « à celle à
laquelle il pouvait prétendre ». Before 2019 without the diploma.
"""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from apprentissage.facts import NO_SMC, Grid, PayBase, PreviousCycle, RateKind, Route, RuptureCause
from apprentissage.pay import PayReason, pay_schedule, succession_floor
from apprentissage.pay.grids import Least
from apprentissage.pay.minimum_pay import MINIMUM_PAY
from tests.pay.sample import LAST, aged, caveats, cited, known, lines, rates, written

SINCE_2019 = date(2019, 1, 1)
OLD = date(2018, 12, 31)


def floor(day: date = SINCE_2019, **facts: Any) -> Decimal | None:
    return succession_floor(evolve(LAST, **facts), concluded_on=day)


def test_floor_then_the_better_grid() -> None:
    contract = known(previous=(LAST,), ends_on=date(2028, 8, 31))
    assert rates(contract) == ["61", "61", "67", "78"]
    first = pay_schedule(contract)[0]
    assert first.reasons == (PayReason.FLOOR,)
    assert "D. 6222-29" in cited(pay_schedule(contract))


@pytest.mark.parametrize(
    ("day", "obtained", "expected"),
    [
        (OLD, False, Decimal(61)),
        (OLD, None, Decimal(61)),
        (SINCE_2019, False, None),
        (SINCE_2019, None, None),
        (SINCE_2019, True, Decimal(61)),
        (date(2019, 1, 2), False, None),
    ],
)
def test_diploma_needed_since_2019(
    day: date, obtained: bool | None, expected: Decimal | None
) -> None:
    level = {True: 3, False: 0, None: None}[obtained]
    assert floor(day, diploma_obtained=obtained, level=level) == expected


@pytest.mark.parametrize(("level", "expected"), [(0, None), (3, Decimal(61))])
def test_the_level_obtained_tells_the_diploma(level: int, expected: Decimal | None) -> None:
    assert floor(diploma_obtained=None, level=level) == expected
    contract = known(previous=(evolve(LAST, diploma_obtained=None, level=level),))
    assert pay_schedule(contract).assumed == ()


CLAIMABLE, PAID = RateKind.CLAIMABLE, RateKind.PAID


@pytest.mark.parametrize(
    ("same_employer", "same_branch", "kind", "statutory", "expected"),
    [
        # same employer: what was paid
        (True, False, PAID, 51, 61),
        (True, None, None, None, 61),
        # another one: what was claimable
        (False, False, CLAIMABLE, 51, 61),
        (False, False, PAID, 51, 51),
        (False, None, PAID, 51, 51),
        (None, None, PAID, 51, 51),
        (False, True, PAID, 51, 61),
        (False, False, None, 51, 51),
        (False, False, PAID, None, 61),
    ],
)
def test_paid_or_claimable(
    same_employer: bool | None,
    same_branch: bool | None,
    kind: RateKind | None,
    statutory: int | None,
    expected: int,
) -> None:
    got = floor(
        same_employer=same_employer,
        same_branch=same_branch,
        last_rate_kind=kind,
        last_statutory_rate=statutory and Decimal(statutory),
    )
    assert got == Decimal(expected)


def test_rate_unknown() -> None:
    assert floor(last_rate=None) == Decimal(51)
    assert floor(last_rate=None, last_statutory_rate=None) is None


@pytest.mark.parametrize(
    ("facts", "path", "least"),
    [
        ({"diploma_obtained": None, "level": None}, "diploma_obtained", Least.AS_TAKEN),
        ({"last_rate": None, "last_statutory_rate": None}, "last_rate", Least.AS_TAKEN),
        ({"last_rate": None}, "last_rate", Least.NO_FLOOR),
        ({"route": None}, "route", Least.NO_FLOOR),
        ({"same_employer": None, "last_rate_kind": CLAIMABLE}, "same_employer", Least.NO_FLOOR),
    ],
)
def test_one_fact_unknown(facts: Any, path: str, least: Least) -> None:
    contract = known(previous=(evolve(LAST, **facts),))
    (assumed,) = pay_schedule(contract).assumed
    assert (assumed.path, assumed.least) == (f"previous[0].{path}", least)


def test_all_facts_of_another_employer_unknown() -> None:
    contract = known(
        previous=(PreviousCycle(diploma_obtained=True, level=4, last_rate=Decimal(60)),)
    )
    assert {a.path for a in pay_schedule(contract).assumed} == {
        f"previous[0].{name}"
        for name in (
            "route",
            "same_employer",
            "last_rate_kind",
            "same_branch",
            "last_statutory_rate",
        )
    }


def test_a_school_gives_no_floor() -> None:
    school = evolve(LAST, route=Route.SCHOOL)
    assert rates(known(previous=(school,))) == ["43", "51"]


def test_the_last_contract_alone() -> None:
    earlier = evolve(LAST, ended_on=date(2022, 8, 31), last_rate=Decimal(70))
    for previous in ((earlier, LAST), (LAST, earlier)):
        assert rates(known(previous=previous)) == ["61", "61"]
    broken = evolve(LAST, ended_on=None, ruptured_on=date(2024, 9, 1), last_rate=Decimal(65))
    assert rates(known(previous=(LAST, broken))) == ["65", "65"]
    undated = evolve(LAST, ended_on=None, last_rate=Decimal(65))
    contract = known(previous=(LAST, undated))
    assert rates(contract) == ["65", "65"]
    (assumed,) = pay_schedule(contract).assumed
    assert assumed.path == "previous[1].ended_on"
    undated = evolve(undated, rupture_cause=RuptureCause.RESIGNATION)
    (assumed,) = pay_schedule(known(previous=(undated, LAST))).assumed
    assert assumed.path == "previous[0].ruptured_on"


@pytest.mark.parametrize(("days", "told"), [(-1, False), (0, True), (1, False)])
def test_two_contracts_that_ended_on_one_day_are_told(days: int, told: bool) -> None:
    other = evolve(LAST, ended_on=date(2024, 8, 31) + timedelta(days), last_rate=Decimal(70))
    # of two, « le contrat précédent » is the last; of one day the first listed is taken
    expected = {-1: ["61", "61"], 0: ["61", "61"], 1: ["70", "70"]}[days]
    contract = known(previous=(LAST, other))
    assert rates(contract) == expected
    assert ("LAST_TOGETHER" in caveats(contract)) is told
    found = MINIMUM_PAY.find(evolve(contract, declared_pay=written(contract)))
    assert ("LAST_TOGETHER" in {caveat.name for caveat in found.caveats}) is told
    # one followed at school ends with no contract
    school = known(previous=(LAST, evolve(other, route=Route.SCHOOL)))
    assert "LAST_TOGETHER" not in caveats(school)


def test_nothing_is_told_of_contracts_without_an_end() -> None:
    undated = evolve(LAST, ended_on=None)
    for previous in ((), (LAST,), (LAST, undated), (undated, undated), None):
        assert "LAST_TOGETHER" not in caveats(known(previous=previous))


def test_previous_unknown() -> None:
    (assumed,) = pay_schedule(known(previous=None)).assumed
    assert (assumed.path, assumed.least) == ("previous", Least.AS_TAKEN)


@pytest.mark.parametrize(
    ("smc", "expected"),
    [
        # 61 % of 1801.80 is 1099.098; 53 % is 1099.0928, then 1099.0981
        ("2073.76", "1.1 2025-09-01 61"),
        ("2073.77", "1.1 2025-09-01 53 SMC"),
    ],
)
def test_compared_in_euros(smc: str, expected: str) -> None:
    contract = aged(
        date(2003, 1, 1),
        date(2025, 9, 1),
        date(2026, 8, 31),
        smc_monthly=Decimal(smc),
        previous=(LAST,),
    )
    assert lines(contract) == [expected]


def test_amounts_compare_in_euros_of_the_period() -> None:
    # From January 61 % of a higher SMIC beats 53 % of the same SMC.
    contract = aged(
        date(2003, 1, 1),
        date(2025, 9, 1),
        date(2026, 8, 31),
        smc_monthly=Decimal("2080.00"),
        previous=(LAST,),
    )
    amounts = pay_schedule(contract).amounts()
    assert [(str(a.rate), a.base.value) for a in amounts] == [
        ("53", "SMC"),
        ("61", "SMIC"),
        ("61", "SMIC"),
    ]


def test_a_reserve_on_the_conventional_rate() -> None:
    elsewhere = evolve(LAST, same_employer=False, same_branch=False)
    assert "CONVENTIONAL_FLOOR" in caveats(known(previous=(elsewhere,)))
    assert "CONVENTIONAL_FLOOR" not in caveats(known(previous=(LAST,)))
    same = evolve(elsewhere, last_statutory_rate=Decimal(61))
    assert "CONVENTIONAL_FLOOR" not in caveats(known(previous=(same,)))
    before = aged(date(1999, 1, 1), date(2018, 9, 3), date(2020, 8, 31), previous=(elsewhere,))
    assert "CONVENTIONAL_FLOOR" not in caveats(before)


@pytest.mark.parametrize(
    ("concluded_on", "article"),
    [
        (date(2018, 12, 31), "D. 6222-31"),
        (date(2018, 12, 31), "D. 6222-32"),
        (date(2019, 1, 1), "D. 6222-29"),
        (date(2020, 4, 1), "D. 6222-29"),
    ],
)
def test_number_of_the_article(concluded_on: date, article: str) -> None:
    contract = aged(
        date(2001, 1, 1),
        date(2020, 9, 1),
        date(2021, 8, 31),
        concluded_on=concluded_on,
        previous=(LAST,),
    )
    assert article in cited(pay_schedule(contract))


def test_the_fifteen_points_are_compared_never_added() -> None:
    # circulaire 2007-04: 70 = 55 + 15 is what the last year already gave
    for day in (OLD, SINCE_2019):
        assert str(succession_floor(LAST, concluded_on=day)) == "61"


SMC_PAID = evolve(LAST, last_rate_base=PayBase.SMC)


@pytest.mark.parametrize(
    ("base", "smc", "expected"),
    [
        # 61 % of the SMC of 2200 is 1342.00, 53 % of it 1166.00
        (PayBase.SMC, "2200.00", ["61 SMC", "61 SMC"]),
        (PayBase.STATUTORY, "2200.00", ["61 SMC", "61 SMC"]),
        (PayBase.STATUTORY, "1700.00", ["61", "61"]),
        (PayBase.SMIC, "2200.00", ["53 SMC", "61 SMC"]),
    ],
)
def test_a_last_pay_on_the_smc(base: PayBase, smc: str, expected: list[str]) -> None:
    contract = aged(
        date(2003, 1, 1),
        date(2025, 9, 1),
        date(2027, 8, 31),
        smc_monthly=Decimal(smc),
        previous=(evolve(LAST, last_rate_base=base),),
    )
    assert [each.split(" ", 2)[2] for each in lines(contract)] == expected
    on_smic = base is PayBase.SMIC
    assert ("FLOOR_ON_SMC" in caveats(contract)) is not on_smic


def test_a_last_pay_on_an_unknown_smc() -> None:
    contract = known(previous=(SMC_PAID,), smc_monthly=None)
    assert rates(contract) == ["61", "61"]
    assert {a.path for a in pay_schedule(contract).assumed} == {"smc_monthly"}
    none = known(previous=(SMC_PAID,), smc_monthly=NO_SMC)
    assert rates(none) == ["61", "61"]
    assert pay_schedule(none).assumed == ()


BUILDING = Grid(from_18=(Decimal(50), Decimal(60), Decimal(70)), keeps_last_pay=True)
FAILED = evolve(LAST, diploma_obtained=False, level=0, last_rate=Decimal(60))


@pytest.mark.parametrize(
    ("grid", "previous", "expected"),
    [
        # FFB: CAP failed with the same employer, paid 60
        (BUILDING, FAILED, ["60", "60"]),
        (BUILDING, evolve(FAILED, same_employer=False), ["60", "60"]),
        (BUILDING, evolve(FAILED, same_employer=False, same_branch=False),
         ["50", "60"]),
        (evolve(BUILDING, keeps_last_pay=False), FAILED, ["50", "60"]),
    ],
)  # fmt: skip
def test_a_branch_that_keeps_the_pay(
    grid: Grid, previous: PreviousCycle, expected: list[str]
) -> None:
    contract = known(grid=grid, previous=(previous,))
    assert rates(contract) == expected
    kept = PayReason.BRANCH_FLOOR in pay_schedule(contract)[0].reasons
    assert kept is (expected[0] == "60")


def test_a_branch_that_may_keep_the_pay() -> None:
    elsewhere = evolve(FAILED, same_employer=False, same_branch=None)
    contract = known(grid=BUILDING, previous=(elsewhere,))
    assert rates(contract) == ["50", "60"]
    paths = {a.path for a in pay_schedule(contract).assumed}
    assert paths == {"previous[0].same_branch"}
