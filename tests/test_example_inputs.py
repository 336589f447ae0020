"""The examples that read a table and a filled form, run as a user would."""

import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"


def test_a_table_becomes_findings_and_a_plot(tmp_path: Path) -> None:
    head, *rows = (EXAMPLES / "contrats.csv").read_text(encoding="utf-8").splitlines()
    wrong = rows[0].replace("14/03/2009", "14/13/2009")
    table = tmp_path / "contrats.csv"
    table.write_text("\n".join((head, *rows * 6, wrong, "")), encoding="utf-8-sig")
    done = run_table(table, tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert "ligne 50, colonne date_naissance\xa0: reçu" in done.stderr
    assert "\nligne 50\n" in f"\n{done.stderr}"
    assert "Traceback" not in done.stderr
    found = (tmp_path / "out" / "constats.csv").read_text(encoding="utf-8")
    late = [line for line in found.splitlines() if "non conforme" in line]
    assert len(late) == 6
    assert all(line.startswith("2026-008;conclusion;") for line in late)
    plot = (tmp_path / "out" / "paliers.png").read_bytes()
    assert plot.startswith(b"\x89PNG")


@pytest.mark.long
def test_a_table_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    table = tmp_path / "contrats.csv"
    table.write_text("date_naisance;rqth\n", encoding="utf-8")
    done = run_table(table, tmp_path)
    assert done.returncode == 1
    assert "écrivez plutôt date_naissance" in done.stderr
    done = run_table(tmp_path / "absent.csv", tmp_path)
    assert "fichier illisible, il n'existe pas" in done.stderr
    table.write_bytes("prénom".encode("latin-1"))
    done = run_table(table, tmp_path)
    assert "illisible, enregistrez-le en CSV UTF-8" in done.stderr
    assert "Traceback" not in done.stderr


def run_table(table: Path, out: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "examples.table", str(table), str(out)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def filled_form(path: Path, fields: dict[str, str]) -> None:
    """A PDF of one page with such fields, made for the test."""
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    made = ArrayObject()
    for name, value in fields.items():
        box = name.startswith("Case")
        field = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject("/Widget"),
                NameObject("/FT"): NameObject("/Btn" if box else "/Tx"),
                NameObject("/T"): TextStringObject(name),
                NameObject("/V"): NameObject(value) if box else TextStringObject(value),
            }
        )
        made.append(writer._add_object(field))
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): made})
    writer.write(path)


DAYS = {
    7: "14/03/2009",  # born
    16: "08/09/2026",  # concluded
    19: "01/09/2026",  # starts
    10: "31/08/2028",  # ends
}

FORM = {
    "Zone de texte 8_17": "Inès",
    "Zone de texte 8_71": "11",
    **{
        f"Zone de texte 21_{first + rank}": part
        for first, day in DAYS.items()
        for rank, part in enumerate(day.split("/"))
    },
    "Case #C3#A0 cocher 5_4": "/Yes",
    "Case #C3#A0 cocher 5_3": "/Off",
}
"""A form whose contract is concluded a week after its start."""


def run_pdf(path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "examples.review_pdf", str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_a_filled_form_is_reviewed(tmp_path: Path) -> None:
    form = tmp_path / "cerfa.pdf"
    filled_form(form, FORM)
    done = run_pdf(form)
    assert done.returncode == 0, done.stderr
    told = " ".join(done.stdout.split())
    assert "NON CONFORME" in told
    assert "conclu le 8 septembre 2026, après le début" in told
    page = (tmp_path / "cerfa.revue.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")


@pytest.mark.long
def test_a_form_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    form = tmp_path / "cerfa.pdf"
    for make, said in (
        (lambda: filled_form(form, {}), "aucun champ rempli"),
        (lambda: filled_form(form, {"Voie": "x"}), "du Cerfa 10103*14"),
        (lambda: form.write_bytes(b"%PDF-1.7\n"), "PDF illisible"),
        (form.unlink, "fichier illisible"),
    ):
        make()
        done = run_pdf(form)
        assert done.returncode == 1
        assert said in done.stderr
        assert "Traceback" not in done.stderr
