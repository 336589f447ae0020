"""The decision on the file: twenty days, silence, grounds (D6224-2)."""

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import evolve

from apprentissage.arguments import check_arguments
from apprentissage.facts import Contract, Decision, FundingDecision
from apprentissage.law.funding import (
    BALANCE_MONTHS,
    DECISION_DAYS,
    PUBLIC_GROUNDS,
    REFUSAL_GROUNDS,
    RefusalGround,
    Silence,
)
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Source, SourceKind, article
from apprentissage.months import same_day
from apprentissage.rules.calendar_entries import (
    AgendaEntry,
    Consequence,
    Undated,
)
from apprentissage.rules.finding import (
    UNKNOWN,
    Finding,
    not_applicable,
    reminder,
    undetermined,
    whether,
)
from apprentissage.rules.rule import Rule

__all__ = [
    "FUNDING_DECISION",
    "decision_due_on",
    "refusal_grounds",
    "silence_means",
]
__dir__ = __all__.copy

NO_FILE = "Aucun dossier complet n'est encore reçu : le délai ne court pas."
WAITING = "La décision est attendue au plus tard le {due_on}."
WAITING_SILENCE = (
    "La décision est attendue au plus tard le {due_on} ; passé ce jour, le "
    "silence vaut {silence}."
)
CORRECTION = (
    "Une correction est demandée : le délai repart du dossier complet."
)
IN_TIME = "La décision du {decided_on} est rendue dans le délai ({due_on})."
LATE = "La décision du {decided_on} est rendue après le délai ({due_on})."

_OF_SILENCE: dict[Silence | None, tuple[Source, ...]] = {
    None: (),
    Silence.REFUSAL: (
        Source(
            SourceKind.LAW,
            "code des relations entre le public et l'administration, art. "
            "L. 231-4",
        ),
        Source(SourceKind.DOCTRINE, "DGEFP : demande à caractère financier"),
    ),
    Silence.ACCEPTANCE: (
        article("L6227-11"),
        Source(SourceKind.DOCTRINE, "ANFH : acceptation implicite du dépôt"),
    ),
}
_CONSEQUENCES: dict[Silence | None, Consequence] = {
    None: Consequence.NONE_KNOWN,
    Silence.REFUSAL: Consequence.FUNDING_REFUSED,
    Silence.ACCEPTANCE: Consequence.DEPOSIT_ACCEPTED,
}


def decision_due_on(
    complete_on: date, *, concluded_on: date | None = None
) -> date:
    """The last day of the decision on a file.

    Args:
        complete_on: Day on which all documents were received; not counted.
        concluded_on: Day of conclusion; where None, that of the receipt.

    Returns:
        The twentieth calendar day after.

    Raises:
        NotCovered: For contracts concluded before 2020-01-01.
        WrongType: For a datetime or a text.

    Source: art. D. 6224-3, the same for a public employer.

    >>> decision_due_on(date(2025, 9, 10))
    datetime.date(2025, 9, 30)
    """
    check_arguments(decision_due_on, locals())
    law = DECISION_DAYS.concluded(
        complete_on if concluded_on is None else concluded_on
    )
    return complete_on + timedelta(days=law.value)


def silence_means(*, public: bool) -> Silence:
    """What silence means when the twenty days have run out.

    Args:
        public: The employer is a public one (types 21 to 29).

    Source: art. L. 231-4 of the code des relations entre le public et
    l'administration, as the DGEFP reads it; L6227-11 for a public employer.

    >>> silence_means(public=False)
    <Silence.REFUSAL: 'refusal'>
    """
    check_arguments(silence_means, locals())
    return Silence.ACCEPTANCE if public else Silence.REFUSAL


def refusal_grounds(
    concluded_on: date, *, public: bool = False
) -> tuple[RefusalGround, ...]:
    """The grounds on which a file may be refused.

    Args:
        concluded_on: Day of conclusion, which chooses the list.
        public: The employer is a public one.

    Returns:
        The grounds in the order of the article.

    Raises:
        NotCovered: For contracts concluded before 2020-01-01.

    Source: art. D. 6224-2, D. 6275-2.

    >>> [ground.value for ground in refusal_grounds(date(2024, 7, 31))]
    ['eligible_training', 'age', 'maitre_apprentissage', 'remuneration']
    """
    check_arguments(refusal_grounds, locals())
    table = PUBLIC_GROUNDS if public else REFUSAL_GROUNDS
    return table.concluded(concluded_on).value


