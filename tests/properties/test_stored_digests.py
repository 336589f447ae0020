"""What is found of 5,200 made-up contracts stays what it was.

For a change that should change nothing: a faster engine, other rooms. After an
intended change of the law or of a sentence, `python -m tests.support.drawn`
prints the contracts of which something else is found; look at some of them,
then store the digests with `--write`.
"""

import pytest

from apprentissage import UnreadableContract, read_contract
from tests.support.drawn import (
    BATCH,
    BATCHES,
    DIGITS,
    differing,
    digest,
    readings,
    stored,
    written,
)


def test_the_first_contracts_give_what_is_stored() -> None:
    line = stored()[0]
    told = "".join(digest(number) for number in range(5))
    assert told == line[: DIGITS * 5]


@pytest.mark.nightly
@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_batch_gives_what_is_stored(batch: int) -> None:
    assert differing(batch) == []


def test_the_digests_tell_contracts_apart() -> None:
    lines = stored()
    assert len(lines) == BATCHES
    assert {len(line) for line in lines} == {DIGITS * BATCH}
    first = lines[0]
    each = {first[at : at + DIGITS] for at in range(0, len(first), DIGITS)}
    assert len(each) > 0.8 * BATCH


@pytest.mark.nightly
def test_most_of_the_contracts_can_be_read() -> None:
    read = 0
    for number in range(BATCH * BATCHES):
        try:
            read_contract(written(number))
        except UnreadableContract:
            continue
        read += 1
    assert read >= 5000


def test_each_contract_is_judged_under_readings_of_its_own() -> None:
    assert readings(1)[2] != readings(2)[2]
