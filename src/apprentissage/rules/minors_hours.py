"""Daily and weekly hours of a minor, and the break (L3162-1 to -3)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from attrs import evolve, frozen

from apprentissage.arguments import check_arguments
from apprentissage.facts import Contract, WorkDay, WorkingTime, WorkSector
from apprentissage.law.minors_hours import (
    BREAK_AFTER_HOURS,
    BREAK_MINUTES,
    DAILY_HOURS,
    INSPECTOR_WEEKLY_HOURS,
    MAJORITY,
    SITE_HOURS,
    WEEKLY_HOURS,
)
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat, article
from apprentissage.rules.ages import birthday
from apprentissage.rules.calendar_entries import AgendaEntry
from apprentissage.rules.finding import (
    UNKNOWN,
    Finding,
    Outcome,
    all_of,
    any_of,
    compliant,
    not_applicable,
    undetermined,
    whether,
)
from apprentissage.rules.minors_days import (
    ADULT,
    ALL_DAYS,
    NO_DAY,
    is_minor,
    judged_days,
    minor_days,
)
from apprentissage.rules.rule import Rule
from apprentissage.text import short_date

__all__ = [
    "MINORS_BREAKS",
    "MINORS_HOURS",
    "MinorLimits",
    "break_required",
    "minor_limits",
]
__dir__ = __all__.copy

BOTH_WITHIN = (
    "Le mineur travaille {daily_hours} h par jour et {weekly_hours} h par "
    "semaine au plus : c'est permis."
)
WITHIN = "{hours} h {per} : la limite est de {limit} h."
BEYOND = "{hours} h {per} : la limite de {limit} h est dépassée."
ON_SITE = "Le travail est accompli sur un chantier visé par l'art. R. 3162-1."
NOT_ON_SITE = "Aucun chantier visé par l'art. R. 3162-1 n'est en cause."
ORGANISED = "L'organisation collective du travail le justifie."
NOT_ORGANISED = "L'organisation collective du travail ne le justifie pas."
AUTHORISED = "L'inspecteur du travail l'a autorisé."
NOT_AUTHORISED = "L'inspecteur du travail ne l'a pas autorisé."
DAILY_BY_DECISION = (
    "L'inspecteur du travail a autorisé un dépassement : la durée "
    "quotidienne permise est celle de sa décision."
)
BREAK_TAKEN = "La pause de {minutes} minutes suffit."
NO_BREAK_DUE = "La journée ne dépasse pas 4 h 30 : aucune pause n'est due."
BREAK_TOO_SHORT = (
    "La journée dépasse 4 h 30 : il faut 30 minutes de pause consécutives, "
    "et non {minutes}."
)

_DAY, _WEEK = "durée quotidienne", "durée hebdomadaire"
_PER_DAY, _PER_WEEK = "par jour", "par semaine"
_INSPECTOR = Caveat(
    "INSPECTOR_ASSENT",
    "L'autorisation demande l'avis conforme du médecin du travail, et ne "
    "dépasse jamais la durée normale des adultes.",
)
_CFA_TIME = Caveat(
    "CFA_TIME_COUNTS",
    "Le temps passé au CFA est du temps de travail.",
)
_REST_FOR_LONGER_DAYS = Caveat(
    "REST_FOR_LONGER_DAYS",
    "Les heures au-delà de huit sont compensées par un repos égal ; les "
    "heures supplémentaires et leur majoration, en repos.",
)


@frozen(kw_only=True)
class MinorLimits:
    """The most hours of a minor.

    Args:
        daily: A day; None where an authorisation of the inspector fixes it.
        weekly: A week.
    """

    daily: Decimal | None
    weekly: Decimal


def minor_limits(
    *,
    sector: WorkSector,
    concluded_on: date,
    collective_organisation: bool,
    inspector_authorisation: bool,
) -> MinorLimits:
    """The most hours of a minor a day and a week, time at the CFA included.

    Args:
        sector: Kind of work place.
        concluded_on: Day of conclusion, which chooses the law.
        collective_organisation: It justifies longer hours on a site.
        inspector_authorisation: The inspector has granted longer hours.

    Raises:
        NotCovered: Before 2008-05-01.

    Source: art. L. 3162-1, R. 3162-1 du code du travail.

    >>> minor_limits(
    ...     sector=WorkSector.CONSTRUCTION_SITE,
    ...     concluded_on=date(2025, 9, 1),
    ...     collective_organisation=True,
    ...     inspector_authorisation=False,
    ... )
    MinorLimits(daily=Decimal('10'), weekly=Decimal('40'))
    """
    check_arguments(minor_limits, locals())
    site = SITE_HOURS.concluded(concluded_on).value
    by_right = sector in site.sectors and collective_organisation
    daily = site.daily if by_right else DAILY_HOURS
    weekly = site.weekly if by_right else WEEKLY_HOURS
    if inspector_authorisation:
        return MinorLimits(
            daily=None, weekly=max(weekly, INSPECTOR_WEEKLY_HOURS)
        )
    return MinorLimits(daily=daily, weekly=weekly)


def break_required(hours: Decimal | int) -> bool:
    """Whether a day of work asks for a break of thirty minutes.

    Args:
        hours: Hours of work of the day.

    Source: art. L. 3162-3 du code du travail.

    >>> break_required(Decimal("4.5")), break_required(5)
    (False, True)
    """
    check_arguments(break_required, locals())
    # beyond four and a half hours: they themselves ask for none
    return hours > BREAK_AFTER_HOURS


def _base(
    contract: Contract, hours: Decimal | int, limit: Decimal, per: str
) -> Finding:
    law = SITE_HOURS.concluded(contract.concluded_on)
    return whether(
        # « huit heures par jour », « trente-cinq heures par semaine »
        hours <= limit,
        holds=WITHIN,
        fails=BEYOND,
        sources=law.sources,
        hours=hours,
        limit=limit,
        per=per,
    )


def _on_site(
    contract: Contract, hours: Decimal | int, limit: Decimal, per: str
) -> Finding:
    law = SITE_HOURS.concluded(contract.concluded_on)
    working_time = contract.working_time
    sector = None if working_time is None else working_time.sector
    known = False if not law.value.sectors else None
    if sector is not None:
        known = sector in law.value.sectors
    return all_of(
        (
            _base(contract, hours, limit, per),
            whether(
                known,
                "working_time.sector",
                holds=ON_SITE,
                fails=NOT_ON_SITE,
                sources=law.sources,
            ),
            # « lorsque l'organisation collective du travail le justifie »
            whether(
                None
                if working_time is None
                else working_time.collective_organisation,
                "working_time.collective_organisation",
                holds=ORGANISED,
                fails=NOT_ORGANISED,
                sources=law.sources,
                caveats=(_REST_FOR_LONGER_DAYS,),
            ),
        )
    )


def _authorised(contract: Contract) -> Finding:
    working_time = contract.working_time
    return whether(
        None if working_time is None else working_time.inspector_authorisation,
        "working_time.inspector_authorisation",
        holds=AUTHORISED,
        fails=NOT_AUTHORISED,
        sources=(article("L3162-1"),),
        caveats=(_INSPECTOR,),
    )


def _daily(contract: Contract) -> Finding:
    working_time = contract.working_time
    hours = None if working_time is None else working_time.daily_hours
    if hours is None:
        return undetermined(
            "working_time.daily_hours",
            sources=(article("L3162-1"),),
            subject=_DAY,
        )
    site = SITE_HOURS.concluded(contract.concluded_on).value
    authorised = _authorised(contract)
    if authorised.outcome is Outcome.COMPLIANT:
        authorised = undetermined(
            template=DAILY_BY_DECISION,
            sources=authorised.sources,
            caveats=authorised.caveats,
        )
    base = _base(contract, hours, DAILY_HOURS, _PER_DAY)
    if base.outcome is Outcome.COMPLIANT:
        return evolve(base, subject=_DAY)
    return any_of(
        (base, _on_site(contract, hours, site.daily, _PER_DAY), authorised),
        subject=_DAY,
    )


def _weekly(contract: Contract) -> Finding:
    hours = contract.weekly_hours
    if hours is None:
        return undetermined(
            "weekly_hours", sources=(article("L3162-1"),), subject=_WEEK
        )
    site = SITE_HOURS.concluded(contract.concluded_on).value
    base = _base(contract, hours, WEEKLY_HOURS, _PER_WEEK)
    if base.outcome is Outcome.COMPLIANT:
        return evolve(base, subject=_WEEK)
    # five hours a week more, by the inspector
    inspected = all_of(
        (
            _base(contract, hours, INSPECTOR_WEEKLY_HOURS, _PER_WEEK),
            _authorised(contract),
        )
    )
    return any_of(
        (base, _on_site(contract, hours, site.weekly, _PER_WEEK), inspected),
        subject=_WEEK,
    )


def _judge(contract: Contract, readings: Readings) -> Finding:
    """A minor works eight hours a day and 35 a week at most.

    L3162-1, L6222-25, time at the CFA included. On building, public works
    and landscaping sites ten and forty, « lorsque l'organisation collective
    du travail le justifie » (R3162-1, contracts from 2019); by leave of the
    inspector up to five hours a week more.

    Args:
        contract: The facts.
        readings: `leap_birthday`.

    Returns:
        Values `max_daily_hours` (None where the inspector's decision fixes
        it) and `max_weekly_hours`, on the facts known.
    """
    law = SITE_HOURS.concluded(contract.concluded_on)
    if not is_minor(contract, readings):
        return not_applicable(ADULT, sources=law.sources)
    found = all_of((_daily(contract), _weekly(contract)), holds=BOTH_WITHIN)
    time = contract.working_time or WorkingTime()
    limits = minor_limits(
        sector=time.sector or WorkSector.OTHER,
        concluded_on=contract.concluded_on,
        collective_organisation=time.collective_organisation is True,
        inspector_authorisation=time.inspector_authorisation is True,
    )
    return evolve(found, caveats=(*found.caveats, _CFA_TIME)).with_values(
        daily_hours=time.daily_hours,
        weekly_hours=contract.weekly_hours,
        max_daily_hours=limits.daily,
        max_weekly_hours=limits.weekly,
    )


def _break(day: WorkDay, rank: int) -> Finding:
    sources = (article("L3162-3"),)
    path = f"working_time.days[{rank}]"
    subject = short_date(day.on)
    taken = day.break_minutes
    if day.hours is None:
        enough = taken is not None and taken >= BREAK_MINUTES
        return whether(
            True if enough else None,
            f"{path}.hours",
            *((f"{path}.break_minutes",) if taken is None else ()),
            holds=BREAK_TAKEN,
            fails=BREAK_TOO_SHORT,
            sources=sources,
            subject=subject,
            minutes=taken,
        )
    due = break_required(day.hours)
    if not due:
        return compliant(NO_BREAK_DUE, sources=sources, subject=subject)
    return whether(
        None if taken is None else taken >= BREAK_MINUTES,
        f"{path}.break_minutes",
        holds=BREAK_TAKEN,
        fails=BREAK_TOO_SHORT,
        sources=sources,
        subject=subject,
        minutes=taken,
    )


def _judge_breaks(contract: Contract, readings: Readings) -> Finding:
    """A minor who works more than four and a half hours has a break.

    L3162-3: thirty consecutive minutes.

    Args:
        contract: The facts; `working_time.days` before the majority.
        readings: `leap_birthday`.

    Returns:
        A part for each day.
    """
    parts = [
        _break(day, rank) for rank, day, _ in minor_days(contract, readings)
    ]
    return judged_days(parts, contract, readings, (article("L3162-3"),))


def _dates(contract: Contract, readings: Readings) -> Iterator[AgendaEntry]:
    majority = birthday(contract.apprentice.born_on, MAJORITY, readings)
    if contract.starts_on < majority <= contract.ends_on:
        yield AgendaEntry(
            on=majority,
            label="18 ans : fin des limites du travail des mineurs",
            sources=(article("L3162-1"),),
        )


MINORS_HOURS = Rule(
    name="minors_hours",
    title="Durée du travail des mineurs",
    judge=_judge,
    articles=("L3162-1", "L6222-25", "R3162-1"),
    boxes=(25,),
    reads=("leap_birthday",),
    sentences=(
        ADULT,
        BOTH_WITHIN,
        WITHIN,
        BEYOND,
        ON_SITE,
        NOT_ON_SITE,
        ORGANISED,
        NOT_ORGANISED,
        AUTHORISED,
        NOT_AUTHORISED,
        DAILY_BY_DECISION,
        UNKNOWN,
    ),
    dates=_dates,
)

MINORS_BREAKS = Rule(
    name="minors_breaks",
    title="Pause des mineurs",
    judge=_judge_breaks,
    articles=("L3162-3",),
    reads=("leap_birthday",),
    sentences=(
        ADULT,
        ALL_DAYS,
        NO_DAY,
        BREAK_TAKEN,
        NO_BREAK_DUE,
        BREAK_TOO_SHORT,
        UNKNOWN,
    ),
)
