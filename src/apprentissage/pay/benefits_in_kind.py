"""The benefits in kind of box 28 (D6222-33)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from attrs import frozen

from apprentissage._arguments import check_arguments
from apprentissage._guards import is_decimal, optional
from apprentissage._money import basis_points, cents, decimal_cents, rounded_half_up
from apprentissage._plain import PlainValue
from apprentissage.errors import InvalidValue
from apprentissage.facts import Contract, DeclaredPayLine, InKind, PayBase
from apprentissage.judging import (
    Finding,
    Proposed,
    Result,
    Rule,
    hopeless,
    not_applicable,
    proposal,
    undetermined,
    whether,
)
from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat
from apprentissage.pay.gross import FULL_BP


class BenefitTerms(NamedTuple):
    """The limits of what is deducted from the pay for benefits in kind.

    Attributes:
        percent_of_value: Of the deduction that the rules of social security
            allow for other workers.
        percent_of_pay: Of the pay of a month.
    """

    percent_of_value: int
    percent_of_pay: int


_TERMS = BenefitTerms(percent_of_value=75, percent_of_pay=75)

DEDUCTION = ByConclusion(
    "avantages en nature",
    (
        version(date(2008, 5, 1), _TERMS, "D6222-35"),
        version(date(2019, 1, 1), _TERMS, "D6222-32"),
        version(date(2020, 4, 1), _TERMS, "D6222-33"),
    ),
)
"""One text under three numbers: D6222-35, D6222-32 in 2019, D6222-33.

