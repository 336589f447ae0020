"""What a contract says of its pay, resolved once for all its lines."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from attrs import evolve, frozen

from apprentissage._money import basis_points
from apprentissage.facts import (
    ByDay,
    Grid,
    PayBase,
    Territory,
)
from apprentissage.law.readings import (
    Readings,
)
from apprentissage.months import reaches_age_on
from apprentissage.pay._claims import (
    Bases,
    Claim,
    Due,
    Floor,
    bases_on,
    best_of,
)
from apprentissage.pay._cycle import Progression
from apprentissage.pay._spans import LAST_YEAR, Span
from apprentissage.pay.assumptions import Assumption, Least
from apprentissage.pay.grids import (
    GRADES,
    PayTable,
)
from apprentissage.pay.reasons import PayReason

FIFTEEN = 1_500
"""The 15 points of D6222-30 and R6222-48, in basis points."""

FROM_21 = 2
"""Rank of the first bracket whose base may be the SMC."""

NO_SMC = Assumption("smc_monthly", "le SMC n'est pas réputé supérieur au SMIC")
SMIC_FOR_SMC = Assumption(
    "smc_monthly", "les taux du SMC sont appliqués au SMIC"
)

# A member looked up on its class costs ten times a name of the module.
_SMIC, _SMC, _STATUTORY = PayBase.SMIC, PayBase.SMC, PayBase.STATUTORY
_AGE = PayReason.AGE
_ATHLETE_YEAR = PayReason.ATHLETE_YEAR
_DISABILITY_YEAR = PayReason.DISABILITY_YEAR
_EXECUTION_YEAR: tuple[PayReason, ...] = (PayReason.EXECUTION_YEAR,)


class FifteenPoints(NamedTuple):
    """The rise of D6222-30, before 2019 of D6222-33.

    Attributes:
        year: Year of the grid that it raises, unless a later one is due.
        grade: Bracket of the day of conclusion, where it is kept.
        on_conventional: It goes on the conventional rate too.
        capped: It cannot lead above 100 % of the SMIC.
    """

    year: int
    grade: int | None
    on_conventional: bool
    capped: bool

    def claim(
        self,
        rate: int,
        base: PayBase,
        reasons: tuple[PayReason, ...],
        year: int,
        uncapped: int = 0,
    ) -> Claim:
        """A rate raised by the points."""
        reasons += (PayReason.FIFTEEN_POINTS,)
        if self.capped:
            return Claim(rate, base, reasons, year, FIFTEEN, uncapped)
        return Claim(rate, base, reasons, year, 0, FIFTEEN + uncapped)


@frozen(kw_only=True)
class PayTerms:
    """The facts of a contract that decide its rates, as integers.

    Args:
        concluded_on: Day of conclusion.
        table: Statutory grid of that day.
        progression: Where in the grid the contract stands on each day.
        athlete: A text pays the fourth year of a high-level athlete.
        fifteen: Rise of 15 points, None where none is due.
        disability_on_binding: The points of a disabled worker's extra year
            go on whatever binds the contract, grid and floor included.
        public: Points of a public employer, None for a private one.
        floors: What earlier contracts guarantee.
        grid: Conventional grid.
        smc_from_21: From 21 on the SMC is the base where it is higher.
        smc_monthly: Conventional minimum; None where it is no base.
        smc_known: It is known, even to be no base.
        territory: Place of execution.
        born_on: Birth date.
        rest_until: First day on which overtime is paid and not rested.
        readings: The choice on each contested point.
    """

    concluded_on: date
    table: PayTable
    progression: Progression
    athlete: bool
    fifteen: FifteenPoints | None
    disability_on_binding: bool
    public: int | None
    floors: tuple[Floor, ...]
    grid: Grid | None
    smc_from_21: bool
    smc_monthly: Decimal | ByDay | None
    smc_known: bool
    territory: Territory
    born_on: date
    rest_until: date
    readings: Readings

    def cuts(self, starts_on: date, ends_on: date) -> list[date]:
        """Days other than years and brackets on which a rate changes."""
        days = self.progression.cuts(starts_on, ends_on)
        grid = self.grid
        opens = None if grid is None else grid.from_on
        if opens is not None and starts_on < opens <= ends_on:
            days.append(opens)
        return days

    def turns(
        self, starts_on: date, ends_on: date, smc: Decimal | ByDay | None
    ) -> list[date]:
        """A first day, and those after it on which a base changes.

        Args:
            starts_on: First day.
            ends_on: Last day, counted.
            smc: The conventional minimum.
        """
        found = {starts_on}
        found.update(
            self.readings.smic.rises(self.territory, starts_on, ends_on)
        )
        if isinstance(smc, ByDay):
            raised = (day for day, _ in smc.steps)
            found.update(d for d in raised if starts_on < d <= ends_on)
        return sorted(found)

    def unknown_smcs(self, cut: list[Span]) -> list[Assumption]:
        """What is taken for an SMC that could change a span, each once."""
        # The statute needs it from an age on, a grid or a floor at any.
        asked = cut[-1:] if self.grid is None else cut
        found: list[Assumption] = []
        for span in asked:
            smc = self.unknown_smc(span.grade)
            if smc is not None and smc not in found:
                found.append(smc)
        return found

    def unknown_smc(self, grade: int) -> Assumption | None:
        """What is taken for an SMC that could change a line of a bracket."""
        if self.smc_known:
            return None
        grid = self.grid
        if any(floor.base is not _SMIC for floor in self.floors):
            return SMIC_FOR_SMC
        on_grid = grid is not None and grid.rates(GRADES[grade]) is not None
        base = grid.base if grid is not None and on_grid else _SMIC
        if base is _SMC:
            return SMIC_FOR_SMC
        if grade >= FROM_21 and (self.smc_from_21 or base is _STATUTORY):
            return NO_SMC
        return None

    def best(self, claims: Iterable[Claim], day: date) -> Due:
        """The best claim in euros of a day."""
        return best_of(claims, self.bases(day))

    def bases(self, day: date) -> Bases:
        """The monthly bases of a day."""
        return self.bases_with(self.smc_monthly, day)

    def bases_with(self, smc: Decimal | ByDay | None, day: date) -> Bases:
        """The monthly bases of a day with some SMC."""
        return bases_on(day, self.territory, smc, self.readings)

    def due(self, span: Span) -> Due:
        """What is due over a span, the best on its first day."""
        if (
            self.fifteen is None
            and self.grid is None
            and self.smc_monthly is None
            and not self.floors
        ):
            # Nothing to compare: the SMIC of the day need not be known.
            year, reasons = self._year(span)
            points, reasons = self._points(reasons)
            rate = self.table.points[span.grade][year - 1] + points
            return Due(rate, _SMIC, 0, reasons, year)
        return self.best(self.claims(span), span.starts_on)

    def claims(
        self, span: Span, at_most: int = LAST_YEAR
    ) -> tuple[Claim, ...]:
        """What the apprentice may claim over a span, the statute first.

        Args:
            span: The span.
            at_most: The last year of the grid to go to.
        """
        year, reasons = self._year(span)
        year = min(year, at_most)
        claims = self._statutory(span.grade, year, reasons)
        # R6222-48: « au salaire minimum qui s'impose au contrat »
        raised: tuple[PayReason, ...] = ()
        if self.disability_on_binding and _DISABILITY_YEAR in reasons:
            raised = (_DISABILITY_YEAR,)
        points = FIFTEEN if raised else 0
        if self.grid is not None:
            claims += self._conventional(
                self.grid, span, year, reasons, points
            )
        return claims + tuple(
            Claim(
                floor.rate,
                floor.base,
                (floor.reason, *raised),
                uncapped=points,
            )
            for floor in self.floors
        )

    def least_claims(
        self, span: Span, assumed: tuple[Assumption, ...]
    ) -> tuple[Claim, ...]:
        """What may be claimed over a span whatever the assumed facts are."""
        could = {assumption.least for assumption in assumed}
        at_most = LAST_YEAR
        progression = self.progression
        if Least.EXECUTION_YEAR in could:
            extra = progression.prolongation
            year = span.year
            if extra is not None and extra.starts_on <= span.starts_on:
                year = min(year, extra.year)
            at_most = min(at_most, year)
        if Least.CYCLE_YEAR in could:
            entry = max(span.year, 1 + progression.credit // 12)
            at_most = min(at_most, progression.cycle_years or entry)
        if Least.SECOND_YEAR in could:
            at_most = min(at_most, 2)
        if could & {Least.FIRST_YEAR, Least.NO_EXTRA_YEAR}:
            at_most = 1
        if Least.NO_EXTRA_YEAR in could:
            progression = progression._replace(prolongation=None)
        smic_alone = Least.SMIC_ALONE in could
        sure = evolve(
            self,
            progression=progression,
            floors=() if Least.NO_FLOOR in could else self.floors,
            public=0 if Least.NO_POINTS in could else self.public,
            smc_monthly=None if smic_alone else self.smc_monthly,
        )
        return sure.claims(span, at_most)

    def _year(self, span: Span) -> tuple[int, tuple[PayReason, ...]]:
        """The year of the grid for a span, and why."""
        progression, day = self.progression, span.starts_on
        reasons = _EXECUTION_YEAR
        if span.grade == 0 and reaches_age_on(self.born_on, 16) > day:
            reasons += (PayReason.UNDER_16,)
        if span.risen:
            reasons += (_AGE,)
        if progression.reason is not None:
            reasons += (progression.reason,)
        year = progression.year_on(day)
        extra, longer = progression.prolongation, progression.longer
        if extra is not None and day >= extra.starts_on:
            # D6222-28: « celui correspondant à la dernière année précédant
            # cette prolongation »
            reasons += (extra.reason,)
            year = extra.year
        elif (
            longer is not None
            and not progression.fixed
            and 0 < progression.cycle_years < span.year
        ):
            reasons += (longer,)
        if year <= LAST_YEAR:
            return year, reasons
        athlete = self.athlete and year == LAST_YEAR + 1
        beyond = _ATHLETE_YEAR if athlete else PayReason.BEYOND_GRID
        return LAST_YEAR, (*reasons, beyond)

    def _statutory(
        self, grade: int, year: int, reasons: tuple[PayReason, ...]
    ) -> tuple[Claim, ...]:
        points, reasons = self._points(reasons)
        rows, fifteen = self.table.points, self.fifteen
        plain = Claim(
            rows[grade][year - 1],
            self._base(grade),
            reasons,
            year,
            uncapped=points,
        )
        if fifteen is None:
            return (plain,)
        # D6222-30: « comme ayant accompli la durée d'apprentissage pour
        # l'obtention de leur diplôme ou titre »
        risen_grade = grade if fifteen.grade is None else fifteen.grade
        risen_year = max(year, fifteen.year)
        risen = fifteen.claim(
            rows[risen_grade][risen_year - 1],
            self._base(risen_grade),
            reasons,
            risen_year,
            points,
        )
        return (risen,) if risen_grade == grade else (risen, plain)

    def _points(
        self, reasons: tuple[PayReason, ...]
    ) -> tuple[int, tuple[PayReason, ...]]:
        """The points that no cap holds, and why."""
        points = 0
        if self.public:
            points = 100 * self.public
            reasons += (PayReason.PUBLIC_POINTS,)
        # R6222-48: « une majoration uniforme de quinze points aux
        # pourcentages correspondant à la dernière année »
        if _DISABILITY_YEAR in reasons:
            points += FIFTEEN
        return points, reasons

    def _base(self, grade: int) -> PayBase:
        # The 16-20 have the SMIC alone, whatever the SMC.
        if grade < FROM_21 or self.smc_monthly is None:
            return _SMIC
        return _STATUTORY if self.smc_from_21 else _SMIC

    def _conventional(
        self,
        grid: Grid,
        span: Span,
        year: int,
        reasons: tuple[PayReason, ...],
        points: int,
    ) -> tuple[Claim, ...]:
        if grid.from_on is not None and span.starts_on < grid.from_on:
            return ()
        cell = _cell(grid, span.grade, year)
        reasons += (PayReason.CONVENTIONAL_RATE,)
        plain: tuple[Claim, ...] = ()
        if cell is not None:
            plain = (Claim(*cell, reasons, year, uncapped=points),)
        fifteen = self.fifteen
        if fifteen is None or not fifteen.on_conventional:
            return plain
        grade = span.grade if fifteen.grade is None else fifteen.grade
        risen_year = max(year, fifteen.year)
        cell = _cell(grid, grade, risen_year)
        if cell is None:
            return plain
        return (fifteen.claim(*cell, reasons, risen_year, points), *plain)


def _cell(grid: Grid, grade: int, year: int) -> tuple[int, PayBase] | None:
    """The rate of a cell in basis points, and its base."""
    bracket = GRADES[grade]
    rates = grid.rates(bracket)
    if rates is None:
        return None
    base = grid.base
    if base is _STATUTORY and grade < FROM_21:
        base = _SMIC
    path = f"grid.{bracket.name.lower()}[{year - 1}]"
    return basis_points(path, rates[year - 1]), base
