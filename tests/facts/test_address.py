"""The territory of a postal code, which decides holidays and SMIC."""

import pytest

from apprentissage.facts import Territory, territory_of


@pytest.mark.parametrize(
    ("code", "territory"),
    [
        ("75011", Territory.METROPOLE),
        ("20090", Territory.METROPOLE),
        (" 01000 ", Territory.METROPOLE),
        ("57000", Territory.ALSACE_MOSELLE),
        ("67000", Territory.ALSACE_MOSELLE),
        ("68100", Territory.ALSACE_MOSELLE),
        ("54000", Territory.METROPOLE),
        ("97110", Territory.GUADELOUPE),
        ("97133", Territory.SAINT_BARTHELEMY),
        ("97150", Territory.SAINT_MARTIN),
        ("97200", Territory.MARTINIQUE),
        ("97300", Territory.GUYANE),
        ("97400", Territory.LA_REUNION),
        ("97500", Territory.SAINT_PIERRE_ET_MIQUELON),
        ("97600", Territory.MAYOTTE),
        ("97900", None),
        ("98800", None),
        ("99000", None),
        ("7500", None),
        ("7501A", None),
        ("", None),
    ],
)
def test_territory_of_a_postal_code(code: str, territory: Territory | None) -> None:
    assert territory_of(code) is territory