« les avantages en nature dont bénéficie l'apprenti peuvent être déduits du
salaire dans la limite de 75 % de la déduction autorisée, pour les autres
travailleurs, par la réglementation applicable en matière de sécurité
sociale »; « Ces déductions ne peuvent excéder, chaque mois, un montant égal
aux trois quarts du salaire. »
"""

_TARIFF = Caveat(
    "TARIFF_OF_SOCIAL_SECURITY",
    "Les barèmes de la sécurité sociale (repas, logement) ne sont pas dans la "
    "bibliothèque : la valeur écrite est tenue pour celle qu'ils donnent.",
)


@frozen(kw_only=True, eq=False, repr=False)
class InKindMonth(PlainValue):
    """The value of benefits in kind of a month.

    Args:
        value: Euros; None where a part is unknown.
        missing: Names of the fields unknown.
    """

    value: Decimal | None
    missing: tuple[str, ...]


def value_in_kind(benefits: InKind) -> InKindMonth:
    """The value of a month of benefits in kind, kind by kind.

    Args:
        benefits: Meals, lodging and others. Without a meal, the number of
            meals is not asked, nor their value without their number.

    >>> value_in_kind(InKind(
    ...     meal=Decimal("4.22"), meals=20, lodging=Decimal(0),
    ...     other=Decimal(0),
    ... )).value
    Decimal('84.40')
    """
    check_arguments(value_in_kind, locals())
    none = 0 in {benefits.meal, benefits.meals}
    asked = ("lodging", "other") if none else ("meal", "meals", "lodging", "other")
    missing = tuple(name for name in asked if getattr(benefits, name) is None)
    if missing:
        return InKindMonth(value=None, missing=missing)
    meals = Fraction(benefits.meal or 0) * (benefits.meals or 0)
    whole = meals + Fraction(benefits.lodging or 0) + Fraction(benefits.other or 0)
    return InKindMonth(value=_euros(whole), missing=())


def _euros(amount: Fraction) -> Decimal:
    return decimal_cents(rounded_half_up(100 * amount.numerator, amount.denominator))


@frozen(kw_only=True, eq=False, repr=False)
class BenefitsInKind(PlainValue):
    """What benefits in kind take from the pay of a month, in euros.

    Args:
        deduction: Most that may be deducted.
        paid_gross: Gross left to pay.
        contribution_base: Base of contributions: paid, plus the benefits at
            their full value.
    """

    deduction: Decimal
    paid_gross: Decimal
    contribution_base: Decimal


def benefits_deducted(
    monthly_gross: Decimal | int,
    benefits_value: Decimal | int,
    *,
    concluded_on: date,
    share: Decimal | int | None = None,
) -> BenefitsInKind:
    """The most that may be deducted for benefits in kind.

    Args:
        monthly_gross: Gross monthly pay without them, in euros.
        benefits_value: Their value by the rules of social security.
        concluded_on: Day of conclusion.
        share: Percent of the value to deduct; an agreement or the contract
            may set less than 75, which is what None takes.

    Returns:
        The deduction, rounded down to the cent since it is a limit.

    Raises:
        InvalidValue: For a share above 75.
        NotCovered: Before 2008-05-01.

    Source: art. D. 6222-33 du code du travail; BOSS, avantages en nature,
    § 95.

    >>> benefits_deducted(
    ...     Decimal(420), Decimal(100), concluded_on=date(2026, 9, 1)
    ... ).paid_gross
    Decimal('345.00')
    """
    check_arguments(benefits_deducted, locals(), share=optional(is_decimal(None)))
    terms = DEDUCTION.concluded(concluded_on).value
    most = terms.percent_of_value
    part = basis_points("share", most if share is None else share)
    if not 0 <= part <= 100 * most:
        raise InvalidValue("share", share, f"write a percent from 0 to {most}")
    gross = cents("monthly_gross", monthly_gross)
    value = cents("benefits_value", benefits_value)
    # D6222-33: « dans la limite de 75 % de la déduction autorisée, pour les
    # autres travailleurs », « ne peuvent excéder, chaque mois, un montant
    # égal aux trois quarts du salaire »
    limit = 100 * terms.percent_of_pay * gross
    deduction = min(part * value, limit) // FULL_BP
    return BenefitsInKind(
        deduction=decimal_cents(deduction),
        paid_gross=decimal_cents(gross - deduction),
        contribution_base=decimal_cents(gross - deduction + value),
    )


class BenefitsInKindFinding(Finding):
    """What `BENEFITS_IN_KIND` finds."""

    value = Result[Decimal]("value of a month, in euros")
    deduction = Result[Decimal]("most that may be deducted for that value, in euros")
    pay = Result[Decimal]("least monthly pay written, in euros")
    limit = Result[Decimal]("most that may be deducted from that pay, in euros")


_PAY_FALLS = Caveat(
    "PAY_FALLS",
    "Les faits se contredisent : le salaire écrit d'une période est inférieur à celui d'une "
    "période précédente, dont le taux n'est pas plus haut. Vérifiez-les.",
)


def _earlier_and_no_higher(line: DeclaredPayLine, contract: Contract) -> list[Decimal]:
    """The pay of earlier periods that this one does not undercut.

    The SMIC never falls: a rate that is no lower gives no less.
    """
    return [
        each.monthly
        for each in contract.declared_pay or ()
        if each.monthly is not None
        and each.base is PayBase.SMIC
        and line.base is not PayBase.SMC
        and each.starts_on <= line.starts_on
        and each.rate <= line.rate
    ]


def _falls(contract: Contract) -> bool:
    """Whether a pay written is less than its rate tells."""
    return any(
        line.monthly is not None
        and any(line.monthly < pay for pay in _earlier_and_no_higher(line, contract))
        for line in contract.declared_pay or ()
    )


def judge(contract: Contract, _: Readings) -> Finding:
    """What is deducted for benefits in kind stays under its two limits.

    D6222-33 (D6222-32 in 2019, D6222-35 before): « dans la limite de 75 % de
    la déduction autorisée, pour les autres travailleurs », « un montant égal
    aux trois quarts du salaire ». The least monthly pay that the form writes
    is the one compared.

    Args:
        contract: The facts; `in_kind`, or else `benefits_in_kind`.

    Returns:
        Values `value`, `deduction`, the most that may be deducted for that
        value, `pay` and `limit`.
    """
    law = DEDUCTION.concluded(contract.concluded_on)
    value = contract.benefits_in_kind
    if value is None:
        if contract.in_kind is None:
            return undetermined("benefits_in_kind", sources=law.sources)
        month = value_in_kind(contract.in_kind)
        if month.value is None:
            return undetermined(
                *(f"in_kind.{name}" for name in month.missing), sources=law.sources
            )
        value = month.value
    if not value:
        return not_applicable("Aucun avantage en nature n'est déclaré.", sources=law.sources)
    if contract.declared_pay is None:
        return undetermined("declared_pay", sources=law.sources)
    if not contract.declared_pay:
        return not_applicable(
            "Aucun salaire n'est écrit : rien ne peut en être déduit.", sources=law.sources
        )
    amounts = [line.monthly for line in contract.declared_pay if line.monthly is not None]
    untold = [
        f"declared_pay[{rank}].monthly"
        for rank, line in enumerate(contract.declared_pay)
        if line.monthly is None and not _earlier_and_no_higher(line, contract)
    ]
    if not amounts:
        return undetermined(*untold, sources=law.sources)
    pay = min(amounts)
    terms = law.value
    deduction = Fraction(value) * terms.percent_of_value / 100
    limit = Fraction(pay) * terms.percent_of_pay / 100
    if untold and deduction <= limit:
        # « aux trois quarts du salaire », of each period
        return undetermined(*untold, sources=law.sources)
    return whether(
        deduction <= limit,
        holds="Les avantages en nature valent {value:€} par mois : "
        "{deduction:€} au plus se déduisent du salaire, dans la limite des "
        "trois quarts de {pay:€}.",
        fails="Les avantages en nature valent {value:€} par mois : les "
        "déduire à 75 % ({deduction:€}) dépasserait les trois quarts du "
        "salaire de {pay:€}, soit {limit:€}.",
        sources=law.sources,
        caveats=(_TARIFF, _PAY_FALLS) if _falls(contract) else (_TARIFF,),
        value=value,
        deduction=_euros(deduction),
        pay=pay,
        limit=_euros(limit),
    )


def remedies(contract: Contract, found: Finding, _: Readings) -> Iterator[Proposed]:
    """The value brought down to what the pay can bear.

    Both limits are as many hundredths: the value that fits is the pay.
    """
    if contract.benefits_in_kind is None:
        # of meals, lodging and the rest, the parties choose which
        yield hopeless(
            "Les avantages en nature sont à ramener à {pay:€} par mois au "
            "plus : à l'employeur de dire lequel est réduit, repas, logement "
            "ou autre.",
            pay=found["pay"],
        )
        return
    yield proposal(
        "Ramener les avantages en nature à déduire à {pay:€} par mois au plus.",
        {"benefits_in_kind": found["pay"]},
        pay=found["pay"],
    )


BENEFITS_IN_KIND = Rule(
    name="benefits_in_kind",
    title="Avantages en nature",
    judge=judge,
    articles=("D6222-33", "D6222-32", "D6222-35"),
    boxes=(28,),
    finding=BenefitsInKindFinding,
    remedies=remedies,
)
