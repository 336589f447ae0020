"""An amount, a rate, hours: a Decimal, or a whole number; never a float.

Every field of the facts and every argument of a public function that takes a
Decimal takes an int, and keeps or reads it as the Decimal that it is.
"""

import inspect
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, get_args

import pytest
from attrs import fields, has
from hypothesis import given
from hypothesis import strategies as st

from apprentissage import facts, pay_lines
from apprentissage._arguments import kinds_in
from apprentissage.errors import InvalidValue, WrongType
from apprentissage.facts import (
    Apprentice,
    ByDay,
    Contract,
    DeclaredPayLine,
    Grid,
    InKind,
    PreviousCycle,
    Training,
    WorkDay,
    WorkingTime,
)
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.facts.territories import Territory
from apprentissage.law.readings import LETTER
from apprentissage.pay import benefits_deducted, hours_paid, monthly_pay, overtime, pay_schedule
from tests.sample import in_2026
from tests.test_bad_arguments import DOORS, call_of

DAY = date(2026, 9, 1)
LAW = Source(SourceKind.DECREE, "décret")


def number_fields() -> dict[str, type]:
    """The fields of the facts that are one number, by their class."""
    return {
        f"{kind.__name__}.{field.name}": kind
        for kind in vars(facts).values()
        if isinstance(kind, type) and has(kind)
        for field in fields(kind)
        if Decimal in kinds_in(field.type)
    }


REQUIRED: dict[type, dict[str, Any]] = {
    Contract: {
        "concluded_on": DAY,
        "starts_on": DAY,
        "ends_on": date(2027, 8, 31),
        "apprentice": Apprentice(born_on=date(2008, 1, 1)),
    },
    DeclaredPayLine: {"starts_on": DAY, "ends_on": DAY, "rate": 43},
    WorkDay: {"on": DAY},
}
for _name in facts.__all__:
    getattr(facts, _name)  # the door loads what is asked for
FIELDS = number_fields()
ENDURING = {Training, WorkDay, WorkingTime}
"""Whose hours are declared as `Decimal | int`, and stay as they are given."""


def made(field: str, value: object) -> Any:
    kind = FIELDS[field]
    name = field.partition(".")[2]
    return getattr(kind(**{**REQUIRED.get(kind, {}), name: value}), name)


def test_the_fields_are_found() -> None:
    assert len(FIELDS) > 20
    assert {
        "Contract.weekly_hours",
        "Contract.smc_monthly",
        "DeclaredPayLine.rate",
        "InKind.meal",
        "PreviousCycle.last_rate",
        "Training.hours",
    } <= set(FIELDS)


@given(st.sampled_from(sorted(FIELDS)), st.integers(0, 24))
def test_a_whole_number_is_taken_as_the_decimal_it_is(field: str, whole: int) -> None:
    kept = made(field, whole)
    assert kept == Decimal(whole)
    expected = int if FIELDS[field] in ENDURING else Decimal
    assert type(kept) is expected
    assert made(field, Decimal(whole)) == kept


@pytest.mark.parametrize("field", sorted(FIELDS))
@pytest.mark.parametrize("value", [True, False, "39", 39.5, -1])
def test_what_is_no_exact_number_is_refused(field: str, value: object) -> None:
    with pytest.raises((WrongType, InvalidValue)) as caught:
        made(field, value)
    assert caught.value.path == field.partition(".")[2]
    assert caught.value.value == value
    if isinstance(value, float):
        assert 'write Decimal("39.5")' in str(caught.value)


def test_what_is_infinite_is_refused_without_a_remedy_to_copy() -> None:
    for value in (float("nan"), float("inf")):
        with pytest.raises(WrongType, match=r'Decimal\("43"\)'):
            made("Contract.weekly_hours", value)


def test_rates_and_steps_are_numbers_too() -> None:
    grid = Grid(from_18=(50, Decimal("60.5"), 70))
    assert grid.from_18 == (Decimal(50), Decimal("60.5"), Decimal(70))
    assert {type(rate) for rate in grid.from_18} == {Decimal}
    smc = ByDay(((DAY, 1900),))
    assert smc.steps == ((DAY, Decimal(1900)),)
    assert type(smc.steps[0][1]) is Decimal
    wrong: Any
    for wrong in (True, 50.0, "50"):
        with pytest.raises(WrongType) as caught:
            Grid(from_18=(50, wrong, 70))
        assert caught.value.path == "from_18[1]"
        with pytest.raises(WrongType) as caught:
            ByDay(((DAY, wrong),))
        assert caught.value.path == "steps[0][1]"


