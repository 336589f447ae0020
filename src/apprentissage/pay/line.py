"""A pay line, as the Cerfa writes it."""

from datetime import date
from decimal import Decimal

from attrs import field, frozen

from apprentissage._arguments import check_arguments
from apprentissage._money import decimal_cents, decimal_points
from apprentissage._text import (
    element,
    enumeration,
    escape,
    percent,
    sentence,
)
from apprentissage.facts import AgeBracket, PayBase
from apprentissage.facts.authorities import Source
from apprentissage.law.sources import Caveat
from apprentissage.pay._claims import FULL, Claim, cents_of
from apprentissage.pay._reserves import ABOVE_100
from apprentissage.pay._spans import Span
from apprentissage.pay._terms import FROM_21, PayTerms
from apprentissage.pay.grids import GRADES
from apprentissage.pay.reasons import PayReason, cited

_EXECUTION_YEAR = PayReason.EXECUTION_YEAR


@frozen(kw_only=True, repr=False)
class PayLine:
    """The minimum of a span of one year of execution and one age bracket.

    Args:
        span: The days, their year of execution and age bracket.
        points: Minimum rate in basis points of the base.
        base: SMIC or SMC, the better on the first day.
        reasons: Why, the most general first.
        grid_year: Year of the grid whose rate is due; 0 where another rate
            is.
        terms: The facts of the contract that decide.
    """

    span: Span
    points: int
    base: PayBase
    reasons: tuple[PayReason, ...]
    grid_year: int
    terms: PayTerms = field(eq=False)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every rate compared in euros, the statutory one first."""
        return self.terms.claims(self.span)

    @property
    def order(self) -> str:
        """As the Cerfa prints it, `1.1` to `4.2`."""
        return f"{self.span.year}.{self.span.place}"

    @property
    def execution_year(self) -> int:
        """Year of execution, from 1."""
        return self.span.year

    @property
    def starts_on(self) -> date:
        """First day."""
        return self.span.starts_on

    @property
    def ends_on(self) -> date:
        """Last day, counted."""
        return self.span.ends_on

    @property
    def age_bracket(self) -> AgeBracket:
        """The bracket; before 2019 `FROM_21` stands for 21 and over."""
        return GRADES[self.span.grade]

    @property
    def ages(self) -> str:
        """What the bracket covers, in French."""
        return self.terms.table.labels[self.span.grade]

    @property
    def rate(self) -> Decimal:
        """Minimum, percent of the base."""
        return decimal_points(self.points)

    @property
    def monthly(self) -> Decimal:
        """Gross in euros of a month of 35 hours, on the first day.

        Raises:
            NotCovered: Where the SMIC of that day is not known.
        """
        due = self.terms.best(self.claims, self.starts_on)
        return decimal_cents(cents_of(due.value, self.terms.readings))

    @property
    def on_smc_where_higher(self) -> bool:
        """The bracket is one whose base is the SMC where it is higher."""
        return self.span.grade >= FROM_21 and self.terms.smc_from_21

    @property
    def smc_assumed(self) -> bool:
        """The SMC is unknown, and could change the line."""
        return self.terms.unknown_smc(self.span.grade) is not None

    @property
    def sources(self) -> tuple[Source, ...]:
        """The texts."""
        sources, _ = cited(self.terms.concluded_on, self.reasons)
        grid = self.terms.grid
        if grid is None or PayReason.CONVENTIONAL_RATE not in self.reasons:
            return sources
        return sources + grid.sources

    @property
    def caveats(self) -> tuple[Caveat, ...]:
        """Reserves."""
        _, caveats = cited(self.terms.concluded_on, self.reasons)
        if self.points <= FULL:
            return caveats
        return (
            *caveats,
            *(
                above
                for why, above in ABOVE_100.items()
                if why in self.reasons
            ),
        )

    @property
    def told(self) -> tuple[str, ...]:
        """Why, in French: the years, the ages, the reasons."""
        year, grid_year = self.execution_year, self.grid_year
        of_grid = grid_year and grid_year != year
        return (
            f"{ordinal(year)} année d'exécution",
            *([f"taux de la {ordinal(grid_year)} année"] if of_grid else ()),
            self.ages,
            *(r.label for r in self.reasons if r is not _EXECUTION_YEAR),
        )

    @property
    def sentence(self) -> str:
        """The line in French: rate, reasons, articles."""
        return sentence(
            "{rate} du {base} : {told} ({sources}).",
            {
                "rate": percent(self.rate),
                "base": self.base.value,
                "told": " ; ".join(self.told),
                "sources": enumeration(s.reference for s in self.sources),
            },
        )

    def _repr_html_(self) -> str:
        """Its sentence, for a notebook."""
        return element("p", escape(self.sentence))

    def __repr__(self) -> str:
        return (
            f"PayLine({self.order!r}, {self.starts_on} to {self.ends_on}, "
            f"{self.rate} % {self.base.value})"
        )


def ordinal(year: int) -> str:
    """The rank of a year, in French.

    >>> ordinal(1), ordinal(2)
    ('1re', '2e')
    """
    check_arguments(ordinal, locals())
    return "1re" if year == 1 else f"{year}e"
