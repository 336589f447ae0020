"""Contracts of any kind, lawful or not, known in full or in part."""

from datetime import date
from decimal import Decimal
from typing import Any

from attrs import evolve
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from apprentissage._arguments import check_arguments
from apprentissage.facts import (
    NO_EXTENSION,
    NO_GRID,
    AgeBracket,
    AgeExemption,
    ByDay,
    Contract,
    ContractMode,
    ContractType,
    DeclaredPayLine,
    DerogationType,
    DurationGround,
    Extension,
    ExtensionReason,
    Grid,
    InKind,
    Mobility,
    PayBase,
    Period,
    Signatory,
    Signature,
    Territory,
)
from apprentissage.facts.pay import Rates
from apprentissage.law.readings import LETTER, Readings
from apprentissage.months import (
    first_of_next_month,
    last_day_of,
    morrow_of,
    same_day,
)
from apprentissage.pay.schedule import PaySchedule, pay_schedule
from apprentissage.testing._drawing import Facts, given, plus, stated
from apprentissage.testing.days import anniversaries, days
from apprentissage.testing.files import avenant, dossier, working_time
from apprentissage.testing.lawful import compliant_contracts
from apprentissage.testing.parties import (
    SECOND_EMPLOYERS,
    employer,
    training,
)
from apprentissage.testing.people import (
    RATES,
    apprentice,
    maitre,
    previous_cycle,
)

_CONCLUDED = days()
_SIGNED_BEFORE = (0, 1, 3, 31, 92, 366, -1)
_MONTHS = (24, 12, 36, 6, 48, 18, 5, 11, 60)
_WEEKLY_HOURS = tuple(map(Decimal, ("35", "39", "28", "40", "35.5", "45")))
_SMC = tuple(map(Decimal, ("1850", "1801.80", "2250", "1400.01")))
_MONEY = tuple(map(Decimal, ("150", "0", "802.82", "5000")))
_FUNDING = tuple(map(Decimal, ("8000", "3999.99", "14600", "5000")))
_DEPOSITS = ("075202509000001", "02B202212000000", "075202513NC0001")
_SIGNATORIES = (
    frozenset({Signatory.EMPLOYER, Signatory.APPRENTICE, Signatory.CFA}),
    frozenset(Signatory),
    frozenset({Signatory.EMPLOYER, Signatory.APPRENTICE}),
    frozenset({Signatory.EMPLOYER}),
    frozenset[Signatory](),
)
_SINCE_2018_IN_MAYOTTE = date(2018, 1, 1)


def contracts(
    *,
    concluded_on: date | SearchStrategy[date] | None = None,
    starts_on: date | SearchStrategy[date] | None = None,
    ends_on: date | SearchStrategy[date] | None = None,
    born_on: date | SearchStrategy[date] | None = None,
    compliant: bool = False,
    unknowns: bool = True,
    **facts: Any,
) -> SearchStrategy[Contract]:
    """Contracts about the limits of the texts, lawful or not.

    Birthdays fall on the first and at the ends of months, on 29 February, on
    and about the start and its anniversaries; contracts are concluded on and
    about the days on which the law changes; dates lie on and about the last
    lawful day.

    Args:
        concluded_on: Day of conclusion, or a strategy of such days; by
            default from 2008-05-01 to 2027-12-31.
        starts_on: First day of execution, or a strategy of such days.
        ends_on: Last day, or a strategy of such days.
        born_on: Birth date, or a strategy of such dates.
        compliant: All facts are known and every rule of `review` finds the
            contract compliant, or does not apply. It is built so, none is
            thrown away; see `compliant_contracts`.
        unknowns: Facts may be unknown; those of a compliant contract never
            are.
        **facts: Other fields of the contract, each a value or a strategy.

    Returns:
        Contracts that shrink to few known facts, about 2025-09-01.

    >>> isinstance(contracts(concluded_on=date(2026, 8, 31)), SearchStrategy)
    True
    >>> isinstance(contracts(compliant=True), SearchStrategy)
    True
    """
    check_arguments(contracts, locals())
    days_stated = {
        "concluded_on": concluded_on,
        "starts_on": starts_on,
        "ends_on": ends_on,
        "born_on": born_on,
    }
    if compliant:
        return compliant_contracts(**days_stated, **facts)
    return _contracts(unknowns, **days_stated, **facts)


