"""What becomes of a file: twenty days, then a decision or silence.

Asked by the rule of the decision, and by those on money that wait for it.
"""

from datetime import date, timedelta

from attrs import evolve, frozen

from apprentissage._arguments import check_arguments
from apprentissage._guards import plain_day
from apprentissage._plain import PlainValue, altered
from apprentissage.dossier.funding_texts import (
    DECISION_DAYS,
    DEPOSIT_AFTER_REFUSAL,
    SILENCE,
    Silence,
)
from apprentissage.errors import NotCovered
from apprentissage.facts import Contract, Decision, EmployerType
from apprentissage.law.sources import Caveat


def decision_due_on(complete_on: date, *, concluded_on: date | None = None) -> date:
    """The last day of the decision on a file.

    Args:
        complete_on: Day on which all documents were received; not counted.
        concluded_on: Day of conclusion; where None, that of the receipt.

    Returns:
        The twentieth calendar day after.

    Raises:
        NotCovered: For contracts concluded before 2020-01-01.
        WrongType: For a datetime or a text.

    Source: art. R. 6224-3, and R. 6275-3 for a public employer.

    >>> decision_due_on(date(2025, 9, 10))
    datetime.date(2025, 9, 30)
    """
    check_arguments(decision_due_on, locals())
    law = DECISION_DAYS.concluded(complete_on if concluded_on is None else concluded_on)
    return plain_day(complete_on) + timedelta(days=law.value)


def silence_means(*, public: bool) -> Silence:
    """What silence means when the twenty days have run out.

    Args:
        public: The employer is a public body (types 21 to 29).

    Source: art. R. 6224-3, and R. 6275-3 for a public employer.

    >>> silence_means(public=False)
    <Silence.REFUSAL: 'refusal'>
    """
    check_arguments(silence_means, locals())
    return SILENCE[public]


@frozen(kw_only=True, eq=False, repr=False)
class Fate(PlainValue):
    """What becomes of a file.

    Args:
        funded: The OPCO funds the contract; None while nothing is decided,
            and for a public employer, whose contracts it does not fund.
        deposited: The contract is, or is to be, deposited with the State;
            None while nothing is decided.
    """

    funded: bool | None
    deposited: bool | None


OPEN = Fate(funded=None, deposited=None)


def file_outcome(
    *,
    concluded_on: date,
    public: bool,
    complete_on: date | None = None,
    decision: Decision | None = None,
    on: date | None = None,
) -> Fate:
    """What a decision, or its absence, makes of a file.

    Args:
        concluded_on: Day of conclusion, which chooses the law.
        public: The employer is a public body.
        complete_on: Day on which all documents were received.
        decision: The last express decision, whatever its day: one that comes
            after a silent refusal replaces it. None where there is none.
        on: The day of the question, asked where there is no decision.

    Returns:
        Whether the contract is funded and deposited.

    Raises:
        NotCovered: For contracts concluded before 2020-01-01.
        WrongType: For a datetime or a text.

    Source: art. D. 6224-2, R. 6224-3, D. 6224-4; D. 6275-2, R. 6275-3.

    >>> file_outcome(
    ...     concluded_on=date(2022, 6, 22),
    ...     public=False,
    ...     decision=Decision.REFUSED,
    ... )
    Fate(funded=False, deposited=True)
    """
    check_arguments(file_outcome, locals())
    return outcome_of_file(
        concluded_on=concluded_on, public=public, complete_on=complete_on, decision=decision, on=on
    )


def outcome_of_file(
    *,
    concluded_on: date,
    public: bool,
    complete_on: date | None = None,
    decision: Decision | None = None,
    on: date | None = None,
) -> Fate:
    """The same as `file_outcome`, unchecked."""
    deposited_if_refused = DEPOSIT_AFTER_REFUSAL.concluded(concluded_on).value
    if decision is None:
        if complete_on is None or on is None:
            return OPEN
        # « dans un délai de vingt jours » (R6224-3): the twentieth included
        if on <= decision_due_on(complete_on, concluded_on=concluded_on):
            return OPEN
        accepted = silence_means(public=public) is Silence.ACCEPTANCE
    elif decision is Decision.CORRECTION_ASKED:
        return OPEN
    else:
        accepted = decision is Decision.ACCEPTED
    if public:
        # L6227-6: it bears « les coûts de la formation de leurs apprentis »
        return Fate(funded=None, deposited=accepted)
    return Fate(funded=accepted, deposited=accepted or deposited_if_refused)


