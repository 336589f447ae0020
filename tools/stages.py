"""Run the checks of the project, telling each in a plain line.

Usage: python tools/stages.py STAGE...

The stages are named in `STAGES`. The first command that fails ends the run
with its code.
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
    "tests": ((*PYTEST, "--quiet", "--cov"),),
    "nightly": ((*PYTEST, "-m", "", "--hypothesis-show-statistics"),),
    "bench": ((*PYTEST, "benchmarks", "--benchmark-only"),),
    "docs": (
        (
            *(sys.executable, "-m", "sphinx", "--fail-on-warning"),
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


def run(stages: list[str]) -> int:
    """Run the commands of some stages in turn.

    Args:
        stages: Their names.

    Returns:
        0, or the exit code of the first command that failed.
    """
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
            print(f"{here}: FAILED in {spent}", flush=True)
            return code
        if "pytest" not in command:  # pytest closes with its own line
            print(f"{here}: ok in {spent}", flush=True)
    return 0


if __name__ == "__main__":
    if unknown := set(sys.argv[1:]) - set(STAGES):
        sys.exit(f"No such stage: {', '.join(sorted(unknown))}")
    sys.exit(run(sys.argv[1:]))
