"""Outcomes, combinators, contested readings, first lawful day."""

import pickle
from collections.abc import Callable
from datetime import date
from itertools import product
from typing import Any

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

from apprentissage.errors import InvalidValue, NotCovered, WrongType
from apprentissage.facts import Contract, Extension, ExtensionReason
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.facts.names import french_names
from apprentissage.judging import (
    UNKNOWN,
    AgendaEntry,
    Finding,
    Outcome,
    Rule,
    all_of,
    any_of,
    compliant,
    first_lawful_day,
    non_compliant,
    not_applicable,
    reminder,
    signed_and_started_on,
    undetermined,
    urgency,
    whether,
)
from apprentissage.judging.conditions import each_once_of
from apprentissage.judging.watching import Watched, at_face
from apprentissage.law.choices import LeapStart, UpperAgeDay
from apprentissage.law.readings import DOCTRINE, LETTER, Readings
from apprentissage.law.sources import Caveat, article
from apprentissage.months import eve_of
from tests.sample import in_2026

YES, NO = Outcome.COMPLIANT, Outcome.NON_COMPLIANT
OPEN, NONE = Outcome.UNDETERMINED, Outcome.NOT_APPLICABLE

CONTRACT = in_2026(starts_on=date(2026, 9, 7))


def part(outcome: Outcome, rank: int) -> Finding:
    return Finding(
        outcome=outcome,
        template=f"partie {rank}",
        missing=(f"fact{rank}",) if outcome is OPEN else (),
        caveats=(Caveat(f"C{rank}", "réserve"),),
        sources=(article("L6222-1"),),
    )


def kleene_all(outcomes: tuple[Outcome, ...]) -> Outcome:
    if any(o is NO for o in outcomes):
        return NO
    if any(o is OPEN for o in outcomes):
        return OPEN
    return YES if any(o is YES for o in outcomes) else NONE


def kleene_any(outcomes: tuple[Outcome, ...]) -> Outcome:
    if any(o is YES for o in outcomes):
        return YES
    if any(o is OPEN for o in outcomes):
        return OPEN
    return NO if any(o is NO for o in outcomes) else NONE


@pytest.mark.parametrize(("combine", "expected"), [(all_of, kleene_all), (any_of, kleene_any)])
def test_three_valued_logic_over_every_triple(
    combine: Callable[..., Finding], expected: Callable[[tuple[Outcome, ...]], Outcome]
) -> None:
    for outcomes in product(Outcome, repeat=3):
        parts = [part(o, rank) for rank, o in enumerate(outcomes)]
        found = combine(parts, subject="tout")
        assert found.outcome is expected(outcomes)
        assert found.missing == (
            tuple(f"fact{rank}" for rank, o in enumerate(outcomes) if o is OPEN)
            if found.outcome is OPEN
            else ()
        )
        assert found.parts == tuple(parts)
        assert found.subject == "tout"
        assert found.sources == (article("L6222-1"),)
        deciding = [rank for rank, o in enumerate(outcomes) if o is found.outcome]
        assert [c.name for c in found.caveats] == [f"C{r}" for r in deciding]
        assert found.deciding == tuple(parts[r] for r in deciding)
        first = f"partie {deciding[0]}"
        assert found.template == (UNKNOWN if found.missing else first)


@pytest.mark.parametrize("combine", [all_of, any_of])
def test_settling_an_unknown_never_changes_a_decided_outcome(
    combine: Callable[..., Finding],
) -> None:
    for outcomes in product(Outcome, repeat=3):
        before = combine(part(o, r) for r, o in enumerate(outcomes)).outcome
        if before is OPEN:
            continue
        for rank, outcome in enumerate(outcomes):
            if outcome is OPEN:
                for settled in (YES, NO):
                    after = [*outcomes]
                    after[rank] = settled
                    assert combine(part(o, 0) for o in after).outcome is before


