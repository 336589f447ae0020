"""Fragments of pay that are no whole schedule; `asked` says which."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from attrs import evolve

from apprentissage import LAW_CHECKED_ON
from apprentissage.facts import AgeBracket, DeclaredPayLine, PayBase
from apprentissage.law.readings import Readings
from apprentissage.months import last_day_of, same_day
from apprentissage.pay import (
    benefits_deducted,
    check_declared_pay,
    monthly_pay,
    overtime,
    statutory_grid,
    succession_floor,
    with_fifteen_points,
)
from tests.cases.given import Facts, a_day, a_territory, decimal
from tests.cases.topics import salary_schedule

AGES = {
    AgeBracket.UNDER_18: (15, 16),
    AgeBracket.FROM_18: (18, 19),
    AgeBracket.FROM_21: (21, 24),
    AgeBracket.FROM_26: (26, 40),
}
"""Two ages of a bracket that last a year."""


def evaluate(facts: Facts, readings: Readings) -> Mapping[str, Any]:
    """Answer what is asked."""
    return ASKED[facts["asked"]](facts, readings)


def amounts(facts: Facts, readings: Readings) -> dict[str, Any]:
    """Rates of the SMIC of a day, public points added."""
    points = Decimal(facts.get("public_points", 0))
    return {
        "amounts": [
            {
                "rate": rate,
                "monthly": monthly_pay(
                    rate + points,
                    on=a_day(facts, "on"),
                    territory=a_territory(facts),
                    readings=readings,
                ),
            }
            for rate in map(Decimal, facts["rates"])
        ]
    }


def grid(facts: Facts, _: Readings) -> dict[str, Any]:
    """The statutory grid of a day of conclusion."""
    found = statutory_grid(a_day(facts, "concluded_on"))
    rows = {bracket: found.rates(bracket) for bracket in AgeBracket}
    return {
        "grid": {
            bracket.value: [str(rate) for rate in row]
            for bracket, row in rows.items()
            if row is not None
        }
    }


def plus_15_rate(facts: Facts, readings: Readings) -> dict[str, Any]:
    """The rate of a contract of one year in that bracket."""
    start = a_day(facts, "concluded_on")
    found = {
        (line.rate, line.base.value)
        for age in AGES[AgeBracket(facts["age_bracket"])]
        for months in (6, 12)
        for line in salary_schedule.schedule(
            {
                **facts,
                "born_on": same_day(start, -12 * age).isoformat(),
                "starts_on": start.isoformat(),
                "ends_on": last_day_of(start, months).isoformat(),
                "zone": "metropole",
            },
            readings,
        )
    }
    ((rate, base),) = found
    return {"rate": rate, "base": base}


def plus_15_amount(facts: Facts, readings: Readings) -> dict[str, Any]:
    """Rates raised by 15 points."""
    return {
        "amounts": [
            {
                "rate": rate + 15,
                "monthly": with_fifteen_points(
                    rate,
                    concluded_on=a_day(facts, "concluded_on")
                    if "concluded_on" in facts
                    else a_day(facts, "on"),
                    on=a_day(facts, "on"),
                    territory=a_territory(facts),
                    age_bracket=AgeBracket(facts["age_bracket"]),
                    smc_monthly=decimal(facts, "smc_monthly"),
                    readings=readings,
                ).monthly,
            }
            for rate in map(Decimal, facts["rates"])
        ]
    }


def floor(facts: Facts, _: Readings) -> dict[str, Any]:
    """The rate that the previous contract guarantees."""
    (previous,) = salary_schedule.previous(facts)
    rate = succession_floor(previous, concluded_on=a_day(facts, "concluded_on"))
    return {"rate": rate, "base": previous.last_rate_base.value}


def benefits(facts: Facts, _: Readings) -> dict[str, Any]:
    """What benefits in kind take from the pay."""
    found = benefits_deducted(
        Decimal(facts["monthly_gross"]),
        Decimal(facts["benefits_value"]),
        concluded_on=a_day(facts, "concluded_on") if "concluded_on" in facts else LAW_CHECKED_ON,
    )
    return {
        "deduction": found.deduction,
        "paid_gross": found.paid_gross,
        "contribution_base": found.contribution_base,
    }


def overtime_pay(facts: Facts, readings: Readings) -> dict[str, Any]:
    """Hours beyond 35."""
    (rate,) = map(Decimal, facts["rates"])
    found = overtime(
        rate,
        on=a_day(facts, "on"),
        territory=a_territory(facts),
        weekly_hours=Decimal(facts.get("weekly_hours", 35)),
        monthly_overtime_hours=decimal(facts, "overtime_hours"),
        premium=decimal(facts, "overtime_premium"),
        readings=readings,
    )
    return {
        "hourly": found.hourly,
        "monthly": found.monthly,
        "overtime_monthly": found.overtime_monthly,
        "total_monthly": found.total_monthly,
    }


def rate_on(facts: Facts, readings: Readings) -> dict[str, Any]:
    """The rate and the amount of a day."""
    day = a_day(facts, "on")
    schedule = salary_schedule.schedule(facts, readings)
    amount = schedule.amounts().on(day)
    line = schedule.on(day)
    return {"rate": line.rate, "base": line.base.value, "monthly": amount.monthly}


def declared_pay(facts: Facts, readings: Readings) -> dict[str, Any]:
    """The lines written on the form against the minimum of every day."""
    contract = evolve(
        salary_schedule.contract(facts),
        declared_pay=tuple(map(written, facts["declared"])),
        weekly_hours=Decimal(facts.get("weekly_hours", 35)),
        overtime_premium=decimal(facts, "overtime_premium"),
    )
    if contract.overtime_premium is None:
        # The ordinary premium, which no firm is said to have changed.
        contract = evolve(contract, overtime_premium=Decimal(25))
    found = check_declared_pay(contract, readings)
    return {"outcome": found.outcome.value, "too_low_from_on": found.get("too_low_from_on")}


def written(facts: Facts) -> DeclaredPayLine:
    """A line as the form has it."""
    return DeclaredPayLine(
        order=facts.get("order"),
        starts_on=a_day(facts, "starts_on"),
        ends_on=a_day(facts, "ends_on"),
        rate=Decimal(facts["rate"]),
        base=PayBase(facts["base"]),
        monthly=decimal(facts, "monthly"),
    )


ASKED: dict[str, Callable[[Facts, Readings], Mapping[str, Any]]] = {
    "amounts": amounts,
    "benefits_in_kind": benefits,
    "declared_pay": declared_pay,
    "grid": grid,
    "overtime": overtime_pay,
    "plus_15_amount": plus_15_amount,
    "plus_15_rate": plus_15_rate,
    "rate_on": rate_on,
    "succession_floor": floor,
}
