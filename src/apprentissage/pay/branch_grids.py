"""Conventional pay grids of the branches, as data.

Only grids read in the agreement itself or reported by two serious sources;
`docs/pay.md` names those left out. Whether an agreement was extended to all
firms of its branch was not checked.
"""

from datetime import date
from decimal import Decimal

from attrs import field, frozen

from apprentissage._arguments import check_arguments
from apprentissage._guards import is_text
from apprentissage.errors import NotCovered
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.facts.identifiers import parse_idcc
from apprentissage.facts.kinds import PayBase
from apprentissage.facts.pay import Grid, Rates
from apprentissage.law.sources import Caveat

_KALI = "https://www.legifrance.gouv.fr/conv_coll/article/"


@frozen(kw_only=True)
class BranchGrid:
    """The grid of a branch.

    Args:
        name: The branch, in French.
        grid: Rates, base, IDCC and sources.
        covered_from: First day for which it is known to hold.
        caveats: Reserves.
    """

    name: str = field(validator=is_text)
    grid: Grid
    covered_from: date
    caveats: tuple[Caveat, ...] = ()


def _row(first: int, second: int, third: int) -> Rates:
    return Decimal(first), Decimal(second), Decimal(third)


_NOT_EXTENDED = Caveat(
    "EXTENSION_NOT_CHECKED",
    "L'extension de l'accord à toutes les entreprises de la branche n'a pas "
    "été vérifiée.",
)
_SMC_BELOW = Caveat(
    "SMC_ONE_LEVEL_BELOW",
    "Dans le bâtiment, le SMC est celui du niveau situé juste au-dessous du "
    "diplôme préparé, selon la FFB.",
)
_BASE_AT_26 = Caveat(
    "BASE_AT_26",
    "À partir de 26 ans, un éditeur prend le SMC pour base : non vérifié.",
)
_ATTESTED = Caveat(
    "ATTESTED_IN_2023",
    "Grille attestée pour un contrat de septembre 2023 ; sa date d'entrée en "
    "vigueur n'a pas été trouvée.",
)
_BAC_PRO = Caveat(
    "BAC_PRO",
    "L'avenant n° 6-09 du 25/11/2009 vise le baccalauréat professionnel.",
)
_RATES_OF_2019 = Caveat(
    "RATES_OF_2019",
    "Les taux sont ceux des contrats conclus depuis 2019 : la convention "
    "renvoie à ceux du code.",
)

BRANCH_GRIDS: tuple[BranchGrid, ...] = (
    BranchGrid(
        name="bâtiment et travaux publics",
        grid=Grid(
            under_18=_row(40, 50, 60),
            from_18=_row(50, 60, 70),
            from_21=_row(55, 65, 80),
            base=PayBase.STATUTORY,
            idcc=("1596", "1597", "2609", "2420", "1702", "2614", "3212"),
            # FFB: the pay of a failed CAP is kept within the branch.
            keeps_last_pay=True,
            sources=(
                Source(
                    SourceKind.BRANCH,
                    "accord du 08/02/2005 sur l'apprentissage dans le BTP",
                    f"{_KALI}KALIARTI000005831375",
                ),
            ),
        ),
        covered_from=date(2005, 2, 8),
        caveats=(_NOT_EXTENDED, _SMC_BELOW),
    ),
    BranchGrid(
        name="métallurgie",
        grid=Grid(
            under_18=_row(35, 45, 55),
            from_18=_row(55, 65, 80),
            from_21=_row(55, 65, 80),
            from_26=_row(100, 100, 100),
            base=PayBase.SMIC,
            idcc=("3248",),
            from_on=date(2024, 1, 1),
            sources=(
                Source(
                    SourceKind.BRANCH,
                    "convention collective de la métallurgie, art. 152.1.1",
                    f"{_KALI}KALIARTI000046314869",
                ),
            ),
        ),
        covered_from=date(2024, 1, 1),
        caveats=(_BASE_AT_26,),
    ),
    BranchGrid(
        name="transports routiers",
        grid=Grid(
            under_18=_row(35, 47, 63),
            from_18=_row(51, 59, 75),
            from_21=_row(55, 65, 85),
            from_26=_row(100, 100, 100),
            base=PayBase.STATUTORY,
            idcc=("0016",),
            sources=(
                Source(
                    SourceKind.BRANCH,
                    "transports routiers : grille publiée par les Éditions "
                    "Tissot",
                ),
            ),
        ),
        covered_from=date(2023, 9, 1),
        caveats=(_NOT_EXTENDED, _ATTESTED),
    ),
    BranchGrid(
        name="services de l'automobile",
        # The statutory percents of 2019, but of the SMC at every age.
        grid=Grid(
            under_18=_row(27, 39, 55),
            from_18=_row(43, 51, 67),
            from_21=_row(53, 61, 78),
            base=PayBase.SMC,
            idcc=("1090",),
            sources=(
                Source(
                    SourceKind.BRANCH,
                    "services de l'automobile, art. 1.18, avenant n° 6-09 du "
                    "25/11/2009",
                ),
            ),
        ),
        covered_from=date(2019, 1, 1),
        caveats=(_BAC_PRO, _RATES_OF_2019),
    ),
)
"""The grids bundled."""


def branch_grid(idcc: str, on: date) -> BranchGrid | None:
    """The bundled grid of a collective agreement.

    It is never applied unasked: give it to the contract,
    `Contract(grid=branch_grid("1597", day).grid, ...)`.

    Args:
        idcc: Its code, `1597`; leading zeros may be left out.
        on: Day worked.

    Returns:
        The grid, or None where none is bundled for that agreement; such
        a grid is unknown, not absent.

    Raises:
        InvalidIdentifier: For what is no IDCC.
        NotCovered: Before the first day of the grid.

    >>> branch_grid("3248", date(2026, 9, 1)).name
    'métallurgie'
    >>> branch_grid("16", date(2026, 9, 1)).name
    'transports routiers'
    >>> branch_grid("1979", date(2026, 9, 1)) is None
    True
    """
    check_arguments(branch_grid, locals())
    code = parse_idcc(idcc)
    for bundled in BRANCH_GRIDS:
        if code in bundled.grid.idcc:
            if on < bundled.covered_from:
                raise NotCovered(
                    f"grille {bundled.name}", on, bundled.covered_from
                )
            return bundled
    return None
