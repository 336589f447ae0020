"""Codes 7 and 8 of box 13 follow from the dates.

7 is a training begun at the CFA before the signature (L6222-12-1), 8 one
pursued there after a rupture (L6231-2 5°).
"""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from apprentissage.cerfa._suggestion import Suggestion
from apprentissage.cerfa.prior_situation_code import PRIOR_SITUATION_CODE, suggest_prior_situation
from apprentissage.facts import PreviousCycle, PriorSituation, Route, RuptureCause
from apprentissage.law.readings import LETTER
from tests.sample import NO, OPEN, YES, check_speaks, contract

SIGNED = date(2025, 8, 25)  # that of the sample
EVE, MORROW = date(2025, 8, 24), date(2025, 8, 26)
BEFORE = PriorSituation.TRAINEE_BEFORE_SIGNATURE
AFTER = PriorSituation.TRAINEE_AFTER_RUPTURE
BEGUN, RESUMED = "training.cfa_training_starts_on", "resumes_after_rupture"


def broken(day: date) -> tuple[PreviousCycle, ...]:
    return (PreviousCycle(route=Route.APPRENTICESHIP, ruptured_on=day),)


def suggest(**facts: Any) -> Suggestion:
    return suggest_prior_situation(
        **{
            "concluded_on": SIGNED,
            "cfa_training_starts_on": None,
            "resumes_after_rupture": None,
            "previous": None,
            **facts,
        }
    )


@pytest.mark.parametrize(("begun_on", "code"), [(EVE, BEFORE), (SIGNED, None), (MORROW, None)])
def test_begun_before_the_signature(begun_on: date, code: PriorSituation | None) -> None:
    suggestion = suggest(cfa_training_starts_on=begun_on, previous=())
    assert suggestion.code is code
    if code is None:
        assert BEFORE not in suggestion.possible


def test_under_15_it_began_at_school() -> None:
    suggestion = suggest(cfa_training_starts_on=EVE, previous=(), under_15_at_cfa=True)
    assert suggestion.code is PriorSituation.SCHOOL_PUPIL


@pytest.mark.parametrize(
    ("ruptured_on", "code"),
    [
        (date(2025, 6, 30), AFTER),
        (date(2025, 8, 23), AFTER),
        (EVE, None),  # signed on the morrow: the contract itself went before
        (SIGNED, None),
    ],
)
def test_resumed_after_a_rupture(ruptured_on: date, code: PriorSituation | None) -> None:
    suggestion = suggest(
        resumes_after_rupture=True,
        previous=broken(ruptured_on),
        cfa_training_starts_on=date(2024, 9, 2),
    )
    assert suggestion.code is code
    assert AFTER in suggestion.possible


BROKEN_LONG_AGO = PreviousCycle(route=Route.APPRENTICESHIP, ruptured_on=date(2025, 6, 30))


@pytest.mark.parametrize(
    ("other", "missing"),
    [
        (PreviousCycle(route=Route.SCHOOL), ()),
        (PreviousCycle(route=Route.SCHOOL, ruptured_on=SIGNED), ()),
        # its end tells that nothing was broken; of one that was, the day is asked
        (PreviousCycle(route=Route.APPRENTICESHIP), ("previous[1].ended_on",)),
        (
            PreviousCycle(route=Route.APPRENTICESHIP, rupture_cause=RuptureCause.RESIGNATION),
            ("previous[1].ruptured_on",),
        ),
        (PreviousCycle(ruptured_on=SIGNED), ("previous[1].route",)),
    ],
)
def test_another_cycle_may_be_the_contract_broken_last(
    other: PreviousCycle, missing: tuple[str, ...]
) -> None:
    suggestion = suggest(
        resumes_after_rupture=True,
        previous=(BROKEN_LONG_AGO, other),
        cfa_training_starts_on=date(2024, 9, 2),
    )
    assert suggestion.code is (None if missing else AFTER)
    assert suggestion.missing == missing


def test_no_previous_contract_excludes_4_and_8() -> None:
    possible = suggest(previous=(), resumes_after_rupture=False).possible
    assert AFTER not in possible
    assert PriorSituation.APPRENTICESHIP not in possible


def test_nothing_resumed_excludes_8() -> None:
    suggestion = suggest(
        previous=broken(EVE), resumes_after_rupture=False, cfa_training_starts_on=MORROW
    )
    assert AFTER not in suggestion.possible
    assert BEFORE not in suggestion.possible
    assert suggestion.missing == ()


def test_what_is_missing() -> None:
    assert suggest().possible == tuple(PriorSituation)
    assert suggest().missing == (
        "previous",
        "resumes_after_rupture",
        "training.cfa_training_starts_on",
    )


