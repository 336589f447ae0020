"""Tab shows the public names of a module alone, not what it imports."""

import sys
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

import pytest

import apprentissage

MODULES = [
    "apprentissage",
    *(
        found.name
        for found in walk_packages(apprentissage.__path__, "apprentissage.")
        if "._" not in found.name
    ),
]


def shown(module: ModuleType) -> list[str]:
    return [name for name in dir(module) if not name.startswith("_")]


@pytest.mark.parametrize("name", MODULES)
def test_a_module_shows_its_public_names_alone(name: str) -> None:
    module = import_module(name)
    public = getattr(module, "__all__", None)
    if public is None:  # a package that exports nothing but its modules
        assert all(f"{name}.{each}" in sys.modules for each in shown(module))
    else:
        assert dir(module) == sorted(public), "write __dir__ = __all__.copy"
        assert all(hasattr(module, each) for each in public)
