"""Labels of a timeline, each at its day, none over another.

A label stands to the right of its day, like a flag on its pole. Placed from
the last day to the first, each rises above the flags that its own would
touch: so no flag covers another, and no pole crosses a flag.
"""

from collections.abc import Sequence

from attrs import frozen

from apprentissage.views._measure import LINE, text_width, wrapped

_PADDING = 6.0
_GAP = 6.0


@frozen(kw_only=True)
class Label:
    """A heading in bold and what it announces, wrapped.

    Args:
        heading: First line, in bold.
        lines: The lines below.
        size: Size of the font.
    """

    heading: str
    lines: tuple[str, ...]
    size: float

    @classmethod
    def wrapping(
        cls, heading: str, texts: Sequence[str], size: float, width: float
    ) -> "Label":
        """A label whose lines keep within a width."""
        return cls(
            heading=heading,
            lines=tuple(
                line for text in texts for line in wrapped(text, size, width)
            ),
            size=size,
        )

    @property
    def width(self) -> float:
        """Width, with its padding."""
        widths = [text_width(line, self.size) for line in self.lines]
        widths.append(text_width(self.heading, self.size, bold=True))
        return max(widths) + 2 * _PADDING

    @property
    def height(self) -> float:
        """Height of all its lines."""
        return (1 + len(self.lines)) * self.size * LINE


@frozen(kw_only=True)
class Flag:
    """A label in its place.

    Args:
        x: Place of its day, where its left side stands.
        foot: Length of the pole below it.
        label: What it says.
    """

    x: float
    foot: float
    label: Label

    @property
    def text_x(self) -> float:
        """Where its lines start."""
        return self.x + _PADDING

    @property
    def right(self) -> float:
        """Its right side."""
        return self.x + self.label.width

    @property
    def top(self) -> float:
        """Its upper side, from the axis."""
        return self.foot + self.label.height


def fitting_width(
    labels: Sequence[tuple[float, Label]], width: float
) -> float:
    """The longest axis on which no label passes a width.

    Args:
        labels: Place of each on the axis, from 0 to 1, and the label.
        width: From the axis's start to the right side of the drawing.

    >>> fitting_width([], 100)
    100
    """
    return min(
        (
            (width - label.width) / place
            for place, label in labels
            if place * width + label.width > width
        ),
        default=width,
    )


def place(labels: Sequence[tuple[float, Sequence[Label]]]) -> list[Flag]:
    """Flags on their poles, in the order of their places.

    Args:
        labels: The place of each on the axis, no two alike, and the ways to
            set its label: the one whose top is lowest is taken.

    >>> label = Label(heading="1er juin", lines=(), size=10)
    >>> [flag.foot for flag in place([(0, [label]), (20, [label])])]
    [25.0, 6.0]
    """
    placed: list[Flag] = []
    for x, ways in sorted(labels, key=lambda item: item[0], reverse=True):
        flags = [_above(placed, x, label) for label in ways]
        placed.append(min(flags, key=lambda flag: flag.top))
    return placed[::-1]


def _above(placed: Sequence[Flag], x: float, label: Label) -> Flag:
    reach = x + label.width + _GAP
    below = [flag.top for flag in placed if flag.x <= reach]
    return Flag(x=x, foot=max(below, default=0) + _GAP, label=label)
