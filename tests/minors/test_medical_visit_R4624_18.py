"""R6222-36: « au plus tard dans les deux mois qui suivent son embauche ».

R6222-40-1 before 2020-04-01. R4624-18: before the post for a minor. R4624-24:
before the post too, by a reading, on one of reinforced follow-up.
"""

from datetime import date, datetime

import pytest

from apprentissage.errors import InvalidValue, NotCovered, WrongType
from apprentissage.law.readings import LETTER, Readings
from apprentissage.minors.medical_visit import MEDICAL_VISIT, medical_visit
from apprentissage.months import same_day
from tests.sample import NONE, check_speaks, contract, entries

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
    assert found["latest_on"] == due_on
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
def test_the_post_begins_with_the_practical_training(post_on: date, due_on: date) -> None:
    facts = contract(
        apprentice={"born_on": date(2007, 9, 15)}, employer_training_starts_on=post_on
    )
    assert MEDICAL_VISIT.find(facts)["latest_on"] == due_on


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
    assert MEDICAL_VISIT.find(facts)["latest_on"] == date(2026, 4, 28)
    march = LETTER.choose(leap_birthday="MARCH_1")
    assert MEDICAL_VISIT.find(facts, march)["latest_on"] == date(2026, 2, 27)


@pytest.mark.parametrize(
    ("starts_on", "article"),
    [
        (date(2011, 12, 24), "LEGIARTI000025022141"),
        (date(2016, 12, 31), "LEGIARTI000025022141"),
        (date(2017, 1, 1), "LEGIARTI000033769671"),
        (date(2020, 3, 31), "LEGIARTI000033769671"),
        (date(2020, 4, 1), "LEGIARTI000041769788"),
    ],
)
def test_versions(starts_on: date, article: str) -> None:
    """By the day of hiring: trial 19."""
    adult = contract(
        concluded_on=starts_on,
        starts_on=starts_on,
        ends_on=same_day(starts_on, 24),
        apprentice={"born_on": same_day(starts_on, -12 * 20)},
    )
    found = MEDICAL_VISIT.find(adult)
    assert found["latest_on"] == same_day(starts_on, 2)
    assert [source.url[-20:] for source in found.sources if source.url] == [article]


def test_before_the_first_version() -> None:
    with pytest.raises(NotCovered):
        medical_visit(age=18, starts_on=date(2011, 12, 23))


@pytest.mark.parametrize(
    ("starts_on", "before", "names"),
    [(date(2016, 12, 31), False, ["MINORS_VISIT_UNREAD"]), (date(2017, 1, 1), True, [])],
)
def test_minors_before_2017(starts_on: date, before: bool, names: list[str]) -> None:
    minor = contract(
        concluded_on=starts_on,
        starts_on=starts_on,
        ends_on=same_day(starts_on, 24),
        apprentice={"born_on": same_day(starts_on, -12 * 16)},
    )
    found = MEDICAL_VISIT.find(minor)
    assert [caveat.name for caveat in found.caveats] == names
    visit = medical_visit(age=16, starts_on=starts_on)
    assert visit.before_start is before
    assert visit.due_on == found["latest_on"]


BEFORE = LETTER.choose(reinforced_visit="BEFORE_POST")


class TestReinforcedFollowUp:
    """Trial 20: both readings are told."""

    @pytest.mark.parametrize(
        ("reinforced", "readings", "before"),
        [
            (True, LETTER, False),
            (True, BEFORE, True),
            (False, BEFORE, False),
            (None, BEFORE, False),
        ],
    )
    def test_the_plain_function(
        self, reinforced: bool | None, readings: Readings, before: bool
    ) -> None:
        visit = medical_visit(
            age=20, starts_on=START, reinforced_follow_up=reinforced, readings=readings
        )
        assert visit.before_start is before
        due_on = date(2025, 8, 31) if before else date(2025, 11, 1)
        assert visit.due_on == due_on

    @pytest.mark.parametrize(
        ("facts", "told"),
        [
            ({"reinforced_follow_up": True}, True),
            ({"reinforced_follow_up": False, "listed_work": True}, False),
            ({"listed_work": True}, True),
            ({"listed_work": False}, False),
            ({}, False),
        ],
    )
    def test_the_other_reading_is_told(self, facts: dict[str, bool], told: bool) -> None:
        found = MEDICAL_VISIT.find(contract(**facts))
        assert found["latest_on"] == date(2025, 11, 1)
        names = [caveat.name for caveat in found.caveats]
        assert names == ["REINFORCED_VISIT_BEFORE_POST"] * told

    def test_before_the_post(self) -> None:
        facts = contract(reinforced_follow_up=True, employer_training_starts_on=date(2025, 9, 15))
        found = MEDICAL_VISIT.find(facts, BEFORE)
        assert found["latest_on"] == date(2025, 9, 14)
        assert "R. 4624-24" in found.sources[0].reference
        (entry,) = MEDICAL_VISIT.dates(facts, BEFORE)  # type: ignore[misc]
        assert entry.label.startswith("Examen médical d'aptitude")

    def test_a_minor_before_the_post_anyway(self) -> None:
        minor = contract(apprentice={"born_on": date(2009, 1, 1)}, listed_work=True)
        found = MEDICAL_VISIT.find(minor)
        assert found.caveats == ()
        assert "R. 4624-18" in found.sources[0].reference


def test_a_post_before_the_contract_is_a_slip() -> None:
    slip = contract(employer_training_starts_on=date(2006, 9, 1))
    assert MEDICAL_VISIT.find(slip)["latest_on"] == date(2025, 11, 1)


def test_sentences() -> None:
    check_speaks(
        MEDICAL_VISIT,
        contract(),
        contract(reinforced_follow_up=True),
        contract(apprentice={"born_on": date(2009, 1, 1)}),
    )


def test_bad_input() -> None:
    with pytest.raises(WrongType):
        medical_visit(age=18, starts_on=datetime(2025, 9, 1))
    with pytest.raises(WrongType):
        medical_visit(age=True, starts_on=START)
    with pytest.raises(InvalidValue):
        medical_visit(age=-1, starts_on=START)
