"""D6224-5: an avenant has dates of its own, within those of the contract.

« Toute modification d'un élément essentiel du contrat fait l'objet d'un
avenant ». The law stays that of the conclusion of the contract.
"""

from datetime import date
from typing import Any

import pytest

from apprentissage.cerfa.codes_listed import CODES_LISTED
from apprentissage.dates.avenant_dates import AVENANT_DATES
from apprentissage.facts import Avenant, Contract, ContractType, Dossier, EmployerType, Territory
from apprentissage.facts.avenants import told_avenants
from apprentissage.interchange import read_contract, write_contract
from apprentissage.judging import Consequence, Outcome
from apprentissage.reviewing import agenda, review, review_form
from tests.sample import NO, NONE, OPEN, YES, check_speaks, contract, entries, undated

CHANGE = ContractType.OTHER_CHANGE
STARTS, ENDS = date(2025, 9, 1), date(2027, 8, 31)  # of the sample
SIGNED = date(2025, 8, 25)


def of_the_form(
    concluded_on: date | None, effective_on: date | None, kind: ContractType | None = CHANGE
) -> Contract:
    avenant = Avenant(concluded_on=concluded_on, effective_on=effective_on)
    return contract(kind=kind, avenant=avenant)


def of_the_file(
    concluded_on: date | None, effective_on: date | None, kind: ContractType | None = CHANGE
) -> Contract:
    avenant = Avenant(type=kind, concluded_on=concluded_on, effective_on=effective_on)
    return contract(file={"avenants": (avenant,)})


BOTH = pytest.mark.parametrize("told", [of_the_form, of_the_file])


@BOTH
@pytest.mark.parametrize(
    ("concluded_on", "effective_on", "outcome"),
    [
        # before its effect
        (date(2026, 2, 9), date(2026, 2, 10), YES),
        (date(2026, 2, 10), date(2026, 2, 10), YES),
        (date(2026, 2, 11), date(2026, 2, 10), NO),
        # not before the contract
        (date(2025, 8, 24), STARTS, NO),
        (SIGNED, STARTS, YES),
        (date(2025, 8, 26), STARTS, YES),
        # an effect within the contract
        (SIGNED, date(2025, 8, 31), NO),
        (SIGNED, date(2025, 9, 2), YES),
        (SIGNED, date(2027, 8, 30), YES),
        (SIGNED, ENDS, YES),
        (SIGNED, date(2027, 9, 1), NO),
        # one failed condition suffices
        (None, date(2027, 9, 1), NO),
        (date(2027, 9, 1), None, NO),
        (None, STARTS, OPEN),
        (SIGNED, None, OPEN),
    ],
)
def test_its_own_dates(
    told: Any, concluded_on: date | None, effective_on: date | None, outcome: Outcome
) -> None:
    facts = told(concluded_on, effective_on)
    assert AVENANT_DATES.find(facts).outcome is outcome


@BOTH
@pytest.mark.parametrize("kind", ContractType)
def test_its_type(told: Any, kind: ContractType) -> None:
    found = AVENANT_DATES.find(told(SIGNED, STARTS, kind))
    assert found.outcome is (YES if int(kind.value) > 30 else NO)


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        (of_the_form(SIGNED, STARTS, None), ("kind",)),
        (of_the_file(SIGNED, STARTS, None), ("file.avenants[0].type",)),
        (contract(kind=CHANGE), ("avenant.concluded_on", "avenant.effective_on")),
        (of_the_form(None, STARTS), ("avenant.concluded_on",)),
        (of_the_file(SIGNED, None), ("file.avenants[0].effective_on",)),
    ],
)
def test_what_is_missing(facts: Contract, missing: tuple[str, ...]) -> None:
    found = AVENANT_DATES.find(facts)
    assert (found.outcome, found.missing) == (OPEN, missing)


def test_no_avenant() -> None:
    for kind in (None, ContractType.FIRST):
        facts = contract(kind=kind)
        assert told_avenants(facts) == ()
        assert AVENANT_DATES.find(facts).outcome is NONE
        assert entries(AVENANT_DATES, facts) == []


AGECAP = {
    "contrat": {
        "date_conclusion": "2022-01-10",
        "date_debut_execution": "2022-01-12",
        "date_fin": "2023-08-31",
        "type": "36",
        "avenant": {"date_conclusion": "2022-01-24", "date_effet": "2022-01-13"},
    },
    "apprenti": {"date_naissance": "2003-05-14"},
    "employeur": {"territoire": "metropole", "jours_feries_travailles": []},
}
"""The specimen of mission-apprentissage/cerfa, route agecap: the contract runs
since 12 January 2022, the avenant is signed eleven days after its effect. The
conclusion of the contract is not on that form."""


