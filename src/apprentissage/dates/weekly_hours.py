"""The week of work written on the form (L3121-20)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from apprentissage.errors import NotCovered
from apprentissage.facts import Contract
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
from apprentissage.law.dated import ByWork, version
from apprentissage.law.readings import Readings
from apprentissage.law.sources import cited as article

LONGEST_WEEK = ByWork(
    "durée maximale hebdomadaire (art. L. 3121-20)",
    (
        # « la durée maximale hebdomadaire de travail est de quarante-huit
        # heures »
        version(date(2016, 8, 10), 48, "L3121-20"),
    ),
)
"""Forty-eight hours; under other numbers before August 2016."""


class WeeklyHoursFinding(Finding):
    """What `WEEKLY_HOURS` finds."""

    weekly_hours = Result[Decimal]("weekly hours")
    max_weekly_hours = Result[int]("most weekly hours")


def judge(contract: Contract, _: Readings) -> Finding:
    """The week of work has hours, and forty-eight at most.

    L3121-20: « Au cours d'une même semaine, la durée maximale hebdomadaire de
    travail est de quarante-huit heures. » Minors have limits of their own. A
    week without an hour is a mistake: the apprentice « accomplit le travail
    qui lui est confié par l'employeur » (L6222-24).

    Args:
        contract: The facts; `weekly_hours`.

    Returns:
        Values `weekly_hours` and `max_weekly_hours`.
    """
    hours = contract.weekly_hours
    if hours is not None and not hours:
        return non_compliant(
            "La durée hebdomadaire est de 0 h : le contrat comporte un "
            "travail. Vérifiez cette durée.",
            sources=(article("L6222-24", contract.concluded_on),),
            weekly_hours=hours,
        )
    try:
        law = LONGEST_WEEK.worked(contract.ends_on)
    except NotCovered:
        return not_applicable(
            "Le contrat a pris fin avant le 10 août 2016 : la durée maximale "
            "d'alors n'a pas été lue."
        )
    if hours is None:
        return undetermined("weekly_hours", sources=law.sources)
    return whether(
        hours <= law.value,
        holds="La durée hebdomadaire, {weekly_hours} h, ne dépasse pas {max_weekly_hours} h.",
        fails=(
            "La durée hebdomadaire, {weekly_hours} h, dépasse le maximum de {max_weekly_hours} h."
        ),
        sources=law.sources,
        weekly_hours=hours,
        max_weekly_hours=law.value,
    )


def remedies(_contract: Contract, found: Finding, _: Readings) -> Iterator[Proposed]:
    """The longest week that is allowed."""
    most = found.get("max_weekly_hours")
    if not isinstance(most, int):
        yield hopeless("La durée hebdomadaire est à vérifier : rien ne dit laquelle écrire.")
        return
    yield proposal(
        "Ramener la durée hebdomadaire à {hours} h au plus.",
        {"weekly_hours": Decimal(most)},
        hours=most,
    )


WEEKLY_HOURS = Rule(
    name="weekly_hours",
    title="Durée hebdomadaire du travail",
    judge=judge,
    articles=("L3121-20", "L6222-24"),
    boxes=(25,),
    finding=WeeklyHoursFinding,
    remedies=remedies,
)
