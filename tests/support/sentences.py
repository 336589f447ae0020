"""The sentences of every rule: those of the list, and those of the source.

`sentences.json` holds all that each rule may say, so that a lawyer reads it in
one place. Three tests keep it true: the test of each rule renders exactly its
sentences, no drawn contract makes a rule say another, and the source writes
no sentence that the list does not hold.
"""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
SOURCE = HERE.parent.parent / "src" / "apprentissage"

SAID: dict[str, frozenset[str]] = {
    rule: frozenset(sentences)
    for rule, sentences in json.loads(
        (HERE / "sentences.json").read_text(encoding="utf-8")
    ).items()
}
"""The templates of each rule."""

_FIRST = {"but", "compliant", "non_compliant", "not_applicable", "reminder"}
_NAMED = {"fails", "holds", "template"}


def written() -> dict[str, str]:
    """Every sentence that the source gives a finding, and where it stands.

    A literal, or the name of a constant: what is looked up or computed is
    seen by the tests of the rules alone.
    """
    trees = {
        path: ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(SOURCE.rglob("*.py"))
        if path.parent.name not in {"testing", "views"}
    }
    constants = {
        target.id: node.value.value
        for tree in trees.values()
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    return {
        sentence: f"{path.relative_to(SOURCE)}:{node.lineno}"
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        for given in _given(node)
        for sentence in _read(given, constants)
    }


def _given(call: ast.Call) -> Iterator[ast.expr]:
    """The arguments of a call that are sentences."""
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    if name in _FIRST and call.args:
        yield call.args[0]
    for keyword in call.keywords:
        if keyword.arg in _NAMED:
            yield keyword.value


def _read(given: ast.expr, constants: dict[str, str]) -> Iterator[str]:
    match given:
        case ast.Constant(value=str(sentence)):
            yield sentence
        case ast.Name(id=name) if name in constants:
            yield constants[name]
        case ast.IfExp(body=one, orelse=other):
            yield from _read(one, constants)
            yield from _read(other, constants)
