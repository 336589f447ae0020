"""The upper age limit (L6222-1) and what exempts from it (L6222-2)."""

from collections.abc import Iterator
from datetime import date
from typing import Self, cast

from apprentissage._arguments import check_arguments
from apprentissage._guards import check_birth, check_order
from apprentissage.age._exemptions import EXEMPTIONS, succession_latest_on
from apprentissage.age.ages import AgeAsked, AgeFacts, age_on, birthday
from apprentissage.age.texts import (
    ATHLETES_EXEMPT,
    DISABILITY_TITLES,
    EXPERIMENT_AGE,
    EXPERIMENT_REGIONS,
    FAILURE_EXEMPTS,
    MOST_AGE,
    OVER_LIMIT_CODE,
    SUCCESSION_CAP,
)
from apprentissage.facts import (
    AgeExemption,
    Apprentice,
    Contract,
    DisabilityTitle,
    Employer,
    PreviousCycle,
    Region,
    Route,
    RuptureCause,
    Training,
)
from apprentissage.facts.authorities import Source
from apprentissage.judging import (
    AgendaEntry,
    Consequence,
    Finding,
    Outcome,
    Proposed,
    Question,
    Result,
    Rule,
    Value,
    any_of,
    hopeless,
    proposal,
    question,
    whether,
)
from apprentissage.judging.asking import answer
from apprentissage.judging.calendar_entries import entered
from apprentissage.judging.watching import at_face
from apprentissage.law.choices import UpperAgeDay
from apprentissage.law.dated import Version
from apprentissage.law.durations import EXTENSION_MONTHS
from apprentissage.law.readings import LETTER, Readings
from apprentissage.law.sources import Caveat
from apprentissage.law.sources import cited as article
from apprentissage.months import eve_of, morrow_of, same_day


class AgeExemptionTried(Finding):
    """The limit itself, the experiment, or an exemption, each tried."""

    parts: tuple[Self, ...]
    tried = Result[AgeExemption]("exemption that the part is about")
    age = Result[int]("age on the day that the limit goes by")
    on = Result[date]("day that the limit goes by")
    latest_on = Result[date]("last lawful day, of the start or the conclusion")
    year_ends_on = Result[date]("last day of the year more after a failure")
    concluded_on = Result[date]("day of conclusion")
    title = Result[DisabilityTitle]("title of the disabled worker")
    level = Result[int]("level prepared")
    obtained_level = Result[int]("level obtained before")
    cause = Result[RuptureCause]("cause of the rupture before")


class UpperAgeFinding(Finding):
    """What `UPPER_AGE` finds."""

    parts: tuple[AgeExemptionTried, ...]
    age = Result[int]("age on the day that the limit goes by")
    on = Result[date]("day that the limit goes by")
    latest_on = Result[date]("last day within the limit")
    exemption = Result[AgeExemption]("exemption that lifts the limit")
    relied_on = Result[AgeExemption](
        "exemption that the contract relies on, where it fails and another lifts the limit"
    )
    code = Result[str]("derogation code of box 19")


_REASONABLE_TIME = Caveat(
    "REASONABLE_TIME",
    "Selon le Précis de l'apprentissage (2021), l'exécution doit commencer "
    "dans un délai raisonnable après la signature.",
)


def _day(contract: AgeFacts, readings: Readings) -> date:
    # « au début de l'apprentissage » (L6222-1)
    by_start = readings.upper_age_day is UpperAgeDay.START
    return contract.starts_on if by_start else contract.concluded_on


def limit_latest_on(contract: AgeFacts, readings: Readings) -> date:
    """The last day within the limit of L6222-1, without any exemption.

    Args:
        contract: The facts.
        readings: The point read is `leap_birthday`.
    """
    # « vingt-neuf ans révolus » (L6222-1), until 2018 « vingt-cinq ans »
    age = MOST_AGE.concluded(contract.concluded_on).value
    return eve_of(birthday(contract.apprentice.born_on, age + 1, readings))


def _general(contract: AgeFacts, readings: Readings, on: date, latest_on: date) -> Finding:
    version = MOST_AGE.concluded(contract.concluded_on)
    born_on = contract.apprentice.born_on
    later = on <= latest_on < contract.starts_on
    return whether(
        on <= latest_on,
        holds=(
            "L'apprenti a {age:an} au {on} : la limite d'âge n'est pas "
            "atteinte, elle court jusqu'au {latest_on}."
        ),
        fails="L'apprenti a {age:an} au {on} : la limite d'âge a pris fin le {latest_on}.",
        sources=version.sources,
        caveats=(*version.caveats, *((_REASONABLE_TIME,) if later else ())),
        subject="limite d'âge",
        age=age_on(born_on, on, readings),
        on=on,
        latest_on=latest_on,
    )


