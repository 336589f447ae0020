"""French as it is printed: dates, euros, percentages, plurals, markup."""

from typing import TYPE_CHECKING

from apprentissage._doors import open_door

if TYPE_CHECKING:
    from apprentissage._text.durations import duration
    from apprentissage._text.french import (
        FrenchFormatter,
        clock,
        enumeration,
        euros,
        french_date,
        month_of,
        number,
        percent,
        plural,
        sentence,
        short_date,
        shortened,
        typeset,
        typeset_text,
    )
    from apprentissage._text.markup import element, escape, table

open_door(
    __name__,
    {
        "durations": ("duration",),
        "french": (
            "FrenchFormatter",
            "clock",
            "enumeration",
            "euros",
            "french_date",
            "month_of",
            "number",
            "percent",
            "plural",
            "sentence",
            "short_date",
            "shortened",
            "typeset",
            "typeset_text",
        ),
        "markup": ("element", "escape", "table"),
    },
)

__all__ = [
    "FrenchFormatter",
    "clock",
    "duration",
    "element",
    "enumeration",
    "escape",
    "euros",
    "french_date",
    "month_of",
    "number",
    "percent",
    "plural",
    "sentence",
    "short_date",
    "shortened",
    "table",
    "typeset",
    "typeset_text",
]
__dir__ = __all__.copy
