"""L6222-7-1: the duration is that of the cycle, but by convention tripartite.

« Elle est égale à la durée du cycle de formation préparant à la
qualification ». By derogation « inférieure », from 23 August 2019
« inférieure ou supérieure », by a convention tripartite; none after a
failure, training before the contract, with a disability or sport (R6222-9),
after a rupture (R6222-23-1). Two seasonal employers always have one
(L6222-5-1).
"""

from datetime import date, datetime
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given as for_all
from hypothesis import strategies as st

from apprentissage.cerfa.derogation_code import DEROGATION_CODE
from apprentissage.dates.duration_and_cycle import (
    DURATION_AND_CYCLE,
    Departure,
    agreement_needed,
    departure_from_cycle,
)
from apprentissage.errors import InvalidValue, WrongType
from apprentissage.facts import (
    NO_EXTENSION,
    Contract,
    DerogationType,
    DisabilityTitle,
    DurationGround,
    Extension,
    ExtensionReason,
)
from apprentissage.judging import Outcome
from apprentissage.months import eve_of, last_day_of, morrow_of, same_day
from tests.sample import NO, NONE, OPEN, YES, check_speaks, contract
from tests.support.missing import check_missing

START = date(2025, 9, 1)
ORDINARY = {"rqth": False, "disability_title": DisabilityTitle.NONE, "high_level_athlete": False}
EQUAL, SHORTER, LONGER = Departure
UNDATED_FAILURE = Extension(reason=ExtensionReason.FAILED_EXAM, starts_on=None)


def facing(
    cycle_ends_on: date | None, *, cycle_starts_on: date | None = START, **facts: object
) -> Contract:
    """September 2025 to August 2027, beside a cycle from September 2025."""
    return contract(
        **{
            "starts_on": START,
            "training": {"cycle_starts_on": cycle_starts_on, "cycle_ends_on": cycle_ends_on},
            "duration_ground": DurationGround.NONE,
            "extension": NO_EXTENSION,
            "resumes_after_rupture": False,
            "tripartite_agreement": False,
            "apprentice": ORDINARY,
            **facts,
        }
    )


ONE_YEAR, TWO_YEARS = date(2026, 8, 31), date(2027, 8, 31)
THREE_YEARS = date(2028, 8, 31)


def departs(starts_on: date, ends_on: date) -> Departure:
    return departure_from_cycle(
        starts_on=starts_on, ends_on=ends_on, cycle_starts_on=START, cycle_ends_on=TWO_YEARS
    )


@pytest.mark.parametrize(
    ("ends_on", "departure"),
    [
        (date(2027, 8, 30), SHORTER),
        (date(2027, 8, 31), EQUAL),
        (date(2027, 9, 1), EQUAL),
        (date(2027, 10, 30), EQUAL),
        (date(2027, 10, 31), EQUAL),
        (date(2027, 11, 1), LONGER),
    ],
)
def test_the_end_may_follow_the_cycle_by_two_months(ends_on: date, departure: Departure) -> None:
    assert departs(START, ends_on) is departure


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "departure"),
    [
        # the same duration a month later
        (date(2025, 10, 1), date(2027, 9, 30), EQUAL),
        (date(2025, 10, 1), date(2027, 9, 29), SHORTER),
        # three months before the cycle, two months after it
        (date(2025, 6, 1), date(2027, 10, 31), EQUAL),
        (date(2026, 1, 1), date(2028, 1, 1), LONGER),
    ],
)
def test_durations_are_compared(starts_on: date, ends_on: date, departure: Departure) -> None:
    assert departs(starts_on, ends_on) is departure


@for_all(
    st.dates(date(2019, 1, 1), date(2050, 1, 1)),
    st.integers(6, 36),
    st.integers(0, 5),
    st.integers(0, 60),
)
def test_a_contract_that_covers_the_cycle_is_never_shorter(
    start: date, months: int, before: int, after: int
) -> None:
    end = last_day_of(start, months)
    covering = departure_from_cycle(
        starts_on=same_day(start, -before),
        ends_on=min(date.fromordinal(end.toordinal() + after), same_day(end, 2)),
        cycle_starts_on=start,
        cycle_ends_on=end,
    )
    assert covering is EQUAL
    shorter = departure_from_cycle(
        starts_on=morrow_of(start), ends_on=eve_of(end), cycle_starts_on=start, cycle_ends_on=end
    )
    assert shorter is SHORTER


