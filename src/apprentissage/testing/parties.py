"""Employers and trainings."""

from datetime import date
from decimal import Decimal
from typing import Any

from attrs import evolve
from hypothesis.strategies import DrawFn, composite

from apprentissage.facts import (
    NO_BRANCH_AGREEMENT,
    Accreditation,
    BranchAgreement,
    Cfa,
    CompanyCfa,
    Diploma,
    Employer,
    EmployerType,
    EngagementBar,
    QualityCertification,
    Region,
    SecondEmployer,
    SpecificEmployer,
    Territory,
    Training,
)
from apprentissage.months import eve_of, last_day_of, same_day
from apprentissage.testing._drawing import Facts, stated
from apprentissage.testing.days import SIMPLE_DAY
from apprentissage.testing.people import (
    ADDRESSES,
    CONDITIONS,
    EMAILS,
    NAMES,
    PHONES,
)

SIRETS = ("73282932000074", "35600000000048", "73282932000075")

_TYPES = (
    EmployerType.COMMERCIAL_REGISTER_ONLY,
    *(t for t in EmployerType if t.value != "12"),
)
AGREEMENTS = (
    NO_BRANCH_AGREEMENT,
    BranchAgreement(
        years_with_diploma=2, years_without_diploma=3, conditions=()
    ),
    BranchAgreement(years_with_diploma=1, conditions=CONDITIONS),
    BranchAgreement(years_with_diploma=1),
    BranchAgreement(years_without_diploma=2),
)
_DIPLOMAS = (Diploma.BTS, *(d for d in Diploma if d is not Diploma.BTS))
_HOURS: tuple[Decimal | int, ...] = (
    *(804, 402, 201, 400, 1205, 1, 0),
    *map(Decimal, ("401.75", "401.74", "803.50", "811.23", "200.88")),
)
CFAS = (
    Cfa(
        uai="0754622S",
        siret=SIRETS[0],
        name="CFA Martin",
        address=ADDRESSES[0],
        quality=QualityCertification.CERTIFIED,
        accreditation=Accreditation.ACCREDITED,
    ),
    Cfa(uai="0561910X"),
    Cfa(
        uai="0561910A",
        siret=SIRETS[2],
        quality=QualityCertification.NONE,
        accreditation=Accreditation.NONE,
    ),
)
SECOND_EMPLOYERS = (
    SecondEmployer(
        name="Remontées mécaniques",
        siret=SIRETS[0],
        idcc="0454",
        address=ADDRESSES[0],
    ),
    SecondEmployer(siret=SIRETS[2]),
)


def employer(fact: Facts, on: date, **known: Any) -> Employer:
    """An employer, who may work holidays of the year of a day."""
    holidays = (date(on.year, 5, 1), date(on.year, 11, 1))
    drawn = Employer(
        name=fact.among(*NAMES),
        siret=fact.among(*SIRETS),
        naf=fact.among("5610A", "62.01Z"),
        type=fact.among(*_TYPES),
        specific=fact.among(*SpecificEmployer),
        headcount=fact.among(10, 0, 49, 50, 249, 250),
        quota_met=fact.flag(),
        aid_already_received=fact.flag(),
        idcc=fact.among("1979", "9999", "9998", "1486", "86"),
        territory=fact.among(*Territory),
        region=fact.among(*Region),
        worked_holidays=fact.among(
            frozenset[date](), frozenset(holidays), frozenset(holidays[:1])
        ),
        branch_agreement=fact.among(*AGREEMENTS),
        private_individual=fact.flag(),
        address=fact.among(*ADDRESSES),
        email=fact.among(*EMAILS),
        phone=fact.among(*PHONES),
        unemployment_scheme=fact.flag(),
        engagement=fact.among(*EngagementBar),
    )
    return evolve(drawn, **known)


