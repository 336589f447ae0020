"""How many apprentices a maître may have (R6223-6, R6223-7, R6226-5).

« Le nombre maximal d'apprentis […] est fixé à deux par maître
d'apprentissage. Le maître […] peut également […] accueillir un apprenti
supplémentaire dont la formation est prolongée en cas d'échec à l'examen. »
"""

from datetime import date, timedelta
from itertools import combinations_with_replacement
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from apprentissage.facts import (
    NO_EXTENSION,
    Contract,
    ContractMode,
    ContractType,
    DurationGround,
    Employer,
    Extension,
    ExtensionReason,
    MaitreApprentissage,
    MaitreFirm,
    SpecificEmployer,
    Supervised,
    SupervisedKind,
)
from apprentissage.judging import Finding, Outcome
from apprentissage.law.readings import LETTER
from apprentissage.maitre.maitre_ceiling import MAITRE_CEILING, first_excess, hairdressing_ceiling
from apprentissage.months import same_day
from tests.support.eligibility import a_contract
from tests.support.missing import check_missing, filled
from tests.support.recording import check_said

COMPLIANT, NON_COMPLIANT = Outcome.COMPLIANT, Outcome.NON_COMPLIANT
UNDETERMINED = Outcome.UNDETERMINED
DAY = timedelta(days=1)
R, P = SupervisedKind.REGULAR, SupervisedKind.PROLONGED
STARTS_ON, ENDS_ON = date(2026, 9, 1), date(2028, 8, 31)
AGENCY = SpecificEmployer.TEMPORARY_WORK_AGENCY


LONG_AGO, FAR = date(2000, 1, 1), date(2099, 12, 31)


def other(
    kind: SupervisedKind | None = R, starts_on: date | None = LONG_AGO, ends_on: date | None = FAR
) -> Supervised:
    return Supervised(kind=kind, starts_on=starts_on, ends_on=ends_on)


def with_more(contract: Contract, *others: Supervised, **facts: Any) -> Contract:
    """The same contract with one maître more, who has others."""
    second = MaitreApprentissage(
        **{"supervised": others, "individual_ceiling": 0, "firm": MaitreFirm.EMPLOYER, **facts}
    )
    return evolve(contract, maitres=(*(contract.maitres or ()), second))


def joining(
    *others: Supervised,
    individual: int | None = 0,
    specific: SpecificEmployer | None = SpecificEmployer.NONE,
    idcc: str | None = None,
    concluded_on: date = STARTS_ON,
    firm: MaitreFirm | None = MaitreFirm.EMPLOYER,
    **facts: Any,
) -> Contract:
    """A new apprentice of a maître who already has others."""
    ordinary: dict[str, Any] = {
        "kind": ContractType.FIRST,
        "extension": NO_EXTENSION,
        "mode": ContractMode.LIMITED_TERM,
    }
    return a_contract(
        born_on=date(2000, 1, 1),
        starts_on=concluded_on,
        employer=Employer(specific=specific, idcc=idcc),
        maitres=(
            MaitreApprentissage(supervised=others, individual_ceiling=individual, firm=firm),
        ),
        **(ordinary | facts),
    )


def found(contract: Contract) -> Finding:
    return MAITRE_CEILING.find(contract)


def outcome(contract: Contract) -> Outcome:
    return found(contract).outcome


PROLONGED: dict[str, Any] = {"kind": ContractType.FAILED_EXAM}
ORDINARY: dict[str, Any] = {}


