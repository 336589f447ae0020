"""Any name in plain ASCII, fit for a file, and back again exactly.

What is implied costs nothing: a word begins with a capital and goes on in
small letters, spaces are hyphens. What departs from it is marked: `=` and a
digit after a letter is its accent, before a word its case; `=-` is a hyphen,
`=q` and `=r` are apostrophes; `+…+` is any other character, by its code point
in base 36.
"""

from collections.abc import Iterator
from re import compile as regex
from unicodedata import normalize

from apprentissage._arguments import check_arguments
from apprentissage.errors import InvalidValue

_SMALL = frozenset("abcdefghijklmnopqrstuvwxyz")
_DIGITS = frozenset("0123456789")
_ACCENTS = {
    "\u0300": "1",  # grave
    "\u0301": "2",  # acute
    "\u0302": "3",  # circumflex
    "\u0303": "4",  # tilde
    "\u0308": "5",  # diaeresis
    "\u0327": "6",  # cedilla
    "\u030c": "7",  # caron
    "\u030a": "8",  # ring
}
_MARKS = {digit: mark for mark, digit in _ACCENTS.items()}
_SEPARATORS = {" ": "-", "-": "=-", "'": "=q", "’": "=r"}
_SEPARATED = {written: char for char, written in _SEPARATORS.items()}
_ALL_CAPITALS, _ALL_SMALL = "=0", "=9"

_WORD = regex(r"[^ \-'’]+|[ \-'’]")
_TOKEN = regex(
    r"(?P<separator>-|=[-qr])"
    r"|(?P<case>=[09])?"
    r"(?P<word>(?:[a-z](?:=[1-8])?|[0-9]|\+[0-9a-z]+\+)+)"
)
_LETTER = regex(r"([a-z])(?:=([1-8]))?|([0-9])|\+([0-9a-z]+)\+")


def encode_name(name: str) -> str:
    """A name in small ASCII letters, digits, `-`, `=` and `+`.

    Args:
        name: Any text that is not empty.

    Returns:
        What `decode_name` reads back, character by character.

    Raises:
        WrongType: For what is no text.
        InvalidValue: For an empty text.

    >>> encode_name("Martin Léa")
    'martin-le=2a'
    >>> encode_name("DE LA TOUR Jean-Éric")
    '=0de-=0la-=0tour-jean=-e=2ric'
    """
    check_arguments(encode_name, locals())
    if not name:
        raise InvalidValue("name", name, "write a name")
    return "".join(_encoded_word(word) for word in _WORD.findall(name))


def _encoded_word(word: str) -> str:
    if word in _SEPARATORS:
        return _SEPARATORS[word]
    letters = [_letter(char) for char in word]
    cases = [upper for base, _, upper in letters if base in _SMALL]
    prefix, first, others = "", True, False
    if len(cases) > 1 and all(cases):
        prefix, others = _ALL_CAPITALS, True
    elif cases and not any(cases):
        prefix, first = _ALL_SMALL, False
    written: list[str] = [prefix]
    implied = first
    for char, (base, accent, upper) in zip(word, letters, strict=True):
        if base in _DIGITS:
            written.append(base)
        elif base in _SMALL and upper is implied:
            written.append(base + (accent and f"={accent}"))
        else:
            written.append(f"+{_base_36(ord(char))}+")
        if base in _SMALL:
            implied = others
    return "".join(written)


def _letter(char: str) -> tuple[str, str, bool]:
    """Small base letter, digit of its accent, whether it is a capital.

    The first is a digit for a digit, empty for what has no such parts.
    """
    if char in _DIGITS:
        return char, "", False
    parts = normalize("NFD", char)
    base, marks = parts[0], parts[1:]
    small, accent = base.lower(), _ACCENTS.get(marks, "")
    known = small in _SMALL and (accent or not marks)
    if not known or normalize("NFC", parts) != char:
        return "", "", False
    return small, accent, base != small


def _base_36(number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
    return digits or "0"


def decode_name(encoded: str) -> str:
    """The name out of what `encode_name` gave.

    Args:
        encoded: What `encode_name` gave.

    Raises:
        WrongType: For what is no text.
        InvalidValue: For what `encode_name` does not give.

    >>> decode_name("=0martin-le=2a")
    'MARTIN Léa'
    """
    check_arguments(decode_name, locals())
    try:
        name = "".join(_decoded(encoded))
    except (ValueError, OverflowError):
        name = ""
    if not name or encode_name(name) != encoded:
        raise InvalidValue("encoded", encoded, "write what encode_name gives")
    return name


def _decoded(encoded: str) -> Iterator[str]:
    for token in _TOKEN.finditer(encoded):
        if token["separator"]:
            yield _SEPARATED[token["separator"]]
        else:
            yield from _decoded_word(token["word"], token["case"])


def _decoded_word(word: str, case: str | None) -> Iterator[str]:
    upper, others = case != _ALL_SMALL, case == _ALL_CAPITALS
    for small, accent, digit, point in _LETTER.findall(word):
        if small:
            letter = small.upper() if upper else small
            char = normalize("NFC", letter + _MARKS.get(accent, ""))
        else:
            char = digit or chr(int(point, 36))
        yield char
        if _letter(char)[0] in _SMALL:
            upper = others
