"""The deposit number (DECA number, numéro de dépôt)."""

from attrs import frozen

from apprentissage._plain import PlainValue
from apprentissage.facts.identifiers.characters import DIGITS, Written

_DEPARTMENTS = frozenset(
    {f"{n:03d}" for n in range(1, 96) if n != 20} | {"02A", "02B"} | set(map(str, range(971, 977)))
)
_NON_COMPLIANT = "NC"


@frozen(kw_only=True, eq=False, repr=False)
class DepositNumber(PlainValue):
    """The parts of a deposit number.

    Args:
        department: Three characters: `001` to `095`, `02A`, `02B`, `971` to
            `976`.
        year: Of the deposit.
        month: Of the deposit.
        indicator: Two digits, or NC for a contract that does not comply.
        sequence: Four digits.
    """

    department: str
    year: int
    month: int
    indicator: str
    sequence: str

    @property
    def number(self) -> str:
        """The fifteen characters.

        >>> parse_deposit_number("075202609nc0001").number
        '075202609NC0001'
        """
        return f"{self.department}{self.year:04d}{self.month:02d}{self.indicator}{self.sequence}"

    @property
    def non_compliant(self) -> bool:
        """Whether it is marked NC, not in conformity."""
        return self.indicator == _NON_COMPLIANT


def parse_deposit_number(value: str, path: str = "deposit_number") -> DepositNumber:
    """A deposit number out of its fifteen characters.

    Args:
        value: What is written.
        path: The field, for the error.

    Returns:
        Its parts.

    Raises:
        WrongType: If it is not a text.
        InvalidIdentifier: Saying which character is wrong.

    Source: téléservice de l'État; notice 51649, box 36.

    >>> parse_deposit_number("02B202212000000").department
    '02B'
    """
    written = Written(path, value)
    written.want_length(15, why=", the département in three (075, 02A, 974)")
    department = written.text[:3]
    if department not in _DEPARTMENTS:
        written.refuse_at(2, "ends no département: 001 to 095, 02A, 02B, 971 to 976")
    year = written.digits(3, 7)
    if year < "1900":
        written.refuse_at(3, "begins no year")
    month = written.digits(7, 9)
    if not 1 <= int(month) <= 12:
        written.refuse_at(8, "ends no month: 01 to 12")
    indicator = written.text[9:11]
    if indicator != _NON_COMPLIANT:
        written.want(9, 11, DIGITS, "a digit, nor the whole NC")
    return DepositNumber(
        department=department,
        year=int(year),
        month=int(month),
        indicator=indicator,
        sequence=written.digits(11, 15),
    )
