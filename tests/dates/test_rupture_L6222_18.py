"""L6222-18: the first 45 days in the firm, then a ground of the Code.

Either party may break « jusqu'à l'échéance des quarante-cinq premiers jours,
consécutifs ou non, de formation pratique en entreprise »; before 2015-08-19
the first two months. D6222-21-1: an apprentice who resigns waits five
calendar days after the mediator, then seven after the employer. L6222-18-1:
the exclusion by the CFA.
"""

import re
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given as for_all
from hypothesis import strategies as st

from apprentissage.dates.resignation import (
    employer_informed_from,
    resigned_late_enough,
    ruptured_from,
)
from apprentissage.dates.rupture import RUPTURE, broken_on, free_until, in_free_period
from apprentissage.errors import InvalidValue, NotCovered, WrongType
from apprentissage.facts import Contract, Employer, EmployerType, Rupture, RuptureCause, Training
from apprentissage.facts.authorities import SourceKind
from apprentissage.judging import Outcome
from apprentissage.law.readings import LETTER
from apprentissage.law.sources import article
from apprentissage.months import eve_of, morrow_of
from apprentissage.reviewing import agenda
from tests.sample import NO, NONE, OPEN, YES, check_speaks, contract, entries, given, undated

FULL_DAYS = LETTER.choose(resignation_delays="FULL_DAYS")
START = date(2025, 9, 1)
SIGNED = date(2025, 8, 25)
RESIGNS = RuptureCause.RESIGNATION
# every other day in the firm: the 45th is 28 November
IN_FIRM = frozenset(START + timedelta(days=2 * n) for n in range(60))
DAY_45 = START + timedelta(days=88)
LAST_TOLD = max(IN_FIRM)


def broken(
    on: date | None,
    *,
    days: frozenset[date] | None = IN_FIRM,
    until: date | None = LAST_TOLD,
    cause: RuptureCause | None = None,
    court: bool | None = None,
    excluded: date | None = None,
    referred: date | None = None,
    informed: date | None = None,
    **facts: Any,
) -> Contract:
    return contract(
        **facts,
        file={
            "practical_days": days,
            "practical_days_until": until,
            "excluded_on": excluded,
            "rupture": Rupture(
                ruptured_on=on,
                cause=cause,
                court_decision=court,
                mediator_referred_on=referred,
                employer_informed_on=informed,
            ),
        },
    )


def outcome(*facts: Any, **more: Any) -> Outcome:
    return RUPTURE.find(broken(*facts, **more)).outcome


def test_the_rank_of_a_day() -> None:
    # at the CFA, or before the first day in the firm, nothing has run yet
    assert [in_free_period(n, SIGNED) for n in (0, 1, 44, 45, 46)] == [
        True,
        True,
        True,
        True,
        False,
    ]
    assert in_free_period(45, date(2015, 8, 19))
    with pytest.raises(NotCovered) as caught:
        in_free_period(45, date(2015, 8, 18))
    assert caught.value.covered_from == date(2015, 8, 19)
    with pytest.raises(InvalidValue):
        in_free_period(-1, SIGNED)
    for wrong in (True, 45.0):
        with pytest.raises(WrongType):
            in_free_period(wrong, SIGNED)  # type: ignore[arg-type]


def test_days_at_the_cfa_are_not_counted() -> None:
    assert free_until(IN_FIRM, starts_on=START, concluded_on=START) == DAY_45
    few = sorted(IN_FIRM)[:44]
    assert free_until(few, starts_on=START, concluded_on=START) is None
    # nor are days before the contract
    early = {*few, eve_of(START)}
    assert free_until(early, starts_on=START, concluded_on=START) is None


@pytest.mark.parametrize(
    ("on", "expected"), [(eve_of(DAY_45), YES), (DAY_45, YES), (morrow_of(DAY_45), OPEN)]
)
def test_free_until_the_45th_day(on: date, expected: Outcome) -> None:
    found = RUPTURE.find(broken(on))
    assert found.outcome is expected
    assert found["free_until_on"] == DAY_45
    if expected is OPEN:
        assert found.missing == ("file.rupture.cause",)


def test_while_the_45th_day_has_not_come_it_is_free() -> None:
    few = frozenset(sorted(IN_FIRM)[:44])
    on = date(2026, 6, 1)
    assert outcome(on, days=few, until=on) is YES
    assert outcome(on, days=few, until=eve_of(on)) is YES
    assert outcome(on, days=frozenset(), until=eve_of(on)) is YES


