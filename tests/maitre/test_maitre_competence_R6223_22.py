"""Competence of the maître (L6223-8-1, R6223-22, D6273-1, R6261-9, R6226-5).

« A défaut de convention ou accord collectif de branche »: a diploma « du
domaine professionnel » and « d'un niveau au moins équivalent » with « une
année d'exercice », or « deux années d'exercice d'une activité
professionnelle en rapport avec la qualification préparée ».
"""

from contextlib import suppress
from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from apprentissage.errors import InvalidValue, NotCovered
from apprentissage.facts import (
    NO_BRANCH_AGREEMENT,
    BranchAgreement,
    Contract,
    ContractMode,
    Employer,
    EmployerType,
    ExperienceKind,
    ExperiencePeriod,
    MaitreApprentissage,
    MaitreFirm,
    MaitreStatus,
    SpecificEmployer,
    Territory,
    Training,
)
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.judging import Consequence, Finding, Outcome
from apprentissage.law.readings import LETTER
from apprentissage.maitre._years import DIPLOMA_AND_EXPERIENCE, EXPERIENCE_ONLY
from apprentissage.maitre.maitre_competence import MAITRE_COMPETENCE
from apprentissage.months import same_day
from apprentissage.reviewing import agenda
from tests.support.eligibility import a_contract
from tests.support.missing import check_missing, filled
from tests.support.recording import check_said, consulted

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
    """A maître whose highest diploma is of the field, if one is."""
    of_field = None if in_field is None else (level if in_field else 0)
    ordinary: dict[str, Any] = {
        "experience_months": months,
        "excluded_months": facts.pop("excluded", 0),
        "diploma_in_field": in_field if of_field is None else of_field > 0,
        "diploma_level": level,
        "field_diploma_level": of_field,
    }
    return MaitreApprentissage(**(ordinary | facts))


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
    def test_r6223_22(self, maitre: MaitreApprentissage, expected: str | None) -> None:
        contract = employing(maitre)
        assert outcome(contract) is (NON_COMPLIANT if expected is None else COMPLIANT)
        assert route(contract) == expected

    @pytest.mark.parametrize(
        ("maitre", "missing"),
        [
            # neither route: nothing that is unknown would help
            (a_maitre(11), None),
            # the second route suffices
            (a_maitre(24), ()),
            (a_maitre(12), ("maitres[0].field_diploma_level",)),
            (a_maitre(12, in_field=True), ("maitres[0].field_diploma_level",)),
            # a higher level of another field does not tell
            (a_maitre(12, level=7), ("maitres[0].field_diploma_level",)),
            (a_maitre(12, in_field=False), None),
            (a_maitre(12, level=4), None),
            (a_maitre(), ()),
        ],
    )
    def test_only_what_decides_is_missing(
        self, maitre: MaitreApprentissage, missing: tuple[str, ...] | None
    ) -> None:
        finding = found(employing(maitre))
        if maitre.experience_months is None:
            assert finding.missing == (
                "maitres[0].experience_months",
                "maitres[0].field_diploma_level",
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
                "maitres[0].field_diploma_level": [0, 4, 5],
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
    def test_the_level_prepared_is_unknown(self, held: int, expected: Outcome) -> None:
        contract = employing(with_diploma(12, level=held), prepared=None)
        assert outcome(contract) is expected
        if expected is UNDETERMINED:
            assert found(contract).missing == ("training.level",)


class TestDatedExperience:
    """A year of activity before the day of conclusion."""

    JOB = ExperiencePeriod(
        starts_on=date(2025, 9, 15), ends_on=date(2035, 12, 31), kind=ExperienceKind.EMPLOYMENT
    )

    def of(self, *periods: ExperiencePeriod, **facts: Any) -> Contract:
        ordinary: dict[str, Any] = {"diploma_in_field": True, "field_diploma_level": 5}
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
        contract = evolve(self.of(self.JOB), concluded_on=concluded_on, starts_on=concluded_on)
        assert outcome(contract) is expected

    def test_holds_from_the_day_it_is_reached(self) -> None:
        assert found(self.of(self.JOB)).holds_from == date(2026, 9, 15)
        without = self.of(self.JOB, diploma_in_field=False, field_diploma_level=0)
        assert found(without).holds_from == date(2027, 9, 15)
        stricter = BranchAgreement(years_with_diploma=4, years_without_diploma=6, conditions=())
        agreed = filled(without, {"employer.branch_agreement": stricter})
        assert found(agreed).holds_from == date(2031, 9, 15)
        assert found(employing(with_diploma(11))).holds_from is None

    def test_it_is_in_the_agenda(self) -> None:
        def on(contract: Contract) -> list[date]:
            rules = (MAITRE_COMPETENCE,)
            return [entry.on for entry in agenda(contract, rules=rules)]

        assert on(self.of(self.JOB)) == [date(2026, 9, 15)]
        assert on(employing(with_diploma(12))) == []

    @pytest.mark.parametrize(
        ("concluded_on", "employer", "consequence"),
        [
            # the maître is a ground of D6224-2, not of D6275-2
            ("2024-07-31", EmployerType.ASSOCIATION, "refusal_possible"),
            ("2024-07-31", EmployerType.COMMUNE, "unlawful"),
            ("2024-08-01", EmployerType.ASSOCIATION, "refusal_possible"),
            ("2024-08-01", EmployerType.COMMUNE, "deposit_refusal_possible"),
            ("2024-08-02", EmployerType.COMMUNE, "deposit_refusal_possible"),
            ("2019-12-31", EmployerType.ASSOCIATION, "unlawful"),
        ],
    )
    def test_what_a_maitre_too_new_exposes_to(
        self, concluded_on: str, employer: EmployerType, consequence: str
    ) -> None:
        contract = filled(
            self.of(self.JOB),
            {"concluded_on": date.fromisoformat(concluded_on), "employer.type": employer},
        )
        (entry,) = agenda(contract, rules=(MAITRE_COMPETENCE,))
        assert entry.consequence is Consequence(consequence)

    def test_a_period_not_fully_known(self) -> None:
        unknown_end = evolve(self.JOB, starts_on=date(2024, 1, 1), ends_on=None)
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

    STRICT = BranchAgreement(years_with_diploma=2, years_without_diploma=3, conditions=())
    PERMIT = "permis de former"

    @pytest.mark.parametrize(
        ("maitre", "expected"),
        [
            (with_diploma(23), NON_COMPLIANT),
            (with_diploma(24), COMPLIANT),
            (a_maitre(35, in_field=False), NON_COMPLIANT),
            (a_maitre(36, in_field=False), COMPLIANT),
        ],
    )
    def test_it_prevails(self, maitre: MaitreApprentissage, expected: Outcome) -> None:
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
        # the agreement, then the article that lets it decide
        agreed, article = found(contract).sources[:2]
        assert agreed == text
        assert article.reference == "art. L. 6223-8-1 du code du travail"

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
                    BranchAgreement(years_with_diploma=3, years_without_diploma=5, conditions=()),
                ],
                "maitres[0].field_diploma_level": [0, 5],
            },
        )

    def test_agreement_without_its_years(self) -> None:
        named = BranchAgreement(idcc="2596", conditions=())
        finding = found(employing(with_diploma(36), branch_agreement=named))
        assert finding.outcome is UNDETERMINED
        assert finding.missing == (
            "employer.branch_agreement.years_with_diploma",
            "employer.branch_agreement.years_without_diploma",
        )

    def test_agreement_half_known(self) -> None:
        half = BranchAgreement(years_with_diploma=2, conditions=())
        maitre = a_maitre(30, in_field=False)
        finding = found(employing(maitre, branch_agreement=half))
        assert finding.missing == ("employer.branch_agreement.years_without_diploma",)
        other = BranchAgreement(years_without_diploma=4, conditions=())
        finding = found(employing(with_diploma(30), branch_agreement=other))
        assert finding.missing == ("employer.branch_agreement.years_with_diploma",)

    @pytest.mark.parametrize(
        ("met", "expected"),
        [
            ((PERMIT,), COMPLIANT),
            (("autre", PERMIT), COMPLIANT),
            (("autre",), NON_COMPLIANT),
            ((), NON_COMPLIANT),
            (None, UNDETERMINED),
        ],
    )
    def test_a_condition_that_is_no_number_of_years(
        self, met: tuple[str, ...] | None, expected: Outcome
    ) -> None:
        agreement = evolve(self.STRICT, conditions=(self.PERMIT,))
        contract = employing(
            evolve(with_diploma(24), branch_conditions=met), branch_agreement=agreement
        )
        finding = found(contract)
        assert finding.outcome is expected
        assert finding.parts[0]["route"] == DIPLOMA_AND_EXPERIENCE
        if met is None:
            assert finding.missing == ("maitres[0].branch_conditions",)
        if expected is NON_COMPLIANT:
            assert finding.sentence.endswith("branche\xa0: permis de former.")
        # the years are still asked for
        short = filled(contract, {"maitres[0].experience_months": 23})
        assert outcome(short) is NON_COMPLIANT

    def test_what_else_the_agreement_asks_is_unknown(self) -> None:
        agreement = evolve(self.STRICT, conditions=None)
        contract = employing(with_diploma(24), branch_agreement=agreement)
        assert found(contract).missing == ("employer.branch_agreement.conditions",)
        short = employing(with_diploma(23), branch_agreement=agreement)
        assert outcome(short) is NON_COMPLIANT

    def test_public_employers_have_none(self) -> None:
        # D6273-1: the two routes, whatever a branch says
        for agreement in (None, self.STRICT):
            contract = employing(
                with_diploma(12), type=EmployerType.COMMUNE, branch_agreement=agreement
            )
            assert outcome(contract) is COMPLIANT
            short = filled(contract, {"maitres[0].experience_months": 11})
            assert outcome(short) is NON_COMPLIANT


