"""Named results, held against the declarations of their classes.

`faults(finding)` tells those that are not declared or of another type;
`given(finding)` those that are given, by class.
"""

from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Any, get_args, get_origin

from apprentissage.judging import Finding, Rule, results_of

__all__ = ["declared", "faults", "given"]


def _is_of(value: object, kind: Any) -> bool:
    """Whether a value is of a declared type: True is no int."""
    if isinstance(kind, UnionType):
        return any(_is_of(value, each) for each in get_args(kind))
    if get_origin(kind) is tuple:
        return type(value) is tuple and all(_is_of(item, get_args(kind)[0]) for item in value)
    return type(value) is kind


def faults(finding: Finding) -> Iterator[str]:
    """Results that the class does not declare, or of another type."""
    kinds = {each.name: each.kind for each in results_of(type(finding))}
    for name, value in finding.values:
        if name not in kinds:
            yield f"{type(finding).__name__} declares no {name}"
        elif not _is_of(value, kinds[name] | NoneType):
            yield f"{type(finding).__name__}.{name}: {value!r}"
    for part in finding.parts:
        yield from faults(part)


def given(finding: Finding) -> Iterator[tuple[type[Finding], str]]:
    """The results that a finding and its parts give, beside None."""
    for name, value in finding.values:
        if value is not None:
            yield type(finding), name
    for part in finding.parts:
        yield from given(part)


def declared(rule: Rule) -> set[tuple[type[Finding], str]]:
    """The results that the finding of a rule and its parts declare."""
    common = results_of(Finding)
    kinds = {rule.finding, rule.finding.part_kind or rule.finding}
    return {(kind, each.name) for kind in kinds for each in results_of(kind) if each not in common}
