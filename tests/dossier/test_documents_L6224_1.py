"""The documents of a contract, sent with it and kept at disposal.

D6224-1: « l'employeur transmet ce contrat, accompagné de la convention
mentionnée à l'article L. 6353-1 et, le cas échéant, de la convention
tripartite », D6275-1 for a public employer. L6222-5, R6224-8: a minor
employed by an ascendant, a declaration instead of the contract. R6223-1:
« Pendant la durée du contrat d'apprentissage, l'employeur fournit […] les
pièces permettant d'attester du respect des déclarations ».
"""

from datetime import date
from typing import Any

import pytest
from hypothesis import given as given_
from hypothesis import strategies as st

from apprentissage.dossier import Requirement
from apprentissage.dossier.avenant_types import AvenantReason
from apprentissage.dossier.document_texts import Document
from apprentissage.dossier.documents_kept import DOCUMENTS_KEPT
from apprentissage.dossier.documents_sent import (
    DOCUMENTS_SENT,
    avenant_documents,
    documents_to_send,
)
from apprentissage.errors import NotCovered
from apprentissage.facts import (
    NO_EXTENSION,
    CompanyCfa,
    Contract,
    ContractMode,
    DisabilityTitle,
    Dossier,
    DurationGround,
    EmployerType,
    Mobility,
    Nationality,
    Rupture,
    SpecificEmployer,
)
from apprentissage.facts.authorities import SourceKind
from apprentissage.judging import Finding, Outcome
from apprentissage.law.readings import LETTER
from tests.sample import NONE, OPEN, YES, check_speaks, contract, given

_ASCENDANT = {"type": EmployerType.CRAFT_REGISTER, "specific": SpecificEmployer.ASCENDANT}

ADULT, MINOR = date(2007, 2, 10), date(2009, 2, 10)
ABROAD = (Mobility(starts_on=date(2026, 1, 5), ends_on=date(2026, 2, 5)),)
CYCLE = {"cycle_starts_on": date(2025, 9, 1), "cycle_ends_on": date(2027, 8, 31)}


def sent(born_on: date = ADULT, **facts: Any) -> Contract:
    return contract(
        apprentice={"born_on": born_on, **facts.pop("apprentice", {})},
        **{
            "training": {"internal_cfa": False, **CYCLE},
            "employer": {"specific": SpecificEmployer.NONE},
            "mode": ContractMode.LIMITED_TERM,
            "mobilities": (),
            **facts,
        },
    )


def kept(born_on: date = ADULT, **apprentice: Any) -> Contract:
    return contract(
        apprentice={
            "born_on": born_on,
            "nationality": Nationality.FRENCH,
            "rqth": False,
            "disability_title": DisabilityTitle.NONE,
            "high_level_athlete": False,
            "business_project": False,
            **apprentice,
        },
        employer={"specific": SpecificEmployer.NONE},
        training={"internal_cfa": False, **CYCLE},
        mode=ContractMode.LIMITED_TERM,
        dangerous_work=False,
    )


def names(found: Finding) -> set[str]:
    documents = found["documents"]
    assert isinstance(documents, tuple)
    return {str(getattr(each, "value", each)) for each in documents}


INSIDE = {"internal_cfa": True, "company_cfa": CompanyCfa.INTERNAL}
BOTH_OF_THE_CFA = ("training.company_cfa", "training.internal_cfa")


LONGER_CYCLE = {"internal_cfa": False, **CYCLE, "cycle_ends_on": date(2028, 8, 31)}


@pytest.mark.parametrize(
    ("facts", "more", "less"),
    [
        ({}, "", ""),
        ({"training": {**INSIDE, **CYCLE}}, "teaching_and_financial_annex", "training_agreement"),
        ({"mobilities": ABROAD}, "mobility_agreement", ""),
        ({"training": LONGER_CYCLE, "tripartite_agreement": True}, "tripartite_agreement", ""),
        (
            {
                "training": LONGER_CYCLE,
                "tripartite_agreement": False,
                "duration_ground": DurationGround.NONE,
                "extension": NO_EXTENSION,
                "resumes_after_rupture": False,
                "apprentice": {
                    "rqth": False,
                    "disability_title": DisabilityTitle.NONE,
                    "high_level_athlete": False,
                },
            },
            "tripartite_agreement",
            "",
        ),
        ({"duration_ground": DurationGround.PRIOR_SKILLS}, "tripartite_agreement", ""),
        ({"training": LONGER_CYCLE, "duration_ground": DurationGround.DISABILITY}, "", ""),
        ({"mode": ContractMode.TWO_SEASONAL_EMPLOYERS}, "tripartite_agreement", ""),
        ({"born_on": MINOR, "employer": _ASCENDANT}, "family_declaration", "cerfa"),
        ({"employer": _ASCENDANT}, "", ""),
    ],
)
def test_documents_sent(facts: dict[str, Any], more: str, less: str) -> None:
    found = DOCUMENTS_SENT.find(sent(**facts), LETTER)
    ordinary = {"cerfa", "training_agreement"}
    assert names(found) == (ordinary - {less}) | set(more.split())
    assert found.outcome is YES
    assert len(found.parts) == 7


