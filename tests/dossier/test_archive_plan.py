"""The archive of a contract: what, whose, until when, how far verified."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from apprentissage.dossier.archive import ArchivedDocument, ArchivePlan, archive_plan
from apprentissage.dossier.archive_texts import (
    ASKED_FOR,
    KEEPING_TERMS,
    SHARED_WITH,
    SUPPORTS,
    Confidence,
)
from apprentissage.dossier.document_texts import Document
from apprentissage.dossier.file_names import FILE_TYPES
from apprentissage.dossier.retention_texts import Holder, RetentionEvent
from apprentissage.facts import (
    Avenant,
    CompanyCfa,
    Contract,
    Dossier,
    EmployerType,
    Nationality,
    Rupture,
    SpecificEmployer,
)
from tests.sample import contract

_ASCENDANT = {"type": EmployerType.CRAFT_REGISTER, "specific": SpecificEmployer.ASCENDANT}

# the sample ends on 31 August 2027
OVER, BROKEN = date(2027, 8, 31), date(2026, 3, 15)


def one(whole: Contract, document: Document, holder: Holder) -> Any:
    found = [each for each in archive_plan(whole).of(holder) if each.document is document]
    return found[0] if found else None


@pytest.mark.parametrize(
    ("document", "until_on", "confidence"),
    [
        (Document.PAYSLIP, date(2032, 8, 31), Confidence.READ),
        (Document.STAFF_REGISTER, date(2032, 8, 31), Confidence.READ),
        (Document.FINAL_SETTLEMENT, date(2032, 8, 31), Confidence.DERIVED),
        (Document.WORKING_TIME, date(2028, 8, 31), Confidence.READ),
        (Document.CONTRIBUTIONS, date(2033, 8, 31), Confidence.SECONDARY),
        (Document.AID, date(2037, 8, 31), Confidence.SECONDARY),
        (Document.PROOF_OF_AGE, OVER, Confidence.READ),
        (Document.ACCOUNTING, None, Confidence.UNVERIFIED),
        (Document.ACCIDENT, None, Confidence.READ),
    ],
)
def test_documents_of_the_employer(
    document: Document, until_on: date | None, confidence: Confidence
) -> None:
    each = one(contract(), document, Holder.EMPLOYER)
    assert each.until_on == until_on
    assert each.confidence is confidence
    assert each.sources
    assert each.supports


def test_a_rupture_moves_what_runs_from_the_end() -> None:
    broken = contract(file=Dossier(rupture=Rupture(ruptured_on=BROKEN)))
    payslip = one(broken, Document.PAYSLIP, Holder.EMPLOYER)
    assert payslip.until_on == date(2031, 3, 15)
    undated = contract(file=Dossier(rupture=Rupture()))
    payslip = one(undated, Document.PAYSLIP, Holder.EMPLOYER)
    assert payslip.until_on == date(2032, 8, 31)


def test_cerfa_by_role() -> None:
    whole = contract()
    employer = one(whole, Document.CERFA, Holder.EMPLOYER)
    # five years from the conclusion, then from the end as contract of work
    assert employer.until_on == date(2032, 8, 31)
    assert "art. 2224 du code civil" in {s.reference for s in employer.sources}
    assert one(whole, Document.CERFA, Holder.OPCO).until_on == date(2030, 8, 25)
    apprentice = one(whole, Document.CERFA, Holder.APPRENTICE)
    assert apprentice.until_event is RetentionEvent.PENSION_SETTLEMENT
    assert "liquidation de la retraite" in apprentice.asked_for
    assert one(whole, Document.CERFA, Holder.CFA).until == "sans terme fixé"


@pytest.mark.parametrize(
    "document", [Document.AVENANT, Document.TRAINING_AGREEMENT, Document.FUNDING_NOTICE]
)
def test_what_goes_with_the_cerfa_is_kept_as_long(document: Document) -> None:
    beside = one(contract(), document, Holder.EMPLOYER)
    cerfa = one(contract(), Document.CERFA, Holder.EMPLOYER)
    assert beside.until_on == cerfa.until_on == date(2032, 8, 31)


def test_a_short_contract_keeps_the_date_of_the_notices() -> None:
    short = contract(
        concluded_on=date(2021, 9, 1), starts_on=date(2021, 9, 1), ends_on=date(2022, 8, 31)
    )
    employer = one(short, Document.CERFA, Holder.EMPLOYER)
    assert employer.until_on == date(2032, 12, 31)


def test_training_evidence_waits_for_the_end_of_the_cycle() -> None:
    bare = one(contract(), Document.COMPLETION_CERTIFICATE, Holder.CFA)
    assert bare.until_on is None
    assert bare.missing == ("training.cycle_ends_on",)
    assert bare.until == "3 ans après l'événement : fin de la formation"
    whole = contract(training={"cycle_ends_on": date(2027, 7, 2)})
    assert one(whole, Document.COMPLETION_CERTIFICATE, Holder.CFA).until_on == date(2030, 7, 2)
    evidence = one(whole, Document.TRAINING_EVIDENCE, Holder.CFA)
    assert evidence.until_on == date(2037, 7, 2)
    assert evidence.missing == ()


def test_a_document_made_by_hand_is_there_and_its_text_read() -> None:
    by_hand = ArchivedDocument(document=Document.CERFA, holder=Holder.CFA, until_on=None)
    assert (by_hand.sure, by_hand.confidence) == (True, Confidence.READ)
    assert (by_hand.until, by_hand.missing) == ("sans terme fixé", ())


def sure(whole: Contract, document: Document) -> bool | None:
    each: ArchivedDocument | None = one(whole, document, Holder.EMPLOYER)
    return None if each is None else each.sure


INSIDE = {"internal_cfa": True, "company_cfa": CompanyCfa.INTERNAL}


@pytest.mark.parametrize(
    ("facts", "document", "expected"),
    [
        ({}, Document.MOBILITY_AGREEMENT, False),
        ({"mobilities": ()}, Document.MOBILITY_AGREEMENT, None),
        ({"training": INSIDE}, Document.TEACHING_AND_FINANCIAL_ANNEX, True),
        ({"training": INSIDE}, Document.TRAINING_AGREEMENT, None),
        ({}, Document.AVENANT, False),
        ({"file": Dossier(avenants=(Avenant(),))}, Document.AVENANT, True),
        ({}, Document.WORK_AUTHORISATION, False),
        ({"apprentice": {"nationality": Nationality.FRENCH}}, Document.WORK_AUTHORISATION, None),
        ({"apprentice": {"nationality": Nationality.OTHER}}, Document.WORK_AUTHORISATION, True),
        ({}, Document.RUPTURE, False),
        ({}, Document.AID, False),
        ({}, Document.FUNDING_NOTICE, True),
        ({}, Document.FAMILY_DECLARATION, None),
        (
            {"apprentice": {"born_on": date(2009, 2, 10)}, "employer": _ASCENDANT},
            Document.FAMILY_DECLARATION,
            True,
        ),
    ],
)
def test_what_this_contract_has(
    facts: dict[str, Any], document: Document, expected: bool | None
) -> None:
    assert sure(contract(**facts), document) is expected


def test_what_no_text_fixes_is_said() -> None:
    each = one(contract(), Document.AVENANT, Holder.EMPLOYER)
    assert each.confidence is Confidence.DERIVED
    assert [caveat.name for caveat in each.caveats] == ["NO_RULE_FOUND"]


def test_plan_is_in_order() -> None:
    plan = archive_plan(contract())
    holders = [each.holder for each in plan]
    assert holders == sorted(holders, key=list(Holder).index)
    days = [each.until_on or date.max for each in plan.of(Holder.EMPLOYER)]
    assert days == sorted(days)


def test_every_term_of_the_table_is_in_some_plan() -> None:
    young = contract(
        apprentice={"born_on": date(2010, 1, 15), "business_project": True, "rqth": True},
        employer=_ASCENDANT,
        dangerous_work=True,
    )
    planned = {(each.document, each.holder) for each in archive_plan(young)}
    assert planned >= {(term.document, term.holder) for term in KEEPING_TERMS}


def test_supports_and_occasions_of_the_tables() -> None:
    for each in archive_plan(contract()):
        key = (each.document, each.holder)
        assert each.supports == SUPPORTS.get(key, each.supports)
        assert len(each.supports) == 1 or "deux supports" in each.supports[1]
        asked = ASKED_FOR.get(key) or ASKED_FOR.get(each.document, ())
        assert each.asked_for == asked
    # payroll and absences, new contract, transfer: the article's occasions
    assert "paie et gestion des absences" in ASKED_FOR[Document.FUNDING_NOTICE]
    assert set(SHARED_WITH) <= set(Document)


def test_a_space_shared_by_the_parties() -> None:
    plan: ArchivePlan = archive_plan(contract())
    space = plan.shared_space("Martin Léa", date(2025, 8, 25))
    names = plan.names("Martin Léa", date(2025, 8, 25))
    by_document = {names[name]: who for name, who in space.items()}
    parties = (Holder.EMPLOYER, Holder.APPRENTICE, Holder.CFA)
    assert by_document[Document.CERFA] == parties
    assert by_document[Document.FUNDING_NOTICE] == parties
    assert Holder.CFA not in by_document[Document.PAYSLIP]
    for kept_apart in (Document.MAITRE_PROOFS, Document.DISABILITY_PROOF):
        assert kept_apart not in by_document
    assert all(len(who) > 1 for who in space.values())
    # the OPCO has its own copy, and opens none of theirs
    assert one(contract(), Document.CERFA, Holder.OPCO).shared_with == (Holder.OPCO,)


def test_the_declaration_stands_for_the_cerfa() -> None:
    family = contract(apprentice={"born_on": date(2009, 2, 10)}, employer=_ASCENDANT)
    assert one(family, Document.CERFA, Holder.EMPLOYER) is None
    declared = [
        each
        for each in archive_plan(family).of(Holder.EMPLOYER)
        if each.document is Document.FAMILY_DECLARATION
    ]
    assert [each.until_on for each in declared] == [date(2032, 8, 31)]
    assert "original signé" in declared[0].supports


def test_before_the_declaration_of_2013_no_term_is_known() -> None:
    old = contract(
        concluded_on=date(2010, 9, 1),
        starts_on=date(2010, 9, 1),
        ends_on=date(2012, 8, 31),
        apprentice={"born_on": date(1994, 1, 1)},
        dangerous_work=True,
    )
    kept = one(old, Document.DANGEROUS_WORK, Holder.EMPLOYER)
    assert kept.until == "sans terme fixé"
    assert kept.sources == ()


def test_names_of_the_files() -> None:
    plan = archive_plan(contract())
    names = plan.names("Martin Léa", date(2025, 8, 25))
    assert set(names.values()) == {each.document for each in plan}
    for name, document in names.items():
        assert name == f"martin-lea_2025-08-25_{FILE_TYPES[document]}.pdf"


def test_rows_and_html_speak_french() -> None:
    plan = archive_plan(contract())
    rows = plan.to_rows()
    assert len(rows) == len(list(plan))
    payslip = next(row for row in rows if row["objet"] == "bulletin de paie")
    assert payslip["jusqu_a"] == "jusqu'au 31\xa0août 2032"
    assert payslip["au"] == date(2032, 8, 31)
    assert {row["certain"] for row in rows} == {True, False}
    opco = next(row for row in rows if row["detenteur"].startswith("opérateur"))
    assert opco["supports"] == "version dématérialisée"
    assert any("liquidation" in row["jusqu_a"] for row in rows)
    assert plan._repr_html_().count("<tr>") == len(rows) + 1


def test_what_comes_of_an_event_is_sure_once_it_has_come() -> None:
    assert sure(contract(), Document.RUPTURE) is False
    broken = contract(file=Dossier(rupture=Rupture(ruptured_on=BROKEN)))
    assert sure(broken, Document.RUPTURE) is True
    assert sure(broken, Document.ACCIDENT) is False


def test_of_the_cerfa_or_the_declaration_neither_is_sure_while_unknown() -> None:
    child = contract(apprentice={"born_on": date(2009, 2, 10)})
    unknown = evolve(child, employer=evolve(child.employer, specific=None))
    assert sure(unknown, Document.CERFA) is False
    assert sure(unknown, Document.FAMILY_DECLARATION) is False
    declared = contract(
        apprentice={"born_on": date(2009, 2, 10), "emancipated": False}, employer=_ASCENDANT
    )
    assert sure(declared, Document.CERFA) is None
    assert sure(declared, Document.FAMILY_DECLARATION) is True
    assert sure(declared, Document.MINOR_ACCOUNT) is True


def test_before_2020_what_is_kept_tells_what_is_archived() -> None:
    early = {
        "concluded_on": date(2017, 9, 1),
        "starts_on": date(2017, 9, 1),
        "ends_on": date(2019, 8, 31),
    }
    inside = {"internal_cfa": True, "company_cfa": CompanyCfa.INTERNAL}
    agreement = Document.TRAINING_AGREEMENT
    assert sure(contract(**early), agreement) is False
    assert sure(contract(**early, training=inside), agreement) is None
    outside = {"internal_cfa": False, "company_cfa": CompanyCfa.NONE}
    assert sure(contract(**early, training=outside), agreement) is True