class TestNumbers:
    """Two, and one more where the training of one is prolonged."""

    @pytest.mark.parametrize("size", range(5))
    @pytest.mark.parametrize("ceiling", [2, 5])
    def test_every_composition(self, size: int, ceiling: int) -> None:
        specific = AGENCY if ceiling == 5 else SpecificEmployer.NONE
        for kinds in combinations_with_replacement((R, P), size):
            for new, facts in ((R, ORDINARY), (P, PROLONGED)):
                together = [*kinds, new]
                # R6226-5 sets the whole of R6223-6 aside
                more = 0 if specific is AGENCY else 1
                lawful = together.count(R) <= ceiling and len(together) <= ceiling + more
                contract = joining(*map(other, kinds), specific=specific, **facts)
                assert (outcome(contract) is COMPLIANT) is lawful, together
                assert found(contract).parts[0]["ceiling"] == ceiling

    @pytest.mark.parametrize(
        ("regular", "expected"), [(4, COMPLIANT), (5, NON_COMPLIANT), (6, NON_COMPLIANT)]
    )
    def test_an_agency_has_five(self, regular: int, expected: Outcome) -> None:
        contract = joining(*[other()] * regular, specific=AGENCY)
        assert outcome(contract) is expected

    @pytest.mark.parametrize(
        ("kinds", "expected"),
        [
            ((R, R, R, R, P), NON_COMPLIANT),
            ((R, R, R, P), COMPLIANT),
            ((P, P, P, P), COMPLIANT),
            ((P, P, P, P, P), NON_COMPLIANT),
        ],
    )
    def test_an_agency_has_no_prolonged_one_more(
        self, kinds: tuple[SupervisedKind, ...], expected: Outcome
    ) -> None:
        # W15: « Par dérogation aux dispositions de l'article R. 6223-6 »
        contract = joining(*map(other, kinds), specific=AGENCY)
        assert outcome(contract) is expected
        assert found(contract).caveats == ()

    @pytest.mark.parametrize(
        ("concluded_on", "expected"),
        [
            (date(2012, 4, 13), NON_COMPLIANT),
            (date(2012, 4, 14), COMPLIANT),
            (date(2012, 4, 15), COMPLIANT),
        ],
    )
    def test_five_since_april_2012(self, concluded_on: date, expected: Outcome) -> None:
        contract = joining(*[other()] * 4, specific=AGENCY, concluded_on=concluded_on)
        assert outcome(contract) is expected
        if expected is NON_COMPLIANT:
            assert found(contract).holds_from == date(2012, 4, 14)

    def test_the_user_firm_keeps_the_ordinary_ceiling(self) -> None:
        # R6226-6
        for others, expected in ((1, COMPLIANT), (2, NON_COMPLIANT)):
            contract = joining(*[other()] * others, specific=AGENCY, firm=MaitreFirm.OTHER)
            assert outcome(contract) is expected
            assert found(contract).parts[0]["ceiling"] == 2

    def test_the_firm_is_asked_once_the_agency_has_its_own_ceiling(self) -> None:
        """R6226-5 begins on 2012-04-14: the ceilings were one before."""
        for eve_or_day, expected, missing in (
            (date(2012, 4, 13), NON_COMPLIANT, ()),
            (date(2012, 4, 14), UNDETERMINED, ("maitres[0].firm",)),
        ):
            contract = joining(
                other(), other(), specific=AGENCY, firm=None, concluded_on=eve_or_day
            )
            assert outcome(contract) is expected
            assert found(contract).missing == missing

    def test_a_group_is_looked_at_in_the_user_firm(self) -> None:
        # L6223-5, last paragraph
        group = SpecificEmployer.EMPLOYER_GROUP
        for others, expected in ((1, COMPLIANT), (2, NON_COMPLIANT)):
            contract = joining(*[other()] * others, specific=group)
            assert outcome(contract) is expected
            references = [s.reference for s in found(contract).sources]
            assert any("L. 6223-5" in each for each in references)

    @pytest.mark.parametrize(
        ("concluded_on", "cited"),
        [(date(2016, 8, 9), False), (date(2016, 8, 10), True), (date(2016, 8, 11), True)],
    )
    def test_the_user_firm_of_a_group_is_named_since_2016(
        self, concluded_on: date, cited: bool
    ) -> None:
        of_group = joining(specific=SpecificEmployer.EMPLOYER_GROUP, concluded_on=concluded_on)
        references = {source.reference for source in found(of_group).sources}
        assert ("art. L. 6223-5 al. 3 du code du travail" in references) is cited
        assert len(references) == 1 + cited


