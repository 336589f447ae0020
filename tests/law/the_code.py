"""The code du travail, word for word, and what the source says of it.

`code/` holds the articles as LEGI publishes them (its README says from where).
Here they become editions: an article, the days on which its words were in
force, and the words. The source is read as text: its comments and docstrings
for « quotations », its calls for citations.
"""

import ast
import io
import json
import re
import tokenize
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from attrs import frozen

CODE = Path(__file__).with_name("code")
SOURCE = Path(__file__).parents[2] / "src" / "apprentissage"

ARTICLE = re.compile(r"\b[LRD]\d{4}-\d+(?:-\d+)*\b")
QUOTATION = re.compile(r"«([^«»]*)»")
LEFT_OUT = re.compile(r"\[…\]|\[\.\.\.\]|…|\.\.\.")
DAY = re.compile(r"\b(?:19|20)\d\d(?:-\d\d-\d\d)?\b")


@frozen
class Edition:
    """The words of an article while they are in force.

    `until` is the first day on which they no longer are; None while they are,
    or where the source does not say.
    """

    article: str
    since: date
    until: date | None
    words: str

    def in_force(self, day: date) -> bool:
        """Whether they are on a day."""
        return self.since <= day and (self.until is None or day < self.until)

    def has(self, quotation: str) -> bool:
        """Whether it has every part of a quotation, in their order."""
        place = 0
        for part in map(plain, LEFT_OUT.split(quotation)):
            found = self.words.find(part, place)
            if found < 0:
                return False
            place = found + len(part)
        return True


@frozen
class Quotation:
    """Words between « and » in a comment or a docstring."""

    path: str
    line: int
    words: str
    block: str
    """The whole comment or docstring."""
    articles: frozenset[str]
    """The articles that its module names."""

    @property
    def key(self) -> tuple[str, str]:
        """Its module and its words, as a literal list names it."""
        return self.path, self.words


def plain(words: str) -> str:
    """Words without what typography adds: spaces, apostrophes, case."""
    flat = words.replace("’", "'").replace("\u202f", " ").replace("\xa0", " ")
    flat = " ".join(flat.split()).strip(" .,;:")
    return flat.lower()


@cache
def editions() -> dict[str, tuple[Edition, ...]]:
    """Every article, with the editions whose words are kept."""
    found: dict[str, dict[date, Edition]] = {}
    for path in sorted(CODE.glob("*.json")):
        state = json.loads(path.read_text("utf-8"))
        for name, article in state["articles"].items():
            for kept in article if isinstance(article, list) else [article]:
                since = date.fromisoformat(kept["since"])
                until = kept["until"] and date.fromisoformat(kept["until"])
                edition = Edition(name, since, until, plain(kept["text"]))
                known = found.setdefault(name, {})
                if since not in known or known[since].until is None:
                    known[since] = edition
    return {name: tuple(known[day] for day in sorted(known)) for name, known in found.items()}


def modules() -> Iterator[tuple[str, str]]:
    """The path and the text of every module of the package."""
    for path in sorted(SOURCE.rglob("*.py")):
        yield path.relative_to(SOURCE).as_posix(), path.read_text("utf-8")


def blocks(text: str) -> Iterator[tuple[int, str]]:
    """The comments and docstrings of a module, each with its first line.

    Comments on lines that follow each other are one block.
    """
    comments: dict[int, str] = {}
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            comments[token.start[0]] = token.string.lstrip("#: ")
    first = None
    lines: list[str] = []
    for line in [*sorted(comments), 10**9]:
        if first is not None and line != first + len(lines):
            yield first, "\n".join(lines)
            first, lines = None, []
        if line in comments:
            first = line if first is None else first
            lines.append(comments[line])
    for node in ast.walk(ast.parse(text)):
        if (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        ):
            yield node.lineno, node.value.value


@cache
def quotations() -> tuple[Quotation, ...]:
    """Every quotation of the source."""
    return tuple(
        Quotation(path, line, " ".join(words.split()), block, frozenset(ARTICLE.findall(text)))
        for path, text in modules()
        for line, block in blocks(text)
        for words in QUOTATION.findall(without_examples(block))
    )


def without_examples(block: str) -> str:
    """A docstring without its examples, which print French sentences."""
    kept, example = [], False
    for line in block.splitlines():
        if line.lstrip().startswith(">>>"):
            example = True
        elif not line.strip():
            example = False
        if not example:
            kept.append(line)
    return "\n".join(kept)
