"""The published and derived cases, and how an answer is compared with them.

A topic is served by a module of its name in `topics/`, with one function
`evaluate(facts, readings) -> dict`: it reads the facts of the case (`given`
helps), calls the public API and returns the keys of `expected`, as Python
values: `date`, `Decimal`, `time`, `int`, `bool`, `str` of the vocabulary of
the cases, None, lists and mappings of them. Only the keys of `expected` are
compared. An adapter never sees the id of a case.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from datetime import date, time
from decimal import Decimal
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

from attrs import frozen

from apprentissage.law.readings import LETTER, Readings

DEFAULT = Path(__file__).with_name("data")
FOLDER = Path(os.environ.get("APPRENTISSAGE_CASES", DEFAULT))

SETS = {"documents", "refusal_grounds"}
"""Expected keys whose lists are compared as sets."""

Evaluate = Callable[[Mapping[str, Any], Readings], Mapping[str, Any]]


@frozen
class Question:
    """Facts, the readings they are judged by, and the lawful answer."""

    name: str
    topic: str
    facts: Mapping[str, Any]
    readings: Readings
    expected: Mapping[str, Any]


def files(folder: Path) -> list[Path]:
    """The files of cases of a folder."""
    found = sorted(set(folder.glob("*.json")) - {folder / "schema.json"})
    if not found:
        raise FileNotFoundError(f"APPRENTISSAGE_CASES: no case in {folder}")
    return found


def cases(folder: Path) -> Iterator[dict[str, Any]]:
    """Every case of a folder."""
    for path in files(folder):
        yield from json.loads(path.read_text(encoding="utf-8"))


def questions(folder: Path) -> Iterator[Question]:
    """One question a case, and one for each of its other readings."""
    for case in cases(folder):
        topic, facts = case["topic"], case["facts"]
        yield Question(case["id"], topic, facts, LETTER, case["expected"])
        for other in case.get("alternatives", ()):
            choices = other["readings"]
            if choices is None:
                continue
            named = ",".join(f"{p}={c}" for p, c in choices.items())
            yield Question(
                f"{case['id']}[{named}]", topic, facts, LETTER.choose(**choices), other["expected"]
            )


def printed_elsewhere(folder: Path) -> int:
    """How many alternatives are no reading: a publisher's other figure."""
    return sum(
        other["readings"] is None
        for case in cases(folder)
        for other in case.get("alternatives", ())
    )


@cache
def adapters() -> Mapping[str, Evaluate]:
    """The function of each topic that is served."""
    here = str(Path(__file__).with_name("topics"))
    return {
        module.name: import_module(f"tests.cases.topics.{module.name}").evaluate
        for module in iter_modules([here])
    }


def fact_names(facts: object, prefix: str = "") -> Iterator[str]:
    """The names of facts, as the tables write them: `previous.level`."""
    if isinstance(facts, list):
        for item in facts:
            yield from fact_names(item, f"{prefix}[]")
    elif isinstance(facts, dict):
        for name, value in facts.items():
            path = f"{prefix}.{name}" if prefix else name
            yield path
            yield from fact_names(value, path)


def concerns(entry: str, question: Question) -> bool:
    """Whether a topic or the name of a fact is that of a question."""
    return entry == question.topic or entry in fact_names(question.facts)


def differences(got: object, expected: object, path: str = "") -> Iterator[str]:
    """Where an answer departs from the expected one.

    >>> list(differences({"hours": Decimal("401.750")}, {"hours": "401.75"}))
    []
    >>> list(differences({"key": "02", "valid": True}, {"key": "2"}))
    ["key: got '02', expected '2'"]
    >>> list(differences({}, {"due_on": "2026-05-07"}))
    ["due_on: absent, expected '2026-05-07'"]
    """
    key = path.rpartition(".")[2]
    if isinstance(expected, Mapping) and isinstance(got, Mapping):
        for name, value in expected.items():
            inner = f"{path}.{name}" if path else name
            if name in got:
                yield from differences(got[name], value, inner)
            else:
                yield f"{inner}: absent, expected {value!r}"
    elif isinstance(expected, list) and isinstance(got, list | tuple):
        if key in SETS:
            got, expected = sorted(got), sorted(expected)
        if len(got) != len(expected):
            yield f"{path}: got {got!r}, expected {expected!r}"
            return
        for index, (one, other) in enumerate(zip(got, expected, strict=True)):
            yield from differences(one, other, f"{path}[{index}]")
    elif not _same(got, expected):
        yield f"{path}: got {got!r}, expected {expected!r}"


def _same(got: object, expected: object) -> bool:
    match got, expected:
        case Decimal(), str():
            return got == Decimal(expected)
        case date(), str():
            return got.isoformat() == expected
        case time(), str():
            return got.isoformat("minutes") == expected
    return type(got) is type(expected) and got == expected


def failures(question: Question) -> list[str]:
    """What is wrong with the answer to a question; empty when it is right."""
    evaluate = adapters().get(question.topic)
    if evaluate is None:
        return [f"no module tests/cases/topics/{question.topic}.py"]
    got = evaluate(question.facts, question.readings)
    return list(differences(got, question.expected))
