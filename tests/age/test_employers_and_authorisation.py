"""Who may employ (notice 51649, L6227-1), and work authorisations (L5221-5).

Private individuals are excluded; public-law persons conclude contracts
« selon les modalités définies au présent titre »; who is no European works
by an authorisation.
"""

from datetime import date

import pytest

from apprentissage.age.work_authorisation import WORK_AUTHORISATION
from apprentissage.errors import NotCovered
from apprentissage.facts import (
    Contract,
    Employer,
    EmployerType,
    Nationality,
    Territory,
    WorkAuthorisation,
)
from apprentissage.judging import Outcome
from apprentissage.law.readings import LETTER
from apprentissage.law.sources import article
from apprentissage.months import same_day
from apprentissage.parties.employer import EMPLOYER
from tests.support.eligibility import a_contract
from tests.support.missing import check_missing
from tests.support.recording import check_said

COMPLIANT, NON_COMPLIANT = Outcome.COMPLIANT, Outcome.NON_COMPLIANT
NOT_APPLICABLE, UNDETERMINED = Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED
METROPOLE, MAYOTTE = Territory.METROPOLE, Territory.MAYOTTE


def employed(
    concluded_on: date = date(2026, 9, 1),
    *,
    kind: EmployerType | None = None,
    private: bool | None = None,
    territory: Territory | None = METROPOLE,
) -> Contract:
    return a_contract(
        born_on=same_day(concluded_on, -12 * 20),
        starts_on=concluded_on,
        employer=Employer(type=kind, private_individual=private, territory=territory),
    )


def caveats(contract: Contract) -> list[str]:
    return [caveat.name for caveat in EMPLOYER.find(contract).caveats]


class TestPrivateIndividuals:
    @pytest.mark.parametrize(
        ("kind", "private", "outcome"),
        [
            (None, True, NON_COMPLIANT),
            (None, False, COMPLIANT),
            (None, None, UNDETERMINED),
            (EmployerType.OTHER_PRIVATE, None, UNDETERMINED),
            (EmployerType.OTHER_PRIVATE, True, NON_COMPLIANT),
            (EmployerType.OTHER_PRIVATE, False, COMPLIANT),
            (EmployerType.ASSOCIATION, None, COMPLIANT),
            (EmployerType.COMMUNE, None, COMPLIANT),
            (EmployerType.ASSOCIATION, True, NON_COMPLIANT),
        ],
    )
    def test_are_excluded(
        self, kind: EmployerType | None, private: bool | None, outcome: Outcome
    ) -> None:
        found = EMPLOYER.find(employed(kind=kind, private=private))
        assert found.outcome is outcome

    def test_missing(self) -> None:
        check_missing(
            EMPLOYER,
            employed(),
            {"employer.private_individual": [True, False], "employer.headcount": [3]},
        )


class TestPublicSector:
    @pytest.mark.parametrize(
        ("concluded_on", "expected"),
        [
            (date(2008, 5, 1), ["PUBLIC_SECTOR_UNREAD"]),
            (date(2018, 12, 31), ["PUBLIC_SECTOR_UNREAD"]),
            (date(2019, 1, 1), []),
            (date(2026, 5, 27), []),
            (date(2026, 5, 28), ["UNREAD_VERSION"]),
        ],
    )
    def test_what_was_read(self, concluded_on: date, expected: list[str]) -> None:
        public = employed(concluded_on, kind=EmployerType.COMMUNE)
        assert caveats(public) == expected
        # a public body of an industrial nature is under private rules
        epic = employed(concluded_on, kind=EmployerType.INDUSTRIAL_COMMERCIAL_PUBLIC_BODY)
        assert caveats(epic) == []


class TestMayotte:
    @pytest.mark.parametrize(
        ("concluded_on", "expected"),
        [
            (date(2018, 1, 1), ["MAYOTTE_TRANSITION"]),
            (date(2019, 12, 31), ["MAYOTTE_TRANSITION"]),
            (date(2020, 1, 1), []),
        ],
    )
    def test_the_transition(self, concluded_on: date, expected: list[str]) -> None:
        contract = employed(concluded_on, private=False, territory=MAYOTTE)
        assert EMPLOYER.find(contract).outcome is COMPLIANT
        assert caveats(contract) == expected

    def test_its_own_code_before_2018(self) -> None:
        before = date(2017, 12, 31)
        mayotte = employed(before, private=False, territory=MAYOTTE)
        with pytest.raises(NotCovered):
            EMPLOYER.judge(mayotte, LETTER)
        assert EMPLOYER.find(mayotte).outcome is UNDETERMINED
        unknown = employed(before, private=False, territory=None)
        assert EMPLOYER.find(unknown).missing == ("employer.territory",)
        known = employed(before, private=False)
        assert EMPLOYER.find(known).outcome is COMPLIANT
        later = employed(date(2018, 1, 1), private=False, territory=None)
        assert EMPLOYER.find(later).outcome is COMPLIANT
        # a private individual is excluded anywhere
        excluded = employed(before, private=True, territory=MAYOTTE)
        assert EMPLOYER.find(excluded).outcome is NON_COMPLIANT


