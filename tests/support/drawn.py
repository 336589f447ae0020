"""Contracts made up from numbers, and digests of all that is found of them.

Usage: python -m tests.support.drawn [--write]

The same number gives the same contract on every machine, whatever the version
of Hypothesis: a specimen of `examples/` or an ordinary row, moved by some
days, a few of its facts forgotten or changed. `--write` stores the digests
anew, after an intended change of the law, of a sentence or of the JSON; look
first at what differs, on the version before and on this one.
"""

import json
import sys
from collections.abc import Iterator
from copy import deepcopy
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from apprentissage import (
    DOCTRINE,
    LETTER,
    Contract,
    InvalidValue,
    NotCovered,
    UnreadableContract,
    agenda,
    pay_schedule,
    read_contract,
    review,
)
from apprentissage.interchange import contract_schema, write_agenda, write_review, write_schedule
from apprentissage.law.readings import POINTS, Readings
from examples.bulk import contract_row

ROOT = Path(__file__).resolve().parents[2]
STORED = Path(__file__).with_name("digests.json")
BATCH = 100
BATCHES = 52
DIGITS = 4
"""Hexadecimal digits kept of a digest."""

Leaf = tuple[dict[str, Any], str]


@cache
def _specimens() -> tuple[str, ...]:
    files = sorted((ROOT / "examples").glob("*.json"))
    return tuple(file.read_text("utf-8") for file in files)


@cache
def _codes() -> dict[str, list[Any]]:
    """The codes that the schema lists, by the key of the fact."""
    found: dict[str, list[Any]] = {}

    def look(schema: Any) -> None:
        if isinstance(schema, list):
            for each in schema:
                look(each)
        elif isinstance(schema, dict):
            for key, each in schema.get("properties", {}).items():
                listed = [
                    code for one in (each, *each.get("anyOf", ())) for code in one.get("enum", ())
                ]
                if listed:
                    known = {*listed, *found.get(key, ())}
                    found[key] = sorted(known, key=str)
            for each in schema.values():
                look(each)

    look(contract_schema())
    return found


def _leaves(data: Any) -> Iterator[Leaf]:
    if isinstance(data, list):
        for each in data:
            yield from _leaves(each)
    elif isinstance(data, dict):
        for key, value in data.items():
            yield data, key
            yield from _leaves(value)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _moved(data: Any, days: int) -> Any:
    if isinstance(data, list):
        return [_moved(each, days) for each in data]
    if isinstance(data, dict):
        return {key: _moved(each, days) for key, each in data.items()}
    on = _day(data) if isinstance(data, str) else None
    return data if on is None else str(on + timedelta(days=days))


def _changed(value: Any, key: str, random: Random) -> Any:
    """Another value of the same kind; None forgets the fact."""
    if random.random() < 0.3:
        return None
    if isinstance(value, bool):
        return not value
    on = _day(value) if isinstance(value, str) else None
    if on is not None:
        apart = random.choice((-1, 1)) * random.choice((1, 2, 30, 365, 800))
        return str(on + timedelta(days=apart))
    if key in _codes():
        return random.choice(_codes()[key])
    if isinstance(value, int):
        return max(0, value + random.choice((-600, -20, -1, 1, 20, 600)))
    return value


def written(number: int) -> Any:
    """The JSON of a contract."""
    random = Random(f"drawn/{number}")  # noqa: S311 - no secret here
    data = json.loads(
        random.choice(_specimens())
        if random.random() < 0.6
        else contract_row(100 * number + 1)["contrat"]
    )
    data = _moved(data, random.choice((0, 0, random.randrange(-4000, 200))))
    for _ in range(random.randrange(6)):
        other = deepcopy(data)
        where, key = random.choice(list(_leaves(other)))
        where[key] = _changed(where[key], key, random)
        if where[key] is None:
            del where[key]
        if _readable(other):
            data = other
    return data


def _readable(data: Any) -> bool:
    try:
        read_contract(data)
    except UnreadableContract:
        return False
    return True


def readings(number: int) -> tuple[Readings, ...]:
    """The two presets, and a choice on a third of the points."""
    random = Random(f"readings/{number}")  # noqa: S311
    chosen = {
        point: random.choice(tuple(choices))
        for point, choices in POINTS.items()
        if random.random() < 0.33
    }
    return LETTER, DOCTRINE, LETTER.choose(**chosen)


def _told(contract: Contract, taken: Readings) -> Iterator[object]:
    yield write_review(review(contract, taken))
    yield write_agenda(agenda(contract, taken))
    try:
        yield write_schedule(pay_schedule(contract, taken))
    except (NotCovered, InvalidValue) as gap:
        yield str(gap)


def found(number: int) -> list[object]:
    """All that is found of a contract, sentences included."""
    try:
        contract = read_contract(written(number))
        return [each for taken in readings(number) for each in _told(contract, taken)]
    except (UnreadableContract, NotCovered) as gap:
        return [str(gap)]


def digest(number: int) -> str:
    """The first digits of the digest of what is found of a contract."""
    told = json.dumps(found(number), ensure_ascii=False, sort_keys=True)
    return sha256(told.encode()).hexdigest()[:DIGITS]


def of_batch(batch: int) -> str:
    """The digests of a batch, one after the other."""
    first = BATCH * batch
    return "".join(digest(n) for n in range(first, first + BATCH))


def stored() -> list[str]:
    """The digests stored, a line a batch."""
    lines: list[str] = json.loads(STORED.read_text("utf-8"))
    return lines


def differing(batch: int) -> list[int]:
    """The numbers of a batch of which something else is found."""
    line = stored()[batch]
    first = BATCH * batch
    return [
        first + rank
        for rank in range(BATCH)
        if digest(first + rank) != line[DIGITS * rank : DIGITS * (rank + 1)]
    ]


def main() -> None:
    """Store the digests anew, or show the contracts that differ."""
    if "--write" in sys.argv[1:]:
        lines = [of_batch(batch) for batch in range(BATCHES)]
        STORED.write_text(json.dumps(lines, indent=0) + "\n", "utf-8")
        return
    for batch in range(BATCHES):
        for number in differing(batch):
            told = json.dumps(written(number), ensure_ascii=False)
            sys.stdout.write(f"{number} {told}\n")


if __name__ == "__main__":
    main()
