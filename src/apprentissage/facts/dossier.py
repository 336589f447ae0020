"""What happens after the signature: filing, decision, avenants, rupture.

An event that nobody declares is no unknown fact: its rules do not apply.
"""

from datetime import date

from attrs import field, frozen

from apprentissage._guards import (
    is_a,
    is_bool,
    is_date,
    is_int,
    member,
    set_of,
    tuple_of,
    unknown,
)
from apprentissage._labelled import Labelled
from apprentissage.facts.codes import ContractType
from apprentissage.facts.kinds import RefusalGround, RuptureCause


class Decision(Labelled):
    """What the OPCO, or the State for a public employer, decided."""

    ACCEPTED = "accepted", "acceptée"
    REFUSED = "refused", "refusée"
    CORRECTION_ASKED = "correction_asked", "correction demandée"


@frozen(kw_only=True)
class FundingDecision:
    """The decision on the file, its day, and the grounds of a refusal.

    Args:
        decision: What was decided.
        decided_on: The day.
        grounds: Those that a refusal gives; frozenset() for none.
    """

    decision: Decision = field(validator=member(Decision))
    decided_on: date | None = unknown(is_date)
    grounds: frozenset[RefusalGround] | None = unknown(set_of(RefusalGround))


@frozen(kw_only=True)
class Avenant:
    """An avenant: two dates of its own, its signature and its effect.

    The dates of the contract that it changes stay those of the contract.

    Args:
        type: Code of box 18, 31 to 38; of the avenant that the form writes,
            `Contract.kind` tells it.
        concluded_on: Day on which both parties have signed the avenant.
        effective_on: Day on which it takes effect, box 23.
        filed_on: Day on which it was sent.
    """

    type: ContractType | None = unknown(member(ContractType))
    concluded_on: date | None = unknown(is_date)
    effective_on: date | None = unknown(is_date)
    filed_on: date | None = unknown(is_date)


@frozen(kw_only=True)
class Rupture:
    """The rupture of this contract.

    Args:
        ruptured_on: Day on which the contract is broken.
        cause: Why.
        court_decision: The conseil de prud'hommes pronounced it.
        mediator_referred_on: Day on which the mediator was seized.
        employer_informed_on: Day on which the employer was informed.
    """

    ruptured_on: date | None = unknown(is_date)
    cause: RuptureCause | None = unknown(member(RuptureCause))
    court_decision: bool | None = unknown(is_bool)
    mediator_referred_on: date | None = unknown(is_date)
    employer_informed_on: date | None = unknown(is_date)


@frozen(kw_only=True)
class Dossier:
    """The file of the contract after its signature.

    Args:
        filed_on: Day on which the contract was sent.
        complete_on: Day on which the complete file was received.
        decision: Of the OPCO, or of the State.
        later_acceptance_on: Day of an express acceptance that came after a
            refusal, express or silent.
        deposited: The contract is deposited with the State.
        avenants: In the order of their conclusion.
        rupture: Of this contract.
        excluded_on: Day of the final exclusion by the CFA.
        practical_days: Days of practical training in the firm that are told.
        practical_days_until: Day up to which all of them are told.
        wanted_end_on: End that the apprentice wants after the diploma.
        months_without_pay: Months of the first year in which a suspension
            of the contract left the apprentice without pay.
    """

    filed_on: date | None = unknown(is_date)
    complete_on: date | None = unknown(is_date)
    decision: FundingDecision | None = unknown(is_a(FundingDecision))
    later_acceptance_on: date | None = unknown(is_date)
    deposited: bool | None = unknown(is_bool)
    avenants: tuple[Avenant, ...] | None = unknown(tuple_of(Avenant))
    rupture: Rupture | None = unknown(is_a(Rupture))
    excluded_on: date | None = unknown(is_date)
    practical_days: frozenset[date] | None = unknown(set_of(date))
    practical_days_until: date | None = unknown(is_date)
    wanted_end_on: date | None = unknown(is_date)
    months_without_pay: int | None = unknown(is_int())
