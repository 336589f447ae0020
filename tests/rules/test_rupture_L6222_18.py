"""L6222-18: the first 45 days in the firm, then a cause of the Code.

Either party may break until the end of the first 45 days, « consécutifs ou
non », of practical training in the firm; before August 2015 the first two
months. D6222-21-1: an apprentice who resigns waits « au moins » five
calendar days after the mediator, then seven after the employer.
"""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from apprentissage.errors import InvalidValue, NotCovered, WrongType
from apprentissage.facts import Contract, Rupture, RuptureCause
from apprentissage.law.readings import LETTER
from apprentissage.law.sources import SourceKind
from apprentissage.months import eve_of, morrow_of
from apprentissage.review import agenda
from apprentissage.rules.finding import Outcome
from apprentissage.rules.rupture import (
    RUPTURE,
    employer_informed_from,
    free_until,
    in_free_period,
    ruptured_from,
)
from tests.rules.sample import (
    NO,
    NONE,
    OPEN,
    YES,
    check_speaks,
    contract,
    entries,
    given,
    undated,
)

FULL_DAYS = LETTER.choose(resignation_delays="FULL_DAYS")
START = date(2025, 9, 1)
RESIGNS = RuptureCause.RESIGNATION
# every other day in the firm: the 45th is 28 November
IN_FIRM = frozenset(START + timedelta(days=2 * n) for n in range(60))
DAY_45 = START + timedelta(days=88)


def broken(
    on: date | None,
    *,
    days: frozenset[date] | None = IN_FIRM,
    cause: RuptureCause | None = None,
    referred: date | None = None,
    informed: date | None = None,
    **facts: Any,
) -> Contract:
    return contract(
        **facts,
        file={
            "practical_days": days,
            "rupture": Rupture(
                ruptured_on=on,
                cause=cause,
                mediator_referred_on=referred,
                employer_informed_on=informed,
            ),
        },
    )


def outcome(*facts: Any, **more: Any) -> Outcome:
    return RUPTURE.find(broken(*facts, **more)).outcome


def test_the_rank_of_a_day() -> None:
    # at the CFA, or before the first day in the firm, nothing has run yet
    assert [in_free_period(n) for n in (0, 1, 44, 45, 46)] == [
        True,
        True,
        True,
        True,
        False,
    ]
    with pytest.raises(InvalidValue):
        in_free_period(-1)
    for wrong in (True, 45.0):
        with pytest.raises(WrongType):
            in_free_period(wrong)  # type: ignore[arg-type]


def test_days_at_the_cfa_are_not_counted() -> None:
    assert free_until(IN_FIRM, starts_on=START, concluded_on=START) == DAY_45
    few = sorted(IN_FIRM)[:44]
    assert free_until(few, starts_on=START, concluded_on=START) is None


@pytest.mark.parametrize(
    ("on", "expected"),
    [(eve_of(DAY_45), YES), (DAY_45, YES), (morrow_of(DAY_45), OPEN)],
)
def test_free_until_the_45th_day(on: date, expected: Outcome) -> None:
    found = RUPTURE.find(broken(on))
    assert found.outcome is expected
    assert found["free_until"] == DAY_45
    if expected is OPEN:
        assert found.missing == ("file.rupture.cause",)


def test_while_the_45th_day_has_not_come_it_is_free() -> None:
    few = frozenset(sorted(IN_FIRM)[:44])
    assert outcome(date(2026, 6, 1), days=few) is YES


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (START + timedelta(days=44), YES),
        (START + timedelta(days=45), OPEN),
    ],
)
def test_unknown_days_may_not_matter(on: date, expected: Outcome) -> None:
    # 45 days in the firm take 45 days at least
    found = RUPTURE.find(broken(on, days=None))
    assert found.outcome is expected
    if expected is OPEN:
        assert found.missing == (
            "file.practical_days",
            "file.rupture.cause",
        )


