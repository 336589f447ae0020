"""Equality, hash and representation of frozen classes, once for all of them.

attrs writes these three anew for every class and compiles them: more than
half of what it takes to make one, and the library has a hundred.
"""

from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

if TYPE_CHECKING:
    from attrs import Attribute
    from attrs import frozen as filled
else:
    # A frozen class takes four times as long to fill in, and a named tuple
    # eight times as long to read: this one is for what the library works out
    # in passing, and is frozen to type checkers alone.
    from attrs import define as filled

__all__ = ["PlainValue", "altered", "filled"]
__dir__ = __all__.copy


class PlainValue:
    """Equal, hashed and shown by its fields; for `@frozen(eq=False, repr=False)`."""

    __slots__ = ()

    if TYPE_CHECKING:
        # no hints of the classes themselves, which tell their fields
        __attrs_attrs__: ClassVar[tuple[Attribute[Any], ...]]
        __names__: ClassVar[tuple[str, ...]]
        _compared: ClassVar[attrgetter[Any]]

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        """Learn the fields of the class that attrs has made."""
        cls.__names__ = tuple([each.name for each in cls.__attrs_attrs__])
        compared = [each.name for each in cls.__attrs_attrs__ if each.eq]
        cls._compared = attrgetter("__class__", *compared)

    def __eq__(self, other: object) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self._compared(self) == self._compared(other)

    def __hash__(self) -> int:
        return hash(self._compared(self))

    def __repr__(self) -> str:
        shown = [each.name for each in self.__attrs_attrs__ if each.repr]
        told = ", ".join([f"{name}={getattr(self, name)!r}" for name in shown])
        return f"{type(self).__qualname__}({told})"


P = TypeVar("P", bound=PlainValue)


def altered(value: P, **changed: object) -> P:
    """The same value but for fields known to be good.

    `attrs.evolve` converts and checks all of them once more, which takes
    several times as long.

    Args:
        value: A value of a frozen class.
        **changed: Fields of it, by their names.
    """
    fill = object.__setattr__
    copy = object.__new__(type(value))
    for name in value.__names__:
        fill(copy, name, getattr(value, name))
    for name, told in changed.items():
        fill(copy, name, told)
    return copy