TWENTY_MONTHS = date(2027, 5, 1)


@pytest.mark.parametrize("days", [frozenset(), frozenset({START}), frozenset({TWENTY_MONTHS})])
def test_days_not_told_are_unknown(days: frozenset[date]) -> None:
    facts = broken(TWENTY_MONTHS, days=days, until=None, cause=RESIGNS)
    found = RUPTURE.find(facts)
    assert found.outcome is OPEN
    assert "file.practical_days_until" in found.missing


@pytest.mark.parametrize(
    ("gap", "expected"),
    # 30 days told up to 30 September, then days that nobody tells
    [(14, YES), (15, YES), (16, OPEN)],
)
def test_untold_days_may_not_reach_the_45th(gap: int, expected: Outcome) -> None:
    days = frozenset(START + timedelta(days=n) for n in range(30))
    told_until = max(days)
    on = told_until + timedelta(days=gap)
    facts = broken(on, days=days, until=told_until, employer_training_starts_on=START)
    found = RUPTURE.find(facts)
    assert found.outcome is expected
    if expected is OPEN:
        assert found.missing == ("file.practical_days_until", "file.rupture.cause")


@pytest.mark.parametrize(
    ("on", "expected"), [(START + timedelta(days=44), YES), (START + timedelta(days=45), OPEN)]
)
def test_unknown_days_may_not_matter(on: date, expected: Outcome) -> None:
    # 45 days in the firm take 45 days at least
    found = RUPTURE.find(broken(on, days=None, until=None))
    assert found.outcome is expected
    if expected is OPEN:
        assert found.missing == (
            "employer_training_starts_on",
            "file.practical_days",
            "file.practical_days_until",
            "file.rupture.cause",
        )


def test_a_late_start_in_the_post_counts() -> None:
    late = date(2025, 11, 3)
    for on, expected in ((late + timedelta(days=44), YES), (late + timedelta(days=45), OPEN)):
        facts = broken(on, days=None, until=None, employer_training_starts_on=late)
        assert RUPTURE.find(facts).outcome is expected


@pytest.mark.parametrize(
    ("concluded_on", "limit"),
    [
        (date(2015, 8, 18), date(2015, 10, 31)),
        (date(2015, 8, 19), None),
        (date(2015, 8, 20), None),
    ],
)
def test_two_months_before_the_law_of_2015(concluded_on: date, limit: date | None) -> None:
    starts_on = date(2015, 9, 1)
    assert free_until((), starts_on=starts_on, concluded_on=concluded_on) == limit
    facts = given(concluded_on, starts_on=starts_on)
    found = RUPTURE.find(facts)
    assert found["free_until_on"] == limit
    assert found.caveats == ()


def test_two_months_ask_no_calendar() -> None:
    old: dict[str, Any] = {
        "concluded_on": date(2014, 9, 1),
        "starts_on": date(2014, 9, 1),
        "apprentice": {"born_on": date(1996, 1, 1)},
        "days": None,
        "until": None,
    }
    assert outcome(date(2014, 10, 31), **old) is YES
    late = RUPTURE.find(broken(date(2014, 11, 1), **old))
    assert late.missing == ("file.rupture.cause",)


C = RuptureCause


@pytest.mark.parametrize(
    ("cause", "expected"),
    [
        (C.MUTUAL_AGREEMENT, YES),
        (C.FORCE_MAJEURE, YES),
        (C.GROSS_MISCONDUCT, YES),
        (C.PERMANENT_UNFITNESS, YES),
        (C.EMPLOYER_DEATH, YES),
        (C.LIQUIDATION, YES),
        (C.CFA_EXCLUSION, YES),
        (C.SUSPENSION_PROCEDURE, YES),
        # gravity unknown
        (C.DISMISSAL_FOR_MISCONDUCT, OPEN),
        # grounds of the age exemption (D6222-1), not of a rupture
        (C.TEMPORARY_UNFITNESS, NO),
        (C.EMPLOYER_CLOSURE, NO),
        (C.EMPLOYER_BREACH, NO),
    ],
)
@pytest.mark.parametrize("court", [None, False, True])
def test_the_grounds_since_2019(
    cause: RuptureCause, expected: Outcome, court: bool | None
) -> None:
    found = RUPTURE.find(broken(date(2026, 3, 1), cause=cause, court=court))
    assert found.outcome is expected
    names = {caveat.name for caveat in found.caveats}
    assert ("CAUSE_NOT_JUDGED" in names) is (expected is YES)
    if expected is OPEN:
        assert found.missing == ("file.rupture.cause",)


