"""Competence of the maître (L6223-8-1, R6223-22, D6273-1, R6261-9, R6226-5).

« A défaut de convention ou accord collectif de branche »: a diploma « du
domaine professionnel » and « d'un niveau au moins équivalent » with « une
année d'exercice », or « deux années d'exercice d'une activité
professionnelle en rapport avec la qualification préparée ».
"""

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from apprentissage.errors import NotCovered
from apprentissage.facts import (
    NO_BRANCH_AGREEMENT,
    BranchAgreement,
    Contract,
    Employer,
    EmployerType,
    ExperienceKind,
    ExperiencePeriod,
    MaitreApprentissage,
    SpecificEmployer,
    Territory,
    Training,
)
from apprentissage.law.readings import LETTER
from apprentissage.law.sources import Source, SourceKind
from apprentissage.months import same_day
from apprentissage.review import agenda
from apprentissage.rules.finding import Finding, Outcome
from apprentissage.rules.maitre_competence import (
    DIPLOMA_AND_EXPERIENCE,
    EXPERIENCE_ONLY,
    MAITRE_COMPETENCE,
)
from tests.support.eligibility import a_contract
from tests.support.missing import check_missing, filled
from tests.support.recording import points_read, templates_used

COMPLIANT, NON_COMPLIANT = Outcome.COMPLIANT, Outcome.NON_COMPLIANT
UNDETERMINED = Outcome.UNDETERMINED
DAY = timedelta(days=1)
CRAFT = EmployerType.CRAFT_REGISTER
SHOP = EmployerType.COMMERCIAL_REGISTER_ONLY
ALSACE = Territory.ALSACE_MOSELLE
AGENCY = SpecificEmployer.TEMPORARY_WORK_AGENCY


def a_maitre(
    months: int | None = None,
    *,
    in_field: bool | None = None,
    level: int | None = None,
    **facts: Any,
) -> MaitreApprentissage:
    return MaitreApprentissage(
        experience_months=months,
        excluded_months=facts.pop("excluded", 0),
        diploma_in_field=in_field,
        diploma_level=level,
        **facts,
    )


def with_diploma(months: int | None, level: int = 5) -> MaitreApprentissage:
    return a_maitre(months, in_field=True, level=level)


def employing(
    *maitres: MaitreApprentissage,
    concluded_on: date = date(2026, 9, 1),
    prepared: int | None = 5,
    **employer: Any,
) -> Contract:
    ordinary: dict[str, Any] = {
        "type": SHOP,
        "specific": SpecificEmployer.NONE,
        "territory": Territory.METROPOLE,
        "branch_agreement": NO_BRANCH_AGREEMENT,
    }
    return a_contract(
        born_on=date(2000, 1, 1),
        starts_on=concluded_on,
        training=Training(level=prepared),
        employer=Employer(**(ordinary | employer)),
        maitres=maitres,
    )


def found(contract: Contract) -> Finding:
    return MAITRE_COMPETENCE.find(contract)


def outcome(contract: Contract) -> Outcome:
    return found(contract).outcome


def route(contract: Contract) -> object:
    return found(contract).parts[0]["route"]


