"""Contracts at the edges of every pay rule, for the tests of this folder."""

from calendar import isleap
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from attrs import evolve
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from apprentissage.facts import (
    NO_EXTENSION,
    NO_GRID,
    NO_SMC,
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
    Territory,
    Training,
)
from apprentissage.law.readings import LETTER, POINTS, Readings
from apprentissage.months import last_day_of, same_day

__all__ = ["FEWER", "SITUATIONS", "known_contracts", "pay_contracts", "pay_readings"]

TURNING_DAYS = (
    date(2008, 5, 1),
    date(2016, 4, 27),
    date(2016, 6, 30),
    date(2016, 7, 1),
    date(2017, 2, 19),
    date(2018, 12, 31),
    date(2019, 1, 1),
    date(2020, 3, 31),
    date(2020, 4, 1),
    date(2020, 4, 26),
    date(2020, 4, 27),
)
FIRST_PUBLIC = date(2017, 2, 19)
"""Before, décret 93-162 fixed the pay of a public employer: unread."""
YEAR_2019 = date(2019, 1, 1)
APRIL_2020 = date(2020, 4, 1)
LEAP_DAYS = tuple(date(year, 2, 29) for year in range(2012, 2029, 4))
RATES = tuple(Decimal(rate) for rate in ("20", "41", "49", "53.5", "67", "76", "100", "110"))
MONTHS_OF_SMC = tuple(
    Decimal(month) for month in ("1100", "1790", "1801.80", "1801.81", "1900", "2371", "2600")
)


_FIFTEEN = sorted(point for point in POINTS if point.startswith("fifteen_points_"))
_OF_PAY = sorted(
    {
        *_FIFTEEN,
        "birthday_on_the_first",
        "credit_2019",
        "cycle_credit",
        "disability_points_base",
        "leap_birthday",
        "leap_start",
        "licence_pro_before_april_2020",
        "licence_pro_length",
        "mayotte_2021_month",
        "monthly_base",
        "rounding",
        "smc_before_july_2016",
        "threshold_in_start_month",
        "year_elsewhere",
    }
)


