"""L6222-11: one year more at most after a failure.

« prolongé pour une durée d'un an au plus : 1° Soit par prorogation du contrat
initial […] ; 2° Soit par conclusion d'un nouveau contrat avec un autre
employeur ».
"""

from datetime import date, datetime
from typing import Any

import pytest
from attrs import evolve

from apprentissage.age.upper_age import UPPER_AGE
from apprentissage.dates.extra_year import EXTRA_YEAR, extra_year_latest_on, repeated_from
from apprentissage.errors import WrongType
from apprentissage.facts import (
    NO_EXTENSION,
    AgeExemption,
    Contract,
    DurationGround,
    Extension,
    ExtensionReason,
    PreviousCycle,
    Route,
)
from apprentissage.judging import Consequence, Outcome
from apprentissage.law.sources import article
from tests.sample import NO, NONE, OPEN, YES, check_speaks, contract, entries
from tests.support.eligibility import NOT_IN_PERSON
from tests.support.missing import check_missing

START = date(2025, 9, 1)
FAILED = DurationGround.FAILED_EXAM


def lasting(ends_on: date, **facts: Any) -> Contract:
    known = {"extension": NO_EXTENSION, "duration_ground": DurationGround.NONE, "previous": ()}
    return contract(concluded_on=START, starts_on=START, ends_on=ends_on, **{**known, **facts})


def extended(first: date) -> Extension:
    return Extension(reason=ExtensionReason.FAILED_EXAM, starts_on=first)


@pytest.mark.parametrize(
    ("first", "latest_on"),
    [
        (date(2026, 9, 1), date(2027, 8, 31)),
        (date(2027, 3, 1), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2029, 2, 28)),
    ],
)
def test_the_last_day(first: date, latest_on: date) -> None:
    assert extra_year_latest_on(first) == latest_on


@pytest.mark.parametrize(
    ("facts", "first"),
    [
        # « Soit par prorogation du contrat initial »
        ({"extension": extended(date(2027, 9, 1))}, date(2027, 9, 1)),
        # « Soit par conclusion d'un nouveau contrat avec un autre employeur »
        ({"duration_ground": FAILED}, START),
        ({"duration_ground": FAILED, "extension": extended(date(2027, 9, 1))}, date(2027, 9, 1)),
        ({}, None),
        # which of both it is, or from which day, is not told
        ({"duration_ground": FAILED, "extension": None}, None),
        (
            {
                "duration_ground": FAILED,
                "extension": Extension(reason=ExtensionReason.FAILED_EXAM),
            },
            None,
        ),
    ],
)
def test_the_first_day(facts: dict[str, Any], first: date | None) -> None:
    assert repeated_from(lasting(date(2028, 8, 31), **facts)) == first


@pytest.mark.parametrize(
    ("ends_on", "expected"),
    [(date(2028, 8, 30), YES), (date(2028, 8, 31), YES), (date(2028, 9, 1), NO)],
)
def test_an_extension(ends_on: date, expected: Outcome) -> None:
    facts = lasting(ends_on, extension=extended(date(2027, 9, 1)))
    found = EXTRA_YEAR.find(facts)
    assert found.outcome is expected
    assert found["latest_on"] == date(2028, 8, 31)


@pytest.mark.parametrize(
    ("ends_on", "expected"),
    [(date(2026, 8, 30), YES), (date(2026, 8, 31), YES), (date(2026, 9, 1), NO)],
)
def test_a_new_contract_elsewhere(ends_on: date, expected: Outcome) -> None:
    found = EXTRA_YEAR.find(lasting(ends_on, duration_ground=FAILED))
    assert found.outcome is expected