@pytest.mark.parametrize(
    ("cycle_ends_on", "agreement", "outcome", "code"),
    [
        (TWO_YEARS, False, YES, None),
        (TWO_YEARS, None, YES, None),
        (THREE_YEARS, True, YES, "21"),
        (THREE_YEARS, False, NO, None),
        (THREE_YEARS, None, OPEN, None),
        (ONE_YEAR, True, YES, "22"),
        (ONE_YEAR, False, NO, None),
        (ONE_YEAR, None, OPEN, None),
    ],
)
def test_an_agreement_and_its_code(
    cycle_ends_on: date, agreement: bool | None, outcome: Outcome, code: str | None
) -> None:
    found = DURATION_AND_CYCLE.find(facing(cycle_ends_on, tripartite_agreement=agreement))
    assert found.outcome is outcome
    assert found["code"] == code


@pytest.mark.parametrize(
    ("concluded_on", "longer", "shorter"),
    [
        (date(2018, 12, 31), NONE, NONE),
        (date(2019, 1, 1), NO, YES),
        (date(2019, 8, 22), NO, YES),
        (date(2019, 8, 23), YES, YES),
        (date(2019, 8, 24), YES, YES),
        (date(2020, 4, 1), YES, YES),
    ],
)
def test_versions(concluded_on: date, longer: Outcome, shorter: Outcome) -> None:
    for cycle_ends_on, outcome in ((ONE_YEAR, longer), (THREE_YEARS, shorter)):
        found = DURATION_AND_CYCLE.find(
            facing(cycle_ends_on, concluded_on=concluded_on, tripartite_agreement=True)
        )
        assert found.outcome is outcome


@pytest.mark.parametrize(
    ("ground", "shorter", "longer"),
    [
        (DurationGround.NONE, NO, NO),
        (DurationGround.PRIOR_SKILLS, NO, NO),
        (DurationGround.FAILED_EXAM, YES, YES),
        (DurationGround.PRE_CONTRACT_TRAINING, YES, NO),
        (DurationGround.RESUMED_AFTER_RUPTURE, YES, NO),
        (DurationGround.DISABILITY, YES, YES),
        (DurationGround.ATHLETE, YES, YES),
    ],
)
def test_grounds_that_need_no_agreement(
    ground: DurationGround, shorter: Outcome, longer: Outcome
) -> None:
    for cycle_ends_on, outcome in ((THREE_YEARS, shorter), (ONE_YEAR, longer)):
        found = DURATION_AND_CYCLE.find(facing(cycle_ends_on, duration_ground=ground))
        assert found.outcome is outcome
        assert found["code"] is None


@pytest.mark.parametrize("fact", ["rqth", "high_level_athlete"])
def test_disability_and_sport_need_no_agreement(fact: str) -> None:
    found = DURATION_AND_CYCLE.find(facing(ONE_YEAR, apprentice={**ORDINARY, fact: True}))
    assert found.outcome is YES


def test_after_a_rupture_none_is_needed_to_be_shorter() -> None:
    for cycle_ends_on, outcome in ((THREE_YEARS, YES), (ONE_YEAR, NO)):
        found = DURATION_AND_CYCLE.find(facing(cycle_ends_on, resumes_after_rupture=True))
        assert found.outcome is outcome


