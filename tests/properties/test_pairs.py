"""Two results that speak of the same thing never contradict each other.

`PAIRS` lists them, each with the property that holds them equal on drawn
contracts. A result that comes to speak of what another tells gets its line
here, and its property below or beside the tests of its own.
"""

import ast
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from attrs import evolve
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from apprentissage import (
    Holder,
    ProRata,
    agenda,
    archive_plan,
    cerfa_retention,
    decision_due_on,
    first_year_aid,
    majority_on,
    minor_limits,
    monthly_pay,
    pay_schedule,
    review,
    review_form,
    statutory_grid,
    statutory_rate,
    suggest,
)
from apprentissage._text import euros
from apprentissage.age.contract_after_failure import CONTRACT_AFTER_FAILURE
from apprentissage.age.lower_age import LOWER_AGE
from apprentissage.age.successive_contracts import SUCCESSIVE_CONTRACTS
from apprentissage.age.upper_age import UPPER_AGE
from apprentissage.catalogue import RULES
from apprentissage.cerfa.contract_type_code import CONTRACT_TYPE_CODE
from apprentissage.cerfa.derogation_code import DEROGATION_CODE
from apprentissage.dates.duration_and_cycle import DURATION_AND_CYCLE, agreement_needed
from apprentissage.dates.extra_year import EXTRA_YEAR, repeated_from
from apprentissage.dates.rupture import broken_on, free_until, rupture_on
from apprentissage.dossier.cerfa_retention import CERFA_RETENTION, contract_over_on
from apprentissage.dossier.document_texts import Document
from apprentissage.dossier.documents_kept import DOCUMENTS_KEPT
from apprentissage.dossier.documents_sent import DOCUMENTS_SENT
from apprentissage.dossier.employer_aid import EMPLOYER_AID
from apprentissage.errors import NotCovered
from apprentissage.facts import (
    AgeBracket,
    AgeExemption,
    Apprentice,
    Contract,
    ContractMode,
    ContractType,
    DerogationType,
    PayBase,
    PriorSituation,
    Route,
    Signatory,
    SpecificEmployer,
    Territory,
    WorkDay,
    WorkingTime,
    WorkSector,
)
from apprentissage.interchange import write_agenda, write_review, write_schedule
from apprentissage.judging import Finding, Outcome
from apprentissage.law.readings import LETTER, POINTS, Readings
from apprentissage.minors.minors_hours import MINORS_HOURS
from apprentissage.months import morrow_of, same_day
from apprentissage.parties.signatures import SIGNATURES
from apprentissage.pay.minimum_pay import MINIMUM_PAY
from apprentissage.testing import (
    apprentices,
    compliant_contracts,
    contracts,
    days,
    ordinary_contracts,
    previous_cycles,
    readings,
    scheduled_contracts,
)
from apprentissage.views.ical import icalendar_text
from apprentissage.views.page import page
from tests.properties.paths import told
from tests.sample import entries, undated
from tests.sample import given as signed_and_started
from tests.support.draws import fewer
from tests.views.test_page import findings_told

ROOT = Path(__file__).parents[2]
FEWER = settings(max_examples=fewer(4, least=30))
"""Each example is judged by every rule."""
MANY = settings(max_examples=fewer(1, least=60))
YES, NO, OPEN = (Outcome.COMPLIANT, Outcome.NON_COMPLIANT, Outcome.UNDETERMINED)
NONE = Outcome.NOT_APPLICABLE


class Pair(NamedTuple):
    """Two results, and the test that holds them equal."""

    one: str
    other: str
    test: str


_HERE = "tests/properties/test_pairs.py"
_QUESTIONS = "tests/properties/test_questions.py"
_ALL_RULES = "tests/properties/test_all_rules.py"
_REMEDIES = "tests/properties/test_remedies.py"
_DAY_BY_DAY = "tests/pay/test_day_by_day.py"
_DECLARED = "tests/pay/test_declared_R6222_4.py"
_PAYSLIPS = "tests/pay/test_payslips_L3245_1.py"
_MONTHS = "tests/pay/test_months.py"
_TIMELINE = "tests/views/test_timeline.py"

