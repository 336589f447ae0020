"""L6222-35: five jours ouvrables of paid leave in the month before the exams.

« Ce congé, qui donne droit au maintien du salaire, est situé dans le mois qui
précède les épreuves. » The month is counted before the first exam: with
papers in May and an oral in July the right is lost in May.
"""

from datetime import date, datetime

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from apprentissage.dates.exam_leave import EXAM_LEAVE, exam_leave_window
from apprentissage.errors import InvalidValue, NotCovered, WrongType
from apprentissage.facts import Contract, Training
from apprentissage.judging import Consequence
from tests.sample import NONE, OPEN, check_speaks, contract, entries, undated


def sitting(first: date | None, last: date | None = None) -> Contract:
    """From 2025-09-01 to 2027-08-31."""
    return contract(training={"first_exam_on": first, "last_exam_on": last})


PAPERS, ORAL = date(2027, 5, 8), date(2027, 7, 4)


def test_the_month_before_the_first_exam() -> None:
    found = EXAM_LEAVE.find(sitting(PAPERS, ORAL))
    assert found.outcome is NONE
    assert found.reminds
    assert found["days"] == 5
    assert found["opens_on"] == date(2027, 4, 8)
    assert found["closes_on"] == date(2027, 5, 7)
    assert found.sentence == (
        "L'apprenti a droit à 5 jours ouvrables de congé payé, à prendre du "
        "8\xa0avril 2027 au 7\xa0mai 2027."
    )


def test_the_last_exam_alone_gives_no_day() -> None:
    found = EXAM_LEAVE.find(sitting(None, ORAL))
    assert found.outcome is OPEN
    assert found.missing == ("training.first_exam_on",)
    assert found["days"] == 5
    assert found.get("opens_on") is None
    (waiting,) = undated(EXAM_LEAVE, sitting(None, ORAL))
    assert waiting.waits_for == ("training.first_exam_on",)
    assert entries(EXAM_LEAVE, sitting(None, ORAL)) == []


def test_agenda() -> None:
    found = entries(EXAM_LEAVE, sitting(PAPERS, ORAL))
    assert [(entry.on, entry.consequence) for entry in found] == [
        (date(2027, 4, 8), Consequence.NONE_KNOWN),
        (date(2027, 5, 7), Consequence.RIGHT_LOST),
    ]


@pytest.mark.parametrize(
    ("first", "window"),
    [
        (date(2025, 8, 31), None),
        (date(2025, 9, 1), None),
        (date(2025, 9, 2), (date(2025, 9, 1), date(2025, 9, 1))),
        (date(2027, 9, 1), (date(2027, 8, 1), date(2027, 8, 31))),
        (date(2027, 9, 30), (date(2027, 8, 30), date(2027, 8, 31))),
        (date(2027, 10, 1), None),
    ],
)
def test_the_leave_lies_in_the_contract(first: date, window: tuple[date, date] | None) -> None:
    found = EXAM_LEAVE.find(sitting(first))
    assert found.outcome is NONE
    if window is None:
        assert found.get("opens_on") is None
        assert entries(EXAM_LEAVE, sitting(first)) == []
    else:
        assert (found["opens_on"], found["closes_on"]) == window


@for_all(st.dates(date(2008, 5, 1), date(2090, 1, 1)))
def test_the_window_is_a_month(day: date) -> None:
    opens_on, closes_on = exam_leave_window(day)
    assert 28 <= (day - opens_on).days <= 31
    assert (day - closes_on).days == 1


def test_sentences() -> None:
    check_speaks(EXAM_LEAVE, sitting(None), sitting(PAPERS), sitting(date(2025, 9, 1)))


def test_bad_days() -> None:
    with pytest.raises(WrongType):
        exam_leave_window(datetime(2026, 6, 15))
    with pytest.raises(NotCovered):
        exam_leave_window(date(2008, 4, 30))
    with pytest.raises(InvalidValue):
        Training(first_exam_on=ORAL, last_exam_on=PAPERS)
