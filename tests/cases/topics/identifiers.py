"""Form and check digits of identifiers."""

from collections.abc import Callable
from typing import Any

from apprentissage.facts.identifiers import (
    BORN_ABROAD,
    IDCC_BEING_NEGOTIATED,
    IDCC_NONE,
    InvalidIdentifier,
    parse_birth_department,
    parse_deposit_number,
    parse_diploma_code,
    parse_idcc,
    parse_nir,
    parse_rncp,
    parse_siret,
    parse_uai,
)
from apprentissage.law.readings import Readings
from tests.cases.given import Facts

IDCC = {"none": IDCC_NONE, "being_negotiated": IDCC_BEING_NEGOTIATED}


def nir(facts: Facts) -> dict[str, Any]:
    found = parse_nir(facts["value"])
    return {"nir_13": found.number, "key": found.key}


def uai(facts: Facts) -> dict[str, Any]:
    return {"key": parse_uai(facts["value"])[-1]}


def deposit_number(facts: Facts) -> dict[str, Any]:
    found = parse_deposit_number(facts["value"])
    return {
        "department": found.department,
        "year": found.year,
        "month": found.month,
        "indicator": found.indicator,
        "sequence": found.sequence,
    }


def idcc(facts: Facts) -> dict[str, Any]:
    written = IDCC.get(facts.get("agreement_status", "")) or facts["value"]
    found = parse_idcc(written)
    in_force = facts.get("agreement_status") == "in_force"
    if in_force and found in IDCC.values():
        return {"valid": False}
    return {"cerfa_value": found}


def birth_department(facts: Facts) -> dict[str, Any]:
    abroad = facts.get("born_abroad")
    found = parse_birth_department(BORN_ABROAD if abroad else facts["value"])
    if abroad is False and found == BORN_ABROAD:
        return {"valid": False}
    return {"cerfa_value": found}


def plain(parse: Callable[[str], str]) -> Callable[[Facts], dict[str, Any]]:
    def answer(facts: Facts) -> dict[str, Any]:
        parse(facts["value"])
        return {}

    return answer


KINDS: dict[str, Callable[[Facts], dict[str, Any]]] = {
    "nir": nir,
    "siret": plain(parse_siret),
    "uai": uai,
    "rncp": plain(parse_rncp),
    "diploma_code": plain(parse_diploma_code),
    "deposit_number": deposit_number,
    "idcc": idcc,
    "birth_department": birth_department,
}


def evaluate(facts: Facts, _: Readings) -> dict[str, Any]:
    """Tell whether it is well formed, and its parts."""
    try:
        return {"valid": True, **KINDS[facts["identifier"]](facts)}
    except InvalidIdentifier:
        return {"valid": False}
