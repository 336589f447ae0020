"""The tables of the documentation, out of the library, in both languages.

Usage: python tools/pages.py [--check]

Between `<!-- made: name -->` and `<!-- end -->` of a page under `docs/`
(French) or `docs/en/` (English) stands what a function below writes. The pages
are committed, so that nothing is empty in a repository browser; `--check`
writes nothing and fails where a page is not fresh.
"""

import inspect
import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Any

import apprentissage
from apprentissage import RULES, contract_schema, facts, read_contract
from apprentissage._labelled import Labelled
from apprentissage.facts.authorities import SourceKind
from apprentissage.interchange.form_fields import FORM_FIELDS, FORM_FIELDS_LEFT
from apprentissage.interchange.keys import french_code
from apprentissage.interchange.payload_fields import CFA_DOCK, LEFT, STATE_FORM, TOGETHER
from apprentissage.interchange.rows import names_of_columns
from apprentissage.interchange.shapes import Clock, Code
from apprentissage.judging import Finding, Rule, results_of
from apprentissage.law import POINTS
from apprentissage.law.code_versions import VERSIONS
from apprentissage.views.names import POINT_NAMES
from apprentissage.views.timeline import timeline

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
ENGLISH = DOCS / "en"

EVERYWHERE = {found.name for found in results_of(Finding)}
"""The named results that any finding may have."""

ROOMS = (
    *("age", "cerfa", "dates", "dossier", "judging", "law", "maitre"),
    *("minors", "parties", "pay"),
)
"""The packages whose results have codes of their own."""

SPECIMENS = ("quatre-erreurs", "bac-pro-18-ans", "dossier-incomplet")
MADE = re.compile(
    r"(?<=<!-- made: )(?P<name>[\w-]+)(?P<close> -->\n).*?(?=<!-- end -->)", re.DOTALL
)
ARTICLE = re.compile(r"\b[LRD]\d{4}-\d+(?:-\d+)*\b")
LEGIFRANCE = "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI"

WORDS: dict[str, dict[str, str]] = {
    "fr": {
        "none": "aucun",
        "no box": "aucune",
        "doctrine": "aucun (doctrine)",
        "articles": "Articles : ",
        "boxes": "Cases du Cerfa : ",
        "points": "Points controversés consultés : ",
        "code": "Code, où il est le plus nommé d'abord : ",
        "tests": "Tests : ",
        "cases": "les cas publiés",
        "choice": "choix",
        "held by": "tenu par",
        "preset": "préréglage",
        "letter": "lettre",
        "read by": "Consulté par ",
        "key": "clé",
        "fact": "fait",
        "takes": "ce qu'elle reçoit",
        "date": "date `AAAA-MM-JJ`",
        "time": "heure `HH:MM`",
        "decimal": "décimal entre guillemets, ou entier",
        "from": "entier à partir de",
        "to": "et jusqu'à",
        "list": "liste de : ",
        "object": "objet",
        "text": "texte",
        "or": "ou",
        "const": "pour aucun",
        "state": "État",
        "field": "champ",
        "field left": "champ laissé",
        "why": "pourquoi",
        "yes": "oui",
        "heading": "en-tête",
        "shorter": "plus court",
        "key here": "clé ici",
        "value": "valeur",
        "versions": "Versions en vigueur depuis le : ",
        "rule": "Règle : ",
        "until": "abrogé le",
        "label": "libellé",
        "member": "en Python",
        "json": "en JSON",
        "name": "nom",
        "result": "résultat nommé",
        "type": "type",
        "meaning": "sens",
        "of a part": "d'une partie : ",
        "what": "ce que c'est (en anglais)",
    },
    "en": {
        "none": "none",
        "no box": "none",
        "doctrine": "none (doctrine)",
        "articles": "Articles: ",
        "boxes": "Boxes of the Cerfa: ",
        "points": "Contested points that it reads: ",
        "code": "Code, where it is named most first: ",
        "tests": "Tests: ",
        "cases": "the published cases",
        "choice": "choice",
        "held by": "held by",
        "preset": "preset",
        "letter": "letter",
        "read by": "Read by ",
        "key": "key",
        "fact": "fact",
        "takes": "what it takes",
        "date": "date `AAAA-MM-JJ`",
        "time": "time `HH:MM`",
        "decimal": "decimal between quotes, or integer",
        "from": "integer from",
        "to": "to",
        "list": "list of: ",
        "object": "object",
        "text": "text",
        "or": "or",
        "const": "for none",
        "state": "State",
        "field": "field",
        "field left": "field left",
        "why": "why",
        "yes": "yes",
        "heading": "heading",
        "shorter": "shorter",
        "key here": "key here",
        "value": "value",
        "versions": "Versions in force from: ",
        "rule": "Rule: ",
        "until": "abrogated on",
        "label": "label",
        "member": "in Python",
        "json": "in JSON",
        "name": "name",
        "result": "named result",
        "type": "type",
        "meaning": "meaning",
        "of a part": "of a part: ",
        "what": "what it is",
    },
}
"""The words of the tables in each language."""

