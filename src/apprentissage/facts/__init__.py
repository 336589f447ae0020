"""What the parties declare: value objects, checked for structure only."""

from apprentissage.facts.apprentice import Apprentice, LegalRepresentative
from apprentissage.facts.codes import (
    ContractMode,
    ContractType,
    DerogationType,
    Diploma,
    EmployerType,
    LastClass,
    Nationality,
    PriorSituation,
    Sex,
    SpecificEmployer,
)
from apprentissage.facts.contract import (
    NO_EXTENSION,
    Contract,
    Extension,
    Mobility,
)
from apprentissage.facts.dossier import (
    Avenant,
    Decision,
    Dossier,
    FundingDecision,
    Rupture,
)
from apprentissage.facts.employer import (
    NO_BRANCH_AGREEMENT,
    BranchAgreement,
    Employer,
)
from apprentissage.facts.holidays import PublicHolidays
from apprentissage.facts.kinds import (
    AgeBracket,
    AgeExemption,
    DisabilityTitle,
    DurationGround,
    ExperienceKind,
    ExtensionReason,
    MaitreStatus,
    PayBase,
    RateKind,
    Route,
    RuptureCause,
    Signatory,
    SupervisedKind,
    WorkAuthorisation,
    WorkSector,
)
from apprentissage.facts.maitre import (
    ExperiencePeriod,
    MaitreApprentissage,
    Supervised,
)
from apprentissage.facts.pay import NO_GRID, DeclaredPayLine, Grid
from apprentissage.facts.periods import ByDay, Period
from apprentissage.facts.previous import PreviousCycle
from apprentissage.facts.territories import Region, Territory
from apprentissage.facts.training import Cfa, Training
from apprentissage.facts.working_time import WorkDay, WorkingTime

__all__ = [
    "NO_BRANCH_AGREEMENT",
    "NO_EXTENSION",
    "NO_GRID",
    "AgeBracket",
    "AgeExemption",
    "Apprentice",
    "Avenant",
    "BranchAgreement",
    "ByDay",
    "Cfa",
    "Contract",
    "ContractMode",
    "ContractType",
    "Decision",
    "DeclaredPayLine",
    "DerogationType",
    "Diploma",
    "DisabilityTitle",
    "Dossier",
    "DurationGround",
    "Employer",
    "EmployerType",
    "ExperienceKind",
    "ExperiencePeriod",
    "Extension",
    "ExtensionReason",
    "FundingDecision",
    "Grid",
    "LastClass",
    "LegalRepresentative",
    "MaitreApprentissage",
    "MaitreStatus",
    "Mobility",
    "Nationality",
    "PayBase",
    "Period",
    "PreviousCycle",
    "PriorSituation",
    "PublicHolidays",
    "RateKind",
    "Region",
    "Route",
    "Rupture",
    "RuptureCause",
    "Sex",
    "Signatory",
    "SpecificEmployer",
    "Supervised",
    "SupervisedKind",
    "Territory",
    "Training",
    "WorkAuthorisation",
    "WorkDay",
    "WorkSector",
    "WorkingTime",
]
__dir__ = __all__.copy
