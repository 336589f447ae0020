"""The strategies draw the limits of the texts, on both their sides."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import find
from hypothesis import strategies as st

from apprentissage.facts import NO_GRID, Grid, InKind, Training
from apprentissage.facts.identifiers import InvalidIdentifier, parse_deposit_number
from apprentissage.testing._values import values_of
from apprentissage.testing.days import AGES


@pytest.mark.parametrize(
    ("fact", "kind", "limits"),
    [
        # D6272-2: « de 10 points ou 20 points »
        ("public_points", int, {0, 10, 20}),
        # L6243-1: « moins de deux cent cinquante salariés »
        ("headcount", int, {249, 250}),
        # L3162-1: « huit heures par jour et trente-cinq heures par semaine »
        ("daily_hours", int, {8, 9}),
        ("weekly_hours", Decimal, {Decimal(35), Decimal("35.5")}),
        # L3162-3: « au moins trente minutes consécutives »
        ("break_minutes", int, {29, 30}),
        # L3164-2: « trente-six heures consécutives »
        ("weekly_rest_hours", int, {35, 36}),
        # notice of the form: levels 3 to 8
        ("level", int, {3, 4, 5, 6, 7, 8}),
        ("target_level", int, {3, 4, 5, 6, 7, 8}),
    ],
)
def test_both_sides_of_a_limit_are_drawn(fact: str, kind: type, limits: set[Any]) -> None:
    assert limits <= set(values_of(fact, (kind,)))


def test_a_number_drawn_is_one_that_the_opco_gives() -> None:
    for name in ("deposit_number", "previous_number"):
        *whole, wrong = values_of(name, (str,))
        assert {parse_deposit_number(number).year for number in whole} == {2022, 2025}
        with pytest.raises(InvalidIdentifier, match="ends no month"):
            parse_deposit_number(wrong)


def test_the_ages_of_the_texts_are_drawn() -> None:
    # L6222-1: sixteen, fifteen, « vingt-neuf ans révolus »; D6222-1:
    # « trente-cinq ans au plus »; D6222-26: from 18, 21 and 26 on
    assert {15, 16, 18, 21, 26, 29, 30, 34, 35, 36} <= set(AGES)


@pytest.mark.parametrize(
    ("of", "told", "simplest"),
    [
        (Training, "title", "BTS Tourisme"),
        (InKind, "meals", 20),
        (Training, "hours", 804),
    ],
)
def test_the_simplest_value_is_the_most_ordinary(of: type, told: str, simplest: object) -> None:
    found = find(st.from_type(of), lambda drawn: getattr(drawn, told) is not None)
    assert getattr(found, told) == simplest


def test_a_training_without_hours_is_drawn() -> None:
    assert 0 in values_of("hours", (Decimal, int))


def test_the_simplest_grid_has_no_first_day() -> None:
    assert find(st.from_type(Grid), lambda grid: grid != NO_GRID).from_on is None