def fate_of(contract: Contract) -> Fate:
    """What the declared decisions make of the file of a contract.

    Args:
        contract: Its employer, conclusion and file are read. A deposit that
            is declared is believed.

    Returns:
        Whether it is funded and deposited, None where nothing declared
        tells.

    Raises:
        NotCovered: For contracts concluded before 2020-01-01.

    >>> from apprentissage.facts import Apprentice, Dossier, Employer, FundingDecision
    >>> from apprentissage.facts import EmployerType
    >>> refused = Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ...     employer=Employer(type=EmployerType.ASSOCIATION),
    ...     file=Dossier(
    ...         decision=FundingDecision(decision=Decision.REFUSED)
    ...     ),
    ... )
    >>> fate_of(refused)
    Fate(funded=False, deposited=False)
    """
    check_arguments(fate_of, locals())
    return declared_fate(contract)


def declared_fate(contract: Contract) -> Fate:
    """The same as `fate_of`, unchecked."""
    public, file = contract.employer.public, contract.file
    decision = last_decision(contract)
    if decision is None and file.deposited is None:  # most of the time
        DEPOSIT_AFTER_REFUSAL.concluded(contract.concluded_on)
        return OPEN
    first, *others = (
        outcome_of_file(concluded_on=contract.concluded_on, public=each, decision=decision)
        for each in ((False, True) if public is None else (public,))
    )
    found = first
    if any(other != first for other in others):
        accepted = decision is Decision.ACCEPTED
        found = Fate(funded=None, deposited=True if accepted else None)
    if file.deposited is None:
        return found
    if file.deposited and public is False and only_if_accepted(contract):
        return Fate(funded=decision is not Decision.REFUSED, deposited=True)
    return evolve(found, deposited=file.deposited)


_DEPOSIT_TOLD_TWICE = Caveat(
    "DEPOSIT_TOLD_TWICE",
    "Les faits se contredisent : le dépôt déclaré n'est pas celui que disent la décision de prise "
    "en charge ou le numéro de dépôt ; il est retenu. Vérifiez-les.",
)


def deposit_told_twice(contract: Contract) -> tuple[Caveat, ...]:
    """Where two facts contradict each other on the deposit."""
    told = contract.file.deposited
    if told is None:
        return ()
    untold = altered(contract, file=altered(contract.file, deposited=None))
    try:
        decided = declared_fate(untold).deposited
    except NotCovered:  # before 2020 nobody decided
        decided = None
    numbered = None if contract.deposit_number is None else True
    denied = {decided, numbered} & {not told}
    return (_DEPOSIT_TOLD_TWICE,) if denied else ()


def refused_funding(contract: Contract) -> bool:
    """Whether the declared facts say that the OPCO does not fund a contract.

    Args:
        contract: Its employer, conclusion and file are read; before 2020
            nobody decided so. An employer of unknown kind is taken for a
            private one: that of a public employer is funded by no OPCO.

    >>> from apprentissage.facts import Apprentice, Dossier, Employer, FundingDecision
    >>> from apprentissage.facts import EmployerType
    >>> refused = Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ...     employer=Employer(type=EmployerType.ASSOCIATION),
    ...     file=Dossier(
    ...         decision=FundingDecision(decision=Decision.REFUSED)
    ...     ),
    ... )
    >>> refused_funding(refused)
    True
    """
    check_arguments(refused_funding, locals())
    employer = contract.employer
    if employer.public is None:
        private = altered(employer, type=EmployerType.OTHER_PRIVATE)
        contract = altered(contract, employer=private)
    try:
        return declared_fate(contract).funded is False
    except NotCovered:
        return False


def only_if_accepted(contract: Contract) -> bool:
    """Whether an OPCO deposits the contracts that it funds, and no other."""
    law = DEPOSIT_AFTER_REFUSAL.concluded(contract.concluded_on)
    return not law.value


def last_decision(contract: Contract) -> Decision | None:
    file = contract.file
    if file.later_acceptance_on is not None:
        return Decision.ACCEPTED
    return None if file.decision is None else file.decision.decision
