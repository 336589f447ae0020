"""A quarter of the contract is training at the CFA (L6211-2)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import NamedTuple, Self, TypeAlias, cast

from apprentissage._arguments import check_arguments
from apprentissage._guards import check_order
from apprentissage._money import EXACT, rounded_half_up
from apprentissage.dates.mobility import stays_within
from apprentissage.facts import Contract, Mobility, Training
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.facts.contract import check_stays
from apprentissage.judging import (
    Finding,
    Outcome,
    Proposed,
    Question,
    Result,
    Rule,
    any_of,
    proposal,
    question,
    whether,
)
from apprentissage.judging.asking import answer
from apprentissage.judging.watching import at_face
from apprentissage.law.choices import TwoYearShare
from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.durations import FLOOR_WAIVED
from apprentissage.law.readings import LETTER, Readings
from apprentissage.law.sources import Caveat
from apprentissage.months import months_and_days

LEGAL_YEAR_HOURS = 1607
"""The legal working year by which OPCO EP counts."""

TWO_YEARS_PRINTED = Fraction("811.23")
"""What OPCO EP prints for two years, 105 weeks out of 52 by its looks."""

_OPCO_EP = Source(SourceKind.DOCTRINE, "OPCO EP, Q/R sur la durée de la formation")

LEAST_SHARE = ByConclusion(
    "part minimale de formation (art. L. 6211-2)",
    (
        # « ne peut être inférieure à 25 % de la durée totale du contrat »
        version(date(2019, 1, 1), Fraction(1, 4), "L6211-2", _OPCO_EP),
    ),
)
"""A quarter, one version since 2019; no article fixed a share before."""

SHARE_AND_FUNDING = ByConclusion[Caveat | None](
    "part de formation et prise en charge (art. D. 6224-2)",
    (
        version(
            date(2019, 1, 1),
            Caveat(
                "NOT_A_FUNDING_CONDITION",
                "Selon AKTO, le non-respect de cette règle ne conditionne pas la prise en charge.",
            ),
            "L6211-2",
            Source(SourceKind.DOCTRINE, "AKTO"),
        ),
        # « toute autre disposition légale, réglementaire ou conventionnelle »
        version(date(2024, 8, 1), None, "D6224-2"),
    ),
)
"""A ground of refusal of its own since August 2024 only."""


_YEAR_MONTHS, _YEAR_DAYS, _TWO_YEARS = 12, 365, 24
_WAIVED_SUBJECT, _SHARE = "poursuite après une rupture", "part de formation"
_ADAPTED = Caveat(
    "ADAPTED_COURSES",
    "Le téléservice de l'État réserve les aménagements propres aux sportifs "
    "de haut niveau et aux travailleurs handicapés.",
)
_CERTIFIER_ASKS_MORE = Caveat(
    "CERTIFIER_ASKS_MORE",
    "L'organisme certificateur demande davantage d'heures que la formation n'en compte.",
)


class _Asked(NamedTuple):
    """The facts of the question, named as in a contract."""

    concluded_on: date
    starts_on: date
    ends_on: date
    training: Training
    mobilities: tuple[Mobility, ...] | None
    resumes_after_rupture: bool | None


_Facts: TypeAlias = Contract | _Asked


def exact_hours(months: int, days: int, concluded_on: date) -> Fraction:
    """A quarter of the legal working year, pro rata, unrounded.

    Months by the twelfth, as OPCO EP prints them. Days by the 365th of a
    year, a method of this library, since no text counts them.

    Args:
        months: Whole months.
        days: Days left.
        concluded_on: Day of conclusion, which chooses the law.
    """
    # « ne peut être inférieure à 25 % de la durée totale du contrat »
    share = LEAST_SHARE.concluded(concluded_on).value
    # one fraction: each operation on two takes longer than all the integers
    parts = _YEAR_DAYS * months + _YEAR_MONTHS * days
    return Fraction(
        share.numerator * LEGAL_YEAR_HOURS * parts, share.denominator * _YEAR_MONTHS * _YEAR_DAYS
    )


def _hours(contract: _Facts, readings: Readings, counted: Decimal | int) -> Fraction:
    span = months_and_days(contract.starts_on, contract.ends_on)
    hours = exact_hours(*span, contract.concluded_on)
    if span == (_TWO_YEARS, 0):
        too_few = counted < min(hours, TWO_YEARS_PRINTED) and not contract.mobilities
        if too_few or counted >= max(hours, TWO_YEARS_PRINTED):
            readings = at_face(readings)  # of both alike
        printed = readings.two_year_share is TwoYearShare.PRINTED
        return TWO_YEARS_PRINTED if printed else hours
    return hours


def _rounded(hours: Fraction) -> Decimal:
    hundredths = rounded_half_up(100 * hours.numerator, hours.denominator)
    return Decimal(hundredths).scaleb(-2, EXACT)


def _minimum(contract: _Facts, readings: Readings, counted: Decimal | int) -> Fraction:
    """The least hours, the time abroad and the certifier's rule deducted."""
    starts_on, ends_on = contract.starts_on, contract.ends_on
    hours = _hours(contract, readings, counted)
    # « Pendant la période de mobilité à l'étranger, les dispositions de
    # l'article L. 6211-2 ne s'appliquent pas. »
    if contract.mobilities:
        for stay in stays_within(contract.mobilities, starts_on, ends_on):
            months, days = months_and_days(stay.starts_on, stay.ends_on)
            hours -= exact_hours(months, days, contract.concluded_on)
        hours = max(hours, Fraction(0))
    # « Sous réserve, le cas échéant, des règles fixées par l'organisme
    # certificateur »: they may ask less
    certifier = contract.training.certifier_minimum_hours
    return min(hours, Fraction(certifier)) if certifier else hours


