"""Upper age (L6222-1).

« Nul ne peut être engagé en qualité d'apprenti s'il n'est âgé de seize ans
au moins à vingt-neuf ans révolus au début de l'apprentissage. » 25 completed
years for contracts concluded before 2019-01-01, 30 in the regions of the
experiment of 2017-2018.
"""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apprentissage.age.upper_age import UPPER_AGE, upper_age_eligibility
from apprentissage.errors import NotCovered
from apprentissage.facts import (
    AgeExemption,
    Contract,
    Employer,
    PreviousCycle,
    Region,
    Route,
    RuptureCause,
    Training,
)
from apprentissage.judging import Finding, Outcome
from apprentissage.law.readings import DOCTRINE, LETTER
from apprentissage.law.sources import article
from apprentissage.months import same_day
from apprentissage.reviewing import agenda
from tests.support.eligibility import NOT_IN_PERSON, UNEXEMPTED, a_contract
from tests.support.missing import check_missing

COMPLIANT, NON_COMPLIANT = Outcome.COMPLIANT, Outcome.NON_COMPLIANT
NONE = AgeExemption.NONE
DAY = timedelta(days=1)


def outcome(contract: Contract) -> Outcome:
    return UPPER_AGE.find(contract).outcome


@pytest.mark.parametrize(
    ("born_on", "latest_on", "concluded_on"),
    [
        # 29 completed years: the eve of the 30th birthday
        (date(1996, 9, 15), date(2026, 9, 14), date(2026, 8, 31)),
        (date(1989, 1, 10), date(2019, 1, 9), date(2019, 1, 1)),
        (date(1997, 1, 1), date(2026, 12, 31), date(2026, 12, 15)),
        # 25 completed years: the eve of the 26th birthday
        (date(1993, 1, 10), date(2019, 1, 9), date(2018, 12, 31)),
        (date(1982, 6, 2), date(2008, 6, 1), date(2008, 5, 1)),
        # born on 29 February: the 30th birthday falls on 28 February
        (date(1996, 2, 29), date(2026, 2, 27), date(2026, 1, 5)),
    ],
)
def test_the_limit_to_the_day(born_on: date, latest_on: date, concluded_on: date) -> None:
    for starts_on, expected in (
        (latest_on - DAY, COMPLIANT),
        (latest_on, COMPLIANT),
        (latest_on + DAY, NON_COMPLIANT),
    ):
        finding = UPPER_AGE.find(
            a_contract(
                born_on=born_on,
                concluded_on=concluded_on,
                starts_on=starts_on,
                employer=Employer(region=Region.NORMANDIE),
                **UNEXEMPTED,
            )
        )
        assert finding.outcome is expected
        assert finding["latest_on"] == latest_on
        assert finding["on"] == starts_on
        assert finding["code"] is None
        asked = upper_age_eligibility(
            born_on=born_on,
            concluded_on=concluded_on,
            starts_on=starts_on,
            region=Region.NORMANDIE,
            previous=(),
            **NOT_IN_PERSON,
        )
        assert asked.outcome is expected
        assert asked["latest_on"] == latest_on


def test_the_day_of_conclusion_chooses_the_version() -> None:
    def concluded(concluded_on: date) -> Contract:
        return a_contract(
            born_on=date(1990, 6, 1),
            concluded_on=concluded_on,
            starts_on=date(2019, 1, 7),
            **UNEXEMPTED,
        )

    before, after = concluded(date(2018, 12, 31)), concluded(date(2019, 1, 1))
    found = UPPER_AGE.find(before)
    assert found.missing == ("employer.region",)
    assert found.caveats == ()
    assert outcome(after) is COMPLIANT
    assert UPPER_AGE.find(after).caveats == ()


