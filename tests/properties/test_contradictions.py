"""Facts that contradict each other are refused, or a finding says so.

`TOLD` lists the pairs that a rule reads and of which it takes one: its finding
carries a reserve. `REFUSED` lists those of one object, which its constructor
refuses; `JUDGED` those of which the text, or the form, asks that they agree:
a rule fails.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from apprentissage.errors import InvalidValue
from apprentissage.facts import (
    NO_EXTENSION,
    Apprentice,
    CompanyCfa,
    Contract,
    ContractMode,
    ContractType,
    Decision,
    DeclaredPayLine,
    Diploma,
    DisabilityTitle,
    DurationGround,
    EmployerType,
    ExperiencePeriod,
    Extension,
    ExtensionReason,
    FundingDecision,
    InKind,
    LastClass,
    MaitreApprentissage,
    MaitreFirm,
    MaitreStatus,
    Period,
    PreviousCycle,
    Route,
    Rupture,
    SecondEmployer,
    Sex,
    Signatory,
    Signature,
    SpecificEmployer,
    Training,
    WorkDay,
    WorkingTime,
)
from apprentissage.judging import Outcome
from apprentissage.reviewing import review
from tests.pay.sample import known
from tests.properties.paths import told
from tests.sample import changed, in_2026
from tests.support.completions import CONTRADICTIONS

BORN = date(2008, 2, 10)
MINOR = in_2026(apprentice=Apprentice(born_on=date(2010, 2, 10)))
EARLIER = PreviousCycle(route=Route.APPRENTICESHIP, ended_on=date(2026, 6, 30), same_employer=True)
PRIVATE = changed(
    in_2026(training=Training(level=4)),
    employer={"type": EmployerType.ASSOCIATION, "headcount": 10},
)
PAID = in_2026(
    declared_pay=(
        DeclaredPayLine(starts_on=date(2026, 9, 1), ends_on=date(2028, 8, 31), rate=Decimal(100)),
    )
)
FIRST_YEAR = DeclaredPayLine(
    starts_on=date(2026, 9, 1), ends_on=date(2027, 8, 31), rate=Decimal(100)
)
REFUSAL = FundingDecision(decision=Decision.REFUSED)

Told = tuple[str, str, Contract, dict[str, Any], dict[str, Any]]
TOLD: tuple[Told, ...] = (
    (
        "employer",
        "INDIVIDUAL_AND_FIRM",
        in_2026(),
        {"employer.private_individual": True},
        {"employer.type": EmployerType.COMMUNE},
    ),
    (
        "employer_aid",
        "AID_WITHOUT_CONTRACT",
        PRIVATE,
        {"employer.aid_already_received": True},
        {"previous": ()},
    ),
    (
        "company_cfa",
        "CFA_CONDITION_DENIED",
        in_2026(),
        {"training.internal_cfa": False},
        {"training.company_cfa": CompanyCfa.GROUP},
    ),
    (
        "minimum_pay",
        "CYCLE_TOLD_TWICE",
        changed(PAID, training={"cycle_starts_on": date(2026, 9, 1)}),
        {"training.cycle_years": 3},
        {"training.cycle_ends_on": date(2028, 8, 31)},
    ),
    (
        "minimum_pay",
        "ENTRY_TOLD_TWICE",
        PAID,
        {"training.entry_year": 2},
        {"training.cycle_starts_on": date(2026, 9, 1)},
    ),
    *(
        ("minimum_pay", "GROUND_TOLD_TWICE", PAID, {"duration_ground": ground}, {path: value})
        for ground, path, value in (
            (DurationGround.NONE, "tripartite_agreement", True),
            (DurationGround.NONE, "resumes_after_rupture", True),
            (DurationGround.PRIOR_SKILLS, "tripartite_agreement", False),
            (DurationGround.REPEATED_YEAR, "tripartite_agreement", False),
            (DurationGround.RESUMED_AFTER_RUPTURE, "resumes_after_rupture", False),
        )
    ),
    *(
        (
            "maitre_ceiling",
            "KIND_DENIES_PROROGATION",
            in_2026(),
            {"kind": kind},
            {
                "extension": Extension(
                    reason=ExtensionReason.FAILED_EXAM, starts_on=in_2026().starts_on
                )
            },
        )
        for kind in (ContractType.FIRST, ContractType.SAME_EMPLOYER, ContractType.TRAINING_SITE)
    ),
    (
        "benefits_in_kind",
        "PAY_FALLS",
        in_2026(
            benefits_in_kind=Decimal(90),
            declared_pay=(
                evolve(FIRST_YEAR, monthly=Decimal(1800)),
                evolve(FIRST_YEAR, starts_on=date(2027, 9, 1), ends_on=date(2028, 8, 31), rate=9),
            ),
        ),
        {"declared_pay[1].monthly": Decimal(900)},
        {"declared_pay[1].rate": Decimal(100)},
    ),
    (
        "minimum_pay",
        "PAY_TOLD_TWICE",
        known(
            starts_on=date(2026, 9, 1),
            ends_on=date(2027, 8, 31),
            declared_pay=(evolve(FIRST_YEAR, rate=Decimal(20)),),
        ),
        {"declared_pay[0].monthly": Decimal(500)},
        {"declared_pay[0].rate": Decimal(100)},
    ),
    (
        "minimum_pay",
        "ORDER_TOLD_TWICE",
        changed(PAID, starts_on=date(2025, 9, 1), declared_pay=(FIRST_YEAR,)),
        {"declared_pay[0].order": "2.1"},
        {"starts_on": date(2026, 9, 1)},
    ),
    (
        "rupture",
        "RUPTURE_OUT_OF_CONTRACT",
        in_2026(ends_on=date(2029, 8, 31)),
        {"file.rupture": Rupture(ruptured_on=date(2028, 9, 30))},
        {"ends_on": date(2028, 8, 31)},
    ),
    (
        "rupture",
        "RUPTURE_OUT_OF_CONTRACT",
        in_2026(concluded_on=date(2026, 3, 2)),
        {"file.rupture": Rupture(ruptured_on=date(2026, 4, 1))},
        {"concluded_on": date(2026, 8, 31)},
    ),
    (
        "prior_situation_code",
        "NOTHING_TO_RESUME",
        in_2026(),
        {"resumes_after_rupture": True},
        {"previous": ()},
    ),
    *(
        (
            rule,
            "DEPOSIT_TOLD_TWICE",
            changed(PRIVATE, previous=()),
            facts,
            {"file.deposited": deposited},
        )
        for rule, facts, deposited in (
            ("funding_decision", {"file.decision": REFUSAL}, True),
            ("funding_decision", {"deposit_number": "075202609000001"}, False),
            ("employer_aid", {"file.decision": REFUSAL}, True),
            (
                "employer_aid",
                {"file.decision": FundingDecision(decision=Decision.ACCEPTED)},
                False,
            ),
        )
    ),
    (
        "documents_kept",
        "TITLE_TOLD_TWICE",
        in_2026(),
        {"apprentice.disability_title": DisabilityTitle.NONE},
        {"apprentice.boe_extension": True},
    ),
    (
        "signatures",
        "SIGNERS_TOLD_TWICE",
        in_2026(),
        {"signed_by": frozenset({Signatory.EMPLOYER})},
        {"signatures": (Signature(by=Signatory.APPRENTICE),)},
    ),
    (
        "dangerous_work",
        "LISTED_WORK_DENIED",
        MINOR,
        {"dangerous_work": False},
        {"listed_work": True},
    ),
    (
        "minors_hours",
        "HOURS_TOLD_TWICE",
        changed(MINOR, working_time=WorkingTime()),
        {"working_time.daily_hours": Decimal(7)},
        {"working_time.days": (WorkDay(on=date(2026, 9, 7), hours=8),)},
    ),
    (
        "agency_missions",
        "MISSIONS_OF_NO_AGENCY",
        in_2026(),
        {"employer.specific": SpecificEmployer.NONE},
        {"missions": (Period(starts_on=date(2026, 9, 1), ends_on=date(2027, 3, 1)),)},
    ),
    (
        "two_employers",
        "SECOND_EMPLOYER_OF_NO_PAIR",
        in_2026(),
        {"mode": ContractMode.LIMITED_TERM},
        {"second_employer": SecondEmployer(name="Station d'hiver")},
    ),
    (
        "ascendant_employer",
        "PUBLIC_ASCENDANT",
        MINOR,
        {"employer.specific": SpecificEmployer.ASCENDANT},
        {"employer.type": EmployerType.COMMUNE},
    ),
)
"""The rule, the reserve, a contract, and two facts that contradict."""


def both(contract: Contract, *facts: dict[str, Any]) -> Contract:
    """The contract, where these facts are told."""
    for each in facts:
        for path, value in each.items():
            contract = told(contract, path, value)
    return contract


def reserves(contract: Contract, rule: str) -> set[str]:
    return {caveat.name for caveat in review(contract)[rule].caveats}


@pytest.mark.parametrize(
    ("rule", "reserve", "contract", "one", "other"),
    TOLD,
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_a_finding_tells_what_contradicts(
    rule: str, reserve: str, contract: Contract, one: dict[str, Any], other: dict[str, Any]
) -> None:
    assert reserve in reserves(both(contract, one, other), rule)
    for alone in (one, other):
        assert reserve not in reserves(both(contract, alone), rule)


def test_every_reserve_of_a_contradiction_has_its_pair() -> None:
    assert {reserve for _, reserve, *_ in TOLD} == CONTRADICTIONS


REFUSED: tuple[tuple[Callable[..., object], dict[str, Any]], ...] = (
    (PreviousCycle, {"ended_on": date(2026, 6, 30), "ruptured_on": date(2026, 3, 1)}),
    (PreviousCycle, {"diploma_obtained": True, "level": 0}),
    (PreviousCycle, {"diploma_obtained": False, "level": 4}),
    (PreviousCycle, {"exam_failed": True, "diploma_obtained": True}),
    (
        Apprentice,
        {
            "born_on": BORN,
            "last_class": LastClass.STOPPED_IN_TROISIEME,
            "lower_secondary_completed": True,
        },
    ),
    (MaitreApprentissage, {"field_diploma_level": 0, "diploma_in_field": True}),
    (MaitreApprentissage, {"field_diploma_level": 5, "diploma_level": 4}),
    (
        MaitreApprentissage,
        {"status": MaitreStatus.USER_FIRM_EMPLOYEE, "firm": MaitreFirm.EMPLOYER},
    ),
    (MaitreApprentissage, {"experience": (), "experience_months": 24}),
    (MaitreApprentissage, {"experience_months": 12, "excluded_months": 13}),
    (
        ExperiencePeriod,
        {"starts_on": date(2020, 1, 1), "ends_on": date(2021, 1, 1), "ongoing": True},
    ),
    (Training, {"entry_year": 3, "cycle_years": 2}),
    (Extension, {"reason": ExtensionReason.NONE, "starts_on": BORN}),
    (in_2026, {"benefits_in_kind": Decimal(90), "in_kind": InKind(meals=1)}),
    (WorkDay, {"on": BORN, "hours": 6, "longest_stretch_hours": 7}),
)
"""Facts of one object, which its constructor refuses together."""


@pytest.mark.parametrize(("make", "facts"), REFUSED)
def test_a_constructor_refuses_what_contradicts(
    make: Callable[..., object], facts: dict[str, Any]
) -> None:
    with pytest.raises(InvalidValue):
        make(**facts)


JUDGED: tuple[tuple[str, Contract, dict[str, Any], dict[str, Any]], ...] = (
    ("diploma_level", in_2026(), {"training.diploma": Diploma.BTS}, {"training.level": 3}),
    ("remote_hours", in_2026(), {"training.hours": 500}, {"training.remote_hours": 501}),
    ("contract_type_code", in_2026(), {"kind": ContractType.SAME_EMPLOYER}, {"previous": ()}),
    (
        "contract_type_code",
        in_2026(),
        {"kind": ContractType.OTHER_EMPLOYER},
        {"previous": (EARLIER,)},
    ),
    (
        "contract_type_code",
        in_2026(),
        {"kind": ContractType.FAILED_EXAM},
        {"extension": NO_EXTENSION},
    ),
    (
        "company_cfa",
        in_2026(),
        {"training.internal_cfa": True},
        {"training.company_cfa": CompanyCfa.NONE},
    ),
    (
        "specific_employer_code",
        in_2026(),
        {"mode": ContractMode.TEMPORARY_WORK},
        {"employer.specific": SpecificEmployer.NONE},
    ),
    (
        "apprentice_numbers",
        in_2026(),
        {"apprentice.nir": "1080275116001"},
        {"apprentice.sex": Sex.FEMALE},
    ),
)
"""The rule that fails, a contract, and two facts that do not agree."""


@pytest.mark.parametrize(("rule", "contract", "one", "other"), JUDGED)
def test_a_rule_fails_of_what_contradicts(
    rule: str, contract: Contract, one: dict[str, Any], other: dict[str, Any]
) -> None:
    found = review(both(contract, one, other))[rule]
    assert found.outcome is Outcome.NON_COMPLIANT
    for alone in (one, other):
        apart = review(both(contract, alone))[rule]
        assert apart.outcome is not Outcome.NON_COMPLIANT
