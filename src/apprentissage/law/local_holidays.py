"""The public holidays that each territory adds, dated, and their names."""

from collections.abc import Mapping
from datetime import date

from apprentissage.arguments import check_arguments
from apprentissage.facts.territories import Territory
from apprentissage.law.dated import ByEvent, version
from apprentissage.law.readings import LETTER, Readings, SaintMartinHoliday
from apprentissage.law.sources import Caveat, Source, SourceKind, article

__all__ = [
    "ABOLITION",
    "L3133_1",
    "LOCAL_NAMES",
    "NAMES",
    "SAINT_STEPHEN",
    "LocalDays",
    "local_holidays",
]
__dir__ = __all__.copy

GOOD_FRIDAY = "Vendredi saint"
SAINT_STEPHEN = "Saint-Étienne"
ABOLITION = "commémoration de l'abolition de l'esclavage"
LOCAL_NAMES = frozenset({GOOD_FRIDAY, SAINT_STEPHEN, ABOLITION})

NAMES: Mapping[str, str] = {
    "New year": "jour de l'An",
    "Good Friday": GOOD_FRIDAY,
    "Easter Monday": "lundi de Pâques",
    "Labour Day": "fête du Travail",
    "Victory in Europe Day": "victoire de 1945",
    "Ascension Thursday": "Ascension",
    "Whit Monday": "lundi de Pentecôte",
    "Bastille Day": "fête nationale",
    "Assumption of Mary to Heaven": "Assomption",
    "All Saints Day": "Toussaint",
    "Armistice Day": "armistice de 1918",
    "Christmas Day": "Noël",
    "Boxing Day": SAINT_STEPHEN,
}
"""What workalendar calls a day, and what French readers do."""

L3133_1 = article("L3133-1")
_L3422_2 = article("L3422-2")
_DECREE_1983 = Source(
    SourceKind.DECREE, "décret n° 83-1003 du 23 novembre 1983"
)
_DECREE_2012 = Source(SourceKind.DECREE, "décret n° 2012-553 du 23 avril 2012")
_SAINT_MARTIN_PRACTICE = Source(
    SourceKind.DOCTRINE,
    "préfecture de Saint-Barthélemy et de Saint-Martin, pratique depuis 2018",
)

_SOME_COMMUNES = Caveat(
    "GOOD_FRIDAY_IN_SOME_COMMUNES",
    "Le Vendredi saint n'est férié que dans les communes d'Alsace-Moselle "
    "dotées d'un temple protestant ou d'une église mixte : il est compté ici "
    "comme férié dans toutes.",
)
_READ_IN_2019 = Caveat(
    "LOCAL_HOLIDAY_READ_IN_2019",
    "L'art. L. 3422-2 du code du travail a été lu dans sa version de 2019 : "
    "sa version d'aujourd'hui n'a pas été vérifiée.",
)

LocalDays = tuple[tuple[int, int], ...]
"""Month and day of each holiday that a territory adds."""


def _national(
    territory: Territory, source: Source, *caveats: Caveat
) -> ByEvent[LocalDays]:
    # 8 May has been a holiday again since 1982.
    return ByEvent(
        f"jours fériés ({territory.label})",
        (version(date(1982, 1, 1), (), source, caveats=caveats),),
    )


def _commemoration(
    territory: Territory, *versions: tuple[int, tuple[int, int], Source]
) -> ByEvent[LocalDays]:
    return ByEvent(
        f"jours fériés ({territory.label})",
        tuple(
            version(
                date(year, 1, 1),
                (day,),
                source,
                caveats=(_READ_IN_2019,) if year >= 2020 else (),
            )
            for year, day, source in versions
        ),
    )


# L3422-2: « 1° Le 27 avril à Mayotte ; 2° Le 22 mai en Martinique ; 3° Le 27
# mai en Guadeloupe et à Saint-Martin ; 4° Le 10 juin en Guyane ; 5° Le 9
# octobre à Saint-Barthélemy ; 6° Le 20 décembre à La Réunion. » It came with
# the law of 8 August 2016, after the decrees; in Mayotte with the code du
# travail itself, in 2018.
_LOCAL: Mapping[Territory, ByEvent[LocalDays]] = {
    Territory.METROPOLE: _national(Territory.METROPOLE, L3133_1),
    Territory.ALSACE_MOSELLE: _national(
        Territory.ALSACE_MOSELLE, article("L3134-13"), _SOME_COMMUNES
    ),
    Territory.SAINT_PIERRE_ET_MIQUELON: _national(
        Territory.SAINT_PIERRE_ET_MIQUELON, L3133_1
    ),
    Territory.MAYOTTE: _commemoration(
        Territory.MAYOTTE,
        (2018, (4, 27), _L3422_2),
        (2020, (4, 27), _L3422_2),
    ),
} | {
    territory: _commemoration(
        territory,
        (since, day, decree),
        (2017, day, _L3422_2),
        (2020, day, _L3422_2),
    )
    for territory, day, since, decree in (
        (Territory.MARTINIQUE, (5, 22), 1984, _DECREE_1983),
        (Territory.GUADELOUPE, (5, 27), 1984, _DECREE_1983),
        (Territory.SAINT_MARTIN, (5, 27), 2012, _DECREE_2012),
        (Territory.GUYANE, (6, 10), 1984, _DECREE_1983),
        (Territory.SAINT_BARTHELEMY, (10, 9), 2012, _DECREE_2012),
        (Territory.LA_REUNION, (12, 20), 1984, _DECREE_1983),
    )
}

_SAINT_MARTIN_MAY_28 = _commemoration(
    Territory.SAINT_MARTIN,
    (2012, (5, 27), _DECREE_2012),
    (2017, (5, 27), _L3422_2),
    (2018, (5, 28), _SAINT_MARTIN_PRACTICE),
)


def local_holidays(
    territory: Territory, readings: Readings = LETTER
) -> ByEvent[LocalDays]:
    """The days that a territory adds to the national list, dated.

    Good Friday and 26 December of Alsace-Moselle, the first of which moves,
    are not in the table.

    Args:
        territory: Place of execution.
        readings: `saint_martin_holiday` is read.

    Returns:
        Month and day of each, by the first day of the year.

    Raises:
        WrongType: For what is no Territory.

    Source: art. L3422-2, before it the decrees of 1983 and 2012.

    >>> local_holidays(Territory.GUYANE).event(date(2026, 1, 1)).value
    ((6, 10),)
    """
    check_arguments(local_holidays, locals())
    if (
        readings.saint_martin_holiday is SaintMartinHoliday.MAY_28
        and territory is Territory.SAINT_MARTIN
    ):
        return _SAINT_MARTIN_MAY_28
    return _LOCAL[territory]