def _sum(hours: Decimal | int, more: Decimal | int) -> Decimal | int:
    if isinstance(hours, int) and isinstance(more, int):
        return hours + more
    return EXACT.add(Decimal(hours), Decimal(more))


def _share(contract: _Facts, readings: Readings, *, adapted: bool) -> Finding:
    version = LEAST_SHARE.concluded(contract.concluded_on)
    training = contract.training
    counted = _sum(training.hours or 0, training.hours_before_contract or 0)
    minimum = _minimum(contract, readings, counted)
    shown = _rounded(minimum)
    may_change = {
        "training.hours": training.hours,
        "training.hours_before_contract": training.hours_before_contract,
        "training.certifier_minimum_hours": training.certifier_minimum_hours,
        "mobilities": contract.mobilities,
    }
    unknown = [path for path, fact in may_change.items() if fact is None]
    # the hours printed are enough, although they may be rounded up
    enough = training.hours is not None and (counted >= shown or counted >= minimum)
    unfunded = SHARE_AND_FUNDING.concluded(contract.concluded_on).value
    asks = training.certifier_minimum_hours or 0
    return whether(
        True if enough else None if unknown else False,
        *unknown,
        holds="La formation compte {counted_hours} h, pour un minimum de {minimum_hours} h.",
        fails=(
            "La formation compte {counted_hours} h, pour un minimum de "
            "{minimum_hours} h : il manque {missing_hours} h."
        ),
        sources=version.sources,
        caveats=(
            *version.caveats,
            *((_CERTIFIER_ASKS_MORE,) if enough and asks > counted else ()),
            *((unfunded,) if unfunded and not enough else ()),
            *((_ADAPTED,) if adapted and not enough else ()),
        ),
        subject=_SHARE,
        minimum_hours=shown,
        counted_hours=counted,
        missing_hours=max(EXACT.subtract(shown, Decimal(counted)), Decimal(0)),
    )


class TrainingShareFinding(Finding):
    """What `TRAINING_SHARE` finds."""

    parts: tuple[Self, ...]
    minimum_hours = Result[Decimal]("least hours of training")
    counted_hours = Result[Decimal | int]("hours of training counted")
    missing_hours = Result[Decimal]("hours that lack")


def judge(contract: Contract, readings: Readings) -> Finding:
    """Training at the CFA takes a quarter of the contract at least.

    L6211-2: « Sous réserve, le cas échéant, des règles fixées par l'organisme
    certificateur du diplôme ou titre à finalité professionnelle visé, cette
    durée ne peut être inférieure à 25 % de la durée totale du contrat »,
    contracts concluded from 2019-01-01. On 1 607 hours a year pro rata, by
    OPCO EP. Hours as a stagiaire or in a broken contract of the same cycle
    count; time abroad does not (L6222-42); waived after a rupture
    (R6222-23-1).

    Args:
        contract: The facts; `training.certifier_minimum_hours` is 0 where
            the certifier has no rule.
        readings: `two_year_share`.

    Returns:
        Values `minimum_hours` (None where waived), `counted_hours`,
        `missing_hours`.
    """
    apprentice = contract.apprentice
    adapted = bool(apprentice.rqth or apprentice.high_level_athlete)
    return _judged(contract, readings, adapted=adapted)


