"""Un tableau de contrats, revu : constats et paliers de paie.

Usage : python -m examples.table TABLEAU.csv DOSSIER

Écrit dans DOSSIER constats.csv, une ligne par constat, et paliers.png, la
paie de chaque contrat au fil du temps. TABLEAU.csv vient d'un tableur
français : point-virgule, UTF-8, en-têtes de docs/how-to/csv.md.
"""

import csv
import sys
from collections.abc import Iterable
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure

from apprentissage import NotCovered, UnreadableContract, pay_schedule, review
from apprentissage.interchange import read_headings, read_rows
from examples.review import why


def judged(lines: Iterable[str]) -> tuple[pd.DataFrame, pd.DataFrame, list[str]]:
    """The findings and the pay steps of a table, and what is unreadable."""
    findings: list[tuple[object, ...]] = []
    steps: list[tuple[object, ...]] = []
    errors: list[str] = []
    reader = csv.DictReader(lines, delimiter=";")
    read_headings(reader.fieldnames or ())
    for number, row in enumerate(reader, start=2):
        if number % 50 == 0:
            print(f"ligne {number}", file=sys.stderr)
        try:
            (contract,) = read_rows([row], first=number)
            found, pay = review(contract), pay_schedule(contract).amounts()
        except UnreadableContract as error:
            errors.extend(error.messages)
        except NotCovered as gap:
            errors.append(f"ligne {number} : {gap}")
        else:
            name = contract.opco_number
            findings += [(name, f.rule, f.label, f.sentence) for f in found]
            steps += [(name, p.starts_on, p.total_monthly) for p in pay]
            steps.append((name, contract.ends_on, pay[-1].total_monthly))
    return (
        pd.DataFrame(findings, columns=["contrat", "regle", "resultat", "constat"]),
        pd.DataFrame(steps, columns=["contrat", "du", "brut_mensuel"]),
        errors,
    )


def drawn(steps: pd.DataFrame) -> Figure:
    """The monthly pay of each contract, step by step."""
    figure = Figure(figsize=(9, 5), layout="constrained")
    axes = figure.subplots()
    for name, own in steps.groupby("contrat"):
        pay = own["brut_mensuel"].astype(float)
        axes.step(own["du"], pay, where="post", label=name)
    axes.set_ylabel("brut mensuel minimal, en euros")
    if steps["contrat"].nunique() <= 12:
        axes.legend(ncols=2, fontsize="small")
    return figure


def main(table: str, folder: str) -> None:
    """Review a table and write what is found."""
    into = Path(folder)
    into.mkdir(parents=True, exist_ok=True)
    with Path(table).open(encoding="utf-8-sig", newline="") as lines:
        findings, steps, errors = judged(lines)
    print(*errors, sep="\n", file=sys.stderr)
    findings.to_csv(into / "constats.csv", sep=";", index=False)
    drawn(steps).savefig(into / "paliers.png")
    print(findings["resultat"].value_counts().to_string())


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    try:
        main(*sys.argv[1:])
    except UnreadableContract as error:
        sys.exit(str(error))
    except (UnicodeDecodeError, csv.Error):
        sys.exit(f"{sys.argv[1]} : illisible, enregistrez-le en CSV UTF-8")
    except OSError as error:
        sys.exit(f"{sys.argv[1]} : fichier illisible, {why(error)}")