def old(months: int, **facts: Any) -> MaitreApprentissage:
    return a_maitre(months, in_field=False, **facts)


class TestBefore2019:
    """R6223-24: three and five years, two and three from 2011-10-28 on."""

    @pytest.mark.parametrize(
        ("maitre", "before", "after"),
        [
            (with_diploma(12), NON_COMPLIANT, COMPLIANT),
            (with_diploma(23), NON_COMPLIANT, COMPLIANT),
            (with_diploma(24), COMPLIANT, COMPLIANT),
            (old(24), NON_COMPLIANT, COMPLIANT),
            (old(35), NON_COMPLIANT, COMPLIANT),
            (old(36), UNDETERMINED, COMPLIANT),
            (old(36, minimum_qualification=True), COMPLIANT, COMPLIANT),
        ],
    )
    def test_until_the_end_of_2018(
        self, maitre: MaitreApprentissage, before: Outcome, after: Outcome
    ) -> None:
        then = employing(maitre, concluded_on=date(2018, 12, 31))
        now = employing(maitre, concluded_on=date(2019, 1, 1))
        assert outcome(then) is before
        assert outcome(now) is after
        assert found(then).caveats == found(now).caveats == ()
        if before is NON_COMPLIANT:
            assert found(then).holds_from == date(2019, 1, 1)

    @pytest.mark.parametrize(
        ("maitre", "until_2011", "from_2011"),
        [
            (with_diploma(23), NON_COMPLIANT, NON_COMPLIANT),
            (with_diploma(24), NON_COMPLIANT, COMPLIANT),
            (with_diploma(35), NON_COMPLIANT, COMPLIANT),
            (with_diploma(36), COMPLIANT, COMPLIANT),
            (old(59, minimum_qualification=True), NON_COMPLIANT, COMPLIANT),
            (old(60, minimum_qualification=True), COMPLIANT, COMPLIANT),
            (old(60, favourable_opinion=True), COMPLIANT, COMPLIANT),
            (old(60), UNDETERMINED, UNDETERMINED),
            (old(60, minimum_qualification=False), UNDETERMINED, UNDETERMINED),
            (
                old(60, minimum_qualification=False, favourable_opinion=False),
                NON_COMPLIANT,
                NON_COMPLIANT,
            ),
        ],
    )
    def test_the_eve_and_the_day_of_the_decree(
        self, maitre: MaitreApprentissage, until_2011: Outcome, from_2011: Outcome
    ) -> None:
        for day, expected in (
            (date(2008, 5, 1), until_2011),
            (date(2011, 10, 27), until_2011),
            (date(2011, 10, 28), from_2011),
            (date(2011, 10, 29), from_2011),
        ):
            assert outcome(employing(maitre, concluded_on=day)) is expected

    def test_the_years_alone_ask_for_a_level_or_an_opinion(self) -> None:
        contract = employing(old(60), concluded_on=date(2010, 9, 1))
        check_missing(
            MAITRE_COMPETENCE,
            contract,
            {
                "maitres[0].minimum_qualification": [True, False],
                "maitres[0].favourable_opinion": [True, False],
            },
        )

    @pytest.mark.parametrize(
        ("concluded_on", "counted"),
        [
            # « Les stages et les périodes de formation »: since 2011-10-28
            (date(2011, 10, 27), 36),
            (date(2011, 10, 28), 24),
            (date(2018, 12, 31), 24),
            (date(2019, 1, 1), 24),
        ],
    )
    def test_placements_count_where_no_text_leaves_them_out(
        self, concluded_on: date, counted: int
    ) -> None:
        maitre = a_maitre(36, in_field=True, level=5, excluded=12)
        contract = employing(maitre, concluded_on=concluded_on)
        finding = found(contract)
        assert finding.parts[0]["counted_months"] == counted
        assert finding.outcome is COMPLIANT
        names = [caveat.name for caveat in finding.caveats]
        expected = {date(2011, 10, 27): ["NOTHING_EXCLUDED"], date(2019, 1, 1): []}
        assert names == expected.get(concluded_on, ["APPRENTICESHIP_BEFORE_2019"])

    def test_no_branch_agreement_is_asked_for(self) -> None:
        contract = employing(
            with_diploma(24), concluded_on=date(2018, 12, 31), branch_agreement=None
        )
        assert outcome(contract) is COMPLIANT

    def test_public_employers_are_not_covered(self) -> None:
        public: dict[str, Any] = {"type": EmployerType.COMMUNE}
        before = employing(with_diploma(60), concluded_on=date(2018, 12, 31), **public)
        with pytest.raises(NotCovered):
            MAITRE_COMPETENCE.judge(before, LETTER)
        after = employing(with_diploma(60), concluded_on=date(2019, 1, 1), **public)
        assert outcome(after) is COMPLIANT
        # an unread text decides nothing
        unsaid = employing(with_diploma(60), concluded_on=date(2018, 12, 31), type=None)
        assert found(unsaid).missing == ("employer.type",)


