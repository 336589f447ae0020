"""A contract of which every fact that pay reads is known, and its lines."""

from datetime import date
from decimal import Decimal
from typing import Any

from apprentissage.facts import (
    NO_EXTENSION,
    NO_GRID,
    Contract,
    DeclaredPayLine,
    Diploma,
    DurationGround,
    Employer,
    EmployerType,
    Extension,
    ExtensionReason,
    PreviousCycle,
    RateKind,
    Route,
    Territory,
    Training,
)
from apprentissage.law.readings import LETTER, Readings
from apprentissage.pay import PaySchedule, pay_schedule
from tests.sample import changed, contract

KNOWN = contract(
    apprentice={"high_level_athlete": False},
    training=Training(diploma=Diploma.CAP, level=3, cycle_years=2, entry_year=1),
    employer=Employer(type=EmployerType.OTHER_PRIVATE, territory=Territory.METROPOLE),
    extension=NO_EXTENSION,
    duration_ground=DurationGround.NONE,
    weekly_hours=Decimal(35),
    smc_monthly=Decimal("1500.00"),
    grid=NO_GRID,
    previous=(),
)
"""Two years of a CAP at 18, in metropolitan France."""

LAST = PreviousCycle(
    route=Route.APPRENTICESHIP,
    ended_on=date(2024, 8, 31),
    same_employer=True,
    same_branch=True,
    diploma_obtained=True,
    level=3,
    directly_related=False,
    cycle_years=2,
    last_rate=Decimal(61),
    last_rate_kind=RateKind.PAID,
    last_statutory_rate=Decimal(51),
)
"""A CAP obtained with the same employer, paid 61 % at the end."""


def known(**facts: Any) -> Contract:
    """The contract above with other facts; a mapping adds to a part."""
    return changed(KNOWN, **facts)


def aged(born_on: date, starts_on: date, ends_on: date, **facts: Any) -> Contract:
    """A contract concluded on its first day."""
    return known(
        apprentice={"born_on": born_on},
        **{"concluded_on": starts_on, **facts},
        starts_on=starts_on,
        ends_on=ends_on,
    )


def extended(reason: ExtensionReason, starts_on: date) -> Extension:
    """An extra period."""
    return Extension(reason=reason, starts_on=starts_on)


def lines(of: Contract, readings: Readings = LETTER) -> list[str]:
    """Each line in one word: order, first day, rate, base where SMC."""
    return [
        f"{line.order} {line.starts_on} {line.rate}" + (" SMC" if line.base.value == "SMC" else "")
        for line in pay_schedule(of, readings)
    ]


def rates(of: Contract, readings: Readings = LETTER) -> list[str]:
    """The rates of the lines."""
    return [str(line.rate) for line in pay_schedule(of, readings)]


def cited(schedule: PaySchedule) -> set[str]:
    """The articles of all lines, as the Code numbers them."""
    return {
        source.reference.removesuffix(" du code du travail").removeprefix("art. ")
        for line in schedule
        for source in line.sources
    }


def caveats(of: Contract, readings: Readings = LETTER) -> set[str]:
    """The names of the reserves."""
    return {caveat.name for caveat in pay_schedule(of, readings).caveats}


def written(of: Contract) -> tuple[DeclaredPayLine, ...]:
    """The minimum itself, as lines of the form."""
    return tuple(
        DeclaredPayLine(
            order=line.order,
            starts_on=line.starts_on,
            ends_on=line.ends_on,
            rate=line.rate,
            base=line.base,
        )
        for line in pay_schedule(of)
    )
