"""Contracts at the edges of every pay rule, for the tests of this folder."""

from calendar import isleap
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from apprentissage.facts import (
    NO_EXTENSION,
    NO_GRID,
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
from apprentissage.months import same_day

__all__ = ["FEWER", "pay_contracts", "pay_readings"]

TURNING_DAYS = (
    date(2008, 5, 1),
    date(2016, 6, 30),
    date(2016, 7, 1),
    date(2017, 2, 18),
    date(2017, 2, 19),
    date(2018, 12, 31),
    date(2019, 1, 1),
    date(2020, 3, 31),
    date(2020, 4, 1),
    date(2020, 4, 26),
    date(2020, 4, 27),
)
LEAP_DAYS = tuple(date(year, 2, 29) for year in range(2012, 2029, 4))
RATES = tuple(
    Decimal(rate)
    for rate in ("20", "41", "49", "53.5", "67", "76", "100", "110")
)
MONTHS_OF_SMC = tuple(
    Decimal(month)
    for month in ("1100", "1790", "1801.80", "1801.81", "1900", "2371", "2600")
)


_FIFTEEN = sorted(point for point in POINTS if point.startswith("fifteen_"))


def _some(*values: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(values)


def _year_after(day: date, years: int) -> date:
    return date(day.year + years, day.month, 28 if day.day == 29 else day.day)


@st.composite
def pay_contracts(draw: st.DrawFn) -> Contract:
    """Contracts whose days, births and facts fall on the limits."""
    concluded_on = draw(
        st.one_of(
            _some(*TURNING_DAYS),
            st.dates(date(2008, 5, 1), date(2026, 8, 20)),
            st.dates(date(2024, 1, 1), date(2026, 8, 20)),
        )
    )
    starts_on = draw(_starts(concluded_on))
    ends_on = draw(_ends(starts_on))
    extension = draw(_extensions(starts_on, ends_on))
    born_on = draw(_births(starts_on, ends_on))
    cycle_years = draw(_some(None, 1, 2, 3))
    entry_year = draw(_some(None, 1, 2, 3))
    if cycle_years and entry_year and entry_year > cycle_years:
        entry_year = cycle_years
    ground = draw(st.sampled_from([None, *DurationGround]))
    agreed, resumed = draw(_flags(ground))
    began, ended = draw(_cycles(starts_on, ends_on))
    since_2018 = concluded_on >= date(2018, 1, 1)
    level = draw(_some(None, 3, 4, 5, 6))
    return Contract(
        concluded_on=concluded_on,
        starts_on=starts_on,
        ends_on=ends_on,
        apprentice=Apprentice(
            born_on=born_on, high_level_athlete=draw(_some(None, True, False))
        ),
        training=Training(
            level=level,
            diploma=draw(
                _some(None, Diploma.CAP, Diploma.LICENCE_PROFESSIONNELLE)
            ),
            cycle_years=cycle_years,
            entry_year=entry_year,
            cycle_starts_on=began,
            cycle_ends_on=ended,
        ),
        employer=Employer(
            type=draw(
                _some(
                    None,
                    EmployerType.OTHER_PRIVATE,
                    EmployerType.OTHER_PRIVATE,
                    EmployerType.COMMUNE,
                )
            ),
            territory=draw(
                _some(
                    None,
                    Territory.METROPOLE,
                    Territory.LA_REUNION,
                    *[Territory.MAYOTTE] * since_2018,
                )
            ),
        ),
        extension=extension,
        duration_ground=ground,
        tripartite_agreement=agreed,
        resumes_after_rupture=resumed,
        weekly_hours=draw(
            _some(None, *map(Decimal, ("35", "28", "24.5", "39", "46")))
        ),
        smc_monthly=draw(_smc(starts_on, ends_on)),
        grid=draw(_grids(starts_on, ends_on)),
        public_points=draw(_some(None, 0, 10, 20)),
        previous=draw(_previous(level)),
    )


def _starts(concluded_on: date) -> st.SearchStrategy[date]:
    september = date(concluded_on.year, 9, 1)
    leap = next(day for day in LEAP_DAYS if day >= concluded_on)
    fixed = [concluded_on, concluded_on + timedelta(days=1), leap]
    if september >= concluded_on:
        fixed.append(september)
    days = st.integers(0, 120).map(lambda n: concluded_on + timedelta(days=n))
    return st.one_of(st.sampled_from(fixed), days)


@st.composite
def _flags(
    draw: st.DrawFn, ground: DurationGround | None
) -> tuple[bool | None, bool | None]:
    """Convention and rupture, as the ground has them."""
    if ground is None:
        flags = _some(None, True, False)
        return draw(flags), draw(flags)
    agreed = ground in {
        DurationGround.PRIOR_SKILLS,
        DurationGround.REPEATED_YEAR,
    }
    resumed = ground is DurationGround.RESUMED_AFTER_RUPTURE
    return draw(_some(None, agreed)), draw(_some(None, resumed))


@st.composite
def _cycles(
    draw: st.DrawFn, starts_on: date, ends_on: date
) -> tuple[date | None, date | None]:
    """First and last day of the cycle, about those of the contract."""
    months = st.sampled_from([0, 1, 3, 6, 11, 12, 13, 15, 24, 30])
    began = same_day(starts_on, -draw(months))
    began += timedelta(days=draw(_some(-1, 0, 0, 0, 1)))
    ended = max(began, ends_on) + timedelta(days=draw(_some(0, 0, 40)))
    return draw(_some(None, None, began)), draw(_some(None, ended))


def _ends(starts_on: date) -> st.SearchStrategy[date]:
    turns = [_year_after(starts_on, n) for n in (1, 2, 3, 4)]
    about = st.sampled_from(
        [turn + timedelta(days=n) for turn in turns for n in (-2, -1, 0, 15)]
    )
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
    days += [
        (starts_on + timedelta(days=n)).replace(day=1)
        for n in range(0, span + 1, 97)
    ]
    return st.one_of(
        st.sampled_from([*days, ends_on, *extras]),
        st.dates(starts_on, ends_on),
    )


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
def _extensions(
    draw: st.DrawFn, starts_on: date, ends_on: date
) -> Extension | None:
    reason = draw(st.sampled_from([None, *ExtensionReason]))
    if reason is None:
        return None
    if reason is ExtensionReason.NONE or ends_on == starts_on:
        return NO_EXTENSION
    turns = [_year_after(starts_on, n) for n in (1, 2, 3)]
    lawful = [day for day in turns if starts_on < day <= ends_on]
    morrow = starts_on + timedelta(days=1)
    anywhere = st.dates(morrow, ends_on)
    # agreed at the signature, or the whole of a contract elsewhere
    other = _some(None, starts_on)
    days = [other, anywhere, *([st.sampled_from(lawful)] * 2 * bool(lawful))]
    day = draw(st.one_of(days))
    return Extension(reason=reason, starts_on=day)


@st.composite
def _smc(
    draw: st.DrawFn, starts_on: date, ends_on: date
) -> Decimal | ByDay | None:
    first = draw(_some(None, *MONTHS_OF_SMC))
    if first is None or draw(_some(True, True, False)):
        return first  # type: ignore[no-any-return]
    raised = draw(st.dates(starts_on, ends_on))
    return ByDay(
        ((date(2008, 1, 1), first), (raised, first + Decimal("150.55")))
    )


@st.composite
def _grids(draw: st.DrawFn, starts_on: date, ends_on: date) -> Grid | None:
    if draw(_some(True, False)):
        return draw(_some(None, NO_GRID))  # type: ignore[no-any-return]
    rows = st.one_of(
        st.none(),
        st.tuples(*[st.sampled_from(RATES)] * 3).map(sorted).map(tuple),
    )
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
    draw: st.DrawFn, level: int | None
) -> tuple[PreviousCycle, ...] | None:
    count = draw(_some(None, 0, 1, 1, 1, 2))
    if count is None:
        return None
    known = _some(True, True, True, True, False, None)
    cycles = []
    for _ in range(count):
        ended = draw(_some(None, date(2007, 8, 31), date(2008, 3, 1)))
        cycles.append(
            PreviousCycle(
                route=draw(_some(None, Route.APPRENTICESHIP, Route.SCHOOL)),
                ended_on=ended,
                same_employer=draw(_some(True, False, False, None)),
                same_branch=draw(_some(True, False, None)),
                diploma_obtained=draw(known),
                level=draw(_some(level, level, level, None, 7)),
                directly_related=draw(known),
                cycle_years=draw(_some(None, 1, 2, 3, 5)),
                last_rate=draw(_some(None, *RATES)),
                last_rate_kind=draw(_some(None, *RateKind)),
                last_statutory_rate=draw(_some(None, *RATES)),
            )
        )
    return tuple(cycles)


@st.composite
def pay_readings(draw: st.DrawFn) -> Readings:
    """The letter, or other choices on some points."""
    points = draw(
        st.one_of(
            st.just(set[str]()),
            st.sets(st.sampled_from(sorted(POINTS)), min_size=1, max_size=9),
            st.sets(st.sampled_from(_FIFTEEN), min_size=1),
        )
    )
    return LETTER.choose(
        **{point: draw(st.sampled_from(POINTS[point])) for point in points}
    )


FEWER = settings(
    max_examples=min(settings().max_examples // 4, 2_000),
    suppress_health_check=list(HealthCheck),
)
"""For the tests that compute many schedules an example."""