def test_signed_in_time_started_too_late_is_contested() -> None:
    contract = a_contract(
        born_on=date(1996, 9, 15),
        concluded_on=date(2026, 9, 14),
        starts_on=date(2026, 9, 15),
        **UNEXEMPTED,
    )
    letter = UPPER_AGE.find(contract)
    assert letter.outcome is NON_COMPLIANT
    assert [(c.point, c.choice.name, c.outcome) for c in letter.contested] == [
        ("upper_age_day", "CONCLUSION", COMPLIANT)
    ]
    doctrine = UPPER_AGE.find(contract, DOCTRINE)
    assert doctrine.outcome is COMPLIANT
    assert doctrine["on"] == date(2026, 9, 14)
    assert [c.name for c in doctrine.caveats] == ["REASONABLE_TIME"]
    assert [c.choice.name for c in doctrine.contested] == ["START"]


def test_signed_on_the_birthday_is_too_late_for_all() -> None:
    contract = a_contract(born_on=date(1996, 9, 15), starts_on=date(2026, 9, 15), **UNEXEMPTED)
    found = UPPER_AGE.find(contract)
    assert found.outcome is NON_COMPLIANT
    assert found.contested == ()


def test_a_reading_that_only_changes_the_code_is_contested() -> None:
    contract = a_contract(
        born_on=date(1996, 9, 15),
        concluded_on=date(2026, 9, 14),
        starts_on=date(2026, 9, 15),
        apprentice={"rqth": True},
    )
    found = UPPER_AGE.find(contract)
    assert (found.outcome, found["code"]) == (COMPLIANT, "12")
    assert [(c.point, c.outcome, c.code) for c in found.contested] == [
        ("upper_age_day", COMPLIANT, None)
    ]


def test_born_on_29_february() -> None:
    # 30 on 28 February 2026, or on 1 March
    contract = a_contract(born_on=date(1996, 2, 29), starts_on=date(2026, 2, 28), **UNEXEMPTED)
    found = UPPER_AGE.find(contract)
    assert found.outcome is NON_COMPLIANT
    assert [(c.point, c.outcome) for c in found.contested] == [("leap_birthday", COMPLIANT)]
    late = LETTER.choose(leap_birthday="MARCH_1")
    assert UPPER_AGE.find(contract, late)["age"] == 29
    assert found["age"] == 30


