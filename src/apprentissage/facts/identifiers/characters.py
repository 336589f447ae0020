"""What is written, character by character."""

from typing import NoReturn, Self

from apprentissage.errors import InvalidValue, WrongType

__all__ = ["DIGITS", "LETTERS", "InvalidIdentifier", "Written"]
__dir__ = __all__.copy

DIGITS = frozenset("0123456789")
LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


class InvalidIdentifier(InvalidValue):
    """A number that cannot be one.

    Attributes:
        path: The field.
        value: What was written.
        remedy: Which character is wrong, and why.
        position: Rank of that character in what was written, from 1; None
            where the length is wrong.
    """

    def __init__(
        self,
        path: str,
        value: object,
        remedy: str,
        position: int | None = None,
    ) -> None:
        super().__init__(path, value, remedy)
        self.position = position

    def under(self, parent: str) -> Self:
        """The same error, its path seen from a parent."""
        return type(self)(
            f"{parent}.{self.path}", self.value, self.remedy, self.position
        )


class Written:
    """What is written without its spaces, in capitals.

    It keeps where each character stood, so that an error can point at it.

    >>> Written("siren", "732 829 320").text
    '732829320'
    """

    def __init__(self, path: str, value: str) -> None:
        if not isinstance(value, str):
            raise WrongType(path, value, "write a str: a number loses zeros")
        self.path = path
        self.value = value
        kept = [
            (rank, char)
            for rank, char in enumerate(value, start=1)
            if not char.isspace()
        ]
        # A capital may be two letters (ß): such a one is refused as it is.
        self.text = "".join(
            char.upper() if len(char.upper()) == 1 else char
            for _, char in kept
        )
        self._ranks = [rank for rank, _ in kept]

    def refuse(self, why: str) -> NoReturn:
        """Raise for the whole."""
        raise InvalidIdentifier(self.path, self.value, why)

    def refuse_at(self, index: int, why: str) -> NoReturn:
        """Raise for a character, by its index in the text."""
        rank = self._ranks[index]
        raise InvalidIdentifier(
            self.path,
            self.value,
            f"character {rank} ({self.value[rank - 1]!r}) {why}",
            rank,
        )

    def want_length(self, *lengths: int, why: str = "") -> None:
        """Refuse another length."""
        if len(self.text) not in lengths:
            wanted = " or ".join(map(str, lengths))
            self.refuse(
                f"write {wanted} characters{why}, not {len(self.text)}"
            )

    def want(
        self,
        first: int,
        last: int,
        allowed: frozenset[str],
        what: str,
    ) -> str:
        """The characters from an index to another, the last not counted."""
        for index in range(first, last):
            if self.text[index] not in allowed:
                self.refuse_at(index, f"is not {what}")
        return self.text[first:last]

    def digits(self, first: int, last: int) -> str:
        """The digits from an index to another, the last not counted."""
        return self.want(first, last, DIGITS, "a digit")
