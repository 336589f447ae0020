"""The statutory grid, and a public employer's points."""

from datetime import date

from apprentissage._arguments import check_arguments
from apprentissage._money import decimal_points
from apprentissage.facts import Contract, Grid
from apprentissage.facts.pay import Rates
from apprentissage.pay.assumptions import Assumption, Least, Notes
from apprentissage.pay.grids import PAY_GRIDS, PUBLIC_POINTS

_PRIVATE = Assumption("employer.type", "l'employeur est réputé privé")
_PRIVATE_WITH_SMC = Assumption(
    "employer.type", "l'employeur est réputé privé", Least.SMIC_ALONE
)
_PUBLIC = Assumption(
    "employer.type",
    "l'employeur est réputé public, puisque des points sont déclarés",
    Least.NO_POINTS,
)
_NO_POINTS = Assumption(
    "public_points", "l'employeur public n'est pas réputé ajouter de points"
)
_NO_MORE_POINTS = Assumption(
    "public_points", "aucun point n'est retenu au-delà de ceux du niveau"
)
_NO_LEVEL = Assumption(
    "training.level", "aucun point n'est retenu au titre du niveau du diplôme"
)


def public_points(contract: Contract, notes: Notes) -> int | None:
    """The points of a public employer; None for a private one.

    Args:
        contract: The facts.
        notes: Takes the facts assumed.
    """
    declared = contract.public_points
    public = contract.employer.public
    if public is None:
        public = bool(declared)
        if public:
            notes.append(_PUBLIC)
        else:
            lone = contract.smc_monthly is None
            notes.append(_PRIVATE if lone else _PRIVATE_WITH_SMC)
    if not public:
        return None
    rule = PUBLIC_POINTS.concluded(contract.concluded_on).value
    level = contract.training.level
    if rule.uniform and level is None:
        notes.append(_NO_LEVEL)
    due = rule.due(level)
    if declared is None:
        notes.append(_NO_MORE_POINTS if due else _NO_POINTS)
    return max(due, declared or 0)


def statutory_grid(concluded_on: date) -> Grid:
    """The statutory grid of contracts concluded on a day.

    Args:
        concluded_on: Day of conclusion.

    Returns:
        The rates by bracket. Before 2019, `from_21` stands for 21 and over
        and `from_26` is None.

    Raises:
        NotCovered: Before 2008-05-01.

    Source: art. D. 6222-26 et D. 6222-27 du code du travail.

    >>> from apprentissage.facts import AgeBracket
    >>> [str(r) for r in statutory_grid(date(2026, 9, 1)).under_18]
    ['27', '39', '55']
    """
    check_arguments(statutory_grid, locals())
    version = PAY_GRIDS.concluded(concluded_on)
    rows: list[Rates | None] = [
        (decimal_points(a), decimal_points(b), decimal_points(c))
        for a, b, c in version.value.points
    ]
    under_18, from_18, from_21, from_26, *_ = [*rows, None]
    return Grid(
        under_18=under_18,
        from_18=from_18,
        from_21=from_21,
        from_26=from_26,
        from_on=version.since,
        sources=version.sources,
    )