BY_THE_COURT = {
    C.GROSS_MISCONDUCT,
    C.DISMISSAL_FOR_MISCONDUCT,
    C.EMPLOYER_BREACH,
    C.PERMANENT_UNFITNESS,
}
WITHOUT_IT = {C.MUTUAL_AGREEMENT, C.LIQUIDATION, C.SUSPENSION_PROCEDURE}


@pytest.mark.parametrize("cause", RuptureCause)
@pytest.mark.parametrize("court", [None, False, True])
def test_before_2019_an_agreement_or_the_court(cause: RuptureCause, court: bool | None) -> None:
    expected = NO
    if cause in WITHOUT_IT or (cause in BY_THE_COURT and court):
        expected = YES
    elif cause in BY_THE_COURT and court is None:
        expected = OPEN
    found = RUPTURE.find(
        broken(
            date(2019, 6, 3),
            cause=cause,
            court=court,
            concluded_on=date(2018, 12, 31),
            starts_on=date(2019, 1, 2),
            days=frozenset(date(2019, 1, 2) + timedelta(n) for n in range(46)),
        )
    )
    assert found.outcome is expected
    if expected is OPEN:
        assert found.missing == ("file.rupture.court_decision",)


@pytest.mark.parametrize(
    ("concluded_on", "on", "expected"),
    [
        (date(2013, 9, 2), date(2014, 6, 30), NO),
        (date(2013, 9, 2), date(2014, 7, 1), YES),
        (date(2013, 9, 2), None, OPEN),
        (date(2014, 7, 1), None, OPEN),
        (date(2014, 7, 1), date(2014, 12, 1), YES),
        (date(2008, 9, 1), None, OPEN),
        (date(2008, 9, 1), date(2008, 12, 1), NO),
    ],
)
def test_the_liquidator_breaks_since_july_2014(
    concluded_on: date, on: date | None, expected: Outcome
) -> None:
    facts = given(
        concluded_on,
        file=broken(on, cause=C.LIQUIDATION, referred=concluded_on + timedelta(days=200)).file,
    )
    found = RUPTURE.find(facts)
    assert found.outcome is expected
    (cause,) = (part for part in found.parts if part.subject == "cause de la rupture")
    assert {source.reference for source in cause.sources} >= {"art. L. 6222-18 du code du travail"}


@pytest.mark.parametrize("cause", [C.GROSS_MISCONDUCT, C.EMPLOYER_BREACH])
@pytest.mark.parametrize(
    ("on", "judged"), [(date(2027, 8, 30), True), (date(2027, 8, 31), False), (None, None)]
)
def test_a_cause_is_judged_of_a_rupture_before_the_end(
    cause: RuptureCause, on: date | None, judged: bool | None
) -> None:
    # « rompu avant son terme » (D6224-6)
    found = RUPTURE.find(broken(on, cause=cause, informed=date(2026, 3, 2)))
    if judged is None:
        assert found.outcome is OPEN
        assert found.missing == ("file.rupture.ruptured_on",)
    elif judged:
        lawful = cause is C.GROSS_MISCONDUCT
        assert found.outcome is (YES if lawful else NO)
    else:
        assert found.outcome is NONE


def test_the_article_of_an_exclusion() -> None:
    facts = broken(date(2027, 6, 1), cause=C.CFA_EXCLUSION, excluded=date(2027, 5, 10))
    found = RUPTURE.find(facts)
    assert found.outcome is YES
    assert article("L6222-18-1", SIGNED) in found.sources
    # dismissed before the exclusion that is its ground
    early = broken(date(2027, 5, 9), cause=C.CFA_EXCLUSION, excluded=date(2027, 5, 10))
    assert RUPTURE.find(early).outcome is NO
    same = broken(date(2027, 5, 10), cause=C.CFA_EXCLUSION, excluded=date(2027, 5, 10))
    assert RUPTURE.find(same).outcome is YES


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2025, 8, 24), NO),
        (date(2025, 8, 25), YES),
        (date(2025, 8, 31), YES),
        (date(2027, 8, 30), YES),
        # executed to its last day: an end, no rupture
        (date(2027, 8, 31), NONE),
        (date(2027, 9, 1), NONE),
    ],
)
def test_a_rupture_before_the_conclusion_or_after_the_end(on: date, expected: Outcome) -> None:
    facts = broken(on, cause=C.MUTUAL_AGREEMENT)
    assert RUPTURE.find(facts).outcome is expected
    assert broken_on(facts) == (on if expected is YES else None)
    told = {entry.on for entry in entries(RUPTURE, facts)}
    assert (on in told) is (expected is YES)


