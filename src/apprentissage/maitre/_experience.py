"""The maître's experience: dated periods, exclusions, overlaps once.

Days of activity count once, whichever period they stand in. A placement, an
apprenticeship or a qualifying training leaves itself out, not the post held
meanwhile; it counts where the text leaves nothing out. One unbroken stretch
is counted in months from day number to day number. The text tells no way to
add several: their whole months are added, or all their days laid end to end
up to the last of them, whichever gives more.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from attrs import evolve

from apprentissage._guards import check_items
from apprentissage.facts import ExperienceKind, ExperiencePeriod, MaitreApprentissage
from apprentissage.maitre.texts import EXCLUDED_KINDS
from apprentissage.months import eve_of, last_day_of, months_and_days, morrow_of

_FAR = date(2199, 12, 31)


class Experience(NamedTuple):
    """Months of experience, as far as they are known.

    Attributes:
        least: Months, were every unknown fact against the maître.
        most: Months, were every one in favour; None without bound.
        missing: Paths of the unknown facts between the two.
    """

    least: int
    most: int | None
    missing: tuple[str, ...] = ()

    @property
    def months(self) -> int | None:
        """The months, where they are known."""
        return self.least if self.least == self.most else None

    def reaches(self, months: int) -> bool | None:
        """Whether it comes to so many months; None where it may."""
        if self.least >= months:
            return True
        if self.most is not None and self.most < months:
            return False
        return None


def _months(
    periods: Iterable[ExperiencePeriod], on: date, excluded: Collection[ExperienceKind]
) -> int:
    """The completed months of activity that count before a day."""
    months = 0
    for stretch in _stretches(periods, eve_of(on), excluded):
        months, _ = months_and_days(stretch.starts_on, stretch.last_on)
        if stretch.days_before:
            laid, _ = months_and_days(stretch.opened_on, stretch.last_on)
            months = max(stretch.months_before + months, laid)
    return months


def experience_reached_on(periods: Iterable[ExperiencePeriod], months: int) -> date | None:
    """The first day on which a contract may rest on so many months.

    Args:
        periods: With their end and their kind; one of unknown kind does not
            count, one of unknown end lasts its first day.
        months: Months asked for.

    Returns:
        The morrow of the last day needed; None where they never suffice.

    >>> job = ExperiencePeriod(
    ...     starts_on=date(2025, 9, 1),
    ...     kind=ExperienceKind.EMPLOYMENT,
    ...     ongoing=True,
    ... )
    >>> experience_reached_on([job], 12)
    datetime.date(2026, 9, 1)
    """
    known = check_items("periods", periods, ExperiencePeriod)
    reached_on: date | None = None
    for version in EXCLUDED_KINDS.versions:
        # what is left out only grows: a day reached before is reached by law
        if reached_on is not None and reached_on < version.since:
            break
        reached_on = _reached_on(known, months, version.value)
    return reached_on


def _reached_on(
    periods: Iterable[ExperiencePeriod], months: int, excluded: Collection[ExperienceKind]
) -> date | None:
    for stretch in _stretches(periods, _FAR, excluded):
        reached_on = min(
            last_day_of(stretch.starts_on, months - stretch.months_before),
            last_day_of(stretch.opened_on, months),
        )
        if reached_on <= stretch.last_on:
            # a day of the stretch at least is needed to join the days before
            return morrow_of(max(reached_on, stretch.starts_on))
    return None


def experience_of(
    maitre: MaitreApprentissage, path: str, on: date, excluded: Collection[ExperienceKind]
) -> Experience:
    """The experience of a maître before a day, and what is not known of it.

    Args:
        maitre: The maître.
        path: His or her absolute path.
        on: The day up to which it is counted, itself not counted.
        excluded: What the text leaves out; where nothing, the excluded
            months count too.
    """
    if maitre.experience is not None:
        return _of_periods(maitre.experience, path, on, excluded)
    if maitre.experience_months is None:
        # those that a text leaves out are months of experience, too
        least = 0 if excluded else maitre.excluded_months or 0
        return Experience(least, None, (f"{path}.experience_months",))
    if not excluded:
        return Experience(maitre.experience_months, maitre.experience_months)
    if maitre.excluded_months is None:
        return Experience(0, maitre.experience_months, (f"{path}.excluded_months",))
    counted = maitre.experience_months - maitre.excluded_months
    return Experience(counted, counted)


def _of_periods(
    periods: tuple[ExperiencePeriod, ...],
    path: str,
    on: date,
    excluded: Collection[ExperienceKind],
) -> Experience:
    missing = tuple(
        f"{path}.experience[{rank}].{name}"
        for rank, period in enumerate(periods)
        for name in _unknown(period, excluded)
        if period.starts_on < on
    )
    least = _months(periods, on, excluded)
    if not missing:
        return Experience(least, least)
    last_on = eve_of(on)
    at_best = tuple(_at_best(period, last_on) for period in periods)
    return Experience(least, _months(at_best, on, excluded), missing)


def _unknown(period: ExperiencePeriod, excluded: Collection[ExperienceKind]) -> Iterator[str]:
    """The unknown facts of a period on which its months depend."""
    if period.kind in excluded:
        return
    if period.kind is None and excluded:
        yield "kind"
    if period.ends_on is None and not period.ongoing:
        yield "ends_on"


def _at_best(period: ExperiencePeriod, last_on: date) -> ExperiencePeriod:
    """What is unknown, in favour of the maître."""
    return evolve(
        period,
        kind=period.kind or ExperienceKind.EMPLOYMENT,
        ends_on=period.ends_on or max(last_on, period.starts_on),
        ongoing=None,
    )


class _Stretch(NamedTuple):
    """Unbroken days that count, after others.

    Attributes:
        starts_on: First day.
        last_on: Last day, counted.
        months_before: Whole months of the stretches before, added.
        days_before: Days of the stretches before.
    """

    starts_on: date
    last_on: date
    months_before: int
    days_before: int

    @property
    def opened_on(self) -> date:
        """First day, were the stretches before to end on its eve."""
        return self.starts_on - timedelta(days=self.days_before)


def _stretches(
    periods: Iterable[ExperiencePeriod], until_on: date, excluded: Collection[ExperienceKind]
) -> Iterator[_Stretch]:
    months = days = 0
    before: tuple[date, date] | None = None
    for starts_on, last_on in _unbroken(periods, until_on, excluded):
        if before is not None:
            months += months_and_days(*before)[0]
            days += (before[1] - before[0]).days + 1
        yield _Stretch(starts_on, last_on, months, days)
        before = starts_on, last_on


def _unbroken(
    periods: Iterable[ExperiencePeriod], until_on: date, excluded: Collection[ExperienceKind]
) -> Iterator[tuple[date, date]]:
    """The days that count, as spans that do not touch."""
    spans = sorted(
        (period.starts_on, _last_on(period, until_on))
        for period in periods
        # R6223-22: « Les stages et les périodes de formation […] ne sont
        # pas pris en compte dans le décompte »
        if period.starts_on <= until_on and _counts(period, excluded)
    )
    opened_on: date | None = None
    closed_on = date.min
    for starts_on, last_on in spans:
        if opened_on is not None and starts_on > morrow_of(closed_on):
            yield opened_on, closed_on
            opened_on = None
        opened_on = opened_on or starts_on
        closed_on = max(closed_on, last_on)
    if opened_on is not None:
        yield opened_on, closed_on


def _counts(period: ExperiencePeriod, excluded: Collection[ExperienceKind]) -> bool:
    if period.kind is None:
        return not excluded
    return period.kind not in excluded


def _last_on(period: ExperiencePeriod, until_on: date) -> date:
    if period.ongoing:
        return until_on
    return min(period.ends_on or period.starts_on, until_on)