@pytest.mark.parametrize(
    ("ends_on", "expected"),
    [(date(2026, 8, 30), YES), (date(2026, 8, 31), YES), (date(2026, 9, 1), OPEN)],
)
def test_within_a_year_no_extension_matters(ends_on: date, expected: Outcome) -> None:
    facts = lasting(ends_on, duration_ground=FAILED, extension=None)
    assert EXTRA_YEAR.find(facts).outcome is expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, NONE),
        ({"duration_ground": DurationGround.PRIOR_SKILLS}, NONE),
        ({"duration_ground": None}, OPEN),
        ({"extension": None}, OPEN),
        ({"extension": None, "duration_ground": FAILED}, OPEN),
        ({"previous": None}, OPEN),
        # an extension after a failure begins on a day
        ({"extension": Extension(reason=ExtensionReason.FAILED_EXAM)}, OPEN),
        ({"extension": Extension(reason=ExtensionReason.ATHLETE)}, NONE),
    ],
)
def test_who_is_concerned(facts: dict[str, Any], expected: Outcome) -> None:
    found = EXTRA_YEAR.find(lasting(date(2027, 8, 31), **facts))
    assert found.outcome is expected


def test_what_is_missing_decides() -> None:
    values = {"extension": (NO_EXTENSION, extended(date(2026, 9, 1)))}
    facts = lasting(date(2027, 8, 31), extension=None, duration_ground=FAILED)
    check_missing(EXTRA_YEAR, facts, values)
    nothing = evolve(facts, duration_ground=None)
    assert EXTRA_YEAR.find(nothing).missing == ("duration_ground", "extension")


def failed(**facts: Any) -> PreviousCycle:
    known: dict[str, Any] = {
        "route": Route.APPRENTICESHIP,
        "ended_on": date(2025, 7, 31),
        "same_employer": False,
        "same_diploma": True,
        "exam_failed": True,
        "already_prolonged": False,
    }
    return PreviousCycle(**{**known, **facts})


@pytest.mark.parametrize(
    ("ends_on", "cycle", "expected"),
    [
        (date(2026, 8, 31), {}, YES),
        (date(2026, 9, 1), {}, NO),
        (date(2026, 8, 31), {"exam_failed": None}, OPEN),
        (date(2026, 8, 31), {"same_diploma": False}, NONE),
        (date(2026, 8, 31), {"already_prolonged": True}, NONE),
        (date(2026, 8, 31), {"same_employer": True}, NONE),
    ],
)
def test_the_earlier_cycle_tells_it_as_the_upper_age_does(
    ends_on: date, cycle: dict[str, Any], expected: Outcome
) -> None:
    facts = lasting(
        ends_on,
        previous=(failed(**cycle),),
        apprentice={"born_on": date(1985, 1, 1), **NOT_IN_PERSON},
        training={"level": 5},
    )
    assert EXTRA_YEAR.find(facts).outcome is expected
    age = UPPER_AGE.find(facts)
    assert (age["exemption"] is AgeExemption.FAILED_EXAM) is (expected is YES)


def test_agenda() -> None:
    assert entries(EXTRA_YEAR, lasting(date(2027, 8, 31))) == []
    (entry,) = entries(
        EXTRA_YEAR, lasting(date(2027, 8, 31), extension=extended(date(2027, 1, 1)))
    )
    assert entry.on == date(2027, 12, 31)
    assert entry.sources == (article("L6222-11", date(2026, 8, 31)),)
    # « pour une durée d'un an au plus »
    assert entry.consequence is Consequence.UNLAWFUL


def test_sentences() -> None:
    check_speaks(
        EXTRA_YEAR,
        lasting(date(2026, 8, 31)),
        lasting(date(2026, 8, 31), extension=None),
        *(
            lasting(ends_on, duration_ground=FAILED)
            for ends_on in (date(2026, 8, 31), date(2026, 9, 1))
        ),
    )


@pytest.mark.parametrize("day", ["2025-09-01", datetime(2025, 9, 1)])
def test_a_day_is_a_date(day: date) -> None:
    with pytest.raises(WrongType):
        extra_year_latest_on(day)


@pytest.mark.parametrize(
    ("first", "expected"),
    [(None, OPEN), (date(2026, 8, 31), NO), (date(2026, 9, 1), YES)],
)
def test_the_day_of_an_extension_is_asked_though_the_contract_has_the_ground(
    first: date | None, expected: Outcome
) -> None:
    extension = Extension(reason=ExtensionReason.FAILED_EXAM, starts_on=first)
    found = EXTRA_YEAR.find(
        lasting(date(2027, 8, 31), duration_ground=FAILED, extension=extension)
    )
    assert found.outcome is expected
    assert found.missing == (("extension.starts_on",) if expected is OPEN else ())
