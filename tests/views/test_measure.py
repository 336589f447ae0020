"""Widths of texts: never less than those of the faces they are set in.

The widths below are those that a browser measures, in thousandths of the
size, of DejaVu Sans regular and bold.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apprentissage.views._measure import text_width, wrapped

REGULAR = {
    "à": 613, "é": 615, "m": 974, "w": 818, "W": 989, "M": 863, "0": 636,
    "i": 278, " ": 318, "%": 950, "€": 636, "→": 838, "\u202f": 200, "-": 361,
    "(": 390, "r": 411, "t": 392, "f": 352, "J": 295, "O": 787, "G": 775,
    "œ": 1023, "Œ": 1070, "—": 1000, "_": 500, "/": 337, "'": 275, "X": 685,
}  # fmt: skip
BOLD = {
    "à": 675, "é": 678, "m": 1042, "w": 924, "W": 1103, "M": 995, "0": 696,
    "i": 343, " ": 348, "%": 1002, "€": 696, "→": 838, "\u202f": 200,
    "-": 415, "(": 457, "r": 493, "t": 478, "f": 435, "J": 556, "O": 850,
    "G": 821, "œ": 1094, "Œ": 1167, "—": 1000, "_": 556, "/": 365, "'": 306,
    "X": 771, "Y": 724, "«": 646, "p": 716, "×": 838, "A": 774, "R": 770,
    "B": 762, "K": 775, "C": 734, "Z": 725, "F": 683, "P": 733, "?": 611,
}  # fmt: skip


@pytest.mark.parametrize("character", REGULAR)
def test_no_regular_letter_is_wider_than_its_bound(character: str) -> None:
    assert text_width(character, 1000) >= REGULAR[character]


@pytest.mark.parametrize("character", BOLD)
def test_no_bold_letter_is_wider_than_its_bound(character: str) -> None:
    assert text_width(character, 1000, bold=True) >= BOLD[character]


def test_an_unknown_letter_is_taken_as_wide() -> None:
    assert text_width("漢", 1000) >= 1000


WORDS = st.text("abcdeW é", min_size=1)


@given(WORDS, st.floats(20, 400))
def test_wrapping_keeps_every_word_in_its_order(
    text: str, width: float
) -> None:
    assert " ".join(wrapped(text, 10, width)) == text


@given(WORDS, st.floats(20, 400))
def test_only_a_single_word_passes_the_width(text: str, width: float) -> None:
    for line in wrapped(text, 10, width):
        assert " " not in line.strip() or text_width(line, 10) <= width


def test_no_break_spaces_hold() -> None:
    assert wrapped("31\u00a0août 2026", 10, 1) == ["31\u00a0août", "2026"]
