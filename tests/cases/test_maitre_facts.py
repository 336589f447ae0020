"""Facts of a maître d'apprentissage that no case of the folder leaves out."""

from typing import Any

import pytest

from apprentissage.law.readings import LETTER
from tests.cases import suite

REGULAR = {"kind": "regular"}
COMPETENCE = {
    "employer_sector": "private",
    "zone": "metropole",
    "craft_business": False,
    "target_level": 5,
    "maitre": {"experience_months": 60, "diploma_same_field": False},
    "branch_agreement": None,
}


def answer(topic: str, facts: dict[str, Any]) -> dict[str, Any]:
    return dict(suite.adapters()[topic](facts, LETTER))


@pytest.mark.parametrize(
    ("topic", "day", "facts"),
    [("maitre_competence", "2018-12-31", {**COMPETENCE, "employer_sector": "public"})],
)
def test_before_the_covered_law_nothing_is_decided(
    topic: str, day: str, facts: dict[str, Any]
) -> None:
    given = {"concluded_on": day, **facts}
    assert answer(topic, given)["outcome"] == "undetermined"


@pytest.mark.parametrize(
    ("others", "outcome"), [(1, "compliant"), (2, "undetermined"), (3, "non_compliant")]
)
def test_an_apprentice_of_unknown_kind(others: int, outcome: str) -> None:
    found = answer(
        "maitre_ceiling",
        {
            "concluded_on": "2026-09-01",
            "supervised": [REGULAR] * others,
            "new_apprentice": {},
            "temporary_work_agency": False,
        },
    )
    assert (found["outcome"], found["ceiling"]) == (outcome, 2)


@pytest.mark.parametrize("told", [{}, {"branch_agreement": {}}])
def test_an_agreement_of_which_nothing_is_told(told: dict[str, Any]) -> None:
    facts = {k: v for k, v in COMPETENCE.items() if k != "branch_agreement"}
    given = {"concluded_on": "2026-09-01", **facts, **told}
    assert answer("maitre_competence", given)["outcome"] == "undetermined"


NO_BREVET = {"diploma_same_field": False, "master_craftsman_certificate": False}


@pytest.mark.parametrize(
    ("day", "told", "maitre", "outcome"),
    [
        # R6261-9 may apply: a craft firm asks for the brevet, another does not
        (
            "2026-09-01",
            {"employer_sector": "private", "zone": "alsace-moselle"},
            {"experience_months": 24},
            "undetermined",
        ),
        (
            "2026-09-01",
            {"employer_sector": "private", "zone": "alsace-moselle"},
            {"experience_months": 24, "master_craftsman_certificate": True},
            "compliant",
        ),
        # R6223-24, craft or not: three years at least without the diploma
        (
            "2018-12-31",
            {"employer_sector": "private", "zone": "metropole"},
            {"experience_months": 35},
            "non_compliant",
        ),
        # a craft firm is private: R6223-22 leaves out the apprenticeship
        (
            "2026-09-01",
            {"craft_business": True, "zone": "metropole"},
            {"experience_months": 24, "excluded_months": 12},
            "non_compliant",
        ),
        # D6273-1, of a public employer, leaves nothing out
        (
            "2026-09-01",
            {"craft_business": False, "zone": "metropole"},
            {"experience_months": 24, "excluded_months": 12},
            "undetermined",
        ),
        (
            "2026-09-01",
            {"craft_business": False, "zone": "metropole"},
            {"experience_months": 24},
            "compliant",
        ),
    ],
)
def test_an_employer_half_known(
    day: str, told: dict[str, Any], maitre: dict[str, Any], outcome: str
) -> None:
    facts = {
        "concluded_on": day,
        "target_level": 5,
        "branch_agreement": None,
        **told,
        "maitre": {**NO_BREVET, **maitre},
    }
    assert answer("maitre_competence", facts)["outcome"] == outcome
