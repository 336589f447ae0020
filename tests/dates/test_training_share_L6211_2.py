"""L6211-2: not « inférieure à 25 % de la durée totale du contrat ».

Contracts concluded from 2019-01-01, « Sous réserve, le cas échéant, des
règles fixées par l'organisme certificateur »; on 1,607 hours a year, pro
rata, by doctrine. Not abroad (L6222-42), not after a rupture (R6222-23-1).
"""

from datetime import date, timedelta
from decimal import Decimal, getcontext, localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from apprentissage.dates.remote_hours import REMOTE_HOURS
from apprentissage.dates.training_share import TRAINING_SHARE, exact_hours, minimum_training_hours
from apprentissage.errors import InvalidValue, NotCovered
from apprentissage.facts import Contract, Mobility
from apprentissage.judging import Finding, Outcome
from apprentissage.law.readings import LETTER
from apprentissage.months import last_day_of
from tests.sample import NO, NONE, OPEN, YES, check_speaks, contract
from tests.support.missing import check_missing

PRINTED = LETTER.choose(two_year_share="PRINTED")
START = date(2025, 9, 1)


def least(months: int, *, days: int = 0, **given: Any) -> Decimal:
    found = minimum_training_hours(
        **{
            "starts_on": START,
            "ends_on": last_day_of(START, months) + timedelta(days=days),
            "concluded_on": START,
            **given,
        }
    )
    hours = found["minimum_hours"]
    assert isinstance(hours, Decimal)
    return hours


def trained(
    hours: Decimal | int | None,
    months: int = 12,
    *,
    training: dict[str, Any] | None = None,
    **facts: Any,
) -> Contract:
    return contract(
        **{
            "ends_on": last_day_of(START, months),
            "mobilities": (),
            "resumes_after_rupture": False,
            **facts,
        },
        training={
            "hours": hours,
            "hours_before_contract": 0,
            "certifier_minimum_hours": 0,
            **(training or {}),
        },
    )


def outcome(*facts: Any, **more: Any) -> Outcome:
    return TRAINING_SHARE.find(trained(*facts, **more)).outcome


@pytest.mark.parametrize(
    ("months", "hours"),
    [
        (6, "200.88"),
        (8, "267.83"),
        (9, "301.31"),
        (12, "401.75"),
        (18, "602.63"),
        (24, "803.50"),
        (36, "1205.25"),
    ],
)
def test_hours_of_whole_months(months: int, hours: str) -> None:
    for signed in (date(2019, 1, 1), date(2023, 12, 1), START):
        assert least(months) == Decimal(hours)
        assert least(months, concluded_on=signed) == Decimal(hours)


def test_two_years_as_printed() -> None:
    assert least(24, readings=PRINTED) == Decimal("811.23")
    for months, days in ((23, 0), (24, 1), (25, 0)):
        assert least(months, days=days, readings=PRINTED) == least(months, days=days)


def test_days_are_365ths_of_a_year() -> None:
    assert exact_hours(1, 1, START) == Fraction(1607, 4) * (Fraction(1, 12) + Fraction(1, 365))
    # 401.75 hours a year: 33.48 of the month, 1.10 of the day
    assert least(1, days=1) == Decimal("34.58")


@pytest.mark.parametrize(
    ("hours", "expected", "missing"),
    [
        (401, NO, "0.75"),
        (Decimal("401.74"), NO, "0.01"),
        (Decimal("401.75"), YES, "0"),
        (402, YES, "0"),
        (400, NO, "1.75"),
        (Decimal("389.75"), NO, "12.00"),
    ],
)
def test_one_year(hours: Decimal | int, expected: Outcome, missing: str) -> None:
    found = TRAINING_SHARE.find(trained(hours))
    assert found.outcome is expected
    assert found["minimum_hours"] == Decimal("401.75")
    assert found["missing_hours"] == Decimal(missing)
    assert found["counted_hours"] == hours


def test_the_hours_printed_are_enough() -> None:
    # 267.8333… hours are printed 267.83, 200.875 are printed 200.88
    assert outcome(Decimal("267.83"), 8) is YES
    assert outcome(Decimal("267.82"), 8) is NO
    assert outcome(Decimal("200.875"), 6) is YES
    assert outcome(Decimal("200.87"), 6) is NO


@pytest.mark.parametrize(
    ("hours", "expected", "contested"),
    [(803, NO, False), (804, YES, True), (811, YES, True), (Decimal("811.23"), YES, False)],
)
def test_two_years_are_contested(hours: int, expected: Outcome, contested: bool) -> None:
    found = TRAINING_SHARE.find(trained(hours, 24))
    assert found.outcome is expected
    assert bool(found.contested) is contested


def test_hours_before_count() -> None:
    found = TRAINING_SHARE.find(
        trained(300, training={"hours_before_contract": Decimal("101.75")})
    )
    assert found.outcome is YES
    assert found["counted_hours"] == Decimal("401.75")


