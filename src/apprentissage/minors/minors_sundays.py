"""Sundays and public holidays of a minor (L3164-5 to L3164-8)."""

from collections.abc import Iterator
from datetime import date
from typing import Self

from apprentissage._text import short_date
from apprentissage.facts import Contract, Territory, WorkingTime, WorkSector
from apprentissage.judging import (
    Finding,
    Outcome,
    Proposed,
    Result,
    Rule,
    all_of,
    compliant,
    possible_answers,
    proposal,
    reminder,
    undetermined,
    whether,
)
from apprentissage.law.calendars import Workplace
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat
from apprentissage.minors._days import (
    judged_days,
    minor_days,
    minor_until,
    on_days,
    replanned,
    working_time_of,
)
from apprentissage.minors.texts import HOLIDAYS, SUNDAYS

_SUNDAY = 6
_TERRITORY = "employer.territory"
_WEEKLY_REST = Caveat(
    "HOLIDAY_WEEKLY_REST",
    "Le mineur qui travaille un jour férié garde son repos hebdomadaire (art. L. 3164-8).",
)
_FOOD_RETAIL = Caveat(
    "FOOD_RETAIL",
    "Un commerce de détail alimentaire est dans la liste : il se déclare "
    "comme tel, et non comme commerce de détail.",
)
_CONTINUOUS = Caveat(
    "CONTINUOUS_INDUSTRY",
    "Un établissement industriel qui fonctionne en continu peut employer un "
    "mineur tous les jours de la semaine (art. L. 3164-7).",
)


def _holiday(
    contract: Contract, day: date, readings: Readings
) -> tuple[tuple[bool, ...], tuple[str, ...]]:
    """What a day may be, a public holiday or not, and the place if it tells.

    Most days are what they are everywhere.
    """
    employer = contract.employer
    known = employer.territory is not None or employer.holidays is not None
    return possible_answers(
        lambda told: (
            day
            in Workplace(
                territory=told[_TERRITORY], holidays=employer.holidays, readings=readings
            ).holidays_of(day.year)
        ),
        {_TERRITORY: (employer.territory,) if known else Territory},
    )


def _caveats(sector: WorkSector | None) -> tuple[Caveat, ...]:
    if sector is WorkSector.RETAIL:
        return (_FOOD_RETAIL,)
    return (_CONTINUOUS,) if sector is WorkSector.OTHER else ()


def _sunday(time: WorkingTime, day: date, until: date) -> Finding:
    law = SUNDAYS.worked(day)
    # « L'interdiction de travail le dimanche prévue à l'article L. 3132-3
    # n'est pas applicable aux apprentis âgés de moins de dix-huit ans employés
    # dans les secteurs […] dont la liste est déterminée par décret »
    return whether(
        None if time.sector is None else time.sector in law.value,
        "working_time.sector",
        holds="Ce secteur est de ceux où un apprenti mineur peut travailler le dimanche.",
        fails=(
            "Ce secteur n'est pas de ceux où un apprenti mineur peut "
            "travailler le dimanche, jusqu'au {until_on}."
        ),
        sources=law.sources,
        caveats=_caveats(time.sector),
        subject=short_date(day),
        until_on=until,
    )


def _on_holiday(time: WorkingTime, day: date, until: date) -> Finding:
    """Work on a public holiday.

    L3164-6: « Les jeunes travailleurs ne peuvent travailler les jours de fête
    reconnus par la loi. »
    """
    law = HOLIDAYS.worked(day)
    return all_of(
        (
            # « Dans les secteurs […] dont la liste est fixée par décret en
            # Conseil d'Etat »
            whether(
                None if time.sector is None else time.sector in law.value,
                "working_time.sector",
                holds=(
                    "Ce secteur est de ceux où un accord peut permettre le "
                    "travail des mineurs les jours fériés."
                ),
                fails=(
                    "Ce secteur n'est pas de ceux où un accord peut permettre le travail des "
                    "mineurs les jours fériés, jusqu'au {until_on}."
                ),
                sources=law.sources,
                caveats=_caveats(time.sector),
                until_on=until,
            ),
            # « une convention ou un accord collectif de travail étendu ou une
            # convention ou un accord d'entreprise ou d'établissement peut
            # définir les conditions »
            whether(
                time.holiday_agreement,
                "working_time.holiday_agreement",
                holds="Un accord collectif définit les conditions de ce travail.",
                fails=(
                    "Aucun accord collectif ne définit les conditions du "
                    "travail des jours fériés : il est interdit au mineur "
                    "jusqu'au {until_on}."
                ),
                sources=law.sources,
                caveats=(_WEEKLY_REST,),
                until_on=until,
            ),
        ),
        subject=short_date(day),
    )


