"""Put single faults into the library and tell those that no test sees.

Usage: python -m tools.mutants [--number N] [--seed SEED] [--only MODULE...]
           [--least PERCENT] [--log FILE] [--part K/N]

The checkout is not touched: the faults are written into a copy of it. One
process has what the library needs imported; for each fault it forks, the fork
imports the library with the fault and runs the tests picked for it, nearest
first, until one fails. A fault that hangs or eats the memory is seen too.

Which tests run a line is told by `.mutants/map.json`, made at the first use
(`python -m tools.mutant_tests` makes it anew). What no test can see stands in
`tools/mutants_equivalent.json` with the reason.

A log keeps each answer, and the same command with it goes on where it was
stopped. `--part 1/2` tries the first of each two of the sample; the logs of
parts, joined in one file, tell the whole.
"""

import argparse
import ast
import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from functools import cached_property
from importlib import import_module
from importlib.util import cache_from_source
from itertools import chain
from pathlib import Path

# Hypothesis would import the library by its entry point, without the fault.
if __name__ == "__main__":  # its tests import it among others
    os.environ["HYPOTHESIS_NO_PLUGINS"] = "1"
    os.environ["HYPOTHESIS_PROFILE"] = "brief"

import pytest
from attrs import asdict, field, frozen
from hypothesis import entry_points

from tools.mutant_kinds import Mutant, mutants_of, readable
from tools.mutant_tests import (
    AROUND,
    MAP,
    OPTIONS,
    ROOT,
    SRC,
    TestMap,
    module_of,
    names_of_lines,
    path_of,
)

EQUIVALENT = Path(__file__).with_name("mutants_equivalent.json")
PRELOADED = (
    *("hypothesis", "hypothesis.strategies", "hypothesis.stateful"),
    *("icalendar", "jsonschema", "pytest", "sybil", "yaml", "stdnum.fr"),
    *("dateutil.relativedelta", "workalendar.europe.france"),
    *("workalendar.oceania", "workalendar.america", "workalendar.africa"),
    *("hatchling.builders.wheel", "html.parser", "zoneinfo", "pickle"),
)
USUAL = 300.0  # seconds of all tests of the map, on a machine at leisure
MOST = 10.0  # seconds of a stage there
MOST_OF_ITS_OWN = 90.0  # of the files of its theme that name it
MOST_OF_OTHERS = 25.0  # of those of other themes, the cases among them
OFTEN = 20  # seconds between two lines of progress
MEMORY = 4 << 30
OF_A_TABLE = (
    "tests/law/test_figures.py",
    "tests/law/test_smic_texts.py",
    "tests/test_stable_names.py",
)
OF_A_CODE = ("tests/test_error_paths.py",)
OF_WORDS = ("tests/law/test_witness.py",)
OF_A_DOOR = ("tests/test_public_api.py", "tests/test_doors.py")
DEPTH = 3

SEEN, UNSEEN, HUNG = "killed", "survived", "killed, by its time"

Result = tuple[Mutant, str, str]
"""A fault, what the tests say of it, and which one saw it."""


def candidates(only: Sequence[str] = (), src: Path = SRC) -> list[Mutant]:
    """Every fault of the library, or of some of its modules and packages."""
    found: list[Mutant] = []
    for path in sorted(src.rglob("*.py")):
        module = module_of(path, src)
        if not only or any(module == each or module.startswith(f"{each}.") for each in only):
            found += mutants_of(module, path.read_text(encoding="utf-8"))
    return found


def sample(mutants: Sequence[Mutant], number: int, seed: int, src: Path = SRC) -> list[Mutant]:
    """A sample of faults, the same one for the same seed and source."""
    order = list(mutants)
    random.Random(seed).shuffle(order)  # noqa: S311 no secret
    found: list[Mutant] = []
    sources: dict[str, str] = {}
    for mutant in order:
        if len(found) == number:
            break
        if mutant.module not in sources:
            path = path_of(mutant.module, src)
            sources[mutant.module] = path.read_text(encoding="utf-8")
        if readable(mutant.applied(sources[mutant.module])):
            found.append(mutant)
    return found


@frozen
class Equivalent:
    """A fault that changes nothing that can be seen, and why."""

    module: str
    line: str
    change: str
    reason: str

    def is_(self, mutant: Mutant) -> bool:
        """Whether a fault is this one; its place in the file is not asked."""
        return (self.module, self.line, self.change) == (mutant.module, mutant.line, mutant.change)


