"""Points and floors: D6222-29 and D6222-30, the public employer's D6272-2.

Before 2019: D6222-31, D6222-32 and D6222-33.
"""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from attrs import frozen

from apprentissage._arguments import check_arguments
from apprentissage._money import basis_points, decimal_cents, decimal_points
from apprentissage._plain import PlainValue
from apprentissage.facts import AgeBracket, Contract, PayBase, PreviousCycle, RateKind, Territory
from apprentissage.law.choices import FifteenPointsBefore2019
from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.readings import LETTER, Readings
from apprentissage.months import last_day_of
from apprentissage.pay.cycle import LAST_YEAR
from apprentissage.pay.earlier import previous_contract
from apprentissage.pay.grids import BRACKETS, PUBLIC_POINTS, Assumed, Assumption, Least, PayReason
from apprentissage.pay.gross import Claim, Floor, bases_on, best_of, cents_of
from apprentissage.pay.lengths import concluded_until, cycle_length, cycle_months


class FifteenTerms(NamedTuple):
    """The 15 points of a second diploma of the same level.

    Attributes:
        of_reduced_training: They go with a training of two years and more,
            reduced by one, on the last year of that training; else with a
            contract of one year at most, on the last year of the earlier
            cycle.
        capped: They cannot lead above 100 % of the SMIC.
    """

    of_reduced_training: bool
    capped: bool


FIFTEEN_POINTS: ByConclusion[FifteenTerms] = ByConclusion(
    "majoration de 15 points",
    (
        # 2008-05-01, D6222-33: « conclu en application du 3° de l'article
        # R. 6222-16 », « la dernière année de la durée de formation telle que
        # prévue à l'article L. 6222-7 ».
        version(
            date(2008, 5, 1),
            FifteenTerms(of_reduced_training=True, capped=False),
            "D6222-33",
            "R6222-16 3°",
        ),
        # « conclu pour une durée inférieure ou égale à un an »
        version(
            date(2019, 1, 1), FifteenTerms(of_reduced_training=False, capped=False), "D6222-30"
        ),
        # « ne peuvent conduire l'apprenti à percevoir un salaire supérieur à
        # 100 % du salaire minimum de croissance »
        version(
            date(2020, 4, 1),
            FifteenTerms(of_reduced_training=False, capped=True),
            "D6222-30",
            "D6222-31 al. 2",
        ),
    ),
)
"""Article D6222-30, D6222-33 before 2019; the cap of D6222-31."""

DISABILITY_POINTS: ByConclusion[bool] = ByConclusion(
    "majoration de l'année de plus du travailleur handicapé",
    (
        version(date(2008, 5, 1), False, "R6222-54"),
        # « au salaire minimum qui s'impose au contrat »
        version(date(2019, 1, 1), True, "R6222-48"),
    ),
)
"""Whether the 15 points go on the rate that binds the contract, a
conventional one too; R6222-54 says no such words."""

SUCCESSION: ByConclusion[bool] = ByConclusion(
    "succession de contrats",
    (
        version(date(2008, 5, 1), False, "D6222-31", "D6222-32"),
        # « lorsque ce dernier a conduit à l'obtention du titre ou du diplôme
        # ainsi préparé »
        version(date(2019, 1, 1), True, "D6222-29"),
    ),
)
"""Whether the floor of an earlier contract asks that it led to its diploma
(D6222-29; before 2019 D6222-31 and D6222-32)."""

_NOT_PUBLIC = Assumption("employer.type", "l'employeur est réputé privé")

_PRIVATE_WITH_SMC = Assumption("employer.type", "l'employeur est réputé privé", Least.SMIC_ALONE)

_PUBLIC = Assumption(
    "employer.type",
    "l'employeur est réputé public, puisque des points sont déclarés",
    Least.NO_POINTS,
)

_NO_POINTS = Assumption("public_points", "l'employeur public n'est pas réputé ajouter de points")

_NO_MORE_POINTS = Assumption("public_points", "aucun point n'est retenu au-delà de ceux du niveau")

_NO_LEVEL = Assumption("training.level", "aucun point n'est retenu au titre du niveau du diplôme")


