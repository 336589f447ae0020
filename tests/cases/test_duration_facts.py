"""What the dates of a case on duration tell without a fact that names it."""

import pytest

from apprentissage.law.readings import LETTER
from tests.cases.topics.contract_duration import evaluate

CYCLE = {"cycle_starts_on": "2025-09-01", "cycle_ends_on": "2027-08-31"}


@pytest.mark.parametrize(
    ("signed", "ends_on", "outcome"),
    [
        # L6222-12-1: the contract is shorter by the months gone by
        ("2025-09-02", "2027-08-31", "compliant"),
        ("2025-11-30", "2027-08-31", "compliant"),
        ("2025-12-01", "2027-08-31", "compliant"),
        # the three months are over, or the contract leaves the cycle early
        ("2025-12-02", "2027-08-31", "non_compliant"),
        ("2025-11-30", "2027-08-30", "non_compliant"),
        ("2025-09-01", "2027-08-30", "non_compliant"),
    ],
)
def test_training_before_the_contract(signed: str, ends_on: str, outcome: str) -> None:
    facts = {"concluded_on": signed, "starts_on": signed, "ends_on": ends_on}
    agreed = {"tripartite_agreement": False}
    found = evaluate({**facts, **CYCLE, **agreed}, LETTER)
    assert (found["outcome"], found["code"]) == (outcome, None)


def test_a_cycle_begun_before_2019_needs_an_agreement() -> None:
    facts = {
        "concluded_on": "2019-01-02",
        "starts_on": "2019-01-02",
        "ends_on": "2020-12-30",
        "cycle_starts_on": "2018-12-31",
        "cycle_ends_on": "2020-12-30",
    }
    assert evaluate(facts, LETTER)["outcome"] == "undetermined"


@pytest.mark.parametrize("known", ["mission_starts_on", "mission_ends_on"])
def test_half_a_mission_is_unknown(known: str) -> None:
    facts = {
        "concluded_on": "2025-09-01",
        "starts_on": "2025-09-01",
        "ends_on": "2027-08-31",
        "temporary_work_agency": True,
        known: "2026-03-31",
    }
    assert evaluate(facts, LETTER)["outcome"] == "undetermined"


@pytest.mark.parametrize(
    ("ends_on", "outcome"), [("2026-08-31", "compliant"), ("2026-09-01", "non_compliant")]
)
def test_a_whole_contract_that_repeats_a_year(ends_on: str, outcome: str) -> None:
    facts = {
        "concluded_on": "2025-09-01",
        "starts_on": "2025-09-01",
        "ends_on": ends_on,
        "extra_year": "failed_exam",
        "extra_year_starts_on": "2025-09-01",
    }
    found = evaluate(facts, LETTER)
    assert found["outcome"] == outcome
    assert str(found["latest_end_on"]) == "2026-08-31"
