"""L6222-7-1: the contract lasts from six months to three years.

« La durée du contrat d'apprentissage […] varie entre six mois et trois ans,
sous réserve des cas de prolongation prévus à l'article L. 6222-11. » Before
2019 one year at least, save in the four cases of L6222-9. Four years:
R6222-46, R6222-60. No floor after a rupture: R6222-23-1.
"""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given as for_all
from hypothesis import strategies as st

from apprentissage.dates.duration import DURATION, period_ends_on
from apprentissage.dates.extra_year import EXTRA_YEAR
from apprentissage.errors import WrongType
from apprentissage.facts import (
    NO_EXTENSION,
    Contract,
    DisabilityTitle,
    DurationGround,
    Extension,
    ExtensionReason,
    Training,
)
from apprentissage.judging import Outcome
from apprentissage.law.readings import LETTER
from apprentissage.law.sources import article
from apprentissage.months import eve_of, last_day_of, morrow_of, same_day
from tests.sample import NO, OPEN, YES, check_speaks, contract, entries, given
from tests.support.missing import check_missing

CYCLE_AND_ONE = LETTER.choose(four_years="CYCLE_AND_ONE")
LISTED = DurationGround.LISTED_BEFORE_2019
TOOL = LETTER.choose(months_counted="END_DAY_EXCLUDED")
START = date(2025, 9, 1)
ORDINARY = {"rqth": False, "disability_title": DisabilityTitle.NONE, "high_level_athlete": False}


def lasting(ends_on: date, *, start: date = START, **facts: object) -> Contract:
    return contract(
        **{
            "concluded_on": start,
            "starts_on": start,
            "ends_on": ends_on,
            "extension": NO_EXTENSION,
            "duration_ground": DurationGround.NONE,
            "resumes_after_rupture": False,
            "apprentice": ORDINARY,
            **facts,
        }
    )


def outcome(ends_on: date, **facts: object) -> Outcome:
    return DURATION.find(lasting(ends_on, **facts)).outcome  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("ends_on", "expected"),
    [(date(2016, 2, 28), NO), (date(2016, 2, 29), YES), (date(2016, 3, 1), YES)],
)
def test_one_of_the_four_cases_ends_six_months_after_its_start(
    ends_on: date, expected: Outcome
) -> None:
    """L6222-9 before 2019: « peut varier entre six mois et un an »."""
    facts = lasting(ends_on, start=date(2015, 9, 1), duration_ground=LISTED)
    found = DURATION.find(facts)
    assert found.outcome is expected
    assert found["earliest_on"] == date(2016, 2, 29)
    assert entries(DURATION, facts)[0].on == date(2016, 2, 29)
    ordinary = DURATION.find(evolve(facts, duration_ground=None))
    assert ordinary["earliest_on"] == date(2016, 8, 31)


@pytest.mark.parametrize(
    ("ends_on", "expected", "tool"),
    [
        (date(2026, 2, 27), NO, NO),
        (date(2026, 2, 28), YES, NO),
        (date(2026, 3, 1), YES, YES),
        (date(2028, 8, 30), YES, YES),
        (date(2028, 8, 31), YES, YES),
        (date(2028, 9, 1), NO, YES),
        (date(2028, 9, 2), NO, NO),
    ],
)
def test_six_months_to_three_years(ends_on: date, expected: Outcome, tool: Outcome) -> None:
    facts = lasting(ends_on)
    found = DURATION.find(facts)
    assert found.outcome is expected
    assert found["earliest_on"] == date(2026, 2, 28)
    assert found["latest_on"] == date(2028, 8, 31)
    assert DURATION.find(facts, TOOL).outcome is tool
    assert bool(found.contested) is (expected is not tool)


@pytest.mark.parametrize(
    ("months", "counted", "excluded"),
    [(6, date(2024, 2, 29), date(2024, 2, 29)), (36, date(2026, 8, 30), date(2026, 8, 31))],
)
def test_a_month_without_that_day(months: int, counted: date, excluded: date) -> None:
    start = date(2023, 8, 31)
    assert period_ends_on(start, months) == counted
    assert period_ends_on(start, months, TOOL) == excluded


