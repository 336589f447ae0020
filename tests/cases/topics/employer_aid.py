"""Aid to the employer, first year."""

from collections.abc import Mapping
from typing import Any

from apprentissage.dossier.employer_aid import EMPLOYER_AID
from apprentissage.facts import Dossier, Employer, EmployerType, Training
from apprentissage.law.readings import Readings
from tests.cases.fillers import Required, one_answer
from tests.cases.given import Facts, day, territory


def evaluate(facts: Facts, readings: Readings) -> Mapping[str, Any]:
    """Give the amount."""

    def answer(required: Required) -> dict[str, Any]:
        found = EMPLOYER_AID.find(
            required.contract(
                apprentice={"rqth": facts.get("disabled_worker")},
                training=Training(level=facts.get("target_level")),
                employer=Employer(
                    type=employer_type(facts),
                    territory=territory(facts),
                    headcount=facts.get("headcount"),
                    quota_met=facts.get("quota_met"),
                    aid_already_received=facts.get("aid_already_received", False),
                ),
                file=Dossier(filed_on=day(facts, "filed_on")),
            ),
            readings,
        )
        return {"first_year_amount": found.get("first_year_amount")}

    known = {name: day(facts, name) for name in ("born_on", "concluded_on", "starts_on")}
    return one_answer(known, answer)


def employer_type(facts: Facts) -> EmployerType:
    """The type of an employer; of a sector alone, one of that sector."""
    if facts.get("employer_kind") is not None:
        return EmployerType[facts["employer_kind"].upper()]
    if facts.get("employer_sector") == "public":
        return EmployerType.OTHER_PUBLIC
    return EmployerType.OTHER_PRIVATE
