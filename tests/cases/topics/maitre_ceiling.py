"""How many apprentices one maître may supervise (R6223-6, R6226-5).

The cases know no dates, so that all are there at once, and no individual
derogation.
"""

from collections.abc import Mapping
from typing import Any

from apprentissage.facts import (
    NO_EXTENSION,
    ContractType,
    Employer,
    MaitreApprentissage,
    SpecificEmployer,
    Supervised,
    SupervisedKind,
)
from apprentissage.law.readings import Readings
from apprentissage.rules.maitre_ceiling import MAITRE_CEILING
from tests.cases.fillers import Required, one_answer
from tests.cases.given import Facts, choice, day

NO_DEROGATION = 0

KINDS = {
    SupervisedKind.REGULAR: ContractType.FIRST,
    SupervisedKind.PROLONGED: ContractType.FAILED_EXAM,
}


def _specific(facts: Facts) -> SpecificEmployer | None:
    if "temporary_work_agency" not in facts:
        return None
    if facts["temporary_work_agency"]:
        return SpecificEmployer.TEMPORARY_WORK_AGENCY
    return SpecificEmployer.NONE


def evaluate(facts: Facts, readings: Readings) -> Mapping[str, Any]:
    """Give the outcome and the ordinary ceiling."""
    kind = choice(facts["new_apprentice"], "kind", SupervisedKind)
    maitre = MaitreApprentissage(
        individual_ceiling=NO_DEROGATION,
        supervised=tuple(
            Supervised(kind=choice(other, "kind", SupervisedKind))
            for other in facts["supervised"]
        ),
    )

    def answer(required: Required) -> Mapping[str, Any]:
        found = MAITRE_CEILING.find(
            required.contract(
                apprentice={},
                employer=Employer(specific=_specific(facts)),
                kind=kind and KINDS[kind],
                extension=kind and NO_EXTENSION,
                maitres=(maitre,),
            ),
            readings,
        )
        at = found.parts[0] if found.parts else found
        return {
            "outcome": found.outcome.value,
            "contested": found.contested != (),
            "ceiling": at.get("ceiling"),
        }

    return one_answer({"concluded_on": day(facts, "concluded_on")}, answer)