def test_what_combined_unknowns_miss_is_said_once_in_order() -> None:
    found = all_of([undetermined("b", "a"), undetermined("a", "c")])
    assert found.missing == ("a", "b", "c")
    assert found.sentence == "Informations manquantes\xa0: a, b et c."


@pytest.mark.parametrize(
    ("known", "outcome", "sentence"),
    [
        (True, YES, "Oui."),
        (False, NO, "Non."),
        (
            None,
            OPEN,
            "Information manquante\xa0: reconnaissance de la qualité de travailleur handicapé.",
        ),
    ],
)
def test_one_fact(known: bool | None, outcome: Outcome, sentence: str) -> None:
    found = whether(known, "apprentice.rqth", holds="Oui.", fails="Non.")
    assert found.outcome is outcome
    assert found.missing == (("apprentice.rqth",) if known is None else ())
    assert found.sentence == sentence


def test_a_part_that_cannot_fail_is_left_aside_beside_one_that_holds() -> None:
    waiting = [part(OPEN, 1), part(OPEN, 2)]
    for outcomes in product(Outcome, repeat=2):
        others = [part(o, 3 + rank) for rank, o in enumerate(outcomes)]
        parts = (*waiting, *others)
        found = all_of(parts, unfailing=lambda each: each in waiting)
        plain = all_of(others) if YES in outcomes else all_of(parts)
        assert found.outcome is plain.outcome
        assert found.missing == plain.missing
        assert found.parts == parts
    # a part that could fail turns the whole as ever
    both = all_of([*waiting, part(YES, 3)], unfailing=lambda each: each is waiting[0])
    assert (both.outcome, both.missing) == (OPEN, ("fact2",))


def test_a_reminder_is_told_before_what_does_not_apply() -> None:
    due = reminder("À faire le {on}.", on=date(2026, 6, 1))
    assert due.outcome is NONE
    assert (due.label, not_applicable("Non.").label) == ("à retenir", "sans objet")
    whole = all_of((not_applicable("Rien."), due))
    assert whole.reminds
    assert whole.sentence == due.sentence
    assert [part.reminds for part in whole.parts] == [False, True]
    assert not all_of((due, compliant("Oui."))).reminds


def test_urgency() -> None:
    found = [
        not_applicable("Rien."),
        compliant("Oui."),
        reminder("À faire."),
        undetermined("starts_on"),
        non_compliant("Non."),
    ]
    assert sorted(found, key=urgency) == found[::-1]


def test_truth_testing_is_refused() -> None:
    for value in (compliant("Oui."), *Outcome):
        with pytest.raises(WrongType, match="compare"):
            bool(value)


def test_named_results() -> None:
    found = compliant("Jusqu'au {on}.", on=date(2026, 6, 1), code=None)
    assert found["on"] == date(2026, 6, 1)
    assert found["code"] is None
    assert found.get("absent") is None
    assert found.sentence == "Jusqu'au 1er\xa0juin 2026."
    with pytest.raises(InvalidValue, match="write one of on, code"):
        found["absent"]
    with pytest.raises(InvalidValue, match="none here"):
        not_applicable("Sans objet.")["absent"]


def test_findings_are_values() -> None:
    found = all_of([compliant("Oui.", n=1), non_compliant("Non.")])
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301
    assert hash(found) == hash(pickle.loads(pickle.dumps(found)))  # noqa: S301
    html = evolve(found, rule="essai")._repr_html_()
    assert "<caption>essai</caption>" in html
    assert html.count("<tr>") == 4
    assert html.count("<td>ensemble</td>") == 1


def test_readings_are_taken_at_their_face_unwatched() -> None:
    watched = Watched(DOCTRINE)
    assert at_face(watched).upper_age_day is DOCTRINE.upper_age_day
    assert at_face(DOCTRINE) is DOCTRINE
    assert not watched.consulted
    assert watched.upper_age_day is DOCTRINE.upper_age_day
    assert watched.consulted == {"upper_age_day"}