class TestBothRoutes:
    @pytest.mark.parametrize(
        ("maitre", "expected"),
        [
            (with_diploma(11), None),
            (with_diploma(12), DIPLOMA_AND_EXPERIENCE),
            (with_diploma(13), DIPLOMA_AND_EXPERIENCE),
            (with_diploma(24), DIPLOMA_AND_EXPERIENCE),
            # « d'un niveau au moins équivalent »
            (with_diploma(12, level=4), None),
            (with_diploma(12, level=6), DIPLOMA_AND_EXPERIENCE),
            (with_diploma(24, level=4), EXPERIENCE_ONLY),
            (with_diploma(12, level=0), None),
            # another field
            (a_maitre(12, in_field=False, level=7), None),
            (a_maitre(23, in_field=False), None),
            (a_maitre(24, in_field=False), EXPERIENCE_ONLY),
            (a_maitre(25, in_field=False), EXPERIENCE_ONLY),
            # placements, apprenticeship and training left out
            (a_maitre(24, in_field=False, excluded=1), None),
            (a_maitre(25, in_field=False, excluded=1), EXPERIENCE_ONLY),
        ],
    )
    def test_r6223_22(
        self, maitre: MaitreApprentissage, expected: str | None
    ) -> None:
        contract = employing(maitre)
        assert outcome(contract) is (
            NON_COMPLIANT if expected is None else COMPLIANT
        )
        assert route(contract) == expected

    @pytest.mark.parametrize(
        ("maitre", "missing"),
        [
            # neither route: nothing that is unknown would help
            (a_maitre(11), None),
            # the second route suffices
            (a_maitre(24), ()),
            (
                a_maitre(12),
                ("maitres[0].diploma_in_field", "maitres[0].diploma_level"),
            ),
            (
                a_maitre(12, in_field=True),
                ("maitres[0].diploma_level",),
            ),
            (a_maitre(12, in_field=False), None),
            (a_maitre(12, level=4), None),
            (a_maitre(), ()),
        ],
    )
    def test_only_what_decides_is_missing(
        self,
        maitre: MaitreApprentissage,
        missing: tuple[str, ...] | None,
    ) -> None:
        finding = found(employing(maitre))
        if maitre.experience_months is None:
            assert finding.missing == (
                "maitres[0].diploma_in_field",
                "maitres[0].diploma_level",
                "maitres[0].experience_months",
            )
        elif missing is None:
            assert finding.outcome is NON_COMPLIANT
        else:
            assert finding.missing == missing

    def test_missing(self) -> None:
        check_missing(
            MAITRE_COMPETENCE,
            employing(a_maitre(), prepared=None),
            {
                "maitres[0].experience_months": [11, 12, 24],
                "maitres[0].diploma_in_field": [True, False],
                "maitres[0].diploma_level": [4, 5],
                "training.level": [4, 5],
                "maitres[0].volunteer": [True],
            },
        )
        check_missing(
            MAITRE_COMPETENCE,
            employing(a_maitre(30, in_field=False, excluded=None)),
            {"maitres[0].excluded_months": [6, 7]},
        )

    @pytest.mark.parametrize(
        ("held", "expected"),
        [
            (0, NON_COMPLIANT),
            (2, NON_COMPLIANT),
            (3, UNDETERMINED),
            (7, UNDETERMINED),
            (8, COMPLIANT),
        ],
    )
    def test_the_level_prepared_is_unknown(
        self, held: int, expected: Outcome
    ) -> None:
        contract = employing(with_diploma(12, level=held), prepared=None)
        assert outcome(contract) is expected
        if expected is UNDETERMINED:
            assert found(contract).missing == ("training.level",)


