"""The library does no I/O: no file, network, clock, locale, environment.

A probe in a subprocess imports the package and runs the examples of all its
public docstrings under an audit hook. It is itself proved on packages that
sin.
"""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

PROBE = Path(__file__).with_name("purity_probe.py")
LAZY = {"workalendar"}
"""What only the first use of a calendar may load."""


def probe(*arguments: str, folder: Path | None = None) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-B", str(PROBE), *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env={"PYTHONPATH": str(folder)} if folder else {},
    )
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report


@cache
def library() -> dict[str, Any]:
    return probe("apprentissage", "apprentissage.law.calendars")


def test_import_reads_python_files_only() -> None:
    assert library()["import"] == []


def test_import_loads_no_calendar_and_no_extra() -> None:
    loaded = {name.partition(".")[0] for name in library()["modules"]}
    assert "apprentissage" in loaded
    assert not loaded & {*LAZY, "hypothesis"}


def test_first_use_of_a_calendar_loads_workalendar() -> None:
    assert set(library()["lazily"]) >= LAZY


def test_all_names_load_what_any_call_needs_but_the_calendars() -> None:
    own = {name for name in library()["lazily"] if "apprentissage" in name}
    assert own == set()


def test_public_functions_touch_nothing() -> None:
    assert library()["calls"] == []


def test_every_public_function_is_probed() -> None:
    public = library()["public"]
    silent = [name for name, examples in public.items() if not examples]
    assert public
    assert not silent, f"without an example: {', '.join(silent)}"


SINS = {
    "open(__file__)": "open ",
    "os.listdir('.')": "os.listdir",
    "os.environ.get('HOME')": "os.environ",
    "socket.socket()": "socket.",
    "__import__('colorsys')": "import colorsys",
    "date.today()": "clock date.today",
    "datetime.now()": "clock datetime.now",
    "time.time()": "clock time.time",
    "1 / 0": "ZeroDivisionError",
}


def sinner(folder: Path, head: str, sin: str) -> dict[str, Any]:
    """The report on a package of one function, with a code at import."""
    (folder / "sinner").mkdir()
    (folder / "sinner" / "__init__.py").write_text(
        "import os, socket, time\n"
        "from datetime import date, datetime\n"
        "__all__ = ['act']\n"
        f"{head}\n"
        "def act():\n"
        "    '''\n"
        "    >>> act()\n"
        "    '''\n"
        f"    {sin}\n"
    )
    return probe("sinner", folder=folder)


@pytest.mark.parametrize(("sin", "told"), SINS.items())
def test_the_probe_tells_a_sin_of_a_call(tmp_path: Path, sin: str, told: str) -> None:
    calls = sinner(tmp_path, "", sin)["calls"]
    assert any(told in touch for touch in calls), calls
    assert all(touch.startswith("sinner.act: ") for touch in calls)


@pytest.mark.parametrize(
    ("sin", "told"),
    {
        "open('/dev/null').close()": "open /dev/null",
        "os.environ.get('HOME')": "os.environ",
        "date.today()": "clock date.today",
        "os.stat_result; os.chdir('.')": "os.chdir",
    }.items(),
)
def test_the_probe_tells_a_sin_of_an_import(tmp_path: Path, sin: str, told: str) -> None:
    report = sinner(tmp_path, sin, "pass")
    assert any(told in touch for touch in report["import"]), report
    assert report["calls"] == []


def test_the_probe_passes_the_pure(tmp_path: Path) -> None:
    report = sinner(tmp_path, "", "return date(2026, 9, 1)")
    assert report["import"] == report["calls"] == []
    assert report["public"] == {"sinner.act": 1}
