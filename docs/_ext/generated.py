"""Pages made from the library itself: rules, readings, keys of a mapping.

Each directive writes Markdown, which MyST reads as if it stood in the page.
"""

import inspect
import json
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from apprentissage import (
    POINTS,
    RULES,
    contract_schema,
    facts,
    read_contract,
)
from apprentissage._text import typeset
from apprentissage.facts.authorities import SourceKind
from apprentissage.interchange import (
    agenda_schema,
    difference_schema,
    pay_audit_schema,
    remedies_schema,
    review_schema,
    schedule_schema,
)
from apprentissage.interchange.form_fields import (
    FORM_FIELDS,
    FORM_FIELDS_LEFT,
)
from apprentissage.interchange.keys import french_code
from apprentissage.interchange.payloads import (
    CFA_DOCK,
    LEFT,
    STATE_FORM,
    TOGETHER,
)
from apprentissage.interchange.rows import names_of_columns
from apprentissage.interchange.shapes import Clock, Code
from apprentissage.judging import Finding, Rule, results_of
from apprentissage.views.names import POINT_NAMES

THEMES = (
    *("age", "minors", "maitre", "parties", "dates", "pay"),
    *("dossier", "cerfa"),
)
ROOT = Path(__file__).parent.parent.parent
SCHEMAS = {
    "contrat": contract_schema(),
    "revue": review_schema(),
    "remedes": remedies_schema(),
    "difference": difference_schema(),
    "agenda": agenda_schema(),
    "remuneration": schedule_schema(),
    "bulletins": pay_audit_schema(),
}


def kinds() -> Iterator[type[Enum]]:
    """The enumerations of the facts."""
    named = (getattr(facts, name) for name in facts.__all__)
    for item in (*named, SourceKind):
        if inspect.isclass(item) and issubclass(item, Enum) and len(item):
            yield item


SPECIMENS = ("quatre-erreurs", "bac-pro-18-ans", "dossier-incomplet")


CODES = {
    tuple(Code(kind).schema("")["enum"]): [french_code(one) for one in kind]
    for kind in kinds()
}
"""The codes of each enumeration, by all that is read for them."""


POINTS_OF: dict[str, list[str]] = json.loads(
    (Path(__file__).parent / "points.json").read_text(encoding="utf-8")
)
"""The contested points that each rule consults on some contract.

No rule declares them. `tests/properties/test_all_rules.py` measures the
list both ways, on drawn contracts.
"""


def rules() -> Iterator[str]:
    """The catalogue: a section for each rule, in the order of the Code."""
    contracts = [
        read_contract(
            json.loads((ROOT / "examples" / f"{name}.json").read_text("utf-8"))
        )
        for name in SPECIMENS
    ]
    tests = {
        path: path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
    }
    for rule in RULES:
        yield from (f"## {rule.title}", "", f"`{rule.name}`", "")
        yield from (*described(rule), "")
        yield f"- Articles: {', '.join(rule.articles) or 'none (doctrine)'}"
        boxes = ", ".join(map(str, rule.boxes))
        yield f"- Boxes of the Cerfa: {boxes or 'none'}"
        points = ", ".join(
            f"[`{p}`](#reading-{p})" for p in POINTS_OF.get(rule.name, ())
        )
        yield f"- Contested points that it reads: {points or 'none'}"
        module = rule.judge.__module__
        proofs = [
            f"`{path.relative_to(ROOT)}`"
            for path, text in tests.items()
            if module in text
        ]
        yield f"- Tests: {', '.join(proofs) or 'the published cases'}"
        yield ""
        yield from results(rule)
        for name, contract in zip(SPECIMENS, contracts, strict=True):
            finding = rule.find(contract)
            yield (f"> `{name}`, {finding.label}: {finding.sentence}")
            yield ">"
        yield ""


