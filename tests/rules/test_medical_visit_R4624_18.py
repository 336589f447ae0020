"""R4624-18: two months from hiring; before the post for a minor."""

from datetime import date, datetime

import pytest

from apprentissage.errors import InvalidValue, NotCovered, WrongType
from apprentissage.law.readings import LETTER
from apprentissage.rules.medical_visit import MEDICAL_VISIT, medical_visit
from tests.rules.sample import NONE, check_speaks, contract, entries

START = date(2025, 9, 1)


@pytest.mark.parametrize(
    ("born_on", "due_on"),
    [
        (date(2007, 8, 31), date(2025, 11, 1)),
        (date(2007, 9, 1), date(2025, 11, 1)),
        (date(2007, 9, 2), date(2025, 8, 31)),
    ],
)
def test_a_minor_before_the_post(born_on: date, due_on: date) -> None:
    facts = contract(apprentice={"born_on": born_on})
    found = MEDICAL_VISIT.find(facts)
    assert found.outcome is NONE
    assert found["due_on"] == due_on
    (entry,) = entries(MEDICAL_VISIT, facts)
    assert entry.on == due_on


@pytest.mark.parametrize(
    ("post_on", "due_on"),
    [
        (date(2025, 9, 14), date(2025, 9, 13)),
        (date(2025, 9, 15), date(2025, 11, 1)),
        (date(2025, 9, 16), date(2025, 11, 1)),
    ],
)
def test_the_post_begins_with_the_practical_training(
    post_on: date, due_on: date
) -> None:
    facts = contract(
        apprentice={"born_on": date(2007, 9, 15)},
        employer_training_starts_on=post_on,
    )
    assert MEDICAL_VISIT.find(facts)["due_on"] == due_on


def test_two_months_to_the_day() -> None:
    visit = medical_visit(age=18, starts_on=date(2025, 12, 31))
    assert visit.due_on == date(2026, 2, 28)
    assert visit.before_start is False
    assert medical_visit(age=17, starts_on=START).before_start is True


def test_born_on_29_february() -> None:
    facts = contract(
        concluded_on=date(2026, 2, 28),
        starts_on=date(2026, 2, 28),
        apprentice={"born_on": date(2008, 2, 29)},
    )
    assert MEDICAL_VISIT.find(facts)["due_on"] == date(2026, 4, 28)
    march = LETTER.choose(leap_birthday="MARCH_1")
    assert MEDICAL_VISIT.find(facts, march)["due_on"] == date(2026, 2, 27)


def test_versions() -> None:
    medical_visit(age=18, starts_on=date(2019, 1, 1))
    with pytest.raises(NotCovered):
        medical_visit(age=18, starts_on=date(2018, 12, 31))
    with pytest.raises(NotCovered):
        medical_visit(age=18, starts_on=START, concluded_on=date(2018, 12, 31))


def test_sentences() -> None:
    check_speaks(
        MEDICAL_VISIT,
        contract(),
        contract(apprentice={"born_on": date(2009, 1, 1)}),
    )


def test_bad_input() -> None:
    with pytest.raises(WrongType):
        medical_visit(age=18, starts_on=datetime(2025, 9, 1))
    with pytest.raises(WrongType):
        medical_visit(age=True, starts_on=START)
    with pytest.raises(InvalidValue):
        medical_visit(age=-1, starts_on=START)
