"""The review of a contract and its agenda, over rules of our own."""

from collections.abc import Iterator
from datetime import date

import pytest
from attrs import evolve

from apprentissage.catalogue import RULES
from apprentissage.errors import InvalidValue, NotCovered, WrongType
from apprentissage.facts import Apprentice, Contract
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.judging import (
    AgendaEntry,
    Consequence,
    Finding,
    Outcome,
    Rule,
    Undated,
    all_of,
    compliant,
    non_compliant,
    undetermined,
)
from apprentissage.law.readings import LETTER, Readings
from apprentissage.law.sources import article
from apprentissage.reviewing import Agenda, Review, agenda, review
from tests.sample import in_2026

CONTRACT = in_2026(concluded_on=date(2026, 8, 20), starts_on=date(2026, 9, 7))
LAW = article("L6222-1")
FORM = Source(SourceKind.FORM, "notice 51649#08")


def fine(_: Contract, __: Readings) -> Finding:
    return compliant("Tout va bien.", sources=(LAW,))


def wrong(_: Contract, __: Readings) -> Finding:
    return evolve(
        all_of([non_compliant("Trop <tard>.", sources=(FORM,))]), holds_from=date(2027, 1, 1)
    )


def waiting(_: Contract, __: Readings) -> Finding:
    return undetermined("apprentice.rqth", "training.level")


def some_dates(contract: Contract, _: Readings) -> Iterator[AgendaEntry | Undated]:
    yield AgendaEntry(on=contract.ends_on, label="fin du contrat", sources=(LAW,))
    yield AgendaEntry(
        on=contract.starts_on,
        label="début d'exécution",
        sources=(FORM, LAW),
        consequence=Consequence.UNLAWFUL,
    )
    yield Undated(label="décision", waits_for=("file.complete_on",))


def uncovered_dates(_: Contract, __: Readings) -> Iterator[AgendaEntry]:
    raise NotCovered("essai", date(2010, 1, 1), None)
    yield


MINE = (
    Rule(name="fine", title="Bien", judge=fine, dates=some_dates),
    Rule(name="waiting", title="Attente", judge=waiting),
    Rule(name="wrong", title="Mal", judge=wrong, boxes=(21,), dates=uncovered_dates),
)


def reviewed(*rules: Rule) -> Review:
    return review(CONTRACT, LETTER, rules)


def test_the_worst_outcome_is_that_of_the_contract() -> None:
    assert reviewed(MINE[0]).outcome is Outcome.COMPLIANT
    assert reviewed(*MINE[:2]).outcome is Outcome.UNDETERMINED
    assert reviewed(*MINE).outcome is Outcome.NON_COMPLIANT


def test_what_a_review_tells() -> None:
    found = reviewed(*MINE)
    assert [f.rule for f in found] == ["fine", "waiting", "wrong"]
    assert [f.rule for f in found.non_compliant] == ["wrong"]
    assert found.missing == ("apprentice.rqth", "training.level")
    assert found.contested == ()
    assert found["wrong"].boxes == (21,)
    assert found.stale is False
    with pytest.raises(InvalidValue, match="fine, waiting, wrong"):
        found["other"]
    with pytest.raises(WrongType, match=r"review\.outcome"):
        bool(found)


def test_rows_are_one_a_rule_and_parts_on_request() -> None:
    rows = reviewed(*MINE).to_rows()
    assert [row["regle"] for row in rows] == ["fine", "waiting", "wrong"]
    titles = [rule.title for rule in MINE]
    assert [row["objet"] for row in rows] == titles
    assert [row["resultat"] for row in rows] == ["conforme", "a_completer", "non_conforme"]
    assert rows[0]["textes"] == "art. L. 6222-1 du code du travail"
    assert rows[1]["manque"] == "apprentice.rqth training.level"
    assert rows[2]["conforme_a_partir_du"] == date(2027, 1, 1)
    assert rows[2]["controverse"] is False
    with_parts = reviewed(*MINE).to_rows(parts=True)
    assert [(row["regle"], row["partie"]) for row in with_parts] == [
        ("fine", 0),
        ("waiting", 0),
        ("wrong", 0),
        ("wrong", 1),
    ]
    assert with_parts[3]["conforme_a_partir_du"] is None
    whole = [row for row in with_parts if row["partie"] == 0]
    assert rows == [{key: row[key] for key in row if key != "partie"} for row in whole]
    with pytest.raises(WrongType, match="parts"):
        reviewed(*MINE).to_rows(parts=1)  # type: ignore[arg-type]
    html = reviewed(*MINE)._repr_html_()
    assert "&lt;tard&gt;" in html
    assert all(title in html for title in titles)


