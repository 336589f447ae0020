"""Each training starts at most three months after the contract (L6222-12).

« La date de début de la formation pratique chez l'employeur ne peut être
postérieure de plus de trois mois au début d'exécution du contrat », and the
same of training at the CFA. Concluded before 2019: the start of the contract
is at most three months before or after the beginning of the cycle.
"""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from apprentissage.dates.start_gaps import START_GAPS, training_starts
from apprentissage.errors import WrongType
from apprentissage.facts import Contract
from apprentissage.judging import Finding, Outcome, signed_and_started_on
from apprentissage.law.readings import LETTER, Readings
from apprentissage.months import eve_of, morrow_of
from tests.sample import NO, OPEN, YES, check_speaks, contract, entries, undated

REFUSED = LETTER.choose(cfa_before_signature="REFUSED")
START = date(2025, 9, 1)


def asked(starts_on: date, concluded_on: date = START, **days: Any) -> Finding:
    return training_starts(starts_on=starts_on, concluded_on=concluded_on, **days)


def since_2019(practical: date | None, cfa: date | None, **facts: object) -> Contract:
    return contract(
        employer_training_starts_on=practical, training={"cfa_training_starts_on": cfa}, **facts
    )


def of_2018(starts_on: date, cycle: date | None) -> Contract:
    return contract(
        concluded_on=date(2018, 5, 1),
        starts_on=starts_on,
        ends_on=date(2020, 8, 31),
        training={"cycle_starts_on": cycle},
    )


@pytest.mark.parametrize(
    ("starts_on", "latest_on"),
    [
        (date(2025, 9, 1), date(2025, 12, 1)),
        (date(2025, 11, 29), date(2026, 2, 28)),
        (date(2025, 11, 30), date(2026, 2, 28)),
        (date(2023, 11, 30), date(2024, 2, 29)),
        (date(2026, 1, 31), date(2026, 4, 30)),
        (date(2025, 12, 31), date(2026, 3, 31)),
        (date(2024, 2, 29), date(2024, 5, 29)),
    ],
)
def test_the_last_day(starts_on: date, latest_on: date) -> None:
    for signed in (date(2019, 1, 1), starts_on):
        assert asked(starts_on, signed)["latest_on"] == latest_on


@pytest.mark.parametrize(
    ("day", "outcome"),
    [(date(2025, 11, 30), YES), (date(2025, 12, 1), YES), (date(2025, 12, 2), NO)],
)
def test_eve_day_and_morrow_of_the_limit(day: date, outcome: Outcome) -> None:
    for found in (
        START_GAPS.find(since_2019(START, day)),
        START_GAPS.find(since_2019(day, START)),
    ):
        assert found.outcome is outcome
        assert found["latest_on"] == date(2025, 12, 1)
        assert found.contested == ()


@pytest.mark.parametrize(
    ("practical", "outcome"),
    [(date(2025, 8, 31), NO), (date(2025, 9, 1), YES), (date(2025, 9, 2), YES)],
)
def test_practical_training_does_not_precede_execution(practical: date, outcome: Outcome) -> None:
    assert START_GAPS.find(since_2019(practical, START)).outcome is outcome


@pytest.mark.parametrize(
    ("cfa", "outcome"),
    [
        (date(2025, 3, 1), NO),
        (date(2025, 8, 24), NO),
        (date(2025, 8, 25), YES),
        (date(2025, 8, 26), YES),
    ],
)
def test_cfa_before_the_signature_is_contested(cfa: date, outcome: Outcome) -> None:
    facts = since_2019(START, cfa)
    found = START_GAPS.find(facts)
    assert found.outcome is YES
    assert START_GAPS.find(facts, REFUSED).outcome is outcome
    points = [(c.point, c.outcome) for c in found.contested]
    assert points == ([("cfa_before_signature", NO)] if outcome is NO else [])


def test_what_is_missing() -> None:
    found = START_GAPS.find(since_2019(None, None))
    assert found.outcome is OPEN
    assert found.missing == ("employer_training_starts_on", "training.cfa_training_starts_on")
    assert found["latest_on"] == date(2025, 12, 1)
    assert START_GAPS.find(since_2019(START, None)).missing == ("training.cfa_training_starts_on",)
    assert START_GAPS.find(since_2019(None, date(2025, 12, 2))).outcome is NO


