"""The contract: what the Cerfa says, true or not, lawful or not."""

from datetime import date
from decimal import Decimal

from attrs import field, frozen

from apprentissage import _text
from apprentissage._guards import (
    MOST_LINES,
    check_apart,
    check_birth,
    check_order,
    exact_or_none,
    few,
    optional,
    tuple_of,
)
from apprentissage._money import is_euros
from apprentissage._plain import PlainValue
from apprentissage.errors import InvalidValue
from apprentissage.facts._shown import known_facts
from apprentissage.facts.apprentice import Apprentice
from apprentissage.facts.codes import ContractMode, ContractType, DerogationType
from apprentissage.facts.declared import fact, guarded, not_before, told
from apprentissage.facts.dossier import Avenant, Dossier
from apprentissage.facts.employer import Employer, SecondEmployer
from apprentissage.facts.kinds import AgeExemption, DurationGround, ExtensionReason, Signatory
from apprentissage.facts.maitre import MaitreApprentissage
from apprentissage.facts.pay import DeclaredPayLine, Grid, InKind
from apprentissage.facts.periods import ByDay, Period
from apprentissage.facts.previous import PreviousCycle
from apprentissage.facts.training import Training
from apprentissage.facts.working_time import WorkingTime


@frozen(kw_only=True, eq=False, repr=False, field_transformer=guarded)
class Extension(PlainValue):
    """The extra period at the end of a contract, part of `ends_on`.

    `NO_EXTENSION` says that there is none.

    Args:
        reason: Why there is one.
        starts_on: Its first day; that of the contract where the whole
            contract is the extra period of a cycle done elsewhere; None
            where it was agreed at the signature, or is unknown.
    """

    reason: ExtensionReason = field(
        metadata=told(
            "motif de la prolongation",
            key="motif",
            remedy=('écrivez le motif de la prolongation, ou "aucune" à la place de l\'objet'),
        )
    )
    starts_on: date | None = fact("premier jour de la prolongation", key="date_debut")

    def __attrs_post_init__(self) -> None:
        """Refuse a day without a reason."""
        none = self.reason is ExtensionReason.NONE
        if none and self.starts_on is not None:
            raise InvalidValue(
                "reason", self.reason, "write why there is an extra period, or NO_EXTENSION"
            )


NO_EXTENSION: Extension = Extension(reason=ExtensionReason.NONE)
"""Known: the contract has no extra period."""

NO_SMC = Decimal(0)
"""Known: no conventional minimum applies to the post."""


@frozen(kw_only=True, eq=False, repr=False)
class Mobility(Period):
    """A stay abroad within the contract, both days counted."""


def check_stays(mobilities: tuple[Mobility, ...]) -> None:
    """Refuse stays abroad that share a day.

    Raises:
        InvalidValue: With the first day that stands in two of them.
    """
    check_apart(
        "mobilities",
        ((stay.starts_on, stay.ends_on) for stay in mobilities),
        "write stays that share no day: each day abroad counts once",
    )


@frozen(kw_only=True, eq=False, repr=False, field_transformer=guarded)
class Signature(PlainValue):
    """A signature of the form and its day."""

    by: Signatory = field(metadata=told("auteur de la signature", key="auteur"))
    on: date | None = fact("date de la signature", key="date")


def _smc_given(value: Decimal | int | ByDay | None) -> Decimal | ByDay | None:
    return value if isinstance(value, ByDay) else exact_or_none(value)


def _smc(instance: object, attribute: object, value: object) -> None:
    if not isinstance(value, ByDay):
        is_euros(instance, attribute, value)  # type: ignore[arg-type]


