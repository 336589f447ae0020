"""Each notice of the form has its own lists of codes.

#07 adds the EPIC (employer 30) and the BUT (64). #08 is the first in which
the amendment 38 is found. #09 writes 73, 75 and 76 for 71, 72 and 74, drops
61, adds 44, and renames the amendment 35 and the diploma 35.
"""

from datetime import date
from itertools import pairwise

import pytest

from apprentissage._labelled import Labelled
from apprentissage.cerfa.code_lists import (
    Changes,
    changes_of,
    codes_of,
    doubt_about,
    equivalents,
    is_listed,
    label_in,
    labels_of,
    replacements,
)
from apprentissage.errors import NotCovered
from apprentissage.facts import codes
from apprentissage.facts.codes import ContractType, Diploma, EmployerType, MaitreLevel
from apprentissage.law.notices import NOTICES, Notice
from tests.support.codes import KINDS

EVERY_CODE = [code for kind in KINDS for code in kind]

# Written again from the lists printed with the form, by their values.
DIPLOMAS_07 = "80 71 72 73 74 79 61 62 63 64 69 54 55 58 41 42 43 49 33 34 35 38 25 26 13"
DIPLOMAS_09 = "80 73 75 76 79 62 63 64 69 54 55 58 41 42 43 44 49 33 34 35 38 25 26 13"
LISTS = {
    codes.ContractMode: "1 2 3 4",
    codes.EmployerType: "11 12 13 14 15 16 21 22 23 24 25 26 27 28 29 30",
    codes.SpecificEmployer: "0 1 2 3 4",
    codes.ContractType: "11 21 22 23 31 32 33 34 35 36 37 38",
    codes.DerogationType: "none 11 12 21 22 50 60",
    codes.Nationality: "1 2 3",
    codes.SocialScheme: "1 2",
    codes.Sex: "M F",
    codes.PriorSituation: "1 2 3 4 5 6 7 8 9 10 11 12",
    codes.LastClass: "01 11 12 21 22 31 32 40 41 42",
    codes.Diploma: DIPLOMAS_09,
    codes.MaitreLevel: "0 3 4 5 6 7 8",
}


def values(kind: type[Labelled], notice: Notice) -> set[str]:
    return {code.value for code in codes_of(kind, notice)}


def test_every_list_is_written_again_here() -> None:
    assert set(LISTS) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_lists_of_notice_09(kind: type[Labelled]) -> None:
    assert values(kind, Notice.N09) == set(LISTS[kind].split())


def test_diplomas_of_notice_07() -> None:
    assert values(Diploma, Notice.N07) == set(DIPLOMAS_07.split())


def test_diplomas_of_notice_08_are_in_doubt() -> None:
    both = set(DIPLOMAS_07.split()) | set(DIPLOMAS_09.split())
    assert values(Diploma, Notice.N08) == both
    doubtful = {c.value for c in Diploma if is_listed(c, Notice.N08) is None}
    assert doubtful == set(DIPLOMAS_07.split()) ^ set(DIPLOMAS_09.split())


@pytest.mark.parametrize(
    ("code", "notice", "listed"),
    [
        (EmployerType.INDUSTRIAL_COMMERCIAL_PUBLIC_BODY, Notice.N06, False),
        (EmployerType.INDUSTRIAL_COMMERCIAL_PUBLIC_BODY, Notice.N07, True),
        (Diploma.BUT, Notice.N06, False),
        (Diploma.BUT, Notice.N07, True),
        (ContractType.TRAINING_SITE, Notice.N06, False),
        (ContractType.TRAINING_SITE, Notice.N07, None),
        (ContractType.TRAINING_SITE, Notice.N08, True),
        (ContractType.TRAINING_SITE, Notice.N09, True),
        (Diploma.PROFESSIONAL_MASTER, Notice.N07, True),
        (Diploma.PROFESSIONAL_MASTER, Notice.N09, False),
        (Diploma.PROFESSIONAL_SPECIALISATION, Notice.N07, False),
        (Diploma.PROFESSIONAL_SPECIALISATION, Notice.N09, True),
    ],
)
def test_codes_that_come_and_go(code: Labelled, notice: Notice, listed: bool | None) -> None:
    assert is_listed(code, notice) is listed


@pytest.mark.parametrize(
    ("code", "instead"),
    [
        (Diploma.PROFESSIONAL_MASTER, "73"),
        (Diploma.RESEARCH_MASTER, "73"),
        (Diploma.ENGINEER_OR_BUSINESS_SCHOOL, "75 76"),
        (Diploma.FIRST_YEAR_OF_MASTER, "69"),
        (Diploma.MASTER, ""),
    ],
)
def test_what_replaces_a_code(code: Diploma, instead: str) -> None:
    assert [new.value for new in replacements(code)] == instead.split()


