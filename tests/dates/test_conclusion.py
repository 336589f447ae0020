"""L6222-4: the contract is signed before the apprentice works.

« Il est signé par les deux parties contractantes préalablement à l'emploi de
l'apprenti. » The first day is in time.
"""

from datetime import date

import pytest

from apprentissage.dates.conclusion import CONCLUSION
from apprentissage.facts import Avenant, ContractType
from apprentissage.judging import Consequence, Outcome
from apprentissage.law.sources import article
from tests.sample import NO, OPEN, YES, check_speaks, contract, entries


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


def test_source_is_the_article_of_the_day() -> None:
    found = CONCLUSION.find(contract())
    assert found.sources[0] == article("L6222-4", date(2025, 8, 25))


LATE = date(2026, 1, 24)


@pytest.mark.parametrize(
    ("kind", "avenant", "outcome", "missing"),
    [
        (None, None, NO, ()),
        (ContractType.FIRST, None, NO, ()),
        # the day written may be that of the avenant: both of its dates lack
        (
            ContractType.OTHER_CHANGE,
            None,
            OPEN,
            ("avenant.concluded_on", "avenant.effective_on"),
        ),
        (
            ContractType.OTHER_CHANGE,
            Avenant(effective_on=LATE),
            OPEN,
            ("avenant.concluded_on",),
        ),
        (ContractType.OTHER_CHANGE, Avenant(concluded_on=LATE), NO, ()),
    ],
)
def test_a_form_that_writes_an_avenant_is_not_called_late(
    kind: ContractType | None,
    avenant: Avenant | None,
    outcome: Outcome,
    missing: tuple[str, ...],
) -> None:
    facts = contract(concluded_on=LATE, kind=kind, avenant=avenant)
    found = CONCLUSION.find(facts)
    assert (found.outcome, found.missing) == (outcome, missing)
    told = {caveat.name for caveat in found.caveats}
    assert ("CONCLUSION_OF_THE_AVENANT" in told) is (
        avenant is not None and avenant.concluded_on == LATE
    )
    in_time = contract(kind=kind, avenant=avenant)
    assert CONCLUSION.find(in_time).outcome is YES


def test_sentences() -> None:
    check_speaks(
        CONCLUSION,
        contract(),
        contract(concluded_on=LATE),
        contract(concluded_on=LATE, kind=ContractType.OTHER_CHANGE),
    )
