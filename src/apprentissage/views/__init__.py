"""Views of a review: an HTML page, an SVG timeline."""

from typing import TYPE_CHECKING

from apprentissage._doors import open_door

if TYPE_CHECKING:
    from apprentissage.views.codes import CodeTable, code_table
    from apprentissage.views.ical import icalendar_text
    from apprentissage.views.names import POINT_NAMES
    from apprentissage.views.page import page
    from apprentissage.views.tables import HasRows, rows_of
    from apprentissage.views.timeline import Svg, timeline

open_door(
    __name__,
    {
        "codes": ("CodeTable", "code_table"),
        "ical": ("icalendar_text",),
        "names": ("POINT_NAMES",),
        "page": ("page",),
        "tables": ("HasRows", "rows_of"),
        "timeline": ("Svg", "timeline"),
    },
)

__all__ = [
    "POINT_NAMES",
    "CodeTable",
    "HasRows",
    "Svg",
    "code_table",
    "icalendar_text",
    "page",
    "rows_of",
    "timeline",
]
__dir__ = __all__.copy
