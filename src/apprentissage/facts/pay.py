"""What the parties declare of the pay: grid, lines of the Cerfa."""

from datetime import date
from decimal import Decimal

from attrs import field, frozen

from apprentissage.errors import InvalidValue, WrongType
from apprentissage.facts.kinds import AgeBracket, PayBase
from apprentissage.guards import (
    check_order,
    is_date,
    is_decimal,
    is_text,
    member,
    optional,
    tuple_of,
    unknown,
)
from apprentissage.law.sources import Source

__all__ = ["DeclaredPayLine", "Grid", "Rates"]

Rates = tuple[Decimal, Decimal, Decimal]
"""Rates in percent of years 1, 2 and 3."""


def _three_rates(_: object, attribute: object, value: object) -> None:
    name = str(getattr(attribute, "name", "rates"))
    if not isinstance(value, tuple) or len(value) != 3:
        raise WrongType(
            name, value, "write three Decimal rates, of years 1, 2 and 3"
        )
    for rank, rate in enumerate(value):
        if not isinstance(rate, Decimal):
            raise WrongType(
                f"{name}[{rank}]", rate, 'write a Decimal, such as "43"'
            )
        if not rate.is_finite() or rate < 0:
            raise InvalidValue(
                f"{name}[{rank}]", rate, "write a percent from 0 on"
            )


@frozen(kw_only=True)
class Grid:
    """A conventional grid of rates; an absent bracket follows the law.

    Args:
        under_18: Rates of years 1, 2, 3 in percent, 16-17 and under 16.
        from_18: 18-20.
        from_21: 21-25.
        from_26: 26 and over.
        base: SMIC, SMC, or as the statute (SMIC up to 20, then the higher).
        idcc: Collective agreements it belongs to.
        from_on: First day for which it holds.
        sources: Texts.

    >>> g = Grid(from_18=(Decimal(50), Decimal(60), Decimal(70)))
    >>> g.rates(AgeBracket.FROM_18)[1]
    Decimal('60')
    """

    under_18: Rates | None = unknown(_three_rates)
    from_18: Rates | None = unknown(_three_rates)
    from_21: Rates | None = unknown(_three_rates)
    from_26: Rates | None = unknown(_three_rates)
    base: PayBase = field(default=PayBase.STATUTORY, validator=member(PayBase))
    idcc: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    from_on: date | None = unknown(is_date)
    sources: tuple[Source, ...] = field(default=(), validator=tuple_of(Source))

    def rates(self, bracket: AgeBracket) -> Rates | None:
        """The rates of a bracket, or None where the law applies."""
        match bracket:
            case AgeBracket.UNDER_18:
                return self.under_18
            case AgeBracket.FROM_18:
                return self.from_18
            case AgeBracket.FROM_21:
                return self.from_21
            case AgeBracket.FROM_26:
                return self.from_26


@frozen(kw_only=True)
class DeclaredPayLine:
    """A pay line as written on the Cerfa (box 27).

    Args:
        order: As the form prints it, `1.1` to `4.2`.
        starts_on: «du».
        ends_on: «au», included.
        rate: Percent of the base.
        base: SMIC or SMC.
        monthly: Gross monthly pay in euros, where written.
    """

    order: str | None = unknown(is_text)
    starts_on: date = field(validator=is_date)
    ends_on: date = field(validator=is_date)
    rate: Decimal = field(validator=is_decimal())
    base: PayBase = field(default=PayBase.SMIC, validator=member(PayBase))
    monthly: Decimal | None = field(
        default=None, validator=optional(is_decimal())
    )

    def __attrs_post_init__(self) -> None:
        """Refuse an end before the start."""
        check_order("starts_on", self.starts_on, "ends_on", self.ends_on)
