"""Rooms by theme: one name a rule, what is private stays in its package."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import apprentissage
from apprentissage import RULES
from apprentissage.judging import Rule

SRC = Path(apprentissage.__file__).parent
TESTS = Path(__file__).resolve().parents[1]


def crossing(path: Path) -> Iterator[str]:
    """The private modules and names that a module takes from other packages.

    What packages share stands in a module without underscore; that makes it
    no door (`tests/notebooks/test_completion.py`).
    """
    package = path.relative_to(SRC).parts[0]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("apprentissage."):
            module = str(node.module).removeprefix("apprentissage.")
            home, *inside = module.split(".")
            names = [*inside, *(alias.name for alias in node.names)]
            if home != package and any(name.startswith("_") for name in names):
                yield module


def test_what_is_private_stays_in_its_package() -> None:
    taken = {
        (path.relative_to(SRC).as_posix(), module)
        for path in SRC.rglob("*.py")
        for module in crossing(path)
    }
    assert not taken


def test_each_package_has_a_folder_of_tests() -> None:
    packages = {path.parent.name for path in SRC.glob("*/__init__.py")}
    folders = {path.parent.name for path in TESTS.glob("*/test_*.py")}
    assert packages <= folders
    # the modules of the root, then what goes through all of the library
    assert folders - packages == {
        "floors",
        *("bulk", "cases", "notebooks", "oracles", "properties"),
    }


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_has_one_name(rule: Rule) -> None:
    home = rule.judge.__module__
    assert home.rpartition(".")[2] == rule.name
    named = [name for name, value in vars(import_module(home)).items() if value is rule]
    assert named == [rule.name.upper()]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_what_a_rule_does_is_called_the_same_everywhere(rule: Rule) -> None:
    for name in ("judge", "dates", "turning_days"):
        function = getattr(rule, name)
        if function is not None:
            assert (function.__name__, function.__module__) == (name, rule.judge.__module__)


_SAID = {"label", "sentence", "subject", "template", "title"}


def looked_up(path: Path) -> Iterator[str]:
    """Where a module compares what is said in French, or looks up by it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        keys: list[ast.expr] = []
        if isinstance(node, ast.Compare):
            keys = [node.left, *node.comparators]
        elif isinstance(node, ast.Subscript):
            keys = [node.slice]
        for key in keys:
            for each in key.elts if isinstance(key, ast.Tuple) else [key]:
                if isinstance(each, ast.Attribute) and each.attr in _SAID:
                    yield ast.unparse(node)


def test_nothing_is_known_by_what_is_said_of_it() -> None:
    # findings are data: what a part is about, and why, is asked of the facts
    # or named by a value
    compared = {
        path.relative_to(SRC).as_posix(): found
        for path in sorted(SRC.rglob("*.py"))
        for found in looked_up(path)
        if path.parent.name != "views"  # a page sees that two parts say the same
    }
    assert compared.keys() == {
        "reviewing/difference.py",  # the dates of two agendas are paired by what is due
        "judging/completions.py",  # all completions may say the same
    }