@pytest.mark.parametrize(
    ("concluded_on", "ends_on", "ground", "expected"),
    [
        (date(2018, 12, 31), date(2019, 12, 29), DurationGround.NONE, NO),
        (date(2018, 12, 31), date(2019, 12, 30), DurationGround.NONE, YES),
        (date(2018, 12, 31), date(2019, 12, 31), DurationGround.NONE, YES),
        (date(2018, 12, 31), date(2019, 12, 29), None, OPEN),
        (date(2018, 12, 31), date(2019, 6, 30), DurationGround.LISTED_BEFORE_2019, YES),
        (date(2018, 12, 31), date(2019, 6, 30), DurationGround.PRE_CONTRACT_TRAINING, YES),
        (date(2018, 12, 31), date(2019, 6, 29), DurationGround.LISTED_BEFORE_2019, NO),
        # adapted to his skills (L6222-8): from one to three years
        (date(2018, 12, 31), date(2019, 12, 29), DurationGround.PRIOR_SKILLS, NO),
        # L6222-9 has four cases: disability and sport are none of them
        (date(2018, 12, 31), date(2019, 12, 29), DurationGround.DISABILITY, NO),
        (date(2018, 12, 31), date(2019, 12, 29), DurationGround.ATHLETE, NO),
        (date(2008, 5, 1), date(2008, 12, 31), DurationGround.LISTED_BEFORE_2019, YES),
        (date(2019, 1, 1), date(2019, 6, 29), LISTED, NO),
        (date(2019, 1, 1), date(2019, 6, 29), DurationGround.NONE, NO),
        (date(2019, 1, 1), date(2019, 6, 30), DurationGround.NONE, YES),
    ],
)
def test_one_year_at_least_before_2019(
    concluded_on: date, ends_on: date, ground: DurationGround | None, expected: Outcome
) -> None:
    facts = lasting(ends_on, start=concluded_on, duration_ground=ground)
    found = DURATION.find(facts)
    assert found.outcome is expected
    assert found.caveats == ()


@pytest.mark.parametrize(
    ("concluded_on", "name"),
    [
        (date(2008, 5, 1), "L6222-7"),
        (date(2014, 3, 6), "L6222-7"),
        (date(2014, 3, 7), "L6222-7-1"),
        (date(2019, 1, 1), "L6222-7-1"),
        (date(2019, 8, 23), "L6222-7-1"),
    ],
)
def test_the_article_is_that_of_the_day(concluded_on: date, name: str) -> None:
    found = DURATION.find(given(concluded_on))
    assert article(name, concluded_on) in found.sources


@pytest.mark.parametrize(
    ("concluded_on", "expected"),
    [(date(2020, 3, 31), NO), (date(2020, 4, 1), YES), (date(2020, 4, 2), YES)],
)
def test_no_floor_after_a_rupture(concluded_on: date, expected: Outcome) -> None:
    found = outcome(last_day_of(concluded_on, 4), start=concluded_on, resumes_after_rupture=True)
    assert found is expected


def test_what_may_lift_the_floor_is_missing() -> None:
    facts = lasting(date(2026, 2, 27), resumes_after_rupture=None, duration_ground=None)
    check_missing(
        DURATION,
        facts,
        {
            "resumes_after_rupture": (True, False),
            "duration_ground": (DurationGround.NONE, DurationGround.FAILED_EXAM),
        },
    )


def test_the_floor_after_a_failure_is_in_doubt() -> None:
    found = DURATION.find(lasting(date(2026, 1, 31), duration_ground=DurationGround.FAILED_EXAM))
    assert found.outcome is YES
    assert "LEAST_AFTER_FAILURE" in {c.name for c in found.parts[0].caveats}


def prolonged(starts_on: date | None) -> Extension:
    return Extension(reason=ExtensionReason.FAILED_EXAM, starts_on=starts_on)