def equivalents(path: Path = EQUIVALENT) -> tuple[Equivalent, ...]:
    """The list, as written."""
    entries = json.loads(path.read_text(encoding="utf-8"))
    return tuple(Equivalent(**entry) for entry in entries)


class Uses:
    """Where the constants of the library are used, and who tests a module."""

    def __init__(self, root: Path) -> None:
        self.src = root / "src" / "apprentissage"
        self.root = root

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """The text of each module."""
        return {
            module_of(path, self.src): path.read_text(encoding="utf-8")
            for path in sorted(self.src.rglob("*.py"))
        }

    @cached_property
    def names(self) -> Mapping[str, list[tuple[str, int]]]:
        """Of each name, the modules and the lines that use it."""
        found: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for module, source in self.sources.items():
            for node in ast.walk(ast.parse(source)):
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                    found[node.id].append((module, node.lineno))
                elif isinstance(node, ast.Attribute):
                    found[node.attr].append((module, node.lineno))
        return found

    @cached_property
    def lines(self) -> Mapping[str, list[str]]:
        """What the map calls each line of each module."""
        return {module: names_of_lines(source) for module, source in self.sources.items()}

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The text of each file of tests."""
        return {
            str(path.relative_to(self.root)): path.read_text(encoding="utf-8")
            for path in sorted((self.root / "tests").rglob("test_*.py"))
        }

    def bound(self, module: str, line: int) -> list[str]:
        """The names that a statement outside every function binds."""
        for node in ast.parse(self.sources[module]).body:
            if node.lineno <= line <= (node.end_lineno or node.lineno):
                return list(_bound(node, line))
        return []

    def of_constant(self, module: str, line: int) -> list[tuple[str, str]]:
        """The lines of functions that a constant reaches."""
        waiting = [(name, DEPTH) for name in self.bound(module, line)]
        known: set[str] = set()
        found: dict[tuple[str, str], None] = {}
        while waiting:
            name, depth = waiting.pop(0)
            if name in known:
                continue
            known.add(name)
            uses = self.names.get(name, ())
            # that module's own uses first
            for home, number in sorted(uses, key=lambda u: u[0] != module):
                called = self.lines[home][number - 1]
                if not called.startswith(AROUND):
                    found[home, called] = None
                elif depth:
                    waiting += [(each, depth - 1) for each in self.bound(home, number)]
        return list(found)

    def tests_naming(self, module: str, names: Iterable[str]) -> list[str]:
        """The files of tests that import a module or tell a name of it."""
        path = f"apprentissage.{module}"
        words = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in (path, *names)))
        return [test for test, text in self.texts.items() if words.search(text)]


def _bound(node: ast.stmt, line: int) -> Iterator[str]:
    match node:
        case ast.ClassDef(name=name, body=body):
            for inner in body:
                last = inner.end_lineno or inner.lineno
                if inner.lineno <= line <= last:
                    yield from _bound(inner, line)
            yield name
        case ast.Assign(targets=targets):
            for target in targets:
                for each in ast.walk(target):
                    if isinstance(each, ast.Name):
                        yield each.id
        case ast.AnnAssign(target=ast.Name(id=name)):
            yield name
        case ast.FunctionDef(name=name):
            yield name


@frozen
class Stage:
    """Tests run together: whole files, or of them only those picked."""

    files: tuple[str, ...]
    picked: frozenset[str] | None = None


@frozen(slots=False)
class Picker:
    """Chooses the tests of a fault."""

    tests: TestMap
    uses: Uses

    def stages(self, mutant: Mutant) -> list[Stage]:
        """The nearest tests first."""
        module = mutant.module
        first, last = mutant.lines
        lines = self.uses.lines[module][first - 1 : last]
        picked = self.tests.of(module, lines)
        names = [mutant.function.rpartition(".")[2]]
        # run while the library is imported, and by no test of its own
        imported = mutant.function == AROUND or not picked
        if imported:
            names = self.uses.bound(module, first)
            reached: dict[str, list[str]] = defaultdict(list)
            for home, line in self.uses.of_constant(module, first):
                reached[home].append(line)
            for home, each in reached.items():
                picked += self.tests.of(home, each)[:60]
        theme = f"tests/{module.partition('.')[0]}"
        if not (self.uses.root / theme).exists():
            theme = "tests/floors"
        path = path_of(module, self.uses.src)
        own = str(path.relative_to(self.uses.root))
        near = [test for test in picked if test.startswith((theme, own))]
        far = [test for test in picked if not test.startswith((theme, own))]
        running = {test.partition("::")[0] for test in picked}
        files = {*self.uses.tests_naming(module, names), *running}
        doors = OF_A_DOOR if path.name == "__init__.py" else ()
        tables = OF_A_TABLE if imported else ()
        words = OF_WORDS if mutant.function == AROUND else OF_A_CODE
        own_files, its_theme, others = self.by_distance(theme, files)
        found = (
            self.of(brief(near, self.tests.seconds, MOST * self.pace)),
            self.whole((*doors, *tables)),
            self.of(brief(far, self.tests.seconds, MOST * self.pace)),
            self.whole((own,)),
            self.whole(brief(own_files, self.lasting, MOST_OF_ITS_OWN * self.pace)),
            self.whole(brief(its_theme, self.lasting, MOST * self.pace)),
            self.whole(brief(others, self.lasting, MOST_OF_OTHERS * self.pace)),
            self.whole(words),
        )
        return [stage for stage in found if stage.files]

    def by_distance(self, theme: str, files: AbstractSet[str]) -> tuple[list[str], ...]:
        """Those of some files in a theme, the rest of the theme, others."""
        known = sorted(self.uses.texts, key=lambda f: self.lasting.get(f, 0))
        inside = [file for file in known if file.startswith(theme)]
        return (
            [file for file in inside if file in files],
            [file for file in inside if file not in files],
            [file for file in known if file in files and file not in inside],
        )

    def whole(self, files: Iterable[str]) -> Stage:
        """A stage of the files of tests that are there."""
        return Stage(tuple(f for f in files if (self.uses.root / f).exists()))

    @staticmethod
    def of(tests: Iterable[str]) -> Stage:
        """A stage of single tests."""
        picked = list(tests)
        homes = dict.fromkeys(test.partition("::")[0] for test in picked)
        return Stage(tuple(homes), frozenset(picked))

    @cached_property
    def pace(self) -> float:
        """How much slower than usual the map was made: no test is left out for it."""
        return max(1.0, sum(self.tests.seconds.values()) / USUAL)

    @cached_property
    def lasting(self) -> Mapping[str, float]:
        """How long each file of tests lasts."""
        found: dict[str, float] = defaultdict(float)
        for test, seconds in self.tests.seconds.items():
            found[test.partition("::")[0]] += seconds
        return found


def brief(tests: Iterable[str], seconds: Mapping[str, float], most: float) -> Iterator[str]:
    """Of tests, or files of them, as many as last not too long together.

    What is not known to be short is left out.

    >>> list(brief(["a", "b", "c", "d"], {"a": 9, "b": 20, "c": 4}, 15))
    ['a', 'c']
    """
    left = most
    for test in dict.fromkeys(tests):
        lasting = seconds.get(test, most)
        if lasting < left:
            left -= lasting
            yield test


@frozen(eq=False)  # pytest hashes its plugins
class Selection:
    """Keeps the picked tests, and leaves out those that fail anyway."""

    picked: frozenset[str] | None
    failing: frozenset[str]
    seconds: Mapping[str, float] = field(repr=False)
    told: Path | None = None

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Write down which test fails."""
        self.tell(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Write down which file cannot be read."""
        self.tell(report)

    def tell(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        """Write down what failed, a line each."""
        if report.failed and self.told:
            with self.told.open("a", encoding="utf-8") as told:
                print(report.nodeid, file=told)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Quick ones first."""
        items[:] = [
            item
            for item in items
            if item.nodeid not in self.failing
            and (self.picked is None or item.nodeid in self.picked)
        ]
        items.sort(key=lambda item: self.seconds.get(item.nodeid, 1.0))


def copied(root: Path, into: Path) -> None:
    """Copy what git knows of a checkout, and what it would know."""
    listed = subprocess.run(
        (  # noqa: S607
            "git",
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ),
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    for name in filter(None, listed.split("\0")):
        source, target = root / name, into / name
        if source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)


@frozen
class Server:
    """Tries faults in a copy of the checkout, one fork for each.

    A test counts as having seen a fault when it passes without it: that is
    asked of all such tests at once, after the faults.
    """

    tree: Path
    picker: Picker
    failing: set[str] = field(factory=set)

    def all_tried(
        self, mutants: Iterable[Mutant], known: Iterable[Result] = ()
    ) -> Iterator[Result]:
        """What the tests say of faults; of some a second time, if need be.

        What is known already is said first.
        """
        results: Iterable[Result] = chain(known, map(self.tried, mutants))
        while True:
            seen: dict[Mutant, str] = {}
            for result in results:
                mutant, _, test = result
                if test:
                    seen[mutant] = test
                yield result
            if not seen:
                return
            self.failing.update(self.failing_among(set(seen.values())))
            again = [mutant for mutant, test in seen.items() if test in self.failing]
            results = map(self.tried, again)

    def tried(self, mutant: Mutant) -> Result:
        """What the nearest tests say of a fault, and which one saw it."""
        stages = self.picker.stages(mutant)
        answer = self.under(mutant, stages)
        if answer == HUNG:
            return mutant, (UNSEEN if self.answer(stages) == HUNG else HUNG), ""
        test = self.failed() if answer == SEEN else ""
        # pytest itself ended: of the fault, or anyway?
        if answer == SEEN and not test and self.broken(stages):
            output = (self.tree / "output").read_text(encoding="utf-8")
            raise SystemExit(f"The tests do not run:\n{output}")
        return mutant, answer, test

    def broken(self, stages: Sequence[Stage]) -> bool:
        """Whether pytest ends without a test that fails, as things stand."""
        return self.answer(stages) == SEEN and not self.failed()

    def failed(self) -> str:
        """The first test that failed, or file that could not be read."""
        text = (self.tree / "failed").read_text(encoding="utf-8")
        return text.partition("\n")[0]

    def failing_among(self, tests: Iterable[str]) -> list[str]:
        """Those tests, or files of tests, that fail as things stand."""
        single = [test for test in tests if "::" in test]
        whole = tuple(test for test in tests if "::" not in test)
        stages = [self.picker.of(single), Stage(whole, frozenset())]
        self.answer([each for each in stages if each.files], every=True)
        return (self.tree / "failed").read_text(encoding="utf-8").split("\n")

    def under(self, mutant: Mutant, stages: Sequence[Stage]) -> str:
        """What some tests say while a fault is in the copy."""
        path = path_of(mutant.module, self.tree / "src" / "apprentissage")
        source = path.read_text(encoding="utf-8")
        compiled = Path(cache_from_source(str(path)))
        compiled.unlink(missing_ok=True)
        path.write_text(mutant.applied(source), encoding="utf-8")
        try:
            return self.answer(stages)
        finally:
            compiled.unlink(missing_ok=True)
            path.write_text(source, encoding="utf-8")

    def seconds(self, stages: Iterable[Stage]) -> float:
        """How long some stages last at most, by what the map has noted."""
        known = 0.0
        for test, seconds in self.picker.tests.seconds.items():
            for stage in stages:
                if test.startswith(stage.files) and (stage.picked is None or test in stage.picked):
                    known += seconds
        return known

    def answer(self, stages: Sequence[Stage], *, every: bool = False) -> str:
        """Run stages of tests in a fork until one fails, or every one."""
        limit = int(60 + 5 * self.seconds(stages))
        (self.tree / "failed").write_text("", encoding="utf-8")
        child = os.fork()
        if child == 0:
            code = 1
            try:
                code = self.run(stages, limit, every=every)
            finally:
                os._exit(code)
        # a wait without end is no work; a busy machine makes wait too
        until = time.monotonic() + 40 * limit
        while time.monotonic() < until:
            done, status = os.waitpid(child, os.WNOHANG)
            if done:
                if os.WIFSIGNALED(status):
                    return HUNG
                return SEEN if os.WEXITSTATUS(status) else UNSEEN
            time.sleep(0.02)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return HUNG

    def run(self, stages: Iterable[Stage], limit: int, *, every: bool) -> int:
        """In the fork: whether a test fails."""
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        here = [str(self.tree / "src"), str(self.tree)]
        sys.path[:] = here + [each for each in sys.path if each not in here]
        os.environ["PYTHONPATH"] = os.pathsep.join(here)
        os.chdir(self.tree)
        with Path(self.tree / "output").open("w", encoding="utf-8") as output:
            os.dup2(output.fileno(), 1)
            os.dup2(output.fileno(), 2)
        # as Hypothesis has it where it loads plug-ins; what fails there, tests tell
        with suppress(Exception):
            entry_points.run()
        for stage in stages:
            plugin = Selection(
                stage.picked,
                frozenset(self.failing),
                self.picker.tests.seconds,
                self.tree / "failed",
            )
            until = "--continue-on-collection-errors" if every else "-x"
            code = pytest.main([*OPTIONS, until, "--tb=line", *stage.files], plugins=[plugin])
            if code not in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED} and not every:
                return 1
        return 0