def foreign(
    nationality: Nationality | None,
    held: WorkAuthorisation | None,
    concluded_on: date = date(2026, 9, 1),
) -> Contract:
    return a_contract(
        born_on=date(1990, 3, 1),
        starts_on=concluded_on,
        apprentice={"nationality": nationality, "work_authorisation": held},
    )


class TestWorkAuthorisation:
    """« sans avoir obtenu au préalable l'autorisation de travail »."""

    @pytest.mark.parametrize("held", [None, *WorkAuthorisation])
    @pytest.mark.parametrize("nationality", [Nationality.FRENCH, Nationality.EUROPEAN_UNION])
    def test_none_within_the_union(
        self, nationality: Nationality, held: WorkAuthorisation | None
    ) -> None:
        found = WORK_AUTHORISATION.find(foreign(nationality, held))
        assert found.outcome is NOT_APPLICABLE

    @pytest.mark.parametrize(
        ("held", "outcome", "told"),
        [
            (WorkAuthorisation.GRANTED, COMPLIANT, "autorisé à travailler"),
            (WorkAuthorisation.EXEMPTING_TITLE, COMPLIANT, "dispense"),
            (WorkAuthorisation.STUDENT, COMPLIANT, "OPCO"),
            (WorkAuthorisation.NOT_NEEDED, COMPLIANT, "Suisse"),
            (WorkAuthorisation.NONE, NON_COMPLIANT, "doit être obtenue"),
            (WorkAuthorisation.REFUSED, NON_COMPLIANT, "refusée"),
            (WorkAuthorisation.ALGERIAN_STUDENT, NON_COMPLIANT, "algérien"),
            (None, UNDETERMINED, "autorisation de travail"),
        ],
    )
    def test_outside_the_union(
        self, held: WorkAuthorisation | None, outcome: Outcome, told: str
    ) -> None:
        found = WORK_AUTHORISATION.find(foreign(Nationality.OTHER, held))
        assert found.outcome is outcome
        assert told in found.sentence
        names = {caveat.name for caveat in found.caveats}
        due = outcome is not COMPLIANT
        assert ("OTHER_EUROPEANS" in names) is due
        assert ("GRANTED_OF_RIGHT" in names) is due
        assert ("TITLES_UNREAD" in names) is (held is WorkAuthorisation.EXEMPTING_TITLE)
        assert ("STUDENT_CONDITIONS" in names) is (held is WorkAuthorisation.STUDENT)
        assert found.sources[0] == article("L5221-5", date(2026, 9, 1))

    def test_missing(self) -> None:
        def missing(
            nationality: Nationality | None, held: WorkAuthorisation | None
        ) -> tuple[str, ...]:
            found = WORK_AUTHORISATION.find(foreign(nationality, held))
            return found.missing

        assert missing(None, None) == ("apprentice.nationality", "apprentice.work_authorisation")
        for held in WorkAuthorisation:
            assert missing(None, held) == ("apprentice.nationality",)
        check_missing(
            WORK_AUTHORISATION,
            foreign(Nationality.OTHER, None),
            {"apprentice.work_authorisation": list(WorkAuthorisation)},
        )

    @pytest.mark.parametrize(
        ("concluded_on", "name"),
        [
            (date(2018, 9, 11), "AUTHORISATION_BEFORE_2018"),
            (date(2018, 9, 12), None),
            (date(2024, 1, 28), None),
            # « applicables jusqu'au 31 décembre 2026 »
            (date(2026, 12, 31), None),
            (date(2027, 1, 1), "AUTHORISATION_AFTER_2026"),
        ],
    )
    def test_the_versions_read(self, concluded_on: date, name: str | None) -> None:
        found = WORK_AUTHORISATION.find(
            foreign(Nationality.OTHER, WorkAuthorisation.GRANTED, concluded_on)
        )
        assert [c.name for c in found.caveats] == ([name] if name else [])
        assert found.sources[0] == article("L5221-5", concluded_on)


EMPLOYERS = [
    employed(),
    employed(private=True),
    employed(private=False),
    employed(private=False, territory=MAYOTTE),
]
FOREIGNERS = [
    foreign(nationality, held)
    for nationality in (None, *Nationality)
    for held in (None, *WorkAuthorisation)
]


def test_reads_and_sentences_are_exact() -> None:
    for rule, contracts in ((EMPLOYER, EMPLOYERS), (WORK_AUTHORISATION, FOREIGNERS)):
        check_said(rule, contracts)


def test_every_month_since_2008_is_covered() -> None:
    for n in range(12 * (2027 - 2008)):
        on = same_day(date(2008, 5, 1), n)
        contract = employed(on, kind=EmployerType.COMMUNE)
        assert EMPLOYER.judge(contract, LETTER).outcome is COMPLIANT
