"""Tables of the law with their dates, and the clock each one goes by.

Three clocks, three look-ups: the text that applies is the one in force for
contracts *concluded* on a day, the SMIC is that of the day *worked*, a few
rules go by another *event*. A table has the look-up of its own clock only,
so that the wrong one cannot be asked.
"""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from itertools import pairwise, zip_longest
from typing import Generic, TypeVar

from attrs import field, frozen

from apprentissage._arguments import check_arguments
from apprentissage._guards import check_day, is_date
from apprentissage._plain import PlainValue
from apprentissage.errors import InvalidValue, NotCovered
from apprentissage.facts.authorities import Source
from apprentissage.law.sources import Caveat, cited, last_in_force, reworded_on

T = TypeVar("T", bound=object)


@frozen(eq=False, repr=False)
class Version(PlainValue, Generic[T]):
    """A value and the first day from which it holds.

    Args:
        since: First day, by the clock of the table.
        value: What the text then fixes.
        sources: The texts.
        caveats: Reserves that go with it.
        cites: The same texts, articles by their names: of each, the version
            in force on the day that is asked for is cited.
    """

    since: date = field(validator=is_date)
    value: T
    sources: tuple[Source, ...]
    caveats: tuple[Caveat, ...] = ()
    cites: tuple[Source | str, ...] = field(default=(), eq=False)

    def cited_on(self, day: date) -> "Version[T]":
        """The same, citing each article as it stands on a day.

        One that is no more in force by then is cited as it last stood.
        """
        sources = tuple(
            cited(text, last_in_force(text, day)) if isinstance(text, str) else text
            for text in self.cites
        )
        return Version(self.since, self.value, sources, self.caveats, self.cites)


def version(
    since: date, value: T, *sources: Source | str, caveats: tuple[Caveat, ...] = ()
) -> Version[T]:
    """A version that cites articles as they stand on the day asked for.

    Args:
        since: First day, by the clock of the table.
        value: What the text then fixes; None for a text without a value.
        sources: The texts; an article by its name, as `article` takes it.
        caveats: Reserves that go with it.

    Returns:
        The version.

    Raises:
        NotCovered: When an article is not in force on the first day.

    >>> found = version(date(2019, 1, 1), 29, "L6222-1")
    >>> found.sources[0].url[-20:]
    'LEGIARTI000037385936'
    """
    check_arguments(version, locals())
    texts = tuple(
        cited(source, since) if isinstance(source, str) else source for source in sources
    )
    return Version(since, value, texts, caveats, sources)


def _sorted(_: object, __: object, versions: tuple[Version[T], ...]) -> None:
    days = [version.since for version in versions]
    if not days or any(a >= b for a, b in pairwise(days)):
        raise InvalidValue("versions", days, "write at least one, in order of their days")


def _by_wording(versions: tuple[Version[T], ...]) -> Iterator[tuple[date, Version[T]]]:
    for version, following in zip_longest(versions, versions[1:]):
        until = None if following is None else following.since
        articles = [text for text in version.cites if isinstance(text, str)]
        reworded = {day for name in articles for day in reworded_on(name, version.since, until)}
        yield version.since, version
        for day in sorted(reworded):
            yield day, version.cited_on(day)


@frozen(eq=False, repr=False)
class _Dated(PlainValue, Generic[T]):
    """Versions of one thing in the order of their first days."""

    what: str
    versions: tuple[Version[T], ...] = field(validator=_sorted)
    # A version for each wording of the articles that it cites, and its first day.
    worded: tuple[Version[T], ...] = field(init=False, repr=False, eq=False)
    days: tuple[date, ...] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        """Tell the wordings of the articles apart."""
        worded = dict(_by_wording(self.versions))
        object.__setattr__(self, "days", tuple(worded))
        object.__setattr__(self, "worded", tuple(worded.values()))

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
        return self.worded[rank - 1]


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
            return self.worded[rank - 1]
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
            return self.worded[rank - 1]
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
            return self.worded[rank - 1]
        return self._on("event_on", day)
