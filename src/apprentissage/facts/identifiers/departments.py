"""Départements, as the form and the numbers write them."""

from apprentissage.facts.identifiers.characters import Written

BORN_ABROAD = "099"
"""OPCO EP's sheet: « Si l'apprenti est né à l'étranger : CODE 099. »"""

_MAINLAND = [f"{n:02d}" for n in range(1, 96) if n != 20] + ["2A", "2B"]
_OVERSEAS = [*map(str, range(971, 979)), "984", *map(str, range(986, 990))]

DEPARTMENTS = frozenset(_MAINLAND + _OVERSEAS)
"""Départements and overseas collectivities in which one may be born."""


def parse_birth_department(value: str, path: str = "birth_department") -> str:
    """The département of birth, as box 9 writes it.

    Args:
        value: As written, with or without a leading zero; 99 or 099 abroad.
        path: The field, for the error.

    Returns:
        `01` to `95`, `2A`, `2B`, `971` and the like, or `099`.

    Raises:
        WrongType: If it is not a text.
        InvalidIdentifier: If it is not a département.

    Source: notice 51649.

    >>> parse_birth_department("2a"), parse_birth_department("99")
    ('2A', '099')
    """
    written = Written(path, value)
    written.want_length(1, 2, 3)
    code = written.text.removeprefix("0").zfill(2)
    if code == "99":
        return BORN_ABROAD
    if code == "20":
        written.refuse("write 2A or 2B for Corsica")
    if code not in DEPARTMENTS:
        written.refuse("write 01 to 95, 2A, 2B, 971 to 989, or 099 abroad")
    return code
