"""Run the checks of the project, telling each in a plain line.

Usage: python tools/stages.py STAGE...

The stages are named in `STAGES`. All their commands run, so that one run tells
every fault; the last line names those that failed.
"""

import os
import subprocess
import sys
import sysconfig
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sysconfig.get_path("scripts"))
PYTEST = (sys.executable, "-m", "pytest")
# The examples of a page share their names: a file stays on one processor.
SHARED = (*(*PYTEST, "--quiet"), *("--numprocesses", "auto", "--dist", "loadfile"))

SHORT = "not long and not nightly"
# Drawn contracts are judged again by `long`, each test with all its draws.
ALL_DRAWS = "(long or hypothesis) and not nightly"
# Coverage doubles the time of a test: it is measured where contracts are
# written one by one, and there reaches every line. `conftest.py` marks the
# tests of these folders that draw nothing, and all those of the strategies.
COVERED = (
    "src",
    *(
        f"tests/{folder}"
        for folder in (
            *("_text", "age", "cases", "cerfa", "dates", "dossier", "facts"),
            *("floors", "interchange", "judging", "law", "maitre", "minors"),
            *("notebooks", "parties", "pay", "reviewing", "views"),
            "properties/test_contradictions.py",
            "properties/test_hostile_facts.py",
            *("test_bad_arguments.py", "test_bad_input.py", "test_reprs.py"),
            "test_days_of_a_subclass.py",
        )
    ),
)
STRATEGIES = "tests/testing"
AROUND = ("./tests", "./README.md", "./CONTRIBUTING.md", "./docs")
INSTALLED = (
    "import apprentissage, sysconfig; "
    "print(apprentissage.__file__); "
    "assert apprentissage.__file__.startswith(sysconfig.get_path('purelib'))"
)

NEW_SEED = str(int(time.time()))

Command = tuple[str, ...]

STAGES: dict[str, tuple[Command, ...]] = {
    "style": ((str(BIN / "ruff"), "check"), (str(BIN / "ruff"), "format", "--check")),
    "types": (
        (sys.executable, "-m", "mypy"),
        (sys.executable, "-m", "pyright", "--pythonpath", sys.executable),
    ),
    "floors": ((str(BIN / "lint-imports"), "--no-cache"),),
    "tests": (
        # the longest files first: both processors end together
        (*SHARED, "-m", f"{SHORT} and covered", STRATEGIES, *COVERED, "--cov"),
        (*SHARED, "-m", f"{SHORT} and not covered"),
    ),
    "long": ((*SHARED, "-m", ALL_DRAWS),),
    "pytest": ((*SHARED, "-m", SHORT),),
    # From the unpacked sdist, on the wheel: src/ is there to be read alone.
    "dist": (
        (sys.executable, "-c", INSTALLED),
        (*SHARED, "-m", SHORT, "--pyargs", "apprentissage", *AROUND),
    ),
    "nightly": ((*SHARED, "-m", ""),),
    # Each run has a new order, told in the first lines.
    "random": ((*SHARED, "-m", SHORT, "--random-order", NEW_SEED),),
    "asserts": (
        (
            *(*SHARED, "-m", SHORT, "--count-asserts"),
            *("-o", "enable_assertion_pass_hook=true", "tests"),
        ),
    ),
    # Which tests run each line, for `coverage html --show-contexts`.
    "contexts": (
        (*SHARED, "-m", SHORT, "--cov", "--cov-context", "test"),
        (
            *(sys.executable, "-m", "coverage", "html"),
            *("--show-contexts", "--directory", "out/contexts"),
        ),
    ),
    "bench": ((sys.executable, "-m", "benchmarks.ratios"),),
    "growth": ((sys.executable, "-m", "benchmarks.growth"),),
    "docs": (
        (
            *(sys.executable, "-m", "sphinx", "--fail-on-warning"),
            # Pages made from the code are stale without a change of theirs.
            *("--fresh-env", "--write-all"),
            *("--builder", "html", "docs", "docs/_build/html"),
        ),
    ),
}


ASIDE = ("style", "types", "floors")
"""Stages whose commands take one processor each: they run side by side."""
PROFILES = {"tests": "brief", "nightly": "nightly"}
"""Draws of a stage, whatever `HYPOTHESIS_PROFILE` says of the others."""


class Ended(NamedTuple):
    """A command that has run.

    Attributes:
        code: What it returned.
        seconds: How long it took.
        said: What it printed, where it ran aside.
    """

    code: int
    seconds: float
    said: str


def label(command: Command) -> str:
    """A command as one would type it."""
    words = [Path(word).name for word in command]
    if words[1:2] == ["-m"]:
        del words[:2]
    return " ".join(words[:2] if words[0] == "ruff" else words[:1])


def ended(stage: str, command: Command) -> Ended:
    """Run a command of a stage to its end."""
    environment = dict(os.environ)
    if stage in PROFILES:
        environment["HYPOTHESIS_PROFILE"] = PROFILES[stage]
    aside, start = stage in ASIDE, time.perf_counter()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE if aside else None,
        stderr=subprocess.STDOUT if aside else None,
        encoding="utf-8",
        check=False,
    )
    spent = time.perf_counter() - start
    return Ended(done.returncode, spent, done.stdout or "")


def run(stages: list[str]) -> list[str]:
    """Run the commands of some stages in turn.

    Args:
        stages: Their names.

    Returns:
        The commands that failed.
    """
    failed: list[str] = []
    commands = [(stage, each) for stage in stages for each in STAGES[stage]]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        begun = {
            command: pool.submit(ended, stage, command)
            for stage, command in commands
            if stage in ASIDE
        }
        for rank, (stage, command) in enumerate(commands, start=1):
            here = f"== {rank}/{len(commands)} {label(command)}"
            print(here, flush=True)
            code, seconds, said = (
                begun[command].result() if command in begun else ended(stage, command)
            )
            print(said, end="", flush=True)
            if code:
                failed.append(label(command))
                print(f"{here}: FAILED in {seconds:.1f} s", flush=True)
            elif "pytest" not in command:  # pytest closes with its own line
                print(f"{here}: ok in {seconds:.1f} s", flush=True)
    return failed


if __name__ == "__main__":
    if unknown := set(sys.argv[1:]) - set(STAGES):
        sys.exit(f"No such stage: {', '.join(sorted(unknown))}")
    if failed := run(sys.argv[1:]):
        sys.exit(f"== FAILED: {', '.join(failed)}")