@composite
def _contracts(
    draw: DrawFn,
    /,
    unknowns: bool,
    *,
    concluded_on: date | SearchStrategy[date] | None,
    starts_on: date | SearchStrategy[date] | None,
    ends_on: date | SearchStrategy[date] | None,
    born_on: date | SearchStrategy[date] | None,
    **facts: Any,
) -> Contract:
    known = stated(draw, Contract, facts)
    fact = Facts(draw, unknowns=unknowns)
    first = given(draw, starts_on)
    concluded = given(draw, concluded_on) or (
        draw(_CONCLUDED)
        if first is None
        else plus(first, -fact.pick(_SIGNED_BEFORE))
    )
    first = first or _start(fact, concluded)
    last = given(draw, ends_on) or _end(fact, first)
    born = given(draw, born_on)
    course = known.get("training") or training(fact.apart(), first, last)
    kind = known.get("kind") or fact.among(*ContractType)
    drawn = Contract(
        concluded_on=concluded,
        starts_on=first,
        ends_on=last,
        apprentice=known.get("apprentice")
        or apprentice(
            fact.apart(),
            (*anniversaries(first, last), concluded, first),
            **({} if born is None else {"born_on": born}),
        ),
        training=course,
        employer=known.get("employer") or employer(fact.apart(), first),
        maitres=fact.several(lambda: maitre(fact.apart(), first), 2),
        mode=fact.among(*ContractMode),
        kind=kind,
        avenant=fact.maybe(lambda: avenant(fact, first))
        if kind is not None and kind.avenant
        else None,
        derogation=fact.among(*DerogationType),
        age_exemption=fact.among(*AgeExemption),
        employer_training_starts_on=fact.near(first, same_day(first, 3)),
        extension=fact.maybe(lambda: extension(fact, first, last)),
        duration_ground=fact.among(*DurationGround),
        tripartite_agreement=fact.flag(),
        resumes_after_rupture=fact.flag(),
        missions=fact.several(lambda: mission(fact, first), 2),
        weekly_hours=fact.among(*_WEEKLY_HOURS),
        overtime_premium=fact.among(Decimal(25), Decimal(10)),
        working_time=fact.maybe(lambda: working_time(fact.apart(), first)),
        dangerous_work=fact.flag(),
        dangerous_work_declared=fact.flag(),
        listed_work=fact.flag(),
        listed_work_authorised=fact.flag(),
        reinforced_follow_up=fact.flag(),
        smc_monthly=fact.maybe(lambda: conventional_minimum(fact, first)),
        grid=fact.maybe(lambda: grid(fact)),
        public_points=fact.among(0, 10, 20, 15),
        declared_pay=fact.maybe(lambda: declared_lines(fact, first, last)),
        **benefits(fact),
        annual_funding=fact.among(*_FUNDING),
        previous=fact.several(
            lambda: previous_cycle(fact.apart(), concluded, course.level), 2
        ),
        director_authorisation=fact.flag(),
        mobilities=fact.several(lambda: mobility(fact, first, last), 1),
        signed_by=fact.among(*_SIGNATORIES),
        deposit_number=fact.among(*_DEPOSITS),
        opco_number=fact.among("2025-000123"),
        previous_number=fact.among(*_DEPOSITS),
        file=known.get("file") or dossier(fact.apart(), first, last),
        second_employer=fact.among(*SECOND_EMPLOYERS),
        maitre_attested=fact.flag(),
        proofs_attested=fact.flag(),
        gross_at_hiring=fact.among(*_MONEY),
        pension_fund=fact.among("AGIRC-ARRCO"),
        cfa_stamped=fact.flag(),
        signed_at=fact.among("Paris"),
        signatures=fact.several(lambda: signature(fact, concluded), 2),
    )
    return evolve(drawn, **known)


def signature(fact: Facts, concluded_on: date) -> Signature:
    """A signature about the day of conclusion."""
    return Signature(
        by=fact.pick(tuple(Signatory)), on=fact.near(concluded_on)
    )


def _start(fact: Facts, concluded_on: date) -> date:
    starts_on = plus(concluded_on, fact.pick(_SIGNED_BEFORE))
    return fact.pick((starts_on, first_of_next_month(starts_on)))


def _end(fact: Facts, starts_on: date) -> date:
    ends_on = last_day_of(starts_on, fact.pick(_MONTHS))
    wild = plus(starts_on, fact.pick(range(1, 1500)))
    return fact.pick((ends_on, fact.day_near(ends_on), wild))


def extension(fact: Facts, starts_on: date, ends_on: date) -> Extension:
    """An extension by avenant, or none."""
    reason = fact.pick(tuple(ExtensionReason))
    if reason is ExtensionReason.NONE or starts_on == ends_on:
        return NO_EXTENSION
    # By avenant, agreed at the signature, or a contract of its own.
    first = fact.day_near(morrow_of(last_day_of(ends_on, -12)))
    by_avenant = min(max(first, morrow_of(starts_on)), ends_on)
    return Extension(
        reason=reason,
        starts_on=fact.pick((by_avenant, by_avenant, None, starts_on)),
    )


