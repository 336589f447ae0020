"""Five days of leave before the exams (L6222-35)."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from apprentissage._arguments import check_arguments
from apprentissage._plain import PlainValue
from apprentissage.facts import Contract
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.judging import (
    AgendaEntry,
    Consequence,
    Finding,
    Result,
    Rule,
    Undated,
    reminder,
    undetermined,
)
from apprentissage.judging.calendar_entries import entered
from apprentissage.law.dated import ByEvent, version
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat
from apprentissage.months import eve_of, same_day


@frozen(kw_only=True, eq=False, repr=False)
class ExamLeave(PlainValue):
    """The leave of L6222-35.

    Args:
        days: « cinq jours ouvrables ».
        months: « le mois qui précède les épreuves ».
    """

    days: int
    months: int


_FIVE_DAYS = ExamLeave(days=5, months=1)

EXAM_LEAVE_LAW = ByEvent(
    "congé avant les épreuves (art. L. 6222-35)",
    (
        version(date(2008, 5, 1), _FIVE_DAYS, "L6222-35"),
        version(date(2009, 11, 26), _FIVE_DAYS, "L6222-35"),
    ),
)
"""« cinq jours ouvrables », beside paid leave, in both wordings."""


_PRECIS = Source(SourceKind.DOCTRINE, "Précis de l'apprentissage (Centre Inffo)")
_SPLITTING = Caveat(
    "LEAVE_SPLITTING",
    "Selon le Précis, le congé est pris en une fois, une fois par contrat, et n'est pas dû en "
    "contrôle continu intégral ; d'autres le disent fractionnable entre plusieurs sessions.",
)


def exam_leave_window(first_exam_on: date) -> tuple[date, date]:
    """The days among which the leave before the exams is taken.

    Args:
        first_exam_on: Day of the first exam, which chooses the law: once it
            is past, the month « qui précède les épreuves » is too.

    Returns:
        The day of the same number a month before, and the eve.

    Raises:
        NotCovered: Before 2008-05-01.
        WrongType: For a datetime or a text.

    Source: art. L. 6222-35 du code du travail.

    >>> exam_leave_window(date(2026, 6, 15))
    (datetime.date(2026, 5, 15), datetime.date(2026, 6, 14))
    """
    check_arguments(exam_leave_window, locals())
    # « situé dans le mois qui précède les épreuves »
    months = EXAM_LEAVE_LAW.event(first_exam_on).value.months
    return same_day(first_exam_on, -months), eve_of(first_exam_on)


def _sources(day: date) -> tuple[Source, ...]:
    return (*EXAM_LEAVE_LAW.event(day).sources, _PRECIS)


def _window(contract: Contract, first_exam_on: date) -> tuple[date, date] | None:
    """The days of the leave that lie in the contract, None without any."""
    opens_on, closes_on = exam_leave_window(first_exam_on)
    first = max(opens_on, contract.starts_on)
    last = min(closes_on, contract.ends_on)
    return (first, last) if first <= last else None


class ExamLeaveFinding(Finding):
    """What `EXAM_LEAVE` finds."""

    days = Result[int]("working days of leave")
    opens_on = Result[date]("first day of the month in which it is taken")
    closes_on = Result[date]("last day of that month")
    first_exam_on = Result[date]("day of the first exam")


def judge(contract: Contract, _: Readings) -> Finding:
    """The apprentice has five jours ouvrables of leave before the exams.

    L6222-35: « l'apprenti a droit à un congé supplémentaire de cinq jours
    ouvrables », « situé dans le mois qui précède les épreuves », paid, beside
    the paid leave. With papers in May and an oral in July the right is lost
    in May: the month is counted before the first exam. A right that no fact
    tells as taken: the rule tells the days.

    Args:
        contract: The facts; `training.first_exam_on`.

    Returns:
        Values `days`, `opens_on`, `closes_on`.
    """
    first_exam_on = contract.training.first_exam_on
    if first_exam_on is None:
        law = EXAM_LEAVE_LAW.event(contract.ends_on)
        return undetermined(
            "training.first_exam_on",
            template=(
                "L'apprenti a droit à {days:jour ouvrable} de congé payé dans le mois qui précède "
                "les épreuves. Pour en dire les jours, il manque : {facts}."
            ),
            sources=_sources(contract.ends_on),
            caveats=(_SPLITTING,),
            days=law.value.days,
        )
    window = _window(contract, first_exam_on)
    if window is None:
        return reminder(
            "Aucun jour du contrat n'est dans le mois qui précède la première "
            "épreuve, du {first_exam_on}. Vérifiez cette date.",
            sources=_sources(first_exam_on),
            first_exam_on=first_exam_on,
        )
    opens_on, closes_on = window
    return reminder(
        "L'apprenti a droit à {days:jour ouvrable} de congé payé, à prendre "
        "du {opens_on} au {closes_on}.",
        sources=_sources(first_exam_on),
        caveats=(_SPLITTING,),
        days=EXAM_LEAVE_LAW.event(first_exam_on).value.days,
        opens_on=opens_on,
        closes_on=closes_on,
    )


def dates(contract: Contract, _: Readings) -> Iterator[AgendaEntry | Undated]:
    first_exam_on = contract.training.first_exam_on
    if first_exam_on is None:
        yield Undated(
            label="Congé de cinq jours dans le mois qui précède les épreuves",
            waits_for=("training.first_exam_on",),
            sources=_sources(contract.ends_on),
        )
    elif window := _window(contract, first_exam_on):
        opens_on, closes_on = window
        sources = _sources(first_exam_on)
        yield entered(
            on=opens_on,
            label="Début du mois où prendre le congé avant les épreuves (5 jours)",
            sources=sources,
        )
        yield entered(
            on=closes_on,
            label="Dernier jour du congé avant les épreuves",
            sources=sources,
            consequence=Consequence.RIGHT_LOST,
        )


EXAM_LEAVE = Rule(
    name="exam_leave",
    title="Congé avant les épreuves",
    judge=judge,
    articles=("L6222-35",),
    dates=dates,
    finding=ExamLeaveFinding,
)
