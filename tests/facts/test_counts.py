"""No count, amount or duration of a fact is below zero."""

from decimal import Decimal
from typing import Any, get_type_hints

import pytest
from attrs import evolve, fields, has

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
