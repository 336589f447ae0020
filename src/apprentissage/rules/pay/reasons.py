"""Why a pay line has its rate: reasons, their articles, their reserves."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from apprentissage.labelled import Labelled
from apprentissage.law.dated import ByConclusion, Version
from apprentissage.law.pay_grids import PAY_GRIDS, PUBLIC_POINTS
from apprentissage.law.sources import Caveat, Source, article

__all__ = ["PAY_ARTICLES", "PayReason", "cited"]
__dir__ = __all__.copy


class PayReason(Labelled):
    """Why a line has its rate and its base."""

    __hash__ = object.__hash__  # members are unique; reasons are looked up

    EXECUTION_YEAR = "execution_year", "année d'exécution du contrat"
    AGE = "age", "majoration : nouvelle tranche d'âge"
    CYCLE_CREDIT = "cycle_credit", "années du cycle déjà accomplies"
    LICENCE_PROFESSIONNELLE = (
        "licence_professionnelle",
        "licence professionnelle en un an : taux de la 2e année",
    )
    FAILED_EXAM = (
        "failed_exam",
        "prolongation après un échec : taux de la dernière année",
    )
    DISABILITY_YEAR = (
        "disability_year",
        "prolongation du travailleur handicapé : "
        "dernière année plus 15 points",
    )
    ATHLETE_YEAR = (
        "athlete_year",
        "4e année du sportif de haut niveau : taux de la 3e année",
    )
    LONGER_THAN_CYCLE = (
        "longer_than_cycle",
        "contrat plus long que le cycle",
    )
    BEYOND_GRID = (
        "beyond_grid",
        "année au-delà de la grille : taux de la 3e année",
    )
    FIFTEEN_POINTS = (
        "fifteen_points",
        "majoration de 15 points : diplôme de même niveau, en rapport direct",
    )
    FIFTEEN_POINTS_CAP = (
        "fifteen_points_cap",
        "majoration limitée à 100 % du SMIC",
    )
    PUBLIC_POINTS = "public_points", "majoration de l'employeur public"
    SMC = "smc", "SMC supérieur au SMIC"
    SMC_BELOW = "smc_below", "SMC inférieur au SMIC, qui le remplace"
    CONVENTIONAL_RATE = "conventional_rate", "taux conventionnel"
    FLOOR = "floor", "rémunération du contrat précédent"


_SECONDARY = Caveat(
    "SECONDARY_SOURCES",
    "Avant le 1er avril 2020, cette règle est reconstituée d'après des "
    "sources secondaires.",
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
    "Contrat plus long que le cycle : la grille est suivie année après "
    "année selon l'ancien art. D. 117-2 ; la règle actuelle n'a pas pu être "
    "lue.",
)

_Law = tuple[tuple[Source, ...], tuple[Caveat, ...]]

_SAME_SINCE_2008: dict[PayReason, _Law] = {
    PayReason.FAILED_EXAM: ((article("D6222-28"),), ()),
    PayReason.ATHLETE_YEAR: ((article("R6222-60"),), ()),
    PayReason.BEYOND_GRID: ((), (_BEYOND_GRID,)),
    PayReason.CONVENTIONAL_RATE: ((article("L6222-27"),), ()),
}
_UP_TO_MARCH_2020: dict[PayReason, _Law] = {
    **_SAME_SINCE_2008,
    PayReason.AGE: ((article("D6222-34"),), ()),
    PayReason.CYCLE_CREDIT: (
        (article("D6222-29"), article("D6222-30")),
        (_SECONDARY,),
    ),
    PayReason.LICENCE_PROFESSIONNELLE: ((), (_SECONDARY,)),
    PayReason.LONGER_THAN_CYCLE: ((), (_LONGER,)),
    PayReason.FIFTEEN_POINTS: ((article("D6222-33"),), ()),
    PayReason.FIFTEEN_POINTS_CAP: ((article("D6222-34"),), ()),
}
_DISABILITY: _Law = ((article("R6222-47"), article("R6222-48")), ())

PAY_ARTICLES: ByConclusion[Mapping[PayReason, _Law]] = ByConclusion(
    "articles de la rémunération",
    (
        Version(
            date(2008, 5, 1),
            {
                **_UP_TO_MARCH_2020,
                PayReason.DISABILITY_YEAR: ((article("R6222-54"),), ()),
                PayReason.FLOOR: (
                    (article("D6222-31"), article("D6222-32")),
                    (_SECONDARY,),
                ),
            },
            (),
        ),
        Version(
            date(2019, 1, 1),
            {
                **_UP_TO_MARCH_2020,
                PayReason.DISABILITY_YEAR: _DISABILITY,
                PayReason.FLOOR: ((article("D6222-31"),), (_SECONDARY,)),
            },
            (),
        ),
        # The numbering of décret n° 2020-373 of 30 March 2020.
        Version(
            date(2020, 4, 1),
            {
                **_SAME_SINCE_2008,
                PayReason.AGE: (
                    (article("D6222-31"),),
                    (),
                ),
                PayReason.CYCLE_CREDIT: ((article("D6222-28-1"),), ()),
                PayReason.LICENCE_PROFESSIONNELLE: (
                    (article("D6222-32"),),
                    (),
                ),
                PayReason.DISABILITY_YEAR: _DISABILITY,
                PayReason.LONGER_THAN_CYCLE: (
                    (article("D6222-28-1"),),
                    (_LONGER,),
                ),
                PayReason.FIFTEEN_POINTS: ((article("D6222-30"),), ()),
                PayReason.FIFTEEN_POINTS_CAP: (
                    (article("D6222-31 al. 2"),),
                    (),
                ),
                PayReason.FLOOR: ((article("D6222-29"),), ()),
            },
            (),
        ),
    ),
)
"""Articles and reserves of each reason, by date of conclusion.

The number of an article does not tell its subject: D6222-31 was the
succession of contracts up to March 2020 and is the age since.
"""


@lru_cache(maxsize=4096)
def cited(concluded_on: date, reasons: tuple[PayReason, ...]) -> _Law:
    """The sources and reserves of some reasons, each once.

    >>> sources, _ = cited(
    ...     date(2026, 8, 31), (PayReason.EXECUTION_YEAR, PayReason.AGE)
    ... )
    >>> [source.reference for source in sources]
    ['art. D. 6222-26 du code du travail', \
'décret n° 2018-1347 du 28/12/2018', 'art. D. 6222-31 du code du travail']
    """
    grid = PAY_GRIDS.concluded(concluded_on).sources
    public = PUBLIC_POINTS.concluded(concluded_on)
    laws = {
        **PAY_ARTICLES.concluded(concluded_on).value,
        PayReason.EXECUTION_YEAR: (grid, ()),
        PayReason.SMC: (grid, ()),
        PayReason.SMC_BELOW: (grid, (_SMC_BELOW,)),
        PayReason.PUBLIC_POINTS: (public.sources, public.caveats),
    }
    sources = (source for reason in reasons for source in laws[reason][0])
    caveats = (caveat for reason in reasons for caveat in laws[reason][1])
    return tuple(dict.fromkeys(sources)), tuple(dict.fromkeys(caveats))