class TestDays:
    """Counted on each day of the contract: an overlap is found to the day."""

    def third(self, starts_on: date, ends_on: date) -> Contract:
        return joining(other(R, date(2025, 9, 1), date(2030, 8, 31)), other(R, starts_on, ends_on))

    @pytest.mark.parametrize(
        ("starts_on", "ends_on", "expected"),
        [
            # gone before this one comes
            (date(2024, 9, 1), STARTS_ON - 2 * DAY, COMPLIANT),
            (date(2024, 9, 1), STARTS_ON - DAY, COMPLIANT),
            (date(2024, 9, 1), STARTS_ON, NON_COMPLIANT),
            # comes after this one has gone
            (ENDS_ON, date(2030, 8, 31), NON_COMPLIANT),
            (ENDS_ON + DAY, date(2030, 8, 31), COMPLIANT),
        ],
    )
    def test_the_eve_the_day_and_the_morrow(
        self, starts_on: date, ends_on: date, expected: Outcome
    ) -> None:
        contract = self.third(starts_on, ends_on)
        assert contract.ends_on == ENDS_ON
        assert outcome(contract) is expected

    def test_the_days_of_the_overlap(self) -> None:
        part = found(self.third(date(2025, 9, 1), date(2026, 12, 31))).parts[0]
        assert part["exceeded_on"] == STARTS_ON
        assert part["exceeded_until_on"] == date(2026, 12, 31)
        assert (part["count"], part["prolonged"]) == (3, 0)
        later = found(self.third(date(2028, 1, 10), date(2029, 8, 31)))
        assert later.parts[0]["exceeded_on"] == date(2028, 1, 10)
        assert later.parts[0]["exceeded_until_on"] == ENDS_ON

    def test_holds_from_the_morrow_of_the_departure(self) -> None:
        finding = found(self.third(date(2025, 9, 1), date(2026, 12, 31)))
        assert finding.holds_from == date(2027, 1, 1)
        assert found(joining(other(), other())).holds_from == FAR + DAY

    @pytest.mark.parametrize(
        ("starts_on", "ends_on", "missing"),
        [
            (None, None, ("ends_on", "starts_on")),
            (None, STARTS_ON, None),
            (None, STARTS_ON - DAY, ()),
            (None, ENDS_ON, None),
            (None, ENDS_ON + DAY, ("starts_on",)),
            (STARTS_ON - DAY, None, ("ends_on",)),
            (STARTS_ON, None, None),
            (ENDS_ON, None, None),
            (ENDS_ON + DAY, None, ()),
        ],
    )
    def test_an_unknown_day_may_be_any_day(
        self, starts_on: date | None, ends_on: date | None, missing: tuple[str, ...] | None
    ) -> None:
        contract = joining(other(), other(R, starts_on, ends_on))
        finding = found(contract)
        if missing is None:
            assert finding.outcome is NON_COMPLIANT
            return
        assert finding.missing == tuple(f"maitres[0].supervised[1].{name}" for name in missing)
        assert finding.outcome is (UNDETERMINED if missing else COMPLIANT)
        if missing:
            values = {
                "starts_on": [LONG_AGO, ENDS_ON + DAY],
                "ends_on": [STARTS_ON - DAY, ENDS_ON + 9 * DAY],
            }
            paths = {path: values[path.split(".")[-1]] for path in missing}
            if len(paths) == 1:
                check_missing(
                    MAITRE_CEILING,
                    contract,
                    {f"maitres[0].supervised[1].{path}": days for path, days in paths.items()},
                )

    def test_the_sentence_of_one_day_and_of_several(self) -> None:
        # E02, E05
        def said(*others: Supervised, **facts: Any) -> str:
            sentence = found(joining(*others, **facts)).sentence
            return sentence.replace("\xa0", " ").replace("\u202f", " ")

        one_day = said(other(), other(R, LONG_AGO, STARTS_ON))
        assert one_day.startswith(
            "Le 1er septembre 2026, le maître d'apprentissage aurait 3 "
            "apprentis : le plafond est de 2 apprentis, et d'un de plus par"
        )
        more = said(other(), other(), other(P))
        assert more.startswith("Du 1er septembre 2026 au 31 août 2028, ")
        assert "4 apprentis, dont 1 prolongé : le plafond" in more
        agency = said(*[other()] * 5, specific=AGENCY)
        assert agency.endswith("aurait 6 apprentis : le plafond est de 5 apprentis.")

    @pytest.mark.parametrize(
        ("extended_on", "comes_on", "expected"),
        [
            (date(2028, 3, 1), date(2028, 2, 29), NON_COMPLIANT),
            (date(2028, 3, 1), date(2028, 3, 1), COMPLIANT),
            (date(2028, 3, 1), date(2028, 3, 2), COMPLIANT),
        ],
    )
    def test_prolonged_from_the_extension_on(
        self, extended_on: date, comes_on: date, expected: Outcome
    ) -> None:
        contract = joining(
            other(R, date(2025, 9, 1), date(2030, 8, 31)),
            other(R, comes_on, date(2030, 8, 31)),
            extension=Extension(reason=ExtensionReason.FAILED_EXAM, starts_on=extended_on),
        )
        assert outcome(contract) is expected

    def test_other_extensions_are_not_prolonged_by_failure(self) -> None:
        contract = joining(
            other(),
            other(R, date(2028, 6, 1), date(2030, 8, 31)),
            extension=Extension(reason=ExtensionReason.DISABILITY, starts_on=date(2028, 3, 1)),
        )
        assert outcome(contract) is NON_COMPLIANT


