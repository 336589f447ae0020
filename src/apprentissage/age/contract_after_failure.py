"""A new contract for the diploma of an earlier one (L6222-11 2°, L6222-15).

Successive contracts prepare « des qualifications différentes » (L6222-15).
After a failed examination the same diploma may be prepared for a year more:
by an extension of the contract, or by a new one « avec un autre employeur ».
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Self

from apprentissage.age.ages import AgeFacts
from apprentissage.facts import Contract, PreviousCycle, Route
from apprentissage.facts.authorities import Source
from apprentissage.judging import (
    Finding,
    Outcome,
    Proposed,
    Result,
    Rule,
    all_of,
    any_of,
    hopeless,
    non_compliant,
    not_applicable,
    proposal,
    undetermined,
    whether,
)
from apprentissage.law.durations import EXTENSION_MONTHS
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat
from apprentissage.law.sources import cited as article
from apprentissage.months import last_day_of, same_day

FAILED = "L'examen du contrat précédent a été passé sans succès."

_CONTINUITY = Caveat(
    "CONTINUITY_DERIVED",
    "L'art. L. 6222-11 n'écrit aucun délai entre l'échec et le nouveau "
    "contrat : passé un an, la durée qu'il permet, rien n'est plus prolongé.",
)


OnCycle = Callable[[AgeFacts, Readings, PreviousCycle, str], Finding]
"""A condition on one earlier cycle, whose absolute path comes last."""


NO_PREVIOUS = "Aucun contrat d'apprentissage ne précède celui-ci."


def after_some_cycle(contract: AgeFacts, readings: Readings, on_cycle: OnCycle) -> Finding:
    """Whether a condition holds after at least one of the earlier cycles."""
    if contract.previous is None:
        return _of_unknown_cycles(contract, readings, on_cycle)
    if not contract.previous:
        return non_compliant(NO_PREVIOUS)
    return any_of(
        on_cycle(contract, readings, cycle, f"previous[{rank}]")
        for rank, cycle in enumerate(contract.previous)
    )


def _of_unknown_cycles(contract: AgeFacts, readings: Readings, on_cycle: OnCycle) -> Finding:
    # what holds of a cycle of which nothing is known holds of any
    any_cycle = on_cycle(contract, readings, PreviousCycle(), "previous")
    if any_cycle.outcome is Outcome.NON_COMPLIANT:
        return any_cycle
    beside = (p for p in any_cycle.missing if "previous." not in p)
    return undetermined("previous", *beside)


def by_apprenticeship(cycle: PreviousCycle, path: str) -> Finding:
    """Whether a cycle was followed as an apprentice."""
    return whether(
        None if cycle.route is None else cycle.route is Route.APPRENTICESHIP,
        f"{path}.route",
        holds="Le cycle précédent a été suivi en apprentissage.",
        fails="Le cycle précédent n'a pas été suivi en apprentissage.",
    )


def within_the_year_more(contract: AgeFacts, *sources: Source) -> Finding:
    """Whether the whole contract fits in the year after a failure."""
    # « pour une durée d'un an au plus » (L6222-11)
    year_ends_on = last_day_of(contract.starts_on, EXTENSION_MONTHS)
    ends_on = contract.ends_on
    return whether(
        None if ends_on is None else ends_on <= year_ends_on,
        "ends_on",
        holds="Le contrat dure un an au plus, jusqu'au {year_ends_on}.",
        fails="Le contrat dure plus d'un an : il devait finir au plus tard le {year_ends_on}.",
        sources=(*sources, *_failure(contract)),
        year_ends_on=year_ends_on,
    )


def prolongs(contract: AgeFacts, _: Readings, cycle: PreviousCycle, path: str) -> Finding:
    """Whether the contract prolongs a cycle after its examination failed."""
    return all_of(
        (
            by_apprenticeship(cycle, path),
            _failed(contract, cycle, path),
            _same_diploma(contract, cycle, path),
            *_as_the_text_allows(contract, cycle, path),
        )
    )


def _failure(contract: AgeFacts) -> tuple[Source, ...]:
    return (article("L6222-11", contract.concluded_on),)


def _failed(contract: AgeFacts, cycle: PreviousCycle, path: str) -> Finding:
    # « En cas d'échec à l'obtention du diplôme ou du titre professionnel
    # visé », until 2018 « En cas d'échec à l'examen »
    sources = _failure(contract)
    if cycle.broken:
        return non_compliant(
            "Le contrat précédent a été rompu : une rupture n'est pas un échec à l'examen.",
            sources=sources,
        )
    if cycle.obtained:
        return non_compliant(
            "Le diplôme visé par le contrat précédent a été obtenu.", sources=sources
        )
    return whether(
        cycle.exam_failed,
        f"{path}.exam_failed",
        holds=FAILED,
        fails="Aucun échec à l'examen n'a suivi le contrat précédent.",
        sources=sources,
    )


SAME_DIPLOMA = "Le contrat prépare le diplôme que visait le précédent."


def _same_diploma(contract: AgeFacts, cycle: PreviousCycle, path: str) -> Finding:
    # « l'apprentissage peut être prolongé »: that of the diploma « visé »
    return whether(
        cycle.same_diploma,
        f"{path}.same_diploma",
        holds=SAME_DIPLOMA,
        fails=(
            "Le contrat prépare un autre diplôme que le précédent : il n'en "
            "prolonge pas l'apprentissage."
        ),
        sources=_failure(contract),
    )


def _as_the_text_allows(
    contract: AgeFacts, cycle: PreviousCycle, path: str
) -> tuple[Finding, ...]:
    again, same = cycle.already_prolonged, cycle.same_employer
    ended_on, sources = cycle.ended_on, _failure(contract)
    latest_on = None if ended_on is None else same_day(ended_on, EXTENSION_MONTHS)
    return (
        # « avec un autre employeur »
        whether(
            None if same is None else not same,
            f"{path}.same_employer",
            holds="Le nouveau contrat est conclu avec un autre employeur.",
            fails=(
                "Le nouveau contrat est conclu avec le même employeur : après un échec, c'est le "
                "contrat initial qui se proroge, par avenant."
            ),
            sources=sources,
        ),
        # « pour une durée d'un an au plus »: one year in all
        whether(
            None if again is None else not again,
            f"{path}.already_prolonged",
            holds="L'année de prolongation n'a pas encore servi.",
            fails="Le contrat précédent était déjà l'année de prolongation.",
            sources=sources,
        ),
        whether(
            None if latest_on is None else contract.concluded_on <= latest_on,
            f"{path}.ended_on",
            holds=(
                "Le contrat suit le précédent : il est conclu dans l'année "
                "qui en suit la fin, jusqu'au {latest_on}."
            ),
            fails=(
                "Le contrat ne prolonge plus le précédent : il devait être "
                "conclu au plus tard le {latest_on}."
            ),
            sources=sources,
            caveats=(_CONTINUITY,),
            latest_on=latest_on,
        ),
    )


NOTHING_TO_PROLONG = (
    "Aucun contrat précédent exécuté n'a visé le même diplôme : celui-ci ne "
    "prolonge pas un apprentissage."
)


def _sources(contract: AgeFacts) -> tuple[Source, ...]:
    """What asks whether the same diploma is prepared again, and allows it."""
    return (article("L6222-15 al. 1", contract.concluded_on), *_failure(contract))


def _after(contract: AgeFacts, _: Readings, cycle: PreviousCycle, path: str) -> Finding:
    """Of a contract after one cycle, as `judge`."""
    ended = whether(
        False if cycle.broken else (cycle.ended_on is not None or None),
        f"{path}.ended_on",
        holds=SAME_DIPLOMA,
        fails=NOTHING_TO_PROLONG,
    )
    same = all_of((by_apprenticeship(cycle, path), ended, _same_diploma(contract, cycle, path)))
    if same.outcome is Outcome.NON_COMPLIANT:
        return not_applicable(NOTHING_TO_PROLONG)
    if same.outcome is Outcome.UNDETERMINED:
        if cycle.obtained is False and cycle.exam_failed is False:
            return not_applicable(
                "Le cycle précédent n'a mené ni au diplôme ni à un échec à l'examen : "
                "celui-ci ne le prolonge pas.",
                sources=_failure(contract),
            )
        return same.but(sources=_sources(contract))
    if cycle.obtained:
        # « pour préparer des diplômes ou titres sanctionnant des
        # qualifications différentes » (L6222-15)
        return non_compliant(
            "Le contrat prépare un diplôme déjà obtenu en apprentissage : des "
            "contrats successifs préparent des qualifications différentes.",
            sources=(article("L6222-15 al. 1", contract.concluded_on),),
        )
    if cycle.exam_failed:
        return all_of(
            (*_as_the_text_allows(contract, cycle, path), within_the_year_more(contract)),
            holds=(
                "Le contrat prolonge l'apprentissage après un échec à "
                "l'examen, d'un an au plus et chez un autre employeur."
            ),
        )
    unknown = {
        f"{path}.exam_failed": cycle.exam_failed,
        f"{path}.diploma_obtained": cycle.obtained,
    }
    missing = [fact for fact, known in unknown.items() if known is None]
    if missing:
        return undetermined(*missing, sources=_failure(contract))
    return not_applicable(
        "Le contrat précédent n'a mené ni au diplôme ni à un échec à l'examen "
        ": celui-ci en poursuit le cycle."
    )


class ContractAfterFailureFinding(Finding):
    """What `CONTRACT_AFTER_FAILURE` finds."""

    parts: tuple[Self, ...]
    latest_on = Result[date]("last lawful day of conclusion")
    year_ends_on = Result[date]("last day of the year more")


def judge(contract: Contract, readings: Readings) -> Finding:
    """The same diploma is prepared again after a failure alone, elsewhere.

    L6222-15: « contrats d'apprentissage successifs pour préparer des
    diplômes ou titres sanctionnant des qualifications différentes ».
    L6222-11: « l'apprentissage peut être prolongé pour une durée d'un an au
    plus : […] 2° Soit par conclusion d'un nouveau contrat avec un autre
    employeur »; with the same one, by an extension of the first contract.
    Contracts concluded since 2008-05-01.

    Args:
        contract: The facts; what is known of the earlier cycles. Those that
            were broken, followed at school, or aimed at another diploma are
            left aside.
        readings: None is consulted.

    Returns:
        A part for each earlier cycle.
    """
    cycles = contract.previous
    if cycles is None:
        found = _of_unknown_cycles(contract, readings, _after)
        return found.but(sources=_sources(contract))
    if not cycles:
        return not_applicable(NO_PREVIOUS)
    return all_of(
        _after(contract, readings, cycle, f"previous[{rank}]") for rank, cycle in enumerate(cycles)
    )


def remedies(contract: Contract, _found: Finding, readings: Readings) -> Iterator[Proposed]:
    """An end within the year more; else why no new contract follows."""
    failing = [
        cycle
        for rank, cycle in enumerate(contract.previous or ())
        if _after(contract, readings, cycle, f"previous[{rank}]").outcome is Outcome.NON_COMPLIANT
    ]
    year_ends_on = last_day_of(contract.starts_on, EXTENSION_MONTHS)
    if contract.ends_on > year_ends_on:
        yield proposal(
            "Avancer la fin du contrat au {day} au plus tard : après un "
            "échec, il dure un an au plus.",
            {"ends_on": year_ends_on},
            day=year_ends_on,
        )
    for cycle in failing:
        if cycle.obtained:
            yield hopeless(
                "Le diplôme préparé est déjà obtenu : un nouveau contrat "
                "d'apprentissage en prépare un autre."
            )
        elif cycle.same_employer:
            yield hopeless(
                "Avec le même employeur, l'apprentissage se prolonge par un avenant au contrat "
                "initial (art. L. 6222-11, 1°), et non par un nouveau contrat."
            )
        elif cycle.already_prolonged:
            yield hopeless(
                "L'année de prolongation a déjà servi, et l'art. L. 6222-11 n'en donne qu'une."
            )
        else:
            yield hopeless(
                "L'art. L. 6222-11 ne prolonge l'apprentissage que d'un an, à la suite du contrat "
                "précédent : ce contrat-ci vient trop tard, ou dure trop."
            )


CONTRACT_AFTER_FAILURE = Rule(
    name="contract_after_failure",
    title="Nouveau contrat pour le même diplôme",
    judge=judge,
    articles=("L6222-11", "L6222-15"),
    boxes=(18, 24),
    finding=ContractAfterFailureFinding,
    remedies=remedies,
)
