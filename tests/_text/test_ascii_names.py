"""Any name becomes small ASCII letters and digits between hyphens."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apprentissage._text.ascii_names import slug
from apprentissage.errors import WrongType

NAMES = st.text() | st.text("aAéÉçÇñÅÅœŒßİ\u0131\u017fKŠå-' ’zZ09\u0301\u00a0\ud800")


@given(NAMES)
def test_words_between_hyphens(name: str) -> None:
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug(name))


@given(NAMES)
def test_a_slug_stays_as_it_is(name: str) -> None:
    assert slug(slug(name)) == slug(name)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Martin Léa", "martin-lea"),
        ("MARTIN Léa", "martin-lea"),
        ("van der Berg", "van-der-berg"),
        ("Jean-Éric", "jean-eric"),
        ("O'Connor", "o-connor"),
        ("D’Alembert", "d-alembert"),
        ("François Noël", "francois-noel"),
        ("E\u0301ve", "eve"),
        ("Žižek", "zizek"),
        ("Lætitia Œuvrard", "laetitia-oeuvrard"),
        ("Strauß", "strauss"),
        ("Łukasz Sørensen Đặng", "lukasz-sorensen-dang"),
        ("İnci Iş\u0131k", "inci-isik"),
        ("Þór", "thor"),
        ("  a  /  b.. ", "a-b"),
        ("2e", "2e"),
        ("李", ""),
        ("../..", ""),
        ("", ""),
    ],
)
def test_known_names(name: str, written: str) -> None:
    assert slug(name) == written


def test_what_is_no_text() -> None:
    with pytest.raises(WrongType):
        slug(None)  # type: ignore[arg-type]