EXPERIMENT = (
    "L'apprenti a {age:an} au {on} : dans cette région, l'expérimentation "
    "portait la limite jusqu'au {latest_on}."
)


def _tried(version: Version[frozenset[Region]]) -> bool:
    """Whether some region tried another limit, or may have."""
    return bool(version.value or version.caveats)


def _experiment(contract: AgeFacts, readings: Readings, on: date) -> tuple[Finding, ...]:
    version = EXPERIMENT_REGIONS.concluded(contract.concluded_on)
    if not _tried(version):
        return ()
    born_on = contract.apprentice.born_on
    # the loi of 2016: up to 30 completed years, as the trade press tells it
    latest_on = eve_of(birthday(born_on, EXPERIMENT_AGE + 1, readings))
    region = contract.employer.region
    in_time = on <= latest_on
    unknown = region is None and version.value and in_time
    return (
        whether(
            None if unknown else region in version.value and in_time,
            "employer.region",
            holds=EXPERIMENT,
            fails="L'expérimentation de 2017-2019 ne s'appliquait pas à ce contrat.",
            sources=version.sources,
            caveats=version.caveats if in_time else (),
            subject="expérimentation régionale",
            latest_on=latest_on,
            age=age_on(born_on, on, readings),
            on=on,
        ),
    )


def _exemptions(contract: AgeFacts, readings: Readings) -> dict[AgeExemption, Finding]:
    """Each exemption judged, the one relied on first."""
    relied_on = contract.age_exemption
    return {
        exemption: EXEMPTIONS[exemption](contract, readings).but(
            subject=exemption.label, tried=exemption
        )
        for exemption in sorted(EXEMPTIONS, key=lambda e: e is not relied_on)
    }


def judge(contract: AgeFacts, readings: Readings) -> Finding:
    """At most 29 completed years at the start, unless exempted.

    L6222-1: « Nul ne peut être engagé en qualité d'apprenti s'il n'est âgé
    de seize ans au moins à vingt-neuf ans révolus au début de
    l'apprentissage. » 25 years for contracts concluded before 2019-01-01, 30
    in the regions of the experiment of 2017-2018. L6222-2: « La limite d'âge
    de vingt-neuf ans révolus n'est pas applicable dans les cas suivants », on
    the conditions of D6222-1: by operation of the law, whatever the contract
    relies on. D6222-1-2 adds, from 2020-04-01, a new contract with another
    employer after a failed examination (L6222-11).

    Args:
        contract: The facts. `age_exemption` names the exemption relied on:
            it is told first, and told where it fails.
        readings: Points `upper_age_day`, `bare_age_limit`,
            `involuntary_causes`, `leap_birthday`.

    Returns:
        Values `age`, `on`, `latest_on`, `code` (derogation code of box 19,
        None where none is needed) and `exemption`, the one that lifts the
        limit; parts for the limit and each exemption.
    """
    latest_on = limit_latest_on(contract, readings)
    first, last = sorted((contract.starts_on, contract.concluded_on))
    if last <= latest_on:
        readings = at_face(readings)
    # nor does it matter which day the limit goes by where both are past it
    past = first > latest_on and not _tried(EXPERIMENT_REGIONS.concluded(contract.concluded_on))
    on = _day(contract, at_face(readings) if past else readings)
    limit = _general(contract, readings, on, latest_on)
    if limit.outcome is Outcome.COMPLIANT:
        return limit.but(subject="", values=(*limit.values, ("code", None), ("exemption", None)))
    experiment = _experiment(contract, readings, on)
    exemptions = _exemptions(contract, readings)
    found = any_of((limit, *experiment, *exemptions.values()))
    values: dict[str, Value] = {**dict(limit.values), "code": None, "exemption": None}
    sources, caveats = found.sources, limit.caveats
    match found.outcome:
        case Outcome.NON_COMPLIANT:
            template = (
                "L'apprenti a {age:an} au {on} : la limite d'âge a pris fin "
                "le {latest_on}, et aucune dérogation ne la lève."
            )
        case Outcome.UNDETERMINED:
            template = (
                "L'apprenti a {age:an} au {on} : la limite d'âge a pris fin le {latest_on}. Pour "
                "savoir si une dérogation la lève, il manque : {facts}."
            )
        case _ if found.deciding[0] in experiment:
            template = EXPERIMENT
            caveats = (*caveats, *found.deciding[0].caveats)
            values["latest_on"] = found["latest_on"]
        case _:
            lifts = next(
                exemption
                for exemption, judged in exemptions.items()
                if judged.outcome is Outcome.COMPLIANT
            )
            template, relied = (
                "L'apprenti a {age:an} au {on} : la limite d'âge a pris fin "
                "le {latest_on}, mais une dérogation la lève ({exemption}).",
                contract.age_exemption,
            )
            if _fails(exemptions.get(relied) if relied else None):
                template = (
                    "L'apprenti a {age:an} au {on} : la limite d'âge a pris fin le {latest_on}, "
                    "mais une dérogation la lève ({exemption}). Celle qu'invoque le contrat ne "
                    "tient pas ({relied_on})."
                )
                values["relied_on"] = relied
            code = OVER_LIMIT_CODE.concluded(contract.concluded_on)
            values["exemption"] = lifts
            values["code"] = code.value
            sources = tuple(dict.fromkeys(_grounds(exemptions[lifts])))
            caveats = (*caveats, *code.caveats, *exemptions[lifts].caveats)
    return found.but(
        template,
        values=tuple(values.items()),
        sources=sources,
        caveats=tuple(dict.fromkeys((*caveats, *_own(found)))),
    )