def _some(*values: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(values)


def _year_after(day: date, years: int) -> date:
    return date(day.year + years, day.month, 28 if day.day == 29 else day.day)


class Cycle(NamedTuple):
    """How a contract stands to its cycle, every fact of it known."""

    ends_on: date
    years: int
    entry: int = 1
    starts_on: date | None = None
    agreed: bool = False
    resumed: bool = False
    extension: Extension = NO_EXTENSION
    ground: DurationGround = DurationGround.NONE


@st.composite
def known_contracts(draw: st.DrawFn, situation: str | None = None) -> Contract:
    """Contracts at the limits of the pay rules, every fact of pay known.

    Of one of the `SITUATIONS`, or of any.

    Only situations that the texts settle: a public employer from 2017-02-19,
    hours beyond 35 from 18 years on.
    """
    concluded_on = draw(
        st.one_of(
            _some(*TURNING_DAYS),
            st.dates(date(2008, 5, 1), date(2026, 8, 20)),
            st.dates(YEAR_2019, APRIL_2020),
            st.dates(date(2024, 1, 1), date(2026, 8, 20)),
        )
    )
    starts_on = draw(_starts(concluded_on))
    situation = situation or draw(st.sampled_from(sorted(SITUATIONS)))
    cycle = draw(SITUATIONS[situation](starts_on))
    ends_on, extra = cycle.ends_on, cycle.extension
    born_on = draw(_births(starts_on, ends_on))
    licence = draw(_some(True, False, False, False, False))
    level = 6 if licence else draw(_some(3, 4, 5, 6, 7))
    public = concluded_on >= FIRST_PUBLIC and draw(_some(True, False, False))
    adult = born_on <= _year_after(starts_on, -18)
    hours = ("35", "28", "24.5", *(("39", "46") if adult else ("35",)))
    return Contract(
        concluded_on=concluded_on,
        starts_on=starts_on,
        ends_on=ends_on,
        apprentice=Apprentice(
            born_on=born_on,
            rqth=extra.reason is ExtensionReason.DISABILITY,
            high_level_athlete=extra.reason is ExtensionReason.ATHLETE
            or draw(_some(True, False, False)),
        ),
        training=Training(
            level=level,
            diploma=Diploma.LICENCE_PROFESSIONNELLE
            if licence
            else draw(_some(Diploma.CAP, Diploma.BTS)),
            cycle_years=cycle.years,
            entry_year=cycle.entry,
            cycle_starts_on=cycle.starts_on,
            cycle_ends_on=None
            if cycle.starts_on is None
            else last_day_of(cycle.starts_on, 12 * cycle.years),
        ),
        employer=Employer(
            type=EmployerType.COMMUNE if public else EmployerType.OTHER_PRIVATE,
            territory=draw(
                _some(
                    Territory.METROPOLE,
                    Territory.LA_REUNION,
                    *[Territory.MAYOTTE] * (concluded_on.year >= 2018),
                )
            ),
        ),
        extension=extra,
        duration_ground=cycle.ground,
        tripartite_agreement=cycle.agreed,
        resumes_after_rupture=cycle.resumed,
        weekly_hours=Decimal(draw(st.sampled_from(hours))),
        smc_monthly=draw(_smc(starts_on, ends_on)),
        grid=NO_GRID if public else draw(_grids(starts_on, ends_on)),
        public_points=draw(_some(0, 10, 20)) if public else 0,
        previous=draw(_previous(concluded_on, starts_on, level, situation, public=public)),
    )


@st.composite
def pay_contracts(draw: st.DrawFn) -> Contract:
    """The same contracts, some of whose facts are unknown."""
    contract = draw(known_contracts())
    forgotten = draw(st.one_of(st.just(set[str]()), st.sets(st.sampled_from(sorted(FORGOTTEN)))))
    parts: dict[str, dict[str, None]] = {}
    whole: dict[str, Any] = {}
    for path in sorted(forgotten):
        part, _, name = path.rpartition(".")
        if part:
            parts.setdefault(part, {})[name] = None
        else:
            whole[path] = None
    for part, facts in parts.items():
        whole[part] = evolve(getattr(contract, part), **facts)
    previous = contract.previous or ()
    if "previous" not in forgotten and previous and draw(_some(True, False)):
        names = draw(st.sets(st.sampled_from(FORGOTTEN_OF_PREVIOUS)))
        unknown: dict[str, Any] = dict.fromkeys(names)
        first = evolve(previous[0], **unknown)
        whole["previous"] = (first, *previous[1:])
    return evolve(contract, **whole)


FORGOTTEN = {
    "apprentice.high_level_athlete",
    "apprentice.rqth",
    "duration_ground",
    "employer.territory",
    "employer.type",
    "extension",
    "grid",
    "previous",
    "public_points",
    "resumes_after_rupture",
    "smc_monthly",
    "training.cycle_ends_on",
    "training.cycle_starts_on",
    "training.cycle_years",
    "training.diploma",
    "training.entry_year",
    "training.level",
    "tripartite_agreement",
    "weekly_hours",
}
FORGOTTEN_OF_PREVIOUS = (
    "cycle_years",
    "diploma_obtained",
    "directly_related",
    "ended_on",
    "last_rate",
    "last_rate_kind",
    "last_statutory_rate",
    "level",
    "route",
    "same_branch",
    "same_employer",
)


@st.composite
def _about(draw: st.DrawFn, starts_on: date, low: int, high: int) -> date:
    """An end after so many months, more or less some days."""
    months = draw(st.integers(low, high))
    end = last_day_of(starts_on, months)
    end += timedelta(days=draw(_some(0, 0, 0, -1, 1, -20, 14)))
    return max(end, starts_on + timedelta(days=1))


@st.composite
def _whole(draw: st.DrawFn, starts_on: date) -> Cycle:
    """The contract of its cycle, some days or months apart from it."""
    years = draw(_some(1, 2, 3))
    told = draw(_some(None, starts_on))
    end = draw(st.one_of(_about(starts_on, 12 * years, 12 * years), _ends(starts_on)))
    return Cycle(end, years, starts_on=told)


@st.composite
def _shorter(draw: st.DrawFn, starts_on: date) -> Cycle:
    """Shorter than the cycle by agreement: years or months of credit."""
    years = draw(_some(2, 2, 3))
    months = st.one_of(
        st.sampled_from([12 * n for n in range(1, years)]), st.integers(6, 12 * years - 1)
    )
    lasting = draw(months)
    return Cycle(
        draw(_about(starts_on, lasting, lasting)),
        years,
        starts_on=draw(_some(None, starts_on)),
        agreed=True,
        ground=DurationGround.PRIOR_SKILLS,
    )


@st.composite
def _longer(draw: st.DrawFn, starts_on: date) -> Cycle:
    """Longer than the cycle by agreement."""
    years = draw(_some(1, 2, 2, 3))
    return Cycle(
        draw(_about(starts_on, 12 * years + 1, 12 * years + 14)),
        years,
        starts_on=draw(_some(None, starts_on)),
        agreed=True,
        ground=DurationGround.PRIOR_SKILLS,
    )


@st.composite
def _trainee(draw: st.DrawFn, starts_on: date) -> Cycle:
    """Some weeks or months of the cycle as a trainee, then the contract."""
    years = draw(_some(1, 2, 3))
    began = draw(
        st.one_of(
            _some(*(same_day(starts_on, -n) for n in (1, 2, 3))),
            st.integers(1, 100).map(lambda n: starts_on - timedelta(days=n)),
        )
    )
    end = last_day_of(began, 12 * years)
    return Cycle(
        draw(_some(end, end, draw(_ends(starts_on)))),
        years,
        starts_on=began,
        ground=DurationGround.PRE_CONTRACT_TRAINING,
    )


@st.composite
def _resumed(draw: st.DrawFn, starts_on: date) -> Cycle:
    """The rest of a cycle begun in a broken contract."""
    years = draw(_some(2, 3))
    began = draw(
        st.one_of(
            st.integers(2, 12 * years - 2).map(lambda n: same_day(starts_on, -n)),
            st.integers(60, 365 * years - 60).map(lambda n: starts_on - timedelta(days=n)),
        )
    )
    gone = sum(last_day_of(began, 12 * n) < starts_on for n in range(1, years))
    end = last_day_of(began, 12 * years)
    return Cycle(
        draw(_some(end, end, end + timedelta(days=20))),
        years,
        entry=gone + 1,
        starts_on=began,
        resumed=True,
        ground=DurationGround.RESUMED_AFTER_RUPTURE,
    )


@st.composite
def _later_year(draw: st.DrawFn, starts_on: date) -> Cycle:
    """A later year of a cycle, such as a second year of a master."""
    years = draw(_some(2, 3))
    entry = draw(st.integers(2, years))
    left = 12 * (years - entry + 1)
    return Cycle(
        draw(st.one_of(_about(starts_on, left, left), _ends(starts_on))),
        years,
        entry=entry,
        starts_on=draw(_some(None, same_day(starts_on, -12 * (entry - 1)))),
    )


def _extra(
    reason: ExtensionReason, ground: DurationGround
) -> Callable[[date], st.SearchStrategy[Cycle]]:
    """The cycle, then an extra period added by an avenant."""

    @st.composite
    def drawn(draw: st.DrawFn, starts_on: date) -> Cycle:
        years = draw(_some(1, 2, 3))
        turn = last_day_of(starts_on, 12 * years) + timedelta(days=1)
        end = draw(_about(turn, 1, 12))
        anywhere = st.dates(starts_on + timedelta(days=1), end)
        opens = draw(st.one_of(_some(turn, turn, turn), anywhere))
        return Cycle(
            end,
            years,
            starts_on=draw(_some(None, starts_on)),
            extension=Extension(reason=reason, starts_on=min(opens, end)),
            ground=ground,
        )

    return drawn


@st.composite
def _agreed_extra(draw: st.DrawFn, starts_on: date) -> Cycle:
    """Spread over a year more from the signature, for a disability."""
    years = draw(_some(1, 2, 3))
    return Cycle(
        draw(_about(starts_on, 12 * years + 2, 12 * years + 12)),
        years,
        starts_on=draw(_some(None, starts_on)),
        extension=Extension(reason=ExtensionReason.DISABILITY),
        ground=DurationGround.DISABILITY,
    )


def _elsewhere(
    reason: ExtensionReason, ground: DurationGround
) -> Callable[[date], st.SearchStrategy[Cycle]]:
    """A whole contract that is the extra year of a cycle done elsewhere."""

    @st.composite
    def drawn(draw: st.DrawFn, starts_on: date) -> Cycle:
        years = draw(_some(1, 2, 3))
        return Cycle(
            draw(_about(starts_on, 6, 12)),
            years,
            entry=years,
            extension=Extension(reason=reason, starts_on=starts_on),
            ground=ground,
        )

    return drawn


SITUATIONS: dict[str, Callable[[date], st.SearchStrategy[Cycle]]] = {
    "whole cycle": _whole,
    "shorter than the cycle": _shorter,
    "longer than the cycle": _longer,
    "trainee before": _trainee,
    "resumed after a rupture": _resumed,
    "later year": _later_year,
    "failed exam": _extra(ExtensionReason.FAILED_EXAM, DurationGround.FAILED_EXAM),
    "failed exam, elsewhere": _elsewhere(ExtensionReason.FAILED_EXAM, DurationGround.FAILED_EXAM),
    "disability": _extra(ExtensionReason.DISABILITY, DurationGround.DISABILITY),
    "disability, agreed": _agreed_extra,
    "disability, elsewhere": _elsewhere(ExtensionReason.DISABILITY, DurationGround.DISABILITY),
    "athlete": _extra(ExtensionReason.ATHLETE, DurationGround.ATHLETE),
}
"""How the contract stands to its cycle."""

CREDITED_OTHERWISE = ("shorter than the cycle", "trainee before")
"""A credit that no earlier contract gives."""

LATER = ("resumed after a rupture", "later year")


def _starts(concluded_on: date) -> st.SearchStrategy[date]:
    september = date(concluded_on.year, 9, 1)
    leap = next(day for day in LEAP_DAYS if day >= concluded_on)
    fixed = [concluded_on, concluded_on + timedelta(days=1), leap]
    if september >= concluded_on:
        fixed.append(september)
    days = st.integers(0, 120).map(lambda n: concluded_on + timedelta(days=n))
    return st.one_of(st.sampled_from(fixed), days)


def _ends(starts_on: date) -> st.SearchStrategy[date]:
    turns = [_year_after(starts_on, n) for n in (1, 2, 3, 4)]
    about = st.sampled_from([turn + timedelta(days=n) for turn in turns for n in (-2, -1, 0, 15)])
    days = st.integers(0, 1500).map(lambda n: starts_on + timedelta(days=n))
    year = st.just(turns[0] - timedelta(days=1))
    return st.one_of(about, about, year, days)


def _within(
    starts_on: date, ends_on: date, extras: Iterable[date] = ()
) -> st.SearchStrategy[date]:
    """A day of the contract, often the start of a year or of a month."""
    days = [starts_on + timedelta(days=n) for n in (-1, 0, 1)]
    for years in range(1, 5):
        turn = _year_after(starts_on, years)
        days += [turn + timedelta(days=n) for n in (-9, -1, 0, 1, 9)]
    span = (ends_on - starts_on).days
    days += [(starts_on + timedelta(days=n)).replace(day=1) for n in range(0, span + 1, 97)]
    return st.one_of(st.sampled_from([*days, ends_on, *extras]), st.dates(starts_on, ends_on))


@st.composite
def _births(draw: st.DrawFn, starts_on: date, ends_on: date) -> date:
    age = draw(_some(18, 21, 26))
    if draw(_some(True, False, False, False)):
        year = starts_on.year - age + draw(_some(0, 1, 2, 3))
        while not isleap(year):
            year -= 1
        return date(year, 2, 29)
    reached = draw(_within(starts_on, ends_on))
    if draw(_some(True, False, False, False)):
        reached = reached.replace(day=1)
    if (reached.month, reached.day) == (2, 29):
        reached -= timedelta(days=1)
    return date(reached.year - age, reached.month, reached.day)


@st.composite
def _smc(draw: st.DrawFn, starts_on: date, ends_on: date) -> Decimal | ByDay:
    first: Decimal = draw(_some(NO_SMC, *MONTHS_OF_SMC))
    if first == NO_SMC or draw(_some(True, True, False)):
        return first
    raised = draw(st.dates(starts_on, ends_on))
    return ByDay(((date(2008, 1, 1), first), (raised, first + Decimal("150.55"))))


@st.composite
def _grids(draw: st.DrawFn, starts_on: date, ends_on: date) -> Grid:
    if draw(_some(True, False)):
        return NO_GRID
    rows = st.one_of(st.none(), st.tuples(*[st.sampled_from(RATES)] * 3).map(sorted).map(tuple))
    drawn = [draw(rows) for _ in range(4)]
    if not any(drawn):
        return NO_GRID
    return Grid(
        under_18=drawn[0],
        from_18=drawn[1],
        from_21=drawn[2],
        from_26=drawn[3],
        base=draw(st.sampled_from(PayBase)),
        from_on=draw(st.one_of(st.none(), st.dates(starts_on, ends_on))),
    )


@st.composite
def _previous(
    draw: st.DrawFn,
    concluded_on: date,
    starts_on: date,
    level: int,
    situation: str,
    *,
    public: bool,
) -> tuple[PreviousCycle, ...]:
    """Earlier cycles, the last of them perhaps the one now resumed."""
    old = concluded_on < YEAR_2019
    if public and old and situation in LATER:
        return ()
    usually = _some(True, True, True, False)
    cycles = []
    for rank in range(draw(_some(0, 1, 1, 1, 2))):
        obtained = draw(usually)
        if situation in LATER and not rank:
            obtained = draw(_some(True, False, False))
        related = draw(usually)
        if old and not situation.startswith(("whole", "failed exam")):
            # R6222-16 3 reduces a contract of its own; the words on the
            # other reductions do not say what becomes of both.
            related = False
        if old and situation == "failed exam, elsewhere":
            related = False
        same_employer = draw(_some(True, False, False))
        if situation in CREDITED_OTHERWISE and not obtained:
            same_employer = True
        statutory = draw(st.sampled_from(RATES))
        paid = draw(st.sampled_from(RATES))
        cycles.append(
            PreviousCycle(
                route=draw(_some(Route.APPRENTICESHIP, Route.APPRENTICESHIP, Route.SCHOOL)),
                ended_on=starts_on - timedelta(days=30 + 400 * rank),
                same_employer=same_employer,
                same_branch=draw(_some(True, False)),
                diploma_obtained=obtained,
                level=draw(_some(level, level, level, 8)) if obtained else 0,
                directly_related=related,
                cycle_years=draw(_some(1, 2, 2, 3, 5)),
                last_rate=max(paid, statutory),
                last_rate_kind=draw(st.sampled_from(RateKind)),
                last_statutory_rate=statutory,
            )
        )
    return tuple(draw(st.permutations(cycles)))


@st.composite
def pay_readings(draw: st.DrawFn) -> Readings:
    """The letter, or other choices on some points."""
    points = draw(
        st.one_of(
            st.just(set[str]()),
            st.sets(st.sampled_from(sorted(POINTS)), min_size=1, max_size=9),
            st.sets(st.sampled_from(_OF_PAY), min_size=1, max_size=9),
            st.sets(st.sampled_from(_FIFTEEN), min_size=1),
        )
    )
    return LETTER.choose(**{point: draw(st.sampled_from(POINTS[point])) for point in points})


FEWER = settings(
    max_examples=min(settings().max_examples // 4, 2_000), suppress_health_check=list(HealthCheck)
)
"""For the tests that compute many schedules an example."""
