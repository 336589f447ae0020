"""French as it is printed, whatever the host has set."""

import html
from datetime import date, datetime
from decimal import Decimal, getcontext, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apprentissage._text import (
    clock,
    duration,
    element,
    enumeration,
    escape,
    euros,
    french_date,
    number,
    percent,
    plural,
    sentence,
    short_date,
    table,
    typeset,
)
from apprentissage.errors import InvalidValue
from apprentissage.facts import Territory


@pytest.mark.parametrize(
    ("day", "long", "short"),
    [
        (date(2026, 6, 1), "1er\xa0juin 2026", "01/06/2026"),
        (date(2026, 2, 2), "2\xa0février 2026", "02/02/2026"),
        (date(2025, 8, 31), "31\xa0août 2025", "31/08/2025"),
        (date(2025, 12, 11), "11\xa0décembre 2025", "11/12/2025"),
    ],
)
def test_dates(day: date, long: str, short: str) -> None:
    assert french_date(day) == long
    assert short_date(day) == short


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (0, "0"),
        (999, "999"),
        (1000, "1\u202f000"),
        (1234567, "1\u202f234\u202f567"),
        (-1607, "−1\u202f607"),
        (Decimal("1867.02"), "1\u202f867,02"),
        (Decimal("0.5"), "0,5"),
        (Decimal("1E+3"), "1\u202f000"),
    ],
)
def test_numbers(value: Decimal | int, printed: str) -> None:
    assert number(value) == printed


def test_amounts_and_rates() -> None:
    assert euros(Decimal("774.77")) == "774,77\xa0€"
    assert euros(5000) == "5\u202f000\xa0€"
    assert percent(Decimal("43.50")) == "43,5\u202f%"
    assert percent(Decimal(100)) == "100\u202f%"
    assert percent(53) == "53\u202f%"


@pytest.mark.parametrize(
    ("count", "noun", "printed"),
    [
        (0, "jour", "0 jour"),
        (1, "jour ouvrable", "1 jour ouvrable"),
        (2, "jour ouvrable", "2 jours ouvrables"),
        (3, "mois", "3 mois"),
        (Decimal("1.5"), "an", "1,5 an"),
        (Decimal("803.50"), "heure", "803,50 heures"),
    ],
)
def test_plurals(count: Decimal | int, noun: str, printed: str) -> None:
    assert plural(count, noun) == printed


def test_enumerations() -> None:
    assert enumeration([]) == ""
    assert enumeration(["a"]) == "a"
    assert enumeration(["a", "b"]) == "a et b"
    assert enumeration(["a", "b", "c"]) == "a, b et c"


def test_sentences() -> None:
    template = "Le {d} ({d:short}) : {n:jour}, {r:%}, {m:€} ; {t} « {w} » ? {k} {i}"
    assert sentence(
        template,
        {
            "d": date(2026, 6, 1),
            "n": 2,
            "r": Decimal(43),
            "m": Decimal("774.77"),
            "t": Territory.MAYOTTE,
            "w": ("a", "b"),
            "k": Decimal("1.5"),
            "i": 1607,
        },
    ) == (
        "Le 1er\xa0juin 2026 (01/06/2026)\xa0: 2 jours, 43\u202f%, "
        "774,77\xa0€\u202f; Mayotte «\xa0a et b\xa0»\u202f? 1,5 1\u202f607"
    )


@pytest.mark.parametrize(
    ("plain", "set_"),
    [
        ("a : b", "a\xa0: b"),
        ("a ; b ? c ! 5 %", "a\u202f; b\u202f? c\u202f! 5\u202f%"),
        ("« a »", "«\xa0a\xa0»"),
        ("12 €", "12\xa0€"),
        ("art. L. 6222-1 al. 2", "art.\xa0L.\xa06222-1 al.\xa02"),
        ("R. 6222-23 et D. 6222-1", "R.\xa06222-23 et D.\xa06222-1"),
        ("n° 2018-1347, n° du maître", "n°\xa02018-1347, n° du maître"),
        ("6 h 30, 35 heures", "6\xa0h\xa030, 35 heures"),
        ("le 1er juin, le 2 mai 2026", "le 1er\xa0juin, le 2\xa0mai 2026"),
        ("sans rien à changer", "sans rien à changer"),
    ],
)
def test_where_no_line_ends(plain: str, set_: str) -> None:
    assert typeset(plain) == set_
    assert typeset(set_) == set_
    assert sentence("{words}", {"words": plain}) == set_
    assert f"<td>{set_}</td>" in table(["mot"], [[plain]], caption="essai")


def test_times_of_day_and_agreement_with_a_list() -> None:
    assert [clock(at) for at in ("06:00", "23:30", "00:00", "12:05")] == [
        "6\xa0h",
        "23\xa0h\xa030",
        "minuit",
        "12\xa0h\xa005",
    ]
    template = "{who:Signature manquante} : {who}, à {at:h}."
    one, two = ("employeur",), ("employeur", "apprenti")
    assert sentence(template, {"who": one, "at": "22:00"}) == (
        "Signature manquante\xa0: employeur, à 22\xa0h."
    )
    assert sentence(template, {"who": two, "at": "22:00"}) == (
        "Signatures manquantes\xa0: employeur et apprenti, à 22\xa0h."
    )


@pytest.mark.parametrize("at", ["", "6", "x:00", "06:", ":00"])
def test_a_time_of_another_form_is_refused(at: str) -> None:
    with pytest.raises(InvalidValue, match="write a time HH:MM"):
        clock(at)


def test_a_value_without_french_is_refused() -> None:
    for value, spec in ((object(), ""), ("x", "€"), (None, "")):
        with pytest.raises(InvalidValue) as caught:
            sentence(f"{{v:{spec}}}", {"v": value})
        assert caught.value.path == "sentence"


def test_a_datetime_prints_as_its_day() -> None:
    assert sentence("{d}", {"d": datetime(2026, 6, 1)}) == "1er\xa0juin 2026"


HOSTILE = '<script>alert("x")</script>&\''


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"])))
def test_an_escaped_text_is_that_of_the_standard_library(text: str) -> None:
    assert escape(text) == html.escape(text)


def test_markup_is_escaped_everywhere() -> None:
    page = table([HOSTILE], [[HOSTILE]], caption=HOSTILE)
    assert "<script" not in page
    assert page.count("&lt;script&gt;") == 3
    assert element("p", "x", title=HOSTILE, aria_label="y", class_="z") == (
        '<p title="&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;'
        '&#x27;" aria-label="y" class="z">x</p>'
    )


def test_the_ambient_context_changes_nothing() -> None:
    with localcontext() as context:
        context.prec = 2
        assert euros(Decimal("1867.02")) == "1\u202f867,02\xa0€"
        assert percent(Decimal("123.45")) == "123,45\u202f%"
    assert getcontext().prec > 2


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2025, 9, 1), date(2025, 9, 1), "1 jour"),
        (date(2025, 9, 1), date(2026, 2, 28), "6 mois"),
        (date(2025, 9, 1), date(2027, 8, 31), "2 ans"),
        (date(2025, 9, 2), date(2027, 8, 31), "1 an, 11 mois et 30 jours"),
        (date(2024, 10, 16), date(2025, 11, 15), "1 an et 1 mois"),
    ],
)
def test_durations(first: date, last: date, told: str) -> None:
    assert duration(first, last) == told
