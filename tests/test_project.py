"""What the project promises of its source and of its distribution."""

import ast
import json
import re
import subprocess
import sys
import tarfile
import tomllib
from collections.abc import Iterator
from datetime import date
from email import message_from_string
from email.message import Message
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

from apprentissage import read_contract
from apprentissage.facts.names import FRENCH_NAMES
from apprentissage.interchange import french_path
from hatch_build import published
from tools import release

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PROJECT, GROUPS = PYPROJECT["project"], PYPROJECT["dependency-groups"]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted((GITHUB / "ISSUE_TEMPLATE").glob("[0-9]*.yml"))
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
GUIDES = ("CONTRIBUTING.md", "RELEASING.md", "SECURITY.md")
REPOSITORY = "https://forge.example/apprentissage"

PURE_LIBRARY = {
    "__future__",
    "abc",
    "bisect",
    "calendar",
    "collections",
    "copy",
    "datetime",
    "decimal",
    "difflib",
    "enum",
    "fractions",
    "functools",
    "html",
    "itertools",
    "json",
    "math",
    "operator",
    "re",
    "string",
    "textwrap",
    "types",
    "typing",
    "unicodedata",
}
"""The modules of the standard library that do no I/O and serve here."""

DEPENDENCIES = {"apprentissage", "attrs", "workalendar", "hypothesis"}

IMPURE_NAMES = {"__import__", "breakpoint", "compile", "eval", "exec", "input", "open", "print"}
IMPURE_METHODS = {
    "fromtimestamp",
    "now",
    "today",
    "utcfromtimestamp",
    "utcnow",
    "strftime",  # reads the locale
}


def impurities(code: str) -> Iterator[str]:
    """What of a source reaches, or may reach, beyond its arguments."""
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Import(names=names):
                modules = [name.name for name in names]
            case ast.ImportFrom(module=str(module), level=0):
                modules = [module]
            case ast.Name(id=name) if name in IMPURE_NAMES:
                yield name
                continue
            case ast.Attribute(attr=name) if name in IMPURE_METHODS:
                yield name
                continue
            case _:
                continue
        for module in modules:
            if module.partition(".")[0] not in PURE_LIBRARY | DEPENDENCIES:
                yield module


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_source_has_no_clock_file_or_environment(path: Path) -> None:
    loads = {
        "_doors.py": ["sys", "__import__"],  # the package's modules
        "rule.py": ["typing_extensions"],  # by type checkers alone
    }
    told = list(impurities(path.read_text(encoding="utf-8")))
    assert told == loads.get(path.name, [])


@pytest.mark.parametrize(
    ("code", "told"),
    {
        "import os.path": "os.path",
        "from time import time": "time",
        "def f():\n    import logging": "logging",
        "open('x')": "open",
        "print(1)": "print",
        "date.today()": "today",
        "datetime.datetime.now": "now",
        "day.strftime('%x')": "strftime",
    }.items(),
)
def test_impurities_are_told(code: str, told: str) -> None:
    assert list(impurities(code)) == [told]


def test_version_is_that_of_the_project_and_of_the_changelog() -> None:
    assert version("apprentissage") == PROJECT["version"]
    told = release.sections(CHANGELOG)
    assert len(told) == CHANGELOG.count("\n## ")
    for name, day, words in told:
        assert ("### Law" in words) or (name == "Unreleased")
        assert (day == "") == (name == "Unreleased")
    newest = next(name for name, _, _ in told if name != "Unreleased")
    assert newest == PROJECT["version"]


