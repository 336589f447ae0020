"""`st.from_type` knows every class of facts, whatever is imported first."""

import subprocess
import sys
from datetime import date, time
from decimal import Decimal
from enum import Enum
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any, cast

import pytest
from attrs import fields, frozen, has
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from apprentissage import facts
from apprentissage._hypothesis_entry import register
from apprentissage.facts import BranchAgreement, Cfa, Employer, Period
from apprentissage.law.readings import LETTER, Readings
from apprentissage.testing import readings
from apprentissage.testing._drawing import Facts
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
        found for found in entry_points(group="hypothesis") if found.name == "apprentissage"
    ]
    assert entry.load() is register


def test_every_class_of_facts_has_its_strategy() -> None:
    assert set(STRATEGIES) == {*CLASSES, Readings}


NEVER_DRAWN = {
    (Employer, "holidays"),  # an object of the program
    (BranchAgreement, "source"),  # nobody judges by it
}


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_every_fact_of_every_class_is_drawn(kind: type[Any]) -> None:
    register()  # a second call changes nothing
    names = {each.name for each in fields(kind)}
    known: set[str] = set()

    @settings(max_examples=120, database=None, derandomize=True)
    @given(st.from_type(kind))
    def draw(drawn: object) -> None:
        assert isinstance(drawn, kind)
        known.update(n for n in names if getattr(drawn, n) is not None)

    draw()
    assert {(kind, name) for name in names - known} <= NEVER_DRAWN


class Colour(Enum):
    GREEN = "green"
    RED = "red"


@frozen(kw_only=True)
class New:
    """Plain facts of every type, none of them named by the strategies."""

    is_it: bool | None = None
    shade: Colour | None = None
    shades: frozenset[Colour] | None = None
    amount: Decimal | None = None
    weight: Decimal | int | None = None
    count: int | None = None
    text: str | None = None
    at: time | None = None
    starting_on: date
    ending_on: date | None = None
    centre: Cfa | None = None
    periods: tuple[Period, ...] | None = None
    path: Path | None = None
    paths: tuple[Path, ...] | None = None
    notes: tuple[str, ...] = ()


def test_new_facts_are_drawn_by_their_types() -> None:
    seen: dict[str, set[object]] = {each.name: set() for each in fields(New)}

    @settings(max_examples=200, database=None, derandomize=True)
    @given(st.data())
    def draw(data: st.DataObject) -> None:
        fact = Facts(cast("DrawFn", data.draw), unknowns=True)
        drawn = fact.whole(New)
        for name, values in seen.items():
            values.add(getattr(drawn, name))
        simple = fact.simple(New, starting_on=date(2026, 9, 1))
        assert simple.is_it is False
        assert simple.shade is Colour.GREEN
        assert simple.ending_on == date(2025, 9, 1)
        assert simple.periods == ()
        assert simple.path is None

    draw()
    assert seen["is_it"] == {None, False, True}
    assert seen["shade"] == {None, *Colour}
    assert seen["path"] == seen["paths"] == {None}
    assert seen["notes"] == {()}
    del seen["path"], seen["paths"], seen["notes"]
    for name, values in seen.items():
        assert len(values) > 2 or name in {"is_it", "shade"}, name
        assert (None in values) is (name != "starting_on"), name


@given(st.from_type(Readings), readings(rounding="CEILING"))
def test_readings_are_drawn(any_reading: Readings, chosen: Readings) -> None:
    assert any_reading.smic is LETTER.smic
    assert chosen.rounding.name == "CEILING"


@given(readings(rounding=st.sampled_from(["CEILING", "HALF_UP"])))
def test_readings_take_strategies(chosen: Readings) -> None:
    assert chosen.rounding.name in {"CEILING", "HALF_UP"}
