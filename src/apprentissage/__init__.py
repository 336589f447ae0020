"""The rules of the French contrat d'apprentissage.

Exact to the day, dated, and explained with their articles: `review` applies
every rule to the facts of a contract, `agenda` gives its dates,
`pay_schedule` its pay lines. It reads no file, network, clock or locale;
today is always an argument.

>>> from datetime import date
>>> contract = Contract(
...     concluded_on=date(2026, 6, 1),
...     starts_on=date(2026, 9, 1),
...     ends_on=date(2028, 8, 31),
...     apprentice=Apprentice(born_on=date(1996, 9, 1)),
... )
>>> age = review(contract)["upper_age"]
>>> age.outcome, age["latest_on"]
(<Outcome.UNDETERMINED: 'undetermined'>, datetime.date(2026, 8, 31))
"""

from typing import TYPE_CHECKING

from apprentissage._doors import open_door

if TYPE_CHECKING:
    from apprentissage.age.lower_age import lower_age_eligibility
    from apprentissage.age.upper_age import upper_age_eligibility
    from apprentissage.catalogue import RULES
    from apprentissage.cerfa.suggest import suggest
    from apprentissage.dates.contract_end import contract_end_limit
    from apprentissage.dates.rupture import in_free_period
    from apprentissage.dates.start_gaps import training_starts
    from apprentissage.dates.training_share import minimum_training_hours
    from apprentissage.dossier.archive import archive_plan
    from apprentissage.dossier.cerfa_retention import cerfa_retention
    from apprentissage.dossier.documents_sent import documents_to_send
    from apprentissage.dossier.employer_aid import first_year_aid
    from apprentissage.dossier.fate import decision_due_on
    from apprentissage.dossier.file_names import file_name
    from apprentissage.dossier.filing import filing_deadline
    from apprentissage.dossier.retention_texts import Holder
    from apprentissage.errors import ApprentissageError, InvalidValue, NotCovered, WrongType
    from apprentissage.facts import (
        Apprentice,
        Cfa,
        Contract,
        Employer,
        MaitreApprentissage,
        Training,
    )
    from apprentissage.interchange import (
        UnreadableContract,
        contract_schema,
        read_contract,
        write_contract,
    )
    from apprentissage.judging import Finding, Outcome, Rule
    from apprentissage.law.readings import DOCTRINE, LETTER, Readings
    from apprentissage.law.smic import SmicSeries
    from apprentissage.law.sources import LAW_CHECKED_ON, SMIC_CHECKED_ON
    from apprentissage.maitre.maitre_competence import maitre_qualification
    from apprentissage.minors.legal_representative import majority_on
    from apprentissage.minors.minors_hours import minor_limits
    from apprentissage.pay import (
        PayLine,
        PaySchedule,
        Payslip,
        ProRata,
        audit_pay,
        monthly_pay,
        pay_lines,
        pay_schedule,
        statutory_grid,
        statutory_rate,
    )
    from apprentissage.pay.grids import branch_grid
    from apprentissage.reviewing import (
        Agenda,
        Review,
        agenda,
        difference,
        remedies,
        review,
        review_form,
    )

open_door(
    __name__,
    {
        "age.lower_age": ("lower_age_eligibility",),
        "age.upper_age": ("upper_age_eligibility",),
        "catalogue": ("RULES",),
        "cerfa.suggest": ("suggest",),
        "dates.contract_end": ("contract_end_limit",),
        "dates.rupture": ("in_free_period",),
        "dates.start_gaps": ("training_starts",),
        "dates.training_share": ("minimum_training_hours",),
        "dossier.archive": ("archive_plan",),
        "dossier.cerfa_retention": ("cerfa_retention",),
        "dossier.documents_sent": ("documents_to_send",),
        "dossier.employer_aid": ("first_year_aid",),
        "dossier.fate": ("decision_due_on",),
        "dossier.file_names": ("file_name",),
        "dossier.filing": ("filing_deadline",),
        "dossier.retention_texts": ("Holder",),
        "errors": ("ApprentissageError", "InvalidValue", "NotCovered", "WrongType"),
        "facts": ("Apprentice", "Cfa", "Contract", "Employer", "MaitreApprentissage", "Training"),
        "interchange": (
            "UnreadableContract",
            "contract_schema",
            "read_contract",
            "write_contract",
        ),
        "judging": ("Finding", "Outcome", "Rule"),
        "law.readings": ("DOCTRINE", "LETTER", "Readings"),
        "law.smic": ("SmicSeries",),
        "law.sources": ("LAW_CHECKED_ON", "SMIC_CHECKED_ON"),
        "maitre.maitre_competence": ("maitre_qualification",),
        "minors.legal_representative": ("majority_on",),
        "minors.minors_hours": ("minor_limits",),
        "pay": (
            "PayLine",
            "PaySchedule",
            "Payslip",
            "ProRata",
            "audit_pay",
            "monthly_pay",
            "pay_lines",
            "pay_schedule",
            "statutory_grid",
            "statutory_rate",
        ),
        "pay.grids": ("branch_grid",),
        "reviewing": (
            "Agenda",
            "Review",
            "agenda",
            "difference",
            "remedies",
            "review",
            "review_form",
        ),
    },
)

__all__ = [
    "DOCTRINE",
    "LAW_CHECKED_ON",
    "LETTER",
    "RULES",
    "SMIC_CHECKED_ON",
    "Agenda",
    "Apprentice",
    "ApprentissageError",
    "Cfa",
    "Contract",
    "Employer",
    "Finding",
    "Holder",
    "InvalidValue",
    "MaitreApprentissage",
    "NotCovered",
    "Outcome",
    "PayLine",
    "PaySchedule",
    "Payslip",
    "ProRata",
    "Readings",
    "Review",
    "Rule",
    "SmicSeries",
    "Training",
    "UnreadableContract",
    "WrongType",
    "agenda",
    "archive_plan",
    "audit_pay",
    "branch_grid",
    "cerfa_retention",
    "contract_end_limit",
    "contract_schema",
    "decision_due_on",
    "difference",
    "documents_to_send",
    "file_name",
    "filing_deadline",
    "first_year_aid",
    "in_free_period",
    "lower_age_eligibility",
    "maitre_qualification",
    "majority_on",
    "minimum_training_hours",
    "minor_limits",
    "monthly_pay",
    "pay_lines",
    "pay_schedule",
    "read_contract",
    "remedies",
    "review",
    "review_form",
    "statutory_grid",
    "statutory_rate",
    "suggest",
    "training_starts",
    "upper_age_eligibility",
    "write_contract",
]
__dir__ = __all__.copy
"""Completion shows the public names alone, here and in every module."""
