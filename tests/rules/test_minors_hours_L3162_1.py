"""L3162-1: a minor works eight hours a day and 35 hours a week at most.

On building, public works and landscaping sites ten and forty « lorsque
l'organisation collective du travail le justifie » (R3162-1, contracts from
2019); five hours a week more by the inspector. L3162-3: thirty consecutive
minutes of break beyond four hours and a half.
"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from apprentissage.facts import Contract, WorkDay, WorkingTime, WorkSector
from apprentissage.rules.finding import Outcome
from apprentissage.rules.minors_hours import (
    MINORS_BREAKS,
    MINORS_HOURS,
    break_required,
    minor_limits,
)
from tests.rules.sample import (
    NO,
    NONE,
    OPEN,
    YES,
    check_speaks,
    contract,
    entries,
)
from tests.support.missing import check_missing

MINOR = {"born_on": date(2009, 1, 10)}
SITE = WorkSector.CONSTRUCTION_SITE
ORDINARY: dict[str, Any] = {
    "sector": WorkSector.OFFICE,
    "collective_organisation": False,
    "inspector_authorisation": False,
}
ON_SITE = {**ORDINARY, "sector": SITE, "collective_organisation": True}
GRANTED = {**ORDINARY, "inspector_authorisation": True}


def working(daily: str | None, weekly: str | None, **facts: Any) -> Contract:
    named = {**ORDINARY, **facts}
    concluded_on = named.pop("concluded_on", date(2025, 8, 25))
    return contract(
        concluded_on=concluded_on,
        apprentice=MINOR,
        weekly_hours=None if weekly is None else Decimal(weekly),
        working_time=WorkingTime(
            daily_hours=None if daily is None else Decimal(daily), **named
        ),
    )


@pytest.mark.parametrize(
    ("daily", "weekly", "outcome"),
    [
        ("7.9", "34.9", YES),
        ("8", "35", YES),
        ("8.1", "35", NO),
        ("8", "35.1", NO),
    ],
)
def test_eight_and_thirty_five(
    daily: str, weekly: str, outcome: Outcome
) -> None:
    found = MINORS_HOURS.find(working(daily, weekly))
    assert found.outcome is outcome
    assert found["max_daily_hours"] == 8
    assert found["max_weekly_hours"] == 35
    assert "CFA_TIME_COUNTS" in {c.name for c in found.caveats}


@pytest.mark.parametrize(
    ("daily", "weekly", "outcome"),
    [
        ("9.9", "39.9", YES),
        ("10", "40", YES),
        ("10.1", "40", NO),
        ("10", "40.1", NO),
    ],
)
@pytest.mark.parametrize("sector", [SITE, WorkSector.LANDSCAPING_SITE])
def test_ten_and_forty_on_sites(
    sector: WorkSector, daily: str, weekly: str, outcome: Outcome
) -> None:
    found = MINORS_HOURS.find(
        working(daily, weekly, **{**ON_SITE, "sector": sector})
    )
    assert found.outcome is outcome
    assert (found["max_daily_hours"], found["max_weekly_hours"]) == (10, 40)


@pytest.mark.parametrize(
    "facts",
    [
        {**ON_SITE, "collective_organisation": False},
        {**ON_SITE, "sector": WorkSector.OFFICE},
        {**ON_SITE, "concluded_on": date(2018, 12, 31)},
    ],
)
def test_neither_elsewhere_nor_without_need_nor_before_2019(
    facts: dict[str, Any],
) -> None:
    found = MINORS_HOURS.find(working("9", "39", **facts))
    assert found.outcome is NO
    assert (found["max_daily_hours"], found["max_weekly_hours"]) == (8, 35)


def test_sites_from_2019_on() -> None:
    facts = working("9", "39", **ON_SITE, concluded_on=date(2019, 1, 1))
    assert MINORS_HOURS.find(facts).outcome is YES


@pytest.mark.parametrize(
    ("daily", "weekly", "outcome"),
    [
        ("8", "40", YES),
        ("8", "40.1", NO),
        # what the inspector grants a day is printed nowhere
        ("9", "40", OPEN),
    ],
)
def test_the_inspector(daily: str, weekly: str, outcome: Outcome) -> None:
    found = MINORS_HOURS.find(working(daily, weekly, **GRANTED))
    assert found.outcome is outcome
    assert found.missing == ()
    assert (found["max_daily_hours"], found["max_weekly_hours"]) == (None, 40)


def test_both_by_right_and_by_the_inspector() -> None:
    both = {**ON_SITE, "inspector_authorisation": True}
    assert MINORS_HOURS.find(working("10", "40", **both)).outcome is YES


def test_what_is_missing() -> None:
    values = {
        "working_time.sector": (WorkSector.OFFICE, SITE),
        "working_time.collective_organisation": (True, False),
        "working_time.inspector_authorisation": (True, False),
    }
    unknown = dict.fromkeys(ORDINARY)
    check_missing(MINORS_HOURS, working("8", "39", **unknown), values)
    none = contract(apprentice=MINOR)
    assert MINORS_HOURS.find(none).missing == (
        "weekly_hours",
        "working_time.daily_hours",
    )
    bare = contract(apprentice=MINOR, weekly_hours=Decimal(39))
    assert MINORS_HOURS.find(bare).outcome is OPEN


def test_an_adult_is_not_concerned() -> None:
    for born_on, outcome in (
        (date(2007, 8, 31), NONE),
        (date(2007, 9, 1), NONE),
        (date(2007, 9, 2), OPEN),
    ):
        facts = contract(apprentice={"born_on": born_on})
        assert MINORS_HOURS.find(facts).outcome is outcome


def test_plain_limits() -> None:
    limits = minor_limits(
        sector=WorkSector.OTHER,
        concluded_on=date(2025, 9, 1),
        collective_organisation=True,
        inspector_authorisation=False,
    )
    assert (limits.daily, limits.weekly) == (Decimal(8), Decimal(35))


def test_agenda() -> None:
    (entry,) = entries(MINORS_HOURS, contract(apprentice=MINOR))
    assert entry.on == date(2027, 1, 10)
    assert entries(MINORS_HOURS, contract()) == []


def resting(*days: WorkDay) -> Contract:
    return contract(apprentice=MINOR, working_time=WorkingTime(days=days))


def day(
    hours: str | None, minutes: int | None, on: date | None = None
) -> WorkDay:
    return WorkDay(
        on=on or date(2026, 1, 5),
        hours=None if hours is None else Decimal(hours),
        break_minutes=minutes,
    )


@pytest.mark.parametrize(
    ("hours", "minutes", "outcome"),
    [
        ("4.4", 0, YES),
        ("4.5", 0, YES),
        ("4.6", 0, NO),
        ("5", 29, NO),
        ("5", 30, YES),
        ("5", 31, YES),
        ("5", None, OPEN),
        ("4.5", None, YES),
        (None, 30, YES),
        (None, 29, OPEN),
        (None, None, OPEN),
    ],
)
def test_the_break(
    hours: str | None, minutes: int | None, outcome: Outcome
) -> None:
    found = MINORS_BREAKS.find(resting(day(hours, minutes)))
    assert found.outcome is outcome
    if outcome is OPEN:
        assert found.missing
        assert set(found.missing) <= {
            "working_time.days[0].hours",
            "working_time.days[0].break_minutes",
        }


def test_one_day_without_a_break_is_one_too_many() -> None:
    second = day("6", 0, date(2026, 1, 6))
    found = MINORS_BREAKS.find(resting(day("6", 30), second))
    assert found.outcome is NO
    assert [part.outcome for part in found.parts] == [YES, NO]


def test_days_after_the_majority_do_not_count() -> None:
    adult = day("6", 0, date(2027, 1, 10))
    assert MINORS_BREAKS.find(resting(adult)).outcome is NONE
    assert MINORS_BREAKS.find(contract()).outcome is NONE
    assert MINORS_BREAKS.find(contract(apprentice=MINOR)).outcome is NONE


def test_break_required() -> None:
    assert [break_required(Decimal(h)) for h in ("4.5", "4.51")] == [
        False,
        True,
    ]


def test_sentences() -> None:
    check_speaks(
        MINORS_HOURS,
        contract(),
        working("8", "35"),
        working("11", "41"),
        working("9", "39", **ON_SITE),
        working("9", "39", **GRANTED),
        working("9", "39", sector=SITE),
        working(None, None),
    )
    check_speaks(
        MINORS_BREAKS,
        contract(),
        contract(apprentice=MINOR),
        resting(day("6", 30)),
        resting(day("6", 0)),
        resting(day("4", 0)),
        resting(day("6", 30), day("4", 0, date(2026, 1, 6))),
        resting(day("6", None)),
    )
    both = MINORS_HOURS.find(working("8", "35"))
    assert both.sentence == (
        "Le mineur travaille 8\xa0h par jour et 35\xa0h par semaine au plus"
        "\xa0: c'est permis."
    )
    long = MINORS_HOURS.find(working("8.5", "35"))
    assert long.sentence == (
        "8,5\xa0h par jour\xa0: la limite de 8\xa0h est dépassée."
    )
