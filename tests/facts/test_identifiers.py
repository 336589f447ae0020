"""Numbers are read to the character; python-stdnum is the oracle of keys."""

import pickle
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from stdnum.fr import nir as nir_oracle
from stdnum.fr import siren as siren_oracle
from stdnum.fr import siret as siret_oracle

from apprentissage.errors import InvalidValue, WrongType
from apprentissage.facts import Sex
from apprentissage.facts.identifiers import (
    DepositNumber,
    InvalidIdentifier,
    parse_birth_department,
    parse_deposit_number,
    parse_diploma_code,
    parse_idcc,
    parse_naf,
    parse_nir,
    parse_rncp,
    parse_siren,
    parse_siret,
    parse_uai,
)

PARSERS: list[Callable[[str], object]] = [
    parse_birth_department,
    parse_deposit_number,
    parse_diploma_code,
    parse_idcc,
    parse_naf,
    parse_nir,
    parse_rncp,
    parse_siren,
    parse_siret,
    parse_uai,
]


def valid(parse: Callable[[str], object], written: str) -> bool:
    try:
        parse(written)
    except InvalidIdentifier:
        return False
    return True


@given(st.from_regex(r"\A[0-9]{9}\Z"))
def test_siren_as_the_oracle(number: str) -> None:
    assert valid(parse_siren, number) is siren_oracle.is_valid(number)


@given(st.from_regex(r"\A[0-9]{8}\Z"))
def test_a_siren_has_one_check_digit(head: str) -> None:
    assert sum(valid(parse_siren, f"{head}{d}") for d in range(10)) == 1


@given(st.from_regex(r"\A[0-9]{4}\Z"), st.sampled_from(["732829320", "356000000", "000000000"]))
def test_siret_as_the_oracle(tail: str, siren: str) -> None:
    for last in range(10):
        number = f"{siren}{tail}{last}"
        assert valid(parse_siret, number) is siret_oracle.is_valid(number)


@pytest.mark.parametrize("index", range(9))
def test_a_letter_in_a_siren_is_pointed_at(index: int) -> None:
    with pytest.raises(InvalidIdentifier, match=f"character {index + 1} ") as caught:
        parse_siren(f"{'732829320'[:index]}A{'732829320'[index + 1 :]}")
    assert caught.value.path == "siren"


def test_siret_of_la_poste() -> None:
    assert parse_siret("35600000000048") == "35600000000048"  # head office
    assert parse_siret("35600000000001") == "35600000000001"  # sum 15
    assert not valid(parse_siret, "35600000000002")
    assert not valid(parse_siret, "35600000000049")


@st.composite
def nirs(draw: st.DrawFn) -> str:
    """Thirteen characters."""
    department = draw(st.sampled_from(["01", "19", "2A", "2B", "75", "96", "97", "98", "99"]))
    month = draw(st.sampled_from(["01", "12", "20", "42", "50", "99"]))
    numbers = draw(st.from_regex(r"\A[0-9]{3}\Z"))
    order = draw(st.integers(1, 999))
    return (
        f"{draw(st.sampled_from('123478'))}{draw(st.integers(10, 99))}"
        f"{month}{department}{numbers}{order:03d}"
    )


@given(nirs())
def test_key_of_a_nir_as_the_oracle(number: str) -> None:
    nir = parse_nir(number)
    assert nir.number == number
    assert nir.key == nir_oracle.calc_check_digits(number)
    assert parse_nir(number + nir.key) == nir
    wrong = f"{(int(nir.key) + 1) % 100:02d}"
    assert not valid(parse_nir, number + wrong)


@given(nirs(), st.integers(0, 12), st.sampled_from(list("0123456789ABX²é")))
def test_a_nir_points_at_the_wrong_character(number: str, index: int, char: str) -> None:
    typed = f"{number[:index]}{char}{number[index + 1 :]}"
    try:
        found = parse_nir(typed)
    except InvalidIdentifier as error:
        assert error.position is not None  # noqa: PT017
    else:
        assert found.number == typed


