"""Pages made from the library itself: rules, readings, keys of a mapping.

Each directive writes Markdown, which MyST reads as if it stood in the page.
"""

import inspect
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from apprentissage import POINTS, RULES, contract_schema, read_contract
from apprentissage.interchange import (
    agenda_schema,
    review_schema,
    schedule_schema,
)
from apprentissage.interchange.state_form import STATE_FORM
from apprentissage.rules.rule import Rule
from apprentissage.views.names import POINT_NAMES

ROOT = Path(__file__).parent.parent.parent
SCHEMAS = {
    "contrat": contract_schema(),
    "revue": review_schema(),
    "agenda": agenda_schema(),
    "remuneration": schedule_schema(),
}
SPECIMENS = ("quatre-erreurs", "bac-pro-18-ans", "dossier-incomplet")


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
        points = ", ".join(f"[`{p}`](#reading-{p})" for p in rule.reads)
        yield f"- Contested points that it reads: {points or 'none'}"
        module = rule.judge.__module__
        proofs = [
            f"`{path.relative_to(ROOT)}`"
            for path, text in tests.items()
            if module in text
        ]
        yield f"- Tests: {', '.join(proofs) or 'the published cases'}"
        yield ""
        for name, contract in zip(SPECIMENS, contracts, strict=True):
            finding = rule.find(contract)
            yield (f"> `{name}`, {finding.label}: {finding.sentence}")
            yield ">"
        yield ""


def described(rule: Rule) -> list[str]:
    """What the docstring of a judge says before its arguments."""
    text = inspect.getdoc(rule.judge) or ""
    return text.partition("\nArgs:")[0].strip().splitlines()


def readings() -> Iterator[str]:
    """Each contested point, its choices, and who holds them."""
    for point, choices in POINTS.items():
        yield from (
            f"(reading-{point})=",
            f"## {POINT_NAMES[point].capitalize()}",
            "",
        )
        yield from (
            f"`{point}`",
            "",
            "| choice | held by | |",
            "| --- | --- | --- |",
        )
        for rank, choice in enumerate(choices):
            preset = "letter" if rank == 0 else ""
            if choice.by_doctrine:
                preset = "doctrine"
            yield f"| `{choice.name}` | {choice.holders} | {preset} |"
        read_by = [f"`{r.name}`" for r in RULES if point in r.reads]
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
        codes = [c for c in shape["enum"] if " " not in c][:16]
        return "code " + ", ".join(f"`{code}`" for code in codes)
    if "const" in shape:
        return f'`"{shape["const"]}"` for none'
    if shape.get("format") == "date":
        return "date AAAA-MM-JJ"
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


def state_form() -> Iterator[str]:
    """The fields of the State's form tool, and their keys here."""
    yield from (
        "| State form tool | key here | value |",
        "| --- | --- | --- |",
    )
    for field, (key, note) in STATE_FORM.items():
        yield f"| `{field}` | `{key}` | {note or 'as it is'} |"


def questions() -> Iterator[str]:
    """The public functions of each module that holds rules."""
    titles: dict[str, str] = {}
    for rule in RULES:
        titles.setdefault(rule.judge.__module__, rule.title)
    for module, title in titles.items():
        functions = [
            name
            for name in getattr(sys.modules[module], "__all__", ())
            if inspect.isfunction(getattr(sys.modules[module], name))
        ]
        if functions:
            yield from (f"## {title}", "", "```{eval-rst}")
            for name in functions:
                yield f".. autofunction:: {module}.{name}"
            yield from ("```", "")


class Generated(SphinxDirective):
    """A directive whose content one of the functions above writes."""

    writers: ClassVar = {
        "rules": rules,
        "readings": readings,
        "keys": keys,
        "state-form": state_form,
        "questions": questions,
    }

    def run(self) -> list[nodes.Node]:
        """The nodes of the Markdown written."""
        lines = StringList(list(self.writers[self.name]()), self.name)
        holder = nodes.Element()
        self.state.nested_parse(lines, 0, holder, match_titles=True)
        return list(holder.children)


def publish(app: Sphinx, failure: Exception | None) -> None:
    """Write the JSON Schemas at the root of the site."""
    if failure is None and app.builder.format == "html":
        for name, schema in SCHEMAS.items():
            text = json.dumps(schema, ensure_ascii=False, indent=2)
            place = Path(app.outdir) / f"{name}.schema.json"
            place.write_text(f"{text}\n", encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directives, and publish the schema."""
    app.connect("build-finished", publish)
    for name in Generated.writers:
        app.add_directive(name, Generated)
    return {"parallel_read_safe": True}
