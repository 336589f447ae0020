"""No count, amount or duration of a fact is below zero, nor past what it may be."""

from decimal import Decimal
from typing import Any, get_type_hints

import pytest
from attrs import evolve, fields, fields_dict, has

from apprentissage import facts
from apprentissage.errors import InvalidValue
from apprentissage.testing._drawing import Facts
from apprentissage.testing._values import kinds_of
from tests.sample import contract


def simplest(kind: type[Any]) -> Any:
    """An example whose facts are all the simplest."""
    if kind is facts.Contract:
        return contract()
    fact = Facts(lambda _: bytes(32), unknowns=False)  # type: ignore[arg-type]
    return fact.part(kind)


COUNTS = [
    (kind, each.name, number)
    for kind in (getattr(facts, name) for name in facts.__all__)
    if isinstance(kind, type) and has(kind)
    for each in fields(kind)
    for number in (int, Decimal)
    if number in kinds_of(get_type_hints(kind)[each.name])[0]
]


@pytest.mark.parametrize(
    ("kind", "name", "number"),
    COUNTS,
    ids=lambda each: each.__name__ if isinstance(each, type) else each,
)
def test_a_count_is_not_below_zero(kind: type[Any], name: str, number: type[Any]) -> None:
    one = simplest(kind)
    with pytest.raises(InvalidValue) as caught:
        evolve(one, **{name: number(-1)})
    assert name in str(caught.value.path)


LEVELS, PREPARED = (0, 8), (3, 8)
"""The eight levels of the framework, 0 for none; a CAP, level 3, at least."""
YEARS, MONTHS = 100, 1_200
"""A century: no contract, career or agreement is told to last longer."""
BOUNDS: dict[tuple[str, str], tuple[int, int]] = {
    ("BranchAgreement", "years_with_diploma"): (0, YEARS),
    ("BranchAgreement", "years_without_diploma"): (0, YEARS),
    ("Dossier", "months_without_pay"): (0, MONTHS),
    ("MaitreApprentissage", "diploma_level"): LEVELS,
    ("MaitreApprentissage", "experience_months"): (0, MONTHS),
    ("MaitreApprentissage", "excluded_months"): (0, MONTHS),
    ("MaitreApprentissage", "field_diploma_level"): LEVELS,
    ("PreviousCycle", "cycle_years"): (1, YEARS),
    ("PreviousCycle", "level"): LEVELS,
    ("PreviousCycle", "target_level"): PREPARED,
    ("Training", "cycle_years"): (1, YEARS),
    ("Training", "entry_year"): (1, YEARS),
    ("Training", "level"): PREPARED,
}
MOST = 1_000_000
"""Of what has no bound of its own: people, meals, minutes, points."""


WHOLE = [
    (kind, name) for kind, name, _ in COUNTS if kinds_of(get_type_hints(kind)[name])[0] == (int,)
]


@pytest.mark.parametrize(("kind", "name"), WHOLE)
def test_a_whole_number_goes_from_its_least_to_its_most(kind: type[Any], name: str) -> None:
    attribute = fields_dict(kind)[name]
    guard = attribute.validator
    assert guard is not None
    least, most = BOUNDS.get((kind.__name__, name), (0, MOST))
    for allowed in (least, most):
        guard(None, attribute, allowed)
    for refused in (least - 1, most + 1):
        with pytest.raises(InvalidValue):
            guard(None, attribute, refused)


def test_each_bound_is_that_of_a_whole_number() -> None:
    assert {*BOUNDS} <= {(kind.__name__, name) for kind, name in WHOLE}


@pytest.mark.parametrize("level", [0, 3, 8])
def test_the_level_obtained_is_one_that_is_prepared_or_none(level: int) -> None:
    # « 3 to 8; 0 for none »: the CAP is the lowest
    assert facts.PreviousCycle(level=level).obtained is (level > 0)
    for unknown in (1, 2):
        with pytest.raises(InvalidValue) as refused:
            facts.PreviousCycle(level=unknown)
        assert refused.value.path == "level"
