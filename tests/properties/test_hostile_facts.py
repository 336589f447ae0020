"""What a constructor has accepted makes nothing raise but `NotCovered`."""

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from apprentissage.dossier.archive import archive_plan
from apprentissage.errors import NotCovered
from apprentissage.facts import Apprentice, Contract, Dossier, Training
from apprentissage.interchange import read_contract, write_contract
from apprentissage.pay.schedule import pay_schedule
from apprentissage.reviewing import COVERED_FROM, agenda, review, review_form
from apprentissage.views.ical import icalendar_text
from apprentissage.views.page import page
from apprentissage.views.timeline import timeline
from tests.support.hostile import hostile_contract

MADE_AT = datetime(2026, 9, 1, tzinfo=UTC)


def _sentences(contract: Contract) -> None:
    assert all(finding.sentence for finding in review(contract))


def _shown(contract: Contract) -> None:
    for result in (contract, review(contract), agenda(contract), review_form(contract)):
        assert repr(result)
        assert result._repr_html_()


def _rows(contract: Contract) -> None:
    assert review(contract).to_rows()
    agenda(contract).to_rows()
    assert review_form(contract).to_rows()


def _written(contract: Contract) -> None:
    assert read_contract(write_contract(contract)) == contract


def _entries(contract: Contract) -> None:
    icalendar_text(agenda(contract), uid="x", made_at=MADE_AT).encode()


def _page(contract: Contract) -> None:
    page(review(contract)).encode()


def _amounts(contract: Contract) -> None:
    schedule = pay_schedule(contract)
    assert schedule.amounts()


ALWAYS: tuple[Callable[[Contract], Any], ...] = (
    _sentences,
    agenda,
    review_form,
    _amounts,
    archive_plan,
    _written,
)
SELDOM: tuple[Callable[[Contract], Any], ...] = (
    _page,
    timeline,
    _entries,
    _shown,
    _rows,
)
"""Longer to make out of the same findings: each contract makes one."""


def _answers(contract: Contract, ask: Callable[[Contract], Any]) -> None:
    """Nothing is raised where the law of the conclusion is covered."""
    priced = ask in {_amounts, timeline, _page}
    if priced or contract.concluded_on < COVERED_FROM:
        with suppress(NotCovered):
            ask(contract)
    else:
        ask(contract)


# of 72, a day computed back before 1900
SHORT = (*range(20), 72)


@pytest.mark.parametrize(
    "seed",
    [pytest.param(seed, marks=() if seed in SHORT else pytest.mark.long) for seed in range(100)],
)
def test_absurd_facts_are_answered(seed: int) -> None:
    contract = hostile_contract(seed)
    for ask in (*ALWAYS, SELDOM[seed % len(SELDOM)]):
        _answers(contract, ask)


@pytest.mark.nightly
def test_absurd_facts_are_answered_for_long() -> None:
    """From a new seed; `HOSTILE_SEED` and `HOSTILE_MINUTES` choose others."""
    now = datetime.now(tz=UTC)
    seed = int(os.environ.get("HOSTILE_SEED", now.timestamp()))
    minutes = float(os.environ.get("HOSTILE_MINUTES", "20"))
    end = now + timedelta(minutes=minutes)
    tried = 0
    while datetime.now(tz=UTC) < end:
        contract = hostile_contract(seed + tried)
        for ask in (*ALWAYS, SELDOM[tried % len(SELDOM)]):
            try:
                _answers(contract, ask)
            except Exception as error:
                told = f"hostile_contract({seed + tried})"
                raise AssertionError(told) from error
        tried += 1
    assert tried


class Day(date):
    """As those of freezegun and pendulum: it computes in its own way."""

    def __repr__(self) -> str:
        return "Day"

    def __format__(self, _: str) -> str:
        return "Day"

    def isoformat(self) -> str:
        return "Day"


def test_a_day_of_a_subclass_is_kept_as_the_plain_day() -> None:
    def made(day: type[date]) -> Contract:
        return Contract(
            concluded_on=day(2026, 6, 22),
            starts_on=day(2026, 9, 1),
            ends_on=day(2028, 8, 31),
            apprentice=Apprentice(born_on=day(2008, 2, 10)),
            training=Training(last_exam_on=day(2028, 6, 16)),
            file=Dossier(practical_days=frozenset({day(2026, 9, 2)})),
        )

    told, plain = made(Day), made(date)
    assert repr(told) == repr(plain)
    assert type(told.training.last_exam_on) is date
    assert {type(day) for day in told.file.practical_days or ()} == {date}
    assert write_contract(told) == write_contract(plain)
    assert page(review(told)) == page(review(plain))
