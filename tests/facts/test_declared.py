"""A fact is declared once: guard, name, key and box come from there."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import attrs
import pytest

from apprentissage.errors import WrongType
from apprentissage.facts import Avenant, Cfa, Contract, Employer, Grid, Mobility, Period
from apprentissage.facts.declared import fact, facts_of, guarded, told_of
from tests.facts.test_names import parts

PLACES = {fact.path: fact.place for fact in facts_of(Contract)}
NAMES = {fact.path: fact.french for fact in facts_of(Contract)}


def classes(of: type, seen: set[type]) -> Iterator[type]:
    if of not in seen:
        seen.add(of)
        yield of
        for field in attrs.fields(of):
            for part in parts(field.type):
                yield from classes(part, seen)


@pytest.mark.parametrize("of", list(classes(Contract, set())))
def test_every_field_is_guarded_and_told(of: Any) -> None:
    for field in attrs.fields(of):
        assert field.validator is not None, field.name
        assert told_of(field).french


def test_the_guard_comes_from_the_type() -> None:
    @attrs.frozen(field_transformer=guarded)
    class Seen:
        on: date | None = fact("jour")

    assert Seen().on is None
    assert Seen(on=date(2026, 9, 1)).on == date(2026, 9, 1)
    with pytest.raises(WrongType, match=r"^on: "):
        Seen(on=datetime(2026, 9, 1))


def test_several_texts_are_several_and_each_is_one() -> None:
    for told in ("1979", 5, ["1979"]):
        with pytest.raises(WrongType, match="idcc: got"):
            Grid(idcc=told)  # type: ignore[arg-type]
    with pytest.raises(WrongType, match=r"idcc\[1\]: got"):
        Grid(idcc=("1979", 5))  # type: ignore[arg-type]


def test_a_fact_is_named_after_what_holds_it() -> None:
    assert NAMES["training.cfa.address.commune"] == "commune du CFA responsable"
    assert NAMES["employer.address.commune"] == (
        "commune de l'établissement d'exécution du contrat"
    )
    assert NAMES["file.avenants[].type"] == "type d'avenant"
    assert NAMES["avenant.type"] == ("type de l'avenant que porte le formulaire")


def test_a_box_is_that_of_the_place_of_a_fact() -> None:
    """The form holds one avenant; those of the file are in no box."""
    assert PLACES["avenant.effective_on"] == (23, 0)
    assert PLACES["file.avenants[].effective_on"] is None
    assert PLACES["training.cfa.siret"] == (30, 3)
    assert PLACES["training.main_site.siret"] == (30, 8)
    assert PLACES["file.decision"] is None


def test_parts_are_found_from_any_class() -> None:
    assert [fact.path for fact in facts_of(Avenant)] == [
        "type",
        "concluded_on",
        "effective_on",
        "filed_on",
    ]
    assert "address.commune" in {fact.path for fact in facts_of(Cfa)}
    assert "branch_agreement.source.url" in {fact.path for fact in facts_of(Employer)}


def test_a_stay_abroad_is_no_mission_of_the_same_days() -> None:
    span = {"starts_on": date(2026, 9, 1), "ends_on": date(2026, 9, 30)}
    assert Mobility(**span) != Period(**span)
