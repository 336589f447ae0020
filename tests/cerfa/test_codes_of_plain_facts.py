"""Codes of avenants, of several derogations, of the last year followed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apprentissage.cerfa.code_lists import is_listed
from apprentissage.cerfa.derogation_code import derogation_code
from apprentissage.cerfa.last_class import last_class
from apprentissage.dossier.avenant_types import AVENANTS, AvenantReason, avenant_type
from apprentissage.errors import InvalidValue
from apprentissage.facts import ContractType, DerogationType, LastClass
from apprentissage.law.notices import Notice

# reason: code in #07, #08, #09
TABLE = {
    AvenantReason.EMPLOYER_LEGAL_CHANGE: "31 31 31",
    AvenantReason.SEASONAL_EMPLOYER_CHANGE: "32 32 32",
    AvenantReason.FAILED_EXAM: "33 33 33",
    AvenantReason.DISABILITY_RECOGNITION: "34 34 34",
    AvenantReason.DIPLOMA_CHANGE: "35 35 36",
    AvenantReason.ADDITIONAL_DIPLOMA: "36 36 35",
    AvenantReason.MAITRE_CHANGE: "36 36 36",
    AvenantReason.WEEKLY_HOURS_CHANGE: "36 36 36",
    AvenantReason.DURATION_REDUCTION: "36 36 36",
    AvenantReason.WORKPLACE_CHANGE: "37 37 37",
    AvenantReason.TRAINING_SITE_CHANGE: "36 38 38",
}


@pytest.mark.parametrize("reason", AvenantReason)
def test_code_of_an_avenant(reason: AvenantReason) -> None:
    notices = (Notice.N07, Notice.N08, Notice.N09)
    codes = [avenant_type(reason, notice).value for notice in notices]
    assert codes == TABLE[reason].split()


def test_notice_06_has_the_avenants_of_07() -> None:
    assert AVENANTS[Notice.N06] == AVENANTS[Notice.N07]


@given(st.sampled_from(AvenantReason), st.sampled_from(Notice))
def test_a_notice_lists_the_avenants_it_codes(reason: AvenantReason, notice: Notice) -> None:
    code = avenant_type(reason, notice)
    assert is_listed(code, notice) is True
    assert int(ContractType.EMPLOYER_LEGAL_CHANGE.value) <= int(code.value)


SINGLE = [ground for ground in DerogationType if ground is not DerogationType.SEVERAL]


@given(st.sets(st.sampled_from(SINGLE)))
def test_derogations_add_up(grounds: set[DerogationType]) -> None:
    code = derogation_code(grounds)
    if not grounds:
        assert code is None
    elif len(grounds) == 1:
        assert {code} == grounds
    else:
        assert code is DerogationType.SEVERAL


def test_one_derogation_told_twice_is_one() -> None:
    over = DerogationType.OVER_29
    assert derogation_code([over, over]) is over


@pytest.mark.parametrize("year", [1, 2, 3])
@pytest.mark.parametrize("validated", [True, False])
def test_last_class(year: int, validated: bool) -> None:
    code = last_class(year, validated=validated, diploma_obtained=False)
    assert code.value == f"{year}{1 if validated else 2}"
    last = last_class(year, validated=validated, diploma_obtained=True)
    assert last is LastClass.DIPLOMA_OBTAINED


def test_no_code_for_a_fourth_year() -> None:
    with pytest.raises(InvalidValue, match="year"):
        last_class(4, validated=True, diploma_obtained=False)
