"""A length of time in French years, months and days."""

from datetime import date

from apprentissage._arguments import check_arguments
from apprentissage._text.french import lasting
from apprentissage.months import months_and_days


def duration(first: date, last: date) -> str:
    """The length of a period, both its days counted, as French says it.

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
    return lasting(*months_and_days(first, last))
