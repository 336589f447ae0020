"""The training: diploma, cycle, centre."""

from datetime import date
from decimal import Decimal

from attrs import frozen

from apprentissage._guards import (
    check_order,
    is_a,
    is_bool,
    is_date,
    is_decimal,
    is_int,
    is_text,
    member,
    unknown,
)
from apprentissage.errors import InvalidValue
from apprentissage.facts.address import Address
from apprentissage.facts.codes import Diploma
from apprentissage.facts.kinds import (
    Accreditation,
    CompanyCfa,
    QualityCertification,
)
from apprentissage.facts.levels import HIGHEST_LEVEL, LOWEST_LEVEL


@frozen(kw_only=True)
class Cfa:
    """A centre de formation d'apprentis, or its main place of training.

    Args:
        uai: Number of the school.
        siret: Of the establishment.
        name: Name.
        address: Postal address.
        quality: Its certification of quality (Qualiopi).
        accreditation: By what it prepares to the certification.
    """

    uai: str | None = unknown(is_text)
    siret: str | None = unknown(is_text)
    name: str | None = unknown(is_text)
    address: Address | None = unknown(is_a(Address))
    quality: QualityCertification | None = unknown(
        member(QualityCertification)
    )
    accreditation: Accreditation | None = unknown(member(Accreditation))


@frozen(kw_only=True)
class Training:
    """The training that the contract serves. `None` is unknown.

    Args:
        diploma: Diploma or title aimed at.
        title: Its name.
        level: National framework, 3 to 8.
        diploma_code: Code of the diploma.
        rncp: Number in the RNCP.
        cycle_starts_on: First day of the training cycle.
        cycle_ends_on: Last day of the training cycle.
        cycle_years: Length of the whole cycle, in years.
        entry_year: Year of the cycle in which the contract begins, from 1.
        cfa_training_starts_on: First day of training at the CFA.
        first_exam_on: First examination.
        last_exam_on: Last examination.
        hours: Hours of training at the CFA within the contract.
        remote_hours: Those of them at a distance.
        hours_before_contract: Hours as a stagiaire or in a broken contract.
        certifier_minimum_hours: Least hours that the certifier asks.
        cfa: The centre in charge.
        internal_cfa: The centre belongs to the firm (box 29).
        company_cfa: The condition by which it is that of the firm.
        main_site: Main place of training, where it is another.
        cfa_is_main_site: The CFA in charge is the main place of training.
        rncp_open: The certification is registered at the RNCP and open to
            apprenticeship on the first day of the contract.
    """

    diploma: Diploma | None = unknown(member(Diploma))
    title: str | None = unknown(is_text)
    level: int | None = unknown(is_int(LOWEST_LEVEL, HIGHEST_LEVEL))
    diploma_code: str | None = unknown(is_text)
    rncp: str | None = unknown(is_text)
    cycle_starts_on: date | None = unknown(is_date)
    cycle_ends_on: date | None = unknown(is_date)
    cycle_years: int | None = unknown(is_int(1))
    entry_year: int | None = unknown(is_int(1))
    cfa_training_starts_on: date | None = unknown(is_date)
    first_exam_on: date | None = unknown(is_date)
    last_exam_on: date | None = unknown(is_date)
    hours: Decimal | int | None = unknown(is_decimal(int_too=True))
    remote_hours: Decimal | int | None = unknown(is_decimal(int_too=True))
    hours_before_contract: Decimal | int | None = unknown(
        is_decimal(int_too=True)
    )
    certifier_minimum_hours: Decimal | int | None = unknown(
        is_decimal(int_too=True)
    )
    cfa: Cfa | None = unknown(is_a(Cfa))
    internal_cfa: bool | None = unknown(is_bool)
    company_cfa: CompanyCfa | None = unknown(member(CompanyCfa))
    main_site: Cfa | None = unknown(is_a(Cfa))
    cfa_is_main_site: bool | None = unknown(is_bool)
    rncp_open: bool | None = unknown(is_bool)

    def __attrs_post_init__(self) -> None:
        """Refuse a cycle or exams that end before they start."""
        check_order(
            "cycle_starts_on",
            self.cycle_starts_on,
            "cycle_ends_on",
            self.cycle_ends_on,
        )
        check_order(
            "first_exam_on",
            self.first_exam_on,
            "last_exam_on",
            self.last_exam_on,
        )
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
