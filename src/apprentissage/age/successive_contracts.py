"""Successive contracts of one apprentice (L6222-15)."""

from collections.abc import Iterator
from datetime import date
from typing import Self

from apprentissage.age.contract_after_failure import NO_PREVIOUS
from apprentissage.facts import Contract, PreviousCycle, Route
from apprentissage.facts.authorities import Source
from apprentissage.judging import (
    Finding,
    Proposed,
    Result,
    Rule,
    all_of,
    hopeless,
    not_applicable,
    proposal,
    undetermined,
    whether,
)
from apprentissage.law.readings import Readings
from apprentissage.law.sources import cited as article
from apprentissage.months import eve_of, morrow_of


class SuccessiveContractsFinding(Finding):
    """What `SUCCESSIVE_CONTRACTS` finds."""

    parts: tuple[Self, ...]
    over_on = Result[date]("last day of the earlier contract")
    starts_on = Result[date]("first day of this one")


def judge(contract: Contract, _: Readings) -> Finding:
    """An earlier contract is over when this one starts.

    L6222-15: « Tout jeune travailleur peut souscrire des contrats
    d'apprentissage successifs »; « Il n'est exigé aucune condition de délai
    entre deux contrats. » Contracts concluded since 2008-05-01.

    Args:
        contract: The facts; a contract broken may be followed on the day of
            its rupture.

    Returns:
        A part for each earlier cycle, with `over_on` and `starts_on`.
    """
    cycles = contract.previous
    if cycles is None:
        return undetermined("previous", sources=_sources(contract))
    if not cycles:
        return not_applicable(NO_PREVIOUS)
    return all_of(
        (_over(contract, cycle, f"previous[{rank}]") for rank, cycle in enumerate(cycles)),
        # the route of a cycle that is over tells whether it was a contract
        unfailing=lambda waiting: waiting.get("over_on") is not None,
    )


def _sources(contract: Contract) -> tuple[Source, ...]:
    return (article("L6222-15", contract.concluded_on),)


def _over(contract: Contract, cycle: PreviousCycle, path: str) -> Finding:
    if cycle.route is Route.SCHOOL:
        return not_applicable(NO_PREVIOUS)
    over_on, day = cycle.ended_on, "ended_on"
    if cycle.broken:
        # no longer bound on that very day
        day = "ruptured_on"
        over_on = cycle.ruptured_on and eve_of(cycle.ruptured_on)
    unknown = {f"{path}.route": cycle.route, f"{path}.{day}": over_on}
    missing = [fact for fact, known in unknown.items() if known is None]
    if missing:
        over = over_on is not None and over_on < contract.starts_on
        return undetermined(
            *missing, sources=_sources(contract), over_on=over_on if over else None
        )
    return whether(
        # « successifs »
        over_on is not None and over_on < contract.starts_on,
        holds="Le contrat précédent a pris fin le {over_on}, avant celui-ci.",
        fails=(
            "Le contrat précédent court jusqu'au {over_on}, alors que celui-ci débute le "
            "{starts_on} : les contrats d'apprentissage se succèdent."
        ),
        sources=_sources(contract),
        over_on=cycle.ruptured_on or over_on,
        starts_on=contract.starts_on,
    )


def remedies(contract: Contract, _found: Finding, _: Readings) -> Iterator[Proposed]:
    """A start after the end of the contract before it."""
    over = [
        cycle.ruptured_on if cycle.broken else cycle.ended_on and morrow_of(cycle.ended_on)
        for cycle in contract.previous or ()
        if cycle.route is not Route.SCHOOL
    ]
    free_on = max(day for day in over if day is not None)
    yield proposal(
        "Reporter le début de l'exécution au {day} au plus tôt, une fois le "
        "contrat précédent fini.",
        {"starts_on": free_on},
        day=free_on,
    )
    yield hopeless(
        "Le contrat précédent court encore : y mettre fin d'abord, ou reporter le contrat entier "
        "(début, fin, formation, rémunération) au {day} au plus tôt.",
        day=free_on,
    )


SUCCESSIVE_CONTRACTS = Rule(
    name="successive_contracts",
    title="Contrats successifs",
    judge=judge,
    articles=("L6222-15",),
    boxes=(18, 21),
    finding=SuccessiveContractsFinding,
    remedies=remedies,
)
