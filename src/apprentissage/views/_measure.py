"""How wide a text is, without its font: never less than it will be.

The widths are upper bounds of those of DejaVu Sans Bold, the widest of the
faces that a system has for `sans-serif`, and of Liberation Sans Bold.
"""

LINE = 1.3
"""Height of a line, in sizes of its font."""

_REGULAR = 0.94
"""No regular letter is wider than this part of the bold one."""

_OTHER = 1.2
_WIDTHS = {
    character: width
    for width, characters in (
        (0.22, "\u202f"),
        (0.41, " \u00a0ijlîïI'’.,:;·/\\|"),
        (0.57, "ftr()[]J-!*°"),
        (0.74, "«»abcdeghknopqsuvxyzàâäçéèêëôöùûü0123456789EFLPSTYZÉÈÊ?€_"),
        (0.86, "ACDGHKNOQRUVXÀÔB+−<>=×&#–"),
        (0.93, "w→←"),
    )
    for character in characters
}


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width that a line of text will not exceed, in units of its size.

    Args:
        text: One line.
        size: Size of the font.
        bold: Whether it is set in bold.

    >>> text_width("31", 10, bold=True)
    14.8
    """
    widths = sum(_WIDTHS.get(character, _OTHER) for character in text)
    return round(widths * size * (1 if bold else _REGULAR), 3)


def wrapped(text: str, size: float, width: float) -> list[str]:
    """A text cut between its words into lines of a width.

    A word longer than the width keeps a line of its own, cut nowhere.

    Args:
        text: The text; no-break spaces hold.
        size: Size of the font.
        width: Width that a line of several words does not exceed.

    >>> wrapped("Fin du contrat", 10, 50)
    ['Fin du', 'contrat']
    """
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
