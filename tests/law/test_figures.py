"""Each figure of a dated table under the words that fix it.

A row: where the table stands, the day, what is asked of its value, the figure
and the words of the article as in force on that day. The figure is read in
the words; that these stand in the Code is tested.
"""

from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from importlib import import_module
from operator import attrgetter
from typing import Any

import pytest

from apprentissage.law.dated import ByConclusion, ByEvent, ByWork, Version
from tests.law.the_code import editions

OLD, MIDDLE, NOW = date(2008, 6, 2), date(2012, 6, 1), date(2026, 3, 27)

Row = tuple[str, date, str, Any, str, str]

FIGURES: list[Row] = [
    ("dossier.funding_texts.DECISION_DAYS", NOW, "", 20, "R6224-3", "vingt jours"),
    (
        "dossier.funding_texts.EMPLOYER_SHARE",
        NOW,
        "resumed",
        200,
        "R6332-25-1",
        "la somme forfaitaire de 200 euros",
    ),
    ("age.texts.MOST_AGE", OLD, "", 25, "L6222-1", "vingt-cinq ans"),
    ("age.texts.MOST_AGE", NOW, "", 29, "L6222-1", "vingt-neuf ans révolus"),
    ("age.texts.LEAST_AGE", NOW, "ordinary", 16, "L6222-1", "seize ans au moins"),
    ("age.texts.LEAST_AGE", NOW, "at_fifteen", 15, "L6222-1", "au moins quinze ans"),
    (
        "age.pre_contract_training.TRAINEE_CYCLE",
        NOW,
        "months",
        3,
        "L6222-12-1",
        "dans la limite d'une durée de trois mois",
    ),
    (
        "age.pre_contract_training.TRAINEE_CYCLE",
        NOW,
        "highest",
        29,
        "L6222-12-1",
        "vingt-neuf ans révolus",
    ),
    (
        "age.pre_contract_training.TRAINEE_CYCLE",
        NOW,
        "lowest",
        16,
        "L6222-12-1",
        "âgée de seize à vingt-neuf ans révolus",
    ),
    (
        "age.pre_contract_training.TRAINEE_CYCLE",
        NOW,
        "at_fifteen",
        15,
        "L6222-12-1",
        "au moins quinze ans",
    ),
    ("law.durations.BOUNDS", OLD, "ordinary_least", 12, "L6222-7", "entre un et trois ans"),
    ("law.durations.BOUNDS", OLD, "most", 36, "L6222-7", "entre un et trois ans"),
    ("law.durations.BOUNDS", OLD, "least", 6, "L6222-9", "entre six mois et un an"),
    (
        "law.durations.BOUNDS",
        NOW,
        "ordinary_least",
        6,
        "L6222-7-1",
        "varie entre six mois et trois ans",
    ),
    ("law.durations.BOUNDS", NOW, "least", 6, "L6222-7-1", "varie entre six mois et trois ans"),
    ("law.durations.BOUNDS", NOW, "most", 36, "L6222-7-1", "varie entre six mois et trois ans"),
    (
        "law.durations.DISABLED_FOUR_YEARS",
        OLD,
        "most",
        48,
        "R6222-46",
        "peut être portée à quatre ans",
    ),
    (
        "law.durations.DISABLED_FOUR_YEARS",
        NOW,
        "most",
        48,
        "R6222-46",
        "peut être portée à quatre ans",
    ),
    (
        "law.durations.DISABLED_FOUR_YEARS",
        NOW,
        "beyond_cycle",
        12,
        "R6222-47",
        "augmentée d'un an au plus",
    ),
    (
        "maitre.texts.AGENCY_CEILING",
        NOW,
        "regular",
        5,
        "R6226-5",
        "est fixé à cinq par maître d'apprentissage",
    ),
    (
        "maitre.texts.AGENCY_YEARS",
        NOW,
        "",
        2,
        "R6226-5",
        "expérience professionnelle minimale de deux années",
    ),
    (
        "dossier.funding_texts.EMPLOYER_SHARE",
        NOW,
        "amount",
        750,
        "R6332-25-1",
        "dans la limite de 750 euros",
    ),
    (
        "dossier.funding_texts.EMPLOYER_SHARE",
        NOW,
        "least_level",
        6,
        "R6332-25-1",
        "au moins au niveau 6",
    ),
    (
        "dossier.funding_texts.EMPLOYER_SHARE",
        NOW,
        "broken_percent",
        50,
        "R6332-25-1",
        "à 50 % du montant de prise en charge",
    ),
    (
        "law.durations.ATHLETE_FOUR_YEARS",
        NOW,
        "most",
        48,
        "R6222-60",
        "peut être portée à quatre ans",
    ),
    ("law.durations.ATHLETE_FOUR_YEARS", OLD, "most", None, "L6222-7", "entre un et trois ans"),
    ("law.durations.DEPARTURES", NOW, "longer_too", True, "L6222-7-1", "inférieure ou supérieure"),
    ("law.durations.DEPARTURES", NOW, "by_agreement", True, "L6222-7-1", "convention tripartite"),
    ("dates.diploma_notice.NOTICE_OF_DIPLOMA", OLD, "", 2, "R6222-23", "deux mois"),
    ("dates.diploma_notice.NOTICE_OF_DIPLOMA", NOW, "", 1, "R6222-23", "un mois"),
    ("dates.exam_leave.EXAM_LEAVE_LAW", NOW, "days", 5, "L6222-35", "cinq jours ouvrables"),
    (
        "dates.exam_leave.EXAM_LEAVE_LAW",
        NOW,
        "months",
        1,
        "L6222-35",
        "le mois qui précède les épreuves",
    ),
    (
        "dates.rupture.FREE_PERIOD",
        OLD,
        "months",
        2,
        "L6222-18",
        "deux premiers mois de l'apprentissage",
    ),
    (
        "dates.rupture.FREE_PERIOD",
        NOW,
        "practical_days",
        45,
        "L6222-18",
        "quarante-cinq premiers jours, consécutifs ou non",
    ),
    ("dates.resignation.RESIGNATION", NOW, "before_informing", 5, "D6222-21-1", "cinq jours"),
    ("dates.resignation.RESIGNATION", NOW, "before_rupture", 7, "D6222-21-1", "sept jours"),
    ("dates.rupture_texts.TRAINING_KEPT", NOW, "", 6, "L6222-18-2", "six mois"),
    ("dates.start_gaps.START_GAP", OLD, "months", 3, "L6222-12", "trois mois"),
    ("dates.start_gaps.START_GAP", NOW, "months", 3, "L6222-12", "trois mois"),
    ("dates.training_share.LEAST_SHARE", NOW, "", Fraction(1, 4), "L6211-2", "25 %"),
    ("dates.weekly_hours.LONGEST_WEEK", NOW, "", 48, "L3121-20", "quarante-huit heures"),
    ("dossier.filing.FILING_DAYS", NOW, "", 5, "D6224-1", "cinq jours ouvrables"),
    ("dossier.archive_texts._PAYSLIPS", NOW, "", 60, "L3243-4", "pendant cinq ans"),
    ("dossier.archive_texts._REGISTER", NOW, "", 60, "R1221-26", "pendant cinq ans"),
    ("dossier.archive_texts._HOURS", NOW, "", 12, "D3171-16", "pendant une durée d'un an"),
    ("dossier.archive_texts._DANGEROUS_WORK", NOW, "", 36, "R4153-40", "trois ans"),
    ("maitre.texts.COMPETENCE", OLD, "with_diploma", 3, "R6223-24", "trois années"),
    ("maitre.texts.COMPETENCE", OLD, "without_diploma", 5, "R6223-24", "cinq années"),
    ("maitre.texts.COMPETENCE", MIDDLE, "with_diploma", 2, "R6223-24", "deux années"),
    ("maitre.texts.COMPETENCE", MIDDLE, "without_diploma", 3, "R6223-24", "trois années"),
    ("maitre.texts.COMPETENCE", NOW, "with_diploma", 1, "R6223-22", "une année"),
    ("maitre.texts.COMPETENCE", NOW, "without_diploma", 2, "R6223-22", "deux années"),
    (
        "maitre.texts.CEILING",
        NOW,
        "regular",
        2,
        "R6223-6",
        "est fixé à deux par maître d'apprentissage",
    ),
    ("maitre.texts.CEILING", NOW, "prolonged", 1, "R6223-6", "un apprenti"),
    ("minors.medical_visit.MEDICAL_VISIT_MONTHS", NOW, "", 2, "R6222-36", "deux mois"),
    ("minors.texts.HOURS", OLD, "daily", Decimal(8), "L3162-1", "huit heures par jour"),
    (
        "minors.texts.HOURS",
        OLD,
        "weekly",
        Decimal(35),
        "L3162-1",
        "trente-cinq heures par semaine",
    ),
    ("minors.texts.HOURS", NOW, "daily", Decimal(8), "L3162-1", "huit heures par jour"),
    (
        "minors.texts.HOURS",
        NOW,
        "weekly",
        Decimal(35),
        "L3162-1",
        "trente-cinq heures par semaine",
    ),
    (
        "minors.minors_breaks.BREAKS",
        NOW,
        "longest_stretch",
        Decimal("4.5"),
        "L3162-3",
        "quatre heures et demie",
    ),
    ("minors.texts.DAILY_REST", NOW, "from_16", 12, "L3164-1", "douze heures consécutives"),
    ("minors.texts.DAILY_REST", NOW, "under_16", 14, "L3164-1", "quatorze heures consécutives"),
    (
        "minors.texts.WEEKLY_REST",
        NOW,
        "days",
        2,
        "L3164-2",
        "deux jours de repos consécutifs par semaine",
    ),
    (
        "minors.texts.WEEKLY_REST",
        NOW,
        "agreed_hours",
        36,
        "L3164-2",
        "trente-six heures consécutives",
    ),
    ("pay.benefits_in_kind.DEDUCTION", NOW, "percent_of_value", 75, "D6222-33", "75 %"),
    ("pay.benefits_in_kind.DEDUCTION", NOW, "percent_of_pay", 75, "D6222-33", "trois quarts"),
    ("pay.payslips.PRESCRIPTION", NOW, "", 36, "L3245-1", "trois ans"),
    (
        "minors.texts.NIGHTS",
        NOW,
        "from_16.latest_end_at",
        time(22),
        "L3163-1",
        "tout travail entre 22 heures et 6 heures",
    ),
    (
        "minors.texts.NIGHTS",
        NOW,
        "from_16.earliest_start_at",
        time(6),
        "L3163-1",
        "tout travail entre 22 heures et 6 heures",
    ),
    (
        "minors.texts.NIGHTS",
        NOW,
        "under_16.latest_end_at",
        time(20),
        "L3163-1",
        "tout travail entre 20 heures et 6 heures",
    ),
    (
        "minors.texts.NIGHTS",
        NOW,
        "under_16.earliest_start_at",
        time(6),
        "L3163-1",
        "tout travail entre 20 heures et 6 heures",
    ),
]