class TestDerogations:
    """R6223-7: an individual derogation; R6223-8: hairdressing."""

    @pytest.mark.parametrize(
        ("individual", "expected"), [(0, NON_COMPLIANT), (2, NON_COMPLIANT), (3, COMPLIANT)]
    )
    def test_an_individual_derogation(self, individual: int, expected: Outcome) -> None:
        contract = joining(other(), other(), individual=individual)
        assert outcome(contract) is expected
        assert found(contract).parts[0]["ceiling"] == max(2, individual)

    def test_its_sources_are_of_the_day(self) -> None:
        def url(day: date) -> str:
            contract = joining(other(), individual=3, concluded_on=day)
            return str(found(contract).sources[-1].url)

        assert url(date(2024, 6, 30)) != url(date(2024, 7, 1))
        assert found(joining(other(), individual=3)).caveats == ()

    def test_an_agency_with_a_derogation_beyond_its_five(self) -> None:
        for individual in (3, 4, 5, 6):
            for kinds in ((R,) * 4, (R,) * 5, (R,) * 4 + (P,), (R,) * 6):
                unsaid = joining(*map(other, kinds), individual=individual, specific=None)
                outcomes = {
                    outcome(filled(unsaid, {"employer.specific": kind}))
                    for kind in (AGENCY, SpecificEmployer.NONE)
                }
                if outcome(unsaid) is not UNDETERMINED:
                    assert outcomes == {outcome(unsaid)}
                elif len(outcomes) > 1:
                    assert found(unsaid).missing == ("employer.specific",)

    @pytest.mark.parametrize(
        ("qualified", "most"),
        [
            (0, None),
            (1, 1),
            (3, 1),
            (4, 2),
            (6, 2),
            (7, 3),
            (9, 3),
            (10, 4),
            (12, 4),
            (13, 5),
            (15, 5),
            (16, 6),
            (40, 6),
        ],
    )
    def test_hairdressing_until_august_2021(self, qualified: int, most: int | None) -> None:
        for day in (
            date(2008, 5, 1),  # the eve and the day of a new R6223-8
            *(date(2020, 3, 31), date(2020, 4, 1)),
            date(2021, 8, 26),
        ):
            assert hairdressing_ceiling(qualified, day) == most
        assert hairdressing_ceiling(qualified, date(2021, 8, 27)) is None

    @pytest.mark.parametrize(
        ("concluded_on", "idcc", "expected"),
        [
            (date(2021, 8, 26), "2596", ["HAIRDRESSING"]),
            (date(2021, 8, 27), "2596", []),
            (date(2021, 8, 26), "1597", []),
            (date(2021, 8, 26), None, []),
        ],
    )
    def test_hairdressers_are_told(
        self, concluded_on: date, idcc: str | None, expected: list[str]
    ) -> None:
        contract = joining(concluded_on=concluded_on, idcc=idcc)
        assert [c.name for c in found(contract).caveats] == expected


