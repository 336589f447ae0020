"""The code of box 19 is that of the derogations that the contract needs.

11 under 16, 12 over 29 in the cases of the code, 21 reduced, 22 lengthened,
50 several, 60 another.
"""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from apprentissage.cerfa.derogation_code import DEROGATION_CODE
from apprentissage.cerfa.suggest import suggest
from apprentissage.facts import (
    NO_EXTENSION,
    Apprentice,
    ContractMode,
    ContractType,
    DerogationType,
    DisabilityTitle,
    DurationGround,
    Employer,
    Extension,
    ExtensionReason,
    PreviousCycle,
    Region,
    Route,
    RuptureCause,
)
from apprentissage.judging import Finding, Outcome
from apprentissage.law.readings import DOCTRINE, LETTER
from tests.sample import NO, NONE, OPEN, YES, check_speaks, contract, given, in_2026

D = DerogationType
ADULT, UNDER_16 = date(2007, 2, 10), date(2010, 1, 15)
TURNS_30_BEFORE, TURNS_30_AFTER = date(1995, 9, 1), date(1995, 9, 2)
CYCLE = {"cycle_starts_on": date(2025, 9, 1), "cycle_ends_on": date(2027, 8, 31)}
SHORTER_CYCLE = {**CYCLE, "cycle_ends_on": date(2026, 8, 31)}
LONGER_CYCLE = {**CYCLE, "cycle_ends_on": date(2028, 8, 31)}


def case(
    born_on: date = ADULT,
    training: dict[str, Any] | None = None,
    written: DerogationType | None = None,
    **facts: Any,
) -> Any:
    apprentice = {
        "born_on": born_on,
        "lower_secondary_completed": True,
        "rqth": True,
        **facts.pop("apprentice", {}),
    }
    return contract(
        apprentice=apprentice,
        training=CYCLE if training is None else training,
        derogation=written,
        **{"mode": ContractMode.LIMITED_TERM, "extension": NO_EXTENSION, **facts},
    )


def find(*arguments: Any, **facts: Any) -> Finding:
    return DEROGATION_CODE.find(case(*arguments, **facts), LETTER)


AGREED = {"tripartite_agreement": True}


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({}, None),
        ({"born_on": UNDER_16}, "11"),
        ({"born_on": TURNS_30_AFTER}, None),
        ({"born_on": TURNS_30_BEFORE}, "12"),
        ({"training": LONGER_CYCLE, **AGREED}, "21"),
        ({"training": SHORTER_CYCLE, **AGREED}, "22"),
        ({"training": SHORTER_CYCLE, "born_on": TURNS_30_BEFORE, **AGREED}, "50"),
        ({"training": LONGER_CYCLE, "born_on": UNDER_16, **AGREED}, "50"),
    ],
)
def test_code_of_the_facts(facts: dict[str, Any], code: str | None) -> None:
    found = find(**facts)
    assert found["code"] == code
    assert found.outcome is OPEN
    assert found.missing == ("derogation",)
    assert suggest(case(**facts)).get("derogation") == code
    for written in D:
        judged = find(written=written, **facts)
        untold = D.OTHER if code is None else D.SEVERAL
        if written.value == (code or "none"):
            assert judged.outcome is YES
        elif written is untold:
            assert judged.outcome is NONE
        else:
            assert judged.outcome is NO
            assert judged["code"] == code


def test_an_empty_box_is_told_without_a_code_of_the_form() -> None:
    # the notice lists 11, 12, 21, 22, 50 and 60: none of them says "none"
    needless = find(written=D.UNDER_16)
    assert needless["written"] == "11 (âge inférieur à 16 ans)"
    assert needless["expected"] == ("aucune dérogation",)
    lacking = find(written=D.NONE, born_on=UNDER_16)
    assert lacking["written"] == "aucune dérogation"
    assert lacking["expected"] == ("11 (âge inférieur à 16 ans)",)


@pytest.mark.parametrize("written", [D.NONE, D.UNDER_16, D.SEVERAL])
def test_an_unlawful_contract_needs_no_code_judged(written: DerogationType | None) -> None:
    found = find(date(2012, 5, 1), written=written)
    assert found.outcome is NONE
    assert found["code"] is None
    assert "ne se juge pas" in found.sentence


