"""The blocks fenced as `python` in the README and in docs/ are tests.

Two options prove the tests themselves: `--random-order SEED` runs them in an
order of that seed, `--count-asserts` fails each test that has assertions
and passed none.
"""

import ast
import inspect
import textwrap
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from _pytest.assertion import util
from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser, SkipParser

from tools.stages import COVERED, STRATEGIES

ROOT = Path(__file__).parent

# Those need Sphinx; these are for type checkers and never run.
collect_ignore_glob = ["docs/*.py", "tests/typing/*.py"]

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), SkipParser()],
    patterns=["*.md"],
    # the same code as the French pages, by tests/test_docs.py
    excludes=["docs/en/**/*.md", "docs/en/*.md", "README.en.md"],
).pytest()


def pytest_addoption(parser: pytest.Parser) -> None:
    """What proves the tests."""
    group = parser.getgroup("proof of the tests")
    group.addoption(
        "--random-order",
        metavar="SEED",
        help="run the files, and the tests of each, in an order of the seed",
    )
    group.addoption(
        "--count-asserts",
        action="store_true",
        help="fail a test whose assertions were all jumped over",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Count the assertions that pass, where they are asked for."""
    if config.getoption("--count-asserts"):
        config.pluginmanager.register(CountedAsserts())


def pytest_report_header(config: pytest.Config) -> str | None:
    """The seed, by which the same order comes back."""
    seed = config.getoption("--random-order")
    return None if seed is None else f"random order: {seed}"


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark the tests of which `make test` measures the coverage."""
    if _within(item.path, STRATEGIES) or (
        _within(item.path, *COVERED)
        and item.get_closest_marker("apart") is None
        and not _draws(item)
    ):
        item.add_marker("covered")


def _within(path: Path, *places: str) -> bool:
    return any(path.is_relative_to(ROOT / place) for place in places)


def _draws(item: pytest.Item) -> bool:
    """Whether it is a property test, as Hypothesis marks it too."""
    test = getattr(item, "obj", None)
    return getattr(test, "is_hypothesis_test", False)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Shuffle the files and the tests of each; blocks of a page follow."""
    seed = config.getoption("--random-order")
    if seed is None:
        return
    random = Random(str(seed))  # noqa: S311 - no secret here
    files: dict[str, list[pytest.Item]] = {}
    for item in items:
        files.setdefault(str(item.path), []).append(item)
    for name, tests in files.items():
        if name.endswith(".py"):
            random.shuffle(tests)
    order = sorted(files)
    random.shuffle(order)
    items[:] = [item for name in order for item in files[name]]


class CountedAsserts:
    """Fails a test that writes assertions and passed none of them.

    All the parameters of a test count together: the last one tells.
    """

    def __init__(self) -> None:
        """Nothing has run yet."""
        self.passed: Counter[str] = Counter()
        self.left: Counter[str] = Counter()

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """How many times each test is to run."""
        self.left.update(map(_test_of, session.items))

    def pytest_assertion_pass(self, item: pytest.Item) -> None:
        """One is enough: the others would be told at length for nothing."""
        self.passed[_test_of(item)] += 1
        util._assertion_pass = None  # noqa: SLF001 - pytest sets it anew

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        """Run a test, then look at what it counted."""
        yield
        test = _test_of(item)
        self.left[test] -= 1
        if not self.left[test] and not self.passed[test] and _asserts(item):
            pytest.fail("no assertion was reached", pytrace=False)


def _test_of(item: pytest.Item) -> str:
    return item.nodeid.partition("[")[0]


def _asserts(item: pytest.Item) -> bool:
    """Whether the function of a test has an assertion of its own."""
    if not isinstance(item, pytest.Function):
        return False
    function = inspect.unwrap(item.function)
    given = getattr(item.function, "hypothesis", None)
    function = getattr(given, "inner_test", function)
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    return any(isinstance(node, ast.Assert) for node in ast.walk(tree))
