"""Who may be maître d'apprentissage (L6223-8-1).

« Le maître d'apprentissage doit être salarié de l'entreprise, volontaire,
majeur et offrir toutes garanties de moralité. Le cas échéant, l'employeur ou
le conjoint collaborateur peut remplir cette fonction. »
"""

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve

from apprentissage.errors import InvalidValue
from apprentissage.facts import (
    Contract,
    ContractMode,
    Employer,
    MaitreApprentissage,
    MaitreFirm,
    MaitreStatus,
    SpecificEmployer,
)
from apprentissage.judging import Outcome
from apprentissage.law.readings import LETTER
from apprentissage.maitre.maitre_designation import MAITRE_DESIGNATION
from apprentissage.months import same_day
from tests.support.eligibility import a_contract
from tests.support.missing import check_missing
from tests.support.recording import check_said

COMPLIANT, NON_COMPLIANT = Outcome.COMPLIANT, Outcome.NON_COMPLIANT
UNDETERMINED = Outcome.UNDETERMINED
DAY = timedelta(days=1)
SIGNED_ON, STARTS_ON = date(2026, 8, 24), date(2026, 9, 1)


def a_maitre(**facts: Any) -> MaitreApprentissage:
    ordinary: dict[str, Any] = {
        "born_on": date(1985, 4, 12),
        "status": MaitreStatus.EMPLOYEE,
        "volunteer": True,
        "moral_guarantees": True,
    }
    return MaitreApprentissage(**(ordinary | facts))


def naming(
    *maitres: MaitreApprentissage,
    concluded_on: date = SIGNED_ON,
    starts_on: date | None = None,
    specific: SpecificEmployer | None = SpecificEmployer.NONE,
    **facts: Any,
) -> Contract:
    ordinary: dict[str, Any] = {
        "mode": ContractMode.LIMITED_TERM,
        "employer": Employer(specific=specific),
    }
    return a_contract(
        born_on=date(2000, 1, 1),
        concluded_on=concluded_on,
        starts_on=starts_on or concluded_on + 8 * DAY,
        maitres=maitres,
        **(ordinary | facts),
    )


def outcome(contract: Contract) -> Outcome:
    return MAITRE_DESIGNATION.find(contract).outcome


class TestStatus:
    """Employee, employer, spouse since 2019-08-23; nobody from outside."""

    @pytest.mark.parametrize(
        ("status", "concluded_on", "expected"),
        [
            (MaitreStatus.EMPLOYEE, date(2019, 1, 1), COMPLIANT),
            (MaitreStatus.EMPLOYER, date(2019, 1, 1), COMPLIANT),
            (MaitreStatus.COLLABORATING_SPOUSE, date(2019, 8, 22), NON_COMPLIANT),
            (MaitreStatus.COLLABORATING_SPOUSE, date(2019, 8, 23), COMPLIANT),
            (MaitreStatus.COLLABORATING_SPOUSE, date(2019, 8, 24), COMPLIANT),
            (MaitreStatus.COLLABORATING_SPOUSE, date(2026, 9, 1), COMPLIANT),
            (MaitreStatus.EXTERNAL, date(2019, 1, 1), NON_COMPLIANT),
            (MaitreStatus.EXTERNAL, date(2026, 9, 1), NON_COMPLIANT),
        ],
    )
    def test_by_version(self, status: MaitreStatus, concluded_on: date, expected: Outcome) -> None:
        contract = naming(a_maitre(status=status), concluded_on=concluded_on)
        assert outcome(contract) is expected

    def test_the_spouse_holds_from_the_ordinance(self) -> None:
        contract = naming(
            a_maitre(status=MaitreStatus.COLLABORATING_SPOUSE), concluded_on=date(2019, 3, 1)
        )
        found = MAITRE_DESIGNATION.find(contract)
        assert found.holds_from == date(2019, 8, 23)

    @pytest.mark.parametrize(
        ("concluded_on", "unread"),
        [(date(2026, 5, 27), False), (date(2026, 5, 28), True), (date(2026, 5, 29), True)],
    )
    def test_the_version_of_may_2026_is_unread(self, concluded_on: date, unread: bool) -> None:
        contract = naming(a_maitre(), concluded_on=concluded_on)
        found = MAITRE_DESIGNATION.find(contract)
        names = [caveat.name for caveat in found.caveats]
        assert names == (["UNREAD_VERSION"] if unread else [])


