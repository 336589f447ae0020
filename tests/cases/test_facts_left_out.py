"""Facts that a case leaves out, and persons whom a limit does not concern."""

from typing import Any

import pytest

from apprentissage.law.readings import LETTER
from tests.cases.topics import employer_aid, minors_working_time, mobility

AID = {
    "concluded_on": "2026-03-08",
    "starts_on": "2026-09-01",
    "born_on": "2005-02-03",
    "headcount": 100,
    "target_level": 4,
    "disabled_worker": False,
    "zone": "metropole",
}


@pytest.mark.parametrize(
    ("name", "amount"),
    [
        ("zone", 5000),
        ("starts_on", 5000),
        ("born_on", 5000),
        ("headcount", None),
        ("target_level", None),
        ("disabled_worker", None),
    ],
)
def test_an_aid_without_a_fact(name: str, amount: int | None) -> None:
    facts = {known: AID[known] for known in AID.keys() - {name}}
    answer = employer_aid.evaluate(facts, LETTER)
    assert answer["first_year_amount"] == amount


@pytest.mark.parametrize(
    ("stay", "outcome"),
    [
        ({}, "undetermined"),
        ({"months_abroad": None}, "compliant"),
        ({"months_abroad": 0}, "compliant"),
        ({"months_abroad": 6}, "compliant"),
        ({"months_abroad": 7}, "non_compliant"),
    ],
)
def test_a_stay_of_no_month(stay: dict[str, Any], outcome: str) -> None:
    facts = {"mobility_starts_on": "2024-09-02", "duration_months": 12, **stay}
    answer = mobility.evaluate(facts, LETTER)
    assert answer["outcome"] == outcome
    assert answer["max_months_abroad"] == 6


NIGHT = {
    "asked": "night",
    "sector": "hospitality",
    "work_starts_at": "15:00",
    "work_ends_at": "23:00",
}
HOURS = {
    "asked": "hours",
    "concluded_on": "2025-09-01",
    "sector": "office",
    "daily_hours": "9",
    "weekly_hours": "40",
}


@pytest.mark.parametrize(
    "facts",
    [
        NIGHT,
        HOURS,
        {"asked": "sunday", "sector": "office"},
        {"asked": "break", "daily_hours": "5", "break_minutes": 20},
        {"asked": "daily_rest", "work_ends_at": "22:00", "next_work_starts_at": "09:00"},
    ],
)
def test_the_majority_ends_the_limits(facts: dict[str, Any]) -> None:
    def outcome(age: int) -> Any:
        answer = minors_working_time.evaluate({"age": age, **facts}, LETTER)
        return answer["outcome"], answer.get("break_required")

    due = True if facts["asked"] == "break" else None
    assert outcome(17) == ("non_compliant", due)
    assert outcome(18) == ("compliant", None if due is None else False)


@pytest.mark.parametrize("concluded_on", [None, "2020-09-01"])
def test_an_absent_authorisation_is_not_granted(concluded_on: str | None) -> None:
    facts = {"age": 17, "concluded_on": concluded_on, **NIGHT}
    answer = minors_working_time.evaluate(facts, LETTER)
    assert answer["outcome"] == "non_compliant"
    granted = {**facts, "night_authorisation": True}
    answer = minors_working_time.evaluate(granted, LETTER)
    assert answer["outcome"] == "compliant"
