"""The decision on the file: grounds, days and effect (D6224-2, R6224-3, D6224-4)."""

from collections.abc import Iterator
from datetime import date
from typing import Self

from apprentissage._arguments import check_arguments
from apprentissage.dossier.fate import (
    Fate,
    decision_due_on,
    declared_fate,
    deposit_told_twice,
    last_decision,
    only_if_accepted,
)
from apprentissage.dossier.funding_texts import (
    DEPOSIT_AFTER_REFUSAL,
    PUBLIC_GROUNDS,
    REFUSAL_GROUNDS,
    SILENCE,
    Silence,
    sector_articles,
)
from apprentissage.facts import Contract, Decision, FundingDecision, RefusalGround
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.judging import (
    AgendaEntry,
    Consequence,
    Finding,
    Proposed,
    Result,
    Rule,
    Undated,
    compliant,
    hopeless,
    non_compliant,
    not_applicable,
    reminder,
    undetermined,
)
from apprentissage.judging.calendar_entries import entered
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat

_LATER_DECISION = Source(
    SourceKind.DOCTRINE,
    "DGEFP, AKTO : une acceptation expresse, même postérieure, annule la "
    "décision implicite de rejet",
)
_LATE_PUBLIC_REFUSAL = Caveat(
    "REFUSED_AFTER_SILENCE",
    "Le silence gardé vingt jours avait accepté le dépôt (art. R. 6275-3) : "
    "si un refus postérieur peut retirer cette décision n'est pas examiné.",
)
_CONSEQUENCES: dict[Silence | None, Consequence] = {
    None: Consequence.NONE_KNOWN,
    Silence.REFUSAL: Consequence.FUNDING_REFUSED,
    Silence.ACCEPTANCE: Consequence.DEPOSIT_ACCEPTED,
}


def refusal_grounds(concluded_on: date, *, public: bool = False) -> tuple[RefusalGround, ...]:
    """The grounds on which a file may be refused.

    Args:
        concluded_on: Day of conclusion, which chooses the list.
        public: The employer is a public body.

    Returns:
        The grounds in the order of the article.

    Raises:
        NotCovered: For contracts concluded before 2020-01-01.

    Source: art. D. 6224-2, D. 6275-2.

    >>> [ground.value for ground in refusal_grounds(date(2024, 7, 31))]
    ['eligible_training', 'age', 'maitre_apprentissage', 'remuneration']
    """
    check_arguments(refusal_grounds, locals())
    return _grounds(concluded_on, public)


def _grounds(concluded_on: date, public: bool) -> tuple[RefusalGround, ...]:
    """The same as `refusal_grounds`, unchecked."""
    table = PUBLIC_GROUNDS if public else REFUSAL_GROUNDS
    return table.concluded(concluded_on).value


def _silence(contract: Contract) -> Silence | None:
    public = contract.employer.public
    return None if public is None else SILENCE[public]


class FundingDecisionFinding(Finding):
    """What `FUNDING_DECISION` finds."""

    parts: tuple[Self, ...]
    latest_on = Result[date]("last day of the decision")
    silence = Result[Silence]("what silence until that day means")
    grounds = Result[tuple[RefusalGround, ...]]("grounds of refusal that the facts show")
    given = Result[tuple[RefusalGround, ...]]("grounds of refusal given")
    funded = Result[bool]("whether the contract is funded")
    deposited = Result[bool]("whether the contract is deposited")
    accepted_on = Result[date]("day of the acceptance")
    decided_on = Result[date]("day of the decision")
    ground = Result[RefusalGround]("ground that the part is about")
    since_on = Result[date]("first day of conclusion for which the ground exists")


def judge(contract: Contract, _: Readings) -> Finding:
    """A refused contract does not comply, whenever the refusal came.

    R6224-3, and R6275-3 for a public employer: twenty calendar days from the
    complete file, then silence refuses the funding or accepts the deposit. An
    express acceptance counts whatever its day. Receipt and decision are
    events: undeclared, nothing is judged.

    Args:
        contract: The facts; `file.complete_on`, `file.decision`,
            `file.later_acceptance_on` and `file.deposited`.

    Returns:
        Values `latest_on` (None without a complete file), `silence` and
        `grounds`, those of the list that applies (None where the employer's
        type is unknown), `funded`, `deposited`; of a refusal that gives
        grounds `given`, with a part for each and one for its day.
    """
    public, signed_on = contract.employer.public, contract.concluded_on
    complete_on = contract.file.complete_on
    fate = declared_fate(contract)
    due_on = complete_on and decision_due_on(complete_on, concluded_on=signed_on)
    found = _decided(contract, fate, due_on)
    grounds = None
    if public is not None:
        grounds = _grounds(signed_on, public)
    refusing = sector_articles(public, "D6224-2", "D6275-2", signed_on)
    cited = {source.reference for source in found.sources}
    return found.but(
        caveats=(*found.caveats, *deposit_told_twice(contract)),
        sources=(
            *_delay(contract),
            *(each for each in refusing if each.reference not in cited),
            *found.sources,
        ),
        latest_on=due_on,
        silence=_silence(contract),
        grounds=grounds,
        funded=fate.funded,
        deposited=fate.deposited,
    )


