"""What refuses truth-testing hides no error from a type checker."""

import subprocess
import sys
from pathlib import Path

import pytest

TRUTHS = {
    "outcome": "found.outcome",
    "finding": "found.findings[0]",
    "review": "found",
    "form": "review_form(contract)",
    "box": "review_form(contract).boxes[0]",
}
USER = '''\
"""A user who forgets to compare an outcome."""

from apprentissage import Contract, review, review_form


def told(contract: Contract) -> int:
    """The trap."""
    found = review(contract)
    if {truth}:
        return "text"
    return found.outcome
'''
WRONG_LINES = (10, 11)


@pytest.mark.long
def test_what_follows_a_truth_test_is_checked(tmp_path: Path) -> None:
    for name, truth in TRUTHS.items():
        user = USER.format(truth=truth)
        (tmp_path / f"{name}.py").write_text(user, encoding="utf-8")
    run = subprocess.run(
        [
            *(sys.executable, "-m", "mypy", "--strict", "--no-error-summary"),
            *("--cache-dir", str(tmp_path / "cache"), "--config-file="),
            *sorted(str(path) for path in tmp_path.glob("*.py")),
        ],
        capture_output=True,
        check=False,
        text=True,
        cwd=Path(__file__).parent.parent,
    )
    reported = {
        tuple(line.split(":")[:2]) for line in run.stdout.splitlines() if "[return-value]" in line
    }
    expected = {
        (str(tmp_path / f"{name}.py"), str(line)) for name in TRUTHS for line in WRONG_LINES
    }
    assert reported == expected, run.stdout + run.stderr
