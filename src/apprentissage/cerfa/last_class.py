"""The last class or year that the apprentice followed."""

from apprentissage._arguments import check_arguments
from apprentissage.errors import InvalidValue
from apprentissage.facts import LastClass

_YEARS = {
    (1, True): LastClass.FIRST_VALIDATED,
    (1, False): LastClass.FIRST_NOT_VALIDATED,
    (2, True): LastClass.SECOND_VALIDATED,
    (2, False): LastClass.SECOND_NOT_VALIDATED,
    (3, True): LastClass.THIRD_VALIDATED,
    (3, False): LastClass.THIRD_NOT_VALIDATED,
}


def last_class(year: int, *, validated: bool, diploma_obtained: bool) -> LastClass:
    """The code of the last year of a cycle followed.

    Args:
        year: Year of the cycle, 1 to 3.
        validated: That year was validated.
        diploma_obtained: It was the last one, and led to the diploma.

    Raises:
        InvalidValue: For a year without a code.

    Source: notice 51649. 40, 41 and 42 are for those who left the collège.

    >>> last_class(2, validated=False, diploma_obtained=False).value
    '22'
    >>> last_class(2, validated=True, diploma_obtained=True).value
    '01'
    """
    check_arguments(last_class, locals())
    # Notice 51649: « dernière année du cycle suivie et diplôme obtenu »
    if diploma_obtained:
        return LastClass.DIPLOMA_OBTAINED
    code = _YEARS.get((year, validated))
    if code is None:
        raise InvalidValue("year", year, "write 1, 2 or 3: longer has no code")
    return code
