"""Apprentices, maîtres, and the cycles that an apprentice has followed."""

from datetime import date
from typing import Any

from hypothesis.strategies import DrawFn, composite

from apprentissage.facts import (
    Apprentice,
    ExperiencePeriod,
    LastClass,
    MaitreApprentissage,
    MaitreFirm,
    MaitreStatus,
    PreviousCycle,
    RuptureCause,
    Supervised,
)
from apprentissage.months import same_day
from apprentissage.testing._drawing import SIMPLE_DAY, Facts, by_hand, plus, stated
from apprentissage.testing._values import LEVELS
from apprentissage.testing.days import birth

_MONTHS = (24, 12, 36, 0, 11, 13, 23, 25, 35)


@by_hand(Apprentice)
def _apprentice(fact: Facts, **known: Any) -> Apprentice:
    completed = known.get("lower_secondary_completed", fact.flag())
    if known.get("last_class") is not None:
        completed = None
    return fact.whole(
        Apprentice,
        known,
        lower_secondary_completed=completed,
        last_class=fact.among(*_classes(completed)),
    )


def _classes(completed: bool | None) -> tuple[LastClass, ...]:
    """The last classes that agree with the end of the collège told."""
    left = (LastClass.STOPPED_IN_TROISIEME, LastClass.STOPPED_IN_QUATRIEME)
    excluded = {None: (), True: left, False: (LastClass.COLLEGE_COMPLETED,)}[completed]
    return tuple(last for last in LastClass if last not in excluded)


@composite
def apprentices(
    draw: DrawFn, /, *, on: tuple[date, ...] = (SIMPLE_DAY,), unknowns: bool = True, **facts: Any
) -> Apprentice:
    """Apprentices, lawful or not, of an age that a text asks for.

    Args:
        draw: Supplied by Hypothesis.
        on: Days about which they reach an age: the start of a contract, its
            anniversaries, its end.
        unknowns: Facts may be unknown.
        **facts: Fields stated, each a value or a strategy.

    >>> from hypothesis.strategies import SearchStrategy
    >>> isinstance(apprentices(rqth=True, unknowns=False), SearchStrategy)
    True
    """
    known = stated(draw, Apprentice, facts)
    fact = Facts(draw, unknowns=unknowns)
    return _apprentice(fact, **{"born_on": birth(fact, on), **known})


@by_hand(MaitreApprentissage)
def _maitre(fact: Facts, **known: Any) -> MaitreApprentissage:
    """A maître whose competence is reached about the start."""
    told: dict[str, Any] = {"experience_months": None, "excluded_months": None}
    if {"experience_months", "excluded_months"} & set(known):
        told = {"experience": None}
    elif "experience" not in known and not fact.pick((True, False)):
        months = fact.among(*_MONTHS)
        told = {
            "experience": None,
            "experience_months": months,
            "excluded_months": fact.among(
                *(n for n in (0, 12, 24) if months is None or n <= months)
            ),
        }
    return fact.whole(
        MaitreApprentissage,
        known,
        born_on=fact.maybe(lambda: birth(fact, (fact.starts_on,), (40, 18, 17, 25))),
        **told,
        **_tie(fact, known),
        **_diplomas(fact, known),
    )


def _tie(fact: Facts, known: dict[str, Any]) -> dict[str, Any]:
    """A tie with a firm, and a firm that it allows."""
    user_firm = MaitreStatus.USER_FIRM_EMPLOYEE
    firm = known.get("firm") or fact.among(
        *(
            firm
            for firm in MaitreFirm
            if known.get("status") is not user_firm or firm.value == "other"
        )
    )
    status = fact.among(
        *(
            status
            for status in MaitreStatus
            if firm is not MaitreFirm.EMPLOYER or status is not user_firm
        )
    )
    return {"status": status, "firm": firm}


def _diplomas(fact: Facts, known: dict[str, Any]) -> dict[str, Any]:
    """A highest diploma, and one of the field that is no higher."""
    in_field = known.get("diploma_in_field")
    of_field = known.get("field_diploma_level")
    highest = fact.among(
        *(level for level in LEVELS if (level or not in_field) and level >= (of_field or 0))
    )
    highest = known.get("diploma_level", highest)
    levels = [
        level
        for level in LEVELS
        if level <= (8 if highest is None else highest) and in_field in {None, level > 0}
    ]
    if of_field is None and levels:
        of_field = fact.among(*levels)
    if in_field is None and of_field is not None:
        in_field = fact.among(of_field > 0)
    return {
        "diploma_level": highest,
        "diploma_in_field": in_field,
        "field_diploma_level": of_field,
    }


