"""`missing` is exactly the facts of which some completion turns the outcome.

A fact is taken away from a contract of which all is told, and every value
that it may take is told in its place: where they give two outcomes, the rule
waits for that fact and for no other; where they all give one answer, the rule
gives it without the fact.
"""

import os
import re
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from apprentissage.catalogue import RULES
from apprentissage.facts import Contract
from apprentissage.testing import compliant_contracts, contracts
from tests.properties.test_all_rules import uneventful
from tests.support.completions import MORE, removable, verdicts

FALLS_SHORT: dict[tuple[str, str], str] = {
    ("maitre_designation", "maitres[].moral_guarantees"): (
        "presumed, with a reserve: no form asks for it, a known lack counts"
    )
}
"""Facts that turn a rule which does not wait for them, and why."""
ASKS_FOR_MORE: dict[str | tuple[str, str], str] = {
    "minimum_pay": (
        "it asks together for all that its schedule takes as ordinary, where "
        "one of them could raise the minimum"
    ),
    "derogation_code": (
        "it waits for what the ages and the duration wait for, be it that no "
        "answer of theirs asks for another code"
    ),
    "prior_situation_code": ("it tells codes 7 and 8 from the others, be another one written"),
    ("successive_contracts", "previous[].route"): (
        "of a cycle that is over, beside another contract that is"
    ),
}
"""Rules that wait for more than what turns them, or a fact so, and why."""

DRAWN = contracts(unknowns=False) | compliant_contracts()
SHORT = 30


def faults(contract: Contract, path: str, number: int) -> dict[str, str]:
    """What falls short of exactness where a contract forgets a fact."""
    found: dict[str, str] = {}
    unranked = re.sub(r"\d+", "", path)
    for rule, verdict in verdicts(contract, path, RULES, Random(number)):  # noqa: S311
        fault = verdict.fault(path)
        if fault is None or (
            fault == MORE and not ASKS_FOR_MORE.keys().isdisjoint({rule, (rule, unranked)})
        ):
            continue
        if (rule, unranked) not in FALLS_SHORT:
            found[rule] = f"{fault}: {path} ({verdict.missing})"
    return found


@settings(max_examples=SHORT, derandomize=True, database=None)
@given(st.data(), DRAWN, st.integers(0, 10**6))
def test_missing_is_what_turns_the_outcome(
    data: st.DataObject, contract: Contract, number: int
) -> None:
    contract = uneventful(contract)
    path = data.draw(st.sampled_from([*removable(contract)]))
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
            path = data.draw(st.sampled_from([*removable(contract)]))
            for rule, fault in faults(contract, path, number).items():
                told.setdefault((first + tried, rule), fault)  # noqa: B023

        some()
        tried += 1
    assert tried
    assert told == {}
