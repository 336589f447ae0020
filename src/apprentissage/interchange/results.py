"""Results as plain mappings with French keys, for a service or a file."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from apprentissage._arguments import check_arguments
from apprentissage.errors import NotCovered
from apprentissage.facts import Contract
from apprentissage.facts.authorities import Source
from apprentissage.facts.names import french_name
from apprentissage.interchange.keys import french_code
from apprentissage.interchange.records import record_of
from apprentissage.interchange.shapes import Json
from apprentissage.judging import Finding, Value
from apprentissage.law.readings import POINTS
from apprentissage.law.sources import LAW_CHECKED_ON, Caveat
from apprentissage.pay import PayLine, PaySchedule
from apprentissage.reviewing import Agenda, Review


def write_finding(finding: Finding) -> Json:
    """A finding as a mapping.

    Args:
        finding: Of a rule, or a part of one.

    Returns:
        Texts, lists and mappings; dates are AAAA-MM-JJ, decimals texts.

    >>> from apprentissage.judging.finding import undetermined
    >>> found = write_finding(undetermined("apprentice.rqth"))
    >>> found["resultat"], found["manque"][0]["cle"]
    ('a_completer', 'apprenti.rqth')
    """
    check_arguments(write_finding, locals())
    return {
        "regle": finding.rule,
        "objet": finding.subject,
        "resultat": french_code(finding.outcome),
        "a_retenir": finding.reminds,
        "constat": finding.sentence,
        "valeurs": {name: _value(value) for name, value in finding.values},
        "manque": _facts(finding.missing),
        "conforme_a_partir_du": _value(finding.holds_from),
        "textes": _sources(finding.sources),
        "reserves": _caveats(finding.caveats),
        "rubriques": list(finding.boxes),
        "points_controverses": [
            {
                "point": other.point,
                "choix": other.choice.name,
                "tenants": other.choice.holders,
                "resultat": french_code(other.outcome),
                "code": _value(other.code),
            }
            for other in finding.contested
        ],
        "parties": [write_finding(part) for part in finding.parts],
    }


def write_review(review: Review) -> Json:
    """A review as a mapping: its readings and its findings.

    Args:
        review: What all rules found.

    >>> from apprentissage.reviewing import review
    >>> from apprentissage.facts import Apprentice
    >>> told = write_review(review(Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ... )))
    >>> told["resultat"], told["droit_verifie_jusqu_au"]
    ('a_completer', '2026-08-20')
    """
    check_arguments(write_review, locals())
    return {
        "resultat": french_code(review.outcome),
        "droit_verifie_jusqu_au": _value(LAW_CHECKED_ON),
        "perime": review.stale,
        "lectures": {
            point: getattr(review.readings, point).name for point in POINTS
        },
        "constats": [write_finding(finding) for finding in review],
    }


def write_agenda(agenda: Agenda) -> Json:
    """An agenda as a mapping: the dates in order, and those that wait.

    Args:
        agenda: The dates of a contract.

    >>> write_agenda(Agenda(entries=(), undated=()))
    {'dates': [], 'sans_date': []}
    """
    check_arguments(write_agenda, locals())
    return {
        "dates": [
            {
                "date": _value(entry.on),
                "objet": entry.label,
                "nature": french_code(entry.kind),
                "si_manquee": entry.consequence.label,
                "textes": _sources(entry.sources),
                "regle": entry.rule,
            }
            for entry in agenda.entries
        ],
        "sans_date": [
            {
                "objet": waiting.label,
                "attend": _facts(waiting.waits_for),
                "textes": _sources(waiting.sources),
                "regle": waiting.rule,
            }
            for waiting in agenda.undated
        ],
    }


def write_schedule(schedule: PaySchedule) -> Json:
    """A pay schedule as a mapping: its lines, and the euros of each period.

    Args:
        schedule: The least pay over a contract.

    Returns:
        `brut_mensuel` and `montants` are null where the SMIC of a day is
        not known.

    >>> from apprentissage.facts import Apprentice
    >>> from apprentissage.pay import pay_schedule
    >>> told = write_schedule(pay_schedule(Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2027, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ... )))
    >>> told["lignes"][0]["taux"], told["montants"][0]["brut_mensuel"]
    ('43', '802.82')
    """
    check_arguments(write_schedule, locals())
    return {
        "perime": schedule.stale,
        "lignes": [_line(schedule, line) for line in schedule],
        "montants": _amounts(schedule),
        "suppose": [
            {
                "cle": record_of(Contract).french_path(assumed.path),
                "phrase": assumed.sentence,
            }
            for assumed in schedule.assumed
        ],
        "reserves": _caveats(schedule.caveats),
    }


def _line(schedule: PaySchedule, line: PayLine) -> Json:
    try:
        monthly = _value(schedule.monthly(line))
    except NotCovered:
        monthly = None
    return {
        "ordre": line.order,
        "annee_execution": line.execution_year,
        "du": _value(line.starts_on),
        "au": _value(line.ends_on),
        "ages": schedule.ages(line),
        "taux": _value(line.rate),
        "base": french_code(line.base),
        "brut_mensuel": monthly,
        "constat": schedule.sentence(line),
        "textes": _sources(line.sources),
        "reserves": _caveats(schedule.reserves(line)),
    }


def _amounts(schedule: PaySchedule) -> list[Json] | None:
    try:
        amounts = schedule.amounts()
    except NotCovered:
        return None
    return [
        {
            "ordre": period.line.order,
            "du": _value(period.starts_on),
            "au": _value(period.ends_on),
            "taux": _value(period.rate),
            "base": french_code(period.base),
            "smic_mensuel": _value(period.smic.monthly),
            "brut_mensuel": _value(period.monthly),
            "heures_supplementaires": _value(period.overtime_monthly),
            "perime": period.ends_on > amounts.checked_on,
        }
        for period in amounts
    ]


def _value(value: Value) -> Any:
    match value:
        case date():
            return value.isoformat()
        case Decimal():
            return f"{value:f}"
        case Enum():
            return french_code(value)
        case tuple():
            return [_value(item) for item in value]
        case _:
            return value


def _facts(paths: Iterable[str]) -> list[Json]:
    place = record_of(Contract).french_path
    return [
        {"fait": path, "cle": place(path), "nom": french_name(path)}
        for path in paths
    ]


def _sources(sources: Iterable[Source]) -> list[Json]:
    return [
        {
            "nature": french_code(source.kind),
            "reference": source.reference,
            "url": source.url,
        }
        for source in sources
    ]


def _caveats(caveats: Iterable[Caveat]) -> list[Json]:
    return [
        {"nom": caveat.name, "phrase": caveat.sentence} for caveat in caveats
    ]