class TestMajority:
    """« majeur », on the start day or on that of conclusion."""

    @pytest.mark.parametrize(
        ("born_on", "at_start", "at_conclusion"),
        [
            (date(2008, 8, 23), COMPLIANT, COMPLIANT),
            (date(2008, 8, 24), COMPLIANT, COMPLIANT),
            (date(2008, 8, 25), COMPLIANT, NON_COMPLIANT),
            (date(2008, 8, 31), COMPLIANT, NON_COMPLIANT),
            (date(2008, 9, 1), COMPLIANT, NON_COMPLIANT),
            (date(2008, 9, 2), NON_COMPLIANT, NON_COMPLIANT),
        ],
    )
    def test_to_the_day_in_both_readings(
        self, born_on: date, at_start: Outcome, at_conclusion: Outcome
    ) -> None:
        contract = naming(a_maitre(born_on=born_on), starts_on=STARTS_ON)
        by_conclusion = LETTER.choose(maitre_majority_day="CONCLUSION")
        found = MAITRE_DESIGNATION.find(contract)
        assert found.outcome is at_start
        assert MAITRE_DESIGNATION.find(contract, by_conclusion).outcome is (at_conclusion)
        points = [c.point for c in found.contested]
        assert points == ([] if at_start is at_conclusion else ["maitre_majority_day"])

    def test_holds_from_the_majority(self) -> None:
        contract = naming(a_maitre(born_on=date(2009, 2, 1)))
        assert MAITRE_DESIGNATION.find(contract).holds_from == (date(2027, 2, 1))
        two = naming(a_maitre(born_on=date(2009, 2, 1)), a_maitre(born_on=date(2009, 6, 1)))
        assert MAITRE_DESIGNATION.find(two).holds_from == date(2027, 6, 1)

    def test_born_on_29_february(self) -> None:
        contract = naming(
            a_maitre(born_on=date(2008, 2, 29)),
            concluded_on=date(2026, 2, 28),
            starts_on=date(2026, 2, 28),
        )
        found = MAITRE_DESIGNATION.find(contract)
        assert found.outcome is COMPLIANT
        assert [c.point for c in found.contested] == ["leap_birthday"]


class TestOtherConditions:
    def test_volunteer(self) -> None:
        assert outcome(naming(a_maitre(volunteer=False))) is NON_COMPLIANT

    def test_only_a_known_lack_of_morality_counts(self) -> None:
        def found(known: bool | None) -> tuple[Outcome, list[str]]:
            finding = MAITRE_DESIGNATION.find(
                naming(a_maitre(moral_guarantees=known), concluded_on=date(2025, 9, 1))
            )
            return finding.outcome, [c.name for c in finding.caveats]

        assert found(True) == (COMPLIANT, [])
        assert found(False) == (NON_COMPLIANT, [])
        assert found(None) == (COMPLIANT, ["MORAL_GUARANTEES"])

    def test_one_failed_condition_suffices(self) -> None:
        external = MaitreApprentissage(status=MaitreStatus.EXTERNAL)
        assert outcome(naming(external)) is NON_COMPLIANT

    def test_missing(self) -> None:
        values: dict[str, list[Any]] = {
            "maitres[0].born_on": [date(1985, 4, 12), date(2010, 1, 1)],
            "maitres[0].status": list(MaitreStatus),
            "maitres[0].volunteer": [True, False],
            "maitres[0].experience_months": [24],
            "maitres[0].moral_guarantees": [True],
        }
        check_missing(MAITRE_DESIGNATION, naming(MaitreApprentissage()), values)


class TestTeam:
    """The conditions hold for every maître of the équipe tutorale."""

    def test_each_of_them(self) -> None:
        good, bad = a_maitre(), a_maitre(volunteer=False)
        found = MAITRE_DESIGNATION.find(naming(good, bad))
        assert found.outcome is NON_COMPLIANT
        assert [(p.subject, p.outcome) for p in found.parts] == [
            ("maître d'apprentissage n° 1", COMPLIANT),
            ("maître d'apprentissage n° 2", NON_COMPLIANT),
        ]
        unknown = MaitreApprentissage(born_on=date(1985, 4, 12))
        assert MAITRE_DESIGNATION.find(naming(good, unknown)).missing == (
            "maitres[1].status",
            "maitres[1].volunteer",
        )

    def test_one_at_least(self) -> None:
        contract = naming(a_maitre())
        assert outcome(evolve(contract, maitres=())) is NON_COMPLIANT
        unknown = MAITRE_DESIGNATION.find(evolve(contract, maitres=None))
        assert unknown.missing == ("maitres",)

    def test_the_form_has_two_slots(self) -> None:
        def names(count: int) -> set[str]:
            contract = naming(*(a_maitre() for _ in range(count)))
            found = MAITRE_DESIGNATION.find(contract)
            return {caveat.name for caveat in found.caveats}

        assert "TWO_SLOTS" not in names(2)
        assert "TWO_SLOTS" in names(3)


