"""Two numbers: the OPCO's own, of no national format, and the deposit's.

« Le numéro d'enregistrement (dépôt), fourni par la DGEFP lors du dépôt du
contrat […] sera reporté sur la notification de prise en charge ».
"""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apprentissage.dossier.contract_number_texts import (
    HOLDERS,
    PLACES,
    REMEDIES,
    Cause,
    NumberKind,
    Payee,
    Stage,
)
from apprentissage.dossier.contract_numbers import (
    CONTRACT_NUMBERS,
    kind_of_number,
    missing_number,
    payments_at,
    recovery,
    stage_of,
    where_to_look,
)
from apprentissage.dossier.retention_texts import Holder
from apprentissage.errors import NotCovered, WrongType
from apprentissage.facts import Contract, Decision, Dossier, EmployerType, FundingDecision
from apprentissage.law.readings import LETTER
from tests.sample import NO, NONE, YES, check_speaks, contract

DEPOSIT, OWN = "075202509000001", "DOS-2025-118"
SENT_ON, COMPLETE_ON = date(2025, 9, 3), date(2025, 9, 10)
DUE_ON = date(2025, 9, 30)  # the twentieth day after
LATER = date(2025, 12, 1)


_STAGE_OF = {
    Decision.ACCEPTED: Stage.ACCEPTED,
    Decision.REFUSED: Stage.REFUSED,
    Decision.CORRECTION_ASKED: Stage.CORRECTION_ASKED,
}


def filed(
    decision: Decision | None = None, decided_on: date | None = None, **facts: Any
) -> Contract:
    return contract(
        file=Dossier(
            filed_on=SENT_ON,
            complete_on=COMPLETE_ON,
            decision=decision and FundingDecision(decision=decision, decided_on=decided_on),
        ),
        **facts,
    )


@pytest.mark.parametrize(
    ("on", "stage"),
    [
        (date(2025, 9, 2), Stage.NOT_SENT),
        (SENT_ON, Stage.SENT),
        (date(2025, 9, 9), Stage.SENT),
        (COMPLETE_ON, Stage.EXAMINED),
        (date(2025, 9, 29), Stage.EXAMINED),
        (DUE_ON, Stage.EXAMINED),
        (date(2025, 10, 1), Stage.SILENT),
    ],
)
def test_stages_of_a_file(on: date, stage: Stage) -> None:
    assert stage_of(filed(), on) is stage


@pytest.mark.parametrize(
    ("decision", "stage"),
    [
        (Decision.ACCEPTED, Stage.ACCEPTED),
        (Decision.REFUSED, Stage.REFUSED),
        (Decision.CORRECTION_ASKED, Stage.CORRECTION_ASKED),
    ],
)
def test_stages_after_a_decision(decision: Decision, stage: Stage) -> None:
    decided_on = date(2025, 9, 20)
    whole = filed(decision, decided_on)
    assert stage_of(whole, date(2025, 9, 19)) is Stage.EXAMINED
    assert stage_of(whole, decided_on) is stage
    assert stage_of(filed(decision), LATER) is stage  # day unknown
    known = filed(decision, decided_on, deposit_number=DEPOSIT)
    assert stage_of(known, LATER) is Stage.DEPOSITED


@pytest.mark.parametrize(
    ("decision", "stage"),
    [
        (Decision.ACCEPTED, Stage.ACCEPTED),
        (Decision.REFUSED, Stage.EXAMINED),
        (Decision.CORRECTION_ASKED, Stage.EXAMINED),
    ],
)
def test_a_file_that_comes_back_is_examined_anew(decision: Decision, stage: Stage) -> None:
    eve = date(2025, 9, 9)
    before = _STAGE_OF[decision]
    whole = filed(decision, eve)
    assert stage_of(whole, eve) is before
    assert stage_of(whole, COMPLETE_ON) is stage
    assert stage_of(filed(decision, COMPLETE_ON), COMPLETE_ON) is before
    undated = contract(file=Dossier(decision=whole.file.decision))
    assert stage_of(undated, LATER) is before


def test_nothing_declared_is_nothing_sent() -> None:
    assert stage_of(contract(), LATER) is Stage.NOT_SENT


@pytest.mark.parametrize("on", [datetime(2025, 9, 1), "2025-09-01"])
def test_the_day_is_a_date(on: date) -> None:
    with pytest.raises(WrongType):
        stage_of(contract(), on)


def test_the_chambers_are_not_covered() -> None:
    old = filed(concluded_on=date(2019, 9, 2))
    with pytest.raises(NotCovered):
        missing_number(old, LATER)
    assert missing_number(old, SENT_ON).stage is Stage.SENT


CAUSES = [
    (filed(), date(2025, 9, 2), [Cause.NOT_SENT]),
    (filed(), SENT_ON, [Cause.INCOMPLETE]),
    (filed(), DUE_ON, [Cause.PENDING]),
    (filed(), LATER, [Cause.SILENCE]),
    (filed(Decision.REFUSED), LATER, [Cause.REFUSED]),
    (
        filed(
            Decision.REFUSED,
            concluded_on=date(2024, 7, 31),
            employer={"type": EmployerType.ASSOCIATION},
        ),
        LATER,
        [Cause.REFUSED_YET_DEPOSITED],
    ),
    (filed(Decision.CORRECTION_ASKED), LATER, [Cause.CORRECTION_ASKED]),
    (filed(Decision.ACCEPTED), LATER, [Cause.NOT_PASSED_ON]),
    (filed(Decision.ACCEPTED, deposit_number=DEPOSIT), LATER, []),
    (filed(Decision.ACCEPTED, deposit_number=OWN), LATER, [Cause.NOT_PASSED_ON, Cause.MALFORMED]),
    (
        filed(Decision.ACCEPTED, deposit_number=OWN, opco_number=OWN),
        LATER,
        [Cause.NOT_PASSED_ON, Cause.OTHER_NUMBER],
    ),
]


