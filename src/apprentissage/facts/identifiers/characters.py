"""What is written, character by character."""

from collections.abc import Sequence
from typing import NoReturn

from apprentissage.errors import InvalidValue, WrongType

DIGITS = frozenset("0123456789")
LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

_IN_CODES = frozenset(".")
"""What a code of activity may hold besides (84.11Z)."""

_DECIMALS = ".0"
"""How a spreadsheet ends a number that it took for a decimal."""


class InvalidIdentifier(InvalidValue):
    """A number that cannot be one.

    Attributes:
        path: The field.
        value: What was written.
        remedy: Which character is wrong, and why.
        position: Rank of that character in what was written, from 1; None
            where the length is wrong.
        lengths: The lengths that would be right, where the length is wrong.
        length: That of what was written, spaces left aside.
    """

    def __init__(
        self,
        path: str,
        value: object,
        remedy: str,
        position: int | None = None,
        *,
        lengths: tuple[int, ...] = (),
        length: int | None = None,
    ) -> None:
        super().__init__(path, value, remedy)
        self.position = position
        self.lengths = lengths
        self.length = length


class Written:
    """An identifier as written, in capitals, without its spaces.

    It keeps where each character stood, so that an error can point at it.

    >>> Written("siren", "732 829 320").text
    '732829320'
    """

    def __init__(self, path: str, value: str) -> None:
        if not isinstance(value, str):
            raise WrongType(path, value, "write a str: a number loses zeros")
        self.path = path
        self.value = value
        self._ranks: Sequence[int]
        if value.isascii() and value.isalnum():  # no space, no long capital
            self.text = value.upper()
            self._ranks = range(1, len(value) + 1)
            return
        kept = [(rank, char) for rank, char in enumerate(value, start=1) if not char.isspace()]
        # A capital may be two letters (ß): such a one is refused as it is.
        self.text = "".join(char.upper() if len(char.upper()) == 1 else char for _, char in kept)
        self._ranks = [rank for rank, _ in kept]

    def refuse(self, why: str) -> NoReturn:
        """Raise for the whole."""
        raise InvalidIdentifier(self.path, self.value, why)

    def refuse_at(self, index: int, why: str) -> NoReturn:
        """Raise for a character, by its index in the text."""
        rank = self._ranks[index]
        raise InvalidIdentifier(
            self.path, self.value, f"character {rank} ({self.value[rank - 1]!r}) {why}", rank
        )

    def want_length(self, *lengths: int, why: str = "") -> None:
        """Refuse another length, at a stray sign where there is one."""
        length = len(self.text)
        if length in lengths:
            return
        for index, char in enumerate(self.text):
            if char not in DIGITS | LETTERS | _IN_CODES:
                self.refuse_at(index, "is no letter and no digit")
        if self.text.endswith(_DECIMALS) and length - 2 in lengths:
            self.refuse_at(length - 2, "makes it a decimal: write the number as a text")
        wanted = " or ".join(map(str, lengths))
        raise InvalidIdentifier(
            self.path,
            self.value,
            f"write {wanted} characters{why}, not {length}",
            lengths=lengths,
            length=length,
        )

    def want(self, first: int, last: int, allowed: frozenset[str], what: str) -> str:
        """The characters from an index to another, the last not counted."""
        found = self.text[first:last]
        if not allowed.issuperset(found):
            wrong = next(index for index, char in enumerate(found) if char not in allowed)
            self.refuse_at(first + wrong, f"is not {what}")
        return found

    def digits(self, first: int, last: int) -> str:
        """The digits from an index to another, the last not counted."""
        return self.want(first, last, DIGITS, "a digit")
