"""UAI, RNCP number and diploma code."""

from apprentissage.facts.identifiers.characters import DIGITS, LETTERS, Written

_UAI_KEYS = "ABCDEFGHJKLMNPRSTUVWXYZ"
_RNCP = "RNCP"


def parse_uai(value: str, path: str = "uai") -> str:
    """The number of a school: seven digits and a key letter.

    Args:
        value: What is written.
        path: The field, for the error.

    Returns:
        The eight characters.

    Raises:
        WrongType: If it is not a text.
        InvalidIdentifier: Saying which character is wrong.

    >>> parse_uai("0561910x")
    '0561910X'
    """
    written = Written(path, value)
    written.want_length(8)
    number = written.digits(0, 7)
    letter = written.want(7, 8, LETTERS, "a letter")
    key = _UAI_KEYS[int(number) % len(_UAI_KEYS)]
    if letter != key:
        written.refuse_at(7, f"is not the key of {number}: {key} is")
    return written.text


def parse_rncp(value: str, path: str = "rncp") -> str:
    """A number of the RNCP: two to five digits, with or without the prefix RNCP.

    Args:
        value: What is written.
        path: The field, for the error.

    Returns:
        RNCP and the digits.

    Raises:
        WrongType: If it is not a text.
        InvalidIdentifier: Saying which character is wrong.

    >>> parse_rncp("15516")
    'RNCP15516'
    """
    written = Written(path, value)
    first = len(_RNCP) if written.text.startswith(_RNCP) else 0
    if not first + 2 <= len(written.text) <= first + 5:
        written.refuse("write two to five digits, such as RNCP15516")
    return _RNCP + written.digits(first, len(written.text))


def parse_diploma_code(value: str, path: str = "diploma_code") -> str:
    """The code of a diploma: eight letters or digits, and perhaps a letter.

    Args:
        value: What is written.
        path: The field, for the error.

    Returns:
        The eight or nine characters.

    Raises:
        WrongType: If it is not a text.
        InvalidIdentifier: Saying which character is wrong.

    >>> parse_diploma_code("32322111")
    '32322111'
    """
    written = Written(path, value)
    written.want_length(8, 9)
    written.want(0, 8, DIGITS | LETTERS, "a digit or a letter from A to Z")
    written.want(8, len(written.text), LETTERS, "a letter")
    return written.text
