"""The strategy of every class of facts, as `st.from_type` finds it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from attrs import has
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from apprentissage import facts
from apprentissage.facts import Apprentice, Contract, DeclaredPayLine
from apprentissage.law.readings import LETTER, POINTS, Readings
from apprentissage.testing._drawing import Facts, given
from apprentissage.testing._values import values_of
from apprentissage.testing.contracts import contracts, declared_lines
from apprentissage.testing.people import apprentices


@composite
def readings(draw: DrawFn, /, **choices: Any) -> Readings:
    """Readings of every contested point; the letter is the simplest.

    Args:
        draw: Supplied by Hypothesis.
        **choices: Points stated, each a choice, its name or a strategy.

    >>> isinstance(readings(upper_age_day="CONCLUSION"), SearchStrategy)
    True
    """
    fact = Facts(draw, unknowns=False)
    drawn = {point: fact.pick(tuple(POINTS[point])) for point in POINTS}
    known = {point: given(draw, choice) for point, choice in choices.items()}
    return LETTER.choose(**{**drawn, **known})


@composite
def _parts(draw: DrawFn, /, kind: type[Any]) -> Any:
    fact = Facts(draw, unknowns=True)
    if kind is DeclaredPayLine:
        return fact.pick(declared_lines(fact))
    values = values_of("", (kind,))
    return fact.pick(values) if values else fact.part(kind)


STRATEGIES: dict[type[Any], Callable[[], SearchStrategy[Any]]] = {
    **{
        kind: partial(_parts, kind)
        for kind in (getattr(facts, name) for name in facts.__all__)
        if isinstance(kind, type) and has(kind)
    },
    Apprentice: apprentices,
    Contract: contracts,
    Readings: readings,
}
"""Each class and what makes its strategy."""
