"""Compliant contracts are built, known in full, and comply."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

from apprentissage.errors import InvalidValue
from apprentissage.facts import AgeExemption, Contract
from apprentissage.judging import Finding, Outcome
from apprentissage.months import completed_years, same_day
from apprentissage.reviewing import review
from apprentissage.testing import (
    COMPLIANT_FROM,
    COMPLIANT_UNTIL,
    compliant_contracts,
    contracts,
    days,
)

COMPLIES = {Outcome.COMPLIANT, Outcome.NOT_APPLICABLE}


def faults(contract: Contract) -> list[Finding]:
    return [f for f in review(contract) if f.outcome not in COMPLIES]


@given(contracts(compliant=True))
def test_every_rule_complies_or_does_not_apply(contract: Contract) -> None:
    assert COMPLIANT_FROM <= contract.concluded_on <= COMPLIANT_UNTIL
    assert faults(contract) == []
    assert review(contract).missing == ()


@settings(max_examples=50)
@given(compliant_contracts(concluded_on=days(date(2019, 1, 1))))
def test_since_2019_only_law_not_covered_is_left(contract: Contract) -> None:
    for fault in faults(contract):
        assert not COMPLIANT_FROM <= contract.concluded_on <= COMPLIANT_UNTIL
        assert [c.name for c in fault.caveats] == ["NOT_COVERED"]


@pytest.mark.parametrize("concluded_on", [date(2018, 12, 31)])
def test_earlier_contracts_are_refused(concluded_on: date) -> None:
    with pytest.raises(InvalidValue, match="2019-01-01"):
        find(contracts(concluded_on=concluded_on, compliant=True), bool)


@given(st.data())
def test_days_and_birth_are_those_stated(data: st.DataObject) -> None:
    contract = data.draw(
        contracts(
            compliant=True,
            starts_on=date(2025, 9, 1),
            ends_on=date(2026, 12, 31),
            born_on=date(2007, 9, 15),
            previous=(),
        )
    )
    assert contract.starts_on == date(2025, 9, 1) >= contract.concluded_on
    assert contract.ends_on == date(2026, 12, 31)
    assert contract.apprentice.born_on == date(2007, 9, 15)
    assert contract.previous == ()


def test_they_reach_the_limits() -> None:
    seen: Counter[str] = Counter()

    @settings(max_examples=500, database=None, derandomize=True)
    @given(contracts(compliant=True))
    def count(contract: Contract) -> None:
        start = contract.starts_on
        age = completed_years(contract.apprentice.born_on, start)
        morrow = date.fromordinal(start.toordinal() + 1)
        seen.update(
            name
            for name, reached in {
                "fifteen": age == 15,
                "eve of 30": age == 29
                and completed_years(contract.apprentice.born_on, morrow) == 30,
                "exempted": contract.age_exemption is AgeExemption.DISABLED_WORKER,
                "CFA on the last day": (
                    contract.training.cfa_training_starts_on == same_day(start, 3)
                ),
                "second contract": bool(contract.previous),
                "filed": contract.file.filed_on is not None,
            }.items()
            if reached
        )

    count()
    assert len(seen) == 6, seen


def test_they_shrink_to_a_simple_contract() -> None:
    simple = find(contracts(compliant=True), lambda _: True, settings=settings(database=None))
    assert simple.concluded_on == simple.starts_on == date(2025, 9, 1)
    assert simple.ends_on == date(2027, 8, 31)
    assert simple.apprentice.born_on == date(2008, 3, 15)
    assert simple.file.filed_on is None
