"""The agenda as an iCalendar text, read back by a parser of the norm."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from icalendar import Calendar

from apprentissage._text import typeset
from apprentissage.errors import InvalidValue, WrongType
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.judging import AgendaEntry
from apprentissage.reviewing import Agenda, agenda
from apprentissage.views.ical import icalendar_text
from tests.sample import contract

MADE_AT = datetime(2025, 8, 25, 9, 30, tzinfo=UTC)
FOUND = agenda(
    contract(training={"last_exam_on": date(2027, 6, 15)}, file={"filed_on": date(2025, 9, 3)})
)


def events(text: str) -> list[Any]:
    return list(Calendar.from_ical(text).walk("VEVENT"))


def test_every_dated_entry_is_an_event_of_its_day() -> None:
    read = events(icalendar_text(FOUND, uid="42", made_at=MADE_AT))
    assert [event["dtstart"].dt for event in read] == [e.on for e in FOUND]
    assert [str(event["summary"]) for event in read] == [entry.label for entry in FOUND]
    assert len(read) > 5


def test_each_says_source_kind_and_consequence() -> None:
    read = events(icalendar_text(FOUND, uid="42", made_at=MADE_AT))
    for event, entry in zip(read, FOUND, strict=True):
        assert typeset(entry.sources[0].reference) in event["description"]
        assert entry.consequence.label in event["description"]
        assert event["categories"].cats == [entry.kind.label]
        assert event["dtstamp"].dt == MADE_AT
        assert event["transp"] == "TRANSPARENT"


def test_identifiers_are_unique_and_stable() -> None:
    first = events(icalendar_text(FOUND, uid="42", made_at=MADE_AT))
    again = events(icalendar_text(FOUND, uid="42", made_at=MADE_AT + timedelta(1)))
    uids = [str(event["uid"]) for event in first]
    assert len(set(uids)) == len(uids)
    assert uids == [str(event["uid"]) for event in again]
    other = events(icalendar_text(FOUND, uid="43", made_at=MADE_AT))
    assert not set(uids) & {str(event["uid"]) for event in other}


def test_the_form_of_the_norm() -> None:
    text = icalendar_text(FOUND, uid="42", made_at=MADE_AT)
    lines = text.split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert "VERSION:2.0" in lines
    assert all(len(line.encode()) <= 75 for line in lines)
    assert "\n" not in text.replace("\r\n", "")
    assert text == icalendar_text(FOUND, uid="42", made_at=MADE_AT)


def test_an_agenda_without_a_day_is_no_calendar() -> None:
    """RFC 5545, 3.6: a calendar holds one component at least."""
    empty = Agenda(entries=(), undated=FOUND.undated)
    with pytest.raises(InvalidValue, match="a calendar has events") as caught:
        icalendar_text(empty, uid="42", made_at=MADE_AT)
    assert caught.value.path == "agenda"


PARIS = timezone(timedelta(hours=2))


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"agenda": None}, WrongType),
        ({"uid": 42}, WrongType),
        ({"uid": " "}, InvalidValue),
        ({"uid": "contrat\r42"}, InvalidValue),
        ({"uid": "42\x7f"}, InvalidValue),
        ({"made_at": date(2025, 8, 25)}, WrongType),
        ({"made_at": datetime(2025, 8, 25)}, InvalidValue),
        ({"made_at": datetime(2025, 8, 25, tzinfo=PARIS)}, InvalidValue),
    ],
)
def test_bad_input(given: dict[str, Any], error: type[Exception]) -> None:
    known: dict[str, Any] = {"agenda": FOUND, "uid": "42", "made_at": MADE_AT, **given}
    with pytest.raises(error):
        icalendar_text(known.pop("agenda"), **known)


def test_letters_that_the_norm_escapes() -> None:
    label = "é" * 100 + '; a, b \\ "c"\r\nd : € ' + "𝄞" * 30
    entry = AgendaEntry(
        on=date(2026, 2, 28),
        label=label,
        sources=(Source(SourceKind.FORM, "notice, n° 8; p. 2"),),
        rule="essai, d'un tiers",
    )
    one = Agenda(entries=(entry,), undated=())
    text = icalendar_text(one, uid="a,b;c", made_at=MADE_AT)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    (event,) = events(text)
    assert str(event["uid"]) == "a,b;c-essai, d'un tiers-1"
    assert str(event["summary"]) == typeset(label).replace("\r\n", "\n")
    assert str(event["description"]) == (
        "notice, n°\xa08; p. 2\nSi la date est manquée\xa0: aucune conséquence connue"
    )


def test_a_long_line_is_folded_as_late_as_the_norm_lets() -> None:
    """RFC 5545, 3.1: 75 octets, and one space that begins what follows."""
    law = (Source(SourceKind.FORM, "notice"),)
    one = Agenda(
        entries=(AgendaEntry(on=date(2026, 2, 28), label="a" * 200, sources=law),), undated=()
    )
    lines = icalendar_text(one, uid="42", made_at=MADE_AT).split("\r\n")
    first = next(rank for rank, line in enumerate(lines) if line.startswith("SUMMARY:"))
    head, middle, rest = lines[first : first + 3]
    assert head == "SUMMARY:" + "a" * 67
    assert middle == " " + "a" * 74
    assert rest == " " + "a" * 59


@pytest.mark.parametrize(
    ("label", "read"),
    [("a\rb", "a\nb"), ("a\x0bb", "a\nb"), ("a\x00b\x1f\x7f", "ab"), ("a\tb", "a\tb")],
)
def test_no_control_character_is_written(label: str, read: str) -> None:
    entry = AgendaEntry(
        on=date(2026, 2, 28), label=label, sources=(Source(SourceKind.FORM, "notice"),)
    )
    one = Agenda(entries=(entry,), undated=())
    text = icalendar_text(one, uid="42", made_at=MADE_AT)
    kept = set(text.replace("\r\n", "")) - {"\t"}
    assert min(kept) == " "
    assert "\x7f" not in kept
    (event,) = events(text)
    assert str(event["summary"]) == read
