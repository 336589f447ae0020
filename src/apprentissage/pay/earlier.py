"""The contracts before this one: which is the last, and whether its years count."""

from attrs import evolve

from apprentissage.facts import Contract, PreviousCycle, Route
from apprentissage.law.choices import YearElsewhere
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat
from apprentissage.pay.grids import Assumed, Assumption, Least

_LAST_LISTED = Assumption(
    "previous", "le dernier de la liste est pris pour le contrat précédent", Least.NO_FLOOR
)

_OF_APPRENTICESHIP = Assumption(
    "previous", "le dernier cycle est pris pour un contrat d'apprentissage", Least.NO_FLOOR
)

_LAST_TOGETHER = Caveat(
    "LAST_TOGETHER",
    "Plusieurs contrats d'apprentissage précédents ont pris fin le même jour : le premier de la "
    "liste est pris pour le dernier. Vérifiez leurs dates.",
)

# A member looked up on its class costs ten times a name of the module.
_CREDITED = YearElsewhere.CREDITED
_SCHOOL = Route.SCHOOL


def previous_contract(
    previous: tuple[PreviousCycle, ...],
) -> tuple[tuple[str, PreviousCycle] | None, Assumed]:
    """The last contract of apprenticeship before this one, with its path.

    It is the one that ended last, of several the first listed; the last of the
    list where an end is unknown.
    """
    contracts = _contracts(previous)
    if len(contracts) < 2:
        return contracts[0] if contracts else None, ()
    ends = [cycle.ended_on or cycle.ruptured_on for _, cycle in contracts]
    dated = [end for end in ends if end is not None]
    if len(dated) < len(ends):
        return contracts[-1], tuple(
            evolve(_LAST_LISTED, path=f"{path}.{_end_of(cycle)}")
            for (path, cycle), end in zip(contracts, ends, strict=True)
            if end is None
        )
    path, last = contracts[dated.index(max(dated))]
    # were it none, an earlier one would be the last
    untold = (evolve(_OF_APPRENTICESHIP, path=f"{path}.route"),) if last.route is None else ()
    return (path, last), untold


def _contracts(previous: tuple[PreviousCycle, ...]) -> list[tuple[str, PreviousCycle]]:
    """The earlier cycles that may be contracts, with their paths."""
    return [
        (f"previous[{rank}]", cycle)
        for rank, cycle in enumerate(previous)
        if cycle.route is not _SCHOOL
    ]


def last_together(previous: tuple[PreviousCycle, ...] | None) -> tuple[Caveat, ...]:
    """The reserve where several contracts ended on the last day.

    Args:
        previous: The earlier cycles; None where they are unknown.
    """
    if previous is None or len(previous) < 2:
        return ()
    ends = [cycle.ended_on or cycle.ruptured_on for _, cycle in _contracts(previous)]
    dated = [end for end in ends if end is not None]
    alone = len(dated) < len(ends) or not dated or dated.count(max(dated)) == 1
    return () if alone else (_LAST_TOGETHER,)


def _end_of(cycle: PreviousCycle) -> str:
    """The fact that would tell when a contract ended."""
    return "ended_on" if cycle.rupture_cause is None else "ruptured_on"


def credit_refused(
    contract: Contract, readings: Readings, granted: Assumption
) -> tuple[bool, Assumed]:
    """Whether a reading refuses the credit of the years of the cycle.

    It does for a later year of a cycle with another employer, where the
    previous contract led to no diploma.

    Args:
        contract: The facts.
        readings: The point read is `year_elsewhere`.
        granted: What is taken where a fact is unknown.
    """
    if readings.year_elsewhere is _CREDITED:
        return False, ()
    if contract.previous is None:
        return False, (granted,)
    found, uncertain = previous_contract(contract.previous)
    if found is None:
        return False, ()
    assumed = tuple(evolve(granted, path=end.path) for end in uncertain)
    path, cycle = found
    against = {"same_employer": cycle.same_employer, "diploma_obtained": cycle.obtained}
    if True in against.values():
        return False, assumed
    unknown = [name for name, known in against.items() if known is None]
    assumed += tuple(evolve(granted, path=f"{path}.{name}") for name in unknown)
    return not unknown, assumed
