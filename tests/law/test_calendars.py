"""Jours ouvrables: every day but Sunday and the public holidays.

« Tous les jours de la semaine, à l'exception du jour de repos hebdomadaire
(généralement le dimanche) et des jours fériés habituellement non travaillés
dans l'entreprise. » Public holidays: art. L3133-1, L3134-13, L3422-2.
"""

import subprocess
import sys
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apprentissage.errors import InvalidValue, NotCovered, WrongType
from apprentissage.facts.holidays import PublicHolidays
from apprentissage.facts.territories import Territory
from apprentissage.judging.watching import Watched
from apprentissage.law.calendars import (
    Workplace,
    calendar_of,
    is_jour_ouvrable,
    jours_ouvrables,
    public_holidays,
)
from apprentissage.law.local_holidays import local_holidays
from apprentissage.law.readings import LETTER

MAY_28 = LETTER.choose(saint_martin_holiday="MAY_28")
METROPOLE = Territory.METROPOLE
SUNDAY = 6

# The dossier's tables, written again.
FIXED = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
FROM_EASTER = (1, 39, 50)
LOCAL = {
    Territory.MAYOTTE: (2018, 4, 27),
    Territory.MARTINIQUE: (1984, 5, 22),
    Territory.GUADELOUPE: (1984, 5, 27),
    Territory.SAINT_MARTIN: (2012, 5, 27),
    Territory.GUYANE: (1984, 6, 10),
    Territory.SAINT_BARTHELEMY: (2012, 10, 9),
    Territory.LA_REUNION: (1984, 12, 20),
}
FIRST_YEARS = {territory: LOCAL.get(territory, (1982,))[0] for territory in Territory}


def easter(year: int) -> date:
    """Easter Sunday by Gauss, with the exceptions of his rule."""
    century = year // 100
    m = (15 - (13 + 8 * century) // 25 + century - century // 4) % 30
    n = (4 + century - century // 4) % 7
    d = (19 * (year % 19) + m) % 30
    e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7
    if (d, e) == (29, 6) or ((d, e) == (28, 6) and year % 19 > 10):
        e -= 7
    return date(year, 3, 22) + timedelta(days=d + e)


def expected(territory: Territory, year: int) -> set[date]:
    """The holidays of the dossier, from the tables above."""
    days = {date(year, month, day) for month, day in FIXED}
    days |= {easter(year) + timedelta(days=n) for n in FROM_EASTER}
    if territory is Territory.ALSACE_MOSELLE:
        days |= {easter(year) - timedelta(days=2), date(year, 12, 26)}
    if territory in LOCAL:
        days.add(date(year, *LOCAL[territory][1:]))
    return days


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1981, date(1981, 4, 19)),  # Gauss alone would say 26 April
        (1954, date(1954, 4, 18)),  # Gauss alone would say 25 April
        (2008, date(2008, 3, 23)),
        (2024, date(2024, 3, 31)),
        (2025, date(2025, 4, 20)),
        (2026, date(2026, 4, 5)),
        (2038, date(2038, 4, 25)),
        (2076, date(2076, 4, 19)),  # Gauss alone would say 26 April
        (2106, date(2106, 4, 18)),  # Gauss alone would say 25 April
    ],
)
def test_the_oracle_knows_easter(year: int, day: date) -> None:
    assert easter(year) == day


@pytest.mark.parametrize("territory", Territory)
def test_holidays_are_those_of_the_dossier(territory: Territory) -> None:
    for year in range(FIRST_YEARS[territory], 2200):
        assert public_holidays(territory, year) == expected(territory, year)


def test_metropole_and_alsace_moselle_are_workalendars() -> None:
    from workalendar.europe import France, FranceAlsaceMoselle

    for territory, calendar in (
        (METROPOLE, France()),
        (Territory.ALSACE_MOSELLE, FranceAlsaceMoselle()),
    ):
        for year in range(1982, 2101):
            theirs = {day for day, _ in calendar.holidays(year)}
            assert public_holidays(territory, year) == theirs


@pytest.mark.parametrize("territory", Territory)
def test_before_the_first_year_nothing_is_guessed(territory: Territory) -> None:
    first = FIRST_YEARS[territory]
    assert public_holidays(territory, first)
    with pytest.raises(NotCovered) as caught:
        public_holidays(territory, first - 1)
    assert caught.value.covered_from == date(first, 1, 1)
    assert territory.label in str(caught.value)