class TestWhatIsUnknown:
    def test_who_is_supervised(self) -> None:
        contract = joining()
        assert contract.maitres
        unknown = filled(contract, {"maitres[0].supervised": None})
        assert found(unknown).missing == ("maitres[0].supervised",)
        check_missing(MAITRE_CEILING, unknown, {"maitres[0].supervised": [(), (other(), other())]})

    def test_a_kind(self) -> None:
        unsaid = joining(other(), other(None))
        assert found(unsaid).missing == ("maitres[0].supervised[1].kind",)
        check_missing(MAITRE_CEILING, unsaid, {"maitres[0].supervised[1].kind": [R, P]})
        # below the ceiling, or past it in any case, it does not matter
        assert outcome(joining(other(None))) is COMPLIANT
        assert outcome(joining(*[other(None)] * 3)) is NON_COMPLIANT
        # nor that of who is gone
        gone = joining(other(None), other(), other(None, LONG_AGO, STARTS_ON - DAY))
        assert found(gone).missing == ("maitres[0].supervised[0].kind",)

    def test_the_agency(self) -> None:
        contract = joining(other(), other(), specific=None)
        assert found(contract).missing == ("employer.specific",)
        assert found(contract).parts[0]["ceiling"] is None
        firm = joining(other(), other(), specific=AGENCY, firm=None)
        check_missing(MAITRE_CEILING, firm, {"maitres[0].firm": list(MaitreFirm)})
        check_missing(
            MAITRE_CEILING, contract, {"employer.specific": [SpecificEmployer.NONE, AGENCY]}
        )
        # too many even for an agency, whose ceiling is then the one told
        excess = found(joining(*[other()] * 5, specific=None))
        assert excess.outcome is NON_COMPLIANT
        assert excess.parts[0]["ceiling"] == 5

    def test_a_derogation(self) -> None:
        contract = joining(other(), other(), individual=None)
        assert found(contract).missing == ("maitres[0].individual_ceiling",)
        check_missing(MAITRE_CEILING, contract, {"maitres[0].individual_ceiling": [0, 3]})
        assert outcome(joining(other(), individual=None)) is COMPLIANT
        both = joining(other(), other(None), individual=None)
        check_missing(
            MAITRE_CEILING,
            both,
            {"maitres[0].individual_ceiling": [0, 3], "maitres[0].supervised[1].kind": [R, P]},
        )

    def test_the_extension_of_this_contract(self) -> None:
        late = other(R, date(2028, 6, 1), date(2030, 8, 31))
        unsaid = joining(other(), late, extension=None)
        assert found(unsaid).missing == ("extension",)
        failed = Extension(reason=ExtensionReason.FAILED_EXAM, starts_on=date(2028, 3, 1))
        check_missing(MAITRE_CEILING, unsaid, {"extension": [NO_EXTENSION, failed]})
        # nor is it told from when, though it follows a failure
        undated = joining(other(), late, extension=evolve(failed, starts_on=None))
        assert found(undated).missing == ("extension.starts_on",)
        days = [date(2028, 6, 1), date(2028, 6, 2)]
        check_missing(MAITRE_CEILING, undated, {"extension.starts_on": days})
        # a contract that is as a whole the prolongation waits for no extension
        for extension in (None, evolve(failed, starts_on=None)):
            whole = joining(
                *(other(), other(), other(ends_on=None)),
                kind=ContractType.FAILED_EXAM,
                extension=extension,
            )
            assert found(whole).missing == ("maitres[0].supervised[2].ends_on",)
        # « prorogation du contrat initial » (L6222-11 1°): none on its first day
        assert outcome(joining(other(), other(), extension=None)) is NON_COMPLIANT
        # unless the contract itself is the prolongation
        neither = joining(other(), other(), extension=None, kind=None)
        assert found(neither).missing == ("duration_ground", "extension", "kind")
        assert outcome(filled(neither, PROLONGED)) is COMPLIANT
        told = filled(neither, {"extension": NO_EXTENSION, "kind": ContractType.FIRST})
        assert outcome(told) is NON_COMPLIANT

    @pytest.mark.parametrize(
        ("kind", "ground", "expected"),
        [
            ("11", DurationGround.FAILED_EXAM, NON_COMPLIANT),
            ("21", DurationGround.FAILED_EXAM, NON_COMPLIANT),
            ("22", DurationGround.FAILED_EXAM, COMPLIANT),
            ("23", DurationGround.FAILED_EXAM, COMPLIANT),
            ("22", DurationGround.NONE, NON_COMPLIANT),
            ("22", None, UNDETERMINED),
            (None, DurationGround.FAILED_EXAM, UNDETERMINED),
            ("11", None, NON_COMPLIANT),
        ],
    )
    def test_a_new_contract_elsewhere_prolongs_too(
        self, kind: str | None, ground: DurationGround | None, expected: Outcome
    ) -> None:
        # L6222-11 2°: « un nouveau contrat avec un autre employeur »
        contract = joining(
            other(),
            other(),
            kind=None if kind is None else ContractType(kind),
            duration_ground=ground,
        )
        assert outcome(contract) is expected
        # a third ordinary apprentice is too many whatever this one is
        third = joining(*[other()] * 3, kind=contract.kind, duration_ground=ground)
        assert outcome(third) is NON_COMPLIANT

    @pytest.mark.parametrize(
        ("kind", "missing", "denied"),
        [
            ("11", (), True),
            ("21", (), True),
            ("36", (), True),
            ("22", ("extension",), False),
            ("23", ("extension",), False),
        ],
    )
    def test_a_prolongation_from_the_first_day(
        self, kind: str, missing: tuple[str, ...], denied: bool
    ) -> None:
        # « 1° Soit par prorogation du contrat initial […] ; 2° Soit par
        # conclusion d'un nouveau contrat avec un autre employeur »
        facts: dict[str, Any] = {
            "kind": ContractType(kind),
            "duration_ground": DurationGround.NONE,
        }
        unsaid = joining(other(), other(), extension=None, **facts)
        assert found(unsaid).missing == missing
        failed = Extension(reason=ExtensionReason.FAILED_EXAM, starts_on=STARTS_ON)
        whole = found(joining(other(), other(), extension=failed, **facts))
        assert whole.outcome is COMPLIANT
        told = {caveat.name for caveat in whole.caveats}
        assert ("KIND_DENIES_PROROGATION" in told) is denied
        # of the morrow it is said of no type: the first day has one too many
        later = joining(
            *(other(), other()), extension=evolve(failed, starts_on=STARTS_ON + DAY), **facts
        )
        assert outcome(later) is NON_COMPLIANT
        assert "KIND_DENIES_PROROGATION" not in {c.name for c in found(later).caveats}

    def test_type_33_may_still_be_told(self) -> None:
        disability = Extension(reason=ExtensionReason.DISABILITY, starts_on=date(2027, 9, 1))
        unsaid = joining(other(), other(), kind=None, extension=disability)
        assert found(unsaid).missing == ("kind",)
        assert outcome(filled(unsaid, PROLONGED)) is COMPLIANT

    def test_what_would_tell_a_new_contract_elsewhere(self) -> None:
        unsaid = joining(other(), other(), kind=None)
        assert found(unsaid).missing == ("duration_ground", "kind")
        check_missing(
            MAITRE_CEILING,
            unsaid,
            {
                "kind": [ContractType.FIRST, ContractType.OTHER_EMPLOYER],
                "duration_ground": [DurationGround.NONE, DurationGround.FAILED_EXAM],
            },
        )


