"""Colours of the views: WCAG 2.2 AA on light and dark screens."""

import json
import re
from pathlib import Path

import pytest

from apprentissage import read_contract, remedies, review
from apprentissage.views import page
from apprentissage.views._style import CONTRASTS, DARK, LIGHT, PAGE_STYLE, TIMELINE_STYLE

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SPECIMENS = sorted(EXAMPLES.glob("*.json"))


def luminance(colour: str) -> float:
    """Relative luminance of a colour `#rrggbb` (WCAG 2.2)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "back", "least"), CONTRASTS)
def test_colours_that_meet_contrast_enough(
    palette: dict[str, str], front: str, back: str, least: float
) -> None:
    assert contrast(palette[front], palette[back]) >= least


OUTCOMES = ("non-compliant", "undetermined", "compliant", "reminder", "not-applicable")


def test_each_colour_is_held_to_what_it_stands_on() -> None:
    text, seen = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11
    assert {(front, back): least for front, back, least in CONTRASTS} == {
        ("ink", "paper"): text,
        ("muted", "paper"): text,
        ("link", "paper"): text,
        # on the bars of the timeline, and in its marks
        ("ink", "bar"): text,
        ("link", "bar"): text,
        ("non-compliant", "bar"): text,
        ("ink", "pay"): text,
        ("paper", "non-compliant"): text,
        ("bar-edge", "paper"): seen,
        **{(outcome, f"{outcome}-tint"): text for outcome in OUTCOMES},
        **{(outcome, "paper"): text for outcome in OUTCOMES},
        **{("ink", f"{outcome}-tint"): text for outcome in OUTCOMES},
    }


@pytest.mark.parametrize(
    ("style", "selector"), [(PAGE_STYLE, ":root"), (TIMELINE_STYLE, ".frise")]
)
def test_each_style_defines_its_colours_for_both_screens(style: str, selector: str) -> None:
    named = {
        palette["paper"]: "".join(f"--{name}:{value};" for name, value in palette.items())
        for palette in (LIGHT, DARK)
    }
    light, dark = named[LIGHT["paper"]], named[DARK["paper"]]
    assert style.startswith(f"{selector}{{{light}}}\n")
    assert f"@media screen and (prefers-color-scheme:dark){{{selector}{{{dark}}}}}" in style


def test_both_palettes_name_the_same_colours() -> None:
    assert LIGHT.keys() == DARK.keys()


STYLES = pytest.mark.parametrize("style", [PAGE_STYLE, TIMELINE_STYLE], ids=["page", "timeline"])


@STYLES
def test_every_colour_stands_in_the_palettes(style: str) -> None:
    used = set(re.findall(r"#[0-9a-f]{3,8}\b", style))
    assert used == {*LIGHT.values(), *DARK.values()}
    assert not re.search(r":(?:rgb|hsl|white|black|red)\b", style)


@STYLES
def test_every_colour_used_is_defined(style: str) -> None:
    used = set(re.findall(r"var\(--([\w-]+)\)", style))
    assert used <= LIGHT.keys()


def test_every_colour_defined_is_used_and_every_text_colour_checked() -> None:
    assert set(re.findall(r"var\(--([\w-]+)\)", PAGE_STYLE)) == LIGHT.keys()
    texts = set(re.findall(r"(?:[{;]color|fill):var\(--([\w-]+)\)", PAGE_STYLE))
    checked = {front for front, _, _ in CONTRASTS}
    filled = {"bar", "pay"}  # behind the words, seen by their edges
    assert texts - filled <= checked


def test_a_page_and_its_style_know_the_same_classes() -> None:
    looks = re.sub(r"\{[^{}]*\}", "{}", PAGE_STYLE + TIMELINE_STYLE)
    styled = set(re.findall(r"\.([a-z][\w-]*)", looks))
    used: set[str] = set()
    for file in SPECIMENS:
        found = review(read_contract(json.loads(file.read_text("utf-8"))))
        _, _, body = page(found, remedies=remedies(found)).rpartition("</style>")
        for names in re.findall(r'class="([^"]*)"', body):
            used.update(names.split())
    # two kinds of marks have no look of their own
    assert used - styled == {"event", "limit"}
    assert styled <= used


@STYLES
def test_style_fetches_nothing_and_closes_its_blocks(style: str) -> None:
    assert "url(" not in style
    assert "@import" not in style
    assert "<" not in style
    assert "&" not in style
    assert style.count("{") == style.count("}")


@STYLES
def test_paper_keeps_the_light_colours(style: str) -> None:
    (scheme,) = re.findall(r"@media ([^{]*prefers[^{]*)\{", style)
    assert scheme == "screen and (prefers-color-scheme:dark)"