@pytest.mark.parametrize(("year", "day"), [(2017, 27), (2018, 28), (2019, 28), (2026, 28)])
def test_saint_martin_in_practice(year: int, day: int) -> None:
    # The prefecture has kept 28 May since 2018; the text says 27 May.
    practice = public_holidays(Territory.SAINT_MARTIN, year, MAY_28)
    letter = public_holidays(Territory.SAINT_MARTIN, year)
    national = public_holidays(METROPOLE, year)
    assert practice == national | {date(year, 5, day)}
    assert letter == national | {date(year, 5, 27)}


@pytest.mark.parametrize("territory", [t for t in Territory if t is not Territory.SAINT_MARTIN])
def test_the_reading_is_saint_martins_alone(territory: Territory) -> None:
    assert public_holidays(territory, 2026, MAY_28) == public_holidays(territory, 2026)


@pytest.mark.parametrize("territory", Territory)
def test_the_point_is_asked_of_saint_martin_alone(territory: Territory) -> None:
    # else any rule that counts days would be judged twice everywhere
    watched = Watched(LETTER)
    Workplace(territory=territory, readings=watched).holidays_of(2026)
    assert watched.consulted == (
        {"saint_martin_holiday"} if territory is Territory.SAINT_MARTIN else set()
    )


def test_two_holidays_on_one_day_are_one() -> None:
    # 2008: Ascension on 1 May. 1997: Ascension on 8 May.
    may_day = Workplace(territory=METROPOLE).day_off(date(2008, 5, 1))
    assert may_day is not None
    assert sorted(may_day.reason.split(" et ")) == ["Ascension", "fête du Travail"]
    assert len(public_holidays(METROPOLE, 2008)) == 10
    assert len(public_holidays(METROPOLE, 1997)) == 10
    assert len(public_holidays(METROPOLE, 2026)) == 11


@pytest.mark.parametrize("territory", Territory)
def test_no_list_has_a_holiday_in_february_or_september(territory: Territory) -> None:
    first = local_holidays(territory).since.year
    for year in range(first, 2200):
        months = {day.month for day in public_holidays(territory, year)}
        assert not months & {2, 9}, year