def test_the_same_contract_by_ints_and_decimals() -> None:
    told: dict[str, Any] = {
        "weekly_hours": 39,
        "overtime_premium": 10,
        "smc_monthly": 1900,
        "previous": (PreviousCycle(last_rate=61, last_statutory_rate=61),),
        "in_kind": InKind(meal=4, meals=20, lodging=0, other=0),
    }
    exact = in_2026(
        weekly_hours=Decimal(39),
        overtime_premium=Decimal(10),
        smc_monthly=Decimal(1900),
        previous=(PreviousCycle(last_rate=Decimal(61), last_statutory_rate=Decimal(61)),),
        in_kind=InKind(meal=Decimal(4), meals=20, lodging=Decimal(0), other=Decimal(0)),
    )
    assert in_2026(**told) == exact
    mine = pay_schedule(exact).amounts()
    assert pay_schedule(in_2026(**told)).amounts() == mine


def numbers_of(function: Callable[..., Any]) -> list[str]:
    return [
        name
        for name, parameter in inspect.signature(function).parameters.items()
        if Decimal in kinds_in(parameter.annotation)
    ]


ARGUMENTS = [
    (name, argument)
    for name, function in sorted(DOORS.items())
    for argument in numbers_of(function)
]


def test_the_arguments_are_found() -> None:
    assert {
        ("pay.gross.monthly_pay", "rate"),
        ("pay.schedule.pay_lines", "weekly_hours"),
        ("dates.training_share.minimum_training_hours", "hours"),
        ("dossier.opco_payments.opco_payments", "annual_funding"),
    } <= set(ARGUMENTS)


@pytest.mark.parametrize(("name", "argument"), ARGUMENTS)
def test_an_argument_is_taken_as_the_decimal_it_is(name: str, argument: str) -> None:
    function = DOORS[name]
    assert int in get_args(inspect.signature(function).parameters[argument].annotation)
    told = call_of(function)
    answers: list[Any] = []
    for number in (50, Decimal(50)):
        given = {**told, argument: number}
        bound = inspect.signature(function).bind_partial()
        for each, parameter in inspect.signature(function).parameters.items():
            bound.arguments[each] = given[each]
            assert parameter.kind is not parameter.VAR_KEYWORD
        try:
            answers.append(function(*bound.args, **bound.kwargs))
        except InvalidValue as error:
            answers.append(error.path)
    assert answers[0] == answers[1]


@given(st.integers(36, 48), st.integers(0, 100))
def test_the_pay_of_ints_is_that_of_decimals(hours: int, premium: int) -> None:
    place: dict[str, Any] = {"on": DAY, "territory": Territory.METROPOLE}
    one, two = (
        overtime(kind(27), weekly_hours=kind(hours), premium=kind(premium), **place)
        for kind in (int, Decimal)
    )
    assert one == two
    assert hours_paid(hours, premium, on=DAY) == hours_paid(
        Decimal(hours), Decimal(premium), on=DAY
    )
    assert monthly_pay(hours, **place) == monthly_pay(Decimal(hours), **place)
    assert benefits_deducted(1000, hours, concluded_on=DAY) == benefits_deducted(
        Decimal(1000), Decimal(hours), concluded_on=DAY
    )


def test_a_float_premium_is_refused() -> None:
    wrong: Any = 10.5
    with pytest.raises(WrongType, match=r'write Decimal\("10.5"\)'):
        pay_schedule(in_2026(weekly_hours=39)).amounts(overtime_premium=wrong)
    with pytest.raises(WrongType, match=r'write Decimal\("10.5"\)'):
        pay_lines(
            born_on=date(2008, 1, 1),
            starts_on=DAY,
            ends_on=date(2027, 8, 31),
            concluded_on=DAY,
            smc_monthly=wrong,
        )


def test_a_rise_of_the_smic_in_whole_euros() -> None:
    series = LETTER.smic
    assert series.extended(date(2030, 1, 1), hourly=13, mayotte=11, source=LAW) == series.extended(
        date(2030, 1, 1), hourly=Decimal(13), mayotte=Decimal(11), source=LAW
    )
