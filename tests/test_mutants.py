"""The faults that `make mutants` can put into a source, and their choice."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.mutant_kinds import Mutant, mutants_of, readable
from tools.mutant_tests import AROUND, ROOT, TestMap, kept, names_of_lines, path_of
from tools.mutants import (
    EQUIVALENT,
    SEEN,
    UNSEEN,
    Log,
    Picker,
    Selection,
    Stage,
    Uses,
    equivalents,
    part_of,
    sample,
    summary,
)


def sources_of(source: str, kind: str) -> list[str]:
    return [mutant.applied(source) for mutant in mutants_of("here", source) if mutant.kind == kind]


@pytest.mark.parametrize(
    ("source", "kind", "faults"),
    [
        ("a < b", "comparison", ["a <= b"]),
        ("a <= b < c", "comparison", ["a < b < c", "a <= b <= c"]),
        ("a is not None", "comparison", ["a is None"]),
        ("a not  in b", "comparison", ["a in b"]),
        ("a == b", "comparison", ["a != b"]),
        ("a + b", "arithmetic", ["a - b"]),
        ("a += b", "arithmetic", ["a -= b"]),
        ("a // b", "arithmetic", ["a * b"]),
        ("'x' + b", "arithmetic", []),
        ("a | None", "arithmetic", []),
        ("f(12)", "number", ["f(13)", "f(11)"]),
        ("Decimal('7.61')", "number", ['Decimal("7.62")']),
        ("date(2019, 1, 1)", "date", ["date(2019, 1, 2)", "date(2018, 12, 31)"]),
        ("date(2019, 1, 1)", "number", []),
        ("date(year, 1, 1)", "date", []),
        ("date(2019, 2, 30)", "date", []),
        ("f(x=True)", "boolean", ["f(x=False)"]),
        ("a and b", "condition", ["b", "a", "a or b"]),
        ("a or (b) or c", "condition", ["(b) or c", "a or c", "a or (b)"]),
        ("not a", "condition", ["(a)"]),
        ("x if a else y", "condition", ["x if True else y", "x if False else y"]),
        ("[x for x in y if x]", "condition", ["[x for x in y if True]"]),
        ("(1, 2, 3)", "entry", ["(2, 3)", "(1, 3)", "(1, 2)"]),
        ("(a, b)", "entry", ["(b,)", "(a,)"]),
        ("(a,)", "entry", ["()"]),
        ("{a, b}", "entry", ["{b}", "{a}"]),
        ("{1: a, 2: b}", "entry", ["{ 2: b}", "{1: a, }"]),
        ("{1: a, **b}", "entry", ["{ **b}", "{1: a, }"]),
        ("{1: a, 2: b}", "swap", ["{1: b, 2: a}"]),
        ("(a, a, b)", "swap", ["(a, b, a)"]),
        (
            "if type(a) is not int:\n    check_arguments(f, locals())",
            "condition",
            ["if False:\n    check_arguments(f, locals())"],
        ),
        ("x in (a, b)", "swap", []),
        ("__all__ = ['a', 'b']", "swap", []),
        ("__slots__ = ('a', 'b')", "swap", []),
        ("T = TypeVar('T', bound=A)", "code", []),
        ("f('a_b')", "code", ["f('a_bx')"]),
        ("f('45')", "code", ['f("46")']),
        ("f('Deux mots.')", "code", []),
        ("f(caveats=a, b=c)", "told", ["f( b=c)"]),
        ("f(sources=(a))", "told", ["f()"]),
        ("x = field(validator=is_date)", "check", ["x = field()"]),
        ("check_day('x', y)", "check", ["pass"]),
        ("def f():\n    raise E", "check", ["def f():\n    pass"]),
        ("def f():\n    'Doc'\n    yield 1", "code", []),
        ("A: Final['b'] = 1", "code", []),
        ("cast('date', a)", "code", []),
        ("f(tuple['x', ...])", "code", []),
        ("if TYPE_CHECKING:\n    a = 'b'", "code", []),
        ("if TYPE_CHECKING:\n    a = 'b'", "condition", ["if True:\n    a = 'b'"]),
        ("@frozen(slots=True)\nclass A: ...", "boolean", []),
        ("@g(True)\ndef f(): ...", "boolean", ["@g(False)\ndef f(): ..."]),
        ("f('é', 1 < 2)", "comparison", ["f('é', 1 <= 2)"]),
    ],
)
def test_the_faults_of_a_source(source: str, kind: str, faults: list[str]) -> None:
    assert sources_of(source, kind) == faults
    assert all(map(readable, faults))


def test_a_condition_is_held_and_dropped() -> None:
    source = "def f(a):\n    if a > 1:\n        return 2\n"
    told = {m.change for m in mutants_of("m", source)}
    assert {"a > 1 → True", "a > 1 → False", "> → >="} <= told


SOURCE = '''"""A module."""
LEAST = {"a": 6, "b": 12}


class A:
    """A class."""

    def f(self, x):
        """Tell."""
        return x < LEAST["a"]
'''


def test_a_fault_knows_its_function_and_its_line() -> None:
    found = {(m.function, m.line, m.lines) for m in mutants_of("m", SOURCE)}
    assert found == {
        (AROUND, 'LEAST = {"a": 6, "b": 12}', (2, 2)),
        ("A.f", 'return x < LEAST["a"]', (10, 10)),
    }


def test_a_line_is_named_by_its_function_and_its_words() -> None:
    names = names_of_lines(SOURCE)
    assert names[1] == f'{AROUND}:LEAST = {{"a": 6, "b": 12}}'
    assert names[9] == 'A.f:return x < LEAST["a"]'


def tree(folder: Path) -> Path:
    """A checkout in small: a module, its user, a test of each."""
    src = folder / "src" / "apprentissage"
    src.mkdir(parents=True)
    (src / "__init__.py").write_text("", encoding="utf-8")
    (src / "low.py").write_text(SOURCE, encoding="utf-8")
    (src / "high.py").write_text(
        "from apprentissage.low import LEAST\nMOST = LEAST\n\n\ndef g():\n    return MOST\n",
        encoding="utf-8",
    )
    tests = folder / "tests"
    tests.mkdir()
    (tests / "test_low.py").write_text("LEAST", encoding="utf-8")
    (tests / "test_high.py").write_text("g", encoding="utf-8")
    return src


def test_a_sample_is_that_of_its_seed(tmp_path: Path) -> None:
    src = tree(tmp_path)
    mutants = mutants_of("low", SOURCE)
    one = sample(mutants, 5, 7, src)
    assert one == sample(mutants, 5, 7, src)
    assert len(one) == 5
    assert set(one) < set(mutants)
    assert one != sample(mutants, 5, 8, src)
    assert len(sample(mutants, 999, 7, src)) == len(mutants)


MAPPED = TestMap(
    {"tests/test_high.py::test_g": 0.5, "tests/test_low.py::test_f": 0.25},
    {
        "high": {"g:return MOST": ("tests/test_high.py::test_g",)},
        "low": {'A.f:return x < LEAST["a"]': ("tests/test_low.py::test_f",)},
    },
)


def mutant(function: str) -> Mutant:
    return next(m for m in mutants_of("low", SOURCE) if m.function == function)


def test_the_tests_of_a_fault_are_those_that_run_it_first(tmp_path: Path) -> None:
    tree(tmp_path)
    picker = Picker(MAPPED, Uses(tmp_path))
    test_f = Stage(("tests/test_low.py",), frozenset({"tests/test_low.py::test_f"}))
    own = Stage(("src/apprentissage/low.py",))
    whole = Stage(("tests/test_low.py",))
    assert picker.stages(mutant("A.f")) == [test_f, own, whole]
    # a constant is followed through another to the function that reads it
    files = picker.stages(mutant(AROUND))[0].files
    assert set(files) == {"tests/test_low.py", "tests/test_high.py"}


MADE = """
def made():
    return 6

