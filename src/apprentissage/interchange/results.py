"""Results as plain mappings with French keys, for a service or a file.

Each shape says at once what is written and what its JSON Schema promises.
"""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, NamedTuple, TypeAlias, get_args, get_origin

from apprentissage._arguments import check_arguments
from apprentissage.catalogue import RULES
from apprentissage.differing import Difference
from apprentissage.errors import NotCovered
from apprentissage.facts import Contract, PayBase
from apprentissage.facts.authorities import SourceKind
from apprentissage.facts.changing import shown_value
from apprentissage.facts.names import french_name
from apprentissage.interchange.keys import french_code
from apprentissage.interchange.records import record_of
from apprentissage.interchange.shapes import Json
from apprentissage.judging import Finding, Outcome, Rule, results_of
from apprentissage.judging.named_results import FindingKind
from apprentissage.law.readings import POINTS
from apprentissage.law.sources import LAW_CHECKED_ON
from apprentissage.pay import ArrearsCause, AuditedMonth, PayAudit, PayLine, PaySchedule, ProRata
from apprentissage.pay.amounts import PayAmount
from apprentissage.remedying import Remedies
from apprentissage.reviewing import Agenda, Review


class _Shape(NamedTuple):
    """What a value becomes, and what a reader may count on."""

    write: Callable[[Any], Any]
    schema: Json


_Entry: TypeAlias = tuple[str | Callable[[Any], Any], _Shape]
"""Where an entry is found, by the names of attributes or a function."""


def _value(value: Any) -> Any:
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


def _null_or(shape: _Shape) -> _Shape:
    def write(value: Any) -> Any:
        return None if value is None else shape.write(value)

    return _Shape(write, {"anyOf": [shape.schema, {"type": "null"}]})


def _list(item: _Shape) -> _Shape:
    def write(values: Iterable[Any]) -> list[Any]:
        return [item.write(value) for value in values]

    return _Shape(write, {"type": "array", "items": item.schema})


def _codes(members: Iterable[Enum]) -> _Shape:
    return _Shape(_value, {"enum": [french_code(each) for each in members]})


def _named(names: Iterable[str]) -> _Shape:
    return _Shape(_value, {"enum": list(names)})


def _object(**entries: _Entry) -> _Shape:
    """An object of these keys, all of them there, and no other."""
    parts = {
        key: (attrgetter(get) if isinstance(get, str) else get, shape)
        for key, (get, shape) in entries.items()
    }

    def write(item: Any) -> Json:
        return {key: shape.write(get(item)) for key, (get, shape) in parts.items()}

    return _Shape(
        write,
        {
            "type": "object",
            "properties": {key: shape.schema for key, (_, shape) in parts.items()},
            "required": list(parts),
            "additionalProperties": False,
        },
    )


_ANY: Json = {"$ref": "#/$defs/valeur"}
_TEXT = _Shape(_value, {"type": "string"})
_FLAG = _Shape(_value, {"type": "boolean"})
_DAY = _Shape(_value, {"type": "string", "format": "date"})
_DECIMAL = _Shape(_value, {"type": "string", "pattern": "^-?[0-9]+([.][0-9]+)?$"})
_BASE = _codes((PayBase.SMIC, PayBase.SMC))
_VALUE = _Shape(_value, _ANY)


def _values(pairs: Iterable[tuple[str, Any]]) -> Json:
    return {name: _value(value) for name, value in pairs}


_VALUES = _Shape(_values, {"type": "object", "additionalProperties": _ANY})


def _place(path: str) -> str:
    return record_of(Contract).french_path(path)


_FACTS = _list(_object(fait=(str, _TEXT), cle=(_place, _TEXT), nom=(french_name, _TEXT)))
_SOURCES = _list(
    _object(
        nature=("kind", _codes(SourceKind)),
        reference=("reference", _TEXT),
        url=("url", _null_or(_TEXT)),
    )
)
_CAVEATS = _list(_object(nom=("name", _TEXT), phrase=("sentence", _TEXT)))
_CONTESTED = _object(
    point=("point", _named(POINTS)),
    choix=("choice.name", _TEXT),
    tenants=("choice.holders", _TEXT),
    resultat=("outcome", _codes(Outcome)),
    code=("code", _VALUE),
)


def _part(finding: Finding) -> Any:
    return _FINDING.write(finding)


