"""Missions of a temporary-work agency (L6226-1)."""

from collections.abc import Iterator

from apprentissage.facts import Contract, Period
from apprentissage.law.durations import MISSION_MONTHS
from apprentissage.law.readings import Readings
from apprentissage.law.sources import article
from apprentissage.rules.calendar_entries import AgendaEntry, Consequence
from apprentissage.rules.duration import period_ends_on
from apprentissage.rules.finding import (
    UNKNOWN,
    Finding,
    all_of,
    not_applicable,
    undetermined,
    whether,
)
from apprentissage.rules.rule import Rule

__all__ = ["AGENCY_MISSIONS"]
__dir__ = __all__.copy

NO_AGENCY = "L'employeur n'est pas une entreprise de travail temporaire."
NO_MISSION = "Aucune mission n'est encore déclarée."
LONG_ENOUGH = (
    "La mission va du {starts_on} au {ends_on}, six mois au moins (jusqu'au "
    "{earliest_end_on})."
)
TOO_SHORT = (
    "La mission va du {starts_on} au {ends_on} : elle devait durer six mois, "
    "jusqu'au {earliest_end_on}."
)

_SOURCES = (article("L6226-1"),)


def _mission(mission: Period, rank: int, readings: Readings) -> Finding:
    earliest_end_on = period_ends_on(
        mission.starts_on, MISSION_MONTHS, readings
    )
    return whether(
        # six months at least, time at the CFA included: six sharp are lawful
        mission.ends_on >= earliest_end_on,
        holds=LONG_ENOUGH,
        fails=TOO_SHORT,
        sources=_SOURCES,
        subject=f"mission {rank}",
        starts_on=mission.starts_on,
        ends_on=mission.ends_on,
        earliest_end_on=earliest_end_on,
    )


def _judge(contract: Contract, readings: Readings) -> Finding:
    """Each mission with an agency lasts six months at least.

    L6226-1, time of training at the CFA included.

    Args:
        contract: The facts.
        readings: `months_counted`.

    Returns:
        A part for each mission.
    """
    agency = contract.employer.temporary_work_agency
    if agency is None:
        return undetermined("employer.specific", sources=_SOURCES)
    if not agency:
        return not_applicable(NO_AGENCY, sources=_SOURCES)
    if contract.missions is None:
        return undetermined("missions", sources=_SOURCES)
    if not contract.missions:
        return not_applicable(NO_MISSION, sources=_SOURCES)
    return all_of(
        _mission(mission, rank, readings)
        for rank, mission in enumerate(contract.missions, start=1)
    )


def _dates(contract: Contract, readings: Readings) -> Iterator[AgendaEntry]:
    if not contract.employer.temporary_work_agency:
        return
    for rank, mission in enumerate(contract.missions or (), start=1):
        yield AgendaEntry(
            on=period_ends_on(mission.starts_on, MISSION_MONTHS, readings),
            label=f"Fin de la mission {rank} au plus tôt (durée minimale)",
            sources=_SOURCES,
            consequence=Consequence.UNLAWFUL,
        )


AGENCY_MISSIONS = Rule(
    name="agency_missions",
    title="Missions de travail temporaire",
    judge=_judge,
    articles=("L6226-1",),
    boxes=(1, 4),
    reads=("months_counted",),
    sentences=(NO_AGENCY, NO_MISSION, LONG_ENOUGH, TOO_SHORT, UNKNOWN),
    dates=_dates,
)