@pytest.mark.parametrize(
    ("extension", "expected", "missing"),
    [
        # « sous réserve des cas de prolongation prévus à l'article L. 6222-11 »,
        # 2°: « conclusion d'un nouveau contrat », which is the extra year whole
        (prolonged(START), YES, ()),
        # five months that an extra year follows are too short of themselves
        (prolonged(date(2025, 12, 1)), NO, ()),
        (Extension(reason=ExtensionReason.DISABILITY, starts_on=START), NO, ()),
        (NO_EXTENSION, NO, ()),
        (None, OPEN, ("extension",)),
        (prolonged(None), OPEN, ("extension.starts_on",)),
    ],
)
def test_no_floor_where_the_whole_contract_is_the_extra_year(
    extension: Extension | None, expected: Outcome, missing: tuple[str, ...]
) -> None:
    facts = lasting(
        date(2026, 1, 31),
        extension=extension,
        duration_ground=DurationGround.PRIOR_SKILLS,
        resumes_after_rupture=False,
    )
    found = DURATION.find(facts)
    assert (found.outcome, found.missing) == (expected, missing)
    earliest = [e.on for e in entries(DURATION, facts) if "au plus tôt" in e.label]
    assert earliest == ([] if expected is YES else [date(2026, 2, 28)])


GROUNDS: list[dict[str, object]] = [
    {"apprentice": {**ORDINARY, "rqth": True}},
    {"apprentice": {**ORDINARY, "high_level_athlete": True}},
    {
        "apprentice": {
            **ORDINARY,
            "disability_title": DisabilityTitle.YOUTH_EQUIVALENT,
            "born_on": date(2005, 8, 30),
        }
    },
    {"extension": Extension(reason=ExtensionReason.DISABILITY, starts_on=date(2028, 9, 1))},
    {"extension": Extension(reason=ExtensionReason.ATHLETE, starts_on=date(2028, 9, 1))},
]


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize(
    ("ends_on", "expected", "tool"),
    [
        (date(2028, 9, 2), YES, YES),
        (date(2029, 8, 30), YES, YES),
        (date(2029, 8, 31), YES, YES),
        (date(2029, 9, 1), NO, YES),
        (date(2029, 9, 2), NO, NO),
    ],
)
def test_four_years(
    ground: dict[str, object], ends_on: date, expected: Outcome, tool: Outcome
) -> None:
    facts = lasting(ends_on, **ground)  # type: ignore[arg-type]
    found = DURATION.find(facts)
    assert found.outcome is expected
    assert found["latest_on"] == date(2029, 8, 31)
    assert DURATION.find(facts, TOOL).outcome is tool


@pytest.mark.parametrize(
    ("concluded_on", "title", "expected"),
    [
        (date(2023, 12, 19), DisabilityTitle.INVALIDITY_PENSION, NO),
        (date(2023, 12, 20), DisabilityTitle.INVALIDITY_PENSION, YES),
        (date(2023, 12, 21), DisabilityTitle.INVALIDITY_PENSION, YES),
        (date(2024, 1, 1), DisabilityTitle.WAR_SURVIVOR, NO),
        (date(2024, 1, 1), None, OPEN),
        (date(2021, 12, 31), None, NO),
    ],
)
def test_titles_count_from_december_2023(
    concluded_on: date, title: DisabilityTitle | None, expected: Outcome
) -> None:
    found = outcome(
        last_day_of(concluded_on, 48),
        start=concluded_on,
        apprentice={**ORDINARY, "born_on": date(1999, 10, 2), "disability_title": title},
    )
    assert found is expected


@pytest.mark.parametrize(
    ("concluded_on", "born_on", "expected"),
    [
        # « Pour les mineurs âgés d'au moins seize ans », from 2022-02-23
        (date(2022, 2, 22), date(2005, 2, 22), NO),
        (date(2022, 2, 23), date(2006, 2, 24), NO),
        (date(2022, 2, 23), date(2006, 2, 23), YES),
        (date(2022, 2, 23), date(2004, 2, 24), YES),
        (date(2022, 2, 23), date(2004, 2, 23), NO),
        # « Pour les personnes âgées de quinze à vingt ans », from 2024
        (date(2024, 1, 1), date(2004, 1, 1), YES),
        (date(2025, 9, 1), date(2010, 9, 1), YES),
        (date(2025, 9, 1), date(2004, 9, 2), YES),
        (date(2025, 9, 1), date(2004, 9, 1), NO),
        (date(2025, 9, 1), date(1985, 3, 19), NO),
    ],
)
def test_youth_titles_count_at_their_ages(
    concluded_on: date, born_on: date, expected: Outcome
) -> None:
    found = outcome(
        last_day_of(concluded_on, 48),
        start=concluded_on,
        apprentice={
            **ORDINARY,
            "born_on": born_on,
            "disability_title": DisabilityTitle.YOUTH_EQUIVALENT,
        },
    )
    assert found is expected


