"""What a timeline draws, as boxes: read from its markup alone."""

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple
from xml.etree import ElementTree as ET

from apprentissage.views._measure import text_width

SVG = "{http://www.w3.org/2000/svg}"


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float
    words: str


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 (our own markup)


def texts(root: ET.Element) -> list[Box]:
    """The boxes of all texts, as wide as any face may set them."""
    size = float(root.attrib["font-size"])
    boxes = []
    for text in root.iter(f"{SVG}text"):
        words = text.text or ""
        x, y = float(text.attrib["x"]), float(text.attrib["y"])
        width = text_width(words, size, bold=text.get("class") == "b")
        boxes.append(Box(x, y - 0.9 * size, x + width, y + 0.25 * size, words))
    return boxes


def poles(root: ET.Element) -> Iterator[Box]:
    """The upright lines."""
    for path in root.iter(f"{SVG}path"):
        upright = re.fullmatch(
            r"M([\d.]+) ([\d.]+)V([\d.]+)", path.attrib["d"]
        )
        if upright:
            x, one, other = map(float, upright.groups())
            yield Box(x, min(one, other), x, max(one, other), "|")


def meeting(root: ET.Element) -> list[tuple[str, str]]:
    """Texts that overlap, and texts that a pole strikes through."""
    labels = texts(root)
    pairs = [*combinations(labels, 2)]
    pairs += [(pole, label) for pole in poles(root) for label in labels]
    return [(a.words, b.words) for a, b in pairs if _meet(a, b)]


def _meet(a: Box, b: Box) -> bool:
    across = a.left < b.right and b.left < a.right
    struck = a.left == a.right and b.left < a.left < b.right
    level = a.top < b.bottom and b.top < a.bottom
    return (across or struck) and level


def outside(root: ET.Element) -> list[str]:
    """Texts that leave the drawing."""
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    return [
        box.words
        for box in texts(root)
        if box.left < 0
        or box.top < 0
        or box.right > width
        or box.bottom > height
    ]
