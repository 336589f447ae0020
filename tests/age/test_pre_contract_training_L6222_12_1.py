"""Training at the CFA without an employer (L6222-12-1).

« toute personne âgée de seize à vingt-neuf ans révolus, ou ayant au moins
quinze ans et justifiant avoir accompli la scolarité du premier cycle […],
peut […] débuter un cycle de formation en apprentissage dans la limite d'une
durée de trois mois. » The contract is then « réduite du nombre de mois
écoulés depuis le début du cycle ».
"""

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve

from apprentissage.age.pre_contract_training import (
    PRE_CONTRACT_TRAINING,
    reduced_by_months,
    trainee_until_on,
)
from apprentissage.errors import NotCovered
from apprentissage.facts import AgeExemption, Contract, LastClass, PriorSituation, Training
from apprentissage.judging import Finding, Outcome
from apprentissage.law.readings import DOCTRINE, LETTER
from apprentissage.months import same_day
from apprentissage.reviewing import agenda
from tests.support.eligibility import a_contract
from tests.support.missing import check_missing
from tests.support.recording import check_said

COMPLIANT, NON_COMPLIANT = Outcome.COMPLIANT, Outcome.NON_COMPLIANT
NOT_APPLICABLE, UNDETERMINED = Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED
DAY = timedelta(days=1)
TRAINEE = PriorSituation.TRAINEE_BEFORE_SIGNATURE
CYCLE_ON, SIGNED_ON = date(2026, 9, 1), date(2026, 10, 15)


def signing(
    *,
    born_on: date = date(2004, 3, 1),
    cycle_starts_on: date | None = CYCLE_ON,
    concluded_on: date = SIGNED_ON,
    starts_on: date | None = None,
    situation: PriorSituation | None = TRAINEE,
    **apprentice: Any,
) -> Contract:
    return a_contract(
        born_on=born_on,
        concluded_on=concluded_on,
        starts_on=starts_on or concluded_on,
        training=Training(cycle_starts_on=cycle_starts_on),
        apprentice={"prior_situation": situation, **apprentice},
    )


def found(contract: Contract) -> Finding:
    return PRE_CONTRACT_TRAINING.find(contract)


class TestAge:
    """« seize à vingt-neuf ans révolus » on the first day of the cycle."""

    @pytest.mark.parametrize(
        ("born_on", "completed", "outcome"),
        [
            # 30 on the day before, on the day, on the morrow
            (date(1996, 8, 31), None, NON_COMPLIANT),
            (date(1996, 9, 1), None, NON_COMPLIANT),
            (date(1996, 9, 2), None, COMPLIANT),
            # 16
            (date(2010, 8, 31), None, COMPLIANT),
            (date(2010, 9, 1), None, COMPLIANT),
            (date(2010, 9, 2), None, UNDETERMINED),
            (date(2010, 9, 2), False, NON_COMPLIANT),
            (date(2010, 9, 2), True, COMPLIANT),
            # 15
            (date(2011, 8, 31), True, COMPLIANT),
            (date(2011, 9, 1), True, COMPLIANT),
            (date(2011, 9, 2), True, NON_COMPLIANT),
            (date(2011, 9, 2), None, NON_COMPLIANT),
        ],
    )
    def test_to_the_day(self, born_on: date, completed: bool | None, outcome: Outcome) -> None:
        finding = found(signing(born_on=born_on, lower_secondary_completed=completed))
        assert finding.outcome is outcome
        assert finding["on"] == CYCLE_ON

    @pytest.mark.parametrize(
        ("born_on", "cycle_starts_on", "outcome"),
        [
            # 25 completed years until 2018
            (date(1993, 1, 1), date(2018, 12, 31), COMPLIANT),
            (date(1992, 12, 31), date(2018, 12, 31), NON_COMPLIANT),
            (date(1992, 12, 31), date(2019, 1, 1), COMPLIANT),
        ],
    )
    def test_twenty_five_until_2018(
        self, born_on: date, cycle_starts_on: date, outcome: Outcome
    ) -> None:
        contract = signing(
            born_on=born_on, cycle_starts_on=cycle_starts_on, concluded_on=date(2019, 2, 1)
        )
        assert found(contract).outcome is outcome

    def test_the_last_class_tells_the_college(self) -> None:
        contract = signing(born_on=date(2011, 9, 1), last_class=LastClass.COLLEGE_COMPLETED)
        assert found(contract).outcome is COMPLIANT

    def test_a_cycle_of_before_the_birth_is_judged(self) -> None:
        finding = found(signing(cycle_starts_on=date(2003, 9, 1)))
        assert finding.outcome is UNDETERMINED
        finding = found(signing(born_on=date(2013, 9, 2), cycle_starts_on=date(2012, 9, 3)))
        assert finding.outcome is NON_COMPLIANT
        assert finding["age"] == 0

    def test_no_exemption_of_L6222_2(self) -> None:  # noqa: N802
        contract = signing(
            born_on=date(1990, 1, 1),
            rqth=True,
            high_level_athlete=True,
            business_project=True,
            project_requires_diploma=True,
        )
        for exemption in (None, AgeExemption.DISABLED_WORKER):
            assert found(evolve(contract, age_exemption=exemption)).outcome is (NON_COMPLIANT)

    def test_the_fifteenth_birthday_is_contested(self) -> None:
        contract = signing(born_on=date(2011, 9, 1), lower_secondary_completed=True)
        assert [c.point for c in found(contract).contested] == ["fifteenth_birthday"]
        by_doctrine = PRE_CONTRACT_TRAINING.find(contract, DOCTRINE)
        assert by_doctrine.outcome is NON_COMPLIANT

    def test_born_on_29_february(self) -> None:
        contract = signing(
            born_on=date(1992, 2, 29),
            cycle_starts_on=date(2022, 2, 28),
            concluded_on=date(2022, 3, 14),
        )
        finding = found(contract)
        assert finding.outcome is NON_COMPLIANT
        assert [c.point for c in finding.contested] == ["leap_birthday"]

    def test_missing(self) -> None:
        check_missing(
            PRE_CONTRACT_TRAINING,
            signing(born_on=date(2011, 2, 14)),
            {"apprentice.lower_secondary_completed": [True, False], "apprentice.rqth": [True]},
        )