def test_the_specimen_of_agecap() -> None:
    facts = read_contract(AGECAP)
    assert read_contract(write_contract(facts)) == facts
    found = review(facts)
    assert found["conclusion"].outcome is YES
    late = found["avenant_dates"]
    assert late.outcome is NO
    assert "11 jours après sa prise d'effet" in late.sentence
    assert found["filing"].outcome is NONE
    # five jours ouvrables from Thursday 13 January 2022
    assert found["avenant_filing"]["latest_on"] == date(2022, 1, 19)
    due = [each.on for each in agenda(facts) if "filing" in each.rule]
    assert due == [date(2022, 1, 19)]
    form = review_form(facts)
    assert form[23].outcome is NO
    assert form[23].empty == ()


def test_an_avenant_of_february_2025() -> None:
    """Type 36 of 10/02/2025, in a contract that began the year before."""
    facts = contract(
        concluded_on=date(2024, 8, 26),
        starts_on=date(2024, 9, 2),
        ends_on=date(2026, 8, 31),
        kind=CHANGE,
        avenant=Avenant(
            concluded_on=date(2025, 2, 10),
            effective_on=date(2025, 2, 12),
            filed_on=date(2025, 2, 18),
        ),
        employer={
            "type": EmployerType.ASSOCIATION,
            "territory": Territory.METROPOLE,
            "worked_holidays": frozenset(),
        },
    )
    found = review(facts)
    for rule in ("conclusion", "avenant_dates", "avenant_filing"):
        assert found[rule].outcome is YES, rule


def test_the_notice_is_that_of_the_form() -> None:
    """Code 38 is of the notice of January 2025, not of that of 2023."""
    older = {
        "concluded_on": date(2024, 8, 26),
        "starts_on": date(2024, 9, 2),
        "ends_on": date(2026, 8, 31),
        "kind": ContractType.TRAINING_SITE,
    }
    signed_on = date(2025, 2, 10)
    facts = contract(**older, avenant=Avenant(concluded_on=signed_on))
    assert facts.form_signed_on == signed_on
    assert contract(**older).form_signed_on == date(2024, 8, 26)
    assert facts.pay_written_from is None
    assert CODES_LISTED.find(facts).outcome is not NO


def test_agenda() -> None:
    (entry,) = entries(AVENANT_DATES, of_the_form(SIGNED, date(2026, 1, 5)))
    assert entry.on == date(2026, 1, 5)
    assert entry.consequence is Consequence.FILE_REFUSAL_POSSIBLE
    for employer, refusal in (
        (EmployerType.ASSOCIATION, Consequence.REFUSAL_POSSIBLE),
        (EmployerType.COMMUNE, Consequence.DEPOSIT_REFUSAL_POSSIBLE),
    ):
        facts = contract(
            kind=CHANGE,
            avenant=Avenant(effective_on=date(2026, 1, 5)),
            employer={"type": employer},
        )
        (entry,) = entries(AVENANT_DATES, facts)
        assert entry.consequence is refusal
    (waiting,) = undated(AVENANT_DATES, of_the_file(SIGNED, None))
    assert waiting.waits_for == ("file.avenants[0].effective_on",)


def test_both_kinds_are_judged() -> None:
    facts = contract(
        kind=CHANGE,
        avenant=Avenant(concluded_on=SIGNED, effective_on=STARTS),
        file=Dossier(
            avenants=(Avenant(type=ContractType.FIRST, concluded_on=SIGNED, effective_on=STARTS),)
        ),
    )
    found = AVENANT_DATES.find(facts)
    assert found.outcome is NO
    assert [part.outcome for part in found.parts] == [YES, NO]


def test_sentences() -> None:
    check_speaks(
        AVENANT_DATES,
        contract(),
        of_the_form(SIGNED, STARTS),
        of_the_form(SIGNED, STARTS, ContractType.FIRST),
        of_the_form(date(2026, 2, 11), date(2026, 2, 10)),
        of_the_form(date(2025, 8, 1), STARTS),
        of_the_form(SIGNED, date(2030, 1, 1)),
        of_the_form(None, None),
    )
