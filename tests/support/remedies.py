"""The sentences of every remedy: what is proposed, asked, or why nothing is.

`remedies.json` holds all that each rule may tell one to do, so that a lawyer
reads it in one place; a test reads the source anew and compares.
"""

import ast
import inspect
import json
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from textwrap import dedent
from typing import Any

from apprentissage.judging import Rule

LISTED = Path(__file__).parent / "remedies.json"
_KINDS = {"proposal": "proposé", "question": "demandé", "hopeless": "sans remède"}


def listed() -> dict[str, dict[str, list[str]]]:
    """The list as it is kept."""
    found: dict[str, dict[str, list[str]]] = json.loads(LISTED.read_text(encoding="utf-8"))
    return found


def told_by(rule: Rule) -> dict[str, list[str]]:
    """What the source of a rule tells one to do."""
    found: dict[str, set[str]] = {}
    for hook in (rule.remedies, rule.questions):
        if hook is not None:
            for kind, sentence in _sentences(hook, set()):
                found.setdefault(kind, set()).add(sentence)
    return {kind: sorted(found[kind]) for kind in sorted(found)}


def _sentences(hook: Callable[..., Any], seen: set[str]) -> Iterator[tuple[str, str]]:
    """Those of a function, and of the functions beside it that it calls."""
    seen.add(hook.__qualname__)
    around = hook.__globals__
    tree = ast.parse(dedent(inspect.getsource(hook)))
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        called = node.func.id
        if called in _KINDS:
            for sentence in _read(node.args[0], around):
                yield _KINDS[called], sentence
            continue
        other = around.get(called)
        if (
            inspect.isfunction(other)
            and other.__module__ == hook.__module__
            and other.__qualname__ not in seen
        ):
            yield from _sentences(other, seen)


def _read(given: ast.expr, around: dict[str, Any]) -> list[str]:
    """Every text that an expression may be."""
    match given:
        case ast.IfExp(body=one, orelse=other):
            return _read(one, around) + _read(other, around)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return [
                first + last for first, last in product(_read(left, around), _read(right, around))
            ]
        case _:
            code = compile(ast.Expression(given), "sentence", "eval")
            text = eval(code, around)  # noqa: S307
            assert isinstance(text, str)
            return [text]


def write(rules: tuple[Rule, ...]) -> None:
    """Write the list anew: `python -m tests.support.remedies`."""
    told = {rule.name: told_by(rule) for rule in rules}
    LISTED.write_text(
        json.dumps(
            {name: said for name, said in told.items() if said}, ensure_ascii=False, indent=1
        )
        + "\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    from apprentissage.catalogue import RULES

    write(RULES)
