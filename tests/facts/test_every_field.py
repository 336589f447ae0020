"""Each fact refuses what is not of its kind, under its own name."""

import inspect
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs
import pytest

from apprentissage import InvalidValue, WrongType, facts
from apprentissage.facts import Apprentice, Decision, ExtensionReason, Signatory, SourceKind

KINDS = [
    kind
    for name in facts.__all__
    if inspect.isclass(kind := getattr(facts, name)) and attrs.has(kind)
]
FROM, TO = date(2026, 9, 1), date(2028, 8, 31)
REQUIRED: Mapping[str, Any] = MappingProxyType(
    {
        "apprentice": Apprentice(born_on=date(2008, 2, 10)),
        "born_on": date(2008, 2, 10),
        "by": Signatory.EMPLOYER,
        "concluded_on": date(2026, 8, 31),
        "decision": Decision.ACCEPTED,
        "ends_on": TO,
        "kind": SourceKind.DECREE,
        "on": FROM,
        "rate": Decimal(43),
        "reason": ExtensionReason.FAILED_EXAM,
        "reference": "décret",
        "starts_on": FROM,
    }
)
OTHER = object()
WRONG: dict[Any, tuple[Any, ...]] = {
    bool: (1, 0, "oui"),
    int: (True, 1.5, "3"),
    Decimal: (1.5, "43", True, Decimal("NaN"), Decimal(-1)),
    str: (3, b"x"),
    date: ("2026-09-01", datetime(2026, 9, 1, 8)),
    time: ("08:00", datetime(2026, 9, 1, 8)),
    tuple: ("x", (OTHER,), 3),
    frozenset: ("x", frozenset({OTHER}), 3),
}


def plain_kinds(hint: Any) -> set[Any]:
    """The classes that an annotation joins, None aside."""
    if get_origin(hint) in {Union, UnionType}:
        return {kind for each in get_args(hint) for kind in plain_kinds(each)}
    return set() if hint is NoneType else {get_origin(hint) or hint}


def wrong(kinds: set[Any]) -> list[Any]:
    """Values that none of the kinds of a fact takes."""
    told = [OTHER, *(value for kind in kinds for value in WRONG.get(kind, ()))]
    told += [
        next(iter(kind)).value
        for kind in kinds
        if inspect.isclass(kind) and issubclass(kind, Enum)
    ]
    return [value for value in told if type(value) not in kinds or value != value or value == -1]  # noqa: PLR0124


FIELDS = [(kind, field) for kind in KINDS for field in attrs.fields(kind)]


@pytest.mark.parametrize(
    ("kind", "field"), FIELDS, ids=[f"{kind.__name__}.{field.name}" for kind, field in FIELDS]
)
def test_a_fact_refuses_another_kind(kind: type[Any], field: "attrs.Attribute[Any]") -> None:
    known = {
        each.name: REQUIRED[each.name]
        for each in attrs.fields(kind)
        if each.default is attrs.NOTHING and each.name in REQUIRED
    }
    hint = get_type_hints(kind)[field.name]
    taken: list[Any] = []
    required = NoneType not in get_args(hint)
    for value in (*wrong(plain_kinds(hint)), *((None,) if required else ())):
        try:
            kind(**{**known, field.name: value})
        except (WrongType, InvalidValue) as error:
            if error.path.partition("[")[0] != field.name:
                taken.append((value, error))
        else:
            taken.append(value)
    assert not taken