class TestDatedExperience:
    """A year of activity before the day of conclusion."""

    JOB = ExperiencePeriod(
        starts_on=date(2025, 9, 15),
        ends_on=date(2035, 12, 31),
        kind=ExperienceKind.EMPLOYMENT,
    )

    def of(self, *periods: ExperiencePeriod, **facts: Any) -> Contract:
        ordinary: dict[str, Any] = {
            "diploma_in_field": True,
            "diploma_level": 5,
        }
        maitre = MaitreApprentissage(experience=periods, **(ordinary | facts))
        return employing(maitre)

    @pytest.mark.parametrize(
        ("concluded_on", "expected"),
        [
            (date(2026, 9, 14), NON_COMPLIANT),
            (date(2026, 9, 15), COMPLIANT),
            (date(2026, 9, 16), COMPLIANT),
        ],
    )
    def test_to_the_day(self, concluded_on: date, expected: Outcome) -> None:
        contract = evolve(
            self.of(self.JOB),
            concluded_on=concluded_on,
            starts_on=concluded_on,
        )
        assert outcome(contract) is expected

    def test_holds_from_the_day_it_is_reached(self) -> None:
        assert found(self.of(self.JOB)).holds_from == date(2026, 9, 15)
        without = self.of(self.JOB, diploma_in_field=False)
        assert found(without).holds_from == date(2027, 9, 15)
        stricter = BranchAgreement(
            years_with_diploma=4, years_without_diploma=6
        )
        agreed = filled(without, {"employer.branch_agreement": stricter})
        assert found(agreed).holds_from == date(2031, 9, 15)
        assert found(employing(with_diploma(11))).holds_from is None

    def test_it_is_in_the_agenda(self) -> None:
        def on(contract: Contract) -> list[date]:
            rules = (MAITRE_COMPETENCE,)
            return [entry.on for entry in agenda(contract, rules=rules)]

        assert on(self.of(self.JOB)) == [date(2026, 9, 15)]
        assert on(employing(with_diploma(12))) == []

    def test_a_period_not_fully_known(self) -> None:
        unknown_end = evolve(
            self.JOB, starts_on=date(2024, 1, 1), ends_on=None
        )
        finding = found(self.of(unknown_end))
        assert finding.missing == ("maitres[0].experience[0].ends_on",)
        assert finding.parts[0]["counted_months"] is None
        unknown_kind = evolve(self.JOB, starts_on=date(2024, 1, 1), kind=None)
        check_missing(
            MAITRE_COMPETENCE,
            self.of(unknown_kind),
            {"maitres[0].experience[0].kind": list(ExperienceKind)},
        )

    def test_months_that_count_are_told(self) -> None:
        contract = self.of(evolve(self.JOB, starts_on=date(2024, 1, 1)))
        assert found(contract).parts[0]["counted_months"] == 32


class TestBranchAgreement:
    """« déterminées par convention ou accord collectif de branche »."""

    STRICT = BranchAgreement(years_with_diploma=2, years_without_diploma=3)

    @pytest.mark.parametrize(
        ("maitre", "expected"),
        [
            (with_diploma(23), NON_COMPLIANT),
            (with_diploma(24), COMPLIANT),
            (a_maitre(35, in_field=False), NON_COMPLIANT),
            (a_maitre(36, in_field=False), COMPLIANT),
        ],
    )
    def test_it_prevails(
        self, maitre: MaitreApprentissage, expected: Outcome
    ) -> None:
        contract = employing(maitre, branch_agreement=self.STRICT)
        assert outcome(contract) is expected

    def test_its_source_is_named(self) -> None:
        def kinds(agreement: BranchAgreement) -> set[SourceKind]:
            contract = employing(with_diploma(24), branch_agreement=agreement)
            return {source.kind for source in found(contract).sources}

        assert SourceKind.BRANCH in kinds(self.STRICT)
        text = Source(SourceKind.BRANCH, "accord du 14 juin 2017")
        named = evolve(self.STRICT, source=text)
        contract = employing(with_diploma(24), branch_agreement=named)
        assert text in found(contract).sources

    def test_unknown_agreement(self) -> None:
        contract = employing(with_diploma(24), branch_agreement=None)
        assert found(contract).missing == ("employer.branch_agreement",)
        check_missing(
            MAITRE_COMPETENCE,
            employing(a_maitre(24), branch_agreement=None),
            {
                "employer.branch_agreement": [
                    NO_BRANCH_AGREEMENT,
                    self.STRICT,
                    BranchAgreement(
                        years_with_diploma=3, years_without_diploma=5
                    ),
                ],
                "maitres[0].diploma_in_field": [True, False],
                "maitres[0].diploma_level": [4, 5],
            },
        )

    def test_agreement_without_its_years(self) -> None:
        named = BranchAgreement(idcc="2596")
        finding = found(employing(with_diploma(36), branch_agreement=named))
        assert finding.outcome is UNDETERMINED
        assert finding.missing == (
            "employer.branch_agreement.years_with_diploma",
            "employer.branch_agreement.years_without_diploma",
        )

    def test_agreement_half_known(self) -> None:
        half = BranchAgreement(years_with_diploma=2)
        maitre = a_maitre(30, in_field=False)
        finding = found(employing(maitre, branch_agreement=half))
        assert finding.missing == (
            "employer.branch_agreement.years_without_diploma",
        )
        other = BranchAgreement(years_without_diploma=4)
        finding = found(employing(with_diploma(30), branch_agreement=other))
        assert finding.missing == (
            "employer.branch_agreement.years_with_diploma",
        )

    def test_public_employers_have_none(self) -> None:
        # D6273-1: the two routes, whatever a branch says
        for agreement in (None, self.STRICT):
            contract = employing(
                with_diploma(12),
                type=EmployerType.COMMUNE,
                branch_agreement=agreement,
            )
            assert outcome(contract) is COMPLIANT
            short = filled(contract, {"maitres[0].experience_months": 11})
            assert outcome(short) is NON_COMPLIANT