@pytest.mark.parametrize(("whole", "on", "causes"), CAUSES)
def test_causes_and_remedies(whole: Contract, on: date, causes: list[Cause]) -> None:
    found = missing_number(whole, on)
    assert list(found.causes) == causes
    assert len(found.remedies) == len(causes)
    assert all("{" not in remedy for remedy in found.remedies)
    if Cause.REFUSED_YET_DEPOSITED in causes:
        assert found.holders == (Holder.OPCO,)
    else:
        assert found.holders == HOLDERS[found.stage][NumberKind.DEPOSIT]


@pytest.mark.parametrize(
    ("concluded_on", "type_", "cause"),
    [
        (date(2024, 7, 31), EmployerType.ASSOCIATION, Cause.REFUSED_YET_DEPOSITED),
        (date(2024, 8, 1), EmployerType.ASSOCIATION, Cause.REFUSED),
        # a public employer's deposit itself is refused
        (date(2024, 7, 31), EmployerType.COMMUNE, Cause.REFUSED),
        (date(2024, 7, 31), None, Cause.REFUSED),
    ],
)
def test_a_refused_contract_was_deposited_until_july_2024(
    concluded_on: date, type_: EmployerType | None, cause: Cause
) -> None:
    refused = filed(Decision.REFUSED, concluded_on=concluded_on, employer={"type": type_})
    assert missing_number(refused, LATER).causes == (cause,)


@pytest.mark.parametrize("stage", Stage)
def test_what_each_stage_pays(stage: Stage) -> None:
    cfa, employer = payments_at(stage)
    assert (cfa.payee, employer.payee) == (Payee.CFA, Payee.EMPLOYER)
    funded = stage in {Stage.ACCEPTED, Stage.DEPOSITED}
    assert ("R. 6332-25" in cfa.sentence) is funded
    assert ("D. 6243-2" in employer.sentence) is (stage is Stage.DEPOSITED)


def test_every_cause_is_reached_and_has_its_remedy() -> None:
    assert {cause for _, _, causes in CAUSES for cause in causes} == set(Cause)
    assert set(REMEDIES) == set(Cause)


def test_the_remedy_gives_the_day() -> None:
    (remedy,) = missing_number(filed(), DUE_ON).remedies
    assert remedy == ("Attendre la décision, due le 30\xa0septembre 2025 au plus tard.")


def test_holders_at_each_stage() -> None:
    assert set(HOLDERS) == set(Stage)
    for stage, holders in HOLDERS.items():
        known = stage in {Stage.ACCEPTED, Stage.DEPOSITED}
        assert bool(holders[NumberKind.DEPOSIT]) is known
        sent = stage is not Stage.NOT_SENT
        assert bool(holders[NumberKind.OPCO_FILE]) is sent


@pytest.mark.parametrize("holder", Holder)
@pytest.mark.parametrize("kind", NumberKind)
def test_every_role_has_a_place_to_look(holder: Holder, kind: NumberKind) -> None:
    places = where_to_look(holder, kind)
    assert places
    assert [p for p in PLACES[holder] if p in places] == list(places)


def test_the_cfa_is_asked_for_what_it_may_hold() -> None:
    found = missing_number(filed(Decision.ACCEPTED), LATER)
    assert found.remedies[0].startswith("Demander au CFA")
    assert found.holders == (Holder.OPCO, Holder.CFA, Holder.EMPLOYER)


def test_a_receipt_has_no_deposit_number() -> None:
    labels = [place.label for place in where_to_look(Holder.EMPLOYER)]
    assert not any("accusé" in label for label in labels)
    both = where_to_look(Holder.EMPLOYER, NumberKind.OPCO_FILE)
    assert len(both) == len(labels) + 1


def test_recovery() -> None:
    bare = recovery(contract())
    assert bare.missing == ("employer.siret", "apprentice.family_name", "apprentice.first_name")
    assert [value for _, value in bare.given] == [date(2025, 9, 1)]
    full = recovery(
        contract(
            employer={"siret": "73282932000074"},
            apprentice={"family_name": "Martin", "first_name": "Léa"},
            opco_number=OWN,
        )
    )
    assert full.missing == ()
    assert [value for _, value in full.given] == [
        "73282932000074",
        "Martin",
        "Léa",
        date(2025, 9, 1),
        OWN,
    ]
    assert full.given[0][0].startswith("SIRET")


@pytest.mark.parametrize(
    ("opco", "deposit", "outcome", "caveats"),
    [
        (None, None, NONE, []),
        (None, DEPOSIT, NONE, []),
        (OWN, None, YES, []),
        (OWN, DEPOSIT, YES, []),
        (DEPOSIT, None, YES, ["LOOKS_LIKE_DEPOSIT"]),
        (DEPOSIT, DEPOSIT, NO, []),
        (OWN, OWN, NO, []),
    ],
)
def test_the_two_numbers_are_two(
    opco: str | None, deposit: str | None, outcome: object, caveats: list[str]
) -> None:
    found = CONTRACT_NUMBERS.find(contract(opco_number=opco, deposit_number=deposit), LETTER)
    assert found.outcome is outcome
    assert [caveat.name for caveat in found.caveats] == caveats


@given(st.text())
def test_any_number_is_of_one_kind(written: str) -> None:
    kind = kind_of_number(written)
    if kind is NumberKind.DEPOSIT:
        assert len("".join(written.split())) == 15


def test_says_all_it_lists() -> None:
    check_speaks(
        CONTRACT_NUMBERS,
        contract(),
        contract(opco_number=OWN),
        contract(opco_number=OWN, deposit_number=OWN),
    )
