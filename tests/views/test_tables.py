"""The rows of many contracts, and one vocabulary for all rows."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from apprentissage import agenda, archive_plan, pay_schedule, review, review_form
from apprentissage.age.upper_age import UPPER_AGE
from apprentissage.errors import InvalidValue, WrongType
from apprentissage.interchange import (
    agenda_schema,
    pay_audit_schema,
    review_schema,
    schedule_schema,
)
from apprentissage.judging import Outcome
from apprentissage.pay import ArrearsCause, Payslip, audit_pay
from apprentissage.views import HasRows, rows_of
from tests.sample import in_2026

CONTRACT = in_2026()
SCHEDULE = pay_schedule(CONTRACT)
TABLES: dict[str, HasRows] = {
    "review": review(CONTRACT),
    "agenda": agenda(CONTRACT),
    "schedule": SCHEDULE,
    "amounts": SCHEDULE.amounts(),
    "form": review_form(CONTRACT),
    "archive": archive_plan(CONTRACT),
    "month": SCHEDULE.month(2026, 10),
    "audit": audit_pay(CONTRACT, [Payslip(year=2026, month=10, gross=Decimal(800))]),
}

SCHEMAS = (review_schema(), agenda_schema(), schedule_schema(), pay_audit_schema())

FLAT = {
    # what is a list or an object in the JSON is a column or two here
    *("partie", "controverse", "smic_horaire", "total_mensuel"),
    # no JSON writes the form, nor the archive
    *("rubrique", "sert_a", "a_remplir", "a_remplir_peut_etre"),
    *("detenteur", "jusqu_a", "certain", "confiance", "supports"),
    *("demande", "partage"),
}
"""Columns of rows that are no keys of the JSON."""


def keys(schema: Any) -> Iterator[str]:
    """Every key of a JSON Schema's objects."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for below in schema.values():
            yield from keys(below)
    elif isinstance(schema, list):
        for below in schema:
            yield from keys(below)


def test_columns_are_the_keys_of_the_json() -> None:
    written = {key for schema in SCHEMAS for key in keys(schema)}
    columns = {
        column for table in TABLES.values() for row in table.to_rows() for column in row
    } | {"partie"}
    columns -= {f"rappel_{cause.code}" for cause in ArrearsCause}
    assert columns - written == FLAT


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_flat_and_plain(name: str) -> None:
    rows = TABLES[name].to_rows()
    assert rows
    assert len({tuple(row) for row in rows}) == 1
    for row in rows:
        for column, value in row.items():
            assert value is None or type(value) in {str, int, float, bool, date}, column
        outcome = row.get("resultat", "conforme")
        assert outcome in {each.code for each in Outcome}


def test_rows_of_many_contracts_bear_their_identifiers() -> None:
    results = ((name, review(CONTRACT)) for name in ("A-17", "B-02"))
    rows = list(rows_of(results, identifier="contrat"))
    single = review(CONTRACT).to_rows()
    assert rows == [{"contrat": name, **row} for name in ("A-17", "B-02") for row in single]


def test_what_rows_are_asked_is_handed_on() -> None:
    (row, *_) = rows_of([(1, SCHEDULE.amounts())], exact=True)
    assert row == {"id": 1, **SCHEDULE.amounts().to_rows(exact=True)[0]}
    found = review(CONTRACT, rules=(UPPER_AGE,))
    (whole,) = rows_of([(1, found)], parts=True)
    assert whole["partie"] == 0


def test_rows_come_one_contract_at_a_time() -> None:
    told: list[int] = []

    def results() -> Iterator[tuple[int, HasRows]]:
        for number in range(3):
            told.append(number)
            yield number, agenda(CONTRACT)

    assert next(rows_of(results()))["id"] == 0
    assert told == [0]


@pytest.mark.parametrize("wrong", [SCHEDULE, (1, CONTRACT), "A-17"])
def test_what_has_no_identifier_or_no_rows_is_refused(wrong: Any) -> None:
    with pytest.raises(WrongType, match=r"results\[0\]"):
        list(rows_of([wrong]))


def test_an_identifier_does_not_hide_a_column() -> None:
    with pytest.raises(InvalidValue, match="name another column"):
        list(rows_of([(1, SCHEDULE)], identifier="du"))
