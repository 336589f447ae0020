"""The strategies reach the edges of the texts and shrink to simple days."""

import ast
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any, TypeVar

import pytest
from attrs import fields
from hypothesis import find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import SearchStrategy

from apprentissage import testing
from apprentissage.errors import InvalidValue
from apprentissage.facts import (
    Apprentice,
    Contract,
    LastClass,
    MaitreApprentissage,
    PreviousCycle,
    Territory,
    Training,
)
from apprentissage.law.readings import DOCTRINE
from apprentissage.months import completed_years, eve_of, reaches_age_on, same_day
from apprentissage.pay.schedule import PaySchedule
from apprentissage.testing import (
    LAW_CHANGES,
    apprentices,
    births,
    contracts,
    days,
    dossiers,
    employers,
    maitres,
    previous_cycles,
    scheduled_contracts,
    schedules,
    trainings,
    working_times,
)

T = TypeVar("T")

EDGES: dict[str, Callable[[Contract], bool]] = {
    "born on the first": lambda c: c.apprentice.born_on.day == 1,
    "born on 29 February": lambda c: (
        (c.apprentice.born_on.month, c.apprentice.born_on.day) == (2, 29)
    ),
    "starts on the birthday": lambda c: any(
        reaches_age_on(c.apprentice.born_on, age) == c.starts_on for age in (18, 21, 26, 30)
    ),
    "a threshold in the days about an anniversary": lambda c: any(
        abs((reaches_age_on(c.apprentice.born_on, age) - day).days) <= 5
        for day in (same_day(c.starts_on, 12), same_day(c.starts_on, 24))
        for age in (18, 21, 26)
    ),
    "a birthday on the last day": lambda c: (
        (c.apprentice.born_on.month, c.apprentice.born_on.day) == (c.ends_on.month, c.ends_on.day)
    ),
    "a minor of fourteen": lambda c: completed_years(c.apprentice.born_on, c.starts_on) == 14,
    "older than forty": lambda c: completed_years(c.apprentice.born_on, c.starts_on) > 40,
    "signed after the start": lambda c: c.concluded_on > c.starts_on,
    "the CFA begins three months after the start": lambda c: (
        c.training.cfa_training_starts_on == same_day(c.starts_on, 3)
    ),
    "ends two months after the examination": lambda c: (
        c.training.last_exam_on is not None and same_day(c.training.last_exam_on, 2) == c.ends_on
    ),
    "executed a year before": lambda c: any(
        p.ended_on is not None and same_day(p.ended_on, 12) == c.concluded_on
        for p in c.previous or ()
    ),
    "two maîtres, one of 17": lambda c: (
        len(c.maitres or ()) == 2
        and any(
            m.born_on is not None and completed_years(m.born_on, c.starts_on) == 17
            for m in c.maitres or ()
        )
    ),
    "all known": lambda c: (
        None not in (c.mode, c.grid, c.previous, c.smc_monthly, c.training.level)
    ),
}


def drawn(strategy: SearchStrategy[T], examples: int) -> list[T]:
    """Many examples, the same at every run."""
    found: list[T] = []

    @settings(max_examples=examples, database=None, derandomize=True)
    @given(strategy)
    def draw(example: T) -> None:
        found.append(example)

    draw()
    return found


@pytest.mark.long
def test_edges_are_reached() -> None:
    # enough for any constants that Hypothesis reads in the tests loaded
    examples = drawn(contracts(), 2000)
    assert [name for name, edge in EDGES.items() if not any(map(edge, examples))] == []


def test_days_about_every_change_of_the_law_are_reached() -> None:
    first, last = min(LAW_CHANGES), max(LAW_CHANGES)
    wanted = {
        date.fromordinal(day.toordinal() + shift) for day in LAW_CHANGES for shift in (-1, 0, 1)
    }
    found = set(drawn(days(first, last), 2000))
    assert {day for day in wanted if first <= day <= last} <= found


