"""The contract with two seasonal employers (L6222-5-1)."""

from collections.abc import Iterator
from datetime import date

from apprentissage.facts import Contract, ContractMode
from apprentissage.judging import (
    Finding,
    Proposed,
    Result,
    Rule,
    hopeless,
    non_compliant,
    not_applicable,
    proposal,
    undetermined,
    whether,
)
from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat
from apprentissage.law.sources import cited as article

_TWO = ByConclusion(
    "contrat de deux employeurs saisonniers (art. L. 6222-5-1)",
    (
        version(date(2011, 7, 30), None, "L6222-5-1"),
        version(date(2015, 8, 19), None, "L6222-5-1"),
    ),
)
"""The text on two seasonal employers."""


class TwoEmployersFinding(Finding):
    """What `TWO_EMPLOYERS` finds."""

    since_on = Result[date]("first day of conclusion from which two employers may sign")


_SECOND_OF_NO_PAIR = Caveat(
    "SECOND_EMPLOYER_OF_NO_PAIR",
    "Les faits se contredisent : un second employeur saisonnier est déclaré, "
    "et le mode contractuel n'en prévoit qu'un. Vérifiez-les.",
)


def judge(contract: Contract, _: Readings) -> Finding:
    """Two seasonal employers are bound by a convention tripartite.

    L6222-5-1, contracts concluded since 2011-07-30. The convention says
    where the apprentice works and when, how the two firms tutor, and who pays
    the time at the CFA. Each firm has its maître: `maitre_designation`.

    Args:
        contract: The facts; `mode` and `tripartite_agreement`.

    Returns:
        NOT_APPLICABLE for any other mode.
    """
    since = _TWO.since
    seasonal = contract.mode is ContractMode.TWO_SEASONAL_EMPLOYERS
    if contract.mode is not None and not seasonal:
        return not_applicable(
            "Le contrat ne lie pas deux employeurs saisonniers.",
            caveats=(_SECOND_OF_NO_PAIR,) if contract.second_employer else (),
        )
    if contract.concluded_on < since:
        return _before(contract, since, seasonal=seasonal)
    sources = _TWO.concluded(contract.concluded_on).sources
    if not seasonal:
        return undetermined("mode", sources=sources)
    # « Une convention tripartite signée par les deux employeurs et l'apprenti
    # est annexée au contrat d'apprentissage. »
    return whether(
        contract.tripartite_agreement,
        "tripartite_agreement",
        holds="Les deux employeurs saisonniers sont liés par une convention tripartite.",
        fails="Un contrat à deux employeurs saisonniers demande une convention tripartite.",
        sources=sources,
    )


def _before(contract: Contract, since: date, *, seasonal: bool) -> Finding:
    """A contract has one employer, where no text allows two.

    L6221-1: « conclu entre un apprenti ou son représentant légal et un
    employeur ».
    """
    sources = (article("L6221-1", contract.concluded_on),)
    if seasonal:
        return non_compliant(
            "Deux employeurs saisonniers ne peuvent conclure ensemble un "
            "contrat d'apprentissage que depuis le {since_on}.",
            sources=sources,
            since_on=since,
        )
    return undetermined("mode", sources=sources)


def remedies(contract: Contract, _found: Finding, _: Readings) -> Iterator[Proposed]:
    """The convention of both employers and the apprentice."""
    if contract.concluded_on < _TWO.since:
        yield hopeless(
            "Aucun texte ne permettait alors deux employeurs : le contrat se conclut avec un seul."
        )
        return
    yield proposal(
        "Annexer au contrat une convention tripartite, signée par les deux "
        "employeurs et l'apprenti.",
        {"tripartite_agreement": True},
    )


TWO_EMPLOYERS = Rule(
    name="two_employers",
    title="Deux employeurs saisonniers",
    judge=judge,
    articles=("L6222-5-1", "L6221-1"),
    boxes=(1,),
    finding=TwoEmployersFinding,
    remedies=remedies,
)
