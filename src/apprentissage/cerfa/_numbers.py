"""A number of the form is well formed, or told where it is not."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, TypeVar

from apprentissage._text import month_of
from apprentissage.cerfa._suggestion import SOURCES
from apprentissage.facts.identifiers import DepositNumber, InvalidIdentifier
from apprentissage.facts.names import french_name
from apprentissage.judging import Finding, Result, compliant, non_compliant, undetermined
from apprentissage.law.sources import Caveat

ALL_WELL_FORMED = "Les numéros écrits sont bien formés."
NUMBERED = "{number} : bien formé ({period})."

T = TypeVar("T")


class NumberFinding(Finding):
    """What is found of a number of the form."""

    number = Result[str]("the number, as the form names it")
    written = Result[str]("what is written")
    position = Result[int]("rank of the first character that is wrong")
    character = Result[str]("that character")
    length = Result[int]("characters written")
    expected = Result[tuple[str, ...]]("what would do: lengths, digits, or the number itself")


class DepositedFinding(NumberFinding):
    """What is found of a number of deposit."""

    department = Result[str]("department of the deposit")
    year = Result[str]("year of the deposit")
    month = Result[str]("month of the deposit")
    period = Result[str]("that month, in French")
    indicator = Result[str]("indicator of the number")
    sequence = Result[str]("sequence number")


def opening(words: str) -> str:
    """Words as a sentence opens."""
    return f"{words[0].upper()}{words[1:]}"


def malformed(path: str, error: InvalidIdentifier) -> Finding:
    """What a number that is not well formed gives, and where it fails."""
    name = french_name(path)
    written = str(error.value)
    if error.position is not None:
        return non_compliant(
            "{number} : mal formé au caractère {position}, « {character} » ({written}).",
            sources=SOURCES,
            subject=name,
            number=opening(name),
            written=written,
            position=error.position,
            character=written[error.position - 1],
        )
    return non_compliant(
        "{number} : mal formé ({written})."
        if error.length is None
        else ("{number} : mal formé, {length} caractères au lieu de {expected:ou} ({written})."),
        sources=SOURCES,
        subject=name,
        number=opening(name),
        written=written,
        length=error.length,
        expected=tuple(map(str, error.lengths)),
    )


@cache  # as many as the form has numbers
def unwritten(path: str) -> Finding:
    """What is told of a number that nobody wrote."""
    return undetermined(path, sources=SOURCES, subject=french_name(path))


def formed(path: str, written: str | None, parse: Callable[[str], object]) -> Finding:
    """Whether a number is well formed."""
    return read(path, written, parse)[0]


def read(path: str, written: str | None, parse: Callable[[str], T]) -> tuple[Finding, T | None]:
    """Whether a number is well formed, and what it tells."""
    if written is None:
        return unwritten(path), None
    try:
        told = parse(written)
    except InvalidIdentifier as error:
        return malformed(path, error), None
    name, number = _names(path)
    found = compliant(
        "{number} : bien formé ({written}).",
        sources=SOURCES,
        subject=name,
        number=number,
        written=written,
    )
    return found, told


@cache
def _names(path: str) -> tuple[str, str]:
    """How French calls a number, within a sentence and as it opens."""
    name = french_name(path)
    return name, opening(name)


def told_otherwise(found: Finding, template: str, expected: str, why: Caveat) -> Finding:
    """A number well formed that the box wants otherwise."""
    return found.but(template, caveats=(why,), expected=(expected,))


def numbered(found: DepositNumber, number: str) -> dict[str, Any]:
    """The parts of a deposit number, for the finding on it."""
    return {
        "sources": SOURCES,
        "number": number,
        "department": found.department,
        "year": str(found.year),
        "month": str(found.month),
        "period": month_of(date(found.year, found.month, 1)),
        "indicator": found.indicator,
        "sequence": found.sequence,
    }