LEAST = made()

def f(x):
    return x < LEAST
"""


def test_what_makes_a_constant_is_tested_where_it_is_used(tmp_path: Path) -> None:
    (tree(tmp_path) / "low.py").write_text(MADE, encoding="utf-8")
    line = {"f:return x < LEAST": ("tests/test_low.py::test_f",)}
    picker = Picker(TestMap(MAPPED.seconds, {"low": line}), Uses(tmp_path))
    fault = next(m for m in mutants_of("low", MADE) if m.function == "made")
    test_f = Stage(("tests/test_low.py",), frozenset({"tests/test_low.py::test_f"}))
    assert picker.stages(fault)[0] == test_f


def test_the_tests_of_the_theme_come_before_others(tmp_path: Path) -> None:
    src = tree(tmp_path)
    (src / "low").mkdir()
    (src / "low.py").rename(src / "low" / "__init__.py")
    (tmp_path / "tests" / "low").mkdir()
    seconds = {
        "tests/test_high.py::test_long": 99.0,
        "tests/test_high.py::test_g": 0.5,
        "tests/low/test_low.py::test_f": 0.25,
    }
    (tmp_path / "tests" / "low" / "test_low.py").write_text("", "utf-8")
    picker = Picker(
        TestMap(seconds, {"low": {'A.f:return x < LEAST["a"]': (*seconds,)}}), Uses(tmp_path)
    )
    stages = picker.stages(mutant("A.f"))
    assert [stage.files for stage in stages] == [
        ("tests/low/test_low.py",),
        ("tests/test_high.py",),
        ("src/apprentissage/low/__init__.py",),
        ("tests/low/test_low.py",),
    ]
    # what lasts longer than all the far tests together may is left out
    assert stages[1].picked == frozenset({"tests/test_high.py::test_g"})


@pytest.mark.parametrize(("slower", "left_out"), [(1, True), (3, False)])
def test_a_slow_machine_leaves_out_no_more_tests(
    tmp_path: Path, slower: int, left_out: bool
) -> None:
    """Twelve seconds are too long where all tests last 300; where 900, they are four."""
    tree(tmp_path)
    long = "tests/test_low.py::test_f"
    seconds = {long: 12.0, "tests/test_other.py::test_rest": 300.0 * slower - 12}
    lines = {"low": {'A.f:return x < LEAST["a"]': (long,)}}
    stages = Picker(TestMap(seconds, lines), Uses(tmp_path)).stages(mutant("A.f"))
    assert (frozenset({long}) not in [stage.picked for stage in stages]) is left_out


def test_the_map_is_kept_and_grows(tmp_path: Path) -> None:
    path = tmp_path / "made" / "map.json"
    MAPPED.save(path)
    assert TestMap.load(path) == MAPPED
    more = TestMap({"t::n": 1.0}, {"high": {"g:return MOST": ("t::n",)}})
    both = MAPPED.with_more(more)
    assert both.of("high", ["g:return MOST"]) == ["t::n", "tests/test_high.py::test_g"]
    assert both.of("nowhere", ["g"]) == []
    assert both.lines["low"] == MAPPED.lines["low"]


def test_few_tests_of_a_file_are_kept() -> None:
    tests = [f"a::{rank}" for rank in range(9)] + ["b::1"]
    found = kept(tests, {**dict.fromkeys(tests, 1), "b::1": 99})
    assert len([test for test in found if test[0] == "a"]) == 6
    assert found[-1] == "b::1"


class Item:
    """A test as far as it is chosen."""

    def __init__(self, nodeid: str) -> None:
        self.nodeid = nodeid


@pytest.mark.parametrize(
    ("picked", "left"), [(None, ["quick", "slow"]), (frozenset({"slow", "fails"}), ["slow"])]
)
def test_quick_tests_run_first_and_failing_ones_never(
    picked: frozenset[str] | None, left: list[str]
) -> None:
    plugin = Selection(picked, frozenset({"fails"}), {"slow": 2.0, "quick": 0.1})
    items = [Item("slow"), Item("fails"), Item("quick")]
    plugin.pytest_collection_modifyitems(items)  # type: ignore[arg-type]
    assert [item.nodeid for item in items] == left


def test_the_summary_counts_by_package() -> None:
    one = mutant("A.f")
    other = mutant(AROUND)
    assert list(summary({one: SEEN, other: UNSEEN})) == [
        "(root)             1 of     2   50.0 %",
        "all                1 of     2   50.0 %",
    ]


def test_a_log_tells_the_last_answer_of_each_fault(tmp_path: Path) -> None:
    log = Log(tmp_path / "log")
    one, other, third = mutants_of("low", SOURCE)[:3]
    assert log.read([one]) == []
    for answer in ((one, SEEN, "t::f"), (other, UNSEEN, ""), (one, UNSEEN, "")):
        log.write(answer)
    assert log.read([third, other, one]) == [(one, UNSEEN, ""), (other, UNSEEN, "")]
    assert log.read([other]) == [(other, UNSEEN, "")]
    Log(None).write((one, SEEN, ""))
    assert Log(None).read([one]) == []


def test_parts_are_the_whole_and_share_nothing() -> None:
    faults = list(range(7))
    parts = [faults[part_of(f"{rank}/3")] for rank in (1, 2, 3)]
    assert sorted(fault for part in parts for fault in part) == faults
    for wrong in ("0/3", "4/3"):
        with pytest.raises(ValueError, match=wrong):
            part_of(wrong)


def test_what_is_equivalent_is_still_there_and_says_why() -> None:
    entries = json.loads(EQUIVALENT.read_text(encoding="utf-8"))
    assert len({json.dumps(entry) for entry in entries}) == len(entries)
    for each in equivalents():
        source = path_of(each.module).read_text(encoding="utf-8")
        assert any(each.is_(m) for m in mutants_of(each.module, source))
        assert len(each.reason) > 20


LOW = """
from apprentissage.low import A

