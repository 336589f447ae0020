"""Codes of the form, by version of its notice."""

from typing import Any

from apprentissage._labelled import Labelled
from apprentissage.cerfa._suggestion import Suggestion
from apprentissage.cerfa.code_lists import equivalents, is_listed, replacements
from apprentissage.cerfa.code_parsing import parse_code
from apprentissage.cerfa.contract_type_code import suggest_contract_type
from apprentissage.cerfa.derogation_code import derogation_code
from apprentissage.cerfa.last_class import last_class
from apprentissage.dossier.avenant_types import AvenantReason, avenant_type
from apprentissage.errors import InvalidValue
from apprentissage.facts import (
    ContractMode,
    DerogationType,
    Diploma,
    EmployerType,
    PreviousCycle,
    PriorSituation,
    Route,
    SpecificEmployer,
)
from apprentissage.facts.codes import MaitreLevel
from apprentissage.law.notices import Notice
from apprentissage.law.readings import Readings
from tests.cases.given import Facts, day

GROUNDS = {
    "under_16": DerogationType.UNDER_16,
    "over_29": DerogationType.OVER_29,
    "reduced_duration": DerogationType.REDUCED_DURATION,
    "extended_duration": DerogationType.EXTENDED_DURATION,
    "other": DerogationType.OTHER,
}
"""The other names of the cases are those of the members, or in NAMES."""

NAMES: dict[str, dict[str, Labelled]] = {
    "special_employer_kind": {"family": SpecificEmployer.ASCENDANT},
    "contract_mode": {
        "fixed_term": ContractMode.LIMITED_TERM,
        "temporary_work_agency": ContractMode.TEMPORARY_WORK,
    },
    "diploma": {
        "mention_complementaire": Diploma.SPECIALISATION_CERTIFICATE,
        "professional_specialisation_diploma": (Diploma.PROFESSIONAL_SPECIALISATION),
        "none": Diploma.NO_DIPLOMA,
    },
    "prior_situation": {
        "apprenticeship_contract": PriorSituation.APPRENTICESHIP,
        "professionalisation_contract": PriorSituation.PROFESSIONALISATION,
        "trainee_after_termination": PriorSituation.TRAINEE_AFTER_RUPTURE,
    },
}

LISTS: dict[str, tuple[type[Labelled], str]] = {
    "employer_type": (EmployerType, "employer_kind"),
    "special_employer": (SpecificEmployer, "special_employer_kind"),
    "contract_mode": (ContractMode, "contract_mode"),
    "diploma": (Diploma, "diploma"),
    "last_diploma_prepared": (Diploma, "diploma"),
    "prior_situation": (PriorSituation, "prior_situation"),
}


def evaluate(facts: Facts, _: Readings) -> dict[str, Any]:
    """Give the code to write, or tell whether a code is listed."""
    notice = Notice(facts["notice_version"])
    match facts["list"]:
        case "contract_type" if facts.get("amendment_reason"):
            reasons = {reason.value: reason for reason in AvenantReason}
            reason = reasons[facts["amendment_reason"]]
            return {"code": avenant_type(reason, notice).value}
        case "contract_type":
            return {"code": code_of(suggest_contract_type(previous(facts)))}
        case "derogation":
            grounds = [GROUNDS[name] for name in facts["derogation_grounds"]]
            code = derogation_code(grounds)
            return {"code": code and code.value}
        case "last_class":
            found = last_class(
                facts.get("class_year", 0),
                validated=facts.get("class_validated", False),
                diploma_obtained=facts.get("class_diploma_obtained", False),
            )
            return {"code": found.value}
        case "maitre_level" if "diploma_level" not in facts["maitre"]:
            return {"code": None}
        case "maitre_level":
            level = facts["maitre"]["diploma_level"] or 0
            return {"code": parse_code(MaitreLevel, str(level)).value}
        case name:
            kind, fact = LISTS[name]
    if "code_checked" in facts:
        return checked(kind, facts["code_checked"], notice)
    return {"code": member(kind, fact, facts[fact], notice)}


def code_of(suggestion: Suggestion) -> str | None:
    return None if suggestion.code is None else suggestion.code.value


def previous(facts: Facts) -> tuple[PreviousCycle, ...] | None:
    if "previous" not in facts:
        return None
    told = facts["previous"]
    if told is None:
        return ()
    return (
        PreviousCycle(
            route=Route.APPRENTICESHIP,
            ended_on=day(told, "ended_on"),
            ruptured_on=day(told, "terminated_on"),
            same_employer=told.get("same_employer"),
        ),
    )


def checked(kind: type[Labelled], written: str, notice: Notice) -> dict[str, Any]:
    try:
        code = parse_code(kind, written)
    except InvalidValue:
        return {"valid": False}
    listed = is_listed(code, notice)
    instead = () if listed else replacements(code)
    return {"valid": listed, "replacement": instead[0].value if len(instead) == 1 else None}


def member(kind: type[Labelled], fact: str, name: str, notice: Notice) -> str | None:
    named = {code.name.lower(): code for code in kind}
    code = NAMES.get(fact, {}).get(name) or named[name]
    found = equivalents(code, notice)
    return found[0].value if len(found) == 1 else None
