"""The contract is signed on its first day at the latest."""

from collections.abc import Iterator
from datetime import date

from attrs import evolve

from apprentissage.facts import Contract
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat, Source, SourceKind
from apprentissage.rules.calendar_entries import AgendaEntry, Consequence
from apprentissage.rules.finding import Finding, whether
from apprentissage.rules.rule import Rule

__all__ = ["CONCLUSION"]
__dir__ = __all__.copy

SIGNED_IN_TIME = (
    "Le contrat est conclu le {concluded_on}, au plus tard le jour du début "
    "de son exécution ({latest_on})."
)
SIGNED_LATE = (
    "Le contrat est conclu le {concluded_on}, après le début de son "
    "exécution : il devait l'être au plus tard le {latest_on}."
)

_SOURCES = (
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


def _begun_before(day: date | None, concluded_on: date) -> bool:
    return day is not None and day < concluded_on


def _judge(contract: Contract, _: Readings) -> Finding:
    """The contract is concluded at the latest on the day it starts.

    No article says so; OPCO Atlas: « conclure (signer) le contrat
    d'apprentissage au plus tard le 1er jour où il commence ». Where the
    cycle has begun before, doctrine wants the start on the day of signature:
    a caveat.

    Args:
        contract: The facts.

    Returns:
        Values `concluded_on` and `latest_on`.
    """
    found = whether(
        # « au plus tard le 1er jour où il commence »: that day included
        contract.concluded_on <= contract.starts_on,
        holds=SIGNED_IN_TIME,
        fails=SIGNED_LATE,
        sources=_SOURCES,
        concluded_on=contract.concluded_on,
        latest_on=contract.starts_on,
    )
    training = contract.training
    begun = any(
        _begun_before(day, contract.concluded_on)
        for day in (training.cycle_starts_on, training.cfa_training_starts_on)
    )
    if begun and contract.concluded_on < contract.starts_on:
        return evolve(found, caveats=(_CYCLE_BEGUN,))
    return found


def _dates(contract: Contract, _: Readings) -> Iterator[AgendaEntry]:
    yield AgendaEntry(
        on=contract.starts_on,
        label="Début d'exécution : dernier jour pour conclure le contrat",
        sources=_SOURCES,
        consequence=Consequence.REFUSAL_POSSIBLE,
    )


CONCLUSION = Rule(
    name="conclusion",
    title="Date de conclusion",
    judge=_judge,
    boxes=(20, 21),
    sentences=(SIGNED_IN_TIME, SIGNED_LATE),
    dates=_dates,
)
