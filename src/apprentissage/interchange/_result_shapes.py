"""What each result is written as: its keys, and what their values promise.

Each shape says at once what is written and what its JSON Schema promises, so
that the two cannot differ.
"""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from operator import attrgetter
from typing import Any, NamedTuple, TypeAlias

from apprentissage.errors import NotCovered
from apprentissage.facts import Contract, PayBase
from apprentissage.facts.authorities import SourceKind
from apprentissage.facts.changing import shown_value
from apprentissage.facts.names import french_name
from apprentissage.interchange.keys import french_code
from apprentissage.interchange.records import record_of
from apprentissage.interchange.shapes import Json
from apprentissage.judging import Finding, Outcome
from apprentissage.law.readings import POINTS
from apprentissage.law.sources import LAW_CHECKED_ON
from apprentissage.pay import ArrearsCause, AuditedMonth, PayAudit, PayLine, PaySchedule, ProRata
from apprentissage.pay.amounts import PayAmount


class Shape(NamedTuple):
    """What a value becomes, and what a reader may count on."""

    write: Callable[[Any], Any]
    schema: Json


_Entry: TypeAlias = tuple[str | Callable[[Any], Any], Shape]
"""Where an entry is found, by the names of attributes or a function."""


def _value(value: Any) -> Any:
    match value:
        case date():
            return value.isoformat()
        case Decimal():
            # a JSON number is a float to most readers, and 1E+2 is none of theirs
            return f"{value:f}"
        case Enum():
            return french_code(value)
        case tuple():
            return [_value(item) for item in value]
        case _:
            return value


def _null_or(shape: Shape) -> Shape:
    def write(value: Any) -> Any:
        return None if value is None else shape.write(value)

    return Shape(write, {"anyOf": [shape.schema, {"type": "null"}]})


def _list(item: Shape) -> Shape:
    def write(values: Iterable[Any]) -> list[Any]:
        return [item.write(value) for value in values]

    return Shape(write, {"type": "array", "items": item.schema})


def codes(members: Iterable[Enum]) -> Shape:
    return Shape(_value, {"enum": [french_code(each) for each in members]})


def _named(names: Iterable[str]) -> Shape:
    return Shape(_value, {"enum": list(names)})


def _object(**entries: _Entry) -> Shape:
    """An object of these keys, all of them there, and no other."""
    parts = {
        key: (attrgetter(get) if isinstance(get, str) else get, shape)
        for key, (get, shape) in entries.items()
    }

    def write(item: Any) -> Json:
        return {key: shape.write(get(item)) for key, (get, shape) in parts.items()}

    return Shape(
        write,
        {
            "type": "object",
            "properties": {key: shape.schema for key, (_, shape) in parts.items()},
            "required": list(parts),
            "additionalProperties": False,
        },
    )


ANY: Json = {"$ref": "#/$defs/valeur"}
TEXT = Shape(_value, {"type": "string"})
FLAG = Shape(_value, {"type": "boolean"})
DAY = Shape(_value, {"type": "string", "format": "date"})
DECIMAL = Shape(_value, {"type": "string", "pattern": "^-?[0-9]+([.][0-9]+)?$"})
_BASE = codes((PayBase.SMIC, PayBase.SMC))
_VALUE = Shape(_value, ANY)


def _values(pairs: Iterable[tuple[str, Any]]) -> Json:
    return {name: _value(value) for name, value in pairs}


_VALUES = Shape(_values, {"type": "object", "additionalProperties": ANY})


def _place(path: str) -> str:
    return record_of(Contract).french_path(path)


_FACTS = _list(_object(fait=(str, TEXT), cle=(_place, TEXT), nom=(french_name, TEXT)))
_SOURCES = _list(
    _object(
        nature=("kind", codes(SourceKind)),
        reference=("reference", TEXT),
        url=("url", _null_or(TEXT)),
    )
)
_CAVEATS = _list(_object(nom=("name", TEXT), phrase=("sentence", TEXT)))
_CONTESTED = _object(
    point=("point", _named(POINTS)),
    choix=("choice.name", TEXT),
    tenants=("choice.holders", TEXT),
    resultat=("outcome", codes(Outcome)),
    code=("code", _VALUE),
)


def _part(finding: Finding) -> Any:
    return FINDING.write(finding)


