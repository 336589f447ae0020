"""The decision: twenty days from the complete file; silence; grounds.

D6224-2: grounds of refusal, « la contrariété des stipulations du contrat à
toute autre disposition légale, réglementaire ou conventionnelle » from
2024-08-01. Silence refuses the funding (R6224-3), for a public employer it
accepts the deposit (R6275-3). An express acceptance counts whenever it comes.
"""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given as for_all
from hypothesis import strategies as st

from apprentissage.dossier.fate import (
    Fate,
    decision_due_on,
    file_outcome,
    refused_funding,
    silence_means,
)
from apprentissage.dossier.funding_decision import FUNDING_DECISION, refusal_grounds
from apprentissage.dossier.funding_texts import Silence
from apprentissage.errors import NotCovered, WrongType
from apprentissage.facts import (
    Contract,
    Decision,
    Dossier,
    EmployerType,
    FundingDecision,
    RefusalGround,
)
from apprentissage.interchange import read_contract, write_contract
from apprentissage.judging import Consequence, Outcome
from apprentissage.law.sources import article
from tests.sample import NO, NONE, OPEN, YES, check_speaks, contract, entries, undated

COMPLETE = date(2025, 9, 10)
FIRST_FOUR = (
    RefusalGround.ELIGIBLE_TRAINING,
    RefusalGround.AGE,
    RefusalGround.MAITRE,
    RefusalGround.REMUNERATION,
)


def decided(
    on: date | None,
    decision: Decision | None = Decision.ACCEPTED,
    *,
    type: EmployerType | None = EmployerType.OTHER_PRIVATE,  # noqa: A002
    complete_on: date | None = COMPLETE,
    **facts: Any,
) -> Contract:
    return contract(
        employer={"type": type},
        file={
            "complete_on": complete_on,
            "decision": decision and FundingDecision(decision=decision, decided_on=on),
        },
        **facts,
    )


@pytest.mark.parametrize(
    ("complete_on", "due_on"),
    [
        (date(2025, 9, 10), date(2025, 9, 30)),
        (date(2024, 2, 14), date(2024, 3, 5)),
        (date(2025, 2, 12), date(2025, 3, 4)),
        (date(2025, 12, 20), date(2026, 1, 9)),
    ],
)
def test_twenty_days(complete_on: date, due_on: date) -> None:
    assert decision_due_on(complete_on) == due_on
    assert decision_due_on(complete_on, concluded_on=complete_on) == due_on


DUE = date(2025, 9, 30)  # the twentieth day
OLD: dict[str, Any] = {"concluded_on": date(2024, 7, 31)}
COMMUNE = EmployerType.COMMUNE


@pytest.mark.parametrize(
    "on", [date(2025, 9, 20), date(2025, 9, 29), DUE, date(2025, 10, 4), None]
)
@pytest.mark.parametrize("employer", [EmployerType.ASSOCIATION, COMMUNE, None])
def test_a_refusal_is_never_compliant(on: date | None, employer: EmployerType | None) -> None:
    facts = decided(on, Decision.REFUSED, type=employer)
    found = FUNDING_DECISION.find(facts)
    assert found.outcome is NO
    assert found["latest_on"] == DUE
    assert found["deposited"] is (None if employer is None else False)
    without = decided(on, Decision.REFUSED, type=employer, complete_on=None)
    assert FUNDING_DECISION.find(without).outcome is NO
    told = {caveat.name for caveat in found.caveats}
    late_and_public = employer is COMMUNE and on == date(2025, 10, 4)
    assert ("REFUSED_AFTER_SILENCE" in told) is late_and_public


@pytest.mark.parametrize("on", [DUE, date(2025, 10, 1), date(2025, 10, 4)])
@pytest.mark.parametrize("employer", [EmployerType.ASSOCIATION, COMMUNE, None])
def test_an_acceptance_holds_whenever_it_comes(on: date, employer: EmployerType | None) -> None:
    found = FUNDING_DECISION.find(decided(on, type=employer))
    assert found.outcome is YES
    assert found["deposited"] is True
    assert found["funded"] is (True if employer is EmployerType.ASSOCIATION else None)
    told_late = "annule le refus" in found.sentence
    assert told_late is (on > DUE and employer is EmployerType.ASSOCIATION)


