"""The schedule as a value: its sequence, sentences, rows, table, readings.

Properties: lines partition the contract; for one base, no floor and
extensions on the anniversary, at most two lines a year and rates never fall;
an earlier birthday never lowers a rate.
"""

import pickle
from datetime import date, timedelta
from decimal import Decimal
from importlib import import_module
from typing import Any

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from apprentissage.errors import NotCovered, WrongType
from apprentissage.facts import Contract, Grid
from apprentissage.law.readings import LETTER, POINTS, Readings
from apprentissage.law.sources import LAW_CHECKED_ON
from apprentissage.pay import PaySchedule, pay_schedule
from tests.pay.drawn import FEWER, pay_contracts, pay_readings
from tests.pay.sample import LAST, aged, caveats, known, lines, rates
from tests.sample import in_2026

NARROW = "\u202f"


def test_sequence() -> None:
    schedule = pay_schedule(known())
    first, second = schedule
    assert len(schedule) == 2
    assert (schedule[0], schedule[-1]) == (first, second)
    assert schedule[:1] == (first,)
    assert list(reversed(schedule)) == [second, first]
    assert first in schedule
    assert (first.order, second.order) == ("1.1", "2.1")


@pytest.mark.parametrize(
    ("day", "order"),
    [
        (date(2025, 9, 1), "1.1"),
        (date(2026, 8, 31), "1.1"),
        (date(2026, 9, 1), "2.1"),
        (date(2027, 8, 31), "2.1"),
    ],
)
def test_on(day: date, order: str) -> None:
    assert pay_schedule(known()).on(day).order == order


@pytest.mark.parametrize("day", [date(2025, 8, 31), date(2027, 9, 1)])
def test_on_a_day_outside(day: date) -> None:
    with pytest.raises(NotCovered, match="pay schedule"):
        pay_schedule(known()).on(day)
    with pytest.raises(WrongType, match="day"):
        pay_schedule(known()).on(None)  # type: ignore[arg-type]


def test_value() -> None:
    schedule = pay_schedule(known())
    assert schedule == pay_schedule(known())
    assert hash(schedule) == hash(pay_schedule(known()))
    assert schedule != pay_schedule(known(ends_on=date(2027, 8, 30)))
    assert pickle.loads(pickle.dumps(schedule)) == schedule  # noqa: S301
    amounts = schedule.amounts()
    assert hash(amounts) == hash(schedule.amounts())
    assert pickle.loads(pickle.dumps(amounts)) == amounts  # noqa: S301
    assert {line: line.order for line in schedule}[schedule[1]] == "2.1"
    with pytest.raises(FrozenInstanceError):
        schedule[0].rate = Decimal(0)  # type: ignore[misc]
    assert repr(schedule[0]) == ("PayLine('1.1', 2025-09-01 to 2026-08-31, 43 % SMIC)")


def test_nothing_assumed_when_all_is_known() -> None:
    assert pay_schedule(known()).assumed == ()
    assert caveats(known()) == set()


def test_all_assumed_when_nothing_is_known() -> None:
    bare = in_2026(apprentice=evolve(known().apprentice, born_on=date(2004, 1, 1)))
    assumed = pay_schedule(bare).assumed
    assert [a.path for a in assumed] == [
        "employer.territory",
        "employer.type",
        "grid",
        "training.diploma",
        "duration_ground",
        "training.entry_year",
        "extension",
        "previous",
        "smc_monthly",
    ]
    assert all(a.sentence for a in assumed)


@pytest.mark.parametrize(
    ("day", "stale"),
    [
        (LAW_CHECKED_ON - timedelta(days=1), False),
        (LAW_CHECKED_ON, False),
        (LAW_CHECKED_ON + timedelta(days=1), True),
    ],
)
def test_stale_after_the_last_day_checked(day: date, stale: bool) -> None:
    contract = aged(date(2007, 1, 1), day, date(2027, 8, 31))
    assert pay_schedule(contract).stale is stale


