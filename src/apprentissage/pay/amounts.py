"""Pay lines, and the euros of each of their periods."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, overload

from attrs import evolve, frozen

from apprentissage._arguments import check_arguments
from apprentissage._guards import check_date
from apprentissage._money import (
    EXACT,
    decimal_cents,
    decimal_points,
)
from apprentissage._text import (
    element,
    enumeration,
    escape,
    euros,
    percent,
    sentence,
    short_date,
    table,
)
from apprentissage.errors import NotCovered
from apprentissage.facts import AgeBracket, PayBase
from apprentissage.facts.authorities import Source
from apprentissage.law.smic import Smic
from apprentissage.months import eve_of
from apprentissage.pay.claims import PayTerms
from apprentissage.pay.cycle import LAST_YEAR
from apprentissage.pay.grids import BRACKETS, PayReason
from apprentissage.pay.gross import (
    LEGAL_WEEK,
    MONTH,
    Claim,
    Due,
    Share,
    cents_of,
    hours_paid,
)


@frozen(repr=False)
class PayLine:
    """The minimum of a span of one year of execution and one age bracket.

    Args:
        order: As the Cerfa prints it, `1.1` to `4.2`.
        execution_year: Year of execution, from 1.
        starts_on: First day.
        ends_on: Last day, counted.
        age_bracket: The bracket; before 2019 `FROM_21` stands for 21 and
            over.
        rate: Minimum, percent of the base.
        base: SMIC or SMC, the better on the first day.
        reasons: Why, the most general first.
        sources: The texts.
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

    def __repr__(self) -> str:
        return (
            f"PayLine({self.order!r}, {self.starts_on} to {self.ends_on}, "
            f"{self.rate} % {self.base.value})"
        )

    def _repr_html_(self) -> str:
        """Days, rate, reasons and articles, for a notebook."""
        told = sentence(
            "{order}, du {starts_on:short} au {ends_on:short} : {rate} du "
            "{base} ; {reasons} ({sources}).",
            {
                "order": self.order,
                "starts_on": self.starts_on,
                "ends_on": self.ends_on,
                "rate": percent(self.rate),
                "base": self.base.value,
                "reasons": " ; ".join(each.label for each in self.reasons),
                "sources": enumeration(s.reference for s in self.sources),
            },
        )
        return element("p", escape(told))


def ordinal(year: int) -> str:
    """The rank of a year, in French.

    >>> ordinal(1), ordinal(2)
    ('1re', '2e')
    """
    check_arguments(ordinal, locals())
    return "1re" if year == 1 else f"{year}e"


@frozen(kw_only=True)
class PayAmount:
    """The minimum of a period over which neither line nor SMIC changes.

    Args:
        line: The pay line.
        starts_on: First day.
        ends_on: Last day, counted.
        rate: Percent of the base, the best in euros of this period.
        base: SMIC or SMC.
        smic: SMIC of the period.
        monthly: Gross of a month in euros, for 35 hours a week or for the
            hours of the contract where they are fewer.
        overtime_monthly: Gross of the hours from the 36th on, a month; 0
            before 18, whose overtime is rest (L3162-1).
    """

    line: PayLine
    starts_on: date
    ends_on: date
    rate: Decimal
    base: PayBase
    smic: Smic
    monthly: Decimal
    overtime_monthly: Decimal

    @property
    def total_monthly(self) -> Decimal:
        """Gross of a month in euros, overtime included."""
        return EXACT.add(self.monthly, self.overtime_monthly)


@frozen(kw_only=True)
class PayAmounts(Sequence[PayAmount]):
    """The amounts of a pay schedule, period by period.

    Args:
        periods: In the order of the days, without gap.
        weekly_hours: Hours a week that they pay.
        checked_on: Last day for which the SMIC was verified.
    """

    periods: tuple[PayAmount, ...]
    weekly_hours: Decimal
    checked_on: date

    def __len__(self) -> int:
        return len(self.periods)

    @overload
    def __getitem__(self, index: int) -> PayAmount: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[PayAmount, ...]: ...
    def __getitem__(
        self, index: int | slice
    ) -> PayAmount | tuple[PayAmount, ...]:
        return self.periods[index]

    def __iter__(self) -> Iterator[PayAmount]:
        return iter(self.periods)

    @property
    def stale(self) -> bool:
        """A period goes beyond the last day verified of the SMIC."""
        return self.periods[-1].ends_on > self.checked_on

    def on(self, day: date) -> PayAmount:
        """The amount of a day.

        Raises:
            NotCovered: For a day outside the contract.
        """
        check_date("day", day)
        for period in self.periods:
            if period.starts_on <= day <= period.ends_on:
                return period
        raise NotCovered("pay schedule", day, self.periods[0].starts_on)

    def of(self, line: PayLine) -> tuple[PayAmount, ...]:
        """The amounts of a line, each change of pay once.

        Periods of the same pay are one: a rise of the SMIC changes nothing
        of a pay on a higher SMC. `smic` is then that of the first.

        Args:
            line: A line of the schedule.
        """
        joined: list[PayAmount] = []
        for period in self.periods:
            if period.line != line:
                continue
            if joined and _pay(joined[-1]) == _pay(period):
                joined[-1] = evolve(joined[-1], ends_on=period.ends_on)
            else:
                joined.append(period)
        return tuple(joined)

    def to_rows(self, *, exact: bool = False) -> list[dict[str, Any]]:
        """Plain rows, one a period, for a data frame or a plot.

        Args:
            exact: Rates and amounts are Decimals, not floats.
        """
        check_arguments(PayAmounts.to_rows, locals())
        number_of = Decimal if exact else float
        return [
            {
                "ordre": period.line.order,
                "du": period.starts_on,
                "au": period.ends_on,
                "taux": number_of(period.rate),
                "base": period.base.value,
                "smic_horaire": number_of(period.smic.hourly),
                "smic_mensuel": number_of(period.smic.monthly),
                "brut_mensuel": number_of(period.monthly),
                "heures_supplementaires": number_of(period.overtime_monthly),
                "total_mensuel": number_of(period.total_monthly),
                "perime": period.ends_on > self.checked_on,
            }
            for period in self.periods
        ]

    def _repr_html_(self) -> str:
        """The amounts, for a notebook."""
        return table(
            ("ligne", "du", "au", "taux", "brut mensuel"),
            (
                (
                    period.line.order,
                    short_date(period.starts_on),
                    short_date(period.ends_on),
                    f"{percent(period.rate)} du {period.base.value}",
                    euros(period.total_monthly),
                )
                for period in self.periods
            ),
            caption="Salaire minimum brut de chaque période",
            notes=[
                f"SMIC vérifié jusqu'au {short_date(self.checked_on)} : "
                "au-delà, le dernier connu."
            ]
            if self.stale
            else (),
        )


