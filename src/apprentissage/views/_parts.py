"""Pieces that the sections of the page share."""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from re import Match
from re import compile as regex

from attrs import frozen

from apprentissage._plain import PlainValue
from apprentissage._text import element, escape, typeset
from apprentissage.facts.authorities import Source
from apprentissage.judging import Finding, Outcome
from apprentissage.judging.finding import REMINDER

_MARKS = {
    Outcome.NON_COMPLIANT: "M4 4l8 8M12 4l-8 8",
    Outcome.UNDETERMINED: "M5.2 6a2.8 2.8 0 1 1 4 2.5c-.9.5-1.2 1-1.2 1.8M8 13.4v.1",
    Outcome.COMPLIANT: "M3 8.6l3.4 3.4L13 4.6",
    Outcome.NOT_APPLICABLE: "M3.5 8h9",
}


_CLOCK = "M8 4.6v3.6l2.3 1.5M8 2a6 6 0 1 0 .01 0"


_ARTICLE = regex(
    r"(?:art\.\u00a0)?\b([LRD])\.\u00a0(\d+(?:-\d+)*)"
    r"|\bart\.\u00a0()(\d+(?:-\d+)*)(?= du code\b)"
)
"""An article that a sentence names, by its letter and its number."""

_NUMBER = regex(r"((?:art\.\u00a0)?\b[LRD]\.|n°)\u00a0(\d+(?:-\d+)*)")
"""The number of a text, which no line cuts."""

_ORDINAL = regex(r"([0-9])(er|re|e)\b")

_BY_NUMBER = (
    "https://www.legifrance.gouv.fr/search/code?tab_selection=code&searchField=NUM_ARTICLE&query="
)
"""Légifrance's search of an article, for one cited without its version."""

_OF_THE_CODE = " du code du travail"


def curly(words: str) -> str:
    """A French text with its no-break spaces and its apostrophes.

    >>> curly("L'âge : 5 h")
    'L’âge\\xa0: 5\\xa0h'
    """
    return typeset(words).replace("'", "’")


def text(words: str) -> str:
    """A French text as markup that holds no link, its ordinals raised.

    >>> text("Délai < 5 jours ; l'an 1er")
    'Délai &lt; 5 jours\\u202f; l’an 1<sup>er</sup>'
    """
    return set_text(typeset(words))


def set_text(words: str) -> str:
    """The same of a text that has its no-break spaces already."""
    return _ORDINAL.sub(r"\1<sup>\2</sup>", escape(words.replace("'", "’")))


def prose(words: str) -> str:
    """A sentence as markup; each article that it names is a link.

    Args:
        words: Typeset, as sentences, labels and reserves are.

    >>> prose("selon l'art.\u00a0L.\u00a06222-1")[-20:]
    '">art.\\xa0L.\\xa06222-1</a>'
    """
    written = set_text(words)
    return _ARTICLE.sub(_linked, written) if _CITING in written else written


_CITING = ".\u00a0"


def by_number(number: str, words: str) -> str:
    """A link to an article by its number, without dots nor spaces."""
    return f'<a class="number" href="{escape(_BY_NUMBER + number)}">{escape(words)}</a>'


def _linked(found: Match[str]) -> str:
    number = "".join([part for part in found.groups() if part])
    return by_number(number, found.group())


def css_class(outcome: Outcome, *, reminds: bool = False) -> str:
    """The class of an outcome, or of a reminder, in the style sheet.

    >>> css_class(Outcome.NON_COMPLIANT)
    'non-compliant'
    """
    return "reminder" if reminds else str(outcome.value).replace("_", "-")


def mark(outcome: Outcome) -> str:
    """The sign of an outcome, drawn, which goes before its word.

    >>> mark(Outcome.NOT_APPLICABLE)[-32:]
    '<path d="M3.5 8h9"></path></svg>'
    """
    return _sign(_MARKS[outcome])


def _sign(path: str) -> str:
    return element(
        "svg", element("path", "", d=path), class_="mark", viewBox="0 0 16 16", aria_hidden="true"
    )


@cache
def badge(outcome: Outcome, class_: str = "badge", *, reminds: bool = False) -> str:
    """An outcome: its sign and its word, in its colour.

    >>> badge(Outcome.COMPLIANT).startswith('<span class="badge compliant">')
    True
    """
    return element(
        "span",
        _sign(_CLOCK if reminds else _MARKS[outcome])
        + text(REMINDER if reminds else outcome.label),
        class_=f"{class_} {css_class(outcome, reminds=reminds)}",
    )