def test_in_a_terminal_a_schedule_is_its_lines() -> None:
    contract = aged(date(2008, 1, 10), date(2024, 9, 2), date(2025, 12, 31))
    assert repr(pay_schedule(contract)) == (
        "PaySchedule(contract of 2024-09-02: 1.1 27 % SMIC from 2024-09-02, "
        "2.1 39 % SMIC from 2025-09-02)"
    )


def test_sentences() -> None:
    contract = aged(
        date(2008, 1, 10), date(2024, 9, 2), date(2026, 8, 31), smc_monthly=Decimal("1900.00")
    )
    schedule = pay_schedule(contract)
    told = [schedule.sentence(line) for line in schedule]
    article = "art.\xa0D.\xa06222-26 du code du travail"
    age = "art.\xa0D.\xa06222-31 du code du travail"
    assert told == [
        f"27{NARROW}% du SMIC\xa0: 1re année d'exécution{NARROW}; 16-17 ans ({article}).",
        f"39{NARROW}% du SMIC\xa0: 2e année d'exécution{NARROW}; 16-17 ans ({article}).",
        f"51{NARROW}% du SMIC\xa0: 2e année d'exécution{NARROW}; 18-20 ans"
        f"{NARROW}; majoration\xa0: nouvelle tranche d'âge ({article} "
        f"et {age}).",
    ]
    kept = pay_schedule(known(previous=(LAST,)))
    floor = kept.sentence(kept[0])
    assert "rémunération du contrat précédent" in floor
    old = aged(date(1990, 1, 1), date(2018, 9, 3), date(2019, 8, 31))
    adult = pay_schedule(old)
    assert "21 ans et plus" in adult.sentence(adult[0])
    with pytest.raises(NotCovered):
        kept.monthly(adult[0])


def test_rows() -> None:
    schedule = pay_schedule(known())
    (first, _) = schedule.to_rows(exact=True)
    assert {k: v for k, v in first.items() if k != "constat"} == {
        "ordre": "1.1",
        "annee_execution": 1,
        "du": date(2025, 9, 1),
        "au": date(2026, 8, 31),
        "ages": "18-20 ans",
        "taux": Decimal(43),
        "base": "SMIC",
        "brut_mensuel": Decimal("774.77"),
    }
    (plotted, _) = schedule.to_rows()
    assert (plotted["taux"], plotted["brut_mensuel"]) == (43.0, 774.77)
    assert type(plotted["taux"]) is type(plotted["brut_mensuel"]) is float


def test_table_of_the_form() -> None:
    contract = aged(date(2008, 1, 10), date(2024, 9, 2), date(2026, 8, 31))
    html = pay_schedule(contract)._repr_html_()
    assert html.count("<tr>") == 5  # the head and four years
    assert html.count("<th ") == 3  # the year and its two lines
    assert "du 02/09/2025 au 31/01/2026" in html
    assert "<td>4e année</td><td></td><td></td>" in html


def test_table_of_more_than_the_form() -> None:
    grid = Grid(from_18=(Decimal(50),) * 3, from_on=date(2026, 1, 1))
    contract = aged(date(2007, 9, 10), date(2025, 9, 1), date(2029, 12, 31), grid=grid)
    html = pay_schedule(contract)._repr_html_()
    assert html.count("<th ") == 4
    assert "5e année" in html


def keys(schedule: PaySchedule) -> list[Any]:
    return [
        (line.order, line.starts_on, line.ends_on, line.age_bracket, line.rate, line.base)
        for line in schedule
    ]


@FEWER
@given(pay_contracts(), pay_readings())
def test_contested_is_brute_force(contract: Contract, readings: Readings) -> None:
    schedule = pay_schedule(contract, readings)
    expected = {
        (point, choice)
        for point, choices in POINTS.items()
        for choice in choices
        if keys(pay_schedule(contract, readings.choose(**{point: choice}))) != keys(schedule)
    }
    contested = schedule.contested()
    assert {(c.point, c.choice) for c in contested} == expected
    assert all(keys(c.schedule) != keys(schedule) for c in contested)