class TestDuration:
    """« dans la limite d'une durée de trois mois », six in 2020.

    Until 2018 « dans la limite d'un an ».
    """

    @pytest.mark.parametrize(
        ("cycle_starts_on", "same_number", "full_months"),
        [
            (date(2026, 9, 1), date(2026, 12, 1), date(2026, 11, 30)),
            (date(2025, 11, 30), date(2026, 2, 28), date(2026, 2, 28)),
            (date(2011, 7, 30), date(2012, 7, 30), date(2012, 7, 29)),
            (date(2014, 3, 7), date(2015, 3, 7), date(2015, 3, 6)),
            (date(2018, 12, 31), date(2019, 12, 31), date(2019, 12, 30)),
            (date(2019, 1, 1), date(2019, 4, 1), date(2019, 3, 31)),
            # cycles begun from 1 August to 31 December 2020
            (date(2020, 7, 31), date(2020, 10, 31), date(2020, 10, 30)),
            (date(2020, 8, 1), date(2021, 2, 1), date(2021, 1, 31)),
            (date(2020, 12, 31), date(2021, 6, 30), date(2021, 6, 30)),
            (date(2021, 1, 1), date(2021, 4, 1), date(2021, 3, 31)),
        ],
    )
    def test_the_last_day_in_both_readings(
        self, cycle_starts_on: date, same_number: date, full_months: date
    ) -> None:
        full = LETTER.choose(trainee_months="FULL_MONTHS")
        assert trainee_until_on(cycle_starts_on) == same_number
        assert trainee_until_on(cycle_starts_on, readings=full) == full_months

    @pytest.mark.parametrize(
        ("cycle_starts_on", "expected"),
        [
            (date(2020, 7, 31), False),
            (date(2020, 8, 1), True),
            (date(2020, 12, 31), True),
            (date(2021, 1, 1), False),
        ],
    )
    def test_the_six_months_of_2020_carry_a_caveat(
        self, cycle_starts_on: date, expected: bool
    ) -> None:
        finding = found(
            signing(cycle_starts_on=cycle_starts_on, concluded_on=cycle_starts_on + 10 * DAY)
        )
        names = {caveat.name for caveat in finding.caveats}
        assert ("SIX_MONTHS_OF_2020" in names) is expected

    @pytest.mark.parametrize(
        ("concluded_on", "ended"),
        [(date(2026, 11, 30), False), (date(2026, 12, 1), False), (date(2026, 12, 2), True)],
    )
    def test_signing_after_it_passes_the_limit(self, concluded_on: date, ended: bool) -> None:
        finding = found(signing(concluded_on=concluded_on))
        assert finding.outcome is (NON_COMPLIANT if ended else COMPLIANT)
        points = [(c.point, c.outcome) for c in finding.contested]
        last_day = concluded_on == date(2026, 12, 1)
        assert points == ([("trainee_months", NON_COMPLIANT)] if last_day else [])
        assert finding["trainee_until_on"] == date(2026, 12, 1)
        names = {caveat.name for caveat in finding.caveats}
        assert ("TRAINEE_STATUS_ENDED" in names) is ended

    def test_it_is_in_the_agenda(self) -> None:
        def on(contract: Contract) -> list[date]:
            rules = (PRE_CONTRACT_TRAINING,)
            return [entry.on for entry in agenda(contract, rules=rules)]

        assert on(signing()) == [date(2026, 12, 1)]
        assert on(signing(situation=None)) == []
        assert on(signing(cycle_starts_on=None)) == []
        assert on(signing(cycle_starts_on=SIGNED_ON)) == []


