"""Every point of the scope is served by a function and proved by a test."""

import ast
import importlib
from pathlib import Path
from typing import Any

import pytest

from tools.scope import PAGES, declared_out, page, rows, statements

ROOT = Path(__file__).parent.parent
ROWS = rows()
STATEMENTS = statements()
OUT = {each["subject"] for each in declared_out()}
BOXES = {*map(str, range(1, 37)), "head"}
NUMBER_POINTS = 5
BEYOND = 9
SHEET, ARTICLE = 80, 30


def resolve(path: str) -> object:
    """What a dotted path names: a module, or a name of one."""
    module, _, name = path.rpartition(".")
    try:
        return importlib.import_module(path)
    except ModuleNotFoundError:
        return getattr(importlib.import_module(module), name)


def imports(path: Path) -> set[str]:
    """The modules that a file imports from, and the names it takes."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{name.name}" for name in node.names}
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return found


def proofs_in(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]


def name_of(row: dict[str, Any]) -> str:
    return f"{row['box']} {row['subject']}".strip()


def test_no_row_of_the_scope_is_lost() -> None:
    cerfa = [row for row in ROWS if row["box"]]
    covered = {box for row in cerfa for box in row["box"].split(", ")}
    assert covered == BOXES
    parts = [row["part"] for row in ROWS]
    assert parts.count("The contract number") == NUMBER_POINTS
    assert parts.count("Beyond them") == BEYOND
    assert len({name_of(row) for row in ROWS}) == len(ROWS)


def test_nothing_waits_to_be_served() -> None:
    for row in ROWS:
        assert row["functions"], name_of(row)


def test_what_is_declared_out_has_its_reason() -> None:
    assert {"cross-border apprenticeship (L6235-1)", "net pay", "price of the training"} <= OUT
    assert all(each["reason"].strip() for each in declared_out())


def test_no_statement_of_the_two_documents_is_lost() -> None:
    said = [each["says"] for each in STATEMENTS]
    documents = [each["document"] for each in STATEMENTS]
    assert documents == sorted(documents, reverse=True)
    assert documents.count("sheet") >= SHEET
    assert documents.count("article") >= ARTICLE
    keys = {(each["place"], each["says"]) for each in STATEMENTS}
    assert len(keys) == len(said)


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda each: each["says"][:60])
def test_every_statement_is_served_or_declared_out(statement: dict[str, Any]) -> None:
    proved = {function for row in ROWS for function in row["functions"]}
    if "out" in statement:
        assert statement["out"] in OUT
        assert "functions" not in statement
    else:
        assert statement["functions"]
        # of a row, whose tests are checked above to import it
        assert set(statement["functions"]) <= proved


@pytest.mark.parametrize("row", ROWS, ids=name_of)
def test_every_row_has_its_function_and_its_test(row: dict[str, Any]) -> None:
    assert row["capability"].strip()
    assert row["functions"]
    assert row["tests"]
    for function in row["functions"]:
        assert resolve(function) is not None
    for path in row["tests"]:
        assert proofs_in(ROOT / path), path


@pytest.mark.parametrize("row", ROWS, ids=name_of)
def test_the_test_of_a_row_imports_what_it_proves(row: dict[str, Any]) -> None:
    taken = {name for path in row["tests"] for name in imports(ROOT / path)}
    for function in row["functions"]:
        module, _, name = function.rpartition(".")
        # By its own path, that of a door above it, or as a package whose
        # modules are taken one by one.
        paths = {
            f"{package}.{name}"
            for package in (
                module,
                module.rpartition(".")[0],
                "apprentissage",
                "apprentissage.facts",
            )
        }
        parts = {seen for seen in taken if seen.startswith(f"{function}.")}
        assert paths & taken or parts, f"no test of the row takes {function}"


@pytest.mark.parametrize("language", PAGES)
def test_the_page_is_made_from_the_rows(language: str) -> None:
    """`python tools/scope.py` writes it anew."""
    text = PAGES[language].read_text(encoding="utf-8")
    assert text == page(ROWS, language)


def test_a_name_that_does_not_exist_is_caught() -> None:
    with pytest.raises((AttributeError, ModuleNotFoundError)):
        resolve("apprentissage.dossier.cerfa_retention.nothing_of_the_kind")