POINTS_OF: dict[str, list[str]] = json.loads(
    (DOCS / "_ext" / "points.json").read_text(encoding="utf-8")
)
"""The contested points that each rule consults on some contract.

No rule declares them. `tests/properties/test_all_rules.py` measures the
list both ways, on drawn contracts.
"""

EXPLAINED: dict[str, str] = tomllib.loads((DOCS / "rules.fr.toml").read_text(encoding="utf-8"))
"""What each rule says, in plain French."""

RESULTS: dict[str, str] = tomllib.loads((DOCS / "results.fr.toml").read_text(encoding="utf-8"))
"""What each named result means in French, by its meaning in the code."""


def kinds() -> Iterator[type[Enum]]:
    """The enumerations of the facts."""
    named = (getattr(facts, name) for name in facts.__all__)
    for item in (*named, SourceKind):
        if inspect.isclass(item) and issubclass(item, Enum) and len(item):
            yield item


def result_kinds() -> Iterator[type[Enum]]:
    """The labelled enumerations that stand in results alone, by name."""
    found: dict[str, type[Enum]] = {}
    for room in ROOMS:
        module = import_module(f"apprentissage.{room}")
        for name in module.__all__:
            item = getattr(module, name)
            if inspect.isclass(item) and issubclass(item, Labelled):
                found[item.__name__] = item
    told = set(kinds())
    yield from (found[name] for name in sorted(found) if found[name] not in told)


CODES = {
    tuple(Code(kind).schema("")["enum"]): [french_code(one) for one in kind] for kind in kinds()
}
"""The codes of each enumeration, by all that is read for them."""


def anchor(title: str) -> str:
    """The anchor that a heading gets, on the site and in a browser."""
    return re.sub(r"[^\w-]", "", title.lower().replace(" ", "-"))


def opening(words: str) -> str:
    """Words as a title opens, behind a quotation mark too.

    >>> opening("« trente-cinq ans »"), opening("SMIC mensuel de Mayotte")
    ('« Trente-cinq ans »', 'SMIC mensuel de Mayotte')
    """
    first = next(rank for rank, letter in enumerate(words) if letter.isalpha())
    return f"{words[:first]}{words[first].upper()}{words[first + 1 :]}"


def up(language: str) -> str:
    """From a page to the root of the repository."""
    return "../" if language == "fr" else "../../"


def linked(article: str) -> str:
    """An article, leading to its place in the index."""
    return f"[{article}](articles.md#{anchor(article)})"


# The rules -------------------------------------------------------------


def rules(language: str) -> Iterator[str]:
    """A section for each rule, in the order of the Code."""
    say = WORDS[language]
    contracts = [
        read_contract(json.loads((ROOT / "examples" / f"{name}.json").read_text("utf-8")))
        for name in SPECIMENS
    ]
    for rule in RULES:
        yield from (f"## {rule.title}", "", f"`{rule.name}`", "")
        yield from (*described(rule, language), "")
        articles = ", ".join(linked(a) for a in rule.articles)
        yield f"- {say['articles']}{articles or say['doctrine']}"
        boxes = ", ".join(map(str, rule.boxes))
        yield f"- {say['boxes']}{boxes or say['no box']}"
        points = ", ".join(
            f"[`{p}`](readings.md#{anchor(title_of(p))})" for p in POINTS_OF.get(rule.name, ())
        )
        yield f"- {say['points']}{points or say['none']}"
        tests = [f"[`{path}`]({up(language)}{path})" for path in tests_of(rule)]
        yield f"- {say['tests']}{', '.join(tests) or say['cases']}"
        yield ""
        yield from results(rule, language)
        for name, contract in zip(SPECIMENS, contracts, strict=True):
            finding = rule.find(contract)
            yield f"> `{name}`, {finding.label} : {finding.sentence}"
            yield ">"
        yield ""


