"""Values by which facts are drawn, from their types; a few by their names.

A new plain fact needs no line here: its type gives its values.
"""

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import cache
from types import MappingProxyType, NoneType
from typing import Any, Final, get_args, get_origin, get_type_hints

from attrs import fields

from apprentissage.facts import (
    NO_BRANCH_AGREEMENT,
    Accreditation,
    Address,
    BranchAgreement,
    Cfa,
    Diploma,
    EmployerType,
    LegalRepresentative,
    PayBase,
    QualityCertification,
    SecondEmployer,
    Signatory,
    Weekday,
    WorkAuthorisation,
    WorkSector,
)

CONDITIONS = ("permis de former",)
LEVELS = (4, 3, 5, 6, 7, 8, 0)


def _decimals(*texts: str) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, texts))


RATES = _decimals("51", "39", "43", "67", "55", "61", "78", "100", "27")
DAILY_HOURS = (8, 7, 9, 10, 11)
_NUMBERS = ("075202509000001", "02B202212000000", "075202513NC0001")
_DAYS_OF_WEEK = tuple(Weekday)

_BY_TYPE: Final[Mapping[Any, tuple[Any, ...]]] = {
    bool: (False, True),
    int: (1, 0, 2),
    Decimal: _decimals("150", "0", "802.82", "5000"),
    str: ("Martin", "Lefèvre", "N’Guyen", "D'Ânes <& Fils>"),
    time: (time(8), time(6), time(4), time(22), time(23, 30)),
    BranchAgreement: (
        NO_BRANCH_AGREEMENT,
        BranchAgreement(years_with_diploma=2, years_without_diploma=3, conditions=()),
        BranchAgreement(years_with_diploma=1, conditions=CONDITIONS),
        BranchAgreement(years_with_diploma=1),
        BranchAgreement(years_without_diploma=2),
    ),
}

_ORDINARY: Final = frozenset(
    {
        Accreditation.ACCREDITED,
        Diploma.BTS,
        EmployerType.COMMERCIAL_REGISTER_ONLY,
        QualityCertification.CERTIFIED,
        WorkAuthorisation.GRANTED,
        WorkSector.OFFICE,
    }
)
"""The simplest of their kind; of another kind, the first."""

SAMPLED: Final = frozenset({Address, Cfa, LegalRepresentative, SecondEmployer})
"""Classes of which a few examples do: no rule goes by two of their facts."""

_BY_NAME: Final[Mapping[str, tuple[Any, ...]]] = MappingProxyType(
    {
        "annual_funding": _decimals("8000", "3999.99", "14600", "5000"),
        "birth_department": ("075", "02A", "974", "099", "75"),
        "branch_conditions": (CONDITIONS, ()),
        "break_minutes": (30, 29, 60),
        "certifier_minimum_hours": (0, 400, 800),
        "cycle_years": (2, 1, 3, 4),
        "daily_hours": DAILY_HOURS,
        "deposit_number": _NUMBERS,
        "diploma_code": ("32033423", "50022143", "A1"),
        "email": ("camille@exemple.fr", "é@exemple.fr"),
        "headcount": (10, 0, 49, 50, 249, 250),
        "hours": (
            *(804, 402, 201, 400, 1205, 1, 0),
            *_decimals("401.75", "401.74", "803.50", "811.23", "200.88"),
        ),
        "hours_before_contract": (0, 50, 400),
        "idcc": ("1979", "9999", "9998", "1486", "86"),
        "individual_ceiling": (0, 3, 5),
        "last_rate": RATES,
        "last_rate_base": (PayBase.SMIC, PayBase.SMC),
        "last_statutory_rate": RATES,
        "level": (5, 3, 4, 6, 7, 8),
        "meal": _decimals("4.22", "0", "5.50"),
        "meals": (20, 0, 44),
        "months_without_pay": (0, 1),
        "naf": ("5610A", "62.01Z"),
        "nights_in_week": (0, 2, 3),
        "nights_in_year": (0, 30, 31),
        "nir": ("1070975114001", "2080263113002", "107092A004003", "9999999999999"),
        "overtime_premium": (Decimal(25), Decimal(10)),
        "phone": ("0102030405", "+33 1 02 03 04 05"),
        "postal_code": ("75011", "97150", "67000"),
        "previous_number": _NUMBERS,
        "public_points": (0, 10, 20, 15),
        "remote_hours": (0, 400, 1000),
        "rncp": ("RNCP38376", "37910", "RNCP"),
        "signed_by": (
            frozenset({Signatory.EMPLOYER, Signatory.APPRENTICE}) | {Signatory.CFA},
            frozenset(Signatory),
            frozenset({Signatory.EMPLOYER, Signatory.APPRENTICE}),
            frozenset({Signatory.EMPLOYER}),
            frozenset(),
        ),
        "siret": ("73282932000074", "35600000000048", "73282932000075"),
        "target_level": LEVELS[:-1],
        "title": ("BTS Tourisme", "CAP Cuisine"),
        "uai": ("0754622S", "0561910X", "0561910A"),
        "weekly_hours": _decimals("35", "39", "28", "40", "35.5", "45"),
        "weekly_rest_hours": (36, 35, 48),
        "worked_weekdays": tuple(
            frozenset(_DAYS_OF_WEEK[first:last])
            for first, last in ((0, 5), (0, 6), (1, 6), (0, 7))
        ),
    }
)
"""Limits of the texts, and numbers that the form writes in a way of its
own."""


def kinds_of(asked: Any) -> tuple[tuple[Any, ...], bool]:
    """The kinds of a type, and whether it admits None for unknown."""
    args = get_args(asked)
    if NoneType not in args:
        return (asked,) if get_origin(asked) else (args or (asked,)), False
    return tuple(kind for kind in args if kind is not NoneType), True


def values_of(name: str, kinds: tuple[Any, ...]) -> tuple[Any, ...]:
    """The values of a fact, the simplest first; () for too many."""
    kind, *_ = kinds
    named = _BY_NAME.get(name)
    plain = tuple(get_origin(each) or each for each in kinds)
    if named and isinstance(named[0], plain):
        return named
    if kind in SAMPLED:
        return samples(kind)
    if get_origin(kind) is frozenset and kind != frozenset[date]:
        members = values_of("", get_args(kind))
        return frozenset(), frozenset(members[:1]), frozenset(members)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return tuple(sorted(kind, key=lambda each: each not in _ORDINARY))
    return _BY_TYPE.get(kind, ())


@cache
def samples(kind: type[Any]) -> tuple[Any, ...]:
    """One example known in full, one in part, one of the rarest values."""
    types = get_type_hints(kind)
    values = [
        (name, values_of(name, kinds_of(types[name])[0]))
        for name in (each.name for each in fields(kind))
    ]
    in_part = {name: each[min(1, len(each) - 1)] for name, each in values[::2]}
    return (
        kind(**{name: each[0] for name, each in values}),
        kind(**in_part),
        kind(**{name: each[-1] for name, each in values}),
    )
