"""D4153-15 ff.: no dangerous work of a minor without a declaration.

Since 2015-05-02 a declaration to the labour inspectorate, for three years,
before the assignment. D4154-1: listed work is forbidden on a limited
contract, unless the DREETS grants it.
"""

from datetime import date
from typing import Any

import pytest

from apprentissage.facts import Contract, ContractMode
from apprentissage.rules.dangerous_work import DANGEROUS_WORK
from apprentissage.rules.finding import Outcome
from tests.rules.sample import (
    NO,
    NONE,
    OPEN,
    YES,
    check_speaks,
    contract,
    entries,
)

LIMITED, OPEN_ENDED = ContractMode.LIMITED_TERM, ContractMode.OPEN_ENDED


def dangerous(born_on: date, **facts: Any) -> Contract:
    return contract(
        apprentice={"born_on": born_on},
        **{"dangerous_work": True, "mode": LIMITED, **facts},
    )


ADULT, MINOR = date(2007, 9, 1), date(2007, 9, 2)


DECLARED, LISTED = "dangerous_work_declared", "listed_work"
GRANTED = "listed_work_authorised"


@pytest.mark.parametrize(
    ("born_on", "mode", "outcome", "missing"),
    [
        (ADULT, LIMITED, OPEN, (LISTED, GRANTED)),
        (ADULT, OPEN_ENDED, NONE, ()),
        (MINOR, LIMITED, OPEN, (DECLARED, LISTED, GRANTED)),
        (MINOR, OPEN_ENDED, OPEN, (DECLARED,)),
    ],
)
def test_whom_it_concerns(
    born_on: date,
    mode: ContractMode,
    outcome: Outcome,
    missing: tuple[str, ...],
) -> None:
    found = DANGEROUS_WORK.find(dangerous(born_on, mode=mode))
    assert found.outcome is outcome
    assert found.missing == missing


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({DECLARED: True, LISTED: False}, YES),
        ({DECLARED: True, GRANTED: True}, YES),
        ({DECLARED: True, LISTED: True, GRANTED: True}, YES),
        ({DECLARED: False}, NO),
        ({DECLARED: False, LISTED: False}, NO),
        ({LISTED: True, GRANTED: False}, NO),
        ({DECLARED: True, LISTED: True}, OPEN),
        ({LISTED: False}, OPEN),
    ],
)
def test_what_the_declaration_and_the_derogation_allow(
    facts: dict[str, bool], outcome: Outcome
) -> None:
    assert DANGEROUS_WORK.find(dangerous(MINOR, **facts)).outcome is outcome


def test_what_is_missing() -> None:
    assert DANGEROUS_WORK.find(contract()).missing == ("dangerous_work",)
    unknown = DANGEROUS_WORK.find(dangerous(ADULT, mode=None))
    assert unknown.missing == ("mode",)
    none = DANGEROUS_WORK.find(dangerous(MINOR, dangerous_work=False))
    assert none.outcome is NONE


@pytest.mark.parametrize(
    ("starts_on", "covered"),
    [(date(2015, 5, 1), False), (date(2015, 5, 2), True)],
)
def test_the_declaration_exists_since_may_2015(
    starts_on: date, covered: bool
) -> None:
    facts = dangerous(
        date(1998, 1, 1), concluded_on=starts_on, starts_on=starts_on
    )
    names = [caveat.name for caveat in DANGEROUS_WORK.find(facts).caveats]
    assert ("NOT_COVERED" not in names) is covered


def test_agenda() -> None:
    (entry,) = entries(DANGEROUS_WORK, dangerous(MINOR))
    assert entry.on == date(2025, 8, 31)
    later = dangerous(MINOR, employer_training_starts_on=date(2025, 9, 15))
    assert entries(DANGEROUS_WORK, later)[0].on == date(2025, 9, 14)
    assert entries(DANGEROUS_WORK, dangerous(ADULT)) == []
    assert entries(DANGEROUS_WORK, contract()) == []


def test_sentences() -> None:
    check_speaks(
        DANGEROUS_WORK,
        contract(),
        dangerous(MINOR),
        dangerous(ADULT),
        dangerous(ADULT, mode=OPEN_ENDED),
        dangerous(ADULT, dangerous_work=False),
        dangerous(MINOR, **{DECLARED: True, LISTED: False}),
        dangerous(MINOR, **{DECLARED: False}),
        dangerous(ADULT, **{LISTED: False}),
        dangerous(ADULT, **{GRANTED: True}),
        dangerous(ADULT, **{LISTED: True, GRANTED: False}),
    )
    found = DANGEROUS_WORK.find(dangerous(MINOR, **{DECLARED: False}))
    assert "la déclaration vaut 3 ans" in found.sentence
