"""The contract is concluded at the latest on the day it starts (doctrine)."""

from datetime import date

import pytest

from apprentissage.rules.calendar_entries import Consequence
from apprentissage.rules.conclusion import CONCLUSION
from apprentissage.rules.finding import Outcome
from tests.rules.sample import NO, YES, check_speaks, contract, entries


@pytest.mark.parametrize(
    ("concluded_on", "outcome"),
    [
        (date(2025, 8, 31), YES),
        (date(2025, 9, 1), YES),
        (date(2025, 9, 2), NO),
    ],
)
def test_signed_on_the_first_day_at_the_latest(
    concluded_on: date, outcome: Outcome
) -> None:
    found = CONCLUSION.find(contract(concluded_on=concluded_on))
    assert found.outcome is outcome
    assert found["latest_on"] == date(2025, 9, 1)
    assert found.caveats == ()


@pytest.mark.parametrize(
    ("concluded_on", "training", "warned"),
    [
        (date(2025, 8, 25), {"cycle_starts_on": date(2025, 8, 24)}, True),
        (date(2025, 8, 25), {"cycle_starts_on": date(2025, 8, 25)}, False),
        (date(2025, 8, 25), {"cycle_starts_on": date(2025, 8, 26)}, False),
        (
            date(2025, 8, 25),
            {"cfa_training_starts_on": date(2025, 8, 24)},
            True,
        ),
        # the execution starts on the day of signature
        (date(2025, 9, 1), {"cycle_starts_on": date(2025, 8, 24)}, False),
    ],
)
def test_cycle_begun_before_the_signature_is_said(
    concluded_on: date, training: dict[str, date], warned: bool
) -> None:
    found = CONCLUSION.find(
        contract(concluded_on=concluded_on, training=training)
    )
    assert found.outcome is YES
    names = [caveat.name for caveat in found.caveats]
    assert names == ["CYCLE_BEGUN_BEFORE_SIGNATURE"] * warned


def test_agenda() -> None:
    (entry,) = entries(CONCLUSION, contract())
    assert entry.on == date(2025, 9, 1)
    assert entry.consequence is Consequence.REFUSAL_POSSIBLE


def test_sentences() -> None:
    check_speaks(
        CONCLUSION, contract(), contract(concluded_on=date(2025, 9, 2))
    )
