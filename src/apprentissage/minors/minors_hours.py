"""Daily and weekly hours of a minor (L3162-1 and L3162-2)."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple, Self

from attrs import frozen

from apprentissage._arguments import check_arguments
from apprentissage._guards import LAST_DAY
from apprentissage._money import EXACT
from apprentissage._plain import PlainValue
from apprentissage._text import short_date
from apprentissage.age.ages import birthday
from apprentissage.facts import Contract, WorkDay, WorkingTime, WorkSector
from apprentissage.judging import (
    AgendaEntry,
    Finding,
    Outcome,
    Proposed,
    Result,
    Rule,
    all_of,
    any_of,
    not_applicable,
    proposal,
    signed_and_started_on,
    undetermined,
    whether,
)
from apprentissage.judging.calendar_entries import entered
from apprentissage.law.dated import Version
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat
from apprentissage.law.sources import cited as article
from apprentissage.minors._days import (
    ADULT,
    Days,
    minor_days,
    minor_until,
    starts_as_minor,
    working_time_of,
)
from apprentissage.minors.texts import HOURS, MAJORITY, HoursLaw
from apprentissage.months import eve_of, morrow_of

_DAY, _WEEK = "durée quotidienne", "durée hebdomadaire"
_PER_DAY, _PER_WEEK = "par jour", "par semaine"
_HOURS_OF_A_DAY = 24
_INSPECTOR = Caveat(
    "INSPECTOR_ASSENT",
    "L'autorisation, donnée à titre exceptionnel, demande l'avis conforme du "
    "médecin du travail (art. L. 3162-1).",
)
_ADULT_CEILING = Caveat(
    "ADULT_CEILING",
    "La durée du travail du mineur ne dépasse jamais la durée quotidienne ou hebdomadaire normale "
    "des adultes de l'établissement (art. L. 3162-1), que la bibliothèque ne connaît pas.",
)
_CFA_TIME = Caveat(
    "CFA_TIME_COUNTS",
    "Le temps passé au CFA est du temps de travail (art. L. 3162-2 et L. 6222-24).",
)
_REST_FOR_LONGER_DAYS = Caveat(
    "REST_FOR_LONGER_DAYS",
    "Les heures au-delà de huit sont compensées par un repos égal ; les "
    "heures supplémentaires et leur majoration, en repos.",
)
_TOLD_TWICE = Caveat(
    "HOURS_TOLD_TWICE",
    "La durée quotidienne déclarée est inférieure à celle d'une journée "
    "déclarée : la plus longue est retenue.",
)


@frozen(kw_only=True, eq=False, repr=False)
class MinorLimits(PlainValue):
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
    law = HOURS.concluded(concluded_on).value
    on_site = sector in law.sites
    if on_site and collective_organisation:
        return MinorLimits(daily=law.site_daily, weekly=law.site_weekly)
    # « Pour les autres activités et à titre exceptionnel, des dérogations »
    if inspector_authorisation and not on_site:
        return MinorLimits(daily=None, weekly=EXACT.add(law.weekly, law.granted))
    return MinorLimits(daily=law.daily, weekly=law.weekly)


class _Judged(NamedTuple):
    """A contract with the law of its hours and the last day of the limits."""

    contract: Contract
    law: Version[HoursLaw]
    until: date

    @property
    def time(self) -> WorkingTime:
        return working_time_of(self.contract)

    def limited(self, hours: Decimal | int, limit: Decimal, per: str) -> Finding:
        """Whether hours keep to a limit."""
        return whether(
            hours <= limit,
            holds="{hours} h {per} : la limite est de {limit} h jusqu'au {until_on}.",
            fails=(
                "{hours} h {per} : la limite de {limit} h, qui vaut jusqu'au "
                "{until_on}, est dépassée."
            ),
            sources=self.law.sources,
            caveats=self.law.caveats,
            hours=hours,
            limit=limit,
            per=per,
            until_on=self.until,
        )

    def on_site(self, hours: Decimal | int, limit: Decimal, per: str) -> Finding:
        """Longer hours by right."""
        sites, sector = self.law.value.sites, self.time.sector
        known = None if sites and sector is None else sector in sites
        return all_of(
            (
                # « dans la limite de dix heures par jour et de quarante
                # heures par semaine »
                self.limited(hours, limit, per),
                whether(
                    known,
                    "working_time.sector",
                    holds="Le travail est accompli sur un chantier visé par l'art. R. 3162-1.",
                    fails="Aucun chantier visé par l'art. R. 3162-1 n'est en cause.",
                    sources=self.law.sources,
                ),
                # « lorsque l'organisation collective du travail le justifie »
                whether(
                    self.time.collective_organisation,
                    "working_time.collective_organisation",
                    holds="L'organisation collective du travail le justifie.",
                    fails="L'organisation collective du travail ne le justifie pas.",
                    sources=self.law.sources,
                    caveats=(_REST_FOR_LONGER_DAYS,),
                ),
            )
        )

    def authorised(self) -> Finding:
        """Longer hours granted by the inspector."""
        sites, sector = self.law.value.sites, self.time.sector
        known = None if sites and sector is None else sector not in sites
        return all_of(
            (
                # « Pour les autres activités et à titre exceptionnel »
                whether(
                    known,
                    "working_time.sector",
                    holds=(
                        "L'activité est de celles où l'inspecteur du travail "
                        "peut accorder des heures de plus."
                    ),
                    fails=(
                        "Sur un chantier visé par l'art. R. 3162-1, l'inspecteur du travail "
                        "n'accorde pas d'heures de plus."
                    ),
                    sources=self.law.sources,
                ),
                # « peuvent être accordées dans la limite de cinq heures par
                # semaine par l'inspecteur du travail »
                whether(
                    self.time.inspector_authorisation,
                    "working_time.inspector_authorisation",
                    holds="L'inspecteur du travail l'a autorisé.",
                    fails="L'inspecteur du travail ne l'a pas autorisé.",
                    sources=self.law.sources,
                    caveats=(_INSPECTOR,),
                ),
            )
        )

    def day(self, hours: Decimal | int, excess: Decimal | int, per: str) -> Finding:
        """The hours of a day, in a week of so many beyond the limit."""
        law = self.law.value
        # « huit heures par jour »
        base = self.limited(hours, law.daily, per)
        if base.outcome is Outcome.COMPLIANT:
            return base.but(subject=_DAY)
        ways = (base, self.on_site(hours, law.site_daily, per), self._inspected_day(excess))
        return any_of(ways, subject=_DAY)

    def _inspected_day(self, excess: Decimal | int) -> Finding:
        law = self.law.value
        authorised = self.authorised()
        if authorised.outcome is Outcome.COMPLIANT:
            authorised = undetermined(
                template=(
                    "L'inspecteur du travail a autorisé un dépassement : la "
                    "durée quotidienne permise est celle de sa décision."
                ),
                sources=authorised.sources,
                caveats=authorised.caveats,
            )
        # « dans la limite de cinq heures par semaine »
        within = whether(
            excess <= law.granted,
            holds=(
                "{excess} h de dépassement dans la semaine : l'inspecteur du "
                "travail peut en accorder {granted}."
            ),
            fails=(
                "{excess} h de dépassement dans la semaine : l'inspecteur du "
                "travail ne peut en accorder que {granted}."
            ),
            sources=self.law.sources,
            excess=excess,
            granted=law.granted,
        )
        return all_of((within, authorised))

    def week(self, hours: Decimal | int, per: str) -> Finding:
        """The hours of a week."""
        law = self.law.value
        # « trente-cinq heures par semaine »
        base = self.limited(hours, law.weekly, per)
        if base.outcome is Outcome.COMPLIANT:
            return base.but(subject=_WEEK)
        # « dans la limite de cinq heures par semaine »
        most = self.limited(hours, EXACT.add(law.weekly, law.granted), per)
        ways = (base, self.on_site(hours, law.site_weekly, per), all_of((most, self.authorised())))
        return any_of(ways, subject=_WEEK)


def _hours(rank: int) -> str:
    return f"working_time.days[{rank}].hours"


def _weeks(days: Days) -> Iterator[tuple[date, Days]]:
    """The days by civil week, each with its Monday."""
    weeks: dict[date, list[tuple[int, WorkDay, int]]] = {}
    for rank, day, age in days:
        monday = day.on - timedelta(day.on.weekday())
        weeks.setdefault(monday, []).append((rank, day, age))
    yield from weeks.items()


def _sum(hours: Iterable[Decimal | int]) -> Decimal:
    """Hours added up, whatever the host's decimal context."""
    total = Decimal(0)
    for each in hours:
        total = EXACT.add(total, each)
    return total