def results(rule: Rule) -> Iterator[str]:
    """The named results that the finding of a rule and its parts declare."""
    kind, common = rule.finding, results_of(Finding)
    owners = {"": kind}
    if kind.part_kind not in {None, kind}:
        owners["of a part: "] = kind.part_kind
    rows = [
        f"| {where}`{each.name}` | `{in_cell(each.type_name)}` "
        f"| {each.meaning} |"
        for where, owner in owners.items()
        for each in results_of(owner)
        if each not in common
    ]
    if rows:
        yield from ("| result | type | meaning |", "| --- | --- | --- |")
        yield from (*rows, "")


def in_cell(kind: str) -> str:
    """The name of a type, with no bar that would end its cell.

    >>> in_cell("Decimal | int")
    'Decimal or int'
    """
    return kind.replace(" | ", " or ")


def described(rule: Rule) -> list[str]:
    """What the docstring of a judge says before its arguments."""
    text = inspect.getdoc(rule.judge) or ""
    return text.partition("\nArgs:")[0].strip().splitlines()


def opening(words: str) -> str:
    """Words as a title opens, behind a quotation mark too.

    >>> opening("« trente-cinq ans »"), opening("SMIC mensuel de Mayotte")
    ('« Trente-cinq ans »', 'SMIC mensuel de Mayotte')
    """
    first = next(rank for rank, letter in enumerate(words) if letter.isalpha())
    return f"{words[:first]}{words[first].upper()}{words[first + 1 :]}"


def readings() -> Iterator[str]:
    """Each contested point, its choices, and who holds them."""
    for point, choices in POINTS.items():
        yield from (
            f"(reading-{point})=",
            f"## {opening(POINT_NAMES[point])}",
            "",
        )
        yield from (
            f"`{point}`",
            "",
            "| choice | held by | preset |",
            "| --- | --- | --- |",
        )
        for rank, choice in enumerate(choices):
            preset = "letter" if rank == 0 else ""
            if choice.by_doctrine:
                preset = "doctrine"
            yield f"| `{choice.name}` | {choice.holders} | {preset} |"
        read_by = [
            f"`{r.name}`" for r in RULES if point in POINTS_OF.get(r.name, ())
        ]
        if read_by:
            yield from ("", f"Read by the rules {', '.join(read_by)}.")
        yield ""


def keys() -> Iterator[str]:
    """Every key of a contract, with what it takes."""
    yield from ("| key | fact | what it takes |", "| --- | --- | --- |")
    yield from key_rows("", contract_schema())


def key_rows(path: str, about: dict[str, Any]) -> Iterator[str]:
    """A row for each property, those of its parts below it."""
    for key, value in about.get("properties", {}).items():
        place = f"{path}.{key}" if path else key
        shapes = [
            shape
            for shape in value.get("anyOf", [value])
            if shape.get("type") != "null"
        ]
        shapes = [s for shape in shapes for s in shape.get("anyOf", [shape])]
        required = "**" if key in about.get("required", ()) else ""
        taken = " or ".join(kind(shape) for shape in shapes)
        yield (
            f"| {required}`{place}`{required} | {value.get('title', '')} "
            f"| {taken} |"
        )
        for shape in shapes:
            item = shape.get("items", shape)
            for part in item.get("anyOf", [item]):
                below = f"{place}[]" if "items" in shape else place
                yield from key_rows(below, part)


def kind(shape: dict[str, Any]) -> str:
    """What a shape takes, in a few words."""
    if "enum" in shape:
        codes = CODES[tuple(shape["enum"])]
        return "code " + ", ".join(f"`{code}`" for code in codes)
    if "const" in shape:
        return f'`"{shape["const"]}"` for none'
    if shape.get("format") == "date":
        return "date `AAAA-MM-JJ`"
    if shape == Clock().schema(""):
        return "time `HH:MM`"
    match shape.get("type"):
        case ["string", "integer"]:
            return "decimal between quotes, or integer"
        case "integer":
            most = shape.get("maximum")
            return f"integer from {shape['minimum']}" + (
                f" to {most}" if most else ""
            )
        case "array":
            return f"list of: {kind(shape['items'])}"
        case "boolean":
            return "`true`, `false`"
        case "object":
            return "object"
    return "text"