PAIRS = (
    # review, and what is written of it
    Pair(
        "review[rule]",
        "rule.judge under each reading",
        f"{_ALL_RULES}::test_a_review_tells_what_judging_outright_finds",
    ),
    Pair(
        "review.outcome, .missing, .non_compliant, .contested",
        "its findings",
        f"{_HERE}::test_a_review_sums_up_its_findings",
    ),
    Pair("review", "write_review, to_rows", f"{_HERE}::test_a_review_is_written_as_found"),
    Pair("review", "page", f"{_HERE}::test_a_page_tells_what_a_review_finds"),
    Pair("review", "review_form", f"{_HERE}::test_a_form_tells_what_a_review_finds"),
    Pair(
        "finding.holds_from",
        "the finding of a contract of that day",
        f"{_ALL_RULES}::test_a_rule_holds_from_the_day_it_tells_and_not_before",
    ),
    Pair(
        "finding.holds_from",
        "the findings of the days before",
        "tests/properties/test_holds_from.py::test_no_day_before_would_do",
    ),
    Pair(
        "remedy.finding, .clears",
        "review of its contract",
        f"{_REMEDIES}::test_the_fault_is_undone_or_told_to_be_lasting",
    ),
    Pair(
        "remedies.questions",
        "review of the contract of the answer",
        f"{_REMEDIES}::test_any_contract_under_any_reading",
    ),
    Pair(
        "difference",
        "difference the other way round",
        f"{_REMEDIES}::test_a_difference_is_antisymmetric",
    ),
    Pair(
        "difference.pay",
        "months of both schedules",
        f"{_REMEDIES}::test_every_day_of_a_difference_of_pay_differs",
    ),
    Pair(
        "suggest",
        "the rules of the codes, and the code once written",
        f"{_HERE}::test_a_code_suggested_is_the_one_that_complies",
    ),
    # questions and doors beside a rule
    *(
        Pair(door, f"the rule {rule}", f"{_QUESTIONS}::test_a_question_answers_as_the_rule")
        for door, rule in (
            ("upper_age_eligibility", "upper_age"),
            ("training_starts", "start_gaps"),
            ("contract_end_limit", "contract_end"),
            ("minimum_training_hours", "training_share"),
        )
    ),
    Pair(
        "maitre_qualification",
        "the rules maitre_competence and maitre_designation",
        f"{_QUESTIONS}::test_a_maitre_is_judged_as_by_both_rules",
    ),
    Pair(
        "filing_deadline",
        "the rule filing",
        f"{_QUESTIONS}::test_the_filing_deadline_is_that_of_the_rule",
    ),
    Pair(
        "decision_due_on, majority_on, free_until",
        "the rules and the agenda",
        f"{_HERE}::test_a_door_tells_the_day_of_the_rule",
    ),
    Pair(
        "first_year_aid",
        "the rule employer_aid",
        f"{_HERE}::test_the_aid_of_the_door_is_that_of_the_rule",
    ),
    # days
    Pair(
        "days of the agenda",
        "results of the rules",
        f"{_HERE}::test_the_days_of_the_agenda_are_those_of_the_rules",
    ),
    Pair(
        "agenda",
        "write_agenda, to_rows, icalendar_text",
        f"{_HERE}::test_an_agenda_is_written_as_found",
    ),
    Pair("agenda", "timeline", f"{_TIMELINE}::test_each_day_stands_once_in_order_with_its_mark"),
    Pair(
        "cerfa_retention",
        "the rule, the agenda, archive_plan",
        f"{_HERE}::test_the_cerfa_is_kept_until_one_day",
    ),
    Pair(
        "archive_plan",
        "the rules documents_sent and documents_kept",
        f"{_HERE}::test_what_is_archived_is_what_is_sent_or_kept",
    ),
    Pair(
        "upper_age, by an exemption after a failure",
        "extra_year and contract_after_failure",
        f"{_HERE}::test_an_age_exempted_by_a_failure_is_that_of_an_extra_year",
    ),
    Pair(
        "contract_after_failure",
        "extra_year",
        f"{_HERE}::test_the_year_more_elsewhere_ends_on_one_day",
    ),
    Pair("extra_year", "duration", f"{_HERE}::test_the_days_of_the_agenda_are_those_of_the_rules"),
    Pair(
        "upper_age.code",
        "derogation_code",
        f"{_HERE}::test_a_derogation_of_age_is_the_one_suggested",
    ),
    Pair(
        "lower_age.code, upper_age.code, duration_and_cycle.code",
        "derogation_code.code, the other way round",
        f"{_HERE}::test_each_derogation_suggested_is_one_that_a_rule_needs",
    ),
    Pair(
        "agreement_needed",
        "documents_sent, duration_and_cycle",
        f"{_HERE}::test_a_convention_needed_is_one_that_is_sent",
    ),
    Pair(
        "contract_type_code.ended_on",
        "successive_contracts",
        f"{_HERE}::test_a_contract_that_still_runs_is_told_by_both_rules",
    ),
    Pair(
        "majority_on",
        "signatures.required",
        f"{_HERE}::test_the_representative_of_a_minor_alone_signs",
    ),
    Pair(
        "broken_on",
        "agenda, months",
        f"{_HERE}::test_nothing_is_due_after_a_rupture_but_what_it_sets_going",
    ),
    Pair(
        "upper_age.age",
        "bracket of the first pay line",
        f"{_HERE}::test_the_age_is_that_of_the_first_line",
    ),
    # hours
    Pair(
        "minors_hours of working_time.daily_hours, weekly_hours",
        "minors_hours of working_time.days",
        f"{_HERE}::test_hours_are_judged_alike_in_figures_and_in_days",
    ),
    Pair("minor_limits", "minors_hours", f"{_HERE}::test_hours_hold_up_to_the_limits_of_the_door"),
    # pay
    Pair("pay_schedule", "pay_lines", f"{_QUESTIONS}::test_pay_lines_are_those_of_the_contract"),
    Pair(
        "pay_schedule, amounts", "an oracle that walks the days", f"{_DAY_BY_DAY}::test_day_by_day"
    ),
    Pair(
        "pay_schedule",
        "statutory_rate, statutory_grid",
        f"{_HERE}::test_a_line_is_a_cell_of_the_grid",
    ),
    Pair("amounts", "monthly_pay", f"{_HERE}::test_the_euros_of_a_period_are_those_of_the_door"),
    Pair(
        "pay_schedule, amounts",
        "write_schedule, to_rows",
        f"{_HERE}::test_a_schedule_is_written_as_found",
    ),
    Pair("pay_schedule", "timeline", f"{_TIMELINE}::test_each_pay_line_has_its_rate_to_scale"),
    Pair(
        "pay_schedule.contested",
        "pay_schedule under each choice",
        "tests/pay/test_schedule.py::test_contested_is_brute_force",
    ),
    Pair(
        "check_declared_pay",
        "an oracle that walks the days",
        f"{_DAY_BY_DAY}::test_declared_lines_day_by_day",
    ),
    Pair(
        "check_declared_pay",
        "pay_schedule, amounts",
        f"{_DECLARED}::test_the_check_and_the_amounts_never_disagree",
    ),
    Pair(
        "check_declared_pay",
        "the rise that overtakes a line",
        f"{_DECLARED}::test_the_minimum_holds_until_a_known_rise_overtakes_it",
    ),
    Pair(
        "check_declared_pay",
        "audit_pay",
        f"{_PAYSLIPS}::test_it_agrees_with_the_check_of_the_form",
    ),
    Pair("audit_pay", "month, months", f"{_PAYSLIPS}::test_who_pays_what_is_due_owes_nothing"),
    Pair(
        "audit_pay.arrears",
        "its months and its causes",
        "tests/testing/test_payslips.py::test_the_parts_of_an_audit_sum_up",
    ),
    Pair("month", "amounts", f"{_MONTHS}::test_months_reconcile_with_the_amounts"),
    Pair(
        "months",
        "an oracle that walks their days",
        f"{_MONTHS}::test_months_are_those_of_an_oracle_that_walks_their_days",
    ),
    Pair(
        "minimum_pay in the agenda",
        "amounts",
        f"{_HERE}::test_the_agenda_tells_each_change_of_the_pay",
    ),
    # facts
    Pair(
        "read_contract",
        "write_contract",
        "tests/interchange/test_round_trip.py::test_round_trip_is_exact_through_json",
    ),
    Pair(
        "read_row",
        "read_contract",
        "tests/interchange/test_rows.py::test_a_row_is_what_the_mapping_is",
    ),
    Pair(
        "read_contract_text",
        "write_contract",
        "tests/interchange/test_texts.py::test_a_written_contract_is_read_back",
    ),
)