def _total(days: Days) -> Decimal:
    """The hours told of some days."""
    return _sum(day.hours or 0 for _, day, _ in days)


def _excess(hours: Decimal | int, limit: Decimal) -> Decimal:
    """Hours beyond a limit, from none on."""
    return max(EXACT.subtract(hours, limit), Decimal(0))


def _daily(judged: _Judged, days: Days) -> Iterator[Finding]:
    """The longest day told, and each day declared."""
    law, figure = judged.law.value, judged.time.daily_hours
    if figure is not None:
        yield judged.day(figure, _excess(figure, law.daily), _PER_DAY)
    for _, week in _weeks(days):
        excess = _sum(_excess(day.hours, law.daily) for _, day, _ in week if day.hours is not None)
        for rank, day, _ in week:
            if day.hours is not None:
                per = f"le {short_date(day.on)}"
                yield judged.day(day.hours, excess, per)
            elif figure is None:
                yield undetermined(_hours(rank), sources=judged.law.sources, subject=_DAY)
    if figure is None and not days:
        yield undetermined("working_time.daily_hours", sources=judged.law.sources, subject=_DAY)


def _weekly(judged: _Judged, days: Days) -> Iterator[Finding]:
    """The hours of the contract, and each week of days declared."""
    hours, figure = judged.contract.weekly_hours, judged.time.daily_hours
    if hours is None:
        yield undetermined("weekly_hours", sources=judged.law.sources, subject=_WEEK)
    else:
        yield judged.week(hours, _PER_WEEK)
    most = _HOURS_OF_A_DAY if figure is None else figure
    for monday, week in _weeks(days):
        told = _total(week)
        found = judged.week(told, f"la semaine du {short_date(monday)}")
        unknown = [rank for rank, day, _ in week if day.hours is None]
        if not unknown or found.outcome is Outcome.NON_COMPLIANT:
            yield found
        elif _sum((told, *(most for _ in unknown))) > judged.law.value.weekly:
            yield undetermined(*map(_hours, unknown), sources=judged.law.sources, subject=_WEEK)