class TestTwoOfOneEmployer:
    """What one maître waits for, beside another: they have one employer."""

    @pytest.mark.parametrize(
        ("months", "missing"),
        [
            # D6273-1: two years with a public employer, without conditions; with
            # any other the second maître fails, whatever they are
            (24, ("employer.type",)),
            (35, ("employer.type",)),
            (36, ("employer.branch_agreement.conditions", "employer.type")),
        ],
    )
    def test_the_conditions_of_the_branch(self, months: int, missing: tuple[str, ...]) -> None:
        contract = employing(
            a_maitre(36, in_field=False, branch_conditions=()),
            a_maitre(months, in_field=False, branch_conditions=()),
            type=None,
            branch_agreement=BranchAgreement(years_without_diploma=3),
        )
        whole = found(contract)
        assert (whole.outcome, whole.missing) == (UNDETERMINED, missing)
        # alone each waits for what it waits for
        assert "employer.branch_agreement.conditions" in whole.parts[0].missing
        kinds: dict[str, list[Any]] = {"employer.type": [SHOP, EmployerType.COMMUNE]}
        if months == 36:
            kinds["employer.branch_agreement.conditions"] = [("permis de former",), ()]
        check_missing(MAITRE_COMPETENCE, contract, kinds)

    @pytest.mark.parametrize(
        ("months", "expected", "missing"),
        [
            # R6261-9: a craft firm of Alsace needs the brevet, which the second
            # lacks; with any other the first lacks a month of two years
            (23, NON_COMPLIANT, ()),
            (24, UNDETERMINED, ("employer.type",)),
        ],
    )
    def test_no_employer_of_whom_both_may_be(
        self, months: int, expected: Outcome, missing: tuple[str, ...]
    ) -> None:
        contract = employing(
            a_maitre(months, in_field=False, brevet_de_maitrise=True),
            a_maitre(60, in_field=False, brevet_de_maitrise=False),
            type=None,
            territory=ALSACE,
        )
        whole = found(contract)
        assert (whole.outcome, whole.missing) == (expected, missing)
        kinds = [SHOP, CRAFT, EmployerType.COMMUNE]
        outcomes = {
            outcome(evolve(contract, employer=evolve(contract.employer, type=kind)))
            for kind in kinds
        }
        assert (outcomes == {NON_COMPLIANT}) is (expected is NON_COMPLIANT)
        if expected is UNDETERMINED:
            return
        assert whole.sentence == (
            "Quel que soit l'employeur, l'un au moins des maîtres d'apprentissage n'a pas la "
            "compétence qui est demandée."
        )
        assert [part.outcome for part in whole.parts] == [UNDETERMINED, UNDETERMINED]

    def test_a_text_that_is_not_covered_decides_nothing(self) -> None:
        both = (with_diploma(60), with_diploma(60))
        contract = employing(*both, concluded_on=date(2018, 12, 31), type=None, territory=ALSACE)
        assert found(contract).missing == (
            "employer.type",
            "maitres[0].brevet_de_maitrise",
            "maitres[1].brevet_de_maitrise",
        )


