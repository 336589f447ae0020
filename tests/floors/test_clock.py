"""No day and no figure of the law stands outside a dated table.

A version is chosen by its clock: nobody takes the last one because it is the
last, copies the day on which a text begins, or writes its figure into a
function.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import apprentissage

SRC = Path(apprentissage.__file__).parent
THEMES = ("age", "minors", "maitre", "parties", "dates", "pay", "dossier", "cerfa")
MODULES = sorted(path for theme in THEMES for path in (SRC / theme).glob("*.py"))

PLAIN = {
    0: "nothing",
    1: "one, the next",
    2: "a pair",
    12: "months of a year",
    60: "minutes of an hour",
    100: "cents of a euro, parts of a percent",
}
"""Numbers that no text fixes."""

NO_LAW = {
    "pay/lengths.py": {29},  # of February
    "pay/grids.py": {4096},  # results kept
    "pay/gross.py": {6},  # decimals of euros in basis points of cents
    "dossier/cerfa_retention.py": {1024},  # results kept
    "dossier/documents_sent.py": {1024},  # results kept
}
"""Other numbers of functions, module by module."""


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef):
            yield node


def name(path: Path) -> str:
    return path.relative_to(SRC).as_posix()


def test_no_version_is_taken_by_its_rank() -> None:
    ranked = [
        f"{name(path)}:{node.lineno}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Subscript)
        and isinstance(node.value, ast.Attribute)
        and node.value.attr in {"versions", "days"}
    ]
    assert ranked == []


def test_no_function_writes_a_day() -> None:
    written = [
        f"{name(path)}:{node.lineno}"
        for path in MODULES
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "date"
        and all(isinstance(each, ast.Constant) for each in node.args)
    ]
    assert written == []


def test_no_function_writes_a_figure_of_the_law() -> None:
    figures = {
        name(path): numbers
        for path in MODULES
        if (
            numbers := {
                node.value
                for function in functions(path)
                for node in ast.walk(function)
                if isinstance(node, ast.Constant)
                and type(node.value) is int
                and node.value not in PLAIN
            }
        )
    }
    assert figures == NO_LAW