def test_a_review_is_pure_and_equal() -> None:
    assert reviewed(*MINE) == reviewed(*MINE)
    assert review(CONTRACT) == review(CONTRACT)


def test_contested_findings_of_the_bundled_rules() -> None:
    born = date(1996, 9, 1)
    late = evolve(CONTRACT, apprentice=Apprentice(born_on=born))
    found = review(late)
    assert "upper_age" in [f.rule for f in found.contested]


@pytest.mark.parametrize(
    ("concluded_on", "stale"), [(date(2026, 8, 20), False), (date(2026, 8, 21), True)]
)
def test_stale_after_the_law_was_checked(concluded_on: date, stale: bool) -> None:
    found = review(evolve(CONTRACT, concluded_on=concluded_on))
    assert found.stale is stale


def test_contracts_before_the_covered_law_are_refused() -> None:
    early = evolve(CONTRACT, concluded_on=date(2008, 4, 30))
    for ask in (review, agenda):
        with pytest.raises(NotCovered) as caught:
            ask(early)
        assert caught.value.what == "contract.concluded_on"
        assert caught.value.covered_from == date(2008, 5, 1)
    covered = evolve(CONTRACT, concluded_on=date(2008, 5, 1))
    assert len(review(covered).findings) == len(RULES)


def test_what_is_no_contract_is_refused() -> None:
    for ask in (review, agenda):
        with pytest.raises(WrongType) as caught:
            ask({"concluded_on": date(2026, 9, 1)})  # type: ignore[arg-type]
        assert caught.value.path == "contract"


def test_in_a_terminal_a_review_is_a_verdict_counts_and_what_fails() -> None:
    assert repr(reviewed(*MINE)) == (
        "Review(contract of 2026-08-20, NON_COMPLIANT: wrong; "
        "1 NON_COMPLIANT, 1 UNDETERMINED, 1 COMPLIANT)"
    )
    assert repr(reviewed(MINE[0])) == ("Review(contract of 2026-08-20, COMPLIANT; 1 COMPLIANT)")
    nothing = reviewed()
    assert nothing.outcome is Outcome.NOT_APPLICABLE
    assert repr(nothing) == ("Review(contract of 2026-08-20, NOT_APPLICABLE; nothing judged)")
    assert len(repr(review(CONTRACT))) < 200


def test_in_a_terminal_an_agenda_is_its_span() -> None:
    assert repr(agenda(CONTRACT, rules=(MINE[0],))) == (
        "Agenda(2 dates from 2026-09-07 to 2028-08-31, 1 undated)"
    )
    assert repr(Agenda(entries=(), undated=())) == ("Agenda(0 dates, 0 undated)")


def test_the_agenda_is_in_order_and_tells_what_waits() -> None:
    dates = agenda(CONTRACT, LETTER, MINE)
    assert isinstance(dates, Agenda)
    assert [e.label for e in dates] == ["début d'exécution", "fin du contrat"]
    assert len(dates) == 2
    assert [e.rule for e in dates] == ["fine", "fine"]
    assert [e.kind for e in dates] == [SourceKind.FORM, SourceKind.LAW]
    waiting_for_file, not_covered = dates.undated
    assert waiting_for_file.sentence.startswith("décision\xa0: ")
    assert waiting_for_file.rule == "fine"
    assert not_covered.label == "Mal\xa0: droit non couvert (essai)"
    assert not_covered.sentence == "Mal\xa0: droit non couvert (essai)"
    first, last = dates.to_rows()
    assert first == {
        "date": date(2026, 9, 7),
        "objet": "début d'exécution",
        "nature": "notice",
        "textes": "notice 51649#08 et art. L. 6222-1 du code du travail",
        "si_manquee": "contrat irrégulier",
        "regle": "fine",
    }
    assert last["si_manquee"] == "aucune conséquence connue"
    assert "<caption>Agenda du contrat</caption>" in dates._repr_html_()


def test_rules_have_distinct_names() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)


def test_a_judge_that_returns_no_finding_is_told_so() -> None:
    silent = Rule(
        name="silent",
        title="Muet",
        judge=lambda *_: "conforme",  # type: ignore[arg-type]
    )
    with pytest.raises(WrongType, match="return a Finding") as caught:
        silent.find(in_2026())
    assert caught.value.path == "silent.judge"
