"""Exemptions from the upper age (L6222-2, D6222-1, D6222-1-2).

« La limite d'âge de vingt-neuf ans révolus n'est pas applicable dans les cas
suivants » : five cases, and a sixth that D6222-1-2 adds after a failed
examination. For 1° and 2° D6222-1 sets an age at conclusion and one year to
conclude.
"""

import pickle
from contextlib import nullcontext, suppress
from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve, fields
from hypothesis import given
from hypothesis import strategies as st

from apprentissage.age._exemptions import (
    EXEMPTIONS,
    succession_age_latest_on,
    succession_latest_on,
)
from apprentissage.age.upper_age import UPPER_AGE
from apprentissage.errors import InvalidValue, NotCovered
from apprentissage.facts import (
    AgeExemption,
    Contract,
    DisabilityTitle,
    Employer,
    PreviousCycle,
    Region,
    Route,
    RuptureCause,
    Training,
)
from apprentissage.judging import Finding, Outcome, Rule, signed_and_started_on
from apprentissage.law.readings import LETTER, Readings
from apprentissage.law.sources import article
from apprentissage.months import same_day
from tests.support.eligibility import NOT_IN_PERSON, a_contract
from tests.support.missing import check_missing, filled
from tests.support.recording import check_said

COMPLIANT, NON_COMPLIANT = Outcome.COMPLIANT, Outcome.NON_COMPLIANT
UNDETERMINED = Outcome.UNDETERMINED
DAY = timedelta(days=1)
APPRENTICESHIP = Route.APPRENTICESHIP

OPEN_LIST = LETTER.choose(involuntary_causes="OPEN_LIST")


def succession(
    *,
    concluded_on: date = date(2026, 9, 1),
    born_on: date = date(1992, 5, 1),
    prepared: int | None = 6,
    **cycle: Any,
) -> Contract:
    """Relies on a higher diploma after one earlier cycle."""
    facts: dict[str, Any] = {
        "route": APPRENTICESHIP,
        "ended_on": concluded_on - timedelta(days=31),
        "level": 0 if cycle.get("diploma_obtained") is False else 5,
        "same_diploma": False,
    }
    return a_contract(
        born_on=born_on,
        starts_on=concluded_on,
        apprentice=NOT_IN_PERSON,
        training=Training(level=prepared),
        age_exemption=AgeExemption.HIGHER_DIPLOMA,
        previous=(PreviousCycle(**(facts | cycle)),),
    )


def rupture(
    cause: RuptureCause | None,
    *,
    concluded_on: date = date(2026, 9, 1),
    born_on: date = date(1992, 5, 1),
    ruptured_on: date | None = date(2026, 6, 30),
    route: Route | None = APPRENTICESHIP,
    exemption: AgeExemption = AgeExemption.INVOLUNTARY_RUPTURE,
) -> Contract:
    return a_contract(
        born_on=born_on,
        starts_on=concluded_on,
        apprentice=NOT_IN_PERSON,
        age_exemption=exemption,
        previous=(
            PreviousCycle(
                route=route, ruptured_on=ruptured_on, rupture_cause=cause, diploma_obtained=False
            ),
        ),
    )


def _relied_on(contract: Contract, readings: Readings) -> Finding:
    assert contract.age_exemption is not None
    return EXEMPTIONS[contract.age_exemption](contract, readings)


RELIED_ON = Rule(name="relied_on", title="", judge=_relied_on)
"""The conditions of the one exemption that a contract relies on."""


def outcome(contract: Contract, readings: Readings = LETTER) -> Outcome:
    found = RELIED_ON.find(contract, readings)
    if found.outcome is COMPLIANT:
        lifted = UPPER_AGE.find(contract, readings)
        assert lifted.outcome is COMPLIANT
        assert lifted["exemption"] is contract.age_exemption
        assert lifted["code"] == "12"
    return found.outcome


def outcome_of(contract: Contract, readings: Readings = LETTER) -> Outcome:
    return UPPER_AGE.judge(contract, readings).outcome


