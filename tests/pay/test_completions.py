"""An unknown fact of few values is waited for only where it turns the pay due."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from apprentissage.errors import InvalidValue, NotCovered
from apprentissage.facts import (
    Contract,
    DeclaredPayLine,
    Diploma,
    DurationGround,
    EmployerType,
    PayBase,
    Territory,
)
from apprentissage.facts.changing import changed
from apprentissage.judging import Outcome
from apprentissage.law.readings import Readings
from apprentissage.months import same_day
from apprentissage.pay import Payslip, ProRata, audit_pay, check_declared_pay, pay_schedule
from apprentissage.pay._completions import (
    CYCLE_STARTS_ON,
    CYCLE_YEARS,
    VALUES,
    Completions,
    values_of,
)
from apprentissage.pay.cycle import cycle_told_twice
from tests.pay.drawn import FEWER, known_contracts, pay_contracts, pay_readings
from tests.pay.sample import LAST, known
from tests.sample import NO, OPEN, YES

ALL: dict[str, Iterable[Any]] = {
    **VALUES,
    "employer.type": EmployerType,
    "employer.territory": Territory,
    "training.diploma": Diploma,
    "training.entry_year": range(1, 101),
    "training.cycle_years": range(1, 101),
    "previous.cycle_years": range(1, 101),
}
"""Every value of each fact: of these one stands for several."""


_OF_CYCLE = {CYCLE_YEARS, CYCLE_STARTS_ON, "training.entry_year"}


def every(path: str, contract: Contract) -> Iterable[Any]:
    if path == CYCLE_STARTS_ON:
        # the days about some months before the contract, one after, four years
        gone = (-1, 0, 1, 2, 7, 11, 12, 13, 23, 24, 25, 26, 36, 48)
        months = [same_day(contract.starts_on, -each) for each in gone]
        return [day + timedelta(off) for day in months for off in (-1, 0, 1)]
    return ALL[re.sub(r"\[\d+\]", "", path)]


def listed(contract: Contract) -> Iterator[str]:
    """The paths of the facts of a contract whose values are listed."""
    ranks = range(len(contract.previous or ()))
    for name in (*VALUES, CYCLE_YEARS, CYCLE_STARTS_ON):
        holder, _, fact = name.rpartition(".")
        if holder == "previous":
            yield from (f"previous[{rank}].{fact}" for rank in ranks)
        else:
            yield name


def completed(contract: Contract, path: str, values: Iterable[Any]) -> Iterator[Contract]:
    """The contract with each of the values that contradict nothing told."""
    for value in values:
        try:
            told = changed(contract, {path: value})
        except InvalidValue:
            continue
        if path not in _OF_CYCLE or not cycle_told_twice(told):
            yield told


def denied(contract: Contract) -> bool:
    """Whether what else is told excludes the ground of the duration."""
    apprentice = contract.apprentice
    match contract.duration_ground:
        case DurationGround.DISABILITY:
            return apprentice.rqth is False
        case DurationGround.ATHLETE:
            return apprentice.high_level_athlete is False
        case DurationGround.FAILED_EXAM:
            return contract.previous == ()
    return "GROUND_TOLD_TWICE" in {each.name for each in pay_schedule(contract).caveats}


def asked(contract: Contract, readings: Readings) -> tuple[Any, ...] | None:
    """All that the minimum is worked out of."""
    try:
        schedule = pay_schedule(contract, readings)
    except NotCovered:
        return None
    return (
        schedule.written,
        tuple(schedule.monthly(line) for line in schedule),
        frozenset(each.path for each in schedule.assumed),
    )


@FEWER
@given(st.data(), pay_contracts(), pay_readings())
def test_each_value_has_one_that_stands_for_it(
    data: st.DataObject, contract: Contract, readings: Readings
) -> None:
    path = data.draw(st.sampled_from([*listed(contract)]))
    stand = {
        asked(each, readings) for each in completed(contract, path, values_of(path, contract))
    }
    for each in completed(contract, path, every(path, contract)):
        assert asked(each, readings) in stand, path


@FEWER
@given(
    st.data(),
    known_contracts(),
    pay_readings(),
    st.sampled_from([-40, -16, -5, 0, 0, 5, 16, 40]),
    st.sampled_from(PayBase),
)
def test_a_fact_of_few_values_is_missed_where_one_turns_the_outcome(
    data: st.DataObject, contract: Contract, readings: Readings, change: int, base: PayBase
) -> None:
    path = data.draw(st.sampled_from([*listed(contract)]))
    lines = tuple(
        DeclaredPayLine(
            starts_on=each.starts_on,
            ends_on=each.ends_on,
            rate=max(each.rate + change, Decimal(0)),
            base=data.draw(st.sampled_from([each.base, base])),
        )
        for each in pay_schedule(contract, readings)
    )
    contract = evolve(contract, declared_pay=lines)
    try:
        told = [
            check_declared_pay(each, readings)
            for each in completed(contract, path, every(path, contract))
            if path != "duration_ground" or not denied(each)
        ]
    except NotCovered:
        assume(False)
    assume(told)
    found = check_declared_pay(changed(contract, {path: None}), readings)
    for rank, part in enumerate(found.parts):
        outcomes = {each.parts[rank].outcome for each in told}
        if OPEN not in outcomes:  # a completion may wait for facts of its own
            assert part.outcome is (outcomes.pop() if len(outcomes) == 1 else OPEN)
            assert part.missing == ((path,) if part.outcome is OPEN else ())


@FEWER
@given(st.data(), known_contracts(), pay_readings(), st.sampled_from(ProRata))
def test_a_month_waits_for_a_fact_of_few_values_where_one_turns_what_lacks(
    data: st.DataObject, contract: Contract, readings: Readings, method: ProRata
) -> None:
    path = data.draw(st.sampled_from([*listed(contract)]))
    how: dict[str, Any] = {"method": method, "readings": readings}
    if method is ProRata.HOURS:
        how["week"] = (7, 7, 7, 7, 7, 0, 0)
    months = pay_schedule(contract, readings).months(method=method, week=how.get("week"))
    month = data.draw(st.sampled_from(months))
    off = data.draw(st.sampled_from([-30_000, -5_000, -100, -2, -1, 0, 2, 5_000, 30_000]))
    slip = Payslip(
        year=month.year,
        month=month.month,
        gross=max(month.due + Decimal(off) / 100, Decimal(0)),
    )
    try:
        told = [
            audit_pay(each, [slip], **how)[0]
            for each in completed(contract, path, every(path, contract))
            if path != "duration_ground" or not denied(each)
        ]
    except NotCovered:
        assume(False)
    assume(told and not any(each.missing for each in told))
    (found,) = audit_pay(changed(contract, {path: None}), [slip], **how)
    lacking = {each.arrears for each in told}
    assert found.missing == ((path,) if len(lacking) > 1 else ())
    assert found.arrears == min(lacking)
    assert found.arrears + found.waiting in lacking
    outcomes = {each.outcome for each in told}
    assert found.outcome is (outcomes.pop() if len(outcomes) == 1 else OPEN)


def paid(rate: int | str, **facts: Any) -> Contract:
    """The same rate for both years."""
    contract = known(smc_monthly=Decimal(1900), **facts)
    years = (contract.starts_on, date(2026, 8, 31)), (date(2026, 9, 1), contract.ends_on)
    lines = [
        DeclaredPayLine(starts_on=first, ends_on=last, rate=Decimal(rate)) for first, last in years
    ]
    return evolve(contract, declared_pay=tuple(lines))


def told(contract: Contract) -> tuple[list[Outcome], tuple[str, ...]]:
    found = check_declared_pay(contract)
    return [part.outcome for part in found.parts], found.missing


def test_an_employer_whose_kind_changes_nothing_is_not_asked_for() -> None:
    # D6222-26: before 21 the SMC is no base, so that without points a public
    # employer pays as others do
    nobody = {"type": None}
    assert told(paid(51, employer=nobody, public_points=0)) == ([YES, YES], ())
    # with 20 of D6272-2 he pays 63 % and 71 %, another one 43 % and 51 %
    points = {"employer": nobody, "public_points": 20}
    assert told(paid(51, **points)) == ([OPEN, OPEN], ("employer.type",))
    assert told(paid("70.99", **points)) == ([YES, OPEN], ("employer.type",))
    assert told(paid(71, **points)) == ([YES, YES], ())
    # of one whose points are unknown they may be any
    assert told(paid(71, employer=nobody)) == ([OPEN, OPEN], ("employer.type",))


def test_only_the_line_that_a_fact_turns_waits_for_it() -> None:
    # D6222-32: a licence professionnelle has the rate of the second year
    facts = {"training": {"diploma": None, "level": 6}}
    assert told(paid(50, **facts)) == ([OPEN, NO], ())
    assert told(paid(51, **facts)) == ([YES, YES], ())


def test_each_of_two_unknown_facts_is_tried_with_the_other() -> None:
    nowhere = {"type": None, "territory": None}
    assert told(paid(51, employer=nowhere, public_points=0)) == ([YES, YES], ())
    points = {"employer": nowhere, "public_points": 20}
    assert told(paid(51, **points)) == ([OPEN, OPEN], ("employer.type",))


def test_where_one_fact_has_no_list_of_values_all_are_asked_for() -> None:
    found = told(paid(71, employer={"type": None}, public_points=0, grid=None))
    assert found == ([OPEN, OPEN], ("employer.type", "grid"))


def test_what_takes_too_many_completions_is_not_tried() -> None:
    tried: list[Contract] = []

    def work_out(contract: Contract) -> Contract:
        tried.append(contract)
        return contract

    completions = Completions(known(), work_out)
    both = ("training.level", "duration_ground")  # 6 levels, 9 grounds
    assert completions.answers(both, lambda *_: YES) is None
    assert tried == []
    assert completions.answers(both[:1], lambda *_: YES) == ((YES,), ())
    assert [each.training.level for each in tried] == [3, 4, 5, 6, 7, 8]
    # of another question each is not worked out again
    assert completions.answers(both[:1], lambda *_: NO) == ((NO,), ())
    assert len(tried) == 6


@pytest.mark.parametrize(
    ("apprentice", "agreed", "rate", "outcome"),
    [
        # R6222-48: for the month beyond two years 51 + 15, else 67 for a third
        ({"rqth": None}, False, "65.99", NO),
        ({"rqth": None}, False, "66", OPEN),
        ({"rqth": True}, False, "66.99", OPEN),
        ({"rqth": True}, False, "67", YES),
        ({"rqth": False}, False, "66.99", NO),
        # D6222-28-2: 51 if a convention lengthens it; of an athlete (R6222-60)
        # the grid goes on
        ({"rqth": False}, True, "50.99", NO),
        ({"rqth": False}, True, "51", YES),
        ({"rqth": False, "high_level_athlete": None}, True, "66.99", OPEN),
        ({"rqth": True}, True, "65.99", OPEN),
        ({"rqth": True}, True, "66", YES),
    ],
)
def test_the_time_beyond_the_cycle_may_be_for_more_than_one_reason(
    apprentice: dict[str, bool | None], agreed: bool, rate: str, outcome: Outcome
) -> None:
    contract = known(
        apprentice=apprentice,
        ends_on=date(2027, 9, 30),
        training={"cycle_starts_on": date(2025, 9, 1)},
        duration_ground=None,
        tripartite_agreement=agreed,
    )
    first, second, _ = pay_schedule(contract)
    months = [
        DeclaredPayLine(starts_on=each.starts_on, ends_on=each.ends_on, rate=each.rate)
        for each in (first, second)
    ]
    last = DeclaredPayLine(
        starts_on=date(2027, 9, 1), ends_on=date(2027, 9, 30), rate=Decimal(rate)
    )
    found = check_declared_pay(evolve(contract, declared_pay=(*months, last)))
    assert found.parts[-1].outcome is outcome
    assert found.missing == (("duration_ground",) if outcome is OPEN else ())


def test_a_value_against_what_is_told_is_not_tried() -> None:
    tried: list[int | None] = []

    def level(contract: Contract) -> int | None:
        (cycle,) = contract.previous or ()
        tried.append(cycle.level)
        return cycle.level

    # the diploma was obtained: a level of 0 would say that it was not
    completions = Completions(known(previous=(evolve(LAST, level=None),)), level)
    assert completions.answers(("previous[0].level",), lambda *_: YES) == ((YES,), ())
    assert tried == [3, 4, 5, 6, 7, 8]


@pytest.mark.parametrize(("rate", "outcome"), [("42.99", NO), ("43", OPEN), ("62.99", OPEN)])
def test_points_are_surely_due_by_no_employer_who_may_be_private(
    rate: str, outcome: Outcome
) -> None:
    # D6272-2: 43 + 20 if he is public, 43 else; with a grid that nobody tells
    # no list of values tells which
    contract = paid(rate, employer={"type": None}, public_points=20, grid=None)
    assert told(contract)[0][0] is outcome


@pytest.mark.parametrize(
    ("rate", "outcome", "missing"),
    [
        ("42", NO, ()),
        ("43", OPEN, ("training.entry_year",)),
        ("66", OPEN, ("training.entry_year",)),
        # D6222-26: the third year, the dearest of the grid from 18 to 20
        ("67", YES, ()),
        ("100", YES, ()),
    ],
)
def test_a_pay_above_all_years_of_the_grid_asks_for_none_of_the_cycle(
    rate: str, outcome: Outcome, missing: tuple[str, ...]
) -> None:
    contract = known(ends_on=date(2026, 8, 31), training={"entry_year": None, "cycle_years": None})
    line = DeclaredPayLine(
        starts_on=contract.starts_on, ends_on=contract.ends_on, rate=Decimal(rate)
    )
    found = check_declared_pay(evolve(contract, declared_pay=(line,)))
    assert (found.outcome, found.missing) == (outcome, missing)


@pytest.mark.parametrize(
    ("rate", "cycle", "outcome", "missing"),
    [
        # L6222-12-1: « réduite du nombre de mois écoulés depuis le début du
        # cycle »: of the second year, whatever its first day is, 51 %
        ("50", {"cycle_years": 3}, NO, ()),
        ("51", {"cycle_years": 3}, YES, ()),
        # that day would tell how long the cycle is, too: no list of values
        (
            "51",
            {"cycle_years": None, "cycle_ends_on": date(2026, 8, 31)},
            OPEN,
            ("training.cycle_starts_on",),
        ),
    ],
)
def test_the_first_day_of_a_cycle_whose_year_is_told(
    rate: str, cycle: dict[str, Any], outcome: Outcome, missing: tuple[str, ...]
) -> None:
    contract = known(
        ends_on=date(2026, 8, 31),
        training={"entry_year": 2, "cycle_starts_on": None, **cycle},
        duration_ground=DurationGround.PRE_CONTRACT_TRAINING,
    )
    line = DeclaredPayLine(
        starts_on=contract.starts_on, ends_on=contract.ends_on, rate=Decimal(rate)
    )
    found = check_declared_pay(evolve(contract, declared_pay=(line,)))
    assert (found.outcome, found.missing) == (outcome, missing)


@pytest.mark.parametrize(
    ("rate", "outcome", "missing"),
    [
        ("42", NO, ()),
        ("43", OPEN, ("training.cycle_starts_on", "training.entry_year")),
        ("66", OPEN, ("training.cycle_starts_on", "training.entry_year")),
        ("67", YES, ()),
    ],
)
def test_a_trainee_of_whose_cycle_neither_the_year_nor_the_first_day_is_told(
    rate: str, outcome: Outcome, missing: tuple[str, ...]
) -> None:
    contract = known(
        ends_on=date(2026, 8, 31),
        training={"entry_year": None, "cycle_starts_on": None, "cycle_years": 3},
        duration_ground=DurationGround.PRE_CONTRACT_TRAINING,
    )
    line = DeclaredPayLine(
        starts_on=contract.starts_on, ends_on=contract.ends_on, rate=Decimal(rate)
    )
    found = check_declared_pay(evolve(contract, declared_pay=(line,)))
    assert (found.outcome, found.missing) == (outcome, missing)
    if not missing:
        return
    years = [changed(contract, {"training.entry_year": each}) for each in (1, 2, 3)]
    due = {pay_schedule(each).lines[0].rate for each in years}
    assert due == {Decimal(43), Decimal(51), Decimal(67)}


def test_a_first_day_that_contradicts_the_cycle_is_not_tried() -> None:
    begun: list[date | None] = []

    def first(contract: Contract) -> int:
        begun.append(contract.training.cycle_starts_on)
        return 0

    # a cycle of two years to August 2026 begins in the year about September 2024
    training = {"cycle_starts_on": None, "cycle_years": 2, "cycle_ends_on": date(2026, 8, 31)}
    completions = Completions(known(training={**training, "entry_year": None}), first)
    assert completions.answers((CYCLE_STARTS_ON,), lambda *_: YES) == ((YES,), ())
    starts_on = known().starts_on
    assert begun
    assert all(day and date(2024, 9, 1) <= day <= starts_on for day in begun)
    assert same_day(starts_on, -24) not in begun


@pytest.mark.parametrize(
    ("rate", "outcome", "missing"),
    [
        ("50", NO, ()),
        ("51", OPEN, ("previous[1].route",)),
        ("60", OPEN, ("previous[1].route",)),
        ("61", YES, ()),
    ],
)
def test_the_last_cycle_is_asked_whether_it_was_a_contract(
    rate: str, outcome: Outcome, missing: tuple[str, ...]
) -> None:
    # D6222-29 guarantees the 61 % of the last contract: that of 2023, were the
    # cycle of 2024, which led to no diploma, one of school
    first = evolve(LAST, ended_on=date(2023, 8, 31), last_rate=Decimal(61))
    later = evolve(LAST, route=None, ended_on=date(2024, 8, 31), diploma_obtained=False, level=0)
    contract = known(
        ends_on=date(2026, 8, 31), training={"entry_year": 2}, previous=(first, later)
    )
    line = DeclaredPayLine(
        starts_on=contract.starts_on, ends_on=contract.ends_on, rate=Decimal(rate)
    )
    found = check_declared_pay(evolve(contract, declared_pay=(line,)))
    assert (found.outcome, found.missing) == (outcome, missing)
