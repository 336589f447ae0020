"""The same answers to the byte, whatever the host has set."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROBE = ROOT / "tests" / "host_probe.py"

HOSTS: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "plain": ((), {"PYTHONHASHSEED": "0", "TZ": "UTC"}),
    "few digits": ((), {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati"}),
    "traps": (("-O",), {"PYTHONHASHSEED": "2", "TZ": "America/Adak"}),
    "no traps": (("-X", "utf8=0"), {"LC_ALL": "C", "PYTHONHASHSEED": "3"}),
    "short ints": (("-OO",), {"PYTHONHASHSEED": "4"}),
    "elsewhere": ((), {"LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "5"}),
    "frozen": (("-B", "-W", "error"), {"PYTHONHASHSEED": "6"}),
    "threads": ((), {"PYTHONHASHSEED": "7"}),
}
"""Options of the interpreter and environment; what the probe sets besides."""


@cache
def _answers(host: str) -> dict[str, Any]:
    options, environment = HOSTS[host]
    asked = subprocess.run(
        [sys.executable, *options, str(PROBE), host],
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(ROOT), *filter(None, sys.path))),
            **environment,
        },
        capture_output=True,
        check=False,
        timeout=600,
    )
    assert not asked.returncode, asked.stderr.decode()
    answers: dict[str, Any] = json.loads(asked.stdout)
    return answers


@pytest.mark.long
@pytest.mark.parametrize("host", [name for name in HOSTS if name != "plain"])
def test_the_host_changes_no_answer(host: str) -> None:
    plain, answers = _answers("plain"), _answers(host)
    assert len(plain["told"]) > 20
    told = {
        name: digest
        for name, digest in plain["told"].items()
        if host != "threads" or name != "schema"
    }
    assert answers["told"] == told
    assert not plain["examples"]
    assert not answers["examples"]