def results(rule: Rule[Any], language: str) -> Iterator[str]:
    """The named results that the finding of a rule and its parts declare."""
    kind, say = rule.finding, WORDS[language]
    owners: dict[str, Any] = {"": kind}
    if kind.part_kind not in {None, kind}:
        owners[say["of a part"]] = kind.part_kind
    rows = [
        f"| {where}`{each.name}` | `{in_cell(each.type_name)}` "
        f"| {RESULTS[each.meaning] if language == 'fr' else each.meaning} |"
        for where, owner in owners.items()
        for each in results_of(owner)
        if each.name not in EVERYWHERE
    ]
    if rows:
        yield from header(say["result"], say["type"], say["meaning"])
        yield from (*rows, "")


def in_cell(kind: str) -> str:
    """The name of a type, with no bar that would end its cell.

    >>> in_cell("Decimal | int")
    'Decimal or int'
    """
    return kind.replace(" | ", " or ")


def tests_of(rule: Rule[Any]) -> list[str]:
    """The test files that name the module of a rule."""
    return [
        path.relative_to(ROOT).as_posix()
        for path, text in TESTS.items()
        if rule.judge.__module__ in text
    ]


TESTS = {
    path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests").rglob("test_*.py"))
}


SOURCE = {
    path: Counter(ARTICLE.findall(re.sub(r"\b([LRD])\. (?=\d)", r"\1", path.read_text("utf-8"))))
    for path in sorted((ROOT / "src").rglob("*.py"))
    if path.name != "code_versions.py"  # it names them all
}
"""How often each module names an article, « D. 6222-1 » or « D6222-1 »."""


def described(rule: Rule[Any], language: str) -> list[str]:
    """What a rule says: its docstring, or its explanation in French.

    The French adds the words of the Code that the docstring quotes.
    """
    text = inspect.getdoc(rule.judge) or ""
    text = text.partition("\nArgs:")[0].strip()
    if language == "en":
        return text.splitlines()
    lines = [EXPLAINED[rule.name].strip()]
    for quoted in re.findall(r"«[^»]*»", text):
        lines += ["", f"> {' '.join(quoted.split())}"]
    return lines


# The readings ----------------------------------------------------------


def title_of(point: str) -> str:
    """The heading of a contested point."""
    return opening(POINT_NAMES[point])


def readings(language: str) -> Iterator[str]:
    """Each contested point, its choices, and who holds them."""
    say = WORDS[language]
    for point, choices in POINTS.items():
        yield from (f"## {title_of(point)}", "", f"`{point}`", "")
        yield from header(say["choice"], say["held by"], say["preset"])
        for rank, choice in enumerate(choices):
            preset = say["letter"] if rank == 0 else ""
            if choice.by_doctrine:
                preset = "doctrine"
            yield f"| `{choice.name}` | {choice.holders} | {preset} |"
        read_by = [
            f"[`{r.name}`](rules.md#{anchor(r.title)})"
            for r in RULES
            if point in POINTS_OF.get(r.name, ())
        ]
        if read_by:
            yield from ("", f"{say['read by']}{', '.join(read_by)}.")
        yield ""


def header(*titles: str) -> Iterator[str]:
    """The first two lines of a table."""
    yield f"| {' | '.join(titles)} |"
    yield f"| {' | '.join(['---'] * len(titles))} |"


# The keys of a contract ------------------------------------------------


def keys(language: str) -> Iterator[str]:
    """Every key of a contract, with what it takes."""
    say = WORDS[language]
    yield from header(say["key"], say["fact"], say["takes"])
    yield from key_rows("", contract_schema(), say)


def key_rows(path: str, about: dict[str, Any], say: dict[str, str]) -> Iterator[str]:
    """A row for each property, those of its parts below it."""
    for key, value in about.get("properties", {}).items():
        place = f"{path}.{key}" if path else key
        shapes = [shape for shape in value.get("anyOf", [value]) if shape.get("type") != "null"]
        shapes = [s for shape in shapes for s in shape.get("anyOf", [shape])]
        required = "**" if key in about.get("required", ()) else ""
        taken = f" {say['or']} ".join(kind(shape, say) for shape in shapes)
        yield (f"| {required}`{place}`{required} | {value.get('title', '')} | {taken} |")
        for shape in shapes:
            item = shape.get("items", shape)
            for part in item.get("anyOf", [item]):
                below = f"{place}[]" if "items" in shape else place
                yield from key_rows(below, part, say)


