"""L6222-4: the contract is signed before the apprentice works.

« Il est signé par les deux parties contractantes préalablement à l'emploi de
l'apprenti. » The first day is in time.
"""

from datetime import date

import pytest

from apprentissage.dates.avenant_dates import AVENANT_DATES
from apprentissage.dates.conclusion import CONCLUSION
from apprentissage.facts import Avenant, ContractType, EmployerType, Signatory, Signature
from apprentissage.judging import Consequence, Outcome
from apprentissage.law.sources import article
from apprentissage.parties.signatures import signed_on_another_day
from tests.sample import NO, OPEN, YES, check_speaks, contract, entries

SIGNED = date(2025, 8, 25)  # of the sample


@pytest.mark.parametrize(
    ("concluded_on", "outcome"),
    [(date(2025, 8, 31), YES), (date(2025, 9, 1), YES), (date(2025, 9, 2), NO)],
)
def test_signed_on_the_first_day_at_the_latest(concluded_on: date, outcome: Outcome) -> None:
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
        (date(2025, 8, 25), {"cfa_training_starts_on": date(2025, 8, 24)}, True),
        # the execution starts on the day of signature
        (date(2025, 9, 1), {"cycle_starts_on": date(2025, 8, 24)}, False),
    ],
)
def test_cycle_begun_before_the_signature_is_said(
    concluded_on: date, training: dict[str, date], warned: bool
) -> None:
    found = CONCLUSION.find(contract(concluded_on=concluded_on, training=training))
    assert found.outcome is YES
    names = [caveat.name for caveat in found.caveats]
    assert names == ["CYCLE_BEGUN_BEFORE_SIGNATURE"] * warned


@pytest.mark.parametrize(
    ("concluded_on", "employer", "consequence"),
    [
        # D6224-2: « refuse la prise en charge financière »
        (SIGNED, EmployerType.ASSOCIATION, Consequence.REFUSAL_POSSIBLE),
        # D6275-2: « le dépôt du contrat d'apprentissage est refusé »
        (SIGNED, EmployerType.COMMUNE, Consequence.DEPOSIT_REFUSAL_POSSIBLE),
        (SIGNED, None, Consequence.FILE_REFUSAL_POSSIBLE),
        # L6222-4 is no listed ground: any other breach is one since August
        (date(2024, 7, 31), EmployerType.COMMUNE, Consequence.UNLAWFUL),
        (date(2024, 7, 31), EmployerType.ASSOCIATION, Consequence.UNLAWFUL),
        (date(2024, 7, 31), None, Consequence.UNLAWFUL),
        (date(2024, 8, 1), EmployerType.ASSOCIATION, Consequence.REFUSAL_POSSIBLE),
        (date(2024, 8, 2), EmployerType.COMMUNE, Consequence.DEPOSIT_REFUSAL_POSSIBLE),
    ],
)
def test_agenda(
    concluded_on: date, employer: EmployerType | None, consequence: Consequence
) -> None:
    facts = contract(concluded_on=concluded_on, employer={"type": employer})
    (entry,) = entries(CONCLUSION, facts)
    assert entry.on == date(2025, 9, 1)
    assert entry.consequence is consequence


@pytest.mark.parametrize(
    ("employer", "apprentice", "warned"),
    [
        # OPCO EP's sheet: the day on which both parties have signed
        (date(2025, 8, 24), date(2025, 8, 24), True),
        (date(2025, 8, 24), SIGNED, False),
        (SIGNED, SIGNED, False),
        (date(2025, 8, 26), SIGNED, True),
        (SIGNED, date(2025, 8, 26), True),
        # what is not told may be the last signature, never an earlier one
        (date(2025, 8, 24), None, False),
        (None, date(2025, 8, 26), True),
        (None, None, False),
    ],
)
def test_signed_on_another_day_than_the_conclusion_written(
    employer: date | None, apprentice: date | None, warned: bool
) -> None:
    facts = contract(
        signatures=(
            Signature(by=Signatory.EMPLOYER, on=employer),
            Signature(by=Signatory.APPRENTICE, on=apprentice),
            # the visa of the CFA is no signature of a party
            Signature(by=Signatory.CFA, on=date(2025, 9, 3)),
        )
    )
    found = CONCLUSION.find(facts)
    assert found.outcome is YES
    names = [caveat.name for caveat in found.caveats]
    assert names == ["SIGNED_ON_ANOTHER_DAY"] * warned


@pytest.mark.parametrize(
    ("on", "after"),
    [(date(2025, 8, 31), False), (date(2025, 9, 1), False), (date(2025, 9, 2), True)],
)
def test_a_signature_after_the_start_is_told(on: date, after: bool) -> None:
    last = (Signature(by=Signatory.APPRENTICE, on=on),)
    (said,) = CONCLUSION.find(contract(signatures=last)).caveats
    assert ("préalablement" in said.sentence) is False
    assert ("avant l'emploi de l'apprenti" in said.sentence) is after


def test_the_signatures_of_an_avenant_are_compared_with_its_own() -> None:
    signed = (
        Signature(by=Signatory.EMPLOYER, on=date(2026, 2, 9)),
        Signature(by=Signatory.APPRENTICE, on=date(2026, 2, 10)),
    )
    for day, warned in ((9, True), (10, False), (11, True)):
        facts = contract(
            kind=ContractType.OTHER_CHANGE,
            signatures=signed,
            avenant=Avenant(concluded_on=date(2026, 2, day), effective_on=date(2026, 3, 1)),
        )
        assert CONCLUSION.find(facts).caveats == ()
        found = AVENANT_DATES.find(facts)
        assert found.outcome is YES
        names = [caveat.name for caveat in found.caveats]
        assert names == ["SIGNED_ON_ANOTHER_DAY"] * warned
        assert "avant l'emploi" not in str(found.caveats)
    untold = contract(kind=ContractType.OTHER_CHANGE, signatures=signed)
    assert signed_on_another_day(untold) == ()
    assert CONCLUSION.find(untold).caveats == ()


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
        (ContractType.OTHER_CHANGE, None, OPEN, ("avenant.concluded_on", "avenant.effective_on")),
        (ContractType.OTHER_CHANGE, Avenant(effective_on=LATE), OPEN, ("avenant.concluded_on",)),
        (ContractType.OTHER_CHANGE, Avenant(concluded_on=LATE), NO, ()),
    ],
)
def test_a_form_that_writes_an_avenant_is_not_called_late(
    kind: ContractType | None, avenant: Avenant | None, outcome: Outcome, missing: tuple[str, ...]
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