@pytest.mark.parametrize(
    ("concluded_on", "deposited"),
    [
        (date(2020, 1, 1), True),
        (date(2024, 7, 31), True),
        (date(2024, 8, 1), False),
        (date(2024, 8, 2), False),
    ],
)
def test_a_refused_contract_was_deposited_all_the_same(
    concluded_on: date, deposited: bool
) -> None:
    """D6224-4 until July 2024; then « Il ne procède pas au dépôt »."""
    fate = file_outcome(concluded_on=concluded_on, public=False, decision=Decision.REFUSED)
    assert fate == Fate(funded=False, deposited=deposited)
    found = FUNDING_DECISION.find(decided(COMPLETE, Decision.REFUSED, concluded_on=concluded_on))
    assert found.outcome is NO
    assert (found["funded"], found["deposited"]) == (False, deposited)
    assert ("le dépose en informant" in found.sentence) is deposited


@pytest.mark.parametrize(
    ("on", "private", "public"),
    [
        (date(2025, 9, 29), (None, None), (None, None)),
        (DUE, (None, None), (None, None)),
        (date(2025, 10, 1), (False, False), (None, True)),
    ],
)
def test_what_silence_makes_of_a_file(
    on: date, private: tuple[bool | None, bool | None], public: tuple[bool | None, bool | None]
) -> None:
    for sector, expected in ((False, private), (True, public)):
        fate = file_outcome(
            concluded_on=date(2025, 8, 25), public=sector, complete_on=COMPLETE, on=on
        )
        assert (fate.funded, fate.deposited) == expected


def test_nothing_is_made_of_a_file_that_nobody_decides() -> None:
    known: dict[str, Any] = {"concluded_on": date(2025, 8, 25), "public": False}
    nothing = Fate(funded=None, deposited=None)
    assert file_outcome(**known) == nothing
    assert file_outcome(**known, complete_on=COMPLETE) == nothing
    assert file_outcome(**known, on=COMPLETE) == nothing
    asked = Decision.CORRECTION_ASKED
    assert file_outcome(**known, decision=asked) == nothing


def test_before_2020_nobody_refuses_the_funding() -> None:
    old = decided(None, Decision.REFUSED, concluded_on=date(2019, 12, 31))
    assert refused_funding(old) is False
    assert refused_funding(decided(None, Decision.REFUSED)) is True
    assert refused_funding(decided(None, None)) is False


def test_an_acceptance_after_a_refusal() -> None:
    facts = decided(date(2025, 9, 20), Decision.REFUSED)
    later = evolve(facts, file=evolve(facts.file, later_acceptance_on=date(2025, 11, 3)))
    found = FUNDING_DECISION.find(later)
    assert found.outcome is YES
    assert (found["funded"], found["deposited"]) == (True, True)
    assert "3\xa0novembre 2025" in found.sentence


@pytest.mark.parametrize(
    ("facts", "outcome", "funded"),
    [
        # an OPCO deposits what it funds, since August 2024
        ({}, YES, True),
        (OLD, NONE, None),
        ({"type": COMMUNE}, YES, None),
        ({"type": COMMUNE, **OLD}, YES, None),
        ({"type": None}, YES, None),
        # a private employer's contract was deposited although refused
        ({"type": None, **OLD}, OPEN, None),
    ],
)
def test_a_deposit_tells_the_decision(
    facts: dict[str, Any], outcome: Outcome, funded: bool | None
) -> None:
    waiting = decided(None, None, **facts)
    file = evolve(waiting.file, deposited=True)
    found = FUNDING_DECISION.find(evolve(waiting, file=file))
    assert (found.outcome, found["funded"]) == (outcome, funded)
    assert found["deposited"] is True
    assert found.missing == (("employer.type",) if outcome is OPEN else ())
    refused = evolve(decided(DUE, Decision.REFUSED, **facts), file=Dossier())
    assert FUNDING_DECISION.find(refused).outcome is NONE


