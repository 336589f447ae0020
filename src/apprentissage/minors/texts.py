"""Working time of minors: by age, by sector, by date."""

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from apprentissage.facts.kinds import WorkSector
from apprentissage.law.dated import ByConclusion, ByEvent, ByWork, version
from apprentissage.law.sources import UNREAD_VERSION, Caveat

MAJORITY, SIXTEEN = 18, 16

_SINCE_2008 = date(2008, 5, 1)


class HoursLaw(NamedTuple):
    """The most hours of a minor, and what may be added to them.

    Attributes:
        daily: Hours a day.
        weekly: Hours a week.
        granted: Hours a week that the inspector may add.
        sites: Sectors with longer hours by right, where the collective
            organisation of work needs them; the inspector then adds none.
        site_daily: Hours a day there.
        site_weekly: Hours a week there.
    """

    daily: Decimal
    weekly: Decimal
    granted: Decimal
    sites: frozenset[WorkSector]
    site_daily: Decimal
    site_weekly: Decimal


# L3162-1: « Les jeunes travailleurs ne peuvent être employés à un travail
# effectif excédant huit heures par jour et trente-cinq heures par semaine. »
_NO_SITE = HoursLaw(
    daily=Decimal(8),
    weekly=Decimal(35),
    granted=Decimal(5),
    sites=frozenset(),
    site_daily=Decimal(8),
    site_weekly=Decimal(35),
)
_UNREAD_2016 = date(2016, 8, 10)

HOURS = ByConclusion(
    "durée du travail des mineurs (art. L. 3162-1)",
    (
        version(_SINCE_2008, _NO_SITE, "L3162-1", "L6222-25"),
        version(date(2010, 5, 8), _NO_SITE, "L3162-1", "L6222-25"),
        version(
            _UNREAD_2016,
            _NO_SITE,
            "L3162-1",
            "L6222-25",
            caveats=(UNREAD_VERSION("L6222-25", _UNREAD_2016),),
        ),
        # R3162-1: « dans la limite de dix heures par jour et de quarante
        # heures par semaine »
        version(
            date(2019, 1, 1),
            _NO_SITE._replace(
                sites=frozenset({WorkSector.CONSTRUCTION_SITE, WorkSector.LANDSCAPING_SITE}),
                site_daily=Decimal(10),
                site_weekly=Decimal(40),
            ),
            "L3162-1",
            "L6222-25",
            "R3162-1",
        ),
    ),
)
"""Building, public works and landscaping sites, contracts from 2019."""


class Breaks(NamedTuple):
    """What interrupts the work of a minor.

    Attributes:
        longest_stretch: Most hours without interruption.
        due_after: Hours of work of the day beyond which a break is due.
        minutes: Consecutive minutes of that break.
    """

    longest_stretch: Decimal
    due_after: Decimal
    minutes: int


BREAKS = ByWork(
    "pause des mineurs (art. L. 3162-3)",
    (
        # « une durée maximale de quatre heures et demie »
        # « supérieur à quatre heures et demie »
        # « un temps de pause d'au moins trente minutes consécutives »
        version(
            _SINCE_2008,
            Breaks(longest_stretch=Decimal("4.5"), due_after=Decimal("4.5"), minutes=30),
            "L3162-3",
        ),
    ),
)
"""Stretches of work and break of a minor, by the day worked."""


class Night(NamedTuple):
    """The day between two nights; midnight at its end is `time(0)`.

    Attributes:
        earliest_start_at: Earliest lawful start of work.
        latest_end_at: Latest lawful end of work.
    """

    earliest_start_at: time
    latest_end_at: time