class TestAgeAtConclusion:
    """« trente-cinq ans au plus », thirty before 2020-04-01."""

    @pytest.mark.parametrize(
        ("concluded_on", "cap"),
        [
            (date(2019, 1, 1), 30),
            (date(2020, 3, 31), 30),
            (date(2020, 4, 1), 35),
            (date(2026, 9, 1), 35),
        ],
    )
    @pytest.mark.parametrize("judged", ["higher_diploma", "rupture", "unfitness"])
    def test_to_the_day_in_three_readings(self, judged: str, concluded_on: date, cap: int) -> None:
        def at(born_on: date) -> Contract:
            if judged == "higher_diploma":
                return succession(born_on=born_on, concluded_on=concluded_on)
            unfit = judged == "unfitness"
            return rupture(
                RuptureCause.TEMPORARY_UNFITNESS if unfit else RuptureCause.EMPLOYER_CLOSURE,
                born_on=born_on,
                concluded_on=concluded_on,
                ruptured_on=concluded_on - timedelta(days=31),
                exemption=AgeExemption.TEMPORARY_UNFITNESS
                if unfit
                else AgeExemption.INVOLUNTARY_RUPTURE,
            )

        def judged_by(born_on: date, **choices: str) -> Outcome:
            return outcome_of(at(born_on), LETTER.choose(**choices))

        # A. completed years: up to the eve of the next birthday
        turns_next = same_day(concluded_on, -12 * (cap + 1))
        assert judged_by(turns_next) is NON_COMPLIANT
        assert judged_by(turns_next + DAY) is COMPLIANT
        # B. up to the eve of the birthday
        turns = same_day(concluded_on, -12 * cap)
        assert judged_by(turns, bare_age_limit="EVE") is NON_COMPLIANT
        assert judged_by(turns + DAY, bare_age_limit="EVE") is COMPLIANT
        # C. up to the birthday
        assert judged_by(turns - DAY, bare_age_limit="BIRTHDAY") is (NON_COMPLIANT)
        assert judged_by(turns, bare_age_limit="BIRTHDAY") is COMPLIANT

    def test_the_reading_is_shown_as_contested(self) -> None:
        found = UPPER_AGE.find(succession(born_on=date(1991, 3, 1)))
        assert found.outcome is COMPLIANT
        assert [(c.choice.name, c.outcome) for c in found.contested] == [
            ("EVE", NON_COMPLIANT),
            ("BIRTHDAY", NON_COMPLIANT),
        ]

    def test_the_other_readings_are_told_of_thirty_years_too(self) -> None:
        # before April 2020 nobody spoke of 34 or 35 years
        found = UPPER_AGE.find(
            succession(born_on=date(1989, 3, 10), concluded_on=date(2019, 9, 2))
        )
        assert [c.choice.name for c in found.contested] == ["EVE", "BIRTHDAY"]
        for other in found.contested:
            assert "34 ans" not in other.sentence
            assert "anniversaire de cet âge" in other.sentence

    def test_measured_at_conclusion_not_at_the_start(self) -> None:
        contract = succession(born_on=date(1990, 9, 2))
        assert outcome(evolve(contract, starts_on=date(2026, 9, 14))) is (COMPLIANT)

    def test_the_last_day_as_a_plain_function(self) -> None:
        born_on, concluded_on = date(1992, 2, 29), date(2026, 9, 1)

        def latest_on(**choices: str) -> date:
            return succession_age_latest_on(
                born_on=born_on, concluded_on=concluded_on, readings=LETTER.choose(**choices)
            )

        assert latest_on() == date(2028, 2, 28)
        assert latest_on(bare_age_limit="EVE") == date(2027, 2, 27)
        assert latest_on(bare_age_limit="BIRTHDAY") == date(2027, 2, 28)
        assert latest_on(bare_age_limit="BIRTHDAY", leap_birthday="MARCH_1") == date(2027, 3, 1)

    def test_before_2008_05_it_is_not_covered(self) -> None:
        for concluded_on, covered in ((date(2008, 4, 30), False), (date(2008, 5, 1), True)):
            with nullcontext() if covered else pytest.raises(NotCovered):
                succession_age_latest_on(born_on=date(1980, 1, 1), concluded_on=concluded_on)

    def test_no_other_exemption_has_an_age(self) -> None:
        for exemption, facts in (
            (AgeExemption.DISABLED_WORKER, {"rqth": True}),
            (AgeExemption.HIGH_LEVEL_ATHLETE, {"high_level_athlete": True}),
            (
                AgeExemption.BUSINESS_PROJECT,
                {"business_project": True, "project_requires_diploma": True},
            ),
        ):
            contract = a_contract(
                born_on=date(1960, 1, 1),
                starts_on=date(2026, 9, 1),
                apprentice=facts,
                age_exemption=exemption,
            )
            assert outcome(contract) is COMPLIANT


class TestOneYear:
    """« souscrit dans un délai maximum d'un an après l'expiration »."""

    @pytest.mark.parametrize(
        ("expired_on", "latest_on"),
        [
            (date(2025, 9, 1), date(2026, 9, 1)),
            (date(2024, 2, 29), date(2025, 2, 28)),
            (date(2023, 2, 28), date(2024, 2, 28)),
        ],
    )
    def test_to_the_day(self, expired_on: date, latest_on: date) -> None:
        assert succession_latest_on(expired_on, concluded_on=latest_on) == latest_on
        for concluded_on, expected in (
            (latest_on - DAY, COMPLIANT),
            (latest_on, COMPLIANT),
            (latest_on + DAY, NON_COMPLIANT),
        ):
            assert outcome(succession(concluded_on=concluded_on, ended_on=expired_on)) is expected
            assert (
                outcome(
                    rupture(
                        RuptureCause.EMPLOYER_BREACH,
                        concluded_on=concluded_on,
                        ruptured_on=expired_on,
                    )
                )
                is expected
            )

    def test_signed_within_it_may_start_after_it(self) -> None:
        contract = succession(ended_on=date(2025, 9, 1))
        later = evolve(contract, starts_on=date(2026, 10, 5))
        assert outcome(later) is COMPLIANT


