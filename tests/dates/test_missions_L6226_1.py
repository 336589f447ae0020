"""L6226-1: each mission of an agency lasts six months at least."""

from datetime import date

import pytest

from apprentissage.dates.agency_missions import AGENCY_MISSIONS
from apprentissage.facts import Contract, Employer, Period, SpecificEmployer
from apprentissage.judging import Outcome
from apprentissage.law.readings import LETTER
from tests.sample import NO, NONE, OPEN, YES, check_speaks, contract, entries, given

AGENCY = SpecificEmployer.TEMPORARY_WORK_AGENCY
TOOL = LETTER.choose(months_counted="END_DAY_EXCLUDED")


def sent(
    *ends: date,
    specific: SpecificEmployer | None = AGENCY,
    missions: tuple[Period, ...] | None = (),
) -> Contract:
    """Missions from 1 September 2025 on, for an agency."""
    return contract(
        employer={"specific": specific},
        missions=tuple(Period(starts_on=date(2025, 9, 1), ends_on=end) for end in ends)
        or missions,
    )


@pytest.mark.parametrize(
    ("ends_on", "outcome", "tool"),
    [(date(2026, 2, 27), NO, NO), (date(2026, 2, 28), YES, NO), (date(2026, 3, 1), YES, YES)],
)
def test_six_months(ends_on: date, outcome: Outcome, tool: Outcome) -> None:
    found = AGENCY_MISSIONS.find(sent(ends_on))
    assert found.outcome is outcome
    part = found.parts[0].parts[0]
    assert part["earliest_on"] == date(2026, 2, 28)
    assert AGENCY_MISSIONS.find(sent(ends_on), TOOL).outcome is tool


def test_one_short_mission_is_one_too_many() -> None:
    found = AGENCY_MISSIONS.find(sent(date(2026, 8, 31), date(2026, 2, 1)))
    assert found.outcome is NO
    assert [part.subject for part in found.parts] == ["mission 1", "mission 2"]
    assert [part.outcome for part in found.parts] == [YES, NO]


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "outcome"),
    [
        (date(2025, 8, 31), date(2026, 8, 31), NO),
        (date(2025, 9, 1), date(2027, 8, 31), YES),
        (date(2026, 9, 1), date(2027, 8, 31), YES),
        (date(2026, 9, 1), date(2027, 9, 1), NO),
        (date(2027, 9, 1), date(2028, 8, 31), NO),
    ],
)
def test_within_the_contract(starts_on: date, ends_on: date, outcome: Outcome) -> None:
    mission = Period(starts_on=starts_on, ends_on=ends_on)
    found = AGENCY_MISSIONS.find(sent(missions=(mission,)))
    assert found.outcome is outcome
    if outcome is NO:
        assert "hors du contrat" in found.sentence
        assert found["contract_ends_on"] == date(2027, 8, 31)


@pytest.mark.parametrize(
    ("day", "outcome"),
    [(date(2011, 7, 29), NONE), (date(2011, 7, 30), NO), (date(2011, 7, 31), NO)],
)
def test_since_july_2011(day: date, outcome: Outcome) -> None:
    short = Period(starts_on=day, ends_on=day)
    of_old = given(day, employer=Employer(specific=AGENCY), missions=(short,))
    assert AGENCY_MISSIONS.find(of_old).outcome is outcome
    assert len(entries(AGENCY_MISSIONS, of_old)) == (outcome is NO)


def test_agenda() -> None:
    (entry,) = entries(AGENCY_MISSIONS, sent(date(2026, 8, 31)))
    assert entry.on == date(2026, 2, 28)
    for specific, missions in ((SpecificEmployer.NONE, None), (None, None), (AGENCY, None)):
        elsewhere = sent(specific=specific, missions=missions)
        assert entries(AGENCY_MISSIONS, elsewhere) == []


def test_who_is_concerned() -> None:
    elsewhere = sent(specific=SpecificEmployer.NONE, missions=None)
    assert AGENCY_MISSIONS.find(elsewhere).outcome is NONE
    assert AGENCY_MISSIONS.find(sent(missions=())).outcome is NONE
    unknown = AGENCY_MISSIONS.find(sent(specific=None))
    assert unknown.missing == ("employer.specific",)
    unsaid = AGENCY_MISSIONS.find(sent(missions=None))
    assert unsaid.outcome is OPEN
    assert unsaid.missing == ("missions",)


def test_sentences() -> None:
    check_speaks(
        AGENCY_MISSIONS,
        sent(date(2026, 2, 27)),
        sent(date(2026, 2, 28)),
        sent(date(2027, 9, 1)),
        given(date(2011, 7, 29)),
        sent(),
        sent(missions=None),
        sent(specific=SpecificEmployer.NONE),
    )