@pytest.mark.parametrize(
    ("born_on", "declared"),
    [
        (date(2007, 8, 24), False),
        (date(2007, 8, 25), False),  # 18 on the day of conclusion
        (date(2007, 8, 26), True),
    ],
)
def test_minority_is_that_of_the_conclusion(born_on: date, declared: bool) -> None:
    whole = sent(born_on, employer=_ASCENDANT)
    found = DOCUMENTS_SENT.find(whole, LETTER)
    assert ("family_declaration" in names(found)) is declared


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({"training": CYCLE}, BOTH_OF_THE_CFA),
        # « service interne »: one condition of the four (D6241-30)
        ({"training": {"internal_cfa": True, **CYCLE}}, ("training.company_cfa",)),
        ({"training": {"company_cfa": CompanyCfa.INTERNAL, **CYCLE}}, ("training.internal_cfa",)),
        ({"mobilities": None}, ("mobilities",)),
        ({"mode": None}, ("mode",)),  # two seasonal employers or not
        (
            {"mode": None, "training": {"internal_cfa": False}},
            ("duration_ground", "mode", "training.cycle_ends_on", "training.cycle_starts_on"),
        ),
        ({"born_on": MINOR, "employer": {}}, ("employer.specific", "employer.type")),
        (
            {"training": {"internal_cfa": False}},
            ("duration_ground", "training.cycle_ends_on", "training.cycle_starts_on"),
        ),
    ],
)
def test_unknown_facts(facts: dict[str, Any], missing: tuple[str, ...]) -> None:
    found = DOCUMENTS_SENT.find(sent(**facts), LETTER)
    assert found.outcome is OPEN
    assert found.missing == missing


@pytest.mark.parametrize(
    ("training", "annex"),
    [
        (INSIDE, True),
        # « 3° Est constitué par un groupe »: no service of the firm
        *(
            ({"internal_cfa": ticked, "company_cfa": condition}, False)
            for condition in CompanyCfa
            if condition is not CompanyCfa.INTERNAL
            for ticked in (True, None, False)
        ),
        ({"internal_cfa": False}, False),
        ({"internal_cfa": False, "company_cfa": CompanyCfa.INTERNAL}, False),
    ],
)
def test_the_annex_is_that_of_an_internal_cfa_alone(training: dict[str, Any], annex: bool) -> None:
    facts = sent(training={**training, **CYCLE})
    found = DOCUMENTS_SENT.find(facts)
    assert ("teaching_and_financial_annex" in names(found)) is annex
    assert ("training_agreement" in names(found)) is not annex
    to_keep = names(DOCUMENTS_KEPT.find(facts))
    assert ("training_agreement" in to_keep) is not annex


AGREED = {"tripartite_agreement": True, "training": LONGER_CYCLE}
INSIDE_AGREED = {**AGREED, "training": {**LONGER_CYCLE, **INSIDE}}


@pytest.mark.parametrize(
    ("facts", "signed_by"),
    [
        (AGREED, "signée par le centre de formation, l'employeur et"),
        # R6222-6: of an internal CFA, since April 2020
        (INSIDE_AGREED, "signée par l'employeur et l'apprenti, ou son"),
        (
            {"mode": ContractMode.TWO_SEASONAL_EMPLOYERS},
            "signée par les deux employeurs et l'apprenti.",
        ),
    ],
)
def test_who_signs_the_convention_tripartite(facts: dict[str, Any], signed_by: str) -> None:
    found = DOCUMENTS_SENT.find(sent(**facts))
    agreement = part(found, Document.TRIPARTITE_AGREEMENT)
    assert signed_by in agreement.sentence