class TestSince2019:
    @pytest.mark.parametrize(
        ("concluded_on", "expected"),
        [(date(2026, 5, 27), []), (date(2026, 5, 28), ["UNREAD_VERSION"])],
    )
    def test_the_version_of_may_2026_is_unread(
        self, concluded_on: date, expected: list[str]
    ) -> None:
        contract = employing(with_diploma(12), concluded_on=concluded_on)
        assert [c.name for c in found(contract).caveats] == expected

    def test_the_level_is_that_of_the_diploma_of_the_field(self) -> None:
        # W13: a master of history beside a CAP of cook, apprentice in BTS
        def cook(level: int, months: int) -> MaitreApprentissage:
            return MaitreApprentissage(
                diploma_level=7,
                diploma_in_field=True,
                field_diploma_level=level,
                experience_months=months,
                excluded_months=0,
            )

        assert outcome(employing(cook(3, 13))) is NON_COMPLIANT
        assert outcome(employing(cook(3, 24))) is COMPLIANT
        assert outcome(employing(cook(4, 13))) is NON_COMPLIANT
        assert outcome(employing(cook(5, 12))) is COMPLIANT
        assert outcome(employing(cook(6, 12))) is COMPLIANT

    def test_a_public_employer_leaves_no_placement_out(self) -> None:
        # D6273-1 has no paragraph on them
        maitre = a_maitre(24, in_field=False, excluded=12)
        public = employing(maitre, type=EmployerType.COMMUNE)
        assert outcome(public) is COMPLIANT
        assert found(public).parts[0]["counted_months"] == 24
        assert "NOTHING_EXCLUDED" in {c.name for c in found(public).caveats}
        assert outcome(employing(maitre)) is NON_COMPLIANT

    @pytest.mark.parametrize(("excluded", "outcome_of"), [(23, UNDETERMINED), (24, COMPLIANT)])
    def test_the_months_of_placements_are_some_of_all(
        self, excluded: int, outcome_of: Outcome
    ) -> None:
        maitre = a_maitre(None, in_field=False, excluded=excluded)
        public = found(employing(maitre, type=EmployerType.COMMUNE))
        assert public.outcome is outcome_of
        asked = () if outcome_of is COMPLIANT else ("maitres[0].experience_months",)
        assert public.missing == asked
        # R6223-22 leaves them out
        assert outcome(employing(maitre)) is UNDETERMINED


