"""Which tests run a line of the library: the map that `mutants` picks from.

Usage: python -m tools.mutant_tests [TESTS...]

Runs the short tests once under coverage, each in a context of its own, and
keeps for every line the few that say most about it. A line is named by its
function and its words, never by its number: the map outlives an edit above.
With TESTS, files or folders, only what these say is put into the map.
"""

import ast
import json
import os
import signal
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from itertools import zip_longest
from pathlib import Path
from pkgutil import walk_packages
from types import FrameType

import coverage
import pytest
from attrs import field, frozen
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
SRC = ROOT / "src" / "apprentissage"
MAP = ROOT / ".mutants" / "map.json"
AROUND = "<module>"

# Those of the source, of the pages and of whole processes run no line of
# their own, and slowly.
MAPPED = (
    "src",
    *("tests/_text", "tests/age", "tests/cases", "tests/cerfa", "tests/dates"),
    *("tests/dossier", "tests/facts", "tests/floors", "tests/interchange"),
    *("tests/judging", "tests/law", "tests/maitre", "tests/minors"),
    *("tests/oracles", "tests/parties", "tests/pay", "tests/properties"),
    *("tests/reviewing", "tests/testing", "tests/views"),
    *("tests/notebooks/test_displays.py", "tests/test_error_paths.py"),
    *("tests/test_bad_arguments.py", "tests/test_bad_input.py"),
    *("tests/test_doors.py", "tests/test_example_inputs.py"),
    *("tests/test_public_api.py", "tests/test_reprs.py"),
    "tests/test_stable_names.py",
)
SLOWEST = 20  # seconds
KEPT_OF_A_FILE = 6
KEPT = 40
OPTIONS = (
    *("-q", "-p", "no:cacheprovider", "-p", "no:benchmark", "-p", "no:cov"),
    *("-p", "no:xdist", "-p", "no:randomly", "--no-header"),
    *("-m", "not long and not nightly"),
    # written down from the output, it would see any change
    "--deselect=tests/properties/test_stored_digests.py",
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),
)


def module_of(path: Path, src: Path = SRC) -> str:
    """The name of a module of the library below its root: `pay.grids`."""
    parts = path.relative_to(src).with_suffix("").parts
    return ".".join(parts if parts[-1] != "__init__" else parts[:-1])


def path_of(module: str, src: Path = SRC) -> Path:
    """The file of a module of the library."""
    path = src.joinpath(*module.split(".")) if module else src
    inside = path / "__init__.py"
    return inside if inside.exists() else path.with_suffix(".py")


def functions(tree: ast.AST, prefix: str = "") -> Iterator[tuple[str, ast.AST]]:
    """The outermost functions of a source, methods among them, by name."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef):
            yield f"{prefix}{node.name}", node
        elif isinstance(node, ast.ClassDef):
            yield from functions(node, f"{prefix}{node.name}.")
        elif isinstance(node, ast.If | ast.Try | ast.With):
            yield from functions(node, prefix)


def names_of_lines(source: str) -> list[str]:
    """What each line is called in the map, `function:words`."""
    lines = source.splitlines()
    names = [f"{AROUND}:{line.strip()}" for line in lines]
    for name, node in functions(ast.parse(source)):
        first = node.body[0].lineno  # type: ignore[attr-defined]
        last = node.end_lineno  # type: ignore[attr-defined]
        for number in range(first, last + 1):
            names[number - 1] = f"{name}:{lines[number - 1].strip()}"
    return names


@frozen
class TestMap:
    """The tests of each line, those that say most about it first."""

    __test__ = False

    seconds: Mapping[str, float]
    lines: Mapping[str, Mapping[str, tuple[str, ...]]] = field(repr=False)

    def of(self, module: str, names: list[str]) -> list[str]:
        """The tests that run one of some lines, without repeating."""
        known = self.lines.get(module, {})
        ranked = sorted(
            {(rank, test) for name in names for rank, test in enumerate(known.get(name, ()))}
        )
        return list(dict.fromkeys(test for _, test in ranked))

    def with_more(self, other: "TestMap") -> "TestMap":
        """With what another map says of its own tests."""
        lines: dict[str, dict[str, tuple[str, ...]]] = {
            module: dict(known) for module, known in self.lines.items()
        }
        for module, found in other.lines.items():
            known = lines.setdefault(module, {})
            for name, tests in found.items():
                # nearest of each in turn
                both = zip_longest(tests, known.get(name, ()))
                known[name] = tuple(dict.fromkeys(t for pair in both for t in pair if t))
        return TestMap({**self.seconds, **other.seconds}, lines)

    def save(self, path: Path) -> None:
        """Write it, each test by its number."""
        tests = sorted(self.seconds)
        number = {test: rank for rank, test in enumerate(tests)}
        path.parent.mkdir(exist_ok=True)
        content = {
            "tests": tests,
            "seconds": [round(self.seconds[test], 4) for test in tests],
            "lines": {
                module: {
                    name: [number[test] for test in found] for name, found in sorted(lines.items())
                }
                for module, lines in sorted(self.lines.items())
            },
        }
        path.write_text(json.dumps(content), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> "TestMap":
        """Read what `save` wrote."""
        content = json.loads(path.read_text(encoding="utf-8"))
        tests = content["tests"]
        lines = {
            module: {name: tuple(tests[rank] for rank in found) for name, found in lines.items()}
            for module, lines in content["lines"].items()
        }
        seconds = dict(zip(tests, content["seconds"], strict=True))
        return cls(seconds, lines)


def kept(tests: list[str], breadth: Mapping[str, int]) -> tuple[str, ...]:
    """Of the tests of a line, those that run least else: a few of each file.

    >>> kept(["a::1", "a::2", "b::1"], {"a::1": 9, "a::2": 3, "b::1": 5})
    ('a::2', 'b::1', 'a::1')
    """
    taken: dict[str, int] = defaultdict(int)
    found: list[str] = []
    for test in sorted(tests, key=lambda test: (breadth[test], test)):
        home = test.partition("::")[0]
        if taken[home] < KEPT_OF_A_FILE and len(found) < KEPT:
            taken[home] += 1
            found.append(test)
    return tuple(found)


class TooSlow(BaseException):
    """A test of the map that lasts too long to serve."""


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Break what works longer; what it waits for a processor is no work."""

    def end(_: int, __: FrameType | None) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