def test_what_is_to_be_done_is_told() -> None:
    adult = broken(date(2026, 3, 1), cause=C.MUTUAL_AGREEMENT)
    (written,) = (p for p in RUPTURE.find(adult).parts if p.reminds)
    assert written.sources == (
        article("R6222-21", date(2026, 3, 1)),
        article("D6224-6", date(2026, 3, 1)),
        article("D6275-5", date(2026, 3, 1)),
    )
    for code, name in (("12", "D6224-6"), ("21", "D6275-5")):
        known = evolve(adult, employer=Employer(type=EmployerType(code)))
        (written,) = (p for p in RUPTURE.find(known).parts if p.reminds)
        assert [source.reference for source in written.sources] == [
            article(each, date(2026, 3, 1)).reference for each in ("R6222-21", name)
        ]


@pytest.mark.parametrize(
    ("on", "names"),
    [(date(2019, 12, 31), ["R6222-21"]), (date(2020, 1, 1), ["R6222-21", "D6224-6", "D6275-5"])],
)
def test_the_notification_goes_by_the_day_of_the_rupture(on: date, names: list[str]) -> None:
    facts = given(date(2019, 9, 2), file=broken(on, days=None).file)
    (written,) = (p for p in RUPTURE.find(facts).parts if p.reminds)
    assert [source.reference for source in written.sources] == [
        article(name, on).reference for name in names
    ]


RECORDED = (
    "La rupture est constatée par écrit et notifiée au directeur du CFA et à l'organisme qui a "
    "enregistré le contrat"
)
DOCUMENTED = (
    "La rupture fait l'objet d'un document écrit, notifié au directeur du CFA et à l'organisme "
    "chargé du dépôt"
)
TO_CFA = ", à notifier au CFA et à l'organisme qui a enregistré le contrat"
TO_FUNDER = ", à notifier sans délai à l'OPCO, ou aux services de l'État"
NOTIFIED = "l'employeur la notifie sans délai à l'OPCO, ou aux services de l'État s'il est public."


@pytest.mark.parametrize(
    ("on", "cause", "told", "whom"),
    [
        # R6222-21 until March 2020: « pendant les deux premiers mois de son
        # exécution ou […] d'un commun accord »
        (date(2019, 11, 1), C.GROSS_MISCONDUCT, f"{RECORDED}.", TO_CFA),
        (date(2019, 11, 2), C.GROSS_MISCONDUCT, None, ""),
        (date(2019, 11, 2), C.MUTUAL_AGREEMENT, f"{RECORDED}.", TO_CFA),
        (date(2019, 11, 2), None, f"{RECORDED}.", TO_CFA),
        # D6224-6: « l'employeur notifie sans délai la rupture »
        (date(2019, 12, 31), C.GROSS_MISCONDUCT, None, ""),
        (
            date(2020, 1, 1),
            C.GROSS_MISCONDUCT,
            "L'employeur notifie sans délai la rupture à l'OPCO, ou aux services de l'État "
            "s'il est public.",
            TO_FUNDER,
        ),
        (
            date(2020, 3, 31),
            C.MUTUAL_AGREEMENT,
            f"{RECORDED} ; {NOTIFIED}",
            TO_CFA + TO_FUNDER,
        ),
        # « La rupture anticipée […] fait l'objet d'un document écrit »
        (
            date(2020, 4, 1),
            C.GROSS_MISCONDUCT,
            f"{DOCUMENTED} ; {NOTIFIED}",
            ", à notifier sans délai au CFA et à l'organisme chargé du dépôt",
        ),
    ],
)
@pytest.mark.parametrize("employer", [EmployerType.OTHER_PRIVATE, EmployerType.COMMUNE, None])
def test_what_is_written_of_a_rupture_goes_by_its_day_and_cause(
    employer: EmployerType | None,
    on: date,
    cause: RuptureCause | None,
    told: str | None,
    whom: str,
) -> None:
    facts = given(
        date(2019, 9, 2),
        starts_on=date(2019, 9, 2),
        employer=Employer(type=employer),
        file=broken(on, cause=cause, days=None).file,
    )
    written = [p for p in RUPTURE.find(facts).parts if p.subject == "document écrit"]
    assert [part.template for part in written] == ([] if told is None else [told])
    entry = next(each for each in entries(RUPTURE, facts) if each.on == on)
    # the agenda names those whom the review names
    assert entry.template == f"Rupture{whom}"
    asked = [source.reference for part in written for source in part.sources]
    assert entry.sources
    if told is not None:
        assert [source.reference for source in entry.sources] == asked
    named = {
        None: ["D6224-6", "D6275-5"],
        EmployerType.OTHER_PRIVATE: ["D6224-6"],
        EmployerType.COMMUNE: ["D6275-5"],
    }[employer]
    expected = ["R6222-21"] if told and told[:3] == "La " else []
    expected += named if on >= date(2020, 1, 1) else []
    assert asked == [article(name, on).reference for name in expected]