def test_what_is_missing() -> None:
    values = {
        "tripartite_agreement": (True, False),
        "duration_ground": (DurationGround.NONE, DurationGround.FAILED_EXAM),
        "extension": (
            NO_EXTENSION,
            Extension(reason=ExtensionReason.FAILED_EXAM, starts_on=date(2026, 9, 1)),
        ),
        "resumes_after_rupture": (True, False),
        "apprentice.rqth": (True, False),
        "apprentice.disability_title": (DisabilityTitle.NONE, DisabilityTitle.INVALIDITY_PENSION),
        "apprentice.high_level_athlete": (True, False),
    }
    facts = facing(
        THREE_YEARS,
        tripartite_agreement=None,
        duration_ground=None,
        extension=None,
        resumes_after_rupture=None,
        apprentice=dict.fromkeys(ORDINARY),
    )
    check_missing(DURATION_AND_CYCLE, facts, values)
    unknown = facing(None, cycle_starts_on=None)
    assert DURATION_AND_CYCLE.find(unknown).missing == (
        "training.cycle_ends_on",
        "training.cycle_starts_on",
    )
    assert DURATION_AND_CYCLE.find(facing(None)).missing == ("training.cycle_ends_on",)


def test_the_extra_year_is_left_out() -> None:
    facts = facing(
        ONE_YEAR,
        extension=Extension(reason=ExtensionReason.FAILED_EXAM, starts_on=date(2026, 9, 1)),
    )
    assert DURATION_AND_CYCLE.find(facts).outcome is YES


@pytest.mark.parametrize("cycle_ends_on", [ONE_YEAR, TWO_YEARS, THREE_YEARS])
@pytest.mark.parametrize("agreement", [False, None])
def test_an_extension_after_a_failure_needs_no_agreement(
    cycle_ends_on: date, agreement: bool | None
) -> None:
    found = DURATION_AND_CYCLE.find(
        facing(
            cycle_ends_on,
            tripartite_agreement=agreement,
            # the cycle may be told with the year that is done again
            extension=Extension(reason=ExtensionReason.FAILED_EXAM, starts_on=date(2026, 9, 1)),
        )
    )
    assert found.outcome is YES
    assert found["code"] is None


@pytest.mark.parametrize("cycle_ends_on", [ONE_YEAR, THREE_YEARS])
def test_an_extension_nobody_speaks_of_leaves_it_open(cycle_ends_on: date) -> None:
    found = DURATION_AND_CYCLE.find(facing(cycle_ends_on, extension=None))
    assert found.outcome is OPEN
    assert found.missing == ("extension",)


UNDATED = Extension(reason=ExtensionReason.ATHLETE)
FAILED = Extension(reason=ExtensionReason.FAILED_EXAM)


@pytest.mark.parametrize("agreed", [True, False])
@pytest.mark.parametrize("reason", list(ExtensionReason)[1:])
@pytest.mark.parametrize("first", [date(2025, 9, 2), date(2026, 9, 1), None])
def test_an_extra_year_never_takes_away_that_the_duration_is_lawful(
    agreed: bool, reason: ExtensionReason, first: date | None
) -> None:
    extra = Extension(reason=reason, starts_on=first)
    for extension in (None, extra):
        found = DURATION_AND_CYCLE.find(
            facing(TWO_YEARS, extension=extension, tripartite_agreement=agreed)
        )
        assert found.outcome is YES


@pytest.mark.parametrize(
    ("cycle_ends_on", "extension", "agreed", "code", "others"),
    [
        (TWO_YEARS, None, True, None, (None, "21")),
        (TWO_YEARS, None, None, None, (None, "21")),
        (TWO_YEARS, None, False, None, None),
        (TWO_YEARS, UNDATED, True, None, ("21",)),
        (TWO_YEARS, NO_EXTENSION, True, None, None),
        (ONE_YEAR, None, True, "22", (None, "21")),
        (ONE_YEAR, UNDATED, True, "22", (None, "21")),
        (ONE_YEAR, UNDATED, False, None, None),
        (ONE_YEAR, FAILED, True, None, None),
        (THREE_YEARS, None, True, "21", (None,)),
        (THREE_YEARS, UNDATED, True, "21", None),
    ],
)
def test_the_code_where_an_extra_year_is_unknown(
    cycle_ends_on: date,
    extension: Extension | None,
    agreed: bool | None,
    code: str | None,
    others: tuple[str | None, ...] | None,
) -> None:
    found = DURATION_AND_CYCLE.find(
        facing(cycle_ends_on, extension=extension, tripartite_agreement=agreed)
    )
    assert found.outcome is YES
    assert found["code"] == code
    assert found.get("codes_if_extended") == others