@frozen(kw_only=True, eq=False, repr=False, field_transformer=guarded)
class Contract(PlainValue):
    """A contrat d'apprentissage as declared. `None` is always unknown.

    Illegal contracts can be written: only their structure is checked.

    Where the form writes an avenant (codes 31 to 38), `concluded_on`,
    `starts_on` and `ends_on` stay those of the contract that it changes,
    and choose the law; `avenant` holds its own.

    Args:
        concluded_on: Day on which both parties have signed; it chooses the
            law.
        starts_on: First day of execution, in the firm or at the CFA.
        ends_on: Last day of the contract, or of the apprenticeship period
            of a CDI, counted, extension included.
        maitres: Maîtres d'apprentissage, the referent first; () for none.
        avenant: The avenant that this form writes, with its own conclusion
            (box 20) and effect (box 23); those made before are in `file`.
        previous_number: Deposit number of the contract before, or of the one
            that the avenant changes, as box 18 writes it.
        age_exemption: Exemption from the upper age limit relied on.
        duration_ground: Why the duration departs from the cycle.
        resumes_after_rupture: Finishes a cycle begun in a broken contract.
        missions: Missions of a temporary-work agency.
        weekly_hours: Hours of work a week.
        overtime_premium: Percent agreed in the firm or the branch for each
            hour beyond 35; the legal premium holds where there is none.
        working_time: For the rules on minors.
        dangerous_work: Works on dangerous machines or at special risk.
        dangerous_work_declared: It was declared for a minor to the labour
            inspectorate before the assignment, less than three years ago.
        listed_work: Some of it is listed in D4154-1.
        listed_work_authorised: The DREETS grants the listed work.
        reinforced_follow_up: The post is one of R4624-23: asbestos, lead,
            carcinogens, ionising radiation, work that needs an aptitude.
        smc_monthly: Conventional minimum of the post in euros for 35 hours;
            `NO_SMC` where there is none.
        public_points: Points that a public employer adds.
        declared_pay: Pay lines written on the form.
        benefits_in_kind: Their monthly value in euros.
        in_kind: Their values, kind by kind, instead of the total.
        annual_funding: Level of funding (NPEC) of a year, in euros.
        previous: Earlier cycles, the oldest first; () for none.
        director_authorisation: The director of the last CFA has authorised
            a third contract of one level.
        mobilities: Stays abroad, which share no day; () for none.
        deposit_number: Number of the deposit, 15 characters.
        file: What happened after the signature.
        second_employer: Of two seasonal employers.
        maitre_attested: The employer attests that the maître meets the
            conditions.
        proofs_attested: The employer attests that he holds all proofs.
        gross_at_hiring: Gross monthly pay of the first month, in euros.
        signatures: Who has signed, and on which day.

    Raises:
        WrongType: For a datetime, a float, a text where a value is due.
        InvalidValue: For an end before the start, two stays abroad that
            share a day, benefits told twice.

    >>> contract = Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ... )
    >>> contract.training.level is None
    True
    """

    concluded_on: date = field(
        metadata=told("date de conclusion du contrat", key="contrat.date_conclusion", box=(20, 1))
    )
    starts_on: date = field(
        metadata=told(
            "date de début d'exécution du contrat", key="contrat.date_debut_execution", box=21
        )
    )
    ends_on: date = field(
        metadata=told(
            "date de fin du contrat ou de la période d'apprentissage",
            key="contrat.date_fin",
            box=24,
            remedy=not_before("starts_on"),
        )
    )
    apprentice: Apprentice = field(
        metadata=told(
            "apprenti",
            key="apprenti",
            remedy="écrivez une date de naissance antérieure à « {starts_on} »",
        )
    )
    training: Training = fact("formation", key="formation", factory=Training)
    employer: Employer = fact("employeur", key="employeur", factory=Employer)
    maitres: tuple[MaitreApprentissage, ...] | None = fact(
        "maîtres d'apprentissage", key="maitres_apprentissage", box=(15, 1)
    )
    mode: ContractMode | None = fact(
        "mode contractuel de l'apprentissage", key="contrat.mode", box=1
    )
    kind: ContractType | None = fact(
        "type de contrat ou d'avenant", key="contrat.type", box=(18, 1)
    )
    avenant: Avenant | None = fact(
        "avenant que porte le formulaire",
        key="contrat.avenant",
        of="de l'avenant que porte le formulaire",
        boxes={"concluded_on": (20, 2), "effective_on": 23},
    )
    previous_number: str | None = fact(
        "numéro du contrat précédent ou du contrat sur lequel porte l'avenant",
        key="contrat.numero_contrat_precedent",
        box=(18, 2),
    )
    derogation: DerogationType | None = fact(
        "type de dérogation", key="contrat.derogation", box=19
    )
    age_exemption: AgeExemption | None = fact(
        "dérogation à la limite d'âge invoquée", key="contrat.derogation_age"
    )
    employer_training_starts_on: date | None = fact(
        "date de début de formation pratique chez l'employeur",
        key="contrat.date_debut_chez_employeur",
        box=22,
    )
    extension: Extension | None = fact(
        "prolongation du contrat",
        key="contrat.prolongation",
        remedy="écrivez un premier jour de prolongation de « {starts_on} » à « {ends_on} »",
    )
    duration_ground: DurationGround | None = fact(
        "motif d'une durée différente de celle du cycle", key="contrat.motif_duree"
    )
    tripartite_agreement: bool | None = fact(
        "convention tripartite de réduction ou d'allongement de la durée",
        key="contrat.convention_tripartite",
    )
    resumes_after_rupture: bool | None = fact(
        "poursuite d'un cycle commencé dans un contrat rompu", key="contrat.suite_de_rupture"
    )
    missions: tuple[Period, ...] | None = fact(
        "missions du contrat de travail temporaire", key="contrat.missions", of="de la mission"
    )
    weekly_hours: Decimal | None = field(
        default=None,
        converter=exact_or_none,
        metadata=told("durée hebdomadaire du travail", key="contrat.duree_hebdomadaire", box=25),
    )
    overtime_premium: Decimal | None = field(
        default=None,
        converter=exact_or_none,
        metadata=told(
            "majoration convenue des heures supplémentaires",
            key="contrat.majoration_heures_supplementaires",
        ),
    )
    working_time: WorkingTime | None = fact(
        "organisation du temps de travail", key="contrat.temps_de_travail"
    )
    dangerous_work: bool | None = fact(
        "travail sur machines dangereuses ou exposition à des risques particuliers",
        key="contrat.travaux_dangereux",
        box=26,
    )
    dangerous_work_declared: bool | None = fact(
        "déclaration des travaux dangereux du mineur à l'inspection du travail",
        key="contrat.travaux_dangereux_declares",
    )
    listed_work: bool | None = fact(
        "travaux de la liste de l'art. D. 4154-1", key="contrat.travaux_d4154_1"
    )
    listed_work_authorised: bool | None = fact(
        "dérogation de la DREETS pour les travaux de l'art. D. 4154-1",
        key="contrat.travaux_d4154_1_autorises",
    )
    reinforced_follow_up: bool | None = fact(
        "poste relevant du suivi individuel renforcé (art. R. 4624-23)",
        key="contrat.suivi_individuel_renforce",
    )
    smc_monthly: Decimal | ByDay | None = field(
        default=None,
        converter=_smc_given,
        validator=optional(_smc),
        metadata=told(
            "salaire minimum conventionnel mensuel",
            key="contrat.salaire_minimum_conventionnel",
            of="du salaire minimum conventionnel",
        ),
    )
    grid: Grid | None = fact(
        "grille de rémunération conventionnelle", key="contrat.grille_conventionnelle"
    )
    public_points: int | None = fact(
        "points de majoration accordés par l'employeur public",
        key="contrat.points_employeur_public",
    )
    declared_pay: tuple[DeclaredPayLine, ...] | None = fact(
        "périodes de rémunération écrites sur le contrat",
        key="contrat.remuneration",
        box=(27, 1),
        guard=few(tuple_of(DeclaredPayLine), MOST_LINES),
    )
    benefits_in_kind: Decimal | None = field(
        default=None,
        converter=exact_or_none,
        metadata=told(
            "valeur mensuelle des avantages en nature",
            key="contrat.avantages_en_nature",
            box=(28, 1),
        ),
    )
    in_kind: InKind | None = fact(
        "avantages en nature par nature",
        key="contrat.avantages_par_nature",
        box=(28, 2),
        remedy=(
            "écrivez les avantages par nature, ou leur total "
            "(« {benefits_in_kind} »), pas les deux"
        ),
    )
    annual_funding: Decimal | None = field(
        default=None,
        converter=exact_or_none,
        metadata=told(
            "niveau annuel de prise en charge (NPEC)", key="contrat.niveau_prise_en_charge"
        ),
    )
    previous: tuple[PreviousCycle, ...] | None = fact(
        "contrats ou cycles de formation précédents", key="contrats_precedents"
    )
    director_authorisation: bool | None = fact(
        "autorisation du directeur du dernier CFA pour un troisième contrat du même niveau",
        key="contrat.autorisation_directeur_cfa",
    )
    mobilities: tuple[Mobility, ...] | None = fact(
        "périodes de mobilité à l'étranger",
        key="contrat.mobilites",
        of="de la mobilité",
        remedy=(
            "écrivez des séjours qui n'ont aucun jour en commun : "
            "chaque jour à l'étranger compte une fois"
        ),
    )
    signed_by: frozenset[Signatory] | None = fact(
        "signataires du contrat", key="contrat.signataires", box=(35, 1)
    )
    deposit_number: str | None = fact(
        "numéro de dépôt du contrat", key="contrat.numero_depot", box=36
    )
    opco_number: str | None = fact(
        "numéro de dossier de l'OPCO", key="contrat.numero_dossier_opco"
    )
    file: Dossier = fact("suivi du dossier", key="dossier", factory=Dossier)
    second_employer: SecondEmployer | None = fact(
        "second employeur saisonnier", key="second_employeur", box=(2, 4)
    )
    maitre_attested: bool | None = fact(
        "attestation de l'employeur sur les conditions du maître d'apprentissage",
        key="contrat.attestation_maitre",
        box=(15, 5),
    )
    proofs_attested: bool | None = fact(
        "attestation de l'employeur sur les pièces justificatives",
        key="contrat.attestation_pieces",
        box=(35, 2),
    )
    gross_at_hiring: Decimal | None = field(
        default=None,
        converter=exact_or_none,
        metadata=told(
            "salaire brut mensuel à l'embauche", key="contrat.salaire_brut_embauche", box=(27, 2)
        ),
    )
    pension_fund: str | None = fact(
        "caisse de retraite complémentaire",
        key="contrat.caisse_retraite_complementaire",
        box=(27, 3),
    )
    cfa_stamped: bool | None = fact("cachet du CFA", key="contrat.cachet_cfa", box=(35, 3))
    signed_at: str | None = fact("lieu de la signature", key="contrat.lieu_signature", box=(35, 4))
    signatures: tuple[Signature, ...] | None = fact(
        "signatures du contrat", key="contrat.signatures", box=(35, 5)
    )

    def __attrs_post_init__(self) -> None:
        """Refuse days out of order, or told twice."""
        check_order("starts_on", self.starts_on, "ends_on", self.ends_on)
        extra = None if self.extension is None else self.extension.starts_on
        if extra is not None and not self.starts_on <= extra <= self.ends_on:
            raise InvalidValue(
                "extension.starts_on",
                extra,
                f"write a day from {self.starts_on} to {self.ends_on}",
            )
        check_stays(self.mobilities or ())
        if self.benefits_in_kind is not None and self.in_kind is not None:
            raise InvalidValue(
                "in_kind",
                self.in_kind,
                "write the benefits kind by kind, or their total in benefits_in_kind, not both",
            )
        check_birth("apprentice.born_on", self.apprentice.born_on, self.starts_on)

    @property
    def writes_avenant(self) -> bool | None:
        """Whether this form writes an avenant; None where nothing tells."""
        if self.avenant is not None:
            return True
        return None if self.kind is None else self.kind.avenant

    @property
    def form_signed_on(self) -> date:
        """Day on which this form is signed: of the avenant that it writes."""
        if self.avenant is None:
            return self.concluded_on
        return self.avenant.concluded_on or self.concluded_on

    @property
    def pay_written_from(self) -> date | None:
        """First day of the pay that this form writes (box 27).

        An avenant writes the new lines only, from its effect; None where
        that day is unknown.
        """
        if not self.writes_avenant:
            return self.starts_on
        return None if self.avenant is None else self.avenant.effective_on

    def _repr_html_(self) -> str:
        """The facts that are known, for a notebook."""
        return _text.table(
            ("fait", "valeur"), known_facts(self), caption="Contrat d'apprentissage : faits connus"
        )
