"""The year is that of execution: twelve months from the start.

« La rémunération est à remplir en fonction de l'année d'exécution du contrat
et non de l'année de formation » (OPCO EP, fiche Cerfa FA13). No text says
which day opens the years of a contract that opens on 29 February.
"""

from datetime import date

import pytest

from apprentissage.law.readings import LETTER
from tests.pay.sample import aged, lines

FEBRUARY_28 = LETTER.choose(leap_start="FEBRUARY_28")
BORN = date(2005, 1, 1)


def openings(start: date, end: date, readings: object = LETTER) -> list[str]:
    got = lines(aged(BORN, start, end), readings)  # type: ignore[arg-type]
    return [line.split()[1] for line in got]


@pytest.mark.parametrize(
    ("end", "count"),
    [
        (date(2024, 9, 2), 1),
        (date(2024, 9, 3), 1),
        (date(2024, 9, 4), 2),
        (date(2025, 9, 3), 2),
        (date(2025, 9, 4), 3),
    ],
)
def test_twelve_months(end: date, count: int) -> None:
    days = ["2023-09-04", "2024-09-04", "2025-09-04"]
    assert openings(date(2023, 9, 4), end) == days[:count]


def test_across_a_leap_day() -> None:
    assert openings(date(2023, 3, 1), date(2025, 2, 28)) == ["2023-03-01", "2024-03-01"]
    assert openings(date(2023, 2, 28), date(2025, 2, 27)) == ["2023-02-28", "2024-02-28"]


def test_start_on_29_february() -> None:
    start, end = date(2024, 2, 29), date(2025, 12, 31)
    assert openings(start, end) == ["2024-02-29", "2025-03-01"]
    assert openings(start, end, FEBRUARY_28) == ["2024-02-29", "2025-02-28"]


def test_one_day() -> None:
    assert openings(date(2025, 9, 1), date(2025, 9, 1)) == ["2025-09-01"]
