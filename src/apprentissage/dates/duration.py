"""The duration of the contract (L6222-7-1)."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Self, cast

from apprentissage._arguments import check_arguments
from apprentissage.dates._four_years import four_years, has_four_years
from apprentissage.dates.extra_year import (
    failed_from,
    failure_undated,
    first_repeated,
    one_year_from,
)
from apprentissage.facts import Contract, DurationGround
from apprentissage.judging import (
    AgendaEntry,
    Consequence,
    Finding,
    Outcome,
    Proposed,
    Question,
    Result,
    Rule,
    all_of,
    any_of,
    compliant,
    hopeless,
    proposal,
    question,
    whether,
)
from apprentissage.judging.calendar_entries import entered
from apprentissage.judging.conditions import each_once
from apprentissage.judging.watching import at_face
from apprentissage.law.choices import FourYears, MonthsCounted
from apprentissage.law.durations import (
    BOUNDS,
    DISABLED_FOUR_YEARS,
    FAILURE,
    FLOOR_WAIVED,
    SHORTER_CASES,
)
from apprentissage.law.readings import LETTER, Readings
from apprentissage.law.sources import Caveat, cited
from apprentissage.months import (
    eve_of,
    last_day_of,
    months_and_days,
    months_begun,
    morrow_of,
    same_day,
)

_LEAST, _MOST = "durée minimale", "durée maximale"
_LEAST_AFTER_FAILURE = Caveat(
    "LEAST_AFTER_FAILURE",
    "Le code réserve les prolongations de l'art. L. 6222-11 sans "
    "dire si la durée minimale leur est applicable.",
)


def period_ends_on(starts_on: date, months: int, readings: Readings = LETTER) -> date:
    """The last day of a duration of some months: six, 36 or 48.

    Args:
        starts_on: First day, counted.
        months: The months of the text.
        readings: `months_counted` is read.

    Returns:
        The eve of the same day number, as the civil method counts; the day
        itself where the end day is not counted.

    Raises:
        WrongType: For a datetime or a text.

    Source: art. L. 6222-7-1 du code du travail.

    >>> period_ends_on(date(2025, 9, 1), 6)
    datetime.date(2026, 2, 28)
    >>> tool = LETTER.choose(months_counted="END_DAY_EXCLUDED")
    >>> period_ends_on(date(2025, 9, 1), 6, tool)
    datetime.date(2026, 3, 1)
    """
    check_arguments(period_ends_on, locals())
    return period_end(starts_on, months, readings)


def period_end(starts_on: date, months: int, readings: Readings = LETTER) -> date:
    """The same as `period_ends_on`, unchecked."""
    if readings.months_counted is MonthsCounted.END_DAY_EXCLUDED:
        return same_day(starts_on, months)
    return last_day_of(starts_on, months)


TOO_SHORT = "Le contrat devait durer au moins jusqu'au {earliest_on}."


def _floor(contract: Contract, readings: Readings) -> date:
    """The first lawful last day, of a contract of its ground."""
    bounds = BOUNDS.concluded(contract.concluded_on).value
    shorter = SHORTER_CASES.concluded(contract.concluded_on).value
    return period_end(
        contract.starts_on,
        bounds.least if contract.duration_ground in shorter else bounds.ordinary_least,
        readings,
    )


def _least(contract: Contract, readings: Readings) -> Finding:
    version = BOUNDS.concluded(contract.concluded_on)
    ordinary = period_end(contract.starts_on, version.value.ordinary_least, readings)
    earliest_on = _floor(contract, readings)
    # « varie entre six mois et trois ans »: six months sharp are lawful
    long_enough = whether(
        contract.ends_on >= ordinary,
        holds="La fin n'est pas avant le {earliest_on}.",
        fails=TOO_SHORT,
        sources=version.sources[:1],
        earliest_on=earliest_on,
    )
    if long_enough.outcome is Outcome.COMPLIANT:
        return any_of((long_enough,), subject=_LEAST)
    ground = contract.duration_ground
    shorter = SHORTER_CASES.concluded(contract.concluded_on)
    listed: bool | None = False
    if contract.ends_on >= period_end(contract.starts_on, version.value.least, readings):
        listed = None if ground is None else ground in shorter.value
    parts = (
        long_enough,
        # before 2014, then in like words to 2018: « la durée du contrat peut
        # varier entre six mois et un an lorsque la formation a pour objet
        # l'acquisition d'un diplôme ou d'un titre » of four kinds
        whether(
            listed,
            "duration_ground",
            holds=(
                "Entre six mois et un an, le contrat relève d'un des quatre "
                "cas que l'art. L. 6222-9 énumérait avant 2019."
            ),
            fails=TOO_SHORT,
            sources=shorter.sources,
            earliest_on=earliest_on,
        ),
        _waived_after_rupture(contract, earliest_on),
        *_after_failure(contract, earliest_on),
    )
    return any_of(parts, subject=_LEAST)


def _after_failure(contract: Contract, earliest_on: date) -> Iterator[Finding]:
    """Whether the whole contract prolongs, by its ground or its extension."""
    on = contract.concluded_on
    for path, prolongs in _prolonging(contract):
        # « sous réserve des cas de prolongation prévus à l'article L.
        # 6222-11 »
        yield whether(
            prolongs,
            path,
            holds="La durée minimale ne vise pas un contrat conclu après un échec.",
            fails=TOO_SHORT,
            sources=(*BOUNDS.concluded(on).sources[:1], *FAILURE.concluded(on).sources),
            caveats=(_LEAST_AFTER_FAILURE,) if prolongs else (),
            earliest_on=earliest_on,
        )


def _prolonging(contract: Contract) -> Iterator[tuple[str, bool | None]]:
    """Each fact that may tell it, and what it tells."""
    ground, first = contract.duration_ground, failed_from(contract)
    yield "duration_ground", None if ground is None else ground is DurationGround.FAILED_EXAM
    for path in failure_undated(contract):
        yield path, None
    if first is not None:
        yield "extension.starts_on", first == contract.starts_on


def _waived_after_rupture(contract: Contract, earliest_end_on: date) -> Finding:
    waiver = FLOOR_WAIVED.concluded(contract.concluded_on)
    # « il peut être dérogé à la durée minimale du contrat d'apprentissage »
    return whether(
        contract.resumes_after_rupture if waiver.value else False,
        "resumes_after_rupture",
        holds="La durée minimale est levée : le contrat poursuit un cycle après une rupture.",
        fails=TOO_SHORT,
        sources=waiver.sources,
        earliest_on=earliest_end_on,
    )


def _ordinary_ceiling(contract: Contract, readings: Readings) -> date:
    """The last day of three years."""
    return period_end(
        contract.starts_on, BOUNDS.concluded(contract.concluded_on).value.most, readings
    )


def _longest(contract: Contract, readings: Readings) -> tuple[date, tuple[str, ...]]:
    """The last day of four years, and the facts that may bring it nearer.

    Under the reading `CYCLE_AND_ONE`: « une période de temps égale à la durée
    normale d'apprentissage pour la formation considérée, augmentée d'un an au
    plus » (R6222-47), never under the three years of all.
    """
    law = DISABLED_FOUR_YEARS.concluded(contract.concluded_on).value
    four = period_end(contract.starts_on, law.most or 0, readings)
    if readings.four_years is FourYears.FORTY_EIGHT_MONTHS:
        return four, ()
    training = contract.training
    first, last = training.cycle_starts_on, training.cycle_ends_on
    if first is None or last is None:
        days = {"training.cycle_starts_on": first, "training.cycle_ends_on": last}
        return four, tuple(path for path, day in days.items() if day is None)
    months, days_left = months_and_days(first, last)
    cycle_and_one = period_end(
        contract.starts_on, months + law.beyond_cycle, readings
    ) + timedelta(days=days_left)
    ordinary = _ordinary_ceiling(contract, readings)
    return min(four, max(ordinary, cycle_and_one)), ()


def _ceiling(contract: Contract, readings: Readings, ordinary: date) -> date:
    """The last day of three years, or of more where it is surely allowed."""
    if has_four_years(contract, readings):
        longest, unknown = _longest(contract, readings)
        if not unknown:
            return longest
    return ordinary


def _most(contract: Contract, readings: Readings) -> Finding:
    version = BOUNDS.concluded(contract.concluded_on)
    last = _last_but_extension(contract)
    latest_on = _ordinary_ceiling(contract, readings)
    allowed = _ceiling(contract, readings, latest_on)
    if last <= latest_on:
        return compliant(
            "La fin n'est pas après le {latest_on}.",
            sources=version.sources[:1],
            subject=_MOST,
            latest_on=allowed,
        )
    longer = four_years(contract, readings)
    missing = longer.missing
    if longer.outcome is not Outcome.NON_COMPLIANT:
        latest_on, unknown = _longest(contract, readings)
        missing = (*missing, *unknown)
    reach = latest_on
    undated = failure_undated(contract)
    if undated:
        # an extra year that nobody speaks of, or dates, may be part of it
        reach = one_year_from(morrow_of(latest_on))
        missing = (*missing, *undated)
    known = None if allowed < last <= reach else last <= allowed
    year_ends_on = _year_exceeded(contract, allowed)
    more = () if year_ends_on is None else (cited("L6222-11", contract.concluded_on),)
    found = whether(
        known,
        *missing,
        holds="La durée peut dépasser trois ans, jusqu'au {latest_on}.",
        fails="Le contrat devait finir au plus tard le {latest_on}.",
        sources=each_once((*version.sources[:1], *more, *longer.sources)),
        caveats=longer.caveats if known else (),
        subject=_MOST,
        latest_on=allowed if year_ends_on is None else max(allowed, year_ends_on),
    )
    return found.but(parts=longer.parts)


def _surely_lawful(contract: Contract) -> bool:
    """Whether it is within three years and past the floor, however counted.

    To leave the end day out puts each of these days one later at most.
    """
    bounds = BOUNDS.concluded(contract.concluded_on).value
    first = contract.starts_on
    return last_day_of(first, bounds.ordinary_least) < contract.ends_on and _last_but_extension(
        contract
    ) <= last_day_of(first, bounds.most)


def _last_but_extension(contract: Contract) -> date:
    failed = failed_from(contract)
    # L6222-11: « pour une durée d'un an au plus »; what lasts longer is no
    # such extension, and counts as the rest of the contract does
    if failed is None or contract.ends_on > one_year_from(failed):
        return contract.ends_on
    return eve_of(failed)


def _year_exceeded(contract: Contract, allowed: date) -> date | None:
    """The last day of the year more, which the contract exceeds by it alone.

    Until then the extension would be one of L6222-11: the day that
    `extra_year` tells.
    """
    failed = failed_from(contract)
    if failed is None or eve_of(failed) > allowed:
        return None
    year_ends_on = one_year_from(failed)
    return year_ends_on if year_ends_on < contract.ends_on else None


class DurationFinding(Finding):
    """What `DURATION` finds."""

    parts: tuple[Self, ...]
    earliest_on = Result[date]("first lawful last day")
    latest_on = Result[date]("last lawful last day")
    months_started = Result[int]("months begun")
    length = Result[tuple[int, ...]]("length of the contract: whole months, and the days left")


def judge(contract: Contract, readings: Readings) -> Finding:
    """The contract lasts from six months to three years.

    L6222-7-1: « La durée du contrat d'apprentissage, lorsqu'il est conclu
    pour une durée limitée, ou de la période d'apprentissage, lorsque le
    contrat d'apprentissage est conclu pour une durée indéterminée, varie
    entre six mois et trois ans, sous réserve des cas de prolongation prévus à
    l'article L. 6222-11. » Concluded before 2019, « entre un et trois ans »
    (L6222-7, from 2014-03-07 L6222-7-1), but in the four cases of L6222-9.
    Four years for a disabled worker (R6222-46) or a high-level athlete
    (R6222-60); no floor after a rupture (R6222-23-1). The extension after a
    failure, of a year at most, is left to `extra_year`.

    Args:
        contract: The facts; of a CDI, `ends_on` is the end of the period.
        readings: `months_counted`; `four_years`, `leap_birthday` beyond
            three years.

    Returns:
        Values `earliest_on`, `latest_on`, `months_started` and `length`;
        parts for the floor and the ceiling.
    """
    if _surely_lawful(contract):
        readings = at_face(readings)
    least, most = _least(contract, readings), _most(contract, readings)
    found = all_of(
        (least, most),
        holds="La durée du contrat, ou de la période d'apprentissage, est de "
        "{length:durée} : elle est permise.",
    )
    return found.but(
        months_started=months_begun(contract.starts_on, contract.ends_on),
        earliest_on=least.get("earliest_on"),
        latest_on=most["latest_on"],
        length=months_and_days(contract.starts_on, contract.ends_on),
    )


def _floor_dates(contract: Contract, readings: Readings) -> Iterator[AgendaEntry]:
    version = BOUNDS.concluded(contract.concluded_on)
    earliest_end_on = _floor(contract, readings)
    waived = _waived_after_rupture(contract, earliest_end_on)
    prolongs = any(told for _, told in _prolonging(contract))
    if waived.outcome is not Outcome.COMPLIANT and not prolongs:
        yield entered(
            on=earliest_end_on,
            label="Fin du contrat au plus tôt (durée minimale)",
            sources=version.sources[:1],
            consequence=Consequence.UNLAWFUL,
        )


def dates(contract: Contract, readings: Readings) -> Iterator[AgendaEntry]:
    version = BOUNDS.concluded(contract.concluded_on)
    yield from _floor_dates(contract, readings)
    if first_repeated(contract) is None:
        sources = version.sources[:1]
        if has_four_years(contract, readings):
            # that of the last ground which holds
            *_, longer = four_years(contract, readings).deciding
            sources = longer.sources
        yield entered(
            on=_ceiling(contract, readings, _ordinary_ceiling(contract, readings)),
            label="Fin du contrat au plus tard (durée maximale)",
            sources=sources,
            consequence=Consequence.UNLAWFUL,
        )
    yield entered(
        on=contract.ends_on,
        label="Fin du contrat, ou de la période d'apprentissage d'un CDI",
        sources=version.sources[:1],
    )


def questions(_contract: Contract, _found: Finding, _: Readings) -> Iterator[Question]:
    """What would lift the floor, or raise the ceiling."""
    yield question(
        "Le contrat poursuit-il un cycle commencé dans un contrat rompu ? "
        "La durée minimale serait levée.",
        {"resumes_after_rupture": True},
    )
    yield question(
        "L'apprenti est-il reconnu travailleur handicapé (RQTH) ? Le "
        "contrat pourrait durer jusqu'à quatre ans.",
        {"apprentice.rqth": True},
    )


def remedies(contract: Contract, found: Finding, _: Readings) -> Iterator[Proposed]:
    """The nearest end that the bounds allow."""
    earliest_on = cast("date | None", found["earliest_on"])
    latest_on = cast("date", found["latest_on"])
    if earliest_on is not None and contract.ends_on < earliest_on:
        yield proposal(
            "Reporter la fin du contrat au {day} au plus tôt.",
            {"ends_on": earliest_on},
            day=earliest_on,
        )
        yield hopeless(
            "Le contrat doit durer au moins jusqu'au {day}, mais reporter sa seule fin ne suffit "
            "pas : d'autres règles ne seraient plus respectées (durée de la formation, périodes "
            "de rémunération). La durée entière est à revoir avec le CFA.",
            day=earliest_on,
        )
        return
    yield proposal(
        "Avancer la fin du contrat au {day} au plus tard.", {"ends_on": latest_on}, day=latest_on
    )
    # what would change with the end: the agreement of duration, its code, pay
    yield hopeless(
        "Le contrat doit finir au plus tard le {day}, mais avancer sa seule fin ne suffit pas : "
        "d'autres règles ne seraient plus respectées (cycle de formation, dernière épreuve, "
        "périodes de rémunération). La durée entière est à revoir avec le CFA : plus courte que "
        "le cycle, elle demande une convention tripartite (avant 2019, une autorisation), le code "
        "de dérogation et les périodes de rémunération qui en découlent.",
        day=latest_on,
    )


DURATION = Rule(
    name="duration",
    title="Durée du contrat",
    judge=judge,
    articles=("L6222-7", "L6222-7-1", "L6222-9", "L6222-11", "R6222-23-1", "R6222-46", "R6222-60"),
    boxes=(19, 21, 24),
    dates=dates,
    finding=DurationFinding,
    remedies=remedies,
    questions=questions,
)
