"""Facts of the pay topics that no case of the data has together."""

from collections.abc import Mapping
from typing import Any

import pytest

from apprentissage.law.readings import LETTER
from tests.cases.topics import salary_points, salary_schedule

YEAR = {
    "born_on": "2006-03-05",
    "concluded_on": "2025-09-01",
    "starts_on": "2025-09-01",
    "ends_on": "2026-08-31",
    "zone": "metropole",
    "employer_sector": "private",
}
REPEATED = {"extra_year": "failed_exam", "extra_year_starts_on": "2025-09-01"}
LICENCE = {"licence_professionnelle": True}


def grid(*rates: str) -> Mapping[str, Any]:
    return {"conventional_grid": {"base": "statutory", "rates": {"18_20": rates}}}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        # a year without a conventional rate follows the law
        (grid("67", "77"), "67"),
        ({**grid("67", "77"), "entry_year_of_cycle": 3}, "67"),
        ({**grid("68"), "entry_year_of_cycle": 2}, "51"),
        ({**grid("50", "60", "70", "80"), "entry_year_of_cycle": 3}, "70"),
        # D6222-32, whatever else is said of the cycle
        (LICENCE, "51"),
        ({**LICENCE, "entry_year_of_cycle": 3}, "51"),
        ({**LICENCE, "previous": {"same_level": False}}, "51"),
        # L6222-11, another employer: the whole contract prolongs
        (REPEATED, "43"),
        ({**REPEATED, "entry_year_of_cycle": 2}, "51"),
    ],
)
def test_first_rate(facts: Mapping[str, Any], expected: str) -> None:
    answer = salary_schedule.evaluate({**YEAR, **facts}, LETTER)
    assert str(answer["lines"][0]["rate"]) == expected


def test_overtime_of_a_month_alone() -> None:
    facts = {
        "asked": "overtime",
        "on": "2024-01-01",
        "zone": "metropole",
        "rates": ["100"],
        "overtime_hours": "10",
        "overtime_premium": "25",
    }
    answer = salary_points.evaluate(facts, LETTER)
    assert str(answer["overtime_monthly"]) == "145.63"
    assert answer == salary_points.evaluate({**facts, "weekly_hours": "35"}, LETTER)


def test_floor_without_the_fifteen_points() -> None:
    facts = {
        "asked": "succession_floor",
        "concluded_on": "2018-09-03",
        "previous": {"same_employer": True, "last_rate": "55"},
    }
    assert str(salary_points.evaluate(facts, LETTER)["rate"]) == "55"
