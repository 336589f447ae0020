"""The one way of not knowing: what all completions agree on."""

from collections.abc import Mapping
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apprentissage.errors import InvalidValue
from apprentissage.judging import (
    Finding,
    Outcome,
    agreed,
    compliant,
    non_compliant,
    not_applicable,
    possible_answers,
    reminder,
    undetermined,
)
from apprentissage.judging.completions import WHATEVER
from apprentissage.law.sources import Caveat, article

PATHS = ("apprentice.rqth", "kind", "training.level")
JUDGED = (compliant, non_compliant, not_applicable)


@st.composite
def questions(draw: st.DrawFn) -> tuple[dict[str, Any], dict[Any, int]]:
    """Some facts with the values they may take, and an answer for each."""
    paths = draw(st.lists(st.sampled_from(PATHS), unique=True))
    candidates = {path: tuple(range(draw(st.integers(1, 3)))) for path in paths}
    answers = {
        values: draw(st.sampled_from((0, 0, 1, 2))) for values in product(*candidates.values())
    }
    return candidates, answers


@given(questions())
def test_a_finding_is_what_all_completions_agree_on(
    question: tuple[dict[str, Any], dict[Any, int]],
) -> None:
    candidates, answers = question

    def judge(told: Mapping[str, Any]) -> Finding:
        return JUDGED[answers[tuple(told.values())]]("…")

    found = agreed(judge, candidates)
    outcomes = {JUDGED[answer]("…").outcome for answer in answers.values()}
    if len(outcomes) == 1:
        assert {found.outcome} == outcomes
        assert found.missing == ()
        return
    assert found.outcome is Outcome.UNDETERMINED
    turning = {
        path
        for rank, path in enumerate(candidates)
        for values in answers
        for other in candidates[path]
        if answers[values] != answers[(*values[:rank], other, *values[rank + 1 :])]
    }
    assert set(found.missing) == turning
    assert turning


@given(questions(), st.data())
def test_a_fact_told_never_turns_what_is_decided(
    question: tuple[dict[str, Any], dict[Any, int]], data: st.DataObject
) -> None:
    candidates, answers = question

    def ask(told: Mapping[str, Any]) -> int:
        return answers[tuple(told.values())]

    before, missing = possible_answers(ask, candidates)
    if not candidates:
        return
    path = data.draw(st.sampled_from(sorted(candidates)))
    value = data.draw(st.sampled_from(candidates[path]))
    after, _ = possible_answers(ask, {**candidates, path: (value,)})
    assert set(after) <= set(before)
    if path not in missing:
        assert set(after) == set(before)


def test_what_completions_share_is_told() -> None:
    law = article("L6222-1"), article("D6222-1")
    reserves = Caveat("ONE", "Un."), Caveat("TWO", "Deux.")

    def judge(told: Mapping[str, Any]) -> Finding:
        rank = told["kind"]
        return compliant(
            ("Un.", "Deux.")[rank],
            sources=(law[rank],),
            caveats=(reserves[rank],),
            rank=rank,
            code="12",
        )

    one = agreed(judge, {"kind": (1,)})
    assert one == judge({"kind": 1})
    found = agreed(judge, {"kind": (0, 1)})
    assert (found.outcome, found.sentence) == (Outcome.COMPLIANT, WHATEVER)
    assert found.values == (("code", "12"),)
    assert (found.sources, found.caveats) == (law, reserves)


def test_completions_that_say_the_same_on_several_texts() -> None:
    def judge(told: Mapping[str, Any]) -> Finding:
        return reminder("À faire.", sources=(article(told["kind"]),))

    found = agreed(judge, {"kind": ("L6222-1", "D6222-1")})
    assert (found.sentence, len(found.sources)) == ("À faire.", 2)
    assert found.reminds


def test_a_completion_may_wait_for_facts_of_its_own() -> None:
    def judge(told: Mapping[str, Any]) -> Finding:
        return undetermined("training.level") if told["kind"] else YES

    assert agreed(judge, {"kind": (0, 1)}).missing == ("kind", "training.level")
    assert agreed(judge, {"kind": (1,)}).missing == ("training.level",)


YES = compliant("Oui.")


def test_a_fact_without_values_is_refused() -> None:
    with pytest.raises(InvalidValue, match="write at least one value"):
        agreed(lambda _: YES, {"kind": ()})
