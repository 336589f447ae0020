"""Hours of training at a distance, as the form prints them."""

from collections.abc import Iterator
from decimal import Decimal

from apprentissage.facts import Contract
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.judging import (
    Finding,
    Proposed,
    Result,
    Rule,
    hopeless,
    not_applicable,
    undetermined,
    whether,
)
from apprentissage.law.readings import Readings

_FORM_HOURS = Source(SourceKind.FORM, "Cerfa 10103 : « dont formation à distance »")


class RemoteHoursFinding(Finding):
    """What `REMOTE_HOURS` finds."""

    remote_hours = Result[Decimal | int]("hours of training at a distance")
    hours = Result[Decimal | int]("hours of training")


def judge(contract: Contract, _: Readings) -> Finding:
    """Hours at a distance are a part of the hours of training.

    The form prints them under the total, as a part of it; more of them is a
    mistake of one figure or the other.

    Args:
        contract: The facts; `training.hours` and `training.remote_hours`,
            which is 0 where all is on site.

    Returns:
        Values `remote_hours` and `hours`.
    """
    remote, hours = contract.training.remote_hours, contract.training.hours
    if remote is None:
        return undetermined("training.remote_hours", sources=(_FORM_HOURS,))
    if not remote:
        return not_applicable(
            "La formation ne compte aucune heure à distance.", sources=(_FORM_HOURS,)
        )
    return whether(
        None if hours is None else remote <= hours,
        "training.hours",
        holds=(
            "Les heures à distance, {remote_hours} h, ne dépassent pas la "
            "durée de la formation, {hours} h."
        ),
        fails=(
            "Les heures à distance, {remote_hours} h, dépassent la durée de "
            "la formation, {hours} h, dont elles font partie."
        ),
        sources=(_FORM_HOURS,),
        remote_hours=remote,
        hours=hours,
    )


def remedies(_: Contract, __: Finding, ___: Readings) -> Iterator[Proposed]:
    """Nothing: which of both figures is wrong, nothing tells."""
    yield hopeless(
        "L'un des deux chiffres est faux, et rien ne dit lequel : les relire dans la convention "
        "de formation du CFA ; les heures à distance y sont une part du total."
    )


REMOTE_HOURS = Rule(
    name="remote_hours",
    title="Formation à distance",
    judge=judge,
    boxes=(34,),
    finding=RemoteHoursFinding,
    remedies=remedies,
)