def _judged(contract: _Facts, readings: Readings, *, adapted: bool) -> Finding:
    """The same, of a person whose courses may be adapted."""
    waiver = FLOOR_WAIVED.concluded(contract.concluded_on)
    share = _share(contract, readings, adapted=adapted)
    if share.outcome is Outcome.COMPLIANT and not contract.resumes_after_rupture:
        return share.but(subject="")
    waived = whether(
        # « il peut être dérogé […] à la durée minimale de formation »
        contract.resumes_after_rupture if waiver.value else False,
        "resumes_after_rupture",
        holds=(
            "La durée minimale de formation est levée : le contrat poursuit "
            "un cycle après une rupture."
        ),
        fails="Le contrat ne poursuit pas un cycle après une rupture.",
        sources=waiver.sources,
        subject=_WAIVED_SUBJECT,
        minimum_hours=None,
        counted_hours=share["counted_hours"],
    )
    if waived.outcome is Outcome.COMPLIANT:
        return waived.but(subject="")
    found = any_of((share, waived))
    if found.outcome is Outcome.UNDETERMINED and contract.training.hours is not None:
        return found.but(
            "La formation compte {counted_hours} h, pour un minimum de {minimum_hours} h. Pour "
            "savoir si cela suffit, il manque : {facts}.",
            minimum_hours=share["minimum_hours"],
        )
    return found


def questions(_contract: Contract, _found: Finding, _: Readings) -> Iterator[Question]:
    """What would lift the minimum."""
    yield question(
        "Le contrat poursuit-il un cycle commencé dans un contrat rompu ? "
        "La durée minimale de formation serait levée.",
        {"resumes_after_rupture": True},
    )


def remedies(contract: Contract, found: Finding, _: Readings) -> Iterator[Proposed]:
    """The hours raised to the minimum."""
    lacking = cast("Decimal", found["missing_hours"])
    enough = ceil(_sum(contract.training.hours or 0, lacking))
    yield proposal(
        "Porter la durée de la formation à {hours} h au moins, au contrat et "
        "dans la convention de formation.",
        {"training.hours": enough},
        hours=enough,
    )


def minimum_training_hours(
    *,
    starts_on: date,
    ends_on: date,
    concluded_on: date,
    hours: Decimal | int | None = None,
    hours_before_contract: Decimal | int | None = None,
    certifier_minimum_hours: Decimal | int | None = None,
    mobilities: tuple[Mobility, ...] | None = None,
    resumes_after_rupture: bool | None = None,
    rqth: bool | None = None,
    high_level_athlete: bool | None = None,
    readings: Readings = LETTER,
) -> TrainingShareFinding:
    """The least hours of training at the CFA: a quarter of the contract.

    The least hours are told whatever else is unknown, which is `None`.

    Args:
        starts_on: First day of execution.
        ends_on: Last day of the contract, counted.
        concluded_on: Day of conclusion, which chooses the law.
        hours: Hours at the CFA within the contract.
        hours_before_contract: Hours of the same cycle before it; 0 for none.
        certifier_minimum_hours: Least hours that the certifier asks, 0 where
            it has no rule.
        mobilities: Stays abroad, which are not counted; () for none.
        resumes_after_rupture: Finishes a cycle begun in a broken contract,
            which lifts the minimum.
        rqth: Recognised as a disabled worker.
        high_level_athlete: Is on the ministerial list.
        readings: `two_year_share` is read: OPCO EP prints 811.23 hours for
            two years, where its own formula gives 803.50.

    Returns:
        Compliant, not, or UNDETERMINED with the arguments that are missing.
        Values `minimum_hours` to the hundredth, half of one rounded up (None
        where it is lifted), `counted_hours`, `missing_hours`.

    Raises:
        NotCovered: Concluded before 2019-01-01.

    Source: art. L. 6211-2 du code du travail; 1 607 hours a year by
    doctrine.

    >>> year = {
    ...     "starts_on": date(2025, 9, 1),
    ...     "ends_on": date(2026, 8, 31),
    ...     "concluded_on": date(2025, 9, 1),
    ... }
    >>> minimum_training_hours(**year)["minimum_hours"]
    Decimal('401.75')
    >>> minimum_training_hours(**year, hours=402).outcome.name
    'COMPLIANT'
    """
    check_arguments(minimum_training_hours, locals())
    check_order("starts_on", starts_on, "ends_on", ends_on)
    check_stays(mobilities or ())
    asked = _Asked(
        concluded_on=concluded_on,
        starts_on=starts_on,
        ends_on=ends_on,
        training=Training(
            hours=hours,
            hours_before_contract=hours_before_contract,
            certifier_minimum_hours=certifier_minimum_hours,
        ),
        mobilities=mobilities,
        resumes_after_rupture=resumes_after_rupture,
    )
    adapted = bool(rqth or high_level_athlete)
    return answer(lambda read: _judged(asked, read, adapted=adapted), readings, TRAINING_SHARE)


TRAINING_SHARE = Rule(
    name="training_share",
    title="Durée minimale de la formation",
    judge=judge,
    articles=("L6211-2", "R6222-23-1", "L6222-42"),
    boxes=(34,),
    finding=TrainingShareFinding,
    remedies=remedies,
    questions=questions,
)
