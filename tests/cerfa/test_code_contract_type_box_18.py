"""The code of box 18 follows from the contracts before.

11 « premier contrat », 21 previous ended with the same employer, 22 ended
with another, 23 broken with another; no code for one broken with the same.
31 to 38 are avenants.
"""

from datetime import date
from itertools import combinations
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from apprentissage.cerfa.contract_type_code import CONTRACT_TYPE_CODE, suggest_contract_type
from apprentissage.facts import (
    NO_EXTENSION,
    ContractMode,
    ContractType,
    Extension,
    ExtensionReason,
    PreviousCycle,
    Route,
    RuptureCause,
)
from apprentissage.judging import Finding, Outcome
from apprentissage.law.readings import LETTER
from tests.sample import NO, NONE, OPEN, YES, check_speaks, contract

ENDED, BROKEN = date(2025, 7, 31), date(2025, 5, 15)


def cycle(**facts: Any) -> PreviousCycle:
    return PreviousCycle(route=Route.APPRENTICESHIP, **facts)


def codes(*cycles: PreviousCycle) -> list[str]:
    return [code.value for code in suggest_contract_type(cycles).possible]


def find(**facts: Any) -> Finding:
    return CONTRACT_TYPE_CODE.find(contract(**facts), LETTER)


@pytest.mark.parametrize(
    ("cycles", "code"),
    [
        ((), "11"),
        ((PreviousCycle(route=Route.SCHOOL, ended_on=ENDED),), "11"),
        ((cycle(ended_on=ENDED, same_employer=True),), "21"),
        ((cycle(ended_on=ENDED, same_employer=False),), "22"),
        ((cycle(ruptured_on=BROKEN, same_employer=False),), "23"),
        ((cycle(rupture_cause=RuptureCause.FORCE_MAJEURE, same_employer=False),), "23"),
    ],
)
def test_code_of_the_facts(cycles: tuple[PreviousCycle, ...], code: str) -> None:
    suggestion = suggest_contract_type(cycles)
    assert suggestion.code is not None
    assert suggestion.code.value == code
    assert suggestion.missing == ()


def test_no_code_for_a_rupture_with_the_same_employer() -> None:
    cycles = (cycle(ruptured_on=BROKEN, same_employer=True),)
    assert codes(*cycles) == []
    found = find(previous=cycles, kind=ContractType.SAME_EMPLOYER)
    assert found.outcome is NONE
    assert found["code"] is None
    unwritten = find(previous=cycles)
    assert unwritten.outcome is OPEN
    assert unwritten.missing == ("kind",)


def test_after_that_rupture_the_contract_is_not_the_first() -> None:
    cycles = (cycle(ruptured_on=BROKEN, same_employer=True),)
    found = find(previous=cycles, kind=ContractType.FIRST)
    assert found.outcome is NO
    assert found["code"] is None


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        (ContractType.FIRST, NO),
        (ContractType.SAME_EMPLOYER, OPEN),
        (ContractType.OTHER_EMPLOYER, OPEN),
    ],
)
def test_a_contract_that_may_have_no_code(kind: ContractType, outcome: Outcome) -> None:
    found = find(previous=(cycle(same_employer=True),), kind=kind)
    assert found.outcome is outcome
    if outcome is OPEN:
        assert found.missing == ("previous[0].ended_on",)


START = date(2025, 9, 1)


@pytest.mark.parametrize(
    ("ended_on", "same", "kind", "outcome"),
    [
        (date(2025, 8, 31), True, ContractType.SAME_EMPLOYER, YES),
        (date(2025, 8, 31), False, ContractType.OTHER_EMPLOYER, YES),
        (START, True, ContractType.SAME_EMPLOYER, NO),
        (START, False, ContractType.OTHER_EMPLOYER, NO),
        (date(2029, 8, 31), False, ContractType.OTHER_EMPLOYER, NO),
        (date(2029, 8, 31), None, ContractType.OTHER_EMPLOYER, NO),
        (date(2029, 8, 31), False, ContractType.FIRST, NO),
        (date(2029, 8, 31), False, ContractType.OTHER_EMPLOYER_AFTER_RUPTURE, NO),
        (date(2029, 8, 31), False, None, OPEN),
    ],
)
def test_a_contract_that_still_runs_is_not_ended(
    ended_on: date, same: bool | None, kind: ContractType | None, outcome: Outcome
) -> None:
    found = find(
        starts_on=START, kind=kind, previous=(cycle(ended_on=ended_on, same_employer=same),)
    )
    assert found.outcome is outcome
    if outcome is YES:
        assert kind is not None
        assert found["code"] == kind.value
        return
    assert found["code"] is None
    assert found["ended_on"] == ended_on
    assert "n'est pas terminé" in found.sentence


