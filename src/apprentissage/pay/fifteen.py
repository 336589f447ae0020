"""A rate raised by the 15 points of D6222-30, asked without a contract."""

from datetime import date
from decimal import Decimal

from attrs import frozen

from apprentissage._arguments import check_arguments
from apprentissage._money import basis_points, decimal_cents, decimal_points
from apprentissage.facts import AgeBracket, PayBase, Territory
from apprentissage.law.readings import LETTER, Readings
from apprentissage.pay._claims import (
    Claim,
    bases_on,
    best_of,
    cents_of,
)
from apprentissage.pay._terms import FIFTEEN, FROM_21
from apprentissage.pay.grids import FIFTEEN_POINTS, GRADES


@frozen(kw_only=True)
class RisenPay:
    """A pay raised by 15 points, the cap applied.

    Args:
        rate: Percent of the base.
        base: SMIC or SMC.
        monthly: Gross in euros of a month of 35 hours.
    """

    rate: Decimal
    base: PayBase
    monthly: Decimal


def with_fifteen_points(
    rate: Decimal,
    *,
    concluded_on: date,
    on: date,
    territory: Territory,
    age_bracket: AgeBracket,
    smc_monthly: Decimal | None = None,
    readings: Readings = LETTER,
) -> RisenPay:
    """A statutory rate plus 15 points, capped at the SMIC since April 2020.

    Args:
        rate: Percent before the rise.
        concluded_on: Day of conclusion: there is no cap before 2020-04-01.
        on: Day worked.
        territory: Place of execution.
        age_bracket: From 21 on the base is the SMC where it is higher.
        smc_monthly: Conventional minimum in euros for 35 hours.
        readings: The points read are `monthly_base`, `mayotte_2021_month`
            and `rounding`.

    Returns:
        The rise never lowers a pay that was already above the SMIC.

    Raises:
        NotCovered: Where the SMIC of that day is not known.

    Source: art. D. 6222-30 et D. 6222-31 al. 2 du code du travail.

    >>> risen = with_fifteen_points(
    ...     Decimal(78), concluded_on=date(2025, 9, 1), on=date(2025, 9, 1),
    ...     territory=Territory.METROPOLE, age_bracket=AgeBracket.FROM_21,
    ...     smc_monthly=Decimal("2200.00"),
    ... )
    >>> risen.monthly, risen.rate, risen.base.value
    (Decimal('1801.80'), Decimal('100'), 'SMIC')
    """
    check_arguments(with_fifteen_points, locals())
    from_21 = GRADES.index(age_bracket) >= FROM_21
    capped = FIFTEEN_POINTS.concluded(concluded_on).value.capped
    claim = Claim(
        basis_points("rate", rate),
        PayBase.STATUTORY if from_21 else PayBase.SMIC,
        (),
        capped=FIFTEEN if capped else 0,
        uncapped=0 if capped else FIFTEEN,
    )
    due = best_of(
        (claim,),
        bases_on(on, territory, smc_monthly, readings),
    )
    return RisenPay(
        rate=decimal_points(due.rate),
        base=due.base,
        monthly=decimal_cents(cents_of(due.value, readings)),
    )