@pytest.mark.parametrize(
    ("born_on", "emancipated", "concluded_on", "told"),
    [
        (date(2008, 3, 2), None, SIGNED, True),
        (date(2008, 3, 2), False, SIGNED, True),
        (date(2008, 3, 2), True, SIGNED, False),
        (date(2008, 3, 1), None, SIGNED, False),
        (date(2008, 3, 2), None, date(2018, 12, 31), False),
    ],
)
def test_a_minor_resigns_with_his_representative(
    born_on: date, emancipated: bool | None, concluded_on: date, told: bool
) -> None:
    facts = broken(
        date(2026, 3, 1),
        cause=RESIGNS,
        concluded_on=concluded_on,
        apprentice={"born_on": born_on, "emancipated": emancipated},
    )
    subjects = {part.subject for part in RUPTURE.find(facts).parts}
    assert ("représentant légal" in subjects) is told
    agreed = broken(date(2026, 3, 1), cause=C.MUTUAL_AGREEMENT, apprentice={"born_on": born_on})
    subjects = {part.subject for part in RUPTURE.find(agreed).parts}
    assert "représentant légal" not in subjects


def test_a_resignation_too_early_tells_the_first_lawful_day() -> None:
    facts = resigned(date(2026, 4, 29), date(2026, 5, 5), referred=date(2026, 4, 24))
    found = RUPTURE.find(facts)
    assert found.outcome is NO
    assert found["earliest_on"] == date(2026, 5, 6)
    assert "6\xa0mai 2026" in found.sentence
    parts = [part.subject for each in found.parts for part in (each, *each.parts)]
    assert {"information de l'employeur", "rupture"} <= {*parts}


def test_what_ends_with_a_rupture_leaves_the_agenda() -> None:
    on = date(2026, 3, 1)
    whole = contract(
        training=Training(first_exam_on=date(2027, 5, 8), last_exam_on=date(2027, 6, 15))
    )
    facts = evolve(whole, file=broken(on, cause=C.MUTUAL_AGREEMENT).file)
    after = {entry.rule for entry in agenda(facts) if entry.on > on}
    assert {"contract_end", "duration", "exam_leave", "minimum_pay"} <= {
        entry.rule for entry in agenda(whole) if entry.on > on
    }
    assert not after & {"contract_end", "duration", "exam_leave", "minimum_pay", "start_gaps"}
    assert "training_after_rupture" in after
    assert {waiting.rule for waiting in agenda(facts).undated} <= {
        "rupture",
        "training_after_rupture",
        "filing",
        "funding_decision",
        "employer_aid",
        "opco_payments",
        "cerfa_retention",
    }
    # a rupture after the end takes nothing away
    ended = evolve(whole, file=broken(date(2027, 9, 1), cause=C.MUTUAL_AGREEMENT).file)
    assert {e.rule for e in agenda(ended)} >= {"contract_end", "exam_leave"}


def test_undeclared_events() -> None:
    assert RUPTURE.find(contract()).outcome is NONE
    unsaid = RUPTURE.find(broken(None, until=None))
    assert unsaid.missing == (
        "employer_training_starts_on",
        "file.practical_days_until",
        "file.rupture.cause",
        "file.rupture.ruptured_on",
    )
    # where the days are told up to the forty-fifth, or follow one another, none
    # that nobody told may end the free period before it
    in_a_row = frozenset(START + timedelta(days=n) for n in range(45))
    for told in (broken(None), broken(None, days=in_a_row, until=None)):
        asked = RUPTURE.find(told).missing
        assert asked == ("file.rupture.cause", "file.rupture.ruptured_on")
    # informed within the free period: the rupture may still be free
    early = RUPTURE.find(broken(None, informed=START, cause=None))
    assert "file.rupture.ruptured_on" in early.missing