class TestRegionalExperiment:
    """Loi 2016-1088 art. 77: up to 30 completed years in some regions."""

    @pytest.mark.parametrize(
        ("region", "concluded_on", "expected"),
        [
            (Region.BRETAGNE, date(2016, 12, 31), NON_COMPLIANT),
            (Region.BRETAGNE, date(2017, 1, 1), COMPLIANT),
            (Region.BRETAGNE, date(2018, 12, 31), COMPLIANT),
            (Region.GRAND_EST, date(2017, 1, 1), COMPLIANT),
            (Region.HAUTS_DE_FRANCE, date(2017, 1, 1), COMPLIANT),
            (Region.NOUVELLE_AQUITAINE, date(2017, 1, 1), COMPLIANT),
            (Region.PAYS_DE_LA_LOIRE, date(2017, 1, 1), COMPLIANT),
            (Region.CENTRE_VAL_DE_LOIRE, date(2017, 1, 1), COMPLIANT),
            (Region.BOURGOGNE_FRANCHE_COMTE, date(2017, 1, 1), COMPLIANT),
            (Region.OCCITANIE, date(2017, 3, 22), NON_COMPLIANT),
            (Region.OCCITANIE, date(2017, 3, 23), COMPLIANT),
            (Region.ILE_DE_FRANCE, date(2017, 3, 22), NON_COMPLIANT),
            (Region.ILE_DE_FRANCE, date(2017, 3, 23), COMPLIANT),
            (Region.NORMANDIE, date(2018, 6, 1), NON_COMPLIANT),
            (Region.CORSE, date(2018, 6, 1), NON_COMPLIANT),
            (Region.OVERSEAS, date(2018, 6, 1), NON_COMPLIANT),
        ],
    )
    def test_regions_and_their_days(
        self, region: Region, concluded_on: date, expected: Outcome
    ) -> None:
        contract = a_contract(
            born_on=date(1989, 6, 1),
            starts_on=concluded_on,
            employer=Employer(region=region),
            **UNEXEMPTED,
        )
        found = UPPER_AGE.find(contract)
        assert found.outcome is expected
        assert found["code"] is None

    @pytest.mark.parametrize(
        ("starts_on", "expected"),
        [
            (date(2018, 8, 31), COMPLIANT),
            (date(2018, 9, 1), COMPLIANT),
            (date(2018, 9, 2), NON_COMPLIANT),
        ],
    )
    def test_up_to_the_eve_of_the_31st_birthday(self, starts_on: date, expected: Outcome) -> None:
        contract = a_contract(
            born_on=date(1987, 9, 2),
            concluded_on=date(2018, 8, 1),
            starts_on=starts_on,
            employer=Employer(region=Region.BRETAGNE),
            **UNEXEMPTED,
        )
        found = UPPER_AGE.find(contract)
        assert found.outcome is expected
        if expected is COMPLIANT:
            assert found["latest_on"] == date(2018, 9, 1)
            assert found["age"] == 30

    def test_the_region_is_asked_only_where_it_decides(self) -> None:
        def missing(born_on: date, concluded_on: date) -> tuple[str, ...]:
            contract = a_contract(born_on=born_on, starts_on=concluded_on, **UNEXEMPTED)
            return UPPER_AGE.find(contract).missing

        at_27 = date(1990, 6, 1)
        assert missing(at_27, date(2016, 12, 31)) == ()
        assert missing(at_27, date(2017, 1, 1)) == ("employer.region",)
        assert missing(at_27, date(2018, 12, 31)) == ("employer.region",)
        assert missing(at_27, date(2019, 1, 1)) == ()
        assert missing(date(1987, 1, 2), date(2018, 1, 1)) == ("employer.region",)
        assert missing(date(1987, 1, 1), date(2018, 1, 1)) == ()
        check_missing(
            UPPER_AGE,
            a_contract(born_on=at_27, starts_on=date(2018, 6, 1), **UNEXEMPTED),
            {"employer.region": list(Region), "training.level": [6]},
        )

    @pytest.mark.parametrize(
        ("concluded_on", "born_on", "expected"),
        [
            (date(2019, 1, 1), date(1988, 6, 1), True),
            (date(2019, 12, 31), date(1989, 6, 1), True),
            (date(2020, 1, 1), date(1989, 6, 1), False),
            # 31: no experiment would help
            (date(2019, 6, 1), date(1988, 6, 1), False),
        ],
    )
    def test_its_fate_in_2019_is_a_caveat(
        self, concluded_on: date, born_on: date, expected: bool
    ) -> None:
        contract = a_contract(
            born_on=born_on,
            starts_on=concluded_on,
            employer=Employer(region=Region.BRETAGNE),
            **UNEXEMPTED,
        )
        found = UPPER_AGE.find(contract)
        assert found.outcome is NON_COMPLIANT
        names = [c.name for c in found.caveats]
        assert ("REGIONAL_EXPERIMENT_2019" in names) is expected


def failed_on(ended_on: date) -> PreviousCycle:
    return PreviousCycle(
        route=Route.APPRENTICESHIP,
        ended_on=ended_on,
        same_employer=False,
        same_diploma=True,
        exam_failed=True,
        diploma_obtained=False,
        already_prolonged=False,
    )