class TestHigherDiploma:
    """« conduit à un niveau de diplôme supérieur à celui obtenu »."""

    @pytest.mark.parametrize(
        ("prepared", "obtained", "expected"),
        [
            (6, 5, COMPLIANT),
            (6, 6, NON_COMPLIANT),
            (6, 7, NON_COMPLIANT),
            (8, 3, COMPLIANT),
            (3, 0, NON_COMPLIANT),
        ],
    )
    def test_strictly_above_the_level_obtained(
        self, prepared: int, obtained: int, expected: Outcome
    ) -> None:
        contract = succession(prepared=prepared, level=obtained)
        assert outcome(contract) is expected

    def test_nothing_obtained_whatever_the_level_prepared(self) -> None:
        for prepared in (6, None):
            contract = succession(prepared=prepared, diploma_obtained=False)
            assert outcome(contract) is NON_COMPLIANT

    @pytest.mark.parametrize(
        ("prepared", "obtained", "expected"),
        [
            (None, 7, UNDETERMINED),
            (None, 8, NON_COMPLIANT),
            (4, None, UNDETERMINED),
            (3, None, NON_COMPLIANT),
        ],
    )
    def test_no_level_is_above_8_nor_below_3(
        self, prepared: int | None, obtained: int | None, expected: Outcome
    ) -> None:
        contract = succession(prepared=prepared, level=obtained)
        assert outcome(contract) is expected
        if obtained is None:
            unknown = evolve(contract, previous=None)
            assert outcome(unknown) is expected

    def test_school_is_no_apprenticeship(self) -> None:
        assert outcome(succession(route=Route.SCHOOL)) is NON_COMPLIANT

    def test_broken_by_the_diploma_counts_from_the_rupture(self) -> None:
        def broken(ruptured_on: date) -> Contract:
            return succession(
                ended_on=None,
                ruptured_on=ruptured_on,
                rupture_cause=RuptureCause.RESIGNATION,
                diploma_obtained=True,
            )

        assert outcome(broken(date(2025, 9, 1))) is COMPLIANT
        assert outcome(broken(date(2025, 8, 31))) is NON_COMPLIANT

    def test_no_earlier_cycle(self) -> None:
        contract = succession()
        assert outcome(evolve(contract, previous=())) is NON_COMPLIANT

    def test_missing(self) -> None:
        contract = evolve(succession(prepared=None), previous=(PreviousCycle(),))
        values: dict[str, list[Any]] = {
            "training.level": [3, 6],
            "previous[0].level": [0, 5],
            "previous[0].route": list(Route),
            "previous[0].ended_on": [date(2025, 8, 31), date(2026, 7, 31)],
            "apprentice.rqth": [True],
            "employer.region": [Region.BRETAGNE],
        }
        check_missing(RELIED_ON, contract, values)
        broken = filled(contract, {"previous[0].rupture_cause": RuptureCause.RESIGNATION})
        values["previous[0].ruptured_on"] = values.pop("previous[0].ended_on")
        check_missing(RELIED_ON, broken, values)

    def test_missing_the_earlier_cycles(self) -> None:
        contract = evolve(succession(), previous=None)
        check_missing(RELIED_ON, contract, {"previous": [(), succession().previous]})
        check_missing(
            RELIED_ON,
            evolve(contract, training=Training()),
            {"previous": [(), succession().previous], "training.level": [5, 6]},
        )