@pytest.mark.parametrize(
    ("concluded_on", "expected"),
    [(date(2016, 12, 14), NO), (date(2016, 12, 15), YES), (date(2020, 4, 1), YES)],
)
@pytest.mark.parametrize("declared", [False, True])
def test_four_years_of_an_athlete_since_december_2016(
    concluded_on: date, expected: Outcome, declared: bool
) -> None:
    extension = Extension(reason=ExtensionReason.ATHLETE, starts_on=last_day_of(concluded_on, 36))
    found = DURATION.find(
        lasting(
            last_day_of(concluded_on, 48),
            start=concluded_on,
            apprentice={**ORDINARY, "high_level_athlete": not declared},
            extension=extension if declared else NO_EXTENSION,
        )
    )
    assert found.outcome is expected
    assert found.caveats == ()


@pytest.mark.parametrize(
    ("cycle_ends_on", "latest_on"),
    [
        # under the three years of all, the cycle and one year, four at most
        (date(2026, 8, 31), date(2028, 8, 31)),
        (date(2027, 8, 31), date(2028, 8, 31)),
        (date(2028, 2, 29), date(2029, 2, 28)),
        (date(2028, 3, 10), date(2029, 3, 10)),
        (date(2028, 8, 31), date(2029, 8, 31)),
        (date(2029, 8, 31), date(2029, 8, 31)),
    ],
)
@pytest.mark.parametrize("fact", ["rqth", "high_level_athlete"])
def test_the_cycle_and_one_year_is_a_reading(
    cycle_ends_on: date, latest_on: date, fact: str
) -> None:
    facts = lasting(
        date(2029, 8, 31),
        apprentice={**ORDINARY, fact: True},
        training=Training(cycle_starts_on=START, cycle_ends_on=cycle_ends_on),
    )
    found = DURATION.find(facts)
    assert found.outcome is YES
    other = DURATION.find(facts, CYCLE_AND_ONE)
    assert other["latest_on"] == latest_on
    contested = latest_on < date(2029, 8, 31)
    assert other.outcome is (NO if contested else YES)
    assert [c.point for c in found.contested] == ["four_years"] * contested
    for day, held in ((latest_on, YES), (morrow_of(latest_on), NO)):
        moved = evolve(facts, ends_on=day)
        assert DURATION.find(moved, CYCLE_AND_ONE).outcome is held


def test_an_unknown_cycle_waits_under_that_reading() -> None:
    facts = lasting(date(2029, 8, 31), apprentice={**ORDINARY, "rqth": True})
    assert DURATION.find(facts).outcome is YES
    found = DURATION.find(facts, CYCLE_AND_ONE)
    assert found.outcome is OPEN
    assert found.missing == ("training.cycle_ends_on", "training.cycle_starts_on")
    assert found["latest_on"] == date(2028, 8, 31)
    five = evolve(facts, ends_on=date(2029, 9, 1))
    assert DURATION.find(five, CYCLE_AND_ONE).outcome is NO


def test_what_may_lengthen_is_missing() -> None:
    values = {
        "apprentice.rqth": (True, False),
        "apprentice.disability_title": (DisabilityTitle.NONE, DisabilityTitle.INVALIDITY_PENSION),
        "apprentice.high_level_athlete": (True, False),
        "extension": (
            NO_EXTENSION,
            Extension(reason=ExtensionReason.FAILED_EXAM, starts_on=date(2028, 9, 1)),
        ),
    }
    facts = lasting(date(2029, 8, 31), extension=None, apprentice=dict.fromkeys(ORDINARY))
    check_missing(DURATION, facts, values)
    # an extra year on top of four: it alone is not enough
    five = lasting(date(2030, 8, 31), extension=None, apprentice=dict.fromkeys(ORDINARY))
    assert DURATION.find(five).outcome is OPEN
    six = lasting(date(2030, 9, 1), extension=None)
    assert DURATION.find(six).outcome is NO


@pytest.mark.parametrize(
    ("ends_on", "expected"),
    [(date(2028, 8, 31), YES), (date(2029, 8, 31), OPEN), (date(2029, 9, 1), NO)],
)
def test_an_undated_year_after_a_failure_may_lie_past_three_years(
    ends_on: date, expected: Outcome
) -> None:
    # L6222-11: « pour une durée d'un an au plus », of which nobody tells the start
    undated = Extension(reason=ExtensionReason.FAILED_EXAM, starts_on=None)
    found = DURATION.find(lasting(ends_on, extension=undated))
    assert found.outcome is expected
    assert found.missing == (("extension.starts_on",) if expected is OPEN else ())


