"""The upper age limit (L6222-1) and what exempts from it (L6222-2)."""

from datetime import date

from attrs import evolve

from apprentissage.facts import AgeExemption, Contract, DerogationType
from apprentissage.law.ages import REGIONAL_EXPERIMENT, UPPER_AGE
from apprentissage.law.readings import (
    LETTER,
    LeapBirthday,
    Readings,
    UpperAgeDay,
)
from apprentissage.law.sources import Caveat, Source, SourceKind
from apprentissage.months import completed_years, eve_of, reaches_age_on
from apprentissage.rules.age_exemptions import EXEMPTIONS
from apprentissage.rules.age_exemptions import SENTENCES as EXEMPTION_SENTENCES
from apprentissage.rules.finding import (
    UNKNOWN,
    Finding,
    Outcome,
    any_of,
    compliant,
    non_compliant,
    undetermined,
)
from apprentissage.rules.rule import Rule, first_lawful_day

__all__ = ["UPPER_AGE_LIMIT", "judge_upper_age", "upper_age_latest_on"]

WITHIN = (
    "L'apprenti a {age:an} au {on} : la limite d'âge n'est pas atteinte, "
    "elle court jusqu'au {latest_on}."
)
PASSED = (
    "L'apprenti a {age:an} au {on} : la limite d'âge a pris fin le "
    "{latest_on}."
)
TOO_OLD = (
    "L'apprenti a {age:an} au {on} : la limite d'âge a pris fin le "
    "{latest_on}, et aucune dérogation ne la lève."
)
NO_EXEMPTION_TRIED = (
    "L'apprenti a {age:an} au {on} : la limite d'âge a pris fin le "
    "{latest_on}, et le contrat n'invoque aucune dérogation."
)
EXEMPT = (
    "L'apprenti a {age:an} au {on} : la limite d'âge a pris fin le "
    "{latest_on}, mais une dérogation la lève ({exemption})."
)
EXPERIMENT = (
    "L'apprenti a {age:an} au {on} : dans cette région, l'expérimentation "
    "portait la limite jusqu'au {latest_on}."
)
EXPERIMENT_ELSEWHERE = (
    "L'expérimentation de 2017-2019 ne s'appliquait pas à ce contrat."
)

_EXPERIMENT_AGE = 30
_EXPERIMENT_SUBJECT = "expérimentation régionale"
_EXPERIMENT_SOURCES = (
    Source(SourceKind.LAW, "loi n° 2016-1088 du 08/08/2016, art. 77"),
    Source(SourceKind.DECREE, "décret n° 2016-1998 du 30/12/2016"),
    Source(SourceKind.DECREE, "décret n° 2017-355 du 20/03/2017"),
)
_EXPERIMENT_IN_2019 = Caveat(
    "REGIONAL_EXPERIMENT_2019",
    "L'expérimentation régionale (30 ans) courait jusqu'au 31 décembre "
    "2019 : son sort pour un contrat conclu en 2019 n'est pas tranché.",
)
_FIRST_2019 = date(2019, 1, 1)
_EXEMPTED = frozenset(exemption.label for exemption in AgeExemption)
_NO_CODE = ("code", None)

_TURNING_DAYS = (
    date(2008, 12, 29),
    date(2015, 11, 29),
    date(2017, 1, 1),
    date(2017, 3, 23),
    date(2019, 1, 1),
    date(2020, 4, 1),
    date(2024, 1, 1),
)
"""Days on which a text lets more people in."""


def upper_age_latest_on(
    *, born_on: date, concluded_on: date, readings: Readings = LETTER
) -> date:
    """The last day on which a person is within the limit of L6222-1.

    Args:
        born_on: Birth date.
        concluded_on: Day of conclusion, which chooses 25 or 29 years.
        readings: The point read here is `leap_birthday`; whether the day
            is the start or the conclusion is `upper_age_day`.

    Returns:
        The eve of the 30th birthday, of the 26th before 2019.

    Raises:
        NotCovered: Before 2008-05-01.

    Source: art. L. 6222-1 du code du travail.

    >>> upper_age_latest_on(
    ...     born_on=date(1996, 9, 15), concluded_on=date(2026, 8, 31)
    ... )
    datetime.date(2026, 9, 14)
    """
    # « vingt-neuf ans révolus au début de l'apprentissage »
    age = UPPER_AGE.concluded(concluded_on).value
    return _last_day_at(age, born_on, readings)


def _last_day_at(age: int, born_on: date, readings: Readings) -> date:
    late = readings.leap_birthday is LeapBirthday.MARCH_1
    return eve_of(reaches_age_on(born_on, age + 1, leap_day_on_march_1=late))


def _day_and_age(contract: Contract, readings: Readings) -> tuple[date, int]:
    by_start = readings.upper_age_day is UpperAgeDay.START
    on = contract.starts_on if by_start else contract.concluded_on
    late = readings.leap_birthday is LeapBirthday.MARCH_1
    return on, completed_years(
        contract.apprentice.born_on, on, leap_day_on_march_1=late
    )


