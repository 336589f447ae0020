"""Pay after an earlier contract or diploma: D6222-29 and D6222-30."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from attrs import evolve

from apprentissage.arguments import check_arguments
from apprentissage.facts import Contract, PreviousCycle, RateKind, Route
from apprentissage.law.pay_grids import SUCCESSION
from apprentissage.law.readings import Readings, YearElsewhere
from apprentissage.money import basis_points, decimal_points
from apprentissage.months import eve_of, last_day_of
from apprentissage.rules.pay._claims import FULL
from apprentissage.rules.pay.assumptions import Assumption, Least, Notes

__all__ = ["succession_floor"]
__dir__ = __all__.copy

FIFTEEN = 1_500
"""The 15 points of D6222-30, in basis points."""

_NO_PREVIOUS = Assumption(
    "previous", "aucun contrat ni diplôme précédent n'est retenu"
)
_LAST_LISTED = Assumption(
    "previous",
    "le dernier de la liste est pris pour le contrat précédent",
    Least.NO_FLOOR,
)
_CREDITED = Assumption(
    "previous",
    "les années du cycle déjà accomplies sont comptées",
    Least.EXECUTION_YEAR,
)


def previous_contract(
    previous: tuple[PreviousCycle, ...], notes: Notes
) -> tuple[str, PreviousCycle] | None:
    """The last contract of apprenticeship before this one, with its path.

    It is the one that ended last; the last of the list where an end is
    unknown.
    """
    contracts = [
        (f"previous[{rank}]", cycle)
        for rank, cycle in enumerate(previous)
        if cycle.route is not Route.SCHOOL
    ]
    if len(contracts) < 2:
        return contracts[0] if contracts else None
    ends = [cycle.ended_on or cycle.ruptured_on for _, cycle in contracts]
    dated = [end for end in ends if end is not None]
    if len(dated) < len(ends):
        notes += [
            evolve(_LAST_LISTED, path=f"{path}.{_end_of(cycle)}")
            for (path, cycle), end in zip(contracts, ends, strict=True)
            if end is None
        ]
        return contracts[-1]
    return contracts[dated.index(max(dated))]


def _end_of(cycle: PreviousCycle) -> str:
    """The fact that would tell when a contract ended."""
    return "ended_on" if cycle.rupture_cause is None else "ruptured_on"


def floor_of(contract: Contract, notes: Notes) -> int:
    """The rate that the previous contract guarantees, 0 where none does.

    Args:
        contract: The facts.
        notes: Takes the facts assumed.

    Returns:
        Basis points of the SMIC.
    """
    if contract.previous is None:
        notes.append(_NO_PREVIOUS)
        return 0
    found = previous_contract(contract.previous, notes)
    if found is None:
        return 0
    path, cycle = found
    return _floor(contract.concluded_on, cycle, path, notes)


def succession_floor(
    previous: PreviousCycle,
    *,
    concluded_on: date,
    fifteen_points: bool = False,
) -> Decimal | None:
    """The rate that a previous contract guarantees in the new one.

    Args:
        previous: The previous contract.
        concluded_on: Day of conclusion of the new contract.
        fifteen_points: The rise of D6222-30 is due as well; before 2019 it
            was added to this rate, up to 100 % of the SMIC, since then to
            the statutory one alone.

    Returns:
        Percent of the SMIC, or None where nothing is guaranteed.

    Raises:
        NotCovered: Before 2008-05-01.

    Source: art. D. 6222-29 du code du travail, D. 6222-31 et D. 6222-32
    avant avril 2020; circulaire DGEFP-DGT n° 2007-04 avant 2019.

    >>> last = PreviousCycle(
    ...     same_employer=True, diploma_obtained=True,
    ...     last_rate=Decimal("61"), last_rate_kind=RateKind.PAID,
    ... )
    >>> succession_floor(last, concluded_on=date(2026, 9, 1))
    Decimal('61')
    """
    check_arguments(succession_floor, locals())
    rate = _floor(concluded_on, previous, "previous", [])
    if rate == 0:
        return None
    rule = SUCCESSION.concluded(concluded_on).value
    # « ne peuvent conduire l'apprenti à percevoir un salaire supérieur à
    # 100 % du salaire minimum de croissance »
    if fifteen_points and rule.carries_fifteen:
        rate = max(rate, min(rate + FIFTEEN, FULL))
    return decimal_points(rate)


def _floor(
    concluded_on: date, cycle: PreviousCycle, path: str, notes: Notes
) -> int:
    # « lorsque ce dernier a conduit à l'obtention du titre ou du diplôme
    # ainsi préparé »
    rule = SUCCESSION.concluded(concluded_on).value
    if rule.diploma_needed and not cycle.diploma_obtained:
        if cycle.diploma_obtained is None:
            notes.append(
                Assumption(
                    f"{path}.diploma_obtained",
                    "le diplôme n'est pas réputé obtenu : aucun plancher",
                )
            )
        return 0
    name, rate = _last_rate(cycle, path, notes)
    return 0 if rate is None else basis_points(f"{path}.{name}", rate)


def _last_rate(
    cycle: PreviousCycle, path: str, notes: Notes
) -> tuple[str, Decimal | None]:
    """The name of the field that guarantees a rate, and the rate."""
    assume = _assuming(path, notes)
    paid, statutory = cycle.last_rate, cycle.last_statutory_rate
    if paid is None and statutory is None:
        unknown = f"{path}.last_rate"
        notes.append(Assumption(unknown, "aucun plancher n'est retenu"))
        return "last_rate", None
    if cycle.route is None:
        assume("route", "le cycle précédent est pris pour un apprentissage")
    if paid is None:
        assume("last_rate", "le taux réglementaire est retenu")
        return "last_statutory_rate", statutory
    # Same employer: « celle qu'il percevait »
    if cycle.same_employer:
        return "last_rate", paid
    if cycle.same_employer is None:
        assume("same_employer", "l'employeur est pris pour un autre")
    # Another one: « celle à laquelle il pouvait prétendre », which a
    # conventional rate is inside its branch only (circulaire DGEFP-DGT
    # n° 2007-04).
    if cycle.same_branch or cycle.last_rate_kind is RateKind.CLAIMABLE:
        return "last_rate", paid
    if cycle.last_rate_kind is None:
        assume("last_rate_kind", "le taux est pris pour le taux perçu")
    if cycle.same_branch is None:
        assume("same_branch", "la branche est prise pour une autre")
    if statutory is not None:
        return "last_statutory_rate", statutory
    assume(
        "last_statutory_rate",
        "le taux perçu est pris pour celui auquel l'apprenti pouvait "
        "prétendre",
    )
    return "last_rate", paid


def _assuming(path: str, notes: Notes) -> Callable[[str, str], None]:
    def assume(name: str, sentence: str) -> None:
        notes.append(Assumption(f"{path}.{name}", sentence, Least.NO_FLOOR))

    return assume


def credit_refused(
    contract: Contract, readings: Readings, notes: Notes
) -> bool:
    """Whether a reading refuses the credit of the years of the cycle.

    It does for a later year of a cycle with another employer, where the
    previous contract led to no diploma.
    """
    if readings.year_elsewhere is YearElsewhere.CREDITED:
        return False
    if contract.previous is None:
        notes.append(_CREDITED)
        return False
    uncertain: Notes = []
    found = previous_contract(contract.previous, uncertain)
    if found is None:
        return False
    notes += [evolve(_CREDITED, path=end.path) for end in uncertain]
    path, cycle = found
    against = {
        "same_employer": cycle.same_employer,
        "diploma_obtained": cycle.diploma_obtained,
    }
    if True in against.values():
        return False
    unknown = [name for name, known in against.items() if known is None]
    notes += [
        Assumption(f"{path}.{name}", _CREDITED.sentence, _CREDITED.least)
        for name in unknown
    ]
    return not unknown


def fifteen_points_year(contract: Contract, notes: Notes) -> int:
    """The last year of the earlier cycle, where D6222-30 gives 15 points.

    Args:
        contract: The facts.
        notes: Takes the facts assumed.

    Returns:
        The year whose rate is raised, from 1 to 3; 0 where no points are
        due.
    """
    previous = contract.previous or ()
    # « conclu pour une durée inférieure ou égale à un an »: a prolongation
    # comes later.
    extension = contract.extension
    concluded_until = (
        contract.ends_on
        if extension is None or extension.starts_on is None
        else eve_of(extension.starts_on)
    )
    if not previous or concluded_until > last_day_of(contract.starts_on, 12):
        return 0
    level = contract.training.level
    return max(
        _risen_year(cycle, level, f"previous[{rank}]", notes)
        for rank, cycle in enumerate(previous)
    )


def _risen_year(
    cycle: PreviousCycle, level: int | None, path: str, notes: Notes
) -> int:
    # « un diplôme ou un titre de même niveau que celui précédemment obtenu
    # [...] en rapport direct »
    known_levels = cycle.level is not None and level is not None
    conditions = (
        (cycle.diploma_obtained, f"{path}.diploma_obtained"),
        (
            cycle.level == level if known_levels else None,
            f"{path}.level" if cycle.level is None else "training.level",
        ),
        (cycle.directly_related, f"{path}.directly_related"),
    )
    if any(held is False for held, _ in conditions):
        return 0
    unknown = [where for held, where in conditions if held is None]
    for where in unknown:
        notes.append(
            Assumption(where, "la majoration de 15 points n'est pas retenue")
        )
    if unknown:
        return 0
    if cycle.cycle_years is None:
        notes.append(
            Assumption(
                f"{path}.cycle_years",
                "le cycle est pris pour un cycle d'un an",
            )
        )
        return 1
    return min(cycle.cycle_years, 3)