def public_points(contract: Contract) -> tuple[int | None, Assumed]:
    """The points of a public employer; None for a private one."""
    declared = contract.public_points
    public = contract.employer.public
    assumed: Assumed = ()
    if public is None:
        if not declared:
            alone = contract.smc_monthly is None
            return None, (_NOT_PUBLIC if alone else _PRIVATE_WITH_SMC,)
        assumed = (_PUBLIC,)
    elif not public:
        return None, ()
    rule = PUBLIC_POINTS.concluded(contract.concluded_on).value
    level = contract.training.level
    if rule.uniform and level is None:
        assumed += (_NO_LEVEL,)
    due = rule.due(level)
    if declared is None:
        return due, (*assumed, _NO_MORE_POINTS if due else _NO_POINTS)
    return max(due, declared), assumed


FIFTEEN_BP = 1_500
"""The 15 points of D6222-30 and R6222-48, in basis points."""

FROM_21 = 2
"""Rank of the first bracket whose base may be the SMC."""


class FifteenPoints(NamedTuple):
    """The rise of D6222-30, before 2019 of D6222-33.

    Attributes:
        year: Year of the grid that it raises, unless a later one is due.
        bracket: Bracket of the day of conclusion, where it is kept.
        on_conventional: It goes on the conventional rate too.
        capped: It cannot lead above 100 % of the SMIC.
    """

    year: int
    bracket: int | None
    on_conventional: bool
    capped: bool

    def claim(
        self,
        rate: int,
        base: PayBase,
        reasons: tuple[PayReason, ...],
        year: int,
        uncapped_bp: int,
    ) -> Claim:
        """A rate raised by the points."""
        reasons += (PayReason.FIFTEEN_POINTS,)
        if self.capped:
            return Claim(rate, base, reasons, year, FIFTEEN_BP, uncapped_bp)
        return Claim(rate, base, reasons, year, 0, FIFTEEN_BP + uncapped_bp)


_NO_PREVIOUS = Assumption("previous", "aucun contrat ni diplôme précédent n'est retenu")

_PRIVATE = Assumption(
    "employer.type",
    "l'employeur est réputé privé : la rémunération du contrat précédent est garantie",
    Least.NO_FLOOR,
)

_TRAINING_LENGTH = Assumption(
    "training.cycle_years",
    "la majoration de 15 points d'un cycle réduit d'un an n'est pas retenue",
)

_OTHER_BRANCH = "la branche est prise pour une autre"
_NOTHING: Assumed = ()


def floors_of(contract: Contract, *, refused: bool) -> tuple[tuple[Floor, ...], Assumed]:
    """What the previous contract guarantees.

    Args:
        contract: The facts.
        refused: A reading refuses the credit of its years, and keeps its
            last rate.
    """
    previous = contract.previous
    if not previous:
        return (), () if previous is not None else (_NO_PREVIOUS,)
    found, assumed = previous_contract(previous)
    if found is None:
        return (), assumed
    path, cycle = found
    reason, unknown = _guarantee(contract, cycle, path)
    assumed += unknown
    if reason is None and refused:
        reason = PayReason.YEAR_ELSEWHERE
    if reason is None:
        return (), assumed
    floors, unknown = _floor(cycle, path, reason)
    return floors, assumed + unknown


def succession_floor(previous: PreviousCycle, *, concluded_on: date) -> Decimal | None:
    """The rate that a previous contract guarantees in the new one.

    It is compared with what is due otherwise, the 15 points included, and
    never added to it.

    Args:
        previous: The previous contract.
        concluded_on: Day of conclusion of the new contract, with a private
            employer.

    Returns:
        Percent of `previous.last_rate_base`, or None where nothing is
        guaranteed.

    Raises:
        NotCovered: Before 2008-05-01.

    Source: art. D. 6222-29 du code du travail, D. 6222-31 et D. 6222-32
    avant 2019.

    >>> last = PreviousCycle(
    ...     same_employer=True, diploma_obtained=True,
    ...     last_rate=Decimal("61"), last_rate_kind=RateKind.PAID,
    ... )
    >>> succession_floor(last, concluded_on=date(2026, 9, 1))
    Decimal('61')
    """
    check_arguments(succession_floor, locals())
    guaranteed, _ = _diploma(concluded_on, previous, "previous")
    if not guaranteed:
        return None
    floors, _ = _floor(previous, "previous", PayReason.FLOOR)
    return decimal_points(floors[0].rate_bp) if floors else None


