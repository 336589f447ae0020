"""Successive contracts, and the third of one level (L6222-15).

« Tout jeune travailleur peut souscrire des contrats d'apprentissage
successifs […]. Lorsque l'apprenti a déjà conclu deux contrats successifs de
même niveau, il doit obtenir l'autorisation du directeur du dernier centre de
formation d'apprentis qu'il a fréquenté pour conclure un troisième contrat
d'apprentissage du même niveau. Il n'est exigé aucune condition de délai entre
deux contrats. »
"""

from datetime import date, timedelta
from itertools import pairwise, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apprentissage.age.successive_contracts import SUCCESSIVE_CONTRACTS
from apprentissage.age.third_contract import THIRD_CONTRACT
from apprentissage.facts import Contract, PreviousCycle, Route, RuptureCause
from apprentissage.judging import Outcome
from apprentissage.law.sources import article
from tests.sample import NO, NONE, OPEN, YES, check_speaks, contract
from tests.support.missing import check_missing

START, DAY = date(2025, 9, 1), timedelta(days=1)
APPRENTICESHIP, SCHOOL = Route.APPRENTICESHIP, Route.SCHOOL


def after(*cycles: PreviousCycle, **facts: Any) -> Contract:
    return contract(starts_on=START, previous=cycles, **facts)


def ended(on: date | None, route: Route | None = APPRENTICESHIP) -> Any:
    return PreviousCycle(route=route, ended_on=on)


def broken(on: date | None) -> PreviousCycle:
    return PreviousCycle(
        route=APPRENTICESHIP, ruptured_on=on, rupture_cause=RuptureCause.MUTUAL_AGREEMENT
    )


class TestSuccessive:
    @pytest.mark.parametrize(
        ("cycle", "expected"),
        [
            (ended(START - DAY), YES),
            (ended(START), NO),
            (ended(START + DAY), NO),
            (ended(date(2029, 8, 31)), NO),
            (ended(date(2015, 8, 31)), YES),
            # the contract is no more on the day of the rupture
            (broken(START - DAY), YES),
            (broken(START), YES),
            (broken(START + DAY), NO),
            (broken(None), OPEN),
            (ended(None), OPEN),
            (ended(START, None), OPEN),
            (ended(START, SCHOOL), NONE),
        ],
    )
    def test_one_after_the_other(self, cycle: PreviousCycle, expected: Outcome) -> None:
        assert SUCCESSIVE_CONTRACTS.find(after(cycle)).outcome is expected

    def test_none_or_several(self) -> None:
        find = SUCCESSIVE_CONTRACTS.find
        assert find(after()).outcome is NONE
        assert find(contract(previous=None)).missing == ("previous",)
        assert find(after(ended(START), ended(None))).outcome is NO

    def test_missing(self) -> None:
        check_missing(
            SUCCESSIVE_CONTRACTS,
            after(ended(None)),
            {"previous[0].ended_on": [START - DAY, START], "previous[0].level": [5]},
        )
        assert SUCCESSIVE_CONTRACTS.find(after(broken(None))).missing == (
            "previous[0].ruptured_on",
        )
        nothing = after(PreviousCycle())
        assert SUCCESSIVE_CONTRACTS.find(nothing).missing == (
            "previous[0].ended_on",
            "previous[0].route",
        )

    def test_sentences(self) -> None:
        check_speaks(
            SUCCESSIVE_CONTRACTS,
            after(),
            after(ended(START)),
            after(ended(START - DAY)),
            after(ended(None)),
        )


def levels(
    *aimed_at: int | None,
    level: int | None = 5,
    route: Route | None = APPRENTICESHIP,
    authorised: bool | None = None,
) -> Contract:
    return after(
        *(PreviousCycle(route=route, target_level=target) for target in aimed_at),
        training={"level": level},
        director_authorisation=authorised,
    )