@pytest.mark.parametrize(
    ("cfa", "holds_from"),
    [
        (date(2025, 12, 2), date(2025, 9, 2)),
        # no day of February has three months to 31 May
        (date(2026, 5, 31), date(2026, 3, 1)),
        (date(2026, 4, 30), date(2026, 1, 30)),
    ],
)
def test_first_day_on_which_it_would_hold(cfa: date, holds_from: date) -> None:
    late = START_GAPS.find(since_2019(cfa, cfa))
    assert late.outcome is NO
    assert late.holds_from == holds_from
    for day, outcome in ((holds_from, YES), (eve_of(holds_from), NO)):
        moved = since_2019(cfa, cfa, concluded_on=day, starts_on=day)
        assert START_GAPS.find(moved).outcome is outcome


def test_an_earlier_start_may_mend_what_no_later_one_does() -> None:
    # three months to 5 January are over when the practical training begins
    late = since_2019(START, date(2026, 1, 5))
    assert START_GAPS.find(late).holds_from is None
    # signed on 2025-08-25 for a start in September, the firm from 26 August
    early = since_2019(date(2025, 8, 26), START)
    assert START_GAPS.find(early).holds_from == date(2025, 8, 26)


AROUND = st.integers(-200, 200).map(lambda n: START + timedelta(days=n))
OF_2018 = st.integers(-200, 200).map(lambda n: date(2018, 9, 3) + timedelta(days=n))


@for_all(AROUND, AROUND, AROUND, st.sampled_from([LETTER, REFUSED]))
@settings(max_examples=60)
def test_holds_from_is_the_first_day_of_all(
    starts_on: date, practical: date, cfa: date, readings: Readings
) -> None:
    facts = since_2019(practical, cfa, starts_on=starts_on)
    check_first_day(facts, readings)


@for_all(OF_2018, OF_2018, OF_2018, OF_2018)
@settings(max_examples=60)
def test_holds_from_across_the_law_of_2019(
    starts_on: date, cycle: date, practical: date, cfa: date
) -> None:
    facts = contract(
        concluded_on=date(2018, 5, 1),
        starts_on=starts_on,
        ends_on=date(2020, 8, 31),
        employer_training_starts_on=practical,
        training={"cycle_starts_on": cycle, "cfa_training_starts_on": cfa},
    )
    check_first_day(facts, LETTER)


def check_first_day(facts: Contract, readings: Readings) -> None:
    """The day found is that of a search of every day."""
    found = START_GAPS.find(facts, readings)
    if found.outcome is not NO:
        return
    every = (facts.concluded_on + timedelta(days=n) for n in range(1, 700))
    first = next(
        (
            day
            for day in every
            if START_GAPS.judge(signed_and_started_on(facts, day), readings).outcome is YES
        ),
        None,
    )
    assert found.holds_from == first


@pytest.mark.parametrize(
    ("starts_on", "outcome"),
    [
        (date(2018, 6, 2), NO),
        (date(2018, 6, 3), YES),
        (date(2018, 6, 4), YES),
        (date(2018, 12, 2), YES),
        (date(2018, 12, 3), YES),
        (date(2018, 12, 4), NO),
    ],
)
def test_before_2019_the_cycle_is_the_measure(starts_on: date, outcome: Outcome) -> None:
    found = START_GAPS.find(of_2018(starts_on, date(2018, 9, 3)))
    assert found.outcome is outcome
    assert found["earliest_on"] == date(2018, 6, 3)
    assert found["latest_on"] == date(2018, 12, 3)
    assert {c.name for c in found.caveats} >= {"DEROGATION_BEFORE_2019"}


def test_before_2019_a_start_too_early_may_wait() -> None:
    found = START_GAPS.find(of_2018(date(2018, 5, 28), date(2018, 9, 3)))
    assert found.holds_from == date(2018, 6, 3)
    assert START_GAPS.find(of_2018(date(2018, 9, 3), None)).missing == (
        "training.cycle_starts_on",
    )