_PART = Shape(_part, {"$ref": "#/$defs/constat"})
FINDING: Shape = _object(
    regle=("rule", TEXT),
    objet=("subject", TEXT),
    resultat=("outcome", codes(Outcome)),
    a_retenir=("reminds", FLAG),
    constat=("sentence", TEXT),
    valeurs=("told", _VALUES),
    manque=("missing", _FACTS),
    conforme_a_partir_du=("holds_from", _null_or(DAY)),
    textes=("sources", _SOURCES),
    reserves=("caveats", _CAVEATS),
    rubriques=("boxes", _list(Shape(_value, {"type": "integer"}))),
    points_controverses=("contested", _list(_CONTESTED)),
    parties=("parts", _list(_PART)),
)
REVIEW = _object(
    resultat=("outcome", codes(Outcome)),
    droit_verifie_jusqu_au=(lambda _: LAW_CHECKED_ON, DAY),
    perime=("stale", FLAG),
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
AGENDA = _object(
    dates=(
        "entries",
        _list(
            _object(
                date=("on", DAY),
                objet=("label", TEXT),
                nature=("kind", codes(SourceKind)),
                si_manquee=("consequence.label", TEXT),
                textes=("sources", _SOURCES),
                regle=("rule", TEXT),
            )
        ),
    ),
    sans_date=(
        "undated",
        _list(
            _object(
                objet=("label", TEXT),
                attend=("waits_for", _FACTS),
                textes=("sources", _SOURCES),
                regle=("rule", TEXT),
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


SCHEDULE = _object(
    perime=("stale", FLAG),
    lignes=(
        _lines,
        _list(
            _object(
                ordre=("line.order", TEXT),
                annee_execution=(
                    "line.execution_year",
                    Shape(_value, {"type": "integer", "minimum": 1}),
                ),
                du=("line.starts_on", DAY),
                au=("line.ends_on", DAY),
                ages=(lambda of: of.schedule.ages(of.line), TEXT),
                taux=("line.rate", DECIMAL),
                base=("line.base", _BASE),
                brut_mensuel=(_monthly, _null_or(DECIMAL)),
                constat=(lambda of: of.schedule.sentence(of.line), TEXT),
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
                    ordre=("period.line.order", TEXT),
                    du=("period.starts_on", DAY),
                    au=("period.ends_on", DAY),
                    taux=("period.rate", DECIMAL),
                    base=("period.base", _BASE),
                    smic_mensuel=("period.smic.monthly", DECIMAL),
                    brut_mensuel=("period.monthly", DECIMAL),
                    heures_supplementaires=("period.overtime_monthly", DECIMAL),
                    perime=("stale", FLAG),
                )
            )
        ),
    ),
    suppose=(
        "assumed",
        _list(
            _object(cle=(lambda assumed: _place(assumed.path), TEXT), phrase=("sentence", TEXT))
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


def _slip(get: str, shape: Shape) -> _Entry:
    return f"payslip.{get}", shape


_MONTH_NAME = Shape(_value, {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"})
_BY_CAUSE = _list(_object(cause=("cause", codes(ArrearsCause)), montant=("amount", DECIMAL)))
AUDIT = _object(
    resultat=("outcome", codes(Outcome)),
    methode=("method", _null_or(codes(ProRata))),
    rappel=("arrears", DECIMAL),
    en_attente=("waiting", DECIMAL),
    causes=(_parts, _BY_CAUSE),
    mois=(
        iter,
        _list(
            _object(
                mois=_slip("period", _MONTH_NAME),
                du=("starts_on", DAY),
                au=("ends_on", DAY),
                resultat=("outcome", codes(Outcome)),
                brut_du=("due", DECIMAL),
                brut_paye=_slip("gross", DECIMAL),
                rappel=("arrears", DECIMAL),
                en_attente=("waiting", DECIMAL),
                causes=(_parts, _BY_CAUSE),
                manque=("missing", _FACTS),
                constat=("sentence", TEXT),
                tranches=(
                    iter,
                    _list(
                        _object(
                            ordre=("line.order", TEXT),
                            du=("starts_on", DAY),
                            au=("ends_on", DAY),
                            taux=("rate", DECIMAL),
                            base=("base", _BASE),
                            brut_mensuel=("monthly", DECIMAL),
                            heures_supplementaires=("overtime_monthly", DECIMAL),
                            compte=("counted", DECIMAL),
                            sur=("of", DECIMAL),
                            brut_du=("total_due", DECIMAL),
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


_CONTRACT = Shape(_contract, {"$ref": "#/$defs/contrat"})
_CHANGES = _list(
    _object(
        fait=("path", TEXT),
        cle=(lambda change: _place(change.path), TEXT),
        nom=("name", TEXT),
        avant=(lambda change: shown_value(change.before), TEXT),
        apres=(lambda change: shown_value(change.after), TEXT),
        de_meme=("also", _list(_object(fait=(str, TEXT), cle=(_place, TEXT)))),
    )
)
_RULE_NAMES = _list(TEXT)
_REASONS = _list(_object(regle=("rule", TEXT), phrase=("sentence", TEXT)))
REMEDIES = _object(
    remedes=(
        iter,
        _list(
            _object(
                regle=("rule", TEXT),
                phrase=("sentence", TEXT),
                changements=("changes", _CHANGES),
                jusqu_au=("until", _null_or(DAY)),
                regularise=("clears", _RULE_NAMES),
                constat=("finding", _PART),
                contrat=("contract", _CONTRACT),
            )
        ),
    ),
    ensemble=(
        "together",
        _object(
            phrases=(lambda all_: [each.sentence for each in all_], _list(TEXT)),
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
                regle=("rule", TEXT),
                phrase=("sentence", TEXT),
                faits=(lambda asked: [path for path, _ in asked.facts], _FACTS),
            )
        ),
    ),
)
_DUE = _null_or(
    _object(
        taux=("rate", DECIMAL), base=("base", _BASE), brut_mensuel=("monthly", _null_or(DECIMAL))
    )
)
DIFFERENCE = _object(
    constats=(
        "findings",
        _list(
            _object(
                regle=("rule", TEXT),
                phrase=("sentence", TEXT),
                avant=("before", _null_or(_PART)),
                apres=("after", _null_or(_PART)),
            )
        ),
    ),
    salaire_minimum=(
        "pay",
        _list(
            _object(
                du=("starts_on", DAY),
                au=("ends_on", DAY),
                avant=("before", _DUE),
                apres=("after", _DUE),
            )
        ),
    ),
    dates=(
        "days",
        _list(
            _object(
                regle=("rule", TEXT),
                objet=("label", TEXT),
                avant=("before", _null_or(DAY)),
                apres=("after", _null_or(DAY)),
            )
        ),
    ),
    points_controverses=(
        "contested",
        _list(
            _object(
                regle=("rule", TEXT),
                controverse=("contested", FLAG),
                autre_lecture=("other", _CONTESTED),
            )
        ),
    ),
    manque=(
        "missing",
        _list(
            _object(
                fait=("path", TEXT),
                cle=(lambda change: _place(change.path), TEXT),
                manque=("missing", FLAG),
            )
        ),
    ),
)
