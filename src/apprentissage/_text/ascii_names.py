"""A name as a part of a file name: small ASCII letters, as one would type."""

from re import compile as regex
from unicodedata import combining, normalize

from apprentissage._arguments import check_arguments

_BESIDE_ASCII = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "\u0131": "i"}
)
"""Letters that have no accent to take off."""

_BETWEEN = regex(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """A name in small ASCII letters and digits, its words between hyphens.

    Args:
        name: Any text.

    Returns:
        The letters without their accents; empty for a name in which nothing
        is left, such as one in another alphabet.

    Raises:
        WrongType: If it is not a text.

    >>> slug("Martin Léa")
    'martin-lea'
    >>> slug("D’ALEMBERT Jean-Éric")
    'd-alembert-jean-eric'
    """
    check_arguments(slug, locals())
    small = name.casefold().translate(_BESIDE_ASCII)
    parts = normalize("NFKD", small)
    letters = "".join(char for char in parts if not combining(char))
    return _BETWEEN.sub("-", letters.lower()).strip("-")