class TestThird:
    @pytest.mark.parametrize(
        ("aimed_at", "expected"),
        [
            ((), YES),
            ((5,), YES),
            ((5, 5), NO),
            ((4, 5), YES),
            ((5, 4, 5), YES),
            ((4, 5, 5), NO),
            ((5, 5, 4), NO),
            ((4, 4), YES),
            ((5, None), OPEN),
            ((4, None), YES),
            ((None, 5, 4, None), OPEN),
            ((None, None), OPEN),
            ((5, 5, None), NO),
        ],
    )
    def test_two_of_the_level_that_follow_each_other(
        self, aimed_at: tuple[int | None, ...], expected: Outcome
    ) -> None:
        refused = levels(*aimed_at, authorised=False)
        assert THIRD_CONTRACT.find(refused).outcome is expected
        granted = levels(*aimed_at, authorised=True)
        assert THIRD_CONTRACT.find(granted).outcome is YES
        untold = THIRD_CONTRACT.find(levels(*aimed_at))
        assert untold.outcome is (YES if expected is YES else OPEN)

    def test_school_is_no_contract(self) -> None:
        schools = levels(5, 5, route=SCHOOL, authorised=False)
        assert THIRD_CONTRACT.find(schools).outcome is YES
        unknown = levels(5, 5, route=None, authorised=False)
        assert THIRD_CONTRACT.find(unknown).missing == ("previous[0].route", "previous[1].route")

    def test_an_unknown_level_prepared(self) -> None:
        untold = levels(5, 5, level=None, authorised=False)
        assert THIRD_CONTRACT.find(untold).missing == ("training.level",)
        never = levels(5, 4, level=None, authorised=False)
        assert THIRD_CONTRACT.find(never).outcome is YES

    def test_missing(self) -> None:
        check_missing(THIRD_CONTRACT, levels(5, 5), {"director_authorisation": [True, False]})
        check_missing(
            THIRD_CONTRACT, levels(5, None, authorised=False), {"previous[1].target_level": [4, 5]}
        )
        unknown = contract(previous=None, training={"level": 5})
        assert THIRD_CONTRACT.find(unknown).missing == ("director_authorisation", "previous")

    def test_it_cites_the_article(self) -> None:
        found = THIRD_CONTRACT.find(levels(5, 5, authorised=False))
        assert found.sources == (article("L6222-15", date(2025, 8, 25)),)

    def test_sentences(self) -> None:
        check_speaks(
            THIRD_CONTRACT,
            levels(),
            levels(5, 5),
            levels(5, 5, authorised=True),
            levels(5, 5, authorised=False),
        )

    @given(
        st.lists(
            st.tuples(st.sampled_from([None, *Route]), st.sampled_from([None, 3, 4])), max_size=4
        ),
        st.sampled_from([None, 3, 4]),
    )
    def test_as_every_completion_says(
        self, told: list[tuple[Route | None, int | None]], level: int | None
    ) -> None:
        ways = [
            product(Route if route is None else [route], [3, 4, 5] if target is None else [target])
            for route, target in told
        ]
        needed = {
            (wanted, wanted)
            in pairwise(target for route, target in chosen if route is APPRENTICESHIP)
            for chosen in product(*ways)
            for wanted in ([3, 4, 5] if level is None else [level])
        }
        found = THIRD_CONTRACT.find(
            after(
                *(PreviousCycle(route=route, target_level=target) for route, target in told),
                training={"level": level},
                director_authorisation=False,
            )
        )
        assert found.outcome is (OPEN if len(needed) > 1 else NO if needed == {True} else YES)


@pytest.mark.parametrize(
    ("other", "outcome"),
    [(ended(START - DAY), YES), (ended(START), NO), (ended(START - DAY, SCHOOL), OPEN)],
)
def test_the_route_of_a_cycle_that_is_over_turns_nothing_beside_a_contract(
    other: PreviousCycle, outcome: Outcome
) -> None:
    found = SUCCESSIVE_CONTRACTS.find(after(ended(START - DAY, None), other))
    assert found.outcome is outcome
    assert found.missing == (("previous[0].route",) if outcome is OPEN else ())
    assert found.parts[0].missing == ("previous[0].route",)
