"""The signed Cerfa is kept as the notice of the form says.

#07: « jusqu'au 31 décembre 2032, pour les contrats conclus jusqu'au 31
décembre 2022 ; pendant 5 ans à compter de leur conclusion, pour ceux conclus
depuis le 1er janvier 2023 ». #08: until 31 December 2031 for contracts
concluded from 1 July 2020 to 31 December 2023, five years for the others.
The apprentice: « jusqu'à la liquidation de leur retraite ».
"""

from datetime import UTC, date, datetime

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from apprentissage.dossier.archive import archive_plan
from apprentissage.dossier.cerfa_retention import (
    CERFA_RETENTION,
    cerfa_retention,
    contract_over_on,
    retention_of,
)
from apprentissage.dossier.document_texts import Document
from apprentissage.dossier.retention_texts import Holder, RetentionEvent
from apprentissage.errors import NotCovered, WrongType
from apprentissage.facts import Contract, ContractMode, Dossier, Employer, EmployerType, Rupture
from apprentissage.facts.authorities import SourceKind
from apprentissage.judging import Consequence, Outcome
from apprentissage.law.readings import LETTER
from apprentissage.months import morrow_of, same_day
from apprentissage.reviewing import agenda, review
from apprentissage.testing import contracts
from apprentissage.views.ical import icalendar_text
from tests.sample import signed

END_2031, END_2032 = date(2031, 12, 31), date(2032, 12, 31)
KEEPERS = (Holder.EMPLOYER, Holder.OPCO)
RULES = (CERFA_RETENTION,)


def contract(concluded_on: date) -> Contract:
    return signed(
        concluded_on, born_on=same_day(concluded_on, -12 * 17), ends_on=same_day(concluded_on, 24)
    )


@pytest.mark.parametrize("holder", KEEPERS)
@pytest.mark.parametrize(
    ("concluded_on", "by_07", "by_08"),
    [
        (date(2008, 5, 1), END_2032, date(2013, 5, 1)),
        (date(2020, 6, 29), END_2032, date(2025, 6, 29)),
        (date(2020, 6, 30), END_2032, date(2025, 6, 30)),
        (date(2020, 7, 1), END_2032, END_2031),
        (date(2020, 7, 2), END_2032, END_2031),
        (date(2022, 12, 30), END_2032, END_2031),
        (date(2022, 12, 31), END_2032, END_2031),
        (date(2023, 1, 1), date(2028, 1, 1), END_2031),
        (date(2023, 12, 31), date(2028, 12, 31), END_2031),
        (date(2024, 1, 1), date(2029, 1, 1), date(2029, 1, 1)),
        (date(2024, 1, 2), date(2029, 1, 2), date(2029, 1, 2)),
        # from day number to day number, or the last day of the month
        (date(2024, 2, 29), date(2029, 2, 28), date(2029, 2, 28)),
    ],
)
def test_days_of_both_notices(
    holder: Holder, concluded_on: date, by_07: date, by_08: date
) -> None:
    kept = cerfa_retention(concluded_on=concluded_on, holder=holder)
    assert kept.notice_07_until_on == by_07
    assert kept.notice_08_until_on == by_08
    assert kept.prudent_until_on == max(by_07, by_08)
    assert kept.until_event is None
    assert {source.kind for source in kept.sources} >= {SourceKind.FORM}


def test_apprentice_keeps_it_until_the_pension() -> None:
    kept = cerfa_retention(concluded_on=date(2026, 9, 1), holder=Holder.APPRENTICE)
    assert kept.until_event is RetentionEvent.PENSION_SETTLEMENT
    assert kept.prudent_until_on is None


def test_no_text_fixes_a_duration_for_the_cfa() -> None:
    kept = cerfa_retention(concluded_on=date(2026, 9, 1), holder=Holder.CFA)
    assert kept.until_event is None
    assert kept.prudent_until_on is None
    assert [s.kind for s in kept.sources] == [SourceKind.DOCTRINE]


@pytest.mark.parametrize(
    ("concluded_on", "cut_short"),
    [
        (date(2020, 6, 30), True),
        (date(2020, 7, 1), False),
        (date(2023, 12, 31), False),
        (date(2024, 1, 1), True),
    ],
)
def test_what_could_not_be_read_is_said(concluded_on: date, cut_short: bool) -> None:
    names = {
        caveat.name
        for caveat in cerfa_retention(concluded_on=concluded_on, holder=Holder.EMPLOYER).caveats
    }
    assert ("NOTICE_08_CUT_SHORT" in names) is cut_short
    assert "NOTICE_09_UNREAD" in names