@pytest.mark.parametrize(
    ("day", "two"),
    [(date(2020, 3, 31), False), (date(2020, 4, 1), True), (date(2020, 4, 2), True)],
)
def test_the_agreement_of_an_internal_cfa(day: date, two: bool) -> None:
    (agreement,) = (
        each
        for each in documents_to_send(
            concluded_on=day,
            internal_cfa=True,
            tripartite_needed=True,
            mobility_planned=False,
            by_declaration=False,
        )
        if each.document is Document.TRIPARTITE_AGREEMENT
    )
    assert agreement.signatories.startswith("l'employeur") is two


@pytest.mark.parametrize(
    ("broken", "decree"),
    [(None, True), (date(2020, 3, 31), False), (date(2020, 4, 1), True), (date(2020, 4, 2), True)],
)
def test_what_is_kept_goes_by_the_day_the_contract_ended(
    broken: date | None, decree: bool
) -> None:
    facts = given(date(2019, 9, 2), file=Dossier(rupture=Rupture(ruptured_on=broken)))
    cited = {each.reference for each in DOCUMENTS_KEPT.find(facts).sources}
    assert ("art. R. 6223-1 du code du travail" in cited) is decree


def test_a_duration_by_convention_needs_it_in_any_mode() -> None:
    agreed = sent(mode=None, duration_ground=DurationGround.PRIOR_SKILLS)
    found = DOCUMENTS_SENT.find(agreed, LETTER)
    assert "tripartite_agreement" in names(found)
    assert found.outcome is YES


def test_a_public_employer_sends_by_its_own_articles() -> None:
    def cited(found: Finding) -> set[str]:
        return {source.reference for source in found.sources}

    public = {"specific": SpecificEmployer.NONE, "type": EmployerType.COMMUNE}
    found = DOCUMENTS_SENT.find(sent(employer=public), LETTER)
    assert names(found) == {"cerfa", "training_agreement"}
    assert "art. D. 6275-1 du code du travail" in cited(found)
    assert "art. L. 6227-6 du code du travail" in cited(found)
    assert "art. D. 6224-1 du code du travail" not in cited(found.parts[0])
    assert found.caveats == ()
    private = DOCUMENTS_SENT.find(sent(), LETTER)
    assert "art. D. 6224-1 du code du travail" in cited(private)
    assert "art. D. 6275-1 du code du travail" not in cited(private)
    inside = sent(employer=public, training={**INSIDE, **CYCLE})
    caveats = DOCUMENTS_SENT.find(inside, LETTER).caveats
    assert [caveat.name for caveat in caveats] == ["PUBLIC_ANNEX"]


def part(found: Finding, document: Document) -> Finding:
    (one,) = (p for p in found.parts if p.subject == document.label)
    return one


def family(day: date) -> Finding:
    return DOCUMENTS_SENT.find(
        given(
            day,
            apprentice={"born_on": day.replace(year=day.year - 17, day=28)},
            employer=_ASCENDANT,
            training={"internal_cfa": False},
            duration_ground=DurationGround.NONE,
            mobilities=(),
        ),
        LETTER,
    )


@pytest.mark.parametrize(("day", "signed"), [(date(2020, 3, 31), False), (date(2020, 4, 1), True)])
def test_the_apprentice_signs_the_declaration_of_an_ascendant(day: date, signed: bool) -> None:
    declared = part(family(day), Document.FAMILY_DECLARATION)
    assert ("signature de l'apprenti" in declared.sentence) is signed
    assert (
        "art. R. 6224-8 du code du travail" in {source.reference for source in declared.sources}
    ) is signed


def test_the_declaration_stands_for_the_contract() -> None:
    replaced = part(family(date(2025, 9, 1)), Document.CERFA)
    assert replaced.outcome is NONE
    assert replaced.sentence == (
        "Pièce remplacée pour ce contrat\xa0: Cerfa signé\u202f; voir "
        "déclaration de l'ascendant employeur."
    )


@pytest.mark.parametrize(
    ("day", "unread"), [(date(2026, 5, 27), []), (date(2026, 5, 28), ["UNREAD_VERSION"])]
)
def test_what_could_not_be_read_of_the_declaration(day: date, unread: list[str]) -> None:
    assert [caveat.name for caveat in family(day).caveats] == unread