@pytest.mark.parametrize(
    ("extension", "agreed", "expected"),
    [
        (None, True, True),
        (UNDATED, True, True),
        (NO_EXTENSION, True, True),
        (Extension(reason=ExtensionReason.ATHLETE, starts_on=date(2026, 9, 1)), True, True),
        (None, False, False),
        (None, None, False),
    ],
)
def test_an_agreement_that_was_signed_goes_with_the_contract(
    extension: Extension | None, agreed: bool | None, expected: bool
) -> None:
    """« annexée au contrat d'apprentissage »: an extra year moves it not."""
    facts = facing(TWO_YEARS, extension=extension, tripartite_agreement=agreed)
    assert agreement_needed(facts) == (expected, ())


def test_a_margin_is_said() -> None:
    sharp = DURATION_AND_CYCLE.find(facing(TWO_YEARS))
    assert sharp.caveats == ()
    around = DURATION_AND_CYCLE.find(facing(date(2027, 7, 2)))
    assert around.outcome is YES
    assert [c.name for c in around.caveats] == ["CYCLE_MARGIN"]


@pytest.mark.parametrize(
    ("agreement", "code", "if_agreed"),
    [(True, "22", None), (False, None, None), (None, None, "22")],
)
def test_an_agreement_that_is_not_needed_has_its_code(
    agreement: bool | None, code: str | None, if_agreed: str | None
) -> None:
    found = DURATION_AND_CYCLE.find(
        facing(ONE_YEAR, duration_ground=DurationGround.DISABILITY, tripartite_agreement=agreement)
    )
    assert found.outcome is YES
    assert found["code"] == code
    assert found.get("code_if_agreed") == if_agreed


@pytest.mark.parametrize("agreement", [True, False, None])
def test_after_a_failure_no_agreement_has_a_code(agreement: bool | None) -> None:
    extended = Extension(reason=ExtensionReason.FAILED_EXAM, starts_on=date(2027, 2, 1))
    found = DURATION_AND_CYCLE.find(
        facing(ONE_YEAR, extension=extended, tripartite_agreement=agreement)
    )
    assert found.outcome is YES
    assert found["code"] is None


@pytest.mark.parametrize(
    ("cycle_ends_on", "facts", "expected"),
    [
        (TWO_YEARS, {}, (False, ())),
        (ONE_YEAR, {}, (True, ())),
        (ONE_YEAR, {"concluded_on": date(2018, 9, 3)}, (False, ())),
        (ONE_YEAR, {"extension": None}, (None, ("extension",))),
        (ONE_YEAR, {"duration_ground": DurationGround.ATHLETE}, (False, ())),
        (
            ONE_YEAR,
            {"duration_ground": DurationGround.ATHLETE, "tripartite_agreement": True},
            (True, ()),
        ),
        # a ground that tells of a convention is believed until another fact
        # denies it: then the duration tells
        (
            TWO_YEARS,
            {"duration_ground": DurationGround.PRIOR_SKILLS, "tripartite_agreement": None},
            (True, ()),
        ),
        (TWO_YEARS, {"duration_ground": DurationGround.PRIOR_SKILLS}, (False, ())),
        (ONE_YEAR, {"duration_ground": DurationGround.PRIOR_SKILLS}, (True, ())),
        (None, {"duration_ground": DurationGround.PRIOR_SKILLS}, (True, ())),
        *[
            (
                cycle,
                {
                    "duration_ground": DurationGround.PRIOR_SKILLS,
                    "apprentice": {**ORDINARY, "rqth": True},
                },
                (False, ()),
            )
            for cycle in (ONE_YEAR, None)
        ],
        (None, {}, (False, ())),
        (None, {"duration_ground": None}, (None, ("duration_ground", "training.cycle_ends_on"))),
        # R6222-9 names these, whose article opens the departure today
        (None, {"duration_ground": DurationGround.RESUMED_AFTER_RUPTURE}, (False, ())),
        # the four cases of L6222-9 are those of contracts before 2019
        (
            None,
            {"duration_ground": DurationGround.LISTED_BEFORE_2019},
            (None, ("training.cycle_ends_on",)),
        ),
    ],
)
def test_whether_the_duration_needs_an_agreement(
    cycle_ends_on: date | None,
    facts: dict[str, Any],
    expected: tuple[bool | None, tuple[str, ...]],
) -> None:
    assert agreement_needed(facing(cycle_ends_on, **facts)) == expected


