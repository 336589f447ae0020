"""Why a pay line has its rate: reasons, their articles, their reserves."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from apprentissage._labelled import Labelled
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.sources import Caveat, article
from apprentissage.pay.grids import PUBLIC_POINTS


class PayReason(Labelled):
    """Why a line has its rate and its base."""

    __hash__ = object.__hash__  # members are unique; reasons are looked up

    EXECUTION_YEAR = "execution_year", "année d'exécution du contrat"
    UNDER_16 = "under_16", "moins de 16 ans : taux des 16-17 ans"
    AGE = "age", "majoration : nouvelle tranche d'âge"
    CYCLE_CREDIT = (
        "cycle_credit",
        "contrat plus court que le cycle : la différence est créditée",
    )
    LICENCE_PROFESSIONNELLE = (
        "licence_professionnelle",
        "licence professionnelle",
    )
    FAILED_EXAM = (
        "failed_exam",
        "prolongation après un échec : dernière année suivie",
    )
    DISABILITY_YEAR = (
        "disability_year",
        "année de plus du travailleur handicapé : dernière année suivie, "
        "plus 15 points",
    )
    ATHLETE_YEAR = (
        "athlete_year",
        "4e année du sportif de haut niveau",
    )
    LENGTHENED = (
        "lengthened",
        "durée allongée par convention : dernière année du cycle",
    )
    LENGTHENED_BEFORE_2019 = (
        "lengthened_before_2019",
        "durée allongée : la grille continue",
    )
    LONGER_THAN_CYCLE = (
        "longer_than_cycle",
        "contrat plus long que le cycle : la grille continue",
    )
    BEYOND_GRID = "beyond_grid", "année au-delà de la grille"
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
    BRANCH_FLOOR = (
        "branch_floor",
        "rémunération du contrat précédent, maintenue par la branche",
    )
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
    "LONGER_THAN_CYCLE",
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
                PayReason.FIFTEEN_POINTS: (
                    ("D6222-33", "R6222-16 3°"),
                    (_PROFESSIONAL_DIPLOMA,),
                ),
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
        "questions-réponses du ministère du Travail, 21 août 2019, telles que "
        "relayées",
    ),
    PayReason.YEAR_ELSEWHERE: Source(
        SourceKind.DOCTRINE, "Centre Inffo, FAQ du 29 novembre 2022"
    ),
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