class TestBefore2019:
    """R6223-24: two years with the diploma, three without."""

    @pytest.mark.parametrize(
        ("maitre", "before", "after"),
        [
            (with_diploma(12), NON_COMPLIANT, COMPLIANT),
            (with_diploma(23), NON_COMPLIANT, COMPLIANT),
            (with_diploma(24), COMPLIANT, COMPLIANT),
            (a_maitre(24, in_field=False), NON_COMPLIANT, COMPLIANT),
            (a_maitre(35, in_field=False), NON_COMPLIANT, COMPLIANT),
            (a_maitre(36, in_field=False), COMPLIANT, COMPLIANT),
        ],
    )
    def test_until_the_end_of_2018(
        self, maitre: MaitreApprentissage, before: Outcome, after: Outcome
    ) -> None:
        old = employing(maitre, concluded_on=date(2018, 12, 31))
        new = employing(maitre, concluded_on=date(2019, 1, 1))
        assert outcome(old) is before
        assert outcome(new) is after
        names = {caveat.name for caveat in found(old).caveats}
        assert names == {"SECONDARY_SOURCES", "OPINION_BEFORE_2019"}
        assert found(new).caveats == ()
        if before is NON_COMPLIANT:
            assert found(old).holds_from == date(2019, 1, 1)

    def test_no_branch_agreement_is_asked_for(self) -> None:
        contract = employing(
            with_diploma(24),
            concluded_on=date(2018, 12, 31),
            branch_agreement=None,
        )
        assert outcome(contract) is COMPLIANT

    def test_before_october_2011_it_is_not_covered(self) -> None:
        covered = employing(with_diploma(24), concluded_on=date(2011, 10, 28))
        assert outcome(covered) is COMPLIANT
        before = employing(with_diploma(24), concluded_on=date(2011, 10, 27))
        with pytest.raises(NotCovered):
            MAITRE_COMPETENCE.judge(before, LETTER)
        assert outcome(before) is UNDETERMINED

    @pytest.mark.parametrize(
        "employer",
        [{"type": EmployerType.COMMUNE}, {"specific": AGENCY}],
    )
    def test_public_employers_and_agencies_are_not_covered(
        self, employer: dict[str, Any]
    ) -> None:
        before = employing(
            with_diploma(60), concluded_on=date(2018, 12, 31), **employer
        )
        with pytest.raises(NotCovered):
            MAITRE_COMPETENCE.judge(before, LETTER)
        after = employing(
            with_diploma(60), concluded_on=date(2019, 1, 1), **employer
        )
        assert outcome(after) is COMPLIANT


