"""Names of files: ASCII, at most 100 characters, sortable, read back."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apprentissage.dossier.document_texts import Document
from apprentissage.dossier.file_names import (
    FILE_TYPES,
    FileName,
    file_name,
    read_file_name,
)
from apprentissage.errors import InvalidValue, WrongType

DAY = date(2026, 8, 31)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
SHORT = st.text(min_size=1, max_size=7)
RESERVED = {"con", "prn", "aux", "nul", "com1", "lpt1"}


@given(
    SHORT,
    DAYS,
    st.sampled_from(Document),
    st.sampled_from(["pdf", "7z"]),
    st.integers(1, 99),
)
def test_round_trip(
    person: str, day: date, document: Document, extension: str, rank: int
) -> None:
    name = file_name(person, day, document, extension=extension, rank=rank)
    assert name.isascii()
    assert len(name) <= 100
    assert not set(name) & set(' /\\:*?"<>|')
    assert name == name.strip(". ").lower()
    assert name.partition(".")[0] not in RESERVED
    assert read_file_name(name) == FileName(
        person=person,
        day=day,
        document=document,
        extension=extension,
        rank=rank,
    )


@given(SHORT, DAYS, DAYS, SHORT)
def test_files_of_a_person_stand_together_by_date(
    person: str, one: date, other: date, neighbour: str
) -> None:
    mine = [file_name(person, day, Document.CERFA) for day in (one, other)]
    assert (mine[0] < mine[1]) is (one < other)
    between = file_name(neighbour, one, Document.CERFA)
    inside = sorted([*mine, between])[1] == between
    assert not inside or neighbour == person or one == other


def test_two_documents_of_a_type_and_a_day_are_told_apart() -> None:
    first, second = (
        file_name("Martin", DAY, Document.AVENANT, rank=rank)
        for rank in (1, 2)
    )
    assert first == "martin_2026-08-31_avenant.pdf"
    assert second == "martin_2026-08-31_avenant-2.pdf"
    for rank in (0, 100):
        with pytest.raises(InvalidValue):
            file_name("Martin", DAY, Document.AVENANT, rank=rank)
    for name in ("avenant-1", "avenant-02", "avenant-100"):
        with pytest.raises(InvalidValue):
            read_file_name(f"martin_2026-08-31_{name}.pdf")


@pytest.mark.parametrize("person", [*sorted(RESERVED), "CON", "..", "."])
def test_a_reserved_word_is_an_ordinary_person(person: str) -> None:
    name = file_name(person, DAY, Document.CERFA)
    assert read_file_name(name).person == person
    assert name.endswith("_2026-08-31_cerfa.pdf")


def test_every_document_has_a_short_type_of_its_own() -> None:
    assert set(FILE_TYPES) == set(Document)
    assert len(set(FILE_TYPES.values())) == len(FILE_TYPES)
    assert max(map(len, FILE_TYPES.values())) <= 15


def test_the_longest_name() -> None:
    room = 100 - len("_2026-08-31_cerfa.pdf")
    name = file_name("A" + "a" * (room - 1), DAY, Document.CERFA)
    assert len(name) == 100
    with pytest.raises(InvalidValue, match=f"{room} are left"):
        file_name("A" + "a" * room, DAY, Document.CERFA)
    longer = name.replace("aa", "aaa", 1)
    with pytest.raises(InvalidValue):
        read_file_name(longer)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "martin.pdf",
        "Martin_2026-08-31_cerfa.pdf",
        "martin_2026-02-30_cerfa.pdf",
        "martin_2026-8-31_cerfa.pdf",
        "martin_1899-08-31_cerfa.pdf",
        "martin_2026-08-31_inconnu.pdf",
        "martin_2026-08-31_cerfa.PDF",
        "martin_2026-08-31_cerfa",
        "=0a_2026-08-31_cerfa.pdf",
        "a_b_2026-08-31_cerfa.pdf",
    ],
)
def test_other_names_are_refused(name: str) -> None:
    with pytest.raises(InvalidValue):
        read_file_name(name)


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
    with pytest.raises(WrongType):
        read_file_name(None)  # type: ignore[arg-type]
