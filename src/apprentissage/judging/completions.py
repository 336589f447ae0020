"""The one way of not knowing: try every value that a missing fact may take."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from itertools import product
from typing import Any, TypeVar

from apprentissage._arguments import check_arguments
from apprentissage.errors import InvalidValue
from apprentissage.judging.conditions import undetermined
from apprentissage.judging.finding import Finding, Value, built
from apprentissage.judging.outcome import Outcome

R = TypeVar("R", bound=Hashable)

WHATEVER = "Même résultat, quelles que soient les informations qui manquent."
"""The sentence where all completions agree, each for a reason of its own."""

Told = Mapping[str, Any]
"""A value for each unknown fact, by its absolute path."""


def possible_answers(
    ask: Callable[[Told], R], candidates: Mapping[str, Iterable[Any]]
) -> tuple[tuple[R, ...], tuple[str, ...]]:
    """The answers that a question may have while some facts are unknown.

    Args:
        ask: The question, of one value for each of the facts.
        candidates: Every value that each fact may take, by its absolute
            path, at least one each. The question is asked once for each
            combination: few facts, of few values.

    Returns:
        The answers, each once, and the paths of the facts of which some
        value changes the answer, the others being left alone.

    >>> def sum_of(told):
    ...     return told["a"] + 0 * told["b"]
    >>> possible_answers(sum_of, {"a": (1, 2), "b": (3, 4)})
    ((1, 2), ('a',))
    """
    if type(candidates) is not dict or not callable(ask):
        check_arguments(possible_answers, locals())
    values_of = {path: tuple(values) for path, values in candidates.items()}
    if not all(values_of.values()):
        path = next(path for path, values in values_of.items() if not values)
        raise InvalidValue(path, (), "write at least one value")
    # all unknown ones together, and not one fact after another: two facts that
    # change nothing each by itself may change the answer when both differ
    answers = {
        values: ask(dict(zip(values_of, values, strict=True)))
        for values in product(*values_of.values())
    }
    found = tuple(dict.fromkeys(answers.values()))
    if len(found) == 1:
        return found, ()
    unknown = [(rank, path) for rank, (path, of) in enumerate(values_of.items()) if len(of) > 1]
    if len(unknown) == 1:  # nothing else can have changed it
        return found, (unknown[0][1],)
    return found, tuple([path for rank, path in unknown if _turns(answers, rank)])


def _turns(answers: Mapping[tuple[Any, ...], object], rank: int) -> bool:
    """Whether two completions that differ in one fact alone differ."""
    beside: dict[tuple[Any, ...], object] = {}
    for values, answer in answers.items():
        others = values[:rank] + values[rank + 1 :]
        if beside.setdefault(others, answer) != answer:
            return True
    return False


def agreed(judge: Callable[[Told], Finding], candidates: Mapping[str, Iterable[Any]]) -> Finding:
    """A finding while some facts are unknown, decided where all agree.

    Args:
        judge: The finding for one value of each of the facts.
        candidates: Every value that each fact may take, by its absolute
            path, at least one each.

    Returns:
        The outcome of all completions where it is one, with the sentence
        and the named results that they share; else UNDETERMINED, missing
        the facts that turn it.

    Raises:
        InvalidValue: For a fact without values.

    >>> from apprentissage.judging.conditions import whether
    >>> def judge(told):
    ...     return whether(told["age"] >= 16, holds="Oui.", fails="Non.")
    >>> agreed(judge, {"age": (15, 16)}).missing
    ('age',)
    >>> agreed(judge, {"age": (16, 17)}).sentence
    'Oui.'
    """
    check_arguments(agreed, locals())
    tried: list[Finding] = []

    def outcome(told: Told) -> Outcome:
        tried.append(judge(told))
        return tried[-1].outcome

    outcomes, turning = possible_answers(outcome, candidates)
    first = tried[0]
    sources = dict.fromkeys(s for found in tried for s in found.sources)
    caveats = dict.fromkeys(c for found in tried for c in found.caveats)
    if len(outcomes) > 1 or first.outcome is Outcome.UNDETERMINED:
        # a completion may wait for facts of its own
        return undetermined(
            *turning,
            *(path for found in tried for path in found.missing),
            sources=tuple(sources),
            caveats=tuple(caveats),
            **dict(_shared(tried)),  # type: ignore[arg-type]
        )
    if all(found == first for found in tried):
        return first
    # all hold, or all fail, each perhaps for a reason of its own: then neither
    # sentence may be told, for it would state a fact that nobody knows
    alike = all(
        (found.template, found.values) == (first.template, first.values) for found in tried
    )
    return built(
        outcome=first.outcome,
        template=first.template if alike else WHATEVER,
        values=_shared(tried),
        sources=tuple(sources),
        caveats=tuple(caveats),
        subject=first.subject,
        reminds=all(found.reminds for found in tried),
    )


def _shared(tried: list[Finding]) -> tuple[tuple[str, Value], ...]:
    """The named results on which all agree."""
    others = [found.values for found in tried[1:]]
    return tuple(pair for pair in tried[0].values if all(pair in values for values in others))
