"""L3164-5, L3164-6: no Sunday and no holiday, but in some trades.

R3164-1 lists them for Sundays; R3164-2 for holidays, « 13° Les spectacles. »
among them, where an agreement defines the conditions (L3164-8).
"""

from datetime import date
from typing import Any

import pytest

from apprentissage.facts import Contract, Employer, Territory, WorkDay, WorkingTime, WorkSector
from apprentissage.judging import Outcome
from apprentissage.minors.minors_sundays import MINORS_SUNDAYS
from tests.sample import NO, NONE, OPEN, YES, check_speaks, contract

SATURDAY, SUNDAY = date(2026, 1, 10), date(2026, 1, 11)
MAY_DAY, ABOLITION = date(2026, 5, 1), date(2026, 5, 22)
BAKERY, OFFICE = WorkSector.BAKERY, WorkSector.OFFICE


def on(
    *days: date, sector: WorkSector | None = OFFICE, agreed: bool | None = True, **employer: Any
) -> Contract:
    return contract(
        apprentice={"born_on": date(2009, 3, 1)},
        employer=Employer(**{"territory": Territory.METROPOLE, **employer}),
        working_time=WorkingTime(
            sector=sector, holiday_agreement=agreed, days=tuple(WorkDay(on=day) for day in days)
        ),
    )


def outcome(*facts: Any, **more: Any) -> Outcome:
    return MINORS_SUNDAYS.find(on(*facts, **more)).outcome


SECTORS = [
    (WorkSector.HOSPITALITY, YES, YES),
    (WorkSector.BAKERY, YES, YES),
    (WorkSector.BUTCHERY, YES, YES),
    (WorkSector.FLORIST, YES, YES),
    (WorkSector.RETAIL, NO, NO),
    (WorkSector.CONSTRUCTION_SITE, NO, NO),
    (WorkSector.LANDSCAPING_SITE, NO, NO),
    (WorkSector.OFFICE, NO, NO),
    # trial 23: a show on 11 November
    (WorkSector.SHOWS, NO, YES),
    (WorkSector.HORSE_RACING, NO, NO),
    (WorkSector.OTHER_FOOD, YES, YES),
    (WorkSector.OTHER, NO, NO),
    (None, OPEN, OPEN),
]


@pytest.mark.parametrize(("sector", "on_sunday", "on_holiday"), SECTORS)
def test_sectors(sector: WorkSector | None, on_sunday: Outcome, on_holiday: Outcome) -> None:
    for day, expected in (
        (SUNDAY, on_sunday),
        (MAY_DAY, on_holiday),
        (date(2026, 11, 11), on_holiday),
    ):
        found = MINORS_SUNDAYS.find(on(day, sector=sector))
        assert found.outcome is expected
        if expected is OPEN:
            assert found.missing == ("working_time.sector",)


def test_every_sector_has_its_answer() -> None:
    assert {sector for sector, *_ in SECTORS} == {*WorkSector, None}


@pytest.mark.parametrize(("agreed", "expected"), [(True, YES), (False, NO), (None, OPEN)])
def test_a_holiday_asks_for_an_agreement(agreed: bool | None, expected: Outcome) -> None:
    found = MINORS_SUNDAYS.find(on(MAY_DAY, sector=BAKERY, agreed=agreed))
    assert found.outcome is expected
    if expected is OPEN:
        assert found.missing == ("working_time.holiday_agreement",)
    assert outcome(SUNDAY, sector=BAKERY, agreed=agreed) is YES
    assert outcome(MAY_DAY, sector=OFFICE, agreed=agreed) is NO


@pytest.mark.parametrize(
    ("agreed", "sector", "expected"),
    [(True, BAKERY, YES), (False, BAKERY, NO), (True, WorkSector.SHOWS, NO)],
)
def test_a_sunday_that_is_a_holiday_asks_for_both(
    agreed: bool, sector: WorkSector, expected: Outcome
) -> None:
    all_saints = date(2026, 11, 1)
    assert all_saints.weekday() == SUNDAY.weekday()
    assert outcome(all_saints, sector=sector, agreed=agreed) is expected


@pytest.mark.parametrize(("day", "expected"), [(date(2008, 8, 15), NO), (date(2008, 11, 11), YES)])
def test_shows_since_september_2008(day: date, expected: Outcome) -> None:
    facts = contract(
        concluded_on=date(2008, 7, 1),
        starts_on=date(2008, 7, 1),
        ends_on=date(2010, 6, 30),
        apprentice={"born_on": date(1992, 1, 1)},
        employer=Employer(territory=Territory.METROPOLE),
        working_time=WorkingTime(
            sector=WorkSector.SHOWS, holiday_agreement=True, days=(WorkDay(on=day),)
        ),
    )
    assert MINORS_SUNDAYS.find(facts).outcome is expected


