"""`missing` is exactly the facts of which some completion turns the outcome.

A fact is taken away from a contract of which all is told, and every value
that it may take is told in its place: where they give two outcomes, the rule
waits for that fact and for no other; where they all give one answer, the rule
gives it without the fact.
"""

import os
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from apprentissage.catalogue import RULES
from apprentissage.facts import Contract
from apprentissage.testing import compliant_contracts, contracts
from tests.properties.paths import is_event
from tests.properties.test_all_rules import uneventful
from tests.support.completions import removable, verdicts

DRAWN = contracts(unknowns=False) | compliant_contracts()
SHORT = 30


def awaited(contract: Contract) -> list[str]:
    """The facts told that are no events, and whose values can be listed."""
    return [path for path in removable(contract) if not is_event(contract, path)]


def faults(contract: Contract, path: str, number: int) -> dict[str, str]:
    """What falls short of exactness where a contract forgets a fact."""
    found: dict[str, str] = {}
    for rule, verdict in verdicts(contract, path, RULES, Random(number)):  # noqa: S311
        fault = verdict.fault(path)
        if fault is not None:
            found[rule] = f"{fault}: {path} ({verdict.missing})"
    return found


@settings(max_examples=SHORT, derandomize=True, database=None)
@given(st.data(), DRAWN, st.integers(0, 10**6))
def test_missing_is_what_turns_the_outcome(
    data: st.DataObject, contract: Contract, number: int
) -> None:
    contract = uneventful(contract)
    path = data.draw(st.sampled_from(awaited(contract)))
    assert faults(contract, path, number) == {}


@pytest.mark.nightly
def test_missing_is_what_turns_the_outcome_for_long() -> None:
    """From a new seed; `MISSING_SEED` and `MISSING_MINUTES` choose others."""
    now = datetime.now(tz=UTC)
    first = int(os.environ.get("MISSING_SEED", now.timestamp()))
    minutes = float(os.environ.get("MISSING_MINUTES", "20"))
    end, tried = now + timedelta(minutes=minutes), 0
    told: dict[tuple[int, str], str] = {}
    while datetime.now(tz=UTC) < end:

        @seed(first + tried)
        @settings(
            max_examples=100,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(st.data(), DRAWN, st.integers(0, 10**6))
        def some(data: st.DataObject, contract: Contract, number: int) -> None:
            contract = uneventful(contract)
            path = data.draw(st.sampled_from(awaited(contract)))
            for rule, fault in faults(contract, path, number).items():
                told.setdefault((first + tried, rule), fault)  # noqa: B023

        some()
        tried += 1
    assert tried
    assert told == {}