def test_time_abroad_does_not_count() -> None:
    half = Mobility(starts_on=START, ends_on=date(2026, 2, 28))
    found = TRAINING_SHARE.find(trained(201, mobilities=(half,)))
    assert found.outcome is YES
    assert found["minimum_hours"] == Decimal("200.88")
    assert outcome(200, mobilities=(half,)) is NO
    long = Mobility(starts_on=START, ends_on=date(2028, 8, 31))
    assert outcome(0, mobilities=(long,)) is YES


@pytest.mark.parametrize(
    ("asked", "hours", "expected"),
    [(0, 401, NO), (300, 299, NO), (300, 300, YES), (800, 401, NO), (800, 402, YES)],
)
def test_the_certifier_may_ask_less(asked: int, hours: int, expected: Outcome) -> None:
    found = TRAINING_SHARE.find(trained(hours, training={"certifier_minimum_hours": asked}))
    assert found.outcome is expected
    warned = "CERTIFIER_ASKS_MORE" in {c.name for c in found.caveats}
    assert warned is (expected is YES and asked > hours)


@pytest.mark.parametrize(
    ("concluded_on", "expected"), [(date(2020, 3, 31), NO), (date(2020, 4, 1), YES)]
)
def test_waived_after_a_rupture(concluded_on: date, expected: Outcome) -> None:
    found = TRAINING_SHARE.find(
        trained(100, resumes_after_rupture=True, concluded_on=concluded_on)
    )
    assert found.outcome is expected
    assert (found["minimum_hours"] is None) is (expected is YES)
    enough = trained(402, resumes_after_rupture=True, concluded_on=concluded_on)
    found = TRAINING_SHARE.find(enough)
    assert found.outcome is YES
    # no minimum is told where none is due
    assert (found["minimum_hours"] is None) is (expected is YES)


def test_what_is_missing() -> None:
    unknown = dict.fromkeys(("hours_before_contract", "certifier_minimum_hours"))
    values = {
        "training.hours": (400, 402),
        "training.hours_before_contract": (0, 2),
        "training.certifier_minimum_hours": (0, 399),
        "mobilities": ((), (Mobility(starts_on=START, ends_on=date(2026, 2, 28)),)),
        "resumes_after_rupture": (True, False),
    }
    for hours in (None, 400):
        facts = trained(hours, training=unknown, mobilities=None, resumes_after_rupture=None)
        listed = dict(values)
        if hours is not None:
            del listed["training.hours"]
        check_missing(TRAINING_SHARE, facts, listed)
    assert outcome(402, training=unknown, mobilities=None) is YES


def test_before_2019_it_is_not_covered() -> None:
    found = TRAINING_SHARE.find(trained(402, concluded_on=date(2018, 12, 31)))
    assert found.outcome is OPEN
    assert [c.name for c in found.caveats] == ["NOT_COVERED"]
    since = TRAINING_SHARE.find(trained(402, concluded_on=date(2019, 1, 1)))
    assert since.outcome is YES
    assert since.caveats == ()


def test_reserves() -> None:
    def names(**apprentice: bool) -> set[str]:
        found = TRAINING_SHARE.find(trained(400, apprentice=apprentice))
        return {caveat.name for caveat in found.caveats}

    assert names() == set()
    assert "ADAPTED_COURSES" in names(rqth=True)
    assert "ADAPTED_COURSES" in names(high_level_athlete=True)


@pytest.mark.parametrize(
    ("concluded_on", "names"),
    [(date(2024, 7, 31), ["NOT_A_FUNDING_CONDITION"]), (date(2024, 8, 1), [])],
)
def test_a_ground_of_refusal_since_august_2024(concluded_on: date, names: list[str]) -> None:
    short = TRAINING_SHARE.find(trained(300, concluded_on=concluded_on))
    assert short.outcome is NO
    assert [caveat.name for caveat in short.caveats] == names


@for_all(st.integers(0, 60), st.integers(0, 31), st.integers(0, 60))
def test_unrounded_hours_add_up_and_grow(months: int, days: int, more: int) -> None:
    def exact(months: int, days: int = 0) -> Fraction:
        return exact_hours(months, days, START)

    assert exact(months + more, days) == exact(months, days) + exact(more)
    assert exact(months, days) < exact(months, days + 1)


def test_the_decimal_context_of_the_host_does_not_matter() -> None:
    facts = trained(Decimal("300.25"), training={"hours_before_contract": 101})
    expected = TRAINING_SHARE.find(facts)
    with localcontext():
        getcontext().prec = 2
        assert TRAINING_SHARE.find(facts) == expected


def test_sentences() -> None:
    check_speaks(
        TRAINING_SHARE,
        trained(402),
        trained(804, 24),
        trained(400),
        trained(400, resumes_after_rupture=True),
        trained(400, resumes_after_rupture=None),
        trained(None),
    )
    unsure = TRAINING_SHARE.find(trained(400, resumes_after_rupture=None))
    assert unsure.outcome is OPEN
    assert unsure.sentence == (
        "La formation compte 400\xa0h, pour un minimum de 401,75\xa0h. Pour "
        "savoir si cela suffit, il manque\xa0: poursuite d'un cycle commencé "
        "dans un contrat rompu."
    )
    short = TRAINING_SHARE.find(trained(Decimal("389.75")))
    assert short.sentence == (
        "La formation compte 389,75\xa0h, pour un minimum de "
        "401,75\xa0h\xa0: il manque 12,00\xa0h."
    )


