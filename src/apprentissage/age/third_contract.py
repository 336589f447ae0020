"""A third contract of one level needs leave (L6222-15)."""

from collections.abc import Iterable, Iterator

from apprentissage.facts import Contract, PreviousCycle, Route
from apprentissage.facts.levels import HIGHEST_LEVEL, LOWEST_LEVEL
from apprentissage.judging import (
    Finding,
    Proposed,
    Rule,
    compliant,
    non_compliant,
    proposal,
    undetermined,
)
from apprentissage.law.readings import Readings
from apprentissage.law.sources import cited as article

_LEVELS = range(LOWEST_LEVEL, HIGHEST_LEVEL + 1)


def judge(contract: Contract, _: Readings) -> Finding:
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
    sources = (article("L6222-15", contract.concluded_on),)
    level = contract.training.level
    cycles = contract.previous
    needed: set[bool] = set()
    for possible in _LEVELS if level is None else (level,):
        needed |= _two_follow(cycles, possible)
    if needed == {False}:
        return compliant(
            "Deux contrats successifs du même niveau ne précèdent pas "
            "celui-ci : aucune autorisation n'est requise.",
            sources=sources,
        )
    authorised = contract.director_authorisation
    if authorised:
        return compliant(
            "Le directeur du dernier CFA a autorisé ce troisième contrat du même niveau.",
            sources=sources,
        )
    unknown: dict[str, object] = {"director_authorisation": authorised}
    if len(needed) > 1:
        unknown |= {"training.level": level, **_unknown(cycles)}
    missing = [fact for fact, known in unknown.items() if known is None]
    if missing:
        return undetermined(*missing, sources=sources)
    return non_compliant(
        "Deux contrats successifs du même niveau précèdent celui-ci : le "
        "directeur du dernier CFA fréquenté doit l'autoriser.",
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


def _two_follow(cycles: tuple[PreviousCycle, ...] | None, level: int) -> set[bool]:
    """Whether two contracts of a level follow each other: True, False, both.

    A cycle whose route is unknown may be no contract at all, one whose level
    is unknown may be of any.
    """
    if cycles is None:
        return {True, False}
    # how many contracts of the level stand last, 2 once two have followed. The
    # runs reachable, not every completion (`judging.possible_answers`): three
    # cycles of which nothing is told have ten thousand, 50 ms against 0.03
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


def remedies(contract: Contract, _found: Finding, _: Readings) -> Iterator[Proposed]:
    """The authorisation of the director."""
    # « pour conclure un troisième contrat »
    yield proposal(
        "Obtenir l'autorisation du directeur du dernier CFA fréquenté, avant de conclure.",
        {"director_authorisation": True},
        until=contract.concluded_on,
    )


THIRD_CONTRACT = Rule(
    name="third_contract",
    title="Troisième contrat d'un même niveau",
    judge=judge,
    articles=("L6222-15",),
    boxes=(18, 31),
    remedies=remedies,
)