def test_what_the_annex_states() -> None:
    inside = sent(training={**INSIDE, **CYCLE})
    annex = part(DOCUMENTS_SENT.find(inside), Document.TEACHING_AND_FINANCIAL_ANNEX)
    for words in (
        "l'intitulé, l'objectif et le contenu de l'action",
        "les moyens prévus",
        "la durée et la période de réalisation",
        "de suivi et de sanction",
        "le prix",
    ):
        assert words in annex.sentence


@pytest.mark.parametrize(("day", "share"), [(date(2025, 6, 30), False), (date(2025, 7, 1), True)])
def test_the_agreement_states_the_share_at_a_distance(day: date, share: bool) -> None:
    found = DOCUMENTS_SENT.find(given(day, training={"internal_cfa": False}), LETTER)
    agreement = part(found, Document.TRAINING_AGREEMENT)
    assert "modalités de règlement" in agreement.sentence
    assert ("enseignements à distance" in agreement.sentence) is share


@pytest.mark.parametrize(
    ("day", "caveats"), [(date(2024, 12, 5), []), (date(2024, 12, 6), ["PARTNERSHIP"])]
)
def test_partnership_with_a_training_body_abroad(day: date, caveats: list[str]) -> None:
    abroad = (Mobility(starts_on=day, ends_on=day),)
    found = DOCUMENTS_SENT.find(given(day, mobilities=abroad), LETTER)
    mobility = part(found, Document.MOBILITY_AGREEMENT)
    assert [caveat.name for caveat in mobility.caveats] == caveats


# thirty on the start of execution, 1 September 2025
ABOVE, AT_LIMIT = date(1995, 9, 1), date(1995, 9, 2)


@pytest.mark.parametrize(
    ("born_on", "project", "outcome"),
    [
        (ABOVE, True, YES),
        (ABOVE, False, NONE),
        (ABOVE, None, OPEN),
        (AT_LIMIT, True, NONE),
        (AT_LIMIT, None, NONE),
    ],
)
def test_a_project_above_the_age_limit_has_its_attestation(
    born_on: date, project: bool | None, outcome: Outcome
) -> None:
    whole = sent(born_on, apprentice={"business_project": project})
    attested = part(DOCUMENTS_SENT.find(whole, LETTER), Document.PROJECT_ATTESTATION)
    assert attested.outcome is outcome
    if outcome is OPEN:
        assert attested.missing == ("apprentice.business_project",)
    # thirty between the conclusion, 25 August, and the start
    by_conclusion = LETTER.choose(upper_age_day="CONCLUSION")
    signed = part(DOCUMENTS_SENT.find(whole, by_conclusion), Document.PROJECT_ATTESTATION)
    assert signed.outcome is NONE


@pytest.mark.parametrize(
    ("day", "covered"), [(date(2019, 12, 31), False), (date(2020, 1, 1), True)]
)
def test_covered_since_the_opco_receives_contracts(day: date, covered: bool) -> None:
    caveats = DOCUMENTS_SENT.find(given(day), LETTER).caveats
    assert ("NOT_COVERED" in {c.name for c in caveats}) is not covered


KNOWN = st.sampled_from([None, True, False])


@given_(KNOWN, KNOWN, KNOWN, KNOWN)
def test_one_of_two_for_each_pair(
    internal: bool | None, tripartite: bool | None, mobility: bool | None, declared: bool | None
) -> None:
    needed = {
        each.document: each.needed
        for each in documents_to_send(
            concluded_on=date(2026, 9, 1),
            internal_cfa=internal,
            tripartite_needed=tripartite,
            mobility_planned=mobility,
            by_declaration=declared,
        )
    }
    for one, other in (
        (Document.CERFA, Document.FAMILY_DECLARATION),
        (Document.TRAINING_AGREEMENT, Document.TEACHING_AND_FINANCIAL_ANNEX),
    ):
        assert {needed[one], needed[other]} in ({True, False}, {None})
    assert needed[Document.TRIPARTITE_AGREEMENT] is tripartite
    assert needed[Document.MOBILITY_AGREEMENT] is mobility


OF_THE_OPCO = "D. 6224-1 L. 6224-1 L. 6353-1"
OF_THE_STATE = "D. 6275-1 L. 6227-6 L. 6227-11"