def resigned(
    informed: date | None, on: date | None, referred: date | None = date(2026, 1, 5), **facts: Any
) -> Contract:
    return broken(on, cause=RESIGNS, referred=referred, informed=informed, **facts)


@pytest.mark.parametrize(
    ("informed", "expected", "full_days"),
    [(date(2026, 1, 9), NO, NO), (date(2026, 1, 10), YES, NO), (date(2026, 1, 11), YES, YES)],
)
def test_five_days_after_the_mediator(
    informed: date, expected: Outcome, full_days: Outcome
) -> None:
    facts = resigned(informed, None)
    found = RUPTURE.find(facts)
    assert found.outcome is expected
    assert RUPTURE.find(facts, FULL_DAYS).outcome is full_days
    assert bool(found.contested) is (expected is not full_days)


def test_both_delays_of_a_resignation_are_told() -> None:
    # D6222-21-1: five days « à compter de la saisine du médiateur », seven
    # « après la date à laquelle l'employeur a été informé »
    found = RUPTURE.find(resigned(date(2026, 1, 10), date(2026, 1, 17)))
    assert found.outcome is YES
    told = found.sentence.replace("\N{NO-BREAK SPACE}", " ")
    assert told.startswith("Les deux délais de la démission sont respectés : employeur informé")
    assert "10 janvier 2026" in told
    assert "17 janvier 2026" in told
    # the rupture yet to come: the employer alone is spoken of
    announced = RUPTURE.find(resigned(date(2026, 1, 10), None))
    assert announced.template.startswith("L'employeur est informé")


@pytest.mark.parametrize(
    ("referred", "expected"),
    [(SIGNED - timedelta(days=1), NO), (SIGNED, YES), (SIGNED + timedelta(days=1), YES)],
)
def test_the_mediator_comes_after_the_conclusion(referred: date, expected: Outcome) -> None:
    found = RUPTURE.find(
        broken(date(2026, 3, 1), cause=RESIGNS, referred=referred, informed=date(2026, 2, 1))
    )
    assert found.outcome is expected
    told = [part.template for part in found.parts[0].parts[:1]] or [found.template]
    assert (expected is NO) is ("Vérifiez" in "".join(told))


def test_delays_run_past_the_last_year_of_facts() -> None:
    # the first day to break is computed from one that is computed
    last = date(2199, 12, 31)
    facts = broken(
        last - timedelta(days=1),
        cause=RESIGNS,
        referred=last - timedelta(days=2),
        concluded_on=date(2199, 1, 1),
        starts_on=date(2199, 1, 1),
        ends_on=last,
        days=frozenset(date(2199, 1, 1) + timedelta(n) for n in range(60)),
    )
    assert RUPTURE.find(facts).outcome is NO
    assert ruptured_from(date(2200, 1, 3), last) == date(2200, 1, 10)


@pytest.mark.parametrize(
    ("on", "expected", "full_days"),
    [(date(2026, 1, 20), NO, NO), (date(2026, 1, 21), YES, NO), (date(2026, 1, 22), YES, YES)],
)
def test_seven_days_after_the_employer(on: date, expected: Outcome, full_days: Outcome) -> None:
    facts = resigned(date(2026, 1, 14), on)
    assert RUPTURE.find(facts).outcome is expected
    assert RUPTURE.find(facts, FULL_DAYS).outcome is full_days


def test_what_a_resignation_misses() -> None:
    no_mediator = RUPTURE.find(resigned(date(2026, 1, 14), date(2026, 1, 22), referred=None))
    assert no_mediator.missing == ("file.rupture.mediator_referred_on",)
    uninformed = RUPTURE.find(resigned(None, date(2026, 1, 22)))
    assert uninformed.missing == ("file.rupture.employer_informed_on",)
    # one failed delay suffices
    early = resigned(date(2026, 1, 14), date(2026, 1, 15), referred=None)
    assert RUPTURE.find(early).outcome is NO
    assert RUPTURE.find(resigned(None, None)).outcome is NONE


