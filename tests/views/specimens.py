"""Contracts for the tests of the views."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from apprentissage.facts import Apprentice, Cfa, Contract, Employer, Territory, Training
from tests.sample import in_2026

LAWFUL = Contract(
    concluded_on=date(2026, 8, 10),
    starts_on=date(2026, 8, 24),
    ends_on=date(2028, 8, 31),
    apprentice=Apprentice(born_on=date(2008, 11, 10), first_name="Noé", family_name="Petit"),
    employer=Employer(
        name="Boulangerie Martin", territory=Territory.METROPOLE, worked_holidays=frozenset()
    ),
    employer_training_starts_on=date(2026, 8, 24),
    training=Training(
        title="CAP Boulanger",
        cfa=Cfa(name="CFA des métiers de bouche"),
        cfa_training_starts_on=date(2026, 9, 7),
        cycle_starts_on=date(2026, 9, 7),
        cycle_ends_on=date(2028, 6, 30),
        last_exam_on=date(2028, 6, 22),
    ),
)
"""Someone who turns 18 in the first year of a CAP."""

LATE = in_2026(
    concluded_on=date(2026, 9, 25),
    ends_on=date(2029, 8, 31),
    apprentice=Apprentice(born_on=date(1993, 11, 10), rqth=False),
    employer_training_starts_on=date(2026, 12, 5),
    training=Training(cfa_training_starts_on=date(2026, 9, 14)),
)
"""Signed after its start, practical training too late, over 29."""


def days(first: date, last: date) -> st.SearchStrategy[date | None]:
    return st.none() | st.dates(first, last)


@st.composite
def contracts(draw: st.DrawFn) -> Contract:
    """Contracts of any length, their dates near or far, known or not."""
    starts_on = draw(st.dates(date(2008, 6, 1), date(2035, 12, 31)))
    length = draw(st.integers(0, 1500) | st.sampled_from((0, 29, 364, 729, 1094)))
    ends_on = starts_on + timedelta(length)
    near = days(starts_on - timedelta(200), ends_on + timedelta(200))
    concluded_on = draw(
        st.dates(max(date(2008, 5, 1), starts_on - timedelta(500)), starts_on + timedelta(90))
    )
    ages = st.integers(15 * 365, 36 * 365)
    training: dict[str, Any] = {
        "cfa_training_starts_on": draw(near),
        "last_exam_on": draw(near),
        "cycle_starts_on": draw(near),
    }
    return Contract(
        concluded_on=concluded_on,
        starts_on=starts_on,
        ends_on=ends_on,
        apprentice=Apprentice(born_on=starts_on - timedelta(draw(ages))),
        employer=Employer(territory=draw(st.sampled_from(Territory))),
        employer_training_starts_on=draw(near),
        training=Training(**training),
    )
