"""The grids of pay, statutory (D6222-26) and of the branches; why a line has its rate.

The version is that of the day on which the contract is concluded, whatever its
start. Rates are whole percents of years 1, 2 and 3, by age bracket; names in
`_bp` are basis points.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from attrs import Factory, field, frozen

from apprentissage._arguments import check_arguments
from apprentissage._guards import is_int, is_text
from apprentissage._labelled import Labelled
from apprentissage._money import decimal_points
from apprentissage._plain import PlainValue
from apprentissage._text import typeset_text
from apprentissage.errors import NotCovered
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.facts.identifiers import parse_idcc
from apprentissage.facts.kinds import AgeBracket, PayBase
from apprentissage.facts.pay import Grid, Rates
from apprentissage.law.choices import SmcBeforeJuly2016
from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.readings import LETTER, Readings
from apprentissage.law.sources import Caveat, article

THRESHOLDS = (18, 21, 26)
"""Ages at which a bracket opens (D6222-31); 26 since 2019 only."""

BRACKETS = tuple(AgeBracket)
"""The brackets from the youngest on; their rank indexes the tables."""

_Row = tuple[int, int, int]
_YEARS = 3
"""The years of execution that the grids have."""


def _basis_points(table: "PayTable") -> tuple[_Row, ...]:
    return tuple((100 * a, 100 * b, 100 * c) for a, b, c in table.rows)


def _ages(table: "PayTable") -> tuple[int, ...]:
    return THRESHOLDS[: len(table.rows) - 1]


@frozen(eq=False, repr=False)
class PayTable(PlainValue):
    """A statutory grid: one row a bracket, from the youngest on.

    Args:
        rows: Percents of years 1, 2 and 3; three or four brackets.
        labels: What each bracket covers, in French.
        smc_from_21: From 21 the SMC is the base where it is higher.
    """

    rows: tuple[_Row, ...]
    labels: tuple[str, ...]
    smc_from_21: bool
    rates_bp: tuple[_Row, ...] = field(
        init=False, repr=False, default=Factory(_basis_points, takes_self=True)
    )
    ages: tuple[int, ...] = field(init=False, repr=False, default=Factory(_ages, takes_self=True))


_UP_TO_2018 = (
    (25, 37, 53),  # 16-17
    (41, 49, 65),  # 18-20
    (53, 61, 78),  # 21 and over
)

_FROM_2019 = (
    (27, 39, 55),  # 16-17
    (43, 51, 67),  # 18-20
    (53, 61, 78),  # 21-25
    (100, 100, 100),  # 26 and over
)

_THREE = ("16-17 ans", "18-20 ans", "21 ans et plus")
_FOUR = ("16-17 ans", "18-20 ans", "21-25 ans", "26 ans et plus")

PAY_GRIDS: ByConclusion[PayTable] = ByConclusion(
    "grille de rémunération",
    (
        # 2008-05-01: « du salaire minimum de croissance correspondant à
        # l'emploi occupé »: the SMIC alone, by the letter
        # (`smc_before_july_2016`).
        version(
            date(2008, 5, 1),
            PayTable(_UP_TO_2018, _THREE, smc_from_21=False),
            "D6222-26",
            "D6222-27",
        ),
        # Décret n° 2016-510 of 25 April 2016; its words are those of 2019:
        # « ou, s'il est supérieur, du salaire minimum conventionnel
        # correspondant à l'emploi occupé ».
        version(
            date(2016, 7, 1),
            PayTable(_UP_TO_2018, _THREE, smc_from_21=True),
            "D6222-26",
            "D6222-27",
            Source(SourceKind.DECREE, "décret n° 2016-510 du 25/04/2016"),
        ),
        version(
            date(2019, 1, 1),
            PayTable(_FROM_2019, _FOUR, smc_from_21=True),
            "D6222-26",
            "D6222-27",
            Source(SourceKind.DECREE, "décret n° 2018-1347 du 28/12/2018"),
        ),
    ),
)
"""Articles D6222-26 and D6222-27."""

PAID_AS_OF_AGE = ByConclusion(
    "rémunération des plus jeunes",
    (
        # « Les jeunes apprentis de moins de seize ans bénéficient d'une
        # rémunération identique à celle prévue pour les apprentis âgés de
        # seize à dix-sept ans. »
        version(date(2008, 5, 1), 16, "D6222-27"),
    ),
)
"""The age whose pay the younger ones have (D6222-27)."""


class PublicPoints(NamedTuple):
    """The points of a public employer.

    Attributes:
        uniform: Level of the diploma aimed at, and the points then due.
        optional: Points that the employer may add.
        optional_from_level: First level for which it may.
        floor: The previous contract guarantees its pay.
    """

    uniform: tuple[tuple[int, int], ...]
    optional: tuple[int, ...]
    optional_from_level: int
    floor: bool

    def due(self, level: int | None) -> int:
        """The points that a level makes due; none for an unknown one."""
        return dict(self.uniform).get(level or 0, 0)

    def foresees(self, points: int, level: int | None) -> bool:
        """Whether points are due, or may be added, for a level."""
        if points == self.due(level):
            return True
        first = self.optional_from_level
        return points in self.optional and (level is None or level >= first)


_UNIFORM = ((4, 10), (5, 20))

PUBLIC_POINTS: ByConclusion[PublicPoints] = ByConclusion(
    "majoration du secteur public",
    (
        version(
            date(2008, 5, 1),
            PublicPoints(_UNIFORM, (20,), 6, floor=True),
            "L6222-27",
            Source(SourceKind.DECREE, "décret n° 93-162"),
            caveats=(
                Caveat(
                    "PUBLIC_POINTS_BEFORE_2017",
                    "La rémunération du secteur public d'avant le 19 février "
                    "2017 (décret n° 93-162) n'a pas été lue : elle est "
                    "prise pour celle de 2017.",
                ),
            ),
        ),
        # « uniformément majorés de 10 points lorsque l'apprenti prépare un
        # diplôme ou titre de niveau IV et de 20 points » at level III; 20
        # « peut également » be added at levels II and I (D6272-2). D6272-1
        # then lists « D. 6222-26 à D. 6222-30, D. 6222-33 à D. 6222-34 »,
        # and so neither D6222-31 nor -32, the pay of the contract before.
        version(
            date(2017, 2, 19), PublicPoints(_UNIFORM, (20,), 6, floor=False), "D6272-1", "D6272-2"
        ),
        # The same list takes in D6222-29, the succession from that day.
        version(
            date(2019, 1, 1), PublicPoints(_UNIFORM, (20,), 6, floor=True), "D6272-2", "D6222-29"
        ),
        # « Les employeurs publics peuvent majorer la rémunération prévue par
        # l'article D. 6222-26 de 10 points ou 20 points. »
        version(date(2020, 4, 27), PublicPoints((), (10, 20), 3, floor=True), "D6272-2"),
    ),
)
"""Articles D6272-1 and D6272-2, and the rules of 1993 that they took over."""


class Least(Enum):
    """How far the minimum could fall once an assumed fact is known.

    Not asked by trying values, as elsewhere: most of these facts are days and
    rates of earlier contracts, without a list of values to try. Where all that
    is unknown has one, the check of the pay written tries it.
    """

    AS_TAKEN = "as_taken"  # it can only rise
    LATER_YEAR = "later_year"  # to a later year of a grid whose rates fall
    FIRST_YEAR = "first_year"  # to the first year of the grid
    SECOND_YEAR = "second_year"  # to its second year
    EXECUTION_YEAR = "execution_year"  # to the year of execution
    CYCLE_YEAR = "cycle_year"  # to the last year of the cycle
    NO_EXTRA_YEAR = "no_extra_year"  # to the first year, without its points
    NO_POINTS = "no_points"  # the points of a public employer fall away
    NO_FLOOR = "no_floor"  # the floor of the previous contract falls away
    SMIC_ALONE = "smic_alone"  # the SMC falls away, or its euros change


@frozen(eq=False, repr=False)
class Assumption(PlainValue):
    """An unknown fact, and what the pay schedule takes for it.

    Args:
        path: Absolute path of the fact.
        sentence: What is taken, in French; typeset.
        least: How far the minimum could fall once the fact is known.
    """

    path: str
    sentence: str = field(converter=typeset_text)
    least: Least = Least.AS_TAKEN


Assumed = tuple[Assumption, ...]
"""What a rule takes for granted, in the order in which it asks."""


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
        for a, b, c in version.value.rates_bp
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


def smc_from_21(table: PayTable, readings: Readings) -> bool:
    """Whether the SMC is the base from 21, where it is the higher.

    Args:
        table: The grid.
        readings: `smc_before_july_2016` is read where the text is silent.
    """
    return table.smc_from_21 or readings.smc_before_july_2016 is SmcBeforeJuly2016.SMC_KEPT


@frozen(kw_only=True, eq=False, repr=False)
class StatutoryRate(PlainValue):
    """A cell of the statutory grid.

    Args:
        rate: Percent of the base.
        base: The SMIC; `STATUTORY` where the SMC is, from 21, if it is the
            higher of both.
        ages: The ages of the row, in French.
        sources: The texts.
    """

    rate: Decimal
    base: PayBase
    ages: str
    sources: tuple[Source, ...]


def statutory_rate(
    *,
    age_bracket: AgeBracket,
    execution_year: int,
    concluded_on: date,
    readings: Readings = LETTER,
) -> StatutoryRate:
    """The rate of the statutory grid for an age and a year of execution.

    Args:
        age_bracket: Before 2019 the last two have one row, 21 and over.
        execution_year: 1 to 3. What a fourth is paid follows from why there
            is one: `pay_lines` tells it.
        concluded_on: Day of conclusion, which chooses the grid.
        readings: `smc_before_july_2016` is read.

    Raises:
        NotCovered: Before 2008-05-01.

    Source: art. D. 6222-26 et D. 6222-27 du code du travail.

    >>> found = statutory_rate(
    ...     age_bracket=AgeBracket.FROM_18,
    ...     execution_year=2,
    ...     concluded_on=date(2018, 12, 31),
    ... )
    >>> found.rate, found.base.name
    (Decimal('49'), 'SMIC')
    """
    check_arguments(statutory_rate, locals(), execution_year=is_int(1, _YEARS))
    version = PAY_GRIDS.concluded(concluded_on)
    table = version.value
    rank = min(BRACKETS.index(age_bracket), len(table.rows) - 1)
    adult = age_bracket in {AgeBracket.FROM_21, AgeBracket.FROM_26}
    base = PayBase.SMIC
    if adult and smc_from_21(table, readings):
        base = PayBase.STATUTORY
    return StatutoryRate(
        rate=decimal_points(table.rates_bp[rank][execution_year - 1]),
        base=base,
        ages=table.labels[rank],
        sources=version.sources,
    )


class PayReason(Labelled):
    """Why a line has its rate and its base."""

    __hash__ = object.__hash__  # members are unique; reasons are looked up

    EXECUTION_YEAR = "execution_year", "année d'exécution du contrat"
    UNDER_16 = "under_16", "moins de 16 ans : taux des 16-17 ans"
    AGE = "age", "majoration : nouvelle tranche d'âge"
    CYCLE_CREDIT = ("cycle_credit", "contrat plus court que le cycle : la différence est créditée")
    LICENCE_PROFESSIONNELLE = ("licence_professionnelle", "licence professionnelle")
    FAILED_EXAM = ("failed_exam", "prolongation après un échec : dernière année suivie")
    DISABILITY_YEAR = (
        "disability_year",
        "année de plus du travailleur handicapé : dernière année suivie, plus 15 points",
    )
    ATHLETE_YEAR = ("athlete_year", "4e année du sportif de haut niveau")
    LENGTHENED = ("lengthened", "durée allongée par convention : dernière année du cycle")
    LENGTHENED_BEFORE_2019 = ("lengthened_before_2019", "durée allongée : la grille continue")
    LONGER_THAN_CYCLE = (
        "longer_than_cycle",
        "contrat plus long que le cycle : la grille continue",
    )
    BEYOND_GRID = "beyond_grid", "année au-delà de la grille"
    FIFTEEN_POINTS = (
        "fifteen_points",
        "majoration de 15 points : diplôme de même niveau, en rapport direct",
    )
    FIFTEEN_POINTS_CAP = ("fifteen_points_cap", "majoration limitée à 100 % du SMIC")
    PUBLIC_POINTS = "public_points", "majoration de l'employeur public"
    SMC = "smc", "SMC supérieur au SMIC"
    SMC_BELOW = "smc_below", "SMC inférieur au SMIC, qui le remplace"
    CONVENTIONAL_RATE = "conventional_rate", "taux conventionnel"
    FLOOR = "floor", "rémunération du contrat précédent"
    BRANCH_FLOOR = ("branch_floor", "rémunération du contrat précédent, maintenue par la branche")
    YEAR_ELSEWHERE = (
        "year_elsewhere",
        "taux de la dernière année du contrat précédent, sans année créditée",
    )


_BEYOND_GRID = Caveat(
    "BEYOND_GRID",
    "Aucun texte ne fixe de taux au-delà de la troisième année hors "
    "prolongation : celui de la troisième année est retenu, comme dans le "
    "téléservice de l'État.",
)

_SMC_BELOW = Caveat(
    "SMC_BELOW_SMIC",
    "Un minimum conventionnel inférieur au SMIC est remplacé par lui : que la "
    "grille s'applique alors au SMIC n'est écrit nulle part.",
)

_LONGER = Caveat(
    "LONGER_THAN_CYCLE",
    "Contrat plus long que le cycle sans convention qui l'allonge : la grille "
    "de l'art. D. 6222-26 est suivie année après année.",
)

_LONGER_IN_2019 = Caveat(
    "LONGER_THAN_CYCLE_IN_2019",
    "Contrat plus long que le cycle, conclu entre le 1er janvier 2019 et le "
    "31 mars 2020 : aucun texte ; la grille de l'art. D. 6222-26 est suivie "
    "année après année.",
)

_CREDIT_OF_2019 = Caveat(
    "CREDIT_OF_2019",
    "Contrat conclu entre le 1er janvier 2019 et le 31 mars 2020 : seul "
    "l'art. R. 6222-18 compte alors une première année.",
)

_PROFESSIONAL_DIPLOMA = Caveat(
    "PROFESSIONAL_DIPLOMA",
    "Avant 2019 la majoration de 15 points suppose un diplôme de "
    "l'enseignement technologique ou professionnel, ou un titre homologué.",
)

_Law = tuple[tuple[str, ...], tuple[Caveat, ...]]
_Cited = tuple[tuple[Source, ...], tuple[Caveat, ...]]

_SINCE_2008: dict[PayReason, _Law] = {
    PayReason.EXECUTION_YEAR: (("D6222-26",), ()),
    PayReason.UNDER_16: (("D6222-27",), ()),
    PayReason.FAILED_EXAM: (("D6222-28",), ()),
    PayReason.ATHLETE_YEAR: (("R6222-60",), ()),
    PayReason.BEYOND_GRID: ((), (_BEYOND_GRID,)),
    PayReason.SMC: (("D6222-26",), ()),
    PayReason.SMC_BELOW: (("D6222-26",), (_SMC_BELOW,)),
    PayReason.CONVENTIONAL_RATE: (("L6222-27",), ()),
    PayReason.BRANCH_FLOOR: (("L6222-27",), ()),
    PayReason.YEAR_ELSEWHERE: ((), ()),
    PayReason.LONGER_THAN_CYCLE: ((), (_LONGER,)),
    PayReason.LICENCE_PROFESSIONNELLE: ((), ()),
}

_SINCE_2019: dict[PayReason, _Law] = {
    **_SINCE_2008,
    PayReason.AGE: (("D6222-31",), ()),
    PayReason.DISABILITY_YEAR: (("R6222-47", "R6222-48"), ()),
    PayReason.FIFTEEN_POINTS: (("D6222-30",), ()),
    PayReason.FLOOR: (("D6222-29",), ()),
}

PAY_ARTICLES: ByConclusion[Mapping[PayReason, _Law]] = ByConclusion(
    "articles de la rémunération",
    (
        version(
            date(2008, 5, 1),
            {
                **_SINCE_2008,
                PayReason.AGE: (("D6222-34",), ()),
                PayReason.CYCLE_CREDIT: (("D6222-30", "R6222-18"), ()),
                PayReason.LENGTHENED_BEFORE_2019: (("D6222-29",), ()),
                PayReason.DISABILITY_YEAR: (("R6222-54",), ()),
                PayReason.FIFTEEN_POINTS: (("D6222-33", "R6222-16 3°"), (_PROFESSIONAL_DIPLOMA,)),
                PayReason.FLOOR: (("D6222-31", "D6222-32"), ()),
            },
            "D6222-26",
        ),
        version(
            date(2019, 1, 1),
            {
                **_SINCE_2019,
                PayReason.CYCLE_CREDIT: (("R6222-18",), (_CREDIT_OF_2019,)),
                PayReason.LONGER_THAN_CYCLE: ((), (_LONGER_IN_2019,)),
            },
            "D6222-26",
        ),
        # The numbering of décret n° 2020-373 of 30 March 2020.
        version(
            date(2020, 4, 1),
            {
                **_SINCE_2019,
                PayReason.CYCLE_CREDIT: (("D6222-28-1",), ()),
                PayReason.LENGTHENED: (("D6222-28-2",), ()),
                PayReason.LICENCE_PROFESSIONNELLE: (("D6222-32",), ()),
                PayReason.FIFTEEN_POINTS_CAP: (("D6222-31 al. 2",), ()),
            },
            "D6222-28-1",
        ),
    ),
)
"""Articles and reserves of each reason, by date of conclusion.