@cache
def _tests_of(file: str) -> frozenset[str]:
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.test}")
def test_each_pair_has_its_property(pair: Pair) -> None:
    file, _, name = pair.test.partition("::")
    assert name.startswith("test_")
    assert name in _tests_of(file)


def test_no_pair_stands_twice_and_no_property_without_one() -> None:
    assert not [p for p, n in Counter(p[:2] for p in PAIRS).items() if n > 1]
    mine = {p.test.partition("::")[2] for p in PAIRS if _HERE in p.test}
    own = {
        "test_each_pair_has_its_property",
        "test_no_pair_stands_twice_and_no_property_without_one",
    }
    assert mine == {name for name in _tests_of(_HERE) if name.startswith("test_")} - own


# --- review, and what is written of it ---------------------------------------


@FEWER
@given(contracts(), readings())
def test_a_review_sums_up_its_findings(contract: Contract, any_: Readings) -> None:
    found = review(contract, any_)
    outcomes = [finding.outcome for finding in found]
    worst = next(each for each in Outcome if each in outcomes)
    assert found.outcome is worst
    assert [f.rule for f in found] == [rule.name for rule in RULES]
    assert [f.rule for f in found.non_compliant] == [
        rule.name for rule, outcome in zip(RULES, outcomes, strict=True) if outcome is NO
    ]
    assert set(found.missing) == {path for f in found for path in f.missing}
    assert [f.rule for f in found.contested] == [f.rule for f in found if f.contested]


