"""SIREN, SIRET, NAF and IDCC."""

from apprentissage.facts.identifiers.characters import LETTERS, Written

IDCC_NONE = "9999"
"""OPCO EP's sheet: « Pas de convention collective : code 9999. »"""

IDCC_BEING_NEGOTIATED = "9998"
"""OPCO EP's sheet: « Si convention collective en cours de négociation :
code 9998. »"""

_LA_POSTE = "356000000"
_LA_POSTE_HEAD_OFFICE = "35600000000048"


# Of each digit the digits of its double, added up: 12 counts as 3.
_DOUBLED = str.maketrans("0123456789", "0246813579")
_ZERO = ord("0")


def _luhn(digits: str) -> int:
    """The sum of Luhn: every second digit from the right counts double."""
    doubled = digits[-2::-2].translate(_DOUBLED)
    # by their codes, which are read at once
    codes = sum(digits[-1::-2].encode()) + sum(doubled.encode())
    return codes - _ZERO * len(digits)


def _check_luhn(written: Written, length: int) -> None:
    digits = written.text[:length]
    if _luhn(digits) % 10:
        key = -_luhn(f"{digits[:-1]}0") % 10
        written.refuse_at(length - 1, f"is not the check digit of the {length}: {key} is")


def parse_siren(value: str, path: str = "siren") -> str:
    """A SIREN: nine digits, the last one by Luhn.

    Args:
        value: What is written.
        path: The field, for the error.

    Returns:
        The nine digits.

    Raises:
        WrongType: If it is not a text.
        InvalidIdentifier: Saying which character is wrong.

    >>> parse_siren("732 829 320")
    '732829320'
    >>> parse_siren("732 829 321")
    Traceback (most recent call last):
      ...
    apprentissage.facts.identifiers.characters.InvalidIdentifier: siren: \
got '732 829 321' (str); character 11 ('1') is not the check digit of the \
9: 0 is
    """
    written = Written(path, value)
    written.want_length(9)
    written.digits(0, 9)
    _check_luhn(written, 9)
    return written.text


def parse_siret(value: str, path: str = "siret") -> str:
    """A SIRET: a SIREN, five digits, the last one by Luhn.

    The establishments of La Poste but its head office go by another rule:
    the sum of their digits is a multiple of five.

    Args:
        value: What is written.
        path: The field, for the error.

    Returns:
        The fourteen digits.

    Raises:
        WrongType: If it is not a text.
        InvalidIdentifier: Saying which character is wrong.

    >>> parse_siret("732 829 320 00074")
    '73282932000074'
    >>> parse_siret("35600000000001")
    '35600000000001'
    """
    written = Written(path, value)
    written.want_length(14)
    number = written.digits(0, 14)
    _check_luhn(written, 9)
    if number.startswith(_LA_POSTE) and number != _LA_POSTE_HEAD_OFFICE:
        if sum(map(int, number)) % 5:
            written.refuse_at(13, "does not make the sum of the digits a multiple of 5")
    else:
        _check_luhn(written, 14)
    return number


def parse_naf(value: str, path: str = "naf") -> str:
    """A code of activity: four digits and a letter, a dot allowed.

    Args:
        value: What is written.
        path: The field, for the error.

    Returns:
        The five characters without a dot.

    Raises:
        WrongType: If it is not a text.
        InvalidIdentifier: Saying which character is wrong.

    >>> parse_naf("84.11z")
    '8411Z'
    """
    written = Written(path, value)
    dotted = written.text[2:3] == "."
    length = 6 if dotted else 5
    written.want_length(length, why=", four digits and a letter")
    written.digits(0, 2)
    written.digits(3 if dotted else 2, length - 1)
    written.want(length - 1, length, LETTERS, "a letter")
    return written.text.replace(".", "")


def parse_idcc(value: str, path: str = "idcc") -> str:
    """The number of a collective agreement, up to four digits.

    Args:
        value: What is written; 9999 for none, 9998 for one being
            negotiated.
        path: The field, for the error.

    Returns:
        Four digits, with zeros before.

    Raises:
        WrongType: If it is not a text.
        InvalidIdentifier: Saying which character is wrong.

    >>> parse_idcc("44")
    '0044'
    """
    written = Written(path, value)
    written.want_length(1, 2, 3, 4)
    number = written.digits(0, len(written.text))
    if not int(number):
        written.refuse(f"write {IDCC_NONE} where there is no agreement")
    return number.zfill(4)
