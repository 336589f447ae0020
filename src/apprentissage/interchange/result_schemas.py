"""JSON Schemas of the results: a review, an agenda, a pay schedule."""

from collections.abc import Iterable
from enum import Enum
from typing import Any

from apprentissage.facts import PayBase
from apprentissage.facts.authorities import SourceKind
from apprentissage.interchange.keys import french_code
from apprentissage.interchange.shapes import Json
from apprentissage.judging import Outcome
from apprentissage.law.readings import POINTS

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Json = {"type": "string"}
_FLAG: Json = {"type": "boolean"}
_DAY: Json = {"type": "string", "format": "date"}
_DECIMAL: Json = {"type": "string", "pattern": "^-?[0-9]+([.][0-9]+)?$"}


def _null_or(about: Json) -> Json:
    return {"anyOf": [about, {"type": "null"}]}


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


def _codes(members: Iterable[Enum]) -> Json:
    return {"enum": [french_code(member) for member in members]}


def _object(**properties: Json) -> Json:
    """An object of these keys, all of them there, and no other."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


_VALUE: Json = {
    "anyOf": [
        {"type": ["string", "integer", "boolean", "null"]},
        _list({"$ref": "#/$defs/valeur"}),
    ]
}
_FACTS = _list(_object(fait=_TEXT, cle=_TEXT, nom=_TEXT))
_SOURCES = _list(
    _object(nature=_codes(SourceKind), reference=_TEXT, url=_null_or(_TEXT))
)
_CAVEATS = _list(_object(nom=_TEXT, phrase=_TEXT))
_FINDING = _object(
    regle=_TEXT,
    objet=_TEXT,
    resultat=_codes(Outcome),
    a_retenir=_FLAG,
    constat=_TEXT,
    valeurs={
        "type": "object",
        "additionalProperties": {"$ref": "#/$defs/valeur"},
    },
    manque=_FACTS,
    conforme_a_partir_du=_null_or(_DAY),
    textes=_SOURCES,
    reserves=_CAVEATS,
    rubriques=_list({"type": "integer"}),
    points_controverses=_list(
        _object(
            point={"enum": list(POINTS)},
            choix=_TEXT,
            tenants=_TEXT,
            resultat=_codes(Outcome),
            code={"$ref": "#/$defs/valeur"},
        )
    ),
    parties=_list({"$ref": "#/$defs/constat"}),
)


def _document(name: str, title: str, about: Json) -> dict[str, Any]:
    return {
        "$schema": _DIALECT,
        "$id": f"urn:apprentissage:{name}:1",
        "title": title,
        **about,
    }


def review_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what `write_review` gives.

    >>> review_schema()["$id"]
    'urn:apprentissage:revue:1'
    """
    return _document(
        "revue",
        "Revue d'un contrat d'apprentissage",
        {
            **_object(
                resultat=_codes(Outcome),
                droit_verifie_jusqu_au=_DAY,
                perime=_FLAG,
                lectures=_object(
                    **{
                        point: {"enum": [choice.name for choice in choices]}
                        for point, choices in POINTS.items()
                    }
                ),
                constats=_list({"$ref": "#/$defs/constat"}),
            ),
            "$defs": {"constat": _FINDING, "valeur": _VALUE},
        },
    )


def agenda_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what `write_agenda` gives.

    >>> agenda_schema()["required"]
    ['dates', 'sans_date']
    """
    return _document(
        "agenda",
        "Agenda d'un contrat d'apprentissage",
        _object(
            dates=_list(
                _object(
                    date=_DAY,
                    objet=_TEXT,
                    nature=_codes(SourceKind),
                    si_manquee=_TEXT,
                    textes=_SOURCES,
                    regle=_TEXT,
                )
            ),
            sans_date=_list(
                _object(
                    objet=_TEXT, attend=_FACTS, textes=_SOURCES, regle=_TEXT
                )
            ),
        ),
    )


def schedule_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what `write_schedule` gives.

    >>> "lignes" in schedule_schema()["properties"]
    True
    """
    base = _codes((PayBase.SMIC, PayBase.SMC))
    return _document(
        "remuneration",
        "Rémunération minimale d'un contrat d'apprentissage",
        _object(
            perime=_FLAG,
            lignes=_list(
                _object(
                    ordre=_TEXT,
                    annee_execution={"type": "integer", "minimum": 1},
                    du=_DAY,
                    au=_DAY,
                    ages=_TEXT,
                    taux=_DECIMAL,
                    base=base,
                    brut_mensuel=_null_or(_DECIMAL),
                    constat=_TEXT,
                    textes=_SOURCES,
                    reserves=_CAVEATS,
                )
            ),
            montants=_null_or(
                _list(
                    _object(
                        ordre=_TEXT,
                        du=_DAY,
                        au=_DAY,
                        taux=_DECIMAL,
                        base=base,
                        smic_mensuel=_DECIMAL,
                        brut_mensuel=_DECIMAL,
                        heures_supplementaires=_DECIMAL,
                        perime=_FLAG,
                    )
                )
            ),
            suppose=_list(_object(cle=_TEXT, phrase=_TEXT)),
            reserves=_CAVEATS,
        ),
    )