@pytest.mark.parametrize(
    ("concluded_on", "limit"),
    [
        (date(2015, 8, 18), date(2015, 10, 31)),
        (date(2015, 8, 19), None),
        (date(2015, 8, 20), None),
    ],
)
def test_two_months_before_the_law_of_2015(
    concluded_on: date, limit: date | None
) -> None:
    starts_on = date(2015, 9, 1)
    assert (
        free_until((), starts_on=starts_on, concluded_on=concluded_on) == limit
    )
    facts = given(concluded_on, starts_on=starts_on)
    assert RUPTURE.find(facts)["free_until"] == limit


def test_two_months_ask_no_calendar() -> None:
    old: dict[str, Any] = {
        "concluded_on": date(2014, 9, 1),
        "starts_on": date(2014, 9, 1),
        "apprentice": {"born_on": date(1996, 1, 1)},
        "days": None,
    }
    assert outcome(date(2014, 10, 31), **old) is YES
    late = RUPTURE.find(broken(date(2014, 11, 1), **old))
    assert late.missing == ("file.rupture.cause",)


def test_other_causes_are_not_judged() -> None:
    found = RUPTURE.find(
        broken(date(2026, 3, 1), cause=RuptureCause.MUTUAL_AGREEMENT)
    )
    assert found.outcome is YES
    assert [c.name for c in found.caveats] == ["CAUSE_NOT_JUDGED"]


def test_undeclared_events() -> None:
    assert RUPTURE.find(contract()).outcome is NONE
    unsaid = RUPTURE.find(broken(None))
    assert unsaid.missing == (
        "file.rupture.cause",
        "file.rupture.ruptured_on",
    )
    # informed within the free period: the rupture may still be free
    early = RUPTURE.find(broken(None, informed=START, cause=None))
    assert "file.rupture.ruptured_on" in early.missing


def resigned(
    informed: date | None,
    on: date | None,
    referred: date | None = date(2026, 1, 5),
    **facts: Any,
) -> Contract:
    return broken(
        on, cause=RESIGNS, referred=referred, informed=informed, **facts
    )


@pytest.mark.parametrize(
    ("informed", "expected", "full_days"),
    [
        (date(2026, 1, 9), NO, NO),
        (date(2026, 1, 10), YES, NO),
        (date(2026, 1, 11), YES, YES),
    ],
)
def test_five_days_after_the_mediator(
    informed: date, expected: Outcome, full_days: Outcome
) -> None:
    facts = resigned(informed, None)
    found = RUPTURE.find(facts)
    assert found.outcome is expected
    assert RUPTURE.find(facts, FULL_DAYS).outcome is full_days
    assert bool(found.contested) is (expected is not full_days)


@pytest.mark.parametrize(
    ("on", "expected", "full_days"),
    [
        (date(2026, 1, 20), NO, NO),
        (date(2026, 1, 21), YES, NO),
        (date(2026, 1, 22), YES, YES),
    ],
)
def test_seven_days_after_the_employer(
    on: date, expected: Outcome, full_days: Outcome
) -> None:
    facts = resigned(date(2026, 1, 14), on)
    assert RUPTURE.find(facts).outcome is expected
    assert RUPTURE.find(facts, FULL_DAYS).outcome is full_days


def test_what_a_resignation_misses() -> None:
    no_mediator = RUPTURE.find(
        resigned(date(2026, 1, 14), date(2026, 1, 22), referred=None)
    )
    assert no_mediator.missing == ("file.rupture.mediator_referred_on",)
    uninformed = RUPTURE.find(resigned(None, date(2026, 1, 22)))
    assert uninformed.missing == ("file.rupture.employer_informed_on",)
    # one failed delay suffices
    early = resigned(date(2026, 1, 14), date(2026, 1, 15), referred=None)
    assert RUPTURE.find(early).outcome is NO
    assert RUPTURE.find(resigned(None, None)).outcome is NONE