class NightLaw(NamedTuple):
    """When a minor may work, without and with an authorisation.

    Attributes:
        from_16: The day of a minor of sixteen and more.
        under_16: The day of a younger one.
        authorised: The day with an authorisation, by sector.
        authorised_under_16: The sectors where it is open before sixteen.
        exceptional: The sectors where it is granted as an exception.
        capped: The sectors where it serves so many nights only.
        nights_in_week: How many a week there.
        nights_in_year: How many a year there.
    """

    from_16: Night
    under_16: Night
    authorised: Mapping[WorkSector, Night]
    authorised_under_16: frozenset[WorkSector]
    exceptional: frozenset[WorkSector]
    capped: frozenset[WorkSector]
    nights_in_week: int
    nights_in_year: int

    def of(self, age: int, sector: WorkSector | None = None, *, granted: bool) -> Night:
        """The day of a minor of an age, in a sector."""
        plain = self.under_16 if age < SIXTEEN else self.from_16
        if (
            sector is None
            or not granted
            or (age < SIXTEEN and sector not in self.authorised_under_16)
        ):
            return plain
        return self.authorised.get(sector, plain)


# L3163-2: « Pour les jeunes salariés des établissements commerciaux et de ceux
# du spectacle »; a florist's is one of « Les magasins de vente de fleurs
# naturelles, jardineries et graineteries » (R3164-1)
_SHOPS = (WorkSector.RETAIL, WorkSector.FLORIST)

# L3163-1: « tout travail entre 22 heures et 6 heures », under sixteen « tout
# travail entre 20 heures et 6 heures »; L3163-2: « Il ne peut être accordé de
# dérogation entre minuit et 4 heures »
_NIGHTS = NightLaw(
    from_16=Night(earliest_start_at=time(6), latest_end_at=time(22)),
    under_16=Night(earliest_start_at=time(6), latest_end_at=time(20)),
    authorised=MappingProxyType(
        {
            # R3163-2: « de vingt-deux heures à vingt-trois heures trente »
            WorkSector.HOSPITALITY: Night(earliest_start_at=time(6), latest_end_at=time(23, 30)),
            # R3163-3: « au plus tôt, à partir de quatre heures »
            WorkSector.BAKERY: Night(earliest_start_at=time(4), latest_end_at=time(22)),
            # R3163-4: « jusqu'à vingt-quatre heures »
            WorkSector.SHOWS: Night(earliest_start_at=time(6), latest_end_at=time(0)),
            WorkSector.HORSE_RACING: Night(earliest_start_at=time(6), latest_end_at=time(0)),
            **dict.fromkeys(_SHOPS, Night(earliest_start_at=time(4), latest_end_at=time(0))),
        }
    ),
    # L3163-2: « dans les entreprises de spectacle, de cinéma, de
    # radiophonie, de télévision ou d'enregistrements sonores »
    authorised_under_16=frozenset({WorkSector.SHOWS}),
    exceptional=frozenset(_SHOPS),
    # R3163-4: « deux fois par semaine et trente nuits par an au maximum »
    capped=frozenset({WorkSector.HORSE_RACING}),
    nights_in_week=2,
    nights_in_year=30,
)
_NIGHT_ARTICLES = (
    "L3163-1",
    "L3163-2",
    "L6222-26",
    "R3163-1",
    "R3163-2",
    "R3163-3",
    "R3163-4",
)

NIGHTS = ByWork(
    "travail de nuit des mineurs (art. L. 3163-1)",
    tuple(
        version(since, _NIGHTS, *_NIGHT_ARTICLES)
        for since in (_SINCE_2008, date(2008, 9, 5), date(2008, 11, 28))
    ),
)
"""The night of a minor and its derogations, by the day worked."""

_EXCEPTIONAL = Caveat(
    "EXCEPTIONAL_IN_SHOPS",
    "Dans un établissement commercial, la dérogation n'est accordée qu'à "
    "titre exceptionnel par l'inspecteur du travail (art. L. 3163-2), qui "
    "en fixe les heures.",
)
NIGHT_CAVEATS = {
    WorkSector.BAKERY: Caveat(
        "BAKERY_FROM_FOUR",
        "Dès 4 heures seulement si les phases de fabrication ne tiennent pas "
        "toutes entre 6 heures et 22 heures (art. R. 3163-3).",
    ),
    **dict.fromkeys(_SHOPS, _EXCEPTIONAL),
}