@FEWER
@given(contracts(), readings())
def test_a_review_is_written_as_found(contract: Contract, any_: Readings) -> None:
    found = review(contract, any_)
    told: Any = write_review(found)
    assert told["resultat"] == found.outcome.code
    assert told["lectures"] == {point: getattr(any_, point).name for point in POINTS}
    rows = found.to_rows()
    for finding, mapping, row in zip(found, told["constats"], rows, strict=True):
        assert mapping["regle"] == row["regle"] == finding.rule
        assert mapping["resultat"] == row["resultat"] == finding.outcome.code
        assert mapping["constat"] == row["constat"] == finding.sentence
        assert mapping["a_retenir"] is row["a_retenir"] is finding.reminds
        missing = [each["fait"] for each in mapping["manque"]]
        assert missing == row["manque"].split() == [*finding.missing]
        holds_from: Any = finding.holds_from
        assert row["conforme_a_partir_du"] == holds_from
        assert mapping["conforme_a_partir_du"] == (
            None if holds_from is None else holds_from.isoformat()
        )
        contested = [
            (each["point"], each["choix"], each["resultat"])
            for each in mapping["points_controverses"]
        ]
        assert contested == [
            (each.point, each.choice.name, each.outcome.code) for each in finding.contested
        ]
        assert row["controverse"] is bool(contested)
        parts = [each["resultat"] for each in mapping["parties"]]
        assert parts == [part.outcome.code for part in finding.parts]
    whole = found.to_rows(parts=True)
    assert [row for row in whole if row["partie"] == 0] == [{**row, "partie": 0} for row in rows]
    assert len(whole) == len(rows) + sum(len(f.parts) for f in found)


@FEWER
@given(contracts(), readings())
def test_a_page_tells_what_a_review_finds(contract: Contract, any_: Readings) -> None:
    found = review(contract, any_)
    told = Counter(outcome for outcome, _ in findings_told(page(found)))
    assert told == Counter(
        "reminder" if f.reminds else f.outcome.value.replace("_", "-") for f in found
    )


@FEWER
@given(contracts(), readings())
def test_a_form_tells_what_a_review_finds(contract: Contract, any_: Readings) -> None:
    form, found = review_form(contract, any_), review(contract, any_)
    assert form.review == found
    boxed = {id_of(f) for box in form for f in box.findings}
    assert boxed == {id_of(f) for f in found}
    for box, row in zip(form, form.to_rows(), strict=True):
        outcomes = {found[f.rule].outcome for f in box.findings}
        if box.empty or box.unsure:
            outcomes.add(OPEN)
        worst = next((each for each in Outcome if each in outcomes), Outcome.NOT_APPLICABLE)
        assert box.outcome is worst
        assert row["resultat"] == worst.code
    order = [*Outcome]
    assert order.index(form.outcome) <= order.index(found.outcome)


def id_of(finding: Finding) -> tuple[str, Outcome, str]:
    return finding.rule, finding.outcome, finding.sentence


CODES: dict[str, tuple[type[Any], str]] = {
    "kind": (ContractType, "contract_type_code"),
    "derogation": (DerogationType, "derogation_code"),
    "employer.specific": (SpecificEmployer, "specific_employer_code"),
    "apprentice.prior_situation": (PriorSituation, "prior_situation_code"),
}


@FEWER
@given(contracts(), readings())
def test_a_code_suggested_is_the_one_that_complies(contract: Contract, any_: Readings) -> None:
    codes, found = suggest(contract, any_), review(contract, any_)
    for path, (kind, rule) in CODES.items():
        code = found[rule].get("code")
        assert codes.get(path) == (None if code is None else str(code))
        if code is None:
            continue
        value = next(each for each in kind if str(each.value) == str(code))
        with_code = told(contract, path, value)
        assert review(with_code, any_)[rule].outcome is YES, (rule, code)


# --- doors beside a rule -----------------------------------------------------


@FEWER
@given(contracts(), readings())
def test_a_door_tells_the_day_of_the_rule(contract: Contract, any_: Readings) -> None:
    found = review(contract, any_)
    complete_on = contract.file.complete_on
    decided_by = found["funding_decision"].get("latest_on")
    if complete_on is not None and decided_by is not None:
        assert decided_by == decision_due_on(complete_on, concluded_on=contract.concluded_on)
    adult_on = majority_on(contract.apprentice.born_on, readings=any_)
    told = found["legal_representative"].get("majority_on")
    assert told in {None, adult_on}
    until_on = found["minors_hours"].get("until_on")
    assert until_on is None or morrow_of(until_on) == adult_on  # type: ignore[arg-type]
    days = contract.file.practical_days
    if days:
        free = free_until(days, starts_on=contract.starts_on, concluded_on=contract.concluded_on)
        assert found["rupture"].get("free_until_on") in {None, free}


