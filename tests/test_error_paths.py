"""The path that an error tells is the name of what its caller wrote.

Read in the source: the first argument of each error raised outright, and of
each check that takes a path.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

SRC = Path("src/apprentissage")

TOLD = ("InvalidValue", "WrongType", "cents", "check_")

OF_OBJECTS = {
    "bool()",  # what has no truth value
    *("contrat", "finding", "form", "method", "readings", "remedies"),
    *("absence", "gross", "week"),
    *("parts", "review", "sentence"),
    *("en-têtes", "sans en-tête"),  # of a file of rows
}
"""Paths of the object asked or read, not of a parameter of the function."""


def paths(node: ast.AST, names: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """Each path told, and whether a parameter or a field around has it."""
    for child in ast.iter_child_nodes(node):
        around = names
        match child:
            case ast.FunctionDef(args=args) | ast.Lambda(args=args):
                around |= {a.arg for a in ast.walk(args) if type(a) is ast.arg}
            case ast.ClassDef(body=body):
                around = frozenset(
                    each.target.id
                    for each in body
                    if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)
                )
            case ast.Call(
                func=ast.Name(id=name), args=[ast.Constant(value=str() as path), *_]
            ) if name.startswith(TOLD):
                first = path.partition(".")[0].partition("[")[0]
                yield path, first in names
        yield from paths(child, around)


def test_a_path_is_a_parameter_or_a_field() -> None:
    found = [
        (path.name, told, known)
        for path in sorted(SRC.rglob("*.py"))
        for told, known in paths(ast.parse(path.read_text(encoding="utf-8")), frozenset())
    ]
    others = {(name, told) for name, told, known in found if not known}
    assert len(found) > 100
    assert {told for _, told in others} == OF_OBJECTS