def _day(contract: Contract, day: date, readings: Readings) -> Finding:
    time = working_time_of(contract)
    until = minor_until(contract, readings)
    parts = []
    if day.weekday() == _SUNDAY:
        parts.append(_sunday(time, day, until))
    holiday, turning = _holiday(contract, day, readings)
    if True in holiday:
        found = _on_holiday(time, day, until)
        if turning and found.outcome is not Outcome.COMPLIANT:
            found = undetermined(
                *turning, *found.missing, sources=found.sources, subject=found.subject
            )
        parts.append(found)
    if not parts:
        return compliant(
            "Ce jour n'est ni un dimanche ni un jour férié.",
            sources=SUNDAYS.worked(day).sources,
            subject=short_date(day),
        )
    return all_of(parts, subject=short_date(day))


def _reminder(contract: Contract, readings: Readings) -> Finding | None:
    """What is open to a minor of such a trade."""
    sector = working_time_of(contract).sector
    sundays = SUNDAYS.worked(contract.concluded_on)
    holidays = HOLIDAYS.worked(contract.concluded_on)
    if sector not in holidays.value:
        return None
    return reminder(
        "Jusqu'au {until_on}, ce secteur permet à l'apprenti mineur de travailler le dimanche, et "
        "les jours fériés si un accord collectif en définit les conditions."
        if sector in sundays.value
        else (
            "Jusqu'au {until_on}, l'apprenti mineur ne travaille pas le dimanche ; ce secteur "
            "permet le travail des jours fériés si un accord collectif en définit les conditions."
        ),
        sources=(*sundays.sources, *holidays.sources),
        caveats=(_WEEKLY_REST,),
        until_on=minor_until(contract, readings),
    )


class MinorsSundaysFinding(Finding):
    """What `MINORS_SUNDAYS` finds."""

    parts: tuple[Self, ...]
    until_on = Result[date]("last day of the rule")


def judge(contract: Contract, readings: Readings) -> Finding:
    """A minor works neither on Sundays nor on public holidays.

    L3164-5: but apprentices in the trades of R3164-1 on Sundays. L3164-6,
    L3164-8: on holidays in those of R3164-2, which adds the shows, where a
    collective agreement says how.

    Args:
        contract: The facts; `working_time.days` before the majority.
        readings: `leap_birthday`, `saint_martin_holiday`.

    Returns:
        A part for each day of work.
    """
    parts = [_day(contract, day.on, readings) for _, day, _ in minor_days(contract, readings)]
    on = contract.concluded_on
    return judged_days(
        parts,
        contract,
        readings,
        (*SUNDAYS.worked(on).sources, *HOLIDAYS.worked(on).sources),
        reminds=_reminder(contract, readings),
    )


def remedies(contract: Contract, _found: Finding, readings: Readings) -> Iterator[Proposed]:
    """Days off; or the agreement, in the trades where one is enough."""
    worked = {
        rank: day
        for rank, day, _ in minor_days(contract, readings)
        if _day(contract, day.on, readings).outcome is Outcome.NON_COMPLIANT
    }
    yield proposal(
        "Ne pas faire travailler l'apprenti mineur : {days}.",
        replanned(contract, dict.fromkeys(worked)),
        days=on_days(worked.values()),
    )
    # « un accord d'entreprise ou d'établissement peut définir les conditions »
    if working_time_of(contract).holiday_agreement is False:
        yield proposal(
            "Conclure l'accord d'entreprise ou d'établissement qui définit les conditions du "
            "travail des mineurs les jours fériés, avant le {first}.",
            {"working_time.holiday_agreement": True},
            first=min(day.on for day in worked.values()),
        )


MINORS_SUNDAYS = Rule(
    name="minors_sundays",
    title="Dimanches et jours fériés des mineurs",
    judge=judge,
    articles=("L3164-5", "L3164-6", "L3164-7", "L3164-8", "R3164-1", "R3164-2"),
    finding=MinorsSundaysFinding,
    remedies=remedies,
)