class TestReduction:
    """« réduite du nombre de mois écoulés depuis le début du cycle »."""

    @pytest.mark.parametrize(
        ("concluded_on", "months"),
        [
            (date(2026, 9, 30), 0),
            (date(2026, 10, 1), 1),
            (date(2026, 10, 2), 1),
            (date(2026, 10, 31), 1),
            (date(2026, 11, 1), 2),
            (date(2026, 12, 1), 3),
        ],
    )
    def test_months_gone_by(self, concluded_on: date, months: int) -> None:
        assert reduced_by_months(CYCLE_ON, concluded_on) == months
        finding = found(signing(concluded_on=concluded_on))
        assert finding["reduced_by_months"] == months

    def test_execution_starts_on_the_day_of_signature(self) -> None:
        finding = found(signing())
        assert finding["starts_on"] == SIGNED_ON
        assert finding.caveats == ()
        later = found(signing(starts_on=SIGNED_ON + DAY))
        assert later["starts_on"] == SIGNED_ON
        assert [c.name for c in later.caveats] == ["STARTS_AT_SIGNATURE"]


class TestWhenItApplies:
    """A cycle begun before the signature, in situation 7 of box 13."""

    @pytest.mark.parametrize(
        ("cycle_starts_on", "outcome"),
        [
            (SIGNED_ON - DAY, COMPLIANT),
            (SIGNED_ON, NOT_APPLICABLE),
            (SIGNED_ON + DAY, NOT_APPLICABLE),
        ],
    )
    def test_begun_before_the_signature(self, cycle_starts_on: date, outcome: Outcome) -> None:
        contract = signing(cycle_starts_on=cycle_starts_on)
        assert found(contract).outcome is outcome

    @pytest.mark.parametrize("situation", [s for s in PriorSituation if s is not TRAINEE])
    def test_another_situation(self, situation: PriorSituation) -> None:
        assert found(signing(situation=situation)).outcome is NOT_APPLICABLE
        unknown = signing(situation=situation, cycle_starts_on=None)
        assert found(unknown).outcome is NOT_APPLICABLE

    def test_missing(self) -> None:
        assert found(signing(situation=None)).missing == ("apprentice.prior_situation",)
        assert found(signing(cycle_starts_on=None)).missing == ("training.cycle_starts_on",)
        neither = signing(situation=None, cycle_starts_on=None)
        assert found(neither).missing == ("apprentice.prior_situation", "training.cycle_starts_on")
        later = signing(situation=None, cycle_starts_on=SIGNED_ON)
        assert found(later).outcome is NOT_APPLICABLE


class TestCoverage:
    @pytest.mark.parametrize(
        "cycle_starts_on",
        [same_day(date(2011, 8, 1), n) for n in range(12 * (2027 - 2011))],
        ids=str,
    )
    def test_every_month_since_2011(self, cycle_starts_on: date) -> None:
        contract = signing(
            born_on=same_day(cycle_starts_on, -12 * 20),
            cycle_starts_on=cycle_starts_on,
            concluded_on=cycle_starts_on + DAY,
        )
        finding = PRE_CONTRACT_TRAINING.judge(contract, LETTER)
        assert finding.outcome is COMPLIANT

    def test_no_text_before_july_2011(self) -> None:
        contract = signing(
            born_on=date(1993, 1, 1),
            cycle_starts_on=date(2011, 7, 29),
            concluded_on=date(2011, 9, 7),
        )
        on_the_morrow = signing(
            born_on=date(1993, 1, 1),
            cycle_starts_on=date(2011, 7, 30),
            concluded_on=date(2011, 9, 7),
        )
        assert found(on_the_morrow).outcome is COMPLIANT
        with pytest.raises(NotCovered):
            PRE_CONTRACT_TRAINING.judge(contract, LETTER)
        assert found(contract).outcome is UNDETERMINED


SAMPLE = [
    signing(),
    signing(born_on=date(1990, 1, 1)),
    signing(born_on=date(2012, 1, 1)),
    signing(born_on=date(2011, 1, 1)),
    signing(born_on=date(2011, 1, 1), lower_secondary_completed=False),
    signing(concluded_on=date(2026, 12, 2)),
    signing(situation=PriorSituation.EMPLOYEE),
    signing(cycle_starts_on=SIGNED_ON),
]


def test_it_says_and_consults_what_is_listed() -> None:
    check_said(PRE_CONTRACT_TRAINING, SAMPLE)