def asked(ends_on: date = date(2026, 8, 31), **facts: Any) -> Finding:
    return minimum_training_hours(starts_on=START, ends_on=ends_on, concluded_on=START, **facts)


KNOWN: dict[str, Any] = {
    "hours_before_contract": 0,
    "certifier_minimum_hours": 0,
    "mobilities": (),
    "resumes_after_rupture": False,
}


@pytest.mark.parametrize(
    ("ends_on", "hours"),
    [
        # 1 607 h / 4 = 401.75 a year; 1.10 a day
        (date(2026, 8, 30), "401.29"),  # eleven months and thirty days
        (date(2026, 8, 31), "401.75"),
        (date(2026, 9, 1), "402.85"),
    ],
)
def test_eve_day_and_morrow_of_a_year(ends_on: date, hours: str) -> None:
    found = asked(ends_on)
    assert found["minimum_hours"] == Decimal(hours)
    assert found.missing == (
        "certifier_minimum_hours",
        "hours",
        "hours_before_contract",
        "mobilities",
        "resumes_after_rupture",
    )
    enough = Decimal(hours)
    assert asked(ends_on, hours=enough, **KNOWN).outcome is YES
    less = enough - Decimal("0.01")
    assert asked(ends_on, hours=less, **KNOWN).outcome is NO


def test_hours_too_few_may_still_be_waived_and_the_minimum_is_told() -> None:
    found = asked(hours=300, **{**KNOWN, "resumes_after_rupture": None})
    assert found.missing == ("resumes_after_rupture",)
    assert found["minimum_hours"] == Decimal("401.75")
    waived = asked(hours=300, **{**KNOWN, "resumes_after_rupture": True})
    assert waived.outcome is YES
    assert waived["minimum_hours"] is None


@pytest.mark.parametrize("person", ["rqth", "high_level_athlete"])
def test_whose_courses_may_be_adapted_is_told(person: str) -> None:
    found = asked(hours=300, **{**KNOWN, person: True})
    assert "ADAPTED_COURSES" in {caveat.name for caveat in found.caveats}
    plain = asked(hours=300, **KNOWN)
    assert "ADAPTED_COURSES" not in {caveat.name for caveat in plain.caveats}


@pytest.mark.parametrize(
    ("path", "facts"),
    [
        ("ends_on", {"ends_on": date(2025, 8, 31)}),
        ("hours", {"hours": -1}),
        (
            "mobilities",
            {
                "mobilities": (
                    Mobility(starts_on=START, ends_on=START),
                    Mobility(starts_on=START, ends_on=date(2025, 9, 2)),
                )
            },
        ),
    ],
)
def test_what_cannot_be_is_refused(path: str, facts: dict[str, Any]) -> None:
    with pytest.raises(InvalidValue) as caught:
        asked(**facts)
    assert caught.value.path == path


def test_no_share_before_2019() -> None:
    with pytest.raises(NotCovered):
        least(12, concluded_on=date(2018, 12, 31))


def test_a_stay_outside_the_contract_lowers_nothing() -> None:
    after = Mobility(starts_on=date(2028, 9, 1), ends_on=date(2029, 2, 28))
    assert outcome(401, mobilities=(after,)) is NO
    found = TRAINING_SHARE.find(trained(402, mobilities=(after,)))
    assert found["minimum_hours"] == Decimal("401.75")
    # ten months abroad, eight of them after the end of the contract
    over = Mobility(starts_on=date(2026, 7, 1), ends_on=date(2027, 4, 30))
    found = TRAINING_SHARE.find(trained(402, mobilities=(over,)))
    assert found["minimum_hours"] == least(10)


@pytest.mark.parametrize(
    ("remote", "hours", "expected"),
    [
        (2000, 1350, NO),
        (Decimal("1350.25"), 1350, NO),
        (1350, 1350, YES),
        (0, 1350, NONE),
        (None, 1350, OPEN),
        (10, None, OPEN),
    ],
)
def test_remote_hours_are_a_part_of_the_total(
    remote: Decimal | int | None, hours: int | None, expected: Outcome
) -> None:
    facts = trained(hours, training={"remote_hours": remote})
    found = REMOTE_HOURS.find(facts)
    assert found.outcome is expected
    unknown = "training.remote_hours" if remote is None else "training.hours"
    assert found.missing == ((unknown,) if expected is OPEN else ())


def test_sentences_of_remote_hours() -> None:
    check_speaks(
        REMOTE_HOURS,
        trained(1350, training={"remote_hours": 0}),
        *(trained(hours, training={"remote_hours": 400}) for hours in (399, 400, None)),
    )
