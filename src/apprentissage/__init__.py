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

from apprentissage.age.upper_age import upper_age_latest_on
from apprentissage.catalogue import RULES
from apprentissage.cerfa.suggest import suggest
from apprentissage.dates.contract_end import contract_end_latest_on
from apprentissage.dates.rupture import in_free_period
from apprentissage.dates.start_gaps import training_starts_by
from apprentissage.dates.training_share import minimum_training_hours
from apprentissage.dossier.archive import archive_plan
from apprentissage.dossier.cerfa_retention import cerfa_retention
from apprentissage.dossier.contract_numbers import (
    missing_number,
    recovery,
    where_to_look,
)
from apprentissage.dossier.deadlines import Deadline
from apprentissage.dossier.documents_sent import documents_to_send
from apprentissage.dossier.employer_aid import first_year_aid
from apprentissage.dossier.file_names import file_name
from apprentissage.dossier.filing import filing_deadline
from apprentissage.dossier.funding_decision import decision_due_on
from apprentissage.dossier.retention_texts import Holder
from apprentissage.errors import (
    ApprentissageError,
    InvalidValue,
    NotCovered,
    WrongType,
)
from apprentissage.facts import (
    NO_BRANCH_AGREEMENT,
    NO_EXTENSION,
    NO_GRID,
    NO_SMC,
    Accreditation,
    Address,
    AgeBracket,
    AgeExemption,
    Apprentice,
    Avenant,
    BranchAgreement,
    ByDay,
    Cfa,
    CompanyCfa,
    Contract,
    ContractMode,
    ContractType,
    Decision,
    DeclaredPayLine,
    DerogationType,
    Diploma,
    DisabilityTitle,
    Dossier,
    DurationGround,
    Employer,
    EmployerType,
    EngagementBar,
    ExperienceKind,
    ExperiencePeriod,
    Extension,
    ExtensionReason,
    FundingDecision,
    Grid,
    InKind,
    LastClass,
    LegalRepresentative,
    MaitreApprentissage,
    MaitreFirm,
    MaitreStatus,
    Mobility,
    Nationality,
    PayBase,
    Period,
    PreviousCycle,
    PriorSituation,
    PublicHolidays,
    QualityCertification,
    RateKind,
    RefusalGround,
    Region,
    Route,
    Rupture,
    RuptureCause,
    SecondEmployer,
    Sex,
    Signatory,
    Signature,
    SocialScheme,
    SpecificEmployer,
    Supervised,
    SupervisedKind,
    Territory,
    Training,
    Weekday,
    WorkAuthorisation,
    WorkDay,
    WorkingTime,
    WorkSector,
    territory_of,
)
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.form import review_form
from apprentissage.interchange import (
    UnreadableContract,
    contract_schema,
    read_contract,
    write_contract,
)
from apprentissage.judging import (
    AgendaEntry,
    Contested,
    Finding,
    Outcome,
    Rule,
    Undated,
)
from apprentissage.law.readings import DOCTRINE, LETTER, POINTS, Readings
from apprentissage.law.smic import SmicSeries
from apprentissage.law.sources import LAW_CHECKED_ON, SMIC_CHECKED_ON, Caveat
from apprentissage.minors.legal_representative import majority_on
from apprentissage.minors.minors_hours import minor_limits
from apprentissage.pay import (
    PayAmounts,
    PayLine,
    PaySchedule,
    monthly_pay,
    pay_schedule,
)
from apprentissage.pay.branch_grids import branch_grid
from apprentissage.reviewing import Agenda, Review, agenda, review

__all__ = [
    "DOCTRINE",
    "LAW_CHECKED_ON",
    "LETTER",
    "NO_BRANCH_AGREEMENT",
    "NO_EXTENSION",
    "NO_GRID",
    "NO_SMC",
    "POINTS",
    "RULES",
    "SMIC_CHECKED_ON",
    "Accreditation",
    "Address",
    "AgeBracket",
    "AgeExemption",
    "Agenda",
    "AgendaEntry",
    "Apprentice",
    "ApprentissageError",
    "Avenant",
    "BranchAgreement",
    "ByDay",
    "Caveat",
    "Cfa",
    "CompanyCfa",
    "Contested",
    "Contract",
    "ContractMode",
    "ContractType",
    "Deadline",
    "Decision",
    "DeclaredPayLine",
    "DerogationType",
    "Diploma",
    "DisabilityTitle",
    "Dossier",
    "DurationGround",
    "Employer",
    "EmployerType",
    "EngagementBar",
    "ExperienceKind",
    "ExperiencePeriod",
    "Extension",
    "ExtensionReason",
    "Finding",
    "FundingDecision",
    "Grid",
    "Holder",
    "InKind",
    "InvalidValue",
    "LastClass",
    "LegalRepresentative",
    "MaitreApprentissage",
    "MaitreFirm",
    "MaitreStatus",
    "Mobility",
    "Nationality",
    "NotCovered",
    "Outcome",
    "PayAmounts",
    "PayBase",
    "PayLine",
    "PaySchedule",
    "Period",
    "PreviousCycle",
    "PriorSituation",
    "PublicHolidays",
    "QualityCertification",
    "RateKind",
    "Readings",
    "RefusalGround",
    "Region",
    "Review",
    "Route",
    "Rule",
    "Rupture",
    "RuptureCause",
    "SecondEmployer",
    "Sex",
    "Signatory",
    "Signature",
    "SmicSeries",
    "SocialScheme",
    "Source",
    "SourceKind",
    "SpecificEmployer",
    "Supervised",
    "SupervisedKind",
    "Territory",
    "Training",
    "Undated",
    "UnreadableContract",
    "Weekday",
    "WorkAuthorisation",
    "WorkDay",
    "WorkSector",
    "WorkingTime",
    "WrongType",
    "agenda",
    "archive_plan",
    "branch_grid",
    "cerfa_retention",
    "contract_end_latest_on",
    "contract_schema",
    "decision_due_on",
    "documents_to_send",
    "file_name",
    "filing_deadline",
    "first_year_aid",
    "in_free_period",
    "majority_on",
    "minimum_training_hours",
    "minor_limits",
    "missing_number",
    "monthly_pay",
    "pay_schedule",
    "read_contract",
    "recovery",
    "review",
    "review_form",
    "suggest",
    "territory_of",
    "training_starts_by",
    "upper_age_latest_on",
    "where_to_look",
    "write_contract",
]
__dir__ = __all__.copy
"""Completion shows the public names alone, here and in every module."""
