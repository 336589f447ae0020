"""`holds_from` is the first day: no day before it would do."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from apprentissage.catalogue import RULES
from apprentissage.facts import Contract
from apprentissage.judging import Outcome, Rule, signed_and_started_on
from apprentissage.law.readings import LETTER
from apprentissage.months import morrow_of
from apprentissage.testing import contracts

SOUGHT = timedelta(days=400)
"""As many days are tried, one by one."""


def first_day(rule: Rule, contract: Contract) -> date | None:
    """The first of these days on which the contract would comply."""
    first = morrow_of(max(contract.concluded_on, contract.apprentice.born_on))
    for shift in range(SOUGHT.days):
        day = first + timedelta(days=shift)
        found = rule.find(signed_and_started_on(contract, day))
        if found.outcome is Outcome.COMPLIANT:
            return day
    return None


@pytest.mark.long
@settings(max_examples=20, derandomize=True, database=None)
@given(contracts())
def test_no_day_before_would_do(contract: Contract) -> None:
    for rule in RULES:
        found = rule.find(contract, LETTER)
        if rule.turning_days is None or found.outcome is not Outcome.NON_COMPLIANT:
            continue
        first, told = first_day(rule, contract), found.holds_from
        if first is None and told is not None:
            assert told > contract.concluded_on + SOUGHT, rule.name
        else:
            assert told == first, rule.name
