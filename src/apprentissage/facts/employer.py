"""The employer and the establishment that executes the contract."""

from datetime import date

from attrs import frozen

from apprentissage._guards import (
    is_a,
    is_bool,
    is_int,
    is_text,
    member,
    set_of,
    tuple_of,
    unknown,
)
from apprentissage.errors import InvalidValue
from apprentissage.facts.address import Address
from apprentissage.facts.authorities import Source
from apprentissage.facts.codes import EmployerType, SpecificEmployer
from apprentissage.facts.holidays import PublicHolidays
from apprentissage.facts.identifiers.company import IDCC_NONE
from apprentissage.facts.kinds import EngagementBar
from apprentissage.facts.territories import Region, Territory


@frozen(kw_only=True)
class BranchAgreement:
    """A branch agreement on the competence of the maître (L6223-8-1).

    `NO_BRANCH_AGREEMENT` says that there is none.

    Args:
        years_with_diploma: Years of activity asked with the diploma.
        years_without_diploma: Years of activity asked without it.
        conditions: Names of what it asks besides, such as a certificate of
            training; () for nothing.
        idcc: The branch; 9999 where there is no agreement.
        source: The text.
    """

    years_with_diploma: int | None = unknown(is_int())
    years_without_diploma: int | None = unknown(is_int())
    conditions: tuple[str, ...] | None = unknown(tuple_of(str))
    idcc: str | None = unknown(is_text)
    source: Source | None = unknown(is_a(Source))

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
                "idcc",
                self.idcc,
                "write that of the agreement, or NO_BRANCH_AGREEMENT",
            )


NO_BRANCH_AGREEMENT = BranchAgreement(idcc=IDCC_NONE)
"""Known: the branch has no agreement on the maître's competence."""


@frozen(kw_only=True)
class Employer:
    """The employer. `None` is always unknown, never no.

    Args:
        name: Name.
        siret: Establishment that executes the contract.
        naf: Code of activity.
        type: Code of box 4.
        specific: Code of box 4.
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
        address: Of the establishment of execution.
        email: Address of electronic mail.
        phone: Telephone.
        unemployment_scheme: A public employer adheres to the scheme of the
            unemployment insurance for apprentices.
        engagement: Opposition, suspension or ban of the administration
            (L6225-1 to -6); `NONE` where there is surely none.
    """

    name: str | None = unknown(is_text)
    siret: str | None = unknown(is_text)
    naf: str | None = unknown(is_text)
    type: EmployerType | None = unknown(member(EmployerType))
    specific: SpecificEmployer | None = unknown(member(SpecificEmployer))
    headcount: int | None = unknown(is_int())
    quota_met: bool | None = unknown(is_bool)
    idcc: str | None = unknown(is_text)
    territory: Territory | None = unknown(member(Territory))
    region: Region | None = unknown(member(Region))
    worked_holidays: frozenset[date] | None = unknown(set_of(date))
    holidays: PublicHolidays | None = unknown(
        is_a(PublicHolidays, remedy="write an object with holidays(year)")
    )
    branch_agreement: BranchAgreement | None = unknown(is_a(BranchAgreement))
    private_individual: bool | None = unknown(is_bool)
    aid_already_received: bool | None = unknown(is_bool)
    address: Address | None = unknown(is_a(Address))
    email: str | None = unknown(is_text)
    phone: str | None = unknown(is_text)
    unemployment_scheme: bool | None = unknown(is_bool)
    engagement: EngagementBar | None = unknown(member(EngagementBar))

    @property
    def public(self) -> bool | None:
        """Whether it is a public employer (types 21 to 29)."""
        return None if self.type is None else 21 <= int(self.type.value) <= 29

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


@frozen(kw_only=True)
class SecondEmployer:
    """The second of two seasonal employers (L6222-5-1).

    Args:
        name: Name.
        siret: Its establishment of execution.
        idcc: Its collective agreement.
        address: Of that establishment.
    """

    name: str | None = unknown(is_text)
    siret: str | None = unknown(is_text)
    idcc: str | None = unknown(is_text)
    address: Address | None = unknown(is_a(Address))
