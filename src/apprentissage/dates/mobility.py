"""The time of a contract executed abroad (L6222-42)."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta

from attrs import frozen

from apprentissage._arguments import check_arguments
from apprentissage._plain import PlainValue
from apprentissage.facts import Contract, Mobility, Period
from apprentissage.facts.changing import changed
from apprentissage.judging import (
    AgendaEntry,
    Consequence,
    Finding,
    Outcome,
    Proposed,
    Result,
    Rule,
    not_applicable,
    proposal,
    undetermined,
    whether,
)
from apprentissage.judging.calendar_entries import entered
from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat
from apprentissage.months import last_day_of, months_and_days, morrow_of

_BRANCH_TEXTS = Caveat(
    "BRANCH_TEXTS_OUTDATED",
    "Des textes de branche portent encore les six mois en France, supprimés "
    "par la loi n° 2023-1267.",
)
_WORDS_OF_AUGUST_2019 = Caveat(
    "WORDS_OF_AUGUST_2019",
    "Pour les contrats conclus avant le 23 août 2019, le résultat repose sur la rédaction de "
    "l'art. L. 6222-42 en vigueur à cette date : les précédentes n'ont pas pu être lues.",
)


@frozen(kw_only=True, eq=False, repr=False)
class MobilityLimit(PlainValue):
    """The limits of the time abroad.

    Args:
        most_months: Most months in all.
        months_in_france: Least months in France, or None.
        half_at_most: Half of the contract at most.
    """

    most_months: int
    months_in_france: int | None = None
    half_at_most: bool = False


_SIX_IN_FRANCE = MobilityLimit(most_months=12, months_in_france=6)

ABROAD = ByConclusion(
    "durée de la mobilité (art. L. 6222-42)",
    (
        # « La durée d'exécution du contrat en France doit être au minimum de
        # six mois. »
        version(date(2018, 4, 1), _SIX_IN_FRANCE, "L6222-42", caveats=(_WORDS_OF_AUGUST_2019,)),
        version(date(2019, 1, 1), _SIX_IN_FRANCE, "L6222-42", caveats=(_WORDS_OF_AUGUST_2019,)),
        version(date(2019, 8, 23), _SIX_IN_FRANCE, "L6222-42"),
        # « ne peut excéder un an ni la moitié de la durée totale du contrat »
        version(
            date(2023, 12, 29),
            MobilityLimit(most_months=12, half_at_most=True),
            "L6222-42",
            caveats=(_BRANCH_TEXTS,),
        ),
    ),
)
"""A year; six months in France, then half of the contract instead."""


_STAY_OUTSIDE = Caveat(
    "STAY_OUTSIDE_CONTRACT",
    "Un séjour à l'étranger déborde le contrat : seuls ses jours dans le contrat comptent.",
)
_MONTH, _DAY = 730, 24
"""A month, and the 365th of a year, in parts of which half of any contract is
a whole number: they are compared without fractions."""


def max_months_abroad(contract_months: int, concluded_on: date) -> int:
    """The most whole months that a contract may be executed abroad.

    Args:
        contract_months: Whole length of the contract in months.
        concluded_on: Day of conclusion, which chooses the law.

    Returns:
        Months, rounded down.

    Raises:
        NotCovered: Before 2018-04-01.
        WrongType: If it is not an int.
        InvalidValue: For a number under zero.

    Source: art. L. 6222-42 du code du travail.

    >>> max_months_abroad(10, date(2024, 9, 2))
    5
    >>> max_months_abroad(10, date(2023, 3, 6))
    4
    """
    check_arguments(max_months_abroad, locals())
    law = ABROAD.concluded(concluded_on).value
    return _most(contract_months * _MONTH, law) // _MONTH


def stays_abroad(contract: Contract) -> tuple[Period, ...]:
    """The stays abroad within the contract, those that touch as one.

    Only time of the contract « exécuté en partie à l'étranger » (L6222-42)
    is time abroad of it; two stays that touch are one duration.

    Args:
        contract: The facts; none where `mobilities` is unknown.

    >>> from apprentissage.facts import Apprentice, Mobility
    >>> year = date(2026, 1, 1), date(2026, 12, 31)
    >>> stays_abroad(Contract(
    ...     concluded_on=date(2025, 9, 1),
    ...     starts_on=date(2025, 9, 1),
    ...     ends_on=date(2026, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2006, 2, 10)),
    ...     mobilities=(Mobility(starts_on=year[0], ends_on=year[1]),),
    ... ))[0].ends_on
    datetime.date(2026, 8, 31)
    """
    check_arguments(stays_abroad, locals())
    return stays_within(contract.mobilities or (), contract.starts_on, contract.ends_on)


def stays_within(
    mobilities: tuple[Mobility, ...], starts_on: date, ends_on: date
) -> tuple[Period, ...]:
    """The parts of stays that lie between two days, as `stays_abroad`."""
    stays: list[Period] = []
    for stay in sorted(mobilities, key=lambda s: s.starts_on):
        first = max(stay.starts_on, starts_on)
        last = min(stay.ends_on, ends_on)
        if first > last:
            continue
        if stays and first <= morrow_of(stays[-1].ends_on):
            first = stays.pop().starts_on
        stays.append(Period(starts_on=first, ends_on=last))
    return tuple(stays)


def _most(whole: int, law: MobilityLimit) -> int:
    """The most parts of a month abroad, of so many in all."""
    # « pour une durée qui ne peut excéder un an »
    most = law.most_months * _MONTH
    if law.half_at_most:
        most = min(most, whole // 2)
    if law.months_in_france is not None:
        most = min(most, whole - law.months_in_france * _MONTH)
    return max(most, 0)


def _parts(first: date, last: date) -> int:
    """The parts of a month in a period, days left by the 365th of a year."""
    months, days = months_and_days(first, last)
    return months * _MONTH + days * _DAY


def _limit(contract: Contract, law: MobilityLimit) -> int:
    return _most(_parts(contract.starts_on, contract.ends_on), law)


class MobilityFinding(Finding):
    """What `MOBILITY` finds."""

    max_months_abroad = Result[int]("most whole months abroad")


def judge(contract: Contract, _: Readings) -> Finding:
    """The time abroad exceeds neither a year nor half of the contract.

    L6222-42: « pour une durée qui ne peut excéder un an ni la moitié de la
    durée totale du contrat », contracts concluded from 2023-12-29; before,
    from 2018-04-01, a year, and six months at least in France. All stays
    together, in months and 365ths of a year; time outside the contract is
    none of it.

    Args:
        contract: The facts; `mobilities`.

    Returns:
        Value `max_months_abroad`, whole months.
    """
    law = ABROAD.concluded(contract.concluded_on)
    declared = contract.mobilities
    limit = _limit(contract, law.value)
    whole_months = limit // _MONTH
    if declared is None:
        return undetermined("mobilities", sources=law.sources, max_months_abroad=whole_months)
    stays = stays_within(declared, contract.starts_on, contract.ends_on)
    if not stays:
        return not_applicable(
            "Aucun séjour à l'étranger n'a lieu pendant le contrat."
            if declared
            else "Le contrat ne comporte pas de mobilité à l'étranger.",
            sources=law.sources,
            max_months_abroad=whole_months,
        )
    abroad = sum(_parts(stay.starts_on, stay.ends_on) for stay in stays)
    outside = any(
        stay.starts_on < contract.starts_on or stay.ends_on > contract.ends_on for stay in declared
    )
    return whether(
        abroad <= limit,
        holds="La mobilité à l'étranger ne dépasse pas {max_months_abroad:mois}.",
        fails=(
            "La mobilité à l'étranger dépasse la durée permise, "
            "{max_months_abroad:mois} pour ce contrat."
        ),
        sources=law.sources,
        caveats=(*law.caveats, *((_STAY_OUTSIDE,) if outside else ())),
        max_months_abroad=whole_months,
    )


def dates(contract: Contract, _: Readings) -> Iterator[AgendaEntry]:
    law = ABROAD.concluded(contract.concluded_on)
    stays = stays_abroad(contract)
    months = _limit(contract, law.value) // _MONTH
    if len(stays) != 1 or months == 0:
        return
    latest_on = last_day_of(stays[0].starts_on, months)
    if latest_on <= contract.ends_on:  # the contract ends it otherwise
        yield entered(
            on=latest_on,
            label="Fin de la mobilité à l'étranger au plus tard, en mois entiers",
            sources=law.sources,
            consequence=Consequence.UNLAWFUL,
        )


def remedies(contract: Contract, _found: Finding, readings: Readings) -> Iterator[Proposed]:
    """The last stay shortened, where that is enough."""
    stays = contract.mobilities or ()
    rank = max(range(len(stays)), key=lambda n: stays[n].starts_on)
    path = f"mobilities[{rank}].ends_on"

    def lawful(days: int) -> bool:
        day = stays[rank].starts_on + timedelta(days=days)
        moved = changed(contract, {path: day})
        return judge(moved, readings).outcome is not Outcome.NON_COMPLIANT

    # the longest stay that is lawful: every shorter one is
    most = (stays[rank].ends_on - stays[rank].starts_on).days
    days = bisect_left(range(most), True, key=lambda n: not lawful(n)) - 1
    if days >= 0:
        last = stays[rank].starts_on + timedelta(days=days)
        yield proposal(
            "Avancer la fin du séjour à l'étranger au {day} au plus tard.", {path: last}, day=last
        )


MOBILITY = Rule(
    name="mobility",
    title="Mobilité à l'étranger",
    judge=judge,
    articles=("L6222-42",),
    dates=dates,
    finding=MobilityFinding,
    remedies=remedies,
)
