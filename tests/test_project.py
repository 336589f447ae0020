"""What the project promises of its source and of its distribution."""

import ast
import re
import tomllib
from collections.abc import Iterator
from email import message_from_string
from importlib.metadata import version
from pathlib import Path
from zipfile import ZipFile

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))[
    "project"
]

PURE_LIBRARY = {
    *("__future__", "abc", "bisect", "calendar", "collections", "datetime"),
    *("decimal", "difflib", "enum", "fractions", "functools", "html"),
    *("itertools", "math", "operator", "re", "string", "types", "typing"),
    *("unicodedata",),
}
"""The modules of the standard library that do no I/O and serve here."""

DEPENDENCIES = {
    *("apprentissage", "attrs", "dateutil", "workalendar"),
    "hypothesis",
}

IMPURE_NAMES = {
    *("__import__", "breakpoint", "compile", "eval", "exec", "input", "open"),
    "print",
}
IMPURE_METHODS = {
    *("fromtimestamp", "now", "today", "utcfromtimestamp", "utcnow"),
    "strftime",  # reads the locale
}


def impurities(code: str) -> Iterator[str]:
    """What of a source reaches, or may reach, beyond its arguments."""
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Import(names=names):
                modules = [name.name for name in names]
            case ast.ImportFrom(module=str(module), level=0):
                modules = [module]
            case ast.Name(id=name) if name in IMPURE_NAMES:
                yield name
                continue
            case ast.Attribute(attr=name) if name in IMPURE_METHODS:
                yield name
                continue
            case _:
                continue
        for module in modules:
            if module.partition(".")[0] not in PURE_LIBRARY | DEPENDENCIES:
                yield module


@pytest.mark.parametrize(
    "path", SOURCES, ids=lambda path: str(path.relative_to(ROOT))
)
def test_source_has_no_clock_file_or_environment(path: Path) -> None:
    assert list(impurities(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("code", "told"),
    {
        "import os.path": "os.path",
        "from time import time": "time",
        "def f():\n    import logging": "logging",
        "open('x')": "open",
        "print(1)": "print",
        "date.today()": "today",
        "datetime.datetime.now": "now",
        "day.strftime('%x')": "strftime",
    }.items(),
)
def test_impurities_are_told(code: str, told: str) -> None:
    assert list(impurities(code)) == [told]


def test_version_is_that_of_the_project_and_of_the_changelog() -> None:
    assert version("apprentissage") == PROJECT["version"]
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    releases = re.split(r"^## \[(.+?)\].*$", text, flags=re.MULTILINE)[1:]
    names, sections = releases[::2], releases[1::2]
    assert names[0] == "Unreleased"
    assert all("### Law" in section for section in sections)
    assert names[1:2] in ([], [PROJECT["version"]])


def test_readme_is_the_description() -> None:
    assert ("readme" in PROJECT) == (ROOT / "README.md").exists()


def test_wheel_holds_the_package_alone(tmp_path: Path) -> None:
    """Its modules, `py.typed` and the licence: no data file."""
    (path,) = WheelBuilder(str(ROOT)).build(
        directory=str(tmp_path), versions=["standard"]
    )
    with ZipFile(path) as wheel:
        names = set(wheel.namelist())
        (about,) = (name for name in names if name.endswith("/METADATA"))
        metadata = message_from_string(wheel.read(about).decode())
    package = {name for name in names if ".dist-info/" not in name}
    sources = {str(path.relative_to(ROOT / "src")) for path in SOURCES}
    assert package == sources | {"apprentissage/py.typed"}
    assert any(name.endswith("/licenses/LICENSE") for name in names)

    needs = metadata.get_all("Requires-Dist", [])
    runtime = {
        re.split(r"[^\w-]", need)[0] for need in needs if "extra" not in need
    }
    assert runtime == {"attrs", "python-dateutil", "workalendar"}
    assert {"hypothesis"} <= set(metadata.get_all("Provides-Extra", []))


def test_every_supported_python_is_declared_and_run() -> None:
    declared = re.findall(
        r"Python :: (3\.\d+)", " ".join(PROJECT["classifiers"])
    )
    run = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert f"for version in {' '.join(declared)};" in run
