"""Mode 3 is that of a temporary-work agency, mode 4 of seasonal employers."""

import pytest

from apprentissage.cerfa.specific_employer_code import (
    SPECIFIC_EMPLOYER_CODE,
    suggest_specific_employer,
)
from apprentissage.facts import ContractMode, SpecificEmployer
from apprentissage.law.readings import LETTER
from tests.sample import NO, OPEN, YES, check_speaks, contract

MODES = (None, *ContractMode)
EMPLOYERS = (None, *SpecificEmployer)


@pytest.mark.parametrize(
    ("mode", "specific", "outcome"),
    [
        ("3", "1", YES),
        ("3", "0", NO),
        ("3", "3", NO),
        ("3", None, OPEN),
        ("4", "3", YES),
        ("4", "1", NO),
        ("1", "0", YES),
        ("1", "4", YES),
        ("2", "1", YES),
        ("1", None, OPEN),
        (None, "0", OPEN),
        (None, None, OPEN),
    ],
)
def test_mode_and_employer(mode: str | None, specific: str | None, outcome: object) -> None:
    found = SPECIFIC_EMPLOYER_CODE.find(
        contract(
            mode=mode and ContractMode(mode),
            employer={"specific": specific and SpecificEmployer(specific)},
        ),
        LETTER,
    )
    assert found.outcome is outcome


def test_an_agency_may_employ_for_itself() -> None:
    names = {
        (mode, specific): [
            caveat.name
            for caveat in SPECIFIC_EMPLOYER_CODE.find(
                contract(mode=mode, employer={"specific": specific}), LETTER
            ).caveats
        ]
        for mode in MODES
        for specific in EMPLOYERS
    }
    agency = SpecificEmployer.TEMPORARY_WORK_AGENCY
    assert {case for case, caveats in names.items() if caveats} == {
        (ContractMode.LIMITED_TERM, agency),
        (ContractMode.OPEN_ENDED, agency),
    }


def test_what_the_mode_calls_for() -> None:
    suggestion = suggest_specific_employer(ContractMode.TWO_SEASONAL_EMPLOYERS)
    assert suggestion.code is SpecificEmployer.SEASONAL_EMPLOYER
    assert suggest_specific_employer(None).missing == ("mode",)
    assert suggest_specific_employer(ContractMode.OPEN_ENDED).missing == ()


def test_says_all_it_lists() -> None:
    check_speaks(
        SPECIFIC_EMPLOYER_CODE,
        *(
            contract(mode=mode, employer={"specific": specific})
            for mode in MODES
            for specific in EMPLOYERS
        ),
    )
