"""The employer and the establishment that executes the contract."""

from datetime import date

from attrs import frozen

from apprentissage._guards import MOST_YEARS, is_a, is_int
from apprentissage._plain import PlainValue
from apprentissage.errors import InvalidValue
from apprentissage.facts.address import Address
from apprentissage.facts.authorities import Source
from apprentissage.facts.codes import EmployerType, SpecificEmployer
from apprentissage.facts.declared import fact, guarded
from apprentissage.facts.holidays import PublicHolidays
from apprentissage.facts.identifiers.company import IDCC_NONE
from apprentissage.facts.kinds import EngagementBar
from apprentissage.facts.territories import Region, Territory


@frozen(kw_only=True, eq=False, repr=False, field_transformer=guarded)
class BranchAgreement(PlainValue):
    """A branch agreement on the competence of the maître (L6223-8-1).

    `NO_BRANCH_AGREEMENT` says that there is none.

    Args:
        years_with_diploma: Years of activity asked with the diploma.
        years_without_diploma: Years of activity asked without it.
        conditions: Names of what it asks besides, such as a certificate of
            training; () for nothing.
        idcc: The branch; 9999 where there is no agreement.
    """

    years_with_diploma: int | None = fact(
        "années d'activité exigées par la branche avec le diplôme",
        key="annees_avec_diplome",
        guard=is_int(0, MOST_YEARS),
    )
    years_without_diploma: int | None = fact(
        "années d'activité exigées par la branche sans le diplôme",
        key="annees_sans_diplome",
        guard=is_int(0, MOST_YEARS),
    )
    conditions: tuple[str, ...] | None = fact(
        "autres conditions demandées par l'accord de branche", key="autres_conditions"
    )
    idcc: str | None = fact(
        "code IDCC de l'accord de branche",
        key="idcc",
        remedy="écrivez celui de l'accord, ou \"aucun\" à la place de l'objet",
    )
    source: Source | None = fact("texte {of}", key="texte", of="de l'accord de branche")

    def __attrs_post_init__(self) -> None:
        """Refuse an agreement of which nothing is told, or none that asks."""
        asks = (
            self.years_with_diploma,
            self.years_without_diploma,
            self.conditions,
            self.source,
        ) != (None, None, None, None)
        if self.idcc == (IDCC_NONE if asks else None):
            raise InvalidValue(
                "idcc", self.idcc, "write that of the agreement, or NO_BRANCH_AGREEMENT"
            )


NO_BRANCH_AGREEMENT = BranchAgreement(idcc=IDCC_NONE)
"""Known: the branch has no agreement on the maître's competence."""


@frozen(kw_only=True, eq=False, repr=False, field_transformer=guarded)
class Employer(PlainValue):
    """The employer. `None` is always unknown, never no.

    Args:
        siret: Establishment that executes the contract.
        headcount: Employees of the whole company.
        quota_met: Meets the quota of alternants of 250 employees and more.
        idcc: Collective agreement, four digits; 9999 none.
        territory: Of the place of execution.
        region: Of the contract, asked for 2017-2019 only.
        worked_holidays: Public holidays usually worked in the firm.
        holidays: The firm's own calendar, instead of the territory's.
        branch_agreement: On the maître's competence, of the branch of the
            firm that trains: the user firm of an agency or of a group.
        private_individual: A private individual, who may not employ one.
        aid_already_received: An earlier contract of the same apprentice with
            this employer, for the same certification, had an aid.
        unemployment_scheme: A public employer adheres to the scheme of the
            unemployment insurance for apprentices.
        engagement: Opposition, suspension or ban of the administration
            (L6225-1 to -6); `NONE` where there is surely none.
    """

    name: str | None = fact("dénomination de l'employeur", key="denomination", box=(2, 1))
    siret: str | None = fact(
        "SIRET de l'établissement d'exécution du contrat", key="siret", box=(3, 1)
    )
    naf: str | None = fact("code d'activité (NAF) de l'employeur", key="naf", box=(3, 2))
    type: EmployerType | None = fact("type d'employeur", key="type", box=(4, 1))
    specific: SpecificEmployer | None = fact("employeur spécifique", key="specifique", box=(4, 2))
    headcount: int | None = fact(
        "effectif total des salariés de l'entreprise", key="effectif", box=5
    )
    quota_met: bool | None = fact(
        "respect du quota d'alternants (entreprise de 250 salariés et plus)",
        key="quota_alternants_atteint",
    )
    idcc: str | None = fact("code IDCC de la convention collective", key="idcc", box=6)
    territory: Territory | None = fact(
        "territoire du lieu d'exécution du contrat", key="territoire", box=(3, 3)
    )
    region: Region | None = fact("région du lieu d'exécution du contrat", key="region")
    worked_holidays: frozenset[date] | None = fact(
        "jours fériés habituellement travaillés dans l'entreprise", key="jours_feries_travailles"
    )
    holidays: PublicHolidays | None = fact(
        "calendrier des jours fériés de l'entreprise",
        guard=is_a(PublicHolidays, remedy="write an object with holidays(year)"),
    )
    branch_agreement: BranchAgreement | None = fact(
        "accord de branche sur la compétence du maître d'apprentissage",
        key="accord_maitre_apprentissage",
    )
    private_individual: bool | None = fact("employeur particulier", key="particulier")
    aid_already_received: bool | None = fact(
        "aide déjà reçue pour le même apprenti et la même certification", key="aide_deja_recue"
    )
    address: Address | None = fact(
        "adresse {of}", key="adresse", box=(3, 4), of="de l'établissement d'exécution du contrat"
    )
    email: str | None = fact("adresse électronique de l'employeur", key="courriel", box=(2, 2))
    phone: str | None = fact("téléphone de l'employeur", key="telephone", box=(2, 3))
    unemployment_scheme: bool | None = fact(
        "adhésion de l'employeur public au régime d'assurance chômage",
        key="regime_assurance_chomage",
        box=(2, 5),
    )
    engagement: EngagementBar | None = fact(
        "opposition à l'engagement d'apprentis ou suspension ou interdiction",
        key="opposition_ou_suspension",
    )

    @property
    def public(self) -> bool | None:
        """Whether it is a public employer (types 21 to 29)."""
        return None if self.type is None else self.type.code[0] == "2"

    @property
    def craft(self) -> bool | None:
        """Whether it is on the craft register (type 11)."""
        if self.type is None:
            return None
        return self.type is EmployerType.CRAFT_REGISTER

    @property
    def temporary_work_agency(self) -> bool | None:
        """Whether it is a temporary-work agency (specific employer 1)."""
        if self.specific is None:
            return None
        return self.specific is SpecificEmployer.TEMPORARY_WORK_AGENCY

    @property
    def ascendant(self) -> bool | None:
        """Whether an ascendant employs the apprentice (specific 4)."""
        if self.specific is None:
            return None
        return self.specific is SpecificEmployer.ASCENDANT


@frozen(kw_only=True, eq=False, repr=False, field_transformer=guarded)
class SecondEmployer(PlainValue):
    """The second of two seasonal employers (L6222-5-1)."""

    name: str | None = fact("dénomination du second employeur", key="denomination")
    siret: str | None = fact(
        "SIRET de l'établissement d'exécution du second employeur", key="siret"
    )
    idcc: str | None = fact("code IDCC du second employeur", key="idcc")
    address: Address | None = fact("adresse {of}", key="adresse", of="du second employeur")