@MANY
@given(contracts(unknowns=False))
def test_the_aid_of_the_door_is_that_of_the_rule(contract: Contract) -> None:
    employer, training = contract.employer, contract.training
    try:
        found: Any = EMPLOYER_AID.judge(contract, LETTER)
    except NotCovered:
        return
    amount = found.get("first_year_amount")
    facts = (
        *(employer.headcount, employer.quota_met, contract.apprentice.rqth),
        *(employer.type, employer.territory, training.level),
        employer.aid_already_received,
    )
    assume(amount is not None and None not in facts)
    # what is sent too late, or not deposited, is another matter
    assume(found.get("latest_on") is None and contract.file.deposited)
    age = contract.apprentice.born_on
    asked = first_year_aid(
        concluded_on=contract.concluded_on,
        starts_on=contract.starts_on,
        level=training.level,  # type: ignore[arg-type]
        headcount=employer.headcount,  # type: ignore[arg-type]
        quota_met=employer.quota_met,  # type: ignore[arg-type]
        minor=contract.starts_on < majority_on(age),
        disabled=contract.apprentice.rqth,  # type: ignore[arg-type]
        overseas=employer.territory not in {Territory.METROPOLE, Territory.ALSACE_MOSELLE},
        employer=employer.type,  # type: ignore[arg-type]
        already_received=employer.aid_already_received,  # type: ignore[arg-type]
    )
    assert asked == amount


# --- days --------------------------------------------------------------------

IN_THE_AGENDA = {
    "avenant_dates": ("effective_on",),
    "avenant_filing": ("prudent_latest_on",),
    "conclusion": ("latest_on",),
    "contract_end": ("latest_on",),
    "diploma_notice": ("latest_on",),
    "duration": ("latest_on",),
    "exam_leave": ("opens_on", "closes_on"),
    "extra_year": ("latest_on",),
    "filing": ("latest_on",),
    "funding_decision": ("latest_on",),
    "medical_visit": ("latest_on",),
    "opco_payments": ("latest_on",),
    "pre_contract_training": ("trainee_until_on",),
    "rupture": ("free_until_on",),
    "start_gaps": ("latest_on",),
    "training_after_rupture": ("training_until_on", "new_cfa_by_on"),
}
"""Days that a rule finds and that its dates tell: the same ones."""


@FEWER
@given(contracts(), readings())
def test_the_days_of_the_agenda_are_those_of_the_rules(contract: Contract, any_: Readings) -> None:
    found = review(contract, any_)
    for rule in RULES:
        if rule.name not in IN_THE_AGENDA:
            continue
        finding = found[rule.name]
        try:
            days = entries(rule, contract, any_)
        except NotCovered:
            continue
        told = {
            part.get(name)
            for part in (finding, *finding.parts)
            for name in IN_THE_AGENDA[rule.name]
        } - {None}
        if rule.name == "duration" and repeated_from(contract) is not None:
            # in the year more after a failure, extra_year tells the last day
            assert "latest_on" in dict(found["extra_year"].values)
            continue
        if not days or (rule.name == "rupture" and rupture_on(contract)):
            # nothing is dated that waits for the place of work, or that no
            # longer comes
            continue
        # of several avenants one may wait for the place of work beside the others
        waiting = undated(rule, contract, any_) if rule.name == "avenant_filing" else []
        assert len(told - {entry.on for entry in days}) <= len(waiting), rule.name


@FEWER
@given(contracts(), readings())
def test_an_agenda_is_written_as_found(contract: Contract, any_: Readings) -> None:
    dates = agenda(contract, any_)
    told: Any = write_agenda(dates)
    events = Calendar.from_ical(
        icalendar_text(dates, uid="x", made_at=datetime(2026, 9, 1, tzinfo=UTC))
    ).walk("VEVENT")
    for entry, mapping, row, event in zip(
        dates, told["dates"], dates.to_rows(), events, strict=True
    ):
        assert row["date"] == event.decoded("dtstart") == entry.on
        assert mapping["date"] == entry.on.isoformat()
        assert mapping["regle"] == row["regle"] == entry.rule
        assert mapping["objet"] == row["objet"] == entry.label
        assert str(event["summary"]) == entry.label
        assert mapping["si_manquee"] == row["si_manquee"]
        assert mapping["nature"] == row["nature"] == entry.kind.code
    assert [each["objet"] for each in told["sans_date"]] == [each.label for each in dates.undated]


@FEWER
@given(contracts())
def test_the_cerfa_is_kept_until_one_day(contract: Contract) -> None:
    found, plan = review(contract)[CERFA_RETENTION], archive_plan(contract)
    of_the_cerfa = {
        each.holder: each
        for each in plan
        if each.document in {Document.CERFA, Document.FAMILY_DECLARATION}
    }
    assert set(of_the_cerfa) == set(Holder)
    by_holder = {part.subject: part for part in found.parts}
    for holder, archived in of_the_cerfa.items():
        door = cerfa_retention(
            concluded_on=contract.concluded_on, holder=holder, ends_on=contract_over_on(contract)
        )
        part = by_holder[holder.label]
        assert archived.until_on == door.keep_until_on == part["keep_until_on"]
        assert archived.until_event is door.until_event is part["until_event"]
        assert part["notice_07_until_on"] == door.notice_07_until_on
        assert part["notice_08_until_on"] == door.notice_08_until_on
        assert part["claims_until_on"] == door.claims_until_on
    kept_until_on = of_the_cerfa[Holder.EMPLOYER].until_on
    assert found["keep_until_on"] == kept_until_on
    (entry,) = entries(CERFA_RETENTION, contract)
    assert entry.on == kept_until_on
    rows = {(row["detenteur"], row["objet"]): row["au"] for row in plan.to_rows()}
    for each in plan:
        assert rows[each.holder.label, each.document.label] == each.until_on


