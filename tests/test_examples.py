"""The specimens are what they say, and the script reviews them."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from apprentissage.facts import Contract
from apprentissage.interchange import read_contract, write_contract
from apprentissage.judging import Outcome
from apprentissage.pay import pay_schedule
from apprentissage.reviewing import remedies, review

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
NAMES = sorted(path.stem for path in EXAMPLES.glob("*.json"))

FAILING = {
    "quatre-erreurs": ["conclusion", "start_gaps", "minimum_pay", "filing"],
    "refus-opco": ["funding_decision"],
}
"""Rules that fail, in the order of the Code; none elsewhere."""

INCOMPLETE = {"contrat-2018", "dossier-incomplet"}
"""Specimens of which law or facts are wanting, on purpose."""


def specimen(name: str) -> Contract:
    path = EXAMPLES / f"{name}.json"
    return read_contract(json.loads(path.read_text(encoding="utf-8")))


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(EXAMPLES / "review.py"), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_there_are_at_least_eight_and_all_are_listed() -> None:
    assert len(NAMES) >= 8
    text = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    listed = [line.split("`")[1] for line in text.splitlines() if line.startswith("| `")]
    assert listed == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_specimen_is_read_back_as_it_is_written(name: str) -> None:
    contract = specimen(name)
    assert read_contract(write_contract(contract)) == contract


@pytest.mark.parametrize("name", NAMES)
def test_a_specimen_has_the_faults_it_tells(name: str) -> None:
    found = review(specimen(name))
    failing = [finding.rule for finding in found.non_compliant]
    assert failing == FAILING.get(name, [])
    undetermined = {finding.rule for finding in found if finding.outcome is Outcome.UNDETERMINED}
    if name in INCOMPLETE:
        assert undetermined
    else:
        assert undetermined == set()


def test_what_a_specimen_of_2018_waits_for_is_law_and_not_facts() -> None:
    assert review(specimen("contrat-2018")).missing == ()


@pytest.mark.parametrize("name", NAMES)
def test_the_pay_declared_is_the_minimum(name: str) -> None:
    contract = specimen(name)
    if "minimum_pay" in FAILING.get(name, []):
        contract = remedies(review(contract))["minimum_pay"][0].contract
    if contract.declared_pay is None:
        assert name == "dossier-incomplet"
        return
    schedule = pay_schedule(contract)
    assert [
        (line.order, line.starts_on, line.ends_on, line.rate, line.base)
        for line in contract.declared_pay
    ] == [
        (line.order, line.starts_on, line.ends_on, line.rate, line.base)
        for line in schedule
        # the form of an avenant writes the new lines only
        if contract.pay_written_from is not None and line.starts_on >= contract.pay_written_from
    ]
    if not contract.writes_avenant:
        assert contract.declared_pay[0].monthly == schedule.monthly(schedule[0])


def test_an_avenant_writes_its_own_dates() -> None:
    contract = specimen("avenant-duree-hebdomadaire")
    assert contract.avenant is not None
    assert contract.form_signed_on == contract.avenant.concluded_on
    assert contract.concluded_on < contract.form_signed_on
    found = review(contract)
    for rule in ("conclusion", "avenant_dates", "avenant_filing"):
        assert found[rule].outcome is Outcome.COMPLIANT


@pytest.mark.parametrize(
    "name", [NAMES[0], *(pytest.param(name, marks=pytest.mark.long) for name in NAMES[1:])]
)
def test_the_script_reviews_a_specimen(name: str) -> None:
    done = run(name)
    assert done.returncode == 0, done.stderr
    for told in ("Constats", "Rémunération minimale", "Agenda", "art. L. 6222"):
        assert told.replace(" ", "") in done.stdout.replace("\xa0", "").replace(" ", "")
    page = (ROOT / "out" / f"{name}.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert str(ROOT / "out" / f"{name}.html") in done.stdout


def test_the_script_reads_the_users_own_file(tmp_path: Path) -> None:
    mine = tmp_path / "essai-de-place.json"
    mine.write_text((EXAMPLES / "mayotte.json").read_text(encoding="utf-8"))
    done = run(str(mine))
    assert done.returncode == 0, done.stderr
    page = tmp_path / "essai-de-place.revue.html"
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert f"== page : {page}\n" in done.stdout
    assert "attention" not in done.stdout
    for folder in (ROOT, ROOT / "out", EXAMPLES, Path.cwd()):
        assert list(folder.glob("*essai-de-place*")) == []


def test_the_script_warns_of_a_file_in_the_clone() -> None:
    mine = ROOT / "out" / "a-moi" / "mon-contrat.json"
    mine.parent.mkdir(parents=True, exist_ok=True)
    mine.write_text((EXAMPLES / "mayotte.json").read_text(encoding="utf-8"))
    done = run(str(mine))
    shutil.rmtree(mine.parent)
    assert done.returncode == 0, done.stderr
    assert "== attention" in done.stdout


def test_the_script_tells_a_page_it_cannot_write(tmp_path: Path) -> None:
    mine = tmp_path / "mon-contrat.json"
    mine.write_text((EXAMPLES / "mayotte.json").read_text(encoding="utf-8"))
    (tmp_path / "mon-contrat.revue.html").mkdir()
    done = run(str(mine))
    assert done.returncode == 1
    assert "page non écrite" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "mon-contrat.json : contrat illisible, 1 faute"),
        ("", "contrat\xa0: absent, écrivez le contrat"),
        ("{}", "contrat.date_conclusion\xa0: absent"),
        (
            '{"contrat": {"date_conclusion": "2008-04-30",'
            ' "date_debut_execution": "2008-05-01",'
            ' "date_fin": "2009-05-01"},'
            ' "apprenti": {"date_naissance": "1990-01-01"}}',
            "«\xa0date de conclusion du contrat\xa0» n'est pas couvert au "
            "30\xa0avril 2008, mais depuis le 1er\xa0mai 2008",
        ),
    ],
)
def test_the_script_tells_what_it_cannot_read(tmp_path: Path, text: str, told: str) -> None:
    mine = tmp_path / "mon-contrat.json"
    mine.write_text(text)
    done = run(str(mine))
    assert done.returncode == 1
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_the_script_tells_a_file_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "utf-16.json").write_bytes("{}".encode("utf-16"))
    (tmp_path / "latin-1.json").write_bytes('{\n"é": 1}'.encode("latin-1"))
    (tmp_path / "octets.json").write_bytes(b" " * 4_000_001)
    for name, told in (
        ("utf-16.json", "JSON illisible, en UTF-16\u202f; enregistrez le"),
        ("latin-1.json", "ligne 2, l'octet 0xE9 n'est pas de l'UTF-8 (Latin"),
        ("octets.json", "plus de 4 Mo, ce n'est pas un contrat"),
        ("", "illisible, c'est un dossier"),
    ):
        done = run(str(tmp_path / name))
        assert done.returncode == 1
        assert told in done.stderr
        assert "Traceback" not in done.stderr


def test_the_script_says_nothing_twice() -> None:
    lines = run("quatre-erreurs").stdout.splitlines()
    told = " ".join(line.strip() for line in lines)
    assert "Information manquante" not in told
    for finding in review(specimen("quatre-erreurs")).non_compliant:
        said = " ".join(finding.sentence.split(" "))
        assert told.count(said) == 1, said


def test_the_four_mistakes_are_undone_and_nothing_else_fails() -> None:
    contract = specimen("quatre-erreurs")
    found = remedies(review(contract))
    assert {each.rule for each in found} == {*FAILING["quatre-erreurs"]}
    assert found.hopeless == ()
    together = found.together
    assert [*together.clears] == FAILING["quatre-erreurs"]
    assert [change.path for change in together.changes] == ["starts_on", "declared_pay"]
    again = review(together.contract)
    assert again.non_compliant == ()
    assert again.outcome is Outcome.COMPLIANT


def test_the_script_tells_what_undoes_the_mistakes() -> None:
    told = " ".join(run("quatre-erreurs").stdout.split())
    found = remedies(review(specimen("quatre-erreurs")))
    assert "Pour régulariser" in told
    for remedy in found:
        assert " ".join(remedy.sentence.split()) in told
    assert "Pour régulariser" not in run("bts-21-ans").stdout


def test_the_script_asks_what_nobody_stated_where_nothing_fails(tmp_path: Path) -> None:
    mine = tmp_path / "mon-contrat.json"
    facts = json.loads((EXAMPLES / "bac-pro-18-ans.json").read_text(encoding="utf-8"))
    del facts["formation"]["niveau"]
    mine.write_text(json.dumps(facts), encoding="utf-8")
    told = " ".join(run(str(mine)).stdout.split())
    assert "Pour régulariser" not in told
    assert "À vérifier ---------- – Le diplôme visé est-il de niveau 4 ?" in told
    assert "À vérifier" not in run("bts-21-ans").stdout


def test_the_script_names_the_specimens() -> None:
    done = run("inconnu")
    assert done.returncode == 1
    assert ", ".join(NAMES) in done.stderr
    assert run("un", "deux").returncode == 1


def test_the_script_reads_a_file_with_a_byte_order_mark(tmp_path: Path) -> None:
    mine = tmp_path / "bloc-notes.json"
    text = (EXAMPLES / "mayotte.json").read_text(encoding="utf-8")
    mine.write_text(text, encoding="utf-8-sig")
    assert run(str(mine)).returncode == 0