class TestFirstLawfulDay:
    """A text may let the person in later: compliant then, not on its eve."""

    @pytest.mark.parametrize(
        ("contract", "expected"),
        [
            # 29 completed years from 2019
            (
                a_contract(
                    born_on=date(1991, 6, 1),
                    starts_on=date(2018, 9, 3),
                    employer=Employer(region=Region.NORMANDIE),
                    **UNEXEMPTED,
                ),
                date(2019, 1, 1),
            ),
            # Occitanie joins the experiment
            (
                a_contract(
                    born_on=date(1989, 6, 1),
                    starts_on=date(2017, 2, 1),
                    employer=Employer(region=Region.OCCITANIE),
                    **UNEXEMPTED,
                ),
                date(2017, 3, 23),
            ),
            (
                a_contract(
                    born_on=date(1989, 6, 1),
                    starts_on=date(2016, 12, 1),
                    employer=Employer(region=Region.BRETAGNE),
                    **UNEXEMPTED,
                ),
                date(2017, 1, 1),
            ),
            # thirty-five at conclusion from 2020-04-01
            (
                a_contract(
                    born_on=date(1988, 6, 1),
                    starts_on=date(2020, 3, 2),
                    training=Training(level=6),
                    apprentice=NOT_IN_PERSON,
                    age_exemption=AgeExemption.HIGHER_DIPLOMA,
                    previous=(
                        PreviousCycle(
                            route=Route.APPRENTICESHIP, ended_on=date(2019, 9, 30), level=5
                        ),
                    ),
                ),
                date(2020, 4, 1),
            ),
            # athletes from 2015-11-29
            (
                a_contract(
                    born_on=date(1980, 6, 1),
                    starts_on=date(2015, 9, 1),
                    apprentice={**NOT_IN_PERSON, "high_level_athlete": True},
                    previous=(),
                ),
                date(2015, 11, 29),
            ),
            # no cap for recognised disabled workers from 2008-12-29
            (
                a_contract(
                    born_on=date(1970, 6, 1),
                    starts_on=date(2008, 9, 1),
                    apprentice={**NOT_IN_PERSON, "rqth": True},
                    previous=(),
                ),
                date(2008, 12, 29),
            ),
            # a year after a failed examination: 13 months are too long
            (
                a_contract(
                    born_on=date(1990, 6, 1),
                    starts_on=date(2026, 9, 1),
                    ends_on=date(2027, 9, 30),
                    apprentice=NOT_IN_PERSON,
                    previous=(failed_on(date(2026, 7, 31)),),
                ),
                date(2026, 10, 1),
            ),
            # …and where the end is 28 February, a start on 29 February fits
            (
                a_contract(
                    born_on=date(1990, 6, 1),
                    starts_on=date(2024, 1, 1),
                    ends_on=date(2025, 2, 28),
                    apprentice=NOT_IN_PERSON,
                    previous=(failed_on(date(2023, 7, 31)),),
                ),
                date(2024, 2, 29),
            ),
            # no day helps
            (a_contract(born_on=date(1990, 6, 1), starts_on=date(2026, 9, 1), **UNEXEMPTED), None),
        ],
    )
    def test_holds_from(self, contract: Contract, expected: date | None) -> None:
        found = UPPER_AGE.find(contract)
        assert found.outcome is NON_COMPLIANT
        assert found.holds_from == expected


@pytest.mark.parametrize(
    ("born_on", "concluded_on", "starts_on"),
    [
        # 30 between the signature and the start, 26 before 2019
        (date(1996, 8, 20), date(2026, 6, 22), date(2026, 9, 1)),
        (date(1990, 6, 1), date(2015, 11, 30), date(2016, 11, 30)),
    ],
)
def test_it_holds_from_the_morrow_where_the_age_passes_in_between(
    born_on: date, concluded_on: date, starts_on: date
) -> None:
    contract = a_contract(
        born_on=born_on, concluded_on=concluded_on, starts_on=starts_on, **UNEXEMPTED
    )
    found = UPPER_AGE.find(contract)
    assert found.outcome is NON_COMPLIANT
    assert found.holds_from == concluded_on + DAY


