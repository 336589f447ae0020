"""The medical visit of an apprentice (R6222-36, R4624-18, R4624-24)."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from attrs import field, frozen

from apprentissage._arguments import check_arguments
from apprentissage._guards import is_bool, is_day
from apprentissage._plain import PlainValue
from apprentissage.age.ages import age_on
from apprentissage.facts import Contract
from apprentissage.facts.authorities import Source
from apprentissage.judging import AgendaEntry, Finding, Result, Rule, reminder
from apprentissage.judging.calendar_entries import entered
from apprentissage.law.choices import ReinforcedVisit
from apprentissage.law.dated import ByEvent, version
from apprentissage.law.readings import LETTER, Readings
from apprentissage.law.sources import Caveat
from apprentissage.minors.legal_representative import in_post_from
from apprentissage.minors.texts import MAJORITY
from apprentissage.months import eve_of, same_day

_MINORS_UNREAD = Caveat(
    "MINORS_VISIT_UNREAD",
    "L'art. R. 4624-18, qui fixe la visite des mineurs, n'a pas pu être lu "
    "dans sa rédaction d'avant le 1er janvier 2017.",
)
_REINFORCED_BEFORE = Caveat(
    "REINFORCED_VISIT_BEFORE_POST",
    "Sur un poste de suivi individuel renforcé (amiante, agents cancérogènes…), les services de "
    "santé au travail tiennent que l'examen d'aptitude précède l'affectation (art. R. 4624-24).",
)

MEDICAL_VISIT_MONTHS = ByEvent(
    "visite médicale de l'apprenti (art. R. 6222-36)",
    (
        # « au plus tard dans les deux mois qui suivent son embauche »
        version(date(2011, 12, 24), 2, "R6222-40-1"),
        version(date(2017, 1, 1), 2, "R6222-40-1"),
        version(date(2020, 4, 1), 2, "R6222-36"),
    ),
)
"""Months from hiring, by the day of hiring."""

VISIT_BEFORE_POST = ByEvent(
    "visite avant l'affectation (art. R. 4624-18)",
    (
        version(date(2011, 12, 24), False, caveats=(_MINORS_UNREAD,)),
        # R4624-18: « tout travailleur âgé de moins de dix-huit ans bénéficie
        # d'une visite d'information et de prévention […] préalablement à son
        # affectation sur le poste »
        # R4624-24: « Il est effectué par le médecin du travail préalablement
        # à l'affectation sur le poste. »
        version(date(2017, 1, 1), True, "R4624-18", "R4624-22", "R4624-23", "R4624-24"),
    ),
)
"""Whether the visit precedes the post of a minor, or of reinforced follow-up,
by the day of the assignment."""


@frozen(kw_only=True, eq=False, repr=False)
class MedicalVisit(PlainValue):
    """When the medical visit is due.

    Args:
        before_start: Before the post is taken.
        due_on: Last day.
    """

    before_start: bool = field(validator=is_bool)
    due_on: date = field(validator=is_day)


def medical_visit(
    *,
    age: int,
    starts_on: date,
    reinforced_follow_up: bool | None = None,
    readings: Readings = LETTER,
) -> MedicalVisit:
    """When the medical visit of an apprentice is due.

    Args:
        age: In completed years on that day.
        starts_on: First day in the post for a minor, of the contract for
            others.
        reinforced_follow_up: The post is one of R4624-23; None for unknown.
        readings: The point read is `reinforced_visit`.

    Returns:
        The eve of the post for a minor, otherwise two months after.

    Raises:
        NotCovered: Before 2011-12-24.
        WrongType: For a datetime or a text, an age that is no int.
        InvalidValue: For a negative age.

    Source: art. R. 6222-36 (R. 6222-40-1 avant le 1er avril 2020),
    R. 4624-18 et R. 4624-24 du code du travail.

    >>> medical_visit(age=19, starts_on=date(2025, 9, 1))
    MedicalVisit(before_start=False, due_on=datetime.date(2025, 11, 1))
    """
    check_arguments(medical_visit, locals())
    visit = _visit(
        minor=age < MAJORITY,
        reinforced=reinforced_follow_up is True,
        hired_on=starts_on,
        post_on=starts_on,
        readings=readings,
    )
    return MedicalVisit(before_start=visit.before, due_on=visit.due_on)


class _Visit(NamedTuple):
    """A visit: its last day, what is told of it, and its texts."""

    before: bool
    due_on: date
    template: str
    label: str
    sources: tuple[Source, ...]
    caveats: tuple[Caveat, ...] = ()


def _visit(
    *, minor: bool, reinforced: bool, hired_on: date, post_on: date, readings: Readings
) -> _Visit:
    months = MEDICAL_VISIT_MONTHS.event(hired_on)
    before = VISIT_BEFORE_POST.event(post_on)
    if minor and before.value:
        return _Visit(
            before=True,
            due_on=eve_of(post_on),
            template="L'apprenti est mineur : la visite précède l'affectation au poste, au "
            "plus tard le {latest_on}.",
            label="Visite médicale, avant l'affectation au poste d'un mineur",
            sources=before.sources[:1],
        )
    other_reading = reinforced and before.value
    if other_reading and readings.reinforced_visit is ReinforcedVisit.BEFORE_POST:
        return _Visit(
            before=True,
            due_on=eve_of(post_on),
            template="Le poste relève du suivi individuel renforcé : l'examen d'aptitude "
            "précède l'affectation, au plus tard le {latest_on}.",
            label="Examen médical d'aptitude, avant l'affectation au poste",
            sources=before.sources[-1:],
        )
    return _Visit(
        before=False,
        due_on=same_day(hired_on, months.value),
        template="La visite a lieu dans les deux mois de l'embauche, au plus tard le {latest_on}.",
        label="Dernier jour de la visite médicale",
        sources=months.sources,
        caveats=(
            *(before.caveats if minor else ()),
            *((_REINFORCED_BEFORE,) if other_reading else ()),
        ),
    )


def _of(contract: Contract, readings: Readings) -> _Visit:
    post_on = in_post_from(contract)
    follow_up = contract.reinforced_follow_up
    visit = _visit(
        minor=age_on(contract.apprentice.born_on, post_on, readings) < MAJORITY,
        reinforced=follow_up is True,
        # a minor before taking the post, others two months from hiring
        hired_on=contract.starts_on,
        post_on=post_on,
        readings=readings,
    )
    # work of D4154-1 is at risk, whether or not the follow-up is told
    if follow_up is None and contract.listed_work and not visit.before:
        return visit._replace(caveats=(*visit.caveats, _REINFORCED_BEFORE))
    return visit


class MedicalVisitFinding(Finding):
    """What `MEDICAL_VISIT` finds."""

    latest_on = Result[date]("last day of the visit")


def judge(contract: Contract, readings: Readings) -> Finding:
    """The medical visit is due in two months, before the post for a minor.

    R6222-36 since 2020-04-01, before it R6222-40-1: « L'apprenti bénéficie
    d'une visite d'information et de prévention […] ou d'un examen médical
    d'embauche […] au plus tard dans les deux mois qui suivent son embauche. »
    R4624-18 for a minor; R4624-24 for a post of R4624-23, by a reading. No
    fact tells when it took place: the rule tells the day. The post begins
    with the practical training.

    Args:
        contract: The facts; `employer_training_starts_on`,
            `reinforced_follow_up`.
        readings: `leap_birthday`, `reinforced_visit`.

    Returns:
        Value `latest_on`.
    """
    visit = _of(contract, readings)
    return reminder(
        visit.template, sources=visit.sources, caveats=visit.caveats, latest_on=visit.due_on
    )


def dates(contract: Contract, readings: Readings) -> Iterator[AgendaEntry]:
    visit = _of(contract, readings)
    yield entered(on=visit.due_on, label=visit.label, sources=visit.sources)


MEDICAL_VISIT = Rule(
    name="medical_visit",
    title="Visite médicale",
    judge=judge,
    articles=("R6222-36", "R6222-40-1", "R4624-18", "R4624-24"),
    boxes=(21,),
    dates=dates,
    finding=MedicalVisitFinding,
)
