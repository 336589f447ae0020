"""L6222-42: « ne peut excéder un an ni la moitié de la durée totale ».

Contracts concluded from 2023-12-29. From 2018-04-01 to 2023-12-28: a year,
six months at least in France. Time outside the contract is none of it, two
stays that touch are one.
"""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from apprentissage.dates.mobility import MOBILITY, max_months_abroad, stays_abroad
from apprentissage.errors import InvalidValue, NotCovered, WrongType
from apprentissage.facts import Contract, Mobility
from apprentissage.judging import Outcome
from apprentissage.months import last_day_of, morrow_of, same_day
from tests.sample import NO, NONE, OPEN, YES, check_speaks, contract, entries

OLD, NEW = date(2023, 12, 28), date(2023, 12, 29)


def abroad(*stays: tuple[date, date], **facts: Any) -> Contract:
    """Two years from September 2025, with stays."""
    return contract(
        mobilities=tuple(Mobility(starts_on=first, ends_on=last) for first, last in stays), **facts
    )


@pytest.mark.parametrize(
    ("months", "old", "new"),
    [
        (4, 0, 2),
        (6, 0, 3),
        (10, 4, 5),
        (11, 5, 5),
        (12, 6, 6),
        (18, 12, 9),
        (23, 12, 11),
        (24, 12, 12),
        (36, 12, 12),
        (0, 0, 0),
    ],
)
def test_most_months(months: int, old: int, new: int) -> None:
    assert max_months_abroad(months, date(2018, 4, 1)) == old
    assert max_months_abroad(months, date(2019, 1, 1)) == old
    assert max_months_abroad(months, OLD) == old
    assert max_months_abroad(months, NEW) == new
    assert max_months_abroad(months, morrow_of(NEW)) == new


JAN = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("last", "outcome"),
    [(date(2026, 12, 30), YES), (date(2026, 12, 31), YES), (date(2027, 1, 1), NO)],
)
def test_a_year_of_two(last: date, outcome: Outcome) -> None:
    found = MOBILITY.find(abroad((JAN, last)))
    assert found.outcome is outcome
    assert found["max_months_abroad"] == 12


@pytest.mark.parametrize(
    ("concluded_on", "last", "outcome"),
    [
        (OLD, date(2024, 6, 30), YES),
        (OLD, date(2024, 7, 1), NO),
        (NEW, date(2024, 6, 30), YES),
        (NEW, date(2024, 7, 1), NO),
    ],
)
def test_half_of_a_year(concluded_on: date, last: date, outcome: Outcome) -> None:
    first = date(2024, 1, 1)
    facts = abroad(
        (first, last), concluded_on=concluded_on, starts_on=first, ends_on=date(2024, 12, 31)
    )
    assert MOBILITY.find(facts).outcome is outcome


def test_all_stays_count_together() -> None:
    half = (JAN, date(2026, 6, 30))
    other = (date(2027, 1, 1), date(2027, 6, 30))
    assert MOBILITY.find(abroad(half, other)).outcome is YES
    longer = (other[0], date(2027, 7, 1))
    assert MOBILITY.find(abroad(half, longer)).outcome is NO


def test_known_none_and_unknown() -> None:
    assert MOBILITY.find(abroad()).outcome is NONE
    unknown = MOBILITY.find(contract())
    assert unknown.outcome is OPEN
    assert unknown.missing == ("mobilities",)
    assert unknown["max_months_abroad"] == 12
    old = abroad((JAN, JAN), concluded_on=date(2018, 3, 31))
    assert [c.name for c in MOBILITY.find(old).caveats] == ["NOT_COVERED"]


@pytest.mark.parametrize(
    ("concluded_on", "names"),
    [
        (date(2018, 4, 1), ["WORDS_OF_AUGUST_2019"]),
        (date(2019, 8, 22), ["WORDS_OF_AUGUST_2019"]),
        (date(2019, 8, 23), []),
        (OLD, []),
        (NEW, ["BRANCH_TEXTS_OUTDATED"]),
    ],
)
def test_the_words_that_were_read(concluded_on: date, names: list[str]) -> None:
    found = MOBILITY.find(abroad((JAN, JAN), concluded_on=concluded_on))
    assert [caveat.name for caveat in found.caveats] == names


@pytest.mark.parametrize(("last", "outcome"), [(5, YES), (6, NO)])
def test_days_of_short_stays_make_a_year(last: int, outcome: Outcome) -> None:
    # eighteen stays of twenty days in twenty months, and one that ends the year
    starts = [same_day(date(2025, 9, 1), months) for months in range(19)]
    days = [20] * 18 + [last]
    stays = [(first, first + timedelta(days=n - 1)) for first, n in zip(starts, days, strict=True)]
    assert MOBILITY.find(abroad(*stays)).outcome is outcome


