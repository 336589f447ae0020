"""A délai and its last day."""

from datetime import date

from attrs import field, frozen

from apprentissage._guards import is_day, tuple_of
from apprentissage._plain import PlainValue
from apprentissage._text import enumeration, french_date, short_date, table
from apprentissage.facts.authorities import Source
from apprentissage.facts.names import french_names
from apprentissage.judging.outcome import Outcome
from apprentissage.law.calendars import DayOff
from apprentissage.law.sources import Caveat


@frozen(kw_only=True, eq=False, repr=False)
class Deadline(PlainValue):
    """The last day of a délai counted in jours ouvrables.

    Args:
        prudent_latest_on: Last day, lawful until midnight; where a fact that
            moves it is unknown, the earliest that it may be.
        counted: The days counted to it, in order.
        skipped: The days on the way that are not jours ouvrables, in order,
            each with its reason.
        missing: The unknown facts that would move it.
        sources: The texts that fix the délai.
    """

    prudent_latest_on: date = field(validator=is_day)
    counted: tuple[date, ...] = field(validator=tuple_of(date))
    skipped: tuple[DayOff, ...] = field(validator=tuple_of(DayOff))
    missing: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    sources: tuple[Source, ...] = field(default=(), validator=tuple_of(Source))

    @property
    def latest_on(self) -> date | None:
        """The last day; None while a fact that moves it is unknown."""
        return None if self.missing else self.prudent_latest_on

    @property
    def outcome(self) -> Outcome:
        """UNDETERMINED while facts are missing, else nothing is judged."""
        return Outcome.UNDETERMINED if self.missing else Outcome.NOT_APPLICABLE

    @property
    def caveats(self) -> tuple[Caveat, ...]:
        """The reserves of the days skipped, each once."""
        return tuple(dict.fromkeys(c for day in self.skipped for c in day.caveats))

    def _repr_html_(self) -> str:
        """The count, day by day, for a notebook."""
        days = {
            **{day: f"{n}" for n, day in enumerate(self.counted, 1)},
            **{day.on: day.reason for day in self.skipped},
        }
        return table(
            ("jour", "jour ouvrable compté, ou pourquoi il ne l'est pas"),
            ((short_date(day), days[day]) for day in sorted(days)),
            caption=f"Dernier jour : {french_date(self.prudent_latest_on)}",
            notes=(
                *(
                    (f"Au plus tôt ; il manque : {enumeration(french_names(self.missing))}.",)
                    if self.missing
                    else ()
                ),
                *(caveat.sentence for caveat in self.caveats),
            ),
        )
