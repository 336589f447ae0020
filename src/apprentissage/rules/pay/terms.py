"""What a contract says of its pay, resolved once for all its lines."""

from bisect import bisect_right
from datetime import date
from decimal import Decimal

from attrs import frozen

from apprentissage.errors import NotCovered
from apprentissage.facts import (
    ByDay,
    Contract,
    ExtensionReason,
    Grid,
    PayBase,
    Territory,
)
from apprentissage.law.pay_grids import (
    GRADES,
    PAY_GRIDS,
    SUCCESSION,
    THRESHOLDS,
    PayTable,
)
from apprentissage.law.readings import (
    FifteenPointsBase,
    FifteenPointsBracket,
    FifteenPointsCap,
    LeapBirthday,
    Readings,
)
from apprentissage.money import basis_points
from apprentissage.months import completed_years, eve_of
from apprentissage.rules.pay.assumptions import Assumption, Notes
from apprentissage.rules.pay.claims import Bases, Claim, bases_on
from apprentissage.rules.pay.lines import Span
from apprentissage.rules.pay.rates import (
    LAST_YEAR,
    Progression,
    cycle_length,
    progression,
    public_points,
)
from apprentissage.rules.pay.reasons import PayReason
from apprentissage.rules.pay.succession import (
    FIFTEEN,
    fifteen_points_year,
    floor_of,
)

__all__ = ["NO_SMC", "PayTerms", "terms_of"]

_MAYOTTE_FROM = date(2018, 1, 1)

_NATIONAL_SMIC = Assumption(
    "employer.territory", "le SMIC national est retenu"
)
_NO_GRID = Assumption("grid", "aucune grille conventionnelle n'est retenue")
NO_SMC = Assumption("smc_monthly", "le SMC n'est pas réputé supérieur au SMIC")
_NO_EXTENSION = Assumption("extension", "aucune prolongation n'est retenue")

_EXTENSIONS = {
    ExtensionReason.FAILED_EXAM: PayReason.FAILED_EXAM,
    ExtensionReason.DISABILITY: PayReason.DISABILITY_YEAR,
    ExtensionReason.ATHLETE: PayReason.ATHLETE_YEAR,
}


