"""What the parties declare: value objects, checked for structure only.

`None` is always unknown, never no. A docstring describes the fields of which
name and type do not say all; the declaration of each gives its French name,
its key in a file and its box of the form.
"""

from typing import TYPE_CHECKING

from apprentissage._doors import open_door

if TYPE_CHECKING:
    from apprentissage.facts.address import Address, territory_of
    from apprentissage.facts.apprentice import Apprentice, LegalRepresentative
    from apprentissage.facts.authorities import Source, SourceKind
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
    from apprentissage.facts.dossier import Avenant, Decision, Dossier, FundingDecision, Rupture
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
        CompanyCfa,
        DisabilityTitle,
        DurationGround,
        EngagementBar,
        ExperienceKind,
        ExtensionReason,
        MaitreFirm,
        MaitreStatus,
        PayBase,
        QualityCertification,
        RateKind,
        RefusalGround,
        Route,
        RuptureCause,
        Signatory,
        SupervisedKind,
        Weekday,
        WorkAuthorisation,
        WorkSector,
    )
    from apprentissage.facts.maitre import ExperiencePeriod, MaitreApprentissage, Supervised
    from apprentissage.facts.pay import NO_GRID, DeclaredPayLine, Grid, InKind
    from apprentissage.facts.periods import ByDay, Period
    from apprentissage.facts.previous import PreviousCycle
    from apprentissage.facts.territories import Region, Territory
    from apprentissage.facts.training import Cfa, Training
    from apprentissage.facts.working_time import WorkDay, WorkingTime

open_door(
    __name__,
    {
        "address": ("Address", "territory_of"),
        "apprentice": ("Apprentice", "LegalRepresentative"),
        "authorities": ("Source", "SourceKind"),
        "codes": (
            "ContractMode",
            "ContractType",
            "DerogationType",
            "Diploma",
            "EmployerType",
            "LastClass",
            "Nationality",
            "PriorSituation",
            "Sex",
            "SocialScheme",
            "SpecificEmployer",
        ),
        "contract": ("NO_EXTENSION", "NO_SMC", "Contract", "Extension", "Mobility", "Signature"),
        "dossier": ("Avenant", "Decision", "Dossier", "FundingDecision", "Rupture"),
        "employer": ("NO_BRANCH_AGREEMENT", "BranchAgreement", "Employer", "SecondEmployer"),
        "holidays": ("PublicHolidays",),
        "kinds": (
            "Accreditation",
            "AgeBracket",
            "AgeExemption",
            "CompanyCfa",
            "DisabilityTitle",
            "DurationGround",
            "EngagementBar",
            "ExperienceKind",
            "ExtensionReason",
            "MaitreFirm",
            "MaitreStatus",
            "PayBase",
            "QualityCertification",
            "RateKind",
            "RefusalGround",
            "Route",
            "RuptureCause",
            "Signatory",
            "SupervisedKind",
            "Weekday",
            "WorkAuthorisation",
            "WorkSector",
        ),
        "maitre": ("ExperiencePeriod", "MaitreApprentissage", "Supervised"),
        "pay": ("NO_GRID", "DeclaredPayLine", "Grid", "InKind"),
        "periods": ("ByDay", "Period"),
        "previous": ("PreviousCycle",),
        "territories": ("Region", "Territory"),
        "training": ("Cfa", "Training"),
        "working_time": ("WorkDay", "WorkingTime"),
    },
)

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
    "CompanyCfa",
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
    "InKind",
    "LastClass",
    "LegalRepresentative",
    "MaitreApprentissage",
    "MaitreFirm",
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
    "RefusalGround",
    "Region",
    "Route",
    "Rupture",
    "RuptureCause",
    "SecondEmployer",
    "Sex",
    "Signatory",
    "Signature",
    "SocialScheme",
    "Source",
    "SourceKind",
    "SpecificEmployer",
    "Supervised",
    "SupervisedKind",
    "Territory",
    "Training",
    "Weekday",
    "WorkAuthorisation",
    "WorkDay",
    "WorkSector",
    "WorkingTime",
    "territory_of",
]
__dir__ = __all__.copy
