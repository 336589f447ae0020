"""Minors: who signs for them (R6222-2), and their ascendants (L6222-5).

The representative signs « le cas échéant »: for a minor who is not
emancipated on the day of conclusion (notice 51649). « Lorsque l'apprenti
mineur est employé par un ascendant, le contrat d'apprentissage est remplacé
par une déclaration souscrite par l'employeur »: it « est revêtue de la
signature de l'apprenti et est visée par le directeur du centre de formation
d'apprentis » (R6224-8 since 2020-04-01; R6224-12 before 2019).
"""

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve

from apprentissage.errors import NotCovered
from apprentissage.facts import (
    Contract,
    Employer,
    EmployerType,
    LegalRepresentative,
    Signatory,
    SpecificEmployer,
)
from apprentissage.judging import Finding, Outcome, Rule
from apprentissage.law.readings import LETTER
from apprentissage.minors.ascendant_employer import ASCENDANT_EMPLOYER
from apprentissage.minors.legal_representative import (
    LEGAL_REPRESENTATIVE,
    is_minor,
    legal_representative_signs,
    majority_on,
)
from apprentissage.months import same_day
from apprentissage.parties.signatures import SIGNATURES
from apprentissage.reviewing import agenda
from tests.support.eligibility import a_contract
from tests.support.missing import check_missing
from tests.support.recording import check_said

COMPLIANT, NON_COMPLIANT = Outcome.COMPLIANT, Outcome.NON_COMPLIANT
NOT_APPLICABLE, UNDETERMINED = Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED
DAY = timedelta(days=1)
BORN_ON, MAJORITY_ON = date(2008, 10, 1), date(2026, 10, 1)
PARTIES = frozenset({Signatory.EMPLOYER, Signatory.APPRENTICE, Signatory.CFA})
EVERYONE = PARTIES | {Signatory.LEGAL_REPRESENTATIVE}
NAMED = LegalRepresentative(name="Mme Martin", email="martin@exemple.fr")


def signed(
    concluded_on: date,
    signed_by: frozenset[Signatory] | None = None,
    *,
    born_on: date = BORN_ON,
    specific: SpecificEmployer | None = SpecificEmployer.NONE,
    type_: EmployerType | None = EmployerType.CRAFT_REGISTER,
    **apprentice: Any,
) -> Contract:
    """A contract started a week after its signature."""
    return a_contract(
        born_on=born_on,
        concluded_on=concluded_on,
        starts_on=concluded_on + 7 * DAY,
        signed_by=signed_by,
        employer=Employer(specific=specific, type=type_),
        apprentice=apprentice,
    )


def find(rule: Rule, contract: Contract) -> Finding:
    return rule.find(contract)


class TestWhoSigns:
    @pytest.mark.parametrize(
        ("concluded_on", "emancipated", "signs"),
        [
            (MAJORITY_ON - DAY, False, True),
            (MAJORITY_ON, False, False),
            (MAJORITY_ON + DAY, False, False),
            (MAJORITY_ON - DAY, True, False),
            (MAJORITY_ON - DAY, None, None),
            (MAJORITY_ON, None, False),
        ],
    )
    def test_a_minor_at_conclusion(
        self, concluded_on: date, emancipated: bool | None, signs: bool | None
    ) -> None:
        assert (
            legal_representative_signs(
                born_on=BORN_ON,
                concluded_on=concluded_on,
                emancipated=emancipated,
                employed_by_ascendant=False,
            )
            is signs
        )

    @pytest.mark.parametrize(
        ("emancipated", "ascendant", "signs"),
        [
            (False, True, False),
            (None, True, False),
            (True, None, False),
            (False, None, None),
            (None, None, None),
        ],
    )
    def test_nobody_for_the_declaration_of_an_ascendant(
        self, emancipated: bool | None, ascendant: bool | None, signs: bool | None
    ) -> None:
        assert (
            legal_representative_signs(
                born_on=BORN_ON,
                concluded_on=MAJORITY_ON - DAY,
                emancipated=emancipated,
                employed_by_ascendant=ascendant,
            )
            is signs
        )

    def test_born_on_29_february(self) -> None:
        late = LETTER.choose(leap_birthday="MARCH_1")
        born_on = date(2008, 2, 29)
        assert majority_on(born_on) == date(2026, 2, 28)
        assert majority_on(born_on, readings=late) == date(2026, 3, 1)
        assert not is_minor(born_on, date(2026, 2, 28))
        assert is_minor(born_on, date(2026, 2, 28), readings=late)
        contract = signed(date(2026, 2, 28), PARTIES, born_on=born_on, emancipated=False)
        finding = find(SIGNATURES, contract)
        assert finding.outcome is COMPLIANT
        assert [(c.point, c.outcome) for c in finding.contested] == [
            ("leap_birthday", NON_COMPLIANT)
        ]


