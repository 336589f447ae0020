"""A pay line, and what may be claimed over it, and why."""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from attrs import define, frozen, setters

from apprentissage._arguments import check_arguments
from apprentissage._money import basis_points
from apprentissage._plain import PlainValue, altered, filled
from apprentissage._text import element, enumeration, escape, percent, sentence
from apprentissage.errors import NotCovered
from apprentissage.facts import (
    NO_GRID,
    NO_SMC,
    AgeBracket,
    ByDay,
    Contract,
    Grid,
    PayBase,
    Territory,
)
from apprentissage.facts.authorities import Source
from apprentissage.facts.identifiers.company import IDCC_NONE
from apprentissage.judging.watching import at_face
from apprentissage.law.choices import (
    BirthdayOnTheFirst,
    DisabilityPointsBase,
    FifteenPointsBase,
    FifteenPointsBracket,
    FifteenPointsLicence,
    LeapBirthday,
    ThresholdInStartMonth,
)
from apprentissage.law.readings import Readings
from apprentissage.months import completed_years, first_of_next_month, reaches_age_on
from apprentissage.parties.employer import MAYOTTE
from apprentissage.pay.cycle import (
    ATHLETE_YEAR,
    LAST_YEAR,
    Progression,
    is_athlete,
    progression,
)
from apprentissage.pay.grids import (
    BRACKETS,
    PAID_AS_OF_AGE,
    PAY_GRIDS,
    Assumed,
    Assumption,
    Least,
    PayReason,
    PayTable,
    smc_from_21,
)
from apprentissage.pay.gross import (
    NO_HOURS,
    RESTS_UNTIL_AGE,
    Bases,
    Claim,
    Due,
    Floor,
    Share,
    bases_on,
    best_of,
    months_counted_twelfths,
    smc_twelfths,
)
from apprentissage.pay.lengths import is_leap_day
from apprentissage.pay.points import (
    DISABILITY_POINTS,
    FIFTEEN_BP,
    FIFTEEN_POINTS,
    FROM_21,
    FifteenPoints,
    fifteen_points_year,
    floors_of,
    public_points,
)

# A member looked up on its class costs ten times a name of the module.
_AGE = PayReason.AGE
_ATHLETE_YEAR = PayReason.ATHLETE_YEAR
_DISABILITY_YEAR = PayReason.DISABILITY_YEAR
_EXECUTION_YEAR: tuple[PayReason, ...] = (PayReason.EXECUTION_YEAR,)
_MARCH_1 = LeapBirthday.MARCH_1
_MAYOTTE = Territory.MAYOTTE
_METROPOLE = Territory.METROPOLE
_NEXT_MONTH = ThresholdInStartMonth.NEXT_MONTH
_SAME_DAY = BirthdayOnTheFirst.SAME_DAY
_SMIC, _SMC, _STATUTORY = PayBase.SMIC, PayBase.SMC, PayBase.STATUTORY
_UNDER_16 = PayReason.UNDER_16


def bracket_changes(
    born_on: date, starts_on: date, ends_on: date, readings: Readings, ages: tuple[int, ...]
) -> tuple[int, dict[date, int]]:
    """The bracket at the start, and the days on which another one opens.

    Args:
        born_on: Birth date.
        starts_on: First day of execution.
        ends_on: Last day of the contract.
        readings: The points read are `birthday_on_the_first`,
            `leap_birthday` and `threshold_in_start_month`.
        ages: Those at which the later brackets open.

    Returns:
        The rank of the first bracket; of each later one its rank, by its
        first day, in order.
    """
    leap_late = _late(born_on, readings)
    born_in, starts_in, ends_in = born_on.year, starts_on.year, ends_on.year
    bracket = 0
    changes: dict[date, int] = {}
    for rank, age in enumerate(ages, start=1):
        year = born_in + age
        if year > ends_in:
            break
        if year < starts_in:
            bracket = rank
            continue
        birthday = reaches_age_on(born_on, age, leap_day_on_march_1=leap_late)
        if birthday <= starts_on and (readings.threshold_in_start_month is not _NEXT_MONTH):
            bracket = rank
            continue
        # D6222-31: « à compter du premier jour du mois suivant le jour où
        # l'apprenti atteint dix-huit ans ou vingt et un ans ou vingt-six ans »
        day = (
            birthday
            if birthday.day == 1 and readings.birthday_on_the_first is _SAME_DAY
            else first_of_next_month(birthday)
        )
        if day <= starts_on:
            bracket = rank
        elif day <= ends_on:
            changes[day] = rank
    return bracket, changes


