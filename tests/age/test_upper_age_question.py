"""The question on the upper age, each exemption on its last day.

« La limite d'âge de vingt-neuf ans révolus n'est pas applicable dans les cas
suivants » (L6222-2), on the conditions of D6222-1; D6222-1-2 after a failure.
"""

from datetime import date, timedelta
from typing import Any

import pytest

from apprentissage.age.upper_age import UpperAgeFinding, upper_age_eligibility
from apprentissage.errors import InvalidValue, NotCovered, WrongType
from apprentissage.facts import (
    AgeExemption,
    DisabilityTitle,
    PreviousCycle,
    Region,
    Route,
    RuptureCause,
)
from apprentissage.judging import Outcome
from apprentissage.law.readings import DOCTRINE
from tests.sample import NO, OPEN, YES

DAY = timedelta(days=1)
BORN = date(1993, 5, 20)
ENDED = date(2025, 9, 1)
NOTHING: dict[str, Any] = {
    "rqth": False,
    "disability_title": DisabilityTitle.NONE,
    "business_project": False,
    "project_requires_diploma": False,
    "high_level_athlete": False,
    "previous": (),
}


def asked(signed: date = date(2026, 9, 1), born_on: date = BORN, **facts: Any) -> UpperAgeFinding:
    return upper_age_eligibility(
        born_on=born_on, starts_on=facts.pop("starts_on", signed), concluded_on=signed, **facts
    )


def test_nothing_known_names_every_argument() -> None:
    assert asked().missing == (
        "business_project",
        "disability_title",
        "ends_on",
        "high_level_athlete",
        "level",
        "previous",
        "project_requires_diploma",
        "rqth",
    )
    assert asked(**NOTHING).outcome is NO
    assert asked(**NOTHING).exemption is None


@pytest.mark.parametrize(
    ("facts", "exemption"),
    [
        ({"rqth": True}, AgeExemption.DISABLED_WORKER),
        ({"disability_title": DisabilityTitle.INVALIDITY_PENSION}, AgeExemption.DISABLED_WORKER),
        ({"high_level_athlete": True}, AgeExemption.HIGH_LEVEL_ATHLETE),
        (
            {"business_project": True, "project_requires_diploma": True},
            AgeExemption.BUSINESS_PROJECT,
        ),
    ],
)
def test_what_lifts_the_limit_at_any_age(facts: dict[str, Any], exemption: AgeExemption) -> None:
    found = asked(born_on=date(1970, 1, 1), **{**NOTHING, **facts})
    assert found.outcome is YES
    assert found.exemption is exemption
    assert found.code == "12"
    assert found.latest_on == date(1999, 12, 31)


def test_a_project_that_needs_no_diploma_lifts_nothing() -> None:
    facts = {**NOTHING, "business_project": True}
    assert asked(**facts).outcome is NO
    unsaid = {**facts, "project_requires_diploma": None}
    assert asked(**unsaid).missing == ("project_requires_diploma",)


EXECUTED = PreviousCycle(
    route=Route.APPRENTICESHIP, ended_on=ENDED, diploma_obtained=True, level=5
)
BROKEN = PreviousCycle(
    route=Route.APPRENTICESHIP, ruptured_on=ENDED, rupture_cause=RuptureCause.EMPLOYER_CLOSURE
)
UNFIT = PreviousCycle(
    route=Route.APPRENTICESHIP, ruptured_on=ENDED, rupture_cause=RuptureCause.TEMPORARY_UNFITNESS
)
FAILED = PreviousCycle(
    route=Route.APPRENTICESHIP,
    ended_on=ENDED,
    exam_failed=True,
    diploma_obtained=False,
    same_diploma=True,
    same_employer=False,
    already_prolonged=False,
)
SUCCESSIONS = [
    (EXECUTED, AgeExemption.HIGHER_DIPLOMA),
    (BROKEN, AgeExemption.INVOLUNTARY_RUPTURE),
    (UNFIT, AgeExemption.TEMPORARY_UNFITNESS),
    (FAILED, AgeExemption.FAILED_EXAM),
]


