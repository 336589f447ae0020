"""Enumerations whose members carry a French label."""

from enum import Enum
from typing import Self

__all__ = ["Labelled"]


class Labelled(Enum):
    """A member has a stable value, official where one exists, and a label.

    Attributes:
        label: What French readers see.
    """

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """A member of its value and label."""
        member = object.__new__(cls)
        member._value_ = value
        member.label = label
        return member
