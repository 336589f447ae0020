"""A new contract for the same diploma (L6222-11, 2°, and L6222-15).

Successive contracts prepare « des qualifications différentes ». « En cas
d'échec à l'obtention du diplôme ou du titre professionnel visé,
l'apprentissage peut être prolongé pour une durée d'un an au plus : […] 2°
Soit par conclusion d'un nouveau contrat avec un autre employeur ».
"""

from datetime import date
from typing import Any

import pytest

from apprentissage.age.contract_after_failure import CONTRACT_AFTER_FAILURE
from apprentissage.facts import Contract, PreviousCycle, Route, RuptureCause
from apprentissage.judging import Outcome
from apprentissage.law.sources import article
from tests.sample import NO, NONE, OPEN, YES, check_speaks, contract
from tests.support.missing import check_missing

START = date(2025, 9, 1)


def failed(**facts: Any) -> PreviousCycle:
    known: dict[str, Any] = {
        "route": Route.APPRENTICESHIP,
        "same_employer": False,
        "same_diploma": True,
        "exam_failed": True,
        "already_prolonged": False,
    }
    if not {"ruptured_on", "rupture_cause"} & set(facts):
        known["ended_on"] = date(2025, 8, 31)
    return PreviousCycle(**{**known, **facts})


def after(*cycles: PreviousCycle, ends_on: date = date(2026, 8, 31)) -> Contract:
    return contract(concluded_on=START, starts_on=START, ends_on=ends_on, previous=cycles)


@pytest.mark.parametrize(
    ("cycle", "expected"),
    [
        ({}, YES),
        # 1° alone: the first contract is extended (avenant 33)
        ({"same_employer": True}, NO),
        ({"already_prolonged": True}, NO),
        # signed within a year of the end
        ({"ended_on": date(2024, 9, 1)}, YES),
        ({"ended_on": date(2024, 8, 31)}, NO),
        # « des qualifications différentes »
        ({"same_diploma": False}, NONE),
        ({"same_diploma": False, "same_employer": True}, NONE),
        ({"exam_failed": None, "diploma_obtained": True}, NO),
        # an unfinished cycle goes on
        ({"exam_failed": False, "diploma_obtained": False}, NONE),
        ({"route": Route.SCHOOL}, NONE),
        ({"ruptured_on": date(2025, 3, 1)}, NONE),
        ({"rupture_cause": RuptureCause.EMPLOYER_CLOSURE}, NONE),
        ({"exam_failed": None}, OPEN),
        ({"exam_failed": False}, OPEN),
        ({"ended_on": None}, OPEN),
        ({"same_diploma": None}, OPEN),
        ({"route": None}, OPEN),
        ({"same_employer": None}, OPEN),
        ({"already_prolonged": None}, OPEN),
        # one failed condition suffices
        ({"same_employer": None, "already_prolonged": True}, NO),
    ],
)
def test_after_one_cycle(cycle: dict[str, Any], expected: Outcome) -> None:
    assert CONTRACT_AFTER_FAILURE.find(after(failed(**cycle))).outcome is (expected)


@pytest.mark.parametrize(
    "name",
    ["same_employer", "already_prolonged", "ended_on", "same_diploma", "route"],
)
def test_what_is_missing_is_named(name: str) -> None:
    found = CONTRACT_AFTER_FAILURE.find(after(failed(**{name: None})))
    assert found.missing == (f"previous[0].{name}",)


@pytest.mark.parametrize(
    ("ends_on", "expected"),
    [(date(2026, 8, 30), YES), (date(2026, 8, 31), YES), (date(2026, 9, 1), NO)],
)
def test_a_year_at_most(ends_on: date, expected: Outcome) -> None:
    found = CONTRACT_AFTER_FAILURE.find(after(failed(), ends_on=ends_on))
    assert found.outcome is expected


def test_no_earlier_cycle_or_several() -> None:
    find = CONTRACT_AFTER_FAILURE.find
    assert find(after()).outcome is NONE
    assert find(contract(previous=None)).missing == ("previous",)
    other = failed(same_diploma=False, exam_failed=None)
    assert find(after(other, failed())).outcome is YES
    assert find(after(failed(same_employer=True), other)).outcome is NO


def test_missing() -> None:
    check_missing(
        CONTRACT_AFTER_FAILURE,
        after(failed(same_employer=None, already_prolonged=None)),
        {
            "previous[0].same_employer": [True, False],
            "previous[0].already_prolonged": [True, False],
            "training.level": [5],
        },
    )
    untold = after(failed(exam_failed=None))
    assert CONTRACT_AFTER_FAILURE.find(untold).missing == (
        "previous[0].diploma_obtained",
        "previous[0].exam_failed",
    )


def test_it_cites_the_version_of_the_day() -> None:
    found = CONTRACT_AFTER_FAILURE.find(after(failed(same_employer=True)))
    assert found.sources == (article("L6222-11", START),)
    obtained = failed(exam_failed=None, diploma_obtained=True)
    found = CONTRACT_AFTER_FAILURE.find(after(obtained))
    assert found.sources == (article("L6222-15 al. 1", START),)


def test_sentences() -> None:
    check_speaks(
        CONTRACT_AFTER_FAILURE,
        after(),
        after(failed()),
        after(failed(same_employer=True)),
        after(failed(already_prolonged=True)),
        after(failed(ended_on=date(2020, 1, 1))),
        after(failed(), ends_on=date(2027, 1, 1)),
        after(failed(same_diploma=False)),
        after(failed(exam_failed=None, diploma_obtained=True)),
        after(failed(exam_failed=False, diploma_obtained=False)),
        after(failed(same_diploma=None)),
        after(failed(same_diploma=None, exam_failed=False, diploma_obtained=False)),
        contract(previous=None),
    )


@pytest.mark.parametrize("fact", ["route", "same_diploma", "ended_on"])
def test_without_diploma_nor_failure_nothing_more_is_asked(fact: str) -> None:
    known = {"exam_failed": False, "diploma_obtained": False}
    found = CONTRACT_AFTER_FAILURE.find(after(failed(**known, **{fact: None})))
    assert found.outcome is NONE