AGENCY = SpecificEmployer.TEMPORARY_WORK_AGENCY
GROUP = SpecificEmployer.EMPLOYER_GROUP
OF_USER_FIRM = {"status": MaitreStatus.USER_FIRM_EMPLOYEE}
SEASONAL: dict[str, Any] = {
    "specific": SpecificEmployer.SEASONAL_EMPLOYER,
    "mode": ContractMode.TWO_SEASONAL_EMPLOYERS,
}
HERE, THERE = MaitreFirm.EMPLOYER, MaitreFirm.OTHER


class TestUserFirm:
    """Its employee is no outsider with a group (W18) or with an agency."""

    @pytest.mark.parametrize(
        ("specific", "expected"),
        [
            (GROUP, COMPLIANT),
            (SpecificEmployer.NONE, NON_COMPLIANT),
            (SpecificEmployer.SEASONAL_EMPLOYER, NON_COMPLIANT),
            (SpecificEmployer.ASCENDANT, NON_COMPLIANT),
            (None, UNDETERMINED),
        ],
    )
    def test_by_kind_of_employer(
        self, specific: SpecificEmployer | None, expected: Outcome
    ) -> None:
        contract = naming(a_maitre(**OF_USER_FIRM), specific=specific)
        found = MAITRE_DESIGNATION.find(contract)
        assert found.outcome is expected
        if expected is UNDETERMINED:
            assert found.missing == ("employer.specific",)
        if specific is GROUP:
            references = [source.reference for source in found.sources]
            assert any("L. 6223-5 al. 3" in each for each in references)

    def test_the_employee_of_the_group_is_told(self) -> None:
        contract = naming(a_maitre(), specific=GROUP, concluded_on=date(2025, 9, 1))
        found = MAITRE_DESIGNATION.find(contract)
        assert found.outcome is COMPLIANT
        assert [c.name for c in found.caveats] == ["EMPLOYER_GROUP"]
        external = a_maitre(status=MaitreStatus.EXTERNAL)
        assert outcome(naming(external, specific=GROUP)) is NON_COMPLIANT

    def test_of_an_agency(self) -> None:
        both = naming(a_maitre(firm=HERE), a_maitre(**OF_USER_FIRM), specific=AGENCY)
        assert outcome(both) is COMPLIANT


