"""Apprentices, maîtres, and the cycles that an apprentice has followed."""

from datetime import date
from decimal import Decimal
from typing import Any

from attrs import evolve
from hypothesis.strategies import DrawFn, composite

from apprentissage.facts import (
    Address,
    Apprentice,
    Diploma,
    DisabilityTitle,
    ExperienceKind,
    ExperiencePeriod,
    LastClass,
    LegalRepresentative,
    MaitreApprentissage,
    MaitreFirm,
    MaitreStatus,
    Nationality,
    PayBase,
    PreviousCycle,
    PriorSituation,
    RateKind,
    Route,
    RuptureCause,
    Sex,
    SocialScheme,
    Supervised,
    SupervisedKind,
    WorkAuthorisation,
)
from apprentissage.months import same_day
from apprentissage.testing._drawing import Facts, plus, stated
from apprentissage.testing.days import SIMPLE_DAY, birth

NAMES = ("Martin", "Lefèvre", "N’Guyen", "D'Ânes <& Fils>")
RATES = tuple(
    map(Decimal, ("51", "39", "43", "67", "55", "61", "78", "100", "27"))
)

ADDRESSES = (
    Address(
        number="12 bis",
        street="rue de l'Église",
        complement="bâtiment A",
        postal_code="75011",
        commune="Paris",
    ),
    Address(street="Le Bourg", postal_code="97150", commune="Saint-Martin"),
    Address(postal_code="67000"),
)
EMAILS = ("camille@exemple.fr", "é@exemple.fr")
PHONES = ("0102030405", "+33 1 02 03 04 05")

REPRESENTATIVES = (
    LegalRepresentative(
        name="Martin",
        email="parent@exemple.fr",
        phone=PHONES[0],
        address=ADDRESSES[0],
    ),
    LegalRepresentative(name="Martin"),
)

_NIRS = ("1070975114001", "2080263113002", "107092A004003", "9999999999999")
CONDITIONS = ("permis de former",)
_LEVELS = (4, 3, 5, 6, 7, 8, 0)
_MONTHS = (24, 12, 36, 0, 11, 13, 23, 25, 35)


def apprentice(fact: Facts, on: tuple[date, ...], **known: Any) -> Apprentice:
    """An apprentice who reaches an age about some days."""
    completed = known.get("lower_secondary_completed", fact.flag())
    if known.get("last_class") is not None:
        completed = None
    drawn = Apprentice(
        born_on=known.get("born_on") or birth(fact, on),
        family_name=fact.among(*NAMES),
        used_name=fact.among(*NAMES),
        first_name=fact.among(*NAMES),
        sex=fact.among(*Sex),
        nir=fact.among(*_NIRS),
        birth_department=fact.among("075", "02A", "974", "099", "75"),
        nationality=fact.among(*Nationality),
        work_authorisation=fact.among(*WorkAuthorisation),
        emancipated=fact.flag(),
        legal_representative=fact.among(*REPRESENTATIVES),
        lower_secondary_completed=completed,
        pre_apprenticeship_training=fact.flag(),
        rqth=fact.flag(),
        disability_title=fact.among(*DisabilityTitle),
        high_level_athlete=fact.flag(),
        business_project=fact.flag(),
        project_requires_diploma=fact.flag(),
        prior_situation=fact.among(*PriorSituation),
        last_class=fact.among(*_classes(completed)),
        last_diploma_prepared=fact.among(*Diploma),
        highest_diploma=fact.among(*Diploma),
        birth_commune=fact.among("Paris", "Saint-Denis"),
        address=fact.among(*ADDRESSES),
        email=fact.among(*EMAILS),
        phone=fact.among(*PHONES),
        social_scheme=fact.among(*SocialScheme),
        youth_equivalence=fact.flag(),
        boe_extension=fact.flag(),
        last_diploma_title=fact.among("CAP Cuisine", "Brevet"),
    )
    return evolve(drawn, **known)


def _classes(completed: bool | None) -> tuple[LastClass, ...]:
    """The last classes that agree with the end of the collège told."""
    left = (LastClass.STOPPED_IN_TROISIEME, LastClass.STOPPED_IN_QUATRIEME)
    excluded = {
        None: (),
        True: left,
        False: (LastClass.COLLEGE_COMPLETED,),
    }[completed]
    return tuple(last for last in LastClass if last not in excluded)


