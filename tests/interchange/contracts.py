"""Contracts of every shape that the classes allow, drawn field by field."""

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from enum import Enum
from types import UnionType
from typing import Any, get_args, get_origin

import attrs
from hypothesis import strategies as st

from apprentissage.facts import (
    NO_EXTENSION,
    Apprentice,
    BranchAgreement,
    ByDay,
    Contract,
    ExperiencePeriod,
    Extension,
    ExtensionReason,
    Grid,
    MaitreApprentissage,
    MaitreFirm,
    MaitreStatus,
    Mobility,
    PreviousCycle,
    PublicHolidays,
    Training,
    WorkDay,
    WorkingTime,
)
from apprentissage.facts.identifiers import IDCC_NONE

NONE_AGREED = {"idcc": IDCC_NONE}
BRACKETS = ("under_18", "from_18", "from_21", "from_26")
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
TEXTS = st.text(min_size=1).filter(str.strip)
AMOUNTS = st.decimals(
    0, 999_999_999, places=2, allow_nan=False, allow_infinity=False
) | st.sampled_from([Decimal("-0"), Decimal("1E+3"), Decimal("1.50")])
TIMES = st.times().map(lambda moment: moment.replace(microsecond=0))
STEPS = st.lists(st.tuples(DAYS, AMOUNTS), min_size=1, max_size=3, unique_by=lambda s: s[0]).map(
    lambda steps: ByDay(tuple(sorted(steps, key=lambda step: step[0])))
)

LEAVES: dict[object, st.SearchStrategy[Any]] = {
    date: DAYS,
    str: TEXTS,
    bool: st.booleans(),
    Decimal: AMOUNTS,
    int: st.integers(3, 8),
    time: TIMES,
    ByDay: STEPS,
}


def of_type(kind: Any) -> st.SearchStrategy[Any]:
    """Values of the type of a field."""
    arguments = get_args(kind)
    if get_origin(kind) is UnionType:
        return st.one_of(*(of_type(a) for a in arguments))
    if kind is type(None):
        return st.none()
    if get_origin(kind) is frozenset:
        return st.frozensets(of_type(arguments[0]), max_size=3)
    if get_origin(kind) is tuple and arguments[-1] is not ...:
        return st.tuples(*map(of_type, arguments))
    if get_origin(kind) is tuple:
        return st.lists(of_type(arguments[0]), max_size=2).map(tuple)
    if kind in LEAVES:
        return LEAVES[kind]
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    return instances(kind)


def instances(of: Any) -> st.SearchStrategy[Any]:
    """Objects of a class; half of what may be unknown is."""
    required: dict[str, st.SearchStrategy[Any]] = {}
    optional: dict[str, st.SearchStrategy[Any]] = {}
    unknown: dict[str, None] = {}
    for field in attrs.fields(of):
        if field.default is attrs.NOTHING:
            required[field.name] = of_type(field.type)
        elif field.type != PublicHolidays | None:
            optional[field.name] = of_type(field.type)
            if field.default is None:
                unknown[field.name] = None
    drawn = st.fixed_dictionaries(required, optional=optional)
    mend = MENDED.get(of, in_order)
    return drawn.map(lambda fields: of(**mend(unknown | fields)))


def in_order(fields: dict[str, Any]) -> dict[str, Any]:
    """Put the two days of a span in order."""
    span = fields.get("starts_on"), fields.get("ends_on")
    if None not in span:
        fields["starts_on"], fields["ends_on"] = sorted(span)  # type: ignore[type-var]
    return fields


def _agreement(fields: dict[str, Any]) -> dict[str, Any]:
    told = set(fields.values()) != {None}
    return fields if told and fields["idcc"] != IDCC_NONE else NONE_AGREED


def _extension(fields: dict[str, Any]) -> dict[str, Any]:
    if fields["reason"] is ExtensionReason.NONE:
        return {"reason": ExtensionReason.NONE}
    return fields | {"starts_on": fields["starts_on"] or date(2026, 9, 1)}


def _grid(fields: dict[str, Any]) -> dict[str, Any]:
    told = any(fields[name] for name in BRACKETS)
    return fields if told else {"idcc": (IDCC_NONE,)}


def _working_time(fields: dict[str, Any]) -> dict[str, Any]:
    if fields["daily_hours"] is not None:
        fields["daily_hours"] = min(fields["daily_hours"], 24)
    days = {day.on: day for day in fields["days"] or ()}
    if fields["days"] is not None:
        fields["days"] = tuple(days.values())
    return fields


