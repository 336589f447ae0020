"""When the maître leaves (L6223-6; doctrine).

The second maître declared « devient automatiquement le référent […], sans
formalité particulière »; otherwise the change is an avenant of code 36.
"""

from datetime import date

import pytest
from attrs import evolve

from apprentissage.facts import (
    Avenant,
    Contract,
    ContractType,
    Dossier,
    MaitreApprentissage,
)
from apprentissage.rules.finding import Outcome
from apprentissage.rules.maitre_change import MAITRE_CHANGE, maitre_change
from tests.support.eligibility import a_contract
from tests.support.missing import check_missing
from tests.support.recording import points_read, templates_used

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
    declared: bool | None,
    available: bool | None,
    required: bool | None,
    code: str | None,
) -> None:
    change = maitre_change(
        second_declared=declared, second_available=available
    )
    assert change.amendment_required is required
    assert (change.code and change.code.value) == code


def leaving(
    *available: bool | None, avenants: tuple[Avenant, ...] | None = None
) -> Contract:
    """The maîtres of a contract, and which of them stay."""
    return a_contract(
        born_on=date(2005, 1, 1),
        starts_on=date(2025, 9, 1),
        maitres=tuple(MaitreApprentissage(available=a) for a in available),
        file=Dossier(avenants=avenants),
    )


@pytest.mark.parametrize(
    ("contract", "outcome", "missing"),
    [
        (leaving(), NOT_APPLICABLE, ()),
        (leaving(None), NOT_APPLICABLE, ()),
        (leaving(True), NOT_APPLICABLE, ()),
        (evolve(leaving(), maitres=None), NOT_APPLICABLE, ()),
        (leaving(None, False), NOT_APPLICABLE, ()),
        (leaving(False, True), COMPLIANT, ()),
        (leaving(False, False, True), COMPLIANT, ()),
        (leaving(False, True, avenants=(OTHER,)), COMPLIANT, ()),
        (leaving(False), UNDETERMINED, ("file.avenants",)),
        (leaving(False, avenants=()), NON_COMPLIANT, ()),
        (leaving(False, avenants=(OTHER,)), NON_COMPLIANT, ()),
        (leaving(False, avenants=(OTHER, CHANGE)), COMPLIANT, ()),
        (leaving(False, False, avenants=()), NON_COMPLIANT, ()),
        (
            leaving(False, None),
            UNDETERMINED,
            ("file.avenants", "maitres[1].available"),
        ),
        (
            leaving(False, None, avenants=()),
            UNDETERMINED,
            ("maitres[1].available",),
        ),
        (leaving(False, None, avenants=(CHANGE,)), COMPLIANT, ()),
    ],
)
def test_the_contract(
    contract: Contract, outcome: Outcome, missing: tuple[str, ...]
) -> None:
    found = MAITRE_CHANGE.find(contract)
    assert found.outcome is outcome
    assert found.missing == missing
    if outcome is NON_COMPLIANT:
        assert found["code"] == "36"


def test_missing() -> None:
    check_missing(
        MAITRE_CHANGE,
        leaving(False, None, avenants=()),
        {"maitres[1].available": [True, False]},
    )
    check_missing(
        MAITRE_CHANGE,
        leaving(False),
        {"file.avenants": [(), (OTHER,), (CHANGE,)]},
    )


SAMPLE = [
    leaving(),
    leaving(False),
    leaving(False, True),
    leaving(False, avenants=()),
    leaving(False, avenants=(CHANGE,)),
]


def test_reads_and_sentences_are_exact() -> None:
    assert points_read(MAITRE_CHANGE, SAMPLE) == set(MAITRE_CHANGE.reads)
    assert templates_used(MAITRE_CHANGE, SAMPLE) == set(
        MAITRE_CHANGE.sentences
    )