@pytest.mark.parametrize(
    ("on", "expected", "full_days"),
    [
        (date(2026, 1, 4), NO, NO),
        (date(2026, 1, 16), NO, NO),
        (date(2026, 1, 17), OPEN, NO),
        (date(2026, 1, 18), OPEN, NO),
        (date(2026, 1, 19), OPEN, OPEN),
    ],
)
def test_both_delays_take_twelve_days_whenever_he_is_informed(
    on: date, expected: Outcome, full_days: Outcome
) -> None:
    found = RUPTURE.find(resigned(None, on))
    assert found.outcome is expected
    assert RUPTURE.find(resigned(None, on), FULL_DAYS).outcome is full_days
    for late in range(5, 15):
        informed = date(2026, 1, 5) + timedelta(days=late)
        known = RUPTURE.find(resigned(informed, on))
        assert expected is OPEN or known.outcome is expected


def test_a_resignation_in_the_free_period_waits_for_nothing() -> None:
    facts = resigned(START, morrow_of(START), referred=None)
    assert RUPTURE.find(facts).outcome is YES


def test_no_resignation_before_2019() -> None:
    facts = resigned(date(2026, 1, 10), date(2026, 3, 1), concluded_on=date(2018, 12, 31))
    assert RUPTURE.find(facts).outcome is NO
    # the rupture itself is to be notified all the same, no delay is told
    assert [entry.on for entry in entries(RUPTURE, facts)] == [DAY_45, date(2026, 3, 1)]
    for ask in (employer_informed_from, ruptured_from):
        with pytest.raises(NotCovered):
            ask(date(2026, 1, 5), date(2018, 12, 31))


@for_all(st.dates(date(2019, 1, 1), date(2090, 1, 1)))
def test_delays_are_monotone_and_their_days_lawful(day: date) -> None:
    assert employer_informed_from(day, SIGNED) == day + timedelta(days=5)
    assert ruptured_from(day, SIGNED) == day + timedelta(days=7)
    assert employer_informed_from(day, SIGNED, FULL_DAYS) == day + timedelta(days=6)
    assert ruptured_from(day, SIGNED, FULL_DAYS) == day + timedelta(days=8)


def test_agenda() -> None:
    full = resigned(date(2026, 1, 10), date(2026, 1, 17))
    assert [(entry.on, entry.kind) for entry in entries(RUPTURE, full)] == [
        (DAY_45, SourceKind.LAW),
        (date(2026, 1, 17), SourceKind.DECREE),
        (date(2026, 1, 10), SourceKind.DECREE),
        (date(2026, 1, 17), SourceKind.DECREE),
    ]
    alone = resigned(None, None, referred=None)
    (limit,) = entries(RUPTURE, alone)
    assert limit.on == DAY_45
    assert not limit.label.endswith("au plus tard")
    # the days told may not be all of them
    unsure = broken(None, until=None)
    (limit,) = entries(RUPTURE, unsure)
    assert limit.on == DAY_45
    assert limit.label.endswith("au plus tard")
    # free to the last day: on it, and no more on its eve
    free = "Dernier jour de rupture libre"
    for on, still in ((DAY_45, [DAY_45]), (DAY_45 - timedelta(days=1), [])):
        over = entries(RUPTURE, broken(on, cause=RuptureCause.MUTUAL_AGREEMENT))
        assert [entry.on for entry in over if entry.label.startswith(free)] == still
    # after the rupture nothing is free any more
    gone = broken(START, days=None, cause=RuptureCause.MUTUAL_AGREEMENT)
    assert [entry.on for entry in entries(RUPTURE, gone)] == [START]
    assert undated(RUPTURE, gone) == []
    (waiting,) = undated(RUPTURE, contract())
    assert waiting.waits_for == ("file.practical_days",)
    assert [source.reference for source in waiting.sources] == [
        article("L6222-18 al. 1", SIGNED).reference
    ]


@pytest.mark.parametrize(
    ("informed", "said"),
    [
        # seized on 5 January: informed from the 10th, broken from the 17th
        (
            None,
            "L'information de l'employeur n'est pas encore déclarée : elle "
            "peut être donnée à partir du 10 janvier 2026",
        ),
        (None, "elle peut intervenir au plus tôt le 17 janvier 2026"),
        (date(2026, 1, 14), "elle peut intervenir au plus tôt le 21 janvier 2026"),
    ],
)
def test_a_resignation_to_come_says_its_first_lawful_day(informed: date | None, said: str) -> None:
    found = RUPTURE.find(resigned(informed, None, referred=date(2026, 1, 5)), LETTER)
    told = " ".join(each.sentence for part in found.parts for each in (part, *part.parts))
    assert said in re.sub(r"[\u00a0\u202f]", " ", told)


