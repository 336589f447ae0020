"""Professional competence of the maître (R6223-22, R6261-9, D6273-1).

The cases know a private firm, which is no temporary-work agency, and a
public employer; which one of them does not matter.
"""

from collections.abc import Mapping
from typing import Any

from apprentissage.facts import (
    NO_BRANCH_AGREEMENT,
    BranchAgreement,
    Employer,
    EmployerType,
    MaitreApprentissage,
    SpecificEmployer,
    Training,
)
from apprentissage.law.readings import Readings
from apprentissage.rules.maitre_competence import MAITRE_COMPETENCE
from tests.cases.fillers import Required, one_answer
from tests.cases.given import Facts, day, territory

NO_DIPLOMA = 0


def _agreement(facts: Facts) -> BranchAgreement | None:
    agreement = facts.get("branch_agreement", {})
    if agreement is None:
        return NO_BRANCH_AGREEMENT
    return BranchAgreement(**agreement) if agreement else None


def _type(facts: Facts) -> EmployerType | None:
    match facts.get("employer_sector"), facts.get("craft_business"):
        case "public", _:
            return EmployerType.COMMUNE
        case "private", True:
            return EmployerType.CRAFT_REGISTER
        case "private", False:
            return EmployerType.COMMERCIAL_REGISTER_ONLY
    return None


def _maitre(maitre: Facts) -> MaitreApprentissage:
    months = maitre.get("experience_months")
    level = maitre.get("diploma_level", None)
    none_held = "diploma_level" in maitre and level is None
    return MaitreApprentissage(
        diploma_in_field=maitre.get("diploma_same_field"),
        diploma_level=NO_DIPLOMA if none_held else level,
        experience_months=months,
        excluded_months=maitre.get("excluded_months", 0),
        brevet_de_maitrise=maitre.get("master_craftsman_certificate"),
    )


def evaluate(facts: Facts, readings: Readings) -> Mapping[str, Any]:
    """Give the outcome, the route and the months that count."""

    def answer(required: Required) -> Mapping[str, Any]:
        found = MAITRE_COMPETENCE.find(
            required.contract(
                apprentice={},
                training=Training(level=facts.get("target_level")),
                employer=Employer(
                    type=_type(facts),
                    specific=SpecificEmployer.NONE,
                    territory=territory(facts),
                    branch_agreement=_agreement(facts),
                ),
                maitres=(_maitre(facts["maitre"]),),
            ),
            readings,
        )
        at = found.parts[0] if found.parts else found
        return {
            "outcome": found.outcome.value,
            "contested": found.contested != (),
            "route": at.get("route"),
            "counted_months": at.get("counted_months"),
        }

    return one_answer({"concluded_on": day(facts, "concluded_on")}, answer)