class TestSentences:
    """Say the months that are there, those asked for and those missing."""

    def said(self, maitre: MaitreApprentissage, **facts: Any) -> str:
        sentence = found(employing(maitre, **facts)).sentence
        return sentence.replace("\xa0", " ").replace("\u202f", " ")

    def test_twenty_three_months_without_a_diploma(self) -> None:
        # F25, row 31
        assert self.said(a_maitre(23, in_field=False)) == (
            "Le maître d'apprentissage justifie de 23 mois d'activité en "
            "rapport avec la qualification ; sans diplôme du domaine et du "
            "niveau préparé, 24 mois sont demandés : il en manque 1."
        )

    def test_with_the_diploma(self) -> None:
        assert self.said(with_diploma(9)).endswith(
            "avec un diplôme du domaine et du niveau préparé, 12 mois sont "
            "demandés : il en manque 3."
        )

    def test_from_when_it_is_enough(self) -> None:
        job = ExperiencePeriod(
            starts_on=date(2024, 10, 1), kind=ExperienceKind.EMPLOYMENT, ongoing=True
        )
        maitre = MaitreApprentissage(experience=(job,), diploma_in_field=False)
        assert self.said(maitre).endswith(
            "24 mois sont demandés : il en manque 1, acquis le 1er octobre 2026."
        )
        finding = found(employing(maitre))
        assert finding.parts[0]["complies_from_on"] == date(2026, 10, 1)
        assert finding.holds_from == date(2026, 10, 1)
        # nothing is told of a day on which another text would apply
        then = found(
            employing(
                evolve(maitre, experience=(evolve(job, starts_on=date(2016, 2, 1)),)),
                concluded_on=date(2018, 12, 31),
            )
        )
        assert then.parts[0]["complies_from_on"] is None

    def test_from_when_five_years_were_enough(self) -> None:
        # R6223-24 of 2008: « cinq ans », without the diploma, until 2011
        job = ExperiencePeriod(
            starts_on=date(2005, 10, 1), kind=ExperienceKind.EMPLOYMENT, ongoing=True
        )
        maitre = MaitreApprentissage(
            experience=(job,),
            diploma_in_field=False,
            minimum_qualification=True,
            favourable_opinion=True,
        )
        finding = found(employing(maitre, concluded_on=date(2010, 9, 1)))
        assert finding.outcome is NON_COMPLIANT
        assert finding.holds_from == date(2010, 10, 1)

    def test_when_it_holds_the_months_are_told(self) -> None:
        assert self.said(with_diploma(13)) == (
            "Le maître d'apprentissage justifie de 13 mois d'activité en "
            "rapport avec la qualification ; avec un diplôme du domaine et "
            "du niveau préparé, 12 mois sont demandés."
        )

    def test_at_least(self) -> None:
        # of two jobs one has a day that nobody tells: the other is enough
        jobs = (
            ExperiencePeriod(
                starts_on=date(2020, 1, 1),
                ends_on=date(2022, 6, 30),
                kind=ExperienceKind.EMPLOYMENT,
            ),
            ExperiencePeriod(starts_on=date(2023, 1, 1), ends_on=date(2024, 12, 31), kind=None),
        )
        maitre = MaitreApprentissage(experience=jobs, diploma_in_field=False)
        assert "justifie de 30 mois d'activité" in self.said(maitre)

    def test_at_most(self) -> None:
        maitre = a_maitre(20, in_field=False, excluded=None)
        assert "justifie de 20 mois au plus" in self.said(maitre)