def preload() -> None:
    """Import what the library and the tests need, and not the library."""
    for name in PRELOADED:
        import_module(name)
    os.environ.pop("HYPOTHESIS_NO_PLUGINS", None)
    loaded = [m for m in sys.modules if m.partition(".")[0] == "apprentissage"]
    if loaded:
        raise SystemExit(f"The library is loaded without a fault: {loaded}")


@frozen
class Log:
    """A file with each answer, a line of JSON each."""

    path: Path | None

    def read(self, mutants: Iterable[Mutant]) -> list[Result]:
        """What it says of some faults; of each the last that was said."""
        if not self.path or not self.path.exists():
            return []
        wanted = set(mutants)
        found: dict[Mutant, Result] = {}
        for line in self.path.read_text(encoding="utf-8").splitlines():
            told = json.loads(line)
            mutant = Mutant(**{**told["mutant"], "lines": tuple(told["mutant"]["lines"])})
            if mutant in wanted:
                found[mutant] = mutant, told["answer"], told["test"]
        return list(found.values())

    def write(self, result: Result) -> None:
        """Add an answer."""
        if self.path:
            mutant, answer, test = result
            line = {"answer": answer, "test": test, "mutant": asdict(mutant)}
            with self.path.open("a", encoding="utf-8") as log:
                print(json.dumps(line), file=log)


