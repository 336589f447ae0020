"""L6222-5-1: two seasonal employers, one convention tripartite."""

from typing import Any

import pytest

from apprentissage.facts import ContractMode
from apprentissage.rules.finding import Outcome
from apprentissage.rules.two_employers import TWO_EMPLOYERS
from tests.rules.sample import NO, NONE, OPEN, YES, check_speaks, contract

LIMITED = {"mode": ContractMode.LIMITED_TERM}
SEASONAL = {"mode": ContractMode.TWO_SEASONAL_EMPLOYERS}


@pytest.mark.parametrize(
    ("facts", "outcome", "missing"),
    [
        ({**SEASONAL, "tripartite_agreement": True}, YES, ()),
        ({**SEASONAL, "tripartite_agreement": False}, NO, ()),
        (SEASONAL, OPEN, ("tripartite_agreement",)),
        ({"tripartite_agreement": False}, OPEN, ("mode",)),
        ({**LIMITED, "tripartite_agreement": False}, NONE, ()),
    ],
)
def test_two_seasonal_employers(
    facts: dict[str, Any], outcome: Outcome, missing: tuple[str, ...]
) -> None:
    found = TWO_EMPLOYERS.find(contract(**facts))
    assert (found.outcome, found.missing) == (outcome, missing)


def test_sentences() -> None:
    check_speaks(
        TWO_EMPLOYERS,
        contract(),
        contract(**LIMITED),
        *(
            contract(**SEASONAL, tripartite_agreement=agreed)
            for agreed in (True, False)
        ),
    )