def kind(shape: dict[str, Any], say: dict[str, str]) -> str:
    """What a shape takes, in a few words."""
    if "enum" in shape:
        codes = CODES[tuple(shape["enum"])]
        return "code " + ", ".join(f"`{code}`" for code in codes)
    if "const" in shape:
        return f'`"{shape["const"]}"` {say["const"]}'
    if shape.get("format") == "date":
        return say["date"]
    if shape == Clock().schema(""):
        return say["time"]
    match shape.get("type"):
        case ["string", "integer"]:
            return say["decimal"]
        case "integer":
            most = shape.get("maximum")
            return f"{say['from']} {shape['minimum']}" + (f" {say['to']} {most}" if most else "")
        case "array":
            return f"{say['list']}{kind(shape['items'], say)}"
        case "boolean":
            return "`true`, `false`"
        case "object":
            return say["object"]
    return say["text"]


def payloads(language: str) -> Iterator[str]:
    """The fields of the State's tool and of CFAs, and what becomes of each."""
    say = WORDS[language]
    yield from header(say["field"], say["state"], "CFA", *key_and_value(say))
    alone = {f: (key, "") for f, key in (STATE_FORM | CFA_DOCK).items()}
    for field, (key, note) in sorted((alone | TOGETHER).items()):
        state, cfa = (
            say["yes"] if field in table or field in TOGETHER else ""
            for table in (STATE_FORM, CFA_DOCK)
        )
        yield f"| `{field}` | {state} | {cfa} | `{key}` | {note} |"
    yield from left(LEFT, say)


def form_fields(language: str) -> Iterator[str]:
    """The fields of the PDF of the Cerfa 10103*14."""
    say = WORDS[language]
    yield from header(say["field"], *key_and_value(say))
    for field, (key, part) in FORM_FIELDS.items():
        yield f"| `{field}` | `{key}` | {part} |"
    yield from left(FORM_FIELDS_LEFT, say)


def key_and_value(say: dict[str, str]) -> tuple[str, str]:
    """The titles of the last two columns."""
    return say["key here"], say["value"]


def left(fields: Mapping[str, str], say: dict[str, str]) -> Iterator[str]:
    """A table of the fields that are not read, and why."""
    yield ""
    yield from header(say["field left"], say["why"])
    for field, why in fields.items():
        yield f"| `{field}` | {why} |"


def headings(language: str) -> Iterator[str]:
    """Every heading of a table, and the shorter ones that do as well."""
    say = WORDS[language]
    yield from header(say["heading"], say["shorter"], say["fact"])
    for place, names in names_of_columns():
        shorter = ", ".join(f"`{name}`" for name in names)
        yield f"| `{place.key}` | {shorter} | {place.french} |"


# The codes -------------------------------------------------------------


def codes(language: str) -> Iterator[str]:
    """Every code of every enumeration, with its label."""
    say = WORDS[language]
    for each in (*kinds(), *result_kinds()):
        yield from (f"## {each.__name__}", "")
        if language == "en":
            yield from ((inspect.getdoc(each) or "").partition("\n")[0], "")
        yield from header(say["member"], say["json"], say["label"])
        for member in each:
            label = getattr(member, "label", "")
            yield f"| `{member.name}` | `{french_code(member)}` | {label} |"
        yield ""


# The articles ----------------------------------------------------------


def articles(language: str) -> Iterator[str]:
    """From each article to its versions, its rules, code and tests."""
    say = WORDS[language]
    by_article: dict[str, list[Rule[Any]]] = {}
    for rule in RULES:
        for name in rule.articles:
            by_article.setdefault(name, []).append(rule)
    named = {
        article: [
            path.relative_to(ROOT).as_posix()
            for path, text in TESTS.items()
            if article in ARTICLE.findall(text) or f"_{article.replace('-', '_')}." in path.name
        ]
        for article in VERSIONS
    }
    for article in sorted(VERSIONS | by_article, key=in_order):
        yield from (f"## {article}", "")
        told = ", ".join(versions(article, say))
        if told:
            yield f"- {say['versions']}{told}"
        for rule in by_article.get(article, ()):
            place = f"rules.md#{anchor(rule.title)}"
            yield f"- {say['rule']}[{rule.title}]({place}) (`{rule.name}`)"
        for kind_of, paths in (("code", source_of(article)), ("tests", named.get(article, []))):
            if paths:
                links = [f"[`{path}`]({up(language)}{path})" for path in paths]
                yield f"- {say[kind_of]}{', '.join(links)}"
        yield ""


