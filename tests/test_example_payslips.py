"""The script of payslips finds the three steps that its payroll missed."""

import subprocess
import sys
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(EXAMPLES / "payslips.py"), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_payroll_of_the_specimen() -> None:
    done = run("2028-10-15")
    assert done.returncode == 0, done.stderr
    told = done.stdout.replace("\xa0", " ").replace("\u202f", " ")
    # 720.72 for 50 % of 1801.80 (September from the 2nd on, 21 days of 22),
    # then 911.52 for 933.51, then 50 % for 60 % of 1867.02
    assert "Rappel : 1107.92 €" in told
    assert "  hausse du SMIC : 21.99 €" in told
    assert "  année d'exécution : 712.53 €" in told
    assert "  tranche d'âge : 373.40 €" in told
    # September 2025 was paid three years and fifteen days before
    assert "935,93 € peuvent être réclamés le 15/10/2028" in told
    assert "171,99 € sont prescrits" in told


def test_files_of_ones_own(tmp_path: Path) -> None:
    slips = tmp_path / "mes-bulletins.csv"
    slips.write_text("mois;brut;paye_le;heures_absence\n2025-10;1000.00;;\n", encoding="utf-8")
    contract = EXAMPLES / "bac-pro-18-ans.json"
    done = run("2026-09-01", str(contract), str(slips))
    assert done.returncode == 0, done.stderr
    assert "Rappel : 0.00 €" in done.stdout


def test_the_day_is_an_argument() -> None:
    done = run()
    assert done.returncode == 1
    assert "Usage" in done.stderr
