"""The house has these doors; Tab shows their public names alone."""

from importlib import import_module
from pkgutil import walk_packages

import pytest

import apprentissage

DOORS = {
    "apprentissage",
    *(
        f"apprentissage.{name}"
        for name in (
            "age",
            "minors",
            "maitre",
            "parties",
            "dates",
            "pay",
            "dossier",
            "cerfa",
            "law",
            "judging",
            "facts",
            "facts.identifiers",  # what is read in a number: no fact to be drawn
            "errors",
            "months",
            "reviewing",
            "interchange",
            "views",
            "testing",
        )
    ),
}
"""The packages and modules from which names are imported."""

MODULES = [
    "apprentissage",
    *(
        found.name
        for found in walk_packages(apprentissage.__path__, "apprentissage.")
        if "._" not in found.name
    ),
]


@pytest.mark.parametrize("name", sorted(DOORS))
def test_a_door_shows_its_public_names_alone(name: str) -> None:
    door = import_module(name)
    assert dir(door) == sorted(door.__all__), "write __dir__ = __all__.copy"
    assert all(hasattr(door, each) for each in door.__all__)


def test_there_is_no_other_door() -> None:
    assert {name for name in MODULES if hasattr(import_module(name), "__all__")} == DOORS