def test_contested_tries_what_the_lines_were_computed_from(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Adult before the start, in a whole cycle: no birthday, no licence, no
    # credit and no extra year ask for a choice; below 21 no SMC is compared
    # with the SMIC, whose month nothing asks for.
    schedule = pay_schedule(known())
    tried: list[Readings] = []

    def spy(contract: Contract, readings: Readings) -> PaySchedule:
        tried.append(readings)
        return pay_schedule(contract, readings)

    module = import_module("apprentissage.pay.schedule")
    monkeypatch.setattr(module, "pay_schedule", spy)
    assert schedule.contested() == ()
    assert set(map(repr, tried)) == {
        "LETTER",
        "LETTER.choose(threshold_in_start_month='NEXT_MONTH')",
    }


def test_a_notebook_shows_the_lines() -> None:
    schedule = pay_schedule(aged(date(2007, 12, 1), date(2025, 9, 8), date(2026, 9, 7)))
    (other,) = schedule.contested()
    assert "Rémunération minimale (case" in schedule._repr_html_()
    assert "Autre lecture" in other._repr_html_()
    assert other.schedule[0].order in other.sentence
    assert "1.1, du 08/09/2025 au 31/12/2025" in schedule[0]._repr_html_()


def test_contested_tells_who_holds_it() -> None:
    contract = aged(date(2007, 12, 1), date(2025, 9, 8), date(2026, 9, 7))
    (other,) = pay_schedule(contract).contested()
    assert other.point == "birthday_on_the_first"
    assert other.choice.holders
    assert other.schedule[1].starts_on == date(2025, 12, 1)


@FEWER
@given(pay_contracts(), pay_readings())
def test_lines_partition_the_contract(contract: Contract, readings: Readings) -> None:
    schedule = pay_schedule(contract, readings)
    days = [
        line.starts_on + timedelta(days=n)
        for line in schedule
        for n in range((line.ends_on - line.starts_on).days + 1)
    ]
    first = contract.starts_on
    length = (contract.ends_on - first).days + 1
    assert days == [first + timedelta(days=n) for n in range(length)]
    orders = [line.order for line in schedule]
    assert orders == sorted(set(orders))
    assert pay_schedule(contract, readings) == schedule
    for line in schedule:
        assert line.sources
        assert schedule.sentence(line)


BIRTHS = st.dates(date(1990, 1, 1), date(2010, 8, 31))
STARTS = st.dates(date(2025, 9, 1), date(2026, 8, 31))
LENGTHS = st.integers(0, 1460)


@given(BIRTHS, STARTS, LENGTHS)
def test_two_lines_a_year_and_rates_never_fall(born_on: date, start: date, length: int) -> None:
    schedule = pay_schedule(aged(born_on, start, start + timedelta(days=length)))
    years = [line.execution_year for line in schedule]
    assert max(years.count(year) for year in years) <= 2
    found = [line.rate for line in schedule]
    assert found == sorted(found)


@given(BIRTHS, st.integers(1, 4000), STARTS, LENGTHS, pay_readings())
def test_an_earlier_birthday_never_lowers_a_rate(
    born_on: date, days: int, start: date, length: int, readings: Readings
) -> None:
    end = start + timedelta(days=length)
    younger = pay_schedule(aged(born_on, start, end), readings)
    older = pay_schedule(aged(born_on - timedelta(days=days), start, end), readings)
    for day in {line.starts_on for line in (*younger, *older)}:
        assert older.on(day).rate >= younger.on(day).rate


@FEWER
@given(pay_contracts())
def test_a_known_grid_never_lowers_a_line(contract: Contract) -> None:
    plain = pay_schedule(evolve(contract, grid=None)).amounts()
    better = pay_schedule(contract).amounts()
    for amount in better:
        day = amount.starts_on
        assert amount.monthly >= plain.on(day).monthly


@pytest.mark.parametrize("month", range(12))
def test_every_month_of_conclusion_since_2008(month: int) -> None:
    for year in range(2008, 2027):
        day = date(year, month + 1, 1)
        if day < date(2008, 5, 1):
            continue
        contract = aged(date(year - 17, 6, 15), day, date(year + 2, 12, 31))
        assert rates(contract, LETTER) == rates(contract)
        assert lines(contract)