class TestRupture:
    """« causes indépendantes de la volonté » ; « inaptitude physique »."""

    @pytest.mark.parametrize(
        ("cause", "closed", "opened", "unfitness"),
        [
            (RuptureCause.EMPLOYER_CLOSURE, True, True, False),
            (RuptureCause.EMPLOYER_BREACH, True, True, False),
            (RuptureCause.SUSPENSION_PROCEDURE, True, True, False),
            # D6222-1, 4°, apart from the closed list of 3°
            (RuptureCause.TEMPORARY_UNFITNESS, False, False, True),
            (RuptureCause.FORCE_MAJEURE, False, True, False),
            (RuptureCause.PERMANENT_UNFITNESS, False, True, False),
            (RuptureCause.MUTUAL_AGREEMENT, False, False, False),
            (RuptureCause.RESIGNATION, False, False, False),
            (RuptureCause.DISMISSAL_FOR_MISCONDUCT, False, False, False),
            (RuptureCause.CFA_EXCLUSION, False, False, False),
            (RuptureCause.GROSS_MISCONDUCT, False, False, False),
            (RuptureCause.EMPLOYER_DEATH, False, False, False),
            # the firm ceases its activity
            (RuptureCause.LIQUIDATION, True, True, False),
        ],
    )
    def test_the_list_of_causes(
        self, cause: RuptureCause, closed: bool, opened: bool, unfitness: bool
    ) -> None:
        def carries(contract: Contract, readings: Readings = LETTER) -> bool:
            return outcome(contract, readings) is COMPLIANT

        assert carries(rupture(cause)) is closed
        assert carries(rupture(cause), OPEN_LIST) is opened
        found = RELIED_ON.find(rupture(cause))
        points = [c.point for c in found.contested]
        assert points == ([] if closed == opened else ["involuntary_causes"])
        by_unfitness = rupture(cause, exemption=AgeExemption.TEMPORARY_UNFITNESS)
        assert carries(by_unfitness) is unfitness
        assert carries(by_unfitness, OPEN_LIST) is unfitness

    def test_every_cause_is_judged(self) -> None:
        parameters = TestRupture.test_the_list_of_causes.pytestmark[0]  # type: ignore[attr-defined]
        judged = {row[0] for row in parameters.args[1]}
        assert judged == set(RuptureCause)

    def test_school_is_no_apprenticeship(self) -> None:
        contract = rupture(RuptureCause.EMPLOYER_BREACH, route=Route.SCHOOL)
        assert outcome(contract) is NON_COMPLIANT

    def test_a_contract_run_to_its_end_was_not_broken(self) -> None:
        contract = evolve(
            rupture(RuptureCause.EMPLOYER_BREACH),
            previous=(PreviousCycle(route=APPRENTICESHIP, ended_on=date(2026, 8, 31)),),
        )
        assert outcome(contract) is NON_COMPLIANT

    @pytest.mark.parametrize(
        "exemption", [AgeExemption.INVOLUNTARY_RUPTURE, AgeExemption.TEMPORARY_UNFITNESS]
    )
    def test_missing(self, exemption: AgeExemption) -> None:
        contract = rupture(None, ruptured_on=None, route=None, exemption=exemption)
        values: dict[str, list[Any]] = {
            "previous[0].rupture_cause": [
                RuptureCause.RESIGNATION,
                RuptureCause.EMPLOYER_CLOSURE,
                RuptureCause.TEMPORARY_UNFITNESS,
            ],
            "previous[0].ruptured_on": [date(2025, 8, 31), date(2025, 9, 1)],
            "previous[0].route": list(Route),
            "previous[0].same_diploma": [True],
            "training.level": [6],
        }
        check_missing(RELIED_ON, contract, values)

    def test_an_unlisted_cause_suffices_whatever_else_is_unknown(self) -> None:
        contract = rupture(RuptureCause.RESIGNATION, ruptured_on=None, route=None)
        assert outcome(contract) is NON_COMPLIANT


def disabled(
    concluded_on: date = date(2026, 9, 1), born_on: date = date(1976, 3, 10), **facts: Any
) -> Contract:
    return a_contract(
        born_on=born_on,
        starts_on=concluded_on,
        apprentice=facts,
        age_exemption=AgeExemption.DISABLED_WORKER,
    )


class TestDisabledWorker:
    """L6222-2, 3°, and L5212-13-1 since 2023-12-20."""

    def test_recognised_at_any_age(self) -> None:
        assert outcome(disabled(rqth=True)) is COMPLIANT
        assert outcome(disabled(born_on=date(1940, 1, 1), rqth=True)) is (COMPLIANT)

    def test_the_rqth_alone_is_cited_where_it_alone_holds(self) -> None:
        found = UPPER_AGE.find(disabled(rqth=True, disability_title=DisabilityTitle.NONE))
        (held,) = [p for p in found.parts if p.outcome is COMPLIANT]
        assert [source.reference for source in held.sources] == [
            "art. L. 6222-2 3° du code du travail"
        ]
        neither = UPPER_AGE.find(disabled(rqth=False, disability_title=DisabilityTitle.NONE))
        (tried,) = [p for p in neither.parts if p.subject == held.subject]
        assert len(tried.sources) > 1

    @pytest.mark.parametrize(
        ("title", "counts"),
        [
            (DisabilityTitle.INVALIDITY_PENSION, True),
            (DisabilityTitle.ADULT_DISABILITY_ALLOWANCE, True),
            (DisabilityTitle.OTHER_L5212_13, True),
            (DisabilityTitle.PUBLIC_L351_5, True),
            # « à l'exception de celles mentionnées au 5° »
            (DisabilityTitle.WAR_SURVIVOR, False),
            # from 15 to 20 only (L5213-2)
            (DisabilityTitle.YOUTH_EQUIVALENT, False),
            (DisabilityTitle.NONE, False),
        ],
    )
    def test_titles(self, title: DisabilityTitle, counts: bool) -> None:
        for concluded_on, expected in (
            (date(2023, 12, 19), False),
            (date(2023, 12, 20), counts),
            (date(2024, 1, 1), counts),
            (date(2026, 9, 1), counts),
        ):
            contract = disabled(concluded_on, rqth=False, disability_title=title)
            assert (outcome(contract) is COMPLIANT) is expected

    @pytest.mark.parametrize(
        ("concluded_on", "doubtful"),
        [(date(2023, 12, 20), True), (date(2023, 12, 31), True), (date(2024, 1, 1), False)],
    )
    def test_the_last_days_of_2023_are_unsettled(self, concluded_on: date, doubtful: bool) -> None:
        found = UPPER_AGE.find(
            disabled(concluded_on, disability_title=DisabilityTitle.INVALIDITY_PENSION)
        )
        assert found.outcome is COMPLIANT
        names = {caveat.name for caveat in found.caveats}
        assert ("TITLES_BEFORE_2024" in names) is doubtful
        # the RQTH itself is in no doubt
        sure = UPPER_AGE.find(
            disabled(concluded_on, rqth=True, disability_title=DisabilityTitle.INVALIDITY_PENSION)
        )
        assert sure.caveats == ()

    def test_capped_at_thirty_until_the_law_of_2008(self) -> None:
        # « trente ans au plus » for 1° to 3°
        for concluded_on, born_on, expected in (
            (date(2008, 12, 28), date(1977, 12, 29), COMPLIANT),
            (date(2008, 12, 28), date(1977, 12, 28), NON_COMPLIANT),
            (date(2008, 12, 29), date(1977, 12, 28), COMPLIANT),
        ):
            contract = disabled(concluded_on, born_on, rqth=True)
            assert outcome(contract) is expected

    @pytest.mark.parametrize(
        ("concluded_on", "doubtful"),
        [
            (date(2008, 12, 28), False),
            (date(2008, 12, 29), True),
            (date(2009, 5, 28), True),
            (date(2009, 5, 29), False),
        ],
    )
    def test_the_decree_follows_the_law_in_2009(self, concluded_on: date, doubtful: bool) -> None:
        found = UPPER_AGE.find(disabled(concluded_on, date(1980, 1, 1), rqth=True))
        assert found.outcome is COMPLIANT
        names = {caveat.name for caveat in found.caveats}
        assert ("DECREE_NOT_YET_AMENDED" in names) is doubtful

    def test_missing(self) -> None:
        values: dict[str, list[Any]] = {
            "apprentice.rqth": [True, False],
            "apprentice.disability_title": [
                DisabilityTitle.NONE,
                DisabilityTitle.INVALIDITY_PENSION,
            ],
            "previous": [()],
        }
        check_missing(RELIED_ON, disabled(), values)
        check_missing(RELIED_ON, disabled(date(2023, 12, 19)), {"apprentice.rqth": [True, False]})
        found = RELIED_ON.find(disabled(date(2023, 12, 19)))
        assert found.missing == ("apprentice.rqth",)