@composite
def employers(
    draw: DrawFn,
    /,
    *,
    on: date = SIMPLE_DAY,
    unknowns: bool = True,
    **facts: Any,
) -> Employer:
    """Employers, private and public, of every territory.

    Args:
        draw: Supplied by Hypothesis.
        on: Day of the year whose holidays may be worked.
        unknowns: Facts may be unknown.
        **facts: Fields stated, each a value or a strategy.

    >>> from hypothesis.strategies import SearchStrategy
    >>> from apprentissage.facts import Territory
    >>> isinstance(employers(territory=Territory.MAYOTTE), SearchStrategy)
    True
    """
    known = stated(draw, Employer, facts)
    return employer(Facts(draw, unknowns=unknowns), on, **known)


def training(
    fact: Facts, starts_on: date, ends_on: date, **known: Any
) -> Training:
    """A training about a contract, to the day of the limits between them."""
    cycle_starts_on = known.get("cycle_starts_on") or fact.near(
        *(same_day(starts_on, months) for months in (0, -3, 3, -12))
    )
    cycle_ends_on = known.get("cycle_ends_on") or fact.near(
        *(same_day(ends_on, months) for months in (0, -2, -1, 12))
    )
    if cycle_starts_on and cycle_ends_on and cycle_ends_on < cycle_starts_on:
        told = cycle_ends_on if "cycle_ends_on" in known else cycle_starts_on
        cycle_starts_on = cycle_ends_on = told
    least = known.get("entry_year") or 1
    cycle_years = known.get("cycle_years") or fact.among(
        *(years for years in (2, 1, 3, 4, least) if years >= least)
    )
    last_exam_on = known.get("last_exam_on") or fact.near(
        same_day(ends_on, -2), ends_on, eve_of(ends_on)
    )
    first_exam_on = known.get("first_exam_on") or fact.near(
        *(same_day(last_exam_on or ends_on, months) for months in (-2, 0))
    )
    if last_exam_on and first_exam_on and last_exam_on < first_exam_on:
        told = last_exam_on if "last_exam_on" in known else first_exam_on
        first_exam_on = last_exam_on = told
    drawn = Training(
        diploma=fact.among(*_DIPLOMAS),
        title=fact.among("BTS Tourisme", "CAP Cuisine"),
        level=fact.among(5, 3, 4, 6, 7, 8),
        diploma_code=fact.among("32033423", "50022143", "A1"),
        rncp=fact.among("RNCP38376", "37910", "RNCP"),
        cycle_starts_on=cycle_starts_on,
        cycle_ends_on=cycle_ends_on,
        cycle_years=cycle_years,
        entry_year=fact.among(*range(1, (cycle_years or 3) + 1)),
        cfa_training_starts_on=fact.near(
            *(same_day(starts_on, months) for months in (0, 3, -3))
        ),
        first_exam_on=first_exam_on,
        last_exam_on=last_exam_on,
        hours=fact.among(*_HOURS),
        remote_hours=fact.among(0, 400, 1000),
        hours_before_contract=fact.among(0, 50, 400),
        certifier_minimum_hours=fact.among(0, 400, 800),
        cfa=fact.among(*CFAS),
        internal_cfa=fact.flag(),
        company_cfa=fact.among(*CompanyCfa),
        main_site=fact.among(*CFAS),
        cfa_is_main_site=fact.flag(),
        rncp_open=fact.flag(),
    )
    return evolve(drawn, **known)


@composite
def trainings(
    draw: DrawFn,
    /,
    *,
    starts_on: date = SIMPLE_DAY,
    ends_on: date | None = None,
    unknowns: bool = True,
    **facts: Any,
) -> Training:
    """Trainings about a contract, to the day of the limits between them.

    Args:
        draw: Supplied by Hypothesis.
        starts_on: First day of the contract.
        ends_on: Its last day; where None, two years after the start.
        unknowns: Facts may be unknown.
        **facts: Fields stated, each a value or a strategy.

    >>> from hypothesis.strategies import SearchStrategy
    >>> isinstance(trainings(level=5, cycle_years=2), SearchStrategy)
    True
    """
    known = stated(draw, Training, facts)
    return training(
        Facts(draw, unknowns=unknowns),
        starts_on,
        ends_on or last_day_of(starts_on, 24),
        **known,
    )