_SILENCE_MONTHS = 1
_SINCE = date(2026, 8, 18)

NIGHT_PROCEDURE = ByEvent(
    "autorisation de travail de nuit (art. R. 3163-5)",
    (
        # « A défaut de réponse dans le délai d'un mois suivant le dépôt de la
        # demande, l'autorisation est réputée accordée. »
        version(_SINCE_2008, _SILENCE_MONTHS, "R3163-5", "R6222-24"),
        version(
            _SINCE,
            _SILENCE_MONTHS,
            "R3163-5",
            "R6222-24",
            caveats=(UNREAD_VERSION("R3163-5", _SINCE), UNREAD_VERSION("R6222-24", _SINCE)),
        ),
    ),
)
"""Months of silence that grant the authorisation, by the day worked."""


class DailyRest(NamedTuple):
    """Hours of rest between two days of work.

    Attributes:
        from_16: At sixteen and more.
        under_16: Before.
    """

    from_16: int
    under_16: int

    def of(self, age: int) -> int:
        """The hours due at an age."""
        return self.under_16 if age < SIXTEEN else self.from_16


DAILY_REST = ByWork(
    "repos quotidien des mineurs (art. L. 3164-1)",
    (
        # « inférieure à douze heures consécutives », « portée à quatorze
        # heures consécutives s'ils ont moins de seize ans »
        version(_SINCE_2008, DailyRest(from_16=12, under_16=14), "L3164-1"),
    ),
)
"""Daily rest of a minor, by the day worked."""


class WeeklyRest(NamedTuple):
    """The weekly rest of a minor.

    Attributes:
        days: Consecutive days.
        agreed_hours: Consecutive hours that an agreement leaves at least to
            those who are past compulsory schooling.
    """

    days: int
    agreed_hours: int


_WEEKLY_REST = WeeklyRest(days=2, agreed_hours=36)
_UNREAD_2015 = date(2015, 8, 19)

WEEKLY_REST = ByWork(
    "repos hebdomadaire des mineurs (art. L. 3164-2)",
    (
        # « deux jours de repos consécutifs par semaine », « une période
        # minimale de repos de trente-six heures consécutives »
        version(_SINCE_2008, _WEEKLY_REST, "L3164-2"),
        version(
            _UNREAD_2015,
            _WEEKLY_REST,
            "L3164-2",
            caveats=(UNREAD_VERSION("L3164-2", _UNREAD_2015),),
        ),
        version(date(2017, 12, 22), _WEEKLY_REST, "L3164-2"),
    ),
)
"""Weekly rest of a minor, by the day worked."""

_LISTED = frozenset(
    {
        WorkSector.HOSPITALITY,
        WorkSector.BAKERY,
        WorkSector.BUTCHERY,
        WorkSector.FLORIST,
        WorkSector.OTHER_FOOD,
    }
)

SUNDAYS = ByWork(
    "dimanches des apprentis mineurs (art. R. 3164-1)",
    (version(_SINCE_2008, _LISTED, "L3164-5", "R3164-1"),),
)
"""The sectors of R3164-1, 1° to 12°, by the day worked.

Retail is not there, but for food, which is `OTHER_FOOD`.
"""

_HOLIDAY_ARTICLES = ("L3164-6", "L3164-8", "R3164-2")

HOLIDAYS = ByWork(
    "jours fériés des mineurs (art. R. 3164-2)",
    (
        version(_SINCE_2008, _LISTED, *_HOLIDAY_ARTICLES),
        # « 13° Les spectacles. »
        version(date(2008, 9, 5), _LISTED | {WorkSector.SHOWS}, *_HOLIDAY_ARTICLES),
    ),
)
"""The sectors of R3164-2, where an agreement opens the holidays."""
