"""The invariants find the known faults of public payrolls, and no other."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from apprentissage.dossier.filing import filing_deadline
from apprentissage.errors import WrongType
from apprentissage.facts import Apprentice, Contract, Grid, PreviousCycle, Territory
from apprentissage.law.readings import LETTER, Readings
from apprentissage.months import morrow_of, same_day
from apprentissage.pay.schedule import pay_schedule
from apprentissage.testing import (
    PAY_INVARIANTS,
    InvariantBroken,
    Line,
    an_earlier_birthday_never_lowers_a_rate,
    check_filing_deadline,
    check_monthly_pay,
    check_pay,
    lines_cover_the_contract,
    no_line_crosses_a_year_of_execution,
    ordinary_contracts,
    rates_never_fall,
    rates_reach_the_minimum,
    readings,
    scheduled_contracts,
)
from apprentissage.testing.lines import Invariant, Payroll
from examples import wrong_payrolls
from tests.sample import signed

SPECIMEN = signed(
    date(2025, 9, 1),
    born_on=date(2008, 9, 5),
    starts_on=date(2025, 9, 15),
    ends_on=date(2027, 9, 14),
)
FIRST, TURN, LAST = date(2025, 9, 15), date(2026, 9, 15), date(2027, 9, 14)
EVE = date(2026, 9, 14)
ONE_LINE = [(FIRST, LAST, 100)]


@pytest.mark.parametrize("payroll", wrong_payrolls.WRONG)
def test_a_known_fault_is_found(payroll: Payroll) -> None:
    with pytest.raises(InvariantBroken) as caught:
        check_pay(payroll)
    broken = caught.value
    assert broken.lines
    assert str(broken).startswith(f"{broken.invariant}: ")
    assert f"born {broken.contract.apprentice.born_on}" in str(broken)
    assert broken.contract.concluded_on == date(2025, 9, 1)


def test_an_inverted_line_is_told_as_such() -> None:
    with pytest.raises(InvariantBroken) as caught:
        check_pay(wrong_payrolls.inverted)
    assert caught.value.invariant == "lines_cover_the_contract"
    assert "ends before it starts" in caught.value.told


def test_the_school_year_is_told_as_such() -> None:
    with pytest.raises(InvariantBroken) as caught:
        check_pay(wrong_payrolls.by_school_year)
    assert caught.value.invariant == "no_line_crosses_a_year_of_execution"


@pytest.mark.parametrize("payroll", [wrong_payrolls.sound, wrong_payrolls.from_the_birthday])
def test_a_sound_payroll_and_one_that_pays_more_pass(payroll: Payroll) -> None:
    check_pay(payroll)


def test_the_schedule_of_the_library_passes() -> None:
    check_pay(pay_schedule)
    check_pay(pay_schedule, drawn=scheduled_contracts(), max_examples=100)


@settings(max_examples=50)
@given(ordinary_contracts(), readings())
def test_the_schedule_passes_under_every_reading(contract: Contract, any_: Readings) -> None:
    def payroll(asked: Contract) -> list[tuple[date, date, Decimal]]:
        return [(line.starts_on, line.ends_on, line.rate) for line in pay_schedule(asked, any_)]

    for invariant in PAY_INVARIANTS:
        if invariant is not no_line_crosses_a_year_of_execution:
            invariant(payroll, contract, any_)


BROKEN: list[tuple[Invariant, list[tuple[date, date, int]], str]] = [
    (lines_cover_the_contract, [], "end on 2025-09-14"),
    (lines_cover_the_contract, [(FIRST, EVE, 27)], "end on 2026-09-14"),
    (
        lines_cover_the_contract,
        [(FIRST, EVE, 27), (EVE, LAST, 39)],
        "opens on 2026-09-14, not on 2026-09-15",
    ),
    (lines_cover_the_contract, [(TURN, LAST, 39)], "opens on 2026-09-15, not on 2025-09-15"),
    (
        lines_cover_the_contract,
        [(FIRST, FIRST - timedelta(1), 27)],
        "the line of 2025-09-15 ends before it starts",
    ),
    (no_line_crosses_a_year_of_execution, ONE_LINE, "the line of 2025-09-15 runs over 2026-09-15"),
    (
        # a contract that ends on the first day of a year of execution
        no_line_crosses_a_year_of_execution,
        [(FIRST, LAST, 27)],
        "the line of 2025-09-15 runs over 2026-09-15",
    ),
    (rates_never_fall, [(FIRST, EVE, 51), (TURN, LAST, 39)], "falls from 51 % on 2026-09-15"),
    (
        rates_reach_the_minimum,
        [(FIRST, EVE, 27), (TURN, LAST, 39)],
        "39 % on 2026-10-01, the minimum is 51 %",
    ),
    (
        rates_reach_the_minimum,
        [(FIRST, EVE, 26), (TURN, LAST, 51)],
        "26 % on 2025-09-15, the minimum is 27 %",
    ),
]


@pytest.mark.parametrize(("invariant", "lines", "told"), BROKEN)
def test_an_invariant_tells_what_is_wrong(
    invariant: Invariant, lines: list[tuple[date, date, int]], told: str
) -> None:
    with pytest.raises(InvariantBroken) as caught:
        invariant(lambda _: lines, SPECIMEN, LETTER)
    assert told in caught.value.told
    assert caught.value.lines == tuple(
        Line(first, last, Decimal(rate)) for first, last, rate in lines
    )


def test_an_older_apprentice_paid_less() -> None:
    def payroll(contract: Contract) -> list[tuple[date, date, int]]:
        young = contract.apprentice.born_on >= date(2008, 9, 5)
        return [(FIRST, LAST, 60 if young else 50)]

    with pytest.raises(InvariantBroken, match="50 % on 2025-09-15, and 60 %"):
        an_earlier_birthday_never_lowers_a_rate(payroll, SPECIMEN)


@pytest.mark.parametrize("months", [1, 12, 36])
def test_older_by_a_month_a_year_or_three(months: int) -> None:
    older = same_day(SPECIMEN.apprentice.born_on, -months)

    def payroll(contract: Contract) -> list[tuple[date, date, int]]:
        return [(FIRST, LAST, 50 if contract.apprentice.born_on == older else 60)]

    with pytest.raises(InvariantBroken, match=f"60 % if born {months} month"):
        an_earlier_birthday_never_lowers_a_rate(payroll, SPECIMEN)


@pytest.mark.parametrize(
    "contract",
    [
        evolve(SPECIMEN, grid=Grid(from_26=(Decimal(100),) * 3)),
        evolve(SPECIMEN, smc_monthly=Decimal(1900)),
        evolve(SPECIMEN, previous=(PreviousCycle(),)),
    ],
)
@pytest.mark.parametrize("invariant", [rates_never_fall, an_earlier_birthday_never_lowers_a_rate])
def test_monotony_is_asked_of_ordinary_contracts_alone(
    invariant: Invariant, contract: Contract
) -> None:
    falling = [(FIRST, EVE, 51), (TURN, LAST, 39)]
    invariant(lambda _: falling, contract, LETTER)


def test_lines_outside_the_contract_are_left_to_the_first_invariant() -> None:
    early = [(FIRST - timedelta(9), FIRST - timedelta(1), 1), *ONE_LINE]
    rates_reach_the_minimum(lambda _: early, SPECIMEN)
    rates_reach_the_minimum(lambda _: [], SPECIMEN)


def test_a_minimum_on_the_smc_is_left_to_euros() -> None:
    contract = evolve(
        SPECIMEN, apprentice=Apprentice(born_on=date(2003, 1, 1)), smc_monthly=Decimal(3000)
    )
    rates_reach_the_minimum(lambda _: [(FIRST, LAST, 1)], contract)


def test_a_payroll_that_raises() -> None:
    def payroll(contract: Contract) -> list[tuple[date, date, int]]:
        if contract.apprentice.born_on.day == 29:
            raise KeyError("29")
        return wrong_payrolls.sound(contract)

    with pytest.raises(InvariantBroken, match="KeyError") as caught:
        check_pay(payroll)
    assert isinstance(caught.value.__cause__, KeyError)
    assert caught.value.invariant == "gives_lines"


def monthly(contract: Contract, day: date) -> Decimal:
    return pay_schedule(contract).amounts().on(day).total_monthly


def with_the_smic_of_the_start(contract: Contract, day: date) -> Decimal:
    rate = pay_schedule(contract).on(day).rate
    smic = LETTER.smic.on(contract.starts_on, Territory.METROPOLE)
    return round(rate * smic.monthly / 100, 2)


def test_monthly_pay() -> None:
    check_monthly_pay(monthly)
    check_monthly_pay(lambda c, d: monthly(c, d) - Decimal("0.01"))
    with pytest.raises(InvariantBroken) as caught:
        check_monthly_pay(with_the_smic_of_the_start)
    assert "of the SMIC of that day" in caught.value.told
    with pytest.raises(InvariantBroken):
        check_monthly_pay(lambda c, d: monthly(c, d) - Decimal("0.02"), drawn=st.just(SPECIMEN))


def due_on(starts_on: date, territory: Territory) -> date:
    return filing_deadline(
        starts_on=starts_on,
        concluded_on=starts_on,
        territory=territory,
        worked_holidays=frozenset(),
    ).prudent_latest_on


def five_days(starts_on: date, _: Territory) -> date:
    return starts_on + timedelta(days=5)


def in_metropole(starts_on: date, _: Territory) -> date:
    return due_on(starts_on, Territory.METROPOLE)


def test_filing_deadline() -> None:
    check_filing_deadline(due_on)
    for wrong in (five_days, in_metropole):
        with pytest.raises(InvariantBroken) as caught:
            check_filing_deadline(wrong, max_examples=2000)
        assert caught.value.invariant == "filing_deadline"
        assert "not counted: " in caught.value.told


@pytest.mark.parametrize("check", [check_pay, check_monthly_pay, check_filing_deadline])
def test_what_is_no_function_is_refused(check: Callable[[object], None]) -> None:
    with pytest.raises(WrongType, match="write a function"):
        check(SPECIMEN)


def test_the_first_invariant_broken_is_that_of_the_days() -> None:
    def one_year_late(contract: Contract) -> list[tuple[date, date, int, str]]:
        # from the second day on, and past an anniversary; a fourth field is let alone
        return [(morrow_of(contract.starts_on), contract.ends_on, 100, "note")]

    assert [each.__name__ for each in PAY_INVARIANTS[:2]] == [
        "lines_cover_the_contract",
        "no_line_crosses_a_year_of_execution",
    ]
    with pytest.raises(InvariantBroken, match="lines_cover_the_contract"):
        check_pay(one_year_late)
