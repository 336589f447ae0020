"""A contract as a mapping in the Cerfa's own French terms, and back.

What JSON, YAML or a form gives is read strictly: no unknown key, one way to
write each value, and every fault told at once with its French path, what was
received and what to write. An absent key and `null` both say unknown,
never no; known none has its own value: `[]`, `"aucune"`, code 9999.

Written for these terms alone, by the types and guards of the facts: it needs
no library beyond the standard one.
"""

from collections.abc import Mapping
from typing import Any

from apprentissage._arguments import check_arguments
from apprentissage.facts import Contract
from apprentissage.interchange.faults import Fault, UnreadableContract, message
from apprentissage.interchange.form_fields import form_row
from apprentissage.interchange.payloads import read_cfa_dock, read_state_form
from apprentissage.interchange.records import record_of
from apprentissage.interchange.results import (
    agenda_schema,
    difference_schema,
    pay_audit_schema,
    remedies_schema,
    review_schema,
    schedule_schema,
    write_agenda,
    write_difference,
    write_finding,
    write_pay_audit,
    write_remedies,
    write_review,
    write_schedule,
)
from apprentissage.interchange.rows import read_headings, read_row, read_rows
from apprentissage.interchange.texts import read_contract_text

__all__ = [
    "SCHEMA_ID",
    "UnreadableContract",
    "agenda_schema",
    "contract_schema",
    "difference_schema",
    "form_row",
    "french_path",
    "message",
    "pay_audit_schema",
    "read_cfa_dock",
    "read_contract",
    "read_contract_text",
    "read_headings",
    "read_row",
    "read_rows",
    "read_state_form",
    "remedies_schema",
    "review_schema",
    "schedule_schema",
    "write_agenda",
    "write_contract",
    "write_difference",
    "write_finding",
    "write_pay_audit",
    "write_remedies",
    "write_review",
    "write_schedule",
]
__dir__ = __all__.copy

SCHEMA_ID = "urn:apprentissage:contrat:1"
"""Identifier of the JSON Schema of a contract."""


def read_contract(mapping: Mapping[str, Any]) -> Contract:
    """The contract that a mapping describes.

    Args:
        mapping: Sections `employeur`, `apprenti`, `maitres_apprentissage`,
            `contrat`, `formation`, `contrats_precedents`, `dossier`, as
            `contract_schema` describes them. Dates are texts AAAA-MM-JJ;
            amounts, rates and hours are texts or ints, never floats; codes
            are those of the Cerfa or their French labels.

    Returns:
        The contract.

    Raises:
        UnreadableContract: With all faults; each has `path`, `value` and
            `remedy`.

    >>> contract = read_contract({
    ...     "contrat": {
    ...         "date_conclusion": "2026-08-31",
    ...         "date_debut_execution": "2026-09-01",
    ...         "date_fin": "2028-08-31",
    ...         "type": "11",
    ...     },
    ...     "apprenti": {"date_naissance": "2008-02-10", "rqth": False},
    ... })
    >>> contract.kind.label
    "premier contrat d'apprentissage de l'apprenti"
    """
    faults: list[Fault] = []
    contract = record_of(Contract).read(mapping, "", faults)
    if faults:
        raise UnreadableContract.of(faults)
    return contract  # type: ignore[no-any-return]


def write_contract(contract: Contract) -> dict[str, Any]:
    """A contract as a mapping that `read_contract` reads back, equal.

    Args:
        contract: Any contract, without a calendar of its own
            (`employer.holidays`), which is no data.

    Returns:
        Plain dicts, lists, texts, ints and booleans; unknown facts are
        absent.

    Raises:
        InvalidValue: For what no text can hold.

    >>> from datetime import date
    >>> from apprentissage.facts import Apprentice
    >>> write_contract(Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ... ))["apprenti"]
    {'date_naissance': '2008-02-10'}
    """
    check_arguments(write_contract, locals())
    return record_of(Contract).write(contract)  # type: ignore[no-any-return]


def french_path(path: str) -> str:
    """Where a mapping holds a fact that a finding misses.

    Args:
        path: Absolute path, as in `finding.missing`.

    Returns:
        The path in the mapping; the same path where it names no fact of it.

    >>> french_path("previous[0].level")
    'contrats_precedents[0].niveau'
    >>> french_path("training.cfa_training_starts_on")
    'formation.date_debut_cfa'
    """
    check_arguments(french_path, locals())
    return record_of(Contract).french_path(path)


def contract_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of the mapping of a contract.

    It says what a value looks like; that an end does not precede its start
    is said by `read_contract` alone.

    >>> contract_schema()["required"]
    ['contrat', 'apprenti']
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "Contrat d'apprentissage",
        **record_of(Contract).schema(""),
    }