def table_at(where: str) -> Any:
    module, _, name = where.rpartition(".")
    return getattr(import_module(f"apprentissage.{module}"), name)


def version_on(where: str, day: date) -> Version[Any]:
    table = table_at(where)
    for kind, clock in ((ByConclusion, "concluded"), (ByWork, "worked"), (ByEvent, "event")):
        if isinstance(table, kind):
            return getattr(table, clock)(day)  # type: ignore[no-any-return]
    raise TypeError(where)


@pytest.mark.parametrize("row", FIGURES, ids=lambda row: " ".join(row[0:3:2]))
def test_the_figure_is_in_the_words(row: Row) -> None:
    where, day, asked, figure, article, words = row
    value = version_on(where, day).value
    assert (attrgetter(asked)(value) if asked else value) == figure
    assert any(edition.in_force(day) and edition.has(words) for edition in editions()[article])


OF_ITS_DAY = {
    # « trois années », « deux années »: of those with a diploma, and of
    # those without, at different times
    "maitre.texts.COMPETENCE",
    # six months in place of three, by the law of 17 June 2020
    "age.pre_contract_training.TRAINEE_CYCLE",
}
"""Tables whose words say the figure on the day of the row alone."""


@pytest.mark.parametrize(
    "row",
    [row for row in FIGURES if row[0] not in OF_ITS_DAY],
    ids=lambda row: " ".join(row[0:3:2]),
)
def test_a_version_keeps_the_figure_while_its_words_stand(row: Row) -> None:
    where, day, asked, figure, article, words = row
    saying = [each for each in editions()[article] if each.has(words)]
    told = [
        version.value
        for version in (version_on(where, day), *table_at(where).versions)
        if any(each.in_force(version.since) for each in saying)
    ]
    for value in told:
        assert (attrgetter(asked)(value) if asked else value) == figure
