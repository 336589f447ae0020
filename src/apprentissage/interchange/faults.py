"""Everything wrong with a mapping, told at once and in French."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import Enum
from math import isfinite
from typing import Self, TypeAlias
from unicodedata import category

from apprentissage._arguments import check_arguments
from apprentissage._text import plural, sentence
from apprentissage.errors import ApprentissageError, InvalidValue, WrongType
from apprentissage.interchange.keys import told_code

Fault: TypeAlias = InvalidValue | WrongType
"""A value that cannot be a fact: its path, what it is, what to write."""


def message(fault: Fault) -> str:
    """A fault in French, fit for the screen of an import.

    >>> message(InvalidValue("apprenti.date_naissance", "15/09/2007",
    ...                      "écrivez une date AAAA-MM-JJ"))
    'apprenti.date_naissance\\xa0: reçu «\\xa015/09/2007\\xa0», écrivez une \
date AAAA-MM-JJ'
    """
    check_arguments(message, locals())
    remedy = sentence("{remedy}", {"remedy": fault.remedy})
    path = shortened(fault.path)
    return f"{path}\u00a0: {_received(fault.value)}, {remedy}"


_SHOWN = 80


def shortened(text: str) -> str:
    """A text fit for a screen: cut where it is long, without control characters.

    >>> shortened("a" * 5000)[-19:], shortened("a\\x1b[2J")
    ('… (5000 caractères)', 'a\ufffd[2J')
    """
    cut = text if len(text) <= _SHOWN else text[: _SHOWN - 20]
    shown = "".join("\ufffd" if category(letter)[0] == "C" else letter for letter in cut)
    return shown if cut is text else f"{shown}… ({len(text)} caractères)"


def _received(value: object) -> str:
    match value:
        case None:
            return "absent"
        case Enum():
            return f"reçu {told_code(value)}"
        case str():
            return f"reçu «\u00a0{shortened(value)}\u00a0»"
        case bool():
            return f"reçu {str(value).lower()}"
        case int():
            # a text of the int itself is refused beyond 4,300 digits
            return f"reçu {shortened(str(Decimal(value)))}"
        case float() if not isfinite(value):
            names = {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}
            return f"reçu {names[str(float(value))]}"
        case Mapping():
            return "reçu {...}"
        case list() | tuple() | frozenset():
            return "reçu [...]" if value else "reçu []"
        case _:
            return f"reçu {shortened(str(value))}"


class UnreadableContract(ApprentissageError, ExceptionGroup[InvalidValue | WrongType]):
    """A mapping that is no contract, with all its faults.

    An `ExceptionGroup`, so that `except*` sorts them; each is an
    `InvalidValue` or a `WrongType` with its absolute French path, the value
    and the remedy.

    >>> error = UnreadableContract.of(
    ...     [InvalidValue("contrat.date_fin", "?", "écrivez une date")]
    ... )
    >>> error.faults[0].path
    'contrat.date_fin'
    >>> error.messages
    ('contrat.date_fin\\xa0: reçu «\\xa0?\\xa0», écrivez une date',)
    """

    @classmethod
    def of(cls, faults: Sequence[Fault], what: str = "contrat") -> Self:
        """The error of some faults, at least one, of a contract or more."""
        return cls(f"{what} illisible, {plural(len(faults), 'faute')}", faults)

    def derive(self, excs: Sequence[Fault]) -> "UnreadableContract":  # type: ignore[override]
        """A part of the faults, as `except*` asks it."""
        return type(self).of(excs, self.message.partition(" ")[0])

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The faults, in the order of the file."""
        return tuple(
            fault for fault in self.exceptions if isinstance(fault, InvalidValue | WrongType)
        )

    @property
    def messages(self) -> tuple[str, ...]:
        """The faults as French sentences, fit for the screen of an import."""
        return tuple(message(fault) for fault in self.faults)

    def __str__(self) -> str:
        return "\n- ".join((f"{self.message} :", *self.messages))