def failed(ends_on: date, extra: date, **facts: object) -> Outcome:
    return outcome(
        ends_on, extension=Extension(reason=ExtensionReason.FAILED_EXAM, starts_on=extra), **facts
    )


def test_the_extra_year_follows_three_years_or_four() -> None:
    assert failed(date(2029, 8, 31), date(2028, 9, 1)) is YES
    assert failed(date(2029, 8, 31), date(2028, 9, 2)) is NO
    disabled = {**ORDINARY, "rqth": True}
    assert failed(date(2030, 8, 31), date(2029, 9, 1), apprentice=disabled) is YES


def test_an_extension_of_more_than_a_year_counts_as_the_rest() -> None:
    """L6222-11: « pour une durée d'un an au plus »."""
    third, fourth = date(2028, 9, 1), date(2029, 8, 31)
    assert failed(eve_of(fourth), third) is YES
    assert failed(fourth, third) is YES
    assert failed(morrow_of(fourth), third) is NO
    # within three years all the same, it is for `extra_year` to refuse
    assert failed(date(2028, 8, 31), date(2027, 8, 1)) is YES


def repeating(ends_on: date, extra: date) -> Contract:
    return lasting(
        ends_on, extension=Extension(reason=ExtensionReason.FAILED_EXAM, starts_on=extra)
    )


@pytest.mark.parametrize(
    ("extra", "latest_on"),
    [
        # the last day of the year more
        (date(2028, 9, 1), date(2029, 8, 31)),
        (date(2028, 6, 1), date(2029, 5, 31)),
        # three years, where the year more is over before
        (date(2027, 6, 1), date(2028, 8, 31)),
    ],
)
def test_too_long_an_extension_had_to_end_with_its_year_or_three(
    extra: date, latest_on: date
) -> None:
    found = DURATION.find(repeating(date(2030, 8, 31), extra))
    assert (found.outcome, found["latest_on"]) == (NO, latest_on)
    assert article("L6222-11", START) in found.sources
    assert DURATION.find(repeating(latest_on, extra)).outcome is YES
    past = repeating(morrow_of(latest_on), extra)
    assert DURATION.find(past).outcome is NO


def test_the_rule_of_the_extra_year_tells_the_same_day() -> None:
    long = repeating(date(2030, 8, 31), date(2028, 9, 1))
    days = {rule.find(long)["latest_on"] for rule in (DURATION, EXTRA_YEAR)}
    assert days == {date(2029, 8, 31)}


def test_an_extension_that_begins_past_three_years_lifts_nothing() -> None:
    found = DURATION.find(repeating(date(2030, 8, 31), date(2028, 9, 2)))
    assert (found.outcome, found["latest_on"]) == (NO, date(2028, 8, 31))


@for_all(st.dates(date(2019, 1, 1), date(2060, 12, 31)), st.integers(6, 48))
def test_bounds_are_monotone_and_lawful(start: date, months: int) -> None:
    last = period_ends_on(start, months)
    assert last <= period_ends_on(morrow_of(start), months)
    assert last < period_ends_on(start, months + 1)
    assert last <= period_ends_on(start, months, TOOL)
    if months <= 36:
        assert outcome(last, start=start) is YES
    else:
        assert outcome(last, start=start) is NO


def test_agenda() -> None:
    found = entries(DURATION, lasting(date(2027, 8, 31)))
    assert [entry.on for entry in found] == [
        date(2026, 2, 28),
        date(2028, 8, 31),
        date(2027, 8, 31),
    ]
    extended = lasting(
        date(2027, 8, 31),
        extension=Extension(reason=ExtensionReason.FAILED_EXAM, starts_on=date(2027, 1, 1)),
    )
    # the rule of the extra year tells its end
    assert [entry.on for entry in entries(DURATION, extended)] == [
        date(2026, 2, 28),
        date(2027, 8, 31),
    ]


