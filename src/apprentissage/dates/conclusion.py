"""The contract is signed on its first day at the latest (art. L6222-4)."""

from collections.abc import Iterator
from datetime import date

from apprentissage.facts import Contract
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.judging import (
    AgendaEntry,
    Finding,
    Proposed,
    Result,
    Rule,
    proposal,
    undetermined,
    whether,
)
from apprentissage.judging.calendar_entries import entered, refusal_possible
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat
from apprentissage.law.sources import cited as article
from apprentissage.parties.signatures import signed_on_another_day

_DOCTRINE = (
    Source(
        SourceKind.DOCTRINE,
        "OPCO Atlas, FAQ : conclusion au plus tard le premier jour du contrat",
        "https://www.opco-atlas.fr/faq-apprentissage-conclusion.html",
    ),
    Source(SourceKind.DOCTRINE, "téléservice de l'État : dates du contrat"),
)
_CYCLE_BEGUN = Caveat(
    "CYCLE_BEGUN_BEFORE_SIGNATURE",
    "Le cycle a commencé avant la signature : selon la doctrine (vade-mecum "
    "des CFA, AKTO), l'exécution débute alors le jour de la signature.",
)
_OF_THE_AVENANT = Caveat(
    "CONCLUSION_OF_THE_AVENANT",
    "La date de conclusion du contrat est aussi celle de l'avenant : si elle "
    "n'est que celle de l'avenant, écrire à sa place celle du contrat.",
)


def _sources(contract: Contract) -> tuple[Source, ...]:
    return (article("L6222-4", contract.concluded_on), *_DOCTRINE)


def _begun_before(day: date | None, concluded_on: date) -> bool:
    return day is not None and day < concluded_on


class ConclusionFinding(Finding):
    """What `CONCLUSION` finds."""

    concluded_on = Result[date]("day of conclusion")
    latest_on = Result[date]("last lawful day of conclusion")


def judge(contract: Contract, _: Readings) -> Finding:
    """The contract is concluded at the latest on the day it starts.

    L6222-4: « Il est signé par les deux parties contractantes préalablement
    à l'emploi de l'apprenti. » OPCO Atlas counts the first day as in time.
    Where the cycle has begun before, doctrine wants the start on the day of
    signature: a caveat. Of a form that writes an avenant and does not give
    its dates, a conclusion after the start may be that of the avenant.
    Signatures dated otherwise than the conclusion are a caveat.

    Args:
        contract: The facts.

    Returns:
        Values `concluded_on` and `latest_on`.
    """
    sources = _sources(contract)
    # OPCO Atlas: « au plus tard le 1er jour où il commence », included
    in_time = contract.concluded_on <= contract.starts_on
    avenant = contract.avenant
    told = avenant is not None and avenant.concluded_on is not None
    if not in_time and contract.writes_avenant and not told:
        return undetermined(
            "avenant.concluded_on",
            *(("avenant.effective_on",) if avenant is None else ()),
            sources=sources,
            concluded_on=contract.concluded_on,
            latest_on=contract.starts_on,
        )
    return whether(
        in_time,
        holds=(
            "Le contrat est conclu le {concluded_on}, au plus tard le jour du "
            "début de son exécution ({latest_on})."
        ),
        fails=(
            "Le contrat est conclu le {concluded_on}, après le début de son "
            "exécution : il devait l'être au plus tard le {latest_on}."
        ),
        sources=sources,
        caveats=tuple(_caveats(contract)),
        concluded_on=contract.concluded_on,
        latest_on=contract.starts_on,
    )


def _caveats(contract: Contract) -> Iterator[Caveat]:
    training, signed_on = contract.training, contract.concluded_on
    begun = any(
        _begun_before(day, signed_on)
        for day in (training.cycle_starts_on, training.cfa_training_starts_on)
    )
    if begun and signed_on < contract.starts_on:
        yield _CYCLE_BEGUN
    avenant = contract.avenant
    if signed_on > contract.starts_on and (
        avenant is not None and avenant.concluded_on == signed_on
    ):
        yield _OF_THE_AVENANT
    if not contract.writes_avenant:
        yield from signed_on_another_day(contract)


def dates(contract: Contract, _: Readings) -> Iterator[AgendaEntry]:
    yield entered(
        on=contract.starts_on,
        label="Début d'exécution : dernier jour pour conclure le contrat",
        sources=_sources(contract),
        consequence=refusal_possible(contract, listed=False),
    )


def remedies(contract: Contract, _found: Finding, _: Readings) -> Iterator[Proposed]:
    """Start on the day of the signature, or sign on the first day."""
    yield proposal(
        "Reporter le début de l'exécution au {day}, jour de la conclusion.",
        {"starts_on": contract.concluded_on},
        day=contract.concluded_on,
    )
    yield proposal(
        "Conclure le contrat au plus tard le {day}, jour du début de son "
        "exécution ; déjà signé, il ne s'antidate pas : reporter ce début.",
        {"concluded_on": contract.starts_on},
        until=contract.starts_on,
        day=contract.starts_on,
    )


CONCLUSION = Rule(
    name="conclusion",
    title="Date de conclusion",
    judge=judge,
    articles=("L6222-4",),
    boxes=(20, 21),
    dates=dates,
    finding=ConclusionFinding,
    remedies=remedies,
)
