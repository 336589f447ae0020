"""Code of a user, checked by mypy and pyright and never run.

Each `assert_type` is a promise of the public signatures.
"""

from datetime import date
from decimal import Decimal
from typing import assert_type

from apprentissage.age.upper_age import UPPER_AGE, UpperAgeFinding, upper_age_eligibility
from apprentissage.errors import ApprentissageError, InvalidValue, NotCovered, WrongType
from apprentissage.facts import AgeBracket, AgeExemption, Apprentice, Contract, Grid
from apprentissage.facts.authorities import Source
from apprentissage.judging import Finding, Outcome, Result, Rule, compliant
from apprentissage.law.dated import ByConclusion, Version
from apprentissage.law.readings import LETTER, Readings
from apprentissage.maitre.maitre_competence import MaitreQualification, maitre_qualification
from apprentissage.months import last_day_of, same_day
from apprentissage.pay import (
    ArrearsCause,
    AuditedMonth,
    PayAudit,
    PayMonth,
    PaySlice,
    Payslip,
    ProRata,
    audit_pay,
)
from apprentissage.pay.claims import PayLine
from apprentissage.pay.grids import statutory_rate
from apprentissage.pay.schedule import PaySchedule, pay_lines, pay_schedule
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

september = lines.month(2026, 9, method=ProRata.CALENDAR_DAYS)
assert_type(september, PayMonth)
assert_type(september.due, Decimal)
assert_type(september[0], PaySlice)
unnamed = lines.month(2026, 9, method="days")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]

slip = Payslip(year=2026, month=9, gross=900)
audit = assert_type(audit_pay(contract, [slip]), PayAudit)
assert_type(audit.by_cause, tuple[tuple[ArrearsCause, Decimal], ...])
assert_type(audit.claim_on(day).claimable, Decimal)
for month in audit:
    assert_type(month, AuditedMonth)
    assert_type(month.outcome, Outcome)
    assert_type(month.payslip.weekly_hours, Decimal | None)


# A rule's finding has its named results, of the type declared, or None.
age = assert_type(findings[UPPER_AGE], UpperAgeFinding)
assert_type(UPPER_AGE.find(contract), UpperAgeFinding)
assert_type(age.latest_on, date | None)
assert_type(age.exemption, AgeExemption | None)
assert_type(age.parts[0].latest_on, date | None)
assert_type(findings["upper_age"], Finding)
unheard_of = age.oldest_on  # type: ignore[attr-defined] # pyright: ignore[reportAttributeAccessIssue]


class Grade(Finding):
    """What a user's own rule finds."""

    grade = Result[int]("grade of the apprentice")
    days = Result[tuple[date, ...]]("days that count")


def judge(_: Contract, __: Readings) -> Finding:
    """A rule of the user's own."""
    return compliant("Oui.", grade=3)


GRADE = Rule(name="grade", title="Échelon", judge=judge, finding=Grade)
PLAIN = Rule(name="plain", title="Sans résultat", judge=judge)
mine = review(contract, rules=(GRADE, PLAIN, UPPER_AGE))
assert_type(mine[GRADE].grade, int | None)
assert_type(mine[GRADE].days, tuple[date, ...] | None)
assert_type(mine[PLAIN], Finding)


# A plain question has the type of its answer, and takes whole numbers.
asked = upper_age_eligibility(born_on=day, starts_on=day, concluded_on=day)
assert_type(asked, UpperAgeFinding)
assert_type(asked.latest_on, date | None)
assert_type(maitre_qualification(starts_on=day, concluded_on=day), MaitreQualification)
assert_type(
    statutory_rate(age_bracket=AgeBracket.FROM_18, execution_year=1, concluded_on=day).rate,
    Decimal,
)
assert_type(
    pay_lines(
        born_on=day,
        starts_on=day,
        ends_on=day,
        concluded_on=day,
        weekly_hours=39,
        smc_monthly=1900,
    ),
    PaySchedule,
)
whole = Contract(
    concluded_on=day,
    starts_on=day,
    ends_on=day,
    apprentice=Apprentice(born_on=day),
    weekly_hours=39,
    smc_monthly=1900,
    grid=Grid(from_18=(50, 60, Decimal("70.5"))),
)
assert_type(whole.weekly_hours, Decimal | None)
