"""Names of files: as people write them, ASCII, sorted, at most 100 long."""

import re
from datetime import date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apprentissage.dossier.document_texts import Document
from apprentissage.dossier.file_names import FILE_TYPES, file_name
from apprentissage.errors import InvalidValue, WrongType

DAY = date(2026, 8, 31)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
PERSONS = st.builds("{}{}".format, st.sampled_from("aÉZ9"), st.text())
RESERVED = ("con", "prn", "aux", "nul", "com1", "lpt1")


@given(
    PERSONS, DAYS, st.sampled_from(Document), st.sampled_from(["pdf", "7z"]), st.integers(1, 99)
)
def test_whose_when_what(
    person: str, day: date, document: Document, extension: str, rank: int
) -> None:
    name = file_name(person, day, document, extension=extension, rank=rank)
    assert len(name) <= 100
    whose, when, rest = name.split("_")
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", whose)
    assert when == day.isoformat()
    counter = f"-{rank}" if rank > 1 else ""
    assert rest == f"{FILE_TYPES[document]}{counter}.{extension}"


@given(PERSONS, DAYS, DAYS, st.sampled_from(Document))
def test_files_of_a_person_are_sorted_by_date(
    person: str, one: date, other: date, document: Document
) -> None:
    first, second = (file_name(person, day, document) for day in (one, other))
    assert (first < second) is (one < other)


def test_files_of_two_persons_do_not_mix() -> None:
    persons = ("Martin", "Martin Léa", "Martineau")
    days = (date(2025, 1, 1), date(2026, 1, 1))
    names = [file_name(person, day, Document.CERFA) for person in persons for day in days]
    owners = [name.partition("_")[0] for name in sorted(names)]
    changes = sum(a != b for a, b in pairwise(owners))
    assert changes == len(persons) - 1


def test_a_counter_tells_apart_what_would_have_one_name() -> None:
    first, second = (file_name("Martin Léa", DAY, Document.AVENANT, rank=rank) for rank in (1, 2))
    assert first == "martin-lea_2026-08-31_avenant.pdf"
    assert second == "martin-lea_2026-08-31_avenant-2.pdf"
    for rank in (0, 100):
        with pytest.raises(InvalidValue, match="rank"):
            file_name("Martin", DAY, Document.AVENANT, rank=rank)


@pytest.mark.parametrize("person", [*RESERVED, "CON", "Nul."])
def test_a_reserved_word_is_an_ordinary_person(person: str) -> None:
    # Windows reserves a name whose part before the first dot is the word
    name = file_name(person, DAY, Document.CERFA)
    assert name.partition(".")[0] not in RESERVED
    assert name.endswith("_2026-08-31_cerfa.pdf")


def test_every_document_has_a_short_type_of_its_own() -> None:
    assert set(FILE_TYPES) == set(Document)
    assert len(set(FILE_TYPES.values())) == len(FILE_TYPES)
    assert max(map(len, FILE_TYPES.values())) <= 15
    for kind in FILE_TYPES.values():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", kind)


def test_a_long_name_is_cut() -> None:
    room = 100 - len("_2026-08-31_cerfa.pdf")
    for length in (room - 1, room, room + 1):
        name = file_name("a" * length, DAY, Document.CERFA)
        assert len(name) == min(length, room) + 100 - room
    hyphen = file_name("a" * (room - 1) + " bcd", DAY, Document.CERFA)
    assert hyphen.startswith("a" * (room - 1) + "_")


@pytest.mark.parametrize("person", ["", " ", "..", "李", "'"])
def test_a_name_of_which_nothing_is_left(person: str) -> None:
    with pytest.raises(InvalidValue, match="person"):
        file_name(person, DAY, Document.CERFA)


@pytest.mark.parametrize("extension", ["", "p.df", "PDF", "a/b", "abcdef"])
def test_extensions(extension: str) -> None:
    with pytest.raises(InvalidValue, match="extension"):
        file_name("A", DAY, Document.CERFA, extension=extension)


def test_wrong_types() -> None:
    with pytest.raises(WrongType):
        file_name("A", datetime(2026, 8, 31), Document.CERFA)
    with pytest.raises(WrongType):
        file_name("A", DAY, "cerfa")  # type: ignore[arg-type]
    with pytest.raises(WrongType):
        file_name(None, DAY, Document.CERFA)  # type: ignore[arg-type]
