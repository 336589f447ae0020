"""Pay lines of a whole contract."""

from datetime import date
from decimal import Decimal
from typing import Any

from apprentissage.facts import (
    NO_EXTENSION,
    NO_GRID,
    NO_SMC,
    AgeBracket,
    Apprentice,
    ByDay,
    Contract,
    Diploma,
    DurationGround,
    Employer,
    EmployerType,
    Extension,
    ExtensionReason,
    Grid,
    PayBase,
    PreviousCycle,
    RateKind,
    Route,
    Training,
)
from apprentissage.facts.pay import Rates
from apprentissage.law.readings import Readings
from apprentissage.pay import PaySchedule, pay_schedule
from tests.cases.given import Facts, a_day, a_territory, day, decimal

EMPLOYERS = {"private": EmployerType.OTHER_PRIVATE, "public": EmployerType.COMMUNE}


def evaluate(facts: Facts, readings: Readings) -> dict[str, Any]:
    """Give the lines of the schedule."""
    found = schedule(facts, readings)
    return {
        "lines": [
            {
                "order": line.order,
                "execution_year": line.execution_year,
                "starts_on": line.starts_on,
                "ends_on": line.ends_on,
                "age_bracket": line.age_bracket.value,
                "rate": line.rate,
                "base": line.base.value,
                "monthly": found.monthly(line),
            }
            for line in found
        ]
    }


def schedule(facts: Facts, readings: Readings) -> PaySchedule:
    """The schedule of the contract."""
    return pay_schedule(contract(facts), readings)


def contract(facts: Facts) -> Contract:
    """The contract; the absent facts of the topic are the ordinary ones."""
    return Contract(
        concluded_on=a_day(facts, "concluded_on"),
        starts_on=a_day(facts, "starts_on"),
        ends_on=a_day(facts, "ends_on"),
        apprentice=Apprentice(
            born_on=a_day(facts, "born_on"),
            rqth=facts.get("disabled_worker"),
            high_level_athlete=facts.get("high_level_athlete"),
        ),
        training=training(facts),
        employer=Employer(
            type=EMPLOYERS[facts.get("employer_sector", "private")],
            territory=a_territory(facts),
            idcc=facts.get("idcc"),
        ),
        extension=extension(facts),
        duration_ground=duration_ground(facts),
        tripartite_agreement=facts.get("tripartite_agreement"),
        resumes_after_rupture=facts.get("resumed_after_termination"),
        smc_monthly=smc(facts),
        grid=grid(facts),
        public_points=facts.get("public_points"),
        previous=previous(facts),
    )


def level(facts: Facts) -> int | None:
    """The level; any one where only `same_level` counts."""
    given = facts.get("target_level")
    if given is None and facts.get("licence_professionnelle"):
        return 6
    compared = (facts.get("previous") or {}).get("same_level") is not None
    return 3 if given is None and compared else given


def training(facts: Facts) -> Training:
    """The training; another diploma than the licence where none is named."""
    licence = facts.get("licence_professionnelle")
    return Training(
        level=level(facts),
        diploma=Diploma.LICENCE_PROFESSIONNELLE if licence else Diploma.CAP,
        cycle_years=facts.get("cycle_years", 1 if licence else None),
        entry_year=1 if licence else facts.get("entry_year_of_cycle", 1),
        cycle_starts_on=day(facts, "cycle_starts_on"),
        cycle_ends_on=day(facts, "cycle_ends_on"),
    )


def duration_ground(facts: Facts) -> DurationGround | None:
    """Why the duration departs from the cycle; two grounds are two facts."""
    agreed = facts.get("tripartite_agreement")
    resumed = facts.get("resumed_after_termination")
    if agreed and resumed:
        return None
    if agreed:
        return DurationGround.PRIOR_SKILLS
    if resumed:
        return DurationGround.RESUMED_AFTER_RUPTURE
    return DurationGround.NONE


def smc(facts: Facts) -> Decimal | ByDay:
    """The conventional minimum and its rises, none where it is absent."""
    first = decimal(facts, "smc_monthly")
    if first is None:
        return NO_SMC
    steps = [
        (a_day(change, "on"), Decimal(change["monthly"]))
        for change in facts.get("smc_changes", ())
    ]
    if not steps:
        return first
    return ByDay(((date(2000, 1, 1), first), *steps))


def extension(facts: Facts) -> Extension:
    """The extra year, none where it is absent."""
    if "extra_year" not in facts:
        return NO_EXTENSION
    return Extension(
        reason=ExtensionReason(facts["extra_year"]), starts_on=day(facts, "extra_year_starts_on")
    )


def grid(facts: Facts) -> Grid:
    """The conventional grid, none where it is absent."""
    given = facts.get("conventional_grid")
    if given is None:
        return NO_GRID
    given_rates = given["rates"]
    if not given_rates:
        return NO_GRID
    return Grid(
        base=PayBase(given["base"]),
        under_18=rates(given_rates, AgeBracket.UNDER_18),
        from_18=rates(given_rates, AgeBracket.FROM_18),
        from_21=rates(given_rates, AgeBracket.FROM_21),
        from_26=rates(given_rates, AgeBracket.FROM_26),
    )


def rates(given: Facts, bracket: AgeBracket) -> Rates | None:
    """The three rates of a bracket; a year without one follows the law."""
    if bracket.value not in given:
        return None
    written = map(Decimal, given[bracket.value])
    first, second, third, *_ = *written, Decimal(0), Decimal(0)
    return first, second, third


def previous(facts: Facts) -> tuple[PreviousCycle, ...]:
    """The previous contract or training, none where it is absent."""
    given = facts.get("previous")
    if given is None:
        return ()
    route, kind = given.get("route"), given.get("last_rate_kind")
    same = given.get("same_level")
    here = level(facts)
    other = 4 if here == 3 else 3
    aimed = None if same is None else here if same else other
    obtained = given.get("diploma_obtained")
    return (
        PreviousCycle(
            route=None if route is None else Route(route),
            same_employer=given.get("same_employer"),
            same_branch=given.get("same_branch"),
            diploma_obtained=obtained,
            target_level=aimed,
            level=0 if obtained is False else aimed,
            directly_related=given.get("directly_related"),
            cycle_years=given.get("cycle_years"),
            last_rate=decimal(given, "last_rate"),
            last_rate_kind=None if kind is None else RateKind(kind),
            last_statutory_rate=decimal(given, "last_statutory_rate"),
        ),
    )
