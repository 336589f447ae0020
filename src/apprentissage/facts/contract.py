"""The contract: what the Cerfa says, true or not, lawful or not."""

from datetime import date
from decimal import Decimal

from attrs import field, frozen

from apprentissage._guards import (
    check_apart,
    check_order,
    is_a,
    is_bool,
    is_date,
    is_decimal,
    is_int,
    is_text,
    member,
    optional,
    set_of,
    tuple_of,
    unknown,
)
from apprentissage._text import table
from apprentissage.errors import InvalidValue
from apprentissage.facts._shown import known_facts
from apprentissage.facts.apprentice import Apprentice
from apprentissage.facts.codes import (
    ContractMode,
    ContractType,
    DerogationType,
)
from apprentissage.facts.dossier import Avenant, Dossier
from apprentissage.facts.employer import Employer, SecondEmployer
from apprentissage.facts.kinds import (
    AgeExemption,
    DurationGround,
    ExtensionReason,
    Signatory,
)
from apprentissage.facts.maitre import MaitreApprentissage
from apprentissage.facts.pay import DeclaredPayLine, Grid, InKind
from apprentissage.facts.periods import ByDay, Period
from apprentissage.facts.previous import PreviousCycle
from apprentissage.facts.training import Training
from apprentissage.facts.working_time import WorkingTime


@frozen(kw_only=True)
class Extension:
    """The extra period at the end of a contract, part of `ends_on`.

    `NO_EXTENSION` says that there is none.

    Args:
        reason: Why there is one.
        starts_on: Its first day; that of the contract where the whole
            contract is the extra period of a cycle done elsewhere; None
            where it was agreed at the signature, or is unknown.
    """

    reason: ExtensionReason = field(validator=member(ExtensionReason))
    starts_on: date | None = unknown(is_date)

    def __attrs_post_init__(self) -> None:
        """Refuse a day without a reason."""
        none = self.reason is ExtensionReason.NONE
        if none and self.starts_on is not None:
            raise InvalidValue(
                "reason",
                self.reason,
                "write why there is an extra period, or NO_EXTENSION",
            )


NO_EXTENSION = Extension(reason=ExtensionReason.NONE)
"""Known: the contract has no extra period."""

NO_SMC = Decimal(0)
"""Known: no conventional minimum applies to the post."""


@frozen(kw_only=True)
class Mobility:
    """A stay abroad within the contract, both days counted."""

    starts_on: date = field(validator=is_date)
    ends_on: date = field(validator=is_date)

    def __attrs_post_init__(self) -> None:
        """Refuse an end before the start."""
        check_order("starts_on", self.starts_on, "ends_on", self.ends_on)


@frozen(kw_only=True)
class Signature:
    """A signature of the form and its day."""

    by: Signatory = field(validator=member(Signatory))
    on: date | None = unknown(is_date)


def _smc(instance: object, attribute: object, value: object) -> None:
    if not isinstance(value, ByDay):
        is_decimal()(instance, attribute, value)  # type: ignore[arg-type]


