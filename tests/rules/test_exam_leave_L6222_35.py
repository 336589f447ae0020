"""L6222-35: five jours ouvrables of paid leave in the month before exams."""

from datetime import date, datetime

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from apprentissage.errors import WrongType
from apprentissage.rules.calendar_entries import Consequence
from apprentissage.rules.exam_leave import (
    EXAM_LEAVE,
    EXAM_LEAVE_DAYS,
    exam_leave_window,
)
from tests.rules.sample import NONE, check_speaks, contract, entries, undated

WITH_EXAM = contract(training={"last_exam_on": date(2027, 6, 15)})


def test_the_month_before() -> None:
    found = EXAM_LEAVE.find(WITH_EXAM)
    assert found.outcome is NONE
    assert found["days"] == EXAM_LEAVE_DAYS == 5
    assert found["opens_on"] == date(2027, 5, 15)
    assert found["closes_on"] == date(2027, 6, 14)
    assert found.sentence == (
        "L'apprenti a droit à 5 jours ouvrables de congé payé, à prendre du "
        "15\xa0mai 2027 au 14\xa0juin 2027."
    )


def test_without_the_day_of_the_exam() -> None:
    found = EXAM_LEAVE.find(contract())
    assert found.outcome is NONE
    assert found.get("opens_on") is None
    (waiting,) = undated(EXAM_LEAVE, contract())
    assert waiting.waits_for == ("training.last_exam_on",)
    assert [(e.on, e.consequence) for e in entries(EXAM_LEAVE, WITH_EXAM)] == [
        (date(2027, 5, 15), Consequence.NONE_KNOWN),
        (date(2027, 6, 14), Consequence.RIGHT_LOST),
    ]


@for_all(st.dates(date(2008, 5, 1), date(2090, 1, 1)))
def test_the_window_is_a_month(day: date) -> None:
    opens_on, closes_on = exam_leave_window(day)
    assert 28 <= (day - opens_on).days <= 31
    assert (day - closes_on).days == 1


def test_sentences() -> None:
    check_speaks(EXAM_LEAVE, contract(), WITH_EXAM)


def test_a_day_is_a_date() -> None:
    with pytest.raises(WrongType):
        exam_leave_window(datetime(2026, 6, 15))
