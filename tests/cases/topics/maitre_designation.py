"""Who may be named maître d'apprentissage (L6223-8-1).

Where two firms need a maître each, the second one fulfils all conditions if
he is named, and is wholly unknown if the case tells nothing of him.
"""

from collections.abc import Mapping
from typing import Any

from apprentissage.facts import (
    ContractMode,
    Employer,
    MaitreApprentissage,
    MaitreFirm,
    MaitreStatus,
    SpecificEmployer,
)
from apprentissage.law.readings import Readings
from apprentissage.maitre.maitre_designation import MAITRE_DESIGNATION
from tests.cases.fillers import Required, one_answer
from tests.cases.given import Facts, choice, day

KINDS = {
    "none": (SpecificEmployer.NONE, ContractMode.LIMITED_TERM),
    "temporary_work_agency": (SpecificEmployer.TEMPORARY_WORK_AGENCY, ContractMode.TEMPORARY_WORK),
    "employer_group": (SpecificEmployer.EMPLOYER_GROUP, ContractMode.LIMITED_TERM),
    "seasonal_employer": (SpecificEmployer.SEASONAL_EMPLOYER, ContractMode.TWO_SEASONAL_EMPLOYERS),
}
TWO_FIRMS = {ContractMode.TEMPORARY_WORK, ContractMode.TWO_SEASONAL_EMPLOYERS}


def _second(
    facts: Facts, mode: ContractMode, firm: MaitreFirm, born_on: Any
) -> tuple[MaitreApprentissage, ...]:
    """The maître of the other firm, where the contract has two."""
    named = facts.get("second_firm_maitre_named")
    if mode not in TWO_FIRMS or named is False:
        return ()
    if named is None:
        return (MaitreApprentissage(),)
    other = {MaitreFirm.EMPLOYER: MaitreFirm.OTHER, MaitreFirm.OTHER: MaitreFirm.EMPLOYER}[firm]
    user_firm = mode is ContractMode.TEMPORARY_WORK and (other is MaitreFirm.OTHER)
    return (
        MaitreApprentissage(
            status=MaitreStatus.USER_FIRM_EMPLOYEE if user_firm else MaitreStatus.EMPLOYEE,
            firm=other,
            born_on=born_on,
            volunteer=True,
        ),
    )


def evaluate(facts: Facts, readings: Readings) -> Mapping[str, Any]:
    """Give the outcome and whether it is contested."""
    specific, mode = KINDS[facts.get("special_employer_kind", "none")]
    status = choice(facts.get("maitre", {}), "status", MaitreStatus)
    firm = MaitreFirm.OTHER if status is MaitreStatus.USER_FIRM_EMPLOYEE else MaitreFirm.EMPLOYER
    maitre = MaitreApprentissage(
        status=status,
        firm=firm,
        born_on=day(facts.get("maitre", {}), "born_on"),
        volunteer=facts.get("maitre", {}).get("volunteer"),
    )

    def answer(required: Required) -> Mapping[str, Any]:
        adult = required.concluded_on.replace(year=required.concluded_on.year - 40, day=1)
        found = MAITRE_DESIGNATION.find(
            required.contract(
                apprentice={},
                employer=Employer(specific=specific),
                mode=mode,
                maitres=(maitre, *_second(facts, mode, firm, adult)),
            ),
            readings,
        )
        return {"outcome": found.outcome.value, "contested": found.contested != ()}

    required = ("concluded_on", "starts_on")
    return one_answer({name: day(facts, name) for name in required}, answer)
