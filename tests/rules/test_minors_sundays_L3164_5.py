"""L3164-5, L3164-6: no Sunday and no holiday, but in the trades of R3164-1."""

from datetime import date
from typing import Any

import pytest

from apprentissage.facts import (
    Contract,
    Employer,
    Territory,
    WorkDay,
    WorkingTime,
    WorkSector,
)
from apprentissage.law.minors_hours import SUNDAY_SECTORS
from apprentissage.rules.finding import Outcome
from apprentissage.rules.minors_sundays import (
    MINORS_SUNDAYS,
    NO_SUCH_DAY,
    SECTOR_LISTED,
)
from tests.rules.sample import NO, NONE, OPEN, YES, check_speaks, contract

SATURDAY, SUNDAY = date(2026, 1, 10), date(2026, 1, 11)
MAY_DAY, ABOLITION = date(2026, 5, 1), date(2026, 5, 22)
BAKERY, OFFICE = WorkSector.BAKERY, WorkSector.OFFICE


def on(
    *days: date, sector: WorkSector | None = OFFICE, **employer: Any
) -> Contract:
    return contract(
        apprentice={"born_on": date(2009, 3, 1)},
        employer=Employer(**{"territory": Territory.METROPOLE, **employer}),
        working_time=WorkingTime(
            sector=sector, days=tuple(WorkDay(on=day) for day in days)
        ),
    )


def outcome(*facts: Any, **more: Any) -> Outcome:
    return MINORS_SUNDAYS.find(on(*facts, **more)).outcome


@pytest.mark.parametrize("day", [SUNDAY, MAY_DAY])
@pytest.mark.parametrize(
    ("sector", "expected"),
    [
        (WorkSector.HOSPITALITY, YES),
        (WorkSector.BAKERY, YES),
        (WorkSector.BUTCHERY, YES),
        (WorkSector.FLORIST, YES),
        (WorkSector.RETAIL, NO),
        (WorkSector.CONSTRUCTION_SITE, NO),
        (WorkSector.LANDSCAPING_SITE, NO),
        (WorkSector.OFFICE, NO),
        (WorkSector.SHOWS, NO),
        (WorkSector.HORSE_RACING, NO),
        (WorkSector.OTHER_FOOD, YES),
        (WorkSector.OTHER, NO),
        (None, OPEN),
    ],
)
def test_sectors(
    day: date, sector: WorkSector | None, expected: Outcome
) -> None:
    found = MINORS_SUNDAYS.find(on(day, sector=sector))
    assert found.outcome is expected
    if expected is OPEN:
        assert found.missing == ("working_time.sector",)


def test_every_sector_has_its_answer() -> None:
    assert set(SUNDAY_SECTORS) == set(WorkSector)


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

    assert names(MAY_DAY, sector=BAKERY) == ["HOLIDAY_CONDITIONS"]
    assert names(SUNDAY, sector=BAKERY) == []
    assert names(SUNDAY, sector=WorkSector.RETAIL) == ["FOOD_RETAIL"]


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
        on(date(2026, 5, 27), territory=Territory.SAINT_MARTIN),
    )
    both = MINORS_SUNDAYS.find(on(SATURDAY, SUNDAY, sector=BAKERY))
    assert both.sentence.startswith("Tous les jours de travail déclarés")
    assert [part.template for part in both.parts] == [
        NO_SUCH_DAY,
        SECTOR_LISTED,
    ]
