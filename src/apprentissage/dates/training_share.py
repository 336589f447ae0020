"""A quarter of the contract is training at the CFA (L6211-2)."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Self

from apprentissage._arguments import check_arguments
from apprentissage._money import EXACT, rounded_half_up
from apprentissage.dates.mobility import stays_abroad
from apprentissage.facts import Contract
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.judging import (
    Finding,
    Outcome,
    Result,
    Rule,
    any_of,
    whether,
)
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

_OPCO_EP = Source(
    SourceKind.DOCTRINE, "OPCO EP, Q/R sur la durée de la formation"
)

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
                "Selon AKTO, le non-respect de cette règle ne conditionne pas "
                "la prise en charge.",
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
    "L'organisme certificateur demande davantage d'heures que la formation "
    "n'en compte.",
)


def exact_training_hours(
    *, months: int, days: int = 0, concluded_on: date
) -> Fraction:
    """A quarter of the legal working year, pro rata, unrounded.

    Months by the twelfth, as OPCO EP prints them. Days by the 365th of a
    year, a method of this library, since no text counts them.

    Args:
        months: Whole months.
        days: Days left.
        concluded_on: Day of conclusion, which chooses the law.

    Raises:
        NotCovered: Before 2019-01-01.
        WrongType: For what is no int.
        InvalidValue: For a number under zero.

    Source: art. L. 6211-2; 1 607 hours by doctrine.

    >>> exact_training_hours(months=6, concluded_on=date(2025, 9, 1))
    Fraction(1607, 8)
    """
    check_arguments(exact_training_hours, locals())
    years = Fraction(months, _YEAR_MONTHS) + Fraction(days, _YEAR_DAYS)
    # « ne peut être inférieure à 25 % de la durée totale du contrat »
    share = LEAST_SHARE.concluded(concluded_on).value
    return share * LEGAL_YEAR_HOURS * years


def minimum_training_hours(
    *,
    months: int,
    days: int = 0,
    concluded_on: date,
    readings: Readings = LETTER,
) -> Decimal:
    """The least hours of training of a contract, to the hundredth.

    Args:
        months: Whole months of the contract.
        days: Days left.
        concluded_on: Day of conclusion, which chooses the law.
        readings: `two_year_share` is read: OPCO EP prints 811.23 hours for
            two years, where its own formula gives 803.50.

    Returns:
        Hours, half a hundredth rounded up.

    Raises:
        NotCovered: Before 2019-01-01.
        WrongType: For what is no int.
        InvalidValue: For a number under zero.

    Source: art. L. 6211-2, contracts concluded from 2019-01-01.

    >>> minimum_training_hours(months=12, concluded_on=date(2025, 9, 1))
    Decimal('401.75')
    >>> minimum_training_hours(months=6, concluded_on=date(2025, 9, 1))
    Decimal('200.88')
    """
    check_arguments(minimum_training_hours, locals())
    return _rounded(_hours(months, days, concluded_on, readings))


def _hours(
    months: int, days: int, concluded_on: date, readings: Readings
) -> Fraction:
    hours = exact_training_hours(
        months=months, days=days, concluded_on=concluded_on
    )
    if (months, days) == (_TWO_YEARS, 0):
        printed = readings.two_year_share is TwoYearShare.PRINTED
        return TWO_YEARS_PRINTED if printed else hours
    return hours


def _rounded(hours: Fraction) -> Decimal:
    hundredths = rounded_half_up(100 * hours.numerator, hours.denominator)
    return Decimal(hundredths).scaleb(-2, EXACT)


def _minimum(contract: Contract, readings: Readings) -> Fraction:
    """The least hours, the time abroad and the certifier's rule deducted."""
    span = months_and_days(contract.starts_on, contract.ends_on)
    hours = _hours(*span, contract.concluded_on, readings)
    # « Pendant la période de mobilité à l'étranger, les dispositions de
    # l'article L. 6211-2 ne s'appliquent pas. »
    for stay in stays_abroad(contract):
        months, days = months_and_days(stay.starts_on, stay.ends_on)
        hours -= exact_training_hours(
            months=months, days=days, concluded_on=contract.concluded_on
        )
    hours = max(hours, Fraction(0))
    # « Sous réserve, le cas échéant, des règles fixées par l'organisme
    # certificateur »: they may ask less
    certifier = contract.training.certifier_minimum_hours
    return min(hours, Fraction(certifier)) if certifier else hours


def _sum(hours: Decimal | int, more: Decimal | int) -> Decimal | int:
    if isinstance(hours, int) and isinstance(more, int):
        return hours + more
    return EXACT.add(Decimal(hours), Decimal(more))


def _share(contract: Contract, readings: Readings) -> Finding:
    version = LEAST_SHARE.concluded(contract.concluded_on)
    training = contract.training
    minimum = _minimum(contract, readings)
    shown = _rounded(minimum)
    may_change = {
        "training.hours": training.hours,
        "training.hours_before_contract": training.hours_before_contract,
        "training.certifier_minimum_hours": training.certifier_minimum_hours,
        "mobilities": contract.mobilities,
    }
    unknown = [path for path, fact in may_change.items() if fact is None]
    counted = _sum(training.hours or 0, training.hours_before_contract or 0)
    # the hours printed are enough, although they may be rounded up
    enough = training.hours is not None and (
        Fraction(counted) >= min(minimum, Fraction(shown))
    )
    unfunded = SHARE_AND_FUNDING.concluded(contract.concluded_on).value
    asks = training.certifier_minimum_hours or 0
    adapted = (
        contract.apprentice.rqth or contract.apprentice.high_level_athlete
    )
    return whether(
        True if enough else None if unknown else False,
        *unknown,
        holds=(
            "La formation compte {counted_hours} h, pour un minimum de "
            "{minimum_hours} h."
        ),
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
    asked_hours = Result[Decimal](
        "least hours, if no exemption that nobody tells applies"
    )


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
    waiver = FLOOR_WAIVED.concluded(contract.concluded_on)
    share = _share(contract, readings)
    if (
        share.outcome is Outcome.COMPLIANT
        and not contract.resumes_after_rupture
    ):
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
    if (
        found.outcome is Outcome.UNDETERMINED
        and contract.training.hours is not None
    ):
        return found.but(
            "La formation compte {counted_hours} h, pour un minimum de "
            "{asked_hours} h. Pour savoir si cela suffit, il manque : "
            "{facts}.",
            asked_hours=share["minimum_hours"],
        )
    return found


TRAINING_SHARE = Rule(
    name="training_share",
    title="Durée minimale de la formation",
    judge=judge,
    articles=("L6211-2", "R6222-23-1", "L6222-42"),
    boxes=(34,),
    finding=TrainingShareFinding,
)
