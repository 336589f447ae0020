"""The maître's experience: dated periods, exclusions, overlaps once.

Days of activity count once, whichever period they stand in, and not while a
placement, an apprenticeship or a qualifying training runs. One unbroken
stretch is counted in months from day number to day number. The text tells no
way to add several: their whole months are added, or all their days laid end
to end up to the last of them, whichever gives more.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from attrs import evolve, frozen

from apprentissage.arguments import check_arguments
from apprentissage.facts import (
    ExperienceKind,
    ExperiencePeriod,
    MaitreApprentissage,
)
from apprentissage.guards import check_items
from apprentissage.months import (
    eve_of,
    last_day_of,
    months_and_days,
    morrow_of,
)

__all__ = ["Experience", "experience_reached_on", "months_of_experience"]
__dir__ = __all__.copy

_FAR = date(2199, 12, 31)


@frozen
class Experience:
    """Months of experience, as far as they are known.

    Args:
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


def months_of_experience(periods: Iterable[ExperiencePeriod], on: date) -> int:
    """The months of activity that count before a day.

    Args:
        periods: With their end and their kind; one of unknown kind counts
            as excluded, one of unknown end lasts its first day.
        on: The day of conclusion, itself not counted.

    Returns:
        Completed months.

    Source: art. R. 6223-22, dernier alinéa, du code du travail.

    >>> periods = [
    ...     ExperiencePeriod(
    ...         starts_on=date(2022, 9, 1),
    ...         ends_on=date(2024, 8, 31),
    ...         kind=ExperienceKind.APPRENTICESHIP,
    ...     ),
    ...     ExperiencePeriod(
    ...         starts_on=date(2024, 9, 1),
    ...         ends_on=date(2030, 12, 31),
    ...         kind=ExperienceKind.EMPLOYMENT,
    ...     ),
    ... ]
    >>> months_of_experience(periods, date(2026, 8, 31))
    23
    >>> months_of_experience(periods, date(2026, 9, 1))
    24
    """
    check_arguments(months_of_experience, locals())
    known = check_items("periods", periods, ExperiencePeriod)
    months = 0
    for stretch in _stretches(known, eve_of(on)):
        whole, _ = months_and_days(stretch.starts_on, stretch.last_on)
        laid, _ = months_and_days(stretch.opened_on, stretch.last_on)
        months = max(stretch.months_before + whole, laid)
    return months


def experience_reached_on(
    periods: Iterable[ExperiencePeriod], months: int
) -> date | None:
    """The first day on which a contract may rest on so many months.

    Args:
        periods: As for `months_of_experience`.
        months: Months asked for.

    Returns:
        The morrow of the last day needed; None where they never suffice.

    >>> job = ExperiencePeriod(
    ...     starts_on=date(2025, 9, 1),
    ...     ends_on=date(2030, 12, 31),
    ...     kind=ExperienceKind.EMPLOYMENT,
    ... )
    >>> experience_reached_on([job], 12)
    datetime.date(2026, 9, 1)
    """
    check_arguments(experience_reached_on, locals())
    known = check_items("periods", periods, ExperiencePeriod)
    for stretch in _stretches(known, _FAR):
        reached_on = min(
            last_day_of(stretch.starts_on, months - stretch.months_before),
            last_day_of(stretch.opened_on, months),
        )
        if reached_on <= stretch.last_on:
            # a day of the stretch at least is needed to join the days before
            return morrow_of(max(reached_on, stretch.starts_on))
    return None


def experience_of(
    maitre: MaitreApprentissage, path: str, on: date
) -> Experience:
    """The experience of a maître before a day, and what is not known of it.

    Args:
        maitre: The maître.
        path: His or her absolute path.
        on: The day of conclusion.
    """
    if maitre.experience is not None:
        return _of_periods(maitre.experience, path, on)
    if maitre.experience_months is None:
        return Experience(0, None, (f"{path}.experience_months",))
    if maitre.excluded_months is None:
        return Experience(
            0, maitre.experience_months, (f"{path}.excluded_months",)
        )
    counted = maitre.experience_months - maitre.excluded_months
    return Experience(counted, counted)


def _of_periods(
    periods: tuple[ExperiencePeriod, ...], path: str, on: date
) -> Experience:
    missing = tuple(
        f"{path}.experience[{rank}].{name}"
        for rank, period in enumerate(periods)
        for name in ("kind", "ends_on")
        if getattr(period, name) is None and period.starts_on < on
    )
    last_on = eve_of(on)
    return Experience(
        months_of_experience((_at_worst(p, last_on) for p in periods), on),
        months_of_experience((_at_best(p, last_on) for p in periods), on),
        missing,
    )


def _at_worst(period: ExperiencePeriod, last_on: date) -> ExperiencePeriod:
    counts = period.kind is ExperienceKind.EMPLOYMENT
    return _settled(period, ExperienceKind.PLACEMENT, last_on, short=counts)


def _at_best(period: ExperiencePeriod, last_on: date) -> ExperiencePeriod:
    counts = period.kind in {None, ExperienceKind.EMPLOYMENT}
    return _settled(
        period, ExperienceKind.EMPLOYMENT, last_on, short=not counts
    )


def _settled(
    period: ExperiencePeriod,
    kind: ExperienceKind,
    last_on: date,
    *,
    short: bool,
) -> ExperiencePeriod:
    end = period.starts_on if short else max(last_on, period.starts_on)
    return evolve(
        period, kind=period.kind or kind, ends_on=period.ends_on or end
    )


@frozen
class _Stretch:
    """Unbroken days that count, after others.

    Args:
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
    periods: tuple[ExperiencePeriod, ...], until_on: date
) -> Iterator[_Stretch]:
    months = days = 0
    for starts_on, last_on in _unbroken(periods, until_on):
        yield _Stretch(starts_on, last_on, months, days)
        months += months_and_days(starts_on, last_on)[0]
        days += (last_on - starts_on).days + 1


def _unbroken(
    periods: tuple[ExperiencePeriod, ...], until_on: date
) -> Iterator[tuple[date, date]]:
    spans = [
        (
            period.starts_on,
            morrow_of(min(period.ends_on or period.starts_on, until_on)),
            period.kind,
        )
        for period in periods
        if period.starts_on <= until_on
    ]
    opened_on: date | None = None
    for day in sorted({day for span in spans for day in span[:2]}):
        kinds = {
            kind
            for starts_on, ends_before, kind in spans
            if starts_on <= day < ends_before
        }
        # « Les stages et les périodes de formation […] ne sont pas pris en
        # compte dans le décompte »
        counts = kinds == {ExperienceKind.EMPLOYMENT}
        if counts and opened_on is None:
            opened_on = day
        elif opened_on is not None and not counts:
            yield opened_on, eve_of(day)
            opened_on = None
