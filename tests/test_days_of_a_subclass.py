"""Every public function answers days of a subclass as it answers plain ones.

freezegun and pendulum put dates of their own in the place of `datetime.date`.
The examples of the docstrings are asked again with such days; what they print
is the same.
"""

import doctest
import importlib
import pkgutil
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import apprentissage
from apprentissage._guards import plain_day

PACKAGE = "apprentissage."


class Interval(timedelta):
    """As that of pendulum."""

    def __repr__(self) -> str:
        return "Interval"


class Day(date):
    """A day that computes days of its own kind, and shows itself as one."""

    def __repr__(self) -> str:
        return "Day"

    def __add__(self, other: timedelta) -> "Day":
        return _day(plain_day(self) + other)

    def __sub__(self, other: Any) -> Any:
        found = plain_day(self) - other
        if isinstance(found, date):
            return _day(found)
        return Interval(found.days)

    def replace(self, *_: object, **__: object) -> Any:
        raise AssertionError("pendulum replaces by keywords alone")


def _day(day: date) -> Day:
    return Day(day.year, day.month, day.day)


def _examples() -> Iterator[doctest.DocTest]:
    """The examples of public modules that write a date."""
    finder = doctest.DocTestFinder(exclude_empty=True)
    for found in pkgutil.walk_packages(apprentissage.__path__, PACKAGE):
        if "._" in found.name or ".testing" in found.name:
            continue
        module = importlib.import_module(found.name)
        for test in finder.find(module, module=module):
            if any("date(" in example.source for example in test.examples):
                yield test


def _said(test: doctest.DocTest) -> str:
    """What differs where the days of an example are of that class."""
    test.globs = {**test.globs, "date": Day}
    for example in test.examples:
        example.source = re.sub(
            r"from datetime import date(?:, (\w+))?",
            lambda found: f"from datetime import {found[1]}" if found[1] else "pass",
            example.source,
        )
    said: list[str] = []
    doctest.DocTestRunner().run(test, out=said.append)
    return "".join(said)


def test_an_example_says_the_same() -> None:
    said = {test.name: _said(test) for test in _examples()}
    assert len(said) > 100
    assert {name: text for name, text in said.items() if text} == {}