def case(situation: PriorSituation | None, **facts: Any) -> Any:
    born_on = facts.pop("born_on", date(2007, 2, 10))
    return contract(
        apprentice={"prior_situation": situation, "born_on": born_on},
        **{
            "training": {"cfa_training_starts_on": EVE},
            "previous": (),
            "resumes_after_rupture": False,
            **facts,
        },
    )


@pytest.mark.parametrize(
    ("situation", "outcome"),
    [(BEFORE, YES), (AFTER, NO), (PriorSituation.STUDENT, NO), (None, OPEN)],
)
def test_code_written(situation: PriorSituation | None, outcome: object) -> None:
    found = PRIOR_SITUATION_CODE.find(case(situation), LETTER)
    assert found.outcome is outcome
    assert found["code"] == "7"


@pytest.mark.parametrize(
    ("born_on", "code"),
    [
        (date(2010, 8, 23), "7"),
        (date(2010, 8, 24), "7"),  # 15 on the first day
        (date(2010, 8, 25), "1"),
    ],
)
def test_age_on_the_first_day_at_the_cfa(born_on: date, code: str) -> None:
    found = PRIOR_SITUATION_CODE.find(case(None, born_on=born_on), LETTER)
    assert found["code"] == code


def test_says_all_it_lists() -> None:
    check_speaks(
        PRIOR_SITUATION_CODE,
        case(BEFORE),
        case(AFTER),
        case(None),
        case(PriorSituation.EMPLOYEE, previous=broken(EVE)),
        case(None, previous=broken(EVE)),
        case(PriorSituation.EMPLOYEE, previous=None),
        case(None, training={"cfa_training_starts_on": None}),
    )


@pytest.mark.parametrize("previous", [(), None, broken(EVE)])
def test_a_cycle_resumed_where_none_precedes_contradicts_itself(
    previous: tuple[PreviousCycle, ...] | None,
) -> None:
    resumed = contract(
        apprentice={"prior_situation": PriorSituation.SUBSIDISED_CONTRACT},
        previous=previous,
        resumes_after_rupture=True,
    )
    found = PRIOR_SITUATION_CODE.find(resumed)
    told = {caveat.name for caveat in found.caveats}
    assert ("NOTHING_TO_RESUME" in told) is (previous == ())


def test_what_is_resumed_of_nothing_turns_no_outcome() -> None:
    alone = contract(
        apprentice={"prior_situation": PriorSituation.SUBSIDISED_CONTRACT},
        training={"cfa_training_starts_on": EVE},
        previous=(),
    )
    resumed = evolve(alone, resumes_after_rupture=True)
    before = PRIOR_SITUATION_CODE.find(alone)
    assert before.outcome is NO
    assert PRIOR_SITUATION_CODE.find(resumed).outcome is NO


LONG_AGO = broken(date(2025, 6, 30))


@pytest.mark.parametrize(
    ("situation", "facts", "missing"),
    [
        # 7 falls to who has begun before, 8 to who resumes: an employee is
        # neither, unless no cycle precedes or a rupture is long past
        (PriorSituation.EMPLOYEE, {"previous": LONG_AGO}, ()),
        (PriorSituation.EMPLOYEE, {"previous": ()}, (BEGUN,)),
        (PriorSituation.EMPLOYEE, {"previous": LONG_AGO, RESUMED: None}, (RESUMED,)),
        (PriorSituation.EMPLOYEE, {"previous": broken(EVE), RESUMED: None}, ()),
        (BEFORE, {"previous": broken(EVE)}, (BEGUN,)),
        (AFTER, {"previous": broken(EVE), RESUMED: None}, (RESUMED,)),
        # one that was broken just before decides, whatever the others are
        (
            PriorSituation.EMPLOYEE,
            {"previous": (*broken(EVE), PreviousCycle()), RESUMED: True},
            (),
        ),
        # one that could only be long past too tells nothing more
        (
            PriorSituation.EMPLOYEE,
            {
                "previous": (
                    PreviousCycle(
                        route=Route.APPRENTICESHIP, rupture_cause=RuptureCause.LIQUIDATION
                    ),
                    PreviousCycle(ruptured_on=date(2025, 6, 30)),
                ),
                RESUMED: True,
            },
            ("previous[0].ruptured_on",),
        ),
        (
            PriorSituation.EMPLOYEE,
            {"previous": (PreviousCycle(route=Route.SCHOOL),), RESUMED: None},
            (),
        ),
    ],
)
def test_beside_a_code_what_could_contradict_it_is_missing(
    situation: PriorSituation, facts: dict[str, Any], missing: tuple[str, ...]
) -> None:
    training = {"cfa_training_starts_on": None}
    found = PRIOR_SITUATION_CODE.find(case(situation, training=training, **facts), LETTER)
    assert found.missing == missing
    assert found.outcome is (OPEN if missing else YES)
