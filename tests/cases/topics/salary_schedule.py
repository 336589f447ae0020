"""Pay lines of a whole contract."""

from decimal import Decimal
from typing import Any

from apprentissage.facts import (
    NO_EXTENSION,
    NO_GRID,
    AgeBracket,
    Apprentice,
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
from apprentissage.rules.pay import PaySchedule, pay_schedule
from tests.cases.given import Facts, a_day, a_territory, day, decimal

EMPLOYERS = {
    "private": EmployerType.OTHER_PRIVATE,
    "public": EmployerType.COMMUNE,
}


def evaluate(facts: Facts, readings: Readings) -> dict[str, Any]:
    """Give the lines of the schedule."""
    return {"lines": schedule(facts, readings).to_rows()}


def schedule(facts: Facts, readings: Readings) -> PaySchedule:
    """The schedule of the contract."""
    return pay_schedule(contract(facts), readings)


def contract(facts: Facts) -> Contract:
    """The contract; the absent facts of the topic are the ordinary ones."""
    licence = facts.get("licence_professionnelle")
    return Contract(
        concluded_on=a_day(facts, "concluded_on"),
        starts_on=a_day(facts, "starts_on"),
        ends_on=a_day(facts, "ends_on"),
        apprentice=Apprentice(
            born_on=a_day(facts, "born_on"),
            rqth=facts.get("disabled_worker"),
            high_level_athlete=facts.get("high_level_athlete"),
        ),
        training=Training(
            level=level(facts),
            diploma=Diploma.LICENCE_PROFESSIONNELLE if licence else None,
            cycle_years=1 if licence else None,
            entry_year=1 if licence else facts.get("entry_year_of_cycle", 1),
        ),
        employer=Employer(
            type=EMPLOYERS[facts.get("employer_sector", "private")],
            territory=a_territory(facts),
            idcc=facts.get("idcc"),
        ),
        extension=extension(facts),
        duration_ground=DurationGround.FAILED_EXAM
        if repeats_a_year(facts)
        else None,
        smc_monthly=decimal(facts, "smc_monthly"),
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


def repeats_a_year(facts: Facts) -> bool:
    """The whole contract prolongs another one, after a failed exam."""
    extra_on = day(facts, "extra_year_starts_on")
    failed = facts.get("extra_year") == ExtensionReason.FAILED_EXAM.value
    return failed and extra_on == a_day(facts, "starts_on")


def extension(facts: Facts) -> Extension:
    """The extra year, none where it is absent."""
    if "extra_year" not in facts or repeats_a_year(facts):
        return NO_EXTENSION
    return Extension(
        reason=ExtensionReason(facts["extra_year"]),
        starts_on=day(facts, "extra_year_starts_on"),
    )


def grid(facts: Facts) -> Grid | None:
    """The conventional grid."""
    given = facts.get("conventional_grid")
    if given is None:
        return None
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
    return (
        PreviousCycle(
            route=None if route is None else Route(route),
            same_employer=given.get("same_employer"),
            same_branch=given.get("same_branch"),
            diploma_obtained=given.get("diploma_obtained"),
            level=None if same is None else here if same else other,
            directly_related=given.get("directly_related"),
            cycle_years=given.get("cycle_years"),
            last_rate=decimal(given, "last_rate"),
            last_rate_kind=None if kind is None else RateKind(kind),
            last_statutory_rate=decimal(given, "last_statutory_rate"),
        ),
    )