class TestSignatures:
    @pytest.mark.parametrize(
        ("concluded_on", "signed_by", "outcome"),
        [
            (MAJORITY_ON - DAY, EVERYONE, COMPLIANT),
            (MAJORITY_ON - DAY, PARTIES, NON_COMPLIANT),
            (MAJORITY_ON, PARTIES, COMPLIANT),
            (MAJORITY_ON + DAY, EVERYONE, COMPLIANT),
            (MAJORITY_ON, PARTIES - {Signatory.EMPLOYER}, NON_COMPLIANT),
            (MAJORITY_ON, PARTIES - {Signatory.APPRENTICE}, NON_COMPLIANT),
            (MAJORITY_ON, PARTIES - {Signatory.CFA}, NON_COMPLIANT),
            (MAJORITY_ON, None, UNDETERMINED),
        ],
    )
    def test_each_of_them(
        self, concluded_on: date, signed_by: frozenset[Signatory] | None, outcome: Outcome
    ) -> None:
        contract = signed(concluded_on, signed_by, emancipated=False)
        assert find(SIGNATURES, contract).outcome is outcome

    def test_who_is_required(self) -> None:
        def required(**facts: Any) -> object:
            contract = signed(MAJORITY_ON - DAY, **facts)
            return find(SIGNATURES, contract)["required"]

        assert required(emancipated=False) == (
            Signatory.EMPLOYER,
            Signatory.APPRENTICE,
            Signatory.LEGAL_REPRESENTATIVE,
            Signatory.CFA,
        )
        without = (Signatory.EMPLOYER, Signatory.APPRENTICE, Signatory.CFA)
        assert required(emancipated=True) == without
        assert required() == without
        assert required(specific=SpecificEmployer.ASCENDANT) == without

    @pytest.mark.parametrize(
        ("left_out", "outcome"),
        [
            (None, COMPLIANT),
            # trial 12: « revêtue de la signature de l'apprenti »
            (Signatory.APPRENTICE, NON_COMPLIANT),
            (Signatory.EMPLOYER, NON_COMPLIANT),
            (Signatory.CFA, NON_COMPLIANT),
        ],
    )
    def test_the_declaration_of_an_ascendant(
        self, left_out: Signatory | None, outcome: Outcome
    ) -> None:
        contract = signed(
            MAJORITY_ON - DAY, PARTIES - {left_out}, specific=SpecificEmployer.ASCENDANT
        )
        finding = find(SIGNATURES, contract)
        assert finding.outcome is outcome
        assert any("R. 6224-8" in s.reference for s in finding.sources)

    def test_the_parties_sign_in_the_order_of_the_form(self) -> None:
        parts = find(SIGNATURES, signed(MAJORITY_ON - DAY, PARTIES)).parts
        told = [part.get("signatory") for part in parts]
        assert [who for who in told if who is not None] == [
            Signatory.EMPLOYER,
            Signatory.APPRENTICE,
            Signatory.CFA,
        ]

    def test_the_visa_of_the_centre_is_that_of_the_notice(self) -> None:
        *_, visa = find(SIGNATURES, signed(MAJORITY_ON, PARTIES)).parts
        assert visa["signatory"] is Signatory.CFA
        assert [source.reference for source in visa.sources] == ["notice 51649, visa du CFA"]

    @pytest.mark.parametrize(
        ("concluded_on", "article", "reserve"),
        [
            (date(2018, 12, 31), "R. 6224-12", False),
            (date(2019, 1, 1), "L. 6222-5", True),
            (date(2020, 3, 31), "L. 6222-5", True),
            (date(2020, 4, 1), "R. 6224-8", False),
        ],
    )
    def test_the_decrees_of_the_declaration(
        self, concluded_on: date, article: str, reserve: bool
    ) -> None:
        contract = signed(
            concluded_on,
            PARTIES,
            born_on=same_day(concluded_on, -12 * 16),
            specific=SpecificEmployer.ASCENDANT,
        )
        finding = find(SIGNATURES, contract)
        assert finding.outcome is COMPLIANT
        assert any(article in s.reference for s in finding.sources)
        for found in (finding, find(ASCENDANT_EMPLOYER, contract)):
            names = {caveat.name for caveat in found.caveats}
            assert ("DECLARATION_WITHOUT_DECREE" in names) is reserve

    @pytest.mark.parametrize(
        ("concluded_on", "article"),
        [(date(2020, 3, 31), "LEGIARTI000018524175"), (date(2020, 4, 1), "LEGIARTI000041771275")],
    )
    def test_the_versions_of_r6222_2(self, concluded_on: date, article: str) -> None:
        born_on = same_day(concluded_on, -12 * 20)
        contract = signed(concluded_on, PARTIES, born_on=born_on)
        urls = [s.url or "" for s in find(SIGNATURES, contract).sources]
        assert any(url.endswith(article) for url in urls)

    def test_no_declaration_in_the_public_sector(self) -> None:
        public: dict[str, Any] = {
            "specific": SpecificEmployer.ASCENDANT,
            "type_": EmployerType.COMMUNE,
            "emancipated": False,
        }
        contract = signed(MAJORITY_ON - DAY, PARTIES, **public)
        assert find(SIGNATURES, contract).outcome is NON_COMPLIANT
        contract = signed(MAJORITY_ON - DAY, EVERYONE, **public)
        assert find(SIGNATURES, contract).outcome is COMPLIANT

    def test_an_unknown_ascendant_decides(self) -> None:
        """A missing representative is no fault of an ascendant's child."""
        minor = signed(MAJORITY_ON - DAY, PARTIES, specific=None, type_=None, emancipated=False)
        assert find(SIGNATURES, minor).missing == ("employer.specific", "employer.type")
        for specific, outcome in (
            (SpecificEmployer.ASCENDANT, COMPLIANT),
            (SpecificEmployer.NONE, NON_COMPLIANT),
        ):
            told = evolve(
                minor, employer=Employer(specific=specific, type=EmployerType.CRAFT_REGISTER)
            )
            assert find(SIGNATURES, told).outcome is outcome
        everyone = evolve(minor, signed_by=EVERYONE)
        assert find(SIGNATURES, everyone).outcome is COMPLIANT

    @pytest.mark.parametrize(
        ("specific", "type_"),
        [
            # no ascendant, whoever employs; no declaration in the public sector
            (SpecificEmployer.NONE, None),
            (None, EmployerType.COMMUNE),
        ],
    )
    def test_where_no_ascendant_declares_only_the_emancipation_is_asked(
        self, specific: SpecificEmployer | None, type_: EmployerType | None
    ) -> None:
        minor = signed(MAJORITY_ON - DAY, PARTIES, specific=specific, type_=type_)
        assert find(SIGNATURES, minor).missing == ("apprentice.emancipated",)

    def test_holds_from_the_majority(self) -> None:
        unsigned = signed(date(2026, 9, 1), PARTIES, emancipated=False)
        assert find(SIGNATURES, unsigned).holds_from == MAJORITY_ON
        nobody = signed(date(2026, 9, 1), frozenset(), emancipated=False)
        assert find(SIGNATURES, nobody).holds_from is None

    def test_missing(self) -> None:
        minor = signed(date(2026, 9, 1))
        check_missing(
            SIGNATURES,
            minor,
            {
                "signed_by": [EVERYONE, PARTIES, frozenset[Signatory]()],
                "apprentice.emancipated": [True, False],
                "apprentice.rqth": [True],
            },
        )
        check_missing(
            SIGNATURES, evolve(minor, signed_by=PARTIES), {"apprentice.emancipated": [True, False]}
        )
        # the representative has signed: emancipation no longer matters
        assert find(SIGNATURES, evolve(minor, signed_by=EVERYONE)).outcome is COMPLIANT


