"""The pay lines of a question, which needs no contract written by hand."""

from datetime import date
from decimal import Decimal

from attrs import evolve

from apprentissage._arguments import check_arguments
from apprentissage._guards import check_birth, check_order
from apprentissage.facts import (
    Apprentice,
    ByDay,
    Contract,
    ContractType,
    Diploma,
    DurationGround,
    Employer,
    EmployerType,
    Extension,
    Grid,
    PreviousCycle,
    Territory,
    Training,
)
from apprentissage.facts.names import argument_of
from apprentissage.law.readings import LETTER, Readings
from apprentissage.pay.schedule import PaySchedule, pay_schedule


def pay_lines(
    *,
    born_on: date,
    starts_on: date,
    ends_on: date,
    concluded_on: date,
    diploma: Diploma | None = None,
    level: int | None = None,
    cycle_starts_on: date | None = None,
    cycle_ends_on: date | None = None,
    cycle_years: int | None = None,
    entry_year: int | None = None,
    previous: tuple[PreviousCycle, ...] | None = None,
    rqth: bool | None = None,
    high_level_athlete: bool | None = None,
    employer_type: EmployerType | None = None,
    territory: Territory | None = None,
    idcc: str | None = None,
    smc_monthly: Decimal | int | ByDay | None = None,
    grid: Grid | None = None,
    public_points: int | None = None,
    extension: Extension | None = None,
    duration_ground: DurationGround | None = None,
    tripartite_agreement: bool | None = None,
    resumes_after_rupture: bool | None = None,
    kind: ContractType | None = None,
    weekly_hours: Decimal | int | None = None,
    overtime_premium: Decimal | int | None = None,
    readings: Readings = LETTER,
) -> PaySchedule:
    """The least pay of an apprentice, line by line, from four days.

    What is `None` is unknown: where the pay depends on it, the ordinary is
    taken, and `assumed` names the argument.

    Args:
        born_on: Birth date.
        starts_on: First day of execution.
        ends_on: Last day of the contract, counted.
        concluded_on: Day of conclusion, which chooses the grid.
        diploma: The diploma prepared.
        level: Its level, 3 to 8.
        cycle_starts_on: First day of its cycle.
        cycle_ends_on: Last day of its cycle.
        cycle_years: Length of the whole cycle, in years.
        entry_year: Year of the cycle in which the contract begins.
        previous: Earlier cycles, the oldest first; () for none.
        rqth: Recognised as a disabled worker.
        high_level_athlete: Is on the ministerial list.
        employer_type: Tells whether it is public.
        territory: Of the place of execution, which chooses the SMIC.
        idcc: Collective agreement, four digits; 9999 none.
        smc_monthly: Conventional minimum of the post, euros for 35 hours;
            `NO_SMC` where there is none.
        grid: Conventional grid; `NO_GRID` where there is none.
        public_points: Points that a public employer adds.
        extension: The extra period at the end; `NO_EXTENSION` for none.
        duration_ground: Why the duration departs from the cycle.
        tripartite_agreement: It was reduced or lengthened by agreement.
        resumes_after_rupture: Finishes a cycle begun in a broken contract.
        kind: Type of the contract, box 18.
        weekly_hours: Hours of work a week.
        overtime_premium: Percent agreed for each hour beyond 35.
        readings: The choice on each contested point.

    Returns:
        The schedule, as `pay_schedule` of a contract gives it.

    Raises:
        NotCovered: As `pay_schedule`.

    Source: art. L. 6222-27, D. 6222-26 à D. 6222-32, R. 6222-48,
    R. 6222-60 et D. 6272-2 du code du travail.

    >>> lines = pay_lines(
    ...     born_on=date(2006, 9, 15),
    ...     starts_on=date(2023, 9, 4),
    ...     ends_on=date(2025, 8, 31),
    ...     concluded_on=date(2023, 9, 1),
    ... )
    >>> for line in lines:
    ...     print(line.order, line.starts_on, line.rate, line.base.value)
    1.1 2023-09-04 27 SMIC
    2.1 2024-09-04 39 SMIC
    2.2 2024-10-01 51 SMIC
    """
    check_arguments(pay_lines, locals())
    check_birth("born_on", born_on, starts_on)
    check_order("starts_on", starts_on, "ends_on", ends_on)
    # the four days are all that a contract needs: none is made up
    contract = Contract(
        concluded_on=concluded_on,
        starts_on=starts_on,
        ends_on=ends_on,
        apprentice=Apprentice(
            born_on=born_on,
            rqth=rqth,
            high_level_athlete=high_level_athlete,
        ),
        training=Training(
            diploma=diploma,
            level=level,
            cycle_starts_on=cycle_starts_on,
            cycle_ends_on=cycle_ends_on,
            cycle_years=cycle_years,
            entry_year=entry_year,
        ),
        employer=Employer(type=employer_type, territory=territory, idcc=idcc),
        kind=kind,
        extension=extension,
        duration_ground=duration_ground,
        tripartite_agreement=tripartite_agreement,
        resumes_after_rupture=resumes_after_rupture,
        weekly_hours=weekly_hours,
        overtime_premium=overtime_premium,
        smc_monthly=smc_monthly,
        grid=grid,
        public_points=public_points,
        previous=previous,
    )
    schedule = pay_schedule(contract, readings)
    return evolve(
        schedule,
        assumed=tuple(
            evolve(each, path=argument_of(each.path))
            for each in schedule.assumed
        ),
    )