def test_the_last_contract_decides() -> None:
    first = cycle(ended_on=date(2022, 8, 31), same_employer=True)
    last = cycle(ruptured_on=BROKEN, same_employer=False)
    assert codes(first, last) == codes(last, first) == ["23"]


def test_a_cycle_of_unknown_route_may_be_the_last() -> None:
    sure = cycle(ended_on=date(2022, 8, 31), same_employer=True)
    later = PreviousCycle(ended_on=ENDED, same_employer=False)
    earlier = PreviousCycle(ended_on=date(2020, 1, 1), same_employer=False)
    assert codes(sure, earlier) == ["21"]
    suggestion = suggest_contract_type((sure, later))
    assert [c.value for c in suggestion.possible] == ["21", "22"]
    assert suggestion.missing == ("previous[1].route",)


def test_which_is_the_last_is_not_asked_where_each_leaves_one_code() -> None:
    sure = cycle(ended_on=date(2022, 8, 31), same_employer=True)
    later = PreviousCycle(ended_on=ENDED, same_employer=True)
    suggestion = suggest_contract_type((sure, later))
    assert ([c.value for c in suggestion.possible], suggestion.missing) == (["21"], ())
    found = find(previous=(sure, later), kind=ContractType.SAME_EMPLOYER)
    assert (found.outcome, found.missing) == (YES, ())


def test_an_undated_contract_may_be_the_last() -> None:
    dated = cycle(ended_on=ENDED, same_employer=True)
    broken = cycle(rupture_cause=RuptureCause.RESIGNATION, same_employer=False)
    suggestion = suggest_contract_type((dated, broken))
    assert [c.value for c in suggestion.possible] == ["21", "23"]
    assert suggestion.missing == ("previous[1].ruptured_on",)


def test_two_contracts_of_one_day_leave_both_codes() -> None:
    both = (cycle(ended_on=ENDED, same_employer=True), cycle(ended_on=ENDED, same_employer=False))
    found = find(previous=both, kind=ContractType.OTHER_EMPLOYER)
    assert found.outcome is YES
    assert found["code"] is None


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        (ContractType.OTHER_EMPLOYER_AFTER_RUPTURE, YES),
        (ContractType.FIRST, NO),
        # were the one broken with the same employer the last, no code fits
        (ContractType.SAME_EMPLOYER, NONE),
        (ContractType.OTHER_EMPLOYER, NONE),
    ],
)
def test_two_contracts_broken_on_one_day_wait_for_nothing(
    kind: ContractType, outcome: Outcome
) -> None:
    both = tuple(cycle(ruptured_on=BROKEN, same_employer=same) for same in (True, False))
    for previous in (both, both[::-1]):
        found = find(previous=previous, kind=kind)
        assert (found.outcome, found.missing) == (outcome, ())
        assert found.sentence


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        (ContractType.OTHER_EMPLOYER, YES),
        # whether the other one allows it is unknown
        (ContractType.SAME_EMPLOYER, OPEN),
        (ContractType.FIRST, NO),
    ],
)
def test_a_code_that_one_of_two_contracts_of_a_day_leaves_waits_for_nothing(
    kind: ContractType, outcome: Outcome
) -> None:
    known, other = cycle(ended_on=ENDED, same_employer=False), cycle(ended_on=ENDED)
    found = find(previous=(known, other), kind=kind)
    waits = ("previous[1].same_employer",) if outcome is OPEN else ()
    assert (found.outcome, found.missing) == (outcome, waits)
    # where the other may be the last alone, what is known of this one tells nothing
    for unsure in (evolve(other, ended_on=None), evolve(other, route=None)):
        later = (known, unsure)
        assert (find(previous=later, kind=kind).outcome is OPEN) is (outcome is not NO)


