"""The decision: twenty days from the complete file; silence; grounds.

D6224-2: grounds of refusal, « la contrariété des stipulations du contrat à
toute autre disposition légale, réglementaire ou conventionnelle » from
2024-08-01. Silence refuses the funding (CRPA L231-4), for a public employer
it accepts the deposit.
"""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from apprentissage.errors import NotCovered, WrongType
from apprentissage.facts import (
    Contract,
    Decision,
    EmployerType,
    FundingDecision,
    Rupture,
)
from apprentissage.law.funding import RefusalGround, Silence
from apprentissage.law.sources import SourceKind
from apprentissage.rules.calendar_entries import Consequence
from apprentissage.rules.finding import Outcome
from apprentissage.rules.funding_decision import (
    FUNDING_DECISION,
    decision_due_on,
    refusal_grounds,
    silence_means,
)
from tests.rules.sample import (
    NO,
    NONE,
    OPEN,
    YES,
    check_speaks,
    contract,
    entries,
    undated,
)

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
            "decision": decision
            and FundingDecision(decision=decision, decided_on=on),
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


@pytest.mark.parametrize(
    ("on", "outcome"),
    [
        (date(2025, 9, 29), YES),
        (date(2025, 9, 30), YES),
        (date(2025, 10, 1), NO),
        (None, OPEN),
    ],
)
def test_eve_day_and_morrow(on: date | None, outcome: Outcome) -> None:
    found = FUNDING_DECISION.find(decided(on, Decision.REFUSED))
    assert found.outcome is outcome
    assert found["due_on"] == date(2025, 9, 30)
    if on is None:
        assert found.missing == ("file.decision.decided_on",)


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
        (
            EmployerType.COMMUNE,
            Silence.ACCEPTANCE,
            Consequence.DEPOSIT_ACCEPTED,
        ),
        (
            EmployerType.OTHER_PUBLIC,
            Silence.ACCEPTANCE,
            Consequence.DEPOSIT_ACCEPTED,
        ),
        # an établissement public industriel et commercial is private here
        (
            EmployerType.INDUSTRIAL_COMMERCIAL_PUBLIC_BODY,
            Silence.REFUSAL,
            Consequence.FUNDING_REFUSED,
        ),
        (
            EmployerType.ASSOCIATION,
            Silence.REFUSAL,
            Consequence.FUNDING_REFUSED,
        ),
        (None, None, Consequence.NONE_KNOWN),
    ],
)
def test_silence(
    employer: EmployerType | None,
    silence: Silence | None,
    consequence: Consequence,
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
def test_grounds(
    concluded_on: date, grounds: tuple[RefusalGround, ...]
) -> None:
    assert refusal_grounds(concluded_on) == grounds
    found = FUNDING_DECISION.find(
        decided(None, None, concluded_on=concluded_on)
    )
    assert found["grounds"] == grounds
    public = refusal_grounds(concluded_on, public=True)
    assert RefusalGround.MAITRE not in public
    assert public == tuple(g for g in FIRST_FOUR if g in public)


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
    (waiting,) = undated(
        FUNDING_DECISION, decided(None, None, complete_on=None)
    )
    assert waiting.waits_for == ("file.complete_on",)


BALANCE = (Consequence.BALANCE_LOST, SourceKind.DECREE)


@pytest.mark.parametrize(
    ("concluded_on", "balance"),
    [
        (date(2025, 6, 30), []),
        (date(2025, 7, 1), [(date(2027, 12, 31), *BALANCE)]),
        (date(2025, 7, 2), [(date(2027, 12, 31), *BALANCE)]),
    ],
)
def test_the_last_tenth_waits_four_months_after_the_end(
    concluded_on: date, balance: list[object]
) -> None:
    facts = decided(None, None, complete_on=None, concluded_on=concluded_on)
    assert [
        (entry.on, entry.consequence, entry.kind)
        for entry in entries(FUNDING_DECISION, facts)
    ] == balance


@pytest.mark.parametrize(
    ("ruptured_on", "on"),
    [(None, date(2027, 12, 31)), (date(2025, 10, 31), date(2026, 2, 28))],
)
def test_the_end_may_be_a_rupture(ruptured_on: date | None, on: date) -> None:
    facts = contract(
        employer={"type": EmployerType.ASSOCIATION},
        file={"rupture": Rupture(ruptured_on=ruptured_on)},
    )
    assert [e.on for e in entries(FUNDING_DECISION, facts)] == [on]


def test_the_last_tenth_is_the_opcos() -> None:
    facts = decided(None, None, complete_on=None, type=EmployerType.COMMUNE)
    assert entries(FUNDING_DECISION, facts) == []
    assert len(undated(FUNDING_DECISION, facts)) == 1
    unknown = decided(None, None, type=None)
    (waiting,) = undated(FUNDING_DECISION, unknown)
    assert waiting.waits_for == ("employer.type",)


def test_sentences() -> None:
    check_speaks(
        FUNDING_DECISION,
        decided(None, None, complete_on=None),
        decided(None, None),
        decided(None, None, type=None),
        decided(None, Decision.CORRECTION_ASKED),
        decided(None),
        decided(date(2025, 9, 30)),
        decided(date(2025, 10, 1), type=EmployerType.COMMUNE),
    )
    found = FUNDING_DECISION.find(decided(None, None))
    assert found.sentence == (
        "La décision est attendue au plus tard le 30\xa0septembre 2025\u202f; "
        "passé ce jour, le silence vaut refus implicite de prise en charge."
    )


def test_a_day_is_a_date() -> None:
    with pytest.raises(WrongType):
        decision_due_on(datetime(2025, 9, 10))
