"""Escaped HTML: the one way by which a value enters a page."""

from collections.abc import Iterable, Sequence
from re import compile as regex

from apprentissage._text.french import typeset

_REFUSED = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_NO_CHARACTER = regex(f"[{_REFUSED}]")
"""What neither HTML nor XML admits: controls, lone surrogates.

Told by what it refuses: what it admits would be compiled for 3 ms.
"""

_RARE = regex(f"[&<>\"'{_REFUSED}]")
"""What most texts hold none of: one search tells them fit as they are."""

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})
"""As `html.escape`; that module loads two thousand entities to read."""


def escape(value: object) -> str:
    """A value as text of a page; a control in it becomes a black diamond.

    >>> escape("<b> & co")
    '&lt;b&gt; &amp; co'
    >>> escape("tab\\x00")
    'tab\ufffd'
    """
    written = str(value)
    if _RARE.search(written) is None:
        return written
    return _NO_CHARACTER.sub("\ufffd", written).translate(_ENTITIES)


def element(tag: str, content: str, **attributes: str) -> str:
    """An element around markup that is already escaped.

    A trailing underscore of an attribute's name is dropped (`class_`), the
    others become hyphens.

    >>> element("p", escape("a < b"), class_="note")
    '<p class="note">a &lt; b</p>'
    """
    written = [
        f' {_attribute(name) if "_" in name else name}="{escape(value)}"'
        for name, value in attributes.items()
    ]
    return f"<{tag}{''.join(written)}>{content}</{tag}>"


def _attribute(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def _shown(value: object) -> str:
    return escape(typeset(str(value)))


_STYLE = (
    ".apprentissage{overflow-x:auto}.apprentissage table{border-collapse:collapse}.apprentissage "
    "caption{caption-side:top;text-align:left;font-weight:600}.apprentissage th,.apprentissage "
    "td{text-align:left!important;vertical-align:top!important;padding:.3em .9em .3em "
    "0;border-bottom:1px solid rgba(128,128,128,.4)}"
)
"""Notebooks set cells to the right, in the middle. The ink stays theirs,
light or dark; the grey of the rules shows on both."""


def table(
    header: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    caption: str,
    notes: Iterable[str] = (),
) -> str:
    """A table for a notebook, of plain values, typeset and escaped.

    Args:
        header: Names of the columns.
        rows: Cells, a value for each column.
        caption: What the table is.
        notes: Sentences to stand under it.

    >>> shown = table(["jour"], [["1 < 2"]], caption="Essai", notes=["Vu."])
    >>> shown[shown.index("<table>"):]
    '<table><caption>Essai</caption><thead><tr><th scope="col">jour</th>\
</tr></thead><tbody><tr><td>1 &lt; 2</td></tr></tbody></table>\
<ul><li>Vu.</li></ul></div>'
    """
    head = "".join(element("th", _shown(h), scope="col") for h in header)
    body = "".join(
        element("tr", "".join(element("td", _shown(cell)) for cell in row)) for row in rows
    )
    drawn = element(
        "table",
        element("caption", _shown(caption))
        + element("thead", element("tr", head))
        + element("tbody", body),
    )
    listed = "".join(element("li", _shown(note)) for note in notes)
    return element(
        "div",
        element("style", _STYLE) + drawn + (element("ul", listed) if listed else ""),
        class_="apprentissage",
    )
