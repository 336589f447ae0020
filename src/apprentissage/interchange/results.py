"""Results as plain mappings with French keys, for a service or a file.

What is written, and what its schema promises, stands in `_result_shapes`.
"""

from datetime import date
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin

from apprentissage._arguments import check_arguments
from apprentissage.catalogue import RULES
from apprentissage.facts import Contract
from apprentissage.interchange._result_shapes import (
    AGENDA,
    ANY,
    AUDIT,
    DAY,
    DECIMAL,
    DIFFERENCE,
    FINDING,
    FLAG,
    REMEDIES,
    REVIEW,
    SCHEDULE,
    TEXT,
    Shape,
    codes,
)
from apprentissage.interchange.records import record_of
from apprentissage.interchange.shapes import Json
from apprentissage.judging import Finding, Rule, results_of
from apprentissage.judging.named_results import FindingKind
from apprentissage.pay import PayAudit, PaySchedule
from apprentissage.reviewing import Agenda, Difference, Remedies, Review


def write_finding(finding: Finding) -> Json:
    """A finding as a mapping.

    Args:
        finding: Of a rule, or a part of one.

    Returns:
        Texts, lists and mappings; dates are AAAA-MM-JJ, decimals texts.

    >>> from apprentissage.judging.conditions import undetermined
    >>> found = write_finding(undetermined("apprentice.rqth"))
    >>> found["resultat"], found["manque"][0]["cle"]
    ('a_completer', 'apprenti.rqth')
    """
    check_arguments(write_finding, locals())
    return FINDING.write(finding)  # type: ignore[no-any-return]


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
    return REVIEW.write(review)  # type: ignore[no-any-return]


def write_agenda(agenda: Agenda) -> Json:
    """An agenda as a mapping: the dates in order, and those that wait.

    Args:
        agenda: The dates of a contract.

    >>> write_agenda(Agenda(entries=(), undated=()))
    {'dates': [], 'sans_date': []}
    """
    check_arguments(write_agenda, locals())
    return AGENDA.write(agenda)  # type: ignore[no-any-return]


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
    return SCHEDULE.write(schedule)  # type: ignore[no-any-return]


def _of_kind(kind: Any) -> Json:
    """What a named result of a type is written as."""
    if isinstance(kind, UnionType):
        return {"anyOf": [_of_kind(each) for each in get_args(kind)]}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _of_kind(get_args(kind)[0])}
    if issubclass(kind, Enum):
        return codes(kind).schema
    return _SCALARS[kind]


_SCALARS: dict[type, Json] = {
    bool: FLAG.schema,
    date: DAY.schema,
    Decimal: DECIMAL.schema,
    int: {"type": "integer"},
    str: TEXT.schema,
    NoneType: {"type": "null"},
}


def _results(kind: FindingKind) -> Json:
    """The named results that a class of findings declares."""
    return {
        "properties": {
            "facts": {"type": "array", "items": TEXT.schema},
            **{
                each.name: {"description": each.meaning, **_of_kind(each.kind | NoneType)}
                for each in results_of(kind)
            },
        },
        "additionalProperties": False,
    }


def _declared(rule: Rule) -> Json:
    """What the finding of a rule gives, and its parts."""
    kind = rule.finding
    part = _results(kind.part_kind or Finding)
    return {
        "if": {"properties": {"regle": {"const": rule.name}}},
        "then": {
            "properties": {
                "valeurs": _results(kind),
                "parties": {"items": {"properties": {"valeurs": part}}},
            }
        },
    }


def write_pay_audit(audit: PayAudit) -> Json:
    """An audit of payslips as a mapping: its months, what lacks and why.

    Args:
        audit: The payslips of a contract against the minimum.

    >>> from apprentissage.facts import Apprentice
    >>> from apprentissage.pay import Payslip, audit_pay
    >>> told = write_pay_audit(audit_pay(
    ...     Contract(
    ...         concluded_on=date(2025, 9, 1),
    ...         starts_on=date(2025, 9, 1),
    ...         ends_on=date(2027, 8, 31),
    ...         apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ...     ),
    ...     [Payslip(year=2026, month=7, gross=Decimal("800.00"))],
    ... ))
    >>> told["mois"][0]["brut_du"], told["mois"][0]["resultat"]
    ('802.82', 'a_completer')
    """
    check_arguments(write_pay_audit, locals())
    return AUDIT.write(audit)  # type: ignore[no-any-return]


def write_remedies(remedies: Remedies) -> Json:
    """Remedies as a mapping: each with the contract as changed.

    Args:
        remedies: What to do about a review.

    >>> from apprentissage.facts import Apprentice
    >>> from apprentissage.reviewing import remedies
    >>> from apprentissage.reviewing import review
    >>> told = write_remedies(remedies(review(Contract(
    ...     concluded_on=date(2026, 9, 2),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ... ))))
    >>> told["ensemble"]["contrat"]["contrat"]["date_debut_execution"]
    '2026-09-02'
    """
    check_arguments(write_remedies, locals())
    return REMEDIES.write(remedies)  # type: ignore[no-any-return]


def write_difference(difference: Difference) -> Json:
    """A difference as a mapping: what changes, before and after.

    Args:
        difference: Of two reviews, agendas or schedules.

    >>> from apprentissage.reviewing import Difference
    >>> write_difference(Difference())["constats"]
    []
    """
    check_arguments(write_difference, locals())
    return DIFFERENCE.write(difference)  # type: ignore[no-any-return]


def _document(name: str, title: str, shape: Shape) -> Json:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:apprentissage:{name}:1",
        "title": title,
        **shape.schema,
    }


def _defs() -> Json:
    value = {
        "anyOf": [
            {"type": ["string", "integer", "boolean", "null"]},
            {"type": "array", "items": ANY},
        ]
    }
    # a rule of the caller's own gives what it wants
    declared = [_declared(rule) for rule in RULES]
    return {"constat": {**FINDING.schema, "allOf": declared}, "valeur": value}


def review_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what `write_review` gives.

    >>> review_schema()["$id"]
    'urn:apprentissage:revue:1'
    """
    return {**_document("revue", "Revue d'un contrat d'apprentissage", REVIEW), "$defs": _defs()}


def remedies_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what `write_remedies` gives.

    >>> remedies_schema()["$id"]
    'urn:apprentissage:remedes:1'
    """
    title = "Ce qui régulariserait un contrat d'apprentissage"
    return {
        **_document("remedes", title, REMEDIES),
        "$defs": {**_defs(), "contrat": record_of(Contract).schema("")},
    }


def difference_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what `write_difference` gives.

    >>> difference_schema()["$id"]
    'urn:apprentissage:difference:1'
    """
    title = "Ce qui change d'une revue à l'autre"
    return {**_document("difference", title, DIFFERENCE), "$defs": _defs()}


def agenda_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what `write_agenda` gives.

    >>> agenda_schema()["required"]
    ['dates', 'sans_date']
    """
    return _document("agenda", "Agenda d'un contrat d'apprentissage", AGENDA)


def schedule_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what `write_schedule` gives.

    >>> "lignes" in schedule_schema()["properties"]
    True
    """
    title = "Rémunération minimale d'un contrat d'apprentissage"
    return _document("remuneration", title, SCHEDULE)


def pay_audit_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what `write_pay_audit` gives.

    >>> "mois" in pay_audit_schema()["properties"]
    True
    """
    title = "Bulletins de paie d'un contrat d'apprentissage"
    return _document("bulletins", title, AUDIT)
