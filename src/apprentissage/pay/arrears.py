"""What a month of work is due, and which step of the payroll was missed.

A payroll that misses a step is the sound one with that step left out: the
age bracket or the year is held at a lower one, the SMIC at an earlier one,
and so on. Its pay of the month is computed like the minimum itself, so that
it can be compared with what was paid.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import IntEnum
from fractions import Fraction
from itertools import chain, combinations, product
from operator import attrgetter
from typing import Any, NamedTuple

from apprentissage._labelled import Labelled
from apprentissage._plain import altered
from apprentissage.facts import ByDay
from apprentissage.months import eve_of, same_day
from apprentissage.pay.amounts import (
    Piece,
    Week,
    counts_of,
    gross_of,
    is_whole,
    periods_of,
    shared,
    within,
)
from apprentissage.pay.claims import PayTerms, claims_of, rank_of
from apprentissage.pay.cycle import LAST_YEAR
from apprentissage.pay.gross import Bases, Claim, Share, best_of
from apprentissage.pay.minimum_pay import Minimum
from apprentissage.pay.schedule import PaySchedule


class ArrearsCause(Labelled):
    """The step that a payroll missed; several are taken away in this order."""

    OVERTIME = "overtime", "heures supplémentaires", "heures_supplementaires"
    FLOOR = "floor", "salaire garanti par le contrat précédent", "garantie"
    BRANCH = "branch", "grille conventionnelle ou SMC", "branche"
    POINTS = "points", "majoration en points"
    SMIC_RISE = "smic_rise", "hausse du SMIC", "hausse_smic"
    YEAR = "year", "année d'exécution", "annee"
    BRACKET = "bracket", "tranche d'âge", "tranche_age"
    UNEXPLAINED = "unexplained", "aucune étape oubliée", "inexplique"


class OvertimePaid(IntEnum):
    """How a payroll pays the hours beyond 35 a week."""

    NOT = 0
    WITHOUT_PREMIUM = 1
    WITH_PREMIUM = 2


class Payroll(NamedTuple):
    """A payroll, correct unless told otherwise.

    Attributes:
        bracket: Rank of the age bracket at most.
        year: Year of the grid at most.
        smic_until: The SMIC is that of this day at the latest.
        grid: The conventional grid is applied.
        smc_until: The SMC is that of this day at the latest; None where it
            is no base.
        floors: What the previous contract guarantees is applied.
        points: All points are added.
        overtime: How hours beyond 35 are paid.
    """

    bracket: int = 3
    year: int = LAST_YEAR
    smic_until: date = date.max
    grid: bool = True
    smc_until: date | None = date.max
    floors: bool = True
    points: bool = True
    overtime: OvertimePaid = OvertimePaid.WITH_PREMIUM

    def claims(self, least: Minimum) -> tuple[Claim, ...]:
        """What it lets an apprentice claim over the days of a line."""
        terms = least.terms
        terms = altered(
            terms,
            grid=terms.grid if self.grid else None,
            smc_monthly=None if self.smc_until is None else terms.smc_monthly,
            floors=terms.floors if self.floors else (),
            fifteen=terms.fifteen if self.points else None,
        )
        day, year, bracket = rank_of(least.line)
        bracket = min(bracket, self.bracket)
        claims = terms.claims(day, year, bracket, at_most=self.year)
        if self.points:
            return claims
        return tuple(c._replace(capped_bp=0, uncapped_bp=0) for c in claims)

    def bases(self, terms: PayTerms, day: date) -> Bases:
        """The monthly bases that it takes on a day."""
        bases = terms.bases_with(None, min(day, self.smic_until))
        if terms.smc_monthly is None or self.smc_until is None:
            return bases
        smc = terms.bases(min(day, self.smc_until)).smc
        return bases._replace(smc=smc)


SOUND = Payroll()


class Work(NamedTuple):
    """The work of a month, as the slip and the contract tell it.

    Attributes:
        first: First day of the calendar month.
        last: Its last day.
        until: Last day on which pay is due.
        minima: The lines of the schedule that touch it.
        weights: What each day of a week weighs; None without a method.
        kept: The part of the hours that no absence takes away.
        paid: The part of 35 hours a week that is paid.
        beyond: The hours beyond, by how they are paid.
        hours_known: The hours of a week are no assumption.
        told: Those beyond are the hours of this very month, not those of a week.
        less: Cents to deduct for absences.
    """

    first: date
    last: date
    until: date
    minima: tuple[Minimum, ...]
    weights: Week | None
    kept: Fraction
    paid: Share
    beyond: tuple[Share, Share, Share]
    hours_known: bool
    told: bool
    less: int

    def pieces(self, payroll: Payroll = SOUND, *, sure: bool = False) -> tuple[Piece, ...]:
        """The month by a payroll, cut where its pay changes.

        Args:
            payroll: The payroll.
            sure: Only what is due whatever the unknown facts are.
        """
        raw = (
            self._piece(least, days, payroll, sure=sure)
            for least in self.minima
            for days in periods_of(least.line, least.terms, least.terms.rest_until)
        )
        return within(raw, self.first, min(self.last, self.until))

    def _piece(
        self, least: Minimum, days: tuple[date, date], payroll: Payroll, *, sure: bool
    ) -> Piece:
        first, last = days
        terms = least.terms
        every = least.sure
        if not sure:
            every = (least.claims if payroll == SOUND else payroll.claims(least),)
        bases = payroll.bases(terms, first)
        # what is due in any case is the least of all years of the grid possible
        due = min((best_of(claims, bases) for claims in every), key=attrgetter("value"))
        beyond = self.beyond[payroll.overtime]
        # what a minor works beyond 35 hours is rested, not paid
        if first < terms.rest_until:
            beyond = self.beyond[OvertimePaid.NOT]
        month, more = gross_of(due, min(first, payroll.smic_until), terms, (self.paid, beyond))
        return Piece(first, last, least.line, due.rate_bp, due.base, month, more)

    def due(self) -> int:
        """The cents due for the month, absences deducted."""
        return self._total(self.pieces())

    def surely_due(self) -> int:
        """The cents due whatever the unknown facts are, absences deducted.

        What is sure may cut a month that is whole as the facts are taken. No
        method is asked for then: none gives less than the least of the pieces.
        """
        pieces = self.pieces(sure=True)
        if self.weights is not None:
            return self._total(pieces)
        first, last = self.first, self.last
        months = (piece._replace(starts_on=first, ends_on=last) for piece in pieces)
        return min(self._total((month,)) for month in months)

    def at_stake(self, *, low: bool) -> tuple[str, ...]:
        """The unknown facts that could turn what is low, or enough."""
        paths = (least.at_stake(low=low, in_euros=True) for least in self.minima)
        return tuple(dict.fromkeys(chain.from_iterable(paths)))

    def paid_by(self, payroll: Payroll) -> int | None:
        """The cents of the month by a payroll, absences deducted.

        None where that payroll cuts a month which the sound one does not,
        and no method was named to share it out.
        """
        pieces = self.pieces(payroll)
        if self.weights is None and not is_whole(pieces, self.first, self.last):
            return None
        return self._total(pieces)

    def _total(self, pieces: tuple[Piece, ...]) -> int:
        # an absence may cost more than the days of a month begun or cut
        return max(0, sum(map(sum, self.dues(pieces))) - self.less)

    def dues(self, pieces: tuple[Piece, ...]) -> list[tuple[int, int]]:
        """The cents of each piece: up to the 35th hour, and beyond."""
        readings = self.minima[0].terms.readings
        counted, of = counts_of(pieces, self.first, self.last, self.weights)
        shares = [self.kept * count / of for count in counted]
        beyond = self._told_shares(pieces, counted) if self.told else shares
        return [
            (shared(piece.month, share, readings), shared(piece.beyond, more, readings))
            for piece, share, more in zip(pieces, shares, beyond, strict=True)
        ]

    @staticmethod
    def _told_shares(pieces: tuple[Piece, ...], counted: tuple[Fraction, ...]) -> list[Fraction]:
        """Hours told of a month go where overtime is paid, by its days."""
        paid = [
            count if piece.beyond else Fraction()
            for piece, count in zip(pieces, counted, strict=True)
        ]
        if not any(paid):  # days of no weight alone
            paid = [Fraction(bool(piece.beyond)) for piece in pieces]
        whole = sum(paid) or Fraction(1)
        return [count / whole for count in paid]


_NEAR = (5, 1, 1)
"""Cents by which what was paid may differ from the payroll that missed one
step, two or three.

