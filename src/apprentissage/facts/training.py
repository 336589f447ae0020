"""The training: diploma, cycle, centre."""

from datetime import date
from decimal import Decimal

from attrs import frozen

from apprentissage._guards import MOST_YEARS, check_order, is_int
from apprentissage._plain import PlainValue
from apprentissage.errors import InvalidValue
from apprentissage.facts.address import Address
from apprentissage.facts.codes import Diploma
from apprentissage.facts.declared import fact, guarded, not_before
from apprentissage.facts.kinds import Accreditation, CompanyCfa, QualityCertification
from apprentissage.facts.levels import HIGHEST_LEVEL, LOWEST_LEVEL


@frozen(kw_only=True, eq=False, repr=False, field_transformer=guarded)
class Cfa(PlainValue):
    """A centre de formation d'apprentis, or its main place of training.

    Args:
        quality: Its certification of quality (Qualiopi).
        accreditation: By what it prepares to the certification.
    """

    uai: str | None = fact("numéro UAI {of}", key="uai")
    siret: str | None = fact("SIRET {of}", key="siret")
    name: str | None = fact("dénomination {of}", key="denomination")
    address: Address | None = fact("adresse {of}", key="adresse")
    quality: QualityCertification | None = fact(
        "certification qualité {of}", key="certification_qualite"
    )
    accreditation: Accreditation | None = fact(
        "habilitation {of} à préparer à la certification", key="habilitation"
    )


def _site(first: int) -> dict[str, tuple[int, int]]:
    """The places of a centre in box 30, from a given one on."""
    names = "name", "uai", "siret", "address"
    return {name: (30, rank) for rank, name in enumerate(names, first)}


@frozen(kw_only=True, eq=False, repr=False, field_transformer=guarded)
class Training(PlainValue):
    """The training that the contract serves. `None` is unknown.

    Args:
        level: National framework, 3 to 8.
        cycle_years: Length of the whole cycle, in years.
        entry_year: Year of the cycle in which the contract begins, from 1.
        cfa_training_starts_on: First day of training at the CFA.
        hours: Hours of training at the CFA within the contract.
        remote_hours: Those of them at a distance.
        hours_before_contract: Hours as a stagiaire or in a broken contract.
        certifier_minimum_hours: Least hours that the certifier asks.
        internal_cfa: The centre belongs to the firm (box 29).
        company_cfa: The condition by which it is that of the firm.
        main_site: Main place of training, where it is another.
        cfa_is_main_site: The CFA in charge is the main place of training.
        rncp_open: The certification is registered at the RNCP and open to
            apprenticeship on the first day of the contract.
    """

    diploma: Diploma | None = fact("diplôme ou titre visé", key="diplome", box=(31, 1))
    title: str | None = fact(
        "intitulé précis du diplôme ou titre visé", key="intitule", box=(31, 2)
    )
    level: int | None = fact(
        "niveau du diplôme ou titre visé", key="niveau", guard=is_int(LOWEST_LEVEL, HIGHEST_LEVEL)
    )
    diploma_code: str | None = fact("code du diplôme", key="code_diplome", box=(32, 1))
    rncp: str | None = fact("code RNCP", key="code_rncp", box=(32, 2))
    cycle_starts_on: date | None = fact("début du cycle de formation", key="date_debut_cycle")
    cycle_ends_on: date | None = fact(
        "fin du cycle de formation", key="date_fin_cycle", remedy=not_before("cycle_starts_on")
    )
    cycle_years: int | None = fact(
        "durée du cycle de formation en années", key="annees_cycle", guard=is_int(1, MOST_YEARS)
    )
    entry_year: int | None = fact(
        "année du cycle où commence le contrat",
        key="annee_entree",
        remedy="écrivez une année qui ne dépasse pas « {cycle_years} »",
        guard=is_int(1, MOST_YEARS),
    )
    cfa_training_starts_on: date | None = fact(
        "date de début de formation en CFA", key="date_debut_cfa", box=(33, 1)
    )
    first_exam_on: date | None = fact("date de la première épreuve", key="date_premiere_epreuve")
    last_exam_on: date | None = fact(
        "date de la dernière épreuve",
        key="date_derniere_epreuve",
        box=(33, 2),
        remedy=not_before("first_exam_on"),
    )
    hours: Decimal | int | None = fact(
        "durée de la formation en heures", key="heures", box=(34, 1)
    )
    remote_hours: Decimal | int | None = fact(
        "heures de formation à distance", key="heures_a_distance", box=(34, 2)
    )
    hours_before_contract: Decimal | int | None = fact(
        "heures de formation suivies avant le contrat", key="heures_avant_contrat"
    )
    certifier_minimum_hours: Decimal | int | None = fact(
        "durée minimale en heures fixée par l'organisme certificateur",
        key="heures_minimum_certificateur",
    )
    cfa: Cfa | None = fact(
        "CFA responsable", key="cfa_responsable", of="du CFA responsable", boxes=_site(1)
    )
    internal_cfa: bool | None = fact("CFA d'entreprise", key="cfa_entreprise", box=29)
    company_cfa: CompanyCfa | None = fact(
        "condition remplie par le CFA d'entreprise", key="condition_cfa_entreprise"
    )
    main_site: Cfa | None = fact(
        "lieu principal de la formation",
        key="lieu_principal",
        of="du lieu principal de la formation",
        boxes=_site(6),
    )
    cfa_is_main_site: bool | None = fact(
        "case du CFA responsable qui est le lieu principal de la formation",
        key="cfa_lieu_principal",
        box=(30, 5),
    )
    rncp_open: bool | None = fact(
        "certification enregistrée au RNCP et ouverte à l'apprentissage au début du contrat",
        key="rncp_ouvert",
    )

    def __attrs_post_init__(self) -> None:
        """Refuse a cycle or exams that end before they start."""
        check_order("cycle_starts_on", self.cycle_starts_on, "cycle_ends_on", self.cycle_ends_on)
        check_order("first_exam_on", self.first_exam_on, "last_exam_on", self.last_exam_on)
        if (
            self.entry_year is not None
            and self.cycle_years is not None
            and self.entry_year > self.cycle_years
        ):
            raise InvalidValue(
                "entry_year",
                self.entry_year,
                f"write a year from 1 to cycle_years ({self.cycle_years})",
            )
