"""Contracts that comply, built to the last lawful day of each text."""

from datetime import date
from decimal import Decimal
from typing import Any

from attrs import evolve
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from apprentissage.errors import InvalidValue
from apprentissage.facts import (
    NO_EXTENSION,
    NO_GRID,
    AgeExemption,
    Contract,
    ContractType,
    DeclaredPayLine,
    DerogationType,
    Signatory,
    WorkingTime,
)
from apprentissage.minors.texts import MAJORITY
from apprentissage.months import completed_years, last_day_of, same_day
from apprentissage.pay.schedule import pay_schedule
from apprentissage.testing._drawing import Facts, given, plus, stated
from apprentissage.testing._lawful_parts import (
    apprentice_of,
    employer_of,
    file_of,
    maitre_of,
    previous_number_of,
    previous_of,
    training_of,
)
from apprentissage.testing.days import anniversaries, birth, days

COMPLIANT_FROM = date(2023, 4, 20)
"""First day of conclusion for which every rule is covered."""

COMPLIANT_UNTIL = date(2026, 11, 30)
"""Last such day: the law of starts in 2027 is not known yet."""

_OLDEST_LAW = date(2019, 1, 1)

_CONCLUDED = days(COMPLIANT_FROM, COMPLIANT_UNTIL)
_OLDEST = 29
_PATHS = ("ordinary", "disabled worker", "fifteen", "second contract")


@composite
def compliant_contracts(
    draw: DrawFn,
    /,
    *,
    concluded_on: date | SearchStrategy[date] | None = None,
    starts_on: date | SearchStrategy[date] | None = None,
    ends_on: date | SearchStrategy[date] | None = None,
    born_on: date | SearchStrategy[date] | None = None,
    **facts: Any,
) -> Contract:
    """Contracts of which every fact is known, and that comply.

    Every rule of `review` finds them compliant, or does not apply, under the
    letter of the texts. Ages, gaps, hours, experience, pay and filing go to
    their last lawful value.

    Args:
        draw: Supplied by Hypothesis.
        concluded_on: Day of conclusion, or a strategy of such days; by
            default from 2023-04-20 to 2026-11-30, for which every rule is
            covered. On other days, rules not covered are undetermined.
        starts_on: First day of execution, or a strategy of such days.
        ends_on: Last day, or a strategy of such days.
        born_on: Birth date, or a strategy of such dates.
        **facts: Other fields of the contract, each a value or a strategy.
            What is stated replaces what would comply: the contract complies
            where it does.

    Raises:
        InvalidValue: For a conclusion before 2019-01-01.

    >>> isinstance(compliant_contracts(), SearchStrategy)
    True
    """
    known = stated(draw, Contract, facts)
    fact = Facts(draw, unknowns=False)
    first = given(draw, starts_on)
    signed_on = given(draw, concluded_on) or (
        draw(_CONCLUDED) if first is None else plus(first, -gap(fact))
    )
    if signed_on < _OLDEST_LAW:
        raise InvalidValue("concluded_on", signed_on, f"write a day from {_OLDEST_LAW} on")
    start = first or plus(signed_on, gap(fact))
    end = given(draw, ends_on) or last_day_of(start, fact.pick((24, 12, 36, 6)))
    path = fact.pick(_PATHS)
    born = given(draw, born_on) or born_within(fact, path, start, end)
    drawn = build(fact, path, signed_on=signed_on, start=start, end=end, born=born)
    return evolve(drawn, **known)


def gap(fact: Facts) -> int:
    """Days between the signature and the start."""
    return fact.pick((0, 1, 7, 31))


def born_within(fact: Facts, path: str, starts_on: date, ends_on: date) -> date:
    """A birth date of a lawful age at the start, first and last day too."""
    if path == "fifteen":
        youngest, oldest = 15, 15
    elif path == "disabled worker":
        youngest, oldest = 30, 60
    else:
        youngest, oldest = 16, _OLDEST
    born_on = birth(fact, anniversaries(starts_on, ends_on))
    if fact.pick(range(8)) == 7:  # on the eve of being too old
        born_on = plus(same_day(starts_on, -12 * (oldest + 1)), 1)
    age = completed_years(born_on, starts_on)
    return same_day(born_on, 12 * (age - min(max(age, youngest), oldest)))


def build(
    fact: Facts, path: str, *, signed_on: date, start: date, end: date, born: date
) -> Contract:
    """A compliant contract of these days, an apprentice of that age."""
    apprentice = apprentice_of(fact, path, signed_on, born)
    minor = completed_years(apprentice.born_on, signed_on) < MAJORITY
    employer = employer_of(fact)
    previous = path == "second contract"
    told: dict[str, Any] = {}
    if path == "disabled worker":
        told = {
            "derogation": DerogationType.OVER_29,
            "age_exemption": AgeExemption.DISABLED_WORKER,
        }
    elif path == "fifteen":
        told = {"derogation": DerogationType.UNDER_16}
    elif previous:
        told = {"kind": ContractType.OTHER_EMPLOYER, "previous": (previous_of(fact, signed_on),)}
    drawn = fact.simple(
        Contract,
        concluded_on=signed_on,
        starts_on=start,
        ends_on=end,
        apprentice=apprentice,
        training=training_of(fact, signed_on, start, end),
        employer=employer,
        maitres=tuple(maitre_of(fact, signed_on, start) for _ in range(fact.pick((1, 2)))),
        previous_number=previous_number_of(signed_on) if previous else None,
        employer_training_starts_on=fact.pick((start, same_day(start, 3))),
        extension=NO_EXTENSION,
        working_time=fact.simple(WorkingTime, daily_hours=fact.pick((7, 8)), weekly_rest_hours=48),
        smc_monthly=Decimal(fact.pick((1900, 2250))),
        grid=NO_GRID,
        benefits_in_kind=Decimal(0),
        annual_funding=Decimal(fact.pick((8000, 3999, 14600))),
        declared_pay=None,
        signed_by=frozenset(Signatory)
        if minor
        else frozenset(Signatory) - {Signatory.LEGAL_REPRESENTATIVE},
        deposit_number=None,
        opco_number=None,
        file=file_of(fact, employer, signed_on, start),
        second_employer=None,
        maitre_attested=True,
        proofs_attested=True,
        gross_at_hiring=Decimal(fact.pick((1850, 2250))),
        cfa_stamped=True,
        signatures=None,
        **told,
    )
    return evolve(drawn, declared_pay=least_pay(drawn))


def least_pay(contract: Contract) -> tuple[DeclaredPayLine, ...]:
    """The least pay, line by line as the form has it."""
    return tuple(
        DeclaredPayLine(
            order=line.order,
            starts_on=line.starts_on,
            ends_on=line.ends_on,
            rate=line.rate,
            base=line.base,
        )
        for line in pay_schedule(contract)
    )