def test_what_is_missing_where_every_exemption_is_tried() -> None:
    def found(born_on: date, ends_on: date) -> Finding:
        return UPPER_AGE.find(
            a_contract(born_on=born_on, starts_on=date(2026, 9, 1), ends_on=ends_on)
        )

    in_person = {
        "apprentice.business_project",
        "apprentice.disability_title",
        "apprentice.high_level_athlete",
        "apprentice.project_requires_diploma",
        "apprentice.rqth",
    }
    at_32 = found(date(1994, 6, 1), date(2028, 8, 31))
    assert at_32.outcome is Outcome.UNDETERMINED
    assert set(at_32.missing) == {*in_person, "previous", "training.level"}
    assert at_32["age"] == 32
    assert at_32["latest_on"] == date(2024, 5, 31)
    assert "il manque" in at_32.sentence
    # past 35 an earlier contract no longer helps, except after a failure,
    # for a year at most
    at_36 = found(date(1990, 6, 1), date(2027, 9, 1))
    assert set(at_36.missing) == in_person
    one_year = found(date(1990, 6, 1), date(2027, 8, 31))
    assert set(one_year.missing) == {*in_person, "previous"}
    # no text exempted after a failure before April 2020
    early = a_contract(
        born_on=date(1984, 3, 1),
        concluded_on=date(2020, 3, 31),
        starts_on=date(2020, 4, 6),
        ends_on=date(2021, 4, 5),
    )
    assert set(UPPER_AGE.find(early).missing) == {
        "apprentice.business_project",
        "apprentice.high_level_athlete",
        "apprentice.project_requires_diploma",
        "apprentice.rqth",
    }


def test_one_exemption_suffices_and_is_named() -> None:
    contract = a_contract(
        born_on=date(1990, 6, 1),
        starts_on=date(2026, 9, 1),
        apprentice={"high_level_athlete": True},
    )
    found = UPPER_AGE.find(contract)
    assert found.outcome is COMPLIANT
    assert found["exemption"] is AgeExemption.HIGH_LEVEL_ATHLETE
    assert found["code"] == "12"
    assert found.missing == ()
    subjects = [part.subject for part in found.parts]
    assert subjects[0] == "limite d'âge"
    assert subjects[1:] == [e.label for e in AgeExemption if e is not NONE]


class TestByOperationOfTheLaw:
    """L6222-2: the limit « n'est pas applicable », whatever is relied on."""

    def found(self, relied_on: AgeExemption | None, **apprentice: Any) -> Finding:
        return UPPER_AGE.find(
            a_contract(
                born_on=date(1990, 6, 1),
                starts_on=date(2026, 9, 1),
                ends_on=date(2027, 8, 31),
                apprentice=apprentice,
                age_exemption=relied_on,
            )
        )

    @pytest.mark.parametrize("relied_on", [None, *AgeExemption])
    def test_a_known_rqth_is_never_refused(self, relied_on: AgeExemption | None) -> None:
        found = self.found(relied_on, rqth=True)
        assert found.outcome is COMPLIANT
        assert found["exemption"] is AgeExemption.DISABLED_WORKER
        assert found["code"] == "12"

    def test_it_cites_that_source_alone(self) -> None:
        found = self.found(None, rqth=True)
        assert found.sources == (article("L6222-2 3°", date(2026, 9, 1)),)
        assert found.caveats == ()

    def test_the_one_relied_on_is_told_where_it_fails(self) -> None:
        relied_on = AgeExemption.BUSINESS_PROJECT
        found = self.found(relied_on, rqth=True, business_project=False)
        assert found["relied_on"] is relied_on
        assert "ne tient pas" in found.sentence
        assert relied_on.label in found.sentence
        assert found.parts[1].subject == relied_on.label
        assert found.parts[1].outcome is NON_COMPLIANT
        # nothing is said while it waits
        waits = self.found(relied_on, rqth=True)
        assert waits.get("relied_on") is None
        assert "ne tient pas" not in waits.sentence

    def test_the_one_relied_on_is_named_where_several_hold(self) -> None:
        relied_on = AgeExemption.HIGH_LEVEL_ATHLETE
        found = self.found(relied_on, rqth=True, high_level_athlete=True)
        assert found["exemption"] is relied_on
        assert found.sources == (article("L6222-2 5°", date(2026, 9, 1)),)

    def test_none_lifts_it_only_where_each_is_known_not_to(self) -> None:
        nothing = self.found(NONE, **NOT_IN_PERSON)
        assert nothing.outcome is Outcome.UNDETERMINED
        # at 36 no earlier contract helps but one that failed, for a year
        assert nothing.missing == ("previous",)
        assert "apprentice.rqth" in self.found(NONE).missing