@pytest.mark.parametrize(("public", "law"), [(False, OF_THE_OPCO), (True, OF_THE_STATE)])
@pytest.mark.parametrize(
    ("document", "more", "waits_for"),
    [
        (Document.CERFA, "", "employer.specific"),
        (Document.FAMILY_DECLARATION, "L. 6222-5 R. 6224-8", "employer.specific"),
        (Document.TRAINING_AGREEMENT, "D. 6353-1", "training.company_cfa"),
        (Document.TEACHING_AND_FINANCIAL_ANNEX, "D. 6224-1 al. 2", "training.company_cfa"),
        (Document.TRIPARTITE_AGREEMENT, "L. 6222-7-1 al. 3 R. 6222-6", "duration_ground"),
        (Document.MOBILITY_AGREEMENT, "L. 6222-42 R. 6222-68", "mobilities"),
        # no article asks for it
        (Document.PROJECT_ATTESTATION, "", "apprentice.business_project"),
    ],
)
def test_each_document_names_the_articles_that_ask_for_it_and_what_would_tell(
    public: bool, law: str, document: Document, more: str, waits_for: str
) -> None:
    def asked(known: bool | None) -> Requirement:
        (one,) = (
            each
            for each in documents_to_send(
                concluded_on=date(2026, 5, 1),
                internal_cfa=known,
                tripartite_needed=known,
                mobility_planned=known,
                by_declaration=known,
                project_above_limit=known,
                public=public,
            )
            if each.document is document
        )
        return one

    articles = f"{law} {more}".strip()
    for known in (True, False, None):
        found = asked(known)
        cited = [
            source.reference.removeprefix("art. ").removesuffix(" du code du travail")
            for source in found.sources
            if source.kind in {SourceKind.LAW, SourceKind.DECREE}
        ]
        assert " ".join(cited) == articles
        assert found.missing == ((waits_for,) if known is None else ())


@pytest.mark.parametrize(
    ("document", "public", "reserve"),
    [
        # R6222-68: « tenue à disposition de l'opérateur de compétences »
        (Document.MOBILITY_AGREEMENT, False, "PARTNERSHIP"),
        # D6275-1 tells of no annex, as D6224-1 does in its second alinéa
        (Document.TEACHING_AND_FINANCIAL_ANNEX, True, "PUBLIC_ANNEX"),
    ],
)
def test_a_reserve_is_told_of_a_document_that_is_needed(
    document: Document, public: bool, reserve: str
) -> None:
    for needed in (True, False, None):
        reserved = {
            each.document: [caveat.name for caveat in each.caveats]
            for each in documents_to_send(
                concluded_on=date(2026, 5, 1),
                internal_cfa=needed,
                tripartite_needed=False,
                mobility_planned=needed,
                by_declaration=False,
                public=public,
            )
        }
        assert reserved[document] == ([reserve] if needed else [])
        assert reserved[Document.CERFA] == []


@pytest.mark.parametrize(
    ("reason", "documents"),
    [
        (AvenantReason.MAITRE_CHANGE, "cerfa"),
        (AvenantReason.WORKPLACE_CHANGE, "cerfa"),
        (AvenantReason.FAILED_EXAM, "cerfa training_agreement"),
        (AvenantReason.TRAINING_SITE_CHANGE, "cerfa training_agreement"),
        (AvenantReason.DURATION_REDUCTION, "cerfa training_agreement tripartite_agreement"),
    ],
)
def test_documents_of_an_avenant(reason: AvenantReason, documents: str) -> None:
    found = avenant_documents(reason, concluded_on=date(2020, 1, 1))
    assert {s.reference for each in found for s in each.sources} == {
        "art. D. 6224-5 du code du travail"
    }
    assert " ".join(each.document.value for each in found) == documents
    assert all(each.needed and each.sources for each in found)
    # the form of the avenant is in the text, what goes with it is derived
    assert [[c.name for c in each.caveats] for each in found] == [
        [] if each.document is Document.CERFA else ["AVENANT_DERIVED"] for each in found
    ]


def test_an_avenant_of_a_public_employer() -> None:
    found = avenant_documents(
        AvenantReason.MAITRE_CHANGE, concluded_on=date(2026, 9, 1), public=True
    )
    assert [s.reference for each in found for s in each.sources] == [
        "art. D. 6275-4 du code du travail"
    ]
    with pytest.raises(NotCovered):
        avenant_documents(AvenantReason.MAITRE_CHANGE, concluded_on=date(2019, 12, 31))


ALWAYS = {"proof_of_age", "maitre_proofs", "training_agreement"}


