"""A firm's own calendar of public holidays, as the library asks it."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol, runtime_checkable


@runtime_checkable
class PublicHolidays(Protocol):
    """Anything that gives the public holidays of a year.

    Every calendar of workalendar does; so does any object of the caller's
    with this one method.

    >>> class FoundersDay:
    ...     def holidays(self, year: int) -> list[tuple[date, str]]:
    ...         return [(date(year, 9, 3), "fête du fondateur")]
    >>> isinstance(FoundersDay(), PublicHolidays)
    True
    """

    def holidays(self, year: int, /) -> Iterable[tuple[date, str]]:
        """The public holidays of a civil year, each with its name.

        Args:
            year: Civil year.

        Returns:
            Days and names, in any order; all are days off, a Sunday may be
            among them.
        """
        ...