def _longest(*hours: Decimal | int | None) -> Decimal | int | None:
    return max((each for each in hours if each is not None), default=None)


def _found(contract: Contract, readings: Readings) -> Finding:
    law = HOURS.concluded(contract.concluded_on)
    if not starts_as_minor(contract, readings):
        return not_applicable(ADULT, sources=law.sources)
    judged = _Judged(contract=contract, law=law, until=minor_until(contract, readings))
    days = tuple(minor_days(contract, readings))
    found = all_of(
        (*_daily(judged, days), *_weekly(judged, days)),
        holds=(
            "Le mineur travaille {daily_hours} h par jour et {weekly_hours} h "
            "par semaine au plus : c'est permis jusqu'au {until_on}."
        ),
    )
    time = judged.time
    limits = minor_limits(
        sector=time.sector or WorkSector.OTHER,
        concluded_on=contract.concluded_on,
        collective_organisation=time.collective_organisation is True,
        inspector_authorisation=time.inspector_authorisation is True,
    )
    declared = _longest(*(day.hours for _, day, _ in days))
    figure = time.daily_hours
    twice = None not in (figure, declared) and _longest(figure) != _longest(figure, declared)
    return found.but(
        caveats=(*found.caveats, _CFA_TIME, _ADULT_CEILING, *((_TOLD_TWICE,) if twice else ())),
        daily_hours=_longest(figure, declared),
        weekly_hours=_longest(contract.weekly_hours, *(_total(week) for _, week in _weeks(days))),
        max_daily_hours=limits.daily,
        max_weekly_hours=limits.weekly,
        until_on=judged.until,
    )