def test_unknown_facts_leave_several_codes() -> None:
    assert codes(PreviousCycle()) == ["11", "21", "22", "23"]
    suggestion = suggest_contract_type((PreviousCycle(),))
    assert suggestion.missing == (
        "previous[0].ended_on",
        "previous[0].route",
        "previous[0].same_employer",
    )
    assert suggest_contract_type(None).missing == ("previous",)
    # 23, or none at all
    assert suggest_contract_type((cycle(ruptured_on=BROKEN),)).code is None


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        (ContractType.OTHER_EMPLOYER, YES),
        (ContractType.FIRST, NO),
        (ContractType.SAME_EMPLOYER, NO),
        (ContractType.OTHER_EMPLOYER_AFTER_RUPTURE, NO),
        (None, OPEN),
    ],
)
def test_code_written(kind: ContractType | None, outcome: object) -> None:
    found = find(previous=(cycle(ended_on=ENDED, same_employer=False),), kind=kind)
    assert found.outcome is outcome
    assert found["code"] == "22"
    assert found.missing == (("kind",) if kind is None else ())


def test_contradiction_says_both_codes() -> None:
    found = find(previous=(), kind=ContractType.SAME_EMPLOYER)
    assert found.sentence == (
        "Le code écrit contredit les faits déclarés\xa0: 21 (nouveau "
        "contrat, le précédent terminé, même employeur)\u202f; code "
        "attendu\xa0: 11 (premier contrat d'apprentissage de l'apprenti)."
    )


@pytest.mark.parametrize(
    ("kind", "facts", "outcome"),
    [
        (
            ContractType.FAILED_EXAM,
            {
                "extension": Extension(
                    reason=ExtensionReason.FAILED_EXAM, starts_on=date(2026, 9, 1)
                )
            },
            YES,
        ),
        (ContractType.FAILED_EXAM, {"extension": NO_EXTENSION}, NO),
        (ContractType.FAILED_EXAM, {}, OPEN),
        (
            ContractType.DISABILITY,
            {"extension": Extension(reason=ExtensionReason.ATHLETE, starts_on=date(2026, 9, 1))},
            NO,
        ),
        (
            ContractType.SEASONAL_EMPLOYER_CHANGE,
            {"mode": ContractMode.TWO_SEASONAL_EMPLOYERS},
            YES,
        ),
        (ContractType.SEASONAL_EMPLOYER_CHANGE, {"mode": ContractMode.LIMITED_TERM}, NO),
        (ContractType.SEASONAL_EMPLOYER_CHANGE, {}, OPEN),
        (ContractType.OTHER_CHANGE, {}, NONE),
        (ContractType.TRAINING_SITE, {}, NONE),
    ],
)
def test_avenants(kind: ContractType, facts: dict[str, Any], outcome: object) -> None:
    assert find(kind=kind, **facts).outcome is outcome


CYCLES = st.builds(
    PreviousCycle,
    route=st.sampled_from([None, *Route]),
    ended_on=st.sampled_from([None, ENDED, date(2024, 8, 31)]),
    same_employer=st.sampled_from([None, True, False]),
) | st.builds(
    PreviousCycle,
    route=st.sampled_from([None, *Route]),
    ruptured_on=st.sampled_from([None, BROKEN, ENDED]),
    rupture_cause=st.sampled_from([None, RuptureCause.RESIGNATION]),
    same_employer=st.sampled_from([None, True, False]),
)
KNOWN: dict[str, list[Any]] = {
    "route": list(Route),
    "same_employer": [True, False],
    "ended_on": [ENDED, date(2024, 8, 31)],
    "ruptured_on": [BROKEN],
}


@given(st.lists(CYCLES, max_size=3), st.data())
def test_a_fact_more_only_removes_codes(cycles: list[PreviousCycle], data: st.DataObject) -> None:
    before = suggest_contract_type(tuple(cycles))
    if not before.missing:
        return
    path = data.draw(st.sampled_from(before.missing))
    rank, name = int(path[9]), path.partition(".")[2]
    cycles[rank] = evolve(cycles[rank], **{name: data.draw(st.sampled_from(KNOWN[name]))})
    after = suggest_contract_type(tuple(cycles))
    assert set(after.possible) <= set(before.possible)
    assert path not in after.missing