def test_first_and_last_days_of_every_month_of_a_span_are_drawn_most() -> None:
    first, last = date(2025, 3, 10), date(2026, 3, 20)
    often = Counter(drawn(days(first, last), 3000))
    months = [same_day(date(2025, 4, 1), month) for month in range(12)]
    turns = {turn for month in months for turn in (month, eve_of(month))}
    assert min(often[turn] for turn in turns) > 2 * median(often.values())


@pytest.mark.parametrize("months", [0, 3])
def test_the_training_begins_at_the_employer_on_the_limits(months: int) -> None:
    # L6222-12: « ne peut être postérieure de plus de trois mois au début »
    start = date(2025, 9, 1)
    limit = same_day(start, months)

    def begins(contract: Contract) -> bool:
        return contract.employer_training_starts_on == limit

    many = settings(database=None, max_examples=2000)
    found = find(contracts(starts_on=start, unknowns=False), begins, settings=many)
    assert begins(found)


def test_they_shrink_to_few_facts_about_a_simple_day() -> None:
    simple = find(contracts(), lambda _: True, settings=settings(database=None))
    assert simple == Contract(
        concluded_on=date(2025, 9, 1),
        starts_on=date(2025, 9, 1),
        ends_on=date(2027, 8, 31),
        apprentice=Apprentice(born_on=date(2008, 3, 15)),
    )


def test_days_shrink_to_the_nearest_of_their_span() -> None:
    for first, last, simple in (
        (date(2020, 1, 1), date(2024, 6, 30), date(2024, 6, 30)),
        (date(2026, 1, 1), date(2027, 1, 1), date(2026, 1, 1)),
        (date(2025, 1, 1), date(2026, 1, 1), date(2025, 9, 1)),
    ):
        assert find(days(first, last), lambda _: True) == simple


@given(days(date(2019, 1, 15), date(2020, 4, 1)))
def test_days_stay_within_their_span(day: date) -> None:
    assert date(2019, 1, 15) <= day <= date(2020, 4, 1)


@settings(max_examples=20)
@given(st.data())
def test_what_the_caller_states_is_kept(data: st.DataObject) -> None:
    contract = data.draw(
        contracts(
            concluded_on=date(2026, 8, 31),
            starts_on=days(date(2026, 9, 1), date(2026, 9, 30)),
            ends_on=date(2028, 8, 31),
            born_on=date(2008, 2, 10),
            weekly_hours=None,
            previous=(),
            training=trainings(level=5),
            employer=employers(territory=Territory.METROPOLE),
        )
    )
    assert contract.concluded_on == date(2026, 8, 31)
    assert date(2026, 9, 1) <= contract.starts_on <= date(2026, 9, 30)
    assert contract.ends_on == date(2028, 8, 31)
    assert contract.apprentice.born_on == date(2008, 2, 10)
    assert contract.weekly_hours is None
    assert contract.previous == ()
    assert contract.training.level == 5
    assert contract.employer.territory is Territory.METROPOLE


@settings(max_examples=5)
@given(contracts(apprentice=apprentices(born_on=date(2001, 5, 4))))
def test_an_apprentice_who_is_stated_is_kept(contract: Contract) -> None:
    assert contract.apprentice.born_on == date(2001, 5, 4)


@pytest.mark.parametrize(
    ("strategy", "field"),
    [
        (apprentices(born_on=date(2007, 1, 1)), ("born_on", date(2007, 1, 1))),
        (maitres(experience_months=9), ("experience", None)),
        (maitres(experience=()), ("experience_months", None)),
        (previous_cycles(ended_on=date(2025, 6, 30)), ("ruptured_on", None)),
        (previous_cycles(ruptured_on=date(2025, 6, 1)), ("ended_on", None)),
        (previous_cycles(exam_failed=True), ("level", 0)),
        (apprentices(last_class=LastClass.COLLEGE_COMPLETED), ("lower_secondary_completed", None)),
        (maitres(field_diploma_level=3), ("field_diploma_level", 3)),
        (maitres(diploma_in_field=False), ("diploma_in_field", False)),
        (trainings(last_exam_on=date(2020, 1, 1)), ("last_exam_on", date(2020, 1, 1))),
        (trainings(first_exam_on=date(2030, 1, 1)), ("first_exam_on", date(2030, 1, 1))),
        (trainings(entry_year=5), ("entry_year", 5)),
        (trainings(cycle_years=1), ("cycle_years", 1)),
        (trainings(cycle_ends_on=date(2020, 1, 1)), ("cycle_ends_on", date(2020, 1, 1))),
        (trainings(cycle_starts_on=date(2030, 1, 1)), ("cycle_starts_on", date(2030, 1, 1))),
        (employers(headcount=7), ("headcount", 7)),
        (dossiers(filed_on=date(2025, 9, 5)), ("filed_on", date(2025, 9, 5))),
        (working_times(daily_hours=6), ("daily_hours", 6)),
    ],
)
@settings(max_examples=30)
@given(data=st.data())
def test_parts_keep_what_the_caller_states(
    data: st.DataObject, strategy: SearchStrategy[Any], field: tuple[str, object]
) -> None:
    name, value = field
    assert getattr(data.draw(strategy), name) == value


