"""The recipes of docs/bulk.md lose no row, on processes and on a cluster."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import polars as pl
import pytest

from apprentissage import read_contract, review
from examples.bulk import COLUMNS, batches, contract_row, judged, judged_frame

ROOT = Path(__file__).parent.parent.parent
FEW = 1200
MANY = 100_000

pytestmark = pytest.mark.long


def run(recipe: str, count: int, folder: Path) -> pl.DataFrame:
    out = folder / f"{recipe}.parquet"
    done = subprocess.run(
        [sys.executable, "-m", f"examples.{recipe}", str(count), str(out)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert f"{count} contracts in " in done.stdout
    assert f"{count // 100} kept as errors" in done.stdout
    assert f" of {count}" in done.stderr or "partitions" in done.stderr
    return pl.read_parquet(out)


def complete(results: pl.DataFrame, count: int) -> None:
    """Every row is there once, in order, judged or with its error."""
    assert results.columns == list(COLUMNS)
    assert results["id"].to_list() == list(range(count))
    wrong = results.filter(pl.col("erreur").is_not_null())
    assert wrong["id"].to_list() == list(range(99, count, 100))
    assert wrong["resultat"].is_null().all()
    assert results.height == wrong.height + results["resultat"].count()
    for rank in range(0, count, max(1, count // 20)):
        row = contract_row(rank)
        expected = judged(rank, row["contrat"])
        assert results.row(rank, named=True) == expected


@pytest.mark.parametrize("recipe", ["bulk_polars", "bulk_dask"])
def test_a_recipe_loses_no_row(recipe: str, tmp_path: Path) -> None:
    complete(run(recipe, FEW, tmp_path), FEW)


@pytest.mark.nightly
@pytest.mark.parametrize("recipe", ["bulk_polars", "bulk_dask"])
def test_a_hundred_thousand_contracts(recipe: str, tmp_path: Path) -> None:
    complete(run(recipe, MANY, tmp_path), MANY)


@pytest.fixture(scope="module")
def frame() -> pd.DataFrame:
    return pd.DataFrame(map(contract_row, range(500)))


def test_what_a_row_tells(frame: pd.DataFrame) -> None:
    results = judged_frame(frame)
    assert dict(results.dtypes.astype(str)) == COLUMNS
    for number, text, row in zip(
        frame["id"], frame["contrat"], results.to_dict("records"), strict=True
    ):
        if number % 100 == 99:
            continue
        found = review(read_contract(json.loads(text)))
        assert row["resultat"] == found.outcome.code
        assert row["manquants"].split() == list(found.missing)
        broken = [finding.rule for finding in found.non_compliant]
        assert row["non_conformes"].split() == broken


def test_each_kind_of_fault_is_kept(frame: pd.DataFrame) -> None:
    results = judged_frame(frame).set_index("id")
    errors = results["erreur"].dropna()
    assert list(errors.index) == [99, 199, 299, 399, 499]
    assert "écrivez une date AAAA-MM-JJ" in errors[99]
    assert "un jour qui ne précède pas" in errors[199]
    assert "covered from 2008-05-01" in errors[299]
    assert errors[399].startswith("ligne 1, colonne ")


def test_the_shape_of_spark(frame: pd.DataFrame) -> None:
    halves: Iterator[pd.DataFrame] = iter((frame[:250], frame[250:]))
    results = pd.concat(batches(halves), ignore_index=True)
    assert results.equals(judged_frame(frame))


def test_the_made_up_contracts_differ_in_outcome(frame: pd.DataFrame) -> None:
    outcomes = set(judged_frame(frame)["resultat"].dropna())
    assert outcomes >= {"non_conforme", "a_completer"}


def test_a_partition_that_fails_comes_back_as_errors() -> None:
    from dask import dataframe as dd
    from dask.distributed import Client, LocalCluster

    from examples import bulk_dask

    def breaks(part: pd.DataFrame) -> pd.DataFrame:
        if 700 in set(part["id"]):
            raise MemoryError("this one")
        return judged_frame(part)

    few = pd.DataFrame(map(contract_row, range(690, 710)))
    contracts = dd.from_pandas(few, npartitions=4, sort=False)
    with (
        pytest.MonkeyPatch.context() as patched,
        LocalCluster(n_workers=1, processes=False, dashboard_address=":0") as cluster,
        Client(cluster) as client,
    ):
        patched.setattr(bulk_dask, "judged_frame", breaks)
        results = bulk_dask.reviewed(client, contracts)
    assert list(results["id"]) == list(range(690, 710))
    lost = results[results["erreur"].fillna("").str.contains("this one")]
    assert list(lost["id"]) == list(range(700, 705))
    assert lost["resultat"].isna().all()
