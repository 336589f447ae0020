"""Lazy packages: what a type checker reads, an interpreter finds."""

import ast
import copyreg
import inspect
import pickle
import pydoc
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import apprentissage
from apprentissage import views
from apprentissage._doors import Door
from tools.doors import SOURCE, doors, imported

PACKAGES = {".".join(path.parent.relative_to(SOURCE).parts): path for path in doors()}


def typed(package: str, path: Path) -> dict[str, tuple[str, ...]]:
    """What the imports for type checkers say, by module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return imported(tree, package)


def table(path: Path) -> dict[str, tuple[str, ...]]:
    """What the run reads."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    (call,) = (
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "open_door"
    )
    found: dict[str, tuple[str, ...]] = ast.literal_eval(call.args[1])
    return found


@pytest.mark.parametrize(("package", "path"), PACKAGES.items())
def test_the_table_of_a_door_is_that_of_its_imports(package: str, path: Path) -> None:
    names = [name for each in table(path).values() for name in each]
    assert table(path) == typed(package, path), "python -m tools.doors"
    assert sorted(names) == sorted(import_module(package).__all__)


def test_a_module_hides_no_object_of_its_name_and_is_itself_under_another() -> None:
    door = Door("shop")
    vars(door).update(_homes={"page": "page", "shelf": "page"}, _rooms=frozenset({"page"}))
    for name in ("page", "shelf"):
        room = ModuleType(f"shop.{name}")
        vars(room)[name] = f"the {name}"
        setattr(door, name, room)
    assert vars(door)["page"] == "the page"
    assert isinstance(vars(door)["shelf"], ModuleType)


@pytest.mark.parametrize("package", PACKAGES)
def test_each_name_is_the_object_of_its_module(package: str) -> None:
    door = import_module(package)
    assert isinstance(door, Door)
    for home, names in table(PACKAGES[package]).items():
        module = import_module(f"{package}.{home}")
        for name in names:
            assert getattr(door, name) is getattr(module, name), name
            assert not isinstance(getattr(door, name), ModuleType), name


def fresh(code: str) -> str:
    """What a new interpreter prints."""
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.strip()


LOADED = "; import sys; print(*(m for m in sys.modules if m.startswith('apprentissage')))"


def namesakes() -> Iterator[tuple[str, str]]:
    """The names that are also those of their modules."""
    for package, path in PACKAGES.items():
        for home, names in table(path).items():
            if home in names:
                yield package, home


@pytest.mark.parametrize(("package", "name"), sorted(namesakes()))
def test_a_module_never_hides_the_function_of_its_name(package: str, name: str) -> None:
    lines = (
        f"import {package}.{name}",
        f"from {package} import {name} as taken",
        f"import {package} as door",
        f"print(door.{name} is taken, door.{name}.__name__)",
    )
    assert fresh("\n".join(lines)) == f"True {name}"
    assert fresh("\n".join(lines[1:])) == f"True {name}"


def test_there_are_namesakes() -> None:
    assert ("apprentissage.views", "page") in namesakes()


def test_a_package_alone_loads_no_module_of_its_own() -> None:
    themes = [name for name in PACKAGES if name.count(".") == 1]
    code = "; ".join(f"import {name}" for name in themes)
    loaded = set(fresh(f"{code}{LOADED}").split())
    homes = {f"{package}.{home}" for package in themes for home in table(PACKAGES[package])}
    assert not loaded & homes


def test_the_package_alone_loads_no_rule() -> None:
    assert set(fresh(f"import apprentissage{LOADED}").split()) == {
        "apprentissage",
        "apprentissage._doors",
    }


@pytest.mark.parametrize(
    ("name", "unneeded"),
    {
        "Contract": {"law", "judging", "pay", "catalogue"},
        "pay_schedule": {"catalogue", "dossier", "cerfa", "views"},
        "review": {"views", "interchange", "reviewing.form", "testing"},
    }.items(),
)
def test_a_name_loads_what_it_needs(name: str, unneeded: set[str]) -> None:
    loaded = fresh(f"from apprentissage import {name}{LOADED}").split()
    below = [f"apprentissage.{room}." for room in unneeded]
    assert not [module for module in loaded if f"{module}.".startswith(tuple(below))]


def test_facts_load_no_french_before_they_are_shown() -> None:
    loaded = fresh(f"from apprentissage import Contract{LOADED}").split()
    assert not [module for module in loaded if module.startswith("apprentissage._text.")]


def test_star_and_help_show_all_names() -> None:
    names: dict[str, object] = {}
    exec("from apprentissage import *", names)  # noqa: S102
    assert set(apprentissage.__all__) == set(names) - {"__builtins__"}
    told = pydoc.plain(pydoc.render_doc(apprentissage))
    assert all(name in told for name in apprentissage.__all__)
    # 3.13 breaks the lines of a long signature
    assert "review(contract:" in "".join(told.split())


def test_the_modules_of_names_are_there_without_an_import(monkeypatch: pytest.MonkeyPatch) -> None:
    code = "import apprentissage; print(apprentissage.pay.schedule.__name__)"
    assert fresh(code) == "apprentissage.pay.schedule"
    pay = import_module("apprentissage.pay")
    monkeypatch.delattr(apprentissage, "pay", raising=False)
    assert vars(apprentissage).get("pay") is None
    assert apprentissage.pay is pay


def test_a_name_that_is_none_is_told_as_by_any_module() -> None:
    with pytest.raises(AttributeError, match="'apprentissage' has no attribute 'reviews'"):
        _ = apprentissage.reviews  # type: ignore[attr-defined]
    with pytest.raises(ImportError, match="cannot import name 'reviews'"):
        exec("from apprentissage import reviews")  # noqa: S102


def test_what_a_door_gives_pickles_and_has_its_source() -> None:
    for name in ("review", "Contract", "Outcome"):
        item = getattr(apprentissage, name)
        assert pickle.loads(pickle.dumps(item)) is item  # noqa: S301
        assert inspect.getsource(item)
    assert inspect.getmodule(apprentissage.review) is sys.modules["apprentissage.reviewing.review"]


def test_a_value_may_be_set_in_place_of_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("page", "POINT_NAMES"):  # that of a module, or not
        for value in (copyreg, 3):
            monkeypatch.setattr(views, name, value)
            assert getattr(views, name) is value
