"""Named results: one declaration, which findings keep and readers follow."""

import pickle
from datetime import date
from typing import Any, Self

import pytest
from attrs.exceptions import FrozenInstanceError

from apprentissage.age.upper_age import UPPER_AGE
from apprentissage.catalogue import RULES
from apprentissage.errors import InvalidValue, WrongType
from apprentissage.facts import Contract
from apprentissage.judging import Finding, Result, Rule, all_of, compliant, results_of
from apprentissage.law.readings import Readings
from apprentissage.reviewing import review
from tests.sample import in_2026

CONTRACT = in_2026()
DAY = date(2026, 9, 1)


class Stair(Finding):
    """A step, or the whole stair."""

    parts: tuple[Self, ...]
    steps = Result[int]("steps climbed")


class Climb(Finding):
    """A climb of several stairs."""

    parts: tuple[Stair, ...]
    latest_on = Result[date]("last day to climb")
    days = Result[tuple[date, ...]]("days of the climb")
    codes = Result[tuple[str | None, ...]]("codes of the climb")


def judge(_: Contract, __: Readings) -> Finding:
    inner = all_of((compliant("Une marche.", steps=1),))
    return all_of((inner,)).but("Monté.", latest_on=DAY)


CLIMB = Rule(name="climb", title="Montée", judge=judge, finding=Climb)


def test_a_finding_has_its_results_as_attributes_and_by_name() -> None:
    found = CLIMB.find(CONTRACT)
    assert type(found) is Climb
    assert found.latest_on == found["latest_on"] == DAY
    assert found.days is None
    assert found.get("days") is None
    assert found.not_covered is None


def test_parts_are_of_the_class_declared_at_every_depth() -> None:
    (stair,) = CLIMB.find(CONTRACT).parts
    assert type(stair) is Stair
    (step,) = stair.parts
    assert type(step) is Stair
    assert step.steps == 1


def test_a_typed_finding_is_a_frozen_plain_value() -> None:
    found, again = CLIMB.find(CONTRACT), CLIMB.find(CONTRACT)
    assert found == again
    assert hash(found) == hash(again)
    kept = pickle.loads(pickle.dumps(found))  # noqa: S301
    assert kept == found
    assert type(kept) is Climb
    with pytest.raises(FrozenInstanceError):
        found.latest_on = DAY  # type: ignore[assignment]
    with pytest.raises(AttributeError, match="latest_on: a finding is frozen"):
        object.__setattr__(found, "latest_on", DAY)
    assert type(found.but("Encore.")) is Climb
    assert not hasattr(found, "__dict__")


def test_a_review_gives_the_finding_of_a_rule() -> None:
    found = review(CONTRACT, rules=(UPPER_AGE, CLIMB))
    assert found[CLIMB] is found["climb"]
    assert found[UPPER_AGE].latest_on == found["upper_age"]["latest_on"]
    with pytest.raises(InvalidValue, match="write one of upper_age"):
        review(CONTRACT, rules=(UPPER_AGE,))[CLIMB]


def test_a_rule_of_the_same_name_is_not_taken_for_another() -> None:
    plain = Rule(name="climb", title="Montée", judge=judge)
    with pytest.raises(InvalidValue):
        review(CONTRACT, rules=(plain,))[CLIMB]


def test_a_declaration_tells_name_type_and_meaning() -> None:
    *_, latest_on, days, codes = results_of(Climb)
    assert (latest_on.name, latest_on.kind) == ("latest_on", date)
    assert latest_on.meaning == latest_on.__doc__ == "last day to climb"
    assert repr(days) == "Result[tuple[date, ...]]('days of the climb')"
    assert codes.type_name == "tuple[str | None, ...]"
    assert Climb.latest_on is latest_on
    assert Climb.part_kind is Stair.part_kind is Stair
    assert Finding.part_kind is None


def test_a_result_does_not_hide_what_every_finding_has() -> None:
    with pytest.raises(InvalidValue, match="name the result otherwise"):
        type("Hidden", (Finding,), {"missing": Result[int]("hidden")})


def test_a_rule_takes_a_class_of_findings_alone() -> None:
    wrong: Any = dict
    with pytest.raises(WrongType, match="write a class under Finding"):
        Rule(name="wrong", title="Faux", judge=judge, finding=wrong)


def test_all_rules_of_the_catalogue_review_as_before() -> None:
    for rule, finding in zip(RULES, review(CONTRACT), strict=True):
        assert type(finding) is rule.finding
