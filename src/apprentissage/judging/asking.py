"""What a plain question answers: a finding that names its arguments."""

from collections.abc import Callable
from typing import Any, TypeVar

from apprentissage.facts.names import argument_of
from apprentissage.judging.finding import Finding, built, typed
from apprentissage.judging.rule import Rule, contested_among
from apprentissage.judging.watching import Watched
from apprentissage.law.readings import Readings

F = TypeVar("F", bound=Finding)


def answer(judged: Callable[[Readings], Finding], readings: Readings, rule: Rule[F]) -> F:
    """The finding of a rule on what a question tells, not on a contract.

    Args:
        judged: What its judge finds of the facts asked, under readings.
        readings: The choice on each contested point.
        rule: The rule, whose named results it has.
    """
    return answer_of(
        judged, readings, rule.finding, subject=rule.title, rule=rule.name, boxes=rule.boxes
    )


def answer_of(
    judged: Callable[[Readings], Finding], readings: Readings, kind: type[F], **of_rule: Any
) -> F:
    """The same, of no single rule.

    A judge names the facts that it misses by their paths in a contract; who
    asks a question has none, and reads the names of its arguments.

    Args:
        judged: What is found of the facts asked, under readings.
        readings: The choice on each contested point.
        kind: The class of the answer, which declares its named results.
        **of_rule: Subject, name and boxes of its rule.
    """
    watched = Watched(readings)
    told = _by_arguments(judged(watched))
    parts, part_kind = told.parts, kind.part_kind
    answered: Any = built(
        outcome=told.outcome,
        template=told.template,
        values=told.values,
        missing=told.missing,
        sources=told.sources,
        caveats=told.caveats,
        parts=typed(parts, part_kind) if part_kind else parts,
        reminds=told.reminds,
        contested=contested_among(
            told,
            watched.consulted,
            lambda point: ((choice, judged(other)) for choice, other in readings.others(point)),
        ),
        kind=kind,
        **of_rule,
    )
    return answered  # type: ignore[no-any-return]


def _by_arguments(found: Finding) -> Finding:
    return found.but(
        missing=tuple(sorted(map(argument_of, found.missing))),
        parts=tuple(map(_by_arguments, found.parts)),
    )