def _fails(relied_on: Finding | None) -> bool:
    return relied_on is not None and relied_on.outcome is Outcome.NON_COMPLIANT


def _own(found: Finding) -> tuple[Caveat, ...]:
    """The caveats of all that decides, but of what holds beside another."""
    return () if found.outcome is Outcome.COMPLIANT else found.caveats


def _grounds(found: Finding) -> Iterator[Source]:
    """The sources of what makes a finding hold."""
    if not found.parts:
        yield from found.sources
    for part in found.deciding:
        yield from _grounds(part)


def upper_age_eligibility(
    *,
    born_on: date,
    starts_on: date,
    concluded_on: date,
    ends_on: date | None = None,
    level: int | None = None,
    previous: tuple[PreviousCycle, ...] | None = None,
    rqth: bool | None = None,
    disability_title: DisabilityTitle | None = None,
    business_project: bool | None = None,
    project_requires_diploma: bool | None = None,
    high_level_athlete: bool | None = None,
    region: Region | None = None,
    age_exemption: AgeExemption | None = None,
    readings: Readings = LETTER,
) -> UpperAgeFinding:
    """Whether a person is young enough, or exempted from the age limit.

    Each argument but the days is `None` where it is unknown, never for "no".
    The lower limit, from 16 or 15, is another question.

    Args:
        born_on: Birth date.
        starts_on: First day of execution, by which the limit goes.
        concluded_on: Day of conclusion, which chooses the text.
        ends_on: Last day of the contract; it counts after a failed exam.
        level: Of the diploma prepared, 3 to 8.
        previous: Earlier cycles, the oldest first; () for none.
        rqth: Recognised as a disabled worker.
        disability_title: Another title with the same rights.
        business_project: Plans to create or take over a firm.
        project_requires_diploma: The project depends on the diploma.
        high_level_athlete: Is on the ministerial list.
        region: Of the work place, asked for 2017 to 2019 only.
        age_exemption: The exemption relied on, told first.
        readings: `upper_age_day`, `bare_age_limit`, `involuntary_causes` and
            `leap_birthday` are read.

    Returns:
        Compliant, not, or UNDETERMINED with the arguments that are missing.
        Values `latest_on`, the last lawful day without exemption, `age` on
        the day `on`, `exemption`, the one that lifts the limit, and its
        `code` in box 19; a part for the limit and for each exemption.

    Raises:
        NotCovered: Concluded before 2008-05-01.

    Source: art. L. 6222-1, L. 6222-2, D. 6222-1 et D. 6222-1-2 du code du
    travail.

    >>> of_thirty = {
    ...     "born_on": date(1996, 6, 15),
    ...     "starts_on": date(2026, 9, 1),
    ...     "concluded_on": date(2026, 8, 31),
    ...     "high_level_athlete": False,
    ...     "business_project": False,
    ...     "previous": (),
    ... }
    >>> found = upper_age_eligibility(**of_thirty)
    >>> found.latest_on, found.missing
    (datetime.date(2026, 6, 14), ('disability_title', 'rqth'))
    >>> upper_age_eligibility(**of_thirty, rqth=True).exemption.label
    'travailleur handicapé ou titre équivalent'
    """
    check_arguments(upper_age_eligibility, locals())
    check_birth("born_on", born_on, starts_on)
    check_order("starts_on", starts_on, "ends_on", ends_on)
    asked = AgeAsked(
        concluded_on=concluded_on,
        starts_on=starts_on,
        ends_on=ends_on,
        apprentice=Apprentice(
            born_on=born_on,
            rqth=rqth,
            disability_title=disability_title,
            business_project=business_project,
            project_requires_diploma=project_requires_diploma,
            high_level_athlete=high_level_athlete,
        ),
        training=Training(level=level),
        employer=Employer(region=region),
        previous=previous,
        age_exemption=age_exemption,
    )
    return answer(lambda read: judge(asked, read), readings, UPPER_AGE)