@pytest.mark.parametrize(("cycle", "exemption"), SUCCESSIONS)
@pytest.mark.parametrize(
    ("signed", "outcome"),
    [
        # « dans un délai maximum d'un an après l'expiration »
        (date(2026, 8, 31), YES),
        (date(2026, 9, 1), YES),
        (date(2026, 9, 2), NO),
    ],
)
def test_a_year_to_conclude_after_the_contract_before(
    cycle: PreviousCycle, exemption: AgeExemption, signed: date, outcome: Outcome
) -> None:
    facts = {**NOTHING, "previous": (cycle,), "level": 6}
    found = asked(signed, **facts, ends_on=date(2027, 7, 31))
    assert found.outcome is outcome
    assert found.exemption is (exemption if outcome is YES else None)


@pytest.mark.parametrize(
    ("signed", "outcome"),
    [
        # « trente-cinq ans au plus » at the conclusion: until the eve of the
        # 36th birthday
        (date(2026, 8, 31), YES),
        (date(2026, 9, 1), YES),
        (date(2026, 9, 2), NO),
    ],
)
def test_the_cap_of_a_succession(signed: date, outcome: Outcome) -> None:
    facts = {**NOTHING, "previous": (EXECUTED,), "level": 6}
    last = {**facts, "previous": (EXECUTED,)}
    born_on = date(1990, 9, 2)
    later = PreviousCycle(
        route=Route.APPRENTICESHIP, ended_on=signed - DAY, diploma_obtained=True, level=5
    )
    found = asked(signed, born_on, **{**last, "previous": (later,)})
    assert found.outcome is outcome


@pytest.mark.parametrize(
    ("ends_on", "outcome"),
    [
        # « pour une durée d'un an au plus »
        (date(2027, 8, 30), YES),
        (date(2027, 8, 31), YES),
        (date(2027, 9, 1), NO),
        (None, OPEN),
    ],
)
def test_a_year_more_after_a_failure(ends_on: date | None, outcome: Outcome) -> None:
    found = asked(**{**NOTHING, "previous": (FAILED,)}, ends_on=ends_on)
    assert found.outcome is outcome
    if outcome is OPEN:
        assert found.missing == ("ends_on",)


def test_what_is_unknown_of_a_cycle_is_named_in_it() -> None:
    cycle = PreviousCycle(route=Route.APPRENTICESHIP, ended_on=ENDED, diploma_obtained=True)
    found = asked(**{**NOTHING, "previous": (EXECUTED, cycle)})
    assert found.missing == ("level", "previous[1].level")


@pytest.mark.parametrize(
    ("signed", "region", "outcome"),
    [
        (date(2018, 6, 1), Region.NORMANDIE, NO),
        (date(2018, 6, 1), Region.BRETAGNE, YES),
        (date(2018, 6, 1), None, OPEN),
        (date(2019, 1, 1), None, YES),
    ],
)
def test_the_region_counts_before_2019(
    signed: date, region: Region | None, outcome: Outcome
) -> None:
    born_on = date(1990, 1, 1)
    found = asked(signed, born_on, **NOTHING, region=region)
    assert found.outcome is outcome
    if outcome is OPEN:
        assert found.missing == ("region",)


def test_the_day_is_a_reading() -> None:
    days: dict[str, Any] = {
        "signed": date(2026, 8, 31),
        "starts_on": date(2026, 9, 1),
        "born_on": date(1996, 9, 1),
    }
    assert asked(**days, **NOTHING).outcome is NO
    assert asked(**days, **NOTHING, readings=DOCTRINE).outcome is YES


def test_what_cannot_be_is_refused_by_its_name() -> None:
    for path, wrong in (
        ("born_on", {"born_on": date(2026, 9, 1)}),
        ("ends_on", {"ends_on": date(2026, 8, 31)}),
        ("level", {"level": 9}),
    ):
        with pytest.raises(InvalidValue) as caught:
            asked(**wrong)
        assert caught.value.path == path
    text: Any = "aucun"
    with pytest.raises(WrongType) as refused:
        asked(previous=text)
    assert refused.value.path == "previous"
    with pytest.raises(NotCovered):
        asked(date(2008, 4, 30), date(1975, 1, 1))