_PART = _Shape(_part, {"$ref": "#/$defs/constat"})
_FINDING: _Shape = _object(
    regle=("rule", _TEXT),
    objet=("subject", _TEXT),
    resultat=("outcome", _codes(Outcome)),
    a_retenir=("reminds", _FLAG),
    constat=("sentence", _TEXT),
    valeurs=("told", _VALUES),
    manque=("missing", _FACTS),
    conforme_a_partir_du=("holds_from", _null_or(_DAY)),
    textes=("sources", _SOURCES),
    reserves=("caveats", _CAVEATS),
    rubriques=("boxes", _list(_Shape(_value, {"type": "integer"}))),
    points_controverses=("contested", _list(_CONTESTED)),
    parties=("parts", _list(_PART)),
)
_REVIEW = _object(
    resultat=("outcome", _codes(Outcome)),
    droit_verifie_jusqu_au=(lambda _: LAW_CHECKED_ON, _DAY),
    perime=("stale", _FLAG),
    lectures=(
        "readings",
        _object(
            **{
                point: (f"{point}.name", _named(each.name for each in choices))
                for point, choices in POINTS.items()
            }
        ),
    ),
    constats=(iter, _list(_PART)),
)
_AGENDA = _object(
    dates=(
        "entries",
        _list(
            _object(
                date=("on", _DAY),
                objet=("label", _TEXT),
                nature=("kind", _codes(SourceKind)),
                si_manquee=("consequence.label", _TEXT),
                textes=("sources", _SOURCES),
                regle=("rule", _TEXT),
            )
        ),
    ),
    sans_date=(
        "undated",
        _list(
            _object(
                objet=("label", _TEXT),
                attend=("waits_for", _FACTS),
                textes=("sources", _SOURCES),
                regle=("rule", _TEXT),
            )
        ),
    ),
)


class _Line(NamedTuple):
    """A line, and the schedule that made it."""

    schedule: PaySchedule
    line: PayLine


def _lines(schedule: PaySchedule) -> list[_Line]:
    return [_Line(schedule, line) for line in schedule]


def _monthly(of: _Line) -> Decimal | None:
    try:
        return of.schedule.monthly(of.line)
    except NotCovered:
        return None


class _Euros(NamedTuple):
    """The euros of a period, and whether a later SMIC may change them."""

    period: PayAmount
    stale: bool


def _euros(schedule: PaySchedule) -> list[_Euros] | None:
    try:
        amounts = schedule.amounts()
    except NotCovered:
        return None
    return [_Euros(each, each.ends_on > amounts.checked_on) for each in amounts]


_SCHEDULE = _object(
    perime=("stale", _FLAG),
    lignes=(
        _lines,
        _list(
            _object(
                ordre=("line.order", _TEXT),
                annee_execution=(
                    "line.execution_year",
                    _Shape(_value, {"type": "integer", "minimum": 1}),
                ),
                du=("line.starts_on", _DAY),
                au=("line.ends_on", _DAY),
                ages=(lambda of: of.schedule.ages(of.line), _TEXT),
                taux=("line.rate", _DECIMAL),
                base=("line.base", _BASE),
                brut_mensuel=(_monthly, _null_or(_DECIMAL)),
                constat=(lambda of: of.schedule.sentence(of.line), _TEXT),
                textes=("line.sources", _SOURCES),
                reserves=(lambda of: of.schedule.reserves(of.line), _CAVEATS),
            )
        ),
    ),
    montants=(
        _euros,
        _null_or(
            _list(
                _object(
                    ordre=("period.line.order", _TEXT),
                    du=("period.starts_on", _DAY),
                    au=("period.ends_on", _DAY),
                    taux=("period.rate", _DECIMAL),
                    base=("period.base", _BASE),
                    smic_mensuel=("period.smic.monthly", _DECIMAL),
                    brut_mensuel=("period.monthly", _DECIMAL),
                    heures_supplementaires=("period.overtime_monthly", _DECIMAL),
                    perime=("stale", _FLAG),
                )
            )
        ),
    ),
    suppose=(
        "assumed",
        _list(
            _object(cle=(lambda assumed: _place(assumed.path), _TEXT), phrase=("sentence", _TEXT))
        ),
    ),
    reserves=("caveats", _CAVEATS),
)


class _Part(NamedTuple):
    """A part of what lacks, and the step that was missed."""

    cause: ArrearsCause
    amount: Decimal


def _parts(of: PayAudit | AuditedMonth) -> list[_Part]:
    return [_Part(*each) for each in of.by_cause]


def _slip(get: str, shape: _Shape) -> _Entry:
    return f"payslip.{get}", shape