def test_a_doubt_says_why() -> None:
    for code in EVERY_CODE:
        for notice in Notice:
            doubt = doubt_about(code, notice)
            assert (doubt is None) is (is_listed(code, notice) is not None)
    doubt = doubt_about(Diploma.RESEARCH_MASTER, Notice.N08)
    assert doubt is not None
    assert doubt.name == "UNVERIFIED_CODE"


@pytest.mark.parametrize(
    ("code", "notice", "instead"),
    [
        (Diploma.BTS, Notice.N06, "54"),
        (Diploma.RESEARCH_MASTER, Notice.N08, "72"),
        (Diploma.RESEARCH_MASTER, Notice.N09, "73"),
        (Diploma.ENGINEER_OR_BUSINESS_SCHOOL, Notice.N09, "75 76"),
        (Diploma.BUSINESS_SCHOOL, Notice.N07, "74"),
        (Diploma.PROFESSIONAL_SPECIALISATION, Notice.N07, ""),
    ],
)
def test_what_a_notice_writes_for_a_code(code: Diploma, notice: Notice, instead: str) -> None:
    found = [other.value for other in equivalents(code, notice)]
    assert found == instead.split()


def test_every_code_withdrawn_is_replaced_by_listed_ones() -> None:
    for code in EVERY_CODE:
        gone = is_listed(code, Notice.N09) is False
        assert gone is bool(replacements(code))
        for new in replacements(code):
            assert is_listed(new, Notice.N09) is True
            assert type(new) is type(code)


@pytest.mark.parametrize(
    ("code", "older", "newer"),
    [
        (
            ContractType.DIPLOMA,
            "modification du diplôme préparé par l'apprenti",
            "diplôme supplémentaire préparé par l'apprenti (art. L. 6222-22-1)",
        ),
        (
            Diploma.SPECIALISATION_CERTIFICATE,
            "mention complémentaire",
            "certificat de spécialisation",
        ),
        (Diploma.MASTER, "master indifférencié", "master"),
    ],
)
def test_names_that_change(code: Labelled, older: str, newer: str) -> None:
    assert label_in(Notice.N07, code) == older
    assert label_in(Notice.N09, code) == newer
    assert {older, newer} <= set(labels_of(code))


def test_other_names_do_not_change() -> None:
    assert label_in(Notice.N06, Diploma.BTS) == Diploma.BTS.label
    assert labels_of(Diploma.BTS) == (Diploma.BTS.label,)


def test_changes_are_those_of_the_lists() -> None:
    assert changes_of(Notice.N06) == Changes(added=(), renamed=(), withdrawn=())
    assert changes_of(Notice.N08) == Changes(
        added=(ContractType.TRAINING_SITE,), renamed=(), withdrawn=()
    )
    newest = changes_of(Notice.N09)
    assert {code.value for code in newest.added} == {"75", "76", "44"}
    assert {c.value for c in newest.withdrawn} == {"71", "72", "74", "61"}
    assert set(newest.renamed) == {
        ContractType.DIPLOMA,
        Diploma.SPECIALISATION_CERTIFICATE,
        Diploma.MASTER,
    }


def test_levels_of_the_maitre() -> None:
    assert MaitreLevel("0") is MaitreLevel.NONE
    assert [level.value for level in MaitreLevel][1:] == list("345678")


@pytest.mark.parametrize(
    ("day", "notice"),
    [
        (date(2023, 4, 20), Notice.N07),
        (date(2025, 1, 16), Notice.N07),
        (date(2025, 1, 17), Notice.N08),
        (date(2025, 6, 30), Notice.N08),
        (date(2025, 7, 1), Notice.N09),
        (date(2025, 7, 2), Notice.N09),
    ],
)
def test_newest_notice_of_a_day(day: date, notice: Notice) -> None:
    version = NOTICES.concluded(day)
    assert version.value is notice
    assert version.sources == (notice.source,)


def test_notice_06_has_no_known_first_day() -> None:
    with pytest.raises(NotCovered):
        NOTICES.concluded(date(2023, 4, 19))


def test_notices_are_in_order() -> None:
    assert all(a < b and a <= b for a, b in pairwise(Notice))
    assert all(n <= Notice(n.value) for n in Notice)
    assert not any(b < a or b <= a for a, b in pairwise(Notice))
    assert Notice.N07.forms == ("*10", "*11", "*12")
