"""The delays of an apprentice who resigns (L6222-18, D6222-21-1)."""

from collections.abc import Iterator
from datetime import date, timedelta

from apprentissage._arguments import check_arguments
from apprentissage._guards import is_day, plain_day
from apprentissage.dates.rupture_texts import RESIGNATION
from apprentissage.facts import Contract, Rupture
from apprentissage.judging import (
    AgendaEntry,
    Consequence,
    Finding,
    non_compliant,
    reminder,
    undetermined,
    whether,
)
from apprentissage.judging.calendar_entries import entered
from apprentissage.law.choices import ResignationDelays
from apprentissage.law.readings import LETTER, Readings
from apprentissage.months import morrow_of

_INFORMING, _RUPTURING = "information de l'employeur", "rupture"


def employer_informed_from(
    mediator_referred_on: date, concluded_on: date, readings: Readings = LETTER
) -> date:
    """The first day on which a resigning apprentice informs the employer.

    Args:
        mediator_referred_on: Day on which the mediator was called in; not
            counted.
        concluded_on: Day of conclusion, which chooses the law.
        readings: `resignation_delays` is read.

    Returns:
        The fifth calendar day after, or the sixth where days are full.

    Raises:
        NotCovered: Before 2019-01-01.
        WrongType: For a datetime or a text.

    Source: art. D. 6222-21-1, contracts concluded from 2019-01-01.

    >>> employer_informed_from(date(2026, 1, 5), date(2025, 9, 1))
    datetime.date(2026, 1, 10)
    """
    check_arguments(employer_informed_from, locals())
    # « un délai qui ne peut être inférieur à cinq jours calendaires à compter
    # de la saisine du médiateur »
    days = RESIGNATION.concluded(concluded_on).value.before_informing
    return _after(mediator_referred_on, days, readings)


def ruptured_from(
    employer_informed_on: date, concluded_on: date, readings: Readings = LETTER
) -> date:
    """The first day on which a resigning apprentice breaks the contract.

    Args:
        employer_informed_on: Day on which the employer was informed; not
            counted.
        concluded_on: Day of conclusion, which chooses the law.
        readings: `resignation_delays` is read.

    Returns:
        The seventh calendar day after, or the eighth where days are full.

    Raises:
        NotCovered: Before 2019-01-01.
        WrongType: For a datetime or a text.

    Source: art. D. 6222-21-1, contracts concluded from 2019-01-01.

    >>> ruptured_from(date(2026, 1, 14), date(2025, 9, 1))
    datetime.date(2026, 1, 21)
    """
    # that day may be computed, past those of facts
    check_arguments(ruptured_from, locals(), employer_informed_on=is_day)
    # « un délai qui ne peut être inférieur à sept jours calendaires après la
    # date à laquelle l'employeur a été informé »
    days = RESIGNATION.concluded(concluded_on).value.before_rupture
    return _after(employer_informed_on, days, readings)


def _after(day: date, days: int, readings: Readings) -> date:
    # whether the last day is free is not settled
    last = plain_day(day) + timedelta(days=days)
    if readings.resignation_delays is ResignationDelays.FULL_DAYS:
        return morrow_of(last)
    return last


def informed_in_time(contract: Contract, rupture: Rupture, readings: Readings) -> Finding:
    sources = RESIGNATION.concluded(contract.concluded_on).sources
    day, referred_on = (rupture.employer_informed_on, rupture.mediator_referred_on)
    if referred_on is not None and referred_on < contract.concluded_on:
        return non_compliant(
            "La saisine du médiateur, le {referred_on}, précède la conclusion "
            "du contrat, le {concluded_on}. Vérifiez ces dates.",
            sources=sources,
            subject=_INFORMING,
            referred_on=referred_on,
            concluded_on=contract.concluded_on,
        )
    informed_from = None
    if referred_on is not None:
        informed_from = employer_informed_from(referred_on, contract.concluded_on, readings)
    if day is None:
        return reminder(
            "L'information de l'employeur n'est pas encore déclarée."
            if informed_from is None
            else "L'information de l'employeur n'est pas encore déclarée : elle peut être donnée "
            "à partir du {earliest_on}, cinq jours après la saisine du médiateur.",
            sources=sources,
            subject=_INFORMING,
            earliest_on=informed_from,
        )
    if informed_from is None:
        return undetermined(
            "file.rupture.mediator_referred_on", sources=sources, subject=_INFORMING
        )
    return whether(
        day >= informed_from,
        holds=(
            "L'employeur est informé le {informed_on}, au moins cinq jours "
            "après la saisine du médiateur (à partir du {earliest_on})."
        ),
        fails=(
            "L'employeur est informé le {informed_on} : il ne pouvait l'être qu'à partir du "
            "{earliest_on}, cinq jours après la saisine du médiateur."
        ),
        sources=sources,
        subject=_INFORMING,
        informed_on=day,
        earliest_on=informed_from,
    )


