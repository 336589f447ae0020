"""The oracle of pay gives the lines of every case, under every reading.

What it is compared with elsewhere has to be right by itself: its contracts
are built here from the facts of the cases, apart from the adapters that the
engine answers through.
"""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from apprentissage.facts import (
    NO_EXTENSION,
    NO_GRID,
    Apprentice,
    ByDay,
    Contract,
    DeclaredPayLine,
    Diploma,
    Employer,
    EmployerType,
    Extension,
    ExtensionReason,
    Grid,
    PayBase,
    PreviousCycle,
    RateKind,
    Route,
    Territory,
    Training,
)
from apprentissage.facts.pay import Rates
from tests.cases import suite
from tests.oracles.pay_by_day import monthly_on, pay_on, too_low_from, walk

LAST_KNOWN_SMIC = date(2026, 8, 22)
"""The cases assert no SMIC of a later day."""

PUBLIC = EmployerType.COMMUNE
PRIVATE = EmployerType.OTHER_PRIVATE


def contract(facts: dict[str, Any]) -> Contract:
    """The contract of a case; what is absent is the ordinary situation."""
    previous = facts.get("previous")
    level = facts.get("target_level", 6)
    return Contract(
        concluded_on=date.fromisoformat(facts["concluded_on"]),
        starts_on=date.fromisoformat(facts["starts_on"]),
        ends_on=date.fromisoformat(facts["ends_on"]),
        apprentice=Apprentice(
            born_on=date.fromisoformat(facts["born_on"]),
            rqth=facts.get("disabled_worker", False),
            high_level_athlete=facts.get("high_level_athlete", False),
        ),
        training=Training(
            level=level,
            diploma=Diploma.LICENCE_PROFESSIONNELLE
            if facts.get("licence_professionnelle")
            else None,
            cycle_years=facts.get("cycle_years"),
            entry_year=facts.get("entry_year_of_cycle", 1),
            cycle_starts_on=a_day(facts, "cycle_starts_on"),
            cycle_ends_on=a_day(facts, "cycle_ends_on"),
        ),
        employer=Employer(
            type=PUBLIC if facts.get("employer_sector") == "public" else PRIVATE,
            territory=next(t for t in Territory if t.value == facts.get("zone", "metropole")),
        ),
        tripartite_agreement=facts.get("tripartite_agreement", False),
        resumes_after_rupture=facts.get("resumed_after_termination", False),
        extension=Extension(
            reason=ExtensionReason(facts["extra_year"]),
            starts_on=a_day(facts, "extra_year_starts_on"),
        )
        if "extra_year" in facts
        else NO_EXTENSION,
        smc_monthly=smc(facts),
        grid=grid(facts.get("conventional_grid")),
        public_points=facts.get("public_points"),
        weekly_hours=Decimal(facts.get("weekly_hours", 35)),
        previous=() if previous is None else (cycle(previous, level),),
        declared_pay=tuple(map(declared, facts.get("declared", ()))),
    )


def a_day(facts: dict[str, Any], name: str) -> date | None:
    return date.fromisoformat(facts[name]) if name in facts else None


def smc(facts: dict[str, Any]) -> ByDay | None:
    if "smc_monthly" not in facts:
        return None
    steps = [(date(2000, 1, 1), Decimal(facts["smc_monthly"]))]
    for change in facts.get("smc_changes", ()):
        first = date.fromisoformat(change["on"])
        steps.append((first, Decimal(change["monthly"])))
    return ByDay(tuple(steps))


def grid(given: dict[str, Any] | None) -> Grid | None:
    if given is None:
        return None
    rows: dict[str, Rates] = {}
    for bracket, written in given["rates"].items():
        first, second, third, *_ = (*map(Decimal, written), Decimal(0), Decimal(0))
        rows[bracket] = first, second, third
    if not rows:
        return NO_GRID
    return Grid(
        base=PayBase(given["base"]),
        under_18=rows.get("under_18"),
        from_18=rows.get("18_20"),
        from_21=rows.get("21_25"),
        from_26=rows.get("26_plus"),
    )