def _guarantee(
    contract: Contract, cycle: PreviousCycle, path: str
) -> tuple[PayReason | None, Assumed]:
    """Why the pay of an earlier contract is guaranteed; None if it is not."""
    law = PUBLIC_POINTS.concluded(contract.concluded_on).value
    public, assumed = contract.employer.public, _NOTHING
    if not law.floor:
        if public is None:
            public, assumed = bool(contract.public_points), (_PRIVATE,)
        if public:
            return None, assumed
    obtained, more = _diploma(contract.concluded_on, cycle, path)
    if obtained:
        return PayReason.FLOOR, assumed
    assumed += more
    grid = contract.grid
    if grid is None or not grid.keeps_last_pay:
        return None, assumed
    if cycle.same_employer or cycle.same_branch:
        return PayReason.BRANCH_FLOOR, assumed
    if cycle.same_branch is None:
        branch = Assumption(f"{path}.same_branch", _OTHER_BRANCH)
        return None, (*assumed, branch)
    return None, assumed


def _diploma(concluded_on: date, cycle: PreviousCycle, path: str) -> tuple[bool, Assumed]:
    # D6222-29: « lorsque ce dernier a conduit à l'obtention du titre ou du
    # diplôme ainsi préparé »
    diploma_needed = SUCCESSION.concluded(concluded_on).value
    if not diploma_needed or cycle.obtained:
        return True, ()
    if cycle.obtained is False:
        return False, ()
    unknown = Assumption(
        f"{path}.diploma_obtained", "le diplôme n'est pas réputé obtenu : aucun plancher"
    )
    return False, (unknown,)


_Kept = tuple[Decimal, dict[str, str]]
"""A rate, and what is taken for each unknown fact."""


def _floor(
    cycle: PreviousCycle, path: str, reason: PayReason
) -> tuple[tuple[Floor, ...], Assumed]:
    """The rate that a cycle guarantees; none where neither rate is known."""
    paid, statutory = cycle.last_rate, cycle.last_statutory_rate
    if paid is not None:
        rate, told = _rate_kept(cycle, paid)
    elif statutory is not None:
        rate, told = statutory, {"last_rate": "le taux réglementaire est retenu"}
    else:
        unknown = f"{path}.last_rate"
        return (), (Assumption(unknown, "aucun plancher n'est retenu"),)
    if cycle.route is None:
        route = "le cycle précédent est pris pour un apprentissage"
        told = {"route": route, **told}
    return (Floor(basis_points(path, rate), cycle.last_rate_base, reason),), tuple(
        Assumption(f"{path}.{fact}", taken, Least.NO_FLOOR) for fact, taken in told.items()
    )


def _rate_kept(cycle: PreviousCycle, paid: Decimal) -> _Kept:
    """The rate paid, or that which the statute gave."""
    # Same employer: « celle qu'il percevait lors de la dernière année
    # d'exécution du contrat précédent »
    if cycle.same_employer:
        return paid, {}
    told: dict[str, str] = {}
    if cycle.same_employer is None:
        told["same_employer"] = "l'employeur est pris pour un autre"
    # Another one: « celle à laquelle il pouvait prétendre lors de la dernière
    # année d'exécution du contrat précédent », which a
    # conventional rate is inside its branch only (circulaire DGEFP-DGT
    # n° 2007-04).
    if cycle.same_branch or cycle.last_rate_kind is RateKind.CLAIMABLE:
        return paid, told
    if cycle.last_rate_kind is None:
        told["last_rate_kind"] = "le taux est pris pour le taux perçu"
    if cycle.same_branch is None:
        told["same_branch"] = _OTHER_BRANCH
    if cycle.last_statutory_rate is not None:
        return cycle.last_statutory_rate, told
    told["last_statutory_rate"] = (
        "le taux perçu est pris pour celui auquel l'apprenti pouvait prétendre"
    )
    return paid, told


def fifteen_points_year(contract: Contract, readings: Readings) -> tuple[int, Assumed]:
    """The year of the grid that the 15 points raise; 0 where none are due.

    Args:
        contract: The facts.
        readings: The point read is `fifteen_points_before_2019`.
    """
    if not contract.previous:
        return 0, ()
    until = concluded_until(contract)
    rule = FIFTEEN_POINTS.concluded(contract.concluded_on).value
    # D6222-30: « conclu pour une durée inférieure ou égale à un an »
    in_one_year = until <= last_day_of(contract.starts_on, 12)
    if not rule.of_reduced_training:
        return _earlier_cycle(contract) if in_one_year else (0, ())
    # D6222-33, R6222-16: « fixée à deux ans et plus, elle peut être réduite,
    # sur demande, d'un an »
    length, months = cycle_length(contract.training), cycle_months(contract.training)
    if 0 < months < 2 * 12:
        letter = FifteenPointsBefore2019.REDUCED_CONTRACT
        if readings.fifteen_points_before_2019 is letter or not in_one_year:
            return 0, ()
        return _earlier_cycle(contract)
    if months and until > last_day_of(contract.starts_on, months - 12):
        return 0, ()
    earlier, assumed = _earlier_cycle(contract)
    if not earlier:
        return 0, assumed
    if not length:
        return 0, (*assumed, _TRAINING_LENGTH)
    return min(length, LAST_YEAR), assumed