_MONTH_NAME = _Shape(_value, {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"})
_BY_CAUSE = _list(_object(cause=("cause", _codes(ArrearsCause)), montant=("amount", _DECIMAL)))
_AUDIT = _object(
    resultat=("outcome", _codes(Outcome)),
    methode=("method", _null_or(_codes(ProRata))),
    rappel=("arrears", _DECIMAL),
    en_attente=("waiting", _DECIMAL),
    causes=(_parts, _BY_CAUSE),
    mois=(
        iter,
        _list(
            _object(
                mois=_slip("period", _MONTH_NAME),
                du=("starts_on", _DAY),
                au=("ends_on", _DAY),
                resultat=("outcome", _codes(Outcome)),
                brut_du=("due", _DECIMAL),
                brut_paye=_slip("gross", _DECIMAL),
                rappel=("arrears", _DECIMAL),
                en_attente=("waiting", _DECIMAL),
                causes=(_parts, _BY_CAUSE),
                manque=("missing", _FACTS),
                constat=("sentence", _TEXT),
                tranches=(
                    iter,
                    _list(
                        _object(
                            ordre=("line.order", _TEXT),
                            du=("starts_on", _DAY),
                            au=("ends_on", _DAY),
                            taux=("rate", _DECIMAL),
                            base=("base", _BASE),
                            brut_mensuel=("monthly", _DECIMAL),
                            heures_supplementaires=("overtime_monthly", _DECIMAL),
                            compte=("counted", _DECIMAL),
                            sur=("of", _DECIMAL),
                            brut_du=("total_due", _DECIMAL),
                        )
                    ),
                ),
            )
        ),
    ),
    sans_bulletin=("months_without_payslip", _list(_MONTH_NAME)),
    reserves=("caveats", _CAVEATS),
)


def _contract(contract: Contract) -> Any:
    return record_of(Contract).write(contract)


_CONTRACT = _Shape(_contract, {"$ref": "#/$defs/contrat"})
_CHANGES = _list(
    _object(
        fait=("path", _TEXT),
        cle=(lambda change: _place(change.path), _TEXT),
        nom=("name", _TEXT),
        avant=(lambda change: shown_value(change.before), _TEXT),
        apres=(lambda change: shown_value(change.after), _TEXT),
        de_meme=("also", _list(_object(fait=(str, _TEXT), cle=(_place, _TEXT)))),
    )
)
_RULE_NAMES = _list(_TEXT)
_REASONS = _list(_object(regle=("rule", _TEXT), phrase=("sentence", _TEXT)))
_REMEDIES = _object(
    remedes=(
        iter,
        _list(
            _object(
                regle=("rule", _TEXT),
                phrase=("sentence", _TEXT),
                changements=("changes", _CHANGES),
                jusqu_au=("until", _null_or(_DAY)),
                regularise=("clears", _RULE_NAMES),
                constat=("finding", _PART),
                contrat=("contract", _CONTRACT),
            )
        ),
    ),
    ensemble=(
        "together",
        _object(
            phrases=(lambda all_: [each.sentence for each in all_], _list(_TEXT)),
            changements=("changes", _CHANGES),
            regularise=("clears", _RULE_NAMES),
            laisse=("leaves", _REASONS),
            contrat=("contract", _CONTRACT),
        ),
    ),
    sans_remede=("hopeless", _REASONS),
    questions=(
        "questions",
        _list(
            _object(
                regle=("rule", _TEXT),
                phrase=("sentence", _TEXT),
                faits=(lambda asked: [path for path, _ in asked.facts], _FACTS),
            )
        ),
    ),
)
_DUE = _null_or(
    _object(
        taux=("rate", _DECIMAL), base=("base", _BASE), brut_mensuel=("monthly", _null_or(_DECIMAL))
    )
)
_DIFFERENCE = _object(
    constats=(
        "findings",
        _list(
            _object(
                regle=("rule", _TEXT),
                phrase=("sentence", _TEXT),
                avant=("before", _null_or(_PART)),
                apres=("after", _null_or(_PART)),
            )
        ),
    ),
    salaire_minimum=(
        "pay",
        _list(
            _object(
                du=("starts_on", _DAY),
                au=("ends_on", _DAY),
                avant=("before", _DUE),
                apres=("after", _DUE),
            )
        ),
    ),
    dates=(
        "days",
        _list(
            _object(
                regle=("rule", _TEXT),
                objet=("label", _TEXT),
                avant=("before", _null_or(_DAY)),
                apres=("after", _null_or(_DAY)),
            )
        ),
    ),
    points_controverses=(
        "contested",
        _list(
            _object(
                regle=("rule", _TEXT),
                controverse=("contested", _FLAG),
                autre_lecture=("other", _CONTESTED),
            )
        ),
    ),
    manque=(
        "missing",
        _list(
            _object(
                fait=("path", _TEXT),
                cle=(lambda change: _place(change.path), _TEXT),
                manque=("missing", _FLAG),
            )
        ),
    ),
)


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
    return _FINDING.write(finding)  # type: ignore[no-any-return]


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
    return _REVIEW.write(review)  # type: ignore[no-any-return]


def write_agenda(agenda: Agenda) -> Json:
    """An agenda as a mapping: the dates in order, and those that wait.

    Args:
        agenda: The dates of a contract.

    >>> write_agenda(Agenda(entries=(), undated=()))
    {'dates': [], 'sans_date': []}
    """
    check_arguments(write_agenda, locals())
    return _AGENDA.write(agenda)  # type: ignore[no-any-return]


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
    return _SCHEDULE.write(schedule)  # type: ignore[no-any-return]


def _of_kind(kind: Any) -> Json:
    """What a named result of a type is written as."""
    if isinstance(kind, UnionType):
        return {"anyOf": [_of_kind(each) for each in get_args(kind)]}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _of_kind(get_args(kind)[0])}
    if issubclass(kind, Enum):
        return _codes(kind).schema
    return _SCALARS[kind]


_SCALARS: dict[type, Json] = {
    bool: _FLAG.schema,
    date: _DAY.schema,
    Decimal: _DECIMAL.schema,
    int: {"type": "integer"},
    str: _TEXT.schema,
    NoneType: {"type": "null"},
}


def _results(kind: FindingKind) -> Json:
    """The named results that a class of findings declares."""
    return {
        "properties": {
            "facts": {"type": "array", "items": _TEXT.schema},
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
    return _AUDIT.write(audit)  # type: ignore[no-any-return]


def write_remedies(remedies: Remedies) -> Json:
    """Remedies as a mapping: each with the contract as changed.

    Args:
        remedies: What to do about a review.

    >>> from apprentissage.facts import Apprentice
    >>> from apprentissage.remedying import remedies
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
    return _REMEDIES.write(remedies)  # type: ignore[no-any-return]


def write_difference(difference: Difference) -> Json:
    """A difference as a mapping: what changes, before and after.

    Args:
        difference: Of two reviews, agendas or schedules.

    >>> from apprentissage.differing import Difference
    >>> write_difference(Difference())["constats"]
    []
    """
    check_arguments(write_difference, locals())
    return _DIFFERENCE.write(difference)  # type: ignore[no-any-return]


def _document(name: str, title: str, shape: _Shape) -> Json:
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
            {"type": "array", "items": _ANY},
        ]
    }
    # a rule of the caller's own gives what it wants
    declared = [_declared(rule) for rule in RULES]
    return {"constat": {**_FINDING.schema, "allOf": declared}, "valeur": value}


def review_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what `write_review` gives.

    >>> review_schema()["$id"]
    'urn:apprentissage:revue:1'
    """
    return {**_document("revue", "Revue d'un contrat d'apprentissage", _REVIEW), "$defs": _defs()}


def remedies_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what `write_remedies` gives.

    >>> remedies_schema()["$id"]
    'urn:apprentissage:remedes:1'
    """
    title = "Ce qui régulariserait un contrat d'apprentissage"
    return {
        **_document("remedes", title, _REMEDIES),
        "$defs": {**_defs(), "contrat": record_of(Contract).schema("")},
    }


def difference_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what `write_difference` gives.

    >>> difference_schema()["$id"]
    'urn:apprentissage:difference:1'
    """
    title = "Ce qui change d'une revue à l'autre"
    return {**_document("difference", title, _DIFFERENCE), "$defs": _defs()}


def agenda_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what `write_agenda` gives.

    >>> agenda_schema()["required"]
    ['dates', 'sans_date']
    """
    return _document("agenda", "Agenda d'un contrat d'apprentissage", _AGENDA)


def schedule_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what `write_schedule` gives.

    >>> "lignes" in schedule_schema()["properties"]
    True
    """
    title = "Rémunération minimale d'un contrat d'apprentissage"
    return _document("remuneration", title, _SCHEDULE)


def pay_audit_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what `write_pay_audit` gives.

    >>> "mois" in pay_audit_schema()["properties"]
    True
    """
    title = "Bulletins de paie d'un contrat d'apprentissage"
    return _document("bulletins", title, _AUDIT)