def _pay(period: PayAmount) -> tuple[object, ...]:
    return (
        period.rate,
        period.base,
        period.monthly,
        period.overtime_monthly,
    )


def amounts_of(
    lines: tuple[PayLine, ...],
    terms: PayTerms,
    weekly_hours: Decimal | None,
    overtime_premium: Decimal | int | None,
) -> PayAmounts:
    """The amounts of some lines; see `PaySchedule.amounts`."""
    hours = LEGAL_WEEK if weekly_hours is None else weekly_hours
    # the legal premiums are the same in all versions of the text
    parts = hours_paid(hours, overtime_premium, on=lines[0].starts_on)
    majority = terms.rest_until if hours > LEGAL_WEEK else date.min
    return PayAmounts(
        periods=tuple(
            _amount(line, days, terms.best(claims, days[0]), terms, parts)
            for line in lines
            for claims in (claims_of(line, terms),)
            for days in periods_of(line, terms, majority)
        ),
        weekly_hours=hours,
        checked_on=terms.readings.smic.checked_on,
    )


def periods_of(
    line: PayLine, terms: PayTerms, majority: date
) -> Iterator[tuple[date, date]]:
    """The periods of a line over which neither a base nor majority changes.

    Args:
        line: The line.
        terms: The facts that decide.
        majority: First day on which overtime is paid and not rested.
    """
    first, last = line.starts_on, line.ends_on
    days = terms.turns(first, last, terms.smc_monthly)
    if first < majority <= last and majority not in days:
        days = sorted((*days, majority))
    return zip(days, [*map(eve_of, days[1:]), last], strict=True)


def claims_of(
    line: PayLine, terms: PayTerms, at_most: int = LAST_YEAR
) -> tuple[Claim, ...]:
    """What may be claimed over a line; see `PayTerms.claims`."""
    return terms.claims(*rank_of(line), at_most)


def rank_of(line: PayLine) -> tuple[date, int, int]:
    """The first day of a line, its year of execution, its bracket's rank."""
    bracket = BRACKETS.index(line.age_bracket)
    return line.starts_on, line.execution_year, bracket


def _amount(
    line: PayLine,
    days: tuple[date, date],
    due: Due,
    terms: PayTerms,
    parts: tuple[Share, Share],
) -> PayAmount:
    first, last = days
    month, beyond = gross_of(due, first, terms, terms.paid_on(first, parts))
    return PayAmount(
        line=line,
        starts_on=first,
        ends_on=last,
        rate=decimal_points(due.rate_bp),
        base=due.base,
        smic=terms.readings.smic.on(first, terms.territory),
        monthly=decimal_cents(month),
        overtime_monthly=decimal_cents(beyond),
    )


def gross_of(
    due: Due, day: date, terms: PayTerms, parts: tuple[Share, Share]
) -> tuple[int, int]:
    """The cents of a month: up to the 35th hour of a week, and beyond.

    Args:
        due: Rate and base of the day.
        day: Day worked.
        terms: The facts that decide.
        parts: What the week pays, as `PayTerms.paid_on` gives it.
    """
    readings = terms.readings
    paid, beyond = parts
    month = cents_of(due.value, readings, paid)
    # Hours beyond 35 are paid on the hourly wage itself, not on a month.
    hourly = due.value
    if due.base is PayBase.SMIC:
        smic = readings.smic.on(day, terms.territory)
        hourly = due.rate_bp * smic.hourly_cents * MONTH
    return month, cents_of(hourly, readings, beyond)