@pytest.mark.parametrize(
    ("on", "expected", "full_days"),
    [
        (date(2026, 1, 4), NO, NO),
        (date(2026, 1, 16), NO, NO),
        (date(2026, 1, 17), OPEN, NO),
        (date(2026, 1, 18), OPEN, NO),
        (date(2026, 1, 19), OPEN, OPEN),
    ],
)
def test_both_delays_take_twelve_days_whenever_he_is_informed(
    on: date, expected: Outcome, full_days: Outcome
) -> None:
    found = RUPTURE.find(resigned(None, on))
    assert found.outcome is expected
    assert RUPTURE.find(resigned(None, on), FULL_DAYS).outcome is full_days
    for late in range(5, 15):
        informed = date(2026, 1, 5) + timedelta(days=late)
        known = RUPTURE.find(resigned(informed, on))
        assert expected is OPEN or known.outcome is expected


def test_a_resignation_in_the_free_period_waits_for_nothing() -> None:
    facts = resigned(START, morrow_of(START), referred=None)
    assert RUPTURE.find(facts).outcome is YES


def test_no_resignation_before_2019() -> None:
    facts = resigned(date(2026, 1, 10), None, concluded_on=date(2018, 12, 31))
    assert RUPTURE.find(facts).outcome is OPEN
    with pytest.raises(NotCovered):
        entries(RUPTURE, facts)
    # the rupture itself is to be notified all the same
    on = date(2019, 3, 1)
    old = agenda(
        resigned(None, on, concluded_on=date(2018, 12, 31)), rules=(RUPTURE,)
    )
    assert on in {entry.on for entry in old}
    assert len(old.undated) == 1


@for_all(st.dates(date(2019, 1, 1), date(2090, 1, 1)))
def test_delays_are_monotone_and_their_days_lawful(day: date) -> None:
    assert employer_informed_from(day) == day + timedelta(days=5)
    assert ruptured_from(day) == day + timedelta(days=7)
    assert employer_informed_from(day, FULL_DAYS) == day + timedelta(days=6)
    assert ruptured_from(day, FULL_DAYS) == day + timedelta(days=8)


def test_agenda() -> None:
    full = resigned(date(2026, 1, 10), date(2026, 1, 17))
    assert [(entry.on, entry.kind) for entry in entries(RUPTURE, full)] == [
        (DAY_45, SourceKind.LAW),
        (date(2026, 1, 17), SourceKind.DECREE),
        (date(2026, 1, 10), SourceKind.DECREE),
        (date(2026, 1, 17), SourceKind.DECREE),
    ]
    alone = resigned(None, None, referred=None)
    assert [entry.on for entry in entries(RUPTURE, alone)] == [DAY_45]
    (waiting,) = undated(RUPTURE, contract())
    assert waiting.waits_for == ("file.practical_days",)


def test_sentences_and_readings() -> None:
    check_speaks(
        RUPTURE,
        contract(),
        broken(START),
        broken(date(2026, 3, 1)),
        broken(date(2026, 3, 1), cause=RuptureCause.FORCE_MAJEURE),
        resigned(date(2026, 1, 9), date(2026, 1, 12)),
        resigned(date(2026, 1, 11), date(2026, 1, 22)),
        resigned(date(2026, 1, 11), None),
        resigned(None, None),
        resigned(None, date(2026, 1, 9)),
        resigned(date(2026, 1, 14), date(2026, 1, 22), referred=None),
    )


@pytest.mark.parametrize("day", ["2025-09-01", datetime(2025, 9, 1)])
def test_a_day_is_a_date(day: date) -> None:
    for ask in (employer_informed_from, ruptured_from):
        with pytest.raises(WrongType):
            ask(day)
    with pytest.raises(WrongType):
        free_until((), starts_on=day, concluded_on=START)
    with pytest.raises(WrongType):
        free_until((day,), starts_on=START, concluded_on=START)
