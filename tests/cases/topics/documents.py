"""Documents to send with a contract."""

from datetime import date
from typing import Any

from apprentissage.dossier.documents_sent import DOCUMENTS_SENT
from apprentissage.facts import (
    CompanyCfa,
    ContractMode,
    DurationGround,
    Employer,
    EmployerType,
    Mobility,
    SpecificEmployer,
    Training,
)
from apprentissage.judging import Finding
from apprentissage.law.readings import Readings
from tests.cases.fillers import Required, one_answer
from tests.cases.given import Facts, day


def evaluate(facts: Facts, readings: Readings) -> dict[str, Any]:
    """List them."""
    known = {name: day(facts, name) for name in ("born_on", "concluded_on")}

    def answer(required: Required) -> dict[str, Any]:
        return {"documents": listed(required, facts, readings)}

    return dict(one_answer(known, answer))


def listed(required: Required, facts: Facts, readings: Readings) -> list[str]:
    ascendant = facts.get("employed_by_ascendant", False)
    ground = facts.get("duration_ground", "prior_skills")
    contract = required.contract(
        apprentice={},
        mode=ContractMode.LIMITED_TERM,
        training=_training(facts.get("internal_cfa")),
        employer=Employer(
            type=EmployerType.CRAFT_REGISTER,
            specific=SpecificEmployer.ASCENDANT if ascendant else SpecificEmployer.NONE,
        ),
        duration_ground=DurationGround(ground if facts.get("duration_adapted") else "none"),
        mobilities=mobilities(facts.get("mobility_planned"), required),
    )
    found: Finding = DOCUMENTS_SENT.find(contract, readings)
    documents = found.get("documents") or ()
    assert isinstance(documents, tuple)
    return [getattr(document, "value", "") for document in documents]


def _training(internal: bool | None) -> Training:
    """`internal_cfa` of a case: the centre is internal to the firm."""
    if internal is None:
        return Training()
    return Training(
        internal_cfa=internal, company_cfa=CompanyCfa.INTERNAL if internal else CompanyCfa.NONE
    )


def mobilities(planned: bool | None, required: Required) -> tuple[Mobility, ...] | None:
    if planned is None:
        return None
    abroad: date = required.starts_on
    return (Mobility(starts_on=abroad, ends_on=abroad),) if planned else ()