The number of an article does not tell its subject: D6222-31 was the
succession of contracts up to 2018 and is the age since.
"""

_DOCTRINE = {
    PayReason.LICENCE_PROFESSIONNELLE: Source(
        SourceKind.DOCTRINE,
        "questions-réponses du ministère du Travail, 21 août 2019, telles que relayées",
    ),
    PayReason.YEAR_ELSEWHERE: Source(SourceKind.DOCTRINE, "Centre Inffo, FAQ du 29 novembre 2022"),
}
"""What some reasons rest on where no article does."""


@lru_cache(maxsize=4096)
def cited(concluded_on: date, reasons: tuple[PayReason, ...]) -> _Cited:
    """The sources and reserves of some reasons, each once.

    The articles are those in force on the day of conclusion.

    >>> sources, _ = cited(
    ...     date(2026, 8, 31), (PayReason.EXECUTION_YEAR, PayReason.AGE)
    ... )
    >>> [source.reference for source in sources]
    ['art. D. 6222-26 du code du travail', \
'art. D. 6222-31 du code du travail']
    """
    laws = PAY_ARTICLES.concluded(concluded_on).value
    sources: list[Source] = []
    caveats: list[Caveat] = []
    for reason in reasons:
        if reason is PayReason.PUBLIC_POINTS:
            public = PUBLIC_POINTS.concluded(concluded_on)
            sources += public.sources
            caveats += public.caveats
            continue
        articles, reserves = laws[reason]
        sources += [article(name, concluded_on) for name in articles]
        caveats += reserves
        if not articles and reason in _DOCTRINE:
            sources.append(_DOCTRINE[reason])
    return tuple(dict.fromkeys(sources)), tuple(dict.fromkeys(caveats))


_KALI = "https://www.legifrance.gouv.fr/conv_coll/article/"


@frozen(kw_only=True, eq=False, repr=False)
class BranchGrid(PlainValue):
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
    "L'extension de l'accord à toutes les entreprises de la branche n'a pas été vérifiée.",
)

_SMC_ONE_LEVEL_BELOW = Caveat(
    "SMC_ONE_LEVEL_BELOW",
    "Dans le bâtiment, le SMC est celui du niveau situé juste au-dessous du "
    "diplôme préparé, selon la FFB.",
)

_BASE_AT_26 = Caveat(
    "BASE_AT_26", "À partir de 26 ans, un éditeur prend le SMC pour base : non vérifié."
)

_ATTESTED = Caveat(
    "ATTESTED_IN_2023",
    "Grille attestée pour un contrat de septembre 2023 ; sa date d'entrée en "
    "vigueur n'a pas été trouvée.",
)

_BAC_PRO = Caveat("BAC_PRO", "L'avenant n° 6-09 du 25/11/2009 vise le baccalauréat professionnel.")

_RATES_OF_2019 = Caveat(
    "RATES_OF_2019",
    "Les taux sont ceux des contrats conclus depuis 2019 : la convention renvoie à ceux du code.",
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
        caveats=(_NOT_EXTENDED, _SMC_ONE_LEVEL_BELOW),
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
                    "transports routiers : grille publiée par les Éditions Tissot",
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
                    "services de l'automobile, art. 1.18, avenant n° 6-09 du 25/11/2009",
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
                raise NotCovered(f"grille {bundled.name}", on, bundled.covered_from)
            return bundled
    return None
