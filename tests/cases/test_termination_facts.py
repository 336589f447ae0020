"""The facts of a termination that the published cases leave out."""

from datetime import date, timedelta

import pytest

from apprentissage.law.readings import LETTER
from tests.cases.topics.termination import evaluate


def outcome(**facts: object) -> object:
    return evaluate(facts, LETTER)["outcome"]


@pytest.mark.parametrize(
    ("concluded_on", "company_days", "expected"),
    [
        ("2025-09-01", None, "undetermined"),
        ("2025-09-01", 0, "compliant"),
        ("2015-08-19", 46, "non_compliant"),
        ("2015-08-18", 46, "undetermined"),
    ],
)
def test_free_period(concluded_on: str, company_days: int | None, expected: str) -> None:
    known = {} if company_days is None else {"company_days": company_days}
    asked = {"asked": "free_period", "concluded_on": concluded_on}
    assert outcome(**asked, **known, cfa_days=20) == expected


DAYS = {
    "mediator_referred_on": date(2026, 1, 5),
    "employer_informed_on": date(2026, 1, 10),
    "terminated_on": date(2026, 1, 17),
}


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ((), "undetermined"),
        (("mediator_referred_on",), "undetermined"),
        (("employer_informed_on",), "undetermined"),
        (("terminated_on",), "undetermined"),
        (("mediator_referred_on", "terminated_on"), "undetermined"),
        (("employer_informed_on", "terminated_on"), "undetermined"),
        (("mediator_referred_on", "employer_informed_on"), "compliant"),
        (tuple(DAYS), "compliant"),
    ],
)
@pytest.mark.parametrize("days_before", [0, 20, 44, 47, 120])
def test_resignation_whenever_the_contract_began(
    declared: tuple[str, ...], expected: str, days_before: int
) -> None:
    concluded_on = date(2026, 1, 5) - timedelta(days=days_before)
    asked = {"asked": "resignation", "concluded_on": concluded_on.isoformat()}
    known = {name: DAYS[name].isoformat() for name in declared}
    assert outcome(**asked, **known) == expected