@pytest.mark.parametrize(
    ("written", "position"),
    [
        ("5060575116027", 1),
        ("1A60575116027", 2),
        ("1060075116027", 5),
        ("1061375116027", 5),
        ("1061975116027", 5),
        ("10605X5116027", 6),
        ("1060500116027", 7),
        ("106057A116027", 7),
        ("106052C116027", 7),
        ("106057511602X", 13),
        ("1060575116000", 13),
        ("106057511602799", 15),
        ("1 06 05 75 116 02X", 18),
        ("10605751160", None),
        ("", None),
        ("10605751160272", None),
    ],
)
def test_wrong_nirs(written: str, position: int | None) -> None:
    with pytest.raises(InvalidIdentifier) as caught:
        parse_nir(written, "apprentice.nir")
    assert caught.value.position == position
    assert caught.value.path == "apprentice.nir"
    assert caught.value.value == written


@pytest.mark.parametrize(
    ("written", "sex", "month", "departments"),
    [
        ("1060575116027", Sex.MALE, 5, ("75",)),
        ("2062075116027", Sex.FEMALE, None, ("75",)),
        ("3061275116027", Sex.MALE, 12, ("75",)),
        ("4060175116027", Sex.FEMALE, 1, ("75",)),
        ("7060575116027", Sex.MALE, 5, ("75",)),
        ("8060575116027", Sex.FEMALE, 5, ("75",)),
        ("1750520116027", Sex.MALE, 5, ("2A", "2B")),
        ("106052a116027", Sex.MALE, 5, ("2A",)),
        ("1060597411027", Sex.MALE, 5, ("974",)),
        ("1060598811027", Sex.MALE, 5, ("988",)),
        ("1060599350027", Sex.MALE, 5, ("099",)),
        ("1060596350027", Sex.MALE, 5, ()),
    ],
)
def test_what_a_nir_tells(
    written: str, sex: Sex, month: int | None, departments: tuple[str, ...]
) -> None:
    nir = parse_nir(written)
    assert nir.sex is sex
    assert nir.birth_month == month
    assert nir.birth_departments == departments


@given(st.integers(0, 9_999_999))
def test_a_school_number_has_one_key(number: int) -> None:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    keys = [c for c in letters if valid(parse_uai, f"{number:07d}{c}")]
    assert len(keys) == 1
    assert keys[0] not in "IOQ"
    later = chr(ord("A") + (number + 1) % 23)
    assume(later < "I" and number % 23 < 22)
    assert valid(parse_uai, f"{number + 1:07d}{later}")


@pytest.mark.parametrize("number", ["0561910X", "0561986E", "0754622S"])
def test_known_schools(number: str) -> None:
    assert parse_uai(number.lower()) == number


DEPARTMENTS = ["001", "019", "021", "095", "02A", "02B", "971", "976"]


@given(
    st.builds(
        DepositNumber,
        department=st.sampled_from(DEPARTMENTS),
        year=st.integers(1900, 9999),
        month=st.integers(1, 12),
        indicator=st.from_regex(r"\A[0-9]{2}\Z") | st.just("NC"),
        sequence=st.from_regex(r"\A[0-9]{4}\Z"),
    )
)
def test_deposit_number_round_trip(number: DepositNumber) -> None:
    assert len(number.number) == 15
    assert parse_deposit_number(number.number) == number
    assert parse_deposit_number(f" {number.number.lower()} ") == number
    assert number.non_compliant is (number.indicator == "NC")


def test_a_deposit_number_not_in_conformity_is_read_and_written() -> None:
    number = parse_deposit_number("075202609nc0001")
    assert number.non_compliant
    assert number.number == "075202609NC0001"