def payloads() -> Iterator[str]:
    """The fields of the State's tool and of CFAs, and what becomes of each."""
    yield from (
        "| field | State | CFA | key here | value |",
        "| --- | --- | --- | --- | --- |",
    )
    alone = {f: (key, "") for f, key in (STATE_FORM | CFA_DOCK).items()}
    for field, (key, note) in sorted((alone | TOGETHER).items()):
        state, cfa = (
            "yes" if field in table or field in TOGETHER else ""
            for table in (STATE_FORM, CFA_DOCK)
        )
        yield f"| `{field}` | {state} | {cfa} | `{key}` | {note} |"
    yield from ("", "| field left | why |", "| --- | --- |")
    for field, why in LEFT.items():
        yield f"| `{field}` | {why} |"


def form_fields() -> Iterator[str]:
    """The fields of the PDF of the Cerfa 10103*14."""
    yield from ("| field | key here | part |", "| --- | --- | --- |")
    for field, (key, part) in FORM_FIELDS.items():
        yield f"| `{field}` | `{key}` | {part} |"
    yield from ("", "| field left | why |", "| --- | --- |")
    for field, why in FORM_FIELDS_LEFT.items():
        yield f"| `{field}` | {why} |"


def headings() -> Iterator[str]:
    """Every heading of a table, and the shorter ones that do as well."""
    yield from ("| heading | shorter | fact |", "| --- | --- | --- |")
    for place, names in names_of_columns():
        shorter = ", ".join(f"`{name}`" for name in names)
        yield f"| `{place.key}` | {shorter} | {place.french} |"


def questions() -> Iterator[str]:
    """The public functions of each theme, under the title of their rule."""
    titles = {rule.judge.__module__: rule.title for rule in RULES}
    for theme in THEMES:
        package = import_module(f"apprentissage.{theme}")
        found: dict[str, list[str]] = {}
        for name in package.__all__:
            item = getattr(package, name)
            if inspect.isfunction(item):
                first, *_ = str(package.__doc__).splitlines()
                title = titles.get(item.__module__, first.rstrip("."))
                found.setdefault(title, []).append(name)
        for title, names in found.items():
            yield from (f"### {title}", "", "```{eval-rst}")
            for name in names:
                yield f".. autofunction:: {package.__name__}.{name}"
            yield from ("```", "")


class Generated(SphinxDirective):
    """A directive whose content one of the functions above writes."""

    writers: ClassVar = {
        "rules": rules,
        "readings": readings,
        "keys": keys,
        "payloads": payloads,
        "form-fields": form_fields,
        "headings": headings,
        "questions": questions,
    }

    def run(self) -> list[nodes.Node]:
        """The nodes of the Markdown written."""
        lines = StringList(list(self.writers[self.name]()), self.name)
        holder = nodes.Element()
        self.state.nested_parse(lines, 0, holder, match_titles=True)
        return list(holder.children)


def unbroken(_: Sphinx, page: nodes.document) -> None:
    """Put no-break spaces where French wants them, outside of code."""
    for text in list(page.findall(nodes.Text)):
        parent = text.parent
        if not isinstance(parent, nodes.literal | nodes.literal_block):
            parent.replace(text, nodes.Text(typeset(text)))


def publish(app: Sphinx, failure: Exception | None) -> None:
    """Write the JSON Schemas at the root of the site."""
    if failure is None and app.builder.format == "html":
        for name, schema in SCHEMAS.items():
            text = json.dumps(schema, ensure_ascii=False, indent=2)
            place = Path(app.outdir) / f"{name}.schema.json"
            place.write_text(f"{text}\n", encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directives, and publish the schema."""
    app.connect("doctree-read", unbroken)
    app.connect("build-finished", publish)
    for name in Generated.writers:
        app.add_directive(name, Generated)
    return {"parallel_read_safe": True}
