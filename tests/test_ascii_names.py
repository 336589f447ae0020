"""Any name becomes plain ASCII and comes back, character by character."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apprentissage._text.ascii_names import decode_name, encode_name
from apprentissage.errors import InvalidValue, WrongType

NAMES = st.text(min_size=1) | st.text(
    "aAéÉçÇñÅÅœŒßİ\u0131\u017fKŠå-' ’zZ09\u0301\u00a0\ud800", min_size=1
)


@given(NAMES)
def test_round_trip(name: str) -> None:
    encoded = encode_name(name)
    assert re.fullmatch(r"[a-z0-9=+-]+", encoded)
    assert decode_name(encoded) == name


@given(NAMES, NAMES)
def test_two_names_differ_even_without_case(one: str, other: str) -> None:
    same = encode_name(one).lower() == encode_name(other).lower()
    assert same is (one == other)


@given(st.text("aezn0129=+-qr_A", max_size=14) | st.text(max_size=8))
def test_what_is_no_encoding_is_refused(text: str) -> None:
    try:
        name = decode_name(text)
    except InvalidValue:
        return
    assert encode_name(name) == text


@pytest.mark.parametrize(
    ("name", "encoded"),
    [
        ("Martin Léa", "martin-le=2a"),
        ("MARTIN Léa", "=0martin-le=2a"),
        ("van der Berg", "=9van-=9der-berg"),
        ("Jean-Éric", "jean=-e=2ric"),
        ("O'Connor", "o=qconnor"),
        ("D’Alembert", "d=ralembert"),
        ("É", "e=2"),
        ("François Noël", "franc=6ois-noe=5l"),
        ("Žižek", "z=7iz=7ek"),
        ("Åse", "a=8se"),
        ("Ibañez Ève Benoît", "iban=4ez-e=1ve-benoi=3t"),
        ("李", "+kem+"),
        ("McD", "mc+1w+"),
        ("L2", "l2"),
        ("2e", "=92e"),
        ("2E", "2e"),
        (" ", "-"),
        ("\0", "+0+"),
    ],
)
def test_known_names(name: str, encoded: str) -> None:
    assert encode_name(name) == encoded
    assert decode_name(encoded) == name


@pytest.mark.parametrize(
    "encoded",
    ["", "A", "a_b", "=", "+zzzzzzz+", "+", "=1a", "+2p+", "=0a", "2+2t+"],
)
def test_wrong_encodings(encoded: str) -> None:
    with pytest.raises(InvalidValue):
        decode_name(encoded)


def test_an_empty_name() -> None:
    with pytest.raises(InvalidValue):
        encode_name("")


def test_what_is_no_text() -> None:
    with pytest.raises(WrongType):
        encode_name(None)  # type: ignore[arg-type]
    with pytest.raises(WrongType):
        decode_name(b"a")  # type: ignore[arg-type]