def by_day_read(_: Contract, readings: Readings) -> Finding:
    if readings.upper_age_day is UpperAgeDay.CONCLUSION:
        return compliant("Oui.", code="12")
    return non_compliant("Non.", code=None)


def by_code(_: Contract, readings: Readings) -> Finding:
    late = readings.leap_start is LeapStart.MARCH_1
    return compliant("Oui.", code="21" if late else "22")


def test_a_reading_that_changes_the_outcome_or_the_code_is_contested() -> None:
    rule = Rule(name="essai", title="Essai", judge=by_day_read, boxes=(19,))
    found = rule.find(CONTRACT)
    assert found.outcome is NO
    assert (found.rule, found.boxes) == ("essai", (19,))
    (contested,) = found.contested
    assert contested.point == "upper_age_day"
    assert contested.choice is UpperAgeDay.CONCLUSION
    assert contested.outcome is YES
    assert contested.code == "12"
    assert "conforme selon une autre lecture" in contested.sentence
    assert "DGEFP" in contested.sentence
    other = rule.find(CONTRACT, LETTER.choose(upper_age_day="CONCLUSION"))
    assert other.outcome is YES
    assert [c.choice for c in other.contested] == [UpperAgeDay.START]

    (change,) = Rule(name="x", title="X", judge=by_code).find(CONTRACT).contested
    assert (change.outcome, change.code) == (YES, "22")


def not_covered(_: Contract, __: Readings) -> Finding:
    raise NotCovered("essai", date(2010, 1, 1), date(2012, 1, 1))


def test_a_rule_not_covered_is_undetermined_with_its_caveat() -> None:
    found = Rule(name="x", title="X", judge=not_covered).find(CONTRACT)
    assert found.outcome is OPEN
    assert found.missing == ()
    assert found.contested == ()
    assert [c.name for c in found.caveats] == ["NOT_COVERED"]
    assert "«\xa0essai\xa0»" in found.caveats[0].sentence
    assert "essai" in found.sentence


TURN = date(2026, 10, 15)


def from_turn_on(contract: Contract, _: Readings) -> Finding:
    held = contract.concluded_on >= TURN
    return (compliant if held else non_compliant)("…")


def test_first_lawful_day() -> None:
    def first(*candidates: date) -> date | None:
        return first_lawful_day(CONTRACT, LETTER, from_turn_on, candidates)

    assert first(TURN) == TURN
    assert first(date(2027, 1, 1), TURN, date(2026, 9, 30)) == TURN
    assert first(eve_of(TURN)) is None
    assert first(date(2027, 1, 1)) is None
    assert first(date(2026, 8, 31)) is None
    assert first() is None


def test_a_finding_but_for_what_is_told() -> None:
    found = compliant("Oui.", first=1, second=2)
    more = found.but(second=3, third=4)
    assert more.values == (("first", 1), ("second", 3), ("third", 4))
    assert found["second"] == 2
    assert more == found.but(values=(("first", 1), ("second", 3)), third=4)
    law = (article("L6222-1"),)
    reserve = (Caveat("ONE", "Un."),)
    other = found.but(
        "Non.",
        missing=("starts_on",),
        sources=law,
        caveats=reserve,
        parts=[more],
        subject="Objet",
        holds_from=date(2026, 9, 1),
    )
    assert other == Finding(
        outcome=YES,
        template="Non.",
        values=found.values,
        missing=("starts_on",),
        sources=law,
        caveats=reserve,
        parts=(more,),
        subject="Objet",
        holds_from=date(2026, 9, 1),
    )
    assert other.but() == other


