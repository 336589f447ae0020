"""Facts that a case leaves out, and persons whom a limit does not concern."""

from datetime import date
from types import ModuleType
from typing import Any

import pytest

from apprentissage.law.readings import LETTER
from tests.cases.topics import (
    contract_succession,
    employer_aid,
    filing_deadline,
    maitre_ceiling,
    maitre_competence,
    maitre_designation,
    minors_working_time,
    mobility,
    training_share,
)

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


@pytest.mark.parametrize(
    ("topic", "facts"),
    [
        (maitre_ceiling, {"new_apprentice": {"kind": "regular"}}),
        (contract_succession, {"asked": "third_of_level", "target_level": 5}),
        (contract_succession, {"asked": "after_failure", "ends_on": "2027-08-31"}),
        (training_share, {"duration_months": 24}),
        (maitre_competence, {"employer_sector": "private", "target_level": 5}),
        (maitre_designation, {}),
    ],
)
def test_nobody_and_nothing_told_is_unknown(topic: ModuleType, facts: dict[str, Any]) -> None:
    answer = topic.evaluate(
        {"concluded_on": "2026-09-01", "starts_on": "2026-09-01", **facts}, LETTER
    )
    assert answer["outcome"] == "undetermined"


def test_no_day_to_file_by_before_the_holidays_are_known() -> None:
    # 1 May falls within the five jours ouvrables
    facts = {"starts_on": "2026-04-27", "zone": "metropole"}
    assert filing_deadline.evaluate(facts, LETTER)["due_on"] is None
    known = {**facts, "worked_holidays": []}
    assert filing_deadline.evaluate(known, LETTER)["due_on"] == date(2026, 5, 4)
