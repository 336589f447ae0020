"""The medical visit: two months, or before the post (R4624-18)."""

from collections.abc import Iterator
from datetime import date

from attrs import field, frozen

from apprentissage.arguments import check_arguments
from apprentissage.facts import Contract
from apprentissage.guards import is_bool, is_day
from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Source, SourceKind
from apprentissage.months import eve_of, same_day
from apprentissage.rules.ages import age_on
from apprentissage.rules.calendar_entries import AgendaEntry
from apprentissage.rules.finding import Finding, reminder
from apprentissage.rules.minors import assigned_on
from apprentissage.rules.rule import Rule

__all__ = [
    "MEDICAL_VISIT",
    "MEDICAL_VISIT_MONTHS",
    "MedicalVisit",
    "medical_visit",
]
__dir__ = __all__.copy

BEFORE_POST = (
    "L'apprenti est mineur : la visite précède l'affectation au poste, au "
    "plus tard le {due_on}."
)
IN_TWO_MONTHS = (
    "La visite a lieu dans les deux mois de l'embauche, au plus tard le "
    "{due_on}."
)

_MAJORITY = 18

MEDICAL_VISIT_MONTHS = ByConclusion(
    "visite d'information et de prévention",
    (
        version(
            date(2019, 1, 1),
            2,
            "R4624-18",
            Source(SourceKind.DECREE, "décret n° 2018-1340"),
        ),
    ),
)
"""Months from the start; earlier wordings were not read."""


@frozen(kw_only=True)
class MedicalVisit:
    """When the medical visit is due.

    Args:
        before_start: Before the post is taken.
        due_on: Last day.
    """

    before_start: bool = field(validator=is_bool)
    due_on: date = field(validator=is_day)


def medical_visit(
    *, age: int, starts_on: date, concluded_on: date | None = None
) -> MedicalVisit:
    """When the medical visit of an apprentice is due.

    Args:
        age: In completed years on that day.
        starts_on: First day in the post for a minor, of the contract for
            others.
        concluded_on: Day of conclusion; where None, the first day.

    Returns:
        The eve of the post for a minor, otherwise two months after.

    Raises:
        NotCovered: For contracts concluded before 2019-01-01.
        WrongType: For a datetime or a text, an age that is no int.
        InvalidValue: For a negative age.

    Source: art. R. 4624-18, décret n° 2018-1340.

    >>> medical_visit(age=19, starts_on=date(2025, 9, 1))
    MedicalVisit(before_start=False, due_on=datetime.date(2025, 11, 1))
    """
    check_arguments(medical_visit, locals())
    months = MEDICAL_VISIT_MONTHS.concluded(
        starts_on if concluded_on is None else concluded_on
    ).value
    if age < _MAJORITY:
        return MedicalVisit(before_start=True, due_on=eve_of(starts_on))
    return MedicalVisit(before_start=False, due_on=same_day(starts_on, months))


def _of(contract: Contract, readings: Readings) -> MedicalVisit:
    post_on = assigned_on(contract)
    age = age_on(contract.apprentice.born_on, post_on, readings)
    return medical_visit(
        age=age,
        # a minor before taking the post, others two months from hiring
        starts_on=post_on if age < _MAJORITY else contract.starts_on,
        concluded_on=contract.concluded_on,
    )


def _judge(contract: Contract, readings: Readings) -> Finding:
    """The medical visit is due in two months, before the post for a minor.

    R4624-18, décret 2018-1340. No fact tells when it took place: the rule
    tells the day. The post begins with the practical training.

    Args:
        contract: The facts; `employer_training_starts_on`.
        readings: `leap_birthday`.

    Returns:
        Value `due_on`.
    """
    visit = _of(contract, readings)
    law = MEDICAL_VISIT_MONTHS.concluded(contract.concluded_on)
    return reminder(
        BEFORE_POST if visit.before_start else IN_TWO_MONTHS,
        sources=law.sources,
        due_on=visit.due_on,
    )


def _dates(contract: Contract, readings: Readings) -> Iterator[AgendaEntry]:
    visit = _of(contract, readings)
    yield AgendaEntry(
        on=visit.due_on,
        label="Visite médicale, avant l'affectation au poste d'un mineur"
        if visit.before_start
        else "Dernier jour de la visite médicale",
        sources=MEDICAL_VISIT_MONTHS.concluded(contract.concluded_on).sources,
    )


MEDICAL_VISIT = Rule(
    name="medical_visit",
    title="Visite médicale",
    judge=_judge,
    articles=("R4624-18",),
    boxes=(21,),
    reads=("leap_birthday",),
    sentences=(BEFORE_POST, IN_TWO_MONTHS),
    dates=_dates,
)
