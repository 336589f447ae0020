"""Each rule on dates answers for each month of conclusion since May 2008.

Where it does not, the first day it covers stands in `COVERED_FROM`.
"""

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from apprentissage.catalogue import RULES
from apprentissage.facts import (
    Avenant,
    Contract,
    Employer,
    Mobility,
    Rupture,
    RuptureCause,
    Territory,
)
from apprentissage.judging import Rule
from apprentissage.months import last_day_of, morrow_of, same_day
from tests.sample import contract, entries

FIRST = date(2008, 5, 1)
COVERED_FROM = {
    "conclusion": FIRST,
    "duration": FIRST,
    "duration_and_cycle": FIRST,
    "agency_missions": FIRST,
    "contract_end": FIRST,
    "start_gaps": FIRST,
    "rupture": FIRST,
    "diploma_notice": FIRST,
    "training_after_rupture": FIRST,
    "exam_leave": FIRST,
    "minors_hours": FIRST,
    "minors_breaks": FIRST,
    "minors_night": FIRST,
    "minors_rest": FIRST,
    "minors_sundays": FIRST,
    "dangerous_work": date(2015, 5, 2),  # before, an authorisation
    "training_share": date(2019, 1, 1),  # before, hours not verified
    "mobility": date(2018, 4, 1),
    "medical_visit": date(2011, 12, 24),
    "employer_aid": date(2019, 1, 1),
    "filing": date(2020, 1, 1),  # before, the chambers registered
    "avenant_dates": FIRST,
    "avenant_filing": date(2020, 1, 1),
    "participation": FIRST,
    "opco_payments": FIRST,
    "funding_decision": date(2020, 1, 1),
}
EACH = [rule for rule in RULES if rule.name in COVERED_FROM]


def of(day: date) -> Contract:
    """A contract of a minor, with every event."""
    return contract(
        concluded_on=day,
        starts_on=day,
        ends_on=last_day_of(day, 24),
        apprentice={"born_on": same_day(day, -12 * 17)},
        training={
            "cycle_starts_on": day,
            "cycle_ends_on": last_day_of(day, 24),
            "last_exam_on": last_day_of(day, 23),
            "cfa_training_starts_on": day,
            "hours": 804,
            "level": 3,
        },
        employer_training_starts_on=day,
        mobilities=(Mobility(starts_on=day, ends_on=day),),
        weekly_hours=Decimal(35),
        dangerous_work=True,
        file={
            "avenants": (Avenant(effective_on=day),),
            "complete_on": day,
            "wanted_end_on": last_day_of(day, 23),
            "practical_days": frozenset({day}),
            "rupture": Rupture(ruptured_on=day, cause=RuptureCause.FORCE_MAJEURE),
        },
    )


def not_covered(rule: Rule, day: date) -> bool:
    return "NOT_COVERED" in {c.name for c in rule.find(of(day)).caveats}


def test_every_rule_on_dates_is_here() -> None:
    assert {rule.name for rule in EACH} == set(COVERED_FROM)


@pytest.mark.parametrize("rule", EACH, ids=lambda rule: rule.name)
def test_each_month(rule: Rule) -> None:
    months = [same_day(FIRST, n) for n in range(12 * 18)]
    gaps = {day for day in months if not_covered(rule, day)}
    assert gaps == {day for day in months if day < COVERED_FROM[rule.name]}


FROM_THE_START = {"conclusion", "duration", "start_gaps", "filing"}


@settings(max_examples=30)
@for_all(st.dates(date(2020, 1, 1), date(2026, 6, 30)))
def test_the_days_of_a_later_contract_are_not_earlier(day: date) -> None:
    for rule in EACH:
        if rule.name in FROM_THE_START:
            one, other = (
                [entry.on for entry in entries(rule, each)]
                for each in (settled(day), settled(morrow_of(day)))
            )
            assert one
            assert len(one) == len(other)
            assert all(a <= b for a, b in zip(one, other, strict=True))


def settled(day: date) -> Contract:
    """The same contract where no holiday is in doubt."""
    place = Employer(territory=Territory.METROPOLE, worked_holidays=frozenset())
    return evolve(of(day), employer=place)
