"""Code of a user, checked by mypy and pyright and never run.

Each `assert_type` is a promise of the public signatures.
"""

from datetime import date
from typing import assert_type

from apprentissage.errors import (
    ApprentissageError,
    InvalidValue,
    NotCovered,
    WrongType,
)
from apprentissage.law.dated import ByConclusion, Version
from apprentissage.law.readings import LETTER, Readings
from apprentissage.law.sources import Source
from apprentissage.months import last_day_of, same_day

day = date(2026, 9, 1)

assert_type(same_day(day, 3), date)
assert_type(last_day_of(day, 12), date)

assert_type(LETTER, Readings)


def limit(table: ByConclusion[int]) -> int:
    """A table of the law keeps the type of its values."""
    version = table.concluded(day)
    assert_type(version, Version[int])
    assert_type(version.sources, tuple[Source, ...])
    return version.value


def told(error: ApprentissageError) -> str:
    """Errors are told apart by class, and say where and what to do."""
    match error:
        case InvalidValue() | WrongType():
            return f"{assert_type(error.path, str)}: {error.remedy}"
        case NotCovered():
            return str(assert_type(error.covered_from, date | None))
        case _:
            return str(error)