def test_sentences() -> None:
    title = {**ORDINARY, "disability_title": DisabilityTitle.OTHER_L5212_13}
    check_speaks(
        DURATION_AND_CYCLE,
        *(
            facing(end, tripartite_agreement=agreed)
            for end in (ONE_YEAR, TWO_YEARS, THREE_YEARS)
            for agreed in (True, False)
        ),
        *(
            facing(ONE_YEAR, concluded_on=day, tripartite_agreement=True)
            for day in (date(2018, 9, 3), date(2019, 8, 22))
        ),
        facing(ONE_YEAR, duration_ground=DurationGround.FAILED_EXAM),
        facing(
            date(2026, 8, 31),
            extension=Extension(reason=ExtensionReason.FAILED_EXAM, starts_on=date(2026, 9, 1)),
        ),
        facing(ONE_YEAR, apprentice={**ORDINARY, "rqth": True}),
        facing(ONE_YEAR, extension=None, tripartite_agreement=True),
        facing(ONE_YEAR, duration_ground=DurationGround.DISABILITY, tripartite_agreement=None),
        facing(ONE_YEAR, apprentice=title),
        facing(ONE_YEAR, apprentice={**ORDINARY, "high_level_athlete": True}),
        facing(None),
        facing(None, apprentice={**ORDINARY, "rqth": True}),
        facing(None, duration_ground=DurationGround.DISABILITY),
    )


@pytest.mark.parametrize("day", ["2025-09-01", datetime(2025, 9, 1)])
def test_bad_days(day: date) -> None:
    with pytest.raises(WrongType):
        departs(day, TWO_YEARS)
    with pytest.raises(InvalidValue):
        departs(START, eve_of(START))


@pytest.mark.parametrize(
    "reason", [ExtensionReason.DISABILITY, ExtensionReason.ATHLETE, ExtensionReason.FAILED_EXAM]
)
def test_an_extra_year_that_fills_the_contract_needs_no_agreement(reason: ExtensionReason) -> None:
    whole = Extension(reason=reason, starts_on=START)
    facts = facing(TWO_YEARS, ends_on=ONE_YEAR, extension=whole)
    assert DURATION_AND_CYCLE.find(facts).outcome is YES
    assert agreement_needed(facts) == (False, ())


@pytest.mark.parametrize(
    ("agreed", "outcome", "code"), [(True, YES, "22"), (False, NO, None), (None, OPEN, None)]
)
def test_a_repeated_year_is_agreed_by_a_convention(
    agreed: bool | None, outcome: Outcome, code: str | None
) -> None:
    facts = facing(
        TWO_YEARS,
        ends_on=THREE_YEARS,
        duration_ground=DurationGround.REPEATED_YEAR,
        tripartite_agreement=agreed,
    )
    found = DURATION_AND_CYCLE.find(facts)
    assert found.outcome is outcome
    assert found["code"] == code
    assert agreement_needed(facts) == (True, ())


def test_no_convention_before_2019() -> None:
    for ground in (DurationGround.PRIOR_SKILLS, DurationGround.REPEATED_YEAR):
        facts = facing(None, concluded_on=date(2018, 12, 31), duration_ground=ground)
        assert agreement_needed(facts) == (False, ())


