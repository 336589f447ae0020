"""The contract with two seasonal employers (L6222-5-1)."""

from apprentissage.facts import Contract, ContractMode
from apprentissage.law.readings import Readings
from apprentissage.law.sources import article
from apprentissage.rules.finding import (
    UNKNOWN,
    Finding,
    not_applicable,
    undetermined,
    whether,
)
from apprentissage.rules.rule import Rule

__all__ = ["TWO_EMPLOYERS"]
__dir__ = __all__.copy

ONE_EMPLOYER = "Le contrat ne lie pas deux employeurs saisonniers."
AGREED = (
    "Les deux employeurs saisonniers sont liés par une convention tripartite."
)
NOT_AGREED = (
    "Un contrat à deux employeurs saisonniers demande une convention "
    "tripartite."
)

_SOURCES = (article("L6222-5-1"),)


def _judge(contract: Contract, _: Readings) -> Finding:
    """Two seasonal employers are bound by a convention tripartite.

    L6222-5-1: it sets the calendar, the hours, who tutors and who pays the
    time at the CFA.

    Args:
        contract: The facts; `mode` and `tripartite_agreement`.

    Returns:
        NOT_APPLICABLE for any other mode.
    """
    if contract.mode is None:
        return undetermined("mode", sources=_SOURCES)
    if contract.mode is not ContractMode.TWO_SEASONAL_EMPLOYERS:
        return not_applicable(ONE_EMPLOYER, sources=_SOURCES)
    return whether(
        contract.tripartite_agreement,
        "tripartite_agreement",
        holds=AGREED,
        fails=NOT_AGREED,
        sources=_SOURCES,
    )


TWO_EMPLOYERS = Rule(
    name="two_employers",
    title="Deux employeurs saisonniers",
    judge=_judge,
    articles=("L6222-5-1",),
    boxes=(1,),
    sentences=(ONE_EMPLOYER, AGREED, NOT_AGREED, UNKNOWN),
)