def part_of(text: str) -> slice:
    """The part `K/N` of a sample: of each N the one of rank K.

    >>> [1, 2, 3, 4, 5][part_of("1/2")], [1, 2, 3, 4, 5][part_of("2/2")]
    ([1, 3, 5], [2, 4])
    """
    rank, _, count = text.partition("/")
    if not 1 <= int(rank) <= int(count):
        raise ValueError(text)
    return slice(int(rank) - 1, None, int(count))


def package_of(mutant: Mutant) -> str:
    """The package of a fault; the modules of the root stand together."""
    package, dot, _ = mutant.module.partition(".")
    return package if dot or (SRC / package).is_dir() else "(root)"


def summary(results: Mapping[Mutant, str]) -> Iterator[str]:
    """The faults killed, by package, in a few lines."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for mutant, answer in results.items():
        for name in (package_of(mutant), "all"):
            counts[name][0] += answer != UNSEEN
            counts[name][1] += 1
    for name in sorted(counts, key=lambda name: (name == "all", name)):
        killed, tried = counts[name]
        percent = 100 * killed / tried
        yield f"{name:14} {killed:5} of {tried:5}  {percent:5.1f} %"


def told(mutant: Mutant, path: Path) -> str:
    """A survivor, as one would look for it."""
    return (
        f"SURVIVED {path}:{mutant.lines[0]} {mutant.function} "
        f"[{mutant.kind}]\n    {mutant.line}\n    {mutant.change}"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Try a sample and tell what survived."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", default=())
    parser.add_argument("--least", type=float, default=0.0)
    parser.add_argument("--log", type=Path)
    parser.add_argument("--part", type=part_of, default="1/1", metavar="K/N")
    asked = parser.parse_args(arguments)
    if not MAP.exists():
        print("== which tests run which line: made once, minutes", flush=True)
        subprocess.run((sys.executable, "-m", "tools.mutant_tests"), cwd=ROOT, check=True)
    known = equivalents()
    every = [
        mutant for mutant in candidates(asked.only) if not any(each.is_(mutant) for each in known)
    ]
    chosen = sample(every, asked.number, asked.seed)[asked.part]
    log = Log(asked.log)
    answered = log.read(chosen)
    tried = {mutant for mutant, _, _ in answered}
    print(
        f"== {len(chosen)} of {len(every)} faults, seed {asked.seed}; "
        f"{len(known)} are listed as equivalent, {len(answered)} answered before",
        flush=True,
    )
    preload()
    results: dict[Mutant, str] = {}
    start = told_at = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        tree = Path(folder) / "tree"
        copied(ROOT, tree)
        server = Server(tree, Picker(TestMap.load(MAP), Uses(tree)))
        waiting = [mutant for mutant in chosen if mutant not in tried]
        for result in server.all_tried(waiting, answered):
            mutant, answer, _ = result
            if result not in answered:
                log.write(result)
            results[mutant] = answer
            if answer == UNSEEN:
                path = path_of(mutant.module).relative_to(ROOT)
                print(told(mutant, path), flush=True)
            now = time.monotonic()
            if now - told_at > OFTEN or len(results) == len(chosen):
                told_at = now
                survived = list(results.values()).count(UNSEEN)
                print(
                    f"== {len(results)}/{len(chosen)}, {survived} survived, {now - start:.0f} s",
                    flush=True,
                )
    print(*summary(results), sep="\n")
    killed = sum(answer != UNSEEN for answer in results.values())
    return int(100 * killed < asked.least * len(results))


if __name__ == "__main__":
    sys.exit(main())