def _general(contract: Contract, readings: Readings) -> Finding:
    version = UPPER_AGE.concluded(contract.concluded_on)
    latest_on = upper_age_latest_on(
        born_on=contract.apprentice.born_on,
        concluded_on=contract.concluded_on,
        readings=readings,
    )
    on, age = _day_and_age(contract, readings)
    held = on <= latest_on
    return (compliant if held else non_compliant)(
        WITHIN if held else PASSED,
        sources=version.sources,
        caveats=version.caveats,
        subject="limite d'âge",
        age=age,
        on=on,
        latest_on=latest_on,
    )


def _experiment(contract: Contract, readings: Readings) -> Finding:
    latest_on = _last_day_at(
        _EXPERIMENT_AGE, contract.apprentice.born_on, readings
    )
    on, age = _day_and_age(contract, readings)
    region = contract.employer.region
    opened = min(REGIONAL_EXPERIMENT.values())
    if on <= latest_on and contract.concluded_on >= opened:
        if region is None:
            return undetermined(
                "employer.region",
                sources=_EXPERIMENT_SOURCES,
                subject=_EXPERIMENT_SUBJECT,
            )
        joined = REGIONAL_EXPERIMENT.get(region)
        if joined is not None and contract.concluded_on >= joined:
            return compliant(
                EXPERIMENT,
                sources=_EXPERIMENT_SOURCES,
                subject=_EXPERIMENT_SUBJECT,
                age=age,
                on=on,
                latest_on=latest_on,
            )
    return non_compliant(
        EXPERIMENT_ELSEWHERE,
        sources=_EXPERIMENT_SOURCES,
        subject=_EXPERIMENT_SUBJECT,
    )


def _exemptions(contract: Contract, readings: Readings) -> tuple[Finding, ...]:
    relied_on = contract.age_exemption
    return tuple(
        evolve(judge(contract, readings), subject=exemption.label)
        for exemption, judge in EXEMPTIONS.items()
        if relied_on is None or relied_on is exemption
    )


def _judge(contract: Contract, readings: Readings) -> Finding:
    ways = [_general(contract, readings)]
    limit = ways[0]
    if limit.outcome is Outcome.COMPLIANT:
        return evolve(limit, subject="", values=(*limit.values, _NO_CODE))
    if contract.concluded_on < _FIRST_2019:
        ways.append(_experiment(contract, readings))
    if ways[-1].outcome is not Outcome.COMPLIANT:
        ways.extend(_exemptions(contract, readings))
    found = any_of(ways)
    caveats = (*limit.caveats, *found.deciding[0].caveats)
    match found.outcome:
        case Outcome.COMPLIANT if found.deciding[0].subject in _EXEMPTED:
            return evolve(
                found,
                template=EXEMPT,
                values=(
                    *limit.values,
                    ("exemption", found.deciding[0].subject),
                    ("code", DerogationType.OVER_29.value),
                ),
                caveats=caveats,
            )
        case Outcome.NON_COMPLIANT:
            none_tried = contract.age_exemption is AgeExemption.NONE
            in_doubt = (
                contract.concluded_on.year == _FIRST_2019.year
                and limit["age"] == _EXPERIMENT_AGE
            )
            return evolve(
                found,
                template=NO_EXEMPTION_TRIED if none_tried else TOO_OLD,
                values=(*limit.values, _NO_CODE),
                caveats=(*limit.caveats, _EXPERIMENT_IN_2019)
                if in_doubt
                else limit.caveats,
            )
        case _:
            return evolve(
                found, values=(*found.values, _NO_CODE), caveats=caveats
            )


def judge_upper_age(contract: Contract, readings: Readings) -> Finding:
    """At most 29 completed years at the start, unless exempted.

    L6222-1: « Nul ne peut être engagé en qualité d'apprenti s'il n'est âgé
    de seize ans au moins à vingt-neuf ans révolus au début de
    l'apprentissage. » 25 completed years for contracts concluded before
    2019-01-01, 30 in the regions of the experiment of 2017-2018. Exempted:
    the cases of L6222-2 on the conditions of D6222-1, and a new contract
    with another employer after a failed examination (L6222-11).

    Args:
        contract: The facts. `age_exemption` names the exemption relied on;
            where it is unknown each one is tried.
        readings: Points `upper_age_day`, `bare_age_limit`,
            `involuntary_causes`, `leap_birthday`.

    Returns:
        Values `age`, `on`, `latest_on`, `code` (derogation code of box 19,
        None where none is needed) and `exemption`; parts for the limit and
        each exemption tried.
    """
    finding = _judge(contract, readings)
    if finding.outcome is not Outcome.NON_COMPLIANT:
        return finding
    return evolve(
        finding,
        holds_from=first_lawful_day(contract, readings, _judge, _TURNING_DAYS),
    )


UPPER_AGE_LIMIT = Rule(
    name="upper_age",
    title="Limite d'âge supérieure",
    judge=judge_upper_age,
    articles=("L6222-1", "L6222-2", "D6222-1", "L6222-11"),
    boxes=(11, 12, 14, 19),
    reads=(
        "upper_age_day",
        "bare_age_limit",
        "involuntary_causes",
        "leap_birthday",
    ),
    sentences=(
        WITHIN,
        PASSED,
        TOO_OLD,
        NO_EXEMPTION_TRIED,
        EXEMPT,
        EXPERIMENT,
        EXPERIMENT_ELSEWHERE,
        UNKNOWN,
        *EXEMPTION_SENTENCES,
    ),
)
