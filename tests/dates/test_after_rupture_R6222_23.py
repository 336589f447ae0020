"""R6222-23: notice « au moins un mois avant la fin du contrat ».

Two months where notice is due before 2020-04-01, whenever the contract was
concluded. L6222-18-2, L6231-2 5°: after a rupture the CFA keeps the apprentice
for six months, three before 2019. L6222-18-1: after an exclusion it keeps
nobody, « un délai de deux mois » runs to enter another one.
"""

from datetime import date, datetime

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from apprentissage.dates.diploma_notice import DIPLOMA_NOTICE, diploma_notice_due_on
from apprentissage.dates.training_after_rupture import (
    TRAINING_AFTER_RUPTURE,
    new_cfa_by,
    training_kept_until,
)
from apprentissage.errors import NotCovered, WrongType
from apprentissage.facts import Rupture, RuptureCause
from apprentissage.facts.authorities import SourceKind
from apprentissage.law.sources import article
from apprentissage.months import morrow_of
from tests.sample import NONE, check_speaks, contract, entries, undated


@pytest.mark.parametrize(
    ("wanted_end_on", "due_on"),
    [
        # one month before, the old text still asked for two
        (date(2020, 4, 30), date(2020, 2, 29)),
        (date(2020, 5, 1), date(2020, 4, 1)),
        (date(2020, 5, 2), date(2020, 4, 2)),
        (date(2020, 3, 31), date(2020, 1, 31)),
        (date(2021, 7, 15), date(2021, 6, 15)),
        (date(2026, 7, 31), date(2026, 6, 30)),
        (date(2026, 3, 31), date(2026, 2, 28)),
        (date(2025, 7, 1), date(2025, 6, 1)),
    ],
)
@pytest.mark.parametrize("concluded_on", [date(2018, 9, 3), date(2024, 9, 2)])
def test_notice_by_its_own_day(concluded_on: date, wanted_end_on: date, due_on: date) -> None:
    assert diploma_notice_due_on(wanted_end_on) == due_on
    facts = contract(concluded_on=concluded_on, file={"wanted_end_on": wanted_end_on})
    found = DIPLOMA_NOTICE.find(facts)
    assert found.outcome is NONE
    assert found["latest_on"] == due_on
    assert article("R6222-23", due_on) in found.sources
    (entry,) = entries(DIPLOMA_NOTICE, facts)
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
def test_kept_in_training(concluded_on: date, ruptured_on: date, until: date) -> None:
    assert training_kept_until(ruptured_on, concluded_on) == until
    facts = contract(
        concluded_on=concluded_on,
        file={"rupture": Rupture(ruptured_on=ruptured_on)},
        starts_on=concluded_on,
        apprentice={"born_on": date(1998, 1, 1)},
    )
    found = TRAINING_AFTER_RUPTURE.find(facts)
    assert found.outcome is NONE
    assert found["training_until_on"] == until
    (entry,) = entries(TRAINING_AFTER_RUPTURE, facts)
    assert entry.on == until
    kinds = {source.kind for source in found.sources}
    old = concluded_on < date(2019, 1, 1)
    assert kinds == {SourceKind.DOCTRINE if old else SourceKind.LAW}
    assert [caveat.name for caveat in found.caveats] == ["KEPT_BEFORE_2019"] * old


@pytest.mark.parametrize(
    ("ruptured_on", "kept"),
    [
        (date(2027, 8, 30), True),
        (date(2027, 8, 31), False),
        (date(2027, 9, 1), False),
        (date(2025, 8, 24), False),
    ],
)
def test_no_training_after_what_is_no_rupture(ruptured_on: date, kept: bool) -> None:
    facts = contract(file={"rupture": Rupture(ruptured_on=ruptured_on)})
    found = TRAINING_AFTER_RUPTURE.find(facts)
    assert (found["training_until_on"] is not None) is kept
    assert len(entries(TRAINING_AFTER_RUPTURE, facts)) == kept


EXCLUDED = RuptureCause.CFA_EXCLUSION


