"""A code is read out of its code, its name, or both, however typed."""

import re
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apprentissage._labelled import Labelled
from apprentissage.cerfa.code_lists import labels_of
from apprentissage.cerfa.code_parsing import bare, parse_code
from apprentissage.errors import InvalidValue, WrongType
from apprentissage.facts.codes import (
    ContractMode,
    ContractType,
    Diploma,
    EmployerType,
    LastClass,
    Sex,
)
from apprentissage.law.notices import Notice
from tests.support.codes import KINDS

EVERY_CODE = [code for kind in KINDS for code in kind]


def noisy(draw: st.DrawFn, text: str) -> str:
    """The text as somebody else would type it."""
    typed = text
    if draw(st.booleans()):
        typed = normalize("NFD", typed)
        typed = re.sub("[\u0300-\u036f]", "", typed)
    cased = draw(st.sampled_from([typed, typed.upper(), typed.lower(), typed.title()]))
    space = draw(st.sampled_from([" ", "  ", "-", "\u00a0", "\u202f", ""]))
    frame = draw(st.sampled_from(["", " ", "\t", "."]))
    return frame + cased.replace(" ", space) + frame


@st.composite
def typed_codes(draw: st.DrawFn) -> tuple[Labelled, str]:
    code = draw(st.sampled_from(EVERY_CODE))
    name = draw(st.sampled_from(labels_of(code)))
    written = draw(st.sampled_from([code.value, name, f"{code.value} - {name}"]))
    return code, noisy(draw, written)


@given(typed_codes())
def test_every_spelling_is_read(typed: tuple[Labelled, str]) -> None:
    code, written = typed
    assert parse_code(type(code), written) is code


@pytest.mark.parametrize(
    ("kind", "written", "code"),
    [
        (Diploma, "bts", Diploma.BTS),
        (Diploma, "Bac Pro", Diploma.BAC_PRO),
        (Diploma, "Mention complémentaire", Diploma.SPECIALISATION_CERTIFICATE),
        (Diploma, "BACCALAURÉAT-GÉNÉRAL", Diploma.BAC_GENERAL),
        (ContractMode, "CDI", ContractMode.OPEN_ENDED),
        (LastClass, "01", LastClass.DIPLOMA_OBTAINED),
        (Sex, "f", Sex.FEMALE),
    ],
)
def test_usual_names(kind: type[Labelled], written: str, code: Labelled) -> None:
    assert parse_code(kind, written) is code


def test_no_spelling_names_two_codes() -> None:
    for kind in KINDS:
        seen: dict[str, Labelled] = {}
        for code in kind:
            for label in labels_of(code):
                for spelt in (code.value, label, code.value + label):
                    assert seen.setdefault(bare(spelt), code) is code


def refusal(kind: type[Labelled], written: str) -> InvalidValue | None:
    try:
        parse_code(kind, written, path="x.y")
    except InvalidValue as error:
        return error
    return None


@given(
    st.sampled_from([Diploma, EmployerType, ContractType]),
    st.text(max_size=20) | st.text("abcdeilnorst ", min_size=4, max_size=30),
)
def test_the_rest_is_refused_with_at_most_three_near_misses(
    kind: type[Labelled], written: str
) -> None:
    error = refusal(kind, written)
    if error is None:
        assert any(char.isalnum() for char in written)
        return
    assert (error.path, error.value) == ("x.y", written)
    named = [code for code in kind if f"{code.value} ({code.label})" in error.remedy]
    assert len(named) <= 3
    assert bool(named) is error.remedy.startswith("did you mean")


def test_near_misses_name_code_and_label() -> None:
    with pytest.raises(InvalidValue, match="did you mean 54") as caught:
        parse_code(Diploma, "brevet de technicien superieure")
    assert "54 (brevet de technicien supérieur)" in caught.value.remedy
    assert len(re.findall(r"\d\d \(", caught.value.remedy)) <= 3


def test_nothing_near_lists_the_codes() -> None:
    with pytest.raises(InvalidValue, match=r"1, 2, 3, 4"):
        parse_code(ContractMode, "zzz")


def test_a_very_long_text_is_refused_quickly() -> None:
    with pytest.raises(InvalidValue):
        parse_code(Diploma, "licence" * 100_000)


@pytest.mark.parametrize("written", [11, None, 11.0, Diploma.BTS])
def test_what_is_no_text(written: object) -> None:
    with pytest.raises(WrongType):
        parse_code(EmployerType, written)  # type: ignore[arg-type]


def test_a_withdrawn_code_names_its_replacement() -> None:
    with pytest.raises(InvalidValue, match=r"write 75 .* or 76 "):
        parse_code(Diploma, "74", notice=Notice.N09)
    assert parse_code(Diploma, "74", notice=Notice.N07).value == "74"
    assert parse_code(Diploma, "74", notice=Notice.N08).value == "74"


def test_a_code_too_young_for_the_notice() -> None:
    with pytest.raises(InvalidValue, match="a code that it lists"):
        parse_code(ContractType, "38", notice=Notice.N06)
    assert parse_code(ContractType, "38", notice=Notice.N07).value == "38"


def test_bare_keeps_letters_and_digits() -> None:
    assert bare("  Œuvre d'Été – n°\u202f9 ") == "oeuvredeten9"