def source_of(article: str) -> list[str]:
    """The modules that name an article, the one that does most first."""
    found = {
        path.relative_to(ROOT).as_posix(): count
        for path, named in SOURCE.items()
        if (count := named[article])
    }
    return sorted(found, key=lambda path: -found[path])


def in_order(article: str) -> tuple[str, list[int]]:
    """The order of the Code: laws, then decrees, by number."""
    return article[0], [int(part) for part in article[1:].split("-")]


def versions(article: str, say: dict[str, str]) -> Iterator[str]:
    """Each version of an article, with its address."""
    for version in VERSIONS.get(article, "").split():
        since, _, digits = version.partition(":")
        if digits == "-":
            yield f"{say['until']} {since}"
        elif digits == "0":
            yield since
        else:
            legiarti = f"{int(digits):012d}"
            yield f"[{since}]({LEGIFRANCE}{legiarti})"


# The public names --------------------------------------------------------


def names(language: str) -> Iterator[str]:
    """Every name of the package, with its first sentence."""
    say = WORDS[language]
    yield from header(say["name"], say["what"])
    for name in apprentissage.__all__:
        item = getattr(apprentissage, name)
        yield f"| `{name}` | {first_sentence(item)} |"


def first_sentence(item: object) -> str:
    """What a docstring opens with; nothing of a plain value."""
    if inspect.isclass(item) or inspect.isfunction(item):
        told = (inspect.getdoc(item) or "").partition("\n\n")[0]
        return " ".join(told.split())
    return ""


THEMES = {
    "age": ("L'âge, avant le contrat", "Age, and before the contract"),
    "minors": ("Les mineurs", "Minors"),
    "maitre": ("Le maître d'apprentissage", "The maître d'apprentissage"),
    "parties": ("Les parties", "The parties"),
    "dates": ("Les dates", "The dates"),
    "pay": ("La rémunération", "Pay"),
    "dossier": ("Le dossier", "The file"),
    "cerfa": ("Le Cerfa", "The Cerfa"),
}
"""The packages of the themes, and what they are called."""


def questions(language: str) -> Iterator[str]:
    """The public functions of each theme."""
    for theme, titles in THEMES.items():
        package = import_module(f"apprentissage.{theme}")
        functions = [
            name for name in package.__all__ if inspect.isfunction(getattr(package, name))
        ]
        yield from (f"### {titles[language == 'en']}", "")
        for name in functions:
            yield f"- `{name}`: {first_sentence(getattr(package, name))}"
        yield from ("", "```{eval-rst}")
        for name in functions:
            yield f".. autofunction:: apprentissage.{theme}.{name}"
            if language == "fr" or name in apprentissage.__all__:
                yield "   :no-index:"
        yield from ("```", "")


MAKERS: dict[str, Callable[[str], Iterator[str]]] = {
    "rules": rules,
    "readings": readings,
    "keys": keys,
    "payloads": payloads,
    "form-fields": form_fields,
    "headings": headings,
    "codes": codes,
    "articles": articles,
    "names": names,
    "questions": questions,
}


def filled(text: str, language: str) -> str:
    """A page with every table made anew."""

    def made(match: re.Match[str]) -> str:
        lines = "\n".join(MAKERS[match["name"]](language)).strip()
        return f"{match['name']}{match['close']}\n{lines}\n\n"

    return MADE.sub(made, text)


PICTURES = {
    "eligibility": "quatre-erreurs",
    "pay": "bac-pro-18-ans",
    "dates": "bts-21-ans",
    "cerfa": "refus-opco",
}
"""The specimen whose time a page of the law opens with."""


def picture(page: str) -> str:
    """A specimen in time, as a drawing."""
    path = ROOT / "examples" / f"{PICTURES[page]}.json"
    return f"{timeline(read_contract(json.loads(path.read_text('utf-8'))))}\n"


def outdated() -> Iterator[tuple[Path, str]]:
    """The pages and pictures that are not fresh, and their new text."""
    for page in PICTURES:
        drawn = DOCS / "images" / f"{page}.svg"
        if not drawn.exists() or drawn.read_text("utf-8") != picture(page):
            yield drawn, picture(page)
    for path in sorted(DOCS.rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        new = filled(text, "en" if path.is_relative_to(ENGLISH) else "fr")
        if new != text:
            yield path, new


def main(*, check: bool) -> int:
    """Write the pages, or tell those that are not fresh."""
    stale = list(outdated())
    for path, new in stale:
        print(path.relative_to(ROOT))
        if not check:
            path.write_text(new, encoding="utf-8")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))
