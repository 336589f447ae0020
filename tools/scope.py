"""Write the two pages of the scope out of docs/scope.toml.

Usage: python tools/scope.py
"""

import tomllib
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "docs" / "scope.toml"
PAGES = {"fr": ROOT / "docs" / "scope.md", "en": ROOT / "docs" / "en" / "scope.md"}

WORDS: dict[str, dict[str, str]] = {
    "fr": {
        "head": """\
# Périmètre

Chaque point des deux documents qui ont fondé la bibliothèque, la fiche
d'OPCO EP sur le Cerfa FA13 et un article sur le numéro de contrat, avec ce
qui le sert et ce qui le prouve. Les tableaux sont faits de `docs/scope.toml` ;
un test vérifie que chaque fonction et chaque test nommés ici existent, et que
l'un importe l'autre.
""",
        "out": """\
## Déclaré dehors

Ce dont parlent les deux documents ou leurs lecteurs, et que la bibliothèque ne
fait pas.
""",
        "statements": """\
## Énoncé par énoncé

Les mots des deux documents, dans leur ordre, et ce qui sert chacun : une
fonction des tableaux ci-dessus, avec ses tests, ou un point déclaré dehors.
""",
        "sheet": "La fiche d'OPCO EP sur le Cerfa FA13 (mai 2023)",
        "article": "L'article sur le numéro de contrat",
        "The Cerfa, box by box": "Le Cerfa, case par case",
        "Around the contract": "Autour du contrat",
        "The contract number": "Le numéro de contrat",
        "Beyond them": "Au-delà",
        "subject": "objet",
        "capability": "capacite",
        "reason": "raison",
        "columns": "case | objet | ce qui est fait | servi par | prouvé par",
        "outs": "objet | raison",
        "said": "endroit | dit | servi par",
        "declared out": "déclaré dehors",
    },
    "en": {
        "head": """\
# Scope

Every point of the two documents that the library was founded on, OPCO EP's
sheet on the Cerfa FA13 and an article on the contract number, each with what
serves it and what proves it. The tables are made from `docs/scope.toml`; a
test checks that every function and every test named here exists, and that the
one imports the other.
""",
        "out": """\
## Declared out

What the two documents or their readers speak of, and the library does not do.
""",
        "statements": """\
## Statement by statement

The words of the two documents, in their order, and what serves each: a
function of the tables above, with its tests, or a point declared out.
""",
        "sheet": "OPCO EP's sheet on the Cerfa FA13 (May 2023)",
        "article": "The article on the contract number",
        "subject": "subject",
        "capability": "capability",
        "reason": "reason",
        "columns": "box | subject | capability | served by | proved by",
        "outs": "subject | reason",
        "said": "place | says | served by",
        "declared out": "declared out",
    },
}
"""The words of the page in each language, and the keys of its texts."""


def _data() -> dict[str, list[dict[str, Any]]]:
    read: dict[str, list[dict[str, Any]]] = tomllib.loads(DATA.read_text(encoding="utf-8"))
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


def page(of: list[dict[str, Any]], language: str) -> str:
    """The page as Markdown, in a language."""
    say = WORDS[language]
    lines = [say["head"]]
    for part, group in groupby(of, key=lambda row: str(row["part"])):
        rows = (line(row, say) for row in group)
        head = say["columns"].split(" | ")
        lines += [f"## {say.get(part, part)}", "", *_table(head, rows), ""]
    outs = ((o[say["subject"]], o[say["reason"]]) for o in declared_out())
    lines += [*(say["out"], *_table(say["outs"].split(" | "), outs)), *("", say["statements"])]
    for document, said in groupby(statements(), lambda s: str(s["document"])):
        told = (_statement(each, say) for each in said)
        head = say["said"].split(" | ")
        lines += [f"### {say[document]}", "", *_table(head, told), ""]
    return "\n".join(lines)


def _statement(each: dict[str, Any], say: dict[str, str]) -> tuple[str, ...]:
    out = {o["subject"]: o[say["subject"]] for o in declared_out()}
    served = _code(each.get("functions", ()))
    return (
        each["place"],
        f"« {each['says']} »",
        served or f"{say['declared out']}: {out[each['out']]}",
    )


def _table(head: Iterable[str], body: Iterable[tuple[str, ...]]) -> Iterator[str]:
    head = tuple(head)
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for cells in body:
        yield f"| {' | '.join(cells)} |"


def _code(functions: Iterable[str]) -> str:
    return ", ".join(f"`{name.removeprefix('apprentissage.')}`" for name in functions)


def line(row: dict[str, Any], say: dict[str, str]) -> tuple[str, ...]:
    """A row of the table."""
    return (
        row["box"],
        row[say["subject"]],
        row[say["capability"]],
        _code(row["functions"]),
        ", ".join(f"`{path}`" for path in row["tests"]),
    )


if __name__ == "__main__":
    for language, path in PAGES.items():
        path.write_text(page(rows(), language), encoding="utf-8")
        print(f"{path.relative_to(ROOT)}: {len(rows())} rows")