class TestBusinessProject:
    """« dont la réalisation est subordonnée à l'obtention du diplôme »."""

    @pytest.mark.parametrize(
        ("project", "requires", "expected"),
        [
            (True, True, COMPLIANT),
            (True, False, NON_COMPLIANT),
            (False, True, NON_COMPLIANT),
            (False, None, NON_COMPLIANT),
            (None, False, NON_COMPLIANT),
            (True, None, UNDETERMINED),
            (None, True, UNDETERMINED),
        ],
    )
    def test_both_conditions(
        self, project: bool | None, requires: bool | None, expected: Outcome
    ) -> None:
        contract = a_contract(
            born_on=date(1981, 3, 10),
            starts_on=date(2026, 9, 1),
            apprentice={"business_project": project, "project_requires_diploma": requires},
            age_exemption=AgeExemption.BUSINESS_PROJECT,
        )
        assert outcome(contract) is expected

    def test_missing(self) -> None:
        check_missing(
            RELIED_ON,
            a_contract(
                born_on=date(1981, 3, 10),
                starts_on=date(2026, 9, 1),
                age_exemption=AgeExemption.BUSINESS_PROJECT,
            ),
            {
                "apprentice.business_project": [True, False],
                "apprentice.project_requires_diploma": [True, False],
                "apprentice.rqth": [True],
            },
        )


class TestHighLevelAthlete:
    """« sportif de haut niveau sur la liste », since 2015-11-29."""

    @pytest.mark.parametrize(
        ("concluded_on", "expected"),
        [
            (date(2015, 11, 28), NON_COMPLIANT),
            (date(2015, 11, 29), COMPLIANT),
            (date(2015, 11, 30), COMPLIANT),
            (date(2026, 9, 1), COMPLIANT),
        ],
    )
    def test_since_the_law_of_2015(self, concluded_on: date, expected: Outcome) -> None:
        def athlete(listed: bool | None) -> Contract:
            return a_contract(
                born_on=date(1980, 3, 10),
                starts_on=concluded_on,
                apprentice={"high_level_athlete": listed},
                age_exemption=AgeExemption.HIGH_LEVEL_ATHLETE,
            )

        assert outcome(athlete(True)) is expected
        assert outcome(athlete(False)) is NON_COMPLIANT
        if expected is COMPLIANT:
            check_missing(
                RELIED_ON, athlete(None), {"apprentice.high_level_athlete": [True, False]}
            )
        else:
            assert outcome(athlete(None)) is NON_COMPLIANT

    def test_its_words_of_2015_are_unread(self) -> None:
        def names(concluded_on: date) -> set[str]:
            found = UPPER_AGE.find(
                a_contract(
                    born_on=date(1980, 3, 10),
                    starts_on=concluded_on,
                    apprentice={"high_level_athlete": True},
                )
            )
            return {caveat.name for caveat in found.caveats}

        assert "WORDING_OF_2015_UNREAD" in names(date(2015, 11, 29))
        assert "WORDING_OF_2015_UNREAD" in names(date(2018, 12, 31))
        assert "WORDING_OF_2015_UNREAD" not in names(date(2019, 1, 1))