def test_undeclared_events_are_no_fault() -> None:
    for facts in (
        decided(None, None, complete_on=None),
        decided(None, None),
        decided(None, Decision.CORRECTION_ASKED),
        decided(None, None, type=None),
    ):
        assert FUNDING_DECISION.find(facts).outcome is NONE


@pytest.mark.parametrize(
    ("employer", "silence", "consequence"),
    [
        (EmployerType.COMMUNE, Silence.ACCEPTANCE, Consequence.DEPOSIT_ACCEPTED),
        (EmployerType.OTHER_PUBLIC, Silence.ACCEPTANCE, Consequence.DEPOSIT_ACCEPTED),
        # an établissement public industriel et commercial is private here
        (
            EmployerType.INDUSTRIAL_COMMERCIAL_PUBLIC_BODY,
            Silence.REFUSAL,
            Consequence.FUNDING_REFUSED,
        ),
        (EmployerType.ASSOCIATION, Silence.REFUSAL, Consequence.FUNDING_REFUSED),
        (None, None, Consequence.NONE_KNOWN),
    ],
)
def test_silence(
    employer: EmployerType | None, silence: Silence | None, consequence: Consequence
) -> None:
    facts = decided(None, None, type=employer)
    found = FUNDING_DECISION.find(facts)
    assert found["silence"] is silence
    entry = entries(FUNDING_DECISION, facts)[0]
    assert entry.on == date(2025, 9, 30)
    assert entry.consequence is consequence
    assert silence_means(public=True) is Silence.ACCEPTANCE


@pytest.mark.parametrize(
    ("concluded_on", "grounds"),
    [
        (date(2020, 1, 1), FIRST_FOUR),
        (date(2024, 7, 30), FIRST_FOUR),
        (date(2024, 7, 31), FIRST_FOUR),
        (date(2024, 8, 1), tuple(RefusalGround)),
        (date(2024, 8, 2), tuple(RefusalGround)),
    ],
)
def test_grounds(concluded_on: date, grounds: tuple[RefusalGround, ...]) -> None:
    assert refusal_grounds(concluded_on) == grounds
    found = FUNDING_DECISION.find(decided(None, None, concluded_on=concluded_on))
    assert found["grounds"] == grounds
    public = refusal_grounds(concluded_on, public=True)
    assert RefusalGround.MAITRE not in public
    assert RefusalGround.OPPOSITION_OR_SUSPENSION not in public
    assert public == tuple(
        ground
        for ground in grounds
        if ground not in {RefusalGround.MAITRE, RefusalGround.OPPOSITION_OR_SUSPENSION}
    )
    assert len(public) == (3 if grounds == FIRST_FOUR else 6)


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (EmployerType.ASSOCIATION, "R6224-3 D6224-2"),
        (COMMUNE, "R6275-3 D6275-2"),
        (None, "R6224-3 R6275-3 D6224-2 D6275-2"),
    ],
)
def test_the_articles_of_the_sector(kind: EmployerType | None, names: str) -> None:
    found = FUNDING_DECISION.find(decided(None, None, type=kind))
    expected = tuple(article(name, date(2025, 8, 25)) for name in names.split())
    assert found.sources == expected


def refused_on(
    *grounds: RefusalGround,
    on: date | None = None,
    employer: EmployerType | None = EmployerType.ASSOCIATION,
    **facts: Any,
) -> Contract:
    waiting = decided(on, Decision.REFUSED, type=employer, **facts)
    assert waiting.file.decision is not None
    told = evolve(waiting.file.decision, grounds=frozenset(grounds))
    return evolve(waiting, file=evolve(waiting.file, decision=told))


ASSOCIATION = EmployerType.ASSOCIATION
LISTED_2020 = "prévu pour les contrats conclus depuis le 1er janvier 2020"
LISTED_2024 = "prévu pour les contrats conclus depuis le 1er août 2024"
NOT_YET = "n'est prévu que pour les contrats conclus depuis le 1er août 2024"
COVERED = "n'est pas nommé pour un employeur public, mais toute stipulation"
NEVER = "n'est pas prévu pour un employeur public"


