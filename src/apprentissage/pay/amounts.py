"""The euros of a pay schedule: of each period, and of a calendar month.

The Code fixes a monthly minimum and says nothing of a month begun, ended or
cut: the caller names the method. Every method is a weight of each day of the
week, and a slice of the month has the share of its days.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple, overload

from attrs import evolve, frozen

from apprentissage._arguments import check_arguments
from apprentissage._guards import FIRST_YEAR, LAST_DAY, check_date, check_number
from apprentissage._labelled import Labelled
from apprentissage._money import (
    EXACT,
    cents,
    decimal_cents,
    decimal_points,
    rounded_half_up,
    rounded_up,
)
from apprentissage._plain import PlainValue
from apprentissage._text import euros, month_of, number, percent, sentence, short_date, table
from apprentissage.errors import InvalidValue, NotCovered
from apprentissage.facts import PayBase
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.law.choices import Rounding
from apprentissage.law.readings import Readings
from apprentissage.law.smic import Smic
from apprentissage.law.sources import Caveat
from apprentissage.months import eve_of
from apprentissage.pay.claims import PayLine, PayTerms, claims_of
from apprentissage.pay.gross import LEGAL_WEEK, MONTH, Due, Share, cents_of, week_paid


@frozen(kw_only=True, eq=False, repr=False)
class PayAmount(PlainValue):
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


@frozen(kw_only=True, eq=False, repr=False)
class PayAmounts(PlainValue, Sequence[PayAmount]):
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
    def __getitem__(self, index: int | slice) -> PayAmount | tuple[PayAmount, ...]:
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
        check_arguments(PayAmounts.of, locals())
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
                f"SMIC vérifié jusqu'au {short_date(self.checked_on)} : au-delà, le dernier connu."
            ]
            if self.stale
            else (),
        )


def _pay(period: PayAmount) -> tuple[object, ...]:
    return (period.rate, period.base, period.monthly, period.overtime_monthly)


class Piece(NamedTuple):
    """Consecutive days of unchanged pay, and their monthly amount in cents."""

    starts_on: date
    ends_on: date
    line: PayLine
    rate_bp: int
    base: PayBase
    month: int
    beyond: int

    @property
    def pay(self) -> tuple[object, ...]:
        """All but its days."""
        return self[2:]

    @property
    def cents(self) -> tuple[int, int]:
        """What a month of it pays."""
        return self.month, self.beyond


def pieces_of(
    lines: Iterable[PayLine], terms: PayTerms, overtime_premium: Decimal | int | None = None
) -> Iterator[Piece]:
    """The periods of some lines over which their pay does not change.

    Args:
        lines: The lines.
        terms: The facts that decide.
        overtime_premium: See `PaySchedule.amounts`.
    """
    contract = terms.contract
    hours = LEGAL_WEEK if contract.weekly_hours is None else contract.weekly_hours
    premium = contract.overtime_premium if overtime_premium is None else overtime_premium
    # the legal premiums are the same in all versions of the text
    parts = week_paid(hours, premium, contract.starts_on)
    majority = terms.rest_until if hours > LEGAL_WEEK else date.min
    for line in lines:
        claims = claims_of(line, terms)
        for first, last in periods_of(line, terms, majority):
            due = terms.best(claims, first)
            month, beyond = gross_of(due, first, terms, terms.paid_on(first, parts))
            yield Piece(first, last, line, due.rate_bp, due.base, month, beyond)


def amounts_of(pieces: Iterable[Piece], terms: PayTerms) -> PayAmounts:
    """The amounts of some pieces; see `PaySchedule.amounts`."""
    hours, smic = terms.contract.weekly_hours, terms.readings.smic
    return PayAmounts(
        periods=tuple(
            [
                PayAmount(
                    line=piece.line,
                    starts_on=piece.starts_on,
                    ends_on=piece.ends_on,
                    rate=decimal_points(piece.rate_bp),
                    base=piece.base,
                    smic=smic.on(piece.starts_on, terms.territory),
                    monthly=decimal_cents(piece.month),
                    overtime_monthly=decimal_cents(piece.beyond),
                )
                for piece in pieces
            ]
        ),
        weekly_hours=LEGAL_WEEK if hours is None else hours,
        checked_on=smic.checked_on,
    )


def periods_of(line: PayLine, terms: PayTerms, majority: date) -> Iterator[tuple[date, date]]:
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


def gross_of(due: Due, day: date, terms: PayTerms, parts: tuple[Share, Share]) -> tuple[int, int]:
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
    if not beyond[0]:
        return month, 0
    # Hours beyond 35 are paid on the hourly wage itself, not on a month.
    hourly = due.value
    if due.base is PayBase.SMIC:
        smic = readings.smic.on(day, terms.territory)
        hourly = due.rate_bp * smic.hourly_cents * MONTH
    return month, cents_of(hourly, readings, beyond)


REAL_HOURS = (
    # As relayed by LégiSocial and Lamy paye (étude 440-2): the pay is the
    # hourly pay times the hours really worked (1992), the hourly pay being
    # that of the real hours of the month (1982).
    Source(SourceKind.CASE_LAW, "Cass. soc., 11 février 1982, n° 80-40.359"),
    Source(SourceKind.CASE_LAW, "Cass. soc., 24 juin 1992, n° 89-41.387"),
)
"""The hours really worked out of those of the month."""

_BY_USAGE = Caveat(
    "PRO_RATA_BY_USAGE",
    "Aucun article lu ne dit comment partager un mois ; compter en jours est "
    "un usage de paie (LégiSocial, Lamy paye), la Cour de cassation retenant "
    "les heures réelles du mois (Cass. soc., 11 février 1982, n° 80-40.359 ; "
    "24 juin 1992, n° 89-41.387).",
)

_RELAYED = Caveat(
    "PRO_RATA_RELAYED",
    "Aucun article lu ne dit comment partager un mois ; les arrêts sur les "
    "heures réelles du mois sont cités d'après des éditeurs de paie "
    "(LégiSocial, Lamy paye).",
)

_A_DAY = 24
"""Hours."""

_SEVEN = (
    "write the hours of the seven days of a week, from Monday on, such as (7, 7, 7, 7, 7, 0, 0)"
)

_EVERY_DAY = (1,) * 7
_MONDAY_TO_SATURDAY = (*(1,) * 6, 0)
_MONDAY_TO_FRIDAY = (*(1,) * 5, 0, 0)


class ProRata(Labelled):
    """How a partial month is prorated; the caller chooses.

    A public holiday counts as the day of the week that it is: the pay of a
    month is that of its holidays too.
    """

    CALENDAR_DAYS = "calendar_days", "jours calendaires", "jours_calendaires"
    JOURS_OUVRABLES = "jours_ouvrables", "jours ouvrables"
    JOURS_OUVRES = "jours_ouvres", "jours ouvrés"
    HOURS = "hours", "heures réelles du mois", "heures_reelles"

    @property
    def sources(self) -> tuple[Source, ...]:
        """What it rests on; none for a usage of payrolls."""
        return REAL_HOURS if self is ProRata.HOURS else ()

    @property
    def caveats(self) -> tuple[Caveat, ...]:
        """The reserve that goes with it."""
        return (_RELAYED,) if self is ProRata.HOURS else (_BY_USAGE,)


Week = tuple[Fraction, ...]
"""What each day of a week weighs, from Monday on."""


def hours_of_week(week: tuple[Decimal | int, ...] | None) -> Week:
    """The hours of each day of a week, from Monday on, checked.

    Raises:
        InvalidValue: For other than seven numbers, one under zero, or no
            hour at all.
    """
    if week is None or len(week) != len(_EVERY_DAY):
        raise InvalidValue("week", week, _SEVEN)
    for rank, hours in enumerate(week):
        check_number(f"week[{rank}]", hours)
        if hours > _A_DAY:
            raise InvalidValue(f"week[{rank}]", hours, "write hours, 0 to 24")
    if not any(week):
        raise InvalidValue("week", week, _SEVEN)
    return tuple(map(Fraction, week))


def weights_of(method: ProRata | None, week: tuple[Decimal | int, ...] | None) -> Week | None:
    """The weight of each weekday under a proration method; None without one."""
    match method:
        case ProRata.HOURS:
            return hours_of_week(week)
        case ProRata.CALENDAR_DAYS:
            weights = _EVERY_DAY
        case ProRata.JOURS_OUVRABLES:
            weights = _MONDAY_TO_SATURDAY
        case ProRata.JOURS_OUVRES:
            weights = _MONDAY_TO_FRIDAY
        case _:
            return None
    return tuple(map(Fraction, weights))


def weight_of(first: date, last: date, weights: Week) -> Fraction:
    """The weight of a period, first and last day included."""
    days = (last - first).days + 1
    weeks, rest = divmod(days, len(weights))
    opening = first.weekday()
    # two weeks on end: the days over may run past a Sunday
    over = ((weights + weights)[opening + n] for n in range(rest))
    return weeks * sum(weights, Fraction()) + sum(over, Fraction())


def within(pieces: Iterable[Piece], first: date, last: date) -> tuple[Piece, ...]:
    """The pieces within a period, merged where the amount is the same."""
    found: list[Piece] = []
    for piece in pieces:
        opens = max(first, piece.starts_on)
        closes = min(last, piece.ends_on)
        if closes < opens:
            continue
        # a change of line that changes no cent cuts no month: it needs no method
        if found and found[-1].cents == piece.cents:
            found[-1] = found[-1]._replace(ends_on=closes)
        else:
            found.append(piece._replace(starts_on=opens, ends_on=closes))
    return tuple(found)


@frozen(kw_only=True, eq=False, repr=False)
class PaySlice(PlainValue):
    """Days of a month over which the minimum does not change.

    Args:
        line: The pay line.
        starts_on: First day.
        ends_on: Last day, counted.
        rate: Percent of the base.
        base: SMIC or SMC.
        monthly: Gross of a whole month in euros, up to 35 hours a week.
        overtime_monthly: Gross of the hours beyond, of a whole month.
        counted: Its days or hours, as the method counts them; 1 where it is
            the whole month.
        of: Those of the whole month.
        due: Its share of `monthly`, rounded once to the cent.
        overtime_due: Its share of `overtime_monthly`, likewise.
    """

    line: PayLine
    starts_on: date
    ends_on: date
    rate: Decimal
    base: PayBase
    monthly: Decimal
    overtime_monthly: Decimal
    counted: Decimal
    of: Decimal
    due: Decimal
    overtime_due: Decimal

    @property
    def total_due(self) -> Decimal:
        """What is due for its days, overtime included."""
        return EXACT.add(self.due, self.overtime_due)


class SlicedMonth(PlainValue, Sequence[PaySlice]):
    """A calendar month by its slices, in the order of the days."""

    __slots__ = ()

    slices: tuple[PaySlice, ...]

    def __len__(self) -> int:
        return len(self.slices)

    @overload
    def __getitem__(self, index: int) -> PaySlice: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[PaySlice, ...]: ...
    def __getitem__(self, index: int | slice) -> PaySlice | tuple[PaySlice, ...]:
        return self.slices[index]

    def __iter__(self) -> Iterator[PaySlice]:
        return iter(self.slices)

    @property
    def starts_on(self) -> date:
        """First day of it in the contract."""
        return self.slices[0].starts_on

    @property
    def ends_on(self) -> date:
        """Last day of it in the contract."""
        return self.slices[-1].ends_on

    def on(self, day: date) -> PaySlice:
        """What was due for a day: the slice that it belongs to.

        Raises:
            NotCovered: For a day outside the month or the contract.
        """
        check_date("day", day)
        for each in self.slices:
            if each.starts_on <= day <= each.ends_on:
                return each
        raise NotCovered("month", day, self.starts_on)


@frozen(kw_only=True, eq=False, repr=False)
class PayMonth(SlicedMonth):
    """The least pay of a calendar month, slice by slice.

    Args:
        year: Civil year.
        month: From 1 to 12.
        method: How the month was shared out; None where it is whole.
        slices: In the order of the days.
        stale: It goes beyond the last day verified of the SMIC.
    """

    year: int
    month: int
    method: ProRata | None
    slices: tuple[PaySlice, ...]
    stale: bool = False

    @property
    def due(self) -> Decimal:
        """Gross due for the month in euros, overtime included."""
        return total_of(each.total_due for each in self.slices)

    @property
    def sources(self) -> tuple[Source, ...]:
        """What the method rests on."""
        return () if self.method is None else self.method.sources

    @property
    def caveats(self) -> tuple[Caveat, ...]:
        """The reserve that goes with the method."""
        return () if self.method is None else self.method.caveats

    @property
    def sentence(self) -> str:
        """What is due, and out of what, in French."""
        return sentence(
            "{month} : {due:€} bruts au moins ({slices}).",
            {
                "month": _capital(month_of(self.starts_on)),
                "due": self.due,
                "slices": " ; ".join(map(self._told, self.slices)),
            },
        )

    def _told(self, each: PaySlice) -> str:
        share = ""
        if self.method is not None:
            share = f", {number(each.counted)} sur {number(each.of)} {self.method.label}"
        return (
            f"du {short_date(each.starts_on)} au {short_date(each.ends_on)}, "
            f"{percent(each.rate)} du {each.base.value}{share} : "
            f"{euros(each.total_due)}"
        )

    def to_rows(self, *, exact: bool = False) -> list[dict[str, object]]:
        """Plain rows, one a slice, for a data frame or a plot.

        Args:
            exact: Amounts are Decimals, not floats.
        """
        check_arguments(PayMonth.to_rows, locals())
        number_of = Decimal if exact else float
        return [
            {
                "mois": f"{self.year:04d}-{self.month:02d}",
                "ordre": each.line.order,
                "du": each.starts_on,
                "au": each.ends_on,
                "taux": number_of(each.rate),
                "base": each.base.value,
                "brut_mensuel": number_of(each.monthly),
                "heures_supplementaires": number_of(each.overtime_monthly),
                "methode": None if self.method is None else self.method.code,
                "compte": number_of(each.counted),
                "sur": number_of(each.of),
                "brut_du": number_of(each.total_due),
            }
            for each in self.slices
        ]

    def _repr_html_(self) -> str:
        """The slices of the month, for a notebook."""
        return table(
            ("du", "au", "taux", "brut mensuel", "part", "dû"),
            (
                (
                    short_date(each.starts_on),
                    short_date(each.ends_on),
                    f"{percent(each.rate)} du {each.base.value}",
                    euros(EXACT.add(each.monthly, each.overtime_monthly)),
                    f"{number(each.counted)} / {number(each.of)}",
                    euros(each.total_due),
                )
                for each in self.slices
            ),
            caption=f"Salaire minimum brut de {month_of(self.starts_on)} : "
            f"{euros(self.due)}" + ("" if self.method is None else f", en {self.method.label}"),
            notes=(each.sentence for each in self.caveats),
        )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def total_of(amounts: Iterable[Decimal]) -> Decimal:
    """A sum in euros, whatever the decimal context."""
    return decimal_cents(sum(cents("amounts", each) for each in amounts))


def bounds_of(year: int, month: int) -> tuple[date, date]:
    """The first and the last day of a calendar month.

    Raises:
        InvalidValue: For a year or a month out of range.
    """
    if not FIRST_YEAR <= year <= LAST_DAY.year:
        raise InvalidValue("year", year, f"write a year from {FIRST_YEAR} to {LAST_DAY.year}")
    if not 1 <= month <= 12:
        raise InvalidValue("month", month, "write a month from 1 to 12")
    length = monthrange(year, month)[1]
    return date(year, month, 1), date(year, month, length)


def shared(amount: int, share: Fraction, readings: Readings) -> int:
    """A fraction of an amount in cents, rounded once as the readings say."""
    numerator, denominator = (amount * share).as_integer_ratio()
    if readings.rounding is Rounding.CEILING:
        return rounded_up(numerator, denominator)
    return rounded_half_up(numerator, denominator)


def is_whole(pieces: Sequence[Piece], first: date, last: date) -> bool:
    """Whether a month is one piece: no method is needed then."""
    (opening, *others) = pieces
    return not others and (opening.starts_on, opening.ends_on) == (first, last)


def counts_of(
    pieces: Sequence[Piece], first: date, last: date, weights: Week | None
) -> tuple[tuple[Fraction, ...], Fraction]:
    """The days or hours of each piece of a month, and those of the month.

    Raises:
        InvalidValue: Without a method, where the month is not whole.
    """
    if is_whole(pieces, first, last):
        return (Fraction(1),), Fraction(1)
    if weights is None:
        turns = [
            *(f"begins on {each.starts_on}" for each in pieces[:1] if each.starts_on > first),
            *(f"changes on {each.starts_on}" for each in pieces[1:]),
            *(f"ends on {each.ends_on}" for each in pieces[-1:] if each.ends_on < last),
        ]
        raise InvalidValue(
            "method", None, f"write a ProRata: the pay of {first:%Y-%m} {', '.join(turns)}"
        )
    return (
        tuple(weight_of(p.starts_on, p.ends_on, weights) for p in pieces),
        weight_of(first, last, weights),
    )


def slices_of(
    pieces: Sequence[Piece],
    counted: Sequence[Fraction],
    of: Fraction,
    dues: Iterable[tuple[int, int]],
) -> tuple[PaySlice, ...]:
    """The pieces of a month, each with its cents: up to 35 hours, beyond."""
    return tuple(
        PaySlice(
            line=piece.line,
            starts_on=piece.starts_on,
            ends_on=piece.ends_on,
            rate=decimal_points(piece.rate_bp),
            base=piece.base,
            monthly=decimal_cents(piece.month),
            overtime_monthly=decimal_cents(piece.beyond),
            counted=_plain_count(count),
            of=_plain_count(of),
            due=decimal_cents(due),
            overtime_due=decimal_cents(more),
        )
        for piece, count, (due, more) in zip(pieces, counted, dues, strict=True)
    )


def _plain_count(count: Fraction) -> Decimal:
    # Sums of Decimals: the quotient is exact.
    return EXACT.divide(Decimal(count.numerator), Decimal(count.denominator))


def pay_month(
    pieces: Iterable[Piece],
    year: int,
    month: int,
    *,
    until: date,
    method: ProRata | None,
    week: tuple[Decimal | int, ...] | None,
    readings: Readings,
) -> PayMonth:
    """What is due for a month; see `PaySchedule.month`.

    Args:
        pieces: Those of the whole contract.
        year: Civil year.
        month: From 1 to 12.
        until: Last day on which pay is due.
        method: How a month that is not whole is shared out.
        week: The hours of each day of a week, for `ProRata.HOURS`.
        readings: The point read is `rounding`.
    """
    first, last = bounds_of(year, month)
    if week is not None and method is not ProRata.HOURS:
        raise InvalidValue("week", week, "write it for ProRata.HOURS alone")
    weights = weights_of(method, week)
    whole = tuple(pieces)
    of_month = within(whole, first, min(last, until))
    if not of_month:
        raise NotCovered("pay schedule", first, whole[0].starts_on)
    counted, of = counts_of(of_month, first, last, weights)
    dues = (
        (shared(piece.month, count / of, readings), shared(piece.beyond, count / of, readings))
        for piece, count in zip(of_month, counted, strict=True)
    )
    return PayMonth(
        year=year,
        month=month,
        method=None if is_whole(of_month, first, last) else method,
        slices=slices_of(of_month, counted, of, dues),
        stale=of_month[-1].ends_on > readings.smic.checked_on,
    )


def months_between(first: date, last: date) -> Iterator[tuple[int, int]]:
    """The calendar months that a period touches, in order."""
    start = 12 * first.year + first.month - 1
    for month in range(start, 12 * last.year + last.month):
        yield month // 12, month % 12 + 1