EACH = LETTER.choose(team_ceiling="EACH")
SEASONAL: dict[str, Any] = {
    "specific": SpecificEmployer.SEASONAL_EMPLOYER,
    "mode": ContractMode.TWO_SEASONAL_EMPLOYERS,
}


class TestTeam:
    """R6223-6: a ceiling « dans une entreprise ou un établissement »."""

    @pytest.mark.parametrize(
        ("first", "second", "team", "each"),
        [
            ((), (), COMPLIANT, COMPLIANT),
            ((R,), (R,), COMPLIANT, COMPLIANT),
            ((), (R, R), COMPLIANT, NON_COMPLIANT),
            ((R, R), (R,), COMPLIANT, NON_COMPLIANT),
            ((R, R), (R, R), NON_COMPLIANT, NON_COMPLIANT),
            ((R, R, R, R), (), NON_COMPLIANT, NON_COMPLIANT),
            # one prolonged for each
            ((R, R, P), (R, P), COMPLIANT, NON_COMPLIANT),
            ((R, R, P), (R, P, P), NON_COMPLIANT, NON_COMPLIANT),
        ],
    )
    def test_this_apprentice_counts_once_or_for_each(
        self,
        first: tuple[SupervisedKind, ...],
        second: tuple[SupervisedKind, ...],
        team: Outcome,
        each: Outcome,
    ) -> None:
        contract = with_more(joining(*map(other, first)), *map(other, second))
        finding = found(contract)
        assert finding.outcome is team
        assert MAITRE_CEILING.find(contract, EACH).outcome is each
        assert [c.point for c in finding.contested] == ([] if team is each else ["team_ceiling"])
        assert {part["ceiling"] for part in finding.parts} == {2}

    def test_alone_nothing_is_contested(self) -> None:
        assert found(joining(other(), other())).contested == ()

    def test_each_maitre_has_his_part(self) -> None:
        contract = with_more(joining(other()), other(), other())
        assert [p.outcome for p in found(contract).parts] == [COMPLIANT] * 2
        by_each = MAITRE_CEILING.find(contract, EACH)
        assert [part.outcome for part in by_each.parts] == [COMPLIANT, NON_COMPLIANT]
        assert outcome(evolve(contract, maitres=())) is NON_COMPLIANT
        assert found(evolve(contract, maitres=None)).missing == ("maitres",)

    @pytest.mark.parametrize("facts", [{"specific": AGENCY}, SEASONAL])
    def test_two_firms_are_two_ceilings(self, facts: dict[str, Any]) -> None:
        full = [other(), other()]
        here = with_more(joining(**facts), *full, firm=MaitreFirm.EMPLOYER)
        there = with_more(joining(**facts), *full, firm=MaitreFirm.OTHER)
        assert outcome(here) is COMPLIANT
        assert outcome(there) is NON_COMPLIANT
        unsaid = with_more(joining(**facts), *full, firm=None)
        assert found(unsaid).missing == ("maitres[1].firm",)

    def test_whether_there_are_two_firms_is_unknown(self) -> None:
        full = [other(), other()]
        unsaid = with_more(joining(mode=None), *full, firm=MaitreFirm.OTHER)
        assert found(unsaid).missing == ("mode",)
        check_missing(
            MAITRE_CEILING, unsaid, {"mode": [ContractMode.LIMITED_TERM, SEASONAL["mode"]]}
        )
        # known to be of one firm, both are counted together in any case
        same = with_more(joining(mode=None), *full, firm=MaitreFirm.EMPLOYER)
        assert outcome(same) is COMPLIANT
        neither = with_more(joining(mode=None, firm=None), *full, firm=None)
        assert found(neither).missing == ("maitres[0].firm", "maitres[1].firm", "mode")
        # too many or few enough however they are counted
        assert outcome(with_more(joining(mode=None, firm=None), firm=None)) is COMPLIANT
        many = with_more(joining(*full, mode=None, firm=None), *full, firm=None)
        assert outcome(many) is NON_COMPLIANT