@pytest.mark.parametrize(
    ("fact", "source"), [("rqth", "R6222-46"), ("high_level_athlete", "R6222-60")]
)
def test_the_agenda_rests_four_years_on_their_own_text(fact: str, source: str) -> None:
    facts = lasting(date(2027, 8, 31), apprentice={fact: True})
    _, latest, _ = entries(DURATION, facts)
    assert latest.on == date(2029, 8, 31)
    assert latest.sources[0] == article(source, START)
    found = DURATION.find(lasting(latest.on, apprentice={fact: True}))
    (most,) = (p for p in found.parts if p.subject == "durée maximale")
    assert article(source, START) in most.sources


@pytest.mark.parametrize(
    ("facts", "earliest_end_on"),
    [
        ({"resumes_after_rupture": True}, []),
        ({"resumes_after_rupture": False}, [date(2026, 2, 28)]),
        ({"duration_ground": DurationGround.FAILED_EXAM}, []),
        ({"duration_ground": DurationGround.PRIOR_SKILLS}, [date(2026, 2, 28)]),
        ({"start": date(2018, 9, 3), "resumes_after_rupture": True}, [date(2019, 9, 2)]),
        ({"start": date(2018, 9, 3), "duration_ground": DurationGround.NONE}, [date(2019, 9, 2)]),
        ({"start": date(2018, 9, 3), "duration_ground": LISTED}, [date(2019, 3, 2)]),
    ],
)
def test_the_agenda_has_the_floor_of_this_contract(
    facts: dict[str, Any], earliest_end_on: list[date]
) -> None:
    found = entries(DURATION, lasting(date(2027, 8, 31), **facts))
    assert [e.on for e in found if "au plus tôt" in e.label] == earliest_end_on


def test_sentences_and_readings() -> None:
    check_speaks(
        DURATION,
        *(
            lasting(date(2029, 8, 31), **ground)  # type: ignore[arg-type]
            for ground in GROUNDS
        ),
        lasting(date(2029, 8, 31), apprentice=dict.fromkeys(ORDINARY)),
        lasting(date(2026, 1, 31)),
        lasting(date(2029, 8, 31)),
        lasting(date(2026, 1, 31), resumes_after_rupture=True),
        lasting(date(2026, 1, 31), duration_ground=DurationGround.FAILED_EXAM),
        lasting(date(2019, 6, 30), start=date(2018, 9, 3), duration_ground=LISTED),
        lasting(
            date(2020, 12, 13),
            start=date(2016, 12, 14),
            apprentice={**ORDINARY, "high_level_athlete": True},
        ),
    )


@pytest.mark.parametrize(
    ("ends_on", "counted", "length"),
    [
        (date(2027, 8, 30), (23, 30), "1 an, 11 mois et 30 jours"),
        (date(2027, 8, 31), (24, 0), "2 ans"),
        (date(2027, 9, 1), (24, 1), "2 ans et 1 jour"),
    ],
)
def test_a_lawful_length_is_said_as_it_is(
    ends_on: date, counted: tuple[int, int], length: str
) -> None:
    found = DURATION.find(lasting(ends_on))
    assert found["length"] == counted
    assert found.sentence == (
        f"La durée du contrat, ou de la période d'apprentissage, est de "
        f"{length}\xa0: elle est permise."
    )


def test_the_shortest_lawful_contract_lasts_six_months_and_no_day() -> None:
    # from the 31st, the sixth month ends with February: « 6 mois », as the floor counts
    found = DURATION.find(lasting(date(2026, 2, 28), start=date(2025, 8, 31)))
    assert found["earliest_on"] == date(2026, 2, 28)
    assert found["length"] == (6, 0)


def test_it_answers_for_every_month_since_2008() -> None:
    day = date(2008, 5, 1)
    while day.year < 2027:
        found = DURATION.find(given(day))
        assert found.outcome is YES
        assert not any(c.name == "NOT_COVERED" for c in found.caveats)
        day = same_day(day, 1)


@pytest.mark.parametrize("day", ["2025-09-01", datetime(2025, 9, 1)])
def test_a_day_is_a_date(day: date) -> None:
    with pytest.raises(WrongType):
        period_ends_on(day, 6)


def test_one_day_more_is_one_day_too_many() -> None:
    latest_on = DURATION.find(lasting(date(2027, 8, 31)))["latest_on"]
    assert isinstance(latest_on, date)
    assert outcome(latest_on) is YES
    assert outcome(latest_on + timedelta(days=1)) is NO