@pytest.mark.parametrize(
    ("whole", "more"),
    [
        (kept(), ""),
        (kept(nationality=Nationality.EUROPEAN_UNION), ""),
        (kept(nationality=Nationality.OTHER), "work_authorisation"),
        (kept(date(2009, 9, 1)), ""),  # 16 on the first day
        (kept(date(2009, 9, 2)), "lower_secondary_proof"),
        (kept(rqth=True, disability_title=None), "disability_proof"),
        (kept(disability_title=DisabilityTitle.INVALIDITY_PENSION), "disability_proof"),
        (kept(high_level_athlete=True), "athlete_proof"),
        (kept(business_project=True), "business_project"),
    ],
)
def test_documents_kept(whole: Contract, more: str) -> None:
    found = DOCUMENTS_KEPT.find(whole, LETTER)
    assert names(found) == ALWAYS | set(more.split())
    assert found.outcome is YES


def test_documents_kept_are_told_in_one_order() -> None:
    # of both persons, of the training, then of the cases of some contracts
    parts = DOCUMENTS_KEPT.find(kept(), LETTER).parts
    assert [part.subject for part in parts] == [
        document.label
        for document in (
            Document.PROOF_OF_AGE,
            Document.MAITRE_PROOFS,
            Document.TRAINING_AGREEMENT,
            Document.TRIPARTITE_AGREEMENT,
            Document.WORK_AUTHORISATION,
            Document.LOWER_SECONDARY_PROOF,
            Document.DISABILITY_PROOF,
            Document.ATHLETE_PROOF,
            Document.BUSINESS_PROJECT,
            Document.MINOR_ACCOUNT,
            Document.DANGEROUS_WORK,
        )
    ]


def test_documents_kept_for_a_minor() -> None:
    whole = contract(
        apprentice={
            "born_on": MINOR,
            "nationality": Nationality.FRENCH,
            "rqth": False,
            "disability_title": DisabilityTitle.NONE,
            "high_level_athlete": False,
            "business_project": False,
        },
        employer=_ASCENDANT,
        training={"internal_cfa": False, **CYCLE},
        mode=ContractMode.LIMITED_TERM,
        dangerous_work=True,
    )
    found = DOCUMENTS_KEPT.find(whole, LETTER)
    assert names(found) == ALWAYS | {"minor_account", "dangerous_work"}


def test_documents_kept_unknown() -> None:
    found = DOCUMENTS_KEPT.find(contract(), LETTER)
    assert found.outcome is OPEN
    assert found.missing == (
        "apprentice.business_project",
        "apprentice.high_level_athlete",
        "apprentice.nationality",
        "apprentice.rqth",
        "duration_ground",
        "mode",
        "training.company_cfa",
        "training.cycle_ends_on",
        "training.cycle_starts_on",
        "training.internal_cfa",
    )
    found = DOCUMENTS_KEPT.find(kept(disability_title=None), LETTER)
    assert found.missing == ("apprentice.disability_title",)


def test_an_adult_needs_no_account_nor_declaration() -> None:
    found = DOCUMENTS_KEPT.find(kept(), LETTER)
    aside = {p.subject for p in found.parts if p.outcome is NONE}
    assert Document.MINOR_ACCOUNT.label in aside
    assert Document.DANGEROUS_WORK.label in aside


@pytest.mark.parametrize(
    ("ends_on", "cited"),
    [
        (
            date(2020, 3, 31),
            "notice 51649 : pièces tenues à disposition de l'inspection du travail",
        ),
        (date(2020, 4, 1), "art. R. 6223-1 du code du travail"),
    ],
)
def test_the_decree_took_running_contracts(ends_on: date, cited: str) -> None:
    running = given(date(2019, 9, 2), ends_on=ends_on)
    sources = DOCUMENTS_KEPT.find(running, LETTER).sources
    assert [source.reference for source in sources] == [cited]


def test_they_say_all_they_list() -> None:
    check_speaks(
        DOCUMENTS_SENT,
        sent(),
        sent(mobilities=None),
        sent(mode=ContractMode.TWO_SEASONAL_EMPLOYERS),
        sent(MINOR, employer=_ASCENDANT),
        sent(date(1990, 1, 1), apprentice={"business_project": True}),
        # thirty between the signature and the start
        sent(date(1996, 8, 31), concluded_on=date(2026, 8, 30), starts_on=date(2026, 9, 1)),
        sent(
            date(2008, 2, 29),
            concluded_on=date(2026, 2, 28),
            starts_on=date(2026, 3, 1),
            employer=_ASCENDANT,
        ),
    )
    check_speaks(DOCUMENTS_KEPT, kept(), contract())