SPANS = st.lists(
    st.builds(
        lambda first, days, kind: (first, first + timedelta(days=days), kind),
        first=st.dates(date(2026, 9, 1), date(2026, 10, 15)),
        days=st.integers(0, 40),
        kind=st.sampled_from(SupervisedKind),
    ),
    max_size=6,
).map(tuple)


class TestProperties:
    @given(SPANS, st.sampled_from([1, 2, 5]))
    def test_as_counted_day_by_day(
        self, spans: tuple[tuple[date, date, SupervisedKind], ...], ceiling: int
    ) -> None:
        def exceeded(day: date) -> bool:
            kinds = [s[2] for s in spans if s[0] <= day <= s[1]]
            return kinds.count(R) > ceiling or len(kinds) > ceiling + 1

        days = [date(2026, 9, 1) + n * DAY for n in range(100)]
        expected = next((day for day in days if exceeded(day)), None)
        excess = first_excess(spans, ceiling)
        assert (excess and excess.starts_on) == expected
        if excess is not None:
            assert exceeded(excess.ends_on)

    @given(SPANS, st.sampled_from([2, 5]))
    def test_one_apprentice_less_never_exceeds(
        self, spans: tuple[tuple[date, date, SupervisedKind], ...], ceiling: int
    ) -> None:
        if first_excess(spans, ceiling) is None:
            assert first_excess(spans[1:], ceiling) is None