def failed(
    ends_on: date = date(2027, 8, 31),
    concluded_on: date = date(2026, 9, 1),
    starts_on: date = date(2026, 9, 1),
    **cycle: Any,
) -> Contract:
    facts: dict[str, Any] = {
        "route": APPRENTICESHIP,
        "same_diploma": True,
        "exam_failed": True,
        "already_prolonged": False,
        "diploma_obtained": False,
        "same_employer": False,
    }
    if not {"ruptured_on", "rupture_cause"} & set(cycle):
        facts["ended_on"] = date(2026, 7, 31)
    return a_contract(
        born_on=date(1984, 6, 1),
        concluded_on=concluded_on,
        starts_on=starts_on,
        ends_on=ends_on,
        apprentice=NOT_IN_PERSON,
        age_exemption=AgeExemption.FAILED_EXAM,
        previous=(PreviousCycle(**(facts | cycle)),),
    )


class TestFailedExam:
    """L6222-11, 2°, and D6222-1-2: « ne fait pas obstacle »."""

    def test_a_year_at_most(self) -> None:
        assert outcome(failed(date(2027, 8, 30))) is COMPLIANT
        assert outcome(failed(date(2027, 8, 31))) is COMPLIANT
        assert outcome(failed(date(2027, 9, 1))) is NON_COMPLIANT

    def test_the_year_rests_on_the_article_and_on_the_decree(self) -> None:
        # « dans les conditions fixées au 2° de l'article L. 6222-11 » (D6222-1-2)
        (exemption,) = (
            part
            for part in UPPER_AGE.find(failed()).parts
            if part.subject == AgeExemption.FAILED_EXAM.label
        )
        (year,) = (part for part in exemption.parts if "un an au plus" in part.sentence)
        on = failed().concluded_on
        assert set(year.sources) == {article("L6222-11", on), article("D6222-1-2", on)}

    @pytest.mark.parametrize(
        ("concluded_on", "expected"),
        [
            (date(2019, 1, 1), NON_COMPLIANT),
            (date(2020, 3, 31), NON_COMPLIANT),
            (date(2020, 4, 1), COMPLIANT),
            (date(2020, 4, 2), COMPLIANT),
        ],
    )
    def test_no_text_before_april_2020(self, concluded_on: date, expected: Outcome) -> None:
        contract = failed(
            date(2020, 12, 31), concluded_on, date(2020, 4, 6), ended_on=date(2019, 8, 31)
        )
        assert outcome(contract) is expected
        found = UPPER_AGE.find(contract)
        assert found.outcome is expected
        if expected is COMPLIANT:
            assert found.sources == (
                article("L6222-11", concluded_on),
                article("D6222-1-2", concluded_on),
            )

    @pytest.mark.parametrize(
        ("ended_on", "expected"),
        [
            (date(2025, 8, 31), NON_COMPLIANT),
            (date(2025, 9, 1), COMPLIANT),
            (date(2025, 9, 2), COMPLIANT),
            (date(2016, 8, 31), NON_COMPLIANT),
        ],
    )
    def test_it_is_signed_within_a_year_of_the_end(
        self, ended_on: date, expected: Outcome
    ) -> None:
        assert outcome(failed(ended_on=ended_on)) is expected

    @pytest.mark.parametrize(
        "cycle",
        [
            {"same_employer": True},
            {"exam_failed": False},
            {"exam_failed": None, "diploma_obtained": True},
            {"exam_failed": None, "diploma_obtained": None, "level": 5},
            {"route": Route.SCHOOL},
            # a licence after a failed BTS
            {"same_diploma": False},
            # a second year more
            {"already_prolonged": True},
            # a rupture is no failure
            {"ruptured_on": date(2026, 3, 1)},
            {"rupture_cause": RuptureCause.RESIGNATION},
        ],
    )
    def test_one_failed_condition_suffices(self, cycle: dict[str, Any]) -> None:
        assert outcome(failed(**cycle)) is NON_COMPLIANT
        nothing_known = dict.fromkeys(("same_employer", "same_diploma", "already_prolonged"))
        assert outcome(failed(**{**nothing_known, **cycle})) is NON_COMPLIANT

    def test_a_rupture_that_nobody_wanted_may_exempt_instead(self) -> None:
        closed = failed(ruptured_on=date(2026, 3, 1), rupture_cause=RuptureCause.EMPLOYER_CLOSURE)
        assert outcome(closed) is NON_COMPLIANT
        younger = filled(closed, {"apprentice.born_on": date(1992, 5, 1)})
        found = UPPER_AGE.find(younger)
        assert found["exemption"] is AgeExemption.INVOLUNTARY_RUPTURE

    def test_missing(self) -> None:
        contract = failed(
            route=None,
            ended_on=None,
            same_diploma=None,
            exam_failed=None,
            already_prolonged=None,
            same_employer=None,
        )
        check_missing(
            RELIED_ON,
            contract,
            {
                "previous[0].route": list(Route),
                "previous[0].ended_on": [date(2026, 7, 31), date(2024, 7, 31)],
                "previous[0].exam_failed": [True, False],
                "previous[0].same_diploma": [True, False],
                "previous[0].already_prolonged": [True, False],
                "previous[0].same_employer": [True, False],
                "previous[0].target_level": [5],
            },
        )

    def test_an_end_unknown_waits(self) -> None:
        found = RELIED_ON.find(failed(ended_on=None))
        assert found.missing == ("previous[0].ended_on",)

    def test_the_delay_is_derived(self) -> None:
        found = UPPER_AGE.find(failed())
        assert [c.name for c in found.caveats] == ["CONTINUITY_DERIVED"]

    def test_no_age_at_all(self) -> None:
        contract = filled(failed(), {"apprentice.born_on": date(1966, 1, 1)})
        assert outcome(contract) is COMPLIANT


