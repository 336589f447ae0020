"""What the parties declare: value objects, checked for structure only."""

from apprentissage.facts.address import Address, territory_of
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
    SocialScheme,
    SpecificEmployer,
)
from apprentissage.facts.contract import (
    NO_EXTENSION,
    NO_SMC,
    Contract,
    Extension,
    Mobility,
    Signature,
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
    SecondEmployer,
)
from apprentissage.facts.holidays import PublicHolidays
from apprentissage.facts.kinds import (
    Accreditation,
    AgeBracket,
    AgeExemption,
    DisabilityTitle,
    DurationGround,
    EngagementBar,
    ExperienceKind,
    ExtensionReason,
    MaitreStatus,
    PayBase,
    QualityCertification,
    RateKind,
    Route,
    RuptureCause,
    Signatory,
    SupervisedKind,
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
    "NO_SMC",
    "Accreditation",
    "Address",
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
    "EngagementBar",
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
    "QualityCertification",
    "RateKind",
    "Region",
    "Route",
    "Rupture",
    "RuptureCause",
    "SecondEmployer",
    "Sex",
    "Signatory",
    "Signature",
    "SocialScheme",
    "SpecificEmployer",
    "Supervised",
    "SupervisedKind",
    "Territory",
    "Training",
    "WorkDay",
    "WorkSector",
    "WorkingTime",
    "territory_of",
]
__dir__ = __all__.copy