@pytest.mark.parametrize(
    ("concluded_on", "ground", "private", "public"),
    [
        *(
            (date(2024, month, day), ground, private, public)
            for month, day, ground, private, public in (
                (7, 31, RefusalGround.AGE, LISTED_2020, LISTED_2020),
                (8, 1, RefusalGround.AGE, LISTED_2020, LISTED_2020),
                # « 3° Le premier alinéa de l'article L. 6223-8-1 »: D6224-2
                (7, 31, RefusalGround.MAITRE, LISTED_2020, NEVER),
                (8, 1, RefusalGround.MAITRE, LISTED_2020, COVERED),
                (8, 2, RefusalGround.MAITRE, LISTED_2020, COVERED),
                (7, 31, RefusalGround.OPPOSITION_OR_SUSPENSION, NOT_YET, NEVER),
                (8, 1, RefusalGround.OPPOSITION_OR_SUSPENSION, LISTED_2024, COVERED),
                (7, 31, RefusalGround.QUALITY_CERTIFICATION, NOT_YET, NOT_YET),
                (8, 1, RefusalGround.QUALITY_CERTIFICATION, LISTED_2024, LISTED_2024),
                (7, 31, RefusalGround.OTHER_LEGAL_BREACH, NOT_YET, NOT_YET),
                (8, 1, RefusalGround.OTHER_LEGAL_BREACH, LISTED_2024, LISTED_2024),
            )
        ),
        (date(2020, 1, 1), RefusalGround.REMUNERATION, LISTED_2020, LISTED_2020),
    ],
)
def test_the_ground_given_and_since_when_it_is_one(
    concluded_on: date, ground: RefusalGround, private: str, public: str
) -> None:
    for employer, expected in ((ASSOCIATION, private), (COMMUNE, public)):
        found = FUNDING_DECISION.find(
            refused_on(ground, employer=employer, concluded_on=concluded_on)
        )
        assert found.outcome is NO
        assert found["given"] == (ground,)
        assert f"Motif donné : {ground.label}." in plain(found.sentence)
        (of_ground,) = (p for p in found.parts if p.subject == ground.label)
        assert expected in plain(of_ground.sentence)
        assert of_ground.label == "à retenir"
        name = "D6224-2" if employer is ASSOCIATION else "D6275-2"
        assert of_ground.sources == (article(name, concluded_on),)
    unknown = FUNDING_DECISION.find(refused_on(ground, employer=None, concluded_on=concluded_on))
    (of_ground,) = (p for p in unknown.parts if p.subject == ground.label)
    both = private == public and private.startswith("prévu")
    assert (private in plain(of_ground.sentence)) is both
    assert ("dépend du type" in of_ground.sentence) is not both


def plain(said: str) -> str:
    return said.replace("\xa0", " ").replace("\u202f", " ")


def test_grounds_are_told_in_the_order_of_the_article() -> None:
    found = FUNDING_DECISION.find(refused_on(RefusalGround.REMUNERATION, RefusalGround.AGE))
    assert found["given"] == (RefusalGround.AGE, RefusalGround.REMUNERATION)
    assert "Motifs donnés : âge (art. L. 6222-1 à -3) et" in plain(found.sentence)


def test_a_refusal_states_its_grounds() -> None:
    """« une décision motivée »; « La notification précise le motif »."""
    for employer in (ASSOCIATION, COMMUNE, None):
        none = FUNDING_DECISION.find(refused_on(employer=employer))
        assert "Aucun motif n'est donné" in none.sentence
        assert none["given"] == ()
    untold = FUNDING_DECISION.find(decided(DUE, Decision.REFUSED))
    assert untold.get("given") is None
    assert "otif" not in untold.sentence


@pytest.mark.parametrize(
    ("on", "employer", "said"),
    [
        (date(2025, 9, 29), ASSOCIATION, "vient dans le délai de décision"),
        (DUE, ASSOCIATION, "vient dans le délai de décision"),
        (
            date(2025, 10, 1),
            ASSOCIATION,
            "le silence valait déjà refus implicite de prise en charge",
        ),
        (date(2025, 10, 1), COMMUNE, "le silence valait déjà acceptation implicite du dépôt"),
        (date(2025, 10, 1), None, "dernier jour de la décision."),
        (None, COMMUNE, "pouvait être prononcé jusqu'au 30 septembre 2025"),
    ],
)
def test_until_when_the_refusal_could_be_given(
    on: date | None, employer: EmployerType | None, said: str
) -> None:
    found = FUNDING_DECISION.find(refused_on(RefusalGround.AGE, on=on, employer=employer))
    *_, of_its_day = found.parts
    assert of_its_day["latest_on"] == DUE
    assert said in plain(of_its_day.sentence)
    assert "30 septembre 2025" in plain(of_its_day.sentence)
    unreceived = FUNDING_DECISION.find(
        refused_on(RefusalGround.AGE, on=on, employer=employer, complete_on=None)
    )
    assert len(unreceived.parts) == 1