class TestEachFirm:
    """L6226-1 al. 3, L6222-5-1: « dans chacune des entreprises » (row 13)."""

    @pytest.mark.parametrize("facts", [{"specific": AGENCY}, SEASONAL])
    @pytest.mark.parametrize(
        ("firms", "expected"),
        [
            ((HERE,), NON_COMPLIANT),
            ((THERE,), NON_COMPLIANT),
            ((None,), NON_COMPLIANT),
            ((HERE, THERE), COMPLIANT),
            ((THERE, HERE), COMPLIANT),
            ((HERE, THERE, None), COMPLIANT),
            ((HERE, HERE), NON_COMPLIANT),
            ((HERE, None), UNDETERMINED),
            ((None, None), UNDETERMINED),
        ],
    )
    def test_two_firms(
        self, facts: dict[str, Any], firms: tuple[MaitreFirm | None, ...], expected: Outcome
    ) -> None:
        contract = naming(*(a_maitre(firm=f) for f in firms), **facts)
        found = MAITRE_DESIGNATION.find(contract)
        assert found.outcome is expected
        if expected is UNDETERMINED:
            values = [HERE, THERE]
            check_missing(MAITRE_DESIGNATION, contract, dict.fromkeys(found.missing, values))
            assert found.missing == tuple(
                f"maitres[{rank}].firm" for rank, firm in enumerate(firms) if firm is None
            )

    def test_one_of_whom_nothing_is_known(self) -> None:
        contract = naming(a_maitre(firm=HERE), MaitreApprentissage(), specific=AGENCY)
        assert outcome(contract) is UNDETERMINED

    @pytest.mark.parametrize(
        ("concluded_on", "expected"),
        [
            (date(2011, 7, 29), COMPLIANT),
            (date(2011, 7, 30), NON_COMPLIANT),
            (date(2011, 7, 31), NON_COMPLIANT),
        ],
    )
    def test_since_july_2011(self, concluded_on: date, expected: Outcome) -> None:
        for facts in ({"specific": AGENCY}, SEASONAL):
            contract = naming(a_maitre(firm=HERE), concluded_on=concluded_on, **facts)
            assert outcome(contract) is expected

    def test_whether_there_are_two_firms_is_unknown(self) -> None:
        unsaid = naming(a_maitre(), specific=None, mode=None)
        found = MAITRE_DESIGNATION.find(unsaid)
        assert found.missing == ("employer.specific", "mode")
        check_missing(
            MAITRE_DESIGNATION,
            unsaid,
            {
                "employer.specific": [AGENCY, SpecificEmployer.NONE],
                "mode": [ContractMode.LIMITED_TERM, SEASONAL["mode"]],
            },
        )
        # one of them is enough to know that there are
        assert outcome(naming(a_maitre(), specific=AGENCY, mode=None)) is (NON_COMPLIANT)
        # a maître in each suffices in any case
        both = naming(a_maitre(firm=HERE), a_maitre(firm=THERE), specific=None, mode=None)
        assert outcome(both) is COMPLIANT
        somewhere = naming(a_maitre(), a_maitre(), specific=None)
        check_missing(
            MAITRE_DESIGNATION,
            somewhere,
            {
                "employer.specific": [AGENCY, SpecificEmployer.NONE],
                "maitres[0].firm": [HERE, THERE],
                "maitres[1].firm": [HERE, THERE],
            },
        )

    def test_a_status_and_a_firm_may_exclude_each_other(self) -> None:
        with pytest.raises(InvalidValue) as caught:
            a_maitre(**OF_USER_FIRM, firm=HERE)
        assert caught.value.path == "firm"


class TestBefore2019:
    """R6223-22: « majeur et offrir toutes garanties de moralité », no more."""

    @pytest.mark.parametrize(
        ("maitre", "before", "after"),
        [
            (a_maitre(), COMPLIANT, COMPLIANT),
            (a_maitre(volunteer=False), COMPLIANT, NON_COMPLIANT),
            (a_maitre(volunteer=None), COMPLIANT, UNDETERMINED),
            (a_maitre(status=MaitreStatus.EXTERNAL), COMPLIANT, NON_COMPLIANT),
            (a_maitre(status=None), COMPLIANT, UNDETERMINED),
            (a_maitre(moral_guarantees=False), NON_COMPLIANT, NON_COMPLIANT),
            (a_maitre(born_on=date(2001, 3, 1)), NON_COMPLIANT, NON_COMPLIANT),
        ],
    )
    def test_the_eve_and_the_day(
        self, maitre: MaitreApprentissage, before: Outcome, after: Outcome
    ) -> None:
        for day, expected in ((date(2018, 12, 31), before), (date(2019, 1, 1), after)):
            assert outcome(naming(maitre, concluded_on=day)) is expected


class TestCoverage:
    @pytest.mark.parametrize(
        "concluded_on", [same_day(date(2008, 5, 1), n) for n in range(12 * (2027 - 2008))], ids=str
    )
    def test_every_month_since_2008(self, concluded_on: date) -> None:
        contract = naming(a_maitre(born_on=date(1970, 1, 1)), concluded_on=concluded_on)
        assert outcome(contract) is COMPLIANT


SAMPLE = [
    naming(a_maitre(firm=HERE), a_maitre(firm=THERE), specific=AGENCY),
    naming(a_maitre(), specific=AGENCY),
    naming(a_maitre()),
    naming(),
    naming(MaitreApprentissage()),
    naming(a_maitre(born_on=date(2010, 1, 1))),
    # of age between the signature and the start
    naming(a_maitre(born_on=same_day(SIGNED_ON + 4 * DAY, -12 * 18))),
    naming(a_maitre(status=MaitreStatus.EXTERNAL)),
    naming(a_maitre(volunteer=False)),
    naming(a_maitre(moral_guarantees=False)),
]


@pytest.mark.apart
def test_it_says_and_consults_what_is_listed() -> None:
    check_said(MAITRE_DESIGNATION, SAMPLE)
