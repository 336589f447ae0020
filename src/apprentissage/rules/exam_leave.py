"""Five days of leave before the exams (L6222-35)."""

from collections.abc import Iterator
from datetime import date

from apprentissage.arguments import check_arguments
from apprentissage.facts import Contract
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat, Source, SourceKind, article
from apprentissage.months import eve_of, same_day
from apprentissage.rules.calendar_entries import (
    AgendaEntry,
    Consequence,
    Undated,
)
from apprentissage.rules.finding import Finding, reminder
from apprentissage.rules.rule import Rule

__all__ = ["EXAM_LEAVE", "EXAM_LEAVE_DAYS", "exam_leave_window"]
__dir__ = __all__.copy

DUE = (
    "L'apprenti a droit à {days:jour ouvrable} de congé payé, à prendre du "
    "{opens_on} au {closes_on}."
)
DUE_BEFORE_EXAMS = (
    "L'apprenti a droit à {days:jour ouvrable} de congé payé, à prendre dans "
    "le mois qui précède les épreuves."
)

EXAM_LEAVE_DAYS = 5
"""« cinq jours ouvrables », beside paid leave."""

_SOURCES = (
    article("L6222-35"),
    Source(SourceKind.DOCTRINE, "Précis de l'apprentissage (Centre Inffo)"),
)
_LAST_EXAM = Caveat(
    "LAST_EXAM_TAKEN",
    "Le mois est compté avant la dernière épreuve ; des épreuves antérieures "
    "l'avancent d'autant.",
)
_SPLITTING = Caveat(
    "LEAVE_SPLITTING",
    "Selon le Précis, le congé est pris en une fois, une fois par contrat, et "
    "n'est pas dû en contrôle continu intégral ; d'autres le disent "
    "fractionnable entre plusieurs sessions.",
)


def exam_leave_window(exams_start_on: date) -> tuple[date, date]:
    """The days among which the leave before the exams is taken.

    Args:
        exams_start_on: First day of the exams.

    Returns:
        The day of the same number a month before, and the eve.

    Raises:
        WrongType: For a datetime or a text.

    Source: art. L. 6222-35 du code du travail.

    >>> exam_leave_window(date(2026, 6, 15))
    (datetime.date(2026, 5, 15), datetime.date(2026, 6, 14))
    """
    check_arguments(exam_leave_window, locals())
    # five jours ouvrables « dans le mois qui précède » the exams
    return same_day(exams_start_on, -1), eve_of(exams_start_on)


def _judge(contract: Contract, _: Readings) -> Finding:
    """The apprentice has five jours ouvrables of leave before the exams.

    L6222-35, paid, in the month before the exams, beside the paid leave. A
    right that no fact tells as taken: the rule tells the days.

    Args:
        contract: The facts; `training.last_exam_on`.

    Returns:
        Values `days`, `opens_on`, `closes_on`.
    """
    last_exam_on = contract.training.last_exam_on
    if last_exam_on is None:
        return reminder(
            DUE_BEFORE_EXAMS,
            sources=_SOURCES,
            caveats=(_SPLITTING,),
            days=EXAM_LEAVE_DAYS,
        )
    opens_on, closes_on = exam_leave_window(last_exam_on)
    return reminder(
        DUE,
        sources=_SOURCES,
        caveats=(_LAST_EXAM, _SPLITTING),
        days=EXAM_LEAVE_DAYS,
        opens_on=opens_on,
        closes_on=closes_on,
    )


def _dates(contract: Contract, _: Readings) -> Iterator[AgendaEntry | Undated]:
    last_exam_on = contract.training.last_exam_on
    if last_exam_on is None:
        yield Undated(
            label="Congé de cinq jours dans le mois qui précède les épreuves",
            waits_for=("training.last_exam_on",),
            sources=_SOURCES,
        )
    else:
        opens_on, closes_on = exam_leave_window(last_exam_on)
        yield AgendaEntry(
            on=opens_on,
            label="Début du mois où prendre le congé avant les épreuves (5 "
            "jours)",
            sources=_SOURCES,
        )
        yield AgendaEntry(
            on=closes_on,
            label="Dernier jour du congé avant les épreuves",
            sources=_SOURCES,
            consequence=Consequence.RIGHT_LOST,
        )


EXAM_LEAVE = Rule(
    name="exam_leave",
    title="Congé avant les épreuves",
    judge=_judge,
    articles=("L6222-35",),
    sentences=(DUE, DUE_BEFORE_EXAMS),
    dates=_dates,
)
