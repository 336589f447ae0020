"""The engine against an oracle that walks the contract day by day."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings

from apprentissage.facts import Contract, DeclaredPayLine, Diploma, ExtensionReason, PayBase
from apprentissage.judging import Outcome
from apprentissage.law.readings import LETTER, Readings
from apprentissage.law.sources import SMIC_CHECKED_ON
from apprentissage.pay import check_declared_pay, pay_schedule
from tests.oracles.pay_by_day import Written, monthly_on, pay_on, too_low_from, walk
from tests.pay.drawn import SITUATIONS, known_contracts, pay_readings

LEAST_SHARES = {
    "18, 21 or 26 on a first of the month": 0.08,
    "18, 21 or 26 on the start day": 0.01,
    "born on 29 February": 0.05,
    "start on 29 February": 0.02,
    "minor at the start": 0.1,
    "floor": 0.05,
    "fifteen points": 0.03,
    "public employer": 0.1,
    "conventional rate": 0.03,
    "SMC base": 0.05,
    "SMC that changes": 0.1,
    "2008 to 2016": 0.05,
    "2016 to 2018": 0.03,
    "2019 to March 2020": 0.1,
    "since April 2020": 0.2,
    "another reading": 0.2,
    "licence professionnelle": 0.1,
    "disabled worker": 0.08,
    "athlete": 0.1,
    "shorter than the cycle by agreement": 0.03,
    "longer than the cycle by agreement": 0.015,
    "cycle begun before the contract": 0.1,
    "resumed after a rupture": 0.04,
    "a line cut by months of credit": 0.01,
    "extension from a day": 0.08,
    "extension agreed at the signature": 0.015,
    "extension from the first day": 0.04,
}


COMPARED, COMPARED_AT_LENGTH = 540, 20_400
"""How many contracts the lines are compared on, of all situations."""
HELD, HELD_AT_LENGTH = 240, 6_000
"""How many of them are held against lines written on the form."""

CHANGES = (0, -1, 0, -15, 5)
"""Points added to the minimum, to make lines that hold and lines that fail."""

in_each_situation = pytest.mark.parametrize("situation", sorted(SITUATIONS))


def compare(contract: Contract, readings: Readings) -> None:
    schedule = pay_schedule(contract, readings)
    expected = walk(contract, readings)
    written = [
        Written(
            line.order,
            line.starts_on,
            line.ends_on,
            line.age_bracket.value,
            Fraction(line.rate),
            line.base.value,
        )
        for line in schedule
    ]
    assert written == expected
    by_order = {line.order: line for line in expected}
    periods = schedule.amounts()
    assert periods[0].starts_on == contract.starts_on
    assert periods[-1].ends_on == contract.ends_on
    following = None
    for period in periods:
        assert following in {None, period.starts_on}
        following = period.ends_on + timedelta(days=1)
        line = by_order[period.line.order]
        for day in (period.starts_on, period.ends_on):
            assert monthly_on(contract, readings, line, day) == (
                Fraction(period.monthly),
                Fraction(period.overtime_monthly),
            )


def hold(contract: Contract, readings: Readings) -> None:
    """The lines of the oracle, raised or lowered, as the form has them."""
    if contract.ends_on > SMIC_CHECKED_ON:
        return
    change = CHANGES[contract.starts_on.toordinal() % len(CHANGES)]
    lines = tuple(
        DeclaredPayLine(
            order=line.order,
            starts_on=line.starts_on,
            ends_on=line.ends_on,
            rate=max(Decimal(float(line.rate)) + change, Decimal(0)),
            base=PayBase(line.base),
        )
        for line in walk(contract, readings)
    )
    told = evolve(contract, declared_pay=lines)
    short = too_low_from(told, readings, told.ends_on)
    found = check_declared_pay(told, readings)
    failed = found.outcome is Outcome.NON_COMPLIANT
    assert failed == (short is not None), (change, short)


def features(contract: Contract, readings: Readings) -> Iterator[str]:
    yield from of_days(contract)
    yield from of_law(contract)
    yield from of_cycle(contract)
    lines = walk(contract, readings)
    if {"1.3", "2.3"} & {line.order for line in lines}:
        yield "a line cut by months of credit"
    paid = {pay_on(contract, readings, line.starts_on).of for line in lines}
    named = {"floor": "floor", "fifteen": "fifteen points", "grid": "conventional rate"}
    yield from (name for of, name in named.items() if of in paid)
    if any(line.base == "SMC" for line in lines):
        yield "SMC base"
    if readings != LETTER:
        yield "another reading"


def of_days(contract: Contract) -> Iterator[str]:
    born = contract.apprentice.born_on
    start = contract.starts_on
    turning = [born.year + age for age in (18, 21, 26)]
    if born.day == 1 and any(start.year <= year <= contract.ends_on.year for year in turning):
        yield "18, 21 or 26 on a first of the month"
    if (start.month, start.day) == (born.month, born.day) and (start.year in turning):
        yield "18, 21 or 26 on the start day"
    if (born.month, born.day) == (2, 29):
        yield "born on 29 February"
    if (start.month, start.day) == (2, 29):
        yield "start on 29 February"
    if (start.year - 18, start.month, start.day) < (born.year, born.month, born.day):
        yield "minor at the start"


def of_law(contract: Contract) -> Iterator[str]:
    concluded_on = contract.concluded_on
    if concluded_on < date(2016, 7, 1):
        yield "2008 to 2016"
    elif concluded_on < date(2019, 1, 1):
        yield "2016 to 2018"
    elif concluded_on < date(2020, 4, 1):
        yield "2019 to March 2020"
    else:
        yield "since April 2020"
    if contract.employer.public:
        yield "public employer"
    if contract.training.diploma is Diploma.LICENCE_PROFESSIONNELLE:
        yield "licence professionnelle"
    if contract.apprentice.rqth:
        yield "disabled worker"
    if contract.apprentice.high_level_athlete:
        yield "athlete"
    if hasattr(contract.smc_monthly, "steps"):
        yield "SMC that changes"


def of_cycle(contract: Contract) -> Iterator[str]:
    training = contract.training
    days = (contract.ends_on - contract.starts_on).days + 1
    years = training.cycle_years or 1
    if contract.tripartite_agreement:
        longer = days > 366 * years
        yield (
            "longer than the cycle by agreement"
            if longer
            else "shorter than the cycle by agreement"
        )
    if training.cycle_starts_on not in {None, contract.starts_on}:
        yield "cycle begun before the contract"
    if contract.resumes_after_rupture:
        yield "resumed after a rupture"
    extra = contract.extension
    if extra is not None and extra.reason is not ExtensionReason.NONE:
        if extra.starts_on is None:
            yield "extension agreed at the signature"
        elif extra.starts_on == contract.starts_on:
            yield "extension from the first day"
        else:
            yield "extension from a day"


def drawn(examples: int, situation: str, each: Callable[[Contract, Readings], None]) -> None:
    @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))
    @given(known_contracts(situation), pay_readings())
    def run(contract: Contract, readings: Readings) -> None:
        each(contract, readings)

    run()


@pytest.mark.long
def test_every_situation_is_drawn() -> None:
    seen: Counter[str] = Counter()
    total = 0

    def count(contract: Contract, readings: Readings) -> None:
        nonlocal total
        total += 1
        seen.update(set(features(contract, readings)))

    for situation in SITUATIONS:
        drawn(40, situation, count)
    shares = {name: seen[name] / total for name in LEAST_SHARES}
    poor = {n: s for n, s in shares.items() if s < LEAST_SHARES[n]}
    assert not poor, f"too few of {poor} in {total} contracts"


@pytest.mark.apart
@in_each_situation
def test_day_by_day(situation: str) -> None:
    drawn(COMPARED // len(SITUATIONS), situation, compare)


@pytest.mark.apart
@in_each_situation
def test_declared_lines_day_by_day(situation: str) -> None:
    drawn(HELD // len(SITUATIONS), situation, hold)


@pytest.mark.nightly
@in_each_situation
def test_day_by_day_at_length(situation: str) -> None:
    drawn(COMPARED_AT_LENGTH // len(SITUATIONS), situation, compare)


@pytest.mark.nightly
@in_each_situation
def test_declared_lines_day_by_day_at_length(situation: str) -> None:
    drawn(HELD_AT_LENGTH // len(SITUATIONS), situation, hold)