class TestDay:
    """The experience on the day of conclusion, or on that of the start."""

    @pytest.mark.parametrize(
        ("since", "signed", "started"),
        [
            (date(2025, 8, 31), COMPLIANT, COMPLIANT),
            (date(2025, 9, 1), NON_COMPLIANT, COMPLIANT),
            (date(2025, 9, 21), NON_COMPLIANT, COMPLIANT),
            (date(2025, 9, 22), NON_COMPLIANT, NON_COMPLIANT),
        ],
    )
    def test_the_year_completed_in_between(
        self, since: date, signed: Outcome, started: Outcome
    ) -> None:
        job = ExperiencePeriod(starts_on=since, kind=ExperienceKind.EMPLOYMENT, ongoing=True)
        maitre = MaitreApprentissage(experience=(job,), field_diploma_level=5)
        contract = evolve(
            employing(maitre, concluded_on=date(2026, 8, 31)), starts_on=date(2026, 9, 21)
        )
        start = LETTER.choose(maitre_competence_day="START")
        finding = found(contract)
        assert finding.outcome is signed
        assert MAITRE_COMPETENCE.find(contract, start).outcome is started
        assert [other.point for other in finding.contested] == (
            [] if signed is started else ["maitre_competence_day"]
        )
        # who is competent when the contract is signed is so when it starts
        asked = set() if signed is COMPLIANT else {"maitre_competence_day"}
        assert consulted(MAITRE_COMPETENCE, contract, LETTER) == asked


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
        assert missing(without, type=CRAFT, territory=None) == ("employer.territory",)
        waiting = found(employing(without, type=CRAFT, territory=None))
        assert "CRAFT_DEROGATION" in {caveat.name for caveat in waiting.caveats}
        assert missing(without, type=SHOP, territory=None) == ()
        assert missing(without, type=None, territory=ALSACE) == ("employer.type",)
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

    @pytest.mark.parametrize(
        ("brevet", "months", "expected", "by"),
        [(True, 120, COMPLIANT, EXPERIENCE_ONLY), (False, 0, NON_COMPLIANT, None)],
    )
    def test_each_text_that_may_apply_is_told_where_all_decide_alike(
        self, brevet: bool, months: int, expected: Outcome, by: str | None
    ) -> None:
        maitre = a_maitre(months, in_field=False, brevet_de_maitrise=brevet)
        one = found(employing(maitre, type=None, territory=ALSACE))
        assert one.outcome is expected
        # of a public employer, of a craft firm, of any other
        cited = {source.reference.removesuffix(" du code du travail") for source in one.sources}
        assert cited >= {"art. D. 6273-1", "art. R. 6261-9", "art. R. 6223-22"}
        # in the words of R6223-22, and with the reserves of all: the last version
        # of L6223-8-1 is unread
        told = {caveat.name for caveat in one.caveats}
        assert "UNREAD_VERSION" in told
        # R6261-10: « il peut être dérogé à la condition de titre »
        assert ("CRAFT_DEROGATION" in told) is not brevet
        assert (one.parts[0]["route"], one.parts[0]["needed_months"]) == (by, 24)

    @pytest.mark.parametrize(
        "concluded_on", [date(2008, 5, 1), date(2010, 11, 14), date(2018, 1, 1)]
    )
    def test_since_2008(self, concluded_on: date) -> None:
        for brevet, expected in ((True, COMPLIANT), (False, NON_COMPLIANT)):
            contract = employing(
                a_maitre(120, brevet_de_maitrise=brevet),
                concluded_on=concluded_on,
                type=CRAFT,
                territory=ALSACE,
            )
            assert outcome(contract) is expected


@pytest.mark.parametrize(("months", "lacking"), [(0, 12), (1, 11), (11, 1)])
def test_what_lacks_of_one_year(months: int, lacking: int) -> None:
    """« justifiant d'une année d'exercice » (R6223-22 1°)."""
    assert found(employing(with_diploma(months)))["lacking_months"] == lacking


IN_AGENCY: dict[str, Any] = {"firm": MaitreFirm.EMPLOYER}
IN_USER_FIRM: dict[str, Any] = {"status": MaitreStatus.USER_FIRM_EMPLOYEE}