def mission(fact: Facts, starts_on: date) -> Period:
    """A mission of the agency, about six or twelve months long."""
    ends_on = fact.day_near(
        last_day_of(starts_on, 6), last_day_of(starts_on, 12)
    )
    return Period(starts_on=starts_on, ends_on=ends_on)


def mobility(fact: Facts, starts_on: date, ends_on: date) -> Mobility:
    """A time abroad, within or about the contract."""
    middle = plus(starts_on, (ends_on - starts_on).days // 2)
    first = fact.day_near(starts_on, middle, same_day(ends_on, -6))
    last = fact.day_near(ends_on, middle, same_day(starts_on, 12))
    return Mobility(starts_on=first, ends_on=max(first, last))


def declared_lines(
    fact: Facts, starts_on: date, ends_on: date
) -> tuple[DeclaredPayLine, ...]:
    """A line a year of execution, at rates that may fall short."""
    lines: list[DeclaredPayLine] = []
    opens = starts_on
    while opens <= ends_on and len(lines) < 4:
        closes = min(last_day_of(opens, 12), ends_on)
        lines.append(
            DeclaredPayLine(
                order=f"{len(lines) + 1}.1",
                starts_on=opens,
                ends_on=closes,
                rate=fact.pick(RATES),
                base=fact.pick((PayBase.SMIC, PayBase.SMC)),
                monthly=fact.among(*_MONEY),
            )
        )
        opens = morrow_of(closes)
    return tuple(lines)


def benefits(fact: Facts) -> dict[str, Any]:
    """The benefits in kind, in total or kind by kind."""
    if fact.pick((True, False)):
        return {"benefits_in_kind": fact.among(*_MONEY)}
    return {"in_kind": fact.maybe(lambda: in_kind(fact))}


def in_kind(fact: Facts) -> InKind:
    """Benefits in kind, each of its kind."""
    return InKind(
        meal=fact.among(*map(Decimal, ("4.22", "0", "5.50"))),
        meals=fact.among(20, 0, 44),
        lodging=fact.among(*_MONEY),
        other=fact.among(*_MONEY),
    )


def conventional_minimum(fact: Facts, starts_on: date) -> Decimal | ByDay:
    """A conventional minimum, fixed or risen by day."""
    amount = fact.pick(_SMC)
    if fact.pick((True, False)):
        return amount
    risen_on = fact.day_near(same_day(starts_on, 12), same_day(starts_on, 6))
    return ByDay(((same_day(starts_on, -24), amount), (risen_on, amount + 50)))


def grid(fact: Facts) -> Grid:
    """A grid of a branch, of known and unknown rows."""

    def row() -> Rates | None:
        return fact.maybe(
            lambda: (fact.pick(RATES), fact.pick(RATES), fact.pick(RATES))
        )

    rows = [row() for _ in AgeBracket]
    if not any(rows):
        return NO_GRID
    return Grid(
        under_18=rows[0],
        from_18=rows[1],
        from_21=rows[2],
        from_26=rows[3],
        base=fact.pick(tuple(PayBase)),
        from_on=fact.pick((None, date(2024, 1, 1))),
        keeps_last_pay=fact.pick((False, True)),
    )


@composite
def scheduled_contracts(draw: DrawFn, /, **facts: Any) -> Contract:
    """Contracts whose pay schedule can be computed.

    As `contracts`, but none of Mayotte before 2018, where the Code did not
    apply.

    Args:
        draw: Supplied by Hypothesis.
        **facts: As `contracts` takes them.

    >>> isinstance(scheduled_contracts(smc_monthly=None), SearchStrategy)
    True
    """
    contract = draw(contracts(**facts))
    employer = contract.employer
    if (
        employer.territory is Territory.MAYOTTE
        and contract.concluded_on < _SINCE_2018_IN_MAYOTTE
    ):
        employer = evolve(employer, territory=Territory.LA_REUNION)
    return evolve(contract, employer=employer)


def schedules(
    *, readings: Readings = LETTER, **facts: Any
) -> SearchStrategy[PaySchedule]:
    """Pay schedules of `scheduled_contracts`.

    Args:
        readings: The choice on each contested point.
        **facts: As `contracts` takes them.

    >>> isinstance(schedules(unknowns=False), SearchStrategy)
    True
    """
    check_arguments(schedules, locals())
    return scheduled_contracts(**facts).map(
        lambda contract: pay_schedule(contract, readings)
    )