class Recorder:
    """Gives each test a context, and notes how long it lasts."""

    def __init__(self, watch: coverage.Coverage) -> None:
        self.watch = watch
        self.seconds: dict[str, float] = {}
        self.start = time.process_time()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(
        self, item: pytest.Item, nextitem: pytest.Item | None
    ) -> Iterator[None]:
        """Run a test in its context."""
        del nextitem
        self.watch.switch_context(item.nodeid)
        start = time.process_time()
        try:
            return (yield)
        finally:
            self.seconds[item.nodeid] = time.process_time() - start
            self.watch.switch_context("")
            if len(self.seconds) % 500 == 0:
                spent = time.process_time() - self.start
                print(f" {len(self.seconds)} tests, {spent:.0f} s", flush=True)

    @pytest.hookimpl(wrapper=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Item) -> Iterator[None]:
        """Give up a test that lasts too long."""
        try:
            with within(SLOWEST):
                return (yield)
        except TooSlow:
            pytest.skip(f"{pyfuncitem.nodeid}: over {SLOWEST} s")


def import_all() -> None:
    """Import every module of the library: its own lines have no test."""
    package = import_module("apprentissage")
    for module in walk_packages(package.__path__, "apprentissage."):
        import_module(module.name)


@cache
def _names(path: str) -> list[str]:
    return names_of_lines(Path(path).read_text(encoding="utf-8"))


def made(tests: tuple[str, ...] = MAPPED, root: Path = ROOT) -> TestMap:
    """Run tests under coverage and keep which ran what."""
    settings.register_profile("map", max_examples=5, deadline=None, derandomize=True)
    os.environ["HYPOTHESIS_PROFILE"] = "map"
    src = root / "src" / "apprentissage"
    watch = coverage.Coverage(data_file=None, source=[str(src)], config_file=False)
    recorder = Recorder(watch)
    watch.start()
    import_all()
    pytest.main([*OPTIONS, *tests], plugins=[recorder])
    watch.stop()
    data = watch.get_data()
    found: dict[str, dict[str, set[str]]] = {}
    breadth: dict[str, int] = defaultdict(int)
    for path in data.measured_files():
        lines: dict[str, set[str]] = defaultdict(set)
        for number, contexts in data.contexts_by_lineno(path).items():
            names = _names(path)
            # a code object made by a tool may tell a line that is not there
            name = names[number - 1] if number <= len(names) else AROUND
            if not name.startswith(AROUND):
                lines[name] |= set(contexts) - {""}
                for test in contexts:
                    breadth[test] += 1
        found[module_of(Path(path), src)] = lines
    return TestMap(
        recorder.seconds,
        {
            module: {name: kept(list(tests), breadth) for name, tests in lines.items() if tests}
            for module, lines in found.items()
        },
    )


def main(tests: tuple[str, ...]) -> None:
    """Put tests into the map; all of them a part at a time, if none is told.

    Each part has a process of its own: what an earlier test has left in a
    cache is run by no later one.
    """
    if tests:
        known = TestMap.load(MAP) if MAP.exists() else TestMap({}, {})
        known.with_more(made(tests)).save(MAP)
        return
    for rank, part in enumerate(MAPPED, start=1):
        print(f"== {rank}/{len(MAPPED)} {part}", flush=True)
        subprocess.run((sys.executable, "-m", "tools.mutant_tests", part), cwd=ROOT, check=True)


if __name__ == "__main__":
    main(tuple(sys.argv[1:]))