@FEWER
@given(contracts(), readings())
def test_what_is_archived_is_what_is_sent_or_kept(contract: Contract, any_: Readings) -> None:
    found = review(contract, any_)
    archived = {
        each.document: each.sure for each in archive_plan(contract, any_).of(Holder.EMPLOYER)
    }
    for rule in (DOCUMENTS_SENT, DOCUMENTS_KEPT):
        for part in found[rule].parts:
            document = part["document"]
            assert isinstance(document, Document)
            known = {YES: True, OPEN: False}.get(part.outcome)
            if document in archived and known is not None:
                assert archived[document] is known, document
            if document in _ARCHIVED_WHERE_NEEDED:
                assert (document in archived) is (known is not None)


_ARCHIVED_WHERE_NEEDED = {
    Document.TRAINING_AGREEMENT,
    Document.TEACHING_AND_FINANCIAL_ANNEX,
    Document.TRIPARTITE_AGREEMENT,
    Document.MOBILITY_AGREEMENT,
}


# --- a year more, and the age ------------------------------------------------

_AFTER_FAILURE = previous_cycles(
    route=Route.APPRENTICESHIP,
    exam_failed=True,
    diploma_obtained=False,
    same_diploma=True,
    ruptured_on=None,
    rupture_cause=None,
)
AFTER_FAILURE = contracts(
    concluded_on=days(date(2019, 1, 1), date(2026, 12, 31)),
    apprentice=apprentices(born_on=date(1990, 6, 15)) | apprentices(),
    previous=st.tuples(_AFTER_FAILURE),
)


@MANY
@given(AFTER_FAILURE, readings())
def test_an_age_exempted_by_a_failure_is_that_of_an_extra_year(
    contract: Contract, any_: Readings
) -> None:
    found = review(contract, any_)
    for tried in found[UPPER_AGE].parts:
        if tried.subject != AgeExemption.FAILED_EXAM.label:
            continue
        if tried.outcome is not YES:
            continue
        extra = found[EXTRA_YEAR]
        assert extra.outcome is YES
        assert found[CONTRACT_AFTER_FAILURE].outcome is YES
        years = {part.get("year_ends_on") for part in tried.parts} - {None}
        first = repeated_from(contract)
        if first == contract.starts_on:
            assert years == {extra["latest_on"]}


@MANY
@given(AFTER_FAILURE, readings())
def test_the_year_more_elsewhere_ends_on_one_day(contract: Contract, any_: Readings) -> None:
    found = review(contract, any_)
    after, extra = found[CONTRACT_AFTER_FAILURE], found[EXTRA_YEAR]
    if after.outcome is YES:
        assert extra.outcome is YES
    whole = repeated_from(contract) == contract.starts_on
    years = {
        part.get("year_ends_on") for cycle in after.parts for part in (cycle, *cycle.parts)
    } - {None}
    if whole and years:
        assert years == {extra["latest_on"]}


@FEWER
@given(contracts(), readings())
def test_a_derogation_of_age_is_the_one_suggested(contract: Contract, any_: Readings) -> None:
    found = review(contract, any_)
    code = found[UPPER_AGE].get("code")
    suggested = found[DEROGATION_CODE].get("code")
    if code is not None and suggested is not None:
        assert suggested in {code, DerogationType.SEVERAL.value}


DEROGATIONS = {
    DerogationType.UNDER_16: LOWER_AGE,
    DerogationType.OVER_29: UPPER_AGE,
    DerogationType.REDUCED_DURATION: DURATION_AND_CYCLE,
    DerogationType.EXTENDED_DURATION: DURATION_AND_CYCLE,
}


@FEWER
@given(contracts() | compliant_contracts(), readings())
def test_each_derogation_suggested_is_one_that_a_rule_needs(
    contract: Contract, any_: Readings
) -> None:
    found = review(contract, any_)
    told = found[DEROGATION_CODE].get("code")
    needed = {found[rule].get("code") for rule in DEROGATIONS.values()} - {None}
    for code, rule in DEROGATIONS.items():
        if told == code.value:
            assert needed == {code.value}, rule.name
    if told == DerogationType.SEVERAL.value:
        assert len(needed) > 1
    if told is not None:
        assert needed


