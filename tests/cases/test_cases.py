"""Every case of the folder, under every reading it names.

The folder is that of the variable APPRENTISSAGE_CASES, or `data/`.
"""

import json
from datetime import time
from decimal import Decimal
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.cases import suite
from tests.cases.not_served import NOT_SERVED

SERVED = [
    question
    for question in suite.questions(suite.FOLDER)
    if not any(suite.concerns(entry, question) for entry in NOT_SERVED)
]


def fails(question: suite.Question) -> bool:
    try:
        return bool(suite.failures(question))
    except Exception:  # noqa: BLE001 an adapter may lean on what is not there
        return True


@pytest.mark.parametrize("question", SERVED, ids=lambda q: q.name)
def test_case(question: suite.Question) -> None:
    assert suite.failures(question) == []


@pytest.mark.parametrize("entry", NOT_SERVED)
def test_what_is_not_served_fails(entry: str) -> None:
    concerned = [
        question for question in suite.questions(suite.DEFAULT) if suite.concerns(entry, question)
    ]
    assert concerned, f"{entry!r} is no topic and no fact of the cases"
    assert any(map(fails, concerned)), f"{entry!r} is served: remove its line"


@pytest.mark.parametrize("path", suite.files(suite.FOLDER), ids=lambda path: path.stem)
def test_data_follow_the_schema(path: Path) -> None:
    schema = json.loads((suite.DEFAULT / "schema.json").read_text("utf-8"))
    checker = Draft202012Validator(schema)
    faults = checker.iter_errors(json.loads(path.read_text("utf-8")))
    assert [fault.message for fault in faults] == []


def test_served_topics_have_cases() -> None:
    topics = {case["topic"] for case in suite.cases(suite.DEFAULT)}
    assert set(suite.adapters()) <= topics


def test_names_are_unique() -> None:
    names = [question.name for question in suite.questions(suite.FOLDER)]
    assert len(set(names)) == len(names)


def test_alternatives_that_are_no_reading() -> None:
    # One publisher prints another amount for a rate; nothing can be asked.
    assert suite.printed_elsewhere(suite.DEFAULT) == 1


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        ({"a": 1}, {"a": True}),
        ({"a": "43"}, {"a": "43.0"}),
        ({"a": None}, {"a": False}),
        ({"days": ["x"]}, {"days": ["x", "y"]}),
        ({"days": ["y", "x"]}, {"days": ["x", "y"]}),
        ({"documents": ["x", "x"]}, {"documents": ["x"]}),
        ({"lines": [{"rate": 1}]}, {"lines": [{"rate": 2}]}),
        ({"lines": [{}]}, {"lines": [{"rate": 2}]}),
        ({"code": None}, {"code": "11"}),
        ({"lines": None}, {"lines": []}),
    ],
)
def test_the_comparison_tells(got: dict[str, object], expected: dict[str, object]) -> None:
    assert list(suite.differences(got, expected))


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        ({"a": 1, "more": 2}, {"a": 1}),
        ({"a": Decimal("43.0")}, {"a": "43"}),
        ({"a": time(6, 0)}, {"a": "06:00"}),
        ({"documents": ["y", "x"]}, {"documents": ["x", "y"]}),
        ({"lines": ({"rate": 2, "more": 3},)}, {"lines": [{"rate": 2}]}),
    ],
)
def test_the_comparison_accepts(got: dict[str, object], expected: dict[str, object]) -> None:
    assert list(suite.differences(got, expected)) == []


def test_fact_names_are_those_of_the_tables() -> None:
    facts = {"zone": "x", "previous": {"level": 3}, "supervised": [{"kind": 1}]}
    assert set(suite.fact_names(facts)) == {
        "zone",
        "previous",
        "previous.level",
        "supervised",
        "supervised[].kind",
    }