class TestRepresentative:
    @pytest.mark.parametrize(
        ("concluded_on", "emancipated", "person", "outcome", "missing"),
        [
            (MAJORITY_ON, False, None, NOT_APPLICABLE, ()),
            (MAJORITY_ON - DAY, True, None, NOT_APPLICABLE, ()),
            (MAJORITY_ON - DAY, False, NAMED, COMPLIANT, ()),
            (MAJORITY_ON - DAY, None, NAMED, UNDETERMINED, ("apprentice.emancipated",)),
            (
                MAJORITY_ON - DAY,
                False,
                None,
                UNDETERMINED,
                ("apprentice.legal_representative.email", "apprentice.legal_representative.name"),
            ),
            (
                MAJORITY_ON - DAY,
                False,
                LegalRepresentative(name="Mme Martin"),
                UNDETERMINED,
                ("apprentice.legal_representative.email",),
            ),
        ],
    )
    def test_name_and_email(
        self,
        concluded_on: date,
        emancipated: bool | None,
        person: LegalRepresentative | None,
        outcome: Outcome,
        missing: tuple[str, ...],
    ) -> None:
        finding = find(
            LEGAL_REPRESENTATIVE,
            signed(concluded_on, emancipated=emancipated, legal_representative=person),
        )
        assert finding.outcome is outcome
        assert finding.missing == missing

    def test_it_says_the_last_day_of_the_minority(self) -> None:
        found = find(
            LEGAL_REPRESENTATIVE,
            signed(MAJORITY_ON - DAY, emancipated=False, legal_representative=NAMED),
        )
        assert found["majority_on"] == MAJORITY_ON
        assert found["minor_until_on"] == MAJORITY_ON - DAY
        assert "exclu" not in found.sentence

    def test_nobody_represents_the_child_of_the_employer(self) -> None:
        def found(specific: SpecificEmployer | None, **facts: Any) -> Finding:
            minor = signed(
                MAJORITY_ON - DAY,
                emancipated=False,
                specific=specific,
                legal_representative=NAMED,
                **facts,
            )
            return find(LEGAL_REPRESENTATIVE, minor)

        assert found(SpecificEmployer.ASCENDANT).outcome is NOT_APPLICABLE
        assert found(SpecificEmployer.NONE).outcome is COMPLIANT
        assert found(None).missing == ("employer.specific",)
        public = found(None, type_=EmployerType.COMMUNE)
        assert public.outcome is COMPLIANT

    def test_the_majority_is_in_the_agenda(self) -> None:
        def on(contract: Contract) -> list[date]:
            rules = (LEGAL_REPRESENTATIVE,)
            return [entry.on for entry in agenda(contract, rules=rules)]

        contract = signed(MAJORITY_ON - DAY)
        assert on(contract) == [MAJORITY_ON]
        assert on(signed(MAJORITY_ON)) == []
        young = signed(date(2026, 9, 1), born_on=date(2010, 9, 7))
        assert young.ends_on == date(2028, 9, 7)
        assert on(young) == [date(2028, 9, 7)]
        assert on(evolve(young, ends_on=date(2028, 9, 6))) == []


