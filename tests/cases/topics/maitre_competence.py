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
    ExperienceKind,
    ExperiencePeriod,
    MaitreApprentissage,
    SpecificEmployer,
    Training,
)
from apprentissage.judging import Outcome
from apprentissage.law.readings import Readings
from apprentissage.maitre.maitre_competence import MAITRE_COMPETENCE
from tests.cases.fillers import Required, one_answer
from tests.cases.given import Facts, day, territory

NO_DIPLOMA = 0


def _agreement(facts: Facts) -> BranchAgreement | None:
    """The agreement, which asks for years and nothing else."""
    agreement = facts.get("branch_agreement", {})
    if agreement is None:
        return NO_BRANCH_AGREEMENT
    return BranchAgreement(**agreement, conditions=()) if agreement else None


def _types(facts: Facts) -> tuple[EmployerType | None, ...]:
    """The types that an employer may be of; one unknown where nothing is told.

    A public employer is on no craft register.
    """
    match facts.get("employer_sector"), facts.get("craft_business"):
        case "public", _:
            return (EmployerType.COMMUNE,)
        case _, True:
            return (EmployerType.CRAFT_REGISTER,)
        case "private", False:
            return (EmployerType.COMMERCIAL_REGISTER_ONLY,)
        case "private", _:
            return (EmployerType.COMMERCIAL_REGISTER_ONLY, EmployerType.CRAFT_REGISTER)
        case _, False:
            return (EmployerType.COMMERCIAL_REGISTER_ONLY, EmployerType.COMMUNE)
    return (None,)


def _diplomas(maitre: Facts) -> dict[str, int | bool | None]:
    """The highest diploma, and that of the field: the same unless told."""
    level = maitre.get("diploma_level")
    none_held = "diploma_level" in maitre and level is None
    highest = NO_DIPLOMA if none_held else level
    in_field = maitre.get("diploma_same_field")
    of_field = highest if in_field else NO_DIPLOMA
    if in_field is None:
        of_field = None
    return {
        "diploma_level": highest,
        "diploma_in_field": in_field,
        "field_diploma_level": maitre.get("field_diploma_level", of_field),
    }


def _maitre(maitre: Facts) -> MaitreApprentissage:
    since = day(maitre, "activity_since")
    activity: dict[str, Any] = {
        "experience_months": maitre.get("experience_months"),
        "excluded_months": maitre.get("excluded_months", 0),
    }
    if since is not None:
        activity = {
            "experience": (
                ExperiencePeriod(starts_on=since, kind=ExperienceKind.EMPLOYMENT, ongoing=True),
            )
        }
    return MaitreApprentissage(
        **_diplomas(maitre),  # type: ignore[arg-type]
        **activity,
        brevet_de_maitrise=maitre.get("master_craftsman_certificate"),
    )


def evaluate(facts: Facts, readings: Readings) -> Mapping[str, Any]:
    """Give the outcome, the route and the months that count."""

    def of_type(required: Required, kind: EmployerType | None) -> Mapping[str, Any]:
        found = MAITRE_COMPETENCE.find(
            required.contract(
                apprentice={},
                training=Training(level=facts.get("target_level")),
                employer=Employer(
                    type=kind,
                    specific=SpecificEmployer.NONE,
                    territory=territory(facts),
                    branch_agreement=_agreement(facts),
                ),
                maitres=(_maitre(facts.get("maitre", {})),),
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

    def answer(required: Required) -> Mapping[str, Any]:
        first, *others = (of_type(required, kind) for kind in _types(facts))
        if all(other["outcome"] == first["outcome"] for other in others):
            return first
        return {**first, "outcome": Outcome.UNDETERMINED.value, "route": None}

    required = ("concluded_on", "starts_on")
    return one_answer({name: day(facts, name) for name in required}, answer)
