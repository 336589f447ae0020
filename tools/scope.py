"""Write docs/scope.md out of docs/scope.toml.

Usage: python tools/scope.py
"""

import tomllib
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
serves it and what proves it. The table is made from `docs/scope.toml`; a test
checks that every function and every test named here exists, and that the one
imports the other.
"""


def rows() -> list[dict[str, Any]]:
    """The rows of the table, in order."""
    read: list[dict[str, Any]] = tomllib.loads(
        DATA.read_text(encoding="utf-8")
    )["row"]
    return read


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
    return "\n".join(lines)


def line(row: dict[str, Any]) -> str:
    """A row of the table."""
    cells = (
        row["box"],
        row["subject"],
        row["capability"],
        ", ".join(
            f"`{name.removeprefix('apprentissage.')}`"
            for name in row["functions"]
        ),
        ", ".join(f"`{path}`" for path in row["tests"]),
    )
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    PAGE.write_text(page(rows()), encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)}: {len(rows())} rows")