@pytest.mark.parametrize(
    ("sector", "words"),
    [
        (BAKERY, "permet à l'apprenti mineur de travailler le dimanche"),
        (WorkSector.SHOWS, "ne travaille pas le dimanche"),
        (OFFICE, None),
        (None, None),
    ],
)
def test_a_minor_of_such_a_trade_gets_a_reminder(
    sector: WorkSector | None, words: str | None
) -> None:
    found = MINORS_SUNDAYS.find(on(sector=sector))
    assert found.outcome is NONE
    assert found.reminds is (words is not None)
    assert found["until_on"] == date(2027, 2, 28)
    assert words is None or words in found.sentence
    adult = contract(working_time=WorkingTime(sector=sector))
    assert not MINORS_SUNDAYS.find(adult).reminds


def test_eve_day_and_morrow() -> None:
    assert outcome(SATURDAY) is YES
    assert outcome(SUNDAY) is NO
    assert outcome(date(2026, 1, 12)) is YES
    assert outcome(date(2026, 4, 30)) is YES
    assert outcome(date(2026, 5, 2)) is YES


def test_a_holiday_is_that_of_the_place() -> None:
    assert outcome(ABOLITION) is YES
    assert outcome(ABOLITION, territory=Territory.MARTINIQUE) is NO
    unknown = MINORS_SUNDAYS.find(on(ABOLITION, territory=None))
    assert unknown.missing == ("employer.territory",)
    assert outcome(ABOLITION, territory=None, sector=BAKERY) is YES
    both = MINORS_SUNDAYS.find(on(ABOLITION, territory=None, sector=None))
    assert both.missing == ("employer.territory", "working_time.sector")
    agreement = MINORS_SUNDAYS.find(on(ABOLITION, territory=None, sector=BAKERY, agreed=None))
    assert agreement.missing == ("employer.territory", "working_time.holiday_agreement")
    assert outcome(MAY_DAY, territory=None) is NO


def test_own_calendar() -> None:
    class Patron:
        def holidays(self, year: int) -> list[tuple[date, str]]:
            return [(date(year, 1, 10), "fête patronale")]

    assert outcome(SATURDAY, territory=None, holidays=Patron()) is NO
    assert outcome(MAY_DAY, territory=None, holidays=Patron()) is YES


def test_reserves() -> None:
    def names(*facts: Any, **more: Any) -> list[str]:
        found = MINORS_SUNDAYS.find(on(*facts, **more))
        return [caveat.name for caveat in found.caveats]

    assert names(MAY_DAY, sector=BAKERY) == ["HOLIDAY_WEEKLY_REST"]
    assert names(SUNDAY, sector=BAKERY) == []
    assert names(SUNDAY, sector=WorkSector.RETAIL) == ["FOOD_RETAIL"]
    assert names(SUNDAY, sector=WorkSector.OTHER) == ["CONTINUOUS_INDUSTRY"]


def test_who_is_concerned() -> None:
    assert MINORS_SUNDAYS.find(contract()).outcome is NONE
    assert outcome() is NONE
    # the day of the majority
    assert outcome(date(2027, 3, 7)) is NONE
    assert outcome(date(2027, 2, 28)) is NO


def test_without_working_time() -> None:
    bare = contract(apprentice={"born_on": date(2009, 3, 1)})
    assert MINORS_SUNDAYS.find(bare).outcome is NONE


def test_sentences() -> None:
    check_speaks(
        MINORS_SUNDAYS,
        contract(),
        on(),
        on(SATURDAY, SUNDAY),
        on(SUNDAY, sector=BAKERY),
        on(SATURDAY, SUNDAY, sector=BAKERY),
        on(SUNDAY, sector=None),
        on(MAY_DAY),
        on(MAY_DAY, sector=BAKERY, agreed=False),
        on(date(2026, 12, 25), MAY_DAY, sector=BAKERY),
        on(sector=BAKERY),
        on(sector=WorkSector.SHOWS),
        on(date(2026, 5, 27), territory=Territory.SAINT_MARTIN),
    )
    both = MINORS_SUNDAYS.find(on(SATURDAY, SUNDAY, sector=BAKERY))
    assert both.sentence.startswith("Tous les jours de travail déclarés")
    assert [part.template for part in both.parts] == [
        "Ce jour n'est ni un dimanche ni un jour férié.",
        "Ce secteur est de ceux où un apprenti mineur peut travailler le dimanche.",
    ]