def parsed(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_the_citation_is_of_the_version() -> None:
    citation = parsed(ROOT / "CITATION.cff")
    assert citation["cff-version"] == "1.2.0"
    assert citation["version"] == PROJECT["version"]
    assert citation["license"] == PROJECT["license"]
    assert citation["authors"] == PROJECT["authors"]
    assert {"message", "title"} <= set(citation)
    days = {name: day for name, day, _ in release.sections(CHANGELOG)}
    assert citation["date-released"] == date.fromisoformat(days[PROJECT["version"]])


CITED = "version: {0}\ndate-released: 2026-01-02\n"


@pytest.mark.parametrize(
    ("tag", "changelog", "citation", "told"),
    [
        ("v{0}", "## [{0}] - 2026-01-02\n\n- A.\n", CITED, []),
        ("v{0}", "## [Unreleased]\n\n## [{0}] - 2026-01-02\n", CITED, []),
        ("v{0}.1", "## [{0}] - 2026-01-02\n", CITED, ["the tag v{0}.1"]),
        ("", "## [{0}] - 2026-01-02\n", CITED, ["the tag "]),
        ("v{0}", "## [{0}]\n", CITED, ["the section", "CITATION.cff"]),
        (
            "v{0}",
            "## [Unreleased]\n- A.\n",
            CITED,
            ["CHANGELOG.md has no section", "CITATION.cff", "CHANGELOG.md has unreleased"],
        ),
        ("v{0}", "## [{0}] - 2026-01-03\n", CITED, ["CITATION.cff"]),
        ("v{0}", "## [{0}] - 2026-01-02\n", "version: 0\n", ["CITATION.cff", "CITATION.cff"]),
    ],
)
def test_what_is_in_the_way_of_a_release_is_told(
    tag: str, changelog: str, citation: str, told: list[str]
) -> None:
    number = PROJECT["version"]
    found = list(release.faults(*(text.format(number) for text in (tag, changelog, citation))))
    assert len(found) == len(told)
    for fault, start in zip(found, told, strict=True):
        assert fault.startswith(start.format(number))


def test_this_version_can_be_released() -> None:
    tag = f"v{PROJECT['version']}"
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    found = list(release.faults(tag, CHANGELOG, citation))
    assert found in ([], ["CHANGELOG.md has unreleased changes"])


RELATIVE = re.compile(r"\]\((?!https?:|#|mailto:)([^)]+)\)")


def test_the_published_readme_has_no_relative_link() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = RELATIVE.findall(text)
    assert targets
    absolute = published(text, REPOSITORY, "v1")
    assert RELATIVE.findall(absolute) == []
    for target in targets:
        assert f"{REPOSITORY}/blob/v1/{target})" in absolute or (
            f"{REPOSITORY}/raw/v1/{target})" in absolute
        )
    assert RELATIVE.findall(published(text, "", "v1")) == []


@pytest.mark.parametrize(
    ("written", "known", "unknown"),
    [
        ("[a](b.md)", "[a](R/blob/v1/b.md)", "a"),
        ("[a\nb](b.md#c)", "[a\nb](R/blob/v1/b.md#c)", "a\nb"),
        ("![a](b.png)", "![a](R/raw/v1/b.png)", "*a*"),
        ("[a](https://b.example)", None, None),
        ("[a](#b)", None, None),
        ("f[0](x y)", None, None),
    ],
)
def test_links_of_the_readme_become_absolute(
    written: str, known: str | None, unknown: str | None
) -> None:
    assert published(written, "R", "v1") == (known or written)
    assert published(written, "", "v1") == (unknown or written)


def metadata_of(wheel: Path) -> Message:
    with ZipFile(wheel) as opened:
        (about,) = (n for n in opened.namelist() if n.endswith("/METADATA"))
        return message_from_string(opened.read(about).decode())


def build(folder: Path) -> Path:
    (path,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    return Path(path)


def test_the_links_of_the_project_are_those_of_its_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No address is invented: it is told when a release is built."""
    monkeypatch.delenv("APPRENTISSAGE_REPOSITORY", raising=False)
    assert metadata_of(build(tmp_path)).get_all("Project-URL") is None
    monkeypatch.setenv("APPRENTISSAGE_REPOSITORY", f"{REPOSITORY}/")
    metadata = metadata_of(build(tmp_path))
    links = dict(link.split(", ") for link in metadata.get_all("Project-URL", []))
    assert set(links) == {"Source", "Documentation", "Changelog", "Issues"}
    assert links["Source"] == REPOSITORY
    tag = f"{REPOSITORY}/blob/v{PROJECT['version']}/"
    for link in links.values():
        assert link.startswith(REPOSITORY)
        if link.startswith(tag):
            assert (ROOT / link.removeprefix(tag)).exists(), link
    assert metadata["Description-Content-Type"] == "text/markdown"
    assert f"{REPOSITORY}/raw/" in str(metadata.get_payload())


def test_wheel_holds_the_package_alone(tmp_path: Path) -> None:
    """Its modules, `py.typed` and the licence: no data file."""
    path = build(tmp_path)
    metadata = metadata_of(path)
    with ZipFile(path) as wheel:
        names = set(wheel.namelist())
    package = {name for name in names if ".dist-info/" not in name}
    sources = {str(path.relative_to(ROOT / "src")) for path in SOURCES}
    assert package == sources | {"apprentissage/py.typed"}
    assert any(name.endswith("/licenses/LICENSE") for name in names)

    needs = metadata.get_all("Requires-Dist", [])
    runtime = {re.split(r"[^\w-]", need)[0] for need in needs if "extra" not in need}
    assert runtime == {"attrs", "workalendar"}
    # what the project needs for itself is in its groups, unpublished
    assert metadata.get_all("Provides-Extra") == ["hypothesis"]
    assert {"docs", "release", "test"} == set(GROUPS)


MADE = {"__pycache__", "_build", ".hypothesis", ".benchmarks"}
FOLDERS = (".ci", ".github", "benchmarks", "docs", "examples", "src", "tests", "tools")


def test_sdist_holds_all_that_the_tests_read(tmp_path: Path) -> None:
    (path,) = SdistBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    with tarfile.open(path) as sdist:
        members = [member for member in sdist if member.isfile()]
        held = {member.name.partition("/")[2] for member in members}
        ci = next(m for m in members if m.name.endswith("/.ci/run"))
    needed = {
        str(file.relative_to(ROOT))
        for folder in FOLDERS
        for file in (ROOT / folder).rglob("*")
        if file.is_file() and not MADE & set(file.parts)
    }
    assert needed - held == set()
    alone = {
        "CITATION.cff",
        "LICENSE",
        "Makefile",
        "conftest.py",
        "hatch_build.py",
        "pyproject.toml",
        ".gitignore",
        ".pre-commit-config.yaml",
        *(path.name for path in ROOT.glob("*.md")),
    }
    assert alone - held == set()
    assert held - needed - alone == {"PKG-INFO"}
    assert ci.mode & 0o100 == (ROOT / ".ci" / "run").stat().st_mode & 0o100


def test_every_supported_python_is_declared_and_run() -> None:
    declared = re.findall(r"Python :: (3\.\d+)", " ".join(PROJECT["classifiers"]))
    run = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert f"for version in {' '.join(declared)};" in run


# The open project -------------------------------------------------------


@cache
def targets() -> frozenset[str]:
    """The targets that the Makefile says are no files."""
    words = re.search(r"^\.PHONY:((?:.*\\\n)*.*)$", MAKEFILE, re.MULTILINE)
    assert words is not None
    return frozenset(words[1].replace("\\", " ").split())


def steps(workflow: Path) -> Iterator[dict[str, Any]]:
    for job in parsed(workflow)["jobs"].values():
        yield from job["steps"]


def commands(text: str) -> Iterator[str]:
    """The targets of a line that runs make."""
    line, _, _ = text.partition("#")
    for word in line.split()[1:]:
        if "=" not in word:
            yield word


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_runs_targets_of_the_makefile(workflow: Path) -> None:
    lines = [line for step in steps(workflow) for line in step.get("run", "").splitlines()]
    assert lines
    for line in lines:
        assert line.startswith("make "), line
        assert set(commands(line)) <= targets(), line


def test_every_target_is_told_and_stands() -> None:
    for target in targets():
        assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), target
        if target != "help":
            assert f'@echo "make {target} ' in MAKEFILE, target


@pytest.mark.parametrize("name", [*GUIDES, "README.md"])
def test_a_guide_names_targets_that_stand(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    lines = re.findall(r"^ *(make .*)$", text, flags=re.MULTILINE)
    lines += re.findall(r"`(make [^`]+)`", text)
    for line in lines:
        assert set(commands(line)) <= targets(), line


def test_the_wheel_is_tried_on_every_python() -> None:
    """3.14 has no classifier before it was run."""
    declared = re.findall(r"Python :: (3\.\d+)", " ".join(PROJECT["classifiers"]))
    for name in ("tests", "release"):
        jobs = parsed(GITHUB / "workflows" / f"{name}.yml")["jobs"]
        tried = jobs["wheel"]["strategy"]["matrix"]["python"]
        assert tried[: len(declared)] == declared
        assert jobs["wheel"]["needs"] == "dist"
        assert jobs["wheel"]["steps"][-1]["run"] == "make pytest-dist"
        if name == "release":
            assert set(jobs["publish"]["needs"]) == {"source", "wheel"}


def test_a_release_is_published_without_a_token() -> None:
    text = (GITHUB / "workflows" / "release.yml").read_text(encoding="utf-8")
    assert "secrets." not in text
    assert "password" not in text
    publish = parsed(GITHUB / "workflows" / "release.yml")["jobs"]["publish"]
    assert publish["permissions"] == {"id-token": "write"}
    (upload,) = (step["uses"] for step in publish["steps"] if "pypi-publish" in step["uses"])
    assert upload.startswith("pypa/gh-action-pypi-publish@")


def test_what_a_commit_is_held_to_exists() -> None:
    (local,) = parsed(ROOT / ".pre-commit-config.yaml")["repos"]
    assert local["repo"] == "local"  # nothing is downloaded
    for hook in local["hooks"]:
        words = hook["entry"].split()
        if words[0] == "make":
            assert set(words[1:]) <= targets()
        else:
            assert words[0] == ".venv/bin/python"
            (path,) = (word for word in words if word.endswith(".py"))
            assert (ROOT / path).exists()


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_a_form_is_french_first_and_english(form: Path) -> None:
    read = parsed(form)
    assert {"name", "description", "title", "body"} <= set(read)
    assert " · " in read["name"]
    assert " · " in read["description"]
    names = [each["id"] for each in read["body"] if "id" in each]
    assert len(names) == len(set(names))
    for each in read["body"]:
        about = each["attributes"]
        if each["type"] == "markdown":
            assert re.search(r"\n\n\*+\w.*\*$", about["value"].strip())
        elif about["label"] != "Version":
            assert " · " in about["label"]


def test_the_form_of_an_answer_holds_an_anonymous_contract() -> None:
    form = parsed(GITHUB / "ISSUE_TEMPLATE" / "2-cette-reponse-est-fausse.yml")
    assert len(FORMS) == 2
    head, contract, anonymous, *_ = form["body"]
    named = {
        word
        for word in re.findall(r"`(\w+)`", head["attributes"]["value"])
        if word != "read_contract"
    }
    known = {french_path(path).rpartition(".")[2] for path in FRENCH_NAMES}
    assert named - known == set()
    naming = {
        "nom_naissance",
        "nom_usage",
        "prenom",
        "nir",
        "courriel",
        "telephone",
        "adresse",
        "representant_legal",
        "denomination",
        "siret",
        "uai",
        "commune_naissance",
    }
    assert naming <= named
    value = contract["attributes"]["value"]
    assert contract["attributes"]["render"] == "json"
    read = read_contract(json.loads(value))
    assert read.apprentice.born_on < read.concluded_on
    assert not any(word in value for word in named)
    assert anonymous["attributes"]["options"][0]["required"] is True


NAMED_PATH = re.compile(
    r"(?<![\w/.-])((?:src|tests|tools|docs|examples|benchmarks|\.github|\.ci)"
    r"/[\w./-]*)"
)


@pytest.mark.parametrize("name", GUIDES)
def test_the_paths_of_a_guide_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    found = set(NAMED_PATH.findall(text)) | set(RELATIVE.findall(text))
    assert found
    for path in found:
        assert (ROOT / path.rstrip(".")).exists(), path


def test_the_excerpts_of_the_guide_stand_in_the_source() -> None:
    """The article, the table, the condition and the test of the example."""
    words = "".join(
        (ROOT / path).read_text(encoding="utf-8")
        for path in ("src/apprentissage/age/upper_age.py", "tests/age/test_upper_age_L6222_1.py")
    )
    excerpts = re.findall(r"```py\n(.*?)```", CONTRIBUTING, flags=re.DOTALL)
    assert len(excerpts) == 2
    for line in "".join(excerpts).splitlines():
        assert line.strip() in words
    for test in re.findall(r"`(test_\w+)`", CONTRIBUTING):
        assert f"def {test}(" in words
    table = (ROOT / "src/apprentissage/age/texts.py").read_text("utf-8")
    for line in re.findall(r"version\(date\(.*\),", CONTRIBUTING):
        assert line in table


def test_the_words_of_the_guide_are_those_of_the_code() -> None:
    (text,) = re.findall(r"```json\n(.*?)```", CONTRIBUTING, flags=re.DOTALL)
    ((name, told),) = json.loads(f"{{{text}}}").items()
    path = ROOT / "tests/law/code/code-2026-03-27.json"
    held = json.loads(path.read_text("utf-8"))["articles"][name]
    assert (told["id"], told["since"]) == (held["id"], held["since"])
    for key in ("nota", "text"):
        for part in filter(None, told[key].split("[…]")):
            assert part.strip() in held[key]


def test_the_table_of_the_versions_is_that_of_the_articles_cited(tmp_path: Path) -> None:
    """The command of the guide has nothing to write."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from pathlib import Path; from tools import code_versions as c; "
            f"Path({str(tmp_path / 'table.py')!r})"
            ".write_text(c.text(c.cited()), 'utf-8')",
        ],
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0
    table = ROOT / "src/apprentissage/law/code_versions.py"
    assert (tmp_path / "table.py").read_text("utf-8") == table.read_text("utf-8")
