"""What happens after the signature: filing, decision, avenants, rupture.

An event that nobody declares is no unknown fact: its rules do not apply.
"""

from datetime import date

from attrs import field, frozen

from apprentissage._guards import MOST_MONTHS, is_int
from apprentissage._labelled import Labelled
from apprentissage._plain import PlainValue
from apprentissage.facts.codes import ContractType
from apprentissage.facts.declared import fact, guarded, told
from apprentissage.facts.kinds import RefusalGround, RuptureCause


class Decision(Labelled):
    """What the OPCO, or the State for a public employer, decided."""

    ACCEPTED = "accepted", "acceptée", "acceptee"
    REFUSED = "refused", "refusée", "refusee"
    CORRECTION_ASKED = ("correction_asked", "correction demandée", "correction_demandee")


@frozen(kw_only=True, eq=False, repr=False, field_transformer=guarded)
class FundingDecision(PlainValue):
    """The decision on the file, its day, and the grounds of a refusal.

    Args:
        grounds: Those that a refusal gives; frozenset() for none.
    """

    decision: Decision = field(metadata=told("sens de la décision de prise en charge", key="sens"))
    decided_on: date | None = fact("date de la décision de prise en charge", key="date")
    grounds: frozenset[RefusalGround] | None = fact(
        "motifs du refus de prise en charge", key="motifs"
    )


@frozen(kw_only=True, eq=False, repr=False, field_transformer=guarded)
class Avenant(PlainValue):
    """An avenant: two dates of its own, its signature and its effect.

    The dates of the contract that it changes stay those of the contract.

    Args:
        type: Code of box 18, 31 to 38; of the avenant that the form writes,
            `Contract.kind` tells it.
        concluded_on: Day on which both parties have signed the avenant.
    """

    type: ContractType | None = fact("type {of}", key="type")
    concluded_on: date | None = fact("date de conclusion {of}", key="date_conclusion")
    effective_on: date | None = fact("date d'effet {of}", key="date_effet")
    filed_on: date | None = fact("date de transmission {of}", key="date_transmission")


@frozen(kw_only=True, eq=False, repr=False, field_transformer=guarded)
class Rupture(PlainValue):
    """The rupture of this contract.

    Args:
        court_decision: The conseil de prud'hommes pronounced it.
    """

    ruptured_on: date | None = fact("date de rupture du contrat", key="date")
    cause: RuptureCause | None = fact("cause de la rupture du contrat", key="cause")
    court_decision: bool | None = fact(
        "rupture prononcée par le conseil de prud'hommes", key="decision_prudhommes"
    )
    mediator_referred_on: date | None = fact(
        "date de saisine du médiateur", key="date_saisine_mediateur"
    )
    employer_informed_on: date | None = fact(
        "date à laquelle l'employeur a été informé de la rupture", key="date_information_employeur"
    )


@frozen(kw_only=True, eq=False, repr=False, field_transformer=guarded)
class Dossier(PlainValue):
    """The file of the contract after its signature.

    Args:
        complete_on: Day on which the complete file was received.
        later_acceptance_on: Day of an express acceptance that came after a
            refusal, express or silent.
        avenants: In the order of their conclusion.
        excluded_on: Day of the final exclusion by the CFA.
        practical_days: Days of practical training in the firm, as declared.
        practical_days_until: Last day that this count covers.
        wanted_end_on: End that the apprentice wants after the diploma.
        months_without_pay: Months of the first year in which a suspension
            of the contract left the apprentice without pay.
    """

    filed_on: date | None = fact("date de transmission du contrat", key="date_transmission")
    complete_on: date | None = fact(
        "date de réception du dossier complet", key="date_dossier_complet"
    )
    decision: FundingDecision | None = fact("décision de prise en charge", key="decision")
    later_acceptance_on: date | None = fact(
        "date de l'acceptation intervenue après un refus", key="date_acceptation_apres_refus"
    )
    deposited: bool | None = fact("dépôt du contrat", key="depose")
    avenants: tuple[Avenant, ...] | None = fact(
        "avenants au contrat", key="avenants", of="de l'avenant", names={"type": "type d'avenant"}
    )
    rupture: Rupture | None = fact("rupture du contrat", key="rupture")
    excluded_on: date | None = fact(
        "date de l'exclusion définitive par le CFA", key="date_exclusion_cfa"
    )
    practical_days: frozenset[date] | None = fact(
        "jours de formation pratique effectués dans l'entreprise", key="jours_en_entreprise"
    )
    practical_days_until: date | None = fact(
        "dernier jour pour lequel les jours en entreprise sont tous déclarés",
        key="jours_en_entreprise_jusqu_au",
    )
    wanted_end_on: date | None = fact(
        "date de fin souhaitée par l'apprenti après l'obtention du diplôme",
        key="date_fin_souhaitee",
    )
    months_without_pay: int | None = fact(
        "mois de la première année sans salaire (contrat suspendu)",
        key="mois_sans_salaire",
        guard=is_int(0, MOST_MONTHS),
    )
