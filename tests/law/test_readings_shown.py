"""Readings are shown by what departs from the letter, as one writes it."""

from datetime import date

from attrs import evolve
from hypothesis import given
from hypothesis.vendor.pretty import pretty

from apprentissage.law.readings import LETTER, Readings
from apprentissage.testing import readings

OTHER_SMIC = evolve(LETTER.smic, checked_on=date(2026, 1, 1))


def test_the_letter_is_shown_by_its_name() -> None:
    assert repr(LETTER) == "LETTER"
    assert pretty(LETTER) == "LETTER"


def test_another_series_is_told() -> None:
    mine = evolve(LETTER.choose(rounding="CEILING"), smic=OTHER_SMIC)
    assert repr(mine) == "evolve(LETTER.choose(rounding='CEILING'), smic=...)"


@given(readings())
def test_what_is_shown_gives_the_same_readings(chosen: Readings) -> None:
    assert eval(repr(chosen), {"LETTER": LETTER}) == chosen  # noqa: S307