class TestAscendant:
    @pytest.mark.parametrize(
        ("concluded_on", "specific", "outcome"),
        [
            (MAJORITY_ON - DAY, SpecificEmployer.ASCENDANT, COMPLIANT),
            (MAJORITY_ON, SpecificEmployer.ASCENDANT, NOT_APPLICABLE),
            (MAJORITY_ON - DAY, SpecificEmployer.NONE, NOT_APPLICABLE),
            (MAJORITY_ON - DAY, None, UNDETERMINED),
            (MAJORITY_ON, None, NOT_APPLICABLE),
        ],
    )
    def test_a_minor_employed_by_an_ascendant(
        self, concluded_on: date, specific: SpecificEmployer | None, outcome: Outcome
    ) -> None:
        contract = signed(concluded_on, specific=specific)
        finding = find(ASCENDANT_EMPLOYER, contract)
        assert finding.outcome is outcome
        missing = ("employer.specific",) if outcome is UNDETERMINED else ()
        assert finding.missing == missing

    @pytest.mark.parametrize(
        ("concluded_on", "unread"),
        [(date(2026, 5, 27), False), (date(2026, 5, 28), True), (date(2026, 5, 29), True)],
    )
    def test_the_version_of_may_2026_is_unread(self, concluded_on: date, unread: bool) -> None:
        finding = find(
            ASCENDANT_EMPLOYER, signed(concluded_on, specific=SpecificEmployer.ASCENDANT)
        )
        names = [caveat.name for caveat in finding.caveats]
        assert names == (["UNREAD_VERSION"] if unread else [])

    @pytest.mark.parametrize(
        ("concluded_on", "type_", "outcome", "names"),
        [
            (MAJORITY_ON - DAY, None, UNDETERMINED, []),
            (date(2025, 9, 1), EmployerType.COMMUNE, NOT_APPLICABLE, []),
            (date(2026, 5, 28), EmployerType.COMMUNE, NOT_APPLICABLE, ["UNREAD_VERSION"]),
            (date(2018, 12, 31), EmployerType.COMMUNE, NOT_APPLICABLE, ["UNREAD_VERSION"]),
            (date(2019, 1, 1), EmployerType.COMMUNE, NOT_APPLICABLE, []),
            (
                date(2016, 8, 9),
                EmployerType.COMMUNE,
                NOT_APPLICABLE,
                ["PUBLIC_SECTOR_BEFORE_THE_CODE"],
            ),
        ],
    )
    def test_the_public_sector_is_outside(
        self, concluded_on: date, type_: EmployerType | None, outcome: Outcome, names: list[str]
    ) -> None:
        finding = find(
            ASCENDANT_EMPLOYER,
            signed(
                concluded_on,
                born_on=same_day(concluded_on, -12 * 16),
                specific=SpecificEmployer.ASCENDANT,
                type_=type_,
            ),
        )
        assert finding.outcome is outcome
        # a public body is nobody's ascendant
        denied = [] if type_ is None else ["PUBLIC_ASCENDANT"]
        told = [caveat.name for caveat in finding.caveats]
        assert told == [*names, *denied]
        missing = ("employer.type",) if type_ is None else ()
        assert finding.missing == missing