class TestAlsaceMoselle:
    """R6261-9: in a craft firm, the brevet de maîtrise and nothing else."""

    @pytest.mark.parametrize(
        ("kind", "territory", "brevet", "months", "expected"),
        [
            (CRAFT, ALSACE, True, 0, COMPLIANT),
            (CRAFT, ALSACE, False, 120, NON_COMPLIANT),
            (CRAFT, ALSACE, None, 120, UNDETERMINED),
            (SHOP, ALSACE, False, 24, COMPLIANT),
            (CRAFT, Territory.METROPOLE, False, 24, COMPLIANT),
            (EmployerType.COMMUNE, ALSACE, False, 24, COMPLIANT),
        ],
    )
    def test_the_brevet(
        self,
        kind: EmployerType,
        territory: Territory,
        brevet: bool | None,
        months: int,
        expected: Outcome,
    ) -> None:
        maitre = a_maitre(months, in_field=False, brevet_de_maitrise=brevet)
        contract = employing(maitre, type=kind, territory=territory)
        assert outcome(contract) is expected
        assert found(contract).parts[0]["counted_months"] == months

    def test_derogations_are_a_caveat(self) -> None:
        def names(brevet: bool | None) -> list[str]:
            maitre = a_maitre(120, brevet_de_maitrise=brevet)
            contract = employing(maitre, type=CRAFT, territory=ALSACE)
            return [caveat.name for caveat in found(contract).caveats]

        assert names(True) == []
        assert names(False) == ["CRAFT_DEROGATION"]
        assert names(None) == ["CRAFT_DEROGATION"]

    def test_missing_where_the_place_or_the_firm_is_unknown(self) -> None:
        def missing(maitre: MaitreApprentissage, **facts: Any) -> object:
            return found(employing(maitre, **facts)).missing

        without = a_maitre(24, in_field=False, brevet_de_maitrise=False)
        assert missing(without, type=CRAFT, territory=None) == (
            "employer.territory",
        )
        assert missing(without, type=SHOP, territory=None) == ()
        assert missing(without, type=None, territory=ALSACE) == (
            "employer.type",
        )
        holder = a_maitre(24, in_field=False, brevet_de_maitrise=True)
        assert missing(holder, type=None, territory=None) == ()
        unsaid = a_maitre(24, in_field=False)
        assert missing(unsaid, type=CRAFT, territory=None) == (
            "employer.territory",
            "maitres[0].brevet_de_maitrise",
        )
        check_missing(
            MAITRE_COMPETENCE,
            employing(unsaid, type=CRAFT, territory=None),
            {
                "employer.territory": [ALSACE, Territory.METROPOLE],
                "maitres[0].brevet_de_maitrise": [True, False],
            },
        )

    def test_the_version_read_is_of_2010(self) -> None:
        maitre = a_maitre(24, brevet_de_maitrise=True)
        before = employing(
            maitre,
            concluded_on=date(2010, 12, 31),
            type=CRAFT,
            territory=ALSACE,
        )
        with pytest.raises(NotCovered):
            MAITRE_COMPETENCE.judge(before, LETTER)


class TestAgency:
    """R6226-5: two years in that type of firm."""

    @pytest.mark.parametrize(
        ("months", "expected"),
        [(23, NON_COMPLIANT), (24, COMPLIANT), (25, COMPLIANT)],
    )
    def test_two_years(self, months: int, expected: Outcome) -> None:
        contract = employing(with_diploma(months), specific=AGENCY)
        assert outcome(contract) is expected
        names = [caveat.name for caveat in found(contract).caveats]
        assert names == ["AGENCY_EXPERIENCE"]

    def test_missing(self) -> None:
        one_year = with_diploma(12)
        finding = found(employing(one_year, specific=None))
        assert finding.missing == ("employer.specific",)
        check_missing(
            MAITRE_COMPETENCE,
            employing(one_year, specific=None),
            {"employer.specific": [SpecificEmployer.NONE, AGENCY]},
        )
        # two years suffice for both texts
        assert outcome(employing(with_diploma(24), specific=None)) is COMPLIANT
        # an unread text of before 2019 decides nothing
        old = employing(
            with_diploma(60), concluded_on=date(2018, 12, 31), specific=None
        )
        assert found(old).missing == ("employer.specific",)


class TestTeam:
    def test_the_same_condition_for_each(self) -> None:
        contract = employing(with_diploma(12), a_maitre(23, in_field=False))
        finding = found(contract)
        assert finding.outcome is NON_COMPLIANT
        assert [part.outcome for part in finding.parts] == [
            COMPLIANT,
            NON_COMPLIANT,
        ]
        assert outcome(evolve(contract, maitres=())) is NON_COMPLIANT
        assert found(evolve(contract, maitres=None)).missing == ("maitres",)


