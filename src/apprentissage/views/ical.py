"""The agenda as iCalendar text (RFC 5545), for any calendar program.

Written here: the `icalendar` library reads time zones and codecs from files
while it writes, which this library never does. The tests read the text back
through it.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

from apprentissage._arguments import check_arguments
from apprentissage._text import enumeration, typeset
from apprentissage.errors import InvalidValue
from apprentissage.judging import AgendaEntry
from apprentissage.reviewing import Agenda

_PRODUCT = "-//apprentissage//agenda du contrat//FR"
_LINE_BYTES = 75
_CONTROLS = frozenset(map(chr, (*range(9), *range(10, 32), 127)))
"""Letters that no text of the norm may hold."""
_ESCAPES = str.maketrans(
    dict.fromkeys(_CONTROLS, "") | {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
)


def icalendar_text(agenda: Agenda, *, uid: str, made_at: datetime) -> str:
    """All dates of an agenda as an iCalendar text, one event each.

    Whole days that leave their reader free. The description says the source
    and what follows if the day is missed, the category what kind of source
    it is. What has no day yet is left out.

    Args:
        agenda: What `agenda(contract)` gives, with one dated entry at
            least: the norm knows no empty calendar (RFC 5545, 3.6).
        uid: Identifier of the contract, unlike any other, such as its
            number in your base: the same one later replaces the events in a
            calendar instead of doubling them.
        made_at: Moment of writing, in UTC: the library has no clock.

    Returns:
        The text, its lines ended by CRLF as the norm asks. Write it to a
        file as it is, in UTF-8 (`newline=""`).

    Raises:
        WrongType: If it is not an agenda, no text, no datetime.
        InvalidValue: For an agenda without a dated entry, a `uid` that is
            blank or holds control characters, or a moment without UTC.

    >>> from datetime import UTC, date
    >>> from apprentissage.facts import Apprentice, Contract
    >>> from apprentissage.reviewing import agenda
    >>> contract = Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ... )
    >>> text = icalendar_text(
    ...     agenda(contract),
    ...     uid="contrat-42",
    ...     made_at=datetime(2026, 8, 31, 9, 0, tzinfo=UTC),
    ... )
    >>> text.splitlines()[0]
    'BEGIN:VCALENDAR'
    >>> "DTSTART;VALUE=DATE:20260901" in text
    True
    """
    check_arguments(icalendar_text, locals())
    if not agenda.entries:
        raise InvalidValue("agenda", agenda, "write one with an entry: a calendar has events")
    if not uid.strip() or _CONTROLS & set(uid):
        raise InvalidValue("uid", uid, "write the contract's identifier")
    if made_at.utcoffset() != timedelta(0):
        raise InvalidValue("made_at", made_at, "write a moment in UTC")
    stamp = f"{_figures(made_at.isoformat('T', 'seconds')[:19])}Z"
    return "".join(
        f"{folded}\r\n" for line in _calendar(agenda, uid, stamp) for folded in _folded(line)
    )


def _calendar(agenda: Agenda, uid: str, stamp: str) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:{_PRODUCT}"
    yield "METHOD:PUBLISH"
    ranks: Counter[str] = Counter()
    for entry in agenda:
        ranks[entry.rule] += 1
        yield "BEGIN:VEVENT"
        identifier = f"{uid}-{entry.rule}-{ranks[entry.rule]}"
        yield f"UID:{_escaped(identifier)}"
        yield f"DTSTAMP:{stamp}"
        yield from _event(entry)
        yield "END:VEVENT"
    yield "END:VCALENDAR"


def _event(entry: AgendaEntry) -> Iterator[str]:
    sources = enumeration(source.reference for source in entry.sources)
    missed = f"Si la date est manquée : {entry.consequence.label}"
    yield f"DTSTART;VALUE=DATE:{_figures(entry.on.isoformat())}"
    yield f"SUMMARY:{_escaped(entry.label)}"
    yield "DESCRIPTION:" + _escaped(typeset(f"{sources}\n{missed}"))
    yield f"CATEGORIES:{_escaped(entry.kind.label)}"
    yield "TRANSP:TRANSPARENT"


def _figures(moment: str) -> str:
    return moment.replace("-", "").replace(":", "")


def _escaped(text: str) -> str:
    return "\n".join(text.splitlines()).translate(_ESCAPES)


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of 75 bytes at most, the later ones indented."""
    piece, size = "", 0
    for letter in line:
        more = len(letter.encode())
        if size + more > _LINE_BYTES:
            yield piece
            piece, size = " ", 1
        piece += letter
        size += more
    yield piece