@pytest.mark.parametrize(
    ("concluded_on", "missing"),
    [
        (date(2018, 12, 31), ("training.cycle_starts_on",)),
        (date(2019, 1, 1), ("employer_training_starts_on", "training.cfa_training_starts_on")),
    ],
)
def test_the_version_is_that_of_the_conclusion(
    concluded_on: date, missing: tuple[str, ...]
) -> None:
    found = START_GAPS.find(contract(concluded_on=concluded_on))
    assert found.missing == missing


def test_a_day_that_does_not_exist_is_said() -> None:
    facts = since_2019(date(2025, 11, 30), date(2026, 2, 28), starts_on=date(2025, 11, 30))
    assert [c.name for c in START_GAPS.find(facts).caveats] == ["MONTH_ENDS"]
    assert START_GAPS.find(since_2019(START, START)).caveats == ()


@for_all(st.dates(date(2019, 1, 1), date(2090, 1, 1)))
def test_the_limit_is_monotone_and_lawful(starts_on: date) -> None:
    latest_on = asked(starts_on)["latest_on"]
    assert isinstance(latest_on, date)
    assert starts_on + timedelta(days=89) <= latest_on
    later = asked(morrow_of(starts_on))["latest_on"]
    assert isinstance(later, date)
    assert latest_on <= later
    for outcome, day in ((YES, latest_on), (YES, eve_of(latest_on)), (NO, morrow_of(latest_on))):
        found = asked(starts_on, employer_training_starts_on=starts_on, cfa_training_starts_on=day)
        assert found.outcome is outcome


@pytest.mark.parametrize(
    ("starts_on", "outcome"),
    [
        (date(2018, 6, 2), NO),
        (date(2018, 6, 3), YES),
        (date(2018, 12, 3), YES),
        (date(2018, 12, 4), NO),
    ],
)
def test_before_2019_the_question_goes_by_the_cycle(starts_on: date, outcome: Outcome) -> None:
    signed = date(2018, 5, 1)
    found = asked(starts_on, signed, cycle_starts_on=date(2018, 9, 3))
    assert found.outcome is outcome
    assert found["earliest_on"] == date(2018, 6, 3)
    assert found["latest_on"] == date(2018, 12, 3)
    assert asked(starts_on, signed).missing == ("cycle_starts_on",)


def test_what_is_unknown_is_named_as_the_argument_it_is() -> None:
    assert asked(START).missing == ("cfa_training_starts_on", "employer_training_starts_on")
    assert asked(START).sentence == (
        "Informations manquantes\xa0: date de début de formation en CFA et "
        "date de début de formation pratique chez l'employeur."
    )


def test_agenda() -> None:
    (entry,) = entries(START_GAPS, contract())
    assert entry.on == date(2025, 12, 1)
    old = of_2018(date(2018, 9, 3), date(2018, 9, 3))
    assert [entry.on for entry in entries(START_GAPS, old)] == [
        date(2018, 6, 3),
        date(2018, 12, 3),
    ]
    (waiting,) = undated(START_GAPS, of_2018(date(2018, 9, 3), None))
    assert waiting.waits_for == ("training.cycle_starts_on",)


CONTRACTS = [
    since_2019(START, START),
    since_2019(date(2025, 8, 31), date(2025, 12, 2)),
    since_2019(None, date(2025, 8, 1)),
    of_2018(date(2018, 9, 3), date(2018, 9, 3)),
    of_2018(date(2018, 9, 3), date(2018, 3, 3)),
    of_2018(date(2018, 9, 3), None),
]


def test_sentences_and_readings() -> None:
    check_speaks(START_GAPS, *CONTRACTS)
    before = START_GAPS.find(CONTRACTS[2], REFUSED).parts[1]
    assert before.sentence.startswith(
        "La formation en CFA débute le 1er\xa0août 2025, avant la signature"
    )
    assert START_GAPS.find(CONTRACTS[0]).sentence == (
        "Les deux formations débutent dans les trois mois qui suivent le "
        "début du contrat, jusqu'au 1er\xa0décembre 2025."
    )


@pytest.mark.parametrize("day", ["2025-09-01", datetime(2025, 9, 1)])
def test_a_day_is_a_date(day: date) -> None:
    with pytest.raises(WrongType):
        asked(day)
    with pytest.raises(WrongType):
        asked(START, day)