def resigned_in_time(contract: Contract, rupture: Rupture, readings: Readings) -> Finding:
    signed_on = contract.concluded_on
    sources = RESIGNATION.concluded(signed_on).sources
    day = rupture.ruptured_on
    informed_on = rupture.employer_informed_on
    since = informed_on
    if since is None and rupture.mediator_referred_on is not None:
        since = employer_informed_from(rupture.mediator_referred_on, signed_on, readings)
    first = None if since is None else ruptured_from(since, signed_on, readings)
    if day is None:
        return reminder(
            "Le jour de la rupture n'est pas encore déclaré."
            if first is None
            else "Le jour de la rupture n'est pas encore déclaré : elle peut intervenir au plus "
            "tôt le {earliest_on}, sept jours après l'information de l'employeur.",
            sources=sources,
            subject=_RUPTURING,
            earliest_on=first,
        )
    # the day of information may not matter: both delays take twelve days
    if first is None or (informed_on is None and day >= first):
        return undetermined(
            "file.rupture.employer_informed_on", sources=sources, subject=_RUPTURING
        )
    return whether(
        day >= first,
        holds=(
            "La rupture du {ruptured_on} intervient au moins sept jours après "
            "l'information de l'employeur (à partir du {earliest_on})."
        ),
        fails=(
            "La rupture du {ruptured_on} ne pouvait intervenir qu'à partir du {earliest_on} : "
            "cinq jours de la saisine du médiateur à l'information de l'employeur, puis sept."
        )
        if informed_on is None
        else (
            "La rupture du {ruptured_on} ne pouvait intervenir qu'à partir du "
            "{earliest_on}, sept jours après l'information de l'employeur."
        ),
        sources=sources,
        subject=_RUPTURING,
        ruptured_on=day,
        earliest_on=first,
    )


def resigned_late_enough(
    contract: Contract, rupture: Rupture, readings: Readings
) -> dict[str, date]:
    """The days of a resignation that come too soon, put off as far as needed."""
    signed_on = contract.concluded_on
    referred_on = rupture.mediator_referred_on
    informed_on, day = rupture.employer_informed_on, rupture.ruptured_on
    later: dict[str, date] = {}
    if referred_on is not None:
        first = employer_informed_from(referred_on, signed_on, readings)
        if informed_on is not None and informed_on < first:
            later["employer_informed_on"] = first
        informed_on = max(informed_on or first, first)
    if informed_on is not None and day is not None:
        first = ruptured_from(informed_on, signed_on, readings)
        if day < first:
            later["ruptured_on"] = first
    return later


def resignation_dates(
    contract: Contract, rupture: Rupture, readings: Readings
) -> Iterator[AgendaEntry]:
    signed_on = contract.concluded_on
    sources = RESIGNATION.concluded(signed_on).sources
    if rupture.mediator_referred_on is not None:
        yield entered(
            on=employer_informed_from(rupture.mediator_referred_on, signed_on, readings),
            label="Démission : premier jour pour informer l'employeur",
            sources=sources,
            consequence=Consequence.UNLAWFUL,
        )
    if rupture.employer_informed_on is not None:
        yield entered(
            on=ruptured_from(rupture.employer_informed_on, signed_on, readings),
            label="Démission : premier jour de la rupture",
            sources=sources,
            consequence=Consequence.UNLAWFUL,
        )