UNTOLD = {
    "holidays",  # an object of the program
    "avenant",  # an event: what the form writes, where it writes one
    "in_kind",  # the benefits kind by kind,
    "benefits_in_kind",  # or else their total
}


def _known(part: Any) -> bool:
    return all(
        getattr(part, a.name) is not None for a in fields(type(part)) if a.name not in UNTOLD
    )


@given(apprentices(unknowns=False), trainings(unknowns=False))
def test_all_facts_are_known_where_asked(apprentice: Apprentice, training: Training) -> None:
    assert _known(apprentice)
    assert _known(training)


@settings(max_examples=50)
@given(contracts(unknowns=False))
def test_all_facts_of_a_contract_are_known_where_asked(contract: Contract) -> None:
    assert _known(contract)
    assert _known(contract.employer)
    assert contract.benefits_in_kind is not None or contract.in_kind
    for maitre in contract.maitres or ():
        assert (maitre.experience is None) != (maitre.experience_months is None)
    for cycle in contract.previous or ():
        assert (cycle.ended_on is None) != (cycle.ruptured_on is None)


@given(births(date(2026, 2, 28), ages=(18,)))
def test_births_reach_the_age_about_the_day(born_on: date) -> None:
    reached = reaches_age_on(born_on, 18)
    assert abs((reached - date(2026, 2, 28)).days) <= 760


@given(
    scheduled_contracts(
        concluded_on=days(date(2017, 12, 1), date(2018, 2, 1)),
        employer=employers(territory=Territory.MAYOTTE),
    )
)
def test_no_scheduled_contract_of_mayotte_before_2018(contract: Contract) -> None:
    in_mayotte = contract.employer.territory is Territory.MAYOTTE
    assert in_mayotte is (contract.concluded_on >= date(2018, 1, 1))


@settings(max_examples=50)
@given(schedules(readings=DOCTRINE))
def test_schedules_run_over_their_contracts(schedule: PaySchedule) -> None:
    assert schedule.readings == DOCTRINE
    assert schedule[0].starts_on == schedule.contract.starts_on
    assert schedule[-1].ends_on == schedule.contract.ends_on


@pytest.mark.parametrize("obtained", [True, False])
def test_an_earlier_cycle_has_the_level_of_the_diploma_told(obtained: bool) -> None:
    @settings(max_examples=100)
    @given(previous_cycles(diploma_obtained=obtained))
    def check(cycle: PreviousCycle) -> None:
        assert cycle.diploma_obtained is obtained
        assert cycle.level is None or (cycle.level > 0) is obtained

    check()


@pytest.mark.parametrize("make", [maitres, contracts, previous_cycles])
def test_the_name_of_no_fact_is_refused(
    make: Callable[..., SearchStrategy[MaitreApprentissage | PreviousCycle]],
) -> None:
    with pytest.raises((InvalidValue, InvalidArgument), match="colour"):
        find(make(colour="blue"), lambda _: True)


def test_what_the_package_imports_is_what_it_offers() -> None:
    tree = ast.parse(Path(testing.__file__).read_text(encoding="utf-8"))
    imported = [
        alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    ]
    assert sorted(imported) == sorted(testing.__all__) == sorted(dir(testing))
