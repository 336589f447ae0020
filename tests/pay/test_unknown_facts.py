"""A fact that is unknown: the pay written is too low, or enough, whatever it is."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from apprentissage._plain import altered
from apprentissage.facts import (
    NO_SMC,
    Contract,
    DeclaredPayLine,
    Diploma,
    EmployerType,
    Grid,
    PayBase,
)
from apprentissage.facts.changing import changed
from apprentissage.judging import Outcome
from apprentissage.pay import check_declared_pay
from tests.pay.sample import LAST, known
from tests.sample import NO, OPEN, YES


def grid(*rates: int, base: PayBase = PayBase.SMIC) -> Grid:
    first, second, third = map(Decimal, rates)
    return Grid(
        under_18=(first, second, third),
        from_18=(first, second, third),
        from_21=(first, second, third),
        base=base,
    )


def paid(rate: int, base: PayBase = PayBase.SMIC, **facts: Any) -> Contract:
    """A contract of which each year has one rate."""
    return paid_alike(known(**facts), rate, base)


def paid_alike(contract: Contract, rate: Decimal | int, base: PayBase = PayBase.SMIC) -> Contract:
    """One rate for each year."""
    years = (contract.starts_on, date(2026, 8, 31)), (date(2026, 9, 1), contract.ends_on)
    lines = tuple(
        DeclaredPayLine(starts_on=first, ends_on=last, rate=Decimal(rate), base=base)
        for first, last in years
        if first <= last
    )
    return altered(contract, declared_pay=lines)


FALLING = grid(78, 61, 61)
ADULT = {"born_on": date(2003, 2, 10)}
"""21 at the start, and not yet 26 at the end."""
COMMUNE = {"type": EmployerType.COMMUNE}


@pytest.mark.parametrize(
    ("contract", "path", "answers"),
    [
        # L6222-27: « sa progression dans le ou les cycles de formation »: the
        # rate of a later year is the lower one here
        (paid(61, grid=FALLING), "training.entry_year", {1: NO, 2: YES}),
        (
            paid(61, grid=FALLING, training={"level": 6}),
            "training.diploma",
            {Diploma.OTHER_BAC_3_4: NO, Diploma.LICENCE_PROFESSIONNELLE: YES},
        ),
        # D6222-26: « ou, s'il est supérieur, du salaire minimum conventionnel »:
        # it raises what is written as well
        (
            paid(62, PayBase.STATUTORY, grid=grid(65, 62, 62), apprentice=ADULT),
            "smc_monthly",
            {NO_SMC: NO, Decimal(2400): YES},
        ),
        # of a public employer none is taken: service-public.fr prints none
        (
            paid(53, grid=grid(50, 50, 50, base=PayBase.SMC), smc_monthly=Decimal(2400)),
            "employer.type",
            {EmployerType.ASSOCIATION: NO, EmployerType.COMMUNE: YES},
        ),
    ],
)
def test_what_one_value_makes_enough_is_not_surely_too_low(
    contract: Contract, path: str, answers: dict[Any, Any]
) -> None:
    contract = evolve(contract, public_points=0)
    for value, outcome in answers.items():
        assert check_declared_pay(changed(contract, {path: value})).outcome is outcome, value
    found = check_declared_pay(changed(contract, {path: None}))
    assert found.outcome is OPEN
    assert path in found.missing


@pytest.mark.parametrize(("rate", "outcome"), [("50.99", NO), ("51", OPEN), ("66.99", OPEN)])
def test_of_a_cycle_of_unknown_length_the_year_of_entry_is_surely_due(
    rate: str, outcome: Outcome
) -> None:
    # entered in its second year: 51 % in both where the cycle has two, 67 %
    # in the second where it has three
    cycle = {"entry_year": 2, "cycle_years": None}
    _, second = check_declared_pay(paid_alike(known(training=cycle), Decimal(rate))).parts
    assert second.outcome is outcome


@pytest.mark.parametrize(("rate", "outcome"), [("50.99", NO), ("51", OPEN)])
def test_without_the_rate_of_an_earlier_contract_the_year_of_the_grid_is_due(
    rate: str, outcome: Outcome
) -> None:
    # D6222-29 may ask for more than the 51 % of the second year, never for less
    contract = known(previous=(evolve(LAST, last_rate=None, last_statutory_rate=None),))
    _, second = check_declared_pay(paid_alike(contract, Decimal(rate))).parts
    assert (second.outcome, second.missing) == (
        outcome,
        ("previous[0].last_rate",) if outcome is OPEN else (),
    )


def test_a_part_of_the_smc_below_the_statute_is_too_low_whatever_the_smc() -> None:
    contract = paid(52, PayBase.STATUTORY, apprentice=ADULT, smc_monthly=None)
    assert check_declared_pay(contract).outcome is NO


def test_a_part_of_the_statutory_base_is_one_of_the_smic_for_a_public_employer() -> None:
    contract = paid(
        62,
        PayBase.STATUTORY,
        apprentice=ADULT,
        employer={"type": EmployerType.COMMUNE},
        grid=grid(65, 65, 65),
        smc_monthly=Decimal(2400),
        public_points=0,
    )
    assert check_declared_pay(contract).outcome is NO


@pytest.mark.parametrize(("monthly", "outcome"), [("954.93", NO), ("954.95", OPEN)])
def test_an_amount_below_the_smic_is_too_low_whatever_the_smc(
    monthly: str, outcome: Outcome
) -> None:
    # 53 % of 1,801.80 euros; an SMC could only ask for more
    contract = paid(53, apprentice=ADULT, smc_monthly=None)
    first, *others = contract.declared_pay or ()
    lines = (evolve(first, monthly=Decimal(monthly)), *others)
    found = check_declared_pay(evolve(contract, declared_pay=lines))
    assert found.parts[0].parts[1].subject == "montant"
    assert found.parts[0].parts[1].outcome is outcome


def test_a_place_that_decides_is_asked_for_without_the_smc() -> None:
    # 53 % of the SMIC of Mayotte is less than 900 euros, and an SMC could only
    # ask for more
    contract = paid(53, apprentice=ADULT, smc_monthly=None, employer={"territory": None})
    first, *others = contract.declared_pay or ()
    lines = (evolve(first, monthly=Decimal(900)), *others)
    found = check_declared_pay(evolve(contract, declared_pay=lines))
    assert found.parts[0].parts[1].missing == ("employer.territory",)
