"""A contract out of the text of a JSON file, without a silent choice.

Python's reader keeps the last of two equal keys, takes NaN, and tells its
errors in English; this door tells what it refuses, where, and in French.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from json import JSONDecodeError, loads
from typing import Any

from apprentissage._arguments import check_arguments
from apprentissage.errors import InvalidValue
from apprentissage.facts import Contract
from apprentissage.interchange.faults import Fault, UnreadableContract
from apprentissage.interchange.records import record_of

LONGEST = 1_000_000
"""Characters of a text: a whole contract takes some ten thousand."""

_DEEPEST = 32
"""Objects and lists one in the other: a contract takes six."""

_DIGITS = 40
"""Digits of an integer, beyond which none is a fact."""

_VALUE = (
    "écrivez ici une valeur : un texte entre guillemets droits, un nombre, "
    "true, false, null, [...] ou {...}"
)
_NO_LAST_COMMA = "ôtez la virgule qui suit la dernière valeur"
_SYNTAX = {
    "Expecting value": _VALUE,
    "Expecting property name": (
        "écrivez une clé entre guillemets droits, sans virgule après la dernière valeur"
    ),
    "Illegal trailing comma": _NO_LAST_COMMA,
    "Expecting ':'": "écrivez « : » entre la clé et sa valeur",
    "Expecting ','": "écrivez une virgule entre deux valeurs, ou fermez",
    "Unterminated string": "fermez le texte par un guillemet droit",
    "Invalid control character": (
        "écrivez un texte sur une seule ligne, \\n pour passer à la suivante"
    ),
    "Invalid \\": "écrivez \\\\ pour une barre oblique inverse",
    "Extra data": "ôtez ce qui suit le contrat, un seul objet {...}",
}
"""What to write, by what Python's reader says."""


def read_contract_text(text: str) -> Contract:
    """The contract that the text of a JSON file describes.

    Stricter than `read_contract(json.loads(text))`: a key written twice, a
    byte-order mark, a letter that decoding has lost and a number that no
    JSON holds are refused too.

    Args:
        text: What the file holds, decoded, 1,000,000 characters at most.

    Returns:
        The contract.

    Raises:
        UnreadableContract: With all faults; that of a text which is no JSON
            has its line and column as path.

    >>> try:
    ...     read_contract_text('{"apprenti": {"rqth": true, "rqth": false}}')
    ... except UnreadableContract as error:
    ...     print(error.messages[0])
    apprenti.rqth\xa0: reçu false, écrivez cette clé une seule fois
    """
    check_arguments(read_contract_text, locals())
    raw = _parsed(text)
    faults: list[Fault] = []
    if isinstance(raw, _Object):
        faults.extend(_ill_formed(raw, "", 0))
    told = {fault.path for fault in faults}
    others: list[Fault] = []
    contract = record_of(Contract).read(raw, "", others)
    faults.extend(fault for fault in others if fault.path not in told)
    if faults:
        raise UnreadableContract.of(faults)
    return contract  # type: ignore[no-any-return]


class _Object(dict[str, Any]):
    """An object of JSON that remembers the keys written twice."""

    twice: tuple[str, ...] = ()


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    made = _Object(pairs)
    if len(made) < len(pairs):
        counts = Counter(key for key, _ in pairs)
        made.twice = tuple(key for key, count in counts.items() if count > 1)
    return made


def _integer(digits: str) -> int | Decimal:
    """An int; a Decimal, which no fact of JSON is, where it is too long."""
    return int(digits) if len(digits) <= _DIGITS else Decimal(digits)


def _parsed(text: str) -> Any:
    """What the text holds, or the one fault that keeps it from being read."""
    if not text.strip():
        raise _refused("contrat", None, "écrivez le contrat, un objet {...}")
    if len(text) > LONGEST:
        raise _refused("contrat", text, f"écrivez {LONGEST} caractères au plus")
    if text.startswith("\ufeff"):
        raise _at(
            text,
            0,
            'ôtez la marque d\'ordre des octets (BOM), ou décodez le fichier en "utf-8-sig"',
        )
    # what stands for a letter that was lost would pass for the name of someone
    if "\ufffd" in text:
        raise _at(
            text,
            text.index("\ufffd"),
            "décodez le fichier dans son propre encodage : ce signe tient la "
            "place d'une lettre perdue",
        )
    try:
        return loads(text, object_pairs_hook=_object, parse_int=_integer)
    except JSONDecodeError as error:
        remedy = next(
            (remedy for said, remedy in _SYNTAX.items() if error.msg.startswith(said)), _VALUE
        )
        raise _at(text, error.pos, remedy) from None
    except RecursionError:
        raise _refused("contrat", text, _TOO_DEEP) from None


_TOO_DEEP = f"écrivez {_DEEPEST} objets ou listes emboîtés au plus"


def _refused(path: str, value: str | None, remedy: str) -> UnreadableContract:
    return UnreadableContract.of([InvalidValue(path, value, remedy)])


def _at(text: str, position: int, remedy: str) -> UnreadableContract:
    """The fault of a place in the text, with what stands there."""
    before = text[:position]
    line = before.count("\n") + 1
    column = position - before.rfind("\n")
    there = text[position : position + 20].partition("\n")[0].strip()
    return _refused(f"ligne {line}, colonne {column}", there or None, remedy)


def _ill_formed(value: Any, at: str, depth: int) -> Iterator[Fault]:
    """Keys written twice, and what is nested too deep."""
    inside: Iterable[tuple[str, Any]]
    if isinstance(value, _Object):
        inside = [(f"{at}.{key}" if at else key, value[key]) for key in value]
        for key in value.twice:
            path = f"{at}.{key}" if at else key
            yield InvalidValue(path, value[key], "écrivez cette clé une seule fois")
    elif isinstance(value, list):
        inside = ((f"{at}[{rank}]", each) for rank, each in enumerate(value))
    else:
        return
    if depth == _DEEPEST:
        yield InvalidValue(at, value, _TOO_DEEP)
        return
    for path, each in inside:
        yield from _ill_formed(each, path, depth + 1)