class TestCoverage:
    @pytest.mark.parametrize(
        "concluded_on", [same_day(date(2008, 5, 1), n) for n in range(12 * (2027 - 2008))], ids=str
    )
    def test_every_month_since_2008(self, concluded_on: date) -> None:
        contract = joining(other(), concluded_on=concluded_on)
        assert outcome(contract) is COMPLIANT
        third = joining(other(), other(), concluded_on=concluded_on)
        assert outcome(third) is NON_COMPLIANT


SAMPLE = [
    *(
        evolve(contract, employer=Employer(specific=specific))
        for specific in (SpecificEmployer.NONE, AGENCY)
        for last_on in (STARTS_ON, FAR)
        for more in ((), (other(P),))
        for contract in (
            joining(),
            joining(*[other(R, LONG_AGO, last_on)] * 6, *more),
            with_more(joining()),
            with_more(joining(*[other(R, LONG_AGO, last_on)] * 11, *more)),
        )
    ),
    joining(other(), other(None)),
    evolve(joining(), maitres=()),
]


@pytest.mark.apart
def test_it_says_and_consults_what_is_listed() -> None:
    check_said(MAITRE_CEILING, SAMPLE)


def test_a_span_that_ends_before_it_starts_is_no_apprentice() -> None:
    regular = SupervisedKind.REGULAR
    turned = (date(2027, 8, 31), date(2026, 9, 1), regular)
    assert first_excess((turned,) * 3, 2) is None