def _holds_from(contract: Contract, readings: Readings) -> date | None:
    """The first day on which it no longer fails: a new law, the majority."""

    def fails(day: date) -> bool:
        moved = _found(signed_and_started_on(contract, day), readings)
        return moved.outcome in (Outcome.NON_COMPLIANT, Outcome.UNDETERMINED)

    born_on = contract.apprentice.born_on
    majority = birthday(born_on, MAJORITY, readings)
    soonest = morrow_of(max(contract.concluded_on, born_on))
    last = min(majority, LAST_DAY)
    turning = {soonest, majority, *(law.since for law in HOURS.versions)}
    for day in sorted(turning):
        if soonest <= day <= last and not fails(day) and (day == soonest or fails(eve_of(day))):
            return day
    return None


class MinorsHoursFinding(Finding):
    """What `MINORS_HOURS` finds."""

    parts: tuple[Self, ...]
    max_daily_hours = Result[Decimal]("most hours a day")
    max_weekly_hours = Result[Decimal]("most hours a week")
    daily_hours = Result[Decimal | int]("hours a day, as declared")
    weekly_hours = Result[Decimal | int]("hours a week, as declared")
    hours = Result[Decimal | int]("hours compared")
    limit = Result[Decimal]("their limit")
    per = Result[str]("what they are hours of, in French")
    excess = Result[Decimal | int]("hours beyond the limit")
    granted = Result[Decimal]("most hours that the inspector may grant")
    until_on = Result[date]("last day of the limits")


def judge(contract: Contract, readings: Readings) -> Finding:
    """A minor works eight hours a day and 35 a week at most.

    L3162-1, L6222-25, time at the CFA included (L3162-2, L6222-24). On
    building, public works and landscaping sites ten and forty, « lorsque
    l'organisation collective du travail le justifie » (R3162-1, contracts
    from 2019); elsewhere up to five hours a week more by the inspector. Days
    of work that are declared are judged one by one and by civil week, beside
    the figures of the contract.

    Args:
        contract: The facts.
        readings: `leap_birthday`.

    Returns:
        Values `max_daily_hours` (None where the inspector's decision fixes
        it) and `max_weekly_hours`, on the facts known; `until_on`, the last
        day of the limits.
    """
    found = _found(contract, readings)
    if found.outcome is not Outcome.NON_COMPLIANT:
        return found
    return found.but(holds_from=_holds_from(contract, readings))


def dates(contract: Contract, readings: Readings) -> Iterator[AgendaEntry]:
    majority = birthday(contract.apprentice.born_on, MAJORITY, readings)
    if contract.starts_on < majority <= contract.ends_on:
        yield entered(
            on=majority,
            label="18 ans : fin des limites du travail des mineurs",
            sources=(article("L3161-1", contract.concluded_on),),
        )


def remedies(contract: Contract, found: Finding, _: Readings) -> Iterator[Proposed]:
    """The hours of the contract brought down to those of a minor."""
    time = working_time_of(contract)
    limits = {
        "weekly_hours": (contract.weekly_hours, found["max_weekly_hours"]),
        "working_time.daily_hours": (time.daily_hours, found["max_daily_hours"]),
    }
    changes = {
        path: most
        for path, (hours, most) in limits.items()
        if isinstance(most, Decimal) and (hours or 0) > most
    }
    if changes:
        yield proposal(
            "Ramener le travail à {hours} au plus, tant que l'apprenti est mineur.",
            changes,
            hours=tuple(
                f"{value} h par {'semaine' if 'week' in path else 'jour'}"
                for path, value in changes.items()
            ),
        )


MINORS_HOURS = Rule(
    name="minors_hours",
    title="Durée du travail des mineurs",
    judge=judge,
    articles=("L3162-1", "L3162-2", "L6222-24", "L6222-25", "R3162-1", "L3161-1"),
    boxes=(25,),
    dates=dates,
    finding=MinorsHoursFinding,
    remedies=remedies,
)
