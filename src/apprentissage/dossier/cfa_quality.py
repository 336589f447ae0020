"""The quality certification of the CFA (art. L6316-1)."""

from collections.abc import Iterator
from datetime import date

from apprentissage.dossier._registration import grounds
from apprentissage.facts import Contract, QualityCertification
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

QUALITY = ByConclusion(
    "certification qualité du CFA (art. L. 6316-1)",
    (
        version(date(2008, 5, 1), False),
        # « Les prestataires mentionnés à l'article L. 6351-1 financés par un
        # opérateur de compétences, […] sont certifiés sur la base de critères
        # définis par décret en Conseil d'Etat. »
        version(date(2022, 1, 1), True, "L6316-1"),
        version(date(2024, 1, 1), True, "L6316-1"),
        # « L'article L. 6316-1 relatif à l'obligation de certification des
        # organismes de formation par apprentissage, sous réserve que
        # l'organisme de formation par apprentissage ne soit pas dispensé »
        version(date(2024, 8, 1), True, "L6316-1", "D6224-2 7°", "D6275-2 5°"),
    ),
)
"""Whether the CFA must be certified; a ground of refusal since 2024-08-01."""


class CfaQualityFinding(Finding):
    """What `CFA_QUALITY` finds."""

    quality = Result[QualityCertification]("how the CFA meets the duty of quality")


def judge(contract: Contract, _: Readings) -> Finding:
    """The CFA is certified for its quality, or exempted.

    L6316-1, since 2022; a ground of refusal of D6224-2 7° and D6275-2 5° for
    contracts concluded since 1 August 2024.

    Args:
        contract: `training.cfa.quality`, as the caller states it.
    """
    law = QUALITY.concluded(contract.concluded_on)
    if not law.value:
        return not_applicable(
            "La certification qualité n'était pas exigée des CFA au jour de la conclusion."
        )
    cfa = contract.training.cfa
    quality = None if cfa is None else cfa.quality
    return whether(
        None if quality is None else quality is not QualityCertification.NONE,
        "training.cfa.quality",
        holds="Le CFA remplit l'obligation de qualité : {quality}.",
        fails="Le CFA n'a pas la certification qualité (Qualiopi) et n'en est pas dispensé.",
        sources=grounds(law, contract),
        quality=quality,
    )


def remedies(_: Contract, __: Finding, ___: Readings) -> Iterator[Proposed]:
    """Nothing that the parties write makes it hold."""
    yield hopeless(
        "La certification qualité s'obtient d'un organisme certificateur, et non des parties : "
        "demander son certificat au CFA, ou conclure avec un CFA certifié."
    )


CFA_QUALITY = Rule(
    name="cfa_quality",
    title="Certification qualité du CFA",
    judge=judge,
    articles=("L6316-1", "D6224-2", "D6275-2"),
    boxes=(30,),
    finding=CfaQualityFinding,
    remedies=remedies,
)
