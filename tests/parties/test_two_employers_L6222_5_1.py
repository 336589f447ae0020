"""L6222-5-1: two seasonal employers, one convention tripartite."""

from datetime import date
from typing import Any

import pytest

from apprentissage.facts import ContractMode
from apprentissage.judging import Outcome
from apprentissage.parties.two_employers import TWO_EMPLOYERS
from tests.sample import NO, NONE, OPEN, YES, check_speaks, contract, given

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


@pytest.mark.parametrize(
    ("day", "legiarti"),
    [
        (date(2011, 7, 29), None),
        (date(2011, 7, 30), "LEGIARTI000024410626"),
        (date(2015, 8, 18), "LEGIARTI000024410626"),
        (date(2015, 8, 19), "LEGIARTI000031087436"),
    ],
)
def test_since_july_2011(day: date, legiarti: str | None) -> None:
    agreed = given(day, **SEASONAL, tripartite_agreement=True)
    found = TWO_EMPLOYERS.find(agreed)
    assert found.outcome is (NO if legiarti is None else YES)
    assert found.outcome is YES or found["since_on"] == date(2011, 7, 30)
    (source,) = found.sources
    assert legiarti is None or str(source.url).endswith(legiarti)
    assert TWO_EMPLOYERS.find(given(day)).missing == ("mode",)


def test_sentences() -> None:
    check_speaks(
        TWO_EMPLOYERS,
        contract(),
        contract(**LIMITED),
        given(date(2011, 7, 29), **SEASONAL),
        *(contract(**SEASONAL, tripartite_agreement=agreed) for agreed in (True, False)),
    )
