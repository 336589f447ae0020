"""The end of the contract, by doctrine: no article says it.

The form's sheet: the end « ne peut être postérieure de plus de 2 mois à la
date des examens ou de la fin du cycle de formation »; the contract must
« englober » the exams.
"""

from datetime import date, datetime
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given as for_all
from hypothesis import strategies as st

from apprentissage.dates.contract_end import CONTRACT_END, contract_end_limit
from apprentissage.errors import InvalidValue, WrongType
from apprentissage.facts import Contract, Employer, EmployerType
from apprentissage.facts.authorities import SourceKind
from apprentissage.judging import AgendaEntry, Consequence, Finding, Outcome, Undated
from apprentissage.law.readings import LETTER
from apprentissage.months import morrow_of
from tests.sample import NO, OPEN, YES, check_speaks, contract, entries, undated
from tests.support.missing import check_missing

EXAM_ONLY = LETTER.choose(end_of_contract="LAST_EXAM")
THREE_MONTHS = LETTER.choose(end_of_contract="THREE_MONTHS")
EXAM, CYCLE = date(2026, 6, 15), date(2026, 7, 10)


def asked(**facts: Any) -> Finding:
    return contract_end_limit(starts_on=date(2024, 9, 2), concluded_on=date(2024, 8, 30), **facts)


def ending(ends_on: date, exam: date | None = EXAM, cycle: date | None = CYCLE) -> Contract:
    return contract(ends_on=ends_on, training={"last_exam_on": exam, "cycle_ends_on": cycle})


@pytest.mark.parametrize(
    ("ends_on", "outcome", "exam_only"),
    [
        (date(2026, 6, 14), NO, NO),
        (date(2026, 6, 15), YES, YES),
        (date(2026, 6, 16), YES, YES),
        (date(2026, 8, 14), YES, YES),
        (date(2026, 8, 15), YES, YES),
        (date(2026, 8, 16), YES, NO),
        (date(2026, 9, 9), YES, NO),
        (date(2026, 9, 10), YES, NO),
        (date(2026, 9, 11), NO, NO),
    ],
)
def test_from_the_last_exam_to_two_months_after(
    ends_on: date, outcome: Outcome, exam_only: Outcome
) -> None:
    found = CONTRACT_END.find(ending(ends_on))
    assert found.outcome is outcome
    assert found["latest_on"] == date(2026, 9, 10)
    assert CONTRACT_END.find(ending(ends_on), EXAM_ONLY).outcome is exam_only
    other = CONTRACT_END.find(ending(ends_on), THREE_MONTHS).outcome
    assert {contested.choice.name for contested in found.contested} == {
        name
        for name, under in (("LAST_EXAM", exam_only), ("THREE_MONTHS", other))
        if under is not outcome
    }


@pytest.mark.parametrize(
    ("ends_on", "outcome", "tool"),
    [
        (date(2026, 8, 30), YES, YES),
        (date(2026, 8, 31), NO, YES),
        (date(2026, 9, 30), NO, YES),
        (date(2026, 10, 1), NO, NO),
    ],
)
def test_exam_and_cycle_on_30_june(ends_on: date, outcome: Outcome, tool: Outcome) -> None:
    # 31 August, the most usual end, is one day late under the sheet alone
    june = date(2026, 6, 30)
    facts = ending(ends_on, exam=june, cycle=june)
    found = CONTRACT_END.find(facts)
    assert found.outcome is outcome
    assert CONTRACT_END.find(facts, THREE_MONTHS).outcome is tool
    contested = [(c.choice.name, c.outcome) for c in found.contested]
    assert contested == ([] if outcome is tool else [("THREE_MONTHS", tool)])


