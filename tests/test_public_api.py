"""The public names and signatures are a promise: a snapshot of them.

A change on purpose: `python tests/test_public_api.py` writes the snapshot
anew, and CHANGELOG.md tells the change.
"""

import inspect
import pkgutil
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import attrs

import apprentissage
from apprentissage import facts

SNAPSHOT = Path(__file__).with_name("public_api.txt")


def lines() -> list[str]:
    """One line a name: kind, and what a caller writes; a name once."""
    told: dict[int, str] = {}
    found: list[str] = []
    for module in (apprentissage, *doors()):
        prefix = module.__name__.removeprefix("apprentissage").removeprefix(".")
        for name in module.__all__:
            item, shown = getattr(module, name), f"{prefix}.{name}".removeprefix(".")
            first = told.setdefault(id(item), shown)
            again = first != shown and first.rpartition(".")[2] == name
            found.append(f"{shown}: {f'= {first}' if again else described(item)}")
    return found


def doors() -> list[ModuleType]:
    """The public modules below the package, by name."""
    names = [
        found.name
        for found in pkgutil.walk_packages(apprentissage.__path__, "apprentissage.")
        if not any(part.startswith("_") for part in found.name.split("."))
    ]
    modules = map(import_module, sorted(names))
    return [module for module in modules if hasattr(module, "__all__")]


def described(item: object) -> str:
    if inspect.isclass(item) and attrs.has(item):
        return f"class({', '.join(f.alias for f in attrs.fields(item) if f.init)})"
    if inspect.isclass(item) and issubclass(item, tuple):
        return f"class({', '.join(getattr(item, '_fields', ()))})"
    if inspect.isclass(item):
        return f"class of {', '.join(b.__name__ for b in item.__bases__)}"
    if inspect.isfunction(item):
        parameters = inspect.signature(item).parameters.values()
        return f"({', '.join(map(written, parameters))})"
    return type(item).__name__


def written(parameter: inspect.Parameter) -> str:
    star = "*" if parameter.kind is parameter.KEYWORD_ONLY else ""
    default = "" if parameter.default is parameter.empty else "=..."
    return f"{star}{parameter.name}{default}"


def test_the_public_names_are_those_promised() -> None:
    promised = SNAPSHOT.read_text(encoding="utf-8").splitlines()
    assert lines() == promised, "on purpose? python tests/test_public_api.py, and CHANGELOG.md"


def test_the_names_are_sorted_and_shown_alone() -> None:
    assert dir(apprentissage) == sorted(apprentissage.__all__)
    assert all(hasattr(apprentissage, name) for name in apprentissage.__all__)


def test_the_package_has_the_parts_of_every_contract_alone() -> None:
    assert set(facts.__all__) & set(apprentissage.__all__) == {
        "Apprentice",
        "Cfa",
        "Contract",
        "Employer",
        "MaitreApprentissage",
        "Training",
    }


def test_every_public_item_says_what_it_is() -> None:
    for name in apprentissage.__all__:
        item = getattr(apprentissage, name)
        if inspect.isclass(item) or inspect.isfunction(item):
            assert re.match(r"[A-Z«].+\.\s", f"{item.__doc__}\n"), name


def test_the_package_imports_no_extra_and_no_calendar() -> None:
    code = (
        "import sys; from apprentissage import *;"
        "print(*{m.partition('.')[0] for m in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "apprentissage" in done.stdout.split()
    assert not {"hypothesis", "workalendar"} & set(done.stdout.split())


if __name__ == "__main__":
    SNAPSHOT.write_text("\n".join(lines()) + "\n", encoding="utf-8")
