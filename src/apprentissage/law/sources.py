"""Where a rule comes from, and how far the texts were verified."""

from bisect import bisect_right
from datetime import date
from functools import lru_cache
from re import compile as regex

from attrs import field, frozen

from apprentissage._arguments import check_arguments
from apprentissage._guards import is_text
from apprentissage._text import french_date, shortened, typeset_text
from apprentissage.errors import InvalidValue, NotCovered
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.law.code_versions import VERSIONS
from apprentissage.months import eve_of

LAW_CHECKED_ON = date(2026, 8, 20)
"""Last day for which the consolidated code du travail was verified."""

SMIC_CHECKED_ON = date(2026, 9, 2)
"""Last day for which the series of the SMIC was verified."""

_REPEALED = "-"
"""The identifier of a version that is none: the article is not in force."""

_ARTICLE = regex(r"([LRD])(\d+(?:-\d+)*)((?: (?:al\.|[IVX]+|\d+°).*)?)")


def article(name: str, on: date | None = None) -> Source:
    """An article of the code du travail as a source.

    Args:
        name: As in `L6222-1` or `D6222-31 al. 2`. An article in L is a law,
            in R or D a decree.
        on: A day on which it is cited, by the clock of the rule: the day of
            conclusion mostly.

    Returns:
        The source, with the address of the version in force on that day.

    Raises:
        InvalidValue: When the name is no article's.
        NotCovered: When the article is not in force on that day.

    >>> article("D6222-31 al. 2").reference
    'art. D. 6222-31 al. 2 du code du travail'
    >>> article("L6222-1").kind
    <SourceKind.LAW: 'law'>
    >>> article("L6222-1", date(2026, 9, 1)).url[-20:]
    'LEGIARTI000037385936'
    """
    check_arguments(article, locals())
    return cited(name, on)


@lru_cache(maxsize=4096)
def cited(name: str, on: date | None) -> Source:
    """The same as `article`, its arguments not looked at again."""
    letter, number, _ = _parsed(name)
    return _source(name, None if on is None else _legiarti(letter + number, on))


@lru_cache(maxsize=1024)
def _parsed(name: str) -> tuple[str, str, str]:
    """Letter, number and place of an article."""
    match = _ARTICLE.fullmatch(name)
    if match is None:
        raise InvalidValue("name", name, "write L, R or D and a number, such as L6222-1")
    letter, number, place = match.groups()
    return letter, number, place


# few, where the days of a heap of contracts are all others
@lru_cache(maxsize=1024)
def _source(name: str, legiarti: str | None) -> Source:
    letter, number, place = _parsed(name)
    return Source(
        SourceKind.LAW if letter == "L" else SourceKind.DECREE,
        f"art. {letter}. {number}{place} du code du travail",
        legiarti and f"https://www.legifrance.gouv.fr/codes/article_lc/{legiarti}",
    )


def legiarti_of(number: str, on: date) -> str | None:
    """The identifier of the version of an article in force on a day.

    Args:
        number: Without dots, such as `L6222-1`.
        on: The day.

    Returns:
        The LEGIARTI; None where LEGI gives none for that version.

    Raises:
        NotCovered: When the article is not in force on that day, or not
            among those that the library holds.

    >>> legiarti_of("L6222-1", date(2018, 12, 31))
    'LEGIARTI000028698443'
    """
    check_arguments(legiarti_of, locals())
    return _legiarti(number, on)


def _legiarti(number: str, on: date) -> str | None:
    days, identifiers = _versions(number)
    rank = bisect_right(days, on)
    if rank == 0 or identifiers[rank - 1] == _REPEALED:
        raise NotCovered(f"article {number}", on, days[0] if days else None)
    digits = int(identifiers[rank - 1])
    return f"LEGIARTI{digits:012d}" if digits else None


@lru_cache(maxsize=1024)
def _versions(number: str) -> tuple[tuple[date, ...], tuple[str, ...]]:
    """The first day of each version of an article, and its identifier."""
    told = [version.partition(":") for version in VERSIONS.get(number, "").split()]
    days = tuple(date.fromisoformat(since) for since, _, _ in told)
    return days, tuple(identifier for _, _, identifier in told)


@frozen(cache_hash=True)  # each combination of findings asks for it
class Caveat:
    """A reserve that a result carries without changing its outcome.

    Args:
        name: Stable name, for programs.
        sentence: The reserve in French, for people; typeset.

    >>> Caveat("EXAMPLE", "Seul « essai » : un exemple.").sentence
    'Seul «\\xa0essai\\xa0»\\xa0: un exemple.'
    """

    name: str = field(validator=is_text)
    sentence: str = field(converter=typeset_text, validator=is_text)

    def __repr__(self) -> str:
        return f"Caveat({self.name!r}, {shortened(self.sentence)!r})"


def reworded_on(name: str, since: date, until: date | None) -> tuple[date, ...]:
    """The days on which another version of an article begins.

    Args:
        name: As `article` takes it.
        since: The day after which they are sought.
        until: The day before which they are; None for no end.
    """
    letter, number, _ = _parsed(name)
    days, _ = _versions(letter + number)
    return tuple(day for day in days if since < day and (until is None or day < until))


def last_in_force(name: str, on: date) -> date:
    """A day, or where an article is in force no more, the last on which it was.

    Args:
        name: As `article` takes it.
        on: The day.
    """
    letter, number, _ = _parsed(name)
    days, identifiers = _versions(letter + number)
    rank = bisect_right(days, on) - 1
    return eve_of(days[rank]) if identifiers[rank] == _REPEALED else on


def UNREAD_VERSION(article_name: str, since: date) -> Caveat:  # noqa: N802
    """The caveat of an article whose newest version could not be read.

    The result then rests on the last wording read.

    >>> UNREAD_VERSION("L6222-5", date(2026, 5, 28)).name
    'UNREAD_VERSION'
    """
    check_arguments(UNREAD_VERSION, locals())
    reference = article(article_name, since).reference
    return Caveat(
        "UNREAD_VERSION",
        f"La version de l'{reference} en vigueur depuis le "
        f"{french_date(since)} n'a pas pu être lue : le résultat repose "
        "sur la rédaction précédente.",
    )
