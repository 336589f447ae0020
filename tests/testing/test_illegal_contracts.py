"""Illegal contracts break the rule that their fault names."""

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

from apprentissage.facts import Contract
from apprentissage.judging import Outcome
from apprentissage.reviewing import review
from apprentissage.testing import Fault, illegal_contracts

ALSO_BROKEN = {
    # The minors' rules see an apprentice too young to be employed.
    Fault.TOO_YOUNG: {"derogation_code", "minors_hours"},
    Fault.TOO_OLD: {"derogation_code"},
    # The cycle has then begun before the signature.
    Fault.SIGNED_TOO_LATE: {"prior_situation_code", "pre_contract_training"},
    Fault.TOO_SHORT_OR_LONG: {"derogation_code"},
    Fault.NOT_THE_CYCLE: {"derogation_code"},
    Fault.ENDS_TOO_LATE: {"duration_and_cycle", "derogation_code"},
    Fault.UNFIT_MAITRE: {"maitre_competence", "maitre_ceiling"},
}
"""Rules that go by the same fact."""


@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name)
@settings(max_examples=40)
@given(data=st.data())
def test_the_rule_of_the_fault_is_broken(data: st.DataObject, fault: Fault) -> None:
    contract = data.draw(illegal_contracts(fault=fault))
    found = review(contract)
    assert found[fault.value].outcome is Outcome.NON_COMPLIANT
    broken = {finding.rule for finding in found.non_compliant}
    assert broken <= {fault.value} | ALSO_BROKEN.get(fault, set())


@given(illegal_contracts())
def test_any_fault_is_found(contract: Contract) -> None:
    assert review(contract).outcome is Outcome.NON_COMPLIANT


def test_every_kind_of_fault_has_a_label_in_french() -> None:
    assert all(fault.label.strip() for fault in Fault)
    assert find(illegal_contracts(), lambda _: True).maitres