@pytest.mark.parametrize("rule", [LEGAL_REPRESENTATIVE, ASCENDANT_EMPLOYER, SIGNATURES])
def test_every_month_since_2008_is_covered(rule: Rule) -> None:
    for n in range(12 * (2027 - 2008)):
        on = same_day(date(2008, 5, 1), n)
        minor = signed(
            on,
            EVERYONE,
            born_on=same_day(on, -12 * 16),
            specific=SpecificEmployer.ASCENDANT,
            emancipated=False,
            legal_representative=NAMED,
        )
        represented = rule is LEGAL_REPRESENTATIVE
        expected = NOT_APPLICABLE if represented else COMPLIANT
        assert rule.judge(minor, LETTER).outcome is expected, on


def test_ascendants_before_2008_05_are_not_covered() -> None:
    with pytest.raises(NotCovered):
        ASCENDANT_EMPLOYER.judge(signed(date(2008, 4, 30), born_on=date(1992, 1, 1)), LETTER)


SAMPLE = [
    signed(concluded_on, signed_by, emancipated=emancipated, specific=specific, type_=type_)
    for concluded_on in (MAJORITY_ON - DAY, MAJORITY_ON)
    for signed_by in (None, PARTIES, EVERYONE)
    for emancipated in (None, True, False)
    for specific in (None, SpecificEmployer.NONE, SpecificEmployer.ASCENDANT)
    for type_ in (EmployerType.CRAFT_REGISTER, EmployerType.COMMUNE)
] + [signed(MAJORITY_ON - DAY, None, emancipated=False, legal_representative=NAMED)]


@pytest.mark.parametrize("rule", [LEGAL_REPRESENTATIVE, ASCENDANT_EMPLOYER, SIGNATURES])
def test_reads_and_sentences_are_exact(rule: Rule) -> None:
    check_said(rule, SAMPLE)
