"""The contract number: which of the two, where, and why it is missing."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from apprentissage._arguments import check_arguments
from apprentissage._plain import PlainValue
from apprentissage._text import sentence
from apprentissage.dossier.contract_number_texts import (
    HOLDERS,
    NUMBER_SOURCES,
    PAYMENTS,
    PLACES,
    REMEDIES,
    Cause,
    NumberKind,
    Place,
    Stage,
    StagePayment,
)
from apprentissage.dossier.fate import decision_due_on
from apprentissage.dossier.funding_texts import DEPOSIT_AFTER_REFUSAL
from apprentissage.dossier.retention_texts import Holder
from apprentissage.facts import Contract, Decision, FundingDecision
from apprentissage.facts.identifiers import InvalidIdentifier, parse_deposit_number
from apprentissage.facts.names import french_name
from apprentissage.judging import (
    Finding,
    Proposed,
    Result,
    Rule,
    compliant,
    non_compliant,
    not_applicable,
    proposal,
)
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat

_LOOKS_LIKE_DEPOSIT = Caveat(
    "LOOKS_LIKE_DEPOSIT",
    "Ce numéro de dossier a la forme d'un numéro de dépôt ; comme les OPCO "
    "n'ont pas de format commun, cela ne prouve rien.",
)

_STAGES = {
    Decision.ACCEPTED: Stage.ACCEPTED,
    Decision.REFUSED: Stage.REFUSED,
    Decision.CORRECTION_ASKED: Stage.CORRECTION_ASKED,
}
_CAUSES = {
    Stage.NOT_SENT: Cause.NOT_SENT,
    Stage.SENT: Cause.INCOMPLETE,
    Stage.EXAMINED: Cause.PENDING,
    Stage.CORRECTION_ASKED: Cause.CORRECTION_ASKED,
    Stage.REFUSED: Cause.REFUSED,
    Stage.SILENT: Cause.SILENCE,
    Stage.ACCEPTED: Cause.NOT_PASSED_ON,
}


def kind_of_number(written: str) -> NumberKind:
    """Which of its two numbers a contract is named by, told by the format.

    Args:
        written: A number of a contract.

    Returns:
        DEPOSIT for the fifteen characters of a deposit number; OPCO_FILE for
        anything else, since file numbers have no national format.

    Raises:
        WrongType: If it is not a text.

    >>> kind_of_number("075202609000001").name
    'DEPOSIT'
    >>> kind_of_number("DOS-2026-118").name
    'OPCO_FILE'
    """
    check_arguments(kind_of_number, locals())
    try:
        parse_deposit_number(written)
    except InvalidIdentifier:
        return NumberKind.OPCO_FILE
    return NumberKind.DEPOSIT


def _is_deposit(written: str | None) -> bool:
    return written is not None and (kind_of_number(written) is NumberKind.DEPOSIT)


def stage_of(contract: Contract, on: date) -> Stage:
    """How far the file of a contract has come on a day.

    Args:
        contract: The facts; an event that nobody declares has not happened.
        on: The day; later events are left aside.

    Returns:
        The stage.

    Raises:
        WrongType: For a datetime or a text.
        NotCovered: For a complete file of a contract concluded before 2020.

    >>> from apprentissage.facts import Apprentice, Dossier
    >>> stage_of(
    ...     Contract(
    ...         concluded_on=date(2026, 8, 31),
    ...         starts_on=date(2026, 9, 1),
    ...         ends_on=date(2028, 8, 31),
    ...         apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ...         file=Dossier(complete_on=date(2026, 9, 4)),
    ...     ),
    ...     on=date(2026, 9, 24),
    ... ).name
    'EXAMINED'
    """
    check_arguments(stage_of, locals())
    file = contract.file
    if _is_deposit(contract.deposit_number):
        return Stage.DEPOSITED
    decision = file.decision
    if decision is not None and _stands(decision, file.complete_on, on):
        return _STAGES[decision.decision]
    due_on = _due_on(contract, on)
    if due_on is not None:
        return Stage.EXAMINED if on <= due_on else Stage.SILENT
    return Stage.SENT if _has_come(file.filed_on, on) else Stage.NOT_SENT


def _stands(decision: FundingDecision, complete_on: date | None, on: date) -> bool:
    """Whether a decision is the last word on a day."""
    decided_on = decision.decided_on or on
    if decided_on > on:
        return False
    if decision.decision is Decision.ACCEPTED or complete_on is None:
        return True
    # OPCO EP's sheet: « à compter de la date de réception du dossier
    # complet »: the file that comes after a refusal or a correction is
    # examined anew
    return not decided_on < complete_on <= on


def _has_come(day: date | None, on: date) -> bool:
    return day is not None and day <= on


def _due_on(contract: Contract, on: date) -> date | None:
    """The last day of the decision, once the complete file has come."""
    complete_on = contract.file.complete_on
    if complete_on is None or complete_on > on:
        return None
    # OPCO EP's sheet: « dans un délai de 20 jours à compter de la date de
    # réception du dossier complet »: the twentieth included
    return decision_due_on(complete_on, concluded_on=contract.concluded_on)


def where_to_look(holder: Holder, kind: NumberKind = NumberKind.DEPOSIT) -> tuple[Place, ...]:
    """Where a role finds a number, in order.

    Args:
        holder: The role.
        kind: The number.

    >>> where_to_look(Holder.EMPLOYER)[0].label
    "l'espace de l'employeur sur le portail de l'OPCO"
    """
    check_arguments(where_to_look, locals())
    return tuple(place for place in PLACES[holder] if kind in place.kinds)


@frozen(kw_only=True, eq=False, repr=False)
class MissingNumber(PlainValue):
    """Why a contract has no deposit number yet, and what to do.

    Args:
        stage: How far the file has come.
        causes: The causes that the facts allow; () once it is known.
        remedies: What to do, cause by cause, in French.
        holders: Who may hold the deposit number at this stage.
    """

    stage: Stage
    causes: tuple[Cause, ...]
    remedies: tuple[str, ...]
    holders: tuple[Holder, ...]


def missing_number(contract: Contract, on: date) -> MissingNumber:
    """Why the deposit number of a contract is missing or wrong on a day.

    Args:
        contract: The facts.
        on: The day.

    Returns:
        The causes that the facts allow, the remedy of each, who may hold
        the number.

    Raises:
        WrongType: For a datetime or a text.
        NotCovered: For a complete file of a contract concluded before 2020.

    Source: notice 51649; OPCO EP's sheet, n° 36.

    >>> from apprentissage.facts import Apprentice
    >>> found = missing_number(
    ...     Contract(
    ...         concluded_on=date(2026, 8, 31),
    ...         starts_on=date(2026, 9, 1),
    ...         ends_on=date(2028, 8, 31),
    ...         apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ...     ),
    ...     on=date(2026, 9, 3),
    ... )
    >>> [cause.name for cause in found.causes], found.holders
    (['NOT_SENT'], ())
    """
    check_arguments(missing_number, locals())
    stage = stage_of(contract, on)
    causes = tuple(_causes(contract, stage))
    waits = stage in {Stage.EXAMINED, Stage.SILENT}
    due_on = _due_on(contract, on) if waits else None
    return MissingNumber(
        stage=stage,
        causes=causes,
        remedies=tuple(sentence(REMEDIES[cause], {"due_on": due_on}) for cause in causes),
        holders=(Holder.OPCO,)
        if Cause.REFUSED_YET_DEPOSITED in causes
        else HOLDERS[stage][NumberKind.DEPOSIT],
    )


def _causes(contract: Contract, stage: Stage) -> Iterator[Cause]:
    if stage is Stage.DEPOSITED:
        return
    if stage is Stage.REFUSED and _deposited_all_the_same(contract):
        yield Cause.REFUSED_YET_DEPOSITED
    else:
        yield _CAUSES[stage]
    written = contract.deposit_number
    if written is not None and written == contract.opco_number:
        yield Cause.OTHER_NUMBER
    elif written is not None:
        yield Cause.MALFORMED


def _deposited_all_the_same(contract: Contract) -> bool:
    if contract.employer.public is not False:
        return False
    return DEPOSIT_AFTER_REFUSAL.concluded(contract.concluded_on).value


def payments_at(stage: Stage) -> tuple[StagePayment, ...]:
    """What a stage of the file pays to the CFA and to the employer.

    Args:
        stage: The stage, as `stage_of` gives it.

    >>> [each.sentence for each in payments_at(Stage.NOT_SENT)][0]
    "L'OPCO ne paie rien avant d'avoir accepté la prise en charge."
    """
    check_arguments(payments_at, locals())
    return PAYMENTS[stage]


@frozen(kw_only=True, eq=False, repr=False)
class Recovery(PlainValue):
    """What to give the OPCO so that it finds the contract.

    Args:
        given: French name and value of what is known.
        missing: Absolute paths of what is still unknown.
    """

    given: tuple[tuple[str, str | date], ...]
    missing: tuple[str, ...]


def recovery(contract: Contract) -> Recovery:
    """What to give the OPCO to recover a number: SIRET, name, start.

    Args:
        contract: The facts.

    Returns:
        What is known, with the OPCO's file number where there is one, and
        what is still to find.

    >>> from apprentissage.facts import Apprentice
    >>> recovery(Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ... )).missing
    ('employer.siret', 'apprentice.family_name', 'apprentice.first_name')
    """
    check_arguments(recovery, locals())
    apprentice = contract.apprentice
    values: dict[str, str | date | None] = {
        "employer.siret": contract.employer.siret,
        "apprentice.family_name": apprentice.family_name,
        "apprentice.first_name": apprentice.first_name,
        "starts_on": contract.starts_on,
    }
    known = {path: value for path, value in values.items() if value}
    if contract.opco_number is not None:
        known["opco_number"] = contract.opco_number
    return Recovery(
        given=tuple((french_name(p), value) for p, value in known.items()),
        missing=tuple(path for path in values if path not in known),
    )


class ContractNumbersFinding(Finding):
    """What `CONTRACT_NUMBERS` finds."""

    opco_number = Result[str]("number of the file at the OPCO")


def judge(contract: Contract, _: Readings) -> Finding:
    """The OPCO's file number and the deposit number are told apart.

    Notice 51649, box 36: the deposit number is given by the DGEFP; that of
    the file is the OPCO's own and has no national format.

    Args:
        contract: The facts.
    """
    written = contract.opco_number
    if written is None:
        return not_applicable(
            "Aucun numéro de dossier de l'OPCO n'est déclaré.", sources=NUMBER_SOURCES
        )
    if written == contract.deposit_number:
        return non_compliant(
            "Un même numéro ({opco_number}) est inscrit comme numéro de dépôt "
            "et comme numéro de dossier de l'OPCO : ce sont deux numéros.",
            sources=NUMBER_SOURCES,
            opco_number=written,
        )
    return compliant(
        "Le numéro de dossier de l'OPCO ({opco_number}) n'est pas pris pour le numéro de dépôt.",
        sources=NUMBER_SOURCES,
        caveats=(_LOOKS_LIKE_DEPOSIT,) if _is_deposit(written) else (),
        opco_number=written,
    )


def remedies(contract: Contract, _found: Finding, _: Readings) -> Iterator[Proposed]:
    """The number that is not of its kind, erased."""
    of_deposit = _is_deposit(contract.opco_number)
    yield proposal(
        "Laisser vide le numéro de dossier de l'OPCO : celui qui est écrit est un numéro de dépôt."
        if of_deposit
        else "Laisser vide le numéro de dépôt, case 36 : celui qui est écrit "
        "est le numéro de dossier de l'OPCO.",
        {"opco_number" if of_deposit else "deposit_number": None},
    )


CONTRACT_NUMBERS = Rule(
    name="contract_numbers",
    title="Numéro de dossier et numéro de dépôt",
    judge=judge,
    boxes=(36,),
    finding=ContractNumbersFinding,
    remedies=remedies,
)