@pytest.mark.parametrize(
    ("rupture", "excluded_on"),
    [
        (Rupture(cause=EXCLUDED, ruptured_on=date(2027, 6, 1)), True),
        (Rupture(cause=EXCLUDED), True),
        (Rupture(ruptured_on=date(2027, 6, 1)), True),
        # excluded, and still in the firm
        (None, True),
        (Rupture(cause=EXCLUDED, ruptured_on=date(2027, 6, 1)), False),
    ],
)
def test_an_exclusion_keeps_nothing(rupture: Rupture | None, excluded_on: bool) -> None:
    facts = contract(
        file={"rupture": rupture, "excluded_on": date(2027, 5, 10) if excluded_on else None}
    )
    found = TRAINING_AFTER_RUPTURE.find(facts)
    assert found.outcome is NONE
    assert found.reminds
    assert found["training_until_on"] is None
    assert article("L6222-18-1", date(2025, 8, 25)) in found.sources
    days = [entry.on for entry in entries(TRAINING_AFTER_RUPTURE, facts)]
    waiting = undated(TRAINING_AFTER_RUPTURE, facts)
    if excluded_on:
        assert found["new_cfa_by_on"] == date(2027, 7, 10)
        assert days == [date(2027, 7, 10)]
        assert waiting == []
    else:
        assert found["new_cfa_by_on"] is None
        assert days == []
        assert [w.waits_for for w in waiting] == [("file.excluded_on",)]


@pytest.mark.parametrize(
    ("excluded_on", "by"),
    [(date(2027, 5, 10), date(2027, 7, 10)), (date(2026, 12, 31), date(2027, 2, 28))],
)
def test_two_months_to_enter_another_cfa(excluded_on: date, by: date) -> None:
    assert new_cfa_by(excluded_on, date(2019, 1, 1)) == by
    with pytest.raises(NotCovered):
        new_cfa_by(excluded_on, date(2018, 12, 31))


def test_before_2019_an_exclusion_opens_no_delay() -> None:
    facts = contract(
        concluded_on=date(2018, 12, 31),
        file={
            "rupture": Rupture(cause=EXCLUDED, ruptured_on=date(2026, 1, 5)),
            "excluded_on": date(2026, 1, 2),
        },
    )
    found = TRAINING_AFTER_RUPTURE.find(facts)
    assert found["training_until_on"] is None
    assert found["new_cfa_by_on"] is None
    assert entries(TRAINING_AFTER_RUPTURE, facts) == []
    assert undated(TRAINING_AFTER_RUPTURE, facts) == []


def test_without_an_event_there_is_no_date() -> None:
    for rule in (DIPLOMA_NOTICE, TRAINING_AFTER_RUPTURE):
        for facts in (contract(), contract(file={"rupture": Rupture()})):
            assert rule.find(facts).outcome is NONE
            assert entries(rule, facts) == []


@for_all(st.dates(date(2008, 7, 1), date(2090, 1, 1)))
def test_both_are_monotone(day: date) -> None:
    later = morrow_of(day)
    assert diploma_notice_due_on(day) <= diploma_notice_due_on(later)
    assert training_kept_until(day, day) <= training_kept_until(later, day)


def test_sentences() -> None:
    wanted = contract(file={"wanted_end_on": date(2027, 7, 1)})
    check_speaks(DIPLOMA_NOTICE, contract(), wanted)
    ruptured = contract(file={"rupture": Rupture(ruptured_on=date(2026, 1, 5))})
    excluded = contract(file={"excluded_on": date(2026, 1, 5)})
    unsaid = contract(file={"rupture": Rupture(cause=EXCLUDED)})
    early = contract(file={"excluded_on": date(2025, 8, 24)})
    check_speaks(TRAINING_AFTER_RUPTURE, contract(), ruptured, excluded, early, unsaid)


@pytest.mark.parametrize(
    ("excluded_on", "by"),
    [
        (date(2025, 8, 24), None),
        (date(2025, 8, 25), date(2025, 10, 25)),  # the day of the conclusion
        (date(2025, 8, 26), date(2025, 10, 26)),
    ],
)
def test_an_exclusion_before_the_contract_is_told(excluded_on: date, by: date | None) -> None:
    facts = contract(file={"excluded_on": excluded_on})
    found = TRAINING_AFTER_RUPTURE.find(facts)
    assert found.outcome is NONE
    assert found["new_cfa_by_on"] == by
    assert ("Vérifiez ces dates" in found.sentence) is (by is None)
    listed = [e.on for e in entries(TRAINING_AFTER_RUPTURE, facts)]
    assert listed == ([] if by is None else [by])
    assert undated(TRAINING_AFTER_RUPTURE, facts) == []


def test_bad_days() -> None:
    noon = datetime(2026, 7, 1, 12)
    with pytest.raises(WrongType):
        diploma_notice_due_on(noon)
    with pytest.raises(NotCovered):
        diploma_notice_due_on(date(2008, 5, 31))
    for ask in (training_kept_until, new_cfa_by):
        with pytest.raises(WrongType):
            ask(noon, date(2024, 9, 2))
        with pytest.raises(NotCovered):
            ask(date(2026, 7, 1), date(2008, 4, 30))
