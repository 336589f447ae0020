"""Successive contracts of one apprentice (L6222-15)."""

from collections.abc import Iterable

from apprentissage.facts import Contract, PreviousCycle, Route
from apprentissage.facts.authorities import Source
from apprentissage.judging import (
    Finding,
    Rule,
    all_of,
    compliant,
    not_applicable,
    undetermined,
    whether,
)
from apprentissage.law.readings import Readings
from apprentissage.law.sources import article
from apprentissage.months import eve_of

NO_PREVIOUS = "Aucun contrat d'apprentissage ne précède celui-ci."
BEFORE = "Le contrat précédent a pris fin le {over_on}, avant celui-ci."
AT_ONCE = (
    "Le contrat précédent court jusqu'au {over_on}, alors que celui-ci débute "
    "le {starts_on} : les contrats d'apprentissage se succèdent."
)
NO_THIRD = (
    "Deux contrats successifs du même niveau ne précèdent pas celui-ci : "
    "aucune autorisation n'est requise."
)
AUTHORISED = (
    "Le directeur du dernier CFA a autorisé ce troisième contrat du même "
    "niveau."
)
NOT_AUTHORISED = (
    "Deux contrats successifs du même niveau précèdent celui-ci : le "
    "directeur du dernier CFA fréquenté doit l'autoriser."
)

_LEVELS = range(3, 9)


def judge_successive(contract: Contract, _: Readings) -> Finding:
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
        _over(contract, cycle, f"previous[{rank}]")
        for rank, cycle in enumerate(cycles)
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
        return undetermined(*missing, sources=_sources(contract))
    return whether(
        # « successifs »
        over_on is not None and over_on < contract.starts_on,
        holds=BEFORE,
        fails=AT_ONCE,
        sources=_sources(contract),
        over_on=cycle.ruptured_on or over_on,
        starts_on=contract.starts_on,
    )


def judge_third_contract(contract: Contract, _: Readings) -> Finding:
    """A third contract of one level is authorised by the CFA's director.

    L6222-15: « Lorsque l'apprenti a déjà conclu deux contrats successifs de
    même niveau, il doit obtenir l'autorisation du directeur du dernier
    centre de formation d'apprentis qu'il a fréquenté pour conclure un
    troisième contrat d'apprentissage du même niveau. » Contracts concluded
    since 2008-05-01.

    Args:
        contract: The facts; `previous` in the order of the contracts, each
            with its `target_level`.
    """
    sources = _sources(contract)
    level = contract.training.level
    cycles = contract.previous
    needed: set[bool] = set()
    for possible in _LEVELS if level is None else (level,):
        needed |= _two_follow(cycles, possible)
    if needed == {False}:
        return compliant(NO_THIRD, sources=sources)
    authorised = contract.director_authorisation
    if authorised:
        return compliant(AUTHORISED, sources=sources)
    unknown: dict[str, object] = {"director_authorisation": authorised}
    if len(needed) > 1:
        unknown |= {"training.level": level, **_unknown(cycles)}
    missing = [fact for fact, known in unknown.items() if known is None]
    return whether(
        None if missing else authorised,
        *missing,
        holds=AUTHORISED,
        fails=NOT_AUTHORISED,
        sources=sources,
    )


def _unknown(cycles: Iterable[PreviousCycle] | None) -> dict[str, object]:
    if cycles is None:
        return {"previous": None}
    return {
        f"previous[{rank}].{name}": getattr(cycle, name)
        for rank, cycle in enumerate(cycles)
        if cycle.route is not Route.SCHOOL
        for name in ("route", "target_level")
    }


def _two_follow(
    cycles: tuple[PreviousCycle, ...] | None, level: int
) -> set[bool]:
    """Whether two contracts of a level follow each other: True, False, both.

    A cycle whose route is unknown may be no contract at all, one whose level
    is unknown may be of any.
    """
    if cycles is None:
        return {True, False}
    # how many contracts of the level stand last, 2 once two have followed
    reached = {0}
    for cycle in cycles:
        after: set[int] = set()
        for run in reached:
            if run == 2 or cycle.route is not Route.APPRENTICESHIP:
                after.add(run)
            if run < 2 and cycle.route is not Route.SCHOOL:
                if cycle.target_level in {None, level}:
                    after.add(run + 1)
                if cycle.target_level != level:
                    after.add(0)
        reached = after
    return {run == 2 for run in reached}


SUCCESSIVE_CONTRACTS = Rule(
    name="successive_contracts",
    title="Contrats successifs",
    judge=judge_successive,
    articles=("L6222-15",),
    boxes=(18, 21),
)

THIRD_CONTRACT = Rule(
    name="third_contract",
    title="Troisième contrat d'un même niveau",
    judge=judge_third_contract,
    articles=("L6222-15",),
    boxes=(18, 31),
)
