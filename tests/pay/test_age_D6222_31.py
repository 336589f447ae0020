"""A new age bracket counts from the first of the next month (D6222-31).

« majorés à compter du premier jour du mois suivant le jour où l'apprenti
atteint dix-huit ans ou vingt et un ans ou vingt-six ans ». « Les années du
contrat exécutées avant [...] sont prises en compte »: the year goes on.
"""

from datetime import date, timedelta

import pytest

from apprentissage.law.readings import LETTER
from apprentissage.pay import PayReason, pay_schedule
from tests.pay.sample import aged, cited, lines

START, END = date(2025, 9, 8), date(2026, 9, 7)
STRICT = LETTER.choose(threshold_in_start_month="NEXT_MONTH")
SAME_DAY = LETTER.choose(birthday_on_the_first="SAME_DAY")
MARCH_1 = LETTER.choose(leap_birthday="MARCH_1")


def year(born_on: date) -> list[str]:
    return lines(aged(born_on, START, END))


@pytest.mark.parametrize(
    ("age", "before", "after"), [(18, "27", "43"), (21, "43", "53"), (26, "53", "100")]
)
@pytest.mark.parametrize(
    ("birthday", "opens_on"),
    [
        (date(2025, 11, 30), date(2025, 12, 1)),
        (date(2025, 12, 1), date(2026, 1, 1)),
        (date(2025, 12, 2), date(2026, 1, 1)),
        (date(2025, 12, 31), date(2026, 1, 1)),
        (date(2026, 2, 28), date(2026, 3, 1)),
        (date(2025, 9, 9), date(2025, 10, 1)),
        (date(2026, 8, 31), date(2026, 9, 1)),
    ],
)
def test_first_of_the_next_month(
    age: int, before: str, after: str, birthday: date, opens_on: date
) -> None:
    born_on = birthday.replace(year=birthday.year - age)
    assert year(born_on) == [f"1.1 {START} {before}", f"1.2 {opens_on} {after}"]


def test_after_the_end_no_line() -> None:
    # 18 in the last month: the next one is after the contract.
    assert year(date(2008, 9, 1)) == [f"1.1 {START} 27"]
    on_the_last_day = aged(date(2008, 8, 20), START, date(2026, 9, 1))
    assert lines(on_the_last_day)[1:] == ["1.2 2026-09-01 43"]
    on_the_eve = aged(date(2008, 8, 20), START, date(2026, 8, 31))
    assert len(lines(on_the_eve)) == 1


@pytest.mark.parametrize(
    ("day", "letter", "strict"),
    [
        (date(2025, 8, 31), ["43"], ["43"]),
        (date(2025, 9, 1), ["43"], ["27", "43"]),
        (date(2025, 9, 7), ["43"], ["27", "43"]),
        (date(2025, 9, 8), ["43"], ["27", "43"]),
        (date(2025, 9, 9), ["27", "43"], ["27", "43"]),
    ],
)
def test_reached_about_the_start(day: date, letter: list[str], strict: list[str]) -> None:
    contract = aged(day.replace(year=2007), START, END)
    assert [str(line.rate) for line in pay_schedule(contract)] == letter
    other = pay_schedule(contract, STRICT)
    assert [str(line.rate) for line in other] == strict
    if len(strict) == 2:
        assert other[1].starts_on == date(2025, 10, 1)


def test_strict_reading_and_a_start_on_the_first() -> None:
    # Reached in August: the first of the next month is the start itself.
    contract = aged(date(2007, 8, 20), date(2025, 9, 1), END)
    schedule = pay_schedule(contract, STRICT)
    assert lines(contract, STRICT) == ["1.1 2025-09-01 43", "2.1 2026-09-01 51"]
    assert PayReason.AGE not in schedule[0].reasons


def test_birthday_on_the_first_under_another_reading() -> None:
    contract = aged(date(2007, 12, 1), START, END)
    assert lines(contract)[1] == "1.2 2026-01-01 43"
    assert lines(contract, SAME_DAY)[1] == "1.2 2025-12-01 43"
    on_the_second = aged(date(2007, 12, 2), START, END)
    assert lines(on_the_second, SAME_DAY) == lines(on_the_second)


@pytest.mark.parametrize(
    ("readings", "opens_on"), [(LETTER, "2026-03-01"), (MARCH_1, "2026-04-01")]
)
def test_born_on_29_february(readings: object, opens_on: str) -> None:
    contract = aged(date(2008, 2, 29), START, END)
    got = lines(contract, readings)  # type: ignore[arg-type]
    assert got[1] == f"1.2 {opens_on} 43"


def test_year_and_bracket_on_one_day() -> None:
    contract = aged(date(2007, 8, 20), date(2024, 9, 1), date(2026, 8, 31))
    assert lines(contract) == ["1.1 2024-09-01 27", "2.1 2025-09-01 51"]
    assert pay_schedule(contract)[1].reasons == (PayReason.EXECUTION_YEAR, PayReason.AGE)


@pytest.mark.parametrize("days", range(-20, 30))
def test_birthday_about_the_anniversary(days: int) -> None:
    # The State's tool inverts or drops lines here.
    anniversary = date(2026, 9, 15)
    birthday = anniversary + timedelta(days=days)
    contract = aged(birthday.replace(year=2008), date(2025, 9, 15), date(2027, 9, 14))
    schedule = pay_schedule(contract)
    opens_on = date(2026, 9 + (birthday.month - 8), 1)
    assert [line.starts_on for line in schedule] == sorted(
        {date(2025, 9, 15), anniversary, opens_on}
    )
    assert schedule.on(opens_on).age_bracket.value == "18_20"
    assert schedule.on(opens_on - timedelta(days=1)).age_bracket.value == ("under_18")


def test_bracket_keeps_the_year() -> None:
    # In year 2, from 39 to 51 and not to 43.
    contract = aged(date(2008, 1, 10), date(2024, 9, 2), date(2026, 8, 31))
    assert lines(contract)[1:] == ["2.1 2025-09-02 39", "2.2 2026-02-01 51"]


@pytest.mark.parametrize(
    ("concluded_on", "article"),
    [
        (date(2018, 12, 31), "D. 6222-34"),
        (date(2019, 1, 1), "D. 6222-31"),
        (date(2020, 4, 1), "D. 6222-31"),
        (date(2020, 4, 2), "D. 6222-31"),
    ],
)
def test_number_of_the_article(concluded_on: date, article: str) -> None:
    contract = aged(date(2002, 7, 10), concluded_on, date(2020, 12, 31))
    assert article in cited(pay_schedule(contract))
