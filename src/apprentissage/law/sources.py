"""Where a rule comes from, and how far the texts were verified."""

from datetime import date
from re import compile as regex

from attrs import field, frozen

from apprentissage.arguments import check_arguments
from apprentissage.errors import InvalidValue
from apprentissage.guards import is_text, member, optional
from apprentissage.labelled import Labelled
from apprentissage.text import french_date, typeset_text

__all__ = [
    "LAW_CHECKED_ON",
    "SMIC_CHECKED_ON",
    "UNREAD_VERSION",
    "Caveat",
    "Source",
    "SourceKind",
    "article",
]
__dir__ = __all__.copy

LAW_CHECKED_ON = date(2026, 8, 20)
"""Last day for which the consolidated code du travail was verified."""

SMIC_CHECKED_ON = date(2026, 9, 2)
"""Last day for which the series of the SMIC was verified."""

_ARTICLE = regex(r"([LRD])(\d+(?:-\d+)*)((?: (?:al\.|[IVX]+|\d+°).*)?)")


class SourceKind(Labelled):
    """What a finding rests on, from the strongest to the weakest."""

    LAW = "law", "loi"
    DECREE = "decree", "décret"
    FORM = "form", "notice du Cerfa"
    DOCTRINE = "doctrine", "doctrine administrative"
    BRANCH = "branch", "accord de branche"


@frozen
class Source:
    """A text, a form's notice or a doctrine on which a result rests.

    Args:
        kind: What sort of authority it is.
        reference: Its name, as a French lawyer cites it.
        url: Where it can be read, where a stable address is known.

    >>> Source(SourceKind.FORM, "notice 51649#08").reference
    'notice 51649#08'
    """

    kind: SourceKind = field(validator=member(SourceKind))
    reference: str = field(validator=is_text)
    url: str | None = field(default=None, validator=optional(is_text))


def article(name: str, legiarti: str | None = None) -> Source:
    """An article of the code du travail as a source.

    Args:
        name: As in `L6222-1` or `D6222-31 al. 2`. An article in L is a law,
            in R or D a decree.
        legiarti: Identifier of the version, where known.

    Returns:
        The source, with the address of that version.

    Raises:
        InvalidValue: When the name is no article's.

    >>> article("D6222-31 al. 2").reference
    'art. D. 6222-31 al. 2 du code du travail'
    >>> article("L6222-1").kind
    <SourceKind.LAW: 'law'>
    """
    check_arguments(article, locals())
    match = _ARTICLE.fullmatch(name)
    if match is None:
        raise InvalidValue(
            "name", name, "write L, R or D and a number, such as L6222-1"
        )
    letter, numbers, place = match.groups()
    return Source(
        SourceKind.LAW if letter == "L" else SourceKind.DECREE,
        f"art. {letter}. {numbers}{place} du code du travail",
        legiarti
        and f"https://www.legifrance.gouv.fr/codes/article_lc/{legiarti}",
    )


@frozen
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


def UNREAD_VERSION(article_name: str, since: date) -> Caveat:  # noqa: N802
    """The caveat of an article whose newest version could not be read.

    The result then rests on the last wording read.

    >>> UNREAD_VERSION("L6222-5", date(2026, 5, 28)).name
    'UNREAD_VERSION'
    """
    check_arguments(UNREAD_VERSION, locals())
    reference = article(article_name).reference
    return Caveat(
        "UNREAD_VERSION",
        f"La version de l'{reference} en vigueur depuis le "
        f"{french_date(since)} n'a pas pu être lue : le résultat repose "
        "sur la rédaction précédente.",
    )