MONTHS = st.one_of(st.none(), st.sampled_from([0, 11, 12, 23, 24, 35, 36]))
MAITRES = st.builds(
    a_maitre,
    MONTHS,
    in_field=st.sampled_from([None, True, False]),
    level=st.sampled_from([None, 0, 4, 5, 6]),
    brevet_de_maitrise=st.sampled_from([None, True, False]),
)
CONTRACTS = st.builds(
    employing,
    MAITRES,
    concluded_on=st.sampled_from(
        [date(2012, 1, 1), date(2018, 12, 31), date(2026, 9, 1)]
    ),
    prepared=st.sampled_from([None, 4, 5]),
    type=st.sampled_from([None, SHOP, CRAFT, EmployerType.COMMUNE]),
    territory=st.sampled_from([None, ALSACE, Territory.METROPOLE]),
    specific=st.sampled_from([None, SpecificEmployer.NONE, AGENCY]),
    branch_agreement=st.sampled_from(
        [None, NO_BRANCH_AGREEMENT, TestBranchAgreement.STRICT]
    ),
)


class TestProperties:
    @given(CONTRACTS, st.integers(0, 60))
    def test_more_experience_never_disqualifies(
        self, contract: Contract, more: int
    ) -> None:
        assert contract.maitres
        months = contract.maitres[0].experience_months
        if months is None or outcome(contract) is not COMPLIANT:
            return
        better = filled(
            contract, {"maitres[0].experience_months": months + more}
        )
        assert outcome(better) is COMPLIANT

    @given(CONTRACTS, st.data())
    def test_an_added_fact_never_changes_a_decided_outcome(
        self, contract: Contract, data: st.DataObject
    ) -> None:
        before = outcome(contract)
        if before is UNDETERMINED:
            return
        choices: dict[str, list[Any]] = {
            "maitres[0].diploma_in_field": [True, False],
            "maitres[0].diploma_level": [0, 4, 5, 8],
            "maitres[0].brevet_de_maitrise": [True, False],
            "maitres[0].experience_months": [0, 12, 24, 48],
            "training.level": [3, 5, 8],
            "employer.type": [SHOP, CRAFT, EmployerType.COMMUNE],
            "employer.territory": [ALSACE, Territory.METROPOLE],
            "employer.specific": [SpecificEmployer.NONE, AGENCY],
        }
        assert contract.maitres
        known = {
            "maitres[0]": contract.maitres[0],
            "training": contract.training,
            "employer": contract.employer,
        }
        for path, values in choices.items():
            owner, _, name = path.rpartition(".")
            if getattr(known[owner], name) is None:
                value = data.draw(st.sampled_from(values), label=path)
                contract = filled(contract, {path: value})
        assert outcome(contract) is before


class TestCoverage:
    NOT_COVERED_BEFORE = date(2011, 11, 1)

    @pytest.mark.parametrize(
        "concluded_on",
        [same_day(date(2008, 5, 1), n) for n in range(12 * (2027 - 2008))],
        ids=str,
    )
    def test_every_month_since_october_2011(self, concluded_on: date) -> None:
        contract = employing(with_diploma(36), concluded_on=concluded_on)
        if concluded_on >= self.NOT_COVERED_BEFORE:
            assert outcome(contract) is COMPLIANT
        else:
            with pytest.raises(NotCovered):
                MAITRE_COMPETENCE.judge(contract, LETTER)


SAMPLE = [
    employing(with_diploma(12)),
    employing(with_diploma(12, level=4)),
    employing(a_maitre(11, in_field=False)),
    employing(a_maitre()),
    employing(),
    employing(
        a_maitre(0, brevet_de_maitrise=True), type=CRAFT, territory=ALSACE
    ),
    employing(
        a_maitre(0, brevet_de_maitrise=False), type=CRAFT, territory=ALSACE
    ),
]


def test_reads_and_sentences_are_exact() -> None:
    assert points_read(MAITRE_COMPETENCE, SAMPLE) == set(
        MAITRE_COMPETENCE.reads
    )
    assert templates_used(MAITRE_COMPETENCE, SAMPLE) == set(
        MAITRE_COMPETENCE.sentences
    )