@given(st.dates(date(2008, 5, 1), date(2090, 12, 31)))
def test_prudent_day_obeys_both_notices(concluded_on: date) -> None:
    kept = cerfa_retention(concluded_on=concluded_on, holder=Holder.EMPLOYER)
    days = [kept.notice_07_until_on, kept.notice_08_until_on]
    assert kept.prudent_until_on == max(day for day in days if day)
    assert kept.prudent_until_on >= same_day(concluded_on, 60)
    assert evolve(kept, holder=Holder.OPCO, missing=()) == cerfa_retention(
        concluded_on=concluded_on, holder=Holder.OPCO
    )


@given(st.dates(date(2024, 1, 1), date(2090, 12, 31)))
def test_a_later_contract_of_today_is_not_kept_shorter(day: date) -> None:
    one = cerfa_retention(concluded_on=day, holder=Holder.EMPLOYER).prudent_until_on
    next_one = cerfa_retention(
        concluded_on=morrow_of(day), holder=Holder.EMPLOYER
    ).prudent_until_on
    assert one is not None
    assert next_one is not None
    assert one <= next_one


@pytest.mark.parametrize("holder", Holder)
def test_days_before_the_library(holder: Holder) -> None:
    with pytest.raises(NotCovered):
        cerfa_retention(concluded_on=date(2008, 4, 30), holder=holder)


@pytest.mark.parametrize("day", ["2023-06-15", datetime(2023, 6, 15)])
def test_a_day_is_a_date(day: date) -> None:
    with pytest.raises(WrongType):
        cerfa_retention(concluded_on=day, holder=Holder.EMPLOYER)


def test_finding_of_three_dates() -> None:
    found = review(contract(date(2023, 6, 15)), rules=RULES)["cerfa_retention"]
    assert found.reminds  # nothing is judged, so nothing is « conforme »
    assert found.label == "à retenir"
    assert found["keep_until_on"] == END_2031
    assert found["prudent_until_on"] == END_2031
    assert [part.subject for part in found.parts] == [
        "employeur",
        "opérateur de compétences ou entité chargée du dépôt",
        "apprenti",
        "CFA",
    ]
    assert all(part.reminds for part in found.parts)
    employer, opco, apprentice, cfa = found.parts
    assert employer.sentence == (
        "À conserver jusqu'au 31\xa0décembre 2031, le plus tardif de ces "
        "jours\xa0: 15\xa0juin 2028 selon la notice #07, 31\xa0décembre 2031 "
        "selon la notice #08, 15\xa0juin 2030 pour le contrat de travail "
        "(cinq ans après sa fin)."
    )
    assert opco.sentence == (
        "À conserver jusqu'au 15\xa0juin 2028 selon la notice #07, jusqu'au "
        "31\xa0décembre 2031 selon la notice #08\u202f; la date prudente est "
        "le 31\xa0décembre 2031."
    )
    assert "liquidation de la retraite" in apprentice.sentence
    assert "Aucune durée" in cfa.sentence
    assert found.sentence.startswith(
        "Le Cerfa signé est à conserver jusqu'au 31\xa0décembre 2031 par l'employeur"
    )


def test_finding_of_one_date() -> None:
    found = CERFA_RETENTION.find(contract(date(2024, 1, 1)), LETTER)
    assert found.parts[1].sentence == (
        "À conserver jusqu'au 1er\xa0janvier 2029, selon les notices #07 et #08."
    )


@pytest.mark.parametrize(
    ("kind", "depositary"),
    [
        (None, "l'opérateur de compétences"),
        (EmployerType.OTHER_PRIVATE, "l'opérateur de compétences"),
        (EmployerType.PUBLIC_HOSPITAL, "le service chargé du dépôt"),
    ],
)
def test_who_keeps_it_with_the_employer(kind: EmployerType | None, depositary: str) -> None:
    public = evolve(contract(date(2024, 1, 1)), employer=Employer(type=kind))
    found = CERFA_RETENTION.find(public, LETTER)
    assert f"jusqu'au 1er\xa0janvier 2029 par {depositary}, et" in (found.sentence)


