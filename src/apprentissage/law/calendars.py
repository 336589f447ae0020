"""Public holidays and jours ouvrables of a place of work.

The days of the national list (art. L3133-1) and of Alsace-Moselle are
workalendar's, the overseas ones those of `law/local_holidays.py`.
workalendar is loaded on the first use of a territory's calendar, in a month
that has a holiday, and never for a caller who brings his own
`PublicHolidays`. Usages and collective
agreements that add days, such as those of Mayotte or carnival, are no legal
holidays: they belong in a calendar of one's own.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from itertools import count
from types import MappingProxyType
from typing import Any, cast

from attrs import field, frozen

from apprentissage._arguments import check_arguments
from apprentissage._guards import check_date, check_day, check_order, is_a, member, set_of, unknown
from apprentissage._plain import PlainValue
from apprentissage._text import enumeration
from apprentissage.errors import InvalidValue, WrongType
from apprentissage.facts.authorities import Source
from apprentissage.facts.holidays import PublicHolidays
from apprentissage.facts.territories import Territory
from apprentissage.law.choices import SaintMartinHoliday
from apprentissage.law.local_holidays import (
    ABOLITION,
    LOCAL_NAMES,
    NAMES,
    NATIONAL_HOLIDAYS,
    SAINT_STEPHEN,
    local_holidays,
)
from apprentissage.law.readings import LETTER, Readings
from apprentissage.law.sources import Caveat

_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_SUNDAY = 6


@frozen(eq=False, repr=False)
class DayOff(PlainValue):
    """A day that is no jour ouvrable, and why.

    Args:
        on: The day.
        reason: `dimanche`, or the names of the holiday, in French.
        sources: The texts that make it a holiday.
        caveats: Reserves.
    """

    on: date
    reason: str
    sources: tuple[Source, ...] = ()
    caveats: tuple[Caveat, ...] = ()


_WITHOUT_HOLIDAY = (2, 9)
"""Months in which no list has a holiday: no calendar is loaded for them, in
which half of the contracts begin."""

_A_YEAR = 365


def calendar_of(territory: Territory, readings: Readings = LETTER) -> PublicHolidays:
    """A workalendar calendar whose working days are the jours ouvrables.

    For programs that use workalendar already; a fresh object each time. Its
    week has six working days, against five in workalendar's own.

    Args:
        territory: Place of execution.
        readings: `saint_martin_holiday` is read.

    Returns:
        An instance of a subclass of workalendar's `France`.

    Source: art. L3133-1, L3134-13 and L3422-2.

    >>> calendar_of(Territory.METROPOLE).is_working_day(date(2026, 5, 2))
    True
    """
    check_arguments(calendar_of, locals())
    from workalendar.europe.france import France, FranceAlsaceMoselle

    alsatian = territory is Territory.ALSACE_MOSELLE
    parent: type[Any] = FranceAlsaceMoselle if alsatian else France
    local = local_holidays(territory, readings)

    class JoursOuvrables(parent):  # type: ignore[misc]
        """Every day but Sunday and the public holidays."""

        WEEKEND_DAYS = (_SUNDAY,)

        def get_calendar_holidays(self, year: int) -> list[tuple[date, str]]:
            added = local.event(date(year, 1, 1)).value
            days: list[tuple[date, str]] = super().get_calendar_holidays(year)
            return days + [(date(year, *day), ABOLITION) for day in added]

    return JoursOuvrables()


@lru_cache(maxsize=512)
def _bundled(
    territory: Territory, year: int, saint_martin: SaintMartinHoliday
) -> Mapping[date, DayOff]:
    readings = LETTER.choose(saint_martin_holiday=saint_martin)
    texts = local_holidays(territory, readings)
    days: dict[date, DayOff] = {}
    for day, names in _by_day(calendar_of(territory, readings).holidays(year)).items():
        known = [NAMES.get(name, name) for name in names]
        local = LOCAL_NAMES.intersection(known)
        national = not LOCAL_NAMES.issuperset(known)
        law = texts.event(day)
        days[day] = DayOff(
            day,
            enumeration(known),
            (NATIONAL_HOLIDAYS.event(day).sources if national else ())
            + (law.sources if local else ()),
            law.caveats if local - {SAINT_STEPHEN} else (),
        )
    return MappingProxyType(days)


def _by_day(pairs: Iterable[tuple[date, str]]) -> dict[date, list[str]]:
    names: dict[date, list[str]] = {}
    for day, name in pairs:
        names.setdefault(day, []).append(name)
    return names


@frozen(kw_only=True, eq=False, repr=False)
class Workplace(PlainValue):
    """A place of work, as the calendar sees it.

    Args:
        territory: Place of execution; needed unless `holidays` is given.
        worked_holidays: Public holidays usually worked in the firm: they
            are jours ouvrables.
        holidays: The firm's own calendar, instead of the territory's.
        readings: `saint_martin_holiday` is read.

    Raises:
        WrongType: Without territory and calendar; for a text.

    >>> place = Workplace(territory=Territory.MARTINIQUE)
    >>> place.day_off(date(2026, 5, 22)).reason
    "commémoration de l'abolition de l'esclavage"
    >>> place.day_off(date(2026, 5, 24)).reason
    'dimanche'
    """

    territory: Territory | None = unknown(member(Territory))
    worked_holidays: frozenset[date] = field(default=frozenset(), validator=set_of(date))
    holidays: PublicHolidays | None = unknown(
        is_a(PublicHolidays, remedy="write an object with holidays(year)")
    )
    readings: Readings = field(default=LETTER, validator=is_a(Readings))

    def __attrs_post_init__(self) -> None:
        """Refuse to guess a territory."""
        if self.territory is None and self.holidays is None:
            raise WrongType(
                "territory",
                None,
                "write the territory of the place of execution, such as "
                "Territory.METROPOLE, or give a calendar as holidays",
            )

    def holidays_of(self, year: int) -> Mapping[date, DayOff]:
        """The public holidays of a civil year, worked ones included.

        Raises:
            NotCovered: Before the first year known for the territory.
            InvalidValue: For a year out of range.
            WrongType: When the own calendar returns no pairs of a date and
                a name.

        >>> place = Workplace(territory=Territory.LA_REUNION)
        >>> place.holidays_of(2026)[date(2026, 5, 14)].reason
        'Ascension'
        """
        _check_year(year)
        return self._holidays(year)

    def _holidays(self, year: int) -> Mapping[date, DayOff]:
        """The same of a year that a computed day may reach."""
        if self.holidays is not None:
            return _own(self.holidays, year)
        return _bundled(
            cast("Territory", self.territory),
            year,
            # asked where it matters: a judge is judged again under each choice
            self.readings.saint_martin_holiday
            if self.territory is Territory.SAINT_MARTIN
            else SaintMartinHoliday.MAY_27,
        )

    def day_off(self, day: date) -> DayOff | None:
        """Why a day is no jour ouvrable, or None when it is one."""
        check_day("day", day)
        [(_, off)] = self._marked([day])
        return off

    def next_ouvrable(self, day: date) -> date:
        """The first jour ouvrable after a day.

        Raises:
            InvalidValue: When the own calendar leaves none for a year.

        >>> place = Workplace(territory=Territory.METROPOLE)
        >>> place.next_ouvrable(date(2026, 4, 30))
        datetime.date(2026, 5, 2)
        """
        return next(found for found, off in self.after(day) if off is None)

    def after(self, day: date) -> Iterator[tuple[date, DayOff | None]]:
        """The days after a day, without end, each with `day_off`.

        Raises:
            InvalidValue: When the own calendar leaves none open for a year.
        """
        check_day("day", day)
        return self._after(day)

    def _after(self, day: date) -> Iterator[tuple[date, DayOff | None]]:
        shut = 0
        following = map(date.fromordinal, count(day.toordinal() + 1))
        for found, off in self._marked(following):
            shut = 0 if off is None else shut + 1
            if shut > _A_YEAR:
                raise InvalidValue(
                    "holidays", self.holidays, "give a calendar that leaves days open"
                )
            yield found, off

    def between(self, first: date, last: date) -> Iterator[tuple[date, DayOff | None]]:
        """The days of a period, both its ends counted, each with `day_off`.

        Raises:
            InvalidValue: For an end before the start.
        """
        check_day("first", first)
        check_day("last", last)
        check_order("first", first, "last", last)
        days = range(first.toordinal(), last.toordinal() + 1)
        return self._marked(map(date.fromordinal, days))

    def _marked(self, days: Iterable[date]) -> Iterator[tuple[date, DayOff | None]]:
        # Jour ouvrable, by the glossary of code.travail.gouv.fr: « tous les
        # jours de la semaine, à l'exception du jour de repos hebdomadaire
        # (généralement le dimanche) et des jours fériés habituellement non
        # travaillés dans l'entreprise ».
        year, holidays = 0, None
        for day in days:
            if day.year != year:
                year, holidays = day.year, None
                if self.holidays is not None:
                    holidays = self._holidays(year)
                else:
                    self._check_covered(year)
            if day.weekday() == _SUNDAY:
                yield day, DayOff(day, "dimanche")
            elif day in self.worked_holidays or (
                holidays is None and day.month in _WITHOUT_HOLIDAY
            ):
                yield day, None
            else:
                if holidays is None:
                    holidays = self._holidays(year)
                yield day, holidays.get(day)

    def _check_covered(self, year: int) -> None:
        territory = cast("Territory", self.territory)
        local_holidays(territory, LETTER).event(date(year, 1, 1))


def _check_year(year: object) -> None:
    if isinstance(year, bool) or not isinstance(year, int):
        raise WrongType("year", year, "write an int, such as 2026")
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise InvalidValue("year", year, f"write a year from {_FIRST_YEAR} to {_LAST_YEAR}")


def _own(calendar: PublicHolidays, year: int) -> Mapping[date, DayOff]:
    pairs = _pairs(f"holidays({year})", calendar.holidays(year))
    return {day: DayOff(day, enumeration(names)) for day, names in _by_day(pairs).items()}


def _pairs(path: str, returned: object) -> Iterator[tuple[date, str]]:
    if not isinstance(returned, Iterable):
        raise WrongType(path, returned, "return pairs of a date and a name")
    for pair in returned:
        match pair:
            case (day, str(name)):
                check_date(path, day)
                yield day, name
            case _:
                raise WrongType(path, pair, "return a date and a name")


def public_holidays(
    territory: Territory, year: int, readings: Readings = LETTER
) -> frozenset[date]:
    """The legal public holidays of a civil year.

    In Alsace-Moselle Good Friday counts in all communes, although the text
    makes it a holiday only where there is a Protestant or a mixed church.

    Args:
        territory: Place of execution.
        year: Civil year.
        readings: `saint_martin_holiday` is read.

    Returns:
        The days, each once, so ten in 2008, when Ascension fell on 1 May.

    Raises:
        NotCovered: Before 1982 in metropolitan France, Alsace-Moselle and
            Saint-Pierre-et-Miquelon, 1984 in Guadeloupe, Guyane, Martinique
            and La Réunion, 2012 in Saint-Barthélemy and Saint-Martin, 2018
            in Mayotte.
        InvalidValue: For a year out of range.
        WrongType: For a territory given as a text.

    Source: art. L3133-1, L3134-13 (Alsace-Moselle), L3422-2 (overseas).

    >>> sorted(public_holidays(Territory.MAYOTTE, 2026))[1:3]
    [datetime.date(2026, 4, 6), datetime.date(2026, 4, 27)]
    >>> date(2025, 5, 28) in public_holidays(
    ...     Territory.SAINT_MARTIN,
    ...     2025,
    ...     LETTER.choose(saint_martin_holiday="MAY_28"),
    ... )
    True
    """
    place = Workplace(territory=territory, readings=readings)
    return frozenset(place.holidays_of(year))


def jours_ouvrables(
    first: date,
    last: date,
    *,
    territory: Territory | None = None,
    worked_holidays: frozenset[date] = frozenset(),
    holidays: PublicHolidays | None = None,
    readings: Readings = LETTER,
) -> tuple[date, ...]:
    """The jours ouvrables of a period, both of its days counted.

    Every day but Sunday and the public holidays that are not usually worked
    in the firm: six a week, Saturday counts.

    Args:
        first: First day of the period.
        last: Last day of the period.
        territory: Place of execution; needed unless `holidays` is given.
        worked_holidays: Public holidays usually worked in the firm.
        holidays: The firm's own calendar, instead of the territory's.
        readings: `saint_martin_holiday` is read.

    Returns:
        The days, in order.

    Raises:
        WrongType: Without territory and calendar; for a datetime or a text.
        InvalidValue: For an end before the start.
        NotCovered: Before the first year known for the territory.

    Source: art. L3133-1 and the glossary of code.travail.gouv.fr.

    >>> len(
    ...     jours_ouvrables(
    ...         date(2023, 8, 14),
    ...         date(2023, 8, 19),
    ...         territory=Territory.METROPOLE,
    ...     )
    ... )
    5
    """
    place = Workplace(
        territory=territory, worked_holidays=worked_holidays, holidays=holidays, readings=readings
    )
    return tuple(day for day, off in place.between(first, last) if off is None)


def is_jour_ouvrable(
    day: date,
    *,
    territory: Territory | None = None,
    worked_holidays: frozenset[date] = frozenset(),
    holidays: PublicHolidays | None = None,
    readings: Readings = LETTER,
) -> bool:
    """Whether a day is a jour ouvrable.

    Args:
        day: The day.
        territory: Place of execution; needed unless `holidays` is given.
        worked_holidays: Public holidays usually worked in the firm.
        holidays: The firm's own calendar, instead of the territory's.
        readings: `saint_martin_holiday` is read.

    Raises:
        WrongType: Without territory and calendar; for a datetime or a text.
        NotCovered: Before the first year known for the territory.

    Source: art. L3133-1 and the glossary of code.travail.gouv.fr.

    >>> is_jour_ouvrable(date(2026, 9, 5), territory=Territory.METROPOLE)
    True
    >>> is_jour_ouvrable(date(2026, 9, 6), territory=Territory.METROPOLE)
    False
    """
    place = Workplace(
        territory=territory, worked_holidays=worked_holidays, holidays=holidays, readings=readings
    )
    return place.day_off(day) is None