def _earlier_cycle(contract: Contract) -> tuple[int, Assumed]:
    """The best year of the grid that an earlier cycle raises."""
    level = contract.training.level
    found = [
        _risen_year(cycle, level, f"previous[{rank}]")
        for rank, cycle in enumerate(contract.previous or ())
    ]
    return (
        max(year for year, _ in found),
        tuple(each for _, assumed in found for each in assumed),
    )


def _risen_year(cycle: PreviousCycle, level: int | None, path: str) -> tuple[int, Assumed]:
    # D6222-30: « de même niveau que celui précédemment obtenu, lorsque la
    # nouvelle qualification recherchée est en rapport direct »
    known_levels = cycle.level is not None and level is not None
    conditions = (
        (cycle.obtained, f"{path}.diploma_obtained"),
        (
            cycle.level == level if known_levels else None,
            f"{path}.level" if cycle.level is None else "training.level",
        ),
        (cycle.directly_related, f"{path}.directly_related"),
    )
    if any(held is False for held, _ in conditions):
        return 0, ()
    unknown = tuple(
        Assumption(where, "la majoration de 15 points n'est pas retenue")
        for held, where in conditions
        if held is None
    )
    if unknown:
        return 0, unknown
    if cycle.cycle_years is None:
        one_year = Assumption(f"{path}.cycle_years", "le cycle est pris pour un cycle d'un an")
        return 1, (one_year,)
    return min(cycle.cycle_years, LAST_YEAR), ()


@frozen(kw_only=True, eq=False, repr=False)
class RisenPay(PlainValue):
    """A pay raised by 15 points, the cap applied.

    Args:
        rate: Percent of the base.
        base: SMIC or SMC.
        monthly: Gross in euros of a month of 35 hours.
    """

    rate: Decimal
    base: PayBase
    monthly: Decimal


def with_fifteen_points(
    rate: Decimal | int,
    *,
    concluded_on: date,
    on: date,
    territory: Territory,
    age_bracket: AgeBracket,
    smc_monthly: Decimal | int | None = None,
    readings: Readings = LETTER,
) -> RisenPay:
    """A statutory rate plus 15 points, capped at the SMIC since April 2020.

    Args:
        rate: Percent before the rise.
        concluded_on: Day of conclusion: there is no cap before 2020-04-01.
        on: Day worked.
        territory: Place of execution.
        age_bracket: From 21 on the base is the SMC where it is higher.
        smc_monthly: Conventional minimum in euros for 35 hours.
        readings: The points read are `monthly_base`, `mayotte_2021_month`
            and `rounding`.

    Returns:
        The raised pay; the cap never lowers one that was already above
        the SMIC.

    Raises:
        NotCovered: Where the SMIC of that day is not known.

    Source: art. D. 6222-30 et D. 6222-31 al. 2 du code du travail.

    >>> risen = with_fifteen_points(
    ...     Decimal(78), concluded_on=date(2025, 9, 1), on=date(2025, 9, 1),
    ...     territory=Territory.METROPOLE, age_bracket=AgeBracket.FROM_21,
    ...     smc_monthly=Decimal("2200.00"),
    ... )
    >>> risen.monthly, risen.rate, risen.base.value
    (Decimal('1801.80'), Decimal('100'), 'SMIC')
    """
    check_arguments(with_fifteen_points, locals())
    from_21 = BRACKETS.index(age_bracket) >= FROM_21
    capped = FIFTEEN_POINTS.concluded(concluded_on).value.capped
    claim = Claim(
        basis_points("rate", rate),
        PayBase.STATUTORY if from_21 else PayBase.SMIC,
        (),
        capped_bp=FIFTEEN_BP if capped else 0,
        uncapped_bp=0 if capped else FIFTEEN_BP,
    )
    due = best_of((claim,), bases_on(on, territory, smc_monthly, readings))
    return RisenPay(
        rate=decimal_points(due.rate_bp),
        base=due.base,
        monthly=decimal_cents(cents_of(due.value, readings)),
    )
