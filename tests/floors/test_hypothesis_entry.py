"""Hypothesis draws the facts from their types alone."""

from hypothesis import find, settings
from hypothesis import strategies as st

from apprentissage._hypothesis_entry import register
from apprentissage.facts import Apprentice
from apprentissage.law.readings import LETTER, Readings

ONCE = settings(database=None, max_examples=10)


def test_a_class_of_facts_is_drawn_from_its_type() -> None:
    register()
    drawn = find(st.from_type(Apprentice), lambda _: True, settings=ONCE)
    assert type(drawn) is Apprentice
    assert find(st.from_type(Readings), LETTER.__eq__, settings=ONCE) == LETTER
