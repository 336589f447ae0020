"""The three errors of the library; nothing else raises.

A contract that breaks the law is a finding, never an exception. What raises
is a value that cannot be a fact at all, or a question about a day on which
the library does not know the law.
"""

from datetime import date

__all__ = ["ApprentissageError", "InvalidValue", "NotCovered", "WrongType"]
__dir__ = __all__.copy


_LONGEST = 300


def shown(value: object, longest: int = _LONGEST) -> str:
    """A value as one would write it, cut where it fills more than a screen.

    >>> shown("A" * 1_000)[-30:]
    'AAAAAAAAAAA… (1002 characters)'
    """
    try:
        text = repr(value)
    except ValueError:  # Python prints no whole number of so many digits
        return "a number of thousands of digits"
    if len(text) <= longest:
        return text
    return f"{text[:longest]}… ({len(text)} characters)"


class ApprentissageError(Exception):
    """Base of all errors of the library. Never raised itself."""


class _FaultyValue(ApprentissageError):
    def __init__(self, path: str, value: object, remedy: str) -> None:
        super().__init__(path, value, remedy)
        self.path = path
        self.value = value
        self.remedy = remedy

    def __str__(self) -> str:
        kind = type(self.value).__name__
        return f"{self.path}: got {shown(self.value)} ({kind}); {self.remedy}"


class InvalidValue(_FaultyValue, ValueError):
    """A value of the right type that no fact can have.

    Attributes:
        path: The field, relative to the class built, or absolute when a
            mapping is read.
        value: What was given.
        remedy: What to write instead.
    """


class WrongType(_FaultyValue, TypeError):
    """A value of the wrong type: a datetime for a date, a float for money.

    Attributes:
        path: The field, relative to the class built, or absolute when a
            mapping is read.
        value: What was given.
        remedy: What to write instead.
    """


class NotCovered(ApprentissageError, LookupError):
    """The library does not hold the law, or the figure, of that day.

    Attributes:
        what: The table that was asked.
        on: The day asked for.
        covered_from: First day the library knows, or None where it knows
            none.
    """

    def __init__(self, what: str, on: date, covered_from: date | None) -> None:
        super().__init__(what, on, covered_from)
        self.what = what
        self.on = on
        self.covered_from = covered_from

    def __str__(self) -> str:
        if self.covered_from is None:
            return f"{self.what}: not covered on {self.on}"
        return f"{self.what}: not covered on {self.on}, covered from {self.covered_from}"