def badge_of(finding: Finding, class_: str = "badge") -> str:
    """The badge of a finding."""
    return badge(finding.outcome, class_, reminds=finding.reminds)


@lru_cache(1024)  # a page cites few texts, many times each
def source(cited: Source) -> str:
    """A source: a link to its address, or to its article by its number.

    An article of the code du travail is told by its number alone.

    >>> from apprentissage.law.sources import article
    >>> source(article("L6222-1"))[-15:]
    '">L.\\xa06222-1</a>'
    """
    reference = cited.reference
    if reference.endswith(_OF_THE_CODE):
        reference = reference[: -len(_OF_THE_CODE)].removeprefix("art. ")
    if cited.url is None or not cited.url.startswith("https://"):
        return prose(typeset(reference))
    return element(
        "a",
        _NUMBER.sub('<span class="number">\\1\u00a0\\2</span>', text(reference)),
        href=cited.url,
    )


def sources(texts: Iterable[Source]) -> str:
    """Sources in a row.

    >>> from apprentissage.facts.authorities import SourceKind
    >>> sources([Source(SourceKind.FORM, "a"), Source(SourceKind.FORM, "b")])
    'a\\u202f; b'
    """
    return "\u202f; ".join([source(one) for one in texts])


def bullets(title: str, items: Iterable[str]) -> str:
    """Sentences under a heading; nothing where there is none.

    >>> bullets("Réserves", ["a < b"])
    '<h3>Réserves</h3><ul class="small"><li>a &lt; b</li></ul>'
    """
    listed = "".join([element("li", prose(item)) for item in items])
    if not listed:
        return ""
    heading = element("h3", text(title))
    return heading + element("ul", listed, class_="small")


@frozen(eq=False, repr=False)
class Column(PlainValue):
    """A column of a table.

    Args:
        name: Its heading, in French.
        class_: Class of its cells.
        labelled: The name stands before the value on a narrow screen.
    """

    name: str
    class_: str = ""
    labelled: bool = True

    @property
    def opening(self) -> str:
        """The tag that opens its cells."""
        kind = f' class="{escape(self.class_)}"' if self.class_ else ""
        label = f' data-label="{text(self.name)}"' if self.labelled else ""
        return f'<td role="cell"{label}{kind}>'


@frozen(eq=False, repr=False)
class Body(PlainValue):
    """A part of a table.

    Args:
        rows: Cells of markup, a cell for each column.
        heading: What its rows have in common, as markup; "" untold.
    """

    rows: Sequence[Sequence[str]]
    heading: str = ""


def grid(columns: Sequence[Column], bodies: Iterable[Body], *, caption: str) -> str:
    """A table of markup; on a narrow screen its rows become blocks.

    The first cell of a row is its heading. Roles are written out because
    blocks lose those of a table.

    Args:
        columns: What each column holds.
        bodies: Bodies of the table.
        caption: What the table tells, in French.

    >>> print(grid([Column("jour")], [Body([["1er"]])], caption="Jours")[:55])
    <table role="table"><caption>Jours</caption><thead role
    """
    written = [
        f'<table role="table"><caption>{text(caption)}</caption>',
        '<thead role="rowgroup"><tr role="row">',
        *[f'<th scope="col" role="columnheader">{text(column.name)}</th>' for column in columns],
        "</tr></thead>",
    ]
    first, *others = columns
    kind = f' class="{escape(first.class_)}"' if first.class_ else ""
    heading = f'<tr role="row"><th scope="row" role="rowheader"{kind}>'
    openings = [column.opening for column in others]
    for body in bodies:
        written.append('<tbody role="rowgroup">')
        if body.heading:
            written.append(
                '<tr role="row" class="heading"><th scope="rowgroup" '
                f'role="rowheader" colspan="{len(columns)}">{body.heading}'
                "</th></tr>"
            )
        for row in body.rows:
            written += (heading, row[0], "</th>")
            for opening, cell in zip(openings, row[1:], strict=True):
                written += (opening, cell, "</td>")
            written.append("</tr>")
        written.append("</tbody>")
    written.append("</table>")
    return "".join(written)


def folded(summary: str, content: str, *, opened: bool, kind: str) -> str:
    """Markup that a reader unfolds; paper shows it as it stands.

    Args:
        summary: What it holds, as markup.
        content: What is unfolded.
        opened: It is unfolded from the start.
        kind: Its class.

    >>> folded("Détail", "<p>Oui.</p>", opened=True, kind="more")[:36]
    '<details class="more" open="open"><s'
    """
    more = {"open": "open"} if opened else {}
    return element("details", element("summary", summary) + content, class_=kind, **more)
