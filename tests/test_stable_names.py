"""Names and codes that files and programs hold are a promise: a list of them.

The values, codes and labels of every enumeration, the rules with their
articles, boxes and named results, the facts with their keys and boxes, and
what each version of a dated table cites. A change on purpose:
`python tests/test_stable_names.py` writes `stable_names.json` anew, each line
of the difference is read against the notice, the glossary or the Code, and
CHANGELOG.md tells it.
"""

import json
from collections.abc import Iterator
from enum import Enum
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType
from typing import Any

import pytest

import apprentissage
from apprentissage._labelled import Labelled
from apprentissage.catalogue import RULES
from apprentissage.facts import Contract
from apprentissage.facts.declared import facts_of
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


@cache
def names() -> Names:
    told = {
        "enumerations": enumerations(),
        "rules": rules(),
        "facts": facts(),
        "keys": keys(),
        "tables": tables(),
    }
    return json.loads(json.dumps(told))  # type: ignore[no-any-return]


KEPT: Names = json.loads(LIST.read_text(encoding="utf-8")) if LIST.exists() else {}


@pytest.mark.parametrize("of", ["enumerations", "rules", "facts", "tables"])
def test_the_names_are_those_promised(of: str) -> None:
    for name, promised in KEPT[of].items():
        assert names()[of].get(name) == promised, name
    assert list(names()[of]) == list(KEPT[of])


def test_the_keys_of_a_file_are_those_promised() -> None:
    assert names()["keys"] == KEPT["keys"]


if __name__ == "__main__":
    LIST.write_text(json.dumps(names(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
