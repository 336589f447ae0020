"""The SMIC of a day and a territory, bundled and extendable.

National SMIC for every territory but Mayotte, which has its own (art. L.
3423-2) since 2018-01-01; before that day Mayotte had another code and a
SMIG, not covered here.
"""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from attrs import field, frozen

from apprentissage._arguments import check_arguments
from apprentissage._guards import is_a, is_date
from apprentissage._money import cents, decimal_cents, rounded_half_up
from apprentissage._plain import PlainValue
from apprentissage.errors import InvalidValue
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.facts.territories import Territory
from apprentissage.law.dated import ByWork, Version, version
from apprentissage.law.smic_data import MAYOTTE, MAYOTTE_PRINTED_MONTHS, NATIONAL
from apprentissage.law.sources import SMIC_CHECKED_ON

_LEGIFRANCE = "https://www.legifrance.gouv.fr/"


@frozen(eq=False, repr=False)
class Smic(PlainValue):
    """The SMIC of one period.

    Args:
        hourly_cents: Gross hourly SMIC, in cents.
        printed_month_cents: The month as published, where it differs from
            the formula.
    """

    hourly_cents: int
    printed_month_cents: int | None = None

    @property
    def hourly(self) -> Decimal:
        """Gross hourly SMIC in euros."""
        return decimal_cents(self.hourly_cents)

    @property
    def monthly_cents(self) -> int:
        """The official month of 35 hours: hourly x 35 x 52 / 12, in cents.

        Rounded half up to the cent; `151.67` hours would give up to four
        cents more.
        """
        return rounded_half_up(self.hourly_cents * 35 * 52, 12)

    @property
    def monthly(self) -> Decimal:
        """The official month of 35 hours, in euros."""
        return decimal_cents(self.monthly_cents)

    @property
    def printed_monthly(self) -> Decimal:
        """The month as published, in euros."""
        return decimal_cents(self.printed_month_cents or self.monthly_cents)


@frozen(eq=False, repr=False)
class SmicSeries(PlainValue):
    """The SMIC by day worked, national and in Mayotte.

    Args:
        national: Every territory but Mayotte.
        mayotte: Mayotte.
        checked_on: Last day for which the series was verified.

    >>> BUNDLED_SMIC.on(date(2026, 6, 1)).monthly
    Decimal('1867.02')
    >>> BUNDLED_SMIC.on(date(2026, 6, 1), Territory.MAYOTTE).hourly
    Decimal('9.56')
    """

    national: ByWork[Smic] = field(validator=is_a(ByWork))
    mayotte: ByWork[Smic] = field(validator=is_a(ByWork))
    checked_on: date = field(default=SMIC_CHECKED_ON, validator=is_date)

    def __repr__(self) -> str:
        first, last = (self.national.days[rank] for rank in (0, -1))
        return f"SmicSeries({first} to {last}, checked on {self.checked_on})"

    def of(self, territory: Territory) -> ByWork[Smic]:
        """The table of a territory."""
        if type(territory) is not Territory:
            check_arguments(SmicSeries.of, locals())
        if territory is Territory.MAYOTTE:
            return self.mayotte
        return self.national

    def on(self, day: date, territory: Territory = Territory.METROPOLE) -> Smic:
        """The SMIC in force on a day.

        Args:
            day: The day worked.
            territory: Place of execution.

        Raises:
            NotCovered: Before 2004-07-01, in Mayotte before 2018-01-01.
        """
        return self.of(territory).worked(day).value

    def rises(self, territory: Territory, first: date, last: date) -> tuple[date, ...]:
        """Days after the first and up to the last on which it changes.

        >>> BUNDLED_SMIC.rises(
        ...     Territory.METROPOLE, date(2026, 1, 1), date(2026, 6, 1)
        ... )
        (datetime.date(2026, 6, 1),)
        """
        if type(first) is not date or type(last) is not date:
            check_arguments(SmicSeries.rises, locals())
        days = self.of(territory).days
        return days[bisect_right(days, first) : bisect_right(days, last)]

    def extended(
        self,
        since: date,
        *,
        hourly: Decimal | int,
        source: Source,
        mayotte: Decimal | int | None = None,
        checked_on: date | None = None,
    ) -> "SmicSeries":
        """A series with one rise more, for a text the library lacks.

        Args:
            since: First day of the rise, after all days of the series.
            hourly: New gross hourly SMIC in euros.
            source: The text that fixes it.
            mayotte: New hourly SMIC of Mayotte, unchanged where None.
            checked_on: Last verified day of the new series; the first day
                of the rise where None.

        Returns:
            A new series; this one stays as it is.

        Raises:
            InvalidValue: When the day is not after the last rise.

        >>> law = Source(SourceKind.DECREE, "décret n° 2026-0000")
        >>> later = BUNDLED_SMIC.extended(
        ...     date(2027, 1, 1), hourly=Decimal("12.50"), source=law
        ... )
        >>> later.on(date(2027, 1, 1)).monthly
        Decimal('1895.83')
        """
        check_arguments(SmicSeries.extended, locals())
        return SmicSeries(
            _longer(self.national, "hourly", since, hourly, source),
            self.mayotte
            if mayotte is None
            else _longer(self.mayotte, "mayotte", since, mayotte, source),
            since if checked_on is None else checked_on,
        )


def _longer(
    table: ByWork[Smic], path: str, since: date, hourly: Decimal | int, source: Source
) -> ByWork[Smic]:
    last = table.versions[-1].since
    if since <= last:
        raise InvalidValue("since", since, f"write a day after {last}")
    rise = version(since, Smic(cents(path, hourly)), source)
    return ByWork(table.what, (*table.versions, rise))


def _text(reference: str, place: str | None) -> Source:
    """The text of a rise, a decree or an arrêté as its name says."""
    kind = SourceKind.ORDER if reference.startswith("Arrêté") else SourceKind.DECREE
    return Source(kind, reference, place and _LEGIFRANCE + place)


def _mayotte_series(printed: Mapping[date, int]) -> tuple[Version[Smic], ...]:
    texts = {since: _text(text, None) for since, _, text, _ in NATIONAL}
    return tuple(
        version(
            since,
            Smic(hourly, printed.get(since)),
            Source(
                texts[since].kind,
                f"SMIC de Mayotte (art. L. 3423-2), fixé par {texts[since].kind.label}",
            ),
        )
        for since, hourly in MAYOTTE
    )


BUNDLED_SMIC = SmicSeries(
    ByWork(
        "SMIC",
        tuple(
            version(since, Smic(hourly), _text(text, place))
            for since, hourly, text, place in NATIONAL
        ),
    ),
    ByWork("SMIC de Mayotte", _mayotte_series(MAYOTTE_PRINTED_MONTHS)),
)
"""The series of `law/smic_data.py`, verified up to `SMIC_CHECKED_ON`."""
