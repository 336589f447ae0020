"""Write the table of the versions of the articles from the Code itself.

Usage: python tools/code_versions.py [--cited]

It reads `tests/law/code` and writes `src/apprentissage/law/code_versions.py`:
of each article, the first day and the LEGIARTI of every version. With
`--cited`, only the articles named in the source.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CODE = ROOT / "tests" / "law" / "code"
SOURCE = ROOT / "src" / "apprentissage"
TABLE = SOURCE / "law" / "code_versions.py"
ARTICLE = re.compile(r"\b[LRD]\d{4}-\d+(?:-\d+)*\b")

ABROGATED = "2019-01-01"
"""Since when, at the latest, an article that the Code of March 2020 no longer
has is in force no more: the reform of 2018 abrogated it on that day."""

HEAD = '''"""The versions of the articles of the code du travail, from LEGI.

Made by `tools/code_versions.py` from the Code kept under `tests/law/code`,
and compared with it by the tests. Of each article, the first day of every
version and the digits of its LEGIARTI; `-` from the day on which the article
is in force no more; 0 where the source has no
identifier.
"""

VERSIONS: dict[str, str] = {
'''


def versions() -> dict[str, dict[str, str]]:
    """Of each article, its LEGIARTI digits by the first day of a version."""
    found: dict[str, dict[str, tuple[str, str | None]]] = {}

    def add(name: str, version: dict[str, Any]) -> None:
        # Some versions of 2008-2014 have no identifier in that source.
        legiarti = version["id"] or "LEGIARTI0"
        digits = str(int(legiarti.removeprefix("LEGIARTI")))
        known = found.setdefault(name, {})
        known[version["since"]] = (digits, version.get("until"))

    for path in sorted(CODE.glob("*.json")):
        state = json.loads(path.read_text("utf-8"))
        for name, article in state["articles"].items():
            for version in article if isinstance(article, list) else article["versions"]:
                add(name, version)
    states = [
        json.loads((CODE / f"code-{day}.json").read_text("utf-8"))
        for day in ("2020-03-18", "2026-03-27")
    ]
    for name, known in found.items():
        last = max(known)
        gone = not any(name in state["articles"] for state in states)
        if gone and known[last][1] is None:
            known[last] = (known[last][0], ABROGATED)
    newest = states[-1]
    for name, change in newest["changed_later"].items():
        if change["id"] is not None:
            add(name, {**change, "until": None})
        else:
            found[name][change["since"]] = ("-", None)
    return {name: _in_order(known) for name, known in sorted(found.items())}


def _in_order(known: dict[str, tuple[str, str | None]]) -> dict[str, str]:
    """The versions by their first day, and the days without one."""
    days = sorted(known)
    ordered: dict[str, str] = {}
    for day, morrow in zip(days, [*days[1:], None], strict=True):
        digits, until = known[day]
        if until is not None and until <= day:
            continue  # a version that never was in force
        ordered[day] = digits
        if until is not None and (morrow is None or until < morrow):
            ordered[until] = "-"
    return ordered


def cited() -> set[str]:
    """The articles named in the source, the table itself apart."""
    return {
        name
        for path in SOURCE.rglob("*.py")
        if path != TABLE
        for name in ARTICLE.findall(path.read_text("utf-8"))
    }


def text(names: set[str] | None) -> str:
    """The module, for some articles or for all."""
    lines = []
    for name, known in versions().items():
        if names is None or name in names:
            value = " ".join(f"{day}:{digits}" for day, digits in known.items())
            lines.append(_entry(name, value))
    return HEAD + "".join(lines) + "}\n"


def _entry(name: str, value: str) -> str:
    """A line of the table, cut as the formatter does."""
    line = f'    "{name}": "{value}",\n'
    if len(line) <= 100:
        return line
    words, parts = value.split(" "), [""]
    for word in words:
        if len(parts[-1]) + len(word) > 86:
            parts.append("")
        parts[-1] += word + " "
    parts[-1] = parts[-1].rstrip()
    body = "".join(f'        "{part}"\n' for part in parts)
    return f'    "{name}": (\n{body}    ),\n'


if __name__ == "__main__":
    TABLE.write_text(text(cited() if "--cited" in sys.argv else None), "utf-8")
