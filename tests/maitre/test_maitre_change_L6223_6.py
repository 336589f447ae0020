"""When the maître leaves (L6223-6; doctrine).

The second maître declared « devient automatiquement le référent […], sans
formalité particulière »; otherwise the change is an avenant of code 36.
"""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from apprentissage.facts import (
    Avenant,
    Contract,
    ContractType,
    Dossier,
    MaitreApprentissage,
    MaitreStatus,
)
from apprentissage.judging import Outcome
from apprentissage.maitre.maitre_change import MAITRE_CHANGE, maitre_change
from apprentissage.maitre.maitre_designation import MAITRE_DESIGNATION
from tests.support.eligibility import a_contract
from tests.support.missing import check_missing
from tests.support.recording import check_said

COMPLIANT, NON_COMPLIANT = Outcome.COMPLIANT, Outcome.NON_COMPLIANT
NOT_APPLICABLE, UNDETERMINED = Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED
CHANGE = Avenant(type=ContractType.OTHER_CHANGE)
OTHER = Avenant(type=ContractType.PLACE_OF_EXECUTION)


@pytest.mark.parametrize(
    ("declared", "available", "required", "code"),
    [
        (True, True, False, None),
        (True, False, True, "36"),
        (True, None, None, None),
        (False, None, True, "36"),
        (None, None, None, None),
        (None, True, None, None),
        (None, False, True, "36"),
    ],
)
def test_whether_an_avenant_is_needed(
    declared: bool | None, available: bool | None, required: bool | None, code: str | None
) -> None:
    change = maitre_change(second_declared=declared, second_available=available)
    assert change.amendment_required is required
    assert (change.code and change.code.value) == code


ABLE = MaitreApprentissage(
    born_on=date(1980, 3, 15), status=MaitreStatus.EMPLOYEE, volunteer=True, moral_guarantees=True
)


def leaving(*available: bool | None, avenants: tuple[Avenant, ...] | None = ()) -> Contract:
    """The maîtres of a contract, and which of them stay."""
    return a_contract(
        born_on=date(2005, 1, 1),
        starts_on=date(2025, 9, 1),
        maitres=tuple(evolve(ABLE, available=a) for a in available),
        file=Dossier(avenants=avenants),
    )


UNTYPED = Avenant()


@pytest.mark.parametrize(
    ("contract", "outcome", "missing"),
    [
        # nothing is told of what came after the signature
        (leaving(False, avenants=None), NOT_APPLICABLE, ()),
        (leaving(None, avenants=None), NOT_APPLICABLE, ()),
        # nobody leaves
        (leaving(), NOT_APPLICABLE, ()),
        (leaving(True), NOT_APPLICABLE, ()),
        (leaving(True, False), NOT_APPLICABLE, ()),
        (leaving(None), UNDETERMINED, ("maitres[0].available",)),
        (leaving(None, True), UNDETERMINED, ("maitres[0].available",)),
        (evolve(leaving(), maitres=None), UNDETERMINED, ("maitres",)),
        # a second maître takes over
        (leaving(False, True), COMPLIANT, ()),
        (leaving(False, False, True), COMPLIANT, ()),
        (leaving(False, True, avenants=(OTHER,)), COMPLIANT, ()),
        # an avenant is made, or is not
        (leaving(False), NON_COMPLIANT, ()),
        (leaving(False, avenants=(OTHER,)), NON_COMPLIANT, ()),
        (leaving(False, avenants=(OTHER, CHANGE)), COMPLIANT, ()),
        (leaving(False, False), NON_COMPLIANT, ()),
        (leaving(False, None), UNDETERMINED, ("maitres[1].available",)),
        (leaving(False, None, avenants=(CHANGE,)), COMPLIANT, ()),
        (leaving(False, avenants=(OTHER, UNTYPED)), UNDETERMINED, ("file.avenants[1].type",)),
    ],
)
def test_the_contract(contract: Contract, outcome: Outcome, missing: tuple[str, ...]) -> None:
    found = MAITRE_CHANGE.find(contract)
    assert found.outcome is outcome
    assert found.missing == missing


def form(kind: ContractType | None, *available: bool | None) -> Contract:
    """A form that writes an avenant; nothing is told of the file."""
    return evolve(leaving(*available, avenants=None), kind=kind, avenant=Avenant())


