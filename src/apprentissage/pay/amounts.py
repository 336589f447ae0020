"""Euros of each period of a pay schedule, SMIC rise by SMIC rise."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import overload

from attrs import evolve, frozen

from apprentissage._arguments import check_arguments
from apprentissage._guards import check_date
from apprentissage._money import (
    EXACT,
    basis_points,
    decimal_cents,
    decimal_points,
)
from apprentissage._text import euros, percent, short_date, table
from apprentissage.errors import NotCovered
from apprentissage.facts import PayBase, Territory
from apprentissage.law.readings import LETTER, Readings
from apprentissage.law.smic import Smic
from apprentissage.months import eve_of
from apprentissage.pay._claims import (
    MONTH,
    Due,
    cents_of,
    smic_twelfths,
)
from apprentissage.pay._terms import PayTerms
from apprentissage.pay.gross import LEGAL_WEEK, Share, hours_paid
from apprentissage.pay.line import PayLine


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

    def to_rows(self) -> list[dict[str, object]]:
        """Plain rows, one a period, for a data frame."""
        return [
            {
                "order": period.line.order,
                "starts_on": period.starts_on,
                "ends_on": period.ends_on,
                "rate": period.rate,
                "base": period.base.value,
                "smic_hourly": period.smic.hourly,
                "smic_monthly": period.smic.monthly,
                "monthly": period.monthly,
                "overtime_monthly": period.overtime_monthly,
                "total_monthly": period.total_monthly,
                "stale": period.ends_on > self.checked_on,
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
    overtime_premium: Decimal | None,
) -> PayAmounts:
    """The amounts of some lines; see `PaySchedule.amounts`."""
    hours = LEGAL_WEEK if weekly_hours is None else weekly_hours
    parts = hours_paid(hours, overtime_premium)
    majority = terms.rest_until if hours > LEGAL_WEEK else date.min
    return PayAmounts(
        periods=tuple(
            _amount(line, first, last, terms, parts)
            for line in lines
            for first, last in _periods(line, terms, majority)
        ),
        weekly_hours=hours,
        checked_on=terms.readings.smic.checked_on,
    )


def _periods(
    line: PayLine, terms: PayTerms, majority: date
) -> Iterator[tuple[date, date]]:
    first, last = line.starts_on, line.ends_on
    days = terms.turns(first, last, terms.smc_monthly)
    if first < majority <= last and majority not in days:
        days = sorted((*days, majority))
    return zip(days, [*map(eve_of, days[1:]), last], strict=True)


def _amount(
    line: PayLine,
    first: date,
    last: date,
    terms: PayTerms,
    parts: tuple[Share, Share],
) -> PayAmount:
    due = terms.best(line.claims, first)
    month, beyond = gross_of(due, first, terms, parts)
    return PayAmount(
        line=line,
        starts_on=first,
        ends_on=last,
        rate=decimal_points(due.rate),
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
        parts: What the week pays, as `hours_paid` gives it.
    """
    readings = terms.readings
    paid, beyond = parts
    month = cents_of(due.value, readings, paid)
    if day < terms.rest_until:
        return month, 0
    # Hours beyond 35 are paid on the hourly wage itself, not on a month.
    hourly = due.value
    if due.base is PayBase.SMIC:
        smic = readings.smic.on(day, terms.territory)
        hourly = due.rate * smic.hourly_cents * MONTH
    return month, cents_of(hourly, readings, beyond)


def monthly_pay(
    rate: Decimal,
    *,
    on: date,
    territory: Territory,
    readings: Readings = LETTER,
) -> Decimal:
    """A rate of the SMIC of a day, for a month of 35 hours.

    Args:
        rate: Percent of the SMIC, public points included.
        on: Day worked.
        territory: Place of execution.
        readings: The points read are `monthly_base`, `mayotte_2021_month`
            and `rounding`.

    Returns:
        Gross in euros.

    Raises:
        NotCovered: Where the SMIC of that day is not known.

    Source: art. L. 6222-27 du code du travail.

    >>> monthly_pay(
    ...     Decimal("43"), on=date(2026, 6, 1), territory=Territory.METROPOLE
    ... )
    Decimal('802.82')
    """
    check_arguments(monthly_pay, locals())
    smic = smic_twelfths(readings.smic.on(on, territory), readings)
    value = basis_points("rate", rate) * smic
    return decimal_cents(cents_of(value, readings))