@pytest.mark.parametrize(
    ("day", "loaded"),
    [
        ("date(2026, 1, 31)", True),
        ("date(2026, 2, 2)", False),
        ("date(2026, 2, 28)", False),
        ("date(2026, 3, 2)", True),
        ("date(2026, 8, 31)", True),
        ("date(2026, 9, 1)", False),
        ("date(2026, 9, 30)", False),
        ("date(2026, 10, 1)", True),
    ],
)
def test_a_month_without_holiday_loads_no_calendar(day: str, loaded: bool) -> None:
    code = (
        "import sys; from datetime import date; "
        "from apprentissage.facts.territories import Territory; "
        "from apprentissage.law.calendars import is_jour_ouvrable; "
        f"assert is_jour_ouvrable({day}, territory=Territory.METROPOLE); "
        "print('workalendar' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == str(loaded)


@pytest.mark.parametrize("territory", Territory)
def test_no_month_is_covered_before_the_first_year(territory: Territory) -> None:
    first = local_holidays(territory).since.year
    place = Workplace(territory=territory)
    assert next(place.between(date(first, 9, 3), date(first, 9, 3)))
    with pytest.raises(NotCovered):
        place.day_off(date(first - 1, 9, 3))


def reasons(territory: Territory, year: int) -> dict[date, str]:
    holidays = Workplace(territory=territory).holidays_of(year)
    return {day: off.reason for day, off in holidays.items()}


def test_names_are_french() -> None:
    assert reasons(Territory.ALSACE_MOSELLE, 2026) == {
        date(2026, 1, 1): "jour de l'An",
        date(2026, 4, 3): "Vendredi saint",
        date(2026, 4, 6): "lundi de Pâques",
        date(2026, 5, 1): "fête du Travail",
        date(2026, 5, 8): "victoire de 1945",
        date(2026, 5, 14): "Ascension",
        date(2026, 5, 25): "lundi de Pentecôte",
        date(2026, 7, 14): "fête nationale",
        date(2026, 8, 15): "Assomption",
        date(2026, 11, 1): "Toussaint",
        date(2026, 11, 11): "armistice de 1918",
        date(2026, 12, 25): "Noël",
        date(2026, 12, 26): "Saint-Étienne",
    }
    assert reasons(Territory.GUYANE, 2026)[date(2026, 6, 10)] == (
        "commémoration de l'abolition de l'esclavage"
    )


def cited(territory: Territory, day: date) -> tuple[list[str], list[str]]:
    """References and caveats of a holiday."""
    off = Workplace(territory=territory).holidays_of(day.year)[day]
    return [s.reference for s in off.sources], [c.name for c in off.caveats]


@pytest.mark.parametrize(
    ("territory", "day", "articles", "caveats"),
    [
        (METROPOLE, date(2026, 5, 1), ["L. 3133-1"], []),
        (
            Territory.ALSACE_MOSELLE,
            date(2026, 4, 3),
            ["L. 3134-13"],
            ["GOOD_FRIDAY_IN_SOME_COMMUNES"],
        ),
        (
            Territory.ALSACE_MOSELLE,
            date(2008, 3, 21),
            ["droit local d'Alsace-Moselle"],
            ["GOOD_FRIDAY_IN_SOME_COMMUNES"],
        ),
        (Territory.ALSACE_MOSELLE, date(2026, 12, 26), ["L. 3134-13"], []),
        (Territory.ALSACE_MOSELLE, date(2026, 12, 25), ["L. 3133-1"], []),
        (Territory.GUYANE, date(2026, 6, 10), ["L. 3422-2"], []),
        (Territory.GUYANE, date(2020, 6, 10), ["L. 3422-2"], []),
        (Territory.MARTINIQUE, date(2018, 5, 22), ["L. 3422-2"], []),
        (Territory.MARTINIQUE, date(2017, 5, 22), ["L. 3422-2"], ["UNREAD_VERSION"]),
        (Territory.LA_REUNION, date(2016, 12, 20), ["L. 3422-2"], ["UNREAD_VERSION"]),
        (METROPOLE, date(2008, 5, 1), ["L. 3133-1"], []),
        (METROPOLE, date(2008, 1, 1), ["81-893"], []),
        (Territory.MARTINIQUE, date(2016, 5, 22), ["83-1003"], []),
        (Territory.SAINT_MARTIN, date(2016, 5, 27), ["2012-553"], []),
        # Ascension of 2031.
        (Territory.MARTINIQUE, date(2031, 5, 22), ["L. 3133-1", "L. 3422-2"], []),
    ],
)
def test_holidays_cite_their_text(
    territory: Territory, day: date, articles: list[str], caveats: list[str]
) -> None:
    references, names = cited(territory, day)
    assert len(references) == len(articles)
    for reference, wanted in zip(references, articles, strict=True):
        assert wanted in reference
    assert names == caveats


def counted(first: date, last: date, holidays: Iterable[date]) -> tuple[date, ...]:
    """Jours ouvrables, by hand."""
    length = (last - first).days + 1
    period = (first + timedelta(days=n) for n in range(length))
    return tuple(day for day in period if day.weekday() != SUNDAY and day not in holidays)


DAYS = st.dates(date(2018, 1, 1), date(2060, 12, 31))


@given(st.sampled_from(Territory), DAYS, st.integers(0, 400), st.data())
def test_jours_ouvrables_are_all_days_but_sundays_and_holidays(
    territory: Territory, first: date, length: int, data: st.DataObject
) -> None:
    last = first + timedelta(days=length)
    holidays = set[date]().union(
        *(expected(territory, y) for y in range(first.year, last.year + 1))
    )
    worked = data.draw(st.frozensets(st.sampled_from(sorted(holidays))))
    found = jours_ouvrables(first, last, territory=territory, worked_holidays=worked)
    assert found == counted(first, last, holidays - worked)


@given(st.sampled_from(Territory), DAYS)
def test_a_single_day_agrees_with_the_period(territory: Territory, day: date) -> None:
    assert is_jour_ouvrable(day, territory=territory) is bool(
        jours_ouvrables(day, day, territory=territory)
    )


@given(st.sampled_from(Territory), DAYS)
def test_the_workalendar_calendar_counts_jours_ouvrables(territory: Territory, day: date) -> None:
    calendar: Any = calendar_of(territory)
    assert calendar.is_working_day(day) is is_jour_ouvrable(day, territory=territory)


def test_the_workalendar_calendar_follows_the_reading() -> None:
    calendar: Any = calendar_of(Territory.SAINT_MARTIN, MAY_28)
    assert calendar.is_working_day(date(2026, 5, 27))
    assert not calendar.is_working_day(date(2026, 5, 28))


def test_a_mutated_calendar_changes_no_answer() -> None:
    calendar: Any = calendar_of(METROPOLE)
    calendar.holidays(2026).clear()
    calendar.FIXED_HOLIDAYS = ()
    assert public_holidays(METROPOLE, 2026) == expected(METROPOLE, 2026)


def test_a_period_may_be_one_sunday() -> None:
    sunday = date(2026, 9, 6)
    assert jours_ouvrables(sunday, sunday, territory=METROPOLE) == ()


def test_a_worked_sunday_holiday_remains_a_sunday() -> None:
    # Toussaint 2026 is a Sunday.
    toussaint = date(2026, 11, 1)
    place = Workplace(territory=METROPOLE, worked_holidays=frozenset({toussaint}))
    off = place.day_off(toussaint)
    assert off is not None
    assert off.reason == "dimanche"
    assert not off.sources
    assert not off.caveats


def test_the_last_year_ends() -> None:
    last = date(2199, 12, 31)
    assert jours_ouvrables(last, last, territory=METROPOLE) == (last,)


class Founders:
    """A firm that keeps its founder's day and nothing else."""

    def holidays(self, year: int) -> list[tuple[date, str]]:
        return [(date(year, 9, 3), "fête du fondateur")]


class Odd:
    """A calendar that returns what it is told."""

    def __init__(self, returned: Any) -> None:
        self.returned = returned

    def holidays(self, _: int) -> Any:
        return self.returned


def test_workalendars_calendars_are_public_holidays() -> None:
    from workalendar.europe import Belgium

    belgium = Belgium()
    assert isinstance(belgium, PublicHolidays)
    national_day = date(2026, 7, 21)
    assert not is_jour_ouvrable(national_day, holidays=belgium)
    assert is_jour_ouvrable(national_day, territory=METROPOLE)
    # The five-day week of workalendar is not asked: Saturday counts.
    assert is_jour_ouvrable(date(2026, 9, 5), holidays=belgium)


def test_ones_own_calendar_takes_the_place_of_the_territorys() -> None:
    place = Workplace(holidays=Founders(), territory=METROPOLE)
    assert place.day_off(date(2026, 7, 14)) is None
    off = place.day_off(date(2026, 9, 3))
    assert off is not None
    assert (off.reason, off.sources) == ("fête du fondateur", ())
    worked = frozenset({date(2026, 9, 3)})
    assert is_jour_ouvrable(date(2026, 9, 3), holidays=Founders(), worked_holidays=worked)


def test_ones_own_calendar_loads_no_workalendar() -> None:
    script = """
import sys
from datetime import date
from apprentissage.facts.territories import Territory
from apprentissage.law.calendars import is_jour_ouvrable
from apprentissage.dossier.filing import (filing_deadline)

class Mine:
    def holidays(self, year):
        return [(date(year, 9, 3), "fête du fondateur")]

deadline = filing_deadline(
    starts_on=date(2026, 9, 1),
    concluded_on=date(2026, 9, 1),
    holidays=Mine(),
    worked_holidays=frozenset(),
)
assert deadline.latest_on == date(2026, 9, 8), deadline
assert "workalendar" not in sys.modules
assert is_jour_ouvrable(date(2026, 10, 2), territory=Territory.METROPOLE)
assert "workalendar" in sys.modules
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


# What is no fact


class NaT(datetime):
    """As pandas has it: a date by its class, and no day."""


MIDNIGHT = datetime(2026, 9, 1)


@pytest.mark.parametrize("day", [MIDNIGHT, NaT(2026, 9, 1), "2026-09-01", None, 20260901])
def test_a_day_is_a_date(day: Any) -> None:
    fine = date(2026, 9, 1)
    place = Workplace(territory=METROPOLE)
    for path, ask in (
        ("day", lambda: is_jour_ouvrable(day, territory=METROPOLE)),
        ("day", lambda: place.next_ouvrable(day)),
        ("first", lambda: jours_ouvrables(day, fine, territory=METROPOLE)),
        ("last", lambda: jours_ouvrables(fine, day, territory=METROPOLE)),
    ):
        with pytest.raises(WrongType, match=r"write a datetime\.date") as told:
            ask()
        assert told.value.path == path
        assert told.value.value is day


def test_a_period_ends_after_it_starts() -> None:
    with pytest.raises(InvalidValue, match=r"^last: got ") as caught:
        jours_ouvrables(date(2026, 9, 2), date(2026, 9, 1), territory=METROPOLE)
    assert caught.value.value == date(2026, 9, 1)


def test_no_territory_is_guessed() -> None:
    day = date(2026, 9, 1)
    for ask in (lambda: is_jour_ouvrable(day), lambda: jours_ouvrables(day, day), Workplace):
        with pytest.raises(WrongType, match=r"^territory: got None .*; write the territory"):
            ask()


@pytest.mark.parametrize("territory", ["metropole", "corse", 75])
def test_a_territory_is_a_member(territory: Any) -> None:
    for ask in (
        lambda: public_holidays(territory, 2026),
        lambda: is_jour_ouvrable(date(2026, 9, 1), territory=territory),
        lambda: local_holidays(territory),
        lambda: calendar_of(territory),
    ):
        with pytest.raises(WrongType, match="METROPOLE") as caught:
            ask()
        assert caught.value.path == "territory"
        assert caught.value.value is territory


@pytest.mark.parametrize("year", ["2026", 2026.0, True, None])
def test_a_year_is_an_int(year: Any) -> None:
    with pytest.raises(WrongType, match=r"^year: got .*; write an int"):
        public_holidays(METROPOLE, year)


@pytest.mark.parametrize("year", [0, 1899, 2200])
def test_a_year_is_in_range(year: int) -> None:
    with pytest.raises(InvalidValue, match="write a year from 1900 to 2199"):
        public_holidays(METROPOLE, year)


def test_the_range_of_years_is_closed() -> None:
    assert public_holidays(METROPOLE, 2199)
    with pytest.raises(NotCovered):
        public_holidays(METROPOLE, 1900)


@pytest.mark.parametrize(
    ("worked", "error"),
    [
        ({date(2026, 5, 1)}, WrongType),
        (frozenset({MIDNIGHT}), WrongType),
        (frozenset({"2026-05-01"}), WrongType),
        (None, WrongType),
        (frozenset({date(1, 5, 1)}), InvalidValue),
    ],
)
def test_worked_holidays_are_dates(worked: Any, error: Any) -> None:
    with pytest.raises(error) as caught:
        Workplace(territory=METROPOLE, worked_holidays=worked)
    assert caught.value.path == "worked_holidays"


@pytest.mark.parametrize(
    ("holidays", "path"),
    [
        ({date(2026, 5, 1)}, "holidays"),
        (Odd(None), "holidays(2026)"),
        (Odd([date(2026, 5, 1)]), "holidays(2026)"),
        (Odd([(date(2026, 5, 1), None)]), "holidays(2026)"),
        (Odd([(MIDNIGHT, "x")]), "holidays(2026)"),
        (Odd([("2026-05-01", "x")]), "holidays(2026)"),
    ],
)
def test_ones_own_calendar_is_checked(holidays: Any, path: str) -> None:
    with pytest.raises(WrongType) as caught:
        is_jour_ouvrable(date(2026, 9, 1), holidays=holidays)
    assert caught.value.path == path


def test_a_calendar_leaves_days_open() -> None:
    first = date(2026, 1, 1)
    closed = Odd([(first + timedelta(days=n), "x") for n in range(367)])
    # Sundays are closed anyway; the last of these days are the morrow's.
    for days, opens in ((366, date(2027, 1, 2)), (365, date(2027, 1, 1))):
        calendar = Odd(closed.returned[:days])
        place = Workplace(holidays=calendar)
        assert place.next_ouvrable(date(2026, 1, 1)) == opens
    with pytest.raises(InvalidValue, match="leaves days open") as caught:
        Workplace(holidays=closed).next_ouvrable(date(2026, 1, 1))
    assert caught.value.path == "holidays"


def test_readings_are_readings() -> None:
    letter: Any = "LETTER"
    with pytest.raises(WrongType, match=r"^readings: "):
        Workplace(territory=METROPOLE, readings=letter)
