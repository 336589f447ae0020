"""`st.from_type` knows every class of facts, whatever is imported first."""

import subprocess
import sys
from importlib.metadata import entry_points

import pytest
from attrs import has
from hypothesis import given, settings
from hypothesis import strategies as st

from apprentissage import facts
from apprentissage._hypothesis_entry import register
from apprentissage.law.readings import LETTER, Readings
from apprentissage.testing import readings
from apprentissage.testing.registered import STRATEGIES

CLASSES = [
    kind
    for kind in (getattr(facts, name) for name in facts.__all__)
    if isinstance(kind, type) and has(kind)
]

HYPOTHESIS_FIRST = "from hypothesis import find, settings, strategies as st"
FACTS_FIRST = "from apprentissage.facts import Contract"
STRATEGIES_FIRST = "import apprentissage.testing"
DRAW = """
none = settings(database=None)
found = find(st.from_type(Contract), lambda _: True, settings=none)
assert found.starts_on.isoformat() == "2025-09-01", found
"""


def run(*lines: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", "\n".join(lines)],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "imports",
    [
        (HYPOTHESIS_FIRST, FACTS_FIRST),
        (FACTS_FIRST, HYPOTHESIS_FIRST),
        (STRATEGIES_FIRST, HYPOTHESIS_FIRST, FACTS_FIRST),
        (HYPOTHESIS_FIRST, STRATEGIES_FIRST, FACTS_FIRST),
    ],
    ids=lambda imports: " > ".join(line.split()[1] for line in imports),
)
@pytest.mark.long
def test_from_type_needs_no_import(imports: tuple[str, ...]) -> None:
    done = run(*imports, DRAW)
    assert done.returncode == 0, done.stderr


def test_hypothesis_alone_loads_no_strategy() -> None:
    done = run(
        "import sys, hypothesis",
        "assert 'apprentissage.facts' in sys.modules",
        "assert 'apprentissage.testing' not in sys.modules",
    )
    assert done.returncode == 0, done.stderr


def test_the_package_works_without_hypothesis() -> None:
    done = run(
        "import sys",
        "sys.modules['hypothesis'] = None",
        "import apprentissage, apprentissage.facts, apprentissage.reviewing",
        "import apprentissage._hypothesis_entry",
        "try:",
        "    import apprentissage.testing",
        "except ImportError:",
        "    pass",
        "else:",
        "    raise AssertionError",
    )
    assert done.returncode == 0, done.stderr


def test_the_entry_point_is_declared() -> None:
    (entry,) = [
        found
        for found in entry_points(group="hypothesis")
        if found.name == "apprentissage"
    ]
    assert entry.load() is register


def test_every_class_of_facts_has_its_strategy() -> None:
    assert set(STRATEGIES) == {*CLASSES, Readings}


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
@settings(max_examples=30)
@given(data=st.data())
def test_every_class_of_facts_is_drawn(
    data: st.DataObject, kind: type[object]
) -> None:
    register()  # a second call changes nothing
    assert isinstance(data.draw(st.from_type(kind)), kind)


@given(st.from_type(Readings), readings(rounding="CEILING"))
def test_readings_are_drawn(any_reading: Readings, chosen: Readings) -> None:
    assert any_reading.smic is LETTER.smic
    assert chosen.rounding.name == "CEILING"


@given(readings(rounding=st.sampled_from(["CEILING", "HALF_UP"])))
def test_readings_take_strategies(chosen: Readings) -> None:
    assert chosen.rounding.name in {"CEILING", "HALF_UP"}
