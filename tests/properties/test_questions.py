"""A plain question answers as the rule does on a contract of those facts.

What the question is not told is unknown in the contract too, and is missed
under the name of the argument.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from attrs import evolve, fields
from hypothesis import given, settings

from apprentissage import (
    contract_end_limit,
    filing_deadline,
    lower_age_eligibility,
    maitre_qualification,
    minimum_training_hours,
    pay_lines,
    pay_schedule,
    training_starts,
    upper_age_eligibility,
)
from apprentissage.age.lower_age import LOWER_AGE
from apprentissage.age.upper_age import UPPER_AGE
from apprentissage.dates.contract_end import CONTRACT_END
from apprentissage.dates.start_gaps import START_GAPS
from apprentissage.dates.training_share import TRAINING_SHARE
from apprentissage.dossier.filing import filing_deadlines
from apprentissage.errors import NotCovered
from apprentissage.facts import Contract, MaitreApprentissage
from apprentissage.facts.names import ARGUMENTS, FRENCH_NAMES, french_names
from apprentissage.judging import Finding, Outcome, Rule
from apprentissage.law.readings import Readings
from apprentissage.maitre.maitre_competence import MAITRE_COMPETENCE
from apprentissage.maitre.maitre_designation import MAITRE_DESIGNATION
from apprentissage.testing import contracts, readings
from tests.support.draws import fewer

FEWER = settings(max_examples=fewer(4, least=60))

AGE = (
    "born_on",
    "starts_on",
    "concluded_on",
    "ends_on",
    "level",
    "previous",
    "rqth",
    "disability_title",
    "business_project",
    "region",
    "project_requires_diploma",
    "high_level_athlete",
    "age_exemption",
)
LEAST_AGE = (
    "born_on",
    "starts_on",
    "concluded_on",
    "lower_secondary_completed",
    "pre_apprenticeship_training",
)
STARTS = (
    "starts_on",
    "concluded_on",
    "employer_training_starts_on",
    "cfa_training_starts_on",
    "cycle_starts_on",
)
FILED = ("starts_on", "concluded_on", "territory", "worked_holidays")
END = ("starts_on", "concluded_on", "ends_on", "last_exam_on", "cycle_ends_on")
HOURS = (
    "starts_on",
    "ends_on",
    "concluded_on",
    "hours",
    "mobilities",
    "hours_before_contract",
    "certifier_minimum_hours",
    "resumes_after_rupture",
    "rqth",
    "high_level_athlete",
)
PAY = (
    "born_on",
    "starts_on",
    "ends_on",
    "concluded_on",
    "diploma",
    "level",
    "cycle_starts_on",
    "cycle_ends_on",
    "cycle_years",
    "entry_year",
    "previous",
    "rqth",
    "high_level_athlete",
    "employer_type",
    "idcc",
    "territory",
    "smc_monthly",
    "grid",
    "public_points",
    "extension",
    "duration_ground",
    "tripartite_agreement",
    "resumes_after_rupture",
    "kind",
    "weekly_hours",
    "overtime_premium",
)
OF_MAITRE = (
    "maitre_born_on",
    "field_diploma_level",
    "diploma_in_field",
    "maitre_diploma_level",
    "experience",
    "experience_months",
    "excluded_months",
    "branch_conditions",
    "brevet_de_maitrise",
    "minimum_qualification",
    "favourable_opinion",
    "maitre_firm",
)
MAITRE = (
    "starts_on",
    "concluded_on",
    "level",
    "employer_type",
    "mode",
    "specific_employer",
    "territory",
    "branch_agreement",
)

QUESTIONS: list[tuple[Rule[Any], Callable[..., Finding], tuple[str, ...]]] = [
    (LOWER_AGE, lower_age_eligibility, LEAST_AGE),
    (UPPER_AGE, upper_age_eligibility, AGE),
    (START_GAPS, training_starts, STARTS),
    (CONTRACT_END, contract_end_limit, END),
    (TRAINING_SHARE, minimum_training_hours, HOURS),
]


def told(contract: Contract, argument: str) -> Any:
    """The fact of a contract that an argument is."""
    path = "apprentice.born_on" if argument == "born_on" else argument
    fact: Any = contract
    for name in ARGUMENTS.get(path, path).split("."):
        fact = getattr(fact, name)
    return fact


def arguments(contract: Contract, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: told(contract, name) for name in names}


def answered(ask: Callable[..., Any], *args: Any, **facts: Any) -> Any:
    """An answer, or the law that is not covered."""
    try:
        return ask(*args, **facts)
    except NotCovered as gap:
        return str(gap)


def deep(found: Finding) -> Iterator[tuple[object, ...]]:
    """What a finding and its parts say, but for how the missing are named."""
    yield (
        found.outcome,
        found.template,
        found.values,
        sorted(french_names(found.missing)),
        found.sources,
        found.caveats,
    )
    for part in found.parts:
        yield from deep(part)


def check_same(mine: Any, judged: Any) -> None:
    if not isinstance(judged, Finding):
        assert mine == judged
        return
    assert list(deep(mine)) == list(deep(judged))


@pytest.mark.parametrize(
    ("rule", "question", "names"), QUESTIONS, ids=[rule.name for rule, _, _ in QUESTIONS]
)
@FEWER
@given(contract=contracts(), choices=readings())
def test_a_question_answers_as_the_rule(
    rule: Rule[Any],
    question: Callable[..., Finding],
    names: tuple[str, ...],
    contract: Contract,
    choices: Readings,
) -> None:
    contract = _without_the_last_class(contract)
    facts = arguments(contract, names)
    mine = answered(question, **facts, readings=choices)
    check_same(mine, answered(rule.judge, contract, choices))
    if isinstance(mine, Finding):
        assert type(mine) is rule.finding
        assert mine.rule == rule.name
        assert mine.contested == rule.find(contract, choices).contested
        # each argument named is one, and is unknown
        for path in mine.missing:
            name = path.partition(".")[0].partition("[")[0]
            assert name in facts
            assert facts[name] is None or path != name


def _without_the_last_class(contract: Contract) -> Contract:
    """No question asks the last class, which tells the collège too."""
    return evolve(contract, apprentice=evolve(contract.apprentice, last_class=None))


@FEWER
@given(contracts(), readings())
def test_a_maitre_is_judged_as_by_both_rules(contract: Contract, choices: Readings) -> None:
    for maitre in contract.maitres or ():
        one = evolve(contract, maitres=(_without_what_no_question_asks(maitre),))
        facts = arguments(one, MAITRE) | {
            name: getattr(maitre, ARGUMENTS[name].removeprefix("maitres.")) for name in OF_MAITRE
        }
        mine = answered(maitre_qualification, **facts, readings=choices)
        judged = answered(MAITRE_COMPETENCE.judge, one, choices)
        if not isinstance(judged, Finding):
            assert mine == judged
            continue
        competent, of_age = mine.parts
        check_same(competent, judged.parts[0])
        named = MAITRE_DESIGNATION.judge(one, choices).parts[0]
        assert next(deep(of_age)) in [*deep(named)]
        assert mine.outcome is min((competent.outcome, of_age.outcome), key=list(Outcome).index)
        assert mine.route == competent["route"]
        assert mine.counted_months == competent["counted_months"]
        assert mine.majority_on == of_age.get("majority_on")


def _without_what_no_question_asks(maitre: MaitreApprentissage) -> MaitreApprentissage:
    return evolve(maitre, status=None)


@FEWER
@given(contracts(), readings())
def test_pay_lines_are_those_of_the_contract(contract: Contract, choices: Readings) -> None:
    mine = answered(pay_lines, **arguments(contract, PAY), readings=choices)
    schedule = answered(pay_schedule, contract, choices)
    if isinstance(schedule, str):
        assert mine == schedule
        return
    assert mine.lines == schedule.lines
    assert [each.sentence for each in mine.assumed] == [each.sentence for each in schedule.assumed]
    assert french_names(each.path for each in mine.assumed) == french_names(
        each.path for each in schedule.assumed
    )
    assert answered(mine.amounts) == answered(schedule.amounts)


@FEWER
@given(contracts(), readings())
def test_the_filing_deadline_is_that_of_the_rule(contract: Contract, choices: Readings) -> None:
    employer = contract.employer
    deadlines = answered(filing_deadlines, contract, None, choices)
    mine = answered(
        filing_deadline,
        **arguments(contract, FILED),
        holidays=employer.holidays,
        public=employer.public,
        readings=choices,
    )
    if isinstance(deadlines, str):
        assert mine == deadlines
        return
    first, *others = deadlines
    assert (mine.counted, mine.skipped) == (first.counted, first.skipped)
    assert mine.sources == first.sources
    assert mine.prudent_latest_on == first.latest_on
    assert mine.latest_on == (None if others else first.latest_on)
    # what is missing is unknown, and some value of it moves the day
    assert bool(mine.missing) == bool(others)
    for name in mine.missing:
        assert getattr(employer, name) is None
    assert (mine.outcome is Outcome.UNDETERMINED) == bool(others)


def test_an_argument_names_one_fact_and_hides_none() -> None:
    assert set(ARGUMENTS.values()) <= set(FRENCH_NAMES)
    assert len(set(ARGUMENTS.values())) == len(ARGUMENTS)
    of_contract = {field.name for field in fields(Contract)}
    assert of_contract & set(ARGUMENTS) == set()
    asked = {*AGE, *LEAST_AGE, *FILED, *STARTS, *END, *HOURS, *PAY, *MAITRE, *OF_MAITRE}
    assert set(ARGUMENTS) - asked == set()
    assert asked - set(ARGUMENTS) - of_contract == {"born_on"}
