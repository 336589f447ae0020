"""A pay line, as the Cerfa writes it."""

from datetime import date
from decimal import Decimal

from attrs import field, frozen

from apprentissage.facts import AgeBracket, PayBase
from apprentissage.law.sources import Caveat, Source
from apprentissage.rules.pay.claims import Claim
from apprentissage.rules.pay.reasons import PayReason
from apprentissage.text import enumeration, percent, sentence

__all__ = ["PayLine", "ordinal"]

_SHOWN_APART = {
    PayReason.EXECUTION_YEAR,
    PayReason.SMC,
}


@frozen(kw_only=True)
class PayLine:
    """The minimum of a span of one year of execution and one age bracket.

    Args:
        order: As the Cerfa prints it, `1.1` to `4.2`.
        execution_year: Year of execution, from 1.
        starts_on: First day.
        ends_on: Last day, counted.
        age_bracket: Before the grid of 2019 `FROM_21` stands for 21 and
            over.
        rate: Minimum, percent of the base.
        base: SMIC or SMC, the better on the first day.
        reasons: Why, the most general first.
        sources: The texts.
        caveats: Reserves.
        ages: What the bracket covers, in French.
        claims: Every rate compared in euros, for `amounts`.
    """

    order: str
    execution_year: int
    starts_on: date
    ends_on: date
    age_bracket: AgeBracket
    rate: Decimal
    base: PayBase
    reasons: tuple[PayReason, ...]
    sources: tuple[Source, ...]
    caveats: tuple[Caveat, ...]
    ages: str
    claims: tuple[Claim, ...] = field(repr=False)

    @property
    def sentence(self) -> str:
        """The line in French: rate, reasons, articles."""
        told = [
            f"{ordinal(self.execution_year)} année d'exécution",
            self.ages,
            *(r.label for r in self.reasons if r not in _SHOWN_APART),
        ]
        return sentence(
            "{rate} du {base} : {told} ({sources}).",
            {
                "rate": percent(self.rate),
                "base": self.base.value,
                "told": " ; ".join(told),
                "sources": enumeration(s.reference for s in self.sources),
            },
        )


def ordinal(year: int) -> str:
    """The rank of a year, in French.

    >>> ordinal(1), ordinal(2)
    ('1re', '2e')
    """
    return "1re" if year == 1 else f"{year}e"