class TestAgency:
    """R6226-5: two years in that type of firm, since 2012-04-14."""

    @pytest.mark.parametrize(
        ("months", "expected"), [(23, NON_COMPLIANT), (24, COMPLIANT), (25, COMPLIANT)]
    )
    def test_two_years(self, months: int, expected: Outcome) -> None:
        maitre = evolve(with_diploma(months), **IN_AGENCY)
        contract = employing(maitre, specific=AGENCY)
        assert outcome(contract) is expected
        names = [caveat.name for caveat in found(contract).caveats]
        assert names == ["AGENCY_EXPERIENCE"]

    def test_its_own_text_leaves_no_placement_out(self) -> None:
        # R6226-5 has no paragraph on them
        maitre = a_maitre(24, in_field=False, excluded=12, **IN_AGENCY)
        agency = employing(maitre, specific=AGENCY)
        assert outcome(agency) is COMPLIANT
        assert "NOTHING_EXCLUDED" in {c.name for c in found(agency).caveats}
        assert found(agency).parts[0]["counted_months"] == 24

    @pytest.mark.parametrize(
        ("concluded_on", "expected"),
        [
            # R6223-24: two years with the diploma, three without
            (date(2012, 4, 13), UNDETERMINED),
            (date(2012, 4, 14), COMPLIANT),
            (date(2012, 4, 15), COMPLIANT),
        ],
    )
    def test_its_own_text_begins_in_april_2012(
        self, concluded_on: date, expected: Outcome
    ) -> None:
        maitre = a_maitre(36, in_field=False, **IN_AGENCY)
        contract = employing(maitre, specific=AGENCY, concluded_on=concluded_on)
        assert outcome(contract) is expected

    def test_the_user_firm_goes_by_the_common_rule(self) -> None:
        maitre = evolve(with_diploma(12), **IN_USER_FIRM)
        contract = employing(maitre, specific=AGENCY)
        assert outcome(contract) is COMPLIANT
        assert [c.name for c in found(contract).caveats] == ["UNREAD_VERSION", "OTHER_FIRM_BRANCH"]
        in_alsace = employing(maitre, specific=AGENCY, territory=ALSACE)
        assert "OTHER_FIRM_CRAFT" in {caveat.name for caveat in found(in_alsace).caveats}

    def test_which_firm_is_unknown(self) -> None:
        finding = found(employing(with_diploma(12), specific=AGENCY))
        assert finding.missing == ("maitres[0].firm",)
        # two years suffice in both
        assert outcome(employing(with_diploma(24), specific=AGENCY)) is (COMPLIANT)

    def test_missing(self) -> None:
        one_year = evolve(with_diploma(12), **IN_AGENCY)
        finding = found(employing(one_year, specific=None))
        assert finding.missing == ("employer.specific",)
        check_missing(
            MAITRE_COMPETENCE,
            employing(with_diploma(12), specific=None),
            {
                "employer.specific": [SpecificEmployer.NONE, AGENCY],
                "maitres[0].firm": list(MaitreFirm),
            },
        )
        # two years suffice for both texts
        assert outcome(employing(with_diploma(24), specific=None)) is COMPLIANT


class TestOtherFirms:
    """An employers' group, and the second of two seasonal employers."""

    @pytest.mark.parametrize(
        ("specific", "mode", "firm", "told"),
        [
            (SpecificEmployer.EMPLOYER_GROUP, "1", None, True),
            (SpecificEmployer.SEASONAL_EMPLOYER, "4", MaitreFirm.OTHER, True),
            (SpecificEmployer.SEASONAL_EMPLOYER, "4", MaitreFirm.EMPLOYER, False),
            (SpecificEmployer.NONE, "1", MaitreFirm.OTHER, False),
        ],
    )
    def test_the_branch_is_taken_for_theirs(
        self, specific: SpecificEmployer, mode: str, firm: MaitreFirm | None, told: bool
    ) -> None:
        contract = evolve(
            employing(evolve(with_diploma(12), firm=firm), specific=specific),
            mode=ContractMode(mode),
        )
        assert outcome(contract) is COMPLIANT
        names = {caveat.name for caveat in found(contract).caveats}
        assert ("OTHER_FIRM_BRANCH" in names) is told


class TestTeam:
    def test_the_same_condition_for_each(self) -> None:
        contract = employing(with_diploma(12), a_maitre(23, in_field=False))
        finding = found(contract)
        assert finding.outcome is NON_COMPLIANT
        assert [part.outcome for part in finding.parts] == [COMPLIANT, NON_COMPLIANT]
        assert outcome(evolve(contract, maitres=())) is NON_COMPLIANT
        assert found(evolve(contract, maitres=None)).missing == ("maitres",)


