"""Review many contracts on many machines: Dask, here a cluster of one.

    python -m examples.bulk_dask [CONTRACTS [RESULT.parquet]]

Give `Client("tcp://scheduler:8786")` the address of your scheduler instead.
Each partition is a task; one that is lost with its worker runs again, and
one that fails for good comes back as rows with their error.
"""

import sys
import time
from pathlib import Path

import dask.dataframe as dd
import pandas as pd
from dask.distributed import Client, LocalCluster, as_completed

from examples.bulk import COLUMNS, contract_row, judged_frame, told

PARTITION = 500
META = pd.DataFrame({c: pd.Series(dtype=k) for c, k in COLUMNS.items()})


def made_up(first: int, count: int) -> pd.DataFrame:
    """A partition of made-up contracts; yours reads a file or a table."""
    last = min(first + PARTITION, count)
    return pd.DataFrame(map(contract_row, range(first, last)))


def failed(contracts: pd.DataFrame, reason: object) -> pd.DataFrame:
    """The rows of a partition that no worker could bring to its end."""
    lost = pd.DataFrame({"id": contracts["id"], "erreur": repr(reason)})
    return lost.reindex(columns=list(COLUMNS)).astype(COLUMNS)


def reviewed(client: Client, contracts: dd.DataFrame) -> pd.DataFrame:
    """A Dask data frame with `id` and `contrat`, reviewed, none lost."""
    results = contracts.map_partitions(judged_frame, meta=META)
    tasks = client.compute(results.to_delayed(), retries=2)
    inputs = contracts.to_delayed()
    rank = {task.key: n for n, task in enumerate(tasks)}
    parts: dict[int, pd.DataFrame] = {}
    for done, task in enumerate(as_completed(tasks), start=1):
        n = rank[task.key]
        if task.status == "finished":
            parts[n] = task.result()
        else:
            parts[n] = failed(inputs[n].compute(), task.exception())
        print(f"\r{done} of {len(tasks)} partitions", end="", file=sys.stderr)
    print(file=sys.stderr)
    return pd.concat([parts[n] for n in range(len(tasks))], ignore_index=True)


def main(count: int, out: str = "") -> None:
    """Make up contracts, review them on a local cluster, tell the pace."""
    contracts = dd.from_map(made_up, range(0, count, PARTITION), count=count)
    with (
        LocalCluster(threads_per_worker=1, dashboard_address=":0") as cluster,
        Client(cluster) as client,
    ):
        start = time.perf_counter()
        results = reviewed(client, contracts)
        print(told(results, time.perf_counter() - start))
    if out:
        results.to_parquet(Path(out))


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 2_000, *sys.argv[2:3])