@frozen(kw_only=True)
class Contract:
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
        apprentice: The apprentice.
        training: Diploma, cycle, centre.
        employer: The employer.
        maitres: Maîtres d'apprentissage, the referent first; () for none.
        mode: Code of box 1.
        kind: Code of box 18.
        avenant: The avenant that this form writes, with its own conclusion
            (box 20) and effect (box 23); those made before are in `file`.
        previous_number: Deposit number of the contract before, or of the one
            that the avenant changes, as box 18 writes it.
        derogation: Code of box 19, as written.
        age_exemption: Exemption from the upper age limit relied on.
        employer_training_starts_on: First day of practical training.
        extension: Extra period at the end.
        duration_ground: Why the duration departs from the cycle.
        tripartite_agreement: A convention tripartite has been signed.
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
        grid: Conventional grid of rates.
        public_points: Points that a public employer adds.
        declared_pay: Pay lines written on the form.
        benefits_in_kind: Their monthly value in euros.
        in_kind: Their values, kind by kind, instead of the total.
        annual_funding: Level of funding (NPEC) of a year, in euros.
        previous: Earlier cycles, the oldest first; () for none.
        director_authorisation: The director of the last CFA has authorised
            a third contract of one level.
        mobilities: Stays abroad, which share no day; () for none.
        signed_by: Who has signed.
        deposit_number: Number of the deposit, 15 characters.
        opco_number: File number of the OPCO.
        file: What happened after the signature.
        second_employer: Of two seasonal employers.
        maitre_attested: The employer attests that the maître meets the
            conditions.
        proofs_attested: The employer attests that he holds all proofs.
        gross_at_hiring: Gross monthly pay of the first month, in euros.
        pension_fund: Caisse de retraite complémentaire.
        cfa_stamped: The stamp of the CFA is on the form.
        signed_at: Place of the signature.
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

    concluded_on: date = field(validator=is_date)
    starts_on: date = field(validator=is_date)
    ends_on: date = field(validator=is_date)
    apprentice: Apprentice = field(validator=is_a(Apprentice))
    training: Training = field(factory=Training, validator=is_a(Training))
    employer: Employer = field(factory=Employer, validator=is_a(Employer))
    maitres: tuple[MaitreApprentissage, ...] | None = unknown(
        tuple_of(MaitreApprentissage)
    )
    mode: ContractMode | None = unknown(member(ContractMode))
    kind: ContractType | None = unknown(member(ContractType))
    avenant: Avenant | None = unknown(is_a(Avenant))
    previous_number: str | None = unknown(is_text)
    derogation: DerogationType | None = unknown(member(DerogationType))
    age_exemption: AgeExemption | None = unknown(member(AgeExemption))
    employer_training_starts_on: date | None = unknown(is_date)
    extension: Extension | None = unknown(is_a(Extension))
    duration_ground: DurationGround | None = unknown(member(DurationGround))
    tripartite_agreement: bool | None = unknown(is_bool)
    resumes_after_rupture: bool | None = unknown(is_bool)
    missions: tuple[Period, ...] | None = unknown(tuple_of(Period))
    weekly_hours: Decimal | None = unknown(is_decimal())
    overtime_premium: Decimal | None = unknown(is_decimal())
    working_time: WorkingTime | None = unknown(is_a(WorkingTime))
    dangerous_work: bool | None = unknown(is_bool)
    dangerous_work_declared: bool | None = unknown(is_bool)
    listed_work: bool | None = unknown(is_bool)
    listed_work_authorised: bool | None = unknown(is_bool)
    reinforced_follow_up: bool | None = unknown(is_bool)
    smc_monthly: Decimal | ByDay | None = field(
        default=None, validator=optional(_smc)
    )
    grid: Grid | None = unknown(is_a(Grid))
    public_points: int | None = unknown(is_int())
    declared_pay: tuple[DeclaredPayLine, ...] | None = unknown(
        tuple_of(DeclaredPayLine)
    )
    benefits_in_kind: Decimal | None = unknown(is_decimal())
    in_kind: InKind | None = unknown(is_a(InKind))
    annual_funding: Decimal | None = unknown(is_decimal())
    previous: tuple[PreviousCycle, ...] | None = unknown(
        tuple_of(PreviousCycle)
    )
    director_authorisation: bool | None = unknown(is_bool)
    mobilities: tuple[Mobility, ...] | None = unknown(tuple_of(Mobility))
    signed_by: frozenset[Signatory] | None = unknown(set_of(Signatory))
    deposit_number: str | None = unknown(is_text)
    opco_number: str | None = unknown(is_text)
    file: Dossier = field(factory=Dossier, validator=is_a(Dossier))
    second_employer: SecondEmployer | None = unknown(is_a(SecondEmployer))
    maitre_attested: bool | None = unknown(is_bool)
    proofs_attested: bool | None = unknown(is_bool)
    gross_at_hiring: Decimal | None = unknown(is_decimal())
    pension_fund: str | None = unknown(is_text)
    cfa_stamped: bool | None = unknown(is_bool)
    signed_at: str | None = unknown(is_text)
    signatures: tuple[Signature, ...] | None = unknown(tuple_of(Signature))

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
        check_apart(
            "mobilities",
            ((s.starts_on, s.ends_on) for s in self.mobilities or ()),
            "write stays that share no day: each day abroad counts once",
        )
        if self.benefits_in_kind is not None and self.in_kind is not None:
            raise InvalidValue(
                "in_kind",
                self.in_kind,
                "write the benefits kind by kind, or their total in "
                "benefits_in_kind, not both",
            )
        if self.apprentice.born_on >= self.starts_on:
            raise InvalidValue(
                "apprentice.born_on",
                self.apprentice.born_on,
                f"write a day before starts_on ({self.starts_on})",
            )

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
        return table(
            ("fait", "valeur"),
            known_facts(self),
            caption="Contrat d'apprentissage : faits connus",
        )