SMC_NOT_HIGHER = Assumption("smc_monthly", "le SMC n'est pas réputé supérieur au SMIC")

SMIC_FOR_SMC = Assumption("smc_monthly", "les taux du SMC sont appliqués au SMIC")


_OF_YEAR = {
    Least.LATER_YEAR,
    Least.FIRST_YEAR,
    Least.SECOND_YEAR,
    Least.EXECUTION_YEAR,
    Least.CYCLE_YEAR,
    Least.NO_EXTRA_YEAR,
}
"""What another year of the grid may come from."""


@filled(eq=False, repr=False)
class PayTerms(PlainValue):
    """The facts of a contract that decide its rates, as integers.

    Attributes:
        contract: The facts.
        readings: The choice on each contested point.
        table: Statutory grid of the day of conclusion.
        bracket: Rank of the age bracket at the start.
        rises: Rank of each later bracket, by its first day.
        progression: Where in the grid the contract stands on each day.
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
    """

    contract: Contract
    readings: Readings
    table: PayTable
    bracket: int
    rises: Mapping[date, int]
    progression: Progression
    fifteen: FifteenPoints | None
    disability_on_binding: bool
    public: int | None
    floors: tuple[Floor, ...]
    grid: Grid | None
    smc_from_21: bool
    smc_monthly: Decimal | ByDay | None
    smc_known: bool
    territory: Territory

    @property
    def rest_until(self) -> date:
        """The first day on which overtime is paid, and not rested.

        L3162-1: « donnent lieu à un repos compensateur équivalent », of a
        minor.
        """
        contract = self.contract
        age = RESTS_UNTIL_AGE.concluded(contract.concluded_on).value
        if age is None:
            return contract.starts_on
        born_on = contract.apprentice.born_on
        return reaches_age_on(born_on, age, leap_day_on_march_1=_late(born_on, self.readings))

    def paid_on(self, day: date, parts: tuple[Share, Share]) -> tuple[Share, Share]:
        """What a week pays on a day: overtime beyond 35 hours, or rest.

        Args:
            day: Day worked.
            parts: What it pays an adult, as `hours_paid` gives it.
        """
        paid, beyond = parts
        if beyond[0] and day < self.rest_until:
            return paid, NO_HOURS
        return parts

    def cuts(self, starts_on: date, ends_on: date) -> list[date]:
        """Days other than years and brackets on which a rate changes."""
        days = self.progression.cuts(starts_on, ends_on)
        if self.grid is not None:
            opens = self.grid.from_on
            if opens is not None and starts_on < opens <= ends_on:
                days.append(opens)
        return days

    def turns(self, starts_on: date, ends_on: date, smc: Decimal | ByDay | None) -> list[date]:
        """A first day, and those after it on which a base changes.

        Args:
            starts_on: First day.
            ends_on: Last day, counted.
            smc: The conventional minimum.
        """
        rises = self.readings.smic.rises(self.territory, starts_on, ends_on)
        steps = smc.steps if isinstance(smc, ByDay) else ()
        raised = [day for day, _ in steps if starts_on < day <= ends_on]
        return [starts_on, *sorted({*rises, *raised})]

    def unknown_smcs(self) -> Assumed:
        """What is taken for an SMC that could change a line, each once."""
        if self.smc_known:
            return ()
        brackets = (self.bracket, *self.rises.values())
        # The statute needs it from an age on, a grid or a floor at any.
        asked = brackets[-1:] if self.grid is None else brackets
        found: Assumed = ()
        for bracket in asked:
            smc = self.unknown_smc(bracket)
            if smc is not None and smc not in found:
                found += (smc,)
        return found

    def unknown_smc(self, bracket: int) -> Assumption | None:
        """What is taken for an SMC that could change a line of a bracket."""
        if self.smc_known:
            return None
        for floor in self.floors:
            if floor.base is not _SMIC:
                return SMIC_FOR_SMC
        grid, base = self.grid, _SMIC
        if grid is not None and grid.rates(BRACKETS[bracket]) is not None:
            base = grid.base
        if base is _SMC:
            return SMIC_FOR_SMC
        if bracket >= FROM_21 and (self.smc_from_21 or base is _STATUTORY):
            return SMC_NOT_HIGHER
        return None

    def best(self, claims: tuple[Claim, ...], day: date) -> Due:
        """The best claim in euros of a day."""
        # D6222-26: only from 21 on « ou, s'il est supérieur, du salaire minimum
        # conventionnel »; a grid or a floor may be of it at any age
        asked = [claim for claim in claims if claim.base is not _SMIC]
        return best_of(claims, self.bases_with(self.smc_monthly if asked else None, day))

    def bases(self, day: date) -> Bases:
        """The monthly bases of a day."""
        return self.bases_with(self.smc_monthly, day)

    def bases_with(self, smc: Decimal | ByDay | None, day: date) -> Bases:
        """The monthly bases of a day with some SMC."""
        return bases_on(day, self.territory, smc, self.readings)

    def due(
        self, day: date, year: int, bracket: int
    ) -> tuple[int, PayBase, tuple[PayReason, ...], int]:
        """What is due from a day on, the best of that day.

        Args:
            day: First day of a line.
            year: Its year of execution.
            bracket: Rank of its age bracket.

        Returns:
            The basis points, their base, why, and the year of the grid; 0
            where the rate is not the grid's.
        """
        if (
            self.fifteen is None
            and self.grid is None
            and not self.floors
            and self._base(bracket) is _SMIC
        ):
            # Nothing to compare: no euros of the day need be known.
            year, reasons = self._year(day, year, bracket)
            rate_bp = self.table.rates_bp[bracket][year - 1]
            if self.public or self.progression.prolongation is not None:
                points, reasons = self._points(reasons)
                rate_bp += points
            return rate_bp, _SMIC, reasons, year
        best = self._best_rate(self.claims(day, year, bracket), day)
        return best.rate_bp, best.base, best.reasons, best.year

    def _best_rate(self, claims: tuple[Claim, ...], day: date) -> Due:
        """The best claim of a day; what it gives counts for nothing more.

        Where each way of counting the month of the SMIC makes the same claim
        the best, a judge is not to be asked again under the others.
        """
        readings = at_face(self.readings)
        if readings is not self.readings:
            smc = smc_twelfths(self.smc_monthly, day)
            smic = readings.smic.on(day, self.territory)
            whichever = {
                best_of(claims, Bases(month, smc))._replace(value=0)
                for month in months_counted_twelfths(smic)
            }
            if len(whichever) == 1:
                return whichever.pop()
        return self.best(claims, day)

    def claims(
        self,
        day: date,
        year: int,
        bracket: int,
        at_most: int = LAST_YEAR,
        at_least: int = 1,
    ) -> tuple[Claim, ...]:
        """What the apprentice may claim from a day on, the statute first.

        Args:
            day: First day of a line.
            year: Its year of execution.
            bracket: Rank of its age bracket.
            at_most: The last year of the grid to go to.
            at_least: The first one.
        """
        year, reasons = self._year(day, year, bracket)
        year = max(min(year, at_most), at_least)
        claims = self._statutory(bracket, year, reasons)
        # R6222-48: « au salaire minimum qui s'impose au contrat »
        raised: tuple[PayReason, ...] = ()
        if self.disability_on_binding and _DISABILITY_YEAR in reasons:
            raised = (_DISABILITY_YEAR,)
        points = FIFTEEN_BP if raised else 0
        grid = self.grid
        if grid is not None and (grid.from_on is None or grid.from_on <= day):
            claims += self._conventional(grid, bracket, year, reasons, points)
        return claims + tuple(
            [
                Claim(floor.rate_bp, floor.base, (floor.reason, *raised), uncapped_bp=points)
                for floor in self.floors
            ]
        )

    def least_claims(
        self, day: date, year: int, bracket: int, assumed: Assumed
    ) -> tuple[tuple[Claim, ...], ...]:
        """What may be claimed from a day on whatever the assumed facts are.

        Returns:
            The claims of each year of the grid in which the day may fall: one
            alone where the rates never fall from a year to the next.
        """
        could = {assumption.least for assumption in assumed}
        at_most = LAST_YEAR
        progression = self.progression
        if Least.EXECUTION_YEAR in could:
            extra = progression.prolongation
            at_most = min(at_most, year)
            if extra is not None and extra.starts_on <= day:
                at_most = min(at_most, extra.year)
        if Least.CYCLE_YEAR in could:
            entry = max(year, 1 + progression.credit // 12)
            at_most = min(at_most, progression.cycle_years or entry)
        if Least.SECOND_YEAR in could:
            at_most = min(at_most, 2)
        if could & {Least.FIRST_YEAR, Least.NO_EXTRA_YEAR}:
            at_most = 1
        if Least.NO_EXTRA_YEAR in could:
            progression = altered(progression, prolongation=None)
        smic_alone = Least.SMIC_ALONE in could
        sure = altered(
            self,
            progression=progression,
            floors=() if Least.NO_FLOOR in could else self.floors,
            public=0 if Least.NO_POINTS in could else self.public,
            smc_monthly=None if smic_alone else self.smc_monthly,
        )
        reached, _ = sure._year(day, year, bracket)  # noqa: SLF001 - its own
        first = min(reached, at_most)
        # where the rates fall, a later year of the grid may be the cheapest
        falls = could & _OF_YEAR and self.rates_fall
        years = range(first, LAST_YEAR + 1) if falls else (first,)
        claims = [sure.claims(day, year, bracket, each, each) for each in years]
        if smic_alone:
            # a rate of a grid or of a floor too
            claims = [tuple([c._replace(base=_SMIC) for c in each]) for each in claims]
        return tuple(claims)

    @property
    def rates_fall(self) -> bool:
        """The conventional rates of some age fall from a year to the next."""
        grid = self.grid
        rows = [] if grid is None else [grid.rates(each) for each in BRACKETS]
        return any(row is not None and tuple(sorted(row)) != row for row in rows)

    def _year(self, day: date, executed: int, bracket: int) -> tuple[int, tuple[PayReason, ...]]:
        """The year of the grid from a day on, and why."""
        progression = self.progression
        reasons = _EXECUTION_YEAR
        if bracket == 0 and self._under_16(day):
            reasons += (_UNDER_16,)
        if day in self.rises:
            reasons += (_AGE,)
        if progression.reason is not None:
            reasons += (progression.reason,)
        extra, longer = progression.prolongation, progression.longer
        if extra is not None and day >= extra.starts_on:
            # D6222-28: « celui correspondant à la dernière année précédant
            # cette prolongation »
            reasons += (extra.reason,)
            year = extra.year
        else:
            year = progression.year_on(day, executed)
            if (
                0 < progression.cycle_years < executed
                and longer is not None
                and not progression.fixed
            ):
                reasons += (longer,)
        if year <= LAST_YEAR:
            return year, reasons
        athlete = year == LAST_YEAR + 1 and self._athlete_year
        beyond = _ATHLETE_YEAR if athlete else PayReason.BEYOND_GRID
        return LAST_YEAR, (*reasons, beyond)

    def _under_16(self, day: date) -> bool:
        contract = self.contract
        age = PAID_AS_OF_AGE.concluded(contract.concluded_on).value
        return completed_years(contract.apprentice.born_on, day) < age

    @property
    def _athlete_year(self) -> bool:
        """A text pays the fourth year, that of a high-level athlete."""
        contract = self.contract
        law = ATHLETE_YEAR.concluded(contract.concluded_on).value
        return law and is_athlete(contract)

    def _statutory(
        self, bracket: int, year: int, reasons: tuple[PayReason, ...]
    ) -> tuple[Claim, ...]:
        points, reasons = self._points(reasons)
        rows, fifteen = self.table.rates_bp, self.fifteen
        plain = Claim(
            rows[bracket][year - 1], self._base(bracket), reasons, year, uncapped_bp=points
        )
        if fifteen is None:
            return (plain,)
        # D6222-30: « comme ayant accompli la durée d'apprentissage pour
        # l'obtention de leur diplôme ou titre »
        risen_bracket = bracket if fifteen.bracket is None else fifteen.bracket
        risen_year = max(year, fifteen.year)
        risen = fifteen.claim(
            rows[risen_bracket][risen_year - 1],
            self._base(risen_bracket),
            reasons,
            risen_year,
            points,
        )
        return (risen,) if risen_bracket == bracket else (risen, plain)

    def _points(self, reasons: tuple[PayReason, ...]) -> tuple[int, tuple[PayReason, ...]]:
        """The points that no cap holds, and why."""
        points = 0
        if self.public:
            points = 100 * self.public
            reasons += (PayReason.PUBLIC_POINTS,)
        # R6222-48: « une majoration uniforme de quinze points aux
        # pourcentages correspondant à la dernière année »
        if _DISABILITY_YEAR in reasons:
            points += FIFTEEN_BP
        return points, reasons

    def _base(self, bracket: int) -> PayBase:
        # The 16-20 have the SMIC alone, whatever the SMC.
        if bracket < FROM_21 or self.smc_monthly is None:
            return _SMIC
        return _STATUTORY if self.smc_from_21 else _SMIC

    def _conventional(
        self, grid: Grid, bracket: int, year: int, reasons: tuple[PayReason, ...], points: int
    ) -> tuple[Claim, ...]:
        cell = _cell(grid, bracket, year)
        reasons += (PayReason.CONVENTIONAL_RATE,)
        plain: tuple[Claim, ...] = ()
        if cell is not None:
            plain = (Claim(*cell, reasons, year, uncapped_bp=points),)
        fifteen = self.fifteen
        if fifteen is None or not fifteen.on_conventional:
            return plain
        if fifteen.bracket is not None:
            bracket = fifteen.bracket
        risen_year = max(year, fifteen.year)
        cell = _cell(grid, bracket, risen_year)
        if cell is None:
            return plain
        return (fifteen.claim(*cell, reasons, risen_year, points), *plain)


def _cell(grid: Grid, bracket: int, year: int) -> tuple[int, PayBase] | None:
    """The rate of a cell in basis points, and its base."""
    ages = BRACKETS[bracket]
    rates = grid.rates(ages)
    if rates is None:
        return None
    base = grid.base
    if base is _STATUTORY and bracket < FROM_21:
        base = _SMIC
    path = f"grid.{ages.name.lower()}[{year - 1}]"
    return basis_points(path, rates[year - 1]), base


NATIONAL_SMIC = Assumption("employer.territory", "le SMIC national est retenu", Least.SMIC_ALONE)

GRID_UNKNOWN = Assumption("grid", "aucune grille conventionnelle n'est retenue")


def terms_of(
    contract: Contract, readings: Readings, years: list[date]
) -> tuple[PayTerms, Assumed]:
    """Resolve the facts of a contract, and say what is taken for granted.

    Args:
        contract: The facts.
        readings: The choice on each contested point.
        years: First day of each year of execution.

    Raises:
        NotCovered: Before 2008-05-01, in Mayotte before 2018-01-01.
    """
    concluded_on = contract.concluded_on
    table = PAY_GRIDS.concluded(concluded_on).value
    territory, place = _territory(contract)
    public, employer = public_points(contract)
    no_agreement = contract.employer.idcc == IDCC_NONE
    grid, branch = contract.grid, _NOTHING
    if grid is None:
        branch = () if no_agreement else (GRID_UNKNOWN,)
    elif grid == NO_GRID:
        grid = None
    found, refused, cycle = progression(contract, years, readings)
    fifteen, points = _fifteen(contract, found.reason, readings, table)
    floors, earlier = floors_of(contract, refused=refused)
    smc = contract.smc_monthly
    # no article says that a public employer is under no conventional minimum:
    # service-public.fr (F3059, 2019) prints none for him
    no_smc = public is not None or (smc is not None and smc == NO_SMC)
    bracket, rises = bracket_changes(
        contract.apprentice.born_on, contract.starts_on, contract.ends_on, readings, table.ages
    )
    disability_on_binding = (
        found.prolongation is not None
        and DISABILITY_POINTS.concluded(concluded_on).value
        and readings.disability_points_base is DisabilityPointsBase.BINDING_RATE
    )
    terms = PayTerms(
        contract,
        readings,
        table,
        bracket,
        rises,
        found,
        fifteen,
        disability_on_binding,
        public,
        floors,
        grid,
        smc_from_21(table, readings),
        None if no_smc else smc,
        no_smc or smc is not None or no_agreement,
        territory,
    )
    smcs = terms.unknown_smcs()
    return terms, (*place, *employer, *branch, *cycle, *points, *earlier, *smcs)


_NOTHING: Assumed = ()


def _territory(contract: Contract) -> tuple[Territory, Assumed]:
    territory = contract.employer.territory
    if territory is None:
        return _METROPOLE, (NATIONAL_SMIC,)
    if territory is _MAYOTTE and contract.concluded_on < MAYOTTE.since:
        raise NotCovered("rémunération à Mayotte", contract.concluded_on, MAYOTTE.since)
    return territory, ()


def _late(born_on: date, readings: Readings) -> bool:
    """Whether an age is reached on 1 March in common years."""
    return is_leap_day(born_on) and readings.leap_birthday is _MARCH_1


def _fifteen(
    contract: Contract, reason: PayReason | None, readings: Readings, table: PayTable
) -> tuple[FifteenPoints | None, Assumed]:
    year, assumed = fifteen_points_year(contract, readings)
    if year == 0:
        return None, assumed
    # D6222-32 fixes the pay of a licence professionnelle, by some.
    by_its_year = FifteenPointsLicence.SECOND_YEAR
    if (
        reason is PayReason.LICENCE_PROFESSIONNELLE
        and readings.fifteen_points_licence is by_its_year
    ):
        year = 0
    bracket = None
    if readings.fifteen_points_bracket is FifteenPointsBracket.FROZEN:
        born_on = contract.apprentice.born_on
        age = completed_years(
            born_on, contract.concluded_on, leap_day_on_march_1=_late(born_on, readings)
        )
        bracket = bisect_right(table.ages, age)
    rule = FIFTEEN_POINTS.concluded(contract.concluded_on).value
    return FifteenPoints(
        year,
        bracket,
        readings.fifteen_points_base is FifteenPointsBase.CONVENTIONAL_RATE,
        rule.capped,
    ), assumed


# As with findings: a schedule fills in a draft of each line and freezes it.
@define(eq=False, repr=False, on_setattr=setters.NO_OP)
class LineDraft:
    """The fields of a line, while a schedule fills them in."""

    order: str
    execution_year: int
    starts_on: date
    ends_on: date
    age_bracket: AgeBracket
    rate: Decimal
    base: PayBase
    reasons: tuple[PayReason, ...]
    sources: tuple[Source, ...]


@frozen(eq=False, repr=False)  # pyright: ignore[reportGeneralTypeIssues]
class PayLine(PlainValue, LineDraft):
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


def rank_of(line: PayLine) -> tuple[date, int, int]:
    """The first day of a line, its year of execution, its bracket's rank."""
    bracket = BRACKETS.index(line.age_bracket)
    return line.starts_on, line.execution_year, bracket


def claims_of(line: PayLine, terms: PayTerms) -> tuple[Claim, ...]:
    """What may be claimed over a line; see `PayTerms.claims`."""
    return terms.claims(*rank_of(line))
