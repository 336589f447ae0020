"""Packages that load a public name when it is first asked for (PEP 562).

The `__init__` of such a package imports its names for type checkers alone,
and gives `open_door` the same table for the run (`tools/doors.py` writes it):
`import apprentissage` loads nothing that the caller does not ask for.
"""

import sys
from collections.abc import Mapping
from types import ModuleType


class Door(ModuleType):
    """A package whose names are loaded at their first use.

    A function of the name of its own module (`views.page`) is what the name
    means, also once that module is imported.
    """

    _homes: Mapping[str, str]
    _rooms: frozenset[str]

    def __getattr__(self, name: str) -> object:
        """Load a public name, or one of the modules that hold them."""
        if name in self._homes:
            found = getattr(self._loaded(self._homes[name]), name)
        elif name in self._rooms:
            found = self._loaded(name)
        else:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        vars(self)[name] = found
        return found

    def __setattr__(self, name: str, value: object) -> None:
        """Set a name; a module imported never hides the object of a name."""
        if self._homes.get(name) == name and isinstance(value, ModuleType):
            value = getattr(value, name, value)
        super().__setattr__(name, value)

    def _loaded(self, module: str) -> ModuleType:
        path = f"{self.__name__}.{module}"
        __import__(path)
        return sys.modules[path]


def open_door(package: str, names: Mapping[str, tuple[str, ...]]) -> None:
    """Let a package load its names at their first use.

    Args:
        package: Its `__name__`.
        names: Of each module below the package, what is taken from it.
    """
    door = sys.modules[package]
    vars(door).update(
        _homes={name: home for home, each in names.items() for name in each},
        _rooms=frozenset(home.partition(".")[0] for home in names),
    )
    door.__class__ = Door