def _delay(contract: Contract) -> tuple[Source, ...]:
    return sector_articles(contract.employer.public, "R6224-3", "R6275-3", contract.concluded_on)


def _decided(contract: Contract, fate: Fate, due_on: date | None) -> Finding:
    file, public = contract.file, contract.employer.public
    decision = last_decision(contract)
    if decision is Decision.ACCEPTED:
        return _accepted(contract, due_on)
    if decision is Decision.REFUSED:
        return _refused(contract, fate, due_on)
    if file.deposited and (public or only_if_accepted(contract)):
        return compliant("Le contrat est déposé : la décision lui est favorable.")
    # a refused contract of a private employer was deposited all the same
    if file.deposited and public is None:
        return undetermined("employer.type")
    if decision is Decision.CORRECTION_ASKED:
        return reminder("Une correction est demandée : le délai repart du dossier complet.")
    if due_on is None:
        return not_applicable("Aucun dossier complet n'est encore reçu : le délai ne court pas.")
    return reminder(
        "La décision est attendue au plus tard le {latest_on}."
        if public is None
        else (
            "La décision est attendue au plus tard le {latest_on} ; passé ce "
            "jour, le silence vaut {silence}."
        )
    )


def _accepted(contract: Contract, due_on: date | None) -> Finding:
    file, public = contract.file, contract.employer.public
    if public:
        return compliant("Le dépôt du contrat est accepté.")
    if file.later_acceptance_on is not None:
        return compliant(
            "La prise en charge est acceptée le {accepted_on}, après un "
            "refus, et le contrat est déposé.",
            sources=(_LATER_DECISION,),
            accepted_on=file.later_acceptance_on,
        )
    if public is False and _after(file.decision, due_on):
        return compliant(
            "La prise en charge est acceptée : cette décision expresse, postérieure au délai "
            "({latest_on}), annule le refus né du silence, et le contrat est déposé.",
            sources=(_LATER_DECISION,),
        )
    return compliant("La prise en charge est acceptée et le contrat déposé.")


def _refused(contract: Contract, fate: Fate, due_on: date | None) -> Finding:
    decision = contract.file.decision
    grounds = None if decision is None else decision.grounds
    parts = (
        *_of_the_grounds(contract, grounds or frozenset()),
        *_of_its_day(contract, decision, due_on),
    )
    if grounds is None:
        return _refusal(contract, fate, due_on).but(parts=parts)
    # « une décision motivée qu'il notifie aux parties » (D6224-2); « La
    # notification précise le motif du refus. » (D6275-2)
    found = _refusal(
        contract,
        fate,
        due_on,
        " {given:Motif donné} : {given}."
        if grounds
        else " Aucun motif n'est donné, alors que la décision doit énoncer le sien.",
    )
    return found.but(parts=parts, given=_in_order(grounds))


def _in_order(grounds: frozenset[RefusalGround]) -> tuple[RefusalGround, ...]:
    return tuple(each for each in RefusalGround if each in grounds)


def _of_the_grounds(contract: Contract, grounds: frozenset[RefusalGround]) -> Iterator[Finding]:
    """Whether the list of the contract has each ground given, since when."""
    public, signed_on = contract.employer.public, contract.concluded_on
    for ground in _in_order(grounds):
        if public is not None:
            yield _ground(contract, ground, public=public)
        elif all(ground in _grounds(signed_on, either) for either in (False, True)):
            yield _ground(contract, ground, public=False)
        else:
            yield reminder(
                "Que ce motif de refus soit prévu pour ce contrat dépend du type de l'employeur.",
                subject=ground.label,
                ground=ground,
            )


