"""The diploma aimed at, of levels 3 to 8, has the level declared."""

import pytest

from apprentissage.cerfa.diploma_level import DIPLOMA_LEVEL
from apprentissage.cerfa.diploma_levels import DIPLOMA_LEVELS
from apprentissage.facts import Diploma
from apprentissage.law.readings import LETTER
from apprentissage.reviewing import remedies, review
from tests.sample import NO, OPEN, YES, check_speaks, contract

LEVELS = {
    Diploma.DOCTORATE: "8",
    Diploma.MASTER: "7",
    Diploma.ENGINEERING_DEGREE: "7",
    Diploma.OTHER_BAC_5: "7 8",
    Diploma.FIRST_YEAR_OF_MASTER: "6",
    Diploma.BUT: "6",
    Diploma.BTS: "5",
    Diploma.BAC_PRO: "4",
    Diploma.PROFESSIONAL_SPECIALISATION: "4",
    Diploma.CAP: "3",
    Diploma.SPECIALISATION_CERTIFICATE: "3",
    Diploma.DNB: "",
    Diploma.NO_DIPLOMA: "",
}


def test_every_code_has_its_levels() -> None:
    assert set(DIPLOMA_LEVELS) == set(Diploma)
    for diploma, levels in LEVELS.items():
        assert " ".join(map(str, DIPLOMA_LEVELS[diploma])) == levels


@pytest.mark.parametrize(
    ("diploma", "level", "outcome"),
    [
        (Diploma.BTS, 4, NO),
        (Diploma.BTS, 5, YES),
        (Diploma.BTS, 6, NO),
        (Diploma.BTS, None, OPEN),
        (Diploma.OTHER_BAC_5, 6, NO),
        (Diploma.OTHER_BAC_5, 7, YES),
        (Diploma.OTHER_BAC_5, 8, YES),
        (Diploma.DNB, 3, NO),
        (Diploma.NO_DIPLOMA, None, NO),
        (None, 5, OPEN),
        (None, None, OPEN),
    ],
)
def test_level(diploma: Diploma | None, level: int | None, outcome: object) -> None:
    training = {"diploma": diploma, "level": level}
    found = DIPLOMA_LEVEL.find(contract(training=training), LETTER)
    assert found.outcome is outcome
    assert ("training.level" in found.missing) is (level is None and outcome is OPEN)


@pytest.mark.parametrize(
    ("diploma", "level", "asked"),
    [
        (Diploma.CAP, None, [3]),
        (Diploma.OTHER_BAC_5, None, [7, 8]),
        (Diploma.CAP, 3, []),
        (Diploma.CAP, 4, []),
        # 13 of box 31 is no diploma that an apprentice prepares
        (Diploma.NO_DIPLOMA, None, []),
        (None, None, []),
    ],
)
def test_the_level_that_a_code_tells_is_asked_for(
    diploma: Diploma | None, level: int | None, asked: list[int]
) -> None:
    """The form has no box for the level of the diploma prepared."""
    of_code = contract(training={"diploma": diploma, "level": level})
    alone = (DIPLOMA_LEVEL,)
    questions = remedies(review(of_code, rules=alone), alone).questions
    assert [question.facts for question in questions] == [
        (("training.level", each),) for each in asked
    ]
    for question, each in zip(questions, asked, strict=True):
        assert f"niveau {each}\u202f?" in question.sentence
        assert str(diploma and diploma.value) in question.sentence


def test_says_all_it_lists() -> None:
    check_speaks(
        DIPLOMA_LEVEL,
        contract(),
        *(
            contract(training={"diploma": diploma, "level": 5})
            for diploma in (Diploma.BTS, Diploma.CAP, Diploma.DNB)
        ),
    )
