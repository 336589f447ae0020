"""Write the tables of the lazy packages from the imports of their names.

Usage: python -m tools.doors [--check]

In the `__init__` of a package, import the public names as usual, at the top
or under `if TYPE_CHECKING:`; this puts them under it, and the table that
`open_door` reads at run time after them. `--check` writes nothing and fails
where a table is not that of its imports.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src"
EAGER = {
    "interchange",  # its functions stand in its __init__
    "testing",  # an extra
}
"""The packages that import what they export."""


def doors() -> list[Path]:
    """The `__init__` of each lazy package."""
    return [path for path in sorted(SOURCE.rglob("__init__.py")) if path.parent.name not in EAGER]


def imported(tree: ast.Module, package: str) -> dict[str, tuple[str, ...]]:
    """What an `__init__` takes from each module below its package."""
    nodes = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and str(node.module).startswith(f"{package}.")
        and not str(node.module).endswith("._doors")
    ]
    return {
        str(node.module).removeprefix(f"{package}."): tuple(alias.name for alias in node.names)
        for node in nodes
    }


def written(path: Path) -> str:
    """The `__init__` of a lazy package, its table made anew."""
    package = ".".join(path.parent.relative_to(SOURCE).parts)
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    table = imported(tree, package)
    exports = next(
        node
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
    )
    lines = text.splitlines()
    return "\n".join(
        (
            *lines[: tree.body[0].end_lineno],
            "",
            "from typing import TYPE_CHECKING",
            "",
            "from apprentissage._doors import open_door",
            "",
            "if TYPE_CHECKING:",
            *(
                f"    from {package}.{module} import ({', '.join(names)})"
                for module, names in table.items()
            ),
            "",
            f"open_door(__name__, {table!r})",
            "",
            *lines[exports.lineno - 1 :],
            "",
        )
    )


def formatted(code: str) -> str:
    """A source in the style of the project."""
    return subprocess.run(
        [sys.executable, "-m", "ruff", "format", "-q", "-"],
        input=code,
        capture_output=True,
        text=True,
        check=True,
        cwd=SOURCE.parent,
    ).stdout


def outdated() -> Iterator[tuple[Path, str]]:
    """The files whose table is not that of their imports, and the new text."""
    for path in doors():
        new = formatted(written(path))
        if new != path.read_text(encoding="utf-8"):
            yield path, new


def main(*, check: bool) -> int:
    """Write or check all tables; the number of files that differ."""
    differing = 0
    for path, new in outdated():
        differing += 1
        sys.stdout.write(f"{path.relative_to(SOURCE)}\n")
        if not check:
            path.write_text(new, encoding="utf-8")
    return differing if check else 0


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))