def test_agenda_gives_the_day_of_the_employer_and_the_event() -> None:
    found = agenda(contract(date(2021, 5, 10)), rules=RULES)
    (entry,) = found.entries
    assert entry.on == END_2032
    assert entry.kind is SourceKind.FORM
    assert entry.consequence is Consequence.PROOF_LOST
    (waiting,) = found.undated
    assert waiting.sentence == (
        "Conservation du Cerfa par l'apprenti, jusqu'à la liquidation de sa retraite"
    )


def test_five_years_after_the_end_and_never_before() -> None:
    three_years = evolve(
        contract(date(2026, 6, 22)), starts_on=date(2026, 9, 1), ends_on=date(2029, 8, 31)
    )
    found = CERFA_RETENTION.find(three_years)
    assert found["keep_until_on"] == date(2034, 8, 31)
    assert found["prudent_until_on"] == date(2031, 6, 22)
    (entry,) = agenda(three_years, rules=RULES).entries
    assert entry.on == date(2034, 8, 31)


@pytest.mark.parametrize(
    ("ruptured_on", "until_on"),
    [
        (date(2027, 3, 15), date(2032, 3, 15)),
        (date(2029, 8, 30), date(2034, 8, 30)),
        (date(2029, 8, 31), date(2034, 8, 31)),
        # before the conclusion, of the contract before
        (date(2026, 6, 21), date(2034, 8, 31)),
        (date(2029, 9, 1), date(2034, 8, 31)),  # nothing left to break
        (None, date(2034, 8, 31)),
    ],
)
def test_a_rupture_moves_the_end(ruptured_on: date | None, until_on: date) -> None:
    broken = evolve(
        contract(date(2026, 6, 22)),
        ends_on=date(2029, 8, 31),
        file=Dossier(rupture=Rupture(ruptured_on=ruptured_on)),
    )
    kept = retention_of(broken, Holder.EMPLOYER)
    assert kept.keep_until_on == until_on
    assert CERFA_RETENTION.find(broken)["keep_until_on"] == until_on
    dates = agenda(broken, rules=RULES)
    assert [entry.on for entry in dates] == [until_on]
    made_at = datetime(2026, 9, 1, tzinfo=UTC)
    text = icalendar_text(dates, uid="x", made_at=made_at)
    assert f"DTSTART;VALUE=DATE:{until_on:%Y%m%d}" in text
    planned = {each.document: each.until_on for each in archive_plan(broken).of(Holder.EMPLOYER)}
    assert planned[Document.CERFA] == until_on
    assert planned[Document.PAYSLIP] == until_on


def test_the_last_day_of_the_form_is_not_that_of_a_cdi() -> None:
    within = evolve(contract(date(2026, 6, 22)), mode=ContractMode.OPEN_ENDED)
    kept = retention_of(within, Holder.EMPLOYER)
    assert "OPEN_ENDED" in {caveat.name for caveat in kept.caveats}
    assert "OPEN_ENDED" not in {
        caveat.name for caveat in retention_of(within, Holder.OPCO).caveats
    }


def test_an_unknown_end_leaves_the_employer_without_an_answer() -> None:
    kept = cerfa_retention(concluded_on=date(2026, 6, 22), holder=Holder.EMPLOYER)
    assert kept.keep_until_on is None
    assert kept.prudent_until_on == date(2031, 6, 22)
    opco = cerfa_retention(concluded_on=date(2026, 6, 22), holder=Holder.OPCO)
    assert opco.keep_until_on == date(2031, 6, 22)
    assert kept.missing == ("ends_on",)
    assert opco.missing == ()
    assert kept.outcome is Outcome.UNDETERMINED
    assert opco.outcome is Outcome.NOT_APPLICABLE


@given(contracts())
def test_one_day_everywhere(drawn: Contract) -> None:
    found = CERFA_RETENTION.find(drawn)
    day = found["keep_until_on"]
    assert isinstance(day, date)
    assert found.parts[0]["keep_until_on"] == day
    assert retention_of(drawn, Holder.EMPLOYER).keep_until_on == day
    entries = agenda(drawn, rules=RULES)
    assert [entry.on for entry in entries.entries] == [day]
    text = icalendar_text(entries, uid="x", made_at=datetime(2026, 9, 1, tzinfo=UTC))
    assert f"DTSTART;VALUE=DATE:{day.isoformat().replace('-', '')}" in text
    planned = {
        each.until_on
        for each in archive_plan(drawn).of(Holder.EMPLOYER)
        if each.document in {Document.CERFA, Document.FUNDING_NOTICE}
    }
    assert planned == {day}
    shortest = same_day(contract_over_on(drawn), 60)
    assert day >= shortest