@FEWER
@given(contracts() | compliant_contracts(), readings())
def test_a_convention_needed_is_one_that_is_sent(contract: Contract, any_: Readings) -> None:
    found = review(contract, any_)
    needed, missing = agreement_needed(contract, any_)
    assert (needed is None) is bool(missing)
    sent = {part.get("document"): part for part in found[DOCUMENTS_SENT].parts}
    part = sent.get(Document.TRIPARTITE_AGREEMENT)
    seasonal = contract.mode is ContractMode.TWO_SEASONAL_EMPLOYERS
    if part is not None and contract.mode is not None:
        assert part.outcome is ({True: YES, False: NONE, None: OPEN}[seasonal or needed])
        assert part.missing == (() if seasonal else tuple(sorted(set(missing))))
    if contract.tripartite_agreement is False and needed is not None:
        # without one, what needs it fails, and what holds needs none
        assert found[DURATION_AND_CYCLE].outcome is not (YES if needed else NO)


@MANY
@given(contracts(previous=st.tuples(previous_cycles()) | st.tuples(*2 * (previous_cycles(),))))
def test_a_contract_that_still_runs_is_told_by_both_rules(contract: Contract) -> None:
    found = review(contract)
    if found[CONTRACT_TYPE_CODE].get("ended_on") is not None:
        assert found[SUCCESSIVE_CONTRACTS].outcome is NO
    if found[SUCCESSIVE_CONTRACTS].outcome is YES:
        assert found[CONTRACT_TYPE_CODE].get("ended_on") is None


@FEWER
@given(contracts() | compliant_contracts(), readings())
def test_the_representative_of_a_minor_alone_signs(contract: Contract, any_: Readings) -> None:
    required: Any = review(contract, any_)[SIGNATURES].get("required")
    assume(required is not None)
    signs = Signatory.LEGAL_REPRESENTATIVE in required
    apprentice = contract.apprentice
    if majority_on(apprentice.born_on, readings=any_) <= contract.concluded_on:
        assert not signs
    elif signs:
        assert not apprentice.emancipated


# most contracts are not broken
@settings(FEWER, suppress_health_check=[HealthCheck.filter_too_much])
@given(contracts() | compliant_contracts())
def test_nothing_is_due_after_a_rupture_but_what_it_sets_going(contract: Contract) -> None:
    over_on = broken_on(contract)
    assume(over_on is not None)
    by_name = {rule.name: rule for rule in RULES}
    for entry in agenda(contract):
        assert entry.on <= over_on or by_name[entry.rule].outlives_rupture  # type: ignore[operator]
    assume(over_on >= contract.starts_on)  # type: ignore[operator]
    try:
        months = pay_schedule(contract).months(method=ProRata.CALENDAR_DAYS)
    except NotCovered:
        return
    assert months[-1].ends_on == over_on


@MANY
@given(scheduled_contracts(), readings())
def test_the_age_is_that_of_the_first_line(contract: Contract, any_: Readings) -> None:
    any_ = any_.choose(upper_age_day="START", threshold_in_start_month="AGE_AT_START")
    age: Any = review(contract, any_)[UPPER_AGE].age
    first = pay_schedule(contract, any_)[0].age_bracket
    brackets = [*AgeBracket]
    rank = sum(age >= from_age for from_age in (18, 21, 26))
    latest = 3 if contract.concluded_on >= date(2019, 1, 1) else 2
    assert first is brackets[min(rank, latest)]


# --- hours of a minor --------------------------------------------------------


def quarters(low: int, high: int) -> st.SearchStrategy[Decimal]:
    return st.integers(4 * low, 4 * high).map(lambda n: Decimal(n) / 4)


HOURS = st.fixed_dictionaries(
    {
        "sector": st.sampled_from((None, *WorkSector)),
        "collective_organisation": st.sampled_from((None, True, False)),
        "inspector_authorisation": st.sampled_from((None, True, False)),
    }
)
MINORS = st.sampled_from(
    (date(2010, 9, 6), date(2018, 12, 31), date(2019, 1, 1), date(2026, 9, 1))
).map(lambda day: signed_and_started(day, apprentice=Apprentice(born_on=same_day(day, -12 * 16))))


def of_hours(contract: Contract, subject: str) -> list[Finding]:
    found = MINORS_HOURS.find(contract)
    return [part for part in found.parts if part.subject == subject]


@MANY
@given(MINORS, HOURS, quarters(5, 13), st.integers(1, 6))
def test_hours_are_judged_alike_in_figures_and_in_days(
    contract: Contract, facts: dict[str, Any], hours: Decimal, days: int
) -> None:
    monday = contract.starts_on + timedelta(7 - contract.starts_on.weekday())
    in_days = evolve(
        contract,
        working_time=WorkingTime(
            days=tuple(WorkDay(on=monday + timedelta(n), hours=hours) for n in range(days)),
            **facts,
        ),
    )
    # by right, and by leave within five hours a week, which one figure of
    # the day does not tell of its days
    figure = evolve(contract, working_time=WorkingTime(daily_hours=hours, **facts))
    (told,) = of_hours(figure, "durée quotidienne")
    for part in of_hours(in_days, "durée quotidienne")[:1] if days == 1 else ():
        assert (part.outcome, part.missing) == (told.outcome, told.missing)
    if told.outcome is YES:
        assert {part.outcome for part in of_hours(in_days, "durée quotidienne")} == {YES}
    weekly = evolve(contract, weekly_hours=hours * days, working_time=WorkingTime(**facts))
    (told,) = of_hours(weekly, "durée hebdomadaire")
    (part,) = [
        each
        for each in of_hours(in_days, "durée hebdomadaire")
        if "weekly_hours" not in each.missing
    ]
    assert (part.outcome, part.missing) == (told.outcome, told.missing)
    assert part.get("hours") == told.get("hours")


