"""Write docs/scope.md out of docs/scope.toml.

Usage: python tools/scope.py
"""

import tomllib
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "docs" / "scope.toml"
PAGE = ROOT / "docs" / "scope.md"

HEAD = """\
# Scope

Every point of the two documents that the library was founded on, OPCO EP's
sheet on the Cerfa FA13 and an article on the contract number, each with what
serves it and what proves it. The tables are made from `docs/scope.toml`; a
test checks that every function and every test named here exists, and that the
one imports the other.
"""

OUT = """\
## Declared out

What the two documents or their readers speak of, and the library does not do.
"""

STATEMENTS = """\
## Statement by statement

The words of the two documents, in their order, and what serves each: a
function of the tables above, with its tests, or a point declared out.
"""

DOCUMENTS = {
    "sheet": "OPCO EP's sheet on the Cerfa FA13 (May 2023)",
    "article": "The article on the contract number",
}


def _data() -> dict[str, list[dict[str, Any]]]:
    read: dict[str, list[dict[str, Any]]] = tomllib.loads(
        DATA.read_text(encoding="utf-8")
    )
    return read


def rows() -> list[dict[str, Any]]:
    """The rows of the table, in order."""
    return _data()["row"]


def declared_out() -> list[dict[str, Any]]:
    """What the library does not do, each with its reason."""
    return _data()["out"]


def statements() -> list[dict[str, Any]]:
    """The statements of the two documents, in order."""
    return _data()["statement"]


def page(of: list[dict[str, Any]]) -> str:
    """The page as Markdown."""
    lines = [HEAD]
    for part, group in groupby(of, key=lambda row: str(row["part"])):
        lines += [
            f"## {part}",
            "",
            "| box | subject | capability | served by | proved by |",
            "| --- | --- | --- | --- | --- |",
            *map(line, group),
            "",
        ]
    lines += [OUT, *_table(("subject", "reason"), _outs()), "", STATEMENTS]
    for document, said in groupby(statements(), lambda s: str(s["document"])):
        lines += [
            f"### {DOCUMENTS[document]}",
            "",
            *_table(("place", "says", "served by"), map(_statement, said)),
            "",
        ]
    return "\n".join(lines)


def _outs() -> Iterator[tuple[str, ...]]:
    return ((each["subject"], each["reason"]) for each in declared_out())


def _statement(each: dict[str, Any]) -> tuple[str, ...]:
    served = _code(each.get("functions", ()))
    return (
        each["place"],
        f"« {each['says']} »",
        served or f"declared out: {each['out']}",
    )


def _table(
    head: tuple[str, ...], body: Iterable[tuple[str, ...]]
) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for cells in body:
        yield f"| {' | '.join(cells)} |"


def _code(functions: Iterable[str]) -> str:
    return ", ".join(
        f"`{name.removeprefix('apprentissage.')}`" for name in functions
    )


def line(row: dict[str, Any]) -> str:
    """A row of the table."""
    cells = (
        row["box"],
        row["subject"],
        row["capability"],
        _code(row["functions"]),
        ", ".join(f"`{path}`" for path in row["tests"]),
    )
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    PAGE.write_text(page(rows()), encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)}: {len(rows())} rows")