def test_the_grounds_wait_for_the_sector() -> None:
    found = FUNDING_DECISION.find(decided(None, None, type=None))
    assert found["grounds"] is None


def test_grounds_pass_through_json() -> None:
    facts = refused_on(RefusalGround.AGE, RefusalGround.OTHER_LEGAL_BREACH)
    written = write_contract(facts)
    told = written["dossier"]["decision"]["motifs"]
    assert sorted(told) == ["age", "autre_disposition"]
    assert read_contract(written) == facts
    none = refused_on()
    assert write_contract(none)["dossier"]["decision"]["motifs"] == []
    assert read_contract(write_contract(none)) == none


def test_before_2020_it_is_not_covered() -> None:
    for ask in (decision_due_on, refusal_grounds):
        with pytest.raises(NotCovered):
            ask(date(2019, 12, 31))
    old = decided(None, None, concluded_on=date(2019, 12, 31))
    assert FUNDING_DECISION.find(old).outcome is OPEN
    with pytest.raises(NotCovered):
        decision_due_on(COMPLETE, concluded_on=date(2019, 12, 31))


@for_all(st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_the_limit_is_monotone(complete_on: date) -> None:
    due_on = decision_due_on(complete_on)
    assert due_on - complete_on == timedelta(days=20)


def test_agenda_waits_for_the_file() -> None:
    (waiting,) = undated(FUNDING_DECISION, decided(None, None, complete_on=None))
    assert waiting.waits_for == ("file.complete_on",)


def test_sentences() -> None:
    waiting = decided(None, None)
    deposited = evolve(waiting, file=evolve(waiting.file, deposited=True))
    refused = decided(None, Decision.REFUSED)
    later = evolve(refused.file, later_acceptance_on=DUE)
    check_speaks(
        FUNDING_DECISION,
        decided(None, None, complete_on=None),
        waiting,
        deposited,
        decided(None, None, type=None),
        decided(None, Decision.CORRECTION_ASKED),
        decided(None),
        decided(date(2025, 10, 1)),
        decided(None, type=COMMUNE),
        refused,
        evolve(refused, file=later),
        decided(None, Decision.REFUSED, **OLD),
        decided(None, Decision.REFUSED, type=COMMUNE),
        decided(None, Decision.REFUSED, type=None),
        *(
            refused_on(*grounds, on=on, employer=employer, **facts)
            for grounds in ((), tuple(RefusalGround))
            for on in (None, DUE, date(2025, 10, 1))
            for employer in (ASSOCIATION, COMMUNE, None)
            for facts in ({}, OLD)
        ),
    )
    found = FUNDING_DECISION.find(waiting)
    assert found.sentence == (
        "La décision est attendue au plus tard le 30\xa0septembre 2025\u202f; "
        "passé ce jour, le silence vaut refus implicite de prise en charge."
    )


def test_a_day_is_a_date() -> None:
    with pytest.raises(WrongType):
        decision_due_on(datetime(2025, 9, 10))


def test_no_decision_is_awaited_once_it_is_taken() -> None:
    """Whichever day the file was complete, which nobody says."""
    taken = FundingDecision(decision=Decision.ACCEPTED, decided_on=COMPLETE)
    of = contract(file=Dossier(decision=taken))
    assert entries(FUNDING_DECISION, of) == []
    assert undated(FUNDING_DECISION, of) == []
    untaken = contract(file=Dossier())
    (waiting,) = undated(FUNDING_DECISION, untaken)
    assert waiting.waits_for == ("file.complete_on",)
