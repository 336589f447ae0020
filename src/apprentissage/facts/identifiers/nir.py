"""The NIR, the number on the carte Vitale."""

from attrs import frozen

from apprentissage._plain import PlainValue
from apprentissage.facts.codes import Sex
from apprentissage.facts.identifiers.characters import DIGITS, Written
from apprentissage.facts.identifiers.departments import BORN_ABROAD, DEPARTMENTS

_SEXES = {**dict.fromkeys("137", Sex.MALE), **dict.fromkeys("248", Sex.FEMALE)}
"""1 and 2; 3 and 4, 7 and 8 are those of people being registered."""

_SPECIAL_MONTHS = 20
_CORSICA = {"2A": "19", "2B": "18"}
_BEFORE_1976 = "20"


@frozen(kw_only=True, eq=False, repr=False)
class Nir(PlainValue):
    """The parts of a NIR, without its key.

    Args:
        sex_digit: 1 or 2; 3, 4, 7, 8 while being registered.
        year: Last two digits of the year of birth.
        month: Month of birth; 20 and more where it is not established.
        place: Five characters, département and commune, or country.
        order: Rank on the register.
    """

    sex_digit: str
    year: str
    month: str
    place: str
    order: str

    @property
    def number(self) -> str:
        """The thirteen characters that the form asks for."""
        parts = (self.sex_digit, self.year, self.month, self.place)
        return "".join((*parts, self.order))

    @property
    def key(self) -> str:
        """The two digits of the key, which the form does not ask for.

        >>> parse_nir("253072B073004").key
        '70'
        """
        digits = self.number
        for department, number in _CORSICA.items():
            if self.place.startswith(department):
                digits = digits[:5] + number + digits[7:]
        return f"{97 - int(digits) % 97:02d}"

    @property
    def sex(self) -> Sex:
        """The sex that it tells."""
        return _SEXES[self.sex_digit]

    @property
    def birth_month(self) -> int | None:
        """The month that it tells, None for a special one."""
        month = int(self.month)
        return None if month >= _SPECIAL_MONTHS else month

    @property
    def birth_departments(self) -> tuple[str, ...]:
        """What box 9 may say, by its place of birth.

        Two départements for Corsica before 1976; () where the place is in
        none of today's.

        >>> parse_nir("1050897110001").birth_departments
        ('971',)
        >>> parse_nir("1050899350001").birth_departments
        ('099',)
        """
        if self.place.startswith("99"):
            return (BORN_ABROAD,)
        if self.place.startswith(_BEFORE_1976):
            return ("2A", "2B")
        length = 3 if self.place.startswith(("97", "98")) else 2
        code = self.place[:length]
        return (code,) if code in DEPARTMENTS else ()


def parse_nir(value: str, path: str = "nir") -> Nir:
    """A NIR, with its key or without.

    Args:
        value: What is written: 13 characters, or 15 with the key.
        path: The field, for the error.

    Returns:
        Its parts; `.number` is what box 8 asks for.

    Raises:
        WrongType: If it is not a text.
        InvalidIdentifier: Saying which character is wrong.

    Source: OPCO EP's sheet, « sous son format en 13 chiffres (sans la clé) ».

    >>> parse_nir("1 06 05 75 116 027 24").number
    '1060575116027'
    >>> parse_nir("10605751160X7")
    Traceback (most recent call last):
      ...
    apprentissage.facts.identifiers.characters.InvalidIdentifier: nir: got \
'10605751160X7' (str); character 12 ('X') is not a digit
    """
    written = Written(path, value)
    written.want_length(13, 15, why=", without the key or with it")
    sex = written.want(0, 1, frozenset(_SEXES), "1 or 2 (3, 4, 7, 8)")
    year = written.digits(1, 3)
    month = written.digits(3, 5)
    if not 1 <= int(month) <= 12 and int(month) < _SPECIAL_MONTHS:
        written.refuse_at(4, "ends no month: 01 to 12, or 20 and more")
    written.digits(5, 6)
    corsican = frozenset("AB") if written.text[5] == "2" else frozenset()
    written.want(6, 7, DIGITS | corsican, "a digit, nor 2A nor 2B")
    if written.text[5:7] == "00":
        written.refuse_at(6, "ends no département")
    place = written.text[5:7] + written.digits(7, 10)
    order = written.digits(10, 13)
    if order == "000":
        written.refuse_at(12, "ends no rank: 001 to 999")
    nir = Nir(sex_digit=sex, year=year, month=month, place=place, order=order)
    if len(written.text) > 13 and written.digits(13, 15) != nir.key:
        written.refuse_at(14, f"ends a wrong key: {nir.key} is right")
    return nir