@pytest.mark.parametrize(
    ("written", "position"),
    [
        ("000202609000001", 3),
        ("020202609000001", 3),
        ("096202609000001", 3),
        ("099202609000001", 3),
        ("970202609000001", 3),
        ("977202609000001", 3),
        ("075X02609000001", 4),
        ("075189909000001", 4),
        ("075202600000001", 9),
        ("075202613000001", 9),
        ("0752026X9000001", 8),
        ("075202609XX0001", 10),
        ("0752026090N0001", 11),
        ("07520260900A001", 12),
        ("75202609000001", None),
        ("0752026090000011", None),
    ],
)
def test_wrong_deposit_numbers(written: str, position: int | None) -> None:
    with pytest.raises(InvalidIdentifier) as caught:
        parse_deposit_number(written)
    assert caught.value.position == position


@pytest.mark.parametrize(
    ("parse", "written", "read"),
    [
        (parse_idcc, "1", "0001"),
        (parse_idcc, "9998", "9998"),
        (parse_idcc, "15970", None),
        (parse_idcc, "0000", None),
        (parse_idcc, "", None),
        (parse_idcc, "15A7", None),
        (parse_naf, "8411Z", "8411Z"),
        (parse_naf, "84.11z", "8411Z"),
        (parse_naf, "84111", None),
        (parse_naf, "841.1Z", None),
        (parse_naf, "84.1Z", None),
        (parse_rncp, "RNCP12", "RNCP12"),
        (parse_rncp, "rncp 15516", "RNCP15516"),
        (parse_rncp, "15516", "RNCP15516"),
        (parse_rncp, "1", None),
        (parse_rncp, "RNCP1", None),
        (parse_rncp, "123456", None),
        (parse_rncp, "RNCP123456", None),
        (parse_rncp, "RNCPABCD", None),
        (parse_rncp, "RS5516", None),
        (parse_diploma_code, "32322111", "32322111"),
        (parse_diploma_code, "32322111t", "32322111T"),
        (parse_diploma_code, "323AB111", "323AB111"),
        (parse_diploma_code, "323221110", None),
        (parse_diploma_code, "3232-111", None),
        (parse_diploma_code, "3232211", None),
        (parse_diploma_code, "3232211é", None),
        (parse_birth_department, "1", "01"),
        (parse_birth_department, "01", "01"),
        (parse_birth_department, "001", "01"),
        (parse_birth_department, "75", "75"),
        (parse_birth_department, "95", "95"),
        (parse_birth_department, "96", None),
        (parse_birth_department, "2a", "2A"),
        (parse_birth_department, "02B", "2B"),
        (parse_birth_department, "20", None),
        (parse_birth_department, "971", "971"),
        (parse_birth_department, "970", None),
        (parse_birth_department, "99", "099"),
        (parse_birth_department, "099", "099"),
        (parse_birth_department, "0", None),
        (parse_birth_department, "Paris", None),
    ],
)
def test_other_numbers(parse: Callable[[str], str], written: str, read: str | None) -> None:
    if read is None:
        assert not valid(parse, written)
    else:
        assert parse(written) == read
        assert parse(read) == read


@pytest.mark.parametrize("parse", PARSERS)
@given(st.text(max_size=16) | st.from_regex(r"\A[0-9A-Z .²ß]{8,16}\Z"))
def test_any_text_is_read_or_refused(parse: Callable[[str], object], written: str) -> None:
    try:
        parse(written)
    except InvalidIdentifier as error:
        position = error.position
        inside = position is None or 1 <= position <= len(written)
        assert inside


@pytest.mark.parametrize("parse", PARSERS)
@pytest.mark.parametrize("value", [75, None, b"75", 1.0])
def test_a_number_is_a_text(parse: Callable[[object], object], value: object) -> None:
    with pytest.raises(WrongType):
        parse(value)


def test_the_error_keeps_its_place() -> None:
    with pytest.raises(InvalidValue) as caught:
        parse_siren("732829321")
    error = caught.value
    assert isinstance(error, InvalidIdentifier)
    assert error.position == 9
    assert "0 is" in error.remedy
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (copy.path, copy.position) == ("siren", 9)
