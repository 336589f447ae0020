"""What the topics answer where no case of the folder asks."""

from typing import Any

import pytest

from apprentissage.law.readings import LETTER
from tests.cases.topics import age_eligibility, pre_contract_training

FACTS = {"concluded_on": "2026-09-01", "starts_on": "2026-09-07", "exemption": "failed_exam"}
FAILED = {
    "route": "apprenticeship",
    "ended_on": "2026-08-31",
    "same_diploma": True,
    "already_prolonged": False,
    "same_employer": False,
    "diploma_obtained": False,
}


class TestEndUnknownAfterAFailure:
    """Absent facts are unknown, the end of the contract as any other."""

    @pytest.mark.parametrize(
        ("born_on", "cycle", "outcome", "contested"),
        [
            ("1994-05-01", {}, "undetermined", False),
            # 30 on the start, 29 on the conclusion
            ("1996-09-07", {}, "undetermined", True),
            ("1996-09-08", {}, "compliant", False),
            # decided whatever the end
            ("1994-05-01", {"same_employer": True}, "non_compliant", False),
        ],
    )
    def test_it_waits_only_where_the_end_decides(
        self, born_on: str, cycle: dict[str, Any], outcome: str, contested: bool
    ) -> None:
        previous = {**FAILED, **cycle}
        facts = {**FACTS, "born_on": born_on, "previous": previous}
        assert age_eligibility.evaluate(facts, LETTER) == {
            "outcome": outcome,
            "contested": contested,
            "code": None,
            "exemption": None,
        }


@pytest.mark.parametrize("relied_on", [None, "business_project", "higher_diploma"])
def test_an_exemption_that_is_not_relied_on_counts(relied_on: str | None) -> None:
    facts = {
        **FACTS,
        "born_on": "1994-05-01",
        "ends_on": "2027-09-06",
        "exemption": relied_on,
        "target_level": 5,
        "previous": FAILED,
    }
    found = age_eligibility.evaluate(facts, LETTER)
    assert (found["outcome"], found["code"]) == ("compliant", "12")
    assert found["exemption"] == "failed_exam"


def test_a_cycle_begun_before_the_text_was_read_is_undetermined() -> None:
    def outcome(cycle_starts_on: str) -> object:
        facts = {"born_on": "2000-01-01", "cycle_starts_on": cycle_starts_on}
        return pre_contract_training.evaluate(facts, LETTER)["outcome"]

    assert outcome("2011-07-29") == "undetermined"
    assert outcome("2011-07-30") == "non_compliant"
    assert outcome("2018-12-31") == "compliant"
