"""Pieces that the sections of the page share."""

from collections.abc import Iterable, Sequence
from re import compile as regex

from attrs import frozen

from apprentissage._text import element, escape, typeset
from apprentissage.facts.authorities import Source
from apprentissage.judging import Finding, Outcome
from apprentissage.judging.finding import REMINDER

_MARKS = {
    Outcome.NON_COMPLIANT: "M4 4l8 8M12 4l-8 8",
    Outcome.UNDETERMINED: "M5.2 6a2.8 2.8 0 1 1 4 2.5c-.9.5-1.2 1-1.2 1.8M8 "
    "13.4v.1",
    Outcome.COMPLIANT: "M3 8.6l3.4 3.4L13 4.6",
    Outcome.NOT_APPLICABLE: "M3.5 8h9",
}


_CLOCK = "M8 4.6v3.6l2.3 1.5M8 2a6 6 0 1 0 .01 0"


_NUMBER = regex(r"((?:art\.\u00a0[LRD]\.|n°)\u00a0\d+(?:-\d+)*)")
"""The number of a text, which no line cuts."""


def prose(words: str) -> str:
    """A French text with its no-break spaces, escaped.

    >>> prose("Délai < 5 jours ;")
    'Délai &lt; 5 jours\\u202f;'
    """
    return escape(typeset(words))


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
        "svg",
        element("path", "", d=path),
        class_="mark",
        viewBox="0 0 16 16",
        aria_hidden="true",
    )


def badge(
    outcome: Outcome, class_: str = "badge", *, reminds: bool = False
) -> str:
    """An outcome: its sign and its word, in its colour.

    >>> badge(Outcome.COMPLIANT).startswith('<span class="badge compliant">')
    True
    """
    return element(
        "span",
        _sign(_CLOCK if reminds else _MARKS[outcome])
        + prose(REMINDER if reminds else outcome.label),
        class_=f"{class_} {css_class(outcome, reminds=reminds)}",
    )


def badge_of(finding: Finding, class_: str = "badge") -> str:
    """The badge of a finding."""
    return badge(finding.outcome, class_, reminds=finding.reminds)


def source(text: Source) -> str:
    """A source, with its address where it has one that a page may follow.

    >>> from apprentissage.law.sources import article
    >>> source(article("L6222-1"))
    '<span class="number">art.\\xa0L.\\xa06222-1</span> du code du travail'
    """
    reference = _NUMBER.sub(
        r'<span class="number">\1</span>', prose(text.reference)
    )
    if text.url is None or not text.url.startswith("https://"):
        return reference
    return element("a", reference, href=text.url)


def sources(texts: Iterable[Source]) -> str:
    """Sources in a row.

    >>> from apprentissage.facts.authorities import SourceKind
    >>> sources([Source(SourceKind.FORM, "a"), Source(SourceKind.FORM, "b")])
    'a\\u202f; b'
    """
    return "\u202f; ".join(source(text) for text in texts)


def bullets(title: str, items: Iterable[str]) -> str:
    """Sentences under a heading; nothing where there is none.

    >>> bullets("Réserves", ["a < b"])
    '<h3>Réserves</h3><ul class="small"><li>a &lt; b</li></ul>'
    """
    listed = "".join(element("li", prose(item)) for item in items)
    if not listed:
        return ""
    heading = element("h3", prose(title))
    return heading + element("ul", listed, class_="small")


@frozen
class Column:
    """A column of a table.

    Args:
        name: Its heading, in French.
        class_: Class of its cells.
        labelled: The name stands before the value on a narrow screen.
    """

    name: str
    class_: str = ""
    labelled: bool = True


def grid(
    columns: Sequence[Column],
    groups: Iterable[Iterable[Sequence[str]]],
    *,
    caption: str,
) -> str:
    """A table of markup; on a narrow screen its rows become blocks.

    The first cell of a row is its heading. Roles are written out because
    blocks lose those of a table.

    Args:
        columns: What each column holds.
        groups: Bodies of the table, rows in each, cells in each.
        caption: What the table tells, in French.

    >>> print(grid([Column("jour")], [[["1er"]]], caption="Jours")[:55])
    <table role="table"><caption>Jours</caption><thead role
    """
    head = "".join(
        element("th", prose(c.name), scope="col", role="columnheader")
        for c in columns
    )
    bodies = "".join(
        element(
            "tbody",
            "".join(_row(columns, row) for row in rows),
            role="rowgroup",
        )
        for rows in groups
    )
    return element(
        "table",
        element("caption", prose(caption))
        + element("thead", element("tr", head, role="row"), role="rowgroup")
        + bodies,
        role="table",
    )


def _row(columns: Sequence[Column], cells: Sequence[str]) -> str:
    first, *others = zip(columns, cells, strict=True)
    heading = element(
        "th",
        first[1],
        scope="row",
        role="rowheader",
        **_classes(first[0]),
    )
    return element(
        "tr",
        heading
        + "".join(
            element(
                "td",
                cell,
                role="cell",
                **({"data_label": column.name} if column.labelled else {}),
                **_classes(column),
            )
            for column, cell in others
        ),
        role="row",
    )


def _classes(column: Column) -> dict[str, str]:
    return {"class_": column.class_} if column.class_ else {}
