"""The facts filled in make a contract, and differ in all that is unknown."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import combinations

import pytest
from attrs import asdict
from hypothesis import given
from hypothesis import strategies as st

from tests.cases.fillers import Required, fillers, one_answer

NAMES = ("born_on", "concluded_on", "starts_on", "ends_on")
SUBSETS = [frozenset(names) for n in range(5) for names in combinations(NAMES, n)]


@given(
    st.sampled_from(SUBSETS),
    st.dates(date(2008, 5, 1), date(2035, 12, 31)),
    st.integers(15 * 365, 64 * 365),
    st.integers(0, 90),
    st.integers(180, 1460),
)
def test_fillers_are_contracts(
    names: frozenset[str], start: date, age: int, signed: int, length: int
) -> None:
    facts = {
        "born_on": start - timedelta(days=age),
        "concluded_on": start - timedelta(days=signed),
        "starts_on": start,
        "ends_on": start + timedelta(days=length),
    }
    known = {name: facts[name] for name in names}
    first, second = fillers(known)
    for filler in (first, second):
        contract = filler.contract(apprentice={}, weekly_hours=None)
        assert contract.apprentice.born_on == filler.born_on
        assert contract.starts_on == filler.starts_on
        assert known.items() <= asdict(filler).items()


def test_fillers_differ_in_what_is_unknown() -> None:
    facts = {
        "born_on": date(2007, 4, 2),
        "concluded_on": date(2025, 8, 20),
        "starts_on": date(2025, 9, 1),
        "ends_on": date(2027, 8, 31),
    }
    for names in SUBSETS:
        first, second = fillers({name: facts[name] for name in names})
        for name in set(NAMES) - names:
            assert getattr(first, name) != getattr(second, name), (names, name)


def test_one_answer_is_given() -> None:
    known = {"ends_on": date(2027, 8, 31)}
    assert one_answer(known, lambda r: {"end": r.ends_on}) == {"end": date(2027, 8, 31)}


def test_two_answers_are_caught() -> None:
    def reads_the_birth(required: Required) -> Mapping[str, object]:
        return {"adult": required.born_on.year < 2000}

    with pytest.raises(AssertionError, match="two fillers, two answers"):
        one_answer({"ends_on": date(2027, 8, 31)}, reads_the_birth)
