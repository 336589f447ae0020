"""The public holidays that each territory adds, dated, and their names."""

from collections.abc import Mapping
from datetime import date

from apprentissage._arguments import check_arguments
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.facts.territories import Territory
from apprentissage.law.choices import SaintMartinHoliday
from apprentissage.law.dated import ByEvent, Version, version
from apprentissage.law.readings import LETTER, Readings
from apprentissage.law.sources import UNREAD_VERSION, Caveat

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

NATIONAL_HOLIDAYS = ByEvent(
    "jours fériés (art. L. 3133-1)",
    (
        # 8 May has been a holiday again since 1982.
        version(date(1982, 1, 1), None, Source(SourceKind.LAW, "loi n° 81-893 du 2 octobre 1981")),
        version(date(2008, 5, 1), None, "L3133-1"),
        version(date(2016, 8, 10), None, "L3133-1"),
    ),
)
"""The texts of the national list, by the day."""

_DECREE_1983 = Source(SourceKind.DECREE, "décret n° 83-1003 du 23 novembre 1983")
_DECREE_2012 = Source(SourceKind.DECREE, "décret n° 2012-553 du 23 avril 2012")
_SAINT_MARTIN_PRACTICE = Source(
    SourceKind.DOCTRINE, "préfecture de Saint-Barthélemy et de Saint-Martin, pratique depuis 2018"
)

_SOME_COMMUNES = Caveat(
    "GOOD_FRIDAY_IN_SOME_COMMUNES",
    "Le Vendredi saint n'est férié que dans les communes d'Alsace-Moselle dotées d'un temple "
    "protestant ou d'une église mixte : il est compté ici comme férié dans toutes.",
)
_L3422_2_UNREAD = date(2016, 8, 10)

LocalDays = tuple[tuple[int, int], ...]
"""Month and day of each holiday that a territory adds."""

_NONE: LocalDays = ()


def _national(territory: Territory) -> ByEvent[LocalDays]:
    return ByEvent(
        f"jours fériés ({territory.label})",
        tuple(Version(law.since, _NONE, law.sources) for law in NATIONAL_HOLIDAYS.versions),
    )


def _commemoration(territory: Territory, *versions: Version[LocalDays]) -> ByEvent[LocalDays]:
    return ByEvent(f"jours fériés ({territory.label})", versions)


def _by_the_code(day: tuple[int, int]) -> tuple[Version[LocalDays], ...]:
    """L3422-2 since the law of 8 August 2016; its first words are unread."""
    return (
        version(
            _L3422_2_UNREAD,
            (day,),
            "L3422-2",
            caveats=(UNREAD_VERSION("L3422-2", _L3422_2_UNREAD),),
        ),
        version(date(2018, 1, 1), (day,), "L3422-2"),
    )


# L3422-2: « 1° Le 27 avril à Mayotte ; 2° Le 22 mai en Martinique ; 3° Le 27
# mai en Guadeloupe et à Saint-Martin ; 4° Le 10 juin en Guyane ; 5° Le 9
# octobre à Saint-Barthélemy ; 6° Le 20 décembre à La Réunion. » It came with
# the law of 8 August 2016, after the decrees; in Mayotte with the code du
# travail itself, in 2018.
_LOCAL: Mapping[Territory, ByEvent[LocalDays]] = {
    Territory.METROPOLE: _national(Territory.METROPOLE),
    # L3134-13: « Le Vendredi Saint dans les communes ayant un temple
    # protestant ou une église mixte », « Le premier et le second jour de
    # Noël »
    Territory.ALSACE_MOSELLE: ByEvent(
        f"jours fériés ({Territory.ALSACE_MOSELLE.label})",
        (
            version(
                date(1982, 1, 1),
                _NONE,
                Source(SourceKind.LAW, "droit local d'Alsace-Moselle"),
                caveats=(_SOME_COMMUNES,),
            ),
            version(date(2008, 5, 1), _NONE, "L3134-13", caveats=(_SOME_COMMUNES,)),
        ),
    ),
    Territory.SAINT_PIERRE_ET_MIQUELON: _national(Territory.SAINT_PIERRE_ET_MIQUELON),
    Territory.MAYOTTE: _commemoration(
        Territory.MAYOTTE, version(date(2018, 1, 1), ((4, 27),), "L3422-2")
    ),
} | {
    territory: _commemoration(
        territory, version(date(since, 1, 1), (day,), decree), *_by_the_code(day)
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
    version(date(2012, 1, 1), ((5, 27),), _DECREE_2012),
    _by_the_code((5, 27))[0],
    version(date(2018, 1, 1), ((5, 28),), _SAINT_MARTIN_PRACTICE),
)


def local_holidays(territory: Territory, readings: Readings = LETTER) -> ByEvent[LocalDays]:
    """The days that a territory adds to the national list, dated.

    Good Friday and 26 December of Alsace-Moselle, the first of which moves,
    are not in the table.

    Args:
        territory: Place of execution.
        readings: `saint_martin_holiday` is read.

    Returns:
        Month and day of each, by the first day of the year.

    Raises:
        WrongType: If it is not a Territory.

    Source: art. L3422-2, before it the decrees of 1983 and 2012.

    >>> local_holidays(Territory.GUYANE).event(date(2026, 1, 1)).value
    ((6, 10),)
    """
    if type(territory) is not Territory or not isinstance(readings, Readings):
        check_arguments(local_holidays, locals())
    if (
        readings.saint_martin_holiday is SaintMartinHoliday.MAY_28
        and territory is Territory.SAINT_MARTIN
    ):
        return _SAINT_MARTIN_MAY_28
    return _LOCAL[territory]