def test_the_code_of_before_2019_is_a_caveat() -> None:
    def caveats(concluded_on: date) -> list[str]:
        contract = a_contract(
            born_on=date(1970, 6, 1), starts_on=concluded_on, apprentice={"rqth": True}
        )
        found = UPPER_AGE.find(contract)
        assert found["code"] == "12"
        return [caveat.name for caveat in found.caveats]

    assert "CODE_BEFORE_2019" in caveats(date(2018, 12, 31))
    assert "CODE_BEFORE_2019" not in caveats(date(2019, 1, 1))


class TestAgenda:
    """The last days that the age sets, where they come near the contract."""

    def on(self, contract: Contract) -> list[date]:
        return [entry.on for entry in agenda(contract, rules=(UPPER_AGE,))]

    def test_far_from_the_limit_there_is_none(self) -> None:
        # 30 on 2029-08-31: a next contract signed up to 2029-08-31 may
        # still start the day before
        near = a_contract(born_on=date(1999, 9, 1), starts_on=date(2026, 9, 1))
        far = a_contract(born_on=date(1999, 9, 2), starts_on=date(2026, 9, 1))
        assert near.ends_on == date(2028, 8, 31)
        assert self.on(near) == []
        assert self.on(far) == []
        nearer = a_contract(born_on=date(1999, 8, 31), starts_on=date(2026, 9, 1))
        assert self.on(nearer) == [date(2029, 8, 30), date(2029, 8, 31)]

    def test_past_the_limit_one_year_after_each_contract(self) -> None:
        cycle = PreviousCycle(route=Route.APPRENTICESHIP, ended_on=date(2026, 7, 31))
        broken = PreviousCycle(
            route=Route.APPRENTICESHIP,
            ruptured_on=date(2025, 12, 1),
            rupture_cause=RuptureCause.EMPLOYER_CLOSURE,
        )
        school = PreviousCycle(route=Route.SCHOOL, ended_on=date(2020, 7, 31))
        undated = PreviousCycle(route=Route.APPRENTICESHIP)
        contract = a_contract(
            born_on=date(1990, 6, 1),
            starts_on=date(2026, 9, 1),
            previous=(cycle, broken, school, undated),
        )
        assert self.on(contract) == [date(2026, 12, 1), date(2027, 7, 31), date(2029, 8, 31)]

    def test_nothing_known_of_earlier_contracts(self) -> None:
        contract = a_contract(born_on=date(1990, 6, 1), starts_on=date(2026, 9, 1))
        assert self.on(contract) == [date(2029, 8, 31)]


MONTHS = [same_day(date(2008, 5, 1), n) for n in range(12 * (2027 - 2008))]


@pytest.mark.parametrize("concluded_on", MONTHS, ids=str)
def test_every_month_since_2008_is_covered(concluded_on: date) -> None:
    young = a_contract(born_on=same_day(concluded_on, -12 * 20), starts_on=concluded_on)
    old = a_contract(born_on=same_day(concluded_on, -12 * 40), starts_on=concluded_on)
    assert UPPER_AGE.judge(young, LETTER).outcome is COMPLIANT
    assert UPPER_AGE.judge(old, LETTER).outcome is Outcome.UNDETERMINED


def test_before_2008_05_it_is_not_covered() -> None:
    with pytest.raises(NotCovered):
        UPPER_AGE.judge(a_contract(born_on=date(1988, 1, 1), starts_on=date(2008, 4, 30)), LETTER)


@given(
    st.dates(date(1960, 1, 1), date(2010, 12, 31)),
    st.dates(date(2008, 5, 1), date(2030, 12, 31)),
    st.integers(0, 400),
)
def test_a_later_birth_never_disqualifies(born_on: date, starts_on: date, days: int) -> None:
    if born_on + timedelta(days=days) >= starts_on:
        return
    older = a_contract(born_on=born_on, starts_on=starts_on, **UNEXEMPTED)
    younger = a_contract(born_on=born_on + timedelta(days=days), starts_on=starts_on, **UNEXEMPTED)
    if outcome(older) is COMPLIANT:
        assert outcome(younger) is COMPLIANT
