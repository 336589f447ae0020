"""What a contract says of its pay, resolved once for all its lines."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from attrs import evolve, frozen

from apprentissage.facts import (
    ByDay,
    Grid,
    PayBase,
    Territory,
)
from apprentissage.law.pay_grids import (
    GRADES,
    PayTable,
)
from apprentissage.law.readings import (
    Readings,
)
from apprentissage.money import basis_points
from apprentissage.rules.pay._claims import (
    Bases,
    Claim,
    Due,
    bases_on,
    best_of,
)
from apprentissage.rules.pay._spans import Span
from apprentissage.rules.pay.assumptions import Assumption, Least
from apprentissage.rules.pay.rates import (
    LAST_YEAR,
    Progression,
)
from apprentissage.rules.pay.reasons import PayReason
from apprentissage.rules.pay.succession import (
    FIFTEEN,
)

__all__ = ["FROM_21", "FifteenPoints", "PayTerms", "Prolongation"]


FROM_21 = 2
"""Rank of the first bracket whose base may be the SMC."""

NO_SMC = Assumption("smc_monthly", "le SMC n'est pas réputé supérieur au SMIC")
SMIC_FOR_SMC = Assumption(
    "smc_monthly", "les taux conventionnels du SMC sont appliqués au SMIC"
)

# A member looked up on its class costs ten times a name of the module.
_SMIC, _SMC, _STATUTORY = PayBase.SMIC, PayBase.SMC, PayBase.STATUTORY
_AGE = PayReason.AGE
_ATHLETE_YEAR = PayReason.ATHLETE_YEAR
_DISABILITY_YEAR = PayReason.DISABILITY_YEAR
_EXECUTION_YEAR: tuple[PayReason, ...] = (PayReason.EXECUTION_YEAR,)


class Prolongation(NamedTuple):
    """The extra period at the end of the contract.

    Attributes:
        reason: Why the rate of its years is not the grid's.
        starts_on: First day.
        last_year: Year of execution of its eve.
    """

    reason: PayReason
    starts_on: date
    last_year: int


class FifteenPoints(NamedTuple):
    """The rise of D6222-30.

    Attributes:
        year: Year of the grid that it raises.
        grade: Bracket of the day of conclusion, where it is kept.
        on_conventional: It goes on the conventional rate too.
        on_floor: It goes with the floor of the previous contract.
    """

    year: int
    grade: int | None
    on_conventional: bool
    on_floor: bool


@frozen(kw_only=True)
class PayTerms:
    """The facts of a contract that decide its rates, as integers.

    Args:
        concluded_on: Day of conclusion.
        table: Statutory grid of that day.
        progression: Where in the cycle the contract stands.
        cycle_years: Length of the whole cycle.
        prolongation: Extra period, None where there is none.
        athlete: High-level athlete.
        fifteen: Rise of 15 points, None where none is due.
        public: Points of a public employer, None for a private one.
        floor: Rate that the previous contract guarantees; 0 for none.
        grid: Conventional grid.
        smc_monthly: Conventional minimum; None where it is no base.
        smc_known: It is known, even to be no base.
        territory: Place of execution.
        readings: The choice on each contested point.
    """

    concluded_on: date
    table: PayTable
    progression: Progression
    cycle_years: int | None
    prolongation: Prolongation | None
    athlete: bool
    fifteen: FifteenPoints | None
    public: int | None
    floor: int
    grid: Grid | None
    smc_monthly: Decimal | ByDay | None
    smc_known: bool
    territory: Territory
    readings: Readings

    def cuts(self, starts_on: date, ends_on: date) -> list[date]:
        """Days other than years and brackets on which a rate changes."""
        days = []
        extra, grid = self.prolongation, self.grid
        if extra is not None and extra.reason is _DISABILITY_YEAR:
            days.append(extra.starts_on)
        if grid is not None and grid.from_on is not None:
            days.append(grid.from_on)
        return [day for day in days if starts_on < day <= ends_on]

    def unknown_smcs(self, cut: list[Span]) -> list[Assumption]:
        """What is taken for an SMC that could change a span, each once."""
        # The statute needs it from an age on, a grid at any.
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
        on_grid = grid is not None and grid.rates(GRADES[grade]) is not None
        base = grid.base if grid is not None and on_grid else _SMIC
        if base is _SMC:
            return SMIC_FOR_SMC
        if grade >= FROM_21 and (self.table.smc_from_21 or base is _STATUTORY):
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

    def due(self, span: Span) -> tuple[int, PayBase, tuple[PayReason, ...]]:
        """The rate of a span, its base and its reasons."""
        if (
            self.fifteen is None
            and self.grid is None
            and self.smc_monthly is None
            and not self.floor
        ):
            # Nothing to compare: the SMIC of the day need not be known.
            year, reasons = self._year(span)
            points, reasons = self._points(reasons)
            return (
                self.table.points[span.grade][year - 1] + points,
                _SMIC,
                reasons,
            )
        rate, base, _, reasons = self.best(self.claims(span), span.starts_on)
        return rate, base, reasons

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
        if self.grid is not None:
            claims += self._conventional(self.grid, span, year, reasons)
        if self.floor:
            rise = (
                FIFTEEN
                if self.fifteen is not None and self.fifteen.on_floor
                else 0
            )
            claims += (Claim(self.floor, _SMIC, (PayReason.FLOOR,), rise),)
        return claims

    def least_claims(
        self, span: Span, assumed: tuple[Assumption, ...]
    ) -> tuple[Claim, ...]:
        """What may be claimed over a span whatever the assumed facts are."""
        could = {assumption.least for assumption in assumed}
        at_most = LAST_YEAR
        if Least.EXECUTION_YEAR in could:
            extra = self.prolongation
            last = span.year if extra is None else extra.last_year
            at_most = min(span.year, last)
        if Least.SECOND_YEAR in could:
            at_most = min(at_most, 2)
        if Least.FIRST_YEAR in could:
            at_most = 1
        smic_alone = Least.SMIC_ALONE in could
        sure = evolve(
            self,
            floor=0 if Least.NO_FLOOR in could else self.floor,
            public=0 if Least.NO_POINTS in could else self.public,
            smc_monthly=None if smic_alone else self.smc_monthly,
        )
        return sure.claims(span, at_most)

    def _year(self, span: Span) -> tuple[int, tuple[PayReason, ...]]:
        """The year of the grid for a span, and why."""
        credit, fixed, reason = self.progression
        reasons = _EXECUTION_YEAR
        if span.risen:
            reasons += (_AGE,)
        if reason is not None:
            reasons += (reason,)
        year = span.year + credit
        extra = self.prolongation
        if extra is not None and span.starts_on >= extra.starts_on:
            reasons += (extra.reason,)
            if extra.reason is _ATHLETE_YEAR:
                # R6222-60: « identique à celle prévue [...] pour la
                # troisième année »
                return fixed or min(year, LAST_YEAR), reasons
            # D6222-28: « la dernière année précédant cette prolongation »
            year = extra.last_year + credit
        elif self.cycle_years and year > self.cycle_years and not fixed:
            reasons += (PayReason.LONGER_THAN_CYCLE,)
        if fixed or year <= LAST_YEAR:
            return fixed or year, reasons
        athlete = self.athlete and year == LAST_YEAR + 1
        beyond = _ATHLETE_YEAR if athlete else PayReason.BEYOND_GRID
        return LAST_YEAR, (*reasons, beyond)

    def _statutory(
        self, grade: int, year: int, reasons: tuple[PayReason, ...]
    ) -> tuple[Claim, ...]:
        points, reasons = self._points(reasons)
        rows = self.table.points
        plain = Claim(
            rows[grade][year - 1], self._base(grade), reasons, 0, points
        )
        if self.fifteen is None:
            return (plain,)
        # D6222-30: « comme ayant accompli la durée d'apprentissage pour
        # l'obtention de leur diplôme ou titre »
        frozen_grade = self.fifteen.grade
        risen_grade = grade if frozen_grade is None else frozen_grade
        risen = Claim(
            rows[risen_grade][max(year, self.fifteen.year) - 1],
            self._base(risen_grade),
            (*reasons, PayReason.FIFTEEN_POINTS),
            FIFTEEN,
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
        # R6222-48: « une majoration uniforme de quinze points »
        if self.prolongation is not None and _DISABILITY_YEAR in reasons:
            points += FIFTEEN
        return points, reasons

    def _base(self, grade: int) -> PayBase:
        # The 16-20 have the SMIC alone, whatever the SMC.
        if grade < FROM_21 or self.smc_monthly is None:
            return _SMIC
        return _STATUTORY if self.table.smc_from_21 else _SMIC

    def _conventional(
        self,
        grid: Grid,
        span: Span,
        year: int,
        reasons: tuple[PayReason, ...],
    ) -> tuple[Claim, ...]:
        if grid.from_on is not None and span.starts_on < grid.from_on:
            return ()
        reasons += (PayReason.CONVENTIONAL_RATE,)
        plain = _cell(grid, span.grade, year, reasons, 0)
        fifteen = self.fifteen
        if fifteen is None or not fifteen.on_conventional:
            return plain
        grade = span.grade if fifteen.grade is None else fifteen.grade
        reasons += (PayReason.FIFTEEN_POINTS,)
        risen_year = max(year, fifteen.year)
        return _cell(grid, grade, risen_year, reasons, FIFTEEN) + plain


def _cell(
    grid: Grid,
    grade: int,
    year: int,
    reasons: tuple[PayReason, ...],
    rise: int,
) -> tuple[Claim, ...]:
    bracket = GRADES[grade]
    rates = grid.rates(bracket)
    if rates is None:
        return ()
    base = grid.base
    if base is _STATUTORY and grade < FROM_21:
        base = _SMIC
    path = f"grid.{bracket.name.lower()}[{year - 1}]"
    rate = basis_points(path, rates[year - 1])
    return (Claim(rate, base, reasons, rise),)
