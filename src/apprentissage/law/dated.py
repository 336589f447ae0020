"""Tables of the law with their dates, and the clock each one goes by.

Three clocks, three look-ups: the text that applies is the one in force for
contracts *concluded* on a day, the SMIC is that of the day *worked*, a few
rules go by another *event*. A table has the look-up of its own clock only,
so that the wrong one cannot be asked.
"""

from bisect import bisect_right
from datetime import date
from itertools import pairwise
from typing import Generic, TypeVar

from attrs import Factory, field, frozen

from apprentissage._arguments import check_arguments
from apprentissage._guards import check_day, is_date
from apprentissage._plain import PlainValue
from apprentissage.errors import InvalidValue, NotCovered
from apprentissage.facts.authorities import Source
from apprentissage.law.sources import Caveat, cited

T = TypeVar("T", bound=object)


@frozen(eq=False, repr=False)
class Version(PlainValue, Generic[T]):
    """A value and the first day from which it holds.

    Args:
        since: First day, by the clock of the table.
        value: What the text then fixes.
        sources: The texts.
        caveats: Reserves that go with it.
    """

    since: date = field(validator=is_date)
    value: T
    sources: tuple[Source, ...]
    caveats: tuple[Caveat, ...] = ()


def version(
    since: date, value: T, *sources: Source | str, caveats: tuple[Caveat, ...] = ()
) -> Version[T]:
    """A version that cites articles as they stand on its first day.

    Args:
        since: First day, by the clock of the table.
        value: What the text then fixes; None for a text without a value.
        sources: The texts; an article by its name, as `article` takes it.
        caveats: Reserves that go with it.

    Returns:
        The version.

    Raises:
        NotCovered: When an article is not in force on that day.

    >>> found = version(date(2019, 1, 1), 29, "L6222-1")
    >>> found.sources[0].url[-20:]
    'LEGIARTI000037385936'
    """
    check_arguments(version, locals())
    texts = tuple(
        cited(source, since) if isinstance(source, str) else source for source in sources
    )
    return Version(since, value, texts, caveats)


def _sorted(_: object, __: object, versions: tuple[Version[T], ...]) -> None:
    days = [version.since for version in versions]
    if not days or any(a >= b for a, b in pairwise(days)):
        raise InvalidValue("versions", days, "write at least one, in order of their days")


@frozen(eq=False, repr=False)
class _Dated(PlainValue, Generic[T]):
    """Versions of one thing in the order of their first days."""

    what: str
    versions: tuple[Version[T], ...] = field(validator=_sorted)
    # The first day of each version.
    days: tuple[date, ...] = field(
        init=False,
        repr=False,
        eq=False,
        default=Factory(
            lambda table: tuple(version.since for version in table.versions), takes_self=True
        ),
    )

    @property
    def since(self) -> date:
        """The first day that the table covers."""
        return self.versions[0].since

    def _on(self, path: str, day: date) -> Version[T]:
        """The version of a day that may be none, or before the first."""
        check_day(path, day)
        rank = bisect_right(self.days, day)
        if rank == 0:
            raise NotCovered(self.what, day, self.since)
        return self.versions[rank - 1]


class ByConclusion(_Dated[T]):
    """A table that goes by the day on which the contract is concluded.

    >>> limits = ByConclusion(
    ...     "limite d'âge",
    ...     (Version(date(2019, 1, 1), 29, ()),),
    ... )
    >>> limits.concluded(date(2026, 9, 1)).value
    29
    >>> limits.concluded(date(2018, 12, 31))
    Traceback (most recent call last):
      ...
    apprentissage.errors.NotCovered: limite d'âge: not covered on \
2018-12-31, covered from 2019-01-01
    """

    __slots__ = ()

    def concluded(self, day: date) -> Version[T]:
        """The version for contracts concluded on a day.

        Raises:
            NotCovered: Before the first version.
        """
        # a review asks a hundred times: at once where there is an answer
        if type(day) is date and (rank := bisect_right(self.days, day)):
            return self.versions[rank - 1]
        return self._on("concluded_on", day)


class ByWork(_Dated[T]):
    """A table that goes by the day worked, such as the SMIC."""

    __slots__ = ()

    def worked(self, day: date) -> Version[T]:
        """The version for work done on a day.

        Raises:
            NotCovered: Before the first version.
        """
        # a review asks a hundred times: at once where there is an answer
        if type(day) is date and (rank := bisect_right(self.days, day)):
            return self.versions[rank - 1]
        return self._on("worked_on", day)


class ByEvent(_Dated[T]):
    """A table that goes by an event, such as the start of a cycle."""

    __slots__ = ()

    def event(self, day: date) -> Version[T]:
        """The version for an event of a day.

        Raises:
            NotCovered: Before the first version.
        """
        # a review asks a hundred times: at once where there is an answer
        if type(day) is date and (rank := bisect_right(self.days, day)):
            return self.versions[rank - 1]
        return self._on("event_on", day)