def test_says_all_it_lists() -> None:
    cycles = [
        (),
        None,
        (cycle(ended_on=ENDED, same_employer=False),),
        (cycle(ruptured_on=BROKEN, same_employer=True),),
        (cycle(ended_on=ENDED, same_employer=True), cycle(ended_on=ENDED, same_employer=False)),
    ]
    check_speaks(
        CONTRACT_TYPE_CODE,
        *(
            contract(previous=previous, kind=kind)
            for previous in cycles
            for kind in (None, *ContractType)
        ),
        contract(kind=ContractType.FAILED_EXAM, extension=NO_EXTENSION),
        contract(previous=(cycle(ended_on=date(2029, 8, 31)),)),
        contract(
            kind=ContractType.SEASONAL_EMPLOYER_CHANGE, mode=ContractMode.TWO_SEASONAL_EMPLOYERS
        ),
    )


def test_codes_after_a_contract_exclude_one_another() -> None:
    told = [
        codes(*cycles)
        for cycles in (
            (),
            (cycle(ended_on=ENDED, same_employer=True),),
            (cycle(ended_on=ENDED, same_employer=False),),
            (cycle(ruptured_on=BROKEN, same_employer=False),),
        )
    ]
    assert all(one != other for one, other in combinations(told, 2))


RUNNING = date(2030, 1, 31)


@pytest.mark.parametrize("kind", [ContractType.FIRST, ContractType.SAME_EMPLOYER])
def test_no_code_fits_while_a_contract_may_run(kind: ContractType) -> None:
    """One that runs has none, and where no contract precedes it is 11 alone."""
    for ended_on in (None, RUNNING):
        unknown = PreviousCycle(same_employer=False, ended_on=ended_on)
        found = find(kind=kind, previous=(unknown,))
        assert found.outcome is (OPEN if kind is ContractType.FIRST else NO)


def test_a_contract_that_runs_decides_whatever_the_others_are() -> None:
    for other in (PreviousCycle(), cycle(), cycle(ruptured_on=date(2030, 3, 1))):
        for order in ((cycle(ended_on=RUNNING), other), (other, cycle(ended_on=RUNNING))):
            found = find(kind=ContractType.OTHER_EMPLOYER_AFTER_RUPTURE, previous=order)
            assert found.outcome is NO
            assert found["ended_on"] == RUNNING


def test_the_route_of_a_cycle_that_runs_is_asked_beside_a_rupture() -> None:
    broken = cycle(ruptured_on=BROKEN, same_employer=True)
    running = PreviousCycle(ended_on=RUNNING)
    found = find(kind=ContractType.SAME_EMPLOYER, previous=(broken, running))
    assert found.missing == ("previous[1].route",)
    assert [source.reference for source in found.sources] == ["notice 51649 du Cerfa"]
    contract_of_it = evolve(running, route=Route.APPRENTICESHIP)
    for told, outcome in ((evolve(running, route=Route.SCHOOL), NONE), (contract_of_it, NO)):
        found = find(kind=ContractType.SAME_EMPLOYER, previous=(broken, told))
        assert found.outcome is outcome


@pytest.mark.parametrize(
    ("kind", "facts", "proposed"),
    [
        # the previous contract ended with the same employer
        (ContractType.FIRST, {"previous": (cycle(ended_on=ENDED, same_employer=True),)}, ["21"]),
        # what an avenant changes is its object: no other code follows from it
        (ContractType.FAILED_EXAM, {"extension": NO_EXTENSION, "previous": ()}, []),
    ],
)
def test_the_codes_proposed_are_those_that_the_facts_allow(
    kind: ContractType, facts: dict[str, Any], proposed: list[str]
) -> None:
    of = contract(kind=kind, **facts)
    found = CONTRACT_TYPE_CODE.find(of, LETTER)
    assert found.outcome is NO
    assert CONTRACT_TYPE_CODE.remedies is not None
    ways = [*CONTRACT_TYPE_CODE.remedies(of, found, LETTER)]
    codes_written = [code.value for way in ways for _, code in getattr(way, "changes", ())]
    assert codes_written == proposed
