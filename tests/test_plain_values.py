"""The frozen classes are equal, hashed and shown by their fields, all in one way."""

import copy
import pickle
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pkgutil import walk_packages

import pytest
from attrs import evolve, field, frozen, has

import apprentissage
from apprentissage._plain import PlainValue, altered
from apprentissage.facts import Mobility, Period, Source
from apprentissage.interchange.drafts import Draft
from apprentissage.judging.calendar_entries import _Draft as _EntryDraft
from apprentissage.judging.finding import _Draft
from apprentissage.law.sources import Caveat
from apprentissage.pay.claims import LineDraft

OF_THEIR_OWN = {
    Source: "its hash is kept, and attrs writes how",
    Caveat: "its hash is kept, and attrs writes how",
    Draft: "is filled in, and compared with none",
    _Draft: "is nobody's before it is a finding",
    _EntryDraft: "is nobody's before it is an entry",
    LineDraft: "is nobody's before it is a line",
}
"""Classes of attrs that compare in another way, and why."""

FIRST, LAST = date(2026, 9, 1), date(2026, 9, 30)


def classes() -> Iterator[type]:
    """Every class that attrs makes of the library."""
    for found in walk_packages(apprentissage.__path__, "apprentissage."):
        module = import_module(found.name)
        for kind in vars(module).values():
            if isinstance(kind, type) and has(kind) and kind.__module__ == module.__name__:
                yield kind


def test_all_classes_compare_in_the_one_way() -> None:
    found = {*classes()}
    assert found >= {Period, Mobility, *OF_THEIR_OWN}
    others = {kind for kind in found if not issubclass(kind, PlainValue)}
    assert others == {*OF_THEIR_OWN}
    one_way: tuple[object, ...] = (PlainValue.__eq__, PlainValue.__hash__)
    for kind in found - others:
        assert (kind.__eq__, kind.__hash__) == one_way, kind


def test_equal_fields_make_equal_values() -> None:
    period = Period(starts_on=FIRST, ends_on=LAST)
    again = Period(starts_on=FIRST, ends_on=LAST)
    assert period == again
    assert hash(period) == hash(again)
    assert len({period, again, copy.copy(period)}) == 1
    assert pickle.loads(pickle.dumps(period)) == period  # noqa: S301


@pytest.mark.parametrize("name", ["starts_on", "ends_on"])
def test_each_field_counts(name: str) -> None:
    period = Period(starts_on=FIRST, ends_on=LAST)
    moved = evolve(period, **{name: date(2026, 9, 15)})
    assert period != moved
    assert hash(period) != hash(moved)


def test_the_class_counts() -> None:
    period, stay = (kind(starts_on=FIRST, ends_on=LAST) for kind in (Period, Mobility))
    assert period != stay
    assert hash(period) != hash(stay)
    assert period.__eq__(stay) is NotImplemented
    assert period != (FIRST, LAST)


def test_a_value_shows_its_fields() -> None:
    assert repr(Mobility(starts_on=FIRST, ends_on=LAST)) == (
        "Mobility(starts_on=datetime.date(2026, 9, 1), ends_on=datetime.date(2026, 9, 30))"
    )


@frozen(eq=False, repr=False)
class Noted(PlainValue):
    """A value with notes, which neither count nor show."""

    what: str
    notes: str = field(default="", eq=False, repr=False)


@frozen(eq=False, repr=False)
class Nothing(PlainValue):
    """A value without a field."""


def test_a_field_may_neither_count_nor_show() -> None:
    assert Noted("a", notes="b") == Noted("a", notes="c")
    assert hash(Noted("a", notes="b")) == hash(Noted("a", notes="c"))
    assert repr(Noted("a", notes="b")) == "Noted(what='a')"


def test_an_altered_value_is_that_of_attrs_and_leaves_the_other() -> None:
    period = Period(starts_on=FIRST, ends_on=LAST)
    moved = altered(period, starts_on=LAST)
    assert moved == evolve(period, starts_on=LAST)
    assert type(moved) is Period
    assert period.starts_on == FIRST


def test_a_class_may_have_no_field() -> None:
    assert Nothing() == Nothing()
    assert hash(Nothing()) == hash(Nothing())
    assert repr(Nothing()) == "Nothing()"
