"""The accreditation of the CFA for the certification (art. R6113-16)."""

from collections.abc import Iterator
from datetime import date

from apprentissage.dossier._registration import grounds
from apprentissage.facts import Accreditation, Contract
from apprentissage.judging import (
    Finding,
    Proposed,
    Result,
    Rule,
    hopeless,
    not_applicable,
    whether,
)
from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.readings import Readings

ACCREDITED = ByConclusion(
    "habilitation à préparer à la certification (art. R. 6113-16)",
    (
        version(date(2008, 5, 1), False),
        # « L'article R. 6113-16 relatif aux habilitations pour préparer à la
        # certification, le cas échéant »
        version(date(2024, 8, 1), True, "D6224-2 6°", "D6275-2 4°", "R6113-16"),
        # « à défaut d'assurer eux-mêmes les missions mentionnées au premier
        # alinéa, les ministres et organismes certificateurs peuvent habiliter
        # les organismes tiers »
        version(date(2025, 6, 9), True, "D6224-2 6°", "D6275-2 4°", "R6113-16"),
    ),
)
"""Whether the accreditation is looked at."""


class CfaAccreditationFinding(Finding):
    """What `CFA_ACCREDITATION` finds."""

    accreditation = Result[Accreditation]("what lets the CFA prepare for it")


def judge(contract: Contract, _: Readings) -> Finding:
    """The CFA may prepare to the certification, « le cas échéant ».

    R6113-16, a ground of refusal of D6224-2 6° and D6275-2 4° for contracts
    concluded since 1 August 2024.

    Args:
        contract: `training.cfa.accreditation`, as the caller states it.
    """
    law = ACCREDITED.concluded(contract.concluded_on)
    if not law.value:
        return not_applicable(
            "L'habilitation du CFA n'était pas un motif de refus au jour de la conclusion."
        )
    cfa = contract.training.cfa
    held = None if cfa is None else cfa.accreditation
    return whether(
        None if held is None else held is not Accreditation.NONE,
        "training.cfa.accreditation",
        holds="Le CFA peut préparer à la certification : {accreditation}.",
        fails="Le CFA n'est pas habilité à préparer à la certification.",
        sources=grounds(law, contract),
        accreditation=held,
    )


def remedies(_: Contract, __: Finding, ___: Readings) -> Iterator[Proposed]:
    """Nothing that the parties write makes it hold."""
    yield hopeless(
        "L'habilitation s'obtient du certificateur, et non des parties : "
        "la demander au CFA, ou conclure avec un CFA habilité."
    )


CFA_ACCREDITATION = Rule(
    name="cfa_accreditation",
    title="Habilitation du CFA",
    judge=judge,
    articles=("R6113-16", "D6224-2", "D6275-2"),
    boxes=(30,),
    finding=CfaAccreditationFinding,
    remedies=remedies,
)
