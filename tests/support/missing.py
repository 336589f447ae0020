"""Are the missing facts of a finding exactly those that decide?

`check_missing(rule, contract, values)` fills unknown facts by their paths
with the values given and judges again.
"""

from collections.abc import Mapping, Sequence
from itertools import product
from re import findall
from typing import Any

from attrs import evolve

from apprentissage.facts import Contract
from apprentissage.judging import Outcome, Rule
from apprentissage.law.readings import LETTER

__all__ = ["check_missing", "filled"]


def filled(contract: Contract, facts: Mapping[str, Any]) -> Contract:
    """The contract with facts given by their absolute paths.

    >>> filled(contract, {"previous[0].level": 5})  # doctest: +SKIP
    """
    for path, value in facts.items():
        steps = [int(step) if step.isdigit() else step for step in findall(r"\w+", path)]
        contract = _set(contract, steps, value)
    return contract


def _set(owner: Any, steps: Sequence[str | int], value: Any) -> Any:
    first, *rest = steps
    if isinstance(first, int):
        items = list(owner)
        items[first] = _set(items[first], rest, value) if rest else value
        return tuple(items)
    if not rest:
        return evolve(owner, **{first: value})
    return evolve(owner, **{first: _set(getattr(owner, first), rest, value)})


def check_missing(rule: Rule, contract: Contract, values: Mapping[str, Sequence[Any]]) -> None:
    """Check the missing facts of an undetermined finding.

    Every completion of all of them decides; some completion of them
    complies and another does not; without any one of them some completion
    of the others still waits; no other unknown fact alone decides.

    Args:
        rule: The rule.
        contract: A contract on which it is undetermined.
        values: Path of each fact, and values among which both outcomes lie.
    """

    def outcome(facts: Mapping[str, Any]) -> Outcome:
        return rule.judge(filled(contract, facts), LETTER).outcome

    def outcomes(paths: Sequence[str]) -> set[Outcome]:
        return {
            outcome(dict(zip(paths, choice, strict=True)))
            for choice in product(*(values[path] for path in paths))
        }

    finding = rule.judge(contract, LETTER)
    assert finding.outcome is Outcome.UNDETERMINED
    missing = finding.missing
    assert missing
    assert outcomes(missing) == {Outcome.COMPLIANT, Outcome.NON_COMPLIANT}
    for path in missing:
        others = [other for other in missing if other != path]
        assert Outcome.UNDETERMINED in outcomes(others), path
    for path in set(values) - set(missing):
        assert outcomes([path]) == {Outcome.UNDETERMINED}, path
