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
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sysconfig.get_path("scripts"))
PYTEST = (sys.executable, "-m", "pytest")
# The examples of a page share their names: a file stays on one processor.
SHARED = (
    *(*PYTEST, "--quiet"),
    *("--numprocesses", "auto", "--dist", "loadfile"),
)

SHORT = "not long and not nightly"
DRAWN = "(hypothesis or apart)"
# Coverage doubles the time of a test: it is measured where contracts are
# written one by one, and there reaches every line.
COVERED = (
    "src",
    *(
        f"tests/{folder}"
        for folder in (
            *("age", "cases", "cerfa", "dates", "dossier", "facts", "floors"),
            *("interchange", "law", "maitre", "minors", "notebooks"),
            *("parties", "pay", "views", "properties/test_hostile_facts.py"),
            *("test_bad_arguments.py", "test_bad_input.py", "test_reprs.py"),
        )
    ),
)
STRATEGIES = "tests/testing"
IGNORED = tuple(f"--ignore={path}" for path in (*COVERED, STRATEGIES))
AROUND = (
    "./tests",
    "./README.md",
    "./CONTRIBUTING.md",
    "./docs",
)
INSTALLED = (
    "import apprentissage, sysconfig; "
    "print(apprentissage.__file__); "
    "assert apprentissage.__file__.startswith(sysconfig.get_path('purelib'))"
)

NEW_SEED = str(int(time.time()))

Command = tuple[str, ...]

STAGES: dict[str, tuple[Command, ...]] = {
    "style": (
        (str(BIN / "ruff"), "check"),
        (str(BIN / "ruff"), "format", "--check"),
    ),
    "types": (
        (sys.executable, "-m", "mypy"),
        (sys.executable, "-m", "pyright", "--pythonpath", sys.executable),
    ),
    "floors": ((str(BIN / "lint-imports"), "--no-cache"),),
    "tests": (
        (
            *(*SHARED, "-m", f"{SHORT} and not {DRAWN}", *COVERED),
            *("--cov", "--cov-report=", "--cov-fail-under=0"),
        ),
        (
            *(*SHARED, "-m", SHORT, STRATEGIES),
            *("--cov=src/apprentissage/testing", "--cov-append"),
        ),
        (*SHARED, "-m", f"{SHORT} and {DRAWN}", *COVERED),
        (*SHARED, "-m", SHORT, *IGNORED),
    ),
    "long": ((*SHARED, "-m", "long and not nightly"),),
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


def label(command: Command) -> str:
    """A command as one would type it."""
    words = [Path(word).name for word in command]
    if words[1:2] == ["-m"]:
        del words[:2]
    return " ".join(words[:2] if words[0] == "ruff" else words[:1])


def run(stages: list[str]) -> list[str]:
    """Run the commands of some stages in turn.

    Args:
        stages: Their names.

    Returns:
        The commands that failed.
    """
    failed: list[str] = []
    commands = [command for stage in stages for command in STAGES[stage]]
    environment = dict(os.environ)
    if "nightly" in stages:
        environment["HYPOTHESIS_PROFILE"] = "nightly"
    for rank, command in enumerate(commands, start=1):
        here = f"== {rank}/{len(commands)} {label(command)}"
        print(here, flush=True)
        start = time.perf_counter()
        code = subprocess.run(
            command, cwd=ROOT, env=environment, check=False
        ).returncode
        spent = f"{time.perf_counter() - start:.1f} s"
        if code:
            failed.append(label(command))
            print(f"{here}: FAILED in {spent}", flush=True)
        elif "pytest" not in command:  # pytest closes with its own line
            print(f"{here}: ok in {spent}", flush=True)
    return failed


if __name__ == "__main__":
    if unknown := set(sys.argv[1:]) - set(STAGES):
        sys.exit(f"No such stage: {', '.join(sorted(unknown))}")
    if failed := run(sys.argv[1:]):
        sys.exit(f"== FAILED: {', '.join(failed)}")