MONTHS = st.one_of(st.none(), st.sampled_from([0, 11, 12, 23, 24, 35, 36]))
MAITRES = st.builds(
    a_maitre,
    MONTHS,
    in_field=st.sampled_from([None, True, False]),
    level=st.sampled_from([None, 0, 4, 5, 6]),
    brevet_de_maitrise=st.sampled_from([None, True, False]),
    minimum_qualification=st.sampled_from([None, True, False]),
    favourable_opinion=st.sampled_from([None, True, False]),
    firm=st.sampled_from([None, *MaitreFirm]),
)
CONTRACTS = st.builds(
    employing,
    MAITRES,
    concluded_on=st.sampled_from(
        [date(2009, 1, 1), date(2012, 1, 1), date(2018, 12, 31), date(2026, 9, 1)]
    ),
    prepared=st.sampled_from([None, 4, 5]),
    type=st.sampled_from([None, SHOP, CRAFT, EmployerType.COMMUNE]),
    territory=st.sampled_from([None, ALSACE, Territory.METROPOLE]),
    specific=st.sampled_from([None, SpecificEmployer.NONE, AGENCY]),
    branch_agreement=st.sampled_from([None, NO_BRANCH_AGREEMENT, TestBranchAgreement.STRICT]),
)


class TestProperties:
    @given(CONTRACTS, st.integers(0, 60))
    def test_more_experience_never_disqualifies(self, contract: Contract, more: int) -> None:
        assert contract.maitres
        months = contract.maitres[0].experience_months
        if months is None or outcome(contract) is not COMPLIANT:
            return
        better = filled(contract, {"maitres[0].experience_months": months + more})
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
            "maitres[0].field_diploma_level": [0, 4, 5, 8],
            "maitres[0].firm": list(MaitreFirm),
            "maitres[0].minimum_qualification": [True, False],
            "maitres[0].favourable_opinion": [True, False],
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
                with suppress(InvalidValue):  # two facts that exclude
                    contract = filled(contract, {path: value})
        assert outcome(contract) is before


class TestCoverage:
    @pytest.mark.parametrize(
        "concluded_on", [same_day(date(2008, 5, 1), n) for n in range(12 * (2027 - 2008))], ids=str
    )
    def test_every_month_since_2008(self, concluded_on: date) -> None:
        contract = employing(with_diploma(36), concluded_on=concluded_on)
        assert outcome(contract) is COMPLIANT


STARTED = ExperiencePeriod(
    starts_on=date(2026, 1, 1), kind=ExperienceKind.EMPLOYMENT, ongoing=True
)
OF_A_BRANCH = BranchAgreement(
    years_with_diploma=1, years_without_diploma=2, conditions=("un", "deux")
)
SAMPLE = [
    # a start after the signature: the year may be completed between them
    evolve(employing(with_diploma(11)), starts_on=date(2026, 9, 8)),
    *(
        employing(evolve(maitre, **facts), specific=specific)
        for maitre in (
            with_diploma(0),
            with_diploma(24),
            a_maitre(11, in_field=False),
            a_maitre(11, in_field=False, excluded=None),
            a_maitre(11, in_field=True, level=5, excluded=None),
            a_maitre(24, in_field=False),
            MaitreApprentissage(experience=(STARTED,), field_diploma_level=5),
            MaitreApprentissage(experience=(STARTED,), field_diploma_level=0),
            MaitreApprentissage(experience=(evolve(STARTED, ongoing=None),)),
        )
        for specific, facts in ((SpecificEmployer.NONE, {}), (AGENCY, IN_AGENCY))
    ),
    *(
        employing(
            a_maitre(
                60, in_field=False, minimum_qualification=qualified, favourable_opinion=opinion
            ),
            concluded_on=date(2010, 9, 1),
        )
        for qualified in (True, False)
        for opinion in (True, False)
    ),
    employing(
        a_maitre(60, in_field=False, branch_conditions=("un",)), branch_agreement=OF_A_BRANCH
    ),
    employing(a_maitre()),
    employing(),
    employing(a_maitre(0, brevet_de_maitrise=True), type=CRAFT, territory=ALSACE),
    employing(a_maitre(0, brevet_de_maitrise=False), type=CRAFT, territory=ALSACE),
    employing(
        a_maitre(23, in_field=False, brevet_de_maitrise=True),
        a_maitre(60, in_field=False, brevet_de_maitrise=False),
        type=None,
        territory=ALSACE,
    ),
]


def test_it_says_and_consults_what_is_listed() -> None:
    check_said(MAITRE_COMPETENCE, SAMPLE)