def test_always_fails():
    assert A is None

def test_f():
    assert A().f(5)
    assert not A().f(6)
"""


def tried(folder: Path, expression: str) -> str:
    """What a server in a small tree prints, in a process of its own."""
    src = tree(folder)
    tests = folder / "tests"
    (tests / "conftest.py").write_text("", encoding="utf-8")
    (tests / "test_low.py").write_text(LOW, encoding="utf-8")
    (tests / "test_high.py").write_text("", encoding="utf-8")
    (folder / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    script = f"""
from pathlib import Path
from attrs import evolve
from tools.mutants import Picker, Server, Uses
from tests.test_mutants import MAPPED, SOURCE, mutants_of
here = Path({str(folder)!r})
server = Server(here, Picker(MAPPED, Uses(here)))
faults = [m for m in mutants_of("low", SOURCE) if m.function == "A.f"]
faults.append(evolve(faults[0], new=faults[0].old, function="none"))
{expression}
"""
    done = subprocess.run(
        (sys.executable, "-c", script),
        cwd=ROOT,
        env={**os.environ, "HYPOTHESIS_NO_PLUGINS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert src.joinpath("low.py").read_text(encoding="utf-8") == SOURCE
    return done.stdout + done.stderr


def test_only_a_test_that_passes_without_a_fault_sees_it(tmp_path: Path) -> None:
    told = tried(
        tmp_path,
        "for m, answer, _ in server.all_tried(faults):"
        " print(m.function, m.change, '|', answer)\n"
        "print(server.failing)",
    )
    assert "A.f < → <= | killed" in told
    # killed at first by the test that always fails, and then by none
    assert "none < → < | survived" in told
    assert "test_always_fails" in told.splitlines()[-1]
    assert "test_f" not in told.splitlines()[-1]


def test_what_a_log_tells_is_not_tried_again(tmp_path: Path) -> None:
    told = tried(
        tmp_path,
        "known = [(faults[0], 'killed', 'tests/test_low.py::test_f'),"
        " (faults[-1], 'killed', 'tests/test_low.py::test_always_fails')]\n"
        "for m, answer, _ in server.all_tried([], known): print(m.function, answer)",
    )
    # but for what a test has seen that always fails
    assert told.splitlines() == ["A.f killed", "none killed", "none survived"]


def test_tests_that_do_not_run_kill_nothing(tmp_path: Path) -> None:
    told = tried(
        tmp_path,
        "conftest = here / 'tests' / 'conftest.py'\n"
        "conftest.write_text('raise ValueError')\n"
        "print(list(server.all_tried(faults)))",
    )
    assert "The tests do not run" in told
    assert "killed" not in told
