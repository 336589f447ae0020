"""Run a package under an audit hook and tell what it touches.

Usage: python -B purity_probe.py PACKAGE [CALENDAR_MODULE]

Prints one JSON object:

- `import`: what `import PACKAGE` and the first use of each of its names did
  beyond reading Python files;
- `modules`: the modules then loaded;
- `public`: the public functions, and how many examples each has;
- `lazily`: the modules that the first use of the calendar module adds;
- `calls`: what the examples of the public modules did, once all of these are
  imported and those of the calendar module have been run a first time.

A touch is "where: event arguments"; reading a clock is one.
"""

import contextlib
import datetime as dt
import doctest
import functools
import importlib
import inspect
import io
import json
import os
import pkgutil
import sys
import time
from collections.abc import Callable, Iterator
from types import CodeType, FrameType, ModuleType
from typing import Any

IMPURE = (
    "ctypes.",
    "glob.",
    "os.",
    "pathlib.",
    "shutil.",
    "socket.",
    "sqlite3.",
    "subprocess.",
    "syslog.",
    "tempfile.",
    "urllib.",
    "webbrowser.",
    "http.",
    "time.sleep",
)
"""Audit events never due, but for the folders an import lists."""

TODAY = ("now", "today", "utcnow")
TIMES = ("ctime", "gmtime", "localtime", "monotonic", "time", "time_ns")

Example = tuple[CodeType, bool]
"""Compiled, and whether it is expected to raise."""


class Watch:
    """Notes the audit events and clock readings between two moments."""

    def __init__(self) -> None:
        self.touches: list[str] = []
        self.where = ""
        self.importing = False
        self.armed = False
        sys.addaudithook(self.audit)

    def audit(self, event: str, args: tuple[Any, ...]) -> None:
        if self.armed and self._impure(event, args):
            self.note(f"{event} {args[0] if args else ''}")

    def _impure(self, event: str, args: tuple[Any, ...]) -> bool:
        if not self.importing:
            return event in {"open", "import"} or event.startswith(IMPURE)
        if event == "open":
            return not str(args[0]).endswith((".py", ".pyc"))
        folders = {"os.listdir", "os.scandir"}
        return event.startswith(IMPURE) and event not in folders

    def profile(self, frame: FrameType, event: str, arg: Any) -> None:
        """Catch what raises no audit event: dates of today, environment."""
        owner = getattr(arg, "__self__", None)
        if (
            event == "c_call"
            and isinstance(owner, type)
            and issubclass(owner, dt.date)
            and arg.__name__ in TODAY
        ):
            self.note(f"clock {owner.__name__}.{arg.__name__}")
        if event == "call" and frame.f_code is _ENVIRON:
            self.note("os.environ")

    def note(self, what: str) -> None:
        self.touches.append(f"{self.where}: {what}")

    @contextlib.contextmanager
    def over(self, where: str, *, importing: bool = False) -> Iterator[None]:
        self.where, self.importing = where, importing
        self.armed = True
        sys.setprofile(self.profile)
        try:
            yield
        finally:
            sys.setprofile(None)
            self.armed = False


_ENVIRON = os._Environ.__getitem__.__code__


def watch_clock(watch: Watch) -> None:
    """Make every function of `time` that tells a moment tell on itself."""

    def watched(name: str) -> Callable[..., Any]:
        real = getattr(time, name)

        @functools.wraps(real)
        def tell(*arguments: object) -> object:
            if watch.armed:
                watch.note(f"clock time.{name}")
            return real(*arguments)

        return tell

    for name in TIMES:
        setattr(time, name, watched(name))


def public_modules(package: ModuleType) -> list[ModuleType]:
    """The package and all its modules whose names are public."""
    names = [
        found.name
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
        if not any(part.startswith("_") for part in found.name.split("."))
    ]
    return [package, *map(importlib.import_module, names)]


def public_functions(package: ModuleType) -> dict[str, Callable[..., Any]]:
    """The functions that a package or a module of it exports, by name."""
    return {
        f"{item.__module__}.{item.__name__}": item
        for module in public_modules(package)
        for name in getattr(module, "__all__", ())
        if inspect.isfunction(item := getattr(module, name))
    }


def compiled(test: doctest.DocTest) -> list[Example]:
    """The examples of a docstring, ready to run without reading a file."""
    return [
        (compile(example.source, test.name, "single"), example.exc_msg is not None)
        for example in test.examples
    ]


def run(examples: list[Example], names: dict[str, Any], watch: Watch) -> None:
    """Run the examples of one docstring; pytest compares their results."""
    for code, raises in examples:
        try:
            exec(code, names)  # noqa: S102
        except Exception as error:  # noqa: BLE001
            if not raises:
                watch.note(f"raised {error!r}")


def main(name: str, calendars: str = "") -> dict[str, object]:
    """Probe a package.

    Args:
        name: Of the package.
        calendars: Name of the module whose first use may import.
    """
    watch = Watch()
    watch_clock(watch)
    with watch.over("import", importing=True):
        package = importlib.import_module(name)
        for each in package.__all__:  # lazy: each loads its module
            getattr(package, each)
    imported, watch.touches = watch.touches, []
    modules = sorted(sys.modules)

    finder = doctest.DocTestFinder(exclude_empty=True)
    public: dict[str, int] = {}
    tests: list[tuple[str, list[Example], dict[str, Any]]] = []
    doors = public_functions(package)
    for module in public_modules(package):
        found = {test.name: test for test in finder.find(module)}
        public |= {
            path: len(found[path].examples) if path in found else 0
            for path, door in doors.items()
            if door.__module__ == module.__name__
        }
        tests += [(test.name, compiled(test), test.globs) for test in found.values()]
    with contextlib.redirect_stdout(io.StringIO()):
        before = set(sys.modules)
        for where, examples, names in tests:
            if calendars and f"{where}.".startswith(f"{calendars}."):
                run(examples, dict(names), watch)
        lazily = sorted(set(sys.modules) - before)
        watch.touches = []
        for where, examples, names in tests:
            with watch.over(where):
                run(examples, dict(names), watch)
    return {
        "import": imported,
        "modules": modules,
        "public": public,
        "lazily": lazily,
        "calls": watch.touches,
    }


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])))  # noqa: T201
