"""Transmission of the avenants (art. D6224-5, D6275-4)."""

from collections.abc import Iterator
from datetime import date
from typing import Self

from apprentissage._text import short_date
from apprentissage.dossier._filing import (
    Possible,
    by_day,
    entry,
    first_in_time,
    possible_deadlines,
    sending,
    still_to_send,
    waits_for,
)
from apprentissage.dossier.funding_texts import sector_articles
from apprentissage.facts import Contract
from apprentissage.facts.authorities import Source
from apprentissage.facts.avenants import ToldAvenant, told_avenants
from apprentissage.judging import (
    AgendaEntry,
    Finding,
    Proposed,
    Result,
    Rule,
    Undated,
    all_of,
    hopeless,
    not_applicable,
    proposal,
    undetermined,
)
from apprentissage.law.dated import ByEvent, version
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat

_BY_ANALOGY = Caveat(
    "AVENANT_BY_ANALOGY",
    "L'avenant est transmis « dans les conditions fixées au présent chapitre » (art. D. 6224-5 et "
    "D. 6275-4) : que les cinq jours ouvrables courent de sa date d'effet n'est pas écrit, mais "
    "suit de celles du contrat.",
)

AVENANT_FILING_DAYS = ByEvent(
    "délai de transmission d'un avenant", (version(date(2020, 1, 1), 5, "D6224-5", "D6275-4"),)
)
"""Jours ouvrables to send an avenant, by the day of its effect.

« Toute modification d'un élément essentiel du contrat fait l'objet d'un
avenant transmis […] pour dépôt dans les conditions fixées au présent
chapitre. »
"""


def _sources(contract: Contract, effective_on: date | None) -> tuple[Source, ...]:
    """The texts on the day of the effect, where unknown on the first that it may be."""
    on = effective_on or max(contract.concluded_on, AVENANT_FILING_DAYS.since)
    public = contract.employer.public
    return (
        *sector_articles(public, "D6224-5", "D6275-4", on),
        *sector_articles(public, "D6224-1", "D6275-1", on),
    )


class AvenantFilingFinding(Finding):
    """What `AVENANT_FILING` finds."""

    parts: tuple[Self, ...]
    latest_on = Result[date]("last day to file")
    prudent_latest_on = Result[date]("last day to file, where a fact that moves it is unknown")
    filed_on = Result[date]("day of filing")


def judge(contract: Contract, readings: Readings) -> Finding:
    """An avenant is sent within five jours ouvrables after its effect.

    D6224-5, of a public employer D6275-4: an avenant is sent « pour dépôt
    dans les conditions fixées au présent chapitre ». From which day the five
    run is not written: the day of effect, by analogy.

    Args:
        contract: The facts; the avenant that the form writes and those of
            `file.avenants` are judged.
        readings: `filing_saturday`, `saint_martin_holiday`.

    Returns:
        A part for each avenant: a reminder of the one that the form writes,
        undetermined for one of the file of which nobody says when it was
        sent.
    """
    told = told_avenants(contract)
    if not told:
        return not_applicable("Aucun avenant n'est déclaré.")
    return all_of(_sent(contract, each, readings) for each in told)


def _sent(contract: Contract, told: ToldAvenant, readings: Readings) -> Finding:
    effective_on = told.avenant.effective_on
    if effective_on is None:
        return undetermined(
            f"{told.path}.effective_on", sources=_sources(contract, None), subject=told.name
        )
    possible = _deadlines_of(contract, effective_on, readings)
    filed_on = told.avenant.filed_on
    if filed_on is not None:
        found = sending(
            contract,
            possible,
            filed_on,
            holds="L'avenant, transmis le {filed_on}, l'est dans les cinq jours ouvrables qui "
            "suivent sa prise d'effet (jusqu'au {latest_on}).",
            fails="L'avenant, transmis le {filed_on}, devait l'être au plus tard le {latest_on}, "
            "cinq jours ouvrables après sa prise d'effet.",
        )
    elif told.written:
        # what the form writes is still to be sent
        found = still_to_send(
            possible,
            settled="L'avenant est à transmettre au plus tard le {latest_on}.",
            somewhere="L'avenant est à transmettre au plus tard le {prudent_latest_on}, ou "
            "quelques jours après selon les jours fériés du lieu d'exécution.",
        )
    else:
        # of an avenant of the file, whether it was sent is unknown
        found = still_to_send(
            possible,
            f"{told.path}.filed_on",
            *waits_for(possible),
            settled="L'avenant est à transmettre au plus tard le {latest_on}. Pour savoir s'il "
            "l'a été, il manque : {facts}.",
            somewhere="L'avenant est à transmettre au plus tard le {prudent_latest_on}, ou "
            "quelques jours après selon les jours fériés du lieu d'exécution. Pour savoir s'il "
            "l'a été, il manque : {facts}.",
        )
    return found.but(subject=told.name, caveats=(*found.caveats, _BY_ANALOGY))


def _deadlines_of(contract: Contract, effective_on: date, readings: Readings) -> Possible:
    return possible_deadlines(
        contract.employer,
        effective_on,
        AVENANT_FILING_DAYS.event(effective_on).value,
        _sources(contract, effective_on),
        readings,
    )


def dates(contract: Contract, readings: Readings) -> Iterator[AgendaEntry | Undated]:
    for told in told_avenants(contract):
        effective_on = told.avenant.effective_on
        if effective_on is None:
            yield Undated(
                label=f"Dernier jour pour transmettre {told.name}",
                waits_for=(f"{told.path}.effective_on",),
                sources=_sources(contract, None),
            )
        else:
            yield entry(contract, _deadlines_of(contract, effective_on, readings), told.name)


def remedies(contract: Contract, _found: Finding, readings: Readings) -> Iterator[Proposed]:
    """An effect that has not come yet, put off; a sending is past."""

    def last_day(effect: date) -> date:
        possible = _deadlines_of(contract, effect, readings)
        return by_day(possible)[0].prudent_latest_on

    changes: dict[str, date] = {}
    names: list[str] = []
    for told in told_avenants(contract):
        effective_on = told.avenant.effective_on
        filed_on = told.avenant.filed_on
        if effective_on is not None and filed_on is not None and filed_on > last_day(effective_on):
            day = first_in_time(effective_on, filed_on, last_day)
            changes[f"{told.path}.effective_on"] = day
            names.append(f"{told.name}, {short_date(day)}")
    yield proposal(
        "S'il n'a pas encore pris effet, reporter l'effet de l'avenant, de "
        "sorte qu'il soit transmis dans les cinq jours ouvrables : {names}.",
        changes,
        names=tuple(names),
    )
    yield hopeless(
        "Un envoi tardif ne se rattrape pas : l'avenant était à transmettre "
        "dans les cinq jours ouvrables de sa prise d'effet."
    )


AVENANT_FILING = Rule(
    name="avenant_filing",
    title="Transmission des avenants",
    judge=judge,
    articles=("D6224-5", "D6275-4", "D6224-1", "D6275-1"),
    boxes=(23,),
    dates=dates,
    outlives_rupture=True,
    finding=AvenantFilingFinding,
    remedies=remedies,
)
