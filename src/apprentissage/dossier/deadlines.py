"""A délai and its last day."""

from datetime import date

from attrs import field, frozen

from apprentissage._guards import is_day, tuple_of
from apprentissage._text import french_date, short_date, table
from apprentissage.facts.authorities import Source
from apprentissage.law.calendars import DayOff
from apprentissage.law.sources import Caveat


@frozen(kw_only=True)
class Deadline:
    """The last day of a délai counted in jours ouvrables.

    Args:
        latest_on: Last day, lawful until midnight.
        counted: The days counted, in order.
        skipped: The days between the event and `latest_on` that are none, in
            order, each with its reason.
        sources: The texts that fix the délai.
    """

    latest_on: date = field(validator=is_day)
    counted: tuple[date, ...] = field(validator=tuple_of(date))
    skipped: tuple[DayOff, ...] = field(validator=tuple_of(DayOff))
    sources: tuple[Source, ...] = field(default=(), validator=tuple_of(Source))

    @property
    def caveats(self) -> tuple[Caveat, ...]:
        """The reserves of the days skipped, each once."""
        return tuple(
            dict.fromkeys(c for day in self.skipped for c in day.caveats)
        )

    def _repr_html_(self) -> str:
        """The count, day by day, for a notebook."""
        days = {
            **{day: f"{n}" for n, day in enumerate(self.counted, 1)},
            **{day.on: day.reason for day in self.skipped},
        }
        return table(
            ("jour", "jour ouvrable compté, ou pourquoi il ne l'est pas"),
            ((short_date(day), days[day]) for day in sorted(days)),
            caption=f"Dernier jour : {french_date(self.latest_on)}",
            notes=(caveat.sentence for caveat in self.caveats),
        )
