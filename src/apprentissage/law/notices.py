"""The notices 51649 of the Cerfa 10103, and OPCO EP's sheet on it."""

from datetime import date
from enum import Enum

from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.law.dated import ByConclusion, version


class Notice(Enum):
    """A version of the notice; its value is the number after the hash.

    >>> Notice(9).source.reference
    'notice 51649#09'
    """

    N06 = 6
    N07 = 7
    N08 = 8
    N09 = 9

    __hash__ = object.__hash__  # members are one each, as in `Labelled`

    @property
    def number(self) -> int:
        """The number after the hash."""
        return int(self.value)

    @property
    def forms(self) -> tuple[str, ...]:
        """The versions of the form 10103 that go with it."""
        return _FORMS[self]

    @property
    def source(self) -> Source:
        """It as a source."""
        return _SOURCES[self]

    def __lt__(self, other: "Notice") -> bool:
        """Whether it is older."""
        return self.number < other.number

    def __le__(self, other: "Notice") -> bool:
        """Whether it is older, or the same."""
        return self.number <= other.number


_FORMS = {
    Notice.N06: ("*09",),
    Notice.N07: ("*10", "*11", "*12"),
    Notice.N08: ("*13",),
    Notice.N09: ("*14",),
}

_SOURCES = {
    notice: Source(SourceKind.FORM, f"notice 51649#{notice.number:02d}") for notice in Notice
}

NOTICES = ByConclusion(
    "notice 51649 du Cerfa",
    (
        version(date(2023, 4, 20), Notice.N07, Notice.N07.source),
        version(date(2025, 1, 17), Notice.N08, Notice.N08.source),
        version(date(2025, 7, 1), Notice.N09, Notice.N09.source),
    ),
)
"""The newest notice on a day of conclusion.

The first day of #06 is not established. Older forms stayed in use beside the
newest for a while.
"""

OPCO_EP_SHEET = Source(SourceKind.DOCTRINE, "fiche Cerfa FA13 d'OPCO EP (mai 2023)")
"""The sheet of an opérateur de compétences: it explains the form, and is not
of it."""


def opco_ep_sheet(box: int) -> Source:
    """What the sheet says of a box.

    >>> opco_ep_sheet(36).reference
    "fiche Cerfa FA13 d'OPCO EP (mai 2023), n° 36"
    """
    return Source(OPCO_EP_SHEET.kind, f"{OPCO_EP_SHEET.reference}, n° {box}")