def _silence(contract: Contract) -> Silence | None:
    public = contract.employer.public
    return None if public is None else silence_means(public=public)


def _judge(contract: Contract, _: Readings) -> Finding:
    """The decision comes within twenty days from the complete file.

    D6224-3, number inferred; calendar days. Silence refuses the funding of
    a private employer and accepts the deposit of a public one. Receipt and
    decision are events: undeclared, nothing is judged.

    Args:
        contract: The facts; `file.complete_on` and `file.decision`.

    Returns:
        Values `due_on`, `silence` (None where the employer's type is
        unknown) and `grounds`.
    """
    law = DECISION_DAYS.concluded(contract.concluded_on)
    complete_on = contract.file.complete_on
    if complete_on is None:
        return not_applicable(
            NO_FILE, sources=law.sources, caveats=law.caveats
        )
    due_on = decision_due_on(complete_on, concluded_on=contract.concluded_on)
    silence = _silence(contract)
    found = _decided(contract.file.decision, due_on, silence)
    table = (
        PUBLIC_GROUNDS if silence is Silence.ACCEPTANCE else REFUSAL_GROUNDS
    )
    grounds = table.concluded(contract.concluded_on)
    return evolve(
        found,
        sources=(*law.sources, *_OF_SILENCE[silence], *grounds.sources),
        caveats=(*law.caveats, *grounds.caveats),
    ).with_values(due_on=due_on, silence=silence, grounds=grounds.value)


def _decided(
    decision: FundingDecision | None, due_on: date, silence: Silence | None
) -> Finding:
    if decision is None:
        return reminder(WAITING if silence is None else WAITING_SILENCE)
    if decision.decision is Decision.CORRECTION_ASKED:
        return reminder(CORRECTION)
    if decision.decided_on is None:
        return undetermined("file.decision.decided_on")
    return whether(
        # twenty days: the twentieth included
        decision.decided_on <= due_on,
        holds=IN_TIME,
        fails=LATE,
        decided_on=decision.decided_on,
    )


def _dates(contract: Contract, _: Readings) -> Iterator[AgendaEntry | Undated]:
    law = DECISION_DAYS.concluded(contract.concluded_on)
    complete_on = contract.file.complete_on
    silence = _silence(contract)
    sources = (*law.sources, *_OF_SILENCE[silence])
    if complete_on is None:
        yield Undated(
            label="Décision sur le dossier, vingt jours après sa réception",
            waits_for=("file.complete_on",),
            sources=sources,
        )
    else:
        yield AgendaEntry(
            on=decision_due_on(
                complete_on, concluded_on=contract.concluded_on
            ),
            label="Dernier jour de la décision sur le dossier",
            sources=sources,
            consequence=_CONSEQUENCES[silence],
        )
    yield from _balance(contract)


def _balance(contract: Contract) -> Iterator[AgendaEntry | Undated]:
    law = BALANCE_MONTHS.concluded(contract.concluded_on)
    public = contract.employer.public
    if law.value is None or public:
        return
    label = (
        "Dernier jour pour adresser à l'opérateur de compétences les pièces "
        "des derniers 10 % de la prise en charge"
    )
    if public is None:
        yield Undated(
            label=label, waits_for=("employer.type",), sources=law.sources
        )
        return
    rupture = contract.file.rupture
    ended_on = None if rupture is None else rupture.ruptured_on
    yield AgendaEntry(
        # within four months after the end, the last day included
        on=same_day(ended_on or contract.ends_on, law.value),
        label=label,
        sources=law.sources,
        consequence=Consequence.BALANCE_LOST,
    )


FUNDING_DECISION = Rule(
    name="funding_decision",
    title="Décision de prise en charge",
    judge=_judge,
    articles=("D6224-2", "D6224-3", "L6227-11", "D6275-2"),
    sentences=(
        NO_FILE,
        WAITING,
        WAITING_SILENCE,
        CORRECTION,
        IN_TIME,
        LATE,
        UNKNOWN,
    ),
    dates=_dates,
    outlives_rupture=True,
)
