"""The pay schedule of a contract: the lines of the pay box of the Cerfa."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any, overload

from attrs import evolve, field, fields, frozen

from apprentissage._arguments import check_arguments
from apprentissage._guards import check_birth, check_date, check_order
from apprentissage._money import decimal_cents, decimal_points
from apprentissage._plain import PlainValue
from apprentissage._text import enumeration, percent, sentence, short_date, table
from apprentissage.dates.rupture import broken_on
from apprentissage.errors import NotCovered
from apprentissage.facts import (
    Apprentice,
    ByDay,
    Contract,
    ContractType,
    Diploma,
    DurationGround,
    Employer,
    EmployerType,
    Extension,
    Grid,
    PayBase,
    PreviousCycle,
    Territory,
    Training,
)
from apprentissage.facts.names import argument_of
from apprentissage.law.choices import Choice
from apprentissage.law.readings import LETTER, POINTS, Readings
from apprentissage.law.sources import LAW_CHECKED_ON, Caveat
from apprentissage.months import morrow_of
from apprentissage.pay.amounts import (
    PayAmounts,
    PayMonth,
    ProRata,
    amounts_of,
    months_between,
    pay_month,
    pieces_of,
)
from apprentissage.pay.claims import (
    LineDraft,
    PayLine,
    PayTerms,
    claims_of,
    ordinal,
    rank_of,
    terms_of,
)
from apprentissage.pay.cycle import cycle_told_twice
from apprentissage.pay.earlier import last_together, previous_contract
from apprentissage.pay.grids import (
    BRACKETS,
    PAY_GRIDS,
    PUBLIC_POINTS,
    Assumption,
    PayReason,
    cited,
)
from apprentissage.pay.gross import cents_of, of_the_hours
from apprentissage.pay.lengths import years_opened
from apprentissage.pay.points import SUCCESSION

_ABOVE_100 = {
    PayReason.PUBLIC_POINTS: Caveat(
        "PUBLIC_POINTS_ABOVE_100",
        "Les points de l'employeur public mènent au-delà de 100 % du SMIC : "
        "le plafond de l'art. D. 6222-31 vise une autre sous-section.",
    ),
    PayReason.DISABILITY_YEAR: Caveat(
        "DISABILITY_POINTS_ABOVE_100",
        "Les 15 points de l'année de plus du travailleur handicapé mènent "
        "au-delà de 100 % du SMIC : ils sont hors de la sous-section que "
        "l'art. D. 6222-31 plafonne, mais aucune source n'énonce ce taux.",
    ),
}
"""Reserves on a rate above 100 %, by what leads to it."""

_FLOOR_ON_SMC = Caveat(
    "FLOOR_ON_SMC",
    "Le dernier salaire du contrat précédent, écrit en pourcentage du SMC, "
    "est rapporté au SMC de l'emploi actuel.",
)

_SMC_FROM_JULY_2016 = Caveat(
    "SMC_FROM_JULY_2016",
    "Depuis le 1er juillet 2016 l'art. D. 6222-26 prend le SMC pour base à "
    "partir de 21 ans ; qu'il atteigne les contrats alors en cours n'est pas "
    "établi.",
)

_UNUSUAL_POINTS = Caveat(
    "PUBLIC_POINTS_UNUSUAL",
    "L'employeur public ne peut ajouter que 10 ou 20 points (20 à partir du "
    "niveau 6 avant le 27 avril 2020) : les points déclarés sont retenus tels "
    "quels.",
)

_CONVENTIONAL_FLOOR = Caveat(
    "CONVENTIONAL_FLOOR",
    "Qu'un taux conventionnel suive l'apprenti chez un autre employeur "
    "seulement dans la même branche vient d'une circulaire de 2007, retirée "
    "depuis.",
)


def contract_caveats(terms: PayTerms) -> tuple[Caveat, ...]:
    """The reserves that hold for all lines of a contract."""
    contract = terms.contract
    raised = (
        (_FLOOR_ON_SMC, any(floor.base is not PayBase.SMIC for floor in terms.floors)),
        (_SMC_FROM_JULY_2016, _runs_into_july_2016(terms)),
        (_UNUSUAL_POINTS, _points_of_no_text(terms)),
        (_CONVENTIONAL_FLOOR, _conventional_floor(terms)),
    )
    return (
        *(caveat for caveat, holds in raised if holds),
        *of_the_hours(contract, terms.rest_until),
        *cycle_told_twice(contract),
        *last_together(contract.previous),
    )


def _runs_into_july_2016(terms: PayTerms) -> bool:
    contract = terms.contract
    base_of_2016 = PAY_GRIDS.concluded(contract.concluded_on)
    last = PAY_GRIDS.concluded(contract.ends_on)
    return (
        not base_of_2016.value.smc_from_21
        and last.value.smc_from_21
        and not terms.smc_from_21
        and terms.smc_monthly is not None
    )


def _points_of_no_text(terms: PayTerms) -> bool:
    contract = terms.contract
    points = contract.public_points
    if not points or terms.public is None:
        return False
    rule = PUBLIC_POINTS.concluded(contract.concluded_on).value
    return not rule.foresees(points, contract.training.level)


def _conventional_floor(terms: PayTerms) -> bool:
    contract = terms.contract
    found, _ = previous_contract(contract.previous or ())
    diploma_needed = SUCCESSION.concluded(contract.concluded_on).value
    if not terms.floors or found is None or not diploma_needed:
        return False
    cycle = found[1]
    return not cycle.same_employer and cycle.last_statutory_rate not in {None, cycle.last_rate}


PAY_POINTS = (
    "birthday_on_the_first",
    "leap_birthday",
    "threshold_in_start_month",
    "leap_start",
    "cycle_credit",
    "credit_2019",
    "year_elsewhere",
    "smc_before_july_2016",
    "licence_pro_length",
    "licence_pro_before_april_2020",
    "fifteen_points_base",
    "fifteen_points_bracket",
    "fifteen_points_licence",
    "fifteen_points_before_2019",
    "disability_points_base",
    "monthly_base",
    "mayotte_2021_month",
)
"""The contested points that can change a line."""

_FORM_YEARS = 4
_ONE_DAY = timedelta(days=1)


@frozen(eq=False, repr=False)
class PaySchedule(PlainValue, Sequence[PayLine]):
    """The least pay of an apprentice over a contract, line by line.

    The lines follow each other without gap or overlap from the first to the
    last day. Paying more is always lawful.

    Args:
        contract: The facts.
        readings: The choices followed.
        lines: In the order of the days.
        assumed: Facts taken as ordinary because unknown.
    """

    contract: Contract
    readings: Readings
    lines: tuple[PayLine, ...]
    assumed: tuple[Assumption, ...]
    # What the lines were made of, for what a line asks beyond its own fields.
    terms: PayTerms = field(repr=False, eq=False)

    def __repr__(self) -> str:
        lines = ", ".join(
            f"{line.order} {line.rate} % {line.base.value} from {line.starts_on}"
            for line in self.lines
        )
        return f"PaySchedule(contract of {self.contract.concluded_on}: {lines})"

    def __len__(self) -> int:
        return len(self.lines)

    @overload
    def __getitem__(self, index: int) -> PayLine: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[PayLine, ...]: ...
    def __getitem__(self, index: int | slice) -> PayLine | tuple[PayLine, ...]:
        return self.lines[index]

    def __iter__(self) -> Iterator[PayLine]:
        return iter(self.lines)

    @property
    def stale(self) -> bool:
        """The contract is concluded after the last day verified."""
        return self.contract.concluded_on > LAW_CHECKED_ON

    @property
    def caveats(self) -> tuple[Caveat, ...]:
        """The reserves of the contract and of all lines, each once."""
        lines = (each for line in self.lines for each in self.reserves(line))
        whole = contract_caveats(self.terms)
        return tuple(dict.fromkeys((*whole, *lines)))

    def on(self, day: date) -> PayLine:
        """The line of a day.

        Raises:
            NotCovered: For a day outside the contract.
        """
        check_date("day", day)
        for line in self.lines:
            if line.starts_on <= day <= line.ends_on:
                return line
        raise NotCovered("pay schedule", day, self.lines[0].starts_on)

    def monthly(self, line: PayLine) -> Decimal:
        """Gross in euros of a month of 35 hours, on the first day of a line.

        Args:
            line: A line of the schedule.

        Raises:
            NotCovered: Where the SMIC of that day is not known, or for a
                line of other days.
        """
        check_arguments(PaySchedule.monthly, locals())
        terms = self.terms
        due = terms.best(claims_of(self._own(line), terms), line.starts_on)
        return decimal_cents(cents_of(due.value, self.readings))

    def ages(self, line: PayLine) -> str:
        """What the bracket of a line covers, in French.

        Args:
            line: A line of the schedule.
        """
        check_arguments(PaySchedule.ages, locals())
        return self.terms.table.labels[BRACKETS.index(line.age_bracket)]

    def reserves(self, line: PayLine) -> tuple[Caveat, ...]:
        """The reserves of a line.

        Args:
            line: A line of the schedule.
        """
        check_arguments(PaySchedule.reserves, locals())
        _, caveats = cited(self.contract.concluded_on, line.reasons)
        if line.rate <= 100:
            return caveats
        above = (caveat for why, caveat in _ABOVE_100.items() if why in line.reasons)
        return (*caveats, *above)

    def told(self, line: PayLine) -> tuple[str, ...]:
        """Why a line has its rate, in French: year, ages, reasons.

        Args:
            line: A line of the schedule.
        """
        check_arguments(PaySchedule.told, locals())
        year = line.execution_year
        *_, grid_year = self.terms.due(*rank_of(self._own(line)))
        # 15 points are added to a year of the earlier cycle, which is told
        credited = PayReason.FIFTEEN_POINTS in line.reasons
        of_grid = grid_year and (credited or grid_year != year)
        return (
            f"{ordinal(year)} année d'exécution",
            *([f"taux de la {ordinal(grid_year)} année"] if of_grid else ()),
            self.ages(line),
            *(reason.label for reason in line.reasons if reason is not PayReason.EXECUTION_YEAR),
        )

    def sentence(self, line: PayLine) -> str:
        """A line in French: rate, reasons, articles.

        Args:
            line: A line of the schedule.
        """
        check_arguments(PaySchedule.sentence, locals())
        return sentence(
            "{rate} du {base} : {told} ({sources}).",
            {
                "rate": percent(line.rate),
                "base": line.base.value,
                "told": " ; ".join(self.told(line)),
                "sources": enumeration(s.reference for s in line.sources),
            },
        )

    def _own(self, line: PayLine) -> PayLine:
        for own in self.lines:
            if own.starts_on == line.starts_on:
                return own
        raise NotCovered("pay schedule", line.starts_on, self.lines[0].starts_on)

    def amounts(self, *, overtime_premium: Decimal | int | None = None) -> PayAmounts:
        """The euros of each period, split where the SMIC changes.

        They are those of the contract as it is written, to its last day: a
        rupture told in the file ends what `month` and `months` say is due,
        and not what the form had to write.

        Rate and base are the best in euros of each period. Fewer hours than
        35 a week are paid in proportion, hours beyond as overtime.

        Args:
            overtime_premium: Percent of each hour beyond 35; where None that
                of the contract or, where it says none, 25 % for eight hours
                a week, then 50 % (L3121-36).

        Raises:
            NotCovered: Where the SMIC of a day is not known.
        """
        if overtime_premium is not None:
            check_arguments(PaySchedule.amounts, locals())
        return amounts_of(pieces_of(self.lines, self.terms, overtime_premium), self.terms)

    def month(
        self,
        year: int,
        month: int,
        *,
        method: ProRata | None = None,
        week: tuple[Decimal | int, ...] | None = None,
        overtime_premium: Decimal | None = None,
    ) -> PayMonth:
        """What is due for a calendar month, cut where the pay changes in it.

        Args:
            year: Civil year.
            month: From 1 to 12.
            method: How a month begun, ended or cut is shared out. There is
                no default: the Code names none.
            week: The hours of each day of a week, from Monday on, for
                `ProRata.HOURS`.
            overtime_premium: As `amounts` takes it.

        Returns:
            A slice for each pay of the month, the share of each rounded once
            to the cent. Nothing is due after a rupture told in the file.

        Raises:
            InvalidValue: Without a method, where the month is not whole or
                its pay changes; for a week without its method, or none with
                it.
            NotCovered: For a month outside the contract, or where the SMIC
                of a day is not known.

        Source: none in the Code; `ProRata` says what each method rests on.

        >>> from apprentissage.facts import Apprentice
        >>> schedule = pay_schedule(Contract(
        ...     concluded_on=date(2025, 9, 1),
        ...     starts_on=date(2025, 9, 15),
        ...     ends_on=date(2027, 9, 14),
        ...     apprentice=Apprentice(born_on=date(2007, 1, 10)),
        ... ))
        >>> cut = schedule.month(2026, 9, method=ProRata.CALENDAR_DAYS)
        >>> [(str(each.rate), str(each.due)) for each in cut], cut.due
        ([('43', '374.65'), ('51', '507.83')], Decimal('882.48'))
        """
        check_arguments(PaySchedule.month, locals())
        return pay_month(
            pieces_of(self.lines, self.terms, overtime_premium),
            year,
            month,
            until=self.paid_until,
            method=method,
            week=week,
            readings=self.readings,
        )

    def months(
        self,
        *,
        method: ProRata | None = None,
        week: tuple[Decimal | int, ...] | None = None,
        overtime_premium: Decimal | None = None,
    ) -> tuple[PayMonth, ...]:
        """What is due for each calendar month of the contract; see `month`.

        Args:
            method: How a month begun, ended or cut is shared out.
            week: The hours of each day of a week, for `ProRata.HOURS`.
            overtime_premium: As `amounts` takes it.
        """
        check_arguments(PaySchedule.months, locals())
        pieces = tuple(pieces_of(self.lines, self.terms, overtime_premium))
        until = self.paid_until
        return tuple(
            pay_month(pieces, *when, until=until, method=method, week=week, readings=self.readings)
            for when in months_between(self.contract.starts_on, until)
        )

    @property
    def paid_until(self) -> date:
        """The last day on which pay is due: that of a rupture, or the end."""
        return broken_on(self.contract) or self.contract.ends_on

    def contested(self) -> tuple["ContestedLines", ...]:
        """The other readings under which the lines differ.

        Each other choice of each contested point that the lines depend on
        is tried, one at a time.
        """
        asked = _asked(self.contract, self.readings)
        return tuple(
            ContestedLines(point=point, choice=choice, schedule=other)
            for point in PAY_POINTS
            if point in asked
            for choice in POINTS[point]
            if choice is not getattr(self.readings, point)
            for other in (pay_schedule(self.contract, self.readings.choose(**{point: choice})),)
            if other.written != self.written
        )

    @property
    def written(self) -> tuple[tuple[object, ...], ...]:
        """What the form shows of each line."""
        return tuple(
            (line.order, line.starts_on, line.ends_on, line.age_bracket, line.rate, line.base)
            for line in self.lines
        )

    def to_rows(self, *, exact: bool = False) -> list[dict[str, Any]]:
        """Plain rows, one a line, for a data frame or a plot.

        Args:
            exact: Rates and amounts are Decimals, not floats.
        """
        check_arguments(PaySchedule.to_rows, locals())
        number_of = Decimal if exact else float
        return [
            {
                "ordre": line.order,
                "annee_execution": line.execution_year,
                "du": line.starts_on,
                "au": line.ends_on,
                "ages": self.ages(line),
                "taux": number_of(line.rate),
                "base": line.base.value,
                "brut_mensuel": number_of(self.monthly(line)),
                "constat": self.sentence(line),
            }
            for line in self.lines
        ]

    def _repr_html_(self) -> str:
        """The table of the form: a year a row, its lines side by side."""
        assumed = (
            sentence("Supposé : {taken}.", {"taken": each.sentence}) for each in self.assumed
        )
        caveats = (each.sentence for each in self.caveats)
        return _form(
            self, "Rémunération minimale (case « rémunération » du Cerfa)", (*assumed, *caveats)
        )


@frozen(kw_only=True, eq=False, repr=False)
class ContestedLines(PlainValue):
    """Another choice on a contested point, and the lines it gives.

    Args:
        point: Name of the point, a field of `Readings`.
        choice: The other choice; `choice.holders` says who holds it.
        schedule: The schedule under it.
    """

    point: str
    choice: Choice
    schedule: PaySchedule

    @property
    def sentence(self) -> str:
        """The other reading in French: its lines, and who holds it."""
        return sentence(
            "Point controversé : {lines} selon une autre lecture ({holders}).",
            {
                "lines": enumeration(
                    f"{line.order} {percent(line.rate)} du {line.base.value} "
                    f"dès le {short_date(line.starts_on)}"
                    for line in self.schedule
                ),
                "holders": self.choice.holders,
            },
        )

    def _repr_html_(self) -> str:
        """Its lines as the table of the form."""
        return _form(self.schedule, f"Autre lecture : {self.choice.holders}", ())


def pay_schedule(contract: Contract, readings: Readings = LETTER) -> PaySchedule:
    """The least that an apprentice must be paid, as the lines of the Cerfa.

    Args:
        contract: The facts.
        readings: The choice on each contested point.

    Returns:
        One line for each year of execution, age bracket and year of the
        grid, each the best in euros on its first day of the statutory rate,
        the conventional rate and the floor of the previous contract.

    Raises:
        NotCovered: For a contract concluded before 2008-05-01, in Mayotte
            before 2018-01-01, or where a comparison needs a SMIC or SMC
            that is not known.

    Source: art. L. 6222-27, D. 6222-26 à D. 6222-32, R. 6222-48,
    R. 6222-60 et D. 6272-2 du code du travail.

    >>> from apprentissage.facts import Apprentice
    >>> lines = pay_schedule(Contract(
    ...     concluded_on=date(2023, 9, 4),
    ...     starts_on=date(2023, 9, 4),
    ...     ends_on=date(2025, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2006, 9, 15)),
    ... ))
    >>> for line in lines:
    ...     print(line.order, line.starts_on, line.rate, line.base.value)
    1.1 2023-09-04 27 SMIC
    2.1 2024-09-04 39 SMIC
    2.2 2024-10-01 51 SMIC
    """
    if type(contract) is not Contract or not isinstance(readings, Readings):
        check_arguments(pay_schedule, locals())
    first, last = contract.starts_on, contract.ends_on
    years = years_opened(first, last, readings)
    terms, assumed = terms_of(contract, readings, years)
    bracket, rises, grid = terms.bracket, terms.rises, terms.grid
    days = sorted({*years, *rises, *terms.cuts(first, last)})
    days.append(morrow_of(last))
    lines: list[PayLine] = []
    year = place = 0
    for day, following in pairwise(days):
        place += 1
        # both in order: a day that is of the years is the next of them
        if year < len(years) and day == years[year]:
            year, place = year + 1, 1
        bracket = rises.get(day, bracket)
        rate_bp, base, reasons, _ = terms.due(day, year, bracket)
        sources, _ = cited(contract.concluded_on, reasons)
        if grid is not None and PayReason.CONVENTIONAL_RATE in reasons:
            sources += grid.sources
        draft = LineDraft(
            f"{year}.{place}",
            year,
            day,
            following - _ONE_DAY,
            BRACKETS[bracket],
            decimal_points(rate_bp),
            base,
            reasons,
            sources,
        )
        draft.__class__ = PayLine  # frozen from here on
        lines.append(draft)  # type: ignore[arg-type]
    return PaySchedule(contract, readings, tuple(lines), assumed, terms)


def _asked(contract: Contract, readings: Readings) -> set[str]:
    """What a schedule asks of its readings.

    A choice that no line was computed from changes none.
    """
    asked: set[str] = set()

    class Recorder(Readings):
        __slots__ = ()

        def __getattribute__(self, name: str) -> object:
            asked.add(name)
            return super().__getattribute__(name)

    same = {each.name: getattr(readings, each.name) for each in fields(Readings)}
    recorder = Recorder(**same)
    asked.clear()
    pay_schedule(contract, recorder)
    return asked


def _form(schedule: PaySchedule, caption: str, notes: Iterable[str]) -> str:
    years: dict[int, list[str]] = {year: [] for year in range(1, _FORM_YEARS + 1)}
    for line in schedule:
        years.setdefault(line.execution_year, []).append(
            f"du {short_date(line.starts_on)} "
            f"au {short_date(line.ends_on)} : "
            f"{percent(line.rate)} du {line.base.value}"
        )
    width = max(2, *map(len, years.values()))
    return table(
        ("année", *(f"période {n}" for n in range(1, width + 1))),
        (
            (f"{ordinal(year)} année", *cells, *[""] * (width - len(cells)))
            for year, cells in years.items()
        ),
        caption=caption,
        notes=notes,
    )


def pay_lines(
    *,
    born_on: date,
    starts_on: date,
    ends_on: date,
    concluded_on: date,
    diploma: Diploma | None = None,
    level: int | None = None,
    cycle_starts_on: date | None = None,
    cycle_ends_on: date | None = None,
    cycle_years: int | None = None,
    entry_year: int | None = None,
    previous: tuple[PreviousCycle, ...] | None = None,
    rqth: bool | None = None,
    high_level_athlete: bool | None = None,
    employer_type: EmployerType | None = None,
    territory: Territory | None = None,
    idcc: str | None = None,
    smc_monthly: Decimal | int | ByDay | None = None,
    grid: Grid | None = None,
    public_points: int | None = None,
    extension: Extension | None = None,
    duration_ground: DurationGround | None = None,
    tripartite_agreement: bool | None = None,
    resumes_after_rupture: bool | None = None,
    kind: ContractType | None = None,
    weekly_hours: Decimal | int | None = None,
    overtime_premium: Decimal | int | None = None,
    readings: Readings = LETTER,
) -> PaySchedule:
    """The least pay of an apprentice, line by line, from four days.

    What is `None` is unknown: where the pay depends on it, the ordinary is
    taken, and `assumed` names the argument.

    Args:
        born_on: Birth date.
        starts_on: First day of execution.
        ends_on: Last day of the contract, counted.
        concluded_on: Day of conclusion, which chooses the grid.
        diploma: The diploma prepared.
        level: Its level, 3 to 8.
        cycle_starts_on: First day of its cycle.
        cycle_ends_on: Last day of its cycle.
        cycle_years: Length of the whole cycle, in years.
        entry_year: Year of the cycle in which the contract begins.
        previous: Earlier cycles, the oldest first; () for none.
        rqth: Recognised as a disabled worker.
        high_level_athlete: Is on the ministerial list.
        employer_type: Tells whether it is public.
        territory: Of the place of execution, which chooses the SMIC.
        idcc: Collective agreement, four digits; 9999 none.
        smc_monthly: Conventional minimum of the post, euros for 35 hours;
            `NO_SMC` where there is none.
        grid: Conventional grid; `NO_GRID` where there is none.
        public_points: Points that a public employer adds.
        extension: The extra period at the end; `NO_EXTENSION` for none.
        duration_ground: Why the duration departs from the cycle.
        tripartite_agreement: It was reduced or lengthened by agreement.
        resumes_after_rupture: Finishes a cycle begun in a broken contract.
        kind: Type of the contract, box 18.
        weekly_hours: Hours of work a week.
        overtime_premium: Percent agreed for each hour beyond 35.
        readings: The choice on each contested point.

    Returns:
        The schedule, as `pay_schedule` of a contract gives it.

    Raises:
        NotCovered: As `pay_schedule`.

    Source: art. L. 6222-27, D. 6222-26 à D. 6222-32, R. 6222-48,
    R. 6222-60 et D. 6272-2 du code du travail.

    >>> lines = pay_lines(
    ...     born_on=date(2006, 9, 15),
    ...     starts_on=date(2023, 9, 4),
    ...     ends_on=date(2025, 8, 31),
    ...     concluded_on=date(2023, 9, 1),
    ... )
    >>> for line in lines:
    ...     print(line.order, line.starts_on, line.rate, line.base.value)
    1.1 2023-09-04 27 SMIC
    2.1 2024-09-04 39 SMIC
    2.2 2024-10-01 51 SMIC
    """
    check_arguments(pay_lines, locals())
    check_birth("born_on", born_on, starts_on)
    check_order("starts_on", starts_on, "ends_on", ends_on)
    # the four days are all that a contract needs: none is made up
    contract = Contract(
        concluded_on=concluded_on,
        starts_on=starts_on,
        ends_on=ends_on,
        apprentice=Apprentice(born_on=born_on, rqth=rqth, high_level_athlete=high_level_athlete),
        training=Training(
            diploma=diploma,
            level=level,
            cycle_starts_on=cycle_starts_on,
            cycle_ends_on=cycle_ends_on,
            cycle_years=cycle_years,
            entry_year=entry_year,
        ),
        employer=Employer(type=employer_type, territory=territory, idcc=idcc),
        kind=kind,
        extension=extension,
        duration_ground=duration_ground,
        tripartite_agreement=tripartite_agreement,
        resumes_after_rupture=resumes_after_rupture,
        weekly_hours=weekly_hours,
        overtime_premium=overtime_premium,
        smc_monthly=smc_monthly,
        grid=grid,
        public_points=public_points,
        previous=previous,
    )
    schedule = pay_schedule(contract, readings)
    return evolve(
        schedule,
        assumed=tuple(evolve(each, path=argument_of(each.path)) for each in schedule.assumed),
    )
