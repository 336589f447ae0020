"""A length of time in French years, months and days."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from apprentissage._arguments import check_arguments
from apprentissage._text.french import counted, joined


def duration(first: date, last: date) -> str:
    """The length of a period, both its days counted, as French says it.

    For people to read; what a text counts goes by `months`.

    Args:
        first: First day.
        last: Last day.

    Returns:
        Years, months and days, those that are not zero.

    >>> duration(date(2025, 9, 1), date(2027, 8, 31))
    '2 ans'
    >>> duration(date(2025, 9, 1), date(2026, 7, 10))
    '10 mois et 10 jours'
    """
    check_arguments(duration, locals())
    return spelt(first, last)


def spelt(first: date, last: date) -> str:
    """The same as `duration`, unchecked."""
    span = relativedelta(last + timedelta(days=1), first)
    parts = ((span.years, "an"), (span.months, "mois"), (span.days, "jour"))
    return joined(tuple([counted(count, noun) for count, noun in parts if count]))
