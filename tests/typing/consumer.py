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
from apprentissage.facts import Apprentice, Contract
from apprentissage.facts.authorities import Source
from apprentissage.judging import Finding, Outcome
from apprentissage.law.dated import ByConclusion, Version
from apprentissage.law.readings import LETTER, Readings
from apprentissage.months import last_day_of, same_day
from apprentissage.pay.amounts import PayLine
from apprentissage.pay.schedule import PaySchedule, pay_schedule
from apprentissage.reviewing import Agenda, Review, agenda, review

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


contract = Contract(
    concluded_on=day,
    starts_on=day,
    ends_on=last_day_of(day, 12),
    apprentice=Apprentice(born_on=date(2007, 9, 15)),
)

unborn = Apprentice()  # type: ignore[call-arg] # a required fact is one
assert_type(contract.apprentice.rqth, bool | None)

findings = assert_type(review(contract), Review)
assert_type(findings.outcome, Outcome)
assert_type(findings.non_compliant, tuple[Finding, ...])
assert_type(findings.missing, tuple[str, ...])
for finding in findings:
    assert_type(finding, Finding)
    assert_type(finding.sentence, str)

assert_type(agenda(contract), Agenda)
for entry in agenda(contract):
    assert_type(entry.on, date)

lines = assert_type(pay_schedule(contract), PaySchedule)
assert_type(lines.on(day), PayLine)
assert_type(lines[0], PayLine)
assert_type(lines[:2], tuple[PayLine, ...])