def test_fifteen_later_in_the_civil_year_was_code_11() -> None:
    # L6222-1 from 2011-07-30 to 2013-07-09
    young = {"born_on": date(1997, 11, 1), "lower_secondary_completed": True}
    cycle = {"cycle_starts_on": date(2012, 9, 3), "cycle_ends_on": date(2014, 9, 2)}
    found = DEROGATION_CODE.find(
        given(date(2012, 9, 3), apprentice=young, training=cycle, derogation=D.UNDER_16)
    )
    assert found.outcome is YES


def test_a_code_that_nothing_can_call_for() -> None:
    found = find(written=D.UNDER_16, training={})
    assert found.outcome is NO  # whatever the cycle, the apprentice is 18
    assert "aucune dérogation" in found.sentence


def test_a_cycle_that_would_judge_no_other_derogation_is_not_asked_for() -> None:
    # « autre dérogation » beside an equal cycle; beside another one, without an
    # agreement, the duration fails: either way the code is not judged
    found = find(
        training={},
        written=D.OTHER,
        tripartite_agreement=False,
        duration_ground=DurationGround.NONE,
        apprentice={"rqth": False},
    )
    assert (found.outcome, found.missing) == (NONE, ())


@pytest.mark.parametrize(
    ("reason", "outcome"), [(ExtensionReason.FAILED_EXAM, NO), (ExtensionReason.ATHLETE, OPEN)]
)
def test_the_year_of_a_failed_exam_writes_no_code_of_the_duration(
    reason: ExtensionReason, outcome: Outcome
) -> None:
    # R6222-9: the convention « n'est pas requise » of L6222-11, whatever the
    # cycle is and wherever that year begins
    undated = Extension(reason=reason, starts_on=None)
    found = find(training={}, written=D.REDUCED_DURATION, extension=undated, **AGREED)
    assert found.outcome is outcome
    assert ("training.cycle_ends_on" in found.missing) is (outcome is OPEN)


@pytest.mark.parametrize("reason", [ExtensionReason.ATHLETE, ExtensionReason.DISABILITY])
def test_a_year_that_dispenses_of_a_convention_refused_writes_no_code(
    reason: ExtensionReason,
) -> None:
    # R6222-9: the convention « n'est pas requise », whatever the cycle is and
    # wherever that year begins; and none was signed
    undated = Extension(reason=reason, starts_on=None)
    facts = {"extension": undated, "tripartite_agreement": False}
    for written in (D.REDUCED_DURATION, D.EXTENDED_DURATION):
        found = find(training={}, written=written, **facts)
        assert (found.outcome, found.missing) == (NO, ())
        # where no year is told, it may yet decide whether the duration is lawful
        untold = {**facts, "extension": None, "apprentice": {"rqth": False}}
        found = find(training={}, written=written, **untold)
        assert "training.cycle_ends_on" in found.missing


def test_unknown_facts_leave_the_code_open() -> None:
    for written in (None, D.NONE, D.REDUCED_DURATION, D.OTHER):
        found = find(training={}, written=written)
        assert found.outcome is OPEN
        assert "training.cycle_starts_on" in found.missing
        assert found["code"] is None
    sure = find(born_on=UNDER_16, training={})
    assert sure.outcome is OPEN
    assert "derogation" in sure.missing


def test_a_reading_that_changes_the_code_is_told() -> None:
    facts: dict[str, Any] = {"born_on": date(1995, 8, 27), "concluded_on": date(2025, 8, 26)}
    found = find(written=D.OVER_29, **facts)
    assert found.outcome is YES
    assert "upper_age_day" in {other.point for other in found.contested}
    assert suggest(case(**facts)) == {"derogation": "12"}
    assert suggest(case(**facts), DOCTRINE) == {}


def test_suggestions_of_other_boxes() -> None:
    whole = case(
        apprentice={"nir": "1070297411001"}, previous=(), mode=ContractMode.TWO_SEASONAL_EMPLOYERS
    )
    assert suggest(whole) == {
        "employer.specific": "3",
        "kind": "11",
        "apprentice.birth_department": "974",
    }
    assert suggest(case(kind=ContractType.OTHER_CHANGE)) == {}
    for nir in (None, "1", "1070220004001"):
        assert suggest(case(apprentice={"nir": nir})) == {}


