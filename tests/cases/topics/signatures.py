"""Who signs: a representative (R6222-2), the declaration (R6224-8)."""

from typing import Any

from apprentissage.facts import Employer, EmployerType, SpecificEmployer
from apprentissage.law.readings import Readings
from apprentissage.minors.legal_representative import legal_representative_signs
from apprentissage.parties.signatures import SIGNATURES
from tests.cases.fillers import Required, one_answer
from tests.cases.given import Facts, a_day, day


def evaluate(facts: Facts, readings: Readings) -> Any:
    """Say whether the representative signs, and list the signatories."""
    # an employer who is not told to be an ascendant is none
    ascendant = facts.get("employed_by_ascendant", False)
    emancipated = facts.get("emancipated")
    employer = Employer(
        type=EmployerType.CRAFT_REGISTER,
        specific=SpecificEmployer.ASCENDANT if ascendant else SpecificEmployer.NONE,
    )

    def answer(required: Required) -> dict[str, Any]:
        contract = required.contract(apprentice={"emancipated": emancipated}, employer=employer)
        signatories: Any = SIGNATURES.find(contract, readings)["required"]
        return {
            "legal_representative_signs": legal_representative_signs(
                born_on=a_day(facts, "born_on"),
                concluded_on=a_day(facts, "concluded_on"),
                emancipated=emancipated,
                employed_by_ascendant=ascendant,
                readings=readings,
            ),
            "signatories": sorted(who.value for who in signatories),
        }

    known = {
        "born_on": a_day(facts, "born_on"),
        "concluded_on": a_day(facts, "concluded_on"),
        "starts_on": day(facts, "starts_on"),
    }
    return one_answer(known, answer)
