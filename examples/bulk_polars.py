"""Review many contracts on one machine: polars and a pool of processes.

    python -m examples.bulk_polars [CONTRACTS [RESULT.parquet]]

Python works on one core at a time; the pool takes them all. Slices of the
frame go to the processes and their rows come back in order.
"""

import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import polars as pl

from examples.bulk import COLUMNS, contract_row, judged

SLICE = 500
SCHEMA = {name: pl.Int64 if kind == "int64" else pl.String for name, kind in COLUMNS.items()}


def judged_slice(part: pl.DataFrame) -> pl.DataFrame:
    """The rows of a slice, reviewed."""
    return pl.DataFrame([judged(number, text) for number, text in part.iter_rows()], schema=SCHEMA)


def reviewed(frame: pl.DataFrame, workers: int | None = None) -> pl.DataFrame:
    """A frame with columns `id` and `contrat`, reviewed slice by slice."""
    slices = list(frame.select("id", "contrat").iter_slices(SLICE))
    done: list[pl.DataFrame] = []
    # Fresh processes: polars has threads, and threads do not survive a fork.
    spawn = get_context("spawn")
    with ProcessPoolExecutor(workers or os.cpu_count(), spawn) as pool:
        for part in pool.map(judged_slice, slices):
            done.append(part)
            rows = min(len(done) * SLICE, frame.height)
            print(f"\r{rows} of {frame.height}", end="", file=sys.stderr)
    print(file=sys.stderr)
    return pl.concat(done)


def main(count: int, out: str = "") -> None:
    """Make up contracts, review them, tell the pace."""
    frame = pl.DataFrame(map(contract_row, range(count)))
    start = time.perf_counter()
    results = reviewed(frame)
    seconds = time.perf_counter() - start
    errors = results["erreur"].drop_nulls().len()
    print(
        f"{results.height} contracts in {seconds:.0f} s, "
        f"{results.height / seconds:.0f} a second; {errors} kept as errors"
    )
    if out:
        results.write_parquet(Path(out))


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 2_000, *sys.argv[2:3])
