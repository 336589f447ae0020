"""Bulletins de paie d'un contrat : ce qui était dû, ce qui manque, pourquoi.

Usage : python examples/payslips.py JOUR [CONTRAT.json] [BULLETINS.csv]

JOUR (AAAA-MM-JJ) est celui de la demande : la prescription y est comptée. Les
bulletins ont une ligne par mois : mois (AAAA-MM), brut, paye_le et
heures_absence. Sans fichiers : examples/bac-pro-18-ans.json et
examples/bulletins.csv, d'une paie qui oublie la 2e année, une hausse du SMIC
et une tranche d'âge. Les mois incomplets sont comptés en heures réelles, pour
une semaine de 35 heures du lundi au vendredi.
"""

import csv
import json
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from apprentissage import Payslip, ProRata, audit_pay, read_contract
from apprentissage.pay import PayAudit

HERE = Path(__file__).resolve().parent
WEEK = (7, 7, 7, 7, 7, 0, 0)


def slips(path: Path) -> Iterator[Payslip]:
    """The payslips of a CSV file, one a row."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter=";"):
            year, month = row["mois"].split("-")
            paid_on = row["paye_le"]
            yield Payslip(
                year=int(year),
                month=int(month),
                gross=Decimal(row["brut"]),
                absence_hours=Decimal(row["heures_absence"] or 0),
                paid_on=date.fromisoformat(paid_on) if paid_on else None,
            )


def audited(contract: Path, payslips: Path) -> PayAudit:
    """The payslips of a file against the contract of another."""
    return audit_pay(
        read_contract(json.loads(contract.read_text(encoding="utf-8"))),
        slips(payslips),
        method=ProRata.HOURS,
        week=WEEK,
    )


def told(audit: PayAudit, on: date) -> Iterator[str]:
    """Each month, the arrears by cause, and what may still be claimed."""
    for month in audit:
        yield month.sentence
    yield f"Rappel : {audit.arrears} €"
    for cause, part in audit.by_cause:
        yield f"  {cause.label} : {part} €"
    yield audit.claim_on(on).sentence
    yield from audit.notes


if __name__ == "__main__":
    asked = sys.argv[1:]
    if not asked:
        sys.exit(__doc__)
    files = [*map(Path, asked[1:])]
    files += [HERE / "bac-pro-18-ans.json", HERE / "bulletins.csv"][len(files) :]
    for line in told(audited(*files), date.fromisoformat(asked[0])):
        print(line)
