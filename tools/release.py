"""Whether a tag can be released, and what is in its way.

Usage: python tools/release.py TAG

The tag, `pyproject.toml`, `CHANGELOG.md` and `CITATION.cff` tell one version
and one day. It needs the standard library alone.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SECTION = re.compile(r"^## \[(.+?)\](?: - (\d{4}-\d\d-\d\d))?$", re.MULTILINE)


def version() -> str:
    """The version of the project."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    return str(tomllib.loads(text)["project"]["version"])


def sections(changelog: str) -> list[tuple[str, str, str]]:
    """The sections of a changelog: version, day or nothing, words."""
    heads = list(SECTION.finditer(changelog))
    ends = [*(head.start() for head in heads[1:]), len(changelog)]
    return [
        (head[1], head[2] or "", changelog[head.end() : end])
        for head, end in zip(heads, ends, strict=True)
    ]


def faults(tag: str, changelog: str, citation: str) -> Iterator[str]:
    """What is in the way of a release.

    Args:
        tag: Its tag.
        changelog: The words of CHANGELOG.md.
        citation: The words of CITATION.cff.
    """
    if tag != f"v{version()}":
        yield f"the tag {tag} is not v{version()}, as in pyproject.toml"
    released = {name: day for name, day, _ in sections(changelog)}
    day = released.get(version())
    if day is None:
        yield f"CHANGELOG.md has no section [{version()}]"
    elif not day:
        yield f"the section [{version()}] of CHANGELOG.md has no day"
    for line in (f"version: {version()}", f"date-released: {day}"):
        if line not in citation.splitlines():
            yield f"CITATION.cff has no line « {line} »"
    for name, _, words in sections(changelog):
        if name == "Unreleased" and words.strip():
            yield "CHANGELOG.md has unreleased changes"


if __name__ == "__main__":
    found = list(
        faults(
            "".join(sys.argv[1:]),
            (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"),
            (ROOT / "CITATION.cff").read_text(encoding="utf-8"),
        )
    )
    if found:
        sys.exit("\n".join(found))
    print(f"{sys.argv[1]}: version, changelog and citation agree")
