"""The question on a maître: of age, and competent (L6223-8-1, R6223-22).

« une année d'exercice d'une activité professionnelle en rapport avec la
qualification préparée » with a diploma of the field and of the level, else
« deux années ».
"""

from datetime import date
from typing import Any

import pytest

from apprentissage.errors import InvalidValue, NotCovered
from apprentissage.facts import (
    NO_BRANCH_AGREEMENT,
    BranchAgreement,
    EmployerType,
    ExperienceKind,
    ExperiencePeriod,
    SpecificEmployer,
    Territory,
)
from apprentissage.judging import Outcome
from apprentissage.maitre.maitre_competence import (
    COMPETENT,
    OF_AGE,
    MaitreQualification,
    maitre_qualification,
)
from tests.sample import NO, OPEN, YES

KNOWN: dict[str, Any] = {
    "maitre_born_on": date(1990, 5, 4),
    "level": 5,
    "field_diploma_level": 5,
    "employer_type": EmployerType.OTHER_PRIVATE,
    "specific_employer": SpecificEmployer.NONE,
    "branch_agreement": NO_BRANCH_AGREEMENT,
}


def asked(signed: date = date(2026, 9, 1), **facts: Any) -> MaitreQualification:
    return maitre_qualification(
        starts_on=facts.pop("starts_on", signed), concluded_on=signed, **facts
    )


def job(first: date, last: date | None = None) -> ExperiencePeriod:
    return ExperiencePeriod(
        starts_on=first, ends_on=last, kind=ExperienceKind.EMPLOYMENT, ongoing=last is None
    )


@pytest.mark.parametrize(
    ("signed", "months", "outcome"),
    [
        # a post opened on 1 September 2025: twelve months on the eve
        (date(2026, 8, 31), 11, NO),
        (date(2026, 9, 1), 12, YES),
        (date(2026, 9, 2), 12, YES),
    ],
)
def test_a_year_with_a_diploma(signed: date, months: int, outcome: Outcome) -> None:
    found = asked(signed, **KNOWN, experience=(job(date(2025, 9, 1)),))
    assert found.outcome is outcome
    assert found.counted_months == months
    if outcome is NO:
        assert found.complies_from_on == date(2026, 9, 1)
        assert found.lacking_months == 1
    else:
        assert found.route == "diploma_and_experience"


@pytest.mark.parametrize(("months", "outcome"), [(23, NO), (24, YES)])
def test_two_years_without(months: int, outcome: Outcome) -> None:
    facts = {**KNOWN, "field_diploma_level": 0}
    found = asked(**facts, experience_months=months, excluded_months=0)
    assert found.outcome is outcome
    route = "experience_only" if outcome is YES else None
    assert found.route == route


@pytest.mark.parametrize(("level", "outcome"), [(4, NO), (5, YES), (6, YES)])
def test_of_several_diplomas_the_highest_of_the_field(level: int, outcome: Outcome) -> None:
    facts = {**KNOWN, "field_diploma_level": level}
    # that of another field does not count
    found = asked(**facts, maitre_diploma_level=7, experience_months=12, excluded_months=0)
    assert found.outcome is outcome


def test_days_of_two_periods_count_once_and_placements_not() -> None:
    placement = ExperiencePeriod(
        starts_on=date(2023, 1, 1), ends_on=date(2023, 12, 31), kind=ExperienceKind.PLACEMENT
    )
    both = (job(date(2024, 1, 1), date(2024, 12, 31)), job(date(2024, 7, 1), date(2025, 6, 30)))
    found = asked(**KNOWN, experience=(placement, *both))
    assert found.counted_months == 18


@pytest.mark.parametrize(
    ("starts_on", "outcome"),
    [(date(2026, 9, 1), NO), (date(2026, 9, 2), YES), (date(2026, 9, 3), YES)],
)
def test_of_age_at_the_start(starts_on: date, outcome: Outcome) -> None:
    facts = {**KNOWN, "maitre_born_on": date(2008, 9, 2)}
    found = asked(
        date(2026, 8, 31), starts_on=starts_on, **facts, experience_months=12, excluded_months=0
    )
    assert found.outcome is outcome
    assert found.majority_on == date(2026, 9, 2)
    competent, of_age = found.parts
    assert (competent.subject, of_age.subject) == (COMPETENT, OF_AGE)
    assert (COMPETENT, OF_AGE) == ("compétence", "majorité")
    assert competent.outcome is YES
    assert of_age.outcome is outcome


def test_nothing_known_names_what_decides() -> None:
    found = asked()
    assert found.outcome is OPEN
    assert {"employer_type", "maitre_born_on", "specific_employer"} <= set(found.missing)
    experience = ExperiencePeriod(starts_on=date(2024, 1, 1))
    told = asked(**KNOWN, experience=(experience,))
    assert told.missing == ("experience[0].ends_on", "experience[0].kind")
    assert told.sentence == (
        "Informations manquantes\xa0: fin de la période d'activité et nature "
        "de la période d'activité."
    )


def test_a_branch_may_ask_otherwise() -> None:
    agreement = BranchAgreement(
        idcc="1486",
        years_with_diploma=2,
        years_without_diploma=3,
        conditions=("formation de tuteur",),
    )
    facts = {**KNOWN, "branch_agreement": agreement}
    months: dict[str, Any] = {"experience_months": 24, "excluded_months": 0}
    assert asked(**facts, **months).missing == ("branch_conditions",)
    met = asked(**facts, **months, branch_conditions=("formation de tuteur",))
    assert met.outcome is YES


def test_a_craft_firm_of_alsace_moselle_asks_for_the_brevet() -> None:
    facts = {
        **KNOWN,
        "employer_type": EmployerType.CRAFT_REGISTER,
        "territory": Territory.ALSACE_MOSELLE,
    }
    assert asked(**facts).missing == ("brevet_de_maitrise",)
    assert asked(**facts, brevet_de_maitrise=True).outcome is YES
    assert asked(**facts, brevet_de_maitrise=False).outcome is NO


def test_what_cannot_be_is_refused_by_its_name() -> None:
    with pytest.raises(InvalidValue) as caught:
        asked(maitre_diploma_level=9)
    assert caught.value.path == "maitre_diploma_level"
    with pytest.raises(InvalidValue) as caught:
        asked(experience=(), experience_months=3)
    assert caught.value.path == "experience_months"
    public = {**KNOWN, "employer_type": EmployerType.COMMUNE}
    with pytest.raises(NotCovered):
        asked(date(2018, 12, 31), **public)