def test_a_stay_outside_the_contract_is_none_of_it() -> None:
    # two years after the end of the contract
    after = abroad((date(2029, 9, 1), date(2030, 8, 31)))
    found = MOBILITY.find(after)
    assert found.outcome is NONE
    assert found.sentence == ("Aucun séjour à l'étranger n'a lieu pendant le contrat.")
    assert entries(MOBILITY, after) == []
    # a year and eight months, of which a year within the contract
    over = abroad((date(2026, 9, 1), date(2028, 4, 30)))
    assert MOBILITY.find(over).outcome is YES
    assert "STAY_OUTSIDE_CONTRACT" in {caveat.name for caveat in MOBILITY.find(over).caveats}
    early = abroad((date(2025, 3, 1), date(2026, 9, 1)))
    assert MOBILITY.find(early).outcome is NO
    for stay in ((date(2025, 8, 31), date(2025, 9, 30)), (date(2027, 8, 1), date(2027, 9, 1))):
        found = MOBILITY.find(abroad(stay))
        assert "STAY_OUTSIDE_CONTRACT" in {caveat.name for caveat in found.caveats}
    within = MOBILITY.find(abroad((date(2025, 9, 1), date(2025, 9, 30))))
    assert "STAY_OUTSIDE_CONTRACT" not in {caveat.name for caveat in within.caveats}


@pytest.mark.parametrize("cut", [date(2026, 1, 31), date(2026, 2, 27)])
def test_two_stays_that_touch_are_one(cut: date) -> None:
    last = date(2026, 12, 31)
    whole = abroad((JAN, last))
    parts = abroad((morrow_of(cut), last), (JAN, cut))
    assert stays_abroad(parts) == stays_abroad(whole)
    assert MOBILITY.find(parts) == MOBILITY.find(whole)
    assert MOBILITY.find(whole).outcome is YES
    apart = abroad((JAN, cut), (morrow_of(morrow_of(cut)), last))
    assert len(stays_abroad(apart)) == 2


@for_all(st.integers(0, 60), st.sampled_from([OLD, NEW]))
def test_a_longer_contract_allows_no_less(months: int, concluded_on: date) -> None:
    most = max_months_abroad(months, concluded_on)
    assert 0 <= most <= 12
    assert most <= max_months_abroad(months + 1, concluded_on)


@for_all(st.dates(date(2024, 1, 1), date(2060, 1, 1)), st.integers(2, 36))
def test_the_longest_stay_is_lawful(first: date, months: int) -> None:
    most = max_months_abroad(months, first)
    facts = abroad(
        (first, last_day_of(first, most)),
        concluded_on=first,
        starts_on=first,
        ends_on=last_day_of(first, months),
    )
    assert MOBILITY.find(facts).outcome is YES


def test_agenda() -> None:
    (entry,) = entries(MOBILITY, abroad((JAN, JAN)))
    assert entry.on == date(2026, 12, 31)
    assert entries(MOBILITY, abroad()) == []
    other = date(2026, 3, 1)
    assert entries(MOBILITY, abroad((JAN, JAN), (other, other))) == []
    short = abroad((JAN, JAN), starts_on=JAN, ends_on=last_day_of(JAN, 1))
    assert entries(MOBILITY, short) == []
    last = date(2026, 9, 1)  # a year from then ends with the contract
    (entry,) = entries(MOBILITY, abroad((last, last)))
    assert entry.on == date(2027, 8, 31)
    later = date(2026, 9, 2)
    assert entries(MOBILITY, abroad((later, later))) == []


def test_sentences() -> None:
    check_speaks(
        MOBILITY,
        abroad(),
        contract(),
        abroad((JAN, JAN)),
        abroad((JAN, date(2027, 8, 31))),
        abroad((date(2024, 1, 1), date(2024, 1, 2))),
    )
    found = MOBILITY.find(abroad((JAN, JAN)))
    assert found.sentence == ("La mobilité à l'étranger ne dépasse pas 12 mois.")


def test_bad_months() -> None:
    with pytest.raises(NotCovered):
        max_months_abroad(12, date(2018, 3, 31))
    with pytest.raises(InvalidValue):
        max_months_abroad(-1, NEW)
    for wrong in (True, 12.0):
        with pytest.raises(WrongType):
            max_months_abroad(wrong, NEW)  # type: ignore[arg-type]