A month of 151.67 hours is up to four cents high, and one of rounding. Several
steps make many sums: five cents would fit one of them by chance. With four and
more, some payroll would pay nearly any amount.
"""

_CAUSES = tuple(c for c in ArrearsCause if c is not ArrearsCause.UNEXPLAINED)


class _Way(NamedTuple):
    """A way to miss a step.

    Attributes:
        cause: The step.
        change: What the payroll has instead.
        missed_on: First day from which it was missed.
    """

    cause: ArrearsCause
    change: dict[str, Any]
    missed_on: date


Parts = list[tuple[ArrearsCause, int]]


def split(work: Work, due: int, paid: int) -> Parts:
    """The shortfall of a month, split by the steps that its payroll missed.

    The fewest steps are taken whose payroll pays what was paid: within five
    cents for one step, one cent for several. Of several such payrolls it is
    the nearest, then the one that was sound for longest. Where several steps
    are missed, they are taken away one after the other, in the order of
    `ArrearsCause`, and each bears what it takes away. Where none is found,
    nothing is attributed.

    Args:
        work: The month.
        due: Cents due.
        paid: Cents paid, fewer.

    Returns:
        Parts that sum to what lacks, to the cent.
    """
    ways = [[*_ways(cause, work)] for cause in _CAUSES]
    for count, near in enumerate(_NEAR, start=1):
        found: list[tuple[int, int, Parts]] = []
        for missed in chain.from_iterable(product(*some) for some in combinations(ways, count)):
            pays = work.paid_by(_payroll(missed))
            if pays is None or abs(pays - paid) > near:
                continue
            # a step that takes nothing in this order explains nothing
            parts = _parts(work, due, paid, missed)
            sound_until = min(way.missed_on for way in missed)
            if parts:
                found.append((abs(pays - paid), -sound_until.toordinal(), parts))
        if found:
            return min(found, key=lambda each: each[:2])[2]
    return [(ArrearsCause.UNEXPLAINED, due - paid)]


def _payroll(missed: Iterable[_Way]) -> Payroll:
    payroll = SOUND
    for way in missed:
        payroll = payroll._replace(**way.change)
    return payroll


def _parts(work: Work, due: int, paid: int, missed: tuple[_Way, ...]) -> Parts:
    """What each step takes away in turn; none where one takes nothing."""
    level = due
    parts: Parts = []
    for count, way in enumerate(missed, start=1):
        after = work.paid_by(_payroll(missed[:count]))
        if after is None or after >= level:
            return []
        parts.append((way.cause, level - after))
        level = after
    # What was paid is that pay, give or take some cents.
    cause, part = parts.pop()
    return [*parts, (cause, part + level - paid)]


def _ways(cause: ArrearsCause, work: Work) -> Iterator[_Way]:
    """The ways in which a payroll may miss a step in a month."""
    schedule, terms = work.minima[0].schedule, work.minima[0].terms
    start = schedule.contract.starts_on
    last = min(work.last, work.until)
    if cause is ArrearsCause.SMIC_RISE:
        series, territory = terms.readings.smic, terms.territory
        # a payroll may start a contract with the SMIC of the year before
        since = max(same_day(start, -12), series.of(territory).since)
        for day in series.rises(territory, since, last):
            yield _Way(cause, {"smic_until": eve_of(day)}, day)
    elif cause is ArrearsCause.BRANCH:
        yield from _ways_of_branch(terms, start, last)
    elif cause is ArrearsCause.YEAR:
        for year, first in _years_begun(schedule):
            yield _Way(cause, {"year": year - 1}, first)
    elif cause is ArrearsCause.BRACKET:
        _, _, highest = rank_of(work.minima[-1].line)
        for bracket in range(highest):
            risen = next(line for line in schedule if rank_of(line)[2] > bracket)
            yield _Way(cause, {"bracket": bracket}, risen.starts_on)
    else:
        for change in _left_out(cause, work):
            yield _Way(cause, change, start)


def _years_begun(schedule: PaySchedule) -> Iterator[tuple[int, date]]:
    """The years of the grid beyond the first, from which day they are due."""
    years = [(claims_of(line, schedule.terms)[0].year, line.starts_on) for line in schedule]
    for year in range(2, LAST_YEAR + 1):
        firsts = [first for reached, first in years if reached >= year]
        if firsts:
            yield year, firsts[0]


def _left_out(cause: ArrearsCause, work: Work) -> Iterator[dict[str, Any]]:
    """The steps that a payroll has or has not, all along."""
    if cause is ArrearsCause.FLOOR and work.minima[0].terms.floors:
        yield {"floors": False}
    if cause is ArrearsCause.POINTS and any(
        claim.capped_bp or claim.uncapped_bp for least in work.minima for claim in least.claims
    ):
        yield {"points": False}
    if cause is ArrearsCause.OVERTIME and work.beyond[OvertimePaid.WITH_PREMIUM][0]:
        yield {"overtime": OvertimePaid.WITHOUT_PREMIUM}
        yield {"overtime": OvertimePaid.NOT}


def _ways_of_branch(terms: PayTerms, start: date, last: date) -> Iterator[_Way]:
    cause, smc = ArrearsCause.BRANCH, terms.smc_monthly
    if smc is not None:
        yield _Way(cause, {"smc_until": None}, start)
    if terms.grid is not None:
        yield _Way(cause, {"grid": False}, start)
        if smc is not None:
            yield _Way(cause, {"grid": False, "smc_until": None}, start)
    if isinstance(smc, ByDay):
        for day, _ in smc.steps[1:]:
            if day <= last:
                yield _Way(cause, {"smc_until": eve_of(day)}, day)
