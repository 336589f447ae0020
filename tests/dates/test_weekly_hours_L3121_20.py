"""L3121-20: a week of work has forty-eight hours at most.

« Au cours d'une même semaine, la durée maximale hebdomadaire de travail est de
quarante-huit heures. » A week without an hour is a mistake.
"""

from datetime import date
from decimal import Decimal

import pytest

from apprentissage.dates.weekly_hours import WEEKLY_HOURS
from apprentissage.judging import Outcome
from apprentissage.law.sources import article
from tests.sample import NO, NONE, OPEN, YES, check_speaks, contract, given


@pytest.mark.parametrize(
    ("hours", "expected"),
    [("0", NO), ("0.5", YES), ("35", YES), ("48", YES), ("48.01", NO), ("60", NO), (None, OPEN)],
)
def test_from_an_hour_to_forty_eight(hours: str | None, expected: Outcome) -> None:
    facts = contract(weekly_hours=None if hours is None else Decimal(hours))
    found = WEEKLY_HOURS.find(facts)
    assert found.outcome is expected
    if expected is OPEN:
        assert found.missing == ("weekly_hours",)
    else:
        cited = "L6222-24" if hours == "0" else "L3121-20"
        assert found.sources == (article(cited, facts.concluded_on),)


@pytest.mark.parametrize(
    ("ends_on", "expected"), [(date(2016, 8, 9), NONE), (date(2016, 8, 10), NO)]
)
def test_the_number_of_the_article_is_of_august_2016(ends_on: date, expected: Outcome) -> None:
    facts = given(date(2014, 9, 1), ends_on=ends_on, weekly_hours=Decimal(60))
    assert WEEKLY_HOURS.find(facts).outcome is expected


def test_sentences() -> None:
    check_speaks(
        WEEKLY_HOURS,
        contract(),
        *(contract(weekly_hours=Decimal(n)) for n in (0, 35, 60)),
        given(date(2014, 9, 1), ends_on=date(2016, 8, 9), weekly_hours=Decimal(60)),
    )
    assert WEEKLY_HOURS.find(contract(weekly_hours=Decimal(60))).sentence == (
        "La durée hebdomadaire, 60\xa0h, dépasse le maximum de 48\xa0h."
    )