def turning_days(contract: Contract, _: Readings) -> Iterator[date]:
    """The days on which a text lets more people in, or a year fits."""
    for table in (
        MOST_AGE,
        EXPERIMENT_REGIONS,
        SUCCESSION_CAP,
        FAILURE_EXEMPTS,
        ATHLETES_EXEMPT,
        DISABILITY_TITLES,
    ):
        yield from table.days
    # After a failed examination one year more: a later start may fit in it.
    fits_on = same_day(morrow_of(contract.ends_on), -EXTENSION_MONTHS)
    yield from (eve_of(fits_on), fits_on)


def dates(contract: Contract, readings: Readings) -> Iterator[AgendaEntry]:
    """The last days to sign or start that the age sets.

    The limit itself, where it falls before a year after the contract's end;
    past it, one year after each contract to sign the next one (D6222-1).
    """
    latest_on = limit_latest_on(contract, readings)
    next_by = succession_latest_on(contract.ends_on, concluded_on=contract.concluded_on)
    if latest_on >= next_by:
        return
    if _day(contract, readings) <= latest_on:
        yield entered(
            on=latest_on,
            label="Dernier jour pour débuter sans dérogation d'âge",
            sources=MOST_AGE.concluded(contract.concluded_on).sources,
            consequence=Consequence.UNLAWFUL,
        )
    else:
        for cycle in contract.previous or ():
            yield from _after(contract, cycle)
    yield entered(
        on=next_by,
        label="Dernier jour pour conclure un nouveau contrat menant à un "
        "diplôme supérieur, par dérogation d'âge",
        sources=(article("D6222-1", contract.concluded_on),),
        consequence=Consequence.RIGHT_LOST,
    )


def _after(contract: Contract, cycle: PreviousCycle) -> Iterator[AgendaEntry]:
    expired_on = cycle.ended_on or cycle.ruptured_on
    if expired_on is not None and cycle.route is Route.APPRENTICESHIP:
        yield entered(
            on=succession_latest_on(expired_on, concluded_on=contract.concluded_on),
            label="Dernier jour pour conclure par dérogation d'âge après le contrat précédent",
            sources=(article("D6222-1", contract.concluded_on),),
            consequence=Consequence.UNLAWFUL,
        )


def remedies(contract: Contract, found: Finding, readings: Readings) -> Iterator[Proposed]:
    """A start before the limit, of a contract that is signed before it."""
    latest_on = cast("date", found["latest_on"])
    signs = readings.upper_age_day is UpperAgeDay.CONCLUSION
    if contract.concluded_on <= latest_on or signs:
        what = "la conclusion" if signs else "le début de l'exécution"
        yield proposal(
            "Avancer {what} au {day} au plus tard, dernier jour avant la limite d'âge.",
            {"concluded_on" if signs else "starts_on": latest_on},
            until=latest_on,
            what=what,
            day=latest_on,
        )
    yield hopeless(
        "L'apprenti a {age:an} : la limite d'âge a pris fin le {latest_on}, "
        "et aucune dérogation des art. L. 6222-2 et D. 6222-1-2 ne la lève. "
        "Aucun changement de ce contrat n'y remédie.",
        age=found["age"],
        latest_on=latest_on,
    )


def questions(_contract: Contract, _found: Finding, _: Readings) -> Iterator[Question]:
    """The exemptions of L6222-2 that one statement would open."""
    yield question(
        "L'apprenti est-il reconnu travailleur handicapé (RQTH) ? La limite d'âge serait levée.",
        {"apprentice.rqth": True},
    )
    yield question(
        "L'apprenti détient-il un titre équivalent à la RQTH (pension d'invalidité, AAH, carte "
        "mobilité inclusion…) ? La limite d'âge serait levée.",
        {"apprentice.disability_title": DisabilityTitle.ADULT_DISABILITY_ALLOWANCE},
    )
    yield question(
        "L'apprenti a-t-il un projet de création ou de reprise d'entreprise dont la réalisation "
        "dépend du diplôme préparé ? La limite d'âge serait levée.",
        {"apprentice.business_project": True, "apprentice.project_requires_diploma": True},
    )
    yield question(
        "L'apprenti est-il inscrit sur la liste des sportifs de haut niveau ? "
        "La limite d'âge serait levée.",
        {"apprentice.high_level_athlete": True},
    )


UPPER_AGE = Rule(
    name="upper_age",
    title="Limite d'âge supérieure",
    judge=judge,
    articles=("L6222-1", "L6222-2", "D6222-1", "D6222-1-2", "L6222-11"),
    boxes=(11, 12, 14, 19),
    dates=dates,
    turning_days=turning_days,
    finding=UpperAgeFinding,
    remedies=remedies,
    questions=questions,
)
