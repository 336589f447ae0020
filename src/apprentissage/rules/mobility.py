"""The time of a contract executed abroad (L6222-42)."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from apprentissage.arguments import check_arguments
from apprentissage.facts import Contract
from apprentissage.law.mobility import MOBILITY, MobilityLimit
from apprentissage.law.readings import Readings
from apprentissage.months import last_day_of, months_and_days
from apprentissage.rules.calendar_entries import AgendaEntry, Consequence
from apprentissage.rules.finding import (
    UNKNOWN,
    Finding,
    not_applicable,
    undetermined,
    whether,
)
from apprentissage.rules.rule import Rule

__all__ = ["TIME_ABROAD", "max_months_abroad"]
__dir__ = __all__.copy

NO_MOBILITY = "Le contrat ne comporte pas de mobilité à l'étranger."
SHORT_ENOUGH = (
    "La mobilité à l'étranger ne dépasse pas {max_months_abroad:mois}."
)
TOO_LONG = (
    "La mobilité à l'étranger dépasse la durée permise, "
    "{max_months_abroad:mois} pour ce contrat."
)

_MONTHS_A_DAY = Fraction(12, 365)


def max_months_abroad(contract_months: int, concluded_on: date) -> int:
    """The most whole months that a contract may be executed abroad.

    Args:
        contract_months: Whole length of the contract in months.
        concluded_on: Day of conclusion, which chooses the law.

    Returns:
        Months, rounded down.

    Raises:
        NotCovered: Before 2019-01-01.
        WrongType: For what is no int.
        InvalidValue: For a number under zero.

    Source: art. L. 6222-42 du code du travail.

    >>> max_months_abroad(10, date(2024, 9, 2))
    5
    >>> max_months_abroad(10, date(2023, 3, 6))
    4
    """
    check_arguments(max_months_abroad, locals())
    law = MOBILITY.concluded(concluded_on).value
    return int(_most(Fraction(contract_months), law))


def _most(contract_months: Fraction, law: MobilityLimit) -> Fraction:
    # « ne peut excéder un an ni la moitié de la durée totale du contrat »
    most = Fraction(law.most_months)
    if law.half_at_most:
        most = min(most, contract_months / 2)
    if law.months_in_france is not None:
        most = min(most, contract_months - law.months_in_france)
    return max(most, Fraction(0))


def _months(first: date, last: date) -> Fraction:
    """A period in months, days left by the 365th of a year."""
    months, days = months_and_days(first, last)
    return months + days * _MONTHS_A_DAY


def _limit(contract: Contract) -> Fraction:
    return _most(
        _months(contract.starts_on, contract.ends_on),
        MOBILITY.concluded(contract.concluded_on).value,
    )


def _judge(contract: Contract, _: Readings) -> Finding:
    """The time abroad exceeds neither a year nor half of the contract.

    L6222-42: « ne peut excéder un an ni la moitié de la durée totale du
    contrat », contracts concluded from 2023-12-29; before, from 2019, a year,
    and at least six months in France. All stays together, in months and
    365ths of a year.

    Args:
        contract: The facts; `mobilities`.

    Returns:
        Value `max_months_abroad`, whole months.
    """
    law = MOBILITY.concluded(contract.concluded_on)
    stays = contract.mobilities
    limit = _limit(contract)
    if stays is None:
        return undetermined(
            "mobilities", sources=law.sources, max_months_abroad=int(limit)
        )
    if not stays:
        return not_applicable(
            NO_MOBILITY, sources=law.sources, max_months_abroad=int(limit)
        )
    abroad = sum(
        (_months(stay.starts_on, stay.ends_on) for stay in stays), Fraction(0)
    )
    return whether(
        abroad <= limit,
        holds=SHORT_ENOUGH,
        fails=TOO_LONG,
        sources=law.sources,
        caveats=law.caveats,
        max_months_abroad=int(limit),
    )


def _dates(contract: Contract, _: Readings) -> Iterator[AgendaEntry]:
    law = MOBILITY.concluded(contract.concluded_on)
    months = int(_limit(contract))
    stays = contract.mobilities or ()
    if len(stays) == 1 and months > 0:
        yield AgendaEntry(
            on=last_day_of(stays[0].starts_on, months),
            label="Fin de la mobilité à l'étranger au plus tard, en mois "
            "entiers",
            sources=law.sources,
            consequence=Consequence.UNLAWFUL,
        )


TIME_ABROAD = Rule(
    name="mobility",
    title="Mobilité à l'étranger",
    judge=_judge,
    articles=("L6222-42",),
    sentences=(NO_MOBILITY, SHORT_ENOUGH, TOO_LONG, UNKNOWN),
    dates=_dates,
)