def test_what_is_missing_is_named_when_it_is_told() -> None:
    found = undetermined("training.level", "apprentice.rqth", hours=3)
    assert found.values == (("hours", 3),)
    assert dict(found.told)["facts"] == french_names(found.missing)
    assert all(name in found.sentence for name in french_names(found.missing))
    assert compliant("Oui.", hours=3).told == (("hours", 3),)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("outcome", "compliant"),
        ("template", None),
        ("values", {"hours": 3}),
        ("missing", "training.level"),
        ("sources[0]", "L6222-1"),
        ("caveats[0]", "Réserve."),
        ("parts[0]", "Partie."),
        ("subject", None),
        ("holds_from", "2026-09-01"),
        ("rule", None),
        ("boxes[0]", "4"),
        ("contested[0]", "upper_age_day"),
        ("reminds", 1),
    ],
)
def test_a_finding_made_by_hand_is_checked(path: str, value: Any) -> None:
    name, item, _ = path.partition("[0]")
    given: dict[str, Any] = {"outcome": YES, "template": "Oui."}
    given[name] = (value,) if item else value
    with pytest.raises(WrongType) as caught:
        Finding(**given)
    assert caught.value.path == path


def test_a_finding_that_the_library_built_is_like_any_other() -> None:
    found = compliant("Oui.", hours=3)
    same = Finding(outcome=YES, template="Oui.", values=(("hours", 3),))
    assert found == same
    assert hash(found) == hash(same)
    assert repr(found) == repr(same)
    with pytest.raises(FrozenInstanceError):
        found.subject = "autre"  # type: ignore[misc]


def tries_a_choice(_: Contract, readings: Readings) -> Finding:
    by_start = readings.choose(upper_age_day="START")
    assert readings.smic is by_start.smic
    first = by_start.leap_start is LeapStart.MARCH_1
    others = [other.rounding for _, other in readings.others("leap_start")]
    return compliant("Oui.", code="21" if first else f"{others}")


def test_a_point_consulted_by_way_of_other_readings_counts() -> None:
    found = Rule(name="x", title="X", judge=tries_a_choice).find(CONTRACT)
    assert [c.point for c in found.contested] == ["leap_start"]


def test_an_entry_says_which_source_fixes_its_day() -> None:
    law, decree = article("L6222-1"), article("D6222-1")

    def kind(fixed_by: Source | None) -> SourceKind:
        return AgendaEntry(
            on=date(2026, 9, 1), label="Jour", sources=(law, decree), fixed_by=fixed_by
        ).kind

    assert kind(None) is SourceKind.LAW
    assert kind(decree) is SourceKind.DECREE
    with pytest.raises(InvalidValue, match="one of its sources"):
        kind(article("L6222-2"))


def test_a_contract_signed_and_started_on_a_day() -> None:
    extended = evolve(
        CONTRACT,
        extension=Extension(reason=ExtensionReason.FAILED_EXAM, starts_on=date(2027, 9, 1)),
    )
    moved = signed_and_started_on(extended, date(2027, 8, 31))
    assert moved.concluded_on == moved.starts_on == date(2027, 8, 31)
    assert moved.ends_on == CONTRACT.ends_on
    assert moved.extension == extended.extension
    assert signed_and_started_on(extended, date(2027, 9, 1)).extension is None
    late = signed_and_started_on(extended, date(2030, 1, 1))
    assert late.ends_on == date(2030, 1, 1)


def test_nobody_signs_out_of_the_years_nor_on_the_day_of_birth() -> None:
    with pytest.raises(InvalidValue, match=r"^day: "):
        signed_and_started_on(CONTRACT, date(2200, 1, 1))
    with pytest.raises(InvalidValue, match=r"^contract\.apprentice\.born_on: "):
        signed_and_started_on(CONTRACT, CONTRACT.apprentice.born_on)


def test_what_stands_twice_in_one_part_is_told_once() -> None:
    twice = (article("L6222-1", date(2026, 9, 1)),) * 2
    found = all_of([compliant("Oui.", sources=twice), compliant("Oui.", sources=())])
    assert found.sources == twice[:1]
    assert each_once_of([twice]) == twice[:1]


def test_the_other_choices_are_those_of_a_point_that_there_is() -> None:
    with pytest.raises(InvalidValue, match="rounding"):
        LETTER.others("no_such_point")
