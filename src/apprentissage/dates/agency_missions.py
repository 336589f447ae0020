"""Missions of a temporary-work agency (L6226-1)."""

from collections.abc import Iterator
from datetime import date
from typing import Self

from apprentissage._text import short_date
from apprentissage.dates.duration import period_end
from apprentissage.facts import Contract, Period
from apprentissage.facts.authorities import Source
from apprentissage.judging import (
    AgendaEntry,
    Consequence,
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
from apprentissage.judging.calendar_entries import entered
from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.durations import MISSION_MONTHS
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat

_MISSIONS = ByConclusion(
    "missions de travail temporaire (art. L. 6226-1)",
    (version(date(2011, 7, 30), None, "L6226-1"),),
)
"""The text on apprentices of a temporary-work agency."""


def _mission(contract: Contract, mission: Period, rank: int, readings: Readings) -> Finding:
    sources = _sources(contract)
    earliest_end_on = period_end(mission.starts_on, MISSION_MONTHS, readings)
    return all_of(
        (
            # « La durée minimale de chaque mission de travail temporaire
            # effectuée dans le cadre de l'apprentissage est de six mois. »:
            # six sharp are lawful
            whether(
                mission.ends_on >= earliest_end_on,
                holds=(
                    "La mission va du {starts_on} au {ends_on}, six mois au "
                    "moins (jusqu'au {earliest_on})."
                ),
                fails=(
                    "La mission va du {starts_on} au {ends_on} : elle devait "
                    "durer six mois, jusqu'au {earliest_on}."
                ),
                sources=sources,
                starts_on=mission.starts_on,
                ends_on=mission.ends_on,
                earliest_on=earliest_end_on,
            ),
            # « une formation professionnelle dispensée pour partie en
            # entreprise dans le cadre des missions de travail temporaire »
            whether(
                contract.starts_on <= mission.starts_on and mission.ends_on <= contract.ends_on,
                holds="La mission se déroule pendant le contrat.",
                fails=(
                    "La mission va du {starts_on} au {ends_on}, hors du contrat, qui va du "
                    "{contract_starts_on} au {contract_ends_on}."
                ),
                sources=sources,
                starts_on=mission.starts_on,
                ends_on=mission.ends_on,
                contract_starts_on=contract.starts_on,
                contract_ends_on=contract.ends_on,
            ),
        ),
        subject=f"mission {rank}",
    )


def _sources(contract: Contract) -> tuple[Source, ...]:
    return _MISSIONS.concluded(contract.concluded_on).sources


class AgencyMissionsFinding(Finding):
    """What `AGENCY_MISSIONS` finds."""

    parts: tuple[Self, ...]
    starts_on = Result[date]("first day of the mission")
    ends_on = Result[date]("last day of the mission")
    earliest_on = Result[date]("first lawful last day of the mission")
    contract_starts_on = Result[date]("first day of the contract")
    contract_ends_on = Result[date]("last day of the contract")
    since_on = Result[date]("first day of conclusion from which missions have a rule")


_MISSIONS_OF_NO_AGENCY = Caveat(
    "MISSIONS_OF_NO_AGENCY",
    "Les faits se contredisent : des missions de travail temporaire sont déclarées, et "
    "l'employeur n'est pas une entreprise de travail temporaire. Vérifiez-les.",
)


def judge(contract: Contract, readings: Readings) -> Finding:
    """Each mission of an agency lasts six months, within the contract.

    L6226-1, contracts concluded since 2011-07-30: « Le temps consacré aux
    enseignements dispensés en centre de formation d'apprentis ou en section
    d'apprentissage et afférents à ces missions est pris en compte dans cette
    durée. »

    Args:
        contract: The facts.
        readings: `months_counted`.

    Returns:
        A part for each mission.
    """
    agency = contract.employer.temporary_work_agency
    if agency is False:
        return not_applicable(
            "L'employeur n'est pas une entreprise de travail temporaire.",
            caveats=(_MISSIONS_OF_NO_AGENCY,) if contract.missions else (),
        )
    since = _MISSIONS.since
    if contract.concluded_on < since:
        return not_applicable(
            "Les missions de travail temporaire d'un apprenti n'ont de règle "
            "que pour les contrats conclus à partir du {since_on}.",
            since_on=since,
        )
    sources = _sources(contract)
    if agency is None:
        return undetermined("employer.specific", sources=sources)
    if contract.missions is None:
        return undetermined("missions", sources=sources)
    if not contract.missions:
        return not_applicable("Aucune mission n'est encore déclarée.", sources=sources)
    return all_of(
        _mission(contract, mission, rank, readings)
        for rank, mission in enumerate(contract.missions, start=1)
    )


def dates(contract: Contract, readings: Readings) -> Iterator[AgendaEntry]:
    since = _MISSIONS.since
    agency = contract.employer.temporary_work_agency
    if not agency or contract.concluded_on < since:
        return
    for rank, mission in enumerate(contract.missions or (), start=1):
        yield entered(
            on=period_end(mission.starts_on, MISSION_MONTHS, readings),
            label=f"Fin de la mission {rank} au plus tôt (durée minimale)",
            sources=_sources(contract),
            consequence=Consequence.UNLAWFUL,
        )


def remedies(contract: Contract, _found: Finding, readings: Readings) -> Iterator[Proposed]:
    """Missions as long as they must be, within the contract."""
    missions = []
    for mission in contract.missions or ():
        starts_on = max(mission.starts_on, contract.starts_on)
        least = period_end(starts_on, MISSION_MONTHS, readings)
        ends_on = max(min(mission.ends_on, contract.ends_on), least)
        missions.append(Period(starts_on=starts_on, ends_on=ends_on))
    yield proposal(
        "Faire durer chaque mission six mois au moins, pendant le contrat : {missions}.",
        {"missions": tuple(missions)},
        missions=tuple(
            f"du {short_date(each.starts_on)} au {short_date(each.ends_on)}" for each in missions
        ),
    )
    yield hopeless(
        "Une mission de six mois ne tient pas jusqu'à la fin du contrat, le {ends_on}, sans "
        "empiéter sur une autre : c'est le contrat, ou le partage des missions, qui est à revoir.",
        ends_on=contract.ends_on,
    )


AGENCY_MISSIONS = Rule(
    name="agency_missions",
    title="Missions de travail temporaire",
    judge=judge,
    articles=("L6226-1",),
    boxes=(1, 4),
    dates=dates,
    finding=AgencyMissionsFinding,
    remedies=remedies,
)