def _work_day(fields: dict[str, Any]) -> dict[str, Any]:
    for name in ("hours", "longest_stretch_hours"):
        if fields[name] is not None:
            fields[name] = min(fields[name], 24)
    hours, stretch = fields["hours"], fields["longest_stretch_hours"]
    if None not in (hours, stretch):
        fields["longest_stretch_hours"] = hours
    return fields


def _training(fields: dict[str, Any]) -> dict[str, Any]:
    cycle = fields["cycle_starts_on"], fields["cycle_ends_on"]
    if None not in cycle:
        fields["cycle_starts_on"], fields["cycle_ends_on"] = sorted(cycle)
    exams = fields["first_exam_on"], fields["last_exam_on"]
    if None not in exams:
        fields["first_exam_on"], fields["last_exam_on"] = sorted(exams)
    years = fields["entry_year"], fields["cycle_years"]
    if None not in years:
        fields["entry_year"], fields["cycle_years"] = sorted(years)
    return fields


def _experience(fields: dict[str, Any]) -> dict[str, Any]:
    if fields["ongoing"]:
        return fields | {"ends_on": None}
    return in_order(fields)


def _maitre(fields: dict[str, Any]) -> dict[str, Any]:
    if fields["field_diploma_level"] is not None:
        of_field = fields["field_diploma_level"]
        fields |= {"diploma_level": of_field, "diploma_in_field": of_field > 0}
    if fields["status"] is MaitreStatus.USER_FIRM_EMPLOYEE:
        fields |= {"firm": MaitreFirm.OTHER}
    if fields["experience"] is not None:
        return fields | {"experience_months": None, "excluded_months": None}
    months = fields["excluded_months"], fields["experience_months"]
    if None not in months:
        fields["excluded_months"], fields["experience_months"] = sorted(months)
    return fields


def _previous(fields: dict[str, Any]) -> dict[str, Any]:
    if fields["level"] is not None:
        fields["diploma_obtained"] = fields["level"] > 0
    if fields["diploma_obtained"]:
        fields["exam_failed"] = None
    if fields["ended_on"] is not None:
        return fields | {"ruptured_on": None, "rupture_cause": None}
    return fields


def _apprentice(fields: dict[str, Any]) -> dict[str, Any]:
    # 40, 41 and 42 tell the end of the collège
    if fields["last_class"] is not None:
        fields["lower_secondary_completed"] = None
    return fields


def _contract(fields: dict[str, Any]) -> dict[str, Any]:
    days = sorted((fields["starts_on"], fields["ends_on"]))
    fields["starts_on"], fields["ends_on"] = days
    apprentice, extension = fields["apprentice"], fields["extension"]
    if apprentice.born_on >= days[0]:
        born_on = date(1900, 1, 1)
        fields["apprentice"] = attrs.evolve(apprentice, born_on=born_on)
        fields["starts_on"] = max(days[0], date(1900, 1, 2))
        fields["ends_on"] = max(days[1], date(1900, 1, 3))
    if extension not in (None, NO_EXTENSION):
        inside = fields["starts_on"] < fields["ends_on"]
        fields["extension"] = (
            attrs.evolve(extension, starts_on=fields["ends_on"]) if inside else None
        )
    if fields["benefits_in_kind"] is not None:
        fields["in_kind"] = None
    if fields["mobilities"]:
        fields["mobilities"] = _apart(fields["mobilities"])
    return fields


def _apart(stays: tuple[Mobility, ...]) -> tuple[Mobility, ...]:
    """The stays, in order, that share no day with one before."""
    kept: list[Mobility] = []
    for stay in sorted(stays, key=lambda stay: stay.starts_on):
        if not kept or kept[-1].ends_on < stay.starts_on:
            kept.append(stay)
    return tuple(kept)


MENDED: dict[type, Callable[[dict[str, Any]], dict[str, Any]]] = {
    Apprentice: _apprentice,
    BranchAgreement: _agreement,
    Contract: _contract,
    ExperiencePeriod: _experience,
    Extension: _extension,
    Grid: _grid,
    MaitreApprentissage: _maitre,
    PreviousCycle: _previous,
    Training: _training,
    WorkDay: _work_day,
    WorkingTime: _working_time,
}

CONTRACTS: st.SearchStrategy[Contract] = instances(Contract)
