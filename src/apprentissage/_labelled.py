"""Enumerations whose members carry a French label."""

from enum import Enum
from typing import TYPE_CHECKING, Self


class Labelled(Enum):
    """A member has a stable value, official where one exists, and a label.

    Attributes:
        label: What French readers see.
        code: What files write: the value where it is official.
    """

    label: str
    code: str

    if TYPE_CHECKING:
        # A caller looks a member up by its value alone.
        def __new__(cls, value: object, label: str = "", code: str = "") -> Self:
            """The member of a value."""
            raise NotImplementedError
    else:

        def __new__(cls, value: str, label: str, code: str = "") -> Self:
            """A member of its value and label."""
            member = object.__new__(cls)
            member._value_ = value
            member.label = label
            member.code = code or value
            return member

        # Members are one each, so their identity does for a hash: that of
        # Enum is written in Python, and a review asks for it everywhere.
        __hash__ = object.__hash__