@composite
def apprentices(
    draw: DrawFn,
    /,
    *,
    on: tuple[date, ...] = (SIMPLE_DAY,),
    unknowns: bool = True,
    **facts: Any,
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
    return apprentice(Facts(draw, unknowns=unknowns), on, **known)


def maitre(fact: Facts, on: date, **known: Any) -> MaitreApprentissage:
    """A maître whose competence is reached about a day."""
    told: dict[str, Any] = {}
    if {"experience_months", "excluded_months"} & set(known):
        told = {"experience": None}
    elif "experience" in known or fact.pick((True, False)):
        told = {"experience": fact.several(lambda: experience(fact, on), 3)}
    else:
        months = fact.among(*_MONTHS)
        told = {
            "experience_months": months,
            "excluded_months": fact.among(
                *(n for n in (0, 12, 24) if months is None or n <= months)
            ),
        }
    told |= _tie(fact, known) | _diplomas(fact, known)
    drawn = MaitreApprentissage(
        born_on=fact.maybe(lambda: birth(fact, (on,), (40, 18, 17, 25))),
        volunteer=fact.flag(),
        moral_guarantees=fact.flag(),
        job=fact.among("cheffe d'atelier", "développeur"),
        branch_conditions=fact.among(CONDITIONS, ()),
        minimum_qualification=fact.flag(),
        favourable_opinion=fact.flag(),
        brevet_de_maitrise=fact.flag(),
        supervised=fact.several(lambda: supervised(fact, on), 3),
        individual_ceiling=fact.among(0, 3, 5),
        available=fact.flag(),
        family_name=fact.among(*NAMES),
        first_name=fact.among(*NAMES),
        email=fact.among(*EMAILS),
        diploma_title=fact.among("BTS Tourisme", "CAP Cuisine"),
    )
    return evolve(drawn, **{**told, **known})


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
        *(
            level
            for level in _LEVELS
            if (level or not in_field) and level >= (of_field or 0)
        )
    )
    highest = known.get("diploma_level", highest)
    levels = [
        level
        for level in _LEVELS
        if level <= (8 if highest is None else highest)
        and in_field in {None, level > 0}
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
    draw: DrawFn,
    /,
    *,
    on: date = SIMPLE_DAY,
    unknowns: bool = True,
    **facts: Any,
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
    return maitre(Facts(draw, unknowns=unknowns), on, **known)


def experience(fact: Facts, on: date) -> ExperiencePeriod:
    """A period of activity about the years that the texts ask."""
    starts_on = fact.day_near(
        *(same_day(on, -months) for months in (24, 12, 36, 60))
    )
    ends_on = fact.near(on, same_day(on, -12), same_day(on, 12))
    ongoing = fact.flag()
    return ExperiencePeriod(
        starts_on=starts_on,
        ends_on=None if ongoing else ends_on and max(starts_on, ends_on),
        kind=fact.among(*ExperienceKind),
        ongoing=ongoing,
    )


def supervised(fact: Facts, on: date) -> Supervised:
    """An apprentice whom the maître already follows."""
    starts_on = fact.near(same_day(on, -12), on, same_day(on, 6))
    ends_on = fact.near(same_day(on, 12), on, same_day(on, 24))
    if starts_on and ends_on:
        ends_on = max(starts_on, ends_on)
    return Supervised(
        kind=fact.among(*SupervisedKind),
        starts_on=starts_on,
        ends_on=ends_on,
    )


def previous_cycle(
    fact: Facts, before: date, level: int | None = None, **known: Any
) -> PreviousCycle:
    """An earlier cycle that ends about a delay before a day.

    One in three led to a diploma in direct relation, of the level given.
    """
    if level is not None and fact.pick((0, 1, 2)) == 2:
        known = {
            "diploma_obtained": True,
            "level": level,
            "directly_related": True,
            **known,
        }
    broken = "ended_on" not in known and (
        "ruptured_on" in known
        or "rupture_cause" in known
        or fact.pick((False, True))
    )
    ended_on = fact.near(
        plus(before, -31),
        *(same_day(before, -months) for months in (12, 6, 24)),
    )
    obtained = known.get("diploma_obtained", fact.flag())
    if known.get("exam_failed") and "level" not in known:
        known = {"diploma_obtained": False, "level": 0, **known}
        obtained = False
    if known.get("level") is not None:
        obtained = known["level"] > 0
    level = known.get("level", fact.among(*_obtained_levels(obtained)))
    failed = fact.flag()
    drawn = PreviousCycle(
        route=fact.among(*Route),
        ended_on=None if broken else ended_on,
        ruptured_on=ended_on if broken else None,
        rupture_cause=fact.among(*RuptureCause) if broken else None,
        same_employer=fact.flag(),
        same_branch=fact.flag(),
        target_level=fact.among(*_LEVELS[:-1]),
        same_diploma=fact.flag(),
        exam_failed=failed and not (obtained or level),
        already_prolonged=fact.flag(),
        diploma_obtained=obtained,
        level=level,
        directly_related=fact.flag(),
        cycle_years=fact.among(2, 1, 3, 4),
        last_rate=fact.among(*RATES),
        last_rate_base=fact.pick((PayBase.SMIC, PayBase.SMC)),
        last_rate_kind=fact.among(*RateKind),
        last_statutory_rate=fact.among(*RATES),
    )
    return evolve(drawn, **known)


def _obtained_levels(obtained: bool | None) -> tuple[int, ...]:
    """The levels that agree with the diploma told."""
    return {None: _LEVELS, True: _LEVELS[:-1], False: (0,)}[obtained]


@composite
def previous_cycles(
    draw: DrawFn,
    /,
    *,
    before: date = SIMPLE_DAY,
    unknowns: bool = True,
    **facts: Any,
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
    return previous_cycle(Facts(draw, unknowns=unknowns), before, **known)