@pytest.mark.parametrize(
    ("exam", "outcome"),
    [(date(2025, 6, 19), NO), (date(2025, 8, 31), NO), (date(2025, 9, 1), YES)],
)
def test_an_exam_before_the_contract_is_mistyped(exam: date, outcome: Outcome) -> None:
    # the contract starts on 2025-09-01
    facts = ending(date(2026, 8, 31), exam=exam, cycle=date(2026, 7, 5))
    found = CONTRACT_END.find(facts)
    assert found.outcome is outcome
    told = {entry.on for entry in entries(CONTRACT_END, facts)}
    assert (exam in told) is (outcome is YES)
    if outcome is NO:
        assert found.sentence.startswith("La dernière épreuve, du ")
        assert "précède le début du contrat" in found.sentence


@pytest.mark.parametrize(
    ("exam", "latest_on"),
    [
        (date(2026, 6, 30), date(2026, 8, 30)),
        (date(2025, 12, 31), date(2026, 2, 28)),
        (date(2023, 12, 31), date(2024, 2, 29)),
    ],
)
def test_the_last_day(exam: date, latest_on: date) -> None:
    assert asked(last_exam_on=exam)["latest_on"] == latest_on
    early = asked(last_exam_on=exam, cycle_ends_on=date(2023, 1, 1))
    assert early["latest_on"] == latest_on


@pytest.mark.parametrize(
    ("ends_on", "names"), [(date(2026, 9, 10), set()), (date(2026, 9, 11), {"NOT_IN_THE_CODE"})]
)
def test_what_it_rests_on_is_said(ends_on: date, names: set[str]) -> None:
    found = CONTRACT_END.find(ending(ends_on))
    assert {caveat.name for caveat in found.caveats} == names
    assert {source.kind for source in found.sources} == {SourceKind.DOCTRINE, SourceKind.LAW}


SHEET = "fiche Cerfa FA13 d'OPCO EP (mai 2023), n° 24"
INFFO = "Centre Inffo, FAQ du 6 janvier 2023"
TOOL = "téléservice de l'État : fin du contrat"
ENSUPLR = "ensuplr.fr : soutenance incluse dans le contrat"
EXAM_BINDS = "art. L. 6222-34 du code du travail"


def cited(of: Finding | AgendaEntry | Undated) -> list[str]:
    return [source.reference for source in of.sources]


def test_each_part_and_each_day_names_whose_doctrine_it_follows() -> None:
    # who wants the exam within the contract; L6222-34 only binds to sit it
    covers = [TOOL, ENSUPLR]
    # who gives two months after the exams or the cycle; the control gives three
    for readings, holders in (
        (LETTER, [SHEET, INFFO]),
        (EXAM_ONLY, [TOOL]),
        (THREE_MONTHS, [TOOL]),
    ):
        for facts in (ending(date(2026, 6, 1)), ending(date(2026, 12, 31))):
            exam, delay = CONTRACT_END.find(facts, readings).parts
            assert (cited(exam), cited(delay)) == ([*covers, EXAM_BINDS], holders)
            latest, last_exam = entries(CONTRACT_END, facts, readings)
            assert (cited(latest), cited(last_exam)) == (holders, covers)
    unknown, _ = CONTRACT_END.find(ending(date(2026, 8, 31), exam=None)).parts
    assert cited(unknown) == [*covers, EXAM_BINDS]
    mistyped, _ = CONTRACT_END.find(ending(date(2026, 8, 31), exam=date(2025, 6, 19))).parts
    assert cited(mistyped) == [EXAM_BINDS]
    (waiting,) = undated(CONTRACT_END, contract())
    assert cited(waiting) == [SHEET, INFFO]


def test_what_is_missing() -> None:
    values = {
        "training.last_exam_on": (date(2026, 6, 15), date(2026, 9, 1)),
        "training.cycle_ends_on": (date(2026, 6, 15), date(2026, 7, 10)),
    }
    check_missing(CONTRACT_END, ending(date(2026, 8, 20), exam=None, cycle=None), values)
    check_missing(
        CONTRACT_END,
        ending(date(2026, 8, 20), cycle=None),
        {"training.cycle_ends_on": values["training.cycle_ends_on"]},
    )
    assert CONTRACT_END.find(ending(date(2026, 8, 15), cycle=None)).outcome is (YES)
    unknown = CONTRACT_END.find(ending(date(2026, 8, 15), exam=None))
    assert unknown.outcome is OPEN
    assert unknown.missing == ("training.last_exam_on",)
    exam_only = CONTRACT_END.find(ending(date(2026, 8, 15), exam=None), EXAM_ONLY)
    assert exam_only["latest_on"] is None


