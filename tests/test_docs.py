"""The documentation names what exists, and builds without a warning."""

import html
import re
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

import apprentissage
from apprentissage import dossier, facts, judging, law, pay, reviewing
from apprentissage.catalogue import RULES
from apprentissage.facts.names import FRENCH_NAMES
from apprentissage.interchange.keys import french_code
from apprentissage.judging import results_of
from apprentissage.law import POINTS
from tools.pages import EVERYWHERE, EXPLAINED, RESULTS, outdated

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
ENGLISH = DOCS / "en"
PAGES = sorted(DOCS.rglob("*.md"))
FRENCH = [page for page in PAGES if not page.is_relative_to(ENGLISH)]
BLOCK = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def public_words() -> set[str]:
    """Public names, and the fields of public classes and of the facts."""
    packages = (apprentissage, dossier, facts, judging, law, pay, reviewing)
    items = {name: getattr(package, name) for package in packages for name in package.__all__}
    words = set(items)
    for item in items.values():
        if isinstance(item, type):
            words |= {n for n in dir(item) if not n.startswith("_")}
            if attrs.has(item):
                words |= {field.name for field in attrs.fields(item)}
    return words | {path.rpartition(".")[2] for path in FRENCH_NAMES}


def test_every_named_result_is_told_in_french_and_no_other() -> None:
    assert {*RESULTS} == {
        each.meaning
        for rule in RULES
        for owner in (rule.finding, rule.finding.part_kind)
        if owner is not None
        for each in results_of(owner)
        if each.name not in EVERYWHERE
    }


def test_a_frequent_question_is_answered_by_three_lines_of_code() -> None:
    for page in (DOCS / "faq.md", ENGLISH / "faq.md"):
        _, *asked = page.read_text("utf-8").split("\n### ")
        assert len(asked) >= 30
        for question in asked:
            code = re.findall(r"^(?:>>>|\.\.\.) ", question, re.MULTILINE)
            assert 1 <= len(code) <= 3, question


def test_the_glossary_uses_public_names_alone() -> None:
    rows = [
        line.split("|")
        for page in (DOCS / "glossary.md", ENGLISH / "glossary.md")
        for line in page.read_text("utf-8").splitlines()
        if line.startswith("|") and "`" in line
    ]
    assert len(rows) > 30
    named = [word for row in rows for word in re.findall(r"`(\w+)`", row[2])]
    assert set(named) - public_words() == set()


def place(page: Path) -> str:
    return page.relative_to(DOCS).as_posix()


def test_every_page_exists_in_both_languages() -> None:
    english = {page.relative_to(ENGLISH) for page in ENGLISH.rglob("*.md")}
    assert {page.relative_to(DOCS) for page in FRENCH} == english


def code(page: Path) -> list[str]:
    """What a page runs or shows, without where its files stand."""
    blocks = BLOCK.findall(page.read_text("utf-8"))
    return [
        re.sub(r"(\.\./)+examples", "examples", block).replace("   :no-index:\n", "")
        for block in blocks
        if not block.startswith("```{toctree}")
    ]


@pytest.mark.parametrize("page", FRENCH, ids=place)
def test_both_languages_show_the_same_code(page: Path) -> None:
    """A page of which one language was forgotten."""
    other = ENGLISH / page.relative_to(DOCS)
    assert code(page) == code(other)


@pytest.mark.parametrize("page", FRENCH, ids=place)
def test_both_languages_have_the_same_sections(page: Path) -> None:
    other = ENGLISH / page.relative_to(DOCS)
    levels = [
        re.findall(r"^#+(?= )", BLOCK.sub("", one.read_text("utf-8")), re.MULTILINE)
        for one in (page, other)
    ]
    assert levels[0] == levels[1]


@pytest.mark.long
def test_the_tables_of_the_pages_are_fresh() -> None:
    assert [place(path) for path, _ in outdated()] == [], "run python tools/pages.py"


def test_every_rule_is_explained_in_french() -> None:
    assert list(EXPLAINED) == [rule.name for rule in apprentissage.RULES]


@pytest.mark.parametrize("page", PAGES, ids=place)
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (page.parent / target).exists(), target


def test_every_page_has_one_title() -> None:
    for page in PAGES:
        text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
        assert len(re.findall(r"^# ", text, flags=re.MULTILINE)) == 1, page


def shown(page: Path) -> str:
    """The words of a page, without its markup."""
    words = html.unescape(re.sub(r"<[^>]+>", "", page.read_text("utf-8")))
    return re.sub(r"\s+", " ", words).replace(" ,", ",")


@pytest.mark.long
def test_the_documentation_builds(tmp_path: Path) -> None:
    done = subprocess.run(
        [
            *(sys.executable, "-m", "sphinx", "--fail-on-warning"),
            *("--quiet", "--builder", "html", str(DOCS), str(tmp_path)),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    home = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert '<html class="no-js" lang="fr"' in home
    assert 'href="en/index.html" hreflang="en"' in home
    home = (tmp_path / "en" / "index.html").read_text(encoding="utf-8")
    assert '<html class="no-js" lang="en"' in home
    assert 'href="../index.html" hreflang="fr"' in home
    index = (tmp_path / "searchindex.js").read_text(encoding="utf-8")
    assert '"remuneration":' in index
    assert '"rémunération":' not in index
    rules = (tmp_path / "rules.html").read_text(encoding="utf-8")
    readings = (tmp_path / "readings.html").read_text(encoding="utf-8")
    for rule in apprentissage.RULES:
        assert rule.name in rules
    for point in POINTS:
        assert point in readings
    assert "Formation en CFA commencée avant la signature" in readings
    assert "Abolition de l’esclavage à Saint-Martin" in readings
    keys = shown(tmp_path / "json.html")
    for kind in (facts.Diploma, facts.Region):
        codes = ", ".join(french_code(each) for each in kind)
        assert f"code {codes}" in keys, kind
    assert "contrat.remuneration[].taux" in keys
    assert "overseas" not in keys
    reference = shown(tmp_path / "reference.html")
    assert "rules=RULES" in reference
    assert "Rule(name=" not in reference
    for name in ("contrat", "revue", "remedes", "difference", "agenda", "remuneration"):
        assert (tmp_path / f"{name}.schema.json").exists()