@MANY
@given(MINORS, st.sampled_from(WorkSector), st.booleans(), st.booleans())
def test_hours_hold_up_to_the_limits_of_the_door(
    contract: Contract, sector: WorkSector, organised: bool, granted: bool
) -> None:
    limits = minor_limits(
        sector=sector,
        concluded_on=contract.concluded_on,
        collective_organisation=organised,
        inspector_authorisation=granted,
    )

    def judged(beyond: str) -> tuple[Outcome, ...]:
        more = Decimal(beyond)
        daily = limits.daily
        asked = evolve(
            contract,
            weekly_hours=limits.weekly + more,
            working_time=WorkingTime(
                daily_hours=None if daily is None else daily + more,
                sector=sector,
                collective_organisation=organised,
                inspector_authorisation=granted,
            ),
        )
        return tuple(part.outcome for part in MINORS_HOURS.find(asked).parts)

    # where the inspector fixes the hours of a day, no figure tells them
    day = (OPEN,) if limits.daily is None else None
    assert judged("0") == (*(day or (YES,)), YES)
    assert judged("0.25") == (*(day or (NO,)), NO)


# --- pay ---------------------------------------------------------------------


@MANY
@given(ordinary_contracts())
def test_a_line_is_a_cell_of_the_grid(contract: Contract) -> None:
    grid = statutory_grid(contract.concluded_on)
    rows = (grid.under_18, grid.from_18, grid.from_21, grid.from_26)
    for line in pay_schedule(contract):
        if line.execution_year > 3:  # no cell: the reason of it decides
            continue
        cell = statutory_rate(
            age_bracket=line.age_bracket,
            execution_year=line.execution_year,
            concluded_on=contract.concluded_on,
        )
        row = rows[[*AgeBracket].index(line.age_bracket)]
        assert row is not None
        assert line.rate == cell.rate == row[line.execution_year - 1]


@FEWER
@given(ordinary_contracts(), readings())
def test_the_euros_of_a_period_are_those_of_the_door(contract: Contract, any_: Readings) -> None:
    territory = contract.employer.territory
    assume(territory is not None)
    whole = evolve(contract, weekly_hours=Decimal(35))
    for period in pay_schedule(whole, any_).amounts():
        if period.base is PayBase.SMIC:
            assert period.total_monthly == monthly_pay(
                period.rate,
                on=period.starts_on,
                territory=territory,  # type: ignore[arg-type]
                readings=any_,
            )


@FEWER
@given(scheduled_contracts(), readings())
def test_a_schedule_is_written_as_found(contract: Contract, any_: Readings) -> None:
    schedule = pay_schedule(contract, any_)
    told: Any = write_schedule(schedule)
    for line, mapping in zip(schedule, told["lignes"], strict=True):
        assert mapping["ordre"] == line.order
        assert mapping["du"] == line.starts_on.isoformat()
        assert mapping["au"] == line.ends_on.isoformat()
        assert Decimal(mapping["taux"]) == line.rate
    try:
        amounts = schedule.amounts()
    except NotCovered:
        assert told["montants"] is None
        return
    rows = amounts.to_rows(exact=True)
    for period, mapping, row in zip(amounts, told["montants"], rows, strict=True):
        assert row["du"] == period.starts_on
        assert mapping["du"] == period.starts_on.isoformat()
        assert row["total_mensuel"] == period.total_monthly
        assert row["taux"] == Decimal(mapping["taux"]) == period.rate
        assert Decimal(mapping["brut_mensuel"]) == row["brut_mensuel"]
        assert schedule.on(period.starts_on) == period.line
        assert amounts.on(period.ends_on) == period


@FEWER
@given(ordinary_contracts())
def test_the_agenda_tells_each_change_of_the_pay(contract: Contract) -> None:
    schedule = pay_schedule(contract)
    amounts = schedule.amounts()
    changes = [
        (period.starts_on, period.total_monthly)
        for line in schedule
        for period in amounts.of(line)
        if period.starts_on != contract.starts_on
    ]
    told = entries(MINIMUM_PAY, contract)
    assert [entry.on for entry in told] == [day for day, _ in changes]
    for entry, (_, total) in zip(told, changes, strict=True):
        assert euros(total) in entry.label or "%" in entry.label
