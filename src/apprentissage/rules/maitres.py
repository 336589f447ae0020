"""What all rules on the maîtres d'apprentissage share."""

from collections.abc import Callable

from attrs import evolve

from apprentissage.facts import Contract, MaitreApprentissage
from apprentissage.law.sources import article
from apprentissage.rules.finding import (
    Finding,
    all_of,
    non_compliant,
    undetermined,
)

__all__ = ["NO_MAITRE"]
__dir__ = __all__.copy

NO_MAITRE = "Aucun maître d'apprentissage n'est désigné."

OnMaitre = Callable[[MaitreApprentissage, str], Finding]
"""A condition on one maître, whose absolute path comes last."""


def each_maitre(contract: Contract, on_maitre: OnMaitre) -> Finding:
    """The condition on every maître named; at least one has to be.

    The same conditions hold for each member of an équipe tutorale.
    """
    if contract.maitres is None:
        return undetermined("maitres", sources=(article("L6223-5"),))
    if not contract.maitres:
        return non_compliant(NO_MAITRE, sources=(article("L6223-5"),))
    return all_of(
        evolve(
            on_maitre(maitre, f"maitres[{rank}]"),
            subject=f"maître d'apprentissage n° {rank + 1}",
        )
        for rank, maitre in enumerate(contract.maitres)
    )