@composite
def maitres(
    draw: DrawFn, /, *, on: date = SIMPLE_DAY, unknowns: bool = True, **facts: Any
) -> MaitreApprentissage:
    """Maîtres d'apprentissage, competent or not.

    Their majority, their one or two years of activity and their apprentices
    lie about a day.

    Args:
        draw: Supplied by Hypothesis.
        on: That day: the conclusion or the start of a contract.
        unknowns: Facts may be unknown.
        **facts: Fields stated, each a value or a strategy.

    >>> from hypothesis.strategies import SearchStrategy
    >>> isinstance(maitres(volunteer=True), SearchStrategy)
    True
    """
    known = stated(draw, MaitreApprentissage, facts)
    return _maitre(Facts(draw, unknowns=unknowns, starts_on=on), **known)


@by_hand(ExperiencePeriod)
def _experience(fact: Facts, **known: Any) -> ExperiencePeriod:
    """A period of activity about the years that the texts ask."""
    on = fact.starts_on
    starts_on = fact.day_near(*(same_day(on, -months) for months in (24, 12, 36, 60)))
    ends_on = fact.near(on, same_day(on, -12), same_day(on, 12))
    ongoing = fact.flag()
    return fact.whole(
        ExperiencePeriod,
        known,
        starts_on=starts_on,
        ends_on=None if ongoing else ends_on and max(starts_on, ends_on),
        ongoing=ongoing,
    )


@by_hand(Supervised)
def _supervised(fact: Facts, **known: Any) -> Supervised:
    """An apprentice whom the maître already follows."""
    on = fact.starts_on
    starts_on = fact.near(same_day(on, -12), on, same_day(on, 6))
    ends_on = fact.near(same_day(on, 12), on, same_day(on, 24))
    if starts_on and ends_on:
        ends_on = max(starts_on, ends_on)
    return fact.whole(Supervised, known, starts_on=starts_on, ends_on=ends_on)


@by_hand(PreviousCycle)
def _previous_cycle(fact: Facts, **known: Any) -> PreviousCycle:
    """An earlier cycle that ends about a delay before the conclusion."""
    broken = "ended_on" not in known and (
        "ruptured_on" in known or "rupture_cause" in known or fact.pick((False, True))
    )
    before = fact.signed_on
    ended_on = fact.near(plus(before, -31), *(same_day(before, -months) for months in (12, 6, 24)))
    obtained = known.get("diploma_obtained", fact.flag())
    if known.get("exam_failed") and "level" not in known:
        known = {"diploma_obtained": False, "level": 0, **known}
        obtained = False
    if known.get("level") is not None:
        obtained = known["level"] > 0
    level = known.get("level", fact.among(*_obtained_levels(obtained)))
    return fact.whole(
        PreviousCycle,
        known,
        ended_on=None if broken else ended_on,
        ruptured_on=ended_on if broken else None,
        rupture_cause=fact.among(*RuptureCause) if broken else None,
        exam_failed=fact.flag() and not (obtained or level),
        diploma_obtained=obtained,
        level=level,
    )


def directly_related(fact: Facts, level: int | None) -> dict[str, Any]:
    """One cycle in three led to a diploma in direct relation, of a level."""
    if level is None or not fact.pick((False, False, True)):
        return {}
    return {"diploma_obtained": True, "level": level, "directly_related": True}


def _obtained_levels(obtained: bool | None) -> tuple[int, ...]:
    """The levels that agree with the diploma told."""
    return {None: LEVELS, True: LEVELS[:-1], False: (0,)}[obtained]


@composite
def previous_cycles(
    draw: DrawFn, /, *, before: date = SIMPLE_DAY, unknowns: bool = True, **facts: Any
) -> PreviousCycle:
    """Earlier cycles: executed to their end, broken, or followed at school.

    They end about a month, six months, one or two years before a day.

    Args:
        draw: Supplied by Hypothesis.
        before: The day on which the next contract is concluded.
        unknowns: Facts may be unknown.
        **facts: Fields stated, each a value or a strategy.

    >>> from hypothesis.strategies import SearchStrategy
    >>> isinstance(previous_cycles(level=4), SearchStrategy)
    True
    """
    known = stated(draw, PreviousCycle, facts)
    fact = Facts(draw, unknowns=unknowns, signed_on=before)
    return _previous_cycle(fact, **known)
