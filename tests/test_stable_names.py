"""Names and codes that files and programs hold are a promise: a list of them.

The values, codes and labels of every enumeration, the rules with their
articles, boxes and named results, the facts with their keys and boxes, what
each version of a dated table cites and says, and the public constants: the
fields of other programs and of the form, the boxes, the words of the contested
points. A change on purpose:
`python tests/test_stable_names.py` writes `stable_names.json` anew, each line
of the difference is read against the notice, the glossary or the Code, and
CHANGELOG.md tells it.
"""

import inspect
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType
from typing import Any

import pytest
from attrs import fields, has

import apprentissage
from apprentissage._labelled import Labelled
from apprentissage.catalogue import RULES
from apprentissage.facts import Contract
from apprentissage.facts.declared import facts_of
from apprentissage.judging import Finding, Rule
from apprentissage.judging.named_results import Result
from apprentissage.law.dated import ByConclusion, ByEvent, ByWork, Version

LIST = Path(__file__).with_name("stable_names.json")
Names = dict[str, dict[str, Any]]


def modules() -> Iterator[ModuleType]:
    for module in walk_packages(apprentissage.__path__, "apprentissage."):
        yield import_module(module.name)


def enumerations() -> dict[str, Any]:
    """The members of each, by name."""
    found: dict[str, Any] = {}
    for module in modules():
        for kind in vars(module).values():
            if (
                isinstance(kind, type)
                and issubclass(kind, Enum)
                and kind.__module__ == module.__name__
            ):
                found[f"{kind.__module__}.{kind.__qualname__}"] = {
                    name: [member.value, member.label, member.code]
                    if isinstance(member, Labelled)
                    else str(member.value)
                    for name, member in kind.__members__.items()
                }
    return found


def rules() -> dict[str, Any]:
    """What programs and readers find a rule by."""
    return {
        rule.name: {
            "title": rule.title,
            "articles": list(rule.articles),
            "boxes": list(rule.boxes),
            "outlives_rupture": rule.outlives_rupture,
            "results": [
                name
                for kind in reversed(rule.finding.__mro__)
                for name, declared in vars(kind).items()
                if isinstance(declared, Result)
            ],
        }
        for rule in RULES
    }


def facts() -> dict[str, Any]:
    """The French name of each fact and its place on the form."""
    return {
        fact.path: [fact.french, list(fact.place) if fact.place else None]
        for fact in facts_of(Contract)
    }


def keys() -> dict[str, Any]:
    """The keys of a contract in a file, with the values that are listed."""
    found: dict[str, Any] = {}

    def walk(schema: Any, path: str) -> None:
        if isinstance(schema, list):
            for each in schema:
                walk(each, path)
        elif isinstance(schema, dict):
            for name, each in schema.get("properties", {}).items():
                found.setdefault(f"{path}.{name}".strip("."), None)
                walk(each, f"{path}.{name}")
            if "enum" in schema:
                found[path.strip(".")] = [str(v) for v in schema["enum"]]
            for inner in ("items", "anyOf", "oneOf", "allOf", "$defs"):
                below = schema.get(inner)
                if inner == "$defs":
                    for name, each in (below or {}).items():
                        walk(each, f"{path}.{name}")
                else:
                    walk(below, path)

    walk(apprentissage.contract_schema(), "")
    return found


def cited(version: Version[Any]) -> list[str]:
    return [
        *(f"{source.kind.name} {source.reference}" for source in version.sources),
        *(f"caveat {caveat.name}" for caveat in version.caveats),
    ]


def tables() -> dict[str, Any]:
    """What each version of a dated table cites, by its first day."""
    found: dict[str, Any] = {}
    for module in modules():
        for table in vars(module).values():
            if isinstance(table, ByConclusion | ByEvent | ByWork):
                told = {str(v.since): cited(v) for v in table.versions}
                found.setdefault(table.what, []).append(told)
    return {
        what: [each for n, each in enumerate(told) if each not in told[:n]]
        for what, told in found.items()
    }


def plain(value: Any) -> Any:
    """A value as JSON has it; what is no data by the name of its type."""
    match value:
        case None | bool() | int():
            return value
        case str() | Decimal() | date() | time():
            return str(value)
        case Enum():
            return f"{type(value).__name__}.{value.name}"
        case Mapping():
            return [[plain(key), plain(each)] for key, each in value.items()]
        case set() | frozenset():
            return sorted(map(plain, value), key=str)
        case tuple() | list():
            return [plain(each) for each in value]
        case Finding() | Rule():
            return type(value).__name__
        case _ if has(type(value)):
            told = (each.name for each in fields(type(value)) if each.eq)
            return {name: plain(getattr(value, name)) for name in told}
        case _:
            return type(value).__name__


def line(value: Any) -> str:
    """A value in a line, a text as it is."""
    told = plain(value)
    return told if isinstance(told, str) else json.dumps(told, ensure_ascii=False)


def lines(value: Any) -> Any:
    """A line each entry, of what has some."""
    match value:
        case Mapping():
            return [f"{line(key)}: {line(each)}" for key, each in value.items()]
        case tuple():
            return [line(each) for each in value]
        case _:
            return line(value)


def values() -> dict[str, Any]:
    """What each version of a dated table says, by its first day."""
    found: dict[str, Any] = {}
    for module in modules():
        for table in vars(module).values():
            if isinstance(table, ByConclusion | ByEvent | ByWork):
                told = {str(v.since): line(v.value) for v in table.versions}
                found.setdefault(table.what, []).append(told)
    return {
        what: [each for n, each in enumerate(told) if each not in told[:n]]
        for what, told in sorted(found.items())
    }


TOLD_ELSEWHERE = {
    *("FRENCH_NAMES", "RULES"),
    *("MAYOTTE", "NATIONAL"),
}
"""Above, or by the decrees of the SMIC."""
CONSTANT = re.compile(r"^([A-Z][A-Z0-9_]*)(?=:| =)", re.MULTILINE)
PLAIN = (Decimal, date, Mapping, tuple, frozenset)


def constants() -> dict[str, Any]:
    """The public constants of public modules, wherever they stand."""
    found: dict[str, Any] = {}
    for module in modules():
        name = module.__name__.removeprefix("apprentissage.")
        if "._" in f".{name}" or name.startswith(("law.code_versions", "testing")):
            continue
        source = set(
            re.findall(r"^([A-Z][A-Z0-9_]*)(?=:| =)", inspect.getsource(module), re.MULTILINE)
        )
        for each, value in vars(module).items():
            if each in source and isinstance(value, PLAIN):
                found.setdefault(each, []).append(lines(value))
    return {name: told for name, told in sorted(found.items()) if name not in TOLD_ELSEWHERE}


@cache
def names() -> Names:
    told = {
        "enumerations": enumerations(),
        "rules": rules(),
        "facts": facts(),
        "keys": keys(),
        "tables": tables(),
        "values": values(),
        "constants": constants(),
    }
    return json.loads(json.dumps(told))  # type: ignore[no-any-return]


KEPT: Names = json.loads(LIST.read_text(encoding="utf-8")) if LIST.exists() else {}


@pytest.mark.parametrize("of", ["enumerations", "rules", "facts", "tables", "values", "constants"])
def test_the_names_are_those_promised(of: str) -> None:
    for name, promised in KEPT[of].items():
        assert names()[of].get(name) == promised, name
    assert list(names()[of]) == list(KEPT[of])


def test_the_keys_of_a_file_are_those_promised() -> None:
    assert names()["keys"] == KEPT["keys"]


if __name__ == "__main__":
    LIST.write_text(json.dumps(names(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
