"""The certification is registered in the RNCP (art. L6211-1)."""

from collections.abc import Iterator
from datetime import date

from apprentissage.dossier._registration import grounds
from apprentissage.facts import Contract
from apprentissage.judging import Finding, Proposed, Result, Rule, hopeless, whether
from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.readings import Readings

REGISTERED = ByConclusion(
    "certification enregistrée au RNCP (art. L. 6211-1)",
    (
        # « un diplôme ou un titre à finalité professionnelle enregistré au
        # répertoire national des certifications professionnelles »
        version(date(2008, 5, 1), True, "L6211-1"),
        version(date(2019, 1, 1), True, "L6211-1"),
        version(date(2020, 1, 1), True, "L6211-1", "D6224-2 1°", "D6275-2 1°"),
        version(date(2023, 8, 3), True, "L6211-1", "D6224-2 1°", "D6275-2 1°"),
        version(date(2024, 8, 1), True, "L6211-1", "D6224-2 1°", "D6275-2 1°"),
    ),
)
"""Whether the training prepares a certification of the RNCP."""


class CertificationFinding(Finding):
    """What `CERTIFICATION` finds."""

    on = Result[date]("first day of the contract")


def judge(contract: Contract, _: Readings) -> Finding:
    """The certification is in the RNCP, open to apprenticeship on the start.

    L6211-1, a ground of refusal of D6224-2 1° and D6275-2 1°; the day of the
    start is that of OPCOs and of the State.

    Args:
        contract: `training.rncp_open`, as the caller states it.
    """
    law = REGISTERED.concluded(contract.concluded_on)
    return whether(
        # « enregistré au répertoire national des certifications
        # professionnelles » (L6211-1)
        contract.training.rncp_open,
        "training.rncp_open",
        holds=(
            "La certification visée est enregistrée au RNCP et ouverte à "
            "l'apprentissage au début du contrat, le {on}."
        ),
        fails=(
            "La certification visée n'est pas enregistrée au RNCP, ou pas "
            "ouverte à l'apprentissage, au début du contrat, le {on}."
        ),
        sources=grounds(law, contract),
        on=contract.starts_on,
    )


def remedies(_: Contract, __: Finding, ___: Readings) -> Iterator[Proposed]:
    """Nothing that the parties write makes it hold."""
    yield hopeless(
        "L'enregistrement au RNCP dépend du certificateur, et non des "
        "parties : vérifier la certification sur sa fiche RNCP, ou en "
        "préparer une qui soit enregistrée et ouverte à l'apprentissage."
    )


CERTIFICATION = Rule(
    name="certification",
    title="Certification enregistrée au RNCP",
    judge=judge,
    articles=("L6211-1", "D6224-2", "D6275-2"),
    boxes=(31, 32),
    finding=CertificationFinding,
    remedies=remedies,
)