@pytest.mark.parametrize("agreement", [False, None])
@pytest.mark.parametrize("rqth", [True, False])
def test_an_unknown_cycle_is_not_asked_where_none_needs_a_convention(
    rqth: bool, agreement: bool | None
) -> None:
    """R6222-9: none is required of a disabled worker, shorter or longer."""
    facing_it = facing(
        None,
        apprentice={**ORDINARY, "rqth": rqth},
        duration_ground=None,
        tripartite_agreement=agreement,
    )
    needed, missing = agreement_needed(facing_it)
    assert needed is (False if rqth else None)
    assert ("training.cycle_ends_on" in missing) is not rqth
    # a convention that was made all the same has its code
    code = DEROGATION_CODE.find(evolve(facing_it, derogation=DerogationType.NONE))
    assert ("training.cycle_ends_on" in code.missing) is (not rqth or agreement is None)


@pytest.mark.parametrize(
    ("cycle_ends_on", "outcome"),
    # two months after the cycle at most it is never longer, whenever that begins
    [(date(2027, 6, 29), OPEN), (date(2027, 6, 30), YES), (date(2027, 7, 1), YES)],
)
def test_a_cycle_that_begins_on_an_unknown_day_is_not_exceeded_within_two_months(
    cycle_ends_on: date, outcome: Outcome
) -> None:
    """R6222-23-1: after a rupture none is needed of a shorter one."""
    facts = facing(
        cycle_ends_on,
        cycle_starts_on=None,
        ends_on=date(2027, 8, 30),
        resumes_after_rupture=True,
    )
    found = DURATION_AND_CYCLE.find(facts)
    assert (found.outcome, found["code"]) == (outcome, None)
    needed, missing = agreement_needed(evolve(facts, duration_ground=None))
    assert needed is (False if outcome is YES else None)
    assert ("training.cycle_starts_on" in missing) is (outcome is OPEN)
    # nor does it have the code of a longer one, were there a convention
    longer = evolve(facts, tripartite_agreement=True, derogation=DerogationType.EXTENDED_DURATION)
    assert DEROGATION_CODE.find(longer).outcome is (NO if outcome is YES else OPEN)


@pytest.mark.parametrize(
    ("facts", "outcome", "ground"),
    [
        # R6222-9: « n'est pas requise », of a shorter and of a longer one
        ({"apprentice": {**ORDINARY, "rqth": True}}, YES, None),
        ({"apprentice": {**ORDINARY, "high_level_athlete": True}}, YES, None),
        ({"duration_ground": DurationGround.DISABILITY}, YES, DurationGround.DISABILITY),
        ({"duration_ground": DurationGround.FAILED_EXAM}, YES, DurationGround.FAILED_EXAM),
        ({"extension": UNDATED_FAILURE}, YES, DurationGround.FAILED_EXAM),
        (
            {"extension": UNDATED_FAILURE, "tripartite_agreement": True},
            YES,
            DurationGround.FAILED_EXAM,
        ),
        # of a shorter one alone (R6222-23-1)
        ({"resumes_after_rupture": True}, OPEN, None),
        ({}, OPEN, None),
        # what was signed all the same has its code, which waits for the cycle
        ({"apprentice": {**ORDINARY, "rqth": True}, "tripartite_agreement": None}, OPEN, None),
        ({"apprentice": {**ORDINARY, "rqth": True}, "tripartite_agreement": True}, OPEN, None),
    ],
)
def test_an_unknown_cycle_turns_nothing_where_none_needs_a_convention(
    facts: dict[str, Any], outcome: Outcome, ground: object
) -> None:
    unknown = facing(None, **facts)
    found = DURATION_AND_CYCLE.find(unknown)
    assert found.outcome is outcome
    assert found.missing == (() if outcome is YES else ("training.cycle_ends_on",))
    assert found["code"] is None
    if outcome is YES:
        assert found.get("ground") is ground
        assert found.sources
        for end in (ONE_YEAR, TWO_YEARS, THREE_YEARS):
            told = DURATION_AND_CYCLE.find(facing(end, **facts))
            assert (told.outcome, told["code"]) == (YES, None)