def _ground(contract: Contract, ground: RefusalGround, *, public: bool) -> Finding:
    table = PUBLIC_GROUNDS if public else REFUSAL_GROUNDS
    law = table.concluded(contract.concluded_on)

    def since(listed: RefusalGround) -> date | None:
        days = [each.since for each in table.versions if listed in each.value]
        return min(days, default=None)

    other = RefusalGround.OTHER_LEGAL_BREACH
    if ground in law.value:
        template, first = (
            "Ce motif de refus est prévu pour les contrats conclus depuis le {since_on}.",
            since(ground),
        )
    elif since(ground) is not None:
        template, first = (
            "Ce motif de refus n'est prévu que pour les contrats conclus depuis le {since_on} : "
            "la liste applicable à ce contrat ne le comporte pas.",
            since(ground),
        )
    elif other in law.value:
        # « que toute autre stipulation du contrat est contraire à une
        # disposition légale ou réglementaire ou conventionnelle » (D6275-2)
        template, first = (
            "Ce motif de refus n'est pas nommé pour un employeur public, mais "
            "toute stipulation contraire à une autre disposition en est un "
            "pour les contrats conclus depuis le {since_on}.",
            since(other),
        )
    else:
        template, first = ("Ce motif de refus n'est pas prévu pour un employeur public.", None)
    return reminder(
        template, sources=law.sources, subject=ground.label, ground=ground, since_on=first
    )


def _of_its_day(
    contract: Contract, decision: FundingDecision | None, due_on: date | None
) -> Iterator[Finding]:
    """Until when the refusal could be given, and whether it was by then."""
    if due_on is None or decision is None:
        return
    silence = _silence(contract)
    if decision.decided_on is None:
        template = "Le refus pouvait être prononcé jusqu'au {latest_on}."
    elif not _after(decision, due_on):
        template = (
            "Le refus du {decided_on} vient dans le délai de décision, qui "
            "courait jusqu'au {latest_on}."
        )
    else:
        template = (
            "Le refus du {decided_on} vient après le {latest_on}, dernier jour de la décision."
            if silence is None
            else (
                "Le refus du {decided_on} vient après le {latest_on}, dernier "
                "jour de la décision : le silence valait déjà {silence}."
            )
        )
    yield reminder(
        template,
        sources=_delay(contract),
        subject="délai de décision",
        decided_on=decision.decided_on,
        latest_on=due_on,
        silence=silence,
    )


def _refusal(contract: Contract, fate: Fate, due_on: date | None, why: str = "") -> Finding:
    """What a refusal entails, then why it was given, where that is known."""
    if contract.employer.public is None:
        return non_compliant(
            "Le contrat est refusé : l'opérateur de compétences ne le finance "
            f"pas ou, pour un employeur public, l'État ne le dépose pas.{why}"
        )
    if contract.employer.public:
        late = _after(contract.file.decision, due_on)
        return non_compliant(
            f"Le dépôt du contrat est refusé.{why}",
            caveats=(_LATE_PUBLIC_REFUSAL,) if late else (),
        )
    law = DEPOSIT_AFTER_REFUSAL.concluded(contract.concluded_on)
    return non_compliant(
        "La prise en charge est refusée : l'opérateur de compétences ne finance pas le contrat, "
        f"mais le dépose en informant l'État de son refus.{why}"
        if fate.deposited
        else (
            "La prise en charge est refusée : l'opérateur de compétences ne "
            f"finance pas le contrat et ne le dépose pas.{why}"
        ),
        sources=law.sources,
    )


def _after(decision: FundingDecision | None, due_on: date | None) -> bool:
    """Whether a decision is known to come after the twenty days."""
    decided_on = None if decision is None else decision.decided_on
    return decided_on is not None and due_on is not None and decided_on > due_on


def dates(contract: Contract, _: Readings) -> Iterator[AgendaEntry | Undated]:
    sources = _delay(contract)
    complete_on = contract.file.complete_on
    if complete_on is None:
        if last_decision(contract) is None:
            yield Undated(
                label="Décision sur le dossier, vingt jours après sa réception",
                waits_for=("file.complete_on",),
                sources=sources,
            )
    else:
        yield entered(
            on=decision_due_on(complete_on, concluded_on=contract.concluded_on),
            label="Dernier jour de la décision sur le dossier",
            sources=sources,
            consequence=_CONSEQUENCES[_silence(contract)],
        )


def remedies(_: Contract, __: Finding, ___: Readings) -> Iterator[Proposed]:
    """Nothing: a refusal is a decision, and no fact of the contract."""
    yield hopeless(
        "Un refus est une décision, et non un fait du contrat : corriger ce "
        "qu'il reproche, puis transmettre de nouveau le dossier."
    )


FUNDING_DECISION = Rule(
    name="funding_decision",
    title="Décision de prise en charge",
    judge=judge,
    articles=("D6224-2", "R6224-3", "D6224-4", "D6275-2", "R6275-3"),
    dates=dates,
    outlives_rupture=True,
    finding=FundingDecisionFinding,
    remedies=remedies,
)
