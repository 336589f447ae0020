"""Transmission of the contract to the OPCO (art. D6224-1)."""

from datetime import date

from apprentissage.facts.holidays import PublicHolidays
from apprentissage.facts.territories import Territory
from apprentissage.guards import check_date
from apprentissage.law.calendars import Workplace
from apprentissage.law.dated import ByConclusion, Version
from apprentissage.law.readings import LETTER, FilingSaturday, Readings
from apprentissage.law.sources import article
from apprentissage.months import morrow_of
from apprentissage.rules.deadlines import Deadline

__all__ = ["FILING_DAYS", "filing_deadline"]

_SATURDAY = 5

FILING_DAYS = ByConclusion(
    "délai de transmission à l'OPCO",
    (Version(date(2020, 1, 1), 5, (article("D6224-1"),)),),
)
"""Jours ouvrables to file; before 2020 the chambers registered contracts."""


def filing_deadline(
    starts_on: date,
    *,
    worked_holidays: frozenset[date],
    territory: Territory | None = None,
    holidays: PublicHolidays | None = None,
    concluded_on: date | None = None,
    readings: Readings = LETTER,
) -> Deadline:
    """The last day to send the contract: five jours ouvrables after its start.

    The start day does not count, Saturdays do, and so do public holidays
    usually worked in the firm: they bring the day forward, which is why they
    must be stated.

    Args:
        starts_on: First day of execution.
        worked_holidays: Public holidays usually worked in the firm,
            frozenset() for none.
        territory: Place of execution; needed unless `holidays` is given.
        holidays: The firm's own calendar, instead of the territory's.
        concluded_on: Day of conclusion, which chooses the law; where None,
            the start.
        readings: `filing_saturday` and `saint_martin_holiday` are read.

    Returns:
        The deadline, with the days counted and skipped.

    Raises:
        NotCovered: For contracts concluded before 2020-01-01.
        WrongType: Without territory and calendar; for a datetime or a text.
        InvalidValue: For a calendar that leaves no day open.

    Source: art. D6224-1, contracts from 2020-01-01.

    >>> deadline = filing_deadline(
    ...     date(2026, 4, 30),
    ...     territory=Territory.METROPOLE,
    ...     worked_holidays=frozenset(),
    ... )
    >>> deadline.due_on
    datetime.date(2026, 5, 7)
    >>> [day.reason for day in deadline.skipped]
    ['fête du Travail', 'dimanche']
    """
    check_date("starts_on", starts_on)
    law = FILING_DAYS.concluded(
        starts_on if concluded_on is None else concluded_on
    )
    place = Workplace(
        territory=territory,
        worked_holidays=worked_holidays,
        holidays=holidays,
        readings=readings,
    )
    # « Au plus tard dans les cinq jours ouvrables qui suivent le début de
    # l'exécution du contrat »: the start itself is not counted.
    counted = [place.next_ouvrable(starts_on)]
    while len(counted) < law.value:
        counted.append(place.next_ouvrable(counted[-1]))
    due_on = counted[-1]
    # Code de procédure civile, art. 642 al. 2, by analogy: the délai that
    # would end on a Saturday runs « jusqu'au premier jour ouvrable suivant ».
    if (
        readings.filing_saturday is FilingSaturday.NEXT_OPEN_DAY
        and due_on.weekday() == _SATURDAY
    ):
        due_on = place.next_ouvrable(due_on)
    return Deadline(
        due_on=due_on,
        counted=tuple(counted),
        skipped=tuple(
            off
            for _, off in place.between(morrow_of(starts_on), due_on)
            if off is not None
        ),
        sources=law.sources,
    )