@pytest.mark.apart
def test_sentences_and_readings() -> None:
    check_speaks(
        RUPTURE,
        contract(),
        broken(date(2026, 3, 1), cause=RESIGNS, referred=SIGNED - timedelta(days=1)),
        broken(START),
        broken(date(2026, 3, 1)),
        broken(date(2026, 3, 1), cause=RuptureCause.FORCE_MAJEURE),
        broken(date(2026, 3, 1), cause=RuptureCause.EMPLOYER_BREACH),
        broken(date(2026, 3, 1), cause=RuptureCause.DISMISSAL_FOR_MISCONDUCT),
        broken(date(2026, 3, 1), cause=RuptureCause.CFA_EXCLUSION),
        broken(date(2026, 3, 1), cause=RuptureCause.CFA_EXCLUSION, excluded=date(2026, 3, 2)),
        broken(date(2025, 8, 1)),
        broken(date(2027, 9, 1)),
        *(
            broken(
                on,
                cause=cause,
                concluded_on=date(2019, 9, 2),
                starts_on=date(2019, 9, 2),
            )
            for on, cause in (
                (date(2019, 9, 30), None),
                (date(2020, 3, 31), RuptureCause.MUTUAL_AGREEMENT),
                (date(2020, 3, 31), RuptureCause.GROSS_MISCONDUCT),
            )
        ),
        *(
            broken(
                date(2019, 6, 3),
                cause=RuptureCause.GROSS_MISCONDUCT,
                court=court,
                concluded_on=date(2018, 12, 31),
                starts_on=date(2019, 1, 2),
                days=frozenset(date(2019, 1, 2) + timedelta(n) for n in range(46)),
            )
            for court in (True, False)
        ),
        resigned(None, date(2026, 1, 9), apprentice={"born_on": date(2009, 1, 1)}),
        resigned(date(2026, 1, 9), date(2026, 1, 12)),
        resigned(date(2026, 1, 11), date(2026, 1, 22)),
        resigned(date(2026, 1, 11), None),
        resigned(None, None),
        resigned(None, None, referred=None),
        resigned(None, date(2026, 1, 9)),
        resigned(date(2026, 1, 14), date(2026, 1, 22), referred=None),
    )


@pytest.mark.parametrize("day", ["2025-09-01", datetime(2025, 9, 1)])
def test_a_day_is_a_date(day: date) -> None:
    for ask in (employer_informed_from, ruptured_from):
        with pytest.raises(WrongType):
            ask(day, SIGNED)
    with pytest.raises(WrongType):
        free_until((), starts_on=day, concluded_on=START)
    with pytest.raises(WrongType):
        free_until((day,), starts_on=START, concluded_on=START)


def test_an_employer_informed_too_soon_is_informed_later() -> None:
    """« cinq jours calendaires à compter de la saisine du médiateur »."""
    soon = Rupture(mediator_referred_on=date(2026, 1, 5), employer_informed_on=date(2026, 1, 9))
    of = contract(concluded_on=date(2025, 9, 1), file={"rupture": soon})
    assert resigned_late_enough(of, soon, LETTER) == {"employer_informed_on": date(2026, 1, 10)}
    in_time = evolve(soon, employer_informed_on=date(2026, 1, 10))
    assert resigned_late_enough(of, in_time, LETTER) == {}


@pytest.mark.parametrize(
    ("signed_on", "outcome"), [(date(2018, 12, 31), OPEN), (date(2019, 1, 1), YES)]
)
def test_before_2019_the_day_of_a_resignation_is_asked(signed_on: date, outcome: Outcome) -> None:
    """No step was to come: it was no ground, and past the end is no rupture."""
    resigned = broken(
        None,
        cause=RESIGNS,
        referred=date(2019, 6, 3),
        informed=date(2019, 6, 11),
        days=frozenset(date(2019, 1, 2) + timedelta(days=n) for n in range(100)),
        until=date(2019, 6, 1),
        concluded_on=signed_on,
        starts_on=date(2019, 1, 2),
        ends_on=date(2020, 8, 31),
    )
    found = RUPTURE.find(resigned)
    assert found.outcome is outcome
    assert ("file.rupture.ruptured_on" in found.missing) is (outcome is OPEN)