def level_obtained(given: dict[str, Any], level: int) -> int:
    if given.get("diploma_obtained") is False:
        return 0
    other = 4 if level == 3 else 3
    return level if given.get("same_level") else other


def cycle(given: dict[str, Any], level: int) -> PreviousCycle:
    def decimal(name: str) -> Decimal | None:
        return Decimal(given[name]) if name in given else None

    return PreviousCycle(
        route=Route(given.get("route", "school")),
        same_employer=given.get("same_employer"),
        same_branch=given.get("same_branch"),
        diploma_obtained=given.get("diploma_obtained"),
        level=level_obtained(given, level),
        directly_related=given.get("directly_related"),
        cycle_years=given.get("cycle_years"),
        last_rate=decimal("last_rate"),
        last_rate_kind=RateKind(given["last_rate_kind"]) if "last_rate_kind" in given else None,
        last_statutory_rate=decimal("last_statutory_rate"),
    )


def declared(given: dict[str, Any]) -> DeclaredPayLine:
    return DeclaredPayLine(
        order=given["order"],
        starts_on=date.fromisoformat(given["starts_on"]),
        ends_on=date.fromisoformat(given["ends_on"]),
        rate=Decimal(given["rate"]),
        base=PayBase(given["base"]),
        monthly=Decimal(given["monthly"]) if "monthly" in given else None,
    )


def asked(topic: str, what: str | None = None) -> list[suite.Question]:
    """The questions of a topic, one for each reading."""
    return [
        question
        for question in suite.questions(suite.FOLDER)
        if question.topic == topic and question.facts.get("asked") == what
    ]


def named(question: suite.Question) -> str:
    return question.name


@pytest.mark.parametrize("question", asked("salary_schedule"), ids=named)
def test_the_lines_of_a_case(question: suite.Question) -> None:
    known = contract(dict(question.facts))
    got = []
    for line in walk(known, question.readings):
        monthly, _ = monthly_on(known, question.readings, line, line.starts_on)
        shown = {
            "order": line.order,
            "execution_year": int(line.order[0]),
            "starts_on": line.starts_on,
            "ends_on": line.ends_on,
            "age_bracket": line.bracket,
            "rate": decimal(line.rate),
            "base": line.base,
            "monthly": decimal(monthly),
        }
        got.append(shown)
    assert not list(suite.differences({"lines": got}, question.expected))


@pytest.mark.parametrize("question", asked("salary_points", "rate_on"), ids=named)
def test_the_rate_of_a_day(question: suite.Question) -> None:
    known = contract(dict(question.facts))
    day = date.fromisoformat(question.facts["on"])
    rate, base, euros, _ = pay_on(known, question.readings, day)
    got = {"rate": decimal(rate), "base": base, "monthly": round(decimal(euros), 2)}
    assert not list(suite.differences(got, question.expected))


@pytest.mark.parametrize("question", asked("salary_points", "plus_15_rate"), ids=named)
def test_the_fifteen_points(question: suite.Question) -> None:
    concluded = date.fromisoformat(question.facts["concluded_on"])
    age = {"under_18": 16, "18_20": 18, "21_25": 22, "26_plus": 30}[question.facts["age_bracket"]]
    known = contract(
        {
            **question.facts,
            "born_on": concluded.replace(year=concluded.year - age).isoformat(),
            "starts_on": concluded.isoformat(),
            "ends_on": (concluded + timedelta(days=364)).isoformat(),
            "zone": "metropole",
        }
    )
    rate, base, *_ = pay_on(known, question.readings, concluded)
    got = {"rate": decimal(rate), "base": base}
    assert not list(suite.differences(got, question.expected))


@pytest.mark.parametrize("question", asked("salary_points", "declared_pay"), ids=named)
def test_the_lines_of_a_form(question: suite.Question) -> None:
    known = contract(dict(question.facts))
    day = too_low_from(known, question.readings, LAST_KNOWN_SMIC)
    got = {"outcome": "non_compliant" if day else "compliant", "too_low_from_on": day}
    assert not list(suite.differences(got, question.expected))


def decimal(of: Fraction) -> Decimal:
    return Decimal(of.numerator) / Decimal(of.denominator)
