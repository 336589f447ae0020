"""One row in, one row out: the function that any engine can map.

`judged` takes a contract written as JSON and gives a flat row; whatever is
wrong with a row is kept in its column `erreur`, and no row is lost.
`judged_frame` does it to a pandas data frame, as Dask asks, and `batches` to
an iterator of them, as Spark's `mapInPandas` asks. `contract_row` makes up
contracts to try them on.
"""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

import pandas as pd

from apprentissage import UnreadableContract, pay_schedule, review
from apprentissage.interchange import read_contract_text

COLUMNS = {
    "id": "int64",
    "resultat": "string",
    "non_conformes": "string",
    "manquants": "string",
    "premier_taux": "string",
    "premier_brut": "string",
    "erreur": "string",
}
"""The columns of a result. For Spark: `id long, resultat string, ...`."""

Row = dict[str, Any]


def judged(number: int, text: str) -> Row:
    """A contract, reviewed.

    Args:
        number: Its identifier.
        text: The contract as JSON.

    Returns:
        The columns of `COLUMNS`; `erreur` alone where it cannot be judged.
    """
    row: Row = dict.fromkeys(COLUMNS)
    row["id"] = number
    try:
        contract = read_contract_text(text)
        found = review(contract)
        schedule = pay_schedule(contract)
        first = schedule[0]
        row |= {
            "resultat": found.outcome.code,
            "non_conformes": " ".join(f.rule for f in found.non_compliant),
            "manquants": " ".join(found.missing),
            "premier_taux": str(first.rate),
            "premier_brut": str(schedule.monthly(first)),
        }
    except UnreadableContract as error:
        row["erreur"] = " | ".join(error.messages)
    except Exception as error:  # noqa: BLE001 - no row stops the others
        row["erreur"] = f"{type(error).__name__}: {error}"
    return row


def judged_frame(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of a data frame with columns `id` and `contrat`, reviewed."""
    rows = [
        judged(int(number), str(text))
        for number, text in zip(frame["id"], frame["contrat"], strict=True)
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def batches(frames: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """The same for `mapInPandas(batches, schema)` of Spark."""
    return map(judged_frame, frames)


def contract_row(number: int, seed: int = 0) -> Row:
    """A made-up contract; one in a hundred cannot be read or judged."""
    random = Random(f"{seed}/{number}")  # noqa: S311 - no secret here
    starts_on = date(2023, 9, 1) + timedelta(days=random.randrange(1200))
    signed_on = starts_on - timedelta(days=7)
    ends_on = starts_on + timedelta(days=random.choice((364, 729, 1094)))
    born_on = starts_on - timedelta(days=random.randrange(5500, 11300))
    contract: Row = {
        "contrat": {
            "date_conclusion": str(signed_on),
            "date_debut_execution": str(starts_on),
            "date_fin": str(ends_on),
            "type": "11",
            "mode": "1",
            "date_debut_chez_employeur": str(starts_on + timedelta(days=random.randrange(110))),
            "duree_hebdomadaire": 35,
        },
        "apprenti": {
            "date_naissance": str(born_on),
            "rqth": random.random() < 0.05,
            "nationalite": "1",
        },
        "employeur": {"type": "12", "territoire": random.choice(("metropole", "la-reunion"))},
        "formation": {
            "niveau": random.choice((3, 4, 5, 6, 7)),
            "date_debut_cycle": str(starts_on),
            "date_fin_cycle": str(ends_on),
            "heures": random.randrange(300, 1400),
            "heures_avant_contrat": 0,
        },
        "contrats_precedents": [],
    }
    text = json.dumps(contract)
    if number % 100 == 99:
        faults = (
            text.replace(f'"{starts_on}"', '"31/02/2025"'),
            text.replace(f'"{ends_on}"', '"2020-01-01"'),
            text.replace(f'"{signed_on}"', '"2007-09-01"'),
            text[: len(text) // 2],
        )
        text = faults[number // 100 % len(faults)]
    return {"id": number, "contrat": text}


def told(results: pd.DataFrame, seconds: float) -> str:
    """What came out, in two lines."""
    errors = int(results["erreur"].notna().sum())
    outcomes = results["resultat"].value_counts().to_dict()
    return (
        f"{len(results)} contracts in {seconds:.0f} s, "
        f"{len(results) / seconds:.0f} a second; {errors} kept as errors\n"
        f"{outcomes}"
    )
