"""How many apprentices one maître may supervise (R6223-6, R6226-5).

The cases know no dates: all are there during the whole contract; nor an
individual derogation. With an agency the maîtres are its own.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from apprentissage.facts import (
    NO_EXTENSION,
    ContractMode,
    ContractType,
    Employer,
    MaitreApprentissage,
    MaitreFirm,
    SpecificEmployer,
    Supervised,
    SupervisedKind,
)
from apprentissage.law.readings import Readings
from apprentissage.maitre.maitre_ceiling import MAITRE_CEILING
from tests.cases.fillers import Required, one_answer
from tests.cases.given import Facts, choice, day

NO_DEROGATION = 0
ALWAYS = {"starts_on": date(2000, 1, 1), "ends_on": date(2099, 12, 31)}

KINDS = {
    SupervisedKind.REGULAR: ContractType.FIRST,
    SupervisedKind.PROLONGED: ContractType.FAILED_EXAM,
}
EMPLOYERS = {
    True: (SpecificEmployer.TEMPORARY_WORK_AGENCY, ContractMode.TEMPORARY_WORK),
    False: (SpecificEmployer.NONE, ContractMode.LIMITED_TERM),
    None: (None, ContractMode.LIMITED_TERM),
}


def _maitre(supervised: list[Facts] | None) -> MaitreApprentissage:
    return MaitreApprentissage(
        individual_ceiling=NO_DEROGATION,
        firm=MaitreFirm.EMPLOYER,
        supervised=None
        if supervised is None
        else tuple(
            Supervised(kind=choice(other, "kind", SupervisedKind), **ALWAYS)
            for other in supervised
        ),
    )


def evaluate(facts: Facts, readings: Readings) -> Mapping[str, Any]:
    """Give the outcome and the ordinary ceiling."""
    kind = choice(facts.get("new_apprentice", {}), "kind", SupervisedKind)
    specific, mode = EMPLOYERS[facts.get("temporary_work_agency")]
    teams = [facts.get("supervised")]
    if "second_maitre_supervised" in facts:
        teams.append(facts["second_maitre_supervised"])

    def answer(required: Required) -> Mapping[str, Any]:
        found = MAITRE_CEILING.find(
            required.contract(
                apprentice={},
                employer=Employer(specific=specific),
                mode=mode,
                kind=kind and KINDS[kind],
                extension=kind and NO_EXTENSION,
                maitres=tuple(_maitre(supervised) for supervised in teams),
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
