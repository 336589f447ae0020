"""A code written stands in the newest notice on the day of conclusion."""

from datetime import date
from typing import Any

import pytest

from apprentissage.cerfa.codes_listed import CODES_LISTED
from apprentissage.facts import Contract, ContractType, Diploma, EmployerType
from apprentissage.judging import Finding
from apprentissage.law.readings import LETTER
from tests.sample import NO, OPEN, YES, check_speaks, given

EPIC = EmployerType.INDUSTRIAL_COMMERCIAL_PUBLIC_BODY
CAP = Diploma.CAP


def case(day: date, diploma: Diploma | None, **facts: Any) -> Contract:
    whole = given(day, training={"diploma": diploma}, **facts)
    apprentice = whole.apprentice
    return given(
        day,
        training={"diploma": diploma},
        apprentice={
            "born_on": apprentice.born_on,
            "last_diploma_prepared": CAP,
            "highest_diploma": CAP,
        },
        **facts,
    )


def find(day: date, diploma: Diploma | None, **facts: Any) -> Finding:
    return CODES_LISTED.find(case(day, diploma, **facts), LETTER)


@pytest.mark.parametrize(
    ("day", "diploma", "outcome"),
    [
        (date(2023, 4, 20), Diploma.PROFESSIONAL_MASTER, YES),
        (date(2025, 6, 30), Diploma.PROFESSIONAL_MASTER, YES),
        (date(2025, 7, 1), Diploma.PROFESSIONAL_MASTER, NO),
        (date(2025, 7, 2), Diploma.PROFESSIONAL_MASTER, NO),
        (date(2025, 1, 16), Diploma.BUSINESS_SCHOOL, NO),
        (date(2025, 1, 17), Diploma.BUSINESS_SCHOOL, YES),
        (date(2025, 7, 1), Diploma.BUSINESS_SCHOOL, YES),
        (date(2025, 7, 1), None, OPEN),
        (date(2025, 1, 17), None, YES),  # #08 refuses none for sure
    ],
)
def test_diploma_of_a_day(day: date, diploma: Diploma | None, outcome: object) -> None:
    found = find(day, diploma, kind=ContractType.FIRST)
    assert found.outcome is outcome


def test_before_notice_07_it_is_not_covered() -> None:
    found = find(date(2023, 4, 19), CAP)
    assert found.outcome is OPEN
    assert [caveat.name for caveat in found.caveats] == ["NOT_COVERED"]


def test_a_code_withdrawn_names_its_replacement() -> None:
    (part,) = [
        p
        for p in find(date(2025, 7, 1), Diploma.ENGINEER_OR_BUSINESS_SCHOOL).parts
        if p.outcome is NO
    ]
    assert part.subject == "diplôme ou titre visé"
    assert "75 (" in part.sentence
    assert "76 (" in part.sentence
    assert [caveat.name for caveat in part.caveats] == ["OLDER_FORM"]


def test_a_doubt_is_a_caveat() -> None:
    found = find(date(2024, 9, 2), CAP, kind=ContractType.TRAINING_SITE)
    assert found.outcome is YES
    assert [caveat.name for caveat in found.caveats] == ["CODE_38_EARLIER"]


def test_says_all_it_lists() -> None:
    check_speaks(
        CODES_LISTED,
        case(date(2025, 7, 1), CAP, employer={"type": EPIC}),
        case(date(2025, 7, 1), Diploma.RESEARCH_MASTER),
        case(date(2024, 7, 1), Diploma.PROFESSIONAL_SPECIALISATION),
        case(date(2025, 7, 1), None),
    )