CYCLES = st.builds(
    lambda end, told, **facts: PreviousCycle(**facts, **end, **told),
    end=st.sampled_from(
        [
            {},
            {"ended_on": date(2026, 7, 31)},
            {"ended_on": date(2024, 7, 31)},
            {"ruptured_on": date(2026, 3, 1)},
            {"ruptured_on": date(2026, 3, 1), "rupture_cause": RuptureCause.EMPLOYER_CLOSURE},
            {"rupture_cause": RuptureCause.RESIGNATION},
            {"rupture_cause": RuptureCause.FORCE_MAJEURE},
        ]
    ),
    route=st.sampled_from([None, *Route]),
    told=st.sampled_from(
        [
            {},
            {"level": 0, "exam_failed": True},
            {"diploma_obtained": False, "exam_failed": True},
            {"diploma_obtained": False},
            {"exam_failed": True},
            {"diploma_obtained": True},
            {"diploma_obtained": True, "level": 6},
            {"level": 5},
            {"level": 4, "exam_failed": False},
        ]
    ),
    same_diploma=st.sampled_from([None, True, False]),
    already_prolonged=st.sampled_from([None, True, False]),
    same_employer=st.sampled_from([None, True, False]),
)
TRUTH = st.sampled_from([None, True, False])
TRUE: st.SearchStrategy[Any] = st.booleans()
CONTRACTS = st.builds(
    lambda born_on, concluded_on, months, wait, region, **facts: a_contract(
        born_on=born_on,
        concluded_on=concluded_on,
        starts_on=concluded_on + timedelta(days=wait),
        ends_on=same_day(concluded_on + timedelta(days=wait), months),
        training=Training(level=facts.pop("level")),
        employer=Employer(region=region),
        previous=facts.pop("previous"),
        age_exemption=facts.pop("age_exemption"),
        apprentice=facts,
    ),
    born_on=st.sampled_from(
        [
            date(1988, 2, 29),
            date(1990, 9, 1),
            date(1991, 9, 1),
            date(1993, 6, 1),
            date(1996, 9, 1),
            date(2004, 1, 1),
        ]
    ),
    concluded_on=st.sampled_from(
        [
            date(2008, 5, 1),
            date(2017, 2, 1),
            date(2018, 12, 31),
            date(2019, 6, 1),
            date(2023, 12, 31),
            date(2026, 9, 1),
        ]
    ),
    months=st.sampled_from([11, 24]),
    wait=st.sampled_from([0, 1, 20]),
    region=st.sampled_from([None, Region.BRETAGNE, Region.CORSE]),
    level=st.sampled_from([None, 5, 6]),
    previous=st.none() | st.lists(CYCLES, max_size=3).map(tuple),
    age_exemption=st.none() | st.sampled_from(AgeExemption),
    rqth=TRUTH,
    disability_title=st.none() | st.sampled_from(DisabilityTitle),
    high_level_athlete=TRUTH,
    business_project=TRUTH,
    project_requires_diploma=TRUTH,
)


def with_more(contract: Contract, rank: int, more: PreviousCycle) -> Contract:
    """The contract with what another cycle tells beside one of its own.

    What would contradict it is refused, and left out.
    """
    cycle = (contract.previous or ())[rank]
    for name in (a.name for a in fields(PreviousCycle)):
        value = getattr(more, name)
        if getattr(cycle, name) is None and value is not None:
            with suppress(InvalidValue):
                contract = filled(contract, {f"previous[{rank}].{name}": value})
    return contract


