"""Every test asserts something: none is there that cannot fail.

A test holds an assertion, expects an error, or calls a helper that does; the
stage `asserts` (`--count-asserts`) tells besides, of each run, the tests
whose assertions were all jumped over.
"""

import ast
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
HOLDERS = (ROOT / "tests", ROOT / "src" / "apprentissage" / "testing")

EXPECTING = {"raises", "warns", "fail"}
"""What of pytest asserts."""
ERRORS = {"AssertionError", "InvariantBroken"}
"""What a helper raises in the place of an assertion."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


BY_RAISING = {
    "test_absurd_facts_are_answered": "whatever is raised fails it",
    "test_monotony_is_asked_of_ordinary_contracts_alone": (
        "the invariant of the parameter raises"
    ),
}
"""Tests that fail by what they call, and what is raised there."""


class Seen(NamedTuple):
    """A function of the tests.

    Attributes:
        name: Its name.
        place: Its file and line.
        asserts: It holds an assertion of its own.
        calls: The names that it calls, or hands on to a call.
    """

    name: str
    place: str
    asserts: bool
    calls: frozenset[str]


@cache
def _functions() -> dict[str, list[Seen]]:
    """The functions and methods of the tests and of their helpers, by name."""
    found: dict[str, list[Seen]] = {}
    for folder in HOLDERS:
        for file in sorted(folder.rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, Function):
                    place = f"{file.relative_to(ROOT)}:{node.lineno}"
                    found.setdefault(node.name, []).append(_seen(node, node.name, place))
    return found


def _seen(node: ast.AST, name: str = "", place: str = "") -> Seen:
    nodes = [*ast.walk(node)]
    calls = [
        called
        for each in nodes
        if isinstance(each, ast.Call)
        for called in (each.func, *each.args)
    ]
    return Seen(
        name,
        place,
        any(map(_asserts, nodes)),
        frozenset(
            each.attr if isinstance(each, ast.Attribute) else each.id
            for each in calls
            if isinstance(each, ast.Attribute | ast.Name)
        ),
    )


def _asserts(node: ast.AST) -> bool:
    """Whether a statement or a call of pytest may fail the test."""
    if isinstance(node, ast.Assert):
        # a constant, a literal or a tuple that is not empty always holds
        return not isinstance(node.test, ast.Constant | ast.Tuple | ast.List | ast.JoinedStr)
    if isinstance(node, ast.Raise):
        told = ast.dump(node)
        return any(error in told for error in ERRORS)
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in EXPECTING
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "pytest"
    )


@cache
def _asserting() -> frozenset[str]:
    """The names of the helpers that assert, themselves or by others."""
    names: set[str] = set()
    while True:
        more = {
            name
            for name, seen in _functions().items()
            if name not in names and all(each.asserts or names & each.calls for each in seen)
        }
        if not more:
            return frozenset(names)
        names |= more


def asserts(seen: Seen) -> bool:
    return seen.asserts or bool(_asserting() & seen.calls)


def test_no_test_is_without_an_assertion() -> None:
    tests = [
        each
        for name, seen in _functions().items()
        for each in seen
        if name.startswith("test_") and "/test_" in each.place
    ]
    assert len(tests) > 2_000
    without = {each.name: each.place for each in tests if not asserts(each)}
    unlisted = {n: p for n, p in without.items() if n not in BY_RAISING}
    assert unlisted == {}
    assert set(BY_RAISING) == set(without)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("review(contract)", False),
        ("assert True", False),
        ("assert (one, two)", False),
        ("assert one == two", True),
        ("check_speaks(RULE, contract)", True),
        ("with pytest.raises(ValueError): f()", True),
        ("for each in ():\n  assert each", True),  # told by the run alone
    ],
)
def test_what_asserts_is_seen(body: str, expected: bool) -> None:
    assert asserts(_seen(ast.parse(body))) is expected
