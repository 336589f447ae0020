"""R6222-23: notice « au moins un mois avant la fin du contrat ».

Two months for contracts concluded before 2020-04-01. L6222-18-2, L6231-2 5°:
after a rupture the CFA keeps the apprentice for six months, three before
2019.
"""

from datetime import date, datetime

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from apprentissage.errors import NotCovered, WrongType
from apprentissage.facts import Rupture
from apprentissage.law.sources import SourceKind
from apprentissage.months import morrow_of
from apprentissage.rules.after_rupture import (
    DIPLOMA_NOTICE_RULE,
    TRAINING_AFTER_RUPTURE,
    diploma_notice_due_on,
    training_kept_until,
)
from tests.rules.sample import NONE, check_speaks, contract, entries


@pytest.mark.parametrize(
    ("concluded_on", "wanted_end_on", "due_on"),
    [
        (date(2020, 3, 31), date(2021, 7, 15), date(2021, 5, 15)),
        (date(2020, 4, 1), date(2021, 7, 15), date(2021, 6, 15)),
        (date(2020, 4, 2), date(2021, 7, 15), date(2021, 6, 15)),
        (date(2024, 9, 2), date(2026, 7, 31), date(2026, 6, 30)),
        (date(2024, 3, 4), date(2026, 3, 31), date(2026, 2, 28)),
        (date(2023, 9, 4), date(2025, 7, 1), date(2025, 6, 1)),
    ],
)
def test_notice(concluded_on: date, wanted_end_on: date, due_on: date) -> None:
    assert diploma_notice_due_on(wanted_end_on, concluded_on) == due_on
    facts = contract(
        concluded_on=concluded_on, file={"wanted_end_on": wanted_end_on}
    )
    found = DIPLOMA_NOTICE_RULE.find(facts)
    assert found.outcome is NONE
    assert found["notice_due_on"] == due_on
    (entry,) = entries(DIPLOMA_NOTICE_RULE, facts)
    assert entry.on == due_on
    assert entry.kind is SourceKind.DECREE


@pytest.mark.parametrize(
    ("concluded_on", "ruptured_on", "until"),
    [
        (date(2018, 12, 31), date(2019, 8, 31), date(2019, 11, 30)),
        (date(2019, 1, 1), date(2019, 8, 31), date(2020, 2, 29)),
        (date(2019, 1, 2), date(2019, 8, 31), date(2020, 2, 29)),
        (date(2022, 9, 5), date(2025, 8, 31), date(2026, 2, 28)),
        (date(2025, 9, 1), date(2025, 11, 30), date(2026, 5, 30)),
        (date(2025, 9, 1), date(2026, 3, 1), date(2026, 9, 1)),
    ],
)
def test_kept_in_training(
    concluded_on: date, ruptured_on: date, until: date
) -> None:
    assert training_kept_until(ruptured_on, concluded_on) == until
    facts = contract(
        concluded_on=concluded_on,
        file={"rupture": Rupture(ruptured_on=ruptured_on)},
    )
    found = TRAINING_AFTER_RUPTURE.find(facts)
    assert found.outcome is NONE
    assert found["training_until_on"] == until
    (entry,) = entries(TRAINING_AFTER_RUPTURE, facts)
    assert entry.on == until


def test_without_an_event_there_is_no_date() -> None:
    for rule in (DIPLOMA_NOTICE_RULE, TRAINING_AFTER_RUPTURE):
        for facts in (contract(), contract(file={"rupture": Rupture()})):
            assert rule.find(facts).outcome is NONE
            assert entries(rule, facts) == []


@for_all(st.dates(date(2020, 4, 1), date(2090, 1, 1)))
def test_both_are_monotone(day: date) -> None:
    later = morrow_of(day)
    assert diploma_notice_due_on(day, day) <= diploma_notice_due_on(later, day)
    assert training_kept_until(day, day) <= training_kept_until(later, day)


def test_sentences() -> None:
    wanted = contract(file={"wanted_end_on": date(2027, 7, 1)})
    check_speaks(DIPLOMA_NOTICE_RULE, contract(), wanted)
    ruptured = contract(
        file={"rupture": Rupture(ruptured_on=date(2026, 1, 5))}
    )
    check_speaks(TRAINING_AFTER_RUPTURE, contract(), ruptured)


@pytest.mark.parametrize("ask", [diploma_notice_due_on, training_kept_until])
def test_bad_days(ask: object) -> None:
    assert callable(ask)
    with pytest.raises(WrongType):
        ask(datetime(2026, 7, 1), date(2024, 9, 2))
    with pytest.raises(NotCovered):
        ask(date(2026, 7, 1), date(2008, 4, 30))