@pytest.mark.parametrize(
    ("contract", "outcome", "missing"),
    [
        (form(ContractType.OTHER_CHANGE, False), COMPLIANT, ()),
        (form(ContractType.OTHER_CHANGE, False, False), COMPLIANT, ()),
        (form(None, False), UNDETERMINED, ("kind",)),
        # what it changes is not the maître, or no one is known to leave
        (form(ContractType.PLACE_OF_EXECUTION, False), NOT_APPLICABLE, ()),
        (form(ContractType.OTHER_CHANGE, True), NOT_APPLICABLE, ()),
        (form(ContractType.OTHER_CHANGE, None), NOT_APPLICABLE, ()),
        (form(ContractType.OTHER_CHANGE), NOT_APPLICABLE, ()),
        (evolve(form(ContractType.OTHER_CHANGE), maitres=None), NOT_APPLICABLE, ()),
        # a first form is no avenant
        (evolve(leaving(False), kind=ContractType.FIRST), NON_COMPLIANT, ()),
        # beside those of the file
        (evolve(leaving(False), kind=ContractType.OTHER_CHANGE), COMPLIANT, ()),
        (evolve(leaving(False), kind=ContractType.PLACE_OF_EXECUTION), NON_COMPLIANT, ()),
    ],
)
def test_the_avenant_that_the_form_writes(
    contract: Contract, outcome: Outcome, missing: tuple[str, ...]
) -> None:
    found = MAITRE_CHANGE.find(contract)
    assert found.outcome is outcome
    assert found.missing == missing


def test_the_code_of_the_avenant() -> None:
    for contract, code in (
        (leaving(False), "36"),
        (leaving(False, avenants=(CHANGE,)), "36"),
        (leaving(False, True), None),
        (leaving(False, True, avenants=(CHANGE,)), None),
    ):
        assert MAITRE_CHANGE.find(contract)["code"] == code


def test_missing() -> None:
    check_missing(MAITRE_CHANGE, leaving(False, None), {"maitres[1].available": [True, False]})
    check_missing(
        MAITRE_CHANGE,
        leaving(False, None, avenants=(UNTYPED,)),
        {
            "maitres[1].available": [True, False],
            "file.avenants[0].type": [ContractType.OTHER_CHANGE, ContractType.PLACE_OF_EXECUTION],
        },
    )


def led_by(second: MaitreApprentissage, **facts: Any) -> Contract:
    """The first maître leaves; the second is another."""
    contract = leaving(False, True, **facts)
    assert contract.maitres
    return evolve(contract, maitres=(contract.maitres[0], second))


@pytest.mark.parametrize(
    "facts",
    [
        {"status": MaitreStatus.EXTERNAL},
        {"volunteer": False},
        {"born_on": date(2010, 1, 1)},
        {"moral_guarantees": False},
    ],
)
def test_who_may_not_be_a_maitre_takes_nothing_over(facts: dict[str, Any]) -> None:
    # D10: what one rule refuses another does not admit
    second = evolve(ABLE, available=True, **facts)
    contract = led_by(second)
    assert MAITRE_DESIGNATION.find(contract).outcome is NON_COMPLIANT
    found = MAITRE_CHANGE.find(contract)
    assert found.outcome is NON_COMPLIANT
    assert found["code"] == "36"
    assert MAITRE_CHANGE.find(led_by(second, avenants=(CHANGE,))).outcome is (COMPLIANT)


def test_whether_he_may_be_a_maitre_is_unknown() -> None:
    contract = led_by(evolve(ABLE, available=True, status=None))
    assert MAITRE_CHANGE.find(contract).missing == ("maitres[1].status",)
    check_missing(
        MAITRE_CHANGE,
        contract,
        {"maitres[1].status": [MaitreStatus.EMPLOYEE, MaitreStatus.EXTERNAL]},
    )


SAMPLE = [
    led_by(evolve(ABLE, available=True, status=MaitreStatus.EXTERNAL)),
    led_by(evolve(ABLE, available=True, born_on=date(2004, 2, 29))),
    # of age between the signature and the start
    evolve(
        led_by(evolve(ABLE, available=True, born_on=date(2007, 9, 5))), starts_on=date(2025, 9, 8)
    ),
    leaving(avenants=None),
    leaving(True),
    leaving(False),
    leaving(None),
    leaving(False, True),
    leaving(False, avenants=(CHANGE,)),
]


def test_it_says_and_consults_what_is_listed() -> None:
    check_said(MAITRE_CHANGE, SAMPLE)