@frozen(kw_only=True)
class PayTerms:
    """The facts of a contract that decide its rates, as integers.

    Args:
        table: Statutory grid of the day of conclusion.
        progression: Where in the cycle it stands.
        cycle_years: Length of the whole cycle.
        extension: Reason of the extra period.
        extension_on: Its first day.
        last_year: Year of execution before it.
        athlete: High-level athlete.
        fifteen_year: Year of the grid that the 15 points raise; 0 for none.
        fifteen_grade: Bracket of the day of conclusion, where it is kept.
        on_conventional: The 15 points go on the conventional rate too.
        capped: They may not lead above the SMIC, whatever the branch says.
        public: Points of a public employer, None for a private one.
        floor: Rate that the previous contract guarantees; 0 for none.
        floor_rise: Points that go with it.
        grid: Conventional grid.
        smc_monthly: Conventional minimum; None where it is no base.
        territory: Place of execution.
        readings: The choice on each contested point.
    """

    table: PayTable
    progression: Progression
    cycle_years: int | None
    extension: PayReason | None
    extension_on: date | None
    last_year: int
    athlete: bool
    fifteen_year: int
    fifteen_grade: int | None
    on_conventional: bool
    capped: bool
    public: int | None
    floor: int
    floor_rise: int
    grid: Grid | None
    smc_monthly: Decimal | ByDay | None
    territory: Territory
    readings: Readings

    def cuts(self, contract: Contract) -> list[date]:
        """Days other than years and brackets on which a rate changes."""
        first, last = contract.starts_on, contract.ends_on
        cuts = []
        if self.extension is PayReason.DISABILITY_YEAR:
            cuts.append(self.extension_on)
        if self.grid is not None:
            cuts.append(self.grid.from_on)
        return [day for day in cuts if day is not None and first < day <= last]

    def smc_matters(self, grade: int) -> bool:
        """Whether an unknown SMC could change a line up to a bracket."""
        return (
            self.smc_monthly is None
            and self.public is None
            and (
                (grade >= 2 and self.table.smc_from_21)
                or (self.grid is not None and self.grid.base is PayBase.SMC)
            )
        )

    def bases(self, day: date) -> Bases:
        """The monthly bases of a day."""
        return bases_on(day, self.territory, self.smc_monthly, self.readings)

    def claims(self, span: Span) -> tuple[Claim, ...]:
        """What the apprentice may claim over a span, the statute first."""
        year, reasons = self._year(span)
        claims = self._statutory(span, year, reasons)
        if self.grid is not None:
            claims += self._conventional(self.grid, span, year, reasons)
        if self.floor:
            reasons = (PayReason.FLOOR,)
            claims += (
                Claim(self.floor, PayBase.SMIC, reasons, self.floor_rise),
            )
        return claims

    def _year(self, span: Span) -> tuple[int, tuple[PayReason, ...]]:
        """The year of the grid for a span, and why."""
        credit, fixed, reason = self.progression
        reasons: tuple[PayReason, ...] = (PayReason.EXECUTION_YEAR,)
        if span.risen:
            reasons += (PayReason.AGE,)
        if reason is not None:
            reasons += (reason,)
        extended = (
            self.extension
            if self.extension_on and span.starts_on >= self.extension_on
            else None
        )
        year = span.year + credit
        if extended is not None:
            # D6222-28: « la dernière année précédant cette prolongation »
            if extended is not PayReason.ATHLETE_YEAR:
                year = self.last_year + credit
            reasons += (extended,)
        elif self.cycle_years and year > self.cycle_years and not fixed:
            reasons += (PayReason.LONGER_THAN_CYCLE,)
        if fixed:
            return fixed, reasons
        if year > LAST_YEAR and extended is not PayReason.ATHLETE_YEAR:
            # R6222-60: « identique à celle prévue à l'article D. 6222-26
            # pour la troisième année »
            reasons += (
                PayReason.ATHLETE_YEAR
                if self.athlete and year == LAST_YEAR + 1
                else PayReason.BEYOND_GRID,
            )
        return min(year, LAST_YEAR), reasons

    def _statutory(
        self, span: Span, year: int, reasons: tuple[PayReason, ...]
    ) -> tuple[Claim, ...]:
        points = self.public or 0
        if points:
            reasons += (PayReason.PUBLIC_POINTS,)
        # R6222-48: « une majoration uniforme de quinze points »
        if PayReason.DISABILITY_YEAR in reasons:
            points += FIFTEEN // 100
        plain = Claim(
            self.table.points[span.grade][year - 1],
            self._base(span.grade),
            reasons,
            0,
            100 * points,
        )
        if not self.fifteen_year:
            return (plain,)
        # D6222-30: « considérés [...] comme ayant accompli la durée
        # d'apprentissage pour l'obtention de leur diplôme »
        grade = span.grade
        if self.fifteen_grade is not None:
            grade = self.fifteen_grade
        risen = Claim(
            self.table.points[grade][max(year, self.fifteen_year) - 1],
            self._base(grade),
            (*reasons, PayReason.FIFTEEN_POINTS),
            FIFTEEN,
            100 * points,
        )
        return (risen,) if grade == span.grade else (risen, plain)

    def _base(self, grade: int) -> PayBase:
        # The SMC is a base from the bracket of 21 on.
        if grade < 2 or not self.table.smc_from_21 or not self.smc_monthly:
            return PayBase.SMIC
        return PayBase.STATUTORY

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
        plain = self._cell(grid, span.grade, year, reasons, 0)
        if not (self.fifteen_year and self.on_conventional):
            return plain
        grade = span.grade
        if self.fifteen_grade is not None:
            grade = self.fifteen_grade
        reasons += (PayReason.FIFTEEN_POINTS,)
        year = max(year, self.fifteen_year)
        return self._cell(grid, grade, year, reasons, FIFTEEN) + plain

    def _cell(
        self,
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
        if base is PayBase.STATUTORY and grade < 2:
            base = PayBase.SMIC
        path = f"grid.{bracket.name.lower()}[{year - 1}]"
        rate = basis_points(path, rates[year - 1])
        return (Claim(rate, base, reasons, rise, 0, branch=True),)


def terms_of(
    contract: Contract,
    readings: Readings,
    years: list[date],
    notes: Notes,
) -> PayTerms:
    """Resolve the facts of a contract.

    Args:
        contract: The facts.
        readings: The choice on each contested point.
        years: First day of each year of execution.
        notes: Takes the facts assumed.

    Raises:
        NotCovered: Before 2008-05-01, in Mayotte before 2018-01-01.
    """
    concluded_on = contract.concluded_on
    table = PAY_GRIDS.concluded(concluded_on).value
    territory = contract.employer.territory
    if territory is None:
        notes.append(_NATIONAL_SMIC)
        territory = Territory.METROPOLE
    elif territory is Territory.MAYOTTE and concluded_on < _MAYOTTE_FROM:
        raise NotCovered("rémunération à Mayotte", concluded_on, _MAYOTTE_FROM)
    public = public_points(contract, notes)
    extension, extension_on, last_year = _extension(contract, years, notes)
    fifteen = fifteen_points_year(contract, notes)
    # Before 2019 the points were added to the earlier pay too.
    carried = SUCCESSION.concluded(concluded_on).value.carries_fifteen
    frozen_bracket = readings.fifteen_points_bracket is (
        FifteenPointsBracket.FROZEN
    )
    if contract.grid is None and public is None:
        notes.append(_NO_GRID)
    return PayTerms(
        table=table,
        progression=progression(contract, readings, notes),
        cycle_years=cycle_length(contract.training),
        extension=extension,
        extension_on=extension_on,
        last_year=last_year,
        athlete=bool(contract.apprentice.high_level_athlete),
        fifteen_year=fifteen,
        fifteen_grade=(
            _grade_at_conclusion(contract, readings, table)
            if fifteen and frozen_bracket
            else None
        ),
        on_conventional=readings.fifteen_points_base
        is FifteenPointsBase.CONVENTIONAL_RATE,
        capped=readings.fifteen_points_cap is FifteenPointsCap.CAPPED,
        public=public,
        floor=floor_of(contract, notes),
        floor_rise=FIFTEEN if fifteen and carried else 0,
        grid=contract.grid,
        smc_monthly=contract.smc_monthly if public is None else None,
        territory=territory,
        readings=readings,
    )


def _extension(
    contract: Contract, years: list[date], notes: Notes
) -> tuple[PayReason | None, date | None, int]:
    extension = contract.extension
    if extension is None:
        if len(years) > 1:
            notes.append(_NO_EXTENSION)
        return None, None, 0
    first = extension.starts_on
    if first is None:
        return None, None, 0
    last_year = bisect_right(years, eve_of(first))
    return _EXTENSIONS[extension.reason], first, last_year


def _grade_at_conclusion(
    contract: Contract, readings: Readings, table: PayTable
) -> int:
    age = completed_years(
        contract.apprentice.born_on,
        contract.concluded_on,
        leap_day_on_march_1=readings.leap_birthday is LeapBirthday.MARCH_1,
    )
    return bisect_right(THRESHOLDS[: len(table.rows) - 1], age)