class TestProperties:
    @given(CONTRACTS)
    def test_a_true_exemption_never_disqualifies(self, contract: Contract) -> None:
        if contract.age_exemption is not None:
            contract = evolve(contract, age_exemption=None)
        before = outcome_of(contract)
        for facts in (
            {"apprentice.rqth": True},
            {"apprentice.high_level_athlete": True},
            {"apprentice.business_project": True, "apprentice.project_requires_diploma": True},
            {"apprentice.disability_title": (DisabilityTitle.INVALIDITY_PENSION)},
        ):
            after = outcome_of(filled(contract, facts))
            if before is COMPLIANT:
                assert after is COMPLIANT
            elif before is UNDETERMINED:
                assert after is not NON_COMPLIANT

    @given(CONTRACTS, st.randoms(use_true_random=False))
    def test_the_order_of_earlier_cycles_does_not_matter(
        self, contract: Contract, random: Any
    ) -> None:
        if contract.previous is None:
            return
        shuffled = list(contract.previous)
        random.shuffle(shuffled)
        other = evolve(contract, previous=tuple(shuffled))
        one, two = (UPPER_AGE.find(contract), UPPER_AGE.find(other))
        assert one.outcome is two.outcome
        assert one["code"] == two["code"]
        assert one.holds_from == two.holds_from
        assert one.contested == two.contested

    @given(CONTRACTS, st.data())
    def test_an_added_fact_never_changes_a_decided_outcome(
        self, contract: Contract, data: st.DataObject
    ) -> None:
        before = outcome_of(contract)
        if before is UNDETERMINED:
            return
        for path in NOT_IN_PERSON:
            titles = path == "disability_title"
            known = st.sampled_from(DisabilityTitle) if titles else TRUE
            if getattr(contract.apprentice, path) is None:
                value = data.draw(known, label=path)
                contract = filled(contract, {f"apprentice.{path}": value})
        if contract.employer.region is None:
            region = data.draw(st.sampled_from(Region), label="region")
            contract = filled(contract, {"employer.region": region})
        if contract.training.level is None:
            level = data.draw(st.integers(3, 8), label="level")
            contract = filled(contract, {"training.level": level})
        if contract.previous is None:
            contract = evolve(
                contract, previous=data.draw(st.lists(CYCLES, max_size=2).map(tuple))
            )
        for rank, _ in enumerate(contract.previous or ()):
            more = data.draw(CYCLES, label="more of the cycle")
            contract = with_more(contract, rank, more)
        assert outcome_of(contract) is before

    @given(CONTRACTS)
    def test_it_holds_from_the_first_of_all_days(self, contract: Contract) -> None:
        found = UPPER_AGE.find(contract)
        if found.outcome is not NON_COMPLIANT:
            return
        days = (
            contract.concluded_on + n * DAY
            for n in range(1, (date(2028, 1, 1) - contract.concluded_on).days)
        )
        first = next(
            (day for day in days if outcome_of(signed_and_started_on(contract, day)) is COMPLIANT),
            None,
        )
        assert found.holds_from == first


def cycle(**facts: Any) -> tuple[PreviousCycle, ...]:
    return (PreviousCycle(**facts),)


SAMPLE = [
    a_contract(born_on=date(2004, 1, 1), starts_on=date(2026, 9, 1)),
    a_contract(born_on=date(1990, 1, 1), starts_on=date(2026, 9, 1)),
    a_contract(
        born_on=date(1990, 1, 1), starts_on=date(2026, 9, 1), apprentice=NOT_IN_PERSON, previous=()
    ),
    *(
        a_contract(
            born_on=date(1990, 6, 1),
            starts_on=date(2018, 6, 1),
            employer=Employer(region=region),
            apprentice=NOT_IN_PERSON,
            previous=(),
        )
        for region in (Region.BRETAGNE, Region.CORSE, None)
    ),
    succession(),
    succession(born_on=date(1980, 1, 1)),
    succession(prepared=5),
    succession(ended_on=date(2020, 1, 1)),
    succession(diploma_obtained=False, route=Route.SCHOOL),
    succession(prepared=None, level=8),
    evolve(succession(), previous=()),
    rupture(RuptureCause.EMPLOYER_CLOSURE),
    rupture(RuptureCause.RESIGNATION),
    evolve(rupture(RuptureCause.RESIGNATION), previous=cycle(ended_on=date(2026, 8, 31))),
    disabled(rqth=True, disability_title=DisabilityTitle.NONE),
    disabled(rqth=False, disability_title=DisabilityTitle.WAR_SURVIVOR),
    disabled(disability_title=DisabilityTitle.INVALIDITY_PENSION),
    disabled(date(2020, 1, 1), rqth=False),
    failed(),
    failed(date(2027, 9, 1), same_employer=True, exam_failed=None),
    failed(exam_failed=False, same_diploma=False, already_prolonged=True),
    failed(diploma_obtained=True, exam_failed=None),
    failed(ended_on=date(2020, 7, 31)),
    failed(date(2020, 12, 31), date(2020, 3, 31), date(2020, 4, 6)),
    failed(ruptured_on=date(2026, 3, 1)),
    rupture(RuptureCause.TEMPORARY_UNFITNESS),
    evolve(disabled(rqth=True), age_exemption=AgeExemption.HIGH_LEVEL_ATHLETE),
    evolve(
        disabled(rqth=True, high_level_athlete=False),
        age_exemption=AgeExemption.HIGH_LEVEL_ATHLETE,
    ),
    disabled(rqth=False, disability_title=DisabilityTitle.YOUTH_EQUIVALENT),
    *(
        a_contract(
            born_on=date(1981, 3, 10),
            starts_on=starts_on,
            apprentice={
                "high_level_athlete": known,
                "business_project": known,
                "project_requires_diploma": known,
            },
        )
        for known in (True, False)
        for starts_on in (date(2015, 1, 5), date(2026, 9, 1))
    ),
]


@pytest.mark.apart
def test_it_says_and_consults_what_is_listed() -> None:
    check_said(UPPER_AGE, SAMPLE)


def test_finding_pickles_and_is_equal() -> None:
    found = UPPER_AGE.find(SAMPLE[1])
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301
    assert UPPER_AGE.find(SAMPLE[1]) == found