def test_says_all_it_lists() -> None:
    check_speaks(
        DEROGATION_CODE,
        case(),
        case(written=D.NONE),
        case(written=D.OTHER),
        case(written=D.UNDER_16),
        case(UNDER_16),
        case(UNDER_16, written=D.UNDER_16),
        case(UNDER_16, training={}),
        case(UNDER_16, training={}, written=D.UNDER_16),
        case(date(2012, 5, 1), written=D.NONE),
        case(TURNS_30_BEFORE, apprentice={"rqth": None}),
        case(TURNS_30_BEFORE, apprentice={"rqth": None}, written=D.OVER_29),
        case(
            TURNS_30_BEFORE,
            apprentice={"rqth": False},
            previous=(
                PreviousCycle(
                    route=Route.APPRENTICESHIP,
                    ruptured_on=date(2025, 6, 1),
                    rupture_cause=RuptureCause.FORCE_MAJEURE,
                ),
            ),
        ),
    )


EXTENDED = Extension(reason=ExtensionReason.ATHLETE, starts_on=date(2025, 9, 2))


@pytest.mark.parametrize(
    ("extension", "outcome", "missing"),
    [
        (None, OPEN, ("extension",)),
        (evolve(EXTENDED, starts_on=None), OPEN, ("extension.starts_on",)),
        (NO_EXTENSION, NO, ()),
        (EXTENDED, YES, ()),
    ],
)
def test_an_extra_year_may_call_for_a_code(
    extension: Extension | None, outcome: Outcome, missing: tuple[str, ...]
) -> None:
    found = find(written=D.REDUCED_DURATION, extension=extension, tripartite_agreement=True)
    assert found.outcome is outcome
    assert found.missing == missing


def test_an_extra_year_and_an_agreement_may_call_for_a_code() -> None:
    found = find(
        training=LONGER_CYCLE,
        written=D.REDUCED_DURATION,
        extension=None,
        duration_ground=DurationGround.ATHLETE,
    )
    assert found.outcome is OPEN
    assert found.missing == ("tripartite_agreement",)


@pytest.mark.parametrize(
    ("region", "outcome"),
    [(None, OPEN), (Region.OVERSEAS, NO), (Region.PAYS_DE_LA_LOIRE, NONE)],
)
def test_a_region_that_may_try_another_limit_is_asked(
    region: Region | None, outcome: Outcome
) -> None:
    """The exemption of a project is useless where the limit is thirty years."""
    found = DEROGATION_CODE.find(
        in_2026(
            concluded_on=date(2018, 12, 7),
            starts_on=date(2018, 12, 8),
            ends_on=date(2019, 12, 7),
            apprentice=Apprentice(
                born_on=date(1992, 10, 15), business_project=True, project_requires_diploma=True
            ),
            employer=Employer(region=region),
            derogation=D.OTHER,
        )
    )
    assert found.outcome is outcome
    assert found.missing == (("employer.region",) if outcome is OPEN else ())


@pytest.mark.parametrize("agreement", [True, False, None])
@pytest.mark.parametrize(
    ("written", "turned"), [(D.SEVERAL, False), (D.REDUCED_DURATION, False), (D.OVER_29, True)]
)
def test_beside_an_age_that_fails_a_convention_turns_what_it_contradicts_alone(
    agreement: bool | None, written: DerogationType, turned: bool
) -> None:
    found = find(
        date(1991, 2, 15),
        SHORTER_CYCLE | {"cycle_ends_on": date(2028, 8, 31)},
        written,
        apprentice={
            "rqth": False,
            "disability_title": DisabilityTitle.NONE,
            "high_level_athlete": False,
            "business_project": False,
        },
        duration_ground=DurationGround.PRIOR_SKILLS,
        tripartite_agreement=agreement,
        resumes_after_rupture=False,
        previous=(),
    )
    expected = {True: NO if turned else NONE, False: NONE, None: OPEN if turned else NONE}
    assert found.outcome is expected[agreement]
    assert found.missing == (("tripartite_agreement",) if found.outcome is OPEN else ())
