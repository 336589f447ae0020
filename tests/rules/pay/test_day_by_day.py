"""The engine against an oracle that walks the contract day by day."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings

from apprentissage.facts import Contract, ExtensionReason
from apprentissage.law.readings import LETTER, Readings
from apprentissage.rules.pay import PayReason, PaySchedule, pay_schedule
from tests.oracles.pay_by_day import Written, monthly_on, walk
from tests.rules.pay.drawn import pay_contracts, pay_readings

LEAST_SHARES = {
    "18, 21 or 26 on a first of the month": 0.08,
    "18, 21 or 26 on the start day": 0.01,
    "born on 29 February": 0.05,
    "start on 29 February": 0.02,
    "extension": 0.15,
    "floor": 0.04,
    "fifteen points": 0.03,
    "public points": 0.05,
    "conventional rate": 0.03,
    "SMC base": 0.03,
    "before 2019": 0.15,
    "another reading": 0.2,
}


def compare(contract: Contract, readings: Readings) -> PaySchedule:
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
    return schedule


def features(
    contract: Contract, readings: Readings, schedule: PaySchedule
) -> Iterator[str]:
    born = contract.apprentice.born_on
    start = contract.starts_on
    reasons = {reason for line in schedule for reason in line.reasons}
    turning = [born.year + age for age in (18, 21, 26)]
    if born.day == 1 and any(
        start.year <= year <= contract.ends_on.year for year in turning
    ):
        yield "18, 21 or 26 on a first of the month"
    if (start.month, start.day) == (born.month, born.day) and (
        start.year in turning
    ):
        yield "18, 21 or 26 on the start day"
    if (born.month, born.day) == (2, 29):
        yield "born on 29 February"
    if (start.month, start.day) == (2, 29):
        yield "start on 29 February"
    extension = contract.extension
    if extension and extension.reason is not ExtensionReason.NONE:
        yield "extension"
    named = {
        "floor": PayReason.FLOOR,
        "fifteen points": PayReason.FIFTEEN_POINTS,
        "public points": PayReason.PUBLIC_POINTS,
        "conventional rate": PayReason.CONVENTIONAL_RATE,
        "SMC base": PayReason.SMC,
    }
    yield from (name for name, reason in named.items() if reason in reasons)
    if contract.concluded_on < date(2019, 1, 1):
        yield "before 2019"
    if readings != LETTER:
        yield "another reading"


def check(examples: int) -> None:
    seen: Counter[str] = Counter()
    drawn = 0

    @settings(
        max_examples=examples,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(pay_contracts(), pay_readings())
    def run(contract: Contract, readings: Readings) -> None:
        nonlocal drawn
        drawn += 1
        seen.update(features(contract, readings, compare(contract, readings)))

    run()
    shares = {name: seen[name] / drawn for name in LEAST_SHARES}
    poor = {n: s for n, s in shares.items() if s < LEAST_SHARES[n]}
    assert not poor, f"too few of {poor} in {drawn} contracts"


def test_day_by_day() -> None:
    check(500)


@pytest.mark.nightly
def test_day_by_day_at_length() -> None:
    check(20_000)