def test_agenda() -> None:
    found = entries(CONTRACT_END, ending(date(2026, 8, 31)))
    assert [entry.on for entry in found] == [date(2026, 9, 10), EXAM]
    assert [entry.kind for entry in found] == [SourceKind.DOCTRINE, SourceKind.DOCTRINE]
    for employer, refusal in (
        (EmployerType.ASSOCIATION, Consequence.REFUSAL_POSSIBLE),
        (EmployerType.COMMUNE, Consequence.DEPOSIT_REFUSAL_POSSIBLE),
        (None, Consequence.FILE_REFUSAL_POSSIBLE),
    ):
        facts = evolve(ending(date(2026, 8, 31)), employer=Employer(type=employer))
        told = {entry.consequence for entry in entries(CONTRACT_END, facts)}
        assert told == {refusal}
    (waiting,) = undated(CONTRACT_END, contract())
    assert waiting.waits_for == ("training.last_exam_on", "training.cycle_ends_on")


@for_all(st.dates(date(2008, 5, 1), date(2090, 1, 1)))
def test_the_limit_is_monotone_and_lawful(exam: date) -> None:
    latest_on = asked(last_exam_on=exam)["latest_on"]
    later = asked(last_exam_on=morrow_of(exam))["latest_on"]
    assert isinstance(latest_on, date)
    assert isinstance(later, date)
    assert latest_on <= later
    facts = contract(
        starts_on=exam,
        ends_on=latest_on,
        apprentice={"born_on": date(1990, 1, 1)},
        training={"last_exam_on": exam, "cycle_ends_on": exam},
    )
    assert CONTRACT_END.find(facts).outcome is YES


def test_sentences() -> None:
    check_speaks(
        CONTRACT_END,
        ending(date(2026, 6, 14)),
        ending(date(2026, 8, 15)),
        ending(date(2026, 12, 31)),
        ending(date(2026, 8, 31), exam=None),
        ending(date(2026, 8, 31), exam=date(2025, 6, 19)),
        contract(),
    )


def test_a_day_to_count_from() -> None:
    assert asked().missing == ("cycle_ends_on", "ends_on", "last_exam_on")
    assert asked()["latest_on"] is None
    cycle = {"cycle_ends_on": date(2026, 7, 10)}
    assert asked(**cycle)["latest_on"] == date(2026, 9, 10)
    assert asked(readings=EXAM_ONLY, **cycle)["latest_on"] is None
    with pytest.raises(WrongType):
        asked(last_exam_on=datetime(2026, 6, 30))
    with pytest.raises(InvalidValue) as caught:
        asked(ends_on=date(2024, 9, 1))
    assert caught.value.path == "ends_on"


@pytest.mark.parametrize(
    ("ends_on", "outcome"),
    [
        (date(2026, 6, 14), NO),
        (date(2026, 6, 15), YES),
        (date(2026, 9, 9), YES),
        (date(2026, 9, 10), YES),
        (date(2026, 9, 11), NO),
        (None, OPEN),
    ],
)
def test_the_question_judges_the_end(ends_on: date | None, outcome: Outcome) -> None:
    found = asked(ends_on=ends_on, last_exam_on=date(2026, 6, 15), cycle_ends_on=date(2026, 7, 10))
    assert found.outcome is outcome
    assert found["latest_on"] == date(2026, 9, 10)


def test_an_exam_before_the_contract_needs_no_end() -> None:
    found = asked(last_exam_on=date(2024, 9, 1))
    assert found.outcome is NO
    assert found["latest_on"] == date(2024, 11, 1)
